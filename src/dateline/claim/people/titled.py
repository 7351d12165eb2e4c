"""The office that stands before or beside a person's name: "Assistant Secretary of Defense Ann Roe".

In:   the tree, the first word of the name and its head.
Out:  the title as written, without article and owner; None where there is none.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.people.nouns import PEOPLE, stands_for
from dateline.claim.tree import Tree, several

TITLE_WORDS: Final = 12  # words before a name that may be its title
RANKS: Final = word_list("general admiral marshal colonel commander major captain brigadier commodore dr sir lord")


def title_of(t: Tree, first: int, head: int) -> str | None:
    """The office before the name or in apposition to it, as written, without article and owner."""
    before = title_before(t, first)
    if before:
        return _words(t, before[0], before[1] - 1)
    for k in (*t.children(head, "appos"), *([up] if (up := t.up(head)) is not None and t.rel(head) == "appos" else [])):
        noun = stands_for(t.tokens[k].lemma)
        if noun and noun.sort in PEOPLE and t.tokens[k].upos in {"NOUN", "PROPN"} and not several(t, k):
            low, high = t.noun_phrase(k)
            high = first - 1 if low < first <= high else high
            return _words(t, low, high)
    return None


def title_before(t: Tree, first: int) -> tuple[int, int] | None:
    """ "Assistant Secretary of Defense Ann Roe": the run of nouns before the name, cut where a phrase starts."""
    i = first - 1
    if i >= 0 and t.tokens[i].text == ",":
        i -= 1  # "the foreign minister, Ann Roe": only where an article opens the run, see below
    low, stop = None, max(-1, i - TITLE_WORDS)
    comma = i < first - 1
    while i > stop:
        token = t.tokens[i]
        fits = token.upos in {"NOUN", "PROPN", "ADJ"} or token.text in {"'s", "’s", "-", "–"}
        if not fits and token.text.lower() not in {"of", "for", "to", "and"}:
            break
        low = i
        i -= 1
    if low is None or (comma and (i < 0 or t.low[i] != "the")):
        return None
    end = first - 2 if comma else first - 1
    offices = [k for k in range(low, end + 1) if (n := stands_for(t.tokens[k].lemma)) and n.sort in PEOPLE]
    if not offices:
        return None
    for k in range(end, low - 1, -1):
        if t.low[k] in {"of", "for", "to", "and"} and not any(low <= o < k for o in offices):
            low = k + 1
            break
        if t.low[k] == "of" and any(o < k for o in offices) and _next_noun(t, k, end) in offices:
            low = k + 1  # "the wife of President Karl Roe" is not Karl Roe; "Chief of Staff General Roe" is
            break
        if t.low[k] == "of" and _of_another(t, k, end, offices):
            low = k + 1
            break
        joined = t.low[k] == "and" and k - 2 in offices and t.tokens[k - 1].upos == "PROPN"
        if joined or (t.low[k] in {"to", "for", "and"} and any(o > k for o in offices)):
            low = k + 1
            break
    offices = [o for o in offices if o >= low]
    if t.low[end] in {"of", "for", "to", "and"}:
        return None  # "a spokeswoman for Ann Roe" is not Ann Roe
    return (low, end + 1) if offices else None


def _of_another(t: Tree, k: int, end: int, offices: list[int]) -> bool:
    """ "The brother of Acme manager Karl Roe" is not Karl Roe; "Chief of Naval Staff Admiral Roe" is."""
    first = next((o for o in offices if o < k), None)
    owner = first is not None and any(t.tokens[m].upos == "PROPN" for m in range(k + 1, end))
    person = stands_for(t.tokens[first].lemma) if owner and first is not None else None
    if person is not None and person.sort == "person":
        return end in offices or t.tokens[end].deprel == "nmod:desc"
    return owner and end in offices and t.low[end] not in RANKS


def _next_noun(t: Tree, k: int, end: int) -> int | None:
    """The first noun behind a word."""
    return next((m for m in range(k + 1, end + 1) if t.tokens[m].upos in {"NOUN", "PROPN"}), None)


def _words(t: Tree, low: int, high: int) -> str | None:
    """The words without article, owner and punctuation at the ends."""
    owner = [k for k in range(low, high) if t.tokens[k].text in {"'s", "’s"}]
    low = owner[-1] + 1 if owner else low
    while low < high and (t.tokens[low].upos in {"DET", "PUNCT", "ADP"} or t.tokens[low].deprel == "nmod:poss"):
        if t.bounds(low):
            break
        low += 1
    parts = t.tokens[low : high + 1]
    out = ""
    for k, token in enumerate(parts):
        out += (" " if k and parts[k - 1].end < token.start else "") + token.text
    return out.strip() or None
