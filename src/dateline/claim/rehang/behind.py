"""Words that the parser hung on the main verb, and that go with what stands right before them.

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.lexis import WEEKDAYS
from dateline.claim.rehang.clauses import LEADS, REACH, WHEN, Moved, aux_of, start_of
from dateline.sentence.reading import Token

# Participles that say which ones, with what always stands behind them: "two men suspected of a raid".
WHICH_ONES: Final = {**LEADS, "suspect": ("of",), "believe": ("to",), "think": ("to",), "wound": ("in",)}
WHOSE: Final = frozenset({"who", "which", "that"})
PRESENT: Final = frozenset({"has", "have", "is", "are", "will"})

SHIPS: Final = frozenset(
    {"tanker", "ship", "vessel", "freighter", "ferry", "trawler", "yacht", "frigate", "destroyer", "submarine", "liner"}
    | {
        "carrier",
        "barge",
        "tug",
        "tugboat",
        "boat",
        "cargo",
        "icebreaker",
        "corvette",
        "cutter",
        "schooner",
        "spacecraft",
    }
    | {"probe", "satellite", "lander", "rover", "rocket"}
)  # what has a name of its own right behind it


def which_ones(tokens: Sequence[Token], i: int) -> Moved:
    """ "suspected" of "police held two men on Friday suspected of a raid", read as what the police were: behind the day
    it says which men."""
    verb, day = tokens[i].head, i - 1
    leads = i + 1 < len(tokens) and tokens[i + 1].text in WHICH_ONES.get(tokens[i].lemma.lower(), ())
    bare = leads and tokens[i].text.endswith("ed") and not any(t.head == i and t.deprel == "aux" for t in tokens[:i])
    if not bare or not 0 <= verb < day or tokens[day].text not in WEEKDAYS or tokens[day].head != verb:
        return {}
    noun = start_of(tokens, day) - 1
    noun = tokens[noun].head if tokens[noun].deprel == "flat" else noun
    return {i: (noun, "acl")} if tokens[noun].head == verb and tokens[noun].deprel == "obj" else {}


def and_has(tokens: Sequence[Token], i: int) -> Moved:
    """ "has appealed" of "voted to remove Roe, who denies it and has appealed", joined to the vote: what is told of now
    and has no subject goes with the present behind "who", and not with the past before it."""
    outer = tokens[i].head
    opened = tokens[i].upos == "VERB" and any(t.head == i and t.text == "and" for t in tokens[max(0, i - 3) : i])
    now = opened and 0 <= outer < i and aux_of(tokens, i) & PRESENT and not aux_of(tokens, outer) & PRESENT
    if not now or any(t.head == i and t.deprel.startswith("nsubj") for t in tokens[:i]):
        return {}
    near = range(i - 1, max(outer, i - 2 * REACH), -1)
    inner = next((k for k in near if tokens[k].upos == "VERB" and tokens[k].deprel.endswith("relcl")), i)
    told = inner < i and (aux_of(tokens, inner) & PRESENT or tokens[inner].text in _present(tokens[inner]))
    who = any(t.head == inner and t.text in WHOSE for t in tokens[outer:inner])
    return {i: (inner, "conj")} if told and who and not any(t.text == "," for t in tokens[inner:i]) else {}


def _present(token: Token) -> tuple[str, ...]:
    lemma = token.lemma.lower()
    return (lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")


def since_it_did(tokens: Sequence[Token], i: int) -> Moved:
    """ "collapse" of "shut since a tunnel collapse killed six", read as since when alone, with the killing for what
    somebody else did: a past right behind, with an object and no subject, is what it did."""
    verb, first = i + 1, start_of(tokens, i)
    opens = tokens[first].text.lower() in WHEN and tokens[first].head == i and tokens[first].deprel == "case"
    if not opens or verb + 1 >= len(tokens) or not 0 <= tokens[i].head < i or tokens[i].upos != "NOUN":
        return {}
    own = {t.deprel.partition(":")[0] for t in tokens if t.head == verb}
    past = tokens[verb].upos == "VERB" and tokens[verb].text.endswith(("ed", "t", "d", "k", "ew"))
    free = past and "obj" in own and own.isdisjoint({"nsubj", "aux", "mark", "cc"}) and tokens[verb].deprel != "acl"
    behind = tokens[verb + 1].upos in ("DET", "NUM", "ADJ", "PROPN", "NOUN", "ADP", "ADV")
    return {i: (verb, "nsubj"), first: (verb, "mark"), verb: (tokens[i].head, "advcl")} if free and behind else {}


def that_killed(tokens: Sequence[Token], i: int) -> Moved:
    """ "killed" of "fled after shelling that killed nine", hung on the fleeing: what "that" opens right behind a noun
    tells of the noun."""
    that = next((k for k in range(i - 1, max(0, i - 4), -1) if tokens[k].head == i and tokens[k].text in WHOSE), 0)
    noun = that - 1
    own = that and tokens[that].deprel.startswith("nsubj") and tokens[noun].upos == "NOUN"
    return {i: (noun, "acl:relcl")} if own and 0 <= tokens[i].head < noun else {}


def who_does(tokens: Sequence[Token], i: int) -> Moved:
    """ "Cross" of "The Red Cross evacuated 70 people", read as to whom it was done: before a verb that has no subject
    stands who does it."""
    verb = tokens[i].head
    passive = any(t.head == verb and t.deprel.startswith(("nsubj", "aux:pass")) for t in tokens)
    return {i: (verb, "nsubj")} if i < verb and not passive and tokens[i].upos in ("NOUN", "PROPN") else {}


def before_its_and(tokens: Sequence[Token], i: int) -> Moved:
    """ "reason" of "sacked him without giving a reason and replaced him", read as what replaced him: no subject stands
    before the "and" of its own verb; it is what the verb before it is done to."""
    verb, joins = tokens[i].head, i + 1
    if not joins < verb or tokens[joins].head != verb or tokens[joins].deprel != "cc" or tokens[i].upos != "NOUN":
        return {}
    before = start_of(tokens, i) - 1
    bare = tokens[before].upos == "VERB" and not any(t.head == before and t.deprel == "obj" for t in tokens)
    return {i: (before, "obj")} if before >= 0 and bare and tokens[before].deprel != "amod" else {}


def ship_of_that_name(tokens: Sequence[Token], i: int) -> Moved:
    """ "Star" of "The tanker Nordic Star, seized in April, was released", read as beside the tanker: it is the name of
    what was released."""
    kind = tokens[i].head
    named = 0 <= kind < i and tokens[i].upos == "PROPN" and tokens[kind].text.lower() in SHIPS
    if not named or any(tokens[k].head not in range(kind, i + 1) for k in range(kind + 1, i)):
        return {}
    if any(t.text == "," for t in tokens[kind:i]) or tokens[kind].head in range(kind, i + 1):
        return {}
    before = {k: (i, t.deprel) for k, t in enumerate(tokens[:kind]) if t.head == kind}
    behind = {k: (i, tokens[k].deprel) for k in range(i + 1, len(tokens)) if tokens[k].head == kind}
    return {i: (tokens[kind].head, tokens[kind].deprel), kind: (i, "nmod:desc"), **before, **behind}
