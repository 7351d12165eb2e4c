"""The grammar of time expressions: composes calendar, clock, relative and duration pieces into the longest expression.

In:   tokens and a place.
Out:  the longest Piece that begins there, or None.
Room: sentence. Every rule looks a bounded number of tokens ahead, so a text is read in linear time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.sentence.times import calendar_rules as cal
from dateline.sentence.times import duration_rules as dur
from dateline.sentence.times import quarter_rules as quarters
from dateline.sentence.times import relative_rules as rel
from dateline.sentence.times import set_rules as sets
from dateline.sentence.times import within_rules as within
from dateline.sentence.times.clock_rules import clock
from dateline.sentence.times.model import Meaning
from dateline.sentence.times.piece import Piece, adding, modified, skip
from dateline.sentence.times.set_rules import FREQUENT
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import (
    APPROX,
    DAYPART,
    HOLIDAY,
    MONTH,
    NUMBER,
    ORDINAL,
    PHRASE,
    SEASON,
    UNIT,
    WEEKDAY,
    cue,
)

_EARLY: Final = {"early": "START", "mid": "MID", "late": "END", "earlier": "BEFORE", "later": "AFTER", "middle": "MID"}
_PART_OF: Final = {
    ("the", "end"): "END", ("the", "close"): "END", ("the", "start"): "START", ("the", "beginning"): "START",
    ("the", "middle"): "MID",
    ("the", "very", "end"): "END", ("the", "very", "beginning"): "START", ("the", "very", "start"): "START",
    ("the", "first", "half"): "H1",
    ("the", "second", "half"): "H2", ("the", "last", "half"): "H2", ("the", "latter", "half"): "H2",
    ("the", "rest"): "AFTER", ("the", "remainder"): "AFTER",
    ("the", "latter", "part"): "END", ("the", "early", "part"): "START", ("the", "late", "part"): "END",
    ("the", "early", "days"): "START",
    ("the", "dawn"): "START", ("the", "turn"): "START", ("end",): "END", ("beginning",): "START",
    ("the", "final", "days"): "END",
    ("the", "last", "days"): "END", ("the", "first", "days"): "START", ("much",): "", ("most",): "", ("all",): "",
    ("the", "whole"): "", ("the", "first", "week"): "START", ("the", "opening", "week"): "START",
    ("the", "first", "weeks"): "START", ("the", "early", "weeks"): "START", ("the", "first", "months"): "START",
    ("the", "early", "months"): "START", ("the", "opening", "months"): "START", ("the", "last", "week"): "END",
    ("the", "final", "week"): "END", ("the", "last", "weeks"): "END", ("the", "final", "weeks"): "END",
    ("the", "last", "months"): "END", ("the", "final", "months"): "END", ("the", "closing", "months"): "END",
}  # fmt: skip
_MORE_FIRST: Final = cue("begins a time")
_FIRST: Final = frozenset().union(
    MONTH, WEEKDAY, UNIT, SEASON, DAYPART, NUMBER, ORDINAL, PHRASE, HOLIDAY, _EARLY, FREQUENT, rel.DAYS, _MORE_FIRST,
    dur.ALL_LONG,
    (w[0] for w in (*APPROX, *_PART_OF, *rel.POINTERS)), (w + "s" for w in WEEKDAY if len(w) > 5),
)  # fmt: skip
_RULES: Final = (
    within.of_month,
    cal.numeric, clock, cal.date, quarters.quarter, cal.season, cal.decade, cal.century, cal.holiday, cal.bare_year,
    rel.deictic, rel.pointed,
    rel.beside, rel.offset, dur.spanned, sets.repeated, dur.counted, dur.vague_plural, quarters.year_earlier,
    quarters.period_before, rel.definite,
    rel.year_end, rel.next_day, within.of_week, within.beyond, within.weekdays_ago,
)  # fmt: skip


# Each expression holds one of these or a number in digits, whatever stands before it: "the second half of ...",
# "more than twenty-five ...", "in the same ..." may go on in many ways that tell no time.
_TOLD_BY: Final = frozenset().union(
    MONTH, WEEKDAY, (w + "s" for w in WEEKDAY), UNIT, SEASON, DAYPART, FREQUENT, rel.DAYS, dur.ALL_LONG, cal.DECADES,
    (words[-1] for held in HOLIDAY.values() for words, _, _ in held), cue("tells a time"),
)  # fmt: skip
_REACH: Final = 16  # tokens that it may stand behind the first, which no number in words that a report gives fills


def may_begin(word: str) -> bool:
    """Whether any rule begins with such a word."""
    return word in _FIRST or word.isdecimal()


def expression(t: Tokens, i: int) -> Piece | None:
    """The longest expression that begins at token i."""
    near = t.low[i : i + _REACH]
    if _TOLD_BY.isdisjoint(near) and not any(map(str.isdecimal, near)):
        return None
    found = [p for p in (base(t, i), _modified(t, i), _part_of(t, i), _daypart_of(t, i), _week_of(t, i)) if p]
    best = max(found, key=lambda p: p.end) if found else None
    return _joined(t, best) if best else None


def base(t: Tokens, i: int) -> Piece | None:
    """The longest simple expression; of equally long ones the first rule's."""
    best: Piece | None = None
    for rule in _RULES:
        piece = rule(t, i)
        if piece and (best is None or piece.end > best.end):
            best = piece
    return best


