"""How far two readings agree, layer by layer.

Cohen's kappa for single labels (factuality, state changes); F1 for what is found or composed
(chains, roles, figures), which is the same whichever reading is taken as the key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .model import Chain, Change, Fact, Figure, Item, Parts
from .pairs import Pair, ends, heads, said, same_time


@dataclass(frozen=True, slots=True)
class Agreement:
    """The measures of one layer; shares in 0..1."""

    items: int  # words read by both
    main: float  # the measure by which the layer is judged
    name: str  # "kappa" or "F1"
    more: tuple[tuple[str, float], ...] = ()


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (1960): agreement beyond what the two readers' label frequencies give by chance.

    >>> round(kappa([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15), 2)
    0.4
    """
    n = len(pairs)
    if not n:
        return 0.0
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / n**2
    seen = sum(a == b for a, b in pairs) / n
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def f1(hits: float, left: int, right: int) -> float:
    """Twice the hits over all that either reader named; 1 where neither named any."""
    return 2 * hits / (left + right) if left + right else 1.0


def share(values: Iterable[bool]) -> float:
    """How many hold; 1 of none."""
    held = list(values)
    return sum(held) / len(held) if held else 1.0


def agreement(letter: str, pairs: Sequence[Pair]) -> Agreement:
    """The figures of a layer over all words that both readings saw (for figures, also over those that one left out)."""
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    return {"F": _facts, "C": _chains, "R": _parts, "S": _changes}[letter](both) if letter != "N" else _figures(pairs)


def _facts(both: Sequence[tuple[Item, Item]]) -> Agreement:
    facts = [(a, b) for a, b in both if isinstance(a, Fact) and isinstance(b, Fact)]
    voices = share(heads(a.voice)[-1:] == heads(b.voice)[-1:] for a, b in facts)
    same = share(a.label == b.label for a, b in facts)
    return Agreement(
        len(facts),
        kappa([(a.label, b.label) for a, b in facts]),
        "kappa",
        (("same label", same), ("same voice", voices)),
    )


def _chains(both: Sequence[tuple[Item, Item]]) -> Agreement:
    chains = [(heads(a.links), heads(b.links)) for a, b in both if isinstance(a, Chain) and isinstance(b, Chain)]
    hits = sum(sum((Counter(a) & Counter(b)).values()) for a, b in chains)
    links = f1(hits, sum(len(a) for a, _ in chains), sum(len(b) for _, b in chains))
    return Agreement(len(chains), links, "F1", (("same chain", share(a == b for a, b in chains)),))


def _parts(both: Sequence[tuple[Item, Item]]) -> Agreement:
    parts = [(a, b) for a, b in both if isinstance(a, Parts) and isinstance(b, Parts)]
    roles = sum(len({(r, s[1]) for r, s in a.roles} & {(r, s[1]) for r, s in b.roles}) for a, b in parts)
    times = sum(a.time is not None and b.time is not None and same_time(a.time, b.time) for a, b in parts)
    left = sum(len(a.roles) + (a.time is not None) for a, _ in parts)
    right = sum(len(b.roles) + (b.time is not None) for _, b in parts)
    place = share(_place(a) == _place(b) for a, b in parts)
    time = share(same_time(a.time, b.time) for a, b in parts)
    return Agreement(len(parts), f1(roles + times, left, right), "F1", (("same place", place), ("same time", time)))


def _place(item: Parts) -> frozenset[int]:
    return ends(span for role, span in item.roles if role == "place")


def facets(item: Figure) -> set[tuple[str, object]]:
    """All that is said of an amount: that it is one, and each field that is filled."""
    if item.none is not None:
        return set()
    spoken = {(name, end) for name in ("of", "where", "scope") for end in ends(getattr(item, name))}
    single = {
        "counted": said(item, "counted"),
        "bound": item.bound,
        "role": item.role,
        "approximate": item.approximate or None,
    }
    return {("amount", True), *spoken, *((name, value) for name, value in single.items() if value is not None)}


def _figures(pairs: Sequence[Pair]) -> Agreement:
    rows = [(a if isinstance(a, Figure) else None, b if isinstance(b, Figure) else None) for a, b in pairs]
    sets = [(facets(a) if a else set(), facets(b) if b else set()) for a, b in rows]
    all_said = f1(sum(len(a & b) for a, b in sets), sum(len(a) for a, _ in sets), sum(len(b) for _, b in sets))
    found = f1(sum(bool(a and b) for a, b in sets), sum(bool(a) for a, _ in sets), sum(bool(b) for _, b in sets))
    amounts = [(a, b) for a, b in rows if a and b and a.none is None and b.none is None]
    more = [
        (name, share(said(a, name) == said(b, name) for a, b in amounts))
        for name in ("counted", "scope", "bound", "role")
    ]
    return Agreement(len(pairs), all_said, "F1", (("amount or none, F1", found), *more))


def _changes(both: Sequence[tuple[Item, Item]]) -> Agreement:
    changes = [(a, b) for a, b in both if isinstance(a, Change) and isinstance(b, Change)]
    slot = share(a.slot == b.slot for a, b in changes)
    whole = share((a.effect, a.of, a.slot) == (b.effect, b.of, b.slot) for a, b in changes)
    return Agreement(
        len(changes),
        kappa([(a.effect, b.effect) for a, b in changes]),
        "kappa",
        (("same slot", slot), ("all same", whole)),
    )
