"""What stands beside a verb: adverbs it says nothing without, and phrases that say nothing.

In:   the tree of a sentence, an event of it, words around it.
Out:  which of them a title keeps.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.certainty.lasting import STILL, is_plain_present
from dateline.claim.certainty.words import same_form
from dateline.claim.event.events import Happening
from dateline.claim.event.idioms import said
from dateline.claim.event.roles import up_to
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, marked_to
from dateline.claim.wording.titles import NEARLY

SAYS_LITTLE: Final = word_list(
    "aftermath response order addition wake light result comment interview statement move process meantime part "
    "anonymity interim case while end basis term manner way effect preparation behalf turn fact front effort bid "
    "attempt appearance hope contrast particular comparison"
)
NEAR_OR: Final = 4  # words from one verb to the other: "arrested or driven away"
OUTWARD: Final = frozenset({"out", "back", "away"})
TERMED: Final = word_list("jail imprison sentence ban bar suspend exile ask disqualify remand detain extend")
LENGTHS: Final = word_list("year month week day match game race season")
HALFWAY: Final = frozenset({"partially", "partly", "briefly", "temporarily"})
WHY: Final = word_list("to because as for from due by through on in")  # "went there, partly to court investors"
FIXED: Final = frozenset(
    {"for sale", "on sale", "on trial", "on hold", "on strike", "on alert", "on leave", "under arrest", "in custody",
     "in charge", "in place"}
)  # fmt: skip
PERFECT: Final = frozenset(
    {"have", "has", "had", "'ve", "’ve", "been", "will", "would", "can", "could", "may", "might", "must"}
)
MAYBE: Final = frozenset({"may", "might", "could", "must"})
WHERE_TO: Final = word_list(
    "up down together home back ashore aboard abroad overboard away apart aside indoors inside outside"
)

# Little words that belong to the verb right before them, whatever the parser makes of them: "walk out", "step in".
ON_THE_WAY: Final = word_list("out back up down off away over forward ahead in aside")
# What somebody or something is made or becomes: "walked free", "fell silent", "cut the shilling loose".
OUTCOMES: Final = word_list(
    "free loose silent short open shut idle empty alive dead adrift ablaze dry dark quiet public bankrupt bust "
    "missing underground unopposed unpunished unhurt untouched"
)

DECLARING: Final = frozenset({"declare", "pronounce", "call", "proclaim"})  # "declared the outbreak over"


def outcome(tree: Tree, event: Happening) -> tuple[int, ...]:
    """ "walked free", "cut its shilling loose": the word right behind verb or object that says what became of them."""
    if event.noun:
        return ()
    ends = {event.at + 1, *(k + 1 for h in event.frame.obj for k in (h, tree.right[h]))}
    held = (tree.children(h, "advmod", "amod", "xcomp") for h in (event.at, *event.frame.obj))
    behind = sorted({k for own in held for k in own if k > event.at and k in ends})
    over = event.lemma.split()[0] in DECLARING
    return tuple(k for k in behind if tree.low[k] in OUTCOMES or (over and tree.low[k] == "over"))


def how(tree: Tree, event: Happening) -> str:
    """ "partially" of "was partially refloated"."""
    near = tree.children(event.at, "advmod") if not event.noun else ()
    words = (*tree.low, "")
    if (short := short_of(tree, event.at)) and event.at == event.carrier and not event.noun:
        return short
    if not event.noun and (share := share_of(tree, event.at)):
        return share
    return next((w for k in near if (w := words[k]) in HALFWAY and words[k + 1] not in WHY), "")


def share_of(tree: Tree, verb: int) -> str:
    """The "85%" of "was 85% contained", "85 percent contained"; "" where nothing says how much of it."""
    behind = tree.low[verb - 1 : verb] if verb > 1 else []
    word = verb - 2 if behind in (["%"], ["percent"], ["pct"]) else verb - 3 if behind == ["cent"] else None
    if word is None or word < 0 or tree.tokens[word].upos != "NUM":
        return ""
    return "".join([tree.tokens[word].text, "%" if behind == ["%"] else " percent"])


def short_of(tree: Tree, verb: int) -> str:
    """ "has all but collapsed", "nearly sank": what came close to it and was not it; "" where it was."""
    before = tree.low[max(0, verb - 2) : verb]
    return "all but" if before == ["all", "but"] else before[-1] if before[-1:] and before[-1] in NEARLY else ""


def now(tree: Tree, event: Happening) -> str:
    """How the present of the verb is made: "be" of "are detained", "being" of "are being detained", "do" of "does not
    recognise", "plain" of "recognises", "stands" of "has been detained since Monday" and "the road, closed since
    Monday"; "done" of "may have left"; "has" of "have closed since May"; "" where it is no present."""
    if event.noun:
        return ""
    found = {tree.low[k] for k in tree.children(event.at, "aux", "aux:pass")}
    if "have" in found and (found & MAYBE or marked_to(tree, event.at)):
        return "done"
    if found and found <= {"has", "have"} and not event.frame.passive:
        return "has"
    if found == {"had", "been"} and event.frame.passive:
        return "stood"
    if found & PERFECT:
        stands = found <= {"has", "have", "been"} and "been" in found
        return "stands" if stands and event.frame.passive else ""
    if not found and event.frame.passive and (tree.tokens[event.at].deprel == "acl" or _still(tree, event.at)):
        return "stands"
    if found & {"is", "are", "am"}:
        return "being" if "being" in found else "be"
    return "do" if found & {"do", "does"} else "plain" if is_plain_present(tree, event.at) else ""


