"""How alike two claims are: what decides whether they tell one event.

In:   the features of two claims.
Out:  a score with its reasons, or None where they cannot be one event.
Room: record.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.record.features import Told, Weights, is_next_lot, listed, synonyms
from dateline.terms import When

ONCE: Final = 0.22  # added where the action is one that parties hardly do twice: "overthrew", "designated a coup"
FEW: Final = 0.8  # as many of the rarest words as must be shared before all words count as shared
DEATH: Final = 0.95  # of two tellings of one person's death: nobody dies twice
OF_A_THING: Final = frozenset({"approving", "rejecting", "raising", "lowering"})  # what one party does to many things
SAID: Final = frozenset({"announcing"})  # families of speech: they tell nothing of what was said
YEAR: Final = 400  # days
WEEKS: Final = 45  # days
WAITS: Final = 14  # days after which a telling that hardly anything ties to another is of something else
FIGHTING: Final = frozenset({"ASSAULT"})  # types of what parties at war do again and again
NEAR: Final = ((3, 0.75), (14, 0.45), (90, 0.25), (10**9, 0.1))  # days between a telling and the day it may tell of
NEAR_LEAD: Final = ((3, 0.85), (7, 0.2), (21, 0.0), (10**9, -0.6))  # the same of what opens a report: it is new
NEAR_OPEN: Final = ((14, 0.45), (60, 0.3), (180, 0.0), (10**9, -0.6))  # days between two tellings without a day
BARE: Final = frozenset({"none", "constraint"})  # bases of times that are no day of their own
SAME_DAY: Final = 0.1  # added where both give the same day by words of their own


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, 0..1, and why."""

    score: float
    near: float  # how close their days are, at most 1; part of the score
    told: tuple[Told, Told]
    actors: float  # how far the parties agree, see `_agree`
    targets: float

    @property
    def why(self) -> str:
        """The reasons in words; asked of the few pairs that are linked."""
        a, b = self.told
        one, other = a.placed.claim.lemma, b.placed.claim.lemma
        parts = [f"same action ({one})" if one == other else f"like actions ({one}, {other})"]
        if self.actors >= 0.8:
            parts.append("same actor")
        if self.targets >= 0.8:
            parts.append("same object")
        if both := a.words & b.words:
            parts.append("shared words: " + ", ".join(sorted(both)[:4]))
        return "; ".join([*parts, _days(a, b)])


def likeness(a: Told, b: Told, weight: Weights) -> Likeness | None:
    """How alike two claims are, or None where they cannot tell one event.

    A plan is not what came of it, a denial is not what it denies, and two days are two events. Weights were set by hand
    on small made-up piles; of undated pairs at the threshold nine in ten are one event (ECB+ dev).
    """
    shared = a.groups & b.groups
    if not shared or a.standing != b.standing or not a.when.overlaps(b.when):
        return None
    if a.part != b.part and not (a.when.exact and b.when.exact):
        return None  # some have left; weeks later all have
    if a.dies & b.dies and a.report != b.report:
        return Likeness(DEATH, 1.0, (a, b), 0.0, 1.0)
    actors, targets = _agree(a.actors, b.actors), _agree(a.targets, b.targets)
    if actors is None or targets is None or _apart(a.places, b.places) or (fits := _hinted(a.when, b.when)) is False:
        return None
    both = a.words & b.words
    less = max(min(weight.whole(a), weight.whole(b)), FEW * weight.most)  # one rare word is not enough
    words = weight(both) / less if less > 0 else 0.0
    people = max(actors, targets) * 0.6 + min(actors, targets) * 0.4
    time = 0.8 if fits else _time(a, b)
    family = any(not g.startswith("=") for g in shared)
    lemmas = {a.placed.claim.lemma, b.placed.claim.lemma}
    plain = a.placed.claim.lemma in listed("colourless") and not family
    says = a.placed.claim.lemma in listed("saying") and not shared - SAID - {f"={a.placed.claim.lemma}"}
    if says and not _beyond(a, b, both):
        return None  # one party announces many things
    if (a.often or b.often) and not _beyond(a, b, both) - lemmas:
        return None  # officials warn of many things
    once = a.once and b.once and family
    dated = a.when.known and b.when.known
    if not dated and (_far(a, b, once) or (not once and _retold(a, b) > WAITS and _loosely(a, b))):
        return None
    if (plain and words < 0.4) or (OF_A_THING & shared and _other_things(a, b, both)):
        return None
    busy = lemmas & weight.busy
    alike = _enough(a, b, people, words, time, once) and not is_next_lot(a, b)
    if not alike or (busy and not once and not _same_doer(a, b, words)):
        return None
    score = 0.25 + 0.3 * people + 0.4 * min(1.0, words) + 0.2 * time + (ONCE if once else 0.0)
    score += (SAME_DAY if time == 1.0 and not plain else 0.0) + _counts(a.numbers, b.numbers)
    return Likeness(round(max(0.0, min(1.0, score)), 6), time, (a, b), actors, targets)


