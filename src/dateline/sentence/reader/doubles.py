"""Parts what a verb was given twice: two subjects, two objects.

In:   the words of one sentence, heads and relations as the scores gave them.
Out:  the same; of two subjects or objects that one verb cannot have, one hung where the order of the words puts it.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dateline.sentence.reader.arcs import NOUNS, SUBJECTS, Words, only_with

GIVING: Final = (
    "give", "gave", "giv", "tell", "told", "grant", "offer", "send", "sent", "show", "teach", "pay", "paid", "call",
    "make", "made", "name", "deem", "consider", "deny", "denied", "cost", "win", "won", "fine", "dock", "award", "lend",
    "lent", "do", "ask", "buy", "bought", "bring", "brought", "earn", "save", "charge", "owe", "promise", "hand",
    "allow", "elect", "appoint", "judge", "declare",
)  # fmt: skip
TITLES: Final = frozenset({"Mr.", "Mrs.", "Ms.", "Dr.", "Rep.", "Sen.", "Gov.", "Gen.", "Col.", "Capt.", "Rev.", "St."})


def parted(w: Words) -> None:
    """Applies the rules below, in order."""
    told_clause(w)
    teller_behind(w)
    if any(_doubled(w)):
        for rule in (of_the_infinitive, with_case, of_compound, behind_verb, owned, side_by_side, apposed, joined):
            rule(w)
    inner_object(w)
    joined_verb(w)


def _doubled(w: Words) -> Iterator[tuple[int, int, int]]:
    """Verbs with two of their subjects, or two of their objects, that follow each other."""
    for verb in w.governing(*SUBJECTS, "obj"):
        subjects, objects = w.under(verb, *SUBJECTS), w.under(verb, "obj")
        if len(subjects) > 1 or len(objects) > 1:
            yield from ((verb, *two) for two in [*pairwise(subjects), *pairwise(objects)])


@only_with("ccomp")
def told_clause(w: Words) -> None:
    """ "The mayor has said about 20 people have left": the subject behind the saying is that of what is said."""
    for verb in range(len(w.heads)):
        subjects = w.under(verb, *SUBJECTS) if w.tags[verb] == "VERB" else []
        if len(subjects) < 2 or not subjects[0] < verb < subjects[-1]:
            continue
        clause = next((c for c in w.under(verb, "ccomp") if c > subjects[-1]), None)
        if clause is not None and not w.under(clause, *SUBJECTS, "expl", "csubj"):
            w.heads[subjects[-1]], w.relations[subjects[-1]] = clause, w.subject_of(clause)


@only_with("ccomp", "parataxis")
def teller_behind(w: Words) -> None:
    """ "The vote has been put off, the new head of the commission said": the subject behind its verb and right before a
    verb of saying that has none is who says it; the noun before a passive is its subject."""
    for verb, saying in enumerate(w.heads):
        if not verb < saying or w.tags[saying] != "VERB" or w.relations[verb] not in ("ccomp", "parataxis"):
            continue
        teller = next((n for n in w.under(verb, *SUBJECTS) if verb < n < saying), None)
        if teller is None or w.under(saying, *SUBJECTS):
            continue
        if not all(w.above(k, teller) for k in range(teller, saying)):
            continue
        w.heads[teller], w.relations[teller] = saying, "nsubj"
        before = [n for n in w.under(verb, "obj") if n < verb]
        if before and w.under(verb, "aux:pass") and not w.under(verb, *SUBJECTS):
            w.relations[before[0]] = "nsubj:pass"


def of_the_infinitive(w: Words) -> None:
    """ "Any attempt to evict the settlers would fail": what stands right behind the subject's infinitive is its
    object."""
    for verb, first, second in _doubled(w):
        inner = w.start(second) - 1
        if w.relations[second] not in SUBJECTS or not first < inner < second < verb or w.heads[inner] != first:
            continue
        if w.relations[inner] == "acl" and w.tags[inner] == "VERB" and not w.under(inner, "obj", *SUBJECTS):
            w.heads[second], w.relations[second] = inner, "obj"


def with_case(w: Words) -> None:
    """ "Schools in poor districts are closed": what has a preposition is no second subject, but stands with the noun
    before the preposition."""
    for verb, first, second in _doubled(w):
        case = next((k for k in w.under(second, "case") if k < second), None)
        if case is None or w.relations[second] not in SUBJECTS or not first < case < second < verb:
            continue
        noun = next((k for k in range(case - 1, first - 1, -1) if w.tags[k] in (*NOUNS, "NUM", "PRON")), first)
        if not w.above(noun, second):
            w.heads[second], w.relations[second] = noun, "nmod"


def of_compound(w: Words) -> None:
    """ "The head of strike-hit Tasman Rail resigned": the name right behind half a compound, which the first noun's
    preposition opens, is no second subject, but what the preposition leads to."""
    for verb, first, second in _doubled(w):
        half, start = w.start(second) - 1, w.start(second)
        if w.relations[second] not in SUBJECTS or not first < half < second < verb or w.heads[half] != first:
            continue
        cases = w.under(half, "case")
        if w.relations[half] != "nmod" or not cases or w.texts[half - 1] != "-" or w.texts[start - 2] != "-":
            continue
        w.heads[second], w.relations[second] = first, "nmod"
        w.heads[half], w.relations[half] = second, "compound"
        for case in cases:
            w.heads[case] = second


def behind_verb(w: Words) -> None:
    """ "A court sentenced the captain of the tanker Orsk": a noun right behind an active verb that has its subject in
    front is its object, and what a preposition behind that noun opens belongs to the noun."""
    for verb, first, second in _doubled(w):
        if w.relations[second] != "nsubj" or not first < verb < second or w.start(second) != verb + 1:
            continue
        if w.tags[verb] != "VERB" or w.under(verb, "ccomp", "aux:pass", "parataxis") or w.under(second, "case"):
            continue
        for n in w.under(verb, "obj"):
            if n > second and w.under(n, "case"):
                w.heads[n], w.relations[n] = second, "nmod"
        if not w.under(verb, "obj"):
            w.relations[second] = "obj"


def owned(w: Words) -> None:
    """ "Ana Roth's brief said", "elevating Burma's appeal": of two nouns with an 's between, the first owns the
    second."""
    for _, first, second in _doubled(w):
        mark = next((k for k in range(first + 1, second) if w.texts[k].lower() in ("'s", "’s", "'", "’")), None)
        near = mark is not None and all(w.tags[k] not in ("VERB", "PUNCT") for k in range(mark + 1, second))
        if mark is None or not near or w.tags[mark] != "PART" or w.tags[first] not in NOUNS:
            continue
        if not w.above(mark - 1, first):
            continue
        w.heads[first], w.relations[first] = second, "nmod:poss"
        w.heads[mark], w.relations[mark] = first, "case"


def side_by_side(w: Words) -> None:
    """ "Labour experts say", "said Rep. Jo Reyes": two nouns side by side are one."""
    for verb, first, second in _doubled(w):
        if second != first + 1 or w.tags[first] not in NOUNS or w.tags[second] not in NOUNS:
            continue
        if w.tags[first] == "NOUN" and w.tags[second] == "PROPN":
            continue  # "its operator Enerco": one with its name, see `two_subjects`
        thing = w.relations[first] == "obj"
        if thing and w.texts[verb].lower().startswith(GIVING):
            continue
        article = any(w.texts[k].lower() == "the" for k in w.under(first, "det"))
        if not thing and article and w.tags[first] == "NOUN" and w.texts[second].endswith("s"):
            continue  # "the profits corporations have earned"
        if w.tags[first] == w.tags[second] == "PROPN" and w.texts[first] not in TITLES:
            w.heads[second], w.relations[second] = first, "flat"
        else:
            w.heads[first], w.relations[first] = second, "compound"


def apposed(w: Words) -> None:
    """ "One of the lawyers, Jo Reyes, said": a name between the commas behind the subject is the subject's."""
    for verb, first, second in _doubled(w):
        start = w.start(second)
        closed = w.texts[second + 1 : second + 2] == [","] and second < verb
        if w.relations[second] in SUBJECTS and closed and first < start - 1 and w.texts[start - 1] == ",":
            w.heads[second], w.relations[second] = first, "appos"


