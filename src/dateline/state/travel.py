"""Where a travel warning is for: "warned against all travel to the north of Velden", "dropped its warning for travel to
northern Velden".

In:   a transition of a warning, its claim.
Out:  the same, as a travel warning for that place, however its rows put it.
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.lexicon.places import place
from dateline.state.cast import Cast
from dateline.state.listed import NAME
from dateline.state.model import Transition
from dateline.state.sides import NOBODY, land_side, name_side

SLOTS: Final = frozenset({"warning", "evacuation"})
THING: Final = "travel warning"
SIDES: Final = "north|south|east|west|north-?east|north-?west|south-?east|south-?west"
AGAINST: Final = re.compile(
    r"\b(?:against|warning (?:on|for|about)|advisory (?:on|for)|advice on) (?:all |any |non-essential ){0,2}"
    r"(?:travel|travelling|traveling|trips?|visits?|visiting|journeys?) (?:to|in|for) (?:and from )?"
    rf"(?:(?:the )?(?P<side>{SIDES})(?:ern)?(?: part)?(?: of)? )?(?:the )?"
    rf"(?P<name>{NAME})(?!['’])"
)
WARNING_FOR: Final = re.compile(
    r"\btravel (?:warning|advisory|alert|advice) (?:for|on|against|to) "
    rf"(?:(?:the )?(?P<side>{SIDES})(?:ern)?(?: of)? )?(?:the )?(?P<name>{NAME})(?!['’])"
)
LEAVE: Final = re.compile(
    r"\b(?:citizens|nationals|passport holders|tourists|travellers|travelers|[A-Z][a-z]+(?:ns|sh|ese|is)) (?:\w+ ){0,3}"
    rf"(?:to leave|to get out of|out of) (?P<side>)(?P<name>{NAME})(?!['’])"
)  # "told its citizens to leave Velden"
LONGEST: Final = 1000  # characters of a clause that are looked at


def of_travel(made: Transition, cast: Cast) -> Transition:
    """The transition, of the place that the words warn against going to, and of the country that warns."""
    clause = made.told.claim.anchor.text[:LONGEST] if made.slot in SLOTS else ""
    told = (WARNING_FOR.search(clause) or AGAINST.search(clause)) if "travel" in clause.casefold() else None
    told = told or (LEAVE.search(clause) if made.slot == "evacuation" and "leave" in clause else None)
    if told is None or (place(told["name"]) is None and told.re is LEAVE):
        return made
    name, side = told["name"], told["side"]
    known = place(name)
    whole = land_side(known.country) if known is not None and known.kind == "country" and known.country else None
    part = f"{side.replace('-', '')}ern {name}" if side else name
    object_ = whole if whole is not None and not side else name_side(part)
    warns = (cast.side(e, m) for e, m in cast.at("actor"))
    by = next((s for s in warns if any(k.startswith("country:") for k in s.keys - object_.keys)), NOBODY)
    which = f"({by.name})" if by.keys else ""
    return replace(made, slot="warning", thing=THING, subject=by, object=object_, called="", which=which)
