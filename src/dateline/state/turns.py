"""The turns of one state: what several reports tell of one beginning or ending, put together.

In:   transitions of one state that count as known.
Out:  Turns in the order of their days, each with the narrowest time that its reports allow.
Room: state. "In October" and "on 10 October" are one beginning; "on 10 October" and "on 12 October" are two tellings
      that disagree, and both are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dateline.state.model import Effect, Kind, Transition
from dateline.terms import When


@dataclass(frozen=True, slots=True)
class Turn:
    """One beginning, ending or word of standing, as all its reports tell it."""

    kind: Kind
    of: Effect
    when: When
    value: str
    partial: bool
    event: str | None
    term: When | None
    members: tuple[Transition, ...]
    day: date | None  # the first on which it has surely taken place; None where nothing bounds it

    @property
    def origins(self) -> frozenset[str]:
        """The independent origins that tell it."""
        return frozenset(t.origin for t in self.members)


def turns(told: Sequence[Transition]) -> list[Turn]:
    """The turns in the order of their days; what is vague joins the telling that it can mean."""
    return piled(sorted(told, key=surest_first))


def piled(told: Iterable[Transition]) -> list[Turn]:
    """The turns of tellings that come in the order of `surest_first`."""
    piles: dict[tuple[str, ...], list[_Pile]] = {}
    made: list[_Pile] = []
    for one in told:
        alike = piles.setdefault(_kind(one), [])
        for pile in alike:
            if pile.takes(one):
                pile.add(one)
                break
        else:
            alike.append(_Pile())
            made.append(alike[-1])
            alike[-1].add(one)
    return ordered([_turn(p.members) for p in made])


def turns_at_most(told: Iterable[Transition]) -> int:
    """No more turns than so many can come of these tellings, whichever of them are known."""
    return len({(_kind(t), t.when.earliest, t.when.latest, t.when.earliest or _told_on(t)) for t in told})


def surest_first(one: Transition) -> tuple[int, tuple[str, str], tuple[str, str], str]:
    """The order in which tellings are put together: the narrowest time, then the earliest."""
    return (one.when.width or 10**6, one.when.sort_key(), one.published.sort_key(), one.told.claim.id)


def _kind(one: Transition) -> tuple[str, ...]:
    """What two tellings of one turn share; that something stands, each report tells for itself."""
    report = one.report if one.kind == "hold" else ""
    return (one.kind, one.of, "partly" if one.partial else "", report)


@dataclass(slots=True)
class _Pile:
    """Tellings of one turn, with what a further one is held against: each must allow a day with every other."""

    members: list[Transition] = field(default_factory=list)
    first: date | None = None  # the latest of the first days
    last: date | None = None  # the earliest of the last days
    undated: bool = False  # whether the first day of one of them is open
    low: date | None = None  # of those, by the days of their reports
    high: date | None = None

    def takes(self, one: Transition) -> bool:
        """Whether it tells the turn that these tell; all are of one kind."""
        if one.kind == "hold":
            return True
        if self.first is not None and one.when.latest is not None and self.first > one.when.latest:
            return False
        if self.last is not None and one.when.earliest is not None and self.last < one.when.earliest:
            return False
        return one.when.earliest is not None or not self.undated or self._close(one)

    def _close(self, one: Transition) -> bool:
        """Whether tellings without a day come from reports of one month; later ones may tell a later turn."""
        day = _told_on(one)
        if day is None or self.low is None or self.high is None:
            return True
        return (self.high - day).days <= MONTH and (day - self.low).days <= MONTH

    def add(self, one: Transition) -> None:
        """Puts it on the pile."""
        self.members.append(one)
        if one.when.latest is not None:
            self.last = min(self.last or one.when.latest, one.when.latest)
        if one.when.earliest is not None:
            self.first = max(self.first or one.when.earliest, one.when.earliest)
            return
        self.undated = True
        day = _told_on(one)
        if day is not None:
            self.low, self.high = min(self.low or day, day), max(self.high or day, day)


def _told_on(one: Transition) -> date | None:
    return one.published.latest or one.published.earliest


def _turn(pile: Sequence[Transition]) -> Turn:
    first = pile[0]
    when = first.when
    for other in pile[1:]:
        when = when.meet(other.when) or when
    terms = [t.term for t in pile if t.term is not None]
    events = sorted({t.event for t in pile} - {""})
    return Turn(
        first.kind,
        first.of,
        when,
        first.value,
        first.partial,
        first.event or (events[0] if events else None),
        min(terms, key=lambda w: (w.width or 10**6, w.sort_key())) if terms else None,
        tuple(pile),
        _day(when, pile),
    )


def _day(when: When, pile: Sequence[Transition]) -> date | None:
    """The first day on which a turn of that time has surely taken place.

    Of a report that nobody can date from above, the earliest day it can have come out stands in.
    """
    if when.latest is not None:
        return when.latest
    days = [_told_on(t) for t in pile]
    return min((d for d in days if d is not None), default=when.earliest)


MONTH: Final = 31  # days between reports within which two tellings without a day are taken for one
BESIDE: Final = (
    45  # days between reports within which an undated beginning is taken for the one that a told ending ended
)


def ordered(made: Sequence[Turn]) -> list[Turn]:
    """The turns in order; a beginning without a day, told about when a dated ending is told, came before that ending.

    "The accord signed with them was revoked on Saturday": the signing is no new beginning.
    """
    out = sorted(made, key=_in_time)
    ends = [t for t in out if t.kind == "end" and t.when.earliest is not None]
    rests = [t for t in out if t.kind == "suspend" and t.when.earliest is not None]
    for turn in [t for t in out if t.kind in ("begin", "replace") and t.when.earliest is None]:
        near = [e for e in ends if _beside(turn, e) and out.index(e) < out.index(turn)]
        near += [r for r in rests if _in_one_report(turn, r) and out.index(r) < out.index(turn)]
        near.sort(key=out.index)
        if near:
            out.remove(turn)
            out.insert(out.index(near[0]), turn)
    for turn in [t for t in out if t.kind in ("begin", "replace") and t.when.earliest is not None]:
        shut = [e for e in ends if _surrounds(turn, e) and out.index(e) < out.index(turn)]
        if shut:
            out.remove(turn)
            out.insert(out.index(shut[0]), turn)
    return out


def _surrounds(begun: Turn, ended: Turn) -> bool:
    """ "Shut since May, it was opened on Tuesday": one report tells a vague beginning and the day in it of the end."""
    low, day = begun.when.earliest, ended.when.earliest
    told = {t.report for t in begun.members} & {t.report for t in ended.members}
    return bool(told) and low is not None and day is not None and low < day and begun.when.overlaps(ended.when)


def _in_one_report(begun: Turn, rests: Turn) -> bool:
    """ "Talks between the two have been on hold since Tuesday": the report that tells both means the same talks."""
    return {t.report for t in begun.members} <= {t.report for t in rests.members}


def _beside(a: Turn, b: Turn) -> bool:
    days_a = [t.published.latest for t in a.members if t.published.latest]
    days_b = [t.published.latest for t in b.members if t.published.latest]
    return any(abs((x - y).days) <= BESIDE for x in days_a for y in days_b)


def _in_time(turn: Turn) -> tuple[str, str, str, str]:
    low, high = turn.when.earliest, turn.day
    order = {"end": "1", "suspend": "1", "hold": "2"}.get(turn.kind, "0")  # on one day: begun, then ended
    return ((high or date.max).isoformat(), (low or date.min).isoformat(), order, turn.members[0].told.claim.id)


__all__ = ["Turn", "ordered", "piled", "surest_first", "turns", "turns_at_most"]
