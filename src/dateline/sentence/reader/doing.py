"""Finds who does what an -ing form says.

In:   words of one sentence, heads and relations as the scores gave them.
Out:  the same, each -ing form with its own subject, or hung on the verb whose subject it shares.
Room: sentence. Each rule is a fact of English word order, with the sentence that shows it.
"""

from __future__ import annotations

from typing import Final

from dateline.sentence.reader.arcs import DATES, NOUNS, SUBJECTS, Words, only_with

OPENERS: Final = frozenset({"after", "before", "since", "until", "when", "while", "as", "once", "because"})

LEAVING: Final = frozenset({"leave", "leaves", "left", "leaving", "keep", "keeps", "kept", "keeping"})
NOMINAL: Final = ("conj", "cc", "det", "amod", "compound", "flat", "nummod", "nmod:poss", "case", "punct", "appos")
SPEAKING: Final = frozenset({  # which whoever said it does
    "citing", "quoting", "referring", "adding", "saying", "noting", "speaking", "warning", "calling", "blaming",
    "describing", "denying", "insisting", "explaining", "pointing", "accusing", "urging", "promising", "vowing",
    "recalling", "telling", "using", "giving", "asking", "appealing", "mentioning", "stressing", "declining",
    "refusing"
})  # fmt: skip
SHOWING: Final = frozenset(
    {"ban", "bans", "report", "reports", "video", "videos", "footage", "image", "images", "pictures", "fear", "fears",
     "risk", "prospect", "possibility", "danger", "sight", "case", "cases", "allegations"}
)  # fmt: skip
LEADING: Final = frozenset({
    "begin", "began", "begun", "begins", "start", "started", "starts", "continue", "continued", "continues",
    "try", "tried", "tries", "fail", "failed", "fails", "refuse", "refused", "refuses", "manage", "managed",
    "manages", "want", "wanted", "wants", "plan", "planned", "plans", "agree", "agreed", "vow", "vowed",
    "threaten", "threatened", "decide", "decided", "hope", "hoped"
})  # fmt: skip
BECOMING: Final = frozenset({"becoming", "getting", "being", "having", "going", "coming", "feeling", "falling"})


def who_does(w: Words) -> None:
    """Applies the rules below, in order."""
    for rule in (
        past_semicolon, past_saying, with_doing, between_noun_and_verb, opened_doing, left_so, begun_to, been_doing,
        past_which, whom_it_shows, behind_doing,
    ):  # fmt: skip
        rule(w)


@only_with("advcl", "acl", "xcomp", words=[";"])
def past_semicolon(w: Words) -> None:
    """ "The game went ahead; guards patrolled the hall, sending fans home.": nothing behind a semicolon says more of a
    verb before it: an -ing form there belongs to the last verb that has its subject behind the semicolon, and a verb
    with a subject of its own is a further clause."""
    for n, head in enumerate(w.heads):
        if w.relations[n] not in ("advcl", "acl", "xcomp") or w.tags[n] != "VERB" or not 0 <= head < n:
            continue
        semicolon = next((k for k in range(n, head, -1) if w.texts[k] == ";"), None)
        if semicolon is None:
            continue
        if any(k > semicolon for k in w.under(n, *SUBJECTS)):
            w.relations[n] = "parataxis" if w.relations[n] == "xcomp" else w.relations[n]
            continue
        own = (v for v in range(n - 1, semicolon, -1) if w.tags[v] == "VERB" and not w.above(v, n))
        verb = next((v for v in own if any(k > semicolon for k in w.under(v, *SUBJECTS))), None)
        if verb is not None and w.texts[n].lower().endswith("ing"):
            w.heads[n], w.relations[n] = verb, "advcl"


@only_with("mark", words=["with"])
def with_doing(w: Words) -> None:
    """ "With radios calling on people to stay in, queues grew.": the noun between "with" and an -ing form does what the
    form says, and is not its object."""
    for verb in w.governing("mark"):
        if not w.texts[verb].lower().endswith("ing") or w.under(verb, *SUBJECTS):
            continue
        opened = next((k for k in w.under(verb, "mark") if w.texts[k].lower() == "with"), None)
        before = (k for k in w.under(verb, "obj", "obl") if opened is not None and opened < k < verb)
        noun = next((k for k in before if not w.under(k, "case")), None)
        if noun is not None:
            w.relations[noun] = "nsubj"


