"""Whether one word on a state speaks against another.

In:   two turns of one state.
Out:  yes or no.
Room: state.
"""

from __future__ import annotations

from dateline.state.turns import Turn


def contradicts(no: Turn, yes: Turn) -> bool:
    """Whether somebody else, speaking after it began, says that it does not stand: "the sailors are not detained"."""
    said, day = no.when.earliest, yes.when.latest
    told = no.kind == "not_begun" and yes.kind in ("begin", "hold") and said is not None and day is not None
    if not told or said <= day or not no.origins.isdisjoint(yes.origins):  # type: ignore[operator]
        return False
    return all(t.told.claim.tense == "present" for t in no.members)


def denies(denied: Turn, last: Turn) -> bool:
    """Whether others deny that very turn: the same deed, as whole, and not before it could have happened."""
    days = [t.published.latest for t in denied.members if t.published.latest is not None]
    first = last.when.earliest
    before = first is not None and bool(days) and max(days) < first
    same = last.kind == denied.of and last.partial == denied.partial
    return same and not before and _by_another(denied, last)


def _by_another(denied: Turn, last: Turn) -> bool:
    """Whether others deny it, in reports of other origin or where it was told; see `gainsaid.py`."""
    at_once = {t.told.claim.id for t in denied.members} & {t.told.claim.id for t in last.members}
    return bool(at_once) or last.origins.isdisjoint(denied.origins)
