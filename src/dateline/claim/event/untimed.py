"""Times that are not those of the event the parser hung them on: a day right behind "said", the day to which a thing is
put off, a year in front of a noun, a past day of what lies ahead.

In:   the tree, the word that heads a time, the event above it.
Out:  whether the time is another word's, or no event's at all.
Room: claim.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree
from dateline.sentence.times.model import TimeExpression

WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
SETTLED_BY_AGREEING: Final = word_list(
    "acquire buy cut drop invest merge pay plead purchase raise recognise recognize repay scrap sell settle supply"
)
CALLED_OUT: Final = word_list("strike walkout rally march protest demonstration boycott stoppage vigil")
PUTTING_OFF: Final = word_list("postpone delay defer reschedule move extend adjourn bring shift prolong renew lengthen")
CALLING_OFF: Final = word_list("cancel scrap scratch abandon shelve drop")
STANDING: Final = frozenset({"place", "force", "effect", "power", "office", "jail", "prison", "custody", "exile"})
SOLD_AHEAD: Final = word_list(
    "crude futures future contract contracts delivery oil gas gasoline wheat corn maize soybeans copper gold silver "
    "cocoa coffee sugar rice cotton"
)
DEADLINES: Final = frozenset({"deadline", "ultimatum", "cutoff"})
ASIDE: Final = 6  # words between "due" and its day
AGAINST: Final = frozenset({"against", "from", "versus", "than", "with"})  # "to 5 percent from 7 percent in April"
LIKENED: Final = frozenset({"as", "than", "like", "unlike"})
RECORDS: Final = word_list(
    "first worst best most least last only lowest highest largest biggest smallest deadliest strongest heaviest "
    "longest shortest hottest coldest wettest driest steepest sharpest fastest slowest weakest busiest"
)
IN_FRONT: Final = frozenset({"nummod", "compound", "amod", "nmod:unmarked", "nmod:poss"})  # before the noun it names
HYPHENS: Final = frozenset({"-", "–", "/"})
FAR: Final = 7  # words between "the lowest" and "since"
LIKE: Final = 11  # words between "as" and the time of what something is likened to
FORECASTS: Final = word_list("forecast outlook target estimate projection guidance prediction expectation view")
YEARS: Final = frozenset({"this year", "next year", "the year", "this quarter", "next quarter", "the full year"})
SAYING: Final = frozenset({"said", "saying", "says"})


def right_behind_saying(tree: Tree, word: int) -> int | None:
    """ "will lose 4 billion, agencies quoted the minister as saying on Thursday": a day right behind a word of saying
    is the day it was said, wherever the parser hung it."""
    first = min((word, *tree.children(word, "case")))
    verb = tree.tokens[first - 1] if first else None
    saying = verb is not None and verb.upos == "VERB" and verb.text.lower() in SAYING
    if not saying or tree.up(word) == first - 1:
        return None
    return first - 1


def names_a_thing(tree: Tree, word: int, by_word: dict[int, int]) -> bool:
    """ "ended the 2012 accord", "met the May 15 deadline", "the 1950-53 war": a time in front of a noun that is no
    event tells which."""
    up = tree.up(word)
    if up is not None and up == word - 2 and tree.tokens[word - 1].text in HYPHENS:
        return names_a_thing(tree, up, by_word)
    in_front = tree.tokens[word].deprel in IN_FRONT
    thing = up is not None and up > word and tree.tokens[up].upos in {"NOUN", "PROPN"} and up not in by_word
    return in_front and thing


def delivered_then(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "Brent October crude fell", "the September and October contracts": the month in which what is sold is due."""
    behind = tree.low[word + 1 : word + 4]
    behind = behind[2:] if "and" in behind[:1] else behind
    return time.preposition is None and bool(behind) and behind[0] in SOLD_AHEAD


