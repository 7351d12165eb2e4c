"""Set phrases that say what one verb says: "put the mill on ice" suspends it, "called time on the venture" ends it.

In:   the tree of a sentence and a verb; the table lexicon/idioms.tsv.
Out:  the verb it stands for, with the frame of that verb; None where no phrase of the table stands there.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.claim.event.roles import Frame, frame, preposition
from dateline.claim.event.subjects import joined
from dateline.claim.tree import Tree, asked_often
from dateline.claim.wording.forms import verb_lemma
from dateline.lexicon.idioms import Idiom, idioms

REACH: Final = 14  # words behind the verb within which its phrase begins: "put construction of its new mill on ice"
INSIDE: Final = 2  # articles and adjectives between the words of a phrase: "to an abrupt end"
DAY: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?:jan|febr)uary|march|april|may\Z|june|july|august|"
    r"(?:septem|octo|novem|decem)ber|(?:to|yester)day|weekend|morning|evening|night"
)
BETWEEN: Final = frozenset({"DET", "ADJ", "PRON"})


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase as it stands in a sentence."""

    lemma: str  # the verb it stands for
    words: tuple[int, ...]  # the words of the phrase but the verb
    frame: Frame


@cache
def _of_verb(verb: str) -> tuple[Idiom, ...]:
    """The phrases of the verb whose thing a parse can show, those of more words first."""
    return tuple(sorted((r for r in idioms().get(verb, ()) if r.thing), key=lambda r: -r.words.count(" ")))


@asked_often
def said(tree: Tree, i: int) -> Said | None:
    """The phrase that the verb stands in, with its thing as the object (or, of "came to an end", the subject)."""
    for row in _of_verb(verb_lemma(tree.tokens[i].text, tree.tokens[i].lemma)):
        spots = _spots(tree, i, row.words.split())
        if spots:
            parts = _parts(tree, i, row, spots)
            if parts is not None:
                return Said(row.means, spots, parts)
    return None


def _spots(tree: Tree, i: int, words: Sequence[str]) -> tuple[int, ...]:
    """Where the words of the phrase stand behind the verb; () where they do not, or belong to another verb."""
    last = min(len(tree.tokens), i + 1 + REACH)
    for start in range(i + 1, last):
        if tree.tokens[start].text.casefold() != words[0] or (len(words) == 1 and not _alone(tree, start)):
            continue
        found, at = [start], start + 1
        for word in words[1:]:
            skipped = 0
            while at < len(tree.tokens) and skipped < INSIDE and tree.tokens[at].text.casefold() != word:
                if tree.tokens[at].upos not in BETWEEN:
                    break
                at, skipped = at + 1, skipped + 1
            if at >= len(tree.tokens) or tree.tokens[at].text.casefold() != word:
                break
            found.append(at)
            at += 1
        if len(found) == len(words) and _hangs_on(tree, i, found[-1]):
            return tuple(found)
    return ()


def _alone(tree: Tree, k: int) -> bool:
    """Whether a single word of a phrase leads no noun: "the ban kicked in", not "set off riots in Verrin"; nor stands
    behind a preposition: "called a halt to it", not "will call a vote by the end of May"."""
    if tree.tokens[k].upos == "NOUN" and tree.children(k, "case"):
        return False
    after = tree.tokens[k + 1].upos if k + 1 < len(tree.tokens) else "PUNCT"
    return tree.tokens[k].upos in {"NOUN", "PROPN"} or after in {"ADP", "PART", "PUNCT", "ADV", "CCONJ", "SCONJ"}


def _hangs_on(tree: Tree, i: int, k: int) -> bool:
    """Whether the word hangs on the verb, no other verb between."""
    for up in tree.ancestors(k, 4):
        if up == i:
            return True
        if tree.tokens[up].upos == "VERB":
            return False
    return False


def _parts(tree: Tree, i: int, row: Idiom, spots: tuple[int, ...]) -> Frame | None:
    """The frame of the verb that is meant; None where the thing is not there."""
    plain = frame(tree, i)
    own = set(spots)
    obls = tuple(o for o in plain.obls if o[1] not in own)
    if row.thing == "subj":
        things = plain.obj if plain.passive else plain.subj
        direct = tuple(k for k in tree.children(i, "obj") if k not in own)
        return None if direct or not things else replace(plain, subj=things, obj=(), obls=obls, iobj=())
    if row.thing == "obj":
        things = tuple(k for k in plain.obj if k not in own) or tuple(k for k in plain.iobj if k not in own)
        hyphened = spots[0] > i + 2 and tree.tokens[spots[0] - 2].text == "-"
        things = things or ((spots[0] - 1,) if hyphened else ())  # "brought their go-slow to a close"
        return replace(plain, obj=things, obls=obls, iobj=()) if things else None
    prep = row.thing.split()[-1]
    behind = [k for k in range(spots[-1] + 1, min(len(tree.tokens), spots[-1] + REACH)) if preposition(tree, k) == prep]
    behind = [k for k in behind if not DAY.match(tree.low[k])]  # "on Friday"
    thing = next((k for k in behind if tree.up(k) == i or tree.up(k) in own), None)
    if thing is None:
        return None
    return replace(plain, obj=joined(tree, (thing,)), obls=tuple(o for o in obls if o[1] != thing), iobj=())
