"""The tree over a sentence is the best one with a single root and no crossing arcs."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sentence.reader.tree import forest, heads


def is_tree(head: tuple[int, ...]) -> bool:
    def reaches_root(word: int) -> bool:
        for _ in head:
            if word == 0:
                return True
            word = head[word - 1]
        return word == 0

    return sum(h == 0 for h in head) == 1 and all(reaches_root(w) for w in range(1, len(head) + 1))


def crosses(head: tuple[int, ...]) -> bool:
    arcs = [(min(h, d), max(h, d)) for d, h in enumerate(head, 1)]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 4), st.randoms(use_true_random=False))
def test_no_tree_is_better_than_the_one_found(count: int, chance) -> None:
    scores = np.array([[chance.uniform(-5, 5) for _ in range(count + 1)] for _ in range(count)])
    found = heads(scores)
    assert is_tree(tuple(found)) and not crosses(tuple(found))
    candidates = [h for h in product(range(count + 1), repeat=count) if is_tree(h) and not crosses(h)]
    best = max(sum(scores[i, j] for i, j in enumerate(h)) for h in candidates)
    assert abs(sum(scores[i, j] for i, j in enumerate(found)) - best) < 1e-9


def test_a_long_sentence_of_equal_scores_still_gets_a_tree() -> None:
    assert is_tree(tuple(heads(np.zeros((250, 251)))))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 14), max_size=7), st.randoms(use_true_random=False))
def test_sentences_looked_at_together_get_the_trees_they_get_alone(lengths: list[int], chance) -> None:
    sentences = [np.array([[chance.uniform(-5, 5) for _ in range(n + 1)] for _ in range(n)]) for n in lengths]
    assert forest(sentences) == [heads(scores) for scores in sentences]
