"""Whom "he" or "she" stands for by what was done just before: who was named takes over, who got bail leaves prison.

In:   the mentions of one report seen so far, a pronoun, and the persons near that it can stand for.
Out:  the span of the one to whom it was done; None where none or several are told so.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.people.seen import Seen
from dateline.claim.people.shape import is_subject
from dateline.claim.tree import Tree, base
from dateline.sentence.reading import Span

NAMING: Final = word_list("appoint name nominate elect choose pick select tap designate promote install")
TAKING: Final = word_list("succeed replace take assume start begin")  # what who was named does next
REMOVING: Final = word_list("sack fire dismiss remove oust axe suspend dump drop relieve depose impeach")
LEAVING: Final = word_list("resign quit retire die leave depart")  # and "step down"
STEAD: Final = frozenset({"place", "stead"})
FREEING: Final = word_list("grant give award release free pardon acquit bail clear spare")
WALKING: Final = word_list("walk leave step emerge come")
CELLS: Final = word_list("prison jail custody cell detention dock")
SUFFERING: Final = frozenset({"obj", "iobj", "nsubj:pass"})


def done_to(seen: Seen, k: int, near: Collection[int]) -> Span | None:
    """ "The president appointed Diego Ramos. He takes over in May": Ramos; "fired Ida Roe and named Jan Voss to replace
    her": Roe; "a judge granted Ivo Mann bail. He walked out of prison": Mann."""
    t, f = seen.tree(k), seen.found[k]
    verb = t.up(f.head)
    if verb is None:
        return None
    lemma, outer = t.tokens[verb].lemma.lower(), t.up(verb)
    if is_subject(seen, k) and (lemma in TAKING or (lemma in WALKING and _from_a_cell(t, verb))):
        done = NAMING if lemma in TAKING else FREEING
        return _who_was(seen, [j for j in near if f.sentence - seen.found[j].sentence == 1], done)
    follows = base(t.tokens[f.head].deprel) == "obj" and lemma in {"replace", "succeed"}
    if follows and outer is not None and t.tokens[outer].lemma.lower() in NAMING:
        return _who_was(seen, [j for j in near if f.sentence - seen.found[j].sentence <= 1], REMOVING)
    return None


def in_whose_place(seen: Seen, k: int, near: Collection[int]) -> Span | None:
    """ "The president dismissed Jan Voss. Ida Roe will act in his place", "Jan Voss resigned. Ida Roe will lead in his
    stead": that of the one who goes."""
    t, head = seen.tree(k), seen.found[k].head
    noun = t.up(head)
    if (
        noun is None
        or t.tokens[noun].lemma.lower() not in STEAD
        or [t.low[c] for c in t.children(noun, "case")] != ["in"]
    ):
        return None
    before = [j for j in near if 0 <= seen.found[k].sentence - seen.found[j].sentence <= 1]
    return _who_was(seen, before, REMOVING) or _who_did(seen, before, LEAVING)


def in_a_place(seen: Seen, k: int) -> bool:
    """ "In his place": whether the word tells of nobody but who is no longer there."""
    t = seen.tree(k)
    noun = t.up(seen.found[k].head)
    stead = noun is not None and t.tokens[noun].lemma.lower() in STEAD
    return noun is not None and stead and [t.low[c] for c in t.children(noun, "case")] == ["in"]


def _who_did(seen: Seen, near: Collection[int], done: frozenset[str]) -> Span | None:
    """The one person named near who does one of the verbs."""
    told = {seen.root_of(j) for j in near if is_subject(seen, j) and _verb_of(seen, j) in done}
    return told.pop() if len(told) == 1 else None


def _verb_of(seen: Seen, j: int) -> str:
    up = seen.tree(j).up(seen.found[j].head)
    return "" if up is None else seen.tree(j).tokens[up].lemma.lower()


def _from_a_cell(t: Tree, verb: int) -> bool:
    """ "Walked out of Luzira prison"."""
    return any(t.tokens[i].lemma.lower() in CELLS for i in t.children(verb, "obl", "obj"))


def _who_was(seen: Seen, near: Collection[int], done: frozenset[str]) -> Span | None:
    """The one person named near to whom one of the verbs is done."""
    told = set()
    for j in near:
        t, head = seen.tree(j), seen.found[j].head
        up = t.up(head)
        if up is not None and t.tokens[head].deprel in SUFFERING and t.tokens[up].lemma.lower() in done:
            told.add(seen.root_of(j))
    return told.pop() if len(told) == 1 else None
