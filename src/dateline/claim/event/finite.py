"""Which verb a joined verb is joined to, by its form: a finite verb is not joined to an infinitive.

In:   the tree of a sentence and the indexes of verbs.
Out:  yes or no; the verb above that fits.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.passive import participle
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.tree import Tree, marked_to
from dateline.claim.wording.inflect import past

DEEP: Final = 12  # steps up from one infinitive to the next
REACTED: Final = frozenset({"after", "when", "because"})
# What hardly anybody does who answers the like of it: told behind "after", it is of those who did the rest there.
HARMING: Final = word_list(
    "kill wound injure shoot stab behead rape torch burn loot ransack plunder kidnap abduct throw hurl pelt smash "
    "vandalise vandalize rob set damage destroy murder behead maim hurt"
)
SAYING: Final = word_list("say report state insist maintain add announce tell claim explain note confirm")
LIFE: Final = frozenset({"life", "lives"})
FINITE: Final = word_list("will would shall can could may might must should has had is are was were")


def plain_past(tree: Tree, i: int) -> bool:
    """Whether the word is a verb in the simple past, in the active."""
    word = tree.tokens[i]
    return word.upos == "VERB" and participle(word.text, word.lemma) and not tree.children(i, "aux", "cop")


def _bare_be(tree: Tree, i: int) -> bool:
    """ "to raise the money or be wound up": a passive as bare as the infinitive that it is joined to."""
    return [tree.low[k] for k in tree.children(i, "aux", "aux:pass")] == ["be"]


def yet_to(tree: Tree, i: int) -> bool:
    """ "The army had yet to reach the town": what it had not done is told, and no having to."""
    return tree.tokens[i].lemma.lower() == "have" and tree.low[i + 1 : i + 3] == ["yet", "to"]


def finite_before(tree: Tree, i: int, up: int) -> int:
    """ "asked them to leave and sought help": a finite verb is not joined to the infinitive before it, but to what
    governs that, wherever the parser hung it; "helps them flee and will pay": nor to a bare one."""
    word = tree.tokens[i]
    for _ in range(DEEP):
        above = tree.up(up)
        base_form = word.text.lower() == word.lemma.lower() or word.text.lower().endswith("ing") or _bare_be(tree, i)
        wills = tree.rel(up) == "xcomp" and _has_own(tree, i) and not _has_own(tree, up)
        if above is None or not (wills or (marked_to(tree, up) and not base_form)):
            break
        up = above
    return up


def harm_before(tree: Tree, i: int, up: int) -> int | None:
    """The verb of those who did the harm, though the parser joins it to the main verb, which does none.

    "Declared an emergency after gunmen stormed a camp and killed nine": not behind a comma; "flew to Kor after the
    bombings that targeted two embassies, but mostly claimed Norlander lives".
    """
    life = tree.tokens[i].lemma.lower() == "claim" and any(tree.low[k] in LIFE for k in tree.children(i, "obj"))
    if not (life or tree.tokens[i].lemma.lower() in HARMING) or tree.tokens[up].lemma.lower() in HARMING:
        return None
    for k in (n for n in range(i - 1, up, -1) if _told_past(tree, n)):
        if tree.tokens[k].lemma.lower() in HARMING:
            continue  # "came after a riot that hurt 40 and shot nine men": two harms, and of whom is open
        which = next((n for n in tree.children(k, "nsubj") if tree.low[n] in {"that", "which"}), 0)
        if which and is_kind(tree.low[which - 1], "disaster", "violence"):
            return k
    for k in tree.children(up, "advcl"):
        inside = up < k < i and _told_past(tree, k) and bool(tree.children(k, "nsubj"))
        marked = any(tree.low[m] in REACTED for m in tree.children(k, "mark", "advmod"))
        if inside and marked and not any(tree.tokens[m].text in {",", ";"} for m in range(k, i)):
            return k
    return None


def said_before(tree: Tree, i: int, up: int) -> int:
    """ "He said the teams were ready and had begun to arrive": with a "had" of its own behind a plain "said" it goes
    on with what was said."""
    spoken = tree.tokens[up].lemma.lower() in SAYING and plain_past(tree, up) and not tree.children(i, "nsubj")
    had = spoken and any(tree.low[k] in {"had", "would"} for k in tree.children(i, "aux"))
    told = (k for k in tree.children(up, "ccomp") if up < k < i and tree.children(k, "nsubj"))
    return next(told, up) if had else up


def _told_past(tree: Tree, i: int) -> bool:
    """The same, or one whose past is its plain form: "a ship hit it"."""
    word = tree.tokens[i]
    return plain_past(tree, i) or (word.upos == "VERB" and word.text.lower() == past(word.lemma.lower()))


def _has_own(tree: Tree, i: int) -> bool:
    """Whether a verb has a helping word that only a finite verb has: "will provide"."""
    return any(tree.low[k] in FINITE for k in tree.children(i, "aux"))
