"""Until when a state is to stand after a later report's word: "prolonged until 30 June", "for two weeks longer".

In:   a sentence of a small pile that tells a longer term, the state that it means.
Out:  a When; None where it does not give the last day.
Room: state. What a length is worth, the reader of times says; months and years are those of the calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from dateline.state.kinship import LONGEST, Passage
from dateline.state.model import State
from dateline.state.sequels_pile import Pile, days_ahead
from dateline.terms import When

LENGTH: Final = re.compile(r"P(\d{1,3})([DWMY])")
MONTHS: Final = {"M": 1, "Y": 12}
DAYS: Final = {"D": 1, "W": 7}
FURTHER: Final = re.compile(
    r"\b(?:another|further|extra|additional|more|longer|prolong\w*|extend\w*|extension|renew\w*|"
    r"lengthen\w*|roll\w* over)\b"
)
LAST: Final = ("until", "till", "to", "through", "including")


def new_term(spot: Passage, state: State, pile: Pile) -> When | None:
    """The day until which it is to stand now: of the sentence, of the next, else so long after its last term."""
    spots = pile.spots[spot.report]
    following = spots[spots.index(spot) + 1 :][:1]
    ahead = days_ahead(spot, pile) or [d for p in following for d in days_ahead(p, pile)]
    for words, back in ((LAST, 0), (("before",), 1)):
        for word, when in ahead:
            if word in words and when.exact and when.latest is not None:
                return When.day(when.latest - timedelta(days=back))
    return _by_length(spot, state, pile)


def _by_length(spot: Passage, state: State, pile: Pile) -> When | None:
    """ "Will last two weeks longer": so long after its last term."""
    before = [t for t in state.transitions if t.report != spot.report or t.told.claim.trigger.start < spot.start]
    terms = [t.term for t in before if t.term is not None and t.term.exact]  # no length is counted twice
    longest = max((w.latest for w in terms if w.latest is not None), default=None)
    if longest is None or FURTHER.search(spot.text[:LONGEST]) is None:
        return None
    read = pile.around.record.reports[spot.report]
    lengths = [t.value for t in read.times if spot.start <= t.start < spot.end and t.type == "DURATION"]
    told = [m for m in map(LENGTH.fullmatch, lengths) if m is not None]
    return When.day(moved_on(longest, int(told[0].group(1)), told[0].group(2))) if len(told) == 1 else None


def moved_on(day: date, number: int, unit: str) -> date:
    """So many days, weeks, months or years later, in months with fewer days on their last.

    >>> moved_on(date(2031, 1, 31), 1, "M"), moved_on(date(2031, 1, 31), 2, "W")
    (datetime.date(2031, 2, 28), datetime.date(2031, 2, 14))
    """
    if unit in DAYS:
        return day + timedelta(days=min(number * DAYS[unit], (date.max - day).days))
    months = day.year * 12 + day.month - 1 + number * MONTHS[unit]
    year, month = min(months // 12, date.max.year), months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
