"""Sentences of a record with what is needed to hold them against each other: their days, their speaker, what stands
beside them.

In:   a record of few reports.
Out:  Scenes, in the order of the reports and their texts.
Room: state.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_cues import speech
from dateline.state.disputes_matters import Sentence, inside
from dateline.state.disputes_words import said
from dateline.terms import When

SAYING: Final = speech("given")
SPEAKS: Final = re.compile(rf"\b{SAYING}\b", re.I)
LEAD: Final = 110  # characters before such a verb in which its subject stands
SPLIT: Final = re.compile(r"[,.;:“”\"]| that ")
RELATIVE: Final = re.compile(r"^\s*(?:who|which|whose)\b", re.I)
THEIR_TOLL: Final = re.compile(
    r"\b(?P<who>police|government|army|military|ministry|hospital|opposition|union|commission) "
    r"(?:death )?(?:toll|count|tally)\b",
    re.I,
)  # "the police toll stands at 15"
FEW: Final = 7  # words of a subject that are looked at
ACCORDING: Final = re.compile(r"\b(?:according to|in the words of|as per) (?P<who>[^,.;]{3,60})", re.I)
WORD: Final = re.compile(r"[^\W\d_]+")
PRONOUN: Final = re.compile(r"^\W*(?:he|she|it|they|we|i)\W*$", re.I)
CONTESTS: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|contradict(?:s|ed|ing)?|contrary to|"
    r"contested|untrue|false|wrong(?:ly)?|not true|a lie|lies|misleading|propaganda|challeng(?:es|ed)|refut(?:es|ed)|"
    r"nonsense|fabricat\w+|invented|at odds|another story|different(?:ly)? (?:account|version|story|figure)|"
    r"(?:two|conflicting|different|rival|competing) (?:versions|accounts|answers|figures|numbers|estimates)|"
    r"incorrect|mistaken|could not be reconciled|cannot be reconciled|depends on whom|disagree\w*|for its part|"
    r"(?:official|ministry’s|ministry's|government’s|government's|company’s|company's|owner’s|owner's|police) "
    r"(?:account|version|figure|number|toll|claim|estimate|chronology))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence in its place."""

    sentence: Sentence
    number: int  # in its report
    times: tuple[tuple[int, int, When], ...]  # in the sentence: start, end, when; those that are placed
    claims: Sequence[PlacedClaim]  # of the sentence, in the order of the text
    events: Mapping[str, str]  # of a claim, its event
    before: str  # the sentence before it; "" where it is the first
    opening: str  # the first sentence of the report
    named: frozenset[str]  # words of all names of its report, in small letters
    persons: frozenset[str]  # those of people
    contests: bool  # it, or one beside it, says that somebody else is wrong

    @property
    def key(self) -> str:
        """Its report and place."""
        return self.sentence.key

    @property
    def report(self) -> str:
        """Where it stands."""
        return self.sentence.report

    @property
    def start(self) -> int:
        """Where it begins there."""
        return self.sentence.start

    @property
    def text(self) -> str:
        """Its words, as many as are looked at."""
        return self.sentence.text

    @property
    def published(self) -> When:
        """When its report came out."""
        return self.sentence.published

    @property
    def day(self) -> date | None:
        """The day on which its report came out."""
        return self.published.earliest if self.published.exact else None

    @property
    def speaker(self) -> frozenset[str]:
        """Words of those who say it; nothing where that is not told."""
        return speaker_of(self.text)

    def speaker_apart(self, other: Scene) -> bool:
        """Whether each of two sentences of one report is said by somebody, and not by the same."""
        return bool(self.speaker and other.speaker) and not self.speaker & other.speaker

    @property
    def context(self) -> tuple[str, ...]:
        """The texts that tell of what it speaks."""
        return tuple(dict.fromkeys(t for t in (self.text, self.before, self.opening) if t))


@lru_cache(maxsize=20_000)
def speaker_of(text: str) -> frozenset[str]:
    """Words that name who says a sentence.

    >>> sorted(speaker_of("The mill was idle, the union said on Friday.")), sorted(speaker_of("It was idle, she said."))
    (['union'], [])
    """
    for who in (*(m["who"] for m in ACCORDING.finditer(text)), *_subjects(text)):
        if not PRONOUN.match(who):
            meant = said(f"a {who}")
            return meant.names | meant.things
        if who.strip().islower():  # "The firm Halden will close its mill, it said."
            return said(f"a {' '.join(text.split()[:FEW])}").names
    whose = THEIR_TOLL.search(text)
    return said(f"a {whose['who']}").things if whose is not None else frozenset()


def _subjects(text: str) -> Iterator[str]:
    """What stands before each verb of saying; before a relative clause what it is said of."""
    for verb in SPEAKS.finditer(text):
        parts = [p for p in SPLIT.split(text[max(0, verb.start() - LEAD) : verb.start()]) if p.strip()]
        who = parts[-2] if len(parts) > 1 and RELATIVE.match(parts[-1]) else "".join(parts[-1:])
        if who:
            yield " ".join(who.split()[-FEW:])


def scenes(record: Record) -> list[Scene]:
    """All sentences of the record."""
    events = {c: e.id for e in record.events for c in e.claims}
    claims: dict[str, list[PlacedClaim]] = {}
    for claim in record.claims.values():
        claims.setdefault(claim.claim.report, []).append(claim)
    out: list[Scene] = []
    for name in sorted(record.reports):
        if name in record.dates:
            own = sorted(claims.get(name, ()), key=lambda c: (c.claim.trigger.start, c.claim.id))
            out += _of_report(record, name, own, events)
    return out


def _words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of names, in small letters."""
    return frozenset(w.lower() for name in names for w in WORD.findall(name) if w[:1].isupper())


def _of_report(record: Record, name: str, claims: Sequence[PlacedClaim], events: Mapping[str, str]) -> list[Scene]:
    read = record.reports[name]
    sentences = [Sentence.of(record, name, a, b) for a, b in read.sentences]
    placed = sorted(
        (time.start, time.end, found.when)
        for time, found in zip(read.times, record.times.get(name, ()), strict=False)
        if found.when.known
    )
    starts = [a for a, _, _ in placed]
    named = _words_of(m.anchor.text for m in read.mentions if m.named)
    persons = _words_of(m.anchor.text for m in read.mentions if m.named and m.kind == "person")
    disputed = [bool(CONTESTS.search(s.text)) for s in sentences]
    out = []
    for n, one in enumerate(sentences):
        end = one.start + len(one.text)
        times = placed[bisect_left(starts, one.start) : bisect_left(starts, end)]
        own = tuple((a - one.start, b - one.start, when) for a, b, when in times)
        before = sentences[n - 1].text if n else ""
        contests = any(disputed[max(0, n - 1) : n + 2])
        here = inside(claims, one.start, end)
        out.append(Scene(one, n, own, here, events, before, sentences[0].text, named, persons, contests))
    return out
