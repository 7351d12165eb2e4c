"""Measures whether events are found to have happened, on UW and MEANTIME (scorers/factuality.py takes the figures)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.claim.certainty.factuality import bench_label, factuality
from dateline.claim.people.mentions import mentions
from dateline.claim.voice.voices import attributions
from dateline.report.model import Report
from dateline.sentence.parse import read
from dateline.sentence.reading import EventWord, Reading
from scorers import factuality as scorer

QUICK = 60  # sentences of the quick run
LINEAR = {"uw": 61, "meantime": 50}  # a linear model over a parse, trained and measured on the same parts


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """Macro-F1 in percent and the correlation of the values, per set."""
    out = []
    for name, peer in LINEAR.items():
        with (data / "factuality" / f"{name}_dev.jsonl").open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        made = scorer.score([pair for row in (rows[:QUICK] if quick else rows) for pair in pairs(row)])
        out += [
            {
                "set": f"{name} dev", "measure": "macro-F1", "score": 100 * made.macro_f1,
                "peer": "linear model over a parse", "peer_score": peer,
            },
            {"set": f"{name} dev", "measure": "accuracy", "score": 100 * made.accuracy},
            {"set": f"{name} dev", "measure": "Pearson's r", "score": 100 * made.r},
        ]  # fmt: skip
    return out


def pairs(row: dict[str, Any]) -> list[scorer.Pair]:
    """Gold and answer for every event of a sentence; an event the reading has no word for is wrong for every class."""
    report, reading = Report(id=row["id"], sha256="", text=row["text"]), read(row["text"])
    told = attributions(report, reading, mentions(report, reading))
    out: list[scorer.Pair] = []
    for event in row["events"]:
        start, end = event["span"]
        sentence = next((s for s in reading.sentences if s.start <= start < s.end), None)
        word = sentence.token_at(start) if sentence else None
        label, value = "missed", 3.0
        if sentence is not None and word is not None:
            witness = _witness(reading, start, end)
            label, value = bench_label(factuality(sentence, word, witness, told), witness)
        out.append((event["label"], event["value"], label, value))
    return out


def _witness(reading: Reading, start: int, end: int) -> EventWord | None:
    over = [w for w in reading.events if w.start < end and start < w.end]
    return next((w for w in over if (w.start, w.end) == (start, end)), over[0] if over else None)
