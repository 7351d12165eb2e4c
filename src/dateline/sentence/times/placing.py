"""Places one expression: asks the rule for its shape, and says why.

In:   an expression, the anchors as they stand where it is told.
Out:  a Placed: value, When without its words, and why; the anchors remember it.
Room: sentence.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.sentence.times import pointing
from dateline.sentence.times.anchors import Anchors, Found
from dateline.sentence.times.calendar_placing import calendar, clock_only
from dateline.sentence.times.days import when_of
from dateline.sentence.times.model import TimeExpression
from dateline.sentence.times.stamps import Stamp, moved, spoken
from dateline.sentence.times.unanchored import clock_suffix
from dateline.terms import Basis, When

_RULES: Final[dict[str, Callable[[TimeExpression, Anchors], Found]]] = {
    "calendar": calendar,
    "deictic": pointing.deictic,
    "pointed": pointing.pointed,
    "definite": pointing.pointed,
    "offset": pointing.offset,
    "part": clock_only,
    "part_end": pointing.part_end,
}
UNPLACED: Final = "nothing in the text says what it leans on"
_UNMOVING: Final = ("reference", "event-offset")
_SIDES: Final = {1: "after", -1: "before", 0: "seen from"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A value, its When, and the clause that explains it."""

    value: str
    when: When
    why: str


def place(x: TimeExpression, a: Anchors, aside: bool = False) -> Placed:
    """Places one expression and lets the anchors remember it, unless it is told aside: "the May 4, 2010 blast"."""
    if x.type in ("DURATION", "SET") or x.meaning.shape in _UNMOVING:
        return _unmoving(x, a)
    rule = _RULES.get(x.meaning.shape)
    found = rule(x, a) if rule else None
    if found is None:
        return Placed(x.value, When(), UNPLACED)
    stamp, basis = found
    ahead = x.tense == "future" or x.preposition in ("before", "until", "till")
    if not aside and not x.meaning.get("year_back"):  # "the year-earlier quarter" is looked back on, not told of
        stated = basis == "stated" and stamp.year is not None
        a.push(stamp, x.end, stated_year=stated, ahead=ahead, own=_own_count(x, stamp, a.report))
    when = when_of(stamp, x.meaning, basis, a.report)
    if basis == "report-date" and x.meaning.shape == "pointed" and "past" in x.text.lower().split():
        when = _running(x, a.report) or when
    value = stamp.value + clock_suffix(x.meaning) if stamp.grain == "day" else stamp.value
    return Placed(value, when, _why(x, stamp, basis, a.report))


def _own_count(x: TimeExpression, s: Stamp, report: date | None) -> bool:
    """Whether a quarter is of a company's own count: "fiscal", "ended Aug. 26", told as past though not yet over."""
    early = x.tense == "past" and report is not None and s.latest is not None and s.latest > report
    return bool(x.meaning.get("fiscal") or x.meaning.get("closes") or early)


def _running(x: TimeExpression, report: date | None) -> When | None:
    """ "The past year" runs to the report's day, unlike "last year"."""
    other = moved(report, x.meaning.unit or "day", -1) if report else None
    return When.between(other, report, basis="report-date") if other else None


def _why(x: TimeExpression, s: Stamp, basis: Basis, report: date | None) -> str:
    if basis == "stated":
        return "stated in full"
    if basis != "report-date" or report is None:
        return f"{x.text}, leaning on a date told before it"
    side = 0
    if x.meaning.shape == "calendar" and s.earliest and s.latest:
        side = -1 if s.latest < report else 1 if s.earliest > report else 0
    return f"{x.text} {_SIDES[side]} the report of {spoken(report)}"


def _whole_days(unit: str, count: float) -> tuple[str, float]:
    """Hours as the days they may reach into: "the past 24 hours" began yesterday, at an hour that is not said."""
    if unit != "hour":
        return unit, count
    return "day", math.copysign(math.ceil(abs(count) / 24), count)


def _unmoving(x: TimeExpression, a: Anchors) -> Placed:
    """Lengths, sets and references keep their value; "now" is the report's day, "the past two years" end there."""
    m, news = x.meaning, a.report if not a.narrative else None
    if m.shape == "reference" and m.get("value") == "PRESENT_REF" and news:
        return Placed(x.value, When.day(news, basis="report-date"), f"the time of the report of {spoken(news)}")
    if m.shape == "span" and m.direction and news and m.count:
        other = moved(news, *_whole_days(m.unit or "day", m.count * m.direction))
        if other:
            low, high = sorted((other, news))
            when = When.between(low, high, basis="report-date")
            return Placed(x.value, when, f"{x.text} seen from the report of {spoken(news)}")
    kinds = {"DURATION": "a length of time", "SET": "a time that comes again"}
    return Placed(x.value, When(), kinds.get(x.type, "a time that is not named"))
