"""What each claim does to which state.

In:   a record and the rules of the tables.
Out:  Transitions, one for a claim that a row of the table speaks of; claims that no row knows give none.
Room: state. A plan, demand, threat or denial begins nothing; "not yet" is told as not begun; what is told as done
      is never later than its report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, cast

from dateline.claim.model import Claim, Mention
from dateline.record.model import PlacedClaim, Record
from dateline.state.days import announced, behind, beside, said_on
from dateline.state.found import Found, object_phrase, tail
from dateline.state.model import STANDS, Effect, Kind, Side, Transition
from dateline.state.picker import sides
from dateline.state.rules import Rule, Rules, all_nouns, families, rules, slots
from dateline.state.sides import Cast, Context, context, is_generic, pronouns
from dateline.state.spans import ahead, deadline_of, done_when, term_of
from dateline.state.worth import told_of_a_state
from dateline.terms.factuality import REAL

TAIL: Final = 160  # characters behind the event word that are read for what its participants leave out
NEXT: Final = 4  # words behind the verb: determiner, two modifiers, noun
CLOSE: Final = 5  # words behind the verb within which a noun is still taken for its object
LABEL: Final = re.compile(r" (?:as )?((?:an?|the) [\w' -]{3,60})")  # the name something is given, right behind it
LONGEST: Final = 1000  # characters of a clause that are looked at
PLANNED: Final[dict[str, Effect]] = {"plan-begin": "begin", "plan-end": "end", "plan-resume": "resume"}
UNDER_WAY: Final = frozenset({"begin", "continue", "resume"})  # "began its withdrawal" ends nothing yet
CARRYING: Final = {"complete": ("complete", "be over"), "begin": ("begin",), "resume": ("resume",)}
TAKEN: Final = frozenset({"control", "siege"})
NEARBY: Final = 200  # transitions of one report that a telling is compared with
PARTICLES: Final = frozenset({"off", "out", "up", "down", "away", "over"})
SOME: Final = frozenset({"some", "several", "dozens", "hundreds", "part", "number", "few", "handful", "many"})
WHOLE: Final = frozenset({"last", "all", "final", "remaining", "every", "its", "their", "the", "entire", "full"})
VESSEL: Final = "vessel"  # a row that takes this noun takes whatever the record knows to be a ship
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
        "school",
    }
    | {"evacuation", "licence", "accord", "siege", "aid"}
)  # kinds of state for which "for three days" says how long it is to stand, not how long it stood


def transitions(record: Record, extra: Iterable[dict[str, str]] = ()) -> tuple[Transition, ...]:
    """Every claim's word on a state, in the order of the record's claims; the body wins over its headline."""
    book, around = rules(extra), context(record)
    found = tuple(t for told in record.claims.values() for t in read(told, around, book))
    body = {(t.report, t.slot, str(t.of)) for t in found if t.told.claim.context == "body"}
    plans: dict[tuple[str, str, str], list[Transition]] = {}
    for one in (t for t in found if t.kind == "plan"):
        plans.setdefault((one.report, one.slot, str(one.of)), []).append(one)
    gone: dict[str, list[Transition]] = {}  # by report: where forces come, leave or stand
    for one in (t for t in found if t.slot == "presence"):
        gone.setdefault(one.report, []).append(one)
    told = (t for t in found if not _outdone(t, body, plans))
    return tuple(t for t in told if not _only_announced(t, gone.get(t.report, ())))


def _only_announced(one: Transition, beside_it: Sequence[Transition]) -> bool:
    """ "Announced that the withdrawal from the camp is complete": what is announced tells it better than who did so."""
    claim = one.told.claim
    if claim.lemma not in families()["herald"] or one.slot != "presence":
        return False
    return any(
        t.kind == one.kind
        and t.told.claim.id != claim.id
        and claim.anchor.start <= t.told.claim.trigger.start < claim.anchor.end
        and t.subject.keys | t.object.keys
        for t in beside_it[:NEARBY]
    )


def _outdone(
    one: Transition, body: set[tuple[str, str, str]], plans: Mapping[tuple[str, str, str], Sequence[Transition]]
) -> bool:
    """Whether the same report says it better: its body against its headline, a plan against "X withdraws troops"."""
    mark, claim = (one.report, one.slot, one.of), one.told.claim
    present = claim.tense == "present" and claim.time is None and one.kind in ("begin", "end")
    planned = present and any(_of_one(one.object, p.object) for p in plans.get(mark, ()))
    return (claim.context != "body" and mark in body) or planned


def _of_one(a: Side, b: Side) -> bool:
    return not a.keys or not b.keys or bool(a.keys & b.keys)


def read(told: PlacedClaim, around: Context, book: Rules) -> Iterator[Transition]:
    """The transition a claim tells, or none."""
    cast_ = Cast(told, around)
    found = fitting(cast_, book)
    if found is None:
        return
    if told.claim.aspect == "resume" and found.rule.effect == "begin":
        found = replace(found, rule=replace(found.rule, effect="resume", value="resumed"))  # "the talks resumed"
    kind = kind_of(found.rule.effect, told)
    if kind is not None:
        made = _transition(found, kind, cast_)
        if made is not None and told_of_a_state(made):
            yield made


def fitting(cast_: Cast, book: Rules) -> Found | None:
    """The first row of the table that speaks of the claim.

    A verb that carries its noun with it ("launch investigation") is looked up whole, then by its first words. A row
    whose noun heads a participant comes before one whose noun stands somewhere in the clause.
    """
    claim = cast_.told.claim
    words = claim.lemma.casefold().split(" ")
    words = [*words, *_particle(cast_.told)] if len(words) == 1 else words
    rows = [(rule, size) for size in range(len(words), 0, -1) for rule in book.of(" ".join(words[:size]), claim.type)]
    called = _called(rows, cast_) or _carried(cast_, book)
    if called is not None:
        return called
    close = [n for rule, _ in rows if (n := _next_to(rule, cast_.told))]
    near = max(close, key=lambda n: len(n.noun)) if close else None  # "to work" before "work"; of one length the first
    for strict in (True, False):
        for rule, size in rows:
            carried = " ".join(words[size:])
            if carried in all_nouns() and rule.nouns and carried not in rule.nouns:
                continue  # "hold talks" holds nobody
            found = _fits(rule, cast_, carried, strict)
            if found is not None:
                return near if near is not None and _farther(found, claim, near) else found
    return near or next((Found(rule, noun) for rule, _ in rows if (noun := _close_by(rule, cast_.told))), None)


def _called(rows: Sequence[tuple[Rule, int]], cast_: Cast) -> Found | None:
    """ "Declared the outbreak an international emergency": the name behind what it is given to decides."""
    for rule in (r for r, _ in rows if r.slot == "designation" and r.at == "clause"):
        for entity, mention in cast_.at("target"):
            behind_it = cast_.told.claim.anchor.text[max(0, mention.anchor.end - cast_.told.claim.anchor.start) :]
            name = LABEL.match(behind_it)
            noun = rule.noun_in(name.group(1), whole=False) if name and rule.noun_in(mention.head) is None else None
            if noun is not None:
                return Found(rule, noun, entity, mention)
    return None


def _carried(cast_: Cast, book: Rules) -> Found | None:
    """ "The withdrawal was completed on Monday": the verb that only carries the noun decides, where a row has both."""
    claim = cast_.told.claim
    verbs = CARRYING.get(claim.aspect or "", ())
    behind_it = tail(cast_.told).split()[:2]
    if behind_it[:2] == ["broke", "out"] or behind_it[:1] == ["erupted"]:
        verbs = ("break out",)
    if " " in claim.trigger.text.strip():
        verbs = (*verbs, claim.lemma.split(" ")[0])  # "issued an evacuation order" orders one
    rows = (r for verb in verbs for r in book.of(verb, None) if r.nouns and r.at in ("any", "target", "actor"))
    found = ((rule, rule.noun_in(claim.trigger.text)) for rule in rows)
    return next((Found(rule, noun) for rule, noun in found if noun is not None), None)


def _particle(told: PlacedClaim) -> list[str]:
    """The particle right behind the verb, where its lemma leaves it out: "called off" by "call"."""
    words = tail(told).split()[:1] if _is_verb(told) else []
    return [w for w in words if w in PARTICLES] or _behind_object(told)


def _behind_object(told: PlacedClaim) -> list[str]:
    """The particle right behind the object: "declared the outbreak over"."""
    claim = told.claim
    text, start = claim.anchor.text, claim.anchor.start
    ends = [
        m.anchor.end for r, _, m in told.entities if r in ("object", "recipient") and m.anchor.end > claim.trigger.end
    ]
    after = [text[end - start : end - start + 12].split()[:1] for end in ends]
    return [w[0].strip(".,;") for w in after if w and w[0].strip(".,;") in PARTICLES][:1]


def _next_to(rule: Rule, told: PlacedClaim) -> Found | None:
    """The row whose noun follows the verb at once: "called off their strike" speaks of a strike."""
    words = tail(told).split()[:NEXT] if _is_verb(told) else []
    if rule.at not in ("target", "any", "clause") or not rule.nouns or not words:
        return None
    for n in range(1, len(words) + 1):
        noun = rule.noun_in(" ".join(words[:n]).strip(",.;"))
        behind = words[n].strip(",.;").casefold() if n < len(words) else ""
        if noun is not None and behind not in all_nouns() and behind.removesuffix("s") not in all_nouns():
            return Found(rule, noun)
    return None


def _is_verb(told: PlacedClaim) -> bool:
    """Whether the event word is the verb itself ("ended"), not a noun that stands for it ("summit" for "meet")."""
    claim = told.claim
    return claim.trigger.text[:1].casefold() == claim.lemma[:1].casefold() and not claim.trigger.text.endswith("ion")


def _farther(found: Found, claim: Claim, near: Found) -> bool:
    """Whether the fit stands behind another noun that follows the verb at once."""
    if found.mention is None or found.rule is near.rule or found.rule.slot == near.rule.slot:
        return False
    at = claim.anchor.text[claim.trigger.end - claim.anchor.start :].casefold().find(near.noun)
    return at >= 0 and found.mention.anchor.start > claim.trigger.end + at + len(near.noun)


def _close_by(rule: Rule, told: PlacedClaim) -> str | None:
    """The noun right behind the verb, where the parse gave the verb another object: "ended, he said, its agreement"."""
    near = " ".join(tail(told).split()[:CLOSE]) if _is_verb(told) else ""
    return rule.noun_in(near, whole=False) if rule.at == "target" and rule.nouns else None


def _fits(rule: Rule, cast_: Cast, carried: str, strict: bool) -> Found | None:
    """Whether the row's noun is where the row asks for it."""
    if rule.at == "-":
        return Found(rule, "")
    wanted = cast_.at(rule.at) if rule.at not in ("any", "clause") else [(e, m) for _, e, m in cast_.everyone()]
    for entity, mention in wanted:
        noun = _noun(rule, cast_, entity, cast_.stood_for(mention), strict)
        if noun is not None and not (rule.slot in TAKEN and rule.at == "target" and _goes_somewhere(cast_, mention)):
            return Found(rule, noun, entity, mention)
    if carried and rule.at != "actor" and (word := rule.noun_in(carried)):
        return Found(rule, word)
    claim = cast_.told.claim
    if rule.at in ("any", "clause") and not strict:
        word = rule.noun_in(claim.title, whole=False) or rule.noun_in(object_phrase(cast_.told), whole=False)
        word = word or next((t for t in claim.terms if t in rule.nouns), None)
        if word is None and rule.at == "clause":
            word = rule.noun_in(tail(cast_.told), whole=False) or rule.noun_in(claim.anchor.text, whole=False)
        return Found(rule, word) if word else None
    return None


