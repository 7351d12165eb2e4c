"""Places claims and quantities in time, and gives their people entities.

In:   what was read from a report, when the report came out, its time expressions resolved, and who is who.
Out:  PlacedClaims and PlacedQuantities. What has no time of its own is bounded by the day the report came out, in the
      direction its tense and factuality allow, and never more closely than that.
Room: record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.claim.model import Claim, Mention, MentionKind, Quantity, ReadReport, Role, TimeRelation
from dateline.record import clauses
from dateline.record.features import listed
from dateline.record.from_events import from_event
from dateline.record.model import Entity, PlacedClaim, PlacedQuantity
from dateline.sentence.times.model import Resolved, Tense, TimeExpression
from dateline.terms import Anchor, Factuality, Voice, When

Spot = tuple[str, int, int]

AHEAD: Final[frozenset[Factuality]] = frozenset({"planned", "demanded", "conditional", "possible"})
DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)
WEEKDAY: Final = "XXXX-WXX-"  # how the value of a weekday without its week begins
LATER: Final = re.compile(r"\b(?:later|after|afterwards)$")
MONTH: Final = len("XXXX-01")  # a value as long names a month or a season
PART_OF_DAY: Final = re.compile(r"(?:dawn|daybreak|sunrise|noon|midday|nightfall|dusk|sunset)\b", re.I)
END_OF: Final = re.compile(r"(?:the )?(?:end|close)(?: of\b|-)|year[’'-]?s? end", re.I)
SETTING: Final = frozenset({"set", "fix", "name", "give", "schedule", "put"})
NAMED: Final = re.compile(r"\b[A-Z][\w’'-]* $")  # "Justice Department", right before "department"
LONGEST: Final = 300  # characters before a name that are looked at
RENAMED: Final = frozenset(
    {"misc", "facility", "place", "organisation", "person"}
)  # kinds whose name replaces a noun in a title
ARTICLES: Final = frozenset({"the", "a", "an", "this", "that"})
NAME: Final = 4  # words; a longer name makes a title unreadable
CALLED: Final = frozenset(
    {
        "town",
        "village",
        "city",
        "island",
        "province",
        "district",
        "municipality",
        "county",
        "hamlet",
        "settlement",
        "suburb",
        "township",
        "commune",
        "region",
        "port",
        "peninsula",
        "canton",
        "governorate",
    }
)  # nouns that stand before the name of the thing itself
SMALL: Final = frozenset(["of", "for", "to", "in", "from", "at", "with", "by", "on", "and"])


@dataclass(frozen=True, slots=True)
class Where:
    """What a report's claims are placed by."""

    read: ReadReport
    published: When
    written: When  # the days that its own words lean on
    times: tuple[Resolved, ...]
    entity_of: Mapping[Spot, str]
    ends: Mapping[int, tuple[int, str]]  # last character of a name -> its first (of several the first), its entity
    decided: Mapping[str, When]  # claim id -> the day a person gave it
    names: Mapping[str, tuple[str, MentionKind]]  # entity -> its name and kind


def where(
    read: ReadReport,
    published: When,
    times: Sequence[Resolved],
    entity_of: Mapping[Spot, str],
    decided: Mapping[str, When] | None = None,
    written: When | None = None,
    known: Mapping[str, Entity] | None = None,
) -> Where:
    """Gathers what the claims of one report are placed by."""
    name = read.report.id
    held = {(m.anchor.start, m.anchor.end) for m in read.mentions}
    ends = {b: (a, entity_of[(name, a, b)]) for a, b in sorted(held, reverse=True) if (name, a, b) in entity_of}
    called = {e: (known[e].name, known[e].kind) for e in sorted({e for _, e in ends.values()}) if known and e in known}
    leaning = published if written is None else written
    return Where(read, published, leaning, tuple(times), entity_of, ends, decided or {}, called)


def claims(at: Where) -> Iterator[PlacedClaim]:
    """The report's claims, placed."""
    for claim in at.read.claims:
        when, why = _when_claim(claim, at)
        people = tuple((p.role, _entity(p.mention, at), p.mention) for p in claim.participants)
        title = titled(claim, people, at.names)
        yield PlacedClaim(claim, when, why, at.published, _voices(claim.voice, at), people, title)


def quantities(at: Where, placed: Mapping[str, PlacedClaim]) -> Iterator[PlacedQuantity]:
    """The report's quantities, placed; one without a time of its own takes that of its claim, if that has one."""
    for quantity in at.read.quantities:
        of = _entity(quantity.of_mention, at) if quantity.of_mention else None
        there = _entity(quantity.where_mention, at) if quantity.where_mention else None
        when = _when_quantity(quantity, at, placed)
        yield PlacedQuantity(quantity, when, at.published, _voices(quantity.voice, at), of, there)


