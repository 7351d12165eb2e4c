"""Mends sentences with words of saying set in, clauses that are subjects, headlines, and what somebody is seen doing.

In:   the words of one sentence with their tags, heads and relations.
Out:  the same, some heads and relations mended.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from dateline.lexicon.tables import table
from dateline.sentence.reader.arcs import SUBJECTS, Words, only_with

SAYS: Final = frozenset(
    {
        "say",
        "says",
        "said",
        "report",
        "reports",
        "reported",
        "add",
        "adds",
        "added",
        "insist",
        "insists",
        "insisted",
        "claim",
        "claims",
        "claimed",
        "maintain",
        "maintains",
        "maintained",
        "warn",
        "warns",
        "warned",
        "explain",
        "explains",
        "explained",
        "believe",
        "believes",
        "believed",
        "note",
        "notes",
        "noted",
    }
)
NAMES: Final = ("PROPN", "NOUN", "ADJ", "DET", "NUM")
SEEN: Final = frozenset({"seen", "heard", "spotted", "filmed", "caught", "photographed", "observed"})
TELLERS: Final = (*SUBJECTS, "obj")


@only_with(words=SAYS)
def inserted_saying(w: Words) -> None:
    """ "The dam, engineers say, will be closed.": what stands before the tag's comma does what is said behind it."""
    for say in range(2, len(w.heads) - 2):
        if w.tags[say] != "VERB" or w.texts[say].lower() not in SAYS:
            continue
        verb = next((n for n in w.under(say, "ccomp", "obj") if n > say and w.tags[n] == "VERB"), None)
        if verb is None or w.under(verb, *SUBJECTS, "mark"):
            continue
        opening = next((n for n in range(say - 1, 0, -1) if w.texts[n] == ","), None)
        closing = next((n for n in range(say + 1, verb) if w.texts[n] == ","), None)
        if opening is None or closing is None or not all(w.above(n, verb) for n in range(closing + 1, verb)):
            continue
        own = w.under(say)
        subject = next((n for n in reversed(own) if n < opening and w.relations[n] in TELLERS), None)
        told_by = [n for n in own if opening < n < closing and w.relations[n] in TELLERS]
        told_by += w.under(subject, "appos") if subject is not None else []
        teller = next((n for n in told_by if opening < n < closing), None)
        if subject is None or teller is None or w.tags[subject] not in ("NOUN", "PROPN", "PRON"):
            continue
        _set_in(w, say, verb, [n for n in own if n < opening or (n > closing and n != verb)])
        w.heads[subject], w.relations[subject] = verb, w.subject_of(verb)
        w.heads[teller], w.relations[teller] = say, "nsubj"


def _set_in(w: Words, say: int, verb: int, around: list[int]) -> None:
    """Makes of the verb behind a tag the head, and hangs the tag and what stands around it on that."""
    w.heads[verb], w.relations[verb] = w.heads[say], w.relations[say]
    w.heads[say], w.relations[say] = verb, "parataxis"
    for n in around:
        w.heads[n] = verb


@only_with("ccomp")
def gerund_subject(w: Words) -> None:
    """ "Officials say dredging will not be finished.": of two clauses that a verb takes, the first a bare -ing form and
    the second without a subject, the first is the subject of the second."""
    for verb in range(len(w.heads)):
        clauses = [n for n in w.under(verb, "ccomp") if n > verb] if w.tags[verb] == "VERB" else []
        if len(clauses) != 2:
            continue
        first, second = clauses
        bare = w.texts[first].lower().endswith("ing") and not w.under(first, *SUBJECTS, "aux", "mark")
        aux = w.under(second, "aux", "aux:pass", "cop")
        if bare and aux and not w.under(second, *SUBJECTS, "mark") and first < aux[0]:
            w.heads[first] = second
            w.relations[first] = "csubj:pass" if w.under(second, "aux:pass") else "csubj"
        else:
            continue


@only_with("advcl")
def doing_it(w: Words) -> None:
    """ "Issuing visas to tourists was stopped on Monday.": a bare -ing form before a verb that has an auxiliary and no
    subject is that subject, with all that stands between them."""
    for verb, tag in enumerate(w.tags):
        aux = w.under(verb, "aux", "aux:pass", "cop")
        if tag not in {"VERB", "ADJ"} or not aux or w.under(verb, *SUBJECTS, "csubj", "csubj:pass", "mark", "expl"):
            continue
        first = next((n for n in w.under(verb, "advcl") if n < aux[0]), None)
        if first is None or not w.texts[first].lower().endswith("ing") or w.under(first, *SUBJECTS, "aux", "mark"):
            continue
        if w.texts[aux[0]].lower() in {"to", "be", "been"} or "," in w.texts[first : aux[0]]:
            continue
        w.relations[first] = "csubj:pass" if w.under(verb, "aux:pass") else "csubj"
        for n in w.under(verb):
            if first < n < aux[0] and w.relations[n] in {"obl", "obl:unmarked", "obj", "advmod"}:
                w.heads[n] = first


@cache
def actors() -> frozenset[str]:
    """The nouns that stand for people and bodies: "bank", "police"."""
    return frozenset(row["noun"] for row in table("offices") if row["sort"] in ("person", "office", "body", "group"))


@only_with("parataxis", "acl", words=["to"])
def headline_to(w: Words) -> None:
    """ "Osland to send troops to border": a name before a "to" that no verb governs does what follows."""
    for verb in range(2, len(w.heads)):
        name = verb - 2
        if w.tags[verb] != "VERB" or w.texts[verb - 1].lower() != "to" or w.heads[name] != -1:
            continue
        first = all(w.above(n, name) and w.tags[n] in NAMES for n in range(name + 1))
        named = w.tags[name] == "PROPN" and w.relations[verb] == "parataxis"
        bare = (
            w.tags[name] == "NOUN" and w.relations[verb] in ("parataxis", "acl") and w.texts[name].lower() in actors()
        )
        headline = bare and w.texts[-1] not in (".", "!", "?") and not w.under(name, "cop", "det", *SUBJECTS)
        if first and w.heads[verb] == name and (named or headline):
            for n in w.under(name):
                if n > verb:
                    w.heads[n] = verb
            w.heads[name], w.relations[name] = verb, "nsubj"
            w.heads[verb], w.relations[verb] = -1, "root"


@only_with(words=SEEN)
def seen_doing(w: Words) -> None:
    """ "Soldiers were seen loading crates onto lorries": the -ing form right behind is what they did."""
    for verb in range(1, len(w.heads) - 2):
        doing, thing = verb + 1, w.heads[verb + 1]
        if w.texts[verb].lower() not in SEEN or w.tags[verb] != "VERB" or not w.under(verb, "aux:pass"):
            continue
        modifies = w.relations[doing] in ("compound", "amod") and w.texts[doing].lower().endswith("ing")
        if not modifies or thing <= doing or w.heads[thing] != verb or w.relations[thing] != "obj":
            continue
        for n in w.under(verb, "obl", "obl:unmarked"):
            if n > thing:
                w.heads[n] = doing
        w.heads[thing], w.heads[doing], w.relations[doing], w.tags[doing] = doing, verb, "xcomp", "VERB"
