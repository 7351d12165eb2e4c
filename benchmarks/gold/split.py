"""Which part of the gold a text belongs to: a fifth is `test`, whole texts, settled by a hash and nothing else.

The test part is never trained on and never looked at for rules. Passages of one real report always fall together.
"""

from __future__ import annotations

import hashlib
import re

FIFTH = 5


def whole_text(passage: str) -> str:
    """What must not be parted: the report of a real-news passage, else the passage itself.

    >>> whole_text("airbus/1173-2") == whole_text("airbus/1173.s07")
    True
    >>> whole_text("own/mill-07")
    'own/mill-07'
    """
    match = re.match(r"((?:airbus|apple)/\w+?)(?:-\d+|\.s\d+(?:-\d+)?)$", passage)
    return match[1] if match else passage


def part(passage: str) -> str:
    """ "test" for a fifth of all texts, else "dev".

    >>> part("airbus/1173-2") == part("airbus/1173.s07")
    True
    """
    digest = hashlib.sha256(whole_text(passage).encode()).digest()
    return "test" if digest[0] % FIFTH == 0 else "dev"
