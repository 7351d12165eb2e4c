"""Turns a text into the windows that the encoder reads, one at a time.

In:   a text, and spans of it that must not be read.
Out:  windows of whole lines with their words' offsets; a line longer than a window is cut at a sentence end.
Room: sentence. Training and run time both pack with this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from dateline.sentence.reader.words import Span, words

CLS: Final = 101  # "[CLS]", "[SEP]" and "[UNK]" of the uncased BERT vocabulary
SEP: Final = 102
UNK: Final = 100
MAX_PIECES: Final = 256  # sub-tokens a window holds, special ones included; attention costs the square of it
PIECES_PER_WORD: Final = 12  # what a longer word has beyond these is not shown to the encoder
DATELINE: Final = re.compile(  # a place in capitals, or one with an agency in brackets, and a dash
    r"\s*(?:[A-Z][A-Z'’.]{2,30}(?:[ ,]{1,2}[A-Z0-9][\w'’.]{0,20}){0,8}\s{0,3}(?:\([^)\n]{2,30}\)\s{0,3})?"
    r"|[A-Z][^—–\n(]{2,40}\([^)\n]{2,30}\)\s{0,3})"
    r"(?:—|–|--?)\s+(?=\S)"
)
SEARCH_BACK: Final = 100  # words to look back for a sentence end where a line is too long
SHAPES: Final = 7
STOP: Final = frozenset(".?!")
RUN: Final = re.compile(r"[^\W_]+")
PLAIN: Final = str.maketrans("’‘—–", "''--")  # as the parser's corpus writes them; one character for one


@dataclass(slots=True)
class Line:
    """Words of one line as the encoder sees them."""

    ids: list[int] = field(default_factory=list)  # sub-tokens
    shapes: list[int] = field(default_factory=list)  # case shape of each sub-token
    first: list[int] = field(default_factory=list)  # per word, index of its first sub-token
    spans: list[Span] = field(default_factory=list)  # per word, characters of the text
    number: int = 0  # of the line in the text

    def cut(self, start: int, end: int) -> Line:
        """The words `[start, end)` as a line of their own."""
        low = self.first[start]
        high = self.first[end] if end < len(self.first) else len(self.ids)
        return Line(
            self.ids[low:high],
            self.shapes[low:high],
            [i - low for i in self.first[start:end]],
            self.spans[start:end],
            self.number,
        )


@dataclass(slots=True)
class Window:
    """Lines packed into one call of the encoder: [CLS] line [SEP] line [SEP] ..."""

    ids: list[int] = field(default_factory=lambda: [CLS])
    shapes: list[int] = field(default_factory=lambda: [0])
    first: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Appends a line and the mark of its end."""
        here = len(self.ids)
        self.first += [here + i for i in line.first]
        self.ids += [*line.ids, SEP]
        self.shapes += [*line.shapes, 0]
        self.lines.append(line)


def shape(run: str) -> int:
    """The case shape of a run of letters and digits: 1 lower, 2 Title, 3 UPPER, 4 mixed, 5 digit, 6 one capital.

    >>> [shape(w) for w in ("junta", "Niger", "ECOWAS", "iPhone", "M23", "A")]
    [1, 2, 3, 4, 5, 6]
    """
    if any(c.isdigit() for c in run):
        return 5
    if len(run) == 1:
        return 6 if run.isupper() else 1
    if run.islower():
        return 1
    if run.isupper():
        return 3
    if run[0].isupper() and run[1:].islower():
        return 2
    return 4 if any(c.isupper() for c in run) else 1


def shapes_of(word: str) -> tuple[int, ...]:
    """The case shape at each character of a word; 0 where it is no letter and no digit."""
    out = [0] * (len(word) + 1)
    for run in RUN.finditer(word):
        out[run.start() : run.end()] = [shape(run.group())] * (run.end() - run.start())
    return tuple(out)


@lru_cache(maxsize=20_000)
def pieces_of(tokenizer: Any, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The sub-tokens of a word and the case shape of each; "unknown" for a word of which the tokenizer makes nothing.

    A word's sub-tokens do not depend on its neighbours, and most words of a report stood in one before it.
    """
    coded = tokenizer.encode([word.translate(PLAIN)], is_pretokenized=True, add_special_tokens=False)
    looks, ids = shapes_of(word), tuple(coded.ids[:PIECES_PER_WORD])
    return (ids, tuple(looks[start] for start, _ in coded.offsets[: len(ids)])) if ids else ((UNK,), (looks[0],))


def line_of(tokenizer: Any, tokens: Sequence[str], spans: Sequence[Span], number: int = 0) -> Line:
    """The line made of these words."""
    line = Line(number=number, spans=list(spans))
    for token in tokens:
        ids, looks = pieces_of(tokenizer, token)
        line.first.append(len(line.ids))
        line.ids += ids
        line.shapes += looks
    return line


def blank(text: str, skip: Iterable[Span]) -> str:
    """The text with what must not be read put to blanks, of the same length, line breaks kept."""
    pieces, done = [], 0
    for start, end in sorted(skip):
        low, high = max(start, done), min(end, len(text))
        if high > low:
            pieces += [text[done:low], re.sub(r"[^\n]", " ", text[low:high])]
            done = high
    return "".join([*pieces, text[done:]])


def lines_of(tokenizer: Any, text: str) -> Iterator[Line]:
    """The lines of a text that hold words, the long ones cut so that each fits a window.

    "MARALA, Jan. 4 (AP) —" at the start of a line is a line of its own: it is no part of the sentence after it.
    """
    at = 0
    for number, raw in enumerate(text.split("\n")):
        place = DATELINE.match(raw)
        cut = place.end() if place else 0
        for part in (raw[:cut], raw[cut:]) if cut else (raw,):
            spans = words(part)
            if spans:
                tokens = [part[s:e] for s, e in spans]
                line = line_of(tokenizer, tokens, [(s + at, e + at) for s, e in spans], number)
                yield from fit(line, tokens)
            at += len(part)
        at += 1


def fit(line: Line, tokens: Sequence[str], room: int = MAX_PIECES - 2) -> Iterator[Line]:
    """Cuts a line into pieces of at most `room` sub-tokens, after a full stop where there is one near."""
    start = 0
    while len(line.ids) - line.first[start] > room:
        end = start + 1
        while end < len(tokens) and _length(line, start, end + 1) <= room:
            end += 1
        stops = (i for i in range(end - 1, max(start, end - SEARCH_BACK), -1) if tokens[i - 1] in STOP)
        end = next(stops, end)
        yield line.cut(start, end)
        start = end
    yield line.cut(start, len(tokens)) if start else line


def _length(line: Line, start: int, end: int) -> int:
    return (line.first[end] if end < len(line.first) else len(line.ids)) - line.first[start]


def pack(lines: Iterable[Line], room: int = MAX_PIECES) -> Iterator[Window]:
    """Packs lines in order into windows of at most `room` sub-tokens."""
    window = Window()
    for line in lines:
        if window.lines and len(window.ids) + len(line.ids) + 1 > room:
            yield window
            window = Window()
        window.add(line)
    if window.lines:
        yield window
