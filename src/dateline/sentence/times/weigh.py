"""Decides where the rules tie, by a small linear model whose weights stand in `weights/ties.json`.

In:   the name of a question and the named features that hold, each of them yes or no.
Out:  how far they lean to yes.
Room: sentence. `training/times/` fits the weights and writes the card beside them; here they are only added up.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.lexicon import linear


def leaning(question: str, features: Iterable[str]) -> float:
    """How far the features lean to yes: the log odds of a logistic regression, 0 where they tie.

    >>> leaning("no such question", ["anything"])
    0.0
    """
    return linear.leaning("dateline.sentence.times", "weights/ties.json", question, features)
