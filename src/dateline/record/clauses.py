"""Finds the day of an event in the clause beside it.

In:   a claim without a day of its own, its report as read, and the report's time expressions, placed.
Out:  which time expression tells it, or the day that is counted from one.
Room: record.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.model import Claim, ReadReport
from dateline.record.features import listed
from dateline.sentence.times.model import Resolved
from dateline.sentence.times.stamps import moved, shifted
from dateline.terms import When

CLAUSE: Final = 160  # characters between a time and the event of its clause
AND: Final = 24  # characters between a day and the verb that shares it
WHEN: Final = re.compile(r",? when\b")
JOINED: Final = re.compile(r",? and (?:then |also |later |soon )?(?:\w+ly )?")
AND_VERB: Final = re.compile(
    r"\band(?: \w+ly)? $"
)  # "a day after the raid, and seized weapons": no day is counted for it
STOP: Final = re.compile(r"[.;:\n]|\bbut\b")
# Between a day and the length that is counted from it: "on Thursday came two days after".
BESIDE: Final = re.compile(r",? (?:(?:came|comes|happened|occurred) )?(?:just |only |some )?")
# A sentence that counts from what the one before tells: "The attack came two days after".
CAME: Final = re.compile(
    r"(?:(?:The|That|This|His|Her|Their) [\w-]+(?: [\w-]+)?|It|That) "
    r"(?:came|comes|happened|occurred) (?:just |only |some )?"
)
AFTER: Final = re.compile(r" (after|before)\b")
RESULT: Final = re.compile(r",(?: thus| thereby| also)?(?: \w+ly)? $")  # before "freeing four workers"
AND_RESULT: Final = re.compile(r" and(?: also)?(?: \w+ly)? $")
PREVIOUS: Final = re.compile(
    r"\b(?:had|has|have|having|earlier|later|then|previously|meanwhile|following|after|since)\b", re.I
)
# What lasted: of "ending a mission in which 40 were killed" nobody knows on which day.
LASTED: Final = re.compile(
    r"\b(?:war|deployment|mission|campaign|crisis|conflict|unrest|insurgency|uprising|rebellion|occupation|epidemic|"
    r"outbreak|stand-?off|siege|rule|reign|presence|intervention|crackdown|dictatorship|feud|drought|famine)s?"
    r"(?:,? (?:in|during|over) which|,? (?:that|which))\b",
    re.I,
)
# What is done about a deed when it is long done: "charged two men over a fire in which nine died".
AFTERWARDS: Final = frozenset(
    {"charge", "indict", "sentence", "convict", "find guilty", "acquit", "try", "jail", "arrest", "detain", "extradite",
     "approve", "appeal", "plead", "plead guilty", "plead not guilty", "identify", "name", "blame", "condemn", "mourn",
     "bury", "compensate", "dismiss", "sack", "resign", "apologise", "apologize", "rule", "order", "release", "free",
     "hand over", "admit", "open inquiry", "search", "hunt"}
)  # fmt: skip
STARTING: Final = re.compile(r"\b(?:starting|commencing|effective)(?: on| from)? $", re.I)
BACK: Final = len("commencing from ") + 1
UNTIL: Final = re.compile(r" (?:until|till|to)\b[^,;:.]*")
WEEK: Final = 7
OUT: Final = {"day": 0, "week": 3}  # by how many days a count of the unit may be out


def when_clause(claim: Claim, read: ReadReport) -> int | None:
    """The time whose when-clause tells the event: "the crisis that began on July 26, when officers seized power"."""
    if claim.factuality not in ("happened", "ongoing"):
        return None
    for number in _times_before(claim, read, CLAUSE):
        time = read.times[number]
        if _low(claim, CLAUSE) <= time.start and time.type in ("DATE", "TIME"):
            between = read.report.text[time.end : claim.trigger.start]
            return number if WHEN.match(between) and not STOP.search(between) else None
    return None


def shared_day(claim: Claim, read: ReadReport) -> int | None:
    """The day of the verb that this one is joined to: "ran aground on Tuesday and blocked the canal"."""
    if claim.factuality != "happened" or claim.tense not in ("past", None):
        return None
    number = next(_times_before(claim, read, AND), None)
    if number is None or read.times[number].type != "DATE":
        return None
    joined = JOINED.fullmatch(read.report.text[read.times[number].end : claim.trigger.start])
    told = joined and any(
        c.time == number
        and c.time_relation == "at"
        and c.factuality == "happened"
        and c.anchor == claim.anchor
        and _same_doer(c, claim)
        for c in read.claims
    )
    return number if told else None


def _same_doer(one: Claim, other: Claim) -> bool:
    """Whether two verbs can be joined: not "urged them to keep the truce they signed in March and warned"."""
    doers = [{p.mention.anchor.start for p in c.participants if p.role == "actor"} for c in (one, other)]
    return not all(doers) or not doers[0].isdisjoint(doers[1])


def day_of_deed(claim: Claim, read: ReadReport) -> int | None:
    """The day of the deed that this one came of: "stormed the farm on Tuesday, freeing four workers", "was ambushed on
    Monday; two drivers were killed"."""
    if claim.factuality != "happened" or claim.time is not None:
        return None
    before = [c for c in read.claims if c.anchor == claim.anchor and c.trigger.end <= claim.trigger.start]
    harmed = listed("harming")
    deeds = (c for c in reversed(before) if not _ing(c) and (c.time is not None or c.lemma not in harmed))
    deed = next(deeds, None)
    dated = deed is not None and deed.time is not None and deed.time_relation == "at" and deed.tense == "past"
    if deed is None or not dated or deed.factuality != "happened" or deed.lemma in AFTERWARDS | listed("saying"):
        return None
    text = read.report.text
    lead, between = text[_low(claim, AND) : claim.trigger.start], text[deed.trigger.end : claim.trigger.start]
    joined = AND_RESULT.search(lead) and any(_ing(c) for c in before[-1:])
    result = _ing(claim) and (RESULT.search(lead) or joined)
    harm = claim.lemma in harmed and claim.tense == "past" and not _ing(claim)
    near = len(between) <= CLAUSE and not PREVIOUS.search(between) and not LASTED.search(between)
    return deed.time if near and (result or harm) else None


