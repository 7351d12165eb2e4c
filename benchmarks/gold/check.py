"""Finds damage in `gold/`: `python -m benchmarks.gold.check [FOLDER]`.

Offsets must cut words, labels must be known, chains must not loop, no text may stand in both parts, stand-off rows
must hold no words. What needs the texts of real reports is checked where the measuring data is present.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from . import model
from .load import GOLD, ChangedTextError, joined, sha256
from .model import Chain, Change, Fact, Figure, Item, Link, Parts, Passage
from .rows import Entry, file_of, from_row, lines, passage_from
from .split import part
from .texts import bench

LONG = 8  # words from which a sentence that stands in both parts is no accident


def faults(folder: Path = GOLD) -> list[str]:
    """Everything that is wrong, in words; empty if the gold is sound."""
    passages = [passage_from(row) for row in lines(folder / "passages.jsonl")]
    out = [f"{name}: stands {n} times" for name, n in Counter(p.id for p in passages).items() if n > 1]
    texts: dict[str, str | None] = {}
    for passage in passages:
        out += passage_faults(passage)
        try:
            whole = joined(passage, bench())
        except ChangedTextError as fault:
            out.append(str(fault))
            whole = None
        texts[passage.id] = whole.text if whole else None
        if whole and sha256(whole.text or "") != passage.sha256:
            out.append(f"{passage.id}: its text is not the one that was read")
    out += shared(passages, texts)
    by_id = {p.id: p for p in passages}
    for letter in model.LAYERS:
        seen: Counter[tuple[object, ...]] = Counter()
        for row in lines(file_of(folder, letter)):
            if row["passage"] not in by_id:
                out.append(f"{model.LAYERS[letter]}: {row['passage']} is no passage")
                continue
            entry = from_row(letter, row)
            out += entry_faults(entry, by_id[row["passage"]], texts[row["passage"]])
            more = entry.item.voice if isinstance(entry.item, Fact) else getattr(entry.item, "links", ())
            seen[(entry.item.passage, entry.item.start, entry.item.end, more)] += 1
        out += [f"{key[0]}: {model.LAYERS[letter]} at {key[1]}-{key[2]} twice" for key, n in seen.items() if n > 1]
    for row in lines(folder / "apart.jsonl"):
        stand_off = row["passage"] in by_id and by_id[row["passage"]].text is None
        if row["passage"] not in by_id or (stand_off and "word" in row):
            out.append(f"apart: {row['passage']} is no passage, or shows words of a real report")
    return out


def passage_faults(passage: Passage) -> list[str]:
    """What is wrong with a passage by itself."""
    out = []
    if passage.part != part(passage.id):
        out.append(f"{passage.id}: is marked {passage.part}, belongs to {part(passage.id)}")
    if (passage.text is None) == (passage.report is None):
        out.append(f"{passage.id}: must hold either a text of our own or a place in a report, never both")
    if passage.text is not None and not passage.id.startswith("own/"):
        out.append(f"{passage.id}: a text stands with the id of a real report")
    if set(passage.layers) - set(model.LAYERS):
        out.append(f"{passage.id}: unknown layers {passage.layers}")
    return out


def shared(passages: list[Passage], texts: dict[str, str | None]) -> list[str]:
    """Whole texts, and sentences of some length, that stand in both parts."""
    sides: dict[str, dict[str, str]] = {}
    for passage in passages:
        for sentence in re.split(r"(?<=[.!?])\s+", texts[passage.id] or ""):
            words = re.findall(r"\w+", sentence.lower())
            if len(words) >= LONG:
                sides.setdefault(" ".join(words), {})[passage.part] = passage.id
    return [
        f"{' and '.join(sorted(side.values()))} share a sentence across the parts"
        for side in sides.values()
        if len(side) > 1
    ]


def entry_faults(entry: Entry, passage: Passage, text: str | None) -> list[str]:
    """What is wrong with one item."""
    item = entry.item
    where = f"{passage.id} {model.LAYERS[model.layer_of(item)]} {item.start}-{item.end}"
    out = label_faults(item)
    if (entry.word is None) == (passage.text is not None):
        out.append("own texts show the word, stand-off rows never do")
    if text is not None:
        out += cut_faults(text, model.spans(item))
    if text is not None and entry.word is not None and text[item.start : item.end] != entry.word:
        out.append(f"the word there is {text[item.start : item.end]!r}, not {entry.word!r}")
    return [f"{where}: {fault}" for fault in out]


def cut_faults(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The stretches of the text that begin or end inside a word, or hold none.

    >>> cut_faults("The port", [(0, 3), (4, 7), (3, 4)])
    ["4-7 cuts through a word, 'por'", '3-4 cuts no words']
    """
    out = []
    for start, end in spans:
        words = text[start:end]
        if not 0 <= start < end <= len(text) or words != words.strip():
            out.append(f"{start}-{end} cuts no words")
            continue
        before = start > 0 and text[start - 1].isalnum() and words[0].isalnum()
        behind = end < len(text) and text[end].isalnum() and words[-1].isalnum()
        if before or behind:
            out.append(f"{start}-{end} cuts through a word, {words!r}")
    return out


def label_faults(item: Item) -> list[str]:
    """Unknown labels, and chains that come back to the same word."""
    wrong: list[str] = []
    links: tuple[Link, ...] = ()
    if isinstance(item, Fact):
        links = item.voice
        wrong += [] if item.label in model.FACTUALITY else [item.label]
    elif isinstance(item, Chain):
        links = item.links
    elif isinstance(item, Parts):
        wrong += [role for role, _ in item.roles if role not in model.ROLES]
        wrong += [] if item.relation in model.RELATIONS else [item.relation]
    elif isinstance(item, Figure) and item.none is not None:
        wrong += [] if item.none in model.NO_FIGURE else [item.none]
    elif isinstance(item, Figure):
        wrong += [] if item.role in model.FIGURE_ROLES else [str(item.role)]
        wrong += [] if item.bound in (None, *model.BOUNDS) else [str(item.bound)]
    elif isinstance(item, Change):
        wrong += [] if item.effect in model.EFFECTS else [item.effect]
        wrong += [] if item.of in (None, *model.PLANNED) else [str(item.of)]
        wrong += [] if item.slot in model.SLOTS or item.effect == "none" else [str(item.slot)]
    out = [f"unknown label {label!r}" for label in wrong]
    named = [head for link in links for head in link.heads]
    return out + (["the chain loops"] if len(set(named)) < len(named) else [])


def main(given: list[str]) -> int:
    """Prints the faults; status 1 if there are any."""
    found = faults(Path(given[0]) if given else GOLD)
    print("\n".join(found) or "gold: sound")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
