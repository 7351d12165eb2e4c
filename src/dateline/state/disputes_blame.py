"""Who is blamed and denies it, or blames another: "Rusk blamed Delmar; Delmar blamed the rebels".

In:   sentences of a record with the claims in them.
Out:  cases for `disputes_matters.py`: who is said to have done it with who says that it was not so.
Room: state. The one who is blamed must be the one who answers: in the same sentence or in one of the next two, or in
      another report that names the same place or person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.record.features import listed
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_cues import patterns
from dateline.state.disputes_matters import Case, Sentence, Word, inside
from dateline.state.disputes_words import deeds_of, said, shared_names
from dateline.terms import When

NEXT: Final = 2  # sentences behind a blame in which the one who is blamed answers
SPAN: Final = 14  # days between a blame and its answer in another report
SUBJECT: Final = 90  # characters before a denial in which its subject stands
BLAME: Final = re.compile(
    r"\b(?:blam(?:es|ed|ing)(?: it on)?|accus(?:es|ed|ing)|(?:holds|held|holding)(?= [^.;]{3,60} responsible))"
    r"(?: the)? (?P<whom>(?:(?-i:[A-Z])\w+ of (?:the )?(?-i:[A-Z]))?[^,.;:]{3,60}?)"
    r"(?= (?:of|for|over|and|but|while|after|in|on|responsible)\b|[,.;:]|$)",
    re.I,
)
FAR: Final = 100  # characters behind a blame in which what it is for is told
OF_WHAT: Final = re.compile(r"^ (?:of|for|over)\b")
NOUN: Final = re.compile(r"^ (?:for|over) (?:the|this|that) (?:\w+ )?(?P<noun>[a-z]+)\b(?! of\b)")  # told just before
MEANT: Final = frozenset({"incident", "violence", "deaths", "death", "bloodshed", "massacre", "crime", "atrocity"})
CLAUSES: Final = re.compile(r"[.;:!?”\"]|\b(?:and|but|while|although|that)\b")
WHICH: Final = re.compile(r"^,? (?:which|who)(?: (?:has|have|had|also|promptly|flatly|later|however))*\W*$")
BLAMING: Final = frozenset({"blame", "accuse", "hold", "deny", "reject", "denounce", "condemn"})
PASSED: Final = frozenset({"deny", "reject", "disclaim", "blame", "accuse", "say", "charge", "claim", "involve"})
NOBODY: Final = frozenset({"themselves", "himself", "herself", "itself", "others", "everyone", "bad", "weather"})


@dataclass(frozen=True, slots=True)
class Here:
    """A sentence with the claims in it."""

    sentence: Sentence
    text: str  # as much of it as is looked at
    claims: Sequence[PlacedClaim]

    @property
    def start(self) -> int:
        """Where it begins in its report."""
        return self.sentence.start


@dataclass(frozen=True, slots=True)
class Blame:
    """Somebody is blamed for what is told there or right before."""

    here: Here
    span: tuple[int, int]  # of the words of blame
    who: str
    whom: frozenset[str]  # the words that name who is blamed
    event: PlacedClaim
    near: str  # the sentence with the one before

    def told(self, record: Record, events: Mapping[str, str]) -> Word:
        """That the one who is blamed did it."""
        word = _spoken(self.here, self.span, self.event.headline, f"{self.who} did it", record)
        return replace(word, event=events.get(self.event.claim.id))


@dataclass(frozen=True, slots=True)
class RoleDenial:
    """Somebody denies to have had a hand in something."""

    here: Here
    span: tuple[int, int]
    who: frozenset[str]
    near: str


def here_of(record: Record, name: str, span: tuple[int, int], claims: Sequence[PlacedClaim]) -> Here:
    """That sentence of a report, with those of the report's claims that stand in it."""
    sentence = Sentence.of(record, name, *span)
    return Here(sentence, sentence.text, inside(claims, *span))


def blamed(n: int, every: Sequence[Here], record: Record, events: Mapping[str, str]) -> Iterator[Case]:
    """Who is blamed in sentence n, held against what the blamed one says in the rest of it or in the next ones."""
    one = every[n]
    for blame in blames_in(n, every):
        for here, start in ((one, blame.span[1]), *((s, 0) for s in every[n + 1 : n + 1 + NEXT])):
            found = _answer(here, start, blame.whom)
            if found is not None:
                span, answer = found
                denied = _spoken(here, span, blame.event.headline, answer or f"{blame.who} did not", record)
                yield denied, [blame.told(record, events)]
                break


