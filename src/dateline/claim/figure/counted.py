"""Finds the noun a number counts and the country a word names.

In:   a sentence with its parse and one Amount in it.
Out:  the counted noun; owners by name, demonym or body; the shapes Counting and Spot that the reading of figures fills.
Room: claim. The words are tables: `counted` (loose words for one body of people), `counted_bodies`.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.claim.figure.amounts import Amount
from dateline.claim.people.nouns import stands_for
from dateline.claim.tree import Tree
from dateline.lexicon.places import Place, country, demonym, place
from dateline.lexicon.tables import Row, table
from dateline.sentence.reading import Token

MILLION: Final = 1e6  # a bare number from here on can be a sum of money
SITES: Final = frozenset({
    "harbor", "harbour", "port", "airport", "city", "county", "province", "district", "university", "hospital",
    "bridge", "base", "river", "island", "bay", "valley", "region", "state", "street", "prison", "stadium",
})  # fmt: skip
REACH: Final = 9  # words between a number and its noun: "1,000 well trained US Department of Defense personnel"
DAYS: Final = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
    "overnight", "midnight", "noon", "tonight", "midday", "dawn", "dusk", "earlier", "ago", "previously", "now",
    "january", "february", "april", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
MONTHS: Final = frozenset(name for name in calendar.month_name if name)
JOINT: Final = frozenset({"personnel", "staff", "officer", "official", "force", "worker", "member"})
IN_IE: Final = frozenset({
    "movie", "cookie", "zombie", "calorie", "selfie", "rookie", "prairie", "sortie", "genie", "brownie", "hoodie",
    "pixie", "magpie", "necktie", "smoothie", "junkie", "birdie", "auntie", "eerie", "newbie", "lie", "tie", "pie",
    "die", "budgie", "collie", "talkie", "bookie", "caddie", "boogie", "menagerie", "lingerie", "indie", "townie",
})  # fmt: skip
ENDING_IN_S: Final = frozenset({"bus", "gas", "lens", "canvas", "atlas", "alias", "congress"})  # "buses"
NO_SINGULAR: Final = frozenset({  # nouns in -s that are no plurals, or have no singular
    "series", "species", "headquarters", "barracks", "crossroads", "gallows", "works", "means", "premises", "remains",
    "proceeds", "earnings", "takings", "savings", "goods", "arms", "clothes", "thanks", "surroundings", "outskirts",
    "customs",
    "damages", "glasses", "trousers", "scissors", "bias", "chaos",
    "pancreas", "christmas", "belongings", "winnings", "grounds", "stairs", "odds",
})  # fmt: skip
SAME: Final = NO_SINGULAR | ENDING_IN_S
CUT: Final = ("tche", "sse", "ushe", "ishe", "nche", "rche", "oache")  # "matches" cut to "matche"
PROVEN: Final = frozenset({"confirmed", "suspected", "probable", "possible", "unconfirmed"})
MADE: Final = frozenset({"hostage", "captive", "prisoner"})  # what the people before the word are made
GENERIC: Final = frozenset({"present", "gathered", "sent", "arrived"})


@dataclass(frozen=True, slots=True)
class Counting:
    """What one number counts; word numbers are indexes into the sentence."""

    node: int  # the word the clause takes the whole phrase by: the noun, the unit, or the number itself
    head: int | None  # the counted noun; None where it is left out ("two were rescued")
    counted: str  # its lemma
    unit: str
    last: int  # last word of the phrase
    of: str | None = None
    of_at: int | None = None  # the word that names them
    where: str | None = None
    where_at: int | None = None
    states: tuple[str, ...] = ()  # what is said of them, the weightiest first
    spot: str | None = None  # a narrower place: "at Agadez"
    verb: int | None = None  # the word that says it of them
    part: bool = False  # "two of the six"
    whole: bool = False  # "all", "the", "its": the whole body, not some of it
    total: bool = False  # the M of "N of M"
    shift: bool = False  # by how much it differs from another: "1,100 fewer than a year ago"
    kind: str | None = None  # the narrower kind of what is measured: the "unemployment" of a rate
    many: float = 0.0  # how many were told, where it is remembered for the next sentences
    teller: int | None = None  # who puts the number forward, where a verb of counting says so: "the army puts it at 7"

    @property
    def word(self) -> int:
        """The counted noun, or the word that stands in its place."""
        return self.head if self.head is not None else self.node


@dataclass(frozen=True, slots=True)
class Spot:
    """An amount and the words of the sentence it covers."""

    amount: Amount  # offsets in the report
    first: int  # first word of its number
    last: int  # last word of its number, unit included


@cache
def kinds() -> dict[str, Row]:
    """The rows of `counted` by word."""
    return {row["word"]: row for row in table("counted")}


@lru_cache(maxsize=50_000)
def kind_of(lemma: str) -> Row | None:
    """The row of a counted word, singular or plural.

    >>> kind_of("soldier")["family"], kind_of("soldiers")["family"], kind_of("idea")
    ('troop', 'troop', None)
    """
    rows, low = kinds(), lemma.lower()
    return rows.get(low) or (rows.get(low[:-1]) if low.endswith("s") else None) or _person(low)


def _person(low: str) -> Row | None:
    """The row of a noun that only the table of offices and people knows: "plumbers"."""
    for word in (low, low.removesuffix("s")):
        found = stands_for(word)
        if found is not None and found.sort == "person":
            return {"word": word, "family": "person", "unit": "person", "state": "", "class": "own", "example": ""}
    return None


@cache
def bodies() -> dict[str, str]:
    """The country behind a body or a capital, by its name in lower case."""
    return {w.lower(): row["country"] for row in table("counted_bodies") for w in row["words"].split("|")}


def owner(words: str) -> str | None:
    """The country whose people or money the words name, by name, demonym or body.

    >>> owner("American"), owner("Pentagon"), owner("France"), owner("table")
    ('United States', 'United States', 'France', None)
    """
    bare = words.strip().removesuffix("'s").removesuffix("’s")
    body = bodies().get(bare.lower()) if bare != bare.lower() else None
    if body:
        return body
    if found := demonym(bare):
        return country_of(found) if found.kind == "country" else found.name
    named = place(bare)
    if named is not None and named.name.startswith("The ") and not bare.startswith("The "):
        return None  # "Silicon Valley" is not The Valley, a capital
    return country_of(named) if named is not None and named.kind in ("country", "capital") else None


def people_at(tokens: Sequence[Token], i: int) -> Place | None:
    """Whose people word i names, with the words before it: "Central American" is no American, nor is "Papua New
    Guinean" a Guinean."""
    words = [t.text for t in tokens[max(0, i - 2) : i + 1]]
    return next((found for n in (3, 2, 1) if (found := demonym(" ".join(words[-n:]))) is not None), None)


