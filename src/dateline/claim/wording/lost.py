"""Whether a title has lost what its verb says nothing without.

In:   the tree of a sentence, an event of it, and the words of its title.
Out:  whether the verb's object, or what the verb leads to, is nowhere in them: "the court ordered", of "the court
      ordered that the ship be freed".
Room: claim. A claim whose title has lost it is kept, for linking and for what it does to a state; no line shows it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, base, marked_to
from dateline.claim.wording.forms import verb_lemma
from dateline.claim.wording.infinitive import Namer
from dateline.claim.wording.misread import RELATIVE
from dateline.claim.wording.phrases import phrase
from dateline.claim.wording.titles import Words

ASKING: Final = frozenset({"why", "what", "how"})
OBJECTS: Final = frozenset({"it", "him", "them", "us", "me"})
GIVING: Final = word_list(
    "give send offer hand show pay grant award lend sell bring buy deny deal owe promise teach wish allow assign leave "
    "cost charge fine deliver provide ask tell save spare guarantee bid earn win cause feed serve write read refuse "
    "vote supply issue present furnish permit extend accord forgive envy afford assure inform remind warn persuade "
    "advise notify order command instruct urge request beg"
)
CALLING: Final = word_list("call describe label brand term dub denounce hail deem rate rank")
QUOTES: Final = frozenset({'"', "“", "”", "'", "‘", "''", "``"})
SETTING: Final = frozenset({"set", "fix", "name", "give", "schedule"})
REACH: Final = 7  # words behind the object
ITSELF: Final = word_list("itself himself herself themselves")


def lost(tree: Tree, event: Happening, words: Words, name_of: Namer, busy: set[int]) -> bool:
    """Whether an object, an infinitive or a clause behind the verb has left no word in the title."""
    if event.noun or tree.tokens[event.at].upos != "VERB":
        return False
    above = tree.up(event.at)
    if base(tree.tokens[event.at].deprel) == "acl" and above is not None and tree.tokens[above].upos == "VERB":
        return True  # "called for talks, which the minister ruled out": what "which" stands for is no thing
    if any(k > event.at for k in tree.children(event.at, "aux")) or _said_who(tree, event):
        return True  # "said young Korb was at the scene", with the "was" hung on the saying
    untold = not words.objects and not event.frame.passive and tree.low[event.at + 1 : event.at + 2]
    if untold and untold[0] in OBJECTS:
        return True  # "has accused it of a crime", whatever the parse makes of the "it"
    if torn_off(tree, event, busy) or _what_called(tree, event, words) or _not_given(tree, event):
        return True
    told = frozenset(" ".join((words.actor, words.verb, words.objects, *words.rest)).lower().split())
    led = ("xcomp",) if event.frame.passive else ("obj", "iobj", "xcomp", "ccomp")
    asked = [k for k in tree.children(event.at, "advcl") if tree.low[tree.left[k]] in ASKING]  # "explain why it sank"
    behind = [*(k for k in tree.children(event.at, *led) if k not in busy and _says_more(tree, k)), *asked]
    behind = [k for k in behind if k > event.at]
    return any(not _kept(tree, k, name_of, told) or _is_the_actor(tree, k, name_of, words) for k in behind)


def _said_who(tree: Tree, event: Happening) -> bool:
    """ "Said Korb was at the scene", with Korb for whom it was said to: who says something says it of a clause."""
    own = tree.children(event.at, "nsubj") if event.lemma == "say" else ()
    return len(own) > 1 and own[0] < event.at < own[-1]


def torn_off(tree: Tree, event: Happening, busy: set[int]) -> bool:
    """ "Is reviewing whether the faults warrant a recall", with "whether" hung on the reviewing; "set Friday as the
    deadline", where the day is told apart from the line."""
    whether = any(tree.low[k] == "whether" and k > event.at for k in tree.children(event.at, "mark"))
    day = event.at + 1 in busy and tree.rel(event.at + 1) in {"obj", "obl"}
    led = (k for k in tree.children(event.at, "xcomp", "advcl") if k > event.at and marked_to(tree, k))
    long = event.lemma == "take" and not event.frame.obj and any(led)  # "how long it took to build"
    return whether or long or (event.lemma in SETTING and day and not event.frame.obj)


def _is_the_actor(tree: Tree, k: int, name_of: Namer, words: Words) -> bool:
    """ "Russia has accused it of a crime", where the "it" was taken for Russia and is told no more."""
    return tree.tokens[k].upos == "PRON" and bool(words.actor) and not words.objects and name_of(k) == words.actor


def _what_called(tree: Tree, event: Happening, words: Words) -> bool:
    """ "Called the crisis "one of the worst in decades"": without what it is called nothing is told."""
    if event.lemma not in CALLING or event.frame.passive or not event.frame.obj:
        return False
    last = max(tree.right[k] for k in event.frame.obj)
    behind = takewhile(lambda k: tree.tokens[k].upos != "VERB", range(last + 1, min(last + REACH, len(tree.tokens))))
    opened = next((k for k in behind if tree.low[k] in QUOTES | {"one"}), None)
    if opened is None:
        return False
    own = {w for r in words.rest for w in r.lower().split()} - {"one"}
    return not own & {w for w in tree.low[opened : opened + REACH] if w.isalpha()}


def _not_given(tree: Tree, event: Happening) -> bool:
    """ "A letter the campaign sent the board": what was sent stands before it; "ended a run of wins and gave her more
    votes", misread: nobody ends anything to somebody."""
    giving = event.lemma.split()[0] in GIVING
    if giving and tree.tokens[event.at].deprel == "acl:relcl" and len(event.frame.obj) == 1:
        bare = not any(t in RELATIVE for t in tree.low[tree.left[event.at] : event.at])
        return bare and event.frame.obj[0] > event.at and not event.frame.iobj
    return bool(event.frame.iobj and event.frame.obj) and not event.frame.passive and not giving


def _says_more(tree: Tree, k: int) -> bool:
    """Whether the word is no bare participle or adjective: how something is left says less than what is done."""
    if tree.tokens[k].deprel != "xcomp" or tree.tokens[k].upos not in {"ADJ", "VERB"}:
        return True
    return bool(tree.children(k, "mark", "obj", "obl", "ccomp"))


def _kept(tree: Tree, k: int, name_of: Namer, told: frozenset[str]) -> bool:
    token = tree.tokens[k]
    if token.text.lower() in RELATIVE | ITSELF:
        return True
    if token.upos in {"VERB", "AUX"} or base(token.deprel) == "ccomp":
        return "that" in told or token.text.lower() in told or verb_lemma(token.text, token.lemma) in told
    return token.text.lower() in told or not told.isdisjoint(phrase(tree, k, name_of).lower().split())
