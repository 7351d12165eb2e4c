"""Looks up the text of a real-news passage by its id ("airbus/1173-2", "apple/1514.s07", "airbus/1173.s07-08").

Room: benchmarks. The texts lie with the measuring data (DATELINE_BENCH, or shared/bench beside the checkout).
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path

from .choose import Pointer, reports, runs, sentences

ROOT = Path(__file__).resolve().parent.parent.parent
ID = re.compile(r"(?P<corpus>\w+)/(?P<report>\w+)(?:-(?P<run>\d+)|\.s(?P<first>\d+)(?:-(?P<last>\d+))?)$")


def bench() -> Path | None:
    """The folder of the measuring data, or None where there is none."""
    named = os.environ.get("DATELINE_BENCH")
    folder = Path(named) if named else ROOT.parent / "shared" / "bench"
    return folder if folder.is_dir() else None


@cache
def _reports(data: Path) -> dict[tuple[str, str], tuple[str, str]]:
    return {(corpus, report): (folder, text) for corpus, folder, report, text in reports(data)}


@cache
def published(data: Path, dataset: str, report: str) -> str | None:
    """The day a report of the measuring data came out, as its publisher dates it."""
    rows = (json.loads(line) for line in (data / dataset / "reports.jsonl").read_text(encoding="utf-8").splitlines())
    return next((row.get("published") for row in rows if row["id"] == report), None)


def report_text(data: Path, dataset: str, report: str) -> str | None:
    """The whole text of a report of the measuring data."""
    return next((t for (_, r), (folder, t) in _reports(data).items() if r == report and folder == dataset), None)


def pointer(passage: str, data: Path | None) -> Pointer | None:
    """Where the passage stands; None for an id of another form, or where the data is not there."""
    match = ID.match(passage)
    if match is None or data is None:
        return None
    known = _reports(data).get((match["corpus"], match["report"]))
    if known is None:
        return None
    folder, text = known
    bounds = sentences(text)
    if match["run"]:
        cuts = runs(bounds)
        if not 1 <= int(match["run"]) <= len(cuts):
            return None
        start, end = cuts[int(match["run"]) - 1]
    else:
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if not 1 <= first <= last <= len(bounds):
            return None
        start, end = bounds[first - 1][0], bounds[last - 1][1]
    return Pointer(passage, folder, match["report"], start, end, text[start:end])


def lookup(passage: str) -> str | None:
    """The text of a real-news passage, None for any other id."""
    found = pointer(passage, bench())
    return found.text if found else None
