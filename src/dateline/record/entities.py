"""Who is who over all reports.

In:   what was read from each report: its mentions, named or not, and which earlier mention each stands for.
Out:  entities with their names, offices and mentions, and for each mention the entity it is one of.
Room: record. A mention that could be two entities is none of them: unknown is a value.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dateline.claim.model import Mention, MentionKind, ReadReport
from dateline.lexicon.places import Place, demonym, fold, place
from dateline.record import names
from dateline.record.known import Known, known, short_of
from dateline.record.model import Entity, Office
from dateline.terms import Anchor, When

Spot = tuple[str, int, int]  # report, start, end
Key = tuple[str, str]  # kind of node, canonical name

BODIES: Final = frozenset(["organisation", "publisher", "facility", "agreement", "office", "misc"])
ACTING: Final = frozenset(["actor", "recipient"])
NUMBER: Final = re.compile(r"\s(\d{1,4})\b")  # "Air Base 201"
ACRONYM: Final = re.compile(r"\s?[(\[]\s?(?:the\s)?([A-Z][A-Za-z0-9.&/-]{1,9})\s?[)\]]")
GROUPS: Final = frozenset(
    ["troops", "forces", "soldiers", "officials", "leaders", "rebels", "workers", "police", "men"]
)
MISC: Final[MentionKind] = "misc"
NO_TOWN: Final = frozenset(["organisation", "publisher", "facility", "agreement", "misc"])
NOT_TOWNS: Final = frozenset(["the", "ship", "vessel", "freighter", "tanker", "mv", "m/v", "ss", "uss", "hms", "boat"])
AMBIGUOUS: Final = frozenset(["GE", "JO", "TD", "IL"])  # countries that are also names of persons


@dataclass(slots=True)
class _Named:
    """A named mention on its way to an entity."""

    spot: Spot
    mention: Mention
    name: str  # its core words, as written
    front: str  # what stands before them
    key: Key | None = None


@dataclass(slots=True)
class _Pile:
    """What is gathered while the reports are gone through."""

    named: list[_Named] = field(default_factory=list)
    of: dict[Spot, Key] = field(default_factory=dict)
    parent: dict[Key, Key] = field(default_factory=dict)

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
        pile.named.extend(_named(reports[name]))
    kinds = _kinds(pile.named) | dict.fromkeys(_things(pile.named, reports), MISC)
    pile.named = _real(pile.named, reports)
    longs = _acronyms(pile.named, reports)
    for item in pile.named:
        item.key = _key(item, kinds, longs, reports[item.spot[0]])
    _join_people(pile)
    _join_bodies(pile)
    _join_short(pile)
    for item in pile.named:
        if item.key is not None:
            pile.of[item.spot] = pile.find(item.key)
    _follow(pile, reports)
    return _build(pile, reports)


def _named(read: ReadReport) -> Iterable[_Named]:
    text = read.report.text
    for mention in sorted(read.mentions, key=lambda m: (m.anchor.start, m.anchor.end)):
        if not mention.named:
            continue
        spot = (read.report.id, mention.anchor.start, mention.anchor.end)
        name, front = names.core(mention.anchor.text)
        if not name and names.is_capital(mention.anchor.text) and mention.kind != "group":
            name, front = _public_body(mention)
        number = NUMBER.match(text, mention.anchor.end) if mention.kind == "facility" else None
        if name and not _is_two(name) and not (mention.kind == "group" and demonym(name) is None):
            yield _Named(spot, mention, name + (f" {number.group(1)}" if number else ""), front)


def _is_two(name: str) -> bool:
    """Whether it is two names with "and" between them: "Pentagon and Niger"."""
    if " and " not in name or place(name):
        return False
    return all(known(part) or place(part) or demonym(part) for part in name.split(" and "))


def _public_body(mention: Mention) -> tuple[str, str]:
    """A body that every country has, with its country: "the Nigerien government"; ("", "") for anything else."""
    words = mention.anchor.text.split()
    if words[-1].lower() in names.table_words("qualified") and len(words) <= 5 and _land(" ".join(words[:-1])):
        return " ".join(w for w in words if w.lower() not in ("the", "a")), ""
    return "", ""


def _real(named: list[_Named], reports: Mapping[str, ReadReport]) -> list[_Named]:
    """The names without words that only open sentences ("Convoys left") or stand in headlines ("American Troops")."""
    inside = {n.name for n in named if not _opens(n, reports)}
    return [n for n in named if not (_doubtful(n) and n.name not in inside) and not _common(n)]


def _doubtful(item: _Named) -> bool:
    if item.mention.kind in ("person", "place", "publisher") or " " in item.name or not item.name[1:].islower():
        return False
    return known(item.name) is None and place(item.name) is None and demonym(item.name) is None


def _opens(item: _Named, reports: Mapping[str, ReadReport]) -> bool:
    before = reports[item.spot[0]].report.text[: item.spot[1]].rstrip(" \t\"“‘'(•-")
    return not before or before[-1] in "\n.!?:;"


def _common(item: _Named) -> bool:
    """Whether a name of no kind of its own ends in a common noun in the plural: "American Troops" in a headline."""
    last = item.name.rsplit(maxsplit=1)[-1].lower()
    return item.mention.kind in ("misc", None) and last in GROUPS


def _kinds(named: list[_Named]) -> dict[str, MentionKind]:
    """The kind most mentions of a name have, ties by name of the kind; a surname of the pile is a person's."""
    votes: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    titled: set[str] = set()
    for item in named:
        if item.mention.kind and item.mention.kind != "group":
            votes[fold(item.name)][item.mention.kind] += 1
        if item.mention.title or names.title_words(item.name):
            titled.add(fold(item.name))
    kinds = {name: min(c, key=lambda k: (-c[k], k)) for name, c in votes.items()}
    full = [names.person_words(name) for name, kind in kinds.items() if kind == "person" or name in titled]
    surnames = {words[-1] for words in full if len(words) > 1}
    for name in kinds:
        words = names.person_words(name)
        if words and words[-1] in surnames and (len(words) == 1 or name in titled) and known(name) is None:
            kinds[name] = "person"
    return kinds


