"""What came of something, and did not end with it.

In:   a row that fits a claim, and the claim.
Out:  yes or no.
Room: state. Used by `fitting`.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.record.model import PlacedClaim
from dateline.state.found import Found, tail, words_before

ENDING: Final = frozenset({"end", "conclude", "finish", "close", "culminate", "end up", "wrap up"})
WITH_IT: Final = re.compile(r" (?:up )?(?:with|in) ")
BEFORE: Final = 160  # characters before the verb in which its subject stands


def came_of_it(found: Found, told: PlacedClaim) -> bool:
    """ "The crisis ended with a truce": no truce ended there."""
    claim = told.claim
    if claim.lemma not in ENDING or found.rule.effect != "end" or not found.noun:
        return False
    before = words_before(told)[-BEFORE:]
    return WITH_IT.match(tail(told)) is not None and found.noun not in before.casefold()
