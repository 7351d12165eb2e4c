"""Figures that cannot both be true of one day.

In:   series, and the day by which things count as known.
Out:  lines of `disputes` of the kind figure.
Room: state. Two levels of one series are in dispute when independent origins tell them of one time. Numbers that move
      in one direction, or whose move is told ("down from 1,100"), are a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import kind_of
from dateline.state.disputes_ground import grown, points_back, tells_a_level
from dateline.state.disputes_rivals import Rivals, lasting, loose
from dateline.state.disputes_values import LONGEST, Room, meet, room, speaker
from dateline.state.model import Line
from dateline.state.series import Series
from dateline.state.series_points import Point, known
from dateline.terms.factuality import REAL

LEVELS: Final = ("level", "total")
MOVES: Final = ("change", "previous")  # roles that tell of a move
SAME_DAY: Final = 2  # days; for counts that move by the day
LEAVING: Final = frozenset({"departed", "arrived", "sent", "removed"})  # of a body that is on the move
VALUES: Final = 50  # distinct values of one speaker in one report; who tells more speaks of several things
YEAR: Final = 366  # days of which a rate or a sum may be told: "last year's deficit"
GIVING: Final = frozenset({"given", "pledged", "offered", "raised", "received", "sought", "borrowed", "lost"})


def figure_disputes(series: Sequence[Series], known_by: date | None, generous: bool) -> Iterable[Line]:
    """One line per stretch of time in which a series has two answers."""
    told = [known(one.points, known_by, generous) for one in series]
    moving = {body_of(one) for one, points in zip(series, told, strict=True) if points and leaves(one)}
    small = is_small(series)
    for one, points in zip(series, told, strict=True):
        yield from of_series(one, points, body_of(one) in moving, small)


def is_small(series: Sequence[Series]) -> bool:
    """Whether the pile tells one story."""
    return not any(one.mixed for one in series)


def of_series(one: Series, told: Sequence[Point], moving: bool, small: bool) -> Iterable[Line]:
    """The disputes over one series, from these of its points.

    `moving`: some of the body counted are told to leave; `small`: the pile tells one story.
    """
    moves = not one.scope and moving
    moves = moves or any(tells_a_move(p) for p in told)
    yield from of_counted(one, _counted(one, told), moves, small)


def tells_a_move(point: Point) -> bool:
    """Whether it says that the number is not what it was: "up from 14", "has risen to 22"."""
    return point.quantity.quantity.role in MOVES or grown(point)


def of_counted(one: Series, told: Sequence[Point], moves: bool, small: bool) -> Iterable[Line]:
    """The same, from those of the points that `counted` leaves; `moves`: a move of what is counted is told."""
    if len({p.value for p in told}) < 2:
        return
    rivals = Rivals(one, small)
    rivals.learn(told, moves)
    yield from rivals.lines()


def counted(one: Series) -> Series:
    """The series with the points alone that say enough to contradict another; which they are is the same on all days,
    as all of a report is known at once."""
    return replace(one, points=tuple(_counted(one, one.points)), flags=())


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
    if lasting(series):
        return True
    if series.scope == ("people",) and not (series.of or series.where or points_back(point) or q.voice):
        return False  # "two people", whoever they are
    if when.earliest is None and not when.exact:
        return False
    if loose(series) and q.high == 0:
        return False  # "no bodies yet" is true until the first is found
    if (when.width or LONGEST) > LONGEST and (q.unit == "percent" or is_currency(q.unit)):
        return when.basis in ("stated", "report-date") and (when.width or 0) <= YEAR
    return (when.width or LONGEST) <= (SAME_DAY if loose(series) or q.high == 0 else LONGEST)


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
