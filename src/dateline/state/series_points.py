"""The points of a series: what each report says, and since when it holds.

In:   placed quantities of one series, and the origin of each report.
Out:  Points by time; the line that FORMATS prints. `series_levels.py` says which of them stands on a day.
Room: state.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from dateline.record.model import PlacedQuantity
from dateline.terms import When
from dateline.terms.factuality import REAL

Line = dict[str, Any]
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


def number(x: float) -> int | float:
    """The value as it is printed: whole where it is."""
    return int(x) if float(x).is_integer() else x


def point_line(point: Point) -> Line:
    """The point as FORMATS prints it; the whole that a part is told of is a level like any other, and marked."""
    q = point.quantity.quantity
    return {
        "low": number(point.value[0]),
        "high": number(point.value[1]),
        "words": q.amount.text,
        "approximate": q.approximate,
        "bound": "at_least" if point.sum_of else q.bound,
        "role": "level" if point.sum_of or q.role == "total" else q.role,
        "whole": q.role == "total",
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
