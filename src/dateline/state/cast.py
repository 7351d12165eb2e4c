"""The participants of a claim, each as the side of a state that it stands for in its report and its record.

In:   a claim, and a record with what many claims ask of it worked out once.
Out:  a Context, a Cast: who acts ("country:NE" for its junta), which place or thing is meant.
Room: state. What words and names alone tell is `sides.py`, what "the town" stands for `meant.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.claim.model import Claim, Mention, ReadReport, Role
from dateline.lexicon.places import demonym, fold, place
from dateline.lexicon.states import families
from dateline.record.model import Entity, PlacedClaim, Record
from dateline.state.incumbents import incumbents, post_in
from dateline.state.meant import (
    by_stem,
    controlled_name,
    country_meant,
    firm_meant,
    is_definite,
    is_firm,
    place_meant,
    settled_name,
    settlements,
    sites,
)
from dateline.state.model import Side
from dateline.state.sides import (
    LONGEST,
    WORD,
    acts_for_itself,
    countries_in,
    land_side,
    leading,
    name_side,
    pronouns,
    words_side,
)
from dateline.terms.factuality import REAL

SET_BESIDE: Final = re.compile(r"\b([a-z]+), (?:the )?$")
SEATS: Final = {"Brussels": "european union"}  # where the pile tells of the body
NAME: Final = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")
BESIDE: Final = 12  # characters before a mention in which the word that leads to it stands
NEARBY: Final = 120  # mentions before a definite word among which what it means is looked for
FIRMS: Final = frozenset(
    {"firm", "company", "bank", "club", "team", "airline", "newspaper", "university", "hospital", "maker", "operator"}
    | {"investor", "builder", "shipyard", "fund", "group", "brewer", "carmaker", "retailer", "manufacturer"}
)  # "a Copenhagen investment group" is not Denmark


NEXT_NAMED: Final = frozenset(
    {"rival", "supplier", "subsidiary", "partner", "competitor", "unit", "chain", "developer"}
)

PLIGHTS: Final = frozenset({"power", "evacuation", "warning", "siege"})  # in which a town is, and no government


@dataclass(frozen=True, slots=True)
class Context:
    """A record, with what many claims ask of it worked out once."""

    record: Record
    event_of: dict[str, str]  # claim id -> event id
    country_of: dict[str, str]  # id of an entity -> code of the country it governs
    announced: dict[str, tuple[PlacedClaim, ...]]  # report -> its claims of announcing, in order
    body_of: dict[str, str]  # folded alias of an organisation -> entity id
    triggers: dict[str, tuple[int, ...]]  # report -> where its event words begin, in order
    dated: dict[str, tuple[PlacedClaim, ...]]  # report -> its claims of deeds with a day of their own, in order
    vessels: frozenset[str]  # ids of entities that are ships: called so, or refloated, or run aground
    settled: frozenset[str]  # names told as those of settlements
    starts: dict[str, tuple[int, ...]]  # report -> where its mentions start, in order
    lands: dict[str, str]  # name of what may be a country or region that no table knows -> entity id
    peoples: dict[str, tuple[str, ...]]  # those names by their first letters
    sites: dict[str, str]  # name -> what lies there: "Torkham" of "the Torkham crossing"
    incumbents: dict[str, str]  # post -> the one person of the record who is told with it: "chief executive"


def context(record: Record) -> Context:
    """The context of a record."""
    event_of = {c: event.id for event in record.events for c in event.claims}
    lands = {name: land for name, e in record.entities.items() if (land := _governs(e)) is not None}
    bodies_ = {
        fold(alias): name for name, e in sorted(record.entities.items()) if e.kind != "person" for alias, _ in e.aliases
    }
    heralds = frozenset(families()["herald"])
    heralded = _by_report(t for t in record.claims.values() if t.claim.lemma.split(" ")[0] in heralds and _is_real(t))
    dated = _by_report(t for t in record.claims.values() if _has_own_day(t) and _is_real(t))
    days = {r: tuple(sorted(c, key=lambda t: t.claim.trigger.start)) for r, c in dated.items()}
    told = _by_report(record.claims.values())
    words = {r: tuple(sorted(t.claim.trigger.start for t in c)) for r, c in told.items()}
    towns = (e.name for e in record.entities.values() if e.kind == "place" and not countries_in(e.name))
    settled = settlements(towns, (r.report.text for r in record.reports.values()))
    vessels = _vessels(record)
    unlisted = _unlisted(record)
    stems = by_stem(unlisted)
    starts = {name: tuple(m.anchor.start for m in read.mentions) for name, read in record.reports.items()}
    return Context(
        record, event_of, lands, heralded, bodies_, words, days, vessels, settled, starts, unlisted, stems,
        sites((r.report.text for r in record.reports.values()), settled), incumbents(record),
    )  # fmt: skip


def _by_report(told: Iterable[PlacedClaim]) -> dict[str, tuple[PlacedClaim, ...]]:
    """The claims by report, each report's in the order given."""
    found: dict[str, list[PlacedClaim]] = {}
    for one in told:
        found.setdefault(one.claim.report, []).append(one)
    return {report: tuple(claims) for report, claims in sorted(found.items())}


