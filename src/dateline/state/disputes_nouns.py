"""Days told by nouns: "the election of March 4", "last Thursday's closure", "since the May 3 blast".

In:   a record.
Out:  Named: which deed a report places on which day without telling it as a happening of its own.
Room: state.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.claim.lexis import event_nouns
from dateline.record.model import Record
from dateline.state.disputes_words import deeds_of, once
from dateline.terms import Anchor, When

LATE: Final = 14  # days after the happening within which it is told as news
RECALLED: Final = 400  # days after it within which a noun with a day still names it
NEAR: Final = 40  # characters beside a day in which its noun stands
BEHIND: Final = re.compile(
    r"^(?:['’]s)? (?:[a-z-]+ )?(?P<noun>[a-z]{4,})\b(?! of\b)", re.I
)  # "last Thursday's election"
BEFORE: Final = re.compile(r"\b(?P<noun>[a-z]{4,})(?: (?:of|on))? (?:the )?$", re.I)  # "the election of March 4"
ARTICLE: Final = re.compile(r"\b(?:the|that|this|since|after|before|last|its|their|our)\s(?:[\w-]+\s){0,3}$", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """A deed and the day that a noun of one sentence gives it."""

    deeds: frozenset[str]
    day: date
    when: When
    report: str
    published: When
    sentence: Anchor
    noun: str


def named_days(record: Record) -> Iterator[Named]:
    """The deeds that nouns place on a day, of those that a story has but once, in the order of the reports."""
    for name in sorted(record.reports):
        read, dated = record.reports[name], record.dates.get(name)
        if dated is None:
            continue
        starts = [a for a, _ in read.sentences]
        for time, found in zip(read.times, record.times.get(name, ()), strict=False):
            day = own_day(found.when, dated.published, RECALLED)
            noun = _noun(read.report.text, time.start, time.end) if day is not None else None
            if noun is None or day is None:
                continue
            a, b = read.sentences[max(0, bisect_right(starts, time.start) - 1)]
            sentence = Anchor(name, a, b, read.report.text[a:b])
            yield Named(_deeds(noun), day, found.when, name, dated.published, sentence, noun)


def own_day(when: When, published: When, within: int) -> date | None:
    """The day that the report itself names, so many days before it came out at most."""
    own = when.exact and when.basis in ("stated", "report-date")
    if not own or when.earliest is None or published.latest is None:
        return None
    return when.earliest if 0 <= (published.latest - when.earliest).days <= within else None


def _noun(text: str, start: int, end: int) -> str | None:
    """The noun of a deed that the day belongs to."""
    before = text[max(0, start - NEAR) : start]
    behind = BEHIND.match(text[end : end + NEAR])
    if behind is not None and _deeds(behind["noun"].lower()) and (_tied(text, end) or ARTICLE.search(before)):
        return behind["noun"].lower()
    found = BEFORE.search(before)
    if found is None or not _deeds(found["noun"].lower()) or not ARTICLE.search(before[: found.start()]):
        return None
    return found["noun"].lower()


def _tied(text: str, end: int) -> bool:
    return text[end : end + 2] in ("'s", "’s")


@lru_cache(maxsize=20_000)
def _deeds(noun: str) -> frozenset[str]:
    """The deeds that a noun names, if a story has hardly two of them."""
    known = event_nouns().get(noun) or event_nouns().get(noun.removesuffix("s"))
    found = deeds_of(known.verb) if known is not None else frozenset()
    return found & once()
