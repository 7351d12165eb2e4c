"""Checks files that readers wrote: `python -m benchmarks.gold.compile FILE...`.

Prints every line that does not resolve with the reason, then the counts. Exit status 1 if anything was complained of.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from . import model
from .choose import NUMBER
from .form import Block, Raw, read
from .model import Chain, Change, Fact, Figure, Item
from .texts import bench, lookup
from .words import name


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


def left_out(block: Block) -> list[str]:
    """Numbers of a passage read for figures that have no line; those within words ("A380") need none."""
    if "N" not in block.layers:
        return []
    taken = [(i.start, i.end) for i in block.items if model.layer_of(i) == "N"]
    found = [m.span() for m in NUMBER.finditer(block.text)]
    found = [(s, e - (block.text[e - 1] in ".,")) for s, e in found if block.text[max(0, s - 1)] not in "-." or s == 0]
    return [name(block.text, at) for at in found if not any(s < at[1] and at[0] < e for s, e in taken)]


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
        for block in raw.blocks:
            if missing := left_out(block):
                print(f"{given}, {block.id}: no line for {' '.join(missing)}")
        items += [item for block in raw.blocks for item in block.items]
    print(f"{blocks} passages, {len(items)} items, {faults} complaints")
    for letter, by in counts(items).items():
        if by:
            shown = ", ".join(f"{name} {n}" for name, n in by.most_common())
            print(f"  {letter} {model.LAYERS[letter]:<11}{by.total():>5}   {shown}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
