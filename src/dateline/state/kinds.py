"""What a claim does to a state, by how it is told: as done, as going on, as planned, as denied.

In:   what the row of the table would do, and the claim.
Out:  a Kind, or None where nothing that stands is told; whether the words only say how things stand.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, cast

from dateline.lexicon.states import DOING, families
from dateline.record.model import PlacedClaim
from dateline.state.found import STOPPED, Found, tail, words_before, words_behind
from dateline.state.model import Effect, Kind
from dateline.terms.factuality import REAL

PLANNED: Final[dict[str, Effect]] = {"plan-begin": "begin", "plan-end": "end", "plan-resume": "resume"}
SHUT: Final = frozenset({"border", "port", "road", "channel", "airport", "airspace", "school", "site", "sanctions"})
OPENABLE: Final = frozenset({"road", "site", "school", "airport", "port", "border", "traffic"})
SENDING: Final = frozenset({"send", "dispatch", "fly", "rush", "ship"})
AIMED: Final = re.compile(
    r"\b(?:aim(?:s|ed|ing)?|hope[sd]?|talks|efforts?|plans?|view|intention|goal) (?:at|of|on) $", re.I
)  # "talks aimed at halting the war" halt nothing yet
SPOKEN_OF: Final = re.compile(
    r"\b(?:decisions?|ideas?|questions?|talks?|discussions?|thoughts?|prospects?|possibility|merits?|risks?|word) "
    r"(?:on|of|about) $"
)
SHUTTING: Final = frozenset({"close", "shut", "shut down", "close down", "shutter", "switch off", "halt"})
FOR_GOOD: Final = re.compile(
    r"\b(?:for good|permanently|for ever|forever|once and for all)\b|^ (?:down )?(?:its|the|their) (?:very )?last\b"
)
FOR_NOW: Final = re.compile(
    r"\b(?:for the time being|for now|until further notice|temporarily|provisionally|for the duration of|"
    r"pending (?:an?|the|its|further|tests|results|talks)\b|"
    r"until (?:an?|the|its) [\w -]{0,30}(?:review|inquiry|investigation|inspection|audit|ruling|tests?)\b)"
)
PAUSED: Final = frozenset(
    {"licence", "aid", "membership", "visa", "output", "traffic", "accord", "exchange", "patrol", "office"}
)
NEVER_YET: Final = re.compile(r"\b(?:[Nn]ot|[Nn]o) (?:a )?single\b.* new\b|\b(?:has|have) (?:yet to|not yet|never)\b")
LONGEST: Final = 1000  # characters of a clause that are looked at
HAD_BEEN: Final = re.compile(r"\b(?:after|following) (?:being|having been|(?:it|they|the \w+) (?:was|were|had been)) $")
GOOD: Final = 120  # characters behind the verb in which that is said
NEVER: Final = re.compile(
    r"\b(?:(?:would|could|might) (?:otherwise )?have|(?:was|were) to have|had been due to)(?: been)? $"
)  # "would have expired on Tuesday": it did not
SAID_OTHERWISE: Final = frozenset(
    {("boil", "demanded"), ("breach", "not_happened"), ("violate", "not_happened"), ("break", "not_happened")}
)  # "water must be boiled", "the truce has not been breached": so it stands
KEPT: Final = frozenset({"ceasefire", "accord"})  # what "has not been breached"
NO_MORE: Final = re.compile(r"\bno longer (?:\w+ ){0,1}(?:to )?$", re.I)  # "no longer need a visa"
GONE: Final = ("not_begun", "begin", "hold")
FORBIDDEN: Final = "forbidden"  # value of the row for what may not be done
GIVEN_UP: Final = frozenset({"membership", "accord"})  # what nobody leaves in a day
STANDS_IN: Final = "standing in"  # value of rows: "will run the bank for now" is told of now
INTERIM: Final = re.compile(
    r"\buntil (?:a|an|the|his|her|their) [\w -]{0,24}?(?:successor|replacement)\b|\bfor the time being\b|"
    r"\bon an interim basis\b|\bin temporary charge\b"
)
DECIDED: Final = frozenset({"decided", "agreed", "voted", "opted", "resolved", "chose", "decides", "agrees", "votes"})
PLANS: Final = frozenset({"planned", "demanded", "conditional"})
STAYING: Final = frozenset(
    {"remain", "remains", "remained", "remaining", "stay", "stays", "stayed", "staying", "keep", "keeps", "kept"}
)
ENDURING: Final = frozenset({"remain", "stay", "continue", "stand", "persist"})  # "will remain": it stands
LASTING: Final = frozenset({"hold", "last", "stay", "remain", "run", "apply"})
UNTIL: Final = re.compile(r" (?:(?:in (?:place|force|effect)|valid) )?(?:at least )?(?:until|till|through)\b")
MEANT: Final = frozenset({"meant", "expected", "intended"})  # "is meant to hold until June"
SERVED: Final = frozenset({"served", "acted"})
HAS: Final = re.compile(r"\b(?:has|have|['’]s|['’]ve) (?:\w+ )?$", re.I)
LASTED: Final = re.compile(r" for (?:\w+ ){1,3}(?:days|weeks|months|years)\b")


KEPT_AFTER_ALL: Final = "kept after all"
PUPILS_BACK: Final = "pupils back"
IN_CLASS: Final = "back in class"  # "teachers returned to their classrooms": who was on strike is not any more
TEACHING: Final = re.compile(r"\b(?:teach(?:ers|ing staff)|lecturers|professors|academics)\b", re.I)
AGAIN_OPEN: Final = re.compile(
    r"[^,.;]{0,80}, (?:has |have |had |was |were |is |are )?(?:been )?(?:partly )?"
    r"(?:resumed|restarted|reopened|opened again|back in|open again|working again)\b"
)
OVER_NOW: Final = (  # right behind the object: "the truce with the army over"
    r" ?(?:[\w'’-]+ ){0,4}?%s(?:s|es)?"
    r"(?: (?:with|between|in|of)(?: (?!after|as|when|while|because|that|left)[\w'’-]+){1,5}?)? "
    r"(?:over|dead|finished|at an end|null and void)(?=[,.;]|$| (?:on|in|after|at)\b)"
)
FLIGHTS: Final = re.compile(
    r"(?:more than |about |some |nearly |over |at least |around )?(?:\d[\d,]*|dozens of|hundreds of) "
    r"(?:[\w-]+ ){0,2}(?:flights|departures|arrivals|landings|services)\b"
)
OF_A_THING: Final = re.compile(
    r"\bsuspension of (?:[\w'’-]+ ){0,4}?(?:licen[cs]es?|permits?|accreditation|aid|assistance|talks|negotiations|"
    r"flights|deliveries|exports|imports|membership|law|ban)\b"
)
TO_COME: Final = frozenset(
    {"strike", "talks", "campaign", "exercise", "vote", "exchange", "curfew", "patrol", "mobilisation", "evacuation"}
)  # kinds of state that are called off before their day
CALLING_OFF: Final = frozenset({"call off", "cancel", "scrap", "drop", "abandon", "avert", "axe", "shelve"})
GIVING_UP: Final = CALLING_OFF | {
    "withdraw",
    "ditch",
    "give up",
    "reject",
    "block",
    "suspend",
    "freeze",
    "halt",
    "bury",
}
PLANNED_FOR: Final = re.compile(
    r"\w*(?: \w+){0,3}? (?:(?:that|which) (?:was|were|had been) )?"
    r"(?:planned|scheduled|slated|threatened|set (?:for|to)|due(?! to (?!begin|start|take|be|run|last|go))|"
    r"called (?:by [\w ]{1,40} )?for (?:the )?(?:next |this |late |early )?(?:\d{1,2}|tomorrow|today|week|weekend|"
    r"month|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december))\b"
)  # a strike "called by nurses" may be under way
INTENT: Final = re.compile(
    r" (?:(?:its|their|his|her|an?|the|any|all) )?(?:[\w-]+ ){0,2}(?:plans?|proposals?|ideas?|intentions?|threats?|"
    r"decisions?|bids?|attempts?|efforts?|moves?|talk) (?:to|for|of|on) "
)  # "its plan to require visas"
TO_END: Final = re.compile(
    r" (?:(?:its|their|his|her|an?|the) )?(?:[\w-]+ ){0,2}(?:plans?|decisions?|intentions?|threats?|bids?|moves?) to "
    r"(?:end|leave|quit|scrap|exit|withdraw|pull out|terminate|cancel|suspend|lift|abandon|revoke)\b"
)  # "suspended its decision to end the pact": it stands
PLANNED_ONE: Final = re.compile(r" [^,.;]{0,40}?\b(?:planned|proposed|intended|scheduled)\b")
BEFORE_IT: Final = re.compile(
    r"\b(?:planned|threatened|scheduled|looming|proposed|upcoming|impending|intended|draft|mooted)(?: [\w-]+){0,4} $"
)


REOPENING: Final = frozenset({"reopening", "re-opening"})
REOPENED: Final[dict[Effect, Effect]] = {"plan-begin": "plan-end", "begin": "end"}


@dataclass(frozen=True, slots=True)
class Turn:
    """How other words of the claim turn a row: what it then does to which state, and what that is called."""

    holds: Callable[[Found, PlacedClaim], bool]
    value: str
    effect: Effect | None = None  # None: as the row has it
    slot: str = ""  # "": as the row has it


def _is(found: Found, effect: Effect, slot: str = "") -> bool:
    return found.rule.effect == effect and slot in ("", found.rule.slot)


def _otherwise(told: PlacedClaim) -> bool:
    return (told.claim.lemma, told.claim.factuality) in SAID_OTHERWISE


def _never_runs(found: Found, told: PlacedClaim) -> bool:
    """ "No trains will run", but not "not a single train has run on the new line"."""
    never = told.claim.aspect == "begin" or NEVER_YET.search(told.claim.anchor.text[:LONGEST]) is not None
    return found.rule.value == "running" and told.claim.factuality == "not_happened" and not never


def _opens_first(found: Found, told: PlacedClaim) -> bool:
    """ "A clinic opened", "the new metro line opened": what opens for the first time was not shut before."""
    done_to = (m for role, _, m in told.entities if role == "object" and found.noun in m.anchor.text.casefold())
    opened = found.mention if found.mention is not None else next(done_to, None)
    words = opened.anchor.text.casefold().split()[:2] if opened is not None else []
    again = "again" in words_behind(told).split()[:3]
    new = bool(words) and (words[0] in ("a", "an") or "new" in words) and told.claim.lemma == "open" and not again
    return new and found.rule.slot in OPENABLE and found.rule.effect in ("end", "resume")


def _ceases(told: PlacedClaim) -> bool:
    return told.claim.lemma == "cease" or _for_good(told)


def _for_good(told: PlacedClaim) -> bool:
    """ "Shut the pit for good", "closed its last furnace": nothing is to go on there."""
    return told.claim.lemma in SHUTTING and FOR_GOOD.search(words_behind(told)[:GOOD]) is not None


def _is_paused(found: Found, told: PlacedClaim) -> bool:
    """ "Withdrew its licence pending an inquiry"."""
    ended = found.rule.effect == "end" and found.rule.slot in PAUSED
    return ended and FOR_NOW.search(words_behind(told)[:GOOD]) is not None


def _declared_over(found: Found, told: PlacedClaim) -> bool:
    """ "The rebels declared the truce over": that is its end."""
    begins = found.rule.effect == "begin" and told.claim.lemma in ("declare", "pronounce", "proclaim")
    return begins and bool(found.noun) and re.match(OVER_NOW % re.escape(found.noun), tail(told)) is not None


TURNS: Final = (
    Turn(lambda found, told: _is(found, "begin") and told.claim.aspect == "resume", "resumed", "resume"),
    Turn(_never_runs, "not running", "suspend"),  # "no trains will run"
    Turn(_declared_over, "declared over", "end"),
    Turn(_opens_first, "opened", "begin", "opening"),  # "a new line"
    Turn(lambda found, told: _is(found, "begin", "office") and INTERIM.search(tail(told)) is not None, STANDS_IN),
    Turn(lambda found, told: found.rule.slot in KEPT and _otherwise(told), "holding"),
    Turn(lambda found, _: _is(found, "begin", "charges") and found.noun.startswith("with "), "charged {noun}"),
    Turn(lambda found, told: _is(found, "suspend", "output") and _ceases(told), "closed", "end"),  # "its last furnace"
    Turn(_is_paused, "suspended", "suspend"),  # "for the time being"
)  # in order: a later one finds the row as those before it have turned it
DOINGS: Final[dict[Effect, str]] = {"end": "stopped", "resume": "resumed", "begin": "begun"}


def as_told(found: Found, told: PlacedClaim) -> tuple[Found, Kind | None]:
    """The row as the claim's words turn it, and what it then does: a train that "will not run" rests."""
    turned: Effect
    if found.rule.slot == DOING:
        turned = "resume" if told.claim.aspect == "resume" else "begin"
        turned = "end" if STOPPED.search(words_before(told)) else turned
        return _turned(found, DOINGS[turned], turned), kind_of(turned, told)
    found = _of_what_was_shut(found)
    for turn in TURNS:
        if turn.holds(found, told):
            found = _turned(found, turn.value, turn.effect, turn.slot)
    if found.rule.value == PUPILS_BACK and TEACHING.search(words_before(told)):
        strikers = replace(found.rule, slot="strike", effect="end", value=IN_CLASS, subject=("actor",), object=())
        found = replace(found, rule=strikers)
    if _of_no_state(found, told):
        kept = told.claim.lemma in GIVING_UP and TO_END.match(tail(told)) is not None
        return (_turned(found, KEPT_AFTER_ALL, "hold"), "hold") if kept else (found, None)
    forbids = found.rule.value == FORBIDDEN
    kind = "begin" if forbids else _by_words_before(found, told)
    effects = (*GONE, found.rule.effect) if found.rule.effect in ("begin", "hold") else ()
    kept = found.rule.effect == "hold" and kind is None and told.claim.factuality == "not_happened"  # "would observe"
    if not forbids and (kind in effects or kept) and NO_MORE.search(words_before(told)):  # "may no longer buy": a ban
        if found.rule.slot == "visa":  # they travel without one; what will be so from a day is told as a rule
            return _turned(found, "visa-free", "begin"), None if told.claim.tense == "future" else "begin"
        kind, found = "end", _turned(found, "no longer", "end")
    kind = "plan" if kind == "begin" and found.rule.slot == "presence" and _is_sending(told) else kind
    kind = "plan" if kind == "end" and found.rule.slot in GIVEN_UP and _is_under_way(told) else kind
    kind = "plan" if kind not in (None, "hold", "plan") and AIMED.search(words_before(told)) else kind
    kind = "hold" if kind == "begin" and found.rule.slot in SHUT and _is_shut(told) else kind
    if kind in ("begin", "hold") and found.rule.slot in SHUT and _open_again(told):
        return _turned(found, "reopened", "end"), "end"
    kind = "not_begun" if kind in ("end", "suspend") and _only_planned(found, told) else kind
    return found, kind


