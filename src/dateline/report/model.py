"""A report and what was found on its page.

Room: report. Offsets are characters [start, end) of `text`, the stored text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from dateline.terms import Anchor, When

# fmt: off
NoiseKind = Literal[
    "navigation", "related", "byline", "credit", "caption", "date-line", "share", "subscription", "comments", "legal",
    "repeat", "agency", "stamp", "takeaways", "furniture", "heading",
]
# fmt: on
WitnessKind = Literal[
    "metadata", "byline", "dateline", "body", "url", "updated", "photo", "copyright", "html", "file", "person"
]


@dataclass(frozen=True, slots=True)
class Noise:
    """Words of the page that are no part of the article; kept with their place, never read as claims."""

    start: int
    end: int
    kind: NoiseKind


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement about when the report came out (or was updated), with its words; none is trusted blindly."""

    kind: WitnessKind
    when: When
    why: str  # one sentence for a reader: "the byline gives March 22, 2024"
    anchor: Anchor | None = None  # None where the words stand outside the stored text (an address, a file's data)
    says: Literal["published", "updated", "not_before", "not_after"] = "published"
    doubt: str | None = None  # what speaks against it: "May 4, 2023 was no Tuesday"; `when` is then widened


@dataclass(frozen=True, slots=True)
class Credit:
    """A name the page gives as the source of its text: an agency in a dateline, "Source: ...", "appeared on ..."."""

    name: str
    why: str
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a date is what it is: a sentence, and the words it rests on."""

    why: str
    anchor: Anchor | None = None

    def to_dict(self) -> dict[str, Any]:
        """The reason as FORMATS prints it."""
        return {"why": self.why, "anchor": self.anchor.to_dict() if self.anchor else None}


@dataclass(frozen=True, slots=True)
class Report:
    """One version of one report, as it was given and as its page shows it."""

    id: str  # the given id, else the file's stem
    sha256: str  # of the stored text, UTF-8; with the id it names the version
    text: str  # the stored text, character for character
    file: str | None = None  # as the user wrote the path; never opened again
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    title: str | None = None
    language: str | None = None  # ISO 639-1, stated or detected
    published_stated: str | None = None  # what was given beside the text, unchanged
    published: When = field(default_factory=When)  # what the witnesses settle by themselves; unknown where they do not
    updated: When | None = None
    reasons: tuple[Reason, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    credits: tuple[Credit, ...] = ()
    noise: tuple[Noise, ...] = ()
    notes: tuple[str, ...] = ()  # what a user should know: "dates contradict each other", "language not read yet"
    extra: dict[str, Any] = field(default_factory=dict)  # unknown columns, kept
    headline: tuple[int, int] | None = None  # the first copy of the title in `text`; never noise
