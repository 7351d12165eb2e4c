"""Small records made by hand: who said what on which day, without reading a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.claim.model import Claim, Mention, Participant, Quantity, ReadReport, claim_id
from dateline.record.model import Dated, Entity, Event, Origin, PlacedClaim, PlacedQuantity, Record
from dateline.report.model import Report
from dateline.sentence.times.model import Meaning, Resolved, TimeExpression
from dateline.terms import Anchor, Voice, When

REAL = ("happened", "ongoing", "habitual")


def day(words):
    """ "2024-03-16", "2024-03", "2024-03-01/2024-03-20", "../2024-03-20" or None as a When."""
    if words is None:
        return When()
    if "/" in words:
        low, high = words.split("/")
        return When.between(
            None if low == ".." else date.fromisoformat(low), None if high == ".." else date.fromisoformat(high)
        )
    if len(words) == 7:
        return When.month(int(words[:4]), int(words[5:]))
    return When.day(date.fromisoformat(words))


def mention(report, text, words, kind=None, head=None):
    start = text.index(words)
    plain = words.rstrip(".,").split()
    named = any(w[:1].isupper() for w in plain)
    return Mention(Anchor.cut(report, text, start, start + len(words)), head or plain[-1].casefold(), kind, named)


def told(
    report,
    published,
    text,
    verb,
    trigger=None,
    *,
    when=None,
    factuality="happened",
    event=None,
    times=(),
    relation="at",
    type=None,
    partial=False,
    voice=None,
    origin=None,
    kinds=(),
    **roles,
):
    """One claim: the whole text is its clause; participants are words of the text by role."""
    kinds = dict(kinds)
    people = tuple(
        Participant(role, mention(report, text, words, kinds.get(words)))
        for role, given in roles.items()
        for words in ([given] if isinstance(given, str) else given)
    )
    word = trigger or verb
    start = text.index(word)
    stretches, placed = [], []
    for words, kind, value, preposition, at in times:
        a = text.index(words)
        stretches.append(
            TimeExpression(a, a + len(words), words, kind, value, Meaning("calendar"), "past", preposition)
        )
        placed.append(Resolved(value, day(at), "by hand"))
    speaker = (Voice(voice, "person", "said", Anchor.cut(report, text, 0, 1)),) if voice else ()
    claim = Claim(
        claim_id("c", report, "00", start, start + len(word), verb),
        report,
        Anchor.cut(report, text, 0, len(text)),
        Anchor.cut(report, text, start, start + len(word)),
        verb,
        type,
        factuality,
        None,
        factuality,
        speaker,
        people,
        0 if relation != "at" and times else None,
        relation,
        "past",
        "body",
        text.rstrip("."),
        partial,
        (),
        tuple(sorted({w.strip(".,").casefold() for w in text.split()})),
    )
    placed_claim = PlacedClaim(
        claim, day(when), "by hand", day(published), speaker, tuple((p.role, None, p.mention) for p in people)
    )
    return placed_claim, event, tuple(stretches), tuple(placed), origin


def record_of(*pile, quantities=()):
    """A record of these claims; claims with the same `event` are one event, reports are their own origin."""
    reports, dates, origins, times, claims = {}, {}, {}, {}, {}
    events: dict[str, list[str]] = {}
    for placed, event, stretches, where, origin in sorted(pile, key=lambda p: p[0].claim.id):
        name = placed.claim.report
        before = times.get(name, ())
        claim = placed.claim
        if claim.time is not None:
            claim = replace(claim, time=claim.time + len(before))
        times[name] = (*before, *where)
        old = reports[name].times if name in reports else ()
        text = claim.anchor.text if name not in reports else reports[name].report.text
        reports[name] = ReadReport(Report(name, "00", text), (), (), (*old, *stretches), (), (), "hand")
        dates[name] = Dated(placed.published, (), placed.published.exact)
        origins[name] = Origin(origin or name, ())
        claims[claim.id] = replace(placed, claim=claim)
        events.setdefault(event or "e" + claim.id, []).append(claim.id)
    for placed, origin in quantities:
        name = placed.quantity.report
        reports[name] = ReadReport(Report(name, "00", placed.quantity.anchor.text), (), (), (), (), (), "hand")
        dates[name], times[name] = Dated(placed.published, (), placed.published.exact), ()
        origins[name] = Origin(origin or name, ())
    amounts = {q.quantity.id: q for q, _ in sorted(quantities, key=lambda x: x[0].quantity.id)}
    made = tuple(Event(name, tuple(sorted(ids)), ()) for name, ids in sorted(events.items()))
    ordered = dict(
        sorted(claims.items(), key=lambda item: (item[1].published.sort_key(), item[1].claim.report, item[0]))
    )
    return Record(reports, dates, origins, times, {}, {}, ordered, amounts, made)


def entity(name, kind="person"):
    return Entity("e-" + name.casefold().replace(" ", "-"), name, kind, ((name, 1),), (), ())


def counted(
    report,
    published,
    text,
    amount,
    value,
    noun,
    *,
    of=None,
    where=None,
    scope=(),
    role="level",
    approximate=False,
    unit="person",
    origin=None,
):
    """One figure of a report, told as standing on the day the report came out."""
    start = text.index(amount)
    quantity = Quantity(
        claim_id("q", report, "00", start, start + len(amount), amount),
        report,
        Anchor.cut(report, text, 0, len(text)),
        Anchor.cut(report, text, start, start + len(amount)),
        float(value),
        float(value),
        approximate,
        None,
        role,
        unit,
        noun,
        of,
        where,
        tuple(scope),
        None,
        "at",
        "present",
        "happened",
        (),
        "body",
    )
    return PlacedQuantity(quantity, When(), day(published), (), None, None), origin
