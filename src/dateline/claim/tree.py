"""Walks the parse of one sentence.

In:   a Sentence with Universal Dependencies heads, as good or bad as the parser left them.
Out:  dependents, spans of phrases, governors; linear in the sentence, and it ends even where heads form a ring.
Room: claim.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, wraps
from typing import Any, Final, TypeVar

from dateline.claim.rehang.table import rehung
from dateline.lexicon.ordinals import IN_A_ROW
from dateline.sentence.reading import Sentence, Token

WHO: Final = "WHO"  # a body, and no pronoun
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
NAME_PARTS: Final = frozenset({"compound", "flat", "goeswith", "fixed"})
# Dependents that are no part of a noun phrase's own words: its clauses, and what is only joined on.
LEFT_OUT: Final = frozenset({"acl:relcl", "acl", "appos", "conj", "cc", "parataxis", "advcl", "list", "ccomp", "punct",
                             "discourse", "dep", "orphan", "cop", "nsubj", "aux", "obl", "advcl:relcl", "csubj",
                             "mark", "reparandum", "vocative", "dislocated"})  # fmt: skip
NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never"})
AGO: Final = frozenset({"ago", "earlier", "later"})  # "a raid two years ago": when it was, and no part of its name
AT_LEAST: Final = (["at", "least"], ["at", "most"])
BREAKS: Final = frozenset({"VERB", "AUX", "SCONJ"})  # no noun phrase of its own words goes beyond these
ENDS: Final = frozenset(".!?:;…”\"’')]»*•")  # what a sentence ends with; a line without any ends at its break
REACH: Final = 400  # dependents looked at per word; a table in the text can give one word ten thousand


T = TypeVar("T")


def asked_often(answer: Callable[[Tree, int], T]) -> Callable[[Tree, int], T]:
    """A question about a word of a tree that many rules ask: worked out at the first time and kept with the tree."""

    @wraps(answer)
    def kept(t: Tree, i: int) -> T:
        known: Any = t.answers.get((answer, i), t)
        found: T = known if known is not t else answer(t, i)  # no question is answered with the tree itself
        if known is t:
            t.answers[answer, i] = found
        return found

    return kept


@cache
def base(deprel: str) -> str:
    """The relation without its subtype.

    >>> base("nsubj:pass")
    'nsubj'
    """
    return deprel.split(":", 1)[0]


def _with_body(sentence: Sentence) -> Sentence:
    """The sentence with "WHO" for the body it is, where not all of it is in capitals: the parser sees a pronoun."""
    at = [i for i, token in enumerate(sentence.tokens) if token.text == WHO]
    if not at or all(t.text == t.text.upper() for t in sentence.tokens):
        return sentence
    tokens = tuple(replace(t, upos="PROPN", lemma=WHO) if i in at else t for i, t in enumerate(sentence.tokens))
    return replace(sentence, tokens=tokens, children=())


class Tree:
    """A sentence with its dependents and the reach of every phrase, computed once."""

    __slots__ = (
        "answers", "by_relation", "ends", "full", "heads", "kids", "left", "low", "near", "plain", "right", "said",
        "sentence", "starts", "tokens",
    )  # fmt: skip

    def __init__(self, sentence: Sentence) -> None:
        sentence = rehung(_with_body(sentence))
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.said = " ".join([token.text for token in self.tokens])
        self.low = [
            w if (w := t.text) == WHO and t.upos == "PROPN" else w.lower() for t in self.tokens
        ]  # in lower case
        self.starts = [token.start for token in self.tokens]
        self.ends = [token.end for token in self.tokens]
        self.full = [token.deprel for token in self.tokens]
        own = range(len(self.tokens))
        self.heads = [t.head if t.head != i and t.head in own else None for i, t in enumerate(self.tokens)]
        self.plain = [base(rel) for rel in self.full]
        self.kids = _kids(sentence)
        self.near = [own[:REACH] for own in self.kids]
        self.by_relation = [self._sorted(own) for own in self.near]
        self.answers: dict[tuple[Callable[[Tree, int], Any], int], Any] = {}
        self.left, self.right = _reach(self.tokens, self.kids)

    def up(self, i: int) -> int | None:
        """The governor, or None for a root (or a head that points outside the sentence)."""
        return self.heads[i]

    def rel(self, i: int) -> str:
        """The relation of word `i` to its governor, without subtype."""
        return self.plain[i]

    def children(self, i: int, *rels: str) -> tuple[int, ...]:
        """Dependents of word `i` in order; with `rels`, those whose relation is one of them, subtype ignored
        unless it is given."""
        near = self.near[i]
        if not near or not rels:
            return near
        own = self.by_relation[i]
        if len(rels) == 1:
            return own.get(rels[0], ())
        found: tuple[int, ...] = ()
        for rel in rels:
            more = own.get(rel)
            if more:
                found = tuple(sorted({*found, *more})) if found else more
        return found

    def _sorted(self, kids: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
        """The dependents by relation, with and without its subtype."""
        out: dict[str, tuple[int, ...]] = {}
        for k in kids:
            plain, full = self.plain[k], self.full[k]
            out[plain] = (*out.get(plain, ()), k)
            if full != plain:
                out[full] = (*out.get(full, ()), k)
        return out

    def child(self, i: int, *rels: str) -> int | None:
        """The first dependent of word `i` with one of the relations, or None."""
        own = self.by_relation[i]
        firsts = [own[rel][0] for rel in rels if rel in own] if own else None
        return min(firsts) if firsts else None

    def ancestors(self, i: int, limit: int = 60) -> list[int]:
        """Governors from near to far, at most `limit`."""
        out: list[int] = []
        seen = {i}
        at = self.up(i)
        while at is not None and at not in seen and len(out) < limit:
            out.append(at)
            seen.add(at)
            at = self.up(at)
        return out

    def phrase(self, i: int, leave_out: frozenset[str] = frozenset()) -> tuple[int, int]:
        """First and last word of everything under `i`, without dependents whose relation is in `leave_out`."""
        low, high = i, i
        for k in self.near[i]:
            rel = self.tokens[k].deprel
            if rel in leave_out or base(rel) in leave_out:
                continue
            low, high = min(low, self.left[k]), max(high, self.right[k])
        return low, high

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The characters from word `first` to word `last`, punctuation at both ends cut off."""
        while first < last and self.tokens[first].upos == "PUNCT":
            first += 1
        while last > first and self.tokens[last].upos == "PUNCT":
            last -= 1
        return self.tokens[first].start, self.tokens[last].end

    @asked_often
    def noun_phrase(self, i: int) -> tuple[int, int]:
        """First and last word of the noun phrase headed by `i`: with "of", "for" and "to" phrases that follow at
        once, without relative clauses, appositions, other halves of a coordination and later adverbials."""
        low, high = self._own_words(i)
        low = self._not_beyond(i, low)
        head = i
        for _ in range(6):  # "the head of the council of ministers of the republic"
            more = [k for k in self.near[i] if k > i and self._joins(k, high)]
            if not more:
                break
            i = more[0]
            high = max(high, self._own_words(i)[1])
        for k in range(head + 1, high + 1):
            if self.tokens[k].upos in BREAKS and self.tokens[k].deprel not in {"amod", "compound", "flat"}:
                return low, max(head, k - 1)
        return low, high

    def _not_beyond(self, i: int, low: int) -> int:
        """Where the phrase really starts: a parse may hang half a sentence before a noun."""
        for k in range(i - 1, max(low, i - 14) - 1, -1):
            token = self.tokens[k]
            joins = token.text in {"-", "–", "/", "'", "’", '"', "“", "”"}
            if token.upos == "PUNCT" and (joins or (token.text == "," and self.lists(k, i))):
                continue
            if self.bounds(k):
                return k
            if token.upos in BREAKS | {"ADP", "PUNCT"} and token.deprel not in {"amod", "compound", "flat", "det"}:
                return k + 1
        low = max(low, i - 14)
        while low < i and self.tokens[low].upos in {"PUNCT", "CCONJ", "ADP"} and not self.bounds(low):
            low += 1
        return low

    def lists(self, comma: int, i: int) -> bool:
        """Whether the comma parts two words of the same phrase: "long, hot days", "its land, sea and air borders"."""
        if not 0 < comma < len(self.tokens) - 1:
            return False
        before, behind = self.tokens[comma - 1], self.tokens[comma + 1]
        kinds = (before.deprel, before.head) == ("compound", i) and behind.deprel in {"compound", "conj"}
        return kinds or before.upos == behind.upos == "ADJ"

    def bounds(self, i: int) -> bool:
        """Whether the word opens the bounds of a number: "at least six", "between 40 and 50"."""
        if self.low[i] == "between" and self.low[i + 2 : i + 3] == ["and"]:
            return all(t.upos == "NUM" for t in (self.tokens[i + 1], *self.tokens[i + 3 : i + 4]))
        return self.low[i : i + 2] in AT_LEAST

    def _own_words(self, i: int) -> tuple[int, int]:
        """The noun with its determiners, adjectives, numbers and name parts, no phrases after it."""
        low, high = i, i
        for k in self.near[i]:
            token = self.tokens[k]
            rel = base(token.deprel)
            if rel in LEFT_OUT or token.deprel in LEFT_OUT or token.upos == "PUNCT":
                continue
            if k < i and rel != "case":
                low = min(low, self.left[k])
            elif k > i and token.deprel not in {"nmod", "case"} and rel != "obl" and self.low[k] not in AGO:
                high = max(high, self.right[k])
        return low, high

    def _joins(self, k: int, high: int) -> bool:
        """Whether a phrase after the noun belongs to its name: "commander of the guard", "ambassador to Niger"."""
        if self.tokens[k].deprel != "nmod" or self.left[k] > high + 1:
            return False
        case = self.child(k, "case")
        return case is not None and self.low[case] in {"of", "for", "to"}

    def words_in(self, start: int, end: int) -> range:
        """The words that share a character with [start, end)."""
        low = bisect_right(self.ends, start)
        high = bisect_left(self.starts, end, low)
        return range(low, max(low, high))

    def text(self, first: int, last: int) -> str:
        """The lemmas are no help for multiword names; this is the words themselves, one space between."""
        return " ".join(t.text for t in self.tokens[first : last + 1])


