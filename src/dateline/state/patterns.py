"""Patterns of the tables, each compiled when a sentence first asks for it: most of a table is asked for by no pile.

In:   the words of a row as a regular expression.
Out:  the compiled pattern, without regard to case.
Room: state.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def pattern(words: str) -> re.Pattern[str]:
    """The compiled pattern of words that a table gives; not of words of a text, which never end."""
    return re.compile(words, re.I)