def _goes_somewhere(cast_: Cast, mention: Mention) -> bool:
    """ "Took over its route to Tallinn": a place behind a preposition is not what is taken."""
    read_report = cast_.record.reports.get(mention.anchor.report)
    text = read_report.report.text if read_report else ""
    before = text[max(0, mention.anchor.start - 12) : mention.anchor.start].casefold().split()
    return bool(before) and before[-1] in ("to", "in", "at", "from", "for", "with", "near", "into", "on", "towards")


def _noun(rule: Rule, cast_: Cast, entity: str | None, mention: Mention, strict: bool) -> str | None:
    """The noun of the row that a mention is: by its head, its office, its kind; else, if not strict, by its words."""
    found = rule.noun_in(mention.head) or (rule.noun_in(mention.title) if mention.title else None)
    phrase = rule.noun_in(mention.anchor.text) if found is None else None
    found = phrase if phrase is not None and " " in phrase else found  # "diplomatic ties", by its last two words
    if found is None and mention.kind in rule.kinds and mention.head.casefold() not in pronouns():
        return ""
    if found is None and VESSEL in rule.nouns and entity in cast_.context.vessels:
        return ""
    if found is None and not strict:
        found = rule.noun_in(mention.anchor.text) or (
            rule.noun_in(mention.anchor.text, whole=False) if mention.named else None
        )
    return found


