"""The lemma of a word as the tables know it, also where the reader's lemma is no word.

In:   a word as written and the lemma that the reader gave it.
Out:  a lemma: the reader's where the tables know it, else the verb of the tables that has the written form.
Room: claim.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dateline.claim.lexis import ASPECTS, event_nouns, kinds, verb_rules
from dateline.claim.wording.inflect import ing, participle, past, third
from dateline.lexicon.states import opening_verbs


def verb_lemma(text: str, lemma: str) -> str:
    """The lemma of a verb.

    >>> verb_lemma("pressuring", "pressur"), verb_lemma("seized", "seize")
    ('pressure', 'seize')
    """
    lemma = "lay" if text.lower() in {"lay", "lays", "laid", "laying"} else lemma.lower()  # mostly "lay down arms"
    return lemma if lemma in _verbs() else _forms().get(text.lower(), lemma)


@lru_cache(maxsize=20_000)
def noun_lemma(text: str, lemma: str) -> str:
    """The lemma of a noun.

    >>> noun_lemma("supplies", "supplie"), noun_lemma("Troops", "troops")
    ('supply', 'troop')
    >>> noun_lemma("part", "part")
    'part'
    """
    lemma, word = lemma.lower(), text.lower()
    known = _nouns()
    if lemma in known:
        return lemma
    options = [word, word.removesuffix("s"), word.removesuffix("es")]
    if word.endswith("ies"):
        options.append(word.removesuffix("ies") + "y")
    return next((o for o in options if o in known), lemma)


@cache
def _verbs() -> frozenset[str]:
    rules = frozenset(verb.split()[0] for verb in (*verb_rules(), *ASPECTS))
    return rules | opening_verbs()  # of states, too: "unfroze" is of "unfreeze"


@cache
def _nouns() -> frozenset[str]:
    return frozenset(event_nouns()).union(*kinds().values())


@cache
def _forms() -> dict[str, str]:
    """Every written form of the verbs of the tables; where two verbs share a form, the first of the alphabet."""
    found: dict[str, str] = {}
    for verb in sorted(_verbs()):
        for form in (past(verb), participle(verb), ing(verb), third(verb)):
            found.setdefault(form, verb)
    return found