def _of_what_was_shut(found: Found) -> Found:
    """ "Put off the reopening of the crossing": what is to open again is shut, and its closure is to end."""
    if found.rule.slot != "opening" or found.noun not in REOPENING or found.mention is None:
        return found
    words = {w.removesuffix("s") for w in found.mention.anchor.text.casefold().split()}
    slot = next((s for s in sorted(SHUT - {"sanctions"}) if not words.isdisjoint(families().get(s, ()))), "")
    return _turned(found, found.rule.value, REOPENED.get(found.rule.effect), slot) if slot else found


def _only_planned(found: Found, told: PlacedClaim) -> bool:
    """ "Called off a strike planned for Monday", "dropped the proposed tax": it has never begun."""
    lemma, clause = told.claim.lemma, told.claim.anchor.text[:LONGEST].casefold()
    coming = found.rule.slot in TO_COME and lemma in CALLING_OFF
    if not found.noun or not (coming or lemma in GIVING_UP):
        return False
    behind = max(0, told.claim.trigger.end - told.claim.anchor.start)

    def ahead(spot: re.Match[str]) -> bool:
        near = clause[behind if spot.start() >= behind else 0 : spot.start()]  # "the proposed budget scrapped the ban"
        return (coming and PLANNED_FOR.match(clause, spot.end()) is not None) or BEFORE_IT.search(near) is not None

    return (coming and lemma == "avert") or any(map(ahead, re.finditer(re.escape(found.noun), clause)))


