"""Grammar of lengths of time: "two years", "a 30-month term", "the past two weeks", "recent months", "for days".

In:   tokens and a place.
Out:  a Piece; "two years ago" and its like are built on these by `relative_rules`.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from dateline.sentence.times.model import Meaning
from dateline.sentence.times.numbers import number
from dateline.sentence.times.piece import Piece, match, pack, skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import APPROX, NUMBER, UNIT, cue

_BETWEEN: Final = cue("between count and unit")
_MONEY: Final = frozenset("$£€#./:,+")
_PLURAL: Final = ("s", "ia")
_NO_BARE: Final = frozenset(["seconds", "quarters", "weekends", "nights", "minutes"])
_DISTANT: Final = frozenset(["ago", "earlier", "later"])  # "minutes later" is a distance; "the minutes" are not
_SPREADS: Final = frozenset(["over", "under", "around", "about"])  # before "the past year" they are prepositions
_ASIDE: Final[dict[str, Literal[-1, 0, 1]]] = {  # which side of the anchor a counted stretch lies on
    "past": -1, "last": -1, "previous": -1, "preceding": -1, "recent": -1, "next": 1, "coming": 1, "following": 1,
    "first": 0, "final": 0, "remaining": 0, "latest": 0, "same": 0, "initial": 0,
}  # fmt: skip
_VAGUE: Final[dict[str, Literal[-1, 1]]] = {
    "recent": -1, "past": -1, "previous": -1, "earlier": -1, "coming": 1, "future": 1, "subsequent": 1, "following": 1,
}  # fmt: skip
_STRETCHES: Final = frozenset(["recent", "subsequent", "following"])  # "in the following days" is no time from now

ALL_LONG: Final = frozenset(["daylong", "weeklong", "monthlong", "yearlong"])


def approximate(t: Tokens, i: int) -> tuple[int, str | None]:
    """Words that blur what follows, "more than", "nearly": (end, TIMEX3 mod)."""
    for n in (3, 2, 1):
        words = t.words(i, n)
        if words in APPROX:
            return i + n, APPROX[words]
    return i, None


def unit_at(t: Tokens, i: int) -> tuple[int, str] | None:
    """A unit of time with what may stand before it: "more weeks", "consecutive days"."""
    j = i
    while t.word(j) in _BETWEEN and j < i + 2:
        j += 1
    unit = UNIT.get(t.word(j))
    return (j + 1, unit) if unit else None


def counted(t: Tokens, i: int) -> Piece | None:
    """A number of units: "nearly two years", "2 1/2 hours", "six-month", "a minute and a half", "two to six weeks"."""
    j, modifier = approximate(t, i)
    determined = t.word(j) == "the" and number(t, j) is None
    j = j + 1 if determined else j
    found = number(t, j)
    if found is None or (t.word(j).isdecimal() and t.glued(j) and t.word(j - 1) in _MONEY):
        return None
    k, value = found
    top = _second_number(t, k)
    if top:
        k, value = top[0], value if top[1] == value else None
    k = skip(t, k, "-") if t.word(k) == "-" else k
    of = unit_at(t, k) or (unit_at(t, k + 1) if t.word(k) == "of" and value is None else None)
    if of is None or _not_time(t, j, of):
        return None
    end, unit = of
    if determined and (t.word(k - 1) == "-" or not t.word(end - 1).endswith(_PLURAL)):
        return None  # "the two-week crisis": the article belongs to the noun
    if match(t, end, ("and", "a", "half")) and value is not None:
        end, value = end + 3, value + 0.5
    if _age(t, end):
        return None
    end = end + 2 if t.word(end) == "-" and t.word(end + 1) == "long" else skip(t, end, "long")
    if match(t, end, ("or", "so")) and value is not None and t.word(end - 1).endswith(_PLURAL):
        end, modifier = end + 2, modifier or "APPROX"
    fields = pack({"low": found[1] if top else None, "high": top[1] if top else None})
    return Piece(end, "DURATION", Meaning("duration", unit=unit, count=value, modifier=modifier, fields=fields))


def _age(t: Tokens, end: int) -> bool:
    """ "37 years old", "the 6-year-old", "26 years of age": how old somebody is, not when."""
    return t.word(end) == "old" or match(t, end, ("-", "old")) or match(t, end, ("of", "age"))


def _second_number(t: Tokens, k: int) -> tuple[int, float | None] | None:
    """ "12 to 18", "two or three", "2-3"."""
    if t.word(k) in ("to", "or", "-") and t.word(k + 1) not in ("a", "an"):
        found = number(t, k + 1)
        return found if found and unit_at(t, skip(t, found[0], "-")) else None
    return None


def _not_time(t: Tokens, j: int, of: tuple[int, str]) -> bool:
    """ "a second coup", "three quarters of the voters", "a night" (of many) are no lengths of time."""
    end, unit = of
    first, after = t.word(j), t.word(end)
    if unit == "second" and t.word(end - 1) == "second":
        return first in ("a", "the", "one") or after.isalpha()
    if unit == "quarter":
        beside = t.word(j - 1) in _ASIDE  # "the next three quarters"
        return (
            first in ("a", "one", "three") and (after in ("of", "point", "percentage") or first != "one") and not beside
        )
    return unit == "night" and first == "a" and after not in ("ago", "earlier", "later")


def spanned(t: Tokens, i: int) -> Piece | None:
    """A stretch beside the anchor: "the past two years", "the next few days", "recent weeks", "the first month"."""
    k, modifier = (i, None) if t.word(i) in _SPREADS else approximate(t, i)
    if t.word(k) != "the" and k > i:
        return None
    j = skip(t, k, "the", "these", "those", "his", "her", "its", "their")
    direction = _ASIDE.get(t.word(j))
    if direction is None or t.word(j) == "recent" or t.word(j + 1) in ("a", "an"):
        return _vague(t, i)
    body = counted(t, j + 1) if approximate(t, j + 1)[0] == j + 1 else None
    if body is None:
        return _vague(t, i)
    mod = body.meaning.modifier or modifier
    return Piece(body.end, "DURATION", replace(body.meaning, shape="span", direction=direction, modifier=mod))


def _vague(t: Tokens, i: int) -> Piece | None:
    """ "recent weeks", "coming months", "the past years": a plural without a count."""
    j = skip(t, i, "the", "more")
    side, unit = _VAGUE.get(t.word(j)), UNIT.get(t.word(j + 1))
    if j > i and t.word(j + 1) == "ahead" and UNIT.get(t.word(j)) and t.word(j).endswith(_PLURAL):
        return Piece(j + 2, "DURATION", Meaning("duration", unit=UNIT[t.word(j)], count=None))  # "the weeks ahead"
    if side is None or unit is None or not t.word(j + 1).endswith(_PLURAL):
        return None
    end = j + 2
    if t.word(end) == "and" and UNIT.get(t.word(end + 1)) and t.word(end + 1).endswith("s"):
        end += 2
    elif t.word(j) in _STRETCHES and (t.word(j), unit) != ("recent", "year"):
        return Piece(end, "DURATION", Meaning("duration", unit=unit, count=None, direction=side))
    value = "FUTURE_REF" if side > 0 else "PAST_REF"
    fields = (("plural", True), ("value", value))
    return Piece(end, "DATE", Meaning("reference", unit=unit, direction=side, fields=fields))


def vague_plural(t: Tokens, i: int) -> Piece | None:
    """A plural unit with no count at all: "for months", "days later" (built on), "decades-long"."""
    if t.word(i) in ALL_LONG:
        return Piece(i + 1, "DURATION", Meaning("duration", unit=t.word(i)[: -len("long")], count=1.0))
    unit = UNIT.get(t.word(i))
    if t.words(i + 1, 2) == ("-", "long") and unit is not None and not t.word(i).endswith(_PLURAL):
        return Piece(i + 3, "DURATION", Meaning("duration", unit=unit, count=1.0))  # "their day-long meeting"
    if unit is None or not t.word(i).endswith(_PLURAL) or (t.word(i) in _NO_BARE and t.word(i + 1) not in _DISTANT):
        return None
    end = i + 3 if t.word(i + 1) == "-" and t.word(i + 2) == "long" else i + 1
    if t.word(i - 1).isdecimal() or t.word(i - 1) in NUMBER:  # "nineteen years old": how many is said, and no length
        return None
    return Piece(end, "DURATION", Meaning("duration", unit=unit, count=None, fields=(("bare", True),)))
