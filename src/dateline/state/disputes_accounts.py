"""Denials of what somebody has said in another report: "the company rejected the engineer's account".

In:   a record and its claims by report.
Out:  cases for `disputes_matters.py`: the denial, and what that somebody tells elsewhere.
Room: state. Both reports must share a name, and what is denied was said within some days before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Case, Sentence, word_of
from dateline.state.disputes_words import shared_names
from dateline.terms.factuality import REAL

SPAN: Final = 7  # days between what is said and its denial
ACCOUNT: Final = re.compile(
    r"\b(?:reject(?:s|ed)?|dismiss(?:es|ed)?|den(?:y|ies|ied)|disput(?:es?|ed)|refut(?:es?|ed)|contradict(?:s|ed)?) "
    r"(?:the )?(?P<who>[\w -]{3,40}?)['’]s? (?:account|version|claim|allegation|accusation|assertion|statement)s?\b"
    r"(?! (?:for|to|on|against|of (?:accounts?|damages))\b)",  # "the mayor's claim for damages"
    re.I,
)
RULING: Final = re.compile(r"\b(?:courts?|judges?|jury|tribunal|magistrates?|arbitrators?)\W+(?:\w+\W+){0,3}$", re.I)
PASSED: Final = frozenset({"say", "tell", "claim", "add", "state", "report", "insist", "speak"})


def account_cases(record: Record, claims: Mapping[str, Sequence[PlacedClaim]]) -> Iterator[Case]:
    """The denials of what another report's speaker says, each with the first thing that he says there."""
    events = {c: e.id for e in record.events for c in e.claims}
    for name, read in record.reports.items():
        if name not in record.dates or not any(word in read.report.text for word in ("’s ", "'s ")):
            continue
        for a, b in read.sentences:
            found = ACCOUNT.search(read.report.text, a, b)
            told = _said_by(found["who"], name, read.report.text[a:b], record, claims) if found is not None else None
            if found is None or told is None or RULING.search(read.report.text[a : found.start()]):
                continue
            start = max(s for s, _ in record.reports[told.claim.report].sentences if s <= told.claim.trigger.start)
            word = word_of(
                f"{told.claim.report}:{start}", Telling.of(told), record, told.headline, told, events.get(told.claim.id)
            )
            span = (found.start() - a, found.end() - a)
            yield Sentence.of(record, name, a, b).denies(span, told.headline, record), [word]


def _said_by(
    who: str, name: str, sentence: str, record: Record, claims: Mapping[str, Sequence[PlacedClaim]]
) -> PlacedClaim | None:
    """The first claim of another report that is told in the name of that somebody."""
    head, day = who.rsplit(maxsplit=1)[-1].lower(), record.dates[name].published.latest
    text = record.reports[name].report.text
    for other in sorted(claims):
        dated = record.dates.get(other)
        if other == name or dated is None or origin_of(other, record) == origin_of(name, record):
            continue
        told = dated.published.earliest
        if day is None or told is None or not 0 <= (day - told).days <= SPAN:
            continue
        for one in claims[other]:
            voice = one.voice[-1].name.lower() if one.voice else ""
            named = head in voice.split() and one.claim.factuality in REAL and one.claim.lemma not in PASSED
            if named and shared_names([sentence, text], [one.claim.anchor.text, record.reports[other].report.text]):
                return one
    return None
