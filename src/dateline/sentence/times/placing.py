"""The rules that place one meaning: which anchor, which direction, how exact.

In:   one expression and the anchors as they stand where it is told.
Out:  a Placed: value, When without its words, and why; the anchors remember it.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateline.sentence.times import stamps as st
from dateline.sentence.times.anchors import Anchors
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.sentence.times.stamps import Stamp
from dateline.sentence.times.unanchored import clock_suffix
from dateline.terms import Basis, When
from dateline.terms.when import edtf_of

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NEAR = 400  # characters: how far back a full date is still being told of, about three sentences
UNPLACED = "nothing in the text says what it leans on"


@dataclass(frozen=True, slots=True)
class Placed:
    """A value, its When, and the clause that explains it."""

    value: str
    when: When
    why: str


def place(x: TimeExpression, a: Anchors, text: str) -> Placed:
    """Places one expression and lets the anchors remember it."""
    if x.type in ("DURATION", "SET") or x.meaning.shape in ("reference", "event-offset"):
        return _unmoving(x, a)
    rule = _RULES.get(x.meaning.shape)
    found = rule(x, a) if rule else None
    if found is None:
        return Placed(x.value, When(), UNPLACED)
    stamp, basis, why = found
    a.reported = basis == "report-date"
    ahead = x.tense == "future" or x.preposition in ("before", "until", "till")
    a.push(stamp, x.end, stated_year=basis == "stated" and stamp.year is not None, ahead=ahead)
    value = _with_clock(stamp, x.meaning)
    when = _when(stamp, x.meaning, basis, a)
    return Placed(value, when, why or _why(x, basis, a))


def _with_clock(stamp: Stamp, m: Meaning) -> str:
    return stamp.value + clock_suffix(m) if stamp.grain == "day" else stamp.value


def spoken(d: date) -> str:
    """ "22 March 2024"."""
    return f"{d.day} {_MONTHS[d.month - 1]} {d.year}"


def _why(x: TimeExpression, basis: Basis, a: Anchors) -> str:
    if basis == "stated":
        return "stated in full"
    if basis == "report-date" and a.report:
        side = {1: "after", -1: "before"}.get(_side(x, a), "seen from")
        return f"{x.text} {side} the report of {spoken(a.report)}"
    return f"{x.text}, told after an earlier date of the text"


def _side(x: TimeExpression, a: Anchors) -> int:
    if (
        a.last is None
        or a.last.earliest is None
        or a.last.latest is None
        or a.report is None
        or x.meaning.shape != "calendar"
    ):
        return 0
    return -1 if a.last.latest < a.report else 1 if a.last.earliest > a.report else 0


# ------------------------------------------------------------------------------------------------- what does not move


def _unmoving(x: TimeExpression, a: Anchors) -> Placed:
    m = x.meaning
    if m.shape == "reference":
        when = (
            When.day(a.report, basis="report-date")
            if m.get("value") == "PRESENT_REF" and a.report and not a.narrative
            else When()
        )
        return Placed(x.value, when, "the time of the report" if when.known else "a time that is not named")
    if m.shape == "span" and m.direction and a.report and not a.narrative and m.count:
        other = _moved(a.report, m.unit or "day", m.count * m.direction)
        if other:
            low, high = sorted((other, a.report))
            return Placed(
                x.value,
                When(low, high, edtf_of(low, high), None, "report-date"),
                f"{x.text} seen from {spoken(a.report)}",
            )
    return Placed(
        x.value,
        When(),
        "a length of time" if x.type == "DURATION" else "a repeated time" if x.type == "SET" else UNPLACED,
    )


def _moved(d: date, unit: str, count: float) -> date | None:
    """The day so many units on; beyond the calendar None."""
    if abs(count) > 100_000:
        return None
    if unit in ("day", "night"):
        return st.shifted(d, round(count))
    if unit in ("week", "fortnight", "weekend"):
        return st.shifted(d, round(count * (14 if unit == "fortnight" else 7)))
    months = {
        "month": 1,
        "quarter": 3,
        "season": 3,
        "year": 12,
        "decade": 120,
        "century": 1200,
        "millennium": 12000,
    }.get(unit)
    return st.months_on(d, round(count * months)) if months else d


# ------------------------------------------------------------------------------------------------- the calendar

Found = tuple[Stamp, Basis, str] | None


def _calendar(x: TimeExpression, a: Anchors) -> Found:
    m = x.meaning
    if m.get("century") is not None:
        return st.of_century(m.get("century")), "stated", ""
    if m.get("decade") is not None:
        return st.of_decade(m.get("decade"), bool(m.get("era"))), "stated", ""
    year, basis = m.get("year"), "stated"
    if year is None and m.get("year_shift") is not None:
        base = a.year if m.anchor == "narrative" else a.report.year if a.report else None
        if base is None:
            return None
        year, basis = base + m.get("year_shift"), "narrative" if m.anchor == "narrative" else "report-date"
    if year is not None:
        if a.ancient and basis == "stated" and 100 <= year < 1000 and len(m.fields) == 1:
            year = -year
        stamp = _in_year(m, year)
        return (stamp, basis, "") if stamp else None  # type: ignore[return-value]
    if m.get("weekday") is not None and m.get("day") is None:
        return _weekday(x, a)
    if (
        m.get("month") is None
        and m.get("season") is None
        and m.get("quarter") is None
        and m.get("half") is None
        and not m.get("holiday")
    ):
        return _clock_only(x, a)
    return _yearless(x, a)


def _in_year(m: Meaning, year: int) -> Stamp | None:
    """The stated parts inside a known year."""
    if m.get("quarter") is not None:
        return st.of_quarter(year, m.get("quarter"))
    if m.get("half") is not None:
        return st.of_half(year, m.get("half"))
    if m.get("season"):
        return st.of_season(year, m.get("season"))
    if m.get("holiday"):
        d = st.holiday(m.get("rule"), year)
        return st.of_day(d) if d else None
    month, day = m.get("month"), m.get("day")
    if month is None:
        return st.of_year(year)
    if day is None:
        return st.of_month(year, month)
    d = st.safe(year, month, day)
    if d is None:
        return (
            Stamp(f"{st.year_text(year)}-{month:02d}-{day:02d}", "day", None, None, year, month) if year <= 0 else None
        )
    if m.get("week_of"):
        return st.of_week(d) if m.get("week_of") == "week" else st.of_weekend(d)
    stamp = st.of_day(d)
    if m.get("or_day_first"):
        other = st.safe(year, day, month)
        if other:
            return replace(stamp, earliest=min(d, other), latest=max(d, other))
    return stamp


def _weekday(x: TimeExpression, a: Anchors) -> Found:
    m, want = x.meaning, x.meaning.get("weekday")
    if a.narrative and m.direction is None:
        base = a.by_grain.get("day")
        if base is None or base.earliest is None or base is not a.last:
            return None
        d = st.shifted(base.earliest, (want - base.earliest.isoweekday()) % 7)
        return (st.of_day(d), "narrative", "") if d else None
    if a.report is None:
        return None
    back = (a.report.isoweekday() - want) % 7
    ahead = (want - a.report.isoweekday()) % 7
    if m.direction == -1:
        days = -(back or 7)
    elif m.direction == 1:
        days = ahead or 7
    elif m.direction == 0 and m.anchor == "report":
        days = ahead if x.tense != "past" else -back
    else:
        days = ahead if _coming(x) else -back
    d = st.shifted(a.report, days)
    return (st.of_day(d), "report-date", "") if d else None


def _coming(x: TimeExpression) -> bool:
    """Whether a bare weekday, day or month lies ahead: the verb's tense, or a preposition that looks forward."""
    if x.preposition in ("until", "till", "by"):
        return x.tense != "past" or x.preposition in ("until", "till")
    return x.tense == "future"


