"""Cuts a text into the small tokens that the grammar of times reads.

In:   the stored text.
Out:  Tokens: words, digit runs and single marks, lower-cased beside their places; a line break is a token of its own.
Room: sentence. Independent of the reader's tokens, so that times are found the same with or without a parse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# "a.m." is one token, "1990s" two ("1990", "s"), "mid-May" three; every alternative is linear.
_TOKEN = re.compile(r"[AaPp]\.\s?[Mm]\b\.?|\d+|[^\W\d_]+|\n+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The text as parallel tuples; asking beyond either end gives the empty word."""

    text: str
    low: tuple[str, ...]  # lower case; typographic quotes and dashes made plain
    start: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.low)

    def word(self, i: int) -> str:
        """The token in lower case, or "" beyond the ends."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def words(self, i: int, n: int) -> tuple[str, ...]:
        """The n tokens from i on, or nothing where the text ends before."""
        return self.low[i : i + n] if 0 <= i <= len(self.low) - n else ()

    def raw(self, i: int) -> str:
        """The token as written, or ""."""
        return self.text[self.start[i] : self.end[i]] if 0 <= i < len(self.low) else ""

    def glued(self, i: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return 0 < i < len(self.low) and self.start[i] == self.end[i - 1]

    def capital(self, i: int) -> bool:
        """Whether the token is a word that begins with a capital."""
        return self.raw(i)[:1].isupper()


_PLAIN = {"’": "'", "‘": "'", "`": "'", "–": "-", "—": "--", "−": "-", "‐": "-", "‑": "-"}


def tokens(text: str) -> Tokens:
    """The tokens of the text.

    >>> tokens("In mid-May, 1990s").low
    ('in', 'mid', '-', 'may', ',', '1990', 's')
    """
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for found in _TOKEN.finditer(text):
        word = found.group()
        lowered = word.lower()
        if word[0] == "\n":
            lowered = "\n"
        elif "." in word and len(word) > 1:
            lowered = lowered[0] + "m"
        low.append(_PLAIN.get(lowered, lowered))
        start.append(found.start())
        end.append(found.end())
    return Tokens(text, tuple(low), tuple(start), tuple(end))
