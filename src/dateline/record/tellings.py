"""What each sentence of a report tells, cut small enough to compare reports before their events are linked.

In:   what was read from each report.
Out:  Tellings: a sentence's families of action, its words, whether it is told as past, coming or not so, and its times.
Room: record. Used to date reports; linking proper (record/events.py) comes after and sees more.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dateline.claim.model import Claim, ReadReport
from dateline.lexicon.places import demonym, place
from dateline.lexicon.tables import table
from dateline.sentence.times.model import Resolved
from dateline.sentence.times.resolve import resolve
from dateline.sentence.times.words import cue
from dateline.terms import Anchor, When

_WORD: Final = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*\d|\d")
_STOP: Final = cue("stop word")
_ENDINGS: Final = (
    "ements", "ement", "ations", "ation", "ments", "ment", "ating", "ated", "ates", "ings", "ing", "ures", "ure", "ate",
    "ies", "ied", "ers", "als", "al", "ed", "es", "er", "e", "s",
)  # fmt: skip
_NAME: Final = re.compile(r"\bU\.\s?[SKN]\.|[A-Z][^\W\d_]+")
_IRREGULAR: Final = {
    "withdrew": "withdraw", "withdrawn": "withdraw", "left": "leave", "leaving": "leave", "broke": "break",
    "broken": "break", "fell": "fall",
    "fallen": "fall", "struck": "strike", "met": "meet", "found": "find", "sent": "send", "held": "hold",
    "sank": "sink", "began": "begin",
    "begun": "begin", "died": "die", "deaths": "die", "death": "die", "dead": "die", "troops": "troop",
    "soldiers": "troop", "soldier": "troop",
    "personnel": "troop", "forces": "troop", "americans": "american", "u.s": "us", "accord": "agreement",
    "deal": "agreement", "pact": "agreement",
    "treaty": "agreement", "aid": "assistance", "bodies": "body", "coup": "coup", "takeover": "coup",
    "overthrow": "oust", "overthrew": "oust",
    "seizure": "seize", "exit": "leave", "departure": "leave", "ended": "end", "ends": "end", "ending": "end",
}  # fmt: skip
CROWD: Final = 300  # reports that begin with a word; more share it than it can tell apart
HEAVY: Final = 25  # words of a beginning that are looked up to find its like
PAIRS: Final = 500_000  # likenesses of two sentences that are kept; each round of dating asks for them again
LEAD: Final = 60  # words of title and text that carry a report's news
_NOT_YET: Final = re.compile(
    r"\b(?:not\s+yet|yet\s+to|has\s+not|have\s+not|hasn['’]t|haven['’]t|still\s+refrain|not\s+been)\b", re.I
)
_TELLS_PAST: Final = re.compile(r"\b(?:was|were|had|has|have|did|came|took)\b")
_AHEAD: Final = re.compile(
    r"\b(?:will|would|could|may|might|if|expected|planned|plans?|due|to\s+be|should|must|likely)\b", re.I
)
_LOOKS_BACK: Final = re.compile(r"\b(?:had|was\s+to|were\s+to|was\s+due|were\s+due|would|originally|initially)\b", re.I)


@cache
def stem(word: str) -> str:
    """A word without its endings, cut to seven letters; irregular forms and trade synonyms by a table.

    >>> stem("designation") == stem("designated"), stem("withdrew") == stem("withdrawal")
    (True, True)
    """
    low = word.casefold().replace(",", "").strip(".")
    low = _IRREGULAR.get(low, low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return _IRREGULAR.get(low[: -len(ending)], low[: -len(ending)])[:7]
    return low[:7]


def stems(text: str) -> frozenset[str]:
    """The content words of a text."""
    return frozenset(stem(w) for w in _WORD.findall(text) if w.casefold() not in _STOP)


@cache
def _families() -> tuple[tuple[str, frozenset[str], frozenset[str], bool], ...]:
    """Rows of the table of families: group, stems of its words, stems beside them, whether it happens once."""
    rows = []
    for row in table("families"):
        words = frozenset(stem(w) for w in row["words"].split("|") if " " not in w)
        about = frozenset(stem(w) for part in row["about"].split("&") for w in part.split("|") if w)
        if words:
            rows.append((row["group"], words, about, row["once"] == "yes"))
    return tuple(rows)


@cache
def _land(word: str) -> str | None:
    """The country that a name, a capital or a people stands for."""
    found = demonym(word) or place(word)
    return found.country if found and (found.kind in ("country", "capital")) else None


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence."""

    report: str
    start: int
    end: int
    groups: frozenset[str]
    once: frozenset[str]  # of its groups, those that happen once between the same parties
    words: frozenset[str]
    lands: frozenset[str]  # countries named, by themselves, by their capital or their people
    past: frozenset[str]  # groups told as having happened
    coming: frozenset[str]  # groups told as planned
    not_yet: frozenset[str]  # groups told as not so at the time of the report
    timed: tuple[tuple[int, frozenset[str]], ...]  # index into ReadReport.times, groups told of that time
    lead: bool

    @property
    def times(self) -> tuple[int, ...]:
        """Indexes into ReadReport.times."""
        return tuple(n for n, _ in self.timed)


