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
from dateline.claim.tree import Tree
from dateline.claim.voice.names import UNNAMED
from dateline.terms import Voice

HEARSAY: Final = word_list("claim allegation suspicion theory suggestion rumor rumour speculation notion assertion")


def denier(scene: Scene, commitment: Commitment, name_of: Namer) -> str:
    """Who denies it: the subject of the verb that says so; "" where nobody can be named."""
    start = commitment.cue[0] if commitment.cue else -1
    verb = next((n for n, token in enumerate(scene.tree.tokens) if token.start == start), None)
    if verb is None or scene.tree.tokens[verb].upos != "VERB":
        return ""
    return next((name for k in scene.tree.children(verb, "nsubj") if (name := name_of(k))), "")


def is_hearsay(t: Tree, voice: tuple[Voice, ...]) -> bool:
    """ "Claims that he fled": nobody is known who claims it."""
    nobody = {v.anchor.start for v in voice if v.name == UNNAMED}
    only = {token.start for token in t.tokens if token.upos == "NOUN" and token.lemma in HEARSAY}
    return bool(voice) and len(nobody) == len(voice) and nobody <= only
