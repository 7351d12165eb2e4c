"""What is forbidden without the word: "they may not leave the country", "women may no longer attend".

In:   a claim.
Out:  the row of a ban, where the words before the verb forbid it; None elsewhere.
Room: state. "May not" with a verb of chance ("may not survive") forbids nothing: only deeds that are forbidden count.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.lexis import word_list
from dateline.record.model import PlacedClaim
from dateline.state.found import Found, words_before
from dateline.state.kinds import FORBIDDEN
from dateline.state.rules import rule_of

FORBIDDING: Final = re.compile(
    r"\b(?:(?:may|must|can|shall) no longer|(?:may|must|shall) not|(?:is|are|was|were|been) no longer (?:allowed|"
    r"permitted|free) to|(?:is|are|was|were|been) not (?:allowed|permitted) to|"
    r"(?:is|are|was|were|been) forbidden (?:to|from)) $",
    re.I,
)
DEEDS: Final = word_list(
    "leave travel enter exit export import sell buy sail fly fish hunt assemble gather demonstrate broadcast publish "
    "operate run stand vote land dock trade advertise swim attend own hire transmit graze log mine drill play compete "
    "practise practice drive carry cross board teach preach register accept ship bathe"
)
BAN: Final = rule_of(
    {
        **{"verb": "leave", "noun": "-", "at": "-", "slot": "sanctions", "effect": "begin", "value": FORBIDDEN},
        **{"subject": "-", "object": "actor", "example": "Members of the board may not leave the country."},
    }
)
DENIED: Final = frozenset({"not_happened", "demanded", "possible"})


def forbidden(told: PlacedClaim) -> Found | None:
    """The row of a ban on whoever may not do it."""
    claim = told.claim
    if claim.lemma not in DEEDS or claim.factuality not in DENIED or claim.tense == "past":
        return None
    if not FORBIDDING.search(words_before(told)):
        return None
    travel = claim.lemma in ("leave", "travel", "exit") and any(
        r in ("recipient", "object") for r, _, _ in told.entities
    )
    return Found(BAN, "travel ban" if travel else "ban")
