"""Which place, country or firm words stand for that do not name it: "the town", "Kordish soldiers", "the company".

In:   the words, the text before them, the mentions of the report and the names of the record.
Out:  a name as a reader knows it; None where nothing told before settles it.
Room: state. A definite word for a place means the one that was told with that word ("the town of Amat", "the port city
      of Amat"), else the place named last before it; "the company" means the firm told of most before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.claim.model import Mention
from dateline.lexicon.places import demonym, place

SETTLED: Final = "town|city|village|province|district|region|county|enclave|municipality|island|capital|suburb|port"
SETTLEMENT: Final = re.compile(
    rf"(?:[Tt]he )?(?:[A-Za-z][\w'’-]* ){{0,3}}?(?:{SETTLED}) of ((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){{0,3}})"
)  # "the rebel-held town of Amat", "the northern port of Amat"
DEFINITE: Final = re.compile(rf"[Tt]he (?:(?:besieged|rebel-held|whole|entire|stricken|coastal) )?({SETTLED})s?")
NAME: Final = r"([A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3})"
NAMED_SO: Final = re.compile(
    r"(?:[Tt]he )?(?:(?:whole|rest) of )?(?:the )?(?:[A-Z][\w-]*['’]s )?([A-Z][\w-]*(?: [A-Z][\w-]*){0,2}) "
    r"(?:town|village|province|district|region|county|municipality)"
)  # "the whole of Amat district"
CONTROLLED: Final = re.compile(r"(?:[\w-]+ )?control of (?:(?:[a-z]+ )*(?:of )?)?([A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3})")
OF_NAME: Final = re.compile(rf"\b(?:{SETTLED}) of {NAME}")
_FORCE: Final = (
    r"(?:the )?(?:[A-Z]?[a-z]+ )?"
    r"(?:army|militia|rebels|insurgents|separatists|jihadists|guerrillas|forces|troops|fighters)\b"
)
FOUGHT_FOR: Final = re.compile(
    rf"\b(?:retook|recaptured|(?:has|have|had) retaken|the (?:siege|outskirts|suburbs|recapture) of) {NAME}|"
    rf"\b(?:full |complete |lost |regained )control of {NAME}|"
    rf"\b{_FORCE} (?:(?:still|now|already|has|have|had) )?(?:controls?|controlled|overran|withdrew from) {NAME}|"
    rf"{NAME} (?:is|was|(?:has|had) been|remain(?:s|ed)?)(?: (?:still|now|again|back))? "
    rf"(?:(?:under|in) \w+ (?:control|hands)\b|(?:held|controlled) by {_FORCE})|"
    rf"{NAME}(?: (?:has|had))? f(?:ell|allen) to {_FORCE}|"
    rf"{NAME}, (?:which {_FORCE} (?:had |have )?(?:held|controlled)|controlled by {_FORCE})|"
    rf"{NAME}(?: has| had)?(?: been| was| is) retaken\b"
)  # what is fought for is a place, whatever the tagger took it for
SITE: Final = re.compile(
    r" the ([A-Z][\w’-]+(?: [A-Z][\w’-]+)?) (crossing|airport|airfield|harbour|bridge|tunnel|canal|dam|mine|refinery|"
    r"gas field|oil field|oilfield|pipeline|terminal|pass)\b"
)
FIRM: Final = re.compile(r"[Tt]he (?:company|firm|bank|club|airline|maker|operator|carrier|retailer|lender|group)")
AUTHORITY: Final = re.compile(
    r"ministry|agency|administration|regulator|commission|union|police|court|authority|council|party|parliament|federation|association|league|"
    r"revenue|customs|exchange|world bank|central bank|bureau|office|government|army|navy|reuters|times|news|post|"
    r"press|board|department|institute|university",
    re.I,
)
REACH: Final = 4000  # characters before the words that are looked through
PEOPLE: Final = ("ians", "ese", "ish", "ian", "ans", "an", "ic", "is", "er", "i", "n")  # endings of words for a people
STEM: Final = 4  # letters that a people and its country share at least
LONGER: Final = 5  # letters that the country's name has more than the stem, at most


def settled_name(words: str) -> str | None:
    """The name in words that tell what kind of settlement it is; None where they do not.

    >>> settled_name("the rebel-held town of Amat"), settled_name("Osland's Amat district"), settled_name("the town")
    ('Amat', 'Amat', None)
    """
    found = SETTLEMENT.fullmatch(words) or NAMED_SO.fullmatch(words)
    return found.group(1) if found is not None else None


def controlled_name(words: str) -> str | None:
    """The name of what control of is told; None where the words tell of nothing with a name.

    >>> controlled_name("full control of the town of Amat"), controlled_name("control of the board")
    ('Amat', None)
    """
    found = CONTROLLED.fullmatch(words)
    return found.group(1) if found is not None else None


def is_definite(words: str) -> bool:
    """Whether the words only point at a place told elsewhere: "the town", "the besieged city".

    >>> is_definite("the besieged city"), is_definite("the city of Amat")
    (True, False)
    """
    return DEFINITE.fullmatch(words.strip()) is not None


def settlements(names: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Names that are told as those of a town, a province and so on: the given ones, those behind "the town of" and
    those that are fought for.

    >>> sorted(settlements((), ("Amat fell to the rebels, and Sund, controlled by the militia since May, is quiet.",)))
    ['Amat', 'Sund']
    """
    found = (m for text in texts for pattern in (OF_NAME, FOUGHT_FOR) for m in pattern.finditer(text))
    return frozenset([*names, *(name for m in found for name in m.groups() if name)])


