"""Finds who has, holds, pays, gets, makes or employs what a number counts, where the number's own clause names them.

In:   a sentence with its Reader and a Counting that names nobody yet, or an amount that counts nothing yet.
Out:  the Counting with whose they are (an owner before the noun, the subject of a verb of having); what rises or falls.
Room: claim. The verbs are a table, `counted_holders`. Countries and their bodies are found before, in `places`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import Final

from dateline.claim.figure.counted import Counting, Spot, kind_of, lemma_of, time_words
from dateline.claim.figure.counting import clause_of, finish, word_before
from dateline.claim.figure.places import LONGEST_NAME, Reader
from dateline.claim.lexis import is_kind
from dateline.claim.tree import Tree
from dateline.lexicon.tables import table

CLIMB: Final = 4  # words climbed from a number to its verb, and from a verb to the one that has the subject
LOOSE: Final = frozenset({"xcomp", "conj", "advcl", "appos"})
OBJECTS: Final = frozenset({"obj", "dobj", "iobj"})
INSIDE: Final = frozenset({"of", "for", "worth", "in"})  # "an order for 20 jets", "a loss of 3 million"
PRONOUNS: Final = frozenset({
    "it", "its", "they", "them", "their", "he", "him", "his", "she", "her", "we", "us", "our", "i", "me", "my", "you",
    "your", "whose", "one", "everyone", "nobody", "who", "which", "that",
})  # fmt: skip
DONE_TO: Final = frozenset({"charged", "detained", "released", "captive", "rescued", "evacuated", "recovered"})
MANY: Final = frozenset({"dozen", "score", "hundred", "thousand", "million", "number", "total"})
FINED: Final = frozenset({"fined"})
SIGNS: Final = frozenset({"SYM", "DET"})
MOVING: Final = frozenset({
    "rise", "grow", "increase", "climb", "jump", "surge", "soar", "fall", "drop", "decline", "shrink", "decrease",
    "dip", "plunge", "sink", "slip", "slide", "dwindle", "tumble", "edge", "swell", "slow", "ease", "cool", "moderate",
    "quicken", "accelerate", "creep", "inch", "leap", "spike", "slump", "plummet", "narrow", "widen", "rebound",
})  # fmt: skip
LEADING: Final = frozenset({"to", "by", "below", "above"})
STOCKS: Final = frozenset({"share", "stock", "stake", "bond"})
SUMS: Final = frozenset({
    "profit", "revenue", "sale", "loss", "turnover", "earnings", "income", "output", "production", "debt", "price",
    "earning", "dividend", "saving", "order", "job", "worker", "staff",
})  # fmt: skip
BACKING: Final = frozenset({"support", "approval", "backing", "popularity", "rating"})
CASES: Final = (
    (STOCKS, frozenset({"in", "of", "at"})),
    (SUMS, frozenset({"at", "of"})),
    (BACKING, frozenset({"for", "of"})),
)  # how those whose they are stand behind them
CAUSES: Final = frozenset({
    "snow", "frost", "heat", "cold", "fog", "hail", "ice", "swell", "surge", "leak", "spill", "blast", "explosion",
    "attack", "crash", "collision", "fire", "blaze", "outbreak", "war", "fighting", "collapse", "raid", "bomb", "smoke",
    "fumes", "poisoning", "violence", "unrest", "outage", "drought", "shelling", "bombing", "shooting", "incident",
})  # fmt: skip
PERCENT: Final = frozenset({"percent", "%", "point"})  # "imports rose 3 percent to 8.9 billion"
RESULTS: Final = frozenset({"profit", "revenue", "sale", "loss", "turnover", "earnings", "income", "earning"})
PEOPLE: Final = re.compile(r"[A-Z][a-z]{2,}(?:ian|ean|an|ish|ese)")
CROWNING: Final = frozenset({"declare", "name", "proclaim", "announce", "elect", "confirm", "certify", "show", "put"})
VOTES: Final = frozenset({"vote", "ballot"})
DOING: Final = frozenset({  # what people do makes them no owners: "officers seized 4 tonnes", "economists expect 2%"
    "contain", "seize", "expect", "fear", "report", "announce", "deliver", "process", "handle", "call", "ask", "add",
    "send", "deploy", "move", "withdraw", "launch", "display", "feature", "comprise", "introduce", "hope", "host",
    "carry", "create", "open", "close", "promise", "want", "need", "seek", "set aside", "book", "use", "refuse",
    "treat", "fine",
})  # fmt: skip
FORETELLERS: Final = frozenset({"forecaster", "market", "pollster", "bookmaker", "survey", "poll"})
NO_VERBS: Final = frozenset({"carry out"})
NOBODY: Final = frozenset({"there", "this", "that", "these", "those", "which", "who", "what", "nobody", "none"})


@cache
def verbs() -> frozenset[str]:
    """The verbs of having, by lemma."""
    return frozenset(row["verb"] for row in table("counted_holders"))


def with_holder(reader: Reader, counting: Counting) -> Counting:
    """The counting with whose those counted are, if it names nobody and its clause does."""
    if counting.of is None and (people := _of_a_people(reader, counting)) is not None:
        return replace(counting, of=reader.tree.tokens[people].text, of_at=people)
    if counting.of is not None or not _asks(counting) or (counting.total and counting.counted == "seat"):
        return counting  # of "88 of the 200 seats" the 200 are nobody's
    for i in _owners(reader, counting):
        said = _words(reader, i)
        voting = counting.counted in VOTES and said in ("voter", "people", "elector")
        if said is not None and not voting and said.lower() not in (counting.counted, *NOBODY):
            return replace(counting, of=said, of_at=i)
    return counting


def _of_a_people(reader: Reader, counting: Counting) -> int | None:
    """The "Corvian" of "200 Corvian troops": a people that no table knows."""
    row, at = kind_of(counting.counted), counting.head
    if row is None or row["family"] != "troop" or at is None or at < 2:
        return None
    token, before = reader.tree.tokens[at - 1], reader.tree.tokens[at - 2]
    return at - 1 if PEOPLE.fullmatch(token.text) and before.upos in ("NUM", "ADJ", "DET") else None


def same_body(counting: Counting, before: Counting | None) -> Counting:
    """A sum of nobody is of whose sum was told before: "a profit of 9 million, against a loss of 4 million"."""
    theirs = before is not None and before.of is not None and before.of[:1].isupper()
    theirs = theirs and before is not None and before.counted in SUMS | {"share", "stock"}
    alike = before is not None and counting.counted in SUMS
    alike = alike and before is not None and (counting.unit == before.unit or counting.counted in RESULTS)
    return (
        replace(counting, of=before.of) if before is not None and counting.of is None and theirs and alike else counting
    )


def moved(reader: Reader, spot: Spot) -> Counting | None:
    """ "Births fell to 212", "sales slipped 2 percent": what rises or falls, whatever it is."""
    tree, amount = reader.tree, spot.amount
    i, verb = word_before(tree, spot, SIGNS), clause_of(tree, spot.last)
    if i is None or verb is None or verb > i or verb == spot.last or not _moves(reader, verb):
        return None
    link = tree.low[i]
    following = tree.tokens[spot.last + 1] if spot.last + 1 < len(tree.tokens) else None
    bare = following is None or following.upos not in ("NOUN", "PROPN", "ADJ", "NUM")
    straight = amount.kind in ("percent", "money") and i == verb
    if not bare or not (link in LEADING or straight) or amount.kind not in (None, "percent", "money"):
        return None
    objects = [k for k in tree.children(verb, "obj", "nsubj:pass") if tree.tokens[k].lemma.lower() not in PERCENT]
    if amount.form in ("none", "vague", "ordinal") or (objects and not straight):
        return None
    subject = next((k for k in _movers(reader, verb) if tree.tokens[k].upos == "NOUN"), None)
    if subject is None or (kind_of(lemma_of(tree, subject)) is not None and amount.kind is None):
        return None
    made = finish(reader, subject, subject, lemma_of(tree, subject), False)
    unit = "percent" if amount.kind == "percent" else amount.unit or made.unit
    return replace(made, node=spot.last, head=subject, last=spot.last, unit=unit, verb=verb, states=())


def moved_by(reader: Reader, spot: Spot, unit: int) -> Counting | None:
    """What moves by so many small coins: "petrol went up by 12 cents"."""
    verb = clause_of(reader.tree, unit)
    if verb is None or not _moves(reader, verb):
        return None
    subject = next((k for k in _movers(reader, verb) if reader.tree.tokens[k].upos == "NOUN"), None)
    if subject is None:
        return None
    made = finish(reader, subject, subject, lemma_of(reader.tree, subject), False)
    return replace(made, node=spot.last, head=subject, last=unit, verb=verb, states=())


def _movers(reader: Reader, verb: int) -> tuple[int, ...]:
    """The subject of a verb of rising or falling: of "the economy is expected to grow" and "output grew and may grow"
    that of the verb above."""
    tree, own = reader.tree, reader.tree.children(verb, "nsubj")
    for _ in range(CLIMB):
        up = tree.up(verb)
        if own or up is None or tree.rel(verb) not in ("xcomp", "conj"):
            break
        verb, own = up, tuple(tree.children(up, "nsubj", "nsubj:pass"))
    return tuple(own)


def _moves(reader: Reader, verb: int) -> bool:
    """Whether the verb tells a rise or a fall: "fell", "goes up"."""
    tree = reader.tree
    if tree.tokens[verb].lemma.lower() in MOVING:
        return True
    turned = any(tree.low[k] in ("up", "down") for k in tree.children(verb, "advmod", "compound:prt"))
    return turned and tree.tokens[verb].lemma.lower() in ("go", "come", "be")


def held_money(reader: Reader, spot: Spot) -> Counting | None:
    """ "The bank expects to save 45 million euros": money that somebody has, gets, spends or saves."""
    tree, node = reader.tree, spot.last
    first = spot.first - (1 if spot.first and tree.tokens[spot.first - 1].start >= spot.amount.start else 0)
    inside = range(first, spot.last + 1)
    node = next((k for k in inside if tree.up(k) not in inside), node)
    told = node
    if tree.rel(told) == "conj" and (joined := tree.up(told)) is not None:
        told = joined  # "seized 46 kilos of hash and 19,000 crowns in cash"
    up = tree.up(told)
    if spot.amount.kind != "money" or up is None:
        return None
    pushed = tree.rel(told) == "obl" and tree.child(told, "case") is None and " " in _verb(reader, up)
    if tree.rel(told) not in OBJECTS and not pushed:  # "brought in 9 million"
        return None
    if _verb(reader, up) not in verbs() or not _subjects(reader, up):
        return None
    return Counting(node, None, "money", spot.amount.unit or "", spot.last, verb=up)


def _verb(reader: Reader, i: int) -> str:
    """The verb with its particle: "set aside"; else by itself."""
    tree = reader.tree
    particle = next((tree.low[k] for k in tree.children(i, "compound:prt", "advmod") if k == i + 1), "")
    lemma = tree.tokens[i].lemma.lower()
    phrase = f"{lemma} {particle}" if particle else lemma
    return phrase if phrase in verbs() | NO_VERBS else lemma


def _asks(counting: Counting) -> bool:
    """Whether it is told of them who has them: the dead and the missing belong to nobody, nor do the charged and the
    freed to the police, nor a fine to the court."""
    row = kind_of(counting.counted)
    if set(counting.states) & (DONE_TO if counting.unit == "person" else FINED):
        return False
    return not (row is not None and row["state"])


def _owners(reader: Reader, counting: Counting) -> tuple[int, ...]:
    """The words that could say it, the surest first."""
    tree = reader.tree
    at = counting.word
    if (other := _gapped(tree, at)) is not None:
        return (other,)
    up = tree.up(at) if tree.rel(at) == "compound" else None  # "its growth forecast"
    owners = tree.children(at, "nmod:poss") or (tree.children(up, "nmod:poss") if up is not None else ())
    verb = _ruling(reader, at, counting.unit == "person") if not owners else None
    if verb is not None and counting.unit == "person" and tree.tokens[verb].lemma.lower() == "order":
        return ()  # "the court ordered 1,100 workers back"
    voted = verb is not None and counting.counted in VOTES | {"seat", "lead", "majority"}
    given = tuple(k for k in tree.children(verb, "iobj") if k < at) if voted and verb is not None else ()
    held = owners or given or (_subjects(reader, verb) if verb is not None else ())  # "gave Vidal 18,204 votes"
    if verb is not None and not owners and _verb(reader, verb) in DOING:
        held = tuple(k for k in held if not _people(reader, k))
    return held or _beside(reader, at, counting) or _voted(reader, at, counting)


def _gapped(tree: Tree, at: int) -> int | None:
    """The rebels of "the army has lost 40 soldiers and the rebels about 150 fighters": another subject, without its
    verb."""
    i = at - 1
    while i > 0 and tree.tokens[i].upos in ("NUM", "ADV", "ADJ", "SYM"):
        i -= 1
    low = i
    while low > 0 and tree.tokens[low].upos in ("NOUN", "PROPN", "ADJ"):
        low -= 1
    low = low - 1 if tree.tokens[low].upos == "DET" else low
    numbered = any(t.upos == "NUM" for t in tree.tokens[i + 1 : at])
    joined = low >= 0 and tree.tokens[low].text.lower() in ("and", ",", "while", ";")
    if not numbered or not joined or tree.rel(at) != "conj" or tree.tokens[i].upos not in ("NOUN", "PROPN"):
        return None
    return i if any(t.upos == "NUM" for t in tree.tokens[:low]) else None


def _people(reader: Reader, k: int) -> bool:
    """Whether word k is a common noun for people: "officers", "economists"."""
    lemma = lemma_of(reader.tree, k) if reader.tree.tokens[k].upos == "NOUN" else ""
    row = kind_of(lemma) if lemma else None
    person = lemma in FORETELLERS or (row is not None and row["unit"] == "person")
    return person and name_beside(reader, k) is None


def _beside(reader: Reader, at: int, counting: Counting) -> tuple[int, ...]:
    """ "Shares in the maker Vagon", "Vagon shares", "profit at Vagon": whose name stands by the noun."""
    tree = reader.tree
    named = [k for k in tree.children(at, "compound") if k < at and _is_body(reader, k)]
    cases = next((c for words, c in CASES if counting.counted in words), frozenset())
    behind = [k for k in tree.children(at, "nmod") if k > at and reader.case(k) in cases]
    stock = counting.counted in STOCKS | BACKING
    behind = behind or ([k] if stock and (k := _name_right_behind(tree, at, cases)) is not None else [])
    behind = [k for k in behind if (stock and _named(reader, k)) or _is_body(reader, k) or name_beside(reader, k)]
    return tuple(named[-1:] or behind[:1])


def _name_right_behind(tree: Tree, at: int, cases: frozenset[str]) -> int | None:
    """The last word of the name right behind the noun, however it is parsed: "shares [in Ordan Motors] closed down"."""
    i = at + 2
    if i >= len(tree.tokens) or tree.low[at + 1] not in cases:
        return None
    while i + 1 < len(tree.tokens) and tree.tokens[i].upos in ("DET", "ADJ", "VERB"):
        i += 1  # "support for the ruling Front"
    last = max(takewhile(lambda k: tree.tokens[k].upos == "PROPN", range(i, len(tree.tokens))), default=None)
    return last


def _named(reader: Reader, k: int) -> bool:
    return reader.tree.tokens[k].upos == "PROPN"


def _is_body(reader: Reader, k: int) -> bool:
    mention = reader.mention_at(k)
    named = mention is not None and mention.named and mention.kind in ("organisation", "publisher")
    return named and reader.tree.tokens[k].upos == "PROPN"


def _voted(reader: Reader, at: int, counting: Counting) -> tuple[int, ...]:
    """ "Ruiz came first with 54% of the vote": whose votes they are."""
    if counting.counted not in VOTES | {"seat"} or "capacity" in counting.states:
        return ()  # the seats of a stadium are nobody's gain
    tree = reader.tree
    for i in (at, *tree.ancestors(at, CLIMB)):
        crowned = tree.children(i, "obj") if tree.tokens[i].lemma.lower() in CROWNING else ()
        if crowned and crowned[0] < at and tree.tokens[crowned[0]].upos == "PROPN":
            return (crowned[0],)  # "declared Ruiz the winner with 54% of the vote"
        if tree.tokens[i].upos in ("VERB", "ADJ", "ADV"):
            subjects = tree.children(i, "nsubj", "nsubj:pass")
            return tuple(k for k in subjects[:1] if tree.tokens[k].upos == "PROPN" or reader.named(k) is not None)
    return ()


def _ruling(reader: Reader, at: int, people: bool) -> int | None:
    """The verb of having whose object the word is, or is told with: "won an order for 20 jets"; who receives "the
    families of nine victims" has no victims."""
    tree, i = reader.tree, at
    for _ in range(CLIMB):
        up, rel = tree.up(i), tree.rel(i)
        if up is None:
            return None
        if rel in OBJECTS or (rel == "obl" and not people and reader.case(i) == "of"):  # "won 88 of the 200 seats"
            return up if _verb(reader, up) in verbs() else None
        lone = tree.tokens[up].lemma.lower() not in MANY
        near = rel in ("conj", "nummod", "compound", "appos", "dep")
        if not near and not (rel == "nmod" and reader.case(i) in INSIDE and not (people and lone)):
            return None
        i = up
    return None


