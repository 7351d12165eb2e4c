"""Words that the parser hung on the wrong verb, where the order of the words shows on which they belong.

In:   a sentence with its heads.
Out:  the same, with each such word hung on its own verb.
Room: claim. Every tree is asked, so each rule looks at a word, its neighbours and its head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.rehang_clauses import BY_RELATION
from dateline.sentence.reading import Sentence, Token

PHRASE: Final = 8  # words from an infinitive to the head of its object
SPOKEN: Final = frozenset({"interview", "speech", "briefing", "broadcast", "conference", "address"})
SAYING: Final = frozenset({"say", "report", "state", "insist", "maintain", "claim", "add", "announce", "tell"})
ONE: Final = frozenset({"a", "an", "his", "her", "their", "its"})


def rehung(sentence: Sentence) -> Sentence:
    """The sentence with its words hung on the verbs they belong to.

    "Miners occupied the mine and took eight managers hostage": what stands right behind the managers is said of them.
    "The board voted to remove the chief, Ana Roe": it is she that is to be removed.
    "He said prices would fall in a speech on Monday": in the speech he said so.
    "Had given striking doctors a week": doctors on strike, nothing that the giver did.
    "A blast hit Kor on Monday, killing nine people and trapping others": it hit on Monday, and nine people were killed.
    """
    tokens = sentence.tokens
    moved: dict[int, tuple[int, str]] = {}
    for i in range(1, len(tokens)):
        word = tokens[i]
        if word.deprel == "xcomp" and word.upos in ("NOUN", "ADJ"):
            object_ = tokens[i - 1]
            if object_.deprel == "obj" and word.head < object_.head < i - 1:
                moved[i] = object_.head, "xcomp"
        elif word.deprel == "obj" or (word.deprel == "obl" and word.upos == "NOUN" and tokens[i - 1].upos == "VERB"):
            if word.head < i - 2 and (verb := _infinitive_before(tokens, word.head, i)) is not None:
                moved[i] = verb, "obj"
        elif word.deprel == "obl" and word.text in SPOKEN and (said := _said_above(tokens, i)) is not None:
            behind = (k for k in range(i, len(tokens)) if tokens[k].head == word.head and "obl" in tokens[k].deprel)
            moved |= {k: (said, tokens[k].deprel) for k in behind}
        elif word.deprel == "advcl" and word.text.endswith("ing") and i + 1 < len(tokens):
            noun = tokens[i + 1]
            if word.head == i - 1 and noun.head == i - 1 and noun.deprel in ("obj", "iobj") and noun.upos == "NOUN":
                moved[i] = i + 1, "amod"
        elif word.deprel == "nsubj" and (first := _joined_ing(tokens, i)) is not None:
            moved |= {i: (first, "obj"), word.head: (first, "conj")}
        elif word.upos == "VERB" and word.deprel.startswith("nsubj") and _tells_which(tokens, i):
            moved |= {i - 1: (word.head, word.deprel), i: (i - 1, "acl")}
        elif word.deprel == "compound:prt" and _before_a_year(tokens, i):
            moved[i] = i + 1, "case"
        if "obl" in word.deprel and _past_comma(tokens, i):
            moved[i] = tokens[word.head].head, word.deprel
        if (rule := BY_RELATION.get(word.deprel)) is not None and i not in moved:
            moved |= rule(tokens, i)
    if not moved:
        return sentence
    new = tuple(replace(t, head=moved[i][0], deprel=moved[i][1]) if i in moved else t for i, t in enumerate(tokens))
    return replace(sentence, tokens=new, children=())


def _said_above(tokens: Sequence[Token], i: int) -> int | None:
    """The verb of saying above the verb that word `i`, an occasion on which one speaks, hangs on."""
    verb = tokens[i].head
    if not 0 <= verb < i or tokens[verb].deprel != "ccomp":
        return None
    said = tokens[verb].head
    case = next((k for k in range(i - 1, max(-1, i - 5), -1) if tokens[k].upos == "ADP"), 0)
    one = tokens[case].text in ("in", "at") and tokens[case + 1].text in ONE
    above = 0 <= said < verb and tokens[said].lemma.lower() in SAYING
    return (
        said if one and above and (tokens[i].text != "conference" or tokens[i - 1].text in ("news", "press")) else None
    )


def _infinitive_before(tokens: Sequence[Token], head: int, i: int) -> int | None:
    """The infinitive below the verb `head` right in front of the phrase of word `i`, where it has no object; so for
    "joining" of "ruled out joining a government"."""
    for k in range(i - 1, max(head + 1, i - PHRASE), -1):
        word = tokens[k]
        if word.upos == "VERB":
            below = word.deprel == "xcomp" and tokens[k - 1].text.lower() == "to"
            below = word.head == head and (below or (word.text.endswith("ing") and word.deprel in ("xcomp", "advcl")))
            return k if below and not any(t.deprel == "obj" and t.head == k for t in tokens) else None
        if word.upos in ("PUNCT", "ADP", "SCONJ", "CCONJ"):
            return None
    return None


def _joined_ing(tokens: Sequence[Token], i: int) -> int | None:
    """The first verb of "killing nine people and trapping others", where `i`, the people, is read as who trapped."""
    second = tokens[i].head
    if not (i + 1 < second < len(tokens)) or tokens[i + 1].text != "and" or not tokens[second].text.endswith("ing"):
        return None
    for k in range(i - 1, max(0, i - PHRASE), -1):
        if tokens[k].upos == "VERB":
            lone = tokens[k].text.endswith("ing") and tokens[k].deprel == "advcl" and tokens[k - 1].text == ","
            lone = lone and tokens[k].head != second
            return k if lone and not any(t.deprel == "obj" and t.head == k for t in tokens) else None
        if tokens[k].upos in ("PUNCT", "SCONJ", "CCONJ"):
            return None
    return None


def _before_a_year(tokens: Sequence[Token], i: int) -> bool:
    """ "in" of "an accord that was signed in 2026", where the parser sees a verb "sign in"."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    year = behind is not None and behind.upos == "NUM" and len(behind.text) == len("2026") and behind.text.isdigit()
    return year and behind is not None and tokens[i].text == "in" and behind.head == tokens[i].head


def _past_comma(tokens: Sequence[Token], i: int) -> bool:
    """ "on Monday" of "hit Kor on Monday, killing nine": what stands before the comma hangs on no verb behind it."""
    verb = tokens[i].head
    apart = verb == i + 2 and tokens[i + 1].text == "," and tokens[verb].text.endswith("ing")
    return apart and tokens[verb].deprel == "advcl" and 0 <= tokens[verb].head < i


def _tells_which(tokens: Sequence[Token], i: int) -> bool:
    """ "accused" of "a general accused of a raid went on trial", read as the subject, with the general as its own."""
    noun = tokens[i - 1]
    return noun.head == i and noun.deprel.startswith("nsubj") and noun.upos in ("NOUN", "PROPN") and tokens[i].head > i
