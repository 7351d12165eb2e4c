"""What stands on a day, as known by a day.

In:   a record; two days: `on` (true on that day) and `known_by` (told in reports published by that day).
Out:  States, and the lines of `inforce`.
Room: state. What is told as planned is `plans.py`; what one claim does to a state is `transitions.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.record.model import Record
from dateline.state.apart import own_line
from dateline.state.begun import with_begun
from dateline.state.cast import Context, context
from dateline.state.deals import CLOSED, before_closing, last_step, only_deal_of, turned_down, with_one_closing
from dateline.state.died import with_deaths
from dateline.state.holders import holders
from dateline.state.implied import DECIDED, with_implied
from dateline.state.matters import topics
from dateline.state.met import only_one, with_met
from dateline.state.model import KEPT_ON, ONCE, STANDS, Line, Side, State, Status, Transition, in_order
from dateline.state.opposed import contradicts, denies
from dateline.state.parts import with_called_off, with_deadlines, with_parts
from dateline.state.pile import long_reports, many_stories
from dateline.state.plans import plan_line, with_told
from dateline.state.rejoin import OF_THINGS, named_together, rejoined
from dateline.state.rules import slots, slots_key
from dateline.state.same import Group, groups, may_be_one, shown, state_id
from dateline.state.scheduled import scheduled, with_done
from dateline.state.sequels import with_sequels
from dateline.state.sequels_pile import pile_of
from dateline.state.sequels_plans import with_fates
from dateline.state.some_of import with_some
from dateline.state.spans import begun_by
from dateline.state.stated_terms import last_term, runs_on
from dateline.state.takeovers import with_takeovers
from dateline.state.titles import title_of
from dateline.state.transitions import transitions
from dateline.state.truces import with_parties
from dateline.state.turns import Turn, turns
from dateline.state.unbegun import unbegun
from dateline.state.weigh import doubtful
from dateline.state.worth import told_of_somebody, worth_while
from dateline.terms import When, sort_key_of

BACK: Final = frozenset(
    {"be open", "be open to traffic", "be open to ships", "be passable", "be clear", "be free", "be back"}
)  # what ends a state that was told, and begins none
AGAIN: Final = frozenset(
    {"back in service", "rescued", "over: found", "safe again", "sailed again", "back in class", "found dead"}
)  # values of rows that only end what was told
HELD: Final = frozenset({"talks", "vote", "campaign", "ceasefire"})  # what ends or goes on has been held
STOOD: Final = frozenset({"hold", "end", "suspend", "resume", "extend"})
LAID_DOWN: Final = ("agreed", "concluded", "imposed", "declared")  # it may begin on a later day
CHOSEN: Final = (("confirmed", "held"), ("confirmed", "sworn in"), ("standing in", "held"), ("adopted", "in force"))
TRAVEL: Final = (("required", "visa-free"), ("visa-free", "required"))  # the later of the two holds
FIRM: Final = frozenset({*((value, "in force") for value in LAID_DOWN), *CHOSEN, *TRAVEL})
AGAINST: Final = ("not_begun", "deny")  # kinds of turns that nothing begins or ends
FRESH: Final = 14  # days for which a report vouches for a condition that nothing else is told of
YEAR: Final = timedelta(days=365)  # how far back an untold beginning is vouched for: what ended stood before it ended


def states(
    record: Record,
    extra: Iterable[Mapping[str, str]] = (),
    *,
    doubted: bool = False,
    around: Context | None = None,
    every: Sequence[Transition] | None = None,
) -> tuple[State, ...]:
    """Every state and plan that the claims of the record tell of, by id.

    `doubted`: with those that the small model beside the rules would not show. `around` and `every` as `transitions`
    takes them.
    """
    around = context(record) if around is None else around
    read = transitions(record, tuple(dict(row) for row in extra), around, every)
    told = [t for t in (*read, *holders(read, around)) if told_of_somebody(t)]
    late, known = unbegun(record, read, around), with_parts(with_implied(with_deaths(told, around)))
    found = with_parties([*known, *scheduled(record, [*read, *late], around), *late])
    since, mixed, apart = _first(record), many_stories(record), long_reports(record)
    joined = rejoined(groups((t for t in found if t.kind != "plan"), apart), mixed)
    told_of, pile = [g for g in joined if not _never_shut(g)], pile_of(around)
    plain = [_state(g, since) for g in told_of if not _of_another(g, told_of)]
    plain = with_some(with_takeovers(with_sequels(plain, pile)))
    planned = [_state(g, since, plain) for g in groups((t for t in found if t.kind == "plan"), apart)]
    planned = with_met(with_one_closing(planned), plain)
    planned, plain = with_fates(with_done(planned, record, around), plain, pile)
    plain, planned = with_begun(*with_called_off(*with_deadlines(plain, planned)))
    shown = worth_while([*plain, *planned], mixed, apart)
    kept = shown if doubted else tuple(s for s in shown if not doubtful(s, apart))
    told_so = tuple(replace(s, line=own_line(s)) for s in kept) if apart else kept
    return tuple(sorted(_apart(told_so), key=lambda s: s.id))


def _never_shut(group: Group) -> bool:
    """Whether all that is told is that something is open, free or back: nobody has said that it was otherwise."""
    return all(t.told.claim.lemma in BACK or (t.value in AGAIN and t.kind == "end") for t in group.members)


def _of_another(group: Group, others: Sequence[Group]) -> bool:
    """Whether it is only told that "the strike" goes on, and several that are told of may be meant."""
    bare = not group.subject | group.object and all(t.kind == "hold" for t in group.members)
    return bare and group.slot == "strike" and any(g.slot == group.slot and g is not group for g in others)


def _first(record: Record) -> When | None:
    days = (d.published for _, d in sorted(record.dates.items()) if d.published.earliest is not None)
    return min(days, key=lambda w: w.sort_key(), default=None)


def _state(group: Group, since: When | None, others: Sequence[State] = ()) -> State:
    members = in_order(group.members)
    planned = members[0].kind == "plan"
    of: str = members[0].of if planned else ""
    key = slots_key(group.slot)
    subject, object_ = shown(t.subject for t in members), shown(t.object for t in members)
    if key == "pair" and len(group.subject) > len(subject.keys):
        subject = max((t.subject for t in members), key=lambda s: (len(s.keys), s.name))
    if group.slot == "sanctions" and len(group.topics) > 1:  # "wheat and corn", of which the duty on corn was cut
        object_ = max((t for t in members if t.object.name), key=lambda t: (len(topics(t)), t.object.name)).object
    if key == "person":  # by whom it began with: "14 aid workers"
        first = [t for t in members if t.kind == "begin" and t.object.name]
        subject, object_ = (
            (shown(t.subject for t in first), shown(t.object for t in first)) if first else (subject, object_)
        )
    things = Counter(t.thing for t in members if t.thing)
    thing = min(things, key=lambda n: (-things[n], n), default="")
    thing = members[-1].thing or thing if group.slot == "visa" else thing  # needed first, then not any more
    thing = last_step(members) or thing if group.slot == "deal" and not planned else thing
    name = state_id("p" if planned else "s", group.slot, group.subject, group.object, group.thing, of)
    about = next((s for s in others if s.slot == group.slot and _meet(s, group)), None)
    if planned and about is None and group.subject | group.object:
        about = _named_alike(group, others)
    if planned and about is None and not group.subject | group.object:
        about = only_one(group, others)  # "the trial is to open in May", "the ban will end on Monday"
        subject, object_ = (about.subject, about.object) if about is not None else (subject, object_)
    if planned and about is None and group.slot == "deal":
        about = only_deal_of(members, others)
    done = "end" if of == "ask" else of  # an ultimatum is over when it is met, missed or past
    told = {t.report for t in members} if not group.subject | group.object else set()  # told of nobody: not by itself
    same = {thing} if group.slot == "charges" else set()  # to be charged is not to stand trial
    realised = tuple(
        t
        for t in (about.transitions if planned and about else ())
        if (t.kind == done or _held(group.slot, done, t) or turned_down(t, members))
        and t.report not in told
        and (not same or t.thing in same or t.value == DECIDED)
        and not _another_step(t, members)
        and not before_closing(t, members)
    )
    return State(
        name, group.slot, planned, about.id if about else name, subject, object_, thing, members, realised, since
    )


def _held(slot: str, done: str, one: Transition) -> bool:
    """ "The talks ended": they were held, as planned; a verdict ends the trial that was to open or to go on."""
    verdict = slot == "charges" and done in ("begin", "resume") and one.kind == "end" and one.value == DECIDED
    return verdict or (done == "begin" and slot in HELD and one.kind in STOOD)


def _another_step(one: Transition, plan: Sequence[Transition]) -> bool:
    """Whether it is another deed on a day before the planned one: a seizure lifted on the eve of the release."""
    days = [t.deadline.latest for t in plan if t.deadline is not None and t.deadline.latest is not None]
    verbs = {t.told.claim.lemma for t in plan}
    sooner = bool(days) and all(t.deadline.exact for t in plan if t.deadline is not None) and one.when.exact
    sooner = sooner and one.value != CLOSED  # a takeover completed ahead of its day
    return sooner and one.told.claim.lemma not in verbs and (one.when.latest or max(days)) < min(days)


def _named_alike(group: Group, others: Sequence[State]) -> State | None:
    """The one state of the kind that began later and is told of with the plan's own names, or the plan with its."""
    alike = [s for s in others if s.slot == group.slot and s.transitions[0].report not in group.reports]
    near = [s for s in alike if s.slot in OF_THINGS and named_together(group.members, s.transitions)]
    return near[0] if len(near) == 1 else None


