"""Decides what one amount counts or measures: people and things, money, a size, a share, a place in a row.

In:   one sentence with its Reader, one Amount with the words it covers, and what earlier numbers counted.
Out:  a Counting, or None where it makes no figure (an age, a name, "one" as a pronoun, a list number).
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import (
    GENERIC,
    Counting,
    Spot,
    counted_noun,
    kind_of,
    lemma_of,
    noun_after,
)
from dateline.claim.figure.counting import again, finish, of_after, parallel, so_many_of, whole_of, word_before
from dateline.claim.figure.holders import moved_by
from dateline.claim.figure.leaning import part_of_whole, set_against, size_of, so_many_more
from dateline.claim.figure.links import NUMBERS, among, compared, gapped, listed_part, magnitude, retold, told_of
from dateline.claim.figure.money import money_of
from dateline.claim.figure.ordinals import EMPTY, ordinal
from dateline.claim.figure.peoples import in_a_plight, nation
from dateline.claim.figure.places import Reader, with_place
from dateline.claim.figure.shares import share_of
from dateline.claim.figure.sizes import measure_of
from dateline.claim.figure.states import governor, own_states, states_of
from dateline.claim.figure.wholes import of_before, of_number, opens_with_of, owns, said_of
from dateline.claim.tree import Tree

OF_THINGS: Final = frozenset({"damaged", "destroyed", "cost"})  # no states of people
HOMES: Final = frozenset({"home", "customer"})  # that are without power or water
CENTS: Final = frozenset({"cent", "penny", "pence"})
AMONG_THEM: Final = frozenset({"rescued", "missing", "recovered", "released", "captive"})  # of those aboard or held
FATES: Final = frozenset({"killed", "injured", "captive", "detained", "missing"})  # that befall some of a side
LEADS: Final = frozenset({"lead", "majority", "margin", "advantage"})
GROUPS: Final = frozenset({
    "crew", "force", "staff", "population", "toll", "death toll", "contingent", "gang", "army", "police", "personnel",
    "convoy",
})  # fmt: skip
PRONOUNS: Final = frozenset({"them", "whom", "these", "those", "which", "us", "you", "it", "that", "this", "what"})
PLURALS: Final = frozenset({
    "people", "children", "crew", "police", "staff", "personnel", "aircraft", "dead", "wounded", "injured",
    "missing", "cattle", "sheep", "fish", "deer", "feet", "teeth", "mice", "geese", "oxen", "data", "media",
    "bacteria", "offspring", "percent", "spacecraft", "hovercraft", "watercraft", "poultry", "livestock", "youth",
    "military", "hurt", "others", "tonne", "ton", "head", "troop", "detained", "displaced", "homeless", "elderly",
    "unemployed", "asylum", "hostage",
})  # fmt: skip
BODIES: Final = {  # what is counted by the word that ties a number to a body
    "strong": "people", "member": "member", "seat": "seat", "seater": "seat", "bed": "bed", "car": "car",
    "vehicle": "car",
}  # fmt: skip
SINGLE: Final = frozenset({"it", "that", "this"})
SPEAK: Final = frozenset({
    "say", "tell", "add", "report", "warn", "announce", "confirm", "note", "claim", "deny", "comment",
})  # fmt: skip
OWNED: Final = frozenset({"its", "their", "his", "her", "our"})
SIDES: Final = frozenset({"nsubj", "obj", "nsubj:pass"})  # a pronoun stands for one of these before others
WAITING: Final = frozenset({"wait", "queue", "await"})
MODEL: Final = re.compile(r"[A-Z]{0,3}-?\d{2,4}s")  # jets and cars by their number: "A320s", "777s"
UNITS: Final = frozenset({
    "battalion", "brigade", "regiment", "company", "platoon", "squad", "team", "unit", "delegation", "mission",
    "garrison",
})  # fmt: skip
HOSTS: Final = frozenset({"armies", "militaries", "contingents", "forces", "navies"})
HOST: Final = 20  # soldiers; of fewer the words for a whole body are not used


def counting_of(
    reader: Reader, spot: Spot, memory: Sequence[Counting], before: tuple[Spot, Counting] | None = None
) -> Counting | None:
    """What the amount counts; `before` is the last amount of the same sentence."""
    if same := retold(reader, spot, before) or set_against(reader, spot, before):
        return same
    match spot.amount.kind:
        case "money":
            return compared(reader, spot, before) or money_of(reader, spot)
        case "percent":
            share = compared(reader, spot, before) or _of_it(reader, spot, memory, before)
            return share or share_of(reader, spot, "percent")
        case None:
            if spot.amount.form == "fraction":
                return _of_it(reader, spot, memory, before) or share_of(reader, spot, "share")
            if spot.amount.form == "ordinal":
                return ordinal(reader, spot)
            if quake := magnitude(reader, spot):
                return quake
            made = among(reader, spot, before, _count(reader, spot, memory, before))
            return compared(reader, spot, before) or listed_part(reader, spot, before, made)
    i = word_before(reader.tree, spot)
    against = i is not None and reader.tree.low[i] in ("against", "from", "than")
    return (compared(reader, spot, before) if against else None) or measure_of(reader, spot, before)


def _of_it(
    reader: Reader, spot: Spot, memory: Sequence[Counting], before: tuple[Spot, Counting] | None
) -> Counting | None:
    """ "Half of them", "a tenth of it": a share of what was told before in the sentence, or of the people told last."""
    after, tree = of_after(reader.tree, spot.last), reader.tree
    pronoun = tree.low[after] if after is not None and after < len(tree.tokens) else ""
    told = before[1] if before is not None else memory[-1] if memory else None
    if after is not None and tree.low[after : after + 2] == ["the", "total"] and _ends(tree, after + 2):
        pronoun = "them"  # "12,000 ballots, 4 percent of the total, were invalid"
    if after is None or pronoun not in PRONOUNS - {"what"} or told is None or told.shift or _determines(tree, after):
        return None
    if (pronoun in SINGLE and told.unit == "person") or (pronoun not in SINGLE and is_currency(told.unit)):
        return None  # "half of it" speaks of no people
    unit = "percent" if spot.amount.kind == "percent" else "share"
    return replace(so_many_of(tree, spot, told, part=True), unit=unit)


def _ends(tree: Tree, i: int) -> bool:
    return i >= len(tree.tokens) or tree.tokens[i].upos in ("PUNCT", "CCONJ", "VERB", "AUX")


def _count(
    reader: Reader, spot: Spot, memory: Sequence[Counting], before: tuple[Spot, Counting] | None
) -> Counting | None:
    tree = reader.tree
    alone = tree.low[spot.first] == "one" and tree.rel(spot.first) != "nummod" and spot.first
    if (
        alone
        and tree.tokens[spot.first - 1].upos in {"ADJ", "DET"}
        and tree.low[spot.first - 1] not in {"least", "most"}
    ):
        return None  # "tested a second one", "the one in Kor"
    part = of_after(tree, spot.last)
    head = None if part is not None else counted_noun(tree, spot.first, spot.last, spot.amount)
    if head is not None and kind_of(lemma_of(tree, head)) is None and (group := _of_group(reader, spot, memory)):
        return group
    if head is None and part is None:
        head = _shared(tree, spot)
    if head is None and part is not None:
        return _part(reader, spot, part, memory, before)
    return _with_noun(reader, spot, head, memory, before) if head is not None else _bare(reader, spot, memory, before)


def _with_noun(
    reader: Reader, spot: Spot, head: int, memory: Sequence[Counting], before: tuple[Spot, Counting] | None
) -> Counting | None:
    """What a number counts that stands with the noun at word `head`."""
    tree = reader.tree
    if before is not None and before[1].head == head and _one_phrase(tree, before[0], spot):
        return None  # the 737 of "five new 737 jets"
    counted = lemma_of(tree, head)
    if counted in ("other", "others"):  # "14 miners were killed and 30 others injured"
        counted = next((m.counted for m in reversed(memory) if not _own_state(m)), "person")
    if counted in CENTS and (moving := moved_by(reader, spot, head)) is not None:
        return replace(moving, unit=counted, shift=True)
    made = finish(reader, head, head, counted, whole_of(tree, head, spot.first))
    i = word_before(tree, spot)
    if i and tree.low[i] == "of" and tree.low[i - 1] in LEADS and counted in ("vote", "seat", "point"):
        return replace(made, counted=tree.low[i - 1], unit=counted, states=())  # "a lead of 312 votes"
    if spot.amount.hyphen and (body := _strong(tree, spot)) and kind_of(counted) is None:
        unit = body if body in ("seat", "bed", "car") else "person"
        body = f"{counted} member" if body == "people" and counted in UNITS else body  # "a 300-strong battalion"
        return replace(
            made, counted=body, unit=unit, states=("capacity",) if body in ("seat", "bed") else (), part=False
        )
    if opens_with_of(tree, spot, head):  # "of the 58 miners, 50 were rescued": what follows is said of the 50
        return replace(made, states=(), verb=None, total=True)
    if of_before(tree, spot):  # "766 of 950 troops have left": the 950 have not
        made = replace(
            made,
            states=tuple(s for s in made.states if s in own_states(tree, head)),
            verb=None,
            total=of_number(tree, spot),
        )
    return made if _worth(tree, spot, head, made) else None


def _bare(
    reader: Reader, spot: Spot, memory: Sequence[Counting], before: tuple[Spot, Counting] | None
) -> Counting | None:
    """What a number counts that stands without a noun."""
    if people := nation(reader, spot):
        return people
    found = (
        _as_before(in_a_plight(reader, spot), before)
        or _of_group(reader, spot, memory)
        or told_of(reader, spot, memory, before)
    )
    if found:
        return found
    if spot.amount.hyphen:
        return None  # a "50-strong" team whose noun is out of reach
    if found := part_of_whole(reader, spot, before):
        return found
    left_out = before and gapped(reader, spot, before[1])
    if not left_out and before is not None and before[1].unit != "person":
        left_out = so_many_more(reader, spot, before)  # "destroyed 3,400 houses and damaged 11,000 more"
    left_out = left_out or _left_out(reader, spot, memory, before)
    return left_out or so_many_more(reader, spot, before) or size_of(reader, spot)


def _as_before(made: Counting | None, before: tuple[Spot, Counting] | None) -> Counting | None:
    """ "Restored to 52,000 households, leaving 18,000 without": those in the plight are households too."""
    same = made is not None and made.head is None and before is not None and before[1].unit in HOMES
    return replace(made, counted=before[1].counted, unit=before[1].unit) if same and made and before else made


def _strong(tree: Tree, spot: Spot) -> str | None:
    """What a number tied to a body counts: people of "a 300-strong crowd", seats of "the 34,000-seat stadium"."""
    tied = tree.low[spot.last + 2] if spot.last + 2 < len(tree.tokens) else ""
    return BODIES.get(tied)


def _own_state(counting: Counting) -> bool:
    row = kind_of(counting.counted)
    return row is not None and bool(row["state"])


def _shared(tree: Tree, spot: Spot) -> int | None:
    """The noun that two numbers share: "500 and 1,000 songs"; not where the second has a verb of its own."""
    i = spot.last + 1
    if i + 2 >= len(tree.tokens) or tree.low[i] not in ("and", "or") or tree.tokens[i + 1].upos != "NUM":
        return None
    noun = noun_after(tree, i + 1)
    if noun is None or tree.tokens[noun].lemma.lower() == "other" or not _plural(tree.tokens[noun].text):
        return None
    following = tree.tokens[noun + 1].upos if noun + 1 < len(tree.tokens) else ""
    return noun if following not in ("VERB", "AUX", "ADV") else None


def _one_phrase(tree: Tree, one: Spot, other: Spot) -> bool:
    """Whether only adjectives and names stand between the two numbers."""
    between = tree.tokens[one.last + 1 : other.first]
    return bool(between) and all(t.upos in ("ADJ", "PROPN", "NOUN") for t in between)


def _plural(word: str) -> bool:
    """Whether a noun can stand after a number above one."""
    low = word.lower()
    return low.endswith("s") or low in PLURALS or low.endswith(("men", "people", "folk", "dead", "personnel"))


def _worth(tree: Tree, spot: Spot, head: int, made: Counting) -> bool:
    """Whether the count says something: "one official said", "the two sides", "a two-way road", "no plans" do not."""
    amount, known = spot.amount, kind_of(made.counted)
    few = tree.low[head] in HOSTS and amount.high < HOST  # "the two armies" are no two soldiers
    if few or (amount.low > 1 and not amount.hyphen and not _plural(tree.tokens[head].text)):
        return False  # "2200 The commander"
    if amount.form == "vague" and not set(made.states) - {"present"}:
        return False  # "thousands of people on the streets"
    if amount.hyphen:  # "a 300-strong force"; a two-star general and a 15-nation bloc are none
        tied = tree.low[min(spot.last + 2, len(tree.tokens) - 1)]
        return (known is not None or made.unit == "person") and tied in ("strong", "member", "man", "person", "people")
    if amount.form == "none" or amount.low == amount.high == 1:
        if known is None or known["unit"] == "":
            return False
        told = set(made.states) - {"cost", "body"}
        waits = made.verb is not None and tree.tokens[made.verb].lemma.lower() in WAITING
        return waits or bool(
            told if known["unit"] == "person" else told - GENERIC
        )  # "they have no houses to go back to"
    up = tree.up(head)
    if known is not None:
        speaks = up is not None and tree.tokens[head].deprel == "nsubj" and tree.tokens[up].lemma in SPEAK
        return bool(made.states) or not (speaks and amount.high < 20)
    token = tree.tokens[head]
    if MODEL.fullmatch(token.text) and amount.low > 1:
        return True  # "24 A320s"
    if token.upos != "NOUN" or len(made.counted) < 3 or made.counted in EMPTY or not made.counted.isalpha():
        return False
    owned = any(word in OWNED for word in tree.low[max(0, spot.first - 2) : spot.first])
    if amount.high < 3:
        return not made.whole and made.of is None  # "the two sides", "Osland's two neighbours"
    return owned or not (amount.high < 10 and made.whole)  # "the three islands" are known; "its nine ferries" are told


def _part(
    reader: Reader, spot: Spot, after: int, memory: Sequence[Counting], before: tuple[Spot, Counting] | None
) -> Counting | None:
    """ "two of them", "766 of an estimated 950 US troops", "hundreds of miners"."""
    tree = reader.tree
    if after >= len(tree.tokens):
        return None
    if tree.low[after] in PRONOUNS and not _determines(tree, after):
        told = memory[-1] if memory else None
        if before is not None and told is None and before[0].amount.kind is None:
            told = before[1] if before[0].amount.high > spot.amount.high else told  # "14 cases, nine of them fatal"
        if tree.low[after] in SINGLE:
            return None  # "24 million of it" are no people
        if tree.low[after] == "those" and told is not None and told.verb is None:
            return None  # "1,400 of those": of whom this sentence speaks, not the one before
        same = again(reader, spot, told, True) if told is not None else _of_those(reader, spot, after)
        return same if same is None or spot.amount.low > 1 or set(same.states) - GENERIC else None
    j = after
    while j < min(len(tree.tokens), after + 7) and not (
        (tree.tokens[j].upos in ("NOUN", "PROPN") and not owns(tree, j))  # "210 of the market's 600 stalls"
        or (tree.tokens[j].upos in ("ADJ", "VERB") and kind_of(tree.tokens[j].text))
    ):
        j += 1
    if j >= min(len(tree.tokens), after + 7):
        return None
    head = noun_after(tree, j - 1)
    head = j if head is None else head
    if tree.tokens[head].upos == "PROPN" and kind_of(tree.tokens[head].lemma) is None:
        return None  # "two of the Ostra 900 engines" are no Ostras
    bare = spot.amount.low == spot.amount.high and spot.amount.low <= 1
    vague = spot.amount.form == "vague" or spot.amount.core[1] == spot.amount.core[0]
    every = spot.first > 0 and tree.low[spot.first - 1] == "all"  # "all 51 of its boats"
    own = tree.low[after : after + 2][1:] == ["own"]  # "lost four of their own men": no part of a number
    part = (not vague or tree.tokens[after].upos == "DET") and not every and not own
    node = spot.last if tree.rel(spot.last) != "nummod" else head
    made = finish(reader, node, head, lemma_of(tree, head), not part and whole_of(tree, head, after), part)
    if tree.tokens[after].upos in ("DET", "PRON") and (theirs := said_of(tree, node, made.counted)):
        made = replace(made, states=theirs)
    if bare and spot.amount.form == "count" and _of_so_many(tree, after):
        return replace(made, part=True, whole=False)
    if part and _their_own(tree, after, made):
        made = replace(made, part=False)
    if (bare or not part) and not set(made.states) - GENERIC:
        return None  # "one of the world's ports", "none of the hospitals", "thousands of people on the streets"
    return made


def _their_own(tree: Tree, after: int, made: Counting) -> bool:
    """ "Three of its soldiers were killed": all whom a side has lost, and no part of those told of; of "its 40" they
    are one."""
    numbered = any(t.upos == "NUM" for t in tree.tokens[after : made.head])
    return tree.low[after] in OWNED and made.unit == "person" and not numbered and bool(set(made.states) & FATES)


def _of_so_many(tree: Tree, after: int) -> bool:
    """Whether the whole is numbered: "one of the two recorders", "one of its six mills"."""
    i = after + 1
    return i < len(tree.tokens) and tree.tokens[i].upos == "NUM" and tree.tokens[after].upos in ("DET", "PRON")


def _determines(tree: Tree, i: int) -> bool:
    """Whether "these" stands before its noun: "six of these boats"."""
    return i + 1 < len(tree.tokens) and tree.tokens[i + 1].upos in ("NOUN", "ADJ", "NUM") and tree.rel(i) == "det"


def _of_those(reader: Reader, spot: Spot, pronoun: int) -> Counting | None:
    """ "Nurses walked out; about 230 of them joined": those that the pronoun stands for."""
    mention, tokens = reader.root(pronoun), reader.tree.tokens
    row = kind_of(mention.head) if mention is not None and mention.refers is None and mention.head else None
    near = [t for t in tokens[: spot.first] if t.upos == "NOUN" and t.deprel in SIDES]
    told = [kind_of(t.lemma) for t in near if _plural(t.text)]  # "the minister said 15 of them": no ministers
    people = {r["word"]: r for r in (row, *told) if r is not None and r["unit"] == "person"}
    if len(people) != 1:
        return None  # nobody, or several, could be meant
    row = next(iter(people.values()))
    states, verb = states_of(reader.tree, spot.last, None, row["word"])
    return Counting(spot.last, None, row["word"], "person", spot.last, states=states, verb=verb, part=True)


def _of_group(reader: Reader, spot: Spot, memory: Sequence[Counting]) -> Counting | None:
    """ "A crew of 22", "a toll of 12"; "the previous count of 1,100" counts what was counted before."""
    tree = reader.tree
    up = tree.up(spot.last)
    case = reader.case(spot.last)
    if spot.first >= 2 and tree.low[spot.first - 1] == "of" and tree.tokens[spot.first - 2].upos == "NOUN":
        up, case = spot.first - 2, "of"
    if up is None or case != "of" or tree.tokens[up].upos != "NOUN" or up > spot.first:
        return None
    if tree.tokens[up].lemma in NUMBERS and memory:
        return again(reader, spot, memory[-1], False)
    counted = lemma_of(tree, up)
    collective = tree.tokens[up].lemma.lower() in GROUPS or counted in GROUPS
    return finish(reader, up, up, counted, False) if collective and kind_of(counted) else None  # no "mother of 12"


def _left_out(
    reader: Reader, spot: Spot, memory: Sequence[Counting], here: tuple[Spot, Counting] | None
) -> Counting | None:
    """ "Two were rescued", "around 650 remained", "killing six": those counted are people, or those counted before."""
    tree = reader.tree
    amount = spot.amount
    ruled = governor(tree, spot.last)
    near = " ".join(tree.low[max(0, spot.first - 2) : spot.first])
    if here is not None and here[1].unit != "person" and near.endswith(("including", "among them")):
        return replace(again(reader, spot, here[1], True), states=here[1].states)  # "30 ships, including 4 that leaked"
    if ruled is None or ruled[1] not in ("subj", "obj", "root"):
        return None
    if amount.low == amount.high == 1 and tree.up(spot.last) != ruled[0]:
        return None  # "one in serious condition"; "killing one" counts
    states, verb = states_of(tree, spot.last, None, "person")
    part = bool(memory) and memory[-1].total and _opens_clause(tree, spot)
    special = [s for s in states if s not in GENERIC | OF_THINGS and s != "departed"]
    before = memory[-1] if memory else None
    if special:
        stands = (
            spot.first < ruled[0] or here is not None
        )  # "killing six" after a sentence on soldiers kills no soldiers
        if here is not None and spot.amount.high > here[0].amount.high and set(special) & AMONG_THEM:
            stands = False  # "210 passengers and 18 crew; 170 have been rescued": more than the crew
        larger = here is None and before is not None and amount.low > before.many
        stands = stands and not larger  # "sent 40 nurses. Thousands were buried"
        base = before if before is not None and before.unit == "person" and stands else None
        made = Counting(
            spot.last, None, base.counted if base else "person", "person", spot.last, states=tuple(special), verb=verb
        )
        made = replace(made, of=base.of if base else None, part=part)
        return with_place(made, reader.where(spot.last, None, verb))
    if amount.form in ("none", "vague") or amount.low == amount.high == 1:
        return None
    if before is not None and before.unit == "person" and (states or part or parallel(tree, spot.last)):
        return again(reader, spot, before, part)
    return None


def _opens_clause(tree: Tree, spot: Spot) -> bool:
    """Whether a comma stands right before the amount."""
    i = word_before(tree, spot)
    return i is not None and tree.tokens[i].text == ","
