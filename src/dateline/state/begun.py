"""Plans that later reports take for begun: a curfew laid down for a day, which is then lifted or goes on.

In:   the states and plans of a record.
Out:  the same: such a plan is the beginning of its state; a trial put off before it opened is one plan with a new day.
Room: state. A plan of which nothing more is told stays one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.state.model import GOES_ON, State, Transition, in_order
from dateline.state.plans import comes_by_itself, latest_word

AFTER: Final = frozenset({"end", "suspend", "extend", "hold", "replace"})  # what is told of what has begun
TRIALS: Final = "charges"


def with_begun(plain: Sequence[State], planned: Sequence[State]) -> tuple[list[State], list[State]]:
    """The states, each with the beginning that a plan laid down for it; the plans that are left."""
    states, left = list(plain), []
    for plan in _put_off(planned, plain):
        meant = [n for n, s in enumerate(states) if s.id == plan.about != plan.id]  # ids are told apart later
        begun = _begun(plan, states[meant[0]]) if len(meant) == 1 else None
        if begun is None:
            left.append(plan)
        else:
            about = states[meant[0]]
            states[meant[0]] = replace(about, transitions=in_order((*about.transitions, begun)))
    return states, left


def _begun(plan: State, about: State) -> Transition | None:
    """The beginning on the planned day, where what is told of the state later had to have begun."""
    last = latest_word(plan.transitions)
    if plan.realised or not comes_by_itself(last) or last.deadline is None or last.deadline.latest is None:
        return None
    if not (plan.subject.keys & about.subject.keys or plan.object.keys & about.object.keys):
        return None
    day = last.deadline.latest
    began = any(t.kind == "begin" for t in about.transitions)
    later = [
        t for t in about.transitions if t.kind in AFTER and (t.when.latest or day) >= day and t.report != last.report
    ]
    return replace(last, kind="begin", when=last.deadline, deadline=None) if later and not began else None


def _put_off(planned: Sequence[State], plain: Sequence[State]) -> list[State]:
    """The plans, "the trial, which was to open on Monday, was put off to Friday" as one with a new day."""
    opened = {s.id for s in plain if any(t.kind == "begin" and t.value == "on trial" for t in s.transitions)}
    out = list(planned)
    for later in [p for p in planned if p.slot == TRIALS and p.transitions[0].value == GOES_ON]:
        first = [p for p in out if p.slot == TRIALS and p.about == later.about != p.id and _is_opening(p, later)]
        if len(first) == 1 and later.about not in opened:
            told = (
                *first[0].transitions,
                *(replace(t, of="begin", value=first[0].transitions[0].value) for t in later.transitions),
            )
            merged = replace(first[0], transitions=in_order(told))
            out = [merged if p is first[0] else p for p in out if p is not later]
    return out


def _is_opening(plan: State, later: State) -> bool:
    """Whether the plan is that the trial opens on a day before the new one, told before it."""
    one, new = latest_word(plan.transitions), latest_word(later.transitions)
    days = (one.deadline, new.deadline)
    sooner = all(d is not None and d.latest is not None for d in days) and days[0].latest < days[1].latest  # type: ignore[union-attr,operator]
    return plan.transitions[0].of == "begin" and sooner and one.published.sort_key() < new.published.sort_key()
