"""Who stands on which side of a state, under one key however a report puts it.

In:   participants of a claim ("the Nigerien junta", "Washington", "it"), the entities of the record.
Out:  Sides: "country:NE", "name:dana reyes", "words:coast road".
Room: state. A government, its capital and its ministries act for their country; a generic "the government" has no
      key of its own unless the record knows whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.claim.model import Mention, ReadReport, Role
from dateline.lexicon.places import country, demonym, fold, place
from dateline.lexicon.states import families
from dateline.lexicon.tables import table
from dateline.record.model import Entity, PlacedClaim, Record
from dateline.state.meant import (
    by_stem,
    country_meant,
    firm_meant,
    is_definite,
    is_firm,
    place_meant,
    settled_name,
    settlements,
)
from dateline.state.model import Side
from dateline.terms.factuality import REAL

NOBODY: Final = Side(frozenset(), "")
NEARBY: Final = 120  # mentions before a definite word among which what it means is looked for
LONGEST: Final = 300  # characters of a mention that are looked at
LEADING: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "that"})
FIRMS: Final = frozenset(
    {"firm", "company", "bank", "club", "team", "airline", "newspaper", "university", "hospital", "maker", "operator"}
    | {"investor", "builder", "shipyard", "fund", "group", "brewer", "carmaker", "retailer", "manufacturer"}
)  # "a Copenhagen investment group" is not Denmark
WORD: Final = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")


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


def context(record: Record) -> Context:
    """The context of a record."""
    event_of = {c: event.id for event in record.events for c in event.claims}
    heralds = frozenset(families()["herald"])
    announced: dict[str, list[PlacedClaim]] = {}
    for told in record.claims.values():
        if told.claim.lemma.split(" ")[0] in heralds and told.claim.factuality in REAL:
            announced.setdefault(told.claim.report, []).append(told)
    lands = {name: land for name, e in record.entities.items() if (land := _governs(e)) is not None}
    bodies_ = {
        fold(alias): name for name, e in sorted(record.entities.items()) if e.kind != "person" for alias, _ in e.aliases
    }
    heralded = {r: tuple(c) for r, c in sorted(announced.items())}
    dated: dict[str, list[PlacedClaim]] = {}
    for told in record.claims.values():
        own = told.claim.time_relation == "at" or told.when.exact  # "before dawn on Wednesday" is that day
        if told.claim.time is not None and own and told.claim.factuality in REAL:
            dated.setdefault(told.claim.report, []).append(told)
    days = {r: tuple(sorted(c, key=lambda t: t.claim.trigger.start)) for r, c in sorted(dated.items())}
    spots: dict[str, list[int]] = {}
    for told in record.claims.values():
        spots.setdefault(told.claim.report, []).append(told.claim.trigger.start)
    words = {r: tuple(sorted(s)) for r, s in sorted(spots.items())}
    towns = (e.name for e in record.entities.values() if e.kind == "place" and not countries_in(e.name))
    settled = settlements(towns, (r.report.text for r in record.reports.values()))
    vessels = _vessels(record)
    unlisted = _unlisted(record)
    stems = by_stem(unlisted)
    starts = {name: tuple(m.anchor.start for m in read.mentions) for name, read in record.reports.items()}
    return Context(record, event_of, lands, heralded, bodies_, words, days, vessels, settled, starts, unlisted, stems)


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
            if entity and ((told.claim.lemma in deeds and role != "place") or mention.title in nouns):
                out.add(entity)
    for name, entity_ in record.entities.items():
        words = {w.casefold() for a in entity_.mentions[:200] for w in WORD.findall(a.text[:LONGEST])}
        if words & nouns and entity_.kind in ("misc", "facility", "organisation"):
            out.add(name)
    return frozenset(out)


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

    def _behind(self, mention: Mention) -> tuple[str, Mention] | None:
        """The body or person whose name stands between commas behind the words: "the operator of the dam, Orla Power,".

        A name that a list goes on with ("..., Orla Power, and the mayor") is somebody else.
        """
        text, end = self.text, mention.anchor.end
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
        if not person and mention.head.casefold() not in FIRMS:
            lands = countries_in(mention.anchor.text) or (countries_in(known.name) if known else ())
            code = lands[0] if lands else self.context.country_of.get(entity or "")
            if code:
                return land_side(code, entity)
        return self._named(entity, mention)

    def _called_after(self, mention: Mention) -> Side | None:
        """ "Kordish soldiers": a people of a country that the record names, and no table knows."""
        name = country_meant(mention.anchor.text[:LONGEST], self.context.peoples)
        return name_side(name, self.context.lands[name]) if name else None

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
        return name_side(name)

    def where(self, entity: str | None, mention: Mention) -> Side:
        """Which place or thing: a town is itself, a country its code."""
        entity, mention = self._resolved(entity, mention)
        known = self.record.entities.get(entity) if entity else None
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
        return words_side(mention.anchor.text[:LONGEST], mention.head)


def _inside(one: Mention, other: Mention) -> bool:
    """Whether it stands inside the other's words: "patients" in "visits to patients"."""
    a, b = one.anchor, other.anchor
    return a.report == b.report and b.start <= a.start and a.end <= b.end and (a.start, a.end) != (b.start, b.end)


