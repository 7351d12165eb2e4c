"""Gold as JSON lines, and back. Offsets are characters of the passage's text; keys sorted, one object a line.

An item's row holds its fields and, beside them, `readings` (how many readers saw it), `settled` (the editor decided
after they differed), `open` (fields on which they still differ; no scorer takes them), in our own texts also `word`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from . import model
from .model import Chain, Change, Fact, Figure, Item, Link, Parts, Passage, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the gold and how it came to stand there."""

    item: Item
    readings: int = 2
    settled: bool = False
    open: tuple[str, ...] = ()
    word: str | None = None


def _span(value: Any) -> Span:
    return (int(value[0]), int(value[1]))


def _spans(values: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(_span(v) for v in values)


def _links(values: Iterable[dict[str, Any]]) -> tuple[Link, ...]:
    return tuple(Link(_spans(v["heads"]), _spans(v["cues"])) for v in values)


def to_row(entry: Entry) -> dict[str, Any]:
    """The entry as plain data."""
    row = asdict(entry.item) | {"readings": entry.readings}
    row |= {"settled": True} if entry.settled else {}
    row |= {"open": list(entry.open)} if entry.open else {}
    row |= {"word": entry.word} if entry.word is not None else {}
    return {key: value for key, value in row.items() if value is not None}


def from_row(letter: str, row: dict[str, Any]) -> Entry:
    """The entry that `to_row` made; unknown fields are passed over."""
    at = (row["passage"], row["start"], row["end"])
    item: Item
    if letter == "F":
        item = Fact(*at, row["label"], _spans(row["cues"]), _links(row["voice"]))
    elif letter == "C":
        item = Chain(*at, _links(row["links"]))
    elif letter == "R":
        roles = tuple((role, _span(span)) for role, span in row["roles"])
        item = Parts(*at, roles, _span(row["time"]) if row.get("time") else None, row["relation"])
    elif letter == "N":
        item = Figure(
            *at, row.get("none"), _span(row["counted"]) if row.get("counted") else None, _spans(row["of"]),
            _spans(row["where"]), _spans(row["scope"]), row.get("bound"), row["approximate"], row.get("role"),
        )  # fmt: skip
    else:
        item = Change(*at, row["effect"], row.get("of"), row.get("slot"))
    return Entry(item, row["readings"], row.get("settled", False), tuple(row.get("open", ())), row.get("word"))


def passage_row(passage: Passage) -> dict[str, Any]:
    """The passage as plain data."""
    return {key: value for key, value in asdict(passage).items() if value is not None}


def passage_from(row: dict[str, Any]) -> Passage:
    """The passage that `passage_row` made."""
    return Passage(**{**row, "layers": tuple(row["layers"])})


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """One object a line, keys sorted."""
    lines = [json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file; none where there is no file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def file_of(folder: Path, letter: str) -> Path:
    """Where a layer is kept."""
    return folder / f"{model.LAYERS[letter]}.jsonl"
