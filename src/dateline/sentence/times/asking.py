"""What the small model is asked of an expression: does it count as a time here.

In:   a piece of the grammar or a fixed phrase, and the context it stands in.
Out:  the kind of tie it is, or None where the words settle it; the named features of its place.
Room: sentence. A feature is a short English name, so that the weights can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.sentence.times.piece import Piece
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import UNSURE_MONTH

_ENDS: Final = frozenset([".", ",", ";", ":", ")", "\n", "", "?", "!", '"'])
_OPENS: Final = frozenset([".", "\n", "", '"', "?", "!"])


def kind(t: Tokens, i: int, p: Piece) -> str | None:
    """The kind of tie, or None where the expression needs no asking.

    "on 5 May" is a time whatever stands beside it; "daily", "for months" and "now" are times for one reader of news and
    not for the next.
    """
    m = p.meaning
    if m.shape == "reference":
        return "plural" if m.get("plural") else "word " + t.word(p.end - 1)
    if m.shape == "set":
        return "rate adverb" if m.get("adverb") else None
    if m.shape == "duration":
        return "bare plural" if m.get("bare") else "one unit" if t.word(i) in ("a", "an") else "length"
    if m.shape == "pointed" and m.unit in ("time", "period"):
        return f"that {m.unit}"
    if m.shape == "definite":
        return f"the {m.unit}"
    if m.shape == "calendar" and m.get("year") is not None and len(m.fields) == 1 and p.end == i + 1:
        return "four digits"
    if m.shape == "calendar" and len(m.fields) == 1 and t.word(i) in UNSURE_MONTH:
        return "may or March"
    return "part of the day" if m.shape == "part" or (m.get("part") and m.shape == "calendar") else None


def may_add(tie: str) -> bool:
    """Whether the model may count what the rules refuse: single words do no harm, numbers and names would."""
    return tie.startswith("word ") or tie == "bare plural"


def features(t: Tokens, i: int, p: Piece, tie: str, ruled: bool, seen: str, history: bool) -> Iterator[str]:
    """The features of a candidate: its kind, what the rules and the encoder say of it, and the words beside it.

    `seen` is what the encoder takes for a time there: "same", "some", "none", or "unread" where none read the text.
    """
    rule = "rules say yes" if ruled else "rules say no"
    yield tie
    yield rule
    yield f"{tie}, {rule}"
    yield f"reader: {seen}"
    yield f"{tie}, reader: {seen}"
    if history:
        yield f"{tie}, in a history"
    before, after = t.word(i - 1), t.word(p.end)
    if before in _OPENS:
        yield "opens a sentence"
    if after in _ENDS:
        yield "closes a clause"
    elif after.isalpha():
        yield "before a word"
    if t.glued(i) or (t.glued(p.end) and after == "-"):
        yield "tied to its neighbour"
