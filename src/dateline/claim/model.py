"""What one report says: claims and quantities, read without knowing when the report came out.

A claim keeps its time as words (`time` points into `ReadReport.times`), so that it can be placed again whenever the
report's own date becomes better known.

Room: claim. Offsets are characters [start, end) of the report's stored text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, Literal

from dateline.report.model import Report
from dateline.sentence.times.model import Tense, TimeExpression
from dateline.terms import Anchor, Factuality, Voice

# Of the rules: raised whenever a change of them changes what is read from reports or derived of that.
RULES: Final = "rules-20"

Role = Literal["actor", "recipient", "object", "place", "instrument"]
MentionKind = Literal[
    "person", "organisation", "place", "facility", "agreement", "publisher", "office", "group", "misc"
]
Context = Literal["headline", "body", "takeaway"]
TimeRelation = Literal["at", "by", "since", "until", "before", "after"]
QuantityRole = Literal["level", "previous", "change", "part", "total", "target", "forecast"]
Bound = Literal["at_least", "at_most", "more_than", "less_than"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something, named or not."""

    anchor: Anchor
    head: str  # the lemma of the head noun, or the name's last word
    kind: MentionKind | None
    named: bool  # holds a proper name
    refers: tuple[int, int] | None = None  # span of the earlier mention this one stands for ("he", "the official")
    title: str | None = None  # an office or rank in apposition: "spokesman", "Defense Secretary"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part, and as what."""

    role: Role
    mention: Mention


@dataclass(frozen=True, slots=True)
class Claim:
    """One report's telling of one event, told once per report."""

    id: str  # see `claim_id`
    report: str
    anchor: Anchor  # the clause or sentence that says it
    trigger: Anchor  # the word (or phrasal verb) that names the event
    lemma: str  # "withdraw", "carry out"; of the verb also where the trigger is a noun ("withdrawal")
    type: str | None  # a PLOVER 2023 name, see lexicon/verbs.tsv; None where PLOVER has no class
    factuality: Factuality  # the innermost voice's commitment
    factuality_cue: Anchor | None
    reported_as: Factuality  # the report's own commitment to the event
    voice: tuple[Voice, ...]  # outermost first; empty for the report's own voice
    participants: tuple[Participant, ...]
    time: int | None  # index into ReadReport.times
    time_relation: TimeRelation
    tense: Tense | None
    context: Context
    title: str  # one short sentence: "United States designated events in Niger as coup"
    partial: bool = False  # "some", "part of", "partially": an ending that ends only a part
    repeats: tuple[Anchor, ...] = ()  # further places in the same report that say the same
    terms: tuple[str, ...] = ()  # content lemmas of the clause, for linking; sorted
    aspect: str | None = None  # "begin" "complete" "continue" "resume" where a verb says so: "completed the withdrawal"
    sound: bool = True  # whether its title can stand on a line of the timeline
    aside: bool = False  # told without a day in words that only describe somebody: "the man, who had flown to Kor"
    lean: float = 0.0  # log odds that readers sign lines told as this one is, see event/weigh.py


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, or how much, a report says there was; low <= truth <= high holds the doubt."""

    id: str
    report: str
    anchor: Anchor  # the clause or sentence
    amount: Anchor  # the words of the amount: "about 1,000 troops"
    low: float  # in `unit`
    high: float  # equal to `low` only if the words are exact
    approximate: bool
    bound: Bound | None
    role: QuantityRole
    unit: str  # "person", ISO 4217 code, SI unit, "percent", or the noun in the singular
    counted: str  # the thing counted, lemmas: "troop", "aid", "body"
    of: str | None  # whose: "US", "worker"
    where: str | None  # the place it holds for: "Niger"
    scope: tuple[str, ...]  # what narrows it: ("killed",), ("at Agadez",), ("to Niger's government",)
    time: int | None
    time_relation: TimeRelation
    tense: Tense | None
    factuality: Factuality
    voice: tuple[Voice, ...]
    context: Context
    of_mention: Mention | None = None
    where_mention: Mention | None = None
    claim: str | None = None  # the claim whose clause it stands in
    answers: str | None = None  # the figure told just before that it gives another number for
    site: str | None = None  # "in Tarnby": the place told around it, where its words tell none; "" for a wider scope
    deed: str | None = None  # "moved", "facing famine": what is told of them where no state of the scope says it
    site_own: bool = False  # whether its own sentence tells of that place; else it is the scene told before
    kind: str | None = None  # the narrower kind of what is measured: the "unemployment" of a rate


@dataclass(frozen=True, slots=True)
class ReadReport:
    """All that one report says; depends on nothing but its text."""

    report: Report
    claims: tuple[Claim, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    sentences: tuple[tuple[int, int], ...]
    reader: str  # version of weights and rules


def claim_id(kind: str, report: str, sha256: str, start: int, end: int, words: str) -> str:
    """An id made from content: the same words of the same text get the same id in every record.

    >>> claim_id("c", "004", "00", 3, 9, "withdraw")
    'c43e1ac54481'
    """
    packed = "\x1f".join((report, sha256, str(start), str(end), words))
    return kind + hashlib.sha256(packed.encode()).hexdigest()[:11]
