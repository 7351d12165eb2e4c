"""How much a line of the timeline matters: what an analyst would want first.

In:   what a line shows: its tellings, the one that gives it its title, its days, who takes part.
Out:  a rank, 0..1, and each of its reasons in words, with what it adds.
Room: record. It begins with the chance that a strict reader would sign the line: `training/rank/` fits the weights to
      marks and writes the card beside them. What more reports add, and a few things more, is set by hand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.claim.lexis import word_list
from dateline.lexicon import linear
from dateline.record.features import has_family
from dateline.record.model import Party, PlacedClaim
from dateline.record.place import AHEAD
from dateline.terms import When

WEIGHTS: Final = ("dateline.record", "weights/rank.json", "signed")
# Log odds, set by hand, as few marked lines are told by several reports. Chosen among 0.5, 0.75 and 1, and 0.3, 0.5,
# 0.8 and 1.1, by what journalists told of five crises (among the first lines, and dates) and the situations benchmark.
DOUBLING: Final = 0.75  # for each doubling of the reports, and again for each doubling of the origins
OWN_DAY: Final = 0.8  # a day that the report itself gives to what has happened
TO_COME: Final = -0.5  # what is only planned, asked for or possible
LONG_PAST: Final = -0.5  # what was over long before anybody told of it is background, however well it is told
YEAR: Final = 366  # days
MONTH: Final = 31
FRESH: Final = 1  # days after which it was told, if it was news
SIGNED: Final = ((0.5, "told in a way readers often sign"), (1.5, "told in a way readers mostly sign"))  # log odds
NAMES: Final = ("a name", "two names", "three names", "four names")
LENGTHS: Final = (6, 12, 15)  # words of the line
DIGIT: Final = re.compile(r"\d")
QUOTES: Final = frozenset('"“”')
COUNTED: Final = word_list(
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands"
    " million millions billion billions scores"
)
KINDS: Final = {"organisation": "a body takes part", "person": "a person takes part", "place": "a country takes part"}
VOICES: Final = {
    "organisation": "on the word of a body", "anonymous": "on the word of nobody named", "document": "by a document",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """What a line shows."""

    told: Sequence[PlacedClaim]
    best: PlacedClaim  # gives the line its title
    sources: Sequence[str]  # the origin of each telling
    when: When
    parties: Sequence[tuple[Party, str | None]]  # with the kind of those that are known
    columns: Collection[str]  # the reports that are somebody's opinion


def rank(line: Shown) -> float:
    """How much the line matters, 0..1; the same for the same line, in whatever order its reports came."""
    lean = linear.leaning(*WEIGHTS, signs(line)) + sum(adds for _, adds in support(line))
    return round(1 / (1 + math.exp(-lean)), 4)


def reasons(line: Shown) -> list[tuple[str, float]]:
    """Why the line has its rank: what raised or lowered it, in words, and by how much; the strongest first."""
    weights = linear.questions(*WEIGHTS[:2])[WEIGHTS[2]]
    every = [*support(line), *((sign, weights[sign]) for sign in signs(line) if sign in weights)]
    return sorted(every, key=lambda reason: (-abs(reason[1]), reason[0]))


def support(line: Shown) -> Iterator[tuple[str, float]]:
    """What tellings, origins and days add."""
    texts = len({c.claim.anchor.text for c in line.told})  # what every page of a paper shows is one telling
    for name, found in (("reports", {c.claim.report for c in line.told}), ("origins", set(line.sources))):
        number = min(len(found), texts)
        if number > 1:
            yield f"{number} {name}", DOUBLING * math.log2(number)
    if line.best.claim.factuality in AHEAD:
        yield "not done yet", TO_COME
    elif line.when.width == 1 and _dated(line):
        yield "a day of its own", OWN_DAY
    if _late(line) > YEAR:
        yield "long past when it was told", LONG_PAST


def signs(line: Shown) -> tuple[str, ...]:
    """What speaks for and against the line, in words; what each is worth was learnt from marks."""
    found = [*_when(line), *_deed(line), *_who(line), *_words(line.best.headline), *_voice(line)]
    return tuple(dict.fromkeys(found))


def _when(line: Shown) -> Iterator[str]:
    width = line.when.width
    if width == 1:
        yield "the day is known"
    if width is not None and width <= MONTH:
        yield "the month is known"
    if width is not None and width <= MONTH // 4 and 0 <= _late(line, opens=True) <= FRESH:
        yield "told at once"


def _dated(line: Shown) -> bool:
    return any(c.claim.time is not None for c in line.told)


def _late(line: Shown, opens: bool = False) -> int:
    """Days from its last day, or with `opens` from its first, to the day it was first told; -1 where one is unknown."""
    day = line.when.earliest if opens else line.when.latest
    first = min((c.published.earliest for c in line.told if c.published.earliest), default=None)
    return (first - day).days if first is not None and day is not None else -1


def _deed(line: Shown) -> Iterator[str]:
    kind = type_of(line)
    if kind:
        yield from ("a known kind of deed", f"of the kind {kind}")
    if has_family(line.best.claim.lemma):
        yield "a deed with a family of words"
    yield from (name for least, name in SIGNED if line.best.claim.lean >= least)
    if line.best.claim.factuality_cue is not None:
        yield "words that qualify it"
    if all(_aside(c, line.columns) for c in line.told):
        yield "told in passing"


def type_of(line: Shown) -> str | None:
    """The kind of deed in PLOVER's names, by the telling that gives the title, else by the first that knows one."""
    return line.best.claim.type or next((c.claim.type for c in line.told if c.claim.type), None)


def _aside(placed: PlacedClaim, columns: Collection[str]) -> bool:
    """Whether a columnist tells it in his own voice, or it is told in passing."""
    return placed.claim.aside or (not placed.voice and placed.claim.report in columns)


def _who(line: Shown) -> Iterator[str]:
    roles = {party.role for party, _ in line.parties}
    if "actor" in roles:
        yield "who did it"
    if roles & {"recipient", "object"}:
        yield "what it was done to"
    if "place" in roles:
        yield "where it was"
    known = [(party.role, kind) for party, kind in line.parties if party.entity]
    if known:
        yield "somebody known"
    if any(role in ("recipient", "object") for role, _ in known):
        yield "done to somebody known"
    yield from sorted({KINDS[kind] for role, kind in known if role != "place" and kind in KINDS})


def _words(title: str) -> Iterator[str]:
    """Names, numbers and how much the line says.

    >>> list(_words("Fire killed 12 people in Lower Kor on Monday"))
    ['a name', 'two names', 'three names', 'a number', 'more than 5 words']
    """
    words = title.split()
    yield from NAMES[: sum(word[:1].isupper() for word in words[1:])]
    if DIGIT.search(title) or any(word.lower() in COUNTED for word in words):
        yield "a number"
    yield from (f"more than {most - 1} words" for most in LENGTHS if len(words) >= most)


def _voice(line: Shown) -> Iterator[str]:
    best = line.best
    if best.voice:
        yield "on the word of others"
    yield from sorted({VOICES[v.kind] for v in best.voice if v.kind in VOICES})
    if QUOTES & set(best.claim.anchor.text):
        yield "quotation marks in its sentence"
