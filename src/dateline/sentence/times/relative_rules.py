"""Grammar of times told by their distance: "yesterday", "last week", "two years ago", "that day", "the quarter".

In:   tokens and a place.
Out:  a Piece whose anchor (report, narrative, event) the resolver fills.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from dateline.sentence.times.calendar_rules import date, holiday, month, season, weekday, year
from dateline.sentence.times.duration_rules import counted, vague_plural
from dateline.sentence.times.model import AnchorKind, Meaning
from dateline.sentence.times.piece import Piece, adding, calendar, match, pack, skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import AGO, DAYPART, SEASON, UNIT

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
# determiner -> (step, anchor); "last week" leans on the report, "that week" on what was told before.
POINTERS: dict[tuple[str, ...], tuple[int, AnchorKind]] = {
    ("last",): (-1, "report"), ("past",): (-1, "report"), ("this", "past"): (-1, "report"), ("this",): (0, "report"),
    ("current",): (0, "report"), ("the", "current"): (0, "report"), ("next",): (1, "report"),
    ("this", "coming"): (1, "report"),
    ("coming",): (1, "report"), ("the", "coming"): (1, "report"), ("this", "next"): (1, "report"),
    ("upcoming",): (1, "report"),
    ("the", "last"): (-1, "report"), ("the", "past"): (-1, "report"), ("the", "upcoming"): (1, "report"),
    ("this", "last"): (-1, "report"),
    ("that",): (0, "narrative"), ("that", "same"): (0, "narrative"), ("the", "same"): (0, "narrative"),
    ("same",): (0, "narrative"),
    ("the", "next"): (1, "narrative"), ("the", "following"): (1, "narrative"), ("following",): (1, "narrative"),
    ("the", "previous"): (-1, "narrative"), ("previous",): (-1, "narrative"), ("the", "preceding"): (-1, "narrative"),
    ("the", "prior"): (-1, "narrative"), ("prior",): (-1, "narrative"), ("the", "subsequent"): (1, "narrative"),
    ("the", "very", "next"): (1, "narrative"),
    ("the", "latest"): (0, "report"), ("latest",): (0, "report"), ("the", "most", "recent"): (0, "report"),
    ("this", "very"): (0, "report"),
}  # fmt: skip
_TO_THE = {("today",): "day", ("this", "week"): "week", ("this", "month"): "month"}  # "a year ago today"
_FALLS = frozenset(
    ["under", "into", "to", "on", "within", "short", "outside", "below", "apart", "from", "off", "behind"]
)
_OWNERS = frozenset(["his", "her", "its", "my", "our", "your", "their"])
_KINDS_OF_YEAR = frozenset(["fiscal", "financial", "calendar", "business", "school", "academic", "model"])
_PLURAL_OK = {
    "days",
    "weeks",
    "months",
    "years",
    "hours",
    "decades",
    "centuries",
    "minutes",
    "seconds",
    "nights",
    "quarters",
}


def deictic(t: Tokens, i: int) -> Piece | None:
    """ "yesterday", "tonight", "last night", "this morning", "the day before yesterday", "yesterday afternoon"."""
    if match(t, i, ("the", "day", "before", "yesterday")) or match(t, i, ("the", "day", "after", "tomorrow")):
        return Piece(
            i + 4, "DATE", Meaning("deictic", "day", -2 if t.word(i + 3) == "yesterday" else 2, anchor="report")
        )
    word = t.word(i)
    if word in DAYS:
        part = "NI" if word == "tonight" else DAYPART.get(t.word(i + 1)) if t.word(i + 1) != "overnight" else None
        end = i + 2 if part and word != "tonight" else i + 1
        meaning = Meaning("deictic", "day", DAYS[word], anchor="report", fields=pack({"part": part}))
        return Piece(end, "TIME" if part else "DATE", meaning)
    if word in ("last", "this") and t.word(i + 1) in ("night", "morning", "afternoon", "evening"):
        step = -1 if word == "last" else 0
        meaning = Meaning("deictic", "day", step, anchor="report", fields=(("part", DAYPART[t.word(i + 1)]),))
        return Piece(i + 2, "TIME", meaning)
    return None


def pointed(t: Tokens, i: int) -> Piece | None:
    """A pointing word and what it points at: "last week", "this summer", "that day", "next Monday"."""
    for n in (3, 2, 1):
        hit = POINTERS.get(t.words(i, n))
        if hit:
            piece = _target(t, i + n, *hit)
            if piece:
                return piece
    return None


def _target(t: Tokens, j: int, step: int, anchor: AnchorKind) -> Piece | None:
    word, unit = t.word(j), UNIT.get(t.word(j))
    if word in _KINDS_OF_YEAR and t.word(j + 1) == "year":
        return Piece(j + 2, "DATE", Meaning("pointed", "year", step, anchor=anchor, fields=(("fiscal", True),)))
    if step == -1 and anchor == "report" and _long_past(t.word(j - 1), unit):
        return Piece(j + 1, "DURATION", Meaning("span", unit, 1.0, direction=-1))
    if step and anchor == "report" and unit and _owned(t, j - 2):
        return None
    if word == "period":
        return Piece(j + 1, "DATE", Meaning("pointed", "period", step, anchor=anchor))
    if word == "time" and anchor == "narrative" and step == 0:
        return Piece(j + 1, "TIME", Meaning("pointed", "time", step, anchor=anchor))
    if unit and word not in _PLURAL_OK and unit not in ("second", "minute", "hour"):
        return _pointed_unit(t, j, unit, step, anchor)
    if word in DAYPART and anchor == "narrative":
        return Piece(j + 1, "TIME", Meaning("pointed", "day", step, anchor=anchor, fields=(("part", DAYPART[word]),)))
    return _pointed_date(t, j, step, anchor)


def _long_past(word: str, unit: str | None) -> bool:
    """ "The past century" and "the last decade" run up to now; "the last century" is the one before."""
    return (unit == "decade" and word in ("past", "last")) or (unit == "century" and word == "past")


def _owned(t: Tokens, i: int) -> bool:
    """ "On her last day", "the company's last year" (as its own): the unit is somebody's, and leans on no report."""
    return t.word(i) in _OWNERS or (t.word(i) == "s" and t.word(i - 1) == "'")


