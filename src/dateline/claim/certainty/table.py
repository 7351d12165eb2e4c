"""What governs an event and what it does to it, as the table has it.

In:   the parse, a governor, the frame in which it takes its event.
Out:  a Signature, or None where the table has no row. The table is `lexicon/factuality_embedding.tsv`.
Room: claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.claim.certainty.words import openers, words
from dateline.claim.tree import Tree
from dateline.lexicon.tables import table

POS: Final = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a"}


@dataclass(frozen=True, slots=True)
class Signature:
    """What a governor does to its event."""

    affirmed: str
    negated: str
    report: str
    word: int  # the deciding word


@cache
def signatures() -> dict[tuple[str, str, str], tuple[str, str, str]]:
    """The table by (word, part of speech, frame): what it gives affirmed, negated, and for the report."""
    return {
        (row["word"], row["pos"], row["frame"]): (row["affirmed"], row["negated"], row["report"])
        for row in table("factuality_embedding")
    }


def lookup(t: Tree, g: int, frame: str) -> Signature | None:
    """The signature of word `g` in a frame; a particle ("call off") and a passive ("is set to") make other words."""
    token = t.tokens[g]
    pos = POS.get(token.upos, "v")
    lemma = token.lemma.lower()
    for k in (k for k in t.children(g, "compound:prt", "advmod") if k > g):
        found = signatures().get((f"{lemma} {t.low[k]}", pos, frame))
        if found:
            return Signature(*found, g)
    tries = [(lemma, pos), (token.text.lower(), pos)]
    if token.upos == "VERB" and t.rel(g) in {"nsubj", "obj", "nmod"} and lemma == token.text.lower():
        tries.append((lemma, "n"))  # "the refusal to leave", taken for a verb
    reduced = t.tokens[g].deprel == "acl" and token.text.lower().endswith(("ed", "id", "ght"))  # "a man believed to"
    if pos == "v" and (reduced or t.child(g, "aux:pass", "cop") is not None):
        tries.insert(0, (token.text.lower(), "a"))  # "is set to", "are scheduled to"
    for word, kind in tries:
        found = signatures().get((word, kind, frame))
        if found:
            return Signature(*found, g)
    return None


def opened_by(t: Tree, i: int, sort: str) -> tuple[str, int] | None:
    """What the words that open the clause or phrase give ("if", "as though", "ahead of"), and the first of them."""
    opens = sorted((k for k in openers(t, i) if k < i), key=lambda k: t.low[k] != "whether")  # "unsure about whether"
    for k in opens:
        for length in (3, 2, 1):
            phrase = " ".join(t.low[k : k + length])
            if gives := words(sort).get(phrase):
                return gives, k
    return None