def _meet(state: State, group: Group) -> bool:
    """Whether the state is the one a plan speaks of."""
    own = frozenset().union(*(t.subject.keys for t in state.transitions))
    other = frozenset().union(*(t.object.keys for t in state.transitions))
    shared = bool(own & group.subject) or bool(other & group.object)
    return shared and may_be_one(own, group.subject) and may_be_one(other, group.object)


def _apart(found: Sequence[State]) -> list[State]:
    """Ids that would clash are told apart by their first claim."""
    count = Counter(s.id for s in found)
    return [s if count[s.id] == 1 else _renamed(s) for s in found]


def _renamed(state: State) -> State:
    first = min(t.told.claim.id for t in state.transitions)
    name = state.id[0] + state_id("", state.slot, frozenset({first}), frozenset(), state.thing, state.id)
    return replace(state, id=name, about=name if state.about == state.id else state.about)


SoFar = tuple[str | None, bool]  # since when it is known, and whether some of it is told to be over


@dataclass(frozen=True, slots=True)
class Standing:
    """How a state stands on a day."""

    status: Status
    turn: Turn  # the turn that decided
    begun: Turn | None  # the beginning of the stretch it stands or stood in
    term: When | None = None  # the stated term that ended it, where nothing else did
    early: bool = False  # whether nothing that is told of it has taken place by then
    until: When | None = None  # the stated term, where it still stands


