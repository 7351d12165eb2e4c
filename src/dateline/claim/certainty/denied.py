"""What a denial above a noun makes of what the noun tells.

In:   the parse, an event's word and the noun that governs it.
Out:  a Signature, or None where nobody denies it.
Room: claim. Used by `chain`.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.certainty.clauses import groundless
from dateline.claim.certainty.table import Signature, lookup
from dateline.claim.certainty.words import words
from dateline.claim.tree import Tree
from dateline.claim.voice import cues
from dateline.claim.voice.cues import verb_at

DROPPING: Final = frozenset(
    {"drop", "abandon", "withdraw", "retract", "rescind", "scrap", "relinquish", "give up", "reverse", "shelve",
     "waive", "renounce", "lift", "soften", "break", "forget", "violate"}
)  # fmt: skip


def _dropped(t: Tree, up: int) -> bool:
    """Whether who demanded or promised it does so no more: "gave up its demand that"."""
    particle = [t.low[k] for k in t.children(up, "compound:prt")[:1]]
    return " ".join([t.tokens[up].lemma.lower(), *particle]) in DROPPING


def content(t: Tree, i: int, g: int) -> Signature | None:
    """ "dismissed a claim by the general that tanks had fired", taken for a relative clause."""
    that = [k for k in t.children(i, "nsubj", "obj", "mark", "obl") if t.low[k] == "that"]
    filled = any(k not in that for k in t.children(i, "nsubj", "nsubj:pass"))
    if not that or not filled or cues.noun(t.tokens[g].lemma) is None or t.rel(that[0]) == "obj":
        return None
    return denied(t, g)


def denied(t: Tree, g: int) -> Signature | None:
    """ "dismissed reports that he had fled", "the report that he fled is a lie", "no truth in rumours that": who says
    so denies it."""
    up = t.up(g)
    if up is None:
        return None
    if t.rel(g) in {"nmod", "obl"}:
        return groundless(t, up)
    if t.rel(g) not in {"obj", "nsubj"}:
        return None
    cue, told = verb_at(t, up), lookup(t, g, "that")
    if told is not None and told.affirmed in {"demanded", "planned"} and _dropped(t, up):
        return Signature("possible", told.affirmed, "", up)  # "agreed to drop its demand that the camp be closed"
    if cue is not None and cue.stance == "deny" and told is not None and told.affirmed == "demanded":
        return Signature("possible", "possible", "", up)  # "rejected a demand that it close the camp"
    if cue is not None and cue.stance == "deny" and t.tokens[g].deprel != "nsubj":  # who denies is not what is denied
        return Signature("denied", "keep", "denied", up)
    false = t.tokens[up].lemma.lower() in words("false") and t.child(up, "cop") is not None
    return Signature("denied", "denied", "denied", up) if false and (t.rel(g) == "nsubj" or g < up) else None
