"""Reads what a number counts by the "number of", "count of", "toll" or "estimate of" that stands before it.

In:   one sentence with its Reader and an amount without a noun of its own.
Out:  a Counting, or None where no such words stand before it.
Room: claim. "Corrected its count of flood deaths in the valley to 31", "the number of dead in the crash stood at 18":
      the words tell it, however far the number stands off and however the sentence is parsed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import Counting, Spot, kind_of, lemma_of, noun_after
from dateline.claim.figure.counting import clause_of, finish, word_before
from dateline.claim.figure.places import Reader
from dateline.claim.tree import Tree

NUMBERING: Final = frozenset({
    "number", "numbers", "count", "toll", "figure", "figures", "tally", "estimate", "total", "tallies", "counts",
})  # fmt: skip
LINKS: Final = frozenset({
    "to", "at", "from", "was", "is", "were", "are", "reached", "hit", "passed", "topped", "exceeded", "stands", "by",
    "stood", "totalled", "totaled", "neared", "be", "now", "above", "below", "past",
})  # fmt: skip
OF: Final = frozenset({"of", "for"})
ENDS: Final = frozenset({";", ":", "."})
REACH: Final = 24  # words between the "number of" and its number
BEHIND: Final = frozenset({"", "PUNCT", "CCONJ", "SCONJ", "ADP", "ADV", "VERB", "AUX"})


def numbered(reader: Reader, spot: Spot) -> Counting | None:
    """What the number counts by the nearest "number of ..." before it in its sentence."""
    tree, amount = reader.tree, spot.amount
    if amount.hyphen or amount.form != "count" or not (amount.kind is None or amount.kind == "money"):
        return None
    i = word_before(tree, spot, frozenset({"DET", "SYM"}))
    following = tree.tokens[spot.last + 1].upos if spot.last + 1 < len(tree.tokens) else ""
    if i is None or tree.low[i] not in LINKS or following not in BEHIND:
        return None
    at = _numbering(tree, i)
    head = _of_what(tree, at, i) if at is not None else None
    if head is None or at is None:
        return None
    counted = lemma_of(tree, head)
    row = kind_of(counted)
    if (amount.kind == "money") != (row is not None and row["unit"] == "") and row is not None:
        return None  # "the number of shops rose to 3 million euros" is no number of shops
    if row is None and tree.tokens[head].upos != "NOUN":
        return None
    made = finish(reader, head, head, counted, False)
    unit = amount.unit if is_currency(amount.unit or "") else made.unit
    return replace(made, node=spot.last, last=spot.last, unit=unit or counted, verb=_verb(tree, spot, at))


def _verb(tree: Tree, spot: Spot, at: int) -> int | None:
    """The verb that brings the number: of two it is the one nearest behind the "number of", else before it."""
    verb = clause_of(tree, spot.last)
    return verb if verb is not None and verb != spot.last else clause_of(tree, at)


def _numbering(tree: Tree, i: int) -> int | None:
    """The "number" of "the number of ...", in the same sentence and before no other number."""
    for k in range(i, max(-1, i - REACH), -1):
        token = tree.tokens[k]
        if token.text in ENDS or (token.upos == "NUM" and k != i):
            return None
        low = token.text.lower()
        if low in NUMBERING and token.upos == "NOUN" and k + 1 < len(tree.tokens):
            return k if tree.low[k + 1] in OF else None
    return None


def _of_what(tree: Tree, at: int, i: int) -> int | None:
    """The word that says of what: "the number of [missing]", "its count of flood [deaths]"."""
    k = at + 2
    while k < i and (tree.tokens[k].upos in ("DET", "ADV") or tree.low[k] in ("its", "their", "those")):
        k += 1
    if k >= i:
        return None
    noun = noun_after(tree, k - 1)
    if noun is not None and noun < i:
        return noun
    lone = tree.tokens[k]
    return k if lone.upos in ("ADJ", "VERB", "NOUN") and kind_of(lone.text) is not None else None
