"""What later reports of a small pile say of a state in words of their own: "the red flags came down on Tuesday".

In:   the states of a record, its sentences, the words of lexicon/states_sequels.tsv.
Out:  the same states, with the ends, rests, returns and longer terms that a later sentence can only mean of them.
Room: state. A sentence means the one state whose names its report tells and whose words it shares; where two are as
      near, none. In a pile of many stories nothing is joined so. Plans are `sequels_plans.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final, cast

from dateline.lexicon.tables import table
from dateline.record.lines import origin_of
from dateline.record.model import PlacedClaim
from dateline.state.kinship import LONGEST, Passage, names_of, related, stem, told_in, words_of
from dateline.state.matters import about_another, topics_of
from dateline.state.model import STANDS, Effect, Kind, State, Transition, in_order
from dateline.state.partly import SOME_PUPILS
from dateline.state.sequels_pile import HEAD, Pile, day_of, has_day
from dateline.state.sequels_terms import new_term
from dateline.state.turns import turns
from dateline.terms import Anchor, When
from dateline.terms.factuality import REAL

GUARD: Final = re.compile(
    r"\b(?:would|could|might|may|will|shall|should|to|if|unless|not|n't|never|cannot|until|before|refus\w+|urged?|want\w*|"
    r"demand\w*|hop\w+|plan\w*|propos\w*|consider\w*|vow\w*|promis\w*|ask\w*|threat\w*|no|without|nobody|denie[sd]|whether|"
    r"when|calls? for|called for|had|had been)\b[^,.;:]{0,24}$"
)  # before the words: nothing has come about
OWN_GUARD: Final = re.compile(r"\b(?:will|not|no|be|until)\b")  # words that say so themselves
NEGATED: Final = re.compile(r"\b(?:if|whether|unless|would|could|might|may)\b[^,.;:]{0,24}$")
CAPITAL: Final = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
LIST: Final = re.compile(rf"{CAPITAL}(?:, {CAPITAL})* and {CAPITAL}")
TOLD: Final = re.compile(r"[^\W_][\w'’-]*")
AKIN: Final = {"extend": ("extend", "hold"), "back": ("resume",)}  # what the table may read where the words say so
BEGUN: Final = frozenset({"begin", "replace"})  # a state that its own sentence begins is no word on another
LEAST: Final = 2  # words of one thing that the sentence shares with what tells of it
UNMOVED: Final = frozenset(
    {"designation", "label", "coup", "famine", "vote", "deal", "charges", "accord", "plan", "rate", "office", "control"}
    | {"government", "membership", "relations", "war", "investigation", "opening", "exchange", "missing", "recognition"}
)  # kinds of state that no word of every day ends
UNDONE: Final = re.compile(r" (?:the |its |their |a )?(?:[\w-]+ ){0,2}?(?:suspension|freezing|pause|halting) of\b")
VALUES: Final = {"end": "over", "back": "over", "suspend": "at rest", "resume": "resumed", "extend": "extended"}
PARTS: Final = re.compile(r"[,;:–—] |\b(?:but|while|after|because|since|as|and|which|who|where|although|though|when) ")
POINTING: Final = re.compile(
    r" (?:the|his|her|its|their|that|this) (?:proclamation|decree|order|measures?|move|decision|steps?|edict|directive|"
    r"restrictions?|declaration|instruction|announcement|ruling|ordinance|policy)\b"
)
SOME: Final = re.compile(
    r"\b(?:some|most|many|one|two|three|four|five|six|seven|eight|nine|ten|half|part|parts|several|\d+|"
    r"a (?:third|quarter|few|number)|(?:two|three)[ -](?:thirds|quarters)) of (?:the|its|their|his|her|them)\b|"
    r"\bpart(?:ly|ially)\b|\b[a-z]+ern (?:half|part|parts|districts|suburbs) of\b|"
    r"\bat that (?:crossing|post|station|gate|mine|mill|site|plant)\b",
    re.I,
)  # "two of the engineers walked free"
STAYING: Final = re.compile(
    r"\b(?:the (?:other|rest|remaining|second|third)|(?:all |the )?others|remain(?:s|ed)?|stay(?:s|ed)?|still|kept|"
    r"keeps|not (?:yet )?finished|as before|goes on|go on|continues?|has yet to|have yet to|are in the hands|"
    r"not covered)\b"
)  # of what is left: "the gates at Hohl stayed down"


WORSE: Final = re.compile(
    r"\b(?:put off|put back|pushed back|postponed|delayed|deferred|closed|shut|sealed|blocked|halted|stopped|suspended|"
    r"cancel+ed|called off|broken|cut|extended|failed|rejected|refused|denied|detained|arrested|flooded|banned|hits?|"
    r"hitting|fought|pushed|struck|fired|held|turned|looked|paid|talked|dat(?:es|ed|ing)|ha(?:s|d) (?:been )?called)"
    r"(?: yet| once| down| off| over)? $"
)  # what comes again is no return to what was before


@dataclass(frozen=True, slots=True)
class Story:
    """What tells of a state so far."""

    state: State
    reports: frozenset[str]
    names: frozenset[str]
    told: frozenset[str]  # names of the very sentences that tell it
    words: frozenset[str]
    own: frozenset[str]  # words by which it is called
    listed: frozenset[str]  # names of which its first telling lists several: "at Hohl, Brodec and Lenz Ferry"


@cache
def cues() -> dict[str, re.Pattern[str]]:
    """Effect to the words that tell it."""
    found: dict[str, list[str]] = {}
    for row in table("states_sequels"):
        found.setdefault(row["effect"], []).extend(row["words"].split("|"))
    return {effect: _pattern(words) for effect, words in found.items()}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    said = sorted(words, key=lambda w: (-len(w), w))
    forms = (re.escape(w).replace(r"\#\ ", r"(?:[\w-]+ ){0,3}").replace(r"\ …\ ", r" [^.;:]{1,60}? ") for w in said)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def with_sequels(found: Sequence[State], pile: Pile | None) -> list[State]:
    """The states, each with what later sentences say of it."""
    if pile is None:
        return list(found)
    out = list(found)
    for day, report in pile.days:
        for spot in sorted(pile.spots[report][:HEAD], key=lambda p: not has_day(p, pile, day)):
            told = _told(spot, out, pile, day)
            if told is not None:
                state, one = told
                out = [_with(s, one) if s is state else s for s in out if not _only_that(s, state, spot)]
    return out


def _only_that(other: State, state: State, spot: Passage) -> bool:
    """Whether the other is no more than this sentence's word on the state, which found no beginning: "the epidemic"."""
    alike = other is not state and other.slot == state.slot
    return alike and all(
        t.report == spot.report
        and spot.start <= t.told.claim.trigger.start < spot.end
        and t.kind not in (*BEGUN, "resume")
        for t in other.transitions
    )


