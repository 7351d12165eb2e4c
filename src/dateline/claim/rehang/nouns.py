"""Words that the parser takes for verbs and that are nouns by what hangs on them: "the capture of", "in gang attacks".

In:   the words of a sentence.
Out:  the same words, those told to be nouns.
Room: claim. Used by `table`, before anything is hung elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.sentence.reading import Token

ARTICLES: Final = frozenset({"the", "a", "an"})
AS_NOUN: Final = {"xcomp": "obj", "advcl": "obl"}
LEADING: Final = frozenset({"in", "after", "by", "from", "amid", "during", "following", "despite", "of"})


def as_nouns(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words; a verb with an article, or a plural behind a preposition and a noun of its own, is a noun."""
    found = {i for i, t in enumerate(tokens) if t.upos == "VERB" and (_with_article(tokens, i) or _plural(tokens, i))}
    return tuple(_noun(t) if i in found else t for i, t in enumerate(tokens)) if found else tuple(tokens)


def _noun(token: Token) -> Token:
    return replace(token, upos="NOUN", deprel=AS_NOUN.get(token.deprel, token.deprel))


def _with_article(tokens: Sequence[Token], i: int) -> bool:
    """ "Claimed the capture of the town"."""
    before, behind = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    own = before is not None and before.head == i and before.deprel == "det" and before.text.lower() in ARTICLES
    return own and behind is not None and behind.text == "of" and tokens[i].deprel in ("xcomp", "obj", "obl", "nsubj")


def _plural(tokens: Sequence[Token], i: int) -> bool:
    """ "Were killed in gang attacks"."""
    own = [k for k in range(max(0, i - 3), i) if tokens[k].head == i]
    case = any(tokens[k].deprel == "case" and tokens[k].text.lower() in LEADING for k in own)
    noun = any(tokens[k].deprel in ("compound", "amod", "nmod:poss") for k in own)
    return case and noun and tokens[i].deprel in ("obl", "nmod", "advcl") and tokens[i].text.endswith("s")
