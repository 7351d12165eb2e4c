"""Mends clauses and phrases that the scores hung on the wrong one of two verbs.

In:   the words of one sentence, heads and relations as the scores gave them.
Out:  the same, each such part hung on the verb it stands next to. `left_object` comes late, behind `before_speech`.
Room: sentence.
"""

from __future__ import annotations

import calendar
from typing import Final

from dateline.sentence.reader.arcs import DATES, NOUNS, SUBJECTS, Words, only_with

INSIDE: Final = ("obl", "obl:unmarked", "obl:agent", "obj")
FINITE: Final = ("nsubj", "aux", "mark")
FAR: Final = 16  # words
ASIDE: Final = ("parataxis", "advcl")
WEEKDAYS: Final = frozenset(name.casefold() for name in calendar.day_name)
LATE: Final = ("obl", "obl:unmarked")
OPENING: Final = frozenset({"after", "before", "because", "when", "once", "since", "until", "as", "while"})
UNSAID: Final = OPENING | {"despite", "although", "though", "unless", "if"}
LENGTHS: Final = frozenset(
    ["hours", "day", "days", "night", "nights", "week", "weeks", "month", "months", "year", "years", "decades"]
)
OBJECTS: Final = ("obj", "iobj", "ccomp", "xcomp")
BARE: Final = ("obj", "obl", "obl:unmarked")
SAYS: Final = frozenset({"told", "reported", "says", "said", "say", "added", "adds", "argued", "insisted"})
WHERE_SAID: Final = frozenset({"statement", "interview", "letter", "speech", "post", "conference", "briefing", "email"})


def hung_near(w: Words) -> None:
    """Applies the rules below, in order, to what the scores gave."""
    for rule in (
        next_object, verb_with_subject, inverted_saying, said_behind, behind_opener, within_subject, within_relative,
        within_opened, said_of, past_insertion, own_clause, length_of, joined_noun,
    ):  # fmt: skip
        rule(w)


@only_with("conj")
def own_clause(w: Words) -> None:
    """ "Crews freed the ferry, and traffic through the strait resumed": a noun behind "and" that stands right before a
    verb which is joined on and has no subject is that verb's subject, not one more of what stands before."""
    for noun, relation in enumerate(w.relations):
        if relation != "conj" or w.tags[noun] not in NOUNS or w.heads[noun] > noun:
            continue
        joint = next((c for c in w.under(noun, "cc") if c < noun), None)
        verb = next((v for v in range(noun + 1, len(w.heads)) if not w.above(v, noun)), None)
        while verb is not None and w.relations[verb] in ("aux", "aux:pass", "advmod"):
            verb = w.heads[verb] if w.heads[verb] > verb else None
        if joint is None or verb is None or w.tags[verb] != "VERB" or w.relations[verb] != "conj":
            continue
        if not w.under(verb, *SUBJECTS, "cc", "mark"):
            w.heads[noun], w.relations[noun], w.heads[joint] = verb, w.subject_of(verb), verb


@only_with(words=LENGTHS)
def length_of(w: Words) -> None:
    """ "after four days of fighting": what stands behind a length and "of" fills the length, which is what the clause
    above holds."""
    for deed, outer in enumerate(w.heads):
        if outer < 0:
            continue
        of = next((m for m in w.under(deed, "mark", "case") if m < deed and w.texts[m].lower() == "of"), 0)
        noun = of - 1
        if not of or w.texts[noun].lower() not in LENGTHS or w.under(deed, *SUBJECTS):
            continue
        if w.heads[noun] == deed:
            for opener in [m for m in w.under(deed, "mark", "case") if m < noun]:
                w.heads[opener], w.relations[opener] = noun, "case"
            w.heads[noun], w.relations[noun] = outer, "obl" if w.relations[deed] == "advcl" else w.relations[deed]
        elif w.heads[noun] != outer:
            continue
        w.heads[deed], w.relations[deed], w.relations[of] = noun, "nmod", "case"
        if not w.under(deed, *OBJECTS):
            w.tags[deed] = "NOUN"


