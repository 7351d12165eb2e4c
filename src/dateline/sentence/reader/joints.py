"""Mends what is joined by "and" or "but", and what stands right behind a verb.

In:   the words of one sentence with their tags, heads and relations.
Out:  the same, some heads and relations mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dateline.lexicon.tables import table
from dateline.sentence.reader.arcs import DATES, NOUNS, SUBJECTS, Words, only_with
from dateline.sentence.reader.asides import actors

JOINTS: Final = frozenset({"and", "but"})
LATE: Final = ("obl", "obl:unmarked")
OBJECTS: Final = ("obj", "iobj", "ccomp")
PARTICLES: Final = frozenset({"over", "off", "out", "up", "back", "down"})
TO_DO: Final = frozenset({"likely", "unlikely", "ready", "due", "set", "sure", "certain", "able", "unable", "willing"})
TAKES_ING: Final = frozenset(
    {"discuss", "discussed", "discussing", "consider", "considered", "considering", "denied", "deny", "denies", "began",
     "begin", "started", "start", "stopped", "stop", "resumed", "resume", "suggested", "proposed", "avoid", "avoided"}
)  # fmt: skip
ASKED: Final = frozenset({"urged", "asked", "called", "appealed", "ordered", "advised", "told", "promised", "vowed"})
OPENING_MARKS: Final = frozenset({"“", '"', "‘", "'"})
UNREAL: Final = frozenset({"had", "should", "were"})  # "Had the pilot turned back"
HOURS: Final = frozenset({"noon", "midnight", "dawn", "dusk", "nightfall", "sunset", "sunrise", "midday"})


def joined(w: Words) -> None:
    """Applies the rules below, in order, to what the scores gave."""
    for rule in (
        infinitive, infinitive_object, likely_to, noun_behind, participle_object, joined_clause,
        second_subject, asks_more, joined_to_nearest,
        behind_the_second, before_the_joint, doing_both, phrasal_object, off_a_place, before_its_clause, hour_of_clause,
        that_with_subject, doing, teller, bound_for, opening_participle, no_fewer_than,
    ):  # fmt: skip
        rule(w)


@cache
def _phrasal() -> frozenset[str]:
    """The verbs of the tables that take a particle: "hand over"."""
    return frozenset(row["verb"] for row in table("verbs") if " " in row["verb"])


@cache
def _participles() -> frozenset[str]:
    """The past participles that are no bare form: "shot"."""
    return frozenset(row["participle"] for row in table("inflections") if row["participle"] != row["verb"])


@only_with("xcomp")
def infinitive(w: Words) -> None:
    """ "asked Osland to hand over three bankers", "pledged to rehouse them", "urged to free poet": behind a verb and
    its "to", a word without an article is a verb."""
    for verb, outer in enumerate(w.heads):
        if w.tags[verb] not in ("NOUN", "ADJ") or w.relations[verb] != "xcomp" or outer < 0 or w.tags[outer] != "VERB":
            continue
        opened = w.texts[verb - 1].lower() == "to" and w.relations[verb - 1] == "mark" and w.tags[verb - 1] == "PART"
        if opened and w.heads[verb - 1] == verb and not w.under(verb, "cop", "det", "amod", "compound"):
            w.tags[verb] = "VERB"


@only_with("xcomp")
def infinitive_object(w: Words) -> None:
    """ "pledged to rehouse by June all the families": a noun behind an infinitive that lacks its object is no second
    subject of the verb before."""
    for outer in w.governing(*SUBJECTS):
        subjects = w.under(outer, *SUBJECTS)
        verb = next((v for v in w.under(outer, "xcomp") if v > outer and w.tags[v] == "VERB" and w.under(v, "mark")), 0)
        if len(subjects) != 2 or not subjects[0] < outer < verb < subjects[1] or w.under(verb, "obj", "ccomp", "cop"):
            continue
        w.heads[subjects[1]], w.relations[subjects[1]] = verb, "obj"
        for n in w.under(outer, *LATE, "obj"):
            if n > verb:
                w.heads[n] = verb


@only_with("xcomp", words=TO_DO)
def likely_to(w: Words) -> None:
    """ "is thought likely to resign": an infinitive right behind such an adjective is the adjective's."""
    for verb, outer in enumerate(w.heads):
        said = verb - 2
        if w.relations[verb] != "xcomp" or said < 1 or w.heads[said] != outer or w.relations[said] != "xcomp":
            continue
        if w.texts[said].lower() in TO_DO and w.texts[verb - 1].lower() == "to":
            w.heads[verb] = said
            for n in w.under(outer, "advcl"):
                if n > verb:
                    w.heads[n] = verb