def _pointed_date(t: Tokens, j: int, step: int, anchor: AnchorKind) -> Piece | None:
    """ "last spring", "next Monday", "this September", "last Thanksgiving"."""
    if t.word(j) == "fall" and t.word(j - 1) == "that" and t.word(j + 1) in _FALLS:
        return None  # "the clans that fall under them"
    if t.word(j) in SEASON:
        named = season(t, j) or calendar(j + 1, season=SEASON[t.word(j)])
        return Piece(named.end, "DATE", Meaning("pointed", "season", step, anchor=anchor, fields=named.meaning.fields))
    dated = date(t, j) if (month(t, j) or weekday(t, j)) and (step or anchor == "report") else holiday(t, j)
    if dated is None:
        return None
    side: Literal[-1, 0, 1] = -1 if step < 0 else 1 if step else 0
    return Piece(dated.end, "DATE", replace(dated.meaning, direction=side, anchor=anchor))


def _pointed_unit(t: Tokens, j: int, unit: str, step: int, anchor: AnchorKind) -> Piece | None:
    if unit == "day" and t.word(j + 1) in DAYPART:
        return Piece(
            j + 2, "TIME", Meaning("pointed", "day", step, anchor=anchor, fields=(("part", DAYPART[t.word(j + 1)]),))
        )
    if unit == "night":
        return Piece(j + 1, "TIME", Meaning("pointed", "day", step, anchor=anchor, fields=(("part", "NI"),)))
    if unit == "week" and t.word(j + 1) == "'":
        return Piece(j + 1, "DATE", Meaning("pointed", unit, step, anchor=anchor))
    return Piece(j + 1, "DATE", Meaning("pointed", unit, step, anchor=anchor))


