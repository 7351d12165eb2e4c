"""What each name in the reports is by itself: a place, a known body, a person, some other body.

In:   the named mentions of all reports.
Out:  for each a key that mentions of one thing share as far as the name alone shows it; entities.py joins the keys.
Room: record.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.claim.model import Mention, MentionKind, ReadReport, Role
from dateline.lexicon.places import Place, demonym, fold, place
from dateline.lexicon.tables import table
from dateline.record import names
from dateline.record.known import known

Spot = tuple[str, int, int]  # report, start, end
Key = tuple[str, str]  # kind of node, canonical name

BODIES: Final = frozenset(["organisation", "publisher", "facility", "agreement", "office", "misc"])
ACTING: Final[frozenset[Role]] = frozenset(["actor", "recipient"])
NUMBER: Final = re.compile(r"\s(\d{1,4})\b")  # "Air Base 201"
COMPANY_POST: Final = re.compile(
    r"\b(?:chief executive|ceo|managing director|shares|subsidiary)(?: officer)? of $", re.I
)
OF_A_LAND: Final = re.compile(
    r"\b(?:parliament|president|prime minister|government|people|capital|republic|kingdom|islands?|coast|borders?|"
    r"town|city|village|province|district|region|county) (?:of|with) (?:the )?$",
    re.I,
)
A_LANDS: Final = re.compile(
    r"['’]s? (?:\w+ )?(?:parliament|president|prime minister|premier|capital|airspace|border|"
    r"(?:foreign|defen[cs]e|interior) minist(?:ry|er)|territory|navy|army|armed forces|"
    r"air force|constitution|coast|embassy)\b"
)  # "the parliament of Sund", "Sund's foreign ministry": what only a land has
WORD: Final = 14  # characters before a name in which the word in front of it is looked for
LOOK: Final = 40  # characters before a name in which a post is looked for
GOVERNED: Final = re.compile(r"\s(?:administration|presidency|cabinet)\b")
ACRONYM: Final = re.compile(r"\s?[(\[]\s?(?:the\s)?([A-Z][A-Za-z0-9.&/-]{1,9})\s?[)\]]")
NO_NAMES: Final = frozenset(
    w.lower() for w in (*calendar.month_name, *calendar.day_name, "our", "my", "we", "i", "the")
)
GROUPS: Final = frozenset(
    ["troops", "forces", "soldiers", "officials", "leaders", "rebels", "workers", "police", "men"]
)
MISC: Final[MentionKind] = "misc"
PLACE: Final[MentionKind] = "place"
NO_TOWN: Final = frozenset(["organisation", "publisher", "facility", "agreement", "misc"])
SHORTENED: Final = {"mt": "mount", "st": "saint", "ft": "fort"}
OF_SHIPS: Final = frozenset(["mv", "m/v", "m/t", "ss", "uss", "hms"])
AMBIGUOUS: Final = frozenset(["GE", "JO", "TD", "IL"])  # countries that are also names of persons

BRACKETED: Final = re.compile(r"[A-Z][\w'’ -]*? \([A-Z][^()]{2,60}\) [A-Z][a-z]+")


@dataclass(slots=True)
class Named:
    """A named mention on its way to an entity."""

    spot: Spot
    mention: Mention
    name: str  # its core words, as written
    front: str  # what stands before them
    key: Key | None = None


def named_in(read: ReadReport) -> Iterable[Named]:
    """The named mentions of one report, in order of place."""
    text = read.report.text
    for mention in sorted(read.mentions, key=lambda m: (m.anchor.start, m.anchor.end)):
        if not mention.named:
            continue
        spot = (read.report.id, mention.anchor.start, mention.anchor.end)
        whole = BRACKETED.fullmatch(mention.anchor.text) is not None  # "Pilots (Licensing) Act"
        name, front = (mention.anchor.text, "") if whole else names.core(mention.anchor.text)
        if not name and names.is_capital(mention.anchor.text) and mention.kind != "group":
            name, front = _public_body(mention)
        number = NUMBER.match(text, mention.anchor.end) if mention.kind == "facility" else None
        if name and not _is_two(name) and not (mention.kind == "group" and demonym(name) is None):
            yield Named(spot, mention, name + (f" {number.group(1)}" if number else ""), front)


def _is_two(name: str) -> bool:
    """Whether it is two names with "and" between them: "Pentagon and Niger"."""
    if " and " not in name or place(name):
        return False
    return all(known(part) or place(part) or demonym(part) for part in name.split(" and "))


def _public_body(mention: Mention) -> tuple[str, str]:
    """A body that every country has, with its country: "the Nigerien government"; ("", "") for anything else."""
    words = mention.anchor.text.split()
    if words[-1].lower() in names.table_words("qualified") and len(words) <= 5 and land_of(" ".join(words[:-1])):
        return " ".join(w for w in words if w.lower() not in ("the", "a")), ""
    return "", ""


def real_names(named: list[Named], reports: Mapping[str, ReadReport]) -> list[Named]:
    """The names without words that only open sentences ("Convoys left") or stand in headlines ("American Troops")."""
    inside = {n.name for n in named if not _opens(n, reports)}
    return [n for n in named if not (_doubtful(n) and n.name not in inside) and not _common(n)]


def _doubtful(item: Named) -> bool:
    if item.mention.kind in ("person", "place", "publisher") or " " in item.name or not item.name[1:].islower():
        return False
    return known(item.name) is None and place(item.name) is None and demonym(item.name) is None


def _opens(item: Named, reports: Mapping[str, ReadReport]) -> bool:
    before = reports[item.spot[0]].report.text[: item.spot[1]].rstrip(" \t\"“‘'(•-")
    return not before or before[-1] in "\n.!?:;"


def _common(item: Named) -> bool:
    """Whether a name of no kind of its own ends in a common noun in the plural: "American Troops" in a headline."""
    last = item.name.rsplit(maxsplit=1)[-1].lower()
    return (item.mention.kind in ("misc", None) and last in GROUPS) or item.name.lower() in NO_NAMES


def kinds_of(named: list[Named], reports: Mapping[str, ReadReport]) -> dict[str, MentionKind]:
    """The kind most mentions of a name have, ties by name of the kind; a surname of the pile is a person's."""
    votes: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    titled: set[str] = set()
    for item in named:
        if item.mention.kind and item.mention.kind != "group":
            votes[fold(item.name)][item.mention.kind] += 1
        if item.mention.title or names.title_words(item.name):
            titled.add(fold(item.name))
        if GOVERNED.match(reports[item.spot[0]].report.text, item.spot[2]) and _is_surname(item):
            votes[fold(item.name)]["person"] += 1000
    kinds = {name: min(c, key=lambda k: (-c[k], k)) for name, c in votes.items()}
    full = [names.person_words(name) for name, kind in kinds.items() if kind == "person" or name in titled]
    surnames = {words[-1] for words in full if len(words) > 1}
    for name in kinds:
        words = names.person_words(name)
        single = len(words) == 1 and not is_common_noun(name)
        if words and words[-1] in surnames and (single or name in titled) and known(name) is None:
            kinds[name] = "person"
    _companies(kinds, named, reports)
    _ships(kinds, named, reports)
    _lands(kinds, named, reports, surnames | titled)
    return kinds