def _when_claim(claim: Claim, at: Where) -> tuple[When, str]:
    if claim.id in at.decided:
        return at.decided[claim.id], "a person gave this date"
    then = clauses.set_from(claim, at.read)
    relation = "at" if clauses.tells_when(claim, at.read) or then else claim.time_relation
    own = _own(claim.time, relation, claim.tense, "planned" if _arranged(claim, relation) else claim.factuality, at)
    own = None if then and claim.factuality == "happened" else own
    if own is not None and _is_to_begin(own[0], claim, relation, at):
        own = None  # "imposed a curfew from Monday", told on a Friday: not when it was imposed
    own = clauses.up_to(claim, at.read, at.times, own) if own is not None and relation == "since" else own
    if own is not None and relation == "at" and claim.factuality == "happened" and claim.tense in {"past", None}:
        own = behind(own, at.read.times[claim.time or 0], at.written, claim.lemma)
    if own is None:
        own = clauses.counted_from(claim, at.read, at.times)
        own = None if own is not None and _not_yet(own[0], at.written) else own
    if own is None and claim.time is None:
        number = clauses.when_clause(claim, at.read)
        number = clauses.shared_day(claim, at.read) if number is None else number
        number = clauses.day_of_deed(claim, at.read) if number is None else number
        own = _own(number, "at", claim.tense, claim.factuality, at)
    own = from_event(claim, at.read, at.times, at.written) if own is None else own
    if own is not None:
        return own
    when, why = bounded(claim.factuality, claim.tense, at.written)
    words = _words(claim.time, at)
    if words:
        return replace(when, words=words), f"“{words}” cannot be placed: {at.times[claim.time or 0].why}; {why}"
    return when, why


def _arranged(claim: Claim, relation: TimeRelation) -> bool:
    """Whether what is told to go on is arranged for a time: "is leaving the pact in December"."""
    going_on = claim.factuality == "ongoing" and claim.tense == "present" and relation == "at"
    return going_on and claim.trigger.text.endswith("ing")


def _is_to_begin(when: When, claim: Claim, relation: TimeRelation, at: Where) -> bool:
    """Whether a day to come is that from which what was done holds; what is called for a day begins on it."""
    done = relation == "since" and claim.factuality == "happened" and claim.tense == "past"
    begins = claim.time is not None and at.read.times[claim.time].preposition == "from"
    begins = begins and not claim.lemma.startswith("call")
    return done and _not_yet(when, at.written) and (begins or not _looks_ahead(claim.lemma))


def _words(time: int | None, at: Where) -> str | None:
    """The words of a time that could not be placed; kept, since they can still tell two events apart."""
    if time is None or not 0 <= time < len(at.read.times):
        return None
    return at.read.times[time].text or None


def _when_quantity(quantity: Quantity, at: Where, placed: Mapping[str, PlacedClaim]) -> When:
    own = _own(quantity.time, quantity.time_relation, quantity.tense, quantity.factuality, at)
    if own is not None:
        return own[0]
    claim = placed.get(quantity.claim or "")
    if claim is not None and claim.claim.time is not None and quantity.role not in ("level", "total", "previous"):
        return claim.when
    if quantity.role in ("level", "total") and quantity.tense != "past":
        return bounded("ongoing", "present", at.written)[0]
    return bounded(quantity.factuality, quantity.tense, at.written)[0]


def _own(
    time: int | None, relation: TimeRelation, tense: Tense | None, factuality: Factuality, at: Where
) -> tuple[When, str] | None:
    """The time its own words give, or None where they give none that can be placed."""
    if time is None or not 0 <= time < len(at.times):
        return None
    resolved = at.times[time]
    if resolved.when.earliest is None and resolved.when.latest is None:
        return None
    if relation == "before" and resolved.when.exact and PART_OF_DAY.match(resolved.when.words or ""):
        relation = "at"  # "before dawn on Wednesday" is still Wednesday
    if relation == "before" and END_OF.match(resolved.when.words or ""):
        relation = "by"  # "before the end of the month" is by its last day
    placed = resolved.when
    ahead = factuality in {"planned", "demanded"} and tense != "past"
    if ahead or (factuality == "conditional" and tense == "future"):  # "the measures take effect on Monday"
        placed = ahead_of(placed, at.read.times[time].value, at.written)
    when = related(placed, relation, factuality, at.written)
    why = resolved.why if relation == "at" else f"{resolved.why}; “{relation}” bounds it"
    return _not_later_than_told(when, factuality, tense, at.written), why


