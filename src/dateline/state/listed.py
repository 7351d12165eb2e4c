"""What is told of several places at once, told of each: "the curfew in Amat and Verrin".

In:   a transition whose object is one place or thing, and its claim.
Out:  the same for each name of the list that begins with it.
Room: state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.claim.model import Mention
from dateline.state.cast import Cast
from dateline.state.model import Side, Transition
from dateline.state.sides import countries_in, land_side, name_side

EACH: Final = frozenset(
    {"border", "port", "road", "airport", "site", "curfew", "emergency", "evacuation", "power", "school", "warning"}
    | {"siege", "traffic", "channel"}
)  # kinds of state of places and things
PERSONS: Final = frozenset({"detention", "charges", "missing", "trapped", "expulsion", "exile"})
TELLS: Final = re.compile(r" (?:said|told|was|were|is|are|has|have|had|will|would|did|denied|called|went|[a-z]+ed)\b")
NAME: Final = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3}"
OF_SEVERAL: Final = re.compile(
    rf"(?:[Tt]he )?([a-z][a-z -]*?(?:(?:x|ch|sh|ss)(?=es )|(?=s )))(?:es|s) (?:of|at|in|to) ({NAME})"
)
REST: Final = re.compile(rf"((?:, {NAME})*),? and (?:the |its |in |on )?({NAME})(?!['’]s)")
BOTH: Final = re.compile(
    r"(?:[Bb]oth|[Tt]he two) (?:[a-z]+ )?(?:province|region|city|citie|district|state|county|countie|town|department|"
    r"area|place|governorate|prefecture|village|island)s?"
)
AND: Final = re.compile(r",? and (?:in )?(?:the )?")
BACK: Final = 500  # characters before it in which the two are told
LONGEST: Final = 1000  # characters of a clause that are looked at
PAIR: Final = 2  # parties of one pair of states
MOST: Final = 12  # names of one list


def each(made: Transition, cast_: Cast) -> Iterator[Transition]:
    """The transition, once for each place that its words list, or that "both provinces" stands for."""
    both = _both(made, cast_) if made.slot in EACH else []
    if both:
        yield from (replace(made, object=side, which="") for side in both)
        return
    if made.slot in PERSONS and made.object.keys == made.subject.keys:
        yield from _people(made, cast_)
        return
    if made.slot == "relations" and len(made.subject.keys) > PAIR:
        yield from _pairs(made, cast_)
        return
    names = _names(made, cast_) if made.slot in EACH else []
    if names and _parted(made):
        ends = [name_side(name) for name in names]
        keys = frozenset().union(*(side.keys for side in ends))
        yield replace(made, object=Side(keys, f"border between {' and '.join(names)}", made.object.entity))
        return
    if not names:
        yield made
        return
    several = OF_SEVERAL.fullmatch(made.object.name)
    listed = made.object.keys.union(*(name_side(name).keys for name in names))
    own = bool(made.subject.keys) and made.subject.keys <= listed  # "in Amat, Velden and Verrin", with Velden as whose
    for name in names:
        shown = f"{name} {several.group(1)}" if several is not None else name
        side = name_side(name, shown=shown)
        subject = side if own else made.subject
        yield replace(made, subject=subject, object=side)


def _both(made: Transition, cast_: Cast) -> list[Side]:
    """The two places told together last before "both provinces"."""
    read, start = cast_.read, made.told.claim.anchor.start
    if read is None or BOTH.fullmatch(made.object.name) is None:
        return []
    places = [m for m in read.mentions if m.named and m.kind == "place" and start - BACK < m.anchor.start < start]
    for a, b in reversed(list(pairwise(places))):
        if AND.fullmatch(cast_.text[a.anchor.end : b.anchor.start]) is not None:
            return [cast_.where(cast_.entity_of(m), m) for m in (a, b)]
    return []


def _pairs(made: Transition, cast_: Cast) -> Iterator[Transition]:
    """The transition, once for each of those who act: "Osland and Norland recalled their envoys from Velden"."""
    acting = {k: side.name for side in (cast_.side(e, m) for e, m in cast_.at("actor")) for k in side.keys}
    acting |= {f"country:{c}": land_side(c).name for _, m in cast_.at("actor") for c in countries_in(m.anchor.text)}
    acting = {k: name for k, name in sorted(acting.items()) if k in made.subject.keys}
    others = made.subject.keys - frozenset(acting)
    if len(acting) < PAIR or len(others) != 1:
        yield made
        return
    other = next((n for n in made.subject.name.split(" and ") if n not in acting.values()), "")
    for key, name in acting.items():
        yield replace(made, subject=Side(others | {key}, " and ".join(sorted((name, other)))))


def _people(made: Transition, cast_: Cast) -> Iterator[Transition]:
    """The transition, once for each person its words list: "arrested Ivo Roth and Ana Lind"."""
    text, start, shown = cast_.text, made.told.claim.anchor.start, made.object.name
    at = text.find(shown, start, made.told.claim.anchor.end)
    rest = REST.match(text, at + len(shown)) if shown[:1].isupper() and at >= 0 else None
    yield made
    if rest is None or (TELLS.match(text, rest.end()) is not None and at > made.told.claim.trigger.start):
        return
    spots = {rest.start(2), *(rest.start(1) + m.start() + 2 for m in re.finditer(", ", rest.group(1) or ""))}
    for m in cast_.read.mentions if cast_.read is not None else ():
        if m.anchor.start in spots and m.named and m.kind == "person":
            side = cast_.where(cast_.entity_of(m), m)
            if side.keys and not side.keys & made.object.keys:
                yield replace(made, subject=side, object=side)


def _parted(made: Transition) -> bool:
    """ "The frontier between Kordia and Osland" is one border, of two lands."""
    text = made.told.claim.anchor.text[:LONGEST]
    before = text[: max(0, text.find(made.object.name))]
    return made.slot == "border" and before.endswith(("between ", "between the "))


def gathered(found: Sequence[Transition]) -> tuple[Transition, ...]:
    """The transitions, with what one claim tells of several places told of all of them together again, where no other
    claim speaks of any."""
    told: dict[tuple[str, str, str], list[Transition]] = defaultdict(list)
    said: dict[tuple[str, str], set[str]] = defaultdict(set)  # kind of state and name -> claims
    for one in found:
        told[one.told.claim.id, one.slot, one.kind].append(one)
        for key in one.object.keys:
            said[one.slot, key].add(one.told.claim.id)
    out: list[Transition] = []
    for lot in told.values():
        alone = len(lot) > 1 and all(len(said[t.slot, k]) == 1 for t in lot for k in t.object.keys)
        out.extend([_together(lot)] if alone and lot[0].slot in EACH | PERSONS else lot)
    return tuple(out)


def _together(lot: Sequence[Transition]) -> Transition:
    """The first, of all the places of the lot."""
    names = [t.object.name for t in lot]
    keys = frozenset().union(*(t.object.keys for t in lot))
    whole = Side(keys, f"{', '.join(names[:-1])} and {names[-1]}", lot[0].object.entity)
    own = lot[0].subject.keys == lot[0].object.keys
    return replace(lot[0], object=whole, subject=whole if own else lot[0].subject)


def _names(made: Transition, cast_: Cast) -> list[str]:
    """All the names of the list, the first of them that of the object; none where it is no list."""
    text, shown = made.told.claim.anchor.text[:LONGEST], made.object.name
    several = OF_SEVERAL.fullmatch(shown)
    first = several.group(2) if several is not None else shown
    at = text.find(shown)
    rest = REST.match(text, at + len(shown)) if shown and at >= 0 and first[:1].isupper() else None
    if rest is None or not _is_place(made.object):
        return []
    names = [first, *filter(None, rest.group(1).split(", ")), rest.group(2)][:MOST]
    told = cast_.read.mentions if cast_.read is not None else ()
    known = {m.anchor.text for m in told if _kind(m, cast_) != "person"} | cast_.context.settled
    return names if all(n in known or any(n in k for k in known) for n in names[1:]) else []


def _kind(mention: Mention, cast_: Cast) -> str | None:
    """What the name is by all reports, where it is known."""
    entity = cast_.entity_of(mention)
    return cast_.record.entities[entity].kind if entity in cast_.record.entities else mention.kind


def _is_place(side: Side) -> bool:
    """Whether it is told by a name, alone or behind what lies there."""
    return any(k.startswith("name:") for k in side.keys) or OF_SEVERAL.fullmatch(side.name) is not None
