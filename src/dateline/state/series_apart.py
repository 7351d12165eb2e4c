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
from dateline.state.series_identity import TOLLS, Identity

OF_THE: Final = re.compile(r"\d[\d,.]* of (?:the|those|these) \w+|\w+ of (?:the|those|these) \w+", re.I)
LEVELS: Final = ("level", "total")


def of_the_counted(told: Sequence[PlacedQuantity]) -> list[PlacedQuantity]:
    """The figures; "61 of the drones" are whose the 82 drones are that its report counted before."""
    owners: dict[tuple[str, str], list[PlacedQuantity]] = {}
    for one in told:
        if one.quantity.of is not None and one.quantity.role in LEVELS:
            owners.setdefault((one.quantity.report, one.quantity.counted), []).append(one)
    return [_owned(one, owners.get((one.quantity.report, one.quantity.counted), ())) for one in told]


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