def ahead_of(when: When, value: str, published: When) -> When:
    """The next such weekday or month, where a plan would else lie before the report that tells it: "the ministry said
    it would close the base in September", read in March; read in November it is the one that has just passed."""
    told, low, high = published.earliest, when.earliest, when.latest
    if told is None or low is None or high is None or high >= told or when.basis != "report-date":
        return when
    if (when.words or "").startswith("later "):
        return when  # "later Friday", come out after midnight
    if value.startswith("XXXX-WXX-") and (told - high) < WEEK:
        return When.between(low + WEEK, high + WEEK, when.words, when.basis)
    if not (value.startswith("XXXX-") and value[5:7].isdigit()):
        return when
    later = next_year(low), next_year(high)
    near = later[0] - told < 2 * (told - high)
    return When.between(*later, when.words, when.basis) if near else when


def behind(own: tuple[When, str], time: TimeExpression, published: When, lemma: str) -> tuple[When, str] | None:
    """The time of what has happened, where its words were placed behind the day of the report that tells it: "closed
    the road in January", read in November, is a year back; a season or another stretch to come is that of something
    else: "sold shares at the end of the year".

    What is announced or agreed lies ahead itself: "announced a vote in January" gives no day of the announcement.
    """
    when, why = own
    told, low, high = published.latest, when.earliest, when.latest
    if told is None or low is None or high is None or low <= told or when.basis != "report-date":
        return own
    if time.preposition == "from" and time.value.startswith(WEEKDAY):
        return None  # "imposed a curfew from Saturday to Monday", told on a Friday
    if time.value.startswith(WEEKDAY) and low - told < WEEK and not _looks_ahead(lemma):
        return When.between(low - WEEK, high - WEEK, when.words, when.basis), f"{why}; it has happened"
    if LATER.search(time.text):
        return None  # "died in hospital two days later", and nobody knows than what
    if time.preposition != "in" or len(time.value) != MONTH or not time.value.startswith("XXXX-"):
        return own if low == high and lemma in SETTING else None  # "set 20 July as the deadline"; not "planned a rally"
    past = last_year(low), last_year(high)
    ahead = _looks_ahead(lemma) or not time.value[5:].isdigit()
    return None if ahead or past[1] > told else (When.between(*past, when.words, when.basis), f"{why}; it has happened")


def _looks_ahead(lemma: str) -> bool:
    """ "announced", "agreed on": what it tells of lies ahead of it."""
    return lemma.split(maxsplit=1)[0] in listed("foretelling")


def last_year(day: date) -> date:
    """The same day a year before; of 29 February, the 28th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def next_year(day: date) -> date:
    """The same day a year on; of 29 February, the 28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def related(when: When, relation: TimeRelation, factuality: Factuality, published: When) -> When:
    """The days a time word allows with its relation: "by" ends them, "since" begins them.

    What lies ahead begins no sooner than the report that tells it; what has happened ends no later.

    >>> told = When.day(date(2024, 5, 19))
    >>> related(When.day(date(2024, 9, 15)), "by", "planned", told).edtf
    '2024-05-19/2024-09-15'
    >>> related(When.month(2023, 7), "since", "ongoing", told).edtf
    '2023-07-01/2024-05-19'
    """
    low: date | None = when.earliest
    high: date | None = when.latest
    told = published.latest if factuality not in AHEAD else None
    if relation in ("by", "until"):
        low = _ahead(factuality, published, high)
    elif relation == "before":
        high = when.latest if when.earliest is None else when.earliest - DAY
        low = _ahead(factuality, published, high)
    elif relation == "since":
        high = told if told and low and told >= low else None
    elif relation == "after":
        low = when.earliest
        high = told if told and low and told >= low else None
    else:
        return when
    if low and high and low > high:
        low = None
    return replace(When.between(low, high, when.words, when.basis), at=when.at)


def _not_yet(when: When, published: When) -> bool:
    """Whether all of it lies behind the day the report came out: nothing that has happened was then."""
    return when.earliest is not None and published.latest is not None and when.earliest > published.latest


def _ahead(factuality: Factuality, published: When, high: date | None) -> date | None:
    """The first day of what lies ahead: the first on which it can have been told."""
    low = published.earliest if factuality in AHEAD else None
    return low if low and high and low <= high else None


