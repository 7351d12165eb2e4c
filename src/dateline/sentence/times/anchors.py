"""What a time can lean on: the report's day, and the dates told before it, the latest of each grain.

In:   stamps as they are placed, in the order of the text.
Out:  the anchor for the next one.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.sentence.times.stamps import GRAIN, Stamp
from dateline.terms import Basis

Found = tuple[Stamp, Basis] | None
_FAR = -10_000  # a place before any text


def leans(stamp: Stamp | None, basis: Basis) -> Found:
    """The stamp with what settled it, or None."""
    return (stamp, basis) if stamp is not None else None


@dataclass(slots=True)
class Anchors:
    """The stack, and how this text uses it."""

    report: date | None
    narrative: bool  # the text tells a history: bare months and days lean on what was told, not on the report
    ancient: bool = False  # bare years are before Christ
    last: Stamp | None = None  # the last placed date of any grain
    by_grain: dict[str, Stamp] = field(default_factory=dict)
    year: int | None = None  # the year last told or implied
    stated: Stamp | None = None  # the last full date
    stated_at: int = _FAR  # where it ended
    first_stated: Stamp | None = None  # the first full date of the text
    dated: Stamp | None = None  # the last placed month, day or season
    coming: Stamp | None = None  # the last day told as coming, and where: "on May 10, from 8 pm" leans on it
    coming_at: int = _FAR
    over: bool = False  # whether the quarter last told of had ended by the report's day
    day_at: int = _FAR  # where the last placed day ended
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # of the full dates told: (month, day) -> year

    def push(self, stamp: Stamp, place: int, stated_year: bool, ahead: bool, own: bool = False) -> None:
        """Remembers a placed date; one told as coming is no anchor for what is told as past.

        `own` marks a quarter by a company's own count: "its fourth quarter ended Sept. 30".
        """
        if ahead and stamp.grain == "day":
            self.coming, self.coming_at = stamp, place
        if ahead and (stamp.grain == "year" or not self.narrative):
            return
        if stamp.grain not in ("decade", "century") and stamp.year is not None:
            self.year = stamp.year
        if stamp.month is not None and stamp.year is not None:
            self.dated = stamp
        if stamp.grain == "day":
            self.day_at = place
        if stated_year:
            self.first_stated = self.first_stated or stamp
            self.stated, self.stated_at = stamp, place
            if stamp.grain == "day" and stamp.earliest is not None:
                self.years[stamp.earliest.month, stamp.earliest.day] = stamp.earliest.year
        self.last = stamp
        if stamp.grain != "quarter" or self._of_results(stamp, own):
            self.by_grain[stamp.grain] = stamp

    def _of_results(self, stamp: Stamp, own: bool) -> bool:
        """Whether a quarter is what a report of results is about, rather than the one told before: the latest that is
        over. It looks back on "a flat second quarter" and ahead to "fourth-quarter results", and stays with its own.
        """
        told = self.by_grain.get("quarter")
        over = own or self.report is None or stamp.latest is None or stamp.latest <= self.report
        rank = (over, stamp.year or 0, stamp.quarter or 0)
        better = own or told is None or self.narrative or rank >= (self.over, told.year or 0, told.quarter or 0)
        self.over = over if better else self.over
        return better

    def at_most(self, grain: str) -> Stamp | None:
        """The last date, where it is no coarser than the grain."""
        if self.last is not None and GRAIN.get(self.last.grain, 9) <= GRAIN.get(grain, 9):
            return self.last
        return None

    def quarter(self) -> tuple[int, int] | None:
        """The quarter that a report of results is about: (year, quarter)."""
        told = self.by_grain.get("quarter")
        return (told.year, told.quarter) if told and told.year is not None and told.quarter is not None else None
