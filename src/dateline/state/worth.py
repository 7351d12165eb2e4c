"""Whether what a claim seems to do to a state is worth a line on the board.

In:   transitions as the table of states reads them; states as they were joined.
Out:  those that a careful analyst would put down. A wrong line costs more than a missing one.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Final

from dateline.claim.lexis import is_kind
from dateline.claim.people.nouns import stands_for
from dateline.lexicon.places import place
from dateline.lexicon.tables import table
from dateline.state.apart import of_long_reports
from dateline.state.found import OVER, tail
from dateline.state.misread import misread
from dateline.state.model import ONCE, Side, State, Transition
from dateline.state.patterns import pattern
from dateline.state.sides import is_generic, pronouns
from dateline.state.topic import DAY_NAME
from dateline.terms import When

STALE: Final = timedelta(days=366)  # before the first report: what only began then is background, and may be long over
PASSING: Final = frozenset(
    {"detention", "charges", "care", "search", "missing", "strike", "talks", "curfew", "office", "investigation"}
    | {"evacuation", "aid", "output", "power", "road", "traffic", "emergency", "outbreak", "campaign", "control"}
)  # kinds of state that pass by themselves; an accord, a ban or a membership stands until it is ended
PEOPLE: Final = frozenset(
    {"detention", "charges", "missing", "care", "search", "insolvency", "investigation", "trapped", "standing"}
    | {"expulsion", "exile"}
)
BEFALLS: Final = frozenset({"missing", "care", "trapped", "exile", "detention"})  # what befalls people and no country
PARTICULAR: Final = PEOPLE | {
    *("aid", "sanctions", "control", "deal", "output", "road", "presence", "licence", "accord"),
    *("law", "scheme", "blocking", "sitting", "government", "measure", "activity"),
}
TITLED: Final = frozenset({"law", "scheme", "sitting", "blocking"})  # known by more than what they are
NAMED: Final = frozenset(
    {"presence", "embassy", "mission", "membership", "relations", "aid", "office", "recognition", "visa"}
)  # of a name at least
QUANTIFIED: Final = re.compile(
    r"(?:no|any|every|each|many|most|some|all|whose|what|which|another|such|several|more|other|certain|various|these|"
    r"a number of|his|her|their|my|our|your|one|a|an)\b",
    re.I,
)  # words that tell of nobody and nothing in particular
COMPASS: Final = frozenset({"north", "south", "east", "west", "centre", "center", "sea", "coast", "desert"})
COUNTED: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|hundreds|crew|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.I,
)
WHOLE: Final = frozenset({"emergency", "curfew", "ceasefire"})  # of the whole situation, where nothing else is said
RUNS: Final = frozenset({"operate", "run", "maintain", "man", "staff"})  # a base
LIVING: Final = PEOPLE - {"search", "investigation"} | {"office"}  # of people or bodies only
SPOKEN_OF: Final = frozenset({"strike", "talks", "ceasefire", "curfew", "emergency"})  # "the", whosever it is
PARTIES: Final = frozenset({"talks", "war", "ceasefire", "accord", "relations", "presence"})  # of somebody only
LAND: Final = ("site", "territory", "border")
ACTING: Final = ("organ", "force", "person", "body", "worker", "media", "assembly", "envoy", "refugee", "vehicle")
OF_EMERGENCY: Final = re.compile(
    r"\b(?:state|states|situation) of |\bemergenc(?:y|ies)(?=$|[^\w\s-]|\s+(?:in|on|over|across|for|as|at|after|until|"
    r"by|was|is|has|and|that|which|from|because|to|rule|will|would|order|law|declaration|status|when|since|throughout|end|of|"
    r"with|powers|decree|late|early|today|yesterday|last|this|runs|remains|lapsed?|expired?)\b|\s+(?-i:[A-Z\d]))",
    re.I,
)
LONGEST: Final = 1000  # characters of a clause that are looked at
LODGED: Final = re.compile(r"\b(?:lodg|fil)", re.I)
OF_LAW: Final = re.compile(
    r"\b(?:courts?|judges?|rulings?|verdicts?|sentences?|convictions?|tribunal|judge?ments?|panel|legal|lawyers?|annul|"
    r"deduction|points|penalty|suspension|extradition|petitions?|constitutional|prosecutors?|decision)\b",
    re.I,
)  # with "appeal": one to a court
FORBIDDING: Final = frozenset({"prohibit", "outlaw", "forbid"})
LABOUR: Final = re.compile(
    r"\b(?:str(?:ike|iking|ikers?|ikes)|walkout|picket|stoppage|union|lockout|industrial action|to rule|"
    r"(?:worker|nurse|docker|driver|pilot|teacher|doctor|miner|trucker|cleaner|guard|lecturer|technologist|technician|"
    r"crew|operator|controller|conductor|porter|employee|staff)s?)\b",
    re.I,
)
SAID: Final = 90  # characters of a name on the board; more is no name
BY_THE_DAY: Final = frozenset(  # kinds that are told by words of every day, and only with their day
    {"measure", "activity", "mutiny", "patrol", "zone", "condition", "exercise", "mobilisation", "disarmament"}
)
COMPOUND: Final = re.compile(r"\bemergency\b", re.I)  # "emergency services" are no emergency
MONEY: Final = re.compile(r"^(?:about |some |more than )?(?:[$€£#¥]|\d|[A-Z]{2,3}\$)")


@dataclass(frozen=True, slots=True)
class Refused:
    """A row of states_refused.tsv."""

    verbs: frozenset[str]
    words: str  # as a pattern; "": always


@cache
def _refused() -> dict[str, tuple[Refused, ...]]:
    """The rows by kind of state."""
    out: dict[str, list[Refused]] = {}
    for row in table("states_refused"):
        words = [re.escape(w) for w in row["words"].split("|") if w != "-"]
        beside = rf"\b(?:{'|'.join(words)})(?:s|es)?\b" if words else ""
        out.setdefault(row["slot"], []).append(Refused(frozenset(row["verb"].split("|")), beside))
    return {slot: tuple(rows) for slot, rows in out.items()}


def _of_something(one: Transition) -> bool:
    """Whether a measure or an activity is told of whom and what: not "the law" of no land, "kept their mandate"."""
    if one.slot == "activity":
        return bool(one.subject.keys and one.object.name)
    return bool(one.object.keys) and (one.kind != "hold" or " " in one.object.name)


MISSING_COUNT: Final = re.compile(
    r"(?:(?:at least|more than|about|some|around|nearly|almost|over|up to|another|the) )?"
    r"(?:\d{2,}|\d[\d,]*,\d{3}|dozens|hundreds|scores|thousands)(?: of)? (?:more )?(?:people|persons|others)\b",
    re.I,
)  # of just anybody, too many to be told apart


def refused_by_words(one: Transition) -> bool:
    """Whether other words of the clause refuse what the verb seems to tell: "freed from the rubble" is no release."""
    lemma = one.told.claim.lemma.casefold()
    for row in _refused().get(one.slot, ()):
        if not row.verbs & {"*", lemma, lemma.split(" ")[0]}:
            continue
        if not row.words:
            if one.told.claim.aspect is None:
                return True  # "delivered aid"; not "resumed aid deliveries"
        elif pattern(row.words).search(_near(one) if one.slot != "strike" else _up_to_why(one)):
            return True
    return False


def told_of_a_state(one: Transition) -> bool:
    """Whether the claim speaks of a state at all, by its other words, where they refuse no row."""
    lemma = one.told.claim.lemma.casefold()
    clause = _near(one)
    if one.slot in ("measure", "activity") and not _of_something(one):
        return False
    if one.slot == "emergency" and COMPOUND.search(clause) and not OF_EMERGENCY.search(clause):
        return False
    if one.slot == "missing" and MISSING_COUNT.match(one.object.name):
        return False  # "some 92 people are missing" after the quake: a figure, and others tomorrow
    if one.value == "back at work" and not LABOUR.search(one.told.claim.anchor.text[:LONGEST]):
        return False  # "the fans went back to work on Monday": nobody had struck
    sentence = one.told.claim.anchor.text[:LONGEST]
    if misread(one):
        return False
    if one.slot == "appeal" and one.of == "begin" and not (LODGED.search(one.words) or OF_LAW.search(sentence)):
        return False  # "the singer made an appeal on the radio"
    if one.slot == "strike" and one.kind == "hold" and not LABOUR.search(sentence):
        return False  # "the festival went into its second day"
    if one.value == "banned" and lemma in FORBIDDING and one.words.endswith("ing"):
        return False  # "guidelines prohibiting treatment": what they say, and nothing that was done
    if one.slot in ("deal", "insolvency") and any(k.startswith("country:") for k in one.object.keys):
        return False  # a country is no firm
    return not (one.slot in ("sanctions", "aid") and MONEY.match(one.object.name))


def told_of_somebody(one: Transition) -> bool:
    """Whether it can be joined with what else is told: "the minister resigned" may be any minister.

    What may only come to pass ("could withdraw") is read, and is no line of the board.
    """
    if one.kind == "plan" and one.told.claim.factuality == "possible":
        return False
    return one.slot != "office" or bool(one.subject.keys | one.object.keys)


def _up_to_why(one: Transition) -> str:
    """ "Walked off the job", of "walked off the job after talks failed"."""
    behind = tail(one.told)
    return _near(one).replace(behind, OVER.split(behind)[0])


def _near(one: Transition) -> str:
    """The clause from a little before the event word on, where its own words stand."""
    claim = one.told.claim
    start = max(0, claim.trigger.start - claim.anchor.start - 60)
    return claim.anchor.text[start : start + 240]


def worth_a_line(state: State, mixed: bool = False, apart: bool = False) -> bool:
    """Whether the state is somebody's or something's in particular, and may still matter when the pile begins.

    `mixed`: told in a pile of many stories, where what a single report tells of nobody and nothing is left out.
    `apart`: told there in long reports.
    """
    sides = [s for s in (state.subject, state.object) if s.name]
    if state.slot == "accord" and not sides and state.subject.keys:
        return True  # "the Halvor Treaty", whoever is party to it
    if any(side.name.startswith("No ") for side in sides):
        return False  # "no executive has been charged"
    if state.slot in LIVING and _befalls_a_land(state, sides):
        return False
    if state.slot == "sanctions" and state.thing in ("limit", "cap") and not state.object.name:
        return False  # "there is no limit to it"
    if state.slot == "office" and _holds_none(state):
        return False
    if state.slot == "presence" and _at_home(state):
        return False
    if state.slot in BY_THE_DAY and not any(_dated(t) for t in state.transitions):
        return False  # "an uprising over money", "abandoned his programme": words of every day, told of no day
    if (mixed and not _of_a_story(state, sides)) or (apart and not of_long_reports(state)):
        return False
    if state.planned and state.slot not in PEOPLE:
        dated = any(t.deadline is not None and t.deadline.exact for t in state.transitions)
        return bool(sides) or state.slot == "vote" or (dated and state.slot in SPOKEN_OF)  # "the strike is to go on"
    return _sided(state) and not _background(state.transitions, state.since, state.slot)


def _at_home(state: State) -> bool:
    """Whether all that is told is that a land has bases, and nothing says that they are elsewhere."""
    runs = all(t.kind == "hold" and t.told.claim.lemma in RUNS for t in state.transitions)
    land = any(key.startswith("country:") for key in state.subject.keys)
    return runs and land and not state.object.keys - state.subject.keys


def _dated(one: Transition) -> bool:
    """Whether it is told with a day, its own or that of what it goes along with."""
    return one.told.claim.time is not None or (one.kind not in ("hold", "plan") and one.when.exact)


def _of_a_story(state: State, sides: Sequence[Side]) -> bool:
    """Whether a side tells of whom or what it is, or two reports tell it: "fighting", "a dialogue", "your strike"."""
    if state.slot in PARTIES and any(_abstract(s) for s in sides):
        return False  # "talks with fear", "fighting with increasing pressure"
    reports = len({t.told.claim.report for t in state.transitions})
    if state.slot == "plan":  # "the appeal will be shown on Friday"
        return reports > 1 or _names_somebody(state)
    if state.slot == "site" and not any(_named(s) or _owned(s) for s in sides):
        return False  # "the hotel" of a pile of many hotels
    return state.slot in WHOLE or reports > 1 or any(_told(s) for s in sides)


def _names_somebody(state: State) -> bool:
    """Whether a name tells who plans it, or with whom, what or where: "a storm is to hit the Ostra coast"."""
    words = (word for t in state.transitions for word in t.told.headline.split()[1:])
    return _named(state.subject) or any(w[:1].isupper() and DAY_NAME.search(w) is None for w in words)


def _told(side: Side) -> bool:
    """Whether it tells somebody or something apart: by a name, a number, an owner's name, or more than a loose noun."""
    if _owned(side) or _named(side) or COUNTED.search(side.name):
        return True
    return not _loose(side)


