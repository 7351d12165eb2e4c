"""The shapes of what stands: transitions as reports tell them, and the states they make.

In:   nothing; this file holds the shapes that `transitions.py` fills and `board.py` reads.
Out:  Side, Transition, State.
Room: state. It knows records; it knows nothing of stores and views.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from dateline.record.model import PlacedClaim
from dateline.terms import When

Line = dict[str, Any]
Answer = Mapping[str, Any]  # a line that is not changed any more
Effect = Literal[
    "begin", "end", "suspend", "resume", "replace", "extend", "hold", "ask", "plan-begin", "plan-end", "plan-resume"
]
Kind = Literal["begin", "end", "suspend", "resume", "replace", "extend", "hold", "not_begun", "plan", "deny"]
Status = Literal["in_force", "ended", "suspended", "not_begun", "planned", "disputed"]

ONE_STORY: Final = 20  # reports; a larger pile may tell many stories, in which words and small numbers agree by chance
STANDS: Final[frozenset[str]] = frozenset({"begin", "resume", "replace", "extend", "hold"})  # after it the state stands

GOES_ON: Final = "to go on"  # value of what rests until a day and is planned for it
KEPT_ON: Final = frozenset({"stayed on", "resignation refused"})  # values of what goes on and has not begun anew
ONCE: Final = frozenset(
    {"accord", "designation", "office", "detention", "emergency", "deal", "vessel", "relations", "membership", "war"}
    | {"missing", "insolvency", "embassy", "ceasefire", "licence"}
)  # kinds of state that begin or end once; troops leave camp by camp


@dataclass(frozen=True, slots=True)
class Side:
    """Who or what stands on one side of a state."""

    keys: frozenset[str]  # what tells it from others: "country:NE", "name:tiani", "words:coast road"; empty: untold
    name: str  # for a reader; "" where untold
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """One claim's word on one state: it begins, ends, rests, stands, is planned to, is denied to."""

    kind: Kind
    of: Effect  # what the claim speaks of; differs from `kind` for plans, denials and "not yet"
    slot: str
    subject: Side
    object: Side
    thing: str  # the noun the report used: "accord", "curfew"; "" where the verb says it all
    value: str  # in plain words: "revoked", "withdrawal complete"
    words: str  # the report's own word for it: "scrapped"
    partial: bool
    when: When  # never later than the report, for what is told as done
    deadline: When | None  # of a plan, demand or threat: the last day, or the day it is planned for
    term: When | None  # the stated last day of what begins: a truce of three days
    published: When
    report: str
    origin: str
    event: str  # id of the event the claim belongs to
    told: PlacedClaim
    rule: str  # example of the row that decided, for `why`
    fresh: bool = False  # told as something new ("a deal", "a new accord"): no other state of the same report is meant
    called: str = ""  # the noun with what says of which kind it is: "peace talks"; "" where the noun says it all
    what: str = ""  # what the one is that the state is of: "freighter", "hostage", "peacekeepers", "by Coral militia"
    which: str = ""  # what tells a reader which one it is: "along the Orsal river", "(Velden)"
    by: int = 0  # days by which it is extended beyond its last day, where no day is told


@dataclass(frozen=True, slots=True)
class State:
    """One thing that can stand, with all that was told of it; what it is on a day, `board` works out."""

    id: str  # made from slot, sides and, for plans, what is planned
    slot: str
    planned: bool  # a plan, demand or threat; its own line beside the state it speaks of
    about: str  # id of the state a plan speaks of; of a state its own id
    subject: Side
    object: Side
    thing: str
    transitions: tuple[Transition, ...]  # by published, report, place
    realised: tuple[Transition, ...] = ()  # of a plan: what later reports tell of it as done or called off
    since: When | None = None  # first stretch of time the record speaks of: no untold beginning is vouched for before
    line: str = ""  # the clause that tells it, where it stands for the title; "" where its sides tell it better


def in_order(told: Iterable[Transition]) -> tuple[Transition, ...]:
    """The tellings by published, report and place, as a state keeps them."""

    def place(one: Transition) -> tuple[tuple[str, str], str, int, str]:
        return one.published.sort_key(), one.report, one.told.claim.trigger.start, one.told.claim.id

    return tuple(sorted(told, key=place))
