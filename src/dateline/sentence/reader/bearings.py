"""Mends who a verb is about: relative clauses, subjects before an auxiliary, subjects taken for something else.

In:   the words of one sentence, heads and relations as the scores gave them.
Out:  the same, each such clause and subject where the order of the words puts it.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reader.arcs import CLAUSES, DATES, NOUNS, SUBJECTS, Words, only_with

BE: Final = frozenset({"be", "been", "being", "is", "are", "was", "were", "get", "gets", "got", "getting"})
WHO: Final = frozenset({"who", "which"})
LOOSE: Final = ("advcl", "parataxis", "ccomp")
LOST: Final = ("obj", "iobj", "parataxis")
NAMES: Final = ("flat", "compound")
OPENING: Final = frozenset({"after", "before", "since", "until", "when", "once", "as", "because"})
GOVERNED: Final = frozenset({"to", "with", "for", "of", "about", "from"})  # "loyal to", "familiar with"
ASKING: Final = frozenset({"order", "orders", "ordered", "ordering", "demand", "demanded", "halted", "announced"})
IN_VERBS: Final = frozenset({"swore", "swear", "swears", "took", "take", "takes", "sent", "send", "sends"})
BEARING: Final = frozenset(
    {"carrying", "wearing", "containing", "bearing", "transporting", "belonging", "protecting", "guarding", "blocking"}
)
ARTICLES: Final = frozenset({"a", "an"})
# Verbs of which "of" says what is taken away, or of what somebody is accused.
TAKING_OF: Final = frozenset(
    {
        "accuse", "accused", "accuses", "accusing", "strip", "stripped", "strips", "stripping", "rob", "robbed",
        "deprive", "deprived", "depriving", "clear", "cleared", "clears", "clearing", "acquit", "acquitted", "convict",
        "convicted", "relieve", "relieved", "suspect", "suspected", "rid", "divest", "divested",
    }
)  # fmt: skip


def put_right(w: Words) -> None:
    """Applies the rules below, in order, to what the scores gave."""
    for rule in (
        active_subject, before_auxiliary, compound_subject, clause_of_verb, who_relative, that_relative,
        contact_relative, plural_opened, taken_of, summing_up, adjective_behind, named_object, taken_in, object_doing,
        noun_clause, late_in_clause,
    ):  # fmt: skip
        rule(w)


@only_with("nsubj:pass")
def active_subject(w: Words) -> None:
    """ "The embassy would not reopen": behind a modal or "had" with no "be" nothing is passive."""
    for n, relation in enumerate(w.relations):
        verb = w.heads[n]
        if relation != "nsubj:pass" or verb < n or w.tags[verb] != "VERB" or w.under(verb, "aux:pass"):
            continue
        first = next((k for k in w.under(verb, "aux") if n < k < verb), None)
        whole = w.relations[verb] == "root" and w.texts[-1] == "." and "by" not in w.texts[verb:]
        if whole and not w.under(verb, "aux", "cop", "obl:agent"):
            w.relations[n] = "nsubj"  # "A tanker overturned.": a whole sentence has no passive without its "was"
        if any(k < n and w.texts[k].lower() in OPENING for k in w.under(verb, "mark")) and not w.under(verb, "aux"):
            w.relations[n] = "nsubj"  # "when a boat capsized"
        if first is not None and not any(w.texts[k].lower() in BE for k in range(first, verb)):
            w.relations[n] = "nsubj"


def before_auxiliary(w: Words) -> None:
    """ "Belmar Steel is expected to cut jobs": the noun before the auxiliary of a verb without a subject is that."""
    for verb in range(len(w.heads)):
        first = min(w.under(verb, "aux", "aux:pass", "cop"), default=-1) if w.tags[verb] == "VERB" else -1
        if not 0 < first < verb or w.under(verb, *SUBJECTS, "expl", "csubj", "csubj:pass"):
            continue
        outer = w.heads[verb] if w.relations[verb] in LOOSE and w.heads[verb] > verb else verb
        lost = {n for v in (verb, outer) for n in w.under(v, *LOST) if n < first and w.tags[n] in NOUNS}
        bare = [n for n in sorted(lost) if not w.under(n, "case", "cop") and "," not in w.texts[n:first]]
        if len(bare) == 1:
            w.heads[bare[0]], w.relations[bare[0]] = verb, w.subject_of(verb)


@only_with("compound")
def compound_subject(w: Words) -> None:
    """ "Court bars ex-premier from leaving": a noun right before a verb that has no subject is no part of its name."""
    for n, verb in enumerate(w.heads):
        joined = w.relations[n] == "compound" and verb == n + 1 and w.tags[n] in NOUNS
        if joined and w.relations[verb] == "root" and w.texts[verb].endswith("s") and _has_object_behind(w, verb):
            w.tags[verb] = "VERB"
        clause = w.tags[verb] == "VERB" and w.relations[verb] in CLAUSES and not w.texts[verb].lower().endswith("ing")
        if not joined or not clause or w.under(verb, *SUBJECTS, "det", "case"):
            continue
        w.relations[n] = w.subject_of(verb)
        for k in w.under(verb, "amod", "compound"):
            if k > verb and w.tags[k] in NOUNS and not w.under(verb, "obj"):
                w.relations[k] = "obj"


def _has_object_behind(w: Words, verb: int) -> bool:
    """A noun right behind a noun that it is said to describe: what stands before it is a verb."""
    return any(k == verb + 1 and w.tags[k] in NOUNS for k in w.under(verb, "amod"))


@only_with("acl")
def clause_of_verb(w: Words) -> None:
    """ "barred him from leaving": a clause that hangs on a verb is no clause of a noun."""
    for n, relation in enumerate(w.relations):
        verb = w.heads[n]
        if relation == "acl" and 0 <= verb < n and w.tags[verb] == "VERB" and w.tags[n] == "VERB":
            w.relations[n] = "advcl"


@only_with(words=[*WHO, "where"])
def who_relative(w: Words) -> None:
    """ "outside the home of the singer, who died on Monday": the clause of a "who" behind a comma is the noun's
    before that."""
    for n in range(2, len(w.heads)):
        verb, noun = w.heads[n], n - 2
        opens = w.texts[n].lower() in WHO and w.relations[n] in SUBJECTS
        where = w.texts[n].lower() == "where" and w.relations[n] == "advmod"
        if not (opens or where) or w.texts[n - 1] != "," or verb < n:
            continue
        if w.tags[noun] not in NOUNS or w.relations[verb] not in LOOSE or w.heads[verb] > noun:
            continue
        while w.relations[noun] in NAMES and 0 <= w.heads[noun] < n:
            noun = w.heads[noun]
        if w.heads[noun] == verb and w.under(noun, "case"):  # "set fire to the hall, which burned down"
            outer = next((v for v in range(noun - 1, -1, -1) if w.tags[v] == "VERB" and not w.above(v, verb)), None)
            w.heads[noun] = w.heads[noun] if outer is None else outer
        if not w.above(noun, verb):
            w.heads[verb], w.relations[verb] = noun, "acl:relcl"


@only_with(words=["that", "which", "who"])
def that_relative(w: Words) -> None:
    """ "since a blast in December that hurt four workers": behind the subject "that" stand the verb and its object; the
    noun is that before it, a month's or day's left aside."""
    for that in range(1, len(w.heads) - 2):
        verb, noun = w.heads[that], that - 1
        pronoun = w.texts[that].lower() in ("that", "which", "who") and w.relations[that] in SUBJECTS
        behind = w.heads[verb] if verb > that else -1
        if not pronoun or behind <= verb or w.tags[verb] != "VERB" or w.relations[verb] not in ("acl", "amod"):
            continue
        if w.tags[noun] not in NOUNS or w.tags[behind] not in NOUNS or w.above(noun, behind) or w.under(verb, "obj"):
            continue
        if w.texts[noun].casefold() in DATES and w.tags[w.heads[noun]] in NOUNS:
            noun = w.heads[noun]
        w.heads[verb], w.relations[verb] = noun, "acl:relcl"
        w.heads[behind], w.relations[behind] = verb, "obj"


@only_with(words=ARTICLES)
def contact_relative(w: Words) -> None:
    """ "..., an account the ministry did not confirm": of two subjects side by side the first, behind a comma and with
    its "a", is what the clause is said of."""
    for verb in range(len(w.heads)):
        subjects = [n for n in w.under(verb, *SUBJECTS) if n < verb] if w.tags[verb] == "VERB" else []
        if len(subjects) != 2 or w.under(verb, "obj", "mark"):
            continue
        first, second = subjects
        start = w.start(first)
        beside = all(k == second or w.above(k, second) for k in range(first + 1, second))
        opened = start > 1 and w.texts[start - 1] == "," and w.texts[start].lower() in ARTICLES
        if not beside or not opened or w.tags[start - 2] not in NOUNS or w.above(start - 2, verb):
            continue
        w.heads[verb], w.relations[verb] = first, "acl:relcl"
        w.heads[first], w.relations[first] = start - 2, "appos"


@only_with("advcl", words=OPENING)
def plural_opened(w: Words) -> None:
    """ "after talks with the operator, Delmar Lines, collapsed": a plural that "after" opens, with no subject, is the
    subject of the finite verb behind its commas."""
    for noun in range(1, len(w.heads)):
        if w.tags[noun] != "VERB" or w.relations[noun] != "advcl" or not w.texts[noun].lower().endswith("s"):
            continue
        mark = next((m for m in w.under(noun, "mark") if m == noun - 1 and w.texts[m].lower() in OPENING), None)
        if mark is None or w.under(noun, *SUBJECTS, "obj", "aux", "ccomp", "xcomp"):
            continue
        for verb in w.under(w.heads[noun], "advcl", "conj", "parataxis"):
            free = verb > noun and w.tags[verb] == "VERB" and not w.under(verb, *SUBJECTS, "mark", "cc")
            if not free or w.texts[verb].lower().endswith("ing"):
                continue
            w.heads[verb], w.relations[verb] = w.heads[noun], "advcl"
            w.heads[noun], w.tags[noun] = verb, "NOUN"
            w.relations[noun] = w.subject_of(verb)
            w.heads[mark] = verb
            break


@only_with(words=TAKING_OF)
def taken_of(w: Words) -> None:
    """ "stripped the premier of her immunity": of what somebody is stripped or accused is no part of who they are."""
    for n, noun in enumerate(w.heads):
        if w.relations[n] not in ("nmod", "obj") or noun < 0 or not any(w.texts[k] == "of" for k in w.under(n, "case")):
            continue
        verb = w.heads[noun] if w.relations[n] == "nmod" else noun
        inside = w.relations[n] == "obj" or (w.relations[noun] in LOST and n > noun)
        if inside and 0 <= verb < n and w.texts[verb].lower() in TAKING_OF and w.tags[verb] == "VERB":
            w.heads[n], w.relations[n] = verb, "obl"


@only_with("acl:relcl")
def summing_up(w: Words) -> None:
    """ "He is accused of having ordered it, a charge he denies": what sums up behind a comma is nobody who acts."""
    for n, verb in enumerate(w.heads):
        if not w.relations[n].startswith("nsubj") or not 0 <= verb < n or not w.under(n, "acl:relcl"):
            continue
        start = w.start(n)
        if w.texts[start - 1] == "," and w.texts[start].lower() in ARTICLES:
            w.relations[n] = "appos"


@only_with(words=GOVERNED)
def adjective_behind(w: Words) -> None:
    """ "Soldiers loyal to the ousted president retook the station": between a noun's adjective and the verb stands what
    the adjective governs; the noun is the subject."""
    for noun in range(len(w.heads) - 3):
        said = noun + 1
        if w.heads[noun] != said or w.relations[noun] not in SUBJECTS or w.tags[said] != "ADJ":
            continue
        inner = next((n for v in w.under(said) if v > said for n in w.under(v, *SUBJECTS) if said < n < v), None)
        if w.under(said, "cop", "mark", "aux") or inner is None or w.texts[said + 1].lower() not in GOVERNED:
            continue
        verb = w.heads[inner]
        if w.tags[verb] != "VERB" or "," in w.texts[said:verb]:
            continue
        w.heads[verb], w.relations[verb] = w.heads[said], w.relations[said]
        w.heads[noun], w.relations[noun] = verb, w.subject_of(verb)
        w.heads[inner], w.relations[inner] = said, "obl"
        w.heads[said], w.relations[said] = noun, "amod"
        for n in w.under(said):
            if n > verb:
                w.heads[n] = verb


@only_with("xcomp")
def named_object(w: Words) -> None:
    """ "ordered the killing of a rival": a noun with its article behind an active verb that makes nobody anything is
    its object."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] != "xcomp" or w.tags[n] != "NOUN" or not 0 <= verb < n or w.tags[verb] != "VERB":
            continue
        known = any(w.texts[k].lower() == "the" for k in w.under(n, "det"))
        if known and w.texts[verb].lower() in ASKING and not w.under(verb, "obj", "iobj", "aux:pass"):
            w.relations[n] = "obj"


