"""Tells a further deed of one kind from the one before: "freed 30 more prisoners", "extended the curfew until Sunday".

In:   two claims of one action.
Out:  whether the words say that they are two.
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


def is_next_lot(a: PlacedClaim, b: PlacedClaim) -> bool:
    """Whether one tells of others than the other: some more of them, the last of them; or of another length."""
    if a.claim.report == b.claim.report:
        return False
    if a.claim.lemma in EXTENDING and b.claim.lemma in EXTENDING:
        days = [frozenset(UNTIL.findall(_words(c))) for c in (a, b)]
        return bool(days[0] and days[1]) and not days[0] & days[1]
    lots = [frozenset(name for name, words in LOTS if words.search(_words(c))) for c in (a, b)]
    if lots[0] == lots[1] or (a.when.exact and b.when.exact):
        return False
    out = [c.published.latest for c in (a, b)]
    return out[0] is not None and out[1] is not None and abs((out[0] - out[1]).days) >= APART


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