def _clock_only(x: TimeExpression, a: Anchors) -> Found:
    """ "at 5 p.m.": of the day last told, or of the report's own day in news."""
    day = a.by_grain.get("day")
    if day is not None and day.earliest is not None and day.grain == "day":
        return st.of_day(day.earliest), "narrative", ""
    if a.report is not None and not a.narrative:
        return st.of_day(a.report), "report-date", ""
    return None


def _yearless(x: TimeExpression, a: Anchors) -> Found:
    """A month, day, season, quarter or holiday without a year."""
    m = x.meaning
    if a.report is None and not a.narrative:
        stamp = _after_full_date(x, a)
        return (stamp, "narrative", "") if stamp else None
    if a.narrative and m.direction is None:
        year = _told_year(m, a)
        stamp = _in_year(m, year) if year is not None else None
        return (stamp, "narrative", "") if stamp else None
    if a.report is None:
        return None
    stamp = _nearest(x, a.report)
    return (stamp, "report-date", "") if stamp else None


def _after_full_date(x: TimeExpression, a: Anchors) -> Stamp | None:
    """In an undated report a full date just told, or told first of all, gives the year of an earlier month of the past.

    "On 10 October 2023 ... in July": July 2023. A month that year had not reached stays open: which year is not said.
    """
    told = a.stated
    if (
        told is None
        or told.earliest is None
        or told.year is None
        or told.month is None
        or x.meaning.direction is not None
    ):
        return None
    if a.first_stated is not told and x.start - a.stated_at > _NEAR:
        return None
    stamp = _in_year(x.meaning, told.year)
    if stamp is None or stamp.earliest is None or x.tense == "future" or stamp.earliest > told.earliest:
        return None
    return stamp


