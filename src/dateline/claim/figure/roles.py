"""Says which part a figure plays: a level, the level before, a change, a part, a total, a target or a forecast.

In:   an amount in its sentence, what it counts, and how far its clause is real.
Out:  a QuantityRole.
Room: claim.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.figure.ahead import (
    EXPECTED,
    FORETOLD,
    decided,
    foretold,
    is_object_of,
    there_already,
    to_be_filled,
    wanted,
)
from dateline.claim.figure.amounts import Amount
from dateline.claim.figure.counted import GENERIC, Counting, Spot
from dateline.claim.model import QuantityRole
from dateline.claim.tree import Tree
from dateline.sentence.reading import Sentence
from dateline.terms import Factuality
from dateline.terms.factuality import REAL

AHEAD: Final = frozenset({"planned", "demanded", "conditional", "possible"})
FEW: Final = 24  # characters after an amount in which the next words stand
NEAR: Final = 60  # characters before an amount that are looked at
CHANGES: Final = frozenset({
    "rise", "grow", "increase", "climb", "jump", "swell", "surge", "soar", "fall", "drop", "decline", "shrink", "lift",
    "decrease", "hike", "dip", "plunge", "sink", "slip", "reduce", "cut", "lower", "raise", "bring", "expand",
    "dwindle", "go", "boost", "push", "slash", "revise", "change", "trim", "pare", "down", "scale", "edge", "creep",
    "inch", "tick", "ease", "slow", "slide", "tumble", "plummet", "leap", "quicken", "cool", "narrow", "widen",
    "rebound", "recover", "correct",
    "amend", "downgrade", "restate",
})  # fmt: skip
BEFORE: Final = re.compile(
    r"\b(?:down from|up from|compared (?:with|to)|previous(?:ly)?(?: [\w-]+){0,3}"
    r"|(?:earlier|first|initial|original|prior) (?:count|level|figure|total|estimate|toll|target)s?(?: of)?|formerly"
    r"|used to (?:be|have|number|host)|compared (?:with|to)(?: an?| the)?(?: [\w-]+){0,3} of"
    r"|as against|instead of|rather than|twice|double)\s*[“\"]?(?:the (?:planned )?|a |an |another )?$"
    r"|\b(?:from|below|under|against|than|off|with) (?:a|an|the|its|their|last [a-z]+[’']s)(?: [\w-]+){0,2} "
    r"(?:peak|high|maximum|record|low|trough) of\s*[$€£]?$"
)
FROM: Final = re.compile(r"\bfrom\s*$")
SUM: Final = r"[$€£]?\d[\d.,]*(?: ?(?:%|percent|per cent|million|billion|trillion))?"
TO_FROM: Final = re.compile(
    rf"\bto (?:about |some |nearly )?{SUM}(?: \w+){{0,4}} from\s*[$€£]?$"
)  # "cut to 1.2 billion from 3"
BARE: Final = re.compile(r"\s*(?:[.,;:)]|$|(?:on|in|last|a|earlier|previously|before|after|amid|as|and|at|this)\b)")
SET_AGAINST: Final = re.compile(r"\bagainst (?:an? [\w-]+ of )?$")  # "against 28 at the peak", "a profit of 3 million"
EARLIER: Final = re.compile(
    r"[^.;]{0,24}\b(?:before|earlier|ago|previously|peak|in (?:19|20)\d\d|last (?:year|month|week|season|spring|autumn)"
    r"|in (?:a|an) (?:usual|normal|average|ordinary)|in (?:the [a-z ]{0,14}?(?:year|quarter|months?|half) (?:to|of) )?"
    r"(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)|usually|normally)\b",
    re.I,
)
OF_THEN: Final = re.compile(
    r"\s*of (?:a|the|last) (?:[\w-]+ )?(?:year|month|week|quarter|day|season)s? (?:ago|before|earlier)\b"
)
UP: Final = re.compile(r"\b(?:up|down)(?: by)?\s*$")
ON_THEN: Final = re.compile(r"\s*(?:on|from|compared|since|over) (?:the |a |last )")
BY_SO_MUCH: Final = re.compile(
    r"\b(?:drop|fall|rise|increase|decline|jump|growth|reduction|decrease|slump|surge|gain) of\s*$"
)
MORE: Final = re.compile(r"\b(?:another|an? (?:additional|extra|further)|additional|further|extra)\s*$")
FURTHER: Final = frozenset({"a further", "an additional", "an extra", "another", "further", "additional", "a fresh"})
OUTLOOK: Final = re.compile(
    r"\b(?:forecasts?|outlook|guidance|projections?|predictions?)\b[^.;]{0,50}\b(?:to|at|of)\s*$"
)
PROPOSING: Final = frozenset({"present", "propose", "unveil", "submit", "table", "draft", "outline"})
SEEING: Final = re.compile(
    r"\b(?:markets?|analysts?|economists?|traders?|investors?|brokers?|forecasters?) (?:\w+ )?"
    r"(?:sees?|expects?|bets? on|foresees?|predicts?|forecasts?) [^.;,]*$"
)
GOALS: Final = frozenset({"goal", "target", "ceiling", "cap", "limit", "quota"})
STATED: Final = re.compile(
    r"\s*of (?:(?:the|its|their) )?(?:[\w-]+ )?(?:capacity|votes?|voters|ballots?|normal|average|usual)\b"
)
STILL: Final = re.compile(r"[^.;,]{0,20}\b(?:still|remain|remains|remained)\b")
AMONG: Final = re.compile(
    r"\b(?:including|among (?:them|whom|the \w+)|of (?:them|whom|these|those)|along with)"
    r"\s*,?\s*(?:were |are |is |was )?$"
)
STAND: Final = frozenset({"be", "have", "station", "base", "deploy", "remain", "stay", "host", "keep", "number"})
ADDS: Final = frozenset({"add", "gain", "recruit"})
MORE_AFTER: Final = re.compile(r"\s*(?:more|additional|extra|further)\b(?! than)")
NEW: Final = re.compile(r"\s*new\b")
MOVED_THEN: Final = frozenset({"lower", "low", "higher", "high"})  # "said that turnout had been lower, at 31 percent"
REACH_NEW: Final = 4  # words before the noun in which "new" stands
NEWLY: Final = frozenset({"infected", "killed", "injured", "hospitalised", "detained"})
BESIDES: Final = frozenset({"missing", "presumed dead", "present"})  # "four more are missing": besides those found
GONE: Final = re.compile(
    r"[^.;]{0,40}\b(?:left|departed|withdrawn|gone|(?<!walked )(?<!turned )(?<!come )out|returned)\b"
)
REACHED: Final = re.compile(r"\b(?:to|at|of|reach\w*|hit|below|under|above|past|beneath)\s*[$€£]?\s*$")
WORTH: Final = re.compile(
    r"\b(?:worth|valued at|priced at|costing|totall?ing)(?: (?:some|about|around|nearly|over|almost))?\s*$"
)
ABOARD: Final = re.compile(
    r"[^.;]{0,24}\b(?:aboard|on board|inside|in the (?:building|bus|train|plane|hall|room|boat)|"
    r"on the (?:boat|ferry|ship|plane|bus|train|flight|coach|lorry|truck|bridge|raft|vessel))\b"
)
GAINED: Final = frozenset({"win", "take", "secure", "capture", "gain", "claim"})  # of seats
TARGET: Final = re.compile(r"\b(?:target|goal|cap|ceiling|limit|quota) (?:of|is|was|at)\s*$")
ONCE: Final = re.compile(
    r"\b(?:(?:has|have|had|was|were) long"
    r"|once|previously|formerly|originally|initially|at (?:its|the|their) (?:peak|height))\b[^.;]{0,40}$"
)
SLIDES: Final = frozenset(
    {"slide", "fall", "drop", "slip", "plunge", "tumble", "sink", "climb", "jump", "surge", "soar"}
)
TOTAL: Final = re.compile(r"\b(?:in total|in all|altogether|overall)\b")
AGAINST: Final = re.compile(  # how much more or less than something: "6 percent less", "a 4 percent rise"
    r"\s*(?:points? )?(?:(?:more|less|fewer)\b(?! than (?:half|a (?:third|quarter))\b)"
    r"|larger|smaller|lower|higher|cheaper|faster|slower|(?:up|down) on\b"
    r"|(?:increase|decrease|rise|reduction|drop|fall|decline|growth|jump|cut|discount)s?\b)"
)
HALVES: Final = re.compile(  # but "a deficit of 3% of GDP" is a level
    r"\s*(?:share|stake|of(?! (?:its |the |their |national |annual )*(?:gdp|gross |gnp|national |economic output)))\b"
)  # "60 percent of the trains", "a 25 percent stake"


def role_of(
    tree: Tree,
    text: str,
    sentence: Sentence,
    spot: Spot,
    counting: Counting,
    real: Factuality,
    following: Amount | None,
    told: Counting | None = None,
) -> QuantityRole:
    """The part the figure plays in its sentence; `told` is what the figure before it counts."""
    amount = spot.amount
    before = text[max(sentence.start, amount.start - NEAR) : amount.start].lower()
    after = text[amount.end : min(sentence.end, amount.end + 40)].lower()
    verb = tree.tokens[counting.verb].lemma.lower() if counting.verb is not None else ""
    moved = verb in CHANGES or _moves_above(tree, spot.last)
    if _was(before, after) or (FROM.search(before) and _left_behind(tree, text, spot, counting, following, moved)):
        return "previous"
    lone = amount.kind == "money" or (amount.kind is None and tree.rel(spot.last) == "obj")
    straight = counting.unit in ("percent", "point") or (
        lone and verb in SLIDES
    )  # "shares slid $3", "claims fell 14,000"
    by = moved and (re.search(r"\bby\s*$", before) or (straight and not REACHED.search(f"{before}{amount.hedge}")))
    if _foretold_by_words(tree, before, counting, amount, verb):
        return "forecast"
    if BY_SO_MUCH.search(before) and wanted(tree, counting):
        return "target"  # "are demanding a pay rise of 12 percent"
    measured = amount.kind in ("percent", "points")
    if measured and UP.search(before) and ON_THEN.match(after):
        return "change"  # "rents are up 15 percent on last year"
    grown = BY_SO_MUCH.search(before) and counting.counted != "growth"  # "growth of 2 percent" is how large it is
    if counting.shift or by or grown or (amount.kind == "percent" and AGAINST.match(after)):
        return "change"
    ahead = real == "planned" and not foretold(tree, counting)
    if verb in ADDS and (counting.head is not None and tree.up(counting.head) == counting.verb) and not ahead:
        return "change"
    if STILL.search(after[:FEW]) and not counting.total:
        return "part" if counting.part else "level"
    if (added := _added(before, after, amount, counting, told, real, ahead)) is not None:
        return added
    portion = "target" if TARGET.search(before) else _portion(before, after, counting, amount, verb, real)
    portion = _by_words(tree, before, counting, amount, verb, real) or portion
    return portion or _by_reality(tree, before, after, counting, real, moved, amount)


def _moves_above(tree: Tree, at: int) -> bool:
    """Whether a word of rising or falling stands above the amount, within its own clause."""
    for i in tree.ancestors(at, 4):
        if tree.tokens[i].lemma.lower() in CHANGES:
            return True
        if tree.tokens[i].upos == "VERB" and tree.children(i, "nsubj", "nsubj:pass"):
            return False  # "raised its rate and said that inflation would average 5 percent"
        if tree.rel(i) == "conj" and tree.tokens[i].upos in ("VERB", "ADJ"):
            return False  # "has grown and is 35 percent contained"
    return False


def _by_words(
    tree: Tree, before: str, counting: Counting, amount: Amount, verb: str, real: Factuality
) -> QuantityRole | None:
    """The part that the words around the figure name: an outlook, a goal, a sum laid before a house, people lost."""
    if OUTLOOK.search(before):
        return "forecast"
    if (counting.counted in GOALS and _share(amount)) or (
        amount.kind == "money" and real in REAL and _proposed(tree, counting)
    ):
        return "target"
    if verb == "lose" and counting.unit == "person" and "lost" in counting.states:
        return "change"  # "the network lost 9,000 subscribers"
    return None


def _foretold_by_words(tree: Tree, before: str, counting: Counting, amount: Amount, verb: str) -> bool:
    """ "Markets see rates peaking at 4 percent", "another 20 cm are forecast", "they had expected a fall of 2"."""
    if SEEING.search(before):
        return True
    if verb not in FORETOLD or counting.verb is None:
        return False
    bare = counting.shift or amount.kind in (None, "percent")  # "below the 5.5 percent analysts had forecast"
    leans = counting.head is None and not counting.part and bare
    return _told_of(tree, counting) or (leans and not tree.tokens[counting.verb].text.endswith("ing"))


def _told_of(tree: Tree, counting: Counting) -> bool:
    """ "Another 20 centimetres are forecast": the amount or its noun is what is foretold."""
    verb = counting.verb
    at = {counting.node, counting.head, counting.last}
    if verb is None or any(tree.tokens[c].lemma == "have" for k in tree.children(verb, "xcomp") for c in tree.kids[k]):
        return False  # "thousands are expected to have died"
    return any(k in at for k in tree.children(verb, "nsubj:pass"))


def _added(
    before: str,
    after: str,
    amount: Amount,
    counting: Counting,
    told: Counting | None,
    real: Factuality,
    ahead: bool,
) -> QuantityRole | None:
    """The part of "another 40", "12 new cases", "four more"; None where nothing is added, or only planned to be."""
    before = f"{before}{amount.hedge}" if amount.hedge in FURTHER else before
    new = bool(NEW.match(after) and set(counting.states) & NEWLY)  # "12 new cases", "no new deaths"
    behind = MORE_AFTER.match(after)
    if not new and (ahead or not (MORE.search(before) or behind)):
        return None
    if not new and real in REAL and _besides(counting, told):
        return "level"
    more = behind and not set(counting.states) & BESIDES  # "25 million more people have a doctor"
    return "change" if new or more or not set(counting.states) & BESIDES else "part"


def newly_too(tree: Tree, counting: Counting, told: Counting, role: QuantityRole) -> bool:
    """Whether it is joined to a number of new ones: the deaths of "98 new cases and three deaths" are new as well."""
    at, before = counting.head, told.head
    if role != "change" or at is None or before is None or not set(counting.states) & NEWLY:
        return False
    return tree.rel(at) == "conj" and tree.up(at) == before and "new" in tree.low[max(0, before - REACH_NEW) : before]


def _besides(counting: Counting, told: Counting | None) -> bool:
    """Whether "another 58 were hurt" tells of others than those told before: "nine were killed"."""
    here, there = set(counting.states) - GENERIC, set(told.states if told is not None else ()) - GENERIC
    return bool(here and there) and not here & there and not here & BESIDES


def _portion(
    before: str, after: str, counting: Counting, amount: Amount, verb: str, real: Factuality
) -> QuantityRole | None:
    """Whether it is a whole of which a part is told, a level of before, or a part; None where it is neither."""
    if counting.total:
        return "previous" if GONE.match(after[:FEW]) else "total"
    if ONCE.search(before) and "departed" not in counting.states and real in REAL:
        return "previous"
    if counting.part and counting.counted == "seat" and verb in GAINED:
        return "level"  # "won 88 of the 200 seats" tells all of theirs
    if counting.part or AMONG.search(before) or (_share(amount) and HALVES.match(after) and not STATED.match(after)):
        return "part"
    return "level" if WORTH.search(before) else None  # "will buy jets worth 3 million" tells a price


def _was(before: str, after: str) -> bool:
    """Whether the words around it tell an earlier level: "down from", "against 28 at the peak", "221 of a year ago"."""
    if TO_FROM.search(before) and BARE.match(after):
        return True
    set_against = SET_AGAINST.search(before) and EARLIER.match(after)
    return bool(BEFORE.search(before) or set_against or OF_THEN.match(after))


def _by_reality(
    tree: Tree, before: str, after: str, counting: Counting, real: Factuality, moved: bool, amount: Amount
) -> QuantityRole:
    """What is planned, demanded or possible is a target or a forecast; the whole body it speaks of is there already."""
    accused = real == "possible" and amount.kind == "money" and not _expected(tree, counting)  # "of taking 3 million"
    if real in AHEAD and not accused and not (real == "possible" and _perfect(tree, counting)):
        return _ahead(tree, before, counting, real, moved, amount)
    if wanted(tree, counting):
        return "target"
    if foretold(tree, counting):
        return "forecast"
    if "total" in amount.hedge or TOTAL.search(before[-20:]) or TOTAL.search(after[:FEW]):
        return "total"
    if _had_been(tree, counting) and not ABOARD.match(after) and not set(counting.states) - {"present"}:
        return "previous"
    return "level"


def _ahead(tree: Tree, before: str, counting: Counting, real: Factuality, moved: bool, amount: Amount) -> QuantityRole:
    """What is planned, demanded or possible: a target, a forecast, or a body that is there already."""
    leaving = "departed" in counting.states
    if there_already(tree, counting, amount) or to_be_filled(tree, counting):
        return "level"
    moved_home = counting.verb is not None and tree.tokens[counting.verb].lemma == "bring"  # "will bring its 850 home"
    if counting.whole and (moved_home or not moved) and counting.unit == "person" and amount.kind is None:
        return "level"  # "will pay its 84 farmers": the body it speaks of is there already
    if leaving and (counting.whole or real == "demanded"):
        return "level"  # who asks for the removal of 1,000 soldiers speaks of all who are there
    if leaving or real == "demanded" or (moved and re.search(r"\bto\s*$", before) and not _is_foretold(tree, counting)):
        return "target"
    if real == "possible" and _able(tree, counting):
        return "level"  # "the hall can hold 400"
    return "target" if decided(tree, counting, real) else "forecast"


def _is_foretold(tree: Tree, counting: Counting) -> bool:
    """ "Inflation is expected to fall to 3 percent": nobody aims at it, unlike who "expects to cut to 300"."""
    verb = counting.verb if counting.verb is not None else counting.node
    up = tree.up(verb) if tree.rel(verb) in ("xcomp", "ccomp") else None
    return up is not None and tree.tokens[up].lemma.lower() in FORETOLD and bool(tree.children(up, "aux:pass"))


def _left_behind(tree: Tree, text: str, spot: Spot, counting: Counting, following: Amount | None, moved: bool) -> bool:
    """Whether the number after "from" is a level that was left: "fell from 900 to 600"; no "raised 2 billion from two
    banks"."""
    amount = spot.amount
    if _to_follows(text, amount, following):
        return True
    own = counting.head is not None and counting.head > spot.last
    verb = next((i for i in tree.ancestors(spot.last, 4) if tree.tokens[i].upos == "VERB"), None)
    given = own and verb is not None and bool(tree.children(verb, "obj"))
    return moved and not (given and not (following is not None and " to " in text[amount.end : following.start + 1]))


