"""How alike two claims are: what decides whether they tell one event.

In:   placed claims, what is known of their people.
Out:  for two claims a score with its reasons, or None where they cannot be one event.
Room: record.
"""

from __future__ import annotations

import calendar
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.claim.model import Mention
from dateline.lexicon.places import demonym, place
from dateline.lexicon.tables import table
from dateline.record.known import known
from dateline.record.model import Entity, PlacedClaim
from dateline.terms import Factuality, When

STANDING: Final[dict[Factuality, str]] = {
    "happened": "real", "ongoing": "real", "habitual": "real", "planned": "planned", "demanded": "demanded",
    "conditional": "possible", "possible": "possible", "not_happened": "not", "denied": "not",
}  # fmt: skip
SYNONYMS: Final = (
    ("soldier", "troop", "force", "personnel", "military", "army", "officer", "guard", "serviceman", "contingent"),
    ("accord", "agreement", "deal", "pact", "treaty"),
    ("aid", "assistance", "support", "help"),
    ("ship", "vessel", "boat", "freighter", "tanker"),
    ("president", "leader", "ruler", "head"),
    ("base", "airbase", "installation", "camp"),
    ("talk", "meeting", "discussion", "negotiation", "consultation"),
    ("coup", "takeover", "putsch", "overthrow", "seizure"),
    ("worker", "man", "victim", "people", "person", "civilian"),
)
COLOURLESS: Final = frozenset(
    [
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "go",
        "come",
        "give",
        "say",
        "tell",
        "see",
        "use",
        "keep",
        "put",
        "work",
    ]
)
BOTH_WAYS: Final = frozenset(["meeting", "agreeing", "crashing"])  # who did it to whom does not matter
ONCE: Final = 0.22  # added where the action is one that parties hardly do twice: "overthrew", "designated a coup"
SAYING: Final = frozenset(
    ["declare", "announce", "determine", "rule", "say", "find", "conclude", "decide", "claim", "state"]
)
CARDINALS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
COUNTED: Final = {w: n for n, w in enumerate(CARDINALS)} | {w: n for n, w in enumerate(ORDINALS, 1)}
NEAR: Final = ((3, 0.75), (14, 0.45), (90, 0.25), (10**9, 0.1))  # days between a telling and the day it may tell of
SAME_DAY: Final = 0.1  # added where both give the same day by words of their own
LONGEST: Final = 300  # characters of a clause that are looked at
WORDS: Final = 12  # of a mention that are looked at for a country


