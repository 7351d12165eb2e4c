"""Between whom an accord, talks or a truce stands: all who are party to it, in no order.

In:   a claim, and the row of the table that speaks of it.
Out:  one Side with the keys of all parties.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.claim.model import Mention
from dateline.lexicon.places import place
from dateline.state.cast import Cast
from dateline.state.found import PARTED, Found, object_phrase, tail
from dateline.state.model import Side
from dateline.state.sides import acts_for_itself, bare_name, countries_in, land_side, pronouns, words_side
from dateline.state.whose import BETWEEN

HOSTING: Final = re.compile(r" to (?:host|mediate|organi[sz]e|broker|hold|chair)\b")
MEDIATING: Final = frozenset({"broker", "mediate", "help broker"})
VENUE: Final = re.compile(
    r"(?:[Tt]he )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})(?: [a-z]+)? "
    r"(?:talks|negotiations|dialogue|accords?|agreements?|deal|pact|protocol|memorandum)"
)
HELD_IN: Final = frozenset({"talks", "accord"})  # what is called after where it was talked over
ASSENT: Final = frozenset(
    {"ratify", "approve", "adopt", "endorse", "pass", "back", "reject", "vote", "clear", "accept"}
)
ASSEMBLIES: Final = frozenset(
    {"parliament", "assembly", "senate", "congress", "legislature", "chamber", "duma", "knesset", "majlis", "bundestag"}
    | {"diet", "sejm", "cabinet", "lawmaker", "deputy", "deputie", "senator", "mp", "legislator"}
)
COURTS: Final = frozenset({"court", "tribunal", "judge", "justice"})
OWNER: Final = re.compile(r"((?:[A-Z][\w-]+ )*[A-Z][\w-]+)['’]s? $")
LONGEST: Final = 1000  # characters of a clause that are looked at
SHOWN: Final = 60  # characters of a party that only words tell that go into a title


def parties(found: Found, cast: Cast) -> Side:
    """All who are party to it, in no order; where it was talked over is no party."""
    keys: dict[str, str] = {}
    not_acting: set[str] = set()  # countries that somebody is only called after
    for role, entity, mention in cast.everyone():
        if role == "actor" and found.rule.slot == "talks" and HOSTING.match(tail(cast.told)):
            continue  # "offered to host talks": a host is no party
        if role == "actor" and (found.noun == "mediation" or cast.told.claim.lemma in MEDIATING):
            not_acting.update(countries_in(mention.anchor.text))
            continue  # nor is who mediates: "a truce brokered by the African Union"
        if role == "place" and found.rule.slot != "relations":  # "recalled its envoy from Osland"
            continue
        if role == "actor" and found.rule.slot == "accord" and _consents(mention, cast.told.claim.lemma):
            keys.update((f"country:{c}", land_side(c).name) for c in _lands_of(mention, cast))
            continue  # a parliament that ratifies it is no party: its country is; nor is a court that rules on it
        known = cast.record.entities.get(entity) if entity else None
        if (mention.kind == "person" and known is None) or (known is not None and known.kind == "person"):
            continue
        lands = countries_in(mention.anchor.text)
        if mention is found.mention and found.rule.slot in HELD_IN:  # "walked out of the Oslo talks"
            lands = countries_in(VENUE.sub(_without_venue, mention.anchor.text))
        lands = lands or (_of_city(mention.anchor.text) if found.rule.slot == "relations" else ())
        if lands and acts_for_itself(mention.anchor.text):
            not_acting.update(lands)
            side = words_side(bare_name(mention.anchor.text), mention.head)
            keys.update(dict.fromkeys(side.keys, side.name))
            continue
        for code in lands:
            keys.setdefault(f"country:{code}", land_side(code).name)
        if not lands and mention is not found.mention:
            side = cast.side(entity, mention)
            if side.keys and (mention.named or side.entity):
                keys.update(dict.fromkeys(side.keys, side.name))
    keys |= _more_bodies(cast) if len(keys) < 2 else {}
    places = {c for _, m in cast.at("place") for c in countries_in(m.anchor.text)}
    texts = [cast.told.claim.title, object_phrase(cast.told)]
    texts = [VENUE.sub(_without_venue, t) for t in texts] if found.rule.slot in HELD_IN else texts
    for code in (c for text in texts for c in countries_in(text)):
        if code not in places | not_acting and len(keys) < 2:
            keys.setdefault(f"country:{code}", land_side(code).name)
    told = sorted(set(keys.values()))
    pair = BETWEEN.search(cast.told.claim.anchor.text[:LONGEST])
    if len(told) < 2 and pair is not None:
        keys |= _named_in(pair.groups(), cast) if found.rule.slot == "ceasefire" else {}
        return Side(frozenset(keys), " and ".join(sorted(bare_name(w) for w in pair.groups())))
    return Side(frozenset(keys), " and ".join(told if len(told) > 1 else [*told, *_unnamed(found, cast, set(told))]))


def _named_in(words: Iterable[str], cast: Cast) -> dict[str, str]:
    """The keys of those named in "a truce between Israel and Hezbollah", whom the clause gives no part."""
    claim = cast.told.claim
    here = [m for m in cast.read.mentions if m.anchor.start >= claim.anchor.start] if cast.read is not None else []
    named = [m for m in here if m.named and m.anchor.end <= claim.anchor.end]
    sides_ = (cast.side(cast.entity_of(m), m) for w in words for m in named if m.anchor.text == bare_name(w))
    return {key: side.name for side in sides_ for key in side.keys}


def _consents(mention: Mention, lemma: str) -> bool:
    """Whether it is a parliament that gives its assent: "the Senate ratified the treaty with Chile"."""
    words = {w.casefold().removesuffix("s") for w in mention.anchor.text.split()}
    if not COURTS.isdisjoint(words):
        return True  # "a court struck the treaty down"
    return lemma in ASSENT and not ASSEMBLIES.isdisjoint(words)


def _lands_of(mention: Mention, cast: Cast) -> tuple[str, ...]:
    """The countries of a parliament: "Senegal's National Assembly", "the Chilean Senate"."""
    owner = OWNER.search(cast.text[max(0, mention.anchor.start - SHOWN) : mention.anchor.start])
    return countries_in(f"{owner.group(1) if owner is not None else ''} {mention.anchor.text}")


def _without_venue(told: re.Match[str]) -> str:
    """ "The Oslo talks" are called after the city in which they are held, "the Kenya talks" are Kenya's."""
    found = place(told.group(1))
    return "talks" if found is not None and found.kind in ("city", "capital") else told.group()


