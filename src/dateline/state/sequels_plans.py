"""What became of a plan, as later reports of a small pile tell it in words of their own: "a jet was the first to touch
down on Sunday", told of an airport that was to open on that Sunday.

In:   the plans of a record, its sentences, the words of lexicon/states_sequels.tsv.
Out:  the same plans, put off to a new day, called off or carried out; the states that began as planned.
Room: state. As in `sequels.py` a sentence means the one plan whose names its report tells and whose words it shares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim
from dateline.state.kinship import LONGEST, Passage, related
from dateline.state.model import State, Transition, in_order
from dateline.state.plans import CALLED_OFF, PUT_BACK
from dateline.state.same import state_id
from dateline.state.scheduled import SLOT
from dateline.state.sequels import NEGATED, Story, cues, in_clause, nearest, story_of, teller
from dateline.state.sequels_pile import HEAD, UNTIL, Pile, day_of, days_ahead, days_in
from dateline.terms import When
from dateline.terms.factuality import REAL

NO_STATE: Final = frozenset({"plan", "deadline", "vote", "talks", "charges", "deal"})  # done once, and nothing stands
CONTRARY: Final = re.compile(r"\b(?:not|never|no longer|denied|refused)\b")
PUTTING_OFF: Final = re.compile(r"put|postponed|deferred|delayed|reschedul|shifted|pushed back|held over")
REFUSED: Final = re.compile(
    r"\b(?:not|never|refus\w+ to|den(?:y|ied|ies|ying)|rejected|whether|consider\w*|threat\w*|vow\w*|calls? (?:for|on)|"
    r"called (?:for|on)|urged?|want\w*|demand\w*|risks?|fear\w*)\b[^,.;:]{0,50}$"
)
NEW_DAY: Final = ("to", "until", "till", "for", "on", "from", "at", "")
DAY_BEHIND: Final = re.compile(
    r" (?:the |a |next |early |late |mid-|this |some ?time )*(?:\d|week|month|year|spring|summer|autumn|fall|"
    r"winter|later|earlier|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
WAIT: Final = re.compile(
    r"\b(?:no (?:new|fresh|other) (?:date|day)|(?:new|fresh) date|later date|for now|indefinitely)\b"
)


def with_fates(plans: Sequence[State], plain: Sequence[State], pile: Pile | None) -> tuple[list[State], list[State]]:
    """The plans with what became of them, and the states with those that began as planned."""
    if pile is None:
        return list(plans), list(plain)
    out, states = list(plans), list(plain)
    for day, report in pile.days:
        for spot in pile.spots[report][:HEAD]:
            out = [_slipped_here(p, spot, pile, day) for p in _slipped_or_off(spot, out, pile, day)]
        out, states = _carried_out(report, out, states, pile, day)
    return out, states


def _open(plans: Sequence[State], report: str, pile: Pile, day: date) -> list[Story]:
    """The stories of plans that earlier reports told and nothing has met."""
    held = [story_of(p, pile, day) for p in plans if not p.realised and p.slot != "deadline"]
    return [s for s in held if s is not None and report not in s.reports]


def _slipped_or_off(spot: Passage, plans: list[State], pile: Pile, day: date) -> list[State]:
    text = spot.text[:LONGEST]
    slips, offs = list(cues()["slip"].finditer(text)), list(cues()["cancel"].finditer(text))
    if not slips and not offs:
        return plans
    story = _nearest_plan(spot, _open(plans, spot.report, pile, day), pile)
    if story is None:
        return plans
    waiting = offs if WAIT.search(text) else []  # "the summit is off for now"
    made = next(filter(None, (_slip(where, story, spot, pile) for where in (*slips, *waiting))), None)
    if made is not None:
        told = in_order((*story.state.transitions, made))
        new = replace(story.state, transitions=told)
    else:
        cancelled = next(filter(None, (_cancelled(where, story, spot, pile) for where in offs)), None)
        if cancelled is None:
            return plans
        new = replace(story.state, realised=(*story.state.realised, cancelled))
    again = [p for p in plans if p is not story.state and _is_same_word(p, new, spot)]
    better = next((p for p in again if p.slot != SLOT and new.slot == SLOT), None)
    if better is not None:  # "the opening was put back": what is to come is a state, told as one now
        told = in_order(dict.fromkeys((*better.transitions, *new.transitions)))
        new = replace(better, transitions=told, realised=new.realised)
    return [new if p is story.state else p for p in plans if p not in again]


def _slipped_here(plan: State, spot: Passage, pile: Pile, day: date) -> State:
    """The plan with its new day, where its telling by this sentence gives the old one: "planned for Sunday, it was put
    off to Monday"."""
    at = [
        t for t in plan.transitions if t.report == spot.report and spot.start <= t.told.claim.trigger.start < spot.end
    ]
    if not at or len(at) == len(plan.transitions) or at[-1] is not plan.transitions[-1]:
        return plan
    story = story_of(plan, pile, day)
    cues_of = cues()["slip"].finditer(spot.text[:LONGEST]) if story is not None else ()
    found = (_slip(where, story, spot, pile) for where in cues_of if story is not None)
    made = next((m for m in found if m is not None and m.deadline is not None), None)
    return replace(plan, transitions=(*plan.transitions, made)) if made is not None else plan


