"""Which noun a relative pronoun stands for.

In:   the tree of a sentence, a verb, and the pronoun that is its subject or object.
Out:  the noun: the one that the parser hangs the clause on, or the one right before the comma that fits better.
Room: claim. Of what the words mean it knows only which deeds harm.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from dateline.claim.event.beside_it import case_of, is_office, is_person
from dateline.claim.lexis import event_nouns, is_kind, kinds, word_list
from dateline.claim.tree import NOMINAL, Tree, base
from dateline.lexicon.places import place

RELATIVE: Final = frozenset({"who", "whom", "which", "that", "whose"})
OF_SOMEBODY: Final = word_list(
    "request behest invitation order demand expense initiative hand decision refusal insistence urging orders hands "
    "help support aid approval consent backing advice"
)  # of whom it is, says and does
BODIES: Final = word_list("government cabinet administration regime party coalition junta team campaign office")
CAUSES: Final = ("disaster", "violence")
HARMING: Final = word_list("kill injure wound claim damage destroy displace leave maim hurt shatter wreck")
WHERE: Final = frozenset({"in", "at", "from", "near", "to", "into"})
ONE: Final = frozenset({"was", "is", "has"})
LIST: Final = 14  # words between two verbs of a list
DEEP: Final = 12  # steps up a chain of control; more than any sentence a reader could follow


def antecedent(tree: Tree, i: int, subject: int) -> int:
    """The noun a relative pronoun stands for, else the word itself."""
    noun = _stood_for(tree, i, subject)
    return _of_harm(tree, i, subject, noun) if noun != subject or tree.low[subject] == "which" else noun


def _of_harm(tree: Tree, i: int, pronoun: int, noun: int) -> int:
    """ "The bombings at the embassies in Kor, which killed nine": the deed did it, not the place; the last deed named
    in front of the pronoun, and no verb since."""
    if tree.tokens[i].lemma.lower() not in HARMING or tree.low[pronoun] not in {"which", "that"}:
        return noun
    word = tree.tokens[noun]
    where = word.upos == "PROPN" or noun == pronoun or is_kind(word.lemma.lower(), "site", "embassy", "territory")
    aside = tree.low[noun] in {"situation", "answer", "response", "crisis", "aftermath"}
    if not (where or aside):
        return noun  # "answered the attack with rockets, which killed 12"
    before = takewhile(lambda k: tree.tokens[k].upos != "VERB", range(pronoun - 1, max(-1, pronoun - LIST), -1))
    return next((k for k in before if is_kind(tree.low[k], *CAUSES) and tree.rel(k) != "compound"), noun)


def _stood_for(tree: Tree, i: int, subject: int) -> int:
    """The noun a relative pronoun stands for by where it stands."""
    word = tree.tokens[subject]
    if word.text.lower() not in RELATIVE or word.upos == "NOUN":
        return subject
    at: int | None = i
    for _ in range(DEEP):
        if at is None:
            break
        up = tree.up(at)
        if tree.tokens[at].deprel in {"acl:relcl", "acl"} and up is not None:
            if tree.children(up, "cop") and tree.children(up, "expl"):
                return up  # "it was Osland, not Narvia, that broke off"
            body = tree.tokens[up].lemma.lower() in BODIES
            if word.text.lower() == "who" and tree.tokens[up].upos == "NOUN" and (body or not is_person(tree, up)):
                if (name := _name_before(tree, subject)) is not None and name > up:
                    return name  # "attended the funeral of Dario Sant, who was killed"
                if body:
                    return up
                if _unheard_of(tree, up) and up == subject - 1 - (tree.tokens[subject - 1].text == ","):
                    return up  # "killing a yogi, who died on Friday": of a noun that no table holds
                before = range(up - 1, max(-1, up - LIST), -1)
                return next((k for k in before if is_person(tree, k) and case_of(tree, k) not in WHERE), up)
            if (meant := _before_example(tree, subject, up)) is not None:
                return meant
            return _agreeing(tree, i, subject, up) or _named_right_before(tree, subject, up)
        at = up if base(tree.tokens[at].deprel) in {"conj", "xcomp", "ccomp"} else None
    return _before_comma(tree, i, subject)


def _unheard_of(tree: Tree, k: int) -> bool:
    """Whether the noun is of no kind that a table knows: whoever "who" stands for right behind it, it is no thing."""
    lemma = tree.tokens[k].lemma.lower()
    if case_of(tree, k) in WHERE or tree.rel(k) in {"appos", "nmod:desc"} or tree.tokens[k - 1].text == "-":
        return False
    return lemma not in event_nouns() and not any(lemma in words for words in kinds().values())


def _before_example(tree: Tree, pronoun: int, noun: int) -> int | None:
    """ "a base in Osland, for example, which has left the pact": the name before the aside."""
    aside = tree.low[noun] in {"example", "instance"} and noun > 2 and tree.low[noun - 1] == "for"
    return noun - 3 if aside and tree.tokens[noun - 3].upos in NOMINAL and noun < pronoun else None


def _before_comma(tree: Tree, i: int, subject: int) -> int:
    """ "blamed Norvik Shipping, which denied it", where the parser hangs the clause on the verb: the name before it."""
    behind = subject > 1 and tree.tokens[subject - 1].text == "," and base(tree.tokens[i].deprel) == "advcl"
    if not behind or tree.low[subject] not in {"which", "who"}:
        return subject
    name = _name_head(tree, subject - 2)
    return name if name is not None and tree.tokens[name].upos == "PROPN" and name < subject else subject


def _name_head(tree: Tree, i: int) -> int | None:
    """The head of the name that word `i` is part of."""
    at: int | None = i
    while at is not None and tree.rel(at) in {"flat", "compound"}:
        at = tree.up(at)
    return at


def _agreeing(tree: Tree, i: int, pronoun: int, noun: int) -> int | None:
    """ "the needs of Osland that was hit": of the noun that the parser chose and the one right before the pronoun, that
    which is one or many as the verb is."""
    near = pronoun - 1
    verbs = {tree.low[k] for k in tree.children(i, "aux", "aux:pass", "cop")}
    one, many = bool(verbs & {"was", "is", "has"}), bool(verbs & {"were", "are", "have"})
    if near <= noun or one == many or tree.tokens[near].upos not in NOMINAL or tree.rel(near) != "nmod":
        return None
    counts = [_is_many(tree, k) for k in (noun, near)]
    return near if counts == [one, many] else None


def _is_many(tree: Tree, k: int) -> bool:
    """Whether the noun is plural by its form."""
    word = tree.tokens[k]
    plural = word.upos == "NOUN" and word.text.lower() != word.lemma.lower() and word.text.lower().endswith("s")
    return plural or bool(tree.children(k, "conj"))


def _name_before(tree: Tree, pronoun: int) -> int | None:
    """The head of the name right before a comma and the pronoun, but of a place, which is no "who"."""
    name = _name_head(tree, pronoun - 2) if pronoun > 1 and tree.tokens[pronoun - 1].text == "," else None
    proper = name is not None and name < pronoun and tree.tokens[name].upos == "PROPN"
    return name if name is not None and proper and place(tree.tokens[name].text) is None else None


def _named_right_before(tree: Tree, pronoun: int, noun: int) -> int:
    """The name before the comma, where the noun that the parser chose stands further off ("asked Roe to write of Poe,
    who was shot") or is of the name ("at the request of the Board, which demands", "an aide to it, which")."""
    if pronoun < 2 or tree.tokens[pronoun - 1].text != ",":
        return noun
    name = _name_head(tree, pronoun - 2)
    if name is None or name == noun or tree.tokens[name].upos != "PROPN" or name > pronoun:
        return noun
    at: int | None = name
    for _ in range(DEEP):
        if at is None or at == noun or tree.rel(at) not in {"nmod", "appos", "conj", "compound", "flat"}:
            break
        at = tree.up(at)
    who = tree.low[pronoun] in {"who", "whom"}
    if at == noun:
        verbs = {tree.low[k] for k in tree.children(tree.up(pronoun) or pronoun, "aux", "aux:pass", "cop")}
        if who and _is_many(tree, noun) and verbs & ONE:
            return name  # "two aides to Ann Roe, who was hurt"
        human = tree.tokens[noun].upos == "NOUN" and is_office(tree, noun) and tree.low[pronoun] == "which"
        apart = human or tree.tokens[noun].lemma.lower() in OF_SOMEBODY
        return name if not who and apart else noun
    return noun if who and place(tree.tokens[name].text) is not None else name