def _lands(
    kinds: dict[str, MentionKind], named: list[Named], reports: Mapping[str, ReadReport], people: set[str]
) -> None:
    """Corrects names of countries and regions that were read as persons or bodies: by what only a land has."""
    told: set[str] = set()
    for item in named:
        name, text = fold(item.name), reports[item.spot[0]].report.text
        if " " in name or name in people or kinds.get(name) in ("place", "publisher") or known(item.name) is not None:
            continue
        before, behind = text[max(0, item.spot[1] - LOOK) : item.spot[1]], text[item.spot[2] : item.spot[2] + LOOK]
        if OF_A_LAND.search(before) or A_LANDS.match(behind):
            told.add(name)
    kinds.update(dict.fromkeys(sorted(told), PLACE))


def _companies(kinds: dict[str, MentionKind], named: list[Named], reports: Mapping[str, ReadReport]) -> None:
    """Corrects names of companies that were read as persons: by a last word that only companies have, by a post there.

    "Orsk Lines" is a company, and so then is "Orsk"; "the chief executive of Orsk" has a company too.
    """
    whole = {name for name in kinds if " " in name and name.split()[-1] in names.table_words("company")}
    starts = {" ".join(name.split()[:n]) for name in whole for n in range(1, len(name.split()))}
    posts = {
        fold(n.name)
        for n in named
        if COMPANY_POST.search(reports[n.spot[0]].report.text[max(0, n.spot[1] - LOOK) : n.spot[1]])
    }
    for name, kind in kinds.items():
        if kind == "person" and (name in whole or name in starts or name in posts):
            kinds[name] = "organisation"


