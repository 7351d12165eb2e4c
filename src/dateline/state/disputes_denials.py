"""What one side denies and another tells.

In:   a record.
Out:  Matters; `disputes_matters.py` makes lines of `disputes` of the kind factuality of them: "it happened" and "it did
      not", side by side. As elsewhere, links are made with all that is known; a view keeps what was known by its day.
Room: state. A denial is no event of its own kind and never one event with what it denies; so it is found by its words
      (lexicon/denials.tsv) or by its claim, and held against the sentences of other reports that tell the same deed,
      of the same names or things, as done. Who denies what nobody tells is in dispute with nobody.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_accounts import account_cases
from dateline.state.disputes_answers import answers
from dateline.state.disputes_cues import AHEAD, NEGATORS, UNTOLD, denied_plan, denied_words
from dateline.state.disputes_doers import who_cases
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import PLANNED, Case, Matter, Sentence, Word, inside, matters_of, word_of
from dateline.state.disputes_places import NOUN
from dateline.state.disputes_sides import Names, same_doer, undone_cases
from dateline.state.disputes_words import alike, said
from dateline.state.found import words_before
from dateline.state.pile import long_reports, many_stories
from dateline.state.sides import countries_in
from dateline.terms import Anchor, When
from dateline.terms.factuality import REAL

SPAN: Final = 45  # days between a telling and its denial; what is told farther apart is another matter
ENOUGH: Final = 0.5  # share, by weight, of what a denial speaks of that the other side must name too
PARTLY: Final = 0.35  # the same where at least two words are shared
MOSTLY: Final = 0.6  # the same where no word of denial stands there, only a "not"
PREFIX: Final = 4  # letters by which a sentence is chosen for a closer look
LETTERS: Final = re.compile(r"[^\W_]+")
TELLING: Final = 0.6  # what the shared words must weigh there, as a share of a word that a single report holds
MOST: Final = 300  # sentences that one denial is held against
PRONOUN: Final = re.compile(r"\s*(?:he|she|they|it) (?:had|has|have|was|were|did)\b", re.I)
OVER: Final = re.compile(r"\b(?:had|has|have|having|was|were|been|did)\b|\b\w{3,}ed\b", re.I)
PLACES: Final = frozenset(NOUN.split("|"))
THERE: Final = re.compile(r"\b(?:in|at|on|near|from)\b")
NOT_TO: Final = re.compile(r"\b(?:to [\"“]?(?:never|not)|(?:never|not) to) [\"“]?$", re.I)
TAKING: Final = "~taking a place"
BESIDE: Final = re.compile(r"\b(?:for|in|at|on|from|with|by|to|of|as|after|before|during|since|because)\b|[,;]")
MEANWHILE: Final = re.compile(
    r"\b(?:during|amid|throughout|ahead of|in the run-up to|at the time of)\b"
)  # no deed denied
NEGATED: Final = re.compile(
    r"^\W*(?:did|has|have|had|was|were|there (?:has|have|had) been|there (?:was|were))?(?:n[’']t)?\W*"
    r"(?:not one|not a single|not an?|not|never|no|none of (?:the|its|our))?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Denial:
    """What somebody denies, in which sentence."""

    home: Sentence
    what: str
    cue: tuple[int, int]  # of the sentence
    claim: PlacedClaim | None  # the denied deed, where it is a claim of its own
    deeds: frozenset[str]  # of which one must be told
    topic: frozenset[str]  # of which most must be named
    worded: bool  # a word of denial stands there, and not only a "not"
    past: bool  # it speaks of what would be over by then
    ahead: bool = False  # it speaks of what is planned


def matters(record: Record) -> list[Matter]:
    """The deeds that some tell and others deny, found once with all that is known."""
    sentences = list(_sentences(record))
    claims = _claims_by_report(record)
    denials = [d for s in sentences for d in _denials(s, claims.get(s.report, ())) if d.deeds and d.topic - d.deeds]
    events = {c: e.id for e in record.events for c in e.claims}
    cases = list(_told_elsewhere(sentences, denials, claims, record, events)) if denials else []
    held: dict[tuple[str, str], tuple[Word, dict[str, Word]]] = {}
    names = Names.of(record)
    alone = long_reports(record)  # there sentences of two reports seldom speak of one deed
    more = (
        ()
        if alone
        else (
            *account_cases(record, claims),
            *undone_cases(sentences, claims, record, names),
            *who_cases(sentences, claims, record, names),
        )
    )
    for denial, told in (*cases, *answers(record, claims, alone), *more):
        known = held.setdefault((denial.key, denial.title if not denial.answer else denial.answer), (denial, {}))
        known[1].update((word.key, word) for word in told if word.key not in known[1])
    return matters_of([(denial, list(told.values())) for denial, told in held.values()])


def _told_elsewhere(
    sentences: Sequence[Sentence],
    denials: Sequence[_Denial],
    claims: Mapping[str, Sequence[PlacedClaim]],
    record: Record,
    events: Mapping[str, str],
) -> Iterator[Case]:
    """The denials with the sentences that tell what they deny."""
    index = _Index(sentences, denials, many_stories(record))
    for denial in denials:
        found = ((s, _telling(s, denial, claims.get(s.report, ()))) for s in index.alike(denial))
        if index.mixed:
            found = ((s, c) for s, c in found if c and same_doer(c[0], _denier(denial)))
        told = [_told(sentence, c[0], record, events) for sentence, c in found if c and not _of_another(c[0], denial)]
        if told:
            yield _denied(denial, record), [replace(w, asked=PLANNED) for w in told] if denial.ahead else told


def _of_another(claim: PlacedClaim | None, denial: _Denial) -> bool:
    """ "Chile said it was not breaking off relations" denies no break by another country."""
    did = {
        c
        for r, _, m in (claim.entities if claim is not None else ())
        if r == "actor"
        for c in countries_in(m.anchor.text)
    }
    return bool(did) and bool(names := set(countries_in(denial.home.text))) and not did & names


def _denier(denial: _Denial) -> str:
    """The words that name who is said not to have done it; the whole sentence where its claim does not tell."""
    held = denial.claim.entities if denial.claim is not None else ()
    named = [m.anchor.text for role, _, m in held if role == "actor" and m.named]
    return " ; ".join(named) or denial.home.text


def _sentences(record: Record) -> Iterator[Sentence]:
    for name, read in record.reports.items():
        if name in record.dates:
            yield from (Sentence.of(record, name, a, b) for a, b in read.sentences)


def _claims_by_report(record: Record) -> dict[str, list[PlacedClaim]]:
    found: dict[str, list[PlacedClaim]] = defaultdict(list)
    for claim in record.claims.values():
        found[claim.claim.report].append(claim)
    return {name: sorted(held, key=lambda c: (c.claim.trigger.start, c.claim.id)) for name, held in found.items()}


def _denials(sentence: Sentence, claims: Sequence[PlacedClaim]) -> Iterator[_Denial]:
    """The denials of one sentence: by its words, else the claims in it that are told as denied or not done."""
    plan = denied_plan(sentence.text)
    if plan is not None:
        (a, b), what = plan
        meant = said(f"; {what}")
        topic = meant.topic | _meant_by_pronoun(what, sentence.text[:a])
        topic = topic if topic - meant.deeds else said(f"; {sentence.text[: b - len(what)]}").names  # "to resign"
        yield _Denial(sentence, what, (a, b), None, meant.deeds, topic, True, False, ahead=True)
        return
    worded = denied_words(sentence.text)
    if worded is not None:
        (a, b), what, kind = worded
        at = sentence.start
        own = [c for c in inside(claims, at + a, at + b) if c.claim.factuality not in REAL]
        meant = said(what)
        if kind == "deny":
            topic = meant.topic | (_named_for_it(what, own) or _meant_by_pronoun(what, sentence.text[:a]))
            deed = said(f"; {MEANWHILE.split(what)[0]}").deeds or meant.deeds
            yield _Denial(sentence, what, (a, b), own[0] if own else None, deed, topic, True, _past(what))
        else:
            deed, topic = _negated_deed(sentence.text[a:b])
            yield _Denial(sentence, what, (a, b), own[0] if own else None, deed, topic or meant.topic, False, True)
        return
    for claim in inside(claims, sentence.start, sentence.start + len(sentence.text)):
        cue = claim.claim.factuality_cue
        denied = cue is not None and (claim.claim.factuality == "denied" or _undone(claim, cue))
        if denied and not AHEAD.search(claim.claim.anchor.text):
            yield _of_claim(sentence, claim)


def _undone(claim: PlacedClaim, cue: Anchor) -> bool:
    """Whether somebody is quoted that it was not done; what is not done now may have been done before, and what one
    promises "never to" do denies nothing."""
    before = words_before(claim)
    told = claim.claim.factuality == "not_happened" and bool(claim.voice) and claim.claim.tense != "present"
    told = told and NOT_TO.search(before) is None
    return told and bool(NEGATORS.search(cue.text))


def _of_claim(sentence: Sentence, claim: PlacedClaim) -> _Denial:
    """The denial that a claim tells: its verb, and the heads and names of those who take part."""
    parts = " ; ".join(m.anchor.text for role, _, m in claim.entities if role != "place")
    deeds = said(f"; {claim.claim.lemma}").deeds
    cue = claim.claim.factuality_cue
    start = max(0, (cue or claim.claim.trigger).start - sentence.start)
    span = (start, start + len((cue or claim.claim.trigger).text))
    return _Denial(sentence, claim.headline, span, claim, deeds, said(f"; {parts}").topic, False, True)


def _meant_by_pronoun(what: str, before: str) -> frozenset[str]:
    """Whom the pronoun stands for that what is denied opens with: "the director denied that he had been dismissed"."""
    if not PRONOUN.match(what):
        return frozenset()
    return said(f"; {before.split(',', 1)[0]}").topic


def _named_for_it(what: str, own: Sequence[PlacedClaim]) -> frozenset[str]:
    """The name that its claim has for such a pronoun: "police denied that she had been held"."""
    named = own[0].headline.partition("denied that ")[2] if own and PRONOUN.match(what) else ""
    return said(f"; {named}").topic if named else frozenset()


def _past(what: str) -> bool:
    """Whether what is denied would be over: "that it had paid", "having paid", and not "that he is stepping down"."""
    return bool(OVER.search(what))


def _negated_deed(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The deed that a "not" or "no" stands before, and its object: of "did not pay a ransom" paying and ransom."""
    bare = NEGATED.sub("", text, count=1)
    for match in LETTERS.finditer(bare):
        found = said(f"; {match.group()}").deeds
        if found:
            near = BESIDE.split(bare[match.end() :], maxsplit=1)[0]
            return found, said(f"; {near}").topic or said(f"; {bare[: match.start()]}").topic
    return frozenset(), frozenset()


