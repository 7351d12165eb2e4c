"""Places words that point: "yesterday", "last week", "two years ago", "that day", "the quarter".

In:   an expression and the anchors as they stand where it is told.
Out:  its Stamp and what settled it, or None.
Room: sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.sentence.times import stamps as st
from dateline.sentence.times.anchors import Anchors, Found, leans
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.sentence.times.stamps import GRAIN, Stamp, moved
from dateline.terms import Basis

_OF_DAY: Final[dict[str, Callable[[date], Stamp]]] = {  # the unit that holds a day
    "day": st.of_day, "time": st.of_day, "night": st.of_day, "week": st.of_week, "fortnight": st.of_week,
    "weekend": st.of_weekend, "month": lambda d: st.of_month(d.year, d.month),
    "quarter": lambda d: st.of_quarter(d.year, (d.month + 2) // 3), "year": lambda d: st.of_year(d.year),
    "decade": lambda d: st.of_decade(d.year // 10), "century": lambda d: st.of_century(d.year // 100 + 1),
}  # fmt: skip
_CLOCK_UNITS: Final = ("hour", "minute", "second")
_ROUNDED: Final = 3  # years either side of "a decade ago"
_NEAR: Final = 600  # characters: how far back "that day" looks for a day


def deictic(x: TimeExpression, a: Anchors) -> Found:
    """ "yesterday", "tonight": from the report's day; in a history they are somebody else's."""
    if a.report is None or a.narrative:
        return None
    d = st.shifted(a.report, int(x.meaning.count or 0))
    return leans(st.of_day(d) if d else None, "report-date")


def pointed(x: TimeExpression, a: Anchors) -> Found:
    """ "last week" from the report, "that week" and "the following week" from what was told."""
    m, steps = x.meaning, int(x.meaning.count or 0)
    if m.unit in ("period", "quarter"):
        return _period(x, a)
    if m.shape == "definite" and m.unit == "year" and a.report is not None and not a.narrative:
        return st.of_year(a.report.year), "report-date"
    if m.shape == "definite" and m.unit == "month" and x.preposition == "since" and a.report is not None:
        return leans(_step(a.report, m, 0), "report-date")  # "in force since the beginning of the month"
    here = m.shape == "definite" or m.anchor == "report"
    if m.unit == "weekend" and steps == 0 and here and a.report is not None and not a.narrative:
        return leans(_weekend(a.report, x), "report-date")
    if m.anchor == "report" and a.report is not None and not (a.narrative and a.last and a.last.earliest):
        return leans(_step(a.report, m, steps), "report-date")
    if m.anchor == "report" and a.report is None and not a.narrative:
        return None  # "last year" in an undated report leans on its own day, not on a year it tells of
    if m.unit == "season" and steps == 0 and a.year and not m.get("year") and a.last and a.last.grain == "year":
        return st.of_season(a.year, m.get("season")), "narrative"  # "fell in 1975; that same spring the port shut"
    base, basis = _base(x, a)
    if base is None:
        return None
    if base.earliest is None:
        return leans(_ancient(base, m, steps), basis)
    start = base.earliest if steps <= 0 or base.latest is None else base.latest
    return leans(_step(start, m, steps), basis)


def _weekend(report: date, x: TimeExpression) -> Stamp | None:
    """ "Over the weekend" told as past on a working day is the one before; else that of the report's own week."""
    gone = x.tense == "past" and report.isoweekday() < 6 and (x.meaning.shape == "definite" or report.isoweekday() < 4)
    other = moved(report, "week", -1) if gone else report
    return st.of_weekend(other) if other else None


def _base(x: TimeExpression, a: Anchors) -> tuple[Stamp | None, Basis]:
    """What a pointing word leans on: the last date told that is fine enough, else in news the report's day."""
    m, unit = x.meaning, x.meaning.unit or "day"
    fine = "day" if unit in ("day", "week", "weekend", "time") else unit
    told = a.at_most(fine) or (a.at_most("week") if unit == "week" else None)
    if told is None and fine == "day" and x.start - a.day_at < _NEAR:
        told = a.by_grain.get("day")
    if told is not None:
        return told, "narrative"
    if a.report is not None and not a.narrative and (m.count != 0 or m.shape == "definite"):
        return st.of_day(a.report), "report-date"
    return None, "none"