def leading(text: str) -> str:
    """The words without the plain ones that end them: "ECOWAS leaders" are ECOWAS.

    >>> leading("the ECOWAS leaders"), leading("the leaders")
    ('the ECOWAS', 'the')
    """
    words = text.split()
    while words and is_generic(words[-1].strip(".,")):
        words.pop()
    return " ".join(words)


def bare_name(name: str) -> str:
    """The words for one side as a title takes them: no article, no "its" before them.

    >>> bare_name("The 25 sailors"), bare_name("its old coast road"), bare_name("The Hague")
    ('25 sailors', 'old coast road', 'The Hague')
    """
    first, _, rest = name.partition(" ")
    if rest and first.casefold() in LEADING and not rest[:1].isupper():
        return rest
    return name


def land_side(code: str, entity: str | None = None) -> Side:
    """The side of a country, by its ISO 3166-1 code."""
    land = country(code)
    return Side(frozenset({f"country:{code}"}), land.name if land else code, entity)


def name_side(name: str, entity: str | None = None, shown: str | None = None) -> Side:
    """The side that a name tells; `shown`: the words a reader sees, where they are more than the name.

    >>> name_side("Dana Reyes").keys, name_side("Amat", shown="the port of Amat").name
    (frozenset({'name:dana reyes'}), 'the port of Amat')
    """
    return Side(frozenset({f"name:{fold(name)}"}), shown or name, entity)


def words_side(text: str, head: str) -> Side:
    """The side that only words tell; nobody where they tell no one apart.

    >>> words_side("the old coast road", "road").keys, words_side("the government", "government").keys
    (frozenset({'words:coast old road'}), frozenset())
    """
    settled = settled_name(text.strip())
    if settled is not None:  # "the town of Amat" is Amat; what is told of a port is told of its quays as well
        return name_side(settled, shown=text if head.casefold() == "port" else None)
    words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in WORD.findall(text)]
    words = [w for i, w in enumerate(words) if not (w[:1].isdigit() and i < len(words) - 1)]  # "26 jets", but "Route 9"
    words = [w for w in words if w not in small()]
    low = head.casefold()
    bare = (low in generic() or low.removesuffix("s") in generic()) and not any(
        w[:1].isupper() for w in WORD.findall(text)[1:]
    )
    if not words or bare:
        return Side(frozenset(), text if head.casefold() not in pronouns() else "")
    return Side(frozenset({"words:" + " ".join(sorted(set(words)))}), text)


def is_generic(word: str) -> bool:
    """Whether the word tells nobody apart: "troops", "government", "1,000".

    >>> is_generic("Troops"), is_generic("1,000"), is_generic("harbour")
    (True, True, False)
    """
    low = word.casefold()
    return low in generic() or low.removesuffix("s") in generic() or low[:1].isdigit()


@cache
def generic() -> frozenset[str]:
    """Heads that tell nobody apart without a name beside them: "government", "troop", "it"."""
    return frozenset(families()["nobody"]) | pronouns()


@cache
def pronouns() -> frozenset[str]:
    """Words that only point back."""
    return frozenset(families()["pronoun"])


@cache
def small() -> frozenset[str]:
    """Words of a name that tell nothing apart."""
    return frozenset(families()["small"])


@cache
def bodies() -> dict[str, str]:
    """Folded name of a ministry or seat of government to the code of its country."""
    return {fold(row["name"]): row["country"] for row in table("states_bodies")}


@lru_cache(maxsize=50_000)
def countries_in(text: str) -> tuple[str, ...]:
    """Codes of the countries that the words name, as themselves, by their people, capital or ministries, in order.

    >>> countries_in("Nigerien soldiers and the U.S. military"), countries_in("the Pentagon"), countries_in("Oslo")
    (('NE', 'US'), ('US',), ('NO',))
    """
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text[:LONGEST])]
    found: list[str] = []
    i = 0
    while i < len(words):
        for size in (3, 2, 1):
            if i + size <= len(words):
                code = _country(text[words[i][1] : words[i + size - 1][2]])
                if code:
                    found.append(code)
                    i += size - 1
                    break
        i += 1
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=50_000)
def _country(name: str) -> str | None:
    bare = name.removesuffix("'s").removesuffix("’s")
    if bare == bare.lower():
        return None
    if fold(bare) in bodies():
        return bodies()[fold(bare)]
    people = demonym(bare)
    if people is not None and people.kind == "country":
        return people.country
    found = place(bare)
    return found.country if found is not None and found.kind in ("country", "capital") else None