def _with(state: State, one: Transition) -> State:
    return replace(state, transitions=in_order((*state.transitions, one)))


def _told(spot: Passage, found: Sequence[State], pile: Pile, day: date) -> tuple[State, Transition] | None:
    """The one state that the sentence can mean, and what it says of it."""
    stories: list[Story] | None = None
    for effect, where in _cues(spot, pile.tiny):
        if stories is None:
            held = (story_of(s, pile, day) for s in found if s.slot not in UNMOVED or standing_of(s) == "suspended")
            stories = [s for s in held if s is not None]
        if POINTING.match(spot.text, where.end()):
            continue  # "revoked the decree": what it points at is found with all that was laid down
        may = [s for s in stories if _can(effect, s, spot.report)]
        fit = may if effect == "extend" else [s for s in may if in_clause(spot, where, s, pile)]
        story = nearest(spot, fit, pile)
        if story is None or _of_another(effect, spot, where, found, story, pile):
            continue
        told = teller(spot, where, pile, effect == "extend")
        made = _transition(effect, where, story, told, spot, pile) if told is not None else None
        if made is not None:
            return made
    return None


def in_clause(spot: Passage, where: re.Match[str], story: Story, pile: Pile) -> bool:
    """Whether the clause of the words itself speaks of the thing; in a few short reports also by a word of its kin."""
    words = clause_around(spot, where).words
    return related(story.own, story.state.slot, words) > 0 if pile.tiny else bool(words & story.own)


