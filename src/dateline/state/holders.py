"""Who holds an office by the words before the name: "acting chief executive Dana Reyes", "manager Ivo Mann".

In:   a record and the transitions that were read in it.
Out:  words of standing for offices, one a report and person.
Room: state. Most people are told with a post, and few posts matter: only who stands in for another, or whose own post
      is told to change in some report, is put on the board.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim
from dateline.state.cast import Cast, Context
from dateline.state.incumbents import NO_LONGER, post_in
from dateline.state.model import Side, Transition
from dateline.state.posts import title_of
from dateline.state.sides import NOBODY
from dateline.state.worth import STALE

PROVISIONAL: Final = re.compile(r"\b(?:acting|interim|caretaker|provisional|transitional)\b", re.I)


def holders(found: Sequence[Transition], around: Context) -> tuple[Transition, ...]:
    """A word of standing for each report that names a person with a provisional post, or with the post that changes."""
    changed: dict[str, set[str]] = {}  # person -> posts told to begin or end
    days = [d.published.earliest for d in around.record.dates.values() if d.published.earliest is not None]
    since = min(days, default=date.max)
    since -= min(STALE, since - date.min)
    for one in found:
        news = one.when.latest is None or one.when.latest >= since  # "elected in 2001" is background
        if news and one.slot == "office" and one.kind in ("begin", "end", "suspend", "replace"):
            for key in one.subject.keys:
                changed.setdefault(key, set()).add(one.thing)
    made: dict[tuple[str, str], Transition] = {}
    for told in around.record.claims.values():
        for side, title in _titled(told, around):
            key = next(iter(sorted(side.keys)))
            post = post_in(title)
            known = post in changed.get(key, set()) or (PROVISIONAL.search(title) is not None)
            if known and post and not NO_LONGER.search(title) and (told.claim.report, key) not in made:
                made[told.claim.report, key] = _holds(told, side, post, title, around)
    return tuple(made.values())


def _titled(told: PlacedClaim, around: Context) -> Iterable[tuple[Side, str]]:
    """The persons of the claim that are named with a post."""
    cast = Cast(told, around)
    for _, entity, mention in cast.everyone():
        if mention.named and mention.kind == "person" and told.claim.context == "body":
            side = cast.where(entity, mention)
            title = title_of(mention, told)
            if title and any(k.startswith("name:") for k in side.keys):
                yield side, title


def _holds(told: PlacedClaim, side: Side, post: str, title: str, around: Context) -> Transition:
    claim = told.claim
    value = "standing in" if PROVISIONAL.search(title) else "held"
    return Transition(
        "hold", "hold", "office", side, NOBODY, post, value, post, False, told.published, None, None, told.published,
        claim.report, origin_of(claim.report, around.record), around.event_of.get(claim.id, ""), told, "",
    )  # fmt: skip
