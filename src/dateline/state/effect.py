"""When what was laid down takes effect: "imposed an embargo on Thursday. The measures take effect on Monday."

In:   the transitions of a record and its claims.
Out:  the same, with those of "it", "the measures", "the decision" told of what their report laid down last before;
      what is laid down for a later day begins on that day.
Room: state. Only what is told at most two sentences before is meant, and only kinds of state that are laid down.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.lexicon.states import families
from dateline.record.model import PlacedClaim, Record
from dateline.state.found import words_behind
from dateline.state.lengths import later
from dateline.state.model import Transition
from dateline.state.rules import laid_down
from dateline.terms import When
from dateline.terms.factuality import REAL

WHOLE: Final = frozenset({"take effect", "come into force", "enter into force", "go into effect"})
STARTING: Final = frozenset({"take", "come into effect", "enter", "come", "start", "begin", "apply"})  # before "effect"
ORDERED: Final = frozenset({"curfew", "ceasefire"})
RUNNING: Final = frozenset({"start", "begin", "run", "apply"})
EFFECT: Final = re.compile(r"\b(?:effect|force)\b")
NOUNS: Final = (*families()["decree"], *families()["decision"], "change", "deal", "agreement", "accord", "law")
POINTING: Final = re.compile(
    rf"(?:it|they|this|which|the (?:new )?(?:penalty|penalties|(?:{'|'.join(NOUNS)})s?))", re.I
)
LAID: Final = laid_down()
NEARBY: Final = 20  # things laid down before it that are looked through
BEHIND: Final = 30  # characters behind the verb within which it is said that it has effect or force
SENTENCES: Final = 2  # before the one that says when it takes effect


def with_effect(found: Sequence[Transition], record: Record) -> tuple[Transition, ...]:
    """The transitions, those laid down for a day that a later sentence gives moved to that day."""
    by_report: dict[str, list[Transition]] = {}
    for one in found:
        if one.slot in LAID and one.kind == "begin":
            by_report.setdefault(one.report, []).append(one)
    for known in by_report.values():
        known.sort(key=lambda t: (t.told.claim.trigger.start, t.told.claim.id))
    told = {one.told.claim.id for one in found if not _points(one)}
    moved: dict[str, When] = {}
    started: set[str] = set()
    for one in (t for t in found if _is_to_start(t) and t.report in by_report):
        signed = [t for t in _before(one.told, by_report[one.report], record) if t.slot == one.slot]
        day = one.deadline or one.told.when
        moved.update((t.told.claim.id + t.slot, day) for t in signed)
        started |= {one.told.claim.id} if signed else set()
    for claim in record.claims.values():
        if claim.claim.id in told or claim.claim.report not in by_report or not tells_effect(claim):
            continue
        laid = _before(claim, by_report[claim.claim.report], record)
        when = _day(claim)
        if when is not None:
            moved.update((one.told.claim.id + one.slot, when) for one in laid)
            started |= {claim.claim.id} if laid else set()
    return tuple(_moved(one, moved) for one in found if one.told.claim.id not in started)


def in_force_yet(found: Sequence[Transition]) -> list[Transition]:
    """The transitions without beginnings on paper: "the law adopted in May has yet to enter into force"."""
    not_yet = [t for t in found if t.kind == "not_begun" and t.told.claim.lemma in WHOLE]

    def on_paper(one: Transition) -> bool:
        alike = (t for t in not_yet if t.report == one.report and t.slot == one.slot)
        return one.kind == "begin" and any(t.object.keys & one.object.keys for t in alike)

    return [t for t in found if not on_paper(t)] if not_yet else list(found)


def _points(one: Transition) -> bool:
    """Whether it is told of "the measures" alone, which may be what was laid down before."""
    return one.slot == "measure" and tells_effect(one.told)


def _is_to_start(one: Transition) -> bool:
    """ "The ceasefire takes effect at noon on Tuesday", "the curfew starts on Sunday": what was laid down under that
    name begins on that day."""
    claim = one.told.claim
    by_word = claim.lemma in WHOLE or (claim.lemma in STARTING and EFFECT.search(claim.anchor.text) is not None)
    by_word = by_word or (one.slot in ORDERED and (claim.lemma in RUNNING or claim.aspect == "begin"))
    day = (one.deadline or one.told.when).exact
    return one.kind == "plan" and one.of == "begin" and one.slot in LAID and by_word and day


def _moved(one: Transition, moved: dict[str, When]) -> Transition:
    when = moved.get(one.told.claim.id + one.slot) if one.kind == "begin" else None
    if when is None:
        return one
    before, days = one.when.latest, when.latest
    by_length = one.term is not None and one.term.basis == "event" and before is not None and days is not None
    term = later(one.term, (days - before).days, one.term.words or "") if by_length else one.term  # type: ignore[operator,arg-type,union-attr]
    return replace(one, when=when, value="in force", term=term)


def tells_effect(told: PlacedClaim) -> bool:
    """Whether it says of "it" or "the measures" that they take effect."""
    claim = told.claim
    effect = claim.lemma in WHOLE or (claim.lemma in STARTING and EFFECT.search(words_behind(told)[:BEHIND]))
    actors = [m for role, _, m in told.entities if role == "actor"]
    return bool(effect) and any(POINTING.fullmatch(m.anchor.text.strip()) for m in actors)


def _day(told: PlacedClaim) -> When | None:
    """The day on which it takes effect, done or to come."""
    claim = told.claim
    stated = claim.time is not None and (claim.factuality in REAL or claim.factuality == "planned")
    if not stated or told.when.earliest is None:
        return None
    published, day = told.published.latest, told.when.latest
    gone = published is not None and day is not None and day < published and claim.time_relation == "at"
    return None if claim.factuality == "planned" and gone else told.when


def _before(told: PlacedClaim, laid: Sequence[Transition], record: Record) -> Iterable[Transition]:
    """What the report laid down in the nearest sentence before that lays down anything."""
    at = told.claim.anchor.start
    spans = record.reports[told.claim.report].sentences
    here = bisect_right([a for a, _ in spans], told.claim.trigger.start) - 1
    first = spans[max(0, here - SENTENCES)][0] if spans else 0
    below = bisect_left(laid, told.claim.trigger.start, key=lambda t: t.told.claim.trigger.start)
    close = laid[max(0, below - NEARBY) : below]
    near = [t for t in close if first <= t.told.claim.trigger.start < at]
    near = near or [t for t in close if at <= t.told.claim.trigger.start]
    last = max((t.told.claim.anchor.start for t in near), default=-1)
    return [t for t in near if t.told.claim.anchor.start == last]
