"""Days taken over from the sentence before: "stormed a prison on Wednesday. Three inmates died in the operation".

In:   what the sentence before tells, and an event of the next.
Out:  the day of that sentence, where it tells of a single one; whether the event points at what was told there.
Room: claim. Only words that point ("in the raid", "during that visit") carry a day on; that a sentence stands behind
      another says nothing of when.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.event.scene import Page
from dateline.claim.event.timing import DAY
from dateline.claim.lexis import word_list
from dateline.claim.model import Claim, TimeRelation
from dateline.claim.tree import Tree

POINTING: Final = frozenset({"the", "that", "this"})
DURING: Final = frozenset({"in", "during", "at"})
OCCASIONS: Final = word_list(
    "operation raid attack assault strike clash crash accident collision blast explosion fire visit meeting summit "
    "trip incident march rally protest vote session shooting siege quake earthquake storm avalanche landslide "
    "rescue violence ambush bombing stampede derailment collapse ceremony debate hearing gunfight shootout shelling "
    "unrest riot disaster eruption chase match game"
)
TELLING: Final = word_list("say tell add note state report")


def day_before(page: Page, told: Sequence[tuple[int | None, Claim]]) -> tuple[int, TimeRelation] | None:
    """The one day on which what the sentence before tells happened."""
    days = {
        time
        for time, claim in told
        if time is not None and claim.factuality == "happened" and claim.time_relation == "at" and _is_day(page, time)
    }
    return (days.pop(), "at") if len(days) == 1 else None


def _is_day(page: Page, time: int) -> bool:
    found = page.times[time]
    return (
        (len(found.value) >= DAY or found.type == "DATE") and not found.value.endswith("_REF") and found.type != "SET"
    )


def of_then(t: Tree, event: Happening) -> bool:
    """Whether the event happened "in the raid", "during that visit": in the past, on an occasion told before."""
    verb = t.tokens[event.carrier]
    past = not event.noun and verb.upos == "VERB" and not t.children(event.carrier, "mark")
    beside = {t.low[k] for k in t.children(event.carrier, "aux")}
    if not past or beside & {"will", "would", "could", "may", "might", "to", "has", "have", "is", "are", "can"}:
        return False
    return any(_points(t, word, k) for word, k in event.frame.obls) and verb.lemma.lower() not in TELLING


def _points(t: Tree, word: str, k: int) -> bool:
    """ "in the raid", not "in the raid on Kor", "in the 2019 raid", "in a raid"."""
    plain = not t.children(k, "nmod", "acl", "nummod", "nmod:poss", "appos")
    known = any(t.low[m] in POINTING for m in t.children(k, "det"))
    return word in DURING and plain and known and t.tokens[k].lemma.lower() in OCCASIONS