def _of_no_state(found: Found, told: PlacedClaim) -> bool:
    """ "Cancelled 300 flights" shuts no airport; "overturned the suspension of its licence" speaks of the licence."""
    clause = told.claim.anchor.text[:LONGEST]
    if found.rule.slot == "presence" and found.rule.effect == "suspend" and PLANNED_ONE.match(tail(told)) is not None:
        return True  # "suspended the planned deployment"
    meant = INTENT.match(tail(told)) if told.claim.lemma in GIVING_UP else None
    if meant is not None and not (found.noun and found.noun.partition(" ")[0] in meant.group()):
        return True  # "scrapped its plan to require visas"; not "its bid for a rival"
    counted = found.rule.slot == "airport" and told.claim.lemma == "cancel"
    if counted and found.mention is not None:
        return FLIGHTS.search(clause, max(0, told.claim.trigger.end - told.claim.anchor.start)) is not None
    return found.noun == "suspension" and found.rule.slot == "sanctions" and OF_A_THING.search(clause) is not None


def _turned(found: Found, value: str, effect: Effect | None = None, slot: str = "") -> Found:
    rule = found.rule
    words = value.replace("{noun}", found.noun)
    return replace(found, rule=replace(rule, slot=slot or rule.slot, effect=effect or rule.effect, value=words))


