"""Whether two tellings of who did it speak of one deed, and whether their answers exclude each other.

In:   what two sentences tell: who did what, as `disputes_who.py` reads it, with the names and things beside it.
Out:  answers to these questions.
Room: state. Both must name the same somebody or somewhere and the same kind of thing; less is needed where the one who
      is blamed denies a deed of that sort, and where each of two says of the other that he did it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.record.features import listed
from dateline.record.lines import origin_of
from dateline.record.model import Record
from dateline.state.disputes_contested import deeds, things, tokens
from dateline.state.disputes_cues import TOLD
from dateline.state.disputes_matters import Sentence
from dateline.state.disputes_sides import MIXED, TELLING, Names
from dateline.state.disputes_who import ASK_ALL, BEFORE, Doer, content, exclude, names_in, own_name
from dateline.terms import When

SPAN: Final = 14  # days between two tellings of one deed
NO_DEED: Final = frozenset({"win", "own", "buy", "head", "first", "rescue"})  # what nobody is blamed for
VICTIM: Final = frozenset({"shoot", "abduct", "rescue"})  # done once to whoever is named
BLAMES: Final = re.compile(r"\b(?:blam|accus|attribut|ascrib|(?:put|pin|lay|laid|point)\w* )", re.I)
SOON: Final = 5  # days between a blame and a denial that name the same doer
BESIDE: Final = 500  # characters between two sentences of a report of which one answers the other
BROAD: Final = word_list("attack violence incident assault kill act crime atrocity bloodshed death massacre murder")
VIOLENT: Final = BROAD | word_list(
    "bomb blast explode explosion shell shoot raid strike ambush assassinate assassination abduct kidnap fire arson "
    "stab gunfire bombard airstrike rocket missile drone sabotage hack poison beat riot looting loot"
)  # stems of what somebody is blamed for
MISHAPS: Final = "accident disaster tragedy catastrophe incident calamity mishap"
GENERIC: Final = word_list(
    "~agreement ~raid order tender prize award title medal licence license job concession commission mandate lease "
    "fire blaze crash collision accident disaster explosion blast election vote ~ballot presidency race violence"
)  # words that tell what sort of thing it is, and not which one
HEAD: Final = re.compile(r"\b(?:of|in|on|at|that|which|near|to|for|against|from)\b")
HELD: Final = re.compile(r"(?:is|remains|heads|leads|chairs|commands)\b|.* (?:is|remains)$", re.I)
ALIKE: Final = frozenset({"attack", "shoot", "start", "break", "order", "abduct"})  # deeds that somebody is blamed for


@dataclass(frozen=True, slots=True)
class Said:
    """One telling of who did it."""

    home: Sentence
    doer: Doer
    names: frozenset[str]  # of what was done to, or for
    things: frozenset[str]
    own: frozenset[str]  # names in the words for what was done
    speaker: frozenset[str]  # words of who says so
    when: When

    @property
    def order(self) -> tuple[str, str, int]:
        """First told, first."""
        return (self.home.published.sort_key()[0], self.home.key, self.doer.start)

    @property
    def numbers(self) -> frozenset[str]:
        """How many it was done to: "nine people" are not 15."""
        return frozenset(w for w in tokens(self.doer.what) if w.isdigit() or w in listed("number"))

    @property
    def keys(self) -> frozenset[str]:
        """By one of which whoever speaks of the same deed may be found: names, who did it, who says so."""
        return self.names | content(self.doer.who) | self.speaker


def agrees(one: Said, other: Said) -> bool:
    """Whether they give the same answer."""
    return (one.doer.ask == "not") == (other.doer.ask == "not") and _agree(one.doer, other.doer)


def _agree(a: Doer, b: Doer) -> bool:
    """Whether they name the same doer, or what is his."""
    return bool(content(a.who) & content(b.who)) or bool(names_in(a.who) & names_in(b.who))


def rivals(a: Said, b: Said) -> bool:
    """Whether the two answers exclude each other."""
    return crosswise(a, b) or _rivals(a.doer, b.doer)


def _rivals(a: Doer, b: Doer) -> bool:
    return (a.ask == "not") != (b.ask == "not") or exclude(a.who, b.who, a.ask)


def one_deed(a: Said, b: Said, record: Record, names: Names) -> bool:
    """Whether two tellings speak of one deed."""
    if not _near(a, b) or not _apart(a, b, record):
        return False
    if crosswise(a, b):
        return True
    if not _asks_alike(a.doer, b.doer) or (a.numbers and b.numbers and not a.numbers & b.numbers):
        return False
    return _cleared(a, b) or _alike(a, b, names)


def _alike(a: Said, b: Said, names: Names) -> bool:
    """Whether both name the same somebody or somewhere and the same kind of thing."""
    shared = a.names & b.names - (
        content(own_name(a.doer.who)) | content(own_name(b.doer.who)) if a.doer.ask != "not" else frozenset[str]()
    )
    if sum(names.weight.get(n, 0.0) for n in sorted(shared)) < (MIXED if names.mixed else TELLING):
        return False
    if BEFORE in (a.doer.what, b.doer.what):
        return len(shared) + len(a.things & b.things) > (2 if names.mixed else 1) and bool(a.things & b.things)
    if a.doer.ask == b.doer.ask == "blame" and not _one_mishap(a.doer.what, b.doer.what):
        return False
    if a.doer.ask == b.doer.ask == "blame" and _mishaps() & (_head(a.doer.what) | _head(b.doer.what)):
        return True
    one, other = a.things - GENERIC, b.things - GENERIC
    if (one & other) if one and other else (a.things & b.things):
        return True
    alone = not a.things or not b.things
    if alone and a.doer.ask in VICTIM and a.own & b.own:
        return True
    return (alone and a.doer.ask in ASK_ALL) or (len(shared) > 1 and a.doer.ask == b.doer.ask)


def _cleared(a: Said, b: Said) -> bool:
    """Whether one is blamed for a deed and denies, within days, a hand in a deed of that sort, of no other place."""
    if (a.doer.ask == "not") == (b.doer.ask == "not") or BEFORE in (a.doer.what, b.doer.what):
        return False
    days = [x.home.published.latest or x.home.published.earliest for x in (a, b)]
    soon = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= SOON
    places = [x.own - content(a.doer.who) - content(b.doer.who) for x in (a, b)]
    elsewhere = all(places) and not places[0] & places[1]
    named = a.home.report == b.home.report or bool(names_in(a.doer.who) & names_in(b.doer.who))
    named = named or (a.doer.who.lower() == b.doer.who.lower() and a.doer.who[1:] != a.doer.who[1:].lower())
    return soon and named and not elsewhere and _one_sort(a.doer, b.doer)


def _one_sort(a: Doer, b: Doer) -> bool:
    """Whether both speak of one sort of deed: an attack, and a bombing or a shelling."""
    heads = [_head(x.what) | (deeds(x.question) if x.ask in ALIKE else frozenset[str]()) for x in (a, b)]
    broad = [bool(h & BROAD) or x.ask in ALIKE for h, x in zip(heads, (a, b), strict=True)]
    violent = [bool(h & VIOLENT) or x.ask in ALIKE for h, x in zip(heads, (a, b), strict=True)]
    return bool(heads[0] & heads[1]) or (any(broad) and all(violent))


def crosswise(a: Said, b: Said) -> bool:
    """Whether each of two says of the other that he did it: "Velm said that Orsk's guns had fired on the town. Orsk's
    minister said the shells were fired by Velm"."""
    both = a.speaker & content(b.doer.who) and b.speaker & content(a.doer.who)
    if not both or not {a.doer.ask, b.doer.ask} <= ALIKE | {"blame"} or _agree(a.doer, b.doer):
        return False
    if a.home.report == b.home.report:
        return abs(a.home.start - b.home.start) <= BESIDE
    return bool((a.names & b.names) - content(a.doer.who) - content(b.doer.who)) and bool(
        (a.things & b.things) or _one_sort(a.doer, b.doer)
    )


