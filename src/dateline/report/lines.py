"""Cuts a page into lines and says of each line whether it is furniture by itself.

In:   the stored text.
Out:  its lines, and for a line the kind that a row of lexicon/noise.tsv gives it.
Room: report. Every pattern is matched against one line of bounded length: time grows with the text and no faster.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.lexicon.tables import table
from dateline.report.credits import bare_house, is_known
from dateline.report.days import find_dates
from dateline.report.model import NoiseKind

LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
LONGEST = 700  # characters of a line that patterns see; longer lines are paragraphs of an article
SHORT = 45  # words; a longer line is never furniture by its first words alone
HEADLINE = 30  # words; a longer line is no headline
ENDS = re.compile(r"[.!?…。؟][\"”’')\]]*$")
_SPACES = {ord(c): " " for c in "\t\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"}
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(slots=True)
class Line:
    """One line without its outer spaces; `kind` is set once it is known to be furniture."""

    start: int
    end: int
    text: str
    words: int
    blank_before: bool
    kind: NoiseKind | None = None

    @property
    def prose(self) -> bool:
        """Whether it reads like a sentence or a paragraph: it ends like one and is long enough, or is very long."""
        return self.words > HEADLINE or (self.words >= 6 and ENDS.search(self.text) is not None)


@cache
def rules(how: str) -> tuple[tuple[NoiseKind, re.Pattern[str]], ...]:
    """The patterns of lexicon/noise.tsv that work in one way: "line", "starts", "opens", "next", "tail", ..."""
    rows = [r for r in table("noise") if r["how"] == how]
    return tuple((cast(NoiseKind, r["kind"]), re.compile(r["pattern"], re.IGNORECASE)) for r in rows)


def lines_of(text: str) -> list[Line]:
    """The lines that hold something, with their places."""
    out: list[Line] = []
    at, breaks = 0, 0
    for piece in [*LINE_END.finditer(text), None]:
        end = piece.start() if piece else len(text)
        raw = text[at:end]
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            stripped = stripped.translate(_SPACES)
            words = len(WORD.findall(stripped[: LONGEST * 2]))
            out.append(Line(start, start + len(stripped), stripped, words, breaks > 1))
            breaks = 0
        if piece:
            breaks += piece.group().count("\n") or 1
            at = piece.end()
    return out


_MARKS = re.compile(r"[\W_]+")


def squeezed(text: str) -> str:
    """A text with case, accents, spaces and marks aside: how two copies of a line are told alike."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _MARKS.sub("", plain)


_NO_SENTENCE = frozenset({"byline", "share"})  # "By noon the crews had left.", "Share the burden, he said."


def _sentence(line: Line) -> bool:
    return (
        line.words >= 5 and ENDS.search(line.text) is not None and not re.search(r"\b(?:Jr|Sr|Inc|Ltd)\.$", line.text)
    )


_GLUED = frozenset({"credit", "stamp", "date-line", "share", "related"})
_ALSO = re.compile(r"(?i)(?:read|see) also\b|also read\b")


def _glued(line: Line) -> bool:
    """Whether a sentence of the article stands on the line too: "Photograph: Tom Hale/AP The ferry sailed ..."."""
    return line.words > 14 and ENDS.search(line.text) is not None and not _ALSO.match(line.text)


def kind_of(line: Line) -> NoiseKind | None:
    """The kind of a line that is furniture by itself."""
    if len(line.text) > LONGEST:
        return None
    for kind, pattern in rules("line"):
        if pattern.fullmatch(line.text) and not (kind in _GLUED and _glued(line)):
            return kind
    if line.words <= SHORT:
        for kind, pattern in rules("starts"):
            if not pattern.match(line.text) or (kind in _NO_SENTENCE and _sentence(line)):
                continue
            if not (kind in _GLUED and _glued(line)):
                return kind
    if _menu(line.text):
        return "navigation"
    if len(line.text) < 80 and is_known(bare_house(line.text)):
        return "agency"
    return "date-line" if only_a_date(line.text) or _dated_cells(line) else None


def _dated_cells(line: Line) -> bool:
    """Whether the line is a row of short cells of which one is a date: "Ana Reis | Mar 3, 2024"."""
    cells = re.split(r"\s+[|•·/]\s+", line.text)
    if len(cells) < 2 or line.words > 20 or ENDS.search(line.text):
        return False
    return all(len(c.split()) <= 6 for c in cells) and any(only_a_date(c) for c in cells)


def _menu(text: str) -> bool:
    """Whether the line is a row of links: "Home | World | Sport", "Home > Africa > Niger"."""
    cells = re.split(r"\s*[|›»>•·‹]\s*|\s{3,}|\t", text)
    filled = [c for c in cells if c]
    if len(filled) < 3 or ENDS.search(text) or find_dates(text):
        return False
    if any(c.isdigit() for c in text):  # "Tolna | 12 | 40": a row of a table
        return False
    return all(len(c.split()) <= 4 for c in filled) and not any(c[-1:] in ".:;" for c in filled)


_CLOCK = re.compile(
    r"updated \d{1,3} \w{1,8} ago|gmt[+-]\d{1,2}|\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?"
    r"|\b(?:[ap]\.?m\.?|gmt|utc|[a-z]{1,2}[sd]?t|at|on|the|local time|wat|cest)\b",
    re.IGNORECASE,
)


def only_a_date(text: str) -> bool:
    """Whether the line is a date (and a clock time, a place) and nothing else: "Friday, March 22, 2024 4:45 pm EDT"."""
    if len(text) > 80:
        return False
    found = find_dates(text)
    if not found or found[0].when.earliest is None:
        return False
    rest = text
    for f in reversed(found):
        rest = rest[: f.start] + rest[f.end :]
    rest = _CLOCK.sub("", rest).strip()
    place = found[0].start > 0 and re.fullmatch(
        r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,2},", rest
    )  # "Tolna, 5 March 2024"
    return bool(place) or not re.search(r"\w", rest)


def opens(line: Line) -> NoiseKind | None:
    """The kind of block that a short line is the heading of: "Recent stories", "Key takeaways"."""
    if line.words > 8 or len(line.text) > 160:
        return None
    return rule("opens", line) or rule("next", line)


def rule(how: str, line: Line) -> NoiseKind | None:
    """The kind of the first such pattern that the whole line is."""
    return next((kind for kind, pattern in rules(how) if pattern.fullmatch(line.text)), None)


def is_tail(line: Line) -> bool:
    """Whether the line is a heading after which readers speak: "Leave a comment"."""
    return line.words <= 25 and any(pattern.fullmatch(line.text) for _, pattern in rules("tail"))
