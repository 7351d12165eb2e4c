"""The content words of an event, folded to one spelling, for linking.

In:   words of a sentence or of a mention.
Out:  lemmas and names: "Nigerien" and "Niger" are one, and so are "U.S." and "the United States".
Room: claim.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.event.scene import Scene
from dateline.claim.lexis import word_list
from dateline.claim.model import Role
from dateline.claim.wording.forms import noun_lemma
from dateline.lexicon.places import demonym, fold, place

STOP: Final = word_list("be have do the a an of to in on at by for with and or that this it its he she they their we")
CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LONGEST: Final = 4  # words of a place name


def terms(scene: Scene, event: Happening, parties: list[tuple[Role, int]]) -> tuple[str, ...]:
    """Content lemmas of the event and its participants, sorted."""
    t = scene.tree
    found: set[str] = set(event.lemma.split())
    heads = [i for _, i in parties] + [h for _, h in event.frame.obls] + list(event.frame.subj + event.frame.obj)
    if event.frame.inf is not None:
        heads.append(event.frame.inf)
    for h in heads[:12]:
        mention = scene.heads.get(h)
        if mention is not None and mention.refers is not None:
            found |= content(scene.page.root(mention).anchor.text)
        low, high = t.noun_phrase(h)
        low, high = max(low, h - 8), min(high, h + 8)
        words = [(k.text if k.upos == "PROPN" or k.text[:1].isupper() else noun_lemma(k.text, k.lemma))
                 for k in t.tokens[low : high + 1] if k.upos in CONTENT]  # fmt: skip
        found |= content(" ".join(words))
    return tuple(sorted(found - STOP))


@lru_cache(maxsize=20_000)
def content(text: str) -> frozenset[str]:
    """The folded content words of a phrase; a place name of several words is one.

    >>> sorted(content("the United States and Nigerien troops"))
    ['niger', 'troops', 'united states']
    """
    words = text.split()[:40]
    out: set[str] = set()
    i = 0
    while i < len(words):
        step = next((n for n in range(min(LONGEST, len(words) - i), 1, -1) if _is_place(words[i : i + n])), 1)
        out.add(folded(" ".join(words[i : i + step])))
        i += step
    return frozenset(w for w in out if w not in STOP and any(c.isalnum() for c in w))


def _is_place(words: list[str]) -> bool:
    return words[0][:1].isupper() and words[-1][:1].isupper() and place(" ".join(words)) is not None


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """A word as linking compares it: demonyms become their country.

    >>> folded("Nigerien"), folded("U.S."), folded("Troops")
    ('niger', 'united states', 'troops')
    """
    bare = word.strip("'’\"“”.,;:()").removesuffix("'s").removesuffix("’s")
    known = (demonym(bare) or place(bare if "." not in word else word)) if bare[:1].isupper() else None
    return fold(known.name) if known else fold(bare)
