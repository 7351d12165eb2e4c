"""Finds whose those counted are and where they are.

In:   a sentence with its parse and the mentions of the report, so that "its" and "the country" lead to a name.
Out:  the owner, the country, and the narrower spot ("at Agadez") of a counted phrase.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import (
    Counting,
    begins_a_name,
    bodies,
    country_of,
    kind_of,
    owner,
    people_at,
    phrase_of,
)
from dateline.claim.model import Mention
from dateline.claim.people.nouns import stands_for
from dateline.claim.tree import Tree
from dateline.lexicon.places import Place, demonym, place

# What ends the name of a firm that is called after a people.
FIRMS: Final = frozenset(
    {"Airlines", "Airways", "Air", "Steel", "Motors", "Telecom", "Petroleum", "Gas", "Rail", "Railways", "Oil",
     "Energy", "Bank", "Banking", "Insurance", "Group", "Corp", "Express", "Post", "Tobacco", "Aerospace", "Lines",
     "Shipping"}
)  # fmt: skip
HERE: Final = frozenset({"in", "at", "inside", "on", "across", "within", "near", "around", "throughout", "aboard"})
TOWARDS: Final = frozenset({"to", "into", "from", "out"})
MOSTLY: Final = frozenset({"most", "mostly", "mainly", "largely", "chiefly", "predominantly"})
HOSTS: Final = frozenset({"host", "house", "accommodate", "shelter"})
OWNERS: Final = frozenset({
    "have", "deploy", "keep", "station", "send", "withdraw", "maintain", "retain", "post", "pull", "base", "move",
    "remove", "employ", "train", "dispatch", "lose", "own", "operate", "suspend", "freeze", "halt", "pause", "give",
    "pledge", "cut", "recall", "repatriate", "bring", "see", "field", "commit", "relocate", "reposition",
})  # fmt: skip


LONGEST_NAME: Final = 60  # characters
FOLLOWED: Final = 5  # references followed from a pronoun to a name


class Reader:
    """Answers for one sentence; knows the mentions, so that "its" and "the country" lead to a name."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], by_span: dict[tuple[int, int], Mention]) -> None:
        self.tree = tree
        start, end = tree.sentence.start, tree.sentence.end
        self.mentions = [m for m in mentions if start <= m.anchor.start and m.anchor.end <= end]
        self.by_span = by_span

    def mention_at(self, i: int) -> Mention | None:
        """The shortest mention that ends with, or holds, word i."""
        token = self.tree.tokens[i]
        held = [m for m in self.mentions if m.anchor.start <= token.start and token.end <= m.anchor.end]
        return min(held, key=lambda m: (m.anchor.end - m.anchor.start, m.anchor.start), default=None)

    def named(self, i: int) -> str | None:
        """The words of the name that word i stands for, by reference where it is none itself."""
        token = self.tree.tokens[i]
        mention = self.root(i)
        if mention is not None and (mention.named or token.upos != "PROPN"):
            return mention.anchor.text
        if token.upos == "PROPN":
            return self.name_words(i)
        return None

    def name(self, i: int) -> str:
        """The name that word i ends, as the reader saw it, else the capitalised words: "Ever Hope"."""
        mention = self.mention_at(i)
        whole = mention is not None and mention.named and len(mention.anchor.text) <= LONGEST_NAME
        return mention.anchor.text if mention is not None and whole else self.name_words(i)

    def name_words(self, i: int) -> str:
        """The run of capitalised words that ends at word i."""
        low = i
        while low > 0 and self.tree.tokens[low - 1].upos == "PROPN" and low > i - 5:
            low -= 1
        return " ".join(t.text for t in self.tree.tokens[low : i + 1])

    def whose(self, i: int) -> str | None:
        """The country that word i names or stands for."""
        token = self.tree.tokens[i]
        if self._is_firm(i):
            return None
        direct = owner(token.text) or (owner(self.name_words(i)) if token.upos == "PROPN" else None)
        if direct:
            return direct
        words = self.named(i)
        if words is None:
            return None
        return owner(words) or next((o for w in words.split()[:6] if (o := owner(w)) and place(o)), None)

    def of(self, head: int, first: int, verb: int | None) -> tuple[str, int] | None:
        """Whose they are, and the word that says so."""
        tree = self.tree
        low, high = phrase_of(tree, head)
        for i in range(max(first, low), head):
            if found := ((self._people_at(i) if not self._in_name(i) else None) or self._two(i, head)):
                return found, i
        for i in tree.children(head, "nmod:poss"):
            if found := self.whose(i):
                return found, i
        for i in tree.children(head, "nmod"):
            if self.case(i) in ("of", "from", "by") and (found := self.whose(i)):
                return found, i
        if high > head:
            pass
        return self.subject_owner(head, verb)

    def _people_at(self, i: int) -> str | None:
        """Whose the word says they are, with the words before it; of "African American" the last word says so."""
        tokens = self.tree.tokens
        if demonym(tokens[i].text) and demonym(tokens[i + 1].text):
            return None
        found = people_at(tokens, i)
        return owner(tokens[i].text) if found is None else owner(found.demonyms[0])

    def _in_name(self, i: int) -> bool:
        """Whether word i is part of a company's name: "Air India", "Qatar Airways"; "the Indian navy" is India's."""
        mention = self.mention_at(i)
        if self._is_firm(i):
            return True
        if mention is None or not mention.named or mention.kind != "organisation" or demonym(self.tree.tokens[i].text):
            return False
        words = mention.anchor.text.removeprefix("the ").split()
        return (
            len(words) > 1 and words[-1][:1].isupper() and stands_for(words[-1]) is None and kind_of(words[-1]) is None
        )

    def _is_firm(self, i: int) -> bool:
        """Whether word i is of a firm's name that a people is in: "American Airlines", "British Steel"."""
        mention = self.mention_at(i)
        words = mention.anchor.text.removeprefix("the ").split() if mention is not None and mention.named else []
        return len(words) > 1 and words[-1] in FIRMS and any(demonym(w) is not None for w in words[:-1])

    def _two(self, i: int, head: int) -> str | None:
        """A body of two to four words that starts at i: "Department of Defense personnel"."""
        for n in (4, 3, 2):
            if i + n <= head and (found := bodies().get(" ".join(t.text for t in self.tree.tokens[i : i + n]).lower())):
                return found
        return None

    def subject_owner(self, node: int, verb: int | None) -> tuple[str, int] | None:
        """ "France had 1,500 troops": the subject of a verb of having or sending."""
        if verb is None or self.tree.tokens[verb].lemma not in OWNERS or self.tree.tokens[node].deprel == "nsubj":
            return None
        for i in self.subjects(verb):
            if found := self.whose(i):
                return found, i
        return None

    def keeper(self, head: int, verb: int | None) -> tuple[str, int] | None:
        """The company or body that has the things: "Ostra has 84 ships", "Ostra's 84 ships"."""
        ruled = verb is not None and self.tree.tokens[verb].lemma in OWNERS
        subjects = self.subjects(verb) if ruled and verb is not None and self.tree.rel(head) != "nsubj" else ()
        for i in (*self.tree.children(head, "nmod:poss"), *subjects):
            mention = self.root(i)
            if mention is not None and mention.named and mention.kind == "organisation":
                return mention.anchor.text, i
        return None

    def root(self, i: int) -> Mention | None:
        """The mention that word i is, or stands for."""
        mention, seen = self.mention_at(i), 0
        while mention is not None and mention.refers and seen < FOLLOWED:
            mention, seen = self.by_span.get(mention.refers), seen + 1
        return mention

    def subjects(self, verb: int) -> tuple[int, ...]:
        """Subjects of the verb, its governor's where it has none of its own ("agreed to withdraw")."""
        own = tuple(i for i in self.tree.children(verb) if self.tree.tokens[i].deprel == "nsubj")
        up = self.tree.up(verb)
        if own or up is None or self.tree.rel(verb) not in ("xcomp", "conj", "advcl", "ccomp"):
            return own
        if self.tree.rel(verb) == "ccomp" and self.tree.children(verb, "nsubj:pass"):
            return ()  # "the bank said that 5 million had been pledged" does not tell who pledged it
        return tuple(i for i in self.tree.children(up) if self.tree.tokens[i].deprel == "nsubj")

    def case(self, i: int) -> str:
        """The preposition of the phrase headed by word i."""
        found = self.tree.child(i, "case")
        return self.tree.low[found] if found is not None else ""

    def where(self, node: int, head: int | None, verb: int | None) -> tuple[Place | str, int, str] | None:
        """The place they are in: (place or facility, its word, the preposition)."""
        tree = self.tree
        if near := self._right_after(max(x for x in (node, head) if x is not None)):
            return near
        spots: list[tuple[int, int, str]] = []
        if verb is not None and self.case(verb) in HERE and (here := self.spot(verb)):
            return here, verb, self.case(verb)  # "some 200 soldiers had been at Agadez"
        for rank, i in enumerate(x for x in (head, node, verb) if x is not None):
            for k in tree.children(i, "nmod", "obl", "advmod", "orphan"):
                case = self.case(k)
                if case in HERE or (case in TOWARDS and i == verb):
                    spots.append((0 if case in HERE else 1, rank * 1000 + k, case))
        if verb is not None and tree.tokens[verb].lemma in ("leave", "exit", "quit", "depart", "reach", "enter"):
            spots += [(0, 3000 + k, "leave") for k in tree.children(verb, "obj") if k not in (node, head)]
        if verb is not None and tree.tokens[verb].lemma in HOSTS:
            spots += [(0, 3000 + k, "in") for k in self.subjects(verb)]
        for _, key, case in sorted(spots):
            if not self.of_most(key % 1000) and (found := self.spot(key % 1000)):
                return found, key % 1000, case
        return None

    def of_most(self, i: int) -> bool:
        """ "65 people, most of them in Karu": the place of most is not that of all."""
        case = self.tree.child(i, "case")
        return case is not None and bool(MOSTLY & set(self.tree.low[max(0, case - 3) : case]))

    def _right_after(self, last: int) -> tuple[Place | str, int, str] | None:
        """The place in the words right after the phrase: "1,000 personnel [in Niger]"."""
        tokens = self.tree.tokens
        if last + 2 >= len(tokens) or tokens[last + 1].text.lower() not in HERE:
            return None
        for i in range(last + 2, min(len(tokens), last + 6)):
            if (
                tokens[i].upos == "PROPN"
                and i + 2 < len(tokens)
                and tokens[i + 1].text == "of"
                and tokens[i + 2].upos == "PROPN"
            ):
                named = f"{self.name_words(i)} of {tokens[i + 2].text}"  # "in the Gulf of Aden" is no place called Gulf
                return place(named) or Place(named, "region", None, 0.0, 0.0), i, tokens[last + 1].text.lower()
            found = self.placed(i) or self._lone(i) if tokens[i].upos == "PROPN" else None
            if found is not None and not (found.kind == "city" and self._the(i)):
                if (
                    i + 2 < len(tokens)
                    and tokens[i + 1].text == ","
                    and place(tokens[i + 2].text)
                    and found.kind != "country"
                ):
                    return found, i, tokens[last + 1].text.lower()
                return found, i, tokens[last + 1].text.lower()
            if found is None and tokens[last + 1].text.lower() == "in" and (other := self.untabled(i)):
                return other, i, "in"
            if tokens[i].upos not in ("DET", "ADJ", "PROPN", "NOUN"):
                break
            if tokens[i].upos == "NOUN" and (found_by := self.spot(i)):
                return found_by, i, tokens[last + 1].text.lower()
        return None

    def spot(self, i: int) -> Place | str | None:
        """The place or facility that word i names, looked for down its phrase ("the installation in Agadez, Niger")."""
        found = place(self.named(i) or "") or self.placed(i)
        if found and not (found.kind == "city" and self._the(i)):
            return found
        mention = self.mention_at(i)
        if mention is not None and mention.kind == "facility" and mention.named:
            return mention.anchor.text
        if mention is not None and mention.kind == "place" and mention.named and self.case(i) == "in":
            return Place(
                mention.anchor.text, "region", None, 0.0, 0.0
            )  # one the table does not know: only its name is used
        for k in self.tree.children(i, "nmod", "appos"):
            deeper = self.placed(k) if self.case(k) in ("in", "at", "of", "near", "") else None
            if deeper is None and self.case(k) == "of" and self.case(i) == "in":
                deeper = self.untabled(k)  # "in the nearby village of Besk"
            if deeper and not (deeper.kind == "city" and self._the(k)):
                return deeper
        return None

    def placed(self, i: int) -> Place | None:
        """The place of the name that word i ends; "York" of "New York" is no place of its own."""
        if begins_a_name(self.tree.tokens, i):
            return None
        words, before = self.name_words(i), i - len(self.name_words(i).split())
        if 0 < before < i and self.tree.tokens[before].upos == "ADJ" and self.tree.tokens[before].text[:1].isupper():
            words = f"{self.tree.tokens[before].text} {words}"
        return place(words or self.tree.tokens[i].text) if words or self.tree.tokens[i].upos != "PROPN" else None

    def _lone(self, i: int) -> Place | None:
        """The place of word i by itself: the Verrin of "Old Verrin"; but no York of "New York City"."""
        tokens = self.tree.tokens
        if begins_a_name(self.tree.tokens, i):
            return None
        new = i and tokens[i - 1].text[:1].isupper() and tokens[i - 1].end == tokens[i].start - 1
        return place(tokens[i].text) if not new or tokens[i - 1].upos == "PROPN" else None

    def untabled(self, i: int) -> Place | None:
        """The place word i names that the table of places does not hold; only its name is of use."""
        mention = self.mention_at(i)
        named = mention is not None and mention.named and mention.kind == "place"
        return Place(mention.anchor.text, "region", None, 0.0, 0.0) if named and mention is not None else None

    def _the(self, i: int) -> bool:
        """Whether "the" stands before the name: "the Aurora" is a ship, no town."""
        low = i
        while low > 0 and self.tree.tokens[low - 1].upos == "PROPN":
            low -= 1
        return low > 0 and self.tree.low[low - 1] in ("the", "a", "an")


def with_place(counting: Counting, found: tuple[Place | str, int, str] | None) -> Counting:
    """The counting with its place: the country, and the narrower spot where one is named."""
    if found is None:
        return counting
    spot, at, case = found
    if isinstance(spot, str):
        return replace(counting, spot=f"at {spot}", where_at=at)
    if spot.kind in ("country", "continent", "region"):
        return replace(counting, where=spot.name, where_at=at)
    narrow = f"at {spot.name}" if case in HERE or case == "leave" else None
    return replace(counting, where=country_of(spot), where_at=at, spot=narrow)
