"""Decides where the rules tie, by a small linear model whose weights stand in `weights/ties.json`.

In:   the name of a question and the named features that hold, each of them yes or no.
Out:  yes or no.
Room: sentence. `training/times/` fits the weights and writes the card beside them; here they are only added up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

_FILE: Final = "weights/ties.json"


@cache
def questions() -> dict[str, dict[str, float]]:
    """The weight of every feature, by question; the bias is the feature "always"."""
    text = files("dateline.sentence.times").joinpath(_FILE).read_text(encoding="utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded


def leaning(question: str, features: Iterable[str]) -> float:
    """How far the features lean to yes: the log odds of a logistic regression, 0 where they tie.

    >>> leaning("no such question", ["anything"])
    0.0
    """
    weights = questions().get(question, {})
    return sum(weights.get(f, 0.0) for f in ("always", *features))
