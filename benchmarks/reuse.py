"""Measures who is found to copy whom, on made syndication (bench/reuse) and on the situations.

Pairs of reports with one origin are compared with pairs of one gold origin. On the made set the reports that only cite
are left out: the set counts each as an origin of its own, although it rewrites another story of the set.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline.record.model import Origin
from dateline.record.origins import origins
from dateline.report.load import from_row
from dateline.report.model import Report


def run(data: Path, _quick: bool) -> list[dict[str, Any]]:
    """A row per figure, in percent."""
    rows: list[dict[str, Any]] = []
    for path in sorted((data / "reuse").glob("*/docs.jsonl")):
        docs = read(path)
        made = origins(reports([d | {"published": d.get("date")} for d in docs]), {})
        told = {d["id"]: d["origin"] for d in docs if not d["origin"].endswith("#citer")}
        rows += scores(path.parent.name[:17], told, made)
        rows += directions(path.parent.name[:17], read(path.with_name("pairs.jsonl")), made)
    for path in sorted((data / "situations").glob("*/reports.jsonl")):
        docs = read(path)
        made = origins(reports(docs), {})
        rows += scores(path.parent.name, {d["id"]: d["copy_group"] or f"alone {d['id']}" for d in docs}, made)
        copies = [(d["id"], d["derived_from"]) for d in docs if d.get("derived_from") in made]
        same = sum(made[a].origin == made[b].origin for a, b in copies)
        rows.append({"set": path.parent.name, "measure": "near-copies found", "score": 100 * same / len(copies)})
    return rows


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reports(rows: list[dict[str, Any]]) -> dict[str, Report]:
    """The reports of the rows, with nothing but what a user's row would hold."""
    fields = ("id", "url", "publisher", "title", "text", "language", "published")
    found = (from_row({k: row[k] for k in fields if row.get(k)}, "rows:1") for row in rows)
    return {r.id: r for r in found if isinstance(r, Report)}


def scores(name: str, told: dict[str, str], made: dict[str, Origin]) -> list[dict[str, Any]]:
    """Precision, recall and F1 of the pairs said to go back to one source."""
    pairs = list(combinations(sorted(told), 2))
    gold = {p for p in pairs if told[p[0]] == told[p[1]]}
    said = {p for p in pairs if made[p[0]].origin == made[p[1]].origin}
    right = len(gold & said)
    figures = {
        "one-origin pairs, precision": right / len(said) if said else 0.0,
        "one-origin pairs, recall": right / len(gold) if gold else 0.0,
        "one-origin pairs, F1": 2 * right / (len(gold) + len(said)) if gold or said else 0.0,
    }
    return [{"set": name, "measure": k, "score": 100 * v} for k, v in figures.items()]


def directions(name: str, pairs: list[dict[str, Any]], made: dict[str, Origin]) -> list[dict[str, Any]]:
    """Of the pairs where one text was made from the other, how many are shown so, and how many the other way round."""
    copied = [p for p in pairs if p.get("source")]
    right = turned = 0
    for p in copied:
        copy = p["a"] if p["source"] == p["b"] else p["b"]
        right += p["source"] in dict(made[copy].derived_from)
        turned += copy in dict(made[p["source"]].derived_from)
    return [
        {"set": name, "measure": "true source shown", "score": 100 * right / len(copied)},
        {"set": name, "measure": "shown the wrong way", "score": 100 * turned / len(copied), "lower_is_better": True},
    ]
