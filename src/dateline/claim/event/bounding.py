"""How a time bounds the event it belongs to: at, by, since, until, before, after.

In:   the tree, the word that heads the time, the event.
Out:  the relation.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.model import TimeRelation
from dateline.claim.tree import Tree
from dateline.sentence.times.model import TimeExpression

RELATIONS: Final[dict[str, TimeRelation]] = {
    "by": "by", "since": "since", "from": "since", "until": "until", "till": "until", "through": "until",
    "before": "before", "ahead of": "before", "prior to": "before", "after": "after", "following": "after",
    "no later than": "by", "as of": "since", "starting": "since", "effective": "since",
}  # fmt: skip
STARTING: Final = frozenset({"starting", "commencing", "effective"})
NO_DAY: Final = "XXXX-XX-XXT"  # the value of an hour of no stated day
LINK: Final = 5  # characters from the end of "from 1950" to "1960" in "from 1950 to 1960"


def relation(tree: Tree, head: int, time: TimeExpression) -> TimeRelation:
    """How the time bounds its event, by its preposition."""
    word = time.preposition
    if word is None:
        case = tree.child(head, "case", "mark")
        word = tree.low[case] if case is not None else ""
    if word.lower() == "until" and _not_until(tree, head):
        return "since"  # "but not until 2035": from then on
    return RELATIONS.get("no later than" if word.lower() == "than" else word.lower(), "at")


def _not_until(tree: Tree, head: int) -> bool:
    first = min((head, *tree.children(head, "case", "mark", "advmod")))
    return "not" in tree.low[max(0, first - 1) : first + 1]


def of_event(
    tree: Tree, event: Happening, word: int, time: TimeExpression, times: Sequence[tuple[int, TimeExpression]]
) -> TimeRelation:
    """How the time bounds the event: "from 1950 to 1960" is one stretch; what is "in force to 2042" lasts until then;
    "since its founding at the end of 1999" tells since when."""
    found = "since" if starts_then(tree, word) else relation(tree, word, time)
    if (time.preposition or "").lower() == "from" and any(
        t.preposition == "to" and 0 < t.start - time.end < LINK for _, t in times
    ):
        return "at"
    if time.preposition == "to" and event.lemma.startswith("be ") and event.lemma != "be to":
        return "until"
    if (time.preposition or "").lower() == "as of" and word < event.carrier and _had(tree, event.carrier):
        return "by"  # "as of Thursday, 45 people had been arrested"
    up = tree.up(word)
    case = tree.child(up, "case") if up is not None and up < word and up not in event.words else None
    return "since" if found == "at" and case is not None and tree.low[case] == "since" else found


def _had(tree: Tree, verb: int) -> bool:
    return any(tree.low[k] in {"had", "has", "have"} for k in tree.children(verb, "aux"))


def starts_then(tree: Tree, word: int) -> bool:
    """ "Declared a curfew starting on Saturday", "a truce effective Sunday": the day from which it is to be."""
    first = min((word, *(tree.left[k] for k in tree.children(word, "case", "nmod"))))
    return any(w in STARTING for w in tree.low[max(0, first - 1) : first + 1])


def daily_hours(time: TimeExpression, times: Sequence[tuple[int, TimeExpression]]) -> bool | None:
    """ "A curfew from 8 p.m. to 4 a.m. on Monday": from when to when each day is no time of the imposing, True; the day
    behind the hours is, False; None where the time is no such hour."""
    if time.type != "TIME":
        return None
    hours = [t for _, t in times if t.type == "TIME"]
    bare = time.value.startswith(NO_DAY)
    opens = bare and time.preposition == "from"
    opens = opens and any(t.preposition == "to" and 0 < t.start - time.end < LINK for t in hours)
    first = (t for t in hours if t.preposition == "from" and 0 < time.start - t.end < LINK)
    closes = time.preposition == "to" and any(t.value.startswith(NO_DAY) for t in first)
    return None if not (opens or closes) else opens or bare
