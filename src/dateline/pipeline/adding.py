"""Adds reports to a record, and judgements.

In:   paths, rows or reports; an open store.
Out:  what was added and refused.
Room: pipeline. `reading.py` reads the reports, `deriving.py` makes the record of them.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.pipeline.reading import ALONE, Progress, keep_reads, make_ready
from dateline.record.judgement import Judgement, when_of
from dateline.record.model import Record
from dateline.report import load
from dateline.report.model import Reason, Report
from dateline.store.file import Store, fingerprint
from dateline.terms import Refusal


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
    """Keeps the reports, reads the new ones and derives the record again; all of it or nothing.

    What an older version of the rules has read and derived is read and derived anew, also where no report is new.
    """
    kept = store.ids()
    new: dict[tuple[str, str], Report] = {}  # by id and fingerprint
    same: list[str] = []
    refused: list[Refusal] = []

    def not_kept() -> Iterator[tuple[str, Report]]:
        for item in inputs:
            if isinstance(item, Refusal):
                refused.append(item)
            elif (item.id, mark := fingerprint(item)) in new or store.has(item.id, mark):
                same.append(item.id)
            else:
                new[item.id, mark] = item
                if workers > 1 and len(new) == ALONE + 1:
                    make_ready()
                    _deriving()
                store.keep(item)
                yield mark, item

    with store.change():
        refused += keep_reads(store, not_kept(), workers, progress)
        if new or not _deriving().is_derived(store):
            _deriving().derive(store, workers)
    told = {name for name, _ in new}
    return Added(tuple(sorted(told - kept)), tuple(sorted(told & kept)), tuple(sorted(set(same))), tuple(refused))


def judge(store: Store, judgement: Judgement) -> Record:
    """Appends the judgement and derives the record again."""
    with store.change():
        store.judge(judgement)
        record: Record = _deriving().derive(store)
        return record


def _deriving() -> ModuleType:
    """What derives the record: much to load, and first wanted while readers load what they need."""
    return importlib.import_module("dateline.pipeline.deriving")


def from_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[Report | Refusal]:
    """Reports of rows given by a program; the id of one that has none does not depend on its place among them."""
    for n, row in enumerate(rows, 1):
        item = load.from_row(dict(row), f"row:{n}")
        yield item if isinstance(item, Refusal) else replace(item, file=None)
