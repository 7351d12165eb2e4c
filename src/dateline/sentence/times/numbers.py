"""Reads numbers as they stand before a unit of time: "2 1/2", "twenty-four", "a couple of", "several".

In:   tokens and a place.
Out:  where the number ends and its value; None as value where the words are vague ("several").
Room: sentence.
"""

from __future__ import annotations

from dateline.sentence.times.piece import skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import NUMBER, ORDINAL

_LARGE = {"hundred": 100, "thousand": 1000}
_FRACTION = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MAX_DIGITS = 7  # a count of time units longer than this is no count


def number(t: Tokens, i: int) -> tuple[int, float | None] | None:
    """The number that begins at token i: (end, value), value None where it is vague.

    >>> from dateline.sentence.times.tokens import tokens
    >>> number(tokens("twenty-four hours"), 0), number(tokens("2 1/2 years"), 0), number(tokens("a few days"), 0)
    ((3, 24.0), (4, 2.5), (2, None))
    """
    word = t.word(i)
    if word.isdigit():
        return _digits(t, i)
    if word in ("a", "the") and t.word(i + 1) in (
        "quarter",
        "few",
        "couple",
        "dozen",
        "hundred",
        "thousand",
        "half",
        "good",
    ):
        if t.word(i + 1) == "good":
            return None
        i += 1
        word = t.word(i)
    if word == "couple":
        return (i + 2, 2.0) if t.word(i + 1) == "of" else (i + 1, 2.0)
    if word == "quarter" and t.word(i + 1) in ("century", "-") and t.word(skip(t, i + 1, "-")) == "century":
        return skip(t, i + 1, "-"), 0.25
    if word == "half":
        return (i + 2, 0.5) if t.word(i + 1) in ("a", "an") else (i + 1, 0.5)
    return _words(t, i)


def _digits(t: Tokens, i: int) -> tuple[int, float | None] | None:
    if len(t.word(i)) > _MAX_DIGITS or not t.word(i).isascii():
        return None
    value, j = float(t.word(i)), i + 1
    while t.word(j) == "," and t.glued(j) and t.glued(j + 1) and len(t.word(j + 1)) == 3 and t.word(j + 1).isdigit():
        value, j = value * 1000 + int(t.word(j + 1)), j + 2
        if value > 10**_MAX_DIGITS:
            return None
    if t.word(j) == "." and t.glued(j) and t.glued(j + 1) and t.word(j + 1).isdecimal() and len(t.word(j + 1)) < 4:
        return j + 2, value + int(t.word(j + 1)) / 10 ** len(t.word(j + 1))
    if t.word(j) == "-" and t.word(j + 1).isdecimal() and t.word(j + 2) == "/":
        j += 1
    if t.word(j).isdecimal() and t.word(j + 1) == "/" and t.word(j + 2).isdecimal() and t.glued(j + 1):
        low = int(t.word(j + 2)[:4])
        return (j + 3, value + int(t.word(j)[:4]) / low) if 0 < low < 10 else None
    if t.word(j) in _FRACTION:
        return j + 1, value + _FRACTION[t.word(j)]
    if t.word(j) in ("hundred", "thousand"):
        return j + 1, value * _LARGE[t.word(j)]
    return j, value


def _words(t: Tokens, i: int) -> tuple[int, float | None] | None:
    if NUMBER.get(t.word(i)) is None or t.word(i) == "some":
        return None
    total, value, j, vague = 0.0, 0.0, i, False
    while (cell := NUMBER.get(t.word(j))) is not None and j < i + 9:
        if cell == "X":
            vague = True
        elif t.word(j) in _LARGE:
            value = (value or 1) * _LARGE[t.word(j)]
            total, value = (total + value, 0.0) if value >= 1000 else (total, value)
        elif value and (value % 100 == 0 or (value % 10 == 0 and value % 100 >= 20 and float(cell) < 10)):
            value += float(cell)
        elif value:
            break
        else:
            value = float(cell)
        j += 1
        if (t.word(j) == "-" and t.glued(j) and t.word(j + 1) in NUMBER and NUMBER[t.word(j + 1)] not in ("X",)) or (
            t.word(j) == "and"
            and t.word(j - 1) in _LARGE
            and t.word(j + 1) in NUMBER
            and t.word(j + 1) not in ("a", "an")
        ):
            j += 1
    value += total
    spelled = ("-", "and", "-", "a", "-", "half")  # "three-and-a-half"
    if t.words(j, 3) == ("and", "a", "half") and not vague:
        return j + 3, value + 0.5
    if t.words(j, 6) == spelled and not vague:
        return j + 6, value + 0.5
    return j, None if vague else value


def year_words(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year in words: "nineteen ninety-six", "two thousand (and) five".

    >>> from dateline.sentence.times.tokens import tokens
    >>> year_words(tokens("nineteen ninety-six"), 0), year_words(tokens("two thousand and five"), 0)
    ((4, 1996), (4, 2005))
    """
    head = NUMBER.get(t.word(i), "")
    if t.word(i) == "two" and t.word(i + 1) == "thousand":
        rest = _words(t, i)
        return (rest[0], int(rest[1])) if rest and rest[1] and 2000 <= rest[1] < 2100 else None
    if not head.isdigit() or not 12 <= int(head) <= 20 or t.word(i) == "dozen":
        return None
    j = i + 2 if t.word(i + 1) == "-" else i + 1
    if t.word(j) in ("oh", "o") and NUMBER.get(t.word(j + 1), "").isdigit():
        return j + 2, int(head) * 100 + int(NUMBER[t.word(j + 1)])
    rest = _words(t, j)
    if rest is None or rest[1] is None or not 10 <= rest[1] <= 99 or t.word(j) in ("a", "an"):
        return None
    return rest[0], int(head) * 100 + int(rest[1])


_SUFFIX = {"st", "nd", "rd", "th"}


def ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal: "21st", "third", "twenty-first".

    >>> from dateline.sentence.times.tokens import tokens
    >>> ordinal(tokens("21st century"), 0), ordinal(tokens("twenty-first"), 0)
    ((2, 21), (3, 21))
    """
    word = t.word(i)
    if word.isdecimal() and len(word) < 4 and t.word(i + 1) in _SUFFIX and t.glued(i + 1):
        return i + 2, int(word)
    if word in ("twenty", "thirty") and t.word(i + 1) == "-" and ORDINAL.get(t.word(i + 2), 99) < 10:
        return i + 3, int(NUMBER[word]) + ORDINAL[t.word(i + 2)]
    if word in ("twenty", "thirty") and ORDINAL.get(t.word(i + 1), 99) < 10:
        return i + 2, int(NUMBER[word]) + ORDINAL[t.word(i + 1)]
    return (i + 1, ORDINAL[word]) if word in ORDINAL else None
