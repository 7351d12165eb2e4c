"""The whole trail of one line: its claims, their exact words, voices, how each date, link and value was decided.

In:   a record and the id of an event, state, series, dispute, entity, claim, quantity, report or gap.
Out:  steps, each a dict with `depth`, `step`, `says`, and an `anchor` or the `rule` that decided.
Room: view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from dateline.record.events import event_id
from dateline.record.judgement import Judgement
from dateline.record.lines import account_of, opinions, shown_of, with_columns
from dateline.record.model import Event, PlacedClaim, PlacedQuantity
from dateline.record.rank import reasons
from dateline.report.versions import differences
from dateline.terms import Anchor, DatelineError, Voice, When
from dateline.view import ask
from dateline.view.ask import Asked
from dateline.view.tables import plural
from dateline.view.words import amount_words, published_words, when_words

Step = dict[str, Any]
SLIGHT: Final = 0.1  # log odds below which a reason for a rank is not worth the words
Teller = Callable[[Asked, str, int], Iterator[Step]]


def trail(asked: Asked, name: str, judgements: Sequence[Judgement] = ()) -> list[Step]:
    """The steps that lead from the line to the words; DatelineError where nothing has or had that id."""
    tellers = (_event, _absorbed, _state, _series, _dispute, _entity, _claim, _quantity, _report, _gap)
    steps = _first_of(tellers, asked, name, 0)
    if steps:
        return steps + list(_decisions(asked, name, judgements))
    raise DatelineError(f"No line, claim or report has the id {name}. `timeline` and the other lists show the ids.")


def step(
    depth: int, kind: str, says: str, anchor: Anchor | dict[str, Any] | None = None, rule: str | None = None
) -> Step:
    """One step of the trail."""
    held = anchor.to_dict() if isinstance(anchor, Anchor) else anchor
    return {"depth": depth, "step": kind, "says": says, "anchor": held, "rule": rule}


def _event(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    event = next((e for e in asked.record.events if e.id == name), None)
    if event is None:
        return
    line = next((e for e in ask.timeline(asked) if e["id"] == name), None)
    if line is not None:
        when = When.from_dict(line["when"])
        support = f"told by {plural(len(line['reports']), 'report')} going back to {plural(line['origins'], 'origin')}"
        yield step(
            depth, "line", f"{when_words(when)}: {line['title']} ({line['factuality']}), {support}", rule="event"
        )
        yield from _rank(asked, event, line["rank"], depth + 1)
        if line.get("grade"):
            yield step(
                depth + 1,
                "grade",
                f"graded {line['grade']['source']}{line['grade']['item']}: {line['grade']['why']}",
                rule="grade",
            )
    for claim in event.claims:
        yield from _claim(asked, claim, depth + 1)
    yield from _links(asked, event, depth + 1)


def _rank(asked: Asked, event: Event, rank: float, depth: int) -> Iterator[Step]:
    """Why the line comes before others or after them, in log odds."""
    about = with_columns(account_of(event, asked.record), opinions(asked.record))
    shown = shown_of(about, about.claims)
    found = [(sign, adds) for sign, adds in reasons(shown) if abs(adds) >= SLIGHT] if shown is not None else []
    told = [
        f"{word} by {', '.join(f'{sign} ({adds:+.1f})' for sign, adds in some)}"
        for word, some in (("raised", [r for r in found if r[1] > 0]), ("lowered", [r for r in found if r[1] < 0]))
        if some
    ]
    yield step(depth, "rank", f"rank {rank:.2f}: " + ("; ".join(told) or "nothing raises or lowers it"), rule="rank")


def _links(asked: Asked, event: Event, depth: int) -> Iterator[Step]:
    for one, other, reason in event.why:
        a, b = asked.record.claims[one].claim, asked.record.claims[other].claim
        yield step(
            depth, "link", f"{a.report} ({one}) and {b.report} ({other}) tell one event: {reason}", b.trigger, "link"
        )


def _absorbed(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    """An event that was found by one of its claims before a link made it part of another."""
    for event in asked.record.events:
        if any(event_id(claim) == name for claim in event.claims):
            yield step(depth, "absorbed", f"{name} was linked with {event.id} and is told there now", rule="link")
            yield from _event(asked, event.id, depth)
            return


def _claim(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    placed = asked.record.claims.get(name)
    if placed is None:
        return
    claim = placed.claim
    yield step(depth, "claim", f"{name}: {claim.report} ({published_words(placed.published)}) says", claim.anchor)
    yield step(
        depth + 1,
        "trigger",
        f"event word, read as {claim.lemma}" + (f", type {claim.type}" if claim.type else ""),
        claim.trigger,
    )
    yield from _voices(placed.voice, depth + 1)
    cue = f": {claim.factuality}" + (" because of the words" if claim.factuality_cue else ", as nothing qualifies it")
    yield step(
        depth + 1,
        "factuality",
        f"factuality{cue}",
        claim.factuality_cue,
        None if claim.factuality_cue else "plain statement",
    )
    yield from _date(asked, placed, depth + 1)
    for role, entity, mention in placed.entities:
        named = asked.record.entities[entity].name if entity in asked.record.entities else mention.anchor.text
        yield step(depth + 1, "participant", f"{role}: {named}", mention.anchor)
    for repeat in claim.repeats:
        yield step(depth + 1, "repeat", "said again in the same report", repeat)


def _date(asked: Asked, placed: PlacedClaim, depth: int) -> Iterator[Step]:
    claim = placed.claim
    read = asked.record.reports[claim.report]
    words = read.times[claim.time] if claim.time is not None else None
    anchor = Anchor.cut(claim.report, read.report.text, words.start, words.end) if words else None
    yield step(
        depth, "date", f"date: {when_words(placed.when)}; {placed.why_when}", anchor, None if anchor else "placing"
    )


def _voices(voices: Sequence[Voice], depth: int) -> Iterator[Step]:
    for n, voice in enumerate(voices):
        place = "outermost voice" if n == 0 and len(voices) > 1 else "voice"
        yield step(depth, "voice", f"{place}: {voice.name} ({voice.kind}), by “{voice.cue}”", voice.anchor)


def _state(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    line = next((s for s in ask.inforce(asked) if s["id"] == name), None)
    if line is None:
        return
    begun = When.from_dict(line["from"]) if line["from"] else When()
    yield step(
        depth, "line", f"{line['title']}: {line['status']}, from {when_words(begun)}", rule=f"slot {line['slot']}"
    )
    for label, key in (("begun by", "began_by"), ("ended by", "ended_by")):
        if line[key]:
            yield step(depth + 1, "transition", f"{label} {line[key]}", rule="lexicon/states.tsv")
            yield from _event(asked, line[key], depth + 2)
    yield from _evidence(line["evidence"], depth + 1)


def _evidence(evidence: Sequence[dict[str, Any]], depth: int) -> Iterator[Step]:
    for one in evidence:
        published = published_words(When.from_dict(one["published"])) if one.get("published") else "undated"
        yield step(depth, "evidence", f"{one['anchor']['report']} ({published}) says", one["anchor"])
        yield from _voices([Voice.from_dict(v) for v in one.get("voice") or []], depth + 1)


def _series(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    line = next((s for s in ask.figures(asked) if s["id"] == name), None)
    if line is None:
        return
    yield step(depth, "line", f"{line['title']}, in {line['unit']}", rule="series")
    for point in line["points"]:
        when = when_words(When.from_dict(point["when"]))
        says = f"{amount_words(point)} ({point['role']}), {when}, in {point['report']}"
        yield step(depth + 1, "point", says, point["anchor"])
        yield from _voices([Voice.from_dict(v) for v in point["voice"]], depth + 2)


def _dispute(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    line = next((d for d in ask.disputes_of(asked) if d["id"] == name), None)
    if line is None:
        return
    yield step(depth, "line", line["question"], rule=f"dispute over a {line['kind']}")
    for position in line["positions"]:
        yield step(depth + 1, "position", f"{position['answer']} ({', '.join(position['reports'])})", rule="position")
        yield from _evidence(position["evidence"], depth + 2)


def _entity(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    entity = asked.record.entities.get(name)
    if entity is None:
        return
    yield step(depth, "line", f"{entity.name} ({entity.kind})", rule="names")
    first: dict[str, Anchor] = {}
    for mention in entity.mentions:
        first.setdefault(mention.text, mention)
    for alias, count in entity.aliases:
        yield step(
            depth + 1,
            "alias",
            f"written {alias!r}, {count} times",
            first.get(alias),
            None if alias in first else "alias",
        )


def _quantity(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    placed: PlacedQuantity | None = asked.record.quantities.get(name)
    if placed is None:
        return
    quantity = placed.quantity
    yield step(
        depth, "quantity", f"{quantity.report} gives {quantity.amount.text!r} as {quantity.role}", quantity.anchor
    )
    yield step(depth + 1, "amount", f"read as {quantity.low:g} to {quantity.high:g} {quantity.unit}", quantity.amount)
    yield from _voices(placed.voice, depth + 1)


def _report(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    if name not in asked.record.reports:
        return
    dated, origin = asked.record.dates[name], asked.record.origins[name]
    yield step(depth, "report", f"{name}: {published_words(dated.published)}", rule="dating")
    for reason in dated.reasons:
        yield step(depth + 1, "date", reason.why, reason.anchor, None if reason.anchor else "witness outside the text")
    for of, reason in origin.derived_from:
        yield step(
            depth + 1, "origin", f"from {of}: {reason.why}", reason.anchor, None if reason.anchor else "shared words"
        )
    yield from _versions(asked, name, depth + 1)


def _gap(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    line = next((g for g in ask.gaps_of(asked) if g["id"] == name), None)
    if line is None:
        return
    says = f"{line['title']}: {when_words(When.from_dict(line['when']))}"
    yield step(depth, "line", says, rule=f"gap of the kind {line['kind']}")
    for about in line["about"]:
        yield from _first_of((_event, _state, _entity), asked, about, depth + 1)


def _first_of(tellers: Sequence[Teller], asked: Asked, name: str, depth: int) -> list[Step]:
    """The steps of the first that knows the id; none where nobody does."""
    return next((steps for teller in tellers if (steps := list(teller(asked, name, depth)))), [])


def _versions(asked: Asked, name: str, depth: int) -> Iterator[Step]:
    """What each further text of the report says otherwise than the one before it."""
    texts = asked.versions.get(name, ())
    current = asked.record.reports[name].report.sha256
    for old, new in pairwise(texts):
        for part in differences(old.text, new.text):
            start, end, words = part.now
            anchor = Anchor(name, start, end, words) if words and new.sha256 == current else None
            says = f"published again ({published_words(new.published)}): {part.was[2]!r} became {words!r}"
            yield step(depth, "version", says, anchor, None if anchor else "an earlier text")


def _decisions(asked: Asked, name: str, judgements: Sequence[Judgement]) -> Iterator[Step]:
    event = next((e for e in asked.record.events if e.id == name), None)
    concerned = {name} | set(event.claims if event else ())
    for judgement in judgements:
        if concerned & set(judgement.about):
            because = f", because {judgement.why}" if judgement.why else ""
            yield step(
                1,
                "judgement",
                f"a person decided: {judgement.kind} {judgement.value}{because}".rstrip(),
                rule="judgement",
            )