def noun_behind(w: Words) -> None:
    """ "Fears led the authorities to act": of two subjects of a verb that says nothing, the one whose phrase starts
    right behind it is its object."""
    for verb in range(len(w.heads)):
        if w.tags[verb] != "VERB" or w.under(verb, "aux:pass", "expl", *OBJECTS):
            continue
        subjects = w.under(verb, *SUBJECTS)
        if len(subjects) == 2 and subjects[0] < verb < subjects[1] and w.start(subjects[1]) == verb + 1:
            w.relations[subjects[1]] = "obj"


@only_with("advcl")
def participle_object(w: Words) -> None:
    """ "Accusing the army of arson, the rebels left": the noun right behind a participle that opens the sentence is its
    object."""
    for n, relation in enumerate(w.relations):
        verb = w.heads[n]
        opens = relation == "nsubj" and verb == 0 and w.tags[0] == "VERB" and w.texts[0].lower().endswith("ing")
        if opens and w.relations[0] == "advcl" and w.start(n) == 1 and not w.under(0, "aux", *OBJECTS):
            w.relations[n] = "obj"


@only_with("advcl", words=JOINTS)
def joined_clause(w: Words) -> None:
    """ "stopped short of raising rates but warned that", "Nine died and 14 were hurt": a finite verb with its own
    "but", or that of its subject, is joined, no adverbial."""
    for verb, first in enumerate(w.heads):
        if w.relations[verb] != "advcl" or w.tags[verb] != "VERB" or not 0 <= first < verb or w.under(verb, "mark"):
            continue
        own = [
            *w.under(verb, "cc"),
            *(c for s in w.under(verb, *SUBJECTS) for c in w.under(s, "cc") if c < w.start(s) + 1),
        ]
        joint = next((c for c in own if first < c < verb and w.texts[c].lower() in JOINTS), None)
        if joint is not None and not w.texts[verb].lower().endswith("ing") and w.tags[first] == "VERB":
            w.relations[verb] = "conj"


@only_with("conj", "cop", words=JOINTS)
def second_subject(w: Words) -> None:
    """ "Prosecutors appealed and a retrial began": the noun between "and" and a verb that has no subject is its
    subject, not the object of the verb before the "and"."""
    for noun, first in enumerate(w.heads[:-1]):
        joint, verb = w.start(noun), noun + 1
        if w.relations[noun] == "nsubj" and 0 <= first < joint and w.texts[joint].lower() in JOINTS:
            _of_its_copula(w, noun, first, joint)
        joined = w.tags[verb] == "VERB" and w.relations[verb] == "conj" and w.heads[verb] == first
        if w.relations[noun] != "obj" or not joined:
            continue
        opened = w.texts[joint].lower() in JOINTS and w.heads[joint] == noun and joint == first + 1
        if opened and not w.under(verb, *SUBJECTS, "aux:pass", "cc"):
            w.heads[noun], w.relations[noun], w.heads[joint] = verb, "nsubj", verb


def _of_its_copula(w: Words, noun: int, first: int, joint: int) -> None:
    """ "Four died and 31 are in hospital": the noun behind "and" is the subject of what its own "are" says."""
    told = w.heads[noun + 1] if w.relations[noun + 1] == "cop" else -1
    if told > noun and w.heads[told] == first and w.relations[told] in ("advcl", "xcomp", "conj", "ccomp", "parataxis"):
        w.heads[noun], w.heads[joint], w.relations[told] = told, told, "conj"


