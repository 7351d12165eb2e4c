"""Two days told of one deed in other words: "the bridge collapsed on the 17th", "the bridge fell on the 18th".

In:   a record of few reports and its Scenes.
Out:  Contests of the kind date, found with all that is known.
Room: state. Where the record holds two deeds because their days, or their words, differ, their sentences may still
      tell of one: deeds of one kind (lexicon/days_deeds.tsv) done to, or by, what both name, on two days near each
      other. A plan is not held against what came of it, nor what is told of several days by one report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from typing import Final

from dateline.claim.lexis import word_list
from dateline.lexicon.tables import table
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_contests import Contest
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Word, inside, word_of
from dateline.state.disputes_scene import SAYING, Scene
from dateline.state.disputes_words import names_shared, said, shared_names
from dateline.terms import When

BOUND: Final = re.compile(
    r"[.;:!?”\"“(]|, |\b(?:that|while|whereas|because|although|though|where|which|who|adding|but)\b", re.I
)
SPEECH: Final = re.compile(rf"\b{SAYING}(?: (?!that\b)[^\s,.;]+){{0,6}} $", re.I)  # "said in a report on Wednesday"
SPOKEN: Final = re.compile(rf"^(?:,? (?!that\b)[^\s,.;]+){{0,3}} {SAYING}\b", re.I)
VERB: Final = re.compile(rf"\b{SAYING}\b", re.I)
DONE: Final = re.compile(r"\b(?:had|has|have|was|were|did|beg[au]n|[a-z]{3,}ed|fell|broke|came|went|took|struck|hit)\b")
OPINION: Final = re.compile(rf"\b(?:{SAYING}|suggest\w*|urged|called|argued|hoped|plan(?:s|ned)?)\b", re.I)
PLACED: Final = re.compile(
    r"(?:\b(?:on|of|to|for|in|about|around|early|late|only|morning|night|evening|day)|[,’'-])\s*$", re.I
)
TODAY: Final = 1  # days before the report; what is said on that day has it as the day of saying
PLANNED: Final = re.compile(
    r"\b(?:will|would|shall|to be|is to|are to|due|schedul\w+|planned|plans?|expected|set (?:\w+ ){0,8}?for|fixed|"
    r"(?:had|has|have) set|summon\w*|slated|next|upcoming)\b",
    re.I,
)
PUT_OFF: Final = re.compile(
    r"\b(?:postpon\w+|put off|putting off|delay\w*|reschedul\w+|brought forward|moved (?:to|from)|new date|instead of|"
    r"later than planned|behind schedule|adjourn\w*|push(?:ed|ing) back|deferr\w+)\b",
    re.I,
)
ANOTHER: Final = re.compile(
    r"\b(?:again|another|second|third|further|also|new wave|latest|once more|repeat\w*|twice|follow\w*|more|"
    r"aftershocks?|since)\b(?!-)|\b(?:until|till|by|before|after|from|between)(?: the| early| late)? $",
    re.I,
)  # more than one such deed, or no day of it
DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|contradict\w*|false|untrue|wrong\w*|not|never|"
    r"dismiss\w*|contrary to)\b[^.;]{0,60}$",
    re.I,
)
PRONOUN: Final = re.compile(r"\b(?:he|she|him|her|they|them)\b", re.I)
NUMBER: Final = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|several|many) "
    r"(?:[a-z]+ )?(?:people|persons?|men|women|children|civilians|soldiers|police\w*|protesters|villagers|others|"
    r"rebels|workers|passengers|victims|migrants|fighters|militants|insurgents|students)\b",
    re.I,
)
ONLY: Final = re.compile(
    r"\b(?:only|already|not until|no earlier than|as early as|not before) (?:on )?[^,.;]{0,30}$", re.I
)
BESIDE: Final = re.compile(
    r"\b(?:from|of|over|for|about|into|following|since|by|with|against|to) (?:(?:the|a|an|that|this|its|their|"
    r"his|her|\w+['’]s) )(?:[\w-]+ ){0,2}$",
    re.I,
)  # "the toll from the sinking rose on Tuesday": the day is that of another verb
TIED: Final = re.compile(r"^(?: (?:on|of|in|at|early|late|last|the))*\s*$")
MOST: Final = 120  # moments of one deed that are compared
LETTERS: Final = re.compile(r"[^\W\d_]+")
SHORT: Final = 90  # characters of a title
DAYS: Final = word_list(
    "monday tuesday wednesday thursday friday saturday sunday morning evening night noon dawn afternoon day"
)


@dataclass(frozen=True, slots=True)
class _Deed:
    """A row of the table."""

    name: str
    words: re.Pattern[str]
    apart: int
    needs: str
    unless: re.Pattern[str] | None

    def told_in(self, clause: str) -> bool:
        """Whether the clause tells it, and not that it is over."""
        return self.words.search(clause) is not None and (self.unless is None or self.unless.search(clause) is None)


@dataclass(frozen=True, slots=True, eq=False)
class _Moment:
    """A day that a sentence gives for a deed."""

    scene: Scene
    deed: _Deed
    day: date
    clause: str
    start: int  # of the clause in the sentence
    end: int
    planned: bool
    deeds: frozenset[str]  # names of all deeds that the clause tells
    topic: frozenset[str]

    @property
    def order(self) -> tuple[tuple[str, str], str, int, date]:
        """By report, then by place."""
        return self.scene.published.sort_key(), self.scene.key, self.start, self.day


@cache
def _deeds() -> tuple[_Deed, ...]:
    return tuple(
        _Deed(r["deed"], _words(r["words"]), int(r["apart"]), r["needs"], _words(r["unless"]) if r["unless"] else None)
        for r in table("days_deeds")
    )


def _deeds_in(clause: str) -> list[_Deed]:
    return [d for d in _deeds() if d.told_in(clause)]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


def moments(record: Record, told: Sequence[Scene], known: Sequence[Contest] = ()) -> list[Contest]:
    """The questions when a deed was done to which the sentences give two days; `known`: those found already."""
    by_deed: dict[str, list[_Moment]] = defaultdict(list)
    for moment in (m for scene in told for m in _moments(scene)):
        by_deed[moment.deed.name].append(moment)
    seen = {_ends(c) for c in known if c.kind == "date"}
    out = []
    for held in by_deed.values():
        several = _several(held)
        found: dict[tuple[date, date], set[_Moment]] = defaultdict(set)
        for a, b in combinations(held[:MOST], 2):
            if _rivals(a, b, record, several):
                found[min(a.day, b.day), max(a.day, b.day)] |= {a, b}
        for days in sorted(found):
            contest = _contest(sorted(found[days], key=lambda m: m.order), record)
            if not any(_ends(contest) <= ends or ends <= _ends(contest) for ends in seen):
                seen.add(_ends(contest))
                out.append(contest)
    return out


def _ends(contest: Contest) -> frozenset[tuple[str, str]]:
    """Who gives which day."""
    return frozenset((w.report, answer) for answer, words in contest.sides for w in words)


def _several(told: Sequence[_Moment]) -> dict[str, set[date]]:
    """Of each report the days that it gives for a deed in its own voice."""
    days: dict[str, set[date]] = defaultdict(set)
    for one in told:
        if not one.scene.contests:
            days[one.scene.report].add(one.day)
    return days


def _moments(scene: Scene) -> Iterator[_Moment]:
    """The deeds that the sentence places on a day."""
    text = scene.text
    for start, end, when in scene.times:
        day = _own_day(scene, start, end, when)
        if day is None or not _placed(text[:start]) or DENIED.search(text[:start]):
            continue
        first, clause = _clause(text, start, end)
        deeds = _deeds_in(clause)
        if not deeds:
            first = max(0, *(text.rfind(mark, 0, start) for mark in ".;"))
            clause = text[first:start]
            deeds = _deeds_in(clause)
        if ANOTHER.search(text[first:start]):
            continue
        names = frozenset(d.name for d in deeds)
        planned = bool(PLANNED.search(clause)) or (scene.day is not None and day > scene.day)
        for deed in deeds:
            if _beside(deed, text, first, start, end):
                continue
            yield _Moment(scene, deed, day, clause, first, end, planned, names, _topic(clause, deed))


def _beside(deed: _Deed, text: str, first: int, start: int, end: int) -> bool:
    """Whether the clause from `first` on only speaks of the deed, and does not give its day from `start` to `end`: "the
    toll from the sinking of the Lena rose on Tuesday"."""
    told = list(deed.words.finditer(text, first, start))
    if not told or deed.words.search(text[end:]):
        return False
    return all(BESIDE.search(text[first : m.start()]) and not TIED.match(text[m.end() : start]) for m in told)


