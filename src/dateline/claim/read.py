"""Reads one report: what it says happened, when, who took part, how certainly, who says so, and how many.

In:   a Report and its Reading.
Out:  `analyse`: everything that was found, for `annotate`; `read_report`: what is worth a line, each event told once.
Room: claim. A report in a language that is not read yet gives no claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.claim.event.duties import duties
from dateline.claim.event.repeats import tell_once
from dateline.claim.event.scene import Page
from dateline.claim.event.told import Told, tell
from dateline.claim.figure.quantities import quantities as find_quantities
from dateline.claim.model import RULES, Claim, Context, Mention, Quantity, ReadReport
from dateline.claim.people.mentions import mentions as find_mentions
from dateline.claim.tree import Trees
from dateline.claim.voice.voices import attributions as find_attributions
from dateline.report.model import Report
from dateline.sentence.reading import Reading, Sentence, Span
from dateline.sentence.times.find import find as find_times
from dateline.sentence.times.model import TimeExpression

LONGEST_HEADLINE: Final = 25  # words
FRONT: Final = 700  # characters in which headline, standfirst and byline stand
LONGEST_SENTENCE: Final = 400  # words; more is a table or a list, and its parse means nothing


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one report, worth a line or not."""

    report: Report
    told: tuple[Told, ...]
    attributions: tuple[Any, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    sentences: tuple[Span, ...]
    reader: str
    contexts: tuple[Context, ...] = ()  # per sentence; none in a language that is not read

    @property
    def events(self) -> tuple[Claim, ...]:
        """Every event word as a claim, by place."""
        return tuple(t.claim for t in self.told)


def analyse(report: Report, reading: Reading, lines: bool = False) -> Analysis:
    """Every event word, attribution, mention, time and quantity of the report; with `lines`, events without titles
    where no line comes of them.

    Where the report's language is known and is not English, only plain figures are read, and only in some languages
    (`figures_foreign.py`).
    """
    if report.language not in {None, "", "en"} and not str(report.language).startswith("en-"):
        plain = tuple(find_quantities(report, reading, (), (), (), ()))
        spans = tuple((s.start, s.end) for s in reading.sentences)
        return Analysis(report, (), (), (), (), plain, spans, reading.reader)
    trees = Trees(reading.sentences)
    people = find_mentions(report, reading, trees)
    voices = find_attributions(report, reading, people, trees)
    times = tuple(find_times(report.text, reading))
    places = contexts(report, reading)
    amounts = tuple(find_quantities(report, reading, people, times, voices, places, trees))
    page = Page(report, reading, people, times, voices, places, tuple(t.start for t in times), trees=trees)
    noisy = _noisy(report, reading.sentences)
    starts = [m.anchor.start for m in people]
    witnesses = {w.start: w for w in reading.events}
    told: list[Told] = []
    last: tuple[Told, ...] = ()
    held = -1  # the number of the sentence that told it
    for number, sentence in enumerate(reading.sentences):
        if len(sentence.tokens) <= LONGEST_SENTENCE and number not in noisy:
            last = tell(page, number, starts, witnesses, lines, last if held == number - 1 else ())
            told.extend(last)
            held = number
    spans = tuple((s.start, s.end) for s in reading.sentences)
    return Analysis(report, tuple(told), voices, people, times, amounts, spans, reading.reader, places)


def read_report(report: Report, reading: Reading) -> ReadReport:
    """What the report says: events worth a line, each told once, and its figures."""
    found = analyse(report, reading, lines=True)
    page = Page(report, reading, found.mentions, found.times, found.attributions, ())
    claims = tell_once(found.told, found.times, page.root)
    rules = duties(report, reading.sentences, found.times, found.attributions, found.contexts)
    claims = tuple(sorted((*claims, *_untold(rules, claims)), key=lambda c: (c.trigger.start, c.trigger.end)))
    used = (p.mention for c in claims for p in c.participants)
    everyone = sorted(dict.fromkeys((*found.mentions, *used)), key=lambda m: (m.anchor.start, -m.anchor.end, m.head))
    return ReadReport(
        report=report,
        claims=claims,
        quantities=found.quantities,
        times=found.times,
        mentions=tuple(everyone),
        sentences=found.sentences,
        reader=f"{reading.reader} {RULES}",
    )


def _untold(rules: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The rules of conduct whose words are no event of their own already."""
    known = {(c.trigger.start, c.trigger.end) for c in claims}
    return [c for c in rules if (c.trigger.start, c.trigger.end) not in known]


def contexts(report: Report, reading: Reading) -> tuple[Context, ...]:
    """Per sentence: whether it stands in a headline, in the body or among takeaways."""
    lines = Counter(s.line for s in reading.sentences)
    front = _body_starts(report)
    takeaways = _noisy(report, reading.sentences, "takeaways")
    return tuple(
        "takeaway" if n in takeaways else _context(report, s, reading.sentences[0].line, lines[s.line], front)
        for n, s in enumerate(reading.sentences)
    )


def _context(report: Report, sentence: Sentence, first_line: int, beside: int, front: int) -> Context:
    words = report.text[sentence.start : sentence.end].strip()
    if sentence.end <= front:
        return "headline"
    first = sentence.line == first_line
    if len(sentence.tokens) > LONGEST_HEADLINE or words.endswith((".", "!", "”", '"', ":")):
        return "body"
    if first or (report.title and words.casefold() == report.title.strip().casefold()):
        return "headline"
    long_words = [t.text for t in sentence.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    capitals = sum(1 for w in long_words if w[:1].isupper())
    return "headline" if beside == 1 and long_words and capitals >= 0.7 * len(long_words) else "body"


def _body_starts(report: Report) -> int:
    """Where the article starts whose byline stands after its headline and standfirst; 0 where no byline tells."""
    lines = [n.start for n in report.noise if n.kind == "byline" and n.start < FRONT]
    return min(lines, default=0) if len(report.text) > 2 * FRONT else 0


def _noisy(report: Report, sentences: Sequence[Sentence], kind: str | None = None) -> frozenset[int]:
    """Numbers of the sentences that stand in page furniture (of one kind); one pass over both."""
    spans = sorted((n.start, n.end) for n in report.noise if kind in {None, n.kind})
    out = []
    at, reach = 0, -1
    for number, sentence in enumerate(sentences):
        while at < len(spans) and spans[at][0] < sentence.end:
            reach = max(reach, spans[at][1])
            at += 1
        if reach > sentence.start:
            out.append(number)
    return frozenset(out)
