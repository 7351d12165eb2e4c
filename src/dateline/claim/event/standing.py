"""Finds what a plain "is" says to stand or to be over: "the strike is over", "the border is open again".

In:   the tree of a sentence; the phrases with "be" of lexicon/states.tsv.
Out:  the words of the phrase and its lemma ("be over", "be in force"); None where "is" only describes.
Room: claim. What the phrase does to which state, the table says and the state room decides.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree
from dateline.lexicon.states import standing_phrases

LONGEST: Final = 6  # words of a phrase behind "be"
BETWEEN: Final = word_list("still now again also already finally once all fully completely currently both")
ALERT: Final = word_list("alert footing readiness standby")
LITTLE: Final = word_list("on off over up out back down in through")
STAYING: Final = word_list("remain stay")


def stands(tree: Tree, i: int) -> tuple[str, tuple[int, ...]] | None:
    """Lemma and words of the phrase that word `i` heads behind "is", "are", "remains".

    The words that follow the copula decide, whatever the parser takes for the head: "power is back in three towns".
    """
    start = _copula(tree, i)
    if start is None:
        return None
    at = start + 1
    while at <= i and tree.low[at] in BETWEEN:
        at += 1
    held = _held_by_people(tree, at)
    if held and at + 1 <= i:
        return "be under the control of", tuple(range(at, at + 3))
    words = tree.low[at : at + LONGEST]
    for size in range(len(words), 0, -1):
        lemma = ("be " + " ".join(words[:size])).replace(" - ", "-")  # "on short-time work", five words of the reader
        if lemma in standing_phrases() and not _leads_on(tree, at + size - 1, i):
            return lemma, tuple(range(at, at + size))
    return None


def _held_by_people(tree: Tree, at: int) -> bool:
    """ "Is under Russian control", "are in Houthi hands": whose it is tells a word with a capital."""
    words = tree.tokens[at : at + 3]
    called = len(words) == 3 and words[1].text[:1].isupper()
    return called and (words[0].text, words[2].text) in {("under", "control"), ("in", "hands")}


def _leads_on(tree: Tree, last: int, i: int) -> bool:
    """ "is on his way", "are off the coast": a little word with its noun behind it says nothing; "is on alert" does."""
    return last < i and tree.low[last] in LITTLE and tree.rel(last) == "case" and tree.low[i] not in ALERT


def lost(tree: Tree, i: int) -> bool:
    """ "Fourteen sailors are missing": nobody misses anything, whatever the parser takes the word for."""
    verb = tree.low[i] == "missing" and tree.tokens[i].upos == "VERB" and not tree.children(i, "obj")
    return verb and any(tree.tokens[k].lemma.lower() == "be" for k in tree.children(i, "aux")[-1:])


def on_strike(tree: Tree, i: int) -> bool:
    """ "Have been on strike", where the parser sees a passive: a bare word behind its preposition is none."""
    word = tree.tokens[i]
    bare = i > 0 and tree.low[i] == word.lemma.lower() and tree.low[i - 1] in {"on", "under", "in", "at"}
    return bare and tree.up(i - 1) == i and bool(tree.children(i, "aux:pass", "cop")) and not tree.children(i, "obj")


def _copula(tree: Tree, i: int) -> int | None:
    """ "is" of "is over"; "remains" of "remains in force"."""
    own = tree.child(i, "cop") if not lost(tree, i) else tree.children(i, "aux")[-1]
    if own is not None and own < i and tree.children(i, "nsubj"):
        return own
    up = tree.up(i)
    staying = up is not None and up < i and tree.tokens[up].lemma.lower() in STAYING
    return up if staying and tree.rel(i) in {"xcomp", "obl"} else None
