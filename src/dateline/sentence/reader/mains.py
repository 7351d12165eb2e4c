"""Finds the main verb behind words that were taken for it: "climbers missing since May have been found".

In:   the words of one sentence, heads and relations as the scores gave them.
Out:  the same, each main verb with its own subject, and what stood between them hung on the noun.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reader.arcs import CLAUSES, NOUNS, SUBJECTS, Words, only_with

FINITE: Final = frozenset({"has", "have", "had", "was", "were", "is", "are", "will", "would"})
OPENING: Final = ("after", "before", "since", "until")
PHRASES: Final = ("obl", "obl:unmarked", "advmod", "nmod")
HELD: Final = frozenset({"thought", "believed", "said", "reported", "feared", "known", "understood", "suspected"})
TOLD: Final = frozenset({"announced", "said", "says", "confirmed", "claimed", "warned", "told", "admitted", "insisted"})


def main_verbs(w: Words) -> None:
    """Applies the rules below, in order."""
    for rule in (
        described_subject, days_of, participle_between, noun_for_root, noun_before, cleft, said_of_said, sum_in,
        own_participle, held_to_be, last_participle, behind_carrying, before_doing,
    ):  # fmt: skip
        rule(w)


def described_subject(w: Words) -> None:
    """ "Three climbers missing since Wednesday on Mount Orla have been found": an adjective or participle without its
    "be" is said of the noun; the subject of the auxiliary behind is the noun, for what stands nearer has a
    preposition."""
    for said in range(1, len(w.heads) - 2):
        noun = said - 1
        if w.heads[noun] != said or w.relations[noun] not in SUBJECTS or not _describes(w, said):
            continue
        if w.under(said, "cop", "aux", "aux:pass", "obj", "mark"):
            continue
        verb = _finite_without_subject(w, said)
        if verb is None or "," in w.texts[said:verb]:
            continue
        first = min(w.under(verb, "aux", "aux:pass", "cop"))
        for n in w.under(verb, *PHRASES):
            if said < n < first:
                w.heads[n] = said
        _hang(w, noun, said, verb)


@only_with("obl:unmarked")
def days_of(w: Words) -> None:
    """ "Five days of talks ended on Friday.": what opens a sentence, without a preposition, before a verb that has no
    subject and no comma in front, is the subject, be it a span of time."""
    for span, verb in enumerate(w.heads):
        if w.relations[span] != "obl:unmarked" or w.start(span) != 0 or not 0 <= span < verb or w.tags[verb] != "VERB":
            continue
        if w.under(verb, *SUBJECTS, "csubj", "expl") or "," in w.texts[:verb] or not w.under(span, "nmod"):
            continue
        w.relations[span] = w.subject_of(verb)


def _describes(w: Words, said: int) -> bool:
    """An adjective, or a participle that a preposition or adverb follows."""
    participle = w.texts[said].lower().endswith(("ing", "ed", "en", "wn", "ght", "eld"))
    return w.tags[said] == "ADJ" or (
        w.tags[said] == "VERB" and participle and w.tags[said + 1] in ("ADP", "ADV", "ADJ")
    )


def _finite_without_subject(w: Words, said: int) -> int | None:
    """The verb with a finite auxiliary and no subject of its own that stands beside or under the word."""
    for verb in range(said + 2, len(w.heads)):
        aux = w.under(verb, "aux", "aux:pass", "cop")
        if not aux or aux[0] < said or w.texts[aux[0]].lower() not in FINITE or w.tags[verb] not in ("VERB", "ADJ"):
            continue
        beside = w.heads[verb] in (said, w.heads[said]) and w.relations[verb] in (*CLAUSES, "advcl")
        own = w.under(verb, *SUBJECTS, "expl", "csubj", "mark", "cc")
        return verb if beside and not own else None
    return None


def _hang(w: Words, noun: int, said: int, verb: int) -> None:
    """Makes the verb the head of the clause, the noun its subject, and the word between said of the noun."""
    if w.heads[verb] == said or w.relations[said] == "root":
        w.heads[verb], w.relations[verb] = w.heads[said], w.relations[said]
    w.heads[noun], w.relations[noun] = verb, w.subject_of(verb)
    w.heads[said], w.relations[said] = noun, "acl" if w.tags[said] == "VERB" else "amod"
    for n in w.under(said, "punct"):
        if n > verb:
            w.heads[n] = verb


@only_with(words=[","])
def participle_between(w: Words) -> None:
    """ "The governor, thought to have been the target, escaped unhurt": a participle between the noun's comma and the
    comma of a verb without a subject is said of the noun."""
    for said in range(2, len(w.heads) - 2):
        noun = _of_phrase(w, said - 2)
        if w.texts[said - 1] != "," or w.heads[noun] != said or w.relations[noun] not in SUBJECTS:
            continue
        if w.tags[said] != "VERB" or w.under(said, "aux", "aux:pass", "obj", "mark"):
            continue
        outer = [w.heads[said]] if w.relations[said] == "advcl" and w.heads[said] > said else []
        for verb in [*w.under(said, "ccomp", "conj", "parataxis", "advcl"), *outer]:
            past = verb > said + 1 and w.tags[verb] == "VERB" and w.texts[verb - 1] == ","
            if past and not w.under(verb, *SUBJECTS, "mark", "cc") and not w.texts[verb].lower().endswith("ing"):
                _hang(w, noun, said, verb)
                for n in w.under(said, *PHRASES):
                    if n > verb:
                        w.heads[n] = verb
                break


def _of_phrase(w: Words, last: int) -> int:
    """The noun of a phrase by its last word: "Leena Park, appointed in May, quit", "The port at Kor, shut, closed"."""
    noun = last
    while w.relations[noun] in ("flat", "nmod") and 0 <= w.heads[noun] < noun:
        noun = w.heads[noun]
    return noun


@only_with("acl")
def noun_for_root(w: Words) -> None:
    """ "A curfew imposed after the riots was lifted": a clause that only describes a noun has no finite auxiliary; the
    noun taken for the whole sentence is the subject of that verb, and what was taken for its subject stands behind its
    preposition."""
    for verb in range(3, len(w.heads)):
        noun = w.heads[verb]
        if w.relations[verb] != "acl" or noun < 0 or w.relations[noun] not in ("root", "ccomp") or w.under(noun, "cop"):
            continue
        aux = w.under(verb, "aux", "aux:pass")
        subject = next((s for s in w.under(verb, *SUBJECTS) if s < verb), None)
        mark = next((m for m in w.under(verb, "mark") if w.texts[m].lower() in OPENING), None)
        inner = next((c for c in w.under(noun, "acl") if c < verb and w.tags[c] == "VERB"), None)
        if not aux or w.texts[aux[0]].lower() not in FINITE or w.tags[noun] not in NOUNS or inner is None:
            continue
        if subject is None or mark is None or not inner < mark < subject < aux[0]:
            continue
        w.heads[mark], w.relations[mark], w.tags[mark] = subject, "case", "ADP"
        w.heads[subject], w.relations[subject] = inner, "obl"
        w.heads[verb], w.relations[verb] = w.heads[noun], w.relations[noun]
        w.heads[noun], w.relations[noun] = verb, w.subject_of(verb)
        for n in w.under(noun, "punct"):
            if n > verb:
                w.heads[n] = verb


@only_with("cop", words=["it"])
def cleft(w: Words) -> None:
    """ "It was Osland, not Narvia, that broke off the talks": the clause is said of the noun behind "it was"."""
    for noun in range(2, len(w.heads) - 2):
        if w.tags[noun] not in NOUNS or not w.under(noun, "cop") or not w.under(noun, "expl", "nsubj"):
            continue
        it = w.under(noun, "expl", "nsubj")[0]
        that = next(
            (k for k in range(noun + 1, min(noun + 8, len(w.heads))) if w.texts[k].lower() in ("that", "who")), 0
        )
        verb = w.heads[that] if that and w.relations[that] in SUBJECTS else -1
        if w.texts[it].lower() != "it" or verb < that or w.tags[verb] != "VERB" or w.above(noun, verb):
            continue
        if w.relations[verb] in ("ccomp", "acl", "advcl", "acl:relcl") and w.under(noun, "case") == []:
            w.heads[verb], w.relations[verb] = noun, "acl:relcl"


@only_with("ccomp", words=TOLD)
def said_of_said(w: Words) -> None:
    """ "Osland announced it would end the pact, the Courier reported": right behind a verb of telling, with no comma,
    stands what it tells."""
    for verb in range(3, len(w.heads)):
        told = [c for c in w.under(verb, "ccomp") if c < verb] if w.tags[verb] == "VERB" else []
        if len(told) != 2 or w.texts[told[0]].lower() not in TOLD or w.under(told[0], "ccomp", "obj"):
            continue
        if "," not in w.texts[told[0] : told[1]] and w.under(told[0], *SUBJECTS) and w.under(told[1], *SUBJECTS):
            w.heads[told[1]] = told[0]


@only_with("nummod", words=["in"])
def sum_in(w: Words) -> None:
    """ "suspended 40 million euros in aid to Osland": what a sum is given in belongs to the sum."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] != "obl" or w.tags[n] != "NOUN":
            continue
        case = next((k for k in w.under(n, "case") if w.texts[k].lower() == "in"), None)
        if case is None or not 0 <= verb < case or w.under(n, "det"):
            continue
        money = case - 1
        if w.heads[money] == verb and w.relations[money] == "obj" and w.under(money, "nummod"):
            w.heads[n], w.relations[n] = money, "nmod"