def _placed(before: str) -> bool:
    """Whether a time stands behind a preposition or a verb, and not in a heading."""
    return bool(PLACED.search(before) or not before.strip() or said(f"a {before.rsplit(maxsplit=1)[-1]}").deeds)


def _own_day(scene: Scene, start: int, end: int, when: When) -> date | None:
    """The day that a time expression gives for a deed; None where it is vague, or the day on which somebody speaks."""
    if not when.exact or when.basis not in ("stated", "report-date"):
        return None
    day, text = when.earliest, scene.text
    near = scene.day is not None and day is not None and 0 <= (scene.day - day).days <= TODAY
    return None if near and _said_then(text, start, end) else day


def _said_then(text: str, start: int, end: int) -> bool:
    """Whether the time may be that of saying it: not in "it began on Monday, the union said", nor in "the union said
    the walkout had begun on Monday"."""
    first, clause = _clause(text, start, end)
    spoken = SPOKEN.match(text[end:])
    if spoken and not (spoken.group().startswith(",") and DONE.search(text[first:start])):
        return True
    said_before = [m.end() for m in VERB.finditer(text, 0, start)]
    if said_before and DONE.search(text[said_before[-1] : start]):
        return False
    return not spoken and bool(SPEECH.search(text[:start]) or OPINION.search(clause))