def several(t: Tree, i: int) -> bool:
    """Whether word `i` is a common noun in the plural."""
    token = t.tokens[i]
    return token.upos == "NOUN" and token.text.lower() != token.lemma.lower()


def marked_to(t: Tree, i: int) -> bool:
    """Whether the word is an infinitive with "to"."""
    return any(t.low[k] == "to" for k in t.children(i, "mark"))


def is_gerund(t: Tree, i: int) -> bool:
    """Whether the verb stands as a noun would: "of paying thugs", "of having paid thugs", "the mill being sold"."""
    first = next(iter(t.children(i, "aux", "aux:pass")), i)
    return t.low[first].endswith("ing") and not marked_to(t, i)


def negated(t: Tree, i: int) -> bool:
    """ "not to go", "never asked": whether word `i` has a word of negation right below it."""
    return any(t.low[k] in NEGATIONS for k in t.children(i, "advmod"))


def is_gerund_subject(t: Tree, i: int) -> bool:
    """ "Clearing the channel took weeks": an -ing form in front of a verb that has no other subject."""
    up = t.up(i)
    if up is None or i >= up or t.rel(i) not in {"advcl", "csubj", "xcomp"} or t.tokens[up].upos != "VERB":
        return False
    alone = not t.children(i, "mark", "nsubj", "aux") and not t.children(up, "nsubj")
    return alone and t.low[i].endswith("ing")


