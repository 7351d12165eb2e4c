"""The sentences of a small pile of reports, and the days that they give.

In:   a record of few reports.
Out:  a Pile; None for a larger record, which may tell many stories. The days of a sentence, gone by and ahead.
Room: state. What the sentences say of what was told before is `sequels.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.record.model import PlacedClaim
from dateline.state.cast import Context
from dateline.state.kinship import Passage, sentences
from dateline.state.pile import many_stories
from dateline.state.spans import in_later_year
from dateline.terms import When
from dateline.terms.factuality import REAL

HEAD: Final = 4  # sentences of a report in which it tells its news
FEW, SHORT = 4, 8  # reports, and sentences of each: so few tell one story
OFTEN: Final = 8  # sentences in which a word that tells things apart stands at most
UP_TO: Final = re.compile(r"\b(?:including|up to|until|till|through) $")
WEEKDAY: Final = re.compile(r"XXXX-WXX-[1-7]")
COMING: Final = frozenset({"to", "until", "till"})  # a weekday behind these is the next one
UNTIL: Final = frozenset({"to", "until", "till", "through", "before", "by", "for"})


@dataclass(frozen=True, slots=True)
class Pile:
    """The sentences of a small pile, by report, in the order of the days of their reports."""

    around: Context
    spots: dict[str, tuple[Passage, ...]]
    claims: dict[str, tuple[PlacedClaim, ...]]
    days: tuple[tuple[date, str], ...]
    tiny: bool  # a few short reports, which tell one story
    common: frozenset[str]  # names and words of so many sentences that they tell nothing apart


def pile_of(around: Context) -> Pile | None:
    """The pile; None where it may tell many stories."""
    record = around.record
    if len(record.reports) < 2 or many_stories(record):
        return None
    spots = {name: sentences(read) for name, read in record.reports.items()}
    claims: dict[str, list[PlacedClaim]] = {}
    for told in record.claims.values():
        claims.setdefault(told.claim.report, []).append(told)
    days = sorted(
        (d.published.latest, name) for name, d in record.dates.items() if d.published.latest and name in spots
    )
    ordered = {r: tuple(sorted(c, key=lambda t: t.claim.trigger.start)) for r, c in claims.items()}
    return Pile(around, spots, ordered, tuple(days), _is_tiny(spots), _common(spots))


def _is_tiny(spots: dict[str, tuple[Passage, ...]]) -> bool:
    return len(spots) <= FEW and all(len(told) <= SHORT for told in spots.values())


def _common(spots: dict[str, tuple[Passage, ...]]) -> frozenset[str]:
    """What stands in more sentences than those of a story of a few short reports."""
    every = [p for told in spots.values() for p in told]
    count = Counter(w for p in every for w in p.names | p.words)
    most = max(OFTEN, len(every) // 8)
    return frozenset(w for w, n in count.items() if n > most)


def has_day(spot: Passage, pile: Pile, last: date) -> bool:
    """Whether the sentence gives a day gone by: of two that tell one end the one with its day is heard first."""
    return any(w.exact and w.latest is not None and w.latest <= last for _, w in days_in(spot, pile))


def days_in(spot: Passage, pile: Pile) -> list[tuple[str, When]]:
    """The days that the sentence gives, each with the word before it."""
    return [(word, when) for word, when, _ in _days(spot, pile)]


def days_ahead(spot: Passage, pile: Pile, words: frozenset[str] = UNTIL) -> list[tuple[str, When]]:
    """Those that lie after the report; "shifted to 5 September", told in June, is the coming one, by its word."""
    last = pile.around.record.dates[spot.report].published.latest
    out = []
    for word, when, value in _days(spot, pile):
        yearless = value.startswith("XXXX-") and not value.startswith("XXXX-W") and word in words
        rolled = in_later_year(when, last) if yearless and last is not None else when
        if word in COMING and WEEKDAY.fullmatch(value) and when.exact and when.latest is not None and last is not None:
            rolled = _next_week(when.latest, last)
        if last is not None and rolled.earliest is not None and rolled.earliest > last:
            out.append((word, rolled))
    return out


def _next_week(day: date, last: date) -> When:
    """The first such weekday after the report: "put off to Monday"."""
    gone = (last - day).days
    return When.day(day + timedelta(days=7 * (gone // 7 + 1)) if gone >= 0 and day.year < date.max.year else day)


def _days(spot: Passage, pile: Pile) -> Iterable[tuple[str, When, str]]:
    """Its days, each with the word before it and the value read; "from 1 April to 30 September" gives two days."""
    record = pile.around.record
    read, placed = record.reports[spot.report], record.times.get(spot.report, ())
    for i, time in enumerate(read.times):
        if spot.start <= time.start < spot.end and time.type in ("DATE", "TIME") and i < len(placed):
            when, word = placed[i].when, (time.preposition or "").casefold()
            word = word or ("until" if UP_TO.search(read.report.text[max(0, time.start - 16) : time.start]) else "")
            if when is not None and when.latest is not None:
                yield word, _one_day(word, when), time.value


def _one_day(word: str, when: When) -> When:
    stretch = "/" in (when.edtf or "") and when.earliest is not None and when.latest is not None
    if stretch and word == "from" and when.earliest is not None:
        return When.day(when.earliest)
    return When.day(when.latest) if stretch and word in UNTIL and when.latest is not None else when


def day_of(spot: Passage, told: PlacedClaim, pile: Pile) -> When:
    """When it came about: the day of the claim, else the only day of the sentence, else by the report's day."""
    last = told.published.latest
    if told.claim.factuality in REAL and told.when.exact and (last is None or (told.when.latest or last) <= last):
        return told.when
    past = [w for _, w in days_in(spot, pile) if w.exact and last is not None and (w.latest or last) <= last]
    return past[0] if len(past) == 1 else When.between(None, last) if last is not None else told.published