@dataclass(frozen=True, slots=True)
class Told:
    """What of a claim tells its event from others."""

    placed: PlacedClaim
    groups: frozenset[str]  # families of its action, and its lemma
    once: bool
    standing: str
    actors: frozenset[str]  # "e:" an entity, "c:" a country, "h:" a noun
    targets: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[float]  # of the participants: "two bodies", "the sixth victim"

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.placed.claim.id

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.placed.claim.report


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, 0..1, and why."""

    score: float
    why: str


@dataclass(frozen=True, slots=True)
class _Family:
    group: str
    about: tuple[frozenset[str], ...]  # of each set one word must be named beside it
    once: bool


@cache
def _families() -> dict[str, tuple[_Family, ...]]:
    """Lemma -> the families it can belong to."""
    found: dict[str, list[_Family]] = {}
    for row in table("families"):
        about = tuple(frozenset(part.split("|")) for part in row["about"].split("&") if part)
        for lemma in row["words"].split("|"):
            found.setdefault(lemma, []).append(_Family(row["group"], about, row["once"] == "yes"))
    return {lemma: tuple(rows) for lemma, rows in found.items()}


@cache
def _synonyms() -> dict[str, str]:
    return {word: row[0] for row in SYNONYMS for word in row}


def told(placed: PlacedClaim, entities: Mapping[str, Entity]) -> Told:
    """The features of one claim."""
    claim = placed.claim
    words = frozenset(_synonyms().get(t, t) for t in claim.terms) | _heads(placed)
    beside = set(claim.terms) | {m.head.lower() for _, _, m in placed.entities} | words | _complement(placed)
    rows = [r for r in _families().get(claim.lemma, ()) if all(part & beside for part in r.about)]
    groups = frozenset(r.group for r in rows) | {f"={claim.lemma}"}
    sides = {role: _sides(placed, role, entities) for role in ("actor", "recipient", "object", "place")}
    targets = sides["recipient"] | sides["object"]
    actors = sides["actor"]
    if BOTH_WAYS & groups:
        actors = targets = actors | targets
    once = any(r.once for r in rows)
    standing = STANDING[claim.factuality]
    return Told(
        placed, groups, once, standing, actors, targets, sides["place"], words - {claim.lemma}, _numbers(placed)
    )


def _numbers(placed: PlacedClaim) -> frozenset[float]:
    """How many, or the how-manieth, the people and things are that it happens to."""
    said = (m.anchor.text for role, _, m in placed.entities if role in ("recipient", "object", "actor"))
    return frozenset(n for text in said for n in _number_words(text))


@lru_cache(maxsize=20_000)
def _number_words(text: str) -> tuple[float, ...]:
    found = []
    for word in text.lower().split()[:WORDS]:
        plain = word.strip(".,()").replace(",", "")
        if plain in COUNTED:
            found.append(float(COUNTED[plain]))
        elif plain.isascii() and plain.isdigit() and len(plain) < 10:
            found.append(float(plain))
    return tuple(found)


def _counts(a: frozenset[float], b: frozenset[float]) -> float:
    """What the numbers add: a little where one agrees, and less than nothing where all are far apart.

    >>> _counts(frozenset({2.0}), frozenset({6.0})), _counts(frozenset({1000.0}), frozenset({1100.0}))
    (-0.2, 0.0)
    """
    if not a or not b:
        return 0.0
    if a & b:
        return 0.05
    near = any(abs(x - y) <= 0.3 * max(x, y) for x in a for y in b)
    return 0.0 if near else -0.2


def _complement(placed: PlacedClaim) -> set[str]:
    """The words that follow a verb whose content is a clause: "declared that the events were a coup"."""
    claim = placed.claim
    if claim.lemma not in SAYING:
        return set()
    after = claim.anchor.text[max(0, claim.trigger.end - claim.anchor.start) :][:LONGEST]
    words = {w.strip(".,;:“”\"'()").lower() for w in after.split()}
    return words | {w.removesuffix("s") for w in words}


def _heads(placed: PlacedClaim) -> frozenset[str]:
    return frozenset(_synonyms().get(h, h) for _, _, m in placed.entities if (h := m.head.lower()))


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
    else:
        found.add(f"h:{_synonyms().get(mention.head.lower(), mention.head.lower())}")
        land = _land(mention.anchor.text)
    if land:
        found.add(f"c:{land}")
    return found


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

    def __call__(self, words: Iterable[str]) -> float:
        """The weight of the words together."""
        return sum(self.of.get(w, self.most) for w in words)


def weights(claims: Iterable[Told]) -> Weights:
    """The weight of each word, from the number of reports that hold it."""
    seen = {(w, t.report) for t in claims for w in t.words}
    counts = Counter(w for w, _ in seen)
    reports = max(1, len({r for _, r in seen}))
    return Weights({w: math.log(1 + reports / n) for w, n in counts.items()}, math.log(1 + reports))


def likeness(a: Told, b: Told, weight: Weights) -> Likeness | None:
    """How alike two claims are, or None where they cannot tell one event.

    A plan is not what came of it, a denial is not what it denies, and two days are two events. Weights were set by hand
    on small made-up piles; of undated pairs at the threshold nine in ten are one event (coreference benchmark, ECB+ dev).
    """
    shared = a.groups & b.groups
    if not shared or a.standing != b.standing or not a.placed.when.overlaps(b.placed.when):
        return None
    actors, targets = _agree(a.actors, b.actors), _agree(a.targets, b.targets)
    if actors is None or targets is None or _apart(a.places, b.places):
        return None
    both = a.words & b.words
    less = min(weight(a.words), weight(b.words))
    words = weight(both) / less if less > 0 else 0.0
    people = max(actors, targets) * 0.6 + min(actors, targets) * 0.4
    fits = _hinted(a.placed.when, b.placed.when)
    if fits is False:
        return None
    time, how = (0.8, _fitting(a, b)) if fits else _time(a.placed.when, b.placed.when)
    family = any(not g.startswith("=") for g in shared)
    plain = a.placed.claim.lemma in COLOURLESS and not family
    once = a.once and b.once and family
    if plain and words < 0.4:
        return None
    if not once and people <= 0 and words < 0.35:
        return None
    score = 0.25 + 0.3 * people + 0.4 * min(1.0, words) + 0.2 * time + (ONCE if once else 0.0)
    score += (SAME_DAY if time == 1.0 and not plain else 0.0) + _counts(a.numbers, b.numbers)
    return Likeness(round(max(0.0, min(1.0, score)), 6), _why(a, b, both, actors, targets, how))


def _agree(a: frozenset[str], b: frozenset[str]) -> float | None:
    """How far two sets of parties agree, 0..1; 0 where one is silent, None where they cannot be the same.

    >>> _agree(frozenset({"c:NE", "h:junta"}), frozenset({"e:e1", "c:NE"})), _agree(frozenset({"c:NE"}), frozenset())
    (0.8, 0.0)
    >>> _agree(frozenset({"c:NE"}), frozenset({"c:US"})) is None
    True
    """
    if not a or not b:
        return 0.0
    both = a & b
    sorts = {x[0] for x in both}
    if "e" in sorts:
        return 1.0
    lands = [{x for x in s if x[0] == "c"} for s in (a, b)]
    if "c" in sorts:
        return 0.8
    if lands[0] and lands[1]:
        return None
    people = [{x for x in s if x[0] == "e"} for s in (a, b)]
    if people[0] and people[1] and not lands[0] and not lands[1]:
        return None
    return 0.4 if "h" in sorts else 0.0


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two named places exclude each other; a town of a country does not exclude the country."""
    towns = [{x for x in s if x[0] == "e"} for s in (a, b)]
    lands = [{x for x in s if x[0] == "c"} for s in (a, b)]
    if lands[0] and lands[1]:
        return not lands[0] & lands[1]
    return bool(towns[0] and towns[1] and not towns[0] & towns[1] and not lands[0] and not lands[1])


