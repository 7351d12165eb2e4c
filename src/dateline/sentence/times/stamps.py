"""A time placed in the calendar: its TIMEX3 value and the days it covers.

In:   years, months, days and the larger and smaller units of them.
Out:  Stamps. Years before Christ keep a value and have no days; nothing here raises on impossible parts, it gives None.
Room: sentence.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.sentence.times.unanchored import year_text

GRAIN: Final = {
    "second": 0, "minute": 0, "hour": 0, "day": 1, "weekend": 2, "week": 3, "month": 4, "quarter": 5, "season": 5,
    "half": 6, "year": 7, "decade": 8, "century": 9,
}  # fmt: skip
_SEASON_DAYS: Final = {
    "SP": ((0, 3, 1), (0, 6, 21)), "SU": ((0, 6, 1), (0, 9, 23)), "FA": ((0, 9, 1), (0, 12, 21)),
    "WI": ((0, 1, 1), (1, 3, 20)),
}  # fmt: skip
# "the winter of 1941" may begin or end that year: from 1 January to the March after.


@dataclass(frozen=True, slots=True)
class Stamp:
    """A placed time; `earliest` and `latest` are None before year 1 and after year 9999."""

    value: str
    grain: str  # "day" "week" "month" "quarter" "season" "half" "year" "decade" "century" "weekend"
    earliest: date | None = None
    latest: date | None = None
    year: int | None = None  # negative before Christ
    month: int | None = None
    quarter: int | None = None


MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def spoken(d: date) -> str:
    """A day as a person says it, in no locale's words but English.

    >>> spoken(date(2024, 3, 22))
    '22 March 2024'
    """
    return f"{d.day} {MONTH_NAMES[d.month - 1]} {d.year}"


def safe(year: int, month: int = 1, day: int = 1) -> date | None:
    """The day, or None where there is none in the calendar that Python knows."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def of_day(d: date) -> Stamp:
    """One day."""
    return Stamp(d.isoformat(), "day", d, d, d.year, d.month)


def nth_weekday(year: int, month: int, nth: int, on: int) -> date | None:
    """The n-th Monday (1) to Sunday (7) of a month, the last where n is -1; None where it has no fifth.

    >>> nth_weekday(2024, 5, 1, 7), nth_weekday(2024, 2, -1, 4), nth_weekday(2024, 2, 5, 1)
    (datetime.date(2024, 5, 5), datetime.date(2024, 2, 29), None)
    """
    first = safe(year, month)
    if first is None:
        return None
    days = [n for n in range(1, calendar.monthrange(year, month)[1] + 1) if (first.weekday() + n - on) % 7 == 0]
    wanted = days[-1:] if nth < 0 else days[nth - 1 : nth]
    return safe(year, month, wanted[0]) if wanted else None


def of_week(d: date) -> Stamp:
    """The ISO week that holds the day, Monday to Sunday."""
    year, week, weekday = d.isocalendar()
    first = shifted(d, 1 - weekday)
    return Stamp(f"{year:04d}-W{week:02d}", "week", first, shifted(first, 6) if first else None, d.year, d.month)


def of_weekend(d: date) -> Stamp:
    """Saturday and Sunday of the ISO week that holds the day."""
    week = of_week(d)
    first = shifted(week.earliest, 5) if week.earliest else None
    return Stamp(week.value + "-WE", "weekend", first, week.latest, d.year, d.month)


def of_month(year: int, month: int) -> Stamp:
    """A month; `month` may run over: 13 is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = safe(year, month)
    last = safe(year, month, calendar.monthrange(year, month)[1]) if first else None
    return Stamp(f"{year_text(year)}-{month:02d}", "month", first, last, year, month)


def of_quarter(year: int, quarter: int) -> Stamp:
    """A quarter; 0 is the last one of the year before."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    a, b = of_month(year, quarter * 3 - 2), of_month(year, quarter * 3)
    return Stamp(f"{year_text(year)}-Q{quarter}", "quarter", a.earliest, b.latest, year, None, quarter)


