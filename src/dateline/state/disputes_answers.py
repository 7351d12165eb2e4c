"""Denials that answer what the same report has just told: "The owner denies this", "the army said it knew nothing of
the matter".

In:   a record.
Out:  cases for `disputes_matters.py`: a denial with the claim that it answers.
Room: state. The answer stands in the same sentence or right behind, so that nobody can mistake what is denied.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.record.features import listed
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_blame import (
    NEXT,
    Blame,
    Here,
    RoleDenial,
    blamed,
    blamed_elsewhere,
    blames_in,
    here_of,
    role_denials,
    subject_of,
)
from dateline.state.disputes_cues import NEITHER, SAID, UNTOLD, denied_words, patterns, spots
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Case, Word, word_of
from dateline.state.disputes_words import deeds_of, said
from dateline.terms.factuality import REAL

HINTS: Final = (
    "deny", "deni", "reject", "dismiss", "disput", "refut", "true", "false", "wrong", "a lie", "lies", "nonsense",
    "invent", "baseless", "incorrect", "unfounded", "fabricat", "not so", "t so", "the case", "blam", "accus",
    "responsib", "not behind", "nothing", "not involved",
)  # fmt: skip
NAMED: Final = re.compile(
    r"\b(?:claim|report|charge|accusation|allegation|account|assertion|version|rumou?r|suggestion)s?$", re.I
)  # what somebody has said, and not "this"
TOLD: Final = re.compile(r"\b(?:report|sa(?:id|ys?)|claim|alleg|accus|wrote|told|argu)", re.I)
CHARGED: Final = frozenset({"charge", "indict", "arraign", "prosecute", "put on trial", "go on trial", "sue"})
QUOTED: Final = re.compile(
    r"^[^,;“”\"]{3,80}? (?:said|says|claims?|claimed|reported|alleged)(?: that)? (?P<what>[^,;“”\"]{10,150})$"
)
THINKING: Final = frozenset(
    {"suspect", "believe", "think", "fear", "doubt", "disclose", "reveal"}
)  # what leads to a deed


def answers(record: Record, claims: Mapping[str, Sequence[PlacedClaim]], voiced: bool = False) -> Iterator[Case]:
    """The denials of the record with what they answer; `claims` of each report in the order of the text.

    `voiced`: only what is told in somebody's name counts, not what the report itself tells of many things.
    """
    events = {c: e.id for e in record.events for c in e.claims}
    blames: list[Blame] = []
    denials: list[RoleDenial] = []
    for name, read in record.reports.items():
        spans = read.sentences if name in record.dates else ()
        starts = [a for a, _ in spans]
        hints = spots(read.report.text, HINTS) if spans else ()
        for n in sorted({max(0, bisect_right(starts, at) - 1) for at in hints}):
            first = max(0, n - NEXT)
            here = [here_of(record, name, span, claims.get(name, ())) for span in spans[first : n + 1 + NEXT]]
            yield from _of_sentence(here[n - first], here[: n - first], voiced, record, events)
            yield from blamed(n - first, here, record, events)
            if not voiced:
                blames.extend(blames_in(n - first, here))
                denials.extend(role_denials(n - first, here))
    yield from blamed_elsewhere(blames, denials, record, events)


def points_back(text: str) -> tuple[int, int] | None:
    """Where a sentence denies what was told just before, without saying it again.

    >>> points_back("The firm called this untrue."), points_back("The firm denies that the dam leaked.")
    ((9, 27), None)
    """
    found = _back(text)
    return (found.start(), found.end()) if found is not None else None


def _back(text: str) -> re.Match[str] | None:
    """The words that do so."""
    found = next((m for p in patterns("this") if (m := p.search(text))), None)
    return found if found is not None and not NEITHER.search(text[: found.start()]) else None


def _denier(text: str, back: re.Match[str]) -> frozenset[str]:
    """The words that name who denies it: "a claim the army denied", else the subject of the verb."""
    who = back.groupdict().get("who")
    return said(f"; {who}").topic if who else subject_of(text, back.start())


def _of_sentence(
    one: Here, before: Sequence[Here], voiced: bool, record: Record, events: Mapping[str, str]
) -> Iterator[Case]:
    """The denials of one sentence that answer one of those before it."""
    back, worded = _back(one.text), denied_words(one.text)
    if back is not None:
        span = (back.start(), back.end())
        meant = [(here, named or voiced) for here, named in _meant(one, span, before)]
        told = _told(meant, _denier(one.text, back))
        if told is not None:
            here, claim = told
            title = claim.claim.title if voiced else claim.headline  # no name of another report for "the member"
            first = replace(_claim_word(claim, here, record, events), title=title)
            yield one.sentence.denies(span, title, record), [first, *also_told(claim, record, events)]
        elif back.groupdict().get("who") and (what := _quoted(one, span[0])):
            title = what[:1].upper() + what[1:]
            yield one.sentence.denies(span, title, record), [replace(one.sentence.tells(record), title=title)]
    elif worded is not None and worded[2] == "deny" and before:
        cue, what, _ = worded
        word = _same_deed(before[-1], said(what).deeds, subject_of(one.text, cue[0]), record, events)
        if word is not None:
            yield one.sentence.denies(cue, what.strip(" ,"), record), [word]


def _quoted(one: Here, end: int) -> str:
    """What somebody is quoted to say before `end`, where no claim was made of it."""
    said_there = QUOTED.match(one.text[:end])
    told = any(c.claim.trigger.start < one.start + end for c in one.claims)
    return said_there["what"] if said_there and not told else ""


def _meant(one: Here, span: tuple[int, int], before: Sequence[Here]) -> list[tuple[Here, bool]]:
    """Where to look for what "this" or "the claim" means, nearest first, each with whether only what is told in
    somebody's name counts: what stands before it in its own sentence, if that tells anything; else the sentence before,
    for what somebody claims the one before that too."""
    named = NAMED.search(one.text[: span[1]]) is not None
    claims = tuple(c for c in one.claims if c.claim.trigger.start < one.start + span[0])
    if any(c.claim.lemma in CHARGED for here in before[-1:] for c in here.claims):
        return []  # "a judge charged her with fraud. She denies the charges": what she denies is the fraud
    if claims or TOLD.search(one.text[: span[0]]):
        return [(replace(one, text=one.text[: span[0]], claims=claims), named)]
    return [(here, named) for here in reversed(before if named else before[-1:])]


def _told(places: Sequence[tuple[Here, bool]], denier: frozenset[str]) -> tuple[Here, PlacedClaim] | None:
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


def also_told(claim: PlacedClaim, record: Record, events: Mapping[str, str]) -> Iterator[Word]:
    """The words of other reports that tell the same event as real."""
    name = events.get(claim.claim.id)
    event = next((e for e in record.events if e.id == name), None)
    for other in (record.claims[c] for c in event.claims) if event is not None else ():
        c = other.claim
        if c.report != claim.claim.report and c.factuality in REAL:
            start = max((a for a, _ in record.reports[c.report].sentences if a <= c.trigger.start), default=0)
            yield word_of(f"{c.report}:{start}", Telling.of(other), record, other.headline, other, name)


def _same_deed(
    here: Here, deeds: frozenset[str], denier: frozenset[str], record: Record, events: Mapping[str, str]
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


def _claim_word(claim: PlacedClaim, here: Here, record: Record, events: Mapping[str, str]) -> Word:
    return word_of(here.sentence.key, Telling.of(claim), record, claim.headline, claim, events.get(claim.claim.id))
