"""Answers the questions of the command line: lines of plain JSON values, as FORMATS names them.

In:   a situation that holds a record with its states and series, and two days: `on` (true on that day) and `known_by`
      (told in reports published by that day).
Out:  lists of dicts, sorted by time, then by id.
Room: view. What only one question needs is loaded when it is asked: most questions are answered by ready lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from dateline.record.model import Entity, Record
from dateline.report.model import Report
from dateline.state.model import Answer, State
from dateline.terms import When

if TYPE_CHECKING:
    from dateline.state.series import Series

Line = dict[str, Any]


class Holding(Protocol):
    """A situation whose parts are fetched as they are asked for."""

    @property
    def record(self) -> Record:
        """The whole record."""

    @property
    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""

    def states(self, known_by: date | None = None, generous: bool = False) -> tuple[State, ...]:
        """The states of which something was told by the day."""

    def series(self, known_by: date | None = None, generous: bool = False) -> tuple[Series, ...]:
        """The series of which something was told by the day."""

    def inforce(self, on: date | None, known_by: date | None, generous: bool) -> Sequence[Answer] | None:
        """The lines of `inforce`, where they were made ready."""

    def figures(self, on: date | None, known_by: date | None, generous: bool) -> Sequence[Answer] | None:
        """The lines of `figures`, where they were made ready."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A record that no file keeps: what follows from it is worked out when it is asked for."""

    record: Record
    rows: tuple[Mapping[str, str], ...] = ()  # rows of a user's own table of states

    @property
    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""
        from dateline.pipeline import last_day  # noqa: PLC0415

        return last_day(self.record)

    def states(self, known_by: date | None = None, generous: bool = False) -> tuple[State, ...]:
        """All states; the board leaves out what was not known."""
        from dateline.state.board import states  # noqa: PLC0415

        del known_by, generous
        return states(self.record, self.rows)

    def series(self, known_by: date | None = None, generous: bool = False) -> tuple[Series, ...]:
        """All series."""
        from dateline.state.series import series  # noqa: PLC0415

        del known_by, generous
        return series(self.record)

    def inforce(self, on: date | None, known_by: date | None, generous: bool) -> None:
        """No line is ready."""

    def figures(self, on: date | None, known_by: date | None, generous: bool) -> None:
        """No line is ready."""


@dataclass(frozen=True)
class Asked:
    """A situation that is asked several questions: what was fetched for one of them is kept for the next."""

    held: Holding
    grades: Mapping[str, str]  # publisher or report id -> Admiralty letter a person gave
    earlier: Callable[[date, bool], Record | None] | None = None  # the record before a new version or a withdrawal
    rows: tuple[Mapping[str, str], ...] = ()  # rows of a user's own table of states
    anew: Callable[[], Mapping[str, Sequence[Report]]] = dict  # the versions of reports that came out anew, in order
    _then: dict[int, Asked] = field(default_factory=dict, compare=False)

    def at(self, known_by: date | None, generous: bool = False) -> Asked:
        """What was known by the day: before a new version or a withdrawal, the record with what counted then."""
        record = self.earlier(known_by, generous) if self.earlier and known_by is not None else None
        if record is None:
            return self
        if id(record) not in self._then:
            self._then[id(record)] = Asked(Worked(record, self.rows), self.grades)
        return self._then[id(record)]

    @cached_property
    def versions(self) -> Mapping[str, Sequence[Report]]:
        """The reports that came out anew: their versions, in order."""
        return self.anew()

    @cached_property
    def record(self) -> Record:
        """The whole record."""
        return self.held.record

    @cached_property
    def states(self) -> tuple[State, ...]:
        """All standing states."""
        return self.held.states()

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """All series of figures."""
        return self.held.series()

    def states_by(self, known_by: date | None, generous: bool) -> tuple[State, ...]:
        """At least the states of which something was told by the day, and no more fetched than that."""
        held = "states" in self.__dict__ or known_by is None
        return self.states if held else self.held.states(known_by, generous)

    def series_by(self, known_by: date | None, generous: bool) -> tuple[Series, ...]:
        """At least the series of which something was told by the day, and no more fetched than that."""
        held = "series" in self.__dict__ or known_by is None
        return self.series if held else self.held.series(known_by, generous)

    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""
        return self.held.last_day


