"""The sides of a state that words and names tell, under one key however a report puts it.

In:   "the Nigerien junta", "Washington", "the old coast road".
Out:  Sides: "country:NE", "name:dana reyes", "words:coast old road".
Room: state. A government, its capital and its ministries act for their country; a generic "the government" has no
      key of its own. Whom a report means by it is `cast.py`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from dateline.lexicon.places import country, demonym, fold, place
from dateline.lexicon.states import families
from dateline.lexicon.tables import table
from dateline.state.meant import settled_name
from dateline.state.model import Side

NOBODY: Final = Side(frozenset(), "")
LONGEST: Final = 300  # characters of a mention that are looked at
CALLED_AFTER: Final = re.compile(
    r"^(?:[Tt]he )?(?:Air (?!Force)|Radio |Bank of (?=America)|Royal Bank of )[A-Z]\w*|"
    r" (?:Airways|Airlines?|Air Lines|Eastern|Southern|Telecom|Telekom|Steel|Petroleum|Motors|Railways?|Post)$"
)  # firms that bear the name of a country: "Air France", "China Eastern"
LEADING: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "that", "no"})
LEADS_ON: Final = frozenset(
    {"with", "of", "for", "from", "to", "by", "on", "in", "at", "and", "or", "such", "how", "which", "that", "who"}
)
HEDGES: Final = frozenset({"about", "around", "nearly", "almost", "roughly", "approximately", "least", "than", "over"})
WORD: Final = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")


def leading(text: str) -> str:
    """The words without the plain ones that end them: "ECOWAS leaders" are ECOWAS.

    >>> leading("the ECOWAS leaders"), leading("the leaders")
    ('the ECOWAS', 'the')
    """
    words = text.split()
    while words and is_generic(words[-1].strip(".,")):
        words.pop()
    return " ".join(words)


def bare_name(name: str) -> str:
    """The words for one side as a title takes them: no article, no "its" before them.

    >>> bare_name("The 25 sailors"), bare_name("its old coast road"), bare_name("The Hague")
    ('25 sailors', 'old coast road', 'The Hague')
    >>> bare_name("the crackdown,"), bare_name("No country"), bare_name("a pipeline with")
    ('crackdown', 'country', 'pipeline')
    """
    name = _closed(name)
    first, _, rest = name.partition(" ")
    if rest and first.casefold() in LEADING and not rest[:1].isupper():
        return rest
    return name


def _closed(name: str) -> str:
    """The words without a loose end, in one pass from the end: a hostile name may hold any amount of blank space."""
    while True:
        end = len(name)
        while end and _is_gap(name[end - 1]):
            end -= 1
        start = end
        while start and not _is_gap(name[start - 1]):
            start -= 1
        if not start or name[start:end].casefold() not in LEADS_ON:
            return name[:end]
        name = name[:start]


def _is_gap(mark: str) -> bool:
    return mark.isspace() or mark in ",;:"


def land_side(code: str, entity: str | None = None) -> Side:
    """The side of a country, by its ISO 3166-1 code."""
    land = country(code)
    return Side(frozenset({f"country:{code}"}), land.name if land else code, entity)


def name_side(name: str, entity: str | None = None, shown: str | None = None) -> Side:
    """The side that a name tells; `shown`: the words a reader sees, where they are more than the name.

    >>> name_side("Dana Reyes").keys, name_side("Amat", shown="the port of Amat").name
    (frozenset({'name:dana reyes'}), 'the port of Amat')
    """
    return Side(frozenset({f"name:{fold(name)}"}), shown or name, entity)


def words_side(text: str, head: str) -> Side:
    """The side that only words tell; nobody where they tell no one apart.

    >>> words_side("the old coast road", "road").keys, words_side("the government", "government").keys
    (frozenset({'words:coast old road'}), frozenset())
    """
    settled = settled_name(text.strip())
    if settled is not None:  # "the town of Amat" is Amat; what is told of a port is told of its quays as well
        return name_side(settled, shown=text if head.casefold() == "port" else None)
    words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in WORD.findall(text)]
    words = [w for w, after in zip(words, [*words[1:], ""], strict=False) if not (after[:1].isdigit() and w in HEDGES)]
    words = [w for i, w in enumerate(words) if not (w[:1].isdigit() and i < len(words) - 1)]  # "26 jets", but "Route 9"
    words = [w for w in words if w not in small()]
    low = head.casefold()
    bare = (low in generic() or low.removesuffix("s") in generic()) and not any(
        w[:1].isupper() for w in WORD.findall(text)[1:]
    )
    if not words or bare:
        return Side(frozenset(), text if head.casefold() not in pronouns() else "")
    return Side(frozenset({"words:" + " ".join(sorted(set(words)))}), text)


def is_generic(word: str) -> bool:
    """Whether the word tells nobody apart: "troops", "government", "1,000".

    >>> is_generic("Troops"), is_generic("1,000"), is_generic("harbour")
    (True, True, False)
    """
    low = word.casefold()
    return low in generic() or low.removesuffix("s") in generic() or low[:1].isdigit()


@cache
def generic() -> frozenset[str]:
    """Heads that tell nobody apart without a name beside them: "government", "troop", "it"."""
    return frozenset(families()["nobody"]) | pronouns()


@cache
def pronouns() -> frozenset[str]:
    """Words that only point back."""
    return frozenset(families()["pronoun"])


@cache
def small() -> frozenset[str]:
    """Words of a name that tell nothing apart."""
    return frozenset(families()["small"])


@cache
def bodies() -> dict[str, str]:
    """Folded name of a ministry or seat of government to the code of its country."""
    return {fold(row["name"]): row["country"] for row in table("states_bodies")}


@lru_cache(maxsize=50_000)
def countries_in(text: str) -> tuple[str, ...]:
    """Codes of the countries that the words name, as themselves, by their people, capital or ministries, in order.

    >>> countries_in("Nigerien soldiers and the U.S. military"), countries_in("the Pentagon"), countries_in("Oslo")
    (('NE', 'US'), ('US',), ('NO',))
    """
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text[:LONGEST])]
    found: list[str] = []
    i = 0
    while i < len(words):
        for size in (3, 2, 1):
            if i + size <= len(words):
                code = _country(text[words[i][1] : words[i + size - 1][2]])
                if code:
                    found.append(code)
                    i += size - 1
                    break
        i += 1
    return tuple(dict.fromkeys(found))


def is_party(words: str, subject: Side) -> bool:
    """Whether the words are a party that the title has: "with Washington", of talks with the United States."""
    lands = {f"country:{c}" for c in countries_in(words)}
    return bool(lands) and lands <= subject.keys and words[:1].isupper()


def acts_for_itself(text: str) -> bool:
    """Whether those who act are called after a country and do not act for it.

    >>> acts_for_itself("Kordish opposition figures"), acts_for_itself("the Kordish army")
    (True, False)
    >>> acts_for_itself("Air Kordia"), acts_for_itself("Kordian Airways"), acts_for_itself("the Kordian air force")
    (True, True, False)
    """
    if CALLED_AFTER.search(text[:LONGEST]):
        return True
    words = {w.casefold() for w in text[:LONGEST].split()}
    return not _for_themselves().isdisjoint(words | {w.removesuffix("s") for w in words})


@cache
def _for_themselves() -> frozenset[str]:
    return frozenset(families()["for themselves"])


@lru_cache(maxsize=50_000)
def _country(name: str) -> str | None:
    bare = name.removesuffix("'s").removesuffix("’s")
    if bare == bare.lower():
        return None
    if fold(bare) in bodies():
        return bodies()[fold(bare)]
    people = demonym(bare)
    if people is not None and people.kind == "country":
        return people.country
    found = place(bare)
    if found is None or (found.name.startswith("The ") and not bare.startswith("The ")):
        return None  # "Valley Water" is no body of The Valley, a capital
    return found.country if found.kind in ("country", "capital") else None