def _of_city(name: str) -> tuple[str, ...]:
    """The country of a city: an ambassador who went back to La Paz went back to Bolivia."""
    found = place(name) or place(f"La {name}")
    return (found.country,) if found is not None and found.country and found.kind == "city" else ()


def _unnamed(found: Found, cast: Cast, names: set[str]) -> list[str]:
    """Parties that only words tell ("the owner of the ship"), for a reader; they tell no two accords apart."""
    told: list[str] = []
    seated = cast.told.claim.lemma.startswith("be ")  # "the rebels are in talks with the army": both, and themselves
    for _, mention in (*cast.at("actor"), *(cast.at("recipient") if seated else ())):
        text = mention.anchor.text
        itself = mention is found.mention or mention.head.casefold().removesuffix("s") == found.noun.removesuffix("s")
        if (itself and not seated) or mention.head.casefold() in pronouns() or len(text) > SHOWN:
            continue
        if names and mention.kind == "person" and not seated:
            continue  # an envoy speaks for the side that is named
        if not any(n.casefold() in text.casefold() for n in names) and not any(c.isdigit() for c in text):
            told.append(bare_name(text))
    return sorted(dict.fromkeys(told))


def _more_bodies(cast: Cast) -> dict[str, str]:
    """Bodies named right behind the verb: "an agreement between the union and Northquay"."""
    told = cast.told
    read_report = cast.read
    end = told.claim.trigger.end + len(object_phrase(told, PARTED))
    spots = [m for m in read_report.mentions if told.claim.trigger.end <= m.anchor.start < end] if read_report else []
    held = [m for m in spots if m.named and m.kind == "organisation"]
    sides_ = [cast.side(cast.entity_of(m), m) for m in held]
    return {key: side.name for side in sides_ for key in side.keys}
