"""Joins the figures of many reports into series: one question each, followed through time.

In:   a Record with its quantities placed.
Out:  Series in a fixed order, each with all its points; `as_of` says what the series shows on a day, as known by a day.
Room: state.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.record.model import PlacedQuantity, Record
from dateline.state.series_identity import Identity, about, identity, title_of
from dateline.state.series_points import Line, Point, known, latest, line_of, points_of

NEAR: Final = 0.25  # two values this close (as a share of the larger) may be tellings of one level


@dataclass(frozen=True, slots=True)
class Series:
    """One question about an amount, with everything the reports answer to it."""

    id: str  # made from what is counted, of whom, where and in which unit
    title: str  # "US troops in Niger"
    counted: str
    of: str | None
    where: str | None
    unit: str
    scope: tuple[str, ...]
    points: tuple[Point, ...]  # by time, then report, then place
    under: str | None = None  # the wider series: those at one base belong under those in the country


def series(record: Record) -> tuple[Series, ...]:
    """Every series of the record, in order of title and id.

    Figures of one family of words, one state ("killed", "left"), one unit and one narrower place belong together where
    whose and where agree. A figure that does not say whose or where joins the only series it can mean, else the only
    one with a like value; where several remain it keeps a line of its own.
    """
    found = [(identity(p), p) for _, p in sorted(record.quantities.items())]
    groups: dict[Identity, list[PlacedQuantity]] = {}
    for who, placed in found:
        groups.setdefault(who, []).append(placed)
    joined = _join(groups)
    origin = {name: o.origin for name, o in record.origins.items()}
    made = [_series(who, quantities, origin) for who, quantities in sorted(joined.items(), key=lambda x: x[0].order)]
    ids = {s.id for s in made}
    return tuple(
        replace(s, under=u) if (u := _wider(w, joined)) in ids and u != s.id else s
        for (w, _), s in zip(sorted(joined.items(), key=lambda x: x[0].order), made, strict=True)
    )


def as_of(one: Series, on: date | None, known_by: date | None, generous: bool = False) -> Line | None:
    """The line of a series as known by a day; `latest` is its value on the day `on`, or null. None if nothing was known.

    `known_by` None has no limit; an undated report counts from its latest possible day, with `generous` from its
    earliest.
    """
    points = known(one.points, known_by, generous)
    if not points:
        return None
    return line_of(
        one.id, one.title, (one.counted, one.of, one.where, one.unit), one.scope, points, latest(points, on), one.under
    )


def _join(groups: Mapping[Identity, Sequence[PlacedQuantity]]) -> dict[Identity, list[PlacedQuantity]]:
    """The groups with the less determined ones led into the more determined ones they fit."""
    by_kind: dict[tuple[str, ...], list[Identity]] = {}
    for who in sorted(groups, key=lambda w: w.order):
        by_kind.setdefault(who.kind, []).append(who)
    out: dict[Identity, list[PlacedQuantity]] = {}
    for kind in sorted(by_kind):
        same = by_kind[kind]
        lead = {who: _leads_to(who, same, groups) for who in same}
        for who in same:
            end = who
            for _ in range(4):  # each step adds what was missing: of whom, where, which group of people
                end = lead[end] or end
            out.setdefault(end, []).extend(groups[who])
    return out


def _leads_to(
    who: Identity, same: Sequence[Identity], groups: Mapping[Identity, Sequence[PlacedQuantity]]
) -> Identity | None:
    """The one more determined identity that `who` can mean, or None."""
    wider = [other for other in same if other != who and other.fits(who)]
    if not wider:
        return None
    full = [o for o in wider if not any(p != o and p.fits(o) for p in wider)]
    if len(full) == 1:
        return full[0]
    near = [o for o in full if any(_alike(a, b) for a in groups[who] for b in groups[o])]
    if len(near) == 1:
        return near[0]
    exact = [o for o in full if any(_equal(a, b) for a in groups[who] for b in groups[o])]
    return exact[0] if len(exact) == 1 else None


def _alike(a: PlacedQuantity, b: PlacedQuantity) -> bool:
    x, y = a.quantity.high, b.quantity.high
    return abs(x - y) <= NEAR * max(abs(x), abs(y))


def _equal(a: PlacedQuantity, b: PlacedQuantity) -> bool:
    return (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)


def _id(who: Identity) -> str:
    return "f" + hashlib.sha256("\x1f".join(who.order).encode()).hexdigest()[:11]


def _wider(who: Identity, joined: Mapping[Identity, object]) -> str | None:
    """The series of the whole country over one at a single place."""
    wide = [o for o in joined if who.spot and not o.spot and o.over(who)]
    return _id(min(wide, key=lambda o: o.order)) if wide else None


def _series(who: Identity, quantities: Sequence[PlacedQuantity], origin: Mapping[str, str]) -> Series:
    points = points_of(quantities, origin)
    counted = about(quantities)
    return Series(
        _id(who), title_of(who, counted), counted, who.of or None, who.where or None, who.unit, who.scope, points
    )