def _beyond(a: Told, b: Told, both: frozenset[str]) -> frozenset[str]:
    """What they share but for who acts."""
    return both - a.doers - b.doers


def _other_things(a: Told, b: Told, both: frozenset[str]) -> bool:
    """Whether they share nothing but who acts, and it is of its kind by another word: parliament approved the budget,
    parliament passed the border law."""
    doers = frozenset(w for d in (a.doers, b.doers) for x in d for w in (x, synonyms().get(x, x)))
    return bool(a.given and b.given) and not a.given & b.given and not both - doers


def _enough(a: Told, b: Told, people: float, words: float, time: float, once: bool) -> bool:
    """Whether two claims share enough beside their action to be compared at all; more where the action is frequent."""
    if once:
        return people > 0 or words >= 0.2 or time >= 0.8
    if a.often or b.often:
        one, other = ({x for x in t.actors if x[0] != "h"} for t in (a, b))
        if one and other and not one & other:
            return False  # a minister condemned it, and so did a country: two condemnations
        return words >= 0.5 or (people > 0 and words >= (0.2 if time >= 0.8 else 0.35))
    return people > 0 or words >= 0.35


def _same_doer(a: Told, b: Told, words: float) -> bool:
    """Whether what many do in this pile was done by one here: a shared party, or, untold, half of the telling words."""
    if a.actors and b.actors:
        return bool(a.actors & b.actors)
    return words >= 0.5


@lru_cache(maxsize=20_000)
def _agree(a: frozenset[str], b: frozenset[str]) -> float | None:
    """How far two sets of parties agree, 0..1; 0 where one is silent, None where they cannot be the same.

    >>> _agree(frozenset({"c:NE", "h:junta"}), frozenset({"e:e1", "c:NE"})), _agree(frozenset({"c:NE"}), frozenset())
    (0.95, 0.0)
    >>> _agree(frozenset({"c:NE"}), frozenset({"c:US"})) is None
    True
    """
    if not a or not b:
        return 0.0
    both = a & b
    sorts = {x[0] for x in both}
    if "e" in sorts:
        return 1.0
    if "c" in sorts:
        things = [{x for x in s if x[0] == "h"} for s in (a, b)]
        apart = things[0] and things[1] and not things[0] & things[1]  # French troops, French citizens
        return 0.5 if apart else 0.95
    acting = [{x for x in s if x[0] in "bc"} for s in (a, b)]
    if acting[0] and acting[1]:
        return None  # two countries, or a country and a body that does not act for it
    people = [{x for x in s if x[0] == "e"} for s in (a, b)]
    if people[0] and people[1] and not acting[0] and not acting[1]:
        return None
    return 0.4 if "h" in sorts else 0.0


def others_act(a: Told, b: Told) -> bool:
    """Whether two named parties do what is done more than once: two bodies that send aid send it twice.

    What happens once may be told of the guard and of its general.
    """
    return not (a.once and b.once) and _agree(a.actors, b.actors) is None


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two named places exclude each other; a town of a country does not exclude the country."""
    if not a or not b:
        return False
    towns = [{x for x in s if x[0] == "e"} for s in (a, b)]
    lands = [{x for x in s if x[0] == "c"} for s in (a, b)]
    if lands[0] and lands[1]:
        return not lands[0] & lands[1]
    return bool(towns[0] and towns[1] and not towns[0] & towns[1] and not lands[0] and not lands[1])


def _hinted(a: When, b: When) -> bool | None:
    """Whether a month or weekday without a year fits the other's days; None where there is none to fit."""
    if a.basis not in BARE and b.basis not in BARE:
        return None
    for bare, other in ((a, b), (b, a)):
        if bare.basis in BARE and bare.words and other.known and (other.width or 99) <= 31:
            month, weekday = _bare(bare.words)
            if other.earliest is None or other.latest is None:
                continue
            if month:
                return month in {other.earliest.month, other.latest.month}
            if weekday is not None and other.exact:
                return other.earliest.weekday() == weekday
    return None


