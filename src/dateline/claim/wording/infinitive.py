"""The words of an infinitive: "to leave Narvia", "to find a way to keep the base".

In:   the tree of a sentence, the verb of an infinitive, and what names the words in it.
Out:  its words as a title needs them; "" where too little of it is left to say anything.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.claim.event.roles import preposition
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.tree import Tree, marked_to, negated
from dateline.claim.wording.beside import ON_THE_WAY, WHERE_TO
from dateline.claim.wording.forms import verb_lemma
from dateline.claim.wording.inflect import participle
from dateline.claim.wording.phrases import MINOR_PREPOSITIONS, phrase, plain_phrase

Namer = Callable[[int], str | None]  # the name a word stands for; "" where it cannot be named; None: its own words do
BARE: Final = frozenset({"let", "make", "have", "help", "see", "watch"})  # before an infinitive without "to"
OPEN: Final = frozenset({"whether", "how", "when", "where"})  # before "to", what is not decided
HANGING: Final = word_list(  # nothing without an object
    "allow let help force ask enable permit cause get make kill pursue put set bring keep take give ensure provide "
    "address prevent avoid protect defend create build buy discuss become"
)
UPON: Final = word_list(
    "focus concentrate comply refrain abide deal rely depend figure come"
)  # nor these without theirs
BECOMING: Final = frozenset({"become", "remain", "be"})
ANYBODY: Final = word_list("anyone anybody everyone everybody someone somebody all nobody")
ITSELF: Final = word_list("itself himself herself themselves ourselves myself yourself each")
LEADING: Final = word_list(
    "try start begin continue seek attempt work need want have do be manage help use"
)  # nor these
OF_A_PLACE: Final = ("person", "worker", "force")  # kinds of which a place tells which ones are meant
WHERE: Final = frozenset({"in", "at", "on", "near", "along", "across", "around", "from", "within"})
SHARES: Final = word_list("percent cent half third quarter majority most many dozen hundred thousand number")
EMPTY: Final = word_list("way means chance right permission")  # what for is all they say


def outside(tree: Tree, h: int) -> list[int]:
    """Phrases that hang on a noun and are no part of its own words; of a share, those of what it is a share of: "80
    percent of the houses in Kor"."""
    low, high = plain_phrase(tree, h)
    of = [k for k in tree.children(h, "nmod") if k > h and preposition(tree, k) == "of"] if _is_share(tree, h) else []
    where = (n for k in of for n in tree.children(k, "nmod") if n > k and preposition(tree, n) in WHERE)
    own = (k for k in tree.children(h, "nmod") if k > h and preposition(tree, k))
    return [k for k in (*own, *where) if not low <= k <= high]


def _is_share(tree: Tree, h: int) -> bool:
    """Whether the word only says how many of those behind it: "%", "half", "many"."""
    return tree.tokens[h].upos in {"SYM", "NUM"} or tree.tokens[h].lemma.lower() in SHARES


def of_where(tree: Tree, doer: int) -> bool:
    """ "Workers at the Brask yard ended their strike", "voters in Kor rejected it": a name tells which people."""
    plain = tree.tokens[doer].upos == "NOUN" and is_kind(tree.tokens[doer].lemma.lower(), *OF_A_PLACE)
    first = next(iter(outside(tree, doer)), None)
    named = first is not None and any(
        tree.tokens[k].upos == "PROPN" for k in range(tree.left[first], first + 1) if tree.tokens[k].text.isalpha()
    )
    return plain and named and preposition(tree, first or 0) in {"in", "at", "on", "from", "of", "near"}


def purpose_of(tree: Tree, h: int) -> int | None:
    """The infinitive that hangs on a noun: "plans to end cooperation", "a way to keep the base"."""
    own = (k for k in tree.children(h, "acl") if tree.tokens[k].deprel != "acl:relcl")  # not "who is to be tried"
    return next((k for k in own if k > h and marked_to(tree, k)), None)


def _named_or_any(tree: Tree, k: int, name_of: Namer) -> str:
    """ "anyone" of "vowed to kill anyone involved"; of other pronouns the name they stand for."""
    word = tree.low[k]
    return word if word in ANYBODY else phrase(tree, k, name_of)


def _verb_below(tree: Tree, i: int) -> int | None:
    """The infinitive that a verb leads to: "to try to settle the strike"."""
    below = (k for k in tree.children(i, "xcomp") if k > i and tree.tokens[k].upos == "VERB")
    return next((k for k in below if marked_to(tree, k) or tree.low[k].endswith("ing")), None)


def _asking(tree: Tree, i: int) -> list[str]:
    """ "to decide whether to extradite him", "when to reopen the bridge": that it will be is not decided."""
    return [tree.low[k] for k in tree.children(i, "mark", "advmod") if k < i and tree.low[k] in OPEN]


def _to_be(tree: Tree, i: int, name_of: Namer) -> str:
    """ "to be patient", "not to be a candidate"."""
    what = phrase(tree, i, name_of, keep_article=True)
    return f"{'not ' if negated(tree, i) else ''}to be {what}" if what else ""