def _by_words_before(found: Found, told: PlacedClaim) -> Kind | None:
    """What it does by its factuality, as the words before the verb allow it."""
    kind = "suspend" if found.rule.value == "not running" else kind_of(found.rule.effect, told)
    before = words_before(told)
    if kind in ("begin", "hold") and HAD_BEEN.search(before) and LASTED.match(words_behind(told)):
        kind = None  # "took off again after being shut for five weeks": it was so, and is no more
    if kind == "plan" and NEVER.search(before):
        kind = "hold" if found.rule.effect in ("end", "suspend") else None  # "would have expired on Tuesday"
    if kind in ("begin", "hold") and STOPPED.search(before):
        kind = "end" if _is(found, "hold", "presence") else None  # "ceased to operate"
    if kind == "hold" and found.rule.slot == "office" and told.claim.trigger.text.casefold() in SERVED:
        kind = kind if HAS.search(before) else None  # "served as minister from 2026 to 2028": not any more
    if kind in ("begin", "end", "suspend", "resume") and SPOKEN_OF.search(before):
        kind = None  # "no decision on holding a drill"
    return kind


def kind_of(effect: Effect, told: PlacedClaim) -> Kind | None:
    """What the claim does to the state, by its factuality; None where it says nothing that stands.

    A demand with a deadline that was laid down is a plan on record; one that is only planned is nothing yet.
    """
    factuality = told.claim.factuality
    if factuality == "happened" and told.claim.tense == "future" and told.claim.aspect is not None:
        factuality = "planned"  # "the recount is to begin on Monday and to be completed by Friday"
    going_on = stays(told) or told.claim.tense == "present" or _will_last(told)
    if effect == "hold" and factuality == "planned" and going_on:
        return "hold"  # "a curfew runs from nine in the evening", "the curfew will remain"
    cue = told.claim.factuality_cue.text.casefold().split()[:1] if told.claim.factuality_cue is not None else []
    if effect == "hold" and factuality == "planned" and DECIDED & set(cue):
        return "hold"  # "decided to keep the ban in place"
    if effect == "hold" and (told.claim.lemma, factuality) in SAID_OTHERWISE:
        return "hold"
    if effect in PLANNED:
        return "plan" if factuality in REAL or factuality in PLANS else None
    if effect == "ask":
        return "plan" if factuality in REAL or factuality == "demanded" else None
    if factuality in REAL:
        return "hold" if effect == "begin" and (stays(told) or _goes_on(told)) else cast(Kind, effect)
    if factuality in PLANS or factuality == "possible":
        return "plan" if effect != "hold" else None
    if factuality == "not_happened":
        return {"begin": "not_begun", "resume": "not_begun", "end": "hold", "suspend": "hold"}.get(effect)  # type: ignore[return-value]
    return "deny" if factuality == "denied" and effect != "hold" else None


