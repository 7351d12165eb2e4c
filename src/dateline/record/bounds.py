"""The bounds that words put on the day a report came out.

In:   what was read, the dates known so far, the tellings of the pile.
Out:  Bounds: not before a day, not after a day, and the sentence that says so.
Room: record.

Firm bounds follow from what is said: who tells a thing as past writes after it. Soft bounds lean on a habit of news, named
beside its constant, and give way where they do not fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from dateline.claim.model import ReadReport
from dateline.record.tellings import Pile, Telling, anchor
from dateline.sentence.times.model import Resolved, TimeExpression
from dateline.sentence.times.resolve import resolve
from dateline.sentence.times.stamps import safe
from dateline.terms import Anchor, When

ALIKE: Final = 0.45  # likeness of two sentences of one family that tell one event
ALIKE_ONCE: Final = 0.12  # where the family happens once between the same parties
ALIKE_DAY: Final = 0.18  # where weekday or month agree as well
SAME_NEWS: Final = 0.14  # cosine of two reports' beginnings that tell the same news; see docs/time.md
SAME_TEXT: Final = 0.60
LAG: Final = 10  # days within which news is told again; syndicated copies, weeklies
WEEK: Final = 7
RECENT: Final = 60  # days within which news names a day of the past without its year in its first sentences
FEW: Final = 3  # tellings of one family and day that are compared
KEPT: Final = 200  # tellings of one family as not yet so that are compared
FEWEST: Final = 8  # dated reports that make a pile whose stretch says something
AROUND: Final = 30  # days by which a report may lie outside the stretch of its pile
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
    open: dict[str, tuple[Telling, ...]] = field(
        init=False
    )  # by family: told as not yet so by a report that is dated below

    def __post_init__(self) -> None:
        times = {n: resolve(r.times, self.dates.get(n), r.report.text) for n, r in self.reads.items()}
        object.__setattr__(self, "times", times)
        object.__setattr__(self, "pinned", _by_family(_pinned(self)))
        not_yet: dict[str, list[Telling]] = {}
        for name in self.reads:
            when = self.dates.get(name)
            for told in self.told.tellings[name] if when and when.earliest else ():
                for group in sorted(told.not_yet):
                    not_yet.setdefault(group, []).append(told)
        object.__setattr__(self, "open", {g: tuple(found[:KEPT]) for g, found in not_yet.items()})

    def pins(self, name: str, groups: frozenset[str]) -> Iterator[Pinned]:
        """Events of these families that other reports date, each once."""
        seen: set[int] = set()
        for group in sorted(groups):
            for pin in self.pinned.get(group, ()):
                if pin.told.report != name and id(pin) not in seen:
                    seen.add(id(pin))
                    yield pin

    def exact(self) -> list[str]:
        """Reports whose day is known."""
        return [n for n, w in self.dates.items() if w.exact]


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
                if not happened or x.type == "DURATION" or (r.when.width or 99) > 31 or not _past(k, name, n):
                    continue
                if (
                    not r.when.exact
                    and x.meaning.get("month") is None
                    and not any(c.time == n for c in k.reads[name].claims)
                ):
                    continue  # "days after talks this week": the week is the talks'
                told_ahead = late is not None and r.when.earliest is not None and r.when.earliest > late
                if r.when.basis in ("stated", "narrative", "report-date") and not told_ahead:
                    yield Pinned(told, r.when, happened)


def _past(k: Known, name: str, n: int) -> bool:
    """Whether what happened at the time is told as past."""
    x = k.reads[name].times[n]
    if x.preposition in ("by", "until", "till", "before", "than", "within"):
        return False
    claims = [c for c in k.reads[name].claims if c.time == n]
    if claims:
        return all(c.factuality in _REAL and c.time_relation in ("at", "since", "after") for c in claims)
    return x.tense == "past" and x.preposition in _ON


def words_of(k: Known, name: str, x: TimeExpression) -> Anchor:
    """The anchor of a time."""
    return Anchor.cut(k.reads[name].report.id, k.reads[name].report.text, x.start, x.end)


def spoken(d: date) -> str:
    """ "16 March 2024"."""
    return f"{d.day} {d:%B} {d.year}"


# ---------------------------------------------------------------------------------------------------- firm


def firm_bounds(k: Known, name: str) -> Iterator[Bound]:
    """What is said bounds the day, whatever the habits of news."""
    yield from _witnesses(k, name)
    yield from _own_times(k, name)
    for told in k.told.tellings[name]:
        yield from _placed_elsewhere(k, name, told, True)
        yield from _not_yet(k, name, told, True)


def _witnesses(k: Known, name: str) -> Iterator[Bound]:
    for w in k.reads[name].report.witnesses:
        if w.says == "not_before" and w.when.earliest:
            yield Bound(w.when.earliest, None, w.why, w.anchor)
        elif w.says == "not_after" and w.when.latest:
            yield Bound(None, w.when.latest, w.why, w.anchor)


def _own_times(k: Known, name: str) -> Iterator[Bound]:
    """Full dates of its own: told as past, the report came after; told as coming, before."""
    read = k.reads[name]
    for told in k.told.tellings[name]:
        for n in told.times:
            x, r = read.times[n], k.times[name][n]
            if r.when.basis != "stated" or not r.when.known or x.type in ("DURATION", "SET"):
                continue
            if _past(k, name, n) and r.when.earliest:
                yield Bound(r.when.earliest, None, f'it tells "{x.text}" as past', words_of(k, name, x))
            elif _coming(k, name, n) and r.when.latest:
                before = x.preposition == "before" and r.when.earliest
                last = r.when.earliest if before and r.when.earliest else r.when.latest
                yield Bound(None, last, f'it tells "{x.text}" as still to come', words_of(k, name, x))


def _coming(k: Known, name: str, n: int) -> bool:
    x = k.reads[name].times[n]
    claims = [c for c in k.reads[name].claims if c.time == n]
    text = k.reads[name].report.text[max(0, x.start - 120) : x.start].casefold()
    if " had " in text or " was to " in text or " were to " in text or " would " in text:
        return False
    if claims:
        return all(c.factuality == "planned" for c in claims)
    return x.tense == "future" and x.preposition in ("by", "until", "before", "on", "in")


def _placed_elsewhere(k: Known, name: str, told: Telling, only_firm: bool) -> Iterator[Bound]:
    """An event of this sentence that another report dates: it came after; a bare weekday or month says how long after."""
    if not told.past:
        return
    for pin in k.pins(name, told.past):
        if not _same(k, told, pin.told, told.past & pin.groups):
            continue
        firm = pin.when.basis != "narrative" and (told.once & pin.told.once & told.past & pin.groups)
        if bool(firm) is not only_firm:
            continue
        low = pin.when.earliest
        day = anchor(k.reads[name], told)
        who = pin.told.report
        at = pin.when.edtf
        yield Bound(low, None, f"it tells as past what report {who} dates to {at}", day)


def _same(k: Known, a: Telling, b: Telling, groups: frozenset[str]) -> bool:
    if not groups:
        return False
    needed = ALIKE_ONCE if groups & a.once & b.once else ALIKE
    return len(a.words & b.words) >= 3 and k.told.likeness(a, b) >= needed


def _not_yet(k: Known, name: str, told: Telling, firm: bool) -> Iterator[Bound]:
    """What this report tells as not yet so (firm) or as planned (soft), another dates; and the other way round."""
    open_ = (told.not_yet if firm else told.coming) - told.past
    say = "not yet so" if firm else "still to come"
    for pin in k.pins(name, open_):
        if pin.when.latest and _same(k, told, pin.told, open_ & pin.groups) and (pin.when.basis != "narrative" or firm):
            why = f"it tells as {say} what report {pin.told.report} dates to {pin.when.edtf}"
            yield Bound(None, pin.when.latest, why, anchor(k.reads[name], told), 0 if firm else 1)
    if not firm:
        return
    for group in sorted(told.past):
        for theirs in k.open.get(group, ()):
            when = k.dates[theirs.report]
            if theirs.report != name and when.earliest and _same(k, told, theirs, frozenset({group})):
                why = f"it tells as past what report {theirs.report} of {when.edtf} tells as not yet so"
                yield Bound(when.earliest, None, why, anchor(k.reads[name], told))


# ---------------------------------------------------------------------------------------------------- soft


def soft_bounds(k: Known, name: str, low: date | None) -> Iterator[Bound]:
    """What the habits of news add: bare weekdays and months are near, news is told within days."""
    for told in k.told.tellings[name]:
        yield from _relative(k, name, told)
        yield from _placed_elsewhere(k, name, told, False)
        yield from _not_yet(k, name, told, False)
        if told.lead:
            yield from _bare_days(k, name, told, low)
        yield from _bare_deadlines(k, name, told, low)
    yield from _same_news(k, name, low)


def _relative(k: Known, name: str, told: Telling) -> Iterator[Bound]:
    """ "on Wednesday", "in July", "last week" of an event that another report dates to such a day."""
    for n, groups in told.timed:
        x = k.reads[name].times[n]
        if x.type in ("DURATION", "SET") or not _past(k, name, n):
            continue
        for pin in k.pins(name, groups):
            window = _window(x, pin.when)
            if window and len(told.words & pin.told.words) >= 3 and k.told.likeness(told, pin.told) >= ALIKE_DAY:
                why = f'it says "{x.text}" of what report {pin.told.report} dates to {pin.when.edtf}'
                yield Bound(window[0], window[1], why, words_of(k, name, x))


def _window(x: TimeExpression, event: When) -> tuple[date, date] | None:
    """When such words are said of an event of such days; None where they do not fit it."""
    m, first, last = x.meaning, event.earliest, event.latest
    if first is None or last is None:
        return None
    if m.shape == "calendar" and m.get("weekday") and m.get("day") is None:
        if event.exact and first.isoweekday() == m.get("weekday") and m.direction in (None, -1):
            return first, first + timedelta(days=WEEK if m.direction is None else 2 * WEEK)
        return None
    if m.shape == "calendar" and m.get("month") and m.get("year") is None and m.get("year_shift") is None:
        if first.month != m.get("month") or last.month != first.month or (m.get("day") not in (None, first.day)):
            return None
        return first, first + timedelta(days=335)  # a bare month is the last one of that name
    if not event.exact:
        return None
    if m.shape == "deictic" and m.count is not None:
        return first - timedelta(days=int(m.count) + 1), first - timedelta(days=int(m.count) - 1)
    if m.shape == "pointed" and m.anchor == "report" and m.count in (0, -1) and m.modifier is None:
        return _pointed(m.unit or "", int(m.count), first)
    return None


def _pointed(unit: str, count: int, first: date) -> tuple[date, date] | None:
    """ "last week" is said in the week after, "this month" in the same; a day or two of grace."""
    if unit == "week":
        monday = first - timedelta(days=first.isoweekday() - 1)
        return (
            (monday + timedelta(days=6), monday + timedelta(days=14)) if count else (first, monday + timedelta(days=7))
        )
    if unit == "month":
        nxt = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
        after = (nxt.replace(day=28) + timedelta(days=4)).replace(day=1)
        return (nxt, after - timedelta(days=1)) if count else (first, nxt - timedelta(days=1))
    if unit == "year":
        return (
            (date(first.year + 1, 1, 1), date(first.year + 1, 12, 31)) if count else (first, date(first.year, 12, 31))
        )
    return None


def _bare_days(k: Known, name: str, told: Telling, low: date | None) -> Iterator[Bound]:
    """A day without a year, told as past where the news is told: it lies within RECENT days before."""
    days = [d for w in k.dates.values() if w.exact and (d := w.earliest)]
    if not days:
        return
    first, last = low or min(days), max(max(days), low or min(days))
    for n in told.times:
        x = k.reads[name].times[n]
        m = x.meaning
        if (
            m.shape != "calendar"
            or m.get("year") is not None
            or not m.get("day")
            or not m.get("month")
            or not _past(k, name, n)
        ):
            continue
        fitting = []
        for year in range(first.year - 1, last.year + 1):
            day = safe(year, m.get("month"), m.get("day"))
            if day and day + timedelta(days=RECENT) >= first and day <= last + timedelta(days=AROUND):
                fitting.append(day)
        if len(fitting) == 1:
            why = f'it tells "{x.text}" as past and gives no year; news names such days within {RECENT} days'
            yield Bound(fitting[0], fitting[0] + timedelta(days=RECENT), why, words_of(k, name, x), 1)


def _bare_deadlines(k: Known, name: str, told: Telling, low: date | None) -> Iterator[Bound]:
    """A day without a year, told as coming, is the next of that name after all that the report tells as past."""
    for n in told.times if low else ():
        x = k.reads[name].times[n]
        m = x.meaning
        if (
            low is None
            or m.shape != "calendar"
            or m.get("year") is not None
            or not m.get("month")
            or not _coming(k, name, n)
        ):
            continue
        day = m.get("day") or (20 if m.modifier == "MID" else 28)
        found = next((d for y in (low.year, low.year + 1) if (d := safe(y, m.get("month"), day)) and d >= low), None)
        if found:
            why = f'it tells "{x.text}" as still to come, and nothing after {spoken(low)} as past'
            yield Bound(None, found, why, words_of(k, name, x), 3)


def _same_news(k: Known, name: str, low: date | None) -> Iterator[Bound]:
    """Dated reports that begin with the same news: it came out within days of them."""
    near = [(score, other) for score, other in k.told.near(name) if other in k.dates and k.dates[other].exact]
    if not near or near[0][0] < SAME_NEWS:
        return
    best = near[0][0]
    kept = [(s, o) for s, o in near[:6] if s >= max(SAME_NEWS, 0.65 * best)]
    days = [d for _, o in kept if (d := k.dates[o].earliest)]
    lag = timedelta(days=LAG)
    names = ", ".join(o for _, o in kept[:3])
    how = "repeats the text" if best >= SAME_TEXT else "tells the same news"
    why = f"it {how} as report{'s' if len(kept) > 1 else ''} {names}, and news is told within {LAG} days"
    window = (min(days) - lag, max(days) + lag)
    if low and low > window[1]:
        return
    yield Bound(window[0], window[1], why, None, 2)


def pile_stretch(k: Known, name: str, low: date | None, high: date | None) -> Iterator[Bound]:
    """A report of a situation comes from the time in which the dated ones tell it, a month allowed on either side."""
    days = sorted(d for n in k.exact() if n != name and (d := k.dates[n].earliest))
    if len(days) < FEWEST:
        return
    around = timedelta(days=AROUND)
    why = f"the {len(days)} dated reports of this record run from {spoken(days[0])} to {spoken(days[-1])}; a month either side is allowed"
    if high is None:
        yield Bound(None, max(days[-1], low or days[-1]) + around, why, None)
    if low is None:
        yield Bound(min(days[0], high or days[0]) - around, None, why, None)