@only_with(words=IN_VERBS)
def taken_in(w: Words) -> None:
    """ "swore in a new cabinet", "took in 300 families": the "in" right behind a verb that lacks its object is the
    verb's, and the noun its object."""
    for verb in range(len(w.heads) - 2):
        if w.texts[verb].lower() not in IN_VERBS or w.tags[verb] != "VERB" or w.texts[verb + 1].lower() != "in":
            continue
        noun = w.heads[verb + 1]
        bare = w.relations[verb + 1] == "case" and noun > verb + 1 and w.heads[noun] == verb and w.tags[noun] == "NOUN"
        if bare and not w.under(verb, "obj", "iobj", "aux:pass", "ccomp", "xcomp") and w.under(verb, *SUBJECTS):
            w.relations[noun] = "obj"
            w.heads[verb + 1], w.relations[verb + 1] = verb, "compound:prt"


@only_with(words=BEARING)
def object_doing(w: Words) -> None:
    """ "turned back two buses carrying observers": such a verb right behind an object says what the object is like."""
    for doing, verb in enumerate(w.heads):
        noun = doing - 1
        if w.relations[doing] != "advcl" or w.texts[doing].lower() not in BEARING or not 0 <= verb < noun:
            continue
        if (
            w.heads[noun] == verb
            and w.relations[noun] in ("obj", "nsubj:pass")
            and not w.under(doing, *SUBJECTS, "mark")
        ):
            w.heads[doing], w.relations[doing] = noun, "acl"


