"""What a cue does: whether it only says, or is an act of its own, and how far it lets the content stand.

In:   the words of a cue, or a word of the parse.
Out:  its row of `lexicon/cues.tsv`.
Room: claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from dateline.claim.tree import Tree, asked_often
from dateline.lexicon.tables import table
from dateline.terms.voice import CueClass

SAYS: Final = frozenset({"that", "quote", "whether"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table."""

    words: str
    pos: str  # verb noun prep phrase adverb
    cue_class: CueClass
    stance: str  # factive neutral weak doubt deny future planned demanded conditional possible not_happened happened
    frames: frozenset[str]  # what may be the content: that inf np ing quote whether, or a preposition
    alone: bool = False  # a rule may find it by itself
    voiced: bool = False  # of an intent: it is spoken ("vowed"), not only held ("wants")


def told(cue: Cue, quoted: bool, clause: bool) -> bool:
    """Whether the speaker tells the content: says or believes it, or vows it.

    Who discusses, praises or condemns a thing does not tell that there is one; who observes "the situation" says
    nothing, who observes that it is calm does; who wants or orders a thing tells nothing. Quoted words are always told.
    Who accuses somebody of a thing tells it; who rejects a claim speaks of what it says.
    """
    if cue.cue_class != "report":
        return cue.voiced
    if quoted or cue.pos != "verb":
        return True
    if cue.stance == "deny" and clause:
        return True
    if "ing" in cue.frames and clause:
        return True  # "described seeing soldiers fire"
    return bool(cue.frames & (SAYS | {"inf", "of"})) and (clause or "np" in cue.frames)


UNKNOWN_CUE: Final = Cue("", "verb", "report", "neutral", frozenset())


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """The table by (words, part of speech)."""
    out = {}
    for row in table("cues"):
        made = Cue(
            row["cue"], row["pos"], cast(CueClass, row["class"]), row["stance"], frozenset(row["frames"].split()),
            bool(row["alone"]), bool(row["voiced"]),
        )  # fmt: skip
        out[made.words, made.pos] = made
    return out


def verb(lemma: str) -> Cue | None:
    """The verb's row, or None.

    >>> verb("vow").cue_class, verb("deny").stance, verb("melt") is None
    ('intent', 'deny', True)
    """
    return cues().get((lemma.lower(), "verb"))


def noun(lemma: str) -> Cue | None:
    """The noun's row, or None: "claim", "fear", "decision"."""
    return cues().get((lemma.lower(), "noun"))


def adverb(word: str) -> Cue | None:
    """The adverb's row, or None: "reportedly"."""
    return cues().get((word.lower(), "adverb"))


@asked_often
def verb_at(t: Tree, i: int) -> Cue | None:
    """The row of the verb at word `i`, with its particle or preposition where that makes another verb."""
    token = t.tokens[i]
    for k in t.children(i, "compound:prt", "advmod"):
        if k > i and (found := verb(f"{token.lemma} {t.tokens[k].text}")):
            return found
    for k in t.children(i, "obl", "obj"):
        case = t.child(k, "case")
        if case is not None and (found := verb(f"{token.lemma} {t.tokens[case].text}")):
            return found
    if token.lemma.lower() == "make" and any(t.tokens[k].lemma == "clear" for k in t.children(i)):
        return verb("make clear")
    return verb(token.lemma)


def cue_in(t: Tree, first: int, last: int) -> Cue:
    """The row that best fits the words of a cue: its first known verb, noun, preposition or adverb, in that order."""
    words = " ".join(t.low[first : last + 1])
    for pos in ("prep", "phrase"):
        if (words, pos) in cues():
            return cues()[words, pos]
    for i in range(first, last + 1):
        if t.tokens[i].upos in {"VERB", "AUX"} and (found := verb_at(t, i)) is not None:
            return _taken_for_granted(t, i, last, found) or _by_frame(t, i, found)
    for i in range(first, last + 1):
        token = t.tokens[i]
        read = noun(token.lemma) if token.upos not in {"VERB", "AUX"} else None  # who "signed a bill" gave no sign
        found = read or verb(token.lemma) or adverb(token.text)
        if found:
            return found
    return UNKNOWN_CUE


def _taken_for_granted(t: Tree, i: int, last: int, found: Cue) -> Cue | None:
    """ "denies knowing that it was stolen": that it was is not denied."""
    if found.stance != "deny" or last <= i or t.rel(last) not in {"xcomp", "ccomp"}:
        return None
    inner = verb_at(t, last)
    return inner if inner is not None and inner.stance == "factive" else None


def _by_frame(t: Tree, i: int, found: Cue) -> Cue:
    """ "told them to leave" orders, "told them that" reports; "asked whether" reports a question."""
    inf = next((k for k in t.children(i, "xcomp", "ccomp", "advcl") if _infinitive(t, k)), None)
    if inf is not None and found.words in {"tell", "warn"} and t.child(i, "obj", "iobj", "nsubj:pass") is not None:
        return cues()[f"{found.words} to", "verb"]
    if found.words == "ask" and inf is None and t.child(i, "ccomp") is not None:
        return cues()["ask about", "verb"]
    if found.words == "agree" and inf is not None:
        return cues()["agree to", "verb"]
    if found.words == "advise" and t.child(i, "ccomp") is not None:
        return cues()["advise that", "verb"]
    return found


def _infinitive(t: Tree, k: int) -> bool:
    return any(t.low[m] == "to" and t.tokens[m].upos == "PART" for m in t.children(k, "mark"))