def _is_same_word(plan: State, new: State, spot: Passage) -> bool:
    """Whether the plan is only what this sentence tells of the other's new day."""
    spots = [t.told.claim.trigger.start for t in plan.transitions if t.report == spot.report]
    here = len(spots) == len(plan.transitions) and all(spot.start <= at < spot.end for at in spots)
    return here and (_day(plan) in ("", _day(new)))


def _nearest_plan(spot: Passage, stories: Sequence[Story], pile: Pile) -> Story | None:
    """The one that it can only mean; of several tellings of one plan in one report, the first."""
    found = nearest(spot, stories, pile)
    if found is not None or not stories:
        return found
    first = stories[0]
    one = all(s.reports == first.reports and s.state.slot == first.state.slot for s in stories)
    return nearest(spot, [first], pile) if one and len({_day(s.state) for s in stories}) == 1 else None


def _day(plan: State) -> str:
    days = [t.deadline.edtf or "" for t in plan.transitions if t.deadline is not None]
    return days[-1] if days else ""


def _slip(where: re.Match[str], story: Story, spot: Passage, pile: Pile) -> Transition | None:
    """The plan with its new day; without one where none is given. None where the words tell of no putting off."""
    told = teller(spot, where, pile, ahead=True)
    if told is None or not in_clause(spot, where, story, pile) or NEGATED.search(spot.text[: where.start()][-60:]):
        return None
    if where.group().endswith(" to") and not DAY_BEHIND.match(spot.text, where.end()):
        return None  # "moved the session to the town hall"
    new = _new_day(spot, story, pile)
    put_off = PUTTING_OFF.match(where.group()) is not None
    if new is None and not (put_off or WAIT.search(spot.text[:LONGEST])):
        return None
    return _telling(story.state, "plan", told, spot, where.group(), pile, new, PUT_BACK if new is None else "")


def _new_day(spot: Passage, story: Story, pile: Pile) -> When | None:
    """The day to which it is put off: of the sentence, else of the next."""
    spots = pile.spots[spot.report]
    at = spots.index(spot)
    old = {t.deadline.latest for t in story.state.transitions if t.deadline is not None}
    for here in spots[at : at + 2]:
        if WAIT.search(here.text[:LONGEST]):
            return None  # "a fresh date would be sought in the autumn"
        ahead = days_ahead(here, pile, UNTIL | {"at", "on"})
        fresh = [(word, w) for word, w in ahead if w.latest not in old and (w.width or 99) <= 31]
        for word in (*NEW_DAY, "before", "by"):
            found = [w for own, w in fresh if own == word]
            if found:
                return found[0]
    return None


def _cancelled(where: re.Match[str], story: Story, spot: Passage, pile: Pile) -> Transition | None:
    """That it will not be; None where the words do not say so of the plan."""
    told, text = teller(spot, where, pile, ahead=True), spot.text[: where.start()]
    if told is None or not in_clause(spot, where, story, pile):
        return None
    if NEGATED.search(text[-60:]) or REFUSED.search(text):
        return None
    made = _telling(story.state, "end", told, spot, where.group(), pile, None, CALLED_OFF)
    return replace(made, when=day_of(spot, told, pile))


