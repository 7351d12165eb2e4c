"""The bounds that words put on the day a report came out.

In:   what was read, the dates known so far, the tellings of the pile.
Out:  Bounds: not before a day, not after a day, and the sentence that says so.
Room: record.

Firm bounds follow from what is said: who tells a thing as past writes after it. What leans on the habits of news is in
`record/habits.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from dateline.claim.model import Claim, ReadReport
from dateline.record.tellings import Pile, Telling, anchor
from dateline.sentence.times.model import Resolved, TimeExpression
from dateline.terms import Anchor, When

ALIKE: Final = 0.45  # likeness of two sentences of one family that tell one event
ALIKE_ONCE: Final = 0.12  # where the family happens once between the same parties
ALIKE_ONCE_OF_MANY: Final = 0.16  # the same in a pile of FEWEST dated reports and more, where chance likens more pairs
SLACK: Final = timedelta(days=1)  # zones and midnights: another report's day may be the day before or after
FEW: Final = 3  # tellings of one family and day that are compared
FEWEST: Final = 8  # dated reports that make a pile whose stretch says something
AROUND: Final = 30  # days by which a report may lie outside the stretch of its pile
KEPT: Final = 200  # tellings of one family as not yet so that are compared
SET_FOR: Final = 60  # characters before a day in which it is told that something was only set for it
MEANT: Final = re.compile(r"\b(?:due|set|scheduled|slated|planned|meant) (?:to [a-z]+(?: [a-z]+)? )?(?:for|on|in) $")
_REAL: Final = ("happened", "ongoing", "habitual")
_ON: Final = (None, "in", "on", "since", "at", "from", "during", "after")


@dataclass(frozen=True, slots=True)
class Bound:
    """Not before `low`, not after `high` (either may be None), because of these words."""

    low: date | None
    high: date | None
    why: str
    anchor: Anchor | None
    rank: int = 0  # of soft bounds: what is said of an event's day comes before what its news is like

    def key(self) -> tuple[int, int, str, str, str]:
        """The better founded first, then the narrower, then by day and words."""
        width = (self.high - self.low).days if self.low and self.high else 10**6
        return (self.rank, width, str(self.low), str(self.high), self.why)


@dataclass(frozen=True, slots=True)
class Pinned:
    """An event that some report dates."""

    told: Telling
    when: When
    groups: frozenset[str]  # what happened then


@dataclass(frozen=True, slots=True)
class Known:
    """What one round works from."""

    reads: Mapping[str, ReadReport]
    dates: Mapping[str, When]
    told: Pile
    times: dict[str, tuple[Resolved, ...]] = field(init=False)
    pinned: dict[str, tuple[Pinned, ...]] = field(init=False)  # by family of action
    exact: frozenset[str] = field(init=False)  # reports whose day is known
    first: date | None = field(init=False)  # the first and the last of those days
    last: date | None = field(init=False)
    open: dict[str, tuple[Telling, ...]] = field(
        init=False
    )  # by family: told as not yet so by a report that is dated below
    _at: dict[str, list[tuple[str, Claim, date]]] = field(init=False)  # see `dated`

    def __post_init__(self) -> None:
        exact = frozenset(n for n, w in self.dates.items() if w.exact)
        days = [d for n in exact if (d := self.dates[n].earliest)]
        object.__setattr__(self, "exact", exact)
        object.__setattr__(self, "first", min(days, default=None))
        object.__setattr__(self, "last", max(days, default=None))
        times = {n: self.told.resolved(r, n, self.dates.get(n)) for n, r in self.reads.items()}
        object.__setattr__(self, "times", times)
        object.__setattr__(self, "pinned", _by_family(_pinned(self)))
        not_yet: dict[str, list[Telling]] = {}
        for name in self.reads:
            when = self.dates.get(name)
            for told in self.told.tellings[name] if when and when.earliest else ():
                for group in sorted(told.not_yet):
                    not_yet.setdefault(group, []).append(told)
        object.__setattr__(self, "_at", {})
        object.__setattr__(self, "open", {g: tuple(found[:KEPT]) for g, found in not_yet.items()})

    def dated(self, lemma: str) -> Sequence[tuple[str, Claim, date]]:
        """The claims with that verb to which reports of a known day give one day: the report, the claim, its day."""
        if not self._at:
            self._at[""] = []
            for name in sorted(self.exact):
                for claim in self.reads[name].claims:
                    when = self.times[name][claim.time].when if claim.time is not None else None
                    told = claim.time_relation in ("at", "since") and claim.factuality in (*_REAL, "planned")
                    if told and when is not None and when.exact and when.earliest is not None:
                        self._at.setdefault(claim.lemma, []).append((name, claim, when.earliest))
        return self._at.get(lemma, ())

    def pins(self, name: str, groups: frozenset[str]) -> Iterator[Pinned]:
        """Events of these families that other reports date, each once."""
        seen: set[int] = set()
        for group in sorted(groups):
            for pin in self.pinned.get(group, ()):
                if pin.told.report != name and id(pin) not in seen:
                    seen.add(id(pin))
                    yield pin


def _by_family(pins: Iterator[Pinned]) -> dict[str, tuple[Pinned, ...]]:
    """At most FEW tellings of one family and day: more would say the same, and large piles must stay quick."""
    out: dict[str, list[Pinned]] = {}
    count: Counter[tuple[str, str | None]] = Counter()
    for pin in pins:
        for group in sorted(pin.groups):
            count[(group, pin.when.edtf)] += 1
            if count[(group, pin.when.edtf)] <= FEW:
                out.setdefault(group, []).append(pin)
    return {group: tuple(found) for group, found in out.items()}


def _pinned(k: Known) -> Iterator[Pinned]:
    """Sentences told as past with one day (or month) that is stated, or that a dated report's day settles."""
    for name in k.reads:
        late = k.dates[name].latest if name in k.dates else None
        for told in k.told.tellings[name]:
            for n, groups in told.timed:
                x, r = k.reads[name].times[n], k.times[name][n]
                happened = groups & told.past
                if not happened or x.type == "DURATION" or (r.when.width or 99) > 31 or not past(k, name, n):
                    continue
                if not r.when.exact and x.meaning.get("month") is None and not k.told.claims_at(k.reads[name], name, n):
                    continue  # "days after talks this week": the week is the talks'
                told_ahead = late is not None and r.when.earliest is not None and r.when.earliest > late
                if r.when.basis in ("stated", "narrative", "report-date") and not told_ahead:
                    yield Pinned(told, r.when, happened)


