"""Events that are told and are no line of a record: a speaker's own doings, questions, words without what was said.

In:   an event as read, with the words of its title.
Out:  whether it stays out of the record.
Room: claim. Piles of real news hold readers' letters, live pages and interviews: "I arrived on Saturday" is somebody's
      life, and the report does not say whose.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.certainty.words import local
from dateline.claim.event.beside_it import said_between
from dateline.claim.event.events import Happening
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.model import Claim
from dateline.claim.tree import Tree, base
from dateline.claim.wording.titles import Words

SPEAKER: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Yy]ou|[Yy]our|myself|ourselves)\b")
TELLS: Final = word_list(
    "warn ask urge deny caution praise blame tell inform advise remind insist complain argue predict respond reject "
    "support oppose welcome criticise criticize condemn accuse allege admit acknowledge confirm reiterate stress "
    "discuss describe mention note claim suggest recommend require demand need"
)  # which tell nothing where what is said is lost
GOES: Final = word_list("arrive travel fly visit flee walk march")
OF_WHAT: Final = word_list("accuse warn remind inform advise assure urge notify convince persuade")
OF_SOMEBODY: Final = word_list(
    "condemn praise criticise criticize urge accuse blame warn advise remind"
)  # or of something
PLACES: Final = ("site", "territory")
UNDOING: Final = word_list(
    "free release liberate rescue lift regain restore reopen revoke withdraw repeal scrap acquit ransom unfreeze"
)
KNOWN: Final = frozenset({"the", "all", "these", "those", "their", "its", "his", "her"})
PLANNING: Final = word_list("plan intend mean want seek try consider hope wish propose attempt prepare")
DENYING: Final = word_list("deny dismiss reject refute")
ALLOWING: Final = word_list(
    "stop halt suspend pause end cease ban bar forbid prohibit outlaw allow permit tolerate restrict limit discourage"
)


def is_aside(t: Tree, event: Happening, claim: Claim, words: Words) -> bool:
    """Whether the event is a speaker's own story, part of a question, what may not be, or a word without what was
    said."""
    told = _own_story(words, claim) or _asked(claim) or _says_nothing(event, claim, words)
    return (
        told
        or _moving_place(t, event, words)
        or _may_not_be(t, event, claim)
        or _done_to(t, event)
        or _plan_denied(t, event)
        or (claim.time is None and _undone_at_once(t, event))
        or (claim.factuality == "planned" and said_between(t, event.carrier))
    )


def _undone_at_once(t: Tree, event: Happening) -> bool:
    """ "The girls kidnapped from a school have been freed", "lifted the curfew imposed after the raid": of what is
    undone the participle only says which it was."""
    noun = t.up(event.carrier)
    verb = t.up(noun) if noun is not None else None
    which = t.rel(event.carrier) == "acl" and not t.low[event.carrier].endswith("ing") and verb is not None
    if noun is None or verb is None or not which or t.tokens[verb].lemma.lower() not in UNDOING:
        return False
    done_to = t.rel(noun) == "obj" or base(t.tokens[noun].deprel) == "nsubj"
    known = t.tokens[noun].upos == "NOUN" and any(t.low[k] in KNOWN for k in t.children(noun, "det", "nmod:poss"))
    return done_to and known and not t.children(event.carrier, "nsubj", "aux", "mark", "obl:agent")


def _plan_denied(t: Tree, event: Happening) -> bool:
    """ "denied that it planned to close the mill": who denies a plan has not said what was done."""
    up = t.up(event.carrier)
    over = t.up(up) if up is not None else None
    planned = up is not None and t.rel(event.carrier) == "xcomp" and t.tokens[up].lemma.lower() in PLANNING
    return planned and over is not None and t.rel(up or 0) == "ccomp" and t.tokens[over].lemma.lower() in DENYING


def _done_to(t: Tree, event: Happening) -> bool:
    """ "Issuing visas was stopped on Saturday": what is stopped, allowed or forbidden is not told as done."""
    up = t.up(event.carrier)
    over = t.tokens[up].lemma.lower() if up is not None else ""
    return not event.noun and t.tokens[event.carrier].deprel == "csubj:pass" and over in ALLOWING


def _own_story(words: Words, claim: Claim) -> bool:
    """ "I arrived in Mexico City", "my partner and I returned": who speaks could not be found."""
    if SPEAKER.search(words.actor or words.objects) or SPEAKER.match(claim.title):
        return True
    acting = (p.mention.anchor.text for p in claim.participants if p.role == "actor")
    return not claim.voice and any(SPEAKER.fullmatch(text) for text in acting)


def _asked(claim: Claim) -> bool:
    """ "Did the envoy fall ill during her trips to the coast?"."""
    return claim.anchor.text.rstrip("\"'”’) ").endswith("?")


def _may_not_be(t: Tree, event: Happening, claim: Claim) -> bool:
    """ "If Osland does not leave, Narvia will shut the border.": neither the leaving nor the staying is told."""
    return claim.factuality == "conditional" and local(t, event.carrier).label == "not_happened"


def _says_nothing(event: Happening, claim: Claim, words: Words) -> bool:
    """ "Officials warned": of whom and what was lost; "the official denied the president": a clause was."""
    lemma = event.lemma.split()[0]
    if lemma not in TELLS or event.noun:
        return False
    if lemma in OF_SOMEBODY and words.actor and not words.objects and all(r.startswith("to ") for r in words.rest):
        return True  # "the premier urged to obey", with those he urged lost
    if lemma in OF_WHAT and not event.frame.passive and not words.rest:
        return True  # "the premier warned the rebels", with the warning lost
    verb = 2 if {"is", "are"} & set(claim.title.split()) else 1
    return bool(words.actor) and len(claim.title.split()) <= len(words.actor.split()) + verb


def _moving_place(t: Tree, event: Happening, words: Words) -> bool:
    """ "Arriving in Ghat, a remote city": the place was read as the one who comes."""
    heads = event.frame.subj
    if event.lemma.split()[0] not in GOES or not words.actor or len(heads) != 1:
        return False
    token = t.tokens[heads[0]]
    moves = is_kind(token.lemma.lower(), "vehicle")  # "the ship arrived"
    return token.upos == "NOUN" and is_kind(token.lemma.lower(), *PLACES) and not moves
