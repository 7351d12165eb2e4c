"""What a word that only points stands for: "imposed martial law. She revoked the decree on Friday".

In:   the transitions of a record and its claims.
Out:  the same. Those told of a "decree" or "measure" are told of what was laid down; what somebody revoked as a "move"
      or "order" has its end. A word that may mean several things tells nothing.
Room: state. Meant is the only thing that reports have laid down by then; of several the one that the sentence names
      again, else the one told last before it in two or three sentences, else the only one of its own report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from dateline.lexicon.states import families
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.cast import Context
from dateline.state.days import behind, decided_on
from dateline.state.model import STANDS, Transition
from dateline.state.rules import laid_down
from dateline.state.spans import done_when
from dateline.terms.factuality import REAL

SLOT: Final = "decree"  # of the rows for "revoke the decree", "extend the measure"
UNDOING: Final = frozenset(
    {*families()["unmake"], *families()["lift"], "walk back", "climb down", "backtrack", "tear up", "suspend"}
) - {"end", "remove"}
POINTING: Final = (*families()["decree"], *families()["decision"])
POINTED: Final = re.compile(rf"(?:the|his|her|its|their|that|this) (?:\w+ )?(?:{'|'.join(POINTING)})s?", re.I)
SEVERAL: Final = 60  # kinds of things laid down among which a name is looked for
NEARBY: Final = 200  # things laid down of one report that are looked through
SENTENCES: Final = 3  # before it, in which the thing is told
VALUE: Final = "taken back"

Which = tuple[str, frozenset[str], frozenset[str]]  # slot and both sides: one thing laid down


@dataclass(frozen=True, slots=True)
class Laid:
    """What the reports lay down."""

    kinds: tuple[Transition, ...]  # of each thing that begins the first telling, the earliest published first
    by_report: dict[str, tuple[Transition, ...]]  # every telling that it stands, in the order of the text


def with_pointed(found: Sequence[Transition], around: Context) -> list[Transition]:
    """The transitions, those of pointing words told of what is meant, and the ends that no row of the table tells."""
    laid = _laid(found)
    named = (_named(t, laid, around.record) if t.slot == SLOT else t for t in found)
    out = [t for t in named if t is not None]
    told = {t.told.claim.id for t in out}
    left = (c for c in around.record.claims.values() if c.claim.id not in told and _takes_back(c)) if laid.kinds else ()
    ends = (_end(c, meant, around) for c in left if (meant := _meant(c, laid, around.record)) is not None)
    return [*out, *ends]


def _laid(found: Iterable[Transition]) -> Laid:
    ordered = [t for t in found if t.slot in laid_down("ordered") and t.thing not in POINTING]
    held = [t for t in ordered if t.kind in STANDS and not t.partial]
    first: dict[Which, Transition] = {}
    by_report: dict[str, list[Transition]] = {}
    for one in sorted(held, key=lambda t: (_day(t), t.report, t.told.claim.trigger.start, t.told.claim.id)):
        if one.kind == "begin":  # what only stands was not laid down there
            first.setdefault(_which(one), one)
        by_report.setdefault(one.report, []).append(one)
    return Laid(tuple(first.values()), {name: tuple(tellings) for name, tellings in by_report.items()})


def _named(one: Transition, laid: Laid, record: Record) -> Transition | None:
    """The transition, told of what its word means; None where that is open."""
    if one.kind == "plan" and one.of not in ("end", "suspend", "extend"):
        return None
    meant = _meant(one.told, laid, record)
    if meant is None:
        return None
    known = replace(one, slot=meant.slot, thing=meant.thing, called=meant.called)
    return replace(known, subject=meant.subject, object=meant.object)


def _takes_back(told: PlacedClaim) -> bool:
    """Whether it takes back what it only points at: "walked back the move"."""
    claim = told.claim
    if claim.factuality not in REAL or claim.lemma not in UNDOING or claim.context != "body":
        return False
    return any(r in ("object", "recipient") and POINTED.fullmatch(m.anchor.text) for r, _, m in told.entities)


def _end(claim: PlacedClaim, meant: Transition, around: Context) -> Transition:
    """The end of what is meant, as the claim tells it."""
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


def _meant(told: PlacedClaim, laid: Laid, record: Record) -> Transition | None:
    """The thing laid down that the claim's word stands for; None where it may be several."""
    start, by = told.claim.trigger.start, told.published.latest or date.max
    own = [t for t in laid.by_report.get(told.claim.report, ())[-NEARBY:] if t.told.claim.id != told.claim.id]
    spans = record.reports[told.claim.report].sentences
    here = bisect_right([a for a, _ in spans], start) - 1
    first = spans[max(0, here - SENTENCES)][0] if spans else 0
    near = [t for t in own if first <= t.told.claim.trigger.start < start]
    known = [t for t in laid.kinds[:SEVERAL] if _day(t) <= by]
    again = told.claim.anchor.text.casefold()
    named = [t for t in known if t.thing and t.thing in again]
    return _only(known) or _only(named) or (near[-1] if near else None) or _only(own)


def _only(held: Sequence[Transition]) -> Transition | None:
    """The first telling, where all are of one thing."""
    return held[0] if len({_which(t) for t in held}) == 1 else None


def _which(one: Transition) -> Which:
    return one.slot, one.subject.keys, one.object.keys


def _day(one: Transition) -> date:
    return one.published.latest or date.max
