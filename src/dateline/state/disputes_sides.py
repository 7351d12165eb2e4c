"""Holds what somebody says was not done against what others tell as done, in whatever words.

In:   the sentences of a record and its claims.
Out:  cases for `disputes_matters.py`: what is said to be undone, and the claims that tell the same deed of the same.
Room: state. Deeds are compared by families (lexicon/contested.tsv), and both must name the same somebody or somewhere
      and the same kind of thing; who says that nothing of the kind was done needs only the names. A denial that came
      out before the deed was told denies something else, or what was not so yet.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Final

from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_contested import deeds, is_past, pairs, stem, things, tokens
from dateline.state.disputes_cues import TOLD, UNTOLD
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Case, Sentence, Word, inside, word_of
from dateline.state.disputes_undone import Undone, of_others, undone
from dateline.state.disputes_words import EMPTY, LIGHT
from dateline.state.pile import many_stories
from dateline.terms import When
from dateline.terms.factuality import REAL

OWN_DEED: Final = re.compile(
    r"\bden(?:y|ies|ied|ying)(?: on \w+day)? (?!(?:being|having been|concerning|regarding|claiming|including) )"
    r"[a-z]{3,}ing ",
    re.I,
)  # "denied carrying out the attack"
SPAN: Final = 14  # days between a telling and its denial; what is told farther apart is another matter
MOST: Final = 200  # claims that one denial is held against
TELLING: Final = 0.4  # what shared names must weigh, in names that a single report holds: of a few reports one will do
PLAIN: Final = frozenset(
    {"the", "new", "united", "several", "president", "minister", "government", "mr", "mrs", "general"}
)
TITLES: Final = PLAIN | {
    "colonel", "major", "captain", "lieutenant", "commander", "chief", "leader", "prime", "king", "queen", "prince",
    "sheikh", "bishop", "judge", "senator", "mayor", "governor", "ambassador", "secretary", "former", "sergeant",
    "foreign", "minister", "admiral", "marshal", "doctor", "mrs", "professor",
}  # fmt: skip
NEAR: Final = 12  # characters before a day in which a verb of speech claims it
SEVERAL: Final = 1.2  # what names of those who take part must weigh where nothing else is shared: two of two reports
PLAINLY: Final = frozenset(
    {"such", "single", "one", "secret", "otherwise", "our", "nobody", "nothing", "place", "ever"}
)
CLAUSE: Final = 160  # characters of a clause all of whose names belong to its deed
MUST: Final = re.compile(r"\b(?:ha(?:ve|s|d)|['’]ve) got to\b", re.I)
MAKING: Final = frozenset({"make", "set", "take", "put", "give", "hold", "carry", "commit", "stage", "launch", "do"})
OBJECT: Final = 2  # words behind a verb that says little among which its object stands
MAIN: Final = 7  # words at the beginning of a sentence among which its main verb stands
MIXED: Final = 1.0  # the same in a pile that tells many stories


SAYING: Final = re.compile(r", [^,]{2,80}\b(?:said|says|reported|wrote|announced|claimed|told)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Told:
    """What tells a deed as done: a claim, or a sentence of which none was made."""

    claim: PlacedClaim | None
    home: Sentence
    deeds: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]
    parts: frozenset[str]  # words of those who take part


@dataclass(frozen=True, slots=True)
class Names:
    """The words of names in a record, and how telling each is."""

    every: frozenset[str]
    weight: Mapping[str, float]  # one for what a single report holds, less for what many hold
    mixed: bool  # the pile tells many stories

    @classmethod
    def of(cls, record: Record) -> Names:
        """Those of all reports."""
        held: dict[str, set[str]] = defaultdict(set)
        for name, read in record.reports.items():
            for mention in read.mentions:
                if mention.named:
                    for word, plain in _capitals(mention.anchor.text):
                        if plain:
                            held[word].add(name)
        count = max(1, len(record.reports))
        whole = math.log(1 + count)
        weight = {word: math.log(1 + count / len(reports)) / whole for word, reports in held.items()}
        return cls(frozenset(held), weight, many_stories(record))

    def within(self, text: str) -> frozenset[str]:
        """The words of names in the text."""
        return frozenset(tokens(text)) & self.every


def _capitals(text: str) -> Iterator[tuple[str, bool]]:
    """The words of a name, each with whether it is more than a small word or a title of no name."""
    for written in text.split():
        for word in tokens(written):
            yield word, written[:1].isupper() and len(word) > 2 and not word.isdigit() and word not in EMPTY | PLAIN


def undone_cases(
    sentences: Sequence[Sentence], claims: Mapping[str, Sequence[PlacedClaim]], record: Record, names: Names
) -> Iterator[Case]:
    """What is said to be undone with what tells it as done."""
    denials = [(s, u) for s in sentences for u in undone(s.text) if u.deeds]
    if not denials:
        return
    before = {b.key: a for a, b in pairwise(sentences) if a.report == b.report}
    behind = {a.key: b for a, b in pairwise(sentences) if a.report == b.report}
    index = _index(sentences, claims, names, before)
    events = {c: e.id for e in record.events for c in e.claims}
    for home, denial in denials:
        beside = (x[home.key].text for x in (before, behind) if home.key in x)
        about = names.within(home.text) or next(
            (found for text in beside if (found := names.within(text))), frozenset()
        )
        near = _near(about, index, names)
        if names.mixed:
            near = [t for t in near if same_doer(t.claim, home.text[denial.start : denial.end])]
        if own := OWN_DEED.search(home.text[: denial.end]):
            near = [t for t in near if _may_have_done_it(t.claim, home.text[: own.start()])]
        said = claims.get(home.report, ())
        told = [t for t in near if _same(t, denial, home, about, names, said) and _in_time(t, denial, home, record)]
        if told:
            yield _denies(home, denial, record), [_tells(t, about, record, events) for t in told]


def _index(
    sentences: Sequence[Sentence],
    claims: Mapping[str, Sequence[PlacedClaim]],
    names: Names,
    before: Mapping[str, Sentence],
) -> dict[str, list[_Told]]:
    """The claims that tell a deed as done, by the names in their sentences."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for home in sentences:
        named = names.within(home.text)
        if not named and home.key in before:
            named = names.within(before[home.key].text)
        for told in _told_in(home, claims.get(home.report, ()), named) if named else ():
            for name in sorted(named):
                found[name].append(told)
    return found


