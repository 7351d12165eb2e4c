"""Two days told for one happening that the record holds for two, because their days differ.

In:   a record.
Out:  Contests of the kind date, found with all that is known.
Room: state. What a side does again and again has many days. So both days must be words of the reports themselves, a few
      days apart and past for both reports; the tellings must share whom it befell or where, and no report that tells
      one of the two may tell the other too. Where the pile tells one story, a happening that a story has but once (an
      election, the closing of a border) needs no more in common than that nothing sets the two apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.record.features import listed
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_contests import Contest
from dateline.state.disputes_lines import Telling, sentence_evidence
from dateline.state.disputes_matters import Word, word_of
from dateline.state.disputes_moments import other_numbers
from dateline.state.disputes_nouns import LATE, Named, named_days, own_day
from dateline.state.disputes_words import deeds_of, once, said
from dateline.state.pile import many_stories
from dateline.terms import When

CLOSE: Final = 3  # days between two days told of one happening
WEEK: Final = 7  # the same, of a happening that a story has but once
SHARED: Final = 2  # words beside the deed that both tellings must have
HALF: Final = 0.5  # of the words of the shorter telling
MOST: Final = 60  # tellings of one deed that are compared
TWICE: Final = re.compile(r"\b(?:another|second|third|aftershocks?|again|once more)\b", re.I)
BEGUN: Final = frozenset({"begin", "resume"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed that one report tells of one day."""

    key: str  # of the claim, or of the place of the noun
    event: str
    day: date
    report: str
    published: When
    topic: frozenset[str]
    parties: Mapping[str, frozenset[str]]  # the named ones, by role
    deeds: frozenset[str]
    source: PlacedClaim | Named

    @property
    def order(self) -> tuple[tuple[str, str], str]:
        """By day, then by claim."""
        when = self.source.when
        return when.sort_key(), self.key


def day_pairs(record: Record) -> list[Contest]:
    """The happenings told of two days, found once with all that is known."""
    one_story = not many_stories(record)
    event_of = {c: e.id for e in record.events for c in e.claims}
    told = [_of_claim(c, event_of) for c in record.claims.values() if _dated(c)]
    told += [_of_noun(n) for n in named_days(record)] if one_story else []
    by_deed: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        for deed in one.deeds:
            by_deed[deed].append(one)
    found: dict[frozenset[str], Contest] = {}
    for deed in sorted(by_deed):
        held = sorted(by_deed[deed], key=lambda t: t.order)
        both = _days_of_reports(held)
        for a, b in _pairs(held[:MOST], one_story and deed in once(), record):
            pair = frozenset((a.event, b.event))
            if len(pair) == 2 and pair not in found and not any({a.day, b.day} <= days for days in both):
                sides = ((x.day.isoformat(), _side(x, held, record)) for x in (a, b))
                found[pair] = Contest("date", "When", tuple(sorted(pair)), tuple(sides))
    return sorted(_joined(found.values()), key=lambda d: d.about)


def _joined(pairs: Iterable[Contest]) -> Iterator[Contest]:
    """The pairs without those whose tellings another pair of the same two days tells with more."""
    ordered = sorted(pairs, key=lambda p: (-len(p.words), p.about))
    seen: set[tuple[str, str, str]] = set()  # day, other day, key of a telling
    for pair in ordered:
        (a, _), (b, _) = pair.sides
        marks = {(a, b, w.key) for w in pair.words}
        if not marks & seen:
            yield pair
        seen |= marks


def _of_claim(claim: PlacedClaim, event_of: Mapping[str, str]) -> _Told:
    c = claim.claim
    parties = {
        role: frozenset(e for r, e, m in claim.entities if r == role and e and m.named)
        for role in ("actor", "recipient", "object", "place")
    }
    day = claim.when.earliest or date.min
    event = event_of.get(c.id, c.id)
    return _Told(c.id, event, day, c.report, claim.published, _topic(claim), parties, deeds_of(c.lemma), claim)


def _of_noun(named: Named) -> _Told:
    key = f"{named.report}:{named.sentence.start}:{named.noun}"
    return _Told(key, key, named.day, named.report, named.published, frozenset(), {}, named.deeds, named)


def _dated(claim: PlacedClaim) -> bool:
    """Whether it is told as having happened, or begun, on a day that the report itself names, not long ago."""
    c = claim.claim
    real = c.factuality == "happened" or (c.factuality == "ongoing" and c.aspect in BEGUN)
    at = real and c.time is not None and c.time_relation == "at"
    return at and own_day(claim.when, claim.published, LATE) is not None


def _days_of_reports(told: Sequence[_Told]) -> list[set[date]]:
    """Of each report the days of which it tells the deed: two of them, and it was done twice."""
    days: dict[str, set[date]] = defaultdict(set)
    for one in told:
        days[one.report].add(one.day)
    return [days[name] for name in sorted(days) if len(days[name]) > 1]


