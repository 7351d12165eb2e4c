"""Who is who over all reports.

In:   what was read from each report: its mentions, named or not, and which earlier mention each stands for.
Out:  entities with their names, offices and mentions, and for each mention the entity it is one of.
Room: record. A mention that could be two entities is none of them: unknown is a value.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dateline.claim.model import Mention, MentionKind, ReadReport
from dateline.lexicon.places import demonym, fold, place
from dateline.record import names
from dateline.record.definite import called, meant
from dateline.record.known import Known, known, short_of
from dateline.record.model import Entity, Office
from dateline.record.naming import (
    MISC,
    Key,
    Named,
    Spot,
    acronyms,
    is_common_noun,
    key_of,
    kinds_of,
    land_of,
    named_in,
    real_names,
    roles_in,
    things,
)
from dateline.record.offices import holder, holders
from dateline.record.shortened import shortened
from dateline.terms import Anchor, When

LOOK_BACK: Final = 20  # full names of one surname, before a single name and after, that are looked at
WINDOW: Final = 60  # full names of one surname, next in the alphabet, that are compared
FAMOUS: Final = 6  # times named in full, at least, to be meant by a bare surname though others bear it
BETTER_KNOWN: Final = 3  # times as often named in full
CROWD: Final = 100  # persons of one surname; among more a single name is nobody
RARE: Final = 10  # a longer name of a body counts if it is written at least once for so many shorter ones


@dataclass(slots=True)
class _Pile:
    """What is gathered while the reports are gone through."""

    named: list[Named] = field(default_factory=list)
    of: dict[Spot, Key] = field(default_factory=dict)
    parent: dict[Key, Key] = field(default_factory=dict)
    at: dict[tuple[str, int], list[Spot]] = field(
        default_factory=lambda: defaultdict(list)
    )  # names by where they begin

    def find(self, key: Key) -> Key:
        while self.parent.get(key, key) != key:
            key = self.parent[key]
        return key

    def join(self, a: Key, b: Key) -> None:
        one, other = sorted((self.find(a), self.find(b)))
        if one != other:
            self.parent[other] = one


def entities(reports: Mapping[str, ReadReport]) -> tuple[dict[str, Entity], dict[Spot, str]]:
    """Everybody and everything that is named, and which mention is one of whom.

    Names are joined inside a report first (a surname after the full name), then over reports: places and known bodies
    by their tables, bodies by their words or acronym, persons by surname and given names, spellings allowed for. The
    work grows with the number of names that share a surname, not with all pairs.
    """
    pile = _Pile()
    for name in sorted(reports):
        pile.named.extend(named_in(reports[name]))
    kinds = kinds_of(pile.named, reports) | dict.fromkeys(things(pile.named, reports), MISC)
    pile.named = real_names(pile.named, reports)
    longs = acronyms(pile.named, reports)
    roles = {name: roles_in(read) for name, read in reports.items()}
    for item in pile.named:
        here = roles[item.spot[0]].get(item.spot[1:], frozenset())
        item.key = key_of(item, kinds, longs, reports[item.spot[0]].report.text, here)
    _join_people(pile)
    _join_bodies(pile)
    for short, long in shortened(pile.named).items():
        pile.join(short, long)
    _join_short(pile)
    for item in pile.named:
        if item.key is not None:
            pile.of[item.spot] = pile.find(item.key)
            pile.at[item.spot[:2]].append(item.spot)
    _follow(pile, reports)
    return _build(pile, reports)


def _join_people(pile: _Pile) -> None:
    """Joins spellings of full names over reports, then surnames to the one person they can be."""
    counts = Counter(n.key for n in pile.named if n.key and n.key[0] == "person")
    full = sorted(k for k in counts if " " in k[1])
    block: dict[str, list[Key]] = defaultdict(list)
    for key in full:
        block[names.skeleton(key[1].split()[-1])].append(key)
    for members in block.values():
        for i, a in enumerate(members):
            for b in members[i + 1 : i + WINDOW]:
                if names.same_person(a[1].split(), b[1].split()):
                    pile.join(a, b)
    _join_single(pile, full)


def _join_single(pile: _Pile, full: list[Key]) -> None:
    """Gives single names the person they stand for, report by report."""
    surnames: dict[str, set[Key]] = defaultdict(set)
    alike: dict[str, set[Key]] = defaultdict(set)
    for key in full:
        surname = key[1].split()[-1]
        surnames[surname].add(key)
        alike[names.skeleton(surname)].add(key)
    here: dict[str, list[Named]] = defaultdict(list)
    told: Counter[Key] = Counter()  # how often each person is named in full
    for item in pile.named:
        if item.key and item.key[0] == "person":
            here[item.spot[0]].append(item)
            told[pile.find(item.key)] += " " in item.key[1]
    for _, items in sorted(here.items()):
        fulls: dict[str, list[Named]] = defaultdict(list)
        given: dict[str, set[Key]] = defaultdict(set)
        for item in items:
            *first, last = item.key[1].split() if item.key else ("",)
            if first and item.key:
                fulls[names.skeleton(last)].append(item)
                for word in first:
                    given[word].add(item.key)
        for item in items:
            if item.key and " " not in item.key[1]:
                item.key = _alone(item, fulls, (surnames, given, alike), pile, told)


def _alone(
    item: Named,
    fulls: Mapping[str, list[Named]],
    wider: tuple[Mapping[str, set[Key]], ...],
    pile: _Pile,
    told: Mapping[Key, int],
) -> Key:
    """Whom a single name stands for: the one just named in full in this report, else the only one it can be.

    Where a report names two of one surname, a bare surname is the one who is far better known to the pile ("Gadhafi"
    is the leader, not his son), else the one named last.

    `wider`: persons of the pile by surname, of the report by given name, of the pile by the skeleton of the surname.
    """
    assert item.key is not None
    word = item.key[1]
    near = fulls.get(names.skeleton(word), [])
    at = bisect_right(near, item.spot[1], key=lambda o: o.spot[1])
    around = (*reversed(near[max(0, at - LOOK_BACK) : at]), *near[at : at + LOOK_BACK])
    fits = [o.key for o in around if o.key and names.spelled_alike(o.key[1].split()[-1], word)]
    ranks = sorted({pile.find(k) for k in fits}, key=lambda k: (-told[k], k))
    if len(ranks) > 1 and told[ranks[0]] >= BETTER_KNOWN * told[ranks[1]]:
        return ranks[0]
    if fits:
        return fits[0]
    surnames, given, alike = wider
    like = alike.get(names.skeleton(word), set())
    if len(like) <= CROWD:
        like = {k for k in like if names.spelled_alike(k[1].split()[-1], word)}
    for keys in (surnames.get(word, set()), given.get(word, set()), like):
        if len(keys) > CROWD:
            return item.key
        found = {pile.find(k) for k in keys}
        if found:
            return _best_known(found, told) or item.key
    return item.key


def _best_known(found: set[Key], told: Mapping[Key, int]) -> Key | None:
    """The only person, or the one who is far better known to the pile than the next."""
    first, *others = sorted(found, key=lambda k: (-told[k], k))
    if not others or (told[first] >= FAMOUS and told[first] >= BETTER_KNOWN * told[others[0]]):
        return first
    return None


def _join_bodies(pile: _Pile) -> None:
    """Joins a short name to the one longer name that it starts ("Wagner", "Wagner Group") or ends ("Chargers")."""
    written: dict[Key, Counter[str]] = defaultdict(Counter)
    for item in pile.named:
        if item.key and item.key[0] in ("body", "misc", "facility"):
            written[item.key][item.name] += 1
    starts: dict[str, list[Key]] = defaultdict(list)
    ends: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(written):
        words = fold(min(written[key])).split() or [""]
        starts[words[0]].append(key)
        if len(words) > 1:
            ends[words[-1]].append(key)
    for key in sorted(written):
        name = min(written[key])
        words = fold(name).split() or [""]
        longer = [b for b in starts[words[0]] if b != key and names.short_for(name, min(written[b]))]
        if not longer and len(words) == 1 and not is_common_noun(name):
            longer = ends[words[0]]
        if len({pile.find(b) for b in longer}) == 1:
            pile.join(key, longer[0])


def _join_short(pile: _Pile) -> None:
    """Inside one report: "the Post" after "The Washington Post", "the Authority" after "the Port Authority"."""
    here: dict[str, list[Named]] = defaultdict(list)
    for item in pile.named:
        here[item.spot[0]].append(item)
    for _, items in sorted(here.items()):
        rows = {i.key: r for i in items if i.key and i.key[0] == "table" and (r := known(i.key[1])) is not None}
        ends: dict[str, set[Key]] = defaultdict(set)
        for item in items:
            if item.key and item.key[0] in ("body", "table") and " " in item.name:
                ends[fold(item.name).split()[-1]].add(item.key)
        for item in items:
            if item.key is None or item.key[0] in ("person", "table", "place") or " " in item.name:
                continue
            full = {k for k, row in rows.items() if short_of(item.name, row)} or ends.get(fold(item.name), set())
            if len(full) == 1:
                item.key = next(iter(full))


def _follow(pile: _Pile, reports: Mapping[str, ReadReport]) -> None:
    """Gives mentions without a name the entity of the mention they stand for, and "the junta" the only one there is."""
    ruling = _classes(pile)
    things = called(pile.named, reports, pile.find)
    held = holders(pile.named, reports, pile.find)
    for name in sorted(reports):
        refers = {(m.anchor.start, m.anchor.end): m.refers for m in reports[name].mentions}
        nobody: set[tuple[int, int]] = set()  # mentions known to lead to no name
        for mention in reports[name].mentions:
            spot = (name, mention.anchor.start, mention.anchor.end)
            if spot in pile.of:
                continue
            way: list[tuple[int, int]] = []
            at = mention.refers
            while at is not None and at not in nobody and (name, *at) not in pile.of:
                way.append(at)
                nobody.add(at)
                at = refers.get(at)
            if at is not None and (name, *at) in pile.of:
                pile.of[spot] = pile.of[(name, *at)]
                nobody.difference_update(way)
            elif (row := ruling.get(mention.head.lower())) and land_of(mention.anchor.text) in (None, row.country):
                pile.of[spot] = ("table", row.name)
            elif (
                thing := _name_behind(mention, name, pile, reports[name])
                or holder(mention, name, held)
                or meant(mention, name, things)
            ) is not None:
                pile.of[spot] = thing


def _name_behind(mention: Mention, report: str, pile: _Pile, read: ReadReport) -> Key | None:
    """The person named right behind an office: "Norland's elected president Ada Wells", read without the name."""
    if mention.kind not in ("person", "office"):
        return None
    at = mention.anchor.end + 1
    key = next((pile.of[n] for n in pile.at.get((report, at), ()) if pile.of[n][0] == "person"), None)
    return key if key is not None and read.report.text[mention.anchor.end : at] == " " else None


def _classes(pile: _Pile) -> dict[str, Known]:
    """Sort of body ("junta") -> the only known body of that sort that the pile names."""
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for key in pile.of.values():
        row = known(key[1]) if key[0] == "table" else None
        if row and row.sort:
            found[row.sort][row.name] = row
    return {sort: next(iter(rows.values())) for sort, rows in found.items() if len(rows) == 1}


def _build(pile: _Pile, reports: Mapping[str, ReadReport]) -> tuple[dict[str, Entity], dict[Spot, str]]:
    groups: dict[Key, list[Spot]] = defaultdict(list)
    for spot, key in pile.of.items():
        groups[pile.find(key)].append(spot)
    named: dict[Key, list[Named]] = defaultdict(list)
    for item in pile.named:
        if item.key is not None and item.spot in pile.of:
            named[pile.find(pile.of[item.spot])].append(item)
    texts = {name: read.report.text for name, read in reports.items()}
    titles = {
        (name, m.anchor.start, m.anchor.end): m.title for name, r in reports.items() for m in r.mentions if m.title
    }
    found: dict[str, Entity] = {}
    of: dict[Spot, str] = {}
    for key in sorted(groups):
        spots = sorted(groups[key])
        entity = _entity(key, spots, named[key], texts, titles, found)
        found[entity.id] = entity
        of.update(dict.fromkeys(spots, entity.id))
    return dict(sorted(found.items())), dict(sorted(of.items()))


def _entity(
    key: Key,
    spots: list[Spot],
    named: list[Named],
    texts: Mapping[str, str],
    titles: Mapping[Spot, str],
    taken: Mapping[str, Entity],
) -> Entity:
    written = Counter(_alias(key, item.name) for item in named)
    aliases = tuple(sorted(written.items(), key=lambda a: (-a[1], a[0])))
    name = _best(key, written)
    kind = _kind(key, named)
    anchors = tuple(Anchor.cut(r, texts[r], a, b) for r, a, b in spots)
    return Entity(_id(key, name, taken), name, kind, aliases, _offices(key, named, titles), anchors)


def _alias(key: Key, name: str) -> str:
    """The name as an alias: of a person without the office before it."""
    if key[0] != "person":
        return name
    first = (names.person_words(name) or ("",))[0]
    words = name.split()
    at = next((n for n, w in enumerate(words) if fold(w.strip("\"“”'’.,")) == first), 0)
    return " ".join(words[at:])


def _best(key: Key, written: Counter[str]) -> str:
    """The fullest name: of the tables, else the most frequent of the full forms."""
    if key[0] == "table":
        return key[1]
    if key[0] == "place" and not key[1].startswith("named:"):
        found = next((p for w in sorted(written) for p in (place(w), demonym(w)) if p and p.key == key[1]), None)
        if found is None:
            inside = next((p for w in sorted(written) if (p := place(w)) and p.within), None)
            found = place(inside.within) if inside and inside.within else None
        if found:
            return found.name
    most = max(written.values(), default=0)
    full = [w for w in written if " " in w and (key[0] == "person" or written[w] * RARE >= most)] or list(written)
    return min(full, key=lambda w: (-written[w], w.isupper(), -len(w), w)) if full else key[1]


def _kind(key: Key, named: list[Named]) -> MentionKind:
    if key[0] == "table":
        row = known(key[1])
        return row.kind if row else "organisation"
    if key[0] == "place":
        return "place"
    if key[0] == "person":
        return "person"
    if key[0] == "misc":
        return "misc"
    votes: Counter[MentionKind] = Counter(k for n in named if (k := n.mention.kind) and k not in ("group", "person"))
    return min(votes, key=lambda k: (-votes[k], k)) if votes else "organisation"


def _id(key: Key, name: str, taken: Mapping[str, Entity]) -> str:
    """An id made from what the entity is called; of persons from surname and initial, which outlive new spellings."""
    label = "|".join(key)
    if key[0] == "person":
        words = names.person_words(name) or (name,)
        label = f"person|{names.skeleton(words[-1])}|{words[0][0] if len(words) > 1 else ''}"
        if _hashed(label) in taken:
            label = f"person|{' '.join(words)}"
    while _hashed(label) in taken:
        label += "'"
    return _hashed(label)


def _hashed(label: str) -> str:
    return "e" + hashlib.sha256(label.encode("utf-8", "replace")).hexdigest()[:11]


def _offices(key: Key, named: list[Named], titles: Mapping[Spot, str]) -> tuple[Office, ...]:
    if key[0] != "person":
        return ()
    found: dict[str, list[tuple[str, Anchor]]] = defaultdict(list)
    for item in named:
        title = titles.get(item.spot) or names.title_words(item.name)
        if title and title.split()[-1].lower() not in names.table_words("link"):
            found[fold(title)].append((title, item.mention.anchor))
    return tuple(
        Office(min(t for t, _ in held), When(), tuple(sorted(a for _, a in held))) for _, held in sorted(found.items())
    )
