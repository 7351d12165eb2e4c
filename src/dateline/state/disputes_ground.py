"""Whether two figures of one series speak of one thing: what their sentences must share, and what sets them apart.

In:   points of a series.
Out:  which of them say enough to contradict another, and which pairs stand on common ground.
Room: state. A series gathers what the words allow; a dispute accuses two sources, and so it asks for more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.state.disputes_words import in_common, said
from dateline.state.series_identity import pace
from dateline.state.series_points import Point

FURTHER: Final = re.compile(
    r"\b(?:other|others|another|further|additional|extra|new|newly|remaining|more(?! than))\b", re.I
)
STRETCH: Final = re.compile(
    r"\b(?:(?:past|last|previous|preceding) (?:\w+ )?(?:hours|days|weeks|months|years)|overnight|"
    r"\w+-(?:hour|day|week) period)\b",
    re.I,
)  # "16 missiles in the past 24 hours"
UNSURE: Final = re.compile(r"\b(?:suspected|possible|potential|probable|presumed|likely|feared)\b", re.I)
WHOLE: Final = re.compile(r"\b(?:whole|entire|nationwide|countrywide|worldwide|across|throughout|all over)\b", re.I)
VOTES: Final = frozenset({"vote", "ballot", "seat", "turnout"})
PARTIAL: Final = re.compile(
    r"\b(?:partial|early|preliminary|provisional|initial|exit polls?|projections?|so far|leading|leads?|ahead|"
    r"(?:votes|ballots|stations?|districts|precincts) (?:were |had been )?counted|counting)\b",
    re.I,
)  # "partial results show her leading": no answer to what the count gave
SENTENCE: Final = "prison sentence"
VERDICT: Final = 2  # days between two reports of one verdict; a court of appeal takes longer
APART: Final = 30  # one value so many times the other answers another question; tolls and crowds differ by less
BESIDE: Final = 2  # characters between a sentence and the next
LOOK: Final = 400  # characters of a sentence that are looked at
WORD: Final = re.compile(r"[^\W\d_]{4,}")
COMMON: Final = word_list(
    "about according after again agency almost also among around authorities been before being between both "
    "called came confirmed could count dead death deaths died during early each five four from government have "
    "having here hospital hundreds including injured injuries into just killed killing last late least less "
    "million minister ministry missing more most near nearly news number official officials only other others "
    "over part people percent person police report reported reports said saying says several since some "
    "spokesman spokeswoman state still such telling than that their them then there these they this those "
    "thousand thousands three told toll total under until week were when where which while will with would "
    "wounded year years monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december today yesterday tomorrow"
)  # words that tell nothing of which killed or injured are meant


PUT: Final = re.compile(
    r"\b(?:put|puts|gave|gives|set) (?:the|that|its|their|his|her) (?:\w+ )?"
    r"(?:figure|number|toll|total|count|turnout|cost|sum|crowd|attendance|estimate|spill|loss|losses|damage|casualties)\b"
    r"[^.;]{0,60}$|\b(?:figure|number|toll|total|count) (?:was|is|stood|stands)\b[^.;]{0,40}$|"
    r"\b(?:is|was|were|are|at) (?:in fact |really |actually |probably |much |far )?(?:closer|nearer) to (?:the )?$|"
    r"\bthe (?:real|true|actual) (?:number|figure|toll|total|count|cost|turnout|crowd|size|loss)\b[^.;]{0,60}$",
    re.I,
)  # "Police put the number at 25,000"
BESIDE_OFFICIAL: Final = re.compile(
    r"\b(?:twice|double|treble|triple|(?:two|three|four|five|six|ten|several) times|half|"
    r"(?:higher|lower|more|fewer|less|larger|smaller|greater|rather) than|above|below|exceed\w*|contradict\w*|"
    r"disput\w*|at odds with|compared with|against|not|instead of)\b[^.;]{0,12} (?:the|an|its|their) "
    r"(?:latest |last |earlier )?(?:official|government|ministry|police|army|company)(?:[’']s)? (?:\w+ )?"
    r"(?:figure|toll|count|number|tally|estimate|total|statistic)s?\b|"
    r"\baccus\w+ [^.;,]{3,50} of (?:hiding|covering up|concealing|understating|playing down|downplaying|minimi[sz]ing|"
    r"under-?reporting|falsifying|inflating|exaggerating)\b",
    re.I,
)  # "at least 70 have died, nearly twice the official figure"
REVISED: Final = re.compile(
    r"\b(?:revis(?:ed|es|ing|ion)|correct(?:ed|s|ing|ion)|lower(?:ed|s|ing)|adjust(?:ed|s|ing)|scaled (?:back|down)|"
    r"cut (?:its|the|their) (?:count|toll|figure|estimate|number)|(?:counted|listed) twice|double-counted|"
    r"down from|recount(?:ed)?|mistakenly|in error|by mistake|\d+,? (?:and )?(?:not|rather than) (?=\d))\b",
    re.I,
)  # "The ministry revised the toll down to 42.", "the toll is 97, not 115"
GROWN: Final = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb(?:ed|s|ing)|grew|grow(?:n|s|ing)|increas(?:ed|es|ing)|jump(?:ed|s)|swell(?:ed|s)|"
    r"swollen|soar(?:ed|s)|surg(?:ed|es)|spread|gone up|went up|crept up|doubled|tripled)\b[^.;:]{0,40}$",
    re.I,
)  # "the number of flooded homes has climbed to 740"
NO_MORE: Final = re.compile(r"\W*(?:only|just|merely|no more than|not more than|a mere)\b", re.I)
LEFT: Final = re.compile(
    r"\b(?:still|remain\w*|return\w*|left|since|now|down|fell|fallen|dropp\w+|shr[aiu]nk\w*|by then|so far)\b", re.I
)  # "fewer than 12,000 are still in the camps"
TOLL: Final = re.compile(
    r"\b(?:toll|(?:number|total) of (?:the )?(?:dead|deaths|victims|casualties|people killed|injured)|(?:has|have|had) "
    r"(?:\w+ )?(?:died|killed|claimed|risen|reached|been (?:killed|injured|hurt))|lost their (?:life|lives)|lives|"
    r"in all|in total|altogether|so far|(?:first|second|third|\w+th) (?:person|victim|death|patient)|"
    r"(?:\d|teen|ty|one|two|three|four|five|six|seven|eight|nine|ten) dead|left \w+ dead|"
    r"deaths? of|(?:bring|rais|tak|push|lift)(?:ing|es|s)? the (?:number of )?(?:dead|deaths|total)\b[^.;]{0,30} to)\b",
    re.I,
)


def points_back(point: Point) -> bool:
    """Whether the words give another number for what was just told: "Police put the number at 25,000"."""
    q = point.quantity.quantity
    return _points_back(q.anchor.text[: max(0, q.amount.start - q.anchor.start)][-LOOK:])


def revised(point: Point) -> bool:
    """Whether the words put the number in the place of one given before: "the toll was revised down to 58"."""
    return bool(REVISED.search(_sentence(point)))


def contests(point: Point) -> bool:
    """Whether the sentence sets its number against the one that an authority gives."""
    return bool(BESIDE_OFFICIAL.search(_sentence(point)))


def played_down(point: Point) -> bool:
    """Whether the words say that there are no more than so many, of what has not shrunk: "only four had died"."""
    q = point.quantity.quantity
    words = q.bound in ("less_than", "at_most") or bool(NO_MORE.match(q.amount.text))
    return words and not LEFT.search(_sentence(point))


def grown(point: Point) -> bool:
    """Whether the words tell the number as one that has risen so far: "the number of flooded homes climbed to 740"."""
    q = point.quantity.quantity
    return bool(GROWN.search(q.anchor.text[: max(0, q.amount.start - q.anchor.start)][-LOOK:]))


@lru_cache(maxsize=20_000)
def _points_back(before: str) -> bool:
    return bool(PUT.search(before))


def counts_all(point: Point) -> bool:
    """Whether the words count all that there were by then, and not those of one incident."""
    return bool(TOLL.search(_sentence(point)))


def tells_a_level(point: Point) -> bool:
    """Whether the words give how many there are in all: not "two other cases", "36,000 a year", "in the past day"."""
    q = point.quantity.quantity
    start = max(0, q.amount.end - q.anchor.start)
    behind = q.anchor.text[start : start + LOOK]
    return not (FURTHER.search(q.amount.text) or pace(point.quantity) or STRETCH.search(behind))


def one_question(a: Point, b: Point, open_: bool, bare: bool = False) -> bool:
    """Whether two points can be answers to one question; `open_` where the series says neither of whom nor where,
    `bare` where it does not say either what befell them ("rockets", "tonnes of food").

    What is suspected is not what is confirmed; values far from each other are of two things; a point that does not say
    itself of whom or where must share a name or two other words with the other, beside what is counted; of bare things
    a name and another word.
    """
    low, high = sorted((a.value[1], b.value[1]))
    if high > APART * max(low, 1.0):
        return False
    if _unsure(a.quantity.quantity.amount.text) != _unsure(b.quantity.quantity.amount.text):
        return False
    if bool(WHOLE.search(_sentence(a))) != bool(WHOLE.search(_sentence(b))) and not answered(a, b):
        return False
    if a.quantity.quantity.counted in VOTES and bool(PARTIAL.search(_sentence(a))) != bool(
        PARTIAL.search(_sentence(b))
    ):
        return False
    if not open_ or shared(a, b, bare) or _pointed(a, b):
        return True
    return (points_back(a) or points_back(b)) and together(a, b, 1)


@lru_cache(maxsize=20_000)
def _unsure(words: str) -> bool:
    return bool(UNSURE.search(words))


def _pointed(a: Point, b: Point) -> bool:
    """Whether one report gives both, the second as another number for the first."""
    first, second = a.quantity.quantity, b.quantity.quantity
    if first.report != second.report:
        return False
    one, other = (a, b) if first.amount.start <= second.amount.start else (b, a)
    return points_back(other) or answered(one, other)


def answered(one: Point, other: Point) -> bool:
    """Whether one voice is followed at once by another with a number of its own, of no other time: "23 were killed on
    Monday, the hospital said. The army said nine had died."; "she spoke of 40, the police of 25"."""
    first, second = one.quantity.quantity, other.quantity.quantity
    if first.amount.start > second.amount.start:
        first, second = second, first
    if second.answers == first.id:
        return second.time is None or second.time == first.time
    voices = {v[-1].name if v else "" for v in (first.voice, second.voice)}
    apart = len(voices) == 2 and "" not in voices and first.report == second.report
    return apart and second.time is None and 0 <= second.anchor.start - first.anchor.end <= BESIDE


