"""What is told of a part, or in few words, beside the whole it belongs to.

In:   transitions; states and plans as they were joined.
Out:  the same: four of fourteen hostages let go are a partial end of the fourteen's captivity; a bare "the deadline
      expired" is the end of the one deadline that was due then.
Room: state. Where two wholes or two deadlines can be meant, all stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.lexicon.states import families
from dateline.state.model import State, Transition

REST: Final = frozenset({"remaining", "last", "other", "others", "final", "rest"})


def with_parts(found: Sequence[Transition]) -> tuple[Transition, ...]:
    """The transitions, with those that free some of a counted body told of the whole body.

    "Gunmen took 14 nurses hostage"; "four nurses were freed": of the 14; "the remaining ten were freed": all are free.
    """
    taken = [t for t in found if t.slot == "detention" and t.kind == "begin" and _count(t)]
    return tuple(_of_whole(t, taken) if t.slot == "detention" and t.kind == "end" else t for t in found)


def _of_whole(one: Transition, taken: Sequence[Transition]) -> Transition:
    """The ending told of the only body it can be a part of; itself where there is none."""
    count = _count(one)
    if not count or any(t.object.keys == one.object.keys for t in taken):
        return one
    wholes = {t.object.keys: t for t in reversed(taken) if _can_hold(t, one, count)}
    if len(wholes) != 1:
        return one
    whole = next(iter(wholes.values()))
    rest = bool(REST & {*_words(one), *one.object.name.casefold().split()})
    return replace(one, subject=whole.subject, object=whole.object, partial=not rest)


def _can_hold(whole: Transition, one: Transition, count: int) -> bool:
    """Whether so many of them can be of that body: more people of the same kind, and taken before they were freed."""
    kind, other = _kind(whole), _kind(one)
    alike = other <= kind or other <= frozenset(families()["hostage"])
    taken, freed = whole.when.earliest, one.when.latest
    return alike and _count(whole) > count and (taken is None or freed is None or taken <= freed)


def _words(one: Transition) -> frozenset[str]:
    return frozenset(w for key in one.object.keys if key.startswith("words:") for w in key[6:].split())


def _count(one: Transition) -> int:
    """How many people its words tell; 0 where they tell no number."""
    return max((int(w) for w in _words(one) if w.isdigit() and len(w) <= 6), default=0)


def _kind(one: Transition) -> frozenset[str]:
    """What they are called, in the singular, without their number."""
    return frozenset(w.removesuffix("s") for w in _words(one) - REST if not w.isdigit())


def with_deadlines(plain: Sequence[State], planned: Sequence[State]) -> tuple[list[State], list[State]]:
    """States and plans, with each bare word that "the deadline" passed told of the one deadline that was due then."""
    kept, plans = [], list(planned)
    for state in plain:
        fit = [n for n, p in enumerate(plans) if _due_then(p, state)] if _bare_end(state) else []
        if len(fit) == 1:
            plan = plans[fit[0]]
            plans[fit[0]] = replace(plan, realised=(*plan.realised, *state.transitions))
        else:
            kept.append(state)
    return kept, plans


def _bare_end(state: State) -> bool:
    """Whether all that is told is that a deadline of nobody in particular is over."""
    return state.slot == "deadline" and all(
        t.kind == "end" and not t.subject.keys | t.object.keys for t in state.transitions
    )


def _due_then(plan: State, state: State) -> bool:
    """Whether the plan is a deadline whose last day is that on which it is told to be over."""
    days = [t.deadline for t in plan.transitions if t.deadline is not None]
    ends = [t.when for t in state.transitions]
    return plan.slot == "deadline" and all(any(d.exact and e.exact and d.overlaps(e) for d in days) for e in ends)
