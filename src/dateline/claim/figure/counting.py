"""Puts together what one phrase counts: noun, owner, place and state.

In:   a Reader for one sentence and the word that is counted.
Out:  a Counting; small questions about the words around a number that people, money and sizes share.
Room: claim.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from dateline.claim.figure.counted import Counting, Spot, kind_of, phrase_of
from dateline.claim.figure.places import Reader, with_place
from dateline.claim.figure.states import states_of
from dateline.claim.tree import Tree
from dateline.lexicon.tables import table

WHOLE: Final = frozenset({"all", "the", "its", "their", "his", "her", "our", "these", "those", "every", "both", "any"})
COUNT_VERBS: Final = frozenset({
    "number", "total", "reach", "hit", "exceed", "be", "stand", "rise", "fall", "climb", "grow", "increase", "drop",
    "decline", "jump", "come", "dwindle", "shrink", "bring", "raise", "reduce", "lower", "cut", "take", "pass",
    "top", "swell", "soar", "surge", "push", "revise", "put", "place", "estimate", "range", "average", "near",
    "approach", "equal", "slip", "slide", "sink", "dip", "plunge", "tumble", "edge", "touch", "amount", "double",
    "triple", "treble", "quadruple", "halve", "mount", "creep", "inch", "peak", "leap", "ease", "slow", "shoot",
    "rocket", "balloon",
    "recover", "rebound", "settle", "hover", "narrow", "widen", "slump", "plummet",
})  # fmt: skip


STANDING: Final = frozenset({"up", "down", "off", "higher", "lower", "flat", "unchanged", "steady", "stable", "level"})
PUT: Final = frozenset(
    {"estimate", "value", "price", "put", "set", "fix", "cut", "raise", "lower", "reduce"}
)  # passive only
GIVES: Final = frozenset({"give", "list", "record", "state", "cite"})  # "gave the figure as 2,600"
PUTS: Final = frozenset({"put", "estimate", "set", "peg", "place"})


@cache
def dimensions() -> dict[tuple[str, str], str]:
    """(word, how it stands) -> what a size beside it measures."""
    return {(row["word"], row["as"]): row["dimension"] for row in table("counted_dimensions")}


def finish(reader: Reader, node: int, head: int, counted: str, whole: bool, part: bool = False) -> Counting:
    """Whose, where, and what is said of them."""
    tree = reader.tree
    states, verb = states_of(tree, node, head, counted)
    states = () if counted == "population" else states  # "cases in a population of 60 million" infect them not all
    row = kind_of(counted)
    unit = (row["unit"] if row else "") or counted
    made = Counting(node, head, counted, unit, max(head, node), states=states, verb=verb, whole=whole, part=part)
    if found := reader.of(head, 0, verb):
        made = replace(made, of=found[0], of_at=found[1])
    elif row is not None and row["unit"] not in ("person", "") and (kept := reader.keeper(head, verb)):
        made = replace(made, of=kept[0], of_at=kept[1])
    return with_place(made, reader.where(node, head, verb))


def whole_of(tree: Tree, head: int, first: int) -> bool:
    """Whether the phrase means the whole body: "all 300", "its 300", "the 300"; not "its accounts in 300 banks"."""
    low, _ = phrase_of(tree, head)
    for i in range(first - 1, max(-1, min(low, first - 3) - 1), -1):
        token = tree.tokens[i]
        if token.text.lower() in WHOLE:
            return True
        if token.upos in ("VERB", "AUX"):
            return False  # "the port has 14 cranes"
        if token.upos == "ADP" and token.text.lower() in ("in", "at", "to", "from", "on", "by", "with", "for"):
            return False
    return False


def word_before(tree: Tree, spot: Spot, over: frozenset[str] = frozenset()) -> int | None:
    """The word before the amount with its hedge and its currency; words whose tag is in `over` are passed."""
    i = spot.first - 1
    while i >= 0 and (tree.tokens[i].start >= spot.amount.start or tree.tokens[i].upos in over):
        i -= 1
    return i if i >= 0 else None


def put_at(tree: Tree, spot: Spot) -> tuple[int, int | None] | None:
    """(what is put at the amount, who puts it there): "the ministry put the spill at 900 tons", whatever the parse."""
    i = word_before(tree, spot)
    if not i or tree.low[i] not in ("at", "as") or tree.tokens[i - 1].upos != "NOUN":
        return None
    puts = PUTS if tree.low[i] == "at" else GIVES
    verb = next((k for k in range(i - 1, max(-1, i - 8), -1) if tree.tokens[k].lemma.lower() in puts), None)
    if verb is None or any(tree.tokens[k].upos == "PUNCT" for k in range(verb, i)):
        return None
    objects = [k for k in tree.children(verb, "obj", "xcomp") if verb < k < i and tree.tokens[k].upos == "NOUN"]
    return (objects[0] if objects else i - 1), teller_of(tree, verb)


def teller_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb that puts a number forward."""
    return next((k for k in tree.children(verb, "nsubj") if k < verb and tree.tokens[k].upos != "PRON"), None)


