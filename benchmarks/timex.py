"""Measures time expressions: TimeBank, AQUAINT, WikiWars, MEANTIME (scorers/timex.py says how each figure is taken).

"Kept out" are documents that no rule, weight or number of the time layer was fitted to: every fifth of TimeBank, two
texts of WikiWars. "Unseen" are two others of WikiWars that the encoder and the weights have not seen either, though the
rules were made with them in view. The time layer runs alone, without the encoder, in the
rows named so; the encoder's parse and its own extents help in the others. Rows named "above" are paired: the gap to a
peer on the same documents, its interval by drawing the same documents for both.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from dateline.sentence.parse import read
from dateline.sentence.reading import Reading
from dateline.sentence.times.find import find
from dateline.sentence.times.resolve import resolve
from dateline.terms import When
from scorers import timex
from timex_peer import PUBLISHED
from timex_peer import found as found_by_peer

NOTHING = Reading((), (), (), (), (), "none")
WIKIWARS_OUT = ("07_IraqWar", "15_MexicanRev")
WIKIWARS_UNSEEN = ("09_GrecoPersian", "19_RussoJap")
# Value F1 of HeidelTime, measured with the same scorer; AQUAINT as its authors publish it (timex_peer.PUBLISHED).
HEIDELTIME = {"timebank": 79.6, "aquaint": PUBLISHED["aquaint"][-1], "wikiwars": 80.0, "meantime": 70.0}
QUICK = 40  # documents of the quick run

SETS: tuple[tuple[str, str, Callable[[int, str], bool]], ...] = (
    ("timebank", "timebank", lambda n, _: n % 5 != 4),
    ("timebank kept out", "timebank", lambda n, _: n % 5 == 4),
    ("aquaint", "aquaint", lambda _, __: True),
    ("wikiwars", "wikiwars_odd", lambda _, name: name not in WIKIWARS_OUT),
    ("wikiwars kept out", "wikiwars_odd", lambda _, name: name in WIKIWARS_OUT),
    ("wikiwars unseen", "wikiwars_odd", lambda _, name: name in WIKIWARS_UNSEEN),
    ("meantime", "meantime_dev", lambda _, __: True),
)


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """A row per set and measure, in percent, and the speed in documents a second on one core."""
    rows: list[dict[str, Any]] = []
    for name, file, chosen in SETS:
        documents = _documents(data / "timex" / f"{file}.jsonl")
        kept = [d for n, d in enumerate(documents) if chosen(n, d["id"])][: QUICK if quick else None]
        alone = [_counted(d, NOTHING) for d in kept]
        rows += [_row(name, m, alone, "alone") for m in timex.MEASURES]
        if not quick:
            parsed = [_counted(d, read(d["text"])) for d in kept]
            rows += [_row(name, m, parsed, "with parse") for m in timex.MEASURES]
            rows += [_gap(name, "above alone", parsed, alone), _gap(name, "above dateparser", parsed, _peers(kept))]
    return [*rows, _speed(_documents(data / "timex" / "timebank.jsonl"))]


def _documents(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _counted(document: dict[str, Any], reading: Reading) -> timex.Counts:
    text = document["text"]
    found = find(text, reading)
    placed = resolve(found, When.day(date.fromisoformat(document["dct"][:10])), text)
    return timex.count(_gold(document), [(x.start, x.end, x.type, r.value) for x, r in zip(found, placed, strict=True)])


def _gold(document: dict[str, Any]) -> list[timex.Timex]:
    return [(t["start"], t["end"], t["type"], t["value"]) for t in document["timexes"]]


def _peers(documents: list[dict[str, Any]]) -> list[timex.Counts]:
    """What the peer that one can run makes of the documents."""
    told = [date.fromisoformat(d["dct"][:10]) for d in documents]
    return [timex.count(_gold(d), found_by_peer(d["text"], day)) for d, day in zip(documents, told, strict=True)]


def _gap(name: str, how: str, ours: list[timex.Counts], theirs: list[timex.Counts]) -> dict[str, Any]:
    gap, low, high = timex.above(ours, theirs, "value")
    return {"set": name, "measure": f"value F1, {how}, paired", "score": gap, "low": low, "high": high}


def _row(name: str, measure: str, counts: list[timex.Counts], how: str) -> dict[str, Any]:
    low, high = timex.interval(counts, measure)
    row = {"set": name, "measure": f"{measure} F1, {how}", "score": timex.f1(counts, measure), "low": low, "high": high}
    peer = HEIDELTIME.get(name.split(maxsplit=1)[0])
    return row | ({"peer": "HeidelTime", "peer_score": peer} if measure == "value" and peer else {})


def _speed(documents: list[dict[str, Any]]) -> dict[str, Any]:
    began = time.process_time()
    for document in documents:
        _counted(document, NOTHING)
    per_second = len(documents) / (time.process_time() - began)
    row = {"set": "timebank", "measure": "documents a second, alone", "score": per_second, "timing": True}
    return row | {"peer": "HeidelTime", "peer_score": 2}
