"""The whole way on one page: inputs become reports, reports are read, what was read is linked into a record.

In:   paths, rows or reports; an open store.
Out:  what was added and refused; the derived record.
Room: pipeline. It fetches for the rooms what lies to their right; it decides nothing itself.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from dateline.claim.model import ReadReport
from dateline.record.judgement import Judgement, apply, decided_dates, held, standing, when_of, withdrawn
from dateline.record.link import link
from dateline.record.model import Record
from dateline.report import load
from dateline.report.model import Reason, Report
from dateline.report.versions import in_order
from dateline.store.codec import dumps, loads
from dateline.store.file import Store, fingerprint
from dateline.terms import Refusal

if TYPE_CHECKING:
    from dateline.claim.read import Analysis

RULES: Final = "rules-1"  # raised whenever a change of the rules changes what is read from a report
ALONE: Final = 8  # so few reports are read sooner by one process than by many: starting a reader takes 0.3 s

T = TypeVar("T")
Progress = Callable[[int, int], None]  # done, of how many


@dataclass(frozen=True, slots=True)
class Added:
    """What came of the inputs."""

    new: tuple[str, ...]  # ids of reports not known before
    versions: tuple[str, ...]  # ids of reports known before with another text or other data
    same: tuple[str, ...]  # ids of reports kept already, word for word
    refused: tuple[Refusal, ...]


def gather(paths: Sequence[Path], published: str | None = None) -> Iterator[Report | Refusal]:
    """Every report of the files and folders, in a fixed order; what cannot be read comes as a Refusal."""
    for path, name in load.gather(paths):
        for item in load.load(path, name):
            yield _published(item, published)


def _published(item: Report | Refusal, published: str | None) -> Report | Refusal:
    """The report with the date given for all; one that says itself when it came out keeps its own."""
    if isinstance(item, Refusal) or published is None or item.published.known:
        return item
    reason = Reason(f"given when it was added: {published}")
    return replace(item, published=when_of(published), published_stated=published, reasons=(reason, *item.reasons))


def add(store: Store, inputs: Iterable[Report | Refusal], workers: int = 1, progress: Progress | None = None) -> Added:
    """Keeps the reports, reads the new ones and derives the record again; all of it or nothing."""
    kept = {name for name, _ in _ids(store)}
    new: list[Report] = []
    same: list[str] = []
    refused: list[Refusal] = []
    for item in inputs:
        if isinstance(item, Refusal):
            refused.append(item)
        elif store.has(item) or any(item.id == n.id and fingerprint(item) == fingerprint(n) for n in new):
            same.append(item.id)
        else:
            new.append(item)
    if new:
        with store.change():
            for report in new:
                store.keep(report)
            _read(store, [(fingerprint(r), r) for r in new], workers, progress)
            derive(store)
    fresh = {r.id for r in new} - kept
    return Added(
        tuple(sorted(fresh)), tuple(sorted({r.id for r in new} & kept)), tuple(sorted(set(same))), tuple(refused)
    )


def _ids(store: Store) -> set[tuple[str, str]]:
    return {(report.id, mark) for mark, report in store.reports()}


def read_one(report: Report) -> ReadReport:
    """All that one report says."""
    from dateline.claim.read import read_report  # noqa: PLC0415 - a question to a record needs no reader
    from dateline.sentence import parse  # noqa: PLC0415

    return read_report(report, parse.read(report.text, [(n.start, n.end) for n in report.noise]))


def analyse_one(report: Report) -> Analysis:
    """Everything found in a report, worth a line or not."""
    from dateline.claim.read import analyse  # noqa: PLC0415
    from dateline.sentence import parse  # noqa: PLC0415

    return analyse(report, parse.read(report.text, [(n.start, n.end) for n in report.noise]))


def analyse_many(reports: Sequence[Report], workers: int = 1) -> Iterator[Analysis]:
    """The same for many, in order."""
    yield from spread(analyse_one, reports, workers)


def version() -> str:
    """The rules and weights that read; kept with everything that was read."""
    from dateline.sentence.reader.session import reader_name  # noqa: PLC0415

    return f"{RULES}/{reader_name()}"


def read_many(reports: Sequence[Report], workers: int = 1) -> Iterator[ReadReport]:
    """Reads them in order, over several processes where that is worth it."""
    yield from spread(read_one, reports, workers)


def spread(work: Callable[[Report], T], reports: Sequence[Report], workers: int) -> Iterator[T]:
    """The work on each report, in order; a process for each worker where there is enough to do."""
    if workers <= 1 or len(reports) <= ALONE:
        yield from map(work, reports)
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else None)
    if "forkserver" in methods:
        context.set_forkserver_preload(["dateline.claim.read", "dateline.sentence.parse"])
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(work, reports, chunksize=max(1, min(16, len(reports) // (workers * 4))))


def _read(store: Store, marked: Sequence[tuple[str, Report]], workers: int, progress: Progress | None) -> None:
    reader = version()
    waiting = [(mark, report) for mark, report in marked if store.read_of(mark, reader) is None]
    for n, read in enumerate(read_many([report for _, report in waiting], workers), 1):
        store.keep_read(waiting[n - 1][0], reader, read)
        if progress:
            progress(n, len(waiting))


def derive(store: Store) -> Record:
    """Links everything that stands into one record and keeps it."""
    judgements = standing(store.judgements())
    reads = apply(standing_reads(store, judgements), judgements)
    record = linked(reads, judgements)
    store.keep_derived(parts_of(record))
    store.keep_sentences(
        (name, a, b, read.report.text[a:b]) for name, read in sorted(reads.items()) for a, b in read.sentences
    )
    return record


def derives_again(store: Store) -> bool:
    """Whether deriving from what was read gives the record that is kept."""
    judgements = standing(store.judgements())
    again = parts_of(linked(apply(standing_reads(store, judgements), judgements), judgements))
    return all(store.derived(part) == body for part, body in again.items())


def linked(reads: Mapping[str, ReadReport], judgements: Sequence[Judgement] = ()) -> Record:
    """The record of these reports, with what people decided."""
    return link(
        reads,
        decided=decided_dates(judgements),
        together=held(judgements, "same"),
        apart=held(judgements, "apart"),
    )


def standing_reads(store: Store, judgements: Sequence[Judgement]) -> dict[str, ReadReport]:
    """What was read from the newest version of each report that was not withdrawn.

    What older rules or weights read is read again.
    """
    gone = withdrawn(judgements)
    versions: dict[str, list[tuple[str, Report]]] = {}
    for mark, report in store.reports():
        if report.id not in gone:
            versions.setdefault(report.id, []).append((mark, report))
    reader = version()
    out = {}
    for name, held_versions in sorted(versions.items()):
        report = in_order(r for _, r in held_versions)[-1]
        mark = fingerprint(report)
        read = store.read_of(mark, reader)
        out[name] = read if read is not None else read_one(report)
    return out


def judge(store: Store, judgement: Judgement) -> Record:
    """Appends the judgement and derives the record again."""
    with store.change():
        store.judge(judgement)
        return derive(store)


def record_of(store: Store) -> Record:
    """The derived record as it was kept."""
    body = store.derived("record")
    if body is None:
        return derive_empty(store)
    return loads(Record, body)


def derive_empty(store: Store) -> Record:
    """The record of a file that holds nothing derived yet."""
    with store.change():
        return derive(store)


def parts_of(record: Record) -> dict[str, str]:
    """The derived record, as the store keeps it."""
    return {"record": dumps(record)}


def from_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[Report | Refusal]:
    """Reports of rows given by a program."""
    for n, row in enumerate(rows, 1):
        item = load.from_row(dict(row), f"row {n}")
        yield item if isinstance(item, Refusal) else replace(item, file=None)
