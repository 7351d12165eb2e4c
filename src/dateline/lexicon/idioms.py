"""Set phrases that say what one verb says: "put the mill on ice" suspends it, "called time on the venture" ends it.

In:   a verb and the words behind it; the table `idioms`.
Out:  the verb that the phrase stands for. The claim room reads a phrase off the parse, where the table says where its
      thing stands; the state room reads all of them off the words, for what the parse has missed.
Room: lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.lexicon.tables import table

REACH: Final = 90  # characters behind the verb: the phrase may stand behind the object, "put its vaccination on hold"
SIDES: Final = ("obj", "subj")
LEFT_OUT: Final = "(?:(?:the|an?|its|their|his|her) )?"  # between the words of a phrase: "to its end"
GAP: Final = "…"


@dataclass(frozen=True, slots=True)
class Idiom:
    """One phrase of the table."""

    words: str  # what stands behind the verb, articles left out
    means: str  # the verb it stands for
    thing: str  # where the thing stands: "obj", "subj" or the preposition before it; "" where no parse is asked
    by_words: bool  # whether its words alone show it


@cache
def idioms() -> dict[str, tuple[Idiom, ...]]:
    """By verb, in the order of the table; a phrase whose thing stands in one of two places is there twice."""
    found: dict[str, list[Idiom]] = {}
    for row in table("idioms"):
        by_words = row["state"] != "-"
        for verb in row["verb"].split("|"):
            for words in row["words"].split("|"):
                made = (Idiom(words, row["means"], thing, by_words) for thing in row["thing"].split("|"))
                found.setdefault(verb, []).extend(made)
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def idioms_mean() -> frozenset[str]:
    """The verbs that the claim room takes phrases for: "suspend" for "put on ice".

    >>> "suspend" in idioms_mean(), "paint" in idioms_mean()
    (True, False)
    """
    return frozenset(idiom.means for rows in idioms().values() for idiom in rows if idiom.thing)


def plain_verb(lemma: str, behind_it: str) -> str | None:
    """The verb that says the same as the verb with the words behind it; None where no phrase of the table stands there.

    Of several the one that stands nearest, then the longest.

    >>> plain_verb("put", " its vaccination programme on hold"), plain_verb("put", " the fire out")
    ('suspend', None)
    >>> plain_verb("bring", " the inquiry to its end"), plain_verb("call", " time on the levy")
    ('end', 'end')
    """
    phrases = _said(lemma.casefold().partition(" ")[0])
    near = behind_it[:REACH].casefold() if phrases else ""
    said = ((m.start(), -len(m.group()), plain) for first, pattern, plain in phrases
            if first in near and (m := _compiled(pattern).search(near)) is not None)  # fmt: skip
    nearest = min(said, default=None)
    return nearest[2] if nearest is not None else None


@cache
def _said(verb: str) -> tuple[tuple[str, str, str], ...]:
    """Of the verb's phrases the first word, a pattern and the verb that says the same."""
    rows = [idiom for idiom in idioms().get(verb, ()) if idiom.by_words]
    led = [(r.words if r.thing in ("", *SIDES) else f"{r.words} {r.thing}", r.means) for r in rows]
    return tuple((words.split()[0], _pattern(words), means) for words, means in dict(led).items())


def _pattern(words: str) -> str:
    """The phrase as whole words, articles between them or not; "…" stands for a few words."""
    apart = re.escape(words).replace(re.escape(f" {GAP} "), r"\b.{1,40}?\b")
    return rf"\b{apart.replace(re.escape(' '), f' {LEFT_OUT}')}\b"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