def _clause(text: str, start: int, end: int) -> tuple[int, str]:
    """The clause in which a time stands, without it, and where it begins."""
    bounds = [m.end() for m in BOUND.finditer(text, 0, start)]
    first = bounds[-1] if bounds else 0
    last = BOUND.search(text, end)
    return first, f"{text[first:start]}{text[end : last.start() if last else len(text)]}"


def _topic(clause: str, deed: _Deed) -> frozenset[str]:
    meant = said(f"a {deed.words.sub(' ', clause)}")
    return frozenset(w for w in meant.topic if not w.isdigit()) - DAYS


def _rivals(a: _Moment, b: _Moment, record: Record, several: dict[str, set[date]]) -> bool:
    """Whether two sentences give two days to one deed."""
    gap = abs((a.day - b.day).days)
    if not 0 < gap <= a.deed.apart or a.planned != b.planned:
        return False
    one_report = a.scene.report == b.scene.report
    told = a.scene.contests or b.scene.contests or any(ONLY.search(x.scene.text[: x.end]) for x in (a, b))
    if one_report and not (a.scene.speaker_apart(b.scene) and told):
        return False
    if not one_report and origin_of(a.scene.report, record) == origin_of(b.scene.report, record):
        return False
    if not one_report and any(len(several.get(x.scene.report, ())) > 1 for x in (a, b)):
        return False
    if any(PUT_OFF.search(text) for x in (a, b) for text in x.scene.context) or _twice(a, b):
        return False
    if a.planned and a.scene.published != b.scene.published and not (a.scene.contests or b.scene.contests):
        return False
    return _in_time(a, b) and _one_thing(a, b)


def _twice(a: _Moment, b: _Moment) -> bool:
    """Whether it happened twice: one and the same gives both days, or so many died then and so many others later."""
    if a.scene.speaker & b.scene.speaker and not (a.scene.contests or b.scene.contests):
        return True
    return other_numbers(a.scene.text, b.scene.text)


def other_numbers(a: str, b: str) -> bool:
    """Whether both count people, and none of the numbers is the same."""
    many = numbers_of(a), numbers_of(b)
    return all(many) and many[0].isdisjoint(many[1])


def numbers_of(text: str) -> frozenset[str]:
    """The people that it counts: "four soldiers".

    >>> sorted(numbers_of("A raid near Ossa killed four soldiers and 12 people."))
    ['12 people', 'four soldiers']
    """
    return frozenset(m.group().lower() for m in NUMBER.finditer(text))


