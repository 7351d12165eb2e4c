"""Recognises the day that opens a line of a chronology: "May 4 - Rebels take the dam."

In:   the text of a report and the place of a date in it.
Out:  whether it opens such a line; what the line tells in the present has happened on that day.
Room: sentence.
"""

from __future__ import annotations

import re
from typing import Final

BEHIND: Final = re.compile(r"(?:,? \d{4})?\s*(?:[-–—]+\s|:\s+(?=[A-Z]))")
AHEAD: Final = re.compile(r"\b(?:will|shall|to be|due|deadline|scheduled|expected|planned|set to)\b", re.I)
MARK: Final = re.compile(r"[\s•*·>\\-]*\Z")
LOOK: Final = 160  # characters of the line that are looked at


def opens_chronicle(text: str, start: int, end: int) -> bool:
    """Whether a date opens a line that tells what happened on it.

    >>> opens_chronicle("May 4 - Rebels take the dam.", 0, 5), opens_chronicle("May 4 - talks are due.", 0, 5)
    (True, False)
    >>> opens_chronicle("It ended on May 4 - a day too late.", 12, 17)
    False
    """
    line = text.rfind("\n", 0, start) + 1
    if start - line > 8 or not MARK.match(text[line:start]):
        return False
    behind = BEHIND.match(text, end)
    return behind is not None and not AHEAD.search(text[behind.end() : behind.end() + LOOK].split("\n", maxsplit=1)[0])
