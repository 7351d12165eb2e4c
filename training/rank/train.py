"""Fits the weights of the rank: what of a line of the timeline a strict reader would sign.

    PYTHONPATH=src:. python -m training.rank.train --bench BENCH

In:   `marks.tsv`, what strict readers marked of the timelines of small piles of real news, and their reports, of BENCH;
      the marks of `training/lines`, whose readers were more lenient.
Out:  `src/dateline/record/weights/rank.json` and `card.json` beside it.

A mark counts as long as the line is worded as it was; lines that are worded otherwise since are left out and counted.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import dateline
from dateline.pipeline.deriving import linked
from dateline.pipeline.reading import read_one
from dateline.record.lines import account_of, bare_line, opinions, shown_of, with_columns
from dateline.record.rank import Shown, signs, support
from dateline.report.load import from_row
from dateline.report.model import Report
from training.fit import Row, fit, given, lean, write
from training.lines.train import marks as lenient_marks
from training.lines.train import texts as lenient_texts

HERE: Final = Path(__file__).parent
TOPICS: Final = ("egypt", "h1n1", "haiti", "iraq", "libya")  # what is no crisis of these is news of politics
RIDGE: Final = 20.0  # chosen on the folds among 10, 20 and 40
LEAST: Final = 8  # rows a sign must hold in to get a weight
STRICT: Final = "read by a stricter reader"  # a sign of marks that no line has
DATA: Final = (
    "Marks by the project on the timelines of 24 small piles of reports, five crisis timelines and PolNeAR, and on "
    "single reports (training/lines). Neither weights nor marks hold any of their text."
)


@dataclass(frozen=True)
class Marked:
    """A line that was marked."""

    pile: str
    line: str
    shown: Shown
    mark: str  # G, T or W
    strict: bool

    @property
    def topic(self) -> str:
        """What is left out together."""
        return next((t for t in TOPICS if t in self.pile), "politics")


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this script."""
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))


def reports(bench: Path) -> dict[str, dict[str, Any]]:
    """The reports of the bench that the piles are made of, by id."""
    out: dict[str, dict[str, Any]] = {}
    for topic in TOPICS:
        packed = (bench / "timeline" / topic / "articles.jsonl.gz").read_bytes()
        for row in map(json.loads, gzip.decompress(packed).decode("utf-8").splitlines()):
            out[row["id"]] = {k: row[k] for k in ("id", "published", "text")}
    lines = (bench / "attribution" / "polnear_train.jsonl").read_text(encoding="utf-8").splitlines()
    for row in sorted((r for r in map(json.loads, lines) if r.get("date")), key=lambda r: (str(r["date"]), r["id"])):
        told = {"id": row["id"], "published": row["date"], "text": row["text"], "publisher": row["publisher"]}
        out.setdefault(row["id"], told)
    return out


def lines_of(pile: Iterable[Mapping[str, Any]]) -> Iterator[tuple[dict[str, Any], Shown]]:
    """Every line of the timeline of these reports, with what its rank looks at."""
    found = [r for row in pile if isinstance(r := from_row(dict(row), row["id"]), Report)]
    record = linked({r.id: read_one(r) for r in found})
    is_opinion = opinions(record)
    for event in record.events:
        about = with_columns(account_of(event, record), is_opinion)
        line, shown = bare_line(about, about.claims), shown_of(about, about.claims)
        if line is not None and shown is not None:
            yield line, shown


def line_key(line: Mapping[str, Any]) -> str:
    """The start of the hash of a line's day, factuality and title."""
    return hashlib.sha256(f"{line['when']['edtf']}|{line['factuality']}|{line['title']}".encode()).hexdigest()[:10]


def strict(bench: Path) -> Iterator[Marked]:
    """The lines of small piles that strict readers marked."""
    by_id = reports(bench)
    piles: dict[str, list[dict[str, Any]]] = defaultdict(list)
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for row in table("piles.tsv"):
        piles[row["pile"]].append(by_id[row["report"]])
    for row in table("marks.tsv"):
        told[row["pile"]][row["line"]] = row["mark"]
    for name, pile in piles.items():
        for line, shown in lines_of(pile):
            key = line_key(line)
            if key in told[name]:
                yield Marked(name, key, shown, told[name].pop(key), True)