def _subjects(reader: Reader, verb: int) -> tuple[int, ...]:
    """The subject of the verb, of the verb it hangs on, or the noun its clause describes."""
    tree, i, below = reader.tree, verb, ""
    for _ in range(CLIMB):
        kids = tree.children(i)
        if any(tree.tokens[k].deprel == "nsubj:pass" for k in kids):
            return ()
        own = tuple(k for k in kids if tree.tokens[k].deprel == "nsubj")
        up = tree.up(i)
        if tree.tokens[i].deprel == "acl:relcl" and up is not None and (not own or _relative(reader, own[0])):
            return (up,)
        if own:
            return own[:1]
        if below == "xcomp" and (asked := tree.children(i, "obj")):
            return asked[:1]  # "the court ordered the firm to pay 900 crowns": the firm pays
        if up is None or tree.rel(i) not in LOOSE or tree.tokens[up].upos not in ("VERB", "AUX", "ADJ"):
            return ()
        below, i = tree.rel(i), up
    return ()


def _relative(reader: Reader, i: int) -> bool:
    return reader.tree.low[i] in ("which", "who", "that")


def _words(reader: Reader, i: int) -> str | None:
    """The name that word i is or stands for, else the noun itself; no more than a pronoun says nothing."""
    token = reader.tree.tokens[i]
    if token.text.lower() in ("it", "they") and (speaker := _speaker(reader, i)) is not None:
        i, token = speaker, reader.tree.tokens[speaker]
    if token.upos == "NUM" or token.text.lower() in NOBODY | time_words():
        return None  # "a day's work"
    if token.upos == "NOUN" and (is_kind(token.lemma.lower(), "disaster") or token.lemma.lower() in CAUSES):
        return None  # "heavy snow closed 37 schools", "a gas leak sent 44 pupils to hospital"
    if token.upos == "NOUN" and (name := name_beside(reader, i)) is not None:
        return reader.name_words(name)
    named = reader.named(i)
    mention = reader.root(i)
    if named is not None and mention is not None and mention.named and len(named) <= LONGEST_NAME:
        return named
    if token.upos == "PROPN":
        return reader.name_words(i)
    if token.upos == "NOUN":
        return lemma_of(reader.tree, i)
    return (
        mention.head.lower() if mention is not None and mention.head and not PRONOUNS & {mention.head.lower()} else None
    )


