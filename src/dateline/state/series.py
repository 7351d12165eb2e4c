"""Joins the figures of many reports into series: one question each, followed through time.

In:   a Record with its quantities placed.
Out:  Series in a fixed order, each with all its points; `as_of` says what the series shows on a day, as known by a day.
Room: state.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.lexicon.places import place
from dateline.record.model import PlacedQuantity, Record
from dateline.state.pile import many_stories
from dateline.state.series_apart import of_the_counted, without_other_attacks
from dateline.state.series_bodies import by_deed, in_parts, of_one_body
from dateline.state.series_flags import Flag, flags
from dateline.state.series_grounds import elsewhere
from dateline.state.series_happenings import by_happening
from dateline.state.series_identity import LONGEST, LOOSE, RATES, TOLLS, Identity, about, identity, only, said, title_of
from dateline.state.series_incidents import incidents
from dateline.state.series_levels import Levels
from dateline.state.series_points import Line, Point, known, line_of, points_of
from dateline.state.series_scene import surely_there
from dateline.state.series_single import single
from dateline.state.series_sites import at_known_places, deed_of, name_of, parted, site_of
from dateline.state.series_worth import GIFTS, worth_a_series
from dateline.terms import Anchor, sort_key_of

LANDS: Final = frozenset({"place", "person", "group", None})
MAIN: Final = 3  # times as many reports as any other series must speak of the one a figure of open place is led to
TWICE: Final = 2  # reports that must tell of the only one a figure can mean, in a mixed pile
TELLING: Final = 100  # from here on a number is told of one thing, in a mixed pile too
MEASURED: Final = frozenset({"magnitude"})  # of the state words of a disaster the one that counts nobody
ILLS: Final = frozenset({  # not "flu" or "fever", of which there are many
    "cholera", "measles", "ebola", "polio", "mpox", "malaria", "dengue", "plague", "meningitis", "diphtheria", "covid",
    "typhoid", "rabies", "tuberculosis", "anthrax", "coronavirus",
})  # fmt: skip
WORD: Final = re.compile(r"[a-z]+")
NEAR: Final = 0.25  # two values this close (as a share of the larger) may be tellings of one level


@dataclass(frozen=True, slots=True)
class Series:
    """One question about an amount, with everything the reports answer to it."""

    id: str  # made from what is counted, of whom, where and in which unit
    title: str  # "US troops in Niger"
    counted: str
    of: str | None
    where: str | None  # as its figures say; else the place told around most of them
    unit: str
    scope: tuple[str, ...]
    points: tuple[Point, ...]  # by time, then report, then place
    under: str | None = None  # the wider series: those at one base belong under those in the country
    flags: tuple[Flag, ...] = ()  # what does not fit inside one report
    mixed: bool = False  # told in a pile that may tell many stories
    absorbed: tuple[str, ...] = ()  # ids that less determined figures had before they joined; `why` follows them


def series(record: Record) -> tuple[Series, ...]:
    """Every series of the record, in order of title and id.

    Figures of one family of words, one state ("killed", "left"), one unit and one narrower place belong together where
    whose and where agree. A figure that does not say whose or where joins the only series it can mean; of several, the
    only one with its value or a like value, or the one nearly all reports speak of; else it keeps a line of its own.
    """
    mixed = many_stories(record)
    told = of_the_counted([_named(p, record) for _, p in sorted(record.quantities.items())])
    found = [(_asked(p, mixed), surely_there(p) if mixed else p) for p in told]
    groups: dict[Identity, list[PlacedQuantity]] = {}
    for who, placed in at_known_places(found):
        groups.setdefault(who, []).append(placed)
    origin = {name: o.origin for name, o in record.origins.items()}
    joined = without_other_attacks(_join(groups if mixed else of_one_body(groups), mixed))
    joined = _by_place(joined, record, mixed)
    if not mixed:
        joined = _of_one_title(by_happening(by_deed(joined), record))
    else:
        joined = {
            who: told for who, quantities in joined.items() if (told := single(quantities, who.state not in TOLLS))
        }
    made = [
        _series(who, quantities, origin, mixed) for who, quantities in sorted(joined.items(), key=lambda x: x[0].order)
    ]
    whose = sorted(joined, key=lambda w: w.order)
    worth = [(w, s) for w, s in zip(whose, _flagged(made, whose), strict=True) if worth_a_series(w, s.points, mixed)]
    ids = {s.id for _, s in worth}
    kept = [(w, replace(s, absorbed=_absorbed(s, ids))) for w, s in worth]
    return tuple(replace(s, under=u) if (u := _wider(w, joined)) in ids and u != s.id else s for w, s in kept)


def _asked(placed: PlacedQuantity, mixed: bool) -> Identity:
    """The question a figure answers; of many stories "the team's dogs" are dogs of nobody known, and "the epicentre"
    is nowhere in particular."""
    who = identity(placed)
    if not mixed:
        return who
    of = "" if who.of[:1].islower() and placed.quantity.counted != "price" else who.of
    return replace(who, of=of, where="" if who.where[:1].islower() else who.where)


def _named(placed: PlacedQuantity, record: Record) -> PlacedQuantity:
    """The quantity with the full name of the body whose things it counts: Ostra's ships are those of Ostra Lines."""
    q, entity = placed.quantity, record.entities.get(placed.of or "")
    if q.of is None or entity is None or entity.kind in LANDS or place(q.of) is not None:
        return placed
    return replace(placed, quantity=replace(q, of=entity.name))


