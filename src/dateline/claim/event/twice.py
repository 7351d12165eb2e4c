"""What two events of one sentence tell alike is told once: "agreed on Tuesday to release them".

In:   the drafts of a sentence, and each as told.
Out:  the same, with no line for what another line of the sentence tells.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.claim.certainty.lasting import STILL
from dateline.claim.certainty.mood import AWAITED, TELLING
from dateline.claim.event.drafts import Draft
from dateline.claim.event.scene import Page, Scene
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree

if TYPE_CHECKING:
    from dateline.claim.event.told import Told

BINDING: Final = word_list("agree vow pledge promise decide offer undertake resolve vote")
TRYING: Final = word_list("scramble rush race struggle hurry hasten")
FORCING: Final = frozenset({"force", "compel", "oblige", "coerce"})
REFUSING: Final = frozenset({"refuse", "decline"})
YEAR: Final = re.compile(r"\d{3,4}")  # the value of "in 1988"
ANNOUNCING: Final = frozenset({"announce", "confirm", "disclose", "reveal"})
DENYING: Final = frozenset({"dismiss", "reject", "refute", "rebut"})


def once(scene: Scene, drafts: Sequence[Draft], at: dict[int, Draft], told: Sequence[Told]) -> tuple[Told, ...]:
    """The drafts as told, each thing once."""
    written = {id(d): x for d, x in zip(drafts, told, strict=True)}
    denied = {
        d.commitment.cue[0]
        for d in drafts
        if d.commitment.factuality == "denied"
        and d.commitment.cue is not None
        and written[id(d)].claim.sound
        and written[id(d)].worth
    }
    for d in drafts:
        x = written[id(d)]
        if (inner := _only_tried(scene.page, d, at)) is not None and x.worth and x.claim.sound:
            written[id(inner)] = _unshown(written[id(inner)])
        if d.commitment.factuality == "demanded" and _asked_later(scene.tree, d, at):
            written[id(d)] = _unshown(x)  # "pledged to ask parliament to pass it": nobody has asked yet
        if d.event.lemma in DENYING and d.span[0] in denied:
            written[id(d)] = _unshown(x)  # "dismissed reports that it had sunk": denied that it had
    return tuple(_told_by_itself(scene, d, at, written) for d in drafts)


def _asked_later(t: Tree, d: Draft, at: dict[int, Draft]) -> bool:
    """Whether the verb that asks for it is itself only planned, and told as that."""
    up = t.up(d.event.carrier)
    below = t.rel(d.event.carrier) in {"xcomp", "advcl"} and up is not None and t.rel(up) != "advcl"
    asking = at.get(up) if up is not None and below else None  # not "marched to demand that he be freed": they do ask
    return asking is not None and asking.commitment.factuality in {"planned", "conditional"}


def _unshown(x: Told) -> Told:
    return replace(x, claim=replace(x.claim, sound=False))


def _only_tried(page: Page, d: Draft, at: dict[int, Draft]) -> Draft | None:
    """What a line tells already in its infinitive, and no plan: "scrambled to contain the outbreak"; "In 1988, the
    assembly voted to compensate them" leaves nothing to come; "agreed on Tuesday to release them" is one line, and so
    is "refused to leave"."""
    inner = at.get(d.event.frame.inf) if d.event.frame.inf is not None and not d.event.noun else None
    if inner is not None and d.event.lemma in FORCING and inner.commitment.factuality == "happened":
        return inner  # "was forced to land in Kor": told with the force
    if inner is not None and d.event.lemma in REFUSING and inner.commitment.factuality == "not_happened":
        return inner  # "refused to end their protest"
    if inner is None or inner.placed is not None or inner.commitment.factuality != "planned":
        return None
    long_ago = d.placed is not None and YEAR.fullmatch(page.times[d.placed[0]].value) is not None
    bound = d.placed is not None and d.event.lemma in BINDING
    return inner if long_ago or bound or d.event.lemma in TRYING else None


def _told_by_itself(scene: Scene, d: Draft, at: dict[int, Draft], written: Mapping[int, Told]) -> Told:
    """The draft as told; an announcement has no line where what it announces has happened and has one: "Officers seized
    the drug on Tuesday, the ministry announced"; nor has what somebody said: "said it would send doctors"; nor what
    stays as it is, where its staying is told: "will remain closed until Monday"; nor that something was expected, where
    that is told as a plan: "said the plant was expected to reopen in March"."""
    x, up = written[id(d)], scene.tree.up(d.event.at)
    if not x.worth or d.event.noun:
        return x
    stays = written[id(at[up])] if up in at and scene.tree.rel(d.event.at) == "xcomp" else None
    if stays is not None and stays.worth and stays.claim.sound and stays.claim.lemma in STILL:
        return _unshown(x)
    awaited = at.get(d.event.frame.inf) if d.event.frame.inf is not None and d.event.lemma in AWAITED else None
    if awaited is not None and (plan := written[id(awaited)]).worth and plan.claim.sound:
        return _unshown(x) if plan.claim.factuality == "planned" else x
    if d.event.lemma not in ANNOUNCING | {"say"}:
        return x
    inner = [at[k] for k in (d.event.frame.clause,) if k in at and d.event.lemma == "say"]
    said = [s for i in inner or said_by(scene.tree, d, at) if (s := written[id(i)]).worth and s.claim.sound]
    done = any(s.claim.factuality == "happened" or d.event.lemma == "say" for s in said)
    return _unshown(x) if done else x


def said_by(t: Tree, d: Draft, at: dict[int, Draft]) -> list[Draft]:
    """What an announcement says: the events of its clause and of those joined to it."""
    first = d.event.frame.clause
    if first is None or d.event.lemma.split()[0] not in TELLING:
        return []
    found = [at[k] for k in (first, *t.children(first, "conj")) if k in at]
    return [x for x in found if x is not d]
