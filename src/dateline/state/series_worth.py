"""Whether a series of figures asks a question that somebody could want answered.

In:   series as they were joined.
Out:  those that say what is counted and in which state, of whom, where, or that two origins tell alike.
Room: state. "Two leeks", "three rows" and "80 percent devoted" are numbers, and figures of nothing in particular.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import GENERIC, kind_of
from dateline.lexicon.tables import table
from dateline.state.series_identity import LANDS, TOLLS, Identity, measures
from dateline.state.series_points import Point
from dateline.state.series_single import only_perhaps
from dateline.terms.factuality import REAL

BARE: Final = frozenset({"percent", "share"})  # units that need a whole of which they are so much
RATES: Final = frozenset({
    "rate", "ratio", "turnout", "unemployment", "inflation", "stake", "holding", "share", "interest", "yield",
    "occupancy", "probability", "majority", "approval",
})  # fmt: skip
ANYBODY: Final = frozenset({
    "person", "people", "individual", "human", "other", "someone", "folk", "member", "body",
    "man", "woman", "child", "boy", "girl", "friend", "guest", "wife", "husband", "son", "daughter", "brother",
    "sister", "father", "mother", "parent", "adult", "family member", "colleague", "reader", "viewer", "guy", "kid",
    "relative", "partner", "expert", "source", "witness", "author", "baby", "user", "youth", "elder", "sibling",
})  # fmt: skip
THINGS: Final = ("site", "weapon", "bomb", "vehicle", "border", "violence")  # kinds of nouns_kinds.tsv that are counted
MANY: Final = 100  # from here on a number is told of one thing, in a mixed pile too
CHORUS: Final = 3  # origins that tell one value do not agree by chance
CITING: Final = re.compile(r"\b(?:citing|quoting|according to)(?: the| its)? $", re.I)
DOZEN: Final = 10  # fewer people than this agree by chance
SMALL_CHANGE: Final = frozenset({"cent", "penny", "pence"})  # by which prices move
WARES: Final = frozenset({  # whose price is told of nobody
    "oil", "crude", "brent", "gold", "silver", "copper", "nickel", "zinc", "gasoline", "gas", "wheat", "corn", "maize",
    "cocoa", "coffee", "sugar", "rice", "bitcoin",
})  # fmt: skip
FEW: Final = 3  # so many picked out of a body are no count of it
DEALT: Final = frozenset({  # what happens to things every day: "planted two leeks"
    "sold", "ordered", "bought", "downloaded", "delivered", "shipped", "planted", "opened", "launched", "built", "lost",
})  # fmt: skip
GIFTS: Final = frozenset({"given", "pledged", "offered", "raised", "received"})
POCKET: Final = 1000  # in the currency
MOST: Final = 200  # values that are tried as the largest of those near one another
NEXT: Final = 5  # next larger values that one is held against
ALIKE: Final = 0.5  # two values this near (smaller by larger) can answer one question


def worth_a_series(who: Identity, points: Sequence[Point], mixed: bool) -> bool:
    """Whether the figures of one identity are worth a line; `mixed`: their pile may tell many stories.

    A state, an owner or a place makes a count one of something; so does a word for a body of people or things that
    such reports count ("soldiers", "tankers"). A word for just anybody ("two men"), a noun that is no such word ("two
    leeks") or a percentage of nothing is worth a line only where two origins tell values that can be one. A small pile
    tells one story, and all its numbers belong to that.
    """
    placed = bool(who.of[:1].isupper() or who.where or who.spot)  # "the team's dogs" are dogs of nobody known
    placed = placed or (who.state in TOLLS and any(p.quantity.quantity.site for p in points))
    stated = bool(who.state) and who.state not in GENERIC | DEALT
    unsaid = _just_anybody(who) and not (placed or stated or framed(points))
    if (who.state and all(_not_so(p) for p in points)) or (unsaid and not _one_question(points)):
        return False  # "people": 5,000 here, ten there
    if all(_quoted(p) for p in points):
        return False
    if all(_some_of(p) for p in points):
        return _told_alike(points)
    return not mixed or _worth_among_many(who, points, placed, stated)


def _worth_among_many(who: Identity, points: Sequence[Point], placed: bool, stated: bool) -> bool:
    """The same in a pile that may tell many stories."""
    if not placed and not _says_enough(who, points, stated):
        return False
    if _says_nothing(who, points) or (_loose_rate(who, points) and not _told_alike(points)):
        return False
    if points[0].quantity.quantity.counted in LANDS | {"state"}:
        return _chorus(points)  # "nine countries"
    if _mere_things(who, points) and not _told_alike(points):
        return (stated or _deeds(points)) and any(
            p.value[1] >= MANY for p in points
        )  # "four calls", "13 charities", whosever they are
    if who.state == "distance" or all(_pocket(p) for p in points):
        return _told_alike(points)
    if not placed and not stated and not any(_somewhat(p) for p in points):
        return False
    if _just_anybody(who) and not (stated or who.where or who.spot):
        return framed(points) and _told_alike(points) and _one_question(points)  # "two Chileans": just two men
    if is_currency(who.unit) and not placed and who.state in GIFTS:
        return _told_alike(points) and _one_question(points)  # sums of many givers
    loose = kind_of(who.family) is not None and not who.group and who.unit in measures()
    if placed or stated or who.unit == "person" or loose:
        return not loose or placed or stated or _one_question(points)  # "tonnes of food" of many givers
    counted = points[0].quantity.quantity.counted
    return who.unit != counted or kind_of(counted) is not None or _is_thing(counted) or _told_alike(points)


def _says_nothing(who: Identity, points: Sequence[Point]) -> bool:
    """Whether its figures tell that there is none ("no hostages"), only what may be ("could kill millions", "230
    suspected cases"), or the tolls of unlike happenings nowhere: two dead here, eleven there."""
    counted_off = bool(who.of) and who.unit == "person"
    if all(p.value[1] == 0 for p in points) or (not counted_off and all(only_perhaps(p.quantity) for p in points)):
        return True
    somewhere = who.of or who.where or who.spot or who.group
    return who.state in TOLLS and not somewhere and not _one_question(points)


def _loose_rate(who: Identity, points: Sequence[Point]) -> bool:
    """Whether they tell a share, a move or a rate of whomever: "six of the guards", "10 percent more", "90 flights a
    day"."""
    loose = not (who.of or who.where or who.unit in measures()) and (not who.state or who.state in TOLLS)
    paced = loose and who.spot.startswith("a ")
    return all(_part(p) for p in points) or (who.unit in BARE and not _rate(points)) or paced


def _says_enough(who: Identity, points: Sequence[Point], stated: bool) -> bool:
    """Whether a count of nobody named, nowhere, says what it is one of, in a pile that may tell many stories.

    Told alike by two origins, it does. Told by one, "a bill of $50 million", "rain of 40 mm" or "three tanks"
    is a number of what its own report is about; a toll of bare people, a crowd or a stock of things is one only if it
    is large, and its figures answer one question.
    """
    crowd = who.unit == "person" and not who.group
    if _told_alike([p for p in points if p.value[1] >= DOZEN] if crowd and not _chorus(points) else points):
        return who.unit not in SMALL_CHANGE
    if is_currency(who.unit):
        return stated or who.state == "lost" or who.family in WARES
    if who.unit in measures() or who.unit in SMALL_CHANGE:
        return bool(who.of) or _is_thing(points[0].quantity.quantity.counted)  # "ship length"
    if who.unit == "person" and who.state in TOLLS and who.group:
        return any(p.value[1] > 0 for p in points)  # "nine miners were killed"
    known = who.unit == "person" or stated or _deeds(points)
    thing = _deeds(points) and _is_thing(points[0].quantity.quantity.counted)  # "seven vehicles are under water"
    return known and (thing or any(p.value[1] >= MANY for p in points)) and _one_answer(points)


def _chorus(points: Sequence[Point]) -> bool:
    """Whether several origins tell one value."""
    told: dict[tuple[float, float], set[str]] = {}
    for p in points:
        told.setdefault(p.value, set()).add(p.origin)
    return any(value[1] > 0 and len(origins) >= CHORUS for value, origins in told.items())


def _one_answer(points: Sequence[Point]) -> bool:
    """Whether the levels told are near one another, one report's too: of "2,207 hailed, 221 boarded" no two are."""
    values = sorted({p.value[1] for p in points if p.quantity.quantity.role in ("level", "total")})
    return not values or values[0] >= ALIKE * values[-1]


def _mere_things(who: Identity, points: Sequence[Point]) -> bool:
    """Whether it counts things of no kind that reports follow, and nothing tells where."""
    counted = points[0].quantity.quantity.counted
    if who.unit == "person" or who.unit != counted or (_deeds(points) and _is_thing(counted)):
        return False  # "seven vehicles are under water"
    return not (who.where or who.spot or any(p.quantity.quantity.site for p in points))


def _rate(points: Sequence[Point]) -> bool:
    """Whether they tell how high a rate stands: "turnout was 40 percent", but no "10 percent more"."""
    told = (p.quantity.quantity for p in points)
    return all(q.role not in ("part", "change") and q.counted in RATES for q in told)


def _part(point: Point) -> bool:
    return point.quantity.quantity.role == "part"


def _deeds(points: Sequence[Point]) -> bool:
    return any(p.quantity.quantity.deed for p in points)


def _just_anybody(who: Identity) -> bool:
    return who.unit == "person" and (who.group or who.family) in ANYBODY


def framed(points: Sequence[Point]) -> bool:
    """Whether anything is told of those counted, or where: no bare "people"."""
    return any(p.quantity.quantity.deed or p.quantity.quantity.site for p in points)


def _not_so(point: Point) -> bool:
    """ "The 25 sailors are not detained": they are 25, and no number of detained."""
    q = point.quantity.quantity
    return q.factuality == "not_happened" and q.low > 0


def _quoted(point: Point) -> bool:
    """ "Citing two officials": they are who says so."""
    q = point.quantity.quantity
    return bool(CITING.search(q.anchor.text[: max(0, q.amount.start - q.anchor.start)]))


def _some_of(point: Point) -> bool:
    """ "One of the suspects", "two of my friends": they are picked out, not counted."""
    q = point.quantity.quantity
    return q.role == "part" and q.high <= FEW and q.unit not in BARE


def _pocket(point: Point) -> bool:
    """A ticket, a fee, the price of a ride."""
    q = point.quantity.quantity
    return is_currency(q.unit) and q.high < POCKET and q.of is None


def _somewhat(point: Point) -> bool:
    """Whether it tells a number that is or will be: not "no role", nor how many there might be."""
    q = point.quantity.quantity
    ahead = q.role in ("forecast", "target") and q.factuality in ("planned", "demanded")
    return q.high > 0 and (q.factuality in REAL or ahead)


def _one_question(points: Sequence[Point]) -> bool:
    """Whether two thirds of the origins tell values near one another: "people" are 60,000 here, four there."""
    values = sorted((p.value[1], p.origin) for p in points if p.quantity.quantity.factuality in REAL)
    told = len({o for _, o in values})
    near = max((len({o for v, o in values if ALIKE * top <= v <= top}) for top, _ in values[:MOST]), default=0)
    return near * 3 >= told * 2


def _told_alike(points: Sequence[Point]) -> bool:
    """Whether two origins give values near each other in words of their own; a line that every page shows is one."""
    real = [p for p in points if p.quantity.quantity.factuality in REAL]
    told = sorted({(p.value[1], p.quantity.quantity.anchor.text, p.origin) for p in real})
    near = ((a, b) for n, a in enumerate(told) for b in told[n + 1 : n + 1 + NEXT])
    return any(a[2] != b[2] and a[1] != b[1] and a[0] > 0 and a[0] >= ALIKE * b[0] for a, b in near)


@cache
def _things() -> frozenset[str]:
    """The nouns of sites, arms and vehicles."""
    return frozenset(w for row in table("nouns_kinds") if row["kind"] in THINGS for w in row["words"].split())


def _is_thing(counted: str) -> bool:
    """Whether it is a site, an arm or a vehicle, by its last word: "polling station"."""
    return counted.rsplit(maxsplit=1)[-1].rsplit("-", maxsplit=1)[-1] in _things() if counted else False
