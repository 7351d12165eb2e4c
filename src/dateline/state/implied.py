"""What one kind of state tells of another: traffic that runs again through a closed canal has ended its closure.

In:   transitions.
Out:  the same, with those that follow from them.
Room: state. Only what was told as closed, of the same named place, is ended so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.state.model import STANDS, Transition
from dateline.terms import When

CLOSED: Final = frozenset({"channel", "road", "port", "airport", "airspace", "border"})
VALUE: Final = "reopened: traffic resumed"


def with_implied(found: Sequence[Transition]) -> tuple[Transition, ...]:
    """The transitions, and an ending for each closure through which traffic was told to run again later."""
    closures = [(t, named) for t in found if t.slot in CLOSED and t.kind in STANDS and (named := _named(t))]
    out = list(found)
    for one in found:
        if one.slot != "traffic" or one.kind != "resume" or one.partial:
            continue
        spots = _named(one)
        shared = [t for t, named in closures if spots & named]
        for slot in sorted({t.slot for t in shared if may_precede(t.when, one.when)}):
            shut = min((t for t in shared if t.slot == slot), key=lambda t: t.told.claim.id)
            told = replace(one, kind="end", of="end", slot=slot, thing=shut.thing, value=VALUE)
            out.append(replace(told, subject=shut.subject, object=shut.object))
    return tuple(out)


def _named(one: Transition) -> frozenset[str]:
    """The names of the places it speaks of; words alone ("the road") name none."""
    return frozenset(k for k in one.subject.keys | one.object.keys if k.startswith("name:"))


def may_precede(begun: When, ended: When) -> bool:
    """Whether what began then can have stood before what ends it."""
    low, high = begun.earliest, ended.latest
    return low is None or high is None or low <= high