def _of_another(
    effect: str, spot: Passage, where: re.Match[str], found: Sequence[State], story: Story, pile: Pile
) -> bool:
    """Whether the table of states has read the clause of the words as a word on a state that was told before, or on a
    thing that is not of this one: "the operator of the tunnel lifted its ban on trailers"."""
    clause = clause_around(spot, where)
    held = {t.claim.id for t in pile.claims.get(spot.report, ()) if clause.start <= t.claim.trigger.start < clause.end}
    told = [s for s in found if any(t.told.claim.id in held for t in s.transitions)]
    if effect == "extend":
        told = [s for s in told if s is not story.state]  # "the ban is in force until 30 June": it says so itself
    every = [t for s in told for t in s.transitions]
    matter = topics_of(story.state.transitions)
    if any(t.slot == story.state.slot and about_another(t, matter) for t in every):
        return True  # "scrapped the duty on timber", beside one on salmon
    if any(t.report != spot.report or (t.kind in STANDS and t.kind not in AKIN.get(effect, ())) for t in every):
        return True
    own = {stem(t.thing.split(" ")[-1]) for t in every if t.thing and _tells(t, spot, where)}
    if own and not related(story.own, story.state.slot, frozenset(own)):
        return True  # "talks to end the strike broke off": the talks did
    things = {stem(t.thing.split(" ")[-1]) for s in told for t in s.transitions if t.thing and t.told.claim.id in held}
    return bool(things) and not related(story.words, story.state.slot, frozenset(things))


def _tells(one: Transition, spot: Passage, where: re.Match[str]) -> bool:
    """Whether the words of the cue are those by which the table has read it."""
    at = one.told.claim.trigger
    return one.report == spot.report and spot.start + where.start() <= at.start < spot.start + where.end()


def _cues(spot: Passage, tiny: bool) -> Iterable[tuple[str, re.Match[str]]]:
    """The words of the sentence that tell an end, a return, a rest or a longer term."""
    text = spot.text[:LONGEST]
    for effect in ("end", "suspend", "back", "extend"):
        for where in cues()[effect].finditer(text):
            if effect == "extend" and not tiny:
                break
            free = effect == "extend" and not where.group().endswith("ing")
            guard = NEGATED if free or OWN_GUARD.search(where.group()) else GUARD
            if effect == "back" and WORSE.search(text[: where.start()]) is not None:
                continue  # "the opening was put off again", "the crossing was closed once more"
            if not guard.search(text[: where.start()][-60:]):
                undone = effect == "end" and UNDONE.match(text, where.end()) is not None
                yield "back" if undone else effect, where


def _can(effect: str, story: Story, report: str) -> bool:
    """Whether the words can be said of the state as it stands: its own report may only add its term."""
    if report in story.reports and effect != "extend":
        return False
    status = standing_of(story.state)
    if story.state.slot in UNMOVED:
        return effect == "back" and status == "suspended"  # "the mayor was back at her desk": who had been suspended
    if effect == "back":
        return status in ("in_force", "suspended")
    return status == "in_force" or (effect == "end" and status == "suspended")


def standing_of(state: State) -> str:
    """How it stands after all that is told of it."""
    status = ""
    for turn in turns(state.transitions):
        if turn.kind in STANDS:
            status = "in_force"
        elif turn.kind == "end" and not turn.partial:
            status = "ended"
        elif turn.kind == "suspend" and status != "ended":
            status = "suspended"
    return status