_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_LEAP_AHEAD = 3  # years: a bare year farther on than this is an aside ("declassified in 2005"); chosen on WikiWars


def _told_year(m: Meaning, a: Anchors) -> int | None:
    """The year a bare month or day belongs to in a narrative.

    The year last told, unless that was an aside: a look back, or a leap of more than three years, away from the months and
    days being told. January after December is the next year's.
    """
    told = a.dated
    month = m.get("month") or _SEASON_MONTH.get(m.get("season") or "")
    if a.year is None or told is None or told.year is None or month is None:
        return a.year
    year = told.year if a.year < told.year or a.year - told.year > _LEAP_AHEAD else a.year
    return year + 1 if year == told.year and month == 1 and told.month == 12 else year


_WRONG_SIDE = 5.0  # how much farther a day on the wrong side of the report may not be; chosen on TimeBank and AQUAINT


def _nearest(x: TimeExpression, report: date) -> Stamp | None:
    """The instance that "last" or "next" or the verb points to, else the nearest to the report's day."""
    m = x.meaning
    years = (report.year - 1, report.year, report.year + 1)
    options = [s for y in years if (s := _in_year(m, y)) and s.earliest and s.latest]
    if not options:
        return None
    if m.direction == -1:
        past = [s for s in options if s.latest and s.latest < report]
        return past[-1] if past else None
    if m.direction == 1:
        ahead = [s for s in options if s.earliest and s.earliest > report]
        return ahead[0] if ahead else None
    if m.direction == 0:
        return next((s for s in options if s.year == report.year), None)
    side = 1 if _coming(x) else -1 if x.tense == "past" else 0
    return min(options, key=lambda s: _distance(s, report, side))


def _distance(s: Stamp, d: date, side: int) -> float:
    if s.earliest is None or s.latest is None:
        return 10.0**6
    if s.earliest <= d <= s.latest:
        return 0.0
    ahead = s.earliest > d
    days = (s.earliest - d).days if ahead else (d - s.latest).days
    return days * (_WRONG_SIDE if side and ahead != (side > 0) else 1.0)


# ------------------------------------------------------------------------------------------------- pointing words


def _deictic(x: TimeExpression, a: Anchors) -> Found:
    if a.report is None:
        return None
    if a.narrative and x.text.lower() in ("today", "tomorrow", "tonight"):
        return None
    d = st.shifted(a.report, int(x.meaning.count or 0))
    return (st.of_day(d), "report-date", "") if d else None


def _pointed(x: TimeExpression, a: Anchors) -> Found:
    m = x.meaning
    if m.unit == "period" or (m.unit == "quarter" and m.shape in ("pointed", "definite")):
        return _period(x, a)
    if m.anchor == "report" and a.report is not None and not (a.narrative and a.last and a.last.earliest):
        stamp = _step(a.report, m, int(m.count or 0))
        return (stamp, "report-date", "") if stamp else None
    base = _base(m, a)
    if base is None:
        return None
    anchor, basis = base
    if anchor.earliest is None:
        return _ancient_step(anchor, m, basis)
    if m.unit == "weekend" and m.shape == "definite" and basis == "report-date":
        back = x.tense == "past" and (anchor.earliest.isoweekday() < 6)
        return st.of_weekend(st.shifted(anchor.earliest, -7 if back else 0) or anchor.earliest), basis, ""
    if m.shape == "definite" and m.unit == "year" and basis == "report-date":
        return st.of_year(anchor.earliest.year), basis, ""
    stamp = _step(
        anchor.earliest if (m.count or 0) <= 0 or anchor.latest is None else anchor.latest, m, int(m.count or 0)
    )
    if stamp and m.unit == "day" and anchor.grain in ("month", "year") and stamp.grain == "day":
        return None  # "that day" after a bare month: no day was told
    return (stamp, basis, "") if stamp else None


