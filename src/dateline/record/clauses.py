"""Finds the day of an event in the clause beside it.

In:   a claim without a day of its own, its report as read, and the report's time expressions, placed.
Out:  which time expression tells it, or the day that is counted from one.
Room: record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from dateline.claim.model import Claim, ReadReport
from dateline.sentence.times.model import Resolved
from dateline.terms import When

CLAUSE: Final = 160  # characters between a time and the event of its clause
AND: Final = 24  # characters between a day and the verb that shares it
WHEN: Final = re.compile(r",? when\b")
JOINED: Final = re.compile(r",? and (?:then |also |later |soon )?(?:\w+ly )?")
STOP: Final = re.compile(r"[.;:\n]|\bbut\b")
BESIDE: Final = re.compile(r",? (?:just |only |some )?")  # between a day and the length that is counted from it
AFTER: Final = re.compile(r" (after|before)\b")
DAYS: Final = {"day": (1, 0), "week": (7, 3)}  # how many days a unit has, and by how many days a count of it may be out


def when_clause(claim: Claim, read: ReadReport) -> int | None:
    """The time whose when-clause tells the event: "the crisis that began on July 26, when officers seized power"."""
    if claim.factuality not in ("happened", "ongoing"):
        return None
    text, low = read.report.text, max(claim.anchor.start, claim.trigger.start - CLAUSE)
    for number in range(len(read.times) - 1, -1, -1):
        time = read.times[number]
        if low <= time.start and time.end < claim.trigger.start and time.type in ("DATE", "TIME"):
            between = text[time.end : claim.trigger.start]
            return number if WHEN.match(between) and not STOP.search(between) else None
    return None


def shared_day(claim: Claim, read: ReadReport) -> int | None:
    """The day of the verb that this one is joined to: "ran aground on Tuesday and blocked the canal"."""
    if claim.factuality != "happened" or claim.tense not in ("past", None):
        return None
    text, low = read.report.text, max(claim.anchor.start, claim.trigger.start - AND)
    for number in range(len(read.times) - 1, -1, -1):
        time = read.times[number]
        if low <= time.end < claim.trigger.start:
            joined = time.type == "DATE" and JOINED.fullmatch(text[time.end : claim.trigger.start])
            told = joined and any(
                c.time == number and c.time_relation == "at" and c.factuality == "happened" and c.anchor == claim.anchor
                for c in read.claims
            )
            return number if told else None
    return None


def tells_when(claim: Claim, read: ReadReport) -> bool:
    """Whether the claim's time stands before its when-clause: "as they were from July, when the coup happened"."""
    if claim.time is None or not 0 <= claim.time < len(read.times):
        return False
    end = read.times[claim.time].end
    between = read.report.text[end : claim.trigger.start] if end < claim.trigger.start <= end + CLAUSE else ""
    return bool(WHEN.match(between)) and not STOP.search(between)


def counted_from(claim: Claim, read: ReadReport, placed: Sequence[Resolved]) -> tuple[When, str] | None:
    """The day that is counted from the day beside it: "reopened on Friday, ten days after a strike closed it" closed it
    ten days before that Friday. A count of weeks is known to three days either way; a vague count tells nothing."""
    if claim.factuality != "happened":
        return None
    text, low = read.report.text, max(claim.anchor.start, claim.trigger.start - CLAUSE)
    for number in range(len(read.times) - 1, 0, -1):
        length, day = read.times[number], placed[number - 1].when
        if not low <= length.start or length.end >= claim.trigger.start:
            continue
        meaning, clause = length.meaning, text[length.end : claim.trigger.start]
        side, unit = AFTER.match(clause), DAYS.get(meaning.unit or "")
        beside = BESIDE.fullmatch(text[read.times[number - 1].end : length.start])
        count = meaning.count if meaning.shape == "event-offset" and not meaning.modifier else None
        if not count or not unit or not side or not beside or not _first(claim, read, length.end):
            return None
        if not day.exact or day.earliest is None:
            return None
        days, out = unit
        told = day.earliest + timedelta(days=round(count * days) * (-1 if side[1] == "after" else 1))
        when = When.between(told - timedelta(days=out), told + timedelta(days=out), length.text, "event")
        return when, f"{length.text} {'before' if side[1] == 'after' else 'after'} {day.words or day.edtf}"
    return None


def _first(claim: Claim, read: ReadReport, behind: int) -> bool:
    """Whether no other event stands between the place and the claim's, nor the end of a clause."""
    between = any(behind < c.trigger.start < claim.trigger.start for c in read.claims if c.anchor == claim.anchor)
    return not between and not STOP.search(read.report.text[behind : claim.trigger.start])
