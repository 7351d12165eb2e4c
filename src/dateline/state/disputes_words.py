"""The words of a sentence as two reports may share them: roots of words, and the deeds they can name.

In:   text.
Out:  Said: roots with the families of deeds they can name, names, and what is left of other words.
Room: state. The tables are lexicon/inflections.tsv, nouns.tsv, verbs.tsv, families.tsv and denials_deeds.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.claim.lexis import event_nouns, verb_rules, word_list
from dateline.lexicon.tables import table
from dateline.record.features import synonyms

WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
HAPPEN: Final = re.compile(r"\b(?:take|takes|took|taken|taking) place\b", re.I)
LOOK: Final = 500  # characters of a sentence that are looked at
EMPTY: Final = word_list(
    "about above according after again all also among and any anybody anyone are around because been before being "
    "between both but can could did does doing down during each even every for from had has have having her here "
    "hers him his how into its itself just like many may might more most much must nor not now off once one only "
    "other others our out over own said same say says she should since some still such than that the their them "
    "then there these they this those through too under until very was were what when where which while who whom "
    "whose why will with without would yet you your told added stated earlier later today yesterday week month year "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december ever never spokesman spokeswoman spokesperson reporters statement first last"
)
NAME: Final = re.compile(r"[^\W\d_a-z][\w’-]*(?: (?:(?:of|de|del|la|al) )?[^\W\d_a-z][\w’-]*| \d{1,3}\b)*")
SHOWN: Final = 2  # names that a question adds to say what it is about
LIGHT: Final = word_list(
    "be have do make take go come get give put see say tell know think use want keep let seem become happen occur "
    "call ask add hold follow include involve place carry set name state start begin end stop continue work act "
    "identify speak write read mean need try report show find stand deal remain plan expect accord base force order "
    "claim"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a stretch of text says, for comparison."""

    deeds: frozenset[str]  # roots of verbs and of nouns that name events, and "~family" of those that are like others
    names: frozenset[str]  # words with a capital, but for the first
    things: frozenset[str]  # roots of all other words

    @property
    def topic(self) -> frozenset[str]:
        """What the deed is done to, where and by whom."""
        return self.names | self.things


@cache
def _past_forms() -> dict[str, str]:
    return {row[form]: row["verb"] for row in table("inflections") for form in ("participle", "past") if row[form]}


@cache
def _families() -> dict[str, frozenset[str]]:
    """The families of deeds that a single word can name without anything beside it."""
    found: dict[str, set[str]] = {}
    for row in table("families"):
        for word in row["words"].split("|") if not row["about"] else ():
            found.setdefault(word, set()).add(f"~{row['group']}")
            found.setdefault(f"{word}s", set()).add(f"~{row['group']}")  # "hold talk", "hold talks"
    for row in table("denials_deeds"):
        for word in row["words"].split("|"):
            found.setdefault(word, set()).add(f"~{row['group']}")
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def once() -> frozenset[str]:
    """The deeds of which a story hardly has two within a few days."""
    return frozenset(f"~{row['group']}" for row in table("denials_deeds") if row["once"] == "yes")


@cache
def alike() -> tuple[frozenset[str], ...]:
    """Words that stand for one thing: a ship and a vessel."""
    return tuple(frozenset(r["words"].split("|")) for r in table("families_words") if r["sort"] == "like")


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """A word without its ending; a past form or a noun of action leads to its verb.

    >>> [root(w) for w in ("stolen", "hits", "payment", "carried", "closing", "planned", "taxes", "bus")]
    ['steal', 'hit', 'pay', 'carry', 'close', 'plan', 'tax', 'bus']
    """
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in _past_forms():
        return _past_forms()[low]
    for plain in _plain(low):
        if plain in event_nouns():
            return event_nouns()[plain].verb
        if plain in verb_rules():
            return plain
    ending = next((e for e in ("ed", "ing") if low.endswith(e) and len(low) > len(e) + 2), "")
    return (low.removesuffix(ending) if ending else next(_plain(low))).removesuffix("e")


