"""Finds the time expressions of a text and says what they mean, before anybody knows when the text was written.

In:   the stored text, and what the encoder read (may be empty): its tags and parse are witnesses where the words tie.
Out:  TimeExpressions in the order of the text, never overlapping.
Room: sentence. Needs no parse; linear time; no input raises.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dateline.sentence.reading import Reading
from dateline.sentence.times.asking import features, kind, may_add
from dateline.sentence.times.chronicle import opens_chronicle
from dateline.sentence.times.grammar import expression, may_begin
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.sentence.times.piece import Piece, match
from dateline.sentence.times.ranges import Found, completed, second_ends
from dateline.sentence.times.ties import Context, accepted, ahead_of, from_now, never
from dateline.sentence.times.tokens import Tokens, tokens
from dateline.sentence.times.unanchored import value_of
from dateline.sentence.times.weigh import leaning
from dateline.sentence.times.words import PHRASE


def find(text: str, reading: Reading) -> tuple[TimeExpression, ...]:
    """The time expressions of the text.

    >>> empty = Reading((), (), (), (), (), "none")
    >>> [(x.text, x.type, x.value) for x in find("Soldiers took power in July and left two days later.", empty)]
    [('July', 'DATE', 'XXXX-07'), ('two days later', 'DATE', 'XXXX-XX-XX')]
    """
    t = tokens(text)
    context = Context(t, reading)
    found = _scan(t, context, None)
    times = (_expression(t, context, i, p) for i, p in completed(t, found))
    return tuple(x for x in times if context.read(x.start, x.end))


_SURE: Final = 0.7  # log odds, two to one, that the small model must have before it overrules the rules


@dataclass(frozen=True, slots=True)
class Asked:
    """An expression that the small model was asked about, for those who fit its weights."""

    start: int
    end: int
    features: tuple[str, ...]
    ruled: bool  # what the rules alone say


def asked_of(text: str, reading: Reading) -> tuple[Asked, ...]:
    """What the small model is asked about a text."""
    t = tokens(text)
    asked: list[Asked] = []
    _scan(t, Context(t, reading), asked)
    return tuple(asked)


def _counts(context: Context, i: int, p: Piece, ruled: bool, asked: list[Asked] | None) -> bool:
    """Whether an expression counts as a time: the small model may overrule the rules on kinds that tie."""
    t = context.t
    tie = kind(t, i, p)
    if tie is None or not (ruled or (p.end == i + 1 and may_add(tie))):  # a longer one may hold a better one
        return ruled
    found = tuple(features(t, i, p, tie, ruled, context.agreed(i, p), context.history))
    if asked is not None:
        asked.append(Asked(t.start[i], t.end[p.end - 1], found, ruled))
        return ruled
    lean = leaning("counts", found)
    return lean > -_SURE if ruled else lean > _SURE


def _scan(t: Tokens, context: Context, asked: list[Asked] | None) -> list[Found]:
    """Left to right, the longest expression at each place that its context does not refuse."""
    out: list[Found] = []
    i, low = 0, t.low
    while i < len(low):
        if not may_begin(low[i]) or (t.glued(i) and low[i].isalpha() and low[i - 1] in ("_", "@", "#")):
            i += 1
            continue
        piece, ruled = _candidate(t, context, i)
        if piece is None or "\n" in low[i : piece.end]:
            i += 1
        elif _counts(context, i, piece, ruled, asked):
            out.append((i, piece))
            tail = second_ends(t, piece)
            out.extend(tail)
            i = tail[-1][1].end if tail else piece.end
        else:
            i = piece.end if ruled else i + 1  # what the rules let pass and the model does not holds no shorter time
    return out


def _candidate(t: Tokens, context: Context, i: int) -> tuple[Piece | None, bool]:
    """The longest expression or fixed phrase at a place, and whether the rules let it count."""
    piece = expression(t, i)
    ruled = piece is not None and (accepted(context, i, piece) or context.seen(i, piece))
    phrase = _phrase(t, context, i)
    if phrase and (piece is None or (piece.end <= phrase[0].end and (phrase[1] or not ruled))):
        return phrase
    return piece, ruled


def _phrase(t: Tokens, context: Context, i: int) -> tuple[Piece, bool] | None:
    """The longest fixed phrase at a place that may count, and whether the rules let it."""
    first: tuple[Piece, bool] | None = None
    for phrase in PHRASE.get(t.word(i), ()):
        if match(t, i, phrase.words) and not never(t, i, i + len(phrase.words)):
            meaning = Meaning("reference", fields=(("value", phrase.value),))
            piece = Piece(i + len(phrase.words), "DATE", meaning)
            leads = phrase.tie == "ahead" or t.word(piece.end) in ("after", "before")  # "shortly after the vote"
            if context.phrase(i, phrase) or (not leads and context.seen(i, piece)):
                return piece, True
            if first is None and not leads:
                first = piece, False
    return first


def _expression(t: Tokens, context: Context, i: int, p: Piece) -> TimeExpression:
    start, end = t.start[i], t.end[p.end - 1]
    tense, preposition = context.governing(i, p)
    if p.type == "DATE" and opens_chronicle(t.text, start, end):
        tense = "past"
    if preposition == "in" and tense == "future" and from_now(t, i, p):
        p = Piece(p.end, "DATE", replace(p.meaning, shape="offset", direction=1, anchor="report"))
    elif preposition == "within" and ahead_of(t, i, p):
        p = Piece(p.end, p.type, replace(p.meaning, shape="span", direction=1))
    return TimeExpression(
        start, end, t.text[start:end], p.type, value_of(p.type, p.meaning), p.meaning, tense, preposition
    )