def country_of(found: Place) -> str:
    """The name of the country a place lies in."""
    if found.kind == "country":
        return found.name
    whole = country(found.country) if found.country else None
    return whole.name if whole else (found.within or found.name)


@cache
def time_words() -> frozenset[str]:
    """Words of time: "about 1,200 last year" counts no years."""
    return frozenset(row["word"] for row in table("units") if row["kind"] in ("time", "clock")) | DAYS


def noun_after(tree: Tree, last: int) -> int | None:
    """The noun that ends the phrase beginning after word `last`: "1,000 [US Army] personnel"; never a place or owner.

    Of several nouns in a row the last that the table knows is meant, else the last.
    """
    found: list[int] = []
    i = last + 1
    while i < min(len(tree.tokens), last + 1 + REACH):
        token = tree.tokens[i]
        if (token.text.lower() in time_words() or of_time(tree, i)) and not _of_a_night(tree, i):
            break
        if token.upos in ("NOUN", "PROPN") or (token.upos == "ADJ" and kind_of(token.text)) or _the_hurt(tree, i, last):
            if not (token.upos == "PROPN" and owner(token.text)):
                found.append(i)
        elif not _goes_on(tree, i, bool(found)):
            break
        i += 1
    while found and tree.tokens[found[-1]].upos == "PROPN" and place(tree.tokens[found[-1]].text):
        found.pop()
    known = [k for k in found if kind_of(tree.tokens[k].lemma) or kind_of(tree.tokens[k].text)]
    if len(found) > 1 and _many(tree, found[-2]) and tree.tokens[found[-1]].lemma.lower() in MADE:
        return found[-2]  # "took 14 aid workers hostage"
    if known and found[-1] != known[-1] and _many(tree, known[-1]) and not _many(tree, found[-1]):
        return known[-1]  # but "two teachers unions" are unions
    return known[-1] if known and found[-1] - known[-1] > 2 else found[-1] if found else None