def story_of(state: State, pile: Pile, before: date) -> Story | None:
    """What was told of the state by that day; None where nothing was."""
    told = [t for t in state.transitions if t.published.latest is not None and t.published.latest <= before]
    if not any(_is_news(t, pile) for t in told):
        return None
    spots = [p for t in told for p in told_in(t.told, pile.spots[t.report], 1)]
    words = words_of(spots)
    own = words if pile.tiny else frozenset(map(stem, TOLD.findall(f"{state.thing} {state.slot}")))
    names = names_of(spots)
    here = names_of(p for t in told for p in told_in(t.told, pile.spots[t.report]))
    return Story(state, frozenset(t.report for t in told), names, here, words, own, frozenset(_listed(told[0]) & names))


def clause_around(spot: Passage, where: re.Match[str]) -> Passage:
    """The clause of the sentence that holds the words."""
    text = spot.text[:LONGEST]
    cuts = [m.end() for m in PARTS.finditer(text)]
    a = max((c for c in cuts if c <= where.start()), default=0)
    b = min((c for c in cuts if c > where.end()), default=len(text))
    low = text[a:b].casefold()
    held = {w.removesuffix("'s").removesuffix("’s") for w in TOLD.findall(low)}
    names = frozenset(n for n in spot.names if n.split(" ")[-1] in held)
    return replace(
        spot,
        start=spot.start + a,
        end=spot.start + b,
        text=text[a:b],
        names=names,
        words=spot.words & {stem(w) for w in held},
    )


def _listed(told: Transition) -> set[str]:
    """The names that its clause lists."""
    found = LIST.search(told.told.claim.anchor.text[:LONGEST])
    return {w.casefold() for w in re.findall(r"[A-Z][\w’'-]+", found.group())} if found is not None else set()


def _is_news(one: Transition, pile: Pile) -> bool:
    """Whether its report tells it among its first sentences."""
    head = pile.spots[one.report][:HEAD]
    return bool(head) and one.told.claim.trigger.start < head[-1].end


def nearest(spot: Passage, stories: Sequence[Story], pile: Pile) -> Story | None:
    """The one that the sentence shares most with; None where two are as near, or it names another place."""
    every = names_of(pile.spots[spot.report][:HEAD]) - pile.common
    told = spot.names - _speakers(spot, pile)
    graded = []
    for story in stories:
        shared = related(story.words - pile.common, story.state.slot, spot.words - pile.common)
        named = len(story.names & told - pile.common)
        if pile.tiny and not told and story.names & every:
            named = 1  # "the opening has been moved": of the bridge that its report names
        if not story.names & every or shared < 1 or shared + named < LEAST or _elsewhere(told, story, pile):
            continue
        graded.append((shared + named, story))
    best = max((n for n, _ in graded), default=0)
    top = [s for n, s in graded if n == best]
    return top[0] if len(top) == 1 else None


def _elsewhere(told: frozenset[str], story: Story, pile: Pile) -> bool:
    """Whether the names are only those that no report of the state has told."""
    known = story.told or names_of(p for r in story.reports for p in pile.spots[r])
    bases = {n.split(" ")[-1] for n in story.names}
    other = any(" " in n and n not in known and n.split(" ")[-1] in bases for n in told)
    return other or (bool(told) and not told & known)


def _speakers(spot: Passage, pile: Pile) -> frozenset[str]:
    """The names of the people who say it, with their titles: they tell nothing of where it is."""
    held = (t for t in pile.claims.get(spot.report, ()) if spot.start <= t.claim.trigger.start < spot.end)
    people = sorted({v.name for t in held for v in t.voice if v.kind == "person"})
    titled = (re.search(rf"(?:[A-Z][\w’'-]+ ){{0,4}}{re.escape(name)}", spot.text) for name in people)
    return frozenset(w.casefold() for m in titled if m is not None for w in TOLD.findall(m.group()))


