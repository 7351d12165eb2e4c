"""What an accord, talks or a duty are about ("fishing", "wheat"): of two about different things one is not the other.

In:   transitions.
Out:  the topics of lexicon/states_topics.tsv that the words before the noun, or "on" behind it, tell.
Room: state. Words that no row knows tell nothing apart: "the Paris accord" may be any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from dateline.lexicon.tables import table
from dateline.state.kinship import names_in
from dateline.state.model import Transition

ON: Final = (
    r"(?: (?:with|between|signed with) (?:[\w'’-]+ ){1,5}?)? ?(?:on|covering|governing|regulating) ((?:[a-z-]+ ?){1,5})"
)
DUTY: Final = re.compile(r"\b(?:tariff|dut(?:y|ies)|levy|levies|tax)", re.I)
OPEN: Final = re.compile(r"\b(?:sanction|penalt|restriction|measure|curb|requirement)", re.I)
CENTRAL_BANK: Final = frozenset({"words:bank central"})  # "the central bank": of whichever land is told of
LONGEST: Final = 1000  # characters of a clause that are looked at


def topics(one: Transition) -> frozenset[str]:
    """What the accord, the talks or the ban of the transition are about, as far as its words tell."""
    if one.slot not in _slots():
        return frozenset()
    return _topics(one.slot, f"{one.object.name} {one.called} {one.thing}", one.told.claim.anchor.text[:LONGEST])


def about_another(one: Transition, told: frozenset[str]) -> bool:
    """Whether the transition is about another matter than what is told of the state by now."""
    own = topics(one) if told else frozenset()
    return bool(own) and own.isdisjoint(told)


def of_another_kind(one: Transition, members: Iterable[Transition]) -> bool:
    """Whether it tells of a duty and the others of a ban, or the other way round: both countries suspended their
    tariffs, and the ban on exports stays."""
    own = _is_duty(one)
    theirs = {_is_duty(t) for t in members}
    return own is not None and theirs == {not own}


def _is_duty(one: Transition) -> bool | None:
    """Whether the noun is one for a duty; None where it may be one or not: "the sanctions", "the measures"."""
    if one.slot != "sanctions" or not one.thing or OPEN.search(one.thing):
        return None
    return DUTY.search(one.thing) is not None


def topics_of(members: Iterable[Transition]) -> frozenset[str]:
    """What the transitions are about, taken together."""
    return frozenset(t for one in members for t in topics(one))


def named_in(one: Transition, members: Iterable[Transition]) -> bool:
    """Whether its clause and one of theirs hold a name in common: "in Sennet"."""
    here = names_in(one.told.claim.anchor.text)
    return any(here & names_in(t.told.claim.anchor.text) for t in members)


def goods_known(word: str) -> bool:
    """Whether the word is one for goods that a duty may be on.

    >>> goods_known("corn"), goods_known("vowed")
    (True, False)
    """
    return word.casefold() in _words("sanctions")


@lru_cache(maxsize=4096)
def _topics(slot: str, called: str, clause: str) -> frozenset[str]:
    known = _words(slot)
    words = called.casefold().split()
    found = frozenset(known[w] for w in words if w in known)
    noun = words[-1] if words else ""
    if found or not noun:
        return found
    around = re.findall(rf"((?:[\w-]+ ){{0,2}})\b{re.escape(noun)}s?\b(?:{ON})?", clause, re.I)
    return frozenset(known[w] for told in around[:1] for w in " ".join(told).casefold().split() if w in known)


@cache
def _slots() -> frozenset[str]:
    return frozenset(row["slot"] for row in table("states_topics"))


@cache
def _words(slot: str) -> dict[str, str]:
    rows = (row for row in table("states_topics") if row["slot"] == slot)
    return {word: row["topic"] for row in rows for word in row["words"].split("|")}
