"""What each claim does to which state.

In:   a record and the rules of the tables.
Out:  Transitions, one for a claim that a row of the table speaks of; claims that no row knows give none.
Room: state. A plan, demand, threat or denial begins nothing; "not yet" is told as not begun; what is told as done
      is never later than its report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, cast

from dateline.claim.model import Mention
from dateline.record.model import PlacedClaim, Record
from dateline.state.model import STANDS, Effect, Kind, Side, Transition
from dateline.state.rules import Rule, Rules, rules, slots, words_of
from dateline.state.sides import NOBODY, Cast, countries_in, land_side, pronouns
from dateline.state.spans import deadline_of, done_when, term_of
from dateline.terms.factuality import REAL

PLANS: Final = frozenset({"planned", "demanded", "conditional"})
TERMED: Final = frozenset(
    {
        "ceasefire",
        "curfew",
        "emergency",
        "sanctions",
        "strike",
        "airport",
        "airspace",
        "border",
        "port",
        "road",
        "channel",
    }
    | {"evacuation", "licence", "accord", "siege", "traffic", "aid"}
)  # kinds of state for which "for three days" says how long it is to stand, not how long it stood


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that fits a claim, and the noun it fits by."""

    rule: Rule
    noun: str  # the word of the table; "" where the row needs none
    entity: str | None = None
    mention: Mention | None = None  # that holds the noun; None where only the clause does


def transitions(record: Record, extra: Iterable[dict[str, str]] = ()) -> tuple[Transition, ...]:
    """Every claim's word on a state, in the order of the record's claims."""
    book = rules(extra)
    event_of = {c: event.id for event in record.events for c in event.claims}
    return tuple(
        t for told in record.claims.values() for t in read(told, record, book, event_of.get(told.claim.id, ""))
    )


def read(told: PlacedClaim, record: Record, book: Rules, event: str = "") -> Iterator[Transition]:
    """The transition a claim tells, or none."""
    found = fitting(told, record, book)
    if found is None:
        return
    kind = kind_of(found.rule.effect, told)
    if kind is None:
        return
    made = _transition(found, kind, Cast(told, record), event)
    if made is not None:
        yield made


def fitting(told: PlacedClaim, record: Record, book: Rules) -> Found | None:
    """The first row of the table that speaks of the claim."""
    claim = told.claim
    cast_ = Cast(told, record)
    for rule in book.of(claim.lemma.casefold(), claim.type):
        found = _fits(rule, cast_)
        if found is not None:
            return found
    return None


def _fits(rule: Rule, cast_: Cast) -> Found | None:
    if rule.at == "-":
        return Found(rule, "")
    wanted = cast_.at(rule.at) if rule.at != "any" else [(e, m) for _, e, m in cast_.everyone()]
    for entity, mention in wanted:
        noun = _noun(rule, _stood_for(mention, cast_.record))
        if noun is not None:
            return Found(rule, noun, entity, mention)
    if rule.at == "any":
        claim = cast_.told.claim
        word = rule.noun_in(claim.title, whole=False) or next((t for t in claim.terms if t in rule.nouns), None)
        return Found(rule, word) if word else None
    return None


def _noun(rule: Rule, mention: Mention) -> str | None:
    text = mention.anchor.text
    found = rule.noun_in(mention.head) or rule.noun_in(text) or (rule.noun_in(mention.title) if mention.title else None)
    if found is None and mention.named:
        found = rule.noun_in(text, whole=False)
    if found is None and mention.kind in rule.kinds and mention.head.casefold() not in pronouns():
        return mention.head
    return found


def _stood_for(mention: Mention, record: Record) -> Mention:
    """The earlier mention that "it" or "the deal" stands for, where the report has it."""
    if mention.refers is None or mention.head.casefold() not in pronouns():
        return mention
    read_report = record.reports.get(mention.anchor.report)
    if read_report is None:
        return mention
    return next((m for m in read_report.mentions if (m.anchor.start, m.anchor.end) == mention.refers), mention)


def kind_of(effect: Effect, told: PlacedClaim) -> Kind | None:
    """What the claim does to the state, by its factuality; None where it says nothing that stands.

    A demand with a deadline that was laid down is a plan on record; one that is only planned is nothing yet.
    """
    factuality = told.claim.factuality
    if effect == "ask":
        return "plan" if factuality in REAL or factuality == "demanded" else None
    if factuality in REAL:
        return cast(Kind, effect)
    if factuality in PLANS:
        return "plan" if effect != "hold" else None
    if factuality == "not_happened":
        return {"begin": "not_begun", "resume": "not_begun", "end": "hold", "suspend": "hold"}.get(effect)  # type: ignore[return-value]
    return "deny" if factuality == "denied" and effect != "hold" else None