def board(
    found: Sequence[State], on: date | None = None, known_by: date | None = None, generous: bool = False
) -> tuple[Line, ...]:
    """The lines of `inforce`, by time, then by id.

    `on` left out is the last day anything tells of. A day before all reports gives no lines, a day after the
    last tells how things stood when last heard of.
    """
    lines = []
    for state in found:
        line = plan_line(state, on, known_by, generous) if state.planned else line_of(state, on, known_by, generous)
        if line is not None:
            lines.append(line)
    return tuple(sorted(lines, key=lambda line: (by_time(line), line["id"])))


def by_time(line: Line) -> tuple[str, str]:
    """Where a line of `inforce` stands among the others."""
    when = line["from"] or line["to"]
    return sort_key_of(when) if when else ("9999", "9999")


def line_of(state: State, on: date | None, known_by: date | None, generous: bool) -> Line | None:
    """The line of one state; None where nothing known by then says how it stood on the day."""
    told = [t for t in state.transitions if t.published.known_by(known_by, generous)]
    if not told or (state.slot == "condition" and on is not None and _long_untold(told, on)):
        return None
    made = turns(told)
    stands = standing(made, on or date.max, state.since)
    if stands is None:
        return None
    return with_told(bare_line(state, title_of(state), stands, so_far(told, generous)), told)


