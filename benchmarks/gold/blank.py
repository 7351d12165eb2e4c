"""Makes the sheet for a second reading: `python -m benchmarks.gold.blank FIRST > BLANK`.

In:   a first reading.
Out:  its passages and the words that were asked about, in the order of the text, without any answer.
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import model
from .compile import load
from .form import Block
from .model import Chain, Fact
from .words import name


def sheet(block: Block, own: bool) -> str:
    """One passage with empty lines; a word of two answers (two voices) has one line a voice, the voices not told."""
    shown = [f"{key}={value}" for key, value in block.settings.items()]
    lines = [" ".join(["@", block.id, *shown])]
    lines += [block.text, "--"] if own else ["--"]
    for letter in model.LAYERS:
        items = sorted((i for i in block.items if model.layer_of(i) == letter), key=lambda i: (i.start, i.end))
        lines += [f"{letter} {name(block.text, (i.start, i.end))} | " for i in items]
        several = [i for i in items if isinstance(i, Fact | Chain) and sum(k.start == i.start for k in items) > 1]
        if several:
            lines.append(f"% {letter}: a word that stands on several lines has several voices; one line each")
    return "\n".join(lines)


def main(path: Path) -> None:
    """Prints the sheet; the text of real-news passages is shown as remarks, so that it can be read beside."""
    for block in load(path).blocks:
        own = not block.id.startswith(("airbus/", "apple/"))
        if not own:
            print("\n".join(f"% {line}" for line in block.text.split("\n")))
        print(sheet(block, own) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