@only_with("acl")
def between_noun_and_verb(w: Words) -> None:
    """ "Rebels fighting to end his rule seized two towns.": no noun has its -ing clause in front of it: the clause is
    said of the noun before it, which is the subject of the verb behind, and the noun between is the object."""
    for n, later in enumerate(w.heads):
        noun = n - 1
        if w.relations[n] != "acl" or later <= n or noun < 0 or w.tags[noun] not in NOUNS or w.heads[noun] != n:
            continue
        verb = w.heads[later]
        if w.relations[noun] not in SUBJECTS or w.relations[later] not in SUBJECTS or verb <= later:
            continue
        inner = next((v for v in range(later - 1, n - 1, -1) if w.tags[v] == "VERB" and w.above(v, n)), n)
        w.heads[noun], w.relations[noun] = verb, w.relations[later]
        w.heads[n] = noun
        w.heads[later], w.relations[later] = inner, "obj"


@only_with("mark", words=OPENERS)
def opened_doing(w: Words) -> None:
    """ "Until fighting broke out in February, Osland sold oil.": an -ing form alone between an opening word and a verb
    without a subject is that verb's subject, and a noun."""
    for n in range(1, len(w.heads) - 1):
        verb = n + 1
        opener = w.texts[n - 1].lower() in OPENERS and w.heads[n - 1] == n
        if not opener or not w.texts[n].lower().endswith("ing") or w.tags[n] != "VERB" or w.tags[verb] != "VERB":
            continue
        if w.under(verb, *SUBJECTS, "mark", "aux") or w.under(n) != [n - 1] or w.texts[verb].lower().endswith("ing"):
            continue
        if w.texts[n].lower() in BECOMING:
            continue
        if w.heads[verb] == n:
            w.heads[verb], w.relations[verb] = w.heads[n], w.relations[n]
        w.tags[n], w.heads[n], w.relations[n] = "NOUN", verb, "nsubj"
        w.heads[n - 1] = verb


@only_with("obj", words=LEAVING)
def left_so(w: Words) -> None:
    """ "The defeats left the general isolated in his capital.": a bare participle right behind the object of a verb of
    leaving and keeping tells how the object was left."""
    for verb, text in enumerate(w.texts):
        if text.lower() not in LEAVING or w.tags[verb] != "VERB":
            continue
        thing = next((k for k in w.under(verb, "obj") if k > verb), None)
        if thing is None:
            continue
        said = 1 + max(k for k in range(thing, len(w.heads)) if k == thing or _joined_names(w, k, thing))
        if said >= len(w.heads) or w.tags[said] != "VERB" or not w.texts[said].lower().endswith(("ed", "en", "nd")):
            continue
        if not w.under(said, *SUBJECTS, "aux", "aux:pass", "cc", "mark", "obj") and not w.above(verb, said):
            w.heads[said], w.relations[said] = verb, "xcomp"


def _joined_names(w: Words, k: int, thing: int) -> bool:
    """Whether the word belongs to the noun, or to a noun joined to it: "government and troops"."""
    inside = (w.relations[n] in NOMINAL and w.tags[n] != "VERB" for n in _path(w, k, thing))
    return k > thing and w.above(k, thing) and all(inside)


def _path(w: Words, k: int, thing: int) -> list[int]:
    """The words from one up to another that governs it, that one left out."""
    out = []
    while k not in {thing, -1}:
        out.append(k)
        k = w.heads[k]
    return out


