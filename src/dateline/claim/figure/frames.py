"""Reads figures by the words around them: "turnout was 67.4%", "second on 29.8%", "a deficit equal to 2.9% of GDP".

In:   a sentence with its Reader, an amount, the words before and behind it and those of the sentences just before.
Out:  a Counting, or None where no frame of the table fits.
Room: claim. The frames are a table, `counted_frames`: what such words count does not hang on how a sentence is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Final

from dateline.claim.figure.counted import Counting, Spot, counted_noun, lemma_of
from dateline.claim.figure.counting import clause_of, finish, whole_of
from dateline.claim.figure.holders import name_beside
from dateline.claim.figure.places import Reader, with_place
from dateline.claim.tree import Tree
from dateline.lexicon.tables import Row, table

BEFORE: Final = 110  # characters before an amount that are looked at
BEHIND: Final = 70
SOME: Final = r"(?:[^\s,;:]*[^\s.,;:] ){0,6}?"  # what "~" of the table stands for: up to six words of one clause
GETTING: Final = frozenset({"get", "receive", "face", "serve", "draw", "risk", "seek", "demand", "request"})
NOUN: Final = "@"  # the noun that the frame names; "@after": the noun behind the amount


@dataclass(frozen=True, slots=True)
class Around:
    """The words around an amount."""

    before: str  # in its sentence, without its hedge
    behind: str
    topic: str  # its sentence and those just before it


@dataclass(frozen=True, slots=True)
class _Frame:
    """A row of the table, ready to be held against words."""

    row: Row
    kinds: tuple[str, ...]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    topic: re.Pattern[str] | None


@cache
def _frames(when: str) -> tuple[_Frame, ...]:
    """The frames that are tried first, before the parse is asked, or last."""
    topics = {row["counted"]: row["topic"] for row in table("counted_frames") if row["when"] == "topic"}
    return tuple(
        _Frame(
            row,
            tuple(row["kind"].split("|")),
            _pattern(rf"(?:.*\W)?(?:{row['before']})\s*[“\"(]?$" if row["before"] else ""),  # the nearest such words
            _pattern(rf"\s?(?:{row['behind']})" if row["behind"] else ""),
            _pattern(rf"\b(?:{topics[row['topic']]})" if row["topic"] else ""),
        )
        for row in table("counted_frames")
        if row["when"] == when
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words.replace("~", SOME), re.I | re.S) if words else None


def framed(reader: Reader, spot: Spot, around: Around, when: str) -> Counting | None:
    """What the amount counts by the first frame that fits."""
    amount = spot.amount
    if (amount.hyphen and amount.kind != "time") or amount.form not in ("count", "vague", "fraction"):
        return None
    kind = amount.kind or ("share" if amount.form == "fraction" else "count")
    ahead, behind = around.before[-BEFORE:], around.behind[:BEHIND]
    for frame in _frames(when):
        if kind not in frame.kinds and not (kind == "time" and amount.unit in frame.kinds):
            continue
        if frame.behind and not frame.behind.match(behind):  # of the three the one that is soonest asked
            continue
        before = frame.before.match(ahead) if frame.before else None
        if (frame.before and before is None) or (frame.topic and not frame.topic.search(around.topic)):
            continue
        at, owner = (_token_at(reader, spot, around, before, group) for group in ("n", "o"))
        if frame.row["of"] == NOUN and (owner is None or not reader.tree.tokens[owner].text[:1].isupper()):
            continue
        if (made := _made(reader, spot, frame.row, at)) is not None:
            name = (reader.whose(owner) or reader.name(owner)) if owner is not None else None
            return replace(made, of=name, of_at=owner) if name else made
    return None


def _token_at(reader: Reader, spot: Spot, around: Around, found: re.Match[str] | None, group: str) -> int | None:
    """The word that the frame calls by that letter."""
    if found is None or group not in found.re.groupindex or found.start(group) < 0:
        return None
    at = spot.amount.start - min(len(around.before), BEFORE) + found.start(group)
    return next((i for i, t in enumerate(reader.tree.tokens) if t.start <= at < t.end), None)


def _gets(reader: Reader, verb: int) -> bool:
    return reader.tree.tokens[verb].lemma.lower() in GETTING


def _stands_for_one(reader: Reader, k: int) -> bool:
    """ "Found Ana Roe guilty and sentenced her to two years": whether the word stands for a person by name."""
    meant = reader.root(k) if reader.tree.tokens[k].upos == "PRON" else None
    return meant is not None and meant.named and meant.kind == "person"


def _name_at(reader: Reader, k: int) -> int | None:
    """The word of a proper name at word k or beside it: "the harbour chief Ilya Domaris"."""
    mention = reader.mention_at(k)
    if reader.tree.tokens[k].upos == "PROPN" or (mention is not None and mention.named):
        return k
    return name_beside(reader, k) if reader.tree.tokens[k].upos == "NOUN" else None


def _name_behind(reader: Reader, verb: int, end: int) -> int | None:
    """The last word of the name right behind the verb, however it is parsed: "sentenced former chief Ivo Brand to"."""
    tokens = reader.tree.tokens
    first = next((k for k in range(verb + 1, end) if tokens[k].upos not in ("DET", "ADJ", "NOUN")), end)
    names = takewhile(lambda k: tokens[k].upos == "PROPN", range(first, end))
    return max(names, default=None)


def _whole_phrase(tree: Tree, at: int) -> int:
    """The prices of "prices of fuel went up": what the phrase that ends at the word is."""
    up = tree.up(at)
    case = tree.child(at, "case")
    inside = up is not None and up < at and tree.rel(at) == "nmod" and tree.tokens[up].upos == "NOUN"
    return up if inside and up is not None and case is not None and tree.low[case] in ("of", "in") else at


def _made(reader: Reader, spot: Spot, row: Row, at: int | None) -> Counting | None:
    """The Counting of a frame: with whose and where, as the sentence tells."""
    tree, counted = reader.tree, row["counted"]
    states = (row["state"],) if row["state"] else ()
    unit = row["unit"] or ("share" if spot.amount.form == "fraction" else spot.amount.unit) or ""
    verb = clause_of(tree, spot.last)
    if counted == NOUN:
        if at is None:
            return None
        at = _whole_phrase(tree, at) if row["role"] == "change" else at
        made = finish(reader, spot.last, at, lemma_of(tree, at), False)
        up = tree.up(at)
        if made.of is None and tree.rel(at) == "compound" and up is not None and (owner := reader.of(up, 0, None)):
            made = replace(made, of=owner[0], of_at=owner[1])  # "lifted its growth forecast to 3.4 percent"
        return replace(
            made, unit=unit or made.counted, states=states, verb=verb, part=False, shift=row["role"] == "change"
        )
    if counted.startswith(NOUN):
        head = counted_noun(tree, spot.first, spot.last, spot.amount)
        if head is not None:
            made = finish(reader, head, head, lemma_of(tree, head), whole_of(tree, head, spot.first))
            return replace(made, states=states)
        counted = counted.partition(" ")[2]
    made = Counting(spot.last, None, counted, unit or counted, spot.last, states=states, verb=verb)
    if row["of"] in ("subject", "person") and verb is not None:
        people = (
            *tree.children(verb, "nsubj:pass"),
            *(() if _gets(reader, verb) else tree.children(verb, "obj", "iobj")),
        )
        passive = tree.children(verb, "nsubj:pass")  # "Halek is supported by 47 percent of voters"
        near = (*(people if row["of"] == "person" else ()), *reader.subjects(verb), *passive)
        names = (n for k in near if k != spot.last and (n := _name_at(reader, k)) is not None)
        named = next(names, None)  # a name, and no "former mayor of Ardenne", who may be anybody
        if named is None and row["of"] == "person":
            named = _name_behind(reader, verb, spot.first)
        him = next((k for k in people if _stands_for_one(reader, k)), None) if row["of"] == "person" else None
        made = replace(made, of=reader.named(him), of_at=him) if named is None and him is not None else made
        made = replace(made, of=reader.name(named), of_at=named) if named is not None else made
    made = replace(made, shift=row["role"] == "change")
    return with_place(made, reader.where(spot.last, None, verb))
