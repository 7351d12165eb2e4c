"""Reads a golden situation: a Markdown page with reports and what an analyst would write down from them.

    # The ferry strike                                  title
    ## Reports
    ### herald | 2024-05-02 | Harbour Herald            id, published (or -), publisher
    text of the report ...
    ## Timeline
    - 2024-05-01 | happened | crews strike | herald courier       when (EDTF), factuality, words, reports
    ## Not in the timeline
    - happened | company raise pay                      no line of that factuality holds these words
    ## Figures
    - 400 | crews strike | 2024-05-02 | herald          value, words of the series' title, as-of day (or -), reports
    ## In force on 2024-05-03
    - in_force | ferry strike | 2024-05-01              status, words, from (or -)
    ## Disputes
    - figure | crews                                    kind, words

A line is met when one line of the record has the same status ('a/b': either) and holds all the words (by their first
five letters).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Line = Mapping[str, Any]


@dataclass(frozen=True)
class Expected:
    """One line of a section of the page."""

    section: str
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.section}: {' | '.join(self.cells)}"


@dataclass(frozen=True)
class Story:
    """The page."""

    name: str
    reports: tuple[dict[str, Any], ...]
    expected: tuple[Expected, ...]


def read_story(path: Path) -> Story:
    """The reports and the expected lines of a page."""
    parts = re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))
    reports: list[dict[str, Any]] = []
    expected: list[Expected] = []
    for part in parts[1:]:
        title, _, body = part.partition("\n")
        if title.strip() == "Reports":
            reports = [report_of(block) for block in re.split(r"(?m)^### ", body)[1:]]
            continue
        for line in body.splitlines():
            if line.startswith("- "):
                expected.append(Expected(title.strip(), tuple(c.strip() for c in line[2:].split("|"))))
    return Story(path.stem, tuple(reports), tuple(expected))


def report_of(block: str) -> dict[str, Any]:
    """A row for `add`."""
    head, _, text = block.partition("\n")
    name, published, publisher = ([c.strip() for c in head.split("|")] + ["-", "-"])[:3]
    row = {"id": name, "text": text.strip() + "\n", "language": "en"}
    if published != "-":
        row["published"] = published
    if publisher != "-":
        row["publisher"] = publisher
    return row


def holds(words: str, text: str) -> bool:
    """Whether the text holds all the words, by their first five letters; 'a/b' allows either."""
    stems = {w[:5] for w in re.findall(r"\w+", text.casefold())}
    return all(any(x[:5] in stems for x in word.split("/")) for word in words.casefold().split())


def met(one: Expected, situation: Any) -> bool:
    """Whether the record has the line (or, where it must not be there, has it not)."""
    section, cells = one.section, one.cells
    if section == "Timeline":
        return any(_event(line, cells) for line in situation.timeline())
    if section == "Not in the timeline":
        told = [line.title for line in situation.timeline() if line.factuality == cells[0]]
        return not any(holds(cells[1], title) for title in told if "denied" not in title)  # that it was denied, is told
    if section == "Figures":
        return _figure(situation, cells)
    if section == "Not a figure":
        return not any(_gives(p, float(cells[0])) for line in situation.figures() for p in line.points)
    if section.startswith("In force on "):
        return any(_state(line, cells) for line in situation.inforce(on=section.removeprefix("In force on ")))
    if section == "Disputes":
        return any(
            d.kind == cells[0] and holds(cells[1], f"{d.question} {text_of(d.positions)}") for d in situation.disputes()
        )
    raise ValueError(f"{section!r} is no section of a situation")


def _event(line: Line, cells: Sequence[str]) -> bool:
    when, factuality, words = cells[:3]
    evidence = " ".join(e["anchor"]["text"] for e in line["evidence"])
    return (
        line["factuality"] in factuality.split("/")
        and (when == "-" or line["when"]["edtf"] == when)
        and holds(words, f"{line['title']} {evidence if len(cells) > 4 else ''}")
        and (len(cells) < 4 or set(cells[3].split()) <= set(line["reports"]))
    )


def _figure(situation: Any, cells: Sequence[str]) -> bool:
    value, words, on, reports = (*cells, "", "", "")[:4]
    if on and on != "-":
        lines = [line for line in situation.figures(on=on) if line["latest"]]
        return any(_gives(line["latest"], float(value)) and holds(words, line["title"]) for line in lines)
    return any(
        _gives(p, float(value)) and (not reports or p["report"] in reports.split())
        for line in situation.figures()
        if holds(words, line["title"])
        for p in line["points"]
    )


def _gives(point: Line, value: float) -> bool:
    return value in (point["low"], point["high"])


def _state(line: Line, cells: Sequence[str]) -> bool:
    status, words, begun = (*cells, "-")[:3]
    text = f"{line['title']} {line['subject']} {line['object']} {line['slot']} {line['value']}"
    ends = [(line[k] or {}).get("edtf") for k in ("from", "to")]
    return line["status"] in status.split("/") and holds(words, text) and (begun == "-" or begun in ends)


def text_of(thing: Any) -> str:
    """All strings and numbers inside, joined."""
    if isinstance(thing, Mapping):
        return " ".join(text_of(v) for v in thing.values())
    if isinstance(thing, (list, tuple)):
        return " ".join(text_of(v) for v in thing)
    return str(thing)
