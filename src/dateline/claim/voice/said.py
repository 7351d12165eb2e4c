"""One attribution as a rule finds it, before names are settled.

Room: claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.sentence.reading import Span
from dateline.terms.voice import CueClass


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution by rule."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_class: CueClass
    stance: str
    rule: str
    voiced: bool = True
    under: Span | None = (
        None  # the source of the attribution that stands right outside it ("the Post, citing officials")
    )