def sources(asked: Asked, known_by: date | None = None, generous: bool = False) -> list[Line]:
    """One line per report: where it comes from, when it came out and why we think so."""
    versions = asked.versions
    asked = asked.at(known_by, generous)
    record = asked.record
    lines = []
    for name in sorted(record.reports):
        dated = record.dates[name]
        if dated.published.known_by(known_by, generous):
            others = [v for v in versions.get(name, ()) if v.sha256 != record.reports[name].report.sha256]
            lines.append(_source(record.reports[name].report, record, name) | {"versions": _versions(others)})
    return sorted(lines, key=lambda line: (When.from_dict(line["published"]).sort_key(), line["id"]))


def _versions(others: Sequence[Report]) -> list[Line]:
    """The other texts that the report has had."""
    return [{"sha256": v.sha256, "published": v.published.to_dict()} for v in others]


def _source(report: Report, record: Record, name: str) -> Line:
    dated, origin = record.dates[name], record.origins[name]
    published = dated.published.to_dict() | {"reasons": [r.to_dict() for r in dated.reasons]}
    derived = [
        {("report" if of in record.reports else "name"): of, **reason.to_dict()} for of, reason in origin.derived_from
    ]
    return {
        "id": name,
        "file": report.file,
        "url": report.url,
        "publisher": report.publisher,
        "byline": report.byline,
        "title": report.title,
        "language": report.language,
        "sha256": report.sha256,
        "published": published,
        "published_stated": report.published_stated,
        "updated": report.updated.to_dict() if report.updated else None,
        "origin": origin.origin,
        "derived_from": derived,
        "noise": [{"start": n.start, "end": n.end, "kind": n.kind} for n in report.noise],
        "notes": list(report.notes),
        "text": report.text,
    }


def timeline(
    asked: Asked,
    on: date | None = None,
    known_by: date | None = None,
    top: int | None = None,
    generous: bool = False,
) -> list[Line]:
    """One line per event, by time; with `on` events up to that day, with `top` the highest ranks only."""
    from dateline.record.lines import event_line  # noqa: PLC0415

    asked = asked.at(known_by, generous)
    lines = []
    for event in asked.record.events:
        line = event_line(event, asked.record, known_by, generous)
        if line is not None and _up_to(line, on):
            lines.append(line)
    disputed = {about for d in disputes_of(asked, known_by, generous) for about in d["about"]}
    for line in lines:
        line["grade"] = _grade(asked, line, line["id"] in disputed)
    if top is not None:
        lines = sorted(lines, key=lambda e: (-e["rank"], e["id"]))[:top]
    return sorted(lines, key=lambda e: (When.from_dict(e["when"]).sort_key(), e["id"]))


def _up_to(line: Line, on: date | None) -> bool:
    if on is None:
        return True
    first = When.from_dict(line["when"]).earliest
    return first is None or first <= on


def _grade(asked: Asked, line: Line, disputed: bool) -> Line:
    from dateline.state.grades import grade  # noqa: PLC0415

    letters = {
        asked.grades.get(r) or asked.grades.get(asked.record.reports[r].report.publisher or "") for r in line["reports"]
    }
    return grade(sorted(x for x in letters if x), line["origins"], disputed, line["factuality"])


def figures(
    asked: Asked, on: date | None = None, known_by: date | None = None, generous: bool = False
) -> Sequence[Answer]:
    """One line per series of figures."""
    asked = asked.at(known_by, generous)
    day = on or asked.last_day()
    ready = asked.held.figures(day, known_by, generous)
    if ready is not None:
        return ready
    from dateline.state.series import as_of, by_first_day  # noqa: PLC0415

    lines = [as_of(one, day, known_by, generous) for one in asked.series_by(known_by, generous)]
    return sorted((x for x in lines if x is not None), key=lambda s: (by_first_day(s), s["id"]))


def inforce(
    asked: Asked, on: date | None = None, known_by: date | None = None, generous: bool = False
) -> Sequence[Answer]:
    """One line per state that stands, ended, rests or has not begun on the day."""
    asked = asked.at(known_by, generous)
    day = on or asked.last_day()
    ready = asked.held.inforce(day, known_by, generous)
    if ready is not None:
        return ready
    from dateline.state.board import board  # noqa: PLC0415

    return board(asked.states_by(known_by, generous), day, known_by, generous)


def disputes_of(asked: Asked, known_by: date | None = None, generous: bool = False) -> list[Line]:
    """One line per question to which the reports give incompatible answers."""
    from dateline.state.disputes import disputes  # noqa: PLC0415

    asked = asked.at(known_by, generous)
    told = asked.states_by(known_by, generous), asked.series_by(known_by, generous)
    return list(disputes(asked.record, *told, known_by, generous))