def shared(a: Point, b: Point, bare: bool = False) -> bool:
    """Whether the sentences share a name or two words that tell which thing is counted; a name and a word of what is
    bare. What is counted tells nothing of that: "6,000 tonnes of food", "15,000 tonnes of food"."""
    counted = _ground(a.quantity.quantity.amount.text) | _ground(b.quantity.quantity.amount.text)
    one, other = _ground(_sentence(a)) - counted, _ground(_sentence(b)) - counted
    both = one & other
    named = not bare and any(w[:1].isupper() for w in both)
    return len(both) > 1 or named or bool(both and both in (one, other))


def together(a: Point, b: Point, least: int) -> bool:
    """Whether the sentences share so many words, by their roots, that tell of what they speak."""
    both = in_common(said(_sentence(a)), said(_sentence(b))) - COMMON - {"million", "billion", "thousand"}
    return len({w for w in both if not w.isdigit()}) >= least


def _sentence(point: Point) -> str:
    return point.quantity.quantity.anchor.text[:LOOK]


@lru_cache(maxsize=20_000)
def _ground(text: str) -> frozenset[str]:
    """The words of a sentence that tell which thing it speaks of; names keep their capital."""
    found = (m.group() for m in WORD.finditer(text))
    return frozenset(w for w in found if w.lower() not in COMMON)


def one_verdict(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two reports of these days tell the prison sentence of one person: a court gives one."""
    pairs = ((p.quantity, q.quantity) for p in one for q in other)
    return any(
        p.quantity.counted == q.quantity.counted == SENTENCE
        and bool(p.quantity.of and q.quantity.of)
        and p.published.earliest is not None
        and q.published.earliest is not None
        and abs((p.published.earliest - q.published.earliest).days) <= VERDICT
        for p, q in pairs
    )
