"""What many reports say together: dated reports, origins, entities, events.

Room: record. Everything here is derived; nothing is ever edited.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claim.model import Claim, Mention, MentionKind, Quantity, ReadReport, Role
from dateline.report.model import Reason
from dateline.sentence.times.model import Resolved
from dateline.terms import Anchor, Voice, When


@dataclass(frozen=True, slots=True)
class Dated:
    """When a report came out, and why."""

    published: When
    reasons: tuple[Reason, ...]
    stated: bool  # a witness of its own says so; False where it was bounded by constraints
    leaning: When | None = None  # what its "on Monday" may lean on: without bounds that rest on habit; None: published


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report's words come from."""

    origin: str  # id shared by reports that go back to one source: the id of the earliest, by date then id
    derived_from: tuple[tuple[str, Reason], ...]  # (report id or name, why)


@dataclass(frozen=True, slots=True)
class Office:
    """A title that somebody is called by."""

    title: str
    when: When
    evidence: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what, over all reports."""

    id: str
    name: str
    kind: MentionKind
    aliases: tuple[tuple[str, int], ...]  # (as written, count), most frequent first, then by name
    offices: tuple[Office, ...]
    mentions: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim with its time resolved and its people known."""

    claim: Claim
    when: When
    why_when: str
    published: When  # of its report
    voice: tuple[Voice, ...]  # with entities filled in
    entities: tuple[tuple[Role, str | None, Mention], ...]  # role, entity id, mention
    title: str = ""  # the claim's, with the names of things that its report calls by a noun; "" where they are one

    @property
    def headline(self) -> str:
        """The claim's title as a reader of the whole record should see it."""
        return self.title or self.claim.title


@dataclass(frozen=True, slots=True)
class PlacedQuantity:
    """A quantity with its time resolved and its people and places known."""

    quantity: Quantity
    when: When
    published: When
    voice: tuple[Voice, ...]
    of: str | None  # entity id
    where: str | None  # entity id


@dataclass(frozen=True, slots=True)
class Party:
    """A participant of an event."""

    role: Role
    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening (or plan, demand, denial of one), told by one or more claims."""

    id: str  # made from the ids of its claims; see record/events.py
    claims: tuple[str, ...]  # claim ids, sorted by published, report, place
    why: tuple[tuple[str, str, str], ...]  # (claim id, claim id, why these two are one event)


@dataclass(frozen=True, slots=True)
class Record:
    """The whole derived record; every tuple and dict is in a fixed order."""

    reports: dict[str, ReadReport]
    dates: dict[str, Dated]
    origins: dict[str, Origin]
    times: dict[str, tuple[Resolved, ...]]  # per report, as ReadReport.times
    entities: dict[str, Entity]
    entity_of: dict[tuple[str, int, int], str]  # (report, start, end) of a mention -> entity id
    claims: dict[str, PlacedClaim]
    quantities: dict[str, PlacedQuantity]
    events: tuple[Event, ...]
