"""Files and rows in, reports out.

In:   a path and the name its report gets; or a row; or a text.
Out:  reports with their furniture, headline, dates, credits and language found; a Refusal where an input holds none.
Room: report. Formats are files of report/formats/; a new one is a new file there and a row in READERS.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.report import language as languages
from dateline.report.credits import find_credits
from dateline.report.dating import settle
from dateline.report.days import find_dates, stated
from dateline.report.formats import archives, html, pdf, plain, rows
from dateline.report.formats.page import LONGEST_TEXT, Page, Pages, refuse
from dateline.report.model import Noise, Report
from dateline.report.noise import find_noise
from dateline.report.witnesses import collect
from dateline.terms import Refusal

READERS: dict[str, Callable[[Path, str], Pages]] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".jsonl": rows.read_json_lines,
    ".ndjson": rows.read_json_lines,
    ".json": rows.read_json,
    ".csv": rows.read_table,
    ".tsv": rows.read_table,
    ".parquet": rows.read_parquet,
    ".pdf": pdf.read,
    ".warc": archives.read_warc,
    ".warc.gz": archives.read_warc,
    ".rss": archives.read_feed,
    ".atom": archives.read_feed,
    ".xml": archives.read_feed,
}


def gather(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """The files under the paths, in sorted order, each with the name its report gets.

    The name is the file's stem; where stems collide, the path from the folder that was given (the path as
    written, for a file given by itself). Hidden files, records, and files that
    speak of a folder (README, LICENSE) are passed over in folders; links to folders are not followed.

    >>> [name for _, name in gather([Path("b/coup.txt"), Path("a/coup.txt"), Path("a/talks.html")])]
    ['a/coup.txt', 'talks', 'b/coup.txt']
    """
    found: dict[str, tuple[Path, str]] = {}  # real path -> the path as written, its relative path
    for path in sorted(paths, key=lambda p: p.as_posix()):
        for file, relative in _files(path):
            found.setdefault(os.path.realpath(file), (file, relative))
    files = sorted(found.values(), key=lambda f: f[0].as_posix())
    names = [_stem(file) for file, _ in files]
    counts, relatives = Counter(names), Counter(relative for _, relative in files)
    out = []
    for (file, relative), name in zip(files, names, strict=True):
        unique = name if counts[name] == 1 else relative if relatives[relative] == 1 else file.as_posix()
        out.append((file, unique))
    return out


_ABOUT = re.compile(r"(?i)(?:read ?me|licen[cs]e|copying|notice|changelog|contributing|source)(?:\.(?:md|txt|text))?")

_RECORD = re.compile(r"\.dateline(?:-(?:journal|wal|shm))?$")


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    if not path.is_dir():
        yield path, path.as_posix()
        return
    for folder, below, files in os.walk(path):
        below[:] = sorted(d for d in below if not d.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not _ABOUT.fullmatch(name) and not _RECORD.search(name):
                file = Path(folder) / name
                yield file, file.relative_to(path).as_posix()


def _suffix(path: Path) -> str:
    name = path.name.lower()
    return ".warc.gz" if name.endswith(".warc.gz") else path.suffix.lower()


def _stem(path: Path) -> str:
    suffix = _suffix(path)
    return path.name[: -len(suffix)] if suffix and len(path.name) > len(suffix) else path.name


def load(path: Path, name: str) -> Iterator[Report | Refusal]:
    """The reports of one file; `name` is the id of a report that gives none, and begins the ids where there are many.

    A given date that cannot be is refused by itself: the report comes first, without it, then the Refusal.
    """
    where = path.as_posix()
    if not path.exists():
        yield refuse(where, "there is no such file", "Check the path")
        return
    if path.is_dir():
        yield refuse(where, "this is a folder", "Give the files in it; `gather` lists them")
        return
    reader = READERS.get(_suffix(path), plain.read)
    for page in reader(path, where):
        if isinstance(page, Refusal):
            yield page
            continue
        report = _report(page, name, where)
        yield report
        if isinstance(report, Report) and (bad := _impossible(page)):
            yield bad


def from_row(row: Mapping[str, Any], where: str) -> Report | Refusal:
    """The report in one row; `where` is "file:row" and begins the id of a row that gives none.

    >>> row = {"id": "h1", "text": "Ferry back\\nThe ferry sailed on Monday.", "published": "2024-03-05"}
    >>> from_row(row, "x.jsonl:1").published.edtf
    '2024-03-05'
    """
    page = rows.page_of(row, where)
    if isinstance(page, Refusal):
        return page
    file = re.sub(r":\d+$", "", where)
    return _report(page, _stem(Path(file)) or "row", file or None)


def from_text(text: str, id: str = "text", **metadata: Any) -> Report:
    """The report of a text given as it is, with any of the fields of a row.

    >>> from_text("By Ana Reis | March 22, 2024\\nThe ferry sailed again on Monday.", id="004").published.edtf
    '2024-03-22'
    """
    page = rows.page_of({**metadata, "id": id, "text": text or " "}, id)
    if isinstance(page, Refusal):
        raise ValueError(str(page))
    report = _report(page, id, metadata.get("file"))
    assert isinstance(report, Report)
    return report


def _report(page: Page, name: str, file: str | None) -> Report | Refusal:
    """Everything that is found in one page."""
    text, fields = page.text, page.fields
    if not text.strip():
        return refuse(page.where, "there is no text in it", "Give a file that holds the text of a report")
    if len(text) > LONGEST_TEXT:
        return refuse(page.where, f"the text has more than {LONGEST_TEXT:,} characters", "Split it into its reports")
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    given = _field(fields, "id")
    id = given or (f"{name}#{sha256[:10]}" if page.named_by_content else name)
    title, publisher, byline = (_field(fields, k) for k in ("title", "publisher", "byline"))
    url = _field(fields, "url")
    noise, headline = find_noise(text, title)
    witnesses = collect(
        id, text, noise, fields.get("published"), url, file if not page.named_by_content else None, page.statements
    )
    published, updated, reasons, notes = settle(witnesses)
    language, about_language = _language(_field(fields, "language"), text, noise)
    bad = _impossible(page)
    return Report(
        id=id,
        sha256=sha256,
        text=text,
        file=file,
        url=url,
        publisher=publisher,
        byline=byline or _byline_on_page(text, noise),
        title=title or (" ".join(text[slice(*headline)].split()) if headline else None),
        language=language,
        published_stated=None if fields.get("published") is None else str(fields["published"]),
        published=published,
        updated=updated,
        reasons=reasons,
        witnesses=witnesses,
        credits=find_credits(id, text, noise, publisher, byline),
        noise=noise,
        notes=(*page.notes, *((bad.reason,) if bad else ()), *notes, *about_language),
        extra=fields.get("extra", {}),
        headline=headline,
    )


def _byline_on_page(text: str, noise: Sequence[Noise]) -> str | None:
    """Who wrote it, in the page's words without "By" and the date; None where no line says so.

    >>> page = "By Ana Reis, Harbour News | March 22, 2024"
    >>> _byline_on_page(page, [Noise(0, len(page), "byline")])
    'Ana Reis, Harbour News'
    """
    for n in noise:
        if n.kind != "byline":
            continue
        words = " ".join(text[n.start : n.end].split())[:200]
        dates = find_dates(words)
        words = re.split(
            r"(?i)\s*(?:[|•·]|\bupdated\b|\bpublished\b|\bposted\b)", words[: dates[0].start] if dates else words
        )[0]
        words = re.sub(r"(?i)^(?:written |reported |posted |published |story )?by:?\s+", "", words).strip(" ,.|-–—")
        if (
            2 <= len(words) <= 120
            and "contributed" not in words
            and not re.match(r"(?i)\(?(?:reporting|editing|about)\b", words)
        ):
            return words
    return None


def _field(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return None if value is None else " ".join(str(value).split())[:2000] or None


def _language(given: str | None, text: str, noise: Sequence[Noise]) -> tuple[str | None, tuple[str, ...]]:
    """The language, stated or told by the article's own words, and a note where it is one that is not read."""
    if given and re.fullmatch(r"[A-Za-z]{2}(?:[-_].*)?", given):
        code: str | None = given[:2].lower()
    else:
        code = languages.detect(_article(text, noise))
    if code in languages.READ or code is None:
        return code, ()
    return code, (f"the language ({code}) is not read yet; the report is kept, and no events are drawn from it",)


def _article(text: str, noise: Sequence[Noise]) -> str:
    out, at = [], 0
    for n in noise:
        out.append(text[at : n.start])
        at = max(at, n.end)
        if at > 3 * languages.SAMPLE:
            break
    return "".join(out) + text[at : at + 3 * languages.SAMPLE]


def _impossible(page: Page) -> Refusal | None:
    """A given date of publication that is no date."""
    value = page.fields.get("published")
    if value is None or stated(value) is not None:
        return None
    return refuse(
        page.where,
        f'the date of publication "{str(value)[:40]}" is no date that can be; the report was read without it',
        "Give a day (2024-03-22), a month (2024-03), a year or a timestamp",
    )
