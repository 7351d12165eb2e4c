"""A noun behind a comma that counts what the sentence has just told: "was arrested, the team's second such arrest".

In:   the tree, a noun that names an event or something counted.
Out:  whether it only says how often that was.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.tree import Tree
from dateline.lexicon.ordinals import ORDINALS

AGAIN: Final = frozenset({"such", "latest", "last", *ORDINALS})
COMMAS: Final = frozenset({",", "-", "–", "—"})
BESIDE: Final = frozenset({"parataxis", "appos", "obl:unmarked", "obl"})


def counts_again(tree: Tree, i: int) -> bool:
    """ "The party's third arrest this year", behind who was arrested: no other arrest, and not of the party."""
    first, up = tree.left[i], tree.up(i)
    beside = tree.full[i] in BESIDE and up is not None and up < first and tree.tokens[up].upos == "VERB"
    apart = beside and not COMMAS.isdisjoint(tree.low[max(0, first - 1) : first + 1])
    return apart and any(tree.low[k] in AGAIN for k in tree.children(i, "amod"))
