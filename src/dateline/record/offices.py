"""Who "the carrier's chief executive" is: the one person of the pile who is called by that office.

In:   the named mentions of all reports with their keys; a mention without a name.
Out:  the key of the one person it can only be, or None.
Room: record. An office that two people of the pile hold is nobody's here: unknown is a value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.model import Mention, ReadReport
from dateline.claim.wording.content import folded
from dateline.record import names
from dateline.record.naming import Key, Named

BEFORE: Final = 80  # characters before a name in which it is said whose office it is
LONGEST: Final = 9  # words of a mention; a longer one says more than which office it is
CROWD: Final = 400  # tellings of offices with one last word; among more, each is one of many
FEWEST: Final = 2  # words of an office that tells somebody where nobody is named beside it: "chief executive"
SMALL: Final = word_list("the a an of for at to in and its his her their our")
# Who is one of many: of another report's spokesman nobody knows which one he is.
MANY: Final = word_list(
    "spokesman spokeswoman spokesperson official member lawmaker officer analyst expert senator professor doctor "
    "worker resident lawyer journalist reporter soldier adviser aide diplomat source candidate man woman"
)
KIN: Final = word_list("son daughter brother sister wife husband father mother friend widow cousin year")  # no office
APART: Final = word_list("former deputy acting vice assistant ex then future late interim designate")
_OWNER: Final = re.compile(r"((?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*)['’]s\s")
_ANY_OWNER: Final = re.compile(r"^(?:the|its|their|his|her|this|that)?\s*((?:[\w.-]+\s){0,3}[\w.-]+)['’]s\s+", re.I)


@dataclass(slots=True)
class Holders:
    """Who is called by which office."""

    here: dict[tuple[str, str], list[tuple[frozenset[str], frozenset[str], Key]]] = field(
        default_factory=lambda: defaultdict(list)
    )  # (report, last word of the office) -> its words, the words of whose it is, the person
    all: dict[str, list[tuple[frozenset[str], frozenset[str], Key]]] = field(
        default_factory=lambda: defaultdict(list)
    )  # the same over all reports


def holders(named: Iterable[Named], reports: Mapping[str, ReadReport], find: Callable[[Key], Key]) -> Holders:
    """Learns by which office each person is called, and whose office it is."""
    out = Holders()
    for item in named:
        if item.key is None or item.key[0] != "person":
            continue
        title = item.mention.title or names.title_words(item.name)
        words = _words(title)
        if not words:
            continue
        report, start = item.spot[:2]
        owners = _OWNER.findall(reports[report].report.text, max(0, start - BEFORE), start)
        around = frozenset(w for owner in owners[-1:] for w in _words(owner))
        for head in words & _heads(title):
            row = (words, around, find(item.key))
            out.here[report, head].append(row)
            out.all[head].append(row)
    return out


def holder(mention: Mention, report: str, known: Holders) -> Key | None:
    """The one person the words stand for: of this report, or, where they say whose office it is, of all reports."""
    text, head = mention.anchor.text, mention.head.lower()
    if mention.named or mention.kind not in ("person", "office") or len(text.split()) > LONGEST:
        return None
    if text.split()[0].lower() in ("a", "an", "another", "one"):
        return None
    owner = _ANY_OWNER.match(text)
    plain = owner is not None and owner.group(1) == owner.group(1).lower()  # "the company's"
    words = _words(text[owner.end() :] if owner is not None and plain else text)
    told_whose = any(w[:1].isupper() for w in text.split()[1:]) or (owner is not None and not plain)
    if words & KIN or head not in words or (len(words) < FEWEST and not told_whose):
        return None
    found = _fitting(words, known.here.get((report, head), ()))
    if not found and told_whose and head not in MANY:
        found = _fitting(words, known.all.get(head, ()))
    return next(iter(found)) if len(found) == 1 else None


def _fitting(words: frozenset[str], rows: Sequence[tuple[frozenset[str], frozenset[str], Key]]) -> set[Key]:
    """The persons whose office, with whose it is, holds all the words, and who hold it as much as these say."""
    if len(rows) > CROWD:
        return set()
    return {
        key
        for office, around, key in rows
        if words <= office | around and len(words & office) > 0 and (words & APART) == (office & APART)
    }


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    """The words of an office, folded: "the head of Orsk Lines" and "Orsk Lines' head" have the same."""
    found = (w.strip(',.;:"“”()').removesuffix("'s").removesuffix("’s") for w in text.replace("-", " ").split())
    return frozenset(folded(w) for w in found if w and w.lower() not in SMALL)


@lru_cache(maxsize=20_000)
def _heads(text: str) -> frozenset[str]:
    """The words that an office may end in: the last, and the last before "of"."""
    before = re.split(r"\s(?:of|for|at|to|in)\s", text, maxsplit=1)[0].split()
    return frozenset(folded(w) for w in (text.split()[-1:] + before[-1:]))
