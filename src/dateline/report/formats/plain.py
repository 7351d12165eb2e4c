"""Turns bytes into text, and plain files into pages.

In:   the bytes of a file.
Out:  its text, character for character, with three exceptions: a byte-order mark is dropped; the line ends of Windows
      and old Macs become "\\n"; in text broken at a width a space takes the place of each break. An encoding that is
      not UTF-8 is detected and named in a note.
Room: report.
"""

# ruff: noqa: PLC0415 - what is heavy is loaded where it is used
from __future__ import annotations

import codecs
import re
from itertools import pairwise
from pathlib import Path

from dateline.report.formats.page import BIGGEST_FILE, Page, Pages, refuse
from dateline.terms import Refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 64 * 1024  # bytes that encoding detection looks at
DETECT = 8 * 1024  # bytes that charset-normalizer tries its ninety encodings on
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x7fELF",
    b"SQLite format 3",
    b"\x1f\x8b",
    b"BM",
    b"RIFF",
    b"OggS",
    b"ID3",
)


def read_bytes(path: Path, where: str) -> bytes | Refusal:
    """The bytes of a file of bearable size."""
    try:
        size = path.stat().st_size
        if size > BIGGEST_FILE:
            return refuse(
                where,
                f"the file has {size // 2**20} MiB, more than {BIGGEST_FILE // 2**20}",
                "Split it, or give its reports as rows (JSON lines, CSV)",
            )
        data = path.read_bytes()
    except OSError as error:
        return refuse(
            where,
            f"the file cannot be read ({error.strerror or error})",
            "Check the path and your permission to read it",
        )
    if not data.strip():
        return refuse(where, "the file is empty", "Give a file that holds the text of a report")
    return data


def decode(data: bytes) -> tuple[str, str | None] | None:
    """The text and, where it was not UTF-8, the name of its encoding; None for bytes that are no text.

    >>> decode("Bac à flot".encode()), decode("Bac à flot".encode("utf-16"))
    (('Bac à flot', None), ('Bac à flot', 'utf-16-le'))
    >>> decode(bytes(range(256)) * 4) is None
    True
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, errors="replace")
            return text, None if name == "utf-8" else name
    if data.startswith(_BINARY[:8]) or b"\x00" in data[:SAMPLE]:
        return None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":  # cut in mid-character
            return data[: error.start].decode("utf-8"), None
    return _detected(data)


def _detected(data: bytes) -> tuple[str, str] | None:
    """Windows-1252 where its bytes make Western words, else what charset-normalizer finds."""
    control = sum(b < 9 or 13 < b < 32 for b in data[:SAMPLE])
    if control > len(data[:SAMPLE]) // 100:
        return None
    high = sum(b > 127 for b in data[:SAMPLE])
    if high * 12 < len(data[:SAMPLE]):
        try:
            return data.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            return data.decode("latin-1"), "latin-1"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:DETECT]).best()
    if best is None:
        return None
    return data.decode(best.encoding, errors="replace"), str(best.encoding)


def normal_lines(text: str) -> str:
    """The text with "\\n" at its line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_ITEM = re.compile(r"\s*(?:[•●▪‣*·\-–—>#|]|\d{1,2}[.)]\s)")


def unwrapped(text: str) -> str:
    """The text with lines that were broken at a width joined by a space in place of the break: no place moves.

    Texts whose paragraphs are one line each, lists and short texts stay as they are.

    >>> unwrapped("One line.\\nAnother line.")
    'One line.\\nAnother line.'
    """
    lines = text.split("\n")
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) >= 8 else 0
    if not 40 <= width <= 120 or lengths[-1] > width + 20:
        return text
    goes_on = [_goes_on(a, b, width) for a, b in pairwise(lines)]
    followed = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    small = sum(b.lstrip()[:1].islower() for _, b in followed)
    if sum(goes_on) < 0.5 * len(followed) or small < 0.4 * len(followed):
        return text
    return lines[0] + "".join((" " if on else "\n") + line for on, line in zip(goes_on, lines[1:], strict=True))


_END = re.compile(r"(?:\w{5,}|\d|[\"”’)])[.!?][\"”’)]*\s*$|[!?…][\"”’)]*\s*$")


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a line was broken because the next word would not have fitted."""
    first = after.split(maxsplit=1)[0] if after.strip() else ""
    if _END.search(line) and not after.lstrip()[:1].islower():
        return False  # a break between two sentences does no harm, and the next line may be another paragraph
    return bool(first and line.strip()) and len(line.rstrip()) + 1 + len(first) > width - 4 and not _ITEM.match(after)


def text_of(path: Path, where: str) -> tuple[str, tuple[str, ...]] | Refusal:
    """The text of a file and a note on its encoding."""
    data = read_bytes(path, where)
    if isinstance(data, Refusal):
        return data
    decoded = decode(data)
    if decoded is None:
        return refuse(
            where,
            "the file is binary, not text",
            "Give text, HTML, PDF, JSON, CSV, a feed or a WARC file with its usual suffix",
        )
    text, encoding = decoded
    return normal_lines(text), (f"read as {encoding}",) if encoding else ()


def read(path: Path, where: str) -> Pages:
    """One page: the file's whole text."""
    got = text_of(path, where)
    if isinstance(got, Refusal):
        yield got
    else:
        text = unwrapped(got[0])
        notes = got[1] if text == got[0] else (*got[1], "lines broken at a width were joined, each break by a space")
        yield Page(where, text, notes=notes, named_by_content=False)
