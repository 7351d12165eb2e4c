"""Reads the dates that pages print about themselves: in bylines, datelines, headers, addresses and file names.

In:   a short piece of page furniture ("By A. Reader | March 22, 2024"), an address, a `published` value.
Out:  the dates in it, each with its place, its When and what is odd about it; nothing where there is no whole date.
Room: report. Times told in the article's own sentences are read in the sentence room, not here.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

from dateline.lexicon.tables import table
from dateline.terms import When

FIRST_YEAR, LAST_YEAR = 1900, 2099  # what a page may claim; "0024" and "2524" are slips, not dates
LONGEST = 600  # characters of a line that are looked at
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Found:
    """One date as printed; `when` of a date without a year has edtf "XXXX-MM-DD" and no bounds."""

    start: int
    end: int
    when: When
    month_day: tuple[int, int] | None = None  # where no year is given
    weekday: str | None = None  # the weekday named, where it is not the date's own
    day_first: bool | None = None  # how an all-number date must be read; None where it could be either


@cache
def months() -> dict[str, int]:
    """Month names of the languages that page dates are read in."""
    return {row["name"]: int(row["month"]) for row in table("languages_months")}


@cache
def _words() -> re.Pattern[str]:
    name = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    weekday = r"(?:(?P<weekday>Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?[.,]{0,2}\s{1,3})?"
    stop = r"(?=\D|$|\d{1,2}(?:\s[A-Z][a-z]{2}|:\d{2}))"  # "Published On 26 Aug 202326 Aug 2023"
    month_first = (
        rf"(?P<m1>{name})\.?\s{{1,3}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s{{1,3}}(?P<y1>\d{{4}}){stop})?"
    )
    day_first = (
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s{{1,3}}(?:of\s|de\s)?"
        rf"(?P<m2>{name})\b\.?(?:,?\s{{1,3}}(?:de\s)?(?P<y2>\d{{4}}){stop})?"
    )
    month_only = rf"(?P<m3>{name})\.?,?\s{{1,3}}(?P<y3>\d{{4}})\b"
    iso = (
        r"(?P<y4>\d{4})-(?P<m4>\d{1,2})(?:-(?P<d4>\d{1,2}))?"
        r"(?:[T ](?P<clock>\d{2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?P<zone>\s?Z|\s?[+-]\d{2}:?\d{2})?)?(?![\d-])"
    )
    slashed = r"(?P<y5>\d{4})[/.](?P<m5>\d{1,2})[/.](?P<d5>\d{1,2})(?!\d)"
    numbers = r"(?P<a6>\d{1,2})(?P<sep>[/.-])(?P<b6>\d{1,2})(?P=sep)(?P<y6>\d{4})(?!\d)"
    return re.compile(
        rf"(?<![\w.-]){weekday}(?:{month_first}|{day_first}|{month_only}|{iso}|{slashed}|{numbers})", re.IGNORECASE
    )


def find_dates(text: str) -> tuple[Found, ...]:
    """The dates printed in a line of page furniture, in order; impossible ones are left out.

    >>> [f.when.edtf for f in find_dates("By A. Reader | March 22, 2024 (updated 3 April 2024)")]
    ['2024-03-22', '2024-04-03']
    >>> find_dates("NIAMEY, Dec. 22 (Wire) -")[0].when.edtf, find_dates("31 June 2024"), find_dates("2024-13-45")
    ('XXXX-12-22', (), ())
    >>> find_dates("Posted: 04/05/2024")[0].when.edtf, find_dates("Tuesday May 4, 2023")[0].weekday
    ('2024-04-05/2024-05-04', 'Tuesday')
    """
    found = [f for m in _words().finditer(text[:LONGEST]) if (f := _found(m)) is not None]
    ways = {f.day_first for f in found if f.day_first is not None}
    if len(ways) == 1:  # "Taken: 06.11.2024. Posted: 06.15.2024.": the second shows how the first is written
        found = [settled(f, ways == {True}) for f in found]
    return tuple(found)


def _found(m: re.Match[str]) -> Found | None:
    g = m.groupdict()
    words = m.group().strip()
    if g["a6"]:
        return _numbers(m, int(g["a6"]), int(g["b6"]), int(g["y6"]), words)
    month = next(
        (_month(g[k]) for k in ("m1", "m2", "m3", "m4", "m5") if g[k]),
        0,
    )
    day = next((int(g[k]) for k in ("d1", "d2", "d4", "d5") if g[k]), None)
    year = next((int(g[k]) for k in ("y1", "y2", "y3", "y4", "y5") if g[k]), None)
    if g["m1"] and g["y1"] is None and day is not None and day > 31:
        return None
    when = _when(year, month, day, words)
    if when is None:
        return None
    if g["clock"] and when.exact and g["clock"] < "24:00" and g["clock"][3:] < "60":
        when = replace(when, at=f"{when.edtf}T{g['clock']}{_zone(g['zone'])}")
    month_day = (month, day) if year is None and day is not None else None
    return Found(m.start(), m.end(), when, month_day, _odd_weekday(g["weekday"], when))


def _month(word: str) -> int:
    return int(word) if word.isdigit() else months()[word.lower()]


def _zone(zone: str | None) -> str:
    zone = (zone or "").strip()
    hours = re.fullmatch(r"([+-])(\d{2}):?(\d{2})", zone)
    if hours is None:
        return zone
    return f"{hours[1]}{hours[2]}:{hours[3]}" if hours[2] <= "14" and hours[3] < "60" else ""


def _when(year: int | None, month: int, day: int | None, words: str) -> When | None:
    if not 1 <= month <= 12:
        return None
    if year is None:
        if day is None or not 1 <= day <= calendar.monthrange(2024, month)[1]:
            return None
        return When(edtf=f"XXXX-{month:02d}-{day:02d}", words=words)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if day is None:
        return When.month(year, month, words)
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return When.day(date(year, month, day), words)


def _odd_weekday(named: str | None, when: When) -> str | None:
    if not named or when.earliest is None or not when.exact:
        return None
    return None if DAYS[when.earliest.weekday()].startswith(named.lower()[:3]) else _weekday(named)


def _weekday(named: str) -> str:
    return next(d for d in DAYS if d.startswith(named.lower()[:3])).capitalize()


def _numbers(m: re.Match[str], a: int, b: int, year: int, words: str) -> Found | None:
    """A date of numbers only: an interval from the earlier to the later reading where both are dates."""
    day_first, month_first = _when(year, b, a, words), _when(year, a, b, words)
    if day_first is None and month_first is None:
        return None
    if m.group("sep") == "." and a > 12:
        month_first = None
    if day_first and month_first and day_first != month_first:
        low, high = sorted((day_first.earliest or date.min, month_first.earliest or date.min))
        return Found(m.start(), m.end(), When.between(low, high, words, "stated"))
    chosen = day_first or month_first
    assert chosen is not None
    way = None if day_first == month_first else day_first is not None
    return Found(m.start(), m.end(), chosen, None, _odd_weekday(m.group("weekday"), chosen), way)


def settled(found: Found, day_first: bool) -> Found:
    """A date of numbers only that can be read two ways, read the way that another date of the page shows.

    >>> settled(find_dates("06.11.2024")[0], day_first=False).when.edtf
    '2024-06-11'
    """
    numbers = re.findall(r"\d+", found.when.words or "")
    if found.day_first is not None or found.when.exact or found.month_day or len(numbers) != 3 or len(numbers[2]) != 4:
        return found
    a, b, year = map(int, numbers)
    when = _when(year, b if day_first else a, a if day_first else b, found.when.words or "")
    return found if when is None else replace(found, when=when)


_YEAR = re.compile(r"(?:19|20)\d{2}")
_UNIX = re.compile(
    r"\b([A-Z][a-z]{2} \d{1,2}) (\d{2}:\d{2}:\d{2})(?: [A-Z]{3,4})? (\d{4})\b"
)  # "Fri Mar 22 10:00:00 2024"


def stated(value: object) -> When | None:
    """What a `published` value says: a day, a month, a year or a timestamp; None where it is no date that can be.

    >>> stated("2024-05").edtf, stated("2024").edtf, stated("2024-13-45"), stated(1710547200).edtf
    ('2024-05', '2024', None, '2024-03-16')
    >>> stated("2024-03-26T01:28:00-04:00").at, stated("Fri, 22 Mar 2024 09:30:00 GMT").edtf
    ('2024-03-26T01:28-04:00', '2024-03-22')
    """
    if isinstance(value, datetime):
        value = value.isoformat()
    if isinstance(value, date):
        return When.day(value, value.isoformat()) if FIRST_YEAR <= value.year <= LAST_YEAR else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # how tables hold a column of years
    if isinstance(value, int | float) and not FIRST_YEAR <= value <= LAST_YEAR:
        return _epoch(value)
    words = str(value).strip()[:100]
    if _YEAR.fullmatch(words):
        return When.between(date(int(words), 1, 1), date(int(words), 12, 31), words, "stated")
    if re.fullmatch(r"(?:19|20)\d{6}", words):
        words = f"{words[:4]}-{words[4:6]}-{words[6:]}"
    if m := re.fullmatch(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})", words):
        first, last = (f.when.earliest if (f := next(iter(find_dates(x)), None)) else None for x in m.groups())
        return When.between(first, last, words, "stated") if first and last and first <= last else None
    words = _UNIX.sub(r"\1 \3 \2", re.sub(r"\b(\d{1,2})-([A-Za-z]{3})-(\d{4})\b", r"\1 \2 \3", words))
    found = find_dates(words)
    if len(found) != 1 or found[0].month_day or not _only(words, found[0]):
        return None
    return replace(found[0].when, words=str(value).strip()[:100])


def _only(words: str, found: Found) -> bool:
    """Whether the date is all there is, a weekday before it and a clock time after it aside."""
    rest = re.sub(r"\[[\w/+-]{1,40}\]$", "", words[found.end :]).strip(" ,.;T")
    before = words[: found.start].strip(" ,.;")
    return not before and (not rest or re.match(r"(?:at )?\d{1,2}[:.h]\d{2}", rest) is not None)


def _epoch(value: float) -> When | None:
    if not abs(value) < 1e14:
        return None
    seconds = value / 1000 if abs(value) >= 1e11 else value
    if not 0 < seconds < 4_102_444_800:  # the year 2100
        return None
    day = datetime.fromtimestamp(seconds, UTC).date()
    return When.day(day, str(int(value)))


_PATH_DATES = (
    re.compile(r"(?<!\d)((?:19|20)\d{2})[/_.-](\d{1,2})[/_.-](\d{1,2})(?!\d)"),  # /2024/04/20/ -2024-07-08-
    re.compile(r"(?<![\w])((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|\d{2,6}(?!\d)|$)"),  # /20240316/ and /202403184053
    re.compile(r"/((?:19|20)\d{2})/([a-z]{3})/(\d{1,2})(?!\d)"),  # /2024/mar/22/
    re.compile(r"/((?:19|20)\d{2})/(\d{2})/()"),  # /2024/07/: a month
)


def in_address(path: str) -> Found | None:
    """The date in the path of an address or in a file's name; parameters ("?Year=2006") are never asked.

    >>> in_address("/news/2024/04/20/story").when.edtf, in_address("/en/202403184053").when.edtf
    ('2024-04-20', '2024-03-18')
    >>> in_address("/2024/07/troops-leave").when.edtf, in_address("/news/170267")
    ('2024-07', None)
    """
    for pattern in _PATH_DATES:
        for m in pattern.finditer(path[:2000].lower()):
            year, month, day = m.groups()
            number = months().get(month, 0) if month.isalpha() else int(month)
            when = _when(int(year), number, int(day) if day else None, m.group().strip("/_-."))
            if when is not None:
                return Found(m.start(), m.end(), when)
    return None
