"""What the record says of one event, as known by a day: the fields of a line of the timeline.

In:   an event of a record, and the day by which its reports must have come out.
Out:  the line, made from the claims known by then only; None where there are none.
Room: record. The grade is left to the view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from dateline.claim.model import Mention, Role
from dateline.lexicon.places import Place, place
from dateline.record.features import listed
from dateline.record.model import Event, Party, PlacedClaim, Record
from dateline.record.place import AHEAD, named
from dateline.report.columns import is_column
from dateline.terms import When

ROLES: Final[tuple[Role, ...]] = ("actor", "recipient", "object", "place", "instrument")
WIDE: Final = 366  # days; of a stretch that only bounds, and by more than a year, the beginning tells nobody anything
OWN_TIME: Final = ("stated", "report-date", "narrative", "event")
# What each part of the rank adds at most. Chosen by hand: many independent origins and reports, a day of its own, named
# people, a typed action, first sentences. Check on the situations benchmark (recall at k, dates by rank).
RANK: Final = {"origins": 0.25, "reports": 0.2, "day": 0.2, "people": 0.15, "type": 0.1, "lead": 0.1}
# Of the rank, for what was long past when it was first told, and for what only a column or an aside tells.
BACKGROUND: Final = 0.5


def event_line(event: Event, record: Record, day: date | None = None, generous: bool = False) -> dict[str, Any] | None:
    """The line of the timeline, without its grade; None where no report known by the day tells it well."""
    told = [record.claims[c] for c in event.claims if c in record.claims]
    told = [c for c in told if c.published.known_by(day, generous)]
    if not told:
        return None
    best = best_claim(_dating(told))
    if not best.claim.sound:
        return None
    parties = participants(told, best, record)
    reports = sorted({c.claim.report for c in told})
    origins = {record.origins[r].origin if r in record.origins else r for r in reports}
    ahead = best.claim.factuality in AHEAD  # of what is asked and who asked it, only the asking has happened
    when = event_when([c for c in told if (c.claim.factuality in AHEAD) == ahead], record)
    return {
        "id": event.id,
        "when": when.to_dict(),
        "reported": _reported(told),
        "type": _type(told, best),
        "action": best.claim.lemma,
        "title": best.headline,
        "factuality": best.claim.factuality,
        "participants": [{"role": p.role, "entity": p.entity, "name": p.name} for p in parties],
        "place": _place(parties, record),
        "reports": reports,
        "origins": len(origins),
        "rank": rank(told, when, len(origins), parties, record),
        "evidence": [evidence(c) for c in told],
    }


def _dating(told: Sequence[PlacedClaim]) -> Sequence[PlacedClaim]:
    """The claims that may give the title: of a single sentence those that give the day, if only an announcement does.

    "Announced on Monday that the base was empty" does not tell that it was emptied on Monday.
    """
    own = [c for c in told if c.claim.time is not None and c.when.known]
    single = len({(c.claim.report, c.claim.anchor.start) for c in told}) == 1
    return own if own and single and all(c.claim.lemma in listed("saying") for c in own) else told


def evidence(placed: PlacedClaim) -> dict[str, Any]:
    """One claim, as FORMATS prints it under `evidence`."""
    claim = placed.claim
    return {
        "anchor": claim.anchor.to_dict(),
        "voice": [v.to_dict() for v in placed.voice],
        "factuality": claim.factuality,
        "factuality_cue": claim.factuality_cue.to_dict() if claim.factuality_cue else None,
        "when": placed.when.to_dict(),
        "published": placed.published.to_dict(),
        "claim": claim.id,
        "trigger": claim.trigger.to_dict(),
    }


def event_when(told: Sequence[PlacedClaim], record: Record) -> When:
    """The days on which most origins that give a time of their own agree, narrowed by what the others allow.

    Where two days are told, the one of more origins is taken, then the earlier told; the other is left to `disputes`.
    """
    own = [c for c in told if c.when.basis in OWN_TIME and (c.when.earliest or c.when.latest)]
    others = [c for c in told if c not in own and (c.when.earliest or c.when.latest)]
    best: tuple[int, int, When] | None = None
    for seed in own:
        met, origins = _met(seed, own, record)
        score = (origins, -(met.width or 10**6))
        if best is None or score > best[:2]:
            best = (*score, met)
    when = best[2] if best else When()
    for one in sorted(others, key=lambda c: (c.published.sort_key(), c.claim.id)):
        met_all = when.meet(one.when) if when.earliest or when.latest else one.when
        when = met_all if met_all is not None else when
    if not best and when.width is not None and when.width > WIDE:
        return When.between(None, when.latest, when.words, when.basis)
    return when


def _met(seed: PlacedClaim, own: Sequence[PlacedClaim], record: Record) -> tuple[When, int]:
    when, origins = seed.when, {_origin(seed, record)}
    for other in sorted(own, key=lambda c: (c.when.width or 10**6, c.claim.id)):
        met = when.meet(other.when)
        if met is not None:
            when = met
            origins.add(_origin(other, record))
    return when, len(origins)


def _origin(placed: PlacedClaim, record: Record) -> str:
    name = placed.claim.report
    return record.origins[name].origin if name in record.origins else name


def best_claim(told: Sequence[PlacedClaim]) -> PlacedClaim:
    """The claim that gives the line its title: of the body, with the most people known, in the report's own voice."""
    return max(told, key=_tells)


