"""What a line shows from day to day, as more and more of what tells it is known.

In:   the points of a series, or a state or plan; one day of knowledge after the other, the numbers of what is known by
      then.
Out:  what is shown for all days asked about. For days of which nothing new is told it shows what it has shown: so all
      days of knowledge together take little more work than the last of them.
Room: state. Days are ordinals (date.toordinal).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from dateline.state.board import (
    AGAINST,
    Standing,
    bare_line,
    before_all,
    by_time,
    decided,
    is_opposed,
    so_far,
    within_term,
    year_before,
)
from dateline.state.made import NEVER
from dateline.state.model import Line, State, Transition
from dateline.state.plans import Found, Plan, known_from, past_grace, told_from
from dateline.state.series_levels import Levels, Told
from dateline.state.series_points import Point, number
from dateline.state.stretches import EACH, Known, Shown, Step, by_days, days
from dateline.state.titles import title_of
from dateline.state.turns import Turn, piled, surest_first
from dateline.terms import When

FIRST: Final = date.min.toordinal()  # the first day that can be asked about
LAST: Final = date.max.toordinal()


class MovingSeries:
    """What a series shows: the point that stands on each day."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._told = [*map(Told.of, points)]
        self._item_of = {id(p): n for n, p in enumerate(points)}
        self._first = [p.when.sort_key()[0] for p in points]
        self._known: frozenset[int] = frozenset()
        self._since = FIRST
        self._levels = Levels(())
        self._steps: list[tuple[int, Line]] = []

    def learn(self, known: Known) -> int:
        """Takes in what is known now; how many comparisons it takes to say what is shown."""
        before, self._known = self._known, frozenset(known)
        if not before <= self._known:
            before, self._steps = frozenset(), []  # the other clock
        first = [day for n in self._known - before for day in self._told[n].turns[:1]]
        self._since = max(FIRST, min(first, default=NEVER)) if self._steps else FIRST
        self._levels = Levels([self._told[n] for n in known])
        return self._levels.work(self._since)

    def shown(self, known: Known, generous: bool) -> Shown:
        """What is shown now."""
        del generous
        self._steps = [step for step in self._steps if step[0] < self._since]
        for day in sorted({self._since, *self._levels.turns}):
            if self._since <= day <= LAST:
                head = {"latest": latest_of(self._levels.latest(date.fromordinal(day)), self._item_of)}
                if not self._steps or head != self._steps[-1][1]:
                    self._steps.append((day, head))
        place = min((self._first[n] for n in known), default="9999")
        return by_days([(day, head, place) for day, head in self._steps])


def latest_of(now: Point | None, item_of: dict[int, int]) -> Any:
    """The point that stands, as the number of an item; of a sum, what differs from its last item, and its parts."""
    if now is None or not now.sum_of:
        return None if now is None else item_of[id(now)]
    low, high = map(number, now.value)
    return {"low": low, "high": high, "sum_of": [item_of[id(p)] for p in now.sum_of]}


class MovingPlan:
    """What a plan shows: what became of it by each day."""

    def __init__(self, state: State) -> None:
        self._every, self._count = (*state.transitions, *state.realised), len(state.transitions)
        self._item_of = {id(t): n for n, t in enumerate(state.realised, self._count)}
        self._plan = Plan(state)
        self._known: frozenset[int] = frozenset()
        self._since: date | None = None
        self._steps: list[Step] = []

    def shown(self, known: Known, generous: bool) -> Shown:
        """What is shown once these are known."""
        before, self._known = self._known, frozenset(known)
        told = [self._every[n] for n in known if n < self._count]
        met = [self._every[n] for n in known if n >= self._count]
        since, self._since = self._since, known_from(told, generous)
        first = FIRST
        if self._steps and before <= self._known and since == self._since:
            first = min((day for n in self._known - before if (day := self._counts_from(n))), default=NEVER)
        self._steps = [step for step in self._steps if step[0] < first]
        found: Found | None = None
        plan = self._plan.known(told, met, self._since)
        for day in days(_of_plan([*told, *met])) if told else ():
            if day < first:
                continue  # nothing that counts by then was learnt
            last, found = found, plan.on(date.fromordinal(day))
            if found is not None and found is last:
                continue
            line = found[0] | {"also": [self._item_of[id(t)] for t in found[1]]} if found else None
            if not self._steps or line != self._steps[-1][1]:
                self._steps.append((day, line, " ".join(by_time(line)) if line else ""))
        return by_days(self._steps)

    def _counts_from(self, number: int) -> int | None:
        """The first day asked about for which it may make a difference; None where there is none."""
        one = self._every[number]
        day = told_from(one) if number < self._count else one.when.latest
        return day.toordinal() if day is not None else None


def _of_plan(told: Iterable[Transition]) -> Iterable[date | None]:
    """The days on which what becomes of a plan can change."""
    for t in told:
        yield from (t.when.earliest, t.when.latest, t.published.earliest, t.published.latest or date.max)
        yield from (t.deadline.earliest, t.deadline.latest, past_grace(t.deadline)) if t.deadline else ()


_Steps = list[tuple[int, Standing | None]]  # how it stands from that day on


