"""Finds the time a figure is told of.

In:   a sentence, its time expressions, and the words of the figure: the counted phrase and the verb that says it.
Out:  the index of the time in the report and how it bounds the figure; (None, "at") where the sentence gives none.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.model import TimeRelation
from dateline.claim.tree import Tree
from dateline.sentence.reading import Sentence
from dateline.sentence.times.model import TimeExpression

RELATIONS: Final[dict[str, TimeRelation]] = {
    "by": "by",
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "from": "since",
}
SAYING: Final = frozenset(
    {"say", "tell", "announce", "report", "state", "add", "confirm", "write", "estimate", "declare"}
)
BEFORE_TIMES: Final = frozenset({"ADP", "DET", "PROPN"})
LEFT: Final = frozenset({"from", "against", "after"})
COMPARED: Final = frozenset({"more", "fewer", "less", "higher", "lower", "larger", "smaller"})
MONEY: Final = frozenset({"crown", "peso", "rouble", "lira", "ton", "tonne", "barrel", "point"})
UNITS: Final = frozenset({"percent", "%", "million", "billion", "dollar", "euro", "$", "€", "£"})
ABOUT: Final = frozenset({"over", "about", "for", "concerning", "regarding", "into", "under"})
TALLIES: Final = frozenset({"toll", "number", "total", "count", "tally"})
Words = tuple[int, int | None, int]  # the word the clause takes the phrase by, the counted noun, the verb


def time_of(
    sentence: Sentence, tree: Tree, times: Sequence[tuple[int, TimeExpression]], words: Words
) -> tuple[int | None, TimeRelation]:
    """The time of the figure's own clause, else of a clause above that is no verb of saying."""
    best: tuple[int, ...] | None = None
    how: TimeRelation = "at"
    for index, t in times:
        i = sentence.token_at(t.start)
        if i is None or (t.type in ("DURATION", "SET") and t.preposition != "since"):
            continue
        distance = _distance(tree, words, i, t)
        if distance is None:
            continue
        if (
            _of_an_earlier(tree, i, words[0])
            or _than(tree, i)
            or _of_the_other(tree, i, words)
            or _of_a_part(tree, i, words[0])
            or _of_the_deed(tree, i, words[0])
            or _of_what_it_is_about(tree, i, words)
        ):
            continue
        low, high = sorted((i, words[0]))
        apart = sum(x.upos == "PUNCT" for x in tree.tokens[low + 1 : high])
        key = (distance, apart, abs(i - words[0]), int(i < words[0]), index)
        if best is None or key < best:
            best, how = key, RELATIONS.get((t.preposition or "").lower(), "at")
    return (best[-1], how) if best else (None, "at")


def _of_an_earlier(tree: Tree, i: int, node: int) -> bool:
    """Whether the time at word i is that of the number left behind, and no one's else: "to 29 percent [from 36 percent
    in January]", "120,000, down from 160,000 in 2019"."""
    tokens, k = tree.tokens, i - 1
    while k > 0 and tokens[k].upos in BEFORE_TIMES and tokens[k].text.lower() not in LEFT:
        k -= 1
    number = k
    if k > 1 and tokens[k].upos == "NOUN" and tokens[k - 1].upos == "NUM":
        k -= 1  # "up from 275 kg in February"
    while k > 0 and (tokens[k].upos in ("NUM", "SYM") or tokens[k].lemma.lower() in UNITS):
        k -= 1
    numbered = any(t.upos == "NUM" for t in tokens[k + 1 : number + 1])
    if tokens[k].text.lower() == "of":  # "after a profit of 14 million a year earlier"
        k -= 1
        while k > 0 and tokens[k].upos in ("NOUN", "ADJ", "DET"):
            k -= 1
    return numbered and not k < node <= number and tokens[k].text.lower() in LEFT


def _than(tree: Tree, i: int) -> bool:
    """Whether what a figure is held against is told of the time: "12 percent more than [a year before]", "nine fewer
    than in [2027]"; who "died more than a year ago" died then."""
    if tree.low[i] in COMPARED and tree.low[i + 1 : i + 2] == ["than"]:
        return i > 0 and (tree.tokens[i - 1].upos == "NUM" or tree.tokens[i - 1].lemma.lower() in UNITS | MONEY)
    k = i - 1 if i and tree.tokens[i - 1].upos == "ADP" and tree.low[i - 1] != "than" else i
    if k > 2 and tree.low[k - 1] == "as" and tree.low[k - 2] in ("many", "much", "high", "large", "big"):
        return True  # "half as many as ten years ago"
    if k > 1 and tree.low[i - 1] == "on" and tree.tokens[i - 2].lemma.lower() in UNITS:
        return tree.low[i] in ("last", "a")  # "up 15 percent on last year"
    held = k > 2 and tree.low[k - 1] == "than" and tree.low[k - 2] in COMPARED
    return held and (tree.tokens[k - 3].upos == "NUM" or tree.tokens[k - 3].lemma.lower() in UNITS | MONEY)


