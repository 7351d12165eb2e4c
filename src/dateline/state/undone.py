"""What is taken back by a word that only points at it: "imposed martial law. She revoked the decree on Friday".

In:   the transitions of a record and its claims.
Out:  the same, with an end for what the "decree", "order" or "measure" laid down that somebody revoked.
Room: state. Meant is what the report itself tells last before, in a sentence or two, else the only thing of its kinds
      that the whole record tells of as laid down and standing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from dateline.lexicon.states import families
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim
from dateline.state.cast import Context
from dateline.state.days import behind, decided_on
from dateline.state.model import STANDS, Transition
from dateline.state.spans import done_when
from dateline.terms.factuality import REAL

UNDOING: Final = frozenset(
    {*families()["unmake"], *families()["lift"], "walk back", "climb down", "backtrack", "tear up", "suspend"}
) - {"end", "remove"}
POINTED: Final = re.compile(
    r"(?:the|his|her|its|their|that|this) (?:\w+ )?(?:proclamation|decree|order|measure|measures|move|decision|"
    r"step|steps|edict|directive|restrictions?|declaration|instruction|announcement|ruling|ordinance|policy)",
    re.I,
)
LAID: Final = frozenset(
    {"sanctions", "curfew", "emergency", "evacuation", "warning", "border", "airspace", "port", "road", "rule"}
    | {"blocking", "visa", "mission", "measure", "duty", "designation", "zone", "mobilisation", "school", "airport"}
)  # kinds of state that somebody lays down and can take back
NEARBY: Final = 200  # things laid down of one report that are looked through
SENTENCES: Final = 3  # before it, in which the thing is told
VALUE: Final = "taken back"


def with_undone(found: Sequence[Transition], around: Context) -> tuple[Transition, ...]:
    """The transitions, and the ends that claims without a row of their own tell."""
    told = {one.told.claim.id for one in found}
    laid = [t for t in found if t.slot in LAID and t.kind in STANDS and not t.partial]
    by_report: dict[str, list[Transition]] = {}
    for one in laid:
        by_report.setdefault(one.report, []).append(one)
    alone = len({(t.slot, t.subject.keys, t.object.keys) for t in laid}) == 1
    only = min(laid, key=lambda t: (t.published.sort_key(), t.told.claim.id)) if alone else None
    claims = (c for c in around.record.claims.values() if c.claim.id not in told and _points(c)) if laid else ()
    ends = (_end(c, _meant(c, by_report.get(c.claim.report, ()), only, around), around) for c in claims)
    return (*found, *(end for end in ends if end is not None))


def _points(told: PlacedClaim) -> bool:
    """Whether it takes back what it only points at."""
    claim = told.claim
    if claim.factuality not in REAL or claim.lemma not in UNDOING or claim.context != "body":
        return False
    return any(r in ("object", "recipient") and POINTED.fullmatch(m.anchor.text) for r, _, m in told.entities)


def _end(claim: PlacedClaim, meant: Transition | None, around: Context) -> Transition | None:
    if meant is None:
        return None
    kind: Literal["suspend", "end"] = "suspend" if claim.claim.lemma == "suspend" else "end"
    when = done_when(claim, "end", around.record)
    when = when if when.earliest is not None else behind(claim, around) or decided_on(claim, around) or when
    return replace(
        meant,
        kind=kind,
        of=kind,
        value=VALUE,
        words=claim.claim.trigger.text,
        when=when,
        deadline=None,
        term=None,
        published=claim.published,
        report=claim.claim.report,
        origin=origin_of(claim.claim.report, around.record),
        event=around.event_of.get(claim.claim.id, ""),
        told=claim,
    )


def _meant(
    claim: PlacedClaim, laid: Sequence[Transition], only: Transition | None, around: Context
) -> Transition | None:
    """What it points at: told last before in its report, else the only thing that an earlier report has laid down."""
    start, spans = claim.claim.trigger.start, around.record.reports[claim.claim.report].sentences
    here = bisect_right([a for a, _ in spans], start) - 1
    first = spans[max(0, here - SENTENCES)][0] if spans else 0
    own = [t for t in laid[-NEARBY:] if first <= t.told.claim.trigger.start < start]
    if own:
        return max(own, key=lambda t: (t.told.claim.trigger.start, t.told.claim.id))
    last = claim.published.latest
    before = only.published.latest if only is not None and not laid else None
    return only if before is not None and last is not None and before <= last else None
