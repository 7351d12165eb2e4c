"""What is planned, demanded or threatened, and what became of it.

In:   a planned State: what reports say is to begin, end or be done, by when, and what later reports tell of it.
Out:  its line of `inforce`: planned with its last day, slipped, past its day with no word, done, or called off.
Room: state. A plan begins nothing; it is its own line beside the state it speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import month_abbr
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from dateline.lexicon.states import families, longer
from dateline.record.lines import evidence
from dateline.sentence.times.stamps import spoken
from dateline.state.added import with_which
from dateline.state.found import words_behind
from dateline.state.model import GOES_ON, Line, State, Transition
from dateline.state.spans import is_put_off
from dateline.state.titles import title_of
from dateline.terms import When
from dateline.terms.factuality import REAL

LONGEST: Final = 160  # characters of a clause that stands as a title
RECENT: Final = timedelta(days=31)  # a demand told with what met it is told as news of one month
SAID: Final = re.compile(
    r", [^,]{3,80} (?:said|says|added|told [\w' ]{2,30}|announced)(?: (?:on|in|late|early|earlier) [\w ,]{2,40})?$"
)  # who says so: it stands beside the line
EFFECT: Final = frozenset(families()["into effect"])
TAKING: Final = frozenset({"comes", "come", "takes", "take", "goes", "go", "enters", "enter", "becomes", "become"})
FIRM: Final = frozenset({"will", "shall", "tomorrow"})  # words by which a thing is told to come and no more doubt is
RULED: Final = frozenset({"visa", "law", "scheme", "sanctions"})  # kinds of state that a rule begins on its day
BEGUN: Final = "in force since its stated day"
GRACE: Final = timedelta(days=14)  # so long after its day a dated plan is still looked for
SIGNED: Final = frozenset({"ceasefire", "accord", "curfew", "emergency", "sanctions", "deal"})  # to begin later
PUT_BACK: Final = "put off, with no new day"
CALLED_OFF: Final = "called off"  # value of a telling that what was planned will not be
UNMET: Final = frozenset({"passed", "missed"})  # of a deadline: it is over, and nobody says that it was met
MODES: Final = {"planned": "planned", "demanded": "demanded", "conditional": "threatened"}


Found = tuple[Line, Sequence[Transition]]  # a line, and the tellings that met the plan


class _Heard(NamedTuple):
    """What the tellings of a plan say together, whatever became of it."""

    first: Transition  # the first whose day is known
    last: Transition  # whose word on the day counts
    to: When | None  # the last day
    was: Sequence[When]  # the last days given before, where it was put off
    given: When
    title: str
    put_off: bool  # the last word is that it was put off, with no new day


def plan_line(state: State, on: date | None, known_by: date | None, generous: bool) -> Line | None:
    """The line of a plan; None before anybody told of it.

    `outcome` says what became of it by `on`: open, done, slipped (with `was`, the days given before), overdue.
    """
    told = [t for t in state.transitions if t.published.known_by(known_by, generous)]
    met = [t for t in state.realised if t.published.known_by(known_by, generous)]
    found = bare_plan(state, told, met, on, generous)
    return with_told(found[0], [*told, *found[1]]) if found else None


def with_told(line: Line, told: Sequence[Transition]) -> Line:
    """The line of a state or plan with what tells it."""
    return line | {
        "reports": sorted({t.report for t in told}),
        "origins": len({t.origin for t in told}),
        "evidence": [evidence(t.told) for t in told],
    }


def bare_plan(
    state: State, told: Sequence[Transition], met: Sequence[Transition], on: date | None, generous: bool
) -> Found | None:
    """The line of a plan without what tells it, and which of the tellings that may have met it did so by `on`.

    None where nothing tells of the plan by `on`.
    """
    return Plan(state).known(told, met, known_from(told, generous)).on(on)


class Plan:
    """A plan, ready to be asked for many days and tellings: most find what an earlier day found."""

    __slots__ = ("_found", "_heard", "_named", "_state")

    def __init__(self, state: State) -> None:
        self._state = state
        self._named = cache(lambda title: with_which(title, state))  # few titles, asked for on many days
        self._heard: dict[tuple[int, ...], _Heard] = {}  # by what is told
        self._found: dict[tuple[object, ...], Found] = {}

    def known(self, told: Sequence[Transition], met: Sequence[Transition], since: date | None) -> KnownPlan:
        """The plan as these tell it and may have met it, `since` as `known_from` has it."""
        return KnownPlan(self, told, met, since)

    def heard(self, said: Sequence[Transition]) -> _Heard:
        """What these tellings, which its state holds, say together."""
        names = tuple(map(id, said))
        if names not in self._heard:
            self._heard[names] = _heard(self._state, said, self._named)
        return self._heard[names]

    def is_past(self, heard: _Heard, on: date | None) -> bool:
        """Whether it is on no board any more: a meeting of last month."""
        return self._state.slot == "plan" and on is not None and heard.to is not None and past_grace(heard.to) < on

    def line(self, heard: _Heard, done: Sequence[Transition], over: bool, since: date | None) -> Found:
        """Its line, and what met it; what is the same is the same object."""
        key = (id(heard), tuple(map(id, done)), over, since)
        if key not in self._found:
            self._found[key] = self._line(heard, done, over, since)
        return self._found[key]

    def _line(self, heard: _Heard, done: Sequence[Transition], over: bool, since: date | None) -> Found:
        state, to, was = self._state, heard.to, heard.was
        later = to is not None and any((w.latest or date.min) < (to.latest or date.max) for w in was)
        slipped = later and heard.last.of != "extend"  # "to be prolonged until May": that is no day by which to do it
        outcome = "done" if done else "overdue" if over else "slipped" if slipped else "open"
        outcome = "overdue" if any(t.value in UNMET for t in done) else outcome
        outcome = "cancelled" if done and all(t.value == CALLED_OFF for t in done) else outcome
        finished = (
            min(done, key=lambda t: (t.when.width or 10**6, t.when.sort_key(), t.told.claim.id)) if done else None
        )
        comes = not finished and over and to is not None and comes_by_itself(heard.last)
        unset = heard.put_off and not finished
        line: Line = {
            "id": state.id,
            "title": title_of(state) if comes else heard.title,
            "subject": state.subject.name or None,
            "object": state.object.name or None,
            "slot": state.slot,
            "value": BEGUN if comes else PUT_BACK if unset else _value(heard.last, to, outcome, finished),
            "status": "ended" if finished else "in_force" if comes else "not_begun" if heard.put_off else "planned",
            "outcome": "begun" if comes else outcome,
            "mode": _mode(heard.last),
            "from": to.to_dict() if comes and to else heard.given.to_dict(),
            "to": finished.when.to_dict() if finished else None if comes else to.to_dict() if to else None,
            "deadline": to.to_dict() if to else None,
            "was": [w.to_dict() for w in was],
            "about": state.about if state.about != state.id else None,
            "known_from": since.isoformat() if since else None,
            "began_by": heard.first.event or None,
            "ended_by": finished.event or None if finished else None,
        }
        return line, done


class KnownPlan:
    """A plan as it is known on one day, ready to be asked for many: on most of them no telling counts that did not
    count on the day before."""

    __slots__ = ("_found", "_lines", "_met", "_met_by", "_plan", "_since", "_told", "_told_from")

    def __init__(self, plan: Plan, told: Sequence[Transition], met: Sequence[Transition], since: date | None) -> None:
        self._plan, self._told, self._met, self._since = plan, told, met, since
        self._told_from = sorted(map(told_from, told))
        self._met_by = sorted(t.when.latest for t in met if t.when.latest is not None)
        self._found: dict[tuple[int, int], tuple[_Heard, Sequence[Transition]]] = {}  # by how many of both count
        self._lines: dict[tuple[int, int, bool], Found] = {}  # the same, and whether its day is over

    def on(self, on: date | None) -> Found | None:
        """What `bare_plan` says of the day; what is the same is the same object."""
        last = on or date.max
        count = bisect_right(self._told_from, last), bisect_right(self._met_by, last)
        if not count[0]:
            return None
        if count not in self._found:
            heard = self._plan.heard([t for t in self._told if told_from(t) <= last])
            self._found[count] = heard, [t for t in self._met if _counts(t, heard.first, last)]
        heard, done = self._found[count]
        if self._plan.is_past(heard, on):
            return None
        over = heard.to is not None and heard.to.latest is not None and on is not None and on > heard.to.latest
        if (*count, over) not in self._lines:
            self._lines[*count, over] = self._plan.line(heard, done, over, self._since)
        return self._lines[*count, over]


def comes_by_itself(last: Transition) -> bool:
    """ "The treaty comes into force on 1 March": what is laid down for a day begins on it, unless a later word says
    otherwise; what is only set, due or expected to does not."""
    claim, cue = last.told.claim, last.told.claim.factuality_cue
    firm = cue is None or cue.text.casefold() in FIRM
    laid = last.of == "begin" and last.deadline is not None and last.deadline.exact and claim.factuality == "planned"
    effect = claim.lemma in EFFECT or (longer(claim.lemma, words_behind(last.told)) != () and last.words in TAKING)
    return laid and firm and (effect or (last.slot in RULED and claim.time_relation == "since"))


def _heard(state: State, said: Sequence[Transition], named: Callable[[str], str]) -> _Heard:
    """What the tellings say together; `named` gives a title with what tells which thing it is of."""
    last = latest_word(said)
    to = _narrowest(last.deadline, said)
    was = [w for w in _deadlines(said) if to is not None and not _alike(w, to)]
    return _Heard(
        next((t for t in said if t.published.exact), said[0]),
        last,
        to,
        was,
        _laid_down(_given(said), to),
        _title(state, _plainest(said), to, was, named),
        _put_off(said),
    )


def _put_off(said: Sequence[Transition]) -> bool:
    """ "The opening was put off, and no new date was given": what was planned for a day has not begun."""
    last = max(said, key=lambda t: (t.published.latest or date.min, t.told.claim.id))
    dated = any(t.deadline is not None and t.report != last.report for t in said)
    told = last.value == PUT_BACK or (is_put_off(last.told) and last.told.claim.factuality in REAL)
    return dated and last.deadline is None and told


def past_grace(to: When) -> date:
    """The last day on which a plan that is no kind of state still stands on the board."""
    last = to.latest or date.max
    return last + min(GRACE, date.max - last)


def known_from(told: Sequence[Transition], generous: bool) -> date | None:
    """The first day on which one of the tellings counts as known."""
    days = (t.published.earliest if generous else t.published.latest for t in told)
    return min((d for d in days if d is not None), default=None)


def told_from(one: Transition) -> date:
    """The first day asked about on which the telling counts."""
    return one.when.earliest or one.published.earliest or one.published.latest or date.max


def _given(said: Sequence[Transition]) -> When:
    """When it was laid down, with a day if it has one: as announced where told, else as first reported."""
    dated = [t for t in said if t.deadline is not None] or said
    return min((t.when for t in dated), key=lambda w: (w.latest or date.max, w.width or 10**6))


def _laid_down(given: When, to: When | None) -> When:
    """The same; of a limit that had passed when it was told, as "gave them until May 8" on May 20, only that it was
    laid down by then."""
    last = to.latest if to is not None else None
    if last is None or given.earliest is None or given.earliest <= last:
        return given
    return When.between(None, last, given.words, given.basis)


def latest_word(said: Sequence[Transition]) -> Transition:
    """The latest telling that gives a day, else the latest telling."""
    dated = [t for t in said if t.deadline is not None] or list(said)
    return max(dated, key=lambda t: ((t.published.latest or date.min), -(_width(t)), t.report, t.told.claim.id))


def _width(one: Transition) -> int:
    return (one.deadline.width or 10**6) if one.deadline else 10**6


def _deadlines(said: Sequence[Transition]) -> list[When]:
    """The different last days that were given, in the order they were told."""
    out: list[When] = []
    for one in said:
        if one.deadline is not None and not any(_alike(one.deadline, w) for w in out):
            out.append(one.deadline)
    return out


def _narrowest(day: When | None, said: Sequence[Transition]) -> When | None:
    """The last day as exactly as any telling has it: "15 September 2024" where another says "mid-September"."""
    if day is None:
        return None
    alike = [t.deadline for t in said if t.deadline is not None and _alike(t.deadline, day)]
    return min(alike, key=lambda w: (w.width or 10**6, w.sort_key()), default=day)


def _alike(a: When, b: When) -> bool:
    """Whether two last days can be one: "mid-September" and "15 September" can."""
    if a.latest is None or b.latest is None:
        return True
    low_a, low_b = a.earliest or a.latest, b.earliest or b.latest
    return low_a <= b.latest and low_b <= a.latest


def _counts(done: Transition, plan: Transition, on: date) -> bool:
    """Whether it does what was planned: wholly, after it was planned, by the day asked."""
    return not done.partial and _after(done, plan) and done.when.latest is not None and done.when.latest <= on


def _after(done: Transition, plan: Transition) -> bool:
    """Whether it was done after it was first planned, and not long before."""
    day, told = done.when.latest, plan.when.earliest or plan.when.latest
    if done.report == plan.report and plan.told.claim.factuality == "demanded" and plan.deadline is None:
        return day is not None and (told is None or day >= told - RECENT)  # as a party had asked, a court ordered it
    return day is not None and (told is None or day >= told)


def _value(last: Transition, to: When | None, outcome: str, finished: Transition | None) -> str:
    mode = _mode(last)
    until = f" by {day_words(to)}" if to is not None else ""
    if finished is not None and finished.value in UNMET:
        return f"{finished.value} ({finished.words})"
    if finished is not None and finished.value == CALLED_OFF:
        return f"{CALLED_OFF} ({finished.words})"
    if finished is not None:
        return f"done: {finished.value} ({finished.words})"
    note = {"overdue": ", past its day with no word", "slipped": ", put off"}.get(outcome, "")
    return f"{mode}{until}{note}"


def _plainest(said: Sequence[Transition]) -> Transition:
    """The telling whose title says the plan itself ("they are to leave"), the latest with a day first."""
    dated = [t for t in said if t.deadline is not None] or list(said)
    plain = [t for t in dated if t.told.claim.factuality in MODES]
    return latest_word(plain or dated)


def _mode(last: Transition) -> str:
    """planned, demanded or threatened; what is agreed or set is planned, an ultimatum demanded."""
    return MODES.get(last.told.claim.factuality, "demanded" if last.of == "ask" else "planned")


def _title(state: State, last: Transition, to: When | None, was: Sequence[When], named: Callable[[str], str]) -> str:
    claim = last.told.claim
    title = last.told.headline or " ".join(filter(None, (state.subject.name, last.words, state.object.name)))
    for old in (w.words for w in was if w.words):  # "to open on 1 June", put off to September
        title = re.sub(rf" (?:by|on|for|from|until|before) {re.escape(old)}\b", "", title)
    if last.of == "begin" and claim.factuality in REAL and state.slot in SIGNED:
        title = title_of(state)  # "signed a truce that is to take effect on Saturday": the truce is planned
    if last.value == GOES_ON:
        title = f"{title_of(state)} {GOES_ON}"  # "the trial was adjourned until May 3": that it is to go on is planned
    if state.slot == "deadline":
        clause = SAID.sub("", " ".join(claim.anchor.text.split()).rstrip("."))
        title = clause if len(clause) <= LONGEST else title  # the words say what is to be done, the title only to whom
        if "deadline" not in title.casefold() and "ultimatum" not in title.casefold():
            title = f"Deadline: {title}"
    title = named(title)
    return title if to is None or _tells(title, to, state.slot) else f"{title} (by {day_words(to)})"


def _tells(title: str, to: When, slot: str) -> bool:
    """Whether the title gives the last day; that of an ultimatum is wanted in full, if it is known."""
    if to.words and to.words in title and (slot != "deadline" or not to.exact):
        return True  # "by mid-September": the line's own day says which
    if to.latest is None or not to.exact:
        return not day_words(to) or day_words(to) in title
    day, month = to.latest.day, month_abbr[to.latest.month]
    return re.search(rf"\b(?:{day} {month}|{month}[a-z]*\.? {day}\b)", title) is not None  # "Sept. 15", "15 September"


def day_words(when: When) -> str:
    """A last day for a reader: "15 September 2024", "2024-09", or the report's words.

    >>> day_words(When.day(date(2024, 9, 15)))
    '15 September 2024'
    """
    if when.latest is not None and not when.exact and when.words and when.earliest is not None:
        return f"{when.words} ({when.edtf})"
    if when.latest is not None:
        return spoken(when.latest)
    return when.words or ""