def _ships(kinds: dict[str, MentionKind], named: list[Named], reports: Mapping[str, ReadReport]) -> None:
    """Corrects names of ships that were read as persons: by what stands before them, "the tanker Orsk"."""
    for item in named:
        name = fold(item.name)
        if kinds.get(name) == "person" and _word_before(item, reports) in front_nouns() | OF_SHIPS:
            kinds[name] = MISC


def _word_before(item: Named, reports: Mapping[str, ReadReport]) -> str:
    """The word in front of a name, in small letters; "" where there is none."""
    before = reports[item.spot[0]].report.text[max(0, item.spot[1] - WORD) : item.spot[1]]
    return before.lower().split()[-1] if before.strip() and before[-1:] == " " else ""


@cache
def front_nouns() -> frozenset[str]:
    """The nouns that stand before the names of ships: "the tanker Orsk"."""
    return frozenset(row["noun"] for row in table("names_things") if row["named"] == "front")


def acronyms(named: Iterable[Named], reports: Mapping[str, ReadReport]) -> dict[str, str]:
    """Acronyms that a report gives in brackets after the long name; one that stands for two names is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in named:
        text = reports[item.spot[0]].report.text
        inside = ACRONYM.search(item.mention.anchor.text)
        after = ACRONYM.match(text, item.spot[2])
        for match in (inside, after):
            if match and _abbreviates(match.group(1), item.name) and not _apart(match.group(1), item.name):
                found[match.group(1).replace(".", "")].add(item.name)
    return {a: min(n) for a, n in found.items() if len({names.body_words(x) for x in n}) == 1}


def _apart(acronym: str, name: str) -> bool:
    """Whether both are known, and not as one: "UNITED NATIONS (CNN)" is a dateline; so is a town with an agency."""
    row = known(acronym)
    return place(name) is not None or (row is not None and row != known(name))


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym can stand for a name of several words, translated ones included ("CNSP")."""
    letters = fold(acronym).replace("-", "")
    firsts = names.initials(name)
    return len(name.split()) > 1 and len(set(letters) & set(firsts)) * 2 >= len(set(letters))


def _is_surname(item: Named) -> bool:
    """Whether a name before "administration" can only be a person's: "the Biden administration"."""
    return " " not in item.name and not (known(item.name) or place(item.name) or demonym(item.name))


def things(named: Iterable[Named], reports: Mapping[str, ReadReport]) -> set[str]:
    """Names of towns that the pile uses for something else: "the Dali", "the freighter Dali"."""
    seen: dict[str, list[int]] = defaultdict(list)
    for item in named:
        found = place(item.name)
        if found and found.kind == "city" and not item.name.lower().startswith("the "):
            before = _word_before(item, reports)
            seen[fold(item.name)].append(1 if before == "the" or before in front_nouns() | OF_SHIPS else 0)
    return {name for name, votes in seen.items() if sum(votes) * 2 > len(votes)}


