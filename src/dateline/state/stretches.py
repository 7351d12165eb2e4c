"""For which days a line stays as it is: the stretches between the days on which something of it changes.

In:   what tells of a thing, each with the day from which it is known; a function that says what is shown once some
      of it is known.
Out:  Spans of both clocks; a Ready with what is the same in all of them told once.
Room: state. Days are ordinals (date.toordinal), so that a store can compare them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from dateline.state.made import BOTH, GENEROUS, NEVER, STRICT, Item, Ready, Span
from dateline.state.model import Line
from dateline.terms import When

WORK: Final = 500_000  # comparisons that a line is worth (half a second); what needs more is worked out when asked
FEW: Final = 100  # tellings of which a line is worth so much; of more in proportion, so that all lines stay linear
EACH: Final = 5  # comparisons that reading one telling is worth

Step = tuple[int, Line | None, str]  # from that day on, what differs in the line (None: no line), and its place
Days = tuple[int, int, str]  # the days asked about, [first, end), and the id of the line where there are several
Shown = Mapping[Days, tuple[Line, str]]  # what differs in the line of those days, and its place
Known = Sequence[int]  # the numbers of the items that are known
Work = Callable[[Known], int]  # how many comparisons it takes to find what is shown once these are known


def item(published: When, report: str, origin: str, line: Line) -> Item:
    """One telling, with the first days on which it counts as known."""
    return [*known_from(published), report, origin, line]


def known_from(published: When) -> tuple[int, int]:
    """The first day on which a report counts as known, strictly and generously."""
    strict = published.latest.toordinal() if published.latest else NEVER
    return strict, published.earliest.toordinal() if published.earliest else 0


def days(found: Iterable[date | None]) -> list[int]:
    """The first day of all, every day found, and the day after it, in order."""
    given = {d.toordinal() for d in found if d is not None}
    return sorted({1} | given | {d + 1 for d in given if d < date.max.toordinal()})


def by_days(steps: Sequence[Step]) -> Shown:
    """What is shown from step to step."""
    ends = [*(day for day, _, _ in steps), NEVER][1:]
    told = zip(steps, ends, strict=True)
    return {(day, end, ""): (line, place) for (day, line, place), end in told if line is not None}


def spans(
    items: Sequence[Sequence[Any]], shown: Callable[[Known, bool], Shown], work: Work, apart: bool = False
) -> tuple[Span, ...] | None:
    """The spans of both clocks; None where they take too much work.

    `shown` says what is shown once these items are known; it is asked for one day of knowledge after the other. With
    `apart` each further day of knowledge has spans of its own; else one that it leaves as it is goes on.
    """
    alike = all(one[STRICT] == one[GENEROUS] for one in items)
    most = max(WORK, WORK * len(items) // FEW)
    out: list[Span] = []
    for clock in (BOTH,) if alike else (STRICT, GENEROUS):
        key = GENEROUS if clock == GENEROUS else STRICT
        moments = sorted({one[key] for one in items})
        told: list[Shown] = []
        spent = 0
        for day in moments:
            known = [n for n, one in enumerate(items) if one[key] <= day]
            spent += work(known)
            if spent > most:
                return None
            told.append(shown(known, clock == GENEROUS))
        out += _spans(clock, moments, told, apart)
    return tuple(out)


def _spans(clock: int, moments: Sequence[int], told: Sequence[Shown], apart: bool) -> Iterable[Span]:
    going: dict[Days, tuple[int, Line, str]] = {}
    for moment, now in zip(moments, told, strict=True):
        for days_, (since, line, place) in [*going.items()]:
            if apart or now.get(days_) != (line, place):
                yield _span(clock, since, moment, days_, line, place)
                del going[days_]
        for days_, (line, place) in now.items():
            going.setdefault(days_, (moment, line, place))
    for days_, (since, line, place) in going.items():
        yield _span(clock, since, NEVER + 1, days_, line, place)


def _span(clock: int, since: int, end: int, days_: Days, line: Line, place: str) -> Span:
    first, last, name = days_
    return Span(clock, since, end, first, last, place, line, name, line.get("rank"))


def ready(items: Sequence[Item], always: int, found: tuple[Span, ...] | None) -> Ready:
    """With what is the same in all spans told once."""
    heads = [s.head for s in found or ()]
    names = list(heads[0]) if heads else []
    same = {name: heads[0][name] for name in names if all(h[name] == heads[0][name] for h in heads[1:])}
    slim = tuple(
        replace(s, head={name: value for name, value in s.head.items() if name not in same or name == "also"})
        for s in found or ()
    )
    base = {name: same.get(name) for name in names if name != "also"}
    return Ready(base, tuple(items), always, (), slim if found is not None else None)
