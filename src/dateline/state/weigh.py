"""Decides which states that the rules found are shown, by a small linear model beside the rules.

In:   a state that the rules would put on the board.
Out:  whether it is left out as too doubtful.
Room: state. `training/board/` fits the weights to what readers marked and writes the card beside them.

The rules know verbs, nouns and constructions; the model knows how often lines with such signs were right on real news.
"""

from __future__ import annotations

from typing import Final

from dateline.lexicon import linear
from dateline.state.model import State
from dateline.state.signs import signs

DROPPED: Final = -0.5  # log odds from which on downwards a line is not shown
SEVERAL: Final = 3  # reports: what so many tell is not doubted


def doubtful(state: State) -> bool:
    """Whether a reader of real news would seldom have signed a line with the signs of this one."""
    if vouched(state):
        return False
    return linear.leaning("dateline.state", "weights/board.json", "shown", signs(state)) <= DROPPED


def vouched(state: State) -> bool:
    """Whether several reports tell of it, so that its signs are not asked."""
    return len({t.report for t in state.transitions}) >= SEVERAL
