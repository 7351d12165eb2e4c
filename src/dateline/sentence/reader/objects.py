"""Gives objects to the verbs that they stand behind.

In:   the words of one sentence, attachments mended.
Out:  the same, each bare noun right behind a verb made its object; what "due to" opens made a verb.
Room: sentence.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dateline.lexicon.tables import table
from dateline.sentence.reader.arcs import DATES, NOUNS, SUBJECTS, Words, only_with

DOING: Final = frozenset(
    ["go", "goes", "went", "gone", "going", "take", "takes", "took", "taken", "taking", "come", "comes", "came"]
)
OPENING: Final = ("in", "on", "at", "into", "from", "over", "by", "through", "between", "near", "within")
PHRASAL: Final = frozenset(
    [
        *(("hand", "in"), ("hands", "in"), ("handed", "in"), ("handing", "in")),
        *(("carry", "out"), ("carries", "out"), ("carried", "out"), ("carrying", "out")),
        *(("call", "off"), ("calls", "off"), ("called", "off"), ("calling", "off")),
        *(("turn", "down"), ("turns", "down"), ("turned", "down"), ("turning", "down")),
    ]
)
OBJECTS: Final = ("obj", "iobj", "ccomp", "xcomp", "aux:pass", "nsubj:pass")


@cache
def _only_verbs() -> frozenset[str]:
    """The verbs of the tables whose bare form names no event as a noun: "reopen", not "strike"."""
    return frozenset(row["verb"] for row in table("verbs")) - frozenset(row["noun"] for row in table("nouns"))


def bare_object(w: Words) -> None:
    """ "Tugs refloated the Orla Star on Monday.": a name without a preposition, right behind an active verb that has a
    subject and no object, is its object; a day is none ("it said Monday")."""
    for name, verb in enumerate(w.heads):
        if w.relations[name] != "obl" or not 0 <= verb < name or not _is_name(w, name) or w.tags[verb] != "VERB":
            continue
        first = min([name, *w.under(name)])
        if first != verb + 1 or w.under(name, "case") or w.texts[name].casefold() in DATES:
            continue
        if w.under(verb, *SUBJECTS) and not w.under(verb, *OBJECTS):
            w.relations[name], w.tags[name] = "obj", "PROPN"


def _is_name(w: Words, word: int) -> bool:
    """Whether the word is a name; "Ever Given" is one too, whatever its last word means."""
    within = w.texts[word][:1].isupper() and any(w.tags[k] == "PROPN" for k in w.under(word, "compound", "flat"))
    return w.tags[word] == "PROPN" or within


@only_with("conj")
def own_object(w: Words) -> None:
    """ "Police raided a flat and arrested a teacher on Monday.": a bare noun behind a verb that is joined on is its
    object, and what follows that noun is said of it, where the verb before has an object already."""
    for verb, first in enumerate(w.heads):
        if w.relations[verb] != "conj" or w.tags[verb] != "VERB" or not 0 <= first < verb:
            continue
        if w.under(verb, *OBJECTS) or not any(n < verb for n in w.under(first, "obj")):
            continue
        noun = next((n for n in w.under(first, "obj") if n > verb), None)
        if noun is None or w.under(noun, "case") or not all(w.above(n, noun) for n in range(verb + 1, noun)):
            continue
        for n in w.under(first, "obl", "obl:unmarked", "advmod"):
            if n > noun:
                w.heads[n] = verb
        w.heads[noun] = verb


@only_with(words=["due"])
def due_to(w: Words) -> None:
    """ "The two sides are due to exchange prisoners.": behind "due to", what has an object is a verb."""
    for due in range(1, len(w.heads) - 2):
        verb = due + 2
        if w.texts[due].lower() != "due" or w.texts[due + 1].lower() != "to" or w.tags[verb] != "NOUN":
            continue
        alone = w.texts[verb] in _only_verbs() and not w.under(verb, "det", "amod", "compound", "nmod:poss", "nummod")
        if (w.under(verb, "obj") or alone) and w.under(verb, "cop", "aux"):
            w.tags[verb] = "VERB"
            for n in w.under(verb, "cop"):
                w.relations[n] = "aux"


@only_with("xcomp", "advcl")
def no_predicate(w: Words) -> None:
    """ "Crews went on strike", "The ban took effect", "The stoppage ended in defeat": a noun behind a verb of doing is
    no predicate, and neither a predicate nor a clause where a preposition of place or time opens it: then it is the
    verb's adjunct, and else its object."""
    for noun, verb in enumerate(w.heads):
        if w.relations[noun] not in ("xcomp", "advcl") or w.tags[noun] not in NOUNS or not 0 <= verb < noun:
            continue
        if w.tags[verb] != "VERB" or w.under(noun, "cop", "mark", *SUBJECTS):
            continue
        opened = any(w.texts[k].lower() in OPENING for k in w.under(noun, "case"))
        doing = w.relations[noun] == "xcomp" and w.tags[noun] == "NOUN" and w.texts[verb].lower() in DOING
        if opened or (doing and w.under(noun, "case")):
            w.relations[noun] = "obl"
        elif doing and not w.under(verb, "obj"):
            w.relations[noun] = "obj"


@only_with(words=[verb for verb, _ in PHRASAL])
def phrasal(w: Words) -> None:
    """ "She handed in her resignation on Monday.": behind a verb that says something else with it, what looks like a
    preposition is its particle, and the noun right behind the object."""
    for noun, verb in enumerate(w.heads):
        if w.relations[noun] not in ("obl", "obj") or not 0 <= verb < noun or w.tags[verb] != "VERB":
            continue
        if any(n != noun for n in w.under(verb, "obj")):
            continue
        particle = next((k for k in w.under(noun, "case") if k == verb + 1), None)
        if particle is None or (w.texts[verb].lower(), w.texts[particle].lower()) not in PHRASAL:
            continue
        w.heads[particle], w.relations[particle] = verb, "compound:prt"
        w.relations[noun] = "obj"
