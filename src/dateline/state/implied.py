"""What one kind of state tells of another: traffic that runs again through a closed canal has ended its closure.

In:   transitions.
Out:  the same, with those that follow from them.
Room: state. Only what was told as closed, of the same named place, is ended so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dateline.claim.lexis import word_list
from dateline.state.model import STANDS, Transition
from dateline.state.sides import countries_in
from dateline.terms import When

CLOSED: Final = frozenset({"channel", "road", "port", "airport", "airspace", "border"})
CHARGES: Final = "charges"
TRIAL: Final = "trial"
DECIDED: Final = "decided"  # value of the rows for a verdict
ONLY_ONE: Final = re.compile(r"\b(?:chief executive|ceo|managing director|chairman|chairwoman)\b")  # one at a time
FOR_NOW: Final = frozenset({"", "interim ", "acting "})
BLOCKED: Final = "blocked"
GIVEN_UP: Final = "called off"
DAY: Final = timedelta(days=1)
JUDGED: Final = frozenset({"approved", BLOCKED})  # values of the rows for what a regulator says of a takeover
GRANTED: Final = frozenset({"licence", "accord", "deal", "scheme", "sanctions", "visa", "emergency", "order"})
NAMED: Final = re.compile(r"[A-Z].*\d|[A-Z][\w-]* [A-Z]|\w [A-Z]")  # "Law 512", "the Press Act"; not "the law"
RESTS: Final = (
    r"\b(?:under|based on|on the basis of|pursuant to|rest(?:s|ed|ing) on|founded on|provided for (?:by|in)) "
    r"(?:the )?%s\b"
    r"|%s(?: [\w ]{1,30})?, which (?:grants?|granted|gives?|gave|awards?|awarded|allows?|allowed) "
)
LONGEST: Final = 1000  # characters of a clause that are looked at
WORD: Final = re.compile(r"\w+")
SITES: Final = word_list("the of airport port harbour harbor terminal crossing bridge tunnel canal international")
VALUE: Final = "reopened: traffic resumed"


def with_implied(found: Sequence[Transition]) -> tuple[Transition, ...]:
    """The transitions, with an ending for each closure through which traffic was told to run again later, and for what
    was granted under a law that has ended."""
    closures = [(t, _named(t)) for t in found if t.slot in CLOSED and t.kind in STANDS]
    out = [v for one in found for v in _verdicts(one, found)]
    out += [v for one in found if one.slot == "office" and one.kind == "begin" for v in _succeeded(one, found)]
    for deal in (t for t in found if t.slot == "deal"):
        out += [*_reviewed(deal, found), *_not_given_up(deal, found)]
    for one in found:
        out += _without_its_law(one, found)
        if one.slot not in ("traffic", "output") or one.kind != "resume" or one.partial:
            continue
        spots = _named(one)
        shared = [t for t, named in closures if spots & named]
        shared += [t for t, _ in closures if not shared and one.slot == "output" and _works_there(one, t)]
        shared += _the_only_one(one, [t for t, _ in closures]) if not shared else []
        for slot in sorted({t.slot for t in shared if may_precede(t.when, one.when)}):
            shut = min((t for t in shared if t.slot == slot), key=lambda t: t.told.claim.id)
            told = replace(one, kind="end", of="end", slot=slot, thing=shut.thing, value=VALUE)
            out.append(replace(told, subject=shut.subject, object=shut.object))
    return tuple(out)


def _without_its_law(one: Transition, found: Sequence[Transition]) -> Iterator[Transition]:
    """A concession that was granted under a law ends with the law: "Law 512" was struck down."""
    name = one.object.name.removeprefix("the ")
    if one.slot != "law" or one.kind != "end" or one.partial or not NAMED.search(name):
        return
    resting = re.compile(RESTS % (re.escape(name), re.escape(name)))
    for t in found:
        given = t.kind == "begin" and t.slot in GRANTED and may_precede(t.when, one.when)
        if given and resting.search(t.told.claim.anchor.text[:LONGEST]):
            told = replace(one, slot=t.slot, subject=t.subject, object=t.object, thing=t.thing, called=t.called)
            yield replace(told, value=f"{name} {one.value}", which=t.which, what=t.what)


def _verdicts(one: Transition, found: Sequence[Transition]) -> Iterator[Transition]:
    """The transition; a verdict ends the trial of whoever it is on: of a trial alone where no charges were told."""
    decided = one.slot == CHARGES and one.kind == "end" and not one.thing.endswith(TRIAL) and one.value == DECIDED
    told = [t for t in found if t.slot == CHARGES and t.kind in STANDS and _is_on(t, one)] if decided else []
    tried = [t for t in told if t.thing.endswith(TRIAL) and may_precede(t.when, one.when)]
    if tried:
        yield replace(one, thing=tried[0].thing, subject=tried[0].subject, object=tried[0].object)
    if not tried or len(tried) < len(told):
        yield one


def _reviewed(one: Transition, found: Sequence[Transition]) -> Iterator[Transition]:
    """Who clears or blocks a takeover has ended his look into it."""
    if one.value not in JUDGED:
        return
    acting = [(entity, m) for role, entity, m in one.told.entities if role == "actor"]
    keys = {f"country:{c}" for _, m in acting for c in countries_in(m.anchor.text)}
    firms = one.subject.keys | one.object.keys
    for t in found:
        known = t.slot == "investigation" and t.kind in STANDS and bool(t.object.keys & firms)
        by_them = bool(t.subject.keys & keys) or any(e is not None and e == t.subject.entity for e, _ in acting)
        if known and by_them and may_precede(t.when, one.when):
            told = replace(one, kind="end", of="end", slot="investigation", thing=t.thing, value="closed")
            yield replace(told, subject=t.subject, object=t.object, what="", which="")
            return


def _not_given_up(one: Transition, found: Sequence[Transition]) -> Iterator[Transition]:
    """ "The regulator blocked the takeover on Tuesday", and a week later the bidder drops it: it stood until then."""
    day = one.when.earliest
    if one.value != GIVEN_UP or day is None:
        return
    blocked = [t for t in found if t.slot == one.slot and t.value == BLOCKED and t.object.keys & one.object.keys]
    if any(t.when.latest is not None and t.when.latest < day - DAY for t in blocked):
        yield replace(one, kind="resume", of="resume", when=When.day(day - DAY), value="not given up")


def _succeeded(one: Transition, found: Sequence[Transition]) -> Iterator[Transition]:
    """ "Named Dana Reyes as chief executive, effective May 1": who held that post of the firm holds it no more."""
    post, first = ONLY_ONE.search(one.thing), one.when.earliest
    firm = {k for k in one.object.keys if k.startswith("name:")}  # of a country's many boards each has a chairman
    if post is None or first is None or not firm:
        return
    before: dict[frozenset[str], Transition] = {}
    for t in found:
        held = t.slot == "office" and t.kind in STANDS and not t.subject.keys & one.subject.keys
        same = held and bool(t.object.keys & firm) and ONLY_ONE.sub("", t.thing) in FOR_NOW
        if same and post.group() in t.thing and t.when.latest is not None and t.when.latest < first:
            before.setdefault(t.subject.keys, t)
    for t in before.values():
        told = replace(one, kind="end", of="end", value="succeeded", what="", which="")
        yield replace(told, subject=t.subject, object=t.object)


def _is_on(trial: Transition, verdict: Transition) -> bool:
    """Whether both are of one person or body: the same, or "the journalists" of eleven who stand trial."""
    keys = trial.object.keys & verdict.object.keys
    words = [k[6:].split() for k in sorted(verdict.object.keys) if k.startswith("words:")]
    held = [k[6:].split() for k in sorted(trial.object.keys) if k.startswith("words:")]
    return bool(keys) or any(set(a) <= set(b) for a in words for b in held)


def _works_there(one: Transition, shut: Transition) -> bool:
    """ "Heathrow resumed full operations", told of an airport that was shut: whoever works again is that place."""
    if one.thing.removesuffix("s") not in ("operation", "service"):
        return False
    acting = {frozenset(WORD.findall(m.anchor.text.casefold())) - SITES for role, _, m in one.told.entities
              if role == "actor"}  # fmt: skip
    spots = {frozenset(k.partition(":")[2].split()) - SITES for k in shut.object.keys}
    return bool((acting & spots) - {frozenset()})


def _the_only_one(one: Transition, closures: Sequence[Transition]) -> list[Transition]:
    """ "The port resumed operations": of the one port that was told as shut."""
    acting = {m.anchor.text.casefold() for role, _, m in one.told.entities if role == "actor"}
    meant = [t for t in closures if one.slot == "output" and f"the {t.thing}" in acting]
    return meant if len({t.object.keys for t in meant}) == 1 else []


def _named(one: Transition) -> frozenset[str]:
    """The names of the places it speaks of; words alone ("the road") name none."""
    return frozenset(k for k in one.subject.keys | one.object.keys if k.startswith("name:"))


def may_precede(begun: When, ended: When) -> bool:
    """Whether what began then can have stood before what ends it."""
    low, high = begun.earliest, ended.latest
    return low is None or high is None or low <= high