def in_a_row(t: Tree, noun: int) -> bool:
    """Whether the noun has its number in a row: "the first ship to dock", "the 94th country to recognise it"."""
    return any(IN_A_ROW.fullmatch(t.low[k]) for k in t.children(noun, "amod", "nummod"))


def tree(sentence: Sentence) -> Tree:
    """The tree of a sentence."""
    return Tree(sentence)


class Trees:
    """The trees of one report, each made at the first question: several rules ask for the same sentence."""

    __slots__ = ("_made", "whole")

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.whole = whole(sentences)
        self._made: dict[int, Tree] = {}  # by identity; a tree keeps its sentence, so no number is given twice

    def of(self, sentence: Sentence) -> Tree:
        """The tree of a sentence; asked again for the same object, the same tree."""
        known = self._made.get(id(sentence))
        if known is None:
            known = self._made[id(sentence)] = Tree(sentence)
        return known


def whole(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those joined that a reader cut in the middle: "..., | The Gazette reported." """
    out: list[list[Sentence]] = []
    for s in sentences:
        last = out[-1][-1] if out else None
        if last is not None and last.line == s.line and (_open(last) or _dash(s)):
            out[-1].append(s)
        else:
            out.append([s])
    return tuple(parts[0] if len(parts) == 1 else _join(parts) for parts in out)


def _open(s: Sentence) -> bool:
    """Whether the sentence cannot end where it was cut: at a word, at a comma, or at a comma and a closing quote."""
    if not s.tokens:
        return False
    end = s.tokens[-1].text
    before = s.tokens[-2].text if len(s.tokens) > 1 else ""
    return end[-1:] not in ENDS or (end in {"”", '"', "’", "'", "''"} and before == ",") or end in {",”", ',"'}


def _dash(s: Sentence) -> bool:
    """Whether it is only the speaker behind a quotation: "— Ann Roe"."""
    return bool(s.tokens) and s.tokens[0].text in {"―", "—", "–", "--"}


def _join(parts: list[Sentence]) -> Sentence:
    tokens: list[Token] = []
    for part in parts:
        shift = len(tokens)
        tokens += [replace(t, head=t.head + shift) for t in part.tokens]
    return Sentence(parts[0].start, parts[-1].end, tuple(tokens), parts[0].line)


def _kids(sentence: Sentence) -> tuple[tuple[int, ...], ...]:
    if len(sentence.children) == len(sentence.tokens):
        return sentence.children
    out: list[list[int]] = [[] for _ in sentence.tokens]
    for i, token in enumerate(sentence.tokens):
        if token.head != i and 0 <= token.head < len(sentence.tokens):
            out[token.head].append(i)
    return tuple(tuple(k) for k in out)


def _reach(tokens: tuple[Token, ...], kids: tuple[tuple[int, ...], ...]) -> tuple[list[int], list[int]]:
    """The leftmost and rightmost word under each word; words in a ring of heads reach only themselves."""
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    order = [i for i, t in enumerate(tokens) if t.head == i or not 0 <= t.head < len(tokens)]
    for i in order:  # grows while it is walked: a root, then all that hangs on it
        order.extend(kids[i])
        if len(order) > len(tokens):
            break
    for i in reversed(order):
        head = tokens[i].head
        if head != i and 0 <= head < len(tokens):
            left[head], right[head] = min(left[head], left[i]), max(right[head], right[i])
    return left, right