def _acronyms(named: Iterable[_Named], reports: Mapping[str, ReadReport]) -> dict[str, str]:
    """Acronyms that a report gives in brackets after the long name; one that stands for two names is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in named:
        text = reports[item.spot[0]].report.text
        inside = ACRONYM.search(item.mention.anchor.text)
        after = ACRONYM.match(text, item.spot[2])
        for match in (inside, after):
            if match and _abbreviates(match.group(1), item.name):
                found[match.group(1).replace(".", "")].add(item.name)
    return {a: min(n) for a, n in found.items() if len({names.body_words(x) for x in n}) == 1}


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym can stand for a name of several words, translated ones included ("CNSP")."""
    letters = fold(acronym).replace("-", "")
    firsts = names.initials(name)
    return len(name.split()) > 1 and len(set(letters) & set(firsts)) * 2 >= len(set(letters))


def _things(named: Iterable[_Named], reports: Mapping[str, ReadReport]) -> set[str]:
    """Names of towns that the pile uses for something else: "the Dali", "the freighter Dali"."""
    seen: dict[str, list[int]] = defaultdict(list)
    for item in named:
        found = place(item.name)
        if found and found.kind == "city" and not item.name.lower().startswith("the "):
            before = reports[item.spot[0]].report.text[max(0, item.spot[1] - 12) : item.spot[1]].lower().split()
            seen[fold(item.name)].append(1 if before and before[-1] in NOT_TOWNS else 0)
    return {name for name, votes in seen.items() if sum(votes) * 2 > len(votes)}


def _key(item: _Named, kinds: Mapping[str, MentionKind], longs: Mapping[str, str], read: ReadReport) -> Key | None:
    """What a name is by itself, before names are compared."""
    row = known(longs.get(item.name.replace(".", ""), item.name)) or known(item.name)
    if row:
        return ("table", row.name)
    kind = kinds.get(fold(item.name)) or item.mention.kind
    where = _place(item, kind, read)
    if where:
        return ("place", where.key)
    if kind == "person":
        words = names.person_words(item.name)
        return ("person", " ".join(words)) if words and not _is_title(words, item) else None
    if kind == "place":
        return ("place", "named:" + fold(item.name))
    if kind in BODIES:
        return _body(item, kind, longs)
    return None


