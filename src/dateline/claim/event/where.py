"""Where an event happened, and with what it was done: words of its frame that say so.

In:   the tree, a word behind a preposition or an adverb, and the verb it belongs to.
Out:  whether the word is a place or a means of that verb.
Room: claim. It knows the classes of roles_words.tsv and the mentions of the sentence, and nothing of other roles.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dateline.claim.event.roles import preposition
from dateline.claim.event.types import Known, is_who, of_kind
from dateline.claim.lexis import CALENDAR, is_kind
from dateline.claim.people.nouns import stands_for
from dateline.claim.tree import Tree
from dateline.claim.wording.forms import noun_lemma
from dateline.lexicon.tables import table

WHERE: Final = ("in", "at", "near", "from", "to", "into", "across", "over", "on", "off", "around", "outside",
                "inside", "within", "through", "along", "via", "towards", "toward", "onto", "above", "out", "out of",
                "beyond", "past", "aboard", "beneath", "under", "beside", "opposite", "throughout",
                "below")  # fmt: skip
LANDMARKS: Final = frozenset({"Port", "Cape", "Mount", "Lake", "Fort", "Camp", "Bay", "Gulf", "Strait", "Base"})
UPON: Final = ("on", "in", "under", "beneath", "upon")
INSIDE: Final = ("in", "near", "into", "inside", "onto", "off", "outside", "within")  # whoever lives there
SPOTS: Final = ("site", "territory", "spot")
MANNERS: Final = {("ground", "grounds"), ("hold", "hold")}  # "on humanitarian grounds", "on hold": no places
NO_SPOT: Final = {("on", "market"), ("to", "market"), ("on", "stop"), ("around", "clock"), ("in", "position"),
                  ("from", "position"), ("in", "hold"), ("on", "hold"), ("in", "line"), ("on", "line"),
                  ("in", "post"), ("on", "post"), ("on", "target"), ("on", "track"), ("on", "base")}  # fmt: skip
TRUSTING: Final = frozenset({"invest", "believe", "trust", "buy", "sell", "acquire", "hold", "deal", "enrol", "enroll"})


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of roles_words.tsv by name."""
    return {row["class"]: frozenset(row["words"].split()) for row in table("roles_words")}


def is_of(word: str, name: str) -> bool:
    """Whether a word is of a class.

    >>> is_of("abroad", "adverb"), is_of("tow", "motion"), is_of("tow", "trades")
    (True, True, False)
    """
    return word in classes()[name]


def is_spot(t: Tree, i: int, word: str) -> bool:
    """Whether the noun behind the preposition is one of a place: a building, a room, a landform, an area."""
    lemma = noun_lemma(t.tokens[i].text, t.tokens[i].lemma)
    if (word, lemma) in NO_SPOT or (lemma, t.low[i]) in MANNERS:
        return False
    first = next((t.tokens[k].lemma.lower() for k in t.children(i, "compound", "amod")), "")
    return is_kind(lemma, *SPOTS) or is_kind(f"{first}-{lemma}", *SPOTS)


def on_the_map(t: Tree, i: int, word: str, known: Known) -> bool:
    """Whether the word is a named place; "off Hask": a name of nothing known, as most villages are."""
    mention = known(i)
    if mention is not None and mention.kind in {"place", "facility"}:
        return True
    name = t.tokens[i]
    if word in WHERE and _landmark(t, i):
        return True
    unknown = (mention is None or (mention.kind in {None, "misc"} and mention.named)) and word in {"in", "near", "off"}
    return (unknown or _taken_for_body(t, i, word)) and name.upos == "PROPN" and _unnumbered(t, i)


def _taken_for_body(t: Tree, i: int, word: str) -> bool:
    """ "agreed in Sennet", "camped near Hask": where the name of one word is no known one, a verb's "in" says where."""
    up, name = t.up(i), t.tokens[i].text
    verb = up is not None and (t.tokens[i].deprel == "obl" or bool(t.children(up, "cop")))
    trusts = up is not None and t.tokens[up].lemma.lower() in TRUSTING
    plain = len(name) > 3 and name[1:].islower() and not t.children(i, "det", "compound", "flat", "amod")
    goes = up is not None and is_of(t.tokens[up].lemma.lower(), "journeys")
    where = word in {"in", "near"} or (goes and word in {"to", "from"})
    return verb and not trusts and plain and where and stands_for(name) is None


def _landmark(t: Tree, i: int) -> bool:
    """ "Port Sennet", whatever else is called Sennet."""
    return any(t.tokens[k].text in LANDMARKS for k in t.children(i, "compound", "flat"))