def _is_sending(told: PlacedClaim) -> bool:
    """ "The kingdom is sending 500 soldiers": they are not there yet."""
    claim = told.claim
    return claim.lemma in SENDING and claim.trigger.text.endswith("ing") and claim.tense == "present"


def _is_under_way(told: PlacedClaim) -> bool:
    """ "The island is leaving the pact", "gave notice that it was leaving it": it has not left yet."""
    claim, before = told.claim, words_before(told).casefold().split()[-2:]
    return claim.trigger.text.endswith("ing") and (claim.tense == "present" or not {"was", "were"}.isdisjoint(before))


def _will_last(told: PlacedClaim) -> bool:
    """ "The curfew will remain": it stands already."""
    cue = told.claim.factuality_cue
    said = cue.text.casefold() if cue is not None else ""
    if told.claim.lemma in LASTING and said in ("will", "shall", "would", "to") and UNTIL.match(words_behind(told)):
        return True  # "the rationing will last until May"
    return (told.claim.lemma in ENDURING and said in ("will", "shall", "to")) or (
        told.claim.lemma in LASTING and bool(MEANT & set(said.split()))
    )


def stays(told: PlacedClaim) -> bool:
    """ "Schools will remain closed": what is to stay so stands already."""
    return any(w.casefold() in STAYING for w in words_before(told).split()[-2:])


