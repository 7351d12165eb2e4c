"""A row of the table of states that fits a claim, and the words of the clause behind its event word.

In:   a claim.
Out:  Found; the words of the clause before and behind the event word, and the tail that surely belongs to it.
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.claim.model import Mention
from dateline.record.model import PlacedClaim
from dateline.state.rules import Rule

TAIL: Final = 160  # characters behind the event word that are read for what its participants leave out
STOPPED: Final = re.compile(r"\b(?:stopp?(?:s|ed|ing)?|ceas(?:e|es|ed|ing)|quit|gave up|no longer) $", re.I)
_AS: Final = (
    r"as (?:(?:the|its|their|his|her) (?:(?!and\b|or\b|of\b|to\b)[\w-]+ ){1,2}?|"
    r"(?:(?!and\b|or\b|of\b|to\b)[a-z-]+ ){0,2}?[a-z-]{2,}s |(?:fighting|violence|unrest|anger|pressure) )"
    r"(?:[a-z]{2,}ed(?! (?:by|to|in|on|at|for)\b)|rose|fell|grew|spread|began|were|broke|took|came|went|continued)\b"
)  # "as dengue cases doubled"; not "as the leader appointed by the council"
_TURN: Final = f"after|because|when|while|before|since|amid|despite|{_AS}"
TURNS: Final = re.compile(rf"[,;:]|\b(?:{_TURN})\b")  # "put its talks over the dam on hold" does not turn at "over"
PARTED: Final = re.compile(rf"[,;:]|\b(?:{_TURN}|over|following)\b")
OVER: Final = re.compile(
    rf"\b(?:over|after|amid|because|following|despite|during|{_AS})\b"
)  # what follows is why or when
BREAK: Final = re.compile(rf"[,;:]|\b(?:{_TURN}|over|following|days(?! of mourning)|and)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that fits a claim, and the noun it fits by."""

    rule: Rule
    noun: str  # the word of the table; "" where the row needs none
    entity: str | None = None
    mention: Mention | None = None  # that holds the noun; None where only the clause does


def tail(told: PlacedClaim) -> str:
    """The words of the clause behind the event word, no more of them than are sure to belong to it."""
    claim = told.claim
    start = claim.trigger.end - claim.anchor.start
    return claim.anchor.text[start : start + TAIL] if 0 <= start <= len(claim.anchor.text) else ""


def own_tail(told: PlacedClaim) -> str:
    """The tail up to who says it, where that stands right behind a comma: "resumed, the canal authority said"."""
    text = tail(told)
    for voice in told.claim.voice:
        said = re.search(rf", (?:[Tt]he |an? )?{re.escape(voice.name)}\b", text) if voice.name else None
        text = text[: said.start()] if said is not None else text
    return text


def words_before(told: PlacedClaim) -> str:
    """The words of the clause before its event word."""
    return told.claim.anchor.text[: max(0, told.claim.trigger.start - told.claim.anchor.start)]


def words_behind(told: PlacedClaim) -> str:
    """All the words of the clause behind its event word."""
    return told.claim.anchor.text[told.claim.trigger.end - told.claim.anchor.start :]


def object_phrase(told: PlacedClaim, stop: re.Pattern[str] = BREAK) -> str:
    """The tail up to where the clause turns to something else: "over claims", "after talks"."""
    text = tail(told)
    end = stop.search(text)
    return text[: end.start()] if end else text