def _tells(placed: PlacedClaim) -> tuple[int, int, int, int, int, int, int, int, int, str]:
    claim = placed.claim
    sound = int(claim.sound)
    real = int(claim.factuality not in AHEAD)  # who asks tells more than what is asked
    people = len({e or m.anchor.text for role, e, m in placed.entities if role != "place"})
    known = len({e for role, e, _ in placed.entities if e and role != "place"})
    roles = len({role for role, _, _ in placed.entities})
    title = len(placed.headline)
    fits = -abs(title - 70)  # a line of about seventy characters says enough and is read at once
    says = int(claim.lemma not in listed("saying"))  # "declared that ..." tells less well than what was declared
    body = int(claim.context == "body")
    return (sound, real, says, body, min(known, 2), min(roles, 3), min(people, 3), int(not claim.voice), fits, claim.id)


def participants(told: Sequence[PlacedClaim], best: PlacedClaim, record: Record) -> tuple[Party, ...]:
    """The participants of the best claim, then those of the others in roles it leaves open; each once."""
    found: list[Party] = []
    seen: set[str] = set()
    for placed in (best, *(c for c in told if c is not best)):
        open_roles = set(ROLES) - {p.role for p in found} if placed is not best else set(ROLES)
        for role in ROLES:
            for r, entity, mention in placed.entities:
                name = named(entity, mention, record.entities)
                key = entity or name.casefold()
                if r == role and role in open_roles and key not in seen and _is_somebody(role, entity, mention, name):
                    seen.add(key)
                    found.append(Party(role, entity, name))
    return tuple(sorted(found, key=lambda p: (ROLES.index(p.role), p.name, p.entity or "")))


def _is_somebody(role: Role, entity: str | None, mention: Mention, name: str) -> bool:
    """Not "it" or "which" that nobody could be found for, nor a crisis that is read as the one who acts."""
    if entity is not None or mention.named:
        return True
    head = mention.head.lower()
    return len(name) > 3 and head not in listed("nobody") and not (role == "actor" and head in listed("affair"))


def _place(parties: Iterable[Party], record: Record) -> dict[str, Any] | None:
    """Where it happened: the first place that is named as such."""
    for party in parties:
        if party.role == "place":
            found = _located(party, record)
            return {
                "name": party.name,
                "entity": party.entity,
                "lat": found.lat if found else None,
                "lon": found.lon if found else None,
            }
    return None


def _located(party: Party, record: Record) -> Place | None:
    entity = record.entities.get(party.entity or "")
    if entity is not None and entity.kind == "place":
        return place(entity.name)
    return None


def _type(told: Sequence[PlacedClaim], best: PlacedClaim) -> str | None:
    return best.claim.type or next((c.claim.type for c in told if c.claim.type), None)


def _reported(told: Sequence[PlacedClaim]) -> dict[str, str | None]:
    """First and last day on which it can have been told; None where that is not known."""
    first = [c.published.earliest for c in told if c.published.earliest]
    last = [c.published.latest for c in told if c.published.latest]
    return {"first": min(first).isoformat() if first else None, "last": max(last).isoformat() if last else None}


def rank(told: Sequence[PlacedClaim], when: When, origins: int, parties: Sequence[Party], record: Record) -> float:
    """How much the line matters, 0..1: the sum of the parts in RANK, each between nothing and its full weight."""
    texts = len({c.claim.anchor.text for c in told})  # what every page of a paper shows is one telling
    reports, origins = min(len({c.claim.report for c in told}), texts), min(origins, texts)
    dated = any(c.claim.time is not None for c in told)  # "is leading the talks": only the day on which it was printed
    width = when.width if dated or when.width is None else max(when.width, 2)
    parts = {
        "origins": 1 - 0.6 ** (origins - 1) if origins > 1 else 0.0,
        "reports": 1 - 0.75 ** (reports - 1),
        "day": 1.0 if width == 1 else 0.5 if width is not None and width <= 31 else 0.0,
        "people": min(1.0, sum(1 for p in parties if p.entity) / 2),
        "type": 1.0 if any(c.claim.type for c in told) else 0.0,
        "lead": sum(_is_lead(c, record.reports) for c in told) / len(told),
    }
    total = sum(RANK[name] * value for name, value in parts.items())
    aside = _long_past(told, when) or all(_opinion(c, record) or c.claim.aside for c in told)
    return round(total * (BACKGROUND if aside else 1.0), 4)


def _opinion(placed: PlacedClaim, record: Record) -> bool:
    """Whether a columnist tells it in his own voice."""
    read = record.reports.get(placed.claim.report)
    return not placed.voice and read is not None and is_column(read.report.text)


def _long_past(told: Sequence[PlacedClaim], when: When) -> bool:
    """Whether it was over long before anybody told of it: what a report recalls, and no news of the situation."""
    first = min((c.published.earliest for c in told if c.published.earliest), default=None)
    return first is not None and when.latest is not None and (first - when.latest).days > WIDE


def _is_lead(placed: PlacedClaim, reports: Mapping[str, Any]) -> bool:
    """Whether it is told in the headline or one of the first two sentences."""
    claim = placed.claim
    if claim.context == "headline":
        return True
    spans = reports[claim.report].sentences if claim.report in reports else ()
    return any(a <= claim.trigger.start < b for a, b in spans[:2])
