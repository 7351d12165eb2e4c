"""Until when something is to stand, where reports state it and lengthen it: "until Friday", "for another 30 days".

In:   the turns of one state.
Out:  the stated last day that holds; whether it says nothing by itself once it is past.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.state.lengths import later
from dateline.state.model import STANDS
from dateline.state.turns import Turn
from dateline.terms import When

REMAND: Final = frozenset({"detention"})  # kinds of state that a further order goes on with
LENGTH: Final = re.compile(r"(?:hour|day|week|fortnight|month|year)s?", re.I)


def last_term(past: Sequence[Turn], last: Turn) -> When | None:
    """The stated last day that holds: the latest one laid down since the state last began or was lengthened."""
    if last.kind not in STANDS:
        return None
    past = past[max((n + 1 for n, t in enumerate(past) if t.kind == "end" and not t.partial), default=0) :]
    longer = max((n for n, t in enumerate(past) if t.kind == "extend"), default=0)  # by how much, it may leave open
    told = [t.term for t in past[longer:] if t.term is not None and t.kind in STANDS]
    return _by_so_long(past, longer) or max(told, key=lambda w: w.latest or date.min, default=None)


def _by_so_long(past: Sequence[Turn], n: int) -> When | None:
    """ "Approved a 30-day extension" of what was to end on Friday: thirty days from that Friday."""
    turn, told = past[n], past[n].term
    before = [t.term.latest for t in past[:n] if t.term is not None and t.term.latest is not None and t.kind in STANDS]
    by_length = turn.kind == "extend" and told is not None and LENGTH.search(told.words or "") is not None
    start, more = turn.when.latest, max((t.by for t in turn.members), default=0)
    if turn.kind == "extend" and told is None and more and before:
        return later(When.day(max(before)), more, "")
    if told is None or told.latest is None or start is None or not by_length or not before or max(before) < start:
        return None
    return later(When.day(max(before)), (told.latest - start).days, told.words or "")


def runs_on(turn: Turn, term: When | None) -> bool:
    """Whether the end of the stated term says nothing by itself: who was remanded until a day may be so once more."""
    told = [t.published.latest for t in turn.members if t.published.latest is not None]
    ahead = term is None or term.latest is None or not told or max(told) <= term.latest
    return ahead and turn.members[0].slot in REMAND
