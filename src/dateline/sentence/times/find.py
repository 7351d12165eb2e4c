"""Finds the time expressions of a text and says what they mean, before anybody knows when the text was written.

In:   the stored text, and what the encoder read (may be empty): its tags and parse are witnesses where the words tie.
Out:  TimeExpressions in the order of the text, never overlapping.
Room: sentence. Needs no parse; linear time; no input raises.
"""

from __future__ import annotations

from dateline.sentence.reading import Reading
from dateline.sentence.times.grammar import expression, may_begin
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.sentence.times.piece import Piece, match
from dateline.sentence.times.ranges import Found, completed, second_ends
from dateline.sentence.times.ties import Context, accepted
from dateline.sentence.times.tokens import Tokens, tokens
from dateline.sentence.times.unanchored import value_of
from dateline.sentence.times.words import PHRASE


def find(text: str, reading: Reading) -> tuple[TimeExpression, ...]:
    """The time expressions of the text.

    >>> empty = Reading((), (), (), (), (), "none")
    >>> [(x.text, x.type, x.value) for x in find("Soldiers took power in July and left two days later.", empty)]
    [('July', 'DATE', 'XXXX-07'), ('two days later', 'DATE', 'XXXX-XX-XX')]
    """
    t = tokens(text)
    context = Context(t, reading)
    found = _scan(t, context)
    times = (_expression(t, context, i, p) for i, p in completed(t, found))
    return tuple(x for x in times if context.read(x.start, x.end))


def _scan(t: Tokens, context: Context) -> list[Found]:
    """Left to right, the longest expression at each place that its context does not refuse."""
    out: list[Found] = []
    i, low = 0, t.low
    while i < len(low):
        if not may_begin(low[i]) or (t.glued(i) and low[i].isalpha() and low[i - 1] in ("_", "@", "#")):
            i += 1
            continue
        piece = expression(t, i)
        phrase = _phrase(t, context, i)
        if phrase and (piece is None or piece.end <= phrase.end):
            piece = phrase
        if piece and "\n" not in low[i : piece.end] and (accepted(context, i, piece) or context.seen(i, piece)):
            out.append((i, piece))
            tail = second_ends(t, piece)
            out.extend(tail)
            i = tail[-1][1].end if tail else piece.end
        else:
            i += 1
    return out


def _phrase(t: Tokens, context: Context, i: int) -> Piece | None:
    for phrase in PHRASE.get(t.word(i), ()):
        if match(t, i, phrase.words):
            meaning = Meaning("reference", fields=(("value", phrase.value),))
            piece = Piece(i + len(phrase.words), "DATE", meaning)
            leads = phrase.tie == "ahead" or t.word(piece.end) in ("after", "before")  # "shortly after the vote"
            if context.phrase(i, phrase) or (not leads and context.seen(i, piece)):
                return piece
    return None


def _expression(t: Tokens, context: Context, i: int, p: Piece) -> TimeExpression:
    start, end = t.start[i], t.end[p.end - 1]
    tense, preposition = context.governing(i, p)
    return TimeExpression(
        start, end, t.text[start:end], p.type, value_of(p.type, p.meaning), p.meaning, tense, preposition
    )
