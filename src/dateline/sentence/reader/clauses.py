"""Mends clauses: what opens them, whose they are, and what stands inside them.

In:   the words of one sentence with their tags, heads and relations.
Out:  the same, some heads and relations mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it:

- `clause_openers` "It shut after a landslide blocked the line." Between a clause's opening word and its verb, a bare
  noun is the subject, and such a clause is no part of a noun.
- `opened_late`    "They fled after a ship without power hit the pier." An opening word, its noun and a finite verb
  without a subject are a clause.
- `absolutes`      "The troops having left, the villagers returned." Of two subjects, the one right before "having" or
  "being" is the subject of that clause.
- `between_commas` "The bridge, shut since May, reopened." What stands inside a participle's commas belongs to it.
- `perfect_to`     "Kern was believed to have left." "To have left" is no purpose: it completes the verb.
- `fronted_clause` "If the firms cannot agree by May the matter goes to court." With two subjects and a clause between
  them, the opening word, the first subject and what stands before the second belong to that clause.
- `whose_first`    "the editor, whose office police raided" "Whose" is nobody: where it was taken for a subject beside
  another, it owns the noun right behind, which is the object.
- `opened_is_not_joined` "It will stay until the ship and its crew are freed." A verb that an opening word opens, and no
  "and", is joined to nothing.
- `of_fronted_noun` "Under a deal reached on Thursday, Osland will leave." A participle right behind the noun of a
  phrase that opens the sentence is said of that noun.
- `telling_first`  "Reports that the dam burst are false." A noun of telling that opens the sentence with its "that" is
  no verb, but the subject of what is said of it.
- `as_soon_as`   "It will be lifted as soon as they sign, she said." What "as soon as" opens is nothing that is said.
- `before_semicolon` "It reopened on Friday; the port followed." What stands before a semicolon belongs to no verb
  behind it.
- `which_behind`   "The unions called for talks, which the minister ruled out." Behind a comma, "which" and a subject
  open a clause about what stands before them: the verb before it is the main one. Comes last, in `repair`.
- `that_opens`     "It could not confirm that looters burned it." A "that" left of a verb with another object opens it.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reader.arcs import NOUNS, SUBJECTS, Words, only_with

PHRASES: Final = ("obl", "obl:unmarked", "advmod", "nmod:unmarked")
TELLINGS: Final = ("reports", "claims", "rumours", "rumors")  # that are verbs as well
OPENERS: Final = ("after", "before", "because", "while", "since", "until", "although", "though", "when", "once")
PREPOSITIONAL: Final = ("after", "before", "since", "until")  # those of them that stand before a noun alone as well
ABSOLUTE: Final = ("having", "being")
FRONTED: Final = ("if", "unless", "when", "once", "after", "because", "although", "while", "since")


def settle(words: Words) -> None:
    """Applies the rules below, in order, to the heads and relations."""
    for rule in (
        telling_first, as_soon_as, before_semicolon, opened_late, clause_openers, absolutes, between_commas, perfect_to,
        fronted_clause, whose_first,
        that_opens, opened_is_not_joined, of_fronted_noun,
    ):  # fmt: skip
        rule(words)


def telling_first(w: Words) -> None:
    """Makes a noun of "Reports", its clause an attribute, and what is said of it the predicate."""
    if len(w.heads) < 5 or w.tags[0] != "VERB" or w.texts[0].lower() not in TELLINGS or w.texts[1].lower() != "that":
        return
    clause = next((n for n in w.under(0) if n > 1 and 1 in w.under(n)), None)
    around = (*w.under(0, "ccomp", "xcomp", "advcl", "parataxis"), *w.under(w.heads[0], "ccomp", "parataxis"))
    said = next((n for n in around if w.under(n, "cop") and not w.under(n, *SUBJECTS)), None)
    if clause is None or said is None or not clause < said:
        return
    w.tags[0], w.relations[clause] = "NOUN", "acl"
    if w.heads[said] == 0:
        w.heads[said], w.relations[said] = w.heads[0], w.relations[0]
    w.heads[0], w.relations[0] = said, "nsubj"


@only_with("ccomp", "advcl", words=["soon"])
def as_soon_as(w: Words) -> None:
    """Hangs the clause behind "as soon as" on the verb before it."""
    for verb, relation in enumerate(w.relations):
        mark = next((m for m in w.under(verb, "mark") if w.texts[m].lower() == "as"), 0)
        if relation not in ("ccomp", "advcl") or [t.lower() for t in w.texts[max(0, mark - 2) : mark]] != [
            "as",
            "soon",
        ]:
            continue
        outer = next((v for v in range(mark - 3, -1, -1) if w.tags[v] == "VERB" and not w.above(v, verb)), None)
        if outer is not None and mark < verb:
            w.heads[verb], w.relations[verb] = outer, "advcl"


@only_with(words=[";"])
def before_semicolon(w: Words) -> None:
    """Takes a phrase from the verb behind a semicolon, and gives it to the last verb in front of the phrase."""
    for semicolon in (n for n, text in enumerate(w.texts) if text == ";"):
        for n in range(semicolon):
            verb = w.heads[n]
            if verb <= semicolon or w.tags[verb] != "VERB" or w.relations[n] not in PHRASES:
                continue
            own = next((v for v in range(n - 1, -1, -1) if w.tags[v] == "VERB" and not w.above(v, n)), None)
            if own is not None and not w.above(own, verb) and any(k > semicolon for k in w.under(verb, *SUBJECTS)):
                w.heads[n] = own


@only_with(words=PREPOSITIONAL)
def opened_late(w: Words) -> None:
    """Makes a clause of an opening word, the noun it was taken to govern, and the finite verb behind."""
    for noun in range(len(w.heads)):
        behind = w.relations[noun] in SUBJECTS and 0 <= w.heads[noun] < noun  # no subject of the verb before it
        if (w.relations[noun] != "obl" and not behind) or w.tags[noun] not in NOUNS:
            continue
        opener = next((n for n in w.under(noun, "case", "mark") if w.texts[n].lower() in PREPOSITIONAL), None)
        if opener is None:
            continue
        for verb in w.under(w.heads[noun], "xcomp", "advcl"):
            before = [n for n in w.under(verb, *SUBJECTS) if n < verb]
            bare = w.tags[verb] == "VERB" and not before and not w.under(verb, "mark", "aux", "aux:pass", "punct")
            plain = bare and verb > noun and "," not in w.texts[noun:verb] and not w.texts[verb].endswith("ing")
            if not plain or (verb == noun + 1 and w.relations[verb] == "xcomp") or w.under(verb, "obl:agent"):
                continue
            w.relations[verb] = "advcl"
            for n in w.under(verb, "nsubj"):
                w.relations[n] = "obj"  # "after a fire left 40 people in the dark"
            w.heads[noun], w.relations[noun] = verb, "nsubj"
            w.heads[opener], w.relations[opener], w.tags[opener] = verb, "mark", "SCONJ"
            for n in w.under(verb, "obl"):
                if noun < n < verb:
                    w.heads[n], w.relations[n] = noun, "nmod"  # "a ship without power hit the pier"
            break


@only_with("mark", words=OPENERS)
def clause_openers(w: Words) -> None:
    """Gives a clause its subject, and hangs it on the verb before it where the parse hung it on a noun."""
    for verb in range(len(w.heads)):
        if w.tags[verb] != "VERB" or w.texts[verb].lower().endswith("ing"):
            continue
        opener = next((n for n in w.under(verb, "mark") if n < verb and w.texts[n].lower() in OPENERS), None)
        if opener is None:
            continue
        if not w.under(verb, *SUBJECTS, "expl"):
            bare = [n for n in w.under(verb, "obl", "obj", "nmod") if opener < n < verb and not w.under(n, "case")]
            if len(bare) == 1 and w.tags[bare[0]] in NOUNS:
                w.relations[bare[0]] = w.subject_of(verb)
        if w.relations[verb] == "acl":
            said = [v for v in range(opener) if w.tags[v] == "VERB" or w.under(v, "cop")]
            outer = next((v for v in reversed(said) if not w.above(v, verb)), None)
            if outer is not None and w.above(w.heads[verb], outer):
                w.heads[verb], w.relations[verb] = outer, "advcl"


@only_with(words=ABSOLUTE)
def absolutes(w: Words) -> None:
    """Gives "the troops having left" its own subject."""
    for clause in range(len(w.heads)):
        verb = w.heads[clause]
        if verb < 0 or w.relations[clause] not in ("acl", "advcl"):
            continue
        first = next(iter(w.under(clause, "aux", "aux:pass")), None)
        if first is None or w.texts[first].lower() not in ABSOLUTE:
            continue
        if w.relations[clause] == "acl":
            _counted_absolute(w, clause)
            continue
        subjects = [n for n in w.under(verb, *SUBJECTS) if n < verb]
        if len(subjects) == 2 and subjects[0] == first - 1 and clause < subjects[1] and not w.under(clause, *SUBJECTS):
            w.heads[subjects[0]] = clause
            w.relations[subjects[0]] = w.subject_of(clause)


def _counted_absolute(w: Words, clause: int) -> None:
    """ "Three of its members having resigned, the board was dissolved": two subjects, a comma between."""
    subject = w.heads[clause]
    while w.relations[subject] == "nmod":
        subject = w.heads[subject]
    verb = w.heads[subject]
    if w.relations[subject] not in SUBJECTS or w.texts[clause + 1 : clause + 2] != [","] or verb < clause:
        return
    if any(clause < n < verb for n in w.under(verb, *SUBJECTS)):
        w.heads[clause], w.relations[clause] = verb, "advcl"
        w.heads[subject], w.relations[subject] = clause, w.subject_of(clause)


@only_with("acl", "acl:relcl", words=[","])
def between_commas(w: Words) -> None:
    """Gives to a participle between commas what stands inside them, and takes its closing comma for its end."""
    for part in range(2, len(w.heads)):
        if not w.relations[part].startswith("acl") or w.texts[part - 1] != "," or w.tags[part] != "VERB":
            continue
        if w.relations[part] == "acl:relcl" and not w.under(part, *SUBJECTS, "aux", "aux:pass", "obj", "mark"):
            w.relations[part] = "acl"  # no relative clause without a word of its own
        comma = next((n for n in range(part + 1, len(w.heads)) if w.texts[n] == ","), None)
        for n in range(part + 1, comma or 0):
            outside = w.heads[n] > (comma or 0) and w.relations[n] in ("obl", "obl:unmarked", "advmod", "obl:agent")
            if outside or (w.heads[n] == w.heads[part] < part and w.relations[n] in ("nmod", "obl")):
                w.heads[n], w.relations[n] = part, "obl" if w.relations[n] == "nmod" else w.relations[n]


@only_with("advcl", words=["have"])
def perfect_to(w: Words) -> None:
    """Makes a complement of "to have left" behind a passive."""
    for verb in range(len(w.heads)):
        up = w.heads[verb]
        if w.relations[verb] != "advcl" or not 0 <= up < verb or not w.under(up, "aux:pass"):
            continue
        to = any(w.texts[n].lower() == "to" for n in w.under(verb, "mark"))
        if to and any(w.texts[n].lower() == "have" for n in w.under(verb, "aux")):
            w.relations[verb] = "xcomp"


@only_with("advcl", words=FRONTED)
def fronted_clause(w: Words) -> None:
    """Gives to the clause before a sentence's own subject what stands before that subject."""
    for clause in range(len(w.heads)):
        verb = w.heads[clause]
        if w.relations[clause] != "advcl" or w.tags[clause] != "VERB" or verb < clause:
            continue
        mark = next((n for n in w.under(verb, "mark") if n < clause and w.texts[n].lower() in FRONTED), None)
        subjects = [n for n in w.under(verb, *SUBJECTS) if n < verb]
        if mark is None or len(subjects) != 2 or not mark < subjects[0] < clause < subjects[1]:
            continue
        if w.under(clause, *SUBJECTS, "mark"):
            continue
        w.heads[mark] = w.heads[subjects[0]] = clause
        for n in w.under(verb, "obl", "obl:unmarked", "advmod", "obj"):
            if mark < n < subjects[1]:
                w.heads[n] = clause


