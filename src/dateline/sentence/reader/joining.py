"""Gives what is joined by "and" to what it is joined to, and phrases with "of" to their nouns.

In:   the words of one sentence, heads and relations as the scores gave them.
Out:  the same, some heads and relations mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reader.arcs import NOUNS, SUBJECTS, Words, only_with

OWNERS: Final = frozenset({"his", "her", "its", "their"})
POSTS: Final = frozenset(
    {"president", "minister", "premier", "chancellor", "king", "queen", "governor", "mayor", "leader", "head", "chief",
     "director", "chairman", "chairwoman", "secretary", "commander", "envoy", "ambassador"}
)  # fmt: skip
BEFORE_NOUNS: Final = frozenset({"on", "upon", "for", "from", "with", "at", "into", "against", "by"})
NOMINAL: Final = ("obj", "obl", "obl:agent", "iobj")
KEEPING: Final = frozenset(
    {"ban", "bans", "banned", "banning", "bar", "bars", "barred", "barring", "prevent", "prevents", "prevented", "stop",
     "stops", "stopped", "keep", "keeps", "kept", "block", "blocks", "blocked", "prohibit", "prohibited", "forbid",
     "excluded", "discouraged"}
)  # fmt: skip
OF_WHAT: Final = (  # beginnings of the verbs that take an "of": "accused the bank of fraud"
    "accus", "convict", "suspect", "rob", "strip", "depriv", "reliev", "inform", "remind", "warn", "notif", "assur",
    "clear", "cur", "acquit", "rid", "drain", "empt", "convinc", "persuad", "mak", "made", "ask", "expect", "demand",
    "think", "thought", "know", "knew", "hear", "tell", "told", "speak", "spoke", "learn", "dispos", "approv", "die",
    "consist", "complain", "free", "purg", "absolv", "guilt", "requir", "want",
)  # fmt: skip


def well_joined(w: Words) -> None:
    """Applies the rules below, in order."""
    for rule in (
        name_and_his, past_called, called_last, and_other, two_things, noun_to_noun, within_which, of_noun,
        bare_in_front, already_done, rather_than, no_object, with_doing_and, so_many_of, kept_from,
    ):  # fmt: skip
        rule(w)


def _and(w: Words, n: int) -> int | None:
    """The "and" right before the phrase of a joined noun."""
    first = w.start(n)
    return first if w.texts[first].lower() in ("and", "or") and w.heads[first] == n else None


def _right_before(w: Words, both: int) -> int:
    """The head of the noun or name right before an "and"."""
    noun = both - 1
    while w.relations[noun] in ("flat", "compound") and 0 <= w.heads[noun] < both:
        noun = w.heads[noun]
    return noun


@only_with("conj", words=OWNERS)
def name_and_his(w: Words) -> None:
    """ "approved sanctions against Orr and his advisers": "and his" joins to the name right before it; in "the
    president of Osland and his counterpart" to the president."""
    for n in range(3, len(w.heads)):
        both = _and(w, n) if w.relations[n] == "conj" and w.tags[n] == "NOUN" else None
        if both is None or both < 1 or w.texts[both + 1].lower() not in OWNERS or w.heads[both + 1] != n:
            continue
        name = _right_before(w, both)
        holder = w.heads[name]
        if w.texts[both + 1].lower() in ("his", "her") and holder >= 0 and w.texts[holder].lower() in POSTS:
            name = holder
        if w.tags[name] in NOUNS and name != w.heads[n] and not w.above(name, n):
            w.heads[n] = name


@only_with("appos", words=["and"])
def past_called(w: Words) -> None:
    """ "The minister, Ann Roe, and the army chief resigned": behind the comma that closes a name, "and the" joins to
    whom the name is that of."""
    for n in range(4, len(w.heads)):
        both = _and(w, n) if w.relations[n] == "conj" and w.tags[n] == "NOUN" else None
        name = w.heads[n]
        if both is None or not 0 <= name < both - 1 or w.relations[name] != "appos" or w.texts[both - 1] != ",":
            continue
        apart = w.texts[w.start(name) - 1] == "," and w.texts[both + 1].lower() in ("the", *OWNERS)
        if apart and w.tags[name] == "PROPN" and 0 <= w.heads[name] < name:
            w.heads[n] = w.heads[name]


