"""Whether a mention is a place, a base, or a name that beside troops can only be one.

In:   a mention, and what the record knows of it.
Out:  yes or no.
Room: state.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dateline.claim.model import Mention
from dateline.lexicon.states import families
from dateline.record.model import Entity

PLACES: Final = ("place", "facility")


def is_place(entity: str | None, mention: Mention, known: Mapping[str, Entity]) -> bool:
    """Whether the words or the record call it a place."""
    return mention.kind in PLACES or (entity is not None and entity in known and known[entity].kind in PLACES)


def is_unplaced(mention: Mention) -> bool:
    """A name of no known kind; beside troops that come or go it is a place."""
    return mention.named and mention.kind in (None, "misc")


def is_base(mention: Mention) -> bool:
    """Whether the name says that it is a base: "Camp Orla", "Air Base 12"."""
    words = mention.anchor.text.casefold()
    return mention.named and any(
        w in families()["base"] for w in (mention.head.casefold(), " ".join(words.split()[:2]))
    )
