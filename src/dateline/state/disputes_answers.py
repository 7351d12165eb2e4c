"""Denials that answer what the same report has just told: "The owner denies this", "the army said it knew nothing of
the matter", "Rusk blamed Delmar; Delmar blamed the rebels".

In:   a record.
Out:  cases for `disputes_matters.py`: a denial with the claim that it answers, and who is said to have done it with who
      says that it was not so.
Room: state. The answer stands in the same sentence or in one of the next two, so that nobody can mistake what is
      denied; who is blamed must be the one who denies it or blames another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.record.features import listed
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_cues import NEITHER, SAID, UNTOLD, denied_words, patterns, spots
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Case, Sentence, Word, inside, word_of
from dateline.state.disputes_words import deeds_of, said
from dateline.terms.factuality import REAL

NEXT: Final = 2  # sentences behind a blame in which the one who is blamed answers
SUBJECT: Final = 90  # characters before a denial in which its subject stands
HINTS: Final = (
    "deny", "deni", "reject", "dismiss", "disput", "refut", "true", "false", "wrong", "a lie", "lies", "nonsense",
    "invent", "baseless", "incorrect", "unfounded", "fabricat", "not so", "t so", "the case", "blam", "accus",
    "responsib",
)  # fmt: skip
BLAME: Final = re.compile(
    r"\b(?:blam(?:es|ed|ing)(?: it on)?|accus(?:es|ed|ing)|(?:holds|held|holding)(?= [^.;]{3,60} responsible))"
    r"(?: the)? (?P<whom>[^,.;:]{3,60}?)(?= (?:of|for|over|and|but|while|after|in|on|responsible)\b|[,.;:]|$)",
    re.I,
)
FAR: Final = 100  # characters behind a blame in which what it is for is told
OF_WHAT: Final = re.compile(r"^ (?:of|for|over)\b")
CLAUSES: Final = re.compile(r"[.;:!?”\"]|\b(?:and|but|while|although|that)\b")
WHICH: Final = re.compile(r"^,? (?:which|who)(?: (?:has|have|had|also|promptly|flatly|later|however))*\W*$")
NAMED: Final = re.compile(
    r"\b(?:claim|report|charge|accusation|allegation|account|assertion|version|rumou?r|suggestion)s?$", re.I
)  # what somebody has said, and not "this"
TOLD: Final = re.compile(r"\b(?:report|sa(?:id|ys?)|claim|alleg|accus|wrote|told|argu)", re.I)
BLAMING: Final = frozenset({"blame", "accuse", "hold", "deny", "reject", "denounce", "condemn"})
THINKING: Final = frozenset(
    {"suspect", "believe", "think", "fear", "doubt", "disclose", "reveal"}
)  # what leads to a deed
NOBODY: Final = frozenset({"themselves", "himself", "herself", "itself", "others", "everyone", "bad", "weather"})


@dataclass(frozen=True, slots=True)
class _Here:
    """A sentence with the claims in it."""

    sentence: Sentence
    text: str  # as much of it as is looked at
    claims: Sequence[PlacedClaim]

    @property
    def start(self) -> int:
        """Where it begins in its report."""
        return self.sentence.start


def answers(record: Record, claims: Mapping[str, Sequence[PlacedClaim]], voiced: bool = False) -> Iterator[Case]:
    """The denials of the record with what they answer; `claims` of each report in the order of the text.

    `voiced`: only what is told in somebody's name counts, not what the report itself tells of many things.
    """
    events = {c: e.id for e in record.events for c in e.claims}
    for name, read in record.reports.items():
        spans = read.sentences if name in record.dates else ()
        starts = [a for a, _ in spans]
        hints = spots(read.report.text, HINTS) if spans else ()
        for n in sorted({max(0, bisect_right(starts, at) - 1) for at in hints}):
            first = max(0, n - NEXT)
            here = [_here(record, name, span, claims.get(name, ())) for span in spans[first : n + 1 + NEXT]]
            yield from _of_sentence(here[n - first], here[: n - first], voiced, record, events)
            yield from _blamed(n - first, here, record, events)


def _here(record: Record, name: str, span: tuple[int, int], claims: Sequence[PlacedClaim]) -> _Here:
    sentence = Sentence.of(record, name, *span)
    return _Here(sentence, sentence.text, inside(claims, *span))


def points_back(text: str) -> tuple[int, int] | None:
    """Where a sentence denies what was told just before, without saying it again.

    >>> points_back("The firm called this untrue."), points_back("The firm denies that the dam leaked.")
    ((9, 27), None)
    """
    found = next((m for p in patterns("this") if (m := p.search(text))), None)
    return (found.start(), found.end()) if found is not None and not NEITHER.search(text[: found.start()]) else None


def _of_sentence(
    one: _Here, before: Sequence[_Here], voiced: bool, record: Record, events: Mapping[str, str]
) -> Iterator[Case]:
    """The denials of one sentence that answer one of those before it."""
    span, worded = points_back(one.text), denied_words(one.text)
    if span is not None:
        meant = [(here, named or voiced) for here, named in _meant(one, span, before)]
        told = _told(meant, _subject(one.text, span[0]))
        if told is not None:
            here, claim = told
            title = claim.claim.title if voiced else claim.headline  # no name of another report for "the member"
            yield (
                one.sentence.denies(span, title, record),
                [replace(_claim_word(claim, here, record, events), title=title)],
            )
    elif worded is not None and worded[2] == "deny" and before:
        cue, what, _ = worded
        word = _same_deed(before[-1], said(what).deeds, _subject(one.text, cue[0]), record, events)
        if word is not None:
            yield one.sentence.denies(cue, what.strip(" ,"), record), [word]


def _meant(one: _Here, span: tuple[int, int], before: Sequence[_Here]) -> list[tuple[_Here, bool]]:
    """Where to look for what "this" or "the claim" means, nearest first, each with whether only what is told in
    somebody's name counts: what stands before it in its own sentence, if that tells anything; else the sentence before,
    for what somebody claims the one before that too."""
    named = NAMED.search(one.text[: span[1]]) is not None
    claims = tuple(c for c in one.claims if c.claim.trigger.start < one.start + span[0])
    if claims or TOLD.search(one.text[: span[0]]):
        return [(replace(one, text=one.text[: span[0]], claims=claims), named)]
    return [(here, named) for here in reversed(before if named else before[-1:])]


def _told(places: Sequence[tuple[_Here, bool]], denier: frozenset[str]) -> tuple[_Here, PlacedClaim] | None:
    """The first claim that is told there as real by somebody other than the one who denies it; of what nobody is named
    for, the first."""
    for here, named in places:
        passed = listed("saying") | THINKING
        own = [c for c in here.claims if c.claim.lemma not in passed and c.claim.context == "body"]
        others = [c for c in own if c.voice and not said(f"; {c.voice[-1].name}").topic & denier]
        first = next(iter(others or ([] if named or any(c.voice for c in own) else own)), None)
        if first is not None:
            return (here, first) if first.claim.factuality in REAL else None
    return None


def _same_deed(
    here: _Here, deeds: frozenset[str], denier: frozenset[str], record: Record, events: Mapping[str, str]
) -> Word | None:
    """What tells a denied deed right before: a claim, else the sentence where it gives somebody's words."""
    same = [c for c in here.claims if deeds_of(c.claim.lemma) & deeds]
    told = [c for c in same if not (c.voice and said(f"; {c.voice[-1].name}").topic & denier)]
    if same:
        real = next((c for c in told if c.claim.factuality in REAL), None)
        return _claim_word(real, here, record, events) if real is not None else None
    if not said(here.text).deeds & deeds or not SAID.search(here.text) or UNTOLD.search(here.text):
        return None
    return here.sentence.tells(record)


