"""Mends what was taken for a noun, or hung beside a noun that it belongs to.

In:   the words of one sentence with their tags, heads and relations.
Out:  the same, some heads and relations mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reader.arcs import DATES, NOUNS, SUBJECTS, Words

LATE: Final = ("obl", "obl:unmarked")
ASKINGS: Final = frozenset(
    {"call", "calls", "demand", "demands", "offer", "offers", "request", "requests", "appeal", "appeals", "plan",
     "plans", "order", "orders", "bid", "pressure", "invitation", "proposal", "proposals", "attempt", "attempts"}
)  # fmt: skip
HAPPENS: Final = frozenset(
    {"collapsed", "resumed", "began", "ended", "failed", "stalled", "continued", "started", "erupted", "broke", "rose",
     "fell", "died", "expired", "foundered"}
)  # fmt: skip


def by_nouns(w: Words) -> None:
    """Applies the rules below, in order."""
    for rule in (joined_verb, within_source, to_of_noun, noun_that_happens):
        rule(w)


def joined_verb(w: Words) -> None:
    """ "saw soldiers beat them and drag two into a van": what is joined to a verb and has an object is a verb."""
    for verb, first in enumerate(w.heads):
        if w.tags[verb] != "NOUN" or w.relations[verb] != "conj" or not 0 <= first < verb or w.tags[first] != "VERB":
            continue
        if w.under(verb, "obj") and not w.under(verb, "det", "amod", "case"):
            w.tags[verb] = "VERB"


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


def to_of_noun(w: Words) -> None:
    """ "dismissed calls to step aside": an infinitive right behind a noun of asking is the noun's."""
    for verb, outer in enumerate(w.heads):
        noun = verb - 2
        if w.relations[verb] not in ("advcl", "xcomp") or noun < 0 or w.texts[noun].lower() not in ASKINGS:
            continue
        if w.heads[noun] == outer < noun and w.relations[noun] == "obj" and w.texts[verb - 1].lower() == "to":
            w.heads[verb], w.relations[verb] = noun, "acl"


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
