"""Decides what one amount counts or measures: people and things, money, a size, a share, a place in a row.

In:   one sentence with its Reader, one Amount with the words it covers, and what earlier numbers counted.
Out:  a Counting, or None where it makes no figure (an age, a name, "one" as a pronoun, a list number).
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.claim.amounts import Amount
from dateline.claim.counted import (
    GENERIC,
    Counting,
    Reader,
    counted_noun,
    governor,
    kind_of,
    noun_after,
    phrase_of,
    states_of,
    with_place,
)
from dateline.claim.tree import Tree
from dateline.lexicon.places import Place
from dateline.lexicon.tables import table

PRONOUNS: Final = frozenset({"them", "whom", "these", "those", "which", "us", "you"})
WHOLE: Final = frozenset({"all", "the", "its", "their", "his", "her", "our", "these", "those", "every", "both", "any"})
COSTS: Final = frozenset(
    {"cost", "total", "be", "reach", "exceed", "amount", "come", "worth", "value", "estimate", "price"}
)
COUNT_VERBS: Final = frozenset({"number", "total", "reach", "hit", "exceed", "be", "stand", "rise", "fall", "climb", "grow",
                                "increase", "drop", "decline", "jump", "come", "dwindle", "shrink", "bring", "raise", "reduce",
                                "lower", "cut", "take", "pass", "top", "swell", "soar", "surge", "push", "revise"})  # fmt: skip
NUMBERS: Final = frozenset({"number", "total", "count", "figure", "tally", "size", "strength", "rate", "level"})
SPEAK: Final = frozenset(
    {"say", "tell", "add", "report", "warn", "announce", "confirm", "note", "claim", "deny", "comment"}
)
EMPTY: Final = frozenset({"way", "side", "part", "kind", "thing", "option", "step", "point", "reason", "time", "word", "front",
                          "issue", "matter", "case", "example", "other", "half", "one", "another", "end", "level", "type", "sort",
                          "stage", "phase", "question", "fact", "factor", "term", "condition", "area", "direction"})  # fmt: skip
ROWS: Final = frozenset(
    {"recovered", "killed", "body", "detained", "rescued", "released", "infected", "identified", "captive"}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """An amount and the words of the sentence it covers."""

    amount: Amount  # offsets in the report
    first: int  # first word of its number
    last: int  # last word of its number, unit included


@cache
def _dimensions() -> dict[tuple[str, str], str]:
    return {(row["word"], row["as"]): row["dimension"] for row in table("counted_dimensions")}


def counting_of(reader: Reader, spot: Spot, memory: Sequence[Counting]) -> Counting | None:
    """What the amount counts."""
    match spot.amount.kind:
        case "money":
            return _money(reader, spot)
        case "percent":
            return _share(reader, spot, "percent")
        case None:
            if spot.amount.form == "fraction":
                return _share(reader, spot, "share")
            if spot.amount.form == "ordinal":
                return _ordinal(reader, spot)
            return _count(reader, spot, memory)
    return _measure(reader, spot)


# ------------------------------------------------------------------------------------------------ people and things


def _count(reader: Reader, spot: Spot, memory: Sequence[Counting]) -> Counting | None:
    tree = reader.tree
    part = _of_after(tree, spot.last)
    head = None if part is not None else counted_noun(tree, spot.first, spot.last, spot.amount)
    if head is None and part is not None:
        return _part(reader, spot, part, memory)
    if head is None:
        return _of_group(reader, spot) or _told(reader, spot) or _left_out(reader, spot, memory)
    counted = _lemma(tree, head)
    made = _finish(reader, head, head, counted, _whole(tree, head, spot.first))
    return made if _worth(tree, spot, head, made) else None


def _worth(tree: Tree, spot: Spot, head: int, made: Counting) -> bool:
    """Whether the count says something: "one official said", "the two sides", "a two-way road" and "no plans" do not."""
    amount, known = spot.amount, kind_of(made.counted)
    if amount.hyphen:
        return known is not None and bool(made.states)
    if amount.form == "none" or amount.low == amount.high == 1:
        return known is not None and bool(set(made.states) - {"cost"})
    up = tree.up(head)
    if known is not None:
        speaks = up is not None and tree.tokens[head].deprel == "nsubj" and tree.tokens[up].lemma in SPEAK
        return bool(made.states) or not (speaks and amount.high < 20)
    token = tree.tokens[head]
    if token.upos != "NOUN" or len(made.counted) < 3 or made.counted in EMPTY or not made.counted.isalpha():
        return False
    return not (amount.high < 10 and (made.whole or made.of is not None))


def _lemma(tree: Tree, i: int) -> str:
    token = tree.tokens[i]
    word = (token.lemma or token.text).lower()
    if i and kind_of(f"{tree.tokens[i - 1].lemma.lower()} {word}"):
        return f"{tree.tokens[i - 1].lemma.lower()} {word}"
    row = kind_of(word)
    return row["word"] if row else word


def _finish(reader: Reader, node: int, head: int, counted: str, whole: bool, part: bool = False) -> Counting:
    """Whose, where, and what is said of them."""
    tree = reader.tree
    states, verb = states_of(tree, node, head, counted)
    row = kind_of(counted)
    unit = (row["unit"] if row else "") or counted
    made = Counting(node, head, counted, unit, max(head, node), states=states, verb=verb, whole=whole, part=part)
    if found := reader.of(head, 0, verb):
        made = replace(made, of=found[0], of_at=found[1])
    return with_place(made, reader.where(node, head, verb))


def _whole(tree: Tree, head: int, first: int) -> bool:
    low, _ = phrase_of(tree, head)
    return any(tree.tokens[i].text.lower() in WHOLE for i in range(max(0, min(low, first - 3)), first))


def _of_after(tree: Tree, last: int) -> int | None:
    """The word after the "of" that follows the number."""
    i = last + 1
    if i < len(tree.tokens) and tree.tokens[i].text.lower() in ("others", "more"):
        i += 1
    if i + 1 < len(tree.tokens) and tree.tokens[i].text.lower() in ("of", "out"):
        return i + 2 if tree.tokens[i].text.lower() == "out" and i + 2 < len(tree.tokens) else i + 1
    return None


def _part(reader: Reader, spot: Spot, after: int, memory: Sequence[Counting]) -> Counting | None:
    """ "two of them", "766 of an estimated 950 US troops", "hundreds of miners"."""
    tree = reader.tree
    if after >= len(tree.tokens):
        return None
    if tree.tokens[after].text.lower() in PRONOUNS:
        return _again(reader, spot, memory[-1], True) if memory else None
    j = after
    while j < min(len(tree.tokens), after + 7) and not (
        tree.tokens[j].upos in ("NOUN", "PROPN")
        or (tree.tokens[j].upos in ("ADJ", "VERB") and kind_of(tree.tokens[j].text))
    ):
        j += 1
    if j >= min(len(tree.tokens), after + 7):
        return None
    head = noun_after(tree, j - 1)
    head = j if head is None else head
    vague = spot.amount.form == "vague" or spot.amount.core[1] == spot.amount.core[0]
    part = not vague or tree.tokens[after].upos == "DET"
    node = spot.last if tree.rel(spot.last) != "nummod" else head
    return _finish(reader, node, head, _lemma(tree, head), not part and _whole(tree, head, after), part)


def _of_group(reader: Reader, spot: Spot) -> Counting | None:
    """ "a crew of 22", "a force of 300", "a toll of 12"; "the previous count of 1,100" counts what was counted before."""
    tree = reader.tree
    up = tree.up(spot.last)
    case = reader.case(spot.last)
    if up is None or case != "of" or tree.tokens[up].upos != "NOUN" or up > spot.first:
        return None
    counted = _lemma(tree, up)
    return _finish(reader, up, up, counted, False) if kind_of(counted) else None


def _told(reader: Reader, spot: Spot) -> Counting | None:
    """ "The death toll rose to 12", "the number of troops fell to 500", "raising the toll to 12", "casualties were nil"."""
    tree = reader.tree
    verb = _clause(tree, spot.last)
    if verb is None:
        return None
    copula = verb == spot.last
    if not copula and tree.tokens[verb].lemma not in COUNT_VERBS:
        return None
    for i in (*tree.children(verb, "nsubj", "nsubj:pass", "obj"), *reader.subjects(verb)):
        noun = i
        if tree.tokens[i].lemma in NUMBERS:
            inner = [k for k in tree.children(i, "nmod") if reader.case(k) in ("of", "for", "in")]
            noun = inner[0] if inner else (tree.child(i, "compound") or i)
        row = kind_of(_lemma(tree, noun))
        if noun != spot.last and row and row["family"] and tree.tokens[i].upos in ("NOUN", "PROPN"):
            made = _finish(reader, noun, noun, _lemma(tree, noun), False)
            return replace(made, verb=verb, node=spot.last, last=spot.last)
    return None


def _clause(tree: Tree, i: int) -> int | None:
    """The verb (or, with a copula, the number itself) that the number stands under."""
    if tree.child(i, "cop") is not None:
        return i
    for at in tree.ancestors(i, 4):
        if tree.tokens[at].upos in ("VERB", "AUX"):
            return at
    return None


def _left_out(reader: Reader, spot: Spot, memory: Sequence[Counting]) -> Counting | None:
    """ "Two were rescued", "around 650 remained", "killing six": those counted are people, or those counted before."""
    tree = reader.tree
    amount = spot.amount
    if amount.form in ("vague", "none") and not memory:
        return None
    ruled = governor(tree, spot.last)
    if ruled is None or ruled[1] not in ("subj", "obj", "root"):
        return None
    bare = amount.low == amount.high == 1
    states, verb = states_of(tree, spot.last, None, "person")
    special = [s for s in states if s not in GENERIC and s != "departed"]
    before = memory[-1] if memory else None
    if special and not (bare and not before):
        base = before if before is not None and before.unit == "person" else None
        made = Counting(
            spot.last, None, base.counted if base else "person", "person", spot.last, states=tuple(special), verb=verb
        )
        made = replace(made, of=base.of if base else None)
        return with_place(made, reader.where(spot.last, None, verb))
    if before is not None and before.unit == "person" and (states or _parallel(tree, spot.last)) and not bare:
        return _again(reader, spot, before, False)
    return None


def _parallel(tree: Tree, i: int) -> bool:
    """Whether the number stands as the remnant of a clause told before it: "400 had left Niamey and 600 Agadez"."""
    return tree.rel(i) in ("conj", "orphan")


def _again(reader: Reader, spot: Spot, before: Counting, part: bool) -> Counting:
    """The same people as before, with what is said of them here."""
    tree = reader.tree
    states, verb = states_of(tree, spot.last, None, before.counted)
    made = Counting(spot.last, None, before.counted, before.unit, spot.last, before.of, None, before.where, None,
                    states or (() if part else before.states), verb=verb, part=part)  # fmt: skip
    found = reader.where(spot.last, None, verb)
    if found is None and _parallel(tree, spot.last):
        found = next(((s, k, "leave") for k in tree.children(spot.last) if (s := reader.spot(k))), None)
        made = replace(made, states=before.states)
    return with_place(made, found)


def _ordinal(reader: Reader, spot: Spot) -> Counting | None:
    """ "The sixth body was recovered": six so far. Only of people found, killed, held, freed or counted as cases."""
    tree = reader.tree
    head = counted_noun(tree, spot.first, spot.last, spot.amount)
    if head is None:
        up = tree.up(spot.last)
        head = up if up is not None and tree.rel(spot.last) == "amod" and up > spot.last else None
    if head is None or head - spot.last > 4 or tree.tokens[head].text.lower().endswith("s"):
        return None
    counted = _lemma(tree, head)
    row = kind_of(counted)
    if row is None or row["unit"] not in ("person", "case") or spot.amount.low < 2:
        return None
    made = _finish(reader, head, head, counted, False)
    return made if set(made.states) & ROWS else None


# ------------------------------------------------------------------------------------------------ money, sizes, shares


def _money(reader: Reader, spot: Spot) -> Counting | None:
    """What the money is for: "a $110 million base", "$500 million in aid", "programmes totalling $200 million"."""
    tree = reader.tree
    node = _money_node(tree, spot)
    ruled = governor(tree, node)
    verb = ruled[0] if ruled else None
    head = _money_noun(reader, spot, node)
    if head is None and ruled is not None:
        head = _valued(reader, ruled[0], ruled[1])
    counted = _lemma(tree, head) if head is not None else "money"
    if head is not None and (paused := _states_as_noun(counted)):
        return with_place(Counting(node, head, "money", spot.amount.unit or "", head, states=(paused,), verb=verb),
                          reader.where(node, head, None))  # fmt: skip
    unit = spot.amount.unit or ""
    row = kind_of(counted)
    states: tuple[str, ...] = ()
    where_node = head if head is not None else node
    if (row is not None and row["family"] in ("aid", "penalty", "debt", "investment")) or head is None:
        states, verb = _money_states(tree, node, head, counted, verb)
    elif row is None or row["unit"] != "":
        states = ("cost",)
    if head is None and not states:
        return None
    made = Counting(node, head, counted, unit, spot.last, states=states, verb=verb)
    if found := reader.of(where_node, 0, verb):
        made = replace(made, of=found[0], of_at=found[1])
    found_where = reader.where(node, head, None) or _receiver(reader, [x for x in (node, head, verb) if x is not None])
    made = with_place(made, found_where)
    return replace(
        made, last=max(spot.last, head) if head is not None and spot.last < head <= spot.last + 6 else spot.last
    )


def _states_as_noun(word: str) -> str | None:
    """ "a $200 million suspension": the noun itself says what becomes of the money."""
    return next((r["state"] for r in table("counted_states") if r["word"] == word and r["as"] == "noun"), None)


def _money_node(tree: Tree, spot: Spot) -> int:
    """The word the clause takes the sum by: "$", "dollars" or the number."""
    at = spot.last
    for i in range(max(0, spot.first - 2), min(len(tree.tokens), spot.last + 1)):
        up = tree.up(i)
        if up is None or not spot.first - 2 <= up <= spot.last:
            at = i
    return at


def _money_noun(reader: Reader, spot: Spot, node: int) -> int | None:
    """The noun the sum stands before or is said to be in."""
    tree = reader.tree
    nxt = spot.last + 1
    if nxt >= len(tree.tokens):
        return None
    word = tree.tokens[nxt].text.lower()
    if word in ("in", "of", "worth"):
        if nxt + 1 < len(tree.tokens) and tree.tokens[nxt + 1].upos == "VERB":
            return None  # "$5 million in training the army"
        step = 2 if word == "worth" and nxt + 1 < len(tree.tokens) and tree.tokens[nxt + 1].text.lower() == "of" else 1
        found = noun_after(tree, spot.last + step)
        if found is None and nxt + 2 < len(tree.tokens) and tree.tokens[nxt + 1].upos == "DET":
            found = noun_after(tree, nxt + 1)
        return found if found is not None and reader.spot(found) is None else None
    if tree.tokens[nxt].upos in ("NOUN", "ADJ", "PROPN") or tree.tokens[nxt].text in ("-",):
        return noun_after(tree, spot.last)
    up = tree.up(node)
    if up is not None and reader.case(node) == "of" and tree.tokens[up].upos == "NOUN" and up < spot.first:
        return up  # "a suspension of $5 million", "aid of $5 million"
    return None


def _valued(reader: Reader, verb: int, as_: str) -> int | None:
    """What costs or totals the sum."""
    tree = reader.tree
    if tree.tokens[verb].lemma not in COSTS and as_ != "root":
        return None
    if tree.rel(verb) in ("acl", "amod") and (up := tree.up(verb)) is not None:
        return up
    return next((i for i in reader.subjects(verb) if tree.tokens[i].upos in ("NOUN", "PROPN")), None)


def _money_states(
    tree: Tree, node: int, head: int | None, counted: str, verb: int | None
) -> tuple[tuple[str, ...], int | None]:
    states, ruler = states_of(tree, node, head, counted)
    if not states and head is not None:
        states, ruler = states_of(tree, head, head, counted)
        up = tree.up(head)
        if not states and up is not None:
            states = states_of(tree, up, up, counted)[0] if tree.rel(head) in ("nmod", "acl") else ()
    return tuple(s for s in states if s not in GENERIC), ruler if ruler is not None else verb


def _receiver(reader: Reader, nodes: Sequence[int]) -> tuple[Place | str, int, str] | None:
    """Whom the money goes to: "to Niger", "for the government of Niger"."""
    tree = reader.tree
    for i in nodes:
        for k in tree.children(i, "nmod", "obl"):
            if reader.case(k) in ("to", "for", "towards") and (found := reader.spot(k)):
                return found, k, "to"
    return None


def _measure(reader: Reader, spot: Spot) -> Counting | None:
    """A size of something: "the 45-foot channel", "400 feet wide", "a depth of 11 feet"; mass and volume count a stuff."""
    tree = reader.tree
    amount = spot.amount
    unit = amount.unit or ""
    after = _of_after(tree, spot.last)
    if amount.kind in ("mass", "volume", "area", "rate", "energy") and after is not None:
        head = noun_after(tree, after - 1)
        if head is None and tree.tokens[after].upos == "DET":
            head = noun_after(tree, after)
        if head is not None:
            return replace(_finish(reader, spot.last, head, _lemma(tree, head), False), unit=unit, part=False)
    dimension, thing = _dimension(reader, spot)
    if thing is None:
        return None
    counted = _lemma(tree, thing)
    if dimension is None:
        dimension = _dimensions().get((counted, "default")) if amount.kind == "length" else amount.kind
    if dimension is None and tree.tokens[thing].upos == "PROPN" and amount.hyphen:
        dimension = "length"
    if dimension is None:
        return None
    proper = tree.tokens[thing].upos == "PROPN" and kind_of(counted) is None
    name = reader.name_words(thing) if proper else None
    _, verb = states_of(tree, spot.last, thing, counted)
    return Counting(spot.last, thing, counted, unit, spot.last, of=name, of_at=thing if name else None,
                    states=(dimension,), verb=verb)  # fmt: skip


def _dimension(reader: Reader, spot: Spot) -> tuple[str | None, int | None]:
    """(what the size measures, the thing that has it)."""
    tree = reader.tree
    dims = _dimensions()
    nxt = spot.last + 1
    dimension = None
    at = spot.last
    if nxt < len(tree.tokens) and tree.tokens[nxt].text == "-":
        nxt += 1
    if nxt < len(tree.tokens):
        word = tree.tokens[nxt].text.lower()
        dimension = dims.get((word, "adj")) or dims.get((tree.tokens[nxt].lemma.lower(), "noun"))
        at = nxt if dimension else at
    noun = noun_after(tree, at)
    if spot.amount.hyphen or (tree.rel(spot.last) in ("compound", "amod") and noun is not None):
        inner = dims.get((tree.tokens[noun].lemma.lower(), "noun")) if noun is not None else None
        if noun is not None and inner is None:
            return dimension, noun
        dimension, at = inner or dimension, noun if noun is not None else at
    for up in (at, *tree.ancestors(at, 5)):
        named = dims.get((tree.tokens[up].lemma.lower(), "noun"))
        dimension = dimension or named
        if (
            up != at
            and named is None
            and tree.tokens[up].upos in ("NOUN", "PROPN")
            and up not in range(spot.first, spot.last + 1)
        ):
            return dimension, up
        subject = [i for i in tree.children(up, "nsubj", "nsubj:pass") if tree.tokens[i].upos in ("NOUN", "PROPN")]
        if dimension and subject and subject[0] != at:
            return dimension, subject[0]
    return dimension, None


def _share(reader: Reader, spot: Spot, unit: str) -> Counting | None:
    """ "15 percent of earlier traffic", "two thirds of the crew": a share of something named."""
    tree = reader.tree
    after = _of_after(tree, spot.last)
    head = None
    if after is not None and after < len(tree.tokens):
        j = after
        while j < min(len(tree.tokens), after + 3) and tree.tokens[j].upos in ("DET", "PRON", "PART"):
            j += 1
        head = noun_after(tree, j - 1)
    elif spot.amount.form == "fraction" and spot.last + 1 < len(tree.tokens):
        head = noun_after(tree, spot.last + 1)
    if head is None:
        verb = _clause(tree, spot.last)
        told = verb is not None and (tree.tokens[verb].lemma in COUNT_VERBS or verb == spot.last)
        subject = (
            [i for i in reader.subjects(verb) if tree.tokens[i].upos == "NOUN"] if verb is not None and told else []
        )
        head = subject[0] if subject else None
    if head is None:
        return None
    return replace(_finish(reader, spot.last, head, _lemma(tree, head), False), unit=unit)
