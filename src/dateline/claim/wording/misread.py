"""Signs that a sentence was not read as it was meant: a noun that has swallowed a verb, words without their subject,
headlines that a page runs together.

In:   the tree of a sentence, an event of it, the sentence's words.
Out:  whether who did what to whom cannot be told from the tree. Its claim is kept; no line shows it.
Room: claim. Grammar alone is asked, never what the words mean.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.event.roles import preposition
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, base
from dateline.claim.wording.phrases import plain_phrase

RELATIVE: Final = word_list("which that who whom whose what")
# Verbs that take no object; one that has one was read with a word of another clause.
WITHOUT: Final = word_list(
    "clash arrive come go fall rise die collapse occur happen appear remain disappear emerge rally "
    "step talk erupt escalate converge gather erode surge plummet flare vanish retire belong"
)
DATELINE: Final = re.compile(
    r"\((?:[A-Z]{2,}|Reuters|Bloomberg)\)\s*(?:--?|–|—)\s"
)  # "... in the city KOR (ABC) -- The"
HIGHLIGHTS: Final = 60  # characters before a dateline; more are the highlights that a page runs together with it
# "aid effort stalls The minister said": a capital that no name has, behind a word without a full stop.
RUN_ON: Final = re.compile(
    r"[a-z0-9] (?:(?:The|A|An|In|On|At|For|But|And|He|She|It|They|We|There|This|That|These|Some|Many|More|Several|With|"
    r"Under|After|About|By) (?=[a-z0-9])|(?:Minister|By) (?=[A-Z][a-z]+ [a-z])|"
    r"(?<!and )(?<!but )(?<!as )(?<!that )(?<!while )(?<!when )(?<!after )(?<!because )(?<!what )(?<!which )(?<!if )"
    r"(?:Mr|Mrs|Ms|Dr|President) (?=[A-Z][a-z]+ (?:said|says|told|added)\b))"
)  # "met President Roe in Kor", "and President Roe fled" are plain sentences
CUT_OPEN: Final = re.compile(r"[A-Z0-9.=]{1,6}\)")  # "L) fell 3 percent": the end of a code, cut off its name
FINITE: Final = word_list("is are was were has have had will would can could may might must does do did")


def misread(tree: Tree, event: Happening, sentence: str, at: int) -> bool:
    """Whether the event's words cannot be trusted; `at`: where the event's word stands in the sentence, characters."""
    return (
        _run_together(sentence, at)
        or (CUT_OPEN.match(sentence) is not None and 0 in (*event.frame.subj, *event.frame.obj))
        or _misordered(tree, event)
        or any(_holds_a_verb(tree, h) for h in (*event.frame.subj, *event.frame.obj))
        or _lost_its_subject(tree, event)
        or _active_after_all(tree, event)
        or _of_nobody(tree, event)
    )


def _of_nobody(tree: Tree, event: Happening) -> bool:
    """ "Nobody who gave an order has been tried": what a clause tells of nobody, it does not tell."""
    up = tree.up(event.carrier)
    relative = tree.tokens[event.carrier].deprel == "acl:relcl" and up is not None
    return relative and up is not None and tree.low[up] in {"nobody", "none", "nothing", "no-one"}


def torn(tree: Tree, k: int) -> bool:
    """ "with a helicopter flying surveillance", where the parser takes the last word for what stands behind "with": a
    verb stands between the preposition and its noun."""
    case = tree.child(k, "case")
    low, _ = plain_phrase(tree, k)
    between = range(case + 1, low) if case is not None and case < low else ()
    return any(tree.tokens[m].upos == "VERB" and tree.tokens[m].deprel not in {"amod", "discourse"} for m in between)


def _run_together(sentence: str, at: int) -> bool:
    """Headlines and highlights without full stops: whose words are whose cannot be told."""
    found = DATELINE.search(sentence)
    return RUN_ON.search(sentence) is not None or (
        found is not None and found.start() > HIGHLIGHTS and at < found.start()
    )


def _misordered(tree: Tree, event: Happening) -> bool:
    """Whether a word stands where no object can: before an active verb, though nothing relative leads back to it."""
    if event.noun or event.frame.passive:
        return False
    own = tree.children(event.at, "obj")
    before = [k for k in own if k < event.at and tree.low[k] not in RELATIVE]
    if before and len(before) == len(own):
        return base(tree.tokens[event.at].deprel) not in {"acl", "parataxis"}
    how_far = any(_how_far(tree, k) for k in event.frame.obj)
    return bool(event.frame.obj) and event.lemma in WITHOUT and not how_far


def _how_far(tree: Tree, k: int) -> bool:
    """ "fell 3 percent", "rose $2": by how much is no object."""
    return any(tree.tokens[n].upos in {"NUM", "SYM"} or tree.tokens[n].text in "%$€£¥" for n in tree.kids[k]) or (
        tree.tokens[k].upos in {"NUM", "SYM"}
    )


def _holds_a_verb(tree: Tree, h: int) -> bool:
    """ "a guest tested positive expressed dismay", read as one noun: behind a noun a past form is no adjective."""
    low, high = plain_phrase(tree, h)
    for m in range(max(low, 0) + 1, high + 1):
        word, before = tree.tokens[m], tree.tokens[m - 1]
        verbal = word.upos == "VERB" and word.deprel == "amod" and word.text.lower().endswith("ed")
        if verbal and m < h and before.upos in {"NOUN", "PROPN"} and before.text[-2:] not in {"'s", "’s"}:
            return True
    return False


def _lost_its_subject(tree: Tree, event: Happening) -> bool:
    """ "gave 2 m and Belgium and Osland are offering tents": a finite verb has its subject before it; one that the
    parser gave none, right behind a noun that it gave to something else, is nobody's."""
    i = event.carrier
    if event.noun or tree.children(i, "nsubj", "csubj", "expl") or base(tree.tokens[i].deprel) not in {"advcl", "conj"}:
        return False
    first = next((k for k in tree.children(i, "aux", "aux:pass") if k < i), None)
    if first is None or first == 0 or tree.low[first] not in FINITE or tree.children(i, "mark"):
        return False
    return tree.tokens[first - 1].upos in {"NOUN", "PROPN"} and not preposition(tree, first - 1)


def _active_after_all(tree: Tree, event: Happening) -> bool:
    """ "The last of the ships that had waited passed the canal", where the parser takes "passed" for what was done to
    the ships: nothing bare stands right behind a passive without its auxiliary."""
    i = event.carrier
    if event.noun or not event.frame.passive or tree.children(i, "aux:pass"):
        return False
    behind = (k for k in tree.children(i, "obl") if k > i and tree.tokens[k].deprel == "obl")
    return any(tree.left[k] == i + 1 and not tree.children(k, "case") for k in behind)
