"""Things told in somebody's words: "launched what it called an operation", "found what is believed to be the body".

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.rehang.clauses import Moved
from dateline.sentence.reading import Token

IN_THEIR_WORDS: Final = "discourse"  # how the verb of the naming hangs on the thing
FAR: Final = 9  # words between "what" and the thing
NAMING: Final = frozenset({"call", "term", "label", "brand", "dub", "describe", "characterise", "characterize"})
HOLDING: Final = frozenset(
    {"say", "claim", "believe", "think", "describe", "appear", "seem", "suspect", "consider", "report", "know", "hope",
     "insist", "allege", "fear", "presume", "call", "assume"}
)  # fmt: skip
SUBJECTS: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
OPENS: Final = SUBJECTS | {"X", "ADV"}


def what_they_called(tokens: Sequence[Token], i: int) -> Moved:
    """ "Launched what it called an operation", "died in what police described as an attack", "fired what appeared to be
    a missile": the operation was launched, in somebody's words, and they died in an attack."""
    led = i and tokens[i - 1].upos == "ADP" and tokens[i - 1].deprel != "compound:prt"
    if tokens[i].text != "what" or not i or not (led or tokens[i - 1].upos in ("VERB", "ADP")):
        return {}
    thing, verb = _named(tokens, i)
    over = next((k for k in range(i - 1, max(-1, i - FAR), -1) if tokens[k].upos == "VERB"), None)
    if thing is None or over is None:
        return {}
    start = min(k for k in range(verb, thing + 1) if k > verb and _within(tokens, k, thing))
    told = {k: (verb, tokens[k].deprel) for k in range(i + 1, start) if k != verb and not i < tokens[k].head < start}
    case = {i - 1: (thing, "case")} if led else {}
    relation = "obl" if led else "obj"
    return {**told, thing: (over, relation), i: (verb, "obj"), verb: (thing, IN_THEIR_WORDS), **case}


def _named(tokens: Sequence[Token], what: int) -> tuple[int | None, int]:
    """The thing named behind "what", and the verb that names it."""
    verb = next((k for k in range(what + 1, min(what + FAR, len(tokens) - 1)) if tokens[k].upos in ("VERB", "AUX")), 0)
    if not verb or any(tokens[k].upos not in SUBJECTS | {"PART", "ADP"} for k in range(what + 1, verb)):
        return None, 0
    naming, at = tokens[verb].lemma.lower() in NAMING, verb
    while at + 1 < min(what + FAR, len(tokens) - 1) and _goes_on(tokens, at + 1):
        at += 1
        naming = naming or tokens[at].lemma.lower() in NAMING
    last = tokens[at].text
    if not (naming or tokens[at].lemma == "be" or last == "as") or tokens[at + 1].upos not in OPENS:
        return None, 0
    thing = at + 1
    while tokens[thing].head > thing:
        thing = tokens[thing].head
    said = next((k for k in range(at, verb, -1) if tokens[k].upos == "VERB"), verb)
    return (thing, said) if tokens[thing].upos in ("NOUN", "PROPN") else (None, 0)


def _goes_on(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word belongs to the naming: "is believed to be", "said was", "described as"."""
    token = tokens[k]
    held = token.upos == "VERB" and token.lemma.lower() in HOLDING
    return token.upos == "AUX" or held or token.text in ("to", "as", "likely", "probably", "possibly", "not")


def _within(tokens: Sequence[Token], k: int, thing: int) -> bool:
    """Whether a word before the thing belongs to its phrase."""
    at = k
    for _ in range(FAR):
        if at == thing:
            return tokens[k].upos not in ("AUX", "PART") and tokens[k].text != "as"
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return False