@only_with("appos", words=["and"])
def called_last(w: Words) -> None:
    """ "The mayor and his deputy, Karl Ott, were held": a name behind a comma is that of the noun before it; with an
    "and" of its own ("the president and his counterpart, Ana Roe"), it is one more of them."""
    for name, first in enumerate(w.heads):
        if w.relations[name] != "appos" or not 0 <= first < name - 2 or w.tags[name] != "PROPN":
            continue
        both = next((k for k in w.under(name, "cc") if first < k < name - 2 and w.texts[k].lower() == "and"), None)
        if both is not None and any(both < k < name for k in w.under(name, "nmod:desc")):
            w.relations[name] = "conj"
        last = max((k for k in w.under(first, "conj") if k < name), default=None)
        if both is None and last is not None and w.texts[name - 1] == "," and _ends_at(w, last, name - 1):
            w.heads[name] = last


def _ends_at(w: Words, noun: int, comma: int) -> bool:
    """Whether the phrase of the noun, which is no list of several, fills all up to the comma."""
    fills = noun + 1 == comma or all(w.above(k, noun) for k in range(noun + 1, comma))
    return fills and w.tags[noun] == "NOUN" and not w.texts[noun].lower().endswith("s")


@only_with("conj", words=["other"])
def and_other(w: Words) -> None:
    """ "a loan from the World Bank and other institutions": "and other" joins to the noun right before it."""
    for n in range(3, len(w.heads)):
        both = _and(w, n) if w.relations[n] == "conj" and w.tags[n] in NOUNS else None
        if both is None or both < 1 or w.texts[both + 1].lower() != "other":
            continue
        noun = _right_before(w, both)
        if w.tags[noun] in NOUNS and noun != w.heads[n] and not w.above(noun, n):
            w.heads[n] = noun


@only_with("iobj")
def two_things(w: Words) -> None:
    """ "The blast destroyed a school and medical store.": of two objects joined by "and", neither gets the other."""
    for first, verb in enumerate(w.heads):
        if w.relations[first] != "iobj" or not 0 <= verb < first or w.tags[first] not in NOUNS:
            continue
        second = next((k for k in w.under(verb, "obj") if k > first), None)
        both = second is not None and any(w.texts[k].lower() == "and" for k in w.under(second, "cc"))
        if second is not None and both and w.start(second) == first + 1:
            w.relations[first] = "obj"
            w.heads[second], w.relations[second] = first, "conj"


@only_with("conj")
def noun_to_noun(w: Words) -> None:
    """ "would speak for exiles abroad and activists at home": a noun is joined to a noun, not to a verb."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] != "conj" or w.tags[n] != "NOUN" or not 0 <= verb < n or w.tags[verb] != "VERB":
            continue
        both = _and(w, n)
        if both is None or w.under(n, "cop", "aux", "mark", "case", *SUBJECTS) or w.texts[both - 1] == ",":
            continue
        stop = next((k for k in range(n, len(w.heads)) if w.tags[k] == "PUNCT"), len(w.heads))
        subject = any(w.tags[k] in ("VERB", "AUX") for k in range(n + 1, stop))  # "and an inquiry is under way"
        noun = next((k for k in reversed(w.under(verb, *NOMINAL)) if verb < k < both and w.tags[k] in NOUNS), None)
        if noun is not None and not subject:
            w.heads[n] = noun


@only_with("acl:relcl")
def within_which(w: Words) -> None:
    """ "The virus, which carries bird DNA and a new gene, has spread.": what is joined before the comma that closes a
    clause with "which" is joined to the object within."""
    for n, outer in enumerate(w.heads):
        if w.relations[n] != "conj" or w.tags[n] not in NOUNS or not 0 <= outer < n:
            continue
        both = _and(w, n)
        clause = next((v for v in w.under(outer, "acl:relcl") if v < n), None)
        if both is None or clause is None or "," not in w.texts[n:] or clause > n:
            continue
        inner = next((k for k in reversed(w.under(clause, "obj")) if clause < k < both), None)
        if inner is not None and any(w.texts[k].lower() == "which" for k in w.under(clause, *SUBJECTS)):
            w.heads[n] = inner


@only_with("obl", words=["of"])
def of_noun(w: Words) -> None:
    """ "The march was joined by islanders of all ages.": a phrase with "of" right behind a noun belongs to the noun,
    save behind the verbs that take an "of" themselves."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] != "obl" or not 0 <= verb < n or w.tags[verb] != "VERB":
            continue
        case = next(iter(w.under(n, "case")), None)
        if case is None or w.texts[case].lower() != "of" or w.start(n) != case or case - 1 <= verb:
            continue
        noun = case - 1
        taking = w.texts[verb].lower().startswith(OF_WHAT)
        if w.tags[noun] in NOUNS and w.heads[noun] == verb and w.relations[noun] in NOMINAL and not taking:
            w.heads[n], w.relations[n] = noun, "nmod"


