"""The days that a placed time covers.

In:   a Stamp and the meaning it came from.
Out:  a When without its words: narrowed by "early", "mid" and "late", with the clock time where one is stated.
Room: sentence.
"""

from __future__ import annotations

from datetime import date

from dateline.sentence.times import stamps as st
from dateline.sentence.times.model import Meaning
from dateline.sentence.times.stamps import Stamp
from dateline.terms import Basis, When
from dateline.terms.when import edtf_of


def when_of(s: Stamp, m: Meaning, basis: Basis, report: date | None) -> When:
    """The days a stamp covers, narrowed by "early", "mid", "late", and by "earlier" and "later" around the report."""
    low, high = s.earliest, s.latest
    if low is None or high is None:
        return When(edtf=_ancient_edtf(s), basis=basis) if s.year is not None and s.year <= 0 else When()
    narrowed = _third(s, m.modifier)
    if narrowed:
        low, high = narrowed
    elif m.modifier == "BEFORE" and report and low <= report <= high and s.grain != "day":
        high = report
    elif m.modifier == "AFTER" and report and low <= report <= high and s.grain != "day":
        low = report
    whole = (low, high) == (s.earliest, s.latest) and s.grain in ("month", "year") and low.year == high.year
    return When(low, high, s.value if whole else edtf_of(low, high), None, basis, _clock(s, m))


def _ancient_edtf(s: Stamp) -> str | None:
    return f"-{-s.year - 1:04d}" if s.year is not None and s.year < 0 and s.grain == "year" else None


def _third(s: Stamp, modifier: str | None) -> tuple[date, date] | None:
    """The first, middle or last third of a month or year: "mid-September" is 11 to 20, "late 2024" four months."""
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
