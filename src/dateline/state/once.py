"""Which of several tellings in one report counts: the body's over the headline's, the deed's over the announcement's.

In:   transitions of a record.
Out:  those that count; a state that another sentence of the report tells better is not told twice.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.lexicon.states import families
from dateline.state.kinds import STANDS_IN
from dateline.state.model import Side, Transition
from dateline.terms import Anchor

NEARBY: Final = 200  # transitions of one report that a telling is compared with
RULES: Final = {"duty-forbidden": "sanctions", "duty-freed": "visa"}  # of conduct: see `claim/event/duties.py`
LAPSED: Final = frozenset({"lapse", "expire", "run out"})
EVACUATED: Final = "evacuation"
ALERT: Final = "alert"
TRUCE: Final = "ceasefire"
ANNOUNCED: Final = frozenset({"presence", TRUCE})  # kinds of which others than those whose they are may announce
AGREED: Final = frozenset({"agree"})


def without_fallbacks(found: Sequence[Transition]) -> list[Transition]:
    """ "Captured Arlen on Tuesday after the army left its barracks there": who left it before has not ended that."""
    taken = {(t.report, k) for t in found if t.slot == "control" and t.kind == "begin" and t.when.exact
             for k in t.object.keys}  # fmt: skip

    def before(one: Transition) -> bool:
        lost = one.slot == "control" and one.kind == "end" and one.when.earliest is None
        return lost and any((one.report, k) in taken for k in one.object.keys)

    return [t for t in found if not before(t)] if taken else list(found)


def told_once(every: Sequence[Transition]) -> list[Transition]:
    """Without conditions whose sentence tells of another state, and rules whose sentence tells them as a ban ("may no
    longer buy farmland from Monday") or of a visa that nobody needs any more."""
    known = {t.told.claim.anchor for t in every if t.slot != "condition"}
    told = {(t.told.claim.anchor, t.slot) for t in every if t.slot in RULES.values()}
    over = {t.told.claim.anchor for t in every if t.slot == EVACUATED and t.kind == "end" and not t.partial}
    lapsed = {t.told.claim.anchor for t in every if t.kind == "end" and t.told.claim.lemma in LAPSED}
    ended: dict[str, list[tuple[int, int]]] = {}  # by report: the words for what is ended
    for one in (t for t in every if t.kind == "end" and not t.partial):
        objects = [m.anchor for r, _, m in one.told.entities if r in ("object", "recipient")]
        ended.setdefault(one.report, []).extend((a.start, a.end) for a in objects)

    truces = {(t.told.claim.anchor, t.kind) for t in every if t.slot == TRUCE and t.subject.keys | t.object.keys}

    def again(one: Transition) -> bool:
        if one.slot == TRUCE and not one.subject.keys | one.object.keys:
            return (one.told.claim.anchor, one.kind) in truces  # "agreed to a truce, starting on Monday": one truce
        spot, rule = one.told.claim.anchor, RULES.get(one.told.claim.lemma)
        at = one.told.claim.trigger.start
        dated = one.told.claim.time is not None  # "called off a strike that began on Monday"
        if one.kind == "begin" and not dated and any(a <= at < b for a, b in ended.get(one.report, ())):
            return True  # "lifted their blockade of the highway" begins none
        if one.told.claim.lemma == "let" and spot in lapsed:
            return True  # "let the licence expire": told by "expire"
        if one.slot == EVACUATED and one.kind == "begin" and one.when.earliest is None and spot in over:
            return True  # "villagers evacuated from around the volcano may return": told of before
        return spot in known if one.slot == "condition" else rule is not None and (spot, rule) in told

    return [t for t in every if not again(t)]


def of_alerts(found: Sequence[Transition]) -> list[Transition]:
    """ "The alert was lifted": where troops are told to be on alert, it is theirs; nobody was to leave his house."""
    told = any(t.slot == ALERT and t.kind in ("begin", "hold") for t in found)

    def theirs(one: Transition) -> bool:
        return one.slot == EVACUATED and one.thing == ALERT and not one.subject.keys | one.object.keys

    return [replace(t, slot=ALERT) if told and theirs(t) else t for t in found]


def announced_ahead(one: Transition, ahead: set[tuple[Anchor, str]], done: set[tuple[Anchor, str]]) -> bool:
    """ "Announced that they would blockade the port": announcing it begins nothing; nor does "Osland extended the
    curfew, the premier announced", where what was done tells of it."""
    herald = one.told.claim.lemma in families()["herald"] and one.told.claim.lemma != "agree"
    if not herald or one.kind not in ("begin", "end"):
        return False
    bare = not any(p.role == "object" for p in one.told.claim.participants)
    return (one.told.claim.anchor, one.slot) in (ahead | done if bare else ahead)


def only_announced(one: Transition, beside_it: Sequence[Transition]) -> bool:
    """ "Announced that the withdrawal from the camp is complete", "that the two had agreed to a truce": what is
    announced tells it better than who did so."""
    claim = one.told.claim
    if claim.lemma not in families()["herald"] or claim.lemma == "agree":
        return False
    return any(
        t.kind == one.kind
        and t.slot == one.slot
        and (t.told.claim.lemma in AGREED or t.told.claim.lemma not in families()["herald"])
        and claim.anchor.start <= t.told.claim.trigger.start < claim.anchor.end
        and t.subject.keys | t.object.keys
        for t in beside_it[:NEARBY]
    )


def laid_down(one: Transition, laid: set[tuple[Anchor, str]]) -> bool:
    """Whether the same clause tells that what is demanded was laid down: a court that orders a seizure seizes; who
    "agreed to buy" has agreed."""
    cue = one.told.claim.factuality_cue
    agreed = cue is not None and cue.text.casefold() in ("agreed", "agrees", "agree")
    told = one.told.claim.factuality == "demanded" or (agreed and one.slot == "deal")
    longer = one.of == "extend" and one.told.claim.lemma == "extend"  # "approved an extension": what it approved
    return one.kind == "plan" and (told or longer) and (one.told.claim.anchor, one.slot) in laid


def voted_away(one: Transition, found: Sequence[Transition]) -> bool:
    """ "Seven of nine judges voted to annul the law", told beside the law that was struck down: nothing is to come."""
    pointing = re.search(rf"\bthe {re.escape(one.thing)}\b", one.told.claim.anchor.text) if one.thing else None
    if one.kind != "plan" or one.slot != "law" or one.deadline is not None or pointing is None:
        return False
    return any(t.report == one.report and t.slot == one.slot and t.kind == one.of for t in found)


def outdone(
    one: Transition, body: set[tuple[str, str, str]], plans: Mapping[tuple[str, str, str], Sequence[Transition]]
) -> bool:
    """Whether the same report says it better: its body against its headline, a plan against "X withdraws troops"."""
    mark, claim = (one.report, one.slot, one.of), one.told.claim
    present = claim.tense == "present" and claim.time is None and one.kind in ("begin", "end")
    planned = present and one.value != STANDS_IN and any(_of_one(one.object, p.object) for p in plans.get(mark, ()))
    return (claim.context != "body" and mark in body) or planned


def _of_one(a: Side, b: Side) -> bool:
    return not a.keys or not b.keys or bool(a.keys & b.keys)
