"""Measures the dating of reports on piles of real news (bench/timeline): the dates of every third are taken away.

Sixty short articles are drawn evenly from each topic's run. Each is read once with its date and once without; in three
rounds each third in turn goes undated into the pile. Reports that state their date in their own text are not counted.
Covered: a closed interval that holds the true day.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from dateline.claim.model import ReadReport
from dateline.pipeline.reading import read_one
from dateline.record.dating import date_reports
from dateline.report.load import from_row
from dateline.report.model import Report

FOLDER = "timeline"
DRAWN = 60  # articles of a topic
LENGTH = range(500, 3501)  # characters of an article
ROUNDS = 3


@dataclass(frozen=True)
class Item:
    """An article as read with its date, and as it is without."""

    name: str
    told: date
    read: ReadReport
    bare: Report


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """Three rows per topic; nothing in the quick run, for reading takes a minute."""
    rows: list[dict[str, Any]] = []
    for path in sorted((data / FOLDER).glob("*/articles.jsonl.gz")) if not quick else ():
        rows += _rows(path.parent.name, _items(path))
    return rows


def _items(path: Path) -> list[Item]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [r for r in map(json.loads, lines) if len(r["text"]) in LENGTH and r.get("published")]
    rows.sort(key=lambda r: (r["published"], r["id"]))
    out = []
    for r in rows[:: max(1, len(rows) // DRAWN)][:DRAWN]:
        fields = {"id": r["id"], "title": r.get("title") or None, "text": r["text"], "published": r["published"]}
        whole, bare = from_row(fields, "rows:1"), from_row({**fields, "published": None}, "rows:1")
        if isinstance(whole, Report) and isinstance(bare, Report):
            out.append(Item(r["id"], date.fromisoformat(r["published"][:10]), read_one(whole), bare))
    return out


def _rows(topic: str, items: list[Item]) -> list[dict[str, Any]]:
    covered, exact_wrong, widths, asked = 0, 0, list[int](), 0
    for n in range(ROUNDS):
        hidden = {x.name for k, x in enumerate(items) if k % ROUNDS == n}
        dated = date_reports({x.name: replace(x.read, report=x.bare) if x.name in hidden else x.read for x in items})
        for x in items:
            when = dated[x.name].published
            if x.name not in hidden or dated[x.name].stated:
                continue
            asked += 1
            if when.earliest and when.latest:
                right = when.earliest <= x.told <= when.latest
                covered += right
                exact_wrong += when.exact and not right
                widths.append((when.latest - when.earliest).days + 1)
    if not asked:
        return []
    return [
        {"set": topic, "measure": "covered", "score": 100 * covered / asked},
        {"set": topic, "measure": "wrong exact dates", "score": 100 * exact_wrong / asked, "lower_is_better": True},
        {"set": topic, "measure": "median width, days", "score": median(widths), "lower_is_better": True},
    ]
