"""Who says so.

In:   the words that name a source and the cue that makes them speak.
Out:  a Voice; a claim holds a tuple of them, outermost first, empty for the report's own voice.
Room: terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dateline.terms.anchor import Anchor

VoiceKind = Literal["publisher", "person", "office", "organisation", "document", "anonymous"]
CueClass = Literal["report", "intent", "act"]  # "said" reports; "seeks" intends; "ordered" acts


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of sources."""

    name: str  # as written; "reportedly" has the name "unnamed source"
    kind: VoiceKind
    cue: str  # the word that makes it speak: "said", "according to"
    anchor: Anchor  # of the name, or of the cue where the voice has no name
    entity: str | None = None  # filled by the record room
    cue_class: CueClass = "report"

    def to_dict(self) -> dict[str, Any]:
        """The voice as FORMATS prints it."""
        return {
            "name": self.name,
            "kind": self.kind,
            "cue": self.cue,
            "cue_class": self.cue_class,
            "entity": self.entity,
            "anchor": self.anchor.to_dict(),
        }

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Voice:
        """The voice that `to_dict` printed."""
        return cls(
            row["name"],
            row["kind"],
            row["cue"],
            Anchor.from_dict(row["anchor"]),
            row.get("entity"),
            row.get("cue_class", "report"),
        )