def _telling(
    plan: State, kind: str, told: PlacedClaim, spot: Passage, words: str, pile: Pile, day: When | None, value: str
) -> Transition:
    """The plan as this sentence tells of it."""
    base = plan.transitions[0]
    return replace(
        base, kind=kind, words=words, value=value or base.value, when=told.published, deadline=day,  # type: ignore[arg-type]
        term=None, published=told.published, report=spot.report, origin=origin_of(spot.report, pile.around.record),
        event=pile.around.event_of.get(told.claim.id, ""), told=told,
    )  # fmt: skip


def _carried_out(
    report: str, plans: list[State], states: list[State], pile: Pile, day: date
) -> tuple[list[State], list[State]]:
    """The plans whose very day a later report tells of, with their names and words: they were carried out."""
    for story in _open(plans, report, pile, day):
        plan = story.state
        due = _due(plan, pile)
        met = next((t for t in _on_day(report, due, pile) if _is_of(t, story, report, pile)), None) if due else None
        if met is None or due is None or due.latest is None or due.latest > day:
            continue
        spot = next(p for p in pile.spots[report] if p.start <= met.claim.trigger.start < p.end)
        words = met.claim.trigger.text
        made = replace(
            _telling(plan, plan.transitions[0].of, met, spot, words, pile, None, "begun as planned"), when=due
        )
        made = replace(made, term=_term(plan, pile))
        plans = [replace(p, realised=(*p.realised, made)) if p is plan else p for p in plans]
        own = plan.transitions[0].of == "begin" and plan.slot not in NO_STATE and plan.about == plan.id
        if own:
            states = [*states, _begun(plan, made)]
    return plans, states


def _due(plan: State, pile: Pile) -> When | None:
    """The day for which it is planned: its last day, else the day of its sentence from which it is to stand."""
    days = [t.deadline for t in plan.transitions if t.deadline is not None]
    if days and (days[-1].exact or "/" not in (days[-1].edtf or "")):
        return days[-1] if days[-1].exact else None
    first = plan.transitions[0]
    spot = next((p for p in pile.spots[first.report] if p.start <= first.told.claim.trigger.start < p.end), None)
    starts = [w for word, w in days_ahead(spot, pile) if word in ("from", "on", "at") and w.exact] if spot else []
    return starts[0] if len(starts) == 1 else None


def _on_day(report: str, due: When, pile: Pile) -> list[PlacedClaim]:
    """What the report tells as done on that day."""
    real = (t for t in pile.claims.get(report, ()) if t.claim.factuality in REAL)
    return [t for t in real if t.when.exact and t.when.latest == due.latest]


def _is_of(told: PlacedClaim, story: Story, report: str, pile: Pile) -> bool:
    spot = next((p for p in pile.spots[report] if p.start <= told.claim.trigger.start < p.end), None)
    if spot is None or spot not in pile.spots[report][:HEAD] or CONTRARY.search(spot.text[:LONGEST]):
        return False
    shared = related(story.words - pile.common, story.state.slot, spot.words - pile.common)
    return bool(story.names & spot.names - pile.common) and shared >= 1


def _term(plan: State, pile: Pile) -> When | None:
    """The last day that was planned too: "from 1 April to 30 September"."""
    first = plan.transitions[0]
    due = _due(plan, pile)
    spot = next((p for p in pile.spots[first.report] if p.start <= first.told.claim.trigger.start < p.end), None)
    ends = [w for word, w in days_in(spot, pile) if word in ("to", "until", "till", "through")] if spot else []
    return (
        ends[0]
        if ends and due and due.latest and ends[0].exact and (ends[0].latest or due.latest) > due.latest
        else None
    )


def _begun(plan: State, made: Transition) -> State:
    name = state_id("s", plan.slot, plan.subject.keys, plan.object.keys, plan.thing, "begun")
    begun = replace(made, kind="begin", of="begin")
    return replace(plan, id=name, planned=False, about=name, transitions=(begun,), realised=())
