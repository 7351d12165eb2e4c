"""Decides what shares are of.

In:   one sentence with its Reader, and a percentage or a fraction.
Out:  a Counting: the traffic that so much is left of, the crew, the rate that stands so high; None where nothing is
      named.
Room: claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import GENERIC, Counting, Spot, kind_of, lemma_of, noun_after, of_time
from dateline.claim.figure.counting import PUT, clause_of, finish, moves, of_after, put_at, word_before
from dateline.claim.figure.places import Reader
from dateline.claim.figure.states import governor, states_of
from dateline.claim.figure.wholes import owns
from dateline.claim.tree import Tree

SKIPPED: Final = frozenset({"DET", "PRON", "PART", "NUM"})
NO_WHOLE: Final = frozenset(
    {"way", "time", "reason", "story", "battle", "answer", "game", "day", "year", "week", "month", "total"}
)
FEELINGS: Final = frozenset({  # "I am 100 percent sure" measures nothing
    "wrong", "sure", "certain", "right", "true", "correct", "confident", "safe", "legal", "natural", "normal", "clear",
    "new", "different", "false", "committed", "serious", "ready", "happy", "honest", "guilty", "responsible",
})  # fmt: skip
SIZES: Final = frozenset({
    "rate", "price", "number", "size", "level", "cost", "amount", "pace", "value", "figure", "total", "average",
    "speed",
})  # fmt: skip
BACK: Final = 12  # words before a number
ECONOMY: Final = frozenset({
    "gross domestic product", "gdp", "national income", "national output", "economic output", "gross national product",
})  # fmt: skip
BUDGETS: Final = frozenset({
    "deficit", "surplus", "debt", "spending", "gap", "shortfall", "expenditure", "investment", "revenue", "budget",
    "borrowing", "aid", "tax", "cost", "damage", "loss", "export", "remittance",
})  # fmt: skip


def share_of(reader: Reader, spot: Spot, unit: str) -> Counting | None:
    """ "15 percent of earlier traffic", "two thirds of the crew": a share of something named."""
    tree = reader.tree
    after = of_after(tree, spot.last)
    head = teller = None
    if after is not None and after < len(tree.tokens):
        j = after
        while j < min(len(tree.tokens), after + 6) and (tree.tokens[j].upos in SKIPPED or owns(tree, j)):
            j += 1
        head = noun_after(tree, j - 1)
    elif spot.amount.form == "fraction" and spot.last + 1 < len(tree.tokens):
        step = 1 if tree.tokens[spot.last + 1].upos in ("DET", "PRON") else 0  # "half the crew", "one in eight houses"
        head = noun_after(tree, spot.last + step)
    if head is not None and ((after is None and tree.tokens[head].lemma.lower() in SIZES) or _those(tree, head)):
        return None  # "half the rate of inflation" is no share of rates
    if head is None and after is None:
        head = _rated(tree, spot)
    if head is not None and after is not None and (told := _of_the_economy(tree, spot, after, head)) is not None:
        head = told
    following = spot.last + 1
    if head is None and following < len(tree.tokens) and _said_of_it(tree, following) and not of_time(tree, following):
        head = spot.last + 1  # "10% contained", "94 percent effective"
    if head is None:
        verb = clause_of(tree, spot.last)
        told = verb is not None and (moves(tree, verb) or verb == spot.last)
        named = (
            (*_put_objects(tree, verb), *tree.children(verb, "nsubj:pass"), *reader.subjects(verb))
            if verb is not None and told
            else ()
        )
        head = next((i for i in named if tree.tokens[i].upos == "NOUN" and i != spot.last), None)
        if (put := put_at(tree, spot)) is not None:
            head, teller = put
        if head is not None and head > spot.last and (verb is None or head > verb):
            head = _first_subject(tree, spot)  # "output shrank by 2 percent, the statistics office said", misread
        ruled = tree.up(verb) if verb is not None and told and tree.rel(verb) == "acl" else None
        if head is None and ruled is not None and tree.tokens[ruled].upos == "NOUN":
            head = ruled  # "tariffs ranging from 5 to 25 percent"
    if head is None or lemma_of(tree, head) in NO_WHOLE:
        return None
    made = replace(finish(reader, spot.last, head, lemma_of(tree, head), False), teller=teller)
    if head == following and (thing := _which_is(reader, spot)) is not None:
        name = reader.name(thing) if tree.tokens[thing].upos == "PROPN" else lemma_of(tree, thing)
        made = replace(made, of=name, of_at=thing)
    above = governor(tree, spot.last)
    if above is not None and above[1] == "obj" and head > spot.last:
        made = replace(made, states=_of_the_share(tree, spot, head, made))
    return replace(made, unit=unit, states=tuple(s for s in made.states if s not in GENERIC))


def _of_the_share(tree: Tree, spot: Spot, head: int, made: Counting) -> tuple[str, ...]:
    """The states of the share, not those of the whole: "half of the prisoners who escaped have been recaptured"."""
    told = any(tree.full[k] == "acl:relcl" for k in tree.children(head, "acl"))
    return states_of(tree, spot.last, None, made.counted)[0] if told else made.states


def _which_is(reader: Reader, spot: Spot) -> int | None:
    """The dam of "the dam is 38 percent full"."""
    tree = reader.tree
    above = next((i for i in (spot.last + 1, *tree.ancestors(spot.last, 2)) if tree.children(i, "nsubj")), None)
    own = tree.children(above, "nsubj") if above is not None else ()
    return next((k for k in own if k < spot.first and tree.tokens[k].upos in ("NOUN", "PROPN")), None)


def _those(tree: Tree, head: int) -> bool:
    """ "61 percent of those polled": nobody that a noun names."""
    return head > 0 and tree.low[head - 1] == "those" and tree.low[head].endswith("ed")


def _rated(tree: Tree, spot: Spot) -> int | None:
    """The noun of "a 30 percent effective tax rate", "the 4 percent surcharge"."""
    before, nxt = word_before(tree, spot, frozenset({"ADJ"})), spot.last + 1
    noun = noun_after(tree, spot.last)
    if (
        before is None
        or tree.tokens[before].upos != "DET"
        or noun is None
        or tree.tokens[nxt].upos not in ("ADJ", "NOUN")
    ):
        return None
    return noun if tree.tokens[noun].upos == "NOUN" else None


def _said_of_it(tree: Tree, i: int) -> bool:
    """Whether the word after a percentage is what reaches it: "contained", "effective"; no "indicated", no "Polish"."""
    token = tree.tokens[i]
    plain = token.upos == "ADJ" and token.text.islower() and token.text not in FEELINGS
    return plain or (token.upos == "VERB" and token.text.endswith("ed") and kind_of(token.text) is not None)


def _put_objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """What is raised, cut or put: "the bank raised its rate to 6 percent" speaks of the rate; so does "traders see
    rates peaking at 6 percent"."""
    up = tree.up(verb)
    if up is not None and tree.rel(verb) in ("ccomp", "xcomp") and not tree.children(verb, "nsubj", "nsubj:pass"):
        between = tuple(k for k in tree.children(up, "obj") if up < k < verb)
        if between:
            return between
    return tuple(tree.children(verb, "obj")) if tree.tokens[verb].lemma in PUT else ()


def _of_the_economy(tree: Tree, spot: Spot, after: int, head: int) -> int | None:
    """The noun of "a deficit of 4 percent of gross domestic product": what is so large, and no product."""
    whole = tree.text(after, head).lower().removeprefix("the ").removeprefix("its ")
    if whole not in ECONOMY:
        return None
    nouns = [i for i in range(spot.first - 1, max(-1, spot.first - BACK), -1) if tree.tokens[i].upos == "NOUN"]
    return next((i for i in nouns if tree.tokens[i].lemma.lower() in BUDGETS), None)


def _first_subject(tree: Tree, spot: Spot) -> int | None:
    """The first subject of the sentence before the amount, if a common noun."""
    return next((k for k in range(spot.first) if tree.rel(k) == "nsubj" and tree.tokens[k].upos == "NOUN"), None)
