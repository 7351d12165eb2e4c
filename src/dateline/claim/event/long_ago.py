"""What a report recalls of a year long past, with no day of its own: "the boycott ended in 1991, but wars kept it out".

In:   an event as read, the times of its sentence, the day on which its report came out.
Out:  whether the year that stands beside it makes it no news of that day.
Room: claim. A line with no day is told as news of the report's; a year gone by in the same clauses says it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.event.case import Case
from dateline.claim.event.in_clause import charged_with
from dateline.claim.event.scene import Page
from dateline.claim.event.timing import head_of
from dateline.claim.event.untimed import IN_FRONT, compared
from dateline.claim.model import Claim
from dateline.claim.tree import Tree
from dateline.sentence.times.model import TimeExpression

APART: Final = frozenset({"acl", "appos", "parataxis", "dep", "list"})  # what tells more of a thing, or stands aside
HAVE: Final = frozenset({"has", "have", "'ve", "’ve"})
STEPS: Final = 12
TOLD: Final = frozenset({"happened", "ongoing", "not_happened"})


def is_long_ago(page: Page, c: Case, before: Sequence[Claim] = ()) -> bool:
    """Whether an event without a day stands under or over a year that was over when its report came out, or goes on
    with what the sentence before tells of such a year."""
    came_out = page.report.published.earliest
    if c.timed or c.event.noun or came_out is None or c.claim.factuality not in TOLD:
        return False
    if any(c.tree.low[k] in HAVE for k in c.tree.children(c.event.carrier, "aux")):
        return False  # "has been told", "have left": that is news, whatever year is named
    dates = _dates_of(page, c.tree)
    if any(_is_over(x, came_out.year) and _recalls(c, x) for x in dates):
        return True
    return not dates and _goes_on(page, c, before, came_out.year)


def _dates_of(page: Page, t: Tree) -> Sequence[TimeExpression]:
    """The times of the sentence that are dates."""
    found = page.times_within(t.tokens[0].start, t.tokens[-1].end)
    return [x for _, x in found if x.type in {"DATE", "TIME"}]


def _is_over(time: TimeExpression, year: int) -> bool:
    return time.value[:4].isdigit() and int(time.value[:4]) < year


def _goes_on(page: Page, c: Case, before: Sequence[Claim], year: int) -> bool:
    """ "She bought shares in 2014. Dunn was spurned": told in the past by the report itself, behind what happened in a
    year gone by, with no date between."""
    dated = [x for x in before if x.time is not None and x.time_relation == "at" and x.factuality == "happened"]
    then = bool(dated) and all(_is_over(page.times[x.time], year) for x in dated if x.time is not None)
    return then and c.told_past and not c.claim.voice


def _recalls(c: Case, time: TimeExpression) -> bool:
    """Whether the time stands in the event's own clause, or in one above it: not in a clause that tells more of a thing
    ("took in the man who was jailed in 2006"), not in front of a noun that it names ("ended the 2012 accord") unless
    that is what acted: "the 1918 outbreak came back"; and not of a deed that somebody is tried for."""
    t, i = c.tree, c.event.carrier
    word = head_of(t, t.starts, time)
    if word is None or compared(t, word, time) or charged_with(t, i, word):
        return False
    if t.full[word] in IN_FRONT:
        return c.caused and t.up(word) in c.event.frame.subj
    above, at = {i, *t.ancestors(i, STEPS)}, word
    for _ in range(STEPS):
        if t.rel(at) in APART and at not in above:
            return False
        if at in above:
            return True
        up = t.up(at)
        if up is None:
            return False
        at = up
    return False