def _holds_none(state: State) -> bool:
    """A country holds no office, and neither do "air traffic controllers", who only took charge of something, nor "he",
    of whom nobody knows who it is."""
    keys = state.subject.keys
    if state.subject.name.casefold() in pronouns():
        return True
    only_words = bool(keys) and all(k.startswith("words:") for k in keys)
    return any(k.startswith("country:") for k in keys) or (only_words and state.thing in ("", "office"))


def _owned(side: Side) -> bool:
    """Whether its words say whose it is: "Osland's stock market"."""
    return any(word[:1].isupper() and word.endswith(("'s", "’s")) for word in side.name.split())


def _befalls_a_land(state: State, sides: Sequence[Side]) -> bool:
    """ "To hold all four lanes", "captured the west of the town"; "another Ostran is missing" is not their country."""
    country = state.slot in BEFALLS and any(k.startswith("country:") for k in state.object.keys)
    return country or any(_is_land(s) for s in sides if s is state.subject or state.slot != "office")


def _is_land(side: Side) -> bool:
    """Whether it is a place or a site, which nobody arrests or appoints."""
    if side.entity is None and place(side.name) is not None and place(side.name.split()[-1]) is not None:
        return True
    head = side.name.split(" of ")[0].split()[-1].casefold() if not _named(side) else ""
    return head in COMPASS or any(is_kind(head, k) and not is_kind(head, "vehicle") for k in LAND)


