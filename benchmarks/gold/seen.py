"""Reads a passage of the gold with Dateline and holds what the scorers compare.

Room: benchmarks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.claim.model import Claim, Mention, Quantity
from dateline.claim.read import analyse, read_report
from dateline.claim.voice.voices import chain
from dateline.lexicon.tables import table
from dateline.record.link import link
from dateline.report.load import from_text
from dateline.sentence import parse
from dateline.sentence.times.model import TimeExpression
from dateline.state.model import Transition
from dateline.state.transitions import transitions
from dateline.terms import Voice

from .model import Passage, Span
from .pairs import NEAR


@dataclass(frozen=True, slots=True)
class Seen:
    """One passage as Dateline reads it."""

    text: str
    claims: tuple[Claim, ...]  # every event word
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    changes: tuple[Transition, ...]  # of a record that holds this passage only
    sentences: tuple[Span, ...]
    lemmas: dict[int, str]  # by the place where a word starts
    attributions: tuple[Any, ...]

    def at(self, start: int, end: int) -> list[Claim]:
        """The claims whose word is this one."""
        return [c for c in self.claims if c.trigger.start < end and start < c.trigger.end]

    def chains(self, start: int, end: int) -> list[tuple[Voice, ...]]:
        """Who tells the word: of each of its claims; of a word without one, who tells its place."""
        return [c.voice for c in self.at(start, end)] or [chain(self.attributions, start, end)]

    def sentence(self, place: int) -> int:
        """Number of the sentence that holds a place."""
        return next((n for n, (start, end) in enumerate(self.sentences) if start <= place < end), -1)


def see(passage: Passage) -> Seen:
    """Reads the passage as a report of its own."""
    given = {"published": passage.published} if passage.published else {}
    report = from_text(passage.text or "", id="1", **given)
    reading = parse.read(report.text, [(n.start, n.end) for n in report.noise])
    found = analyse(report, reading)
    told = read_report(report, reading)
    changes = transitions(link({"1": told}))
    lemmas = {token.start: token.lemma for sentence in reading.sentences for token in sentence.tokens}
    return Seen(
        report.text, found.events, found.quantities, found.times, tuple(changes), found.sentences, lemmas,
        found.attributions,
    )  # fmt: skip


@cache
def _states() -> dict[str, set[str]]:
    """The state a word puts people in, as the tables name it: fled -> displaced."""
    out: dict[str, set[str]] = {}
    for row in table("counted_states"):
        out.setdefault(row["word"], set()).add(row["state"])
    return out


def meanings(here: Seen, span: Span) -> set[str]:
    """Stems of a word, and the state it stands for."""
    lemma = here.lemmas.get(span[0], here.text[span[0] : span[1]])
    return {stem(here.text[span[0] : span[1]]), stem(lemma)} | {
        stem(w) for s in _states().get(lemma, ()) for w in s.split()
    }


def covers(mention: Mention, heads: Iterable[Span]) -> bool:
    """Whether a mention, or what it stands for, holds one of these words."""
    places = [(mention.anchor.start, mention.anchor.end)] + ([mention.refers] if mention.refers else [])
    return any(start < to and at < end for start, end in places for at, to in heads)


def is_link(voice: Voice, heads: Sequence[Span]) -> bool:
    """Whether a voice is the one whose heads these are; none: an unnamed one."""
    if not heads:
        return voice.name == "unnamed source"
    return any(voice.anchor.start < to and at < voice.anchor.end for at, to in heads)


def holds(time: TimeExpression | None, word: Span | None) -> bool:
    """Whether the expression is the one of which this is a word; both none is right."""
    if time is None or word is None:
        return time is None and word is None
    return max(time.start, word[0]) - min(time.end, word[1]) <= NEAR and not (word[0] >= time.end + 2)


def stem(word: str) -> str:
    """A word without its plural, for comparing a lemma with a word as written.

    >>> stem("Troops"), stem("families"), stem("people"), stem("buses")
    ('troop', 'family', 'person', 'bus')
    """
    low = word.lower()
    odd = {"people": "person", "men": "man", "women": "woman", "children": "child", "aircraft": "aircraft"}
    if low in odd:
        return odd[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ses", "xes", "ches", "shes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