def _is_title(words: tuple[str, ...], item: _Named) -> bool:
    return len(words) == 1 and names.title_words(item.name + " X") == item.name


def _place(item: _Named, kind: MentionKind | None, read: ReadReport) -> Place | None:
    """The place a name stands for, if it is used as one; a people stands for its country."""
    found = place(item.name)
    if found is None:
        return demonym(item.name) if " " not in item.name or kind in ("group", "place") else None
    if kind == "person" and (found.kind != "country" or found.country in AMBIGUOUS):
        return None
    if found.kind == "city" and kind in NO_TOWN:
        return None
    if found.kind == "capital" and found.country and _acts(item, read):
        inside = place(found.within or "")
        return inside or found
    return found


def _acts(item: _Named, read: ReadReport) -> bool:
    """Whether a capital stands for its government: it acts, and nothing happens in it ("Washington had considered")."""
    roles = {
        p.role
        for c in read.claims
        for p in c.participants
        if (p.mention.anchor.start, p.mention.anchor.end) == (item.spot[1], item.spot[2])
    }
    before = read.report.text[max(0, item.spot[1] - 12) : item.spot[1]].split()
    if before and before[-1].lower() in ("in", "near", "from", "at", "outside", "of", "around"):
        return False
    after = read.report.text[item.spot[2] : item.spot[2] + 2]
    return bool(roles & ACTING) and "place" not in roles and not after.startswith((",", "-"))


def _body(item: _Named, kind: MentionKind, longs: Mapping[str, str]) -> Key:
    name = longs.get(item.name.replace(".", ""), item.name)
    words = names.body_words(name)
    if names.table_words("qualified") & set(words) and len(words) <= 3:
        land = _land(item.front) or _land(name)
        if land:
            words = (*(w for w in words if demonym(w.title()) is None and place(w.title()) is None), "of", land)
    sort = "body" if kind in ("organisation", "publisher", "office") else kind
    return (sort, " ".join(words))


def _land(words: str) -> str | None:
    """The country named or meant in the words, as its ISO code."""
    for word in [words, *words.split()]:
        found = demonym(word.strip(" ,")) or place(word.strip(" ,"))
        if found and found.country:
            return found.country
    return None


def _join_people(pile: _Pile) -> None:
    """Joins spellings of full names over reports, then surnames to the one person they can be."""
    counts = Counter(n.key for n in pile.named if n.key and n.key[0] == "person")
    full = sorted(k for k in counts if " " in k[1])
    block: dict[str, list[Key]] = defaultdict(list)
    for key in full:
        block[names.skeleton(key[1].split()[-1])].append(key)
    for members in block.values():
        for i, a in enumerate(members):
            for b in members[i + 1 : i + 200]:
                if names.same_person(a[1].split(), b[1].split()):
                    pile.join(a, b)
    surnames: dict[str, set[Key]] = defaultdict(set)
    for key in full:
        surnames[key[1].split()[-1]].add(pile.find(key))
    here: dict[str, list[_Named]] = defaultdict(list)
    for item in pile.named:
        if item.key and item.key[0] == "person":
            here[item.spot[0]].append(item)
    for _, items in sorted(here.items()):
        for item in items:
            if item.key and " " not in item.key[1]:
                item.key = _alone(item, items, surnames, pile)


def _alone(item: _Named, items: list[_Named], surnames: Mapping[str, set[Key]], pile: _Pile) -> Key:
    """Whom a single name stands for: the one just named in full in this report, else the only one of that surname."""
    assert item.key is not None
    word = item.key[1]
    fulls = [o for o in items if o.key and " " in o.key[1]]
    near = [o for o in fulls if o.key and names.spelled_alike(o.key[1].split()[-1], word)]
    before = [o for o in near if o.spot[1] <= item.spot[1]] or near
    if before and before[-1].key:
        return before[-1].key
    exact = {pile.find(k) for k in surnames.get(word, ())}
    given = {pile.find(o.key) for o in fulls if o.key and word in o.key[1].split()[:-1]}
    alike = {pile.find(k) for s, keys in surnames.items() if names.spelled_alike(s, word) for k in keys}
    for found in (exact, given, alike):
        if found:
            return next(iter(found)) if len(found) == 1 else item.key
    return item.key


