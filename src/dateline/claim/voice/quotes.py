"""Where a text quotes somebody word for word.

In:   the stored text of a report.
Out:  quotations, [start, end) with their marks; one that is opened in several paragraphs and closed in the last is
      several pieces of one chain. An apostrophe is never a quotation mark.
Room: claim. One pass over the text, linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

CLOSER: Final = {"“": "”", "„": "”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "‟": "”"}
SINGLE: Final = frozenset("'‘’‹›")
DOUBLE_ENDS: Final = frozenset('”»"“')
MARK: Final = re.compile("[" + "".join(sorted({*CLOSER, *CLOSER.values(), *DOUBLE_ENDS})) + "]")
SHUTS: Final = re.compile("['’›]")
LONGEST: Final = 6_000  # characters; a mark left open does not swallow the page


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, marks included."""

    start: int
    end: int
    closed: bool  # whether its own closing mark was found
    runs_on: bool = False  # goes on from the quotation before it, which was left open at the end of its paragraph


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every outermost quotation of the text, in order.

    >>> said = 'He said “it\\u2019s over” and the crews\\u2019 work "went on".'
    >>> [said[q.start:q.end] for q in quotations(said)]
    ['“it’s over”', '"went on"']
    """
    out: list[Quotation] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        out.extend(_in_line(text, at, at + len(body), out[-1] if out else None))
        at += len(line)
    return tuple(out)


def _in_line(text: str, start: int, end: int, before: Quotation | None) -> list[Quotation]:
    """The quotations of one paragraph; one that is not closed ends with it."""
    out: list[Quotation] = []
    opened: int | None = None
    mark = ""
    ends = _closers(text, start, end)
    for i in (found.start() for found in MARK.finditer(text, start, end)):
        c = text[i]
        if opened is not None and i - opened > LONGEST + 1:
            opened = None
        if opened is None:
            if c in CLOSER and _opens(text, i, start, end) and (c not in SINGLE or _closes_later(ends, c, i)):
                opened, mark = i, c
        elif _is_end(text, i, mark, start, end):
            out.append(Quotation(opened, i + 1, True))
            opened = None
        elif i - opened > LONGEST:
            opened = None
    if opened is not None and mark not in SINGLE and end - 1 - opened <= LONGEST:
        out.append(Quotation(opened, end, False))
    if out and before and not before.closed and text[start : out[0].start].strip() == "":
        out[0] = Quotation(out[0].start, out[0].end, out[0].closed, True)
    return out


def _closers(text: str, start: int, end: int) -> dict[str, int]:
    """Per mark, the last place in the line where it can close a quotation."""
    last: dict[str, int] = {}
    for found in SHUTS.finditer(text, start, end):
        if _shut(text, found.start(), start, end):
            last[found[0]] = found.start()
    return last


def _closes_later(last: dict[str, int], mark: str, i: int) -> bool:
    return last.get(CLOSER[mark], -1) > i + 1


def _opens(text: str, i: int, start: int, end: int) -> bool:
    """Whether the mark stands where a quotation can start: after a space or a bracket, before a word."""
    c = text[i]
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    if c in "“«„‹‟":
        return True
    if c == '"':
        return not after.isspace() and not (before.isalnum() and not after.isalnum())
    if before.isalnum() or after.isspace() or after.isdigit():
        return False  # "the crews' work", "back in the '90s"
    return after.isalpha() or after in '“"[(…'


def _is_end(text: str, i: int, mark: str, start: int, end: int) -> bool:
    c = text[i]
    if mark in SINGLE:
        return c == CLOSER[mark] and _shut(text, i, start, end)
    if c == CLOSER[mark]:
        return True
    return c in DOUBLE_ENDS and mark != c and mark not in "«" and c != "“"  # opened curly, closed straight


def _shut(text: str, i: int, start: int, end: int) -> bool:
    """Whether a single mark can close: not inside a word, and and not a possessive ("crews'")."""
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    if before.isspace() or after.isalnum():
        return False
    return before in '.,!?;:…”"' or after in '.,!?;:)”"—–-' or before not in "sS" or i + 1 >= end