def _pairs(told: Sequence[_Told], once_only: bool, record: Record) -> Iterator[tuple[_Told, _Told]]:
    """The tellings that can be of one happening; `once_only`: a story has but one of it."""
    for n, a in enumerate(told):
        for b in told[n + 1 :]:
            if (b.day - a.day).days > (WEEK if once_only else CLOSE):
                break
            if a.day == b.day or a.report == b.report or not _past_for(a, b.day) or not _parties(a, b):
                continue
            if _of_several(a) or _of_several(b) or _elsewhere(a, b):
                continue
            claims = isinstance(a.source, PlacedClaim) and isinstance(b.source, PlacedClaim)
            alike = claims and (b.day - a.day).days <= CLOSE and _alike(a, b)
            if (alike or (once_only and _one_of_its_kind(a, b, told))) and not _twice(a, b, record):
                yield a, b


def _of_several(told: _Told) -> bool:
    """Whether its words say that it was not the only one."""
    return isinstance(told.source, PlacedClaim) and bool(TWICE.search(told.source.claim.anchor.text))


def _twice(a: _Told, b: _Told, record: Record) -> bool:
    """Whether one and the same tells each in turn ("four were killed on Monday, the ministry said", "two were killed on
    Tuesday, the ministry said"), or so many died then and so many others later."""
    if not (isinstance(a.source, PlacedClaim) and isinstance(b.source, PlacedClaim)):
        return False
    voices = [{v.name.lower() for v in x.voice[-1:]} for x in (a.source, b.source)]
    return bool(voices[0] & voices[1]) or other_numbers(_sentence(a.source, record), _sentence(b.source, record))


def _sentence(claim: PlacedClaim, record: Record) -> str:
    read, at = record.reports[claim.claim.report], claim.claim.trigger.start
    n = max(0, bisect_right(read.sentences, at, key=lambda s: s[0]) - 1)
    return read.report.text[slice(*read.sentences[n])] if read.sentences else ""


def _elsewhere(a: _Told, b: _Told) -> bool:
    """Whether each names another: "the crash on the Sarn road", "the crash on the Orsk road"."""
    names = [said(t.source.headline).names for t in (a, b) if isinstance(t.source, PlacedClaim)]
    return len(names) == 2 and all(names) and not names[0] & names[1]


def _past_for(told: _Told, day: date) -> bool:
    """Whether the day was over, or was that of the report, when it was told."""
    return told.published.earliest is not None and told.published.earliest >= day


def _alike(a: _Told, b: _Told) -> bool:
    """Whether both name the same in most words: whom it befell, where, with what."""
    both = a.topic & b.topic
    return len(both) >= SHARED and len(both) >= HALF * min(len(a.topic), len(b.topic))


def _one_of_its_kind(a: _Told, b: _Told, told: Sequence[_Told]) -> bool:
    """Whether one names no more than the other, and nothing else like them is told of a third day near them."""
    if not (a.topic <= b.topic or b.topic <= a.topic):
        return False
    if not (a.topic or b.topic or a.published == b.published or _new(a) or _new(b)):
        return False
    near = (t for t in told if abs((t.day - a.day).days) <= LATE and t.day not in (a.day, b.day))
    return not any(_parties(t, a) and _parties(t, b) and (t.topic <= a.topic or t.topic >= a.topic) for t in near)


def _new(told: _Told) -> bool:
    """Whether it is told as news, within a fortnight."""
    last = told.published.latest
    return last is not None and (last - told.day).days <= LATE


def _topic(claim: PlacedClaim) -> frozenset[str]:
    """The words of those who take part, without the deed and without numbers: "two people" of one report are not the
    two of another."""
    parts = " ; ".join(m.anchor.text for _, _, m in claim.entities)
    meant = said(f"; {parts}")
    numbers = {w for w in meant.topic if w.isdigit()} | listed("number")
    return meant.topic - said(f"; {claim.claim.lemma}").deeds - numbers


def _parties(a: _Told, b: _Told) -> bool:
    """Whether no role is filled by two different names."""
    roles = a.parties.keys() & b.parties.keys()
    return not any(a.parties[r] and b.parties[r] and not a.parties[r] & b.parties[r] for r in roles)


def _side(one: _Told, told: Sequence[_Told], record: Record) -> tuple[Word, ...]:
    """All tellings of the same event and day; nouns of that day that fit."""
    same = [t for t in told if t.day == one.day and (t.event == one.event or isinstance(t.source, Named))]
    return tuple(_word(t, record) for t in same)


def _word(told: _Told, record: Record) -> Word:
    source = told.source
    if isinstance(source, PlacedClaim):
        return word_of(told.key, Telling.of(source), record, source.headline, source, told.event)
    evidence = sentence_evidence(source.sentence, "happened", None, source.when, source.published)
    return word_of(told.key, Telling(source.report, source.published, evidence), record, source.noun, None, None)
