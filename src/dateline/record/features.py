"""What of a claim tells its event from others.

In:   a placed claim, and what is known of its people.
Out:  a Told: families of its action, its parties by entity, country and noun, its words and numbers.
Room: record. The families and word lists are lexicon/families.tsv and lexicon/families_words.tsv.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, lru_cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.model import Mention
from dateline.lexicon.places import demonym, place
from dateline.lexicon.tables import table
from dateline.record import next_lot
from dateline.record.known import known
from dateline.record.model import Entity, PlacedClaim
from dateline.terms import Factuality, When

STANDING: Final[dict[Factuality, str]] = {
    "happened": "real", "ongoing": "real", "habitual": "real", "planned": "planned", "demanded": "demanded",
    "conditional": "possible", "possible": "possible", "not_happened": "not", "denied": "not",
}  # fmt: skip
BOTH_WAYS: Final = frozenset(["meeting", "agreeing", "crashing"])  # who did it to whom does not matter
GOES_ON: Final = timedelta(days=7)  # what is told to go on had begun by then, for all that is known
BUSY: Final = 8  # different parties of one pile that do a thing: it tells no event by itself
LONGEST: Final = 300  # characters of a clause that are looked at
OPENING: Final = 200  # characters; the first sentence of a report ends about there
_PART: Final = re.compile(r"(?:(?:about|some|around|nearly|at least)\s)?(?:\d[\d,.]*|half|most|some|part) of\b", re.I)
UNDERGOING: Final = frozenset({"die", "drown", "perish", "succumb"})
PARTICLES: Final = word_list("on at with for down up out off over to into in by back away")  # "crack down"
EMPTY: Final = frozenset({"worker", "it", "who", "which", "other"})  # "people", which any two tellings share
SMALL: Final = 2  # up to here a number word says little: "one of them", "the two men"
DAYS: Final = word_list(
    "monday tuesday wednesday thursday friday saturday sunday"
)  # that two tellings share by their day
WORDS: Final = 12  # of a mention that are looked at for a country


@dataclass(frozen=True, slots=True)
class Told:
    """What of a claim tells its event from others."""

    placed: PlacedClaim
    groups: frozenset[str]  # families of its action, and its lemma
    once: bool  # the same parties hardly do it twice
    often: bool  # they do it again and again
    standing: str
    actors: frozenset[str]  # "e:" an entity, "b:" one that is a body, "c:" a country, "h:" a noun
    targets: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    lead: bool  # told in the headline, or where the report opens
    numbers: frozenset[float]  # of the participants: "two bodies", "the sixth victim"
    part: bool  # of those it happens to, or who act, only a part is meant: "766 of 950 soldiers left"
    given: frozenset[str]  # the words beside it by which it is of its families: the budget that is passed
    doers: frozenset[str]  # the words that only name those who act, and what they are of; also without an -s
    dies: frozenset[str]  # the persons whose death it tells
    lot: frozenset[str]  # "more", "last": of several deeds of one kind, see `next_lot`
    until: frozenset[str]  # the days or lengths to which it extends something
    when: When  # on which it is compared, see `_compared`
    id: str  # of the claim
    report: str
    order: tuple[tuple[str, str], str, int, str]  # by when it was told, by report, by place


@dataclass(frozen=True, slots=True)
class _Family:
    group: str
    about: tuple[frozenset[str], ...]  # of each set one word must be named beside it
    once: bool
    often: bool


@cache
def _families() -> dict[str, tuple[_Family, ...]]:
    """Lemma -> the families it can belong to."""
    found: dict[str, list[_Family]] = {}
    for row in table("families"):
        about = tuple(frozenset(part.split("|")) for part in row["about"].split("&") if part)
        for lemma in row["words"].split("|"):
            found.setdefault(lemma, []).append(
                _Family(row["group"], about, row["once"] == "yes", row["once"] == "often")
            )
    return {lemma: tuple(rows) for lemma, rows in found.items()}


def has_family(lemma: str) -> bool:
    """Whether the action is of a family of words that may tell one event: "end" and "scrap", not "delight".

    >>> has_family("scrap"), has_family("delight")
    (True, False)
    """
    return lemma in _families()


def plain_families(lemma: str) -> frozenset[str]:
    """The families that an action is of whatever stands beside it."""
    return frozenset(family.group for family in _families().get(lemma, ()) if not family.about)


@cache
def listed(sort: str) -> frozenset[str]:
    """The words of lexicon/families_words.tsv of one sort."""
    return frozenset(w for r in table("families_words") if r["sort"] == sort for w in r["words"].split("|"))


@cache
def synonyms() -> dict[str, str]:
    """A word that stands for the same thing as another to the first of them: a vessel is a ship."""
    rows = [r["words"].split("|") for r in table("families_words") if r["sort"] == "like"]
    return {word: row[0] for row in rows for word in row}


def _plain(word: str) -> str:
    """The word by which those that stand for one thing are compared: "eleven" as 11, a vessel as a ship."""
    if word in _counted() and _counted()[word] > SMALL:
        return f"{_counted()[word]:.0f}"
    return synonyms().get(word, word)


@cache
def _counted() -> dict[str, float]:
    rows = [r for r in table("families_words") if r["sort"] == "number"]
    return {word: float(r["value"]) for r in rows for word in r["words"].split("|")}


def told(placed: PlacedClaim, entities: Mapping[str, Entity]) -> Told:
    """The features of one claim."""
    claim = placed.claim
    words = frozenset(_plain(t) for t in claim.terms) | _heads(placed)
    words -= EMPTY | DAYS
    beside = set(claim.terms) | {m.head.lower() for _, _, m in placed.entities} | words | _complement(placed)
    beside |= _behind(placed)
    rows = [r for r in _families().get(claim.lemma, ()) if all(part & beside for part in r.about)]
    groups = frozenset(r.group for r in rows) | {f"={claim.lemma}"}
    sides = {role: _sides(placed, role, entities) for role in ("actor", "recipient", "object", "place")}
    targets = sides["recipient"] | sides["object"]
    actors = sides["actor"]
    if claim.lemma.split()[0] in UNDERGOING and not targets:
        actors, targets = frozenset(), actors  # who dies does nothing: "a blast killed nine", "nine died in a blast"
    if BOTH_WAYS & groups:
        actors = targets = actors | targets
    given = frozenset(synonyms().get(w, w) for r in rows if not r.once for part in r.about for w in part)
    actors, targets = (s - {f"h:{w}" for w in given} for s in (actors, targets))  # "accord" is what one signs
    once, often = any(r.once for r in rows), any(r.often for r in rows)
    standing = STANDING[claim.factuality]
    standing = f"{standing} not" if " not guilty" in claim.title else standing  # "pleaded guilty" is another plea
    return Told(
        placed,
        groups,
        once,
        often,
        standing,
        actors,
        targets,
        sides["place"],
        words - {claim.lemma, claim.lemma.split()[0]} - (set(claim.lemma.split()) & PARTICLES),
        _leads(placed),
        _numbers(placed),
        claim.partial or any(_PART.match(m.anchor.text) for role, _, m in placed.entities if role != "place"),
        given & {_plain(w) for w in beside},
        _doers(placed),
        _dying(placed, entities, groups, standing),
        next_lot.lots(placed),
        next_lot.until(placed),
        _compared(placed),
        claim.id,
        claim.report,
        (placed.published.sort_key(), claim.report, claim.anchor.start, claim.id),
    )


def _compared(placed: PlacedClaim) -> When:
    """The days by which a claim is compared: what goes on when two reports come out days apart is one going-on."""
    when = placed.when
    if placed.claim.factuality != "ongoing" or placed.claim.time is not None or when.earliest is None:
        return when
    return When.between(when.earliest - GOES_ON, when.latest, when.words, "constraint")


def _doers(placed: PlacedClaim) -> frozenset[str]:
    said = (m.anchor.text for role, _, m in placed.entities if role == "actor")
    words = {w.strip(".,").lower().removesuffix("'s").removesuffix("’s") for text in said for w in text.split()}
    return frozenset(words | {w.removesuffix("s") for w in words})


def _dying(
    placed: PlacedClaim, entities: Mapping[str, Entity], groups: frozenset[str], standing: str
) -> frozenset[str]:
    """Whose death it tells, of those whom a name tells: nobody dies twice."""
    if "killing" not in groups or standing != "real":
        return frozenset()
    roles = {"actor"} if placed.claim.lemma.split()[0] in UNDERGOING else {"recipient", "object"}
    known_ones = (e for role, e, _ in placed.entities if role in roles and e is not None and e in entities)
    return frozenset(e for e in known_ones if entities[e].kind == "person")


def is_next_lot(a: Told, b: Told) -> bool:
    """Whether one tells of others than the other: some more of them, the last of them; or of another length."""
    if a.report == b.report:
        return False
    if a.until or b.until:
        return bool(a.until and b.until) and not a.until & b.until
    if a.lot == b.lot or (a.placed.when.exact and b.placed.when.exact):
        return False
    first, other = a.placed.published.latest, b.placed.published.latest
    return first is not None and other is not None and abs((first - other).days) >= next_lot.APART


def _leads(placed: PlacedClaim) -> bool:
    return placed.claim.context == "headline" or placed.claim.trigger.start <= OPENING


def _numbers(placed: PlacedClaim) -> frozenset[float]:
    """How many, or the how-manieth, the people and things are that it happens to."""
    said = (m.anchor.text for role, _, m in placed.entities if role in ("recipient", "object", "actor"))
    return frozenset(n for text in said for n in _number_words(text))


@lru_cache(maxsize=20_000)
def _number_words(text: str) -> tuple[float, ...]:
    found = []
    for word in text.lower().split()[:WORDS]:
        plain = word.strip(".,()").replace(",", "")
        if plain in _counted():
            found.append(_counted()[plain])
        elif plain.isascii() and plain.isdigit() and len(plain) < 10:
            found.append(float(plain))
    return tuple(found)


def _complement(placed: PlacedClaim) -> set[str]:
    """The words that follow a verb of saying, or one whose object was not found: "declared that it was a coup"."""
    claim = placed.claim
    if claim.lemma not in listed("saying") and any(r in ("object", "recipient") for r, _, _ in placed.entities):
        return set()
    after = claim.anchor.text[max(0, claim.trigger.end - claim.anchor.start) :][:LONGEST]
    words = {w.strip(".,;:“”\"'()").lower() for w in after.split()}
    return words | {w.removesuffix("s") for w in words}


def _behind(placed: PlacedClaim) -> set[str]:
    """The word right behind that of the event: "dead", of "was shot dead"."""
    claim = placed.claim
    after = claim.anchor.text[max(0, claim.trigger.end - claim.anchor.start) :][:LONGEST].split(maxsplit=1)
    return {after[0].strip(".,;:()").lower()} if after else set()


def _heads(placed: PlacedClaim) -> frozenset[str]:
    return frozenset(synonyms().get(h, h) for _, _, m in placed.entities if (h := m.head.lower()))


def _sides(placed: PlacedClaim, role: str, entities: Mapping[str, Entity]) -> frozenset[str]:
    found: set[str] = set()
    for r, entity, mention in placed.entities:
        if r == role:
            found |= _side(entity, mention, entities)
    return frozenset(found)


def _side(entity: str | None, mention: Mention, entities: Mapping[str, Entity]) -> set[str]:
    found: set[str] = set()
    if entity is not None and entity in entities:
        found.add(f"e:{entity}")
        land = _country(entities[entity].name, entities[entity].kind)
        if entities[entity].kind in ("organisation", "publisher"):
            found.add(f"b:{entity}")
    elif mention.head.lower() in listed("nobody"):
        return found
    else:
        found.add(f"h:{synonyms().get(mention.head.lower(), mention.head.lower())}")
        land = _land(mention.anchor.text)
    if land:
        found.add(f"c:{land}")
    return found


def country_of(entity: Entity) -> str | None:
    """The country that somebody is or acts for, as its ISO code."""
    return _country(entity.name, entity.kind)


@lru_cache(maxsize=20_000)
def _country(name: str, kind: str) -> str | None:
    """The country an entity is or acts for; a town acts for none."""
    row = known(name)
    if row:
        return row.country
    if kind == "place":
        found = place(name)
        return found.country if found and found.kind in ("country", "capital") else None
    return _land(name)


@lru_cache(maxsize=50_000)
def _land(words: str) -> str | None:
    """The country whose people or things the words are: "U.S. troops", "Niger's military"."""
    parts = [w.strip(',.;:()"“”') if not w.endswith(".") or "." not in w[:-1] else w for w in words.split()[:WORDS]]
    for n, part in enumerate(parts):
        pair = f"{part} {parts[n + 1]}" if n + 1 < len(parts) else ""
        found = (demonym(pair) or place(pair) if pair else None) or demonym(part) or place(part)
        if found and found.country and found.kind in ("country", "capital", "region"):
            return found.country
    return None


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling each word is: rare words tell more."""

    of: Mapping[str, float]
    most: float
    busy: frozenset[str] = frozenset()  # actions that many different parties of this pile do: sending, asking, helping
    _whole: dict[str, float] = field(default_factory=dict, compare=False)  # of a claim's words together, once found

    def __call__(self, words: Iterable[str]) -> float:
        """The weight of the words together, the same in whatever order they come."""
        return math.fsum([self.of.get(w, self.most) for w in words])

    def whole(self, t: Told) -> float:
        """The weight of all words of a claim."""
        found = self._whole.get(t.id)
        if found is None:
            found = self._whole[t.id] = self(t.words)
        return found


def weights(claims: Iterable[Told]) -> Weights:
    """The weight of each word, from the number of reports that hold it, and which actions are common in the pile."""
    every = list(claims)
    seen = {(w, t.report) for t in every for w in t.words}
    counts = Counter(w for w, _ in seen)
    reports = max(1, len({r for _, r in seen}))
    parties: dict[str, set[frozenset[str]]] = {}
    for t in every:
        if t.actors and not t.once:
            parties.setdefault(t.placed.claim.lemma, set()).add(t.actors)
    busy = frozenset(lemma for lemma, who in parties.items() if len(who) >= BUSY)
    return Weights({w: math.log(1 + reports / n) for w, n in counts.items()}, math.log(1 + reports), busy)