def _goes_on(told: PlacedClaim) -> bool:
    """ "The blockade of the port continues", "talks are under way": nobody says when that began; who is sending troops
    has begun to."""
    claim = told.claim
    now = claim.factuality == "ongoing" and claim.tense == "present" and claim.aspect is None and claim.time is None
    now = now and claim.type != "MOBILIZE"
    return claim.aspect == "continue" or now


def shut_for(told: PlacedClaim) -> bool:
    """ "The stand, closed for two months, was opened again": how long it stood, and no word of when it began."""
    return words_before(told).endswith(", ") and LASTED.match(words_behind(told)) is not None


def _open_again(told: PlacedClaim) -> bool:
    """ "The port, shut for six days by a storm, resumed operations": that is over."""
    behind = told.claim.anchor.text[max(0, told.claim.trigger.end - told.claim.anchor.start) :][:LONGEST]
    return shut_for(told) and AGAIN_OPEN.match(behind) is not None


def _is_shut(told: PlacedClaim) -> bool:
    """ "The border is shut": how it stands, and no word of when it came to that."""
    claim, before = told.claim, words_before(told).casefold().split()[-2:]
    now = {"is", "are"} & set(before) and not {"being", "getting"} & set(before)
    return bool(now) and claim.tense == "present" and claim.time is None and not claim.trigger.text.endswith("ing")