@only_with("ccomp", words=[","])
def past_saying(w: Words) -> None:
    """ "Troops raided houses, residents said, arresting hundreds.": an -ing form behind words of saying that are set in
    goes on with what is said."""
    for n, say in enumerate(w.heads):
        if w.relations[n] != "advcl" or not w.texts[n].lower().endswith("ing") or not 0 <= say < n:
            continue
        told = next((k for k in w.under(say, "ccomp") if k < say and w.tags[k] == "VERB"), None)
        between = [k for k in range(say + 1, n) if w.tags[k] != "PUNCT" and not w.above(k, n)]
        short = all(w.heads[k] == say and w.relations[k] in ("obl", "obl:unmarked", "nsubj") for k in between)
        if w.texts[n].lower() in SPEAKING:
            continue
        if told is not None and short and w.texts[n - 1] == "," and not w.under(n, "mark", *SUBJECTS):
            w.heads[n] = told


@only_with("mark", words=["to"])
def begun_to(w: Words) -> None:
    """ "He was walking when the ground began to shake.": a "to" right behind a verb of beginning or trying opens what
    that verb governs."""
    for verb in range(len(w.heads) - 2):
        to, inner = verb + 1, w.heads[verb + 1]
        leads = w.texts[verb].lower() in LEADING and w.tags[verb] == "VERB" and w.texts[to].lower() == "to"
        if leads and w.relations[to] == "mark" and inner > to and w.heads[inner] != verb and not w.above(verb, inner):
            w.heads[inner], w.relations[inner] = verb, "xcomp"


@only_with("aux:pass", words=["been", "is", "are", "was", "were"])
def been_doing(w: Words) -> None:
    """ "Officials have been warning that it may spread.": no -ing form is passive, unless "being" stands before it."""
    for verb in w.governing("aux:pass"):
        if not w.texts[verb].lower().endswith("ing") or w.tags[verb] != "VERB":
            continue
        for k in w.under(verb, "aux:pass"):
            w.relations[k] = "aux"
        for k in w.under(verb, "nsubj:pass"):
            w.relations[k] = "nsubj"


@only_with("acl:relcl", words=["to"])
def past_which(w: Words) -> None:
    """ "The clinic hired Brask, which makes masks, to double its store.": a "to" right behind the comma that closes a
    clause with "which" belongs to the verb outside."""
    for n, clause in enumerate(w.heads):
        opened = (
            w.relations[n] in ("xcomp", "advcl") and n > 2 and w.texts[n - 1].lower() == "to" and w.heads[n - 1] == n
        )
        if not opened or w.texts[n - 2] != "," or not 0 <= clause < n or w.relations[clause] != "acl:relcl":
            continue
        who = next((k for k in w.under(clause, *SUBJECTS) if w.texts[k].lower() in ("which", "who")), None)
        outer = w.heads[clause]
        while outer >= 0 and w.tags[outer] != "VERB":
            outer = w.heads[outer]
        if who is not None and w.texts[who - 1] == "," and 0 <= outer < clause:
            w.heads[n], w.relations[n] = outer, "advcl"


@only_with("acl", words=SHOWING)
def whom_it_shows(w: Words) -> None:
    """ "a ban on lorries entering the town", "video of troops firing": what a ban or a picture is of does what the -ing
    form right behind it says."""
    for n, noun in enumerate(w.heads):
        near = n - 1
        if w.relations[n] != "acl" or not w.texts[n].lower().endswith("ing") or not 0 <= noun < near:
            continue
        if w.texts[noun].lower() in SHOWING and w.relations[near] == "nmod" and w.heads[near] == noun:
            w.heads[n] = near


@only_with("advcl", words=[","])
def behind_doing(w: Words) -> None:
    """ "The troops withdrew, leaving the base in flames": what stands behind an -ing form and its object, with no comma
    between, is said of them and not of the verb before the comma; a day may be that verb's."""
    for n, verb in enumerate(w.heads):
        if w.relations[n] not in ("obl", "advmod", "xcomp") or not 0 <= verb < n or w.texts[n].casefold() in DATES:
            continue
        doing = next((d for d in reversed(w.under(verb, "advcl")) if verb < d < n), -1)
        if doing < 0 or not w.texts[doing].lower().endswith("ing") or w.texts[doing - 1] != ",":
            continue
        thing = any(doing < k < n for k in w.under(doing, "obj"))
        if thing and "," not in w.texts[doing:n] and not w.under(doing, "mark", *SUBJECTS) and w.tags[n] != "NUM":
            w.heads[n] = doing
