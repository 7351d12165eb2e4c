"""The words of a noun phrase, as a title needs them.

In:   the tree of a sentence, the head of a phrase, and what names the words in it.
Out:  text without articles, clauses and appositions; whether it takes a plural verb.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dateline.claim.lexis import WEEKDAYS, word_list
from dateline.claim.people.nouns import stands_for
from dateline.claim.tree import Tree, asked_often, several
from dateline.lexicon.places import demonym

RATES: Final = word_list("hour day night week month year")
ONE_STATE: Final = word_list("states nations netherlands philippines emirates bahamas maldives")  # "the United States"
BOUNDS: Final = tuple(
    tuple(bound.split())
    for bound in ("up to", "more than", "less than", "fewer than", "no fewer than", "no more than", "as many as", "as "
                  "much as", "as few as", "well over", "just over", "just under")
)  # fmt: skip
LONGEST_BOUND: Final = max(len(bound) for bound in BOUNDS)  # words
BOUND_OPENS: Final = frozenset(bound[0] for bound in BOUNDS)
SOME: Final = word_list("many some several most few percent % all half")
ROUND: Final = word_list("half a dozens hundreds thousands scores")  # "up to half", "more than a dozen"
ROUND_ONE: Final = word_list("dozen hundred thousand million billion third quarter")
PHRASE: Final = 9  # words of one participant
LEADS: Final = frozenset({"nsubj", "csubj"})
THEIRS: Final = frozenset({"his", "her", "its", "their"})
OURS: Final = frozenset({"our", "my"})
ANYBODY_AT_ALL: Final = word_list("man woman person people boy girl child soldier officer official suspect worker")
NAMING: Final = word_list("call name know dub nickname style")
CLAUSE: Final = 5  # words of a participle clause that tells which one
NO_OWNER: Final = word_list(
    "it they he she we i you this that these those who whom which whose"
)  # words that stand for another
ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "such", "any"})
OPENING: Final = re.compile(r"\A(?:An?|These|Those) ")
OF_THE: Final = word_list("several many most some few two three four five six seven eight nine ten 2 3 4 5 6 7 8 9")
BEHIND_ITS_NOUN: Final = frozenset({"general", "elect", "designate", "emeritus", "martial"})
MINOR_PREPOSITIONS: Final = word_list(
    "from to in into on at with against for over about near of as under between among across by through toward "
    "towards onto off after during via around along"
)


def plural(tree: Tree, heads: tuple[int, ...]) -> bool:
    """Whether the words take a plural verb."""
    if len(heads) > 1:
        return True
    if heads and tree.tokens[heads[0]].text.lower() in ONE_STATE and tree.tokens[heads[0]].text[:1].isupper():
        return False
    if heads and tree.tokens[heads[0]].upos == "NUM":
        return tree.tokens[heads[0]].text.lower() not in {"one", "1"}
    return any(
        (
            tree.tokens[h].upos in {"NOUN", "PROPN"}
            and tree.tokens[h].lemma.lower() != tree.low[h]
            and tree.low[h].endswith(("s", "men", "people", "children"))
        )
        or tree.low[h] in {"they", "we", "people", "police", "personnel", "troops", "both"}
        or (tree.low[h] in SOME and any(plural(tree, (k,)) for k in tree.children(h, "nmod")))  # "many of the ships"
        for h in heads[:1]
    )


@asked_often
def plain_phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and last word of a noun phrase, cut where a clause starts: a wrong arc must not drag half a sentence in."""
    low, high = tree.noun_phrase(head)
    first, last = head, head
    while first > max(low, head - PHRASE) and (not _breaks(tree, first - 1) or _one_of_kinds(tree, first - 1, head)):
        first -= 1
    while last < min(high, head + PHRASE) and not _breaks(tree, last + 1):
        last += 1
    while first > 0 and _hyphened(tree, first):
        first -= 1
    return (first - 1 if first and tree.bounds(first - 1) else first), last


def _one_of_kinds(tree: Tree, i: int, head: int) -> bool:
    """The comma of "land, sea and air borders"."""
    return i > 0 and tree.tokens[i].text == "," and tree.lists(i, head)


def _hyphened(tree: Tree, i: int) -> bool:
    """Whether a hyphen ties the word to the one before it: "to" of "dusk-to-dawn"."""
    before, token = tree.tokens[i - 1], tree.tokens[i]
    return before.end == token.start and "-" in (before.text, token.text)


def _breaks(tree: Tree, i: int) -> bool:
    """Whether the word cannot stand inside a plain noun phrase."""
    token = tree.tokens[i]
    if token.upos == "VERB":
        return token.deprel not in {"amod", "compound", "det"}  # "no" of "no-fly zone" is tagged a verb at times
    if token.upos == "PUNCT":
        return token.text not in {"-", "–", "'", "’", "/", ".", "$"}
    return token.upos in {"AUX", "SCONJ"} or tree.low[i] in {"who", "which", "whom", "that", "when", "where"}


