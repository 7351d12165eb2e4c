"""Takes a text apart into words, rows of digits and marks, and finds the phrases of a table among them.

In:   the text; the name of a table and of its column of phrases.
Out:  Pieces in order; the row of the longest phrase that begins or ends at a piece.
Room: claim.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from dateline.lexicon.tables import table


class Piece(NamedTuple):
    """A word, a number in digits, or a single mark; a report has thousands."""

    kind: str  # "digits", "word" or "mark"
    low: str  # in lower case
    start: int
    end: int


_PIECE = re.compile(
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\S)"
)
HYPHENS: Final = frozenset({"-", "–", "‑"})


def pieces_of(text: str) -> list[Piece]:
    """The words, rows of digits and marks of the text, in order."""
    return [Piece(m.lastgroup or "", m[0].lower(), *m.span()) for m in _PIECE.finditer(text)]


@cache
def _phrases(name: str, key: str, side: str = "") -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """The phrases of a table by the piece at their inner end, longest first, each with its row number."""
    grouped: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for n, row in enumerate(table(name)):
        if side and row["side"] != side:
            continue
        words = tuple(p.low for p in pieces_of(row[key]))
        grouped.setdefault(words[-1] if side == "before" else words[0], []).append((words, n))
    return {k: tuple(sorted(v, key=lambda x: (-len(x[0]), x[1]))) for k, v in grouped.items()}


def ahead(pieces: list[Piece], i: int, name: str, key: str, side: str) -> tuple[int, int] | None:
    """The longest phrase of the table that starts at piece i: (its row, the piece after it)."""
    if i >= len(pieces):
        return None
    for words, row in _phrases(name, key, side).get(pieces[i].low, ()):
        if i + len(words) <= len(pieces) and all(pieces[i + n].low == w for n, w in enumerate(words)):
            return row, i + len(words)
    return None


def behind(pieces: list[Piece], i: int, floor: int, name: str, key: str) -> tuple[int, int] | None:
    """The longest phrase of the table that ends just before piece i: (its row, its first piece)."""
    if i - 1 < floor:
        return None
    for words, row in _phrases(name, key, "before").get(pieces[i - 1].low, ()):
        first = i - len(words)
        if first >= floor and all(pieces[first + n].low == w for n, w in enumerate(words)):
            tied = all(pieces[n].end == pieces[n + 1].start for n in range(first, i - 1))
            if tied or name != "currencies" or " " in table(name)[row][key]:  # "a $5 fine" is not in A$
                return row, first
    return None


def touching(pieces: list[Piece], i: int) -> bool:
    """Whether piece i follows its neighbour without a gap."""
    return 0 < i < len(pieces) and pieces[i - 1].end == pieces[i].start