def _by_place(
    joined: Mapping[Identity, Sequence[PlacedQuantity]], record: Record, mixed: bool
) -> dict[Identity, list[PlacedQuantity]]:
    """The groups, those of open place parted where their figures are tolls of two places.

    `mixed`: the pile may tell many stories; there each place is an incident of its own.
    """
    out: dict[Identity, list[PlacedQuantity]] = {}
    for who, placed in joined.items():
        sited = not (who.where or who.spot) and any(p.quantity.site for p in placed)
        told = incidents(placed) if sited and mixed and who.state in TOLLS - MEASURED else {"": list(placed)}
        rest = told.pop("", [])
        names = sorted({p.quantity.report for p in rest}) if sited else []
        texts = {name: record.reports[name].report.text.casefold() for name in names}
        for site, group in (*told.items(), *(parted(rest, texts) if sited else {"": rest}).items()):
            out.setdefault(replace(who, where=site) if site else who, []).extend(group)
    return {who: placed for who, placed in out.items() if placed}


def as_of(one: Series, on: date | None, known_by: date | None, generous: bool = False) -> Line | None:
    """The line of a series as known by a day; `latest` is its value on the day `on`, or null.

    None where nothing was known. `known_by` None has no limit; an undated report counts from its latest possible day,
    with `generous` from its earliest.
    """
    points = known(one.points, known_by, generous)
    if not points:
        return None
    about_it = (one.counted, one.of, one.where, one.unit)
    line = line_of(one.id, one.title, about_it, one.scope, points, Levels.of(points).latest(on), one.under)
    line["absorbed"] = list(one.absorbed)
    reports = {p.quantity.quantity.report for p in points}
    line["flags"] = [f.to_dict() for f in one.flags if f.spots[0].report in reports]
    return line


def by_first_day(line: Line) -> str:
    """Where a line of `figures` stands among the others."""
    return min((sort_key_of(p["when"])[0] for p in line["points"]), default="9999")


@dataclass(frozen=True, slots=True)
class _Told:
    """The values of one identity, ready to be asked."""

    exact: frozenset[tuple[float, float]]
    highs: tuple[float, ...]  # sorted
    reports: int
    levels: Mapping[str, frozenset[tuple[float, float]]]  # by report

    @classmethod
    def of(cls, quantities: Sequence[PlacedQuantity]) -> _Told:
        """Those of the quantities."""
        values = [(p.quantity.low, p.quantity.high) for p in quantities]
        levels: dict[str, set[tuple[float, float]]] = {p.quantity.report: set() for p in quantities}
        for q in (p.quantity for p in quantities):
            levels[q.report] |= {(q.low, q.high)} if q.role == "level" else set()
        by_report = {name: frozenset(found) for name, found in levels.items()}
        return cls(frozenset(values), tuple(sorted(h for _, h in values)), len(by_report), by_report)

    def equal(self, placed: PlacedQuantity) -> bool:
        """Whether one of them is the very value."""
        return (placed.quantity.low, placed.quantity.high) in self.exact

    def holds(self, placed: PlacedQuantity) -> bool:
        """Whether they are as many or more: 940 people who fell ill are not among three patients."""
        return placed.quantity.high <= self.highs[-1] / (1 - NEAR)

    def beside(self, placed: PlacedQuantity) -> bool:
        """Whether its own report tells another number of them: the 12 people killed are not the nine workers."""
        q = placed.quantity
        return bool(self.levels.get(q.report, frozenset()) - {(q.low, q.high)}) and q.role == "level"

    def alike(self, placed: PlacedQuantity) -> bool:
        """Whether one of them is near the value."""
        high = placed.quantity.high
        at = bisect_left(self.highs, high * (1 - NEAR))
        return at < len(self.highs) and self.highs[at] <= high / (1 - NEAR)


