"""Remembers whose forces a report speaks of and in which country, for figures whose own words leave it open.

In:   a report's sentences.
Out:  Topics: the owner nearest before a word, else the only one of the report; the only country other than the owner.
Room: claim. Where two could be meant, none is: a missing owner costs less than a wrong one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from dateline.claim.figure.counted import begins_a_name, kind_of, owner, people_at
from dateline.lexicon.places import country, demonym, place
from dateline.sentence.reading import Sentence, Token

NOT_SENT: Final = frozenset(
    {"army", "military"}
)  # "Niger's army" is at home; its soldiers are not those counted abroad
PLACES: Final = frozenset({"in", "at", "inside", "across", "near", "within", "throughout"})
MOST: Final = 400  # words of a sentence that are looked through
NEAR: Final = 300  # characters back
STUFFS: Final = frozenset({"oil", "debris"})


EXITS: Final = frozenset({
    "withdrawal", "pullout", "pull-out", "departure", "exit", "presence", "deployment", "withdraw", "leave", "pull",
})  # fmt: skip
NOT_HERE: Final = frozenset({"from", "in", "of", "to", "with", "by", "against", "for"})


class Topics:
    """Whose and where, sentence by sentence."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.owners: list[tuple[int, str]] = []  # (character, owner)
        self.countries: set[str] = set()
        self.placed: set[str] = set()
        self.stuffs: list[tuple[int, str]] = []  # (character, the stuff named there): "oil"
        for sentence in sentences:
            for i, token in enumerate(sentence.tokens):
                if token.upos in ("PROPN", "ADJ", "NOUN") and token.text[:1].isupper():
                    self._country(sentence.tokens, i)
                row = kind_of(token.lemma)
                if row and row["family"] in STUFFS and token.upos == "NOUN":
                    self.stuffs.append((token.start, row["word"]))
                row = row or kind_of(token.text)
                if row and row["family"] == "troop":
                    self._note(sentence.tokens, i, row["word"])
                elif token.lemma.lower() in EXITS:
                    self._leaver(sentence.tokens, i)

    def _country(self, tokens: Sequence[Token], i: int) -> None:
        """Keeps the country that word i, alone or with the word before, names."""
        if (found := country_at(tokens, i)) and not _joined(tokens, i) and not _people(tokens[i].text):
            self.countries.add(found)
            if self._placed(tokens, i):
                self.placed.add(found)

    def _leaver(self, tokens: Sequence[Token], i: int) -> None:
        """Keeps the only owner named in the clause before a word of leaving: "US completes exit"."""
        named: set[str] = set()
        for k in range(max(0, i - 12), i):
            if tokens[k].upos == "PUNCT" and tokens[k].text not in (".", "-"):
                named.clear()
            found = owner(tokens[k].text)
            owned = k + 1 < len(tokens) and tokens[k + 1].text in ("'s", "’s")
            if found and not owned and not (k and tokens[k - 1].text.lower() in NOT_HERE):
                named.add(found)
        if len(named) == 1:
            self.owners.append((tokens[i].start, next(iter(named))))

    def _note(self, tokens: Sequence[Token], i: int, word: str) -> None:
        for k in range(i - 1, max(-1, i - 5), -1):
            if tokens[k].upos not in ("ADJ", "PROPN", "NOUN", "NUM", "PART"):
                return
            if found := owner(tokens[k].text):
                if word not in NOT_SENT and not (k + 1 < len(tokens) and tokens[k + 1].text in ("'s", "’s")):
                    self.owners.append((tokens[i].start, found))
                return

    def of(self, at: int) -> str | None:
        """Whose forces are meant at character `at`: the only owner told before, else the only one told just before."""
        before = [(s, o) for s, o in self.owners if s < at]
        for told in ({o for _, o in before}, {o for s, o in before if at - s <= NEAR}):
            if len(told) == 1:
                return next(iter(told))
        return None

    def stuff(self, at: int) -> str | None:
        """The stuff last named before character `at`, if not long before: of "300 tons had been lost" the oil."""
        k = bisect_left(self.stuffs, (at, ""))
        return self.stuffs[k - 1][1] if k and at - self.stuffs[k - 1][0] <= NEAR else None

    def where(self, of: str | None, tokens: Sequence[Token]) -> str | None:
        """The only country besides the owner that the sentence, else the report, names as a place, else at all."""
        words = range(min(len(tokens), MOST))
        here = {c for i in words if self._placed(tokens, i) and (c := country_at(tokens, i))}
        for named in (here, self.placed, self.countries):
            others = named - ({of} if of else set())
            if others:
                return next(iter(others)) if of and len(others) == 1 else None
        return None

    @staticmethod
    def _placed(tokens: Sequence[Token], i: int) -> bool:
        """Whether word i stands as a place: "in Chad", "in neighbouring Chad", "leave Niger"."""
        if tokens[i].upos != "PROPN" or not tokens[i].text[:1].isupper():
            return False
        k = i - 1
        while k > max(0, i - 4) and tokens[k].upos in ("ADJ", "DET", "PROPN"):
            k -= 1
        return k >= 0 and (tokens[k].text.lower() in PLACES or tokens[k].lemma.lower() in ("leave", "exit", "quit"))


def _people(word: str) -> bool:
    """Whether the word names people wherever they are: "the Argentines"."""
    return word.endswith("s") and demonym(word) is not None and place(word) is None


def _joined(tokens: Sequence[Token], i: int) -> bool:
    """Whether another country is told right before with an "and": "soldiers from Uruguay and Argentina" are of both."""
    linked = i > 1 and tokens[i - 1].text.lower() in ("and", "or")
    return linked and country_at(tokens, i - 2) is not None and not Topics._placed(tokens, i - 2)


def country_at(tokens: Sequence[Token], i: int) -> str | None:
    """The country that word i names, alone or with the word before: as a country, a town in it, or a demonym."""
    if begins_a_name(tokens, i):
        return None
    pair = f"{tokens[i - 1].text} {tokens[i].text}" if i else tokens[i].text
    found = people_at(tokens, i) or place(pair) or place(tokens[i].text)
    whole = country(found.country) if found is not None and found.country and found.kind != "region" else None
    return whole.name if whole else None
