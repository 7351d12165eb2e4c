"""From which day the words of a reprint count: "on Thursday", printed again a week later, is still the first Thursday.

In:   what was read from each report, when each came out, and the times of each as resolved from its own day.
Out:  the times, those in sentences that an earlier report has word for word resolved from the day of that report.
Room: record. Only for a report of which half or more stands in one earlier report, both with a day of their own: single
      sentences are quoted and repeated for many reasons, and who rewrites a sentence has moved its days too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.claim.model import ReadReport
from dateline.record.dating import written
from dateline.record.model import Dated
from dateline.sentence.reading import Span
from dateline.sentence.times.model import Resolved
from dateline.sentence.times.resolve import resolve

SHORTEST: Final = 40  # characters of a sentence that is compared; shorter ones are anybody's
COPIED: Final = 0.5  # of the characters of a report's sentences

Times = dict[str, tuple[Resolved, ...]]


def with_reprints(times: Times, reads: Mapping[str, ReadReport], dates: Mapping[str, Dated]) -> Times:
    """The times by report, in the same order; those of reprinted sentences say whose day they are counted from."""
    days = {name: day for name in reads if (day := _day(dates[name])) is not None}
    told = {name: [*_sentences(reads[name])] for name in days}
    first: dict[str, tuple[date, str]] = {}
    for name, day in days.items():
        for sentence, _ in told[name]:
            first[sentence] = min(first.get(sentence, (day, name)), (day, name))
    out = dict(times)
    for name, day in days.items():
        source, spans = _reprinted(told[name], (day, name), first)
        if spans:
            out[name] = _counted(times[name], reads[name], spans, source, (reads[source], dates[source]))
    return out


def _counted(
    own: tuple[Resolved, ...], read: ReadReport, spans: Sequence[Span], source: str, told: tuple[ReadReport, Dated]
) -> tuple[Resolved, ...]:
    """The times of the reprint, those within the spans counted from the day of the report that told them first."""
    starts = [a for a, _ in spans]
    theirs = resolve(read.times, written(*told), read.report.text)
    out = list(own)
    for n, (time, there) in enumerate(zip(read.times, theirs, strict=True)):
        at = bisect_right(starts, time.start) - 1
        if at >= 0 and time.start < spans[at][1] and there.when != own[n].when:
            out[n] = replace(there, why=f"{there.why}; report {source} said so first, word for word")
    return tuple(out)


def _reprinted(
    told: Sequence[tuple[str, Span]], own: tuple[date, str], first: Mapping[str, tuple[date, str]]
) -> tuple[str, list[Span]]:
    """The earlier report that most of this one stands in, and the places of what is shared; nothing where none is."""
    shared = Counter[str]()
    for sentence, _ in told:
        when, source = first[sentence]
        if when < own[0]:
            shared[source] += len(sentence)
    whole = sum(len(sentence) for sentence, _ in told)
    source = min(shared, key=lambda s: (-shared[s], s), default="")
    if not source or shared[source] < COPIED * whole:
        return "", []
    return source, [span for sentence, span in told if first[sentence][1] == source]


def _sentences(read: ReadReport) -> Iterator[tuple[str, Span]]:
    """Each longer sentence in small letters with single blanks, and its place."""
    for a, b in read.sentences:
        words = " ".join(read.report.text[a:b].split()).casefold()
        if len(words) >= SHORTEST:
            yield words, (a, b)


def _day(dated: Dated) -> date | None:
    """The day that the report itself gives; None where it gives none."""
    return dated.published.earliest if dated.stated and dated.published.exact else None
