"""Who holds a place after it changed hands: of what is told of one place a state for each who held it.

In:   the states of a record, as they were joined.
Out:  the same, where a place was taken by one and later by another a state for the time of each; the first ends when
      the other takes it.
Room: state. Two names of one holder ("the rebels", "fighters of the Coral Front") make no change of hands: it changes
      where it is told as taken back, where rebels hold it and then an army, or where two different names do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.claim.lexis import word_list
from dateline.lexicon.states import families
from dateline.state.handed import LOSING
from dateline.state.model import State, Transition, in_order
from dateline.state.same import state_id
from dateline.state.sides import NOBODY
from dateline.terms import When

SLOT: Final = "control"
VALUE: Final = "taken by another"
BACK: Final = word_list("retake recapture regain reclaim reoccupy") | {"re-take", "win back", "take back", "re-capture"}
TAKING: Final = frozenset({"begin", "replace"})
ARMY: Final = re.compile(r"\b(?:army|government|police|loyalists?|regime|federal|coalition|national guard)\b", re.I)
FORCE: Final = word_list(
    "army armies brigade fighter force group gunman gunmen man men militant militia soldier troop unit"
)
NAME: Final = re.compile(r"[A-Z][\w'’-]+")


def with_takeovers(found: Sequence[State]) -> list[State]:
    """The states, each place that changed hands told once for each who held it."""
    left = [t for s in found if s.slot == "presence" for t in s.transitions if t.kind == "end" and t.object.keys]
    return [part for s in found for one in ((_abandoned(s, left),) if s.slot == SLOT else (s,)) for part in _all(one)]


def _all(state: State) -> list[State]:
    """The state, or one for each who held its place."""
    return _held(state) if state.slot == SLOT else [state]


def _abandoned(state: State, left: Sequence[Transition]) -> State:
    """The hold on a place, with the end that is told as its holders' withdrawal: "the rebels pulled out of Amat"."""
    own = frozenset().union(*(t.object.keys for t in state.transitions))
    held = [t.what for t in state.transitions if t.what]
    gone = [t for t in left if t.object.keys & own and any(_is_one(what, t.subject.name) for what in held)]
    ends = (replace(t, slot=SLOT, value="lost or given up", subject=NOBODY, what="", partial=False) for t in gone)
    return replace(state, transitions=in_order([*state.transitions, *ends])) if gone else state


def _held(state: State) -> list[State]:
    """The state, or one for each who held its place; what no day bounds is told of who it names, and passes nothing."""
    dated = tuple(t for t in state.transitions if t.when.latest or t.published.latest)
    parts = list(_parts(replace(state, transitions=dated))) if dated else [state]
    if len(parts) == 1:
        return [state]
    for one in (t for t in state.transitions if t not in dated):
        own = [n for n, part in enumerate(parts) if any(t.what and _is_one(t.what, one.what) for t in part.transitions)]
        if own:
            last = parts[own[-1]]
            parts[own[-1]] = replace(last, transitions=in_order([*last.transitions, one]))
    return parts


def _parts(state: State) -> Iterator[State]:
    """The state in the stretches between which its place was taken by another."""
    told = sorted(state.transitions, key=_in_time)
    cut = next((n for n in range(1, len(told)) if _changed(told[:n], told[n])), None)
    if cut is None:
        yield state
        return
    taken = told[cut]
    when = When.between(None, taken.published.latest) if taken.kind == "hold" else taken.when
    lost = replace(taken, kind="end", of="end", value=VALUE, when=when, subject=told[0].subject, what="", partial=False)
    late = [t for t in told[cut + 1 :] if t.kind == "end" and _of_whom(t, told[:cut])]
    after = [t for t in told[cut:] if t not in late]
    yield replace(state, transitions=in_order([*told[:cut], *late, lost]))
    name = state_id("s", SLOT, frozenset({taken.told.claim.id}), state.object.keys, state.thing, "")
    new = replace(state, id=name, about=name, subject=taken.subject, transitions=in_order(after))
    yield from _parts(new)


def _changed(before: Sequence[Transition], taken: Transition) -> bool:
    """Whether the place passes to another with this telling."""
    held = [t for t in before if t.kind in (*TAKING, "hold") and t.what]
    if taken.partial or not held:
        return False
    last, later = held[-1], taken.when.latest
    if taken.kind == "hold":  # "the town, which the army took on Monday, is under rebel control"
        own = not taken.told.claim.voice and last.report != taken.report
        return own and bool(taken.what) and _is_other(last.what, taken.what)
    if taken.kind not in TAKING or (_in_one_sentence(last, taken) and not _held_since(last)):
        return False
    day = _first_day(last)
    earlier = day is None or later is None or day < later
    if taken.told.claim.lemma in BACK | LOSING:
        return earlier and not _is_one(last.what, taken.what)
    return earlier and bool(taken.what) and _is_other(last.what, taken.what)


def _in_one_sentence(last: Transition, taken: Transition) -> bool:
    """Whether one sentence tells both, and not each with its day: "retook it on Friday, four days after it fell"."""
    one = last.report == taken.report and last.told.claim.anchor == taken.told.claim.anchor
    return one and not (last.when.exact and taken.when.exact and last.when != taken.when)


def _held_since(one: Transition) -> bool:
    """ "Held by rebels since May": who held it until what is told beside it."""
    return one.kind == "begin" and one.of == "hold" and one.when.earliest is not None


def _first_day(one: Transition) -> date | None:
    """The day on which it was taken; of "since May" the first of May."""
    return one.when.earliest if _held_since(one) else one.when.latest


def _is_other(a: str, b: str) -> bool:
    """Whether two holders cannot be one: rebels and an army, or two names."""
    sides = {bool(ARMY.search(a)), bool(ARMY.search(b))}
    rebels = _rebels(a) != _rebels(b)
    return not _is_one(a, b) and ((rebels and len(sides) > 1) or bool(NAME.search(a) and NAME.search(b)))


def _is_one(a: str, b: str) -> bool:
    """Whether both share a word of more than the kind of force: "by Coral militia", "by militia of the Coral Front".

    "Rebel forces" and "government forces" share the kind alone; where one is told by its kind only, that must do.
    """
    own, other = (_words(x) - {w for w in _words(x) if w.removesuffix("s") in FORCE} for x in (a, b))
    return bool(own & other if own and other else _words(a) & _words(b))


def _words(what: str) -> set[str]:
    return {w for w in re.findall(r"\w+", what.casefold()) if len(w) > 2 and w not in ("the", "and")}


def _rebels(what: str) -> bool:
    """Whether they are called rebels, a militia or the like."""
    words = {w.removesuffix("s") for w in re.findall(r"\w+", what.casefold())}
    return bool(words & {w.removesuffix("s") for w in families()["armed"]})


def _of_whom(one: Transition, before: Sequence[Transition]) -> bool:
    """Whether a loss told later is that of who held it first: "the rebels abandoned the town"."""
    names = {k for t in before for k in t.subject.keys}
    return bool(names & one.subject.keys)


def _in_time(one: Transition) -> tuple[str, str, str, int, str]:
    day = _first_day(one) or one.published.latest
    return (day.isoformat() if day else "", *one.published.sort_key(), one.told.claim.trigger.start, one.told.claim.id)
