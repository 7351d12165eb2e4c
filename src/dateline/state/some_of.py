"""What ends for some of those for whom it was told to stand: a notice for 12,000 homes that is lifted for 9,000.

In:   the states of a record, as they were joined.
Out:  the same, an end for fewer than the state was told to stand for only a part of it.
Room: state. "The last 3,000 homes" are all that is left; where no larger number of the same was told before, an end is
      an end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.state.bodies import COUNTS, NUMBERS
from dateline.state.model import STANDS, State, Transition

SLOTS: Final = frozenset({"warning", "evacuation", "alert", "power", "grounding", "sanctions", "recall"})
COUNT: Final = re.compile(
    r"\b(?P<left>(?:last|final|remaining|other|all)(?: of)?(?: the)? )?"
    rf"(?P<number>\d[\d,]*|{'|'.join(NUMBERS)})(?: [a-z][\w-]*| [A-Z][\w-]*){{0,2}}? "
    r"(?P<noun>homes|households|customers|residents|people|properties|houses|jets|planes|aircraft|ships|vessels|"
    r"buildings|businesses|families|trains|buses|cars|vehicles)\b",
    re.I,
)
BARE: Final = re.compile(
    rf"(?P<number>\d[\d,]*|{'|'.join(NUMBERS)})(?: of them)? (?:were|was|have been|has been) ", re.I
)
LONGEST: Final = 600  # characters of a clause that are looked at


def with_some(found: Sequence[State]) -> list[State]:
    """The states, the ends that are told of some only as ends of a part."""
    return [_parted(s) if s.slot in SLOTS and not s.planned else s for s in found]


def _parted(state: State) -> State:
    told = list(state.transitions)
    for n, one in enumerate(told):
        if one.kind == "end" and not one.partial and _of_some(one, told):
            told[n] = replace(one, partial=True)
    return replace(state, transitions=tuple(told))


def _of_some(end: Transition, told: Sequence[Transition]) -> bool:
    """Whether it is told of fewer than an earlier word on the state, or one of the same report, was told of."""
    clause = end.told.claim.anchor.text[:LONGEST]
    own = COUNT.search(clause)
    bare = BARE.match(clause) if own is None else None
    if (own is None and bare is None) or (own is not None and own["left"]):
        return False
    number, noun = _number((own or bare)["number"]), own["noun"].lower() if own is not None else ""  # type: ignore[index]
    stood = [t for t in told if t.kind in STANDS and t.published.sort_key() <= end.published.sort_key()]
    before = (c for t in stood for c in COUNT.finditer(t.told.claim.anchor.text[:LONGEST]))
    return any(_number(c["number"]) > number and noun in ("", c["noun"].lower()) for c in before)


def _number(words: str) -> int:
    return int(COUNTS.get(words.lower(), words).replace(",", ""))