def _speaker(reader: Reader, i: int) -> int | None:
    """Who says it of themselves: the Orlan of "Orlan said it had lost 38 tanks"."""
    tree, verb = reader.tree, reader.tree.up(i)
    said = tree.up(verb) if verb is not None and tree.rel(verb) == "ccomp" else None
    if said is None or tree.rel(i) != "nsubj" or tree.tokens[said].lemma.lower() not in ("say", "report", "admit"):
        return None
    speakers = [k for k in tree.children(said, "nsubj") if k < i and tree.tokens[k].upos in ("PROPN", "NOUN")]
    return speakers[0] if len(speakers) == 1 and not _people(reader, speakers[0]) else None


def name_beside(reader: Reader, i: int) -> int | None:
    """The last word of the name that stands by the common noun i: "the builder Vagon", "the airline, Brenn Air"."""
    tokens, tree = reader.tree.tokens, reader.tree
    at = i + 1 if i + 1 < len(tokens) and tokens[i + 1].upos == "PROPN" else None
    beside = (k for k in tree.children(i, "appos", "flat") if k > i and tokens[k].upos == "PROPN")
    at = at if at is not None else next(beside, None)
    while at is not None and at + 1 < len(tokens) and tokens[at + 1].upos == "PROPN":
        at += 1
    return at
