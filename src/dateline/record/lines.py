"""What the record says of one event, as known by a day: the fields of a line of the timeline.

In:   an event of a record, and the day by which its reports must have come out.
Out:  the line, made from the claims known by then only; None where there are none. An Account holds all that the lines
      of one event are made of, and no more of the record than that.
Room: record. The grade is left to the view.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

from dateline.claim.model import Mention, Role
from dateline.lexicon.places import Place, place
from dateline.record.features import listed
from dateline.record.model import Entity, Event, Party, PlacedClaim, Record
from dateline.record.place import AHEAD, named
from dateline.record.rank import Shown, rank, type_of
from dateline.report.columns import is_column
from dateline.terms import Factuality, When

ROLES: Final[tuple[Role, ...]] = ("actor", "recipient", "object", "place", "instrument")
WIDE: Final = 366  # days; of a stretch that only bounds, and by more than a year, the beginning tells nobody anything
Mark = tuple[int, int, int, int, int, int, int, int, int, str]
_WITH_CLAUSE: Final = re.compile(r"\bdenied (?:that|having|being)\b")
OWN_TIME: Final = ("stated", "report-date", "narrative", "event")


@dataclass(frozen=True, slots=True)
class Account:
    """All that the lines of one event are made of."""

    event: str
    claims: tuple[PlacedClaim, ...]  # in the order of the event
    origins: dict[str, str]  # of each report
    people: dict[str, Entity]  # who takes part, by id: name and kind only
    columns: frozenset[str] = frozenset()  # the reports that are somebody's opinion

    def known_by(self, day: date | None, generous: bool = False) -> list[PlacedClaim]:
        """The claims of reports published by the day."""
        return [c for c in self.claims if c.published.known_by(day, generous)]


def origin_of(report: str, record: Record) -> str:
    """The id shared by reports that go back to one source; the report's own where nothing is known of its source."""
    found = record.origins.get(report)
    return found.origin if found else report


def account_of(event: Event, record: Record) -> Account:
    """What the record holds of the event; which reports are columns is left open, see `with_columns`."""
    claims = tuple(record.claims[c] for c in event.claims if c in record.claims)
    reports = sorted({c.claim.report for c in claims})
    people = sorted({e for c in claims for _, e, _ in c.entities if e is not None and e in record.entities})
    return Account(
        event.id,
        claims,
        {r: origin_of(r, record) for r in reports},
        {e: replace(record.entities[e], aliases=(), offices=(), mentions=()) for e in people},
    )


def with_columns(about: Account, is_opinion: Callable[[str], bool]) -> Account:
    """The same, with the reports that are somebody's opinion; asked only of those that tell it in their own voice."""
    own = {c.claim.report for c in about.claims if not c.voice}
    return replace(about, columns=frozenset(filter(is_opinion, own)))


def opinions(record: Record) -> Callable[[str], bool]:
    """Whether a report of the record is somebody's opinion; each is looked at once."""
    return cache(lambda name: name in record.reports and is_column(record.reports[name].report.text))


def event_line(event: Event, record: Record, day: date | None = None, generous: bool = False) -> dict[str, Any] | None:
    """The line of the timeline, without its grade; None where no report known by the day tells it well."""
    about = account_of(event, record)
    told = about.known_by(day, generous)
    return line_of(with_columns(about, opinions(record)), told) if told else None


def line_of(about: Account, told: Sequence[PlacedClaim]) -> dict[str, Any] | None:
    """The line that these of its claims give; None where none of them tells it well."""
    line = bare_line(about, told)
    return line | {"evidence": [evidence(c) for c in told]} if line is not None else None


def bare_line(
    about: Account, told: Sequence[PlacedClaim], tells: Callable[[PlacedClaim], Mark] | None = None
) -> dict[str, Any] | None:
    """The line without its evidence; `tells`, where lines of one event are asked for again and again, is `mark_of`
    with its answers kept."""
    shown = shown_of(about, told, tells)
    if shown is None:
        return None
    parties = [party for party, _ in shown.parties]
    return {
        "id": about.event,
        "when": shown.when.to_dict(),
        "reported": _reported(told),
        "type": type_of(shown),
        "action": shown.best.claim.lemma,
        "title": shown.best.headline,
        "factuality": _stands(shown.best),
        "participants": [{"role": p.role, "entity": p.entity, "name": p.name} for p in parties],
        "place": _place(parties, about),
        "reports": sorted({c.claim.report for c in told}),
        "origins": len(set(shown.sources)),
        "rank": rank(shown),
    }