@lru_cache(maxsize=50_000)
def _beginnings(text: str) -> frozenset[str]:
    """The first letters of each word."""
    return frozenset(w[:PREFIX] for w in LETTERS.findall(text.lower()))


class _Index:
    """Sentences by the deeds they tell; and how telling each word is, by the number of reports that hold it.

    Only sentences that hold the beginning of a word that some denial speaks of are looked at.
    """

    def __init__(self, sentences: Sequence[Sentence], denials: Sequence[_Denial], mixed: bool) -> None:
        self.by_deed: dict[str, list[Sentence]] = defaultdict(list)
        held: dict[str, set[str]] = defaultdict(set)
        topics = {word for d in denials for word in d.topic}
        begin = {word[:PREFIX] for word in topics} | {word[:PREFIX] for row in alike() if topics & row for word in row}
        for one in sentences:
            if begin.isdisjoint(_beginnings(one.text)):
                continue
            meant = said(one.text)
            for deed in meant.deeds:
                self.by_deed[deed].append(one)
            for word in meant.topic & topics:
                held[word].add(one.report)
        reports = max(1, len({s.report for s in sentences}))
        self.mixed = mixed
        self.weight = {word: math.log(1 + reports / len(names)) for word, names in held.items()}
        self.most = math.log(1 + reports)

    def alike(self, denial: _Denial) -> list[Sentence]:
        """The sentences that tell the denied deed of the same names or things, near in time, likest first."""
        found: dict[tuple[str, int], tuple[float, Sentence]] = {}
        topic = denial.topic - denial.deeds
        for deed in sorted(denial.deeds):
            for one in self.by_deed.get(deed, ()):
                if one.text == denial.home.text or not _in_time(one, denial):
                    continue
                if not denial.worded and one.report == denial.home.report:
                    continue
                both = topic & said(one.text).topic
                if self.mixed and sum(self.weight.get(w, self.most) for w in sorted(both)) < TELLING * self.most:
                    continue
                share = self._share(both, topic)
                if share >= (ENOUGH if denial.worded else MOSTLY) or (
                    denial.worded and share >= PARTLY and len(both) > 1
                ):
                    found[one.report, one.start] = (share, one)
        best = sorted(found.values(), key=lambda f: (-f[0], f[1].report, f[1].start))
        return [one for _, one in best[:MOST]]

    def _share(self, both: frozenset[str], topic: frozenset[str]) -> float:
        """The share of what a denial speaks of that a sentence names, by weight."""
        whole = sum(self.weight.get(w, self.most) for w in sorted(topic))
        return sum(self.weight.get(w, self.most) for w in sorted(both)) / whole if whole else 0.0


