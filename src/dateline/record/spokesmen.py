"""Reports that share no wording but begin with the same news from the same mouth go back to one source.

In:   origins as the wording shows them; placed claims, the events they were linked into, and the agencies credited.
Out:  the origins, joined where two reports that came out together open with one event told by one voice, or where both
      credit one agency for it. "The port is shut, the harbour master said" in two papers is the harbour master twice;
      "the port is shut, according to Harbour Wire" goes back to Harbour Wire's own report.
Room: record. A voice counts if it is named: two anonymous officials may be two. Only what opens a
report counts, and only news: an event of the last days whose day somebody gives.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.claim.model import ReadReport
from dateline.record.features import country_of, listed
from dateline.record.lines import OWN_TIME
from dateline.record.model import Dated, Entity, Event, Origin, PlacedClaim
from dateline.record.origins import age
from dateline.record.place import AHEAD
from dateline.report.credits import is_known, publisher_name
from dateline.report.model import Reason
from dateline.terms import Anchor, When

OPENING: Final = 3  # sentences
FRESH: Final = timedelta(days=7)  # from the event's day to print: who tells old news may have it from anywhere
TOGETHER: Final = 4  # days between two reports of one statement
COMPARED: Final = 40  # reports of one statement that a later one is compared with
NAMED: Final = frozenset({"person", "organisation", "office"})


@dataclass(frozen=True, slots=True)
class _Opening:
    """What a report begins with, and on whose word."""

    report: str
    event: str
    whose: str  # an entity, or the name of an agency
    name: str
    anchor: Anchor | None  # the words that name the voice


def joined_by_voice(
    found: Mapping[str, Origin],
    reads: Mapping[str, ReadReport],
    dates: Mapping[str, Dated],
    claims: Mapping[str, PlacedClaim],
    events: Sequence[Event],
    people: Mapping[str, Entity],
) -> dict[str, Origin]:
    """The origins, with the reports of one statement under the earliest of them."""
    days = {e.id: day for e in events if (day := _day_of(e, claims)) is not None}
    event_of = {c: e.id for e in events if e.id in days for c in e.claims}
    by_report: dict[str, list[PlacedClaim]] = defaultdict(list)
    for c in claims.values():
        by_report[c.claim.report].append(c)
    groups: dict[tuple[str, str], list[_Opening]] = defaultdict(list)
    for name in sorted(reads):
        for opening in _openings(reads[name], by_report[name], event_of, people):
            day = days[opening.event]
            if dates[name].published.overlaps(When.between(day, day + FRESH)):
                groups[(opening.event, opening.whose)].append(opening)
    root = {name: origin.origin for name, origin in found.items()}
    copies = Counter(root.values())
    out = dict(found)
    for key in sorted(groups):
        members = sorted(groups[key], key=lambda o: age(dates[o.report].published, o.report))
        for n, later in enumerate(members):
            earlier = next((o for o in members[max(0, n - COMPARED) : n] if _together(o, later, dates)), None)
            if earlier is None or _top(root, earlier.report) == _top(root, later.report):
                continue
            if copies[found[earlier.report].origin] > 1 and copies[found[later.report].origin] > 1:
                continue  # two stories, each printed by several papers, are two though one man speaks in both
            _join(root, earlier.report, later.report, dates)
            why = Reason(f"begins with the same news on the same word as report {earlier.report}", later.anchor)
            out[later.report] = _derived(out[later.report], later.name, why)
    for source, name, anchor in _after_a_house(reads, dates, by_report, events):
        if _top(root, source) != _top(root, name):
            root[_top(root, name)] = _top(root, source)
            why = Reason(f"tells its news on the word of the house that brought it in report {source}", anchor)
            out[name] = _derived(out[name], source, why)
    return {name: replace(origin, origin=_top(root, name)) for name, origin in out.items()}


def _derived(origin: Origin, source: str, why: Reason) -> Origin:
    return replace(origin, derived_from=(*origin.derived_from, (source, why)))


def _after_a_house(
    reads: Mapping[str, ReadReport],
    dates: Mapping[str, Dated],
    told: Mapping[str, list[PlacedClaim]],
    events: Sequence[Event],
) -> Iterator[tuple[str, str, Anchor]]:
    """Reports whose first news is told on the word of a house ("according to Harbour Wire") that brought the same
    itself a few days before at most: its report, the one that follows it, the words that name it."""
    houses: dict[str, list[str]] = defaultdict(list)
    for name in sorted(reads):
        if house := _house(reads[name]):
            houses[house].append(name)
    event_of = {c: e.id for e in events for c in e.claims} if len(houses) > 1 else {}
    tells = {name: {event_of.get(c.claim.id) for c in told[name]} - {None} for name in sorted(told)} if event_of else {}
    for name in sorted(tells):
        first = next(
            (c for c in sorted(told[name], key=lambda c: c.claim.trigger.start) if c.claim.id in event_of), None
        )
        voice = next((v for v in first.voice if v.kind == "publisher"), None) if first is not None else None
        if first is None or voice is None:
            continue
        named = [publisher_name(words).casefold() for words in (voice.name, voice.anchor.text)]
        named += [f" {first.claim.anchor.text.casefold()} "]
        for house in sorted(h for h in houses if _is_named(h, named) and h != _house(reads[name])):
            own = [
                r for r in houses[house] if event_of[first.claim.id] in tells.get(r, ()) and _follows(name, r, dates)
            ]
            if own:
                yield min(own, key=lambda r: age(dates[r].published, r)), name, voice.anchor


def _is_named(house: str, named: Sequence[str]) -> bool:
    """Whether it is the voice, or a name of several words that stands in the sentence: a "post" need not be the Post.

    >>> _is_named("harbour wire", ["a report", " according to a report by harbour wire, rice is banned "])
    True
    >>> _is_named("post", ["radio kor", " rebels took a border post, radio kor said "])
    False
    """
    return house in named or (" " in house and re.search(rf"(?<!\w){re.escape(house)}(?!\w)", named[-1]) is not None)


def _house(read: ReadReport) -> str:
    return publisher_name(read.report.publisher).casefold() if read.report.publisher else ""


def _follows(later: str, source: str, dates: Mapping[str, Dated]) -> bool:
    """Whether the one came out on the day of the other or a few days after it."""
    one, other = dates[source].published.earliest, dates[later].published.latest
    return one is not None and other is not None and timedelta(0) <= other - one <= timedelta(days=TOGETHER)


def _day_of(event: Event, claims: Mapping[str, PlacedClaim]) -> date | None:
    """The day of an event that some report gives by words of its own; None where none does."""
    told = [claims[c].when for c in event.claims if c in claims and claims[c].claim.factuality not in AHEAD]
    return min((w.earliest for w in told if w.exact and w.earliest and w.basis in OWN_TIME), default=None)


def _openings(
    read: ReadReport, told: list[PlacedClaim], event_of: Mapping[str, str], people: Mapping[str, Entity]
) -> Iterator[_Opening]:
    """The events that a report opens with, each with the named voices that tell it and the agencies credited."""
    high = read.sentences[:OPENING][-1][1] if read.sentences else 0
    opening = sorted(
        (c for c in told if c.claim.trigger.start < high and c.claim.factuality not in AHEAD),
        key=lambda c: (c.claim.trigger.start, c.claim.id),
    )
    seen: set[tuple[str, str]] = set()
    for c in opening:
        event = event_of.get(c.claim.id)
        credits = [(x.name, x.name, x.anchor) for x in read.report.credits if is_known(x.name)]
        for whose, name, anchor in [*_voices(c, people), *credits] if event is not None else ():
            if event is not None and (event, whose) not in seen:
                seen.add((event, whose))
                yield _Opening(read.report.id, event, whose, name, anchor)


def _voices(placed: PlacedClaim, people: Mapping[str, Entity]) -> Iterator[tuple[str, str, Anchor]]:
    """The named people and bodies on whose word a claim is told; of an announcement, who announces.

    The bodies of one state speak for it: "Norland's army said", "the Norland defence ministry said".
    """
    said = [(v.entity, v.name, v.anchor) for v in placed.voice if v.entity is not None and v.kind in NAMED]
    if placed.claim.lemma in listed("saying"):
        said += [(e, m.anchor.text, m.anchor) for role, e, m in placed.entities if role == "actor" and e is not None]
    for entity, name, anchor in said:
        if " and " in name:
            continue  # "Norland and Osland officials" are no one voice
        who = people.get(entity or "")
        land = country_of(who) if who is not None and who.kind != "person" else None
        yield (f"state {land}" if land else str(entity)), name, anchor


def _together(a: _Opening, b: _Opening, dates: Mapping[str, Dated]) -> bool:
    one, other = dates[a.report].published, dates[b.report].published
    return (one.exact or other.exact) and one.overlaps(other, slack=TOGETHER)


def _top(root: Mapping[str, str], name: str) -> str:
    while root[name] != name:
        name = root[name]
    return name


def _join(root: dict[str, str], a: str, b: str, dates: Mapping[str, Dated]) -> None:
    """Puts both under the earlier root."""
    one, other = sorted((_top(root, a), _top(root, b)), key=lambda name: age(dates[name].published, name))
    root[other] = one
