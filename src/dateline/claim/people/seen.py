"""What is known of the people and bodies that a report has named so far.

In:   the mentions of one report in order, with the trees of its sentences.
Out:  `Seen`: the earlier mentions by name, noun, body and title, the newest first, and what each goes back to.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dateline.claim.model import Mention
from dateline.claim.tree import Tree, Trees
from dateline.sentence.reading import Span

LOOKED: Final = 100  # different mentions of one name, noun or title that are looked at, the newest of them

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with where it stands in the parse."""

    mention: Mention
    sentence: int  # index among the sentences
    head: int  # index of its head word in the sentence


class _Index:
    """Mentions by word; of those that are alike in all that is asked about them, the newest."""

    def __init__(self) -> None:
        self.held: dict[str, dict[Key, int]] = {}

    def note(self, word: str, key: Key, k: int) -> None:
        """Keeps mention `k` under the word, in the place of an older one with the same key."""
        own = self.held.setdefault(word, {})
        own.pop(key, None)
        own[key] = k

    def newest(self, word: str) -> Iterator[int]:
        """The mentions under the word, the newest first, at most LOOKED of them."""
        return islice(reversed(self.held.get(word, {}).values()), LOOKED)


class Seen:
    """What is known of the people and bodies named so far: the span that each mention goes back to, gender and age."""

    def __init__(self, found: list[Found], trees: Trees) -> None:
        self.found = found
        self.trees = trees
        self.at = {span_of(f.mention): n for n, f in enumerate(found)}
        self.root: dict[Span, Span] = {}
        self.gender: dict[Span, str] = {}
        self.ages: dict[Span, int] = {}
        self.by_name = _Index()
        self.by_noun = _Index()
        self.by_body = _Index()
        self.of_title = _Index()
        self.people: list[int] = []  # persons so far, in order
        self.narrowing: dict[int, frozenset[str]] = {}  # what `_modifiers` found before

    def tree(self, k: int) -> Tree:
        """The tree of the sentence in which mention `k` stands."""
        return self.trees.of(self.trees.whole[self.found[k].sentence])

    def root_of(self, k: int) -> Span:
        """The span that mention `k` goes back to: its own where it refers to nothing."""
        span = span_of(self.found[k].mention)
        return self.root.get(span, span)


def span_of(m: Mention) -> Span:
    """The characters of a mention."""
    return m.anchor.start, m.anchor.end