@only_with("cc")
def joined_noun(w: Words) -> None:
    """ "Talks between Osland and the Republic of Belmar": a noun behind "and" without a preposition is joined
    to the noun that has one; behind "between" also where it was joined to the noun further out."""
    for noun, relation in enumerate(w.relations):
        if relation not in ("nmod", "conj") or w.tags[noun] not in NOUNS or w.under(noun, "case"):
            continue
        joint = [c for c in w.under(noun, "cc") if c < noun and w.texts[c].lower() == "and"]
        before = [n for n in w.under(w.heads[noun], "nmod") if n < noun and w.under(n, "case")]
        if not joint or not before or not all(w.above(k, before[-1]) for k in range(before[-1], joint[0])):
            continue
        if relation == "nmod" or (_opened_by(w, before[-1], "between") and not w.under(before[-1], "conj")):
            w.heads[noun], w.relations[noun] = before[-1], "conj"


def _opened_by(w: Words, noun: int, preposition: str) -> bool:
    return any(w.texts[k].lower() == preposition for k in w.under(noun, "case"))


@only_with("acl")
def within_subject(w: Words) -> None:
    """ "The yard crippled by a fire in March reopened": what stands between a participle of the subject and the verb,
    with no comma before the verb, is the participle's."""
    for verb in range(len(w.heads)):
        if w.tags[verb] != "VERB":
            continue
        for subject in [s for s in w.under(verb, *SUBJECTS) if s < verb]:
            said = [a for a in range(subject + 1, verb) if w.relations[a] == "acl" and w.above(a, subject)]
            if not said or "," in w.texts[said[-1] : verb]:
                continue
            for n in w.under(verb, *INSIDE):
                if said[-1] < n < verb:
                    w.heads[n] = said[-1]


@only_with("obj")
def next_object(w: Words) -> None:
    """ "of taking part in the attack that closed the port": what stands right behind a verb that lacks an object is the
    object of no verb before it."""
    for n, outer in enumerate(w.heads):
        if w.relations[n] != "obj" or outer < 0:
            continue
        verb = min([n, *w.under(n)]) - 1
        nearer = outer < verb and w.tags[verb] == "VERB" and w.under(verb, *FINITE)
        if nearer and not w.above(outer, verb) and not w.under(verb, "obj", "ccomp", "xcomp", "nsubj:pass", "aux:pass"):
            w.heads[n] = verb


