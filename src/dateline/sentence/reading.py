"""What reading one report gives: its sentences with tags and parse, names, speech, event words and times as written.

In:   nothing; this file holds the shapes that `parse.py` fills and the claim room reads.
Room: sentence. All offsets are characters [start, end) of the report's stored text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
NameKind = Literal["person", "organisation", "place", "misc"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its Universal Dependencies tag and head."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int  # index in its sentence; its own index for the root
    deprel: str  # UD relation with subtype where English has one: "nsubj:pass", "obl:agent"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence never crosses a line break."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    line: int  # number of the line of the stored text it stands in
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False)  # per token, its dependents in order

    def token_at(self, offset: int) -> int | None:
        """The index of the token that covers the character, or None."""
        return next((i for i, t in enumerate(self.tokens) if t.start <= offset < t.end), None)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as written."""

    start: int
    end: int
    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution: who (source), the words that make them speak (cue), what they say (content)."""

    source: tuple[Span, ...]  # empty where nobody is named
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that names an event, with the encoder's witness on whether it happened."""

    start: int
    end: int
    happened: float  # the three sum to 1
    uncertain: float
    did_not: float


@dataclass(frozen=True, slots=True)
class TimeExtent:
    """Words that the encoder takes for a time expression."""

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One report, read once."""

    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    speech: tuple[Speech, ...]
    events: tuple[EventWord, ...]
    times: tuple[TimeExtent, ...]
    reader: str  # name and version of the weights that read it
