"""Makes gaps ready: the strong lines that one origin tells, the plans past their day, and who acts when.

In:   the ready line of a state or an event; what is left of one that has too many spans.
Out:  Ready, with a Span for each gap and the days on which it is one; Acts, so that actors can be followed for silence.
Room: state. Gaps are asked for with one clock, the strict one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from dateline.record.lines import Account, line_of
from dateline.state.gaps import ends, overdue, place_of, single, told_on, unheard
from dateline.state.made import GENEROUS, NEVER, STRICT, Act, Ready, Span, event_line
from dateline.state.model import Line, State
from dateline.state.ready import state_head

ALWAYS: Final = (0, NEVER)  # all days that can be asked about

Stretch = tuple[int, int, int, int]  # days of knowledge [from, to), days asked about [from, to)


def of_the_state(ready: Ready) -> Ready | None:
    """The gaps of a state: a plan past its day."""
    if ready.spans is None:
        return Ready({}, (), 0, (), None)
    found = []
    for span in _strict(ready):
        gap = overdue(ready.base | span.head)
        if gap is not None:
            found.append((gap, (span.known_from, span.known_to, span.on_from, span.on_to)))
    return _ready(found)


def of_the_event(ready: Ready) -> Ready | None:
    """The gaps of an event: a plan without a later word, a strong line of one origin."""
    if ready.spans is None:
        return Ready({}, (), 0, (), None)
    found = []
    for span in _strict(ready):
        for gap in gaps_of(event_line(ready.base, ready.items, span.head, span.known_from, STRICT)):
            since = ends(gap).toordinal() + 1 if gap["kind"] == "overdue" else ALWAYS[0]
            found.append((gap, (span.known_from, span.known_to, since, ALWAYS[1])))
    return _ready(found)


def gaps_of(line: Line) -> list[Line]:
    """The gaps of the line of an event; the plan's once its days are past."""
    return [gap for gap in (unheard(line), single(line)) if gap is not None]


def acts_of(ready: Ready) -> list[Act]:
    """Who acts in an event, each as long as that is so."""
    going: dict[str, Act] = {}
    out: list[Act] = []
    for span in _strict(ready):
        parties = (ready.base | span.head)["participants"]
        now = {p["entity"]: p["name"] for p in parties if p["role"] == "actor" and p["entity"]}
        for entity, name in now.items():
            before = going.get(entity)
            goes_on = before is not None and before.known_to == span.known_from
            since = before.known_from if before is not None and goes_on else span.known_from
            if before is not None and not goes_on:
                out.append(before)
            going[entity] = Act(entity, since, span.known_to, name)
    return sorted((*out, *going.values()))


def told_of(ready: Ready) -> list[tuple[int, int]]:
    """For each of its tellings that is dated to the day, the first day on which it counts as known, and that day."""
    days = ((one[STRICT], told_on({"evidence": [one[4]]})) for one in ready.items)
    return sorted({(known, day.toordinal()) for known, told in days for day in told})


def head_of_state(state: State, on: date, known_by: date | None) -> Iterator[Line]:
    """The gaps of a state with too many spans."""
    shown = state_head(state, on, known_by, False)
    gap = overdue(shown[0]) if shown is not None else None
    if gap is not None:
        yield gap


def head_of_event(about: Account, on: date, known_by: date | None) -> Iterator[Line]:
    """The gaps of an event with too many spans."""
    told = about.known_by(known_by)
    line = line_of(about, told) if told else None
    yield from (gap for gap in gaps_of(line) if gap["kind"] != "overdue" or on > ends(gap)) if line is not None else ()


def _strict(ready: Ready) -> list[Span]:
    return sorted((s for s in ready.spans or () if s.clock != GENEROUS), key=lambda s: s.known_from)


def _ready(found: Iterable[tuple[Line, Stretch]]) -> Ready | None:
    """Spans of the gaps, one that goes on from span to span told once."""
    going: dict[tuple[str, int, int], tuple[Line, int, int]] = {}
    out: list[Span] = []

    def close(key: tuple[str, int, int]) -> None:
        line, since, end = going.pop(key)
        out.append(Span(STRICT, since, end, key[1], key[2], place_of(line), line, line["id"]))

    for line, (since, end, first, last) in found:
        key = (line["id"], first, last)
        before = going.get(key)
        if before is not None and before[2] == since and before[0] == line:
            going[key] = (line, before[1], end)
            continue
        if before is not None:
            close(key)
        going[key] = (line, since, end)
    for key in [*going]:
        close(key)
    return Ready({}, (), 0, (), tuple(out)) if out else None