def teller(spot: Passage, where: re.Match[str], pile: Pile, ahead: bool = False) -> PlacedClaim | None:
    """The claim of the sentence nearest to the words, else the sentence itself; None where it has not come about.

    `ahead`: what the words tell may lie ahead ("will stay shut until May").
    """
    at = spot.start + where.start()
    near = [t for t in pile.claims.get(spot.report, ()) if spot.start <= t.claim.trigger.start < spot.end]
    over = [t for t in near if t.claim.trigger.start < spot.start + where.end() and at < t.claim.trigger.end]
    told = any(t.claim.factuality in (*REAL, "not_happened") for t in over)
    if over and not told and not ahead and not OWN_GUARD.search(where.group()):
        return None
    real = [t for t in over or near if t.claim.factuality in REAL] or over or near
    found = min(real, key=lambda t: (abs(t.claim.trigger.start - at), t.claim.id), default=None)
    return found if found is not None else _sentence(spot, where, pile)


def _sentence(spot: Passage, where: re.Match[str], pile: Pile) -> PlacedClaim | None:
    """The nearest claim of the report, told by the words of this sentence, in which no claim was read."""
    every = pile.claims.get(spot.report, ())
    other = min(every, key=lambda t: (abs(t.claim.trigger.start - spot.start), t.claim.id), default=None)
    if other is None:
        return None
    anchor = Anchor(spot.report, spot.start, spot.start + len(spot.text), spot.text)
    start = spot.start + where.start()
    trigger = Anchor(spot.report, start, start + len(where.group()), where.group())
    claim = replace(
        other.claim, anchor=anchor, trigger=trigger, factuality="happened", factuality_cue=None, reported_as="happened",
        voice=(), participants=(), time=None, title=" ".join(spot.text.split()).rstrip("."), repeats=(), terms=(),
    )  # fmt: skip
    return replace(other, claim=claim, when=When(), voice=(), entities=(), title="")


def _transition(
    effect: str, where: re.Match[str], story: Story, told: PlacedClaim, spot: Passage, pile: Pile
) -> tuple[State, Transition] | None:
    state = story.state
    resting = standing_of(state) == "suspended"
    kind: Kind = cast(Kind, {"back": "resume" if resting else "end"}.get(effect, effect))
    base = next((t for t in state.transitions if t.kind in STANDS), state.transitions[0])
    term = None
    if kind == "extend":
        term = new_term(spot, state, pile)
        if term is None and where.group() not in ("for good", "permanent", "permanently", "indefinitely"):
            return None
        kind = "extend" if spot.report not in story.reports else "hold"
    when = day_of(spot, told, pile)
    made = replace(
        base, kind=kind, of=cast(Effect, kind), value=VALUES.get(str(kind), base.value), words=where.group(),
        partial=kind in ("end", "resume") and _is_partial(spot, story, pile),
        when=when, deadline=None, term=term, published=told.published, report=spot.report,
        origin=origin_of(spot.report, pile.around.record), event=pile.around.event_of.get(told.claim.id, ""), told=told,
    )  # fmt: skip
    return state, made


def _is_partial(spot: Passage, story: Story, pile: Pile) -> bool:
    """Whether only some of it is over: "two of them walked free", "the gates at Hohl stayed down"."""
    spots = pile.spots[spot.report]
    at = spots.index(spot)
    beside = [p for p in spots[at : at + 2] if p is spot or p.names & story.names or related(story.words, "", p.words)]
    left = any(STAYING.search(p.text[:LONGEST]) for p in beside)
    listed = spot.names & story.listed
    some = any(part.search(spot.text[:LONGEST]) for part in (SOME, SOME_PUPILS))
    return some or left or 0 < len(listed) < len(story.listed)