def _hinted(a: When, b: When) -> bool | None:
    """Whether a month or weekday without a year fits the other's days; None where there is none to fit."""
    for bare, other in ((a, b), (b, a)):
        if bare.basis in ("none", "constraint") and bare.words and other.known and (other.width or 99) <= 31:
            month, weekday = _bare(bare.words)
            if other.earliest is None or other.latest is None:
                continue
            if month:
                return month in {other.earliest.month, other.latest.month}
            if weekday is not None and other.exact:
                return other.earliest.weekday() == weekday
    return None


@lru_cache(maxsize=10_000)
def _bare(words: str) -> tuple[int | None, int | None]:
    """Month (1..12) and weekday (0..6) that the words name.

    >>> _bare("in October"), _bare("on Wednesday"), _bare("soon")
    ((10, None), (None, 2), (None, None))
    """
    parts = {w.strip(".,").lower() for w in words.split()}
    month = next((n for n, m in enumerate(calendar.month_name) if m and m.lower() in parts), None)
    weekday = next((n for n, d in enumerate(calendar.day_name) if d.lower() in parts), None)
    return month, weekday


def _time(a: When, b: When) -> tuple[float, str]:
    """How close two times are, 0..1, and in words; both are known to overlap."""
    if a.exact and b.exact:
        return 1.0, f"both on {a.edtf}"
    if a.known and b.known:
        wide = max(a.width or 1, b.width or 1)
        return (0.85 if wide <= 31 else 0.5), f"{_said(a)} and {_said(b)} overlap"
    bounded = a if a.known else b if b.known else None
    open_one = b if bounded is a else a
    if bounded is None or bounded.latest is None:
        return 0.3, "nothing in their dates speaks against it"
    edge = open_one.latest or open_one.earliest
    days = abs((edge - bounded.latest).days) if edge else 90
    return next(near for most, near in NEAR if days <= most), f"{_said(open_one)} allows {_said(bounded)}"


def _fitting(a: Told, b: Told) -> str:
    return f"{_said(a.placed.when)} fits {_said(b.placed.when)}"


def _said(when: When) -> str:
    if when.basis in ("none", "constraint") and when.words:
        return f"“{when.words}”"
    return when.edtf or when.words or "an unknown day"


def _why(a: Told, b: Told, both: frozenset[str], actors: float, targets: float, how: str) -> str:
    one, other = a.placed.claim.lemma, b.placed.claim.lemma
    parts = [f"same action ({one})" if one == other else f"like actions ({one}, {other})"]
    if actors >= 0.8:
        parts.append("same actor")
    if targets >= 0.8:
        parts.append("same object")
    if both:
        parts.append("shared words: " + ", ".join(sorted(both)[:4]))
    parts.append(how)
    return "; ".join(parts)
