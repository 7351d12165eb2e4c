"""What became of a plan that its own state tells in other words: it began on the very day, or is kept after all.

In:   the plans and the states of a record, as they were joined.
Out:  the plans, with what met them or called them off.
Room: state. "To restrict exports of three chemicals from May 2" and "its export curbs took effect on May 2" share the
      one who does it and the day; two such states leave it open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.state.kinds import KEPT_AFTER_ALL
from dateline.state.kinship import names_in
from dateline.state.model import State, Transition
from dateline.state.plans import CALLED_OFF
from dateline.state.same import LOCKOUT, Group

NAMED_BY: Final = frozenset({"vote", "sanctions"})  # "the duties" are no embargo


def with_met(plans: Iterable[State], states: Sequence[State]) -> list[State]:
    """The plans, each with the beginning on its day and the word that it is given up."""
    return [replace(p, realised=(*p.realised, *_fate(p, states))) if not p.realised else p for p in plans]


def _fate(plan: State, states: Sequence[State]) -> Iterator[Transition]:
    first = plan.transitions[0]
    alike = [s for s in states if s.slot == plan.slot]
    if first.of == "end":
        kept = (t for s in alike if s.id == plan.about for t in s.transitions if t.value == KEPT_AFTER_ALL)
        yield from (replace(t, value=CALLED_OFF) for t in kept if t.published.sort_key() > first.published.sort_key())
    elif first.of == "begin":
        began = [t for s in alike for t in [next((t for t in s.transitions if _on_its_day(t, plan)), None)] if t]
        yield from began if len(began) == 1 else ()


def _on_its_day(one: Transition, plan: State) -> bool:
    """Whether the telling is of a beginning by the same on the last day that was given for the plan."""
    days = [t.deadline for t in plan.transitions if t.deadline is not None and t.deadline.exact]
    shared = any(one.subject.keys & t.subject.keys or _on_the_same(one, t) for t in plan.transitions)
    theirs = one.report not in {t.report for t in plan.transitions} and shared
    return one.kind == "begin" and theirs and one.when.exact and bool(days) and one.when.earliest == days[-1].earliest


def _on_the_same(one: Transition, other: Transition) -> bool:
    """Whether one duty on one thing is told, be it the president's or the country's: "a tariff on Brazilian steel"."""
    return one.slot == "sanctions" and one.thing == other.thing and bool(one.object.keys & other.object.keys)


def only_one(group: Group, others: Sequence[State]) -> State | None:
    """The state of the kind that a plan told of nobody can only mean: the one its reports tell of, or the only one."""
    thing = group.members[0].thing
    alike = [s for s in others if s.slot == group.slot and (group.slot not in NAMED_BY or s.thing == thing)]
    alike = [s for s in alike if (s.thing == LOCKOUT) == (group.thing == LOCKOUT)]
    near = [s for s in alike if group.reports & {t.report for t in s.transitions}]
    there = [s for s in alike if group.slot == "talks" and _names(group.members) & _names(s.transitions)]
    for found in (near, alike, there):
        if len(found) == 1:
            return found[0]
    return None


def _names(told: Iterable[Transition]) -> frozenset[str]:
    """The names in the clauses: "Doha" of "the talks in Doha will resume"."""
    return frozenset(n for t in told for n in names_in(t.told.claim.anchor.text))