@only_with("acl")
def noun_clause(w: Words) -> None:
    """ "The denial that it trained the gunmen was rejected": the noun is the subject of the verb behind its clause, and
    what stands right behind the clause's verb is that one's object."""
    for noun in range(len(w.heads)):
        if w.tags[noun] != "NOUN":
            continue
        clause = next((c for c in w.under(noun, "acl") if w.under(c, "mark")), None)
        if clause is None or w.under(noun, "cop", *SUBJECTS) or w.under(clause, "obj"):
            continue
        verb = next(
            (v for v in w.under(noun, "conj", "acl") if v > clause and w.tags[v] == "VERB" and not w.under(v, "cc")),
            None,
        )
        between = [s for s in w.under(verb, *SUBJECTS) if clause < s < verb] if verb is not None else []
        if verb is None or len(between) != 1 or min([between[0], *w.under(between[0])]) != clause + 1:
            continue
        w.heads[verb], w.relations[verb] = w.heads[noun], w.relations[noun]
        w.heads[noun], w.relations[noun] = verb, w.subject_of(verb)
        w.heads[between[0]], w.relations[between[0]] = clause, "obj"
        for n in w.under(noun):
            if n > verb:
                w.heads[n] = verb


@only_with("advcl", "acl")
def late_in_clause(w: Words) -> None:
    """ "It had been open for hours before it was closed in June": a day or month right behind a finite clause that no
    comma closes is that clause's."""
    for n, outer in enumerate(w.heads):
        night = (
            n > 0 and w.relations[n - 1] == "compound" and w.heads[n - 1] == n and w.texts[n - 1].casefold() in DATES
        )
        if w.relations[n] != "obl" or outer < 0 or not (night or w.texts[n].casefold() in DATES):
            continue
        inside = [
            c
            for c in range(outer + 1, n)
            if w.relations[c] in ("advcl", "acl") and w.tags[c] == "VERB" and w.under(c, *SUBJECTS)
            and any(w.texts[m].lower() in OPENING for m in w.under(c, "mark", "advmod"))
            and (w.above(c, outer) or (w.relations[outer] == "conj" and w.heads[c] == w.heads[outer]))
        ]  # fmt: skip
        if (
            inside
            and not any(w.texts[k] in (",", ";") for k in range(inside[-1], n))
            and not w.above(outer, inside[-1])
        ):
            w.heads[n] = inside[-1]
