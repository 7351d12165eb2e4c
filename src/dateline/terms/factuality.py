"""How far the innermost voice commits itself, read off the words.

Room: terms.
"""

from __future__ import annotations

from typing import Final, Literal

Factuality = Literal[
    "happened", "ongoing", "habitual", "planned", "demanded", "conditional", "possible", "not_happened", "denied"
]
FACTUALITY: Final[tuple[Factuality, ...]] = (
    "happened",  # it took place
    "ongoing",  # it is taking place
    "habitual",  # it takes place as a rule
    "planned",  # scheduled, expected, agreed to be done
    "demanded",  # ordered, requested, called for
    "conditional",  # if, unless, threatened
    "possible",  # may, feared, reportedly considering
    "not_happened",  # negated, not yet
    "denied",  # somebody says it is not so
)
REAL: Final[frozenset[Factuality]] = frozenset({"happened", "ongoing", "habitual"})