def _of_the_other(tree: Tree, i: int, words: Words) -> bool:
    """Whether the time is that of the level now, not of the one left: "to 14 percent [in May] from 12.6 percent"."""
    node, _, verb = words
    if not verb < i < node or not any(t.upos == "NUM" for t in tree.tokens[verb:i]):
        return False
    left = [k for k in range(i + 1, node) if tree.low[k] in ("from", "against")]
    return bool(left) and sum(t.upos == "NUM" for t in tree.tokens[left[0] : node]) <= 1


def _of_a_part(tree: Tree, i: int, node: int) -> bool:
    """Whether the time is that of a part told behind: "2,400 people, 300 of them [in the past week] alone"."""
    for k in range(node + 1, i - 2):
        if tree.tokens[k].upos == "NUM" and tree.low[k + 1] == "of" and tree.low[k + 2] in ("them", "whom", "these"):
            return tree.tokens[k - 1].upos == "PUNCT" and not any(t.upos == "PUNCT" for t in tree.tokens[k + 1 : i])
    return False


def _of_the_deed(tree: Tree, i: int, node: int) -> bool:
    """Whether the time is that of the happening and not of its toll by now: "five of those hurt in [Monday]'s quake
    died, bringing the number of dead to 61"."""
    low, high = i - 1, i
    while low > 0 and tree.tokens[low].upos in ("DET", "ADJ", "PROPN", "NUM", "PART"):
        low -= 1
    while high + 1 < node and tree.tokens[high].upos in ("PROPN", "NUM", "PART"):
        high += 1
    if tree.low[low] in ("from", "of", "in") and tree.low[low - 1] in TALLIES and tree.tokens[high].upos == "NOUN":
        return True  # "the toll from the [Feb 4] attack stood at nine"
    owns = i + 1 < node and tree.low[i + 1] in ("'s", "’s")
    return owns and not TALLIES.isdisjoint(tree.low[i + 1 : node])


def _of_what_it_is_about(tree: Tree, i: int, words: Words) -> bool:
    """Whether the time is only in the name of what led to it: "24 were jailed over the [2029] riots"; those killed in
    them died then."""
    thing = tree.up(i)
    case = tree.child(thing, "case") if thing is not None and i < thing <= i + 2 and thing not in words else None
    return case is not None and case < i and tree.low[case] in ABOUT and tree.rel(i) in ("compound", "nummod", "amod")


def _distance(tree: Tree, words: Words, i: int, t: TimeExpression) -> int | None:
    """How many clauses lie between the figure and the time at word i; None where the time speaks of something else."""
    node, head, verb = words
    own = {node, verb} | ({head} if head is not None else set())
    if _beside(tree, verb, node, i, t):
        return 0
    up = [i, *tree.ancestors(i, 12)]
    ruler = next((a for a in up if tree.tokens[a].upos in ("VERB", "AUX") or a in own), up[-1])
    if ruler in own:
        return 0
    above = tree.ancestors(verb, 8)
    if ruler in above and tree.tokens[ruler].lemma.lower() not in SAYING and not _stands_now(tree, verb):
        return 1 + above.index(ruler)
    return None


def _stands_now(tree: Tree, verb: int) -> bool:
    """Whether a relative clause tells what is so at present, whenever the rest happens: "the factory, which employs 850
    people, will be shut by the end of the year"."""
    token = tree.tokens[verb]
    lone = not tree.children(verb, "aux", "cop", "aux:pass")
    return token.deprel == "acl:relcl" and lone and token.text.lower() in (token.lemma, f"{token.lemma}s")


def _beside(tree: Tree, verb: int, node: int, i: int, t: TimeExpression) -> bool:
    """Whether the time at word i stands in the figure's own clause: no other verb and no semicolon between."""
    tokens = tree.tokens
    low, high = min(verb, node), max(verb, node)
    between = tokens[high + 1 : i] if i > high else tokens[i + 1 : low] if i < low else ()
    if any(x.upos == "VERB" or x.text in (";", ".", ":") for x in between):
        return False
    before = tokens[i - 1] if i else None
    told = before is not None and before.upos == "VERB" and before.lemma.lower() in SAYING
    return not told and t.type in ("DATE", "TIME")