def _told_in(home: Sentence, claims: Sequence[PlacedClaim], named: frozenset[str]) -> Iterator[_Told]:
    """What one sentence tells as done: its claims; where it is plain, also the verbs of which no claim was made."""
    here = inside(claims, home.start, home.start + len(home.text))
    for claim in here:
        words = f"{claim.claim.lemma} ; {claim.claim.trigger.text}"
        who = " ; ".join(m.anchor.text for _, _, m in claim.entities)
        if claim.claim.lemma.split()[0] in LIGHT:
            words += f" ; {who} ; {_object(home, claim) if claim.claim.lemma.split()[0] in MAKING else ''}"
        if claim.claim.factuality in REAL and not MUST.search(home.text) and " not " not in claim.claim.title:
            about = f"{who} ; {claim.claim.title}"
            clause = claim.claim.anchor.text if len(claim.claim.anchor.text) < CLAUSE else ""
            yield _Told(claim, home, deeds(words), things(about), named, frozenset(tokens(f"{about} ; {clause}")))
    main = " ".join(home.text.split()[:MAIN])
    read = any(c.claim.trigger.start < home.start + len(main) for c in here)
    if read or UNTOLD.search(home.text) or undone(home.text):
        return
    past = frozenset().union(*(deeds(w) for w in pairs(home.text)[:MAIN] if is_past(w.split()[0])))
    if here and not past:
        past = _made(home.text)
    families = frozenset(d for d in past if d.startswith("~"))
    if families:
        yield _Told(None, home, families, things(home.text), named, frozenset(tokens(home.text)))


def _object(home: Sentence, claim: PlacedClaim) -> str:
    """The words right behind a verb that says little: "set fire to", "made an offer"."""
    start = claim.claim.trigger.start - home.start
    return " ".join(tokens(home.text[start:])[: 1 + OBJECT])


def _made(text: str) -> frozenset[str]:
    """The deed that the object of a main verb tells, where the verb says little."""
    words = tokens(text)
    at = next((n for n, w in enumerate(words[:MAIN]) if is_past(w) and stem(w) in LIGHT), None)
    return deeds(" ; ".join(words[at + 1 : at + 1 + OBJECT])) if at is not None else frozenset()


def same_doer(claim: PlacedClaim | None, told: str) -> bool:
    """Whether the words name who did it: in a pile of many stories "the staff did not call the police" denies no other
    call. Of a deed told without who did it, whom it befell."""
    if claim is None:
        return False
    doers = [m for role, _, m in claim.entities if role == "actor"]
    others = [m for role, _, m in claim.entities if role not in ("actor", "place")]
    named = frozenset(w for m in (doers or others) if m.named for w in tokens(m.anchor.text)) - PLAIN
    return bool(named & frozenset(tokens(told)))


def _may_have_done_it(claim: PlacedClaim | None, denier: str) -> bool:
    """Whether the one who denies a deed of his own is told to have done it: "the league denied carrying out the attack"
    does not deny that there was one."""
    doers = [m for role, _, m in claim.entities if role == "actor"] if claim is not None else []
    return claim is None or bool(frozenset(w for m in doers for w in tokens(m.anchor.text)) & frozenset(tokens(denier)))


