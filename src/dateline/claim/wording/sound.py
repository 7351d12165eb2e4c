"""Whether the title of an event can stand on a line: whether its words make a sentence somebody would sign.

In:   the tree of a sentence, an event of it, the words of its title and what the claim says.
Out:  what is wrong with it. A claim whose title has a fault is kept, for linking and for what it does to a state; no
      line shows it.
Room: claim. A wrong line costs more than a missing one.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.certainty.clauses import lasting_as_long
from dateline.claim.certainty.lasting import is_plain_present
from dateline.claim.certainty.table import opened_by
from dateline.claim.event.events import Happening
from dateline.claim.event.idle import FEELINGS
from dateline.claim.lexis import event_nouns, is_kind, word_list
from dateline.claim.tree import Tree, base
from dateline.claim.wording.inflect import participle
from dateline.claim.wording.misread import misread
from dateline.claim.wording.phrases import MINOR_PREPOSITIONS
from dateline.claim.wording.titles import SAYS_NOTHING, Words
from dateline.terms import Factuality

# Verbs that say nothing without what they lead to: "were informed", "urged the winners".
LEADS_ON: Final = word_list(
    "inform tell ask direct remind persuade convince encourage advise "
    "assure notify instruct enable allow force help let want expect"
)
FORCED: Final = word_list("cancellation closure evacuation postponement suspension diversion shutdown grounding")
LED_PEOPLE: Final = word_list("urge warn accuse suspect challenge")
LED_OR_SET: Final = word_list("order call")  # "an inquiry was ordered" says enough, "the crew was ordered" does not
# Verbs that nobody suffers, and so have no passive: "the council was met".
NO_PASSIVE: Final = word_list(
    "meet arrive depart return travel rally protest happen occur come go die rise fall talk cost last weigh seem "
    "appear become remain belong exist recover graduate compare erupt"
) | {"break out"}
OPEN_NOUNS: Final = word_list(  # of which nothing is known without what they lead to: "rejected suggestions"
    "suggestion suggestions claim claims report reports idea ideas notion allegation allegations possibility fact hope "
    "hopes belief sign signs evidence concern concerns statement statements question questions view option options"
)
SETTING: Final = word_list("schedule expect set slate project")
AS_WHAT: Final = word_list("recognize recognise know regard consider describe deem view treat perceive hail see")
STANDS_ALONE: Final = frozenset({"be under", "be in", "be near", "be across", "be along", "be through", "be about"})
GIVING: Final = word_list(
    "offer refuse deny promise grant award give make name call"
)  # which take who gets it and what
HARMING: Final = word_list("bomb attack strike shell raid kill arrest seize capture bombard assault murder ambush")
LEFT_OVER: Final = re.compile(
    r"(?:\band \d[\d,.]*|\b(?:two|three|four|five|\d+) others)$", re.I
)  # "and 28", "two others"
LED: Final = ("that ", "to ", "not to ", "of ", "about ", "for ", "against ", "as ", "with ")
OUT_OF: Final = ("from ", "into ", "out ", "off ", "onto ")
# Verbs that tell nothing without an object: "may isolate", "is investigating".
NEEDS_OBJECT: Final = word_list(
    "accuse address approve assure authorise authorize ban bring carry cause conduct confirm contain create deliver "
    "demand deny describe detect ensure establish examine express face find force get give have hold impose include "
    "isolate keep lift label lose make mount need offer pose prevent provide put raise reach receive "
    "require seize seek send set spend suspend take treat unleash urge use want"
)
# These not even with where or how: "handed to prosecutors", "denied through his counsel".
NEEDS_ONE: Final = word_list(
    "find hand deny give take make lift impose seize name launch issue send raise cause unleash express receive "
    "establish confirm deliver announce declare buy acquire reject hold host sign spend"
)
SAYING: Final = frozenset({"say", "state", "note", "reiterate", "remark"})
WHERE: Final = re.compile(r"(?:at|in|on|to|from|by|before|after|during|through|via|near) ")
SOMEBODY: Final = re.compile(
    r"\b(?:of (?:them|it|us)|(?:to|from|near|with|into) it(?: (?:is|are|was|were)|$)|them|him|himself|themselves)\b",
    re.I,
)  # and nobody knows who
OURS: Final = re.compile(r"(?<![\w.])(?:our|my|your|we|me|I)(?![\w.])")
AHEAD_OF_ALL: Final = word_list("of in at on by for from with to into than")
# Somebody, and nobody knows who: a role or a kind of people without a name, a number or whose they are.
ANYONE: Final = word_list(
    "man woman person people group others one official spokesman spokeswoman spokesperson source boy girl victim "
    "suspect somebody someone anyone everyone everybody it he she they who which this that these those there him her "
    "them member leader another some many most several few all both none each other"
)
KIN: Final = word_list(
    "friend cousin brother sister father mother uncle aunt colleague neighbour neighbor wife husband son"
)
TO_SOMEBODY: Final = word_list("accuse warn urge tell remind arrest detain jail sue thank order persuade convince")
AFFAIRS: Final = word_list("situation violence conflict crisis weather inflation failure unrest")
BARE_NUMBERS: Final = word_list("two three four five six seven eight nine ten dozens hundreds thousands")
FATES: Final = word_list(  # which a line may tell of nobody known, with their day: "the man died on Tuesday"
    "die kill charge arrest sentence convict shoot stab rescue release free detain injure wound drown find"
)
VERGES: Final = word_list("verge brink bid effort attempt threat process prospect possibility need decision order")
# "Its ships were sold", "the number of who's passengers", "one with Osland was reopened": of whom, nobody can tell.
NOBODYS: Final = re.compile(
    r"\A(?:One|Some|Others|Both|First|Last|Several) (?:of (?:these|those)|with)\b|"
    r"\b(?:who|which|that|whose)['’]s\b| whose |['’]s\Z|"
    r"\b(?:of|the|and) (?:is|are|was|were|may|would|did|had)\b|\b(?:died|dead) \d|"
    r"\bkilled \d[\d,]*(?:$| (?:and|injured|wounded|or)\b)|"
    r"\b(?:killed|injured|wounded) (?:killed|injured|wounded)\b|\A(?:M|B|Tr)illion |and [A-Z]\Z|"
    r"(?<!that )\b(?:what|whatever|where|why)\b|\A(?:What|Whatever|Where|Even as) |\bby most\Z|"
    r"\bgo(?:ing)? to be [a-z]+\Z"
)
NO_SUBJECT: Final = word_list("is are was were to may would had has did does do")  # which a title never opens with
COUNT_ALONE: Final = word_list("dozens hundreds thousands millions scores more others some many several few ones")
LOOSE_ENDS: Final = (MINOR_PREPOSITIONS | word_list("to and or the a an of that their his her its not with than")) - {
    "over",
    "off",
    "on",
    "in",
    "under",
    "about",
    "around",
    "along",
    "across",
    "through",
    "near",
}  # "be over", "called off", "carried on"
CHAIN: Final = 4  # verbs joined by "and" that are followed up to the first
TWICE: Final = re.compile(r"\b(\w++|\w++ \w++) \1\b", re.I)
UNOWNED: Final = re.compile(r"^(?:denied: )?(?:its|their|his|her|whose|who|which)\b", re.I)  # and nobody knows whose
SPAN: Final = word_list("minute minutes hour hours day days week weeks month months year years decade decades")
BROKEN: Final = re.compile(r"(?:^|\s)[-–/]\w")  # "to -face": half of a word
TWO_OF_A_KIND: Final = word_list("had that new bora walla")


def faults(
    tree: Tree,
    event: Happening,
    words: Words,
    text: str,
    factuality: Factuality,
    sentence: str,
    at: int,
    timed: bool,
) -> tuple[str, ...]:
    """The names of what is wrong with the title `text`; none where it can stand on a line. `at`: where the event's word
    stands in the sentence, characters; `timed`: whether it has a day of its own."""
    found = {
        "misread": misread(tree, event, sentence, at),
        "incomplete": _incomplete(tree, event, words),
        "to nobody": _to_nobody(tree, event),
        "a speaker's": any(_a_speakers(tree, h) for h in (event.frame.subj or event.frame.obj)),
        "of nobody": not (timed and event.lemma in FATES) and _nobody(tree, event, words),
        "unfinished": _unfinished(text) or _by_his_own(tree, event, words),
        "standing": _standing(tree, event, factuality),
        "only if": _only_if(tree, event, factuality) or _only_so(tree, event, factuality),
    }
    return tuple(name for name, holds in found.items() if holds)


def _by_his_own(tree: Tree, event: Happening, words: Words) -> bool:
    """ "Tom Beck's friends attacked Tom Beck", of "lured the victim there before his friends attacked him": who is
    attacked is not the one whose friends they are."""
    him = any(tree.low[k] in {"him", "her", "them"} for k in event.frame.obj)
    return him and words.actor.startswith((f"{words.objects}'s ", f"{words.objects}' "))


def _only_if(tree: Tree, event: Happening, factuality: Factuality) -> bool:
    """ "thousands will die if the allies attack": that they attack, nobody says; that thousands would die, somebody
    does."""
    clause: int | None = event.carrier
    for _ in range(CHAIN):
        if clause is None:
            return False
        if lasting_as_long(tree, clause):
            return True
        opened = opened_by(tree, clause, "clause")
        if opened is not None:
            asked = opened[0] in {"conditional", "possible"} and factuality == "possible"  # "asked if she would sign"
            return asked or opened[0] == factuality == "conditional"
        clause = tree.up(clause) if tree.rel(clause) in {"conj", "xcomp", "ccomp", "obj", "nsubj"} else None
    return False


def _only_so(tree: Tree, event: Happening, factuality: Factuality) -> bool:
    """ "will only recognise a cabinet led by her ally", "how members will be elected": what is told is on what terms,
    or in what way, and not that it will be."""
    if factuality not in {"planned", "demanded", "possible"} or event.noun:
        return False
    before = [tree.low[k] for k in tree.children(event.carrier, "advmod", "mark") if k < event.carrier]
    return "how" in before or ("only" in before and bool(event.frame.obj))


def describes(tree: Tree, event: Happening) -> bool:
    """Whether it is told in a clause that only describes somebody: "the man, who had flown to Kor"."""
    i: int | None = event.carrier
    for _ in range(CHAIN):
        if i is None or event.noun or base(tree.tokens[i].deprel) != "conj":
            break
        i = tree.up(i)
    return not event.noun and i is not None and base(tree.tokens[i].deprel) == "acl"


def _incomplete(tree: Tree, event: Happening, words: Words) -> bool:
    """ "were informed", "urged the winners", "is investigating dozens": what it is about was lost."""
    if _broken(words):
        return True
    told = any(r.startswith((*LED, "on ", "by ", "from ")) for r in words.rest)
    if words.actor and not told and words.objects.lower() in OPEN_NOUNS:
        return True
    if event.noun:
        bare = bool(words.actor) and not words.objects and all(r.startswith("in ") for r in words.rest)
        return bare and words.verb in HARMING | NEEDS_OBJECT | NEEDS_ONE | SAYS_NOTHING
    if event.frame.clause is not None and not words.objects and words.actor and not words.rest:
        return True  # "disclosed": what was disclosed is lost
    if _leads_on(tree, event, words):
        out = OUT_OF if words.verb in {"force", "order"} else ()  # "forced 12,000 people from their homes"
        return not any(r.startswith((*LED, *out)) for r in words.rest)
    if words.verb in GIVING and not words.actor and not words.rest and any(_party(tree, h) for h in event.frame.obj):
        return True  # "6,200 people were offered"
    if words.verb in AS_WHAT and not words.actor and not words.rest:
        return True  # "the port was recognised", and not as what
    if words.verb == "order" and words.actor and not words.rest and any(_person(tree, h) for h in event.frame.obj):
        return True  # "ordered eight people", and not what to do
    if words.actor and not words.objects and words.verb in NEEDS_OBJECT | NEEDS_ONE | SAYS_NOTHING:
        led = any(r.startswith(("that ", "to ", "not to ")) for r in words.rest)
        return not words.rest or (words.verb in NEEDS_ONE and not led)
    return bool(words.actor) and words.objects.lower() in COUNT_ALONE


def _leads_on(tree: Tree, event: Happening, words: Words) -> bool:
    """Whether the verb says nothing without what it leads to: "were informed"; "fishermen are being urged"; "the crew
    was ordered", while "an inquiry was ordered" says enough."""
    lemma, _, more = words.verb.partition(" ")
    if lemma == "force" and any(tree.low[h] in event_nouns() or tree.low[h] in FORCED for h in event.frame.obj):
        return False  # "forced the closure of two schools"
    if lemma in LEADS_ON:
        return not more
    people = lemma in LED_OR_SET and any(_person(tree, h) for h in event.frame.obj)
    return (lemma in LED_PEOPLE or people) and not words.actor and not more


