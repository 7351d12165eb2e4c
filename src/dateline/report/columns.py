"""Whether a report is somebody's opinion: a column, a letter, a diary.

In:   the stored text.
Out:  yes or no.
Room: report. A columnist says "I" in his own voice, not in a quotation, or the page says whose views it holds. What
      such a page tells as a fact is told in passing, to argue from it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

LOOKED: Final = 40_000  # characters; a longer text says by then whose it is
QUOTED: Final = re.compile(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^‘’]{0,600}’")
SELF: Final = re.compile(r"(?<![\w'’.])(?:I|I['’](?:m|ve|d|ll)|my|My|me|myself)(?![\w.])")
LABEL: Final = re.compile(
    r"(?:opinions?|views?) expressed (?:in|by) (?:this|the) (?:commentary|column|essay|piece|op-?ed|author|writer)"
    r"|\b(?:solely|entirely) (?:those|that) of (?:the author|[A-Z]\w+ [A-Z]\w+)\b"
    r"|\A\s*(?:opinion|commentary|op-?ed|editorial|letters? to the editor)\s*[:|\n]",
    re.I,
)
LEAST: Final = 4  # first persons; a reporter who says where he stood says it once or twice
SHARE: Final = 80  # words for each of them at most


@lru_cache(maxsize=1024)
def is_column(text: str) -> bool:
    """Whether the page is somebody's opinion.

    >>> is_column("I saw the bill. I think my town should pay. I doubt that it will. My neighbours agree with me.")
    True
    >>> is_column("“I saw the bill,” the mayor said. “I think my town should pay. I doubt it. My wife agrees.”")
    False
    """
    told = text[:LOOKED]
    if LABEL.search(told):
        return True
    own = QUOTED.sub(" ", told)
    said = len(SELF.findall(own))
    return said >= LEAST and said * SHARE >= len(told.split())
