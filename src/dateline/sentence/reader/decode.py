"""What the scores of a window mean: label runs, sentence bounds, trees with relations.

In:   scores per word.
Out:  BIO runs, ranges of words that are sentences, heads and relations.
Room: sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.sentence.reader import tree
from dateline.sentence.reader.session import Floats, Scores

NEVER: Final = np.float32(-1e4)
CLOSERS: Final = frozenset(".,;:!?)]}”’%")  # no sentence starts with one of these
STOPS: Final = frozenset(".?!")
BRACKETS: Final = frozenset('()[]{}“”"«»')  # what stands within is not parted
SUBJECTS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
GREETING: Final = 5  # words, the comma counted
APART: Final = (  # transitions and start of outside, begin, inside, where a run never follows a run
    np.array([[0, 0, NEVER], [0, NEVER, 0], [0, NEVER, 0]], np.float32),
    np.array([0, 0, NEVER], np.float32),
)
Run = tuple[int, int, int]  # kind, first word, last word
Ways = tuple[int, float, list[tuple[int, float]]]  # the labels one can come from, the first and the others, with steps


def viterbi(scores: Floats, trans: Floats, start: Floats) -> list[int]:
    """The best sequence of labels (Viterbi 1967). Few labels and short windows: lists take half the time of arrays.

    Mostly one label is so far ahead that every label it leads to is reached from it: then the ways from the others to
    those labels are not looked at.
    """
    if not len(scores):
        return []
    into, lead, rest = _ways(trans.tobytes(), len(start))
    rows = scores.tolist()
    best = [s + first for s, first in zip(start.tolist(), rows[0], strict=True)]
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(best)
        ahead = best.index(top)
        best[ahead] = top - lead[ahead]
        ways = rest[ahead] if max(best) == best[ahead] else into
        best[ahead] = top
        came, now = [], []
        for own, (first, step, others) in zip(row, ways, strict=True):
            at, most = first, best[first] + step
            for a, w in others:
                if best[a] + w > most:
                    at, most = a, best[a] + w
            came.append(at)
            now.append(most + own)
        back.append(came)
        best = now
    out = [best.index(max(best))]
    for came in reversed(back):
        out.append(came[out[-1]])
    return out[::-1]


@lru_cache(maxsize=32)
def _ways(transitions: bytes, size: int) -> tuple[list[Ways], list[float], list[list[Ways]]]:
    """The ways into each label; how far ahead a label must be for the others' ways into the labels it leads to not to
    count, with 1 to spare; and, per label, the ways that are left where it is."""
    table = np.frombuffer(transitions, np.float32).reshape(size, size).tolist()
    into = [[(a, table[a][b]) for a in range(size) if table[a][b] > NEVER / 2] for b in range(size)]
    lead, rest = [], []
    for s in range(size):
        own = [dict(ways).get(s) for ways in into]
        lead.append(
            1 + max(w - step for ways, step in zip(into, own, strict=True) if step is not None for _, w in ways)
        )
        left = (ways if step is None else [(s, step)] for ways, step in zip(into, own, strict=True))
        rest.append([(*ways[0], ways[1:]) for ways in left])
    return [(*ways[0], ways[1:]) for ways in into], lead, rest


def runs(labels: list[int], lines: list[int]) -> list[Run]:
    """The runs of BIO labels (odd begins, even goes on); none crosses a line.

    >>> runs([0, 1, 2, 0, 3, 1], [0, 0, 0, 0, 0, 0])
    [(0, 1, 2), (1, 4, 4), (0, 5, 5)]
    """
    out: list[Run] = []
    now: tuple[int, int] | None = None
    for n, label in enumerate([*labels, 0]):
        ends = n == len(labels) or label == 0 or label % 2 == 1 or lines[n] != lines[n - 1]
        if now and (ends or (label - 1) // 2 != now[0]):
            out.append((now[0], now[1], n - 1))
            now = None
        if label and now is None:
            now = ((label - 1) // 2, n)
    return out


def tagged(scores: Floats, lines: list[int]) -> list[Run]:
    """Runs of a head without learned transitions: the plain best labels where they are already well formed."""
    plain = _best(scores)
    well = all(b % 2 or not b or a in (b, b - 1) for a, b in pairwise([0, *plain]))
    return runs(plain if well else viterbi(scores, *bio(scores.shape[1])), lines)


def extents(scores: Floats, lines: list[int]) -> list[Run]:
    """Runs whose extent is settled first, with the kinds summed up, and then the kind that their words share.

    So times are decoded. Two of them never stand side by side (6 of 3,313 in four corpora): without that rule "last
    week" can come out as two.
    """
    if not len(scores):
        return []
    chance = scores - _log_sum(scores)[:, None]
    begin, inside = chance[:, 1::2], chance[:, 2::2]
    summed = np.stack([chance[:, 0], _log_sum(begin), _log_sum(inside)], 1)
    plain = _best(summed)
    well = all(b == 0 or (a == 0 if b == 1 else a) for a, b in pairwise([0, *plain]))
    found = runs(plain if well else viterbi(summed, *APART), lines)
    kinds = np.logaddexp(begin, inside)
    return [(int(kinds[a : b + 1].sum(0).argmax()), a, b) for _, a, b in found]


def bio(labels: int) -> tuple[Floats, Floats]:
    """Transition and start scores that allow an inside label only after its own kind."""
    trans = np.zeros((labels, labels), np.float32)
    start = np.zeros(labels, np.float32)
    for b in range(2, labels, 2):
        start[b] = NEVER
        trans[:, b] = NEVER
        trans[[b, b - 1], b] = 0
    return trans, start


def _best(scores: Floats) -> list[int]:
    """The label with the highest score, per word."""
    best: list[int] = scores.argmax(1).tolist()
    return best


def _log_sum(scores: Floats) -> Floats:
    top = scores.max(1)
    return np.asarray(top + np.log(np.exp(scores - top[:, None]).sum(1)), np.float32)


def sentences(begin: Floats, lines: list[int], texts: list[str]) -> list[tuple[int, int]]:
    """Ranges of words: a sentence starts where a line does, and where the encoder says so, with two corrections.

    It starts after a full stop that stands alone where a capital follows ("U.S." is a word of its own), and not after a
    comma ("..., The Post reported"), unless only a greeting stands before that.
    """
    starts: list[int] = []
    for n, word in enumerate(texts):
        if n == 0 or lines[n] != lines[n - 1]:
            starts.append(n)
            continue
        follows = texts[n - 1] != "," or n - starts[-1] <= GREETING
        scored = begin[n, 1] > begin[n, 0] or (texts[n - 1] in STOPS and word[:1].isupper())
        if scored and follows and word not in CLOSERS:
            starts.append(n)
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def parse(
    scores: Scores, names: list[str], ranges: Sequence[tuple[int, int]], cuts: Sequence[Sequence[int]] = ()
) -> list[tuple[list[int], list[str]]]:
    """Per sentence `[low, high)`: heads (-1 for the root), counted from `low`, and relations of its words.

    `cuts` has, per sentence, the words at which a part begins that is a tree of its own, hung on the first by its root.
    """
    parted = [[low, *cut, high] for (low, high), cut in zip(ranges, cuts or [()] * len(ranges), strict=True)]
    parts = [part for ends in parted for part in pairwise(ends)]
    rows = [np.concatenate([[0], np.arange(low + 1, high + 1)]) for low, high in parts]
    found = iter(tree.forest([scores.arc[low:high][:, own] for (low, high), own in zip(parts, rows, strict=True)]))
    root = names.index("root")
    out = []
    for (low, high), ends in zip(ranges, parted, strict=True):
        head = [h and h + first - low for first, _ in pairwise(ends) for h in next(found)]
        roots = [n for n, h in enumerate(head, 1) if not h]
        for n in roots[1:]:
            head[n - 1] = roots[0]
        own = np.concatenate([[0], np.arange(low + 1, high + 1)])
        related = np.matmul(scores.related[low:high], scores.upper[own[head]][:, :, None])[:, :, 0]
        is_root = np.array(head) == 0
        related[is_root, root] = np.inf
        related[~is_root, root] = -np.inf
        relations = [names[i] for i in _best(related)]
        for n, mark in zip(roots[1:], ends[1:-1], strict=True):
            relations[n - 1], head[mark - low - 1] = "parataxis", n  # the semicolon goes with what it opens
        if len(roots) > 1 and relations[-1] == "punct":
            head[-1] = roots[0]
        out.append(([h - 1 for h in head], relations))
    return out


def cuts(texts: Sequence[str], tags: Sequence[str], low: int) -> list[int]:
    """The words behind a semicolon at which a clause of its own begins: "The bus fell; nine died", and no list.

    >>> words = "The bus fell ; nine people died .".split()
    >>> cuts(words, ["DET", "NOUN", "VERB", "PUNCT", "NUM", "NOUN", "VERB", "PUNCT"], 0)
    [4]
    """
    marks = [n for n, word in enumerate(texts) if word == ";"]
    if not marks or any(word in BRACKETS for word in texts):
        return []
    ends = [-1, *marks, len(texts)]
    whole = [_is_clause(texts[a + 1 : b], tags[a + 1 : b]) for a, b in pairwise(ends)]
    return [low + n + 1 for n, before, after in zip(marks, whole, whole[1:], strict=False) if before and after]


def _is_clause(texts: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a word that can be a subject stands before one that can be a finite verb."""
    subject = next((n for n, tag in enumerate(tags) if tag in SUBJECTS), len(tags))
    return any(
        tag in ("VERB", "AUX") and not word.lower().endswith("ing") and texts[n - 1].lower() != "to"
        for n, (word, tag) in enumerate(zip(texts, tags, strict=True))
        if n > subject
    )


def softmax(scores: Floats) -> NDArray[np.float64]:
    """Scores of words as probabilities, a row each."""
    raised = np.exp(scores.astype(np.float64) - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))
