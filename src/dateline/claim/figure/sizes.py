"""Decides what sizes and shares are of.

In:   one sentence with its Reader, and an amount of length, mass, percent or the like.
Out:  a Counting: the channel that is so deep, the oil that weighs so much, the crew; None where nothing is named.
Room: claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import Counting, Spot, kind_of, lemma_of, noun_after
from dateline.claim.figure.counting import (
    COUNT_VERBS,
    clause_of,
    dimensions,
    finish,
    of_after,
    put_at,
    word_before,
)
from dateline.claim.figure.places import Reader
from dateline.claim.figure.states import governor, states_of
from dateline.claim.tree import Tree

STUFF: Final = frozenset({"mass", "volume", "area", "rate", "energy"})
FALLING: Final = frozenset({"rain", "snow", "hail", "rainfall", "snowfall", "precipitation", "sleet"})
DIGGING: Final = frozenset({"dig", "drill", "dive", "bore", "excavate", "dredge", "descend", "climb"})
WITHIN: Final = frozenset({"in", "under", "at", "of", "with", "below", "above"})
HOLDING: Final = frozenset({"hold", "store", "contain", "take"})
REACHING: Final = frozenset({"reach", "hit", "exceed", "top", "total", "pass"})
MOVES: Final = frozenset({"move", "travel", "drive", "head", "sail", "fly", "drift", "run", "go", "churn", "track"})
TOLD: Final = frozenset({"forecast", "project", "predict", "expect", "record", "register"})
SIZED: Final = frozenset({"length", "speed", "temperature"})


def measure_of(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None) -> Counting | None:
    """A size: "the 45-foot channel", "400 feet wide", "a depth of 11 feet"; mass and volume count a stuff."""
    tree = reader.tree
    amount = spot.amount
    unit = amount.unit or ""
    if found := _of_stuff(reader, spot) or _put_size(reader, spot) or _distance(reader, spot):
        return found
    if amount.kind == "points":
        return _points(reader, spot)
    dimension, thing = _dimension(reader, spot)
    if thing is None and amount.kind == "area":
        thing = _grown(reader, spot)
    if thing is None and amount.hyphen:
        thing = _past_list(tree, spot.last)
    if before is not None and before[0].amount.kind == amount.kind:
        if _listed(tree, before[0], spot):
            thing = before[1].head  # "700 feet wide and 50 feet deep", "a depth of 11 feet, 264-foot width and ..."
        elif (
            dimension is None
            and thing in (None, before[1].head)
            and before[1].states
            and not _moving(tree, before[0], spot)
        ):
            dimension, thing = before[1].states[0], before[1].head  # "400 feet wide; 700 feet comes later"
    if thing is None and amount.kind in ("temperature", "speed"):
        thing = _named_size(reader, spot)
    if thing is None or (amount.form == "vague" and amount.kind in STUFF):
        return None
    counted = lemma_of(tree, thing)
    if counted == unit:
        return None  # "to 120,000 tonnes from 260,000 tonnes": a tonne is no thing
    if dimension is None:
        dimension = dimensions().get((counted, "default")) if amount.kind == "length" else amount.kind
        if dimension == "depth" and _crossed(tree, spot):
            dimension = "width"
    if dimension is None and _proper(tree, thing) and amount.hyphen:
        dimension = "length"
    if dimension is None:
        return None
    proper = _proper(tree, thing) and kind_of(counted) is None
    name = reader.name(thing) if proper else None
    _, verb = states_of(tree, spot.last, thing, counted)
    return Counting(spot.last, thing, counted, unit, spot.last, of=name, of_at=thing if name else None,
                    states=(dimension,), verb=verb)  # fmt: skip


def _moving(tree: Tree, before: Spot, spot: Spot) -> bool:
    """Whether something is told to move between two speeds: "with winds of 185 km/h and moving at 17 km/h"."""
    between = tree.tokens[before.last + 1 : spot.first]
    return spot.amount.kind == "speed" and any(t.lemma.lower() in MOVES for t in between)


def bare_size(reader: Reader, spot: Spot) -> Counting | None:
    """What a size is of where no thing is named that has it: the stretch of "40 km of road" and "queues of 14 km"; else
    the tonnes that a mill shipped, the hectares that burned."""
    tree, amount = reader.tree, spot.amount
    if amount.hyphen or amount.form != "count" or amount.kind in (None, "money", "percent", "points"):
        return None
    after, i = of_after(tree, spot.last), word_before(tree, spot, frozenset({"DET"}))
    noun = noun_after(tree, after - 1) if after is not None and amount.kind == "length" else None
    if noun is None and i and tree.low[i] == "of" and tree.tokens[i - 1].upos == "NOUN":
        noun = i - 1
    if noun is not None:
        made = finish(reader, noun, noun, lemma_of(tree, noun), False)
        named = dimensions().get((made.counted, "noun"), amount.kind if amount.kind in SIZED else None)
        named = None if made.counted in FALLING else named  # "12 cm of snow"
        states = (named,) if named else () if made.counted in FALLING else made.states
        return replace(made, node=spot.last, unit=amount.unit or "", states=states)
    if (moved := _moved_size(reader, spot)) is not None:
        return moved
    ruled = governor(tree, spot.last)
    if (vessel := _holds(reader, spot)) is not None:
        made = Counting(spot.last, vessel, lemma_of(tree, vessel), amount.unit or "", spot.last)
        return replace(made, states=("capacity",), verb=ruled[0] if ruled is not None else None)
    if amount.kind not in STUFF - {"rate"} or ruled is None or ruled[1] not in ("obj", "subj"):
        return None
    made = finish(reader, spot.last, spot.last, lemma_of(tree, spot.last), False)
    return replace(made, unit=amount.unit or "")


def _moved_size(reader: Reader, spot: Spot) -> Counting | None:
    """ "Output fell to 310,000 tonnes", "the harvest came to 9 million tonnes": what has come to be so much."""
    tree, verb, i = reader.tree, clause_of(reader.tree, spot.last), word_before(reader.tree, spot)
    if spot.amount.kind not in STUFF | {"power"} or verb is None or i is None:
        return None
    reached = tree.tokens[verb].lemma in REACHING and tree.up(spot.last) == verb
    told = (
        tree.low[i] in ("at", "against") and tree.tokens[verb].lemma in TOLD and bool(tree.children(verb, "nsubj:pass"))
    )
    moved = tree.low[i] in ("to", "at", "from", "by") and tree.tokens[verb].lemma in COUNT_VERBS
    if not (moved or told or (reached and tree.tokens[verb].lemma in COUNT_VERBS)):
        return None
    above = tree.up(verb)
    if above is not None and tree.tokens[above].upos == "ADV":
        above = tree.up(above)  # "more than halved", read as a comparison
    led: tuple[int, ...] = (
        () if above is None or tree.rel(verb) not in ("advcl", "acl") else (above,)
    )  # "output more than halved, to"
    if above is not None and tree.rel(verb) == "xcomp":
        led = tree.children(above, "nsubj:pass")  # "output is forecast to reach 9 million tonnes"
    if told:
        led = tree.children(verb, "nsubj:pass")  # "the harvest is forecast at 9 million tonnes"
    things = (*tree.children(verb, "obj"), *reader.subjects(verb), *led)
    thing = next((k for k in things if k < spot.first and tree.tokens[k].upos == "NOUN"), None)
    if thing is None:
        return None
    made = finish(reader, spot.last, thing, lemma_of(tree, thing), False)
    return replace(made, unit=spot.amount.unit or "", verb=verb)


def _holds(reader: Reader, spot: Spot) -> int | None:
    """The basin of "the basin can hold 9 million litres": a size it has."""
    tree, verb = reader.tree, clause_of(reader.tree, spot.last)
    if spot.amount.kind not in ("volume", "mass") or verb is None or tree.tokens[verb].lemma.lower() not in HOLDING:
        return None
    if not any(tree.tokens[k].lemma.lower() in ("can", "could") for k in tree.children(verb, "aux")):
        return None
    up = tree.up(verb) if tree.tokens[verb].deprel == "acl:relcl" else None
    subjects = (up,) if up is not None else tree.children(verb, "nsubj")
    return next((k for k in subjects if tree.tokens[k].upos == "NOUN"), None)


def _of_stuff(reader: Reader, spot: Spot) -> Counting | None:
    """ "900 tons of oil", "500 litres of the fuel": the stuff is counted."""
    tree, after = reader.tree, of_after(reader.tree, spot.last)
    if spot.amount.kind not in STUFF or after is None:
        return None
    head = noun_after(tree, after - 1)
    if head is None and tree.tokens[after].upos == "DET":
        head = noun_after(tree, after)
    if head is None:
        return None
    made = finish(reader, spot.last, head, lemma_of(tree, head), False)
    return replace(made, unit=spot.amount.unit or "", part=False)


def stuff_left_out(reader: Reader, spot: Spot, stuff: str | None) -> Counting | None:
    """ "300 tons had been lost", said of the oil told before."""
    if spot.amount.kind not in ("mass", "volume") or stuff is None or spot.amount.hyphen:
        return None
    states, verb = states_of(reader.tree, spot.last, None, stuff)
    if not set(states) & {"spilled", "removed", "destroyed"}:
        return None
    return Counting(spot.last, None, stuff, spot.amount.unit or "", spot.last, states=states[:1], verb=verb)


def _put_size(reader: Reader, spot: Spot) -> Counting | None:
    """ "The ministry put the spill at 900 tons"."""
    put, kind = put_at(reader.tree, spot), spot.amount.kind
    if put is None or kind is None:
        return None
    made = finish(reader, spot.last, put[0], lemma_of(reader.tree, put[0]), False)
    return replace(made, unit=spot.amount.unit or "", teller=put[1], states=(kind,) if kind in SIZED else made.states)


def _distance(reader: Reader, spot: Spot) -> Counting | None:
    """ "Towed 3 miles", "stopped 9 km outside the town": how far, which is no size of what moved."""
    tree, dims = reader.tree, dimensions()
    verb = clause_of(tree, spot.last)
    lies = verb == spot.last  # "the ship was 31 miles off the cape"
    if spot.amount.kind != "length" or spot.amount.hyphen or verb is None or (verb > spot.first and not lies):
        return None
    before = word_before(tree, spot)
    if of_after(tree, spot.last) is not None or (before is not None and tree.low[before] in WITHIN):
        return None  # "it lay in 25 feet of water"
    following = tree.low[spot.last + 1] if spot.last + 1 < len(tree.tokens) else ""
    if (following, "adj") in dims and dims[following, "adj"] != "distance":
        return None
    moves = (tree.tokens[verb].lemma.lower(), "verb") in dims and verb > spot.first - 6
    if not moves and (following, "after") not in dims:
        return None
    own = tree.children(verb, "obj", "nsubj", "nsubj:pass")
    if own and all(tree.tokens[k].upos == "PRON" for k in own):  # "it was stopped nine miles from the coast"
        mention = reader.root(own[0])
        meant = mention.head.lower() if mention is not None and kind_of(mention.head) is not None else "distance"
        return Counting(spot.last, None, meant, spot.amount.unit or "", spot.last, states=("distance",), verb=verb)
    things = [k for k in (*tree.children(verb, "obj", "nsubj:pass"), *reader.subjects(verb))
              if tree.tokens[k].upos in ("NOUN", "PROPN") and not spot.first <= k <= spot.last]  # fmt: skip
    if not things:
        return None
    name = reader.name(things[0]) if _proper(tree, things[0]) else None
    counted = lemma_of(tree, things[0]) if name is None else "distance"
    return Counting(spot.last, None, counted, spot.amount.unit or "", spot.last, of=name,
                    of_at=things[0] if name else None, states=("distance",), verb=verb)  # fmt: skip


def _named_size(reader: Reader, spot: Spot) -> int | None:
    """The noun of "temperatures reached 44 degrees", "winds of 90 mph"."""
    verb = clause_of(reader.tree, spot.last)
    nouns = [k for k in reader.subjects(verb) if reader.tree.tokens[k].upos == "NOUN"] if verb is not None else []
    told = verb is not None and (reader.tree.tokens[verb].lemma in COUNT_VERBS or verb == spot.last)
    return nouns[0] if nouns and told else None


def _points(reader: Reader, spot: Spot) -> Counting | None:
    """ "Turnout rose by 4 points", "cut its rate by half a point": what moves by points; points of a game are none."""
    verb = clause_of(reader.tree, spot.last)
    if verb is None or reader.tree.tokens[verb].lemma not in COUNT_VERBS:
        return None
    moved = [k for k in reader.tree.children(verb, "obj") if verb < k < spot.first]
    if moved and reader.tree.tokens[moved[0]].upos == "NOUN":
        made = finish(reader, spot.last, moved[0], lemma_of(reader.tree, moved[0]), False)
        return replace(made, unit="point", states=(), verb=verb, shift=True, where=None, spot=None)
    subject = next((k for k in reader.subjects(verb) if reader.tree.tokens[k].upos in ("NOUN", "PROPN")), None)
    if subject is None:
        return None
    counted = lemma_of(reader.tree, subject)
    return Counting(spot.last, None, counted, "point", spot.last, verb=verb)


def _proper(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.upos == "PROPN" or (i > 0 and token.text[:1].isupper() and not token.text.isupper())


def _past_list(tree: Tree, last: int) -> int | None:
    """The noun that ends a list of sizes: "the 20, 14 and 11-foot channels"."""
    i = last + 1
    while i < min(len(tree.tokens), last + 12) and (
        tree.tokens[i].upos == "NUM" or tree.low[i] in (",", "and", "or", "-", "foot", "metre", "meter", "mile", "yard")
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
        word = tree.low[nxt]
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
        if dimension and tree.tokens[up].lemma.lower() in DIGGING:
            return dimension, None  # "dredgers dug to a depth of 18 metres": no depth of the dredgers
        named = dims.get((tree.tokens[up].lemma.lower(), "noun"))
        dimension = dimension or named
        if (
            up != at
            and named is None
            and tree.tokens[up].upos in ("NOUN", "PROPN")
            and up not in range(spot.first, spot.last + 1)
            and (spot.amount.kind == "length" or up == tree.up(spot.last))
        ):
            return dimension, up
        subject = [i for i in tree.children(up, "nsubj", "nsubj:pass") if tree.tokens[i].upos in ("NOUN", "PROPN")]
        sized = bool(subject) and (lemma_of(tree, subject[0]), "default") in dims
        if (dimension or sized) and subject and subject[0] != at:
            return dimension, subject[0]
    return dimension, None
