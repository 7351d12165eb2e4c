"""Measures the whole way on a pile of 500-word reports: reports a second, first answer, memory.

The pile is made from the sample situation: its sentences, shuffled with a fixed seed, 500 words a report.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = "."
HERE = Path(__file__).resolve().parent
WORDS = 500
MANY, FEW = 200, 4


def sentences() -> list[str]:
    """The sentences of the sample situation's text files."""
    found: list[str] = []
    for path in sorted((HERE.parent / "examples" / "suez").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if len(line.split()) > 12:
                found += [s.strip() + "." for s in line.rstrip(".").split(". ")]
    return found


def pile(count: int) -> list[dict[str, Any]]:
    """Rows of `count` reports of 500 words, each dated."""
    stock = sentences()
    rows = []
    for n in range(count):
        chance = random.Random(n)
        told: list[str] = []
        while sum(len(s.split()) for s in told) < WORDS:
            told.append(chance.choice(stock))
        lines = [" ".join(told[i : i + 4]) for i in range(0, len(told), 4)]
        rows.append({"id": f"r{n:04d}", "published": f"2021-04-{n % 28 + 1:02d}", "text": "\n".join(lines)})
    return rows


class Spent(NamedTuple):
    """What one call of the command took."""

    wall: float  # seconds
    processor: float  # seconds, not of its workers
    peak: float  # MiB of memory at most, of the largest of its processes


def timed(*args: str) -> Spent:
    """What one call of the command takes."""
    began = time.perf_counter()
    called = [sys.executable, "-m", "dateline.cli.main", *args]
    with subprocess.Popen(called, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, called)
    return Spent(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """Rows of timings; none of them is a floor, machines differ."""
    del data
    if quick:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name, count in (("many", MANY), ("few", FEW)):
            text = "".join(json.dumps(row) + "\n" for row in pile(count))
            (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
        first = timed("add", str(folder / "few.dateline"), str(folder / "few.jsonl"), "--workers", "1")
        asked = timed("timeline", str(folder / "few.dateline"), "--json")
        one = timed("add", str(folder / "one.dateline"), str(folder / "many.jsonl"), "--workers", "1")
        two = timed("add", str(folder / "two.dateline"), str(folder / "many.jsonl"), "--workers", "2")
        large = timed("timeline", str(folder / "two.dateline"), "--json")
    rows = [
        ("reports a second, 1 process", MANY / one.wall),
        ("reports a second, 2 processes", MANY / two.wall),
        ("reports a second of processor time, 1 process", MANY / one.processor),
        (f"add of {FEW} reports, seconds", first.wall),
        (f"add of {FEW} reports, processor seconds", first.processor),
        (f"timeline of {FEW} reports, seconds", asked.wall),
        (f"timeline of {MANY} reports, seconds", large.wall),
        (f"timeline of {MANY} reports, processor seconds", large.processor),
        ("peak memory of a process, MiB", max(one.peak, two.peak)),
    ]
    return [{"set": "500 words", "measure": m, "score": s, "timing": True} for m, s in rows]
