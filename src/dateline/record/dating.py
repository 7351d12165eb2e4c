"""Dates the reports that bear no date, from what the pile says: an interval, and the words for each bound.

In:   what was read from each report; the dates that reports state for themselves.
Out:  a Dated for each report. A stated date stands as it is; an undated report gets bounds, never an exact day.
Room: record. Pure and deterministic: a constraint network, narrowed round by round until nothing changes.

The network: each undated report is a variable, an interval of days. `record/bounds.py` draws constraints from the
report's own words (a full date told as past, a deadline told as coming) and from other reports (an event told as past,
coming or not yet so). Firm bounds are met first; what leans on habit (`record/habits.py`: news is told within days, a
bare weekday is the last one) is met only where it fits them. At most ROUNDS rounds are made, so it ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from dateline.claim.model import ReadReport
from dateline.record.bounds import Bound, Known, firm_bounds
from dateline.record.habits import pile_stretch, soft_bounds
from dateline.record.model import Dated, Event
from dateline.record.tellings import pile
from dateline.report.model import Reason
from dateline.terms import When
from dateline.terms.when import edtf_of

ROUNDS: Final = 4
PRINTED: Final = 2  # days from filing to print; of 18 datelines of the two situations none came more than a day before
_DAY: Final = timedelta(days=1)
ARCHIVE: Final = timedelta(days=366)  # older than the news by more: a photo from the archive says nothing of "Tuesday"
HABIT: Final = 2  # rank of the bounds that only say when such news is told

Found = tuple[When, tuple[Reason, ...], When]  # published, why, and what the words may lean on


def date_reports(
    reports: Mapping[str, ReadReport],
    previous: Mapping[str, Dated] | None = None,
    events: tuple[Event, ...] = (),
    claims_when: Mapping[str, When] | None = None,
) -> dict[str, Dated]:
    """When each report came out, and why; `previous`, `events` and `claims_when` of an earlier round may be left out.

    Reports with a date of their own keep it. The answer depends on the set of reports alone, not on their order and
    not on the earlier round: rounds are made inside, from the stated dates on.
    """
    del previous, events, claims_when
    reads = {name: reports[name] for name in sorted(reports)}
    stated = {name: read.report.published for name, read in reads.items() if read.report.published.known}
    undated = [name for name in reads if name not in stated]
    found: dict[str, Found] = {name: (When(), (), When()) for name in undated}
    if undated:
        told = pile(reads)
        for _ in range(ROUNDS):
            dates = {**stated, **{name: when for name, (when, _, _) in found.items()}}
            known = Known(reads, dates, told)
            new = {name: _narrowed(known, name) for name in undated}
            if new == found:
                break
            found = new
    out: dict[str, Dated] = {}
    for name, read in reads.items():
        if name in stated:
            out[name] = _as_stated(read)
        else:
            when, reasons, leaning = found[name]
            out[name] = Dated(when, (*read.report.reasons, *reasons), False, leaning)
    return out


def written(read: ReadReport, dated: Dated) -> When:
    """The days that the report's own words lean on ("today", "on Monday"): of filing, where a dateline gives it."""
    if dated.stated and read.report.published.exact:
        return read.report.published
    return dated.published if dated.leaning is None else dated.leaning


def _as_stated(read: ReadReport) -> Dated:
    """The stated date; a dateline by itself names the day of filing, and print follows within days."""
    report = read.report
    says = {w.kind for w in report.witnesses if w.says == "published" and w.when.earliest is not None}
    if says != {"dateline"} or not report.published.exact or report.published.earliest is None:
        return Dated(report.published, report.reasons, True)
    filed = report.published.earliest
    when = When.between(filed, filed + PRINTED * _DAY, report.published.words, "stated")
    return Dated(when, (*report.reasons, Reason("a dateline is the day of filing; print follows within days")), True)


def _narrowed(known: Known, name: str) -> Found:
    """The interval of one report: firm bounds, then those that lean on habit, then the stretch of the pile.

    The third part leaves out what only the habits of the pile say: no event is dated by leaning on it.
    """
    firm = sorted(firm_bounds(known, name), key=lambda b: b.key())
    own = known.reads[name].report.published
    low, high, used = own.earliest, own.latest, list[Bound]()
    for bound in firm:
        if bound.low and (low is None or bound.low > low):
            low = bound.low
            used = [b for b in used if b.high] + [bound]
        if bound.high and (high is None or bound.high < high):
            high = bound.high
            used = [b for b in used if b.low] + [bound]
    if low and high and low > high:
        return _impossible(firm)
    soft = sorted(soft_bounds(known, name, low), key=lambda b: b.key())
    said = _met(low, high, [b for b in soft if b.rank != HABIT])
    full = _met(low, high, [*soft, *pile_stretch(known, name, low, high)])
    reasons = tuple(Reason(b.why, b.anchor) for b in dict.fromkeys([*used, *full[2]]))
    old = said[0] is not None and full[0] is not None and said[0] < full[0] - ARCHIVE
    leaning = _interval(None if old else said[0], said[1])
    return _interval(*full[:2]), reasons if any(full[:2]) else (), leaning


def _met(low: date | None, high: date | None, bounds: list[Bound]) -> tuple[date | None, date | None, list[Bound]]:
    """The interval narrowed by each bound in turn that fits it, and the bounds that did."""
    used = []
    for bound in bounds:
        lower = max(x for x in (low, bound.low) if x) if low or bound.low else None
        upper = min(x for x in (high, bound.high) if x) if high or bound.high else None
        if (lower and upper and lower > upper) or (lower, upper) == (low, high):
            continue
        low, high = lower, upper
        used.append(bound)
    return low, high, used


def _interval(low: date | None, high: date | None) -> When:
    if low and high and low == high:
        low, high = low - _DAY, high + _DAY  # a day worked out is a day or so: zones, midnights and copies
    return When(low, high, edtf_of(low, high), None, "constraint") if low or high else When()


def _impossible(firm: list[Bound]) -> Found:
    """Bounds that contradict each other settle nothing; both are shown."""
    lows = [b for b in firm if b.low]
    highs = [b for b in firm if b.high]
    latest, earliest = max(lows, key=lambda b: (b.low, b.why)), min(highs, key=lambda b: (b.high, b.why))
    clash = Reason("What the reports say of its date contradicts itself, so it stays open", None)
    return When(), (clash, Reason(latest.why, latest.anchor), Reason(earliest.why, earliest.anchor)), When()
