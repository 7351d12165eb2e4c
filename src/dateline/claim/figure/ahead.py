"""Says of what is planned, demanded or possible whether it is decided, wanted, foretold, or there already.

In:   a sentence with its parse and a Counting in it, and how far its clause is real.
Out:  answers of yes and no, for the part the figure plays.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.figure.amounts import Amount
from dateline.claim.figure.counted import Counting
from dateline.claim.tree import Tree
from dateline.terms import Factuality

FILLING: Final = frozenset({"cover", "plug", "fill", "bridge", "repay", "service"})
WANTS: Final = frozenset({"want", "need", "seek", "demand", "require", "promise", "pledge", "request"})
FORETOLD: Final = frozenset({"expect", "forecast", "predict", "anticipate", "project", "foresee"})
EXPECTED: Final = frozenset({
    "expect", "predict", "forecast", "project", "estimate", "likely", "unlikely", "probably", "could", "may", "might",
    "would", "fear", "think", "believe", "calculate", "reckon", "anticipate", "threaten", "perhaps", "possibly", "if",
})  # fmt: skip
WISHED: Final = frozenset(
    {"hope", "want", "aim", "intend", "plan", "pledge", "promise", "vow", "agree", "seek", "willing"}
)
OUTCOMES: Final = frozenset({  # what nobody decides: "the new jet will save 300 million a year"
    "average", "amount", "range", "peak", "slow",
    "save", "seat", "carry", "use", "need", "last", "lose", "reach", "exceed", "hit", "rise", "fall", "grow", "shrink",
    "die", "suffer", "miss", "earn", "affect", "top", "come", "take", "mean", "be", "have", "benefit",
})  # fmt: skip


def there_already(tree: Tree, counting: Counting, amount: Amount) -> bool:
    """ "May vote at 7,200 polling stations": where something is to be done is there already."""
    at = counting.head
    if at is None or amount.kind is not None or counting.unit == "person" or tree.rel(at) != "obl":
        return False
    return any(tree.low[k] in ("at", "across", "in") for k in tree.children(at, "case"))


def to_be_filled(tree: Tree, counting: Counting) -> bool:
    """ "Will borrow to cover a gap of 2.6 billion": the gap is there already."""
    return is_object_of(tree, counting, FILLING)


def is_object_of(tree: Tree, counting: Counting, verbs: frozenset[str]) -> bool:
    """Whether what is counted is the object of one of the verbs."""
    up = tree.up(counting.word)
    return up is not None and tree.rel(counting.word) == "obj" and tree.tokens[up].lemma.lower() in verbs


def foretold(tree: Tree, counting: Counting) -> bool:
    """ "Economists had expected a gap of 2 billion", "900 guests are expected"."""
    at = counting.word
    up = tree.up(at)
    if up is not None and tree.rel(at) == "conj" and tree.rel(up) == "obj":
        at, up = up, tree.up(up)  # "it foresees spending of 9 billion and a deficit of 2 percent"
    told = up is not None and tree.rel(at) in ("obj", "nsubj") and tree.tokens[up].lemma.lower() in FORETOLD
    return told and up is not None and not tree.children(up, "xcomp")


def wanted(tree: Tree, counting: Counting) -> bool:
    """ "The town needs 50 tents", "they asked for 50 tents": what is wanted is not there yet."""
    at = counting.word
    up, rel = tree.up(at), tree.rel(at)
    if up is None or rel not in ("obj", "obl"):
        return False
    verb, case = tree.tokens[up].lemma.lower(), tree.child(at, "case")
    if rel == "obj":
        return verb in WANTS and case is None
    return verb in ("ask", "call") and case is not None and tree.low[case] == "for"


def decided(tree: Tree, counting: Counting, real: Factuality) -> bool:
    """Whether somebody wants, has agreed or decides it ("plans to hire 40", "will close 12"); else it is expected."""
    i = counting.verb if counting.verb is not None else counting.node
    near = (i, *tree.ancestors(i, 2))
    words = [tree.tokens[k].lemma.lower() for n in near for k in (n, *tree.children(n, "aux", "advmod", "mark"))]
    outcome = tree.tokens[i].lemma.lower() in OUTCOMES and not _taken_in(tree, i)
    if real == "planned" and not outcome:
        own = tree.rel(i) == "xcomp" and not any(
            tree.children(k, "nsubj:pass", "aux:pass") for k in tree.ancestors(i, 1)
        )
        passed = {"would", "expect"} if own else {"would"}  # "expects to cut 40 jobs", "said it would order 24"
        words = [w for w in words if w not in passed]
    found = next((w for w in words if w in EXPECTED | WISHED), None)
    if found is not None:
        return found in WISHED
    return real == "planned" and not outcome


def _taken_in(tree: Tree, verb: int) -> bool:
    """ "Will take in 1,500 refugees", "will take on 40 clerks": decided, and no outcome like "will take 40 days"."""
    following = tree.low[verb + 1] if verb + 1 < len(tree.tokens) else ""
    return tree.tokens[verb].lemma.lower() == "take" and following in ("in", "on", "over", "out")
