"""Two numbers told of one scene that exclude each other, where no series holds both.

In:   a record of few reports, its Scenes, its series.
Out:  Contests of the kind figure, found with all that is known.
Room: state. Two voices, or two reports of one day, that answer one question about one scene with numbers that cannot
      both be true: a ministry's toll and a hospital's. A number that grew, another scope, another place, a forecast
      or a demand is none; nor what a dispute over a series tells already.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isfinite
from typing import Final

from dateline.record.lines import origin_of
from dateline.record.model import Record
from dateline.state.disputes_contests import Contest
from dateline.state.disputes_ground import APART
from dateline.state.disputes_scene import Scene
from dateline.state.disputes_tallies import Tally, tallies
from dateline.state.disputes_values import meet
from dateline.state.disputes_words import names_shared, root, said, shared_names
from dateline.state.model import Line

MOST: Final = 120  # tallies of one question that are compared
SOON: Final = 1  # days between two reports of a number that grows, where one says that the other is wrong
WEEK: Final = 7  # the same, of a number that stands still
FEW: Final = 12  # numbers of one question in a report; more are a list
NEAR: Final = 3  # sentences of one report within which one voice answers another
GREW: Final = re.compile(
    r"\b(?:rose|risen|rising|rises|climbed|climbs|grew|grown|increas\w+|jumped|up from|down from|revised|updated|"
    r"fell to|fallen|dropped|ha(?:s|ve) (?:now )?(?:reached|spread)|now stands|rise|bringing|brought|so far|later|now|"
    r"by then|correct\w+|more than doubled|since)\b",
    re.I,
)
LETTERS: Final = re.compile(r"[^\W\d_]+")
DAYS: Final = frozenset({"near", "morn", "even", "night", "people", "percent", "dollar", "million", "number", "figure"})
ARMED: Final = frozenset(
    {"soldier", "army", "military", "government", "ministry", "police", "polic", "defenc", "troop", "regime"}
)
FOES: Final = frozenset(
    {"rebel", "militant", "insurgent", "guerrilla", "fighter", "separatist", "islamist", "jihadist"}
)
FOUGHT: Final = re.compile(
    r"\b(?:shell|bomb|attack|raid|air ?strike|strike|struck|shot|shoot|fir(?:ed|ing)|clash|assault|fight)", re.I
)
SHOWN: Final = 2  # things of both sentences that a question names
SIDE: Final = re.compile(r"\b(?:north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|upper|lower|inner|outer)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a figure of a dispute stands."""

    report: str
    start: int
    end: int

    def holds(self, tally: Tally) -> bool:
        """Whether the number stands there."""
        report, start, end = tally.spot
        return report == self.report and start < self.end and self.start < end


def counts(record: Record, told: Sequence[Scene], known: Sequence[Line]) -> list[Contest]:
    """The questions how many to which the sentences give two answers; `known`: the disputes over series."""
    by_question: dict[tuple[str, str], list[Tally]] = defaultdict(list)
    for tally in (t for scene in told for t in tallies(scene)):
        by_question[tally.question, tally.unit].append(tally)
    disputed = [[_span(e) for p in line["positions"] for e in p["evidence"]] for line in known]
    out = []
    for told_of in by_question.values():
        held = _single(told_of)
        found: list[set[Tally]] = []
        for a, b in combinations(held[:MOST], 2):
            if _rivals(a, b, record) and not any(all(any(s.holds(t) for s in d) for t in (a, b)) for d in disputed):
                joined = {a, b}.union(*(one for one in found if one & {a, b}))
                found = [one for one in found if not one & joined] + [joined]
        out += [_contest(sorted(one, key=_order), record) for one in found]
    return out


def _single(told: Sequence[Tally]) -> list[Tally]:
    """Without those of a report in which one voice, or nobody, gives several numbers: it speaks of several things."""
    given: dict[str, list[Tally]] = defaultdict(list)
    for one in told:
        given[one.scene.report].append(one)
    pairs = {name: combinations(held, 2) for name, held in given.items() if len(held) <= FEW}
    mixed = {name for name in given if name not in pairs or any(_of_two(*two) for two in pairs[name])}
    return [one for one in told if one.scene.report not in mixed]


def _of_two(a: Tally, b: Tally) -> bool:
    """Whether two numbers of one report are of two things, as no two voices give them."""
    apart = bool(a.speaker and b.speaker) and not a.speaker & b.speaker
    return not meet(a.room, b.room) and not apart


def _span(evidence: Line) -> _Span:
    anchor = evidence["trigger"] or evidence["anchor"]
    return _Span(anchor["report"], anchor["start"], anchor["end"])


def _order(tally: Tally) -> tuple[tuple[str, str], tuple[str, int, int]]:
    return tally.scene.published.sort_key(), tally.spot


