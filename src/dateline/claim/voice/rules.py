"""Attributions read off the parse, for those that the reader leaves out.

In:   one sentence.
Out:  `Said`: source, cue and content as spans, with the rule's name; the rules know nothing of other sentences.
Room: claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from dateline.claim.tree import Tree
from dateline.claim.voice.cited import citing, quoted_as, quoted_by
from dateline.claim.voice.inner import from_noun, from_verb, hearsay
from dateline.claim.voice.outer import according, as_noted, dashed, final, inserted, inverted, labelled
from dateline.claim.voice.said import Said
from dateline.claim.voice.within import within
from dateline.sentence.reading import Span

Rule = Callable[[Tree, int], Iterator[Said]]
RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "VERB": (citing, quoted_as, quoted_by, according, from_verb, within),
    "NOUN": (from_noun,),
    "SCONJ": (as_noted, according),
    "ADP": (citing, as_noted, according),
    "ADV": (as_noted, hearsay),
    "PUNCT": (final, inverted, inserted, dashed, labelled),
}


def said(t: Tree) -> list[Said]:
    """Every attribution of the sentence that a rule finds, in the order of their cues."""
    out: list[Said] = []
    for i, token in enumerate(t.tokens):
        rules = RULES.get(token.upos, ())
        for rule in rules:
            out.extend(rule(t, i))
    wide = {s.cue[0][1] for s in out if s.rule in {"final", "as", "inverted", "inserted"}}
    out = [s for s in out if s.rule != "verb" or s.cue[0][1] not in wide]
    outer = sorted(s.cue[0][0] for s in out if s.rule in {"according", "citing", "as"})
    out = [replace(s, content=_cut(t, s.content, outer)) if s.rule in {"verb", "noun"} else s for s in out]
    return sorted(out, key=lambda s: (s.cue[0], s.content))


def _cut(t: Tree, content: tuple[Span, ...], outer: list[int]) -> tuple[Span, ...]:
    """What is said ends where somebody else is made to tell it: "plans to leave, according to the Gazette"."""
    start, end = content[0]
    at = bisect_right(outer, start)
    if at == len(outer) or outer[at] >= end:
        return content
    kept = t.words_in(start, outer[at])
    return (t.chars(kept[0], kept[-1]),) if kept else content
