"""Fits the weights of the small model that decides which states are shown on the board.

    PYTHONPATH=src:tests:. python -m training.board.train --bench BENCH

In:   `marks.tsv`, what readers marked of 1,672 lines of boards of real news, and their reports, of BENCH;
      the short cases and the situations of the tests, in our own words, with what an expert puts on the board.
Out:  `src/dateline/state/weights/board.json` and `card.json` beside it.

A mark counts as long as the state is told by the same claim; what is said of a line's words counts as long as they are
the words that were marked. Marks that no state answers to any more are left out and counted.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from training.fit import Row, crossed, fit, given, left_out, write

import dateline
from dateline.pipeline.deriving import linked
from dateline.pipeline.reading import read_one
from dateline.report.load import from_row
from dateline.report.model import Report
from dateline.state import board
from dateline.state.model import State
from dateline.state.signs import signs
from dateline.state.weigh import DROPPED, LONG
from situations.story import holds, read_story

HERE: Final = Path(__file__).parent
TESTS: Final = HERE.parents[1] / "tests"
TOPICS: Final = ("egypt", "h1n1", "haiti", "iraq", "libya")
FOLDS: Final = 10
RIDGE: Final = 20.0  # chosen by log loss on the folds among 5, 10, 20 and 40
LEAST: Final = 6  # rows a sign must hold in to get a weight
OF_THE_WORDS: Final = frozenset({"garbled", "subject", "object", "words"})  # faults that other words may have mended
OF_A_CASE: Final = "case/"  # documents in our own words
STRICT: Final = "read by a stricter reader"  # a sign of marks that no state has: half of what others sign that one does
DATA: Final = (
    "Marks by the project on the boards of 69 small piles of reports: five crisis timelines and PolNeAR; short cases "
    "and situations in our own words. Neither weights nor marks hold any of their text."
)
Pile = list[dict[str, Any]]


@dataclass(frozen=True)
class Mark:
    """What a reader made of one line of a board."""

    line: str  # the start of the hash of its title
    good: bool
    why: str


def piles(bench: Path) -> Iterator[tuple[str, Pile]]:
    """The piles that were marked, by name: every second report of a stretch of a crisis; news of a few days; and those
    of `piles.tsv`."""
    for topic in TOPICS:
        rows = _timeline(bench, topic)
        for k in range(7):
            start = int(len(rows) * (k + 0.35) / 7)
            yield f"{topic}{k}", [_report(r, "collection") for r in rows[start : start + 40 : 2][:14]]
    news = [_report(r, "publisher") | {"published": str(r["date"])[:10]} for r in _polnear(bench)]
    for k in range(10):
        start = int(len(news) * (k + 0.1) / 10)
        yield f"pol{k}", news[start : start + 12]
    by_id = {r["id"]: r for r in news}
    for topic in TOPICS:
        by_id |= {r["id"]: _report(r, "collection") for r in _timeline(bench, topic)}
    later: dict[str, Pile] = defaultdict(list)
    for row in _table("piles.tsv"):
        later[row["pile"]].append(by_id[row["report"]])
    yield from later.items()


def _timeline(bench: Path, topic: str) -> list[dict[str, Any]]:
    packed = (bench / "timeline" / topic / "articles.jsonl.gz").read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(packed).decode("utf-8").splitlines()]
    return sorted(rows, key=lambda r: (r["published"], r["id"]))


def _polnear(bench: Path) -> list[dict[str, Any]]:
    lines = (bench / "attribution" / "polnear_train.jsonl").read_text(encoding="utf-8").splitlines()
    by_id: dict[str, dict[str, Any]] = {}
    for row in sorted((r for r in map(json.loads, lines) if r.get("date")), key=lambda r: (str(r["date"]), r["id"])):
        by_id.setdefault(row["id"], row)
    return list(by_id.values())


def _report(row: Mapping[str, Any], publisher: str) -> dict[str, Any]:
    return {k: row.get(k) for k in ("id", "published", "title", "text")} | {"publisher": row.get(publisher)}


def states_of(pile: Pile) -> tuple[State, ...]:
    """Every state that the rules alone would put on the board of the pile."""
    rows = (from_row({k: v for k, v in row.items() if v is not None}, row["id"]) for row in pile)
    reports = [r for r in rows if isinstance(r, Report)]
    return board.states(linked({r.id: read_one(r) for r in reports}), doubted=True)


def line_of(state: State) -> str:
    """The start of the hash of what names the state: the clause that tells it, where that is its line."""
    words = state.line or f"{state.slot}|{state.subject.name}|{state.object.name}|{state.thing}"
    return hashlib.sha256(words.encode()).hexdigest()[:10]


def key_of(state: State) -> tuple[str, str, str]:
    """What tells the state from others of its pile: the claim that tells it first, its kind, whether it is planned."""
    first = state.transitions[0]
    return first.told.claim.id, state.slot, "planned" if state.planned else "plain"


def marks() -> dict[str, dict[tuple[str, str, str], Mark]]:
    """The marks by pile."""
    out: dict[str, dict[tuple[str, str, str], Mark]] = defaultdict(dict)
    for row in _table("marks.tsv"):
        mark = Mark(row["line"], row["mark"] == "G", row["why"])
        out[row["pile"]][row["claim"], row["slot"], row["planned"]] = mark
    return out


def _table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))


def marked(bench: Path) -> tuple[list[Row], int]:
    """The marked states with their signs, and how many marks no state answers to any more."""
    by_pile, stricter = marks(), {row["pile"] for row in _table("piles.tsv")}
    rows, lost = [], 0
    for name, pile in piles(bench):
        found = {key_of(s): s for s in states_of(pile)}
        by_whom = (STRICT,) if name in stricter else ()
        for key, mark in sorted(by_pile[name].items()):
            state = found.get(key)
            if state is None or (mark.why in OF_THE_WORDS and line_of(state) != mark.line):
                lost += 1
            else:
                rows.append(Row(state.transitions[0].report, signs(state) + by_whom, mark.good, True))
    return rows, lost


def cases() -> Iterator[Row]:
    """The states of the short cases: right where they are the one that was asked for, wrong where nothing stands."""
    files = sorted((TESTS / "cases" / "rows").glob("*.jsonl"))
    asked = (json.loads(line) for f in files for line in f.read_text(encoding="utf-8").splitlines())
    for case in (c for c in asked if "status" in c):
        good = case["status"] != "none"
        for state in states_of([{**r, "language": "en", "text": r["text"].strip() + "\n"} for r in case["reports"]]):
            if holds(case["words"], _told(state)) and (good or not state.planned):
                yield Row(OF_A_CASE + case["id"], signs(state), good, True)


def pages() -> Iterator[Row]:
    """The states of the situations of the tests that are among those an analyst writes down; wrong where forbidden."""
    for path in sorted((TESTS / "situations").glob("*.md")):
        story = read_story(path)
        wanted = [e.cells for e in story.expected if e.section.startswith("In force on ")]
        for state in states_of(list(story.reports)):
            told = [e for e in wanted if holds(e[1], _told(state))]
            if told:
                yield Row(f"{OF_A_CASE}{story.name}", signs(state), any("none" not in e[0] for e in told), True)


def _told(state: State) -> str:
    """What a reader may find the state by."""
    lines = " ".join(t.told.headline for t in state.transitions)
    return f"{state.subject.name} {state.object.name} {state.slot} {state.thing} {lines}"


def measured(rows: Sequence[Row], ridge: float) -> dict[str, float]:
    """Of 100 lines of real news, those that a reader signs, by the rules alone and with the model, and how many of the
    good ones stay, there and in the short cases; on documents that it was not fitted to."""
    leans = left_out(rows, ridge, LEAST, FOLDS, STRICT)
    news = [(r, z > LONG) for r, z in zip(rows, leans, strict=True) if not r.document.startswith(OF_A_CASE)]
    real, strict = [(r.so, kept) for r, kept in news], [(r.so, kept) for r, kept in news if STRICT in r.features]
    own = [z > DROPPED for r, z in zip(rows, leans, strict=True) if r.document.startswith(OF_A_CASE) and r.so]
    of_strict = {f"stricter_reader_{name}": share for name, share in _shares(strict).items()}
    return _shares(real) | of_strict | {"good_lines_of_cases_kept": round(100 * sum(own) / len(own), 1)}


def _shares(told: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    """Of 100 lines, each with whether a reader signs it and whether the model shows it."""
    good, shown, both = sum(so for so, _ in told), sum(kept for _, kept in told), sum(so and kept for so, kept in told)
    return {
        "rules_alone_signed": round(100 * good / len(told), 1),
        "with_the_model_signed": round(100 * both / shown, 1),
        "good_lines_kept": round(100 * both / good, 1),
    }


def main() -> None:
    """Fits, measures and writes."""
    asked = given(__doc__, RIDGE)
    rows, lost = marked(asked.bench)
    rows += [*cases(), *pages()]
    weights = fit(rows, asked.ridge, LEAST)
    weights.pop(STRICT, None)
    card = {
        "what": "log odds that a reader would sign the line of a state, added up by state/weigh.py",
        "method": "logistic regression by Newton's method (training/fit.py); the same bytes every time",
        "ridge": asked.ridge,
        "least_rows_of_a_sign": LEAST,
        "signs": len(weights),
        "data": DATA,
        "marks_that_no_state_answers_to": lost,
        "ten_folds_by_document": crossed(rows, asked.ridge, LEAST, FOLDS) | measured(rows, asked.ridge),
    }
    folder = Path(dateline.__file__).parent / "state" / "weights"
    write(folder / "board.json", {"shown": weights})
    write(folder / "card.json", card)
    print(json.dumps(card["ten_folds_by_document"]))


if __name__ == "__main__":
    main()
