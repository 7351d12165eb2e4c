"""Shows what is read otherwise than in the gold's dev part: `python -m benchmarks.gold.misses F|C|R|N|S [PASSAGE ...]`.

The test part is never shown: a rule that was made by looking at it would measure itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .load import load
from .model import Change, Item, layer_of
from .rows import Entry
from .score import SCORERS, reads_change
from .seen import Seen, see
from .written import line_of


def read_as(item: Item, here: Seen) -> Iterator[str]:
    """What Dateline says at the word."""
    for claim in here.at(item.start, item.end):
        parts = ", ".join(f"{p.role} {p.mention.anchor.text!r}" for p in claim.participants)
        time = here.times[claim.time].text if claim.time is not None else "-"
        chain = " > ".join(v.name for v in claim.voice) or "-"
        cue = claim.factuality_cue.text if claim.factuality_cue else "-"
        sure = f"{claim.factuality} (report {claim.reported_as}, cue {cue})"
        yield f"{claim.lemma}: {sure}, {chain}; {parts}; time {time}"
    for q in here.quantities if layer_of(item) == "N" else ():
        if q.amount.start < item.end and item.start < q.amount.end:
            whose = f"of {q.of}, where {q.where}, scope {q.scope}"
            yield f"{q.amount.text!r}: counted {q.counted}, {whose}, {q.bound}, {q.role}"
    for t in here.changes if layer_of(item) == "S" else ():
        if here.sentence(t.told.claim.trigger.start) == here.sentence(item.start):
            yield f"{t.told.claim.trigger.text!r}: {t.kind} of {t.of}, {t.slot}"


def right(entry: Entry, seen: dict[str, Seen]) -> bool:
    """Whether the item by itself is read as the gold has it."""
    letter, item = layer_of(entry.item), entry.item
    if isinstance(item, Change):
        return reads_change(item, seen[item.passage])
    scores = SCORERS[letter]([entry], seen)
    held = [s for name, s in scores.items() if letter != "N" or not name.startswith("F1")]
    return all(score == 100 for score in (held if letter == "N" else held[:1]))


def main(letter: str, only: list[str]) -> None:
    """Prints every item of the layer that does not score in full, with what was read."""
    gold = load()
    seen: dict[str, Seen] = {}
    for entry in gold.entries[letter]:
        item, passage = entry.item, gold.passages[entry.item.passage]
        if passage.part != "dev" or (only and passage.id not in only):
            continue
        here = seen.setdefault(passage.id, seen.get(passage.id) or see(passage))
        if right(entry, seen):
            continue
        around = here.text[max(0, item.start - 110) : item.end + 90].replace("\n", " ")
        print(f"{passage.id}  … {around} …\n   gold  {line_of(item, here.text)}")
        print("".join(f"   read  {said}\n" for said in read_as(item, here)) or "   read  nothing\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
