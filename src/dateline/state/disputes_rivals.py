"""Which figures of one series cannot both be true, as more and more of them are known.

In:   points of a series that say enough to contradict another, and whether a move of what is counted is told.
Out:  lines of `disputes`, one for all points that share a rival.
Room: state. Two answers are held against each other once; again only where a further telling bears on them. So what is
      in dispute on many days of knowledge is found in little more time than on the last of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice, product
from typing import Final

from dateline.state.disputes_ground import (
    answered,
    contests,
    counts_all,
    grown,
    one_question,
    one_verdict,
    played_down,
    points_back,
    revised,
)
from dateline.state.disputes_values import NEXT, Pile, Room, end_day, first_day, meet, pile_of, room, speaker, teller
from dateline.state.model import Line
from dateline.state.series import Series
from dateline.state.series_points import Point

MOVING: Final = frozenset(
    {"trapped", "stranded", "recovered", "killed", "dead", "missing", "presumed dead", "rescued", "injured", "wounded"}
    | {"departed", "released", "suspected"}
    | {"detained", "arrested", "displaced", "evacuated", "found", "infected", "affected", "removed", "hospitalized"}
)  # states of people and things whose count changes from day to day
SPREADING: Final = frozenset({"fire", "wildfire", "blaze", "bushfire", "flood", "slick", "spill"})  # over an area
NOW: Final = re.compile(r"\b(?:now|so far|by then|to date|since)\b", re.I)
PROGRESS: Final = frozenset({"contained", "complete", "counted", "finished"})  # how much is done by now
ONLY_GROWING: Final = frozenset({"killed", "injured", "recovered"})
# Sizes of a named thing, which do not change from day to day.
LASTING: Final = frozenset({"length", "height", "weight"})
QUAKE: Final = "magnitude"
AGAIN: Final = re.compile(r"\b(?:aftershocks?|foreshocks?|second|another|earlier|later|smaller|bigger|since)\b", re.I)
AFTER: Final = 2  # days between two tellings of one quake's magnitude
LIVING: Final = re.compile(r"\b(?:home to|population of|inhabited by|where) (?:[a-z]+ ){0,2}\d|\bpopulation\b", re.I)
FEWER: Final = 5  # times as many as are told later; of fewer still, another happening is told
NEAR: Final = timedelta(days=90)  # between two tellings of one value within which another between them is a dispute
BEGINS: Final = re.compile(r"^the (?:\w+ ){0,2}?(ministry|government|army|police|company|military|union)\b")
SIDES: Final = timedelta(days=7)  # two sides that put another number on a standing body this close speak of one time
FIRST: Final = 4  # tellings of an answer that are held against those of another
EACH: Final = 5  # comparisons that reading one figure is worth

Key = tuple[date, date, Room, date, bool]  # what points of one answer share, in the order of answers: days, values


@dataclass(slots=True)
class _Answer:
    """All points that give one value for one stretch of days."""

    key: Key
    room: Room
    first: date
    end: date
    latest: date | None
    known: bool  # whether its first day is
    published: date = date.min  # the first day on which it was told
    points: list[Point] = field(default_factory=list)
    few: tuple[tuple[str, str], ...] = ()  # tellers (origin, who says so in a report), enough to find two apart
    origins: tuple[str, ...] = ()  # two of them, if there are two

    def settle(self) -> None:
        """Works out what follows from its points, some of which are new."""
        self.points.sort(key=lambda p: p.order)
        tellers = sorted({(p.origin, teller(p)) for p in self.points})
        self.few = (*tellers[:3], *tellers[-1:])
        self.origins = tuple(sorted({origin for origin, _ in tellers})[:2])
        self.published = min(p.quantity.published.earliest or date.min for p in self.points)


_Day = tuple[date, Room, tuple[str, ...]]  # first day of an answer, its values, its origins


class Rivals:
    """The answers of one series, and which of them are rivals; `small`: the pile tells one story."""

    def __init__(self, one: Series, small: bool) -> None:
        self._one, self._small = one, small
        self._forget()

    def _forget(self) -> None:
        self._moves = False
        self._told: set[int] = set()  # points that are known
        self._answers: dict[Key, _Answer] = {}
        self._order: list[Key] = []
        self._days: list[_Day] = []
        self._rivals: dict[Key, set[Key]] = {}
        self._open: set[Key] = set()  # answers that are to be held against the others
        self._piles: dict[tuple[int, ...], Pile] = {}  # as lines, by their points
        self._again: list[_Answer] = []  # answers that may tell again what another, before them, set aside

    def learn(self, told: Sequence[Point], moves: bool) -> int:
        """Takes in what is known now; how many comparisons it takes to find the rivals."""
        now = {id(p) for p in told}
        if not self._told <= now:
            self._forget()  # the days of another clock
        fresh = [p for p in told if id(p) not in self._told]
        self._told = now
        changed = self._take(fresh)
        if moves != self._moves:
            self._moves, changed = moves, [*self._answers.values()]
        self._open |= {a.key for a in changed}
        self._again = [later for later in changed if later.known] if self._days else []
        pairs = len(self._open) + len(self._again)
        return EACH * (len(fresh) + pairs * min(len(self._order), 2 * NEXT) + len(self._rivals)) + len(self._order)

    def _take(self, fresh: Iterable[Point]) -> list[_Answer]:
        """The answers that these points give or join."""
        changed: dict[Key, _Answer] = {}
        for p in fresh:
            key = (first_day(p), end_day(p), room(p), p.when.latest or date.max, p.when.earliest is not None)
            answer = self._answers.get(key)
            if answer is None:
                answer = _Answer(key, key[2], key[0], key[1], p.when.latest, key[4])
                self._answers[key] = answer
                insort(self._order, key)
            answer.points.append(p)
            changed[key] = answer
        for answer in changed.values():
            answer.settle()
        if not (loose(self._one) or lasting(self._one)):
            every = map(self._answers.__getitem__, self._order)
            self._days = [(a.first, a.room, a.origins) for a in every if a.known]
        return [*changed.values()]

    def lines(self) -> list[Line]:
        """One line for all points that share a rival; the same again, where nothing that is new bears on it."""
        self._compare()
        before, self._piles = self._piles, {}
        out = []
        for points in self._found():
            key = tuple(map(id, points))
            pile = self._piles[key] = before.get(key) or pile_of(self._one, points, [self._one.id])
            out.append(pile.as_of(self._after(pile.last)))
        return out

    def _found(self) -> list[list[Point]]:
        """The points that are in dispute with some other, those that share a rival together."""
        places = {key: bisect_left(self._order, key) for key in self._rivals}
        out: list[list[Point]] = []
        seen: set[Key] = set()
        for key in sorted(self._rivals):
            if key in seen:
                continue
            reached, edge = {key}, [key]
            while edge:
                here = edge.pop()
                near = {k for k in self._rivals[here] if abs(places[k] - places[here]) <= NEXT}
                edge.extend(sorted(near - reached))
                reached |= near
            seen |= reached
            if len(reached) > 1:
                out.append(sorted((p for k in sorted(reached) for p in self._answers[k].points), key=lambda p: p.order))
        return out

    def _compare(self) -> None:
        """Holds the open answers against those that come next on either side."""
        for key in self._open:
            for other in self._rivals.pop(key, ()):
                self._rivals[other].discard(key)
        for key in self._open:
            at = bisect_left(self._order, key)
            for n in range(max(0, at - NEXT), min(len(self._order), at + NEXT + 1)):
                other = self._order[n]
                if other != key and (n > at or other not in self._open):  # those of two open ones once
                    self._hold(min(key, other), max(key, other))
        for later in self._again:
            for pair in self._between(later):
                self._hold(*pair)
        self._open, self._again = set(), []

    def _between(self, later: _Answer) -> Iterator[tuple[Key, Key]]:
        """The pairs that are no rivals yet of which an answer may tell the first value again (see `_one_time`)."""
        end = bisect_left(self._order, later.key)
        for at in range(end):
            a = self._answers[self._order[at]]
            if later.first - (a.latest or a.first) > NEAR or a.key in self._open or not meet(a.room, later.room):
                continue
            for key in islice(self._order, at + 1, min(at + 1 + NEXT, end)):
                b = self._answers[key]
                told = b.latest is not None and b.latest < later.first and not meet(b.room, later.room)
                if told and key not in self._open and key not in self._rivals.get(a.key, ()):
                    yield a.key, key

    def _hold(self, a: Key, b: Key) -> None:
        """Holds two answers against each other."""
        if self._differ(self._answers[a], self._answers[b]):
            self._rivals.setdefault(a, set()).add(b)
            self._rivals.setdefault(b, set()).add(a)

    def _after(self, day: date) -> Iterator[Room]:
        """The values of the answers that speak of later days only."""
        return (key[2] for key in islice(self._order, bisect_right(self._order, day, key=lambda k: k[0]), None))

    def _differ(self, a: _Answer, b: _Answer) -> bool:
        """Whether they cannot both be true."""
        if meet(a.room, b.room) or not (_apart(a, b) or _beside(a, b)) or _corrected(a, b):
            return False
        if self._small and _put_right(a, b):
            return False
        if self._small and _shrank(a, b, self._one):
            return True
        if not self._small and _far(a, b) and not _beside(a, b):
            return False
        if not _one_question(a, b, self._one) and not (self._small and _answers_teller(a, b)):
            return False
        if self._small and (_contested(a, b) or _played_down(a, b)):
            return True
        if self._small and _grew(a, b):
            return False
        if QUAKE in self._one.scope and _of_two_quakes(a, b):
            return False
        at_once = lasting(self._one) or _one_time(a, b, self._days) or _beside(a, b)
        at_once = at_once or (self._small and (_one_toll(a, b) or one_verdict(a.points[:FIRST], b.points[:FIRST])))
        return at_once or _two_sides(a, b, self._one, self._moves)


def _put_right(a: _Answer, b: _Answer) -> bool:
    """Whether the later one is told as a revision of a number like the other: "the toll was revised down to 58"."""
    early, late = (a, b) if a.published <= b.published else (b, a)
    told = late.published > early.published and any(revised(p) for p in late.points[:FIRST])
    return told and not _far(a, b)


def _grew(a: _Answer, b: _Answer) -> bool:
    """Whether the later is the larger, and told as risen, or of things to which one and the same was done: first the
    river flooded 300 homes, two days later 740."""
    early, late = (a, b) if a.published <= b.published else (b, a)
    if early.room[1] >= late.room[0]:
        return False
    told = any(grown(p) for p in late.points[:FIRST])
    deeds = [{p.quantity.quantity.deed for p in x.points[:FIRST]} for x in (a, b)]
    done = bool(deeds[0] & deeds[1] - {None, ""}) and early.published < late.published
    told_by = [{speaker(p) for p in x.points[:FIRST]} - {""} for x in (a, b)]
    apart = all(told_by) and not told_by[0] & told_by[1]  # of two who speak both may be right
    by_now = any(NOW.search(p.quantity.quantity.anchor.text) for p in late.points[:FIRST])
    done = done and (by_now or not apart)
    return (told or done) and not any(points_back(p) for p in late.points[:FIRST])


def _far(a: _Answer, b: _Answer) -> bool:
    """Whether one is not even half the other: in a pile of many stories twenty of one place are no answer to eighty of
    the whole land."""
    low, high = sorted((a.room[1], b.room[1]))
    return 2 * low < high


def loose(series: Series) -> bool:
    """Whether what it counts changes by the day, or is of nobody and nowhere in particular."""
    moves = bool(MOVING & set(series.scope)) or series.counted in PROGRESS | SPREADING
    return moves or not (series.of or series.where)


def lasting(series: Series) -> bool:
    """Whether the size of one named thing is told, so that two values contradict each other whenever they are told; so
    do two magnitudes of the one quake that a pile tells of, and two numbers of those who live in a place."""
    if series.mixed or not (QUAKE in series.scope or (series.where and series.scope == ("people",))):
        return bool(series.of and LASTING & set(series.scope))
    told = (p.quantity.quantity.anchor.text for p in series.points[:FIRST])
    return QUAKE in series.scope or any(LIVING.search(text) for text in told)


def _of_two_quakes(a: _Answer, b: _Answer) -> bool:
    """Whether one is told of an aftershock, or some days after the other: then another quake may be meant."""
    far = abs((a.published - b.published).days) > AFTER and date.min not in (a.published, b.published)
    return far or any(AGAIN.search(p.quantity.quantity.anchor.text) for x in (a, b) for p in x.points[:FIRST])


def _one_question(a: _Answer, b: _Answer, one: Series) -> bool:
    """Whether some telling of each answers one question with the other."""
    if lasting(one):
        return True
    bare = not (one.of or one.where or one.scope)
    pairs = product(*([(p, _says(p, one)) for p in x.points[:FIRST]] for x in (a, b)))
    return any(one_question(p, q, not (says and says2), bare) for (p, says), (q, says2) in pairs)


def _beside(a: _Answer, b: _Answer) -> bool:
    """Whether a voice of one report answers another of it at once."""
    return any(answered(p, q) for p in a.points[:FIRST] for q in b.points[:FIRST])


def _says(point: Point, one: Series) -> bool:
    """Whether the point itself tells of whom and where the series is, and does not only fit it."""
    q = point.quantity.quantity
    return bool(one.of or one.where) and (not one.of or bool(q.of)) and (not one.where or bool(q.where))


def _apart(a: _Answer, b: _Answer) -> bool:
    """Whether independent origins give the two, or two named speakers of one report."""
    return any(x[0] != y[0] or (x[1] != y[1] and x[1] and y[1]) for x in a.few for y in b.few)


def _corrected(a: _Answer, b: _Answer) -> bool:
    """Whether one and the same voice gave another number on another day: it corrected itself, or the number moved."""
    voices = {speaker(p).lower().removeprefix("the ") for x in (a, b) for p in x.points[:FIRST]}
    return len(voices) == 1 and "" not in voices and a.published != b.published


def _one_time(a: _Answer, b: _Answer, days: Sequence[_Day]) -> bool:
    """Whether the two speak of one time: days that both allow, or a value told before and after the other.

    1,000 in March, 1,100 in April and 1,000 again in May are two answers; 2 dead, then 4, then 6 are one that moves.
    """
    if a.first <= b.end and b.first <= a.end:
        return True
    first, second = (a, b) if a.first <= b.first else (b, a)
    if second.latest is None:
        return False
    last = first.latest or first.first
    for day, again, origins in islice(days, bisect_right(days, second.latest, key=lambda x: x[0]), None):
        if day - last > NEAR:
            break
        apart = len(second.origins) > 1 or set(origins) - set(second.origins)
        if apart and meet(first.room, again) and not meet(second.room, again):
            return True
    return False


def _two_sides(a: _Answer, b: _Answer, one: Series, moves: bool) -> bool:
    """Whether two named sides put another number on a standing body within a week, and nobody tells a move.

    The army's 2,000 and the rebels' 2,600 a few days later are two answers; a toll told by two bodies may have risen.
    """
    if moves or MOVING & set(one.scope) or one.counted in PROGRESS | SPREADING or not (a.known and b.known):
        return False
    said = [{speaker(p) for p in x.points[:NEXT]} for x in (a, b)]
    gap = max(a.first, b.first) - min(a.latest or a.end, b.latest or b.end)
    named = all(said) and "" not in said[0] | said[1] and not said[0] & said[1]
    if any(_speaks(p, q) or _speaks(q, p) for p in a.points[:FIRST] for q in b.points[:FIRST]):
        return False
    put = any(points_back(p) for x in (a, b) for p in x.points[:FIRST])  # "the divers put the spill at 2,500 tonnes"
    return bool((named or put) and gap <= SIDES)


def _speaks(one: Point, other: Point) -> bool:
    """Whether who gives the one is told in the sentence of the other: "the agency put the spill at 65 tonnes" after its
    40."""
    who = speaker(one).lower().removeprefix("the ")
    return bool(who) and re.search(rf"\b{re.escape(who)}\b", other.quantity.quantity.anchor.text.lower()) is not None


def _answers_teller(a: _Answer, b: _Answer) -> bool:
    """Whether one is set against what the very teller of the other says: "accused the ministry of hiding the scale"."""
    pairs = list(product(a.points[:FIRST], b.points[:FIRST]))
    return any(contests(q) and _accused(p, q) for one, other in pairs for p, q in ((one, other), (other, one)))


def _accused(teller: Point, other: Point) -> bool:
    """Whether the sentence of the other names who gives the one, be it by the last word: the health ministry."""
    who = speaker(teller).lower().split()[-1:] or BEGINS.findall(teller.quantity.quantity.anchor.text.lower())
    return (
        bool(who) and re.search(rf"\b{re.escape(who[-1])}\b", other.quantity.quantity.anchor.text.lower()) is not None
    )


def _contested(a: _Answer, b: _Answer) -> bool:
    """Whether one is set against the number of an authority, which the other told in the days before."""
    early, late = (a, b) if a.published <= b.published else (b, a)
    near = early.known and late.known and late.published - early.published <= SIDES
    return near and any(contests(p) for p in late.points[:FIRST])


def _played_down(a: _Answer, b: _Answer) -> bool:
    """Whether one side says within days that they are no more than so many, of whom another has told more: "only four
    of its fighters had died", "fewer than 12,000 have fled"."""
    early, late = (a, b) if a.published <= b.published else (b, a)
    if early.room[0] <= late.room[1] or late.published - early.published > SIDES:
        return False
    return any(
        played_down(q) and speaker(p) and speaker(q) and speaker(p) != speaker(q)
        for p, q in product(early.points[:FIRST], late.points[:FIRST])
    )


