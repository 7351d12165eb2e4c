"""Matters that some tell and others deny: their words are held against each other once, with all that is known.

In:   sentences; cases, each a denial and what tells the denied deed, as `disputes_denials.py` finds them.
Out:  Matters, apart from each other; of a matter the lines of `disputes` that some of its words give.
Room: state.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_lines import Position, Telling, line, sentence_evidence
from dateline.state.disputes_words import names_shared, said
from dateline.state.model import Line
from dateline.terms import Anchor, When

FEW: Final = 4  # tellings of each side that are looked at for names
LOOK: Final = 600  # characters of a sentence that are looked at
PLANNED: Final = "Is it planned"  # what is asked of a deed that lies ahead


@dataclass(frozen=True, slots=True)
class Word:
    """What one sentence tells or denies."""

    key: str  # report and place of the sentence
    report: str
    published: When
    evidence: str  # the words as evidence, a line of JSON
    origin: str
    title: str  # of the claim that tells it; of a denial what is denied
    claim: str | None = None  # None where no claim was made of the sentence
    event: str | None = None
    place: int = 0  # of the event word in the report
    answer: str = ""  # to the question who did it; "" where the question is whether it happened
    asked: str = ""  # the question, where it is not who is to blame, or whether it happened

    @property
    def told(self) -> Telling:
        """As a position holds it."""
        return Telling(self.report, self.published, json.loads(self.evidence))


@dataclass(frozen=True, slots=True)
class Matter:
    """Cases that share tellings."""

    id: str  # the key of its first denial
    words: tuple[Word, ...]
    cases: tuple[tuple[int, tuple[int, ...]], ...]  # the number of a denial, and of the words that tell what it denies


def known_words(words: Sequence[Word], day: date | None, generous: bool) -> list[int]:
    """The numbers of the words of reports published by the day."""
    return [n for n, word in enumerate(words) if word.published.known_by(day, generous)]


Case = tuple[Word, Sequence[Word]]


def inside(claims: Sequence[PlacedClaim], start: int, end: int) -> Sequence[PlacedClaim]:
    """Those of a report's claims, in the order of their event words, whose event word lies in a stretch of it."""
    low = bisect_left(claims, start, key=lambda c: c.claim.trigger.start)
    return claims[low : bisect_left(claims, end, lo=low, key=lambda c: c.claim.trigger.start)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, as much of it as is looked at."""

    report: str
    start: int
    text: str
    published: When

    @classmethod
    def of(cls, record: Record, report: str, start: int, end: int) -> Sentence:
        """The one that stands there."""
        text, published = record.reports[report].report.text, record.dates[report].published
        return cls(report, start, text[start : min(end, start + LOOK)], published)

    @property
    def key(self) -> str:
        """Its report and place."""
        return f"{self.report}:{self.start}"

    def tells(self, record: Record) -> Word:
        """Its words as they tell a deed, where no claim does."""
        return self._word("happened", None, "", record)

    def denies(self, span: tuple[int, int], title: str, record: Record) -> Word:
        """Its words as they deny a deed, `span` of them being those of denial, where no claim does."""
        a, b = span
        return self._word("denied", Anchor(self.report, self.start + a, self.start + b, self.text[a:b]), title, record)

    def _word(self, factuality: str, cue: Anchor | None, title: str, record: Record) -> Word:
        anchor = Anchor(self.report, self.start, self.start + len(self.text), self.text)
        evidence = sentence_evidence(anchor, factuality, cue, When(), self.published)
        return word_of(self.key, Telling(self.report, self.published, evidence), record, title, None, None)


def word_of(key: str, told: Telling, record: Record, title: str, claim: PlacedClaim | None, event: str | None) -> Word:
    """The word of a sentence of a record."""
    name, place = (claim.claim.id, claim.claim.trigger.start) if claim is not None else (None, 0)
    source, words = origin_of(told.report, record), json.dumps(told.evidence)
    return Word(key, told.report, told.published, words, source, title, name, event, place)


def matters_of(cases: Sequence[Case]) -> list[Matter]:
    """The matters, by id: cases that share a telling are of one."""
    above: dict[str, str] = {}  # key of a telling -> another one of its matter, or itself

    def top(key: str) -> str:
        while above.setdefault(key, key) != key:
            above[key] = key = above[above[key]]
        return key

    for _, told in cases:
        for other in told[1:]:
            above[top(other.key)] = top(told[0].key)
    found: dict[str, list[Case]] = {}
    for case in cases:
        found.setdefault(top(case[1][0].key), []).append(case)
    return sorted((_matter(sorted(joined, key=_order)) for joined in found.values()), key=lambda m: m.id)


def _order(case: Case) -> tuple[str, str, int]:
    return case[0].key, case[0].title, case[0].place


def _matter(cases: Sequence[Case]) -> Matter:
    words: list[Word] = []
    numbered = []
    for denial, told in cases:
        words += [denial, *told]
        numbered.append((len(words) - len(told) - 1, tuple(range(len(words) - len(told), len(words)))))
    return Matter(min(d.key for d, _ in cases), tuple(words), tuple(numbered))


def of_matter(matter: Matter, known: Collection[int]) -> Iterable[Line]:
    """One line per deed that some of these words tell and others deny."""
    held = frozenset(known)
    cases = [(d, [n for n in told if n in held]) for d, told in matter.cases if d in held]
    yield from (_line(denied, told) for denied, told in _joined(matter, [case for case in cases if case[1]]))


def _joined(
    matter: Matter, cases: Sequence[tuple[int, Sequence[int]]]
) -> list[tuple[dict[str, Word], dict[str, Word]]]:
    """Denials and tellings by key; cases that share a telling are one."""
    out: list[tuple[dict[str, Word], dict[str, Word]]] = []
    for denial, told in cases:
        denied = {matter.words[denial].key: matter.words[denial]}
        tells = {matter.words[n].key: matter.words[n] for n in told}
        for other in [o for o in out if o[1].keys() & tells.keys()]:
            denied, tells = other[0] | denied, other[1] | tells
            out.remove(other)
        out.append((denied, tells))
    return out


def _by_answer(words: Sequence[Word]) -> list[Position]:
    """A position for each answer to the question who did it."""
    given: dict[str, list[Word]] = {}
    for word in words:
        given.setdefault(word.answer, []).append(word)
    return [Position(a, tuple(w.told for w in same), frozenset(w.origin for w in same)) for a, same in given.items()]


def _line(denied: dict[str, Word], tells: dict[str, Word]) -> Line:
    claims = [w for w in tells.values() if w.claim is not None]
    ordered = sorted(claims, key=lambda w: (w.published.sort_key(), w.report, w.place, w.claim or ""))
    about = list(dict.fromkeys(w.event for w in ordered if w.event is not None))
    denials = [denied[k] for k in sorted(denied)]
    told = [tells[k] for k in sorted(tells)]
    title = ordered[0].title if ordered else next((w.title for w in told if w.title), denials[0].title)
    if any(w.answer for w in told):
        asked = told[0].asked or f"Who is to blame: {title}?"
        return line("role", asked, about or [told[0].key], _by_answer([*told, *denials]))
    asked = next((w.asked for w in told if w.asked), "Did it happen")
    positions = [
        Position(
            "planned" if asked == PLANNED else "it happened",
            tuple(w.told for w in told),
            frozenset(w.origin for w in told),
        ),
        Position("denied", tuple(w.told for w in denials), frozenset(w.origin for w in denials)),
    ]
    return line("factuality", f"{asked}: {title}{_named(title, told, denials)}?", about, positions)


def _named(title: str, told: Sequence[Word], denials: Sequence[Word]) -> str:
    """The name that both sides give, where the title holds no name: " (Selm)"."""
    if said(title).names:
        return ""
    one, other = ([str(w.told.evidence["anchor"]["text"]) for w in words[:FEW]] for words in (told, denials))
    return "".join(f" ({name})" for name in names_shared(one, other, but=title)[:1])
