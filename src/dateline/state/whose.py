"""Whose or which thing a state is of, where the words around it tell.

In:   a claim, and the row of the table that speaks of it.
Out:  Sides: the holder of "its accounts", the line "between Torvik and the capital", whom a search is for.
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.lexis import is_kind
from dateline.claim.model import Mention
from dateline.lexicon.places import place
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import Found, tail
from dateline.state.listed import NAME
from dateline.state.model import Side
from dateline.state.sides import NOBODY, bare_name, countries_in, land_side, name_side

OWNERS: Final = frozenset({"its", "their", "his", "her"})
DAYS: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MANY: Final = (
    "rebels?|government|unions?|army|groups?|militias?|forces|workers|part(?:y|ies)|employers|company|teachers|fighters|"
    "movement|alliance|coalition|separatists|insurgents|guerrillas|militants|opposition|authorities|regime|junta"
)  # what the other party is, behind one more word: "the Lakan rebels", "the striking workers"
BETWEEN: Final = re.compile(
    r"\bbetween ((?:the )?[\w'’-]+(?: [\w'’-]+){0,3}?) and "
    rf"((?:the )?(?:[A-Z][\w'’-]*(?: (?!{DAYS})[A-Z][\w'’-]*){{0,3}}|[\w'’-]+)(?: (?:{MANY})\b)?)"
)
SOUGHT: Final = re.compile(r"\bfor ((?:(?:the|a|an|any|more) )?[\w-]+(?: [\w-]+){0,3})")
PERCENT: Final = re.compile(r"^(?:\d[\d.]*|\w+) ?(?:per cent|percent|%)")
SHARE: Final = re.compile(r"(?:per cent|percent|%) of ([A-Z][\w'’&-]*(?: [A-Z&][\w'’&-]*){0,3})")
NUMBERED: Final = re.compile(r"\b(?:Interstate|Highway|Route|Motorway|Autobahn) \d{1,3}[A-Z]?\b")
CODED: Final = re.compile(
    r"(?:[Tt]he )?([A-Z]{1,3}-?\d{1,4})(?: (?:road|motorway|highway|expressway|freeway|trunk road|autoroute))?"
)
OWN: Final = re.compile(r"\b([Ii]ts|[Tt]heir)\b(?= )")
ARTICLE: Final = re.compile(r"^[Tt]he ")
OWNER: Final = 40  # characters of an owner's name, at most
ASKED: Final = re.compile(
    r"\b(?:whether|if|how|why|(?:claims?|allegations?|suspicions?|reports?|complaints?|accusations?) that)\b"
)
ASKED_NEAR: Final = 80  # characters behind the event word within which it is asked
ASKED_WITHIN: Final = 40  # characters behind "whether" within which the name stands
IN_PLACES: Final = frozenset({"site", "road", "recall", "channel", "port", "opening"})
CLOSED: Final = frozenset({"border", "port", "road", "channel", "airport", "site"})
WATERS: Final = frozenset({"waterway", "channel", "passage", "shipping lane", "shipping route", "route"})
WATER: Final = re.compile(r" (?:Canal|Straits?|River|Channel|Sound|Narrows)$")
DECLARED: Final = frozenset({"evacuation", "emergency", "curfew", "rule", "mourning"})
OF_LANDS: Final = frozenset({"emergency", "curfew", "mourning"})
RULING: Final = frozenset({"government", "cabinet", "junta", "authority", "authorities", "palace", "presidency"})
GATES: Final = frozenset({"port", "airport", "harbour", "harbor", "airfield", "crossing", "canal", "border"})
POSSESSED: Final = frozenset({"detention", "charges", "licence", "office", "care", "standing"})
BENCH: Final = re.compile(r"\b(?:court|judge|tribunal|magistrate|judges)$", re.I)
MEMBERS: Final = frozenset({"membership", "member", "country", "state", "federation", "association"})
PRODUCED: Final = frozenset(
    {"production", "output", "operation", "operations", "work", "drilling", "loading", "assembly"}
)
SUM: Final = re.compile(r"(?:[$€£¥]|\d[\d.,]* (?:million|billion|thousand|euros?|dollars?|pounds?|francs?))")
MEASURES: Final = frozenset(
    {"freeze", "ban", "halt", "embargo", "support", "aid", "assistance", "suspension", "sanctions"}
)
SHOWN: Final = 60  # characters of a noun that are shown with its place
LONGEST: Final = 1000  # characters of a clause that are looked at


def holder_of(found: Found, cast: Cast, other: Side) -> Side | None:
    """ "Imposed a fine on Norlink and froze its accounts": nobody freezes accounts of his own.

    "Its" is the name told last before it in the sentence, but for the one who acts; nobody where there is none.
    """
    read_report, mention = cast.read, found.mention
    if read_report is None or mention is None or mention.anchor.text.split()[0].casefold() not in OWNERS:
        return None
    begins = max((a for a, _ in read_report.sentences if a <= mention.anchor.start), default=0)
    before = [m for m in read_report.mentions if m.named and begins <= m.anchor.start < mention.anchor.start]
    for m in sorted(before, key=lambda m: (-m.anchor.start, m.anchor.end)):
        entity = cast.entity_of(m)
        side = cast.side(entity, m)
        if side.keys and not side.keys & other.keys and m.kind in ("organisation", "person", "place"):
            return side
    return NOBODY


def possessor(found: Found, cast: Cast) -> Side | None:
    """Whose the noun of the row is by the words before it: "Dana Reyes's house arrest", "his trial"."""
    read_report, mention = cast.read, found.mention
    if read_report is None:
        return None
    if mention is None:
        return _owner_before(found, cast)
    start, end = mention.anchor.start, mention.anchor.end
    for m in read_report.mentions:
        inside = m.anchor.start == start and m.anchor.end < end and (m.named or m.refers is not None)
        if inside and (m.anchor.text.casefold() in OWNERS or cast.text[m.anchor.end :][:1] in "'’s"):
            return cast.where(cast.entity_of(m), m)
    return None


def _owner_before(found: Found, cast: Cast) -> Side | None:
    """ "His trial will start in May", told by the noun alone: of whom the word before it stands for."""
    claim = cast.told.claim
    noun = claim.trigger.text.split(" ")[0].casefold() == found.noun.split(" ")[-1]
    for entity, m in cast.at("recipient", "actor") if noun else ():
        if cast.text[m.anchor.end : claim.trigger.start] in (" ", "'s ", "’s ") and m.anchor.end < claim.trigger.start:
            return cast.where(entity, m)
    return None


def line_between(thing: Side, found: Found, cast: Cast) -> Side | None:
    """ "Rail traffic between Torvik and the capital": a line is told apart by its two ends."""
    if found.rule.slot != "traffic" or not thing.name:
        return None
    told = cast.told.claim.anchor.text[:LONGEST]
    if found.mention is not None and found.noun in found.mention.head.casefold():  # "halted all trains between ..."
        thing = Side(frozenset(), found.mention.anchor.text)
    at = told.find(thing.name)
    ends = BETWEEN.match(told, at + len(thing.name) + 1) if at >= 0 else None
    if ends is None:
        return None
    words = {w.removesuffix("s") for w in thing.name.casefold().split()}
    kind = "rail" if words & set(families()["rail"]) else thing.name.split()[-1].casefold()
    places = sorted(bare_name(w).casefold() for w in ends.groups())
    return Side(frozenset({f"line:{kind} {' '.join(places)}"}), f"{thing.name} {ends.group()}")


def sought(found: Found, cast: Cast) -> Side:
    """What is searched for: "the search for the hikers"; only a name tells two searches apart."""
    held = found.mention
    text = f"{held.anchor.text} {tail(cast.told)}" if held is not None else tail(cast.told)
    told = SOUGHT.search(text)
    if told is None:
        return NOBODY
    words = told.group(1)
    for entity, mention in [(e, m) for _, e, m in cast.everyone()]:
        if mention.named and mention.anchor.text in words:
            return named(cast.where(entity, mention))
    return Side(frozenset(), words.strip())


def named(side: Side) -> Side:
    """The side if a name tells it; what only words tell keeps its words, but tells no state apart."""
    return side if any(not k.startswith("words:") for k in side.keys) else Side(frozenset(), side.name)


def owned(found: Found, owner: Side, other: Side) -> Side | None:
    """ "Its airspace", "their jets": told apart by whose they are."""
    words = found.mention.anchor.text.split() if found.mention is not None else []
    if not words or words[0].casefold() not in OWNERS or not owner.keys or owner.keys & other.keys:
        return None
    return Side(owner.keys, f"{owner.name} {' '.join(words[1:])}", owner.entity)


def barred(cast: Cast) -> list[tuple[str | None, Mention]]:
    """Whom or what a ban is on: of "barred lorries from the city" not the city."""
    held = cast.at("target")
    return [(e, m) for e, m in held if cast.words_before(m)[-1:] != ["from"]] or held


def by_court(found: Found, who: Side, cast: Cast) -> bool:
    """ "A judge lifted the travel ban", "Judge Ana Roe suspended it": whoever laid it down, it is no ban of theirs."""
    undone = found.rule.slot == "sanctions" and found.rule.effect in ("end", "suspend")
    judges = (m for e, m in cast.at("actor") if e == who.entity and m.title)
    return undone and bool(BENCH.search(who.name) or any(BENCH.search(m.title or "") for m in judges))


def ruler(found: Found, cast: Cast) -> Side:
    """ "The Philippine ban on rice imports" is laid down by the Philippines."""
    mention = found.mention
    if found.rule.slot != "sanctions" or mention is None or not found.noun:
        return NOBODY
    text = mention.anchor.text
    at = text.casefold().find(found.noun)
    behind = text[at + len(found.noun) :] if at > 0 else ""
    lands = (
        countries_in(text[:at]) if at > 0 and not {"'", "’"} & set(text[:at]) else ()
    )  # not "the Spanish club's ban"
    on = f"{behind}{cast.text[mention.anchor.end :][:4]}".startswith((" on ", "s on "))
    return land_side(lands[0]) if len(lands) == 1 and on else NOBODY


def site_told(found: Found, cast: Cast) -> Side | None:
    """The thing by the name before its noun, where the parse gave the verb no object: "closed the Torkham crossing"."""
    if found.mention is not None or not found.noun or found.rule.slot not in CLOSED:
        return numbered_road(found, cast)
    told = re.match(rf" (?:off )?(?:the |its )?({NAME}) ((?i:{re.escape(found.noun)}))\b", tail(cast.told))
    if told is None:
        return numbered_road(found, cast)
    whole = f"{told.group(1)} {told.group(2)}"  # "Karl Square" is called so, Torkham has a crossing
    return name_side(told.group(1) if told.group(2).islower() else whole, shown=whole)


def numbered_road(found: Found, cast: Cast) -> Side | None:
    """ "The closure of Interstate 12 between Amat and Verrin" is of Interstate 12, the only such road told of; "the
    N238" is the N238 road."""
    text = cast.told.claim.anchor.text[:LONGEST]
    roads = {m.group(): m.group() for m in NUMBERED.finditer(text)}
    own = [m.anchor.text for role in ("target", "actor") for _, m in cast.at(role)]
    coded = [m for words in own if (m := CODED.fullmatch(words[:LONGEST])) is not None]
    roads = roads or {m.group(1): ARTICLE.sub("the ", m.group()) for m in coded}
    one = next(iter(roads.items()), None) if len(roads) == 1 and found.rule.slot == "road" else None
    return name_side(one[0], shown=one[1]) if one is not None else None


