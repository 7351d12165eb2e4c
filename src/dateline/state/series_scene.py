"""Takes from a figure the place that is only guessed, in a pile that may tell many stories.

In:   a placed quantity, with the place told around it.
Out:  the same; its place is one that its own sentence tells, or the town or land told before it; else none.
Room: state. A line says less rather than guess: what is told after "at Tarnby airport" befell the town, or its land.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import country_of
from dateline.lexicon.places import place
from dateline.record.model import PlacedQuantity
from dateline.state.series_grounds import lands
from dateline.state.series_sites import name_of

TOWNS: Final = frozenset({"country", "capital", "city"})


def surely_there(placed: PlacedQuantity) -> PlacedQuantity:
    """The figure with the place that it is sure to be told of."""
    q = placed.quantity
    site = _sure(q.site, q.site_own, q.anchor.text) if q.site else q.site
    return placed if site == q.site else replace(placed, quantity=replace(q, site=site))


def _sure(site: str, own: bool, sentence: str) -> str | None:
    """The site as a title gives it, a town as its land where the sentence speaks of that: "84 have died in Libyan
    protests".

    >>> _sure("in Sabha", False, "Two died."), _sure("in Sabha", False, "Two died in Tunisian protests.")
    ('in Sabha', None)
    >>> _sure("at Tarnby airport", False, "Two died."), _sure("at Tarnby airport", True, "Two died at Tarnby airport.")
    (None, 'at Tarnby airport')
    """
    name = name_of(site)
    if site.startswith("outside "):
        return None
    if own:
        return site
    found = place(name)
    if found is None:
        return None if name.rpartition(" ")[2].islower() else site
    spoken = lands(sentence)
    if found.kind not in TOWNS or (spoken and country_of(found) not in spoken):
        return None
    return f"in {country_of(found)}" if spoken and found.kind != "country" else site
