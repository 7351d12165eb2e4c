"""Decides which states that the rules found are shown, by a small linear model beside the rules.

In:   a state that the rules would put on the board; whether long reports tell of many stories.
Out:  whether it is left out as too doubtful.
Room: state. `training/board/` fits the weights to what readers marked and writes the card beside them.

The rules know verbs, nouns and constructions; the model knows how often lines with such signs were right on real news.
"""

from __future__ import annotations

from typing import Final

from dateline.lexicon import linear
from dateline.state.apart import names_nobody
from dateline.state.model import State
from dateline.state.signs import signs

DROPPED: Final = -0.8  # log odds from which on downwards a line is not shown
LONG: Final = 0.0  # the same of long reports of many stories, of which a line can mean any
UNDATED: Final = 0.5  # the same there of what is planned for no day: two of thirteen below it were signed
NAMELESS: Final = 1.0  # the same there of what names nobody and no place: eight of 33 below it were signed


def doubtful(state: State, apart: bool = False) -> bool:
    """Whether a reader of real news would seldom have signed a line with the signs of this one.

    `apart`: told in long reports of many stories.
    """
    weighed = linear.leaning("dateline.state", "weights/board.json", "shown", signs(state))
    return weighed <= (_bar(state) if apart else DROPPED)


def _bar(state: State) -> float:
    """The log odds asked of a state of long reports: more where its line says little of which one it is."""
    if state.planned:
        return LONG if any(t.deadline is not None for t in state.transitions) else UNDATED
    return NAMELESS if names_nobody(state) else LONG
