"""Whose truce is meant where only its place tells: "the truce in Gaza was extended", beside one in Lebanon.

In:   the transitions of a record.
Out:  the same, a truce told by its place alone given the parties that some report tells for a truce in that place.
Room: state. In a record of one truce nothing is changed; a place of which nobody tells the parties is that of the only
      truce that has no place yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.lexicon.places import place
from dateline.lexicon.states import families
from dateline.state.model import Side, Transition

SLOT: Final = "ceasefire"
LONGEST: Final = 1000  # characters of a sentence that are looked at
STOOD: Final = frozenset({"hold", "end", "extend", "suspend"})  # what had begun before
NAME: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
NOUN: Final = "|".join(re.escape(w) for w in sorted(families()["truce"], key=len, reverse=True))
IN_PLACE: Final = re.compile(
    rf"\b(?:{NOUN})s?\b(?: (?!in\b)[a-z]+){{0,3}}? (?:in|for|across) (?:the )?(?:[a-z]+ )?({NAME})"
)
OF_PLACE: Final = re.compile(rf"\b({NAME}?)(?:['’]s)? (?:[a-z]+ )?(?:{NOUN})\b")
LED: Final = re.compile(rf"^[Ii]n (?:the )?({NAME}),? (?:the|a) (?:[\w-]+ ){{0,2}}(?:{NOUN})\b")
AFTER: Final = re.compile(
    rf"\bin (?:the )?({NAME})(?: [\w-]+){{0,2}} (?:after|when|as) (?:the|a) (?:[\w-]+ ){{0,2}}(?:{NOUN})\b"
)


def with_parties(found: Iterable[Transition]) -> list[Transition]:
    """The transitions, those of truces told by their place alone given the parties of the truce in that place."""
    told = _without_lapsed_ends(list(found))
    truces = [t for t in told if t.slot == SLOT]
    pairs = _pairs(truces)
    if len(pairs) < 2:
        return _begun(told)
    where = _places(truces, pairs)
    held = {p for names in where.values() for p in names}
    open_ = [keys for keys in pairs if not where.get(keys)]
    return _begun([_with(t, pairs, where, held, open_) if t.slot == SLOT else t for t in told])


def _without_lapsed_ends(told: list[Transition]) -> list[Transition]:
    """Without the planned end that its own sentence puts off: "the truce, due to expire on Saturday, was extended"."""
    longer = {t.told.claim.anchor for t in told if t.slot == SLOT and t.kind == "extend"}
    ends = (t.slot == SLOT and t.kind == "plan" and t.of == "end" and t.told.claim.anchor in longer for t in told)
    return [t for t, over in zip(told, ends, strict=True) if not over]


def _begun(told: list[Transition]) -> list[Transition]:
    """With the beginning of a truce that was agreed for a day, and is told later as holding, extended or over."""
    truces = [t for t in told if t.slot == SLOT]
    began = {t.subject.keys for t in truces if t.kind == "begin"}
    made = []
    for plan in (t for t in truces if t.kind == "plan" and t.of == "begin" and t.subject.keys not in began):
        day = plan.deadline.latest if plan.deadline is not None and plan.deadline.exact else None
        stood = [t for t in truces if t.subject.keys == plan.subject.keys and t.kind in STOOD]
        later = [t.published for t in stood if day and t.published.earliest and t.published.earliest >= day]
        if later and plan.deadline is not None:
            known = min(later, key=lambda w: w.sort_key())
            made.append(replace(plan, kind="begin", when=plan.deadline, deadline=None, published=known))
    return [*told, *made]


def _pairs(truces: Sequence[Transition]) -> dict[frozenset[str], Side]:
    """The parties of each truce of which two are told, with how they are shown."""
    sides = [t.subject for t in truces if len(t.subject.keys) > 1]
    return {side.keys: side for side in sorted(sides, key=lambda s: (s.name, sorted(s.keys)))}


def _places(truces: Sequence[Transition], pairs: Mapping[frozenset[str], Side]) -> dict[frozenset[str], set[str]]:
    """The places in which a truce of the parties is told to be; one that two truces have tells neither."""
    found: dict[frozenset[str], set[str]] = {}
    for one in truces:
        if one.subject.keys in pairs and (name := place_of(one)) is not None:
            found.setdefault(one.subject.keys, set()).add(name)
    every = [name for names in found.values() for name in names]
    return {keys: {n for n in names if every.count(n) == 1} for keys, names in found.items()}


def _with(
    one: Transition,
    pairs: Mapping[frozenset[str], Side],
    where: Mapping[frozenset[str], set[str]],
    held: set[str],
    open_: Sequence[frozenset[str]],
) -> Transition:
    if len(one.subject.keys) > 1:
        return one
    text = one.told.claim.anchor.text[:LONGEST]
    named = [
        k for k, side in pairs.items() if one.subject.keys <= k and all(n in text for n in side.name.split(" and "))
    ]
    if len(named) == 1:
        return replace(one, subject=pairs[named[0]])
    name = place_of(one)
    if name is None:
        return one
    fit = [k for k in pairs if name in where.get(k, ())] if name in held else list(open_)
    fit = [k for k in fit if one.subject.keys <= k]
    return replace(one, subject=pairs[fit[0]]) if len(fit) == 1 else one


def place_of(one: Transition) -> str | None:
    """The place of the truce, as told: "the truce in Gaza", "the Gaza truce"; None if none is told."""
    text = one.told.claim.anchor.text[:LONGEST]
    found = [m.group(1) for pattern in (IN_PLACE, OF_PLACE, LED, AFTER) if (m := pattern.search(text)) is not None]
    for name in found:
        known = place(name.removesuffix("'s").removesuffix("’s"))
        if known is not None:
            return known.name
    return None