@only_with(words=["whose"])
def whose_first(w: Words) -> None:
    """Parts "whose office" from the subject behind it."""
    for whose in range(len(w.heads) - 2):
        verb, owned = w.heads[whose], whose + 1
        if w.texts[whose].lower() != "whose" or w.relations[whose] not in (*SUBJECTS, "obj") or w.tags[owned] != "NOUN":
            continue
        subject = next((n for n in w.under(verb, *SUBJECTS) if owned < n < verb), None)
        if subject is None or w.heads[owned] != subject or w.relations[owned] != "compound" or w.under(verb, "obj"):
            continue
        w.heads[whose], w.relations[whose] = owned, "nmod:poss"
        w.heads[owned], w.relations[owned] = verb, "obj"


@only_with(words=["that"])
def that_opens(w: Words) -> None:
    """Makes a conjunction of a "that" that was taken for one of two objects, or stands before another subject."""
    for that in range(1, len(w.heads)):
        verb = w.heads[that]
        if w.texts[that].lower() != "that" or w.relations[that] != "obj" or verb < that or w.tags[verb] != "VERB":
            continue
        subject = any(that < n < verb for n in w.under(verb, *SUBJECTS))
        if subject and any(n > verb for n in w.under(verb, "obj")) and not w.relations[verb].startswith("acl"):
            w.relations[that], w.tags[that] = "mark", "SCONJ"