def _blamed(n: int, every: Sequence[_Here], record: Record, events: Mapping[str, str]) -> Iterator[Case]:
    """Who is blamed in sentence n, held against what the blamed one says in the rest of it or in the next ones."""
    one = every[n]
    for blame in BLAME.finditer(one.text):
        whom = said(f"; {blame['whom']}").topic
        event = _event(one, blame.end(), every[n - 1] if n else None)
        if not whom or NOBODY & whom or event is None:
            continue
        title, name = event.headline, blame["whom"].strip()
        for here, start in ((one, blame.end()), *((s, 0) for s in every[n + 1 : n + 1 + NEXT])):
            found = _answer(here, start, whom)
            if found is not None:
                span, answer = found
                told = _spoken(one, (blame.start(), blame.end()), title, f"{name} did it", record)
                told = replace(told, event=events.get(event.claim.id))
                yield _spoken(here, span, title, answer or f"{name} did not", record), [told]
                break


def _event(one: _Here, end: int, before: _Here | None) -> PlacedClaim | None:
    """What somebody is blamed for: what follows right behind ("of having fired"), else what is told before."""
    if OF_WHAT.match(one.text[end:]):
        low = one.start + end
        return _happening(c for c in one.claims if low <= c.claim.trigger.start < low + FAR)
    return _happening(before.claims) if before is not None else None


def _happening(claims: Iterable[PlacedClaim]) -> PlacedClaim | None:
    """The first that tells a deed as done."""
    passed = listed("saying") | BLAMING
    done = (c for c in claims if c.claim.factuality == "happened" and c.claim.lemma not in passed)
    return next((c for c in done if deeds_of(c.claim.lemma)), None)


def _answer(here: _Here, start: int, whom: frozenset[str]) -> tuple[tuple[int, int], str] | None:
    """Where the blamed one denies it (""), or blames whom instead."""
    for pattern in patterns("role"):
        for found in pattern.finditer(here.text, start):
            if _subject(here.text, found.start(), start) & whom or _relative(here.text, start, found.start()):
                return (found.start(), found.end()), ""
    for other in BLAME.finditer(here.text, start):
        named = said(f"; {other['whom']}").topic
        if named and not named & (whom | NOBODY) and _subject(here.text, other.start(), start) & whom:
            return (other.start(), other.end()), f"{other['whom'].strip()} did it"
    return None


def _subject(text: str, at: int, start: int = 0) -> frozenset[str]:
    """The words before a verb that name its subject: those of its clause, none before `start`."""
    clause = CLAUSES.split(text[max(start, at - SUBJECT) : at])[-1]
    return said(f"; {clause}").topic


def _relative(text: str, start: int, at: int) -> bool:
    """Whether the verb is said of the one named right before `start`: "accused the league, which denied it"."""
    return start > 0 and bool(WHICH.match(text[start:at]))


def _claim_word(claim: PlacedClaim, here: _Here, record: Record, events: Mapping[str, str]) -> Word:
    return word_of(here.sentence.key, Telling.of(claim), record, claim.headline, claim, events.get(claim.claim.id))


def _spoken(here: _Here, span: tuple[int, int], title: str, answer: str, record: Record) -> Word:
    """What a sentence answers to the question who did it."""
    denied = here.sentence.denies(span, title, record)
    return replace(denied, key=f"{denied.key}:{span[0]}", answer=answer)
