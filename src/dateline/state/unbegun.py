"""What was to begin and has not: "the exchange has still not started", "the tribunal failed to open on Thursday".

In:   a record and the transitions that the table of states read in it.
Out:  a "not begun" for each claim that says so of somebody or something and that no row of the table speaks of.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.claim.lexis import word_list
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.cast import Cast, Context
from dateline.state.found import words_before, words_behind
from dateline.state.model import Side, Transition
from dateline.state.sides import NOBODY
from dateline.state.topic import topic

SLOT: Final = "plan"
STARTS: Final = word_list("begin start open reopen resume restart launch proceed happen commence go") | {
    "take place", "get under way", "take effect", "come into force", "enter into force", "go ahead", "take off",
    "come into effect", "begin work", "start work", "go live", "take up",
}  # fmt: skip
REOPENING: Final = frozenset({"open", "reopen", "resume", "restart", "return"})
FIRST_DEEDS: Final = word_list(
    "produce admit carry deliver run sell treat generate receive make fly land process serve welcome ship export pump "
    "pay issue hear hold take see hand turn"
)
NEVER_YET: Final = re.compile(r"\b(?:has|have|had) (?:yet to|still not|not yet|so far not) (?:\w+ )?$")
FIRST: Final = re.compile(r" (?:out )?(?:an?|any|one|its first|their first|the first) \w")
WORK: Final = re.compile(
    r"((?:The )?(?:[A-Za-z]+ )?(?:work|construction|building|preparations?|repairs|drilling|deliver(?:y|ies)|"
    r"production|filling|clearance) (?:on|of|for|at|to) [^.;,]{4,60}?) (?:has|have|had|is|are|did|do|does|will)\b",
    re.I,
)
PLACE: Final = re.compile(r" (?:in|at|near|on|outside) (?:the )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")
AHEAD: Final = re.compile(r"^ (?:ahead|live|into (?:force|effect|operation)|on sale)\b")
STILL: Final = re.compile(
    r"\b(?:still|yet|as (?:planned|scheduled|promised|announced)|for now|for the time being|fail(?:ed|s)? to|has not|"
    r"have not|did not|not going|will not)\b"
)


def unbegun(record: Record, found: Iterable[Transition], around: Context) -> tuple[Transition, ...]:
    """One for each claim that tells of something that has not begun; "will not reopen until Sunday" tells how long it
    is shut."""
    found = [*found]
    shut = {t.told.claim.id for t in found if t.told.claim.time_relation == "until"}
    own = (t for t in found if t.kind == "not_begun" or not _again(t))
    told = shut | {t.told.claim.id for t in own if not (t.slot == "care" and _first_deed(t.told))}
    made = (_made(c, record, around) for c in record.claims.values() if c.claim.id not in told)
    return tuple(t for t in made if t is not None)


def _first_deed(told: PlacedClaim) -> bool:
    """ "Has yet to produce any metal", "has still not admitted a patient": what it is there for it has never done."""
    claim = told.claim
    never = NEVER_YET.search(words_before(told)) is not None and claim.lemma in FIRST_DEEDS
    return never and FIRST.match(words_behind(told)) is not None


def _again(one: Transition) -> bool:
    """ "The tunnel failed to reopen as planned": beside the closure that goes on, the opening has not begun."""
    return one.of in ("end", "resume") and one.told.claim.lemma in REOPENING


def _made(told: PlacedClaim, record: Record, around: Context) -> Transition | None:
    claim = told.claim
    first = claim.lemma.split(" ")[0]
    starts = (
        claim.lemma in STARTS
        or _first_deed(told)
        or (first in STARTS and first != "go")
        or (first == "go" and _ahead(told))
    )
    if claim.factuality != "not_happened" or not starts or claim.context != "body":
        return None
    if not STILL.search(f"{words_before(told)} {claim.trigger.text}{words_behind(told)}"):
        return None
    cast = Cast(told, around)
    whole = any(p.role == "object" for p in claim.participants)  # "will not resume it": the work, not who does it
    sides = [cast.where(e, m) for e, m in (cast.at("object") if whole else cast.at("actor", "object"))]
    subject = next((s for s in sides if s.name and s.keys), NOBODY)
    subject = subject if subject.name else _in_words(told)
    if not subject.name or told.published.latest is None:
        return None
    origin = origin_of(claim.report, record)
    return Transition(
        "not_begun", "begin", SLOT, subject, NOBODY, claim.lemma, "not begun", claim.trigger.text, False,
        told.published, None, None, told.published, claim.report, origin, around.event_of.get(claim.id, ""), told, "",
        which=f"({of})" if (of := _lead(cast, subject)) else "",
    )  # fmt: skip


def _in_words(told: PlacedClaim) -> Side:
    """ "Work on filling the reservoir has not begun": what is to begin, in the words of the clause."""
    found = WORK.match(told.claim.anchor.text)
    return Side(frozenset({f"words:{found.group(1).casefold()}"}), found.group(1)) if found is not None else NOBODY


def _lead(cast: Cast, subject: Side) -> str:
    """The names of the lead, where what has not begun is told without one."""
    named = any(w[:1].isupper() for w in subject.name.split()[1:])
    place = next((m.anchor.text for _, m in cast.at("place") if m.named and m.anchor.text not in subject.name), "")
    clause = cast.told.claim.anchor.text
    behind = PLACE.match(clause, clause.find(subject.name) + len(subject.name)) if subject.name in clause else None
    place = place or (behind.group(1) if behind is not None else "")  # "the new hospital in Larne"
    return "" if named else place or topic(cast, subject.name.casefold())


def _ahead(told: PlacedClaim) -> bool:
    return told.claim.lemma == "go ahead" or AHEAD.match(words_behind(told)) is not None
