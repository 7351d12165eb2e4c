"""What "the decree", "the measure", "the proclamation" that is lifted, kept or prolonged stands for.

In:   the transitions of a record.
Out:  the same, those of a pointing noun told of what the pile laid down; one that may mean several things is dropped.
Room: state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.state.model import Transition

SLOT: Final = "decree"
LAID: Final = frozenset(
    {"emergency", "curfew", "sanctions", "evacuation", "warning", "border", "airspace", "airport", "port", "school"}
    | {"road", "site", "rule", "order", "duty", "designation", "law", "visa", "licence"}
)  # kinds of state that somebody lays down and lifts
NEARBY: Final = 60  # things laid down that are looked through


def with_decrees(found: Sequence[Transition]) -> list[Transition]:
    """The transitions, those of "the measure" told of what it is."""
    laid = [t for t in found if t.slot in LAID and t.kind == "begin"][:NEARBY] if _any(found) else []
    out = [_meant(t, laid) if t.slot == SLOT else t for t in found]
    return [t for t in out if t is not None]


def _any(found: Sequence[Transition]) -> bool:
    return any(t.slot == SLOT for t in found)


def _meant(one: Transition, laid: Sequence[Transition]) -> Transition | None:
    """The one thing laid down before, or the one of them that the same report or sentence names again."""
    if one.kind == "plan" and one.of not in ("end", "suspend", "extend"):
        return None
    before = [t for t in laid if _day(t) <= _day(one) and t.told.claim.id != one.told.claim.id]
    known: dict[tuple[str, frozenset[str], frozenset[str]], Transition] = {}
    for t in before:
        known.setdefault((t.slot, t.subject.keys, t.object.keys), t)
    kinds = list(known.values())
    if len(kinds) > 1:
        again = one.told.claim.anchor.text.casefold()
        same = {t.thing for t in laid if t.report == one.report}
        kinds = [t for t in kinds if t.thing and (t.thing in again or t.thing in same)] or [
            t for t in kinds if t.report == one.report
        ]
    if len(kinds) != 1:
        return None
    meant = kinds[0]
    return replace(
        one, slot=meant.slot, subject=meant.subject, object=meant.object, thing=meant.thing, called=meant.called
    )


def _day(one: Transition) -> date:
    return one.published.latest or date.max