def _in_time(one: Sentence, denial: _Denial) -> bool:
    """Whether the sentence can tell what the denial denies: told within some weeks of it, and before it where only a
    "not" stands there, or where it speaks of what goes on: what was not so may have come to be so."""
    a, b = one.published, denial.home.published
    if not _near(a, b):
        return False
    if denial.worded and denial.past:
        return True
    return a.earliest is not None and b.latest is not None and a.earliest <= b.latest


def _near(a: When, b: When) -> bool:
    one, other = a.latest or a.earliest, b.latest or b.earliest
    return one is None or other is None or abs((one - other).days) <= SPAN


def _telling(sentence: Sentence, denial: _Denial, claims: Sequence[PlacedClaim]) -> tuple[PlacedClaim | None, ...]:
    """() where the sentence does not tell the denied deed as done; else the claim that tells it, or None."""
    here = inside(claims, sentence.start, sentence.start + len(sentence.text))
    same = [c for c in here if denial.deeds & said(f"; {c.claim.lemma}; {c.claim.trigger.text}").deeds]
    if same or denial.ahead:
        meant = ("planned",) if denial.ahead else REAL
        real = [
            c for c in same if c.claim.factuality in meant and not _one_voice(c, denial) and _of_the_place(c, denial)
        ]
        real = real if denial.ahead else [c for c in real if not _done_after(c, denial)]
        return (real[0],) if real else ()
    if denied_words(sentence.text) or UNTOLD.search(sentence.text) or not denial.worded:
        return ()
    return (None,)