@dataclass(frozen=True, slots=True)
class Pile:
    """All reports' tellings, with the weights of words."""

    tellings: Mapping[str, tuple[Telling, ...]]
    leads: Mapping[str, Mapping[str, float]]  # per report, the weighted words of its beginning, length 1
    weight: Mapping[str, float]
    beginning: Mapping[str, tuple[str, ...]]  # word -> reports among whose HEAVY heaviest first words it is

    nearest: dict[tuple[str, frozenset[str]], list[tuple[float, str]]] = field(
        default_factory=dict
    )  # what `near` has found before
    named: dict[str, frozenset[str]] = field(default_factory=dict)  # what `lands` has found before
    heft: dict[frozenset[str], float] = field(default_factory=dict)  # the weight of a sentence's words
    alike: dict[tuple[frozenset[str], frozenset[str]], float] = field(default_factory=dict)  # of pairs of sentences
    settled: dict[tuple[str, When | None], tuple[Resolved, ...]] = field(default_factory=dict)  # see `resolved`
    at_time: dict[str, dict[int, tuple[Claim, ...]]] = field(default_factory=dict)  # see `claims_at`

    def near(self, name: str, among: frozenset[str]) -> list[tuple[float, str]]:
        """Other reports, of those, that may begin with the same news, most alike first."""
        if (name, among) not in self.nearest:
            lists = (self.beginning.get(w, ()) for w in _heavy(self.leads.get(name, {})))
            others = sorted(
                {other for found in lists if len(found) <= CROWD for other in found if other != name and other in among}
            )
            scored = ((self.same_news(name, other), other) for other in others)
            self.nearest[(name, among)] = sorted(scored, key=lambda p: (-p[0], p[1]))
        return self.nearest[(name, among)]

    def apart(self, a: Telling, b: Telling) -> bool:
        """Whether both name countries, none in common nor named in the other's report: Mali's coup and Niger's."""
        if not a.lands or not b.lands or a.lands & b.lands:
            return False
        return not (a.lands & self.lands(b.report) and b.lands & self.lands(a.report))

    def lands(self, name: str) -> frozenset[str]:
        """The countries that a report names."""
        if name not in self.named:
            self.named[name] = frozenset().union(*(t.lands for t in self.tellings.get(name, ())))
        return self.named[name]

    def resolved(self, read: ReadReport, name: str, when: When | None) -> tuple[Resolved, ...]:
        """The report's times, leaning on that date; worked out once for each date it is given."""
        if (name, when) not in self.settled:
            self.settled[(name, when)] = resolve(read.times, when, read.report.text)
        return self.settled[(name, when)]

    def claims_at(self, read: ReadReport, name: str, time: int) -> tuple[Claim, ...]:
        """The report's claims that are told of the time of that index."""
        if name not in self.at_time:
            made: dict[int, list[Claim]] = {}
            for claim in read.claims:
                if claim.time is not None:
                    made.setdefault(claim.time, []).append(claim)
            self.at_time[name] = {n: tuple(found) for n, found in made.items()}
        return self.at_time[name].get(time, ())

    def likeness(self, a: Telling, b: Telling) -> float:
        """Weight of the words that both sentences hold, against the geometric mean of their weights, 0..1."""
        pair = (a.words, b.words)
        if pair not in self.alike:
            if len(self.alike) >= PAIRS:
                self.alike.clear()
            all_a, all_b = self._heft(a.words), self._heft(b.words)
            both = sum(self.weight.get(w, 0.0) for w in sorted(a.words & b.words))
            self.alike[pair] = both / math.sqrt(all_a * all_b) if all_a and all_b else 0.0
        return self.alike[pair]

    def _heft(self, words: frozenset[str]) -> float:
        if words not in self.heft:
            self.heft[words] = sum(self.weight.get(w, 0.0) for w in sorted(words))
        return self.heft[words]

    def same_news(self, a: str, b: str) -> float:
        """Cosine of the weighted words of two reports' beginnings, 0..1."""
        x, y = sorted((self.leads.get(a, {}), self.leads.get(b, {})), key=len)
        return sum(v * y.get(w, 0.0) for w, v in x.items())


