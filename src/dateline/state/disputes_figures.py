"""Figures that cannot both be true of one day.

In:   series, and the day by which things count as known.
Out:  lines of `disputes` of the kind figure.
Room: state. Two levels of one series are in dispute when independent origins tell them of one time. Numbers that move
      in one direction, or whose move is told ("down from 1,100"), are a change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from dateline.state.model import Line
from dateline.state.series import Series
from dateline.state.series_points import Point, known, point_line
from dateline.terms import When
from dateline.terms.factuality import REAL

LEVELS: Final = ("level", "total")
ROUND: Final = 0.04  # "about 1,000" leaves room for 960 to 1,040; chosen so that "about 1,000" is not "about 1,100"
WIDEST: Final = 150  # days; a level whose time is vaguer than this contradicts nothing
SAME_DAY: Final = 2  # days; for counts that move by the day
MOVING: Final = frozenset(
    {"recovered", "killed", "dead", "missing", "presumed dead", "rescued", "injured", "wounded", "departed", "released"}
    | {"detained", "arrested", "displaced", "evacuated", "found", "infected", "affected", "removed", "hospitalized"}
)  # states of people and things whose count changes from day to day
NEAR: Final = 90  # days between two tellings of one value within which another value between them is a dispute
MOST: Final = 40  # positions shown of one dispute


def figure_disputes(series: Sequence[Series], known_by: date | None, generous: bool) -> Iterable[Line]:
    """One line per stretch of time in which a series has two answers."""
    for one in series:
        points = _single_valued([p for p in known(one.points, known_by, generous) if _counts(p, one)])
        for pile in _piles(points, _loose(one)):
            yield _line(one, pile, points)


def _counts(point: Point, series: Series) -> bool:
    """Whether the point says enough of what it counts, and when, to contradict another.

    A count that grows by the day ("bodies recovered"), or of nobody in particular ("workers"), does so only on its day.
    """
    q, when = point.quantity.quantity, point.when
    if q.role not in LEVELS or q.factuality not in REAL or (when.earliest is None and not when.exact):
        return False
    if _loose(series) and q.high == 0:
        return False  # "no bodies yet" is true until the first is found
    return (when.width or WIDEST) <= (SAME_DAY if _loose(series) else WIDEST)


def _loose(series: Series) -> bool:
    return bool(MOVING & set(series.scope)) or not (series.of or series.where)


def _single_valued(points: Sequence[Point]) -> list[Point]:
    """Without the reports that give several values at once: they speak of several things ("20 and 35 foot lanes")."""
    told: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        told.setdefault((point.quantity.quantity.report, _speaker(point)), []).append(point)
    return [p for p in points if all(_agree(p, q) for q in told[(p.quantity.quantity.report, _speaker(p))])]


def _speaker(point: Point) -> str:
    voice = point.quantity.quantity.voice
    return voice[-1].name if voice else ""


def room(point: Point) -> tuple[float, float]:
    """The values a point allows: bounds reach out, round numbers leave a little room."""
    low, high = point.value
    q = point.quantity.quantity
    if q.bound in ("at_least", "more_than"):
        high = float("inf")
    elif q.bound in ("at_most", "less_than"):
        low = 0.0
    if q.approximate:
        low, high = low * (1 - ROUND), high * (1 + ROUND)
    return low, high


def _agree(a: Point, b: Point) -> bool:
    (low_a, high_a), (low_b, high_b) = room(a), room(b)
    return low_a <= high_b and low_b <= high_a


def _piles(points: Sequence[Point], loose: bool) -> list[list[Point]]:
    """The points that are in dispute with some other, those that share a rival together."""
    rivals: dict[int, set[int]] = {}
    for i, a in enumerate(points):
        for j in range(i + 1, len(points)):
            if (
                a.origin != points[j].origin
                and not _agree(a, points[j])
                and _one_time(a, points[j], () if loose else points)
            ):
                rivals.setdefault(i, set()).add(j)
                rivals.setdefault(j, set()).add(i)
    out: list[list[Point]] = []
    seen: set[int] = set()
    for i in sorted(rivals):
        if i not in seen:
            reached, edge = {i}, [i]
            while edge:
                fresh = rivals[edge.pop()] - reached
                reached |= fresh
                edge.extend(sorted(fresh))
            seen |= reached
            out.append([points[k] for k in sorted(reached)])
    return out


def _one_time(a: Point, b: Point, points: Sequence[Point]) -> bool:
    """Whether the two speak of one time: days that both allow, or a value told before and after the other.

    1,000 in March, 1,100 in April and 1,000 again in May are two answers; 2 dead, then 4, then 6 are one that moves.
    """
    if _first(a) <= _end(b) and _first(b) <= _end(a):
        return not _moves(a, b)
    first, second = (a, b) if _first(a) <= _first(b) else (b, a)
    for other in points:
        if other is second or other.origin == second.origin or not _agree(first, other) or _agree(second, other):
            continue
        after = other.when.earliest is not None and second.when.latest is not None
        if after and other.when.earliest > second.when.latest and _first(other) - _last(first) <= timedelta(NEAR):  # type: ignore[operator]
            return not _moves(first, second)
    return False


def _moves(a: Point, b: Point) -> bool:
    """Whether one of the reports tells the other's value as the earlier level."""
    return any(p.quantity.quantity.role == "change" for p in (a, b))


def _first(point: Point) -> date:
    return point.when.earliest or point.when.latest or date.min


def _last(point: Point) -> date:
    return point.when.latest or point.when.earliest or date.max


def _end(point: Point) -> date:
    """The last day it may speak of; where nobody can date the report from above, some months after its first day."""
    return point.when.latest or _first(point) + timedelta(min(WIDEST, (date.max - _first(point)).days))


def _line(one: Series, pile: Sequence[Point], points: Sequence[Point]) -> Line:
    answers: list[list[Point]] = []
    for point in sorted(pile, key=lambda p: (p.value, p.order)):
        home = next((g for g in answers if all(_agree(point, x) for x in g)), None)
        if home is None:
            answers.append([point])
        else:
            home.append(point)
    ordered = sorted(answers, key=lambda g: (-len({p.origin for p in g}), g[0].value))
    when = _span(pile)
    question = f"How many: {one.title}, {when.edtf or 'at one time'}?"
    packed = "\x1f".join(("figure", one.id, *sorted(str(g[0].value) for g in answers)))
    return {
        "id": "d" + hashlib.sha256(packed.encode()).hexdigest()[:11],
        "kind": "figure",
        "question": question,
        "about": [one.id],
        "state": _standing(pile, points),
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


def _span(pile: Sequence[Point]) -> When:
    ends = [p.when.latest for p in pile if p.when.latest is not None]
    return When.between(min(_first(p) for p in pile), max(ends, default=None))


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


def _standing(pile: Sequence[Point], points: Sequence[Point]) -> str:
    """overtaken where later tellings give a level that no answer allows; settled where an origin corrected itself."""
    last = max(_last(p) for p in pile)
    later = [p for p in points if _first(p) > last]
    if later and not any(_agree(p, q) for p in later for q in pile):
        return "overtaken"
    newest = max(pile, key=lambda p: (p.quantity.published.latest or date.min, p.order))
    rivals = [p for p in pile if not _agree(p, newest)]
    own = {p.origin for p in pile if _agree(p, newest)}
    return "settled" if rivals and {p.origin for p in rivals} <= own else "open"
