"""Mends attachments that the order of the words rules out, whatever the scores say.

In:   the words of one sentence with their tags, heads and relations.
Out:  the heads and relations, some of them mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it:

- `before_speech`  "The road was reopened on Thursday, the ministry said." What stands before the comma that a speech
  verb and its subject follow belongs to what is said, not to the saying.
- `before_mark`    "It was shut on Friday after water entered the hall." Nothing left of a clause's own opening word
  belongs to that clause.
- `own_subject`    "Osland will expel the envoy, its minister said." Of two subjects of the saying, the one before the
  comma does what is said; "The strike killed nine, the clinic said, and hurt six": so does a verb joined on after it.
- `split_quotation` "“The rebels,” the governor said, “attacked.”" The noun before the saying is the subject of the
  verb behind it.
- `told_whom`      "Nurses told the Guild that guards slept." Who is told stands between the telling and what is told.
- `that_after`     "It said the union had claimed that guards slept." What a verb and its "that" open belongs to it.
- `particles`      "The plant was shut down on Friday." A particle belongs to the verb that it follows.
- `two_subjects`   "Its operator Enerco said ..." Two subjects side by side are one, named twice.
- `noun_by_place`  "There were clashes in the port." What is a subject, and has no subject of its own, is a noun.
- `genitives`      "Monday's collapse killed two." A noun before its 's owns the noun behind it.
- `before_object`  "The collapse killed two." Of two objects, the one before a verb without a subject is its subject;
  "before United beat Rovers": of two subjects, the one behind the verb is its object.
- `own_case`       "It sold its stake in Belmar." Beside an object, what has a preposition is no second object.
- `before_case`    "It shut on Monday after a flood." A phrase begins with its preposition: what stands left of it, with
  a preposition of its own, belongs to the verb.
- `bare_object`    (with `own_object`, `no_predicate` and `due_to` in `objects`) "Tugs refloated the Orla Star on
  Monday." A name right behind its verb is its object; a noun behind "went on" or "took" is no predicate.
- `inserted_saying` (with `gerund_subject`, `doing_it`, `headline_to` and `seen_doing` in `asides`) "The dam, they
  say, will be closed." What stands before words set in is the subject of the verb behind them; "Osland to send
  troops": a name before a "to" that no verb governs does what follows; "were seen loading crates": so they did.

Further rules stand in `near`, `doubles`, `mains`, `bearings`, `clauses`, `joints`, `nouns`, `labels`, `asides`,
`doing`, `joining` and `objects`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dateline.sentence.reader import bearings, clauses, doubles, joints, labels, mains, near, nouns
from dateline.sentence.reader.arcs import NOUNS, SUBJECTS, Words, only_with
from dateline.sentence.reader.asides import doing_it, gerund_subject, headline_to, inserted_saying, seen_doing
from dateline.sentence.reader.doing import who_does
from dateline.sentence.reader.joining import well_joined
from dateline.sentence.reader.objects import bare_object, due_to, no_predicate, own_object, phrasal

ADJUNCTS: Final = ("obl", "obl:unmarked", "obl:agent", "advmod", "advcl", "obj", "iobj", "xcomp", "compound:prt")
TELLS: Final = frozenset(
    {"tell", "tells", "told", "telling", "informed", "inform", "informs", "assured", "reminded", "warned"}
)
PHRASES: Final = ("nmod", "nmod:unmarked", "obl", "obl:unmarked")
OF_NOUNS: Final = ("of", "in", "into")  # "its stake in Belmar", "an inquiry into the firm"
TOLD_IN: Final = ("obj", "obl", "nmod")
TELLINGS: Final = ("report", "claim", "statement", "allegation", "assertion", "accusation", "belief", "rumour")
CLOSING: Final = ("’", "'", "”", '"', "''")
MOVED: Final = ("obl", "obl:unmarked", "advmod", "compound:prt", "obj")


def mended(words: Words) -> None:
    """Applies every rule, in order, to the heads and relations."""
    nouns.prefixed(words)
    noun_by_place(words)
    nouns.named_behind(words)
    nouns.accredited(words)
    near.hung_near(words)
    doubles.parted(words)
    mains.main_verbs(words)
    bearings.put_right(words)
    near.within_relative(words)  # of the clauses found just now
    genitives(words)
    particles(words)
    two_subjects(words)
    joined_ahead(words)
    labels.begins_next(words)
    before_object(words)
    own_case(words)
    before_case(words)
    clauses.settle(words)
    joints.joined(words)
    nouns.by_nouns(words)
    inserted_saying(words)
    gerund_subject(words)
    doing_it(words)
    told_whom(words)
    own_subject(words)
    split_quotation(words)
    before_speech(words)
    near.left_object(words)
    that_after(words)
    that_of_noun(words)
    before_mark(words)
    bare_object(words)
    own_object(words)
    phrasal(words)
    no_predicate(words)
    due_to(words)
    who_does(words)
    well_joined(words)
    labels.settled(words)
    headline_to(words)
    seen_doing(words)
    clauses.which_behind(words)
    mains.said_doing(words)


@only_with("ccomp", "parataxis", words=[","])
def before_speech(w: Words) -> None:
    """Gives to what is said all that stands before the comma of the saying."""
    for verb in range(len(w.heads)):
        if w.tags[verb] != "VERB":
            continue
        subject = next((n for n in w.under(verb, *SUBJECTS)), None)
        said = next((n for n in w.under(verb, "ccomp", "parataxis") if n < verb), None)
        if subject is None or said is None or not said < subject:
            continue
        comma = next((n for n in range(min(subject, verb) - 1, said, -1) if w.texts[n] == ","), None)
        if comma is None:
            continue
        for n in w.under(verb, *ADJUNCTS):
            if n < comma:
                w.heads[n] = said


@only_with("mark")
def before_mark(w: Words) -> None:
    """Takes from a clause what stands left of its opening word, and gives it to the verb before that."""
    for verb in w.governing("mark"):
        mark = next((n for n in w.under(verb, "mark") if w.tags[n] in ("SCONJ", "ADP") and n < verb), None)
        if mark is None:
            continue
        for n in w.under(verb, *MOVED):
            if n < mark:
                outer = next((v for v in range(n - 1, -1, -1) if w.tags[v] == "VERB" and not w.above(v, n)), None)
                if outer is not None and not w.above(outer, verb):
                    w.heads[n] = outer


@only_with("compound:prt")
def particles(w: Words) -> None:
    """Gives a particle to the verb that it follows."""
    for n, relation in enumerate(w.relations):
        if relation == "compound:prt" and n and w.heads[n] != n - 1 and w.tags[n - 1] == "VERB":
            w.heads[n] = n - 1


def two_subjects(w: Words) -> None:
    """Makes of two subjects side by side one with its name."""
    for verb in w.governing(*SUBJECTS):
        subjects = w.under(verb, *SUBJECTS)
        for first, second in pairwise(subjects):
            side_by_side = second == first + 1 or all(w.above(n, second) for n in range(first + 1, second))
            if side_by_side and w.tags[second] == "PROPN" and second < verb:
                w.heads[second], w.relations[second] = first, "appos"


@only_with("conj")
def joined_ahead(w: Words) -> None:
    """Makes a noun that stands before a verb and is read as joined to it its subject: what is joined follows."""
    for n, relation in enumerate(w.relations):
        verb = w.heads[n]
        ahead = relation == "conj" and n < verb and w.tags[verb] == "VERB" and w.tags[n] in ("NOUN", "PROPN", "PRON")
        if ahead and not w.under(verb, *SUBJECTS):
            w.relations[n] = w.subject_of(verb)


@only_with("ccomp", "parataxis", words=[","])
def own_subject(w: Words) -> None:
    """Gives to what is said its own subject and the verbs joined to it, which the parse hung on the saying."""
    for verb in range(len(w.heads)):
        subjects = [n for n in w.under(verb, *SUBJECTS) if n < verb] if w.tags[verb] == "VERB" else []
        if not subjects:
            continue
        said = next((n for n in w.under(verb, "ccomp", "parataxis") if n < subjects[-1]), None)
        if said is None or "," not in w.texts[said + 1 : subjects[-1]]:
            continue
        if len(subjects) == 2 and subjects[0] < said and not w.under(said, *SUBJECTS):
            w.heads[subjects[0]] = said
            w.relations[subjects[0]] = w.subject_of(said)
        if w.texts[verb + 1 : verb + 2] == [","] and w.texts[verb + 2 : verb + 3] in (["and"], ["but"]):
            for n in w.under(verb, "conj"):
                if n > verb and w.tags[n] == "VERB" and not w.under(n, *SUBJECTS):
                    w.heads[n] = said


@only_with("ccomp", "parataxis", words=[","])
def split_quotation(w: Words) -> None:
    """Joins the noun before an inserted "X said" to the verb that goes on after it."""
    for verb in range(len(w.heads)):
        subject = next((n for n in w.under(verb, *SUBJECTS) if n < verb), None) if w.tags[verb] == "VERB" else None
        if subject is None or w.texts[verb + 1 : verb + 2] != [","]:
            continue
        clauses = w.under(verb, "ccomp", "parataxis")
        before = next((n for n in clauses if n < subject and w.tags[n] in ("NOUN", "PROPN", "PRON")), None)
        after = next((n for n in clauses if n > verb and w.tags[n] == "VERB"), None)
        if before is None or after is None or w.under(before, *SUBJECTS, "cop") or w.under(after, *SUBJECTS):
            continue
        w.heads[before] = after
        w.relations[before] = w.subject_of(after)


@only_with(words=TELLS)
def told_whom(w: Words) -> None:
    """Parts who is told from who does what is told."""
    for verb in range(len(w.heads)):
        if w.texts[verb].lower() not in TELLS:
            continue
        said = next((n for n in w.under(verb, "ccomp", "xcomp") if n > verb), None)
        if said is None or w.under(verb, "obj", "iobj"):
            continue
        subjects = [n for n in w.under(said, *SUBJECTS) if verb < n < said]
        mark = next((n for n in w.under(said, "mark") if verb < n < said and w.texts[n].lower() == "that"), None)
        if len(subjects) == 2 and mark is not None and subjects[0] < mark < subjects[1]:
            w.heads[subjects[0]], w.relations[subjects[0]] = verb, "iobj"
        if len(subjects) != 1 or mark is not None:
            continue
        name = next((n for n in w.under(subjects[0], "appos", "flat") if n == subjects[0] + 1), None)
        owned = w.under(subjects[0], "nmod:poss", "det")
        if name is not None and owned and w.tags[name] == "PROPN" and w.tags[subjects[0]] == "NOUN":
            w.heads[name], w.relations[name] = said, w.relations[subjects[0]]
            w.heads[subjects[0]], w.relations[subjects[0]] = verb, "iobj"


@only_with("ccomp", words=["that"])
def that_after(w: Words) -> None:
    """Gives a clause to the verb right before its "that", where the parse hung it on a verb further out."""
    for mark in range(1, len(w.heads)):
        verb, clause = mark - 1, w.heads[mark]
        if w.relations[mark] != "mark" or w.texts[mark].lower() != "that" or clause <= mark:
            continue
        outer = w.heads[clause]
        if w.texts[verb] in CLOSING and verb:
            verb -= 1  # "could not confirm" that ...
        if w.tags[verb] != "VERB" or w.relations[clause] != "ccomp" or outer < 0 or outer == verb:
            continue
        set_in = w.relations[verb] == "advcl" and w.texts[verb].endswith("ing")  # "ordered them back, ruling that ..."
        if (w.relations[verb] == "ccomp" or set_in) and w.heads[verb] == outer and not w.under(verb, "ccomp"):
            w.heads[clause] = verb


@only_with("mark", words=["that"])
def that_of_noun(w: Words) -> None:
    """Gives a clause to the noun of telling right before its "that": "withdrew its report that the ship was afloat"."""
    for mark in range(1, len(w.heads)):
        noun, clause, verb = mark - 1, w.heads[mark], w.heads[mark - 1]
        if w.relations[mark] != "mark" or w.texts[mark].lower() != "that" or clause <= mark:
            continue
        told = w.tags[noun] == "NOUN" and w.texts[noun].lower().removesuffix("s") in TELLINGS
        if told and w.relations[noun] in TOLD_IN and w.heads[clause] == verb and w.texts[verb].lower() not in TELLS:
            w.heads[clause], w.relations[clause] = noun, "acl"


def noun_by_place(w: Words) -> None:
    """Tags as a noun what stands as a subject and has neither subject nor auxiliary: "clashes", "damage"."""
    clause = (*SUBJECTS, "aux", "aux:pass", "mark", "obj", "expl")
    for n, relation in enumerate(w.relations):
        if relation in SUBJECTS and w.tags[n] == "VERB" and not w.under(n, *clause):
            w.tags[n] = "NOUN"


@only_with(words=["'s", "’s"])
def genitives(w: Words) -> None:
    """Makes of a noun before its 's the owner of the next noun."""
    for mark in range(1, len(w.heads) - 1):
        owner = mark - 1
        if w.tags[mark] != "PART" or w.texts[mark].lower() not in ("'s", "’s") or w.tags[owner] not in NOUNS:
            continue
        if w.heads[owner] > mark and w.tags[w.heads[owner]] in NOUNS and w.relations[owner] != "nmod:poss":
            w.relations[owner] = "nmod:poss"
            w.heads[mark], w.relations[mark] = owner, "case"