def _join(groups: Mapping[Identity, Sequence[PlacedQuantity]], mixed: bool) -> dict[Identity, list[PlacedQuantity]]:
    """The groups with the figures of less determined ones led into the more determined ones they fit.

    `mixed`: the pile may tell many stories, where small numbers agree by chance.
    """
    wider: dict[Identity, list[Identity]] = {}
    for who in sorted(groups, key=lambda w: w.order):
        for form in who.open_forms:
            wider.setdefault(form, []).append(who)
    told = {who: _Told.of(quantities) for who, quantities in groups.items()}
    parts = in_parts(groups)
    out: dict[Identity, list[PlacedQuantity]] = {}
    for who in sorted(groups, key=lambda w: w.order):
        full = [o for o in wider.get(who, ()) if o not in wider]  # what nothing else says more of
        full = [o for o in full if mixed or _one_scene(o, groups[who], told)]
        full = [o for o in full if who.group == o.group or o not in parts]
        for placed in groups[who]:
            if placed.quantity.role == "total" and who.unit == "seat":
                out.setdefault(who, []).append(placed)  # of "104 of the 200 seats" the 200 are nobody's
                continue
            fit = [o for o in full if who.group == o.group or (told[o].holds(placed) and not told[o].beside(placed))]
            fit = [o for o in fit if not mixed or _leads(o, who) or told[o].equal(placed)]
            fit = [o for o in fit if not _just_people(who) or told[o].equal(placed)]
            meant = _meant(placed, fit, told, told[who].reports if mixed else 0)
            if meant is not None and _of_one_town(placed, meant, told):
                meant = None
            if meant is not None and placed.quantity.site == "" and meant.where and not _land(meant.where):
                meant = None  # told of a wider scope
            if meant is not None and mixed and meant.state in TOLLS and not told[meant].alike(placed):
                meant = None  # the toll of another incident
            out.setdefault(who if meant is None or _abroad(placed, who, meant) else meant, []).append(placed)
    return out


def _one_scene(meant: Identity, quantities: Sequence[PlacedQuantity], told: Mapping[Identity, _Told]) -> bool:
    """Whether no larger figure is told of another place than that of the series it would go to: "40 were killed in the
    Tarn valley" is no toll of the town of Merrin, where 22 died; nor is what is told later of no place."""
    if meant.state not in TOLLS or not meant.where or _land(meant.where):
        return True
    town = meant.where.casefold()
    sites = [
        p.quantity.site or ""
        for p in quantities
        if not told[meant].equal(p) and p.quantity.high > told[meant].highs[-1]
    ]
    return not any(site and town not in site.casefold() for site in sites)


def _of_one_town(placed: PlacedQuantity, meant: Identity, told: Mapping[Identity, _Told]) -> bool:
    """ "Jets struck Baalbek, killing 11" is no later number for the 1,974 killed in Lebanon."""
    q = placed.quantity
    town = bool(q.site) and q.site_own and meant.state in TOLLS and _land(meant.where)
    return town and not _land(name_of(q.site or "")) and not told[meant].alike(placed) and told[meant].holds(placed)


def _land(where: str) -> bool:
    found = place(where)
    return found is not None and found.kind == "country"


def _just_people(who: Identity) -> bool:
    """Whether it counts people of whom nothing is said: they are not those of the one place that is named."""
    return who.family == "person" and not who.state and who.group in LOOSE


def _leads(wide: Identity, who: Identity) -> bool:
    """Whether others can be led to it: not to those of "the team", whoever that is, nor people to "children"."""
    return wide.group == who.group and (wide.of == who.of or wide.of[:1].isupper())


def _abroad(placed: PlacedQuantity, who: Identity, meant: Identity) -> bool:
    """Whether the sentence of a figure of open owner or place speaks of other countries than the one it would go to,
    or what was told before it of another."""
    text, site = placed.quantity.anchor.text, placed.quantity.site or ""
    gained = [new for old, new in ((who.where, meant.where), (who.of, meant.of)) if new and new != old]
    return any(elsewhere(text, new) or (_land(name_of(site)) and elsewhere(site, new)) for new in gained)


def _by_chance(placed: PlacedQuantity, mixed: bool) -> bool:
    """Whether a value agrees with others by chance: none, "millions"; in a mixed pile any small number."""
    low, high = placed.quantity.low, placed.quantity.high
    return high == 0 or high > 2 * low or (mixed and high < TELLING)


def _meant(
    placed: PlacedQuantity, full: Sequence[Identity], told: Mapping[Identity, _Told], rest: int
) -> Identity | None:
    """The one identity that a figure of open owner or place can mean: the only one; else the only one with its very
    value, or a like value; else the one that nearly all reports speak of.

    `rest`: in a pile that may tell many stories, how many reports tell such open figures; else 0. The only one or the
    one most spoken of must then be spoken of as much.
    """
    mixed = rest > 0
    if mixed and is_currency(placed.quantity.unit) and any(not o.state or o.state in GIFTS for o in full):
        full = [o for o in full if told[o].equal(placed)]
    elif placed.quantity.counted == "money":  # "wants $5 million" is the claim of that very sum, not just any
        full = [o for o in full if o.family == "money" or told[o].equal(placed)]
    if not full or (len(full) == 1 and told[full[0]].reports >= (max(rest, TWICE) if mixed else rest)):
        return full[0] if full else None
    same, like = [o for o in full if told[o].equal(placed)], [o for o in full if told[o].alike(placed)]
    for near in () if _by_chance(placed, mixed) else (same, like):
        if len(near) == 1:
            return near[0]
    most = max(full, key=lambda o: (told[o].reports, o.order))
    others = max((told[o].reports for o in full if o != most), default=0)
    return most if told[most].reports >= max(rest, MAIN * others) else None


