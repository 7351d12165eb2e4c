"""Voices that speak only in somebody else's words: "he said residents feel that", "she learned from a guard that".

In:   the tree of a sentence, a verb of it.
Out:  `Said` of the rule "within", which counts only where another attribution tells its cue.
Room: claim. On its own "they think that" is often the report's own telling; inside somebody's words it is a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.claim.tree import Tree
from dateline.claim.voice.cues import SAYS, Cue, verb_at
from dateline.claim.voice.inner import clause_span, deed
from dateline.claim.voice.said import Said
from dateline.claim.voice.speakers import phrase, speaks_not, subject_of, word_at
from dateline.sentence.reading import Span

OPENS: Final = frozenset({'"', "“", "«"})
CLOSES: Final = frozenset({'"', "”", "»"})
FAR: Final = 8  # words between a verb and the words it quotes
GOT: Final = frozenset({"learn", "hear", "understand"})  # "learned from a guard that": the guard says so
SEES: Final = frozenset(
    {"see", "observe", "discover", "read", "remember", "know", "begin", "continue", "go on"}
)  # nobody speaks


def within(t: Tree, i: int) -> Iterator[Said]:
    """A clause or a deed that a weak verb tells, or quoted words that somebody is called or described with."""
    cue = verb_at(t, i)
    if cue is None or cue.cue_class != "report" or cue.words in SEES or t.tokens[i].deprel == "amod":
        return
    source = giver(t, i) if cue.words in GOT else subject_of(t, i)
    if source is None or speaks_not(t, source):
        return
    content = _clause(t, i, cue) or deed(t, i) or _quoted(t, i)
    if content is not None and not content[0] <= source[0] < content[1]:
        span = (t.tokens[i].start, t.tokens[i].end)
        yield Said((source,), (span,), (content,), cue.cue_class, cue.stance, "within")


def _clause(t: Tree, i: int, cue: Cue) -> Span | None:
    clause = t.child(i, "ccomp")
    if clause is None or clause < i or cue.alone:
        return None
    how = cue.words == "describe" and word_at(t, t.left[clause]) in {"how", "that"}
    return clause_span(t, clause) if how or cue.frames & SAYS else None


def _quoted(t: Tree, i: int) -> Span | None:
    """The words in quotation marks right behind the verb, before any other verb: "had called the payment “a gift”"."""
    for k in range(i + 1, min(i + FAR, len(t.tokens))):
        if t.tokens[k].text in OPENS:
            end = next((m for m in range(k + 1, len(t.tokens)) if t.tokens[m].text in CLOSES), None)
            return t.chars(k + 1, end - 1) if end is not None and end > k + 1 else None
        if t.tokens[k].upos in {"VERB", "AUX", "SCONJ"} or t.tokens[k].text in {",", ";", ".", "”"}:
            return None
    return None


def giver(t: Tree, i: int) -> Span | None:
    """Who told it: "learned from a guard that"."""
    for k in t.children(i, "obl"):
        case = t.child(k, "case")
        if case is not None and word_at(t, case) == "from":
            return phrase(t, k)
    return None


def learned_from(t: Tree, first: int, last: int) -> Span | None:
    """Who speaks by a cue of hearing, words `first` to `last`: "residents heard from the engineer that"."""
    verb = next((k for k in range(first, last + 1) if t.tokens[k].lemma.lower() in GOT), None)
    return giver(t, verb) if verb is not None else None
