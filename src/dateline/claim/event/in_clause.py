"""In which clause of a sentence a time stands: of "who", "which" or "when", between two commas, behind what is planned.

In:   the tree, the events of the sentence, a word that heads a time, the event that the parser hung it on.
Out:  the event of the clause in which the time stands, which may be another; None where it is no event's.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, base, marked_to

DAYS: Final = word_list("monday tuesday wednesday thursday friday saturday sunday yesterday today")
OPENS_RELATIVE: Final = frozenset({"who", "which", "that", "whose", "whom"})
OPENING: Final = frozenset({"when", "while", "after", "before"})
WAYS: Final = frozenset({"way", "path", "door", "permission", "leave", "clearance"})
_FOR: Final = ("for", "over")
TRIED: Final = word_list("arrest detain sentence jail indict fine imprison seek want hold try")
OF_LAW: Final[dict[str, tuple[str, ...]]] = {
    "charge": ("with", *_FOR), "accuse": ("of",), "convict": ("of", *_FOR), "find": ("of",), "acquit": ("of",),
    "suspect": ("of",), **dict.fromkeys(TRIED, _FOR),
}  # fmt: skip
PARENTHESIS: Final = 12  # words between two commas


def in_its_clause(
    tree: Tree,
    events: Sequence[Happening],
    by_word: dict[int, int],
    governor: int | None,
    word: int,
    first: int,
) -> int | None:
    """The event of the clause in which the time stands; `first` is the time's first word."""
    governor = _before_when(tree, events, by_word, governor, word)
    governor = _before_who(tree, events, by_word, governor, word)
    governor = _of_relative(tree, events, governor, word)
    governor = _right_behind(tree, events, governor, word)
    governor = _past_comma(tree, by_word, events, governor, first)
    governor = _of_planned(tree, by_word, governor, word)
    governor = _of_the_deed(tree, events, by_word, governor, word)
    if governor is not None and _stands_behind(tree, events[governor].carrier, word):
        return None
    return _enclosed(tree, word, governor, events)


def _stands_behind(tree: Tree, verb: int, word: int) -> bool:
    """ "set off and should be there by Sunday", where the parser hung the day on the first verb: that they are there is
    no event, and the day is none of the verb's."""
    for k in tree.children(verb, "conj"):
        joined = verb < k < word and tree.child(k, "cop") is not None and tree.child(k, "aux") is not None
        if joined and not any(tree.tokens[m].text in {",", ";"} for m in range(k, word)):
            return True
    return False


def _of_planned(tree: Tree, by_word: dict[int, int], governor: int | None, word: int) -> int | None:
    """ "The plan to raise fares on June 1 was approved": a day behind what is planned is that of the deed, though the
    parser hung it on the noun or on the verb behind it."""
    noun = tree.up(word)
    if noun is not None and noun > word:
        noun = tree.child(noun, "nsubj")
    elif noun is not None and tree.tokens[noun].upos == "VERB":  # "clearing the way for him to run in March"
        noun = next((k for k in tree.children(noun, "obj") if tree.low[k] in WAYS), noun)
    if noun is None or noun > word or tree.tokens[noun].upos != "NOUN":
        return governor
    planned = [k for k in tree.children(noun, "acl") if noun < k < word and marked_to(tree, k)]
    apart = any(tree.tokens[k].text == "," for k in range(noun, word))
    return by_word.get(planned[-1], governor) if planned and not apart else governor


def _of_the_deed(
    tree: Tree, events: Sequence[Happening], by_word: dict[int, int], governor: int | None, word: int
) -> int | None:
    """ "Is charged with the killing of two men in March 2029": the month is that of the killing; where she was charged,
    it may be that of either."""
    if governor is None or events[governor].noun or not charged_with(tree, events[governor].carrier, word):
        return governor
    told = {tree.low[k] for k in tree.children(events[governor].carrier, "aux")}
    deed = next((n for k, n in sorted(by_word.items()) if events[governor].carrier < k < word and events[n].noun), None)
    return deed if told & {"is", "are"} else None


