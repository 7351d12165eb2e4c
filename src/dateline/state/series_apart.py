"""Keeps figures from the series of another happening: "no one was hurt" in a later attack, the drones of the other.

In:   placed quantities, of all reports or of one question.
Out:  the same, without the figures that cannot answer the question; parts of what was counted before told as its own.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.record.model import PlacedQuantity
from dateline.state.series_grounds import lands
from dateline.state.series_identity import TOLLS, Identity

OF_THE: Final = re.compile(r"\d[\d,.]* of (?:the|those|these) \w+|\w+ of (?:the|those|these) \w+", re.I)
SOLDIERS: Final = frozenset({"soldier", "troop", "trooper", "serviceman", "servicemember"})
HARMED: Final = frozenset({"killed", "injured", "captured"})
SUFFERED: Final = re.compile(
    r"\b(?:were|was|been) (?:\w+ )?(?:killed|wounded|injured|captured)\b|\bdied\b|\blost\b", re.I
)
LEVELS: Final = ("level", "total")


def of_the_counted(told: Sequence[PlacedQuantity]) -> list[PlacedQuantity]:
    """The figures; "61 of the drones" are whose the 82 drones are that its report counted before."""
    owners: dict[tuple[str, str], list[PlacedQuantity]] = {}
    for one in told:
        if one.quantity.of is not None and one.quantity.role in LEVELS:
            owners.setdefault((one.quantity.report, one.quantity.counted), []).append(one)
    found = (_owned(one, owners.get((one.quantity.report, one.quantity.counted), ())) for one in told)
    return [_of_the_speaker(one) for one in found]


def _of_the_speaker(one: PlacedQuantity) -> PlacedQuantity:
    """The figure; the soldiers whom an army says that it lost are its own: "Pakistan's military said 11 soldiers were
    killed", "India said five of its soldiers had died"."""
    q = one.quantity
    own = q.of is None and q.counted in SOLDIERS and not HARMED.isdisjoint(q.scope) and one.voice
    spoken = lands(one.voice[-1].name) - {""} if own else frozenset()
    if len(spoken) != 1 or SUFFERED.search(q.anchor.text) is None or len(lands(q.anchor.text) - spoken) > 0:
        return one
    return replace(one, quantity=replace(q, of=min(spoken)))


def _owned(one: PlacedQuantity, counted: Sequence[PlacedQuantity]) -> PlacedQuantity:
    q = one.quantity
    before = [c for c in counted if c.quantity.anchor.start < q.amount.start and c.quantity.high >= q.high]
    whose = {c.quantity.of for c in before}
    if q.of is not None or q.role != "part" or len(whose) != 1 or OF_THE.match(q.amount.text) is None:
        return one
    return replace(one, of=before[-1].of, quantity=replace(q, of=before[-1].quantity.of))


def without_other_attacks(groups: Mapping[Identity, Sequence[PlacedQuantity]]) -> dict[Identity, list[PlacedQuantity]]:
    """The groups, without the "no one was hurt" that a later report says of another attack: what harmed eight has not
    become harmless."""
    return {who: [q for q in told if not _harmless(q, told)] if who.state in TOLLS else list(told)
            for who, told in groups.items()}  # fmt: skip


def _harmless(one: PlacedQuantity, told: Sequence[PlacedQuantity]) -> bool:
    q, day = one.quantity, one.published.earliest
    if q.high > 0 or q.role not in LEVELS or day is None:
        return False
    others = (o for o in told if o.quantity.low > 0 and o.quantity.role in LEVELS)
    return any(o.published.latest is not None and o.published.latest < day for o in others)
