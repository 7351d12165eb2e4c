"""Tells the number of a whole of which a part is told: the 950 of "766 of the 950", of "a third of the town's 950".

In:   a sentence with its parse and the words of a number.
Out:  whether the number is the whole, and whether the part is told as a number.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.figure.counted import GENERIC, Spot, kind_of
from dateline.claim.figure.states import as_what, governor, of_verb
from dateline.claim.tree import Tree

SHARES: Final = frozenset({"third", "quarter", "percent", "%", "fifth", "tenth"})


def of_before(tree: Tree, spot: Spot) -> bool:
    """Whether the number is the whole of "N of M"."""
    i = spot.first - 1
    while i > max(0, spot.first - 6) and tree.low[i] != "of":
        owner = tree.low[i + 1] in ("'s", "’s", "’", "'")  # "a third of the village's 900 houses"
        if not owner and tree.tokens[i].upos not in ("DET", "ADJ", "ADV", "PRON", "VERB", "PART"):
            return False
        i -= 1
    return i > 0 and tree.low[i] == "of" and (
        tree.tokens[i - 1].upos == "NUM"
        or tree.low[i - 1].removesuffix("s") in SHARES
        or tree.low[i - 1] in ("none", "all", "last", "most", "some", "half")
    )  # fmt: skip


def opens_with_of(tree: Tree, spot: Spot, head: int) -> bool:
    """Whether the sentence opens with "of the N": the whole, whose parts come behind the comma."""
    words = tree.low[: spot.first]
    rest = [t for t in tree.tokens[head + 1 :] if t.upos == "NUM"]
    return len(words) <= 4 and words[:1] == ["of"] and bool(rest)


def of_number(tree: Tree, spot: Spot) -> bool:
    """Whether the words before are "N of": the number is the whole that N is a part of."""
    near = [
        t
        for t in tree.tokens[max(0, spot.first - 6) : spot.first]
        if t.upos == "NUM"
        or t.text.lower() in ("of", "last", "rest", "remainder", "half")
        or t.text.lower().removesuffix("s") in SHARES
    ]
    return len(near) > 1 and near[-1].text.lower() == "of" and near[-2].text.lower() != "of"


def said_of(tree: Tree, node: int, counted: str) -> tuple[str, ...]:
    """What the clause alone says of a part: of "nine of the 14 trapped miners were rescued" that they were rescued;
    what the noun says is said of the whole."""
    ruled = _ruled(tree, node)
    found = of_verb(tree, *ruled, kind_of(counted)) if ruled else []
    return tuple(dict.fromkeys(s for s, _ in found if s not in GENERIC))


def _ruled(tree: Tree, node: int) -> tuple[int, str] | None:
    """The verb of the clause and what the part is to it; where "said nine of them were rescued" is read as if the nine
    were said, that of what is said."""
    up, rel = tree.up(node), tree.tokens[node].deprel
    if up is None or not rel.startswith(("nsubj", "obj")):
        ruled = governor(tree, node)
        return (ruled[0], as_what(tree, ruled[1], node, None)) if ruled is not None else None
    if rel == "obj" and tree.tokens[up].lemma.lower() == "say":
        up = next((k for k in tree.children(up, "ccomp") if k > node and not tree.children(k, "nsubj")), up)
        rel = "nsubj:pass" if tree.children(up, "aux:pass") else "nsubj"
    return up, "subj" if rel == "nsubj" else "obj"


def owns(tree: Tree, i: int) -> bool:
    """The "village" of "a third of the village's houses"."""
    return i + 1 < len(tree.tokens) and tree.low[i + 1] in ("'s", "’s", "'", "’")
