"""Which claims are worth comparing.

In:   the features of all claims.
Out:  pairs that are alike enough, found through what they share; the work grows with the claims, not with all pairs.
Room: record.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from dateline.record.features import Told, Weights
from dateline.record.likeness import Likeness, likeness

Pair = tuple[str, str, Likeness]

BEFORE, BEHIND = 40, 45  # characters around the word of an event that two copies share
_WORD: Final = re.compile(r"\w+")
SENTENCE: Final = 40  # characters of them at least; fewer may be of any event
REPRINTED: Final = 31  # days
SMALL: Final = 60  # claims of one action that are all compared with each other
TELLING: Final = 6  # features by which a claim of a frequent action looks for others: the rarest it has
REACH: Final = 12  # others, next in time, that it is compared with for each feature


def twins_of(claims: Iterable[Told], all_told: Mapping[str, Told]) -> tuple[list[Told], list[tuple[str, str]]]:
    """Copies of one telling: the first of each and all that nobody copies, and pairs of a copy with its first.

    A copy has the same action, people, words and days in another report. Only the first need be compared further.
    """
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    free = {t.id for t in claims}
    firsts = [t for name, t in sorted(all_told.items()) if name not in free]
    for t in sorted((all_told[name] for name in free), key=lambda t: t.id):
        when = t.when
        same = (t.placed.claim.lemma, t.standing, t.actors, t.targets, t.places, t.words, when.earliest, when.latest)
        groups[same if t.words and when.earliest else (t.id,)].append(t)
    pairs: list[tuple[str, str]] = []
    for held in groups.values():
        seen: dict[str, Told] = {}
        for t in held:
            if t.report not in seen:
                seen[t.report] = t
            else:
                firsts.append(t)  # told twice in one report: no copy
        first, *copies = seen.values()
        firsts.append(first)
        pairs.extend((first.id, copy.id) for copy in copies)
    return sorted(firsts, key=lambda t: t.id), sorted(pairs)


def copies_of(claims: Iterable[Told]) -> list[tuple[str, str]]:
    """Claims that two reports tell by one and the same words around the event's, and whose days leave room for one.

    Each is paired with the one before it; what a page prints anew after a month may be told of something else.
    """
    groups: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for t in claims:
        claim = t.placed.claim
        at = claim.trigger.start - claim.anchor.start
        around = " ".join(_WORD.findall(claim.anchor.text[max(0, at - BEFORE) : at + BEHIND].casefold()))
        if len(around) >= SENTENCE:
            groups[around, claim.lemma.split()[0], t.standing].append(t)
    pairs: list[tuple[str, str]] = []
    for held in groups.values():
        row = sorted(held, key=lambda t: t.order)
        for a, b in pairwise(row):
            days = [t.placed.published.latest for t in (a, b)]
            near = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= REPRINTED
            if a.report != b.report and near and a.when.meet(b.when) is not None:
                pairs.append((a.id, b.id))
    return sorted(pairs)


def pairs_of(claims: Sequence[Told], weight: Weights, least: Callable[[Told, Told], float]) -> Iterator[Pair]:
    """Pairs that are as alike as `least` asks, each once."""
    seen: set[tuple[str, str]] = set()
    for a, b in _shared(claims):
        pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if pair in seen:
            continue
        seen.add(pair)
        like = likeness(a, b, weight)
        if like is not None and like.score >= least(a, b):
            yield pair[0], pair[1], like


def _shared(claims: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Claims that share an action; of a frequent action those that also share a rare feature and lie near in time."""
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
    features = {t.id: t.actors | t.targets | t.places | t.words for t in held}
    counts: dict[str, int] = defaultdict(int)
    for found in features.values():
        for feature in found:
            counts[feature] += 1
    index: dict[str, list[Told]] = defaultdict(list)
    for t in sorted(held, key=lambda t: (t.when.sort_key(), t.id)):
        shared = sorted((f for f in features[t.id] if counts[f] > 1), key=lambda f: (counts[f], f))
        for feature in shared[:TELLING]:
            index[feature].append(t)
    for feature in sorted(index):
        posting = index[feature]
        for n, a in enumerate(posting):
            yield from ((a, b) for b in posting[n + 1 : n + 1 + REACH])
