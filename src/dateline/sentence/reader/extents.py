"""Time extents and names as a guideline would cut them, where the scores alone cut otherwise.

In:   runs of words that the scores hold for a time, or the scores of names, with the words themselves.
Out:  runs.
Room: sentence. Each rule is one of TIMEX3 (Saurí et al. 2006) or of naming, with words that show it:

- `parted`   "between 1985 and 1987", "27 May-28 May": the two ends of a range are two times.
- `wordless` "the", "up", "no": without a word that names a time there is none.
- `widened`  "at least 30 days", "a year or so": what bounds or rounds a time belongs to it.
- `_measured` "37 years old", "closed at 1462.93": an age is no time, and neither is a number with a decimal point.
- `overlooked` "they are now out", "in the past": words that mark the present, past or future are times.
- `ADDRESS`  "mail@example.org", "https://example.org/rome": an address is no name, whatever stands in it.
- `_without_amount` "fined Belmar Steel 45 million crowns": a number that goes on behind a name is no part of it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Sequence
from typing import Final

from dateline.lexicon.ordinals import ORDINALS
from dateline.lexicon.tables import table
from dateline.sentence.reader.decode import NEVER, Run, extents, tagged
from dateline.sentence.reader.session import Floats

ADDRESS: Final = re.compile(r"https?:|www\.|://|[^\s@]{1,64}@[^\s@]{1,64}\.", re.IGNORECASE)
SCALES: Final = frozenset(row["word"] for row in table("units_numbers") if row["class"] == "scale")  # "million"
DIGITS: Final = re.compile(r"\d{1,4}")
MONTHS: Final = frozenset(
    form.casefold() + stop
    for name in (*calendar.month_name[1:], *calendar.month_abbr[1:], "Sept", *calendar.day_name)
    for form, stop in ((name, ""), (name, "."))
)
DASHES: Final = frozenset("-–—")
BETWEEN: Final = frozenset({"and", "to", "until", "through"})
WORDLESS: Final = frozenset({"the", "no", "up", "that", "a", "an", "to", "of", "in", "at", "for", "by", "this", "over"})
BEFORE: Final = tuple(  # the longest first: "no more than" holds "more than"
    tuple(words.split())
    for words in ("no more than", "no less than", "at least", "at most", "up to", "more than", "less than")
)
AFTER: Final = (("or", "so"), ("or", "two"), ("or", "more"))
AGES: Final = (
    ("old",),
    ("-", "old"),
    ("of", "age"),
)  # behind years: 1 of 40 is marked; "8-month-old truce" is
YEARS: Final = frozenset({"year", "years"})
DECIMAL: Final = re.compile(r"\d{3,}\.\d+")  # none of 87 is a time; "7.30" may be
DATE, DURATION = 0, 2  # kinds, as the labels of the weights have them
# Marked as times more often than not in the documents that the reader learned from, which is the one reason to be here:
# "now" 75 of 101, "recently" 15 of 20, "currently" 11 of 18, "in the past" and "in the future" 6 of 6, "for decades"
# and the like 6 of 11. Left out by the same count: "recent", "current", "soon", "once", "already", "previously".
MARKS: Final = frozenset({"now", "recently", "currently"})
LINKING: Final = frozenset({("now", "that"), ("now", "then"), ("recently", "as")})  # "as recently as May" is May
REACHES: Final = frozenset({("in", "the", "past"), ("in", "the", "future")})
MANY: Final = frozenset({"hours", "days", "weeks", "months", "years", "decades", "centuries"})
UNITS: Final = MANY | frozenset({"hour", "day", "week", "month", "quarter", "half", "year", "decade", "century"})
COUNTS: Final = frozenset({"few", "several", "couple", "two", "three", "four", "five", "six", "ten"})


def times(scores: Floats, lines: Sequence[int], texts: Sequence[str]) -> list[Run]:
    """The times of a window: the extents that the scores find, mended."""
    low = [t.casefold() for t in texts]
    out: list[Run] = []
    for run in extents(scores, list(lines)):
        for kind, first, last in parted(run, low):
            if not all(word in WORDLESS for word in low[first : last + 1]) and not _measured(low, first, last):
                free = out[-1][2] + 1 if out else 0
                out.append((kind, *widened(first, last, low, lines, free)))
    taken = {n for _, first, last in out for n in range(first, last + 1)}
    return sorted((*out, *overlooked(low, lines, taken)), key=lambda run: run[1])


def _measured(low: Sequence[str], first: int, last: int) -> bool:
    """Whether the words measure something that is no time: an age, or a number to its hundredths."""
    if first == last and DECIMAL.fullmatch(low[first]):
        return True
    return low[last] in YEARS and any(tuple(low[last + 1 : last + 1 + len(age)]) == age for age in AGES)


def overlooked(low: Sequence[str], lines: Sequence[int], taken: Collection[int]) -> list[Run]:
    """Words that mark a time wherever they stand, but for the words that are part of a time already.

    >>> overlooked(["in", "the", "past", "it", "now", "ran"], [0] * 6, {4}), overlooked(["for", "weeks"], [0] * 2, ())
    ([(0, 1, 2)], [(2, 1, 1)])
    """
    out: list[Run] = []
    for n, word in enumerate(low):
        if n in taken:
            continue
        same = n > 0 and lines[n - 1] == lines[n]
        following = low[n + 1] if n + 1 < len(low) else ""
        if word in MARKS and (word, following) not in LINKING:
            out.append((DATE, n, n))
        elif word in MANY and same and low[n - 1] == "for":
            out.append((DURATION, n, n))
        elif tuple(low[n - 2 : n + 1]) in REACHES and lines[n - 2] == lines[n] and not {n - 1, n - 2} & set(taken):
            out += [] if following in UNITS | COUNTS or following.isdigit() else [(DATE, n - 1, n)]
    return out


def names(scores: Floats, lines: Sequence[int], texts: Sequence[str]) -> list[Run]:
    """The names of a window; an address is none, and a sum behind a name is no part of it."""
    addresses = [n for n, text in enumerate(texts) if (":" in text or "." in text) and ADDRESS.search(text)]
    if addresses:
        scores = scores.copy()
        scores[addresses, 1:] = NEVER
    return [(kind, first, _without_amount(texts, first, last)) for kind, first, last in tagged(scores, list(lines))]


def _without_amount(texts: Sequence[str], first: int, last: int) -> int:
    """Last word of the name: "fined Belmar Steel 45 million crowns" names no "Belmar Steel 45"."""
    counts = texts[last + 1].lower() if last + 1 < len(texts) else ""
    return last - 1 if last > first and texts[last][0].isdigit() and counts in SCALES else last


def parted(run: Run, low: Sequence[str]) -> list[Run]:
    """The ends of a range as two times.

    >>> parted((0, 0, 2), ["1985", "and", "1987"]), parted((0, 0, 2), ["third", "-", "quarter"])
    ([(0, 0, 0), (0, 2, 2)], [(0, 0, 2)])
    """
    kind, first, last = run
    out = []
    for n in range(first + 1, last):
        if _joins(low[n - 1], low[n], low[n + 1]):
            out.append((kind, first, n - 1))
            first = n + 1
    return [*out, (kind, first, last)]


def _joins(left: str, joint: str, right: str) -> bool:
    if joint in DASHES:
        return _dated(left) and _dated(right)
    if joint not in BETWEEN:
        return False
    year_or_month = right in MONTHS or (_dated(right) and len(right) > len("31"))
    return (_dated(left) and year_or_month) or (joint == "and" and left in ORDINALS and right in ORDINALS)


def _dated(word: str) -> bool:
    return word in MONTHS or DIGITS.fullmatch(word) is not None


def widened(first: int, last: int, low: Sequence[str], lines: Sequence[int], free: int) -> tuple[int, int]:
    """The first and last word of a time with what bounds it; nothing before word `free` and no other line is taken.

    >>> widened(2, 3, ["at", "least", "30", "days"], [0] * 4, 0), widened(0, 1, ["a", "year", "or", "so"], [0] * 4, 0)
    ((0, 3), (0, 3))
    """
    for words in BEFORE:
        start = first - len(words)
        if start >= free and tuple(low[start:first]) == words and lines[start] == lines[first]:
            first = start
            break
    if tuple(low[last + 1 : last + 3]) in AFTER and lines[last + 2] == lines[last]:
        last += 2
    return first, last
