"""What "it" and "them" mean where the verb settles it: "imposed a curfew in May and lifted it in June".

In:   the drafts of one sentence, the mentions of the report.
Out:  the scene, with `refers` set on a pronoun that the table of states can place.
Room: claim. A pronoun means the nearest thing told before it that the verb can begin, end or otherwise move, in its own
      sentence or the one before; a verb that needs no noun settles nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.claim.event.scene import Scene
from dateline.claim.event.subjects import joined_to
from dateline.claim.lexis import word_list
from dateline.claim.model import Mention, Role
from dateline.claim.tree import several
from dateline.lexicon.states import moved_by

ONE: Final = frozenset({"it"})
MANY: Final = word_list("them they")
BY_ITSELF: Final = word_list(
    "open reopen close shut expire lapse resume restart"
)  # "it opened", with nobody who did so
LONGEST: Final = 500  # characters between a pronoun and what it means


def point_back(scene: Scene, events: Iterable[tuple[str, list[tuple[Role, int]]]]) -> None:
    """Sets what the pronouns of the sentence mean. `events`: lemma and parties (role, word) of each, by place."""
    for lemma, parties in events:
        alone = lemma in BY_ITSELF and not any(role in ("object", "recipient") for role, _ in parties)
        for role, i in parties:
            word = scene.tree.tokens[i]
            told = scene.mention(i)
            if word.text.lower() not in ONE | MANY or (role == "actor" and not alone) or role == "place":
                continue
            many = word.text.lower() in MANY
            meant = _object_before(scene, i, many) or _meant(scene, lemma, word.start, many)
            if meant is not None:
                scene.heads[i] = replace(told, refers=(meant.anchor.start, meant.anchor.end))


def _object_before(scene: Scene, i: int, many: bool) -> Mention | None:
    """ "Halved rations for refugees and will stop them": what the verb before it is done to."""
    t, verb = scene.tree, scene.tree.up(i)
    first = joined_to(t, verb) if verb is not None and t.rel(i) == "obj" else None
    if first is None or verb is None or t.tokens[first].upos != "VERB" or t.children(verb, "nsubj"):
        return None
    things = [k for k in t.children(first, "obj") if first < k < verb and t.tokens[k].upos == "NOUN"]
    if len(things) != 1 or t.children(things[0], "conj"):
        return None
    thing = scene.mention(things[0])
    agrees = thing.refers is None and (several(t, things[0]) or _several(thing)) == many
    return thing if agrees and thing.anchor.end < t.tokens[i].start else None


def _meant(scene: Scene, lemma: str, start: int, many: bool) -> Mention | None:
    """The nearest mention before the pronoun that the verb can move, and that agrees with it in number."""
    nouns = moved_by(lemma)
    near = (m for m in _before(scene, start) if _fits(m, nouns) and _several(m) == many)
    return next(near, None)


def _several(mention: Mention) -> bool:
    """ "Sanctions", and "rebel fighters", whose head is given in the singular."""
    return mention.head.lower().endswith("s") or mention.kind == "group"


def _before(scene: Scene, start: int) -> Iterator[Mention]:
    """The things told before, the nearest first; people and names are meant in other ways."""
    sentences = scene.page.reading.sentences
    first = max((s.start for s in sentences if s.start < scene.sentence.start), default=scene.sentence.start)
    found = [m for m in scene.page.mentions if first <= m.anchor.start and m.anchor.end <= start]
    for m in sorted(found, key=lambda m: (-m.anchor.end, m.anchor.start)):
        if m.refers is None and m.kind != "person" and start - m.anchor.end < LONGEST:
            yield m


def _fits(mention: Mention, nouns: frozenset[str]) -> bool:
    """Whether its head, alone or with the word before it, is a noun of the verb's rows."""
    words = mention.anchor.text.lower().split()
    low = mention.head.lower()
    return bool({low, low.removesuffix("s"), " ".join(words[-2:]), " ".join(words[-3:])} & nouns)
