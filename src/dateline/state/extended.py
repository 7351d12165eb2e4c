"""Until when that stands which is extended: "due to expire on Saturday, was extended by five days".

In:   a transition that extends what stands, and the times of its report.
Out:  the same, with the last day it is extended to, or by how many days, where the words tell.
Room: state. "For two more days" counts from the old last day and not from the report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.record.model import Record
from dateline.state.lengths import days_of, later
from dateline.state.model import Transition
from dateline.state.spans import clause_times, placed, until_of
from dateline.terms import When

DUE: Final = re.compile(
    r"\b(?:(?:due|set|scheduled|meant|supposed) to|would have|was to|were to) (?:have )?"
    r"(?:expired?|end(?:ed)?|run out|lapsed?|finish(?:ed)?)\b|\b(?:expiring|ending)\b"
)
BY: Final = re.compile(r"\bby (?:an? |another |a further |an additional )?$")
EVE: Final = re.compile(
    r"\b(?:(?:(?:just|only|mere|barely|a few|several) )*(?P<hours>hours|minutes)|(?P<day>(?:a|one|the) day)|"
    r"(?P<days>two|three|four|five|six) days) "
    r"before (?:it|they|the (?:[\w-]+ ){1,4}?|its (?:expiry|expiration|end)\b)"
    r"(?:(?<=its expiry)|(?<=its expiration)|(?<=its end)| ?(?:would have|expired|ended|lapsed|ran out|"
    r"(?:was|were) (?:due|set|scheduled|supposed|meant|about) to))",
    re.I,
)  # "hours before it was due to expire"
DAYS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
MORE: Final = re.compile(r"\b(?:another|further|extra|additional|second)\b", re.I)
MORE_BEHIND: Final = re.compile(r" more\b| longer\b")
WEEK: Final = 7
CLOSE: Final = 24  # characters from "due to expire" to its day


def lengthened(made: Transition, record: Record) -> Transition:
    """The transition, with the day it extends to or with by how many days it does."""
    if made.kind != "extend":
        return made
    days = _by(made, record)
    if days is None or _from_day(made, record):
        return made
    old = _old_end(made, record)
    if old is not None:
        return replace(made, term=later(old, days, old.words or ""))
    until = until_of(made.told, record)  # "by two days, until Wednesday"
    return replace(made, term=until, by=0 if until is not None else days)


def _from_day(made: Transition, record: Record) -> bool:
    """Whether the first of the days is told: "by 60 days from May 11"."""
    last = made.told.claim.trigger.start
    return any(
        t.preposition == "from" and t.type == "DATE" and t.start > last for _, t in clause_times(made.told, record)
    )


def _by(made: Transition, record: Record) -> int | None:
    """By how many days: "by 72 hours", "for two more days"; "for two days" counts from the report."""
    clause, start = made.told.claim.anchor.text, made.told.claim.anchor.start
    for _, time in clause_times(made.told, record):
        days = days_of(time.value) if time.type == "DURATION" else None
        before, behind = clause[: time.start - start], clause[time.end - start :]
        by = time.preposition == "by" or BY.search(before) is not None
        more = MORE.search(before[-16:] + time.text) or MORE_BEHIND.search(f" {time.text}{behind[:5]}")
        if days and time.start > made.told.claim.trigger.start and (by or more):
            return days
    return None


def _old_end(made: Transition, record: Record) -> When | None:
    """The day on which it was to end: "which was due to expire on Saturday"."""
    clause, start, last = made.told.claim.anchor.text, made.told.claim.anchor.start, made.published.latest
    for i, time in clause_times(made.told, record):
        due = [m for m in DUE.finditer(clause) if 0 <= time.start - start - m.end() <= CLOSE]
        when = placed(made.told, record, i) if due and time.type in ("DATE", "TIME") else None
        if when is None or not when.exact or last is None or when.latest is None:
            continue
        gone = when.latest < last and "W" in time.value
        return later(when, WEEK, time.text) if gone and (last - when.latest).days < WEEK else when
    return _on_its_eve(made)


def _on_its_eve(made: Transition) -> When | None:
    """The old last day of what was extended "a day before it was due to expire"."""
    claim, when = made.told.claim, made.when
    eve = EVE.search(claim.anchor.text, claim.trigger.end - claim.anchor.start)
    if eve is None or not when.exact or when.latest is None:
        return None
    low, high = (0, 1) if eve["hours"] else (1, 1)
    low, high = (DAYS[eve["days"].lower()],) * 2 if eve["days"] else (low, high)
    first, last = later(when, low, eve.group()), later(when, high, eve.group())
    return When.between(first.earliest, last.latest, eve.group(), "event")