def share_of(thing: Side, cast: Cast) -> Side:
    """ "To buy 90 per cent of Norlink": what is bought is Norlink."""
    found = SHARE.search(cast.told.claim.anchor.text[:LONGEST]) if PERCENT.search(thing.name) else None
    return name_side(found.group(1)) if found is not None else thing


def doubted(found: Found, cast: Cast) -> Side | None:
    """ "Investigating whether Norlink broke the rules", "a probe into how it priced them": of whom that is asked."""
    start = cast.told.claim.trigger.end
    asked = ASKED.search(cast.text[start : min(cast.told.claim.anchor.end, start + ASKED_NEAR)])
    if found.rule.slot != "investigation" or asked is None or cast.read is None:
        return None
    begins = start + asked.end()
    for m in cast.read.mentions:
        if (
            m.named
            and begins <= m.anchor.start < begins + ASKED_WITHIN
            and m.kind in ("organisation", "person", None, "misc")
        ):
            return cast.where(cast.entity_of(m), m)
    return None


def whose_is(found: Found, cast: Cast, other: Side) -> Side | None:
    """ "Dana Reyes's house arrest", "his trial", "Norlink's permit": whose the noun is."""
    own = found.rule.slot in POSSESSED or found.rule.value == "shortened"  # "Dana Reyes's ban"
    owner = possessor(found, cast) if own else None
    return owner if owner is not None and owner.keys and not owner.keys & other.keys else None