@only_with("acl")
def own_participle(w: Words) -> None:
    """ "Among the dead were a pilot and a photographer working for a weekly": a participle right behind a noun is said
    of that noun, if it hangs on a word that is none."""
    for n, head in enumerate(w.heads):
        participle = w.relations[n] == "acl" and w.tags[n] == "VERB" and n and w.tags[n - 1] in NOUNS
        if not participle or not 0 <= head < n - 1 or w.tags[head] not in ("ADJ", "ADV", "VERB"):
            continue
        for s in w.under(n, *SUBJECTS):
            if s < n and w.under(head, "cop") and not w.under(head, *SUBJECTS):
                w.heads[s] = head
        if not w.above(n - 1, n):
            w.heads[n] = n - 1


@only_with("parataxis")
def noun_before(w: Words) -> None:
    """ "The rebels' offer to free them went unanswered": the noun taken for the whole sentence, with its infinitive, is
    the subject of the verb behind that has none."""
    for noun in range(len(w.heads) - 2):
        if w.relations[noun] != "root" or w.tags[noun] != "NOUN" or w.under(noun, "cop", "aux", *SUBJECTS):
            continue
        inner = next((c for c in w.under(noun, "acl", "xcomp") if w.under(c, "mark") and w.tags[c] == "VERB"), None)
        verb = next((v for v in w.under(noun, "parataxis") if inner is not None and v > inner), None)
        if inner is None or verb is None or w.tags[verb] != "VERB" or "," in w.texts[inner:verb]:
            continue
        if w.under(verb, *SUBJECTS, "mark", "cc") or w.texts[verb].lower().endswith("ing"):
            continue
        w.heads[verb], w.relations[verb] = -1, "root"
        w.heads[noun], w.relations[noun], w.relations[inner] = verb, w.subject_of(verb), "acl"
        for n in w.under(noun):
            if n > verb:
                w.heads[n] = verb


