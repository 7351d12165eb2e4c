"""Who was found guilty, who won what, who of those that were seized died: words of courts and counts hung elsewhere.

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.rehang.clauses import Moved
from dateline.claim.rehang.phrases import HANDED
from dateline.lexicon.ordinals import IN_A_ROW
from dateline.sentence.reading import Token

NAMES: Final = frozenset({"NOUN", "PROPN"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
# Verbs that lead to an "of" of their own: "robbed the bank of millions".
OF_IT: Final = word_list(
    "accuse convict acquit clear suspect rob strip deprive inform warn notify remind cure rid relieve assure absolve "
    "dispossess drain empty demand ask require make think speak tell hear learn die complain approve dispose consist"
)
SHORT: Final = 5  # words from a comma to the noun behind it
LONG: Final = 14  # words of a phrase before its noun
PAST: Final = ("ed", "en", "t", "d", "n")


def winner_of_what(tokens: Sequence[Token], i: int) -> Moved:
    """ "runoff" of "was declared the winner of the runoff", read as a second thing that he was declared: what "of"
    opens right behind a noun is the noun's."""
    first, verb = _first(tokens, i), tokens[i].head
    noun = first - 1
    opened = 0 <= verb < noun and tokens[first].text == "of" and tokens[first].head == i
    if not opened or tokens[noun].head != verb or not {tokens[noun].upos, tokens[i].upos} <= NAMES:
        return {}
    own = tokens[i].deprel == "obl" and tokens[verb].lemma.lower() in OF_IT
    return {} if own or tokens[noun].deprel in SUBJECTS else {i: (noun, "nmod")}


def found_guilty(tokens: Sequence[Token], i: int) -> Moved:
    """ "Ana Roe" of "the court found former minister Ana Roe guilty", read as a second one who finds: behind the verb
    and before what it found stands whom."""
    verb, behind = tokens[i].head, i + 1
    while behind < len(tokens) and tokens[behind].deprel in ("flat", "list", "punct") and tokens[behind].text != ",":
        behind += 1
    if any(t.head == i and t.deprel == "case" for t in tokens):
        return {}
    so = behind < len(tokens) and tokens[behind].upos == "ADJ" and tokens[behind].head == verb
    first = so and 0 <= verb < i and any(t.head == verb and t.deprel == "nsubj" for t in tokens[:verb])
    return {i: (verb, "obj")} if first and tokens[behind].deprel == "xcomp" else {}


def to_which_day(tokens: Sequence[Token], i: int) -> Moved:
    """ "June 10" of "moved the vote from May 20 to June 10 because of delays", hung on the delays: a phrase with a word
    of its own before it never stands before its noun."""
    noun, first = tokens[i].head, _first(tokens, i)
    verb = tokens[noun].head if noun > i else -1
    led = 0 <= verb < first < i and tokens[first].upos == "ADP" and tokens[first].head == i
    own = led and any(t.head == noun and t.deprel == "case" for t in tokens[i + 1 : noun])
    return {i: (verb, "obl")} if own and tokens[verb].upos == "VERB" else {}


def died_of_those_seized(tokens: Sequence[Token], i: int) -> Moved:
    """ "died" of "one of the girls seized in Kor died on Friday", read as an aside to the seizing of one: the
    participle says which girls, and the verb behind it, with no other subject, what she did."""
    beside = (
        k for k in range(i - 1, 0, -1) if tokens[k].head == tokens[i].head and tokens[k].deprel == tokens[i].deprel
    )
    verb = next(beside, tokens[i].head)
    who = next((k for k in range(verb) if tokens[k].head == verb and tokens[k].deprel == "nsubj:pass"), -1)
    bare = 0 <= who < verb < i and tokens[verb].text.endswith(PAST) and tokens[verb - 1].upos in NAMES
    if not bare or any(t.head == verb and t.deprel.startswith("aux") for t in tokens) or not _past(tokens, i):
        return {}
    if any(t.text in (",", ";", ":", "and") for t in tokens[verb:i]):
        return {}
    behind = {k: (i, tokens[k].deprel) for k in range(i + 1, len(tokens)) if tokens[k].head == verb}
    return {who: (i, "nsubj"), verb: (verb - 1, "acl"), i: (tokens[verb].head, tokens[verb].deprel), **behind}


