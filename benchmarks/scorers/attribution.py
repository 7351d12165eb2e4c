"""Scores attribution relations (source, cue, content) against PolNeAR's.

In:   per document its text, the gold relations and the predicted ones: dicts of role to [[start, end], ...].
Out:  relation soft F1, recall by kind of speech, and how often the right speaker was found.

What is counted is words (runs of letters and digits); punctuation, quotation marks and spaces are left out. Relations
are paired one to one by the overlap of their content; a pair earns the mean of its source, cue and content word-F1.
Soft precision is what was earned over what was predicted, soft recall over gold. "Right speaker": of the gold
relations whose content was found (word-F1 of a half or more), the share whose source was found as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

ROLES = ("source", "cue", "content")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTED = re.compile('“[^“”]*”|"[^"]*"')
ENOUGH = 0.5  # word-F1 from which a role counts as found

Relation = Mapping[str, Sequence[Sequence[int]]]
WordSets = dict[str, frozenset[int]]


@dataclass
class Score:
    """The figures, shares in 0..1."""

    precision: float = 0.0
    recall: float = 0.0
    right_speaker: float = 0.0
    content_found: float = 0.0
    by_kind: dict[str, float] = field(default_factory=dict)  # direct, mixed, indirect: soft recall
    gold: int = 0
    predicted: int = 0

    @property
    def f1(self) -> float:
        """Relation soft F1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Word-F1 of two sets; two empty sets agree."""
    if not a and not b:
        return 1.0
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def score(documents: Iterable[tuple[str, Sequence[Relation], Sequence[Relation]]]) -> Score:
    """The figures over (text, gold, predicted)."""
    out = Score()
    earned = speakers = found = 0.0
    kinds: dict[str, list[float]] = {}
    for text, gold_relations, predicted_relations in documents:
        spans = [m.span() for m in WORD.finditer(text)]
        gold = [_words(spans, g) for g in gold_relations]
        predicted = [_words(spans, p) for p in predicted_relations]
        pairs = _pair(gold, predicted)
        out.gold += len(gold)
        out.predicted += len(predicted)
        for i, g in enumerate(gold):
            got = 0.0
            if i in pairs:
                p = predicted[pairs[i]]
                got = sum(overlap(g[r], p[r]) for r in ROLES) / len(ROLES)
                if overlap(g["content"], p["content"]) >= ENOUGH:
                    found += 1
                    speakers += overlap(g["source"], p["source"]) >= ENOUGH
            earned += got
            kinds.setdefault(kind_of(gold_relations[i], text), []).append(got)
    out.precision = earned / out.predicted if out.predicted else 0.0
    out.recall = earned / out.gold if out.gold else 0.0
    out.right_speaker = speakers / found if found else 0.0
    out.content_found = found / out.gold if out.gold else 0.0
    out.by_kind = {kind: sum(all_) / len(all_) for kind, all_ in sorted(kinds.items())}
    return out


def kind_of(relation: Relation, text: str) -> str:
    """Direct where more than four fifths of the content stand in quotation marks, mixed from a twentieth on."""
    quoted = [m.span() for m in QUOTED.finditer(text)]
    length = sum(e - s for s, e in relation["content"]) or 1
    inside = sum(max(0, min(e, b) - max(s, a)) for s, e in relation["content"] for a, b in quoted)
    share = inside / length
    return "direct" if share > 0.8 else "mixed" if share > 0.05 else "indirect"


def _words(spans: Sequence[tuple[int, int]], relation: Any) -> WordSets:
    return {
        role: frozenset(i for s, e in relation.get(role) or () for i, (a, b) in enumerate(spans) if a < e and b > s)
        for role in ROLES
    }


def _pair(gold: Sequence[WordSets], predicted: Sequence[WordSets]) -> dict[int, int]:
    """Gold index to predicted index, greedily by content overlap, then source overlap."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = overlap(g["content"], p["content"]) if g["content"] and p["content"] else 0.0
            if shared:
                candidates.append((-shared, -overlap(g["source"], p["source"]), i, j))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs
