"""Makes `gold/` of the readers' files: `python -m benchmarks.gold.settle RAW [--show F] [--out gold]`.

In:   RAW/first/*.txt and RAW/second/*.txt, readings of the same passages; RAW/decided/*.txt, the editor's decisions.
Out:  gold/passages.jsonl, one file a layer, and apart.jsonl with what still differs. `--show` lists the differences
      of a layer in the readers' form, to be read and decided.

What both readings say stands. A field on which they differ is left open (`open`), an answer that differs in
what matters most (label, chain, effect, slot, amount or none) stands apart. A decision in RAW/decided outranks both.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import model
from .agree import agreement
from .agreement import READINGS, packed
from .compile import counts, load
from .form import Block
from .load import sha256
from .model import Fact, Figure, Item, Parts, Passage
from .pairs import Pair, differences, kernel, paired
from .rows import Entry, file_of, passage_row, to_row, write
from .split import part
from .texts import bench, pointer, published, report_text
from .words import name
from .written import line_of

Key = tuple[str, str]  # passage, letter of the layer


def readings(folder: Path) -> tuple[dict[str, Block], dict[Key, list[list[Item]]]]:
    """Every passage by id, and the readings of each of its layers, first ones first."""
    blocks: dict[str, Block] = {}
    by_key: dict[Key, list[list[Item]]] = {}
    for path in [*sorted((folder / "first").glob("*.txt")), *sorted((folder / "second").glob("*.txt"))]:
        raw = load(path)
        if raw.complaints:
            print(f"{path.name}: {len(raw.complaints)} lines do not resolve and are left out")
        for block in raw.blocks:
            if blocks.setdefault(block.id, block).text != block.text:
                print(f"{path.name}: {block.id} has another text than before, left out")
                continue
            for letter in block.layers:
                found = [i for i in block.items if model.layer_of(i) == letter]
                if found or path.parent.name == "first":
                    by_key.setdefault((block.id, letter), []).append(found)
    return blocks, by_key


def decided(folder: Path) -> dict[Key, list[Item]]:
    """What the editor settled."""
    out: dict[Key, list[Item]] = {}
    for path in sorted((folder / "decided").glob("*.txt")):
        raw = load(path)
        for complaint in raw.complaints:
            print(f"{path.name}, {complaint}")
        for block in raw.blocks:
            for item in block.items:
                out.setdefault((block.id, model.layer_of(item)), []).append(item)
    return out


def merged(one: Item, two: Item) -> tuple[Item, tuple[str, ...]]:
    """What both say, and the fields that stay open; cues of either reader are kept."""
    apart = differences(one, two)
    if isinstance(one, Fact) and isinstance(two, Fact):
        return replace(one, cues=tuple(sorted({*one.cues, *two.cues}))), apart
    if isinstance(one, Parts) and isinstance(two, Parts):
        roles = tuple(pair for pair in one.roles if pair[0] not in apart)
        return replace(one, roles=roles, time=None if "time" in apart else one.time), apart
    if isinstance(one, Figure):
        empty: dict[str, Any] = {
            "counted": None,
            "of": (),
            "where": (),
            "scope": (),
            "bound": None,
            "approximate": False,
        }
        return replace(one, **{field: value for field, value in empty.items() if field in apart}), apart
    return one, apart


def settled(pairs: list[Pair], rulings: list[Item], own: str | None) -> tuple[list[Entry], list[Pair]]:
    """The gold of one passage and layer, and the pairs that stand apart."""

    def entry(item: Item, readings: int, by_editor: bool = False, left: tuple[str, ...] = ()) -> Entry:
        return Entry(item, readings, by_editor, left, own[item.start : item.end] if own is not None else None)

    out: list[Entry] = []
    apart: list[Pair] = []
    ruled = {(r.start, r.end) for r in rulings}
    for one, two in pairs:
        item = one or two
        if item is None or (item.start, item.end) in ruled:
            continue
        if one is None or two is None:
            out.append(entry(item, 1))
        elif set(differences(one, two)) & set(kernel(one)):
            apart.append((one, two))
        else:
            both, left = merged(one, two)
            out.append(entry(both, 2, left=left))
    return sorted([*out, *(entry(r, 2, True) for r in rulings)], key=lambda e: (e.item.start, e.item.end)), apart


def passage_of(block: Block, layers: set[str]) -> Passage:
    """The passage as it is kept: with its text if it is ours, else a place in a report."""
    mine = tuple(letter for letter in model.LAYERS if letter in layers)
    kept = Passage(block.id, sha256(block.text), part(block.id), mine)
    data = bench()
    where = pointer(block.id, data)
    if where is None or data is None:
        given = block.settings
        return replace(
            kept, text=block.text, kind=given.get("kind"), manner=given.get("manner"), published=given.get("published")
        )
    whole = report_text(data, where.dataset, where.report) or ""
    return replace(
        kept,
        dataset=where.dataset,
        report=where.report,
        report_sha256=sha256(whole),
        start=where.start,
        end=where.end,
        published=published(data, where.dataset, where.report),
    )


def show(blocks: dict[str, Block], pairs: dict[Key, list[Pair]], rulings: dict[Key, list[Item]], letter: str) -> None:
    """Prints the undecided differences of a layer, with the text around the word."""
    for (passage, of), found in sorted(pairs.items()):
        ruled = {(r.start, r.end) for r in rulings.get((passage, of), ())}
        for one, two in found if of == letter else ():
            if one is None or two is None or not differences(one, two) or (one.start, one.end) in ruled:
                continue
            text = blocks[passage].text
            around = text[max(0, one.start - 160) : one.end + 130].replace("\n", " ")
            print(f"@ {passage}   {'/'.join(differences(one, two))}\n%   … {around} …")
            print(f"% 1: {line_of(one, text)}\n% 2: {line_of(two, text)}\n")


def report(letter: str, compared: list[Pair], entries: list[Entry], apart: int) -> None:
    """Prints the agreement of a layer and what there is of it."""
    made = agreement(letter, compared)
    more = ", ".join(f"{what} {value:.3f}" for what, value in made.more)
    kinds = counts([e.item for e in entries])[letter]
    times = dict(sorted(Counter(e.readings for e in entries).items()))
    settled_too, left = sum(e.settled for e in entries), sum(bool(e.open) for e in entries)
    print(f"{model.LAYERS[letter]:<11} {made.items:>5} read twice: {made.name} {made.main:.3f}; {more}")
    print(f"{kinds.total():>17} in gold: {dict(sorted(kinds.items()))}")
    print(f"{'':>17} settled {settled_too}, apart {apart}, with open fields {left}, by readings {times}")


def main() -> None:
    """Compiles, compares and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("raw", type=Path)
    parser.add_argument("--show", choices=sorted(model.LAYERS))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--once", action="store_true", help="keep what only one reader has seen")
    parser.add_argument("--only", default="", help="compare only passages whose id holds this")
    args = parser.parse_args()
    blocks, by_key = readings(args.raw)
    rulings = decided(args.raw)
    pairs = {key: paired(found[0], found[1]) for key, found in by_key.items() if len(found) > 1}
    if args.show:
        show(blocks, pairs, rulings, args.show)
        return
    entries: dict[str, list[Entry]] = {letter: [] for letter in model.LAYERS}
    apart: list[dict[str, Any]] = []
    read: dict[str, set[str]] = {}
    for (passage, letter), found in sorted(by_key.items()):
        if len(found) < 2 and not args.once:
            continue
        block = blocks[passage]
        kept = passage_of(block, set())
        two = pairs.get((passage, letter)) or [(item, None) for item in found[0]]
        good, bad = settled(two, rulings.get((passage, letter), []), kept.text)
        entries[letter] += good
        read.setdefault(passage, set()).add(letter)
        for one, other in bad:
            answers = [{k: v for k, v in to_row(Entry(i)).items() if k != "readings"} for i in (one, other) if i]
            row: dict[str, Any] = {"layer": letter, "passage": passage, "answers": answers}
            if kept.text is not None and one is not None:
                row["word"] = name(block.text, (one.start, one.end))
            apart.append(row)
    for letter in model.LAYERS:
        compared = [
            p for (passage, of), two in sorted(pairs.items()) if of == letter and args.only in passage for p in two
        ]
        report(letter, compared, entries[letter], sum(row["layer"] == letter for row in apart))
    if args.out:
        args.out.mkdir(exist_ok=True)
        write(args.out / "passages.jsonl", [passage_row(passage_of(blocks[p], read[p])) for p in sorted(read)])
        for letter in model.LAYERS:
            write(file_of(args.out, letter), map(to_row, entries[letter]))
        write(args.out / "apart.jsonl", apart)
        twice = [key for key in sorted(by_key) if key in pairs]
        both = [(key[1], n + 1, item) for key in twice for n in (0, 1) for item in by_key[key][n]]
        (args.out / READINGS).write_bytes(packed(both))


if __name__ == "__main__":
    main()
