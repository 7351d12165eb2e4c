"""Words that the parser took for verbs and that stand as nouns.

In:   the tree of a sentence and the index of a word.
Out:  yes or no.
Room: claim. Used by `events`.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.tree import Tree

AWAY: Final = frozenset({"blocks", "steps", "yards", "meters", "metres", "miles", "feet", "minutes", "hours"})
TEMPORAL: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\Z|(?:to|yester)?day|weeks?|months?|years?|"
    r"morning|evening|night|weekend|[12][0-9]{3}\Z"
)


def called_by_noun(tree: Tree, i: int) -> bool:
    """Whether a word read as a verb stands as a noun behind a preposition: "died in the riots", "14 bodies after
    Sunday's shooting", behind its owner or for a distance, or in a phrase of another language: "charges d'affaires";
    who is told beside it does no such thing."""
    if tree.low[i - 1] == "en" or "".join(tree.low[i + 1 : i + 2])[:2] in {"d'", "d’"}:
        return True  # "was en route"
    if i > 2 and tree.low[i - 1] in ("'s", "’s") and TEMPORAL.match(tree.low[i - 2]):
        return tree.tokens[i - 3].upos in {"ADP", "SCONJ"}
    if tree.low[i + 1 : i + 2] in (["from"], ["away"]) and i and tree.low[i] in AWAY:
        return tree.low[i - 1] in {",", "just", "only", "few", "several"}  # "in the centre, blocks from the border"
    owned = tree.low[i] == tree.tokens[i].lemma.lower() and tree.low[i - 1 : i] != ["to"]
    if owned and any(k < i for k in tree.children(i, "nmod:poss")):
        return True  # "Kim's first visit to Osland"
    return tree.child(i, "det") is not None and tree.child(i, "case") is not None
