"""Who says what: joins sources and contents to their cues.

In:   label runs of a window, link scores, the words' lines.
Out:  Speech; and speech that runs on into the next paragraph is put together.
Room: sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.sentence.reader.decode import Run, runs, viterbi
from dateline.sentence.reader.session import Floats
from dateline.sentence.reading import Span, Speech

SOURCE, CUE, CONTENT = range(3)
OPENING: Final = frozenset('“"«')
LEAN: Final = 0.1  # taken from the score of "outside" at the second look
SURE: Final = 1e4  # the score of "outside" where the first look found something
QUOTES: Final = frozenset("“”\"'‘’«»")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a window: where each stands, what it is, and the numbers of its line and sentence."""

    spans: Sequence[Span]
    texts: Sequence[str]
    lines: Sequence[int]
    sentences: Sequence[int]

    def apart(self, run: Run, other: Run) -> bool:
        """Whether two runs share no sentence."""
        return not {self.sentences[run[1]], self.sentences[run[2]]} & {
            self.sentences[other[1]],
            self.sentences[other[2]],
        }

    def quoted(self, run: Run) -> bool:
        """Whether a quotation mark opens or closes the run, or stands before it."""
        ends = {self.texts[run[1]], self.texts[run[2]], self.texts[max(run[1] - 1, 0)]}
        return bool(ends & QUOTES)


def related(found: Sequence[Run], link: Floats, passage: Passage) -> list[Speech]:
    """One Speech per cue that has a content; links do not leave the line they stand in.

    A content in another sentence than its cue is the same speaker's only where it is a quotation: "She denied it.
    The base is empty." says the second on the report's own account (right speaker 87.8 to 88.8 on PolNeAR dev, F1 the
    same). A cue keeps the source that points to it most strongly; one without takes the best of its line.
    """
    cues = [r for r in found if r[0] == CUE]

    def strength(run: Run, cue: Run) -> float:
        return float(link[run[1], cue[1]])

    by_line: dict[int, list[Run]] = {}
    for run in found:
        by_line.setdefault(passage.lines[run[1]], []).append(run)
    own: dict[Run, list[Run]] = {cue: [] for cue in cues}
    for here in by_line.values():
        speaking = [r for r in here if r[0] == CUE]
        for run in here if speaking else ():
            cue = max(speaking, key=lambda c: (strength(run, c), -c[1]))
            if run[0] == SOURCE or (run[0] == CONTENT and (not passage.apart(run, cue) or passage.quoted(run))):
                own[cue].append(run)
    out = []
    for cue in cues:
        contents = [r for r in own[cue] if r[0] == CONTENT]
        if contents:
            line = by_line[passage.lines[cue[1]]]
            sources = [r for r in own[cue] if r[0] == SOURCE] or [r for r in line if r[0] == SOURCE]
            best = sorted(sources, key=lambda r: (-strength(r, cue), r[1]))[:1]
            out.append(Speech(*(_spans(runs, passage.spans) for runs in (best, [cue], contents))))
    return out


def overlooked(
    scores: Floats, trans: Floats, start: Floats, known: Sequence[Speech], link: Floats, passage: Passage
) -> list[Speech]:
    """What a second look finds among the words that no Speech of the first holds, "outside" being a little less likely.

    Only what has a source in its sentence is kept. LEAN was chosen among 0.1, 0.2 and 0.25 on PolNeAR dev: relation
    F1 79.3, 78.8, 78.7 at an indirect recall of 73.1, 74.4, 75.0; run benchmarks/run.py --task attribution after a
    change.
    """
    first = {start: n for n, (start, _) in enumerate(passage.spans)}
    last = {end: n for n, (_, end) in enumerate(passage.spans)}
    taken = np.zeros(len(passage.spans), bool)
    for said in known:
        for s, e in (*said.source, *said.cue, *said.content):
            taken[first[s] : last[e] + 1] = True
    leaning = scores.copy()
    leaning[:, 0] -= LEAN
    leaning[taken, 0] = SURE
    labels = [0] * len(scores)
    for low, high in _stretches(~taken):  # with the word that is taken on either side
        labels[low:high] = viterbi(leaning[low:high], trans, start)
    free = [r for r in runs(labels, list(passage.lines)) if not taken[r[1] : r[2] + 1].any()]

    def own(said: Speech) -> bool:
        """Whether the source stands in the sentence of its cue."""
        words = [first[span[0][0]] for span in (said.source, said.cue) if span]
        return len(words) == 2 and passage.sentences[words[0]] == passage.sentences[words[1]]

    return [said for said in related(free, link, passage) if own(said)]


def _stretches(free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where words that are free follow each other, as [start, end) with a word more on either side.

    >>> _stretches(np.array([True, False, False, True, True, False, True]))
    [(0, 2), (2, 6), (5, 7)]
    """
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]))).tolist()
    return [(max(low - 1, 0), min(high + 1, len(free))) for low, high in zip(edges[::2], edges[1::2], strict=True)]


def _spans(found: Sequence[Run], spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple((spans[first][0], spans[last][1]) for _, first, last in found)


def run_on(text: str, speech: Sequence[Speech]) -> tuple[Speech, ...]:
    """Joins a quotation that a paragraph leaves open to the paragraph that opens it again.

    A speaker's second paragraph starts with a quotation mark while the first has not been closed: the words up to the
    closing mark, or to the end of the line, are the same speaker's, unless that paragraph has a speech of its own.
    """
    out = sorted(speech, key=lambda s: min(s.cue + s.content))
    lines = _lines(text)
    starts = [start for start, _ in lines]
    speaking = {bisect_right(starts, c[0]) - 1 for s in out for c in s.cue}
    last = {bisect_right(starts, c[0]) - 1: n for n, s in enumerate(out) for c in s.content}  # by line, its last speech
    for n, ((start, end), (next_start, next_end)) in enumerate(pairwise(lines)):
        if text[next_start] not in OPENING or n not in last or n + 1 in speaking or not _left_open(text[start:end]):
            continue
        close = text.find('"' if text[next_start] == '"' else "”", next_start + 1, next_end)
        piece = (next_start + 1, close if close > 0 else next_end)
        if piece[1] > piece[0]:
            said = out[last[n]]
            out[last[n]] = replace(said, content=(*said.content, piece))
            last[n + 1] = last[n]
    return tuple(out)


def _lines(text: str) -> list[Span]:
    """Lines that hold words, without the blanks around them."""
    out, at = [], 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words[0])
            out.append((start, start + len(words)))
        at += len(raw) + 1
    return out


def _left_open(line: str) -> bool:
    """Whether the line opens a quotation and does not close it.

    >>> _left_open("He said: “We go."), _left_open('"We go," he said.')
    (True, False)
    """
    last = max(line.rfind("“"), line.rfind("«"))
    if last >= 0:
        return line.find("”", last) < 0 and line.find("»", last) < 0
    return line.count('"') % 2 == 1
