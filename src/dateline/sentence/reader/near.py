"""Mends phrases that the scores hung past the verb they stand next to.

In:   the words of one sentence, heads and relations as the scores gave them.
Out:  the same, such phrases hung on the nearer verb.
Room: sentence.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reader.arcs import SUBJECTS, Words

INSIDE: Final = ("obl", "obl:unmarked", "obl:agent", "obj")
FINITE: Final = ("nsubj", "aux", "mark")


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
