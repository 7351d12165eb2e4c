"""Derives the record: links everything that stands, and keeps it in its parts.

In:   an open store.
Out:  the record, its states and series, kept in parts.
Room: pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.claim.model import ReadReport
from dateline.pipeline.reading import read_many, unread, version
from dateline.record.judgement import Judgement, apply, decided_dates, held, standing, withdrawal_days, withdrawn
from dateline.record.link import link
from dateline.record.model import Record
from dateline.report.model import Report
from dateline.report.versions import counted_by, in_order
from dateline.state.board import states
from dateline.state.made import MADE, Ready
from dateline.state.model import State
from dateline.state.ready import ready_series, ready_state, slim_series, slim_state
from dateline.state.series import Series, series
from dateline.store.codec import dumps, loads
from dateline.store.file import Store, fingerprint
from dateline.store.kept import KeptRecord, packed, unpacked
from dateline.store.standing import Row, mark_of
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
    keep_standings(store, record)
    store.keep_derived(_parts(record, versions) | _settled(store) | {"rules": version(), "ready": MADE})
    store.keep_sentences(
        (name, a, b, read.report.text[a:b]) for name, read in sorted(record.reports.items()) for a, b in read.sentences
    )
    return record


def is_derived(store: Store) -> bool:
    """Whether the kept record, if there is one, was derived by this version of the rules, and its lines made ready."""
    ready = store.derived("record") is None or store.derived("ready") == MADE
    return ready and store.derived("rules") in (None, version())


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


def keep_standings(store: Store, record: Record) -> None:
    """Keeps the states and series of the record, with their lines made ready.

    What is kept already stays as it is, unless `verify` has found that it cannot be trusted.
    """
    store.lay_standings()
    if store.derived("ready") != MADE:
        store.standings.clear()
    kept = store.standings.marks()
    for one in sorted(_standings(record), key=lambda s: (s.told[0] or "", s.kind, s.thing.id)):
        row = one.row()
        if kept.pop((row.kind, row.id), None) != mark_of(row.body, MADE):
            store.standings.keep(row, mark_of(row.body, MADE), *one.ready())
    for kind, name in sorted(kept):
        store.standings.drop(kind, name)


def is_ready(store: Store, record: Record) -> bool:
    """Whether the kept lines are those that the record gives; True where the file is of a format that keeps none."""
    if not store.standings.held() or store.derived("ready") != MADE:
        return True
    rows = ((one.row(), one.ready()) for one in _standings(record))
    return all(store.standings.is_kept(row, mark_of(row.body, MADE), *ready) for row, ready in rows)


def standing_rows(record: Record) -> Iterator[Row]:
    """The states and series of the record, each with the first day on which a report told of it."""
    return (one.row() for one in _standings(record))


@dataclass(frozen=True, slots=True)
class _Standing:
    """A state or a series, and the first day on which a report told of it, strictly and generously."""

    kind: str
    thing: State | Series
    told: tuple[str | None, str | None]

    def row(self) -> Row:
        """As it is kept."""
        return Row(self.kind, self.thing.id, *self.told, dumps(self.thing))

    def ready(self) -> tuple[Ready, str | None]:
        """Its lines; without those that are too many, what is left of it to work one out."""
        if isinstance(self.thing, State):
            made = ready_state(self.thing)
            return made, dumps(slim_state(self.thing)) if made.spans is None else None
        made = ready_series(self.thing)
        return made, dumps(slim_series(self.thing)) if made.spans is None else None


def _standings(record: Record) -> Iterator[_Standing]:
    for state in states(record):
        yield _Standing("state", state, _first_told(t.published for t in state.transitions))
    for one in series(record):
        yield _Standing("series", one, _first_told(p.quantity.published for p in one.points))


def _first_told(days: Iterable[When]) -> tuple[str | None, str | None]:
    """First day by which one of the reports must have come out, and by which one may have."""
    told = list(days)
    known = [d.latest.isoformat() for d in told if d.latest]
    generous = [d.earliest.isoformat() if d.earliest else "" for d in told]  # an open side reaches before every day
    return min(known, default=None), min(generous, default=None)


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
    held = [body for kind in ("series", "state") for body in store.standings.bodies(kind)]
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


def earlier(store: Store, known_by: date, generous: bool, made: dict[tuple[tuple[str, str], ...], Record]) -> Record:
    """The record of the versions that counted on the day, linked anew; `made` holds those that were linked before."""
    judgements = standing(store.judgements())
    versions = {n: mark for n, (mark, _) in _current(store, judgements, known_by, generous).items()}
    key = tuple(sorted(versions.items()))
    if key not in made:
        made[key] = linked(_reads(store, versions, judgements), judgements)
    return made[key]
