"""Logistic regression over named yes-or-no features, by Newton's method, with a ridge; deterministic.

In:   rows of features and whether each is so.
Out:  a weight per feature; log loss and share right on rows that were left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_STEPS = 30  # Newton steps; it stands still after about eight
_DIGITS = 3  # decimals that are written


@dataclass(frozen=True)
class Row:
    """One question that was asked of a document."""

    document: str
    features: tuple[str, ...]
    so: bool
    ruled: bool  # what the rules alone answer


def fit(rows: Sequence[Row], ridge: float, least: int) -> dict[str, float]:
    """The weights of the features seen at least so often; the bias is "always" and is not held back."""
    counts = Counter(f for r in rows for f in set(r.features))
    names = ["always", *sorted(f for f, n in counts.items() if n >= least)]
    index = {f: n for n, f in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    x[:, 0] = 1.0
    for n, r in enumerate(rows):
        for f in r.features:
            if f in index:
                x[n, index[f]] = 1.0
    y = np.array([r.so for r in rows], dtype=float)
    held = np.full(len(names), ridge)
    held[0] = 1e-6
    w = np.zeros(len(names))
    for _ in range(_STEPS):
        p = 1.0 / (1.0 + np.exp(-x @ w))
        slope = x.T @ (p - y) + held * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(held)
        w -= np.linalg.solve(curve, slope)
    return {f: round(float(v), _DIGITS) for f, v in zip(names, w, strict=True) if round(float(v), _DIGITS)}


def lean(weights: dict[str, float], features: Sequence[str], silent: str = "") -> float:
    """The log odds that the weights give, without the feature that tells of the marks alone."""
    return sum(weights.get(f, 0.0) for f in ("always", *features) if f != silent)


def left_out(rows: Sequence[Row], ridge: float, least: int, folds: int, silent: str = "") -> list[float]:
    """The log odds of each row by weights that were fitted to the other folds' documents, `silent` not counted."""
    order = sorted({r.document for r in rows})
    fold = {d: n % folds for n, d in enumerate(order)}
    leans = [0.0] * len(rows)
    for k in range(folds):
        weights = fit([r for r in rows if fold[r.document] != k], ridge, least)
        for n, r in enumerate(rows):
            if fold[r.document] == k:
                leans[n] = lean(weights, r.features, silent)
    return leans


def crossed(rows: Sequence[Row], ridge: float, least: int, folds: int) -> dict[str, float]:
    """How well weights do on documents they were not fitted to: share right, the rules' own share, log loss."""
    leans = left_out(rows, ridge, least, folds)
    right = sum((z > 0) == r.so for r, z in zip(rows, leans, strict=True))
    loss = sum(float(np.logaddexp(0.0, -z if r.so else z)) for r, z in zip(rows, leans, strict=True))
    ruled = sum(r.ruled == r.so for r in rows)
    return {
        "rows": len(rows),
        "right": round(100 * right / len(rows), 2),
        "rules_alone_right": round(100 * ruled / len(rows), 2),
        "log_loss": round(loss / len(rows), 4),
    }


def write(path: Path, content: Any) -> None:
    """Writes weights or their card, the same bytes every time."""
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def given(description: str | None, ridge: float) -> argparse.Namespace:
    """What the command line says: `bench`, the folder of the data, and `ridge`."""
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--bench", type=Path, required=True)
    arguments.add_argument("--ridge", type=float, default=ridge)
    return arguments.parse_args()
