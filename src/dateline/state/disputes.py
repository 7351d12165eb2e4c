"""Questions to which the reports give incompatible answers.

In:   a record, its states and its series, and the day by which things count as known; or one event, state or body with
      its offices, and what is known of it.
Out:  the lines of `disputes`: of figures, dates, factuality, states and roles, with their positions side by side.
Room: state. Only one question at a time: same event, state or series, same scope, same time. A change over time is no
      dispute, and copies of one report are no second voice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, islice
from typing import Final

from dateline.claim.figure.amounts import amounts
from dateline.record.lines import Account, account_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.deals import CLOSED
from dateline.state.disputes_contests import of_contest
from dateline.state.disputes_days import CLOSE
from dateline.state.disputes_denials import matters
from dateline.state.disputes_figures import figure_disputes
from dateline.state.disputes_lines import Position, Telling, apart, line, position
from dateline.state.disputes_matters import known_words, of_matter
from dateline.state.disputes_slips import of_slip, slips
from dateline.state.disputes_sought import contests
from dateline.state.model import ONCE, Line, State, Transition
from dateline.state.opposed import contradicts
from dateline.state.pile import long_reports
from dateline.state.series import Series
from dateline.state.series_points import known as known_points
from dateline.state.turns import Turn, turns
from dateline.terms import When, sort_key_of
from dateline.terms.factuality import REAL

APPLYING: Final = frozenset({"file", "seek", "apply", "ask", "request"})
WIDEST: Final = 31  # days; a vaguer date contradicts nothing
MANY: Final = 100  # different days told of one event: so many are not all compared
GOING_ON: Final = frozenset({"remand", "remand in custody", "confirm", "uphold", "ratify"})
NEAR: Final = 45  # days; what is told farther apart happened twice
BETWEEN: Final = {"begin": ("end",), "end": ("begin", "resume"), "suspend": ("resume", "begin")}
ANOTHER: Final = re.compile(r"(?:another|(?:an? )?(?:second|third|fourth|fifth|further|new))\b", re.I)
EFFECT: Final = frozenset(
    {
        "come into force",
        "come into effect",
        "take effect",
        "enter into force",
        "go into effect",
        "begin",
        "start",
        "hold",
    }
    | {"take over", "succeed", "replace"}
)
SPEECH: Final = frozenset({"say", "tell", "announce", "state", "report", "declare", "add", "speak", "comment", "meet"})
SEVERAL: Final = frozenset(
    {"minister", "secretary", "commissioner", "ambassador", "commander"}
)  # posts of which a country has many


def disputes(
    record: Record,
    states: Sequence[State],
    series: Sequence[Series],
    known_by: date | None = None,
    generous: bool = False,
) -> list[Line]:
    """The disputes as known by the day, by time, then by id; `state` says open, settled or overtaken.

    What can contradict what is found with all that is known, and only then what was known by the day is kept: so each
    question follows from few reports, and its lines can be made ready. `pipeline/keeping.py` has a row for every kind.
    Where long reports tell many stories, numbers, days and holders of two of them differ because they are of two
    things: there only a stated denial is a dispute.
    """
    day = (known_by, generous)
    if long_reports(record):
        return _in_order(
            line for matter in matters(record) for line in of_matter(matter, known_words(matter.words, *day))
        )
    out: list[Line] = []
    for event in record.events:
        about = account_of(event, record)
        out.extend(of_event(about, about.known_by(*day)))
    of_states = [line for state in states for line in of_state(state, known(state.transitions, *day))]
    for held in offices(states):
        of_states.extend(of_offices(held, [known(s.transitions, *day) for s in held]))
    out.extend(of_states)
    of_figures = list(figure_disputes(series, *day))
    out.extend(of_figures)
    told = {one.id: (one, known_points(one.points, *day)) for one in series}
    for slip in slips(series):
        out.extend(untold(of_slip(slip, [told[name] for name in slip.series]), of_figures))
    for contest in contests(record, series):
        out.extend(of_contest(contest, known_words(contest.words, *day)))
    for matter in matters(record):
        out.extend(untold(of_matter(matter, known_words(matter.words, *day)), of_states))
    return _in_order(out)


def _in_order(found: Iterable[Line]) -> list[Line]:
    once = {line["id"]: line for line in found}
    return sorted(once.values(), key=lambda d: (sort_key_of(d["when"]), d["id"]))


def known(told: Sequence[Transition], known_by: date | None, generous: bool) -> list[Transition]:
    """Those of reports published by the day."""
    return [t for t in told if t.published.known_by(known_by, generous)]


def untold(found: Iterable[Line], told: Iterable[Line]) -> Iterable[Line]:
    """Those of which no dispute over a state, or over a series, tells all claims; a dispute over days tells of none.

    Of a sentence of which no claim was made, any claim of that sentence tells the same.
    """
    told_of = [_told_of(line) for line in told if line["kind"] != "date"]
    return (line for line in found if not any(all(_tells(e, *one) for e in _evidence(line)) for one in told_of))


def _told_of(line: Line) -> tuple[set[str], set[tuple[str, int]]]:
    """The claims that a dispute rests on, and the places of their sentences."""
    evidence = _evidence(line)
    return {e["claim"] for e in evidence}, {(e["anchor"]["report"], e["anchor"]["start"]) for e in evidence}


def _tells(evidence: Line, claims: set[str], places: set[tuple[str, int]]) -> bool:
    if evidence["claim"] is not None:
        return evidence["claim"] in claims
    return (evidence["anchor"]["report"], evidence["anchor"]["start"]) in places


def _evidence(line: Line) -> list[Line]:
    return [e for p in line["positions"] for e in p["evidence"]]


def of_event(about: Account, told: Sequence[PlacedClaim]) -> Iterable[Line]:
    """The disputes over one event, from these of its claims."""
    if len(told) < 2:
        return
    for kind, asked, positions in (
        ("date", "When", _dates(told, about)),
        ("factuality", "Did it happen", _facts(told, about)),
        ("role", "Who", _actors(told, about)),
    ):
        if positions:
            title = min(told, key=lambda t: (t.published.sort_key(), t.claim.id)).headline
            yield line(kind, f"{asked}: {title}?", [about.event], positions)


def may_differ(about: Account) -> bool:
    """Whether some of its claims could be set against each other by `of_event`, whichever of them are known."""
    days = list(dict.fromkeys(t.when for t in _sure(about.claims)))
    if len(days) > MANY or any(not _one_day(a, b) for a, b in combinations(days, 2)):
        return True
    if any(t.claim.factuality in ("denied", "not_happened") for t in about.claims):
        return True
    return any(len(sides) > 1 for sides in _acting(about.claims, about).values())


def _sure(told: Sequence[PlacedClaim]) -> list[PlacedClaim]:
    """Those that give a day which can contradict another."""
    sure = [t for t in told if t.claim.factuality in REAL and t.when.known and (t.when.width or 99) <= WIDEST]
    sure = [t for t in sure if t.when.basis in ("stated", "report-date", "narrative") and t.claim.time_relation == "at"]
    return [t for t in sure if t.claim.time is not None or t.claim.factuality == "happened"]  # what goes on has no day


def _dates(told: Sequence[PlacedClaim], about: Account) -> list[Position]:
    """The days given for one event that cannot both be; a date that is vague, or only worked out, contradicts nothing.

    "On Monday" worked out from two reports' own days may be a night apart: a day of slack unless both are written out.
    """
    sure = _sure(told)
    piles: list[tuple[list[When], list[PlacedClaim]]] = []  # with their different times
    for one in sorted(sure, key=lambda t: (t.when.width or 0, t.when.sort_key(), t.claim.id)):
        home = next((p for p in piles if all(_one_day(one.when, when) for when in p[0])), None)
        if home is None:
            piles.append(([one.when], [one]))
        else:
            home[1].append(one)
            if one.when not in home[0]:
                home[0].append(one.when)
    return _positions([(_day_words(p[0].when), p) for _, p in piles], about)


def _one_day(a: When, b: When) -> bool:
    return a.overlaps(b, 0 if a.basis == b.basis == "stated" else 1)


def _day_words(when: When) -> str:
    return when.edtf or when.words or "unknown"


def _facts(told: Sequence[PlacedClaim], about: Account) -> list[Position]:
    """Told as done by some, denied by others, or told as not done by others who speak after the day it was done."""
    done = [t for t in told if t.claim.factuality in REAL]
    denied = [t for t in told if t.claim.factuality == "denied" and not all(_done_after(d, t) for d in done)]
    denied += [t for t in told if t.claim.factuality == "not_happened" and any(_speaks_after(t, d) for d in done)]
    return _positions([("it happened", done), ("denied", denied)], about)


def _done_after(done: PlacedClaim, denied: PlacedClaim) -> bool:
    """Whether it was done after it had been denied."""
    day, said = done.when.earliest, denied.published.latest
    return day is not None and said is not None and day > said


def _speaks_after(negated: PlacedClaim, done: PlacedClaim) -> bool:
    said, day = negated.published.earliest, done.when.latest
    return said is not None and day is not None and done.when.known and said > day


def _actors(told: Sequence[PlacedClaim], about: Account) -> list[Position]:
    """Two named actors of one kind for one deed, told with the same verb, that share nobody."""
    for _, sides in sorted(_acting(told, about).items()):
        found = _positions([(about.people[e].name, sides[e]) for e in sorted(sides)], about)
        if found:
            return found
    return []


def _acting(told: Sequence[PlacedClaim], about: Account) -> dict[str, dict[str, list[PlacedClaim]]]:
    """By verb, the claims of each person who is told to have done it alone."""
    out: dict[str, dict[str, list[PlacedClaim]]] = {}
    for one in (t for t in told if t.claim.factuality in REAL and t.claim.lemma not in SPEECH):
        actors = {e for role, e, m in one.entities if role == "actor" and e and m.named}
        kinds = {about.people[e].kind for e in actors if e in about.people}
        if len(actors) == 1 and kinds <= {"person"} and kinds:
            out.setdefault(one.claim.lemma, {}).setdefault(min(actors), []).append(one)
    return out


def _positions(given: Iterable[tuple[str, Sequence[PlacedClaim]]], about: Account) -> list[Position]:
    sides = [(answer, told) for answer, told in given if told]
    if not apart([frozenset(about.origins[t.claim.report] for t in told) for _, told in sides]):
        return []
    return [position(answer, told, about.origins) for answer, told in sides]


def may_contradict(state: State) -> bool:
    """Whether some of its tellings could be set against each other by `of_state`, whichever of them are known."""
    count: Counter[str] = Counter(t.kind for t in state.transitions)
    twice = state.slot in ONCE and any(count[kind] > 1 for kind in BETWEEN)
    return bool(twice or count["deny"] or count["not_begun"] or (count["hold"] and count["end"]))


def of_state(state: State, told: Sequence[Transition]) -> Iterable[Line]:
    """One says it ended (or began) and another denies it; one says it ended and another, later, that it stands."""
    made = turns(told) if not state.planned else []
    yield from _of_days(state, made)
    begun = [t.when.latest or date.min for t in made if t.kind in ("begin", "resume", "replace")]
    anew = max(begun, default=date.min)  # when it last began
    of_kind = {kind: [t for t in made if t.kind == kind] for kind in ("deny", "not_begun", "hold")}
    for turn in made:
        against = [t for t in of_kind["deny"] if t.of == turn.kind and not _told_before(t, turn)]
        against += [t for t in of_kind["not_begun"] if contradicts(t, turn)]
        against += [t for t in of_kind["hold"] if turn.kind == "end" and not turn.partial and _still(t, turn, anew)]
        sides = (turn, *against)
        if against and apart([t.origins for t in sides]):
            positions = [_position(t) for t in sides]
            question = f"Is it so: {turn.members[0].told.headline}?"
            yield line("state", question, [state.id], positions)


def _told_before(denial: Turn, turn: Turn) -> bool:
    """Whether the denial came out before the day of what it would deny: it speaks of something else then."""
    said = [m.told.published.latest for m in denial.members]
    return turn.when.earliest is not None and all(day is not None and day < turn.when.earliest for day in said)


def _of_days(state: State, made: Sequence[Turn]) -> Iterable[Line]:
    """Two days given for what happens once: endings (or beginnings) a few weeks apart with nothing between them."""
    for kind, between in BETWEEN.items():
        same = [t for t in made if t.kind == kind and t.when.known and not t.partial and (t.when.width or 99) <= WIDEST]
        if state.slot not in ONCE or len(same) < 2 or any(t.kind in between for t in made):
            continue
        same = [t for t in same if _in_effect(t) == _in_effect(same[0]) and not _goes_on(t) and not _another(t)]
        same = [t for t in same if _step(t) == _step(same[0])]
        if len(same) < 2:
            continue
        near = [t for t in same if abs((_mid(t) - _mid(same[0])).days) <= NEAR and not _one_day(t.when, same[0].when)]
        near = [t for t in near if not _told_twice(t, same[0]) and not _of_others(t, same[0])]
        sides = (same[0], *near)
        if near and apart([t.origins for t in sides]):
            positions = [_position(t) for t in sides]
            yield line("date", f"When: {same[0].members[0].told.headline}?", [state.id], positions)


def _step(turn: Turn) -> tuple[bool, bool]:
    """Which step it tells of: a firm files for bankruptcy before it is placed in receivership, agrees to a takeover
    before it completes it."""
    told = turn.members
    return any(m.value == CLOSED for m in told), any(m.told.claim.lemma.split()[0] in APPLYING for m in told)


def _goes_on(turn: Turn) -> bool:
    """ "Remanded in custody", "confirmed as minister", "ratified the accord": of who is held, holds the post or has
    signed already."""
    return all(m.told.claim.lemma in GOING_ON for m in turn.members)


def _of_others(a: Turn, b: Turn) -> bool:
    """ "The rebels released 14 prisoners", "the army freed 22": so many are not those."""
    told = [{x.low for m in t.members for x in amounts(m.told.headline) if x.kind is None} for t in (a, b)]
    return all(told) and not told[0] & told[1]


def _another(turn: Turn) -> bool:
    """ "Another ferry sank": it is none of those told before."""
    return any(ANOTHER.match(m.told.headline) for m in turn.members)


def _told_twice(a: Turn, b: Turn) -> bool:
    """Whether both are told by one verb of exact days next to each other: that is in dispute as one happening
    (`disputes_days.py`)."""
    verbs = [{m.told.claim.lemma for m in t.members} for t in (a, b)]
    return verbs[0] == verbs[1] and a.when.exact and b.when.exact and abs((_mid(a) - _mid(b)).days) <= CLOSE


def _in_effect(turn: Turn) -> bool:
    """Whether it tells from when something holds: a truce is signed on one day and comes into force on
    another; who has resigned is succeeded later."""
    return any(m.told.claim.lemma in EFFECT for m in turn.members)


def _mid(turn: Turn) -> date:
    return turn.when.earliest or turn.when.latest or date.min


def _still(hold: Turn, end: Turn, anew: date) -> bool:
    """Whether an independent report, out after the ending, tells the state as standing, and nothing began it anew."""
    if hold.kind != "hold" or end.when.latest is None or not end.when.known or hold.origins & end.origins:
        return False
    said, over = hold.when.earliest, end.when.latest
    return said is not None and said > over >= anew


def _position(turn: Turn) -> Position:
    words = {"deny": "denied", "not_begun": "it does not stand", "hold": "it stands"}
    words |= {"end": "ended", "begin": "begun", "suspend": "suspended"}
    day = f", {turn.when.edtf}" if turn.kind not in ("deny", "hold", "not_begun") and turn.when.edtf else ""
    told = tuple(Telling.of(t.told) for t in turn.members)
    return Position(f"{words.get(turn.kind, turn.value)}{day}", told, turn.origins)


def offices(states: Sequence[State]) -> list[tuple[State, State]]:
    """The pairs of states that tell of two holders of one office who may have begun within weeks of each other."""
    held: dict[tuple[str, str], list[tuple[date, State]]] = {}
    for state in states:
        told = state.slot == "office" and not state.planned and state.subject.keys and state.object.keys
        if told and state.thing and state.thing not in SEVERAL:
            days = {t.when.latest for t in state.transitions if t.kind in ("begin", "resume") and t.when.latest}
            held.setdefault((state.thing, min(state.object.keys)), []).extend((day, state) for day in days)
    found: dict[tuple[str, str], tuple[State, State]] = {}
    for told_of in held.values():
        told_of.sort(key=lambda x: (x[0], x[1].id))
        for n, (day, one) in enumerate(told_of):
            for later, other in islice(told_of, n + 1, None):
                if (later - day).days > WIDEST:
                    break
                if not one.subject.keys & other.subject.keys:
                    pair = (one, other) if one.id < other.id else (other, one)
                    found[pair[0].id, pair[1].id] = pair
    return [found[names] for names in sorted(found)]


def of_offices(holders: Sequence[State], told: Sequence[Sequence[Transition]]) -> Iterable[Line]:
    """Two holders of one office at one time, from what is told of each."""
    given = []
    for state, known_of in zip(holders, told, strict=True):
        made = turns(known_of)
        begun = next((t for t in made if t.kind in ("begin", "resume")), None)
        if begun is None:
            return
        given.append((state, begun, _ended(made, begun)))
    (one, begun, ended), (other, begun2, ended2) = given
    if _meet(begun, ended, begun2, ended2):
        positions = [
            Position(s.subject.name, tuple(Telling.of(t.told) for t in b.members), b.origins) for s, b, _ in given
        ]
        if apart([p.origins for p in positions]):
            yield line("state", f"Who is {one.thing}?", [one.id, other.id], positions)


def _ended(made: Sequence[Turn], begun: Turn) -> Turn | None:
    later = [t for t in made if t.kind == "end" and (t.when.latest or date.max) >= (begun.when.latest or date.min)]
    return later[0] if later else None


def _meet(a: Turn, a_end: Turn | None, b: Turn, b_end: Turn | None) -> bool:
    """Whether two stretches share a day for sure; a holder who came later is taken for a successor, not a rival.

    Only holders told to have begun within a month of each other, neither with an ending between, are rivals.
    """
    if a.when.latest is None or b.when.latest is None or abs((a.when.latest - b.when.latest).days) > WIDEST:
        return False
    first_end = a_end if a.when.latest <= b.when.latest else b_end
    second = max(a.when.latest, b.when.latest)
    return first_end is None or first_end.when.earliest is None or first_end.when.earliest > second
