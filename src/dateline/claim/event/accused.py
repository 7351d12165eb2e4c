"""Who denies at once what he is accused of: "accused the army of shelling a village; the army denied this".

In:   a sentence with the one behind it, and an event of it that somebody is accused of.
Out:  the words for who denies it; None where nobody does. Only an answer to the whole counts: "denied the accusation",
      "denies this", "which it rejects", in the same sentence or at the head of the next.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.event.scene import Scene
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, base, negated
from dateline.claim.wording.phrases import plain_phrase

ACCUSING: Final = word_list("accuse suspect charge blame")
DENYING: Final = word_list("deny reject dismiss dispute refute")
THE_WHOLE: Final = word_list(
    "this it that which accusation accusations charge charges allegation allegations claim claims report reports "
    "responsibility involvement"
)
ABOVE: Final = 3  # words up the tree to the one that accuses


def denied_by(scene: Scene, number: int, event: Happening) -> str | None:
    """The words for who denies the event; "" where a pronoun does."""
    t = scene.tree
    if not _accused(t, event):
        return None
    verb = next((k for k in range(event.carrier + 1, len(t.tokens)) if _denies(t, k)), None)
    if verb is not None:
        return _who(scene, t, verb)
    sentences = scene.page.reading.sentences
    behind = sentences[number + 1] if number + 1 < len(sentences) else None
    if behind is None or scene.page.trees is None:
        return None
    after = scene.page.trees.of(behind)
    root = next((k for k in range(len(after.tokens)) if after.up(k) is None), None)
    if root is None or not _denies(after, root):
        return None
    return _who(scene, after, root)


def _accused(t: Tree, event: Happening) -> bool:
    """ "accused it of bombing the dam", "is suspected of", "blamed it for"."""
    over = [k for k in t.ancestors(event.carrier, ABOVE) if t.tokens[k].lemma.lower() in ACCUSING]
    return bool(over) and base(t.tokens[event.carrier].deprel) in {"advcl", "xcomp", "obl", "ccomp", "obj", "acl"}


def _denies(t: Tree, k: int) -> bool:
    """Whether the verb denies the whole of what was said."""
    if t.tokens[k].upos != "VERB" or t.tokens[k].lemma.lower() not in DENYING or t.children(k, "ccomp", "xcomp"):
        return False
    if negated(t, k):
        return False
    what = {t.low[m] for m in t.children(k, "obj")}
    return bool(what & THE_WHOLE)


def _who(scene: Scene, t: Tree, verb: int) -> str:
    """The words of the subject of the verb."""
    subject = t.child(verb, "nsubj")
    if subject is None or t.tokens[subject].upos == "PRON":
        return ""
    low, high = plain_phrase(t, subject)
    start, end = t.chars(low, high)
    return scene.page.report.text[start:end]
