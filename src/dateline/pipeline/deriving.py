"""Derives the record: links everything that stands, and keeps it in its parts.

In:   an open store.
Out:  the record, its states and series, kept in parts.
Room: pipeline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.claim.model import ReadReport
from dateline.pipeline.keeping import are_kept, keep_standings
from dateline.pipeline.reading import keep_reads, version
from dateline.pipeline.split import begun
from dateline.record.judgement import Judgement, apply, decided_dates, held, standing, withdrawal_days, withdrawn
from dateline.record.link import link
from dateline.record.model import Record
from dateline.report.model import Report
from dateline.report.versions import counted_by, in_order
from dateline.state.gaps import days_told
from dateline.state.made import MADE
from dateline.store.codec import dumps, loads
from dateline.store.file import Store, fingerprint
from dateline.store.kept import KeptRecord, packed, unpacked
from dateline.terms import DatelineError


def derive(store: Store, workers: int = 1) -> Record:
    """Links everything that stands into one record and keeps it; first reads what these rules have not read yet."""
    judgements = standing(store.judgements())
    current = _current(store, judgements)
    keep_reads(store, [marked for _, marked in sorted(current.items())])
    versions = {name: mark for name, (mark, _) in current.items()}
    record = linked(_reads(store, versions, judgements), judgements, workers)
    keep_standings(store, record, workers)
    parts = _parts(record, versions) | _settled(store) | _beside(record)
    store.keep_derived(parts | {"rules": version(), "ready": MADE})
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


def _beside(record: Record) -> dict[str, str]:
    """What some questions need of all reports, so that they need not load the record."""
    publishers = {name: read.report.publisher for name, read in sorted(record.reports.items())}
    return {"publishers": dumps(publishers), "days": dumps(days_told(record))}


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


def last_day(record: Record) -> date | None:
    """The last day on which any dated report was published."""
    days = [d.published.latest for d in record.dates.values() if d.published.exact]
    return max((d for d in days if d), default=None)


def derives_again(store: Store) -> bool:
    """Whether linking the kept readings once more gives all that is kept; nothing is read or changed."""
    judgements = standing(store.judgements())
    versions = {name: mark for name, (mark, _) in _current(store, judgements).items()}
    record = linked(_reads(store, versions, judgements), judgements)
    parts = _parts(record, versions) | _settled(store) | (_beside(record) if store.derived("ready") == MADE else {})
    return all(store.derived(part) == body for part, body in parts.items()) and are_kept(store, record)


def linked(reads: Mapping[str, ReadReport], judgements: Sequence[Judgement] = (), workers: int = 1) -> Record:
    """The record of these reports, with what people decided."""
    beside = {"begun": begun} if workers > 1 else {}
    return link(
        reads,
        decided=decided_dates(judgements),
        together=held(judgements, "same"),
        apart=held(judgements, "apart"),
        **beside,
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
        out[name] = held_versions[0]
        if len(held_versions) > 1:
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