def lenient(bench: Path) -> Iterator[Marked]:
    """The lines that more lenient readers marked report by report, of all reports of a set together."""
    piles: dict[str, list[dict[str, Any]]] = defaultdict(list)
    told: dict[tuple[str, str, int, str], str] = {}
    by_document = {k: v for k, v in lenient_marks().items() if k[0] != "passages"}
    found = lenient_texts(bench, {(s, d) for s, d, _ in by_document})
    for (name, document, published), marks in sorted(by_document.items()):
        piles[name].append({"id": document, "published": published, "text": found[name, document]})
        told |= {(name, document, m.start, m.line): "G" if m.good else "W" for m in marks}
    for name, pile in piles.items():
        for line, shown in lines_of(pile):
            claims = (c.claim for c in shown.told)
            keys = ((c.report, c.anchor.start, c.trigger.text, c.title) for c in claims)
            hashes = ((r, a, hashlib.sha256(f"{w}|{t}".encode()).hexdigest()[:10]) for r, a, w, t in keys)
            mark = next((told[name, *h] for h in hashes if (name, *h) in told), None)
            if mark is not None:
                yield Marked(name, line["id"], shown, mark, False)


def row_of(one: Marked) -> Row:
    """The mark as a question for the fit."""
    return Row(one.topic, (*signs(one.shown), *((STRICT,) if one.strict else ())), one.mark == "G", False)


def folded(rows: Sequence[Marked], ridge: float) -> list[float]:
    """How far each line leans by weights that were fitted to the other topics."""
    out = [0.0] * len(rows)
    for topic in sorted({r.topic for r in rows}):
        weights = fit([row_of(r) for r in rows if r.topic != topic], ridge, LEAST)
        for n, r in enumerate(rows):
            if r.topic == topic:
                out[n] = lean(weights, signs(r.shown)) + sum(adds for _, adds in support(r.shown))
    return out


def measured(rows: Sequence[Marked], leans: Sequence[float]) -> dict[str, float]:
    """Of 100 strictly marked lines those signed and wrong, of all and of the third of each pile with the highest rank;
    of 100 pairs of a signed line and another of one pile those with the signed one first."""
    piles: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for r, z in zip(rows, leans, strict=True):
        if r.strict:
            piles[r.pile].append((-z, r.line, r.mark))
    every, top, right, pairs = Counter[str](), Counter[str](), 0, 0
    for found in piles.values():
        order = [mark for _, _, mark in sorted(found)]
        every.update(order)
        top.update(order[: max(1, len(order) // 3)])
        for n, mark in enumerate(order):
            others = sum((mark == "G") != (m == "G") for m in order[n + 1 :])
            pairs += others
            right += others if mark == "G" else 0
    out = {"lines": every.total(), "pairs_in_order": round(100 * right / pairs, 1)}
    for name, count in (("all", every), ("first_third", top)):
        for mark, word in (("G", "signed"), ("W", "wrong")):
            out[f"{name}_{word}"] = round(100 * count[mark] / count.total(), 1)
    return out


def main() -> None:
    """Fits, measures and writes."""
    asked = given(__doc__, RIDGE)
    rows = [*strict(asked.bench), *lenient(asked.bench)]
    weights = fit([row_of(r) for r in rows], asked.ridge, LEAST)
    weights["always"] = round(weights["always"] + weights.pop(STRICT), 3)
    card = {
        "what": "log odds that a strict reader would sign a line of the timeline, added up by record/rank.py",
        "method": "logistic regression by Newton's method (training/fit.py); the same bytes every time, no seed",
        "ridge": asked.ridge,
        "least_rows_of_a_sign": LEAST,
        "signs": len(weights),
        "data": DATA,
        "rows": {"strict": sum(r.strict for r in rows), "lenient": sum(not r.strict for r in rows)},
        "marks_that_no_line_answers_to": len(table("marks.tsv")) - sum(r.strict for r in rows),
        "folds_by_topic": measured(rows, folded(rows, asked.ridge)),
    }
    folder = Path(dateline.__file__).parent / "record" / "weights"
    write(folder / "rank.json", {"signed": weights})
    write(folder / "card.json", card)
    print(json.dumps(card["folds_by_topic"]))


if __name__ == "__main__":
    main()
