"""The bounds that lean on a habit of news: bare weekdays and months are near, news is told within days.

In:   what was read, the dates known so far, the tellings of the pile.
Out:  soft Bounds; each gives way where it does not fit what is said.
Room: record. The numbers below were chosen on the two situations of the benchmark and widened on five piles of real
news (benchmarks/dating.py), where narrower ones missed one true day in eight: run both again when one changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from dateline.record.bounds import (
    AROUND,
    FEWEST,
    Bound,
    Known,
    Pinned,
    coming,
    not_yet,
    once_alike,
    outlying,
    past,
    placed_elsewhere,
    words_of,
)
from dateline.record.clauses import AFTER, BESIDE
from dateline.record.since_events import days_since
from dateline.record.tellings import Telling
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.sentence.times.stamps import safe, spoken
from dateline.terms import When

ALIKE_DAY: Final = 0.30  # where weekday or month agree as well
SAME_NEWS: Final = 0.14  # cosine of two reports' beginnings that tell the same news; see docs/time.md
TURNS: Final = 6  # times that the news of a situation changes from the pile's first day to its last
SAME_TEXT: Final = 0.60  # cosine of beginnings of which one repeats the other
SPARSE: Final = 21  # days between dated reports of one story, beyond which their words recur with no news in common
LAG: Final = 30  # days, at most, within which the same news is told; less where a pile is short
WEEK: Final = 7
RECENT: Final = 60  # days within which news names a day of the past without its year in its first sentences
FILED: Final = 7  # days from a dateline to print
AS_WELL: Final = 0.8  # of the best likeness; events that fit so well are not told apart
_MONTH_DAY: Final = re.compile(r"XXXX-\d\d-\d\d")


def soft_bounds(k: Known, name: str, low: date | None) -> Iterator[Bound]:
    """What the habits of news add: bare weekdays and months are near, news is told within days."""
    settled = None if low and _only_a_year(k, name, low) else low
    for told in k.told.tellings[name]:
        yield from _relative(k, name, told)
        yield from _days_after(k, name, told)
        yield from days_since(k, name, told)
        yield from placed_elsewhere(k, name, told, False)
        yield from not_yet(k, name, told, False)
        if told.lead:
            yield from _bare_days(k, name, told, low)
        yield from _bare_deadlines(k, name, told, settled)
    yield from _same_news(k, name, low)
    yield from _datelines(k, name, low)


def _datelines(k: Known, name: str, low: date | None) -> Iterator[Bound]:
    """ "NIAMEY, March 17" without its year: filed that day, and printed within days, in the one year that fits."""
    first, last = _stretch(k, low)
    if first is None or last is None:
        return
    for w in k.reads[name].report.witnesses:
        edtf = w.when.edtf or ""
        if w.says != "published" or w.when.earliest is not None or not _MONTH_DAY.fullmatch(edtf):
            continue
        fitting = _years(int(edtf[5:7]), int(edtf[8:10]), first, last, FILED)
        if len(fitting) == 1:
            why = f"{w.why}; {fitting[0].year} is the year that fits"
            yield Bound(fitting[0] - timedelta(days=1), fitting[0] + timedelta(days=FILED), why, w.anchor, -1)


def _stretch(k: Known, low: date | None) -> tuple[date | None, date | None]:
    """From what is known of the report on, else from the pile's first dated report, to the pile's last."""
    if k.first is None or k.last is None:
        return None, None
    return low or k.first - timedelta(days=FILED), max(k.last, low or k.last)


def _years(month: int, day: int, first: date, last: date, reach: int) -> list[date]:
    """The days of that name from `reach` days before the stretch to a month after it."""
    found = (safe(year, month, day) for year in range(first.year - 1, last.year + 2))
    return [d for d in found if d and d + timedelta(days=reach) >= first and d <= last + timedelta(days=AROUND)]


def _relative(k: Known, name: str, told: Telling) -> Iterator[Bound]:
    """ "on Wednesday", "in July", "last week" of an event that another report dates to such a day."""
    for n, groups in told.timed:
        x = k.reads[name].times[n]
        if x.type in ("DURATION", "SET") or not past(k, name, n):
            continue
        needed = once_alike(k) if groups & told.once else ALIKE_DAY
        fits: list[tuple[float, Pinned, date, date]] = []
        for pin in k.pins(name, groups):
            window = _window(x, pin.when)
            if window is None or len(told.words & pin.told.words) < 3 or k.told.apart(told, pin.told):
                continue
            if _said(k, told) == _said(k, pin.told):
                continue  # word for word the same: what every page of a site carries is no news of either day
            likeness = k.told.likeness(told, pin.told)
            if likeness >= needed:
                fits.append((likeness, pin, *window))
        if fits:
            yield _hull(k, name, x, fits)


def _days_after(k: Known, name: str, told: Telling) -> Iterator[Bound]:
    """ "On Friday, a day after soldiers seized power", which another report dates to a Thursday."""
    read = k.reads[name]
    timed = dict(told.timed)
    untimed = told.past.difference(*timed.values())
    for n, x in enumerate(read.times):
        m, day = x.meaning, read.times[n - 1] if n else None
        within = told.start <= x.start < told.end and m.shape == "event-offset" and m.unit == "day" and not m.modifier
        named = day.meaning.get("weekday") if day and day.meaning.direction is None else None
        side = AFTER.match(read.report.text, x.end)
        if not (within and m.count and named and day and side) or not BESIDE.fullmatch(
            read.report.text, day.end, x.start
        ):
            continue
        away = timedelta(days=int(m.count) * (1 if side[1] == "after" else -1))
        fits: list[tuple[float, Pinned, date, date]] = []
        for pin in k.pins(name, timed.get(n, untimed)):
            first = pin.when.earliest + away if pin.when.exact and pin.when.earliest else None
            if first is None or first.isoweekday() != named or len(told.words & pin.told.words) < 3:
                continue
            likeness = k.told.likeness(told, pin.told)
            if likeness >= ALIKE_DAY and not k.told.apart(told, pin.told):
                fits.append((likeness, pin, first, first + timedelta(days=WEEK)))
        if fits:
            yield _hull(k, name, x, fits)


def _said(k: Known, told: Telling) -> str:
    return k.reads[told.report].report.text[told.start : told.end]


def _hull(k: Known, name: str, x: TimeExpression, fits: list[tuple[float, Pinned, date, date]]) -> Bound:
    """Where several dated events fit the words about as well, the stretch that holds all their windows."""
    best = max(likeness for likeness, _, _, _ in fits)
    near = [f for f in fits if f[0] >= AS_WELL * best]
    chosen = min(near, key=lambda f: (-f[0], f[1].told.report, str(f[2])))[1]
    why = f'it says "{x.text}" of what report {chosen.told.report} dates to {chosen.when.edtf}'
    return Bound(min(f[2] for f in near), max(f[3] for f in near), why, words_of(k, name, x))


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
        if count == 0:
            return first, monday + timedelta(days=7)
        soonest = min(monday + timedelta(days=6), first + timedelta(days=4))  # said on Saturday of a Monday
        return soonest, monday + timedelta(days=14)
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
    first, last = _stretch(k, low)
    if first is None or last is None:
        return
    for n in told.times:
        x = k.reads[name].times[n]
        m = x.meaning
        if (
            m.shape != "calendar"
            or m.get("year") is not None
            or not m.get("day")
            or not m.get("month")
            or not past(k, name, n)
        ):
            continue
        fitting = _years(m.get("month"), m.get("day"), first, last, RECENT)
        if len(fitting) == 1:
            why = f'it tells "{x.text}" as past and gives no year; news names such days within {RECENT} days'
            yield Bound(fitting[0], fitting[0] + timedelta(days=RECENT), why, words_of(k, name, x), 1)


def _bare_deadlines(k: Known, name: str, told: Telling, low: date | None) -> Iterator[Bound]:
    """A day without a year, told as coming, is the next of that name after all that the report tells as past, where
    that has more than its year: of "in 2016" a report may tell years later."""
    if low and k.first and len(k.exact) >= FEWEST:
        low = max(low, k.first - timedelta(days=AROUND))
    for n in told.times:
        x = k.reads[name].times[n]
        m = x.meaning
        yearless = m.shape == "calendar" and m.get("year") is None and m.get("month")
        if not yearless or not coming(k, name, n):
            continue
        day = m.get("day") or (20 if m.modifier == "MID" else 28)
        if low is None:
            found, why = _in_the_pile(k, m) if m.get("day") else None, "in the one year that fits the pile"
        else:
            found = next(
                (d for y in (low.year, low.year + 1) if (d := safe(y, m.get("month"), day)) and d >= low), None
            )
            why = f"and nothing after {spoken(low)} as past"
        if found:
            yield Bound(None, found, f'it tells "{x.text}" as still to come, {why}', words_of(k, name, x), 3)


def _in_the_pile(k: Known, m: Meaning) -> date | None:
    """The day of that name within the stretch of the dated reports, or soon after, where there is but one."""
    first, last = _stretch(k, None)
    fitting = _years(m.get("month"), m.get("day"), first, last, 0) if first and last else []
    return fitting[0] if len(fitting) == 1 else None


def _only_a_year(k: Known, name: str, low: date) -> bool:
    """Whether the day is that on which a year begins that the report names without a month."""
    times = zip(k.reads[name].times, k.times[name], strict=True)
    return any(r.when.earliest == low and x.meaning.get("month") is None and not r.when.exact for x, r in times)


def _same_news(k: Known, name: str, low: date | None) -> Iterator[Bound]:
    """Dated reports that begin with the same news: it came out within days of them."""
    near = k.told.near(name, k.exact)
    if not near or near[0][0] < SAME_NEWS:
        return
    first, last = _stretch(k, None)
    dated = len(k.exact)
    best = near[0][0]
    unread = k.reads[name].report.language not in (None, "", "en")  # what it tells is not understood, only seen
    sparse = first is not None and last is not None and (last - first).days > dated * SPARSE
    if first is None or last is None or ((dated < FEWEST or unread or sparse) and best < SAME_TEXT):
        return
    kept = [(s, o) for s, o in near[:6] if s >= max(SAME_NEWS, 0.65 * best)]
    days = [d for _, o in kept if (d := k.dates[o].earliest)]
    pace = min(LAG, max(2 * WEEK, (last - first).days // TURNS)) if best < SAME_TEXT else WEEK
    lag = timedelta(days=pace)
    names = ", ".join(o for _, o in kept[:3])
    how = "repeats the text" if best >= SAME_TEXT else "tells the same news"
    why = f"it {how} as report{'s' if len(kept) > 1 else ''} {names}, and such news is told within {pace} days here"
    window = (min(days) - lag, max(days) + lag)
    if low and low > window[1]:
        return
    yield Bound(window[0], window[1], why, None, 2)


def pile_stretch(k: Known, name: str, low: date | None, high: date | None) -> Iterator[Bound]:
    """A report of a situation comes from the time in which the dated ones tell it, with some room on either side."""
    if len(k.exact) < FEWEST or k.first is None or k.last is None:
        return
    room = min(AROUND, max(WEEK, (k.last - k.first).days // 2))
    stretch = f"from {spoken(k.first)} to {spoken(k.last)}"
    why = f"the {len(k.exact)} dated reports of this record run {stretch}; {room} days either side are allowed"
    begun = _story_begun(k, k.first - timedelta(days=room))
    apart = outlying(k, name)
    last = max((k.last, *(b.low for b in apart if b.low), *([low] if low else [])))
    first = min((k.first, *(b.high for b in apart if b.high), *([high] if high else [])))
    if apart:
        why += f"; {apart[0].why}, but nothing else puts it there"
    if high is None:
        yield Bound(None, last + timedelta(days=room), why, None)
    if low is None and begun is not None and not apart and high is None:
        yield Bound(
            begun,
            None,
            f"the first day of which dated reports of this record tell shortly before that is {spoken(begun)}",
            None,
        )
    elif low is None:
        yield Bound(first - timedelta(days=room), None, why, None)


def _story_begun(k: Known, before: date) -> date | None:
    """The first day of which the reports tell as past, where it lies not long before the first of them: an undated
    report may be from the days that no dated one of the pile is from."""
    if k.first is None:
        return None
    told = (pin.when for pins in k.pinned.values() for pin in pins if pin.when.basis == "stated" and pin.when.exact)
    soon = k.first - timedelta(days=RECENT)
    return min((d for when in told if (d := when.earliest) is not None and soon <= d < before), default=None)