def joined(w: Words) -> None:
    """ "when it and the groups appealed": two subjects with an "and" between act together."""
    for _, first, second in _doubled(w):
        link = w.start(second) - 1
        linked = link > first and w.texts[link].lower() in ("and", "or") and w.relations[second] in SUBJECTS
        if linked and all(w.above(k, first) for k in range(first + 1, link)):
            w.heads[second], w.relations[second] = first, "conj"
            w.heads[link], w.relations[link] = second, "cc"


@only_with("advcl", "xcomp", "acl")
def inner_object(w: Words) -> None:
    """ "helped a former guard get a visa": the second object stands right behind the inner verb, and is that one's."""
    for outer in range(len(w.heads)):
        objects = w.under(outer, "obj") if w.tags[outer] == "VERB" else []
        if len(objects) != 2:
            continue
        first, second = objects
        verb = w.start(second) - 1
        between = (
            first < verb
            and w.tags[verb] == "VERB"
            and w.tags[verb - 1] != "DET"
            and w.relations[verb] in ("advcl", "xcomp", "acl")
        )
        if between and w.above(verb, outer) and not w.under(verb, "obj", "ccomp", "xcomp", "obl:agent"):
            w.heads[second] = verb


@only_with("amod", words=["and", "but"])
def joined_verb(w: Words) -> None:
    """ "He has championed their rights and extended benefits to couples": what stands behind "and" before a second
    object is no adjective."""
    for n, noun in enumerate(w.heads):
        outer = w.heads[noun] if noun >= 0 else -1
        behind = w.relations[n] == "amod" and w.tags[n] == "VERB" and noun > n > 1 and outer >= 0
        if not behind or w.texts[n - 1].lower() not in ("and", "but") or w.relations[noun] != "obj" or outer > n:
            continue
        if w.under(noun, "det", "nmod:poss") or len(w.under(outer, "obj")) != 2 or w.tags[outer] != "VERB":
            continue
        w.heads[n], w.relations[n] = outer, "conj"
        w.heads[noun] = n
        w.heads[n - 1], w.relations[n - 1] = n, "cc"
        for k in w.under(outer, "obl", "obl:unmarked"):
            if k > noun:
                w.heads[k] = n
