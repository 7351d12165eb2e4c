"""Makes lines ready: what a state, a series or an event shows, for every pair of days between which nothing changes.

A line of `inforce`, `figures` or `timeline` follows from two days, and stays the same between the few days that its
reports tell of. So it is worked out once, when the record is derived, and a question with two days looks it up.

In:   a State, a Series, or the Account of an event.
Out:  Ready: its Spans, and what tells it; `made.py` puts the line together again. Where there are too many spans,
      `slim_state` and `slim_series` leave what `state_head` and `series_head` need to work out one.
Room: state. It knows nothing of stores. Disputes are made ready in `ready_disputes.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.record.lines import Account, Mark, evidence, mark_of
from dateline.record.lines import bare_line as bare_event
from dateline.record.model import PlacedClaim
from dateline.state.board import bare_line, by_time, so_far, standing
from dateline.state.made import NEVER, Ready
from dateline.state.model import Line, State, Transition
from dateline.state.moving import MovingPlan, MovingSeries, MovingState, latest_of
from dateline.state.plans import bare_plan
from dateline.state.series import Series
from dateline.state.series_levels import Levels, weighed
from dateline.state.series_points import Point, known, line_of, point_line
from dateline.state.stretches import EACH, Known, Shown, Work, item, ready, spans
from dateline.state.titles import title_of
from dateline.state.turns import turns
from dateline.terms import sort_key_of

TOLD: Final = {"reported": None, "reports": None, "origins": None, "evidence": None}  # made of what is known


def ready_state(state: State) -> Ready:
    """The state for all days."""
    every = (*state.transitions, *state.realised)
    items = tuple(item(t.published, t.report, t.origin, evidence(t.told)) for t in every)
    if state.planned:
        return ready(items, len(state.transitions), spans(items, MovingPlan(state).shown, lambda _: len(items)))
    moving = MovingState(state)
    return ready(items, len(state.transitions), spans(items, moving.shown, moving.learn))


def slim_state(state: State) -> State:
    """The state without the words that only its evidence needs."""
    return replace(
        state,
        transitions=tuple(_slim(t, state.planned) for t in state.transitions),
        realised=tuple(_slim(t, False) for t in state.realised),
    )


def _slim(one: Transition, clause: bool) -> Transition:
    """Without who speaks and who takes part; `clause`: with the words of the clause, which may be the title."""
    claim = one.told.claim
    anchor = claim.anchor if clause else replace(claim.anchor, text="")
    bare = replace(claim, anchor=anchor, factuality_cue=None, voice=(), participants=(), repeats=(), terms=(), title="")
    return replace(one, told=replace(one.told, claim=bare, why_when="", voice=(), entities=(), title=one.told.headline))


def state_head(slim: State, on: date, known_by: date | None, generous: bool) -> tuple[Line, str] | None:
    """What its line shows on the day as known by the day, and its place; None where it shows nothing."""
    told = [t for t in slim.transitions if t.published.known_by(known_by, generous)]
    if slim.planned:
        item_of = {id(t): n for n, t in enumerate(slim.realised, len(slim.transitions))}
        found = bare_plan(
            slim, told, [t for t in slim.realised if t.published.known_by(known_by, generous)], on, generous
        )
        line = found[0] | {"also": [item_of[id(t)] for t in found[1]]} if found else None
    else:
        stands = standing(turns(told), on, slim.since)
        line = bare_line(slim, title_of(slim), stands, so_far(told, generous)) if stands else None
    return (line, " ".join(by_time(line))) if line is not None else None


def ready_series(one: Series) -> Ready:
    """The series for all days."""
    items = tuple(item(p.quantity.published, p.quantity.quantity.report, p.origin, point_line(p)) for p in one.points)
    moving = MovingSeries(one.points)
    found = spans(items, moving.shown, moving.learn)
    base = line_of(one.id, one.title, (one.counted, one.of, one.where, one.unit), one.scope, (), None, one.under)
    flags = tuple((f.spots[0].report, f.to_dict()) for f in one.flags)
    return Ready(base | {"absorbed": list(one.absorbed), "flags": []}, items, len(items), flags, found)


def slim_series(one: Series) -> Series:
    """The series without the words that only its points show, and none by which a point is weighed."""

    def slim(point: Point) -> Point:
        placed = point.quantity
        q = placed.quantity
        bare = replace(
            q, anchor=replace(q.anchor, text=weighed(q.anchor.text)), voice=(), of_mention=None, where_mention=None
        )
        return replace(point, quantity=replace(placed, quantity=bare, voice=()))

    return replace(one, points=tuple(map(slim, one.points)), flags=())


def series_head(slim: Series, on: date, known_by: date | None, generous: bool) -> tuple[Line, str] | None:
    """What its line shows on the day as known by the day, and its place; None where nothing was known."""
    points = known(slim.points, known_by, generous)
    if not points:
        return None
    item_of = {id(p): n for n, p in enumerate(slim.points)}
    return {"latest": latest_of(Levels.of(points).latest(on), item_of)}, min(p.when.sort_key()[0] for p in points)


def ready_event(about: Account) -> Ready:
    """The event for all days; its line stands on every day from its first on."""
    items = tuple(item(c.published, c.claim.report, about.origins[c.claim.report], evidence(c)) for c in about.claims)

    marks = {id(c): mark_of(c) for c in about.claims}

    def shown(known: Known, generous: bool) -> Shown:
        del generous
        found = _event_line(about, [about.claims[n] for n in known], lambda c: marks[id(c)])
        return {(_first_day(found[0]), NEVER, ""): found} if found is not None else {}

    return ready(items, len(items), spans(items, shown, telling_work(about), apart=True))


def telling_work(about: Account) -> Work:
    """The work of reading each telling of an event, and of holding each of its days against each other one."""
    days = len({c.when for c in about.claims})
    return lambda known: EACH * len(known) + min(len(known), days) ** 2


def _event_line(
    about: Account, told: Sequence[PlacedClaim], tells: Callable[[PlacedClaim], Mark] = mark_of
) -> tuple[Line, str] | None:
    line = bare_event(about, told, tells)
    return (line | TOLD, " ".join(sort_key_of(line["when"]))) if line is not None else None


def _first_day(line: Line) -> int:
    first = line["when"]["earliest"]
    return date.fromisoformat(first).toordinal() if first else 1


def event_head(about: Account, on: date, known_by: date | None, generous: bool) -> tuple[Line, str] | None:
    """What its line shows on the day as known by the day, and its place; None where it shows nothing."""
    told = about.known_by(known_by, generous)
    found = _event_line(about, told) if told else None
    return found if found is not None and _first_day(found[0]) <= on.toordinal() else None
