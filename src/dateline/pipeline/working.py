"""Works out lines that were too many to be kept, when they are asked for.

In:   what was kept of a state, series, event or dispute instead of its lines; the two days asked for.
Out:  what each line shows, its place among the others, and its id where there are several.
Room: pipeline. Few things are told so often that they need this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from dateline.record.lines import Account
from dateline.state.disputes import known, of_event, of_offices, of_state
from dateline.state.disputes_contests import Contest, of_contest
from dateline.state.disputes_figures import of_counted, of_series
from dateline.state.disputes_matters import Matter, known_words
from dateline.state.disputes_slips import Slip
from dateline.state.gaps import place_of as gap_place
from dateline.state.model import Line, State
from dateline.state.ready import event_head, series_head, state_head
from dateline.state.ready_disputes import OVER, Setting, Since, denied, place_of, slipped
from dateline.state.ready_gaps import head_of_event, head_of_state
from dateline.state.series import Series
from dateline.state.series_points import Point
from dateline.state.series_points import known as known_points
from dateline.store.codec import loads
from dateline.store.standing import Days, Shown, Standings


@dataclass(frozen=True, slots=True)
class Slim:
    """What disputes are worked out from: an event, a state, two holders of an office, a series, a slip or a matter."""

    event: Account | None = None
    contest: Contest | None = None
    matter: Matter | None = None
    slip: Slip | None = None
    states: tuple[tuple[str, ...], ...] = ()  # by id; several: beside the matter
    series: tuple[tuple[str, Setting], ...] = ()  # by id; several: beside the slip
    counted: Series | None = None  # instead of the one series: its points that can be in dispute
    moved: Since | None = None  # since when it is known to move


T = TypeVar("T")
Read = dict[str, Any]  # what one question has read of the rows, so that two pairs of days read each once


def worked(kind: str, slim: str, days: Days, held: Standings, read: Read) -> Iterator[Shown]:
    """The lines of that kind that it gives on these days."""
    on, known_by, generous = days.on or date.max, days.known_by, days.generous
    if kind == "state":
        found = state_head(_read(State, slim, read), on, known_by, generous)
    elif kind == "series":
        found = series_head(_read(Series, slim, read), on, known_by, generous)
    elif kind == "event":
        found = event_head(_read(Account, slim, read), on, known_by, generous)
    elif kind == "gap":
        yield from _gaps(_read(Slim, slim, read), on, known_by, held)
        return
    else:
        yield from _disputes(_read(Slim, slim, read), days, held)
        return
    if found is not None:
        yield (*found, None, found[0].get("rank"))


def _read(kind: type[T], slim: str, read: Read) -> T:
    if slim not in read:
        read[slim] = loads(kind, slim)
    found: T = read[slim]
    return found


def _gaps(slim: Slim, on: date, known_by: date | None, held: Standings) -> Iterator[Shown]:
    if slim.event is not None:
        found = head_of_event(slim.event, on, known_by)
    else:
        found = head_of_state(loads(State, held.body("state", slim.states[0][0])), on, known_by)
    yield from ((line, gap_place(line), line["id"], None) for line in found)


def _disputes(slim: Slim, days: Days, held: Standings) -> Iterator[Shown]:
    once = {line["id"]: line for line in _lines(slim, days, held)}
    rank = OVER if slim.matter is not None or slim.slip is not None else None
    yield from ((line, place_of(line), name, rank) for name, line in once.items())


def _lines(slim: Slim, days: Days, held: Standings) -> Iterator[Line]:
    asked = (days.known_by, days.generous)
    if slim.event is not None:
        yield from of_event(slim.event, slim.event.known_by(*asked))
    elif slim.contest is not None:
        yield from of_contest(slim.contest, known_words(slim.contest.words, *asked))
    elif slim.counted is not None:
        yield from _counted(slim.counted, slim.series[0][1], slim.moved, days)
    elif slim.series:
        points = [_points(*one, days, held) for one in slim.series]
        yield from slipped(slim.slip, points) if slim.slip is not None else of_series(*points[0])
    else:
        states = [[loads(State, held.body("state", name)) for name in names] for names in slim.states]
        told = [[known(s.transitions, *asked) for s in beside] for beside in states]
        if slim.matter is not None:
            yield from denied(slim.matter, known_words(slim.matter.words, *asked), states, told)
        elif len(states[0]) > 1:
            yield from of_offices(states[0], told[0])
        else:
            yield from of_state(states[0][0], told[0][0])


def _counted(one: Series, setting: Setting, since: Since | None, days: Days) -> Iterator[Line]:
    told = [] if one.scope or setting.moving is None else [setting.moving]
    moves = any(known_since[days.clock] <= days.known for known_since in (*told, *([since] if since else [])))
    yield from of_counted(one, known_points(one.points, days.known_by, days.generous), moves, setting.small)


def _points(name: str, setting: Setting, days: Days, held: Standings) -> tuple[Series, Sequence[Point], bool, bool]:
    """A series with its points known by the day, and its setting on that day."""
    one = loads(Series, held.body("series", name))
    moves = setting.moving is not None and setting.moving[days.clock] <= days.known
    return one, known_points(one.points, days.known_by, days.generous), moves, setting.small
