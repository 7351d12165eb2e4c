"""Reads numbers whose noun only points back: "a fall of $58 million", "that was 40,000 fewer", "the figure fell to 9".

In:   one sentence with its Reader, an amount, what it counts by its own words, and what the numbers before it counted.
Out:  the Counting of the thing that is meant, or None where the words do not point back or nothing fits.
Room: claim. A fall is always a fall of something: where its own words leave open of what, it is of what was told last
      in that unit. The same holds of a figure, a total, a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import Counting, Spot
from dateline.claim.figure.counting import clause_of, so_many_of, word_before
from dateline.claim.figure.places import Reader, with_place
from dateline.claim.tree import Tree

Told = tuple[Spot, Counting]
MOVES: Final = frozenset({
    "fall", "rise", "increase", "drop", "decline", "decrease", "gain", "jump", "slump", "surge", "slide", "advance",
    "reduction", "improvement", "fluctuation", "swing", "plunge", "climb", "dip", "shortfall", "hike", "contraction",
})  # fmt: skip
GOALS: Final = frozenset({"target", "goal", "quota"})
POINTING: Final = frozenset({"figure", "number", "total", "count", "tally", "sum", "amount", "reading", "estimate"})
PRONOUNS: Final = frozenset({"that", "this", "it"})
LESS: Final = frozenset({"more", "fewer", "less", "higher", "lower", "up", "down", "above", "below", "short"})
NEAR: Final = 8  # words between "the number" and the number
STANDING: Final = frozenset({
    "is", "was", "were", "are", "still", "also", "about", "some", "only", "just", "nearly", "over", "more", "than",
    "almost", "around", "already", "up", "down", "roughly", "$", "€", "£",
})  # fmt: skip
LINKS: Final = frozenset({"to", "at", "from", "by", "was", "is", "were", "be", "been", "reached", "stood", "stands"})
FORETOLD: Final = frozenset({"expected", "forecast", "predicted", "projected", "foreseen", "estimated", "anticipated"})
THEM: Final = frozenset({"them", "these", "those", "which", "whom"})
AMONG: Final = ("among them", "including", "among whom", "of them", "of whom")
APART_THEN: Final = 20  # one value so many times the other is no earlier level of it
APART: Final = 100  # one value so many times the other is of another thing
NOTHING: Final = frozenset({"figure", "number", "total"})
EXTREMES: Final = frozenset(
    {"peak", "high", "low", "maximum", "minimum", "height", "trough", "record", "highs", "lows"}
)


def pointed_back(
    reader: Reader, spot: Spot, made: Counting | None, here: Sequence[Told], before: Sequence[Told]
) -> Counting | None:
    """What the amount counts by a number told before, `here` in its sentence or `before` it, the nearest first; None
    where its own words say it."""
    told = (*here, *before)
    amount = spot.amount
    if amount.hyphen or amount.form not in ("count", "fraction") or not told:
        return None
    if made is None and (whole := _whole_of(reader, spot, told)) is not None:
        return whole
    if made is not None and made.counted == "percent" != made.unit and here and here[0][1].unit == "percent":
        return replace(here[0][1], node=spot.last, last=spot.last, unit=made.unit, shift=False)  # "fell 9% to 3 tonnes"
    if (
        at_extreme(reader.tree, spot.first)
        and (one := next((t for t in here if _fits(spot, t, False)), None)) is not None
    ):
        return _of_that(spot, one, False, clause_of(reader.tree, spot.last))
    if _of_then(reader.tree, spot) and (one := _sum_then(spot, told)) is not None:
        return _of_that(spot, one, False, one[1].verb)
    if (wished := _expected_by(reader, spot)) is not None:
        return _of_that(spot, next((t for t in told if _fits(spot, t, False)), None), False, wished)
    if made is not None and made.counted in GOALS and made.kind is None and made.unit == made.counted:
        one = next((t for t in told if _fits(spot, t, False)), None)
        return _of_that(spot, one, False, made.verb)  # "vaccinated 90,000 children, short of the target of 150,000"
    moved = made is not None and made.counted in MOVES and made.kind is None and _move_of_nothing(reader, made)
    if not moved and not _points(reader, spot, made):
        return None
    one = next((t for k, t in enumerate(told) if _fits(spot, t, moved and k < len(here))), None)
    shift = moved or (made is not None and made.shift) or _less(reader.tree, spot)
    stated = _figure_before(reader.tree, word_before(reader.tree, spot) or 0)
    return _of_that(spot, one, shift, clause_of(reader.tree, spot.last if stated is None else stated))


def _of_that(spot: Spot, one: Told | None, shift: bool, verb: int | None) -> Counting | None:
    """The thing told before, counted anew."""
    amount = spot.amount
    if one is None:
        return None
    unit = one[1].unit if one is not None and is_currency(one[1].unit) and amount.kind is None else amount.unit
    unit = "percent" if amount.kind == "percent" else "share" if amount.form == "fraction" else unit
    return replace(
        one[1], node=spot.last, head=None, last=spot.last, unit=unit or one[1].unit, of_at=None, where_at=None,
        verb=verb, part=False, total=False, whole=False, shift=shift, teller=None,
    )  # fmt: skip


def _whole_of(reader: Reader, spot: Spot, told: Sequence[Told]) -> Counting | None:
    """ "About 41,000 of them are in Canada", "among them 410,000 whose details were taken": a part of those before."""
    tree, amount = reader.tree, spot.amount
    behind = tree.low[spot.last + 1 : spot.last + 3]
    before = " ".join(tree.low[max(0, spot.first - 2) : spot.first])
    of_them = behind[:1] == ["of"] and behind[1:] and behind[1] in THEM
    following = tree.tokens[spot.last + 1].upos if spot.last + 1 < len(tree.tokens) else ""
    if not of_them and not (before.endswith(AMONG) and following in ("PRON", "PUNCT", "ADP", "")):
        return None
    if amount.kind is not None or amount.form != "count" or amount.high < 2:
        return None
    one = next((t for t in told if t[0].amount.kind is None and t[0].amount.form in ("count", "vague")), None)
    if one is None or one[1].unit in ("magnitude", "percent", "share", "point") or amount.high > one[0].amount.high:
        return None
    made = replace(so_many_of(tree, spot, one[1], part=True), shift=False, of_at=None, where_at=None)
    return with_place(made, reader.where(spot.last, None, made.verb))


def _of_then(tree: Tree, spot: Spot) -> bool:
    """Whether "of a year earlier", "of last May" follows: "nearly double the 330 million of a year earlier"."""
    words = tree.low[spot.last + 1 : spot.last + 5]
    return words[:1] == ["of"] and bool({"ago", "earlier", "before"} & set(words) or words[1:2] == ["last"])


def at_extreme(tree: Tree, first: int) -> bool:
    """Whether the number at word `first` tells how far something went: "from a peak of 3,400", "a high of 78"."""
    i = first - 1
    while i > 0 and tree.tokens[i].upos in ("ADV", "SYM"):
        i -= 1  # "a peak of about $80"
    led = i > 1 and tree.low[i] == "of" and tree.low[i - 1] in EXTREMES
    return led and tree.tokens[i - 2].upos in ("DET", "ADJ", "PRON", "ADP", "PART", "VERB")


def _sum_then(spot: Spot, told: Sequence[Told]) -> Told | None:
    """The number told just before that an earlier one, with or without its unit, is set against."""
    one = told[0] if told else None
    if one is None or spot.amount.kind not in (None, one[0].amount.kind) or one[1].shift:
        return None
    low, high = sorted((spot.amount.high, one[0].amount.high))
    same = spot.amount.kind is not None or one[0].amount.kind is None or low * APART_THEN >= high
    return one if same and low > 0 else None


def _expected_by(reader: Reader, spot: Spot) -> int | None:
    """The verb of "fewer than the 150,000 economists had expected", "the 4.2 percent forecast by analysts"."""
    tree, i = reader.tree, spot.last + 1
    if i < len(tree.tokens) and tree.low[i] in FORETOLD | {"planned", "targeted"}:
        return i if i + 1 < len(tree.tokens) and tree.low[i + 1] in ("by", "in", "earlier") else None
    first = i
    while i < min(len(tree.tokens), first + 4) and tree.tokens[i].upos in ("NOUN", "PROPN", "ADJ", "DET", "PRON"):
        i += 1
    if i == first:
        return None
    if i < len(tree.tokens) and tree.low[i] in ("had", "have", "has"):
        i += 1
    told = i < len(tree.tokens) and tree.low[i] in FORETOLD
    return i if told else None


def _move_of_nothing(reader: Reader, made: Counting) -> bool:
    """Whether the words leave open what fell: no "fall in exports"."""
    tree, at = reader.tree, made.head
    if at is None:
        return False
    following = tree.low[at + 1] if at + 1 < len(tree.tokens) else ""
    if following == "in" and at + 2 < len(tree.tokens):
        return False
    own = [k for k in tree.children(at, "compound", "nmod") if tree.tokens[k].upos in ("NOUN", "PROPN")]
    return not any(reader.case(k) in ("in", "of", None) and k not in (made.node, made.last) for k in own)


def _points(reader: Reader, spot: Spot, made: Counting | None) -> bool:
    """Whether the subject of the number's clause is "that" or "the figure", with nothing said of what."""
    tree = reader.tree
    words = tree.low[: spot.first]
    if words and words[0] in PRONOUNS and set(words[1:]) <= STANDING and len(words) > 1 and _less(tree, spot):
        return True  # "That was 40,000 fewer than in May"
    verb, i = clause_of(tree, spot.last), word_before(tree, spot)
    if i is None or (made is None and _figure_before(tree, i) is not None):
        return i is not None
    if verb is None:
        return False
    if made is not None and not (made.counted in POINTING or (made.head is None and _less(tree, spot))):
        return False
    if made is None and not (tree.low[i] in LINKS or _less(tree, spot)):
        return False
    near = (*tree.children(verb, "nsubj", "nsubj:pass"), *tree.children(verb, "obj"))
    subject = next((k for k in near if k < spot.first), None)
    if subject is None:
        return False
    token = tree.tokens[subject]
    if token.text.lower() in PRONOUNS and token.upos in ("PRON", "DET"):
        return _less(tree, spot) and subject <= 2
    of_what = [k for k in tree.children(subject, "nmod", "compound") if reader.case(k) in ("of", None)]
    return token.lemma.lower() in POINTING and token.upos == "NOUN" and not of_what


