"""One claim is told once per report.

In:   the claims of one report that are worth a line, in order of place.
Out:  one claim per event; the other places that tell it are its `repeats`.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.event.told import Told
from dateline.claim.lexis import is_kind
from dateline.claim.model import Claim, Mention
from dateline.claim.wording.content import content
from dateline.sentence.times.model import TimeExpression
from dateline.terms import Anchor

ALIKE: Final = ("accord", "aid", "force", "talk")  # "the deal" and "the agreement" can be one
# "both sides" and "the two countries" can be one party, beside an object that is one.
ANYBODY: Final = frozenset(["side", "sides", "party", "parties", "country", "countries", "both", "two", "government"])
WIDEST: Final = 60  # events of one verb that a telling is compared with; a report with more is a list
# How sure each commitment is: a headline that is surer than its body gives way to it.
REAL: Final = frozenset({"happened", "ongoing"})
SAME_VERB: Final = {
    "pull out": "withdraw", "pull back": "withdraw", "leave": "withdraw", "depart": "withdraw", "exit": "withdraw",
    "quit": "withdraw",
    "terminate": "end", "cease": "end", "stop": "halt", "suspend": "halt", "pause": "halt", "freeze": "halt",
    "kick out": "expel", "drive out": "expel", "throw out": "expel", "order out": "expel",
    "label": "designate", "brand": "designate", "classify": "designate", "declare": "designate",
    "seize power": "oust", "take power": "oust", "overthrow": "oust", "topple": "oust", "depose": "oust",
    "stage coup": "oust", "seize": "oust", "pause aid": "halt", "hold talk": "meet", "hold talks": "meet",
    "discuss": "meet", "hold meeting": "meet", "murder": "kill", "start": "begin",
}  # fmt: skip


def tell_once(
    told: Sequence[Told], times: Sequence[TimeExpression], root: Callable[[Mention], Mention]
) -> tuple[Claim, ...]:
    """The claims, each told once, by place."""
    kept: list[Claim] = []
    by_verb: dict[str, list[int]] = {}
    keys: list[dict[str, frozenset[str]]] = []
    order = sorted((t for t in told if t.worth), key=_fullest_first)
    for t in order:
        key = _key(t.claim, root)
        verb = by_verb.setdefault(verb_of(t.claim), [])
        same = next((n for n in verb[:WIDEST] if _one_event(t, key, kept[n], keys[n], times)), None)
        if same is None:
            verb.append(len(kept))
            kept.append(t.claim)
            keys.append(key)
        else:
            kept[same] = _merged(kept[same], t.claim)
    kept, keys = _believed(kept, keys, told, times, root)
    kept, keys = _denied_once(kept, keys)
    by_verb = {}
    for n, claim in enumerate(kept):
        by_verb.setdefault(verb_of(claim), []).append(n)
    for t in (t for t in told if not t.worth and t.noun):
        key = _key(t.claim, root)
        verb = by_verb.get(verb_of(t.claim), [])[:WIDEST]
        same = next((n for n in verb if _one_event(t, key, kept[n], keys[n], times)), None)
        if same is not None and key["all"]:
            kept[same] = _merged(kept[same], t.claim)
    return tuple(sorted(kept, key=lambda c: (c.trigger.start, c.trigger.end)))


def _denied_once(
    kept: list[Claim], keys: list[dict[str, frozenset[str]]]
) -> tuple[list[Claim], list[dict[str, frozenset[str]]]]:
    """Without "X denied that ..." where what is denied has a line of its own, as denied."""
    denied = (c.factuality_cue for c in kept if c.factuality == "denied" and c.sound)
    cues = {cue for cue in denied if cue is not None}
    out = [(c, k) for c, k in zip(kept, keys, strict=True) if c.trigger not in cues]
    return [c for c, _ in out], [k for _, k in out]


def _believed(
    kept: list[Claim],
    keys: list[dict[str, frozenset[str]]],
    told: Sequence[Told],
    times: Sequence[TimeExpression],
    root: Callable[[Mention], Mention],
) -> tuple[list[Claim], list[dict[str, frozenset[str]]]]:
    """Without headlines that are surer than their body: "Forces withdraw" above a body that tells of talks on it."""
    weaker: dict[str, list[Told]] = {}
    for t in told:
        if t.talked or (t.claim.context == "body" and t.claim.factuality not in REAL):
            weaker.setdefault(verb_of(t.claim), []).append(t)
    out = []
    for claim, key in zip(kept, keys, strict=True):
        alone = claim.context == "headline" and claim.factuality in REAL
        if not alone or not any(
            _one_event(t, _key(t.claim, root), claim, key, times) for t in weaker.get(verb_of(claim), [])[:WIDEST]
        ):
            out.append((claim, key))
    return [c for c, _ in out], [k for _, k in out]


def _fullest_first(t: Told) -> tuple[bool, bool, bool, bool, int, int]:
    """The body before headlines, then who names an actor, then who says when, then by place."""
    claim = t.claim
    actor = any(p.role == "actor" for p in claim.participants)
    return (
        claim.context != "body" or decided(claim),
        not actor,
        t.bare,
        claim.time is None,
        claim.anchor.start,
        claim.trigger.start,
    )


def _merged(claim: Claim, other: Claim) -> Claim:
    """The claim with a further place; a time that only the other tells is taken over with its relation."""
    spot: Anchor = other.anchor
    known = {claim.anchor, *claim.repeats}
    same = other.factuality == claim.factuality or decided(other)
    if claim.time is None and other.time is not None and same:
        claim = replace(claim, time=other.time, time_relation=other.time_relation)
    return claim if spot in known else replace(claim, repeats=tuple(sorted((*claim.repeats, spot))))


def decided(claim: Claim) -> bool:
    """ "the decision to end the accord": beside "has ended the accord" it is the same end."""
    cue = claim.factuality_cue
    return claim.factuality == "planned" and cue is not None and cue.text.lower() in {"decision", "move", "decided"}


def _key(claim: Claim, root: Callable[[Mention], Mention]) -> dict[str, frozenset[str]]:
    """Folded words of the participants, by role and all together."""
    out: dict[str, set[str]] = {"all": set()}
    for p in claim.participants:
        words = content(root(p.mention).anchor.text)
        if root(p.mention).named and root(p.mention).kind == "person":
            out.setdefault(f"who {p.role}", set()).update(words)
        if p.mention.title:
            words |= content(p.mention.title)  # "the owner" of the headline is "Orsk Lines, the owner"
        words |= {kind for kind in ALIKE if any(is_kind(w, kind) for w in words)}
        role = "object" if p.role in {"recipient", "object"} else p.role
        out.setdefault(role, set()).update(words)
        out["all"] |= words
    return {k: frozenset(v) for k, v in out.items()}


def verb_of(claim: Claim) -> str:
    """The verb that stands for the claim's: "pull out" and "leave" are one with "withdraw"."""
    return SAME_VERB.get(claim.lemma, claim.lemma)


