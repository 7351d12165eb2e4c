"""Links what many reports say into one record.

In:   what was read from each report, and what people decided.
Out:  a Record. Reports are dated first, by what the pile says of them; dates place claims; placed claims make events.
Room: record. Pure: the same reports give the same record, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.claim.model import ReadReport
from dateline.record.dating import date_reports, written
from dateline.record.entities import entities as who_is_who
from dateline.record.events import events as linked_events
from dateline.record.model import Dated, Entity, Origin, PlacedClaim, PlacedQuantity, Record
from dateline.record.origins import origins
from dateline.record.place import claims as placed_claims
from dateline.record.place import quantities as placed_quantities
from dateline.record.place import where
from dateline.record.reprints import with_reprints
from dateline.record.spokesmen import joined_by_voice
from dateline.sentence.times.model import Resolved
from dateline.sentence.times.resolve import resolve
from dateline.terms import When

Times = dict[str, tuple[Resolved, ...]]
Begun = Callable[[Callable[[], dict[str, Origin]]], Callable[[], dict[str, Origin]]]


def link(
    reports: Mapping[str, ReadReport],
    decided: Mapping[str, When] | None = None,
    together: Sequence[frozenset[str]] = (),
    apart: Sequence[frozenset[str]] = (),
    begun: Begun = lambda work: work,
) -> Record:
    """The record of these reports.

    `decided` gives claims the dates a person set; the claims of a set in `together` are one event, those of a set in
    `apart` are not. `begun` may have work done beside this: what it gives back waits for what the work gives.
    """
    reads = {name: reports[name] for name in sorted(reports)}
    dates = date_reports(reads)  # its rounds are made inside, from the stated dates on
    copied = begun(lambda: origins({n: r.report for n, r in reads.items()}, dates))
    people, entity_of = who_is_who(reads)
    times = {name: resolve(read.times, written(read, dates[name]), read.report.text) for name, read in reads.items()}
    times = with_reprints(times, reads, dates)
    claims, quantities = _placed(reads, dates, times, (people, entity_of), decided or {})
    found = linked_events(claims, people, together, apart)
    return Record(
        reports=reads,
        dates=dates,
        origins=dict(sorted(joined_by_voice(copied(), reads, dates, claims, found, people).items())),
        times=times,
        entities=people,
        entity_of=entity_of,
        claims=claims,
        quantities=quantities,
        events=found,
    )


def _placed(
    reads: Mapping[str, ReadReport],
    dates: Mapping[str, Dated],
    times: Times,
    who: tuple[Mapping[str, Entity], Mapping[tuple[str, int, int], str]],
    decided: Mapping[str, When],
) -> tuple[dict[str, PlacedClaim], dict[str, PlacedQuantity]]:
    claims: dict[str, PlacedClaim] = {}
    quantities: dict[str, PlacedQuantity] = {}
    for name, read in reads.items():
        leaning = written(read, dates[name])
        at = where(read, dates[name].published, times[name], who[1], decided, leaning, who[0])
        claims.update((c.claim.id, c) for c in placed_claims(at))
        quantities.update((q.quantity.id, q) for q in placed_quantities(at, claims))
    return dict(sorted(claims.items())), dict(sorted(quantities.items()))
