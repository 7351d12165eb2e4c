"""What a death ends: whoever dies holds no office any more, and is neither held nor missing nor in a hospital's care.

In:   a record, the transitions that were read in it.
Out:  the same, with an ending for each state of a person who was told to have died after it began.
Room: state. Only the named person that the state is of ends it; nothing is begun by a death.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.lexis import word_list
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim
from dateline.state.cast import Cast, Context
from dateline.state.found import tail
from dateline.state.implied import may_precede
from dateline.state.model import STANDS, Side, Transition
from dateline.terms.factuality import REAL

PERSONAL: Final = frozenset({"office", "detention", "missing", "care", "exile"})
DYING: Final = word_list("die perish") | {"pass away"}
KILLING: Final = word_list("kill assassinate murder execute behead hang slay")
DEAD: Final = " dead"  # right behind the verb: "shot dead", "found dead"
VALUE: Final = "died"


def with_deaths(found: Sequence[Transition], around: Context) -> tuple[Transition, ...]:
    """The transitions, and an ending for each office, detention and the like of one who has died."""
    personal = [t for t in found if t.slot in PERSONAL and t.kind in STANDS]
    if not personal:
        return tuple(found)
    out = list(found)
    for death in around.record.claims.values():
        for side in _dead(death, around):
            own = {(t.slot, t.thing): t for t in personal if _is_of(t, side) and may_precede(t.when, death.when)}
            out += [_ended(own[key], death, around) for key in sorted(own)]
    return tuple(out)


def _dead(death: PlacedClaim, around: Context) -> Iterator[Side]:
    """The named people who die in it: "Ivo Mann died", "gunmen killed Ivo Mann", "was shot dead"."""
    claim = death.claim
    if claim.factuality not in REAL:
        return
    killed = claim.lemma in KILLING or tail(death).casefold().startswith(DEAD)
    if not killed and claim.lemma not in DYING:
        return
    cast = Cast(death, around)
    for entity, mention in cast.at("object", "recipient") if killed else cast.at("actor"):
        side = cast.where(entity, mention)
        if mention.kind == "person" and any(k.startswith("name:") for k in side.keys):
            yield side


def _is_of(one: Transition, side: Side) -> bool:
    """Whether the state is of that person: who holds the office, whom the others are of."""
    own = one.subject if one.slot == "office" else one.object
    return bool({k for k in own.keys if k.startswith("name:")} & side.keys)


def _ended(one: Transition, death: PlacedClaim, around: Context) -> Transition:
    claim = death.claim
    told = replace(one, kind="end", of="end", value=VALUE, words=claim.trigger.text, partial=False, when=death.when)
    told = replace(told, deadline=None, term=None, published=death.published, report=claim.report, told=death)
    origin = origin_of(claim.report, around.record)
    return replace(told, origin=origin, event=around.event_of.get(claim.id, ""), rule="", fresh=False)
