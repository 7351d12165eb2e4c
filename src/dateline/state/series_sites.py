"""Says of which place a series tells where no figure of it says so in its own words, and parts the tolls of two places.

In:   placed quantities of one question, with the places told around them; the texts of their reports.
Out:  the place as its title gives it; the quantities by place where they are answers for two places.
Room: state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import country_of
from dateline.lexicon.places import place
from dateline.record.model import PlacedQuantity
from dateline.state.series_identity import Identity
from dateline.terms.factuality import REAL

MOST: Final = 2 / 3  # of the figures that tell a place must tell this one
OWN: Final = 2  # what a place of the figure's own sentence weighs against the scene told before
AT: Final = "at "  # with which a spot begins
NEAR: Final = 0.75  # of the larger of two numbers, from which one may be a later telling of the other
FEW: Final = 10  # fewer agree by chance
MANY: Final = 200  # figures of one series whose places are looked at


def site_of(quantities: Sequence[PlacedQuantity]) -> str | None:
    """The place that the figures are told of, as a title gives it ("in Tarnby"); None where they differ or few tell."""
    told = [q for q in quantities[:MANY] if q.quantity.site]
    if not told or 2 * len(told) < min(len(quantities), MANY):
        return None
    told = [q for q in told if not _home(q)]
    told = [q for q in told if q.quantity.role not in ("change", "part")] or told  # six more, found inside the wreck
    groups = _groups(told)
    if not groups:
        return None
    weight = {key: sum(_weight(q) for q in group) for key, group in groups.items()}
    best = min(weight, key=lambda k: (-weight[k], k))
    if weight[best] < MOST * sum(weight.values()):
        return None
    said = Counter(site for q in groups[best] for site in [q.quantity.site or ""] * _weight(q))
    return min(said, key=lambda w: (-said[w], w))


def deed_of(quantities: Sequence[PlacedQuantity]) -> str:
    """What the figures are told to be ("moved", "on board"), where two thirds tell it, or one of two; else ""."""
    said = Counter(q.quantity.deed for q in quantities if q.quantity.deed)
    best = min(said, key=lambda w: (-said[w], w or ""), default=None)
    if best is None or (len(quantities) == 2 and len(said) > 1):
        return ""
    return best if len(quantities) == 2 or said[best] >= MOST * len(quantities) else ""


def parted(quantities: Sequence[PlacedQuantity], texts: Mapping[str, str]) -> dict[str, list[PlacedQuantity]]:
    """The quantities by the place they are told of, where they are tolls of several; all under "" where of one.

    Two places are two questions where one report tells numbers for both that differ, or where no report that tells of
    one names the other: these are two stories. What tells no place stays with what most tell of, under "".
    """
    real = [q for q in quantities if q.quantity.site and q.quantity.factuality in REAL]
    told = [q for q in real if q.quantity.site_own] or real
    groups = _groups(told)
    if not groups:
        return {"": list(quantities)}
    most = {k: max(q.quantity.high for q in group) for k, group in groups.items()}
    main = min(groups, key=lambda k: (-len(groups[k]), -most[k], k))
    apart = [k for k in sorted(groups) if k != main and _two(groups[main], groups[k], main, k, texts)]
    apart += [k for k in _scenes(real, told, groups) if _two(groups[main], groups[k], main, k, texts)]
    if any(q.quantity.site == "" for q in quantities):
        apart.append(main)  # what is told of a wider scope is no number of that place
    named = {k: name_of(groups[k][0].quantity.site or "") for k in apart}
    out: dict[str, list[PlacedQuantity]] = {"": []}
    for placed in quantities:
        key = name_of(placed.quantity.site or "").casefold() or _like(placed, groups)
        out.setdefault(next((named[k] for k in apart if alike(k, key)), ""), []).append(placed)
    return out


def _like(placed: PlacedQuantity, groups: Mapping[str, Sequence[PlacedQuantity]]) -> str:
    """The one place whose number is near that of a figure told of none: 67 is a later toll of where 61 had died, and
    not of where four had; "" where several are, or none."""
    high = placed.quantity.high
    near = [
        k
        for k, told in groups.items()
        if any(NEAR * max(q.quantity.high, high) <= min(q.quantity.high, high) for q in told)
    ]
    return near[0] if len(near) == 1 and high >= FEW and placed.quantity.site is None else ""


def _scenes(
    real: Sequence[PlacedQuantity], told: Sequence[PlacedQuantity], groups: dict[str, list[PlacedQuantity]]
) -> list[str]:
    """The places told only around figures, of reports that tell none of the question with a place of its own; with
    their figures among the groups."""
    reports = {q.quantity.report for q in told}
    around = _groups([q for q in real if q.quantity.report not in reports])
    new = [k for k in sorted(around) if not any(alike(k, own) for own in groups)]
    groups.update((k, around[k]) for k in new)
    return new


def at_known_places(found: Sequence[tuple[Identity, PlacedQuantity]]) -> list[tuple[Identity, PlacedQuantity]]:
    """The figures with the place that their own sentence tells, where others of the question name it too: the 41 people
    arrested "over the riots in Lund" are those at Lund; Brenn's refugees are those in Brenn."""
    known: dict[Identity, set[tuple[str, str]]] = {}  # by question: where and spot
    for who, _ in found:
        if (who.where and not who.spot) or who.spot.startswith(AT):
            known.setdefault(replace(who, where="", spot=""), set()).add((who.where, who.spot))
    return [(_placed(who, placed, known), placed) for who, placed in found]


