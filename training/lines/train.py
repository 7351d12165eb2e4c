"""Fits the weights of the small model that decides which events are told on a line of the record.

    python -m training.lines.train --bench BENCH

In:   `marks.tsv`, what a reader marked of 1,819 events of news, and the texts they stand in: of BENCH, and
      `passages.jsonl`, which is in our own words.
Out:  `src/dateline/claim/event/weights/lines.json` and `card.json` beside it.

A mark counts as long as the event's line is the one that was marked; lines that are worded otherwise since are left out
and counted.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dateline
from dateline.claim.event.signs import AGAINST
from dateline.claim.event.told import Told
from dateline.claim.event.weigh import BY_RULE, DROPPED, TOLD, left_open
from dateline.claim.read import analyse
from dateline.report.load import from_text
from dateline.sentence import parse
from training.fit import Row, crossed, fit, given, left_out, write

HERE = Path(__file__).parent
LONGEST = 9000  # characters of a document that were read for the marks
FOLDS = 10
RIDGE = 10.0  # chosen by log loss on the folds among 5, 10, 20 and 40
LEAST = 8  # rows a sign must hold in to get a weight
DATA = (
    "Marks by the project on events of reports of four crisis timelines, PolNeAR, TimeBank, AQUAINT and MEANTIME, and "
    "of passages in our own words. Neither weights nor marks hold any of their text."
)


@dataclass(frozen=True)
class Mark:
    """What a reader made of one line."""

    document: str
    start: int  # of the sentence
    length: int
    line: str  # the start of the hash of the event's word and its line
    good: bool


def marks() -> dict[tuple[str, str, str], list[Mark]]:
    """The marks, by set, document and day of publication."""
    out: dict[tuple[str, str, str], list[Mark]] = defaultdict(list)
    with (HERE / "marks.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"):
            key = (row["set"], row["document"], row["published"])
            mark = Mark("/".join(key[:2]), int(row["start"]), int(row["length"]), row["line"], row["mark"] == "G")
            out[key].append(mark)
    return out


def texts(bench: Path, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The texts of the documents that hold marks."""
    places = {
        "passages": HERE / "passages.jsonl",
        "polnear_train": bench / "attribution" / "polnear_train.jsonl",
        **{name: bench / "timex" / f"{name}.jsonl" for name in ("aquaint", "timebank", "meantime_dev")},
        **{f"timeline_{f.name}": f / "articles.jsonl.gz" for f in (bench / "timeline").iterdir() if f.is_dir()},
    }
    out: dict[tuple[str, str], str] = {}
    for name in sorted({s for s, _ in wanted}):
        for row in _rows(places[name]):
            if (name, str(row["id"])) in wanted:
                out[name, str(row["id"])] = row["text"][:LONGEST]
    return out


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    yield from map(json.loads, text.splitlines())


def told(text: str, published: str) -> tuple[Told, ...]:
    """Every event of a document, as the product reads it."""
    report = from_text(text, id="x", published=published)
    return analyse(report, parse.read(report.text, [(n.start, n.end) for n in report.noise])).told


def key_of(t: Told) -> tuple[int, str]:
    """Where an event's sentence starts, and its line."""
    line = hashlib.sha256(f"{t.claim.trigger.text}|{t.claim.title}".encode()).hexdigest()[:10]
    return t.claim.anchor.start, line


def marked(bench: Path) -> tuple[list[Row], int]:
    """The marked events with their signs, and how many marks no event answers to any more."""
    by_document = marks()
    found = texts(bench, {(s, d) for s, d, _ in by_document})
    rows, lost = [], 0
    for (name, document, published), wanted in sorted(by_document.items()):
        events = {key_of(t): t for t in told(found[name, document], published)}
        for mark in wanted:
            event = events.get((mark.start, mark.line))
            if event is None:
                lost += 1
            else:
                rows.append(Row(mark.document, event.signs, mark.good, BY_RULE in event.signs))
    return rows, lost


def objections(row: Row) -> set[str]:
    """What the rules have against the line."""
    return {s.removeprefix(AGAINST) for s in row.features if s.startswith(AGAINST)}


def measured(rows: Sequence[Row], ridge: float) -> dict[str, float]:
    """Of 100 lines, those that a reader signs, and of all marked good ones those that are told: by the rules alone and
    with the model, on documents that it was not fitted to. Events that the rules leave out are marked more thinly than
    those they tell, so that the second figure is a comparison and no recall."""
    leans = left_out(rows, ridge, LEAST, FOLDS)
    told_now = [
        (r.ruled and z > DROPPED) or (z >= TOLD and left_open(objections(r), True))
        for r, z in zip(rows, leans, strict=True)
    ]
    good = sum(r.so for r in rows)
    out: dict[str, float] = {}
    for name, told_so in (("rules_alone", [r.ruled for r in rows]), ("with_the_model", told_now)):
        right = sum(r.so for r, is_told in zip(rows, told_so, strict=True) if is_told)
        out[f"{name}_signed"] = round(100 * right / sum(told_so), 1)
        out[f"{name}_good_lines_told"] = round(100 * right / good, 1)
    return out


def main() -> None:
    """Fits, measures and writes."""
    asked = given(__doc__, RIDGE)
    rows, lost = marked(asked.bench)
    weights = fit(rows, asked.ridge, LEAST)
    score = crossed(rows, asked.ridge, LEAST, FOLDS)
    card = {
        "what": "log odds that a reader would sign the line of an event, added up by claim/event/weigh.py",
        "method": "logistic regression by Newton's method (training/fit.py); the same bytes every time",
        "ridge": asked.ridge,
        "least_rows_of_a_sign": LEAST,
        "signs": len(weights),
        "data": DATA,
        "marks_that_no_event_answers_to": lost,
        "ten_folds_by_document": score | measured(rows, asked.ridge),
    }
    folder = Path(dateline.__file__).parent / "claim" / "event" / "weights"
    write(folder / "lines.json", {"told": weights})
    write(folder / "card.json", card)
    print(json.dumps(card["ten_folds_by_document"]))


if __name__ == "__main__":
    main()