def kind_of(effect: Effect, told: PlacedClaim) -> Kind | None:
    """What the claim does to the state, by its factuality; None where it says nothing that stands.

    A demand with a deadline that was laid down is a plan on record; one that is only planned is nothing yet.
    """
    factuality = told.claim.factuality
    if effect == "hold" and factuality == "planned" and _stays(told):
        return "hold"
    if effect in PLANNED:
        return "plan" if factuality in REAL or factuality in PLANS else None
    if effect == "ask":
        return "plan" if factuality in REAL or factuality == "demanded" else None
    if factuality in REAL:
        return cast(Kind, effect)
    if factuality in PLANS:
        return "plan" if effect != "hold" else None
    if factuality == "not_happened":
        return {"begin": "not_begun", "resume": "not_begun", "end": "hold", "suspend": "hold"}.get(effect)  # type: ignore[return-value]
    return "deny" if factuality == "denied" and effect != "hold" else None


def _stays(told: PlacedClaim) -> bool:
    """ "Schools will remain closed": what is to stay so stands already."""
    claim = told.claim
    before = claim.anchor.text[: max(0, claim.trigger.start - claim.anchor.start)].split()[-2:]
    return any(w.casefold() in ("remain", "stay") for w in before)


def _transition(found: Found, kind: Kind, cast_: Cast) -> Transition | None:
    rule, told = found.rule, cast_.told
    record, claim = cast_.record, told.claim
    standing = claim.lemma.startswith("be ") or claim.aspect == "complete"  # "is over": told of the day it is said
    if rule.slot == "presence" and kind == "end" and claim.tense == "present" and claim.time is None and not standing:
        return None  # "the kingdom withdraws its troops": under way or announced, nobody says that they are gone
    subject, object_, thing = sides(found, cast_)
    when = done_when(told, kind, record)
    if standing and claim.time is None:
        when = announced(told, cast_.context) or when  # "announced on Monday that it is complete"
    if when.earliest is None and kind in ("begin", "end", "suspend", "resume", "replace", "extend"):
        around = cast_.context
        when = behind(told, around) or beside(told, around) or said_on(told, around) or when
    if kind in ("begin", "end", "suspend", "resume", "replace", "extend") and ahead(told) and rule.slot != "deadline":
        kind, when = "plan", told.published  # "they leave on 15 September", told in July
    untold = not subject.keys and not (found.noun and object_.keys)
    if slots_key(rule.slot) == "office" and not subject.keys | object_.keys:
        return None  # somebody took power somewhere
    body = record.entities.get(subject.entity or "")
    if rule.slot == "presence" and body is not None and body.kind == "person":
        return None  # "we have moved our people to the camp", a spokeswoman says: she is no force herself
    if rule.slot == "presence" and _alone_moves(found, cast_):
        return None  # a ship that sails, a person who leaves: no deployment
    leaving = found.noun in families()["withdrawal"]  # "the withdrawal is complete" means the one that is spoken of
    if slots_key(rule.slot) == "forces" and untold and rule.at != "clause" and not leaving:
        return None  # somebody left somewhere: no deployment
    if rule.slot == "presence" and rule.effect == "end" and _goes_to(cast_):
        kind = "hold" if kind == "end" else kind  # "pulled its troops back to the camp" leaves no country
    if kind == "hold" and claim.time_relation == "since" and told.when.earliest is not None:
        kind, when = "begin", told.when
    if kind == "plan" and rule.effect != "ask":
        said = announced(told, cast_.context)
        if said is not None and claim.factuality == "planned" and _at_once(told):
            kind = cast(Kind, rule.effect)  # "effective immediately, the government would end the accord"
        when = said or when
    partial = claim.partial or (kind == "end" and (_some_of_them(found, cast_) or claim.aspect in UNDER_WAY))
    named = found.noun in families()["deadline"]
    deadline = deadline_of(told, record, named) if kind == "plan" else None
    if rule.effect == "ask" and deadline is None:
        return None
    term = term_of(told, record) if rule.slot in TERMED and kind in STANDS - {"hold"} else None
    return Transition(
        kind,
        PLANNED.get(rule.effect, rule.effect),
        rule.slot,
        subject,
        object_,
        thing,
        rule.value or claim.lemma,
        claim.trigger.text,
        partial,
        when,
        deadline,
        term,
        told.published,
        claim.report,
        record.origins[claim.report].origin if claim.report in record.origins else claim.report,
        cast_.context.event_of.get(claim.id, ""),
        told,
        rule.example,
        slots_key(rule.slot) in ("pair", "deal") and _is_new(found),
    )


