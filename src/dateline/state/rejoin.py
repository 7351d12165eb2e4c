"""Tellings of one state under two names: "sealed the Tamur crossing", "reopened the crossing to Hashan".

In:   the groups of tellings of one kind, as their sides join them.
Out:  the same, an ending that found no beginning joined to the only beginning that it can mean.
Room: state. Two names of one thing are seen by the names around them: the sentence that tells of the one names the
      other. In a pile of many stories nothing is joined so: names meet there by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dateline.state.kinship import names_in
from dateline.state.model import Transition
from dateline.state.same import Group

CHANGING: Final = frozenset({"end", "suspend", "resume", "extend", "replace"})
OF_THINGS: Final = frozenset(
    {"border", "road", "port", "channel", "airport", "airspace", "school", "site", "evacuation", "curfew", "emergency"}
    | {"warning", "power", "traffic", "outbreak", "campaign", "search", "output", "siege", "aid", "strike"}
    | {"grounding", "mission", "vessel", "recall", "ceasefire", "licence"}
)  # kinds of state of which a small pile tells one at a time


def rejoined(found: Sequence[Group], mixed: bool) -> list[Group]:
    """The groups, in their order; those that only end what another began are joined to it."""
    if mixed:
        return list(found)
    kept = list(found)
    for late in [g for g in found if g.slot in OF_THINGS and _only_changes(g)]:
        early = [g for g in kept if g is not late and g.slot == late.slot and _begins(g) and _can_mean(late, g)]
        if len(early) == 1:
            for one in late.members:
                early[0].take(one)
            kept = [g for g in kept if g is not late]
    return kept


def named_together(a: Iterable[Transition], b: Iterable[Transition]) -> bool:
    """Whether a sentence that tells of the one names what tells the other apart."""
    first, second = list(a), list(b)
    return bool(_own(first) & _around(second)) or bool(_own(second) & _around(first))


def _only_changes(group: Group) -> bool:
    return all(t.kind in CHANGING for t in group.members) and any(not t.partial for t in group.members)


def _begins(group: Group) -> bool:
    return any(t.kind == "begin" for t in group.members) and not any(
        t.kind == "end" and not t.partial for t in group.members
    )


def _can_mean(late: Group, early: Group) -> bool:
    """Whether the later telling can be of the same thing: of another report, no sooner, alike, named together."""
    told, began = _first(late.members), _first(t for t in early.members if t.kind == "begin")
    later = told is not None and began is not None and told >= began
    alike = not late.reports & early.reports and bool(_nouns(late) & _nouns(early) or not _nouns(late))
    return later and alike and named_together(late.members, early.members)


def _first(members: Iterable[Transition]) -> date | None:
    return min((t.published.latest for t in members if t.published.latest is not None), default=None)


def _nouns(group: Group) -> set[str]:
    return {t.thing.split()[-1].removesuffix("s") for t in group.members if t.thing}


def _own(members: Iterable[Transition]) -> set[str]:
    """The names in what tells it apart."""
    return {w for t in members for side in (t.subject, t.object) for w in names_in(f"- {side.name}")}


def _around(members: Iterable[Transition]) -> set[str]:
    """The names in the sentences that tell of it."""
    return {w for t in members for w in names_in(t.told.claim.anchor.text)}
