"""Reads people counted without a noun for them: "300 Americans", "33 dead and 150 in hospital".

In:   one sentence with its Reader and a number.
Out:  a Counting of people; None where no name of a people and no plight stands right behind the number.
Room: claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import Counting, Spot, owner
from dateline.claim.figure.counting import finish
from dateline.claim.figure.deeds import plight
from dateline.claim.figure.places import Reader, with_place
from dateline.lexicon.places import demonym, place

FEW: Final = 2


def nation(reader: Reader, spot: Spot) -> Counting | None:
    """ "300 Americans", "400,000 Rohingya": a people by its name."""
    tree, i = reader.tree, spot.last + 1
    if i >= len(tree.tokens) or spot.amount.low < 2 or tree.tokens[i].upos not in ("PROPN", "NOUN", "ADJ"):
        return None
    word = tree.tokens[i].text
    following = tree.tokens[i + 1].upos if i + 1 < len(tree.tokens) else ""
    named = owner(word) if demonym(word) else word if spot.amount.low >= 20 and place(word) is None else None
    if not word[:1].isupper() or word.isupper() or named is None or following in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    return replace(finish(reader, i, i, "people", False), of=named, of_at=i)


def in_a_plight(reader: Reader, spot: Spot) -> Counting | None:
    """ "33 dead and 150 in hospital": people, and what is told of them stands right behind."""
    if spot.amount.form not in ("count", "vague") or spot.amount.high < FEW or plight(reader.tree, spot.last) is None:
        return None
    return with_place(Counting(spot.last, None, "people", "person", spot.last), reader.where(spot.last, None, None))
