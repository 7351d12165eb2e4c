"""The parse of one sentence while it is mended.

In:   words with their tags, heads and relations, as the scores gave them.
Out:  the same, open to change; dependents found once for as long as no head changes.
Room: sentence.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Final, TypeVar

SUBJECTS: Final = ("nsubj", "nsubj:pass")
NOUNS: Final = ("NOUN", "PROPN")
CLAUSES: Final = ("root", "ccomp", "parataxis", "conj")  # of a verb that says something by itself
DATES: Final = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name) if name)


T = TypeVar("T")


class Noted(list[T]):
    """Heads or relations of the words of a sentence; they know whether one was changed."""

    changed = True

    def __setitem__(self, word: Any, new: Any) -> None:
        self.changed = True
        super().__setitem__(word, new)


@dataclass(slots=True)
class Words:
    """One sentence while it is mended; heads are indices, -1 for the root."""

    texts: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]
    said: frozenset[str] = field(init=False)  # the words in lower case
    _heads: Noted[int] = field(init=False)  # the same as `heads`
    _relations: Noted[str] = field(init=False)  # the same as `relations`
    _present: frozenset[str] = field(init=False, default=frozenset())  # the relations that some word has
    _dependents: list[list[int]] = field(init=False, default_factory=list)  # by head, the root's last

    def __post_init__(self) -> None:
        self.heads = self._heads = Noted(self.heads)
        self.relations = self._relations = Noted(self.relations)
        self.said = frozenset(text.lower() for text in self.texts)

    def under(self, head: int, *relations: str) -> list[int]:
        """The dependents of the word, of those relations where any are named."""
        if self._heads.changed:
            self._find_dependents()
        held, own = self._dependents[head], self.relations
        if not held or not relations:
            return held.copy()
        return [n for n in held if own[n] in relations]

    def _find_dependents(self) -> None:
        self._dependents = [[] for _ in range(len(self.heads) + 1)]
        for n, head in enumerate(self.heads):
            self._dependents[head].append(n)
        self._heads.changed = False

    def present(self) -> frozenset[str]:
        """The relations that the words of the sentence have."""
        if self._relations.changed:
            self._present = frozenset(self.relations)
            self._relations.changed = False
        return self._present

    def governing(self, *relations: str) -> list[int]:
        """The words that have a dependent of one of the relations, in order."""
        return sorted({h for h, own in zip(self.heads, self.relations, strict=True) if own in relations and h >= 0})

    def start(self, word: int) -> int:
        """The first word of a phrase, punctuation left out."""
        return min([word, *(k for k in self.under(word) if self.tags[k] != "PUNCT")])

    def subject_of(self, verb: int) -> str:
        """The relation of a subject to the verb, active or passive."""
        return "nsubj:pass" if self.under(verb, "aux:pass") else "nsubj"

    def above(self, word: int, over: int) -> bool:
        """Whether `over` is the word itself or somewhere above it."""
        for _ in self.heads:
            if word == over:
                return True
            word = self.heads[word]
            if word < 0:
                return False
        return False


Rule = Callable[[Words], None]


def only_with(*relations: str, words: Iterable[str] = ()) -> Callable[[Rule], Rule]:
    """Marks a rule that changes nothing in a sentence without any of the relations, or without any of the words (in
    lower case): there it is not asked. Most of a hundred rules have nothing to mend in most sentences."""
    said = frozenset(words)

    def marked(rule: Rule) -> Rule:
        @wraps(rule)
        def asked(w: Words) -> None:
            if (said and said.isdisjoint(w.said)) or (relations and w.present().isdisjoint(relations)):
                return
            rule(w)

        return asked

    return marked