def _share(amount: Amount) -> bool:
    return amount.kind == "percent" or amount.form == "fraction"


def _proposed(tree: Tree, counting: Counting) -> bool:
    """ "Presented a budget of 9 billion": what is laid before somebody is not spent yet."""
    return is_object_of(tree, counting, PROPOSING)


def _expected(tree: Tree, counting: Counting) -> bool:
    """Whether a word near the figure says that it is expected: "could cost 3 million"."""
    i = counting.verb if counting.verb is not None else counting.node
    near = (i, *tree.ancestors(i, 2))
    return any(tree.tokens[k].lemma.lower() in EXPECTED for n in near for k in (n, *tree.children(n, "aux", "advmod")))


def _able(tree: Tree, counting: Counting) -> bool:
    """ "The jet can carry 300": what something is able to do is a size it has, no forecast."""
    i = counting.verb if counting.verb is not None else counting.node
    return any(tree.tokens[k].lemma.lower() == "can" for k in tree.children(i, "aux"))


def _had_been(tree: Tree, counting: Counting) -> bool:
    """ "Some 200 had been at the fort": the pluperfect tells the level of an earlier time."""
    if counting.verb is None:
        return False
    verb = tree.tokens[counting.verb]
    if (verb.lemma.lower() not in STAND and tree.child(counting.verb, "cop") is None) or verb.lemma in MOVED_THEN:
        return False  # "he said 5,000 had gone there" tells the level, told later
    return any(tree.low[k] == "had" for k in tree.children(counting.verb, "aux"))


def _perfect(tree: Tree, counting: Counting) -> bool:
    """ "More than 100 may have been killed": uncertain, but no forecast."""
    i = counting.verb if counting.verb is not None else counting.node
    return "have" in tree.low[max(0, i - 3) : i]


def _to_follows(text: str, amount: Amount, following: Amount | None) -> bool:
    return following is not None and text[amount.end : following.start].strip().lower() in (
        "to",
        "to about",
        "to around",
    )
