"""Places time expressions in time.

In:   the expressions of a text in order, and when the report came out, as far as that is known.
Out:  one Resolved for each: a TIMEX3 value, a When with what settled it, and a clause that says why.
Room: sentence. Never the clock of the machine: with nothing to hold on to, a value stays unanchored, its When unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.sentence.times.anchors import Anchors
from dateline.sentence.times.model import Resolved, TimeExpression
from dateline.sentence.times.placing import Placed, place
from dateline.sentence.times.together import bare_weekday, together
from dateline.terms import When
from dateline.terms.when import edtf_of

_NEAR: Final = 8  # characters before a date that are looked at
_THE: Final = re.compile(r"\b(?:the|this|that|its|their)\s+$", re.I)
_NOUN: Final = re.compile(r",?\s+(?!(?:and|or|but|to|in|on|at|by|for|from|of|as|when|which|that|was|is)\b)[a-z]{3,}")
_DEICTIC: Final = frozenset(["deictic", "pointed", "offset"])


def resolve(times: tuple[TimeExpression, ...], published: When | None, text: str) -> tuple[Resolved, ...]:
    """Each expression placed in time; between two possible days of publication, only what both agree on is exact.

    >>> from dateline.sentence.reading import Reading
    >>> from dateline.sentence.times.find import find
    >>> words = "They announced it on Saturday. They came to power in July."
    >>> found = find(words, Reading((), (), (), (), (), "none"))
    >>> for r in resolve(found, When.day(date(2024, 3, 22)), words):
    ...     print(r.value, "|", r.why)
    2024-03-16 | Saturday before the report of 22 March 2024
    2023-07 | July before the report of 22 March 2024
    >>> [r.value for r in resolve(found, None, words)]
    ['XXXX-WXX-6', 'XXXX-07']
    """
    if published is None or (published.earliest is None and published.latest is None):
        return together(times, [_resolved(x, p) for x, p in zip(times, _placed(times, None, text), strict=True)], text)
    if published.exact:
        placed = _placed(times, published.earliest, text)
        return together(times, [_resolved(x, p) for x, p in zip(times, placed, strict=True)], text)
    low = _placed(times, published.earliest, text) if published.earliest else None
    high = _placed(times, published.latest, text) if published.latest else None
    free = _placed(times, None, text)
    agreed = [_agreed(x, low[n] if low else None, high[n] if high else None, free[n]) for n, x in enumerate(times)]
    return together(times, agreed, text)


def _placed(times: tuple[TimeExpression, ...], report: date | None, text: str) -> list[Placed]:
    anchors = Anchors(report, tells_history(times, report), ancient=_ancient(times))
    return [place(x, anchors, names_a_thing(x, text)) for x in times]


def names_a_thing(x: TimeExpression, text: str) -> bool:
    """Whether a full date only says which one is meant: what is told next need not be of that time.

    >>> from dateline.sentence.reading import Reading
    >>> from dateline.sentence.times.find import find
    >>> words = "He ran it through the Sept. 11, 2001, attacks. On May 4, 2010 he left."
    >>> [names_a_thing(t, words) for t in find(words, Reading((), (), (), (), (), "none"))]
    [True, False]
    """
    if x.meaning.get("year") is None or x.meaning.get("month") is None:
        return False
    return _THE.search(text, max(0, x.start - _NEAR), x.start) is not None and _NOUN.match(text, x.end) is not None


def tells_history(times: tuple[TimeExpression, ...], report: date | None) -> bool:
    """Whether the text narrates the past by full dates rather than reporting from its own day.

    Years written out, against words that lean on the report ("yesterday", "last week", bare weekdays): in WikiWars
    twenty to one and more, in TimeBank and AQUAINT never above two to one where there are eight of them.
    """
    years = [y for x in times if (y := x.meaning.get("year")) is not None]
    far = sum(1 for y in years if report is None or abs(report.year - y) > 1)
    leaning = sum(1 for x in times if (x.meaning.shape in _DEICTIC and x.meaning.anchor == "report") or bare_weekday(x))
    return far >= 4 and len(years) >= 8 and len(years) > 3 * leaning


def _ancient(times: tuple[TimeExpression, ...]) -> bool:
    return sum(1 for x in times if (x.meaning.get("year") or 1) < 0) >= 2


def _resolved(x: TimeExpression, p: Placed) -> Resolved:
    return Resolved(p.value, replace(p.when, words=x.text), p.why)


def _agreed(x: TimeExpression, low: Placed | None, high: Placed | None, free: Placed) -> Resolved:
    """What every possible day of publication agrees on; else the stretch from the first possibility to the last."""
    known = [p for p in (low, high) if p is not None]
    if len(known) == 2 and known[0].value == known[1].value and known[0].when == known[1].when:
        why = "the same for every day on which the report can have come out"
        return Resolved(known[0].value, replace(known[0].when, words=x.text), known[0].why if known[0] == free else why)
    if known and all(p.value == free.value and p.when == free.when for p in known):
        return _resolved(x, free)
    if free.when.known:  # the text settles it without the report's day
        return _resolved(x, free)
    earliest = low.when.earliest if low else None
    latest = high.when.latest if high else None
    if (earliest is None and latest is None) or (earliest and latest and earliest > latest):
        return Resolved(free.value, When(words=x.text), "the report's own day is not known well enough to place it")
    when = When(earliest, latest, edtf_of(earliest, latest), x.text, "constraint")
    return Resolved(free.value, when, "bounded by the days on which the report can have come out")
