"""Measures who is found to say what, on PolNeAR (scorers/attribution.py says how each figure is taken)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.claim.people.mentions import mentions
from dateline.claim.voice.voices import attributions, flat
from dateline.report.model import Report
from dateline.sentence.parse import read
from scorers import attribution

QUICK = 10  # articles of the quick run
PLAIN_CRF = (
    "conditional random field"  # trained on the same part; the best tool that can be installed reaches 49, 28, 80
)


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """A row per figure, in percent."""
    with (data / "attribution" / "polnear_dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    made = attribution.score([(r["text"], r["relations"], predicted(r)) for r in (rows[:QUICK] if quick else rows)])
    figures = [
        ("relation soft F1", made.f1, 60),
        ("relation soft precision", made.precision, None),
        ("relation soft recall", made.recall, None),
        ("indirect soft recall", made.by_kind.get("indirect", 0.0), 42),
        ("direct soft recall", made.by_kind.get("direct", 0.0), None),
        ("right speaker", made.right_speaker, 75),
    ]
    return [
        {"set": "polnear dev", "measure": name, "score": 100 * value}
        | ({} if peer is None else {"peer": PLAIN_CRF, "peer_score": peer})
        for name, value, peer in figures
    ]


def predicted(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The article's attributions as the set writes them."""
    report = Report(id=row["id"], sha256="", text=row["text"], publisher=row["publisher"])
    reading = read(row["text"])
    found = flat(attributions(report, reading, mentions(report, reading)))
    return [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