def _figure_before(tree: Tree, i: int) -> int | None:
    """The bare "number" or "figure" before the words that lead to the amount: "the number cut off at 515", "kept to its
    figure of 58"."""
    link = tree.low[i]
    if link == "of":
        named = i > 0 and tree.tokens[i - 1].lemma.lower() in POINTING - {"sum", "amount", "total", "number"}
        return i - 1 if named else None
    if link not in ("to", "at"):
        return None
    for k in range(i - 1, max(-1, i - NEAR), -1):
        token = tree.tokens[k]
        if token.upos in ("PUNCT", "NUM"):
            return None
        if token.upos == "NOUN" and token.lemma.lower() in POINTING:
            return k if tree.low[k + 1] not in ("of", "for") else None
    return None


def _less(tree: Tree, spot: Spot) -> bool:
    """Whether the number says by how much: "40,000 fewer than", "22,000 less", "down 6,000"."""
    after = tree.low[spot.last + 1] if spot.last + 1 < len(tree.tokens) else ""
    before = tree.low[spot.first - 1] if spot.first else ""
    return after in LESS or before == "by"


def _fits(spot: Spot, told: Told, moved: bool) -> bool:
    """Whether the number can be one of those: of their unit and, where it is no share, of their size; a `moved` share
    can be of anything."""
    one, other, counting = spot.amount, told[0].amount, told[1]
    if counting.counted in NOTHING | MOVES or counting.unit in ("magnitude", "year"):
        return False
    if one.kind == "percent" or one.form == "fraction":
        return counting.unit in ("percent", "share") or moved
    if one.kind != other.kind or one.unit != other.unit or other.form != "count":
        return False
    low, high = sorted((one.high, other.high))
    return 0 < high <= APART * low
