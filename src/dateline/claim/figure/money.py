"""Decides what money is for.

In:   one sentence with its Reader, and an amount of money.
Out:  a Counting: the aid, the base that cost it, the thing bought for it; None where nothing is named.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import GENERIC, Counting, Spot, kind_of, lemma_of, noun_after, phrase_of
from dateline.claim.figure.counting import COUNT_VERBS, PUT, clause_of, put_at, word_before
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
COSTS: Final = PUT | frozenset({
    "cost", "total", "be", "reach", "exceed", "amount", "come", "worth", "value", "estimate", "price", "near",
    "average", "approach", "equal", "range",
})  # fmt: skip


PORTIONS: Final = frozenset({  # of which a price is told: "a litre of milk"
    "litre", "liter", "kilo", "kilogram", "kilogramme", "barrel", "tonne", "ton", "bushel", "ounce", "gallon", "sack",
    "bag", "box", "loaf", "bottle", "pound", "pack", "packet", "carton", "kg",
})  # fmt: skip
SELF_SOLD: Final = frozenset({"sell", "go", "retail", "trade"})
OPENING: Final = frozenset({"nsubj", "obl", "dislocated", "root"})  # how a subject may be read
MEANS: Final = frozenset(
    {"cash", "share", "stock", "bond", "gold", "kind", "full", "total", "advance", "all", "instalment"}
)
PEOPLE: Final = frozenset({"missing", "killed", "injured", "rescued", "captive"})  # what no sum can be
WHOLE_SUMS: Final = frozenset({"total", "sum", "amount", "figure"})
GRANTED: Final = frozenset({"loan", "grant", "payment", "credit", "subsidy", "gift", "transfer", "bonus", "fine"})
EMPTY_SUMS: Final = frozenset({"total", "sum", "amount", "figure", "worth", "excess", "rest", "out", "part", "half"})


def money_of(reader: Reader, spot: Spot) -> Counting | None:
    """What the money is for: "a $110 million base", "$500 million in aid", "programmes totalling $200 million"."""
    tree = reader.tree
    node = _money_node(tree, spot)
    ruled = governor(tree, node)
    verb = ruled[0] if ruled else None
    put = put_at(tree, spot)
    if (buyer := _at_a_cost(tree, spot)) is not None:
        return _price(reader, spot, buyer)
    head = put[0] if put else _totalling(tree, spot)
    if head is None:
        head = _money_noun(reader, spot)
    if head is None and ruled is not None:
        head = _valued(reader, spot, node, ruled)
    counted = lemma_of(tree, head) if head is not None else "money"
    if head is not None and (paused := _states_as_noun(counted)):
        return with_place(Counting(node, head, "money", spot.amount.unit or "", head, states=(paused,), verb=verb),
                          reader.where(node, head, None))  # fmt: skip
    unit = spot.amount.unit or ""
    row = kind_of(counted)
    states: tuple[str, ...] = ()
    where_node = head if head is not None else node
    if (row is not None and row["family"] in ("aid", "penalty", "claim", "debt", "investment")) or head is None:
        states, verb = _money_states(tree, node, head, counted, verb)
    elif row is None or row["unit"] != "":
        states = ("cost",) if _priced(reader, counted, verb) else ()
    if head is None and (buyer := _buying(tree, spot, node)) is not None:
        return _price(reader, spot, buyer)
    if head is None and not states:
        return None
    made = Counting(node, head, counted, unit, spot.last, states=states, verb=verb, teller=put[1] if put else None)
    if found := reader.of(where_node, 0, verb):
        made = replace(made, of=found[0], of_at=found[1])
    found_where = reader.where(node, head, None) or _receiver(reader, [x for x in (node, head, verb) if x is not None])
    made = with_place(made, found_where)
    return replace(
        made, last=max(spot.last, head) if head is not None and spot.last < head <= spot.last + 6 else spot.last
    )


def _buying(tree: Tree, spot: Spot, node: int) -> int | None:
    """The verb of buying or selling that the sum stands behind, after "for"."""
    i = word_before(tree, spot, frozenset({"DET", "SYM"}))
    verb = clause_of(tree, node)
    if i is None or tree.low[i] != "for" or verb is None or verb > i:
        return None
    priced = any(
        r["state"] == "price" and r["word"] == tree.tokens[verb].lemma.lower() for r in table("counted_states")
    )
    return verb if priced else None


def _at_a_cost(tree: Tree, spot: Spot) -> int | None:
    """The verb of "ordered 60 tanks at a cost of 1.1 billion"."""
    i = word_before(tree, spot, frozenset({"SYM"}))
    if i is None or i < 3 or tree.low[i - 3 : i + 1] not in (["at", "a", "cost", "of"], ["at", "a", "price", "of"]):
        return None
    verb = clause_of(tree, i - 1)
    return verb if verb is not None and verb < i and tree.children(verb, "obj", "nsubj:pass") else None


def _portioned(tree: Tree, i: int) -> int:
    """The rice of "a kilo of rice"; else word i itself."""
    of_it = i + 2 < len(tree.tokens) and tree.low[i + 1] == "of" and tree.tokens[i + 2].upos == "NOUN"
    return i + 2 if of_it and tree.tokens[i].lemma.lower() in PORTIONS else i


def _price(reader: Reader, spot: Spot, verb: int) -> Counting:
    """ "Agreed to buy its rival Ostra Lines for $5 million": the price of what is bought, by its name if it has one."""
    tree = reader.tree
    near = (*tree.children(verb, "obj"), *tree.children(verb, "nsubj:pass"))
    if not near and tree.tokens[verb].lemma.lower() in SELF_SOLD:
        near = tree.children(verb, "nsubj")  # "the drug would have sold for 9 million"
    things = [k for k in near if k < spot.first and tree.tokens[k].upos not in ("SYM", "PUNCT")]
    made = Counting(spot.last, None, "price", spot.amount.unit or "", spot.last, verb=verb)
    if not things:
        return made
    things = [_portioned(tree, things[0])]
    low, high = phrase_of(tree, things[0])
    named = [k for k in range(low, min(high + 1, spot.first)) if tree.tokens[k].upos == "PROPN"]
    own = [k for k in named if reader.case(k) not in ("of", "from", "in")]
    if own:
        return replace(made, of=reader.name_words(own[-1]), of_at=own[-1])
    words = [
        t.text
        for t in tree.tokens[low : (named[-1] if named else things[0]) + 1]
        if t.upos not in ("DET", "PRON", "NUM") and t.lemma.lower() not in ("percent", "%")
    ]
    return replace(made, of=" ".join(words[:6]), of_at=things[0])


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
    """The word the clause takes the sum by: "$", "dollars", the number, or the "sum" of "a sum of $5 million"."""
    at = spot.last
    first = spot.first - (1 if spot.first and tree.tokens[spot.first - 1].start >= spot.amount.start else 0)
    for i in range(first, min(len(tree.tokens), spot.last + 1)):
        up = tree.up(i)
        if up is None or not first <= up <= spot.last:
            at = i
            if spot.amount.low < spot.amount.high:
                break  # "between 1.4 billion and 1.6 billion"
    above = tree.up(at)
    whole = above is not None and above < spot.first and tree.tokens[above].lemma.lower() in WHOLE_SUMS
    return above if whole and above is not None and tree.rel(at) == "nmod" else at


def _money_noun(reader: Reader, spot: Spot) -> int | None:
    """The noun the sum stands before or is said to be in."""
    tree = reader.tree
    if (before := _sum_of(tree, spot)) is not None:
        return before
    nxt = spot.last + 1
    if nxt >= len(tree.tokens):
        return None
    word = tree.low[nxt]
    if word == "in" and nxt + 1 < len(tree.tokens) and tree.tokens[nxt + 1].lemma.lower() in MEANS:
        return None  # "5 billion in cash"
    if word == "in" and nxt + 1 < len(tree.tokens) and tree.tokens[nxt + 1].upos == "DET":
        return None  # "68 pesos in the markets"
    if word in ("in", "of", "worth"):
        if nxt + 1 < len(tree.tokens) and tree.tokens[nxt + 1].upos == "VERB":
            return None  # "$5 million in training the army"
        step = 2 if word == "worth" and nxt + 1 < len(tree.tokens) and tree.low[nxt + 1] == "of" else 1
        found = noun_after(tree, spot.last + step)
        if found is None and nxt + 2 < len(tree.tokens) and tree.tokens[nxt + 1].upos == "DET":
            found = noun_after(tree, nxt + 1)
        if found is not None and tree.tokens[found].text in ("May", "March"):
            return None
        if found is None or (reader.spot(found) is not None and kind_of(tree.tokens[found].lemma) is None):
            return None
        row = kind_of(tree.tokens[found].lemma)
        return (
            None if word == "in" and row is not None and row["unit"] else found
        )  # "$5 million in the base" is put into it
    nominal = tree.tokens[nxt].upos in ("NOUN", "ADJ", "PROPN") and not tree.tokens[nxt].text.endswith("ing")
    if nominal or tree.tokens[nxt].text in ("-",):
        return noun_after(tree, spot.last)
    return None


def _sum_of(tree: Tree, spot: Spot) -> int | None:
    """The noun of "a suspension of $5 million", "a deposit of about $3 million"; no "half of $5 million"."""
    i = word_before(tree, spot, frozenset({"SYM", "DET"}))
    told = i is not None and i > 0 and tree.low[i] == "of" and tree.tokens[i - 1].upos == "NOUN"
    up = tree.up(i - 1) if told and i is not None and tree.rel(i - 1) == "nmod" else None
    if up is not None and up < spot.first and tree.tokens[up].lemma.lower() in GRANTED:
        return up  # "a loan to the company of $85 million"
    return i - 1 if told and i is not None and tree.tokens[i - 1].lemma.lower() not in EMPTY_SUMS else None


def _totalling(tree: Tree, spot: Spot) -> int | None:
    """ "programmes totalling $200 million", "aid worth $5 million": the noun before the word that sums it up."""
    i = word_before(tree, spot, frozenset({"ADV", "SYM", "DET"}))
    if not i or tree.tokens[i].lemma.lower() not in (
        "total",
        "worth",
        "value",
        "amount",
        "cost",
        "totalling",
        "totaling",
    ):
        return None
    noun: int | None = i - 1
    while noun is not None and tree.tokens[noun].upos == "PROPN":  # "training in Osland worth 12 million"
        up = tree.up(noun)
        noun = up if up is not None and up < noun else None
    return noun if noun is not None and tree.tokens[noun].upos == "NOUN" else None


def _moved_to(tree: Tree, spot: Spot, lemma: str) -> bool:
    """Whether the sum is where a level moves: "profit rose to $5 million"; not "they raised $5 million"."""
    i = word_before(tree, spot, frozenset({"SYM"}))
    return lemma in COUNT_VERBS and i is not None and tree.low[i] in ("to", "from", "by", "at")


def _valued(reader: Reader, spot: Spot, node: int, ruled: tuple[int, str]) -> int | None:
    """What costs or totals the sum, or is put at it."""
    verb, as_ = ruled
    tree = reader.tree
    lemma = tree.tokens[verb].lemma
    passive = tree.rel(verb) == "acl" or any(
        tree.tokens[k].deprel in ("aux:pass", "nsubj:pass") for k in tree.children(verb)
    )
    if lemma == "value" and not passive and reader.case(node) == "at":  # "the deal values the group at 5 million"
        return next((i for i in reader.subjects(verb) if tree.tokens[i].upos == "NOUN"), None)
    if lemma in PUT and not passive:
        objects = tree.children(verb, "obj")
        moved = objects and objects[0] < spot.first and reader.case(node) in ("to", "by", "from")
        return objects[0] if moved else None  # "the court cut the fine to $5 million"
    if lemma not in COSTS and as_ != "root" and not _moved_to(tree, spot, lemma):
        return None
    if tree.rel(verb) in ("acl", "amod") and (up := tree.up(verb)) is not None:
        return up
    subjects = [*_own_subjects(reader, verb), *tree.children(verb, "nsubj:pass")]  # "Damage is put at 75 million euros"
    return next((i for i in subjects if tree.tokens[i].upos in ("NOUN", "PROPN") or tree.rel(i) == "csubj"), None)


def _own_subjects(reader: Reader, verb: int) -> tuple[int, ...]:
    """What the verb is said of: the bridge of "they expect the bridge to cost 5 million"; no traders of "the price has
    doubled to 40 crowns, traders said", read as said of them."""
    tree, up = reader.tree, reader.tree.up(verb)
    if up is None or tree.rel(verb) not in ("xcomp", "ccomp") or tree.children(verb, "nsubj"):
        return reader.subjects(verb)
    between, subjects = tuple(k for k in tree.children(up, "obj") if up < k < verb), reader.subjects(verb)
    if between or any(k < verb for k in subjects) or tree.rel(verb) != "ccomp":
        return between or subjects
    first = (k for k in range(verb) if tree.tokens[k].upos in ("NOUN", "PROPN") and tree.rel(k) in OPENING)
    return (*tree.children(verb, "csubj"), *first)[:1]  # "Repairs will cost", read as a verb


def _money_states(
    tree: Tree, node: int, head: int | None, counted: str, verb: int | None
) -> tuple[tuple[str, ...], int | None]:
    states, ruler = states_of(tree, node, head, counted)
    if not states and head is not None:
        states, ruler = states_of(tree, head, head, counted)
        up = tree.up(head)
        if not states and up is not None:
            states = states_of(tree, up, up, counted)[0] if tree.rel(head) in ("nmod", "acl") else ()
    return tuple(s for s in states if s not in GENERIC | PEOPLE), ruler if ruler is not None else verb


def _receiver(reader: Reader, nodes: Sequence[int]) -> tuple[Place | str, int, str] | None:
    """Whom the money goes to: "to Niger", "for the government of Niger"."""
    tree = reader.tree
    for i in nodes:
        for k in tree.children(i, "nmod", "obl"):
            if reader.case(k) in ("to", "for", "towards") and (found := reader.spot(k)):
                return found, k, "to"
    return None
