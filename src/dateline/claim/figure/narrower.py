"""Finds the narrower kind of what an amount measures: the unemployment of a rate, the fuel of a bill; the cases of a
disease that are only suspected.

In:   a sentence with its parse and a Counting in it.
Out:  a word or two ("unemployment", "pretax", "cow"), None where the words before and behind the noun tell no kind.
Room: claim. A rate of births and a rate of interest are two questions; so are gross and net profit. The adjectives that
      tell a kind are a table, `counted_kinds`; others ("record", "high") tell how it is looked at.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import Counting, Spot, kind_of, lemma_of, of_time, time_words
from dateline.claim.figure.counting import clause_of
from dateline.claim.figure.money import PORTIONS
from dateline.claim.tree import Tree
from dateline.lexicon.places import demonym, place
from dateline.lexicon.tables import Row, table

LONGEST: Final = 2  # words of a kind
MEASURED: Final = frozenset({"percent", "share", "point", "percentage point", "basis point"})
OF_WHAT: Final = frozenset({  # nouns that say nothing without what they are of: "the price of a cow"
    "price", "cost", "rate", "value", "bill", "output", "production", "export", "import", "shipment", "delivery",
    "consumption", "supply", "sale", "volume", "harvest", "stock", "stockpile", "share", "fall", "rise", "drop",
    "increase", "decline", "growth", "level", "amount", "number", "fee", "fare", "tax", "demand", "reserve",
})  # fmt: skip
FROM_ABROAD: Final = frozenset({"foreign", "international", "overseas", "external", "outside"})
GIVEN: Final = frozenset({"aid", "assistance", "help", "relief", "support"})  # what is given to a land is from abroad
NO_KINDS: Final = frozenset({
    "record", "target", "estimate", "forecast", "peak", "figure", "level", "total", "number", "percent", "percentage",
    "half", "third", "quarter", "fraction", "majority", "minority", "thing", "part", "rest", "time", "kind", "sort",
    "dollar", "euro", "pound", "cent", "half-year", "unit", "kilo", "kilogram", "kilogramme", "litre", "liter",
    "barrel", "tonne", "ton", "bushel", "ounce", "gallon", "sack", "bag", "box", "value",
})  # fmt: skip
HELD_BY: Final = frozenset(
    {"capacity", "goal", "target", "ceiling", "limit", "cap"}
)  # what a thing has that its clause is about
SUSPECTED: Final = frozenset({"suspected", "probable", "possible", "unconfirmed"})
CASE: Final = "case"


def as_suspected(tree: Tree, spot: Spot, counting: Counting) -> Counting:
    """Cases that nobody has confirmed are counted by themselves: "11 confirmed and 27 suspected cases"."""
    row = kind_of(counting.counted)
    if row is None or row["family"] != CASE or counting.head is None:
        return counting
    first = spot.last + 1 if spot.last < counting.head else counting.head - LONGEST  # "the number of suspected cases"
    told = tree.low[max(0, first) : counting.head]
    told = told[: next((n for n, word in enumerate(told) if word in ("and", "or", ",")), len(told))]
    return replace(counting, states=("suspected",)) if SUSPECTED & set(told) else counting


@cache
def _telling() -> frozenset[str]:
    """The adjectives that tell a kind."""
    return frozenset(row["word"] for row in table("counted_kinds"))


def narrower(tree: Tree, counting: Counting) -> str | None:
    """The kind of what is measured; None for people and things that are counted one by one."""
    measured = counting.unit in MEASURED or is_currency(counting.unit) or counting.states[:1] == ("cost",)
    at = counting.head
    if at is None or not (measured or _amount_of(tree, at)) or tree.tokens[at].upos not in ("NOUN", "PROPN"):
        return None
    row = kind_of(counting.counted)
    if row is not None and row["unit"] == "person":
        return None
    if counting.counted in HELD_BY and (holder := _holder(tree, counting)) is not None:
        return holder
    return _before(tree, at, row) or (_of(tree, at) if tree.tokens[at].lemma.lower() in OF_WHAT else None)


def _holder(tree: Tree, counting: Counting) -> str | None:
    """The reservoir of "the reservoirs were at 18 percent of capacity"."""
    verb = clause_of(tree, counting.last)
    own = tree.children(verb, "nsubj", "nsubj:pass") if verb is not None else ()
    subjects = [k for k in own if k < counting.last] or [k for k in range(counting.last) if tree.rel(k) == "nsubj"]
    noun = next((k for k in subjects if tree.tokens[k].upos == "NOUN" and k != counting.head), None)
    return lemma_of(tree, noun) if noun is not None else None


def _amount_of(tree: Tree, at: int) -> bool:
    return tree.tokens[at].lemma.lower() in OF_WHAT


def _before(tree: Tree, at: int, row: Row | None) -> str | None:
    """ "Unemployment" of "the unemployment rate", "pretax" of "pretax profit"."""
    words: list[str] = []
    given = row is not None and row["family"] == "aid"
    for k in range(at - 1, max(-1, at - 1 - LONGEST), -1):
        token = tree.tokens[k]
        low = token.text.lower()
        if not low.replace("-", "").isalpha() or low in time_words() or low in NO_KINDS or of_time(tree, k):
            break
        if low in FROM_ABROAD and (given or tree.tokens[at].lemma.lower() in GIVEN):
            break
        if given and low in GIVEN:
            continue  # "foreign assistance programs" are aid
        begins = k == 0 or tree.tokens[k - 1].upos == "PUNCT"
        thing = token.upos == "NOUN" and (token.text == low or begins) and (tree.up(k) or 0) > k
        if not (thing or low in _telling()) or demonym(token.text) is not None:
            break
        if k > 1 and tree.tokens[k - 1].text in ("and", "or", "&"):
            return None  # "trade and farm assistance": several kinds
        words.append(low)
    return " ".join(reversed(words)) or None


def _of(tree: Tree, at: int) -> str | None:
    """ "Cow" of "the price of a cow", "milk" of "the price of a litre of milk"."""
    i = at + 1
    for _ in range(2):
        if i >= len(tree.tokens) or tree.low[i] != "of":
            return None
        i += 1
        while i < len(tree.tokens) and tree.tokens[i].upos in ("DET", "ADJ"):
            i += 1
        first = i
        while i < len(tree.tokens) and tree.tokens[i].upos in ("NOUN", "PROPN"):
            i += 1
        if first == i or i - first > LONGEST:
            return None
        noun = tree.tokens[i - 1]
        if noun.lemma.lower() not in PORTIONS:
            named = noun.upos == "PROPN" or place(noun.text) is not None
            low = noun.lemma.lower()
            return None if named or low in time_words() or low in NO_KINDS else _words(tree, first, i)
    return None


def _words(tree: Tree, first: int, end: int) -> str:
    words = [t.text for t in tree.tokens[first:end]]
    last = tree.tokens[end - 1]
    return " ".join([*words[:-1], last.lemma.lower()])
