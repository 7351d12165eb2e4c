"""Settles when a report came out from what its witnesses say; they may contradict each other.

In:   witnesses of one report.
Out:  published (unknown where nothing states it), updated, the reasons, and notes on what does not fit.
Room: report. Bounds drawn from the story itself, and from other reports, are the record room's.

The order of trust was chosen by reading the pages of two situations: what a person or the row gives, then the words of
the page, then its markup, then its address. A dateline names the day of writing, which a copy keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.report.model import Reason, Witness, WitnessKind
from dateline.terms import When

TRUST: tuple[WitnessKind, ...] = ("person", "metadata", "byline", "body", "html", "url", "dateline", "file")
SLACK = 2  # days by which clocks of the page, its address and its markup may differ (time zones, midnight)
FILED_BEFORE = 7  # days by which a dateline may come before publication; copies and weeklies are that late

Settled = tuple[When, When | None, tuple[Reason, ...], tuple[str, ...]]


def settle(witnesses: Sequence[Witness]) -> Settled:
    """When the report was published and updated, with reasons and notes.

    >>> byline = Witness("byline", When.day(date(2024, 3, 22)), 'the byline gives "March 22"')
    >>> address = Witness("url", When.month(2006, 5), 'the address holds "2006/05"')
    >>> published, updated, reasons, notes = settle((byline, address))
    >>> published.edtf, notes
    ('2024-03-22', ('Dates contradict each other: the byline gives "March 22", but the address holds "2006/05".',))
    """
    said = [w for w in witnesses if w.says == "published" and w.kind in TRUST]
    said.sort(key=lambda w: (w.doubt is not None and w.kind != "person", TRUST.index(w.kind)))
    bounded = [w for w in said if w.when.earliest is not None]
    notes = [f"A date is doubtful: {w.why}, but {w.doubt}." for w in said if w.doubt]
    updated = _updated(witnesses)
    if not bounded:
        return (*_by_its_update(witnesses, updated, said), tuple(notes))
    chosen = bounded[0]
    when, reasons_for = chosen.when, [Reason(chosen.why, chosen.anchor)]
    for other in said:
        if other is chosen or chosen.kind == "person":
            continue
        when, fits = _weighed(when, chosen, other)
        if fits:
            reasons_for.append(Reason(other.why, other.anchor))
        else:
            notes.append(f"Dates contradict each other: {chosen.why}, but {other.why}.")
    notes += _against_bounds(when, chosen, witnesses)
    if updated and when.earliest and updated.latest and updated.latest < when.earliest:
        notes.append(f"Dates contradict each other: {chosen.why}, but the page was updated before that.")
    return when, updated, tuple(reasons_for), tuple(dict.fromkeys(notes))


def _by_its_update(
    witnesses: Sequence[Witness], updated: When | None, said: Sequence[Witness]
) -> tuple[When, When | None, tuple[Reason, ...]]:
    """Without a date of publication: open, or at the latest on the day of the update."""
    reasons = [Reason(w.why, w.anchor) for w in said]
    if updated is None or updated.latest is None:
        return When(), updated, tuple(reasons)
    reasons += [Reason(f"{w.why}, so it came out by then", w.anchor) for w in witnesses if w.when == updated]
    return When.between(None, updated.latest), updated, tuple(reasons)


def _weighed(when: When, chosen: Witness, other: Witness) -> tuple[When, bool]:
    """The date after one more witness, and whether that witness fits."""
    if other.when.earliest is None:
        return _with_year(when, other)
    before = FILED_BEFORE if other.kind == "dateline" else SLACK
    if other.doubt is None and when.width != 1 and (both := when.meet(other.when)):
        return (both if (both.width or 0) < (when.width or 0) else when), True
    if _gap(other.when, when) <= before and _gap(when, other.when) <= SLACK:
        return when, True
    if other.kind in ("byline", "dateline", "body") and chosen.kind in ("metadata", "html", "url", "body", "file"):
        return _between(when, other.when), False
    return when, False


def _gap(first: When, second: When) -> int:
    """Days from the last day of `first` to the first day of `second`; 0 or less unless they stand in this order."""
    if first.latest is None or second.earliest is None:
        return 0
    return (second.earliest - first.latest).days


def _between(a: When, b: When) -> When:
    """The words of a page and its data disagree: the report came out in the stretch that holds both."""
    days = [d for d in (a.earliest, a.latest, b.earliest, b.latest) if d]
    return When.between(min(days), max(days), a.words)


def _with_year(when: When, other: Witness) -> tuple[When, bool]:
    """A dateline without a year gets it from a date that fits: "Dec. 22" and December 2023."""
    month, day = (int(x) for x in (other.when.edtf or "XXXX-01-01")[5:].split("-"))
    if when.earliest is None or when.latest is None:
        return when, True
    for year in sorted({when.earliest.year - 1, when.earliest.year, when.latest.year}, reverse=True):
        try:
            filed = date(year, month, day)
        except ValueError:
            continue
        if when.earliest - timedelta(days=FILED_BEFORE) <= filed <= when.latest + timedelta(days=1):
            if when.width != 1 and when.earliest <= filed <= when.latest:
                return replace(When.day(filed, other.when.words), basis="stated"), True
            return when, True
    return when, False


def _updated(witnesses: Iterable[Witness]) -> When | None:
    said = [w.when for w in witnesses if w.says == "updated" and w.when.latest is not None]
    return max(said, key=lambda w: (w.latest or date.min, w.earliest or date.min), default=None)


def _against_bounds(when: When, chosen: Witness, witnesses: Iterable[Witness]) -> list[str]:
    out = []
    for w in witnesses:
        low, high = w.when.earliest, w.when.latest
        late = w.says == "not_before" and low and when.latest and low > when.latest + timedelta(days=SLACK)
        early = (
            w.says == "not_after" and w.kind != "copyright" and high and when.earliest
            and when.earliest > high + timedelta(days=SLACK)
        )  # fmt: skip
        if late or early:
            out.append(f"Dates contradict each other: {chosen.why}, but {w.why}.")
    return out