def shown_of(
    about: Account, told: Sequence[PlacedClaim], tells: Callable[[PlacedClaim], Mark] | None = None
) -> Shown | None:
    """What the line shows that these claims give; None where none of them tells it well."""
    dating = _dating(told)
    best = max(dating, key=tells or mark_of)
    if not best.claim.sound and len(dating) < len(told):
        told = _without(told, dating)  # "said on Monday it had sold its stake": the selling is told
        best = max(told, key=tells or mark_of)
    if not best.claim.sound or _over(best):
        return None
    parties = participants(told, best, about)
    kinds = [about.people[p.entity].kind if p.entity in about.people else None for p in parties]
    sources = [about.origins[c.claim.report] for c in told]
    ahead = best.claim.factuality in AHEAD  # of what is asked and who asked it, only the asking has happened
    alike = [c for c in told if (c.claim.factuality in AHEAD) == ahead]
    when = event_when(_put_off(alike) if ahead else alike, about)
    said = [c.when.latest for c in _without(dating, told) if c.when.latest is not None]
    if said and not ahead and when.earliest is None:
        when = When.between(None, min(said), when.words, when.basis)  # it was sold by then
    return Shown(told, best, sources, when, tuple(zip(parties, kinds, strict=True)), about.columns)


def _without(claims: Sequence[PlacedClaim], others: Sequence[PlacedClaim]) -> Sequence[PlacedClaim]:
    """The claims that are none of the others, known by what they are and not by all that they hold."""
    if claims is others:
        return ()
    left_out = {id(c) for c in others}
    return [c for c in claims if id(c) not in left_out]


def _put_off(told: Sequence[PlacedClaim]) -> Sequence[PlacedClaim]:
    """The claims of a plan without those that a later report gives a later last day for: "by September" in April, "by
    the end of the year" in August."""
    dated = [c for c in told if c.when.basis in OWN_TIME and c.when.latest and c.published.earliest]
    last = max(dated, key=lambda c: (c.published.sort_key(), c.claim.id), default=None)
    if last is None or last.published.earliest is None or last.when.latest is None:
        return told
    first, until = last.published.earliest, last.when.latest
    passed = [c for c in dated if (c.published.latest or first) < first and c.when.latest and c.when.latest < until]
    return [c for c in told if c not in passed]


def _dating(told: Sequence[PlacedClaim]) -> Sequence[PlacedClaim]:
    """The claims that may give the title: of a single sentence those that give the day, if only an announcement does.

    "Announced on Monday that the base was empty" does not tell that it was emptied on Monday.
    """
    own = [c for c in told if c.claim.time is not None and c.when.known]
    single = len({(c.claim.report, c.claim.anchor.start) for c in told}) == 1
    return own if own and single and all(c.claim.lemma in listed("saying") for c in own) else told


def _stands(told: PlacedClaim) -> Factuality:
    """How certain the line is: of what goes on, and of which it is told that it began, the beginning has happened; of
    "urged the cabinet to resign" and "denied that it had fired" the reader asks what became of the end and the shot;
    what "is closing in April" is planned, if April is still to come.
    """
    claim = told.claim
    if claim.factuality not in {"happened", "ongoing", "habitual"}:
        return claim.factuality
    if claim.type == "REQUEST" and claim.lemma in listed("demanding"):
        return "demanded"
    if claim.lemma == "deny" and _WITH_CLAUSE.search(claim.title) is not None:
        return "denied"
    day, out = told.when.earliest, told.published.latest
    if claim.factuality == "ongoing" and day is not None and out is not None and day > out:
        return "planned"
    begun = claim.factuality == "ongoing" and claim.aspect in {"begin", "resume"}
    return "happened" if begun else claim.factuality


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