@only_with("conj", words=HELD)
def held_to_be(w: Words) -> None:
    """ "the blaze, thought to have been caused by lightning,": such a participle behind the noun's comma is said of the
    noun."""
    for said, verb in enumerate(w.heads):
        held = w.texts[said].lower() in HELD and w.relations[said] == "conj" and not w.under(said, "cc", *SUBJECTS)
        noun = said - 2
        if held and 0 <= verb < noun and w.texts[said - 1] == "," and w.tags[noun] in NOUNS and w.heads[noun] == verb:
            w.heads[said], w.relations[said] = noun, "acl"


@only_with(words=[","])
def last_participle(w: Words) -> None:
    """ "Toren, who came in May, replaces Aldo Reve, sacked last week": a participle behind the comma of a noun, without
    a subject of its own, is said of that noun; the finite verb before it is the sentence's."""
    for said in range(3, len(w.heads) - 1):
        bare = w.relations[said] == "root" and w.tags[said] == "VERB" and w.texts[said - 1] == ","
        if not bare or not (_describes(w, said) or w.texts[said].lower().endswith("ed")):
            continue
        verb = next((v for v in w.under(said, "advcl", "ccomp", "parataxis") if v < said - 2), None)
        if verb is None or w.under(said, *SUBJECTS, "aux", "aux:pass", "cop", "obj") or w.tags[verb] != "VERB":
            continue
        noun = said - 2
        while w.relations[noun] in ("flat", "compound") and 0 <= w.heads[noun] < said:
            noun = w.heads[noun]
        if (
            w.tags[noun] not in NOUNS
            or not w.above(noun, verb)
            or not w.under(verb, *SUBJECTS)
            or w.under(verb, "mark")
        ):
            continue
        w.heads[verb], w.relations[verb] = -1, "root"
        w.heads[said], w.relations[said] = noun, "acl"
        for n in w.under(said, "punct"):
            w.heads[n] = verb


