"""What verbs and nouns are as events, read from the tables.

In:   `lexicon/verbs.tsv`, `nouns.tsv`, `nouns_kinds.tsv`.
Out:  rules by lemma, nouns that name events, kinds of nouns.
Room: claim.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from dateline.lexicon.tables import table


def word_list(text: str) -> frozenset[str]:
    """A set of words written as one text.

    >>> sorted(word_list("seek ask"))
    ['ask', 'seek']
    """
    return frozenset(text.split())


WEEKDAYS: Final = frozenset(calendar.day_name)  # as they are written
MONTHS: Final = frozenset(calendar.month_name[1:])
CALENDAR: Final = frozenset(n.casefold() for n in WEEKDAYS | MONTHS)
Worth = Literal["act", "weak", "intent", "speech", "state"]

# Verbs that say of an event only that it begins, goes on or is over: the event is told by what hangs on them.
ASPECTS: Final[dict[str, str]] = {
    "begin": "begin", "start": "begin", "commence": "begin", "initiate": "begin", "complete": "complete",
    "finish": "complete", "finalize": "complete", "finalise": "complete", "continue": "continue", "resume": "resume",
    "wrap up": "complete", "conclude": "complete", "proceed": "continue", "keep": "continue", "launch": "begin",
    "mount": "begin",
}  # fmt: skip
# Verbs that add little to the noun they govern: "held talks", "made an arrest".
LIGHT: Final = frozenset(
    "hold have make take conduct carry_out launch stage mount reach give pay issue undertake perform execute "
    "commit strike do open lodge file put_up enter_into engage_in".replace("_", " ").split(" ")
) | {"carry out", "enter into", "engage in", "carry"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of verbs.tsv: what the verb is when its frame shows all of `when`."""

    type: str | None
    when: tuple[str, ...]
    worth: Worth


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that names an event."""

    verb: str  # "withdraw" for "withdrawal"
    of: str  # what "of X" is: "object", "actor", or a preposition that brings the object: "on", "for"
    worth: Literal["act", "weak", "aspect", "asks", "light"]


@cache
def verb_rules() -> dict[str, tuple[Rule, ...]]:
    """By verb or phrase ("pull out"), rules in the order in which they are tried; the default comes last."""
    found: dict[str, list[Rule]] = {}
    for row in table("verbs"):
        rule = Rule(row["type"] or None, tuple(row["when"].split()), cast(Worth, row["worth"] or "act"))
        found.setdefault(row["verb"], []).append(rule)
    return {verb: tuple(sorted(rules, key=lambda r: not r.when)) for verb, rules in found.items()}


@cache
def event_nouns() -> dict[str, EventNoun]:
    """By lemma."""
    return {
        row["noun"]: EventNoun(row["verb"], row["of"] or "object", cast(Literal["act"], row["worth"] or "act"))
        for row in table("nouns")
    }


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Kinds of nouns by name: "force" holds "troop"."""
    return {row["kind"]: frozenset(row["words"].split()) for row in table("nouns_kinds")}


def is_kind(lemma: str, *kinds: str) -> bool:
    """Whether a noun is of one of the kinds.

    >>> is_kind("troop", "force"), is_kind("rose", "force"), is_kind("troop", "person", "force")
    (True, False, True)
    """
    of = _kinds_of().get(lemma.removeprefix("ex-"))
    return of is not None and not of.isdisjoint(kinds)


@cache
def _kinds_of() -> dict[str, frozenset[str]]:
    """By noun, singular or with an "s" at its end, the kinds it is of."""
    found: dict[str, set[str]] = {}
    for kind, words in kinds().items():
        for word in words:
            found.setdefault(word, set()).add(kind)
            found.setdefault(word + "s", set()).add(kind)
    return {word: frozenset(of) for word, of in found.items()}
