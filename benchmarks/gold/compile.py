"""Checks files that readers wrote: `python -m benchmarks.gold.compile FILE...`.

Prints every line that does not resolve with the reason, then the counts. Exit status 1 if anything was complained of.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from . import model
from .form import Raw, read
from .model import Chain, Change, Fact, Figure, Item
from .texts import bench, lookup


def label(item: Item) -> str:
    """What is counted of an item in a table of labels."""
    if isinstance(item, Fact):
        return item.label
    if isinstance(item, Chain):
        return f"{min(len(item.links), 3)} links" if len(item.links) != 1 else "1 link"
    if isinstance(item, Figure):
        return f"none: {item.none}" if item.none else f"amount: {item.role}"
    if isinstance(item, Change):
        return item.effect
    return "event words"


def counts(items: list[Item]) -> dict[str, Counter[str]]:
    """Items by layer and label."""
    out: dict[str, Counter[str]] = {letter: Counter() for letter in model.LAYERS}
    for item in items:
        out[model.layer_of(item)][label(item)] += 1
    return out


def load(path: Path) -> Raw:
    """A raw file, read."""
    return read(path.read_text(encoding="utf-8"), lookup)


def main(names: list[str]) -> int:
    """Prints complaints and counts."""
    if bench() is None:
        print("The measuring data is not here: real-news passages cannot be looked up. Name it with DATELINE_BENCH.")
    items: list[Item] = []
    faults = blocks = 0
    for given in names:
        raw = load(Path(given))
        for complaint in raw.complaints:
            print(f"{given}, {complaint}")
        faults += len(raw.complaints)
        blocks += len(raw.blocks)
        items += [item for block in raw.blocks for item in block.items]
    print(f"{blocks} passages, {len(items)} items, {faults} complaints")
    for letter, by in counts(items).items():
        if by:
            shown = ", ".join(f"{name} {n}" for name, n in by.most_common())
            print(f"  {letter} {model.LAYERS[letter]:<11}{by.total():>5}   {shown}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
