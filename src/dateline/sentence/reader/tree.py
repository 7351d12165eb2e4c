"""The best tree over a sentence's arc scores.

In:   a score for each (dependent, head) pair; head 0 is the root.
Out:  one head per word: the highest-scoring tree with exactly one root.
Room: sentence.

Source: Chu and Liu 1965, Edmonds 1967; one root by making every root arc dearer by the same amount
(Stanojević and Cohen 2021, "A Root of a Problem").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def heads(scores: NDArray[np.floating]) -> list[int]:
    """Head of each word, 0 for the root; `scores[i, j]` is that of word i + 1 hanging on j.

    >>> heads(np.array([[5.0, 0, 4, 0], [4, 3, 0, 1], [0, 1, 2, 0]]))
    [0, 1, 2]
    """
    count = len(scores)
    table = np.full((count + 1, count + 1), -np.inf)
    table[1:] = scores
    np.fill_diagonal(table, -np.inf)
    best = table[1:].argmax(1)
    if (best == 0).sum() == 1 and _cycle(np.concatenate([[-1], best])) is None:
        return [int(h) for h in best]
    finite = table[1:][np.isfinite(table[1:])]
    table[1:, 0] -= (finite.max() - finite.min() + 1.0) * (count + 1)
    return [int(h) for h in _tree(table)[1:]]


def _cycle(head: NDArray[np.int64]) -> list[int] | None:
    """The words of a cycle, or None."""
    state = [0] * len(head)  # 1: on the way now, 2: leads to the root
    state[0] = 2
    for start in range(1, len(head)):
        way, at = [], start
        while state[at] == 0:
            state[at] = 1
            way.append(at)
            at = int(head[at])
        if state[at] == 1:
            return way[way.index(at) :]
        for word in way:
            state[word] = 2
    return None


def _tree(table: Scores) -> NDArray[np.int64]:
    """Heads of the best tree, by contracting cycles one after the other and opening them again."""
    contracted = []
    while True:
        head = table.argmax(1)
        head[0] = -1
        cycle = _cycle(head)
        if cycle is None:
            break
        table, step = _contract(table, head, cycle)
        contracted.append(step)
    for step in reversed(contracted):
        head = _open(head, *step)
    return head


Step = tuple[list[int], list[int], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def _contract(table: Scores, head: NDArray[np.int64], cycle: list[int]) -> tuple[Scores, Step]:
    """The graph with the cycle as one last node, and what is needed to open it again."""
    inside = set(cycle)
    outside = [i for i in range(len(table)) if i not in inside]
    own = table[cycle, head[cycle]]
    entering = table[np.ix_(cycle, outside)] - own[:, None]  # what is gained where the cycle is broken there
    leaving = table[np.ix_(outside, cycle)]
    size = len(outside) + 1
    smaller = np.full((size, size), -np.inf)
    smaller[:-1, :-1] = table[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    smaller[0, :] = -np.inf
    np.fill_diagonal(smaller, -np.inf)
    return smaller, (outside, cycle, head[cycle], entering.argmax(0), leaving.argmax(1))


def _open(
    head: NDArray[np.int64],
    outside: list[int],
    cycle: list[int],
    inner: NDArray[np.int64],
    entered: NDArray[np.int64],
    left: NDArray[np.int64],
) -> NDArray[np.int64]:
    """The heads of the larger graph, from those of the one with the cycle contracted."""
    node = len(outside)
    out = np.full(len(outside) + len(cycle), -1, np.int64)
    out[cycle] = inner
    for place, word in enumerate(outside[1:], start=1):
        above = int(head[place])
        out[word] = cycle[int(left[place])] if above == node else outside[above]
    above = int(head[node])
    out[cycle[int(entered[above])]] = outside[above]
    return out
