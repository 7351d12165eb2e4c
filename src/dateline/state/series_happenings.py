"""Parts the tolls of one place by the day of what happened, in a pile that tells one story.

In:   placed quantities of one toll ("people killed in Tarnby"), and their record.
Out:  the quantities by happening ("on 5 May"); under "" all of them where nothing tells of two.
Room: state. A bomb on Monday and a shooting on Thursday have a toll each: the second is no later number for the first.
      A day parts only where the words give it to the deed: not the day on which a toll rose, or was told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateline.record.model import PlacedQuantity, Record
from dateline.state.disputes_ground import COMMON, GROWN, TOLL
from dateline.state.disputes_nouns import own_day
from dateline.state.disputes_words import in_common, said
from dateline.state.series_identity import Identity
from dateline.terms.factuality import REAL

BEFALLEN: Final = frozenset({"killed", "injured"})
VOTED: Final = frozenset({"in favour", "against"})
APART: Final = timedelta(days=2)  # from one day to the next; "on Monday" and "on Sunday night" can be one
NEXT_DAY: Final = timedelta(days=1)  # the same of votes: the Senate's on Monday, the lower house's on Tuesday
RECENT: Final = 60  # days before the report within which a day told without a year is that of its news
FEW: Final = 6  # happenings that a story of one place can have; more are a war's days
OWNED: Final = re.compile(  # "Monday's car bombing"; a funeral or a paper has a day of its own
    r"['’]s? (?!(?:[a-z-]+ )?(?:funerals?|burials?|vigils?|memorials?|papers?|newspapers?|editions?|reports?|"
    r"statements?|meetings?|hearings?|speech|broadcast|visit)\b)(?:[a-z-]+ ){0,2}?[a-z-]{4,}"
)
SPAN: Final = re.compile(
    r"\b(?:in|within|over|during|for) (?:a|the (?:past|last)|[a-z]+) (?:\w+ )?(?:days?|weeks?|months?)\b|"
    r"\bthis (?:week|month|year)\b|\bsince\b",
    re.I,
)  # "seven soldiers have been killed in a week"
MAGNITUDE: Final = "magnitude"
RISEN: Final = 0.75  # of a toll, what it was shortly before at least
OF_ONE: Final = re.compile(
    r"\b(?:the|an?|this|that|['’]s?)(?: [\w.'’-]+){0,4} (?:quake|earthquake|flood|storm|cyclone|hurricane|typhoon|fire|"
    r"blaze|wildfire|blast|explosion|crash|collapse|landslide|attack|bombing|shooting|disaster|outbreak|accident)\b",
    re.I,
)
LEVELS: Final = ("level", "total")

Group = list[PlacedQuantity]


def by_happening(groups: Mapping[Identity, Sequence[PlacedQuantity]], record: Record) -> dict[Identity, Group]:
    """The groups, those that hold the tolls of several happenings parted by their days."""
    out: dict[Identity, Group] = {}
    for who, placed in groups.items():
        parted = who.state in BEFALLEN | VOTED | {MAGNITUDE} and not who.spot and len(placed) > 1
        apart = NEXT_DAY if who.state in VOTED else APART
        for day, told in _parted(placed, record, apart).items() if parted else [(None, placed)]:
            out.setdefault(who if day is None else replace(who, spot=_words(day)), []).extend(told)
    return out


def _words(day: date) -> str:
    """The day as a title gives it.

    >>> _words(date(2031, 5, 8))
    'on 8 May'
    """
    return f"on {day.day} {day:%B}"


def _parted(placed: Sequence[PlacedQuantity], record: Record, apart: timedelta) -> dict[date | None, Group]:
    """The quantities by the day of their happening; all under None where they are of one, or of too many."""
    days = [_day(p, record) for p in placed]
    firm = [(p, d) for p, d in zip(placed, days, strict=True) if d is not None and _level(p)]
    happened = _happenings([d for _, d in firm], apart)
    if not 1 < len(happened) <= FEW:
        return {None: list(placed)}
    texts = {day: [p.quantity.anchor.text for p, d in firm if _of(d, happened) == day] for day in happened}
    most = [max(p.quantity.high for p, d in firm if _of(d, happened) == day) for day in happened]
    numbers = {day: [p.quantity.high for p, d in firm if _of(d, happened) == day] for day in happened}
    out: dict[date | None, Group] = {}
    for one, own in zip(placed, days, strict=True):
        day = _of(own, happened) if own is not None else None
        every = day is None and (_of_them_all(one, most, happened) or SPAN.search(one.quantity.anchor.text) is not None)
        out.setdefault(day if day is not None or every else _meant(one, texts, numbers), []).append(one)
    return out


def _level(placed: PlacedQuantity) -> bool:
    return placed.quantity.role in LEVELS and placed.quantity.factuality in REAL and placed.quantity.high > 0


def _happenings(days: Sequence[date], apart: timedelta) -> list[date]:
    """The first day of each happening: days nearer to each other than `apart` are one."""
    out: list[date] = []
    last = date.min
    for day in sorted(set(days)):
        if not out or day - last >= apart:
            out.append(day)
        last = day
    return out


def _of(day: date, happened: Sequence[date]) -> date:
    """The happening that a day belongs to."""
    return max((h for h in happened if h <= day), default=happened[0])


def _day(placed: PlacedQuantity, record: Record) -> date | None:
    """The day that the words give to the deed: "killed seven on Monday", "the toll of Monday's bombing"."""
    q = placed.quantity
    read = record.reports.get(q.report)
    if read is None:
        return None
    for n, (time, found) in enumerate(zip(read.times, record.times.get(q.report, ()), strict=False)):
        if not q.anchor.start <= time.start < q.anchor.end:
            continue
        owned = OWNED.match(read.report.text, time.end) is not None
        plain = n == q.time and q.time_relation == "at" and not _counts_all(q.anchor.text)
        if (owned or plain) and (day := own_day(found.when, placed.published, RECENT)) is not None:
            return day
    return None


@lru_cache(maxsize=20_000)
def _counts_all(text: str) -> bool:
    """Whether the sentence counts all that there were by then: its day may be that on which the toll rose."""
    return bool(TOLL.search(text) or GROWN.search(text.rstrip(" .")))


def _of_them_all(one: PlacedQuantity, most: Sequence[float], happened: Sequence[date]) -> bool:
    """Whether a number counts those of all happenings: as large as all of them, told when there were several, and not
    as that of one ("the death toll from the quake stood at 67")."""
    q, out = one.quantity, one.published.latest or date.max
    several = sum(day <= out for day in happened) > 1
    return several and q.unit != MAGNITUDE and q.high >= sum(most) and OF_ONE.search(q.anchor.text) is None


def _meant(
    placed: PlacedQuantity, texts: Mapping[date, Sequence[str]], numbers: Mapping[date, Sequence[float]]
) -> date:
    """The happening whose sentences share most words with this one; of equals that whose number is like it, else the
    last before it was published. A magnitude told before is that of the same quake."""
    own, high = said(placed.quantity.anchor.text), placed.quantity.high
    out = placed.published.latest or date.max
    measured = placed.quantity.unit == MAGNITUDE

    def fit(day: date) -> tuple[bool, bool, int, bool, date]:
        shared = max((len(in_common(own, said(text)) - COMMON) for text in texts[day]), default=0)
        near = any(RISEN * max(n, high) <= min(n, high) for n in numbers[day])
        return day <= out, measured and high in numbers[day], shared, near, day

    return max(texts, key=fit)
