"""What is told of a part, or in few words, beside the whole it belongs to.

In:   transitions; states and plans as they were joined.
Out:  the same: four of fourteen hostages let go are a partial end of the fourteen's captivity; nine miners trapped and
      then rescued are trapped no more; a bare "the deadline expired" is the end of the one deadline due then.
Room: state. Where two wholes or two deadlines can be meant, all stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.lexicon.states import families
from dateline.state.bodies import NUMBER, people
from dateline.state.found import words_behind
from dateline.state.kinds import CALLING_OFF, TO_COME
from dateline.state.model import State, Transition
from dateline.state.partly import for_whom
from dateline.state.same import may_be_one
from dateline.state.sides import words_side
from dateline.terms import When

BODIES: Final = ("trapped", "missing", "detention")  # of whom counted people are told, in the order they are meant
SAVING: Final = frozenset({"rescue", "save", "find", "locate", "bring", "pull", "free", "reach", "evacuate", "recover"})
SEEN: Final = frozenset({"find", "locate", "reach"})
SOON: Final = 31  # days after a deadline within which its passing is told
LONGEST: Final = 1000  # characters of a clause that are looked at
OF_SO_MANY: Final = re.compile(rf"\b{NUMBER} of (?:the|its|their|those|his|her) ({NUMBER} ([a-z]+))\b", re.I)
SEARCH: Final = "search"
REST: Final = frozenset({"remaining", "last", "other", "others", "final", "rest"})


def with_parts(found: Sequence[Transition]) -> tuple[Transition, ...]:
    """The transitions, with those that free some of a counted body told of the whole body.

    "Gunmen took 14 nurses hostage"; "four nurses were freed": of the 14; "the remaining ten were freed": all are free.
    "Nine miners were trapped"; "the nine were rescued": whoever is saved is saved from what was told. A crossing that
    was closed to lorries and is open to lorries again is open.
    """
    found = [replace(t, partial=False) if _was_for_them(t, found) else t for t in found]
    taken = [t for t in found if t.slot in BODIES and t.kind in ("begin", "hold") and t.object.keys]
    return tuple(part for t in found for part in _parts(t, taken))


def _was_for_them(one: Transition, found: Sequence[Transition]) -> bool:
    """ "Reopened the crossing to lorries", which it was closed to: nobody else was kept out."""
    who = for_whom(one.told) if one.slot == "border" and one.kind == "end" and one.partial else ""
    shut = (t for t in found if who and t.slot == one.slot and t.kind == "begin" and for_whom(t.told) == who)
    return any(may_be_one(t.object.keys, one.object.keys) for t in shut)


def _parts(one: Transition, taken: Sequence[Transition]) -> Iterator[Transition]:
    """The transition, an ending told of its whole body; a search that is over since they were found ends that they are
    missing, too."""
    ended = one.kind == "end" and one.slot in (*BODIES, SEARCH, "charges")
    whole = _of_whole(one, taken) if ended else one
    if one.slot == SEARCH and whole is not one:
        yield one
    yield whole


def _of_whole(one: Transition, taken: Sequence[Transition]) -> Transition:
    """The ending told of the only body it can be a part of; itself where there is none."""
    if any(t.slot == one.slot and t.object.keys == one.object.keys for t in taken):
        return one
    if one.slot == "detention" and one.value == "freed" and not one.object.keys:
        return _those(one, taken)
    verb = one.told.claim.lemma.split(" ")[0]
    saved = verb in SAVING and "guilty" not in one.told.claim.lemma
    taken = [t for t in taken if t.slot != "trapped"] if verb in SEEN else taken  # found, they are not out yet
    if one.slot == SEARCH and not (saved and one.object.keys):
        return one
    same = next((t for t in taken if saved and t.object.keys == one.object.keys), None)
    if same is not None:
        return _told_of(same, one)
    for slot in (one.slot, *(s for s in BODIES if saved and s != one.slot)):
        wholes = {t.object.keys: t for t in reversed(taken) if t.slot == slot and _can_hold(t, one)}
        if len(wholes) == 1:
            return _told_of(next(iter(wholes.values())), one)
    return _by_itself(one) if one.slot in (*BODIES, "charges") and _count(one) else one


def _those(one: Transition, taken: Sequence[Transition]) -> Transition:
    """ "Freed all of them": the one body of the report that was told as held."""
    held = {t.object.keys: t for t in taken if t.report == one.report and t.slot == one.slot}
    return _told_of(next(iter(held.values())), one) if len(held) == 1 else one


def _by_itself(one: Transition) -> Transition:
    """ "Freed 12 of the 19 sailors" is told of the 19, "four of the hostages" of the four, of whom nothing else is
    told."""
    told = OF_SO_MANY.search(one.told.claim.anchor.text[:LONGEST]) if one.slot != "charges" else None
    if told is None or not one.partial:
        return replace(one, partial=False)
    whole = people(words_side(told.group(1), told.group(2)))
    return replace(one, subject=whole, object=whole)


def _told_of(whole: Transition, one: Transition) -> Transition:
    """The ending as one of the whole body: of all of it where as many are told, or the last of it."""
    every = _count(one) in (0, _count(whole)) and not one.partial
    partial = not (_of_rest(one) or every)
    return replace(one, slot=whole.slot, subject=whole.subject, object=whole.object, partial=partial)


def _of_rest(one: Transition) -> bool:
    """ "The remaining miners", "the last of them"."""
    return bool(REST & {*_words(one), *one.object.name.casefold().split()})


def _can_hold(whole: Transition, one: Transition) -> bool:
    """Whether they can be of that body: people of the same kind, no more of them, and taken before they were freed; in
    a body of another kind of state also all of it, and told without a number."""
    kind, other, count = _kind(whole), _kind(one), _count(one)
    alike = other <= kind or (other <= frozenset(families()["hostage"]) and one.slot == whole.slot)
    taken, freed = whole.when.earliest, one.when.latest
    fewer = _count(whole) > count > 0 if one.slot == whole.slot and not _of_rest(one) else _count(whole) >= count
    return bool(other) and alike and fewer and (taken is None or freed is None or taken <= freed)


def _words(one: Transition, side: str = "object") -> frozenset[str]:
    keys = one.object.keys if side == "object" else one.subject.keys
    return frozenset(w for key in keys if key.startswith("words:") for w in key[6:].split())


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
        fit = [n for n, p in enumerate(plans) if _bare_end(state, p) and _due_then(p, state)]
        if len(fit) == 1:
            plan = plans[fit[0]]
            plans[fit[0]] = replace(plan, realised=(*plan.realised, *state.transitions))
        else:
            kept.append(state)
    return kept, plans


def with_called_off(plain: Sequence[State], planned: Sequence[State]) -> tuple[list[State], list[State]]:
    """States and plans, without the end of what was only to begin: "called off the strike" that was set for Monday."""
    kept, plans = [], list(planned)
    for state in plain:
        fit = [n for n, p in enumerate(plans) if _was_to_begin(p, state)] if _called_off(state) else []
        if not fit:
            kept.append(state)
        for n in fit:
            told = () if plans[n].realised else state.transitions
            plans[n] = replace(plans[n], realised=(*plans[n].realised, *told))
    return kept, plans


def _called_off(state: State) -> bool:
    """Whether all that is told is that it was called off."""
    return state.slot in TO_COME and all(
        t.kind == "end" and (t.told.claim.lemma in CALLING_OFF or words_behind(t.told).startswith(" off"))
        for t in state.transitions
    )


def _was_to_begin(plan: State, state: State) -> bool:
    """Whether the plan, told before, is that it is to begin, by the same."""
    first, ended = plan.transitions[0], state.transitions[0]
    sooner = first.published.sort_key() < ended.published.sort_key()
    shared = first.subject.keys & ended.subject.keys or first.object.keys & ended.object.keys
    same = may_be_one(first.subject.keys, ended.subject.keys) and may_be_one(first.object.keys, ended.object.keys)
    return plan.slot == state.slot and first.of == "begin" and sooner and bool(shared) and same


def _bare_end(state: State, plan: State) -> bool:
    """Whether all that is told is that a deadline is over, of nobody in particular, of who set it ("the rebels'
    deadline") or of who was to meet it ("Osland let the deadline pass")."""
    giver, shown = frozenset().union(*(_words(t, "subject") for t in plan.transitions)), families()["deadline"]
    given = frozenset().union(*(t.object.keys for t in plan.transitions))
    return state.slot == "deadline" and all(
        t.kind == "end"
        and not (t.object.keys - given or any(not k.startswith("words:") for k in t.subject.keys))
        and _words(t, "subject").difference(shown) <= giver
        for t in state.transitions
    )


def _of_then(due: When, over: When) -> bool:
    """Whether a word that it is over can be told of what was due then: on that day, or by a later report's."""
    late = over.latest is not None and due.latest is not None and (over.latest - due.latest).days > SOON
    return due.overlaps(over) and (over.exact or over.earliest is None) and not late


def _due_then(plan: State, state: State) -> bool:
    """Whether the plan is a deadline whose last day is that on which it is told to be over."""
    days = [t.deadline for t in plan.transitions if t.deadline is not None]
    ends = [t.when for t in state.transitions]
    return plan.slot == "deadline" and all(any(d.exact and _of_then(d, e) for d in days) for e in ends)
