"""Tells numbers that count nothing: times, ages, school years, parts of names, list numbers, labels.

In:   what one sentence is read with, and an amount in it.
Out:  whether the amount makes no figure.
Room: claim. "Ana Ruiz, 35", "Air Base 201", "most were between 20 and 54", "a thing or two".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.claim.figure.amounts import Amount
from dateline.claim.figure.counted import Spot, kind_of
from dateline.claim.figure.counting import word_before
from dateline.claim.figure.scene import Scene
from dateline.claim.people.nouns import stands_for
from dateline.claim.tree import Tree
from dateline.sentence.reading import Token

BODIES: Final = frozenset({"crew", "staff", "personnel", "toll", "police", "population", "crowd", "dead", "people"})
NO_NAMES: Final = frozenset({"the", "about", "some", "nearly", "over", "around", "up", "at", "of"})
OLDEST: Final = 110  # years
FORMS: Final = 13  # years of school
ANYBODY: Final = frozenset({"those", "anyone", "everyone", "anybody", "everybody", "people"})
EACH: Final = re.compile(r" (?:each|apiece)\b", re.I)
AGE: Final = re.compile(r"\b(?:aged?|age of|ages|ages of)(?: between| from| about| around| only| just| at least)?\s*$")


def no_figure(scene: Scene, spot: Spot) -> bool:
    """Whether the number is a time, part of a name, an age, a list number or a label."""
    amount, text, tokens = spot.amount, scene.report.text, scene.sentence.tokens
    low, high = amount.core
    if any(t.start < high and low < t.end for _, t in scene.times):
        return True
    if any(n.start < low and high <= n.end for n in scene.names):
        return True
    before, after = text[max(0, low - 30) : low], text[high : high + 3]
    if AGE.search(before.lower()) or _years_old(scene.tree, spot):
        return True
    if amount.kind == "money" and EACH.match(text[amount.end : amount.end + 10]) and before.rstrip().endswith(" or"):
        return True  # "60 buses for 24 million crowns, or 400,000 crowns each"
    named = spot.first > 0 and _capital(tokens[spot.first - 1].text)
    if amount.kind is None and before.rstrip().endswith((",", "(")) and after[:1] in (",", ")", ".", ";", ""):
        owner = tokens[spot.first - 2] if spot.first > 1 else None
        if before.rstrip().endswith("(") or (owner is not None and (_capital(owner.text) or _aged(owner, amount))):
            return True  # "Ana Ruiz, 35,", "Ana Ruiz (35)", "the captain, 58,"
    if _clock(scene, spot) or _or_two(tokens, spot):
        return True
    if amount.kind is None and spot.first == 0 and after[:1] in (".", ")", ":") and text[low:high].isdigit():
        return True  # "3. The port"
    return bool(named and amount.kind is None and _label(scene.tree, spot))


def _aged(owner: Token, amount: Amount) -> bool:
    """Whether a number between commas behind the word can be somebody's age: one person, not several."""
    row, stands = kind_of(owner.lemma), stands_for(owner.lemma)
    person = (row is not None and row["unit"] == "person") or (stands is not None and stands.kind == "person")
    one = person and owner.text.lower() == owner.lemma.lower()
    return one and owner.lemma.lower() not in BODIES and 1 <= amount.low == amount.high <= OLDEST


def _or_two(tokens: Sequence[Token], spot: Spot) -> bool:
    """ "A thing or two", "a day or two"."""
    near = [t.text.lower() for t in tokens[max(0, spot.first - 3) : spot.first]]
    return spot.amount.low == spot.amount.high == 2 and len(near) == 3 and near[0] in ("a", "an") and near[2] == "or"


def _years_old(tree: Tree, spot: Spot) -> bool:
    """Whether it is an age or a school year: "those over 65", "most were between 20 and 54", "year 9 pupils"."""
    amount, i = spot.amount, word_before(tree, spot)
    if amount.kind is not None or amount.high > OLDEST or i is None:
        return False
    before = tree.tokens[i]
    if before.lemma.lower() in ("year", "grade") and amount.high <= FORMS:
        return tree.tokens[i - 1].upos != "NUM" if i else True
    following = tree.tokens[spot.last + 1] if spot.last + 1 < len(tree.tokens) else None
    lone = following is None or following.upos in ("PUNCT", "AUX", "VERB", "ADP", "ADV", "CCONJ")
    if amount.hedge in ("over", "under", "above", "below"):
        row = kind_of(before.lemma)
        return lone and ((row is not None and row["unit"] == "person") or before.text.lower() in ANYBODY)
    ranged = amount.low < amount.high and amount.form == "count"
    return ranged and lone and before.lemma.lower() == "be" and (following is None or following.upos != "VERB")


def _clock(scene: Scene, spot: Spot) -> bool:
    """Whether it is the stamp of a live report: "2332 The mayor says ..."."""
    tokens, (low, high) = scene.sentence.tokens, spot.amount.core
    digits = scene.report.text[low:high]
    if spot.amount.kind or len(digits) != 4 or not digits.isdigit() or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return False
    following = tokens[spot.last + 1].text if spot.last + 1 < len(tokens) else ""
    article = following in ("The", "A", "An", "In", "All")
    return following[:1].isupper() and (spot.first == 0 or article)


def _capital(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in NO_NAMES


def _label(tree: Tree, spot: Spot) -> bool:
    """Whether the number belongs to the name before it: "Air Base 201", "Boeing 737"."""
    if tree.tokens[spot.first - 1].end < tree.tokens[spot.first].start - 1 or spot.first != spot.last:
        return False
    if tree.tokens[spot.first - 1].upos not in ("PROPN", "NOUN"):
        return False
    if tree.tokens[spot.first - 1].text == "number" and spot.first > 1 and tree.tokens[spot.first - 2].upos == "ADV":
        return False  # "its victims now number 71"
    head = tree.up(spot.first)
    if (
        head is not None
        and head < spot.first
        and tree.rel(spot.first) in ("nummod", "flat", "compound", "appos", "nmod", "dep")
    ):
        return True
    nxt = tree.tokens[spot.last + 1] if spot.last + 1 < len(tree.tokens) else None
    return nxt is None or nxt.upos in ("PUNCT", "ADP", "VERB", "AUX", "CCONJ", "SCONJ")
