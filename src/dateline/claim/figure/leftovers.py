"""Reads numbers whose noun is left out because their clause alone says what they count.

In:   one sentence with its Reader, and an amount for which no noun was found.
Out:  a Counting: people driven from their homes, a crowd, the exports of so many barrels a day, points taken off, the
      ships "of which there are now eleven"; None where the words do not say.
Room: claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import Counting, Spot, kind_of, lemma_of, noun_after
from dateline.claim.figure.counting import COUNT_VERBS, clause_of, finish, word_before
from dateline.claim.figure.places import Reader
from dateline.claim.figure.states import states_of
from dateline.claim.tree import Tree, several

NEAR: Final = 90  # characters beside a number that are looked at
FROM_HOME: Final = re.compile(
    r"^(?: (?:have|has|had|were|was|are|people|more|others))*(?: been)?"
    r"(?: (?:forced|driven|ordered|flooded|chased|fled|left|abandoned))?"
    r"(?: (?:from|out of|to (?:leave|flee|abandon)))? their (?:homes?|houses|villages)\b",
    re.I,
)  # "driven 9,000 from their homes"
WATCHED: Final = re.compile(
    r"^(?: (?:people|fans|spectators))?(?: (?:have|had|has))? (?:watched|attended|turned (?:out|up)|saw|cheered|marched"
    r"|rallied|taken part|took part|demonstrated|joined (?:the|a) \w+|taken to the streets|took to the streets"
    r"|participated|protested|showed up|shown up)\b",
    re.I,
)
IN_FRONT: Final = re.compile(
    r"\b(?:in front of|watched by|before a crowd of|an? (?:crowd|attendance|gate) of)\W*$", re.I
)
THERE: Final = re.compile(
    r"\bof (?:which|whom) there (?:are|were|is|was)(?: (?:now|still|only|already|some|about))*\W*$"
)
DOCKED: Final = re.compile(r"\b(?:dock|deduct|strip|award|hand|lose|forfeit|regain|restore|win|gain|take)", re.I)
OF_THOSE: Final = r"^(?: of (?:those|the (?:members|voters|delegates))(?: (?:who|which|that))?(?: [a-z]+){0,4}?)?"
BACK: Final = r"(?:back|approv|accept|support|endors|favou?r)(?:ed|ing)"
REFUSE: Final = r"(?:reject|oppos|refus)(?:ed|ing)"
WHAT: Final = r"(?:it|the|a|an|their|to|strike|industrial|independence)"
CAME: Final = r"(?: (?:were|was|voted|votes|came out))?"
VOTES: Final = (
    (re.compile(rf"{OF_THOSE}{CAME} (?:in favou?r|for (?:it|the deal))\b", re.I), "in favour"),
    (re.compile(rf"{OF_THOSE} {BACK} {WHAT}\b", re.I), "in favour"),
    (re.compile(rf"{OF_THOSE}(?: (?:had|have|has))?{CAME} against\b", re.I), "against"),
    (re.compile(rf"{OF_THOSE}(?: (?:had|have|has))? {REFUSE} {WHAT}\b", re.I), "against"),
)
RATES: Final = {
    "export": "exports", "produce": "output", "pump": "output", "load": "loading", "ship": "shipments",
    "import": "imports", "process": "throughput", "refine": "throughput", "consume": "consumption", "make": "output",
    "use": "consumption", "handle": "throughput", "carry": "traffic", "lose": "loss", "cut": "cut", "supply": "supply",
}  # fmt: skip
ROWS: Final = frozenset({
    "line", "queue", "tailback", "jam", "column", "convoy", "crack", "front", "frontline", "trench", "procession",
})  # fmt: skip
SPREADS: Final = frozenset({"stretch", "extend", "run", "grow"})
STUFF: Final = frozenset({"rate", "volume", "mass", "energy"})
ROOM: Final = frozenset({"hold", "seat", "sleep", "accommodate"})
SUMS: Final = frozenset({"money", "sum", "amount", "price", "ransom", "payment", "fee", "bill", "fine", "bid"})
FAR: Final = 24  # words


def left_over(reader: Reader, spot: Spot) -> Counting | None:
    """What the clause of the number says it counts."""
    amount = spot.amount
    if amount.hyphen or amount.form not in ("count", "vague"):
        return None
    if amount.kind == "money":
        return _named_sum(reader, spot)
    if amount.kind in STUFF:
        return _flow(reader, spot)
    if amount.kind == "points":
        return _points(reader, spot)
    if amount.kind == "percent":
        return _votes(reader, spot)
    if amount.kind == "length":
        return _row(reader, spot)
    return _people(reader, spot) if amount.kind is None else None


def _text(reader: Reader, spot: Spot) -> tuple[str, str]:
    """The words before and after the amount."""
    tree = reader.tree
    before = "".join(_spaced(tree, k) for k in range(max(0, spot.first - 14), spot.first))
    behind = "".join(_spaced(tree, k) for k in range(spot.last + 1, min(len(tree.tokens), spot.last + 14)))
    return before[-NEAR:], behind[:NEAR]


def _spaced(tree: Tree, i: int) -> str:
    token = tree.tokens[i]
    gap = " " if i and tree.tokens[i - 1].end < token.start else ""
    return f"{gap}{token.text}"


def _people(reader: Reader, spot: Spot) -> Counting | None:
    """ "Driven 9,000 from their homes", "some 17,950 watched", "in front of 19,604"."""
    if spot.amount.low < 2:
        return None
    before, behind = _text(reader, spot)
    state = "displaced" if FROM_HOME.match(behind) else ""
    if not state and (WATCHED.match(behind) or IN_FRONT.search(before)) and spot.amount.low >= 100:
        state = "gathered"
    if not state:
        return None
    return Counting(
        spot.last, None, "people", "person", spot.last, states=(state,), verb=clause_of(reader.tree, spot.last)
    )


def seats(reader: Reader, spot: Spot) -> Counting | None:
    """ "The hall, which holds 4,100", "the dome can seat 900": how many find room in it, and no 4,100 who are held."""
    tree, i = reader.tree, word_before(reader.tree, spot, frozenset({"ADV"}))
    if i is None or spot.amount.kind is not None or spot.amount.form != "count" or spot.amount.low < 2:
        return None
    verb = tree.tokens[i]
    able = any(tree.tokens[k].lemma.lower() == "can" for k in tree.children(i, "aux"))
    if verb.lemma.lower() not in ROOM or not (able or verb.text.lower() in (f"{verb.lemma.lower()}s", "seats")):
        return None
    following = tree.tokens[spot.last + 1] if spot.last + 1 < len(tree.tokens) else None
    up = tree.up(i) if verb.deprel == "acl:relcl" else None
    thing = up if up is not None else next(iter(tree.children(i, "nsubj")), None)
    row = kind_of(tree.tokens[thing].lemma) if thing is not None else None
    if thing is None or (following is not None and following.upos in ("NOUN", "ADJ", "PROPN", "ADP")):
        return None
    if tree.tokens[thing].upos == "PRON" or (row is not None and row["unit"] == "person"):
        return None
    proper = tree.tokens[thing].upos == "PROPN"
    name = reader.name(thing) if proper else lemma_of(tree, thing)
    return Counting(spot.last, None, "seat", "seat", spot.last, of=name, of_at=thing, states=("capacity",), verb=i)


def told_there(reader: Reader, spot: Spot) -> Counting | None:
    """ "Vessels at the anchorage, of which there are now eleven": the nearest plural before the comma."""
    tree = reader.tree
    if spot.amount.kind is not None or not THERE.search(_text(reader, spot)[0]):
        return None
    at = next((k for k in range(spot.first - 1, -1, -1) if tree.low[k] in ("which", "whom")), 0)
    noun = next((k for k in range(at - 1, max(-1, at - 12), -1) if several(tree, k)), None)
    if noun is None:
        return None
    made = finish(reader, noun, noun, lemma_of(tree, noun), False)
    return replace(made, node=spot.last, head=None, last=spot.last, states=(), verb=None)


def inverted(reader: Reader, spot: Spot) -> Counting | None:
    """ "Raising to 16,600 the number of those forced from their homes": what is counted comes behind."""
    tree, i = reader.tree, word_before(reader.tree, spot)
    behind = tree.tokens[spot.last + 1 : spot.last + 5]
    if i is None or tree.low[i] != "to" or len(behind) < 4:
        return None
    words = [t.text.lower() for t in behind]
    if (
        words[0] not in ("the", "its", "their")
        or behind[1].lemma.lower() not in ("number", "total", "count")
        or words[2] not in ("of", "who")
    ):
        return None
    if words[2] == "who":  # "bringing to 9,300 the number who have arrived this year"
        return _number_who(reader, spot, spot.last + 3)
    those = words[3] == "those"
    noun = spot.last + 4 if those else noun_after(tree, spot.last + 3)
    if noun is None:
        return None
    made = finish(reader, noun, noun, "people" if those else lemma_of(tree, noun), False)
    after = "".join(_spaced(tree, k) for k in range(noun + 1, min(len(tree.tokens), noun + 8)))
    states = ("displaced",) if FROM_HOME.match(after) else made.states
    return replace(made, node=spot.last, head=None, last=spot.last, states=states)


def _number_who(reader: Reader, spot: Spot, who: int) -> Counting:
    tree = reader.tree
    verb = next((k for k in tree.ancestors(who, 2) if tree.tokens[k].upos == "VERB" and k > who), None)
    states, told = states_of(tree, who, None, "person")
    return Counting(spot.last, None, "person", "person", spot.last, states=states, verb=verb or told)


def _flow(reader: Reader, spot: Spot) -> Counting | None:
    """ "Exports some 60,000 barrels a day", "resumed loading 25,000 barrels": what flows, by what is done to it."""
    tree = reader.tree
    i = word_before(tree, spot, frozenset({"DET", "ADV"}))
    verb = next((k for k in range(i or 0, max(-1, (i or 0) - 3), -1) if _act(tree, k) in RATES), None)
    if verb is None or i is None:
        return None
    own = next((k for k in tree.children(verb, "nsubj") if tree.tokens[k].upos in ("NOUN", "PROPN")), None)
    made = Counting(spot.last, None, RATES[_act(tree, verb)], spot.amount.unit or "", spot.last, verb=verb)
    mention = reader.root(own) if own is not None else None
    return replace(made, of=mention.anchor.text, of_at=own) if mention is not None and mention.named else made


def _act(tree: Tree, i: int) -> str:
    """The lemma of a word that is a verb by tag or by form: "loading", "exports"."""
    lemma = tree.tokens[i].lemma.lower()
    return lemma.removesuffix("ing") if lemma.endswith("ing") else lemma


def _named_sum(reader: Reader, spot: Spot) -> Counting | None:
    """ "The hackers had received money: 3.9 million dollars": the sum behind the colon is the money."""
    tree = reader.tree
    i = word_before(tree, spot, frozenset({"DET", "SYM", "ADV"}))
    if i is None or tree.tokens[i].text not in (":", "–", "—"):
        return None
    noun = next((k for k in range(i - 1, max(-1, i - FAR), -1) if tree.tokens[k].lemma.lower() in SUMS), None)
    if noun is None:
        return None
    states, verb = states_of(tree, noun, noun, tree.tokens[noun].lemma.lower())
    return Counting(
        spot.last, None, tree.tokens[noun].lemma.lower(), spot.amount.unit or "", spot.last, states=states, verb=verb
    )


def _votes(reader: Reader, spot: Spot) -> Counting | None:
    """ "71 percent were in favour", "52 percent of those who took part rejected the offer": shares of a vote."""
    tree, behind = reader.tree, _text(reader, spot)[1]
    told = next((state for pattern, state in VOTES if pattern.match(behind)), None)
    if told is None:
        return None
    return Counting(spot.last, None, "vote", "percent", spot.last, states=(told,), verb=clause_of(tree, spot.last))


def _points(reader: Reader, spot: Spot) -> Counting | None:
    """ "The club were docked nine points", "now on 11 points": those of a club, where a club is named."""
    tree = reader.tree
    i = word_before(tree, spot)
    if i is None or spot.amount.low < 2:
        return None  # "on one point"
    verb = next((k for k in range(i, max(-1, i - 4), -1) if DOCKED.match(tree.tokens[k].lemma)), None)
    held = tree.low[i] in ("on", "with", "have", "has")
    if verb is None and not held:
        return None
    states = ("lost",) if verb is not None and tree.tokens[verb].lemma.lower() in ("dock", "deduct", "strip") else ()
    root = verb if verb is not None else clause_of(tree, spot.last)
    owner = next((k for k in reader.subjects(root) if reader.named(k)), None) if root is not None else None
    if owner is None and root is not None:
        owner = next((k for k in tree.children(root, "nsubj:pass") if reader.named(k)), None)
    if owner is None and not states:
        return None
    name = reader.named(owner) if owner is not None else None
    return Counting(spot.last, None, "point", "point", spot.last, of=name, of_at=owner, states=states, verb=verb)


def _row(reader: Reader, spot: Spot) -> Counting | None:
    """ "The line of trucks reached 14 kilometres": how long it was."""
    tree = reader.tree
    verb = clause_of(tree, spot.last)
    if verb is None or tree.tokens[verb].lemma.lower() not in COUNT_VERBS | SPREADS or verb > spot.first:
        return None
    subject = next((k for k in reader.subjects(verb) if tree.tokens[k].upos == "NOUN"), None)
    if subject is None or tree.tokens[subject].lemma.lower() not in ROWS:
        return None
    counted = lemma_of(tree, subject)
    return Counting(spot.last, None, counted, spot.amount.unit or "", spot.last, states=("length",), verb=verb)
