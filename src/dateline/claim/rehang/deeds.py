"""Deeds that the parser hung on the wrong verb, or on what they are done to: "called on them to count and recognise".

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.rehang.clauses import REACH, Moved, start_of
from dateline.claim.rehang.said import SPEAKING
from dateline.claim.wording.inflect import past
from dateline.sentence.reading import Token

NAMED: Final = frozenset(
    {"appoint", "name", "elect", "declare", "proclaim", "crown", "nominate", "re-elect", "reelect"}
)
WAYS: Final = frozenset({"land", "sea", "air", "rail", "road", "river", "water", "maritime"})
HAD: Final = frozenset({"had", "has", "have"})
# What is told of the deed before the comma and hardly ever of the one who tells of it.
FOLLOWING: Final = frozenset(
    {"succeed", "replace", "kill", "injure", "wound", "leave", "bring", "trap", "displace", "destroy", "damage",
     "affect"}
)  # fmt: skip
BEFALLING: Final = frozenset(
    {"collapse", "crash", "explode", "burst", "hit", "strike", "sink", "capsize", "derail", "fall", "erupt", "overturn",
     "plunge", "blow", "collide", "attack", "cave", "give", "ram", "slam"}
)  # fmt: skip
ISSUED: Final = frozenset({"issue", "publish", "release", "compile", "print", "circulate", "draft", "post", "update"})
WRITTEN: Final = frozenset(
    {"list", "letter", "report", "statement", "photo", "picture", "video", "map", "register", "copy"}
)
HELD: Final = frozenset(
    {"kidnap", "abduct", "detain", "arrest", "jail", "kill", "injure", "wound", "imprison", "deport"}
)
DECREES: Final = frozenset(
    {"decree", "law", "order", "bill", "ruling", "resolution", "ordinance", "directive", "edict", "legislation",
     "injunction", "proclamation", "act", "decision"}
)  # fmt: skip
UP_TO: Final = frozenset({"by", "from", "until", "till", "before", "after", "starting"})
EMPLOYERS: Final = frozenset(
    {"company", "firm", "agency", "ministry", "charity", "newspaper", "organisation", "organization", "university",
     "contractor", "network", "airline", "bank", "mission", "embassy", "broadcaster", "operator", "station"}
)  # fmt: skip


def decreed(tokens: Sequence[Token], i: int) -> Moved:
    """ "Signed a decree on Thursday dissolving all courts by May 1", with the dissolving for how it was signed: the
    decree does, and by May 1."""
    verb, ing = tokens[i].head, tokens[i].text.endswith("ing")
    noun = next((k for k in range(verb + 1, i) if tokens[k].head == verb and tokens[k].deprel == "obj"), None)
    if not ing or noun is None or tokens[noun].lemma.lower() not in DECREES or tokens[i - 1].text == ",":
        return {}
    behind = [k for k in range(i + 1, len(tokens)) if tokens[k].head == verb and tokens[k].deprel.startswith("obl")]
    own = [k for k in behind if any(t.head == k and t.text in UP_TO for t in tokens[i:k])]
    return {i: (noun, "acl"), **{k: (i, tokens[k].deprel) for k in own}}


def done_to(tokens: Sequence[Token], i: int) -> Moved:
    """ "Ohio sued Norlink Rail in federal court", with the railway for whose court it is: what stands right behind a
    verb, with a preposition before the next noun, is what the verb is done to."""
    owned, first = tokens[i].head, start_of(tokens, i)
    verb = first - 1
    apart = i < owned and any(t.upos == "ADP" and t.head == owned for t in tokens[i + 1 : owned])
    own = any(t.head == i and t.deprel == "case" for t in tokens) or tokens[i].upos == "PRON"
    if own or not apart or verb < 0 or tokens[verb].upos != "VERB" or tokens[owned].head != verb:
        return {}
    return {i: (verb, "obj")} if not any(t.head == verb and t.deprel == "obj" for t in tokens) else {}


def made_what(tokens: Sequence[Token], i: int) -> Moved:
    """ "minister" of "Ana Roe, a former critic, was appointed minister of trade", read as a second one who was."""
    verb = tokens[i].head
    named = 0 <= verb < i and tokens[verb].lemma.lower() in NAMED and tokens[i].upos == "NOUN"
    other = named and any(t.head == verb and t.deprel == "nsubj:pass" for t in tokens[:verb])
    of = [k for k in range(i + 1, min(i + REACH, len(tokens))) if tokens[k].head == verb and tokens[k].deprel == "obl"]
    led = [k for k in of if tokens[i + 1].text == "of" and tokens[i + 1].head == k]
    return {i: (verb, "xcomp"), **dict.fromkeys(led, (i, "nmod"))} if other else {}


def by_which_ways(tokens: Sequence[Token], i: int) -> Moved:
    """ "land" of "reopened the land, sea and air borders", read as what was reopened: the borders were."""
    kinds, k = [i], i + 1
    while k + 1 < len(tokens) and tokens[k].text in (",", "and", "or") and tokens[k + 1].text.lower() in WAYS:
        kinds, k = [*kinds, k + 1], k + 2
    plural = k < len(tokens) and tokens[k].upos == "NOUN" and tokens[k].text != tokens[k].lemma
    if tokens[i].text.lower() not in WAYS or len(kinds) == 1 or not plural:
        return {}
    own = {
        n: (k, t.deprel) for n, t in enumerate(tokens[:i]) if t.head == i and t.deprel in ("det", "nmod:poss", "amod")
    }
    return {**own, i: (k, "compound"), **dict.fromkeys(kinds[1:], (i, "conj")), k: (tokens[i].head, tokens[i].deprel)}


def asked_too(tokens: Sequence[Token], i: int) -> Moved:
    """ "recognise" of "called on the army to finish the count and recognise the winner", joined to the calling: a bare
    verb is joined to no verb of the past, but to the infinitive between the two."""
    word, told = tokens[i], tokens[i].head
    lemma = word.lemma.lower()
    bare = word.upos == "VERB" and word.text.lower() == lemma != past(lemma) and tokens[i - 1].text in ("and", "or")
    if not bare or not 0 <= told < i or tokens[told].text.lower() == tokens[told].lemma.lower():
        return {}
    helped = any(t.head == told and t.deprel == "aux" and t.text.lower() not in HAD for t in tokens[:told])
    if helped or any(t.head == i and t.deprel.startswith(("nsubj", "aux")) for t in tokens[told:i]):
        return {}
    below = (k for k in range(i - 1, told, -1) if tokens[k].upos == "VERB" and tokens[k - 1].text.lower() == "to")
    verb = next((k for k in below if _under(tokens, k, told)), None)
    return {i: (verb, "conj")} if verb is not None else {}


def _under(tokens: Sequence[Token], k: int, top: int) -> bool:
    """Whether word `k` hangs below word `top`, directly or not."""
    for _ in range(REACH):
        if k == top:
            return True
        k = tokens[k].head
        if k < 0:
            break
    return False


def in_doing_so(tokens: Sequence[Token], i: int) -> Moved:
    """ "succeeding" of "The firm said Ana Roe would become its head, succeeding Tom Beck", hung on the saying: who says
    so succeeds nobody; nor does it kill whom a shaft killed: "said it closed the mine after a shaft fell, killing"."""
    said = tokens[i].head
    follows = tokens[i].lemma.lower() in FOLLOWING and tokens[i].text.endswith("ing") and tokens[i - 1].text == ","
    if not follows or not 0 <= said < i or tokens[said].lemma.lower() not in SPEAKING:
        return {}
    inner = [k for k in range(said + 1, i) if tokens[k].head == said and tokens[k].deprel in ("ccomp", "xcomp")]
    fell = (k for k in range(i - 1, inner[-1] if inner else i, -1) if tokens[k].lemma.lower() in BEFALLING)
    inner += [k for k in fell if tokens[k].head == said and tokens[k].deprel == "advcl"][:1]
    return {i: (inner[-1], "advcl")} if inner and tokens[inner[-1]].upos == "VERB" else {}


def said_that(tokens: Sequence[Token], i: int) -> Moved:
    """ "hit" of "The ministry said a blast hit the market", read as what it said to do: the blast stands before it."""
    said, word = tokens[i].head, tokens[i]
    bare = word.upos == "VERB" and word.text.lower() == word.lemma.lower() and tokens[i - 1].text.lower() != "to"
    if not bare or not 0 <= said < i - 1 or tokens[said].lemma.lower() not in SPEAKING:
        return {}
    first = next((k for k in range(said + 1, i) if tokens[k].head == i and tokens[k].deprel == "obj"), None)
    whom = next(
        (k for k in range(i + 1, len(tokens)) if tokens[k].head == i and tokens[k].deprel.startswith("obl")), None
    )
    led = whom is not None and any(t.head == whom and t.deprel == "case" for t in tokens)
    if first is None:
        return {}
    return {i: (said, "ccomp"), first: (i, "nsubj"), **({whom: (i, "obj")} if whom is not None and not led else {})}


def before_the_and(tokens: Sequence[Token], i: int) -> Moved:
    """ "June 13" of "Ana Roe will become its head on June 13, and Tom Beck will serve until then", hung on the serving:
    what stands before a comma and "and" with a subject of its own is of the verb before it."""
    verb = tokens[i].head
    stop = next((k for k in range(i + 1, verb) if tokens[k].text == ","), verb) if verb > i + 2 else verb
    joined = stop + 2 < verb and tokens[stop + 1].text in ("and", "but", "while") and tokens[verb].upos == "VERB"
    own = joined and any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens[stop + 1 : verb])
    first = next((k for k in range(i - 1, -1, -1) if tokens[k].upos == "VERB"), None) if own else None
    return {i: (first, tokens[i].deprel)} if first is not None else {}


def named_acting(tokens: Sequence[Token], i: int) -> Moved:
    """ "acting" of "was named acting president", read as what somebody does; so is the post what is acted."""
    verb, post = tokens[i].head, i + 1
    named = tokens[i].text == "acting" and verb == i - 1 >= 0 and tokens[verb].lemma.lower() in NAMED
    acted = named and post < len(tokens) and tokens[post].upos == "NOUN" and tokens[post].head in (i, verb)
    return {i: (post, "amod"), post: (verb, "xcomp")} if acted else {}


def who_was(tokens: Sequence[Token], i: int) -> Moved:
    """ "Moe" of "Premier Moe was named envoy", read as what he was named: before its "was" stands who was."""
    verb = tokens[i].head
    before = i < verb and tokens[i].upos == "PROPN" and tokens[verb].upos == "VERB"
    helped = before and any(t.head == verb and t.deprel == "aux:pass" for t in tokens[i:verb])
    own = any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens[:verb])
    return {i: (verb, "nsubj:pass")} if helped and not own else {}


def of_the_list(tokens: Sequence[Token], i: int) -> Moved:
    """ "issued" of "a list of 31 people issued by the council": the list was."""
    inner = tokens[i].head
    outer = tokens[inner].head if 0 <= inner < i and tokens[inner].deprel == "nmod" else i
    written = tokens[i].lemma.lower() in ISSUED and tokens[outer].lemma.lower() in WRITTEN
    written = written and (tokens[i].lemma.lower() != "release" or tokens[outer].lemma.lower() in ("list", "report"))
    return {i: (outer, "acl")} if outer < inner and written else {}


def of_the_people(tokens: Sequence[Token], i: int) -> Moved:
    """ "kidnapped" of "six employees of a firm kidnapped in Kor were freed", with the firm for who was: they were."""
    inner = tokens[i].head
    outer = tokens[inner].head if 0 <= inner < i and tokens[inner].deprel == "nmod" else i
    held = tokens[i].lemma.lower() in HELD and tokens[inner].lemma.lower() in EMPLOYERS
    people = held and outer < inner and tokens[outer].upos == "NOUN" and tokens[outer].text != tokens[outer].lemma
    return {i: (outer, "acl")} if people else {}