def _join_bodies(pile: _Pile) -> None:
    """Joins a short name of a body to the one longer name that it starts ("Wagner", "Wagner Group")."""
    written: dict[Key, Counter[str]] = defaultdict(Counter)
    for item in pile.named:
        if item.key and item.key[0] == "body":
            written[item.key][item.name] += 1
    starts: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(written):
        starts[fold(min(written[key])).split()[0] if fold(min(written[key])) else ""].append(key)
    for members in starts.values():
        for a in members:
            longer = [b for b in members if b != a and names.short_for(min(written[a]), min(written[b]))]
            if len(longer) == 1:
                pile.join(a, longer[0])


def _join_short(pile: _Pile) -> None:
    """Inside one report: "the Post" after "The Washington Post", "the Authority" after "the Port Authority"."""
    here: dict[str, list[_Named]] = defaultdict(list)
    for item in pile.named:
        here[item.spot[0]].append(item)
    for _, items in sorted(here.items()):
        rows = {i.key: r for i in items if i.key and i.key[0] == "table" and (r := known(i.key[1])) is not None}
        for item in items:
            if item.key is None or item.key[0] in ("person", "table", "place") or " " in item.name:
                continue
            full = [k for k, row in rows.items() if short_of(item.name, row)] or _longer(item, items)
            if len(set(full)) == 1:
                item.key = full[0]


def _longer(item: _Named, items: list[_Named]) -> list[Key]:
    """Bodies of several words of the same report that end in this one word."""
    word = fold(item.name)
    same = [o for o in items if o.key and o.key[0] in ("body", "table") and " " in o.name]
    return sorted({o.key for o in same if o.key and fold(o.name).split()[-1] == word})


def _follow(pile: _Pile, reports: Mapping[str, ReadReport]) -> None:
    """Gives mentions without a name the entity of the mention they stand for, and "the junta" the only one there is."""
    ruling = _classes(pile)
    for name in sorted(reports):
        refers = {(m.anchor.start, m.anchor.end): m.refers for m in reports[name].mentions}
        for mention in reports[name].mentions:
            spot = (name, mention.anchor.start, mention.anchor.end)
            if spot in pile.of:
                continue
            seen: set[tuple[int, int]] = set()
            at = mention.refers
            while at is not None and at not in seen and (name, *at) not in pile.of:
                seen.add(at)
                at = refers.get(at)
            if at is not None and (name, *at) in pile.of:
                pile.of[spot] = pile.of[(name, *at)]
            elif (row := ruling.get(mention.head.lower())) and _land(mention.anchor.text) in (None, row.country):
                pile.of[spot] = ("table", row.name)


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
    named: dict[Key, list[_Named]] = defaultdict(list)
    for item in pile.named:
        if item.spot in pile.of:
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
    named: list[_Named],
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
    if key[0] != "person":
        return name
    kept = len(names.person_words(name))
    words = name.split()
    return " ".join(words[-kept:]) if kept else name


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
    full = [w for w in written if " " in w] or sorted(written)
    return min(full, key=lambda w: (-written[w], -len(w), w)) if full else key[1]


def _kind(key: Key, named: list[_Named]) -> MentionKind:
    if key[0] == "table":
        row = known(key[1])
        return row.kind if row else "organisation"
    if key[0] == "place":
        return "place"
    if key[0] == "person":
        return "person"
    if key[0] == "misc":
        return "misc"
    votes: Counter[MentionKind] = Counter(k for n in named if (k := n.mention.kind) and k != "group")
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


def _offices(key: Key, named: list[_Named], titles: Mapping[Spot, str]) -> tuple[Office, ...]:
    if key[0] != "person":
        return ()
    found: dict[str, list[tuple[str, Anchor]]] = defaultdict(list)
    for item in named:
        title = titles.get(item.spot) or names.title_words(item.name)
        if title:
            found[fold(title)].append((title, item.mention.anchor))
    return tuple(
        Office(min(t for t, _ in held), When(), tuple(sorted(a for _, a in held))) for _, held in sorted(found.items())
    )
