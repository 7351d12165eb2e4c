"""Places calendar dates: which year a bare month belongs to, which Saturday a bare weekday is.

In:   an expression of shape "calendar" and the anchors as they stand where it is told.
Out:  its Stamp and what settled it, or None.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from dateline.sentence.times import stamps as st
from dateline.sentence.times.anchors import Anchors, Found, leans
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.sentence.times.stamps import Stamp
from dateline.sentence.times.unanchored import year_text
from dateline.terms import Basis

_NEAR: Final = 400  # characters: how far back a full date is still being told of, about three sentences
_LEAP: Final = 3  # years: a bare year farther on than this is an aside ("declassified in 2005"); chosen on WikiWars
_WRONG_SIDE: Final = (
    5.0  # how much nearer a day on the side the verb denies must be to win; chosen on TimeBank and AQUAINT
)
_SEASON_MONTH: Final = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_OF_VERB: Final = ("in", "on", "from")  # before a time that is that of the verb, not of a thing due by then
_IN_YEAR: Final = ("month", "season", "quarter", "half", "holiday")
_WEDNESDAY: Final = 3
_YEAR: Final = 366  # days: no longer is a numbered weekday looked for
_SOME_DAY = 10.0**6  # days; farther than any


def calendar(x: TimeExpression, a: Anchors) -> Found:
    """The stated parts, completed from what they lean on; "the day after" them where it says so."""
    found = _placed(x, a)
    side = x.meaning.get("beside")
    if found is None or side is None:
        return found
    other = st.shifted(found[0].earliest, side) if found[0].grain == "day" and found[0].earliest else None
    return leans(st.of_day(other) if other else None, found[1])


def _placed(x: TimeExpression, a: Anchors) -> Found:
    m = x.meaning
    if m.get("century") is not None:
        return st.of_century(m.get("century")), "stated"
    if m.get("decade") is not None:
        return st.of_decade(m.get("decade"), bool(m.get("era"))), "stated"
    if m.get("year") is not None:
        bare_bc = a.ancient and 100 <= m.get("year") < 1000 and len(m.fields) == 1
        return leans(_in_year(m, -m.get("year") if bare_bc else m.get("year")), "stated")
    if m.get("year_shift") is not None:
        base = a.year if m.anchor == "narrative" else a.report.year if a.report else None
        basis: Basis = "narrative" if m.anchor == "narrative" else "report-date"
        return leans(_in_year(m, base + m.get("year_shift")), basis) if base is not None else None
    if m.get("weekday") is not None and m.get("day") is None:
        return _weekday(x, a)
    if m.get("weekday") is not None and m.get("month") is None:
        return leans(_numbered_weekday(x, a.report if not a.narrative else None), "report-date")
    return _yearless(x, a) if any(m.get(part) is not None for part in _IN_YEAR) else clock_only(x, a)


def _in_year(m: Meaning, year: int) -> Stamp | None:
    """The stated parts inside a known year."""
    if m.get("quarter") is not None:
        return st.of_quarter(year, m.get("quarter"))
    if m.get("half") is not None:
        return st.of_half(year, m.get("half"))
    if m.get("season"):
        return st.of_season(year, m.get("season"))
    if m.get("holiday"):
        feast = st.holiday(m.get("rule"), year)
        return _of_feast(feast, m.get("week_of")) if feast else None
    month, day = m.get("month"), m.get("day")
    if month is None:
        return st.of_year(year)
    if m.get("nth") is not None:
        d = st.nth_weekday(year, month, m.get("nth"), m.get("on"))
        return st.of_day(d) if d else None
    return st.of_month(year, month) if day is None else _day_in(m, year, month, day)


def _of_feast(feast: date, around: str | None) -> Stamp | None:
    """The feast, its week, or its weekend: Labor Day, a Monday, ends its weekend, Thanksgiving opens it; the weekend of
    a feast in the middle of the week is not told by its name."""
    if around is None:
        return st.of_day(feast)
    if around == "week":
        return st.of_week(feast)
    if feast.isoweekday() == _WEDNESDAY:
        return None
    before = st.shifted(feast, -7) if feast.isoweekday() < _WEDNESDAY else feast
    weekend = st.of_weekend(before) if before else None
    if weekend is None or weekend.earliest is None or weekend.latest is None:
        return weekend
    return replace(weekend, earliest=min(weekend.earliest, feast), latest=max(weekend.latest, feast))


def _numbered_weekday(x: TimeExpression, report: date | None) -> Stamp | None:
    """ "Friday the 13th", "Saturday the 15th": the nearest such day on the side that the verb tells of."""
    on, day = x.meaning.get("weekday"), x.meaning.get("day")
    step = 1 if _coming(x) else -1
    days = (st.shifted(report, n * step) for n in range(_YEAR)) if report else iter(())
    return next((st.of_day(d) for d in days if d and d.isoweekday() == on and d.day == day), None)


def _day_in(m: Meaning, year: int, month: int, day: int) -> Stamp | None:
    """A day, or the week that holds it; "3/4/2024" in digits covers both readings."""
    d = st.safe(year, month, day)
    if d is None:
        ancient = f"{year_text(year)}-{month:02d}-{day:02d}"
        return Stamp(ancient, "day", None, None, year, month) if year <= 0 else None
    if m.get("week_of"):
        return st.of_week(d) if m.get("week_of") == "week" else st.of_weekend(d)
    other = st.safe(year, day, month) if m.get("or_day_first") else None
    return replace(st.of_day(d), earliest=min(d, other), latest=max(d, other)) if other else st.of_day(d)


def _weekday(x: TimeExpression, a: Anchors) -> Found:
    """A bare weekday is the last one before the report unless the verb or a pointing word says otherwise."""
    m, want = x.meaning, x.meaning.get("weekday")
    if a.narrative and m.direction is None:
        told = a.by_grain.get("day")
        if told is None or told.earliest is None or told is not a.last:
            return None
        d = st.shifted(told.earliest, (want - told.earliest.isoweekday()) % 7)
        return leans(st.of_day(d) if d else None, "narrative")
    if a.report is None:
        return None
    back, ahead = (a.report.isoweekday() - want) % 7, (want - a.report.isoweekday()) % 7
    if m.direction in (-1, 1):
        days = -(back or 7) if m.direction == -1 else ahead or 7
    elif m.direction == 0:
        days = -back if x.tense == "past" else ahead
    elif m.modifier == "AFTER" and back == 1:
        days = -1  # "later Friday", written on Friday and come out after midnight
    else:
        days = ahead if _coming(x) else -back
    d = st.shifted(a.report, days)
    return leans(st.of_day(d) if d else None, "report-date")


def _coming(x: TimeExpression) -> bool:
    """Whether a bare weekday, day or month lies ahead: the verb's tense, or a preposition that looks forward."""
    return x.tense == "future" or (x.preposition in ("until", "till", "by") and x.tense != "past")