def _the_hurt(tree: Tree, i: int, last: int) -> bool:
    """The "wounded" of "thirty of the 48 wounded were in hospital", whatever its tag."""
    row = kind_of(tree.tokens[i].text) if i == last + 1 and tree.tokens[i].upos == "VERB" else None
    led = any(w in ("the", "those", "these") for w in tree.low[max(0, last - 2) : last])
    following = tree.tokens[i + 1].upos if i + 1 < len(tree.tokens) else ""
    return row is not None and bool(row["state"]) and led and following in ("", "AUX", "PUNCT", "VERB")


def _of_a_night(tree: Tree, i: int) -> bool:
    """The "overnight" of "1.1 million overnight stays"."""
    following = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    return tree.low[i] == "overnight" and following is not None and following.upos == "NOUN"


def of_time(tree: Tree, i: int) -> bool:
    """The "last" of "last year", a month: "rose 6 percent last year", "reached 900 euros in May"."""
    word = tree.tokens[i].text
    following = tree.low[i + 1] if i + 1 < len(tree.tokens) else ""
    return word in MONTHS or (word.lower() in ("last", "next", "this") and following in time_words())


def _many(tree: Tree, i: int) -> bool:
    return tree.low[i].endswith("s") and tree.tokens[i].upos == "NOUN"


def _goes_on(tree: Tree, i: int, begun: bool) -> bool:
    """Whether the phrase goes on with word i though it is no noun."""
    token, text = tree.tokens[i], tree.low[i]
    following = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    if token.upos == "PUNCT" or text in ("-", "–", "&", "'s", "’s", "'", "’"):
        tied = token.start == tree.tokens[i - 1].end and following is not None and following.start == token.end
        return text in ("'s", "’s", "'", "’", "&") or (text in ("-", "–") and tied)
    if text == "of":  # "Department of Defense personnel"
        return begun and tree.tokens[i - 1].upos == "PROPN" and following is not None and following.upos == "PROPN"
    if text == "and":
        before = "ADJ" if tree.low[i - 1] in PROVEN else tree.tokens[i - 1].upos
        return before in ("ADJ", "NOUN", "PROPN") and following is not None and _shared_noun(tree, i, before)
    if token.upos in ("ADJ",) or tree.rel(i) == "amod" or text in PROVEN:
        return True
    return not begun and token.upos in ("ADV", "DET", "NUM", "SYM")


def _shared_noun(tree: Tree, i: int, before: str) -> bool:
    """Whether the words on both sides of the "and" at i stand before one noun: "trade and farm assistance"."""
    nxt = tree.tokens[i + 1]
    after = tree.tokens[i + 2] if i + 2 < len(tree.tokens) else None
    if nxt.upos == "NUM" and after is not None and {tree.low[i - 1], after.text.lower()} <= PROVEN:
        return True  # "11 confirmed and 27 suspected cases"
    if after is not None and after.lemma.lower() in JOINT and nxt.upos in ("NOUN", "ADJ", "PROPN"):
        return True  # "military and police personnel"
    if before == "ADJ":
        return nxt.upos == "ADJ"
    return (
        nxt.upos in ("NOUN", "ADJ", "PROPN")
        and kind_of(tree.tokens[i - 1].lemma) is None
        and after is not None
        and after.upos == "NOUN"
        and kind_of(after.lemma) is not None
    )