def of_after(tree: Tree, last: int) -> int | None:
    """The word after the "of" that follows the number."""
    i = last + 1
    if i < len(tree.tokens) and tree.low[i] in ("others", "more"):
        i += 1
    if i + 1 < len(tree.tokens) and tree.low[i] in ("of", "out"):
        return i + 2 if tree.low[i] == "out" and i + 2 < len(tree.tokens) else i + 1
    return None


def clause_of(tree: Tree, i: int) -> int | None:
    """The verb (or, with a copula, the number itself) that the number stands under."""
    if tree.child(i, "cop") is not None:
        return i
    for at in tree.ancestors(i, 4):
        if tree.tokens[at].upos in ("VERB", "AUX") or (moves(tree, at) and tree.child(at, "cop") is not None):
            return at
    return None


def moves(tree: Tree, i: int) -> bool:
    """Whether the word says how a level stands: a verb of counting, the "down" of "traffic was down by a third"."""
    return tree.tokens[i].lemma.lower() in COUNT_VERBS or tree.low[i] in STANDING


def parallel(tree: Tree, i: int) -> bool:
    """Whether the number stands as the remnant of a clause told before it: "400 had left Niamey and 600 Agadez"."""
    return tree.rel(i) in ("conj", "orphan")


def so_many_of(tree: Tree, spot: Spot, told: Counting, part: bool) -> Counting:
    """What was counted before, with what is said of the number here: "of 14 ponds, five have dried out"."""
    states, verb = states_of(tree, spot.last, None, told.counted)
    return replace(told, node=spot.last, head=None, last=spot.last, states=states, verb=verb, part=part, total=False)


def _just_of_them(tree: Tree, spot: Spot) -> bool:
    """Whether nothing else is told of the part: "1,300 have been killed, 210 of them in April"."""
    i = spot.last + 1
    behind = tree.tokens[i + 2].upos if i + 2 < len(tree.tokens) else "PUNCT"
    return tree.low[i : i + 2] in (["of", "them"], ["of", "whom"]) and behind in ("ADP", "PUNCT")


def again(reader: Reader, spot: Spot, before: Counting, part: bool) -> Counting:
    """The same people as before, with what is said of them here."""
    tree = reader.tree
    states, verb = states_of(tree, spot.last, None, before.counted)
    made = Counting(spot.last, None, before.counted, before.unit, spot.last, before.of, None, before.where, None,
                    states or (() if part and not _just_of_them(tree, spot) else before.states), verb=verb,
                    part=part)  # fmt: skip
    found = reader.where(spot.last, None, verb)
    if found is None and parallel(tree, spot.last):
        found = next(((s, k, "leave") for k in tree.children(spot.last) if (s := reader.spot(k))), None)
        made = replace(made, states=before.states)
    return with_place(made, found)
