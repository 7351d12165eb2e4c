"""Parts tolls of open place by the incident they are told of, in a pile that may tell many stories.

In:   placed quantities of one toll ("people killed") that do not say where, with the places told around them.
Out:  the quantities by place; under "" those of which nothing tells where, or all where they tell of one place.
Room: state. One incident's toll is not another's: "three were killed" in Tarnby is no later number for the twenty of
      Ostrel. A number of the whole country is none of a town in it, unless it is as many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.claim.figure.counted import country_of
from dateline.lexicon.places import place
from dateline.record.model import PlacedQuantity
from dateline.state.series_sites import alike, groups_by, name_of

ALIKE: Final = 0.5  # two values this near (smaller by larger) can answer one question
MANY: Final = 100  # from here on two numbers do not agree by chance
CHORUS: Final = 3  # reports that tell one value do not agree by chance
TOLD_ITSELF: Final = 3  # what a place of a figure's own sentence weighs against the scene told before
MASSES: Final = 1000  # so many are told of one disaster, whatever each report calls the place

Group = list[PlacedQuantity]


def incidents(quantities: Sequence[PlacedQuantity]) -> dict[str, Group]:
    """The quantities by the name of the place that each is a toll of."""
    shared = _chorus(quantities)
    names = {id(q): "" if _value(q) in shared else name_of(q.quantity.site or "") for q in quantities}
    told = [q for q in quantities if names[id(q)]]
    groups = _with_their_country(groups_by(told, lambda q: names[id(q)]))
    out: dict[str, Group] = {}
    for group in groups.values():
        out.setdefault(_most_told(group, names), []).extend(group)
    rest = [q for q in quantities if not names[id(q)]]
    for placed in rest:
        near = (n for n, group in sorted(out.items()) if n and any(_as_many(placed, q, MANY) for q in group))
        fit = [] if placed.quantity.site == "" else list(near)
        out.setdefault(fit[0] if len(fit) == 1 else "", []).append(placed)
    apart = len(out) > 1 or any(names[id(q)] != name_of(q.quantity.site or "") for q in told)
    return out if apart else {"": list(quantities)}


def _most_told(group: Group, names: Mapping[int, str]) -> str:
    """The place of a group: that which most of its sentences tell, before the scenes around them; "" where these differ
    and no sentence tells its own."""
    told: Counter[str] = Counter()
    for placed in group:
        told[names[id(placed)]] += TOLD_ITSELF if placed.quantity.site_own else 1
    best = min(told, key=lambda n: (-told[n], len(n), n))
    sure = told[best] >= TOLD_ITSELF or 3 * told[best] >= 2 * told.total()
    return best if sure else ""


def _value(placed: PlacedQuantity) -> tuple[float, float]:
    return placed.quantity.low, placed.quantity.high


def _chorus(quantities: Sequence[PlacedQuantity]) -> frozenset[tuple[float, float]]:
    """The values that so many reports tell that they are one incident's, wherever each says that it was."""
    reports: dict[tuple[float, float], set[str]] = {}
    for placed in quantities:
        reports.setdefault(_value(placed), set()).add(placed.quantity.report)
    return frozenset(value for value, names in reports.items() if value[1] > 0 and len(names) >= CHORUS)


def _with_their_country(groups: dict[str, Group]) -> dict[str, Group]:
    """The groups, a town's with its country's where one tells as many as the other, and those of masses together."""
    out = dict(groups)
    for name in sorted(groups, key=lambda n: (len(groups[n]), n)):
        found = place(name)
        land = country_of(found).casefold() if found is not None else ""
        others = sorted((n for n in out if n != name), key=lambda n: (not alike(n, land), -len(out[n]), n))
        home = next((n for n in others if _one(out[name], out[n], MANY if alike(n, land) else MASSES)), None)
        if home is not None:
            out[home] = [*out[home], *out.pop(name)]
    return out


def _one(group: Group, other: Group, least: int) -> bool:
    """Whether two groups tell as many, and no report tells both."""
    reports = {q.quantity.report for q in group} & {q.quantity.report for q in other}
    return not reports and any(_as_many(a, b, least) for a in group for b in other)


def _as_many(a: PlacedQuantity, b: PlacedQuantity, least: int) -> bool:
    """Whether both tell a large number that may be one: "thousands", "up to 5,000"."""
    (low, high), (low2, high2) = ((q.quantity.low, q.quantity.high) for q in (a, b))
    if min(high, high2) < least:
        return False
    return (low <= high2 and low2 <= high) or min(high, high2) >= ALIKE * max(high, high2)