def of_the_land(found: Found, cast: Cast) -> Side | None:
    """ "Lithuania declared a state of alert": what a country declares and places nowhere holds for the country."""
    if found.rule.slot not in DECLARED:
        return None
    sides_ = [cast.side(e, m) for e, m in cast.at("actor") if m is not found.mention]
    return next((s for s in sides_ if any(k.startswith("country:") for k in s.keys)), None)


def only_declares(mention: Mention, found: Found) -> bool:
    """Whether somebody only lays it down: a curfew that the president declared is in no president."""
    body = is_kind(mention.head.casefold(), "assembly") or mention.head.casefold() in RULING
    return found.rule.slot in OF_LANDS and (mention.kind == "person" or (body and not mention.named))


def side_of_bloc(found: Found) -> Side:
    """ "Quit the ruling coalition": shown, though no name tells which; nothing where no such body is told."""
    told = found.rule.slot == "membership" and found.mention is not None and found.noun not in MEMBERS
    return Side(frozenset(), found.mention.anchor.text) if told and found.mention is not None else NOBODY


def with_owner(side: Side, cast: Cast) -> Side:
    """ "Its Velden plant", "production at its Velden plant" are told with whose they are: "Norlink's Velden plant"."""
    its = OWN.search(side.name)
    if its is None:
        return side
    for entity, m in cast.at("actor"):
        body = m.kind in ("organisation", "place") or (entity is not None and m.kind != "person")
        if m.named and body and len(m.anchor.text) <= OWNER:
            name = ARTICLE.sub("", cast.side(entity, m).name)
            if name and name.casefold() not in side.name.casefold():
                return Side(side.keys, f"{side.name[: its.start(1)]}{name}'s{side.name[its.end(1) :]}", side.entity)
    return side