def _one_toll(a: _Answer, b: _Answer) -> bool:
    """Whether two named sides give another toll of one place in reports of one day: "two soldiers were killed, the army
    said"; "the Front said it had killed 11 soldiers"."""
    pairs = product(a.points[:FIRST], b.points[:FIRST])
    return any(_same_day(p, q) and _same_site(p, q) and _named_apart(p, q) for p, q in pairs)


def _same_day(a: Point, b: Point) -> bool:
    one, other = a.quantity.published, b.quantity.published
    return one.exact and one.earliest is not None and one.earliest == other.earliest and one.latest == other.latest


def _same_site(a: Point, b: Point) -> bool:
    one, other = ((p.quantity.quantity.site or p.quantity.quantity.where or "") for p in (a, b))
    return bool(one) and one == other


def _named_apart(a: Point, b: Point) -> bool:
    return bool(speaker(a) and speaker(b)) and speaker(a) != speaker(b) and a.origin != b.origin


def _shrank(a: _Answer, b: _Answer, one: Series) -> bool:
    """Whether a count that can only grow is told smaller later: of one happening, one of the two is wrong.

    Only where both count all that there were by then, in a pile that tells one story.
    """
    early, late = (a, b) if a.published <= b.published else (b, a)
    if not ONLY_GROWING & set(one.scope) or early.room[0] <= late.room[1] or early.room[0] > FEWER * late.room[1]:
        return False
    if late.published - early.published > NEAR or early.published == late.published:
        return False
    return any(counts_all(p) for p in early.points[:FIRST]) and any(counts_all(p) for p in late.points[:FIRST])