def _still(tree: Tree, i: int) -> bool:
    """ "Remain trapped", "stay closed", "keep it closed"."""
    up = tree.up(i)
    return up is not None and tree.rel(i) == "xcomp" and tree.tokens[up].lemma.lower() in STILL | {"keep"}


def where_to(tree: Tree, event: Happening) -> tuple[int, ...]:
    """ "sent 640 dockers home", "turned them back": without the adverb the verb says another; "turned its back on
    the deal" has another verb for it all."""
    if event.noun or not (event.frame.obj or event.frame.passive) or said(tree, event.at) is not None:
        return ()
    found = tree.children(event.at, "advmod", "compound:prt")
    edge = max((event.at, *(tree.right[k] for k in event.frame.obj)))
    return tuple(
        k
        for k in found
        if event.at < k <= edge + 1
        and k not in event.words
        and tree.low[k] in WHERE_TO
        and not up_to(tree, min(k + 1, len(tree.tokens) - 1))
    )


def fixed(tree: Tree, word: str, k: int) -> bool:
    """ "put the yard up for sale", "went on strike": what the verb says nothing without."""
    return f"{word} {tree.low[k]}" in FIXED


def says_little(tree: Tree, word: str, k: int) -> bool:
    """ "in the meantime", "for the time being", "on condition of anonymity"; "a bitter end", "a third term" say
    something."""
    lemma = tree.tokens[k].lemma.lower()
    if word == "on" and tree.tokens[k].text == "condition":
        return not tree.children(k, "acl", "ccomp")  # "on condition that they sell 60 branches"
    if lemma == "time" and tree.low[k + 1 : k + 2] == ["being"]:
        return True
    if lemma == "term" and tree.children(k, "amod"):
        return False  # "run for a third term"
    return lemma in SAYS_LITTLE and not (lemma == "end" and tree.children(k, "amod", "nmod"))


def again(tree: Tree, event: Happening) -> bool:
    """ "shut the gate again"; in "on Saturday and again on Tuesday" it is of the second day."""
    behind = (k for k in tree.children(event.at, "advmod") if k > event.at and tree.low[k - 1] != "and")
    return not event.noun and any(tree.tokens[k].text == "again" for k in behind)


def outward(tree: Tree, event: Happening, word: str, k: int) -> str:
    """The preposition as a title has it: "out of" where the parser sees "out", "of" where the verb has the "out"."""
    case = tree.child(k, "case")
    if case is None or case < event.at or word not in OUTWARD or case + 1 not in tree.children(k, "case"):
        return word
    second = tree.low[case + 1]
    return second if case in event.words else f"{word} {second}"


def acting(tree: Tree, event: Happening) -> int | None:
    """The post of "stepped in as acting mayor", where the parser sees a clause with "acting"."""
    for k in tree.children(event.at, "advcl") if not event.noun else ():
        marked = any(tree.low[m] == "as" for m in tree.children(k, "mark"))
        if marked and tree.low[k] == "acting":
            return next((m for m in tree.children(k, "obj") if m == k + 1), None)
    return None


def term(tree: Tree, event: Happening) -> tuple[str, int] | None:
    """ "to 18 years in prison", "for two matches": how long, of what is told with its length."""
    if event.noun or event.lemma.split()[0] not in TERMED:
        return None
    return next(
        (
            (word, k)
            for word, k in event.frame.obls
            if word in {"for", "to"} and tree.tokens[k].lemma.lower() in LENGTHS and tree.children(k, "nummod", "det")
        ),
        None,
    )


def either(tree: Tree, event: Happening) -> tuple[int, int] | None:
    """The two verbs of "were killed or injured", if the event is one of them: of either nobody says that it was so."""
    if event.noun or event.carrier != event.at:
        return None
    for first, second in ((event.at, next(iter(tree.children(event.at, "conj")), 0)), (tree.up(event.at), event.at)):
        if first is None or not first < second <= first + NEAR_OR or tree.rel(second) != "conj":
            continue
        open_ = any(tree.low[k] == "or" for k in tree.children(second, "cc"))
        alone = not tree.children(second, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass")
        if (
            open_
            and alone
            and tree.tokens[second].upos == "VERB"
            and same_form(tree.tokens[first], tree.tokens[second])
        ):
            return first, second
    return None