@only_with("conj", words=ASKED)
def asks_more(w: Words) -> None:
    """ "warned that the lake was filling and urged residents to leave": a thing asks for nothing; who warns does."""
    for verb, first in enumerate(w.heads):
        if w.texts[verb].lower() not in ASKED or w.relations[verb] != "conj" or not 0 <= first < verb:
            continue
        outer = w.heads[first]
        subject = next(iter(w.under(first, *SUBJECTS)), -1)
        inside = w.relations[first] == "ccomp" and 0 <= outer < first and w.tags[outer] == "VERB"
        if not inside or subject < 0 or w.tags[subject] != "NOUN" or w.under(verb, *SUBJECTS, "aux", "mark"):
            continue
        if w.texts[subject].lower() not in actors() and not w.texts[subject].lower().endswith("s"):
            w.heads[verb] = outer


@only_with("conj")
def joined_to_nearest(w: Words) -> None:
    """ "Four were saved; the search was called off and will resume": a verb without a subject is joined to the nearest
    verb before it that has one."""
    for verb, first in enumerate(w.heads):
        if w.relations[verb] != "conj" or w.tags[verb] != "VERB" or not 0 <= first < verb or w.tags[first] != "VERB":
            continue
        nearer = next((v for v in reversed(w.under(first, "conj")) if v < verb and w.tags[v] == "VERB"), None)
        if nearer is None or not w.under(nearer, *SUBJECTS) or w.under(verb, *SUBJECTS, "expl", "mark"):
            continue
        left_out = w.under(first, "aux:pass") and not w.under(
            nearer, "aux", "aux:pass"
        )  # "was shot and the hut burned"
        if w.under(verb, "cc") and not left_out:
            w.heads[verb] = nearer


@only_with("conj")
def behind_the_second(w: Words) -> None:
    """ "ruled out cutting jobs but said it would close two offices in May": what stands behind the second of two joined
    verbs, with no comma between, is the second's, and that of the clause it says."""
    for n, first in enumerate(w.heads):
        if w.relations[n] not in LATE or first < 0 or w.tags[first] != "VERB":
            continue
        second = next((v for v in reversed(w.under(first, "conj")) if first < v < n and w.tags[v] == "VERB"), None)
        if second is None or not w.under(second, "cc"):
            continue
        inner = second
        while (said := next((c for c in w.under(inner, "ccomp", "xcomp") if inner < c < n), None)) is not None:
            inner = said
        if "," not in w.texts[inner:n]:
            w.heads[n] = inner


@only_with("conj", words=JOINTS)
def before_the_joint(w: Words) -> None:
    """ "was seized near the border on Sunday and flown home": what stands before the "and" is none of the verb's behind
    it."""
    for n, second in enumerate(w.heads):
        if w.relations[n] not in LATE or not 0 <= n < second or w.relations[second] != "conj":
            continue
        first = w.heads[second]
        joint = next((c for c in w.under(second, "cc") if w.texts[c].lower() in JOINTS), -1)
        if 0 <= first < n < joint and w.tags[first] == "VERB" == w.tags[second]:
            w.heads[n] = first


@only_with("conj", words=JOINTS)
def doing_both(w: Words) -> None:
    """ "A bomb went off, killing two guards and wounding nine": an -ing form behind "and" goes with the one before it,
    not with a verb that has a tense."""
    for n, first in enumerate(w.heads):
        if w.relations[n] != "conj" or first < 0 or not w.texts[n].lower().endswith("ing") or w.tags[n] != "VERB":
            continue
        if w.texts[first].lower().endswith("ing") or w.under(n, "aux", *SUBJECTS):
            continue
        doing = (v for v in w.under(first, "advcl") if first < v < n and w.texts[v].lower().endswith("ing"))
        last = next((v for v in doing if w.texts[v - 1] == "," and not w.under(v, "mark", *SUBJECTS)), None)
        if last is not None:
            w.heads[n] = last


@only_with(words=PARTICLES)
def phrasal_object(w: Words) -> None:
    """ "to hand over three bankers": behind a verb and the particle that it takes stands its object."""
    for verb in range(len(w.heads) - 2):
        particle = verb + 1
        if w.tags[verb] != "VERB" or w.texts[particle].lower() not in PARTICLES or w.relations[particle] != "case":
            continue
        noun = w.heads[particle]
        bare = w.heads[noun] == verb and w.relations[noun] == "obl" and w.tags[noun] in NOUNS
        if not bare or f"{w.texts[verb].lower()} {w.texts[particle].lower()}" not in _phrasal():
            continue
        if len(w.under(noun, "case")) == 1 and not w.under(verb, "aux:pass", *OBJECTS):
            w.relations[noun], w.heads[particle], w.relations[particle] = "obj", verb, "compound:prt"