def _told_objects(tree: Tree, i: int, name_of: Namer) -> list[str]:
    """What of its objects can be told."""
    return [t for k in tree.children(i, "obj", "iobj") if (t := _named_or_any(tree, k, name_of))]


def _hollow(tree: Tree, i: int, verb: str, told: list[str], last: bool) -> bool:
    """Whether too little is left: "to do so"; "to throw back everything they catch", of which nothing is left; "to
    allow"; "to explain why they were held"."""
    if verb == "do" and told and told[0] in {"all", "that", "this", "so"}:
        return True
    if not told and any(k > i and tree.low[k] not in ITSELF for k in tree.children(i, "obj")):
        return True
    said = told or (verb in BECOMING and tree.children(i, "xcomp"))
    if (verb in HANGING or (verb in LEADING and last)) and not said:
        return True
    return not said and last and bool(tree.children(i, "ccomp"))


def infinitive(tree: Tree, i: int, name_of: Namer) -> str:
    """ "to leave Niger": the infinitive with its object."""
    if tree.tokens[i].upos in {"ADJ", "NOUN"} and tree.child(i, "cop") is not None and marked_to(tree, i):
        return _to_be(tree, i, name_of)
    verb, further = verb_lemma(tree.tokens[i].text, tree.tokens[i].lemma), _verb_below(tree, i)
    told = _told_objects(tree, i, name_of)
    if _hollow(tree, i, verb, told, further is None):
        return ""
    told = told or ["so" for _ in tree.children(i, "xcomp") if verb in BECOMING]
    own = [phrase(tree, k, name_of) for k in tree.children(i, "nsubj")[:1]]
    passive = tree.children(i, "aux:pass")
    done = any(tree.low[k] == "have" for k in tree.children(i, "aux"))  # "are suspected to have died"
    bare_verb = [*(["been"] if passive else []), participle(verb)] if done else ["be", participle(verb)]
    to = [*_asking(tree, i), *(["not"] if negated(tree, i) else []), "to", *(["have"] if done else [])]
    to += bare_verb if passive or done else [verb]
    if tree.low[i].endswith("ing") and not marked_to(tree, i):
        to = [*(["not"] if negated(tree, i) else []), tree.low[i]]  # "to start making a vaccine"
    words = [*(["for", *own] if own and own[0] else []), *to]
    if further is not None and not told:
        below = infinitive(tree, further, name_of)
        return " ".join([*words, below]) if below else ""
    particle = tree.child(i, "compound:prt")
    beside = (k for k in tree.children(i, "advmod") if k == i + 1)
    small = WHERE_TO | ON_THE_WAY
    near = next((k for k in beside if tree.tokens[k].upos == "ADP" or tree.tokens[k].text in small), particle)
    if near is not None:
        words.append(tree.tokens[near].text)  # "to step down", whatever the parser makes of "down"
    objects = tree.children(i, "obj")
    if negated(tree, i) and not objects:  # "not acting quickly"
        words.extend(tree.low[k] for k in tree.children(i, "advmod") if k == i + 1 and k != near)
    for k in (
        *tree.children(i, "iobj")[:1],
        *objects[: 2 if len(objects) == 2 and objects[0] > i and not tree.children(objects[1], "cc") else 1],
    ):
        words.append(_named_or_any(tree, k, name_of))
        words.extend(f"{preposition(tree, m)} {phrase(tree, m, name_of)}" for m in outside(tree, k)[:1])
        further = purpose_of(tree, k) if tree.tokens[k].lemma.lower() in EMPTY else None
        if further is not None:  # "to find a way to keep the base"
            words.append(infinitive(tree, further, name_of))
    for k in tree.children(i, "xcomp")[:1]:
        if tree.tokens[k].upos == "ADJ" or verb in BECOMING:  # "come clean", "become a pandemic"
            words.append(phrase(tree, k, name_of, keep_article=True))
        elif told and marked_to(tree, k):  # "to allow the general to stay"
            words.append(infinitive(tree, k, name_of))
        elif told and verb in BARE and tree.tokens[k].upos == "VERB":  # "to let trucks enter Kor"
            words.append(infinitive(tree, k, name_of).removeprefix("to "))
    for k in tree.children(i, "obl")[:2]:
        case = tree.child(k, "case")
        text = phrase(tree, k, name_of)
        if case is not None and text and tree.low[case] in MINOR_PREPOSITIONS:
            words.append(f"{tree.low[case]} {text}")
    bare = len([w for w in words if w]) == len(to)
    return "" if bare and verb in UPON else " ".join(w for w in words if w)


def doing(tree: Tree, i: int, name_of: Namer) -> str:
    """ "issuing visas" of "Issuing visas was stopped"; "" where the verb has no such subject."""
    done = tree.child(i, "csubj:pass")
    return infinitive(tree, done, name_of) if done is not None and tree.tokens[done].text.endswith("ing") else ""
