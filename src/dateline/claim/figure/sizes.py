"""Decides what money, sizes and shares are of.

In:   one sentence with its Reader, and an amount of money, length, mass, percent or the like.
Out:  a Counting: the aid, the base that cost it, the channel that is so deep; None where nothing is named.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import GENERIC, Counting, Spot, kind_of, lemma_of, noun_after
from dateline.claim.figure.counting import COUNT_VERBS, clause_of, dimensions, finish, of_after
from dateline.claim.figure.places import Reader, with_place
from dateline.claim.figure.states import governor, states_of
from dateline.claim.tree import Tree
from dateline.lexicon.places import Place
from dateline.lexicon.tables import table

BUILT: Final = frozenset({
    "bridge", "plant", "factory", "stadium", "airport", "facility", "project", "tower", "dam", "road", "railway",
    "port", "hospital", "school", "reactor", "pipeline", "tunnel", "terminal", "complex", "centre", "center",
    "station", "warship", "ferry", "satellite", "fence", "wall", "camp", "airbase", "headquarters", "system",
    "site", "park", "museum",
})  # fmt: skip
PUT: Final = frozenset(
    {"estimate", "value", "price", "put", "set", "fix", "cut", "raise", "lower", "reduce"}
)  # passive only
COSTS: Final = PUT | frozenset({
    "cost", "total", "be", "reach", "exceed", "amount", "come", "worth", "value", "estimate", "price",
})  # fmt: skip


def money_of(reader: Reader, spot: Spot) -> Counting | None:
    """What the money is for: "a $110 million base", "$500 million in aid", "programmes totalling $200 million"."""
    tree = reader.tree
    node = _money_node(tree, spot)
    ruled = governor(tree, node)
    verb = ruled[0] if ruled else None
    head = _totalling(tree, spot)
    if head is None:
        head = _money_noun(reader, spot, node)
    if head is None and ruled is not None:
        head = _valued(reader, ruled[0], ruled[1])
    counted = lemma_of(tree, head) if head is not None else "money"
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
        states = ("cost",) if _priced(reader, counted, verb) else ()
    if head is None and (not states or spot.amount.form == "vague"):
        return None
    made = Counting(node, head, counted, unit, spot.last, states=states, verb=verb)
    if found := reader.of(where_node, 0, verb):
        made = replace(made, of=found[0], of_at=found[1])
    found_where = reader.where(node, head, None) or _receiver(reader, [x for x in (node, head, verb) if x is not None])
    made = with_place(made, found_where)
    return replace(
        made, last=max(spot.last, head) if head is not None and spot.last < head <= spot.last + 6 else spot.last
    )


def _priced(reader: Reader, counted: str, verb: int | None) -> bool:
    """Whether the sum is a price: "a $60 million bridge", "the camp cost $60 million"; not "a $7bn economy"."""
    row = kind_of(counted)
    told = verb is not None and reader.tree.tokens[verb].lemma in ("cost", "build", "price", "value", "worth")
    return (
        told
        or counted in BUILT
        or (row is not None and row["unit"] in ("base", "building", "home", "vessel", "vehicle", "aircraft"))
    )


def _states_as_noun(word: str) -> str | None:
    """ "a $200 million suspension": the noun itself says what becomes of the money."""
    return next((r["state"] for r in table("counted_states") if r["word"] == word and r["as"] == "noun"), None)


def _money_node(tree: Tree, spot: Spot) -> int:
    """The word the clause takes the sum by: "$", "dollars" or the number."""
    at = spot.last
    first = spot.first - (1 if spot.first and tree.tokens[spot.first - 1].start >= spot.amount.start else 0)
    for i in range(first, min(len(tree.tokens), spot.last + 1)):
        up = tree.up(i)
        if up is None or not first <= up <= spot.last:
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
        if found is None or (reader.spot(found) is not None and kind_of(tree.tokens[found].lemma) is None):
            return None
        row = kind_of(tree.tokens[found].lemma)
        return (
            None if word == "in" and row is not None and row["unit"] else found
        )  # "$5 million in the base" is put into it
    nominal = tree.tokens[nxt].upos in ("NOUN", "ADJ", "PROPN") and not tree.tokens[nxt].text.endswith("ing")
    if nominal or tree.tokens[nxt].text in ("-",):
        return noun_after(tree, spot.last)
    up = tree.up(node)
    if up is not None and reader.case(node) == "of" and tree.tokens[up].upos == "NOUN" and up < spot.first:
        return up  # "a suspension of $5 million", "aid of $5 million"
    return None


def _totalling(tree: Tree, spot: Spot) -> int | None:
    """ "programmes totalling $200 million", "aid worth $5 million": the noun before the word that sums it up."""
    i = spot.first - 1
    while i > 1 and (tree.tokens[i].upos in ("ADV", "SYM", "DET") or tree.tokens[i].start >= spot.amount.start):
        i -= 1
    if i < 1 or tree.tokens[i].lemma.lower() not in (
        "total",
        "worth",
        "value",
        "amount",
        "cost",
        "totalling",
        "totaling",
    ):
        return None
    return i - 1 if tree.tokens[i - 1].upos in ("NOUN", "PROPN") else None


def _valued(reader: Reader, verb: int, as_: str) -> int | None:
    """What costs or totals the sum."""
    tree = reader.tree
    lemma = tree.tokens[verb].lemma
    passive = tree.rel(verb) == "acl" or any(
        tree.tokens[k].deprel in ("aux:pass", "nsubj:pass") for k in tree.children(verb)
    )
    if (lemma not in COSTS and as_ != "root") or (lemma in PUT and not passive):
        return None
    if tree.rel(verb) in ("acl", "amod") and (up := tree.up(verb)) is not None:
        return up
    subjects = [*reader.subjects(verb), *tree.children(verb, "nsubj:pass")]  # "Damage is put at 75 million euros"
    return next((i for i in subjects if tree.tokens[i].upos in ("NOUN", "PROPN")), None)


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


def measure_of(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None) -> Counting | None:
    """A size: "the 45-foot channel", "400 feet wide", "a depth of 11 feet"; mass and volume count a stuff."""
    tree = reader.tree
    amount = spot.amount
    unit = amount.unit or ""
    after = of_after(tree, spot.last)
    if amount.kind in ("mass", "volume", "area", "rate", "energy") and after is not None:
        head = noun_after(tree, after - 1)
        if head is None and tree.tokens[after].upos == "DET":
            head = noun_after(tree, after)
        if head is not None:
            return replace(finish(reader, spot.last, head, lemma_of(tree, head), False), unit=unit, part=False)
    dimension, thing = _dimension(reader, spot)
    if thing is None and amount.kind == "area":
        thing = _grown(reader, spot)
    if thing is None and amount.hyphen:
        thing = _past_list(tree, spot.last)
    if before is not None and before[0].amount.kind == amount.kind:
        if _listed(tree, before[0], spot):
            thing = before[1].head  # "700 feet wide and 50 feet deep", "a depth of 11 feet, 264-foot width and ..."
        elif dimension is None and thing in (None, before[1].head) and before[1].states:
            dimension, thing = before[1].states[0], before[1].head  # "400 feet wide; 700 feet comes later"
    if thing is None:
        return None
    counted = lemma_of(tree, thing)
    if dimension is None:
        dimension = dimensions().get((counted, "default")) if amount.kind == "length" else amount.kind
        if dimension == "depth" and _crossed(tree, spot):
            dimension = "width"
    if dimension is None and _proper(tree, thing) and amount.hyphen:
        dimension = "length"
    if dimension is None:
        return None
    proper = _proper(tree, thing) and kind_of(counted) is None
    name = reader.name_words(thing) if proper else None
    _, verb = states_of(tree, spot.last, thing, counted)
    return Counting(spot.last, thing, counted, unit, spot.last, of=name, of_at=thing if name else None,
                    states=(dimension,), verb=verb)  # fmt: skip


def _proper(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.upos == "PROPN" or (i > 0 and token.text[:1].isupper() and not token.text.isupper())


def _past_list(tree: Tree, last: int) -> int | None:
    """The noun that ends a list of sizes: "the 20, 14 and 11-foot channels"."""
    i = last + 1
    while i < min(len(tree.tokens), last + 12) and (
        tree.tokens[i].upos == "NUM"
        or tree.tokens[i].text.lower() in (",", "and", "or", "-", "foot", "metre", "meter", "mile", "yard")
    ):
        i += 1
    return noun_after(tree, i - 1)


def _grown(reader: Reader, spot: Spot) -> int | None:
    """The fire of "the fire has burned 3,000 acres", "grew to 12,000 acres", "the fire, which burned 24,100 acres"."""
    verb = clause_of(reader.tree, spot.last)
    if verb is None:
        return None
    if reader.tree.tokens[verb].deprel == "acl:relcl":
        return reader.tree.up(verb)
    return next((i for i in reader.subjects(verb) if reader.tree.tokens[i].upos in ("NOUN", "PROPN")), None)


def _crossed(tree: Tree, spot: Spot) -> bool:
    """Whether it is the first of "700 feet by 50 feet": the width of a channel whose depth comes second."""
    return any(t.text.lower() in ("by", "x", "×") for t in tree.tokens[spot.last + 1 : spot.last + 3])


def _listed(tree: Tree, one: Spot, other: Spot) -> bool:
    """Whether the second size goes on after the first: only "and", "by", a comma and words of size between."""
    dims = dimensions()
    between = tree.tokens[one.last + 1 : other.first]
    return len(between) <= 6 and all(
        t.text.lower() in ("and", "by", ",", "x", "×", "a", "an", "with", "of", "-") or (t.text.lower(), "adj") in dims
        or (t.lemma.lower(), "noun") in dims
        for t in between
    )  # fmt: skip


def _dimension(reader: Reader, spot: Spot) -> tuple[str | None, int | None]:
    """(what the size measures, the thing that has it)."""
    tree = reader.tree
    dims = dimensions()
    nxt = spot.last + 1
    dimension = None
    at = spot.last
    if (of := of_after(tree, spot.last)) is not None and (stuff := noun_after(tree, of - 1)) is not None:
        return None, stuff  # "25 feet of water"
    if nxt < len(tree.tokens) and tree.tokens[nxt].text == "-":
        nxt += 1
    if nxt < len(tree.tokens):
        word = tree.tokens[nxt].text.lower()
        dimension = dims.get((word, "adj")) or dims.get((tree.tokens[nxt].lemma.lower(), "noun"))
        at = nxt if dimension else at
    noun = noun_after(tree, at)
    if noun is None and spot.amount.hyphen and nxt < len(tree.tokens) and tree.tokens[nxt].upos == "PROPN":
        noun = nxt  # "the 948-foot Dali": a name, though of a town too
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
        sized = bool(subject) and (lemma_of(tree, subject[0]), "default") in dims
        if (dimension or sized) and subject and subject[0] != at:
            return dimension, subject[0]
    return dimension, None


def share_of(reader: Reader, spot: Spot, unit: str) -> Counting | None:
    """ "15 percent of earlier traffic", "two thirds of the crew": a share of something named."""
    tree = reader.tree
    after = of_after(tree, spot.last)
    head = None
    if after is not None and after < len(tree.tokens):
        j = after
        while j < min(len(tree.tokens), after + 3) and tree.tokens[j].upos in ("DET", "PRON", "PART"):
            j += 1
        head = noun_after(tree, j - 1)
    elif spot.amount.form == "fraction" and spot.last + 1 < len(tree.tokens):
        head = noun_after(tree, spot.last + 1)
    if head is None and spot.last + 1 < len(tree.tokens) and tree.tokens[spot.last + 1].upos in ("ADJ", "VERB"):
        head = spot.last + 1  # "10% contained", "94 percent effective"
    if head is None:
        verb = clause_of(tree, spot.last)
        told = verb is not None and (tree.tokens[verb].lemma in COUNT_VERBS or verb == spot.last)
        subject = (
            [i for i in reader.subjects(verb) if tree.tokens[i].upos == "NOUN"] if verb is not None and told else []
        )
        head = subject[0] if subject else None
    if head is None:
        return None
    made = finish(reader, spot.last, head, lemma_of(tree, head), False)
    return replace(made, unit=unit, states=tuple(s for s in made.states if s not in GENERIC))
