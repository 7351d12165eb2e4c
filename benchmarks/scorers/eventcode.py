"""Scores political event coding, with the measures that published coders were scored with here.

spans: gold and found events of a sentence are paired one to one, most agreement first. A role is right when the words of
       its pieces overlap by a Dice of at least 0.5, or when both are empty; "triple" asks for source, target and label.
codes: F1 over the labels of a sentence, counted with multiplicity.
labels: accuracy and macro-F1 of one label a text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

WORD = re.compile(r"[^\W_]+")
ENOUGH = 0.5  # Dice
Row = Mapping[str, Any]
Words = frozenset[int]
Scores = dict[str, dict[str, float]]


def words(text: str, spans: Sequence[Sequence[int]] | None) -> Words:
    """Numbers of the words that any of the spans touches.

    >>> sorted(words("the old fort fell", [(4, 12)]))
    [1, 2]
    """
    return frozenset(
        i for i, m in enumerate(WORD.finditer(text)) if any(m.start() < e and m.end() > s for s, e in spans or ())
    )


def dice(a: Words, b: Words) -> float:
    """Overlap of two sets of words; two empty ones agree."""
    if not a and not b:
        return 1.0
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def f1(hits: int, found: int, gold: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean, 0..1."""
    p, r = hits / found if found else 0.0, hits / gold if gold else 0.0
    return {"P": p, "R": r, "F1": 2 * p * r / (p + r) if p + r else 0.0}


def score_spans(gold: Sequence[Row], found: Mapping[str, Row]) -> Scores:
    """F1 of source, target, class and triple over all sentences."""
    right: Counter[str] = Counter()
    n_gold = n_found = 0
    for row in gold:
        wanted = [_event(row["text"], e) for e in row["events"]]
        given = [_event(row["text"], e) for e in found.get(row["id"], {}).get("events", [])]
        n_gold, n_found = n_gold + len(wanted), n_found + len(given)
        for g, p in _pairs(wanted, given):
            source, target, label = dice(g[0], p[0]) >= ENOUGH, dice(g[1], p[1]) >= ENOUGH, g[2] == p[2]
            right.update(source=source, target=target, triple=source and target and label)
            right["class"] += label
    return {name: f1(right[name], n_found, n_gold) for name in ("source", "target", "class", "triple")}


def _event(text: str, event: Row) -> tuple[Words, Words, str]:
    return words(text, event.get("source")), words(text, event.get("target")), event["label"]


def _pairs(
    gold: Sequence[tuple[Words, Words, str]], found: Sequence[tuple[Words, Words, str]]
) -> list[tuple[tuple[Words, Words, str], tuple[Words, Words, str]]]:
    """One to one, most agreement first; pairs that agree in nothing are none."""
    options = []
    for i, g in enumerate(gold):
        for j, p in enumerate(found):
            agreement = dice(g[0], p[0]) + dice(g[1], p[1]) + (g[2] == p[2])
            if agreement:
                options.append((-agreement, i, j))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    out = []
    for _, i, j in sorted(options):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            out.append((gold[i], found[j]))
    return out


def score_codes(gold: Sequence[Row], found: Mapping[str, Row]) -> Scores:
    """F1 of the labels of each sentence."""
    hits = n_gold = n_found = 0
    for row in gold:
        wanted = Counter(e["label"] for e in row["events"])
        given = Counter(e["label"] for e in found.get(row["id"], {}).get("events", []))
        hits += (wanted & given).total()
        n_gold, n_found = n_gold + wanted.total(), n_found + given.total()
    return {"class": f1(hits, n_found, n_gold)}