@only_with("advcl", "xcomp")
def bare_in_front(w: Words) -> None:
    """ "The court issues arrest warrants.": a bare form right between a verb and the verb's own object is part of the
    object's name."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] not in ("advcl", "xcomp") or w.tags[n] != "VERB" or verb != n - 1 or n + 1 >= len(w.heads):
            continue
        behind = n + 1
        own = w.tags[behind] == "NOUN" and w.heads[behind] == verb and w.relations[behind] == "obj"
        if own and not w.under(n) and not w.texts[n].lower().endswith(("ing", "ed")):
            w.tags[n], w.heads[n], w.relations[n] = "NOUN", behind, "compound"


@only_with("acl")
def already_done(w: Words) -> None:
    """ "could hit spending in a country already weakened by debt": a participle with an adverb before it is said of the
    noun with "a" right before that."""
    for n, noun in enumerate(w.heads):
        if w.relations[n] != "acl" or w.tags[n] != "VERB" or n < 3 or w.tags[n - 1] != "ADV" or w.heads[n - 1] != n:
            continue
        near = n - 2
        some = any(w.texts[k].lower() in ("a", "an") for k in w.under(near, "det"))
        if near != noun and w.tags[near] == "NOUN" and some and not w.above(near, n) and not w.under(n, *SUBJECTS):
            w.heads[n] = near


@only_with("advcl", words=["rather", "instead"])
def rather_than(w: Words) -> None:
    """ "It changed the law rather than create a new one.": what "rather than" opens is joined to the verb before."""
    for n, verb in enumerate(w.heads):
        told = w.relations[n] == "advcl" and 0 <= verb < n and w.tags[verb] == "VERB"
        if told and any(w.texts[k].lower() in ("rather", "instead") for k in w.under(n, "cc")):
            w.relations[n] = "conj"


@only_with("obj")
def no_object(w: Words) -> None:
    """ "called on the council to block the deal": a noun behind a preposition is no object."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] != "obj" or not 0 <= verb < n or w.tags[verb] != "VERB" or w.tags[n] not in NOUNS:
            continue
        if any(w.texts[k].lower() in BEFORE_NOUNS and verb < k < n for k in w.under(n, "case")):
            w.relations[n] = "obl"


@only_with("mark", words=["with", "by", "amid"])
def with_doing_and(w: Words) -> None:
    """ "harassed rebels with shelling and sniper fire": an -ing form that a noun is joined to is a noun."""
    for n in range(1, len(w.heads) - 2):
        opened = w.texts[n - 1].lower() in ("with", "by", "amid") and w.heads[n - 1] == n
        if not opened or not w.texts[n].lower().endswith("ing") or w.tags[n] != "VERB" or w.texts[n + 1] != "and":
            continue
        noun = w.heads[n + 1]
        if noun > n and w.tags[noun] == "NOUN" and w.heads[noun] == n and w.relations[noun] in ("obj", "conj"):
            w.tags[n], w.relations[n], w.relations[n - 1] = "NOUN", "obl", "case"
            w.relations[noun] = "conj"


@only_with("appos", words=["of"])
def so_many_of(w: Words) -> None:
    """ "killing 19 of the 32 people", "the wife of President Roe": a phrase with "of" right behind a number or a noun
    says of whom."""
    for n, number in enumerate(w.heads):
        counted = w.relations[n] == "appos" and 0 <= number < n and w.tags[number] in ("NUM", *NOUNS)
        if counted and any(w.texts[c].lower() == "of" and c == number + 1 for c in w.under(n, "case")):
            w.relations[n] = "nmod"


@only_with("advcl", words=["from"])
def kept_from(w: Words) -> None:
    """ "banned ships built before 2005 from entering": who is banned is kept from it, by the verb outside."""
    for n, inner in enumerate(w.heads):
        if w.relations[n] != "advcl" or not 0 <= inner < n or w.relations[inner] != "acl" or w.under(inner, *SUBJECTS):
            continue
        opened = any(w.texts[m].lower() == "from" for m in w.under(n, "mark"))
        outer = w.heads[w.heads[inner]] if w.heads[inner] >= 0 else -1
        if opened and outer >= 0 and w.texts[outer].lower() in KEEPING:
            w.heads[n] = outer