@lru_cache(maxsize=10_000)
def _bare(words: str) -> tuple[int | None, int | None]:
    """Month (1..12) and weekday (0..6) that the words name.

    >>> _bare("in October"), _bare("on Wednesday"), _bare("soon")
    ((10, None), (None, 2), (None, None))
    """
    parts = {w.strip(".,").lower() for w in words.split()}
    month = next((n for n, m in enumerate(calendar.month_name) if m and m.lower() in parts), None)
    weekday = next((n for n, d in enumerate(calendar.day_name) if d.lower() in parts), None)
    return month, weekday


def _time(a: Told, b: Told) -> float:
    """How close two times are, at most 1; both are known to overlap.

    Telling without a day is close to a day shortly before it was told; in a headline or first sentence, which tell
    what is new, it is far from all others.
    """
    one, other = a.when, b.when
    if one.exact and other.exact:
        return 1.0
    if one.known and other.known:
        return 0.85 if max(one.width or 1, other.width or 1) <= 31 else 0.5
    if one.known or other.known:
        bounded, bare = (one, b) if one.known else (other, a)
        edge = bare.when.latest or bare.when.earliest
        return _near(abs((edge - bounded.latest).days) if edge and bounded.latest else 90, bare.lead)
    if one.latest and other.latest:
        days = abs((one.latest - other.latest).days)
        return min(_near(days, True) if a.lead and b.lead else next(n for most, n in NEAR_OPEN if days <= most), 0.5)
    return 0.3


def _days(a: Told, b: Told) -> str:
    """How close the two times are, in words."""
    one, other = a.when, b.when
    if _hinted(one, other):
        return f"{_said(one)} fits {_said(other)}"
    if one.exact and other.exact:
        return f"both on {one.edtf}"
    if one.known and other.known:
        return f"{_said(one)} and {_said(other)} overlap"
    if one.known or other.known:
        bounded, bare = (one, other) if one.known else (other, one)
        return f"{_said(bare)} allows {_said(bounded)}"
    if one.latest and other.latest:
        return f"told {abs((one.latest - other.latest).days)} days apart at most"
    return "nothing in their dates speaks against it"


def _near(days: int, lead: bool) -> float:
    return next(near for most, near in (NEAR_LEAD if lead else NEAR) if days <= most)


def _far(a: Told, b: Told, once: bool) -> bool:
    """Whether one was told, without a day, so long after the other that it can hardly be news of it; not both have one.

    That is more than a year, or, where it opens its report and happens more than once, more than some weeks.
    """
    for dated, bare in ((a, b), (b, a)):
        day, told = dated.when, bare.when
        if day.known and day.latest and not told.known and told.latest:
            late = (told.latest - day.latest).days
            if late > YEAR or (bare.lead and not once and late > WEEKS):
                return True
    one, other = a.when, b.when
    if one.known or other.known or not one.latest or not other.latest:
        return False
    between = abs((one.latest - other.latest).days)
    return between > YEAR or (a.lead and b.lead and not once and between > WEEKS)


def _retold(a: Told, b: Told) -> int:
    """Days between two tellings, or the day of one and the telling of the other; not both have a day."""
    one, other = a.when.latest, b.when.latest
    return abs((one - other).days) if one is not None and other is not None else 0


def _loosely(a: Told, b: Told) -> bool:
    """Whether little but the action ties two tellings: no name that both have, or fighters who fight all the time.

    "People died of the flu" in April and in May are two tellings of many deaths; so are two raids by one army, where
    neither place nor victim is the same.
    """
    if a.numbers & b.numbers:
        return False
    whom = (a.targets | a.places) & (b.targets | b.places)
    if a.placed.claim.type in FIGHTING:
        return not any(x[0] == "e" for x in whom)
    return all(x[0] == "h" for x in (a.actors & b.actors) | whom)


def _said(when: When) -> str:
    if when.basis in BARE and when.words:
        return f"“{when.words}”"
    return when.edtf or when.words or "an unknown day"


def _counts(a: frozenset[float], b: frozenset[float]) -> float:
    """What the numbers add: a little where one agrees, and less than nothing where all are far apart.

    >>> _counts(frozenset({2.0}), frozenset({6.0})), _counts(frozenset({1000.0}), frozenset({1100.0}))
    (-0.2, 0.0)
    """
    if not a or not b:
        return 0.0
    if a & b:
        return 0.05
    near = any(abs(x - y) <= 0.3 * max(x, y) for x in a for y in b)
    return 0.0 if near else -0.2
