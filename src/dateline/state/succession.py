"""Who leaves an office when somebody follows: "Dana Reyes replaced Ivo Mann", "she takes over from Ivo Mann".

In:   a transition that begins an office, and its claim; all transitions of a record.
Out:  the end of the other's time; the later day of "takes over" where the report tells one.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import tail
from dateline.state.model import Kind, Transition
from dateline.state.phrases import SWAPS
from dateline.state.posts import FOLLOWING
from dateline.state.sides import name_side
from dateline.terms import When

WITH: Final = re.compile(
    r" [^,.;]{2,80}? with (?:(?!(?:the|in|on|at|by|of|to|for|from|into|over|under|amid|as|after|before|since|until|"
    r"during|when|while|because|if|and|or|but|that|who|which|where)\b)[a-z-]+ ){0,4}"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})"
)  # " him with central banker Ida Roe"
BY: Final = re.compile(r"\bby (?:(?:his|her|its|their|the|a|an) )?(?:[\w-]+ ){0,5}?(?:[\w-]+, )?$")
IN_PLACE: Final = re.compile(r" in (?:the )?(?:place|stead) of (?:[a-z-]+ ){0,3}([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})")
HANDED: Final = re.compile(r" (?:over )?(?:power|the (?:presidency|premiership)) (?:over )?to [^.;]*")
VALUE: Final = "succeeded"
ORDERS: Final = ("curfew", "emergency")
BY_ANOTHER: Final = re.compile(r" (?:with|by) (?:an? |the )?([\w -]{4,40})")


def followed(one: Transition, cast_: Cast) -> Iterator[Transition]:
    """The end of the time of whoever is followed, where a name tells who that is."""
    if one.slot == "office" and one.of == "end" and one.told.claim.lemma == "replace":
        yield from _put_in(one, cast_)
        yield from _by_whom(one, cast_)
    if one.slot == "office" and one.of == "begin" and not one.subject.keys and HANDED.match(tail(one.told)):
        yield from _handed(one, cast_)
    if one.slot == "office" and one.of == "begin" and (other := IN_PLACE.search(tail(one.told))) is not None:
        yield from _left(one, cast_, other)
    if one.slot in ORDERS and one.of == "end" and one.told.claim.lemma in SWAPS:
        yield from _in_its_place(one)
    if one.slot != "office" or one.of != "begin" or one.told.claim.lemma not in FOLLOWING:
        return
    for entity, mention in cast_.at("target"):
        side = cast_.where(entity, mention)
        named = mention.kind == "person" and any(k.startswith("name:") for k in side.keys)
        if named and not side.keys & one.subject.keys and one.kind in ("begin", "plan"):
            yield replace(one, kind=_or_planned(one, "end"), of="end", subject=side, value=VALUE)
            return


def _or_planned(one: Transition, kind: Kind) -> Kind:
    """What comes of it for the other: a plan, where it is only planned itself."""
    return "plan" if one.kind == "plan" else kind


def _put_in(one: Transition, cast_: Cast) -> Iterator[Transition]:
    """ "Replaced him with Ida Roe": the person whom they put in his place holds it."""
    named = WITH.match(tail(one.told))
    who = _person(cast_, one.told.claim.trigger.end, named) if named is not None else ""
    if who and one.kind in ("end", "plan"):
        yield replace(
            one,
            kind=_or_planned(one, "begin"),
            of="begin",
            subject=name_side(who),
            value="appointed",
            which="",
            what="",
        )


def _by_whom(one: Transition, cast_: Cast) -> Iterator[Transition]:
    """ "Was replaced by her deputy, Ivo Mann": he has the post now; "the premier replaced her" puts nobody there."""
    told = one.told
    for entity, mention in cast_.at("actor") if one.kind in ("end", "plan") else ():
        side = cast_.where(entity, mention)
        behind = BY.search(told.claim.anchor.text[: mention.anchor.start - told.claim.anchor.start]) is not None
        named = mention.named and mention.kind == "person" and any(k.startswith("name:") for k in side.keys)
        if behind and named and mention.anchor.start > told.claim.trigger.end and not side.keys & one.subject.keys:
            yield replace(
                one, kind=_or_planned(one, "begin"), of="begin", subject=side, value="appointed", which="", what=""
            )
            return


def _handed(one: Transition, cast_: Cast) -> Iterator[Transition]:
    """ "Handed power to Vice President Ida Roe": she has it."""
    told, claim = cast_.read.mentions if cast_.read is not None else (), one.told.claim
    for m in told:
        led = HANDED.match(cast_.text[claim.trigger.end : m.anchor.start])
        if m.kind == "person" and m.named and led is not None and m.anchor.start < claim.anchor.end:
            yield replace(one, subject=cast_.where(cast_.entity_of(m), m), which="", what="")
            return


def _left(one: Transition, cast_: Cast, other: re.Match[str]) -> Iterator[Transition]:
    """ "Was named prime minister in place of Ivo Mann": his time is over."""
    who = _person(cast_, one.told.claim.trigger.end, other)
    side = name_side(who) if who else None
    own = one.kind in ("begin", "plan") and side is not None and not side.keys & one.subject.keys
    if own and side is not None:
        yield replace(one, kind=_or_planned(one, "end"), of="end", subject=side, value=VALUE, which="", what="")


def _in_its_place(one: Transition) -> Iterator[Transition]:
    """ "Replaced the curfew with a state of emergency": what came in its place stands."""
    named = BY_ANOTHER.search(tail(one.told))
    if named is None or one.kind not in ("end", "plan"):
        return
    for slot in ORDERS:
        noun = next((n for n in families()[slot] if re.search(rf"\b{re.escape(n)}\b", named.group(1))), None)
        if noun is not None:
            yield replace(
                one,
                kind=_or_planned(one, "begin"),
                of="begin",
                slot=slot,
                thing=noun,
                value="declared",
                what="",
                which="",
            )
            return


def _person(cast_: Cast, behind: int, named: re.Match[str]) -> str:
    """The name of the person in the match, without the post before it: "Finance Minister Ida Roe"; "" for another:
    "with immediate effect Port Sarn"."""
    start, end = behind + named.start(1), behind + named.end(1)
    told = cast_.read.mentions if cast_.read is not None else ()
    people = (m.anchor for m in told if m.kind == "person" and m.named)
    found = [a for a in people if a.start <= start < a.end or start <= a.start < a.end <= end]
    return named.group(1) if found and found[0].start <= start else found[0].text if found else ""


def with_later(found: Sequence[Transition]) -> tuple[Transition, ...]:
    """The transitions, "she takes over from him" told of the coming day on which her report has her begin."""
    coming: dict[tuple[str, str], When] = {}
    for one in found:
        last, first = one.published.latest, one.when.earliest
        if one.slot == "office" and one.kind == "begin" and last is not None and first is not None and first > last:
            coming.update(((one.report, key), one.when) for key in one.subject.keys)
    moved: dict[str, When] = {}
    for one in found:
        days = [coming[one.report, k] for k in sorted(one.subject.keys) if (one.report, k) in coming]
        if days and one.slot == "office" and one.kind == "begin" and _of_now(one):
            moved[one.told.claim.id] = days[0]
    return tuple(_moved(found, moved))


def _of_now(one: Transition) -> bool:
    """Whether it is told in the present, of no day."""
    return one.told.claim.tense == "present" and one.told.claim.time is None


def _moved(found: Iterable[Transition], days: dict[str, When]) -> Iterator[Transition]:
    for one in found:
        day = days.get(one.told.claim.id) if one.slot == "office" and one.kind in ("begin", "end") else None
        yield replace(one, when=day) if day is not None else one
