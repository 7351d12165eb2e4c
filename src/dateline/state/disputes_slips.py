"""Numbers that slipped from one report to the next: a nought too many, two digits changed about; and sums demanded or
paid under threat that reports tell differently.

In:   series.
Out:  Slips, for pairs of reports that tell one thing with the same digits, found with all that is known; of a slip the
      line of `disputes` of the kind figure that some of the points give.
Room: state. A retelling that says "840,000 beds" where the others say "84,000 cots" counts the same thing by another
      noun, and so stands in another series; the digits and the words of the sentences tell that it is the same. Of a
      ransom every report words anew who pays and who is paid; gifts and prices of many are many sums, but what one band
      of kidnappers got is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.lexicon.tables import table
from dateline.state.disputes_ground import tells_a_level, together
from dateline.state.disputes_values import agree, pile_line
from dateline.state.model import Line
from dateline.state.series import Series
from dateline.state.series_identity import TOLLS
from dateline.state.series_points import Point
from dateline.terms.factuality import REAL

SPAN: Final = timedelta(days=21)  # between two reports; a retelling comes soon
NOUGHTS: Final = (10, 100, 1000)
SWAPPED: Final = 3  # digits of a number in which two may have changed places
SMALL: Final = 40  # reports that tell figures
NEAR: Final = 0.2  # share of the larger value by which two may differ whose digits changed places
MOST: Final = 200  # points of the same digits that are compared
EXTORTED: Final = re.compile(
    r"\b(?:ransom|kidnap\w*|captors?|hostages?|hijack\w*|hackers?|extort\w*|blackmail\w*|bribes?|bribed|pirates?)\b",
    re.I,
)
ASKED_OR_PAID: Final = (frozenset({"sought"}), frozenset({"given", "received", "paid"}))
LONG: Final = timedelta(days=120)  # between two tellings of one payment
LARGEST: Final = 60  # sums of one kind that are compared
OTHERS: Final = frozenset({"fine", "penalty", "damages", "cost", "price", "aid", "tax", "reward", "bounty", "debt"})
ROLES: Final = frozenset({"level", "total", "target", "previous", "part"})


Spot = tuple[str, str]  # id of a series, id of a quantity of it


@dataclass(frozen=True, slots=True)
class _Told:
    """A value in its series."""

    point: Point
    series: Series
    digits: str  # of the value without the noughts around them: of 84,000 "84"

    @classmethod
    def of(cls, point: Point, series: Series) -> _Told:
        """The point with its digits."""
        return cls(point, series, f"{point.value[1]:.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.series.id, self.point.quantity.quantity.id


@dataclass(frozen=True, slots=True)
class Slip:
    """Two values, and the pairs of tellings in which the one may have slipped into the other."""

    values: tuple[float, float]
    pairs: tuple[tuple[Spot, Spot], ...]

    @property
    def series(self) -> tuple[str, ...]:
        """The ids of the series that they stand in."""
        return tuple(sorted({name for pair in self.pairs for name, _ in pair}))


def slips(series: Sequence[Series]) -> list[Slip]:
    """The pairs of values of one thing that differ by a nought or by two digits changed about, by value.

    In a pile that may tell many stories one digit agrees by chance, in one of many reports two: there it takes more.
    """
    told = [_Told.of(point, one) for one in series for point in one.points if _counts(point)]
    size = len({t.point.quantity.quantity.report for t in told})
    one_story = not any(one.mixed for one in series)
    by_digits: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for one in sorted(told, key=lambda t: (t.point.order, t.point.quantity.quantity.id)):
        if len(one.digits) >= (1 if one_story else 2 if size <= SMALL else 3):
            by_digits[tuple(sorted(one.digits))].append(one)
    found: dict[tuple[float, float], list[tuple[Spot, Spot]]] = {}
    for key in sorted(by_digits):
        for a, b in _pairs(by_digits[key][:MOST]):
            low, high = sorted((a.point.value[1], b.point.value[1]))
            found.setdefault((low, high), []).append((a.spot, b.spot))
    for differing in _sums(series) if one_story else ():
        values = sorted({t.point.value[1] for pair in differing for t in pair})
        spots = [(a.spot, b.spot) for a, b in differing]
        found.setdefault((values[0], values[-1]), []).extend(spots)
    return [Slip(values, tuple(found[values])) for values in sorted(found)]


def _sums(series: Sequence[Series]) -> Iterator[list[tuple[_Told, _Told]]]:
    """The pairs of sums told of one payment, or of one demand, under threat."""
    told = [_Told.of(p, one) for one in series if is_currency(one.unit) for p in one.points]
    for states in ASKED_OR_PAID:
        held = [t for t in told if _extorted(t.point, states)][:LARGEST]
        for unit in sorted({t.series.unit for t in held}):
            sums = sorted((t for t in held if t.series.unit == unit), key=lambda t: t.point.order)
            pairs = [(a, b) for n, a in enumerate(sums) for b in sums[n + 1 :] if _differ(a.point, b.point)]
            if pairs:
                yield pairs


def _extorted(point: Point, states: frozenset[str]) -> bool:
    q = point.quantity.quantity
    if not states & set(q.scope) or q.factuality not in REAL or q.counted in OTHERS:
        return False
    return bool(EXTORTED.search(q.anchor.text))


def _differ(a: Point, b: Point) -> bool:
    """Whether two reports give another sum for one payment."""
    one, other = a.quantity, b.quantity
    if one.quantity.report == other.quantity.report or agree(a, b):
        return False
    first, second = one.published.earliest, other.published.earliest
    return first is not None and second is not None and abs(first - second) <= LONG and together(a, b, 1)


def of_slip(slip: Slip, told: Iterable[tuple[Series, Sequence[Point]]]) -> Iterable[Line]:
    """The line of a slip, from these points of its series; none where they are not told both."""
    points = {(one.id, p.quantity.quantity.id): _Told.of(p, one) for one, known in told for p in known}
    both = [spot for pair in slip.pairs if pair[0] in points and pair[1] in points for spot in pair]
    if both:
        yield _line([points[spot] for spot in dict.fromkeys(both)], [t.point for t in points.values()])


def _counts(point: Point) -> bool:
    q = point.quantity.quantity
    exact = q.low == q.high and q.factuality in REAL | {"planned"} and q.role in ROLES and q.high > 0
    return exact and q.unit != "percent" and not q.unit.endswith("share") and tells_a_level(point)


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    for n, a in enumerate(told):
        for b in told[n + 1 :]:
            apart = a.point.quantity.quantity.report != b.point.quantity.quantity.report
            if apart and _slipped(a, b) and _soon(a.point, b.point) and _one_thing(a, b):
                yield a, b


def _one_thing(a: _Told, b: _Told) -> bool:
    """Whether the sentences share enough words: the more, the less the series and the digits tell."""
    one, other = a.point.quantity.quantity, b.point.quantity.quantity
    if any(x and y and x != y for x, y in ((one.of, other.of), (one.where, other.where))):
        return False
    if _kind(one.unit) != _kind(other.unit) or _told_anew(a, b) or _told_anew(b, a):
        return False  # 50 feet of water, and 50,000 tons of debris
    states = [set(q.scope) & TOLLS for q in (one, other)]
    if states[0] and states[1] and not states[0] & states[1]:
        return False
    people = one.unit == other.unit == "person" and a.series.id != b.series.id
    if people and one.counted != other.counted:
        return False  # 300 doctors, and 300,000 who lost their homes
    need = 1 if a.series.id == b.series.id else 2 if one.unit == other.unit else 3
    return together(a.point, b.point, need + (len(a.digits) == 1))


def _told_anew(a: _Told, b: _Told) -> bool:
    """Whether the report of `b` tells what `a` counts in a number of its own: of 300 homes it makes 740, and so its
    3,000 people are no slip of them."""
    report = b.point.quantity.quantity.report
    return a.series.id != b.series.id and any(p.quantity.quantity.report == report for p in a.series.points)


def _kind(unit: str) -> str:
    """What kind of measure a unit is: a length, a mass, money; "" for a noun."""
    return "money" if is_currency(unit) else _kinds().get(unit, "")


@cache
def _kinds() -> dict[str, str]:
    return {row["unit"]: row["kind"] for row in table("units")}


def _slipped(a: _Told, b: _Told) -> bool:
    """Whether two values have the same digits with other noughts, or two neighbours among them changed about."""
    low, high = sorted((a.point.value[1], b.point.value[1]))
    one, other = a.digits, b.digits
    if one == other:
        return any(abs(high - low * n) < 1e-6 * high for n in NOUGHTS)
    swapped = [i for i in range(len(one)) if one[i] != other[i]]
    return len(one) >= SWAPPED and len(swapped) == 2 and swapped[1] == swapped[0] + 1 and high - low <= NEAR * high


def _soon(a: Point, b: Point) -> bool:
    one, other = a.quantity.published, b.quantity.published
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return False
    return max(one.earliest, other.earliest) - min(one.latest, other.latest) <= SPAN


def _line(told: Sequence[_Told], points: Sequence[Point]) -> Line:
    """The two values with all who tell them; `points` are all of their series."""
    ids = sorted({t.series.id for t in told})
    first = min(told, key=lambda t: (t.point.quantity.published.sort_key(), t.point.order))
    return pile_line(first.series, [t.point for t in told], points, ids, exact=True)
