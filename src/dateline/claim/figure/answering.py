"""Reads numbers that answer the number before them: "Police estimate 95,000", "insurers speak of no more than 500
million", "her opponents say that it was 25".

In:   one sentence with its Reader, an amount without a noun of its own, and the amount told last, in this sentence or
      in the one before.
Out:  the Counting of the one told last, put forward by somebody else; sums whose currency is left out.
Room: claim. Who gives another number for what was just told leaves out what is counted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import MILLION, Counting, Spot
from dateline.claim.figure.counting import teller_of, word_before
from dateline.claim.figure.places import Reader
from dateline.claim.tree import Tree

TELLING: Final = frozenset({
    "estimate", "say", "count", "claim", "report", "speak", "talk", "reckon", "believe", "calculate", "cite", "insist",
    "think", "maintain", "admit", "acknowledge", "concede", "assume", "suspect", "tell", "suggest",
})  # fmt: skip
LINKS: Final = frozenset({"of", "to", "at", "nearer", "closer", "only", "just", "it", "the", "figure", "that"})
STILL: Final = frozenset({"still", "again"})  # "police still speak of 11" leads back to what they told before
STANDS: Final = frozenset({"it", "they", "there", "figure", "number", "toll", "total", "sum", "cost", "count"})
PUT_THERE: Final = frozenset({"it", "that", "this", "them"})  # "the union put it at 30 percent"
ENDS: Final = frozenset({"PUNCT", "CCONJ", "SCONJ"})
LED_ON: Final = frozenset({"for", "from", "towards", "until"})
APART: Final = 30  # one value so many times the other is of another thing
REACH: Final = 6  # words between a number and the verb that puts it forward
SCALES: Final = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
Told = tuple[Spot, Counting]


def answering(reader: Reader, spot: Spot, told: Told | None, here: bool) -> Counting | None:
    """What a bare number counts that somebody puts forward for the one told last; `here`: in the same sentence."""
    if told is None or not _bare(reader.tree, spot) or not _alike(spot, told):
        return None
    verb = _put_forward(reader.tree, spot, told[0].last if here else -1)
    teller = teller_of(reader.tree, verb) if verb is not None else None
    if teller is None or (here and teller <= told[0].last):
        return None
    one = told[1]
    return replace(
        one, node=spot.last, head=None, last=spot.last, of_at=None, where_at=None, verb=None, part=False, total=False,
        whole=False, shift=False, teller=teller,
    )  # fmt: skip


def scaled(spot: Spot, told: Told | None, text: str) -> Spot:
    """The amount with the scale of the one told last, where it says none: "nine million dollars ... it was 25"."""
    amount = spot.amount
    if told is None or amount.kind is not None or amount.form != "count" or amount.high >= 1000:
        return spot
    words = text[told[0].amount.start : told[0].amount.end].lower().split()
    scale = next((SCALES[w] for w in words if w in SCALES), None)
    if scale is None or not _near(amount.high * scale, told[0].amount.high):
        return spot
    return replace(spot, amount=replace(amount, low=amount.low * scale, high=amount.high * scale))


def _bare(tree: Tree, spot: Spot) -> bool:
    """Whether nothing that it could count follows the number in its clause."""
    amount, i = spot.amount, spot.last + 1
    if amount.hyphen or amount.form != "count":
        return False
    return i >= len(tree.tokens) or tree.tokens[i].upos in ENDS or tree.low[i] in LED_ON


def _alike(spot: Spot, told: Told) -> bool:
    """Whether both can be answers to one question: of one unit, or without any, and not far from each other."""
    one, other = spot.amount, told[0].amount
    unit = one.kind is None or (one.kind == other.kind and one.unit == other.unit)
    return unit and not (told[1].shift or other.form in ("none", "ordinal")) and _near(one.high, other.high)


def _near(a: float, b: float) -> bool:
    low, high = sorted((a, b))
    return 0 < high <= APART * low


def _put_forward(tree: Tree, spot: Spot, floor: int) -> int | None:
    """The verb that puts the number forward: it stands before it, or before an "it was" that does."""
    i = word_before(tree, spot)
    steps = 0
    while i is not None and i > floor and steps < REACH:
        token = tree.tokens[i]
        lemma = token.lemma.lower()
        if lemma in TELLING and token.upos == "VERB":
            return None if i and tree.low[i - 1] in STILL else i
        if lemma == "put" and tree.low[i + 2 : i + 3] == ["at"] and tree.low[i + 1] in PUT_THERE:
            return i
        if not (
            lemma in LINKS | STANDS or token.upos in ("ADV", "AUX") or (token.upos == "ADJ" and i + 1 < spot.first)
        ):
            return None
        i, steps = i - 1, steps + 1
    return None


def money_left_out(reader: Reader, spot: Spot, unit: str | None) -> Counting | None:
    """ "46 million dollars, of which the Union will provide 12 million": a sum in the currency `unit` told before."""
    tree, amount = reader.tree, spot.amount
    if unit is None or not is_currency(unit) or amount.kind is not None or amount.low < MILLION:
        return None
    if not _bare(tree, spot) or tree.tokens[spot.last].deprel not in ("obj", "conj", "nummod", "compound"):
        return None
    verb = next((k for k in tree.ancestors(spot.last, 3) if tree.tokens[k].upos == "VERB"), None)
    giver = next((k for k in reader.subjects(verb) if reader.named(k)), None) if verb is not None else None
    given = giver is not None and tree.tokens[spot.last].deprel == "obj"
    name = reader.name(giver) if given and giver is not None else None
    return Counting(spot.last, None, "money", unit, spot.last, of=name, of_at=giver if name else None, verb=verb)
