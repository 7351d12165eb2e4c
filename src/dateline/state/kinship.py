"""Whether what a later report says can be of a thing told before: by the names and the nouns that both tell.

In:   the sentences of two reports.
Out:  Passage: the names and content words of a stretch of text; how much two of them share.
Room: state. Names count only as names; a word counts with those of its row in lexicon/states_kin.tsv.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.model import ReadReport
from dateline.lexicon.states import families
from dateline.lexicon.tables import table
from dateline.record.model import PlacedClaim

LONGEST: Final = 1000  # characters of a sentence that are looked at
WORD: Final = re.compile(r"[A-Za-zÀ-ÿ][\w'’-]*")
COMPASS: Final = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "new", "old"}
    | {"greater", "inner", "outer", "central", "northeast", "northwest", "southeast", "southwest", "little", "big"}
)  # "North Kessin" is not South Kessin
DAYS: Final = word_list(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter"
)
PLAIN: Final = word_list(
    "about above across after again against ahead almost along already also although among another around because "
    "been before began begin begun behind being below between both came cannot come comes could days does done down "
    "during each early either ended even ever every expected first following forward four from full gave getting give "
    "given goes going gone good half hand have having held here high hold home hour hours however into itself just "
    "keep kept know known last late later least less like little long longer made make makes making many matter more "
    "most much must near need never next nine nothing once only other others over part people place put rather said "
    "same says seen sent set seven several shall should since some soon still such take taken takes tell than that "
    "their them then there these they this those though three through time times today told took toward turn under "
    "until upon used very want wants week weeks well went were what when where which while whole will with within "
    "without would year years your month months end ends day officials official spokesman spokeswoman minister "
    "government authorities authority office statement announced announcement country city town village region"
)
CAPITAL: Final = re.compile(
    r"(?<![.!?] )(?<!^)\b(?:(?:North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower|New|Old) )?"
    r"[A-Z][\w’'-]{2,}"
)  # a name within a sentence
BESIDE: Final = re.compile(
    r"\b(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|upstream|downstream|outside) of|away from|"
    r"kilomet(?:re|er)s from|miles from|neighbou?ring|unlike|as in) (?:the )?[A-Z][\w’'-]+"
)  # "200 kilometres north of Talvik" is not in Talvik
STEM: Final = 5  # letters by which two words are taken for one: "climber", "climbing"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report, with what may tell of which thing it speaks."""

    report: str
    start: int
    end: int
    text: str
    names: frozenset[str]
    words: frozenset[str]  # content words that are no names, by their stems


def stem(word: str) -> str:
    """The beginning by which a word is known.

    >>> stem("climbers"), stem("taxes"), stem("duties"), stem("ban")
    ('climb', 'tax', 'duty', 'ban')
    """
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    low = low[:-3] + "y" if low.endswith("ies") and len(low) > 4 else low
    low = low.removesuffix("es") if low.endswith(("xes", "shes", "ches", "sses")) else low
    low = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    return low[:STEM]


@cache
def kin() -> dict[str, frozenset[int]]:
    """Stem to the rows of states_kin.tsv that hold it."""
    found: dict[str, set[int]] = {}
    for n, row in enumerate(table("states_kin")):
        for word in row["words"].split("|"):
            found.setdefault(stem(word), set()).add(n)
    return {word: frozenset(rows) for word, rows in found.items()}


def _passage(
    read: ReadReport, start: int, end: int, named: Sequence[tuple[int, str]], common: frozenset[str]
) -> Passage:
    """The stretch of the report; `named`: its names by where they start; `common`: the words it also writes small."""
    text = read.report.text[start : min(end, start + 2 * LONGEST)]
    opening = len(text) - len(text.lstrip(" '\"“‘"))  # where the first word begins
    here = named[bisect_left(named, (start, "")) : bisect_left(named, (end, ""))]
    held = {w.casefold() for _, name in here for w in WORD.findall(name) if w[:1].isupper()}
    names: set[str] = set()
    words: set[str] = set()
    before = ""
    beside = [(m.start(), m.end()) for m in BESIDE.finditer(text)]
    for m in WORD.finditer(text):
        if any(a <= m.start() < b for a, b in beside):
            continue
        word = m.group().removesuffix("'s").removesuffix("’s")
        low = word.casefold()
        capital = word[:1].isupper() and low not in DAYS and (low in held or m.start() > opening)
        if capital and low in COMPASS:
            before = low
            continue
        if capital and low not in common:
            names.add(f"{before} {low}".strip())
        elif len(low) > 2 and low not in PLAIN and low not in DAYS:
            words.add(stem(low))
        before = ""
    return Passage(read.report.id, start, end, text, frozenset(names), frozenset(words))


def _lower_words(read: ReadReport) -> frozenset[str]:
    """The words that the report also writes small: "the Governor" is no name where "a governor" stands too."""
    return frozenset(w for w in WORD.findall(read.report.text[: 20 * LONGEST]) if w[:1].islower())


def names_in(text: str) -> frozenset[str]:
    """The names within a sentence, without those of places that it only lies beside.

    >>> sorted(names_in("The curfew in Norvik, north of Talvik, and in Upper Amat was lifted on Monday"))
    ['Norvik', 'Upper Amat']
    """
    found = CAPITAL.findall(BESIDE.sub(" ", text[:LONGEST]))
    plain = (n.removesuffix("'s").removesuffix("’s") for n in found)
    return frozenset(n for n in plain if n.casefold() not in DAYS and n not in ("The", "This", "That"))


def sentences(read: ReadReport) -> tuple[Passage, ...]:
    """The sentences of the report."""
    named = sorted((m.anchor.start, m.anchor.text) for m in read.mentions if m.named)
    common = _lower_words(read)
    return tuple(_passage(read, a, b, named, common) for a, b in read.sentences)


def told_in(told: PlacedClaim, spots: tuple[Passage, ...], further: int = 0) -> tuple[Passage, ...]:
    """The sentence of the claim, with so many that follow it."""
    at = bisect_right([p.start for p in spots], told.claim.trigger.start) - 1
    return spots[max(at, 0) : at + 1 + further] if at >= 0 else ()


def names_of(spots: Iterable[Passage]) -> frozenset[str]:
    """All their names."""
    return frozenset(n for p in spots for n in p.names)


def words_of(spots: Iterable[Passage]) -> frozenset[str]:
    """All their content words."""
    return frozenset(w for p in spots for w in p.words)


def related(words: frozenset[str], slot: str, other: frozenset[str]) -> int:
    """How many of the other's words are of the one thing: the same, or of one kin."""
    own = frozenset(n for w in words for n in kin().get(w, ()))
    same = {w for w in other if w in words}
    akin = {w for w in other - same if kin().get(w, frozenset()) & own}
    of_slot = {stem(w.split(" ")[-1]) for w in families().get(slot, ())}
    return len(same) + len(akin) + len({w for w in other - same - akin if w in of_slot})
