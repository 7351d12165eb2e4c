"""Figures that cannot both be true of one day.

In:   series, and the day by which things count as known.
Out:  lines of `disputes` of the kind figure.
Room: state. Two levels of one series are in dispute when independent origins tell them of one time. Numbers that move
      in one direction, or whose move is told ("down from 1,100"), are a change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import kind_of
from dateline.state.disputes_ground import answered, counts_all, one_question, points_back, tells_a_level
from dateline.state.disputes_values import (
    LONGEST,
    NEXT,
    Room,
    end_day,
    first_day,
    meet,
    pile_line,
    room,
    speaker,
    teller,
)
from dateline.state.model import ONE_STORY, Line
from dateline.state.series import Series
from dateline.state.series_points import Point, known
from dateline.terms.factuality import REAL

LEVELS: Final = ("level", "total")
MOVES: Final = ("change", "previous")  # roles that tell of a move
SAME_DAY: Final = 2  # days; for counts that move by the day
MOVING: Final = frozenset(
    {"trapped", "stranded", "recovered", "killed", "dead", "missing", "presumed dead", "rescued", "injured", "wounded"}
    | {"departed", "released"}
    | {"detained", "arrested", "displaced", "evacuated", "found", "infected", "affected", "removed", "hospitalized"}
)  # states of people and things whose count changes from day to day
LEAVING: Final = frozenset({"departed", "arrived", "sent", "removed"})  # of a body that is on the move
ONLY_GROWING: Final = frozenset({"killed", "injured", "recovered"})
FEWER: Final = 5  # times as many as are told later; of fewer still, another happening is told
NEAR: Final = 90  # days between two tellings of one value within which another value between them is a dispute
SIDES: Final = timedelta(days=7)  # two sides that put another number on a standing body this close speak of one time
FIRST: Final = 4  # tellings of an answer that are held against those of another
VALUES: Final = 50  # distinct values of one speaker in one report; who tells more speaks of several things
LASTING: Final = frozenset(
    {"length", "height", "weight"}
)  # sizes of a named thing, which do not change from day to day
GIVING: Final = frozenset({"given", "pledged", "offered", "raised", "received", "sought", "borrowed", "lost"})


_Day = tuple[date, tuple[str, ...]]  # with origins
_Key = tuple[Room, date, date, date | None, bool]  # what points of one answer share


@dataclass(slots=True)
class _Answer:
    """All points that give one value for one stretch of days."""

    room: Room
    first: date
    end: date
    latest: date | None
    known: bool  # whether its first day is
    published: date = date.min  # the first day on which it was told
    points: list[Point] = field(default_factory=list)
    tellers: set[tuple[str, str]] = field(default_factory=set)  # (origin, who says so in a report)
    few: tuple[tuple[str, str], ...] = ()  # enough of the tellers to find two apart


def figure_disputes(series: Sequence[Series], known_by: date | None, generous: bool) -> Iterable[Line]:
    """One line per stretch of time in which a series has two answers."""
    told = [known(one.points, known_by, generous) for one in series]
    moving = {body_of(one) for one, points in zip(series, told, strict=True) if points and leaves(one)}
    small = is_small(series)
    for one, points in zip(series, told, strict=True):
        yield from of_series(one, points, body_of(one) in moving, small)


def is_small(series: Sequence[Series]) -> bool:
    """Whether so few reports tell figures that the pile tells one story."""
    return len({p.quantity.quantity.report for one in series for p in one.points}) <= ONE_STORY


def of_series(one: Series, told: Sequence[Point], moving: bool, small: bool) -> Iterable[Line]:
    """The disputes over one series, from these of its points.

    `moving`: some of the body counted are told to leave; `small`: the pile tells one story.
    """
    moves = not one.scope and moving
    moves = moves or any(p.quantity.quantity.role in MOVES for p in told)
    yield from of_counted(one, _counted(one, told), moves, small)


def of_counted(one: Series, told: Sequence[Point], moves: bool, small: bool) -> Iterable[Line]:
    """The same, from those of the points that `counted` leaves; `moves`: a move of what is counted is told."""
    if len({p.value for p in told}) < 2:
        return
    for pile in _piles(told, one, moves, small):
        yield pile_line(one, pile, told, [one.id])


def counted(one: Series) -> Series:
    """The series with the points alone that say enough to contradict another; which they are is the same on all days,
    as all of a report is known at once."""
    return replace(one, points=tuple(_counted(one, one.points)), flags=())


def answers_of(one: Series) -> int:
    """How many different answers, by value and days, its points give."""
    return len({_key(p) for p in one.points})


def _counted(one: Series, told: Sequence[Point]) -> list[Point]:
    return _single_valued([p for p in told if _counts(p, one)])


def leaves(one: Series) -> bool:
    """Whether it counts those who come or go."""
    return bool(set(one.scope) & LEAVING)


def body_of(series: Series) -> tuple[str, str | None, str]:
    """What is counted, by family, of whom and in which unit: those who leave are of the body that shrinks."""
    row = kind_of(series.counted)
    return (row["family"] if row else series.counted, series.of, series.unit)


def _counts(point: Point, series: Series) -> bool:
    """Whether the point says enough of what it counts, and when, to contradict another.

    A count that grows by the day ("bodies recovered"), or of nobody in particular ("workers"), does so only on its day;
    so does a level of nought, which ends what was before it.
    """
    q, when = point.quantity.quantity, point.when
    if q.role not in LEVELS or q.factuality not in REAL or not tells_a_level(point):
        return False
    if is_currency(q.unit) and q.of is None and GIVING & set(q.scope):
        return False  # "$600 million was pledged": each giver's sum is another
    if _lasting(series):
        return True
    if series.scope == ("people",) and not (series.of or series.where or points_back(point) or q.voice):
        return False  # "two people", whoever they are
    if when.earliest is None and not when.exact:
        return False
    if _loose(series) and q.high == 0:
        return False  # "no bodies yet" is true until the first is found
    return (when.width or LONGEST) <= (SAME_DAY if _loose(series) or q.high == 0 else LONGEST)


def _loose(series: Series) -> bool:
    return bool(MOVING & set(series.scope)) or not (series.of or series.where)


def _lasting(series: Series) -> bool:
    """Whether the size of one named thing is told, so that two values contradict each other whenever they are told."""
    return bool(series.of and LASTING & set(series.scope))


def _single_valued(points: Sequence[Point]) -> list[Point]:
    """Without the reports that give several values at once: they speak of several things ("20 and 35 foot lanes")."""
    told: dict[tuple[str, str], set[Room]] = {}
    given = []
    for point in points:
        rooms, own = told.setdefault((point.quantity.quantity.report, speaker(point)), set()), room(point)
        rooms.add(own)
        given.append((point, own, rooms))
    return [
        point
        for point, own, rooms in given
        if len(rooms) == 1 or (len(rooms) <= VALUES and all(meet(own, other) for other in rooms))
    ]


def _answers(points: Sequence[Point]) -> list[_Answer]:
    """The points by value and days, in order of days: near-identical reports are one answer."""
    found: dict[_Key, _Answer] = {}
    for p in points:
        key = _key(p)
        if (answer := found.get(key)) is None:
            answer = found[key] = _Answer(*key)
        answer.points.append(p)
        answer.tellers.add((p.origin, teller(p)))
    for answer in found.values():
        ordered = sorted(answer.tellers)
        answer.few = (*ordered[:3], *ordered[-1:])
        answer.published = min(p.quantity.published.earliest or date.min for p in answer.points)
    return [found[k] for k in sorted(found, key=lambda k: (k[1], k[2], k[0], k[3] or date.max, k[4]))]


def _key(p: Point) -> _Key:
    return (room(p), first_day(p), end_day(p), p.when.latest, p.when.earliest is not None)


def _piles(points: Sequence[Point], one: Series, moves: bool, small: bool) -> list[list[Point]]:
    """The points that are in dispute with some other, those that share a rival together."""
    answers = _answers(points)
    days = _days_by_room(answers)
    rivals: dict[int, set[int]] = {}

    def met(a: _Answer, b: _Answer) -> bool:
        one_time = _lasting(one) or _one_time(a, b, {} if _loose(one) else days) or _beside(a, b)
        return one_time or _two_sides(a, b, one, moves)

    for i, a in enumerate(answers):
        for j in range(i + 1, min(len(answers), i + 1 + NEXT)):
            b = answers[j]
            if meet(a.room, b.room) or not (_apart(a, b) or _beside(a, b)):
                continue
            if (small and _shrank(a, b, one)) or (_one_question(a, b, one) and met(a, b)):
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
            out.append(sorted((p for k in reached for p in answers[k].points), key=lambda p: p.order))
    return out


def _one_question(a: _Answer, b: _Answer, one: Series) -> bool:
    """Whether some telling of each answers one question with the other."""
    if _lasting(one):
        return True
    pairs = product(*([(p, _says(p, one)) for p in x.points[:FIRST]] for x in (a, b)))
    return any(one_question(p, q, not (says and says2)) for (p, says), (q, says2) in pairs)


def _beside(a: _Answer, b: _Answer) -> bool:
    """Whether a voice of one report answers another of it at once."""
    return any(answered(p, q) for p in a.points[:FIRST] for q in b.points[:FIRST])


def _says(point: Point, one: Series) -> bool:
    """Whether the point itself tells of whom and where the series is, and does not only fit it."""
    q = point.quantity.quantity
    return bool(one.of or one.where) and (not one.of or bool(q.of)) and (not one.where or bool(q.where))


def _apart(a: _Answer, b: _Answer) -> bool:
    """Whether independent origins give the two, or two named speakers of one report."""
    return any(x[0] != y[0] or (x[1] != y[1] and x[1] and y[1]) for x in a.few for y in b.few)


def _days_by_room(answers: Sequence[_Answer]) -> dict[Room, list[_Day]]:
    """Per value, the first days of the answers that give it, with two of their origins, by day."""
    found: dict[Room, list[_Day]] = {}
    for a in answers:
        if a.known:
            found.setdefault(a.room, []).append((a.first, tuple(sorted({o for o, _ in a.tellers})[:2])))
    return found


def _one_time(a: _Answer, b: _Answer, days: Mapping[Room, Sequence[_Day]]) -> bool:
    """Whether the two speak of one time: days that both allow, or a value told before and after the other.

    1,000 in March, 1,100 in April and 1,000 again in May are two answers; 2 dead, then 4, then 6 are one that moves.
    """
    if a.first <= b.end and b.first <= a.end:
        return True
    first, second = (a, b) if a.first <= b.first else (b, a)
    if second.latest is None:
        return False
    only = {o for o, _ in second.tellers}
    last = first.latest or first.first
    for other, told in days.items():
        if not meet(first.room, other) or meet(second.room, other):
            continue
        for day, origins in told[bisect_right(told, second.latest, key=lambda x: x[0]) :][:NEXT]:
            if day - last > timedelta(NEAR):
                break
            if len(only) > 1 or set(origins) - only:
                return True
    return False


def _two_sides(a: _Answer, b: _Answer, one: Series, moves: bool) -> bool:
    """Whether two named sides put another number on a standing body within a week, and nobody tells a move.

    The army's 2,000 and the rebels' 2,600 a few days later are two answers; a toll told by two bodies may have risen.
    """
    if moves or MOVING & set(one.scope) or not (a.known and b.known):
        return False
    said = [{speaker(p) for p in x.points[:NEXT]} for x in (a, b)]
    gap = max(a.first, b.first) - min(a.latest or a.end, b.latest or b.end)
    named = all(said) and "" not in said[0] | said[1] and not said[0] & said[1]
    put = any(points_back(p) for x in (a, b) for p in x.points[:FIRST])  # "the divers put the spill at 2,500 tonnes"
    return bool((named or put) and gap <= SIDES)


def _shrank(a: _Answer, b: _Answer, one: Series) -> bool:
    """Whether a count that can only grow is told smaller later: of one happening, one of the two is wrong.

    Only where both count all that there were by then, in a pile that tells one story.
    """
    early, late = (a, b) if a.published <= b.published else (b, a)
    if not ONLY_GROWING & set(one.scope) or early.room[0] <= late.room[1] or early.room[0] > FEWER * late.room[1]:
        return False
    if late.published - early.published > timedelta(NEAR) or early.published == late.published:
        return False
    return any(counts_all(p) for p in early.points[:FIRST]) and any(counts_all(p) for p in late.points[:FIRST])