def _abstract(side: Side) -> bool:
    """Whether it is no name and no noun for people, a body or an arm of them."""
    heads = {w.casefold() for w in (side.name.split()[-1], side.name.split(" of ")[0].split()[-1])}
    if _named(side) or COUNTED.search(side.name):
        return False
    known = any(is_kind(h, k) for h in heads for k in ACTING) or any(stands_for(h) or is_generic(h) for h in heads)
    return not known and not any(stands_for(h.removesuffix("s")) for h in heads)


def _sided(state: State) -> bool:
    """Whether it is told of whom or what; a curfew, a truce or a blackout may be that of the whole situation."""
    if state.slot not in PARTICULAR | NAMED:
        return not _only_runs(state)
    sides = [s for s in (state.subject, state.object) if s.keys or s.name]
    if state.slot == "charges" and state.thing == "trial" and not sides:
        return True  # "the trial was adjourned": that of the whole situation
    if state.slot == "office" and any(k.startswith("words:post ") for k in state.subject.keys):
        return True  # "the police chief of Sund"
    if state.slot in NAMED and not any(_named(s) for s in sides):
        return False
    if state.slot in TITLED and not any(s.keys for s in sides) and " " not in state.thing:
        return False  # "the law", "the decree": told by no word of its own
    if state.slot == "trapped" and not any(_named(s) or COUNTED.search(s.name) for s in sides):
        return False  # "the child", of a quake with hundreds of them
    if state.slot == "presence" and state.subject.name and QUANTIFIED.match(state.subject.name):
        return False  # "whose ancestors were removed from the islands"
    return any(_particular(s, state.slot) for s in sides)


