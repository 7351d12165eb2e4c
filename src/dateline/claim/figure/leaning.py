"""Reads numbers that say by how much, how many more, or which part of what was told just before.

In:   one sentence with its Reader, an amount without a noun of its own, and what the number before it counted.
Out:  a Counting, or None where the words do not lean that way.
Room: claim. "1,100 fewer than a year ago", "options on another 12", "of 14 ponds five have dried out".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import MILLION, Counting, Spot, kind_of, lemma_of, noun_after, time_words
from dateline.claim.figure.counting import finish, so_many_of, word_before
from dateline.claim.figure.places import Reader
from dateline.claim.tree import Tree

COMPARED: Final = frozenset({"more", "fewer", "less", "larger", "smaller", "lower", "higher", "cheaper"})
SIDES: Final = {  # how it stands to what: the word, and the words behind it that set it against something
    "below": ("the", "a", "last", "its", "what"),
    "above": ("the", "a", "last", "its", "what"),
    "short": ("of",),
    "over": ("budget", "target"),
    "under": ("budget", "target"),
    "up": ("on",),
    "down": ("on",),
    "ahead": ("of",),
    "behind": ("the",),
}
FURTHER: Final = frozenset({"another", "additional", "further", "extra"})
REACH: Final = 4  # words climbed to the one that has a subject
NEAR: Final = 14  # words between a whole and the part told of it
SUMS: Final = 1000  # from here on a number behind "a loss of", "a crowd of" is the size of it, and no "mother of 12"
PLURAL: Final = frozenset({"sale", "export", "import", "revenue", "earning", "saving", "asset", "loss"})
NO_SUMS: Final = frozenset({
    "total", "sum", "amount", "figure", "number", "worth", "excess", "rest", "out", "part", "half", "majority",
    "front", "instead", "member", "type", "kind", "list", "group", "value", "percent", "share", "quarter", "third",
    "one",
})  # fmt: skip


def set_against(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None) -> Counting | None:
    """ "210 million more than in spring", "4 percent below the plan": by how much what was told before differs; else
    what its clause is about ("the shares were 7 percent lower", "uses 20 percent less fuel")."""
    tree, amount = reader.tree, spot.amount
    if amount.hyphen or amount.form not in ("count", "fraction") or not _differs(tree, spot, before is not None):
        return None
    unit = "percent" if amount.kind == "percent" else "share" if amount.form == "fraction" else amount.unit
    more = _what_differs(reader, spot)
    if more is not None:
        return replace(more, node=spot.last, last=spot.last, unit=unit or more.unit, states=(), shift=True)
    if before is not None and _of_a_kind(spot, before):
        told = before[1]
        if amount.kind == "points" and tree.low[spot.last + 1] == "ahead":  # "on 38 percent, eight points ahead of her"
            return replace(_lead(told), node=spot.last, last=spot.last)
        return replace(
            told, node=spot.last, last=spot.last, unit=unit or told.unit, part=False, total=False, shift=True
        )
    subject = _about(reader, spot) if unit is not None else None
    if subject is None:
        return None
    made = finish(reader, subject, subject, lemma_of(tree, subject), False)
    return replace(made, node=spot.last, last=spot.last, unit=unit or made.unit, states=(), shift=True)


def _lead(told: Counting) -> Counting:
    return replace(told, counted="lead", unit="point", states=(), part=False, total=False, kind=None, head=None)


def _differs(tree: Tree, spot: Spot, leans: bool) -> bool:
    """Whether the words behind the number set it against something; "20 more troops" count troops."""
    tokens, i = tree.tokens, spot.last + 1
    word = tokens[i].text.lower() if i < len(tokens) else ""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if word in SIDES:
        return behind is not None and behind.text.lower() in SIDES[word] and (leans or spot.amount.kind == "percent")
    if word not in COMPARED:
        return False
    if spot.amount.kind == "percent" or spot.amount.form == "fraction":
        return True
    return behind is None or behind.text.lower() == "than" or (word != "more" and behind.upos == "PUNCT")


def _what_differs(reader: Reader, spot: Spot) -> Counting | None:
    """The fuel of "20 percent less fuel"."""
    tree, i = reader.tree, spot.last + 2
    if spot.amount.kind != "percent" or i >= len(tree.tokens) or tree.tokens[i].upos not in ("NOUN", "ADJ"):
        return None
    noun = noun_after(tree, i - 1)
    return finish(reader, noun, noun, lemma_of(tree, noun), False) if noun is not None else None


def _of_a_kind(spot: Spot, before: tuple[Spot, Counting]) -> bool:
    """Whether the number can be a difference of what was told before: so much money of money, so many of those."""
    kind, told = spot.amount.kind, before[0].amount.kind
    if told == "percent":
        return kind in ("percent", "points")
    return kind in (None, "percent", told)


def _about(reader: Reader, spot: Spot) -> int | None:
    """The noun that its clause is about: the object before it, else the subject."""
    tree = reader.tree
    for up in tree.ancestors(spot.last, REACH):
        near = (*tree.children(up, "obj"), *tree.children(up, "nsubj", "nsubj:pass"))
        found = next((k for k in near if k < spot.first and tree.tokens[k].upos == "NOUN"), None)
        if found is not None:
            return found
        if tree.tokens[up].upos == "VERB":
            return None
    return None


def so_many_more(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None) -> Counting | None:
    """ "14 boats, with options on another 12", "moved 60 clerks and hired 20 more": of those told before."""
    tree = reader.tree
    i = word_before(tree, spot)
    following = tree.tokens[spot.last + 1] if spot.last + 1 < len(tree.tokens) else None
    after = tree.tokens[spot.last + 2] if spot.last + 2 < len(tree.tokens) else None
    bare = after is None or after.upos not in ("NOUN", "PROPN", "ADJ", "NUM")
    more = following is not None and following.text.lower() == "more" and bare
    lone = following is None or following.upos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV")
    told = more or (i is not None and tree.low[i] in FURTHER and lone)
    if before is None or not told or spot.amount.kind is not None or spot.amount.form != "count":
        return None
    if before[0].amount.kind is not None or before[0].amount.form == "ordinal":
        return None
    return replace(so_many_of(tree, spot, before[1], part=False), whole=False)


def so_much_of(reader: Reader, spot: Spot, made: Counting | None, before: tuple[Spot, Counting] | None) -> bool:
    """Whether it tells as a share what was told as a number: "2.3 million people, or 40 percent of the population"."""
    tree, i = reader.tree, word_before(reader.tree, spot, frozenset({"ADV"}))
    if made is None or before is None or made.head is None or made.unit not in ("percent", "share") or i is None:
        return False
    between = [t.upos for t in tree.tokens[before[0].last + 1 : i]]
    near = len(between) <= REACH + 1 and set(between) <= {"NOUN", "PROPN", "ADJ", "ADP", "DET", "PUNCT"}
    return (
        tree.low[i] == "or"
        and near
        and before[0].amount.kind in (None, "money")
        and before[1].unit not in ("percent", "share")
    )


def part_of_whole(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None) -> Counting | None:
    """ "Of 14 ponds within a mile, five have dried out": the five are ponds, and a part."""
    tree = reader.tree
    if before is None or not before[1].total or spot.amount.kind is not None or spot.first - before[0].last > NEAR:
        return None
    following = tree.tokens[spot.last + 1].upos if spot.last + 1 < len(tree.tokens) else ""
    if spot.amount.high > before[0].amount.high or following not in ("VERB", "AUX", "ADV", "ADJ"):
        return None
    return so_many_of(tree, spot, before[1], part=True)


def sum_of(reader: Reader, spot: Spot) -> Counting | None:
    """ "On sales of 1.1 billion": a sum without its currency, of the noun before."""
    i = word_before(reader.tree, spot)
    told = i and spot.amount.kind is None and reader.tree.low[i] == "of" and spot.amount.high >= MILLION
    return size_of(reader, spot) if told and i and reader.tree.tokens[i - 1].lemma.lower() in PLURAL else None


def size_of(reader: Reader, spot: Spot) -> Counting | None:
    """ "A loss of 16 million", "a crowd of 11,000", "its quota of 2,400": how big the noun before is."""
    tree, amount = reader.tree, spot.amount
    i = word_before(tree, spot, frozenset({"DET", "SYM"}))
    if not i or tree.low[i] != "of" or amount.form != "count" or amount.high < SUMS:
        return None
    noun = i - 1
    lemma = tree.tokens[noun].lemma.lower()
    if (
        tree.tokens[noun].upos != "NOUN"
        or lemma in NO_SUMS | time_words()
        or (tree.low[noun] != lemma and lemma not in PLURAL)
    ):
        return None  # one thing that is so big, and no "residents of 5,000 houses"
    counted = lemma_of(tree, noun)
    made = finish(reader, noun, noun, counted, False)
    row = kind_of(counted)
    unit = amount.unit if is_currency(amount.unit or "") else row["unit"] if row is not None else counted
    return replace(made, last=spot.last, unit=unit or counted)