def _transition(found: Found, kind: Kind, cast_: Cast, event: str) -> Transition | None:
    rule, told = found.rule, cast_.told
    record, claim = cast_.record, told.claim
    subject, object_, thing = sides(found, cast_)
    if rule.slot == "presence" and rule.effect == "end" and _goes_to(cast_):
        kind = "hold" if kind == "end" else kind  # "pulled its troops back to the camp" leaves no country
    if kind == "hold" and claim.time_relation == "since" and told.when.earliest is not None:
        kind = "begin"
    deadline = deadline_of(told, record) if kind == "plan" else None
    if rule.effect == "ask" and deadline is None:
        return None
    term = term_of(told, record) if rule.slot in TERMED and kind in STANDS - {"hold"} else None
    return Transition(
        kind,
        rule.effect,
        rule.slot,
        subject,
        object_,
        thing,
        rule.value or claim.lemma,
        claim.trigger.text,
        claim.partial,
        done_when(told, kind),
        deadline,
        term,
        told.published,
        claim.report,
        record.origins[claim.report].origin if claim.report in record.origins else claim.report,
        event,
        told,
        rule.example,
    )


def _goes_to(cast_: Cast) -> bool:
    """Whether the place is where they go ("to the camp"), not where they leave."""
    text = (
        cast_.record.reports[cast_.told.claim.report].report.text
        if cast_.told.claim.report in cast_.record.reports
        else ""
    )
    for _, mention in cast_.at("place"):
        before = text[max(0, mention.anchor.start - 12) : mention.anchor.start].casefold().split()
        if before and (before[-1] in ("to", "into", "toward", "towards") or before[-2:-1] == ["to"]):
            return True
    return False


def sides(found: Found, cast_: Cast) -> tuple[Side, Side, str]:
    """Subject, object and the noun of the state, as the key of its kind asks."""
    slot = slots().get(found.rule.slot)
    key = slot.key if slot else "directed"
    if key == "pair":
        return _parties(found, cast_), NOBODY, found.noun
    if key == "label":
        return (
            _pick(found, cast_, found.rule.subject, NOBODY),
            _pick(found, cast_, ("target",), NOBODY, True),
            _label(found, cast_),
        )
    if key == "forces":
        owner = _pick(found, cast_, ("noun", "actor"), NOBODY)
        return owner, _pick(found, cast_, found.rule.object, owner, place=True), found.noun
    if key in ("thing", "vessel"):
        subject = NOBODY if key == "thing" else _pick(found, cast_, ("noun", "target"), NOBODY, True)
        object_ = subject if key == "vessel" else _pick(found, cast_, found.rule.object, NOBODY, True)
        return (_pick(found, cast_, ("actor",), NOBODY) if key == "thing" else subject), object_, found.noun
    subject = _pick(found, cast_, found.rule.subject, NOBODY, key in ("person", "office", "missing"))
    return subject, _pick(found, cast_, found.rule.object, subject, key in ("person", "deal", "missing")), found.noun


def _pick(found: Found, cast_: Cast, roles: tuple[str, ...], other: Side, place: bool = False) -> Side:
    """The side of the first role that tells somebody other than `other`."""
    shown = NOBODY
    for role in roles:
        for entity, mention in _holders(role, found, cast_):
            side = cast_.where(entity, mention) if place else cast_.side(entity, mention)
            if side.keys and not side.keys & other.keys:
                return side
            if side.name and not shown.name and not side.keys:
                shown = side
        if role == "any":
            lands = [c for c in countries_in(cast_.told.claim.title) if f"country:{c}" not in other.keys]
            if lands:
                return land_side(lands[0])
    return shown


def _holders(role: str, found: Found, cast_: Cast) -> list[tuple[str | None, Mention]]:
    if role == "noun":
        return [(found.entity, found.mention)] if found.mention is not None else []
    if role == "any":
        return [(e, m) for _, e, m in cast_.everyone() if m is not found.mention]
    return [(e, m) for e, m in cast_.at(role) if m is not found.mention or role in ("actor", "target", "place")]


def _parties(found: Found, cast_: Cast) -> Side:
    """All who are party to it, in no order; where it was talked over is no party."""
    keys: dict[str, str] = {}
    for role, entity, mention in cast_.everyone():
        if role == "place":
            continue
        lands = countries_in(mention.anchor.text) if mention.kind != "person" else ()
        for code in lands:
            keys.setdefault(f"country:{code}", land_side(code).name)
        if not lands and mention is not found.mention:
            side = cast_.side(entity, mention)
            if side.keys and (mention.named or side.entity):
                keys.update(dict.fromkeys(side.keys, side.name))
    places = {c for _, m in cast_.at("place") for c in countries_in(m.anchor.text)}
    for code in countries_in(cast_.told.claim.title):
        if code not in places:
            keys.setdefault(f"country:{code}", land_side(code).name)
    return Side(frozenset(keys), " and ".join(sorted(set(keys.values()))))


def _label(found: Found, cast_: Cast) -> str:
    """The name that was given ("coup"), where the row found only the word for naming ("determination")."""
    claim = cast_.told.claim
    wanted = replace(found.rule, nouns=words_of("@label"), kinds=frozenset())
    for text in (claim.title, claim.anchor.text):
        word = wanted.noun_in(text, whole=False)
        if word:
            return word.split(" d'")[0]
    return found.noun
