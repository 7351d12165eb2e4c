"""What is set for a day: "the case will be heard on Friday", "full capacity is promised for June".

In:   an event with its tree, its time and how far the report commits itself.
Out:  whether it is a thing told to come on or by a stated day.
Room: claim. Such a line stands on the board until its day is past, so weak verbs are told too.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.certainty.lasting import STILL
from dateline.claim.event.events import Happening
from dateline.claim.lexis import word_list
from dateline.claim.model import Claim
from dateline.claim.tree import Tree, base, marked_to
from dateline.sentence.times.model import TimeExpression

SETTING: Final = word_list(
    "expect promise schedule set slate list fix target foresee anticipate plan due book reckon "
    "forecast predict pencil earmark"
)
SCHEDULING: Final = word_list("schedule slate set plan book pencil")
OFF: Final = frozenset(
    {"postpone", "delay", "cancel", "put off", "call off", "push back", "scrap", "shelve", "abandon", "suspend"}
    | {"ban", "block", "prohibit", "drop", "avert", "axe", "put back", "prevent", "forbid"}
)  # what is done to a thing that was set for a day and will not be then
FOR: Final = frozenset({"for", "by", "on", "in", "from", "before"})  # words before the day a thing is set for
TOLD_ONLY: Final = word_list("say tell add know believe think remain stay continue keep mean want need like have")

BY_VOTE: Final = word_list("ratify approve confirm reject adopt impeach endorse acquit censure elect override dismiss")
NOT_YET: Final = frozenset({"not", "n't", "never", "would", "could", "might", "may", "will", "nearly", "almost"})


def by_vote(t: Tree, i: int) -> bool:
    """ "Voted to ratify the treaty": the vote does it; who "voted to strike" has not struck yet."""
    up = t.up(i)
    voted = up is not None and t.low[up] == "voted" and t.rel(i) in {"xcomp", "advcl"} and marked_to(t, i)
    beside = {t.low[k] for k in t.children(up or 0, "aux", "advmod")}
    return voted and not beside & NOT_YET and t.tokens[i].lemma.lower() in BY_VOTE


def is_set_for_a_day(t: Tree, event: Happening, claim: Claim, timed: bool) -> bool:
    """Whether somebody or something is told to do or undergo it on or by a stated day."""
    told = claim.factuality in {"planned", "demanded"} and claim.context == "body" and claim.time is not None
    lemma = t.tokens[event.carrier].lemma.lower()
    stays = lemma in STILL and claim.time_relation == "until"  # "will remain closed until Monday"
    doing = not event.noun and (lemma not in TOLD_ONLY or stays)
    return told and timed and doing and bool(claim.participants)


def of_himself(t: Tree, i: int) -> bool:
    """ "Belmar said it would cut 900 jobs": what a speaker says of himself."""
    up, subject = t.up(i), t.child(i, "nsubj")
    speaker = t.child(up, "nsubj") if up is not None and up < i and t.rel(i) == "ccomp" else None
    return speaker is not None and subject is not None and t.tokens[subject].upos == "PRON"


def _is_off(t: Tree, i: int) -> bool:
    """ "Called off a strike planned for Thursday", "talks set for Monday were postponed": it will not be then."""
    noun = t.up(i) if t.rel(i) == "acl" else None
    verb = t.up(noun) if noun is not None and base(t.tokens[noun].deprel) in {"obj", "nsubj"} else None
    if verb is None or noun is None or (base(t.tokens[noun].deprel) == "nsubj") != bool(t.child(verb, "aux:pass")):
        return False
    particle = next((t.low[k] for k in t.children(verb, "compound:prt", "advmod") if k == verb + 1), "")
    return f"{t.tokens[verb].lemma.lower()} {particle}".strip() in OFF


def set_for(t: Tree, event: Happening, time: TimeExpression | None) -> bool:
    """Whether a verb of setting gives its thing a day: "a hearing is listed for Friday", "they expect it by May"."""
    i = event.carrier
    if event.noun or t.tokens[i].lemma.lower() not in SETTING or time is None or time.type not in {"DATE", "TIME"}:
        return False
    if (time.preposition or "").casefold() not in FOR or time.start < t.tokens[i].start:
        return False
    heads = (*event.frame.subj, *event.frame.obj)
    if _is_off(t, i):
        return False
    if any(t.low[k] == "no" for h in heads for k in t.children(h, "det")):
        return False  # "no new talks are scheduled for May"
    beside = {t.low[k] for k in t.children(i, "aux", "aux:pass")}
    if event.frame.inf is not None or event.frame.clause is not None or "had" in beside:
        return False
    if t.tokens[i].lemma.lower() in SCHEDULING and time.preposition == "for" and event.frame.passive:
        return True  # "was scheduled for Friday", "talks planned for Friday": whenever that was arranged
    if beside & {"was", "were"}:
        return False
    passive = event.frame.passive and bool(beside & {"is", "are", "'s", "been"})
    by = (time.preposition or "").casefold() in {"by", "for", "before"} or t.tokens[i].lemma.lower() == "expect"
    return passive or (bool(event.frame.subj) and not event.frame.passive and by)  # not "listed them in May"
