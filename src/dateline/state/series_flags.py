"""Flags what does not fit inside one report: a headline that outruns its body, parts that outgrow their whole.

In:   the points of all series of one kind (what is counted, in which state and unit), wherever and whosever: a headline
      may name another place than its text, and parts lie in several.
Out:  Flags, each with the two spots, in a fixed order. Nothing is corrected: a reader decides.
Room: state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dateline.state.series_points import Line, Point
from dateline.terms import Anchor
from dateline.terms.factuality import REAL

ROUNDING: Final = 0.15  # a headline may round this much: "50,000 flee" over "about 47,000"


@dataclass(frozen=True, slots=True)
class Flag:
    """Two spots of one report whose numbers do not go together."""

    kind: Literal["headline", "sum"]
    why: str
    spots: tuple[Anchor, Anchor]

    def to_dict(self) -> Line:
        """The flag as a line of a series shows it."""
        return {"kind": self.kind, "why": self.why, "spots": [a.to_dict() for a in self.spots]}


def flags(points: Sequence[Point]) -> tuple[Flag, ...]:
    """Every flag of points of one kind, by report and place."""
    by_report: dict[str, list[Point]] = {}
    for point in points:
        by_report.setdefault(point.quantity.quantity.report, []).append(point)
    out: list[Flag] = []
    for name in sorted(by_report):
        told = sorted(by_report[name], key=lambda p: p.quantity.quantity.amount.start)
        out += _headline(told) + _sums(told)
    return tuple(out)


def _level(point: Point) -> bool:
    """Whether the point tells how many there are, or will be; the two are not held against each other."""
    q = point.quantity.quantity
    return q.role in ("level", "total", "forecast", "target") and q.factuality not in ("denied", "not_happened")


def _told(point: Point) -> bool:
    return point.quantity.quantity.factuality in REAL


def _headline(told: Sequence[Point]) -> list[Flag]:
    """A headline whose number is larger than any that the body gives for the same question."""
    heads = [p for p in told if p.quantity.quantity.context == "headline" and _level(p)]
    body = [p for p in told if p.quantity.quantity.context == "body" and _level(p)]
    if not heads or not body:
        return []
    out = []
    for head in heads:
        alike = [p for p in body if _told(p) == _told(head)]
        most = max(alike, key=lambda p: (p.value[1], -p.quantity.quantity.amount.start), default=None)
        open_ = most is not None and most.quantity.quantity.bound in ("at_least", "more_than")
        if most is None or open_ or head.value[0] <= most.value[1] * (1 + ROUNDING):
            continue
        why = f"the headline says {_words(head)}, the text no more than {_words(most)}"
        out.append(Flag("headline", why, _spots(head, most)))
    return out


def _sums(told: Sequence[Point]) -> list[Flag]:
    """Parts of one sentence that add up to more than the whole told with them."""
    out = []
    by_sentence: dict[int, list[Point]] = {}
    for point in told:
        by_sentence.setdefault(point.quantity.quantity.anchor.start, []).append(point)
    for start in sorted(by_sentence):
        here = by_sentence[start]
        wholes = [p for p in here if p.quantity.quantity.role in ("level", "total", "previous")]
        parts = [p for p in here if p.quantity.quantity.role == "part"]
        if len(wholes) != 1 or not parts or wholes[0].quantity.quantity.bound in ("at_least", "more_than"):
            continue
        if len(parts) > 1 and len({p.quantity.quantity.counted for p in parts}) > 1:
            continue  # "12 women, 8 from the town": parts that may overlap
        total = sum(p.value[0] for p in parts)
        if total > wholes[0].value[1]:
            why = f"the parts make {total:g}, the whole is {_words(wholes[0])}"
            out.append(Flag("sum", why, _spots(parts[0], wholes[0])))
    return out


def _words(point: Point) -> str:
    return f"“{point.quantity.quantity.amount.text}”"


def _spots(a: Point, b: Point) -> tuple[Anchor, Anchor]:
    return a.quantity.quantity.amount, b.quantity.quantity.amount
