"""What "the ship" or "the canal authority" stands for: a thing that is named elsewhere and called by that noun.

In:   the named mentions of all reports with their keys; a mention without a name.
Out:  the key of the one thing that it can only be, or None.
Room: record. What a thing is called is learnt from the whole pile ("the container ship Orsk" in one report); whom a
report means is decided by what that report names. The nouns are lexicon/names_things.tsv.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from dateline.claim.model import Mention, ReadReport
from dateline.lexicon.places import fold, place
from dateline.lexicon.tables import table
from dateline.record import names
from dateline.record.naming import Key, Named

BEFORE: Final = 60  # characters before and after a name in which it is said what it is
LEAD: Final = 400  # characters; a report that begins with "a ship" has named it by then
MOST: Final = 1 / 3  # of the reports, at least, name a thing that is meant where no report around names it
FEWEST: Final = 3  # reports
WORDS: Final = 6  # of a mention; a longer one says more than which thing it is
THINGS: Final = frozenset({"misc", "facility", "place"})
COUNTRY: Final = frozenset({"country", "nation"})
DEFINITE: Final = frozenset({"the", "that", "this"})
OTHER: Final = re.compile(r"\b(?:another|second|third|other|nearby|neighbouring|neighboring)\s", re.I)
_SAID: Final = re.compile(  # in one line: the last word of a headline is no name's
    r"(?<![\w-])((?:[a-z-]+ ){0,2})([a-z-]+),?[^\S\n]+(?:named\s+|called\s+)?(?:the\s+)?"
    r"[\"“‘']?([A-Z][\w-]*(?: [A-Z0-9][\w-]*){0,3})"
)
_AFTER: Final = re.compile(r"[\"”’']?,?\s+(?:which\s+)?(?:is\s+|was\s+)?(?:the|an?)\s+((?:[\w-]+\s){0,3}[\w-]+)")
_CAPITALS: Final = re.compile(r"[A-Z][\w-]*(?:\s[A-Z0-9][\w-]*){0,5}")
LONGEST: Final = 4  # words of a thing's name
KEPT: Final = 50_000  # runs of capitalised words of which it is remembered what they name


@cache
def _things() -> dict[str, tuple[frozenset[str], str]]:
    """Noun -> the nouns that can stand for it, itself among them, and where it is found by a name."""
    return {
        row["noun"]: (frozenset(filter(None, (row["noun"], *row["also"].split(";")))), row["named"])
        for row in table("names_things")
    }


@dataclass(slots=True)
class Called:
    """What the named things of a pile are called, and where they are named."""

    reports: int = 0
    by_noun: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    by_tail: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))  # "canal authority"
    words: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))  # that go with its noun: "container"
    first: dict[Key, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))  # report -> where named first
    rivals: dict[tuple[str, str], list[int]] = field(default_factory=dict)  # (report, noun) -> places of "a ship"
    lands: dict[str, list[tuple[int, Key]]] = field(default_factory=lambda: defaultdict(list))  # countries, by place
    starts: dict[str, list[int]] = field(default_factory=dict)  # of each report's sentences

    def land(self, report: str, at: int) -> Key | None:
        """The one country that the sentence has named by then: "As Norland votes, the country ..."."""
        begins = max((s for s in self.starts.get(report, ()) if s <= at), default=at)
        found = {key for place, key in self.lands.get(report, ()) if begins <= place < at}
        return next(iter(found)) if len(found) == 1 else None


def called(named: Iterable[Named], reports: Mapping[str, ReadReport], find: Callable[[Key], Key]) -> Called:
    """Learns what each named thing is called."""
    out = Called(len(reports))
    written: dict[str, set[Key]] = defaultdict(set)  # name -> what it names
    for item in named:
        if item.key is None:
            continue
        key = find(item.key)
        report, at = item.spot[0], item.spot[1]
        out.first[key][report] = min(at, out.first[key].get(report, at))
        words = _plain_words(item.name)
        if item.key[0] == "place" and (found := place(item.name)) is not None and found.kind == "country":
            out.lands[report].append((at, key))
        if item.key[0] == "person":
            office = fold(item.mention.title or names.title_words(item.name)).split()
            if office and _things().get(office[-1], (None, ""))[1] == "office":
                _note(out, key, office[-1], ())
            continue
        if len(words) > 2 and words[-1] not in names.table_words("qualified"):
            out.by_tail[" ".join(words[-2:])].add(key)
        if len(words) > 1 and _things().get(words[-1], (None, ""))[1] in ("last", "both"):
            _note(out, key, words[-1], words[:-1])
        if key[0] in THINGS and not key[1].startswith("country:") and len(words) <= LONGEST:
            written[" ".join(words)].add(key)
            after = _AFTER.match(reports[report].report.text, item.spot[2], item.spot[2] + BEFORE)
            said = after.group(1).lower().split() if after else []
            noun = next((n for n, w in enumerate(said) if w in _things()), None)
            if noun is not None and _things()[said[noun]][1] in ("front", "both"):
                _note(out, key, said[noun], said[:noun])
    things = {name: next(iter(keys)) for name, keys in written.items() if len(keys) == 1}
    longest = lru_cache(KEPT)(lambda *words: _longest(words, things))  # what one report writes, others write too
    for name, read in sorted(reports.items()):
        out.starts[name] = [a for a, _ in read.sentences]
        _scan(name, read, longest, out)
    _find_rivals(out, reports)
    return out


def _plain_words(name: str) -> list[str]:
    return [w.strip("\"“”'’.,") for w in fold(name).split()]


def _note(out: Called, key: Key, noun: str, around: Iterable[str]) -> None:
    out.words[key].update(around)
    for wider in _things()[noun][0]:
        out.by_noun[wider].add(key)


def _scan(name: str, read: ReadReport, longest: Callable[..., Key | None], out: Called) -> None:
    """What the words of one report say of the things that the pile names: "the container ship Orsk"; where they stand.

    The reader of names finds a ship's name here and misses it there; what one report names is a name in the next.
    """
    text = read.report.text
    for found in _SAID.finditer(text):
        noun = found.group(2)
        if noun in _things() and _things()[noun][1] in ("front", "both"):
            key = longest(*found.group(3).split())
            if key is not None:
                _note(out, key, noun, found.group(1).split())
    for found in _CAPITALS.finditer(text):
        words = found.group().split()
        for n in range(len(words)):
            key = longest(*words[n : n + LONGEST])
            if key is not None:
                at = found.start()
                out.first[key][name] = min(at, out.first[key].get(name, at))
                break


def _longest(words: Sequence[str], things: Mapping[str, Key]) -> Key | None:
    """The thing whose name the words begin with."""
    plain = _plain_words(" ".join(words))
    return next((things[n] for k in range(len(plain), 0, -1) if (n := " ".join(plain[:k])) in things), None)


def _find_rivals(out: Called, reports: Mapping[str, ReadReport]) -> None:
    for name, read in reports.items():
        for m in read.mentions:
            if not m.named and m.head.lower() in out.by_noun and _introduces(m):
                out.rivals.setdefault((name, m.head.lower()), []).append(m.anchor.start)


def _introduces(m: Mention) -> bool:
    """Whether the words bring in something new: "a ship", "another canal", a bare noun of a headline."""
    first = m.anchor.text.split()[0].lower()
    return first in ("a", "an") or bool(OTHER.match(m.anchor.text))


def meant(m: Mention, report: str, known: Called) -> Key | None:
    """The one named thing that the words stand for in this report, or None.

    "The canal authority" is the only body of that name; "the ship" the only ship that the report names, or that a
    third of the pile names where this report names none; "a ship" at the very beginning is the one named next.
    """
    words = m.anchor.text.split()
    if not words or len(words) > WORDS + 2 or m.named:
        return None
    definite = words[0].lower() in DEFINITE
    rest = [w.lower().strip("\"“”'’.,").removesuffix("'s").removesuffix("’s") for w in words[1 if definite else 0 :]]
    if definite and len(rest) == 2 and rest[-1] == m.head.lower():
        tails = known.by_tail.get(" ".join(rest), set())
        if len(tails) == 1:
            return next(iter(tails))
    noun = m.head.lower()
    keys = known.by_noun.get(noun)
    if noun in COUNTRY and definite and len(rest) == 1:
        return known.land(report, m.anchor.start)
    if not keys or noun not in rest:
        return None
    here = sorted(k for k in keys if report in known.first[k])
    at = m.anchor.start
    if len(here) > 1 or not _plain(rest[: rest.index(noun)], here or sorted(keys), known):
        return None
    others = known.rivals.get((report, noun), [])
    if not definite:
        return here[0] if here and _delayed(words, at, known.first[here[0]][report], others) else None
    if here:
        named_at = known.first[here[0]][report]
        return None if any(named_at < other < at for other in others) else here[0]
    only = next(iter(keys))
    often = len(known.first[only])
    many = len(keys) == 1 and often >= FEWEST and often >= MOST * known.reports
    return only if many and not any(other < at for other in others) else None


def _delayed(words: list[str], at: int, named_at: int, others: list[int]) -> bool:
    """ "A ship ran aground. The Orsk ...": the report begins with what it names right after."""
    first = words[0].lower()
    bare = at == 0 and first not in ("a", "an")
    alone = [o for o in others if o < named_at] in ([], [at])
    return (bare or (first in ("a", "an") and at <= LEAD)) and at < named_at <= at + LEAD and alone


def _plain(before: list[str], keys: list[Key], known: Called) -> bool:
    """Whether the words before the noun say no more than is known of the thing: "the giant container ship"."""
    free = names.table_words("neutral") | {"a", "an"}
    return all(w in free or any(w in known.words[k] for k in keys) for w in before)
