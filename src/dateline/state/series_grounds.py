"""Says of which lands a sentence speaks, so that a figure of open place is not led to a place it cannot mean.

In:   the sentence that tells a figure, and the place of a series.
Out:  whether the sentence speaks of the whole world, or of other countries and not of that one.
Room: state.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.claim.figure.counted import country_of, owner
from dateline.lexicon.places import place

LONGEST: Final = 1000  # characters of a sentence that are looked at
NAME: Final = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
EVERYWHERE: Final = re.compile(
    r"\b(?:world(?:wide)?|global(?:ly)?|around the (?:world|globe)|(?:five|six|all) continents|countries|nations)\b",
    re.I,
)
BODIES: Final = re.compile(r"\b(?:World (?:Health|Bank|Food|Cup|Trade)|United Nations|Security Council)\b")


@lru_cache(maxsize=20_000)
def lands(text: str) -> frozenset[str]:
    """The countries that the words name: by name, by demonym or by capital; "" for the whole world.

    >>> sorted(lands("Spanish doctors watch 17 people, 900 cases are known worldwide.")), lands("The town is calm.")
    (['', 'Spain'], frozenset())
    """
    words = BODIES.sub("", text[:LONGEST])
    found = {_country(w) for m in NAME.findall(words) for w in (m, *m.split())}
    return frozenset({c for c in found if c} | ({""} if EVERYWHERE.search(words) else set()))


def _country(word: str) -> str | None:
    """The country or region a word names; a town names none for certain: there are many of one name."""
    found = place(word)
    if found is not None and found.kind == "region":
        return found.name
    return owner(word) if found is None or found.kind in ("country", "capital") else None


def elsewhere(text: str, where: str) -> bool:
    """Whether the sentence speaks of other countries or of the whole world, and not of this one.

    >>> elsewhere("Two people in Spain fell ill.", "Mexico"), elsewhere("Two people fell ill.", "Mexico")
    (True, False)
    """
    told = lands(text)
    known = place(where)
    home = country_of(known) if known is not None else where
    return known is not None and bool(told) and home not in told and where.casefold() not in text.casefold()