def phrase(tree: Tree, head: int, name_of: Callable[[int], str | None], keep_article: bool = False) -> str:
    """The words of a noun phrase as a title needs them: names resolved, no articles, clauses or appositions."""
    named = name_of(head)
    if named is not None:
        named = OPENING.sub("", named)  # "a UN tribunal" has a name in it, and is none
        end = _other_end(tree, head, name_of) if named else []
        return " ".join([_counted(tree, head, named), *end]).replace(" , ", ", ")
    low, high = plain_phrase(tree, head)
    out: list[str] = []
    i = low + 1 if low < head and tree.tokens[low].upos == "ADP" and not tree.bounds(low) else low
    i = _with_bound(tree, i)
    while i <= high and len(out) < PHRASE + 3:
        token = tree.tokens[i]
        word = token.text
        beside = tree.low[i + 1] if i < high else ""
        rate = (i > low and beside in RATES) or (
            bool(out) and beside in ROUND_ONE
        )  # "four a week", "more than a dozen"
        rate = rate or (token.text.lower() == "a" and beside == "little")  # "a little support" is some
        if word.lower() in ARTICLES and token.upos == "DET" and not keep_article and i != head and not rate:
            out = out[:1] if so_many(tree, i, out) else out
            i += 2 if tree.low[i : i + 3] == ["any", "and", "all"] else 1
            continue
        if i == 0 and token.upos != "PROPN" and word[1:] == word[1:].lower() and demonym(word) is None:
            word = word.lower()  # the capital of the sentence
        if token.upos == "PUNCT" and word not in {"-", "–", "'", "’", "/"}:
            out[-1:] = [f"{out[-1]},"] if out and _one_of_kinds(tree, i, head) else out[-1:]
            i += 1
            continue
        if word in WEEKDAYS and i < high and tree.tokens[i + 1].text in {"'s", "’s"} and not out:
            i += 2  # "Sunday's summit": the line has its day
            continue
        if token.upos == "PRON" and i != head:
            owner = name_of(i)
            if token.deprel != "nmod:poss":
                word = owner or word
            elif owner and owner.lower() not in NO_OWNER and not (tree.rel(head) not in LEADS and _stays(word, owner)):
                word = owner_form(owner)  # "the bank's shares fell", but "some farmers took their pigs"
            elif (unknown := _of_theirs(tree, i, owner, out)) or word.lower() in OURS:
                del out[len(out) - unknown :]
                i += 1  # "our recall": whose it is stands beside the line
                continue
        glued = bool(out) and i > low and tree.tokens[i - 1].end == token.start and out[-1] != ""
        if glued and (tree.tokens[i - 1].upos != "PUNCT" or tree.tokens[i - 1].text in {"-", "–", "'", "’", "/"}):
            out[-1] += word
        else:
            out.append(word)
        i += 1
    while len(out) > 1 and high > head and _loose_end(tree, high):
        out.pop()
        high -= 1
    while out and out[-1].lower() in MINOR_PREPOSITIONS | {"and", "or"}:
        out.pop()
    end = _other_end(tree, head, name_of)
    return quoted(tree, head, out if end[1:] and end[-1] in " ".join(out) else [*out, *end])


def quoted(tree: Tree, head: int, words: list[str]) -> str:
    """The words, between quotation marks where they are not the report's own."""
    told = " ".join(words).replace(" , ", ", ")
    return f'"{told}"' if told and in_their_words(tree, head) else told


def in_their_words(tree: Tree, head: int) -> bool:
    """ "Launched what it called an operation": the word for it is not the report's own."""
    return any(tree.tokens[k].upos == "VERB" for k in tree.children(head, "discourse"))


def so_many(tree: Tree, i: int, out: list[str]) -> bool:
    """ "several of these incidents" without its article: several incidents; so "three of the soldiers", but "two of the
    five", "some of the oil"."""
    said = len(out) == 2 and out[1] == "of" and out[0].lower() in OF_THE
    noun = next((k for k in range(i + 1, min(i + 4, len(tree.tokens))) if tree.tokens[k].upos != "ADJ"), i)
    return said and tree.tokens[noun].upos == "NOUN" and several(tree, noun)


def _with_others(others: list[str]) -> list[str]:
    """What stands behind "the premiers of Osland".

    >>> _with_others(["Narvia"]), _with_others(["Narvia", "Kordia"])
    (['and', 'Narvia'], [', Narvia', 'and', 'Kordia'])
    """
    before = [", " + ", ".join(others[:-1])] if others[1:] else []
    return [*before, "and", others[-1]] if all(others) else []


def _of_theirs(tree: Tree, i: int, owner: str | None, out: list[str]) -> bool:
    """ "two of their commanders", where nobody knows whose: two commanders, without the "of"; "two of its nine members"
    stay so."""
    if tree.tokens[i + 1].upos == "NUM":
        return False
    unknown = not owner and tree.low[i] in THEIRS and out[-1:] == ["of"]
    return unknown and len(out) > 1 and tree.tokens[i - 2].upos == "NUM"


