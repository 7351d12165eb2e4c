"""Grammar of times told by their distance: "yesterday", "last week", "two years ago", "that day", "the quarter".

In:   tokens and a place.
Out:  a Piece whose anchor (report, narrative, event) the resolver fills.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.sentence.times.calendar_rules import bare_year, date, holiday, month, relative_year, season, weekday, year
from dateline.sentence.times.duration_rules import counted, vague_plural
from dateline.sentence.times.model import AnchorKind, Meaning
from dateline.sentence.times.numbers import ordinal
from dateline.sentence.times.piece import Piece, adding, calendar, match, pack, skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import AGO, DAYPART, SEASON, UNIT

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
# determiner -> (step, anchor); "last week" leans on the report, "that week" on what was told before.
_POINTERS: dict[tuple[str, ...], tuple[int, AnchorKind]] = {
    ("last",): (-1, "report"), ("past",): (-1, "report"), ("this", "past"): (-1, "report"), ("this",): (0, "report"),
    ("current",): (0, "report"), ("the", "current"): (0, "report"), ("next",): (1, "report"), ("this", "coming"): (1, "report"),
    ("coming",): (1, "report"), ("the", "coming"): (1, "report"), ("this", "next"): (1, "report"), ("upcoming",): (1, "report"),
    ("the", "last"): (-1, "report"), ("the", "past"): (-1, "report"), ("the", "upcoming"): (1, "report"), ("this", "last"): (-1, "report"),
    ("that",): (0, "narrative"), ("that", "same"): (0, "narrative"), ("the", "same"): (0, "narrative"), ("same",): (0, "narrative"),
    ("the", "next"): (1, "narrative"), ("the", "following"): (1, "narrative"), ("following",): (1, "narrative"),
    ("the", "previous"): (-1, "narrative"), ("previous",): (-1, "narrative"), ("the", "preceding"): (-1, "narrative"),
    ("the", "prior"): (-1, "narrative"), ("prior",): (-1, "narrative"), ("the", "subsequent"): (1, "narrative"), ("the", "very", "next"): (1, "narrative"),
    ("the", "latest"): (0, "report"), ("latest",): (0, "report"), ("the", "most", "recent"): (0, "report"), ("this", "very"): (0, "report"),
}  # fmt: skip
_YEARLY = {"year-ago", "year-earlier"}
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
    if word in _DAYS:
        part = "NI" if word == "tonight" else DAYPART.get(t.word(i + 1)) if t.word(i + 1) != "overnight" else None
        end = i + 2 if part and word != "tonight" else i + 1
        meaning = Meaning("deictic", "day", _DAYS[word], anchor="report", fields=pack({"part": part}))
        return Piece(end, "TIME" if part else "DATE", meaning)
    if word in ("last", "this") and t.word(i + 1) in ("night", "morning", "afternoon", "evening"):
        step = -1 if word == "last" else 0
        meaning = Meaning("deictic", "day", step, anchor="report", fields=(("part", DAYPART[t.word(i + 1)]),))
        return Piece(i + 2, "TIME", meaning)
    return None


def pointed(t: Tokens, i: int) -> Piece | None:
    """A pointing word and what it points at: "last week", "this summer", "that day", "the same month", "next Monday"."""
    for n in (3, 2, 1):
        hit = _POINTERS.get(t.low[i : i + n])
        if hit:
            piece = _target(t, i + n, *hit)
            if piece:
                return piece
    return None


def _target(t: Tokens, j: int, step: int, anchor: AnchorKind) -> Piece | None:
    word = t.word(j)
    if (
        word in ("fiscal", "financial", "calendar", "business", "school", "academic", "model")
        and t.word(j + 1) == "year"
    ):
        return Piece(j + 2, "DATE", Meaning("pointed", "year", step, anchor=anchor, fields=(("fiscal", True),)))
    unit = UNIT.get(word)
    if step == -1 and anchor == "report" and unit in ("decade", "century") and t.word(j - 1) in ("past", "last"):
        return Piece(j + 1, "DURATION", Meaning("span", unit, 1.0, direction=-1))
    if word == "period":
        return Piece(j + 1, "DATE", Meaning("pointed", "period", step, anchor=anchor))
    if word == "time" and anchor == "narrative" and step == 0:
        return Piece(j + 1, "TIME", Meaning("pointed", "time", step, anchor=anchor))
    if unit and word not in _PLURAL_OK and unit not in ("second", "minute", "hour"):
        return _pointed_unit(t, j, unit, step, anchor)
    if word in DAYPART and anchor == "narrative":
        return Piece(j + 1, "TIME", Meaning("pointed", "day", step, anchor=anchor, fields=(("part", DAYPART[word]),)))
    if word in SEASON:
        inner = season(t, j) or calendar(j + 1, season=SEASON[word])
        return Piece(inner.end, "DATE", Meaning("pointed", "season", step, anchor=anchor, fields=inner.meaning.fields))
    named = month(t, j) or weekday(t, j)
    if named and (step or anchor == "report"):
        inner = date(t, j)
        if inner:
            return Piece(
                inner.end, "DATE", replace(inner.meaning, direction=-1 if step < 0 else 1 if step else 0, anchor=anchor)
            )
    feast = holiday(t, j)
    if feast:
        return Piece(
            feast.end, "DATE", replace(feast.meaning, direction=-1 if step < 0 else 1 if step else 0, anchor=anchor)
        )
    return None


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
    """ "two years ago", "days later", "a year earlier", "three days after the vote", "a week from now", "two weeks from Monday"."""
    body = counted(t, i) or vague_plural(t, i) or _modified_plural(t, i)
    if body is None or body.meaning.unit is None:
        return None
    j = skip(t, body.end, "or", "so")
    j = body.end + 2 if match(t, body.end, ("or", "so")) else body.end
    for n in (2, 1):
        sign = AGO.get(t.low[j : j + n])
        if sign is not None:
            return _distance(t, j, n, body, sign)
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
    return Piece(j + n, "DATE", meaning)


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


def year_earlier(t: Tokens, i: int) -> Piece | None:
    """ "year-earlier", "the year-ago quarter", "the year-earlier period"."""
    j = skip(t, i, "the")
    j = skip(t, j, "comparable", "corresponding", "same")
    if t.word(j) != "year" or t.word(j + 1) != "-" or t.word(j + 2) not in ("ago", "earlier"):
        return None
    k = j + 3
    named = ordinal(t, k)
    if named and t.word(named[0]) in ("quarter", "half"):
        fields = pack({"quarter" if t.word(named[0]) == "quarter" else "half": named[1], "year_shift": -1})
        return Piece(named[0] + 1, "DATE", Meaning("calendar", anchor="report", fields=fields))
    if t.word(k) in ("quarter", "period"):
        return Piece(k + 1, "DATE", Meaning("pointed", "period", -1, anchor="narrative", fields=(("year_back", 1),)))
    return (
        Piece(k, "DATE", Meaning("pointed", "period", -1, anchor="narrative", fields=(("year_back", 1),)))
        if j == i
        else None
    )


def quarter(t: Tokens, i: int) -> Piece | None:
    """ "the third quarter of 1990", "third-quarter", "this year's first quarter", "the 1988 quarter", "the first half"."""
    j = skip(t, i, "the")
    j = skip(t, j, "same", "current", "comparable", "corresponding") if ordinal(t, j + 1) else j
    before = _year_before(t, j)
    j = skip(t, before[0] if before else j, "fiscal", "fiscal's")
    fiscal = True if t.word(j - 1) == "fiscal" else None
    named = ordinal(t, j) or (_q(t, j))
    if named is None:
        return _period(t, i, before)
    k = skip(t, named[0], "fiscal", "-")
    if t.word(k - 1) == "-" and t.word(i) == "the":
        return None  # "the third-quarter loss": the article belongs to the noun
    unit = "quarter" if t.word(named[0] - 1).startswith("q") else t.word(k)
    k = named[0] if t.word(named[0] - 1).startswith("q") else k + 1
    if unit not in ("quarter", "half") or named[1] > (4 if unit == "quarter" else 2):
        return None
    fields = {unit: named[1], "fiscal": fiscal}
    if before:
        return Piece(k, "DATE", Meaning("calendar", anchor=before[1], fields=pack({**fields, **before[2]})))
    m = skip(t, k, "of", ",")
    found = bare_year(t, m)
    if found:
        return calendar(found.end, **fields, year=found.meaning.get("year"))
    related = relative_year(t, k)
    if related:
        anchor: AnchorKind = "report" if related[1] == "report" else "narrative"
        return Piece(
            related[0], "DATE", Meaning("calendar", anchor=anchor, fields=pack({**fields, "year_shift": related[2]}))
        )
    if unit == "half" and t.word(k) == "of":
        return None
    if unit == "half" and t.word(k) not in (",", ".", "and") and t.word(i) != "the":
        return None
    return calendar(k, **fields)


def _q(t: Tokens, j: int) -> tuple[int, int] | None:
    """ "Q3", "3Q"."""
    if t.word(j) == "q" and t.raw(j) == "Q" and t.word(j + 1) in ("1", "2", "3", "4") and t.glued(j + 1):
        return None if t.glued(j + 2) and t.word(j + 2).isalpha() else (j + 2, int(t.word(j + 1)))
    return None


def _year_before(t: Tokens, j: int) -> tuple[int, AnchorKind, dict[str, int]] | None:
    """A year in front of the quarter: "the 1988 third quarter", "this year's", "last year's"."""
    found = year(t, j)
    if found:
        return found[0], "none", {"year": found[1]}
    if t.word(j) in ("this", "last", "next") and t.word(j + 1) == "year" and match(t, j + 2, ("'", "s")):
        return j + 4, "report", {"year_shift": {"this": 0, "last": -1, "next": 1}[t.word(j)]}
    return None


def _period(t: Tokens, i: int, before: tuple[int, AnchorKind, dict[str, int]] | None) -> Piece | None:
    """ "the 1988 quarter", "the 1989 period", "the quarter", "the period"."""
    if before and t.word(before[0]) in ("quarter", "period"):
        return Piece(
            before[0] + 1, "DATE", Meaning("pointed", "period", 0, anchor="narrative", fields=pack(dict(before[2])))
        )
    return None


def definite(t: Tokens, i: int) -> Piece | None:
    """ "the quarter", "the year", "the month": the one just spoken of."""
    if t.word(i) != "the":
        return None
    j = skip(t, i + 1, "full", "entire", "whole", "fiscal", "financial")
    word = t.word(j)
    if word not in ("quarter", "year", "month", "week", "day", "weekend", "decade", "century", "period") or (
        word == "day" and j > i + 1
    ):
        return None
    meaning = Meaning(
        "definite",
        UNIT.get(word, "period"),
        0,
        anchor="narrative",
        fields=pack({"fiscal": t.word(j - 1) == "fiscal" or None}),
    )
    return Piece(j + 1, "DATE", meaning)


def year_end(t: Tokens, i: int) -> Piece | None:
    """ "year-end", "year-end 1990", "month-end"."""
    if (
        t.word(i) in ("year", "month", "week")
        and t.word(i + 1) in ("-", "end")
        and t.word(skip(t, i + 1, "-")) == "end"
    ):
        j = skip(t, i + 1, "-") + 1
        found = year(t, skip(t, j, "of"))
        return Piece(
            found[0] if found else j,
            "DATE",
            Meaning(
                "part_end", UNIT[t.word(i)], 0, anchor="report", fields=pack({"year": found[1] if found else None})
            ),
        )
    return None


def next_day(t: Tokens, i: int) -> Piece | None:
    """ "the day after", "the day before", "the day following", "a day after" without a named event."""
    if (
        t.word(i) == "the"
        and t.word(i + 1) in ("day", "night", "year", "month", "week", "morning")
        and t.word(i + 2) in ("after", "before", "following")
    ):
        sign = -1 if t.word(i + 2) == "before" else 1
        if _goes_on(t, i + 3) or t.word(i + 1) == "morning":
            return None
        return Piece(i + 3, "DATE", Meaning("pointed", UNIT[t.word(i + 1)], sign, anchor="narrative"))
    return None
