"""Which point of a series stands on a day.

In:   the points of a series that count as known, each read once (Told).
Out:  Levels, built once and asked for many days: the point that stands, or what it makes with the changes told since.
Room: state. Days are ordinals (date.toordinal) inside, so that a question compares whole numbers only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import Final, NamedTuple

from dateline.state.series_points import SOON, Point
from dateline.state.series_tally import tally
from dateline.terms.factuality import REAL

BOUNDS: Final = 20  # distinct bounds of one day that are weighed; more are no news
WINDOW: Final = 1  # days; levels said to hold within a day of the newest are weighed by their origins
MANY: Final = 6  # origins whose values show what is in proportion
BEYOND: Final = 100  # times the middle value of all origins
WEEK: Final = 7  # days; a stretch no wider than this counts as its last day
ALWAYS: Final = 0  # before the first day
NEVER: Final = date.max.toordinal() + 1
GROWING: Final = frozenset({"killed", "injured", "recovered", "displaced", "departed", "destroyed", "infected"})
APART: Final = 30  # times as many; a toll so much smaller is that of another happening
LONGEST: Final = 400  # characters of a sentence that are looked at
NTH: Final = re.compile(r"(?:\d(?:st|nd|rd|th)|\b\w+(?:th|first|second|third))\b", re.I)
TOLL: Final = re.compile(
    r"\b(?:(?:death )?toll|(?:number|total) of (?:the )?(?:dead|deaths|victims|casualties|people killed)|"
    r"(?:is|are|was|were) (?:now )?known to have (?:died|been killed)|now known)\b",
    re.I,
)
COUNTED_OFF: Final = frozenset({"departed", "recovered", "rescued", "killed", "released", "detained", "removed"})


class _Reach(NamedTuple):
    """For which days asked about a point is known to hold, and since when it then is taken to."""

    first: int  # day asked about
    last: int  # day asked about
    early: int  # the day from which it holds, asked about a day before `turn`
    late: int  # the same, asked about a later day or no day
    turn: int


class _Held(NamedTuple):
    """A point with what every question asks of it."""

    point: Point
    rank: int
    grows: bool  # whether it counts what only grows: the dead
    value: tuple[float, float]
    reach: _Reach
    aware: bool  # whether its report knows of another count


Answer = tuple[_Held, int]  # with the day from which it is taken to hold


class Told(NamedTuple):
    """A point as it is weighed: how it holds (None: on no day), the day of the change that it tells, and the days asked
    about from which on the answer may be another because of it, in order."""

    point: Point
    held: _Held | None
    change: int | None
    turns: tuple[int, ...]

    @classmethod
    def of(cls, point: Point) -> Told:
        """The point, read once for all questions; a repeat adds nothing but its change."""
        reach, change = None if point.repeat else _reach(point), _change(point)
        held, turns = None, [] if change is None else [change]
        if reach is not None:
            held = _Held(point, _rank(point), _grows(point), point.value, reach, _knows_another(point))
            turns += [reach.first, reach.last + 1, reach.turn]
        return cls(point, held, change, tuple(sorted(turns)))


class Levels:
    """The points of a series, ready for questions; between two of its `turns`, days asked about, nothing changes."""

    __slots__ = ("_changes", "_found", "_held", "_points", "turns")

    def __init__(self, told: Sequence[Told]) -> None:
        self._points = [one.point for one in told]
        self._held = [one.held for one in told if one.held is not None]
        self._changes = sorted(one.change for one in told if one.change is not None)
        self.turns = sorted({day for one in told for day in one.turns})
        self._found: dict[int, Point | None] = {}  # by the turns that are past

    @classmethod
    def of(cls, points: Iterable[Point]) -> Levels:
        """Of points that were not read before."""
        return cls([*map(Told.of, points)])

    def work(self, since: int) -> int:
        """How many comparisons it takes to find the answers of all days from the day `since` on."""
        return len(self._points) + len(self._held) * (1 + len(self.turns) - bisect_left(self.turns, since))

    def latest(self, on: date | None) -> Point | None:
        """The value on the day: the level that stands, or with the changes told since; None where these leave it
        open."""
        if on is None:
            return self._latest(None)
        past = bisect_right(self.turns, on.toordinal())
        if past not in self._found:
            self._found[past] = self._latest(on)
        return self._found[past]

    def _latest(self, on: date | None) -> Point | None:
        found = self.standing(on)
        if found is None or not self.changed_since(found[1], on):
            return found[0] if found else None
        return tally(self._points, found[0], found[1], on)

    def standing(self, on: date | None) -> tuple[Point, date] | None:
        """The best supported answer for the day, and the day from which it is taken to hold.

        A level told as real comes before parts, changes and earlier levels; of those that began by the day the newest
        count, and among the newest (within a day) the value that most origins give, then the newest, then the first.
        A level foretold for a stated day counts once that day has come, until a newer level is told.
        """
        usable = self._usable(on)
        best = min((held.rank for held, _ in usable), default=4)
        if best >= 4:
            return None
        same = [(held, since) for held, since in usable if held.rank == best]
        if any(held.grows for held, _ in same):
            same = _without_outliers(_without_incidents(same, usable))
        newest = max(since for _, since in same)
        near = [(held, since) for held, since in same if newest - since <= WINDOW]
        support = _support(near)
        marks = [(-support[held.value], -since, -_told_on(held.point)) for held, since in near]
        top = min(marks)
        first = [near[n] for n, mark in enumerate(marks) if mark == top]
        held, since = first[0] if len(first) == 1 else min(first, key=lambda x: x[0].point.order)
        return held.point, date.fromordinal(since)

    def changed_since(self, day: date, on: date | None) -> bool:
        """Whether a change on a stated later day is told, so that the level of `day` stands no longer."""
        at = bisect_left(self._changes, day.toordinal() + WINDOW + 1)
        return at < len(self._changes) and (on is None or self._changes[at] <= on.toordinal())

    def _usable(self, on: date | None) -> list[Answer]:
        if on is None:
            return [(held, held.reach.late) for held in self._held]
        day = on.toordinal()
        known = [held for held in self._held if held.reach.first <= day <= held.reach.last]
        return [(held, held.reach.early if day < held.reach.turn else held.reach.late) for held in known]


def _reach(point: Point) -> _Reach | None:
    """None where the point is not known to hold on any day.

    Of a wide stretch the first day counts: a report that may be old must not push out one that is known to be newer.
    """
    when, q = point.when, point.quantity.quantity
    low = when.earliest.toordinal() if when.earliest is not None else None
    high = when.latest.toordinal() if when.latest is not None else None
    if q.factuality not in REAL:
        return _Reach(low, low + SOON, low, low, low) if low is not None and low == high else None
    if low is not None:
        late = high if high is not None and high - low <= WEEK else low
        return _Reach(low, NEVER, low, late, late)
    if high is not None:  # "121 have died", told in May, may have become true in May
        return _Reach(ALWAYS if q.role == "previous" else high, NEVER, high, high, high)
    since = date.min.toordinal() + WINDOW
    return _Reach(NEVER, NEVER, since, since, NEVER)  # only where no day is asked about


def _grows(point: Point) -> bool:
    return not GROWING.isdisjoint(point.quantity.quantity.scope)


def _change(point: Point) -> int | None:
    """The stated day of a change that is told as real."""
    q, when = point.quantity.quantity, point.when
    told = q.role == "change" and q.time is not None and q.factuality in REAL and when.exact
    return when.earliest.toordinal() if told and when.earliest is not None else None


def _without_incidents(same: list[Answer], usable: Sequence[Answer]) -> list[Answer]:
    """The answers but those of a growing count that are far smaller than before, from reports that do not tell the
    earlier count: "Eight were killed on Thursday" after "2,000 have been killed" speaks of one incident.

    Once a report that knows of the earlier count has lowered it, later reports may tell as few. What a report of
    unknown day tells was not told before anything.
    """
    aware = {held.point.quantity.quantity.report for held, _ in usable if held.aware}
    lowered = [(since, held.value[1]) for held, since in same if held.point.quantity.quantity.report in aware]
    most = _Before([(held, since) for held, since in same if (held.point.when.width or NEVER) <= WEEK])

    def one_incident(held: _Held, since: int) -> bool:
        if held.grows and held.value[1] == 0 and not held.aware and (most.until(since + 1) or 0.0) > 0:
            return True  # "no one was hurt" in the night, while nineteen lie in hospital
        before = most.until(since) if held.grows else None
        if before is None or held.value[1] >= before / 2:
            return False
        return not any(day <= since and before / APART <= value < before / 2 for day, value in lowered)

    return [(held, since) for held, since in same if not one_incident(held, since)]


def _knows_another(point: Point) -> bool:
    """Whether its report knows of another count: "down from 14", "two have died, not six as was reported"; or tells
    in so many words how many there are by then: "the death toll was raised to nine", "the 14th person died"."""
    q = point.quantity.quantity
    told = q.factuality in REAL and ((q.bound == "at_least" and bool(NTH.search(q.amount.text))) or _toll(point))
    return q.role == "previous" or q.factuality in ("denied", "not_happened") or told


def _toll(point: Point) -> bool:
    """Whether the sentence says that all are counted, up to then."""
    q = point.quantity.quantity
    return q.role in ("level", "total") and bool(weighed(q.anchor.text))


def weighed(sentence: str) -> str:
    """The words of a sentence by which its figure is weighed against others."""
    found = TOLL.search(sentence[:LONGEST])
    return found.group() if found else ""


def _without_outliers(same: list[Answer]) -> list[Answer]:
    """The answers but those of a few origins that are out of all proportion to what the others tell of a growing count.

    "AIDS has killed 25 million" among reports of a flu that has killed some hundreds counts something else.
    """
    told: dict[str, float] = {}
    for held, _ in same:
        if held.grows:
            told[held.point.origin] = max(told.get(held.point.origin, 0.0), held.value[1])
    values = sorted(told.values())
    if len(values) < MANY:
        return same
    top = BEYOND * max(values[len(values) // 2], 1.0)
    beyond = [v for v in values if v > top]
    return [(held, since) for held, since in same if held.value[1] <= top] if 4 * len(beyond) < len(values) else same


def _support(near: Sequence[Answer]) -> dict[tuple[float, float], int]:
    """How many origins give each value, or a bound that it keeps: "at least 4" speaks for 5."""
    told: dict[tuple[float, float], set[str]] = {}
    bounds: dict[tuple[float, float, str], set[str]] = {}
    for held, _ in near:
        told.setdefault(held.value, set()).add(held.point.origin)
        bound = held.point.quantity.quantity.bound
        if bound is not None:
            bounds.setdefault((*held.value, bound), set()).add(held.point.origin)
    out: dict[tuple[float, float], int] = {}
    for (low, high), exact in told.items():
        origins = set(exact)
        for least, most, kind in sorted(bounds)[:BOUNDS]:
            above = kind in ("at_least", "more_than") and low >= least
            below = kind in ("at_most", "less_than") and high <= most
            if above or below:
                origins |= bounds[least, most, kind]
        out[low, high] = len(origins)
    return out


def _told_on(point: Point) -> int:
    """The day of publication as a number; 0 where it is not known to the day."""
    published = point.quantity.published
    return published.earliest.toordinal() if published.exact and published.earliest is not None else 0


class _Before:
    """The largest value told for any day before a day; built once, asked often."""

    def __init__(self, told: Sequence[Answer]) -> None:
        days: dict[int, float] = {}
        for held, since in told:
            days[since] = max(days.get(since, 0.0), held.value[1])
        self.days = sorted(days)
        self.most = list(accumulate((days[d] for d in self.days), max))

    def until(self, day: int) -> float | None:
        """The largest value of an earlier day, None where there is none."""
        at = bisect_left(self.days, day)
        return self.most[at - 1] if at else None


def _rank(point: Point) -> int:
    """Which kinds of statement come first; 4 and above never stand for the level."""
    q = point.quantity.quantity
    if q.factuality in ("denied", "not_happened"):
        return 9 if q.high else 0
    match q.role:
        case "level" | "total":
            return 0 if q.factuality != "possible" else 2
        case "part":
            return 2 if COUNTED_OFF.isdisjoint(q.scope) else 0
        case "forecast" | "target" if q.role == "forecast" or q.factuality == "planned":
            return 0 if point.when.exact else 5
        case "previous":
            return 3
    return 5