class MovingState:
    """What a state shows: how it stands on each day."""

    def __init__(self, state: State) -> None:
        self._state, self._title, self._told = state, title_of(state), state.transitions
        order = sorted(range(len(self._told)), key=lambda n: surest_first(self._told[n]))
        self._place = {n: place for place, n in enumerate(order)}
        self._forget()

    def _forget(self) -> None:
        self._known: frozenset[int] = frozenset()
        self._turns: dict[tuple[int, ...], Turn] = {}  # by their members; a turn that nothing joins stays itself
        self._made: list[Turn] = []  # the same, in their order
        self._against: list[Turn] = []
        self._opposed: dict[int, tuple[Turn, bool]] = {}  # whether what that turn decided is
        self._steps: _Steps = []  # whoever says that it does not stand
        self._lines: dict[tuple[Any, ...], tuple[Standing, Line, str]] = {}
        self._taken: list[int] = []  # the days on which turns have taken place
        self._decided: dict[int, Standing] = {}  # what so many of them decide
        self._days: list[int] = []  # those on which it may stand otherwise than was known before
        self._early = self._late = FIRST  # it stands as it did from `early` until `late`

    def learn(self, known: Known) -> int:
        """Takes in what is known now; how many comparisons it takes to say what is shown."""
        if not self._known <= frozenset(known):
            self._forget()  # the days of another clock
        self._known = frozenset(known)
        before = self._made
        found = piled(self._told[n] for n in sorted(known, key=self._place.__getitem__))
        held, self._turns = self._turns, {}
        for turn in found:
            members = tuple(map(id, turn.members))
            self._turns[members] = held.get(members, turn)
        self._made = [*self._turns.values()]
        self._taken = sorted(t.day.toordinal() for t in self._made if t.day and t.kind not in AGAINST)
        self._decided = {}
        self._changed(before)
        against = [t for t in self._made if t.kind in AGAINST]
        if [*map(id, against)] != [*map(id, self._against)]:
            self._against, self._opposed = against, {}
        asked = {self._early, self._late, *days(_of_turns(self._made, self._state.since))}
        self._days = sorted(day for day in asked if day < self._early or self._late <= day <= LAST)
        opposed = (len(self._steps) + len(self._days)) * len(against) if not self._opposed else 0
        turns = len({bisect_right(self._taken, day) for day in self._days})
        return 2 * EACH * len(known) + turns * len(self._made) + opposed

    def _changed(self, before: Sequence[Turn]) -> None:
        """Settles between which days it stands as it did: those on which the same turns have taken place, and some."""
        old, new = {id(t) for t in before}, {id(t) for t in self._made}
        kept = [id(t) for t in before if id(t) in new]
        if not kept or kept != [id(t) for t in self._made if id(t) in old]:
            self._early = self._late = FIRST
            return
        other = [t for t in (*before, *self._made) if (id(t) in old) != (id(t) in new)]
        self._late = min((t.day.toordinal() for t in other if t.day and t.kind not in AGAINST), default=NEVER)
        coming = [next((id(t) for t in made if t.kind not in AGAINST), 0) for made in (before, self._made)]
        self._early = FIRST
        if coming[0] != coming[1] or any(t.kind in AGAINST for t in other):
            self._early = min([self._late, *self._taken[:1]])

    def shown(self, known: Known, generous: bool) -> Shown:
        """What is shown now."""
        told = so_far([self._told[n] for n in known], generous)
        self._steps = _merged(self._standing())
        held, self._lines = self._lines, {}
        out: list[tuple[int, Line | None, str]] = []
        for day, stands in _merged((day, self._with_word(stands)) for day, stands in self._steps):
            if stands is None:
                out.append((day, None, ""))
                continue
            key = (*_key(stands), told)
            if key in held:
                self._lines[key] = held[key]
            elif key not in self._lines:
                line = bare_line(self._state, self._title, stands, told)
                self._lines[key] = (stands, line, " ".join(by_time(line)))
            out.append((day, *self._lines[key][1:]))
        return by_days(out)

    def _standing(self) -> Iterable[tuple[int, Standing | None]]:
        """How it stands from day to day, whoever says that it does not."""
        for day in self._days:
            if day < self._early:
                yield day, self._on(day)
        if self._early < self._late:
            at = bisect_right(self._steps, self._early, key=lambda step: step[0])
            yield self._early, self._steps[at - 1][1] if at else None
            yield from (step for step in self._steps[at:] if step[0] < self._late)
        for day in self._days:
            if day >= self._late:
                yield day, self._on(day)

    def _on(self, day: int) -> Standing | None:
        past, on = bisect_right(self._taken, day), date.fromordinal(day)
        if not past:
            return before_all(self._made, on, self._state.since)
        if past not in self._decided:
            taken = [t for t in self._made if t.day is not None and t.day <= on and t.kind not in AGAINST]
            self._decided[past] = decided(taken)
        return within_term(self._decided[past], on)

    def _with_word(self, stands: Standing | None) -> Standing | None:
        """With the word of those who say that it does not stand."""
        if stands is None or stands.early or stands.term is not None:
            return stands
        at = id(stands.turn)
        if at not in self._opposed:
            self._opposed[at] = (stands.turn, is_opposed(stands, self._against))
        return replace(stands, status="disputed") if self._opposed[at][1] else stands


def _key(stands: Standing | None) -> tuple[Any, ...]:
    marks = (stands.turn, stands.begun, stands.term, stands.until) if stands else ()
    return (stands.status, *map(id, marks)) if stands else ()


def _merged(steps: Iterable[tuple[int, Standing | None]]) -> _Steps:
    """Without the steps on which nothing changes."""
    out: _Steps = []
    for day, stands in steps:
        if not out or _key(stands) != _key(out[-1][1]):
            out.append((day, stands))
    return out


def _of_turns(made: Sequence[Turn], since: When | None) -> Iterable[date | None]:
    """The days on which the state can change, as `standing` compares them."""
    yield since.earliest if since else None
    for turn in made:
        yield from (turn.when.earliest, turn.when.latest, turn.day, turn.term.latest if turn.term else None)
        yield year_before(turn.when.latest) if turn.when.latest else None
        yield from (t.published.latest for t in turn.members)  # what is laid down for a later day stands from here