def _not_later_than_told(when: When, factuality: Factuality, tense: Tense | None, published: When) -> When:
    """What a report tells as past has happened by the day it came out: "this month" told on the 12th ends there."""
    told = published.latest
    if tense != "past" or factuality != "happened" or told is None or when.exact:
        return when
    if when.latest is None or when.latest <= told or (when.earliest and when.earliest > told):
        return when
    return replace(When.between(when.earliest, told, when.words, when.basis), at=when.at)


def bounded(factuality: Factuality, tense: Tense | None, published: When) -> tuple[When, str]:
    """The days that the report's own date allows something that is told without a time.

    >>> bounded("happened", "past", When.day(date(2024, 3, 22)))[0].edtf
    '../2024-03-22'
    >>> bounded("ongoing", "present", When.day(date(2024, 3, 22)))[0].edtf
    '2024-03-22'
    """
    if published.earliest is None and published.latest is None:
        return When(), "its words give no time, and the report's date is not known"
    if factuality in AHEAD:
        return (
            When.between(published.earliest, None),
            "its words give no time; it lies ahead of the day the report came out",
        )
    if factuality in ("ongoing", "habitual") and tense != "past":
        when = When(published.earliest, published.latest, published.edtf, None, "report-date")
        return when, "it is told to go on when the report came out"
    return When.between(None, published.latest), "its words give no time; it was told by the day the report came out"


def _entity(mention: Mention, at: Where) -> str | None:
    name = at.read.report.id
    whole = at.entity_of.get((name, mention.anchor.start, mention.anchor.end))
    return whole if whole else _at_end(mention.anchor, at)


def _at_end(anchor: Anchor, at: Where) -> str | None:
    """The entity of the name that the words end in: "ousted President Bazoum", "the town of Sarn", but not "the
    president of Niger"."""
    low, entity = at.ends.get(anchor.end, (-1, None))
    if low < anchor.start:
        return None
    before = at.read.report.text[anchor.start : min(low, anchor.start + LONGEST)].lower().split()
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in CALLED:
        before = before[:-2]
    return None if SMALL.intersection(before) else entity


def _voices(chain: Sequence[Voice], at: Where) -> tuple[Voice, ...]:
    return tuple(replace(v, entity=_voice_entity(v, at)) for v in chain)


def _voice_entity(voice: Voice, at: Where) -> str | None:
    if voice.kind == "anonymous":
        return None
    whole = at.entity_of.get((at.read.report.id, voice.anchor.start, voice.anchor.end))
    return whole if whole else _at_end(voice.anchor, at)


def named(entity: str | None, mention: Mention, known: Mapping[str, Entity]) -> str:
    """How a participant is called: by the entity's name, else by the words of the report."""
    if entity is not None and entity in known:
        return known[entity].name
    return " ".join(mention.anchor.text.split())


def titled(
    claim: Claim, people: Sequence[tuple[Role, str | None, Mention]], known: Mapping[str, tuple[str, MentionKind]]
) -> str:
    """The claim's title with the names of things that its report only calls by a noun; "" where nothing changes."""
    title = claim.title
    for _, entity, mention in people:
        name, kind = known.get(entity or "", ("", None))
        words = mention.anchor.text.split()
        if mention.named and name not in title and _numbered(name, mention.anchor.text):
            title = _replaced(title, re.compile(rf"\b{re.escape(mention.anchor.text)}\b(?! ?\d)"), name)
        known_here = mention.named or (kind == "person" and mention.refers is not None)
        if known_here or kind not in RENAMED or not words:
            continue
        noun = " ".join(words[1:] if words[0].lower() in ARTICLES else words)
        name = name.removeprefix("the ").removeprefix("The ")
        if len(name.split()) > NAME or name.casefold() in title.casefold() or not 0 < len(noun.split()) <= NAME:
            continue
        whole = re.compile(rf"(?<![\w’'-])(?:the )?{re.escape(noun)}(?![\w-])", re.I)
        title = _replaced(title, whole, name)
    return title if title != claim.title else ""


def _numbered(name: str, written: str) -> bool:
    """Whether the entity's name adds the number that the mention lacks: "Air Base 101" for "Air Base"."""
    return name.startswith(written + " ") and name.removeprefix(written + " ").isdigit()


def _replaced(title: str, words: re.Pattern[str], name: str) -> str:
    """The title with the first place of the words given to the name; no part of a longer name is one."""
    found = next((m for m in words.finditer(title) if not NAMED.search(title[: m.start()])), None)
    return title if found is None else title[: found.start()] + name + title[found.end() :]
