"""One constituent of the grammar, and the small helpers that every rule uses.

Room: sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dateline.sentence.times.model import AnchorKind, Meaning, TimexType
from dateline.sentence.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens [start given to the rule, end) and what they mean."""

    end: int
    type: TimexType
    meaning: Meaning

    def until(self, end: int) -> Piece:
        """The same, ending elsewhere."""
        return replace(self, end=end)


def calendar(end: int, kind: TimexType = "DATE", **fields: Any) -> Piece:
    """A piece that states parts of a calendar date."""
    return Piece(end, kind, Meaning("calendar", fields=pack(fields)))


def pack(fields: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    """The stated fields in a fixed order, without those that are None."""
    return tuple(sorted((k, v) for k, v in fields.items() if v is not None))


def adding(m: Meaning, **fields: Any) -> Meaning:
    """The meaning with further stated fields."""
    return replace(m, fields=pack({**dict(m.fields), **fields}))


def modified(m: Meaning, modifier: str | None) -> Meaning:
    """The meaning with a TIMEX3 modifier, unless it has one."""
    return replace(m, modifier=m.modifier or modifier)


def leaning(m: Meaning, anchor: AnchorKind) -> Meaning:
    """The meaning with another anchor."""
    return replace(m, anchor=anchor)


def skip(t: Tokens, i: int, *words: str) -> int:
    """One past token i where it is one of the words, else i."""
    return i + 1 if t.word(i) in words else i


def match(t: Tokens, i: int, words: tuple[str, ...]) -> bool:
    """Whether the tokens from i are these words."""
    return t.words(i, len(words)) == words