def _long_untold(told: Sequence[Transition], on: date) -> bool:
    """Whether the last word on a passing condition is more than two weeks old."""
    days = [t.published.latest for t in told if t.published.latest is not None]
    return bool(days) and (on - max(days)).days > FRESH


def standing(made: Sequence[Turn], on: date, since: When | None) -> Standing | None:
    """How it stands on the day, from the turns in their order."""
    found = unopposed(made, on, since)
    against = [t for t in made if t.kind in AGAINST]
    return replace(found, status="disputed") if found is not None and is_opposed(found, against) else found


def unopposed(made: Sequence[Turn], on: date, since: When | None) -> Standing | None:
    """How it stands on the day, whoever says that it does not stand."""
    past = [t for t in made if t.kind not in AGAINST and t.day is not None and t.day <= on]
    return before_all(made, on, since) if not past else within_term(decided(past), on)


def within_term(found: Standing, on: date) -> Standing:
    """How it stands on the day, where the stated term that holds may be over."""
    over = found.status == "in_force" and found.term is not None and (found.term.latest or date.max) < on
    if over and runs_on(found.turn, found.term):
        return replace(found, term=None)
    if over:
        return replace(found, status="ended")
    if found.term is None:
        return found
    return replace(found, term=None, until=found.term if found.status == "in_force" else None)


def decided(past: Sequence[Turn]) -> Standing:
    """How it stands after these turns, with the stated term that holds."""
    begun: Turn | None = None
    status: Status = "in_force"
    for turn in past:
        anew_told = turn.kind in STANDS - {"hold"} and turn.value not in KEPT_ON
        if turn.kind in ("begin", "replace") or (anew_told and begun is None):
            agreed = begun is not None and (begun.value, turn.value) in FIRM  # signed first, then begun
            anew = status in ("ended", "not_begun") or turn.kind == "replace"  # an alert that is lowered is another one
            begun = turn if anew or begun is None or agreed else begun
            status = "in_force"
        elif turn.kind in ("resume", "extend"):
            status = "in_force"
        elif turn.kind == "end":
            status = "ended" if not turn.partial else status
        elif turn.kind == "suspend":
            status = "suspended" if status != "ended" else status  # "certain programmes" rest: that part does
    last = _decider(past, status)
    return Standing(status, last, begun, last_term(past, last))


def _since(turn: Turn) -> When:
    """When that began which stands by the turn: what is extended had begun before."""
    return turn.when if turn.kind != "extend" else When.between(None, turn.when.latest, turn.when.words)


def is_opposed(found: Standing, against: Sequence[Turn]) -> bool:
    """Whether one of these says that it does not stand, or denies the turn that decided; no word ends a stated term."""
    if found.early or found.term is not None:
        return False
    last, denied = found.turn, next((t for t in against if t.kind == "deny"), None)
    if denied is not None and denies(denied, last):
        return True
    return any(contradicts(t, last) for t in against)


def _decider(past: Sequence[Turn], status: Status) -> Turn:
    wanted = {"ended": ("end",), "suspended": ("suspend",)}.get(status, tuple(STANDS))
    if (
        status == "ended" and past[-1].members[0].slot in ONCE
    ):  # told again later, it still ended once: the surest telling
        begun = max((i for i, t in enumerate(past) if t.kind in STANDS - {"hold"}), default=-1)
        ends = [t for t in past[begun + 1 :] if t.kind == "end" and not t.partial]
        if ends:
            return min(ends, key=lambda t: (t.when.width or 10**6, t.when.sort_key()))
    return next((t for t in reversed(past) if t.kind in wanted and not (t.partial and status == "ended")), past[-1])


