"""Who strikes, and where: "the crane drivers", "workers at the Orla terminal", "the dockers' strike".

In:   a claim, the row of the table that speaks of it, and who acts.
Out:  the sides of a strike. Workers of any kind ("some employees") tell no strike apart; place and employer both do.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.claim.lexis import is_kind
from dateline.claim.model import Mention
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import TAIL, Found
from dateline.state.model import Side
from dateline.state.sides import NOBODY, countries_in, is_generic, small, words_side

WORKFORCE: Final = frozenset(
    {"employee", "worker", "staff", "member", "striker", "majority", "people", "thousand", "hundred", "union"}
)
CREWS: Final = frozenset({"crew", "staff", "worker", "employee", "operator", "driver"})  # with a word that tells which
ANY: Final = frozenset({"striking", "some", "hundreds", "thousands", "most", "union", "local", "unionised", "all"})
PHRASE: Final = (
    r"((?:(?:the|a|an|its|their) )?[\w'’-]+(?:(?! (?:on|at|after|in|by|to|for|and|was|is|has|have|had|were|are|over|"
    r"began|begins|started|ended|ends|went|walked|downed|put|voted|will|would|said|since|who|that|which|with)\b)"
    r" [\w'’-]+){0,4})"
)
AT: Final = re.compile(rf"\W{{0,2}}(?:at|in) {PHRASE}")
BY: Final = re.compile(rf"\W{{0,2}}by {PHRASE}")
WHOSE: Final = re.compile(r"(?:the |an? )?((?:[\w-]+ )?[\w-]+?)(?:s['’]|['’]s) ", re.I)  # "the dockers' strike"
LENGTH: Final = re.compile(r"\d|hour|day|week|month|year|night|one|two|three|four|five|time|moment")
HAPPENING: Final = re.compile(
    r"(?:the |an? |its |his |her )?"
    r"(?:departure|resignation|ruling|decision|vote|deal|agreement|offer|move|death|arrival)(?: |$)",
    re.I,
)
SITES: Final = frozenset({"facility", "organisation", "place"})


def strike_sides(owner: Side, found: Found, cast: Cast) -> tuple[Side, Side]:
    """Who strikes, and at which place or employer."""
    owner = _workers_among(cast) or _of_a_people(owner, cast) or owner
    strikes = {f"words:{noun}" for noun in families()["strike"]}
    if HAPPENING.match(owner.name) or (owner.keys and owner.keys <= strikes):  # "the strike entered its fourth day"
        owner = NOBODY  # "the departure of the head does not end the strike"
    itself = found.mention is not None and owner.name == found.mention.anchor.text  # "the strike ended"
    who = NOBODY if itself and found.noun in families()["strike"] else _apart(owner)
    who = who if who.name else _told_by_noun(found, cast)
    sites = [s for s in _sites(found, cast) if s.keys and not s.keys & who.keys]
    if not sites:
        return who, NOBODY
    keys = frozenset().union(*(s.keys for s in sites))
    return who, Side(keys, sites[0].name, sites[0].entity)


def _workers_among(cast: Cast) -> Side | None:
    """Of several who act, those who work there: "the crane operators and Norlink agreed to suspend the strike"."""
    actors = cast.at("actor")
    if len(actors) < 2:
        return None
    own = [
        (e, m) for e, m in actors if not m.named and any(is_kind(m.head.casefold(), k) for k in ("worker", "person"))
    ]
    own = own or [(e, m) for e, m in actors if m.head.casefold().removesuffix("s") in CREWS | WORKFORCE]
    return cast.side(*own[0]) if own else None


def _of_a_people(owner: Side, cast: Cast) -> Side | None:
    """ "Tunisian judges" who strike are not Tunisia."""
    if not any(k.startswith("country:") for k in owner.keys):
        return None
    for _, m in cast.at("actor"):
        head = m.head.casefold()
        several = m.head.islower() and m.anchor.text.endswith("s") and not is_generic(head) and " " in m.anchor.text
        if several and m.refers is None and countries_in(m.anchor.text):
            return words_side(m.anchor.text, m.head)
    return None


def _apart(owner: Side) -> Side:
    """The side, with keys only if its words tell which workers: "tug crews", not "more than a thousand employees"."""
    if any(not key.startswith("words:") for key in owner.keys):
        return owner
    words = [w.casefold().strip("'’") for w in owner.name.split(" of ")[0].split()]
    if not words:
        return owner
    head = words[-1].removesuffix("s")
    kinds = [w for w in words[:-1] if w not in ANY and w not in small() and not is_generic(w) and not w[:1].isdigit()]
    if kinds and head in CREWS | WORKFORCE and not any(LENGTH.search(w) for w in kinds):
        return Side(frozenset({"words:" + " ".join(sorted({*kinds, head + "s"}))}), owner.name, owner.entity)
    if head not in WORKFORCE:
        return owner
    return Side(frozenset(), owner.name, owner.entity) if head in CREWS else NOBODY  # "the great majority", "members"


def _told_by_noun(found: Found, cast: Cast) -> Side:
    """Whose strike it is by the noun's own words: "the dockers' strike", "a strike by pilots"."""
    mention = found.mention
    if mention is None:
        return NOBODY
    own = WHOSE.match(mention.anchor.text)
    if own is not None and not LENGTH.search(own.group(1)):
        return _apart(words_side(f"{own.group(1)}s", own.group(1).split()[-1]))
    by = BY.match(cast.text[mention.anchor.end : mention.anchor.end + TAIL])
    return _apart(words_side(by.group(1), by.group(1).split()[-1])) if by is not None else NOBODY


def _sites(found: Found, cast: Cast) -> Iterator[Side]:
    """Places and employers the claim tells, the ones right behind who strikes and behind the noun first."""
    near: list[Mention] = [m for _, m in cast.at("actor")]
    near += [found.mention] if found.mention is not None and found.mention not in near else []
    for mention in near:
        yield from _named_behind(mention.anchor.end, cast)
    for entity, mention in cast.at("place", "recipient", "object"):
        if mention.kind in SITES and mention is not found.mention and not is_generic(mention.head):
            yield cast.where(entity, mention)


def _named_behind(end: int, cast: Cast) -> Iterator[Side]:
    """ "At the Orla terminal" right behind the words."""
    phrase = AT.match(cast.text[end : end + TAIL])
    if phrase is None or LENGTH.search(phrase.group(1).casefold()):
        return
    a, b = end + phrase.start(1), end + phrase.end(1)
    if cast.read is None or any(t.start < b and a < t.end for t in cast.read.times):
        return
    for m in cast.read.mentions:
        if m.anchor.start == a and m.anchor.end <= b:
            yield cast.where(cast.entity_of(m), m)
            return
    yield words_side(phrase.group(1), phrase.group(1).split()[-1])