def _is_real(told: PlacedClaim) -> bool:
    return told.claim.factuality in REAL


def _has_own_day(told: PlacedClaim) -> bool:
    """Whether it tells its own day: "at six", "before dawn on Wednesday"."""
    return told.claim.time is not None and (told.claim.time_relation == "at" or told.when.exact)


def _unlisted(record: Record) -> dict[str, str]:
    """Names of one capital word that no table of places has, after which a people may be called."""
    single = (
        (e.name, name) for name, e in sorted(record.entities.items()) if e.name.isalpha() and e.name[:1].isupper()
    )
    return {name: one for name, one in single if place(name) is None and not name.isupper()}


def _vessels(record: Record) -> frozenset[str]:
    """The entities that are ships, by what is done to them or by a word beside their name ("the freighter Corvina")."""
    nouns, deeds = frozenset(families()["vessel"]), frozenset(families()["afloat"])
    out = set()
    for told in record.claims.values():
        for role, entity, mention in told.entities:
            before = word_before(told.claim, mention)
            called = mention.title in nouns or before in nouns or before.endswith("-flagged")
            called = called or _set_beside(told.claim, mention) in nouns
            if entity and ((told.claim.lemma in deeds and role != "place") or called):
                out.add(entity)
    for name, entity_ in record.entities.items():
        words = {w.casefold() for a in entity_.mentions[:200] for w in WORD.findall(a.text[:LONGEST])}
        if words & nouns and entity_.kind in ("misc", "facility", "organisation"):
            out.add(name)
    return frozenset(out)


def word_before(claim: Claim, mention: Mention) -> str:
    """The word right before the mention in its clause: "freighter" of "the freighter Lisa Grey"."""
    at = mention.anchor.start - claim.anchor.start
    return claim.anchor.text[max(0, at - LONGEST) : max(0, at)].rpartition(" ")[0].rpartition(" ")[2].casefold()


def _set_beside(claim: Claim, mention: Mention) -> str:
    """The word before the comma in front of the mention: "ship" of "a sister ship, the Lisa Grey"."""
    at = mention.anchor.start - claim.anchor.start
    found = SET_BESIDE.search(claim.anchor.text[max(0, at - LONGEST) : max(0, at)])
    return found.group(1).casefold() if found is not None else ""


def _governs(entity: Entity) -> str | None:
    """The country of a body that its mentions call the country's government: "Niger's ruling junta"."""
    if entity.kind in ("person", "place"):
        return None
    ruling = frozenset(families()["governing"])
    found: Counter[str] = Counter()
    for text in [a.text for a in entity.mentions] + [name for name, _ in entity.aliases]:
        words = WORD.findall(text[:LONGEST].casefold())
        if words and (words[-1] in ruling or words[-1].removesuffix("s") in ruling):
            found.update(countries_in(text)[:1])
    return min(found, key=lambda c: (-found[c], c)) if found else None


