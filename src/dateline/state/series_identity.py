"""Says which question a figure answers: what is counted, in which state and unit, of whom, where, at which spot.

In:   a placed quantity.
Out:  its Identity; two figures of one identity are answers to one question, and may disagree.
Room: state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Final

from dateline.claim.counted import GENERIC, kind_of
from dateline.lexicon.places import place
from dateline.lexicon.tables import table
from dateline.record.model import PlacedQuantity

LOOSE: Final = frozenset({
    "person", "people", "individual", "human", "victim", "other", "body", "soul", "life", "dead", "death",
    "fatality", "casualty", "wounded", "injured", "injury", "missing", "survivor", "toll", "remains", "corpse",
    "someone", "folk", "killing", "member",
})  # fmt: skip
SAME_STATE: Final = {"body": "recovered"}  # "two bodies" are counted when they are found
SHORT: Final = {"United States": "US", "United Kingdom": "UK", "European Union": "EU", "United Nations": "UN"}


@dataclass(frozen=True, slots=True)
class Identity:
    """The question; "" is what the words leave open."""

    family: str
    state: str
    unit: str
    spot: str
    of: str
    where: str
    group: str  # a narrower kind of people: "worker"

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
        return tuple(dict.fromkeys(f for f in forms if f != self))

    @property
    def wide(self) -> Identity:
        """The same question without the single spot and group: those in the whole country."""
        return replace(self, spot="", group="")


@cache
def _state_names() -> frozenset[str]:
    named = {row["state"] for row in table("counted_states")} | {row["state"] for row in table("counted")}
    return frozenset(named | {row["dimension"] for row in table("counted_dimensions")} | {"cost"})


def identity(placed: PlacedQuantity) -> Identity:
    """The question this figure answers."""
    q = placed.quantity
    row = kind_of(q.counted)
    states = [s for s in q.scope if s in _state_names()]
    spot = next((s for s in q.scope if s.startswith("at ")), "")
    state = next((s for s in states if s not in GENERIC), "")
    state = SAME_STATE.get(state, state)
    family = (row["family"] if row else "") or q.counted
    group = ""
    if row and row["unit"] == "person" and q.counted not in LOOSE and row["class"]:
        group = q.counted
    elif row and row["class"] == "own" and row["unit"] != "person":
        family = q.counted
    if family == "person" and not state and not group:
        state, group = next(iter(states), ""), q.counted  # eight workers and 23 people on board are no one body
    return Identity(family, state, q.unit, spot, q.of or "", q.where or "", group)


def about(quantities: Sequence[PlacedQuantity]) -> str:
    """The word most often used for those counted; equals go by the alphabet."""
    words = Counter(p.quantity.counted for p in quantities)
    return min(words, key=lambda w: (-words[w], w))


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
    "crew", "personnel", "police", "aircraft", "staff", "people", "equipment", "debris", "wreckage", "aid",
    "troops", "forces", "missing", "dead", "wounded", "injured", "remains", "oil", "fuel", "cargo",
})  # fmt: skip
IRREGULAR: Final = {
    "person": "people",
    "child": "children",
    "life": "lives",
    "foot": "feet",
    "toll": "deaths",
    "death toll": "deaths",
}


def plural(noun: str) -> str:
    """The plural of a counted noun.

    >>> [plural(w) for w in ("troop", "body", "woman", "crew", "bus", "person")]
    ['troops', 'bodies', 'women', 'crew', 'buses', 'people']
    """
    if noun in ALIKE:
        return noun
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def title_of(who: Identity, counted: str) -> str:
    """A short title: "US troops in Niger", "bodies recovered", "channel depth".

    >>> title_of(Identity("troop", "", "person", "", "United States", "Niger", ""), "soldier")
    'US troops in Niger'
    """
    if who.of and who.of.lower().endswith(_noun(who, counted).lower()):
        parts = [who.of, who.state]
    else:
        parts = [whose(who.of) if who.of else "", _noun(who, counted), who.state]
    if who.where:
        parts.append(("to " if who.family == "aid" else "in ") + who.where)
    if who.spot:
        parts.append(who.spot)
    title = " ".join(p for p in parts if p)
    return f"{title}, percent" if who.unit == "percent" else title


def _noun(who: Identity, counted: str) -> str:
    """The noun of a title: the plainest word for those counted."""
    row = kind_of(counted)
    if who.unit == "person" and row is not None and row["state"]:
        return "bodies" if who.state == "recovered" else "people"
    if who.state == "recovered" and counted in ("victim", "person", "people"):
        return "bodies"
    noun = who.family if who.family in ("troop", "aid") else counted
    noun = plural(noun) if who.unit in ("person", counted) else noun
    return f"share of {plural(noun)}" if who.unit == "share" else noun
