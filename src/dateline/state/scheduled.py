"""What is to come on or by a stated day and is no kind of state: "the tribunal will hear the case on Thursday".

In:   a record and the transitions that the table of states read in it.
Out:  plans of slot "plan", one for a claim that lies ahead with a day of its own; what is told of them as done.
Room: state. A forecast ("prices will rise by May") is no plan, and what a row of the table knows is told there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.lexis import word_list
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.cast import Cast, Context
from dateline.state.effect import tells_effect
from dateline.state.model import Side, State, Transition
from dateline.state.sides import NOBODY, is_generic
from dateline.state.spans import deadline_of
from dateline.state.unplanned import is_no_plan, was_asked
from dateline.terms import When
from dateline.terms.factuality import REAL

SLOT: Final = "plan"
OF_A_DAY: Final = re.compile(r"(?:XXXX-WXX-\d|[\dX]{4}-[\dX]{2}-[\dX]{2})T")  # "8 a.m. on Sunday"
AHEAD: Final = frozenset({"planned", "demanded"})
NEARBY: Final = 500  # tellings of one deed that a plan is held against
WIDEST: Final = 93  # days a plan's day may span: "in March", "this autumn"; wider ones are prospects
FORECAST: Final = word_list(
    "rise fall grow shrink reach exceed increase decrease decline drop double cost last amount total average climb "
    "be have become remain stay continue mean need want know see think believe say tell add note expect_to "
    "look seem appear feel hope benefit suffer face affect help lead get prepare expect"
)  # verbs of prospects, states and speech
SET: Final = frozenset({"planned", "scheduled", "set", "slated", "due"})
GATHERINGS: Final = word_list("election elections referendum vote by-election runoff summit")
KEPT: Final = ("actor", "recipient", "object")


def scheduled(record: Record, found: Iterable[Transition], around: Context) -> tuple[Transition, ...]:
    """A plan for each claim that lies ahead with a day of its own and that no row of the table speaks of."""
    told = {t.told.claim.id for t in found}
    days = {(t.report, t.told.claim.anchor.start, _day(t.deadline)) for t in found if t.kind == "plan"}
    made = (_plan(c, record, around) for c in record.claims.values() if c.claim.id not in told)
    return tuple(t for t in made if t and (t.report, t.told.claim.anchor.start, _day(t.deadline)) not in days)


def _day(when: When | None) -> str | None:
    return when.edtf if when is not None else None


def _plan(told: PlacedClaim, record: Record, around: Context) -> Transition | None:
    claim, last = told.claim, told.published.latest
    if tells_effect(told) or is_no_plan(told, record) or was_asked(told, record) or _of_a_place(told):
        return None  # "the measures take effect on Monday": told of the measures
    ahead = claim.factuality in AHEAD and claim.context == "body" and claim.time is not None and last is not None
    if not ahead or claim.lemma.split(" ")[0] in FORECAST:
        return None
    deadline = deadline_of(told, record) if claim.time_relation != "at" else told.when
    time = record.reports[claim.report].times[claim.time] if claim.time is not None else None
    dated = time is not None and (time.type == "DATE" or OF_A_DAY.match(time.value) is not None)
    if not dated or deadline is None or deadline.latest is None or last is None or deadline.latest <= last:
        return None
    if deadline.earliest is not None and (deadline.latest - max(deadline.earliest, last)).days > WIDEST:
        return None
    subject, object_ = _sides(told, around)
    if not subject.name and claim.trigger.text[:1].isalpha() and claim.trigger.text.casefold() in GATHERINGS:
        subject = Side(frozenset(), claim.trigger.text)  # "elections are to be held by December"
    if not subject.name:
        return None
    origin = origin_of(claim.report, record)
    return Transition(
        "plan", "begin", SLOT, subject, object_, claim.lemma, "planned", claim.trigger.text, False, told.published,
        deadline, None, told.published, claim.report, origin, around.event_of.get(claim.id, ""), told, "",
    )  # fmt: skip


def _of_a_place(told: PlacedClaim) -> bool:
    """ "The elections in Osland planned for next week": nobody plans Osland."""
    setting = told.claim.trigger.text.casefold() in SET
    return setting and all(m.kind == "place" for _, _, m in told.entities)


def _sides(told: PlacedClaim, around: Context) -> tuple[Side, Side]:
    """Who or what the plan is of: who acts, else what is acted on; and the next of them."""
    cast = Cast(told, around)
    sides: list[Side] = []
    for entity, mention in cast.at(*KEPT):
        side = cast.where(entity, mention)
        loose = not side.keys and (
            is_generic(mention.head) and mention.head.casefold() == mention.anchor.text.casefold()
        )
        if side.name and not loose and not any(side.keys & s.keys for s in sides):
            sides.append(side)
    return (sides[0] if sides else NOBODY), (sides[1] if len(sides) > 1 else NOBODY)


def with_done(plans: Iterable[State], record: Record, around: Context) -> list[State]:
    """The plans, each with what later reports tell of it as done: the same deed of the same, or the same event."""
    by_lemma: dict[str, list[PlacedClaim]] = {}
    for told in record.claims.values():
        known = by_lemma.setdefault(told.claim.lemma, [])
        if told.claim.factuality in REAL and len(known) < NEARBY:
            known.append(told)
    return [_met(p, by_lemma.get(p.thing, ()), around) if p.slot == SLOT else p for p in plans]


def _met(plan: State, told: Sequence[PlacedClaim], around: Context) -> State:
    first = plan.transitions[0]
    keys = plan.subject.keys | plan.object.keys
    events = {t.event for t in plan.transitions} - {""}
    done = []
    for claim in told:
        same = around.event_of.get(claim.claim.id, "-") in events
        cast = Cast(claim, around)
        shared = keys & frozenset().union(*(cast.where(e, m).keys for e, m in cast.at(*KEPT)), frozenset())
        later = (claim.published.latest or first.published.latest) >= first.published.latest  # type: ignore[operator]
        if (same or shared) and later:
            done.append(_done(claim, first, around))
    return replace(plan, realised=(*plan.realised, *done)) if done else plan


def _done(told: PlacedClaim, plan: Transition, around: Context) -> Transition:
    claim = told.claim
    origin = origin_of(claim.report, around.record)
    event = around.event_of.get(claim.id, "")
    return replace(
        plan, kind="begin", value=claim.lemma, words=claim.trigger.text, when=told.when, deadline=None,
        published=told.published, report=claim.report, origin=origin, event=event, told=told,
    )  # fmt: skip
