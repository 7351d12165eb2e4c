"""Mends attachments that the order of the words rules out, whatever the scores say.

In:   the words of one sentence with their tags, heads and relations.
Out:  the heads and relations, some of them mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it:

- `before_speech`  "The road was reopened on Thursday, the ministry said." What stands before the comma that a speech
  verb and its subject follow belongs to what is said, not to the saying.
- `before_mark`    "It was shut on Friday after water entered the hall." Nothing left of a clause's own opening word
  belongs to that clause.
- `particles`      "The plant was shut down on Friday." A particle belongs to the verb that it follows.
- `two_subjects`   "Its operator Enerco said ..." Two subjects side by side are one, named twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

SUBJECTS: Final = ("nsubj", "nsubj:pass")
ADJUNCTS: Final = ("obl", "obl:unmarked", "obl:agent", "advmod", "advcl", "obj", "iobj", "xcomp", "compound:prt")
MOVED: Final = ("obl", "obl:unmarked", "advmod", "compound:prt", "obj")


@dataclass(slots=True)
class Words:
    """One sentence while it is mended; heads are indices, -1 for the root."""

    texts: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]

    def under(self, head: int, *relations: str) -> list[int]:
        """The dependents of the word, of those relations where any are named."""
        return [n for n, h in enumerate(self.heads) if h == head and (not relations or self.relations[n] in relations)]

    def above(self, word: int, over: int) -> bool:
        """Whether `over` is the word itself or somewhere above it."""
        for _ in self.heads:
            if word == over:
                return True
            word = self.heads[word]
            if word < 0:
                return False
        return False


def mended(words: Words) -> None:
    """Applies every rule, in order, to the heads and relations."""
    particles(words)
    two_subjects(words)
    before_speech(words)
    before_mark(words)


def before_speech(w: Words) -> None:
    """Gives to what is said all that stands before the comma of the saying."""
    for verb in range(len(w.heads)):
        if w.tags[verb] != "VERB":
            continue
        subject = next((n for n in w.under(verb, *SUBJECTS)), None)
        said = next((n for n in w.under(verb, "ccomp", "parataxis") if n < verb), None)
        if subject is None or said is None or not said < subject:
            continue
        comma = next((n for n in range(min(subject, verb) - 1, said, -1) if w.texts[n] == ","), None)
        if comma is None:
            continue
        for n in w.under(verb, *ADJUNCTS):
            if n < comma:
                w.heads[n] = said


def before_mark(w: Words) -> None:
    """Takes from a clause what stands left of its opening word, and gives it to the verb before that."""
    for verb in range(len(w.heads)):
        mark = next((n for n in w.under(verb, "mark") if w.tags[n] in ("SCONJ", "ADP") and n < verb), None)
        if mark is None:
            continue
        for n in w.under(verb, *MOVED):
            if n < mark:
                outer = next((v for v in range(n - 1, -1, -1) if w.tags[v] == "VERB" and not w.above(v, n)), None)
                if outer is not None and not w.above(outer, verb):
                    w.heads[n] = outer


def particles(w: Words) -> None:
    """Gives a particle to the verb that it follows."""
    for n, relation in enumerate(w.relations):
        if relation == "compound:prt" and n and w.heads[n] != n - 1 and w.tags[n - 1] == "VERB":
            w.heads[n] = n - 1


def two_subjects(w: Words) -> None:
    """Makes of two subjects side by side one with its name."""
    for verb in range(len(w.heads)):
        subjects = w.under(verb, *SUBJECTS)
        for first, second in pairwise(subjects):
            side_by_side = second == first + 1 or all(w.above(n, second) for n in range(first + 1, second))
            if side_by_side and w.tags[second] == "PROPN" and second < verb:
                w.heads[second], w.relations[second] = first, "appos"
