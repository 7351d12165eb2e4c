"""A brief: what changed, what is in force, the timeline, the figures, the disputes, the sources; every line cited.

In:   a record and the days asked about.
Out:  a Brief, and its Markdown. `page.py` makes the HTML of it.
Room: view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dateline.terms import When
from dateline.view import ask
from dateline.view.ask import Asked
from dateline.view.bounds import Part, part_of, shown_of
from dateline.view.tables import clean, latest, moves, plural, span, standing_words
from dateline.view.words import according_to, amount_words, cite, day_words, published_words, when_words

Line = Mapping[str, Any]
NOTE: Final = {  # what stands beside an event that did not simply happen
    "planned": "planned", "demanded": "demanded", "conditional": "conditional", "possible": "possible",
    "not_happened": "did not happen", "denied": "denied", "habitual": "as a rule", "ongoing": "going on",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Brief:
    """The answers that a brief is made of, and the days they were asked for."""

    title: str
    on: date | None
    known_by: date | None
    since: date | None
    changes: Sequence[Line]
    inforce: Sequence[Line]
    timeline: Sequence[Line]
    figures: Sequence[Line]
    disputes: Sequence[Line]
    sources: Sequence[Line]

    def stand(self) -> str:
        """One sentence that says what the brief rests on."""
        origins = len({s["origin"] for s in self.sources})
        known = f", as known by {day_words(self.known_by)}" if self.known_by else ""
        on = f", as of {day_words(self.on)}" if self.on else ""
        return f"From {plural(len(self.sources), 'report')} going back to {plural(origins, 'origin')}{on}{known}."

    def parts(self) -> Iterator[tuple[str, Part]]:
        """The parts in order, each with its heading."""
        if self.since is not None:
            yield f"What changed since {day_words(self.since)}", part_of("changes", self.changes)
        yield "In force", part_of("inforce", self.inforce)
        yield "Timeline", part_of("timeline", self.timeline)
        yield "Figures", part_of("figures", self.figures)
        yield "Disputes", part_of("disputes", self.disputes)
        yield "Sources", part_of("sources", self.sources)

    def markdown(self) -> str:
        """The brief as Markdown, with the exact words as footnotes."""
        notes = Notes()
        parts = [f"# {plain(self.title)}", self.stand()]
        for heading, lines, further in sections(self):
            body = [f"- {plain(text)}{notes.mark(evidence)}" for text, evidence in lines] or ["Nothing."]
            parts.append("\n\n".join([f"## {heading}", "\n".join(body), *([further] if further else [])]))
        return "\n\n".join(parts + (["\n".join(notes.footnotes())] if notes.texts else [])) + "\n"


def brief_of(asked: Asked, title: str, on: date | None, known_by: date | None, since: date | None) -> Brief:
    """The brief for these days; of an `on` that is given, events up to that day."""
    return Brief(
        title=title,
        on=on or asked.last_day(),
        known_by=known_by,
        since=since,
        changes=ask.changes_of(asked, since, known_by) if since else (),
        inforce=ask.inforce(asked, on, known_by),
        timeline=ask.timeline(asked, on, known_by),
        figures=ask.figures(asked, on, known_by),
        disputes=ask.disputes_of(asked, None, known_by),
        sources=ask.sources(asked, None, known_by),
    )


Cited = tuple[str, Sequence[Line]]  # the words of a line, and the evidence under it


def sections(brief: Brief) -> Iterator[tuple[str, list[Cited], str]]:
    """The parts of the brief in order: heading, cited lines, and what is said of further lines."""
    for heading, part in brief.parts():
        yield heading, [CITED[part.command](line) for line in part.lines], part.further


def change_words(change: Line) -> str:
    """What changed, with the value before and after where there is one."""
    moved = " → ".join(str(x) for x in (change["before"], change["after"]) if x)
    return f"{change['kind']}: {change['title']}" + (f" ({moved})" if moved else "")


def state_words(state: Line) -> str:
    """A state with its status and span."""
    return f"{state['title']}: {standing_words(state)} ({span(state)}){according_to(state)}"


def event_words(event: Line) -> str:
    """An event with its date, its factuality where it did not simply happen, and its support."""
    note = NOTE.get(event["factuality"])
    grade = event.get("grade") or {}
    support = f"{plural(len(event['reports']), 'report')}, {plural(event['origins'], 'origin')}"
    graded = f", graded {grade['source']}{grade['item']}" if grade else ""
    return (
        f"{when_words(When.from_dict(event['when']))}: {event['title']}"
        + (f" [{note}]" if note else "")
        + according_to(event)
        + f" ({support}{graded})"
    )


def figure_words(line: Line) -> str:
    """A series with its value on the day and how it moved."""
    now = latest(line) if isinstance(line.get("latest"), Mapping) else "no value on that day"
    return f"{line['title']}: {now}. Told: {moves(line)}"


def dispute_words(dispute: Line) -> str:
    """A question with its answers side by side."""
    answers = "; ".join(f"{p['answer']} ({', '.join(p['reports'])})" for p in dispute["positions"])
    return f"{dispute['question']} {answers}"


def source_words(source: Line) -> str:
    """A report, when it came out and why we think so."""
    name = source["title"] or ""
    because = "; ".join(r["why"] for r in source["published"]["reasons"])
    of = f"; goes back to {source['origin']}" if source["origin"] != source["id"] else ""
    publisher = f", {source['publisher']}" if source["publisher"] else ""
    when = published_words(When.from_dict(source["published"]))
    return f"{source['id']}{publisher}{': ' + name if name else ''} ({when}{of})" + (f". {because}" if because else "")


def evidence_of_points(line: Line) -> list[Line]:
    """The points of a series as evidence."""
    return [
        {"anchor": p["anchor"], "voice": p["voice"], "published": p["published"], "says": amount_words(p)}
        for p in line["points"]
    ]


CITED: Final[Mapping[str, Callable[[Line], Cited]]] = {  # by the command that prints them: how a line is told
    "changes": lambda line: (change_words(line), line["evidence"]),
    "inforce": lambda line: (state_words(line), line["evidence"]),
    "timeline": lambda line: (event_words(line), line["evidence"]),
    "figures": lambda line: (figure_words(line), evidence_of_points(line)),
    "disputes": lambda line: (dispute_words(line), [e for p in line["positions"] for e in p["evidence"]]),
    "sources": lambda line: (source_words(line), ()),
}


class Notes:
    """Footnotes, numbered as they come; the same words get the same number."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = {}

    def mark(self, evidence: Sequence[Line]) -> str:
        """The marks of the evidence: " [^1] [^2]", with how many are not shown."""
        out = []
        shown, left = shown_of(evidence)
        for one in shown:
            anchor = one["anchor"]
            text = f"{cite(one)} [{anchor['start']}:{anchor['end']}]: “{clean(anchor['text'])}”"
            out.append(f"[^{self.texts.setdefault(text, len(self.texts) + 1)}]")
        return "".join(f" {mark}" for mark in dict.fromkeys(out)) + (f" and {left:,} more" if left else "")

    def footnotes(self) -> list[str]:
        """The footnotes in the order of their numbers."""
        return [f"[^{n}]: {plain(text)}" for text, n in self.texts.items()]


def plain(words: str) -> str:
    """Words of a report as Markdown that shows them and does nothing else.

    >>> plain("a <b> [x](y) *z*")
    'a &lt;b&gt; \\\\[x\\\\](y) \\\\*z\\\\*'
    """
    out = clean(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for sign in "\\`*_[]#|":
        out = out.replace(sign, "\\" + sign)
    return out
