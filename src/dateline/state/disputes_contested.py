"""Words by which one side tells a deed and another says it was not done: "copied" and "taken", "gas", "chlorine".

In:   words.
Out:  the deeds and the things they can name, so that two wordings can be held against each other.
Room: state. The tables are lexicon/contested.tsv and contested_things.tsv; a word that stands in neither is like
      its own forms only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

from dateline.lexicon.tables import table
from dateline.state.disputes_words import EMPTY, LIGHT, root

TOKEN: Final = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
LOOK: Final = 600  # characters that are looked at
VOWELS: Final = frozenset("aeiou")
SMALL: Final = frozenset({"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "no", "not"})
PARTICLES: Final = frozenset(
    {"down", "out", "up", "over", "off", "back", "into", "away", "free", "dead", "foot", "place"}
)
PREFIX: Final = 4  # letters by which a sentence is chosen for a closer look
COMMON: Final = frozenset(
    {"was", "were", "are", "had", "has", "have", "been", "the", "its", "his", "her", "their", "our", "and", "for"}
    | {"being", "from", "with", "that", "own", "all", "then", "now", "any", "yet", "who", "also", "into"}
    | {"remain", "remains", "over", "under", "upon", "free", "dead", "down", "away", "back", "itself", "not", "out"}
)  # words of a pattern that tell nothing of where it is found
STRAYS: Final = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "wives": "wife",
    "lives": "life",
    "copies": "copy",
}


@lru_cache(maxsize=50_000)
def tokens(text: str) -> tuple[str, ...]:
    """Its words in small letters, without possessive endings.

    >>> tokens("Medora's servers weren't empty.")
    ('medora', 'servers', "weren't", 'empty')
    """
    found = (m.group().lower() for m in TOKEN.finditer(text[:LOOK]))
    return tuple(w.removesuffix("'s").removesuffix("’s") for w in found)


@cache
def _deeds() -> dict[str, frozenset[str]]:
    """The deeds that each form of a word, or of a word with its particle, can tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("contested"):
        for words in row["words"].split("|"):
            first, _, rest = words.partition(" ")
            for form in _forms(first):
                found[f"{form} {rest}".strip()].add(f"~{row['group']}")
    return {form: frozenset(groups) for form, groups in found.items()}


@cache
def _pasts() -> dict[str, tuple[str, ...]]:
    return {row["verb"]: (row["past"], row["participle"]) for row in table("inflections")}


def _forms(verb: str) -> set[str]:
    """The forms of a verb, or of a noun.

    >>> sorted(_forms("rob")), sorted(_forms("copy"))
    (['rob', 'robbed', 'robbing', 'robing', 'robs'], ['copied', 'copies', 'copy', 'copying'])
    """
    out = {verb, *(form for form in _pasts().get(verb, ()) if form)}
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return out | {f"{verb[:-1]}ied", f"{verb[:-1]}ies", f"{verb}ing"}
    out.add(f"{verb}es" if verb.endswith(("s", "x", "ch", "sh", "z")) else f"{verb}s")
    if verb in _pasts():
        return out | {f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing"}
    if verb.endswith("e"):
        return out | {f"{verb}d", f"{verb[:-1]}ing"}
    double = len(verb) < 5 and verb[-1] not in "wxy" and verb[-2:-1] in VOWELS and verb[-3:-2] not in VOWELS
    stem = verb + verb[-1] if double else verb
    return out | {f"{stem}ed", f"{stem}ing"}


@cache
def _things() -> dict[str, frozenset[str]]:
    """The kinds of things that each word can name."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("contested_things"):
        words = row["words"].split("|")
        for word in words:
            for form in (word, f"{word[:-1]}ies" if word.endswith("y") else f"{word}s", f"{word}es"):
                found[form].add(f"~{words[0]}")
    return {form: frozenset(kinds) for form, kinds in found.items()}


@cache
def against() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Words, as a pattern, that say a deed was not done by what is so instead: "is alive" that nobody was killed; with
    their hints."""
    rows = [row for row in table("contested") if row["against"]]
    return tuple((f"~{r['group']}", r["against"], hints_of(r["against"])) for r in rows)


def hints_of(pattern: str) -> frozenset[str]:
    """The beginnings of the words of a pattern, of which one must stand where it is found.

    >>> sorted(hints_of(r"(?:was|were) (?:shot|stabbed) by"))
    ['shot', 'stab']
    """
    words = re.findall(r"[a-z]{3,}", re.sub(r"\(\?[=!<][^)]*\)|\\[a-z]", " ", pattern))
    return frozenset(w[:PREFIX] for w in words if w not in COMMON)


@lru_cache(maxsize=50_000)
def beginnings(text: str) -> frozenset[str]:
    """The first letters of each word."""
    return frozenset(w[:n] for w in tokens(text) for n in (3, PREFIX))


@cache
def _past_words() -> frozenset[str]:
    return frozenset(form for forms in _pasts().values() for form in forms if form)


def is_past(word: str) -> bool:
    """Whether it can be the past form or participle of a verb."""
    return word in _past_words() or (word.endswith("ed") and len(word) > 4)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending.

    >>> stem("servers"), stem("children"), stem("taken")
    ('server', 'child', 'take')
    """
    return STRAYS.get(word) or root(word)


@lru_cache(maxsize=50_000)
def pairs(text: str) -> tuple[str, ...]:
    """Its words, each with the next one."""
    words = tokens(text)
    return tuple(" ".join(words[n : n + 2]) for n in range(len(words)))


@lru_cache(maxsize=50_000)
def deeds(text: str) -> frozenset[str]:
    """The deeds that the words can tell: families, and the stems of what is in none.

    >>> bool(deeds("had been taken") & deeds("copied")), bool(deeds("met") & deeds("sank"))
    (True, False)
    """
    words = tokens(text)
    found: set[str] = set()
    for n, word in enumerate(words):
        pair = f"{word} {words[n + 1]}" if n + 1 < len(words) else ""
        found |= _deeds().get(pair, frozenset()) | _deeds().get(word, frozenset())
        if word not in EMPTY and stem(word) not in LIGHT and stem(word) not in SMALL and len(word) > 2:
            found.add(stem(word))
    return frozenset(found)


@lru_cache(maxsize=50_000)
def things(text: str) -> frozenset[str]:
    """The things that the words can name: kinds, and the stems of what is of none.

    >>> sorted(things("canisters of chlorine") & things("no gas"))
    ['~gas']
    """
    found: set[str] = set()
    for word in tokens(text):
        kinds = _things().get(word, frozenset())
        found |= kinds
        if not kinds and word not in EMPTY and word not in SMALL and len(word) > 2 and not word[:1].isdigit():
            found.add(stem(word))
    return frozenset(found)