def key_of(
    item: Named, kinds: Mapping[str, MentionKind], longs: Mapping[str, str], text: str, roles: frozenset[Role]
) -> Key | None:
    """What a name is by itself, before names are compared."""
    row = known(longs.get(item.name.replace(".", ""), item.name)) or known(item.name)
    if row:
        return ("table", row.name)
    kind = kinds.get(fold(item.name)) or item.mention.kind
    where = _place(item, kind, text, roles)
    if where:
        return ("place", where.key)
    if kind == "person":
        words = names.person_words(item.name)
        no_name = not words or _is_title(words, item) or words[0] in names.table_words("fill")
        no_name = no_name or (len(words) == 1 and words[0] in names.table_words("affairs"))
        return None if no_name else ("person", " ".join(words))
    if kind == "place":
        return ("place", "named:" + _unshortened(item.name))
    if kind in BODIES:
        return _body(item, kind, longs)
    return None


def _unshortened(name: str) -> str:
    """A folded name of a place with its first word in full: "Mt Cook" is "Mount Cook"."""
    first, _, rest = fold(name).partition(" ")
    return f"{SHORTENED.get(first, first)} {rest}".strip()


def _is_title(words: tuple[str, ...], item: Named) -> bool:
    return len(words) == 1 and names.title_words(item.name + " X") == item.name


def _place(item: Named, kind: MentionKind | None, text: str, roles: frozenset[Role]) -> Place | None:
    """The place a name stands for, if it is used as one; a people stands for its country."""
    found = place(item.name)
    if found is None:
        return demonym(item.name) if " " not in item.name or kind != "person" else None
    if kind == "person" and (found.kind != "country" or found.country in AMBIGUOUS):
        return None
    if found.kind == "city" and kind in NO_TOWN:
        return None
    if found.kind == "capital" and found.country and _acts(item, text, roles):
        inside = place(found.within or "")
        return inside or found
    return found


def _acts(item: Named, text: str, roles: frozenset[Role]) -> bool:
    """Whether a capital stands for its government: it acts, and nothing happens in it ("Washington had considered")."""
    before = text[max(0, item.spot[1] - 12) : item.spot[1]].split()
    if before and before[-1].lower() in ("in", "near", "from", "at", "outside", "of", "around"):
        return False
    after = text[item.spot[2] : item.spot[2] + 2]
    return bool(roles & ACTING) and "place" not in roles and not after.startswith((",", "-"))


def roles_in(read: ReadReport) -> dict[tuple[int, int], frozenset[Role]]:
    """The roles that each mention takes in the claims of its report."""
    found: dict[tuple[int, int], set[Role]] = defaultdict(set)
    for claim in read.claims:
        for p in claim.participants:
            found[(p.mention.anchor.start, p.mention.anchor.end)].add(p.role)
    return {span: frozenset(roles) for span, roles in found.items()}


def _body(item: Named, kind: MentionKind, longs: Mapping[str, str]) -> Key:
    name = longs.get(item.name.replace(".", ""), item.name)
    words = names.body_words(name)
    if names.table_words("qualified") & set(words) and len(words) <= 3:
        land = land_of(item.front) or land_of(name)
        if land:
            words = (*(w for w in words if demonym(w.title()) is None and place(w.title()) is None), "of", land)
    sort = "body" if kind in ("organisation", "publisher", "office") else kind
    return (sort, " ".join(words))


def land_of(words: str) -> str | None:
    """The country named or meant in the words, as its ISO code."""
    for word in [words, *words.split()]:
        found = demonym(word.strip(" ,")) or place(word.strip(" ,"))
        if found and found.country:
            return found.country
    return None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(r["noun"] for r in table("offices"))


def is_common_noun(name: str) -> bool:
    """Whether a name is a common noun written large, which many bodies end in: "Council", "Party"."""
    word = fold(name)
    return word in _nouns() or word.removesuffix("s") in _nouns() or word in names.table_words("generic")
