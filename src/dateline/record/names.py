"""How names are written, and when two spellings are one name.

In:   names as written in reports.
Out:  their core words, folded; and whether two names of persons, or two of bodies, can be one.
Room: record. No table of who is who: see entities.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from dateline.lexicon.places import fold
from dateline.lexicon.tables import table

LONGEST: Final = 160  # characters of a mention that are read for its name
SPELLING: Final = (
    ("defence", "defense"),
    ("programme", "program"),
    ("labour", "labor"),
    ("centre", "center"),
    ("isation", "ization"),
)
SOUNDS: Final = (
    ("tch", "t"),
    ("ch", "c"),
    ("ck", "k"),
    ("ph", "f"),
    ("kh", "k"),
    ("q", "k"),
    ("g", "k"),
    ("c", "k"),
    ("z", "s"),
)
ALIKE: Final = 80.0  # of 100; "Tiani" and "Tchiani" are 83, "Burns" and "Barnes" 73
_CUT: Final = re.compile(r"[,;(\[\n]| who | which | that | - | – | — ")
_POSSESSIVE: Final = re.compile(r"['’]s?\s+")


@cache
def table_words(sort: str) -> frozenset[str]:
    """The words of lexicon/names_words.tsv of one sort."""
    return frozenset(r["word"] for r in table("names_words") if r["sort"] == sort)


@cache
def _before() -> frozenset[str]:
    offices = (r["noun"].split() for r in table("offices") if r["sort"] == "office")
    return frozenset(fold(w) for office in offices for w in office) | table_words("before") | table_words("honorific")


def is_capital(word: str) -> bool:
    """Whether the word is written as a part of a name: "Niger", "al-Qaida", "201"."""
    return any(c.isupper() or c.isdigit() for c in word)


@lru_cache(maxsize=50_000)
def core(text: str) -> tuple[str, str]:
    """The name in the words of a mention, and the words before it that qualify it; ("", text) where there is no name.

    >>> core("Niger's ousted President Mohamed Bazoum"), core("U.S. officials")
    (('President Mohamed Bazoum', "Niger's ousted"), ('', 'U.S. officials'))
    """
    plain = " ".join(_CUT.split(text[:LONGEST].strip().replace("\u00a0", " "), maxsplit=1)[0].split())
    front = ""
    owner = [m for m in _POSSESSIVE.finditer(plain) if m.end() < len(plain)]
    if owner:
        front, plain = plain[: owner[-1].end()].strip(), plain[owner[-1].end() :]
    parts = plain.removesuffix("'s").removesuffix("’s").removesuffix("’").removesuffix("'").strip(' .,"“”').split()
    if parts and "." in parts[-1]:
        parts[-1] += "."
    if not parts or not is_capital(parts[-1]):
        return "", text
    start = len(parts) - 1
    while start > 0 and (is_capital(parts[start - 1]) or _linked(parts, start - 1)):
        start -= 1
    while start < len(parts) - 1 and parts[start].lower() in table_words("fill") - {"the"}:
        start += 1
    if parts[start].lower() in table_words("fill"):
        return ("", text) if start == len(parts) - 1 else (" ".join(parts[start:]), front)
    return " ".join(parts[start:]), " ".join([front, *parts[:start]]).strip()


def _linked(words: Sequence[str], at: int) -> bool:
    """Whether a small word stands inside a name: "Department of Defense"."""
    while at > 0 and words[at].lower() in table_words("link"):
        at -= 1
        if is_capital(words[at]):
            return True
    return False


@lru_cache(maxsize=50_000)
def person_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, without titles, honorifics and what comes after a name.

    >>> person_words("Lt. Gen. Dag Anderson Jr."), person_words("Kurt M. Campbell")
    (('dag', 'anderson'), ('kurt', 'm', 'campbell'))
    """
    words = [w.strip("\"“”'’.,") for w in fold(name).split()]
    words = [w for w in words if w and w not in table_words("after")]
    while len(words) > 1 and words[0] in _before():
        words.pop(0)
    return tuple(words)


