"""Times that are part of what is told and say nothing of when: "gave them seven days", "put it off to Friday".

In:   the tree of a sentence, an event of it, and its time expressions.
Out:  the words of those that the event's line has to have.
Room: claim. A line shows its day beside it; what is left out of the line and is no day of it would be lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.claim.event.bounding import starts_then
from dateline.claim.event.events import Happening
from dateline.claim.event.timing import head_of
from dateline.claim.event.untimed import compared, put_off_to
from dateline.claim.tree import Tree, base
from dateline.claim.wording.own_words import on_terms
from dateline.sentence.times.model import TimeExpression

LONG: Final = frozenset(
    {None, "for", "by", "to"}
)  # "closed for three days", "extended by a week", "sentenced to a year"
CALLED: Final = frozenset({"call", "schedule", "set", "announce", "convene", "fix", "order"})
PLACES: Final = frozenset({"obj", "obl", "iobj", "xcomp"})


def told_times(
    tree: Tree, event: Happening, times: Sequence[tuple[int, TimeExpression]], owner: Mapping[int, int]
) -> set[int]:
    """The words of the times behind the verb that tell how long, to which day something is put off, or which thing it
    is: "a strike that was to begin on Monday". `owner`: by number of the time, the verb whose time it is."""
    if event.noun:
        return set()
    out: set[int] = set()
    starts = tree.starts
    for number, time in times:
        head = head_of(tree, starts, time)
        if head is None or head < event.at:
            continue
        beside = tree.up(head) == event.at and base(tree.tokens[head].deprel) in PLACES
        set_then = put_off_to(tree, head, time) or starts_then(tree, head)
        given = event.lemma == "give" and time.preposition == "until"  # "gave them until May to pay"
        called = (
            event.lemma in CALLED and time.preposition == "for" and time.type == "DATE"
        )  # "called a vote for May 4"
        far_back = (time.preposition or "").lower() == "since" and compared(tree, head, time)  # "first time since 1986"
        told = far_back or given or called or (beside and (_long(tree, head, time) or set_then))
        if told or _of_which(tree, event, owner.get(number, head)):
            out |= {i for i, start in enumerate(starts) if time.start <= start < time.end}
    return out


def _of_which(tree: Tree, event: Happening, of: int) -> bool:
    """Whether the time is that of a clause that tells which of the things behind the verb is meant."""
    if of in event.frame.obj:
        return True  # "promised elections by next March"
    for m in (of, *tree.ancestors(of)):
        if m == event.at:
            return False
        if tree.rel(m) == "acl" or (tree.rel(m) == "advcl" and m in on_terms(tree, event.at)):
            return event.at in tree.ancestors(m)
    return False


def _long(tree: Tree, head: int, time: TimeExpression) -> bool:
    """ "30 days", "for a week"; not "in two days", "over the past year"."""
    counted = bool(tree.children(head, "nummod", "det", "amod"))
    return time.type == "DURATION" and time.preposition in LONG and counted and "past" not in time.text.lower()