def _party(tree: Tree, h: int) -> bool:
    """Whether the word stands for people, or for somebody by name."""
    return tree.tokens[h].upos == "PROPN" or _person(tree, h)


def _broken(words: Words) -> bool:
    """ "The council was met", "the district was under", "A was opened again": half of what was said, or of a name."""
    if not words.actor and (words.verb in NO_PASSIVE or _idle_passive(words)):
        return True
    if words.verb in STANDS_ALONE and not words.objects and not words.rest:
        return True
    if words.actor and not words.objects and words.verb in SAYING and all(WHERE.match(r) for r in words.rest):
        return True  # "said at a news conference", and not what
    return any(len(part) == 1 and part.isalpha() for part in (words.actor, words.objects))


def _idle_passive(words: Words) -> bool:
    """ "Two years were taken", "people arrested were arrested", "country was left", "30 votes were had": nothing that a
    line can tell."""
    last = words.objects.lower().split()[-1:]
    if words.verb in {"have", "lack"}:
        return True
    if words.verb == "take" and last and last[0] in SPAN:
        return True
    if words.verb == "leave" and not words.rest and words.objects == words.objects.lower():
        return True
    return participle(words.verb) in words.objects.lower().split()


def _person(tree: Tree, h: int) -> bool:
    """Whether the word stands for people."""
    lemma = tree.tokens[h].lemma.lower()
    return lemma in ANYONE or is_kind(lemma, "person", "worker", "force")


