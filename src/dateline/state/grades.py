"""The Admiralty code: how good a source is, and how well an item is supported, each with its reason.

In:   the letters a person gave the sources, how many independent origins tell the item, whether it is disputed.
Out:  {"source": "A".."F", "item": 1..6, "why"}.
Room: state. Letter and figure are apart: a good source may tell a doubtful item. No probability is made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dateline.terms.factuality import REAL

LETTERS: Final = "ABCDEF"


def grade(letters: Sequence[str], origins: int, disputed: bool, factuality: str) -> dict[str, Any]:
    """The grade of one line.

    source  the best letter a person gave to a source of the line; F until somebody graded one.
    item    1  told as fact by two independent origins or more, no open dispute
            2  one origin that a person graded A or B, no open dispute
            3  one origin, told as fact, no open dispute
            4  told as possible or on a condition only
            5  an open dispute about it
            6  told by nobody that can be judged (no origin)
    Plans and demands are graded as tellings: that it is planned may well be confirmed.

    >>> grade([], 2, False, "happened")["item"], grade([], 1, False, "happened")["item"]
    (1, 3)
    >>> grade(["B"], 1, False, "happened"), grade([], 3, True, "happened")["item"]
    ({'source': 'B', 'item': 2, 'why': 'source graded B by a person; one origin, from a source graded B'}, 5)
    """
    given = sorted(x for x in letters if x in tuple(LETTERS))
    letter = given[0] if given else "F"
    item, because = _item(letter, origins, disputed, factuality)
    source = f"source graded {letter} by a person" if given else "no source graded by a person yet"
    return {"source": letter, "item": item, "why": f"{source}; {because}"}


def _item(letter: str, origins: int, disputed: bool, factuality: str) -> tuple[int, str]:
    count = "one origin" if origins == 1 else f"{origins} independent origins"
    if origins < 1:
        return 6, "no origin known"
    if disputed:
        return 5, f"{count}, but reports disagree"
    if factuality in ("possible", "conditional"):
        return 4, f"{count}, told as {factuality} only"
    if origins >= 2:
        told = "told as fact" if factuality in REAL else f"told as {factuality.replace('_', ' ')}"
        return 1, f"{count}, {told}, no open dispute"
    if letter in ("A", "B"):
        return 2, f"{count}, from a source graded {letter}"
    return 3, f"{count}, not confirmed by another"
