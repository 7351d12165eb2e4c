"""Scores time expressions as TempEval-3 did (task A): extents, type and value, micro-averaged.

In:   per document the gold and the predicted expressions, each (start, end, type, value).
Out:  F1 of strict extents, relaxed extents, type and value; with 95 % intervals by bootstrap over documents.

A prediction is paired with one gold expression that it shares a character with; identical extents are paired first. Type
and value F1 count the pairs whose type or value is the same string. Agrees to the last digit with the official scorer.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

Timex = tuple[int, int, str, str]
MEASURES = ("strict", "relaxed", "type", "value")
_SAMPLES = 1000


@dataclass(frozen=True)
class Counts:
    """What one document holds."""

    gold: int
    predicted: int
    right: tuple[int, int, int, int]  # in the order of MEASURES


def count(gold: Sequence[Timex], predicted: Sequence[Timex]) -> Counts:
    """The counts of one document."""
    gold, predicted = sorted(gold), sorted(predicted)
    pairs = [(gold[i], predicted[j]) for i, j in paired(gold, predicted)]
    right = (
        sum(g[:2] == p[:2] for g, p in pairs),
        len(pairs),
        sum(g[2] == p[2] for g, p in pairs),
        sum(bool(p[3]) and g[3] == p[3] for g, p in pairs),
    )
    return Counts(len(gold), len(predicted), right)


def paired(gold: Sequence[Timex], predicted: Sequence[Timex]) -> list[tuple[int, int]]:
    """One-to-one pairs that overlap: identical extents first, then left to right."""
    same: dict[tuple[int, int], list[int]] = {}
    for j, p in enumerate(predicted):
        same.setdefault((p[0], p[1]), []).append(j)
    pairs, used = {}, set()
    for i, g in enumerate(gold):
        if same.get((g[0], g[1])):
            pairs[i] = same[g[0], g[1]].pop(0)
            used.add(pairs[i])
    for i, g in enumerate(gold):
        if i not in pairs:
            free = (j for j, p in enumerate(predicted) if j not in used and p[0] < g[1] and p[1] > g[0])
            if (found := next(free, None)) is not None:
                pairs[i] = found
                used.add(found)
    return sorted(pairs.items())


def f1(counts: Sequence[Counts], measure: str) -> float:
    """F1 in percent over the documents."""
    right = sum(c.right[MEASURES.index(measure)] for c in counts)
    both = sum(c.gold + c.predicted for c in counts)
    return 200 * right / both if both else 0.0


def interval(counts: Sequence[Counts], measure: str) -> tuple[float, float]:
    """The middle 95 % of F1 over documents drawn with replacement; always the same draws."""
    draw = random.Random(0)
    scores = sorted(f1(draw.choices(counts, k=len(counts)), measure) for _ in range(_SAMPLES))
    return scores[int(0.025 * _SAMPLES)], scores[int(0.975 * _SAMPLES) - 1]


def above(ours: Sequence[Counts], theirs: Sequence[Counts], measure: str) -> tuple[float, float, float]:
    """How many points of F1 the first is above the second on the same documents, and the middle 95 % of that.

    Paired: each draw takes the same documents for both, so what is hard for either falls out.
    """
    draw = random.Random(0)
    pairs = list(zip(ours, theirs, strict=True))
    gaps = []
    for _ in range(_SAMPLES):
        drawn = draw.choices(pairs, k=len(pairs))
        gaps.append(f1([a for a, _ in drawn], measure) - f1([b for _, b in drawn], measure))
    gaps.sort()
    whole = f1(ours, measure) - f1(theirs, measure)
    return whole, gaps[int(0.025 * _SAMPLES)], gaps[int(0.975 * _SAMPLES) - 1]