@only_with("acl")
def behind_carrying(w: Words) -> None:
    """ "A ferry carrying 120 people capsized off Kor": a word in "-ing" without its "be" is no verb of a sentence; the
    past form right behind its object is."""
    for said, text in enumerate(w.texts):
        bare = text.lower().endswith("ing") and w.tags[said] == "VERB" and w.relations[said] in CLAUSES
        if not bare or w.under(said, "aux", "aux:pass", "cop", "mark"):
            continue
        noun = next((n for n in w.under(said, *SUBJECTS) if n == said - 1), None)
        carried = next((n for n in w.under(said, "obj") if said < n), None)
        first = next((n for n in w.under(said, "obj", "iobj") if said < n), carried)
        near = [] if first is None else [*w.under(first, "acl"), *w.under(said, "xcomp")]
        verb = next((v for v in near if first is not None and v == first + 1), None)
        if noun is None or first is None or verb is None or not w.texts[verb].lower().endswith("ed"):
            continue
        if w.texts[verb + 1 : verb + 2] in (["by"], ["to"]):
            continue
        w.heads[verb], w.relations[verb] = w.heads[said], w.relations[said]
        w.heads[noun], w.relations[noun] = verb, "nsubj"
        w.heads[said], w.relations[said], w.relations[first] = noun, "acl", "obj"
        for n in w.under(said):
            if n > verb:
                w.heads[n] = verb
                _off(w, n, verb)


def _off(w: Words, noun: int, verb: int) -> None:
    """ "Capsized off Kor": what was read as the verb's particle is the noun's preposition."""
    if w.relations[noun] not in ("obj", "iobj", "obl"):
        return
    w.relations[noun] = "obl"
    before = w.start(noun) - 1
    if before > verb and w.relations[before] == "compound:prt":
        w.heads[before], w.relations[before], w.tags[before] = noun, "case", "ADP"


@only_with("xcomp", words=[","])
def before_doing(w: Words) -> None:
    """ "A train carrying ammonia derailed on Tuesday, forcing people out": an -ing form behind a comma is not what the
    sentence says, where the past form right behind what the train carried has no subject."""
    for verb, said in enumerate(w.heads):
        noun = w.heads[said] if w.relations[verb] == "xcomp" and 0 <= said < verb else -1
        outer = w.heads[noun] if noun >= 0 else -1
        if outer <= verb or w.relations[said] != "acl" or w.relations[noun] not in SUBJECTS or w.tags[outer] != "VERB":
            continue
        carried = any(n == verb - 1 for n in w.under(said, "obj")) and w.texts[said].lower().endswith("ing")
        doing = w.texts[outer].lower().endswith("ing") and w.texts[outer - 1] == "," and not w.under(outer, "aux")
        if not carried or not doing or not w.texts[verb].lower().endswith("ed"):
            continue
        w.heads[verb], w.relations[verb] = w.heads[outer], w.relations[outer]
        w.heads[noun], w.heads[outer], w.relations[outer] = verb, verb, "advcl"
        for n in (*w.under(said), *w.under(outer, "punct")):
            if n > verb and n != outer - 1:
                w.heads[n] = verb


@only_with("parataxis", words=TOLD)
def said_doing(w: Words) -> None:
    """ "Osland will not take part, its minister said, calling it a farce": an -ing form behind the comma of a saying is
    not what the sentence says; the saying is, and what stands before it is said. Comes last, in `repair`."""
    for doing, head in enumerate(w.heads):
        bare = w.texts[doing].lower().endswith("ing") and w.tags[doing] == "VERB" and w.texts[doing - 1] == ","
        saying = doing - 2
        if head != -1 or not bare or w.under(doing, "aux", "cop") or w.texts[saying].lower() not in TOLD:
            continue
        said = next((c for c in w.under(doing, "ccomp") if c < saying), None)
        if said is None or w.heads[saying] != doing or not w.under(saying, *SUBJECTS):
            continue
        w.heads[saying], w.relations[saying] = -1, "root"
        w.heads[doing], w.relations[doing] = saying, "advcl"
        w.heads[said], w.relations[said] = saying, "ccomp"
        for n in w.under(doing):
            if n < saying:
                w.heads[n] = said
        for n in w.under(doing, "punct"):
            w.heads[n] = saying
