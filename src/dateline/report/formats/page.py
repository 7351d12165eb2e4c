"""What any input format gives: the text of one report and what stood beside it.

Room: report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dateline.report.witnesses import Statement
from dateline.terms import Refusal

GENERATOR = "Dateline"  # what a brief names as its maker: it is no report
LONGEST_TEXT = 2_000_000  # characters; a report is a few thousand, a book half a million
BIGGEST_FILE = 64 * 2**20  # bytes; rows are streamed and may come in larger files


@dataclass(frozen=True, slots=True)
class Page:
    """One text with its fields, before anything is found in it."""

    where: str  # the file, or file:row
    text: str
    fields: dict[str, Any] = field(default_factory=dict)  # id url publisher byline published title language extra
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()
    named_by_content: bool = True  # without an id, many in one file: the id is made of the name and the text


Pages = Iterator[Page | Refusal]


def refuse(where: str, reason: str, next_step: str) -> Refusal:
    """A refusal with its three parts."""
    return Refusal(where, reason, next_step)
