"""Keeps what the record holds as rows with their lines made ready, and holds the kept rows against the record.

In:   an open store, a record.
Out:  the rows of its states, series, events and offices.
Room: pipeline. What has not changed is not kept again: a further report touches few rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dateline.pipeline import handing
from dateline.pipeline.split import can_split, split_off
from dateline.pipeline.working import Slim
from dateline.record.lines import Account, account_of, opinions, with_columns
from dateline.record.model import Record
from dateline.state import ready_gaps
from dateline.state.board import states
from dateline.state.cast import context
from dateline.state.disputes import offices
from dateline.state.disputes_contests import Contest
from dateline.state.disputes_denials import matters
from dateline.state.disputes_figures import counted
from dateline.state.disputes_matters import Matter
from dateline.state.disputes_slips import Slip, slips
from dateline.state.disputes_sought import contests
from dateline.state.made import MADE, Ready
from dateline.state.model import State
from dateline.state.pile import long_reports
from dateline.state.ready import ready_event, ready_series, ready_state, slim_series, slim_state
from dateline.state.ready_disputes import (
    Setting,
    moved,
    of_the_contest,
    of_the_event,
    of_the_matter,
    of_the_offices,
    of_the_series,
    of_the_slip,
    of_the_state,
    settings,
)
from dateline.state.series import Series, series
from dateline.state.transitions import told_by
from dateline.store.codec import dumps
from dateline.store.file import Store
from dateline.store.standing import Made, Row, Written, written
from dateline.terms import When

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


@dataclass(frozen=True, slots=True)
class Thing:
    """What is kept as a row: a state, a series, an event, the holders of an office, a matter that some tell and others
    deny. Its row and its lines are made when they are wanted."""

    kind: str
    id: str
    told: tuple[str | None, str | None]  # first day on which a report told of it, strictly and generously
    row: Callable[[], Row]
    made: Callable[[], Iterable[Made]]

    def lines(self) -> list[Written]:
        """Its lines as they are written."""
        return [written(one, self.id) for one in self.made()]


class Finished(NamedTuple):
    """A row with its lines as they are written; without them where it is kept already."""

    row: Row
    lines: Sequence[Written] | None


Marks = Mapping[tuple[str, str], str]  # what each kept row was made from, by kind and id


def keep_standings(store: Store, record: Record, workers: int = 1) -> None:
    """Keeps the rows of the record.

    What is kept already stays as it is, unless `verify` has found that it cannot be trusted.
    """
    store.lay_standings(anew=store.derived("ready") != MADE)
    kept = store.standings.marks()
    for row, lines in _by_two(record, kept) if workers > 1 and can_split() else _finished(things(record), kept):
        kept.pop((row.kind, row.id), None)
        if lines is not None:
            store.standings.keep(row, lines)
    for kind, name in sorted(kept):
        store.standings.drop(kind, name)


def are_kept(store: Store, record: Record) -> bool:
    """Whether the kept rows are those of the record; of a file that has no lines of these, its states and series."""
    found = list(things(record))
    if not store.standings.held() or store.derived("ready") != MADE:
        bodies = {kind: sorted((t.id, t.row().body) for t in found if t.kind == kind) for kind in ("state", "series")}
        return all(store.standings.bodies(kind) == tuple(b for _, b in told) for kind, told in bodies.items())
    if {(t.kind, t.id) for t in found} != store.standings.marks().keys():
        return False
    return all(store.standings.is_kept(one.row(), one.lines()) for one in found)


def _finished(found: Iterable[Thing], kept: Marks) -> Iterator[Finished]:
    """The rows in the order in which they are kept, each made when it is its turn."""
    for one in sorted(found, key=lambda t: (t.told[0] or "", t.kind, t.id)):
        row = one.row()
        yield Finished(row, None if kept.get((row.kind, row.id)) == row.mark else one.lines())


def _by_two(record: Record, kept: Marks) -> list[Finished]:
    """The same rows in the same order, half of them made by a second process.

    The second makes the board's. This one reads half of the claims for it, and finds the matters for both.
    """
    around, claims = context(record), [*record.claims.values()]
    half = len(claims) // 2

    def board(line: Connection) -> None:
        every = (*told_by(claims[:half], around), *handing.given(line.recv_bytes(), record.claims))
        found = states(record, around=around, every=every)
        line.send([*_finished(_shown(record, _of_the_board(record, found, line.recv)), kept)])

    try:
        with split_off(board) as line:
            line.send_bytes(handing.written(told_by(claims[half:], around), record.claims))
            line.send(matters(record))
            own = [*_finished(_shown(record, _beside_the_board(record)), kept)]
            rows = [*own, *line.recv()]
    except (EOFError, OSError):  # the other has ended: its defect is met again here, and named
        return [*_finished(things(record), kept)]
    return sorted(rows, key=lambda one: (one.row.known or "", one.row.kind, one.row.id))


def things(record: Record) -> Iterator[Thing]:
    """The states, series, events and offices of the record."""
    yield from _shown(record, _of_the_board(record, states(record), lambda: matters(record)))
    yield from _shown(record, _beside_the_board(record))


def _shown(record: Record, found: Iterable[Thing]) -> Iterable[Thing]:
    """What gives lines; where only stated denials are disputes, with no other dispute."""
    return map(_denied_alone, found) if long_reports(record) else found


def _denied_alone(one: Thing) -> Thing:
    """A state, series or event with its own lines alone; a denial as it is."""
    if one.kind == "denial":
        return one

    def row() -> Row:
        held = one.row()
        return held._replace(basis=f"{held.basis} alone")

    return Thing(one.kind, one.id, one.told, row, lambda: (m for m in one.made() if m.kind != "dispute"))


def _of_the_board(record: Record, board: Sequence[State], found: Callable[[], Sequence[Matter]]) -> Iterator[Thing]:
    """The states, the offices, and the matters that are `found` with the states they are told of."""
    yield from map(_state, board)
    told = found()
    beside: Mapping[str, Sequence[tuple[State, ...]]] = {}
    if not long_reports(record):
        yield from map(_holders, offices(board))
        beside = _beside(board, {w.claim for m in told for w in m.words if w.claim is not None})
    for matter in told:
        yield _matter(matter, beside)


def _beside_the_board(record: Record) -> Iterator[Thing]:
    """The series with what may have slipped in them, the questions with several answers, the events."""
    figures = series(record)
    around = settings(figures)
    yield from map(_series, figures, around)
    if not long_reports(record):
        yield from _slips(figures, around)
        yield from map(_contest, contests(record, figures))
    is_opinion = opinions(record)
    for event in record.events:
        yield _event(account_of(event, record), is_opinion)


def _state(state: State) -> Thing:
    def made() -> Iterator[Made]:
        ready = ready_state(state)
        yield Made("state", ready, dumps(slim_state(state)) if ready.spans is None else None)
        yield from _gaps(ready_gaps.of_the_state(ready), Slim(states=((state.id,),)))
        yield from _disputes(of_the_state(state), Slim(states=((state.id,),)))

    told = _first_told(t.published for t in state.transitions)
    return Thing("state", state.id, told, lambda: _row("state", state.id, told, dumps(state)), made)


def _holders(holders: tuple[State, State]) -> Thing:
    """Two who are told to hold one office."""
    told = _first_told(t.published for s in holders for t in s.transitions)
    name = f"{holders[0].id} {holders[1].id}"
    slim = Slim(states=(tuple(s.id for s in holders),))

    def row() -> Row:
        return Row("office", name, *told, "", dumps(holders))

    return Thing("office", name, told, row, lambda: _disputes(of_the_offices(holders), slim))


def _beside(board: Sequence[State], claims: Collection[str]) -> dict[str, list[tuple[State, ...]]]:
    """The states that one of the claims tells of, and the holders of one office, by claim."""
    out: dict[str, list[tuple[State, ...]]] = {}
    for held in (*((state,) for state in board if not state.planned), *offices(board)):
        for name in dict.fromkeys(t.told.claim.id for state in held for t in state.transitions):
            if name in claims:
                out.setdefault(name, []).append(held)
    return out


def _matter(matter: Matter, beside: Mapping[str, Sequence[tuple[State, ...]]]) -> Thing:
    """What some tell and others deny."""
    every = [held for w in matter.words for held in beside.get(w.claim or "", ())]
    near = list({tuple(s.id for s in held): held for held in every}.values())
    told = _first_told(w.published for w in matter.words)
    slim = Slim(matter=matter, states=tuple(tuple(s.id for s in held) for held in near))
    row = Row("denial", matter.id, *told, "", dumps((matter, near)))
    return Thing("denial", matter.id, told, lambda: row, lambda: _disputes(of_the_matter(matter, near), slim))


def _series(one: Series, setting: Setting) -> Thing:
    def made() -> Iterator[Made]:
        ready = ready_series(one)
        yield Made("series", ready, dumps(slim_series(one)) if ready.spans is None else None)
        found = of_the_series(one, setting)
        if found is not None and found.spans is None:
            yield from _disputes(found, Slim(series=((one.id, setting),), counted=counted(one), moved=moved(one)))
        else:
            yield from _disputes(found, Slim())

    told = _first_told(p.quantity.published for p in one.points)
    return Thing("series", one.id, told, lambda: _row("series", one.id, told, dumps(one), dumps(setting)), made)


def _contest(found: Contest) -> Thing:
    """A question with answers that exclude each other."""
    told, kind = _first_told(w.published for w in found.words), "days" if found.kind == "date" else "contest"
    row = Row(kind, found.name, *told, "", dumps(found))
    return Thing(kind, found.name, told, lambda: row, lambda: _disputes(of_the_contest(found), Slim(contest=found)))


def _slips(figures: Sequence[Series], around: Sequence[Setting]) -> Iterator[Thing]:
    """The values that may have slipped from one report to the next."""
    found = slips(figures)
    places = {one.id: n for n, one in enumerate(figures)}
    wanted = {spot for slip in found for pair in slip.pairs for spot in pair}
    telling: dict[str, set[int]] = {}  # claim or quantity -> series with a point of it
    for n, one in enumerate(figures):
        for p in one.points:
            telling.setdefault(p.quantity.quantity.claim or p.quantity.quantity.id, set()).add(n)
    claims = {
        (figures[places[name]].id, p.quantity.quantity.id): p.quantity.quantity.claim or p.quantity.quantity.id
        for name in {name for name, _ in wanted}
        for p in figures[places[name]].points
    }
    for slip in found:
        own = {places[name] for name in slip.series}
        near = own.union(*(telling[claims[spot]] for pair in slip.pairs for spot in pair))
        yield _slip(slip, [(figures[n], around[n]) for n in sorted(near)])


def _slip(slip: Slip, beside: Sequence[tuple[Series, Setting]]) -> Thing:
    told = _first_told(p.quantity.published for one, _ in beside for p in one.points)
    slim = Slim(slip=slip, series=tuple((one.id, setting) for one, setting in beside))
    name = "/".join(map(repr, slip.values))

    def row() -> Row:
        return Row("slip", name, *told, "", dumps((slip, beside)))

    return Thing("slip", name, told, row, lambda: _disputes(of_the_slip(slip, beside), slim))


def _event(about: Account, is_opinion: Callable[[str], bool]) -> Thing:
    told = _first_told(c.published for c in about.claims)

    def made() -> Iterator[Made]:
        whole = with_columns(about, is_opinion)
        ready, disputes, slim = ready_event(whole), of_the_event(whole), Slim(event=whole)
        kept = Made("event", ready, acts=ready_gaps.acts_of(ready), told=ready_gaps.told_of(ready))
        yield kept if ready.spans is not None else Made("event", ready, dumps(whole))
        yield from _gaps(ready_gaps.of_the_event(ready), Slim(event=whole))
        yield from _disputes(disputes, slim)

    return Thing("event", about.event, told, lambda: Row("event", about.event, *told, "", dumps(about)), made)


def _row(kind: str, name: str, told: tuple[str | None, str | None], body: str, more: str = "") -> Row:
    return Row(kind, name, *told, body, body + more)


def _disputes(ready: Ready | None, slim: Slim) -> Iterator[Made]:
    if ready is not None:
        yield Made("dispute", ready, dumps(slim) if ready.spans is None else None)


def _gaps(ready: Ready | None, slim: Slim) -> Iterator[Made]:
    if ready is not None:
        yield Made("gap", ready, dumps(slim) if ready.spans is None else None)


def _first_told(days: Iterable[When]) -> tuple[str | None, str | None]:
    """First day by which one of the reports must have come out, and by which one may have."""
    told = list(days)
    known = [d.latest.isoformat() for d in told if d.latest]
    generous = [d.earliest.isoformat() if d.earliest else "" for d in told]  # an open side reaches before every day
    return min(known, default=None), min(generous, default=None)
