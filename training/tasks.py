"""The tasks of a run: which corpora each learns from, how much of the run it takes, what is held out.

In:   the folder of public data sets, and what a run leaves out of them.
Out:  a list of tasks, each drawing one pass over its lines at a time.
"""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.sentence.reader.windows import MAX_PIECES
from training import data
from training.data import Inventory, Sample

SHORT_WINDOWS: Final = (24, 32, 48, 64, 96, 128, 192, MAX_PIECES)
LONG_WINDOWS: Final = (64, 96, 128, 160, 192, 224, MAX_PIECES)
CURLED: Final = 0.35  # of the sentences of the parser's and the names' corpora, which have straight quotes
CAPITALS, SMALL = 0.06, 0.06  # of the sentences with names, put in capitals as headlines are, or in small letters


@dataclass(frozen=True, slots=True)
class Task:
    """What is learned from one kind of corpus, and how much of the run it takes."""

    name: str
    share: float  # of the sub-tokens seen
    size: int  # sub-tokens a batch
    windows: Sequence[int]  # sizes to draw from
    lines: Callable[[random.Random], list[Sample]]  # one pass over the data, re-drawn each time


@dataclass(frozen=True, slots=True)
class Choice:
    """What a run leaves out of the data sets."""

    open_only: bool = False  # corpora that state an open licence alone
    speech_share: float = 1.0  # of the attribution articles; a smaller share lies inside every larger one


def portion(found: Sequence[dict[str, Any]], share: float) -> list[dict[str, Any]]:
    """That share of the documents, settled by a hash of their ids, so that shares lie inside one another.

    >>> [len(portion([{"id": str(i)} for i in range(40)], s)) for s in (0.1, 0.25, 1.0)]
    [4, 10, 40]
    """
    ordered = sorted(found, key=lambda r: hashlib.sha256(str(r["id"]).encode()).hexdigest())
    return ordered[: round(share * len(ordered))]


def mixed(samples: list[Sample], chance: random.Random, marks: tuple[int, int, int]) -> list[Sample]:
    """Some of the samples with curled quotes."""
    return [data.curled(s, marks) if chance.random() < CURLED else s for s in samples]


def cased(samples: list[Sample], chance: random.Random) -> list[Sample]:
    """Some of the samples in capitals, some in small letters."""
    return [data.recased(s, chance.random(), CAPITALS, SMALL) for s in samples]


def by_document(samples: list[Sample], chance: random.Random) -> list[Sample]:
    """The documents in random order, each whole."""
    documents: dict[str, list[Sample]] = defaultdict(list)
    for one in samples:
        documents[one.document].append(one)
    order = sorted(documents)
    chance.shuffle(order)
    return [one for key in order for one in documents[key]]


def lines(samples: list[Sample], chance: random.Random, go_on: float) -> list[Sample]:
    """Sentences run on into lines."""
    return list(data.grouped(samples, chance, go_on))


def timed(bench: Path, open_only: bool) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """Documents with time expressions to learn from, and the ids of those held out."""
    bank, bank_kept = data.held_out(data.rows(bench / "timex/timebank.jsonl"), 5)
    wars, wars_kept = data.held_out(data.rows(bench / "timex/wikiwars_odd.jsonl"), 5)
    meantime = data.rows(bench / "timex/meantime_dev.jsonl")
    licensed = [] if open_only else data.rows(bench / "timex/aquaint.jsonl")
    found = [*([] if open_only else bank), *wars, *licensed, *meantime]
    return found, {"timebank": [r["id"] for r in bank_kept], "wikiwars": [r["id"] for r in wars_kept]}


def corpora(bench: Path, tokenizer: Any, labels: Inventory, choice: Choice) -> tuple[list[Task], dict[str, list[str]]]:
    """The tasks, and the documents held out to measure on; a task's corpora are read when it is first drawn."""
    files, open_only = bench / "ner", choice.open_only
    found, kept = timed(bench, open_only)
    straight, opening, closing = (tokenizer.token_to_id(q) for q in '"“”')
    marks = (straight, opening, closing)

    @cache
    def syntax() -> list[Sample]:
        return data.syntax(bench / "ud/ewt_train.conllu.gz", tokenizer, labels)

    @cache
    def names() -> list[Sample]:
        parts = (
            ("politics_train", "politics_dev") if open_only else ("conll2003_train", "politics_train", "politics_dev")
        )
        return [s for p in parts for s in data.names(files / f"{p}.jsonl.gz", tokenizer)]

    @cache
    def speech() -> list[Sample]:
        articles = data.rows(bench / "attribution/polnear_train.jsonl")
        return data.speech(portion(articles, choice.speech_share), tokenizer)

    @cache
    def times() -> list[Sample]:
        return data.times(found, tokenizer)

    @cache
    def facts() -> list[Sample]:
        parts = ("meantime",) if open_only else ("uw", "meantime")
        return [s for c in parts for s in data.facts(data.rows(bench / f"factuality/{c}_train.jsonl"), tokenizer)]

    @cache
    def mentions() -> list[Sample]:
        return data.mentions(bench / "coref/ecbplus_train", tokenizer)

    tasks = [
        Task("syntax", 0.29, 1024, SHORT_WINDOWS, lambda c: lines(mixed(by_document(syntax(), c), c, marks), c, 0.55)),
        Task("speech", 0.42, 2048, LONG_WINDOWS, lambda c: by_document(speech(), c)),
        Task("name", 0.15, 1024, SHORT_WINDOWS, lambda c: lines(mixed(cased(names(), c), c, marks), c, 0.3)),
        Task("time", 0.07, 2048, LONG_WINDOWS, lambda c: by_document(times(), c)),
        Task("fact", 0.05, 2048, SHORT_WINDOWS[2:], lambda c: lines(by_document(facts(), c), c, 0.3)),
        Task("mention", 0.02, 2048, SHORT_WINDOWS, lambda c: lines(by_document(mentions(), c), c, 0.4)),
    ]
    return [t for t in tasks if t.name != "speech" or not open_only], kept
