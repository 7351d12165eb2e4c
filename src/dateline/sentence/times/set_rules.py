"""Grammar of sets, times that come again: "every two weeks", "each July", "daily", "Tuesday nights", "twice a month".

In:   tokens and a place.
Out:  a Piece of type SET.
Room: sentence.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.times.model import Meaning
from dateline.sentence.times.numbers import number
from dateline.sentence.times.piece import Piece, pack, skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import DAYPART, MONTH, NUMBER, SEASON, UNIT, UNSURE_MONTH, WEEKDAY, cue

FREQUENT: Final = {
    "daily": ("day", 1.0), "nightly": ("day", 1.0), "weekly": ("week", 1.0), "monthly": ("month", 1.0),
    "quarterly": ("quarter", 1.0),
    "yearly": ("year", 1.0), "annual": ("year", 1.0), "annually": ("year", 1.0), "hourly": ("hour", 1.0),
    "biweekly": ("week", 2.0),
    "biannual": ("year", 0.5), "semiannual": ("year", 0.5),
}  # fmt: skip
_ONE: Final = frozenset(UNIT) - frozenset(w for w in UNIT if w.endswith(("s", "ia")))  # units in the singular
_AMOUNT_BEFORE: Final = cue("amount before rate")
_CLOSES: Final = cue("closes a rate") | {"\n", ""}
_TIMES: Final = {"once": "1X", "twice": "2X"}


def repeated(t: Tokens, i: int) -> Piece | None:
    """A set that begins at token i."""
    word = t.word(i)
    if word in FREQUENT:
        unit, count = FREQUENT[word]
        return Piece(i + 1, "SET", Meaning("set", unit=unit, count=count, fields=(("adverb", word),)))
    if word in ("every", "each"):
        return _each(t, i)
    if word in _TIMES or word == "times":
        return _times_a(t, i)
    often = number(t, i) if word not in ("a", "an") else None
    if often and t.word(often[0]) == "times" and (found := _times_a(t, often[0])):
        return found
    if word in ("a", "per", "an") and t.word(i + 1) in _ONE:
        return _rate(t, i)
    return _weekdays(t, i)


def _weekdays(t: Tokens, i: int) -> Piece | None:
    """ "Mondays", "Tuesday nights"."""
    word = t.word(i)
    if word.endswith("s") and len(word) > 5 and word[:-1] in WEEKDAY and t.capital(i):
        return Piece(i + 1, "SET", Meaning("set", fields=(("weekday", WEEKDAY[word[:-1]]),)))
    part = DAYPART.get(t.word(i + 1))
    if word in WEEKDAY and len(word) > 5 and part and t.word(i + 1).endswith("s"):
        return Piece(i + 2, "SET", Meaning("set", fields=(("part", part), ("weekday", WEEKDAY[word]))))
    return None


def _each(t: Tokens, i: int) -> Piece | None:
    j = skip(t, i + 1, "other", "single")
    found, word = number(t, j), t.word(j)
    if found and found[1] and t.word(found[0]) in UNIT:
        return Piece(found[0] + 1, "SET", Meaning("set", unit=UNIT[t.word(found[0])], count=found[1]))
    if word in _ONE and t.word(j + 1) != "of":
        step = 2.0 if t.word(j - 1) == "other" else 1.0
        return Piece(j + 1, "SET", Meaning("set", unit=UNIT[word], count=step))
    if word in WEEKDAY:
        part = DAYPART.get(t.word(j + 1))
        fields = pack({"weekday": WEEKDAY[word], "part": part})
        return Piece(j + 2 if part else j + 1, "SET", Meaning("set", fields=fields))
    if word in MONTH and (word not in UNSURE_MONTH or t.capital(j)):
        return Piece(j + 1, "SET", Meaning("set", fields=(("month", MONTH[word]),)))
    if word in SEASON:
        return Piece(j + 1, "SET", Meaning("set", fields=(("season", SEASON[word]),)))
    return Piece(j + 1, "SET", Meaning("set", fields=(("part", DAYPART[word]),))) if word in DAYPART else None


def _times_a(t: Tokens, i: int) -> Piece | None:
    """ "twice a month", "three times a week" (from "times")."""
    if t.word(i + 1) in ("a", "per", "every", "each") and t.word(i + 2) in UNIT:
        fields = pack({"freq": _TIMES.get(t.word(i))})
        return Piece(i + 3, "SET", Meaning("set", unit=UNIT[t.word(i + 2)], count=1.0, fields=fields))
    return None


def _rate(t: Tokens, i: int) -> Piece | None:
    """ "15 a year", "$3 million a day", "700 seats a week", "per week": what stands before is an amount."""
    after = t.word(i + 2)
    if after in ("ago", "earlier", "later", "before", "after", "-"):
        return None
    near = [t.word(k) for k in range(i - 3, i)]
    amount = any(w.isdecimal() or w == "times" or (w in NUMBER and w not in ("a", "an")) for w in near)
    before = t.word(i - 1)
    if t.word(i) == "per" or before.isdecimal() or before in _AMOUNT_BEFORE:
        pass
    elif not (amount and before.endswith(("s", "le")) and after in _CLOSES):
        return None
    return Piece(i + 2, "SET", Meaning("set", unit=UNIT[t.word(i + 1)], count=1.0, fields=(("rate", True),)))