def past(k: Known, name: str, n: int) -> bool:
    """Whether what happened at the time is told as past."""
    x = k.reads[name].times[n]
    if x.preposition in ("by", "until", "till", "before", "than", "within"):
        return False
    claims = k.told.claims_at(k.reads[name], name, n)
    if claims:
        return all(c.factuality in _REAL and c.time_relation in ("at", "since", "after") for c in claims)
    text = k.reads[name].report.text[max(0, x.start - SET_FOR) : x.start]
    return x.tense == "past" and x.preposition in _ON and MEANT.search(text) is None


def words_of(k: Known, name: str, x: TimeExpression) -> Anchor:
    """The anchor of a time."""
    return Anchor.cut(k.reads[name].report.id, k.reads[name].report.text, x.start, x.end)


def firm_bounds(k: Known, name: str) -> Iterator[Bound]:
    """What is said bounds the day, whatever the habits of news."""
    yield from _witnesses(k, name)
    yield from _own_times(k, name)
    for told in k.told.tellings[name]:
        yield from placed_elsewhere(k, name, told, True)
        yield from not_yet(k, name, told, True)


def _witnesses(k: Known, name: str) -> Iterator[Bound]:
    for w in k.reads[name].report.witnesses:
        if w.says == "not_before" and w.when.earliest:
            yield Bound(w.when.earliest, None, w.why, w.anchor)
        elif w.says == "not_after" and w.when.latest:
            yield Bound(None, w.when.latest, w.why, w.anchor)


def _own_times(k: Known, name: str) -> Iterator[Bound]:
    """Full dates of its own: told as past, the report came after; told as coming, before."""
    apart = outlying(k, name)
    yield from (b for b in _dates_told(k, name) if b not in apart)


def outlying(k: Known, name: str) -> tuple[Bound, ...]:
    """The one full date of a report that would put it far from all dated ones: it may well be misread.

    "It is to be rebuilt, officials said, in 2011" in a pile of January 2010: one such date is no ground to leave the
    others; two different ones are.
    """
    if len(k.exact) < FEWEST or k.first is None or k.last is None:
        return ()
    around = timedelta(days=AROUND)
    own = tuple(_dates_told(k, name))
    late = tuple(b for b in own if b.low and b.low > k.last + around)
    early = tuple(b for b in own if b.high and b.high < k.first - around)
    return (*(late if len({b.low for b in late}) == 1 else ()), *(early if len({b.high for b in early}) == 1 else ()))


