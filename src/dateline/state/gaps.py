"""What is not told: days without reports, plans past their day, strong lines that one origin alone tells.

In:   the days with reports, the lines of timeline and inforce, and the day that is asked about.
Out:  lines {"id", "kind", "title", "when", "about"}.
Room: state. A gap is something to ask about, not a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from dateline.record.model import Record
from dateline.state.model import Answer, Line
from dateline.terms import When

LEAST: Final = 7  # days; a shorter silence is no gap
TIMES: Final = 4  # a silence of so many times the usual distance between days with reports is a gap
STRONG: Final = 0.5  # rank from which a line with one origin is named
THREADS: Final = 20  # of the actors told of most, those that are followed for silence
OFTEN: Final = 4  # days with reports that an actor must have before its silence says anything


def days_told(record: Record) -> tuple[date, ...]:
    """The days on which reports came out that are dated to the day."""
    told = {d.published.earliest for d in record.dates.values() if d.published.exact and d.published.earliest}
    return tuple(sorted(told))


def gaps(
    reported: Sequence[date], timeline: Sequence[Answer], inforce: Sequence[Answer], day: date | None = None
) -> list[Line]:
    """Silences first, by their days; then plans past their day, then strong lines with one origin."""
    out = [
        *_silences(reported, day),
        *_actors(timeline, day),
        *_overdue(inforce),
        *_plans(timeline, day),
        *_single(timeline),
    ]
    return sorted(out, key=lambda g: (KINDS.index(g["kind"]), When.from_dict(g["when"]).sort_key(), str(g["id"])))


KINDS: Final = ("silence", "actor", "overdue", "single")


def _silences(days: Sequence[date], day: date | None) -> Iterable[Line]:
    yield from (_silence(a, b, len(days)) for a, b in _quiet([d for d in days if day is None or d <= day], day))


def _quiet(days: Sequence[date], end: date | None) -> Iterable[tuple[date, date]]:
    """The silences between the days, and after the last up to `end`, that are long for this pile."""
    if not days:
        return
    steps = [(b - a).days for a, b in pairwise(days)]
    limit = max(LEAST, TIMES * int(median(steps)) if steps else LEAST)
    for a, b in pairwise(days):
        if (b - a).days > limit:
            yield a + timedelta(days=1), b - timedelta(days=1)
    if end is not None and (end - days[-1]).days > limit:
        yield days[-1] + timedelta(days=1), end


def _silence(first: date, last: date, count: int) -> Line:
    long = (last - first).days + 1
    title = f"No dated report for {long} days"
    return _gap(
        f"silence:{first.isoformat()}", "silence", title, When.between(first, last), (), {"reported_days": count}
    )


def _actors(timeline: Sequence[Answer], day: date | None) -> Iterable[Line]:
    """Actors that many reports tell of, and then none."""
    told: dict[str, set[date]] = {}
    names: dict[str, str] = {}
    lines: Counter[str] = Counter()
    for line in timeline:
        days = {d for e in line["evidence"] if (d := _published(e)) is not None}
        for p in line["participants"]:
            if p["role"] == "actor" and p["entity"]:
                told.setdefault(p["entity"], set()).update(days)
                names.setdefault(p["entity"], p["name"])
                lines[p["entity"]] += 1
    for entity in sorted(told, key=lambda e: (-lines[e], e))[:THREADS]:
        active = sorted(d for d in told[entity] if day is None or d <= day)
        if len(active) >= OFTEN:
            for a, b in _quiet(active, day):
                title = f"Nothing told of {names[entity]} for {(b - a).days + 1} days"
                yield _gap(f"actor:{entity}:{a.isoformat()}", "actor", title, When.between(a, b), (entity,))


def _published(evidence: Line) -> date | None:
    when = When.from_dict(evidence["published"])
    return when.earliest if when.exact else None


def _overdue(inforce: Sequence[Answer]) -> Iterable[Line]:
    for line in inforce:
        if line.get("outcome") == "overdue" and line["to"]:
            title = f"Past its day, and no word on it: {line['title']}"
            yield _gap(f"overdue:{line['id']}", "overdue", title, When.from_dict(line["to"]), (line["id"],))


def _plans(timeline: Sequence[Answer], day: date | None) -> Iterable[Line]:
    """Planned events whose day is past, with no later report on them."""
    for line in timeline:
        when = When.from_dict(line["when"])
        if line["factuality"] != "planned" or day is None or when.latest is None or when.latest >= day:
            continue
        last = max((d for e in line["evidence"] if (d := _published(e)) is not None), default=None)
        if last is None or last <= when.latest:
            title = f"Planned, and no word since: {line['title']}"
            yield _gap(f"overdue:{line['id']}", "overdue", title, when, (line["id"],))


def _single(timeline: Sequence[Answer]) -> Iterable[Line]:
    for line in timeline:
        if line["origins"] == 1 and line["rank"] >= STRONG:
            title = f"One origin only: {line['title']}"
            yield _gap(f"single:{line['id']}", "single", title, When.from_dict(line["when"]), (line["id"],))


def _gap(name: str, kind: str, title: str, when: When, about: Sequence[str], more: Line | None = None) -> Line:
    return {"id": name, "kind": kind, "title": title, "when": when.to_dict(), "about": list(about), **(more or {})}
