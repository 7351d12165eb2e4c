"""Times that are not those of the event the parser hung them on: a day right behind "said", the day to which a thing is
put off, a year in front of a noun, a past day of what lies ahead.

In:   the tree, the word that heads a time, the event above it.
Out:  whether the time is another word's, or no event's at all.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree
from dateline.sentence.times.model import TimeExpression

PUTTING_OFF: Final = word_list("postpone delay defer reschedule move extend adjourn bring shift")
ASIDE: Final = 6  # words between "due" and its day
SAYING: Final = frozenset({"said", "saying", "says"})


def right_behind_saying(tree: Tree, word: int) -> int | None:
    """ "will lose 4 billion, agencies quoted the minister as saying on Thursday": a day right behind a word of saying
    is the day it was said, wherever the parser hung it."""
    first = min((word, *tree.children(word, "case")))
    verb = tree.tokens[first - 1] if first else None
    saying = verb is not None and verb.upos == "VERB" and verb.text.lower() in SAYING
    if not saying or tree.up(word) == first - 1:
        return None
    return first - 1


def names_a_thing(tree: Tree, word: int, by_word: dict[int, int]) -> bool:
    """ "ended the 2012 accord", "met the May 15 deadline": a time in front of a noun that is no event tells which."""
    up = tree.up(word)
    in_front = tree.tokens[word].deprel in {"nummod", "compound", "amod", "nmod:unmarked", "nmod:poss"}
    return in_front and up is not None and up > word and tree.tokens[up].upos == "NOUN" and up not in by_word


def due(tree: Tree, word: int) -> bool:
    """ "has been paid, with the rest due in June", "the trial, due to open on Thursday, was put off": what something
    is due for is no day of the verb outside."""
    if any(tree.tokens[k].text.lower() == "due" for k in tree.children(word, "case")):
        return True
    near = range(max(1, word - ASIDE), word)
    return any(tree.tokens[k].text.lower() == "due" and tree.tokens[k - 1].text == "," for k in near)


def put_off_to(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "was put off from Friday to Monday": the days it was to be and is now to be, not when it was put off."""
    up, case = tree.up(word), tree.child(word, "case")
    to = time.preposition or (tree.tokens[case].text.lower() if case is not None else "")
    moved = up is not None and tree.tokens[up].lemma.lower() in PUTTING_OFF
    if not moved and up is not None and tree.tokens[up].lemma.lower() in {"put", "push"}:
        moved = any(tree.tokens[k].text.lower() in {"off", "back"} for k in tree.children(up, "compound:prt", "advmod"))
    return moved and to in {"to", "until", "till", "from"}


def lies_ahead(tree: Tree, event: Happening) -> bool:
    """Whether a verb speaks of what is to come: an infinitive, or "will" beside it; no past day is its own."""
    beside = {tree.tokens[k].text.lower() for k in tree.children(event.carrier, "aux", "mark")}
    done = beside & {"have", "having"}
    return not event.noun and not done and bool(beside & {"to", "will", "'ll", "’ll"})