def _base(m: Meaning, a: Anchors) -> tuple[Stamp, Basis] | None:
    """What a pointing word leans on: the last date told that is fine enough, else in news the report's day."""
    unit = m.unit or "day"
    told = a.at_most("day" if unit in ("day", "week", "weekend", "time") else unit)
    if told is None and unit == "week":
        told = a.at_most("week")
    if told is not None:
        return told, "narrative"
    if a.report is not None and not a.narrative and m.count != 0:
        return st.of_day(a.report), "report-date"
    if a.report is not None and not a.narrative and m.shape == "definite":
        return st.of_day(a.report), "report-date"
    return None


def _ancient_step(anchor: Stamp, m: Meaning, basis: Basis) -> Found:
    if anchor.year is None or m.unit != "year":
        return None
    return st.of_year(anchor.year + int(m.count or 0)), basis, ""


def _step(d: date, m: Meaning, count: int) -> Stamp | None:
    """The unit so many steps from the one that holds the day."""
    unit = m.unit or "day"
    if unit == "season":
        return _season_step(d, m, count)
    moved = _moved(d, unit, count)
    if moved is None:
        return None
    make: dict[str, Any] = {
        "day": st.of_day,
        "time": st.of_day,
        "night": st.of_day,
        "week": st.of_week,
        "weekend": st.of_weekend,
        "fortnight": st.of_week,
    }
    if unit in make:
        return make[unit](moved)  # type: ignore[no-any-return]
    if unit == "month":
        return st.of_month(moved.year, moved.month)
    if unit == "quarter":
        return st.of_quarter(moved.year, (moved.month + 2) // 3)
    if unit == "year":
        return st.of_year(moved.year)
    if unit == "decade":
        return st.of_decade(moved.year // 10)
    if unit == "century":
        return st.of_century(moved.year // 100 + 1)
    return None


def _season_step(d: date, m: Meaning, count: int) -> Stamp | None:
    name = m.get("season")
    if m.get("year"):
        return st.of_season(m.get("year"), name)
    options = [st.of_season(y, name) for y in (d.year - 1, d.year, d.year + 1)]
    if count < 0:
        past = (
            [s for s in options if s.latest and s.latest < d]
            if name != "WI"
            else [s for s in options if s.year is not None and s.year < d.year]
        )
        return past[-1] if past else None
    if count > 0:
        ahead = [s for s in options if s.earliest and s.earliest > d]
        return ahead[0] if ahead else None
    return options[1]


def _quarter_told(a: Anchors) -> Stamp | None:
    """The quarter a report of results is about: the one last told that is not looked back on, else the last full one."""
    told = a.by_grain.get("quarter")
    if told is not None and told.year is not None and told.quarter is not None:
        return told
    return None


def _period(x: TimeExpression, a: Anchors) -> Found:
    """ "the quarter", "the latest quarter", "the year-earlier period"."""
    m = x.meaning
    told, basis = _quarter_told(a), "narrative"
    if told is None:
        if a.report is None or a.narrative or (m.unit == "period" and m.shape == "definite"):
            return None
        told, basis = st.of_quarter(a.report.year, (a.report.month + 2) // 3 - 1), "report-date"
    year, quarter = told.year or 0, told.quarter or 1
    if m.get("year") is not None:
        return st.of_quarter(m.get("year"), quarter), basis, ""  # type: ignore[return-value]
    if m.get("year_back"):
        return st.of_quarter(year - 1, quarter), basis, ""  # type: ignore[return-value]
    if m.unit == "quarter" and m.anchor == "report" and m.count:
        return (
            (st.of_quarter(a.report.year, (a.report.month + 2) // 3 + int(m.count)), "report-date", "")
            if a.report
            else None
        )
    return st.of_quarter(year, quarter + int(m.count or 0)), basis, ""  # type: ignore[return-value]


def _offset(x: TimeExpression, a: Anchors) -> Found:
    """ "two years ago" leans on the report, "two years later" on what was told."""
    m = x.meaning
    if m.count is None:
        return None
    if m.unit == "year" and m.count == 1 and m.direction == -1 and not a.narrative and (told := _quarter_told(a)):
        basis_: Basis = "narrative" if m.anchor == "narrative" else "report-date"
        return st.of_quarter((told.year or 0) - 1, told.quarter or 1), basis_, ""
    if m.anchor == "report":
        if a.report is None or (a.narrative and a.last is not None):
            return None
        base, basis, grain = a.report, "report-date", "day"
    else:
        told = a.last
        if told is not None and told.earliest is None and told.year is not None and m.unit == "year":
            return st.of_year(told.year + int(m.count * (m.direction or 1))), "narrative", ""
        if told is not None and told.earliest is not None and (m.direction == -1 or told.latest is not None):
            base, basis, grain = told.earliest, "narrative", told.grain
        elif a.report is not None and not a.narrative:
            base, basis, grain = a.report, "report-date", "day"
        else:
            return None
    if m.unit in ("hour", "minute", "second"):
        return None
    moved = _moved(base, m.unit or "day", m.count * (m.direction or -1))
    if moved is None:
        return None
    if grain in ("quarter",) and m.unit == "year":
        return st.of_quarter(moved.year, (moved.month + 2) // 3), basis, ""  # type: ignore[return-value]
    if st.GRAIN.get(grain, 1) > st.GRAIN.get(m.unit or "day", 1):
        return None if m.unit in ("day", "week") else _coarse(moved, grain, basis)
    stamp = _step(moved, replace(m, unit=m.unit), 0)
    return (stamp, basis, "") if stamp else None  # type: ignore[return-value]


def _coarse(d: date, grain: str, basis: Any) -> Found:
    if grain == "year":
        return st.of_year(d.year), basis, ""
    if grain == "month":
        return st.of_month(d.year, d.month), basis, ""
    return None


def _part(x: TimeExpression, a: Anchors) -> Found:
    return _clock_only(x, a)


def _part_end(x: TimeExpression, a: Anchors) -> Found:
    """ "year-end": the last day of the year that is meant."""
    year = x.meaning.get("year") or (a.report.year if a.report else a.year)
    if year is None or x.meaning.unit != "year":
        return None
    d = st.safe(year, 12, 31)
    basis: Basis = "stated" if x.meaning.get("year") else "report-date" if a.report else "narrative"
    return (st.of_day(d), basis, "") if d else None


_RULES = {
    "calendar": _calendar,
    "deictic": _deictic,
    "pointed": _pointed,
    "definite": _pointed,
    "offset": _offset,
    "part": _part,
    "part_end": _part_end,
}


# ------------------------------------------------------------------------------------------------- the days


def _when(s: Stamp, m: Meaning, basis: Basis, a: Anchors) -> When:
    """The days a stamp covers, narrowed by "early", "mid" and "late", and by "earlier" and "later" around the report."""
    low, high = s.earliest, s.latest
    if low is None or high is None:
        return When(edtf=_ancient_edtf(s), basis=basis) if s.year is not None and s.year <= 0 else When()
    narrowed = _third(s, m.modifier)
    if narrowed:
        low, high = narrowed
    elif m.modifier == "BEFORE" and a.report and low <= a.report <= high and s.grain != "day":
        high = a.report
    elif m.modifier == "AFTER" and a.report and low <= a.report <= high and s.grain != "day":
        low = a.report
    edtf = (
        s.value
        if not narrowed
        and s.grain in ("day", "month", "year")
        and (low, high) == (s.earliest, s.latest)
        and low.year > 0
        else edtf_of(low, high)
    )
    if s.grain == "day" and low != high:
        edtf = edtf_of(low, high)
    return When(low, high, edtf, None, basis, _clock(s, m))


def _ancient_edtf(s: Stamp) -> str | None:
    return f"-{-s.year - 1:04d}" if s.year is not None and s.year < 0 and s.grain == "year" else None


def _third(s: Stamp, modifier: str | None) -> tuple[date, date] | None:
    """The first, middle or last third of a month or year: "mid-September" is 11 to 20, "late 2024" September to December."""
    if modifier not in ("START", "MID", "END") or s.year is None or s.earliest is None or s.latest is None:
        return None
    n = ("START", "MID", "END").index(modifier)
    if s.grain == "month" and s.month:
        first = date(s.year, s.month, 1 + 10 * n)
        return first, (s.latest if n == 2 else date(s.year, s.month, 10 + 10 * n))
    if s.grain == "year":
        last = st.of_month(s.year, 4 + 4 * n).latest
        return (date(s.year, 1 + 4 * n, 1), last) if last else None
    return None


def _clock(s: Stamp, m: Meaning) -> str | None:
    """A stated clock time as ISO 8601 with its zone; midnight ends its day."""
    hour = m.get("hour")
    if hour is None or m.get("half_open") or s.grain != "day" or s.earliest is None:
        return None
    if hour == 24:
        nxt = st.shifted(s.earliest, 1)
        return f"{nxt.isoformat()}T00:00{m.get('zone') or ''}" if nxt else None
    second = m.get("second")
    tail = f":{second:02d}" if second is not None else ""
    return f"{s.earliest.isoformat()}T{hour:02d}:{m.get('minute') or 0:02d}{tail}{m.get('zone') or ''}"
