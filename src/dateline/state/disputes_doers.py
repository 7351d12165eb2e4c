"""Two doers for one deed: one contract with two winners, one fire with two causes, one daily with two owners.

In:   the sentences of a record.
Out:  cases for `disputes_matters.py`: who is named first, and whom others name instead.
Room: state. Both sentences must name the same somebody or something and, unless that is a person or stands alone, the
      same kind of thing; and the two doers must exclude each other (`disputes_who.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dateline.claim.lexis import word_list
from dateline.record.features import listed
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_contested import deeds, things, tokens
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Case, Sentence, Word, inside, word_of
from dateline.state.disputes_scene import speaker_of
from dateline.state.disputes_sides import MIXED, TELLING, Names
from dateline.state.disputes_undone import SPOKEN
from dateline.state.disputes_who import ASK_ALL, BEFORE, Doer, content, doers, exclude, names_in, own_name
from dateline.state.disputes_words import names_shared
from dateline.terms import When
from dateline.terms.factuality import REAL

SPAN: Final = 14  # days between two tellings of one deed
MOST: Final = 60  # tellings that one is held against
NEAR: Final = 25  # characters before a day in which a verb of speech claims it
BEHIND: Final = 120  # characters behind the verb in which the day of the deed stands
WIDE: Final = 400  # days; what is told of a longer time has no day
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
MISHAP: Final = frozenset(
    word
    for name in ("accident", "disaster", "tragedy", "catastrophe", "incident", "calamity", "mishap")
    for word in things(name)
)
GENERIC: Final = word_list(
    "~agreement ~raid order tender prize award title medal licence license job concession commission mandate lease "
    "fire blaze crash collision accident disaster explosion blast election vote ~ballot presidency race violence"
)  # words that tell what sort of thing it is, and not which one
HEAD: Final = re.compile(r"\b(?:of|in|on|at|that|which|near|to|for|against|from)\b")
HELD: Final = re.compile(r"(?:is|remains|heads|leads|chairs|commands)\b|.* (?:is|remains)$", re.I)
ALIKE: Final = frozenset({"attack", "shoot", "start", "break", "order", "abduct"})  # deeds that somebody is blamed for


@dataclass(frozen=True, slots=True)
class _Said:
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


def who_cases(
    sentences: Sequence[Sentence], claims: Mapping[str, Sequence[PlacedClaim]], record: Record, names: Names
) -> Iterator[Case]:
    """Who is said to have done it, with whom others name instead."""
    before = {b.key: a for a, b in pairwise(sentences) if a.report == b.report}
    told = [_said(s, d, before.get(s.key), record, names) for s in sentences for d in doers(s.text)]
    if len(told) < 2:
        return
    index: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for name in sorted(one.keys):
            index[name].append(n)
    events = {c: e.id for e in record.events for c in e.claims}
    seen: set[int] = set()
    for n in sorted(range(len(told)), key=lambda n: told[n].order):
        if n in seen:
            continue
        near = dict.fromkeys(m for name in sorted(told[n].keys) for m in index[name][:MOST] if m != n and m not in seen)
        same = [told[m] for m in near if _one_deed(told[n], told[m], record, names)]
        rivals = [one for one in same if _crosswise(told[n], one) or _rivals(told[n].doer, one.doer)]
        if rivals:
            agree = [told[n], *(one for one in same if _agrees(one, told[n]) and one not in rivals)]
            seen |= {m for m in near if told[m] in rivals or told[m] in agree} | {n}
            yield from _cases(agree, rivals, claims, record, events)


def _said(home: Sentence, doer: Doer, before: Sentence | None, record: Record, names: Names) -> _Said:
    what = doer.what
    if what == BEFORE:
        what = f"{before.text if before is not None else ''} {home.text}".replace(doer.who, " ")
    person = names.within(own_name(doer.who))
    named = names.within(what) | (names.within(doer.who) - person) or (names.within(home.text) - person)
    kinds = things(what) - named
    own = frozenset[str]() if doer.what == BEFORE else names.within(doer.what)
    return _Said(home, doer, named, kinds, own, speaker_of(home.text), _day(home, doer, record))


def _day(home: Sentence, doer: Doer, record: Record) -> When:
    """The day of the deed, where its words tell one."""
    read, found = record.reports[home.report], record.times.get(home.report, ())
    low = home.start + max(0, doer.start - BEHIND)
    high = home.start + min(len(home.text), doer.end + BEHIND)
    for time, meant in zip(read.times, found, strict=False):
        if low <= time.start < high and meant.when.known and (meant.when.width or WIDE) < WIDE:
            at = time.start - home.start
            if not SPOKEN.search(home.text[max(0, at - NEAR) : at]):
                return meant.when
    return When()


def _agrees(one: _Said, other: _Said) -> bool:
    """Whether they give the same answer."""
    return (one.doer.ask == "not") == (other.doer.ask == "not") and _agree(one.doer, other.doer)


def _agree(a: Doer, b: Doer) -> bool:
    """Whether they name the same doer, or what is his."""
    return bool(content(a.who) & content(b.who)) or bool(names_in(a.who) & names_in(b.who))


def _rivals(a: Doer, b: Doer) -> bool:
    """Whether the two answers exclude each other."""
    return (a.ask == "not") != (b.ask == "not") or exclude(a.who, b.who, a.ask)


def _one_deed(a: _Said, b: _Said, record: Record, names: Names) -> bool:
    """Whether two tellings speak of one deed."""
    if not _near(a, b) or not _apart(a, b, record):
        return False
    if _crosswise(a, b):
        return True
    if not _asks_alike(a.doer, b.doer) or (a.numbers and b.numbers and not a.numbers & b.numbers):
        return False
    if _cleared(a, b):
        return True
    shared = a.names & b.names - (
        content(own_name(a.doer.who)) | content(own_name(b.doer.who)) if a.doer.ask != "not" else frozenset[str]()
    )
    if sum(names.weight.get(n, 0.0) for n in sorted(shared)) < (MIXED if names.mixed else TELLING):
        return False
    if BEFORE in (a.doer.what, b.doer.what):
        return len(shared) + len(a.things & b.things) > (2 if names.mixed else 1) and bool(a.things & b.things)
    if a.doer.ask == b.doer.ask == "blame" and not _one_mishap(a.doer.what, b.doer.what):
        return False
    if a.doer.ask == b.doer.ask == "blame" and MISHAP & (_head(a.doer.what) | _head(b.doer.what)):
        return True
    one, other = a.things - GENERIC, b.things - GENERIC
    if (one & other) if one and other else (a.things & b.things):
        return True
    alone = not a.things or not b.things
    if alone and a.doer.ask in VICTIM and a.own & b.own:
        return True
    return (alone and a.doer.ask in ASK_ALL) or (len(shared) > 1 and a.doer.ask == b.doer.ask)


def _cleared(a: _Said, b: _Said) -> bool:
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


def _crosswise(a: _Said, b: _Said) -> bool:
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


def _one_mishap(a: str, b: str) -> bool:
    """Whether both name the same thing or deed, or one only calls it a disaster."""
    one, other = _head(a), _head(b)
    return bool(one & other or (one | other) & MISHAP)


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


def _near(a: _Said, b: _Said) -> bool:
    """Whether they were told within days of each other, and of no two days."""
    one, other = (x.home.published.latest or x.home.published.earliest for x in (a, b))
    if one is not None and other is not None and abs((one - other).days) > SPAN:
        return False
    if a.doer.ask == b.doer.ask == "head" and _succeeds(*sorted((a, b), key=lambda x: x.order)):
        return False
    return not a.when.known or not b.when.known or a.when.overlaps(b.when, 1)


def _succeeds(first: _Said, second: _Said) -> bool:
    """Whether the second may have come to the office after the first was told to hold it."""
    came = [HELD.match(x.home.text[x.doer.start : x.doer.end]) is None for x in (first, second)]
    return came == [False, True] and first.home.published != second.home.published


def _apart(a: _Said, b: _Said, record: Record) -> bool:
    """Whether two reports of their own tell them, or two voices of one."""
    if a.home.report != b.home.report:
        return origin_of(a.home.report, record) != origin_of(b.home.report, record)
    if a.home.key == b.home.key:
        return a.doer.each and b.doer.each and a.doer.start != b.doer.start
    return all(SPOKEN.search(x.home.text) or BLAMES.search(x.home.text) for x in (a, b))


def _cases(
    agree: Sequence[_Said],
    rivals: Sequence[_Said],
    claims: Mapping[str, Sequence[PlacedClaim]],
    record: Record,
    events: Mapping[str, str],
) -> Iterator[Case]:
    """The cases of one deed: each rival against all who name the first one."""
    question = _question(agree, rivals)
    told = [_word(one, _answer(agree[0].doer), question, claims, record, events) for one in agree]
    first = min(rivals, key=lambda x: x.order)
    for one in sorted(rivals, key=lambda x: x.order):
        answer = _answer(first.doer if _agrees(one, first) else one.doer)
        yield _word(one, answer, question, claims, record, events), told


def _question(agree: Sequence[_Said], rivals: Sequence[_Said]) -> str:
    """What is asked, in the words of the first who name what all name; with those names, where no words do."""
    first, other = agree[0], rivals[0]
    every = [x for x in (*agree, *rivals) if x.doer.what != BEFORE]
    if not every:
        return f"{first.doer.question}: {first.home.text.strip()}?"
    shared = (first.names & other.names) - content(first.doer.who) - content(other.doer.who)
    told = min(every, key=lambda x: (x.doer.ask == "not", not shared & frozenset(tokens(x.doer.what))))
    asked = f"{told.doer.question} {told.doer.what}"
    beside = names_shared([first.home.text], [other.home.text], but=f"{asked} {first.doer.who} {other.doer.who}")
    named = told.doer.ask != "head" and shared & frozenset(tokens(asked))
    return f"{', '.join((asked, *(() if named else beside)))}?"


def _answer(doer: Doer) -> str:
    return f"not {doer.who}" if doer.ask == "not" else doer.who


def _word(
    one: _Said,
    answer: str,
    question: str,
    claims: Mapping[str, Sequence[PlacedClaim]],
    record: Record,
    events: Mapping[str, str],
) -> Word:
    """What one sentence answers to the question."""
    home, doer = one.home, one.doer
    key = f"{home.key}:{doer.start}"
    here = inside(claims.get(home.report, ()), home.start + doer.start, home.start + doer.end)
    claim = next((c for c in here if c.claim.factuality in REAL), None)
    if claim is None:
        return replace(home.tells(record), key=key, title=doer.what, answer=answer, asked=question)
    word = word_of(key, Telling.of(claim), record, claim.headline, claim, events.get(claim.claim.id))
    return replace(word, answer=answer, asked=question)
