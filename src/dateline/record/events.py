"""Which claims of many reports tell one event.

In:   placed claims, who is who, and what a person decided.
Out:  events: sets of claims, each link with its reason. A plan and what came of it are two events; so are two days.
Room: record. Claims are compared only where they share an action and a name, a word or a day; never all with all.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from dateline.record.likeness import Likeness, Told, Weights, likeness, told, weights
from dateline.record.model import Entity, Event, PlacedClaim
from dateline.terms import When

ENOUGH: Final = 0.58  # the likeness from which two claims are linked; see `likeness`
ALMOST: Final = 0.45  # the least that most pairs of two joined sets must have
WITHIN: Final = 0.7  # two claims of one report are told apart by the report itself; only strong likeness joins them
BACKING: Final = 0.04  # added for each report of a dated set when an undated telling chooses among sets
SMALL: Final = 80  # claims of one action that are all compared with each other
NEAR: Final = 40  # candidates of one claim and feature in a larger one
LOOK: Final = 6  # members of each set that are compared before two sets are joined


@dataclass(slots=True)
class _Set:
    """Claims held to be one event so far."""

    members: list[Told]
    when: When
    why: list[tuple[str, str, str]] = field(default_factory=list)


def event_id(claim: str) -> str:
    """The id of the event whose earliest claim this is.

    >>> event_id("c43e1ac54481")
    'vc44d3d82c12'
    """
    return "v" + hashlib.sha256(claim.encode()).hexdigest()[:11]


def events(
    claims: Mapping[str, PlacedClaim],
    entities: Mapping[str, Entity],
    together: Sequence[frozenset[str]] = (),
    apart: Sequence[frozenset[str]] = (),
) -> tuple[Event, ...]:
    """The events of the record, by time. What a person decided outranks the rules.

    Claims that give days of their own are joined first, the likeliest pairs before others; then those that give none
    join the set they are most like, a set that more reports tell before one that fewer tell. Two sets join only if their dates leave a day for both, most of their pairs
    are alike, and no pair excludes the other. The result does not depend on the order of the claims.
    """
    all_told = {name: told(claims[name], entities) for name in sorted(claims)}
    weight = weights(all_told.values())
    sets = {name: _Set([t], t.placed.when) for name, t in all_told.items()}
    _decided(sets, together)
    split = {frozenset((a, b)) for group in apart for a in group for b in group if a != b}
    for tier in _tiers(_pairs(all_told, weight), all_told, sets):
        for a, b, like in tier:
            one, other = sets[a], sets[b]
            if one is not other and _may_join(one, other, like, weight, split):
                _join(sets, one, other, (a, b, like.why))
    unique = {id(s): s for s in sets.values()}
    made = [_event(s) for s in unique.values()]
    return tuple(e for _, e in sorted(made, key=lambda m: (m[0], m[1].id)))


Pair = tuple[str, str, Likeness]


def _tiers(pairs: Iterable[Pair], all_told: Mapping[str, Told], sets: Mapping[str, _Set]) -> Iterator[list[Pair]]:
    """The pairs in the order of joining: both dated, one dated, none; each tier is sorted when its turn comes."""
    held: tuple[list[Pair], list[Pair], list[Pair]] = ([], [], [])
    for pair in pairs:
        held[sum(not _dated(all_told[name]) for name in pair[:2])].append(pair)

    def order(pair: Pair) -> tuple[float, str, str]:
        backing = max(len({t.report for t in sets[name].members}) for name in pair[:2])
        return (-pair[2].score - BACKING * min(backing, 5), pair[0], pair[1])

    for tier in held:
        yield sorted(tier, key=order)


def _dated(t: Told) -> bool:
    return t.placed.when.known and t.placed.when.basis not in ("constraint", "none")


def _pairs(all_told: Mapping[str, Told], weight: Weights) -> Iterator[Pair]:
    """Pairs that are alike enough, each once."""
    seen: set[tuple[str, str]] = set()
    for a, b in _candidates(all_told.values()):
        pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if pair in seen:
            continue
        seen.add(pair)
        like = likeness(a, b, weight)
        if like is not None and like.score >= _least(a, b):
            yield pair[0], pair[1], like


def _candidates(claims: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Claims that share an action; of a frequent action only those that also share a name, a rare word, or the days."""
    buckets: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for t in claims:
        for group in sorted(t.groups):
            buckets[(group, t.standing)].append(t)
    for key in sorted(buckets):
        held = buckets[key]
        if len(held) <= SMALL:
            yield from ((a, b) for n, a in enumerate(held) for b in held[n + 1 :])
        else:
            yield from _near(held)


def _near(held: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    index: dict[str, list[Told]] = defaultdict(list)
    for t in sorted(held, key=lambda t: (t.placed.when.sort_key(), t.id)):
        for feature in sorted(t.actors | t.targets | t.words):
            index[feature].append(t)
    for feature in sorted(index):
        posting = index[feature]
        reach = NEAR if len(posting) > SMALL else len(posting)
        for n, a in enumerate(posting):
            yield from ((a, b) for b in posting[n + 1 : n + 1 + reach])


def _may_join(one: _Set, other: _Set, like: Likeness, weight: Weights, split: set[frozenset[str]]) -> bool:
    if one.when.meet(other.when) is None:
        return False
    if split and any(frozenset((a.id, b.id)) in split for a in one.members for b in other.members):
        return False
    looked = [(a, b) for a in one.members[:LOOK] for b in other.members[:LOOK]]
    alike = 0
    for a, b in looked:
        found = likeness(a, b, weight)
        if found is None and (a.report == b.report or _exclude(a, b)):
            return False
        if a.report == b.report and (found is None or found.score < _least(a, b)):
            return False
        alike += found is not None and found.score >= ALMOST
    return alike * 2 >= len(looked) and like.score >= ENOUGH


def _least(a: Told, b: Told) -> float:
    return WITHIN if a.report == b.report and not (a.once and b.once) else ENOUGH


def _exclude(a: Told, b: Told) -> bool:
    """Whether the two name different days or standings outright."""
    return a.standing != b.standing or not a.placed.when.overlaps(b.placed.when)


def _join(sets: dict[str, _Set], one: _Set, other: _Set, why: tuple[str, str, str]) -> None:
    met = one.when.meet(other.when)
    members = sorted((*one.members, *other.members), key=_order)
    joined = _Set(members, met if met is not None else one.when, [*one.why, *other.why, why])
    for t in members:
        sets[t.id] = joined


def _decided(sets: dict[str, _Set], together: Sequence[frozenset[str]]) -> None:
    for group in together:
        held = sorted(c for c in group if c in sets)
        for a, b in pairwise(held):
            if sets[a] is not sets[b]:
                _join(sets, sets[a], sets[b], (a, b, "a person holds them to be one"))


def _order(t: Told) -> tuple[tuple[str, str], str, int, str]:
    return (t.placed.published.sort_key(), t.report, t.placed.claim.anchor.start, t.id)


def _event(held: _Set) -> tuple[tuple[str, str], Event]:
    members = sorted(held.members, key=_order)
    why = tuple(sorted(held.why))
    return held.when.sort_key(), Event(event_id(members[0].id), tuple(t.id for t in members), why)