@cache
def _mishaps() -> frozenset[str]:
    """What says only that it was bad."""
    return things(MISHAPS)


def _one_mishap(a: str, b: str) -> bool:
    """Whether both name the same thing or deed, or one only calls it a disaster."""
    one, other = _head(a), _head(b)
    return bool(one & other or (one | other) & _mishaps())


def _head(what: str) -> frozenset[str]:
    """The things and deeds that the first noun names: of "the shelling of the market" the shelling."""
    first = HEAD.split(what, maxsplit=1)[0]
    return things(first) | deeds(first)


def _asks_alike(a: Doer, b: Doer) -> bool:
    if (a.what == b.what == BEFORE and a.ask != "start") or (a.ask == b.ask == "not"):
        return False
    if "not" in (a.ask, b.ask):
        return not {a.ask, b.ask} & NO_DEED and _agree(a, b)
    return a.ask == b.ask or (a.ask == "blame" and b.ask in ALIKE) or (b.ask == "blame" and a.ask in ALIKE)


def _near(a: Said, b: Said) -> bool:
    """Whether they were told within days of each other, and of no two days."""
    one, other = (x.home.published.latest or x.home.published.earliest for x in (a, b))
    if one is not None and other is not None and abs((one - other).days) > SPAN:
        return False
    if a.doer.ask == b.doer.ask == "head" and _succeeds(*sorted((a, b), key=lambda x: x.order)):
        return False
    return not a.when.known or not b.when.known or a.when.overlaps(b.when, 1)


def _succeeds(first: Said, second: Said) -> bool:
    """Whether the second may have come to the office after the first was told to hold it."""
    came = [HELD.match(x.home.text[x.doer.start : x.doer.end]) is None for x in (first, second)]
    return came == [False, True] and first.home.published != second.home.published


def _apart(a: Said, b: Said, record: Record) -> bool:
    """Whether two reports of their own tell them, or two voices of one."""
    if a.home.report != b.home.report:
        return origin_of(a.home.report, record) != origin_of(b.home.report, record)
    if a.home.key == b.home.key:
        return a.doer.each and b.doer.each and a.doer.start != b.doer.start
    return all(TOLD.search(x.home.text) or BLAMES.search(x.home.text) for x in (a, b))
