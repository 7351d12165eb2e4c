"""The forms of a verb that a title needs.

In:   a lemma, "pull out" among them; `lexicon/inflections.tsv` for the verbs that the spelling rule gets wrong.
Out:  past, participle, -ing form, third person.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, wraps

from dateline.claim.lexis import word_list
from dateline.lexicon.tables import table

VOWELS = "aeiou"
# One short syllable, alone or behind a short word: "drag", "plot", "chat", "outstrip", "overstep".
DOUBLED = re.compile(r"(?:out|over|under|un)?(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")
FORMED = re.compile(r"[aeiouy].*[^aeiouy](?<!\bemb)(?<!\bimb)(?:ed|ing)$")


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    own = {row["verb"]: (row["past"], row["participle"]) for row in table("inflections")}
    again = {f"re{verb}": (f"re{past}", f"re{done}") for verb, (past, done) in own.items() if verb != "lay"}
    return again | own  # "readmitted", but "relayed"


def _first_word(form: Callable[[str], str]) -> Callable[[str], str]:
    """Applies a rule to the verb of a phrase and keeps the rest of it."""

    @wraps(form)
    @lru_cache(maxsize=20_000)
    def of_phrase(verb: str) -> str:
        head, _, rest = verb.partition(" ")
        return f"{form(head)} {rest}".strip()

    return of_phrase


def inflected(verb: str) -> bool:
    """Whether the verb's form was taken for its lemma: a verb of two syllables and more ends in neither -ed nor -ing.

    >>> inflected("undisclosed"), inflected("co-ordinating"), inflected("embed"), inflected("proceed")
    (True, True, False, False)
    """
    return FORMED.search(verb) is not None


def _regular(verb: str) -> str:
    if inflected(verb):
        return verb
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    if DOUBLED.fullmatch(verb):
        return verb + verb[-1] + "ed"
    return verb + "ed"


@_first_word
def past(verb: str) -> str:
    """The past tense.

    >>> past("pull out"), past("withdraw"), past("ban"), past("carry"), past("drag"), past("readmit")
    ('pulled out', 'withdrew', 'banned', 'carried', 'dragged', 'readmitted')
    """
    return "was" if verb == "be" else _irregular().get(verb, (_regular(verb), ""))[0]


@_first_word
def participle(verb: str) -> str:
    """The past participle.

    >>> participle("seize"), participle("withdraw")
    ('seized', 'withdrawn')
    """
    return "been" if verb == "be" else _irregular().get(verb, ("", _regular(verb)))[1]


@_first_word
def ing(verb: str) -> str:
    """The present participle; a consonant is doubled where the past doubles it.

    >>> ing("ban"), ing("make"), ing("flee"), ing("die"), ing("get")
    ('banning', 'making', 'fleeing', 'dying', 'getting')
    """
    if inflected(verb):
        return verb.removesuffix("ed") + "ing" if verb.endswith("ed") else verb
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    doubled = _irregular().get(verb, ("", ""))[0].startswith(verb + verb[-1:])
    if doubled or verb in DOUBLING or DOUBLED.fullmatch(verb):
        return verb + verb[-1] + "ing"
    return verb + "ing"


DOUBLING = word_list("begin cut dig get hit let put quit run set shut sit spin split swim swing win bid rid") - {
    "swing"
}


@_first_word
def third(verb: str) -> str:
    """The third person of the present.

    >>> third("carry out"), third("reach"), third("hold")
    ('carries out', 'reaches', 'holds')
    """
    if verb in {"be", "have", "do", "go"}:
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
