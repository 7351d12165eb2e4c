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
from heapq import merge
from itertools import pairwise
from typing import Final

from dateline.record.candidates import Pair, copies_of, pairs_of, twins_of
from dateline.record.features import Told, Weights, told, weights
from dateline.record.likeness import Likeness, likeness, others_act
from dateline.record.model import Entity, Event, PlacedClaim
from dateline.record.sentences import within_sentences
from dateline.terms import When

ENOUGH: Final = 0.58  # the likeness from which two claims are linked; see `likeness`
ALMOST: Final = 0.45  # the least that most pairs of two joined sets must have
WITHIN: Final = 0.7  # two claims of one report are told apart by the report itself; only strong likeness joins them
BACKING: Final = 0.04  # added for each report of a dated set when an undated telling chooses among sets
BACKING_ONCE: Final = 0.15  # the same where the action happens once
NEAR_ONCE: Final = 0.4  # and what the nearness of the days adds there
STEPS: Final = (1.2, 1.0, 0.8, 0.0)  # the strongest pairs come first, so that the rest see which sets have grown
BARE: Final = 8  # claims without anybody in them, next in time, that one is compared with
LOOK: Final = 6  # members of each set that are compared before two sets are joined


@dataclass(slots=True)
class _Set:
    """Claims held to be one event so far."""

    members: list[Told]
    when: When
    reports: set[str]
    why: list[tuple[str, str, str]] = field(default_factory=list)
    refused: set[tuple[str, int]] = field(default_factory=set)  # names of sets it was compared with in vain

    @property
    def name(self) -> tuple[str, int]:
        """A name that no other set ever has: its first claim is in one set at a time, and sets only grow."""
        return self.members[0].id, len(self.members)


@dataclass(slots=True)
class _Known:
    """What the joining of sets asks again and again."""

    weight: Weights
    split: set[frozenset[str]]  # pairs of claims that a person holds apart
    found: dict[tuple[str, str], Likeness | None] = field(default_factory=dict)

    def likeness(self, a: Told, b: Told) -> Likeness | None:
        """The likeness of two claims, worked out once."""
        pair = (a.id, b.id)
        if pair not in self.found:
            self.found[pair] = likeness(a, b, self.weight)
        return self.found[pair]


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
    join the set they are most like, one that more reports tell before one that fewer tell. Two sets join only if their
    dates leave a day for both, most of their pairs are alike, and no pair excludes the other. The result does not
    depend on the order of the claims.
    """
    all_told = {name: told(claims[name], entities) for name in sorted(claims)}
    weight = weights(all_told.values())
    sets = {name: _Set([t], t.when, {t.report}) for name, t in all_told.items()}
    _decided(sets, together)
    split = {frozenset((a, b)) for group in apart for a in group for b in group if a != b}
    firsts, twins = twins_of([t for t in all_told.values() if not any(t.id in pair for pair in split)], all_told)
    for a, b in twins:
        if sets[a] is not sets[b]:
            _join(sets, sets[a], sets[b], (a, b, "the same telling, word for word"))
    for a, b in copies_of(all_told.values()):
        if (
            sets[a] is not sets[b]
            and sets[a].when.meet(sets[b].when) is not None
            and not _split(sets[a], sets[b], split)
        ):
            _join(sets, sets[a], sets[b], (a, b, "the same words in two reports"))
    known = _Known(weight, split)
    for tier in _tiers(pairs_of(firsts, weight, least), all_told, sets):
        for a, b, like in tier:
            one, other = sets[a], sets[b]
            if one is not other and _may_join(one, other, like, known):
                _join(sets, one, other, (a, b, like.why))
    stories: dict[str, list[str]] = defaultdict(list)  # report -> its claims
    for t in all_told.values():
        stories[t.report].append(t.id)
    for x, y in _bare(all_told):
        one, other = sets[x.id], sets[y.id]
        if one is not other and _one_story(x, y, sets, stories) and not _split(one, other, split):
            _join(sets, one, other, (x.id, y.id, "named by its noun alone in two reports that tell one event"))
    for a, b, why in within_sentences(all_told):
        one, other = sets[a], sets[b]
        if one is not other and not _split(one, other, split):
            _join(sets, one, other, (a, b, why))
    unique = {id(s): s for s in sets.values()}
    made = [_event(s) for s in unique.values()]
    return tuple(e for _, e in sorted(made, key=lambda m: (m[0], m[1].id)))


def _bare(told: Mapping[str, Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of claims without anybody in them, of one verb and stage, near in time: "the withdrawal has begun"."""
    held: dict[tuple[str, str | None, str], list[Told]] = defaultdict(list)
    for t in told.values():
        if not (t.actors or t.targets or t.places):
            held[(t.placed.claim.lemma, t.placed.claim.aspect, t.standing)].append(t)
    for key in sorted(held, key=str):
        row = sorted(held[key], key=_order)
        for n, a in enumerate(row):
            yield from ((a, b) for b in row[n + 1 : n + 1 + BARE] if a.report != b.report)