def _in_time(a: _Moment, b: _Moment) -> bool:
    """Whether each day was over, or was ahead, for both reports."""
    if a.planned:
        return True
    days = [x.scene.day for x in (a, b)]
    return all(day is not None and day >= max(a.day, b.day) for day in days)


def _one_thing(a: _Moment, b: _Moment) -> bool:
    """Whether both name what the deed needs them to; one may do so in the sentences before its own."""
    names = [said(f"a {x.clause}").names - DAYS for x in (a, b)]
    shared = shared_names([a.clause], [b.clause]) | (names[0] & names[1] & a.scene.named & b.scene.named)
    beside = frozenset[str]() if shared or all(names) else shared_names(a.scene.context, b.scene.context)
    if a.deed.needs == "person":
        person = a.scene.persons & b.scene.persons
        meant = beside & person & (names[0] | names[1]) and any(PRONOUN.search(x.clause) for x in (a, b))
        return bool(shared & person or meant) and not any(NUMBER.search(x.clause) for x in (a, b))
    next_to = a.scene.report == b.scene.report and abs(a.scene.number - b.scene.number) <= 1
    if next_to and a.topic & b.topic and not (all(names) and not shared):
        return True  # one voice answers another at once
    _, more, need = a.deed.needs.partition("+")
    wanted = int(need or 0) + (bool(more) and not shared)
    alike = len((a.topic & b.topic) - shared) + (len(shared) > 1) + (len(a.deeds & b.deeds) > 1)
    return bool(shared or beside) and alike >= wanted


def _contest(told: Sequence[_Moment], record: Record) -> Contest:
    """The question, with all who give one of the two days for the deed, in the order of the reports."""
    sides = []
    for day in sorted({m.day for m in told}):
        words = {m.scene.key: _word(m, record) for m in told if m.day == day}
        sides.append((day.isoformat(), tuple(words.values())))
    about = tuple(sorted({w.event or w.key for _, words in sides for w in words}))
    return Contest("date", "When", about, tuple(sides), _title(told), len({m.scene.report for m in told}) == 1)


def _title(told: Sequence[_Moment]) -> str:
    """What all tell, in the words of the one that names most and says it shortest."""
    a, b = told[0], next(m for m in told if m.day != told[0].day)
    shared = shared_names(a.scene.context, b.scene.context) | (a.scene.named & b.scene.named)
    given = [(kind, t) for m in told for kind, t in ((1, _headline(m)), (0, _plain(m))) if t]
    named = [len(frozenset(w.lower() for w in LETTERS.findall(t)) & shared) for _, t in given]
    best = max(range(len(given)), key=lambda n: (min(named[n], 1), given[n][0], named[n], -len(given[n][1])))
    beside = () if named[best] else names_shared(a.scene.context, b.scene.context, but=given[best][1])
    return ", ".join((given[best][1], *beside))


def _headline(one: _Moment) -> str:
    claim = _claim(one)
    return claim.headline if claim is not None else ""


def _plain(one: _Moment) -> str:
    words = re.sub(
        r"\s+(?:on|in|at|to|for|the|was|were|is|and|of|only|,)*\s*$", "", " ".join(one.clause.split()), flags=re.I
    )
    words = re.sub(r"^(?:the|a|an)\s+", "", words.strip(" ,."), flags=re.I)
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0]


def _claim(one: _Moment) -> PlacedClaim | None:
    """The claim that tells the deed: of its clause, by a word for it, or of its day."""
    here = inside(one.scene.claims, one.scene.start + one.start, one.scene.start + one.end)
    fits = [c for c in here if one.deed.words.search(c.claim.trigger.text) or c.when.earliest == one.day]
    return fits[0] if fits else None


def _word(one: _Moment, record: Record) -> Word:
    claim = _claim(one)
    if claim is None:
        return one.scene.sentence.tells(record)
    event = one.scene.events.get(claim.claim.id)
    return word_of(one.scene.key, Telling.of(claim), record, claim.headline, claim, event)