def _only_runs(state: State) -> bool:
    """ "Traffic resumed": all that is told is that it goes on again, of no place where it had stopped."""
    again = all(t.kind == "resume" for t in state.transitions)
    told = state.subject.keys or state.object.keys or " " in state.thing
    return state.slot == "traffic" and again and not told


def _named(side: Side) -> bool:
    """Whether a name tells it."""
    name = side.entity is not None or any(not key.startswith("words:") for key in side.keys)
    return name or any(word[:1].isupper() for word in side.name.split()[1:])


def _loose(side: Side) -> bool:
    """Whether it ends in a noun that may be anybody's or anything, or is a number of such."""
    return QUANTIFIED.match(side.name) is not None or is_generic(side.name.split()[-1])


def _particular(side: Side, slot: str) -> bool:
    """Whether it is a name, a counted body of people, or a thing told by more than a loose noun."""
    if not side.name:
        return False
    if _named(side):
        return True
    if COUNTED.search(side.name):
        return True
    if slot == "search" and re.match(r"an?\b", side.name) and not is_generic(side.name.split()[-1]):
        return True  # "the search for a missing fisherman": it is looked for in particular
    if _loose(side):
        return False
    if slot == "investigation" and len(side.name.split()) > 1:
        return True  # "aggravated data intrusion"
    return slot not in PEOPLE or side.name.casefold().startswith("the ")


