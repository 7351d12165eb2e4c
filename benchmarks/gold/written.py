"""Writes an item back in the readers' form, for the editor's eyes.

Room: benchmarks. `form.read` reads the line back into the same item.
"""

from __future__ import annotations

from collections.abc import Sequence

from .model import Chain, Change, Fact, Figure, Item, Link, Parts, Span
from .words import name


def line_of(item: Item, text: str) -> str:
    """One line of the form."""
    word = name(text, (item.start, item.end))
    if isinstance(item, Fact):
        pieces = [f"F {word}", item.label]
        pieces += [f"cue={_all(text, item.cues)}"] if item.cues else []
        pieces += [f"voice={_links(text, item.voice)}"] if item.voice else []
    elif isinstance(item, Chain):
        pieces = [f"C {word}", _links(text, item.links) or "-"]
    elif isinstance(item, Parts):
        kinds = sorted({role for role, _ in item.roles})
        pieces = [f"{kind}={_all(text, [s for role, s in item.roles if role == kind])}" for kind in kinds]
        pieces += [f"time={name(text, item.time)}"] if item.time else []
        pieces += [f"rel={item.relation}"] if item.time and item.relation != "at" else []
        pieces = [f"R {word}", *(pieces or ["-"])]
    elif isinstance(item, Figure) and item.none:
        pieces = [f"X {word}", item.none]
    elif isinstance(item, Figure):
        pieces = [f"N {word}", f"counted={name(text, item.counted) if item.counted else '?'}"]
        pieces += [f"{key}={_all(text, getattr(item, key))}" for key in ("of", "where", "scope") if getattr(item, key)]
        pieces += [f"bound={item.bound}"] if item.bound else []
        pieces += ["approx"] if item.approximate else []
        pieces += [f"role={item.role}"]
    else:
        assert isinstance(item, Change)
        pieces = [f"S {word}", f"{item.effect} {item.of or ''}".strip(), item.slot or "-"]
    return " | ".join(pieces)


def _all(text: str, spans: Sequence[Span]) -> str:
    return " & ".join(name(text, span) for span in spans)


def _links(text: str, links: Sequence[Link]) -> str:
    shown = []
    for link in links:
        cue = "/" + _all(text, link.cues) if link.cues else ""
        shown.append((_all(text, link.heads) or "?") + cue)
    return " > ".join(shown)
