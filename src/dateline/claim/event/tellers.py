"""Who stands behind an event that is only said, or that is denied.

In:   the sentence, the voices that tell the event, and how certain it is.
Out:  whether nobody is known who says it; the name of who denies it.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.certainty.factuality import Commitment
from dateline.claim.event.scene import Namer, Scene
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, negated
from dateline.claim.voice.names import UNNAMED
from dateline.terms import Voice

HEARSAY: Final = word_list("claim allegation suspicion theory suggestion rumor rumour speculation notion assertion")

RUMOURS: Final = word_list("report claim allegation suggestion rumor rumour speculation information assertion")
CONFIRMING: Final = word_list(
    "confirm corroborate acknowledge admit substantiate concede verify prove establish document"
)
UNSURE: Final = word_list("unconfirmed unverified conflicting contradictory unsubstantiated persistent baseless")
NEAR: Final = 5  # words before "deny" that "neither" stands in


def denier(scene: Scene, commitment: Commitment, name_of: Namer) -> str:
    """Who denies it: the subject of the verb that says so; "" where nobody can be named."""
    start = commitment.cue[0] if commitment.cue else -1
    verb = next((n for n, token in enumerate(scene.tree.tokens) if token.start == start), None)
    if verb is None or scene.tree.tokens[verb].upos != "VERB":
        return ""
    return next((name for k in scene.tree.children(verb, "nsubj") if (name := name_of(k))), "")


def non_committal(t: Tree, i: int) -> bool:
    """ "would neither confirm nor deny it": who says so has done neither."""
    return t.tokens[i].lemma.lower() in {"confirm", "deny"} and "neither" in t.low[max(0, i - NEAR) : i]


def only_rumoured(t: Tree, i: int) -> bool:
    """ "could not confirm reports that two had been killed", "would neither confirm nor deny that he was expelled":
    nobody tells it as done; "confirmed reports that", "the army's claim that" have somebody who says so."""
    up = t.up(i)
    while up is not None and t.rel(i) == "conj":
        i, up = up, t.up(up)
    if up is None:
        return False
    if t.rel(i) == "ccomp":
        return non_committal(t, up)
    kinds = [k for k in t.children(up, "nmod:poss", "amod", "compound") if t.low[k] not in UNSURE]
    noun = t.tokens[up].lemma.lower() in RUMOURS and not kinds
    verb = t.up(up)
    if t.rel(i) != "acl" or not noun or verb is None or not any(t.low[k] == "that" for k in t.children(i, "mark")):
        return False
    no = negated(t, verb)
    return no or t.tokens[verb].lemma.lower() not in CONFIRMING


def is_hearsay(t: Tree, voice: tuple[Voice, ...]) -> bool:
    """ "Claims that he fled": nobody is known who claims it."""
    nobody = {v.anchor.start for v in voice if v.name == UNNAMED}
    only = {token.start for token in t.tokens if token.upos == "NOUN" and token.lemma in HEARSAY}
    return bool(voice) and len(nobody) == len(voice) and nobody <= only
