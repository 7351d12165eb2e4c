"""What a noun stands for: an office, a person, a body, a paper, an agreement.

In:   a lemma.
Out:  its row of `lexicon/offices.tsv`; publishers by name or by the look of their name.
Room: claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from dateline.claim.model import MentionKind
from dateline.lexicon.tables import table


@dataclass(frozen=True, slots=True)
class Stands:
    """What a noun stands for."""

    sort: str  # office person group body document agreement facility outlet
    kind: MentionKind
    gender: str  # "m", "f" or "" where the noun does not say


_OUTLET_WORDS: Final = (
    "times post journal news herald tribune gazette chronicle guardian observer telegraph telegram dispatch courier "
    "globe mail sun mirror star examiner inquirer enquirer bulletin broadcasting radio tv television press wire "
    "newswire daily weekly monde figaro spiegel zeitung quotidien standard register sentinel ledger"
)
OUTLET_WORDS: Final = frozenset(_OUTLET_WORDS.split())
CALL_SIGN: Final = re.compile(r"[WK][A-Z]{2,3}(-TV|-AM|-FM)?\Z")  # American stations: "WJZ", "KTLA-TV"
PEOPLE: Final = frozenset({"office", "person"})


@cache
def nouns() -> dict[str, Stands]:
    """The whole table by lemma."""
    return {row["noun"]: Stands(row["sort"], cast(MentionKind, row["kind"]), row["gender"]) for row in table("offices")}


@cache
def outlets() -> dict[str, str]:
    """Known outlets: lower-case name, without "the", to the name in full."""
    return {row["name"].lower().removeprefix("the "): row["full"] or row["name"] for row in table("cues_outlets")}


@cache
def outlet_openings() -> frozenset[str]:
    """The first words of their names."""
    return frozenset(name.partition(" ")[0] for name in outlets())


@cache
def given_names() -> dict[str, str]:
    """Common given names and the pronoun that goes with them: "m" or "f"."""
    return {row["name"].lower(): row["gender"] for row in table("offices_given")}


def stands_for(lemma: str) -> Stands | None:
    """What the noun stands for, or None for a noun of another sort.

    >>> stands_for("junta").kind
    'organisation'
    >>> stands_for("weather") is None, stands_for("ministrie").kind
    (True, 'organisation')
    """
    low = lemma.lower().removeprefix("ex-")
    return nouns().get(low) or (nouns().get(low[:-2] + "y") if low.endswith("ie") else None)  # "ministries", cut short


def heads_an_entry(lemma: str) -> bool:
    """Whether a noun, alone or with words before it, may stand for something: "minister" of "prime minister".

    >>> heads_an_entry("minister"), heads_an_entry("ministrie"), heads_an_entry("weather")
    (True, True, False)
    """
    low = lemma.lower().removeprefix("ex-")
    return low in _last_words() or (low.endswith("ie") and low[:-2] + "y" in _last_words())


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.rpartition(" ")[2] for noun in nouns())


def is_outlet(name: str) -> bool:
    """Whether the words name a newspaper, a broadcaster or an agency.

    >>> is_outlet("Reuters"), is_outlet("the Harbour Gazette"), is_outlet("the harbour")
    (True, True, False)
    """
    plain = name.strip().lower().removeprefix("the ")
    if plain in outlets() or CALL_SIGN.match(name):
        return True
    words = name.strip().split()
    if len(words) == 2 and words[0] in {"Radio", "Channel"}:
        return True
    return len(words) >= 2 and words[-1].lower() in OUTLET_WORDS and words[-1][:1].isupper() and words[-2][:1].isupper()


def publisher_name(name: str) -> str | None:
    """The outlet's name in full, where the table has it.

    >>> publisher_name("Washington Post"), publisher_name("the Harbour Gazette") is None
    ('The Washington Post', True)
    """
    return outlets().get(name.strip().lower().removeprefix("the "))