def _other_end(tree: Tree, head: int, name_of: Callable[[int], str | None]) -> list[str]:
    """ "and the coast" of "between the town and the coast", "and Narvia" of "the premiers of Osland and Narvia": one
    alone says nothing, or another thing."""
    if tree.low[head] != tree.tokens[head].lemma.lower():
        for k in tree.children(head, "nmod"):
            others = [n for n in tree.children(k, "conj") if tree.tokens[n].upos == "PROPN"]
            of = any(tree.low[c] == "of" for c in tree.children(k, "case")) and tree.tokens[k].upos == "PROPN"
            office = stands_for(tree.tokens[head].lemma) if of and others else None
            if office is not None and office.sort == "office":
                return _with_others([phrase(tree, n, name_of) for n in others])
    case = tree.child(head, "case")
    if case is None or tree.low[case] != "between":
        return []
    end = next((k for k in tree.children(head, "conj") if k > head), None)
    told = phrase(tree, end, name_of) if end is not None else ""
    return ["and", told] if told else []


def _stays(pronoun: str, owner: str) -> bool:
    """Whether a pronoun says as much as a noun that names nobody, and agrees with it.

    >>> _stays("their", "some farmers"), _stays("their", "council"), _stays("his", "Ann Roe's brother")
    (True, False, False)
    >>> _stays("their", "Residents of the burned area of Kor"), _stays("its", "Bank of England")
    (True, False)
    """
    described = any(w.islower() and w not in MINOR_PREPOSITIONS | ARTICLES | {"of"} for w in owner.split()[1:])
    if owner[:1].isupper() and not (described and " of " in owner):
        return False
    first = owner.partition(" of ")[0]
    return pronoun.lower() in {"his", "her"} or first.endswith("s") == (pronoun.lower() == "their")


def owner_form(owner: str) -> str:
    """Whose it is: a plural noun takes the mark alone.

    >>> owner_form("three soldiers"), owner_form("Ana Lambros")
    ("three soldiers'", "Ana Lambros's")
    """
    last = owner.split()[-1:]
    return f"{owner}'" if last and last[0].islower() and last[0].endswith("s") else f"{owner}'s"


def _counted(tree: Tree, head: int, named: str) -> str:
    """ "two Norlanders", where the name was found without its number."""
    before = tree.tokens[head - 1] if head and named and named == tree.tokens[head].text else None
    if before is None or before.upos != "NUM" or tree.up(head - 1) != head:
        return named
    return f"{before.text} {named}"


def told_apart(tree: Tree, h: int, text: str) -> str:
    """ "the man extradited from Kor", "a group calling itself Dawn": a bare noun for anybody with the participle that
    tells which one, any noun with its name."""
    k = next((k for k in tree.children(h, "acl") if k == h + 1 and tree.tokens[k].upos == "VERB"), None)
    if k is None or not (text.lower() in ANYBODY_AT_ALL or _gives_name(tree, k)) or tree.right[k] - k >= CLAUSE:
        return text
    said = [t.text for t in tree.tokens[k : tree.right[k] + 1] if t.text.lower() not in ARTICLES and t.upos != "PUNCT"]
    return " ".join([text, *said])


def _gives_name(tree: Tree, k: int) -> bool:
    """ "called Dawn", "known as the Wolves", "calling itself Dawn"."""
    named = tree.tokens[k].lemma.lower() in NAMING and tree.low[k] != "naming"
    return named and any(tree.tokens[m].upos == "PROPN" for m in range(k + 1, tree.right[k] + 1))


def _with_bound(tree: Tree, i: int) -> int:
    """Where a phrase starts that has its bound before it: "up to 3,500 soldiers" without it would say too much."""
    if i and tree.low[i - 1] == "between" and tree.bounds(i - 1):
        return i - 1
    for k in range(max(0, i - LONGEST_BOUND), i + 1):
        for bound in BOUNDS if tree.low[k] in BOUND_OPENS else ():
            number = k + len(bound)
            said = tuple(x.text.lower() for x in tree.tokens[k:number]) == bound and i <= number < len(tree.tokens)
            if said and (tree.tokens[number].upos in {"NUM", "SYM"} or tree.low[number] in ROUND):
                return k
    return i


def _loose_end(tree: Tree, i: int) -> bool:
    """Whether a phrase must not end with the word: an adjective whose noun was cut off, an article."""
    if tree.tokens[i].deprel == "compound:prt":
        return False  # "his decision to step down"
    if tree.low[i] in BEHIND_ITS_NOUN and tree.up(i) == i - 1:
        return False  # "the attorney general", "the governor-elect"
    return tree.tokens[i].upos in {"ADJ", "DET", "CCONJ", "ADP", "PART", "ADV", "VERB"} and tree.tokens[i].text != "'s"
