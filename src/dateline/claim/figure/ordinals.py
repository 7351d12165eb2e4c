"""Reads ordinals that say how many there are by now: "the sixth body was recovered", "the 18th attack of the year".

In:   one sentence with its Reader and an ordinal.
Out:  a Counting, or None where the ordinal is a rank, a date or a turn.
Room: claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.event.once_more import counts_again
from dateline.claim.figure.counted import Counting, Spot, counted_noun, kind_of, lemma_of, time_words
from dateline.claim.figure.counting import finish
from dateline.claim.figure.places import Reader
from dateline.claim.tree import Tree

EMPTY: Final = frozenset({
    "way", "side", "part", "kind", "thing", "option", "step", "point", "reason", "time", "word", "front", "issue",
    "matter", "case", "example", "other", "half", "one", "another", "end", "level", "type", "sort", "stage",
    "phase", "question", "fact", "factor", "term", "condition", "area", "direction", "figure", "digit",
})  # fmt: skip
SO_FAR: Final = re.compile(r"(?:of the|this|in a|in the) (?:year|season|month|week|decade|campaign)\b")
RANKS: Final = frozenset({"officer", "mate", "engineer", "secretary", "lieutenant", "lord", "lady", "minister"})
DEEDS: Final = frozenset({"arrest", "detention", "conviction", "charge", "release"})  # counted, and nobody with them
DYING: Final = frozenset({"die", "kill", "death", "dead"})
MOVES: Final = frozenset({  # "its third rise this year" numbers no things
    "rise", "increase", "cut", "fall", "drop", "decline", "hike", "gain", "loss", "reduction", "move", "change",
    "decrease", "jump", "slide", "dip", "contraction",
})  # fmt: skip
ROWS: Final = frozenset({
    "recovered", "killed", "body", "detained", "rescued", "released", "infected", "identified", "captive",
})  # fmt: skip


def _so_far(tree: Tree, head: int) -> bool:
    """Whether a span behind the noun makes an ordinal a count: "the 18th knife attack of the year"."""
    words = " ".join(tree.low[head + 1 : head + 4])
    return bool(SO_FAR.match(words))


def ordinal(reader: Reader, spot: Spot) -> Counting | None:
    """ "The sixth body was recovered": six so far. Only of people found, killed, held, freed or counted as cases."""
    tree = reader.tree
    if spot.amount.hyphen:
        return None  # "third-degree murder"
    head = counted_noun(tree, spot.first, spot.last, spot.amount)
    if head is None:
        up = tree.up(spot.last)
        head = up if up is not None and tree.rel(spot.last) == "amod" and up > spot.last else None
    if head is None or head - spot.last > 4 or tree.low[head].endswith("s"):
        return None
    counted = lemma_of(tree, head)
    row = kind_of(counted)
    if counts_again(tree, head) and counted in DEEDS:
        return None  # "was arrested, the team's second such arrest"
    if spot.amount.low >= 2 and _so_far(tree, head) and counted not in RANKS | EMPTY | MOVES | time_words():
        return replace(finish(reader, head, head, counted, False), states=(), verb=None)
    if row is None or row["unit"] not in ("person", "case") or spot.amount.low < 2 or counted in RANKS:
        return None
    made = finish(reader, head, head, counted, False)
    if counted == "victim" and any(t.lemma.lower() in DYING for t in reader.tree.tokens):
        made = replace(made, states=("killed",))  # "died yesterday, which makes him the eighth victim"
    return made if set(made.states) & ROWS else None
