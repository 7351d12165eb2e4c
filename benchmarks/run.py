"""Runs Dateline over the measuring data, prints a table, and compares it with the floors.

    benchmarks/run.py [--data DIR] [--task NAME ...] [--quick] [--json] [--raise-floors] [--page docs/quality.md]

DIR, or the variable DATELINE_BENCH, holds a folder for each task; left out, the folder `shared/bench` beside the
checkout is taken if it is there. A task is a module of this folder with `run(data: Path, quick: bool) -> list[Row]`.
Exit status: 0 all floors hold (or there is no data, and it says so), 1 a floor fell, 2 the call was wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import platform
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
TASKS = (
    "timex", "dating", "attribution", "factuality", "eventcode", "reuse", "noise", "situations", "gold",
    "speed", "clocks",
)  # fmt: skip
SLACK = 0.3  # points; int8 arithmetic differs a little between kinds of processor

Row = dict[str, Any]  # set, measure, score; peer and peer_score where somebody else was measured the same way


@dataclass(frozen=True)
class Result:
    """The rows of one task, and how long they took."""

    task: str
    rows: list[Row]
    seconds: float
    digest: str  # of the data files, so that a floor is never held against other data

    def key(self, row: Row) -> str:
        """The name under which a floor is kept."""
        return f"{self.task}/{row['set']}/{row['measure']}"


def data_folder(given: Path | None) -> Path | None:
    """The measuring data, or None where there is none."""
    beside = HERE.parent.parent / "shared" / "bench"
    named = given or (Path(os.environ["DATELINE_BENCH"]) if os.environ.get("DATELINE_BENCH") else None)
    if named is not None:
        return named
    return beside if beside.is_dir() else None


def digest_of(folder: Path) -> str:
    """SHA-256 over names and contents of a task's data files."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in (".jsonl", ".json", ".gz")):
        total.update(str(path.relative_to(folder)).encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def measure(task: str, data: Path, quick: bool) -> Result | None:
    """One task, or None where its data is not there, or the quick part has nothing of it."""
    module = importlib.import_module(task)
    folder = data / getattr(module, "FOLDER", task)
    if not folder.is_dir():
        print(f"{task}: no data in {folder}, not measured")
        return None
    began = time.perf_counter()
    rows = module.run(data, quick)
    return Result(task, rows, time.perf_counter() - began, digest_of(folder)) if rows else None


def table(results: list[Result], floors: dict[str, Any], kind: str) -> str:
    """The rows as text."""
    lines = [f"{'task':<12}{'set':<18}{'measure':<42}{'score':>9}{'floor':>9}   peer"]
    for result in results:
        for row in result.rows:
            floor = floors.get(kind, {}).get(result.key(row))
            peer = f"{row['peer']} {row['peer_score']}" if row.get("peer") else ""
            score = "n/a" if row["score"] is None else f"{row['score']:.1f}"
            shown = "" if floor is None else f"{floor:.1f}"
            lines.append(f"{result.task:<12}{row['set']:<18}{row['measure']:<42}{score:>9}{shown:>9}   {peer}".rstrip())
        lines.append(f"{result.task:<12}took {result.seconds:.1f} s")
    return "\n".join(lines)


def page(path: Path, results: list[Result]) -> None:
    """Writes the rows into the page, between its two marks; each task measured takes the place of its old rows."""
    text = path.read_text(encoding="utf-8")
    for result in results:
        first, last = f"<!-- {result.task} -->\n", f"<!-- end of {result.task} -->"
        head, _, rest = text.partition(first)
        _, found, tail = rest.partition(last)
        if not found:
            continue
        rows = ["| set | measure | score | others |", "| --- | --- | ---: | --- |"]
        for row in result.rows:
            peer = f"{row['peer']} {row['peer_score']}" if row.get("peer") else ""
            score = "n/a" if row["score"] is None else f"{row['score']:.1f}"
            if row.get("low") is not None:  # the middle 95 % over documents drawn with replacement
                score += f" ({row['low']:.1f} to {row['high']:.1f})"
            rows.append(f"| {row['set']} | {row['measure']} | {score} | {peer} |")
        text = head + first + "\n".join(rows) + "\n" + last + tail
    path.write_text(text, encoding="utf-8")


def fallen(results: list[Result], floors: dict[str, Any], kind: str) -> list[str]:
    """The floors that do not hold; a floor for other data is passed over and named."""
    out = []
    for result in results:
        if floors.get("digests", {}).get(result.task, result.digest) != result.digest:
            print(f"{result.task}: the data is not the data of the floors (digest {result.digest}); floors not applied")
            continue
        for row in result.rows:
            floor = floors.get(kind, {}).get(result.key(row))
            score = row["score"]
            sign = -1 if row.get("lower_is_better") else 1
            if floor is not None and (score is None or sign * score < sign * floor - SLACK):
                out.append(f"{result.key(row)}: {score} {'over' if sign < 0 else 'under'} its floor {floor}")
        kept = {name for name in floors.get(kind, {}) if name.startswith(f"{result.task}/")}
        out += [
            f"{name}: has a floor, and is not measured any more"
            for name in sorted(kept - set(map(result.key, result.rows)))
        ]
    return out


def raised(results: list[Result], floors: dict[str, Any], kind: str) -> dict[str, Any]:
    """The floors with every better score; none is lowered."""
    kept = dict(floors.get(kind, {}))
    for result in results:
        for row in result.rows:
            if row["score"] is None or row.get("timing"):
                continue
            choose = min if row.get("lower_is_better") else max
            key, score = result.key(row), round(float(row["score"]), 1)
            kept[key] = choose(kept.get(key, score), score)
    digests = floors.get("digests", {}) | {r.task: r.digest for r in results}
    return floors | {kind: dict(sorted(kept.items())), "digests": dict(sorted(digests.items()))}


def main(arguments: list[str] | None = None) -> int:
    """Measures, prints, compares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder with the measuring data")
    parser.add_argument("--task", action="append", choices=TASKS, help="only this task (may be given again)")
    parser.add_argument("--quick", action="store_true", help="the part that `make test` runs")
    parser.add_argument("--json", action="store_true", help="JSON lines instead of the table")
    parser.add_argument("--raise-floors", action="store_true", help="write every better score into floors.json")
    parser.add_argument("--page", type=Path, help="write the tables into this page")
    args = parser.parse_args(arguments)
    data = data_folder(args.data)
    if data is None or not data.is_dir():
        print("benchmarks: no measuring data here, nothing measured. Name it with --data DIR or DATELINE_BENCH.")
        return 2 if args.data else 0
    sys.path.insert(0, str(HERE))
    kind = "quick" if args.quick else "full"
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    found = [measure(task, data, args.quick) for task in args.task or TASKS]
    results = [r for r in found if r is not None]
    if args.json:
        for result in results:
            for row in result.rows:
                print(json.dumps({"task": result.task, **row}, sort_keys=True))
    else:
        machine = platform.processor() or platform.machine()
        print(f"{machine}, {os.cpu_count()} processors, Python {platform.python_version()}")
        print(table(results, floors, kind))
    if args.page:
        page(args.page, results)
    if args.raise_floors:
        FLOORS.write_text(json.dumps(raised(results, floors, kind), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for line in (down := fallen(results, floors, kind)):
        print(f"FALLEN  {line}")
    return 1 if down else 0


if __name__ == "__main__":
    raise SystemExit(main())
