"""One speaker with the words that make them speak and what they say; all of a report, found by place.

Room: claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline.claim.voice.names import UNNAMED
from dateline.sentence.reading import Span
from dateline.terms import Anchor, VoiceKind
from dateline.terms.voice import CueClass

BUCKET: Final = 512  # characters


@dataclass(frozen=True, slots=True)
class Attribution:
    """One speaker, the words that make them speak, and what they say."""

    source: tuple[Span, ...]  # empty where nobody is named
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_text: str
    kind: VoiceKind
    cue_text: str
    cue_class: CueClass
    parent: int | None  # index of the attribution that tells this one
    name: str = UNNAMED  # the resolved name: of "she" the person's, of "reportedly" "unnamed source"
    anchor: Anchor | None = None  # the words in place: the speaker's, or the cue where nobody is named
    stance: str = "neutral"  # how far the content is let stand: see lexicon/cues.tsv
    reach: tuple[Span, ...] = ()  # all words it tells, the cues of inner attributions included; at least the content
    rule: str | None = None  # the rule that found it; None where the reader did
    level: int = 0  # how many attributions stand outside it
    voiced: bool = True  # whether the speaker tells the content; who only wants or orders does not


class Attributions(tuple[Attribution, ...]):
    """The attributions of one report; where each reaches is worked out at the first question and kept."""

    @cached_property
    def buckets(self) -> dict[int, tuple[int, ...]]:
        """By stretch of BUCKET characters, the attributions that reach into it."""
        made: dict[int, list[int]] = {}
        for k, a in enumerate(self):
            for bucket in sorted({b for s, e in a.reach for b in range(s // BUCKET, e // BUCKET + 1)}):
                made.setdefault(bucket, []).append(k)
        return {bucket: tuple(ks) for bucket, ks in made.items()}


def first(a: Attribution) -> int:
    """Where its cue or content begins."""
    return min((s for s, _ in (*a.cue, *a.content)), default=0)


def covers(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether one of the spans holds [start, end)."""
    return any(s <= start and end <= e for s, e in spans)


def length(spans: tuple[Span, ...]) -> int:
    """Characters of all the spans."""
    return sum(e - s for s, e in spans)


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]