def _unnumbered(t: Tree, i: int) -> bool:
    name = t.tokens[i].text
    return name.isalpha() and not name.isupper() and name.casefold() not in CALENDAR and not t.children(i, "nummod")


def adverbs(t: Tree, verb: int, lemma: str) -> list[int]:
    """ "lives abroad", "fled south": adverbs of the verb that say where."""
    moves = is_of(lemma, "motion")
    beside = [k for k in t.children(verb, "advmod") if t.tokens[k].upos in {"ADV", "NOUN"}]
    words = [(k, t.low[k]) for k in beside]
    return [k for k, w in words if is_of(w, "adverb") or (moves and w != "back" and is_of(w, "compass"))]


def further(t: Tree, verb: int) -> list[tuple[str, int]]:
    """ "kept away from the house", "as far as Dunn": what stands behind an adverb of distance."""
    found = [k for k in t.children(verb, "advmod") if is_of(t.low[k], "away")]
    return [(preposition(t, h), h) for k in found for h in t.children(k, "obl", "nmod") if preposition(t, h)]


def shared(t: Tree, verb: int) -> list[tuple[str, int]]:
    """ "In Verrin, police searched a flat and arrested two men": what stands before the subject holds for both."""
    first = t.up(verb) if t.rel(verb) == "conj" else None
    subject = t.child(first, "nsubj") if first is not None else None
    if first is None or subject is None or t.children(verb, "nsubj"):
        return []
    return [(preposition(t, k), k) for k in t.children(first, "obl") if k < subject and preposition(t, k)]


def is_place(t: Tree, i: int, word: str, lemma: str, known: Known) -> bool:
    """Whether what stands behind the preposition is where the verb happens or goes, even if it could also be a party:
    "works at a hospital", "crashed into the Black Sea", "arrested at a rally", "taken to a clinic"."""
    if word not in WHERE or t.tokens[i].upos in {"PRON", "NUM"}:
        return False
    spot, named = is_spot(t, i, word), on_the_map(t, i, word, known)
    if word in {"into", "onto"}:
        return named or (spot and not is_kind(t.tokens[i].lemma.lower(), "body"))
    if word == "at" and not is_of(lemma, "aims"):
        mention = known(i)
        gathering = is_of(noun_lemma(t.tokens[i].text, t.tokens[i].lemma), "gathering")
        return spot or gathering or (mention is not None and mention.kind == "organisation")
    if word in UPON and is_of(lemma, "stores") and t.tokens[i].upos in {"NOUN", "PROPN"}:
        return t.tokens[i].text.casefold() not in CALENDAR
    if word in UPON and is_of(lemma, "rests"):
        return spot or named or (word != "in" and t.tokens[i].upos == "NOUN" and not is_who(t, i, known))
    if word in {"from", "to"} and is_of(lemma, "motion"):
        return spot or (named and (not is_who(t, i, known) or _taken_for_body(t, i, word))) or _landmark(t, i)
    return word in INSIDE and (named or spot)


def might_be(t: Tree, i: int, word: str, moves: bool) -> bool:
    """Whether the noun is a place if it is nothing else: "to" and "over" a place only what moves goes."""
    area = word == "over" and is_kind(t.tokens[i].lemma.lower(), "territory", "sea")
    return word in WHERE and (moves or area or word not in {"to", "over"}) and is_spot(t, i, word)


def is_means(t: Tree, i: int, word: str, lemma: str, known: Known) -> bool:
    """Whether what stands behind the preposition is what it was done with: a weapon, a vehicle, what was paid."""
    if is_who(t, i, known):
        return False
    vehicle, money = of_kind(t, i, "@vehicle", known), is_money(t, i)
    if word in {"with", "using"}:
        return vehicle or of_kind(t, i, "@weapon", known) or (is_of(lemma, "fits") and t.tokens[i].upos == "NOUN")
    if word in {"by", "through"} and of_kind(t, i, "@weapon", known):
        return True
    if word in {"through", "via", "over"} and is_of(lemma, "sends"):
        return t.tokens[i].upos in {"NOUN", "PROPN"}
    if word == "for" and is_of(lemma, "trades"):
        return money or lemma in {"trade", "swap", "exchange", "barter"}
    return vehicle and word in {"by", "aboard", "on", "in"} and is_of(lemma, "travels")


def is_money(t: Tree, i: int) -> bool:
    """Whether the word heads an amount of money."""
    word = t.tokens[i]
    lemma = noun_lemma(word.text, word.lemma)
    signs = [t.tokens[k].text for k in t.children(i, "nmod", "compound", "nummod", "dep")]
    return any(s in {"$", "€", "£", "¥"} for s in (word.text, *signs)) or is_of(lemma.removesuffix("s"), "coin")
