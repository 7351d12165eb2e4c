"""The lines of `disputes`: positions side by side, and how the question stands.

In:   what each side tells, with its report, origin and evidence.
Out:  lines as FORMATS prints them.
Room: state.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.record.lines import evidence
from dateline.record.model import PlacedClaim
from dateline.state.model import Line
from dateline.terms import Anchor, When

MOST: Final = 40  # positions shown of one dispute


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's words for a position."""

    report: str
    published: When
    evidence: Line

    @classmethod
    def of(cls, placed: PlacedClaim) -> Telling:
        """A claim as a telling."""
        return cls(placed.claim.report, placed.published, evidence(placed))


def sentence_evidence(anchor: Anchor, factuality: str, cue: Anchor | None, when: When, published: When) -> Line:
    """A sentence as evidence, where no claim was made of it."""
    return {
        "anchor": anchor.to_dict(),
        "voice": [],
        "factuality": factuality,
        "factuality_cue": cue.to_dict() if cue else None,
        "when": when.to_dict(),
        "published": published.to_dict(),
        "claim": None,
        "trigger": None,
    }


@dataclass(frozen=True, slots=True)
class Position:
    """One answer and who gives it."""

    answer: str
    told: tuple[Telling, ...]
    origins: frozenset[str]


def position(answer: str, told: Sequence[PlacedClaim], origins: Mapping[str, str]) -> Position:
    """The position that the claims take; `origins` of their reports."""
    return Position(answer, tuple(map(Telling.of, told)), frozenset(origins[t.claim.report] for t in told))


def apart(origins: Sequence[frozenset[str]]) -> bool:
    """Whether there are two answers that do not go back to the same reports.

    >>> apart([frozenset({"a"}), frozenset({"a", "b"})]), apart([frozenset({"a"}), frozenset({"a"})])
    (True, False)
    """
    return len(origins) > 1 and any(x != y for x in origins for y in origins)


def line(kind: str, question: str, about: Sequence[str], positions: Sequence[Position]) -> Line:
    """The line of a dispute; the positions that most origins hold come first."""
    ordered = sorted(positions, key=lambda p: (-len(p.origins), p.answer))
    shown = ordered[:MOST]
    days = [t.published for p in ordered for t in p.told]
    return {
        "id": "d" + hashlib.sha256("\x1f".join((kind, question, *sorted(about))).encode()).hexdigest()[:11],
        "kind": kind,
        "question": question,
        "about": list(about),
        "state": standing(ordered),
        "when": min(days, key=lambda w: w.sort_key()).to_dict() if days else When().to_dict(),
        "more": len(ordered) - len(shown),
        "positions": [
            {
                "answer": p.answer,
                "reports": sorted({t.report for t in p.told}),
                "origins": len(p.origins),
                "evidence": [t.evidence for t in p.told],
            }
            for p in shown
        ],
    }


def standing(positions: Sequence[Position]) -> str:
    """open; settled where every origin of one answer later gives another.

    An answer is given up when each of its origins gave another answer in a later report.
    """
    for one in positions:
        others = frozenset().union(*(p.origins for p in positions if p is not one))
        if one.origins <= others:
            last = max((t.published.latest or date.min for t in one.told), default=date.min)
            later = [t for p in positions if p is not one for t in p.told]
            if all((t.published.earliest or date.min) > last for t in later):
                return "settled"
    return "open"