def _is_new(found: Found) -> bool:
    """Whether the noun comes as something not spoken of before: "a deal", "two new accords"."""
    words = found.mention.anchor.text.casefold().split() if found.mention is not None else []
    return bool(words) and (words[0] in ("a", "an", "another", "two", "several") or "new" in words[:3])


def _some_of_them(found: Found, cast_: Cast) -> bool:
    """Whether only some went or were freed: "some personnel", "six of the hostages"; not "the last 50", "its 1,000"."""
    if found.rule.slot == "detention":
        heads = [m for _, m in cast_.at("target") if m is not found.mention]
        return found.noun in families()["hostage"] and any(is_generic(m.head) and not m.named for m in heads)
    if found.rule.slot != "presence":
        return False
    if found.mention is None:
        return False
    words = found.mention.anchor.text.casefold().split()
    claim, start = cast_.told.claim, found.mention.anchor.start
    before = claim.anchor.text[max(0, start - claim.anchor.start - 24) : max(0, start - claim.anchor.start)]
    whole = WHOLE & {*words, *re.findall(r"\w+", before.casefold())}
    return not whole and any(w[:1].isdigit() or w in SOME for w in words)


def slots_key(slot: str) -> str:
    """How states of the kind are told apart."""
    return slots()[slot].key if slot in slots() else "directed"


