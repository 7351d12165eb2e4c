"""Reads numbers that lean on what stands before them: "down from 1,200", "among them two", "the toll rose to 23".

In:   one sentence with its Reader, an amount without a noun of its own, and what the number before it counted.
Out:  a Counting, or None where the words do not lean that way.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.claim.figure.counted import MILLION, Counting, Spot, kind_of, lemma_of, time_words
from dateline.claim.figure.counting import COUNT_VERBS, again, clause_of, finish, put_at, teller_of, word_before
from dateline.claim.figure.places import HERE, Reader, with_place
from dateline.claim.tree import Tree
from dateline.lexicon.tables import Row

QUAKES: Final = frozenset({"magnitude", "richter", "scale", "quake", "earthquake", "tremor", "temblor", "aftershock"})
REACH_BACK: Final = 12  # words between a number and the one it is set against
SPOKEN: Final = frozenset({"speak", "talk"})
PUT: Final = frozenset({
    "revise", "put", "place", "raise", "bring", "lower", "cut", "reduce", "push", "take", "estimate",
})  # fmt: skip
SIZED: Final = frozenset({"rate", "mass", "volume", "power", "energy", "area"})
APART: Final = 30  # one value so many times the other is no earlier or later level of it
NAMED: Final = QUAKES - {"scale"}
AFTER: Final = frozenset({"aftershock", "foreshock"})
SHAKES: Final = frozenset({"quake", "earthquake", "tremor", "temblor"})
NEAR_QUAKE: Final = 5  # words from a magnitude to its quake: "6.1-magnitude quake", "6.1 magnitude strong earthquake"
LED: Final = 5  # words before a quake that say whether it was another: "followed by a", "a second strong"
HUNDRED: Final = 100  # percent
BESIDE_NAMES: Final = frozenset({"DET", "PRON", "ADJ", "NOUN"})
PASSED: Final = frozenset({"DET", "SYM"})
NUMBERING: Final = frozenset({"number", "numbers", "numbered", "total", "totals", "totaled", "totalled"})
REACHING: Final = frozenset({"to", "at", "reached", "hit", "topped", "passed", "is", "was", "exceeded"})
DATED: Final = frozenset({"last", "this", "before"})
ESTIMATES: Final = frozenset({"estimate", "count", "figure", "tally", "projection", "forecast", "valuation"})
FOUND: Final = frozenset({"recovered", "killed"})
NUMBERS: Final = frozenset({"number", "total", "count", "figure", "tally", "size", "strength", "rate", "level"})


def magnitude(reader: Reader, spot: Spot) -> Counting | None:
    """ "A 6.8-magnitude quake", "magnitude 6.8", "6.8 on the Richter scale"."""
    tokens = reader.tree.tokens
    named = spot.amount.hyphen and any(t.lemma.lower() in NAMED for t in tokens)
    told = named or "." in tokens[spot.last].text or tokens[spot.first - 1].lemma.lower() == "magnitude"
    whole = spot.amount.low == int(spot.amount.low) and not told  # "a 6-level scale"
    if whole or not 1 <= spot.amount.low <= 10:
        return None
    near = tokens[max(0, spot.first - 5) : spot.first] + tokens[spot.last + 1 : spot.last + 6]
    words = {t.lemma.lower() for t in near} | {t.text.lower() for t in near}
    if not words & QUAKES and not _of_magnitude(reader, spot):
        return None
    made = Counting(spot.last, None, _quake(reader, spot), "magnitude", spot.last, states=("magnitude",))
    return with_place(made, reader.where(spot.last, None, None))


def _quake(reader: Reader, spot: Spot) -> str:
    """Which quake is measured: an aftershock is no other number for the quake before it, nor is a second quake.

    Of several nouns the one right behind the number counts, else the last before it.
    """
    tree, end = reader.tree, len(reader.tree.tokens)
    nouns = [i for i in range(end) if tree.tokens[i].lemma.lower() in SHAKES | AFTER]
    behind = next((i for i in nouns if spot.last < i <= spot.last + NEAR_QUAKE), None)
    parts = tree.low[spot.last + 1 : behind] if behind is not None else []
    if behind is None or {",", ";", "and", "of", "after"} & set(parts):
        behind = max((i for i in nouns if i < spot.first), default=behind)
    if behind is None:
        return "earthquake"
    if tree.tokens[behind].lemma.lower() in AFTER or "strongest" in tree.low[max(0, spot.first - 4) : spot.first]:
        return "aftershock"
    first = min(behind, spot.first)
    led = tree.low[max(0, first - LED) : first]
    again = {"second", "another", "third"} & set(led) or _follows(led)
    return "second earthquake" if again else "earthquake"


def _follows(led: Sequence[str]) -> bool:
    """Whether the words before a quake say that it came after another: "followed by a"."""
    return any(pair == ("followed", "by") for pair in pairwise(led))


def _of_magnitude(reader: Reader, spot: Spot) -> bool:
    """ "The magnitude of the quake off Tarn was revised to 6.3 from 6.1": what the clause of the number speaks of."""
    tokens = reader.tree.tokens
    first = max((k + 1 for k in range(spot.first) if tokens[k].upos == "PUNCT"), default=0)
    return any(t.lemma.lower() == "magnitude" for t in tokens[max(first, spot.first - REACH_BACK) : spot.first])


def among(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None, made: Counting | None) -> Counting | None:
    """ "Eight people, among them two children": what is said of the eight is said of the two."""
    near = " ".join(reader.tree.low[max(0, spot.first - 3) : spot.first])
    if made is None or made.states or before is None or made.unit != "person":
        return made
    if near.endswith(("including", "among them", "of them", "among whom")):
        return replace(made, states=before[1].states, verb=before[1].verb)
    return made


def listed_part(
    reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None, made: Counting | None
) -> Counting | None:
    """ "Two were pulled out, one in serious condition", "900 were there: 500 in the town": fewer of those before."""
    tokens = reader.tree.tokens
    i = word_before(reader.tree, spot)
    if made is None or before is None or i is None or made.head is not None or made.unit != before[1].unit:
        return made
    between = tokens[before[0].last + 1 : spot.first]
    if (
        before[1].part
        and made.states == before[1].states
        and not any(t.upos == "VERB" or t.text == ";" for t in between)
    ):
        return replace(made, part=True)  # the next of a list of parts
    colon = max((k for k, t in enumerate(between) if t.text == ":"), default=-1)
    bare = tokens[i].text == "," and tokens[min(spot.last + 1, len(tokens) - 1)].upos == "ADP"
    told = any(t.upos == "VERB" for t in between[colon + 1 :]) if colon >= 0 else not bare
    here = colon >= 0 or (made.where, made.spot) == (before[1].where, before[1].spot)  # "ten in Felden, three in Orla"
    same = here and made.states == before[1].states and spot.amount.high < before[0].amount.low
    return replace(made, part=True) if same and not told else made


def compared(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None) -> Counting | None:
    """ "900, down from 1,200", "to 5,000 from 10,000": a bare number set against the one before it."""
    tokens = reader.tree.tokens
    if before is None or spot.first < 2 or not _one_kind(before[0], spot):
        return None
    i = word_before(reader.tree, spot, PASSED)
    if i is None or i < before[0].last:
        return None
    link = tokens[i].text.lower()
    if link == "of" and tokens[i - 1].text.lower() == "instead":
        link = "than"  # "4.50 euros instead of 3.80"
    if before[0].amount.kind == "percent" and spot.amount.kind is None:
        came = word_before(reader.tree, before[0], PASSED)
        if link != "to" or came is None or tokens[came].text.lower() != "from":
            return None  # but "from 20 percent to 12"
    if link == "to" and i - before[0].last > 2:
        return None  # "nine more bodies, raising the toll to 23"
    if link == "with" and not tokens[i - 1].text.lower().startswith("compar"):
        return None  # "50,000 died, with millions more injured"
    following = tokens[spot.last + 1] if spot.last + 1 < len(tokens) else None
    dated = following is not None and following.text.lower() in (DATED | time_words())
    bare = (
        dated
        or following is None
        or following.upos not in ("NOUN", "PROPN", "ADJ")
        or following.start > spot.amount.end + 2
    )
    if link not in ("from", "to", "than", "with", "against") or not bare or i - before[0].last > REACH_BACK:
        return None
    if any(t.text in (";", ".") for t in tokens[before[0].last : i]):
        return None
    if link in ("to", "against") and before[1].counted == "vote" and (rival := _rival(reader, spot)) is not None:
        return replace(before[1], node=spot.last, last=spot.last, of=reader.name_words(rival), of_at=rival)
    if link == "to" and before[1].counted == "vote" and following is not None and following.text.lower() == "for":
        return None
    shift = before[1].shift and link != "to"  # "was cut by 22,000 to 131,000"
    shift = shift and not (
        before[0].amount.form == "fraction" and spot.amount.form == "count"
    )  # "a third less than 900"
    return replace(before[1], node=spot.last, last=spot.last, part=False, total=False, spot=before[1].spot, shift=shift)


def _rival(reader: Reader, spot: Spot) -> int | None:
    """The last word of the name: "18,922 votes to 18,810 for Ana Ruiz", "against 41 percent for Eva Brand"."""
    tokens, i = reader.tree.tokens, spot.last + 1
    if i >= len(tokens) or tokens[i].text.lower() != "for":
        return None
    end = min(len(tokens), i + 8)
    first = next((k for k in range(i + 1, end) if tokens[k].upos not in BESIDE_NAMES and tokens[k].text != ","), end)
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN":
        last += 1
    return last if first < end and tokens[first].upos == "PROPN" else None


def _one_kind(one: Spot, other: Spot) -> bool:
    """Whether both measure the same; "2.1 billion euros, up from 1.9 billion" leaves out the second currency,
    and so does "3.20 crowns, up from 2.80"."""
    if one.amount.kind == "percent" and other.amount.kind is None and other.amount.form == "count":
        return other.amount.high <= HUNDRED and one.amount.low / 5 <= other.amount.low <= one.amount.low * 5
    bare = one.amount.kind == "money" and other.amount.kind is None and other.amount.form == "count"
    cents = other.amount.low != int(other.amount.low) and one.amount.low / 3 <= other.amount.low <= one.amount.low * 3
    if one.amount.kind in SIZED and other.amount.kind is None and other.amount.form == "count":
        return one.amount.low / APART <= other.amount.low <= one.amount.low * APART  # "by 45,000 barrels to 310,000"
    near = one.amount.low / 5 <= other.amount.low <= one.amount.low * 5 and one.amount.low < MILLION
    return one.amount.kind == other.amount.kind or (bare and (cents or near or other.amount.low >= MILLION))


def retold(reader: Reader, spot: Spot, before: tuple[Spot, Counting] | None) -> Counting | None:
    """The same thing told otherwise: "4 billion francs ($4.7 billion)", "the owner spoke of 400 tons"."""
    tree = reader.tree
    i = word_before(tree, spot)
    if before is None or i is None:
        return None
    bare = (
        spot.amount.kind is None and i and tree.tokens[i - 1].lemma in ESTIMATES
    )  # "5,000 barrels ... estimate of 800"
    if before[0].amount.kind != spot.amount.kind and not (bare and before[0].amount.kind in ("mass", "volume")):
        return None
    between = tree.tokens[before[0].last + 1 : i + 1]
    same = replace(before[1], node=spot.last, head=None, last=spot.last, part=False, total=False)
    if [t.text for t in between] == ["("] and before[0].amount.unit != spot.amount.unit:
        return replace(same, unit=spot.amount.unit or same.unit)
    if i and tree.low[i] == "of" and tree.tokens[i - 1].lemma in ESTIMATES:
        return same  # "almost twice the first estimate of 65 billion"
    if (put := put_at(tree, spot)) and tree.tokens[put[0]].lemma in ESTIMATES | NUMBERS:
        return replace(same, teller=put[1])  # "the other centre puts the figure at 498 billion"
    verb = i - 1
    told = tree.low[i] == "of" and verb > 0 and tree.tokens[verb].lemma.lower() in SPOKEN
    if not told or (speaker := teller_of(tree, verb)) is None or spot.amount.unit != before[0].amount.unit:
        return None
    return replace(same, teller=speaker)


def _numbering(reader: Reader, spot: Spot) -> Counting | None:
    """ "French troops in Mali now number 3,000": the word before, whatever its tag."""
    tree = reader.tree
    i = word_before(tree, spot)
    if not i or tree.low[i] not in NUMBERING:
        return None
    for k in range(i - 1, max(-1, i - 8), -1):
        inside = tree.tokens[k].upos == "DET" and k > 0 and tree.tokens[k - 1].upos == "ADP"
        deed = tree.tokens[k].upos == "VERB" and tree.low[k].endswith("ing")  # "the poisoning", misread
        if tree.tokens[k].upos in ("VERB", "PUNCT", "DET") and not (inside or deed):
            return None  # "the victims of the poisoning now number 71"
        if tree.tokens[k].upos == "NOUN" and kind_of(lemma_of(tree, k)):
            made = finish(reader, k, k, lemma_of(tree, k), False)
            return replace(made, verb=i, node=spot.last, last=spot.last)
    return None


def _toll(reader: Reader, spot: Spot) -> Counting | None:
    """ "... raising the death toll to 23": the toll just before, whatever the parse makes of it."""
    tree = reader.tree
    i = word_before(tree, spot)
    if not i or tree.low[i] not in REACHING:
        return None
    for k in range(i - 1, max(-1, i - 7), -1):
        if tree.tokens[k].upos == "PUNCT" or tree.low[k] in ("from", "and"):
            return None
        if tree.tokens[k].lemma.lower() == "toll":
            made = Counting(spot.last, k, lemma_of(tree, k), "person", spot.last, states=("killed",), verb=k)
            return with_place(made, reader.where(k, k, None))
    return None


def told_of(
    reader: Reader, spot: Spot, memory: Sequence[Counting], before: tuple[Spot, Counting] | None = None
) -> Counting | None:
    """ "The death toll rose to 12", "the number of troops fell to 500", "hired 16 clerks, bringing the total to 52"."""
    tree = reader.tree
    if counting := _numbering(reader, spot) or _toll(reader, spot):
        return counting
    verb = clause_of(tree, spot.last)
    if verb is None or tree.rel(spot.last) == "nsubj":
        return None  # "two died and 30 were taken ill": the 30 are told of, and nothing has come to be so many
    copula = verb == spot.last
    if not copula and tree.tokens[verb].lemma not in COUNT_VERBS and not _goes_up(tree, verb):
        return None
    own = [k for k in tree.children(verb, "obj") if "," not in tree.low[spot.last : k]]  # "to five, with one missing"
    objects = own or _misread_objects(tree, verb)
    put = tree.tokens[verb].lemma in PUT and bool(objects)
    i = word_before(tree, spot)
    if put and (i is None or tree.low[i] not in ("to", "at", "by", "from")):
        return None  # "it raised taxes on 8 million people"
    subjects = () if put else reader.subjects(verb)
    teller = teller_of(tree, verb) if put and tree.tokens[verb].lemma in ("put", "estimate") else None
    for i in (*objects, *(() if objects and not subjects else tree.children(verb, "nsubj", "nsubj:pass")), *subjects):
        noun = i
        if tree.tokens[i].lemma in NUMBERS:
            inner = [k for k in tree.children(i, "nmod") if reader.case(k) in ("of", "for", "in")]
            inner = inner or [k for k in tree.children(i, "amod") if k > i and kind_of(tree.low[k])]  # "number of dead"
            noun = inner[0] if inner else (tree.child(i, "compound") or i)
        row = kind_of(lemma_of(tree, noun))
        last = before[1] if before is not None and before[0].amount.kind is None else memory[-1] if memory else None
        if last is not None and noun == i and i < spot.first and _stands_for(tree, i, row, last):
            return replace(again(reader, spot, last, False), states=last.states, teller=teller)
        counts = (row is not None and row["family"]) or (noun != i and tree.tokens[noun].upos == "NOUN")
        if noun != spot.last and counts and (tree.tokens[i].upos in ("NOUN", "PROPN") or i in objects):
            made = finish(reader, noun, noun, lemma_of(tree, noun), False)
            if made.counted == "victim" and not made.states and last is not None and FOUND & set(last.states):
                made = replace(made, states=("killed",))  # "found two bodies, taking the number of victims to nine"
            return _owned(reader, replace(made, verb=verb, node=spot.last, last=spot.last, teller=teller), noun)
    return None


def _owned(reader: Reader, made: Counting, noun: int) -> Counting:
    """ "Gaza's death toll rose to 41,000": the toll of a place is that of those killed there."""
    if reader.tree.tokens[noun].lemma.lower() != "toll" or made.where or made.spot:
        return made
    spots = ((reader.placed(k), k) for k in reader.tree.children(noun, "nmod:poss"))
    return next((with_place(made, (found, k, "in")) for found, k in spots if found is not None), made)


def _misread_objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """The "contingent" of "raising its contingent to 2,100", read as an adjective."""
    owned = (k for k in tree.children(verb, "xcomp") if tree.children(k, "nmod:poss", "det"))
    return tuple(k for k in owned if kind_of(tree.tokens[k].lemma) is not None)


def _goes_up(tree: Tree, verb: int) -> bool:
    """ "Has gone up to 14", "went down from 30"."""
    following = tree.low[verb + 1] if verb + 1 < len(tree.tokens) else ""
    return tree.tokens[verb].lemma.lower() in ("go", "come", "shoot", "creep") and following in ("up", "down")


def _stands_for(tree: Tree, i: int, row: Row | None, before: Counting) -> bool:
    """Whether word i means those counted before: "the number", and after people killed "its losses"."""
    if row is None:
        return tree.tokens[i].lemma in NUMBERS
    return row["word"] == "loss" and "killed" in before.states


def gapped(reader: Reader, spot: Spot, before: Counting) -> Counting | None:
    """ "France has 4,500 troops there and Germany about 1,100": another owner, the rest left out of one sentence."""
    tokens = reader.tree.tokens
    i = word_before(reader.tree, spot) or 0
    following = tokens[spot.last + 1].text.lower() if spot.last + 1 < len(tokens) else ""
    if i > 0 and tokens[i].text.lower() in ("and", ",", ":") and following in HERE and before.states:
        elsewhere = replace(before, node=spot.last, head=None, last=spot.last, where=None, spot=None, part=False)
        there = reader.where(spot.last, None, None)  # "ten killed in Gaza and three in Lebanon"
        return with_place(elsewhere, there) if there else None if tokens[i].text == "," else elsewhere
    if i < 1 or tokens[i].upos != "PROPN" or tokens[i - 1].text.lower() not in ("and", ",", ";", "while", "but"):
        return None
    whose = reader.whose(i)
    if whose is None or before.of is None or whose == before.of:
        return None
    return replace(before, node=spot.last, head=None, last=spot.last, of=whose, of_at=i, part=False, total=False)
