"""The bounds that a distance from an event of another report puts on the day of an undated one: "Dockers went back to
work this morning, two days after their union struck a deal", where another report dates the deal.

In:   what was read, the dates known so far, one sentence of an undated report.
Out:  soft Bounds: the day of the event moved by the distance, with the days that such news may be told after it.
Room: record. The event is told by a clause of its own right behind "after"; the reports that date it share its verb and
      two of its words, and agree on one day. Where the sentence names a weekday, the day that is reckoned must be one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.claim.model import Claim, ReadReport
from dateline.record.bounds import Bound, Known, words_of
from dateline.record.clauses import AFTER
from dateline.record.from_events import days_away
from dateline.record.tellings import Telling, stem, stems
from dateline.sentence.times.model import TimeExpression

SHARED: Final = 2  # words beside the verb that two tellings of one event share, or half of those of the shorter
WEEK: Final = timedelta(days=7)
LATE: Final = timedelta(days=2)  # within which a deed without a day is told
TODAY: Final = frozenset({"today", "this morning", "this afternoon", "this evening", "tonight", "earlier today"})
EMPTY: Final = frozenset(map(stem, ("after", "before", "both", "all", "its", "their", "the")))
REAL: Final = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class _Deed:
    """What the sentence tells of the deed that the distance is of."""

    weekday: int | None  # that is named for it
    today: bool  # it was done on the day of the report
    ahead: bool  # it is still to come


def days_since(k: Known, name: str, told: Telling) -> Iterator[Bound]:
    """A bound for each distance from an event that another report dates."""
    read = k.reads[name]
    for n, x in enumerate(read.times):
        away = _distance(read, told, x)
        event = _event(read, told, x) if away is not None else None
        words = stems(read.report.text[x.end : told.end])
        deed = _deed(read, told, n) if event is not None else None
        day = _day_of(k, name, event, words) if event is not None and deed is not None else None
        if away is None or deed is None or day is None:
            continue
        first = day + away
        if deed.weekday is not None and first.isoweekday() != deed.weekday:
            continue
        low, high = first, first + (timedelta(days=1) if deed.today else WEEK if deed.weekday is not None else LATE)
        low, high = (first - WEEK, first) if deed.ahead else (low, high)
        yield Bound(low, high, f'it says "{x.text}" of what another report dates to {day}', words_of(k, name, x))


def _distance(read: ReadReport, told: Telling, x: TimeExpression) -> timedelta | None:
    """How far from the event: "two days after" is two days."""
    side = AFTER.match(read.report.text, x.end) if told.lead and told.start <= x.start < told.end else None
    days = days_away(x, side[1]) if side is not None else None
    return timedelta(days=days) if days else None


def _event(read: ReadReport, told: Telling, x: TimeExpression) -> Claim | None:
    """The one claim right behind "after", told as past."""
    behind = sorted((c for c in read.claims if x.end < c.trigger.start < told.end), key=lambda c: c.trigger.start)
    return behind[0] if behind and behind[0].factuality in REAL else None


def _deed(read: ReadReport, told: Telling, n: int) -> _Deed | None:
    """The deed before the distance; None where it has a day of another kind, or there is none."""
    before = [c for c in read.claims if told.start <= c.trigger.start < read.times[n].start]
    if not before or any(c.factuality not in (*REAL, "planned") for c in before):
        return None
    ahead = before[-1].factuality == "planned"
    named = [t for t in read.times[:n] if told.start <= t.start and t.type in ("DATE", "TIME")]
    if not named:
        return None if ahead else _Deed(None, False, False)
    if len(named) > 1:
        return None
    m = named[0].meaning
    today = named[0].text.casefold() in TODAY
    weekday = m.get("weekday") if m.direction is None and m.get("day") is None else None
    return _Deed(weekday, today, ahead) if today or weekday else None


def _day_of(k: Known, name: str, event: Claim, words: frozenset[str]) -> date | None:
    """The one day that other reports give the event, told in these words."""
    best: dict[int, set[date]] = {}
    own = words - EMPTY - {stem(event.lemma)}
    for other, claim, day in k.dated(event.lemma):
        shared = len(own & stems(claim.anchor.text))
        if other != name and shared and shared >= min(SHARED, len(own) / 2):
            best.setdefault(shared, set()).add(day)
    days = best[max(best)] if best else set()
    return days.pop() if len(days) == 1 else None
