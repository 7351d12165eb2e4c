"""What is not told: days without reports, plans past their day, strong lines that one origin alone tells.

In:   the days with reports, the lines of timeline and inforce, and the day that is asked about.
Out:  lines {"id", "kind", "title", "when", "about"}.
Room: state. A gap is something to ask about, not a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from dateline.record.model import Record
from dateline.state.model import Answer, Line
from dateline.terms import When, sort_key_of

LEAST: Final = 7  # days; a shorter silence is no gap
TIMES: Final = 4  # a silence of so many times the usual distance between days with reports is a gap
STRONG: Final = 0.85  # rank from which a line with one origin is named: one line of a hundred in a mixed pile
THREADS: Final = 20  # of the actors told of most, those that are followed for silence
OFTEN: Final = 4  # days with reports that an actor must have before its silence says anything


class Acting(NamedTuple):
    """Somebody who acts in events."""

    name: str
    lines: int  # how many
    days: Collection[date]  # on which reports told of them


def days_told(record: Record) -> tuple[date, ...]:
    """The days on which reports came out that are dated to the day."""
    told = {d.published.earliest for d in record.dates.values() if d.published.exact and d.published.earliest}
    return tuple(sorted(told))


def gaps(
    reported: Sequence[date], timeline: Sequence[Answer], inforce: Sequence[Answer], day: date | None = None
) -> list[Line]:
    """Silences first, by their days; then plans past their day, then strong lines with one origin."""
    out = [*silences(reported, day), *actors(acting(timeline), day)]
    out += [gap for line in inforce if (gap := overdue(line)) is not None]
    out += [gap for line in timeline if (gap := unheard(line)) is not None and day is not None and day > ends(gap)]
    out += [gap for line in timeline if (gap := single(line)) is not None]
    return in_order(out)


def in_order(found: Iterable[Line]) -> list[Line]:
    """The gaps by kind, then by their days, then by id."""
    return sorted(found, key=lambda gap: (place_of(gap), gap["id"]))


def place_of(gap: Line) -> str:
    """Where it stands among the others."""
    return " ".join((str(KINDS.index(gap["kind"])), *sort_key_of(gap["when"])))


KINDS: Final = ("silence", "actor", "overdue", "single")


def silences(days: Sequence[date], day: date | None) -> Iterable[Line]:
    """The days without reports up to the day."""
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


def acting(timeline: Iterable[Answer]) -> dict[str, Acting]:
    """Who acts in the events, by entity."""
    found: dict[str, tuple[str, list[int], set[date]]] = {}
    for line in timeline:
        days = told_on(line)
        for p in line["participants"]:
            if p["role"] == "actor" and p["entity"]:
                _, lines, told = found.setdefault(p["entity"], (p["name"], [], set()))
                lines.append(1)
                told.update(days)
    return {entity: Acting(name, len(lines), told) for entity, (name, lines, told) in found.items()}


def most_told(found: Mapping[str, int]) -> list[str]:
    """Of the actors, with how many events they act in, those that are followed for silence."""
    return sorted(found, key=lambda e: (-found[e], e))[:THREADS]


def actors(found: Mapping[str, Acting], day: date | None) -> Iterable[Line]:
    """Actors that many reports tell of, and then none."""
    for entity in most_told({entity: one.lines for entity, one in found.items()}):
        active = sorted(d for d in found[entity].days if day is None or d <= day)
        if len(active) >= OFTEN:
            for a, b in _quiet(active, day):
                title = f"Nothing told of {found[entity].name} for {(b - a).days + 1} days"
                yield _gap(f"actor:{entity}:{a.isoformat()}", "actor", title, When.between(a, b), (entity,))


def told_on(line: Answer) -> set[date]:
    """The days of the reports that tell of the event and are dated to the day."""
    return {d for e in line["evidence"] if (d := _published(e)) is not None}


def _published(evidence: Line) -> date | None:
    when = When.from_dict(evidence["published"])
    return when.earliest if when.exact else None


def overdue(line: Answer) -> Line | None:
    """A plan of the board past its day."""
    if line.get("outcome") != "overdue" or not line["to"]:
        return None
    title = f"Past its day, and no word on it: {line['title']}"
    return _gap(f"overdue:{line['id']}", "overdue", title, When.from_dict(line["to"]), (line["id"],))


def unheard(line: Answer) -> Line | None:
    """A planned event of which no report tells that came out after its days; a gap once these are past."""
    when = When.from_dict(line["when"])
    if line["factuality"] != "planned" or when.latest is None:
        return None
    last = max(told_on(line), default=None)
    if last is not None and last > when.latest:
        return None
    return _gap(f"overdue:{line['id']}", "overdue", f"Planned, and no word since: {line['title']}", when, (line["id"],))


def ends(gap: Line) -> date:
    """The last of its days."""
    return date.fromisoformat(gap["when"]["latest"])


def single(line: Answer) -> Line | None:
    """A strong line that one origin alone tells."""
    if line["origins"] != 1 or line["rank"] < STRONG:
        return None
    title = f"One origin only: {line['title']}"
    return _gap(f"single:{line['id']}", "single", title, When.from_dict(line["when"]), (line["id"],))


def _gap(name: str, kind: str, title: str, when: When, about: Sequence[str], more: Line | None = None) -> Line:
    return {"id": name, "kind": kind, "title": title, "when": when.to_dict(), "about": list(about), **(more or {})}
