"""What is worded as if it would come, or as if it were news, and is neither: an aim, a question, a clause that only
tells which thing is meant.

In:   an event as read, with what its words commit to.
Out:  the names of what makes its line doubtful.
Room: claim. A line says that somebody is bound to do a thing, or that it was done; grammar alone is asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.claim.certainty.chain import verdict
from dateline.claim.certainty.clauses import but_then
from dateline.claim.certainty.lasting import is_plain_present
from dateline.claim.certainty.words import condition
from dateline.claim.event.able import NUMBERS
from dateline.claim.event.ahead import by_vote
from dateline.claim.event.case import Case
from dateline.claim.event.standing import STAYING, stands
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, is_gerund, marked_to
from dateline.claim.wording.beside import either
from dateline.claim.wording.phrases import in_their_words
from dateline.claim.wording.sound import CHAIN, describes
from dateline.terms import Factuality

# Words by which a thing is told to come: its tense, a day set, a word given. Not "to", "effort", "want".
BINDING: Final = word_list(
    "will 'll ’ll shall would be due set schedule slate expect book list plan intend agree promise pledge vow commit "
    "undertake decide resolve prepare announce order approve vote go tomorrow next ahead forecast predict project"
)
DATED: Final = word_list(
    "aim hope target propose offer proposal goal plan schedule timetable deadline should ought"
)  # with a day
RAISING: Final = word_list("bring raise take push lift put")
SUMS: Final = word_list("toll total tally count")  # "bringing the total to 187": the figures tell it
CLEARING: Final = frozenset({"acquit", "clear", "exonerate", "absolve"})  # of what, the line of the verdict tells
CHANCES: Final = word_list(
    "may might could can would fear worry warn caution threaten suspect expect believe think say report consider "
    "likely possible possibly perhaps maybe probably potentially allegedly reportedly supposedly apparently not"
)
MODALS: Final = word_list("would could might may 'd ’d")
ASKING: Final = word_list("who what whom whose which whoever whatever whichever")
ACTS: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "AGREE", "PROTEST"})  # told wherever they stand
FALLING: Final = word_list("kill die injure wound hurt flee displace evacuate rescue free release")
AT_FIRST: Final = word_list("initially originally first earlier previously")
HAVE: Final = word_list("has have 've ’ve")
PRESENT: Final = HAVE | word_list("is are")
BRINGING: Final = word_list("bring put push leave raise plunge throw mark make deepen set pave draw send")
REQUESTS: Final = word_list("request demand order call invitation appeal ultimatum plea instruction")
REQUESTING: Final = word_list("ask request order urge demand tell invite instruct call")
UNDONE: Final = frozenset({"not_happened", "denied"})
WANTING: Final = word_list("expect want wish need like")
WAYS: Final = word_list("way answer solution remedy option choice alternative key trick thing")
ACCUSING: Final = frozenset({"accuse", "charge", "suspect"})
OPENING: Final = word_list("when whenever once as")
NAMING: Final = word_list("call describe brand label term dub denounce")
OPINIONS: Final = word_list("believe think suggest guess feel argue boast suppose imagine speculate insinuate reckon")


def doubts(c: Case) -> Iterator[str]:
    """The names of what makes the line doubtful."""
    t, i = c.tree, c.event.carrier
    label = c.claim.factuality
    if label == "planned":
        yield from (name for name, holds in PLANNED.items() if holds(c))
    if (verbs := either(t, c.event)) is not None and c.event.at == verbs[1]:
        yield "or else"  # "killed or injured": told with the first
    if label == "possible" and not _cues(t, i) & CHANCES:
        yield "no chance"
    if label in {"planned", "possible", "conditional"} and (_asks_which(t, i) or _tells_which(t, i)):
        yield "which one"
    if label == "denied" and _cues(t, i) & CLEARING:
        yield "cleared of"
    if c.claim.lemma in RAISING and any(t.tokens[k].lemma.lower() in SUMS for k in c.event.frame.obj):
        yield "a sum"
    if label in {"demanded", "not_happened"}:
        yield from _not_so(t, i, label)
    if label == "happened" and t.rel(i) == "csubj" and t.low[i].endswith("ing") and not c.timed:
        yield "as an idea"  # "beating Mann represented their best chance"
    if label == "happened" and (_in_passing(c) or _came_of_both(t, i)):
        yield "in passing"
    yield from _told_elsewhere(c)
    if label in {"happened", "ongoing"}:
        if c.claim.lemma in STAYING and any(stands(t, k) for k in t.children(i, "xcomp", "obl")):
            yield "by its state"  # "remained in force": told with the force
        if _said_at_first(t, i):
            yield "said at first"
        if _thought(c):
            yield "thought"
        if _as_asked(c) or _whenever(c) or _whichever(c) or _occasion_to_come(c):
            yield "as a rule"


def _told_elsewhere(c: Case) -> Iterator[str]:
    """What another line tells with it."""
    if c.event.noun and c.event.carrier == c.event.at and in_their_words(c.tree, c.event.at):
        yield "called so"  # "left after what he called a raid": it is a raid in his words
    if c.claim.factuality == "happened" and by_vote(c.tree, c.event.carrier):
        yield "by vote"  # "voted to ratify it"


def _cues(t: Tree, i: int) -> set[str]:
    """The words that decide how a word stands, in their plain form."""
    return {t.tokens[k].lemma.lower() for k in verdict(t, i).cue} | {t.low[k] for k in verdict(t, i).cue}


def _only_aimed(c: Case) -> bool:
    """ "led a push to oust him", "is too weak to rule", "until he leaves": what somebody is after, able or unable to
    do, or waits for, nobody has said will be done. "To be aired on Friday", "aims to open it by May" have their day."""
    t, i = c.tree, c.event.carrier
    cues = _cues(t, i)
    if not cues or cues & BINDING or (c.timed and cues & DATED):
        return False
    return not (c.timed and marked_to(t, i) and c.event.frame.passive and t.rel(i) == "acl")


def _supposed(c: Case) -> bool:
    """ "Thousands more will have lost their homes": what must be so by now, and no plan; "will have left by May" is."""
    helping = {c.tree.low[k] for k in c.tree.children(c.event.carrier, "aux")}
    return not c.timed and "have" in helping and bool(helping & {"will", "'ll", "’ll"})


def _one_way(c: Case) -> bool:
    """ "The easiest way is to lift the blockade": what would help, and nobody has said will be done."""
    t, i = c.tree, c.event.carrier
    subjects = (t.tokens[k].lemma.lower() for k in t.children(i, "nsubj")) if marked_to(t, i) else ()
    return t.child(i, "cop") is not None and any(lemma in WAYS for lemma in subjects)


def _on_terms_not(t: Tree, i: int) -> bool:
    """ "If she lost, she would not be able to run again": on those terms, and nobody says that she did not."""
    would = any(t.low[m] in {"would", "could"} for k in (i, *t.ancestors(i, 2)) for m in t.children(k, "aux"))
    return would and any(condition(t, k) is not None for k in (i, *t.ancestors(i, 2)))


def _as_if(t: Tree, i: int) -> bool:
    """ "It felt as if the roof had fallen in": what it was like is told, and not that the roof did not."""
    return any(t.low[k] == "as" and t.low[k + 1] in {"if", "though"} for k in verdict(t, i).cue)


def _not_so(t: Tree, i: int, label: Factuality) -> Iterator[str]:
    """What is not undone, or not asked, for all its "not"."""
    if label == "not_happened" and (_on_terms_not(t, i) or _as_if(t, i)):
        yield "on terms"
    if _never_asked(t, i) or _unwanted(t, i):
        yield "not asked"


def _never_asked(t: Tree, i: int) -> bool:
    """ "Has received no request to leave", "nobody asked it to close": what was not asked for is neither asked nor, for
    that, undone."""
    up = t.up(i)
    if up is None or t.rel(i) not in {"acl", "xcomp", "ccomp", "advcl"}:
        return False
    if t.tokens[up].upos == "NOUN":
        over = t.up(up) if t.tokens[up].lemma.lower() in REQUESTS else None
        nothing = over is not None and any(t.low[k] == "no" for k in t.children(up, "det"))
        return over is not None and (nothing or verdict(t, over).label in UNDONE)
    return t.tokens[up].lemma.lower() in REQUESTING and up < i and verdict(t, up).label in UNDONE


def _unwanted(t: Tree, i: int) -> bool:
    """ "Did not expect Osland to attack", "does not want the troops to leave": what one does not look for in others
    may come about or not."""
    up = t.up(i)
    if up is None or t.tokens[up].lemma.lower() not in WANTING or t.children(up, "aux:pass"):
        return False
    other = any(up < k < i for k in (*t.children(up, "obj"), *t.children(i, "nsubj")))
    return other and verdict(t, up).label in UNDONE | {"ongoing"}


def _whichever(c: Case) -> bool:
    """ "All ships sailing to the port would be turned back", "will stop vessels carrying arms": an -ing form that says
    of which things something is to be told tells no deed."""
    t, i = c.tree, c.event.carrier
    noun = t.up(i)
    if noun is None or t.rel(i) != "acl" or c.timed or not t.low[i].endswith("ing") or t.children(noun, "nummod"):
        return False
    over = t.up(noun)
    known = any(t.low[k] in {"the", "this", "these"} for k in t.children(noun, "det"))
    every = any(t.low[k] in {"all", "any", "every", "each", "no"} for k in t.children(noun, "det"))
    ahead = over is not None and bool({t.low[k] for k in t.children(over, "aux")} & (MODALS | {"will", "must", "can"}))
    return t.tokens[noun].upos == "NOUN" and ahead and (every or not known)


def _came_of_both(t: Tree, i: int) -> bool:
    """ "Rebels took the town and the president fled, bringing them close to power": what came of all that is told, and
    no deed of the last who was named."""
    up = t.up(i)
    beside = up is not None and t.rel(i) == "advcl" and t.rel(up) == "conj" and t.low[i - 1] == ","
    own = beside and up is not None and t.children(up, "nsubj") and not t.children(i, "mark", "nsubj")
    return bool(own) and t.low[i].endswith("ing") and t.tokens[i].lemma.lower() in BRINGING


def _asks_which(t: Tree, i: int) -> bool:
    """ "a sign of who will win", "will look at what charges will be brought": nobody says that one will."""
    if t.full[i] == "acl:relcl":
        return False
    subjects = t.children(i, "nsubj", "nsubj:pass")
    return any(t.low[k] in ASKING or t.low[t.left[k]] in ASKING for k in subjects)


def _tells_which(t: Tree, i: int) -> bool:
    """ "a bill that would compel officials to speak", "gas that could be used on them": a clause that tells what a
    thing is for or might do, whatever comes of the thing."""
    for k in (i, *t.ancestors(i, CHAIN)):
        modal = any(t.low[m] in MODALS for m in t.children(k, "aux"))
        if t.full[k] == "acl:relcl":
            return modal
        if t.rel(k) not in {"xcomp", "conj", "acl"}:
            return False
    return False


def _said_at_first(t: Tree, i: int) -> bool:
    """ "Had initially said that 14 were missing, but corrected the number": what somebody takes back at once."""
    up = t.up(i)
    if up is None or t.rel(i) != "ccomp" or not but_then(t, up):
        return False
    had = any(t.low[k] == "had" for k in t.children(up, "aux")) and t.tokens[up].lemma.lower() != "announce"
    return had or any(t.low[k] in AT_FIRST for k in t.children(up, "advmod"))


def _goes_with(t: Tree, k: int, up: int) -> bool:
    """ "accused it of firing at a boat, injuring two": one deed beside another."""
    return t.rel(k) == "advcl" and t.low[k].endswith("ing") and is_gerund(t, up)


def _thought(c: Case) -> bool:
    """ "suggested that the firm was failing", "accused him of taking bribes": an opinion, and an accusation that has
    its own line; what is counted is an estimate: "believe that 3,000 are ill"."""
    t, k = c.tree, c.event.carrier
    while (up := t.up(k)) is not None and up < k and (t.rel(k) == "conj" or _goes_with(t, k, up)):
        k = up
    over = t.up(k)
    if c.event.noun or over is None or t.tokens[over].upos != "VERB":
        return False
    lemma = t.tokens[over].lemma.lower()
    if lemma not in {"charge", "suspect", "accuse"} and _of_counted(c):
        return False
    held = t.rel(k) == "ccomp" and lemma in OPINIONS
    accused = t.rel(k) in {"advcl", "xcomp"} and lemma in ACCUSING and is_gerund(t, k)
    called = t.rel(k) == "advcl" and t.low[k].endswith("ing") and t.tokens[k].lemma.lower() in NAMING
    called = called and any(t.low[m] in {"it", "this", "that"} for m in t.children(k, "obj"))  # "calling it a farce"
    return held or accused or called


def _as_asked(c: Case) -> bool:
    """ "will report cases, as required by the state": how it is done, and no deed."""
    t, i = c.tree, c.event.carrier
    bare = t.rel(i) == "advcl" and t.low[i].endswith(("ed", "en")) and not t.children(i, "nsubj", "aux")
    return bare and any(t.low[k] == "as" for k in t.children(i, "mark"))


def _whenever(c: Case) -> bool:
    """ "Radio is vital when lines have been cut", "the toll could rise as survivors are found": a present in a clause
    of time, below a present of what is so or below what may be."""
    t, i = c.tree, c.event.carrier
    up = t.up(i)
    if c.event.noun or up is None or t.rel(i) != "advcl" or c.claim.context != "body":
        return False
    opens = {t.low[k] for k in t.children(i, "mark", "advmod") if k < i} & OPENING
    now = {t.low[k] for k in t.children(i, "aux")} & PRESENT or is_plain_present(t, i)
    above = {t.low[k] for k in t.children(up, "aux", "cop")}
    rule = bool(opens - {"as"}) and bool(above & {"is", "are"}) and t.tokens[up].upos != "VERB"
    return bool(opens) and bool(now) and (rule or bool(above & (MODALS | {"can"})))


def _occasion_to_come(c: Case) -> bool:
    """ "could be decided at a meeting on Sunday": an occasion of what may or will be done lies ahead with it."""
    t, i = c.tree, c.event.at
    up = t.up(i)
    if not c.event.noun or c.event.carrier != i or up is None or t.rel(i) != "obl":
        return False
    one = any(t.low[k] in {"a", "an"} for k in t.children(i, "det"))
    at = any(t.low[k] in {"at", "in", "during"} for k in t.children(i, "case"))
    return one and at and bool({t.low[k] for k in t.children(up, "aux")} & (MODALS | {"will"}))


def _in_passing(c: Case) -> bool:
    """ "a show hosted by the generals", "the man, who had studied in Kor": a clause that tells which one is meant, with
    no day of its own, recalls and brings no news; what hurt people, bound a party or stands in the perfect does."""
    t, i = c.tree, c.event.carrier
    bounded = c.claim.time_relation in {"before", "after"}  # "ships built before 2005"
    if (
        (c.timed and not bounded)
        or c.event.noun
        or not (describes(t, c.event) or _bare_participle(t, i, c.event.frame.passive))
    ):
        return False
    act = c.claim.type in ACTS or c.claim.lemma.split()[0] in FALLING or c.moves
    perfect = any(t.low[k] in HAVE for k in t.children(i, "aux"))
    return not act and not perfect and not _of_counted(c)


def _bare_participle(t: Tree, i: int, passive: bool) -> bool:
    """ "Founded by freed slaves, the town ...": a participle beside its clause, with no subject and no mark."""
    return passive and t.rel(i) == "advcl" and not t.children(i, "nsubj", "aux", "mark", "advmod", "cop")


def _of_counted(c: Case) -> bool:
    """Whether it tells of people who are counted: "eight officers who fled"."""
    t = c.tree
    heads = (*c.event.frame.subj, *c.event.frame.obj)
    return any(t.tokens[k].upos == "NUM" or t.low[k] in NUMBERS for h in heads for k in t.children(h, "nummod", "amod"))


PLANNED: Final = {"aimed at": _only_aimed, "supposed": _supposed, "one way": _one_way}