def _dates_told(k: Known, name: str) -> Iterator[Bound]:
    read = k.reads[name]
    stamps = {w.when.earliest for w in read.report.witnesses if w.when.exact}
    for told in k.told.tellings[name]:
        for n in told.times:
            x, r = read.times[n], k.times[name][n]
            if r.when.basis != "stated" or not r.when.known or x.type in ("DURATION", "SET"):
                continue
            if r.when.exact and r.when.earliest in stamps:
                continue  # "Updated 6 June 2012" is a witness of the page's own date, and weighed as such
            if past(k, name, n) and r.when.earliest:
                yield Bound(
                    max(r.when.earliest, _named(x) or r.when.earliest),
                    None,
                    f'it tells "{x.text}" as past',
                    words_of(k, name, x),
                )
            elif coming(k, name, n) and r.when.latest:
                before = x.preposition == "before" and r.when.earliest
                last = r.when.earliest if before and r.when.earliest else r.when.latest
                yield Bound(None, last, f'it tells "{x.text}" as still to come', words_of(k, name, x))


def _named(x: TimeExpression) -> date | None:
    """The first day of the month that the words name: of "between February and December 2017" the last is over."""
    year, month = x.meaning.get("year"), x.meaning.get("month")
    return date(year, month, 1) if year and month and MINYEAR <= year <= MAXYEAR else None


def coming(k: Known, name: str, n: int) -> bool:
    """Whether what the time is of is told as planned, and the plan is not one that was."""
    x = k.reads[name].times[n]
    claims = k.told.claims_at(k.reads[name], name, n)
    text = k.reads[name].report.text[max(0, x.start - 120) : x.start].casefold()
    if " had " in text or " was to " in text or " were to " in text or " would " in text:
        return False
    if text.endswith(", ") and not x.preposition and "," in x.text:
        return False  # "Migrants seek a way in, in Kor, Friday, April 27, 2018": the day of a picture
    if claims:
        return all(c.factuality == "planned" for c in claims)
    return x.tense == "future" and x.preposition in ("by", "until", "before", "on", "in")


def placed_elsewhere(k: Known, name: str, told: Telling, only_firm: bool) -> Iterator[Bound]:
    """An event of this sentence that another report dates: it came after; firm where such events happen once."""
    if not told.past:
        return
    for pin in k.pins(name, told.past):
        if not _same(k, told, pin.told, told.past & pin.groups):
            continue
        firm = pin.when.basis != "narrative" and (told.once & pin.told.once & told.past & pin.groups)
        if bool(firm) is not only_firm:
            continue
        low = pin.when.earliest - SLACK if pin.when.earliest else None
        day = anchor(k.reads[name], told)
        who = pin.told.report
        at = pin.when.edtf
        yield Bound(low, None, f"it tells as past what report {who} dates to {at}", day)


def _same(k: Known, a: Telling, b: Telling, groups: frozenset[str]) -> bool:
    if not groups or k.told.apart(a, b):
        return False
    needed = once_alike(k) if groups & a.once & b.once else ALIKE
    return len(a.words & b.words) >= 3 and k.told.likeness(a, b) >= needed


def once_alike(k: Known) -> float:
    """How alike two tellings of what happens once must be."""
    return ALIKE_ONCE if len(k.exact) < FEWEST else ALIKE_ONCE_OF_MANY


def not_yet(k: Known, name: str, told: Telling, firm: bool) -> Iterator[Bound]:
    """What this report tells as not yet so (firm) or as planned (soft), another dates; and the other way round."""
    open_ = (told.not_yet if firm else told.coming) - told.past
    say = "not yet so" if firm else "still to come"
    for pin in k.pins(name, open_):
        if pin.when.latest and _same(k, told, pin.told, open_ & pin.groups) and (pin.when.basis != "narrative" or firm):
            why = f"it tells as {say} what report {pin.told.report} dates to {pin.when.edtf}"
            yield Bound(None, pin.when.latest + SLACK, why, anchor(k.reads[name], told), 0 if firm else 1)
    if not firm:
        return
    for group in sorted(told.past):
        for theirs in k.open.get(group, ()):
            when = k.dates[theirs.report]
            if theirs.report != name and when.earliest and _same(k, told, theirs, frozenset({group})):
                why = f"it tells as past what report {theirs.report} of {when.edtf} tells as not yet so"
                yield Bound(when.earliest - SLACK, None, why, anchor(k.reads[name], told))
