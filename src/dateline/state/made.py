"""Puts a line that was made ready together again.

In:   what `ready.py` and `ready_disputes.py` made of states, series, events and disputes, and the two days asked for.
Out:  the line as `inforce`, `figures`, `timeline` (without its grade) or `disputes` prints it.
Room: state. It loads nothing else of this room but its shapes, so that a question is answered at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from dateline.state.model import Line

MADE: Final = "ready-23"  # raised whenever a change of board, plans, series, events or disputes changes a kept line
NEVER: Final = 4_000_000  # a day after all days (date.max is day 3,652,059): what no day makes known; "no limit"
STRICT, GENEROUS, BOTH = 0, 1, 2  # the clocks; most reports are dated to the day, and the two agree on them

Kind = Literal["state", "series", "event", "dispute", "gap"]  # of lines: inforce, figures, timeline, disputes, gaps
Item = list[Any]  # one telling: first day known, first day generously, report, origin, its line


@dataclass(frozen=True, slots=True)
class Span:
    """What the line shows for days of knowledge [known_from, known_to) and days asked about [on_from, on_to)."""

    clock: int
    known_from: int
    known_to: int
    on_from: int
    on_to: int
    place: str  # where the line stands among the others
    head: Line  # what differs from span to span
    id: str = ""  # of the line, where what it is made of has several
    rank: float | None = None  # of an event


@dataclass(frozen=True, slots=True)
class Ready:
    """A line for all days."""

    base: Line  # what is the same in all spans
    items: tuple[Item, ...]
    always: int  # so many of the items are shown as soon as they are known; the others where a head says so
    flags: tuple[tuple[str, Line], ...]  # of a series, with the report of each
    spans: tuple[Span, ...] | None  # None where they are too many


class Act(NamedTuple):
    """Somebody acts in an event, as known on days of knowledge [known_from, known_to)."""

    entity: str
    known_from: int
    known_to: int
    name: str


def state_line(base: Line, items: Sequence[Item], always: int, head: Line, known: int, clock: int) -> Line:
    """The line of a state as known by the day, from what was kept of it."""
    told = [one for one in items[:always] if one[clock] <= known]
    told += [items[n] for n in head.pop("also", ())]
    line = base | head
    line["reports"] = sorted({one[2] for one in told})
    line["origins"] = len({one[3] for one in told})
    line["evidence"] = [one[4] for one in told]
    return line


def series_line(
    base: Line, items: Sequence[Item], flags: Sequence[tuple[str, Line]], head: Line, known: int, clock: int
) -> Line:
    """The line of a series as known by the day, from what was kept of it."""
    told = [one for one in items if one[clock] <= known]
    now = head["latest"]
    line = dict(base)
    line["points"] = [one[4] for one in told]
    line["latest"] = _sum(items, now) if isinstance(now, dict) else items[now][4] if now is not None else None
    line["reports"] = sorted({one[2] for one in told})
    line["origins"] = len({one[3] for one in told})
    line["flags"] = [flag for report, flag in flags if report in line["reports"]]
    return line


def _sum(items: Sequence[Item], now: Line) -> Line:
    """The point that a level and later changes make together."""
    last = items[now["sum_of"][-1]][4]
    made = {"low": now["low"], "high": now["high"], "bound": "at_least", "role": "level"}
    return {**last, **made, "sum_of": [items[n][4]["anchor"] for n in now["sum_of"]]}


def event_line(base: Line, items: Sequence[Item], head: Line, known: int, clock: int) -> Line:
    """The line of an event as known by the day, from what was kept of it."""
    told = [one for one in items if one[clock] <= known]
    line = base | head
    first, last = [one[GENEROUS] for one in told if one[GENEROUS]], [one[STRICT] for one in told if one[STRICT] < NEVER]
    line["reported"] = {"first": _iso(min(first, default=None)), "last": _iso(max(last, default=None))}
    line["reports"] = sorted({one[2] for one in told})
    line["origins"] = len({one[3] for one in told})
    line["evidence"] = [one[4] for one in told]
    return line


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None


def dispute_line(items: Sequence[Line], head: Line, known: int, clock: int) -> Line:
    """The line of a dispute; its evidence is kept once for all days."""
    del known, clock
    for position in head["positions"]:
        position["evidence"] = [items[n] for n in position["evidence"]]
    return head


def gap_line(head: Line, known: int, clock: int) -> Line:
    """The line of a gap."""
    del known, clock
    return head


MAKERS: Final[Mapping[Kind, Callable[..., Line]]] = {
    "state": state_line,
    "series": series_line,
    "event": event_line,
    "dispute": dispute_line,
    "gap": gap_line,
}


def kept_parts(kind: Kind, ready: Ready) -> tuple[Any, ...]:
    """What is kept of it beside its spans: what the maker of its kind of line is given first, in that order."""
    if kind == "dispute":
        return ([one[4] for one in ready.items],)
    if kind == "gap":
        return ()
    if kind == "event":
        return (ready.base, ready.items)
    return (ready.base, ready.items, ready.always if kind == "state" else ready.flags)
