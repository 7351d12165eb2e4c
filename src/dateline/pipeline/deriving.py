"""Derives the record: links everything that stands, and keeps it in its parts.

In:   an open store.
Out:  the record, its states and series; what a kept situation holds, fetched as it is asked for.
Room: pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from dateline.claim.model import ReadReport
from dateline.pipeline.reading import read_many, unread, version
from dateline.record.judgement import Judgement, apply, decided_dates, held, standing, withdrawal_days, withdrawn
from dateline.record.link import link
from dateline.record.model import Record
from dateline.report.model import Report
from dateline.report.versions import counted_by, in_order
from dateline.state.board import states
from dateline.state.model import State
from dateline.state.series import Series, series
from dateline.store.codec import dumps, loads
from dateline.store.file import Standing, Store, fingerprint
from dateline.store.kept import KeptRecord, packed, unpacked
from dateline.terms import DatelineError, Refusal, When

Progress = Callable[[int, int], None]  # done, of how many


def keep_reads(
    store: Store, marked: Sequence[tuple[str, Report]], workers: int = 1, progress: Progress | None = None
) -> list[Refusal]:
    """Reads what this version of the rules has not read yet, and keeps it; what could not be read."""
    reader = version()
    waiting = [(mark, report) for mark, report in marked if not store.has_read(mark, reader)]
    refused = []
    for n, body in enumerate(read_many([report for _, report in waiting], workers)):
        mark, report = waiting[n]
        if isinstance(body, Refusal):
            refused.append(body)
        store.keep_read(mark, reader, unread(report) if isinstance(body, Refusal) else body)
        if progress:
            progress(n + 1, len(waiting))
    return refused


def derive(store: Store) -> Record:
    """Links everything that stands into one record and keeps it; first reads what these rules have not read yet."""
    judgements = standing(store.judgements())
    current = _current(store, judgements)
    keep_reads(store, [marked for _, marked in sorted(current.items())])
    versions = {name: mark for name, (mark, _) in current.items()}
    record = linked(_reads(store, versions, judgements), judgements)
    store.keep_derived(_parts(record, versions) | _settled(store) | {"rules": version()})
    store.keep_standing(standing_rows(record))
    store.keep_sentences(
        (name, a, b, read.report.text[a:b]) for name, read in sorted(record.reports.items()) for a, b in read.sentences
    )
    return record


def is_derived(store: Store) -> bool:
    """Whether the kept record, if there is one, was derived by this version of the rules."""
    return store.derived("rules") in (None, version())


def _parts(record: Record, versions: Mapping[str, str]) -> dict[str, str]:
    last = last_day(record)
    return {"record": dumps(packed(record, versions)), "last day": last.isoformat() if last else ""}


def _settled(store: Store) -> dict[str, str]:
    """From which day on the kept record is what was known: after the last new version and the last withdrawal."""
    days = [day for day in withdrawal_days(standing(store.judgements())).values() if day is not None]
    newest = [in_order(held_versions)[-1].published for held_versions in store.versions().values()]
    known = days + [w.latest for w in newest if w.latest]
    generous = days + [w.earliest for w in newest if w.earliest]
    return {
        "settled": max(known).isoformat() if known else "",
        "settled, generously": max(generous).isoformat() if generous else "",
    }


def standing_rows(record: Record) -> Iterator[Standing]:
    """The states and series of the record, each with the first day on which a report told of it."""
    for state in states(record):
        yield ("state", state.id, *_first_told(t.published for t in state.transitions), dumps(state))
    for one in series(record):
        yield ("series", one.id, *_first_told(p.quantity.published for p in one.points), dumps(one))


def _first_told(days: Iterable[When]) -> tuple[str | None, str | None]:
    """First day by which one of the reports must have come out, and by which one may have."""
    told = list(days)
    known, generous = [d.latest for d in told if d.latest], [d.earliest for d in told if d.earliest]
    return (min(known).isoformat() if known else None, min(generous).isoformat() if generous else None)


def last_day(record: Record) -> date | None:
    """The last day on which any dated report was published."""
    days = [d.published.latest for d in record.dates.values() if d.published.exact]
    return max((d for d in days if d), default=None)


def derives_again(store: Store) -> bool:
    """Whether linking the kept readings once more gives the record that is kept; nothing is read or changed."""
    judgements = standing(store.judgements())
    versions = {name: mark for name, (mark, _) in _current(store, judgements).items()}
    record = linked(_reads(store, versions, judgements), judgements)
    rows = sorted(standing_rows(record))
    held = [body for kind in ("series", "state") for body in store.standing(kind)]
    same = all(store.derived(part) == body for part, body in (_parts(record, versions) | _settled(store)).items())
    return same and held == [row[-1] for row in rows]


def linked(reads: Mapping[str, ReadReport], judgements: Sequence[Judgement] = ()) -> Record:
    """The record of these reports, with what people decided."""
    return link(
        reads,
        decided=decided_dates(judgements),
        together=held(judgements, "same"),
        apart=held(judgements, "apart"),
    )


def _current(
    store: Store, judgements: Sequence[Judgement], known_by: date | None = None, generous: bool = False
) -> dict[str, tuple[str, Report]]:
    """The version of each report that counted on the day, with its fingerprint; without a day, the newest.

    A report that was withdrawn by then is left out.
    """
    gone = withdrawn(judgements, known_by)
    versions: dict[str, list[tuple[str, Report]]] = {}
    for mark, report in store.reports():
        if report.id not in gone:
            versions.setdefault(report.id, []).append((mark, report))
    out = {}
    for name, held_versions in sorted(versions.items()):
        report = counted_by((r for _, r in held_versions), known_by, generous)
        out[name] = (fingerprint(report), report)
    return out


def _reads(store: Store, versions: Mapping[str, str], judgements: Sequence[Judgement]) -> dict[str, ReadReport]:
    """What was read from these versions, with what people decided about them."""
    reads = {}
    for name, mark in sorted(versions.items()):
        read = store.read_of(mark)
        if read is None:
            raise DatelineError(
                f"{store.path} has lost what was read from report {name}. Add any report to read it again."
            )
        reads[name] = read
    return apply(reads, judgements)


def record_of(store: Store) -> Record:
    """The derived record as it was kept."""
    body = store.derived("record")
    if body is None:
        with store.change():
            return derive(store)
    kept = loads(KeptRecord, body)
    return unpacked(kept, _reads(store, kept.versions, standing(store.judgements())))


class Held:
    """What a kept situation holds, fetched as it is asked for; all of it follows from the store alone."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._earlier: dict[tuple[tuple[str, str], ...], Record] = {}

    def earlier(self, known_by: date, generous: bool = False) -> Record | None:
        """The record as it was known by the day, where a later version or withdrawal has changed it since; else None.

        It is linked anew from what was read; nothing of it is kept.
        """
        settled = self._store.derived("settled, generously" if generous else "settled")
        if not settled or known_by >= date.fromisoformat(settled):
            return None
        judgements = standing(self._store.judgements())
        versions = {n: mark for n, (mark, _) in _current(self._store, judgements, known_by, generous).items()}
        key = tuple(sorted(versions.items()))
        if key not in self._earlier:
            self._earlier[key] = linked(_reads(self._store, versions, judgements), judgements)
        return self._earlier[key]

    @cached_property
    def versions(self) -> dict[str, tuple[Report, ...]]:
        """The reports that came out more than once with different texts: their versions, in order."""
        return {name: in_order(held_versions) for name, held_versions in sorted(self._store.versions().items())}

    @cached_property
    def record(self) -> Record:
        """The whole record."""
        return record_of(self._store)

    def states(self, known_by: date | None = None, generous: bool = False) -> tuple[State, ...]:
        """The states of which something was told by the day, by id."""
        return tuple(loads(State, body) for body in self._store.standing("state", known_by, generous))

    def series(self, known_by: date | None = None, generous: bool = False) -> tuple[Series, ...]:
        """The series of which something was told by the day, by id."""
        return tuple(loads(Series, body) for body in self._store.standing("series", known_by, generous))

    @cached_property
    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""
        kept = self._store.derived("last day")
        return date.fromisoformat(kept) if kept else None