def _rivals(a: Tally, b: Tally, record: Record) -> bool:
    """Whether two numbers are answers to one question of one time that exclude each other."""
    if (
        a.planned != b.planned
        or meet(a.room, b.room)
        or _scope(a, b) != _scope(b, a)
        or a.speaker & b.speaker
        or _far(a, b)
    ):
        return False
    answers = _answers(a, b)
    contests = a.scene.contests or b.scene.contests or answers
    if any(GREW.search(t.clause) for t in (a, b)) and not contests:
        return False
    if a.scene.report == b.scene.report:
        near = abs(a.scene.number - b.scene.number) <= NEAR and bool(a.speaker and b.speaker)
        return near and (a.scene.number == b.scene.number or answers or _one_scene(a, b, least=0))
    if origin_of(a.scene.report, record) == origin_of(b.scene.report, record):
        return False
    if a.scene.day is None or b.scene.day is None or not (a.speaker and b.speaker) or _other_days(a, b):
        return False
    gap = abs((a.scene.day - b.scene.day).days)
    opposed = _opposed(a, b)
    soon = WEEK if opposed and any(t.speaker & FOES for t in (a, b)) else SOON if contests or opposed else 0
    return gap <= (soon if a.moves else WEEK) and _one_scene(a, b, least=1)


def _answers(a: Tally, b: Tally) -> bool:
    """ "The toll had risen to 11. Police put it at seven": whether one is told right behind the other, against it."""
    behind = b if a.scene.number < b.scene.number else a
    return behind.back and a.scene.report == b.scene.report and abs(a.scene.number - b.scene.number) == 1


def _scope(one: Tally, other: Tally) -> frozenset[str]:
    """The words that narrow who is counted, without those that name a speaker: of soldiers the army tells too."""
    speakers = one.speaker | other.speaker
    return frozenset(w for w in one.scope if speakers.isdisjoint({w, root(w)}))


def _opposed(a: Tally, b: Tally) -> bool:
    """Whether the state and another give the toll of one day's fighting: none of the two is the other, grown."""
    days = [{w.earliest for _, _, w in t.scene.times if w.exact and w.earliest != t.scene.day} for t in (a, b)]
    state = [bool(t.speaker & ARMED) for t in (a, b)]
    return bool(days[0] & days[1]) and state[0] != state[1] and all(FOUGHT.search(t.scene.text) for t in (a, b))


def _other_days(a: Tally, b: Tally) -> bool:
    """Whether both sentences give days, and no day of the one is one of the other."""
    days = [{w.earliest for _, _, w in t.scene.times if w.exact and w.earliest != t.scene.day} for t in (a, b)]
    return all(days) and not days[0] & days[1]


def _far(a: Tally, b: Tally) -> bool:
    """Whether the values are so far from each other that they are of two things."""
    low, high = sorted(t.room[0] or (t.room[1] if isfinite(t.room[1]) else 1.0) for t in (a, b))
    return high > APART * low


def _one_scene(a: Tally, b: Tally, least: int) -> bool:
    """Whether both sentences tell of one scene: they share a name, or one names what the other's report has named."""
    sides = [{w.lower() for w in SIDE.findall(t.clause)} for t in (a, b)]
    if sides[0] != sides[1] and all(sides):
        return False
    texts = [t.scene.text for t in (a, b)]
    names = [said(f"a {text}").names - t.speaker for text, t in zip(texts, (a, b), strict=True)]
    shared = (
        (shared_names(texts[:1], texts[1:]) | (names[0] & names[1] & a.scene.named & b.scene.named))
        - a.speaker
        - b.speaker
    )
    topics = [said(f"a {text}").topic for text in texts]
    things = len(topics[0] & topics[1] - shared)
    if shared:
        return things + len(shared) > 1 or least == 0
    if all(n & t.scene.named for n, t in zip(names, (a, b), strict=True)) and a.scene.report != b.scene.report:
        return False
    return bool(shared_names(a.scene.context, b.scene.context)) and things >= least


def _contest(told: Sequence[Tally], record: Record) -> Contest:
    """The question, with an answer for each number, in the order of the numbers."""
    answers: dict[tuple[float, float], list[Tally]] = {}
    for one in told:
        answers.setdefault(one.room, []).append(one)
    sides = tuple(
        (same[0].words, tuple({t.scene.key: t.scene.sentence.tells(record) for t in same}.values()))
        for _, same in sorted(answers.items())
    )
    first, other = told[0], next(t for t in told if not meet(t.room, told[0].room))
    shared = names_shared(first.scene.context, other.scene.context, but=first.question)
    speakers = first.speaker | other.speaker if _answers(first, other) else frozenset()
    apart = (n for n in shared if not {w.lower() for w in LETTERS.findall(n)} & speakers)
    named = (*_things(first, other), *apart)
    about = tuple(sorted({w.key for _, words in sides for w in words}))
    voices = len({t.scene.report for t in told}) == 1
    return Contest("figure", "How many", about, sides, ", ".join((first.question, *named)), voices)


def _things(a: Tally, b: Tally) -> list[str]:
    """What both sentences speak of, as the first writes it: "storm, damage"."""
    both = said(f"a {a.scene.text}").things & said(f"a {b.scene.text}").things
    told = {root(w) for w in LETTERS.findall(a.question)} | a.speaker | b.speaker | DAYS
    fresh = [w for w in LETTERS.findall(a.scene.text) if w.islower() and root(w) in both - told]
    return list(dict.fromkeys(fresh))[:SHOWN]
