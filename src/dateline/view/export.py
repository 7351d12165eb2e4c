"""Writes a list for a spreadsheet.

In:   the name of a list and its lines.
Out:  CSV with one row per line: plain columns, and the exact words with their place as the last.
Room: view. A cell that a spreadsheet would run as a formula gets a quote in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from dateline.terms import DatelineError
from dateline.view.situation import Situation
from dateline.view.tables import COLUMNS, clean

LISTS: Final = ("timeline", "figures", "inforce", "disputes", "entities", "sources")


def lists(situation: Situation, what: str, on: date | None, known_by: date | None) -> list[dict[str, Any]]:
    """The lines of the list; DatelineError for a list that does not exist."""
    if what not in LISTS:
        raise DatelineError(f"--what {what} is no list. Give one of: {', '.join(LISTS)}.")
    return [dict(line) for line in getattr(situation, what)(on=on, known_by=known_by)]


def as_csv(what: str, lines: Sequence[dict[str, Any]]) -> str:
    """The lines as CSV with a header.

    >>> as_csv("search", [{"anchor": {"report": "r", "start": 0, "end": 4, "text": "=1+1"}}])
    "Report,Sentence,Words\\r\\nr,'=1+1,r [0:4] =1+1\\r\\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    columns = COLUMNS[what]
    writer.writerow([title for title, _ in columns] + ["Words"])
    for line in lines:
        words = "; ".join(f"{a['report']} [{a['start']}:{a['end']}] {clean(a['text'])}" for a in anchors(line))
        writer.writerow([safe(clean(cell(line))) for _, cell in columns] + [safe(words)])
    return out.getvalue()


def anchors(line: dict[str, Any]) -> list[dict[str, Any]]:
    """The anchors that a line rests on."""
    held: list[dict[str, Any]] = list(line.get("evidence") or line.get("points") or [])
    held += [e for p in line.get("positions") or [] for e in p["evidence"]]
    found = [e["anchor"] for e in held if e.get("anchor")]
    return found or ([line["anchor"]] if line.get("anchor") else list(line.get("mentions") or []))


def safe(cell: str) -> str:
    """The cell, so that no spreadsheet runs it."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