def _background(told: Sequence[Transition], since: When | None, slot: str) -> bool:
    """Whether all that is told of it is a beginning long before the first report: "elected in 2001"."""
    if slot not in PASSING or since is None or since.earliest is None:
        return False
    first = since.earliest
    old = ("begin", "end")  # "the last great stoppage, in 1957, ended in defeat"
    return all(t.kind in old and t.when.latest is not None and t.when.latest < first - STALE for t in told)


def _only_some_left(state: State) -> bool:
    """ "Around 150 soldiers left Sarn", and nobody says whose: of no others is it told that they are in that town."""
    lands = any(key.startswith("country:") for t in state.transitions for key in t.object.keys)
    some = all(t.partial and t.kind == "end" and not t.subject.name for t in state.transitions)
    return state.slot == "presence" and not state.planned and some and not lands


def _over_before(state: State, found: Sequence[State]) -> bool:
    """ "Took note of its decision to end the pact", which had ended the day before: nothing of it is to come."""
    first = min((t.published.earliest for t in state.transitions if t.published.earliest is not None), default=None)
    if not state.planned or state.transitions[0].of != "end" or any(t.deadline is not None for t in state.transitions):
        return False
    told = [t for s in found if s.id == state.about and not s.planned for t in s.transitions if not t.partial]
    ends = [t.when.latest for t in told if t.kind == "end" and t.when.latest is not None]
    again = any(t.kind in ("begin", "resume") and t.when.latest is not None and t.when.latest >= max(ends) for t in told
                ) if ends else True  # fmt: skip
    return state.slot in ONCE and first is not None and not again and max(ends) < first


def worth_while(found: Iterable[State], mixed: bool = False, apart: bool = False) -> tuple[State, ...]:
    """The states that are worth a line, in their order."""
    told = tuple(found)
    kept = (s for s in told if not _only_some_left(s) and not _over_before(s, told))
    return tuple(s for s in kept if worth_a_line(s, mixed, apart))