@only_with("acl", "acl:relcl")
def within_relative(w: Words) -> None:
    """ "were placed under an embargo, a move that would stop them from signing in May": what ends a relative clause
    that a comma opens and none closes is no adjunct of the verb before the comma."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] == "nmod" and w.texts[n].casefold() in WEEKDAYS and 0 <= verb < n:
            inner = [r for r in w.under(verb, "acl:relcl") if r < n and w.under(r, *SUBJECTS)]
            if inner and "," not in w.texts[inner[-1] : n]:
                w.heads[n], w.relations[n] = inner[-1], "obl"  # "the battle, where fighting resumed on Sunday"
            continue
        if w.relations[n] not in LATE or not 0 <= verb < n or w.tags[verb] != "VERB":
            continue
        comma = next((k for k in range(n - 1, verb, -1) if w.texts[k] == ","), None)
        if comma is None:
            continue
        clause = next((r for r in range(comma, n) if w.relations[r].startswith("acl") and w.under(r, *SUBJECTS)), None)
        if clause is None or w.heads[clause] <= verb or not w.above(clause, verb):
            continue
        w.heads[n] = max(k for k in range(clause, n) if k == clause or (w.tags[k] == "VERB" and w.above(k, clause)))


@only_with("ccomp", "parataxis", "advcl", words=[","])
def past_insertion(w: Words) -> None:
    """ "There was no truth, she added, in reports that": what follows an inserted "she added" goes on with what stood
    before it; where something was said stays with the saying."""
    for said in range(len(w.heads)):
        if w.tags[said] != "VERB" or w.texts[said + 1 : said + 2] != [","]:
            continue
        subject = next((s for s in w.under(said, "nsubj") if s < said), None)
        told = [*w.under(said, "ccomp", "parataxis"), *([w.heads[said]] if w.relations[said] in ASIDE else [])]
        before = [c for c in told if subject is not None and 0 <= c < subject]
        if not before or w.tags[before[-1]] not in ("VERB", "AUX"):
            continue
        for n in w.under(said, *LATE, "ccomp", "xcomp"):
            if n > said + 1 and w.texts[n].lower() not in WHERE_SAID:
                w.heads[n] = before[-1]
        for n in w.under(said, "advcl"):
            if n > said + 1 and any(w.texts[m].lower() in UNSAID for m in w.under(n, "mark")):
                w.heads[n] = before[-1]  # "He was refused a visa, she said, despite having been invited"
    _past_inverted(w)


def _past_inverted(w: Words) -> None:
    """ "Police had no warrant, says the owner, when they searched it": so does what follows an inserted "says X"."""
    for said in range(2, len(w.heads)):
        if w.texts[said - 1] != ",":
            continue
        speaker = next((s for s in w.under(said, "nsubj") if s > said), 0)
        told = [c for c in w.under(said, "ccomp", "parataxis") if c < said - 1]
        closed = w.texts[speaker + 1 : speaker + 2] == [","]
        if not speaker or not closed or not told or w.tags[told[-1]] not in ("VERB", "AUX"):
            continue
        for n in w.under(said, "advcl"):
            if n > speaker and any(w.texts[m].lower() in OPENING for m in w.under(n, "mark", "advmod")):
                w.heads[n] = told[-1]


@only_with(words=OPENING)
def behind_opener(w: Words) -> None:
    """ "after the league, satisfied with the plan, lifted the embargo": what opens a clause opens that of the verb, and
    the noun between is its subject."""
    for opener, word in enumerate(w.texts):
        if word.lower() not in OPENING or w.relations[opener] not in ("case", "mark"):
            continue
        end = next((k for k in range(opener + 1, min(opener + FAR, len(w.texts) - 2)) if w.texts[k] == ","), 0)
        noun, said = end - 1, end + 1
        verb = next((k + 1 for k in range(said, min(said + FAR, len(w.texts) - 1)) if w.texts[k] == ","), 0)
        if not end or not verb or w.tags[noun] not in NOUNS or w.tags[said] not in ("VERB", "ADJ"):
            continue
        past = w.tags[verb] == "VERB" and w.texts[verb].lower().endswith("ed")
        free = past and not w.under(verb, *SUBJECTS, "aux", "mark") and not w.under(said, "obj", *SUBJECTS)
        outer = next((k for k in (w.heads[noun], w.heads[said], w.heads[verb]) if k not in (said, verb, noun)), -1)
        if not free or outer < 0 or w.above(outer, verb) or w.above(outer, noun):
            continue
        for n, head, relation in (
            (noun, verb, "nsubj"), (opener, verb, "mark"), (said, noun, "acl"), (verb, outer, "advcl"),
        ):  # fmt: skip
            w.heads[n], w.relations[n] = head, relation


@only_with("advcl", words=OPENING)
def within_opened(w: Words) -> None:
    """ "She resigned after she was named in the inquiry.": a phrase right behind a clause with a subject and
    an opening word of its own belongs to that clause, if it is no time."""
    for n in range(3, len(w.heads)):
        verb, case = w.heads[n], next((k for k in w.under(n, "case") if k < n), None)
        if w.relations[n] != "obl" or case is None or not 0 <= verb < case or _is_time(w, n):
            continue
        clause = next((k for k in w.under(verb, "advcl") if verb < k < case), None)
        if clause is None or w.tags[clause] != "VERB" or not w.under(clause, *SUBJECTS):
            continue
        opens = any(w.texts[k].lower() in OPENING for k in w.under(clause, "mark", "advmod") if k < clause)
        if opens and all(w.above(k, clause) for k in range(clause + 1, w.start(n))):
            w.heads[n] = clause


@only_with("ccomp", words=SAYS)
def said_of(w: Words) -> None:
    """ "He said the raid, launched at dawn, had cut the road.": what stands right behind the saying is the subject of
    the finite verb that is said, if that has none."""
    for clause, verb in enumerate(w.heads):
        if w.relations[clause] != "ccomp" or not 0 <= verb < clause or w.texts[verb].lower() not in SAYS - {"told"}:
            continue
        finite = any(verb < k < clause for k in w.under(clause, "aux", "aux:pass", "cop"))
        noun = next((k for k in w.under(verb, "obj") if verb < k < clause), None)
        if finite and noun is not None and w.tags[noun] in NOUNS and not w.under(clause, *SUBJECTS, "mark"):
            w.heads[noun], w.relations[noun] = clause, w.subject_of(clause)


def _is_time(w: Words, n: int) -> bool:
    """Whether a noun names a day, a month, a length or a year."""
    word = w.texts[n].casefold()
    return word in DATES or word in LENGTHS or w.tags[n] == "NUM" or w.texts[n][:1].isdigit()


@only_with(words=SAYS)
def inverted_saying(w: Words) -> None:
    """ "The boathouse, says the caretaker, was burned": the noun before an inserted "says X" is what the rest is about,
    and X is who says it."""
    for said in range(2, len(w.heads) - 3):
        if w.tags[said] != "VERB" or w.texts[said - 1] != "," or w.texts[said].lower() not in SAYS:
            continue
        end = next((k for k in range(said + 2, min(said + FAR, len(w.texts) - 1)) if w.texts[k] == ","), 0)
        verb = next((k for k in w.under(said, "ccomp") if k > end), None)
        told = next((s for s in w.under(said, "nsubj") if s == said - 2 and w.tags[s] in NOUNS), None)
        if not end or verb is None or told is None or w.tags[end + 1] not in ("AUX", "VERB"):
            continue
        speaker = next((s for s in w.under(verb, *SUBJECTS) if said < s < end), None)
        if speaker is not None:
            w.heads[told], w.relations[told] = verb, w.relations[speaker]
            w.heads[speaker], w.relations[speaker] = said, "nsubj"


@only_with("amod")
def verb_with_subject(w: Words) -> None:
    """ "Belmar Rail suspended services after a slide blocked the line": a verb that has a subject is no adjective of
    the noun behind it, but takes it as its object."""
    for verb, noun in enumerate(w.heads):
        if w.relations[verb] != "amod" or w.tags[verb] != "VERB" or noun != verb + 1 or not w.under(verb, "nsubj"):
            continue
        outer, relation = w.heads[noun], w.relations[noun]
        later = outer > noun and w.tags[outer] == "VERB" and w.under(outer, "mark")
        if relation == "root":
            w.heads[verb], w.relations[verb] = -1, "root"
        elif later and not w.above(outer, verb):
            w.heads[verb], w.relations[verb] = w.heads[outer], w.relations[outer]
            w.heads[outer], w.relations[outer] = verb, "advcl"
        else:
            continue
        w.heads[noun], w.relations[noun] = verb, "obj"


@only_with(words=SAYS)
def said_behind(w: Words) -> None:
    """ "The port reopened on Thursday, officials said": what stands before the comma is a clause with its subject."""
    for said in range(3, len(w.heads)):
        if w.tags[said] != "VERB" or w.texts[said].lower() not in SAYS:
            continue
        teller = next((s for s in reversed(w.under(said, "nsubj")) if s < said), None)
        told = next((c for c in w.under(said, "xcomp", "advcl", "ccomp") if teller is not None and c < teller), None)
        if teller is None or told is None or w.tags[told] != "VERB" or w.under(told, "mark"):
            continue
        if "," not in w.texts[told:teller] or not w.texts[told].lower().endswith("ed"):
            continue
        if any(n < told for n in w.under(told, *SUBJECTS)):
            w.relations[told] = "ccomp"
            continue
        nouns = [
            n for n in (*w.under(told, *BARE), *w.under(said, "nsubj", *BARE)) if n < told and not w.under(n, "case")
        ]
        subject = max((n for n in nouns if w.tags[n] in NOUNS and "," not in w.texts[n:told]), default=None)
        if subject is not None:
            w.heads[subject], w.relations[told] = told, "ccomp"
            w.relations[subject] = w.subject_of(told)


@only_with("obj")
def left_object(w: Words) -> None:
    """ "The factory reopened on Thursday": right in front of a verb without a subject stands the subject, no object."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] != "obj" or not n < verb or w.tags[n] not in NOUNS or w.tags[verb] != "VERB":
            continue
        if w.under(verb, *SUBJECTS, "mark") or w.under(n, "case") or "," in w.texts[n:verb]:
            continue
        if w.relations[verb] in ("root", "ccomp", "parataxis", "conj"):
            w.relations[n] = w.subject_of(verb)
