"""Reads `gold/` and joins the stand-off passages with the measuring data, where it is present.

A passage whose report is not at hand is left out and counted; one whose report has changed is refused.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import model
from .model import Passage, Span
from .rows import Entry, file_of, from_row, lines, passage_from
from .texts import ROOT, bench, report_text

GOLD = ROOT / "gold"


class ChangedTextError(ValueError):
    """A report is not the one that was annotated."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Everything at hand."""

    passages: dict[str, Passage]  # each with its text
    entries: dict[str, list[Entry]]  # by letter of the layer; only of passages at hand
    absent: tuple[str, ...] = ()  # stand-off passages whose report is not at hand
    apart: dict[str, dict[str, list[Span]]] = field(
        default_factory=dict
    )  # by letter and passage: words without an answer


def sha256(text: str) -> str:
    """The digest of a text.

    >>> sha256("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def joined(passage: Passage, data: Path | None) -> Passage | None:
    """The passage with its text, None where its report is not at hand."""
    if passage.text is not None:
        return passage
    whole = report_text(data, passage.dataset or "", passage.report or "") if data else None
    if whole is None:
        return None
    if sha256(whole) != passage.report_sha256:
        raise ChangedTextError(
            f"{passage.id}: report {passage.report} of {passage.dataset} is not the text that was read"
        )
    return replace(passage, text=whole[passage.start : passage.end])


def load(folder: Path = GOLD, data: Path | None = None) -> Gold:
    """The gold with all texts at hand."""
    data = data or bench()
    known = [passage_from(row) for row in lines(folder / "passages.jsonl")]
    with_text = {p.id: joined(p, data) for p in known}
    here = {name: passage for name, passage in with_text.items() if passage is not None}
    entries = {
        letter: [e for e in (from_row(letter, row) for row in lines(file_of(folder, letter))) if e.item.passage in here]
        for letter in model.LAYERS
    }
    apart: dict[str, dict[str, list[Span]]] = {letter: {} for letter in model.LAYERS}
    for row in lines(folder / "apart.jsonl"):
        spans = [(answer["start"], answer["end"]) for answer in row["answers"]]
        apart[row["layer"]].setdefault(row["passage"], []).extend(spans)
    return Gold(here, entries, tuple(sorted(name for name, whole in with_text.items() if whole is None)), apart)
