"""The words of time, from the tables `times`, `times_phrases` and `holidays`.

In:   the lexicon's rows.
Out:  plain dictionaries from word (or tuple of words) to what the grammar makes of it.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.lexicon.ordinals import ORDINALS
from dateline.lexicon.tables import table
from dateline.sentence.times.tokens import tokens

Words = tuple[str, ...]
DAYS: Final = 31  # of a month: what is counted higher is no part of a date


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase: its TIMEX3 value and type, and the question that decides where it counts."""

    words: Words
    value: str
    type: str
    tie: str


def _class(name: str) -> dict[str, str]:
    return {r["word"]: r["value"] for r in table("times") if r["class"] == name}


def _split(phrase: str) -> Words:
    return tokens(phrase).low


def cue(name: str) -> frozenset[str]:
    """A set of words of the table `times_cues`.

    >>> "due" in cue("future head")
    True
    """
    return frozenset(w for row in table("times_cues") if row["cue"] == name for w in row["words"].split("|"))


_MONTHS = _class("month")
MONTH: Final = {w: int(v.rstrip("?")) for w, v in _MONTHS.items()}
UNSURE_MONTH: Final = frozenset(w for w, v in _MONTHS.items() if v.endswith("?"))
_DAYS = _class("weekday")
WEEKDAY: Final = {w: int(v.rstrip("?")) for w, v in _DAYS.items()}
UNSURE_WEEKDAY: Final = frozenset(w for w, v in _DAYS.items() if v.endswith("?"))
UNIT: Final = _class("unit")
SEASON: Final = {w: v.rstrip("?") for w, v in _class("season").items()}
UNSURE_SEASON: Final = frozenset(w for w, v in _class("season").items() if v.endswith("?"))
DAYPART: Final = _class("daypart")
NUMBER: Final = {w: v.rstrip("?") for w, v in _class("number").items()}
ORDINAL: Final = {w: n for w, n in ORDINALS.items() if n <= DAYS}  # no "fiftieth of May"
APPROX: Final = {_split(w): v or None for w, v in _class("approx").items()}
AGO: Final[dict[Words, int]] = {_split(w): int(v) for w, v in _class("ago").items()}
ZONE: Final = {_split(w): v for w, v in _class("zone").items()}

PHRASE: Final[dict[str, tuple[Phrase, ...]]] = {}
for _row in table("times_phrases"):
    _words = _split(_row["phrase"])
    _phrase = Phrase(_words, _row["value"], _row["type"], _row["tie"])
    PHRASE[_words[0]] = tuple(sorted((*PHRASE.get(_words[0], ()), _phrase), key=lambda p: -len(p.words)))

HOLIDAY: Final[dict[str, tuple[tuple[Words, str, str], ...]]] = {}
for _row in table("holidays"):
    _words = _split(_row["name"])
    _entry = (_words, _row["name"], _row["rule"])
    HOLIDAY[_words[0]] = tuple(sorted((*HOLIDAY.get(_words[0], ()), _entry), key=lambda e: -len(e[0])))

ISO_UNIT: Final = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1), "night": ("", "D", 1),
    "weekend": ("", "WE", 1), "week": ("", "W", 1), "fortnight": ("", "W", 2), "month": ("", "M", 1),
    "quarter": ("", "Q", 1),
    "year": ("", "Y", 1), "decade": ("", "Y", 10), "century": ("", "Y", 100), "millennium": ("", "Y", 1000),
}  # fmt: skip
