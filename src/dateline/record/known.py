"""Bodies and publishers known by several names, from the tables.

In:   a name as written.
Out:  the row of lexicon/names.tsv it belongs to, or None.
Room: record.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from dateline.claim.model import MentionKind
from dateline.lexicon.places import fold
from dateline.lexicon.tables import table

ABBREVIATION: Final = 5  # letters; shorter names count only as written, capitals and all ("AA", "Hill")


@dataclass(frozen=True, slots=True)
class Known:
    """A body or publisher of the table."""

    name: str
    kind: MentionKind
    country: str | None  # ISO code of the state it acts for
    sort: str | None  # what reports call it without its name: "junta"
    short: tuple[str, ...]  # names that count only beside the full one


@cache
def _by_name() -> tuple[dict[str, Known], dict[str, Known]]:
    folded: dict[str, Known] = {}
    exact: dict[str, Known] = {}
    for row in table("names"):
        known = Known(
            row["name"],
            cast(MentionKind, row["kind"]),
            row["country"] or None,
            row["class"] or None,
            tuple(filter(None, row["short"].split(";"))),
        )
        for name in filter(None, (row["name"], *row["also"].split(";"))):
            if len(name.replace(".", "")) <= ABBREVIATION:
                exact[name.replace(".", "")] = known
            else:
                folded[fold(name)] = known
    return folded, exact


def known(name: str) -> Known | None:
    """The body or publisher a name stands for.

    >>> known("the Pentagon").name, known("CEDEAO").name, known("the Post") is None
    ('Department of Defense', 'Economic Community of West African States', True)
    """
    folded, exact = _by_name()
    bare = name.removeprefix("the ").removeprefix("The ").replace(".", "").strip()
    return exact.get(bare) or folded.get(fold(name))


def short_of(name: str, full: Known) -> bool:
    """Whether a name is short for a body that the same report has named in full: "the Post"."""
    return any(fold(name) == fold(s) for s in full.short)
