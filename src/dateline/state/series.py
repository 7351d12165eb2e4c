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
from dateline.state.series_flags import flags
from dateline.state.series_identity import Identity, about, identity, title_of
from dateline.state.series_points import Line, Point, known, latest, line_of, points_of

MAIN: Final = 3  # times as many reports as any other series must speak of the one a figure of open place is led to
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
    whose and where agree. A figure that does not say whose or where joins the only series it can mean; of several, the
    only one with its value or a like value, or the one nearly all reports speak of; else it keeps a line of its own.
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
    """The line of a series as known by a day; `latest` is its value on the day `on`, or null.

    None where nothing was known. `known_by` None has no limit; an undated report counts from its latest possible day,
    with `generous` from its earliest.
    """
    points = known(one.points, known_by, generous)
    if not points:
        return None
    about_it = (one.counted, one.of, one.where, one.unit)
    line = line_of(one.id, one.title, about_it, one.scope, points, latest(points, on), one.under)
    line["flags"] = [f.to_dict() for f in flags(points)]
    return line


def _join(groups: Mapping[Identity, Sequence[PlacedQuantity]]) -> dict[Identity, list[PlacedQuantity]]:
    """The groups with the figures of less determined ones led into the more determined ones they fit."""
    by_kind: dict[tuple[str, ...], list[Identity]] = {}
    for who in sorted(groups, key=lambda w: w.order):
        by_kind.setdefault(who.kind, []).append(who)
    out: dict[Identity, list[PlacedQuantity]] = {}
    for kind in sorted(by_kind):
        same = by_kind[kind]
        for who in same:
            full = _fuller(who, same)
            for placed in groups[who]:
                out.setdefault(_meant(placed, full, groups) or who, []).append(placed)
    return out


def _fuller(who: Identity, same: Sequence[Identity]) -> list[Identity]:
    """The most determined identities that say all that `who` says, and more."""
    wider = [other for other in same if other.fits(who)]
    return [o for o in wider if not any(p.fits(o) for p in wider)]


def _meant(
    placed: PlacedQuantity, full: Sequence[Identity], groups: Mapping[Identity, Sequence[PlacedQuantity]]
) -> Identity | None:
    """The one identity that a figure of open owner or place can mean: the only one; else the only one with its very
    value, or a like value; else the one that nearly all reports speak of."""
    if len(full) < 2:
        return full[0] if full else None
    for like in (_equal, _alike):
        near = [o for o in full if any(like(placed, b) for b in groups[o])]
        if len(near) == 1:
            return near[0]
    reports = {o: len({b.quantity.report for b in groups[o]}) for o in full}
    most = max(full, key=lambda o: (reports[o], o.order))
    others = max(reports[o] for o in full if o != most)
    return most if reports[most] >= MAIN * others else None


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
