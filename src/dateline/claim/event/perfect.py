"""Past times that no perfect and no fresh news takes: "has lifted the limits imposed last month".

In:   the tree, the events of a sentence, a time and the event it seems to belong to.
Out:  the event it belongs to; None where it is nobody's.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.claim.event.bounding import relation
from dateline.claim.event.events import Happening
from dateline.claim.tree import Tree
from dateline.sentence.times.model import TimeExpression

PAST_DAY: Final = re.compile(
    r"(?:last (?!few|several|two|three)|yesterday\b|\w+ (?:days?|weeks?|months?|years?) ago)", re.I
)
NAMED_DAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|yester)day", re.I)
DATED: Final = re.compile(r"\d{4}|XXXX-\d")  # a year, a month or a day of the calendar
AGO: Final = re.compile(r"ago\b|last (?:week|month|year)", re.I)


def is_perfect(tree: Tree, event: Happening) -> bool:
    """Whether it is told with "has"."""
    return any(tree.low[k] in {"has", "have"} for k in tree.children(event.carrier, "aux"))


def of_the_participle(
    tree: Tree, events: Sequence[Happening], governor: int | None, word: int, time: TimeExpression
) -> int | None:
    """ "has lifted all limits imposed last month": English tells no past day in the perfect, so the month is that of
    the participle between, or of nothing; so is "a week ago" of "freed nine of the girls seized in Kor a week ago",
    since news is not that old."""
    weekday = NAMED_DAY.match(time.text) is not None or (time.type == "DATE" and DATED.match(time.value) is not None)
    if governor is None or not (PAST_DAY.match(time.text) or weekday) or events[governor].noun:
        return governor
    verb = events[governor].carrier
    ago = AGO.search(time.text) is not None
    if verb > word or not (is_perfect(tree, events[governor]) or ago) or relation(tree, word, time) != "at":
        return governor
    inside = [k for k in range(verb + 1, word) if tree.rel(k) == "acl"]
    between = [n for n, e in enumerate(events) if e.carrier in inside]
    if not is_perfect(tree, events[governor]):
        participle = [n for n in between if not tree.low[events[n].carrier].endswith("ing")]
        apart = participle and "," in tree.low[events[participle[-1]].carrier : word]
        return participle[-1] if participle and not apart else governor
    if inside:  # "have arrested a man accused of burning a hostel on Sunday": of the burning
        done = [n for n, e in enumerate(events) if tree.up(e.carrier) == inside[-1] and e.carrier < word]
        between += [n for n in done if tree.low[events[n].carrier].endswith("ing")]
    return between[-1] if between else governor if weekday else None
