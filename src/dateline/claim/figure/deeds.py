"""Finds what is told of those a number counts where no state of the tables says it: moved, facing famine, on board.

In:   a sentence with its parse and a Counting in it.
Out:  a word or two for a title ("people moved", "money spent on railways"), None where nothing short can be told.
Room: claim. Words that are no verbs are a table, `counted_plights`. A deed tells a reader what; it makes no other
      figure of it.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import GENERIC, Counting, kind_of, time_words
from dateline.claim.figure.counting import COUNT_VERBS
from dateline.claim.figure.settled import TESTED
from dateline.claim.lexis import event_nouns, verb_rules
from dateline.claim.tree import Tree, negated
from dateline.claim.wording.forms import noun_lemma
from dateline.claim.wording.inflect import ing, participle
from dateline.lexicon.tables import table

LONGEST: Final = 32  # characters
CLIMB: Final = 4
REACH: Final = 9  # words behind a noun
EMPTY: Final = frozenset({  # verbs that tell nothing of what they govern
    "be", "have", "see", "say", "tell", "include", "get", "take", "make", "need", "want", "count", "know", "mean",
    "call", "show", "find", "put", "give", "do", "go", "come", "become", "keep", "let", "add", "remain", "reach",
    "stand", "bring", "leave", "number", "report", "estimate", "total", "rise", "fall", "grow", "drop", "increase",
    "exceed", "top", "hit", "involve", "cover", "hold", "set", "begin", "start", "stop", "continue", "happen", "seem",
    "appear", "think", "believe", "expect", "hope", "accord", "use", "like", "look", "try", "lie", "sit", "face",
    "represent", "comprise", "equal", "live", "finish", "average", "climb",
    "jump", "soar", "decline", "shrink", "announce", "claim", "cite", "quote",
})  # fmt: skip
VESSELS: Final = frozenset({"capsize", "sink", "overturn", "derail", "founder"})
WANTING: Final = frozenset({"need", "want", "face"})
HOMES: Final = frozenset({"family", "household", "home"})
PAYING: Final = frozenset({"given", "spent", "paid", "received"})  # states of money that its own verb tells better
PARTICLES: Final = frozenset({"up", "off", "out", "down", "aside", "back", "away", "in", "over", "apart"})
HELPERS: Final = frozenset({"be", "remain", "have", "leave", "stay", "still", "now", "already", "been"})
GRANTING: Final = frozenset({"grant", "give", "offer", "deny", "refuse", "award", "issue", "pay", "promise"})
SUPPLIES: Final = frozenset({"power", "electricity", "water", "gas", "heating", "internet"})
HOLDING: Final = frozenset({"control", "hold", "occupy", "seize", "capture", "retake", "recapture"})
BALLOTS: Final = frozenset({"vote", "ballot"})
ON: Final = frozenset({"on", "for"})


def deed(tree: Tree, counting: Counting) -> str | None:
    """What is told of those counted, in a word or two; None where a state says it, or nothing does."""
    money = is_currency(counting.unit)
    if _shared(counting) and (said := _of_them(tree, counting)) is not None:
        return said
    if counting.unit in ("percent", "share") and counting.counted in BALLOTS and counting.head is not None:
        return "counted" if tree.low[counting.head + 1 : counting.head + 2] == ["counted"] else None
    if counting.unit in ("percent", "share") and (held := _under_control(tree, counting)) is not None:
        return held
    if (counting.unit in ("percent", "share", "point") and not _people(counting)) or (
        set(counting.states) - GENERIC - (PAYING if money else frozenset())
    ):
        return None
    at = counting.word
    if counting.total:  # "47 of 52 drones were shot down": not the 52
        return plight(tree, at) or _clause(tree, at)
    found = (
        _cut_off(tree, at)
        or _granted(tree, at)
        or plight(tree, at)
        or _clause(tree, at)
        or _done(tree, counting, at, money)
        or _noun(tree, at, counting)
    )
    return found if found is not None and len(found) <= LONGEST and found.isascii() else None


def _shared(counting: Counting) -> bool:
    return counting.unit in ("percent", "share") and not set(counting.states) - GENERIC


def _of_them(tree: Tree, counting: Counting) -> str | None:
    """What a share "of them" is: "in the capital", "being women and children"; no verb tells it."""
    i = counting.last + 1
    if tree.low[i : i + 2] not in (["of", "them"], ["of", "whom"]):
        return None
    behind = tree.tokens[i + 2 : i + 2 + REACH]
    end = next((n for n, t in enumerate(behind) if t.upos == "PUNCT"), len(behind))
    words = behind[:end]
    if not words or any(t.upos in ("VERB", "AUX", "NUM", "PRON") for t in words):
        return None
    text = " ".join(t.text for t in words)
    text = text if words[0].upos == "ADP" else f"being {text}"
    return text if words[0].upos in ("ADP", "NOUN", "ADJ") and len(text) <= LONGEST and text.isascii() else None


def _people(counting: Counting) -> bool:
    row = kind_of(counting.counted)
    return row is not None and row["unit"] == "person"


@cache
def _plights() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(row["words"].split()) for row in table("counted_plights")), key=lambda w: (-len(w), w)))


def plight(tree: Tree, at: int) -> str | None:
    """ "Sixty people had been aboard": words that stand right behind the noun or its helper verbs."""
    spots = [at + 1]
    for k in range(at + 1, min(len(tree.tokens), at + REACH)):
        if tree.tokens[k].upos == "PUNCT":
            break
        if tree.tokens[k].lemma.lower() in HELPERS:
            spots.append(k + 1)
    for i in spots:
        here = tuple(t.text.lower() for t in tree.tokens[i : i + 4])
        if (found := next((w for w in _plights() if here[: len(w)] == w), None)) is not None:
            return " ".join(found)
    return None


def _cut_off(tree: Tree, at: int) -> str | None:
    """ "Cutting electricity to 400,000 households", "power was restored to 9,000 homes": with or without power."""
    verb = tree.up(at) if tree.rel(at) in ("obl", "nmod") else None
    case = tree.child(at, "case")
    if verb is None or case is None or tree.low[case] not in ("to", "for"):
        return None
    thing = verb if tree.tokens[verb].lemma.lower() in SUPPLIES else None
    verb = tree.up(verb) if thing is not None else verb
    near = tree.children(verb, "obj", "nsubj:pass") if verb is not None else ()
    thing = thing if thing is not None else next((k for k in near if tree.tokens[k].lemma.lower() in SUPPLIES), None)
    if thing is None or verb is None:
        return None
    said = {"cut": "without", "knock": "without", "disrupt": "without", "lose": "without", "restore": "back on"}
    word = said.get(tree.tokens[verb].lemma.lower())
    return f"{word} {tree.tokens[thing].lemma.lower()}" if word else None


def _granted(tree: Tree, at: int) -> str | None:
    """ "Granted asylum to 8,200 people", "offered help to 300 families": what is given to them."""
    verb, case = tree.up(at) if tree.rel(at) in ("obl", "nmod") else None, tree.child(at, "case")
    if verb is not None and tree.tokens[verb].upos == "NOUN" and tree.rel(verb) == "obj":
        verb = tree.up(verb)
    if verb is None or case is None or tree.low[case] != "to" or tree.tokens[verb].lemma.lower() not in GRANTING:
        return None
    thing = next((k for k in tree.children(verb, "obj") if verb < k < at and tree.tokens[k].upos == "NOUN"), None)
    return f"{participle(tree.tokens[verb].lemma.lower())} {tree.low[thing]}" if thing is not None else None


def _clause(tree: Tree, at: int) -> str | None:
    """ "People facing famine", "doses sold": a participle behind the noun."""
    for k in tree.children(at, "acl"):
        token = tree.tokens[k]
        if tree.full[k] != "acl" or k < at or k > at + 3 or token.upos != "VERB":
            continue
        lemma, text = token.lemma.lower(), token.text.lower()
        if lemma in VESSELS:
            return "on board"  # "a boat carrying 70 migrants capsized", misread
        if text.endswith("ing"):
            thing = next((o for o in tree.children(k, "obj") if o == k + 1 and tree.tokens[o].upos == "NOUN"), None)
            if thing is not None:
                return f"{text} {tree.low[thing]}"
        if lemma not in EMPTY:
            return text
    return None


def _done(tree: Tree, counting: Counting, at: int, money: bool) -> str | None:
    """ "200,000 people have been moved", "fined the makers 3 million", "9.8 million people had voted"."""
    ruled = _ruler(tree, {at, counting.node})
    if ruled is None:
        return None
    verb, rel = ruled
    lemma = tree.tokens[verb].lemma.lower()
    led = tree.low[at + 1 : at + 2] in (["from"], ["to"], ["by"]) or (
        counting.node != at and tree.low[counting.node - 1 : counting.node] in (["from"], ["to"])
    )
    if lemma in COUNT_VERBS and led:
        return None  # "raised the minimum wage from 900 to 1,050 crowns", "cut its force to 600": a level moved
    particle = _particle(tree, verb)
    noun = event_nouns().get(noun_lemma(tree.tokens[verb].text, lemma))
    if noun is not None and lemma not in verb_rules() and tree.low[verb] == lemma:
        return participle(noun.verb) if rel == "obj" and not money and noun.of == "object" else None  # a noun, misread
    phrase = f"{lemma} {particle}" if particle else lemma
    if negated(tree, verb):
        return None
    if tree.tokens[verb].upos == "ADJ":
        return tree.low[verb] if rel == "nsubj" and not money else None
    if tree.tokens[verb].upos != "VERB" or not lemma.isalpha():
        return None
    if money and rel == "obj":
        made = participle(phrase) if lemma not in EMPTY - {"give"} else None
        return f"{made} {aim}" if made and (aim := _aim(tree, verb)) else made
    if lemma in EMPTY and not particle:
        return _empty(tree, verb, lemma, counting) if rel == "nsubj" else None
    if rel in ("nsubj:pass", "obj") and not money:
        return participle(phrase)
    return _doing(tree, verb, phrase) if rel == "nsubj" and _people(counting) else None


def _empty(tree: Tree, verb: int, lemma: str, counting: Counting) -> str | None:
    """What a verb that tells little by itself says of its subject with the words behind it."""
    if lemma in WANTING and (_people(counting) or counting.counted in HOMES):
        return _wanting(tree, verb)
    return _living(tree, verb) if lemma == "live" else None


def _wanting(tree: Tree, verb: int) -> str | None:
    """ "Some 400,000 people need food aid": the thing right behind the verb, with the noun before it."""
    thing = next((k for k in tree.children(verb, "obj") if k > verb and tree.tokens[k].upos == "NOUN"), None)
    between = tree.tokens[verb + 1 : thing] if thing is not None else ()
    if thing is None or any(t.upos not in ("NOUN", "ADJ") for t in between):
        return None
    return " ".join((ing(tree.tokens[verb].lemma.lower()), *(t.text.lower() for t in between), tree.low[thing]))


def _under_control(tree: Tree, counting: Counting) -> str | None:
    """ "Rebels control about 60 percent of the province": the share is controlled."""
    verb, rel = tree.up(counting.node), tree.rel(counting.node)
    if verb is None or rel not in ("obj", "nsubj:pass", "nsubj"):
        return None
    lemma = tree.tokens[verb].lemma.lower()
    if rel == "nsubj":
        return _living(tree, verb) if lemma == "live" else None
    return participle(lemma) if lemma in HOLDING else None


def _living(tree: Tree, verb: int) -> str | None:
    """ "Families live below the poverty line": what follows up to the next clause."""
    behind = tree.tokens[verb + 1 : verb + 6]
    end = next((n for n, t in enumerate(behind) if t.upos in ("PUNCT", "VERB", "AUX", "CCONJ", "NUM")), len(behind))
    words = behind[:end]
    if not words or words[0].upos != "ADP" or words[-1].upos != "NOUN":
        return None
    return "living " + " ".join(t.text.lower() for t in words)


def _doing(tree: Tree, verb: int, phrase: str) -> str | None:
    """ "Students hurled rocks" as "hurling rocks", "rebels surrendered" as it stands."""
    thing = next(iter(tree.children(verb, "obj")), None)
    if thing is None and tree.tokens[verb].lemma.lower() in VESSELS:
        return "on board"
    if thing is None:
        text = tree.low[verb]
        return ing(phrase) if text in (phrase, f"{phrase}s") or text.endswith("ing") or " " in phrase else text
    noun = tree.tokens[thing]
    return f"{ing(phrase)} {noun.text.lower()}" if noun.upos == "NOUN" else None


def _particle(tree: Tree, verb: int) -> str:
    """The "out" of "carried out"; no "up" of "up to 900"."""
    k = next((k for k in tree.children(verb, "compound:prt", "advmod") if k == verb + 1), None)
    if k is None or tree.low[k] not in PARTICLES:
        return ""
    following = tree.low[k + 1] if k + 1 < len(tree.tokens) else ""
    return tree.low[k] if following != "to" else ""


def _ruler(tree: Tree, words: set[int]) -> tuple[int, str] | None:
    """The verb that takes the phrase, and as what."""
    i = next((w for w in sorted(words) if tree.up(w) not in words), None)
    for _ in range(CLIMB):
        if i is None:
            return None
        up, rel = tree.up(i), tree.full[i]
        if up is None:
            return None
        if rel in ("nsubj", "nsubj:pass", "obj"):
            return (up, rel) if not _raised(tree, up) else (_raised(tree, up) or up, rel)
        if rel not in ("nummod", "appos", "flat", "compound", "nmod:npmod"):
            return None
        i = up
    return None


def _raised(tree: Tree, verb: int) -> int | None:
    """The adjective that "remain" and its like tell of: "640 lawsuits remain open"."""
    if tree.tokens[verb].lemma.lower() not in ("remain", "stay", "stand", "lie", "declare", "render"):
        return None
    return next((k for k in tree.children(verb, "xcomp") if tree.tokens[k].upos == "ADJ"), None)


def _aim(tree: Tree, verb: int) -> str | None:
    """ "On railways", "for a loaf": what money is paid for."""
    for k in tree.children(verb, "obl", "nmod"):
        case = tree.child(k, "case")
        noun = tree.tokens[k]
        if case is None or tree.low[case] not in ON or noun.upos != "NOUN" or k < verb:
            continue
        if noun.lemma.lower() not in time_words():
            return f"{tree.low[case]} {noun.text.lower()}"
    return None


def _noun(tree: Tree, at: int, counting: Counting) -> str | None:
    """ "The cancellation of 143 flights": the noun of a deed whose object they are."""
    up, case = tree.up(at), tree.child(at, "case")
    if up is None or case is None or tree.rel(at) != "nmod" or tree.low[case] != "of":
        return None
    lemma = noun_lemma(tree.tokens[up].text, tree.tokens[up].lemma)
    known = event_nouns().get(lemma) if counting.counted not in TESTED else None
    if known is None or known.of != "object" or known.verb.split()[0] in EMPTY:
        return None
    return participle(known.verb)