@only_with("compound:prt", words=["off"])
def off_a_place(w: Words) -> None:
    """ "seized off Cape Lorn": an "off" between a verb that takes none and a name says where."""
    for particle, verb in enumerate(w.heads):
        if w.relations[particle] != "compound:prt" or w.texts[particle].lower() != "off" or verb != particle - 1:
            continue
        name = next((n for n in w.under(verb, "obl", "obj") if w.start(n) == particle + 1), None)
        if name is not None and w.tags[name] == "PROPN" and w.texts[name].casefold() not in DATES:
            w.relations[name], w.heads[particle], w.relations[particle] = "obl", name, "case"


@only_with(words=UNREAL)
def before_its_clause(w: Words) -> None:
    """ "Had the pilot turned back, the plane would have landed": a clause that opens with its auxiliary hangs on the
    one behind its comma."""
    for clause, outer in enumerate(w.heads):
        aux, subject = w.under(clause, "aux"), next(iter(w.under(clause, *SUBJECTS)), -1)
        if not aux or not aux[0] < subject or w.texts[aux[0]].lower() not in UNREAL:
            continue
        if outer == -1 and w.texts[-1] != "?":
            _main_behind(w, clause)
        if w.relations[clause] not in ("ccomp", "parataxis") or outer < clause or w.tags[clause] != "VERB":
            continue
        inner = next((v for v in w.under(clause, "ccomp") if v > outer and w.under(v, "aux")), None)
        if inner is not None and w.under(inner, *SUBJECTS):  # "Had it been passed on, she wrote, they would have lived"
            w.heads[inner], w.relations[inner] = outer, w.relations[clause]
            w.heads[clause], w.relations[clause] = inner, "advcl"
            continue
        main = next((v for v in w.under(outer, "ccomp") if clause < v < outer and w.under(v, "aux")), None)
        if main is not None and "," in w.texts[clause:main]:
            w.heads[clause], w.relations[clause] = main, "advcl"


def _main_behind(w: Words, clause: int) -> None:
    """Makes the verb with an auxiliary behind the clause's comma what the sentence says."""
    main = next((v for v in w.under(clause, "parataxis", "ccomp", "conj") if v > clause and w.under(v, "aux")), None)
    if main is None or not w.under(main, *SUBJECTS) or "," not in w.texts[clause:main] or w.under(main, "cc", "mark"):
        return
    w.heads[main], w.relations[main] = -1, "root"
    w.heads[clause], w.relations[clause] = main, "advcl"


@only_with(words=HOURS)
def hour_of_clause(w: Words) -> None:
    """ "by noon shops had reopened": an hour behind its preposition is no part of the subject behind it."""
    for hour, noun in enumerate(w.heads):
        if w.texts[hour].lower() not in HOURS or w.relations[hour] != "compound" or noun != hour + 1:
            continue
        verb = w.heads[noun]
        opener = hour - 1
        opened = w.heads[opener] in (verb, noun) and w.texts[opener].lower() in ("by", "at", "before")
        if opened and w.relations[noun] in SUBJECTS and verb > noun:
            w.heads[hour], w.relations[hour] = verb, "obl"
            w.heads[opener], w.relations[opener], w.tags[opener] = hour, "case", "ADP"


@only_with("xcomp", words=["that"])
def that_with_subject(w: Words) -> None:
    """ "We were told by the guard that nobody had been found": with its "that" and a subject a clause is whole."""
    for clause, relation in enumerate(w.relations):
        if relation != "xcomp" or w.tags[clause] != "VERB" or not w.under(clause, *SUBJECTS):
            continue
        if any(w.texts[m].lower() == "that" and m < clause for m in w.under(clause, "mark")):
            w.relations[clause] = "ccomp"