def sites(texts: Iterable[str], towns: frozenset[str]) -> dict[str, str]:
    """What lies at a name that is told with one word for it and is no town's: "the Torkham crossing" to "crossing"."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for m in SITE.finditer(text):
            found.setdefault(m.group(1), set()).add(m.group(2))
    return {
        name: min(nouns)
        for name, nouns in sorted(found.items())
        if len(nouns) == 1 and name not in towns and place(name) is None and demonym(name) is None
    }


def place_meant(
    text: str, mentions: Sequence[Mention], words: str, start: int, known: frozenset[str] = frozenset()
) -> str | None:
    """The name of the place that "the town" or "there", at `start` of the text, stands for.

    `known`: names that some report tells as those of settlements.

    >>> place_meant("They took the town of Amat. The town burnt.", (), "The town", 28)
    'Amat'
    >>> place_meant("They burnt the town.", (), "the town", 11) is None
    True
    """
    found = DEFINITE.fullmatch(words.strip())
    before = text[max(0, start - REACH) : start]
    if found is not None:
        noun = found.group(1)
        told = re.findall(rf"\b{noun} of {NAME}|\b{noun},? {NAME}(?=,)|\b{NAME}['’]s (?:[\w-]+ )?{noun}\b", before)
        names = [next(n for n in groups if n) for groups in told]
        return names[-1] if names else None if noun in ("port", "capital") else _last(mentions, start, known)
    return _last(mentions, start, known, lands=True) if words.casefold() in ("there", "here") else None


def firm_meant(mentions: Sequence[Mention], words: str, start: int) -> Mention | None:
    """The body that "the company" or "the bank" stands for: the firm told most of before it, no authority or union."""
    if FIRM.fullmatch(words.strip()) is None:
        return None
    held = [m for m in mentions if m.named and m.anchor.end <= start and start - m.anchor.end < REACH]
    near = [m for m in held if m.kind == "organisation" and not AUTHORITY.search(m.anchor.text)]
    often = Counter(m.anchor.text.split()[0] for m in near)  # "Norlink" and "Norlink Systems" are told of as one
    most = often.most_common(2)
    if not most or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None  # two firms of one story: which is meant, nobody can say
    return next(m for m in near if m.anchor.text.split()[0] == most[0][0])


def is_firm(words: str) -> bool:
    """Whether the words only point at a firm: "the company"."""
    return FIRM.fullmatch(words.strip()) is not None


def _last(mentions: Sequence[Mention], start: int, settled_: frozenset[str], lands: bool = False) -> str | None:
    """The settlement, or with `lands` also the country, named last before the spot: nobody calls a land "the town",
    but one may be "there"."""
    held = [m for m in mentions if m.named and m.anchor.end <= start and start - m.anchor.end < REACH]
    for one in sorted(held, key=lambda m: -m.anchor.end):
        settled = settled_name(one.anchor.text)
        if settled is not None:
            return settled
        known = place(one.anchor.text)
        land = known is not None and known.kind == "country"
        if (one.kind == "place" and not land) or one.anchor.text in settled_ or (land and lands):
            return one.anchor.text
    return None


def by_stem(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names of one word by their first letters, in order: what `country_meant` looks names up in."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        if " " not in name:
            found.setdefault(name[:STEM], []).append(name)
    return {stem: tuple(held) for stem, held in found.items()}


def country_meant(words: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """The country of the record whose people the words begin with: "Kordish soldiers" are Kordland's.

    >>> country_meant("The last Kordish soldiers", by_stem(["Sambir", "Kordland"]))
    'Kordland'
    >>> country_meant("French troops", by_stem(["Frenk"])) is None
    True
    """
    for word in words.split()[:8]:
        unlisted = word[:1].isupper() and word.isalpha() and demonym(word) is None and place(word) is None
        name = _of_people(word, names) if unlisted else None
        if name is not None:
            return name
    return None


def _of_people(word: str, names: Mapping[str, Sequence[str]]) -> str | None:
    for ending in PEOPLE:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < STEM:
            continue
        near = names.get(stem[:STEM], ())
        fits = [n for n in near if n.startswith(stem) and n != word and len(n) - len(stem) <= LONGER]
        if len(fits) == 1:
            return fits[0]
    return None
