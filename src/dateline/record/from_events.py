"""Finds the day of a deed that is told by its distance from an event: "two days after the quake", "the day before the
vote", "on the eve of Sunday's election", "within hours of Thursday's ruling", "since Tuesday's vote".

In:   a claim without a day of its own, its report as read, and the report's time expressions, placed.
Out:  the days, and why; None where the report does not give the event one day.
Room: record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.claim.lexis import event_nouns
from dateline.claim.model import Claim, ReadReport
from dateline.record.features import plain_families, synonyms
from dateline.sentence.times.model import Resolved, TimeExpression
from dateline.sentence.times.stamps import shifted, spoken
from dateline.terms import When

SIDE: Final = re.compile(r" (after|before|following|prior to) ")
WEEK: Final = 7
UNITS: Final = {"day": 1, "week": WEEK}
WEEKDAY: Final = "XXXX-WXX-"  # how the value of a weekday without its week begins
WEEK_OUT: Final = 3  # by how many days a count of weeks may be out
# What is no expression of time by itself. Groups: the words; a side where the words do not say it.
BESIDE: Final = re.compile(
    r"\b(?P<eve>(?:on |at )?(?:the )?eve of) |"
    r"\b(?P<day>(?:on |just )?the (?:very )?(?:day|night) before) |"
    r"\b(?P<next>(?:on |just )?the (?:very )?(?:day|morning) (?:after|following)) |"
    r"\b(?P<hours>(?:within |just |only |mere |barely |a few |several )*(?:hours|minutes) (?:after|of|following)) |"
    r"\b(?P<earlier>(?:just |only |mere |barely |a few |several )*(?:hours|minutes) before) |"
    r"\b(?P<since>since) ",
    re.I,
)
OUT: Final = {"eve": (-1, -1), "day": (-1, -1), "next": (1, 1), "hours": (0, 1), "earlier": (-1, 0)}
PHRASE: Final = re.compile(r"[^.,;:\n()—–]{1,80}")
JOINED: Final = re.compile(r" (?:and|but|or|while|as|when|which|who) ")
# The day that the words of the event tell: "Tuesday's vote", "the April 20 ceasefire", "the coup of May 3".
LEADS: Final = re.compile(r"(?:(?:the|a|an|last|this) )?", re.I)
NAMES: Final = re.compile(r"(?:['’]s)? (?!(?:and|or|to|in|on|at|by|for|from|of|that|was|is) )[a-z]")
TELLS: Final = re.compile(r"^(?:(?:the|an?|their|his|her|its) )?(?:[\w’'-]+ ){1,4}(?:of|on) $", re.I)
OWNED: Final = re.compile(r"(?:the|an?|their|his|her|its|this|that|such)\b|.*['’]s ", re.I)
NOUN_ENDS: Final = re.compile(r" (?:of|in|on|at|by|for|near|off|over|from|to|with|between|against|across|around) ")
WORD: Final = re.compile(r"[^\W\d_][\w-]+")
OPENS: Final = re.compile(r"[\"“”']?(?:(?:But|And|Also|Then|Only|Just|Yet),? )?", re.I)
TURNS: Final = re.compile(r"[.;:\n]|\b(?:but|which|who|whose|that)\b")
MOST: Final = 3  # words of the event's name


@dataclass(frozen=True, slots=True)
class Beside:
    """A distance from an event: where its words and those of the event stand, how many days it may come to."""

    start: int
    words: str
    event: tuple[int, int]
    low: int  # days from the event
    high: int | None  # None: up to the day of the report


def from_event(claim: Claim, read: ReadReport, placed: Sequence[Resolved], written: When) -> tuple[When, str] | None:
    """The day of the event, moved by what is said: nothing where the report gives it no day, or more than one."""
    own = read.times[claim.time].meaning.shape if claim.time is not None else "event-offset"
    if claim.factuality not in ("happened", "ongoing") or own != "event-offset":
        return None
    for found in _distances(claim, read):
        if not _belongs(found, claim, read):
            continue
        day = _stated(found, read, placed, written) or _told_elsewhere(found, claim, read, placed)
        low = shifted(day, found.low) if day else None
        high = written.latest if found.high is None or low is None else shifted(day or low, found.high)
        high = min(high, written.latest) if high and written.latest and low and low <= written.latest else high
        if day and low and high and low <= high and (written.latest is None or high <= written.latest):
            return When.between(low, high, found.words, "event"), f"{found.words} what was on {spoken(day)}"
    return None


def _distances(claim: Claim, read: ReadReport) -> Iterator[Beside]:
    """The distances from an event that the claim's clause tells, in order."""
    text, low, end = read.report.text, claim.anchor.start, claim.anchor.end
    for time in read.times:
        side = SIDE.match(text, time.end) if low <= time.start < end else None
        days = days_away(time, side[1]) if side is not None else None
        if side is None or days is None or time.meaning.get("definite"):
            continue
        out = WEEK_OUT if time.meaning.unit == "week" else 0
        yield Beside(
            time.start, f"{time.text}{side[0].rstrip()}", _phrase(text, side.end(), end), days - out, days + out
        )
    for told in BESIDE.finditer(text, low, end):
        kind = told.lastgroup or ""
        bounds: tuple[int, int | None] = OUT.get(kind, (0, None))
        yield Beside(told.start(), told.group().strip(), _phrase(text, told.end(), end), *bounds)


