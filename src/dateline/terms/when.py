"""A stretch of time and how exactly it is known.

In:   days that bound it, the words it was read from, and what settled it.
Out:  a When. Precision is never invented: "in July" is the whole month; an unknown side is None.
Room: terms.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

UNKNOWN: Final = ("9999", date.max.isoformat())  # where what has no day stands: behind all others
Basis = Literal["stated", "report-date", "narrative", "event", "constraint", "none"]


@dataclass(frozen=True, slots=True)
class When:
    """`earliest <= truth <= latest`, in days; None is an open side, both None is unknown."""

    earliest: date | None = None
    latest: date | None = None
    edtf: str | None = None  # Extended Date/Time Format (ISO 8601-2:2019), level 1
    words: str | None = None  # the report's own words, unchanged
    basis: Basis = "none"
    at: str | None = None  # a stated clock time, ISO 8601, with zone where stated

    @classmethod
    def day(cls, day: date, words: str | None = None, basis: Basis = "stated") -> When:
        """One day.

        >>> When.day(date(2024, 3, 16)).edtf
        '2024-03-16'
        """
        return cls(day, day, day.isoformat(), words, basis)

    @classmethod
    def month(cls, year: int, month: int, words: str | None = None, basis: Basis = "stated") -> When:
        """A whole month.

        >>> When.month(2023, 7).latest
        datetime.date(2023, 7, 31)
        """
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), f"{year:04d}-{month:02d}", words, basis)

    @classmethod
    def between(
        cls, earliest: date | None, latest: date | None, words: str | None = None, basis: Basis = "constraint"
    ) -> When:
        """Any stretch, with the plainest EDTF for it.

        >>> When.between(date(2023, 7, 1), date(2023, 7, 31)).edtf, When.between(None, date(2023, 10, 10)).edtf
        ('2023-07', '../2023-10-10')
        """
        return cls(earliest, latest, edtf_of(earliest, latest), words, basis)

    @property
    def known(self) -> bool:
        """Whether both sides are bounded."""
        return self.earliest is not None and self.latest is not None

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def width(self) -> int | None:
        """In days; an exact day has width 1; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: When, slack: int = 0) -> bool:
        """Whether the two can be the same day, `slack` days allowed; open sides reach for ever."""
        return not (_behind(other.earliest, self.latest, slack) or _behind(self.earliest, other.latest, slack))

    def meet(self, other: When) -> When | None:
        """The days both allow, or None where there are none; words and basis are those of the narrower."""
        if self._within(other):
            return self
        if not self.overlaps(other):
            return None
        low = max([d for d in (self.earliest, other.earliest) if d], default=None)
        high = min([d for d in (self.latest, other.latest) if d], default=None)
        narrow = self if (self.width or 10**9) <= (other.width or 10**9) else other
        if (narrow.earliest, narrow.latest) == (low, high):
            return narrow
        return replace(narrow, earliest=low, latest=high, edtf=edtf_of(low, high))

    def _within(self, other: When) -> bool:
        """Whether both are bounded, and the other allows all of its days."""
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            return False
        return other.earliest <= self.earliest <= self.latest <= other.latest

    def known_by(self, day: date | None, generous: bool = False) -> bool:
        """Whether a report published then counts as known by the day: from its latest possible day on.

        With `generous` from its earliest, and where that side is open, from any day; with no day asked, always.

        >>> march = When.month(2024, 3)
        >>> march.known_by(date(2024, 3, 20)), march.known_by(date(2024, 3, 20), generous=True)
        (False, True)
        """
        if day is None:
            return True
        if generous:
            return self.earliest is None or self.earliest <= day
        return self.latest is not None and self.latest <= day

    def sort_key(self) -> tuple[str, str]:
        """Orders by the first possible day, then the last; what is unknown comes last."""
        return _order(self.earliest, self.latest)

    def to_dict(self) -> dict[str, Any]:
        """The When as FORMATS prints it."""
        out: dict[str, Any] = {
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
            "edtf": self.edtf,
            "words": self.words,
            "basis": self.basis,
        }
        if self.at:
            out["at"] = self.at
        return out

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> When:
        """The When that `to_dict` printed."""
        low, high = row.get("earliest"), row.get("latest")
        return cls(
            date.fromisoformat(low) if low else None,
            date.fromisoformat(high) if high else None,
            row.get("edtf"),
            row.get("words"),
            row.get("basis", "none"),
            row.get("at"),
        )


@lru_cache(maxsize=100_000)  # lines are put in order again and again, by few days
def _order(earliest: date | None, latest: date | None) -> tuple[str, str]:
    first, last = earliest or latest, latest or earliest
    return (first.isoformat(), last.isoformat()) if first and last else UNKNOWN


def sort_key_of(row: Mapping[str, Any]) -> tuple[str, str]:
    """The `sort_key` of the When that `to_dict` printed."""
    first, last = row["earliest"] or row["latest"], row["latest"] or row["earliest"]
    return (first, last) if first else UNKNOWN


def _behind(day: date | None, end: date | None, slack: int) -> bool:
    """Whether the day is known to lie more than `slack` days behind the end."""
    return day is not None and end is not None and day.toordinal() - end.toordinal() > slack


def edtf_of(earliest: date | None, latest: date | None) -> str | None:
    """The plainest EDTF for the stretch; None where nothing is known.

    >>> edtf_of(date(2024, 1, 1), date(2024, 12, 31)), edtf_of(date(2024, 3, 5), None)
    ('2024', '2024-03-05/..')
    """
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return f"{earliest.isoformat() if earliest else '..'}/{latest.isoformat() if latest else '..'}"
    if earliest == latest:
        return earliest.isoformat()
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return f"{earliest.year:04d}"
    whole = calendar.monthrange(latest.year, latest.month)[1] == latest.day and earliest.day == 1
    if whole and (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.year:04d}-{earliest.month:02d}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"
