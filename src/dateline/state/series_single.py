"""Leaves out of a series what answers another question, in a pile that may tell many stories.

In:   the placed quantities of one identity.
Out:  those to be listed; nothing is lost from the record.
Room: state. A report that gives several numbers for one question speaks of several things: of "seven firms: two in
      Tarnby" only the number that another report tells as well is known to be the series' own. What might come to be
      is no answer beside what is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.record.model import PlacedQuantity
from dateline.terms.factuality import REAL

LEVELS: Final = ("level", "total")
AHEAD: Final = ("forecast", "target")
UNSURE: Final = ("possible", "conditional")
PERHAPS: Final = re.compile(r"\b(?:suspected|possible|probable|potential)\b", re.I)
FOLLOWED: Final = 3  # reports
ROUNDED: Final = 0.85  # smaller by larger: a headline rounds what its text tells


def single(quantities: Sequence[PlacedQuantity], followed: bool) -> list[PlacedQuantity]:
    """Those that answer one question, in their order.

    `followed`: it is no toll, which each incident has anew; what several reports follow may move within one of them.
    """
    real = any(q.quantity.factuality in REAL and not only_perhaps(q) for q in quantities)
    told = [q for q in quantities if not (real and only_perhaps(q))]
    if followed and len({q.quantity.report for q in told}) >= FOLLOWED:
        return told
    apart = _reports_of_several(told)
    return [q for q in told if q.quantity.report not in apart or not _level(q) or _borne_out(q, told)]


def only_perhaps(placed: PlacedQuantity) -> bool:
    """Whether it tells what might come, or what may be none: "could kill four in a thousand", "230 suspected cases"."""
    q = placed.quantity
    return (q.role in AHEAD and q.factuality in UNSURE and q.time is None) or (
        q.unit != "person" and bool(PERHAPS.search(q.amount.text))
    )


def _level(placed: PlacedQuantity) -> bool:
    return placed.quantity.role in LEVELS and placed.quantity.factuality in REAL


def _reports_of_several(told: Sequence[PlacedQuantity]) -> set[str]:
    """The reports that give two levels for one time."""
    by_report: dict[str, list[PlacedQuantity]] = {}
    for placed in filter(_level, told):
        by_report.setdefault(placed.quantity.report, []).append(placed)
    return {name for name, own in by_report.items() if any(not _agree(own[0], q) for q in own[1:])}


def _agree(one: PlacedQuantity, other: PlacedQuantity) -> bool:
    """Whether two numbers can be one, or are told of two stated times; none are left once the last is gone."""
    a, b = one.quantity, other.quantity
    if not a.high or not b.high:
        return True
    if a.time is not None and b.time is not None and one.when != other.when:
        return True
    return _alike(one, other)


def _alike(one: PlacedQuantity, other: PlacedQuantity) -> bool:
    a, b = one.quantity, other.quantity
    met = a.low <= b.high and b.low <= a.high
    return met or min(a.high, b.high) >= ROUNDED * max(a.high, b.high)


def _borne_out(placed: PlacedQuantity, told: Sequence[PlacedQuantity]) -> bool:
    """Whether it is the whole that a part is told of, or another report tells as many."""
    if placed.quantity.role == "total":
        return True
    others = (q for q in told if _level(q) and q.quantity.report != placed.quantity.report)
    return any(_alike(placed, q) for q in others)
