"""Levels of an alarm that are left: "the flood warning was cut from red to amber" ends the red one.

In:   a transition that lowers an alarm, and its claim.
Out:  the end of the level that was left, beside it.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.state.found import words_behind
from dateline.state.model import Side, Transition

LOWERED: Final = "lowered"  # value of the rows
LEFT: Final = re.compile(
    r"\b[Ff]rom (?:level )?(red|orange|amber|yellow|purple|four|five|three|two|4|5|3|2)\b(?: to\b|\W)"
)
LONGEST: Final = 120  # characters behind the verb in which the level stands


def left(one: Transition) -> Iterator[Transition]:
    """The end of the level that was left, where the words name it."""
    told = LEFT.search(words_behind(one.told)[:LONGEST])
    if one.value != LOWERED or one.kind != "replace" or told is None or not one.thing:
        return
    level = told.group(1)
    level = level if level.isalpha() and level not in ("two", "three", "four", "five") else f"level-{level}"
    keys = frozenset({f"{key} {level}" for key in one.object.keys} or {f"words:{level} {one.thing}"})
    object_ = Side(keys, one.object.name, one.object.entity)
    yield replace(one, kind="end", of="end", thing=f"{level} {one.thing}", object=object_, called="", value=LOWERED)