def offset(t: Tokens, i: int) -> Piece | None:
    """ "two years ago", "days later", "a year earlier", "three days after the vote", "a week from now"."""
    body = counted(t, i) or vague_plural(t, i) or _modified_plural(t, i)
    if body is None or body.meaning.unit is None:
        return None
    j = skip(t, body.end, "or", "so")
    j = body.end + 2 if match(t, body.end, ("or", "so")) else body.end
    for n in (2, 1):
        sign = AGO.get(t.words(j, n))
        if sign is not None:
            return _distance(t, j, n, body, sign)
    owned = skip(t, skip(t, j, "'"), "s")
    ahead = owned + 1 if owned > j and t.word(owned) == "time" else j + 2 if t.words(j, 2) == ("from", "today") else 0
    if ahead and body.meaning.count is not None:  # "in 10 days' time", "30 days from today"
        return Piece(ahead, "DATE", replace(body.meaning, shape="offset", direction=1, anchor="report"))
    named = weekday(t, j + 1) if t.word(j) == "from" and body.meaning.unit == "week" else None
    if named and body.meaning.count:  # "a week from Tuesday"
        since = Meaning("pointed", "week", int(body.meaning.count), anchor="report", fields=(("since", named[1]),))
        return Piece(named[0], "DATE", since)
    if t.word(j) in ("after", "following"):
        return Piece(j, body.type, body.meaning) if body.meaning.get("bare") else _event(t, j, body, 1)
    return None


def _modified_plural(t: Tokens, i: int) -> Piece | None:
    """ "only a few months later" has its count; "just days ago", "only weeks earlier" have none."""
    if t.word(i) in ("just", "only", "mere") and (body := vague_plural(t, i + 1)):
        return body
    return None


def _distance(t: Tokens, j: int, n: int, body: Piece, sign: int) -> Piece | None:
    word = t.word(j)
    if word in ("before", "prior", "back", "previously") and word == "before" and _goes_on(t, j + 1):
        return _event(t, j, body, -1)
    if word == "prior" and t.word(j + 1) == "to":
        return _event(t, j, body, -1)
    if word in ("earlier", "later") and t.word(j + 1) == "than":
        return None
    anchor: AnchorKind = "report" if word in ("ago", "hence", "from", "back") else "narrative"
    meaning = replace(body.meaning, shape="offset", direction=-1 if sign < 0 else 1, anchor=anchor)
    named = _anniversary(t, j + n, meaning) if word == "ago" else None
    if named:
        return Piece(named[0], "DATE", adding(meaning, day_of=named[1]))
    for words, unit in _TO_THE.items():
        if word == "ago" and match(t, j + n, words) and not meaning.modifier:
            return Piece(j + n + len(words), "DATE", adding(meaning, to=unit))
    return Piece(j + n, "TIME" if meaning.unit in ("hour", "minute", "second") else "DATE", meaning)


def _anniversary(t: Tokens, i: int, m: Meaning) -> tuple[int, int] | None:
    """The weekday behind "ago", and where it ends: "a year ago Tuesday", "five years ago on Thursday"."""
    if m.unit != "year" or m.count is None or m.modifier:
        return None
    named = weekday(t, skip(t, i, "on"))
    return named if named and date(t, named[0]) is None and t.word(named[0]) != "," else None


def _goes_on(t: Tokens, j: int) -> bool:
    """Whether "before" governs something: "two days before the vote", not "two days before."."""
    return t.word(j) not in (".", ",", ";", ":", ")", "\n", "", "and", "but", "or", "?", "!", '"')


