"""Adds up a count that only grows: a level told once, and the changes told for single later days.

In:   the points of one series, the point that stood last, and the day asked about.
Out:  the level that level and changes make together, as "at least" so many; None where they leave it open.
Room: state. "Two bodies were found in March; another on 5 April and one on 16 April" makes four by 16 April, though no
      report says four. Only for counts that nothing takes back (people killed, bodies recovered), from exact numbers of
      stated days; the sum is a lower bound, and shows what it was made from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dateline.state.series_points import Point
from dateline.terms.factuality import REAL

GATHERED: Final = frozenset(
    {"killed", "injured", "recovered", "rescued", "infected", "destroyed", "released", "detained"}
)
NEXT: Final = timedelta(days=1)  # two reports may put one change on days next to each other


def tally(points: Sequence[Point], base: Point, since: date, on: date | None) -> Point | None:
    """The base with the changes after the day `since` added up, or None; `on` None asks for all of them.

    Changes of one day told by several reports are one; where they differ, the sum is unknown.
    """
    q = base.quantity.quantity
    if not GATHERED & set(q.scope) or not _exact(base) or q.role not in ("level", "total", "part"):
        return None
    days: dict[date, list[Point]] = {}
    for point in points:
        day = point.when.earliest
        if day is None or day <= since + NEXT or (on is not None and day > on) or not _change(point):
            continue
        if not _exact(point):
            return None
        days.setdefault(day, []).append(point)
    taken: list[Point] = []
    before: tuple[date, list[Point]] | None = None
    for day in sorted(days):
        here = days[day]
        if len({p.value for p in here}) > 1:
            return None
        if before is None or day - before[0] > NEXT or _told_together(before[1], here):
            taken.append(min(here, key=lambda p: p.order))
        before = (day, here)
    if not taken:
        return None
    return replace(taken[-1], sum_of=(base, *taken))


def _exact(point: Point) -> bool:
    q = point.quantity.quantity
    return q.low == q.high and not q.approximate and q.bound in (None, "at_least")


def _change(point: Point) -> bool:
    """Whether the point tells a real change on one stated day."""
    q = point.quantity.quantity
    return q.role == "change" and q.time is not None and q.factuality in REAL and point.when.exact


def _told_together(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether one report tells of both days, so that they are two changes."""
    reports = {p.quantity.quantity.report for p in one}
    return any(p.quantity.quantity.report in reports for p in other)