def with_maker(thing: Side, found: Found, cast: Cast) -> Side:
    """ "The Norvane mill halted production": whose it is, where nothing else of the clause tells that."""
    if found.rule.slot != "output" or found.noun not in PRODUCED or named(thing).keys:
        return thing
    if thing.keys and thing.name.casefold().split()[-1] not in PRODUCED:
        return thing
    told = [(e, m) for e, m in cast.at("actor") if m is not found.mention and m.kind not in ("person", "place")]
    made = (cast.where(e, m) for e, m in told if m.head.casefold() not in GATES)  # they are shut and open
    return next((side for side in made if side.keys), thing)


def beside(mention: Mention, found: Found) -> bool:
    """ "Imposed a visa ban and an asset freeze", "froze $45 million in aid to Osland": a second measure, or the sum, is
    nobody whom it hits."""
    if found.rule.slot not in ("sanctions", "aid"):
        return False
    measure = not mention.named and mention.head.casefold() in MEASURES
    return measure or SUM.match(mention.anchor.text) is not None


def there(spot: Side, thing: Side, found: Found) -> tuple[Side, Side]:
    """Where, and which thing; of "its camp at Ogra" all is told by the place; who took Damascus holds a town."""
    town = place(found.mention.anchor.text) if found.mention is not None and found.rule.slot == "control" else None
    if town is not None and town.kind == "capital" and found.mention is not None:
        return NOBODY, name_side(found.mention.anchor.text)
    alone = found.rule.slot == "control" and not thing.name
    return (NOBODY, with_noun(spot, found)) if alone else (spot, thing)


def with_noun(thing: Side, found: Found) -> Side:
    """ "The restaurants in Amat": told apart by the place, and shown with what it is that is there."""
    mention = found.mention
    if (
        found.rule.slot == "control"
        and found.noun in families()["base"]
        and thing.keys
        and found.noun not in thing.name
    ):
        told = f"{found.noun} in {thing.name}"  # "its last base in Osland": no hold on Osland is lost with it
        return Side(frozenset({f"words:{told.casefold()}"}), told)
    if mention is None or not found.noun or found.rule.slot not in IN_PLACES or not thing.keys:
        return thing
    own = bare_name(mention.anchor.text)
    own = own if mention.named else own[:1].lower() + own[1:]
    if found.noun in thing.name.casefold() or (mention.named and thing.name not in own) or len(own) > SHOWN:
        return thing
    if thing.name in own:
        return replace(thing, name=own)
    one = own in WATERS and WATER.search(thing.name) is not None  # "the waterway" of the Suez Canal is that canal
    return thing if one else replace(thing, name=f"{own} in {thing.name}")
