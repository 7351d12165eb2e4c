"""Measures questions with two days on a large record.

The pile is made from the golden situations: what was read from their reports is copied under other names, two letters
of every name turned, until there are enough claims. No text is read again; linking, states and series are the real
ones. `CLAIMS` is small enough for every run; for a large record run this file with the number of claims wanted:

    benchmarks/clocks.py 100000

All copies tell of the same days. With a second number each tells of so many days later than the one before, as the
reports of a long story do; then far more days of knowledge and days asked about differ:

    benchmarks/clocks.py 100000 3
"""

from __future__ import annotations

import importlib.util
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from dateline.claim.model import ReadReport
from dateline.pipeline import Held, derive, read_one, version
from dateline.report.load import from_row
from dateline.report.model import Report
from dateline.store.codec import dumps, loads
from dateline.store.file import Store, fingerprint
from dateline.view import ask
from dateline.view.ask import Asked

FOLDER = "."
PAGES = Path(__file__).resolve().parent.parent / "tests" / "situations"
CLAIMS = 5_000
QUESTIONS = 21  # days asked for, spread over the reports


def read_pages() -> list[ReadReport]:
    """What is read from the reports of the golden situations."""
    spec = importlib.util.spec_from_file_location("story", PAGES / "story.py")
    assert spec is not None and spec.loader is not None
    story = importlib.util.module_from_spec(spec)
    sys.modules["story"] = story  # its dataclasses look themselves up there
    spec.loader.exec_module(story)
    rows = [
        row | {"id": f"{p.stem}-{row['id']}"} for p in sorted(PAGES.glob("*.md")) for row in story.read_story(p).reports
    ]
    return [read_one(report) for row in rows if isinstance(report := from_row(row, "page"), Report)]


def copied(read: ReadReport, k: int, later: int = 0) -> ReadReport:
    """The same report under another id, with other names: no claim of it joins one of the first. Its days in figures
    ("2031-04-02") are `later` by so many."""

    def turned(match: re.Match[str]) -> str:
        word = match.group()
        turn = chr(ord("a") + (ord(word[-1]) - ord("a") + k) % 26)
        return word[:-2] + turn + chr(ord("a") + (ord(word[-2]) - ord("a") + k // 26) % 26)

    def moved(match: re.Match[str]) -> str:
        return (date.fromisoformat(match.group()) + timedelta(days=later)).isoformat()

    body = re.sub(r"\b[A-Z][a-z]{3,}\b", turned, dumps(read))
    body = re.sub(r"\b20\d\d-\d\d-\d\d\b", moved, body) if later else body
    body = body.replace(f'"{read.report.id}"', f'"{read.report.id}-{k}"')
    body = re.sub(r'"([cq])([0-9a-f]{7})[0-9a-f]{4}"', rf'"\g<1>\g<2>{k:04x}"', body)
    return loads(ReadReport, body)


def pile(wanted: int, apart: int = 0) -> Iterator[ReadReport]:
    """Reports until there are as many claims as wanted; each copy `apart` days later than the one before."""
    first = read_pages()
    claims, k = 0, 0
    while claims < wanted:
        for read in first:
            one = copied(read, k, k * apart) if k else read
            claims += len(one.claims)
            yield one
        k += 1


def run(data: Path, quick: bool, claims: int = CLAIMS, apart: int = 0) -> list[dict[str, Any]]:
    """Rows of timings; none of them is a floor, machines differ."""
    del data
    if quick:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "large.dateline"
        with Store(path, create=True) as store:
            with store.change():
                for read in pile(claims, apart):
                    store.keep(read.report)
                    store.keep_read(fingerprint(read.report), version(), dumps(read))
                began = time.perf_counter()
                record = derive(store)
                linking = time.perf_counter() - began
            held = len(record.claims)
            days = sorted(d.published.latest for d in record.dates.values() if d.published.latest)
            del record
            spent = [_asked(store, days[(len(days) - 1) * n // (QUESTIONS - 1)]) for n in range(QUESTIONS)]
        rows = [("linking and making lines ready, seconds", linking), ("the file, MB", path.stat().st_size / 1e6)]
    for what in LISTS:
        for n, how in enumerate(("", ", every line read")):
            times = sorted(one[what][n] for one in spent)
            rows.append((f"{what}{how}, median ms", times[len(times) // 2]))
            rows.append((f"{what}{how}, slowest ms", times[-1]))
    return [{"set": f"{held} claims", "measure": m, "score": s, "timing": True} for m, s in rows]


LISTS: Final[dict[str, Callable[[Asked, date], Sequence[Any]]]] = {
    "inforce": lambda asked, day: ask.inforce(asked, day - timedelta(days=1), day),
    "figures": lambda asked, day: ask.figures(asked, day - timedelta(days=1), day),
    "timeline": lambda asked, day: ask.timeline(asked, known_by=day),
    "timeline --top 20": lambda asked, day: ask.timeline(asked, known_by=day, top=20),
    "disputes": ask.disputes_of,
    "changes of a week": lambda asked, day: ask.changes_of(asked, day - timedelta(days=7), day),
    "gaps": lambda asked, day: ask.gaps_of(asked, day, day),
}  # as known by the day


def _asked(store: Store, day: date) -> dict[str, tuple[float, float]]:
    """Milliseconds of each question, from the open file, with nothing kept from another question.

    The answer says which lines there are and in which order; a line is fetched and put together when it is read. Both
    are timed.
    """
    out = {}
    for name, question in LISTS.items():
        began = time.perf_counter()
        lines = question(Asked(Held(store), {}), day)
        answered = 1000 * (time.perf_counter() - began)
        read = [dict(line) for line in lines]
        out[name] = (answered, 1000 * (time.perf_counter() - began))
        del read
    return out


if __name__ == "__main__":
    for row in run(Path(), False, *map(int, sys.argv[1:3])):
        print(f"{row['set']}  {row['measure']}: {row['score']:.1f}")
