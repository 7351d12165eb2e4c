"""The project's own gold: how it is written, checked, compared and scored against. See docs/annotation.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = str(
    Path(__file__).resolve().parent.parent.parent / "gold"
)  # its files, not the measuring data, bear the floors
QUICK = 40  # passages of the quick run


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """All figures of the dev part, and the main one of the test part, per layer."""
    from .load import load  # noqa: PLC0415 - the readers' tools need no Dateline
    from .model import LAYERS  # noqa: PLC0415
    from .score import SCORERS  # noqa: PLC0415
    from .seen import see  # noqa: PLC0415

    gold = load(data=data)
    chosen = sorted(gold.passages.values(), key=lambda p: p.sha256)
    if quick:
        chosen = [p for p in chosen if p.part == "dev"][:QUICK]
    seen = {p.id: see(p) for p in chosen}
    rows: list[dict[str, Any]] = []
    for letter, layer in LAYERS.items():
        for part in ("dev",) if quick else ("dev", "test"):
            names = [p.id for p in chosen if p.part == part and letter in p.layers]
            entries = [e for e in gold.entries[letter] if e.item.passage in set(names)]
            more: dict[str, Any] = {"apart": gold.apart[letter]} if letter in "NS" else {}
            more |= {"passages": names} if letter == "S" else {}
            scores = list(SCORERS[letter](entries, seen, **more).items()) if entries else []
            rows += [
                {"set": f"{layer} {part}", "measure": m, "score": s} for m, s in scores[: 1 if part == "test" else None]
            ]
    return rows
