"""What is asked of a state where long reports tell of much beside their news, and how its line reads there.

In:   a state of such a pile.
Out:  whether it is read rightly and says itself whose it is; the clause that tells it, in the report's own words.
Room: state. In a pile of one story a state is known by its kind and its sides: "Closure of Ghana border". Among many
      stories those are as often put together from the words of other phrases: "Patrol in Marine patrols", of "Marine
      patrols were stepped up". There the clause itself stands on the line, and a state is put together from several
      reports only where one name or one event joins them.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from dateline.state.died import VALUE as DIED
from dateline.state.model import STANDS, State, Transition
from dateline.state.signs import plainest

OFTEN: Final = 3  # reports that tell of an office: who held one in passing is no news of theirs
MEANT: Final = frozenset({"planned", "demanded"})  # "pledged aid last week" has been done
MOST: Final = 0.75  # of the tellings have the name that joins them: one of many may say "the president"


def of_long_reports(state: State) -> bool:
    """Whether it is read rightly where long reports tell of many things beside their news."""
    if not teller(state).told.claim.sound:
        return False  # what is no line of the timeline: "the town they captured", "no matter who is in charge of it"
    return _worth_planning(state) if state.planned else _stands_by_itself(state)


def _worth_planning(state: State) -> bool:
    if state.slot == "deadline" and len({t.report for t in state.transitions}) == 1:
        return False  # "urged them to decide at the vote in May": a day of the sentence, and seldom that of the demand
    if state.realised:
        return False  # what met it has a line of its own; by the same verb of another story it was not met
    claim = teller(state).told.claim
    return claim.factuality in MEANT and claim.tense != "past"  # "was due to speak next week", and died


def _stands_by_itself(state: State) -> bool:
    reports = {t.report for t in state.transitions}
    if {t.kind for t in state.transitions} == {"end"}:
        return False  # "the firm is closing up shop": that it ends is news of a day; nobody told that it stood
    if state.slot == "office" and (_takes_something(state) or (len(reports) < OFTEN and not _news(state))):
        return False  # "Ana Ruiz, who has been in office for ten years, said": background of another story
    if state.slot == "designation":
        return False  # "called a press conference": verbs of every day, and what they call it seldom stands beside them
    if state.slot == "membership" and not _is_named(state):
        return False  # "a member of a prominent family", "accepted the plan"
    return _one_telling(state) or _one_name(state)


def _news(state: State) -> bool:
    """Whether it is told to have begun or ended on a day of its own."""
    return any(t.kind != "hold" and t.told.claim.time is not None and t.when.exact for t in state.transitions)


def _takes_something(state: State) -> bool:
    """ "The engineers have taken charge of the pumps", "took on a larger role": no post is told."""
    return state.thing in ("", "office", "power") and state.transitions[0].kind == "begin"


def _is_named(state: State) -> bool:
    body = state.object
    named = body.entity is not None or any(not key.startswith("words:") for key in body.keys)
    return named or any(word[:1].isupper() for word in body.name.split()[1:])


def _one_telling(state: State) -> bool:
    """Whether one report, or one event of several, tells one thing of it: that it begins, or rests, or is over."""
    told = state.transitions
    events = {t.event or t.told.claim.id for t in told}
    one = len({t.report for t in told}) == 1 or len(events) == 1
    return one and len({t.kind in STANDS for t in told}) == 1 and len({t.kind for t in told} - STANDS) < 2


def _one_name(state: State) -> bool:
    """Whether one name stands in what is told of it, and no death is taken for its end: another may have died."""
    told = state.transitions
    names = Counter(k for t in told for k in {*t.subject.keys, *t.object.keys} if k.startswith("name:"))
    return any(n >= MOST * len(told) for n in names.values()) and all(t.value != DIED for t in told)


def teller(state: State) -> Transition:
    """What tells most plainly of it, of the report that told it first: no later one is known wherever it stands."""
    first = state.transitions[0].report
    return plainest(t for t in state.transitions if t.report == first)


def names_nobody(state: State) -> bool:
    """Whether the clause that tells it has no name: "security forces cordoned off the area"."""
    told = teller(state).told
    behind = told.claim.title.split()[1:]
    return not any(w[:1].isupper() for w in behind) and not any(p.mention.named for p in told.claim.participants)


def own_line(state: State) -> str:
    """The clause that tells it; "" where several that tell different things were joined, which no clause tells."""
    return "" if state.planned or not _one_telling(state) else teller(state).told.claim.title