def _placed(who: Identity, placed: PlacedQuantity, known: Mapping[Identity, Collection[tuple[str, str]]]) -> Identity:
    """The question with its place, where only one is known that it can mean."""
    q = placed.quantity
    if q.role == "part" and who.where and not who.spot:  # "11 of those held" are of those held at Lund
        spots = [spot for where, spot in sorted(known.get(replace(who, where=""), ())) if spot and where == who.where]
        return replace(who, spot=spots[0]) if len(spots) == 1 else who
    if who.where or who.spot:
        return who
    if (
        who.of
        and who.unit == "person"
        and who.family == "person"
        and (who.of, "") in known.get(replace(who, of=""), ())
    ):
        return replace(who, of="", where=who.of)
    name = name_of(q.site or "").casefold() if q.site_own else ""
    told = sorted(known.get(who, ()))
    named = [w for w in told if alike(name, (w[1].removeprefix(AT) or w[0]).casefold())]
    return replace(who, where=named[0][0], spot=named[0][1]) if len(named) == 1 else who


def name_of(site: str) -> str:
    """The name without its preposition.

    >>> name_of("at Tarnby prison")
    'Tarnby prison'
    """
    return site.partition(" ")[2]


def _home(placed: PlacedQuantity) -> bool:
    """Whether the place lies in the land whose they are: "Cuban doctors in Cuba"."""
    q = placed.quantity
    found = place(name_of(q.site or ""))
    return q.of is not None and (name_of(q.site or "") == q.of or (found is not None and country_of(found) == q.of))


def _weight(placed: PlacedQuantity) -> int:
    return OWN if placed.quantity.site_own else 1


def groups_by(
    told: Sequence[PlacedQuantity], named: Callable[[PlacedQuantity], str]
) -> dict[str, list[PlacedQuantity]]:
    """The figures by the name of their place, in lower case; "Tarnby" and "Tarnby prison" are one."""
    names = sorted({named(q).casefold() for q in told}, key=lambda n: (len(n), n))
    key: dict[str, str] = {}
    for name in names:
        key[name] = next((k for k in key if k == key[k] and alike(k, name)), name)
    out: dict[str, list[PlacedQuantity]] = {}
    for placed in told:
        out.setdefault(key[named(placed).casefold()], []).append(placed)
    return out


def _groups(told: Sequence[PlacedQuantity]) -> dict[str, list[PlacedQuantity]]:
    return groups_by(told, lambda q: name_of(q.quantity.site or ""))


def alike(one: str, other: str) -> bool:
    """Whether one name holds the other, word by word."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def _two(
    one: Sequence[PlacedQuantity], other: Sequence[PlacedQuantity], a: str, b: str, texts: Mapping[str, str]
) -> bool:
    """Whether the figures of place `a` and those of place `b` answer two questions."""
    values = {(q.quantity.low, q.quantity.high) for q in one} & {(q.quantity.low, q.quantity.high) for q in other}
    if values:
        return False
    reports = {q.quantity.report for q in one}, {q.quantity.report for q in other}
    if reports[0] & reports[1]:
        return True
    return not any(b in texts[r] for r in reports[0]) and not any(a in texts[r] for r in reports[1])