def _of_the_place(claim: PlacedClaim, denial: _Denial) -> bool:
    """Whether it is the place denied to be taken that was: "rebels seized 20 trucks in Osk" takes no town."""
    deeds = said(f"; {claim.claim.lemma}; {claim.claim.trigger.text}").deeds & denial.deeds
    if TAKING not in deeds:
        return True
    wanted = ("actor", "object", "recipient") if claim.claim.lemma.startswith("fall") else ("object", "recipient")
    held = [THERE.split(m.anchor.text)[0] for role, _, m in claim.entities if role in wanted]
    if any(text.split()[-1:] and text.split()[-1].lower() in PLACES for text in held):  # "the base at Dral fell"
        held += [m.anchor.text for role, _, m in claim.entities]
    return any(said(f"; {text}").topic & denial.topic for text in held)


def _done_after(claim: PlacedClaim, denial: _Denial) -> bool:
    """Whether it was done after it had been denied: "denied that the sale had been approved", days before."""
    day, said_by = claim.when.earliest, denial.home.published.latest
    return day is not None and said_by is not None and day > said_by


def _one_voice(claim: PlacedClaim, denial: _Denial) -> bool:
    """Whether the same speaker would tell both."""
    one = claim.voice[-1].name if claim.voice else ""
    other = denial.claim.voice[-1].name if denial.claim is not None and denial.claim.voice else ""
    return bool(one) and one == other


def _told(sentence: Sentence, claim: PlacedClaim | None, record: Record, events: Mapping[str, str]) -> Word:
    if claim is None:
        return sentence.tells(record)
    return word_of(sentence.key, Telling.of(claim), record, claim.headline, claim, events.get(claim.claim.id))


def _denied(denial: _Denial, record: Record) -> Word:
    home, what = denial.home, denial.what.strip(" ,")
    if denial.claim is None:
        return home.denies(denial.cue, what, record)
    return word_of(home.key, Telling.of(denial.claim), record, what, denial.claim, None)
