"""TIMEX3 values of what the words alone say: "XXXX-07", "P3D", "XXXX-WXX-3", "PRESENT_REF", "2024-03-16".

In:   a Meaning.
Out:  its value with an X for every digit that is not stated.
Room: sentence.
"""

from __future__ import annotations

from dateline.sentence.times.model import Meaning, TimexType
from dateline.sentence.times.words import ISO_UNIT

_CLOCK_UNITS = ("hour", "minute", "second")
_GRAIN = {
    "day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX", "period": "XXXX",
    "hour": "XXXX-XX-XXTXX", "minute": "XXXX-XX-XXTXX:XX", "second": "XXXX-XX-XXTXX:XX:XX", "fortnight": "XXXX-WXX",
    "millennium": "X", "time": "XXXX",
}  # fmt: skip


def value_of(kind: TimexType, m: Meaning) -> str:
    """The value without any date to hold on to.

    >>> value_of("DURATION", Meaning("duration", unit="year", count=2.5))
    'P2Y6M'
    >>> value_of("DATE", Meaning("calendar", fields=(("month", 7),)))
    'XXXX-07'
    """
    if m.shape == "reference":
        return str(m.get("value"))
    if kind == "DURATION":
        return duration(m)
    if kind == "SET":
        return repeated(m)
    if m.shape == "calendar" and m.direction is None:
        return stated(m)
    if m.shape == "offset" and m.unit in _CLOCK_UNITS and m.count:
        return duration(m)  # "an hour later": which hour is not said, how far it is is
    if m.shape == "offset" and m.count is None:
        return "PAST_REF" if m.direction == -1 else "FUTURE_REF"
    if m.unit == "week" and (m.get("on") or m.get("since")):
        return f"XXXX-WXX-{m.get('on') or m.get('since')}{clock_suffix(m)}"
    return _GRAIN.get(m.unit or "day", "XXXX") + clock_suffix(m) if m.shape != "calendar" else stated(m)


def number(x: float) -> str:
    """A count without needless digits."""
    return str(int(x)) if x == int(x) else f"{x:.4f}".rstrip("0")


def duration(m: Meaning) -> str:
    """ISO 8601 duration; X for a vague count; decades and centuries in years."""
    prefix, letter, times = ISO_UNIT.get(m.unit or "day", ("", "D", 1))
    if m.unit == "quarter" and m.count is not None:
        return f"P{number(m.count)}Q"
    if m.count is None:
        letters = {"decade": "Y", "century": "C", "millennium": "L"}
        return f"P{prefix}X{letters.get(m.unit or '', letter)}" if m.unit not in ("fortnight",) else "PXW"
    value = m.count * times
    if value != int(value) and m.unit in ("hour", "minute", "day", "year", "week", "month"):
        return _mixed(m.count, m.unit, prefix, letter)
    return f"P{prefix}{number(value)}{letter}"


def _mixed(count: float, unit: str, prefix: str, letter: str) -> str:
    """ "2 1/2 years" is P2Y6M, "5 1/2 hours" PT5H30M; other fractions stay decimal."""
    whole, rest = int(count), count - int(count)
    small = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}.get(unit)
    if small is None or rest * small[1] != int(rest * small[1]):
        return f"P{prefix}{number(count)}{letter}"
    tail = f"{int(rest * small[1])}{small[0]}"
    return f"P{prefix}{whole}{letter}{tail}" if whole else f"P{prefix}{tail}"


def repeated(m: Meaning) -> str:
    """The value of a set."""
    if m.get("weekday"):
        return f"XXXX-WXX-{m.get('weekday')}" + (f"T{m.get('part')}" if m.get("part") else "")
    if m.get("month"):
        return f"XXXX-{m.get('month'):02d}"
    if m.get("season"):
        return f"XXXX-{m.get('season')}"
    if m.get("part"):
        return f"XXXX-XX-XXT{m.get('part')}"
    return duration(m)


def clock_suffix(m: Meaning) -> str:
    """ "T17:00", "T18:00Z", "TNI"; empty where no time of day is stated."""
    hour = m.get("hour")
    if hour is None or m.get("half_open"):
        part = m.get("part")
        return f"T{part}" if part else f"T{hour:02d}" if hour is not None else ""
    minute, second = m.get("minute"), m.get("second")
    out = f"T{hour:02d}:{minute or 0:02d}"
    out += f":{second:02d}" if second is not None else ""
    return out + ("Z" if m.get("zone") == "+00:00" else "")


def year_text(year: int) -> str:
    """ "1990", "BC0490"."""
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def stated(m: Meaning) -> str:
    """The value of a calendar meaning, with X for what is not stated."""
    year = m.get("year")
    head = year_text(year) if year is not None else "XXXX"
    if m.get("century") is not None:
        century = m.get("century")
        return f"{century - 1:02d}" if century > 0 else f"BC{-century - 1:02d}"
    if m.get("decade") is not None:
        decade = m.get("decade")
        return f"{decade:03d}" if decade >= 0 and not m.get("era") else f"BC{-decade:03d}"
    for name, mark in (("quarter", "Q"), ("half", "H")):
        if m.get(name) is not None:
            return f"{head}-{mark}{m.get(name)}"
    if m.get("season"):
        return f"{head}-{m.get('season')}"
    month, day = m.get("month"), m.get("day")
    if month is not None:
        return f"{head}-{month:02d}" + (f"-{day:02d}{clock_suffix(m)}" if day is not None else "")
    if m.get("weekday") is not None and day is None:
        return f"XXXX-WXX-{m.get('weekday')}{clock_suffix(m)}"
    if day is not None or m.get("hour") is not None or m.get("part") or m.get("holiday"):
        return f"{head}-XX-{f'{day:02d}' if day is not None else 'XX'}{clock_suffix(m)}"
    return head
