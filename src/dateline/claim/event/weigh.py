"""Decides which events are told on a line, by the rules and by a small linear model beside them.

In:   what the rules say, and the signs of the event.
Out:  whether it is worth a line, and whether its line can be shown.
Room: claim. `training/lines/` fits the weights to what a reader marked and writes the card beside them.

The rules know constructions, the model how often lines with such signs were right: of the lines of the
rules alone a reader would sign 63 of 100, with it 70 of 100 (`weights/card.json`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from dateline.lexicon import linear

TOLD: Final = -0.1  # log odds from which a line is told that the rules leave out for nothing but what is in SOFT
DROPPED: Final = -0.5  # log odds from which on downwards a line of the rules is not shown
# A verb that says little by itself, or only that somebody spoke or that something stands: the model may know better.
SOFT: Final = frozenset({"weak", "speech_or_state"})
BY_RULE: Final = "by rule"  # the sign that the rules tell it


def weighed(
    worth: bool, against: Sequence[str], found: Sequence[str], alone: bool, wanted: bool = False
) -> tuple[bool, bool, float]:
    """Whether the event is worth a line, whether its title can stand on one, and how far the model leans to that.

    `worth`: by the rules; `against`: what they have against event and title; `found`: its signs; `alone`: whether it
    says what is told nowhere else, as a noun that points back does not, nor what a denial tells with it; `wanted`:
    whether it is asked after whatever its verb (`asked_after`), which the model has seen too seldom to judge. A claim
    that is worth a line and has no sound title is kept, for linking and for what it does to a state.
    """
    lean = linear.leaning("dateline.claim.event", "weights/lines.json", "told", found)
    if (worth and wanted) or (not worth and lean >= TOLD and left_open(against, alone)):
        return True, True, round(lean, 2)
    return worth, lean > DROPPED, round(lean, 2)


def left_open(against: Collection[str], alone: bool) -> bool:
    """Whether the rules leave it to the model to tell what they would not."""
    return alone and SOFT.issuperset(against)
