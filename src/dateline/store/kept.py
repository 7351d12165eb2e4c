"""The derived record as it is kept: what it adds to the reports that were read, and no second copy of them.

In:   a record and the versions of the reports it was made from; or what was kept, and those reports as read.
Out:  a KeptRecord; the same record again.
Room: store.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.claim.model import Claim, Quantity, ReadReport
from dateline.record.model import Dated, Entity, Event, Origin, PlacedClaim, PlacedQuantity, Record
from dateline.sentence.times.model import Resolved
from dateline.terms import Voice, When


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """What linking adds to a claim; voices and people are entity ids, in the order of the claim's own."""

    when: When
    why_when: str
    voices: tuple[str | None, ...]
    people: tuple[str | None, ...]
    title: str = ""  # as PlacedClaim.title


@dataclass(frozen=True, slots=True)
class KeptQuantity:
    """What linking adds to a quantity."""

    when: When
    voices: tuple[str | None, ...]
    of: str | None
    where: str | None


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record without the texts and claims of its reports."""

    versions: dict[str, str]  # report id -> fingerprint of the version that was read
    dates: dict[str, Dated]
    origins: dict[str, Origin]
    times: dict[str, tuple[Resolved, ...]]
    entities: dict[str, Entity]
    entity_of: tuple[tuple[str, int, int, str], ...]  # report, start, end, entity id
    claims: dict[str, KeptClaim]
    quantities: dict[str, KeptQuantity]
    events: tuple[Event, ...]


def packed(record: Record, versions: Mapping[str, str]) -> KeptRecord:
    """What is kept of a record that was made from these versions of its reports."""
    return KeptRecord(
        dict(sorted(versions.items())),
        record.dates,
        record.origins,
        record.times,
        record.entities,
        tuple((*spot, name) for spot, name in sorted(record.entity_of.items())),
        {name: _claim(placed) for name, placed in record.claims.items()},
        {name: _quantity(placed) for name, placed in record.quantities.items()},
        record.events,
    )


def _claim(placed: PlacedClaim) -> KeptClaim:
    voices, people = tuple(v.entity for v in placed.voice), tuple(e for _, e, _ in placed.entities)
    return KeptClaim(placed.when, placed.why_when, voices, people, placed.title)


def _quantity(placed: PlacedQuantity) -> KeptQuantity:
    return KeptQuantity(placed.when, tuple(v.entity for v in placed.voice), placed.of, placed.where)


def unpacked(kept: KeptRecord, reads: Mapping[str, ReadReport]) -> Record:
    """The record again, from what was read from the kept versions (with what people decided since)."""
    claims = {c.id: c for read in reads.values() for c in read.claims}
    quantities = {q.id: q for read in reads.values() for q in read.quantities}
    return Record(
        {name: reads[name] for name in kept.versions},
        kept.dates,
        kept.origins,
        kept.times,
        kept.entities,
        {(report, start, end): name for report, start, end, name in kept.entity_of},
        {name: _placed(claims[name], held, kept) for name, held in kept.claims.items()},
        {name: _counted(quantities[name], held, kept) for name, held in kept.quantities.items()},
        kept.events,
    )


def _placed(claim: Claim, held: KeptClaim, kept: KeptRecord) -> PlacedClaim:
    people = tuple((p.role, name, p.mention) for p, name in zip(claim.participants, held.people, strict=True))
    published = kept.dates[claim.report].published
    voices = _voices(claim.voice, held.voices)
    return PlacedClaim(claim, held.when, held.why_when, published, voices, people, held.title)


def _counted(quantity: Quantity, held: KeptQuantity, kept: KeptRecord) -> PlacedQuantity:
    published = kept.dates[quantity.report].published
    return PlacedQuantity(quantity, held.when, published, _voices(quantity.voice, held.voices), held.of, held.where)


def _voices(chain: tuple[Voice, ...], names: tuple[str | None, ...]) -> tuple[Voice, ...]:
    return tuple(replace(v, entity=name) for v, name in zip(chain, names, strict=True))
