"""On which coming day what is called for, or laid down, is to begin: "called a strike for March 1".

"A truce that is to take effect on Saturday", "signed a decree. It takes effect on 1 June" tell of one as well.

In:   a claim told as done, the row of the table that speaks of it.
Out:  Whens; None where the words tell of no coming day.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.record.model import PlacedClaim, Record
from dateline.state.cast import Context
from dateline.state.effect import LAID
from dateline.state.found import words_before
from dateline.state.lengths import later
from dateline.state.rules import Rule
from dateline.state.spans import clause_times, first_of, placed
from dateline.state.told_after import starts_next
from dateline.terms import When

LONGEST: Final = 1000  # characters of a clause that are looked at
CALLED_FOR: Final = frozenset({"strike", "talks", "curfew", "campaign"})
TO_START: Final = re.compile(
    r"(?:; (?:it|the \w+) (?:will (?:enter|come|go|take|begin|start)|(?:enter|come|take|begin|start)s|goes)\b[^.;]*)|"
    r"(?:\b(?:that|which|and) (?:is|are|was|were|will|would) (?:(?:due |set |meant |expected |supposed )?to )?|"
    r", (?:due|set|scheduled|to be|meant|slated|starting|beginning|effective)\b(?: to)? ?|"
    r",? to (?=(?:begin|start|take effect|come into|enter into|go into)\b))"
    r"(?:enter|come|go|take|begin|start|kick|from|on|at|as of)\b[^.;]*"
)
WEEK: Final = 7
HAD: Final = re.compile(r"\bhad (?:\w+ )?$")  # "had called a strike for Monday": that Monday may be gone
WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


def called_for_later(rule: Rule, told: PlacedClaim, around: Context) -> When | None:
    """The coming day on which what is called, or laid down, is to begin."""
    called = called_for_on(told, around.record) if rule.slot in CALLED_FOR else None
    if called is not None or rule.slot not in LAID:
        return called
    return _to_start(told, around.record) or starts_next(told, around)


def called_for_on(told: PlacedClaim, record: Record, words: Sequence[str] = ("for", "from")) -> When | None:
    """The coming day that what was called or announced is for; None where the clause gives none."""
    last = told.published.latest
    for i, time in clause_times(told, record):
        word, when = (time.preposition or "").casefold(), placed(told, record, i)
        behind_it = time.start > told.claim.trigger.end and time.type == "DATE" and word in words
        if not behind_it or last is None or when is None or when.earliest is None:
            continue
        if when.earliest > last:
            return first_of(when, time) if word == "from" else when
        if word == "for" and _gone_by(when, last, time.text) and not HAD.search(words_before(told)):
            return later(when, WEEK, time.text)
    return None


def _gone_by(when: When, last: date, said: str) -> bool:
    """Whether a day of the week was read as the one gone by: what is called, or to begin, then is ahead."""
    days = (last - when.earliest).days if when.earliest is not None and when.exact else 0
    return 0 < days <= WEEK - 1 and WEEKDAY.search(said) is not None


def _to_start(told: PlacedClaim, record: Record) -> When | None:
    """The coming day on which what is signed or laid down is to begin: "a truce that is to take effect on Saturday"."""
    claim, last = told.claim, told.published.latest
    behind = TO_START.search(claim.anchor.text[:LONGEST], max(0, claim.trigger.end - claim.anchor.start))
    for i, time in clause_times(told, record) if behind is not None and last is not None else ():
        start, when = time.start - claim.anchor.start, placed(told, record, i)
        dated = time.type in ("DATE", "TIME") and when is not None
        if when is not None and dated and behind.start() <= start < behind.end():  # type: ignore[union-attr]
            day = when.earliest
            if day is not None and last is not None and day > last and when.exact:
                return when
            if last is not None and _gone_by(when, last, time.text):
                return later(when, WEEK, time.text)
    return None
