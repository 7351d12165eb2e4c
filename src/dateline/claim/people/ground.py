"""Which names can only be those of places, whatever the reader took them for: what an army takes or is driven from.

In:   the tree of a sentence and the words of a name in it.
Out:  whether the name is that of a place.
Room: claim. "The rebels overran Amat" needs no table; "the army captured Goma" may tell of a man of that name, unless a
      table of places has it.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.claim.tree import Tree
from dateline.lexicon.places import place

GROUND_ONLY: Final = word_list("retake overrun reoccupy control")  # nobody does so to a person
GROUND: Final = word_list(
    "capture recapture seize liberate take occupy enter hold win reach reclaim besiege encircle storm shell"
)
STRUCK: Final = word_list(
    "strike hit bomb bombard attack raid pound rock shake target devastate flatten destroy batter"
)
STRIKES: Final = word_list("strike airstrike bombing shelling bombardment raid offensive siege blockade")
WEAPONS: Final = word_list(
    "missile rocket drone jet warplane plane helicopter gunboat artillery shell bomb strike airstrike shelling raid "
    "quake earthquake tremor storm cyclone hurricane typhoon tornado blast explosion flood salvo barrage"
)
SETTLEMENT: Final = word_list("city town village capital district province region port hub stronghold suburb island")
POLICE: Final = word_list("police policeman policemen officer guard attacker gunman guerrilla bomber")
ACRONYM: Final = 5  # letters at most: "M23", "the RSF"


def is_ground(t: Tree, first: int, last: int, head: int, known: bool) -> bool:
    """Whether the name is a place by what is done to it or by what it is called; `known`: a table of places has it.

    A name of several words is a person's far more often, and is left alone.
    """
    if first != last:
        return False
    if any(t.tokens[k].lemma.lower() in SETTLEMENT and t.rel(k) == "appos" and k > last for k in t.children(head)):
        return True
    verb = t.up(head)
    if verb is not None and known and t.tokens[verb].lemma.lower() in STRIKES and t.tokens[verb].upos == "NOUN":
        return bool({t.low[c] for c in t.children(head, "case")} & {"on", "of", "against"})  # "a strike on Odesa"
    if verb is None or t.tokens[verb].upos != "VERB":
        return False
    lemma, rel = t.tokens[verb].lemma.lower(), t.tokens[head].deprel
    if rel == "nsubj" and lemma == "fall":
        return any(_to_force(t, k) for k in t.children(verb, "obl"))
    if rel not in ("obj", "nsubj:pass"):
        return False
    by = [k for k in t.children(verb, "obl") if any(t.low[c] == "by" for c in t.children(k, "case"))]
    doers = _doers(t, verb) if rel == "obj" else by
    if known and lemma in STRUCK:
        return any(_strikes(t, k) for k in doers)
    if known and lemma in GROUND | GROUND_ONLY:
        return any(_is_force(t, k) for k in doers)
    return lemma in GROUND_ONLY and any(_is_force(t, k) and t.tokens[k].upos == "NOUN" for k in doers)


def _doers(t: Tree, verb: int) -> tuple[int, ...]:
    """Who does it; of "they" and "it" those who say so: "the rebels said they had captured Goma"."""
    own = t.children(verb, "nsubj")
    up = t.up(verb)
    said = t.rel(verb) == "ccomp" and up is not None and all(t.tokens[k].upos == "PRON" for k in own)
    return tuple(t.children(up, "nsubj")) if said and up is not None else tuple(own)


def _is_force(t: Tree, k: int) -> bool:
    """ "The army", "rebels", "the RSF"; the police take persons."""
    word = t.tokens[k]
    short = word.text.isupper() and 1 < len(word.text) <= ACRONYM
    return short or (is_kind(word.lemma.lower(), "force") and word.lemma.lower() not in POLICE)


def _strikes(t: Tree, k: int) -> bool:
    """ "Missiles", "jets", "a quake", "Russia": what strikes towns."""
    land = place(t.tokens[k].text)
    return t.tokens[k].lemma.lower() in WEAPONS or _is_force(t, k) or (land is not None and land.kind == "country")


def _to_force(t: Tree, k: int) -> bool:
    """ "To the rebels", "into rebel hands"."""
    case = {t.low[c] for c in t.children(k, "case")}
    return bool(case & {"to", "into"}) and (_is_force(t, k) or t.tokens[k].lemma.lower() == "hand")