@dataclass(frozen=True, slots=True)
class Cast:
    """The participants of one claim, each mention with what it stands for in its report."""

    told: PlacedClaim
    context: Context

    @property
    def record(self) -> Record:
        """The record the claim is of."""
        return self.context.record

    @property
    def read(self) -> ReadReport | None:
        """The report the claim is of, as it was read; None where the record no longer holds it."""
        return self.record.reports.get(self.told.claim.report)

    @property
    def text(self) -> str:
        """The text of that report; "" where the record no longer holds it."""
        return self.read.report.text if self.read is not None else ""

    def entity_of(self, mention: Mention) -> str | None:
        """The id of whom or what the record knows the mention to be; None where it knows nobody."""
        return self.record.entity_of.get((mention.anchor.report, mention.anchor.start, mention.anchor.end))

    def words_before(self, mention: Mention) -> list[str]:
        """The word or two right before the mention: "to", "back to"."""
        return self.text[max(0, mention.anchor.start - BESIDE) : mention.anchor.start].casefold().split()

    def at(self, *roles: str) -> list[tuple[str | None, Mention]]:
        """The mentions in those roles, in their order; "target" is the recipient, then the object."""
        wanted: list[str] = []
        for role in roles:
            wanted.extend(("recipient", "object") if role == "target" else (role,))
        held = [(e, m) for role in wanted for r, e, m in self.told.entities if r == role]
        return sorted(held, key=lambda h: any(_inside(h[1], m) for _, m in held)) if "target" in roles else held

    def everyone(self) -> list[tuple[Role, str | None, Mention]]:
        """All participants."""
        return list(self.told.entities)

    def stood_for(self, mention: Mention) -> Mention:
        """The earlier mention that "it" or "him" stands for, where the report has it."""
        if mention.refers is None or mention.head.casefold() not in pronouns():
            return mention
        earlier = self.read.mentions if self.read is not None else ()
        return next((m for m in earlier if (m.anchor.start, m.anchor.end) == mention.refers), mention)

    def _resolved(self, entity: str | None, mention: Mention) -> tuple[str | None, Mention]:
        meant = self.stood_for(mention)
        entity = self.context.body_of.get(SEATS.get(mention.anchor.text, ""), entity)
        if meant is mention:
            return (entity, mention) if entity else self._apposed(mention) or self._behind(mention) or (entity, mention)
        return entity or self.entity_of(meant), meant

    def _apposed(self, mention: Mention) -> tuple[str, Mention] | None:
        """The person whose name ends the words: "the captain of the Corvina, Piet Laurens"."""
        _, comma, name = mention.anchor.text.rpartition(", ")
        if self.read is None or not comma or len(mention.anchor.text) > LONGEST:
            return None
        start = mention.anchor.end - len(name)
        for one in self.read.mentions:
            entity = self.entity_of(one)
            if one.anchor.start == start and one.anchor.end == mention.anchor.end and entity and one.kind == "person":
                return entity, one
        known = (e for e in self.record.entities.values() if e.kind == "person" and e.name == name)
        one_known = next(known, None)
        return (one_known.id, mention) if one_known is not None else None

    def incumbent(self, mention: Mention) -> str | None:
        """The one person of the record who holds the post: "the chief executive of the bank resigned"."""
        words = mention.anchor.text.split(" of ")[0]
        definite = words[:4].casefold() in ("the ", "its ") and not mention.named and mention.kind == "person"
        return self.context.incumbents.get(post_in(words)) if definite and self.entity_of(mention) is None else None

    def _behind(self, mention: Mention) -> tuple[str, Mention] | None:
        """The body or person whose name stands between commas behind the words: "the operator of the dam, Orla Power,".

        A name that a list goes on with ("..., Orla Power, and the mayor") is somebody else.
        """
        text, end = self.text, mention.anchor.end
        if self.read is not None and not mention.named and mention.head.casefold() in FIRMS | NEXT_NAMED:
            for one in self._after(mention):  # "its rival Nordhaven"
                entity = self.entity_of(one)
                if one.anchor.start == end + 1 and one.named and one.kind in ("organisation", "misc") and entity:
                    return entity, one
        definite = mention.anchor.text[:4].casefold() == "the " and not mention.named
        if self.read is None or not definite or mention.kind not in ("organisation", "person"):
            return None
        if text[end : end + 2] != ", ":
            return None
        for one in self.read.mentions:
            if one.anchor.start != end + 2 or not one.named or one.kind != mention.kind:
                continue
            entity = self.entity_of(one)
            alone = text[one.anchor.end : one.anchor.end + 1] in (",", ".")
            listed = text[one.anchor.end : one.anchor.end + 6].startswith((", and ", ", or "))
            if entity and alone and not listed:
                return entity, one
        return None

    def side(self, entity: str | None, mention: Mention) -> Side:
        """Who acts: a government, its capital and its ministries stand for their country."""
        entity, mention = self._resolved(entity, mention)
        known = self.record.entities.get(entity) if entity else None
        person = mention.kind == "person" or (known is not None and known.kind == "person")
        if not person and mention.head.casefold() not in FIRMS and not acts_for_itself(mention.anchor.text):
            lands = countries_in(mention.anchor.text) or (countries_in(known.name) if known else ())
            lands = () if mention.anchor.text in SEATS and known is not None and known.kind != "place" else lands
            code = lands[0] if lands else self.context.country_of.get(entity or "")
            if code:
                return land_side(code, entity)
        return self._named(entity, mention)

    def _called_after(self, mention: Mention) -> Side | None:
        """ "Kordish soldiers": a people of a country that the record names, and no table knows."""
        name = country_meant(mention.anchor.text[:LONGEST], self.context.peoples)
        return name_side(name, self.context.lands[name]) if name else None

    def _after(self, mention: Mention) -> Sequence[Mention]:
        """The mentions of its report that start right behind it."""
        known = self.context.starts.get(self.told.claim.report, ())
        first = bisect_left(known, mention.anchor.end)
        return self.read.mentions[first : first + 3] if self.read is not None else ()

    def _before(self, mention: Mention) -> Sequence[Mention]:
        """The mentions of its report that stand a little before it."""
        known = self.context.starts.get(self.told.claim.report, ())
        below = bisect_left(known, mention.anchor.start)
        return self.read.mentions[max(0, below - NEARBY) : below] if self.read is not None else ()

    def _firm_meant(self, mention: Mention) -> Side | None:
        """ "The company": the firm that its report named last before."""
        if mention.named or self.read is None:
            return None
        words, start = mention.anchor.text, mention.anchor.start
        firm = firm_meant(self._before(mention), words[:LONGEST], start)
        if firm is None:
            return Side(frozenset(), words) if is_firm(words[:LONGEST]) else None
        return self._named(self.entity_of(firm), firm)

    def _place_meant(self, mention: Mention) -> Side | None:
        """ "The town", "there": the place that its report told of before."""
        if mention.named or self.read is None or len(mention.anchor.text) > LONGEST:
            return None
        words, start = mention.anchor.text, mention.anchor.start
        name = place_meant(self.text, self._before(mention), words, start, self.context.settled)
        if name is None:
            return Side(frozenset(), words) if is_definite(words) else None
        land = place(name)
        code = land.country if land is not None and land.kind == "country" else None
        return land_side(code) if code else name_side(name)

    def where(self, entity: str | None, mention: Mention, slot: str = "") -> Side:
        """Which place or thing: a town is itself, a country its code; a capital without power is no country."""
        entity, mention = self._resolved(entity, mention)
        town = place(mention.anchor.text[:LONGEST]) if slot in PLIGHTS else None
        if town is not None and town.kind in ("city", "capital"):
            return name_side(town.name)
        known = self.record.entities.get(entity) if entity else None
        town = place(mention.anchor.text[:LONGEST])
        if town is not None and town.kind == "capital" and known is not None and known.name != mention.anchor.text:
            return name_side(town.name)  # "Kyiv was without power": not all that Kyiv governs
        for name in (mention.anchor.text[:LONGEST], *([known.name] if known else [])):
            found = place(name) or demonym(name)
            if found is not None and found.kind == "country" and found.country:
                return land_side(found.country, entity)
        return self._named(entity, mention)

    def _named(self, entity: str | None, mention: Mention) -> Side:
        entity = entity or self.context.body_of.get(fold(leading(mention.anchor.text[:LONGEST])))
        known = self.record.entities.get(entity) if entity else None
        if known and known.name and any(w[:1].isupper() for w in WORD.findall(known.name)):
            return name_side(settled_name(known.name) or known.name, entity)  # "the rebel-held town of Amat" is Amat
        meant = self._place_meant(mention) or self._called_after(mention) or self._firm_meant(mention)
        if meant is not None:
            return meant
        if mention.named and mention.kind is not None and NAME.fullmatch(mention.anchor.text[:LONGEST]):
            return name_side(mention.anchor.text)  # "Osland joined the bloc": named once, at the head of a sentence
        held = controlled_name(mention.anchor.text[:LONGEST])
        return name_side(held) if held is not None else words_side(mention.anchor.text[:LONGEST], mention.head)


def _inside(one: Mention, other: Mention) -> bool:
    """Whether it stands inside the other's words: "patients" in "visits to patients"."""
    a, b = one.anchor, other.anchor
    return a.report == b.report and b.start <= a.start and a.end <= b.end and (a.start, a.end) != (b.start, b.end)