def dated(t: Tokens, i: int) -> Piece | None:
    """A date that may follow "early", "the end of", "the night of": any but durations, sets and clock times."""
    piece = base(t, i)
    if piece is None or piece.type in ("DURATION", "SET") or piece.meaning.shape == "reference":
        return None
    return None if piece.meaning.get("hour") is not None else piece


def _modified(t: Tokens, i: int) -> Piece | None:
    """ "early 1990", "mid-November", "late in the year", "earlier this month", "later that day", "early Tuesday"."""
    j = skip(t, i, "very", "the")
    word = t.word(j)
    kind = _EARLY.get(word)
    if kind is None or (j > i and t.word(i) == "very"):
        return None
    k = skip(t, j + 1, "-") if word in ("early", "mid", "late") else j + 1
    if word in ("early", "mid") and t.word(k) == "to":  # "mid-to-late 2013"
        k = skip(t, skip(t, skip(t, k + 1, "-"), "mid", "late"), "-")
    if word in ("early", "late", "earlier", "later"):
        k = skip(t, k, "in", "on") if not t.glued(k) else k
    if t.word(k) in DAYPART and t.word(k) not in ("noon", "midnight"):
        return _early_part(t, k, kind)
    inner = dated(t, k)
    if inner is None:
        return None
    if inner.meaning.shape == "definite" and word in ("early", "late", "mid") and t.word(k - 1) not in ("in", "on"):
        return None
    if kind in ("BEFORE", "AFTER") and inner.meaning.shape == "offset":
        return None
    return Piece(inner.end, inner.type, modified(inner.meaning, kind))


def _early_part(t: Tokens, k: int, kind: str) -> Piece | None:
    """ "early morning hours of 30 April", "mid-afternoon yesterday", "late evening"."""
    j = k + 1
    j = skip(t, j, "hours")
    j2 = skip(t, j, "of", "on")
    inner = dated(t, j2)
    if inner:
        return Piece(inner.end, "TIME", adding(modified(inner.meaning, kind), part=DAYPART[t.word(k)]))
    return Piece(
        j, "TIME", Meaning("part", "day", anchor="narrative", modifier=kind, fields=(("part", DAYPART[t.word(k)]),))
    )


def _part_of(t: Tokens, i: int) -> Piece | None:
    """ "the end of 1990", "the first half of the year", "the middle of September"."""
    for n in (3, 2, 1):
        kind = _PART_OF.get(t.words(i, n))
        if kind is None or t.word(i + n) != "of":
            continue
        inner = dated(t, i + n + 1)
        if inner is None or (kind == "" and inner.meaning.get("year") is None and inner.meaning.shape != "pointed"):
            return None
        if kind in ("H1", "H2") and inner.meaning.get("year") and inner.meaning.get("month") is None:
            return Piece(inner.end, "DATE", adding(inner.meaning, half=int(kind[1])))
        if kind in ("H1", "H2") and inner.meaning.shape == "definite" and inner.meaning.unit == "year":
            return Piece(inner.end, "DATE", Meaning("calendar", fields=(("half", int(kind[1])),)))
        if kind in ("H1", "H2"):
            kind = "START" if kind == "H1" else "END"
        return Piece(inner.end, inner.type, modified(inner.meaning, kind or None))
    return None