def clock_only(x: TimeExpression, a: Anchors) -> Found:
    """ "at 5 p.m.": of the day last told, or of the report's own day in news; "was restored at noon" is not of a day
    that is still to come."""
    if (
        x.tense != "past"
        and a.coming is not None
        and a.coming.earliest
        and a.coming_at > a.day_at
        and x.start - a.coming_at < _NEAR
    ):
        return st.of_day(a.coming.earliest), "narrative"
    told = a.by_grain.get("day")
    if told is not None and told.earliest is not None:
        return st.of_day(told.earliest), "narrative"
    return leans(st.of_day(a.report) if a.report and not a.narrative else None, "report-date")


def _yearless(x: TimeExpression, a: Anchors) -> Found:
    """A month, day, season, quarter or holiday without a year."""
    if a.report is None and not a.narrative:
        return leans(_after_full_date(x, a), "narrative")
    if a.narrative and x.meaning.direction is None:
        year = _told_year(x.meaning, a)
        return leans(_in_year(x.meaning, year) if year is not None else None, "narrative")
    known = _known_year(x, a)
    if known is not None:
        return leans(_in_year(x.meaning, known), "narrative")
    return leans(_nearest(x, a.report) if a.report else None, "report-date")


def _known_year(x: TimeExpression, a: Anchors) -> int | None:
    """The year of a day that the report has named in full: "the memo of March 7 2003 ... on March 7"."""
    month, day = x.meaning.get("month"), x.meaning.get("day")
    if a.report is None or month is None or day is None or x.meaning.direction is not None:
        return None
    told = a.years.get((month, day))
    return told if told is not None and told <= a.report.year and x.tense != "future" else None


def _after_full_date(x: TimeExpression, a: Anchors) -> Stamp | None:
    """In an undated report a full date just told, or told first of all, gives the year of an earlier month of the past.

    "On 10 October 2023 ... in July": July 2023. A month that year had not reached stays open: which year is not said;
    so does one before a month told without its day: "December 2017 ... in March".
    """
    told, m = a.stated, x.meaning
    if told is None or told.earliest is None or told.year is None or told.month is None or m.direction is not None:
        return None
    if a.first_stated is not told and x.start - a.stated_at > _NEAR:
        return None
    stamp = _in_year(m, told.year)
    if stamp is None or stamp.earliest is None or x.tense == "future" or stamp.earliest > told.earliest:
        return None
    return stamp if told.grain == "day" or stamp.earliest == told.earliest else None


def _told_year(m: Meaning, a: Anchors) -> int | None:
    """The year a bare month or day belongs to in a narrative.

    The year last told, unless that was an aside: a look back, or a leap of more than three years, away from the months
    and days being told. January after December is the next year's.
    """
    told = a.dated
    month = m.get("month") or _SEASON_MONTH.get(m.get("season") or "")
    if a.year is None or told is None or told.year is None or month is None:
        return a.year
    year = told.year if a.year < told.year or a.year - told.year > _LEAP else a.year
    return year + 1 if year == told.year and month == 1 and told.month == 12 else year


def _nearest(x: TimeExpression, report: date) -> Stamp | None:
    """The instance that "last" or "next" or the verb points to, else the nearest to the report's day."""
    m = x.meaning
    years = (report.year - 1, report.year, report.year + 1)
    options = [s for y in years if (s := _in_year(m, y)) and s.earliest and s.latest]
    if m.direction == -1:
        options = [s for s in options if s.latest and s.latest < report][-1:]
    elif m.direction == 1:
        options = [s for s in options if s.earliest and s.earliest > report][:1]
    elif m.direction == 0:
        options = [s for s in options if s.year == report.year]
    if x.preposition == "since":  # "shut since June", told in May
        options = [s for s in options if s.earliest and s.earliest <= report]
    side = 1 if _coming(x) else -1 if x.tense == "past" else 0
    if x.tense == "future" and x.preposition in _OF_VERB and (m.get("month") or m.get("season")):
        ahead = [s for s in options if s.latest and s.latest >= report]
        options = ahead or options  # "will vote in November", told in January
    return min(options, key=lambda s: _distance(s, report, side)) if options else None


def _distance(s: Stamp, d: date, side: int) -> float:
    """Days from the report to the stamp; more on the side that the verb denies."""
    if s.earliest is None or s.latest is None:
        return _SOME_DAY
    if s.earliest <= d <= s.latest:
        return 0.0
    ahead = s.earliest > d
    days = (s.earliest - d).days if ahead else (d - s.latest).days
    return days * (_WRONG_SIDE if side and ahead != (side > 0) else 1.0)