def _past(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word is the past of a verb that nothing opens and that has no subject."""
    past = tokens[k].upos == "VERB" and tokens[k].text != tokens[k].lemma and not tokens[k].text.endswith("ing")
    return past and not any(t.head == k and t.deprel in SUBJECTS | {"mark", "aux", "aux:pass", "case"} for t in tokens)


def _first(tokens: Sequence[Token], i: int) -> int:
    """The first word of all that hangs on the word and stands before it: "of", of "of the city's first runoff"."""
    below = {i}
    for k in range(i - 1, max(-1, i - LONG), -1):
        if tokens[k].head not in below and not (tokens[k].deprel == "case" and tokens[k].head == k - 1):
            return k + 1
        below.add(k)
    return max(0, i - LONG + 1)


def of_what_follows(tokens: Sequence[Token], i: int) -> Moved:
    """ "of" of "the hearing of the former minister Ana Roe was put off", hung on the hearing: it opens what follows."""
    noun = i - 1
    led = tokens[i].text == "of" and tokens[i].head == noun >= 0 and tokens[noun].upos in NAMES
    ahead = range(i + 1, min(len(tokens), i + LONG)) if led else range(0)
    k = next((k for k in ahead if tokens[k].head == noun and tokens[k].deprel == "nmod"), i)
    if k == i or any(t.head == k and t.deprel == "case" for t in tokens[i:k]):
        return {}
    between = (m for m in range(i + 1, k) if tokens[m].head == noun and tokens[m].deprel == "det")
    return {i: (k, "case"), **dict.fromkeys(between, (k, "det"))}


def as_says(tokens: Sequence[Token], i: int) -> Moved:
    """ "Nine people have died, according to the board", with the nine according to it: the words that name a source are
    no deed."""
    source = next((k for k in range(i + 1, len(tokens)) if tokens[k].deprel.startswith("obl")), i)
    told = tokens[i].text.lower() == "according" and i + 1 < source and tokens[i + 1].text == "to"
    verb = tokens[i].head
    return {i: (source, "case"), source: (verb, "obl")} if told and tokens[source].head in (verb, i) else {}


def between_whom(tokens: Sequence[Token], i: int) -> Moved:
    """ "supporters" of "four were killed in clashes between police and supporters", read as those who killed them: what
    "between" opens behind a noun is the noun's."""
    first = _first(tokens, i)
    noun = first - 1
    told = (
        noun >= 0
        and tokens[first].text == "between"
        and (tokens[noun].upos == "NOUN" or tokens[noun].deprel in ("obl", "nmod"))
    )
    if not told or not 0 <= tokens[i].head <= noun:
        return {}
    hung = {noun: (tokens[i].head, "obl")} if tokens[noun].deprel == "advcl" else {}
    return {i: (noun, "nmod"), **hung}


def of_so_many(tokens: Sequence[Token], i: int) -> Moved:
    """ "people" of "of 612 people arrested, 590 had been released", read as those released: 590 of them are."""
    verb = tokens[i].head
    opened = i < verb and any(t.head == i and t.text.lower() == "of" for t in tokens[:i])
    many = (k for k in range(i + 1, verb) if tokens[k].head == verb and tokens[k].deprel == tokens[i].deprel)
    k = next(many, i) if opened else i
    return {i: (k, "nmod")} if k > i and tokens[k].upos == "NUM" else {}


def so_many_of(tokens: Sequence[Token], i: int) -> Moved:
    """ "590" of "of the 612 people arrested, 590 had been released", read as a second number of the people."""
    noun = tokens[i].head
    apart = 0 <= noun < i - 1 and tokens[i - 1].text == "," and tokens[noun].deprel in SUBJECTS
    opened = apart and any(t.head == noun and t.text.lower() == "of" for t in tokens[:noun])
    return {i: (tokens[noun].head, tokens[noun].deprel), noun: (i, "nmod")} if opened else {}


def given_so_many(tokens: Sequence[Token], i: int) -> Moved:
    """ "Ana Roe" of "a recount gave President Ana Roe 49.3%", read as a second one that gives: she gets it."""
    verb = tokens[i].head
    behind = 0 <= verb < i and tokens[verb].lemma.lower() in HANDED
    first = behind and any(t.head == verb and t.deprel == "nsubj" for t in tokens[:verb])
    given = first and any(t.head == verb and t.deprel == "obj" for t in tokens[i + 1 :])
    cased = any(t.head == i and t.deprel == "case" for t in tokens)
    return {i: (verb, "iobj")} if given and not cased else {}


def first_of_its_kind(tokens: Sequence[Token], i: int) -> Moved:
    """ "To land" of "became the second privately built craft this year to land on the moon", hung on the becoming: it
    is of the craft, which is the second."""
    head = tokens[i].head
    to_do = 0 <= head < i - 2 and tokens[i - 1].text == "to" and tokens[head].lemma.lower() == "become"
    near = range(head + 1, i - 1) if to_do else range(0)
    noun = next((k for k in near if tokens[k].head == head and tokens[k].upos == "NOUN"), i)
    if noun == i or any(t.upos in ("PUNCT", "VERB", "CCONJ") for t in tokens[noun : i - 1]):
        return {}
    row = next((k for k in range(head + 1, noun) if IN_A_ROW.fullmatch(tokens[k].text.lower())), None)
    between = (k for k in range(noun + 1, i - 1) if tokens[k].head == i)
    moved: Moved = {i: (noun, "acl"), noun: (head, "xcomp"), **{k: (noun, tokens[k].deprel) for k in between}}
    return {} if row is None else {**moved, row: (noun, "amod")}


def what_that_was(tokens: Sequence[Token], i: int) -> Moved:
    """ "verdict" of "jailed her for two years, a verdict that could bar her from the vote", read as a second thing
    done: behind a comma it says what that was."""
    verb = tokens[i].head
    comma = next((k for k in range(i - 1, max(verb, i - SHORT), -1) if tokens[k].text == ","), 0)
    aside = 0 <= verb < comma and tokens[comma + 1].text in ("a", "an")
    told = aside and any(t.head == i and t.deprel == "acl:relcl" for t in tokens[i + 1 :])
    other = told and any(t.head == verb and t.deprel in ("obj", "iobj") for t in tokens[verb + 1 : comma])
    return {i: (verb, "parataxis")} if other else {}