def _daypart_of(t: Tokens, i: int) -> Piece | None:
    """ "the night of May 13", "the morning of 31 January 1965", "that night", "the early morning hours of 30 April"."""
    j = skip(t, i, "the")
    k = skip(t, j, "early", "late")
    if t.word(k) not in DAYPART or t.word(k) in ("noon", "midnight"):
        return None
    m = skip(t, k + 1, "hours")
    if t.word(m) not in ("of", "on") or (j == i and t.word(m) == "of" and k == j):
        return None
    inner = dated(t, m + 1)
    if inner is None or inner.meaning.get("part") or not _day_like(inner):
        return None
    modifier = {"early": "START", "late": "END"}.get(t.word(j)) if k > j else None
    return Piece(inner.end, "TIME", adding(modified(inner.meaning, modifier), part=DAYPART[t.word(k)]))


def _day_like(p: Piece) -> bool:
    m = p.meaning
    return m.get("day") is not None or m.get("weekday") is not None or m.get("holiday") is not None or m.unit == "day"


def _week_of(t: Tokens, i: int) -> Piece | None:
    """ "the week of March 6", "the weekend of 5 May"."""
    if t.word(i) == "the" and t.word(i + 1) in ("week", "weekend") and t.word(i + 2) in ("of", "beginning", "ending"):
        inner = cal.date(t, i + 3)
        if inner and inner.meaning.get("day"):
            return Piece(inner.end, "DATE", adding(inner.meaning, week_of=t.word(i + 1)))
    return None


def _joined(t: Tokens, p: Piece) -> Piece:
    """Joins a part of the day or a clock time with its day: "Friday night", "5 p.m. EST Nov. 9", "Tuesday at 8:30"."""
    m = p.meaning
    if m.shape == "calendar" and m.get("hour") is not None and m.get("weekday") is None and m.get("month") is None:
        return _clock_day(t, p)
    if p.type != "DATE" or not _day_like(p) or m.get("part"):
        return p
    if t.word(p.end) in DAYPART and t.word(p.end) not in ("noon", "midnight", "midday", "dawn"):
        joined = Piece(p.end + 1, "TIME", adding(m, part=DAYPART[t.word(p.end)]))
        return joined
    j = skip(t, p.end, ",")
    j = skip(t, j, "at", "around", "about")
    at = clock(t, j)
    if (
        at
        and (t.word(j - 1) in ("at", ",", "around", "about") or t.word(j) in ("noon", "midnight"))
        and t.word(j) != "midday"
    ):
        return Piece(at.end, "TIME", adding(m, **dict(at.meaning.fields)))
    return p


def _other_clock(t: Tokens, i: int) -> int:
    """Past the same hour told by another clock, a time of its own: "8 p.m. local time (1800 GMT) on Sunday"."""
    j = i + 2 if t.words(i, 2) == ("local", "time") else i
    other = clock(t, j + 1) if t.word(j) == "(" else None
    return other.end + 1 if other and t.word(other.end) == ")" else j


def _clock_day(t: Tokens, p: Piece) -> Piece:
    """The day after a clock time: "5 p.m. EST, Nov. 6", "noon Saturday", "9 a.m. on Friday", "midnight tonight"."""
    beside = _other_clock(t, p.end)
    j = skip(t, beside, ",")
    k = skip(t, j, "on", "of")
    inner = (
        cal.date(t, k)
        or cal.numeric(t, k)
        or rel.deictic(t, k)
        or (rel.pointed(t, k) if t.word(k) in ("last", "this", "next", "that", "the") else None)
    )
    if (
        inner is None
        or not _day_like(inner)
        or (
            t.word(j - 1) == ","
            and inner.meaning.get("day") is None
            and k == j
            and inner.meaning.get("weekday") is None
        )
    ):
        return p
    fields = dict(p.meaning.fields)
    kept = replace(inner.meaning, fields=tuple(f for f in inner.meaning.fields if f[0] != "part"))
    return Piece(inner.end if beside == p.end else p.end, "TIME", adding(kept, **fields))
