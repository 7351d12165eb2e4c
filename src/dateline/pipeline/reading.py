"""Reads reports: each by itself, on any core, once.

In:   reports.
Out:  what each says, in the order given; a Refusal for one that a defect of ours kept from being read.
Room: pipeline.
"""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from dateline.claim.model import RULES, ReadReport
from dateline.report.model import Report
from dateline.store.codec import dumps
from dateline.terms import DatelineError, Refusal

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from dateline.claim.read import Analysis
    from dateline.store.file import Store

ALONE: Final = 8  # so few reports are read sooner by one process than by many: starting a reader takes 0.3 s

T = TypeVar("T")
Progress = Callable[[int, int], None]  # done, of how many


def version() -> str:
    """The weights and rules that read; kept with everything that was read."""
    from dateline.sentence.reader.session import reader_name  # noqa: PLC0415

    return f"{reader_name()} {RULES}"


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


def analyse_many(reports: Sequence[Report], workers: int = 1) -> Iterator[Analysis | Refusal]:
    """Everything found in each report, in order."""
    yield from spread(analyse_one, reports, workers)


def read_many(reports: Iterable[Report], workers: int = 1) -> Iterator[str | Refusal]:
    """What each says, in order, as the store keeps it."""
    yield from spread(_written, reports, workers)


def _written(report: Report) -> str:
    return dumps(read_one(report))


def keep_reads(
    store: Store, marked: Iterable[tuple[str, Report]], workers: int = 1, progress: Progress | None = None
) -> list[Refusal]:
    """Reads what this version of the rules has not read yet, and keeps it; what could not be read."""
    reader = version()
    waiting: list[tuple[str, Report]] = []

    def not_read() -> Iterator[Report]:
        for mark, report in marked:
            if not store.has_read(mark, reader):
                waiting.append((mark, report))
                yield report

    refused = []
    for n, body in enumerate(read_many(not_read(), workers)):
        mark, report = waiting[n]
        if isinstance(body, Refusal):
            refused.append(body)
        store.keep_read(mark, reader, unread(report) if isinstance(body, Refusal) else body)
        if progress:
            progress(n + 1, len(waiting))
    return refused


def unread(report: Report) -> str:
    """What the store keeps of a report that could not be read: it stands in the record and says nothing."""
    return dumps(ReadReport(report, (), (), (), (), (), version()))


def spread(work: Callable[[Report], T], reports: Iterable[Report], workers: int) -> Iterator[T | Refusal]:
    """The work on each report, in order; a process for each worker where there is enough to do.

    Workers begin with the first reports while the last are still being gathered.
    """
    attempt, waiting = partial(attempted, work), iter(reports)
    first = [*islice(waiting, ALONE + 1)] if workers > 1 else []
    if len(first) <= ALONE:
        yield from map(attempt, [*first, *waiting])
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most commands read nothing, or little

    with ProcessPoolExecutor(workers, mp_context=_context(), initializer=seldom) as pool:
        yield from pool.map(attempt, chain(first, waiting))


def make_ready() -> None:
    """Has the process that readers come from load what they need, while the reports are still being gathered."""
    from multiprocessing import forkserver  # noqa: PLC0415

    if _context().get_start_method() == "forkserver":
        forkserver.ensure_running()


@cache
def _context() -> BaseContext:
    """How readers are started: where it can be, from one process that has loaded all they need."""
    import multiprocessing  # noqa: PLC0415

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dateline.claim.read", "dateline.sentence.parse"])
    return context


def seldom() -> None:
    """Lets this process look for cycles seldom: records and readings are trees, and looking took a tenth of the time.

    For processes of our own, the command and its workers; never called when the package is only imported.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def attempted(work: Callable[[Report], T], report: Report) -> T | Refusal:
    """The work on one report; a defect of ours stops that report and none of the others.

    Raises:
        DatelineError: nothing can be read at all (weights that are missing, say).
    """
    try:
        return work(report)
    except DatelineError:
        raise
    except Exception as error:
        spot = traceback.extract_tb(error.__traceback__)[-1]
        defect = f"{type(error).__name__} in {Path(spot.filename).name}, line {spot.lineno}"
        return Refusal(
            report.file or report.id,
            f"report {report.id} is kept but could not be read, by a defect of Dateline ({defect})",
            "Its text stays in `sources`; tell the project, with the text if you may",
        )
