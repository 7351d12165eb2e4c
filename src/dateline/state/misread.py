"""Verbs of the tables of states that speak of something else.

In:   what a claim seems to do to a state, and its sentence.
Out:  whether it speaks of no such state: "he recalled the storm" calls back no goods.
Room: state. Single words that decide stand in `states_refused.tsv`; here stands what takes more than a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from dateline.lexicon.states import families
from dateline.state.found import words_before, words_behind
from dateline.state.handed import is_armed
from dateline.state.model import Transition

LONGEST: Final = 1000  # characters of a sentence that are looked at
OF_GOODS: Final = re.compile(
    r"\b(?:(?:product|vehicle|car|van|truck|lorry|bus|aircraft|jet|model|unit|batch|pack|packet|tin|jar|bottle|can|toy|drug|medicine|"
    r"vaccine|food|device|batter|charger|seat|pushchair|pram|cot|heater|pump|helmet|bike|bicycle|phone|laptop|tyre|tire|"
    r"airbag|brake|maker|manufacturer|producer|carmaker|automaker|company|firm|retailer|supermarket|shop|store|brand|"
    r"regulator|defect|fault|shel(?:f|ve)|customer|consumer|buyer|owner|sale|meat|milk|cheese|chicken|egg|salad|cereal|"
    r"formula|appliance|cooker|oven|dryer|machine|implant|inhaler|syringe|test kit|"
    r"thousand|hundred|million)(?:e?s|ies|y)?)\b|\d",
    re.I,
)  # with "recall": one of goods
OF_STATES: Final = re.compile(
    r"\b(?:state(?:hood)?|government|republic|council|authorit(?:y|ies)|independence|sovereignty|border|regime|rebels?|opposition|"
    r"annexation|parliament|president|junta|cabinet|administration|legitima(?:te|cy)|territor(?:y|ies)|union|passports?|"
    r"elections?|results?|kingdom|enclave|region|province|treaty|claims?|diplomatic|nations?|country|countries)\b",
    re.I,
)  # with "recognise": a state, its power or its land
TOLD_TO_GO: Final = frozenset(
    {"order", "tell", "ask", "warn", "urge", "force", "advise", "instruct", "request", "call on"}
)
GUESTS: Final = re.compile(
    r"\b(?:ambassador|envoy|diplomat|troop|soldier|force|garrison|contingent|mercenary|mercenarie|fighter|militia|rebel|"
    r"journalist|reporter|embassy|embassie|peacekeeper|observer|mission|attache|battalion|premier|president|minister|"
    r"company|companie|firm)s?\b",
    re.I,
)  # told to go, they are sent away
AT_SEA: Final = re.compile(
    r"\b(?:ship|boat|vessel|freighter|tanker|trawler|lifeboat|helicopter|coast ?guard|rescuer)s?\b", re.I
)
ASKED_OF_IT: Final = re.compile(
    r" for [^.,;]*\bto be (?!held|organi[sz]ed|brought|called|repeated|rerun|postponed|put)"
)
COURT: Final = re.compile(r"\b(?:courts?|judges?|magistrates?|tribunals?|justices?|bench)\b", re.I)
PARTY: Final = re.compile(
    r"\b(?:(?i:part(?:y|ies)|partners?|movement|alliance|front|bloc|union|league)|[A-Z][a-z]+s)\b"
)
INQUIRIES: Final = frozenset({"investigation", "inquiry", "enquiry", "probe", "case", "prosecution", "audit", "talks"})
FIRMS: Final = frozenset({"bank", "company", "firm", "club", "lender", "airline", "utility", "station", "border"})
TAKING_CONTROL: Final = frozenset({"take control", "seize control", "assume control", "gain control", "wrest control"})
HAS_SERVED: Final = re.compile(r"\b(?:ha[sd]|have|'s|’s|since)\W+(?:\w+\W+){0,2}$", re.I)


def _sentence(one: Transition) -> str:
    return one.told.claim.anchor.text[:LONGEST]


def _of_memory(one: Transition) -> bool:
    """ "He recalled the day of the storm": what is called back is a good, by its maker or a shop."""
    return one.told.claim.lemma == "recall" and OF_GOODS.search(_sentence(one)) is None


def _goes_on_unended(one: Transition) -> bool:
    """ "Pressure alone would not end the war": what will not end it says nothing of how it stands."""
    return one.kind == "hold" and one.of == "end" and one.told.claim.factuality == "not_happened"


def _served_once(one: Transition) -> bool:
    """ "Who served as envoy when the deal was made": of a time that nothing is told of, most often over."""
    claim = one.told.claim
    bare = claim.trigger.text.casefold() in ("served", "acted") and claim.time is None and claim.tense == "past"
    return bare and not HAS_SERVED.search(_sentence(one)[: max(0, claim.trigger.start - claim.anchor.start)])


def _of_one_person(one: Transition) -> bool:
    """ "The laureate was told to leave the mosque": one who is named is led away, and no place is cleared of people."""
    if one.told.claim.lemma not in TOLD_TO_GO:
        return False
    moved = [m for role, _, m in one.told.entities if role in ("object", "recipient")]
    return bool(moved) and all(m.named and m.kind == "person" for m in moved)


def _sent_away(one: Transition) -> bool:
    """ "The junta ordered the ambassador to leave" clears no place; "rebels ordered villagers to leave" does."""
    if one.told.claim.lemma not in TOLD_TO_GO:
        return False
    moved = [m.anchor.text for role, _, m in one.told.entities if role in ("object", "recipient")]
    named = words_behind(one.told)[:LONGEST].split(" to ")[0]  # "asked French forces to leave"
    return any(GUESTS.search(words) for words in (*moved, named))


def _saved_at_sea(one: Transition) -> bool:
    """ "A freighter picked up the crew": who is taken off the water by a ship is not held."""
    acting = (m.anchor.text for role, _, m in one.told.entities if role == "actor")
    return one.told.claim.lemma.startswith("pick") and any(AT_SEA.search(words) for words in acting)


def _by_no_court(one: Transition) -> bool:
    """ "The president ordered the general detained": only when a court orders it he is held from then on."""
    return one.value == "ordered held" and COURT.search(words_before(one.told)) is None


def _of_one_member(one: Transition) -> bool:
    """ "Ida Roe left the government": who leaves it alone leaves an office, a party leaves the coalition."""
    if one.thing != "government":
        return False
    acting = [m for role, _, m in one.told.entities if role == "actor"]
    return not acting or any((m.named and m.kind == "person") or not PARTY.search(m.anchor.text) for m in acting)


def _known_again(one: Transition) -> bool:
    """ "He recognised the letter", "recognised their concerns": only states and governments are recognised for good."""
    known = any(k.startswith("country:") for k in one.object.keys) or one.object.entity is not None
    return (
        one.told.claim.lemma in ("recognize", "recognise") and not known and OF_STATES.search(one.object.name) is None
    )


def _asks_of_it(one: Transition) -> bool:
    """ "Called for the elections in spring to be free of pressure": how, and not that, they are to be held."""
    return one.told.claim.lemma.startswith("call") and ASKED_OF_IT.match(words_behind(one.told)) is not None


def _of_an_inquiry(one: Transition) -> bool:
    """ "Took over the inquiry into the mayor's finances": a task, and no post of those that the words name."""
    what = [m for role, _, m in one.told.entities if role in ("object", "recipient")]
    taken = one.told.claim.lemma.startswith(("take", "assume")) and one.kind == "begin"
    return taken and any(m.head.casefold() in INQUIRIES for m in what)


def _of_an_airline(one: Transition) -> bool:
    """ "Norair resumed most flights": no airport that was shut is open again."""
    nowhere = not one.object.name and not any(role == "place" for role, _, _ in one.told.entities)
    return one.kind in ("end", "resume") and "flight" in one.thing and nowhere


def _of_no_ground(one: Transition) -> bool:
    """ "Took control of the situation": what has no name and is no ground is held by nobody, nor is an army."""
    if is_armed(one.object.name) and one.object.name.casefold() not in families()["ground"]:
        return True
    taken = one.told.claim.lemma in TAKING_CONTROL and one.value == "taken"
    words = one.object.name.split(" of ")[-1].split()
    ground = {w.removesuffix("s") for w in one.object.name.casefold().split()} & {*families()["ground"], *FIRMS}
    return taken and not ground and not any(w[:1].isupper() for w in words)


def _beside_strikers(one: Transition) -> bool:
    """ "President Roe joined a picket line of striking miners": who is named alone stands beside those who strike."""
    acting = [m for role, _, m in one.told.entities if role == "actor"]
    return one.thing.startswith("picket") and bool(acting) and all(m.named and m.kind == "person" for m in acting)


MISREAD: Final[Mapping[str, tuple[Callable[[Transition], bool], ...]]] = {
    "recall": (_of_memory,),
    "war": (_goes_on_unended,),
    "office": (_served_once, _of_an_inquiry),
    "evacuation": (_of_one_person, _sent_away),
    "detention": (_saved_at_sea, _by_no_court),
    "membership": (_of_one_member,),
    "recognition": (_known_again,),
    "vote": (_asks_of_it,),
    "airport": (_of_an_airline,),
    "control": (_of_no_ground,),
    "strike": (_beside_strikers,),
}  # by kind of state: what its verbs tell when they speak of no such state


def misread(one: Transition) -> bool:
    """Whether its sentence tells of no state of the kind that its verb may speak of."""
    return any(refuses(one) for refuses in MISREAD.get(one.slot, ()))
