"""Whom a speaker means by "we": not himself, but those for whom his office speaks.

In:   the title of a speaker, or the words that name him where he has none.
Out:  the body or the state he speaks for; whether somebody of his rank speaks for a side that is not named.
Room: claim.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.lexicon.places import demonym

SPOKEN_FOR: Final = (
    re.compile(r"(?P<body>\w.*?)\s+spokes(?:man|woman|person)\Z"),
    re.compile(r"\Aspokes(?:man|woman|person) (?:for|of) (?:the )?(?P<body>\w.*)"),
    re.compile(r"(?P<body>\w.*?)\s+(?:deputy )?press (?:secretary|officer|chief|attaché)\Z", re.I),
    re.compile(
        r"\b(?!secretary\b)[a-z]\w+ of (?:the )?(?P<body>(?!State\b)[A-Z].*)"
    ),  # "superintendent of the Kor Police"
)
BEFORE: Final = re.compile(r"\A(?:the |a |an |senior |deputy |chief |assistant |acting |former )+", re.I)
STATE: Final = word_list(
    "minister ministry premier president ambassador envoy secretary chancellor general official army"
)
MOUTHPIECES: Final = word_list(
    "secretary spokesman spokeswoman spokesperson official envoy ambassador aide adviser advisor representative "
    "attaché general colonel admiral commander minister"
)


@lru_cache(maxsize=20_000)
def speaks_for(title: str) -> str:
    """The body or the state for which the holder of an office speaks; "" where the title names none.

    >>> speaks_for("Deputy Harbour Board Press Secretary"), speaks_for("Libyan Foreign Minister"), speaks_for("general")
    ('Harbour Board', 'Libya', '')
    >>> speaks_for("chief executive of Belmar Steel"), speaks_for("Secretary of State")
    ('Belmar Steel', '')
    """
    plain = BEFORE.sub("", title)
    for pattern in SPOKEN_FOR:
        found = pattern.search(plain)
        if found is not None and found["body"] not in {"the", "a", "an"}:  # a title that was cut short
            return found["body"].rstrip(" ,'’")
    words = plain.split()
    state = demonym(words[0]) if len(words) > 1 and words[-1].lower() in STATE else None
    return state.name if state is not None else ""


def is_mouthpiece(title: str) -> bool:
    """Whether somebody of this rank says "we" for others: a deputy secretary does, a mayor's deeds are his own.

    >>> is_mouthpiece("Secretary of State"), is_mouthpiece("Secretary-General"), is_mouthpiece("mayor of Kor")
    (True, False, False)
    """
    words = title.lower().split(" of ")[0].split()
    return bool(words) and words[-1] in MOUTHPIECES