def _alone_moves(found: Found, cast_: Cast) -> bool:
    """Whether the one that leaves or comes is a ship or one person, and no word for forces is told of it."""
    if found.noun in families()["forces"] or found.rule.at == "clause":
        return False
    record, vessels = cast_.record, frozenset(families()["vessel"])
    for entity, mention in cast_.at("actor"):
        known = record.entities.get(entity) if entity else None
        if entity in cast_.context.vessels or mention.head.casefold() in vessels or mention.kind == "person":
            return True
        if known is not None and known.kind == "person":
            return True
    return False


def _at_once(told: PlacedClaim) -> bool:
    """Whether the sentence, or another of the report that says the same, has it take effect at once."""
    texts = [a.text[:LONGEST].casefold() for a in (told.claim.anchor, *told.claim.repeats)]
    return any(words in text for words in families()["at once"] for text in texts)


def _goes_to(cast_: Cast) -> bool:
    """Whether a place is where they go ("to the camp"), not where they leave."""
    read_report = cast_.record.reports.get(cast_.told.claim.report)
    text = read_report.report.text if read_report else ""
    for _, _, mention in cast_.everyone():
        before = text[max(0, mention.anchor.start - 12) : mention.anchor.start].casefold().split()
        if before and (before[-1] in ("to", "into", "toward", "towards") or before[-2:-1] == ["to"]):
            return True
    return False
