"""Two days told for one happening that the record holds for two, because their days differ.

In:   a record.
Out:  DayPairs, found with all that is known; of such a pair the line of `disputes` of the kind date that some of its
      words give.
Room: state. What a side does again and again has many days. So both days must be words of the reports themselves, a few
      days apart and past for both reports; the tellings must share whom it befell or where, and no report that tells
      one of the two may tell the other too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from dateline.lexicon.tables import table
from dateline.record.model import PlacedClaim, Record
from dateline.state.disputes_lines import Position, Telling, apart, line
from dateline.state.disputes_matters import Word, word_of
from dateline.state.disputes_words import said
from dateline.state.model import Line

CLOSE: Final = 3  # days between two days told of one happening
LATE: Final = 14  # days after the happening within which it is told as news
SHARED: Final = 2  # words beside the deed that both tellings must have
HALF: Final = 0.5  # of the words of the shorter telling
MOST: Final = 60  # claims of one deed that are compared


@dataclass(frozen=True, slots=True)
class DayPair:
    """A happening told of two days."""

    about: tuple[str, ...]  # the two events
    sides: tuple[tuple[str, tuple[Word, ...]], ...]  # of each day what it is called, and the claims that tell it

    @property
    def words(self) -> tuple[Word, ...]:
        """All claims of both sides."""
        return tuple(w for _, told in self.sides for w in told)


def day_pairs(record: Record) -> list[DayPair]:
    """The happenings told of two days, found once with all that is known."""
    by_deed: dict[str, list[PlacedClaim]] = defaultdict(list)
    for claim in record.claims.values():
        if _dated(claim):
            for deed in said(f"; {claim.claim.lemma}").deeds:
                by_deed[deed].append(claim)
    event_of = {c: e.id for e in record.events for c in e.claims}
    found: dict[frozenset[str], DayPair] = {}
    for deed in sorted(by_deed):
        told = sorted(by_deed[deed], key=lambda c: (c.when.sort_key(), c.claim.id))
        for a, b in _pairs(told[:MOST]):
            pair = frozenset((event_of.get(a.claim.id, a.claim.id), event_of.get(b.claim.id, b.claim.id)))
            if len(pair) == 2 and pair not in found and not _both_in_one(a, b, told):
                sides = ((str(x.when.edtf), _side(x, told, event_of, record)) for x in (a, b))
                found[pair] = DayPair(tuple(sorted(pair)), tuple(sides))
    return sorted(found.values(), key=lambda d: d.about)


def of_days(pair: DayPair, known: Collection[int]) -> Iterable[Line]:
    """The dispute over the day, from these of its words."""
    held, told = [w for n, w in enumerate(pair.words) if n in known], []
    for answer, words in pair.sides:
        mine = [w for w in words if w in held]
        told.append(Position(answer, tuple(w.told for w in mine), frozenset(w.origin for w in mine)))
    if all(p.told for p in told) and apart([p.origins for p in told]):
        first = min(held, key=lambda w: (w.published.sort_key(), w.claim or ""))
        yield line("date", f"When: {first.title}?", pair.about, told)


def _dated(claim: PlacedClaim) -> bool:
    """Whether it is told as having happened on a day that the report itself names, not long ago."""
    c, when, told = claim.claim, claim.when, claim.published.latest
    if c.factuality != "happened" or c.time is None or c.time_relation != "at" or not when.exact:
        return False
    own = when.basis in ("stated", "report-date") and when.earliest is not None and told is not None
    return own and when.earliest is not None and told is not None and 0 <= (told - when.earliest).days <= LATE


def _pairs(told: Sequence[PlacedClaim]) -> Iterator[tuple[PlacedClaim, PlacedClaim]]:
    for n, a in enumerate(told):
        for b in told[n + 1 :]:
            first, second = a.when.earliest, b.when.earliest
            if first is None or second is None or (second - first).days > CLOSE:
                break
            if first != second and a.claim.report != b.claim.report and _past_for(a, second) and _alike(a, b):
                yield a, b


def _past_for(claim: PlacedClaim, day: date) -> bool:
    """Whether the day was over, or was that of the report, when the claim came out."""
    return claim.published.earliest is not None and claim.published.earliest >= day


def _alike(a: PlacedClaim, b: PlacedClaim) -> bool:
    """Whether both name the same in most words: whom it befell, where, with what."""
    one, other = _topic(a), _topic(b)
    both = one & other
    return len(both) >= SHARED and len(both) >= HALF * min(len(one), len(other)) and _parties(a, b)


def _topic(claim: PlacedClaim) -> frozenset[str]:
    parts = " ; ".join(m.anchor.text for _, _, m in claim.entities)
    meant = said(f"; {parts}")
    numbers = {w for w in meant.topic if w.isdigit()} | listed_numbers()
    return meant.topic - said(f"; {claim.claim.lemma}").deeds - numbers


@cache
def listed_numbers() -> frozenset[str]:
    """Numbers in words: "two people" of one report are not the two of another."""
    return frozenset(w for r in table("families_words") if r["sort"] == "number" for w in r["words"].split("|"))


def _parties(a: PlacedClaim, b: PlacedClaim) -> bool:
    """Whether no role is filled by two different names."""
    for role in ("actor", "recipient", "object", "place"):
        one, other = ({e for r, e, m in x.entities if r == role and e and m.named} for x in (a, b))
        if one and other and not one & other:
            return False
    return True


def _both_in_one(a: PlacedClaim, b: PlacedClaim, told: Sequence[PlacedClaim]) -> bool:
    """Whether some report tells the deed of both days: then it was done twice."""
    days: dict[str, set[date | None]] = defaultdict(set)
    for claim in told:
        days[claim.claim.report].add(claim.when.earliest)
    return any({a.when.earliest, b.when.earliest} <= found for found in days.values())


def _side(
    claim: PlacedClaim, told: Sequence[PlacedClaim], event_of: dict[str, str], record: Record
) -> tuple[Word, ...]:
    """All claims of the same event and day."""
    mine, day = event_of.get(claim.claim.id), claim.when.earliest
    same = [c for c in told if event_of.get(c.claim.id) == mine and c.when.earliest == day]
    return tuple(word_of(c.claim.id, Telling.of(c), record, c.headline, c, mine) for c in same)