def _plain(low: str) -> Iterator[str]:
    """The forms that a word may be a plural, past or -ing form of, likeliest first."""
    if low.endswith("ies") and len(low) > 4:
        yield low[:-3] + "y"
    elif low.endswith(("sses", "xes", "ches", "shes", "zes")):
        yield low[:-2]
    elif low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        yield low[:-1]
    else:
        yield low
    for ending in ("ied", "ed", "ing"):
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < 2:
            continue
        yield from (stem + "y",) if ending == "ied" else (stem, stem + "e")
        if stem[-1] == stem[-2:-1]:
            yield stem[:-1]


def in_common(a: Said, b: Said) -> frozenset[str]:
    """The words that both say, and the deeds that they tell in other words."""
    both = a.topic & b.topic
    told = frozenset().union(*(_families().get(word, frozenset()) for word in both))
    return both | frozenset(deed for deed in a.deeds & b.deeds - told if deed.startswith("~"))


@lru_cache(maxsize=20_000)
def deeds_of(lemma: str) -> frozenset[str]:
    """The deeds that a verb tells, by itself and with its particle or object: "blow up", "catch fire".

    >>> sorted(deeds_of("blow up") & deeds_of("explode"))
    ['~blowing up', '~exploding']
    """
    return said(f"; {lemma}").deeds | _families().get(lemma, frozenset())


@lru_cache(maxsize=50_000)
def said(text: str) -> Said:
    """What the text says; verbs that say little are no deeds."""
    deeds: set[str] = set()
    names, things = set(), set()
    for n, match in enumerate(WORD.finditer(HAPPEN.sub(" ", text[:LOOK]))):
        name, told, thing = _meaning(match.group(), n == 0)
        deeds |= told
        if name:
            names.add(name)
        if thing:
            things.add(thing)
    return Said(frozenset(deeds), frozenset(names), frozenset(things))


@lru_cache(maxsize=50_000)
def _meaning(written: str, first: bool) -> tuple[str, frozenset[str], str]:
    """What one word gives: a name, deeds, another word; `first` of its text, where a capital tells nothing."""
    word = written.removesuffix("'s").removesuffix("’s")
    low = word.lower()
    if len(low) < 2 or low in EMPTY or (low.isalpha() and len(low) < 3):
        return "", frozenset(), ""
    if not first and word[:1].isupper() and not word.isupper():
        return low, frozenset(), ""
    base = root(low)
    deed = base in verb_rules() or base in _families() or (low.endswith("ed") and len(low) > 4)
    deeds = {base} | _families().get(base, frozenset()) if base not in LIGHT and deed else frozenset[str]()
    if base in LIGHT:
        return "", frozenset(deeds), base if base not in EMPTY and base == low else ""
    return "", frozenset(deeds), synonyms().get(base, base)


def names_shared(one: Iterable[str], other: Iterable[str], but: str = "") -> tuple[str, ...]:
    """The names, as written, that texts of both sides hold, but for those that `but` holds; the first few.

    >>> names_shared(["Oil leaked from the Amaro Star on Monday."], ["The Amaro Star lost oil."])
    ('Amaro Star',)
    """
    both = shared_names(one, other)
    told = frozenset(w.lower() for w in WORD.findall(but))
    found: dict[str, None] = {}
    for match in (m for text in one for m in NAME.finditer(text[:LOOK])):
        kept = [w for w in match.group().split() if _bare(w) in both or not w[:1].isupper()]
        if any(_bare(w) in both - told for w in kept):
            found.setdefault(" ".join(kept).strip().removesuffix("’s").removesuffix("'s"))
    return tuple(found)[:SHOWN]


def shared_names(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """The words of names that texts of both sides hold, in small letters; a capital at the beginning of a text tells
    something only where the other side has it elsewhere.

    >>> sorted(shared_names(["Oster was hit.", "Police left."], ["A shell hit Oster.", "Police came."]))
    ['oster']
    """
    sides = [[(said(text).names, said(f"a {text}").names) for text in texts] for texts in (one, other)]
    (a, a_first), (b, b_first) = (tuple(frozenset().union(*(s[n] for s in side)) for n in (0, 1)) for side in sides)
    return (a & b_first) | (a_first & b)


def _bare(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s")
