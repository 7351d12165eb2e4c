"""What is written like news and tells none: how things stand, what a picture shows, a phrase whose point is lost.

In:   an event as read, with its claim and the words of its title.
Out:  whether it stays out of the record.
Room: claim. "The law requires an interpreter" is as true tomorrow; a line of a timeline needs something that happens.
What begins or ends a state is told all the same: the caller asks `moves` first.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.certainty.lasting import is_plain_present
from dateline.claim.event.events import Happening
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.model import Claim
from dateline.claim.tree import Tree
from dateline.claim.wording.titles import Words

READY: Final = word_list("prepare")  # "is prepared to", "is ready to": a mind made up, and no deed
TO_READERS: Final = word_list("tune click scroll subscribe bookmark")
# "opened the door", "paved the way": of such phrases only what follows tells what happened.
POINTLESS: Final = word_list(
    "door way sign step leaf boost blow stage ground fire heat eye hand tone light bell issue case"
)
TURNED: Final = word_list(
    "open pave give take deal set lay turn lend show clear send strike make sound deliver receive get raise"
)
FEELINGS: Final = word_list(
    "fear concern doubt question hope tension alarm speculation worry anxiety prospect spectre specter pressure "
    "uncertainty confusion suspicion eyebrow stake expectation"
)
STIRRING: Final = word_list(
    "raise fuel spark stoke deepen heighten increase trigger prompt ignite revive dash put add ease"
)
NOT_WANTING: Final = word_list("ask request want wish decline refuse")
NAMING: Final = word_list("name identify quote")
OPEN: Final = re.compile(
    r"\b(?:[Hh]ow (?:many|much)|[Ww]hat|[Ww]hether|[Ww]hich|[Ww]ho)\b"
)  # "exactly how many people died"; not the WHO
WISHING: Final = word_list(
    "seek seeks seeking sought try tries trying tried want wants wanted hope hopes hoping hoped wish wishes look looks "
    "looking strive strives striving struggle struggles struggling fight fights fighting"
)
TRYING: Final = word_list("tried tries trying attempted")  # and nobody says with what success
SOUGHT: Final = word_list("sought tried wanted hoped attempted wished")
UNLIKELY: Final = frozenset({"unlikely", "doubtful", "improbable", "doubts", "doubted"})
READINESS: Final = word_list("ready willing prepared eager poised keen happy")
BACKWARD: Final = frozenset(
    {("follow", "suit"), ("do", "likewise"), ("do", "same"), ("follow", "lead"), ("follow", "example")}
)
BEATING: Final = word_list("bury crush hammer thrash slaughter demolish flatten punish kill destroy maul pummel batter")
CONTESTS: Final = word_list(
    "poll polls ballot election elections vote debate debates match game final league market ratings"
)
DATED_END: Final = re.compile(  # "... at the border, May 4, 2031."
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.?) "
    r"\d{1,2}, \d{4}\W*\Z"
)
REVISING: Final = word_list("revise correct update adjust amend lower raise cite quote")
TALLIES: Final = word_list("figure toll tally count number estimate statistic total")
SCHEDULED: Final = word_list("schedule slate book earmark bill")


def is_idle(t: Tree, event: Happening, claim: Claim, words: Words) -> bool:
    """Whether the event only tells what a picture shows, a wish, or a phrase without its point."""
    return (
        _willing(event)
        or _to_the_reader(event, claim)
        or _pointless(event, words)
        or _mere_talk(t, event)
        or _without_having(t, event)
        or _ready_for(t, event)
        or _points_back(t, event)
        or _of_a_figure(t, event)
        or _as_scheduled(t, event)
        or _only_names(t, event)
        or _beaten_in_a_contest(t, event)
        or _unnamed(t, event)
        or _in_picture(t, claim)
        or _wish(claim)
        or OPEN.search(words.actor or words.objects) is not None
    )


def _as_scheduled(t: Tree, event: Happening) -> bool:
    """ "Cancelled 800 flights scheduled for Wednesday": which flights, and nothing that came about."""
    return event.lemma in SCHEDULED and not event.noun and t.rel(event.at) == "acl" and not t.children(event.at, "aux")


def _of_a_figure(t: Tree, event: Happening) -> bool:
    """ "Revising an earlier figure of 31": the figure is kept with the figures, and without a new one says nothing."""
    if event.lemma not in REVISING or event.noun or not event.frame.obj:
        return False
    told = any(t.tokens[k].lemma.lower() in TALLIES for k in event.frame.obj)
    return told and not any(word in {"to", "at", "from", "by"} for word, _ in event.frame.obls)


def stands_so(t: Tree, event: Happening, claim: Claim) -> bool:
    """Whether it is the present of a state: "the law requires an interpreter", "the premier commands two brigades"."""
    return claim.factuality == "ongoing" and not event.noun and is_plain_present(t, event.carrier)


def _in_picture(t: Tree, claim: Claim) -> bool:
    """ "A worker carries a fan into the school in Kor, May 4, 2031.": the words under a picture."""
    if claim.context != "body":
        return False
    root = next((k for k in range(len(t.tokens)) if t.up(k) is None), 0)
    if not is_plain_present(t, root):
        return False
    return DATED_END.search(claim.anchor.text) is not None or (claim.time is not None and _somebody(t, root))


def _somebody(t: Tree, verb: int) -> bool:
    """ "A woman holds a banner on Monday": nobody known, as in the words under a picture."""
    subject = t.child(verb, "nsubj")
    if subject is None or not is_kind(t.tokens[subject].lemma.lower(), "person"):
        return False
    return any(t.low[k] in {"a", "an"} for k in t.children(subject, "det"))


def _to_the_reader(event: Happening, claim: Claim) -> bool:
    """ "Tune in at ten for the latest from the border", "Watch the talk tonight"."""
    alone = event.at == 0 and not event.noun and not event.frame.subj and claim.factuality == "demanded"
    return alone or event.lemma.split()[0] in TO_READERS


def _willing(event: Happening) -> bool:
    """ "The council is prepared to do what is needed."."""
    return event.lemma.split()[0] in READY and event.frame.passive and not event.noun and not event.frame.subj


def _pointless(event: Happening, words: Words) -> bool:
    """ "The premier opened the door", "gave another sign": of what was lost; "the news raised fears": moods are
    no deeds."""
    last = words.objects.lower().split()[-1:] if words.objects else []
    lemma = event.lemma.split()[0]
    if event.noun or not last:
        return False
    stirred = lemma in STIRRING and bool({w.removesuffix("s") for w in words.objects.lower().split()[:2]} & FEELINGS)
    return stirred or (lemma in TURNED and bool(POINTLESS & set(last)) and not words.rest)


def _unnamed(t: Tree, event: Happening) -> bool:
    """ "a clerk who asked not to be named": that a source is kept secret is no news."""
    inner = event.frame.inf
    return inner is not None and event.lemma.split()[0] in NOT_WANTING and t.tokens[inner].lemma.lower() in NAMING


def _wish(claim: Claim) -> bool:
    """ "rebels are seeking to oust the governor", "tried to visit the camp": who tries has planned nothing for a day;
    "is unlikely to attack": nobody says that it may."""
    cue = set(claim.factuality_cue.text.lower().split()[:1]) if claim.factuality_cue else set()
    if claim.factuality == "planned" and cue & SOUGHT:
        return True  # "sought to clear it up on Saturday"
    if claim.factuality == "possible":
        return bool((TRYING | UNLIKELY) & cue)
    return claim.factuality == "planned" and claim.time is None and bool(WISHING & cue)


def _ready_for(t: Tree, event: Happening) -> bool:
    """ "stands ready to offer its help": the readiness is told, and the offer with it."""
    up = t.up(event.carrier)
    return not event.noun and up is not None and t.tokens[up].lemma.lower() in READINESS and t.tokens[up].upos == "ADJ"


def _without_having(t: Tree, event: Happening) -> bool:
    """ "fell ill without having travelled": how it came about, and no line of its own."""
    beside = {t.low[k] for k in t.children(event.carrier, "aux", "mark")}
    return not event.noun and {"without", "having"} <= beside


def _mere_talk(t: Tree, event: Happening) -> bool:
    """ "There is much talk of a compromise": no talks."""
    of = any(t.low[c] == "of" for k in t.children(event.at, "nmod") for c in t.children(k, "case"))
    return event.noun and of and t.low[event.at] == "talk"


def _points_back(t: Tree, event: Happening) -> bool:
    """ "Two other banks followed suit": what they did stands in another sentence."""
    last = {t.tokens[k].lemma.lower() for k in event.frame.obj}
    return (event.lemma.split()[0], *sorted(last)) in BACKWARD


def _only_names(t: Tree, event: Happening) -> bool:
    """ "The paper is calling him Joe": a name given to somebody is no call."""
    whom = [t.tokens[k].upos for k in event.frame.iobj]
    return event.lemma == "call" and not event.noun and "PRON" in whom and bool(event.frame.obj)


def _beaten_in_a_contest(t: Tree, event: Happening) -> bool:
    """ "The premier buried her rival at the polls": nobody was buried."""
    where = (t.tokens[k].lemma.lower() for word, k in event.frame.obls if word in {"at", "in"})
    return event.lemma in BEATING and not event.noun and any(lemma in CONTESTS for lemma in where)
