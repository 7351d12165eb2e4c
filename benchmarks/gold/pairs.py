"""Sets two readings of the same passage side by side, and says on which fields they differ.

Room: benchmarks. Two times are the same where they stand within a few characters: "2" and "April" of one date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .model import Chain, Change, Fact, Figure, Item, Link, Parts, Span

NEAR = 14  # characters between two words of one time expression ("2 April 2024" has 7 from first to last)

Pair = tuple[Item | None, Item | None]


def paired(first: Sequence[Item], second: Sequence[Item]) -> list[Pair]:
    """Items of one layer and passage by their word, in order of the text; of several on a word the likest together."""
    out: list[Pair] = []
    rest = list(second)
    for one in sorted(first, key=lambda i: (i.start, i.end)):
        same = [i for i in rest if (i.start, i.end) == (one.start, one.end)]
        if not same and isinstance(one, Figure):
            same = [i for i in rest if i.start < one.end and one.start < i.end]
        best = min(same, key=lambda i: len(differences(one, i)), default=None)
        if best is not None:
            rest.remove(best)
        out.append((one, best))
    return out + [(None, item) for item in rest]


def ends(spans: Iterable[Span]) -> frozenset[int]:
    """Where the words end: "Leary" and "O'Leary", "Street" and "Wall Street" are the same head."""
    return frozenset(end for _, end in spans)


def heads(links: Sequence[Link]) -> tuple[frozenset[int], ...]:
    """The chain without its cues."""
    return tuple(ends(link.heads) for link in links)


def same_time(one: Span | None, two: Span | None) -> bool:
    """Whether both mark the same time expression, or both none."""
    if one is None or two is None:
        return one is two
    return max(one[0], two[0]) - min(one[1], two[1]) <= NEAR


def differences(one: Item, two: Item) -> tuple[str, ...]:
    """The fields on which two answers for a word differ; cues are not compared.

    >>> differences(Change("p", 0, 4, "begin", None, "strike"), Change("p", 0, 4, "end", None, "strike"))
    ('effect',)
    """
    out: list[str] = []
    if isinstance(one, Fact) and isinstance(two, Fact):
        out += ["label"] if one.label != two.label else []
        out += ["voice"] if heads(one.voice)[-1:] != heads(two.voice)[-1:] else []
    elif isinstance(one, Chain) and isinstance(two, Chain):
        out += ["links"] if heads(one.links) != heads(two.links) else []
    elif isinstance(one, Parts) and isinstance(two, Parts):
        kinds = {role for role, _ in one.roles + two.roles}
        out += [k for k in sorted(kinds) if _of(one, k) != _of(two, k)]
        out += ["time"] if not same_time(one.time, two.time) else []
        out += ["relation"] if one.time and two.time and one.relation != two.relation else []
    elif isinstance(one, Figure) and isinstance(two, Figure):
        if (one.none is None) != (two.none is None):
            return ("none",)
        names = () if one.none else ("counted", "of", "where", "scope", "bound", "approximate", "role")
        out += [name for name in names if said(one, name) != said(two, name)]
    elif isinstance(one, Change) and isinstance(two, Change):
        out += ["effect"] if one.effect != two.effect else []
        out += ["of"] if one.effect == two.effect and one.of != two.of else []
        out += ["slot"] if one.slot != two.slot else []
    return tuple(out)


def said(figure: Figure, name: str) -> object:
    """A field of a figure, its words by where they end."""
    value = getattr(figure, name)
    if name == "counted":
        return value[1] if value else None
    return ends(value) if name in ("of", "where", "scope") else value


def _of(item: Parts, role: str) -> frozenset[int]:
    return ends(span for kind, span in item.roles if kind == role)


def kernel(item: Item) -> tuple[str, ...]:
    """The fields without which an answer says nothing: differing there, the whole item is apart."""
    if isinstance(item, Fact):
        return ("label",)
    if isinstance(item, Chain):
        return ("links",)
    if isinstance(item, Figure):
        return ("none",)
    return ("effect", "of", "slot") if isinstance(item, Change) else ()
