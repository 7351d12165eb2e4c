"""Which short name is which body's: "Harland" after "Harland Resources", "UAW" beside "United Auto Workers".

In:   the names of all reports with the keys of what they name.
Out:  for the key of a short name that of the one longer name it can be short for.
Room: record. A report gives a firm's name in full and then its first word; a body called after a firm ("Ford
      Foundation", "Amazon Labor Union") is another one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from dateline.claim.lexis import word_list
from dateline.lexicon.places import fold, place
from dateline.record import names
from dateline.record.naming import Key, Named, is_common_noun

BODY_KEYS: Final = frozenset({"body", "misc"})
CALLED_AFTER: Final = word_list(
    "foundation trust union workers party court police army ministry department office agency authority commission "
    "committee council board association federation institute university college school hospital museum library "
    "stadium arena field park tower center centre building bridge airport port prize award cup open festival front "
    "movement brigade brigades times post news herald tribune guardian"
)  # last words of names of other bodies than the one they begin with
MORE: Final = 2  # words that a short name leaves out
LETTERS: Final = re.compile(r"[A-Z]{2,6}\Z")
SURE: Final = 3  # letters of an acronym that needs no report that gives both


def shortened(named: Iterable[Named]) -> dict[Key, Key]:
    """Key of a short name -> key of the one longer name that it stands for."""
    first: dict[str, dict[Key, tuple[int, str]]] = defaultdict(dict)  # by report: where each body is named first
    written: dict[Key, set[str]] = defaultdict(set)
    for item in named:
        if item.key is not None and item.key[0] in BODY_KEYS:
            held = first[item.spot[0]].get(item.key)
            if held is None or item.spot[1] < held[0]:
                first[item.spot[0]][item.key] = (item.spot[1], item.name)
            written[item.key].add(item.name)
    found: dict[Key, set[Key]] = defaultdict(set)
    for _, here in sorted(first.items()):
        for short, (at, name) in here.items():
            told_before = [(key, whole) for key, (before, whole) in here.items() if before < at]
            found[short].update(key for key, whole in told_before if _is_start(name, whole))
            if LETTERS.match(name):
                found[short].update(k for k, (_, whole) in here.items() if k != short and _spells(name, whole))
    several = sorted((key, min(spelled)) for key, spelled in written.items() if " " in min(spelled))
    for key, spelled in sorted(written.items()):
        name = min(spelled)
        if found[key]:
            continue
        if LETTERS.match(name) and len(name) >= SURE:
            found[key].update(other for other, whole in several if _spells(name, whole))
        elif " " in name and key[0] == "body":  # "Redwood Pacific", which other reports call a bank
            more = [(other, whole) for other, whole in several if len(whole.split()) == len(name.split()) + 1]
            found[key].update(other for other, whole in more if _is_start(name, whole))
    return {short: next(iter(longs)) for short, longs in sorted(found.items()) if len(longs) == 1}


def _is_start(short: str, long: str) -> bool:
    """Whether the one is the other without its last word or two, and the other no body called after it.

    >>> _is_start("Harland", "Harland Resources"), _is_start("Ford", "Ford Foundation")
    (True, False)
    """
    a, b = fold(short).split(), fold(long).split()
    begins = 0 < len(a) < len(b) <= len(a) + MORE and b[: len(a)] == a
    if not begins or is_common_noun(short) or place(short) is not None:
        return False
    return not CALLED_AFTER.intersection(b[len(a) :])


def _spells(letters: str, long: str) -> bool:
    """Whether the letters are the first ones of the words, each of them.

    >>> _spells("FDIC", "Federal Deposit Insurance Corp"), _spells("GM", "General Assembly")
    (True, False)
    """
    return len(long.split()) > 1 and names.initials(long) == fold(letters)