def days_away(time: TimeExpression, side: str) -> int | None:
    """How many days it is from an event: "two days" on the side "after" is 2, "a week" on the side "before" is -7."""
    m = time.meaning
    if m.shape != "event-offset" or m.unit not in UNITS or m.modifier or m.count is None or m.count != int(m.count):
        return None
    return int(m.count) * UNITS[m.unit] * (1 if side in ("after", "following") else -1)


def _phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of the event stand, up to the next mark or joining word."""
    found = PHRASE.match(text, start, end)
    if found is None:
        return start, start
    joined = JOINED.search(found.group())
    return start, found.start() + joined.start() if joined else found.end()


def _belongs(found: Beside, claim: Claim, read: ReadReport) -> bool:
    """Whether the distance is that of the claim: it opens the sentence that the claim goes on, or stands behind it,
    and no other deed is told between."""
    text, (a, b) = read.report.text, found.event
    if found.start < claim.trigger.start < b:
        return False  # the event itself
    front = b <= claim.trigger.start
    low, high = (b, claim.trigger.start) if front else (claim.trigger.end, found.start)
    if front and OPENS.fullmatch(text[claim.anchor.start : found.start]) is None:
        return False
    between = text[low:high]
    told = any(low <= c.trigger.start < high for c in read.claims if c.anchor == claim.anchor and c.id != claim.id)
    return a < b and not told and TURNS.search(between) is None


def _stated(found: Beside, read: ReadReport, placed: Sequence[Resolved], written: When) -> date | None:
    """The day that stands in the event's own words: "Tuesday's vote", "the coup of May 3"; of "Sunday's election", told
    on the Saturday that is its eve, the Sunday to come."""
    text, (a, b) = read.report.text, found.event
    lead = LEADS.match(text, a)
    for time, told in zip(read.times, placed, strict=False):
        if not a <= time.start < b or not told.when.exact:
            continue
        first = lead is not None and time.start == lead.end() and NAMES.match(text, time.end) is not None
        if first or (found.high is not None and TELLS.match(text[a : time.start])):
            later = shifted(told.when.earliest, WEEK) if told.when.earliest and time.value.startswith(WEEKDAY) else None
            eve = shifted(later, found.low) if later and found.low < 0 else None
            return later if eve and written.latest and eve <= written.latest else told.when.earliest
    return None


def _told_elsewhere(found: Beside, claim: Claim, read: ReadReport, placed: Sequence[Resolved]) -> date | None:
    """The one day on which the report tells the event, named by a noun: "the quake" of "an earthquake struck"."""
    noun = _noun(read.report.text[slice(*found.event)])
    if noun is None:
        return None
    verb = event_nouns()[noun].verb if noun in event_nouns() else ""
    days: set[date | None] = set()
    for other in read.claims:
        at = other.time_relation == "at" and other.time is not None and other.time < len(placed)
        if other.id == claim.id or not at or other.factuality not in ("happened", "ongoing", "planned"):
            continue
        heads = {_plain(p.mention.head) for p in other.participants}
        named = _plain(noun) in heads or (
            verb and (other.lemma == verb or not plain_families(verb).isdisjoint(plain_families(other.lemma)))
        )
        if named:
            when = placed[other.time or 0].when
            days.add(when.earliest if when.exact else None)
    return days.pop() if len(days) == 1 else None


def _noun(phrase: str) -> str | None:
    """The noun of "the deadly quake near Kor"; none of "soldiers seized the town", which is a clause."""
    ends = NOUN_ENDS.search(phrase)
    name = phrase[: ends.start()] if ends else phrase
    words = WORD.findall(OWNED.sub("", name, count=1) if not name[:1].isupper() else name)
    if not OWNED.match(name) or not 0 < len(words) <= MOST:
        return None
    noun = words[-1].lower()
    return noun if noun in event_nouns() or noun in synonyms() else None


def _plain(noun: str) -> str:
    return synonyms().get(noun.lower(), noun.lower())
