"""Says which question a figure answers: what is counted, in which state and unit, of whom, where, at which spot.

In:   a placed quantity.
Out:  its Identity; two figures of one identity are answers to one question, and may disagree.
Room: state.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import GENERIC, NO_SINGULAR, kind_of
from dateline.lexicon.places import place
from dateline.lexicon.tables import table
from dateline.record.features import synonyms
from dateline.record.model import PlacedQuantity

LOOSE: Final = frozenset({
    "person", "people", "individual", "human", "victim", "other", "body", "soul", "life", "dead", "death",
    "fatality", "casualty", "wounded", "injured", "injury", "missing", "survivor", "toll", "remains", "corpse",
    "someone", "folk", "killing", "member", "homeless",
})  # fmt: skip
APART: Final = frozenset({"peacekeeper", "reservist"})  # of the forces, but no body of a country's soldiers
CREWS: Final = frozenset({"sailor"})  # of the forces only where a country's, and told with its forces
NAVAL: Final = re.compile(
    r"\b(?:navy|naval|warships?|frigates?|submarines?|destroyers?|fleet|carrier|marines|soldiers|troops|military|army|"
    r"armed forces|base)\b",
    re.I,
)
MEN: Final = frozenset({"man", "men"})
ALONE: Final = frozenset({"trapped", "stranded", "missing", "rescued", "captive"})
SAID: Final = {
    "injured": ("wounded", "hurt"),
    "suspended": ("cancelled", "canceled", "grounded", "scrapped", "postponed", "halted"),
    "detained": ("arrested", "jailed", "imprisoned"),
    "raised": ("collected",),
    "charged": ("sentenced", "convicted", "indicted"),
    "destroyed": ("burned", "burnt"),
}  # other words for a state, shown where used
SHARES: Final = frozenset({"percent", "share", "point"})
LANDS: Final = frozenset({"country", "nation", "continent"})  # that belong to no country: "it spread to 22 countries"
QUEUING: Final = frozenset({"vessel", "vehicle", "aircraft"})  # that wait in a queue
STANDING: Final = frozenset({"case", "school", "hospital", "home", "building"})  # that are where they belong
WAITING: Final = re.compile(r"\b(?:wait|waits|waited|waiting|queue|queues|queued|queuing)\b")
MEMBERS: Final = re.compile(
    r"\bmembers of (?:the |its |their |his |her |an? )?(?:[a-z-]+(?:ing|al|ed|ary|ish) )?([a-z]+)\b(?!['’])"
)
NAMED: Final = re.compile(
    r"\bmembers of (?:the |its |their )?(?:[a-z-]+ )?((?:[A-Z][\w-]+)(?: [A-Z][\w-]+)*)"
)  # "members of the Green League"
CREW: Final = {
    "captive": "hostage",
    "crew member": "crew",
    "crewman": "crew",
    "crewmember": "crew",
    "staff member": "staff",
}
SAME_STATE: Final = {"body": "recovered"}  # "two bodies" are counted when they are found
RATES: Final = {
    "unemployment": "unemployment",
    "joblessness": "unemployment",
    "jobless": "unemployment",
    "inflation": "inflation",
}  # one rate by several names
PLAIN_RATES: Final = frozenset({"consumer price", "consumer", "price", "headline", "annual", "retail price", "jobless"})
SPANS: Final = r"(?P<span>day|week|month|year|season)"
PACE: Final = re.compile(
    rf"^[^\w$€£#]*(?:[^\W\d.;]+[^\w.;$€£#]+){{0,6}}?(?:(?:a|per|each|every|an average|a normal) {SPANS}\b"
    r"(?! (?:ago|earlier|before|later|old))|annually\b|(?P<daily>daily)\b|yearly\b|year after year\b)",
    re.I,
)  # "36,000 deaths a year"
LASTING: Final = re.compile(rf"\b(?:for|in|within|after|over|nearly|almost) (?:a|an) {SPANS}$", re.I)  # "for a week"
EVERY: Final = re.compile(rf"\b(?:every|each) {SPANS}\b[^.;:]{{0,30}}$", re.I)
PACED: Final = re.compile(rf"\b(?:a|per|each) {SPANS}\b[^.;:]{{0,40}}\bfrom\s+$", re.I)
TO_PACED: Final = re.compile(rf"\s+to [^.;:]{{0,40}}?\b(?:a|per|each) {SPANS}\b", re.I)  # "from 27 to 32 ships a day"
CLAUSE: Final = 60  # characters beside a number in which its rate stands
SUSPECTED: Final = "suspected"  # cases that nobody has confirmed
TOLLS: Final = frozenset({
    "killed", "injured", "displaced", "destroyed", "damaged", "infected", "missing", "affected", "detained",
    "evacuated", "presumed dead", "rescued", "stranded", "magnitude", "killed or injured", "damaged or destroyed",
    SUSPECTED,
})  # fmt: skip
OWN_SIZES: Final = frozenset({"range", "distance", "altitude", "radius", "perimeter"})
LONG_AGO: Final = 270  # days before the report; a report of January still speaks of last summer's fire
SIZES: Final = frozenset({"length", "area", "volume", "mass", "speed", "power", "energy", "time"})
LONGEST: Final = 1000  # characters of a sentence that are looked at
SHORT: Final = {"United States": "US", "United Kingdom": "UK", "European Union": "EU", "United Nations": "UN"}


@dataclass(frozen=True, slots=True)
class Identity:
    """The question; "" is what the words leave open."""

    family: str
    state: str
    unit: str
    spot: str  # "at Agadez", "in 1918"
    of: str
    where: str
    group: str  # a narrower kind, of people ("worker") or of what is measured ("unemployment", of a rate)

    @property
    def kind(self) -> tuple[str, ...]:
        """What must agree."""
        return (self.family, self.state, self.unit, self.spot)

    @property
    def order(self) -> tuple[str, ...]:
        """All of it, to sort and to make an id from."""
        return (self.family, self.state, self.unit, self.spot, self.of, self.where, self.group)

    @property
    def scope(self) -> tuple[str, ...]:
        """What narrows it, for a reader."""
        return tuple(x for x in (self.state, self.spot, self.group) if x)

    @property
    def open_forms(self) -> tuple[Identity, ...]:
        """Every identity of the same kind that says less than this one, of whom, where or which group left open."""
        marks = [m for m in product((True, False), repeat=3) if not all(m)]
        forms = (
            replace(self, of=self.of if a else "", where=self.where if b else "", group=self.group if c else "")
            for a, b, c in marks
        )
        more = (replace(self, family="money"),) if self.family == "claim" and self.state == "sought" else ()
        return tuple(dict.fromkeys(f for f in (*forms, *more) if f != self))

    @property
    def wide(self) -> Identity:
        """The same question without the single spot and group: those in the whole country."""
        return replace(self, spot="", group="")


@cache
def _state_names() -> frozenset[str]:
    named = {row["state"] for row in table("counted_states")} | {row["state"] for row in table("counted")}
    framed = {row["state"] for row in table("counted_frames")}
    sizes = {row["dimension"] for row in table("counted_dimensions")}
    return frozenset((named | framed | sizes | {"cost", SUSPECTED}) - {""})


def identity(placed: PlacedQuantity) -> Identity:
    """The question this figure answers."""
    q = placed.quantity
    row = kind_of(q.counted)
    row = None if row is not None and row["family"] == "aid" and q.unit in SHARES else row  # the support of voters
    states = [s for s in q.scope if _state_names().issuperset(s.split(" or "))]  # "killed or injured"
    spot = next((s for s in q.scope if s.startswith("at ")), "")
    state = next((s for s in states if s not in GENERIC), "")
    state = SAME_STATE.get(state, state)
    if not state and q.unit in QUEUING and q.of and "present" in q.scope:
        state = "owned"  # "Ostra has 84 ships" tells its fleet, not those that wait in a bay
    family = (row["family"] if row else "") or q.counted
    group = ""
    if row and row["unit"] == "person" and q.counted not in LOOSE and row["class"]:
        group = q.counted
    elif q.kind and not (row and row["unit"] == "person"):
        group = q.kind
    group = CREW.get(group, group)
    if q.counted in MEN and state in ALONE:
        group = ""  # the men trapped in a mine are its miners
    if q.counted in APART:
        family, group = q.counted, ""
    elif q.counted in CREWS and not (q.of and NAVAL.search(q.anchor.text[:LONGEST])):
        family, group = "person", q.counted
    elif row and row["class"] == "own" and row["unit"] != "person":
        family = synonyms().get(q.counted, q.counted)
    if family == "person" and not state and not group:
        state, group = (
            next(iter(states), ""),
            CREW.get(q.counted, q.counted),
        )  # eight workers and 23 people on board are no one body
    if q.unit == "percent" and (rate := _rate(q.kind or "", q.counted)):
        return Identity(rate, state, q.unit, spot, "", q.where or q.of or "", "")  # a land's rate is that in the land
    spot = spot or era(placed, state) or pace(placed)
    if q.counted in LANDS:
        return Identity(family, state, q.unit, spot, "", "", group)
    if q.unit in STANDING and q.of and not q.where and place(q.of) is not None:
        return Identity(family, state, q.unit, spot, "", q.of, group)  # "the UK's schools" are those in the UK
    named = placed.of is not None or (q.of or "")[:1].isupper()  # "the owner": no name tells whose it is
    loose = not named and is_currency(q.unit) and q.counted != "price"
    return Identity(family, state, q.unit, spot, "" if loose else q.of or "", q.where or "", group)


def _rate(kind: str, counted: str) -> str | None:
    """The rate by its one name, and whose it is where that is told: "unemployment", "youth unemployment"."""
    words = f"{kind} {counted}".removesuffix(" rate").split()
    rate = RATES.get(words[-1]) if words else None
    narrow = " ".join(words[:-1])
    return rate if rate is None or not narrow or narrow in PLAIN_RATES else f"{narrow} {rate}"


@cache
def _sizes() -> frozenset[str]:
    return frozenset(row["dimension"] for row in table("counted_dimensions"))


def era(placed: PlacedQuantity, state: str) -> str:
    """The years of a happening long before the report: those killed "in 1918" are no part of a toll of this year."""
    q, when, published = placed.quantity, placed.when, placed.published.earliest
    if state not in TOLLS or published is None or q.time is None or q.time_relation != "at" or q.role == "previous":
        return ""
    if when.earliest is None or when.latest is None or (published - when.latest).days < LONG_AGO:
        return ""
    first, last = when.earliest.year, when.latest.year
    return f"in {first}" if first == last else f"in {first} to {last}"


def pace(placed: PlacedQuantity) -> str:
    """The span a rate is told for: of "36,000 deaths a year" the year; a rate is no count of what has happened."""
    q = placed.quantity
    at = q.amount.end - q.anchor.start
    before = q.anchor.text[max(0, at - CLAUSE - len(q.amount.text)) : max(0, q.amount.start - q.anchor.start)]
    if q.role == "previous" and (same := PACED.search(before)) is not None and LASTING.search(same.group()) is None:
        return f"a {same['span'].lower()}"  # "32 ships a day, up from 27"
    if q.role == "previous" and (same := TO_PACED.match(q.anchor.text[at : at + CLAUSE])) is not None:
        return f"a {same['span'].lower()}"
    found = PACE.match(q.anchor.text[at : at + CLAUSE]) or EVERY.search(q.anchor.text[max(0, at - CLAUSE) : at])
    if found is None or LASTING.search(found.group()) or q.unit in ("percent", "share") or _sizes() & set(q.scope):
        return ""
    words = found.groupdict()
    return f"a {(words['span'] or ('day' if words.get('daily') else 'year')).lower()}"


def about(quantities: Sequence[PlacedQuantity]) -> str:
    """The word most often used for those counted; equals go by the alphabet."""
    words = Counter(p.quantity.counted for p in quantities)
    if len(words) > 1:
        del words["money"]  # says least
    best = min(words, key=lambda w: (-words[w], w))
    if best == "member":
        named = {m for p in quantities for m in NAMED.findall(p.quantity.anchor.text[:LONGEST])}
        if named:
            return f"{min(named)} member" if len(named) == 1 else best
        bodies = Counter(m for p in quantities for m in MEMBERS.findall(p.quantity.anchor.text[:LONGEST].casefold()))
        best = f"{min(bodies, key=lambda w: (-bodies[w], w))} member" if bodies else best
    name = best.capitalize()  # "two Democrats"
    texts = [p.quantity.amount.text for p in quantities if best in p.quantity.amount.text.lower()]
    return name if texts and all(f" {name}" in text for text in texts) else best


def only(quantities: Sequence[PlacedQuantity]) -> str:
    """The one word that the reports use for those counted, but for one in four; "" where they differ more."""
    words = Counter(p.quantity.counted for p in quantities)
    best = min(words, key=lambda w: (-words[w], w))
    return best if 4 * words[best] >= 3 * len(quantities) else ""


def said(state: str, quantities: Sequence[PlacedQuantity]) -> str:
    """The word that the reports use for a state: "wounded" where none of them says "injured"."""
    texts = [p.quantity.anchor.text[:LONGEST].casefold() for p in quantities]
    if not state and quantities[0].quantity.unit in QUEUING:
        return "waiting" if 2 * sum(bool(WAITING.search(text)) for text in texts) > len(texts) else state
    stem = state[:5]
    if not SAID.get(state) or any(stem in text for text in texts):
        return state
    return next((w for w in SAID[state] if all(w in text for text in texts)), state)


def whose(name: str) -> str:
    """A country's name as it stands before a noun.

    >>> whose("United States"), whose("France"), whose("Fort Carroll")
    ('US', 'French', 'Fort Carroll')
    """
    if name in SHORT:
        return SHORT[name]
    found = place(name)
    return found.demonyms[0] if found and found.demonyms else name


ALIKE: Final = frozenset({
    "crew", "personnel", "accused", "police", "aircraft", "staff", "people", "equipment", "debris", "wreckage", "aid",
    "troops", "forces", "missing", "homeless", "dead", "wounded", "injured", "remains", "oil", "fuel", "cargo",
    "cattle", "poultry", "livestock", "sheep", "money", "takings", "attendance",
})  # fmt: skip
MASSES: Final = frozenset({  # of which there is one
    "electorate", "population", "workforce", "output", "income", "production", "demand", "territory", "economy",
    "capacity", "traffic", "spending", "revenue", "harvest", "consumption", "land", "power", "country", "parliament",
})  # fmt: skip
MANY_SUMS: Final = frozenset(
    {"sale", "loss", "saving", "export", "import", "shipment", "reserve", "wage"}
)  # sums that stand in the plural
SHOWN: Final = frozenset({"soldier", "peacekeeper", "marine", "paratrooper", "hostage", "mercenary", "fighter"})
IRREGULAR: Final = {
    "person": "people",
    "child": "children",
    "life": "lives",
    "foot": "feet",
    "toll": "deaths",
    "sale": "sales",
    "death toll": "deaths",
}


def plural(noun: str) -> str:
    """The plural of a counted noun.

    >>> [plural(w) for w in ("troop", "body", "woman", "crew", "bus", "person")]
    ['troops', 'bodies', 'women', 'crew', 'buses', 'people']
    """
    if noun in ALIKE or noun in NO_SINGULAR:
        return noun
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def measures() -> dict[str, str]:
    """The units of size with the name that stands behind a title: "channel depth, feet", "crude, barrels"."""
    return {row["unit"]: _many(row["unit"]) for row in table("units") if row["kind"] in SIZES}


def _many(unit: str) -> str:
    """ "square foot" as "square feet", "mile per hour" as "miles per hour"; "square km" stays."""
    words = unit.split()
    at = words.index("per") - 1 if "per" in words else len(words) - 1
    if len(words[at]) > 2 and words[at].isalpha() and words[at].islower():
        words[at] = plural(words[at])
    return " ".join(words)


def title_of(who: Identity, counted: str, alone: str = "", state: str = "", site: str = "") -> str:
    """A short title: "US troops in Niger", "bodies recovered", "channel depth".

    `alone` is the one word that all reports use, `state` their word for the state, `site` the place told around the
    figures ("at Tarnby prison"), where these are known.

    >>> title_of(Identity("troop", "", "person", "", "United States", "Niger", ""), "soldier")
    'US troops in Niger'
    >>> title_of(Identity("troop", "", "person", "", "United States", "Niger", ""), "soldier", "soldier")
    'US soldiers in Niger'
    """
    state = state or who.state
    if state == "length" and counted in _sizes() | OWN_SIZES:
        state = ""  # "missile range", "height": the noun says which size it is
    state = "" if state == counted == "capacity" or state == SUSPECTED else state  # "plane capacity"
    row = kind_of(counted)
    if row is not None and row["family"] == "case" and row["state"] == state:
        state = ""  # "cases", not "cases infected": the noun says so
    if who.of and counted == "price" and who.of.islower():
        parts = ["price of", who.of, state]
    elif who.of and who.of.lower().endswith(_noun(who, counted, alone).lower()):
        parts = [who.of, state]
    else:
        parts = [whose(who.of) if who.of else "", _noun(who, counted, alone), state]
    town = place(who.spot.removeprefix("at ")) if who.where and who.spot.startswith("at ") else None
    if town is not None and town.kind in ("city", "capital"):
        parts.append(f"in {town.name}")  # "soldiers in Gao"; but "soldiers in Mali at Camp Serre"
    else:
        parts.append(f"{'to' if who.family == 'aid' else 'in'} {who.where}" if who.where else "")
        parts += [site, who.spot] if who.spot.startswith("on ") else [who.spot, site]
    title = " ".join(p for n, p in enumerate(parts) if p and p not in parts[:n])  # "depth" counts and names the state
    if (measure := measures().get(who.unit)) and measure not in title:
        return f"{title}, {measure}"
    thing, per, span = who.unit.partition(" per ")
    return f"{title}, percent" if who.unit == "percent" else f"{title}, {plural(thing)} a {span}" if per else title


def _noun(who: Identity, counted: str, alone: str = "") -> str:
    """The noun of a title: the plainest word for those counted; the reports' own where all use one."""
    if who.unit == "percent" and who.family.split(" ")[-1] in RATES.values():
        return who.family
    row = kind_of(counted)
    if alone in SHOWN or who.group in SHOWN:
        return plural(alone if alone in SHOWN else who.group)
    if who.unit == "person" and row is not None and (row["state"] or counted == "life"):
        return "bodies" if who.state == "recovered" else "people"
    if who.state == "recovered" and counted in ("victim", "person", "people"):
        return "bodies"
    noun = who.family if who.family in ("troop", "aid", "loss") and counted != "fund" else counted
    many = who.unit in ("person", counted) or (row is not None and bool(row["unit"]) and row["unit"] == who.unit)
    noun = plural(noun) if (many and noun not in ("aid", "capacity")) or noun in MANY_SUMS else noun
    noun = f"{who.group} {noun}" if who.group and who.unit != "person" and who.group != counted else noun
    noun = f"{SUSPECTED} {noun}" if who.state == SUSPECTED else noun
    if who.unit == "share" and noun in MASSES:
        return f"share of {noun}"
    return f"share of {plural(noun)}" if who.unit == "share" else noun
