"""What each claim does to which state.

In:   a record and the rules of the tables.
Out:  Transitions, one for a claim that a row of the table speaks of; claims that no row knows give none.
Room: state. A plan, demand, threat or denial begins nothing; "not yet" is told as not begun; what is told as done
      is never later than its report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

from dateline.lexicon.states import families
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim, Record
from dateline.state.cast import Cast, Context, context
from dateline.state.coming import called_for_later, called_for_on
from dateline.state.days import (
    announced,
    as_then,
    behind,
    beside,
    days_on,
    decided_on,
    on_paper,
    proclaimed,
    said_itself,
    said_on,
    since_behind,
    so_now,
    stood_since,
)
from dateline.state.effect import LAID, in_force_yet, with_effect
from dateline.state.extended import lengthened
from dateline.state.fitting import fitting
from dateline.state.forces import goes_to, is_standing, moves_nobody
from dateline.state.found import Found, words_before, words_behind
from dateline.state.gainsaid import with_gainsaid
from dateline.state.handed import of_hands
from dateline.state.kinds import PLANNED, SAID_OTHERWISE, SHUT, STANDS_IN, as_told, shut_for, stays
from dateline.state.lengths import was_brief, was_that_night
from dateline.state.listed import each, gathered
from dateline.state.model import GOES_ON, STANDS, Kind, Transition
from dateline.state.once import (
    ANNOUNCED,
    announced_ahead,
    laid_down,
    of_alerts,
    only_announced,
    outdone,
    told_once,
    voted_away,
    without_fallbacks,
)
from dateline.state.partly import is_partly
from dateline.state.picker import sides
from dateline.state.pointed import with_pointed
from dateline.state.reckoned import aged, hours_later
from dateline.state.rules import Rules, rules, slots_key, termed
from dateline.state.spans import (
    ahead,
    deadline_of,
    done_when,
    held_until,
    in_effect_from,
    new_day,
    not_until,
    since_day,
    tells_after,
    term_of,
    until_of,
)
from dateline.state.succession import followed, with_later
from dateline.state.told_after import laid_on, told_after
from dateline.state.topic import of_lead
from dateline.state.travel import of_travel
from dateline.state.unplanned import UNMEANT, is_chance, is_no_plan, is_unlikely
from dateline.state.untold import with_posts
from dateline.state.what import what
from dateline.state.which import called, which
from dateline.state.worth import refused_by_words, told_of_a_state
from dateline.terms import When
from dateline.terms.factuality import REAL

TRIES: Final = 3  # rows that a claim is held against
LONGEST: Final = 1000  # characters of a clause that are looked at
DAYS: Final = (
    behind,
    beside,
    as_then,
    hours_later,
    on_paper,
    said_on,
    decided_on,
    proclaimed,
)  # where the day of a deed is looked for
DECIDED: Final = frozenset({"voted", "agreed", "decided", "accepted", "vote", "agree", "decide"})
VOTED: Final = frozenset(
    {("office", "end"), ("rule", "begin"), ("standing", "end"), ("emergency", "begin"), ("emergency", "end")}
)
FREE_TRAVEL: Final = "visa-free travel"  # what begins where nobody needs a visa any more
ENDING: Final = frozenset({"end", "expire", "lapse", "run out", "finish", "elapse", "cease"})
OR_ELSE: Final = re.compile(r" ?or (?:was |were )?([a-z]{2,20}(?:ed|en|ne|wn|ght))\b")
STEM: Final = 4  # letters by which a form is known for its verb's
OBEYED: Final = frozenset({"power", "blocking"})
ORDER: Final = re.compile(r"\b(?:ordered|directed|instructed) (?:[\w'’-]+ ){1,6}to $")
HELD_UNTIL: Final = frozenset({"detention"})  # who is remanded until a day is not free on it
TURNS: Final = frozenset({"begin", "end", "suspend", "resume", "replace", "extend"})
PASSING: Final = frozenset({"begin", "suspend", "hold"})  # kinds of what may be told to have lasted for some hours
OF_A_DAY: Final = re.compile(r".{4}-(?:W..-[1-7]|\d\d-\d\d)T")  # "noon on Sunday", "6 p.m. on 4 April"


def transitions(
    record: Record,
    extra: Iterable[dict[str, str]] = (),
    around: Context | None = None,
    every: Sequence[Transition] | None = None,
) -> tuple[Transition, ...]:
    """Every claim's word on a state, in the order of the record's claims; the body wins over its headline.

    `around`: what the record says of them all, and `every`: what each claim tells by itself, where it is known already.
    """
    around = context(record) if around is None else around
    every = told_by(record.claims.values(), around, extra) if every is None else every
    found = tuple(with_gainsaid(with_pointed(of_alerts(told_once(every)), around), record))
    found = with_posts(found, around)
    body = {(t.report, t.slot, str(t.of)) for t in found if t.told.claim.context == "body"}
    plans: dict[tuple[str, str, str], list[Transition]] = {}
    for one in (t for t in found if t.kind == "plan"):
        plans.setdefault((one.report, one.slot, str(one.of)), []).append(one)
    gone: dict[str, list[Transition]] = {}  # by report: where forces come, leave or stand, and truces
    for one in (t for t in found if t.slot in ANNOUNCED):
        gone.setdefault(one.report, []).append(one)
    told = (
        t for t in with_later(with_effect(found, record)) if not outdone(t, body, plans) and not voted_away(t, found)
    )
    laid = {(t.told.claim.anchor, t.slot) for t in found if t.kind in ("begin", "extend")}
    ahead = {(t.told.claim.anchor, t.slot) for t in found if t.kind == "plan"}
    done = {
        (t.told.claim.anchor, t.slot)
        for t in found
        if t.kind != "plan" and t.told.claim.lemma not in families()["herald"]
    }
    kept = (
        t
        for t in told
        if not (t.slot in ANNOUNCED and only_announced(t, gone.get(t.report, ()))) and not laid_down(t, laid)
    )
    return gathered(in_force_yet(without_fallbacks([t for t in kept if not announced_ahead(t, ahead, done)])))


def told_by(
    claims: Iterable[PlacedClaim], around: Context, extra: Iterable[dict[str, str]] = ()
) -> tuple[Transition, ...]:
    """What each of the claims tells by itself, whatever others tell."""
    book = rules(extra)
    return tuple(t for told in claims for t in read(told, around, book))


def read(told: PlacedClaim, around: Context, book: Rules) -> Iterator[Transition]:
    """The transition a claim tells, or none.

    Where the words refuse the kind of state of the first row, the next one has its turn: "walked out of the coalition"
    is no strike, and leaves the coalition.
    """
    cast_ = Cast(told, around)
    refused: frozenset[str] = frozenset()
    for _ in range(TRIES):
        found = fitting(cast_, book, refused)
        if found is None:
            return
        made = list(_by_row(found, cast_))
        if made != [None]:
            yield from (one for one in made if one is not None)
            return
        refused |= {found.rule.slot}


def _by_row(found: Found, cast_: Cast) -> Iterator[Transition | None]:
    """The transitions that the claim tells by the row; only None where its words refuse the row."""
    told, around = cast_.told, cast_.context
    found, kind = as_told(found, told)
    kind = "begin" if kind == "plan" and found.rule.value == STANDS_IN and _undated(told, around) else kind
    ordered = _ordered(told, found, around) if kind == "plan" else None
    if is_chance(told) or _or_else(told, found) or (kind == "plan" and is_no_plan(told, around.record)):
        return
    if kind == "not_begun" and is_unlikely(told):
        return
    decided = ordered or (_decided(told, found, around) if kind == "plan" else not_until(told, around.record))
    made = None
    if kind is not None:
        made = _transition(found, cast(Kind, found.rule.effect) if decided is not None else kind, cast_)
        made = of_hands(of_travel(of_lead(made, found.mention, cast_), cast_), cast_) if made is not None else None
        brief = made is not None and made.kind in PASSING and made.term is None and was_brief(told)
        brief = brief or (made is not None and made.slot == "power" and made.kind == "hold" and was_that_night(told))
        if made is not None and brief:
            made = _of_its_day(made)
    made = lengthened(made, around.record) if made is not None else None
    if made is not None and made.kind == "extend" and made.slot == "deadline":
        last = new_day(told, around.record)  # "extended its deadline to April 30": that is the one now
        made = replace(made, kind="plan", of="ask", deadline=last) if last is not None else made
    if made is not None and refused_by_words(made):
        yield None
    elif made is not None and told_of_a_state(made):
        yield from each(replace(made, when=decided) if decided is not None else made, cast_)
        yield from followed(made, cast_)
        if made.kind == "extend" and (began := stood_since(told, around)) is not None:
            yield replace(made, kind="begin", of="begin", when=began, term=None)
        yield from _rests_until(made, around.record)
        if kind == "plan" and found.rule.effect == "end" and _runs_out(made, found):
            yield replace(made, kind="hold", of="hold", deadline=None, term=made.deadline)


def _of_its_day(made: Transition) -> Transition | None:
    """ "Was detained for two hours on Monday", "was without power for most of the day": begun and over on its day."""
    when = made.told.when if made.kind == "hold" else made.when
    known = made.kind == "begin" or (made.kind == "hold" and when.exact)
    return replace(made, kind="begin", of="begin", when=when, term=when) if known else None


def _or_else(told: PlacedClaim, found: Found) -> bool:
    """ "Was arrested or fled": of either nobody says that it was so; "suspended or cancelled" both end it."""
    other = OR_ELSE.match(words_behind(told))
    return other is not None and not any(verb[:STEM] == other.group(1)[:STEM] for verb in found.rule.verbs)


def _rests_until(made: Transition, record: Record) -> Iterator[Transition]:
    """ "Adjourned the trial until November 3": it is to go on then."""
    lasting = made.told.claim.lemma.startswith("be ")  # "had been on leave for a month"
    rests = made.kind == "suspend" and not lasting and made.told.claim.factuality in REAL
    until = term_of(made.told, record) if rests else None
    last = made.published.latest
    if until is not None and until.latest is not None and last is not None and until.latest > last:
        yield replace(made, kind="plan", of="resume", value=GOES_ON, deadline=until, when=made.published)


def _decided(told: PlacedClaim, found: Found, around: Context) -> When | None:
    """When those who strike voted or agreed to end it, or who laid something down to extend it, with no later day for
    it: theirs is the last word."""
    claim = told.claim
    theirs = found.rule.slot == "strike" and found.rule.effect in ("end", "suspend")
    own = (
        theirs or found.rule.effect == "extend" or (found.rule.slot, found.rule.effect) in VOTED
    ) and claim.factuality == "planned"  # "voted to renew the mandate"
    if not own or claim.time is not None or claim.factuality_cue is None:
        return None
    voted = claim.factuality_cue.text.casefold().split()[:1]
    for other in around.dated.get(claim.report, ()) if DECIDED & set(voted) else ():
        if other.claim.trigger.start == claim.factuality_cue.start and other.when.known:
            return other.when
    ended = (found.rule.slot, found.rule.effect) == ("emergency", "end") and "voted" in voted
    ended = ended or (theirs and found.rule.effect == "end" and "agreed" in voted)  # "have agreed to end their strike"
    return When.between(None, told.published.latest) if ended else None


def _ordered(told: PlacedClaim, found: Found, around: Context) -> When | None:
    """When those who run a network were ordered to cut it off: with the order it is laid down."""
    claim = told.claim
    led = found.rule.slot in OBEYED and claim.factuality == "demanded" and claim.time is None
    if not led or found.rule.effect != "begin" or ORDER.search(words_before(told)) is None:
        return None
    days = [
        t.when for t in around.dated.get(claim.report, ()) if t.claim.anchor == claim.anchor and t.claim.id != claim.id
    ]
    return next((w for w in days if w.known), When.between(None, told.published.latest))


def _undated(told: PlacedClaim, around: Context) -> bool:
    """Whether no day is told, or only "now"."""
    times = around.record.reports[told.claim.report].times
    return told.claim.time is None or times[told.claim.time].value.endswith("_REF")


def _runs_out(plan: Transition, found: Found) -> bool:
    """ "The ban will end on Monday", "the pact expires in May": that is the stated term of what stands."""
    claim = plan.told.claim
    acts = [m for role, _, m in plan.told.entities if role == "actor"]
    alone = not any(role in ("object", "recipient") for role, _, _ in plan.told.entities)
    itself = found.mention is not None and any(m is found.mention for m in acts)
    stated = claim.factuality == "planned" and claim.time is not None and plan.deadline is not None
    return claim.lemma in ENDING and itself and alone and stated and plan.deadline is not None and plan.deadline.exact


def _transition(found: Found, kind: Kind, cast_: Cast) -> Transition | None:
    """What the claim does to the state its row speaks of; None where it does nothing that can be told apart."""
    rule, told = found.rule, cast_.told
    record, claim = cast_.record, told.claim
    subject, object_, thing = sides(found, cast_)
    if moves_nobody(found, kind, cast_, subject, object_):
        return None
    kind, when = _turn(found, kind, cast_)
    partial = is_partly(found, kind, cast_)
    named = found.noun in families()["deadline"]
    deadline = deadline_of(told, record, named) if kind == "plan" else None
    if kind == "plan" and deadline is None and rule.effect == "plan-begin":
        deadline = called_for_on(told, record, ("for",))  # "elections were called for July 6"
    if (rule.effect == "ask" and deadline is None) or (kind == "plan" and rule.slot in UNMEANT):
        return None
    if kind == "begin" and (to_begin := called_for_later(rule, told, cast_.context)) is not None:
        kind, when, deadline = "plan", told.published, to_begin  # "unions called a strike for March 1"
    elif kind == "begin" and rule.slot in LAID and claim.time_relation != "since":  # "closed since April 24"
        when = called_for_on(told, record, ("from",)) or when  # "appointed her chair from May 1", told in April
    last = until_of if kind == "hold" else term_of
    lasts = rule.slot in termed() and kind in STANDS and rule.value != "shortened"  # to how long from its beginning
    term = last(told, record) if lasts else None
    term = held_until(told, record) if rule.slot in HELD_UNTIL and kind in STANDS else term
    return Transition(
        kind,
        PLANNED.get(rule.effect, rule.effect),
        rule.slot,
        subject,
        object_,
        FREE_TRAVEL if rule.value == "visa-free" and "visa" in thing else thing,
        rule.value or claim.lemma,
        claim.trigger.text,
        partial,
        when,
        deadline,
        term,
        told.published,
        claim.report,
        origin_of(claim.report, record),
        cast_.context.event_of.get(claim.id, ""),
        told,
        rule.example,
        slots_key(rule.slot) in ("pair", "deal") and _is_new(found),
        called(found, cast_),
        what(found, cast_, subject, object_),
        which(found, cast_, subject, object_),
    )


def _turn(found: Found, kind: Kind, cast_: Cast) -> tuple[Kind, When]:
    """What it does to the state once its day is known, and when."""
    rule, told = found.rule, cast_.told
    record, claim, around = cast_.record, told.claim, cast_.context
    when = days_on(told, done_when(told, kind, record))
    as_before = (rule.slot in SHUT and shut_for(told)) or (kind == "suspend" and stays(told))  # "remains suspended"
    when = When.between(None, told.published.latest) if as_before else when
    if is_standing(claim) and claim.time is None:
        when = announced(told, around) or when  # "announced on Monday that it is complete"
    if when.earliest is None and kind in TURNS:
        by_words = (day for ask in DAYS if (day := ask(told, around)) is not None)
        when = next(by_words, None) or _told_elsewhere(found, kind, cast_) or when
    elif kind in TURNS and _is_now(told, record):  # "now that the court has dissolved the order": since when?
        when = _told_elsewhere(found, kind, cast_) or so_now(told, when)
    if kind in TURNS and ahead(told) and rule.slot != "deadline" and not in_effect_from(told, record):
        after = claim.tense == "past" and tells_after(told, record)  # "was signed three days afterwards": a day misread
        kind, when = (kind, When.between(None, told.published.latest)) if after else ("plan", told.published)
    back = kind == "end" and rule.slot == "presence" and rule.effect == "end" and goes_to(cast_)
    if back or (kind == "suspend" and rule.slot == "outbreak" and claim.partial):
        kind = "hold"  # "pulled its troops back to the camp" leaves no country; a fire 85% contained burns on
    kept = (claim.lemma, claim.factuality) in SAID_OTHERWISE  # "has not been breached since May" began before
    since = claim.time_relation == "since" and told.when.earliest is not None and not _of_the_clock(told, record)
    if kind == "hold" and not since and (began := _began(told, found, around)) is not None:
        kind, when = "begin", began
    if kind == "hold" and since and not kept:
        kind, when = "begin", (since_day(told, record) or told.when)
    if kind == "plan" and rule.effect != "ask":
        said = announced(told, around)
        if said is not None and claim.factuality == "planned" and _at_once(told):
            kind = cast(Kind, rule.effect)  # "effective immediately, the government would end the accord"
        when = said or when
    return kind, when


def _told_elsewhere(found: Found, kind: Kind, cast_: Cast) -> When | None:
    """The day that the next sentences give, or those who did it and say so."""
    told, slot, around = cast_.told, found.rule.slot, cast_.context
    return told_after(told, slot, kind, found.noun, around) or said_itself(told, slot, around)


def _began(told: PlacedClaim, found: Found, around: Context) -> When | None:
    """The day on which that began which is told to stand, where the words around give it."""
    own = aged(told) or since_behind(told, around) or (laid_on(told, found.noun, around) if found.noun else None)
    now = (
        told.claim.tense == "present" or told.claim.lemma == "spend"
    )  # "is behind bars. Officers came for him on Tuesday"
    return own or (told_after(told, found.rule.slot, "begin", found.noun, around) if now else None)


def _is_now(told: PlacedClaim, record: Record) -> bool:
    """Whether it is told of now: "is back", "now that it has reopened"."""
    i = told.claim.time
    now = i is not None and record.reports[told.claim.report].times[i].value.endswith("_REF")
    return now or (i is None and told.claim.tense == "present")


def _of_the_clock(told: PlacedClaim, record: Record) -> bool:
    """ "Runs from seven in the evening": an hour of each day, not the day on which it began."""
    times = record.reports[told.claim.report].times
    time = times[told.claim.time] if told.claim.time is not None else None
    return time is not None and time.type == "TIME" and OF_A_DAY.match(time.value) is None


def _is_new(found: Found) -> bool:
    """Whether the noun comes as something not spoken of before: "a deal", "two new accords"."""
    words = found.mention.anchor.text.casefold().split() if found.mention is not None else []
    return bool(words) and (words[0] in ("a", "an", "another", "two", "several") or "new" in words[:3])


def _at_once(told: PlacedClaim) -> bool:
    """Whether the sentence, or another of the report that says the same, has it take effect at once."""
    texts = [a.text[:LONGEST].casefold() for a in (told.claim.anchor, *told.claim.repeats)]
    return any(words in text for words in families()["at once"] for text in texts)
