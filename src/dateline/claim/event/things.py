"""What thing an "it" stands for, inside one sentence: "The ship sank after it was hit".

In:   a sentence with its mentions, and the words that play a role in its events.
Out:  the "it" made to refer to the thing.
Room: claim. People and bodies are found for the whole report (`people/reference.py`); a thing is taken up only by what
stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.claim.event.scene import Scene
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.tree import several

PEOPLE: Final = frozenset({"person", "group"})
BESIDE: Final = frozenset({"advcl", "conj", "acl"})
SPOKEN_TO: Final = word_list(
    "accuse warn ask tell urge blame sue criticise criticize advise inform oblige notify thank remind convince "
    "persuade fine charge order"
)  # which no thing is: "will lay a duty on steel, accusing it of dumping"
CLIMBED: Final = 3  # words climbed to the verb above


def take_up(scene: Scene, words: Iterable[int]) -> None:
    """Makes every "it" among the words refer to the thing that it takes up."""
    t = scene.tree
    for i in words:
        if t.low[i] != "it" or t.tokens[i].upos != "PRON" or scene.mention(i).refers is not None:
            continue
        thing = _thing_before(scene, i)
        if thing is not None:
            named = scene.mention(thing)
            span = (named.anchor.start, named.anchor.end)
            scene.page.spans().setdefault(span, named)
            scene.heads[i] = replace(scene.mention(i), refers=span)


def _thing_before(scene: Scene, i: int) -> int | None:
    """The subject of the clause above where it is one thing; where it is somebody or several, the object."""
    t = scene.tree
    clause = t.up(i)
    if clause is None or t.rel(i) not in {"nsubj", "obj"} or t.tokens[clause].upos != "VERB":
        return None
    if t.rel(i) == "obj" and t.tokens[clause].lemma.lower() in SPOKEN_TO:
        return None
    if t.rel(clause) not in BESIDE or (t.rel(clause) == "conj" and t.child(clause, "nsubj") is None):
        return None
    main = next((k for k in t.ancestors(clause, CLIMBED) if t.tokens[k].upos == "VERB"), None)
    if main is None or main > i:
        return None
    subject = t.child(main, "nsubj")
    if subject is None or subject > i:
        return None
    if _one_thing(scene, subject):
        return subject
    objects = [k for k in t.children(main, "obj") if main < k < clause]
    site = t.rel(i) == "obj" and any(is_kind(t.tokens[k].lemma.lower(), "site", "vehicle") for k in objects)
    somebody = _somebody(scene, subject) or (site and t.tokens[subject].upos == "PROPN")  # "after a ship hit it"
    return objects[0] if somebody and len(objects) == 1 and _one_thing(scene, objects[0]) else None


def _one_thing(scene: Scene, k: int) -> bool:
    t = scene.tree
    token = t.tokens[k]
    if token.upos != "NOUN" or token.text.lower() != token.lemma.lower() or t.children(k, "conj", "nummod"):
        return False
    mention = scene.known(k)
    known = mention is not None and mention.kind in PEOPLE | {"organisation", "office", "publisher"}
    return not known and not is_kind(token.lemma.lower(), "person")


def _somebody(scene: Scene, k: int) -> bool:
    mention = scene.known(k)
    return (
        several(scene.tree, k)
        or (mention is not None and mention.kind in PEOPLE)
        or is_kind(scene.tree.tokens[k].lemma, "person")
    )