def title_words(name: str) -> str:
    """The office written before a person's name, as written; "" where there is none.

    >>> title_words("President Mohamed Bazoum"), title_words("Mr Diallo")
    ('President', '')
    """
    words = name.split()
    kept = len(person_words(name))
    front = words[: max(0, len(words) - kept)]
    front = [w for w in front if fold(w) not in table_words("after")]
    return " ".join(front) if front and fold(front[-1]) in _before() - table_words("honorific") else ""


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The consonants that survive transliteration, doubled ones once.

    >>> skeleton("tiani") == skeleton("tchiani"), skeleton("gaddafi") == skeleton("qaddafi")
    (True, True)
    """
    word = word.removeprefix("al-").removeprefix("el-").replace("-", "").replace("'", "")
    for said, written in SOUNDS:
        word = word.replace(said, written)
    bare = re.sub(r"[aeiouyhw]", "", word)
    return re.sub(r"(.)\1+", r"\1", bare) or word[:1]


def spelled_alike(a: str, b: str) -> bool:
    """Whether two folded words can be spellings of one name: equal, or long enough and apart by transliteration only.

    >>> spelled_alike("tiani", "tchiani"), spelled_alike("burns", "barnes"), spelled_alike("miller", "milner")
    (True, False, False)
    """
    a, b = a.removeprefix("al-").removeprefix("el-"), b.removeprefix("al-").removeprefix("el-")
    return a == b or (min(len(a), len(b)) >= 4 and skeleton(a) == skeleton(b) and ratio(a, b) >= ALIKE)


def given_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two runs of given names can be one person's: alike, an initial, or some left out.

    >>> given_alike(["kurt", "m"], ["kurt"]), given_alike(["amadou"], ["abdourahamane"])
    (True, False)
    """
    if not a or not b:
        return False
    short, long = sorted((tuple(a), tuple(b)), key=len)
    return all(any(_one_given(s, o) for o in long) for s in short) and _one_given(a[0], b[0])


def _one_given(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    # "Mohamen" for "Mohamed" is a slip of the pen: the surname must agree exactly, which the caller sees to
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True  # "Ken" for "Kenneth"
    return spelled_alike(a, b) or (min(len(a), len(b)) >= 6 and a[:2] == b[:2] and ratio(a, b) >= ALIKE)


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names can be one person's.

    >>> same_person(("mohamen", "bazoum"), ("mohamed", "bazoum"))
    True
    >>> same_person(("amadou", "abdramane"), ("abdourahamane", "tiani"))
    False
    """
    if len(a) < 2 or len(b) < 2:
        return False
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if short == long[-len(short) :]:
        return True  # "Castillo Cabrera" for "Dorlian Castillo Cabrera"
    if a[-1] == b[-1]:
        return given_alike(a[:-1], b[:-1])
    if len(a) == len(b) > 2 and all(map(spelled_alike, a[:-1], b[:-1])):
        return skeleton(a[-1]) == skeleton(b[-1])  # two given names agree: "Kiaw" and "Kyaw"
    if not spelled_alike(a[-1], b[-1]):
        return False
    return spelled_alike(a[0], b[0]) and len(a[0]) > 1 and given_alike(a[:-1], b[:-1])


@lru_cache(maxsize=50_000)
def body_words(name: str) -> tuple[str, ...]:
    """The folded words that tell a body from another, in order: "Department of State" is "State Department".

    >>> body_words("the Ministry of Defence"), body_words("Defense Ministry")
    (('defense', 'ministry'), ('defense', 'ministry'))
    >>> body_words("Rapid Support Forces")
    ('force', 'rapid', 'support')
    """
    key = fold(name)
    for other, one in SPELLING:
        key = key.replace(other, one)
    words = [w.strip("\"“”'’,()").removesuffix("'s") for w in key.split()]
    kept = [w for w in words if w and w not in table_words("fill")] or words
    return tuple(sorted(w[:-1] if len(w) > 4 and w[-1] == "s" and w[-2] != "s" else w for w in kept))


def short_for(short: str, long: str) -> bool:
    """Whether a name of a body is the start of a longer one that adds only such words as "Group".

    >>> short_for("Wagner", "Wagner Group"), short_for("Central", "Central Bank")
    (True, False)
    """
    a, b = fold(short).split(), fold(long).split()
    more = table_words("generic") | table_words("company")
    return 0 < len(a) < len(b) and b[: len(a)] == a and all(w in more for w in b[len(a) :])


def initials(name: str) -> str:
    """The first letters of the words of a name, small words left out.

    >>> initials("National Council for Safeguarding the Homeland")
    'ncsh'
    """
    return "".join(w[0] for w in fold(name).replace("-", " ").split() if w and w not in table_words("fill"))