def of_half(year: int, half: int) -> Stamp:
    """Half a year."""
    a, b = of_month(year, half * 6 - 5), of_month(year, half * 6)
    return Stamp(f"{year_text(year)}-H{half}", "half", a.earliest, b.latest, year)


def of_season(year: int, name: str) -> Stamp:
    """A season of the northern half of the world, as generously as the word is used."""
    (dy, m, d), (dy2, m2, d2) = _SEASON_DAYS[name]
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[name]
    return Stamp(f"{year_text(year)}-{name}", "season", safe(year + dy, m, d), safe(year + dy2, m2, d2), year, month)


def of_year(year: int) -> Stamp:
    """A year; negative before Christ."""
    return Stamp(year_text(year), "year", safe(year), safe(year, 12, 31), year)


def of_decade(decade: int, bc: bool = False) -> Stamp:
    """Ten years: 199 is the 1990s."""
    if bc:
        return Stamp(f"BC{abs(decade):03d}", "decade", None, None, -abs(decade) * 10)
    return Stamp(f"{decade:03d}", "decade", safe(decade * 10), safe(decade * 10 + 9, 12, 31), decade * 10)


def of_century(number: int) -> Stamp:
    """A century by its ordinal: 20 is the twentieth, 1900 to 1999 as people count; negative before Christ."""
    if number < 0:
        return Stamp(f"BC{-number - 1:02d}", "century", None, None, number * 100)
    low = (number - 1) * 100
    return Stamp(f"{number - 1:02d}", "century", safe(low), safe(low + 99, 12, 31), low)


def shifted(d: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar."""
    try:
        return d + timedelta(days=days)
    except OverflowError:
        return None


def months_on(d: date, months: int) -> date | None:
    """The same day of another month, or its last day."""
    index = d.year * 12 + d.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(d.day, calendar.monthrange(year, month + 1)[1]))


_MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS: Final = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_FARTHEST: Final = 100_000  # units; a count beyond it is no time of a news text


def moved(d: date, unit: str, count: float) -> date | None:
    """The day so many units on; the same day for hours and less; None beyond the calendar.

    >>> moved(date(2024, 3, 31), "month", -1)
    datetime.date(2024, 2, 29)
    """
    if abs(count) > _FARTHEST:
        return None
    if unit in _DAYS:
        return shifted(d, round(count * _DAYS[unit]))
    return months_on(d, round(count * _MONTHS[unit])) if unit in _MONTHS else d


def easter(year: int) -> date:
    """Western Easter Sunday; the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date | None:
    """The day a rule of `lexicon/holidays.tsv` names in the year.

    >>> holiday("easter-2", 1998), holiday("4x4/11", 1999), holiday("-1x1/5", 2024), holiday("2<11-09", 1998)
    (datetime.date(1998, 4, 10), datetime.date(1999, 11, 25), datetime.date(2024, 5, 27), datetime.date(1998, 11, 3))
    """
    if not 1583 <= year <= 9998:
        return None
    if rule.startswith("easter"):
        return shifted(easter(year), int(rule[6:]))
    if len(rule) == 10:
        return date.fromisoformat(rule)
    if "<" in rule:
        weekday, before = rule.split("<")
        limit = safe(year, int(before[:2]), int(before[3:]))
        return shifted(limit, -((limit.isoweekday() - int(weekday) - 1) % 7 + 1)) if limit else None
    if "x" not in rule:
        return safe(year, int(rule[:2]), int(rule[3:]))
    return _nth(rule, year)


def _nth(rule: str, year: int) -> date | None:
    count, rest = rule.split("x")
    rest, _, extra = rest.partition("+")
    weekday, month = (int(x) for x in rest.split("/"))
    day = nth_weekday(year, month, int(count), weekday)
    return shifted(day, int(extra or 0)) if day else None