def _flagged(made: Sequence[Series], identities: Sequence[Identity]) -> list[Series]:
    """The series with what does not fit inside one report, each flag at the series of its first spot."""
    kinds: dict[tuple[str, str, str], list[Point]] = {}
    for who, one in zip(identities, made, strict=True):
        kinds.setdefault((who.family, who.state, who.unit), []).extend(one.points)
    found: dict[Anchor, list[Flag]] = {}
    for points in kinds.values():
        for flag in flags(points):
            found.setdefault(flag.spots[0], []).append(flag)
    if not found:
        return list(made)
    return [
        replace(one, flags=tuple(f for p in one.points for f in found.get(p.quantity.quantity.amount, ())))
        for one in made
    ]


def _absorbed(one: Series, ids: set[str]) -> tuple[str, ...]:
    """The ids under which its figures would stand alone, as far as no other series has them."""
    return tuple(sorted({_id(identity(p.quantity)) for p in one.points} - ids))


def _id(who: Identity) -> str:
    return "f" + hashlib.sha256("\x1f".join(who.order).encode()).hexdigest()[:11]


def _wider(who: Identity, joined: Mapping[Identity, object]) -> str | None:
    """The series of the whole country over one at a single place."""
    return _id(who.wide) if who.spot.startswith("at ") and who.wide in joined else None


def _told_as(who: Identity, quantities: Sequence[PlacedQuantity]) -> str:
    """The word for what is told of those counted, in a title: their state, else what the reports say of them."""
    state = said(who.state, quantities)
    open_ = state in ("", "present") or (is_currency(who.unit) and state in GIFTS)
    return (deed_of(quantities) if open_ else "") or state


def _of_an_ill(who: Identity, quantities: Sequence[PlacedQuantity]) -> Identity:
    """Cases as those of the one illness that each of their sentences names: "cholera cases"."""
    if who.group or who.unit != "case":
        return who
    told = [{w for w in WORD.findall(p.quantity.anchor.text[:LONGEST].casefold()) if w in ILLS} for p in quantities]
    ills = set().union(*told)
    return replace(who, group=ills.pop()) if len(ills) == 1 and all(told) else who


def _as_called(who: Identity, quantities: Sequence[PlacedQuantity]) -> Identity:
    """A rate under the one name that all use: "jobless rate", where none calls it unemployment."""
    names = {(p.quantity.counted, p.quantity.kind) for p in quantities}
    counted, kind = next(iter(names))
    alone = who.family in RATES.values() and who.unit == "percent" and len(names) == 1 and counted == "rate"
    return replace(who, family="rate", group=kind or "") if alone else who


def _of_one_title(joined: Mapping[Identity, list[PlacedQuantity]]) -> dict[Identity, list[PlacedQuantity]]:
    """The groups, those together that a reader would take for one question: two with the same title and unit."""
    out: dict[Identity, list[PlacedQuantity]] = {}
    homes: dict[tuple[str, str], Identity] = {}
    for who in sorted(joined, key=lambda w: (-len(joined[w]), w.order)):
        home = homes.setdefault((_title(who, joined[who]), who.unit), who)
        out.setdefault(home, []).extend(joined[who])
    return out


def _title(who: Identity, quantities: Sequence[PlacedQuantity], site: str | None = None) -> str:
    site = site if site is not None else _site(who, quantities)
    called = _of_an_ill(_as_called(who, quantities), quantities)
    return title_of(called, about(quantities), only(quantities), _told_as(who, quantities), site or "")


def _site(who: Identity, quantities: Sequence[PlacedQuantity]) -> str | None:
    """The place told around the figures, where none of them says it in its words."""
    return None if who.where or not (who.spot == "" or who.spot.startswith("on ")) else site_of(quantities)


def _series(who: Identity, quantities: Sequence[PlacedQuantity], origin: Mapping[str, str], mixed: bool) -> Series:
    points = points_of(quantities, origin)
    site = _site(who, quantities)
    return Series(
        _id(who),
        _title(who, quantities, site or ""),
        about(quantities),
        who.of or None,
        who.where or (name_of(site) if site else None),
        who.unit,
        who.scope,
        points,
        mixed=mixed,
    )
