"""Which events are worth a line of a record, and which tellings are one event.

In:   claims as read, with their rule and participants.
Out:  whether an analyst would want the line; one claim per event, the other places of the report kept as repeats.
Room: claim.

A wrong line costs more than a missing one: what nobody named takes part in, what holds as a rule, and what is only
spoken of in general stays out of the record (it is still found by `annotate`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.events import Happening
from dateline.claim.lexis import Rule, event_nouns
from dateline.claim.model import Claim, Mention
from dateline.claim.titles import Words
from dateline.claim.tree import Tree, base

VAGUE: Final = frozenset({"conditional", "possible", "habitual"})
CONCRETE: Final = frozenset(
    {"person", "organisation", "office", "group", "publisher", "place", "facility", "agreement"}
)
NO_COMMENT: Final = frozenset({"comment", "request", "inquiry", "question", "query", "message", "call", "email"})
ANSWERS: Final = frozenset({"respond", "reply", "answer", "decline", "refuse", "return", "comment", "request"})
NEEDS_TWO: Final = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "REJECT", "AID", "SUPPORT", "ACCUSE", "REQUEST", "CONSULT"}
)
SHORTEST: Final = 2  # words of a title


def worth_a_line(
    t: Tree, event: Happening, rule: Rule | None, claim: Claim, words: Words, roots: Sequence[Mention]
) -> tuple[bool, bool]:
    """Whether the event is worth a line; whether it is a noun that only points back to one ("the withdrawal")."""
    bare = _bare(t, event, claim)
    if rule is not None and rule.worth in {"speech", "state", "intent"}:
        return False, bare
    if _no_comment(t, event):
        return False, bare
    if not (words.actor or words.objects) or len(claim.title.split()) < SHORTEST:
        return False, bare
    if claim.factuality == "habitual":
        return False, bare
    named = [p for p, m in zip(claim.participants, roots, strict=True) if _concrete(m)]
    actor = any(p.role == "actor" for p in named)
    others = [p for p in named if p.role != "actor"]
    timed = claim.time is not None
    if claim.context == "headline" and not named:
        return False, bare
    noun = event_nouns().get(t.tokens[event.at].lemma.lower()) if event.noun else None
    weak = rule is None or rule.worth == "weak" or (noun is not None and noun.worth in {"weak", "asks"})
    doers = [p for p in named if p.role != "place"]
    if event.noun and event.carrier == event.at:
        return bool(doers) and not weak and (timed or len(named) > 1), bare
    alone = not (words.objects and words.actor) and not words.rest and not event.frame.passive
    if rule is not None and rule.type in NEEDS_TWO and alone:
        return False, bare
    if claim.factuality in VAGUE:
        return actor and bool(others) and not weak, bare
    if weak:
        return actor and (bool(others) or timed) and (rule is not None or (bool(others) and timed)), bare
    return bool(named) or timed, bare


def _concrete(mention: Mention) -> bool:
    return mention.named or mention.kind in CONCRETE


def _no_comment(t: Tree, event: Happening) -> bool:
    """ "did not respond to a request for comment", "declined to comment" """
    near = [k for _, k in event.frame.obls] + list(event.frame.obj)
    if event.frame.inf is not None:
        near.append(event.frame.inf)
    found = {t.tokens[k].lemma.lower() for k in near}
    return bool(found & NO_COMMENT) and t.tokens[event.at].lemma.lower() in ANSWERS


def _bare(t: Tree, event: Happening, claim: Claim) -> bool:
    """A noun with an article and no time of its own: it takes for granted what is told elsewhere."""
    if not event.noun or event.carrier != event.at or claim.time is not None:
        return False
    kids = t.children(event.at, "det", "nmod:poss")
    return any(t.tokens[k].text.lower() in {"the", "this", "that"} or base(t.tokens[k].deprel) == "nmod" for k in kids)
