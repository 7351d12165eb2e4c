"""What is asked of one figure in dispute: the values it allows, its days, who tells it; and the line of those that
cannot all be true.

In:   points of a series.
Out:  answers to these questions; a line of `disputes` of the kind figure.
Room: state.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.state.disputes_words import names_shared
from dateline.state.model import Line
from dateline.state.series import Series
from dateline.state.series_points import Point, point_line
from dateline.terms import When

ROUND: Final = 0.04  # "about 1,000" leaves room for 960 to 1,040; chosen so that "about 1,000" is not "about 1,100"
TENS: Final = 0.08  # "some 90" leaves room for 83 to 97: whole tens are the roundest of small numbers
HUNDRED: Final = 100
LONGEST: Final = 150  # days; a level whose time is vaguer than this contradicts nothing
MOST: Final = 40  # positions shown of one dispute
FEW: Final = 4  # answers, and tellings of each, that are looked at for names
NEXT: Final = 100  # later answers that one is held against; bounds the work on a series of many thousand values
VAGUE: Final = re.compile(
    r"\W*(?:many |several |some |few |a few )*(?:dozens|scores|hundreds|thousands|millions|tens of)\b", re.I
)
Room = tuple[float, float]  # the values that a telling allows


def room(point: Point) -> tuple[float, float]:
    """The values a point allows: bounds reach out, round numbers leave a little room."""
    low, high = point.value
    q = point.quantity.quantity
    if q.bound in ("at_least", "more_than") or VAGUE.match(q.amount.text):
        high = float("inf")  # "thousands" are so many or more
    elif q.bound in ("at_most", "less_than"):
        low = 0.0
    if q.approximate:
        blur = TENS if high < HUNDRED and high % 10 == 0 else ROUND
        low, high = low * (1 - blur), high * (1 + blur)
    return low, high


def meet(a: Room, b: Room) -> bool:
    """Whether some value is allowed by both."""
    return a[0] <= b[1] and b[0] <= a[1]


def agree(a: Point, b: Point) -> bool:
    """Whether both points can be true."""
    return meet(room(a), room(b))


def speaker(point: Point) -> str:
    """Who says so; "" where the report itself does."""
    voice = point.quantity.quantity.voice
    return voice[-1].name if voice else ""


def teller(point: Point) -> str:
    """Who says so within one report; "" where the report itself does."""
    return f"{point.quantity.quantity.report}/{speaker(point)}" if speaker(point) else ""


def first_day(point: Point) -> date:
    """The first day it may speak of."""
    return point.when.earliest or point.when.latest or date.min


def last_day(point: Point) -> date:
    """The last day it may speak of, without limit where the words set none."""
    return point.when.latest or point.when.earliest or date.max


def end_day(point: Point) -> date:
    """The last day it may speak of; where nobody can date the report from above, some months after its first day."""
    return point.when.latest or first_day(point) + timedelta(min(LONGEST, (date.max - first_day(point)).days))


@dataclass(frozen=True, slots=True)
class Pile:
    """Points that cannot all be true, as a line; what is told of later days may overtake it."""

    line: Line
    overtaken: Line  # the same, where later tellings give a level that no answer allows
    last: date  # the last day of which a point of it speaks
    rooms: frozenset[Room]

    def as_of(self, later: Iterable[Room]) -> Line:
        """The line where these values are told of later days."""
        told = False
        for here in later:
            told = True
            if any(meet(here, own) for own in self.rooms):
                return self.line
        return self.overtaken if told else self.line


def pile_line(
    one: Series, pile: Sequence[Point], points: Sequence[Point], about: Sequence[str], exact: bool = False
) -> Line:
    """The line of points that cannot all be true; `points` are all of the series, the rest as `pile_of` has it."""
    found = pile_of(one, pile, about, exact)
    return found.as_of(room(p) for p in points if first_day(p) > found.last)


def pile_of(one: Series, pile: Sequence[Point], about: Sequence[str], exact: bool = False) -> Pile:
    """The points that cannot all be true, as a line; `about` are the ids of the series.

    `exact`: a bound ("up to 90") is another answer than a value that it allows.
    """
    homes: dict[Room, list[Point]] = {}
    answers: list[tuple[list[Room], list[Point]]] = []
    for point in sorted(pile, key=lambda p: (p.value, p.order)):
        if (here := point.value if exact else room(point)) not in homes:
            home = next((a for a in answers[-NEXT:] if all(meet(here, r) for r in a[0])), None)
            if home is None:
                home = ([], [])
                answers.append(home)
            home[0].append(here)
            homes[here] = home[1]
        homes[here].append(point)
    ordered = sorted((g for _, g in answers), key=lambda g: (-len({p.origin for p in g}), g[0].value))
    when = _span(pile)
    named = names_shared(*_texts(ordered), but=one.title)
    question = f"How many: {', '.join((one.title, *named, *([when.edtf] if when.edtf else [])))}?"
    packed = "\x1f".join(("figure", *about, *sorted(str(tuple(map(float, g[0].value))) for _, g in answers)))
    line = {
        "id": "d" + hashlib.sha256(packed.encode()).hexdigest()[:11],
        "kind": "figure",
        "question": question,
        "about": list(about),
        "state": _standing(pile),
        "when": when.to_dict(),
        "more": max(0, len(ordered) - MOST),
        "positions": [
            {
                "answer": _words(group),
                "reports": sorted({p.quantity.quantity.report for p in group}),
                "origins": len({p.origin for p in group}),
                "evidence": [_evidence(p) for p in group],
            }
            for group in ordered[:MOST]
        ],
    }
    overtaken = line | {"state": "overtaken"}
    return Pile(line, overtaken, max(last_day(p) for p in pile), frozenset(room(p) for p in pile))


def _texts(answers: Sequence[Sequence[Point]]) -> tuple[list[str], list[str]]:
    """The sentences of the first answer, and those of the others."""
    told = [[p.quantity.quantity.anchor.text for p in points[:FEW]] for points in answers[:FEW]]
    return told[0], [text for texts in told[1:] for text in texts]


def _span(pile: Sequence[Point]) -> When:
    """From their first day to their last; open where no telling has one."""
    ends = [p.when.latest for p in pile if p.when.latest is not None]
    first = min((day for p in pile if (day := first_day(p)) > date.min), default=None)
    return When.between(first, max(ends, default=None)) if first or ends else When()


def _words(group: Sequence[Point]) -> str:
    words = [p.quantity.quantity.amount.text for p in group]
    return min(words, key=lambda w: (-words.count(w), w))


def _evidence(point: Point) -> Line:
    """A point as evidence: its sentence, its voice, its time."""
    q = point.quantity.quantity
    line = point_line(point)
    return {
        "anchor": q.anchor.to_dict(),
        "trigger": q.amount.to_dict(),
        "voice": line["voice"],
        "factuality": q.factuality,
        "factuality_cue": None,
        "when": point.when.to_dict(),
        "published": point.quantity.published.to_dict(),
        "claim": q.claim or q.id,
    }


def _standing(pile: Sequence[Point]) -> str:
    """settled where an origin corrected itself, else open."""
    newest = max(pile, key=lambda p: (p.quantity.published.latest or date.min, p.order))
    rivals = [p for p in pile if not agree(p, newest)]
    own = {(p.origin, teller(p)) for p in pile if agree(p, newest)}
    return "settled" if rivals and {(p.origin, teller(p)) for p in rivals} <= own else "open"
