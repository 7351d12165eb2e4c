"""The points of a series: what each report says, since when it holds, and which of them stands on a day.

In:   placed quantities of one series, and the origin of each report.
Out:  Points by time; the one that stands on a day as known by a day; the line that FORMATS prints.
Room: state.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, Final

from dateline.record.model import PlacedQuantity
from dateline.terms import When
from dateline.terms.factuality import REAL

Line = dict[str, Any]
BOUNDS: Final = 20  # distinct bounds of one day that are weighed; more are no news
WINDOW: Final = 1  # days; levels said to hold within a day of the newest are weighed by their origins
MANY: Final = 6  # origins whose values show what is in proportion
BEYOND: Final = 100  # times the middle value of all origins
WEEK: Final = 7  # days; a stretch no wider than this counts as its last day
GROWING: Final = frozenset({"killed", "injured", "recovered", "displaced", "departed", "destroyed", "infected"})
SOON: Final = 31  # days for which a level foretold for a stated day is believed once that day has come


@dataclass(frozen=True, slots=True)
class Point:
    """One report's answer."""

    quantity: PlacedQuantity
    when: When  # the days on which it is said to be true
    origin: str
    repeat: bool = False  # the same number from the same origin, with no newer as-of
    sum_of: tuple[Point, ...] = ()  # a level and the later changes that make this one together

    @property
    def value(self) -> tuple[float, float]:
        """Low and high."""
        if self.sum_of:
            return sum(p.value[0] for p in self.sum_of), sum(p.value[1] for p in self.sum_of)
        return self.quantity.quantity.low, self.quantity.quantity.high

    @property
    def order(self) -> tuple[str, str, str, str, int]:
        """By the time it holds for, then by publication, report and place."""
        q = self.quantity.quantity
        return (*self.when.sort_key(), self.quantity.published.sort_key()[0], q.report, q.amount.start)


def points_of(quantities: Sequence[PlacedQuantity], origin: Mapping[str, str]) -> tuple[Point, ...]:
    """The points in order, repeats marked."""
    points = [Point(p, holds(p), origin.get(p.quantity.report, p.quantity.report)) for p in quantities]
    points.sort(key=lambda p: p.order)
    seen: set[tuple[Any, ...]] = set()
    out = []
    for point in points:
        q = point.quantity.quantity
        key = (point.origin, point.value, q.bound, q.role, point.when.sort_key() if q.time is not None else None)
        out.append(replace(point, repeat=key in seen))
        seen.add(key)
    return tuple(out)


def holds(placed: PlacedQuantity) -> When:
    """The days a figure is true on: as stated, else those of its report; an earlier level is true before it."""
    q, published = placed.quantity, placed.published
    when = placed.when if q.time_relation != "since" else When()  # "48 killed since 2013" is true now
    if when.earliest is not None or when.latest is not None:
        if (
            q.factuality in REAL
            and published.latest
            and when.latest
            and when.latest > published.latest
            and q.time_relation == "at"
        ):
            top = max(published.latest, when.earliest or published.latest)
            return When.between(when.earliest, top, when.words, when.basis)
        return when
    if q.role == "previous":
        return When.between(None, published.latest, None, "constraint")
    if q.factuality not in REAL:
        return When.between(published.earliest, None, None, "constraint")
    return When(
        published.earliest, published.latest, published.edtf, None, "report-date" if published.known else "none"
    )


def known(points: Sequence[Point], known_by: date | None, generous: bool) -> tuple[Point, ...]:
    """The points of reports published by the day."""
    return tuple(p for p in points if p.quantity.published.known_by(known_by, generous))