def charged_with(tree: Tree, verb: int, word: int) -> bool:
    """Whether a month or year stands behind a deed for which somebody stands before the law, and behind whom it was
    done to: "found guilty of the killing of a guard in 2029"; not "convicted of murder in 2029"."""
    lemma = tree.tokens[verb].lemma.lower()
    if tree.low[word] in DAYS or not verb < word or (lemma == "find" and "guilty" not in tree.low[verb:word]):
        return False
    behind = range(verb + 1, word)
    opened = next((k for k in behind if tree.low[k] in OF_LAW.get(lemma, ())), word)
    whose = any(tree.low[k] == "of" for k in range(opened + 2, word))
    return whose and not any(tree.tokens[k].text in {",", ";"} for k in range(opened, word))


def _before_when(
    tree: Tree, events: Sequence[Happening], by_word: dict[int, int], governor: int | None, word: int
) -> int | None:
    """ "In place since noon Sunday, when she signed it": a time before the comma is that of the clause before it."""
    if governor is None or events[governor].carrier <= word:
        return governor
    verb = events[governor].carrier
    parted = any(tree.tokens[k].text == "," and tree.low[k + 1] in OPENING for k in range(word + 1, verb))
    above = tree.up(verb)
    return by_word.get(above, governor) if parted and above is not None and above < word else governor


def _before_who(
    tree: Tree, events: Sequence[Happening], by_word: dict[int, int], governor: int | None, word: int
) -> int | None:
    """ "dismissed 140 drivers on Tuesday who had stopped work": a day in front of "who" is that of the verb outside."""
    if governor is None or events[governor].carrier <= word or events[governor].noun:
        return governor
    verb = events[governor].carrier
    opened = any(tree.low[k] in OPENS_RELATIVE for k in range(word + 1, verb))
    if base(tree.tokens[verb].deprel) != "acl" or not opened:
        return governor
    outer = next((by_word[k] for k in tree.ancestors(verb, 4) if k in by_word and k < word), None)
    return outer if outer is not None and not events[outer].noun else governor


def _right_behind(tree: Tree, events: Sequence[Happening], governor: int | None, word: int) -> int | None:
    """ "dropped a suit that it had filed in April", "blamed a switch installed in 1994", "called off a strike that was
    to begin on Monday": a time right behind the verb of a clause that tells which is that verb's, though the parser
    hung it on the verb outside."""
    if governor is None or events[governor].noun:
        return governor
    first = min((word, *tree.children(word, "case")))
    verb = first - 1
    if base(tree.tokens[verb].deprel) != "acl" or verb < events[governor].carrier:
        return governor
    for n in range(len(events) - 1, -1, -1):
        if n == governor or verb not in (events[n].carrier, events[n].words[-1]):
            continue
        own = bool(tree.children(verb, "nsubj")) or events[n].frame.passive
        return n if own and not tree.low[verb].endswith("ing") else governor
    return governor


def _of_relative(tree: Tree, events: Sequence[Happening], governor: int | None, word: int) -> int | None:
    """ "owns the yard, which Roe bought on Monday": a time right behind a clause that a comma parts is that one's."""
    if governor is not None and (inside := _in_subject(tree, events, events[governor].carrier, word)) is not None:
        return inside
    for n in range(len(events) - 1, -1, -1):
        verb = events[n].carrier
        apart = tree.tokens[verb].deprel == "acl:relcl" or _of_which(tree, verb)
        outside = verb >= word or events[n].noun or not apart
        if outside or (governor is not None and events[governor].carrier >= verb):
            continue
        opened = [k for k in tree.kids[verb] if k < verb and tree.low[k] in {"which", "who", "whom"}]
        opened = opened or [k for k in tree.children(verb, "nsubj") if _of_which(tree, verb)]
        apart = any(tree.tokens[k - 1].text == "," for k in opened if k)
        return n if apart and not any(tree.tokens[k].text in {",", ";"} for k in range(verb, word)) else governor
    return governor


