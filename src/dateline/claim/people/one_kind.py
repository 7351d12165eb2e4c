"""Names of firms that the reader took for people: what the report itself tells of them settles their kind.

In:   the names of one report and its trees.
Out:  the same names, each that the report treats as a body an organisation.
Room: claim. A surname alone is left to the reader wherever somebody's full name ends with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, Trees
from dateline.sentence.reading import Name

# What a firm does and no weather, sum or season: "Belmar said it would cut 900 jobs", not "said it would rain".
ITS_DEEDS: Final = word_list(
    "accept acquire agree appeal appoint build buy close complete cooperate cut decline delay dispute expand expect "
    "fire halt hire intend invest launch lay lift lower notify offer open own pay plan pull raise receive recall "
    "refund regret reject reopen replace restart resume return review seek sell settle shed shut spend stop supply "
    "suspend withdraw"
)


def of_one_kind(names: Sequence[Name], trees: Trees) -> list[Name]:
    """The names, those of firms told as such: "Belmar said it would cut jobs", "Belmar raised its bid"."""
    alone = {n.text for n in names if n.kind == "person" and len(n.text.split()) == 1}
    alone -= {n.text.split()[-1] for n in names if n.kind == "person" and len(n.text.split()) > 1}
    if not alone:
        return list(names)
    firms = {n.text.split()[0] for n in names if n.kind == "organisation" and len(n.text.split()) > 1} & alone
    firms |= {n.text for n in names if n.kind == "organisation"} & alone
    firms = firms if not _somebody(trees) else set()
    firms |= {word for s in trees.whole for word in _called_it(trees.of(s)) if word in alone}
    return [replace(n, kind="organisation") if n.kind == "person" and n.text in firms else n for n in names]


def _somebody(trees: Trees) -> bool:
    """Whether the report speaks of a "he" or a "she", who may be the one that the surname names."""
    return any(word in {"he", "she", "him", "his", "her"} for s in trees.whole for word in trees.of(s).low)


def _called_it(t: Tree) -> Iterator[str]:
    """The names that are "it" in their own sentence: "Belmar raised its bid", "Belmar said it would buy the mill"."""
    for i, token in enumerate(t.tokens):
        verb = t.up(i)
        if token.upos != "PROPN" or t.rel(i) != "nsubj" or verb is None or verb < i:
            continue
        said = t.child(verb, "ccomp")
        said_of = t.child(said, "nsubj") if said is not None and t.tokens[said].lemma.lower() in ITS_DEEDS else None
        owned = (k for k in t.children(verb, "obj") if k > verb and t.tokens[k - 1].upos != "PUNCT")
        its = any(t.low[w] == "its" for k in owned for w in t.children(k, "nmod:poss") if w == verb + 1)
        if its or (said_of is not None and t.low[said_of] == "it"):
            yield token.text
