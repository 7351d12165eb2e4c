"""Joins tolls told with two words for one body of people, in a pile that tells one story.

In:   placed quantities by the question they answer.
Out:  the same, those of "passengers" with those of "people" where the numbers are near each other; all words for police
      under one.
Room: state. A report that tells both ("12 people, among them nine workers") means two things by them; children, women,
      civilians and soldiers are told apart from the rest wherever they are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.record.model import PlacedQuantity
from dateline.state.series_identity import SHARES, TOLLS, Identity

POLICE: Final = ("policeman", "officer", "police", "policewoman")  # the first is their common name
BYSTANDERS: Final = frozenset({
    "passenger", "worker", "employee", "labourer", "laborer", "builder", "miner", "farmer", "fisherman", "tourist",
    "pilgrim", "driver", "migrant", "protester", "protestor", "demonstrator", "guest", "worshipper", "shopper",
    "commuter", "customer", "spectator", "fan", "skier", "climber", "hiker", "reveller", "partygoer", "traveller",
})  # fmt: skip
NEAR: Final = 0.5  # smaller by larger: three fishermen are not the 40 whom the flood killed
LEVELS: Final = ("level", "total")

Groups = Mapping[Identity, Sequence[PlacedQuantity]]


def of_one_body(groups: Groups) -> dict[Identity, list[PlacedQuantity]]:
    """The groups, those joined that count one body."""
    parts = in_parts(groups)
    out: dict[Identity, list[PlacedQuantity]] = {}
    for who in sorted(groups, key=lambda w: w.order):
        out.setdefault(_common(who, groups, parts), []).extend(groups[who])
    return out


def in_parts(groups: Groups) -> frozenset[Identity]:
    """The bodies of bystanders told beside another: "12 workers and 15 passengers" are each only some of the people."""
    told: dict[tuple[Identity, str], set[Identity]] = {}
    for who in groups:
        for q in groups[who] if who.group in BYSTANDERS else ():
            told.setdefault((replace(who, group=""), q.quantity.report), set()).add(who)
    return frozenset(who for bodies in told.values() if len(bodies) > 1 for who in bodies)


def _common(who: Identity, groups: Groups, parts: Collection[Identity]) -> Identity:
    """The question under which the figures of another belong too; itself, where there is none."""
    if who.family == "money" and who.state == "lost" and (loss := replace(who, family="loss", state="")) in groups:
        return loss  # "lost 40 million" and "its losses of 40 million" are one, where both are the same one's
    if who.state not in TOLLS:
        return who
    if who.group in BYSTANDERS and who not in parts and _fits(groups[who], groups.get(replace(who, group=""), ())):
        return replace(who, group="")
    for name in POLICE[: POLICE.index(who.group)] if who.group in POLICE else ():
        if _fits(groups[who], groups.get(replace(who, group=name), ())):
            return replace(who, group=name)
    return who


def _fits(own: Sequence[PlacedQuantity], others: Sequence[PlacedQuantity]) -> bool:
    """Whether other reports tell a number near one of these of the others, and none tells both."""
    if {q.quantity.report for q in own} & {q.quantity.report for q in others}:
        return False
    return any(_near(a, b) for a in own for b in others)


def _near(a: PlacedQuantity, b: PlacedQuantity) -> bool:
    low, high = sorted((a.quantity.high, b.quantity.high))
    return {a.quantity.role, b.quantity.role} <= set(LEVELS) and low > 0 and low >= NEAR * high


def by_deed(groups: Groups) -> dict[Identity, list[PlacedQuantity]]:
    """The groups, those parted that count what was done and what else was done: 86,000 homes without power are not the
    50,000 back on it. What tells no deed stays with what most tell; so do as many of whom another report only says that
    they are there: the thousand soldiers confined to the base are the thousand in the country."""
    out: dict[Identity, list[PlacedQuantity]] = {}
    for who, placed in groups.items():
        parted = who.state in ("", "present") and not is_currency(who.unit) and who.unit not in SHARES
        sorts = _by_sort(placed) if parted else {"": [*placed]}
        main = next(iter(sorts))
        for sort, own in sorts.items():
            stays = sort == main or (who.unit == "person" and _fits(own, sorts[main]))
            for one in own:
                out.setdefault(who if stays else replace(who, state=one.quantity.deed or ""), []).append(one)
    return out


def _by_sort(placed: Sequence[PlacedQuantity]) -> dict[str, list[PlacedQuantity]]:
    """The quantities by the sort of their deed, the one that most tell first and with it those that tell none."""
    told = Counter(_sort_of(p.quantity.deed) for p in placed if p.quantity.deed)
    main = min(told, key=lambda d: (-told[d], d), default="")
    out: dict[str, list[PlacedQuantity]] = {main: []}
    for one in placed:
        out.setdefault(_sort_of(one.quantity.deed) if one.quantity.deed else main, []).append(one)
    return out


def _sort_of(deed: str | None) -> str:
    """The word of a deed that tells it from others: "without" of "without power", "without water"."""
    return (deed or "").split(" ")[0]