def _one_story(a: Told, b: Told, sets: Mapping[str, _Set], stories: Mapping[str, list[str]]) -> bool:
    """Whether the reports of both tell some other event together, and the days leave room for one."""
    if a.when.meet(b.when) is None or sets[a.id].when.meet(sets[b.id].when) is None:
        return False
    theirs = {sets[c].name for c in stories[b.report] if c != b.id}
    return any(sets[c].name in theirs for c in stories[a.report] if c != a.id)


def _tiers(pairs: Iterable[Pair], all_told: Mapping[str, Told], sets: Mapping[str, _Set]) -> Iterator[list[Pair]]:
    """The pairs in the order of joining: both dated, one dated, none; in each tier the strongest first, by steps.

    How strong a pair is depends on the sets that have grown by the time its step comes.
    """
    held: tuple[list[Pair], list[Pair], list[Pair]] = ([], [], [])
    for pair in pairs:
        held[sum(not _dated(all_told[name]) for name in pair[:2])].append(pair)

    def strength(pair: Pair) -> float:
        a, b, _ = pair
        backing = min(5, max(len(sets[a].reports), len(sets[b].reports))) - 1
        if all_told[a].once and all_told[b].once:  # then one of two told days is a mistake
            return pair[2].score + BACKING_ONCE * backing + NEAR_ONCE * pair[2].near
        return pair[2].score + BACKING * backing

    for tier in held:
        waiting = tier
        for step in STEPS:
            power = [(strength(p), p) for p in waiting]
            waiting = [p for how, p in power if how < step]
            yield [p for _, p in sorted((r for r in power if r[0] >= step), key=lambda r: (-r[0], r[1][:2]))]


def _dated(t: Told) -> bool:
    return t.when.known and t.when.basis not in ("constraint", "none")


def _may_join(one: _Set, other: _Set, like: Likeness, known: _Known) -> bool:
    """Whether two sets are one event; sets that were compared in vain are not compared again while they stand."""
    if like.score < ENOUGH or other.name in one.refused:
        return False
    if one.when.meet(other.when) is None or _split(one, other, known.split) or not _mostly_alike(one, other, known):
        one.refused.add(other.name)
        other.refused.add(one.name)
        return False
    return True


def _mostly_alike(one: _Set, other: _Set, known: _Known) -> bool:
    looked = [(a, b) for a in one.members[:LOOK] for b in other.members[:LOOK]]
    alike = 0
    for n, (a, b) in enumerate(looked):
        found = known.likeness(a, b)
        if found is None and (a.report == b.report or _exclude(a, b) or others_act(a, b)):
            return False
        if a.report == b.report and (found is None or found.score < least(a, b)):
            return False
        alike += found is not None and found.score >= ALMOST
        if (alike + len(looked) - n - 1) * 2 < len(looked):
            return False  # the rest cannot make it most
    return True


def _split(one: _Set, other: _Set, split: set[frozenset[str]]) -> bool:
    """Whether a person holds a claim of one set and a claim of the other to be two events."""
    return bool(split) and any(frozenset((a.id, b.id)) in split for a in one.members for b in other.members)


def least(a: Told, b: Told) -> float:
    """The likeness two claims need; more where one report tells them apart."""
    return WITHIN if a.report == b.report and not (a.once and b.once) else ENOUGH


def _exclude(a: Told, b: Told) -> bool:
    """Whether the two name different days or standings outright."""
    return a.standing != b.standing or not a.when.overlaps(b.when)


def _join(sets: dict[str, _Set], one: _Set, other: _Set, why: tuple[str, str, str]) -> None:
    met = one.when.meet(other.when)
    members = list(merge(one.members, other.members, key=_order))
    when = met if met is not None else one.when
    joined = _Set(members, when, one.reports | other.reports, [*one.why, *other.why, why])
    for t in members:
        sets[t.id] = joined


def _decided(sets: dict[str, _Set], together: Sequence[frozenset[str]]) -> None:
    for group in together:
        held = sorted(c for c in group if c in sets)
        for a, b in pairwise(held):
            if sets[a] is not sets[b]:
                _join(sets, sets[a], sets[b], (a, b, "a person holds them to be one"))


def _order(t: Told) -> tuple[tuple[str, str], str, int, str]:
    return t.order


def _event(held: _Set) -> tuple[tuple[str, str], Event]:
    members = sorted(held.members, key=_order)
    why = tuple(sorted(held.why))
    return held.when.sort_key(), Event(event_id(members[0].id), tuple(t.id for t in members), why)