def before_object(w: Words) -> None:
    """Parts subject from object by the side of the verb on which they stand."""
    for verb in range(len(w.heads)):
        if w.tags[verb] != "VERB" or w.under(verb, "aux:pass", "expl"):
            continue
        objects, subjects = w.under(verb, "obj"), w.under(verb, *SUBJECTS, "csubj")
        if len(objects) == 2 and objects[0] < verb < objects[1] and not subjects:
            w.relations[objects[0]] = "nsubj"
        if len(subjects) == 2 and subjects[0] < verb and subjects[1] == verb + 1 and w.tags[subjects[1]] in NOUNS:
            w.relations[subjects[1]] = "obj"
            for n in objects:
                if w.tags[n] == "NUM":  # "beat Rovers 3-1"
                    w.relations[n] = "obl:unmarked"


@only_with("obj")
def own_case(w: Words) -> None:
    """Makes a phrase of the verb, or of the noun right before it, of a second object that has a preposition."""
    for verb in w.governing("obj"):
        objects = [n for n in w.under(verb, "obj") if n > verb]
        if len(objects) == 2 and not w.under(objects[0], "case") and w.under(objects[1], "case"):
            noun, case = objects[0], w.under(objects[1], "case")[0]
            w.relations[objects[1]] = "obl"
            if case == noun + 1 and w.tags[noun] == "NOUN" and w.texts[case] in OF_NOUNS:
                w.heads[objects[1]], w.relations[objects[1]] = noun, "nmod"


def before_case(w: Words) -> None:
    """Takes from a noun what stands left of its preposition behind a preposition of its own."""
    for noun in range(len(w.heads)):
        up = w.heads[noun]
        if w.tags[noun] not in NOUNS or not 0 <= up < noun:
            continue
        case = next((n for n in reversed(w.under(noun, "case")) if n < noun), None)
        if case is None or up >= case:
            continue
        for n in w.under(noun):
            if n >= case or w.tags[n] not in NOUNS or w.relations[n] not in PHRASES:
                continue
            own = next((k for k in (*w.under(n, "case"), *w.under(noun, "case")) if k < n), None)
            if own is not None and up < own:
                w.heads[n], w.relations[n] = up, "obl" if w.tags[up] == "VERB" else "nmod"
                w.heads[own] = n
