"""Names that the reader cut in two: "the Kingdom of" and "Saudi Arabia".

In:   the names of a report as they were read.
Out:  the same by place, the longer first, those that were cut whole again.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.sentence.reading import Name

STATE: Final = re.compile(
    r"\b(?:Republic|Kingdom|Emirates?|States|Federation|Union|Commonwealth|Principality|Sultanate|Duchy)\b"
    r"(?: of(?: the)?)?$"
)


def rejoined(names: Sequence[Name], text: str) -> list[Name]:
    """The names by place, the longer first; those that were cut behind "of" are whole again.

    >>> told = "Kingdom of Saudi Arabia"
    >>> [n.text for n in rejoined([Name(0, 10, told[:10], "place"), Name(11, 23, told[11:], "place")], told)]
    ['Kingdom of Saudi Arabia']
    """
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        first = out[-1] if out else None
        if first is not None and _is_cut(first, name, text):
            kind = "place" if STATE.search(first.text) else first.kind
            out[-1] = Name(first.start, name.end, text[first.start : name.end], kind)
        else:
            out.append(name)
    return out


def _is_cut(first: Name, second: Name, text: str) -> bool:
    """ "Kingdom of" and "Saudi Arabia", "Islamic Republic" and "Iran" behind "of"."""
    between = text[first.end : second.start]
    if first.text.endswith((" of", " of the")):
        return between in (" ", " the ")
    return STATE.search(first.text) is not None and second.kind == "place" and between in (" of ", " of the ")
