"""Nouns and adjectives that the parser took for verbs: "its Terespol border crossing", "in gang attacks", "is valid".

In:   the words of a sentence.
Out:  the same, each such noun told as one and hung on the verb whose object or place it is.
Room: claim. Used by `table`, before its rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.rehang.clauses import REACH
from dateline.sentence.reading import Token

SITES: Final = frozenset({"crossing", "crossings"})
LED_BY: Final = frozenset({"border", "frontier", "land", "rail", "river", "ferry", "checkpoint"})
OWNED: Final = frozenset({"'s", "’s", "'", "’"})
BEHIND: Final = frozenset({"DET", "PRON", "NUM", "NOUN", "PROPN"})  # what a crossing that is a deed has right behind it
OWN: Final = frozenset({"with", "between", "of"})  # "the crossing with Belarus"
ARTICLES: Final = frozenset({"the", "a", "an"})
AS_NOUN: Final = {"xcomp": "obj", "advcl": "obl"}
LEADING: Final = frozenset({"in", "after", "by", "from", "amid", "during", "following", "despite", "of"})


def nouns_told(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words, with such nouns told as nouns."""
    out = _as_nouns(tokens)
    for i in range(1, len(tokens)):
        if out[i].text in SITES and (first := _phrase(out, i)) is not None:
            out = _site(out, first, i)
        elif _is_so(out, i):
            out = _with(out, {i: replace(out[i], upos="ADJ")})
        elif _no_infinitive(out, i):
            out = _with(out, {i - 1: replace(out[i - 1], deprel="case", upos="ADP"), i: _noun(out[i], "obl")})
    return out


def _as_nouns(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words; a verb with an article, or a plural behind a preposition and a noun of its own, is a noun."""
    found = {i for i, t in enumerate(tokens) if t.upos == "VERB" and any(rule(tokens, i) for rule in NOUNS)}
    return tuple(_as_noun(t) if i in found else t for i, t in enumerate(tokens)) if found else tuple(tokens)


def _as_noun(token: Token) -> Token:
    return replace(token, upos="NOUN", deprel=AS_NOUN.get(token.deprel, token.deprel))


def _with_article(tokens: Sequence[Token], i: int) -> bool:
    """ "Claimed the capture of the town"."""
    before, behind = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    own = before is not None and before.head == i and before.deprel == "det" and before.text.lower() in ARTICLES
    return own and behind is not None and behind.text == "of" and tokens[i].deprel in ("xcomp", "obj", "obl", "nsubj")


def _that_told(tokens: Sequence[Token], i: int) -> bool:
    """ "Fled after shelling that killed nine"."""
    led = i > 0 and tokens[i - 1].head == i and tokens[i - 1].text.lower() in LEADING and tokens[i].text.endswith("ing")
    that = i + 2 < len(tokens) and tokens[i + 1].text in ("that", "which")
    return led and that and tokens[i + 1].head != i and tokens[i + 2].upos in ("VERB", "AUX")


def _plural(tokens: Sequence[Token], i: int) -> bool:
    """ "Were killed in gang attacks"."""
    own = [k for k in range(max(0, i - 3), i) if tokens[k].head == i]
    case = any(tokens[k].deprel == "case" and tokens[k].text.lower() in LEADING for k in own)
    noun = any(tokens[k].deprel in ("compound", "amod", "nmod:poss") for k in own)
    return case and noun and tokens[i].deprel in ("obl", "nmod", "advcl") and tokens[i].text.endswith("s")


def _with(tokens: tuple[Token, ...], new: dict[int, Token]) -> tuple[Token, ...]:
    return tuple(new.get(k, t) for k, t in enumerate(tokens))


def _noun(token: Token, deprel: str, head: int | None = None) -> Token:
    return replace(token, upos="NOUN", deprel=deprel, head=token.head if head is None else head, lemma=_one(token))


def _one(token: Token) -> str:
    low = token.text.lower()
    if low in SITES:
        return "crossing"
    return f"{low[:-3]}y" if low.endswith("ies") else low.removesuffix("s")


def _no_infinitive(tokens: Sequence[Token], i: int) -> bool:
    """ "To lorries", read as what is to be done: no infinitive has a plural's ending."""
    word, to = tokens[i], tokens[i - 1]
    several = word.upos == "VERB" and word.text.endswith("s") and word.text.lower() != word.lemma.lower()
    return several and to.text.lower() == "to" and to.head == i and to.deprel == "mark"


def _is_so(tokens: Sequence[Token], i: int) -> bool:
    """ "Will be valid", read as a verb: what has an "is" before it and no ending of a verb is what something is."""
    bare = tokens[i].upos == "VERB" and tokens[i].text == tokens[i].lemma and not tokens[i].text.endswith(("ed", "ing"))
    cop = i - 2 if tokens[i - 1].upos == "ADV" else i - 1  # not "is due to begin"
    if cop < 0 or tokens[cop].deprel != "cop" or (i + 1 < len(tokens) and tokens[i + 1].text == "to"):
        return False
    own = {t.deprel for t in tokens[max(0, i - REACH) : i + REACH] if t.head == i}
    return bare and "cop" in own and own.isdisjoint({"mark", "obj", "xcomp", "ccomp", "compound:prt"})


def _phrase(tokens: Sequence[Token], i: int) -> int | None:
    """Where the noun phrase begins that a crossing ends: "the Rafah crossing", "its border crossings"; None where
    somebody is crossing something."""
    misread = tokens[i].upos == "VERB" or tokens[i].deprel in ("xcomp", "compound")
    before, behind = tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    led = before.upos == "PROPN" or before.text.lower() in LED_BY
    if not misread or not led or behind.upos in BEHIND:
        return None
    for k in range(i - 1, max(-1, i - REACH), -1):
        if tokens[k].upos == "DET" or tokens[k].deprel == "nmod:poss" or tokens[k].text in OWNED:
            return k
        if tokens[k].upos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
    return None


def _site(tokens: tuple[Token, ...], first: int, i: int) -> tuple[Token, ...]:
    """The crossing as what heads its phrase; what stood behind it as if it were a deed is of the verb before."""
    inner = range(first, i)
    verb = next((k for k in range(first - 1, -1, -1) if tokens[k].upos == "VERB"), None)
    out = [k for k in inner if tokens[k].head not in inner and tokens[k].head != i and tokens[k].deprel != "det"]
    if out:
        top = (tokens[out[-1]].head, tokens[out[-1]].deprel)
    elif verb is not None and tokens[i].deprel in ("xcomp", "advcl", "ccomp", "acl", "compound"):
        top = (verb, "obj")
    else:
        top = (tokens[i].head, tokens[i].deprel)
    new = {i: _noun(tokens[i], top[1], top[0])}
    new.update({k: replace(tokens[k], head=i, deprel="compound") for k in out})
    new.update({k: replace(tokens[k], head=i) for k in inner if tokens[k].deprel == "det"})
    for k in range(i + 1, len(tokens)):
        if tokens[k].head != i or tokens[i].upos != "VERB":
            continue
        case = next((t.text for t in tokens[i + 1 : k] if t.head == k and t.deprel in ("case", "mark")), "")
        own = case in OWN and tokens[k].deprel.startswith("obl")
        if own or tokens[k].deprel.startswith(("obl", "advcl")):
            new[k] = replace(tokens[k], deprel="nmod") if own else replace(tokens[k], head=top[0])
    return _with(tokens, new)


NOUNS: Final = (_with_article, _plural, _that_told)
