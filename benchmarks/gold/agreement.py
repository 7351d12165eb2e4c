"""Prints how far the two readings agree and what the gold holds: `python -m benchmarks.gold.agreement [PATTERN]`.

In:   gold/readings.jsonl.gz, both readings of every passage as they were given, before anything was settled.
Out:  two tables for docs/annotation.md.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import model
from .agree import agreement
from .compile import counts
from .load import GOLD
from .model import Item
from .pairs import Pair, paired
from .rows import Entry, file_of, from_row, lines, to_row

READINGS = "readings.jsonl.gz"
PART = {"all": "", "real news": "air|app", "own texts": "own/"}


def packed(readings: Iterable[tuple[str, int, Item]]) -> bytes:
    """Both readings, offsets and labels only; the same input gives the same bytes."""
    rows = [{"layer": letter, "reading": n, **to_row(Entry(item))} for letter, n, item in readings]
    return gzip.compress("".join(json.dumps(row, sort_keys=True) + "\n" for row in rows).encode(), mtime=0)


def pairs_of(folder: Path) -> dict[str, dict[str, list[Pair]]]:
    """By letter and passage: what the two readers said of each word."""
    held: dict[tuple[str, str], tuple[list[Item], list[Item]]] = {}
    for line in gzip.decompress((folder / READINGS).read_bytes()).decode().splitlines():
        row: dict[str, Any] = json.loads(line)
        both = held.setdefault((row["layer"], row["passage"]), ([], []))
        both[row["reading"] - 1].append(from_row(row["layer"], row).item)
    out: dict[str, dict[str, list[Pair]]] = {letter: {} for letter in model.LAYERS}
    for (letter, passage), (first, second) in sorted(held.items()):
        out[letter][passage] = paired(first, second)
    return out


def agreements(folder: Path, last: str | None = None) -> list[str]:
    """A table row per layer and kind of text; `last` is a pattern of the ids that were read last."""
    out = ["| layer | texts | words | measure | value | besides |", "| --- | --- | ---: | --- | ---: | --- |"]
    groups = PART | ({"read last": last} if last else {})
    for letter, by_passage in pairs_of(folder).items():
        for name, pattern in groups.items():
            chosen = [pair for passage, found in by_passage.items() if re.match(pattern, passage) for pair in found]
            if not chosen:
                continue
            made = agreement(letter, chosen)
            more = ", ".join(f"{what} {value:.2f}" for what, value in made.more)
            out.append(f"| {model.LAYERS[letter]} | {name} | {made.items:,} | {made.name} | {made.main:.2f} | {more} |")
    return out


def labels(folder: Path) -> list[str]:
    """A table row per layer and label: in real news, in our own texts, of these in the test part."""
    parts = {row["id"]: row["part"] for row in lines(folder / "passages.jsonl")}
    out = ["| layer | label | real news | own texts | of these test |", "| --- | --- | ---: | ---: | ---: |"]
    for letter, layer in model.LAYERS.items():
        items = [from_row(letter, row).item for row in lines(file_of(folder, letter))]
        own = counts([i for i in items if i.passage.startswith("own/")])[letter]
        real = counts([i for i in items if not i.passage.startswith("own/")])[letter]
        test = counts([i for i in items if parts[i.passage] == "test"])[letter]
        for name, _ in sorted((own + real).items(), key=lambda pair: (-pair[1], pair[0])):
            out.append(f"| {layer} | {name} | {real[name]:,} | {own[name]:,} | {test[name]:,} |")
        out.append(f"| {layer} | all | {real.total():,} | {own.total():,} | {test.total():,} |")
    apart = Counter(row["layer"] for row in lines(folder / "apart.jsonl"))
    shown = ", ".join(f"{layer} {apart[letter]}" for letter, layer in model.LAYERS.items())
    return [*out, "", f"Kept apart: {shown}."]


def main(given: list[str]) -> None:
    """Prints both tables."""
    print("\n".join([*agreements(GOLD, given[0] if given else None), "", *labels(GOLD)]))


if __name__ == "__main__":
    main(sys.argv[1:])
