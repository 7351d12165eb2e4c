"""Measures the whole way on situations whose answers are known (scorers/situation.py says how each figure is taken)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from scorers import situation

LOWER = ("evidence outside", "lines without evidence", "wrong exact dates", "median width")
NO_FLOOR = ("add, wall seconds", "reports a second", "peak memory, MiB", "origins counted")


def command() -> list[str]:
    """The command line of this checkout."""
    return [sys.executable, "-m", "dateline.cli.main"]


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """A row per figure and situation, shares in percent; `quick` leaves out what needs further builds."""
    rows: list[dict[str, Any]] = []
    for folder in sorted(p for p in (data / "situations").iterdir() if (p / "reports.jsonl").exists()):
        if quick and rows:
            break
        skip = {"dating", "determinism", "cost"} if quick else set()
        with tempfile.TemporaryDirectory() as scratch:
            tool = situation.Tool(command(), Path(scratch) / "run", 900)
            bench = situation.measure(situation.read_gold(folder), tool, skip)
        rows += [row_of(folder.name, metric) for metric in bench.metrics]
    return rows


def row_of(name: str, metric: situation.Metric) -> dict[str, Any]:
    """A figure of the scorer as a row of the table."""
    measure = f"{metric.part}: {metric.name}"
    share = metric.denominator is not None and metric.name != "reports a second"
    score = None if metric.value is None else metric.value * (100 if share else 1)
    row: dict[str, Any] = {"set": name, "measure": measure, "score": score}
    if any(words in measure for words in LOWER):
        row["lower_is_better"] = True
    if any(words in measure for words in NO_FLOOR):
        row["timing"] = True
    return row
