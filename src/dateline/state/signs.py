"""Names what speaks for and against a line of the board, for the small model that weighs it.

In:   a state with all that was told of it.
Out:  named signs, each of them there or not.
Room: state. A sign is something a reader could check in the sentence; what each is worth, `weigh` knows from marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.state.model import Side, State, Transition
from dateline.state.titles import made_title
from dateline.terms.factuality import REAL

GROUPS: Final = {
    slot: group
    for group, slots in {
        "people": "detention charges missing care search trapped standing expulsion exile",
        "office": "office government sitting rule",
        "way": "border port road airspace airport channel traffic site school power evacuation siege control zone",
        "pact": "accord deal ceasefire talks relations membership recognition war",
        "order": "sanctions emergency curfew law measure licence order scheme blocking deadline condition designation",
    }.items()
    for slot in slots.split()
}  # kinds of state whose lines go wrong in the same ways
PRONOUNS: Final = word_list("he she it they we i you him her them who which that this these those")
BEFORE: Final = word_list(
    "if when once until after before who which that where while because since unless whether to for by has have had "
    "would could will should must may might can be being been not never"
)  # words of the clause before the event word that change what it tells
AFTER: Final = word_list(
    "the a an its his her their in on of for with from at to out up off over down by and that , . ;"
)  # what the event word is followed by
CLAUSE: Final = re.compile(r"[,;:]")
WORD: Final = re.compile(r"[\w'’]+|[.,;]")
FIRST_PERSON: Final = re.compile(r"\b(?:I|we|you|my|our|We|You|My|Our)\b")
HEADS: Final = (
    "organ",
    "force",
    "person",
    "body",
    "worker",
    "media",
    "assembly",
    "envoy",
    "refugee",
    "vehicle",
    "site",
    "territory",
    "border",
)  # kinds of noun that a side may end in
YEAR: Final = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
GONE_BY: Final = word_list(
    "ago former then earlier once had history since decade years late later after during already still now today "
    "yesterday recently"
)  # words that tell of another time, or of this
WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
NEAR: Final = 60  # characters before the event word that are looked at
ROLES: Final = ("actor", "recipient", "object", "place")
AGES: Final = ((3, "days"), (14, "weeks"), (120, "months"), (400, "a year"))  # between the deed and its report


def signs(state: State) -> tuple[str, ...]:
    """The names of all signs that hold, of the telling that says most of the state and of the state itself."""
    first = plainest(state.transitions)
    of_state = (*_kind(state, first), *_joined(state), *_sides(state), *_heads(state), *_title(state, first))
    of_claim = (*_claim(first), *_roles(first), *_words(first), *_day(first), *_times(first))
    return tuple(dict.fromkeys((*of_state, *of_claim)))


def plainest(told: Iterable[Transition]) -> Transition:
    """What tells most plainly of a state: as done, with its day, in its own words; the first of those."""
    return min(
        told,
        key=lambda t: (t.told.claim.factuality not in REAL, not t.when.exact, not t.told.claim.sound),
    )


def _kind(state: State, first: Transition) -> Iterator[str]:
    """Which kind of state, what is told of it, how often."""
    last = state.transitions[-1].kind
    group = GROUPS.get(state.slot, "other")
    yield from (f"slot {state.slot}", f"slot {state.slot} {last}", f"group {group}", f"group {group} {last}")
    yield from (f"value {first.value}", f"of {first.of}", f"kind {first.kind}", f"last {last}")
    yield f"told {min(len(state.transitions), 3)}"
    yield f"reports {min(len({t.report for t in state.transitions}), 3)}"
    if state.planned:
        yield "plan with a day" if first.deadline is not None else "plan without a day"
    for name in ("thing", "which", "called"):
        if getattr(first, name):
            yield name


def _joined(state: State) -> Iterator[str]:
    """How what several claims tell was taken for one state: "the ban" of another sentence may be any ban."""
    told = state.transitions
    claims = len({t.told.claim.id for t in told})
    yield f"claims {min(claims, 4)}"
    if claims == 1:
        return
    differing = {
        "several claims": True,
        f"several {state.slot}": True,
        "several verbs": len({t.told.claim.lemma for t in told}) > 1,
        "several kinds": len({t.kind for t in told}) > 1,
        "several claims of one report": len({t.report for t in told}) == 1,
        "several objects": len({t.object.name.casefold() for t in told} - {""}) > 1,
        "several subjects": len({t.subject.name.casefold() for t in told} - {""}) > 1,
        "a telling of nobody": any(not t.subject.keys | t.object.keys for t in told),
    }
    yield from (sign for sign, holds in differing.items() if holds)


def _sides(state: State) -> Iterator[str]:
    """Whether names tell whose it is, or nothing does."""
    group = GROUPS.get(state.slot, "other")
    for name, side in (("subject", state.subject), ("object", state.object)):
        keys = {k.split(":")[0] for k in side.keys} or {"none"}
        yield from (f"{name} {k}" for k in sorted(keys))
        yield from (f"{group} {name} {k}" for k in sorted(keys))
        yield from (f"{name} {sign}" for sign in _named(side))
    if state.subject.name and state.subject.name == state.object.name:
        yield "one side"


def _heads(state: State) -> Iterator[str]:
    """Which kind of noun tells a side of this kind of state: "control of the town", "control of the debate"."""
    for name, side in (("subject", state.subject), ("object", state.object)):
        words = side.name.split()
        if not words:
            continue
        head = side.name.split(" of ")[0].split()[-1].casefold()
        kinds = [k for k in HEADS if is_kind(head, k) or is_kind(head.removesuffix("s"), k)] or ["of no kind"]
        yield from (sign for k in kinds for sign in (f"{name} head {k}", f"{state.slot} {name} head {k}"))
        yield f"{state.slot} {name} {'entity' if side.entity else 'words'}"
        if words[0].casefold() in ("the", "a", "an", "its", "their", "his"):
            yield f"{name} begins {words[0].casefold()}"
        if words[0][:1].islower():
            yield f"{name} lower"


def _title(state: State, first: Transition) -> Iterator[str]:
    """What the line is made of: names, brackets, one "of" behind another, a word told twice."""
    title = made_title(state)
    words = [w.casefold() for w in WORD.findall(title) if len(w) > 3]
    yield f"title words {min(len(title.split()) // 3, 5)}"
    yield "title name" if any(c.isupper() for c in title[1:]) else "title without name"
    shape = {
        "title brackets": "(" in title,
        "title of of": title.count(" of ") > 1,
        "title twice": len(set(words)) < len(words),
        "no which": not (first.which or first.called),
        f"which {first.which[:1] if first.which.startswith('(') else first.which.split(' ')[0]}": bool(first.which),
    }
    yield from (sign for sign, holds in shape.items() if holds)


def _named(side: Side) -> Iterator[str]:
    words = side.name.split()
    if not words:
        yield "untold"
        return
    yield f"words {min(len(words), 6) // 2 * 2}"
    signs_of = {
        "capital": any(w[:1].isupper() for w in words),
        "entity": side.entity is not None,
        "number": any(c.isdigit() for c in side.name),
    }
    yield from (sign for sign, holds in signs_of.items() if holds)


def _claim(first: Transition) -> Iterator[str]:
    """How certain it is, in which tense and by whom it is told."""
    claim = first.told.claim
    yield from (f"told as {claim.factuality}", f"tense {claim.tense}", f"in {claim.context}", f"type {claim.type}")
    yield f"voices {min(len(claim.voice), 2)}"
    yield f"time {claim.time_relation}" if claim.time is not None else "no time"
    if claim.factuality_cue is not None:
        yield f"cue {claim.factuality_cue.text.casefold()}"
    told = {
        "describes": claim.aside,
        "no line of its own": not claim.sound,
        "partial": claim.partial,
        "hedged": claim.reported_as != claim.factuality,
        f"aspect {claim.aspect}": claim.aspect is not None,
    }
    yield from (name for name, holds in told.items() if holds)


def _roles(first: Transition) -> Iterator[str]:
    """Who takes part in the deed: named, or by a pronoun."""
    claim = first.told.claim
    roles = {p.role for p in claim.participants}
    yield f"{GROUPS.get(first.slot, 'other')} by {' and '.join(sorted(roles & {'actor', 'object'}))}"
    for role in ROLES:
        those = [p.mention for p in claim.participants if p.role == role]
        if those:
            yield role
        if any(m.named for m in those):
            yield f"{role} named"
        if any(m.anchor.text.casefold() in PRONOUNS for m in those):
            yield f"{role} by a pronoun"


def _words(first: Transition) -> Iterator[str]:
    """The words around the event word, and the kind of sentence."""
    claim = first.told.claim
    text, word = claim.anchor.text, claim.trigger.text
    at = max(0, claim.trigger.start - claim.anchor.start)
    ahead = text[max(0, at - NEAR) : at].casefold()
    clause = set(WORD.findall(CLAUSE.split(ahead)[-1]))
    yield from (f"clause {w}" for w in sorted(clause & BEFORE))
    behind = WORD.findall(text[at + len(word) : at + len(word) + NEAR // 2].casefold())[:1]
    yield from (f"after {w}" for w in behind if w in AFTER)
    before = WORD.findall(ahead)[-1:]
    yield from (f"before {w}" for w in before if w in BEFORE | AFTER)
    yield f"event words {min(len(word.split()), 3)}"
    yield f"sentence {min(len(text.split()), 60) // 10 * 10}"
    kinds = {
        "participle": word.casefold().endswith("ing"),
        "bare verb": word.casefold() == claim.lemma,
        "first word": word[:1].isupper(),
        "quotation": any(mark in text for mark in '"“”'),
        "question": "?" in text,
        "first person": FIRST_PERSON.search(text) is not None,
    }
    yield from (name for name, holds in kinds.items() if holds)


def _day(first: Transition) -> Iterator[str]:
    """How long before its report it was, and how exactly that is known."""
    when, published = first.when, first.published
    yield "exact day" if when.exact else "no exact day"
    if when.earliest is None or published.latest is None:
        yield "age unknown"
        return
    days = (published.latest - when.earliest).days
    yield "age " + next((name for most, name in AGES if days <= most), "old")


def _times(first: Transition) -> Iterator[str]:
    """The words of time of the sentence, and whether its years are those of the report."""
    text, known = first.told.claim.anchor.text, first.published.latest
    year = known.year if known is not None else 0
    for told in YEAR.findall(text):
        yield "year past" if int(told) < year else "year same" if int(told) == year else "year coming"
    said = {w.casefold() for w in WORD.findall(text)}
    yield from (f"says {w}" for w in sorted(said & GONE_BY))
    if WEEKDAY.search(text.casefold()):
        yield "says a weekday"
