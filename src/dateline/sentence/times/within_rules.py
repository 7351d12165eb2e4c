"""Grammar of a day told by the stretch that holds it: "Wednesday of last week", "the first Sunday in May".

In:   tokens and a place.
Out:  a Piece whose fields say the weekday (`on`, 1 to 7) and, inside a month, which one of them (`nth`, -1 the last).
Room: sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.sentence.times.calendar_rules import date as calendar_date
from dateline.sentence.times.calendar_rules import month, weekday
from dateline.sentence.times.model import Meaning
from dateline.sentence.times.numbers import number, ordinal
from dateline.sentence.times.piece import Piece, adding, match, pack, skip
from dateline.sentence.times.relative_rules import POINTERS
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import DAYPART, MONTH, NUMBER, SEASON, UNIT, WEEKDAY

_HOLDS: Final = frozenset({"of", "in", "after", "before", "since"})
_LAST: Final = frozenset({"last", "final"})
_FIFTH: Final = 5  # no month has a sixth Sunday
_BEYOND: Final[dict[tuple[str, ...], int]] = {("before", "last"): -2, ("after", "next"): 2}
_UNITS: Final = frozenset({"night", "week", "weekend", "month", "year"})


def of_month(t: Tokens, i: int) -> Piece | None:
    """ "The first Sunday in May", "the last Friday of November 2023", "the second Monday of next month".

    "The first Friday of the fast", "the first Monday after Easter" are days that the words do not place.
    """
    j = skip(t, i, "the")
    told = (j + 1, -1) if t.word(j) in _LAST else ordinal(t, j)
    named = weekday(t, told[0]) if told else None
    if told is None or named is None or told[1] > _FIFTH or t.word(named[0]) not in _HOLDS:
        return None
    k, fields = named[0] + 1, {"nth": told[1], "on": named[1]}
    if t.word(k) in ("each", "every") and t.word(k + 1) == "month":
        return Piece(k + 2, "SET", Meaning("set", unit="month", count=1.0))
    held = calendar_date(t, k) if month(t, k) else None
    if held and held.meaning.get("day") is None:
        return Piece(held.end, "DATE", adding(held.meaning, **fields))
    if match(t, k, ("the", "month")):
        return Piece(k + 2, "DATE", Meaning("definite", "month", 0, anchor="narrative", fields=pack(dict(fields))))
    held = _pointed(t, k, "month", fields)
    untold = j > i and t.word(k).isalpha() and not weekday(t, k)
    return held or (Piece(named[0], "DATE", Meaning("event-offset", "day", anchor="event")) if untold else None)


def of_week(t: Tokens, i: int) -> Piece | None:
    """ "Wednesday of last week", "Monday night last week", "last week on Tuesday"."""
    named = weekday(t, i)
    if named is None:
        return _week_first(t, i)
    part = DAYPART.get(t.word(named[0]))
    j = skip(t, named[0] + 1 if part else named[0], "of")
    return _pointed(t, j, "week", {"on": named[1], "part": part})


def _week_first(t: Tokens, i: int) -> Piece | None:
    week = _pointed(t, i, "week", {})
    j = skip(t, week.end, ",") if week else i
    named = weekday(t, j + 1) if week and t.word(j) == "on" else None
    return Piece(named[0], "DATE", adding(week.meaning, on=named[1])) if week and named else None


def _pointed(t: Tokens, i: int, unit: str, fields: Mapping[str, int | str | None]) -> Piece | None:
    """A pointing word and the unit, with the fields of a day in it."""
    for n in (3, 2, 1):
        step = POINTERS.get(t.words(i, n))
        if step and t.word(i + n) == unit and t.word(i + n + 1) != "'":
            meaning = Meaning("pointed", unit, step[0], anchor=step[1], fields=pack(dict(fields)))
            return Piece(i + n + 1, "TIME" if fields.get("part") else "DATE", meaning)
    return None


def beyond(t: Tokens, i: int) -> Piece | None:
    """ "The week before last", "the month after next", "the night before last"."""
    step = _BEYOND.get(t.words(i + 2, 2))
    unit = UNIT.get(t.word(i + 1), t.word(i + 1))
    if t.word(i) != "the" or step is None or t.word(i + 1) not in _UNITS:
        return None
    after = t.word(i + 4)
    if after in UNIT or after in MONTH or after in WEEKDAY or after in SEASON or after in NUMBER or t.capital(i + 4):
        return None  # "the week before last Easter", "the year before last spring"
    if t.word(i + 1) == "night":
        meaning = Meaning("pointed", "day", step, anchor="report", fields=(("part", "NI"),))
        return Piece(i + 4, "TIME", meaning)
    return Piece(i + 4, "DATE", Meaning("pointed", unit, step, anchor="report"))


def weekdays_ago(t: Tokens, i: int) -> Piece | None:
    """ "Two Fridays ago"."""
    found = number(t, i)
    word = t.word(found[0]) if found else ""
    if found is None or not found[1] or found[1] != int(found[1]) or t.word(found[0] + 1) != "ago":
        return None
    on = WEEKDAY.get(word[:-1]) if word.endswith("s") else None
    if on is None or not t.capital(found[0]):
        return None
    meaning = Meaning("pointed", "week", -int(found[1]), anchor="report", fields=(("since", on),))
    return Piece(found[0] + 2, "DATE", meaning)
