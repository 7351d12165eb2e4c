"""Answers the questions of the command line: lines of plain JSON values, as FORMATS names them.

In:   a situation that holds a record with its states and series, and two days: `on` (true on that day) and `known_by`
      (told in reports published by that day).
Out:  lists of dicts, sorted by time, then by id.
Room: view. What only one question needs is loaded when it is asked: most questions are answered by ready lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from dateline.record.model import Entity, Record
from dateline.report.model import Report
from dateline.state.made import Kind
from dateline.state.model import Answer
from dateline.store.standing import Days
from dateline.terms import Anchor, When, sort_key_of
from dateline.view.asked import Asked, Worked
from dateline.view.told import Told

Line = dict[str, Any]


def sources(asked: Asked, on: date | None = None, known_by: date | None = None, generous: bool = False) -> list[Line]:
    """One line per report: where it comes from, when it came out and why we think so; with `on` those out by then."""
    versions = asked.versions
    asked = asked.at(known_by, generous)
    record = asked.record
    lines = []
    for name in sorted(record.reports):
        dated = record.dates[name]
        if dated.published.known_by(known_by, generous) and dated.published.known_by(on, generous):
            others = [v for v in versions.get(name, ()) if v.sha256 != record.reports[name].report.sha256]
            lines.append(_source(record.reports[name].report, record, name) | {"versions": _versions(others)})
    return sorted(lines, key=lambda line: (sort_key_of(line["published"]), line["id"]))


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
) -> Sequence[Answer]:
    """One line per event, by time; with `on` events up to that day, with `top` the highest ranks only."""
    asked = asked.at(known_by, generous)
    disputed = asked.held.disputed(known_by, generous)
    if disputed is None:
        disputed = frozenset(about for d in disputes_of(asked, None, known_by, generous) for about in d["about"])

    def graded(line: Line) -> Line:
        return line | {"grade": _grade(asked, line, line["id"] in disputed)}

    ready = asked.held.ready("event", on, known_by, generous, top, graded)
    if ready is not None:
        return ready
    from dateline.record.lines import event_line  # noqa: PLC0415

    lines = []
    for event in asked.record.events:
        line = event_line(event, asked.record, known_by, generous)
        if line is not None and _up_to(line, on):
            lines.append(line)
    if top is not None:
        lines = sorted(lines, key=lambda e: (-e["rank"], e["id"]))[:top]
    return sorted(map(graded, lines), key=lambda e: (sort_key_of(e["when"]), e["id"]))


def _up_to(line: Answer, on: date | None) -> bool:
    """Whether what the line tells of may lie on the day or before it."""
    if on is None:
        return True
    first = When.from_dict(line["when"]).earliest
    return first is None or first <= on


def _grade(asked: Asked, line: Line, disputed: bool) -> Line:
    from dateline.state.grades import grade  # noqa: PLC0415

    letters: set[str | None] = set()
    if asked.grades:
        letters = {asked.grades.get(r) or asked.grades.get(asked.publishers[r] or "") for r in line["reports"]}
    return grade(sorted(x for x in letters if x), line["origins"], disputed, line["factuality"])


def figures(
    asked: Asked, on: date | None = None, known_by: date | None = None, generous: bool = False
) -> Sequence[Answer]:
    """One line per series of figures."""
    asked = asked.at(known_by, generous)
    day = on or asked.last_day()
    ready = asked.held.ready("series", day, known_by, generous) if day is not None else None
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
    ready = asked.held.ready("state", day, known_by, generous) if day is not None else None
    if ready is not None:
        return ready
    from dateline.state.board import board  # noqa: PLC0415

    return board(asked.states_by(known_by, generous), day, known_by, generous)


def disputes_of(
    asked: Asked, on: date | None = None, known_by: date | None = None, generous: bool = False
) -> Sequence[Answer]:
    """One line per question to which the reports give incompatible answers; with `on` over days up to that one."""
    asked = asked.at(known_by, generous)
    found: Sequence[Answer] | None = asked.held.ready("dispute", None, known_by, generous)
    if found is None:
        from dateline.state.disputes import disputes  # noqa: PLC0415

        found = disputes(asked.record, asked.states, asked.series, known_by, generous)
    return found if on is None else [line for line in found if _up_to(line, on)]


def changes_of(asked: Asked, since: date, until: date | None = None, generous: bool = False) -> list[Line]:
    """What a reader who knew the record on the day `since` must learn by `until`."""
    from dateline.state.changes import changes  # noqa: PLC0415

    views = _moved(asked, since, until, generous)
    if views is None:
        views = views_at(asked, since, generous), views_at(asked, until, generous)
    return list(changes(*views, until or asked.last_day()))


Views = dict[str, Sequence[Answer]]
KINDS: Final[Mapping[str, Kind]] = {
    "timeline": "event", "inforce": "state", "figures": "series", "disputes": "dispute",
}  # fmt: skip


def _moved(asked: Asked, since: date, until: date | None, generous: bool) -> tuple[Views, Views] | None:
    """The two views without the lines that are the same in both; None where that is not known.

    The same reports counted on both days, so that no report was withdrawn between them or came out anew.
    """
    now, last = asked.at(until, generous), until or asked.last_day()
    if asked.at(since, generous) is not now or last is None or last < since:
        return None
    before: Views = {}
    after: Views = {}
    for name, kind in KINDS.items():
        dated = kind in ("state", "series")
        first = Days(since if dated else None, since, generous)
        second = Days(last if dated else None, until, generous)
        found = now.held.moved(kind, first, second)
        if found is None:
            return None
        before[name], after[name] = found
    return before, after


def views_at(asked: Asked, known_by: date | None, generous: bool) -> Views:
    """The lists that changes are read from, as known by the day."""
    return {
        "timeline": timeline(asked, known_by=known_by, generous=generous),
        "inforce": inforce(asked, on=known_by, known_by=known_by, generous=generous),
        "figures": figures(asked, on=known_by, known_by=known_by, generous=generous),
        "disputes": disputes_of(asked, None, known_by, generous),
        "sources": sources(asked, None, known_by, generous),
    }


def gaps_of(asked: Asked, on: date | None = None, known_by: date | None = None) -> Sequence[Answer]:
    """Spans with no reporting, plans past their day with no word on them, strong lines with one origin."""
    asked = asked.at(known_by)
    day = on or asked.last_day()
    ready = asked.held.gaps(day, known_by) if day is not None else None
    if ready is not None:
        return ready
    from dateline.state.gaps import gaps  # noqa: PLC0415

    return list(gaps(asked.held.days_told, timeline(asked, known_by=known_by), inforce(asked, day, known_by), day))


def entities(asked: Asked, on: date | None = None, known_by: date | None = None, generous: bool = False) -> list[Line]:
    """One line per person, body, place or agreement; with `on` those that events up to that day name."""
    asked = asked.at(known_by, generous)
    record = asked.record
    told = None if on is None else Told.by(timeline(asked, on, known_by, generous=generous))

    def counts(anchor: Anchor) -> bool:
        known = record.dates[anchor.report].published.known_by(known_by, generous)
        return known and (told is None or told.holds(anchor))

    lines = [_entity(e, counts, on) for e in record.entities.values()]
    return sorted((x for x in lines if x["mentions"]), key=lambda e: (e["name"].casefold(), e["id"]))


def _entity(entity: Entity, counts: Callable[[Anchor], bool], on: date | None) -> Line:
    """The entity by those of its mentions that count, in its offices up to the day."""
    offices = [o for o in entity.offices if on is None or o.when.earliest is None or o.when.earliest <= on]
    held = ((o, [a.to_dict() for a in o.evidence if counts(a)]) for o in offices)
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": [{"name": name, "count": n} for name, n in entity.aliases],
        "offices": [
            {"title": o.title, "from": o.when.to_dict(), "to": None, "evidence": words} for o, words in held if words
        ],
        "mentions": [a.to_dict() for a in entity.mentions if counts(a)],
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
            for anchor in anchors_in(dict(line)):
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


__all__ = [
    "Asked", "Line", "Worked", "anchors_in", "changes_of", "disputes_of", "entities", "faults", "figures",
    "gaps_of", "inforce", "sources", "status", "timeline", "views_at",
]  # fmt: skip