def _in_subject(tree: Tree, events: Sequence[Happening], outer: int, word: int) -> int | None:
    """ "The men who fled in January were stripped of their seats", "a general accused of shelling Kor in 2030 went on
    trial", "the trial of a man who killed two in 2029 opened": a time in front of the main verb, in the clause that
    tells which men, is that clause's."""

    def deed(verb: int) -> int | None:
        """ "shelling" of "accused of shelling Kor in 2030"."""
        below = (m for m, e in enumerate(events) if tree.up(e.carrier) == verb < e.carrier < word)
        return next((m for m in below if tree.low[events[m].carrier].endswith("ing")), None)

    if outer < word and tree.rel(outer) == "acl" and tree.low[outer].endswith("ed"):
        return deed(outer)
    for n, event in enumerate(events):
        verb = event.carrier
        opened = [k for k in tree.kids[verb] if k < verb and tree.low[k] in OPENS_RELATIVE]
        told = bool(opened) or (tree.rel(verb) == "acl" and event.frame.passive)
        inside = not event.noun and verb < word < outer and told and _in_phrase(tree, tree.up(verb), outer)
        if inside and _right_before(tree, outer, word) and tree.children(verb, "obj"):
            continue  # "the firm that runs the ferry on Tuesday suspended sailings"
        if inside and not any(_parts(tree, k) for k in range(min(opened, default=verb), word)):
            return n if (done := deed(verb)) is None else done
    return None


def _parts(tree: Tree, k: int) -> bool:
    """Whether the word parts two clauses: a comma beside an age does not, "of killing Dora Helm, 41, in 2029"."""
    beside = (tree.tokens[m].upos == "NUM" for m in (k - 1, k + 1) if 0 <= m < len(tree.tokens))
    return tree.tokens[k].text in {",", ";"} and not any(beside)


def _in_phrase(tree: Tree, noun: int | None, outer: int) -> bool:
    """Whether the noun is the subject of the verb, or a part of it: "the trial of the driver opened"."""
    subject = tree.child(outer, "nsubj")
    while noun is not None and noun != subject and base(tree.tokens[noun].deprel) in {"nmod", "conj"}:
        noun = tree.up(noun)
    return noun is not None and noun == subject


def _right_before(tree: Tree, verb: int, word: int) -> bool:
    """Whether the time is a day, and nothing but helping words stands between it and the verb."""
    return tree.low[word] in DAYS and all(
        tree.tokens[k].upos in {"AUX", "ADV"} for k in range(tree.right[word] + 1, verb)
    )


def _of_which(tree: Tree, verb: int) -> bool:
    """ "struck Kor and Dunn, both of which were hit on Monday": such a clause is relative, whatever it is hung as."""
    subject = tree.child(verb, "nsubj")
    return subject is not None and any(tree.low[k] in {"which", "whom"} for k in tree.children(subject, "nmod"))


def _past_comma(
    tree: Tree,
    by_word: dict[int, int],
    events: Sequence[Happening],
    governor: int | None,
    first: int,
) -> int | None:
    """ "Men boarded the ship, which flies no flag, shortly after noon": a time behind the comma that closes a clause
    with "which" is that of the verb outside."""
    if governor is None or events[governor].noun or events[governor].carrier >= first:
        return governor
    verb = events[governor].carrier
    opened = [k for k in tree.kids[verb] if k < verb and tree.low[k] in {"which", "who"}]
    if tree.tokens[verb].deprel != "acl:relcl" or not any(k and tree.tokens[k - 1].text == "," for k in opened):
        return governor
    if not any(tree.tokens[k].text == "," for k in range(verb, first)):
        return governor
    outer = next(
        (k for k in tree.ancestors(verb, 4) if k in by_word and k < verb and not events[by_word[k]].noun), None
    )
    return by_word[outer] if outer is not None else governor


def _enclosed(tree: Tree, word: int, governor: int | None, events: Sequence[Happening]) -> int | None:
    """ "The envoy, expelled on Sunday, arrived": a time between commas belongs to the verb between the same commas."""
    if governor is None or events[governor].carrier < word:
        return governor
    behind = word + 1
    while behind < len(tree.tokens) and tree.up(behind) == word and tree.tokens[behind].upos != "PUNCT":
        behind += 1
    if behind >= len(tree.tokens) or tree.tokens[behind].text != ",":
        return governor
    for k in range(word - 1, max(word - PARENTHESIS, 0), -1):
        if tree.tokens[k].text == ",":
            break
        inner = next((n for n, e in enumerate(events) if e.carrier == k and not e.noun), None)
        if inner is not None:
            opened = any(tree.tokens[m].text == "," for m in range(max(0, k - 3), k))
            return inner if opened and tree.rel(k) in {"acl", "advcl"} else governor
    return governor