def _ancient(base: Stamp, m: Meaning, steps: int) -> Stamp | None:
    """Years, decades and centuries before Christ, counted on their own."""
    if base.year is None or base.year >= 0:
        return None
    if m.unit == "year":
        return st.of_year(base.year + steps)
    if m.unit == "decade":
        return st.of_decade(-base.year // 10 - steps, bc=True)
    if m.unit == "century":
        return st.of_century(-(-base.year // 100 + 1) + steps)
    return st.of_season(base.year, m.get("season")) if m.unit == "season" and steps == 0 else None


def _step(d: date, m: Meaning, steps: int) -> Stamp | None:
    """The unit so many steps from the one that holds the day."""
    if m.unit == "season":
        return _season_step(d, m, steps)
    to = moved(d, m.unit or "day", steps)
    make = _OF_DAY.get(m.unit or "day")
    if to and m.fields and (m.get("on") or m.get("since")):
        day = _day_within(to, d, m)
        return st.of_day(day) if day else None
    return make(to) if to and make else None


def _day_within(to: date, d: date, m: Meaning) -> date | None:
    """The weekday in the week or month: "Friday of next week", "the last Sunday of that month", "two Fridays ago"."""
    if m.get("since"):  # counted back from the day itself
        return moved(st.shifted(d, (m.get("since") - d.isoweekday()) % 7) or d, "week", m.count or 0)
    if m.unit == "month":
        return st.nth_weekday(to.year, to.month, m.get("nth"), m.get("on"))
    return st.shifted(to, m.get("on") - to.isoweekday())


def _season_step(d: date, m: Meaning, steps: int) -> Stamp | None:
    name = m.get("season")
    if m.get("year"):
        return st.of_season(m.get("year"), name)
    options = [st.of_season(y, name) for y in (d.year - 1, d.year, d.year + 1)]
    if steps < 0:  # "last winter" is named by the year it began in
        gone = [s for s in options if s.latest and (s.latest < d or (name == "WI" and s.year and s.year < d.year))]
        return gone[-1] if gone else None
    if steps > 0:
        ahead = [s for s in options if s.earliest and (s.earliest > d or (name == "WI" and _begins(d, s.year)))]
        return ahead[0] if ahead else None
    return options[1]


def _begins(d: date, year: int | None) -> bool:
    """ "Next winter" is named by the year it begins in, which is this one's from spring to autumn."""
    return d.year == year and 3 <= d.month < 12


def _period(x: TimeExpression, a: Anchors) -> Found:
    """ "the quarter", "the latest quarter", "the year-earlier period": the one told of, else the last full quarter."""
    m = x.meaning
    if m.unit == "quarter" and m.anchor == "report" and m.count:
        here = (a.report.year, (a.report.month + 2) // 3) if a.report else None
        return leans(st.of_quarter(here[0], here[1] + int(m.count)), "report-date") if here else None
    if m.get("closes") and a.report is not None and not a.narrative:
        days, named = _closed(a.report, m.get("closes")), a.quarter()
        if named:  # a company's own first quarter may end in September: its name, and the days it says
            days = replace(st.of_quarter(*named), earliest=days.earliest, latest=days.latest)
        return days, "report-date"
    told, basis = a.quarter(), "narrative"
    if told is None:
        if a.report is None or a.narrative or (m.unit == "period" and m.shape == "definite"):
            return None
        told, basis = (a.report.year, (a.report.month + 2) // 3 - 1), "report-date"
    year, quarter = told
    if m.get("year") is not None:
        year = m.get("year")
    elif m.get("year_shift") is not None:
        year += m.get("year_shift")
    elif m.get("year_back"):
        year -= 1
    else:
        quarter += int(m.count or 0)
    return leans(st.of_quarter(year, quarter), "narrative" if basis == "narrative" else "report-date")


def _closed(report: date, month: int) -> Stamp:
    """The last quarter that ended in the month, by the middle one of its three months."""
    year = report.year if month <= report.month else report.year - 1
    middle = st.of_month(year, month - 1)
    return st.of_quarter(middle.year or year, ((middle.month or 1) + 2) // 3)


def offset(x: TimeExpression, a: Anchors) -> Found:
    """ "two years ago" leans on the report, "two years later" on what was told."""
    m = x.meaning
    if m.count is None or m.unit is None:
        return None
    told = a.quarter()
    if m.unit == "year" and m.count == 1 and m.direction == -1 and told and not a.narrative and not m.get("to"):
        return leans(st.of_quarter(told[0] - 1, told[1]), "narrative" if m.anchor == "narrative" else "report-date")
    base, basis = _start(m, a)
    if base is None or m.unit in _CLOCK_UNITS:
        return None
    if base.earliest is None:
        return leans(_ancient(base, m, int(m.count * (m.direction or 1))), basis)
    to = moved(base.earliest, m.unit, m.count * (m.direction or -1))
    if to is None:
        return None
    if base.grain == "quarter" and m.unit == "year":
        return leans(_OF_DAY["quarter"](to), basis)
    if GRAIN.get(base.grain, 1) > GRAIN.get(m.unit, 1):  # "days later" than a bare month or year: no day is known
        return leans(_OF_DAY[base.grain](to), basis) if base.grain in ("month", "year") and m.unit == "month" else None
    if m.get("day_of"):  # "a year ago Tuesday": the day of the month that the last Tuesday was
        back = (base.earliest.isoweekday() - m.get("day_of")) % 7
        to = moved(st.shifted(base.earliest, -back) or base.earliest, m.unit, -m.count) or to
    if m.get("to") or m.get("day_of"):
        return leans(_OF_DAY[m.get("to", "day")](to), basis)
    if m.unit == "decade" and m.anchor == "report":
        return _about(to.year), basis
    return leans(_step(to, Meaning("pointed", m.unit), 0), basis)


def _about(year: int) -> Stamp:
    """ "Two decades ago" is that year, give or take three: people round to tens."""
    low, high = st.safe(year - _ROUNDED), st.safe(year + _ROUNDED, 12, 31)
    return replace(st.of_year(year), earliest=low, latest=high)


def _start(m: Meaning, a: Anchors) -> tuple[Stamp | None, Basis]:
    """Where the counting begins."""
    here = st.of_day(a.report) if a.report is not None else None
    if m.anchor == "report":
        return (None, "none") if here is None or (a.narrative and a.last is not None) else (here, "report-date")
    if a.last is not None and (a.last.earliest is not None or a.last.year is not None):
        return a.last, "narrative"
    return (here, "report-date") if here is not None and not a.narrative else (None, "none")


def part_end(x: TimeExpression, a: Anchors) -> Found:
    """ "year-end": the last day of the year that is meant."""
    m = x.meaning
    year = m.get("year") or (a.report.year if a.report else a.year)
    d = st.safe(year, 12, 31) if year is not None and m.unit == "year" else None
    basis: Basis = "stated" if m.get("year") else "report-date" if a.report else "narrative"
    return leans(st.of_day(d) if d else None, basis)
