"""How a word becomes its dictionary form: a short script of cuts and additions.

In:   a word and its lemma (to learn), or a word and a script (to apply).
Out:  a script such as "1:y" ("cut the last letter, write y"), or the lemma.
Room: sentence.
"""

from __future__ import annotations

from typing import Final

SAME: Final = "="  # the word as written: proper names


def script(word: str, lemma: str) -> str:
    """The script that turns the word into the lemma.

    >>> script("seized", "seize"), script("struck", "strike"), script("Niger", "Niger"), script("Troops", "troop")
    ('1:', '3:ike', '=', '1:')
    """
    low = word.lower()
    if lemma == word and word != low:
        return SAME
    keep = 0
    while keep < min(len(low), len(lemma)) and low[keep] == lemma[keep]:
        keep += 1
    if keep == 0 and low:
        return f"!{lemma}"  # nothing in common: "n't" is "not"
    return f"{len(low) - keep}:{lemma[keep:]}"


def apply(word: str, how: str) -> str:
    """The lemma of the word by a script; the word in lower case where the script does not fit it.

    >>> apply("Withdrew", "2:aw"), apply("Niger", "="), apply("n't", "!not")
    ('withdraw', 'Niger', 'not')
    """
    if how == SAME:
        return word
    if how.startswith("!"):
        return how[1:]
    low = word.lower()
    cut, _, tail = how.partition(":")
    count = int(cut)
    if low.endswith("ings") and count > 1 and not tail:
        return low[:-1]  # "loadings": the plural of an -ing loses its s and no more
    return low[: len(low) - count] + tail if count < len(low) or tail else low
