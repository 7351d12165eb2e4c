"""Of whom and where a report tells: the names of its lead, for a line that has none of its own.

In:   a claim of one of the first sentences, the mentions of its report.
Out:  "Lumo", "Norlink, Amat": the first body or person and the first place that the lead names.
Room: state. A line without a name of its own is shown with them ("Preliminary injunction (Lumo)"); a contract or a
      licence that is told of nobody ("the contract was signed on Monday") is that of the lead's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from dateline.claim.model import Mention
from dateline.lexicon.places import demonym
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.model import Transition
from dateline.state.sides import name_side

SENTENCES: Final = 3  # behind the lead that still tell of what it tells of
LONGEST: Final = 46  # characters of the names
NAMED: Final = re.compile(r"[A-Z][\w'’-]*(?: (?:of |the |de |al-)?(?:[A-Z][\w'’-]*|\d+\b))*")
DAY_NAME: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b"
)
DATELINE: Final = re.compile(r"^[A-Z][A-Z .'’-]{2,30}(?:, [^-–—]{3,20})? [-–—] ")
OWNED: Final = frozenset({"deal", "licence"})  # of a ban it would not be told whose, and on whom
OF_PLACES: Final = frozenset(
    {"curfew", "border", "evacuation", "power", "emergency", "school", "road", "airspace", "traffic", "output", "port"}
    | {
        "mourning",
        "airport",
        "channel",
        "site",
        "presence",
        "warning",
        "vote",
        "opening",
        "outbreak",
        "blocking",
        "patrol",
        "zone",
    }
)  # kinds of state that nobody has for himself
PLACED: Final = frozenset(
    {"curfew", "emergency", "border", "evacuation", "warning", "vote", "sanctions", "mourning"}
)  # of no body either
DEFINITE: Final = re.compile(r"(?:The|the|Its|Their|His|Her) (?:\w+ )?[a-z-]+")
FORM: Final = frozenset({"The", "A", "An", "In", "On", "At", "For", "After", "No", "All"})


def topic(cast: Cast, shown: str, slot: str = "") -> str:
    """The names of the lead that the line does not show yet; "" where the claim stands in it, or far behind it."""
    read = cast.read
    if read is None or not read.sentences:
        return ""
    spans = [s for s in read.sentences if read.report.text[s[0] : s[1]].strip()]
    here = bisect_right([a for a, _ in spans], cast.told.claim.trigger.start) - 1
    if not 0 < here <= SENTENCES or cast.told.claim.context != "body":
        return ""
    a, b = spans[0]
    dateline = DATELINE.match(read.report.text[a:b])
    a += dateline.end() if dateline is not None else 0
    speakers = [v.anchor for v in cast.told.claim.voice if v.anchor is not None]
    lead = [m for m in read.mentions if m.named and a <= m.anchor.start < b and m.kind != "publisher"]
    lead = [m for m in lead if not any(s.start <= m.anchor.start < s.end for s in speakers)]
    told = [(m, name) for m in lead if (name := _name(m)) and name.casefold() not in shown]
    told = [(m, name) for m, name in told if not (slot in OF_PLACES and _somebody(m, cast))]
    told = [(m, n) for m, n in told if not (slot in PLACED and m.kind == "organisation" and (" " in n or n.isupper()))]
    whose = next((name for m, name in told if m.kind != "place"), "")
    where = next((name for m, name in told if m.kind == "place" and name not in whose), "")
    words = ", ".join(n for n in (whose, where) if n)
    return words if len(words) <= LONGEST else whose if len(whose) <= LONGEST else where


def of_lead(one: Transition, mention: Mention | None, cast: Cast) -> Transition:
    """The transition, told of whom the lead tells of where "the contract" or "the licence" is told of nobody."""
    bare = mention is not None and DEFINITE.fullmatch(mention.anchor.text) is not None
    told = one.object.keys or one.subject.keys
    if one.slot not in OWNED or told or not bare or one.kind == "hold":
        return one
    name = topic(cast, f"{one.subject.name}".casefold()).split(", ")[0]
    return replace(one, object=name_side(name), which="") if name else one


def _somebody(mention: Mention, cast: Cast) -> bool:
    """Whether it is a person who is told with more than one name or with a title: who ran for office in the lead is no
    place of a curfew, and the fire chief who spoke there is not who was evacuated."""
    if mention.kind != "person":
        return False
    known = cast.record.entities.get(cast.entity_of(mention) or "")
    names = [mention.anchor.text, *([known.name] if known is not None and known.kind == "person" else [])]
    return mention.title is not None or any(" " in name.strip() for name in names)


def _name(mention: Mention) -> str:
    """The name in the words of the mention; "" for a day, a month or a people ("German")."""
    found = [m.group() for m in NAMED.finditer(mention.anchor.text) if m.group() not in FORM]
    name = re.sub(r"['’]s?$", "", found[0]).strip() if found else ""
    plain = name.casefold() in {*families()["pronoun"], *families()["small"]} or DAY_NAME.search(name) is not None
    return "" if plain or demonym(name) is not None else name