def _nobody(tree: Tree, event: Happening, words: Words) -> bool:
    """ "The man landed", "the official was freed": nobody knows who; "a man was charged" brings in somebody new."""
    subject = (words.actor or words.objects).lower()
    heads = event.frame.subj if words.actor else event.frame.obj
    if subject in VERGES:
        return True
    if words.actor and (subject.replace(",", "").isdigit() or subject in BARE_NUMBERS) and event.lemma not in FATES:
        return True  # "three caught fire", and of what
    if subject not in ANYONE:
        return False
    return not any(tree.low[k] in {"a", "an", "one"} for h in heads for k in tree.children(h, "det"))


def _a_speakers(tree: Tree, h: int) -> bool:
    """ "my friend was killed", "our own people": whose they are, the report does not say."""
    mine = any(tree.low[k] in {"my", "our", "your"} for k in tree.children(h, "nmod:poss"))
    kin = is_kind(tree.tokens[h].lemma.lower(), "person") or tree.tokens[h].lemma.lower() in KIN
    return mine and (kin or _person(tree, h))


def _to_nobody(tree: Tree, event: Happening) -> bool:
    """ "accused tensions of rising": whoever is accused, warned or urged is somebody."""
    if event.noun or event.lemma.split()[0] not in TO_SOMEBODY or not event.frame.obj:
        return False
    return all(tree.tokens[h].lemma.lower() in FEELINGS | AFFAIRS for h in event.frame.obj)