def _ing(claim: Claim) -> bool:
    return claim.trigger.text.lower().endswith("ing")


def tells_when(claim: Claim, read: ReadReport) -> bool:
    """Whether the claim's time stands before its when-clause: "as they were from July, when the coup happened"."""
    if claim.time is None or not 0 <= claim.time < len(read.times):
        return False
    end = read.times[claim.time].end
    between = read.report.text[end : claim.trigger.start] if end < claim.trigger.start <= end + CLAUSE else ""
    told = any(end <= c.trigger.start < claim.trigger.start for c in read.claims if c.anchor == claim.anchor)
    own = not (told and "," in between[1:])  # "since April 28, when the dam burst, 200 people have died"
    return bool(WHEN.match(between)) and own and not STOP.search(between)


def counted_from(claim: Claim, read: ReadReport, placed: Sequence[Resolved]) -> tuple[When, str] | None:
    """The day that is counted from the day beside it: "reopened on Friday, ten days after a strike closed it" closed it
    ten days before that Friday. A count of weeks is known to three days either way; a vague count tells nothing."""
    if claim.factuality != "happened":
        return None
    number = next(_times_before(claim, read, CLAUSE), -1)
    length = read.times[number] if number >= 0 else None
    came = length is not None and CAME.fullmatch(read.report.text, claim.anchor.start, length.start)
    beside = _told_just_before(claim, read) if came else number - 1
    day = placed[beside].when if beside is not None and beside >= 0 else None
    if length is None or day is None or not day.exact or day.earliest is None or length.start < _low(claim, CLAUSE):
        return None
    meaning, text = length.meaning, read.report.text
    side, out = AFTER.match(text[length.end : claim.trigger.start]), OUT.get(meaning.unit or "")
    near = came or BESIDE.fullmatch(text[read.times[number - 1].end : length.start])
    count = meaning.count if meaning.shape == "event-offset" and not meaning.modifier else None
    if not count or out is None or not side or not near or not _first(claim, read, length.end):
        return None
    told = moved(day.earliest, meaning.unit or "", -count if side[1] == "after" else count)
    low, high = (shifted(told, by) if told else None for by in (-out, out))
    if low is None or high is None:
        return None  # beyond the calendar
    if beside is not None and (read.times[beside].preposition or "").lower() == "by":
        came_out = read.report.published.latest  # a weekday behind "by" may have been read as one to come
        low, high = None, shifted(high, -WEEK) if came_out is not None and high > came_out else high
        if side[1] == "before":
            return None  # "restored by Thursday, a day after a fire cut it": the day before that Thursday at the latest
    when = When.between(low, high, length.text, "event")
    return when, f"{length.text} {'before' if side[1] == 'after' else 'after'} {day.words or day.edtf}"


def _told_just_before(claim: Claim, read: ReadReport) -> int | None:
    """The one time that the sentence before gives to what it tells as done."""
    before = [c for c in read.claims if c.anchor.end <= claim.anchor.start]
    last = max((c.anchor.start for c in before), default=0)
    done = [c for c in before if c.anchor.start == last and c.factuality == "happened" and c.time_relation == "at"]
    times = {c.time for c in done if c.time is not None}
    return times.pop() if len(times) == 1 else None


def up_to(claim: Claim, read: ReadReport, placed: Sequence[Resolved], own: tuple[When, str]) -> tuple[When, str]:
    """ "Ruled from 2018 until he was ousted in 2028", "ran from May 1 until Wednesday": a stretch that has an end."""
    behind = (claim.time or 0) + 1
    if claim.tense != "past" or claim.factuality != "happened" or behind >= len(placed):
        return own
    end, low = placed[behind].when.latest, own[0].earliest
    between = read.report.text[read.times[behind - 1].end : read.times[behind].start]
    near = read.times[behind].end <= claim.anchor.end and UNTIL.fullmatch(between)
    if not near or end is None or low is None or end < low:
        return own
    words = read.times[behind].text
    return replace(own[0], latest=end, edtf=When.between(low, end).edtf), f"{own[1]}; until {words}"


def set_from(claim: Claim, read: ReadReport) -> bool:
    """ "Declared a curfew starting on Saturday": the day of the curfew, not of the declaring."""
    if claim.time is None or claim.time_relation != "since":
        return False
    start = read.times[claim.time].start
    return STARTING.search(read.report.text, max(0, start - BACK), start) is not None


def _low(claim: Claim, reach: int) -> int:
    """Where what is looked at before the event begins: in its sentence, so many characters before its word."""
    return max(claim.anchor.start, claim.trigger.start - reach)


def _times_before(claim: Claim, read: ReadReport, reach: int) -> Iterator[int]:
    """The times that end so many characters before the event's word at most, the nearest first."""
    for number in range(bisect_left(read.times, claim.trigger.start, key=lambda t: t.end) - 1, -1, -1):
        if read.times[number].end < _low(claim, reach):
            return
        yield number


def _first(claim: Claim, read: ReadReport, behind: int) -> bool:
    """Whether no other event stands between the place and the claim's, nor the end of a clause."""
    between = any(behind < c.trigger.start < claim.trigger.start for c in read.claims if c.anchor == claim.anchor)
    text = read.report.text[behind : claim.trigger.start]
    return not between and not STOP.search(text) and not AND_VERB.search(text)
