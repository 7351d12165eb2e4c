"""The shapes of the gold: passages, and what readers marked in them.

Offsets are characters [start, end) of the passage's own text; a stand-off passage is itself a slice of a report.
Room: benchmarks. It knows nothing of Dateline but the names of its labels.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

Span = tuple[int, int]

LAYERS = {"F": "factuality", "C": "chains", "R": "roles", "N": "figures", "S": "states"}
FACTUALITY = (
    "happened", "ongoing", "habitual", "planned", "demanded", "conditional", "possible", "not_happened", "denied",
)  # fmt: skip
ROLES = ("actor", "object", "recipient", "instrument", "place")
RELATIONS = ("at", "by", "since", "until", "before", "after")
BOUNDS = ("at_least", "at_most", "more_than", "less_than")
FIGURE_ROLES = ("level", "previous", "change", "part", "total", "target", "forecast")
NO_FIGURE = ("date", "time", "duration", "age", "name", "score", "ordinal", "rank", "idiom")
EFFECTS = ("begin", "end", "suspend", "resume", "extend", "hold", "none", "plan", "deny")
PLANNED = ("begin", "end", "suspend", "resume", "extend", "hold")  # what a plan or a denial speaks of
SLOTS = (
    "accord", "relations", "designation", "aid", "sanctions", "presence", "control", "siege", "ceasefire", "curfew",
    "emergency", "border", "port", "road", "channel", "airspace", "airport", "school", "opening", "traffic", "power",
    "office", "detention", "talks", "deadline", "strike", "investigation", "charges", "recall", "deal", "output",
    "search", "missing", "evacuation", "outbreak", "licence", "rule", "vessel", "embassy", "membership", "war",
    "listing", "insolvency", "care", "other",
)  # fmt: skip
KINDS = ("politics", "conflict", "disaster", "transport", "companies", "courts", "sport", "science")
MANNERS = ("agency", "broadcaster", "local", "rewrite")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that were read: of our own, or a place in a report of the measuring data."""

    id: str
    sha256: str  # of the passage's text
    part: str  # "dev" or "test"
    layers: tuple[str, ...]  # what was read in full, letters of LAYERS
    text: str | None = None  # only of our own
    kind: str | None = None
    manner: str | None = None
    published: str | None = None  # a day
    dataset: str | None = None  # folder under the measuring data
    report: str | None = None
    report_sha256: str | None = None
    start: int | None = None  # characters of the report's text
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a chain; no head: unnamed."""

    heads: tuple[Span, ...]
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """How far one voice commits itself to an event."""

    passage: str
    start: int
    end: int
    label: str
    cues: tuple[Span, ...] = ()
    voice: tuple[Link, ...] = ()  # outermost first, the last one commits; empty: the report itself


@dataclass(frozen=True, slots=True)
class Chain:
    """Who tells an event, outermost first."""

    passage: str
    start: int
    end: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Who plays which part in an event, where and when."""

    passage: str
    start: int
    end: int
    roles: tuple[tuple[str, Span], ...]  # (role, head word), sorted
    time: Span | None = None  # one word of the expression
    relation: str = "at"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a number counts; `none` names the kind of a number that counts nothing."""

    passage: str
    start: int
    end: int
    none: str | None = None
    counted: Span | None = None  # None: the passage does not say
    of: tuple[Span, ...] = ()
    where: tuple[Span, ...] = ()
    scope: tuple[Span, ...] = ()
    bound: str | None = None
    approximate: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a word does to a lasting state."""

    passage: str
    start: int
    end: int
    effect: str
    of: str | None = None  # with plan and deny: which change is planned or denied
    slot: str | None = None


Item = Fact | Chain | Parts | Figure | Change
SHAPES: dict[str, type[Item]] = {"F": Fact, "C": Chain, "R": Parts, "N": Figure, "S": Change}


def layer_of(item: Item) -> str:
    """The letter of its layer."""
    return next(letter for letter, shape in SHAPES.items() if isinstance(item, shape))


def answer(item: Item) -> tuple[Any, ...]:
    """All that a reader decided about the word, without the word itself."""
    return tuple(getattr(item, f.name) for f in fields(item) if f.name not in ("passage", "start", "end"))


def spans(item: Item) -> list[Span]:
    """Every place of the passage that the item names."""
    out: list[Span] = [(item.start, item.end)]
    links: tuple[Link, ...] = ()
    if isinstance(item, Fact):
        out += item.cues
        links = item.voice
    elif isinstance(item, Chain):
        links = item.links
    elif isinstance(item, Parts):
        out += [span for _, span in item.roles] + ([item.time] if item.time else [])
    elif isinstance(item, Figure):
        out += ([item.counted] if item.counted else []) + [*item.of, *item.where, *item.scope]
    return out + [span for link in links for span in (*link.heads, *link.cues)]