@only_with("advcl", "xcomp")
def doing(w: Words) -> None:
    """ "accuses him of spying for Belmar", "met to discuss swapping prisoners": an -ing form without an article that a
    conjunction opens, or that a bare noun follows, is a verb."""
    for verb, relation in enumerate(w.relations):
        bare = w.tags[verb] == "NOUN" and w.texts[verb].lower().endswith("ing")
        if (
            not bare
            or relation not in ("advcl", "xcomp")
            or w.under(verb, "det", "amod", "nmod:poss", "compound", "cop")
        ):
            continue
        thing = next((n for n in w.under(w.heads[verb], "obj") if w.start(n) == verb + 1), None)
        if relation == "advcl" and w.under(verb, "mark"):
            w.tags[verb] = "VERB"
        elif relation == "xcomp" and thing is not None and w.texts[w.heads[verb]].lower() in TAKES_ING:
            w.tags[verb], w.heads[thing] = "VERB", verb


@only_with("ccomp", words=[","])
def teller(w: Words) -> None:
    """ "The port was shelled, the governor, Ole Brandt, wrote": of two subjects of what is said, the one behind its
    comma says so, where the verb of saying has none."""
    for said in range(4, len(w.heads)):
        told = next((c for c in w.under(said, "ccomp") if c < said), None) if w.tags[said] == "VERB" else None
        if told is None or w.under(said, *SUBJECTS, "aux:pass"):
            continue
        late = [n for n in w.under(told, *SUBJECTS, "obj", "parataxis") if told < n < said]
        first = [n for n in w.under(told, *SUBJECTS) if n < told]
        if first and len(late) == 1 and w.tags[late[0]] in NOUNS and w.texts[w.start(late[0]) - 1] == ",":
            w.heads[late[0]], w.relations[late[0]] = said, "nsubj"


@only_with(words=["bound"])
def bound_for(w: Words) -> None:
    """ "a container bound for Belmar": what is bound for a place is the noun before."""
    for bound, up in enumerate(w.heads):
        noun = bound - 1
        if w.texts[bound].lower() != "bound" or w.texts[bound + 1 : bound + 2] != ["for"] or noun < 0:
            continue
        if w.heads[noun] != bound or w.relations[noun] not in ("compound", "amod") or w.tags[bound] != "NOUN":
            continue
        w.heads[noun], w.relations[noun] = up, w.relations[bound]
        w.tags[noun], w.tags[bound] = "NOUN", "ADJ"
        w.heads[bound], w.relations[bound] = noun, "acl"
        for n in w.under(bound):
            if n < noun:
                w.heads[n] = noun


def opening_participle(w: Words) -> None:
    """ "Shot in the leg during the raid, the suspect is in hospital": a participle that opens the sentence is not what
    it says, where a subject and its "is" stand behind the comma."""
    verb = next((n for n, word in enumerate(w.texts) if word not in OPENING_MARKS), 0)
    participle = w.texts[verb].lower().endswith("ed") or w.texts[verb].lower() in _participles()
    if w.heads[verb] != -1 or not participle or w.under(verb, *SUBJECTS, "aux", "aux:pass", "expl"):
        return
    main = next((k for k in w.under(verb) if k > verb and w.under(k, *SUBJECTS) and w.under(k, "cop", "aux")), None)
    subject = w.under(main, *SUBJECTS)[0] if main is not None else -1
    if main is None or subject > main or w.texts[w.start(subject) - 1] != "," or w.under(main, "mark", "cc"):
        return
    w.heads[main], w.relations[main] = -1, "root"
    w.heads[verb], w.relations[verb] = main, "advcl"
    for n in w.under(verb):
        if n > subject:
            w.heads[n] = main


@only_with(words=["than"])
def no_fewer_than(w: Words) -> None:
    """ "No fewer than seven of the judges signed": the number is what the clause speaks of."""
    for fewer in range(len(w.heads) - 2):
        word, than = w.texts[fewer].lower(), w.texts[fewer + 1].lower()
        if word not in ("fewer", "less", "more") or than != "than" or w.tags[fewer] != "ADJ":
            continue
        number = next((n for n in w.under(fewer, "obl", "nmod") if n == fewer + 2 and w.tags[n] == "NUM"), None)
        if number is None:
            continue
        w.heads[number], w.relations[number] = w.heads[fewer], w.relations[fewer]
        w.heads[fewer], w.relations[fewer] = number, "advmod"
        w.heads[fewer + 1], w.relations[fewer + 1] = fewer, "fixed"
        for n in w.under(fewer):
            if n > number:
                w.heads[n] = number