def _one_event(
    t: Told,
    key: dict[str, frozenset[str]],
    other: Claim,
    theirs: dict[str, frozenset[str]],
    times: Sequence[TimeExpression],
) -> bool:
    """Same act, nobody who contradicts, times that can be the same, commitments that do not differ."""
    claim = t.claim
    if verb_of(claim) != verb_of(other) or (claim.anchor == other.anchor and claim.lemma != other.lemma):
        return False
    soft = t.bare or claim.context == "headline" or other.context == "headline" or decided(claim) or decided(other)
    if claim.factuality != other.factuality and not soft and {claim.factuality, other.factuality} - REAL:
        return False
    if not _times_agree(claim, other, times):
        return False
    shared = key["all"] & theirs["all"]
    for role in ("actor", "object", "who actor", "who object"):  # two secretaries of two names are two
        a, b = key.get(role), theirs.get(role)
        if a and b and not a & b and not (a <= ANYBODY or b <= ANYBODY):
            return False
    whoever = all(bool(k.get("actor")) and k["actor"] <= ANYBODY for k in (key, theirs))  # "both sides", "the two"
    return bool(shared) or whoever or not key["all"]


def _times_agree(a: Claim, b: Claim, times: Sequence[TimeExpression]) -> bool:
    if a.time is None or b.time is None or a.time == b.time:
        return True
    first, second = times[a.time].value, times[b.time].value
    return first == second or first.startswith(second) or second.startswith(first)