def _unfinished(text: str) -> bool:
    """Whether the title breaks off, opens with a preposition, speaks of "our" things, or says a word twice."""
    twice = TWICE.search(text)
    first, last = (text.split()[k].lower() if text else "" for k in (0, -1))
    if (
        OURS.search(text)
        or BROKEN.search(text)
        or SOMEBODY.search(text)
        or UNOWNED.search(text)
        or first in NO_SUBJECT
        or NOBODYS.search(text)
        or (first in AHEAD_OF_ALL and not text.lower().startswith(("at least", "at most")))
    ):
        return True
    return (
        last in LOOSE_ENDS
        or LEFT_OVER.search(text) is not None
        or (twice is not None and twice.group(1).lower() not in TWO_OF_A_KIND)
    )


def _standing(tree: Tree, event: Happening, factuality: Factuality) -> bool:
    """ "has harsh criticism for the premier", "is willing to talk": how things stand, worded as if it went on."""
    beside = {tree.low[k] for k in tree.children(event.carrier, "aux:pass")}
    if event.lemma in SETTING and event.frame.inf is not None and beside & {"is", "are"}:
        return True  # "is scheduled to pay on Tuesday": the payment is the event
    if factuality != "ongoing":
        return False
    if event.lemma.startswith("be ") and event.lemma.split()[1] in {"willing", "eager"}:
        return True
    return event.noun and event.carrier != event.at and is_plain_present(tree, event.carrier) and event.aspect is None