def _event(t: Tokens, j: int, body: Piece, sign: int) -> Piece | None:
    """Up to the event's words, which the resolver cannot place: "three days after the coup"."""
    pointer = pointed(t, j + 1) or date(t, j + 1)
    meaning = replace(body.meaning, shape="offset", direction=-1 if sign < 0 else 1, anchor="event")
    if pointer is None:
        return Piece(body.end, "DURATION", adding(replace(meaning, shape="event-offset"), link=t.word(j)))
    return Piece(body.end, body.type, adding(replace(meaning, shape="event-offset"), link=t.word(j)))


def beside(t: Tokens, i: int) -> Piece | None:
    """ "The day after Christmas", "the day before last Tuesday": a day beside one that is named."""
    j = skip(t, i, "the")
    side = {"before": -1, "after": 1, "following": 1}.get(t.word(j + 1))
    if t.word(j) != "day" or side is None or j == i:
        return None
    inner = date(t, j + 2) or holiday(t, j + 2) or pointed(t, j + 2)
    m = inner.meaning if inner else None
    if inner is None or m is None or m.shape != "calendar" or inner.type != "DATE":
        return None
    named = m.get("day") or m.get("holiday") or (m.get("weekday") and m.get("month") is None)
    return Piece(inner.end, "DATE", adding(m, beside=side)) if named else None


_DEFINITE = frozenset(["quarter", "year", "month", "week", "day", "weekend", "decade", "century", "period"])
_CLOSED = frozenset(["ended", "ending", "ends", "to"])


def definite(t: Tokens, i: int) -> Piece | None:
    """ "the quarter", "the year", "the month": the one just spoken of; "the year ended June 30" is a length."""
    j = skip(t, i + 1, "full", "entire", "whole", "fiscal", "financial")
    word = t.word(j)
    if t.word(i) != "the" or word not in _DEFINITE or (word == "day" and j > i + 1):
        return None
    if word == "year" and t.word(j + 1) in _CLOSED:
        return Piece(j + 1, "DURATION", Meaning("duration", "year", 1.0))
    if t.word(j + 1) in ("after", "before") and _goes_on(t, j + 2):  # "the day after his death": only the event says
        side: Literal[-1, 1] = 1 if t.word(j + 1) == "after" else -1
        told = Meaning("event-offset", UNIT.get(word, "period"), 1.0, side, "event", fields=(("definite", True),))
        return Piece(j + 1, "DATE", told)
    fields = pack({"fiscal": t.word(j - 1) == "fiscal" or None, "closes": _closes(t, j + 1, word)})
    return Piece(j + 1, "DATE", Meaning("definite", UNIT.get(word, "period"), 0, anchor="narrative", fields=fields))


def _closes(t: Tokens, j: int, word: str) -> int | None:
    """The month that ends a quarter: 9 for "the quarter ended Sept. 30"."""
    closing = date(t, j + 1) if word == "quarter" and t.word(j) in ("ended", "ending") else None
    return closing.meaning.get("month") if closing else None


def year_end(t: Tokens, i: int) -> Piece | None:
    """ "year-end", "year-end 1990", "month-end", "year's end"."""
    end = i + 3 if t.words(i + 1, 2) == ("'", "s") else skip(t, i + 1, "-")
    if t.word(i) not in ("year", "month", "week") or t.word(end) != "end":
        return None
    found = year(t, skip(t, end + 1, "of"))
    fields = pack({"year": found[1] if found else None})
    return Piece(
        found[0] if found else end + 1, "DATE", Meaning("part_end", UNIT[t.word(i)], 0, anchor="report", fields=fields)
    )


def next_day(t: Tokens, i: int) -> Piece | None:
    """ "the day after", "the year before", "the day following", with no event named."""
    unit, side = t.word(i + 1), t.word(i + 2)
    if t.word(i) != "the" or unit not in ("day", "night", "year", "month", "week") or _goes_on(t, i + 3):
        return None
    if side not in ("after", "before", "following"):
        return None
    part = (("part", "NI"),) if unit == "night" else ()
    meaning = Meaning("pointed", UNIT[unit], -1 if side == "before" else 1, anchor="narrative", fields=part)
    return Piece(i + 3, "TIME" if part else "DATE", meaning)
