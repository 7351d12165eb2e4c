"""Numbers that a report itself calls wrong.

In:   a sentence that tells a number, or the one behind it.
Out:  whether the number is told only to be taken back.
Room: claim. "An earlier report that 58 percent had voted was wrong"; "It stated that 410 were on leave. The correct
      number is 401."
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 600  # characters of a sentence that are looked at
TAKEN_BACK: Final = re.compile(
    r"\b(?:reports?|statements?|claims?|bulletins?|articles?|stor(?:y|ies)|dispatch(?:es)?|assertions?|allegations?)\b"
    r"(?: [a-z]+){0,5}? that (?P<what>[^;!?]{4,240}?) (?:was|were|is|are|has been|have been) "
    r"(?:[a-z]+ (?:on|upon) [^.;]{3,40} and (?:was|is|were|are) )?"
    r"(?:wrong|incorrect|false|untrue|mistaken|erroneous|inaccurate|withdrawn|retracted|not (?:true|correct))\b",
    re.I,
)
OLDER: Final = re.compile(
    r"\b(?:earlier|previous|prior|original|first) (?:version|edition)s? of (?:this|the|our) (?:story|report|article|"
    r"dispatch|text|item)\b[^.;:!?]{0,40}?\b(?:said|stated|gave|misstated|put|reported|listed|named|had)\b"
    r"(?P<what>[^;!?]{4,240})",
    re.I,
)  # "An earlier version of this report said 17 had been hurt"
SET_RIGHT: Final = re.compile(
    r"^\W*(?:the )?(?:correct|right|true|actual|accurate) (?:number|figure|sum|amount|total|count)s? "
    r"(?:is|was|are|were)\b|^\W*(?:it|this|that|they) should have (?:been|said|read)\b",
    re.I,
)


def taken_back(sentence: str, at: int) -> bool:
    """Whether the number at that character of the sentence is told as what somebody had got wrong.

    >>> taken_back("A report that 58 percent had voted no was wrong.", 14), taken_back("58 percent voted no.", 0)
    (True, False)
    """
    words = sentence[:LONGEST]
    return any(m.start("what") <= at < m.end("what") for p in (TAKEN_BACK, OLDER) for m in p.finditer(words))


def sets_right(sentence: str) -> bool:
    """Whether the sentence puts another number in the place of the one told before.

    >>> sets_right("The correct number is 401."), sets_right("The number is 401.")
    (True, False)
    """
    return bool(SET_RIGHT.search(sentence[:LONGEST]))
