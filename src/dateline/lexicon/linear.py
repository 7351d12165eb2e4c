"""Adds up the weights of a small linear model that stands as readable JSON in the package.

In:   the package and file of the weights, the name of a question, and the named features that hold, each yes or no.
Out:  how far they lean to yes.
Room: lexicon. The scripts in `training/` fit the weights and write a card beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def questions(package: str, file: str) -> dict[str, dict[str, float]]:
    """The weight of every feature, by question; the bias is the feature "always"."""
    loaded: dict[str, dict[str, float]] = json.loads(files(package).joinpath(file).read_text(encoding="utf-8"))
    return loaded


def leaning(package: str, file: str, question: str, features: Iterable[str]) -> float:
    """How far the features lean to yes: the log odds of a logistic regression, 0 where they tie.

    >>> leaning("dateline.sentence.times", "weights/ties.json", "no such question", ["anything"])
    0.0
    """
    weights = questions(package, file).get(question, {})
    return sum(weights.get(f, 0.0) for f in ("always", *features))