def before_all(made: Sequence[Turn], on: date, since: When | None) -> Standing | None:
    """How it stood before anything that is told of it: what ends was in force, what was "not yet" had not begun."""
    coming = [t for t in made if t.kind not in AGAINST]
    yet = next((t for t in made if t.kind == "not_begun" and _reaches(t, on)), None)
    if yet is not None:
        return Standing("not_begun", yet, None, early=True)
    if coming and coming[0].kind == "begin" and _laid_down_by(coming[0], on):
        return Standing("not_begun", coming[0], coming[0], early=True, until=coming[0].term)
    if coming and coming[0].kind in ("end", "suspend") and coming[0].when.latest is not None:
        known = (since.earliest if since else None, year_before(coming[0].when.latest))
        floor = min(d for d in known if d is not None)
        sure = coming[0].when.earliest is not None and on < coming[0].when.earliest
        if floor <= on and sure:
            return Standing("in_force", coming[0], None, early=True)
    return None


def _laid_down_by(turn: Turn, on: date) -> bool:
    """Whether the day asked lies between the report that told of it and the later day from which it is to stand."""
    days = [t.published.latest for t in turn.members if t.published.latest is not None]
    return bool(days) and min(days) <= on and turn.when.earliest is not None and on < turn.when.earliest


def year_before(day: date) -> date:
    """The day a year earlier, no earlier than the calendar reaches."""
    return day - YEAR if day - date.min >= YEAR else date.min


def _reaches(turn: Turn, on: date) -> bool:
    first = turn.when.earliest or turn.when.latest
    return first is not None and first <= on


def so_far(told: Sequence[Transition], generous: bool) -> SoFar:
    """What the line says of all that is told by then."""
    days = [d for t in told if (d := t.published.earliest if generous else t.published.latest) is not None]
    partial = any(t.partial and t.kind in ("end", "suspend") for t in told)
    return (min(days).isoformat() if days else None, partial)


def bare_line(state: State, title: str, stands: Standing, told: SoFar) -> Line:
    """The line without what tells it; see `with_told`."""
    turn, begun = stands.turn, stands.begun
    status = stands.status
    over = status in ("ended", "suspended")
    ended = turn if over and stands.term is None else None
    return {
        "id": state.id,
        "title": title,
        "subject": state.subject.name or None,
        "object": state.object.name or None,
        "slot": state.slot,
        "value": value_of(state, status, turn, stands.term),
        "status": status,
        "from": (begun_by(_since(begun), stands.term or turn.when) if over else _since(begun)).to_dict()
        if begun
        else None,
        "to": (stands.term or turn.when).to_dict() if over else stands.until.to_dict() if stands.until else None,
        "known_from": told[0],
        "began_by": begun.event if begun else None,
        "ended_by": ended.event if ended else None,
        "partial": told[1],
    }


def value_of(state: State, status: Status, turn: Turn, term: When | None = None) -> str:
    """What it is now, in plain words, with the reports' own word for it."""
    kind = slots().get(state.slot)
    if status == "not_begun":
        return kind.before if kind else "not begun"
    if term is not None:
        return f"over: its term was {term.words}" if term.words else "over: its term ran out"
    if status == "in_force" and (turn.kind in ("end", "suspend") or turn.of in ("end", "suspend")):
        standing = kind.standing if kind else "in force"
        return f"{standing}, partly {turn.value}" if turn.partial else standing
    words = sorted({t.words for t in turn.members} - {""}, key=lambda w: (w.casefold(), w))
    more = [w for w in words if w.casefold() not in turn.value.casefold()]
    return turn.value + (f" ({', '.join(more[:3])})" if more else "")


__all__ = [
    "AGAINST", "Side", "SoFar", "Standing", "bare_line", "before_all", "board", "by_time", "contradicts", "decided",
    "is_opposed", "so_far", "standing", "states", "within_term", "year_before",
]  # fmt: skip