def event_when(told: Sequence[PlacedClaim], about: Account) -> When:
    """The days on which most origins that give a time of their own agree, narrowed by what the others allow.

    Where two days are told, the one of more origins is taken, then the earlier told; the other is left to `disputes`.
    """
    dated = [c for c in told if c.when.earliest or c.when.latest]
    own = [c for c in dated if c.when.basis in OWN_TIME]
    others = [c for c in dated if c.when.basis not in OWN_TIME]
    days: dict[When, set[str]] = {}  # with the origins that tell them, the narrowest first
    for one in sorted(own, key=lambda c: (c.when.width or 10**6, c.claim.id)):
        days.setdefault(one.when, set()).add(about.origins[one.claim.report])
    best: tuple[int, int, When] | None = None
    for seed in dict.fromkeys(c.when for c in own):
        met, origins = _met(seed, days)
        score = (origins, -(met.width or 10**6))
        if best is None or score > best[:2]:
            best = (*score, met)
    when = best[2] if best else When()
    allowed: dict[tuple[date | None, date | None], When] = {}  # to meet the same days again changes nothing
    for one in sorted(others, key=lambda c: (c.published.sort_key(), c.claim.id)):
        allowed.setdefault((one.when.earliest, one.when.latest), one.when)
    for other in allowed.values():
        met_all = when.meet(other) if when.earliest or when.latest else other
        when = met_all if met_all is not None else when
    if not best and when.width is not None and when.width > WIDE:
        return When.between(None, when.latest, when.words, when.basis)
    return when


def _met(seed: When, days: Mapping[When, set[str]]) -> tuple[When, int]:
    """The seed narrowed by all that allow it, one after the other, and how many origins tell it."""
    when = seed
    origins: set[str] = set()
    for other, told in days.items():
        met = when.meet(other)
        if met is not None:
            when = met
            origins |= told
    return when, len(origins)


def mark_of(placed: PlacedClaim) -> Mark:
    """How well a claim tells its event; the highest gives the line its title: of the body, with the most people known,
    in the report's own voice."""
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


def participants(told: Sequence[PlacedClaim], best: PlacedClaim, about: Account) -> tuple[Party, ...]:
    """The participants of the best claim, then those of the others in roles it leaves open; each once."""
    found: list[Party] = []
    seen: set[str] = set()
    taken: set[Role] = set()
    for placed in (best, *(c for c in told if c is not best)):
        told_of = {role for role, _, _ in placed.entities if role not in taken}
        if not told_of:
            continue
        for role in (role for role in ROLES if role in told_of):
            for entity, mention in ((e, m) for r, e, m in placed.entities if r == role):
                name = named(entity, mention, about.people)
                key = entity or name.casefold()
                if key not in seen and _is_somebody(role, entity, mention, name):
                    seen.add(key)
                    found.append(Party(role, entity, name))
        taken = {p.role for p in found}
    return tuple(sorted(found, key=lambda p: (ROLES.index(p.role), p.name, p.entity or "")))


def _is_somebody(role: Role, entity: str | None, mention: Mention, name: str) -> bool:
    """Not "it" or "which" that nobody could be found for, nor a crisis that is read as the one who acts."""
    if entity is not None or mention.named:
        return True
    head = mention.head.lower()
    return len(name) > 3 and head not in listed("nobody") and not (role == "actor" and head in listed("affair"))


def _place(parties: Iterable[Party], about: Account) -> dict[str, Any] | None:
    """Where it happened: the first place that is named as such."""
    for party in parties:
        if party.role == "place":
            found = _located(party, about)
            return {
                "name": party.name,
                "entity": party.entity,
                "lat": found.lat if found else None,
                "lon": found.lon if found else None,
            }
    return None


def _located(party: Party, about: Account) -> Place | None:
    entity = about.people.get(party.entity or "")
    if entity is not None and entity.kind == "place":
        return place(entity.name)
    return None


def _reported(told: Sequence[PlacedClaim]) -> dict[str, str | None]:
    """First and last day on which it can have been told; None where that is not known."""
    first = [c.published.earliest for c in told if c.published.earliest]
    last = [c.published.latest for c in told if c.published.latest]
    return {"first": min(first).isoformat() if first else None, "last": max(last).isoformat() if last else None}


def _over(placed: PlacedClaim) -> bool:
    """Whether what is told as planned has a day that was past when it was told: nothing is to come of it."""
    day, told = placed.when.latest, placed.published.earliest
    return placed.claim.factuality == "planned" and day is not None and told is not None and day < told
