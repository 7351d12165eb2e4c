"""Makes disputes ready: the questions over one thing to which the reports give incompatible answers, for all days.

In:   a State, a Series, the Account of an event, all who hold one office, or a Matter that some tell and others deny.
Out:  Ready, with a Span for each dispute and each stretch of days of knowledge in which its line stays the same; None
      where there can be no dispute, whatever is known.
Room: state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.record.lines import Account
from dateline.state.disputes import may_contradict, may_differ, of_event, of_offices, of_state, untold
from dateline.state.disputes_contests import Contest, of_contest
from dateline.state.disputes_figures import body_of, counted, is_small, leaves, of_series, tells_a_move
from dateline.state.disputes_matters import Matter, of_matter
from dateline.state.disputes_rivals import Rivals
from dateline.state.disputes_slips import Slip, of_slip
from dateline.state.disputes_values import NEXT, teller
from dateline.state.made import NEVER, Ready
from dateline.state.model import Line, State, Transition
from dateline.state.ready import telling_work
from dateline.state.series import Series
from dateline.state.series_points import Point
from dateline.state.stretches import EACH, Known, Shown, Work, known_from, spans
from dateline.state.turns import turns_at_most
from dateline.terms import sort_key_of

Since = tuple[int, int]  # the first day on which something counts as known, strictly and generously
OVER: Final = 1.0  # rank of a dispute that stands in the place of another of the same id


@dataclass(frozen=True, slots=True)
class Setting:
    """What the disputes over a series take from the other series."""

    moving: Since | None  # since when some of the body that it counts are known to leave
    small: bool  # whether the pile tells one story


def of_the_event(about: Account) -> Ready | None:
    """The disputes over an event."""
    if len(set(about.origins.values())) < 2 or not may_differ(about):
        return None
    told = [known_from(c.published) for c in about.claims]
    return _ready(told, lambda known: of_event(about, [about.claims[n] for n in known]), telling_work(about))


def of_the_state(state: State) -> Ready | None:
    """The disputes over a state."""
    every = state.transitions
    if state.planned or len({t.origin for t in every}) < 2 or not may_contradict(state):
        return None
    told = [known_from(t.published) for t in every]
    return _ready(told, lambda known: of_state(state, [every[n] for n in known]), _opposing(every))


def _opposing(told: Sequence[Transition]) -> Work:
    """The work of putting tellings of a state together, and of holding against each turn what can speak against it."""
    most, count = turns_at_most(told), Counter(t.kind for t in told)
    pairs = 2 * (most * (count["deny"] + count["not_begun"]) + count["end"] * count["hold"])
    return lambda known: 2 * EACH * len(known) + pairs * len(known) ** 2 // len(told) ** 2


def of_the_offices(states: Sequence[State]) -> Ready | None:
    """The disputes over who holds an office."""
    every = [(n, t) for n, state in enumerate(states) for t in state.transitions]
    if len({t.origin for _, t in every}) < 2:
        return None

    def found(known: Known) -> Iterable[Line]:
        told: list[list[Transition]] = [[] for _ in states]
        for n in known:
            told[every[n][0]].append(every[n][1])
        return of_offices(states, told)

    return _ready([known_from(t.published) for _, t in every], found, _each_other)


def of_the_contest(contest: Contest) -> Ready | None:
    """The disputes over a question with answers that exclude each other."""
    days = [known_from(w.published) for w in contest.words]
    return _ready(days, lambda known: of_contest(contest, known), _each_other)


def of_the_matter(matter: Matter, beside: Sequence[Sequence[State]] = ()) -> Ready | None:
    """The disputes over what some tell and others deny; `beside`: the states, and the holders of one office, of which
    a dispute may tell the same with the same claims."""
    flat = [(i, j, t) for i, held in enumerate(beside) for j, state in enumerate(held) for t in state.transitions]
    first = len(matter.words)

    def found(known: Known) -> Iterable[Line]:
        told: list[list[list[Transition]]] = [[[] for _ in held] for held in beside]
        for n in known:
            if n >= first:
                i, j, one = flat[n - first]
                told[i][j].append(one)
        return denied(matter, [n for n in known if n < first], beside, told)

    days = [*(known_from(w.published) for w in matter.words), *(known_from(t.published) for _, _, t in flat)]
    return _ready(days, found, _each_other, over=True)


def denied(
    matter: Matter,
    words: Sequence[int],
    beside: Sequence[Sequence[State]],
    told: Sequence[Sequence[Sequence[Transition]]],
) -> Iterable[Line]:
    """The disputes over a matter that no dispute over a state tells, from what is known of all of them."""
    lines: list[Line] = []
    for held, known_of in zip(beside, told, strict=True):
        lines += of_state(held[0], known_of[0]) if len(held) == 1 else of_offices(held, known_of)
    return untold(of_matter(matter, words), lines)


def of_the_series(one: Series, setting: Setting) -> Ready | None:
    """The disputes over a series."""
    able = counted(one)
    points = able.points
    if len({p.value for p in points}) < 2 or len({(p.origin, teller(p)) for p in points}) < 2:
        return None
    told = [known_from(p.quantity.published) for p in points]
    moves = [moved(one)] if one.scope else [moved(one), setting.moving]
    told += [since for since in moves if since is not None]
    rivals = Rivals(able, setting.small)

    def known_of(known: Known) -> list[Point]:
        return [points[n] for n in known if n < len(points)]

    def learn(known: Known) -> int:
        told_by = known_of(known)
        return rivals.learn(told_by, moves=len(told_by) < len(known))

    return _ready(told, lambda _: rivals.lines(), learn)


def moved(one: Series) -> Since | None:
    """Since when a point of the series is known that tells of a move."""
    since = [known_from(p.quantity.published) for p in one.points if tells_a_move(p)]
    return (min(s for s, _ in since), min(g for _, g in since)) if since else None


def of_the_slip(slip: Slip, beside: Sequence[tuple[Series, Setting]]) -> Ready | None:
    """The disputes over a value that slipped; `beside`: all series of which a dispute may tell the same."""
    flat = [(i, p) for i, (one, _) in enumerate(beside) for p in one.points]
    moves = [(i, setting.moving) for i, (_, setting) in enumerate(beside) if setting.moving is not None]

    def found(known: Known) -> Iterable[Line]:
        told: list[list[Point]] = [[] for _ in beside]
        moving: set[int] = set()
        for n in known:
            if n < len(flat):
                told[flat[n][0]].append(flat[n][1])
            else:
                moving.add(moves[n - len(flat)][0])
        return slipped(slip, [(one, told[i], i in moving, by.small) for i, (one, by) in enumerate(beside)])

    days = [*(known_from(p.quantity.published) for _, p in flat), *(moving for _, moving in moves)]
    work = sum(len(one.points) * min(len(one.points), NEXT) for one, _ in beside)
    return _ready(days, found, lambda _: work, over=True)


def slipped(slip: Slip, told: Sequence[tuple[Series, Sequence[Point], bool, bool]]) -> Iterable[Line]:
    """The dispute over a slip that none over a series tells; of each series what `of_series` is given."""
    lines = list(of_slip(slip, [(one, points) for one, points, _, _ in told if one.id in slip.series]))
    return untold(lines, [line for known in told for line in of_series(*known)]) if lines else ()


def settings(series: Sequence[Series]) -> list[Setting]:
    """The setting of each series."""
    moving: dict[tuple[str, str | None, str], Since] = {}
    for one in filter(leaves, series):
        since = [known_from(p.quantity.published) for p in one.points]
        since += [moving[body_of(one)]] if body_of(one) in moving else []
        moving[body_of(one)] = (min(s for s, _ in since), min(g for _, g in since))
    small = is_small(series)
    return [Setting(moving.get(body_of(one)), small) for one in series]


def _ready(
    told: Sequence[Since], found: Callable[[Known], Iterable[Line]], work: Work, over: bool = False
) -> Ready | None:
    """The disputes that are found once these of its tellings are known; evidence is numbered and kept once.

    `over`: they stand in the place of others of the same id.
    """
    numbers: dict[str, int] = {}
    items: list[Line] = []

    def numbered(evidence: Line) -> int:
        key = repr(evidence)
        if key not in numbers:
            numbers[key] = len(items)
            items.append(evidence)
        return numbers[key]

    before: dict[int, tuple[Line, Line, str]] = {}  # lines as they were found, by their place in memory

    def shown(known: Known, generous: bool) -> Shown:
        del generous
        now, out = {}, {}
        for line in found(known):
            if id(line) not in before:
                positions = [p | {"evidence": [numbered(e) for e in p["evidence"]]} for p in line["positions"]]
                before[id(line)] = (line, line | {"positions": positions}, place_of(line))
            now[id(line)] = before[id(line)]
            out[1, NEVER, line["id"]] = before[id(line)][1:]
        before.clear()
        before.update(now)
        return out

    made = spans(told, shown, work)
    if over and made:
        made = tuple(replace(one, rank=OVER) for one in made)
    return Ready({}, tuple([0, 0, "", "", one] for one in items), 0, (), made) if made != () else None


def _each_other(known: Known) -> int:
    """The work of holding each telling against each other one."""
    return len(known) ** 2


def place_of(line: Line) -> str:
    """Where the line of a dispute stands among the others."""
    return " ".join(sort_key_of(line["when"]))