def changes_of(asked: Asked, since: date, until: date | None = None, generous: bool = False) -> list[Line]:
    """What a reader who knew the record on the day `since` must learn by `until`."""
    from dateline.state.changes import changes  # noqa: PLC0415

    return list(changes(views_at(asked, since, generous), views_at(asked, until, generous)))


def views_at(asked: Asked, known_by: date | None, generous: bool) -> dict[str, Sequence[Answer]]:
    """The lists that changes are read from, as known by the day."""
    return {
        "timeline": timeline(asked, known_by=known_by, generous=generous),
        "inforce": inforce(asked, on=known_by, known_by=known_by, generous=generous),
        "figures": figures(asked, on=known_by, known_by=known_by, generous=generous),
        "disputes": disputes_of(asked, known_by, generous),
        "sources": sources(asked, known_by, generous),
    }


def gaps_of(asked: Asked, on: date | None = None, known_by: date | None = None) -> list[Line]:
    """Spans with no reporting, plans past their day with no word on them, strong lines with one origin."""
    asked = asked.at(known_by)
    day = on or asked.last_day()
    from dateline.state.gaps import gaps  # noqa: PLC0415

    return list(gaps(asked.record, timeline(asked, known_by=known_by), inforce(asked, day, known_by), day))


def entities(asked: Asked, known_by: date | None = None, generous: bool = False) -> list[Line]:
    """One line per person, body, place or agreement."""
    asked = asked.at(known_by, generous)
    lines = [_entity(e, asked.record, known_by, generous) for e in asked.record.entities.values()]
    return sorted((x for x in lines if x["mentions"]), key=lambda e: (e["name"].casefold(), e["id"]))


def _entity(entity: Entity, record: Record, known_by: date | None, generous: bool) -> Line:
    def known(report: str) -> bool:
        return record.dates[report].published.known_by(known_by, generous)

    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": [{"name": name, "count": n} for name, n in entity.aliases],
        "offices": [
            {
                "title": o.title,
                "from": o.when.to_dict(),
                "to": None,
                "evidence": [a.to_dict() for a in o.evidence if known(a.report)],
            }
            for o in entity.offices
            if any(known(a.report) for a in o.evidence)
        ],
        "mentions": [a.to_dict() for a in entity.mentions if known(a.report)],
    }


def status(asked: Asked, versions: Mapping[str, str]) -> Line:
    """Counts, versions, and what waits for a person."""
    record = asked.record
    undated = [r for r, d in sorted(record.dates.items()) if not d.published.known]
    return {
        "reports": len(record.reports),
        "undated": undated,
        "origins": len({o.origin for o in record.origins.values()}),
        "languages": dict(sorted(_tally(r.report.language for r in record.reports.values()).items())),
        "claims": len(record.claims),
        "events": len(record.events),
        "entities": len(record.entities),
        "series": len(asked.series),
        "states": len(asked.states),
        "disputes": len(disputes_of(asked)),
        "versions": dict(versions),
    }


def _tally(names: Sequence[str | None] | Any) -> dict[str, int]:
    out: dict[str, int] = {}
    for name in names:
        out[name or "unknown"] = out.get(name or "unknown", 0) + 1
    return out


def faults(asked: Asked) -> list[str]:
    """Every anchor of every line that does not cut exactly its words from the stored text."""
    texts = {name: read.report.text for name, read in asked.record.reports.items()}
    titles = {name: read.report.title or "" for name, read in asked.record.reports.items()}
    out = []
    everything = {
        "sources": sources(asked),
        "timeline": timeline(asked),
        "figures": figures(asked),
        "inforce": inforce(asked),
        "disputes": disputes_of(asked),
        "entities": entities(asked),
    }
    for name, lines in everything.items():
        for line in lines:
            for anchor in anchors_in(line):
                held = titles if anchor.get("field") == "title" else texts
                if (
                    held.get(anchor["report"], "")[anchor["start"] : anchor["end"]] != anchor["text"]
                    or not anchor["text"]
                ):
                    where = f"{anchor['report']} [{anchor['start']}:{anchor['end']}]"
                    out.append(f"{name} {line.get('id')}: {where} does not read {anchor['text']!r}")
    return out


def anchors_in(thing: Any) -> list[Line]:
    """Every Anchor anywhere inside."""
    if isinstance(thing, dict):
        found = [thing] if {"report", "start", "end", "text"} <= thing.keys() else []
        return found + [a for value in thing.values() for a in anchors_in(value)]
    if isinstance(thing, list):
        return [a for value in thing for a in anchors_in(value)]
    return []
