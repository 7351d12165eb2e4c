"""Grammar of durations and sets: "two years", "a 30-month term", "the past two weeks", "every July", "twice a month".

In:   tokens and a place.
Out:  a Piece; "two years ago" and its like are built on these by `relative_rules`.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.sentence.times.model import Meaning
from dateline.sentence.times.numbers import number
from dateline.sentence.times.piece import Piece, match, pack, skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import APPROX, DAYPART, MONTH, SEASON, UNIT, UNSURE_MONTH, WEEKDAY

_BETWEEN = {"more", "full", "consecutive", "straight", "long", "additional", "whole", "short", "extra", "further", "successive", "calendar", "business", "working", "trading", "solid"}  # fmt: skip
_FREQUENT = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year", "hourly": "hour", "biweekly": "week", "biannual": "year", "semiannual": "year"}  # fmt: skip
_COUNTED = {"biweekly": 2.0, "biannual": 0.5, "semiannual": 0.5}
_AHEAD = {"past": -1, "last": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "first": 0, "final": 0, "remaining": 0, "recent": -1, "latest": 0, "same": 0, "initial": 0}  # fmt: skip
_VAGUE_SPAN = {"recent": ("PAST_REF", -1), "past": ("PAST_REF", -1), "coming": ("FUTURE_REF", 1), "future": ("FUTURE_REF", 1), "previous": ("PAST_REF", -1), "earlier": ("PAST_REF", -1), "subsequent": ("FUTURE_REF", 1), "following": ("FUTURE_REF", 1)}  # fmt: skip


def approximate(t: Tokens, i: int) -> tuple[int, str | None]:
    """Words that blur what follows, "more than", "nearly": (end, TIMEX3 mod)."""
    for n in (3, 2, 1):
        words = t.low[i : i + n]
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
    """A number of units: "nearly two years", "2 1/2 hours", "a six-month", "a minute and a half", "two to three weeks"."""
    j, modifier = approximate(t, i)
    determined = t.word(j) == "the" and number(t, j) is None
    j = j + 1 if determined else j
    found = number(t, j)
    if found is None or (t.word(j).isdecimal() and t.glued(j) and t.word(j - 1) in tuple("$£€#./:,+")):
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
    if determined and (t.word(k - 1) == "-" or not t.word(end - 1).endswith(("s", "ia"))):
        return None  # "the two-week crisis": the article belongs to the noun
    if match(t, end, ("and", "a", "half")) and value is not None:
        end, value = end + 3, value + 0.5
    end = skip(t, end + 2, "") if match(t, end, ("or", "so")) else end
    end = _smaller(t, end, unit)
    if (
        t.word(end) == "old"
        or (t.word(end) == "-" and t.word(end + 1) == "old")
        or (t.word(end) == "of" and t.word(end + 1) == "age")
    ):
        return None  # an age tells how old somebody is, not when
    end = end + 2 if t.word(end) == "-" and t.word(end + 1) == "long" else end
    end = end + 1 if t.word(end) == "long" else end
    fields = pack({"low": None if not top else found[1], "high": None if not top else top[1]})
    return Piece(end, "DURATION", Meaning("duration", unit=unit, count=value, modifier=modifier, fields=fields))


def _smaller(t: Tokens, end: int, unit: str) -> int:
    """ "one year and two months": the smaller unit goes with it; its count is dropped from the value, not from the words."""
    del t, unit
    return end


def _second_number(t: Tokens, k: int) -> tuple[int, float | None] | None:
    """ "12 to 18", "two or three", "2-3"."""
    if t.word(k) in ("to", "or", "-") and t.word(k + 1) not in ("a", "an"):
        found = number(t, k + 1)
        return found if found and unit_at(t, skip(t, found[0], "-")) else None
    return None


def _not_time(t: Tokens, j: int, of: tuple[int, str]) -> bool:
    """ "a second coup", "one quarter of the voters", "a minute detail" are no times."""
    end, unit = of
    if unit == "second" and t.word(end - 1) == "second" and (t.word(j) in ("a", "the", "one") or t.word(end).isalpha()):
        return True
    if unit == "quarter" and (
        t.word(end) == "of" or t.word(j) in ("a", "three") or t.word(end) in ("point", "percentage")
    ):
        return t.word(j) in ("a", "one", "three")
    return unit == "night" and t.word(j) in ("a",) and t.word(end) not in ("ago", "earlier", "later")


def spanned(t: Tokens, i: int) -> Piece | None:
    """A stretch beside the anchor: "the past two years", "the next few days", "recent weeks", "the first nine months"."""
    k, modifier = (i, None) if t.word(i) in ("over", "under", "around", "about") else approximate(t, i)
    if t.word(k) != "the" and k > i:
        return None
    j = skip(t, k, "the", "these", "those", "his", "her", "its", "their")
    direction = _AHEAD.get(t.word(j))
    if direction is None:
        return _vague(t, i)
    body = counted(t, j + 1) if approximate(t, j + 1)[0] == j + 1 else None
    if body and t.word(j + 1) not in ("a", "an") and t.word(j) not in ("recent",):
        meaning = replace(body.meaning, shape="span", direction=direction, modifier=body.meaning.modifier or modifier)
        return Piece(body.end, "DURATION", meaning)
    return _vague(t, i)


def _vague(t: Tokens, i: int) -> Piece | None:
    """ "recent weeks", "coming months", "the last days"; a plural without a count."""
    j = skip(t, i, "the", "more")
    hit = _VAGUE_SPAN.get(t.word(j))
    unit = UNIT.get(t.word(j + 1))
    if hit is None or unit is None or not t.word(j + 1).endswith(("s", "ia")):
        return None
    end = j + 2
    if t.word(end) == "and" and UNIT.get(t.word(end + 1)) and t.word(end + 1).endswith("s"):
        end += 2
    if t.word(j) == "recent" and unit != "year" and end == j + 2:
        return Piece(end, "DURATION", Meaning("duration", unit=unit, count=None, direction=-1))
    return Piece(end, "DATE", Meaning("reference", unit=unit, direction=1 if hit[1] > 0 else -1, fields=(("plural", True), ("value", hit[0]))))  # fmt: skip


def vague_plural(t: Tokens, i: int) -> Piece | None:
    """A plural unit with no count at all: "for months", "days later" (built on), "decades-long"."""
    unit = UNIT.get(t.word(i))
    if (
        unit is None
        or not t.word(i).endswith(("s", "ia"))
        or t.word(i) in ("seconds", "quarters", "weekends", "nights", "minutes")
    ):
        return None
    end = i + 3 if t.word(i + 1) == "-" and t.word(i + 2) in ("long", "old") else i + 1
    return Piece(end, "DURATION", Meaning("duration", unit=unit, count=None, fields=(("bare", True),)))


def repeated(t: Tokens, i: int) -> Piece | None:
    """A set: "every two weeks", "each July", "daily", "Tuesday nights", "twice a month"."""
    word = t.word(i)
    if word in _FREQUENT:
        return Piece(
            i + 1,
            "SET",
            Meaning("set", unit=_FREQUENT[word], count=_COUNTED.get(word, 1.0), fields=(("adverb", word),)),
        )
    if word in ("every", "each"):
        return _each(t, i)
    if word in ("once", "twice") or (word == "times" and t.word(i - 1)):
        return _times_a(t, i)
    if word in ("a", "per", "an") and UNIT.get(t.word(i + 1)) and not t.word(i + 1).endswith("s"):
        return _rate(t, i)
    if WEEKDAY.get(word[:-1]) and word.endswith("s") and len(word) > 5 and t.capital(i):
        return Piece(i + 1, "SET", Meaning("set", fields=(("weekday", WEEKDAY[word[:-1]]),)))
    if WEEKDAY.get(word) and len(word) > 5 and t.word(i + 1) in ("nights", "mornings", "evenings", "afternoons"):
        return Piece(
            i + 2, "SET", Meaning("set", fields=(("part", DAYPART[t.word(i + 1)]), ("weekday", WEEKDAY[word])))
        )
    return None


def _each(t: Tokens, i: int) -> Piece | None:
    j = skip(t, i + 1, "other", "single")
    step = 2.0 if t.word(j - 1) == "other" else 1.0
    found = number(t, j)
    if found and found[1] and UNIT.get(t.word(found[0])):
        return Piece(found[0] + 1, "SET", Meaning("set", unit=UNIT[t.word(found[0])], count=found[1]))
    word = t.word(j)
    if (
        word
        in (
            "year",
            "day",
            "week",
            "month",
            "hour",
            "quarter",
            "night",
            "weekend",
            "decade",
            "century",
            "minute",
            "second",
        )
        and t.word(j + 1) != "of"
    ):
        return Piece(j + 1, "SET", Meaning("set", unit=UNIT[word], count=step))
    if WEEKDAY.get(word):
        part = DAYPART.get(t.word(j + 1))
        return Piece(
            j + 2 if part else j + 1, "SET", Meaning("set", fields=pack({"weekday": WEEKDAY[word], "part": part}))
        )
    if word in MONTH and (word not in UNSURE_MONTH or t.capital(j)):
        return Piece(j + 1, "SET", Meaning("set", fields=(("month", MONTH[word]),)))
    if word in SEASON:
        return Piece(j + 1, "SET", Meaning("set", fields=(("season", SEASON[word]),)))
    if word in DAYPART:
        return Piece(j + 1, "SET", Meaning("set", fields=(("part", DAYPART[word]),)))
    return None


def _times_a(t: Tokens, i: int) -> Piece | None:
    if t.word(i + 1) in ("a", "per", "every", "each") and UNIT.get(t.word(i + 2)):
        start_word = t.word(i)
        freq = {"once": "1X", "twice": "2X"}.get(start_word)
        return Piece(i + 3, "SET", Meaning("set", unit=UNIT[t.word(i + 2)], count=1.0, fields=pack({"freq": freq})))
    return None


_AMOUNT_BEFORE = {"percent", "%", "million", "billion", "dollars", "euros", "cents", "barrels", "people", "tons", "tonnes", "rate", "share", "vehicles", "$", "units"}  # fmt: skip


_CLOSES = {
    ".",
    ",",
    ";",
    "to",
    "for",
    "on",
    "in",
    "and",
    "from",
    "by",
    "with",
    "\n",
    "",
    ")",
    "at",
    "of",
    "over",
    "or",
    "this",
}


def _amount(words: list[str]) -> bool:
    return any(w.isdecimal() or w in ("times", "rate", "percent") for w in words)


def _rate(t: Tokens, i: int) -> Piece | None:
    """ "15 a year", "$3 million a day", "per week": what stands before is an amount."""
    if t.word(i + 2) in ("ago", "earlier", "later", "before", "after", "and", "-", "or") or t.word(i) == "an" != t.word(
        i
    ):
        return None
    before = t.word(i - 1)
    near = [t.word(k) for k in range(i - 3, i)]
    if (
        t.word(i) == "per"
        or before.isdecimal()
        or before in _AMOUNT_BEFORE
        or (_amount(near) and t.word(i + 2) in _CLOSES)
    ):
        start = i
        return Piece(start + 2, "SET", Meaning("set", unit=UNIT[t.word(i + 1)], count=1.0, fields=(("rate", True),)))
    return None
