"""Who comes or goes with forces: which claims tell of a deployment, and where it goes.

In:   a claim, the row of the table that speaks of it, and the sides found for it.
Out:  whether it moves nobody that can be told apart; whether it says how a thing stands; whether they go to a place.
Room: state.
"""

from __future__ import annotations

from dateline.claim.model import Claim
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import Found
from dateline.state.model import Kind, Side
from dateline.state.rules import slots_key


def moves_nobody(found: Found, kind: Kind, cast_: Cast, subject: Side, object_: Side) -> bool:
    """Whether a row for forces found no deployment: nobody in particular, one person, a ship, or none that is gone."""
    rule, claim, record = found.rule, cast_.told.claim, cast_.record
    leaving = found.noun in families()["withdrawal"]  # "the withdrawal is complete" means the one that is spoken of
    untold = not subject.keys and not (found.noun and object_.keys)
    if slots_key(rule.slot) == "forces" and untold and rule.at != "clause" and not leaving:
        return True  # somebody left somewhere
    if rule.slot != "presence":
        return False
    if kind == "end" and claim.tense == "present" and claim.time is None and not is_standing(claim):
        return True  # "the kingdom withdraws its troops": under way or announced, nobody says that they are gone
    body = record.entities.get(subject.entity or "")
    if body is not None and body.kind == "person" and " " in body.name:
        return True  # "we have moved our people to the camp", a spokeswoman says: she is no force herself
    return _alone_moves(found, cast_)  # a ship that sails, a person who leaves


def is_standing(claim: Claim) -> bool:
    """Whether it says how it stands, "is over": told of the day it is said."""
    return claim.lemma.startswith("be ") or claim.aspect == "complete"


def _alone_moves(found: Found, cast_: Cast) -> bool:
    """Whether the one that leaves or comes is a ship or one person, and no word for forces is told of it."""
    if found.noun in families()["forces"] or found.rule.at == "clause":
        return False
    record, vessels = cast_.record, frozenset(families()["vessel"])
    for entity, mention in cast_.at("actor"):
        known = record.entities.get(entity) if entity else None
        if entity in cast_.context.vessels or mention.head.casefold() in vessels or mention.kind == "person":
            return True
        if known is not None and known.kind == "person":
            return True
    return False


def goes_to(cast_: Cast) -> bool:
    """Whether a place is where they go ("to the camp"), not where they leave."""
    for _, _, mention in cast_.everyone():
        before = cast_.words_before(mention)
        if before and (before[-1] in ("to", "into", "toward", "towards") or before[-2:-1] == ["to"]):
            return True
    return False
