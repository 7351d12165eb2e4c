"""Scores event factuality in three classes.

In:   (gold label, gold value, predicted label, predicted value) per event; values in [-3, 3].
Out:  accuracy, macro-F1 over happened, uncertain and did_not, mean absolute error, Pearson's r.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

CLASSES = ("happened", "uncertain", "did_not")
Pair = tuple[str, float, str, float]


@dataclass(frozen=True)
class Score:
    """The figures; shares in 0..1."""

    events: int
    accuracy: float
    macro_f1: float
    error: float  # mean absolute, on the scale of the values
    r: float
    f1: dict[str, float]


def score(pairs: Sequence[Pair]) -> Score:
    """The figures over all events."""
    confusion = Counter((gold, predicted) for gold, _, predicted, _ in pairs)
    f1 = {c: _f1(confusion, c) for c in CLASSES}
    n = len(pairs) or 1
    return Score(
        events=len(pairs),
        accuracy=sum(confusion[c, c] for c in CLASSES) / n,
        macro_f1=sum(f1.values()) / len(CLASSES),
        error=sum(abs(gv - pv) for _, gv, _, pv in pairs) / n,
        r=_pearson([gv for _, gv, _, _ in pairs], [pv for _, _, _, pv in pairs]),
        f1=f1,
    )


def _f1(confusion: Counter[tuple[str, str]], name: str) -> float:
    hit = confusion[name, name]
    predicted = sum(n for (_, p), n in confusion.items() if p == name)
    gold = sum(n for (g, _), n in confusion.items() if g == name)
    return 2 * hit / (predicted + gold) if predicted + gold else 0.0


def _pearson(xs: Sequence[float], ys: Sequence[float]) -> float:
    if not xs:
        return 0.0
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    sx = math.sqrt(sum((x - mx) ** 2 for x in xs))
    sy = math.sqrt(sum((y - my) ** 2 for y in ys))
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / (sx * sy) if sx and sy else 0.0
