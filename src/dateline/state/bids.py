"""Who buys whom: "cleared Halden's takeover of Brisco", "Castel rejected a bid from Norbank".

In:   a claim that a row of the table takes for a deal of firms.
Out:  the sides of the deal, the buyer before the bought; of a merger the two that merge; None where its words do not
      tell both.
Room: state. Who approves, blocks or reviews a deal is no party to it; who turns a bid down or takes it is the one that
      would be bought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.model import Mention
from dateline.lexicon.places import demonym, place
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import Found
from dateline.state.model import Side
from dateline.state.sides import name_side

FIRM: Final = r"[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}"
BUYING: Final = (
    r"(?:takeover|acquisition|purchase|buyout|merger|bid|offer|proposal|approach)(?: bid| offer| deal| proposal)?"
)
BOUGHT: Final = re.compile(r"\bto be (?:bought|acquired|taken over|purchased|snapped up)(?: out)? by ")
BY: Final = re.compile(rf"\b{BUYING} (?:worth [\w$€£., ]+ )?(?:made |launched )?(?:by|from) ")
OF: Final = re.compile(rf"\b{BUYING} (?:worth [\w$€£., ]+ )?(?:of|for|with) (?!\$|€|£|\d)")
OWNED: Final = re.compile(rf"['’]s? (?:[\w$€£.,-]+ ){{0,5}}?{BUYING}\b")
OWNERS: Final = re.compile(
    r"['’]?s? (?:shareholders|owners|investors|directors|board|management|chairman|chief executive)\b"
)
MERGER_OF: Final = re.compile(
    rf"\b(?:merger|tie-up) (?:of|between) (?:[a-z-]+ ){{0,3}}({FIRM}) (?:and|with) (?:[a-z-]+ ){{0,3}}({FIRM})"
)
MERGING: Final = re.compile(rf"(?:[Tt]he )?(?:[a-z-]+ ){{0,3}}({FIRM}) and (?:[a-z-]+ ){{0,3}}({FIRM})\b")
WITH: Final = re.compile(r" with\b")  # "Halden and Brisco merged with Norbank": three
JOINING: Final = frozenset({"merge"})
# What the one that would be bought does with a bid: "Castel's board rejected a bid from Norbank".
ANSWERING: Final = word_list(
    "reject accept rebuff spurn snub dismiss receive get consider weigh recommend back endorse agree approve vote "
    "welcome confirm review study decline refuse"
)
BETWEEN: Final = 45  # characters of plain words and adjectives of lands between "by" and the name of a firm


def firms(found: Found, cast: Cast) -> tuple[Side, Side] | None:
    """Who buys whom, where the clause tells both; who merges."""
    claim = cast.told.claim
    text, verb = claim.anchor.text, claim.trigger.start - claim.anchor.start
    merging = MERGER_OF.search(text) or (
        MERGING.match(text[:verb])
        if claim.lemma in JOINING and not WITH.match(cast.text[claim.trigger.end : claim.trigger.end + 6])
        else None
    )
    if merging is not None:
        return name_side(merging.group(1)), name_side(merging.group(2))
    here = list(_firms_told(cast))
    bought = BOUGHT.search(text, verb)
    if bought is not None:
        return _pair(_behind(text, here, bought.end()), _actor(here, text, verb))
    of_takeovers = {found.noun, *found.noun.split()}.intersection(families()["takeover"])
    if not (of_takeovers or found.rule.slot == "investigation") or claim.lemma in JOINING:
        return None
    return _told_whole(text, here, verb) or (
        _answered(text, here, verb) if claim.lemma.split()[0] in ANSWERING else None
    )


def takeover_of(buyer: Side, bought: Side) -> Side:
    """What a regulator looks into: both firms, under the name of what the one does to the other."""
    return Side(buyer.keys | bought.keys, f"{buyer.name} takeover of {bought.name}")


Told = tuple[int, int, Side]  # where the name of a firm stands in the clause, and whose it is


def _told_whole(text: str, here: list[Told], verb: int) -> tuple[Side, Side] | None:
    """ "Halden's planned takeover of rival Brisco", "the takeover of Brisco by Halden"."""
    for first, last, buyer in here:
        if last > verb and OWNED.match(text, last) and (of := OF.search(text, last)) is not None:
            whose = _behind(text, here, of.end())
            return _pair(buyer, whose) if first != of.end() else None
    of = OF.search(text, verb)
    whose = _behind(text, here, of.end()) if of is not None else None
    by = re.compile(r" by ").search(text, of.end()) if of is not None else None
    return _pair(_behind(text, here, by.end()) if by is not None else None, whose)


def _answered(text: str, here: list[Told], verb: int) -> tuple[Side, Side] | None:
    """ "Castel rejected a bid from Norbank", "Shareholders of Castel approved Norbank's offer"."""
    actor = _actor(here, text, verb)
    by = BY.search(text, verb)
    if by is not None:
        return _pair(_behind(text, here, by.end()), actor)
    owner = next((side for first, last, side in here if first > verb and OWNED.match(text, last)), None)
    return _pair(owner, actor)


def _pair(buyer: Side | None, bought: Side | None) -> tuple[Side, Side] | None:
    return None if buyer is None or bought is None or buyer.keys & bought.keys else (buyer, bought)


def _actor(here: list[Told], text: str, verb: int) -> Side | None:
    """The firm that acts, or whose board or owners act: the only one named before the verb."""
    before = [(first, last, side) for first, last, side in here if last <= verb]
    owned = [side for _, last, side in before if OWNERS.match(text, last)]
    return owned[-1] if owned else before[-1][2] if len({side.name for *_, side in before}) == 1 else None


def _behind(text: str, here: list[Told], at: int) -> Side | None:
    """The firm named right behind: "British rival Harland", "Britain's Harland"; plain words may stand between."""
    for first, _, side in here:
        if at <= first <= at + BETWEEN:
            words = text[at:first].split()
            plain = (w.islower() or demonym(w.removesuffix("'s").removesuffix("’s")) or _is_land(w) for w in words)
            return side if all(plain) and not {"and", "by", "to"} & set(words) else None
    return None


def _is_land(word: str) -> bool:
    return word.endswith(("'s", "’s")) and place(word[:-2]) is not None


def _firms_told(cast: Cast) -> Iterator[Told]:
    """The firms that the clause names, by place; no land, and of "British rival Harland" the name alone."""
    claim = cast.told.claim
    if cast.read is None:
        return
    start, end = claim.anchor.start, claim.anchor.end
    for m in cast.read.mentions:
        if not (start <= m.anchor.start and m.anchor.end <= end) or not _is_firm(m):
            continue
        entity = cast.entity_of(m)
        known = cast.record.entities.get(entity) if entity else None
        name = known.name if known is not None else m.anchor.text
        yield m.anchor.start - start, m.anchor.end - start, name_side(name, entity)


def _is_firm(mention: Mention) -> bool:
    words, town = mention.anchor.text.split(), place(mention.anchor.text)
    land = town is not None and town.kind != "city"
    named = mention.named and words[0][:1].isupper() and demonym(words[0]) is None
    return named and not land and mention.kind in {"organisation", "misc", "person", None}
