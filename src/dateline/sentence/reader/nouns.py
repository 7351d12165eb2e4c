"""Mends what was taken for a noun, or hung beside a noun that it belongs to.

In:   the words of one sentence with their tags, heads and relations.
Out:  the same, some heads and relations mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from typing import Final

from dateline.lexicon.places import place
from dateline.sentence.reader.arcs import DATES, NOUNS, SUBJECTS, Words, only_with
from dateline.sentence.reader.doubles import GIVING

ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "his", "her"})
LEADING: Final = ("det", "case", "nmod:poss", "mark")
NAME: Final = 4  # words of a name, and of what stands between an article and its noun
LATE: Final = ("obl", "obl:unmarked")
POSTED: Final = frozenset(
    {"ambassador", "envoy", "consul", "commissioner", "coordinator", "representative", "delegate"}
)
POSTED_TO: Final = frozenset({"to", "for", "in"})
BODIES: Final = frozenset({"European Union", "United Nations", "African Union", "NATO", "EU", "UN", "AU"})
ASKINGS: Final = frozenset(
    {"call", "calls", "demand", "demands", "offer", "offers", "request", "requests", "appeal", "appeals", "plan",
     "plans", "order", "orders", "bid", "pressure", "invitation", "proposal", "proposals", "attempt", "attempts"}
)  # fmt: skip
TELLING: Final = frozenset({"reports", "claims"})  # nouns that are verbs as well
PREFIXES: Final = frozenset({"re", "ex", "co", "anti", "counter", "non", "pre"})
OCCASIONS: Final = frozenset(
    {"crossing", "meeting", "hearing", "building", "landing", "briefing", "wedding", "gathering"}
)
HAPPENS: Final = frozenset(
    {"collapsed", "resumed", "began", "ended", "failed", "stalled", "continued", "started", "erupted", "broke", "rose",
     "fell", "died", "expired", "foundered"}
)  # fmt: skip


def prefixed(w: Words) -> None:
    """ "will seek re-election", "her ex-husband was held": what stands before the hyphen is part of the word behind it,
    which has the place in the sentence."""
    for first in range(len(w.heads) - 2):
        word = first + 2
        if w.texts[first].lower() not in PREFIXES or w.texts[first + 1] != "-" or w.heads[first] == word:
            continue
        if w.above(word, first) or w.heads[word] == w.heads[first]:
            w.heads[word], w.relations[word] = w.heads[first], w.relations[first]
        for n in w.under(first):
            if n != word:
                w.heads[n] = word
        w.heads[first + 1], w.relations[first + 1] = word, "punct"
        w.heads[first], w.relations[first] = word, "compound"
        w.tags[first] = "X"
        if w.texts[word].lower().endswith(("ion", "ment")):
            w.tags[word] = "NOUN"
            w.relations[word] = "obj" if w.relations[word] == "xcomp" else w.relations[word]


def named_behind(w: Words) -> None:
    """ "boarded the tanker Halcyon Dawn in the strait", "investors in the brewery Altstad voted": a name right behind
    "the" and a noun is what the noun calls so; before a verb only if that verb has a subject already ("the pact Osland
    signed")."""
    for noun in range(len(w.heads) - 1):
        first = noun + 1
        if w.tags[noun] != "NOUN" or not w.texts[noun].islower() or not _is_name(w, first) or not _the(w, noun):
            continue
        last = first
        while last + 1 < len(w.heads) and last - first < NAME and _is_name(w, last + 1):
            last += 1
        run = range(first, last + 1)
        out = [k for k in run if w.heads[k] not in run]
        if not out or w.heads[noun] in run:
            continue
        apposed = len(out) == 1 and w.heads[out[0]] == noun and w.relations[out[0]] == "appos"
        if apposed or (not any(w.above(k, noun) for k in out) and _ends(w, noun, last, out[0])):
            _called(w, noun, out, last)


def _is_name(w: Words, word: int) -> bool:
    return w.tags[word] == "PROPN" and w.texts[word][:1].isupper() and w.texts[word].casefold() not in DATES


def _the(w: Words, noun: int) -> bool:
    """Whether the noun's phrase begins with an article or a possessive, with but describing words between; not right
    behind a verb that can take two objects, nor "told his staff Narvia would pay"."""
    at = noun - 1
    while at >= 0 and noun - at <= NAME and w.tags[at] in {"ADJ", "NOUN"} and w.texts[at].islower():
        at -= 1
    if at < 0 or w.texts[at].lower() not in ARTICLES:
        return False
    return at == 0 or w.tags[at - 1] != "VERB" or not w.texts[at - 1].lower().startswith(GIVING)


def _ends(w: Words, noun: int, last: int, name: int) -> bool:
    """Whether the name ends where nothing else can claim it."""
    if last + 1 == len(w.heads):
        return True
    behind, tag = last + 1, w.tags[last + 1]
    if tag in {"VERB", "AUX"}:
        doer = w.heads[name]
        return doer >= 0 and w.relations[name] in SUBJECTS and any(k < noun for k in w.under(doer, *SUBJECTS))
    return tag in {"ADP", "PUNCT", "CCONJ", "SCONJ"} and w.texts[behind] not in {"-", "/", "'", "’"}


def _called(w: Words, noun: int, out: list[int], last: int) -> None:
    """The name takes the noun's place, and the noun describes it."""
    name = out[0]
    w.heads[name], w.relations[name] = w.heads[noun], w.relations[noun]
    for k in out[1:]:
        w.heads[k], w.relations[k] = name, "flat"
    for k in w.under(name, "amod", "nmod:desc"):
        if noun < k < name:
            w.relations[k] = "compound"
    for k in w.under(noun):
        if k > last or w.relations[k] in LEADING:
            w.heads[k] = name
    w.heads[noun], w.relations[noun] = name, "nmod:desc"


def accredited(w: Words) -> None:
    """ "U.S. Ambassador to Niger Kathleen FitzGibbon met ...": a name right behind the country or body that somebody is
    sent to is who holds the post; the post describes them, and the country belongs to the post."""
    for post in range(len(w.heads) - 3):
        if w.texts[post].lower() not in POSTED or w.texts[post + 1].lower() not in POSTED_TO:
            continue
        first = post + 2 + (w.texts[post + 2].lower() == "the")
        last = _named_to(w, first)
        if last is None or last < first + 2:
            continue
        seat = next((k for k in range(last - 2, first - 1, -1) if _is_seat(" ".join(w.texts[first : k + 1]))), None)
        if seat is not None:
            _holds(w, post, first, seat, last)


def _named_to(w: Words, first: int) -> int | None:
    """The last of a run of at most eight names."""
    past = min(first + 2 * NAME, len(w.heads))
    run = next((k for k in range(first, past) if not w.texts[k][:1].isupper() or w.tags[k] == "VERB"), past)
    return run - 1 if run > first and w.texts[run - 1].casefold() not in DATES else None


def _is_seat(name: str) -> bool:
    found = place(name)
    return name in BODIES or (found is not None and found.kind == "country")


def _holds(w: Words, post: int, first: int, seat: int, last: int) -> None:
    """Makes the name behind `seat` the head of the phrase."""
    run, name = range(first, last + 1), seat + 1
    beyond = [k for n in run for k in w.under(n) if k > last]  # "... and General Ekman"
    beyond += [k for k in w.under(post) if k > last]
    w.heads[name], w.relations[name] = w.heads[post], w.relations[post]
    w.heads[post], w.relations[post] = name, "nmod:desc"
    for k in range(seat + 2, last + 1):
        w.heads[k], w.relations[k] = name, "flat"
    for k in beyond:
        w.heads[k] = name
    w.heads[first], w.relations[first] = post, "nmod"
    for k in range(first + 1, seat + 1):
        w.heads[k], w.relations[k] = first, "flat"
    for k in range(post + 1, first):
        w.heads[k], w.relations[k] = first, "case" if k == post + 1 else "det"


def by_nouns(w: Words) -> None:
    """Applies the rules below, in order."""
    for rule in (joined_verb, case_ahead, crossing, within_source, to_of_noun, resumes, noun_that_happens, called_so):
        rule(w)


@only_with("conj")
def joined_verb(w: Words) -> None:
    """ "saw soldiers beat them and drag two into a van": what is joined to a verb and has an object is a verb."""
    for verb, first in enumerate(w.heads):
        if w.tags[verb] != "NOUN" or w.relations[verb] != "conj" or not 0 <= first < verb or w.tags[first] != "VERB":
            continue
        if w.under(verb, "obj") and not w.under(verb, "det", "amod", "case"):
            w.tags[verb] = "VERB"


def case_ahead(w: Words) -> None:
    """ "fell in April from 3 percent", "for a third day on Friday": a preposition stands before its noun, so one behind
    the noun it was hung on belongs to the next, where that has none."""
    for case, noun in enumerate(w.heads):
        if w.relations[case] != "case" or not 0 <= noun < case or w.tags[case] != "ADP":
            continue
        behind = (n for n in range(case + 1, len(w.heads)) if w.tags[n] in (*NOUNS, "NUM") and w.start(n) == case + 1)
        own = next((n for n in behind if w.relations[n] in ("obl", "obl:unmarked", "nmod")), None)
        if own is not None and not w.under(own, "case"):
            w.heads[case] = own
            for mark in w.under(noun, "mark"):
                if w.tags[mark] == "ADP" and w.relations[noun] == "obl" and not w.under(noun, "cop", *SUBJECTS):
                    w.relations[mark] = "case"  # "after talks with them"


@only_with("xcomp", "acl", "advcl")
def crossing(w: Words) -> None:
    """ "blocked the border crossing at Tarn": behind an article and a noun, a word in "-ing" that names a place or an
    occasion is a noun."""
    for word, head in enumerate(w.heads):
        noun = word - 1
        if w.texts[word].lower() not in OCCASIONS or w.tags[word] != "VERB" or noun < 1 or w.tags[noun] not in NOUNS:
            continue
        article = any(w.texts[k].lower() in ARTICLES for k in w.under(noun, "det", "nmod:poss"))
        if not article or w.heads[noun] not in (head, word) or w.under(noun, "case") or w.under(word, "obj", "aux"):
            continue
        w.tags[word], w.relations[word] = "NOUN", "obj" if w.heads[noun] == head else w.relations[word]
        for n in (*w.under(noun, "det", "amod", "nmod:poss"),):
            w.heads[n] = word
        w.heads[noun], w.relations[noun] = word, "compound"
        for n in w.under(word, "obl"):
            w.relations[n] = "nmod"


@only_with(words=["according"])
def within_source(w: Words) -> None:
    """ "fell, according to figures published by the ministry on Tuesday": a day at the end of such a sentence belongs
    to the participle in its source."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] not in LATE or w.texts[n].casefold() not in DATES or verb < 0:
            continue
        source = next((s for s in reversed(w.under(verb, "obl")) if s < n and _according(w, s)), None)
        said = next((a for a in w.under(source, "acl") if a < n), None) if source is not None else None
        if said is not None and "," not in w.texts[said:n]:
            w.heads[n] = said


def _according(w: Words, noun: int) -> bool:
    return any(w.texts[k].lower() == "according" for k in w.under(noun, "case"))


@only_with("advcl", "xcomp", words=ASKINGS)
def to_of_noun(w: Words) -> None:
    """ "dismissed calls to step aside": an infinitive right behind a noun of asking is the noun's."""
    for verb, outer in enumerate(w.heads):
        noun = verb - 2
        if w.relations[verb] not in ("advcl", "xcomp") or noun < 0 or w.texts[noun].lower() not in ASKINGS:
            continue
        if w.heads[noun] == outer < noun and w.relations[noun] == "obj" and w.texts[verb - 1].lower() == "to":
            w.heads[verb], w.relations[verb] = noun, "acl"


@only_with("ccomp", words=TELLING)
def called_so(w: Words) -> None:
    """ "dismissed as nonsense reports that he had fled": behind a verb and what it calls them stand the reports, which
    were taken for a verb."""
    for noun, word in enumerate(w.texts):
        if word.lower() not in TELLING or w.tags[noun] != "VERB" or w.under(noun, "aux", "mark", "obj"):
            continue
        clause = next((c for c in w.under(noun, "ccomp") if c > noun), -1)
        that = [m for m in w.under(clause, "mark") if m == noun + 1 and w.texts[m].lower() == "that"]
        verb = next((v for v in range(noun - 1, -1, -1) if w.tags[v] == "VERB"), -1)
        if not that or verb < 0 or not _with_as(w, verb, noun) or w.under(verb, "obj"):
            continue
        if w.heads[verb] == noun:
            w.heads[verb], w.relations[verb] = w.heads[noun], w.relations[noun]
            for n in w.under(noun):
                if n < verb or (n > clause and w.tags[n] == "PUNCT"):
                    w.heads[n] = verb
        for n in w.under(noun, *SUBJECTS):
            w.heads[n], w.relations[n] = verb, "obl"  # "as lies"
        for n in w.under(noun, "case"):
            w.heads[n] = noun - 1  # "as baseless"
        w.tags[noun], w.heads[noun], w.relations[noun] = "NOUN", verb, "obj"
        w.relations[clause] = "acl"
        return


def _with_as(w: Words, verb: int, noun: int) -> bool:
    """Whether "as" stands right behind the verb, before the noun, and no comma between."""
    return w.texts[verb + 1].lower() == "as" and verb + 1 < noun and "," not in w.texts[verb:noun]


@only_with(words=["resume"])
def resumes(w: Words) -> None:
    """ "Talks on a truce resume in Kor on Tuesday": right behind a noun "resume" is what the first noun does."""
    for verb, word in enumerate(w.texts):
        if word != "resume" or w.tags[verb] != "NOUN" or verb < 1 or w.tags[verb - 1] not in NOUNS:
            continue
        top = next((n for n, head in enumerate(w.heads) if head == -1), -1)
        last = verb - 1
        if not 0 <= top < verb or w.tags[top] not in NOUNS or not w.above(verb, top) or w.heads[last] != verb:
            continue
        if last != top:
            w.heads[last], w.relations[last] = w.heads[verb], w.relations[verb]
            for n in w.under(verb, "case", "det", "amod"):
                w.heads[n] = last
        w.tags[verb], w.heads[verb], w.relations[verb] = "VERB", -1, "root"
        w.heads[top], w.relations[top] = verb, "nsubj"
        for n in (*w.under(top), *w.under(last)):
            if n > verb:
                w.heads[n] = verb
                w.relations[n] = {"nmod": "obl", "nmod:unmarked": "obl:unmarked"}.get(w.relations[n], w.relations[n])
        for n in w.under(verb, "nmod", "nmod:unmarked"):
            w.relations[n] = w.relations[n].replace("nmod", "obl")
        return


@only_with("acl", words=HAPPENS)
def noun_that_happens(w: Words) -> None:
    """ "Talks on forming a coalition collapsed on Sunday.": a noun is no sentence; what happened to it is."""
    for verb, noun in enumerate(w.heads):
        if w.texts[verb].lower() not in HAPPENS or w.relations[verb] != "acl" or noun < 0 or w.texts[-1] != ".":
            continue
        if w.relations[noun] != "root" or w.tags[noun] not in NOUNS or w.texts[verb - 1] == "," or w.under(noun, "cop"):
            continue
        if w.under(verb, *SUBJECTS, "obj", "mark", "aux", "obl:agent"):
            continue
        w.heads[verb], w.relations[verb] = -1, "root"
        w.heads[noun], w.relations[noun] = verb, "nsubj"
        for n in w.under(noun):
            if n > verb:
                w.heads[n] = verb
                w.relations[n] = "advcl" if w.relations[n] == "acl" else w.relations[n]
        return
