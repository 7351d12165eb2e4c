"""Reads a text once with the encoder: sentences and parse, names, speech, event words, times as written.

In:   a report's stored text, and the spans of it that are no part of the report (page noise).
Out:  a Reading; every offset is that of the text given, and `text[token.start:token.end] == token.text`.
Room: sentence. `reader/` does the work; this file puts the pieces together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.sentence.reader import decode, extents, hyphens, lemma, speech
from dateline.sentence.reader.arcs import Words
from dateline.sentence.reader.repair import mended
from dateline.sentence.reader.session import Weights, weights
from dateline.sentence.reader.windows import Window, blank, lines_of, pack
from dateline.sentence.reading import EventWord, Name, NameKind, Reading, Sentence, Span, Speech, TimeExtent, Token

KINDS: Final[dict[str, NameKind]] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "misc"}
UNREADABLE: Final = re.compile("[\ud800-\udfff]")  # half a character, left by a broken decoder


@dataclass(slots=True)
class _Found:
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    speech: list[Speech] = field(default_factory=list)
    events: list[EventWord] = field(default_factory=list)
    times: list[TimeExtent] = field(default_factory=list)


def read(text: str, skip: Sequence[Span] = ()) -> Reading:
    """One report, read once; nothing inside `skip` is read. The same text gives the same reading.

    The work is linear in the length of the text: windows of at most 256 sub-tokens, one call of the encoder each.

    Raises:
        DatelineError: the weights are missing or are not those that their card names.
    """
    reader = weights()
    clean = UNREADABLE.sub("\ufffd", blank(text, skip))
    found = _Found()
    for window in pack(lines_of(reader.tokenizer, clean)):
        _read_window(reader, window, text, found)
    return Reading(
        sentences=tuple(found.sentences),
        names=tuple(found.names),
        speech=speech.run_on(clean, found.speech),
        events=tuple(found.events),
        times=tuple(found.times),
        reader=reader.name,
    )


def _read_window(reader: Weights, window: Window, text: str, found: _Found) -> None:
    scores = reader.scores(window)
    spans = [span for line in window.lines for span in line.spans]
    lines = [n for n, line in enumerate(window.lines) for _ in line.spans]  # a cut long line counts as two
    texts = [text[s:e] for s, e in spans]
    ranges = decode.sentences(scores.tags["begin"], lines, texts)
    tags = [reader.labels["upos"][i] for i in scores.tags["upos"].argmax(1).tolist()]
    cuts = [decode.cuts(texts[low:high], tags[low:high], low) for low, high in ranges]
    parses = decode.parse(scores, reader.labels["relations"], ranges, cuts)
    read_words: list[Token] = []
    for (low, high), (heads, relations) in zip(ranges, parses, strict=True):
        upos = tags[low:high]
        words = Words(texts[low:high], upos, heads, relations)
        mended(words)
        tokens = _tokens(reader, words, spans[low:high], scores.tags["lemma"][low:high].argmax(1).tolist())
        read_words += tokens
        number = window.lines[lines[low]].number
        found.sentences.append(Sentence(tokens[0].start, tokens[-1].end, tokens, number, children(tokens)))
    named = extents.names(scores.tags["name"], lines, texts)
    for kind, first, last in hyphens.rejoined(named, read_words, reader.labels["names"].index("PER")):
        start, end = spans[first][0], spans[last][1]
        found.names.append(Name(start, end, text[start:end], KINDS[reader.labels["names"][kind]]))
    found.times += _times(reader, extents.times(scores.tags["time"], lines, texts), spans)
    events = (scores.tags["event"][:, 1] > scores.tags["event"][:, 0]).nonzero()[0]
    chances = decode.softmax(scores.tags["fact"][events, :3]).tolist() if len(events) else []
    for n, (happened, uncertain, did_not) in zip(events.tolist(), chances, strict=True):
        found.events.append(EventWord(*spans[n], round(happened, 4), round(uncertain, 4), round(did_not, 4)))
    labels = decode.viterbi(scores.tags["speech"], reader.trans, reader.start)
    sentences = [n for n, (low, high) in enumerate(ranges) for _ in range(low, high)]
    passage = speech.Passage(spans, texts, lines, sentences)
    said = speech.related(decode.runs(labels, lines), scores.link, passage)
    more = speech.overlooked(scores.tags["speech"], reader.trans, reader.start, said, scores.link, passage)
    found.speech += sorted((*said, *more), key=lambda s: min(s.cue + s.content))


def _tokens(reader: Weights, words: Words, spans: list[Span], scripts: list[int]) -> tuple[Token, ...]:
    """The words as tokens, with their lemmas: those of the table, else by the scripts that the encoder chose."""
    out = []
    for n, (word, tag) in enumerate(zip(words.texts, words.tags, strict=True)):
        known = reader.lemmas.get(tag, {}).get(word.lower())
        root = known if known is not None else lemma.apply(word, reader.labels["scripts"][scripts[n]])
        head = words.heads[n] if words.heads[n] >= 0 else n
        out.append(Token(*spans[n], word, root, tag, head, words.relations[n]))
    return tuple(out)


def _times(reader: Weights, found: Iterable[decode.Run], spans: list[Span]) -> list[TimeExtent]:
    kinds = reader.labels["times"]
    return [TimeExtent(spans[a][0], spans[b][1], kinds[k]) for k, a, b in found]  # type: ignore[arg-type]


def children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """Per token, its dependents in order.

    >>> troops = Token(0, 6, "Troops", "troop", "NOUN", 1, "nsubj")
    >>> left = Token(7, 11, "left", "leave", "VERB", 1, "root")
    >>> children([troops, left])
    ((), (0,))
    """
    out: list[list[int]] = [[] for _ in tokens]
    for n, token in enumerate(tokens):
        if token.head != n:
            out[token.head].append(n)
    return tuple(tuple(own) for own in out)