def _near(about: frozenset[str], index: Mapping[str, Sequence[_Told]], names: Names) -> list[_Told]:
    """The claims that share a name, those of the most telling names first."""
    found: dict[int, _Told] = {}  # each once: the index holds it under every name of its sentence
    for name in sorted(about, key=lambda n: (-names.weight.get(n, 0.0), n)):
        found |= {id(told): told for told in islice(index.get(name, ()), MOST)}
        if len(found) > MOST:
            break
    return list(found.values())[:MOST]


def _speakers(denial: Undone, home: Sentence, claims: Sequence[PlacedClaim]) -> set[str]:
    """Who says what the denying clause says."""
    here = inside(claims, home.start + denial.start, home.start + denial.end)
    return {c.voice[-1].name for c in here if c.voice}


def _same(
    told: _Told,
    denial: Undone,
    home: Sentence,
    about: frozenset[str],
    names: Names,
    claims: Sequence[PlacedClaim],
) -> bool:
    """Whether a claim tells the denied deed, of the same."""
    if told.home.key == home.key or told.home.text == home.text or not told.deeds & denial.deeds:
        return False
    if of_others(denial, told.home.text):
        return False
    shared = about & told.names
    if sum(names.weight.get(n, 0.0) for n in sorted(shared)) < (MIXED if names.mixed else TELLING):
        return False
    speakers = _speakers(denial, home, claims)
    voices = {v.name for v in told.claim.voice[-1:]} if told.claim is not None else set[str]()
    if voices & speakers or (told.home.report == home.report and not (voices and (speakers or not denial.instead))):
        return False
    if denial.instead:
        who, what = told.parts & names.within(denial.instead), told.things & denial.things - about - TITLES
        if denial.instead == home.text:
            return len(shared) + len(what) > 1
        return bool(what) or len(who) > 1 or bool(who and not denial.things - about - TITLES)
    if told.things & (denial.things - about - (denial.deeds & told.deeds)):
        return True
    if sum(names.weight.get(n, 0.0) for n in sorted(about & told.parts)) > SEVERAL:
        return True
    bare = not things(_beside_deed(denial)) - about
    return (denial.anything or bare) and bool((names.within(home.text) or about) & told.parts)


def _beside_deed(denial: Undone) -> str:
    """The words of a denial that do not tell the deed itself: none of "there was no such meeting"."""
    words = tokens(denial.what)
    return " ; ".join(w for w in words if not deeds(w) & denial.deeds and stem(w) not in LIGHT and w not in PLAINLY)


def _in_time(told: _Told, denial: Undone, home: Sentence, record: Record) -> bool:
    """Whether it was told, within some weeks, before it was denied, and not of another day than is denied."""
    a, b = told.home.published, home.published
    one, other = a.latest or a.earliest, b.latest or b.earliest
    if one is None or other is None:
        return True
    when = told.claim.when if told.claim is not None else When()
    late = one > other and not (when.latest is not None and when.earliest is not None and when.latest <= other)
    if late or abs((other - one).days) > SPAN:
        return False
    if when.earliest is not None and when.earliest > other:
        return False
    day = _denied_day(denial, home, record)
    return day is None or not when.known or _meet(when, day)


def _meet(a: When, b: When) -> bool:
    return a.overlaps(b, 1)


def _denied_day(denial: Undone, home: Sentence, record: Record) -> When | None:
    """The day that the clause itself names."""
    read, found = record.reports[home.report], record.times.get(home.report, ())
    low, high = home.start + denial.start, home.start + denial.end
    if denial.instead:
        return None
    for time, meant in zip(read.times, found, strict=False):
        spoken = TOLD.search(home.text[max(0, time.start - home.start - NEAR) : time.start - home.start])
        if low <= time.start < high and not spoken and meant.when.known and (meant.when.width or 99) < SPAN:
            return meant.when
    return None


def _tells(told: _Told, about: frozenset[str], record: Record, events: Mapping[str, str]) -> Word:
    """The word of a claim; its title names what both name, so that a reader knows which one it is."""
    claim, title = told.claim, told.claim.headline if told.claim is not None else _clause(told.home.text)
    shared = about & told.names
    if not shared & set(tokens(title)):
        written = next((m for m in told.home.text.split() if set(tokens(m)) & shared), "")
        name = written.strip(".,;:()“”\"'").removesuffix("'s").removesuffix("’s")
        title = f"{title} ({name})" if name else title
    if claim is None:
        return replace(told.home.tells(record), title=title)
    return word_of(told.home.key, Telling.of(claim), record, title, claim, events.get(claim.claim.id))


def _clause(text: str) -> str:
    """The sentence without who says it."""
    return SAYING.split(text.strip(), maxsplit=1)[0].rstrip(" .,")


def _denies(home: Sentence, denial: Undone, record: Record) -> Word:
    return home.denies((denial.start, denial.end), denial.what, record)
