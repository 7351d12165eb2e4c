"""Words that the parser hung across the border of a clause: behind a comma, behind a passive, behind "as".

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `rehang`, which asks by the relation of the word.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from typing import Final

from dateline.sentence.reading import Token

Moved = dict[int, tuple[int, str]]  # by word, its new head and how it hangs there

REACH: Final = 8  # words looked back from the head of a phrase
OPENS: Final = frozenset({"as", "while", "after", "before", "since", "until"})
# Verbs that are nothing without a second phrase: "brought the fire, which had burned since Sunday, under control".
LEADS: Final[dict[str, tuple[str, ...]]] = {
    "bring": ("under", "to", "into", "before"), "put": ("under", "on", "in", "into"), "place": ("under", "on", "in"),
    "keep": ("under", "in", "at"), "sentence": ("to",), "hand": ("to", "over"), "transfer": ("to",), "move": ("to",),
    "extradite": ("to",), "deport": ("to",), "return": ("to",), "charge": ("with",), "accuse": ("of",),
    "convict": ("of",), "turn": ("into", "over"), "replace": ("with",), "send": ("to",), "ban": ("from",),
}  # fmt: skip
# What is as well said of the whole: when it was, and beside what.
OF_THE_WHOLE: Final = frozenset({"after", "before", "since", "until", "during", "amid", "despite", "following", "on"})
DAYS: Final = frozenset(n.casefold() for n in (*calendar.day_name, *calendar.month_name, "today", "yesterday") if n)


def _start(tokens: Sequence[Token], i: int) -> int:
    """The first word of the phrase of word `i`, by what stands before it and hangs on it."""
    first = i
    for k in range(i - 1, max(-1, i - REACH), -1):
        if tokens[k].upos == "PUNCT" or tokens[k].head not in range(k + 1, i + 1):
            break
        first = k
    return first


def _between(tokens: Sequence[Token], low: int, high: int, *texts: str) -> int | None:
    """The last word between the two that is one of the texts."""
    return next((k for k in range(high - 1, low, -1) if tokens[k].text in texts), None)


def across(tokens: Sequence[Token], i: int) -> Moved:
    """The first of the rules below that holds."""
    first = _start(tokens, i)
    if first == i or tokens[i].head > i:
        return {}
    for rule in (_by_whom, _as_it_did, _past_relative, _in_last_clause):
        if (head := rule(tokens, i, first)) is not None:
            return head
    return {}


def _by_whom(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Stabbed two men before being overpowered by guards", with the guards hung on the stabbing: what stands with
    "by" right behind a passive is who did that."""
    verb = first - 1
    inner = tokens[first].text == "by" and tokens[verb].upos == "VERB" and tokens[i].head < verb
    passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens[max(0, verb - 4) : verb])
    return {i: (verb, "obl:agent")} if inner and passive else None


def _as_it_did(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Fled as a fire, fanned by wind, swept towards Kor", with "as a fire" for a phrase: the fire swept."""
    if tokens[first].text not in OPENS or i + 1 >= len(tokens) or tokens[i + 1].text != ",":
        return None
    for k in range(i + 2, min(i + 16, len(tokens))):
        word = tokens[k]
        if word.upos == "VERB" and word.deprel == "advcl" and word.head == tokens[i].head:
            alone = tokens[k - 1].text == "," and not word.text.endswith("ing")
            bare = alone and not any(t.head == k and t.deprel.startswith(("nsubj", "aux", "mark")) for t in tokens)
            return {i: (k, "nsubj"), first: (k, "mark")} if bare else None
    return None


def _past_relative(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Brought the fire, which had burned since Sunday, under control": what stands behind the second comma belongs to
    the verb before the first, where that one leads to it."""
    inner = tokens[i].head
    if tokens[first - 1].text != "," or tokens[inner].deprel != "acl:relcl":
        return None
    noun = tokens[inner].head
    outer = tokens[noun].head if 0 <= noun < inner else -1
    opened = _between(tokens, noun, inner, "which", "who", "whom")
    if not 0 <= outer < noun or opened is None or tokens[opened - 1].text != ",":
        return None
    leads = tokens[first].text in LEADS.get(tokens[outer].lemma.lower(), ())
    return {i: (outer, "obl")} if leads and tokens[noun].deprel == "obj" else None


def _in_last_clause(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Opened an inquiry, accused of hiding abuse by priests in his diocese", "lifted the ban, letting them play at
    the games in July": what follows such a clause with no comma stands in it; a day may be that of both."""
    comma = _between(tokens, tokens[i].head, first, ",", ";", "and", "or", "but")
    if comma is None or tokens[comma].text != "," or comma + 1 >= first or tokens[first].text in OF_THE_WHOLE:
        return None
    opens = tokens[comma + 1]
    beside = opens.upos == "VERB" and opens.deprel == "advcl" and opens.head == tokens[i].head
    beside = beside or (opens.upos == "VERB" and opens.deprel == "acl" and tokens[i].head < opens.head < comma)
    if not beside or not opens.text.endswith(("ing", "ed")):
        return None
    verbs = [k for k in range(comma + 1, first) if tokens[k].upos == "VERB" and tokens[k].deprel != "amod"]
    led = tokens[verbs[-1]].deprel == "xcomp" and tokens[verbs[-1] - 1].text == "to"
    low = tokens[i].text.lower()
    timed = low in DAYS or low.isdigit() or tokens[i].lemma.lower() in {"day", "week", "month", "year"}
    return {i: (verbs[-1], "obl")} if led or not timed else None


def by_passive(tokens: Sequence[Token], i: int) -> Moved:
    """ "Bird flu was detected", with the flu as who detected: what stands before a passive without "by" is found."""
    verb = tokens[i].head
    before = i < verb < i + REACH and not any(t.head == i and t.deprel == "case" for t in tokens[max(0, i - 4) : i])
    passive = before and any(t.head == verb and t.deprel == "aux:pass" for t in tokens[i + 1 : verb])
    lone = passive and not any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens[:verb])
    return {i: (verb, "nsubj:pass")} if lone else {}


def particle(tokens: Sequence[Token], i: int) -> Moved:
    """ "off" of "lifted off from Kor", with both words hung on the place: a particle of the verb."""
    word, verb = tokens[i], tokens[i - 1]
    if word.text != "off" or verb.upos != "VERB" or i + 1 >= len(tokens):
        return {}
    behind = tokens[i + 1]
    return {i: (i - 1, "compound:prt")} if behind.text == "from" and behind.head == word.head else {}
