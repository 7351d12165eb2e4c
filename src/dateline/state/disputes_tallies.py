"""The numbers that a sentence gives in answer to a question how many: how many died, how large the crowd was.

In:   Scenes.
Out:  Tallies.
Room: state. A series asks what a number counts; here the question is a row of lexicon/counts_asked.tsv, and a number
      answers it when words of that row stand beside it: "police put the crowd at 8,000".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.claim.figure.amounts import amounts
from dateline.claim.figure.quantities import DENYING
from dateline.lexicon.tables import table
from dateline.state.disputes_scene import Scene, speaker_of
from dateline.state.disputes_values import ROUND, Room
from dateline.state.disputes_words import root
from dateline.state.patterns import pattern

BOUND: Final = re.compile(
    r"[.;:!?”\"“](?!\d)|, (?:and|but|while|whereas|although|though|where|which|who|adding|the|according|a|an|its|his|"
    r"her)\b|\band (?:said|says|added|told)\b|"
    r"\b(?:that|while|whereas|although|though|who|which)\b|—|–",
    re.I,
)
TIME: Final = re.compile(
    r"\b(?:(?:about|around|nearly|at least|almost|only|some) )?(?P<n>\d+(?:\.\d+)?|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve) (?P<unit>hours?|days?|weeks?)\b",
    re.I,
)
SMALL: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
IN_DAYS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0}
PEOPLE: Final = (
    r"people|persons?|men|women|children|civilians?|residents|villagers|workers|passengers|victims?|others|pupils|students|"
    r"tourists|migrants|refugees|soldiers?|troops|officers?|policemen|fighters|militants|rebels|miners|sailors|pilgrims|"
    r"inhabitants|families|citizens|farmers|girls|boys|patients|guards?|supporters|voters|"
    r"gunmen|attackers|insurgents|hikers|climbers|fishermen|schoolgirls|schoolboys|teachers|nurses|doctors|"
    r"peacekeepers?|foreigners?|diplomats?|engineers?|kidnappers?"
)
AFTER: Final = re.compile(
    r"^ (?:of (?:its|his|her|their|our) )?"
    r"(?:(?!(?:of|in|on|at|by|and|or|when|after|during|as|to|for|with|were|was|had|have|has|from)\b)[\w’'-]+ ?){0,3}"
)  # the noun behind a number
SUBJECT: Final = re.compile(
    r"\b(?:civilians?|children|women|soldiers|troops|police(?:men| officers)?|rebels|militants|fighters|insurgents|"
    r"tourists|foreigners|migrants|students|pupils|firefighters|journalists|workers|nurses|patients|passengers|crew|total|"
    r"together|in all|overall|altogether|nationwide|worldwide|countrywide|whole|entire|across|throughout|"
    r"per (?:day|cent|year|month|week)|a (?:day|week|month|year)|daily|so far this|each|first|second|third|initial)\b",
    re.I,
)
NARROW: Final = re.compile(
    r"\b(?:youth|young|female|male|women|men|core|food|fuel|urban|rural|producer|wholesale|export|import)\b", re.I
)  # whose rate it is: "youth unemployment", "core inflation"
MORE: Final = re.compile(r"\b(?:more|other|others|new|additional|further|extra|fewer|less)\b", re.I)
PORTION: Final = re.compile(
    r"(?:about |nearly |almost |over |more than )?(?:a |the )?(?:half|third|quarter|double|twice)\b", re.I
)
SOME: Final = re.compile(r" of (?:the|them|these|those)\b")  # "three of the dead"
YOUNG: Final = "children"
ALL_YOUNG: Final = frozenset({"pupils", "students", "children"})
FOES: Final = ("rebels", "rebel", "militants", "fighters", "insurgents", "guerrillas")  # one side by several names
ROOM: Final = re.compile(
    r"\b(?:(?:built|designed|licen[cs]ed|meant|certified|equipped|approved|room|space|authori[sz]ed) "
    r"(?:for|to (?:carry|hold|take|seat))|capacity of)(?: (?:only|just|about|up to|some))* ?$",
    re.I,
)  # "built for 250 passengers"
OF_THEM: Final = re.compile(r", (?:[\w-]+ of (?:them|whom)|including|among them)\b.*$", re.I)
DOERS: Final = re.compile(
    r"\b(?:troops|soldiers|police|fighters|rebels|militants|insurgents)\b(?= (?:had |have )?(?:killed|shot(?: dead)?|"
    r"wounded|injured|arrested|detained|captured|rescued|freed|destroyed) "
    rf"(?:at least |about |some |more than |nearly )?(?:\d|{'|'.join(SMALL)}))",
    re.I,
)  # "its troops had killed 20": who did it is not who is counted
GIVEN: Final = re.compile(
    r"\b(?:counted|spoke of|speaks of|put (?:it|them|the (?:number|figure|total|count|(?:death )?toll)) at|"
    r"said(?: it was| there were)?|"
    r"claimed|claims|estimated|gave|insisted on|talked of|reported|spoke) ?$",
    re.I,
)  # "Organisers counted 40,000."
TOLL: Final = re.compile(
    r"\bdeath toll\b[^.;]{0,60}? (?:to|at|is|was|reached)(?: (?:about|around|over|at least|more than))? ?$", re.I
)  # "the death toll from the protests had risen to 11"
ANSWERING: Final = re.compile(
    r"\b(?:put (?:it|the (?:number|figure|total|count|(?:death )?toll)) at|toll (?:stands|stood) at)"
    r"(?: (?:about|around|just|only|at least))? ?$",
    re.I,
)
FAR: Final = 90  # characters between a number and the words that say what it answers
UNFACT: Final = re.compile(
    r"\b(?:could|may|might|should|expects?|expected|forecast\w*|demand\w*|wants?|asks?|"
    r"asked|offer\w*|promis\w+|pledg\w+|target\w*|limit|up to(?! the (?:end|beginning|middle|present|day)\b)|"
    r"as (?:much|many) as|propos\w+|hopes?|fear\w*|feared|"
    r"threat\w*|intend\w*|if|unless|seeks?|sought|call(?:s|ed) for)\b",
    re.I,
)
PLANNED: Final = re.compile(r"\b(?:will|would|plans?|planned|planning|is to|are to|to be|shall)\b", re.I)
NAMED_BY: Final = 30  # characters by which the counted noun itself is farther than a verb: "40 soldiers were captured"
SPEAKS: Final = re.compile(
    r"(?: \w+ly)? (?:said|says|claimed|claims|put|puts|told|reported|estimated?|insisted)\b", re.I
)
BODIES: Final = frozenset({"soldiers", "soldier", "troops", "rebels", "militants", "fighters", "officers"})
OF_BODIES: Final = frozenset({"people held", "troops"})  # questions in which all these are one body
FORMER: Final = re.compile(
    r"\b(?:from|than|compared (?:with|to)|after|against|last (?:year|month|week|time)|a year (?:ago|earlier)|"
    r"previous\w*|earlier|before|another|other|further|additional|more|new)(?: the| a| an| about| some| nearly)? ?$",
    re.I,
)  # "down from 1,100", "another 19 people"

MONTH: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?) $"
)  # before the day in "July 27", where no report says in which year


@dataclass(frozen=True, slots=True)
class _Question:
    """A row of the table."""

    name: str
    kind: str
    words: str  # as a pattern
    nouns: str  # what may stand behind a bare number, as a pattern; "" where anything may
    moves: bool
    ahead: str  # "yes" where what is expected answers it too, "plan" where a plan does


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """A number that answers a question."""

    scene: Scene
    question: str
    moves: bool
    unit: str
    room: Room
    start: int  # of the number in the sentence
    end: int
    words: str
    clause: str
    speaker: frozenset[str]  # words of who gives it
    scope: frozenset[str]  # words that narrow or widen who is counted
    planned: bool = False  # it will be so
    back: bool = False  # it answers the number told before: "police put it at seven"

    @property
    def spot(self) -> tuple[str, int, int]:
        """Where the number stands in its report."""
        return self.scene.report, self.scene.start + self.start, self.scene.start + self.end


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    kind: str
    unit: str
    room: Room


@cache
def _questions() -> tuple[_Question, ...]:
    out = []
    for row in table("counts_asked"):
        own = "|".join(p for p in (row["beside"], PEOPLE) if p)
        nouns = "" if row["beside"] == "-" or row["kind"] != "count" else rf"\b(?:{own})\b"
        words = rf"\b(?:{row['words']})\b"
        out.append(_Question(row["question"], row["kind"], words, nouns, row["moves"] == "yes", row["ahead"]))
    return tuple(out)


@lru_cache(maxsize=20_000)
def _numbers(text: str) -> tuple[_Number, ...]:
    out = []
    for a in amounts(text):
        if a.form != "count" or a.hyphen:
            continue
        low, high = a.low, a.high
        low, high = (low * (1 - ROUND), high * (1 + ROUND)) if a.approximate else (low, high)
        high = float("inf") if a.bound in ("at_least", "more_than") else high
        low = 0.0 if a.bound in ("at_most", "less_than") else low
        out.append(_Number(a.start, a.end, a.kind or "count", a.unit or "", (low, high)))
    for m in TIME.finditer(text):
        value = float(m["n"]) if m["n"][0].isdigit() else 1.0 + SMALL.index(m["n"].lower())
        days = value * IN_DAYS[m["unit"].lower().removesuffix("s")]
        out.append(_Number(m.start(), m.end(), "days", "day", (days * (1 - ROUND), days * (1 + ROUND))))
    return tuple(sorted(out, key=lambda n: n.start))


def tallies(scene: Scene) -> Iterator[Tally]:
    """The numbers of a sentence that answer a question."""
    text = scene.text
    if not any(map(str.isdigit, text)) and not _numbers(text):
        return
    for number in _numbers(text):
        timed = any(a < number.end and number.start < b for a, b, _ in scene.times) and number.kind != "days"
        first, last = _clause(text, number.start, number.end)
        clause = text[first:last]
        if (
            timed
            or MONTH.search(text[: number.start])
            or DENYING.search(text[: number.start])
            or (number.kind != "days" and FORMER.search(text[first : number.start]))
            or PORTION.match(text[number.start :])
            or (number.kind == "count" and (SOME.match(text[number.end :]) or ROOM.search(text[first : number.start])))
        ):
            continue
        asked = _asked(text, number, first, last)
        if asked is None and GIVEN.search(text[: number.start]) and scene.before:
            before = next((n for n in _numbers(scene.before) if n.kind == number.kind), None)
            asked = _asked(scene.before, before, 0, len(scene.before)) if before is not None else None
        planned = bool(PLANNED.search(clause))
        if asked is None or (UNFACT.search(clause) and asked.ahead != "yes") or (planned and not asked.ahead):
            continue
        noun = AFTER.match(text[number.end :])
        if noun and MORE.search(noun.group()):
            continue
        words = f"{text[number.start : number.end]}{_counted(noun.group(), asked) if noun else ''}"
        speaker = speaker_of(clause) or speaker_of(text)
        narrow = (w.lower() for w in NARROW.findall(clause) if number.kind == "percent")
        scope = _scope(DOERS.sub("", OF_THEM.sub("", clause)), speaker) if number.kind == "count" else frozenset(narrow)
        scope -= BODIES if asked.name in OF_BODIES else frozenset()
        span = (number.start, number.end)
        unit, ahead = number.unit, planned and asked.ahead == "plan"
        back = ANSWERING.search(text[: number.start]) is not None
        yield Tally(
            scene, asked.name, asked.moves, unit, number.room, *span, words, clause, speaker, scope, ahead, back
        )


def _counted(behind: str, asked: _Question) -> str:
    """The noun behind a number, without the verb of its clause: of " demonstrators took " the demonstrators."""
    found = pattern(asked.nouns).search(behind) if asked.nouns else None
    told = found is not None and not pattern(rf"\b(?:{asked.words})\b").search(behind, found.end())
    return (behind[: found.end()] if found is not None and told else behind).rstrip()


def _scope(clause: str, speaker: frozenset[str]) -> frozenset[str]:
    """The words that narrow or widen who is counted."""
    words = (w.lower() for w in SUBJECT.findall(clause))
    alike = (YOUNG if w in ALL_YOUNG else FOES[0] if w in FOES else w for w in words)
    return frozenset(w for w in alike if not {w, root(w)} & speaker)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    bounds = [m.end() for m in BOUND.finditer(text, 0, start)]
    last = BOUND.search(text, end)
    return bounds[-1] if bounds else 0, last.start() if last else len(text)


def _asked(text: str, number: _Number, first: int, last: int) -> _Question | None:
    """The question whose words stand nearest to the number in its clause; else in what stands before it."""
    behind = text[number.end : number.end + FAR]
    noun = AFTER.match(behind)
    if number.kind == "count" and TOLL.search(text[first : number.start]):
        return next(q for q in _questions() if q.name == "people killed")
    for a, b in ((first, last), (0, last), (0, len(text))):
        best: tuple[int, int, _Question] | None = None
        for n, one in enumerate(q for q in _questions() if q.kind == number.kind):
            if one.nouns and noun is not None and noun.group().strip() and not pattern(one.nouns).search(noun.group()):
                continue
            own = number.end + (len(noun.group()) if noun is not None else 0)  # where the counted noun ends
            gaps = (
                max(m.start() - number.end, number.start - m.end())
                + (NAMED_BY if number.end <= m.start() and m.end() <= own else 0)
                for m in pattern(one.words).finditer(text, a, b)
                if not SPEAKS.match(text[m.end() : m.end() + FAR])
            )
            gap = min((g for g in gaps if g <= FAR), default=None)
            if gap is not None and (best is None or (gap, n) < best[:2]):
                best = (gap, n, one)
        if best is not None:
            return best[2]
    return None
