"""Reads the text of a PDF.

In:   a PDF file.
Out:  one page: its paragraphs, a line each (lines broken for the paper's width are joined, split words too), and the
      day the file was made, before which or on which the report came out.
Room: report. pypdfium2 reads; scanned pictures of text hold no text and are refused.
"""

# ruff: noqa: PLC0415 - what is heavy is loaded where it is used
from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from dateline.report.formats.page import BIGGEST_FILE, Page, Pages, refuse
from dateline.report.witnesses import Statement

MOST_PAGES = 500


def read(path: Path, where: str) -> Pages:
    """One page, or a refusal."""
    try:
        if path.stat().st_size > BIGGEST_FILE:
            yield refuse(where, f"the file has more than {BIGGEST_FILE // 2**20} MiB", "Split it")
            return
        sheets, made = _sheets(path)
    except Exception as error:  # pdfium raises errors of its own kinds
        yield refuse(
            where, f"the PDF cannot be read ({str(error)[:80]})", "Save it again without a password, or give its text"
        )
        return
    text = paragraphs(sheets)
    if not text.strip():
        yield refuse(where, "the PDF holds no text, only pictures", "Run text recognition on it first")
        return
    statements = (Statement("the file's CreationDate", made, "not_after", "file"),) if made else ()
    yield Page(where, text, {}, statements, named_by_content=False)


def _sheets(path: Path) -> tuple[list[str], str | None]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        sheets = []
        for number in range(min(len(document), MOST_PAGES)):
            sheet = document[number]
            words = sheet.get_textpage()
            sheets.append(words.get_text_range().replace("\r\n", "\n").replace("\r", "\n"))
            words.close()
            sheet.close()
        stamp = re.match(r"D:(\d{4})(\d{2})(\d{2})", str(document.get_metadata_value("CreationDate") or ""))
    finally:
        document.close()
    return sheets, "-".join(stamp.groups()) if stamp else None


def paragraphs(sheets: list[str]) -> str:
    """The sheets' lines joined into paragraphs; heads and feet that stand on every sheet are kept once.

    >>> paragraphs(["Harbour Times\\nThe ferry sailed again on Monday, the port of-\\nfice said.\\nMore in May."])
    'Harbour Times\\nThe ferry sailed again on Monday, the port office said.\\nMore in May.'
    """
    lines = [[re.sub(r"[\ufffe\u00ad\x02]$", "-", line.strip()) for line in s.split("\n")] for s in sheets]
    often = Counter(line for sheet in lines for line in set(sheet) if line)
    seen: set[str] = set()
    kept = []
    for sheet in lines:
        for line in sheet:
            if often[line] > 2 and often[line] * 2 > len(sheets) and line in seen:
                continue
            seen.add(line)
            kept.append(line)
    width = max(sorted(len(line) for line in kept)[int(len(kept) * 0.9) :], default=0)
    out: list[str] = []
    before = ""
    for line in kept:
        if out and before and line and _goes_on(before, line, width):
            out[-1] = (
                out[-1][:-1] + line if re.search(r"[a-z]-$", out[-1]) and line[0].islower() else f"{out[-1]} {line}"
            )
        else:
            out.append(line)
        before = line
    return "\n".join(line for line in out if line)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line continues the one before it: this begins small, or that one filled the sheet's width."""
    ended = re.search(r"[.!?:]['\"”’)]*$", before) is not None
    return line[0].islower() or len(before) >= width * (0.95 if ended else 0.75)