def blames_in(n: int, every: Sequence[Here]) -> Iterator[Blame]:
    """Who is blamed in sentence n, and for what."""
    one, before = every[n], every[n - 1] if n else None
    for found in BLAME.finditer(one.text):
        whom = said(f"; {found['whom']}").topic
        event = _event(one, found.end(), before)
        if whom and not NOBODY & whom and event is not None:
            near = f"{before.text if before is not None else ''} {one.text}"
            yield Blame(one, (found.start(), found.end()), found["whom"].strip(), whom, event, near)


def role_denials(n: int, every: Sequence[Here]) -> Iterator[RoleDenial]:
    """Who denies in sentence n to have had a hand in something."""
    one = every[n]
    for found in (m for p in patterns("role") for m in p.finditer(one.text)):
        who = subject_of(one.text, found.start())
        if who:
            near = f"{every[n - 1].text if n else ''} {one.text}"
            yield RoleDenial(one, (found.start(), found.end()), who, near)


def blamed_elsewhere(
    blames: Sequence[Blame], denials: Sequence[RoleDenial], record: Record, events: Mapping[str, str]
) -> Iterator[Case]:
    """Who is blamed in one report, held against what the blamed one denies in another.

    "The government blamed the league for the attack in Orsk"; the next day "the league denied any role in the attack".
    """
    for denial in denials:
        told = [b for b in blames if _answered(b, denial)]
        if told:
            first = told[0]
            answer = f"{first.who} did not"
            yield (
                _spoken(denial.here, denial.span, first.event.headline, answer, record),
                [replace(b, who=first.who).told(record, events) for b in told],
            )


def _answered(blame: Blame, denial: RoleDenial) -> bool:
    """Whether the one who is blamed denies in another report, not before it and not long after, to have done that: both
    name the same place or somebody else beside; and the same deed, where the denial tells any."""
    one, other = blame.here.sentence, denial.here.sentence
    if one.report == other.report or not blame.whom & denial.who or not _in_time(one.published, other.published):
        return False
    beside = shared_names([blame.near], [denial.near]) - blame.whom - denial.who
    deeds = said(f"; {denial.here.text[denial.span[0] :]}").deeds - PASSED
    return bool(beside) and (not deeds or bool(deeds & said(f"; {blame.near}").deeds))


def _in_time(blame: When, denial: When) -> bool:
    told, answered = blame.earliest or blame.latest, denial.latest or denial.earliest
    return told is None or answered is None or 0 <= (answered - told).days <= SPAN


def _event(one: Here, end: int, before: Here | None) -> PlacedClaim | None:
    """What somebody is blamed for: what follows right behind ("of having fired"), else what is told before."""
    if OF_WHAT.match(one.text[end:]):
        low = one.start + end
        named = NOUN.match(one.text[end:])
        if found := _happening(c for c in one.claims if low <= c.claim.trigger.start < low + FAR):
            return found
        if named is None or not (said(f"; {named['noun']}").deeds or named["noun"] in MEANT):
            return None
    return _happening(before.claims) if before is not None else None


def _happening(claims: Iterable[PlacedClaim]) -> PlacedClaim | None:
    """The first that tells a deed as done."""
    passed = listed("saying") | BLAMING
    done = (c for c in claims if c.claim.factuality == "happened" and c.claim.lemma not in passed)
    return next((c for c in done if deeds_of(c.claim.lemma)), None)


def _answer(here: Here, start: int, whom: frozenset[str]) -> tuple[tuple[int, int], str] | None:
    """Where the blamed one denies it (""), or blames whom instead."""
    for pattern in patterns("role"):
        for found in pattern.finditer(here.text, start):
            if subject_of(here.text, found.start(), start) & whom or _relative(here.text, start, found.start()):
                return (found.start(), found.end()), ""
    for other in BLAME.finditer(here.text, start):
        named = said(f"; {other['whom']}").topic
        if named and not named & (whom | NOBODY) and subject_of(here.text, other.start(), start) & whom:
            return (other.start(), other.end()), f"{other['whom'].strip()} did it"
    return None


def subject_of(text: str, at: int, start: int = 0) -> frozenset[str]:
    """The words before a verb that name its subject: those of its clause, none before `start`."""
    clause = CLAUSES.split(text[max(start, at - SUBJECT) : at])[-1]
    return said(f"; {clause}").topic


def _relative(text: str, start: int, at: int) -> bool:
    """Whether the verb is said of the one named right before `start`: "accused the league, which denied it"."""
    return start > 0 and bool(WHICH.match(text[start:at]))


def _spoken(here: Here, span: tuple[int, int], title: str, answer: str, record: Record) -> Word:
    """What a sentence answers to the question who did it."""
    denied = here.sentence.denies(span, title, record)
    return replace(denied, key=f"{denied.key}:{span[0]}", answer=answer)
