"""Two doers for one deed: one contract with two winners, one fire with two causes, one daily with two owners.

In:   the sentences of a record.
Out:  cases for `disputes_matters.py`: who is named first, and whom others name instead.
Room: state. Both sentences must name the same somebody or something and, unless that is a person or stands alone, the
      same kind of thing; and the two doers must exclude each other (`disputes_who.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_contested import things, tokens
from dateline.state.disputes_cues import TOLD
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Case, Sentence, Word, inside, word_of
from dateline.state.disputes_one_deed import Said, agrees, one_deed, rivals
from dateline.state.disputes_scene import speaker_of
from dateline.state.disputes_sides import Names
from dateline.state.disputes_who import BEFORE, Doer, content, doers, own_name
from dateline.state.disputes_words import names_shared
from dateline.terms import When
from dateline.terms.factuality import REAL

MOST: Final = 60  # tellings that one is held against
NEAR: Final = 25  # characters before a day in which a verb of speech claims it
BEHIND: Final = 120  # characters behind the verb in which the day of the deed stands
WIDE: Final = 400  # days; what is told of a longer time has no day


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
        same = [told[m] for m in near if one_deed(told[n], told[m], record, names)]
        against = [one for one in same if rivals(told[n], one)]
        if against:
            agree = [told[n], *(one for one in same if agrees(one, told[n]) and one not in against)]
            seen |= {m for m in near if told[m] in against or told[m] in agree} | {n}
            yield from _cases(agree, against, claims, record, events)


def _said(home: Sentence, doer: Doer, before: Sentence | None, record: Record, names: Names) -> Said:
    what = doer.what
    if what == BEFORE:
        what = f"{before.text if before is not None else ''} {home.text}".replace(doer.who, " ")
    person = names.within(own_name(doer.who))
    named = names.within(what) | (names.within(doer.who) - person) or (names.within(home.text) - person)
    kinds = things(what) - named
    own = frozenset[str]() if doer.what == BEFORE else names.within(doer.what)
    return Said(home, doer, named, kinds, own, speaker_of(home.text), _day(home, doer, record))


def _day(home: Sentence, doer: Doer, record: Record) -> When:
    """The day of the deed, where its words tell one."""
    read, found = record.reports[home.report], record.times.get(home.report, ())
    low = home.start + max(0, doer.start - BEHIND)
    high = home.start + min(len(home.text), doer.end + BEHIND)
    for time, meant in zip(read.times, found, strict=False):
        if low <= time.start < high and meant.when.known and (meant.when.width or WIDE) < WIDE:
            at = time.start - home.start
            if not TOLD.search(home.text[max(0, at - NEAR) : at]):
                return meant.when
    return When()


def _cases(
    agree: Sequence[Said],
    against: Sequence[Said],
    claims: Mapping[str, Sequence[PlacedClaim]],
    record: Record,
    events: Mapping[str, str],
) -> Iterator[Case]:
    """The cases of one deed: each rival against all who name the first one."""
    question = _question(agree, against)
    told = [_word(one, _answer(agree[0].doer), question, claims, record, events) for one in agree]
    first = min(against, key=lambda x: x.order)
    for one in sorted(against, key=lambda x: x.order):
        answer = _answer(first.doer if agrees(one, first) else one.doer)
        yield _word(one, answer, question, claims, record, events), told


def _question(agree: Sequence[Said], against: Sequence[Said]) -> str:
    """What is asked, in the words of the first who name what all name; with those names, where no words do."""
    first, other = agree[0], against[0]
    every = [x for x in (*agree, *against) if x.doer.what != BEFORE]
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
    one: Said,
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