@only_with("conj", words=OPENERS)
def opened_is_not_joined(w: Words) -> None:
    """Makes of a joined verb with an opening word of its own, and no "and", a clause."""
    for verb, relation in enumerate(w.relations):
        if relation != "conj" or w.tags[verb] != "VERB" or w.under(verb, "cc") or not 0 <= w.heads[verb] < verb:
            continue
        if any(w.heads[verb] < m < verb and w.texts[m].lower() in OPENERS for m in w.under(verb, "mark")):
            w.relations[verb] = "advcl"


@only_with("advcl")
def of_fronted_noun(w: Words) -> None:
    """Gives a participle to the noun it follows, where both stand before the verb that the parse hung them on."""
    for verb, relation in enumerate(w.relations):
        noun, outer = verb - 1, w.heads[verb]
        if relation != "advcl" or noun < 1 or w.heads[noun] != outer or not verb < outer or w.tags[noun] not in NOUNS:
            continue
        fronted = w.relations[noun] in ("obl", "nmod") and w.under(noun, "case")
        if fronted and w.tags[verb] == "VERB" and not w.under(verb, *SUBJECTS, "mark", "aux", "aux:pass"):
            w.heads[verb], w.relations[verb] = noun, "acl"


@only_with(words=["which"])
def which_behind(w: Words) -> None:
    """Hangs a verb behind ", which" and its subject on the verb that stands before the comma, not the other way."""
    for which in range(2, len(w.heads) - 2):
        if w.texts[which].lower() != "which" or w.texts[which - 1] != ",":
            continue
        first = w.heads[which]
        verb = w.heads[first] if 0 <= first < which else -1
        if verb <= which or w.relations[first] != "ccomp" or w.tags[first] != "VERB" or w.tags[verb] != "VERB":
            continue
        if not any(which < n < verb for n in w.under(verb, *SUBJECTS)):
            continue
        w.heads[first], w.relations[first] = w.heads[verb], w.relations[verb]
        w.heads[verb], w.relations[verb] = first, "acl:relcl"
        w.heads[which], w.relations[which] = verb, "obj"
