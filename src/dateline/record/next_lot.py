"""Tells a further deed of one kind from the one before: "freed 30 more prisoners", "extended the curfew until Sunday".

In:   a claim.
Out:  what its words say of which of several deeds it is; `features.is_next_lot` holds two against each other.
Room: record. "Four more hostages were freed" and "Hamas freed four hostages" of one day are one release.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.record.model import PlacedClaim

LONGEST: Final = 1000  # characters of a sentence that are looked at
APART: Final = 2  # days between two reports that tell a deed each without its day
NUMBER: Final = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)"
LOTS: Final = (
    ("more", re.compile(rf"\b(?:{NUMBER} (?:more|further)|(?:another|a further|an extra) {NUMBER})\b", re.I)),
    ("last", re.compile(rf"\bthe (?:last|remaining|final|other) (?:group|batch|{NUMBER})\b|\bthe remaining\b", re.I)),
    ("first", re.compile(rf"\bthe first (?:group|batch|contingent|{NUMBER})\b", re.I)),
)  # fmt: skip
EXTENDING: Final = frozenset({"extend", "renew", "prolong"})
UNTIL: Final = re.compile(
    r"\b(?:until|till|through|by|to) (?:(?:at least|the end of|midnight on|a|another) )*"
    r"([A-Z]\w+(?: \d+)?|\w+ (?:days?|weeks?|months?|hours?))"
)


def lots(told: PlacedClaim) -> frozenset[str]:
    """Which of several deeds of one kind its words say it is: "more", "last", "first"."""
    words = _words(told)
    return frozenset(name for name, lot in LOTS if lot.search(words))


def until(told: PlacedClaim) -> frozenset[str]:
    """To which days, or by how long, it extends something: "the curfew until Sunday"; none where it extends nothing."""
    return frozenset(UNTIL.findall(_words(told))) if told.claim.lemma in EXTENDING else frozenset()


def _words(told: PlacedClaim) -> str:
    """The title with the words of those to whom it was done."""
    whom = (m.anchor.text for role, _, m in told.entities if role in ("object", "recipient", "actor"))
    return " ".join((told.claim.title, _before(told), *whom))[:LONGEST]


def _before(told: PlacedClaim) -> str:
    """ "The last" of "the last three hostages", which a mention may leave out."""
    text, start = told.claim.anchor.text[:LONGEST], told.claim.anchor.start
    whom = [m.anchor for role, _, m in told.entities if role in ("object", "recipient", "actor")]
    spans = ((a.start - start, a.end - start) for a in whom)
    return " ".join(text[max(0, a - 16) : b] for a, b in spans if 0 <= a < len(text))
