"""A group of people under one key, however it is called.

In:   the side that words tell.
Out:  the same under a key of its number and kind: "25 sailors" and "its 25 Indian crew members" are one crew.
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.lexicon.states import families
from dateline.state.model import Side

NUMBERS: Final = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS: Final = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?"
NUMBER: Final = rf"(?:\d[\d,]*|{'|'.join(NUMBERS)}|{TENS}|few|dozen|hundred|thousand)"  # how many, as a pattern
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
COUNTS: Final = {
    **{
        f"{ten}-{one}": str(n * 10 + m)
        for n, ten in enumerate(_TENS, 2)
        for m, one in enumerate(("one", *NUMBERS[:8]), 1)
    },
    **{ten: str(n * 10) for n, ten in enumerate(_TENS, 2)},
    **{word: str(n) for n, word in enumerate(NUMBERS, 2)},
}  # "forty-two": "42"
COUNTED: Final = re.compile(
    r"(?:(?:[Aa]t least|[Aa]bout|[Mm]ore than|[Ss]ome|[Tt]he|[Aa]ll|[Ii]ts|[Tt]heir) )?"
    rf"(\d[\d,]*|{'|'.join(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in NUMBERS)}) "
    r"((?:[a-z-]+ )?(?:men|women|people|persons|officers|officials|soldiers|workers|members|crew|residents|leaders|"
    r"miners|climbers|hikers|passengers|sailors|tourists|students|pupils|children|teachers|nurses|doctors|journalists|"
    r"fishermen|hostages|prisoners|divers|skiers|villagers|guards|policemen|engineers|foreigners|workmen))\b"
)  # "two men", "31 officials": told apart by how many they are

PART: Final = re.compile(
    rf"({'|'.join(NUMBERS)}|\d+) of (?:the |its |their |his |her |those )?(?:other )?"
    rf"(?:(?:{'|'.join(NUMBERS)}|\d+) )?((?!(?:the|its|their|his|her|those)\b)[a-z-]+(?: [a-z-]+)?)(?=[ ,]|$)",
    re.I,
)  # "two of the four climbers"; not "two of the ministry's cars"
COUNTED_IN: Final = frozenset(
    {"detention", "expulsion", "trapped", "missing", "search"}
)  # of people told by how many they are
BODY_OF: Final = re.compile(
    r"\b(crew|group|team|party|family) of (\d+|[a-z]+teen|t(?:wo|hree|en)|f(?:our|ive)|s(?:ix|even)|nine)\b"
)  # "its crew of 14"


def people(side: Side) -> Side:
    """A group of people under one key however it is called: "25 sailors" and "its 25 Indian crew members".

    >>> from dateline.state.sides import words_side
    >>> sorted(people(words_side("The 25 sailors", "sailor")).keys), sorted(people(words_side("Ida", "Ida")).keys)
    (['words:25 crew'], ['words:ida'])
    """
    words = [k[6:].split() for k in side.keys if k.startswith("words:")]
    part = PART.match(side.name)
    if part is not None:  # "two of the four climbers" are two climbers
        words, side = [part.group(2).casefold().split()], replace(side, name=f"{part.group(1)} {part.group(2)}")
        words[0].append(part.group(1).casefold())
    if not words and not side.keys and (told := COUNTED.match(side.name)):
        words = [[told.group(1).casefold(), *told.group(2).casefold().split()]]
    if not words:
        return side
    one = _kinds()
    kept = {one.get(w, one.get(w.removesuffix("s"), w)) for w in words[0]} - {"member", "members"}
    kept = {"people" if w in ("person", "persons") else w for w in kept}
    kept = {COUNTS.get(w, w) for w in kept} | set(re.findall(r"\b\d{1,6}\b", side.name)[:1])
    return Side(frozenset({"words:" + " ".join(sorted(kept))}), side.name, side.entity)


@cache
def _kinds() -> dict[str, str]:
    """What a group is called to the kind of people it is: "sailors" to "crew"."""
    return {w: name[7:] for name, own in families().items() if name.startswith("people ") for w in own}