def counted_noun(tree: Tree, first: int, last: int, amount: Amount) -> int | None:
    """The noun the number stands with: the words nearby where the table knows them, else the parse."""
    near = noun_after(tree, last)
    if near is not None and (amount.hyphen or kind_of(tree.tokens[near].lemma)) and not _apart(tree, last, near):
        return near
    for i in range(first, last + 1):
        head = tree.up(i)
        if _apart(tree, last, head if head is not None else last + 1):
            continue
        if tree.rel(i) == "nummod" and head is not None and last < head <= last + REACH and _noun(tree, head):
            return _through(tree, head, last)
    if near is None or _apart(tree, last, near) or not _noun(tree, near):
        return None
    return near


def _apart(tree: Tree, last: int, noun: int) -> bool:
    """Whether a verb, a preposition or a mark stands between the number and the noun."""
    if last + 1 >= len(tree.tokens):
        return False
    nxt = tree.tokens[last + 1]
    return noun != last + 1 and (
        nxt.upos in ("AUX", "ADP", "CCONJ", "PRON", "SCONJ") or nxt.text in (",", ";", ":", "(", ")")
    )


def _noun(tree: Tree, i: int) -> bool:
    """Whether word i can be counted: no place, no owner, no adjective but "dead" and its like."""
    token = tree.tokens[i]
    if token.upos == "NOUN":
        return True
    if token.upos == "PROPN":
        return owner(token.text) is None and place(token.text) is None
    return token.upos in ("ADJ", "VERB") and kind_of(token.text) is not None


def _through(tree: Tree, head: int, last: int) -> int:
    """The noun a possessive leads on to: "two workers' bodies" counts bodies."""
    up = tree.up(head)
    if up is not None and tree.tokens[head].deprel == "nmod:poss" and head < up <= last + REACH:
        return up
    if up is not None and tree.rel(head) == "compound" and head < up <= last + REACH and tree.tokens[up].upos == "NOUN":
        return up
    return head


def begins_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether word i only begins a name that the table does not hold: "San" of "San Telmo" is no town called San.

    The town of "Baltimore Harbor" is one.
    """
    if i + 1 >= len(tokens) or tokens[i + 1].upos != "PROPN" or tokens[i + 1].start != tokens[i].end + 1:
        return False
    found = place(tokens[i].text)
    return found is not None and found.kind == "city" and tokens[i + 1].text.lower() not in SITES


def phrase_of(tree: Tree, i: int) -> tuple[int, int]:
    """First and last word of the noun's own words."""
    low, high = tree.noun_phrase(i)
    return min(low, i), max(high, i)


def lemma_of(tree: Tree, i: int) -> str:
    """The word that stands for the counted noun i: its row in the table, "asylum seeker" among them, else its lemma."""
    token = tree.tokens[i]
    word = (token.lemma or token.text).lower()
    if word.endswith("ie") and token.text.lower().endswith("ies") and word not in IN_IE:
        word = word[:-2] + "y"  # a lemma cut too short: "subsidiarie"
    if word.endswith("me") and token.text.lower() == word + "n":
        word = word[:-2] + "man"  # "foreme" of "foremen"
    if word.endswith(CUT) and token.text.lower() == word + "s":
        word = word[:-1]  # "matche", "brushe"
    if i and kind_of(f"{tree.tokens[i - 1].lemma.lower()} {word}"):
        return f"{tree.tokens[i - 1].lemma.lower()} {word}"
    row, exact = kind_of(word) or kind_of(token.text), kinds().get(token.text.lower())
    if row and exact and exact["family"] != row["family"]:
        return exact["word"]  # "2 million in damages" is no damage
    if row is None and i > 1 and tree.tokens[i - 1].text == "-" and tree.tokens[i - 2].end + 1 == token.start:
        return f"{tree.low[i - 2]}-{_singular(word)}"  # "600 take-offs"
    if row is None and word == token.text.lower() and token.upos == "NOUN":
        return _singular(word)
    return row["word"] if row else word


def _singular(word: str) -> str:
    """A plural that was left as it is, in the singular: "turboprops".

    >>> [_singular(w) for w in ("turboprops", "barracks", "toads", "crisis", "canneries")]
    ['turboprop', 'barracks', 'toad', 'crisis', 'cannery']
    """
    if word in SAME or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics", "ews")):
        return word
    return word[:-3] + "y" if word.endswith("ies") and word[:-1] not in IN_IE else word[:-1]
