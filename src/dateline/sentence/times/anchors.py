"""What a time can lean on: the report's day, and the dates told before it, the latest of each grain.

In:   stamps as they are placed, in the order of the text.
Out:  the anchor for the next one.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.sentence.times.stamps import GRAIN, Stamp


@dataclass(slots=True)
class Anchors:
    """The stack, and how this text uses it."""

    report: date | None
    narrative: bool  # the text tells a history: bare months and days lean on what was told, not on the report
    ancient: bool = False  # bare years are before Christ
    last: Stamp | None = None  # the last placed date of any grain
    by_grain: dict[str, Stamp] = field(default_factory=dict)
    year: int | None = None  # the year last told or implied
    stated_at: int = -10_000  # where a full year was last stated in the text
    stated: Stamp | None = None
    first_stated: Stamp | None = None  # the first full date of the text
    dated: Stamp | None = None  # the last placed month, day or season
    reported: bool = False  # whether the last date leaned on the report

    def push(self, stamp: Stamp, place: int, stated_year: bool, ahead: bool) -> None:
        """Remembers a placed date; one that is told as coming is no anchor for what is told as past."""
        if ahead and not self.narrative:
            return
        if stamp.grain not in ("decade", "century"):
            self.year = stamp.year if stamp.year is not None else self.year
        self.last = stamp
        if stamp.month is not None and stamp.year is not None:
            self.dated = stamp
        told = self.by_grain.get(stamp.grain)
        if not (stamp.grain == "quarter" and told and (stamp.year or 0) < (told.year or 0) and not self.narrative):
            self.by_grain[stamp.grain] = (
                stamp  # a results report looks back on last year's quarter and stays with its own
            )
        if stated_year:
            self.first_stated = self.first_stated or stamp
            self.stated, self.stated_at = stamp, place

    def at_most(self, grain: str) -> Stamp | None:
        """The last date, where it is no coarser than the grain; the day of the report in news, where nothing was told."""
        if self.last is not None and GRAIN.get(self.last.grain, 9) <= GRAIN.get(grain, 9):
            return self.last
        return None