def pile(reports: Mapping[str, ReadReport]) -> Pile:
    """The tellings of all reports."""
    told = {name: tuple(_tellings(name, read)) for name, read in sorted(reports.items())}
    begins = {name: _lead(read) for name, read in sorted(reports.items())}
    seen = Counter(w for words in begins.values() for w in words)
    for name, found in told.items():
        seen.update({w for x in found for w in x.words} - begins[name].keys())
    weight = {w: math.log(1 + len(reports) / n) for w, n in seen.items()}
    leads = {name: _normal(words, weight) for name, words in begins.items()}
    beginning: dict[str, list[str]] = {}
    for name, words in leads.items():
        for w in _heavy(words):
            beginning.setdefault(w, []).append(name)
    return Pile(told, leads, weight, {w: tuple(names) for w, names in beginning.items()})


def _heavy(words: Mapping[str, float]) -> list[str]:
    return sorted(words, key=lambda w: (-words[w], w))[:HEAVY]


def _normal(words: Mapping[str, int], weight: Mapping[str, float]) -> dict[str, float]:
    raw = {w: (1 + math.log(n)) * weight[w] for w, n in sorted(words.items())}
    length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
    return {w: v / length for w, v in raw.items()}


def _lead(read: ReadReport) -> Counter[str]:
    """Stems of the first words of title and text, outside furniture."""
    report = read.report
    title = report.title or ""
    holes = [(n.start, n.end) for n in report.noise]
    found: list[str] = []
    english = report.language in (None, "", "en") or str(report.language).startswith("en-")
    for m in _WORD.finditer(report.text):
        if len(found) >= LEAD:
            break
        if not english and not (m.group()[0].isupper() or m.group()[0].isdigit()):
            continue  # of another language only names and numbers say what a report is about
        if m.group().casefold() not in _STOP and not any(a <= m.start() < b for a, b in holes):
            found.append(stem(m.group()))
    words = [w for w in _WORD.findall(title) if english or not w[0].islower()]
    return Counter([stem(w) for w in words if w.casefold() not in _STOP] + found)


def _tellings(name: str, read: ReadReport) -> list[Telling]:
    spans = [s for s in read.sentences if not _in_noise(read, s[0])]
    starts = [s[0] for s in spans]
    claims: dict[int, list[Claim]] = {}
    for claim in read.claims:
        claims.setdefault(bisect_right(starts, claim.trigger.start) - 1, []).append(claim)
    times: dict[int, list[int]] = {}
    for n, x in enumerate(read.times):
        times.setdefault(bisect_right(starts, x.start) - 1, []).append(n)
    return [_telling(name, read, s, claims.get(i, []), times.get(i, []), i < 3) for i, s in enumerate(spans)]


def _in_noise(read: ReadReport, at: int) -> bool:
    return any(n.start <= at < n.end for n in read.report.noise)


def _telling(
    name: str, read: ReadReport, span: tuple[int, int], claims: list[Claim], times: list[int], lead: bool
) -> Telling:
    text = read.report.text[span[0] : span[1]]
    words = stems(text)
    groups = {g: once for g, of, about, once in _families() if of & words and (not about or about & words)}
    past, coming, not_yet = set(), set(), set()
    of_time: dict[int, set[str]] = {}
    negated = bool(_NOT_YET.search(text))
    back = bool(_LOOKS_BACK.search(text))
    behind = any(read.times[n].tense == "past" for n in times)  # "the decision to leave came after ... in July"
    spoken: set[str] = set()
    fitting = [(g, of) for g, of, about, _ in _families() if not about or about & words]
    for claim in claims:
        verb = {stem(w) for w in claim.lemma.split()}
        own = {g for g, of in fitting if verb & of}
        spoken |= own
        if claim.time is not None:
            of_time.setdefault(claim.time, set()).update(own)
        if claim.factuality in ("happened", "ongoing"):
            past |= own
        elif claim.factuality == "planned" and not back and not behind:
            coming |= own
        elif claim.factuality == "not_happened" and negated:
            not_yet |= own
    if behind or (not claims and _TELLS_PAST.search(text) and not _AHEAD.search(text)):
        past |= set(groups) - spoken - coming - not_yet
    kept = tuple(n for n in times if span[0] <= read.times[n].start < span[1])
    free = frozenset(set(groups) - set().union(*of_time.values())) if of_time else frozenset(groups)
    timed = [(n, frozenset(of_time[n]) if n in of_time else free) for n in kept]
    lands = frozenset(c for m in _NAME.finditer(text) if (c := _land(m.group())))
    return Telling(
        name, span[0], span[1], frozenset(groups), frozenset(g for g, o in groups.items() if o), words, lands,
        frozenset(past), frozenset(coming), frozenset(not_yet), tuple(timed), lead,
    )  # fmt: skip


def anchor(read: ReadReport, told: Telling) -> Anchor:
    """The words of a telling."""
    return Anchor.cut(read.report.id, read.report.text, told.start, told.end)