def standing(points: Sequence[Point], on: date | None) -> tuple[Point, date] | None:
    """The best supported answer for the day, and the day from which it is taken to hold.

    A level told as real comes before parts, changes and earlier levels; of those that began by the day the newest
    count, and among the newest (within a day) the value that most origins give, then the newest, then the first.
    A level foretold for a stated day counts once that day has come, until a newer level is told.
    """
    usable = [(p, d) for p in points if not p.repeat and (d := _day(p, on)) is not None]
    if not usable:
        return None
    best = min(_rank(p) for p, _ in usable)
    if best >= 4:
        return None
    same = [(p, d) for p, d in usable if _rank(p) == best]
    lowered = frozenset(p.quantity.quantity.report for p, _ in usable if p.quantity.quantity.role == "previous")
    most = _Before(same)
    same = [(p, d) for p, d in same if not _one_incident(p, most.until(d), lowered)]
    same = _without_outliers(same)
    newest = max(d for _, d in same)
    near = [(p, d) for p, d in same if newest - d <= timedelta(days=WINDOW)]
    support = _support([p for p, _ in near])
    return min(near, key=lambda x: (-support[x[0].value], -x[1].toordinal(), -_told_on(x[0]), x[0].order))


def _without_outliers(same: list[tuple[Point, date]]) -> list[tuple[Point, date]]:
    """The answers but those of a few origins that are out of all proportion to what the others tell of a growing count.

    "AIDS has killed 25 million" among reports of a flu that has killed some hundreds counts something else.
    """
    told: dict[str, float] = {}
    for point, _ in same:
        if any(s in point.quantity.quantity.scope for s in GROWING):
            told[point.origin] = max(told.get(point.origin, 0.0), point.value[1])
    values = sorted(told.values())
    if len(values) < MANY:
        return same
    top = BEYOND * max(values[len(values) // 2], 1.0)
    beyond = [v for v in values if v > top]
    return [(p, d) for p, d in same if p.value[1] <= top] if 4 * len(beyond) < len(values) else same


def _support(points: Sequence[Point]) -> dict[tuple[float, float], int]:
    """How many origins give each value, or a bound that it keeps: "at least 4" speaks for 5."""
    told: dict[tuple[float, float], set[str]] = {}
    bounds: dict[tuple[float, float, str], set[str]] = {}
    for p in points:
        told.setdefault(p.value, set()).add(p.origin)
        if p.quantity.quantity.bound is not None:
            bounds.setdefault((*p.value, p.quantity.quantity.bound), set()).add(p.origin)
    out: dict[tuple[float, float], int] = {}
    for (low, high), exact in told.items():
        origins = set(exact)
        for least, most, bound in sorted(bounds)[:BOUNDS]:
            above = bound in ("at_least", "more_than") and low >= least
            below = bound in ("at_most", "less_than") and high <= most
            if above or below:
                origins |= bounds[least, most, bound]
        out[low, high] = len(origins)
    return out


def _told_on(point: Point) -> int:
    """The day of publication as a number; 0 where it is not known to the day."""
    published = point.quantity.published
    return published.earliest.toordinal() if published.exact and published.earliest is not None else 0


class _Before:
    """The largest value told for any day before a day; built once, asked often."""

    def __init__(self, told: Sequence[tuple[Point, date]]) -> None:
        days: dict[date, float] = {}
        for point, day in told:
            days[day] = max(days.get(day, 0.0), point.value[1])
        self.days = sorted(days)
        self.most = list(accumulate((days[d] for d in self.days), max))

    def until(self, day: date) -> float | None:
        """The largest value of an earlier day, None where there is none."""
        at = bisect_left(self.days, day)
        return self.most[at - 1] if at else None


def _one_incident(point: Point, before: float | None, lowered: frozenset[str]) -> bool:
    """Whether a count that only grows is told far smaller than before, and the report does not tell the earlier count.

    "Eight were killed on Thursday" after "2,000 have been killed" speaks of one incident.
    """
    q = point.quantity.quantity
    grows = before is not None and any(s in q.scope for s in GROWING)
    return grows and q.report not in lowered and point.value[1] < (before or 0.0) / 2


def changed_since(points: Sequence[Point], day: date, on: date | None) -> bool:
    """Whether a change on a stated later day is told, so that the level of `day` stands no longer."""
    return any(
        p.quantity.quantity.role == "change"
        and p.quantity.quantity.time is not None
        and p.quantity.quantity.factuality in REAL
        and p.when.exact
        and p.when.earliest is not None
        and p.when.earliest > day + timedelta(days=WINDOW)
        and (on is None or p.when.earliest <= on)
        for p in points
    )


def _day(point: Point, on: date | None) -> date | None:
    """The day from which the point is taken to hold, None where it is not known to hold by `on`.

    Of a wide stretch the first day counts: a report that may be old must not push out one that is known to be newer.
    """
    when, q = point.when, point.quantity.quantity
    if q.factuality not in REAL:
        start = when.earliest if when.exact else None
        if start is None or (on is not None and not start <= on <= start + timedelta(days=SOON)):
            return None
        return start
    low, high = when.earliest, when.latest
    if on is not None and low is not None and low > on:
        return None
    if low is None and high is None:
        return date.min + timedelta(days=WINDOW) if on is None else None
    if low is None and high is not None and on is not None and high > on and q.role != "previous":
        return None  # "121 have died", told in May, may have become true in May
    if low is None or high is None:
        return high if low is None else low
    return high if (high - low).days <= WEEK and (on is None or high <= on) else low


def _rank(point: Point) -> int:
    """Which kinds of statement come first; 4 and above never stand for the level."""
    q = point.quantity.quantity
    if q.factuality in ("denied", "not_happened"):
        return 9 if q.high else 0
    counted_off = any(
        s in q.scope for s in ("departed", "recovered", "rescued", "killed", "released", "detained", "removed")
    )
    match q.role:
        case "level" | "total":
            return 0 if q.factuality != "possible" else 2
        case "part":
            return 0 if counted_off else 2
        case "forecast" | "target" if q.role == "forecast" or q.factuality == "planned":
            return 0 if point.when.exact else 5
        case "previous":
            return 3
    return 5


def number(x: float) -> int | float:
    """The value as it is printed: whole where it is."""
    return int(x) if float(x).is_integer() else x


def point_line(point: Point) -> Line:
    """The point as FORMATS prints it."""
    q = point.quantity.quantity
    return {
        "low": number(point.value[0]),
        "high": number(point.value[1]),
        "words": q.amount.text,
        "approximate": q.approximate,
        "bound": "at_least" if point.sum_of else q.bound,
        "role": "level" if point.sum_of else q.role,
        "when": point.when.to_dict(),
        "published": point.quantity.published.to_dict(),
        "report": q.report,
        "origin": point.origin,
        "repeat": point.repeat,
        "voice": [v.to_dict() for v in point.quantity.voice],
        "anchor": q.amount.to_dict(),
        "sentence": q.anchor.to_dict(),
        "counted": q.counted,
        "of": q.of,
        "where": q.where,
        "scope": list(q.scope),
        "factuality": q.factuality,
        "quantity": q.id,
        "sum_of": [p.quantity.quantity.amount.to_dict() for p in point.sum_of],
    }


def line_of(
    name: str,
    title: str,
    counts: tuple[str, str | None, str | None, str],
    scope: Sequence[str],
    points: Sequence[Point],
    now: Point | None,
    under: str | None,
) -> Line:
    """The series as FORMATS prints it; `counts` is what, of whom, where, in which unit."""
    return {
        "id": name,
        "title": title,
        "counted": counts[0],
        "of": counts[1],
        "where": counts[2],
        "unit": counts[3],
        "scope": list(scope),
        "under": under,
        "points": [point_line(p) for p in points],
        "latest": point_line(now) if now is not None else None,
        "reports": sorted({p.quantity.quantity.report for p in points}),
        "origins": len({p.origin for p in points}),
    }