def now_in_its(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "The strike, now in its tenth day, has closed 14 ports": how old a thing is."""
    return time.text.casefold() == "now" and tree.low[word + 1 : word + 3] == ["in", "its"]


def deadline_of(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "Set a deadline of 15 March for the payment": the day by which, not on which it was set; that of "to pay" where
    it says what is to be done."""
    up = tree.up(word)
    if up is None or up > word or tree.low[up] not in DEADLINES or (time.preposition or "").lower() != "of":
        return False
    outer = tree.up(up)
    to_do = [k for n in (up, outer) if n is not None for k in tree.children(n, "acl", "xcomp", "advcl") if k > word]
    return not any(tree.low[m] == "to" for k in to_do for m in tree.children(k, "mark"))


def due(tree: Tree, word: int) -> bool:
    """ "has been paid, with the rest due in June", "the trial, due to open on Thursday, was put off": what something
    is due for is no day of the verb outside."""
    if any(tree.low[k] == "due" for k in tree.children(word, "case")):
        return True
    near = range(max(1, word - ASIDE), word)
    return any(tree.low[k] == "due" and tree.tokens[k - 1].text == "," for k in near)


def put_off_to(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "was put off from Friday to Monday": the days it was to be and is now to be, not when it was put off."""
    up, case = tree.up(word), tree.child(word, "case")
    outer = tree.child(up, "case") if up is not None and up < word else None
    up = tree.up(up) if up is not None and outer is not None and tree.low[outer] == "from" else up
    to = time.preposition or (tree.low[case] if case is not None else "")
    return up is not None and _puts_off(tree, up) and to in {"to", "until", "till", "from"}


def was_to_be(tree: Tree, verb: int, word: int) -> bool:
    """ "The opening of the bridge, set for Monday, was pushed back": a day in front of the verb, within its subject, is
    when that was to be."""
    if not word < verb or not keeps_from(tree, verb):
        return False
    above, aux = tree.ancestors(word), min(tree.children(verb, "aux"), default=verb)
    done_to = [k for k in tree.children(verb, "nsubj") if tree.tokens[k].deprel == "nsubj:pass"]
    return any(k in above or k < word < aux for k in done_to)


def stands_since(tree: Tree, word: int) -> bool:
    """ "Lifted its ban, in place since 2027": since when the thing stood that the verb ends or changes."""
    first = min((word, *(tree.left[k] for k in tree.children(word, "case"))))
    before = tree.low[max(0, first - 3) : first]
    return tree.low[first] == "since" and before[:2] == [",", "in"] and before[-1] in STANDING


def keeps_from(tree: Tree, verb: int) -> bool:
    """Whether the verb tells that something is not on its day: "postponed", "put off", "called off"."""
    return _puts_off(tree, verb) or tree.tokens[verb].lemma.lower() in CALLING_OFF


def _puts_off(tree: Tree, i: int) -> bool:
    lemma = tree.tokens[i].lemma.lower()
    if lemma in {"put", "push", "call"}:
        return any(tree.low[k] in {"off", "back"} for k in tree.children(i, "compound:prt", "advmod"))
    return lemma in PUTTING_OFF


def lies_ahead(tree: Tree, event: Happening) -> bool:
    """Whether a verb speaks of what is to come: an infinitive, or "will" beside it; no past day is its own."""
    beside = {tree.low[k] for k in tree.children(event.carrier, "aux", "mark")}
    done = beside & {"have", "having"}
    return not event.noun and not done and bool(beside & {"to", "will", "'ll", "’ll"})


def compared(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "twice as many as in February", "from 7 percent in April", "the lowest since 1987", "the mark of 1958": the time
    of what something is compared with, and of nothing that happened."""
    first = min((word, *tree.children(word, "case"), *(tree.left[k] for k in tree.children(word, "nummod", "det"))))
    if first and tree.tokens[first].upos != "ADP" and tree.low[first - 1] == "in":
        first -= 1
    before = tree.low[max(0, first - FAR) : first]
    own = {tree.low[k] for k in tree.children(word, "case")}
    if (before and before[-1] in LIKENED) or own & (LIKENED - {"as"}) or {"as", "in"} <= own:
        return True
    if (time.preposition or "").lower() == "since" or (before and before[-1] == "since"):
        between = tree.tokens[max(0, first - FAR) : first]
        record = max((n for n, t in enumerate(between) if t.text.lower() in RECORDS), default=None)
        return record is not None and not any(t.upos in {"VERB", "AUX"} for t in between[record:])
    rated = _rated(tree, first) and not _day_of_deed(tree, word, time)
    return (
        rated
        or _forecast_for(tree, word, time)
        or _mark_of(tree, word, time)
        or _likened(tree, first)
        or _in_so_long(tree, first, time)
    )


def _likened(tree: Tree, first: int) -> bool:
    """ "a threat similar to Germany in the 1930s", "like those shown in 2009", "in the way the port was in the 1980s":
    the time of what something is likened to."""
    was = False
    for k in range(first - 1, max(0, first - LIKE), -1):
        word, low = tree.tokens[k], tree.low[k]
        if (low in {"like", "unlike"} and word.upos == "ADP") or (was and low == "as"):
            return True
        if low == "to" and tree.low[k - 1] in {"similar", "akin", "comparable"}:
            return True
        was = was or (word.upos == "AUX" and "in" in tree.low[k + 1 : k + 2] + tree.low[first : first + 1])
        if word.text == "," or word.upos == "VERB" or (word.upos == "AUX" and not was):
            return False
    return False


def _in_so_long(tree: Tree, first: int, time: TimeExpression) -> bool:
    """ "the highest share in the past 24 years", "the worst storm in decades": how far back nothing was like it."""
    text = time.text.lower()
    long = text.rstrip("s").endswith(("year", "decade", "month", "centurie", "generation"))
    between = tree.tokens[max(0, first - FAR + 2) : first + 1]
    record = max((n for n, t in enumerate(between) if t.text.lower() in RECORDS), default=None)
    inside = tree.low[first] == "in" or (first > 0 and tree.low[first - 1] == "in")
    return long and inside and record is not None and not any(t.upos in {"VERB", "AUX"} for t in between[record:])


def _rated(tree: Tree, first: int) -> bool:
    """ "from 7 percent in April", "against 51 pesos in August": a number between the word of comparing and the time."""
    number = False
    for k in range(first - 1, max(-1, first - FAR), -1):
        word = tree.tokens[k]
        if (
            word.text.lower() == "than"
            and tree.low[k - 1] in {"more", "less", "fewer"}
            and tree.tokens[k + 1].upos == "NUM"
        ):
            return False  # "cancelled more than 900 flights on Monday"
        if word.text.lower() in AGAINST:
            return number and (word.text.lower() != "with" or tree.low[k - 1] == "compared")
        if word.upos not in {"NUM", "SYM", "NOUN", "DET", "ADJ"} and word.text not in {"%", "a", "."}:  # no "Base 101"
            return False
        number = number or word.upos == "NUM"
    return False


def _day_of_deed(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "cut its rate to 3 percent from 4 percent on Thursday": a day behind what somebody did to a number; of what only
    rose or fell, "to 51 from 50 on Thursday", it may be either number's."""
    up = tree.up(word)
    own = up is not None and any(up < k < word for k in tree.children(up, "obj"))
    return own and len(time.value) >= len("XXXX-WXX-1") and (time.preposition or "").lower() == "on"


def _forecast_for(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "lowered its forecast for growth this year": the year that is foretold."""
    up = tree.up(word)
    year = time.text.lower() in YEARS
    return year and up is not None and any(tree.tokens[k].lemma.lower() in FORECASTS for k in tree.children(up, "obj"))


def _mark_of(tree: Tree, word: int, time: TimeExpression) -> bool:
    """ "below the mark of 1958", "a repeat of the flood of 2019": a year behind "of" tells which."""
    up = tree.up(word)
    year = len(time.value) == len("1958") and (time.preposition or "").lower() == "of"
    plain = up is not None and tree.tokens[up].upos == "NOUN" and tree.low[up] not in PARTS
    return year and plain and up is not None and up < word


PARTS: Final = word_list("end start beginning middle spring summer autumn fall winter half quarter month day rest most")


def agreed_on(t: Tree, i: int, word: int) -> int | None:
    """ "Agreed to buy the mill on Monday": a weekday behind what firms settle by agreeing is the day they agreed, which
    is the verb of that; who agreed to meet on Monday is to meet then."""
    up = t.up(i)
    if up is None or t.low[up] != "agreed" or t.rel(i) != "xcomp" or t.children(up, "aux"):
        return None
    weekday = WEEKDAY.fullmatch(t.low[word]) is not None and not t.children(word, "amod", "det")
    on = {t.low[k] for k in t.children(word, "case")} <= {"on"}
    return up if weekday and on and t.tokens[i].lemma.lower() in SETTLED_BY_AGREEING else None


def called_out(t: Tree, word: int) -> bool:
    """ "Called for a strike on Friday": the day on which it is to be, whenever they called for it."""
    up = t.up(word)
    if up is None or t.tokens[up].lemma.lower() != "call" or WEEKDAY.fullmatch(t.low[word]) is None:
        return False
    wanted = [
        k for k in t.children(up, "obl") if up < k < word and any(t.low[c] == "for" for c in t.children(k, "case"))
    ]
    return any(t.tokens[k].lemma.lower() in CALLED_OUT for k in wanted)
