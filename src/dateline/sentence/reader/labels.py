"""Mends relations that the words themselves rule out, whatever the scores say.

In:   the words of one sentence with their tags, heads and relations.
Out:  the same, some relations mended.
Room: sentence. Each rule is a fact of English, with the sentence that shows it:

- `made_so`      "Guns fell silent.", "The broker walked free." An adjective right behind a verb says what became of its
  subject; "bid higher" says how.
- `as_what`      "Okaro took over as chief." What "as" stands before is neither subject nor object.
- `said_again`   "Osland sealed the crossing, its only gateway, on Monday." A second object behind a comma and "its",
  "a" or "the", with no "and", names the first one again.
- `begins_next`  "Guns fell silent after a truce took hold." A noun between a verb and the verb of its "after" is the
  subject of the second.
- `put_upon`     "The colonel was relieved of his post." What has the "was" of a passive is a verb.
- `three_too`    "Two men were killed and three wounded." A bare number before the participle behind "and" suffers it.
- `when_it_did`  "Two were hurt when a lorry hit a wall." What "when" and a subject open is no complement.
- `both_wanted`  "They demanded the governor removed and the tax scrapped." A second participle with its own subject
  goes with the first; so does a second "to": "was to begin on Monday and hostages to be freed".
- `that_does`    "Passed a law on Monday that bans fireworks." A clause whose subject is "that" tells of the object.
- `as_the_first` "They were told to stop fighting and leave." A bare verb behind "and" goes with the one that has
  "to", not with the -ing form between.
- `of_the_first` "It became the 94th country to recognise it." What "to" opens right behind "the 94th country" says what
  that country does.
- `calling_it`   "We will not accept it, he said, calling it a farce." An -ing form behind a comma is no object.
- `in_the_dark`  "It left 40 people in the dark." Behind its preposition and its article a word is a noun.
- `among_them`   "It freed two men on his birthday, among them a poet." Who is among them is no birthday.
- `no_clause`    "They closed the book on the fire." A noun with a preposition and nothing of a verb is no clause.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dateline.lexicon.ordinals import IN_A_ROW
from dateline.sentence.reader.arcs import NOUNS, SUBJECTS, Words, only_with

AGAIN: Final = frozenset({"its", "their", "his", "her", "a", "an", "the"})
FREED: Final = frozenset(
    {"relieved", "stripped", "cleared", "deprived", "robbed", "freed", "acquitted", "convicted", "accused", "suspected",
     "barred", "banned", "removed", "released", "exempted", "excluded", "evicted", "expelled", "discharged"}
)  # fmt: skip
HARMED: Final = frozenset(
    {"wounded", "injured", "hurt", "killed", "missing", "arrested", "detained", "rescued", "freed"}
)
OPENS: Final = frozenset({"after", "before", "since", "until", "as", "once", "when", "while", "because"})


def settled(w: Words) -> None:
    """Applies every rule but `begins_next`, which comes before subjects and objects are told apart, in order."""
    made_so(w)
    as_what(w)
    said_again(w)
    put_upon(w)
    three_too(w)
    when_it_did(w)
    both_wanted(w)
    that_does(w)
    as_the_first(w)
    of_the_first(w)
    no_clause(w)
    calling_it(w)
    in_the_dark(w)
    among_them(w)


def _low(w: Words, n: int) -> str:
    return w.texts[n].lower() if 0 <= n < len(w.texts) else ""


def made_so(w: Words) -> None:
    """ "walked free", "fell silent"."""
    for n, relation in enumerate(w.relations):
        behind = relation == "advmod" and w.tags[n] == "ADJ" and w.heads[n] == n - 1 and w.tags[n - 1] == "VERB"
        if behind and not _low(w, n).endswith(("er", "ly")):
            w.relations[n] = "xcomp"


@only_with(words=["as"])
def as_what(w: Words) -> None:
    """ "took over as chief", "dropped as leaflets"."""
    for n, relation in enumerate(w.relations):
        part = relation in ("obj", *SUBJECTS) and w.tags[n] in NOUNS and 0 <= w.heads[n] < n
        if part and any(_low(w, k) == "as" for k in w.under(n, "case")):
            w.relations[n] = "obl"


@only_with("obj", words=[","])
def said_again(w: Words) -> None:
    """ "the crossing, its only gateway, ..."."""
    for verb in w.governing("obj"):
        objects = w.under(verb, "obj")
        for first, second in pairwise(objects):
            start = w.start(second)
            apart = _low(w, start - 1) == "," and _low(w, start) in AGAIN and verb < first < start - 1
            if apart and not w.under(second, "cc") and {w.tags[first], w.tags[second]} <= set(NOUNS):
                w.heads[second], w.relations[second] = first, "appos"


@only_with(words=OPENS)
def begins_next(w: Words) -> None:
    """ "fell silent after a truce took hold"."""
    for n, relation in enumerate(w.relations):
        if relation not in SUBJECTS or not 0 <= w.heads[n] < n or n + 1 >= len(w.texts) or w.tags[n + 1] != "VERB":
            continue
        opens = [k for k in w.under(n, "case", "mark") if _low(w, k) in OPENS]
        if opens and w.heads[n + 1] == w.heads[n] and not w.under(n + 1, *SUBJECTS):
            w.heads[n] = n + 1
            for k in opens:
                w.heads[k], w.relations[k] = n + 1, "mark"


def put_upon(w: Words) -> None:
    """ "was relieved of his post"."""
    for n, tag in enumerate(w.tags):
        if tag != "ADJ":
            continue
        if _low(w, n) in FREED and _low(w, n + 1) in {"of", "from", "by"}:
            for k in w.under(n, "cop"):
                w.relations[k] = "aux:pass"
        if w.under(n, "aux:pass"):
            w.tags[n] = "VERB"
            for k in w.under(n, "nsubj"):
                w.relations[k] = "nsubj:pass"


@only_with("xcomp", words=["when"])
def when_it_did(w: Words) -> None:
    """ "were hurt when a lorry hit a wall"."""
    for n, relation in enumerate(w.relations):
        own = w.under(n, *SUBJECTS) if relation == "xcomp" and w.tags[n] == "VERB" else ()
        when = next((k for k in w.under(n, "advmod", "mark") if _low(w, k) == "when"), n)
        if own and 0 <= w.heads[n] < when < own[0]:
            w.relations[n], w.relations[when] = "advcl", "mark"


@only_with("conj", "nummod", "xcomp")
def three_too(w: Words) -> None:
    """ "were killed and three wounded"."""
    for n, relation in enumerate(w.relations[:-1]):
        verb = n + 1
        if w.tags[n] == "NUM" and w.heads[n] == verb and _low(w, verb) in HARMED and _low(w, n - 1) == "and":
            over = w.heads[verb]
            if over >= 0 and w.under(over, "aux:pass") and w.relations[verb] in ("xcomp", "conj"):
                w.tags[verb], w.relations[verb], w.relations[n] = "VERB", "conj", "nsubj:pass"
                continue
        counted = relation == "nummod" and w.heads[n] == verb and w.tags[verb] == "VERB"
        joined = counted and w.relations[verb] == "conj" and w.under(w.heads[verb], "aux:pass")
        if joined and not w.under(verb, "aux", "aux:pass", *SUBJECTS):
            w.relations[n] = "nsubj:pass"


@only_with("nsubj:pass", words=["and"])
def both_wanted(w: Words) -> None:
    """ "demanded the governor removed and the tax scrapped", "was to begin and hostages to be freed"."""
    for n, relation in enumerate(w.relations):
        own = w.under(n, "nsubj:pass") if relation in ("conj", "xcomp") and w.tags[n] == "VERB" else ()
        if not own or not 0 <= w.heads[n] < n:
            continue
        if relation == "conj" and not w.under(n, "aux", "aux:pass", "mark"):
            first = [k for k in w.under(w.heads[n], "ccomp") if k < n and w.tags[k] == "VERB"]
            if first and w.under(first[-1], "nsubj:pass") and not w.under(first[-1], "aux", "aux:pass", "mark"):
                w.heads[n] = first[-1]
        elif relation == "xcomp" and (joint := w.under(own[0], "cc")) and joint[0] == w.start(own[0]):
            w.relations[n], w.heads[joint[0]] = "conj", n


@only_with("ccomp", "acl", words=["that"])
def that_does(w: Words) -> None:
    """ "passed a law on Monday that bans fireworks"."""
    for n, relation in enumerate(w.relations):
        own = w.under(n, *SUBJECTS) if relation in ("ccomp", "acl") and w.tags[n] == "VERB" else ()
        if len(own) != 1 or _low(w, own[0]) != "that" or w.tags[own[0]] != "PRON" or own[0] > n:
            continue
        things = [k for k in w.under(w.heads[n], "obj") if k < own[0] and w.tags[k] == "NOUN"]
        if relation == "acl":
            w.relations[n] = "acl:relcl"
        elif things and w.heads[n] < things[-1]:
            w.heads[n], w.relations[n] = things[-1], "acl:relcl"


@only_with("conj", words=["to"])
def as_the_first(w: Words) -> None:
    """ "told to stop fighting and leave"."""
    for n, relation in enumerate(w.relations):
        ing = w.heads[n]
        if relation != "conj" or w.tags[n] != "VERB" or ing < 0 or not _low(w, ing).endswith("ing"):
            continue
        over = w.heads[ing]
        led = w.relations[ing] in {"xcomp", "advcl", "obj"} and over >= 0 and w.tags[over] == "VERB"
        bare = not w.under(n, *SUBJECTS, "aux", "mark") and not _low(w, n).endswith(("ing", "ed", "s"))
        if led and bare and any(_low(w, k) == "to" for k in w.under(over, "mark")):
            w.heads[n] = over


@only_with("advcl", "xcomp", words=["to"])
def of_the_first(w: Words) -> None:
    """ "the 94th country to recognise it"."""
    for n, relation in enumerate(w.relations):
        to = next((k for k in w.under(n, "mark") if _low(w, k) == "to"), 0) if relation in {"advcl", "xcomp"} else 0
        noun = to - 1
        if noun < 0 or w.tags[noun] not in NOUNS or (w.heads[n] != w.heads[noun] and w.heads[n] != noun):
            continue
        if w.relations[noun] == "obl:unmarked":
            continue  # "agreed last week to reopen them": a week reopens nothing
        if not w.under(noun, "case") and any(IN_A_ROW.fullmatch(_low(w, k)) for k in w.under(noun, "amod", "nummod")):
            w.heads[n], w.relations[n] = noun, "acl"


@only_with("acl", "advcl")
def no_clause(w: Words) -> None:
    """ "closed the book on the fire"."""
    for n, relation in enumerate(w.relations):
        clause = relation in {"acl", "advcl"} and w.tags[n] in NOUNS and bool(w.under(n, "case"))
        if clause and not w.under(n, "mark", "cop", "aux", "obj", *SUBJECTS):
            w.relations[n] = "nmod" if w.tags[w.heads[n]] in NOUNS else "obl"


@only_with("ccomp", words=[","])
def calling_it(w: Words) -> None:
    """ "will not accept it, he said, calling it a farce"."""
    for n, relation in enumerate(w.relations):
        bare = relation == "ccomp" and w.tags[n] == "VERB" and _low(w, n).endswith("ing") and _low(w, n - 1) == ","
        if bare and 0 <= w.heads[n] < n - 1 and not w.under(n, *SUBJECTS, "aux", "mark"):
            w.relations[n] = "advcl"


@only_with("xcomp", words=["in"])
def in_the_dark(w: Words) -> None:
    """ "left 40 people in the dark"."""
    for n, relation in enumerate(w.relations):
        if relation == "xcomp" and w.tags[n] == "ADJ" and w.under(n, "case") and w.under(n, "det"):
            w.tags[n], w.relations[n] = "NOUN", "obl"


@only_with("appos", words=["among"])
def among_them(w: Words) -> None:
    """ "freed 200 prisoners to mark his birthday, among them a poet"."""
    for n, relation in enumerate(w.relations):
        if relation != "appos" or n < 3:
            continue
        among = next((k for k in range(n - 1, max(0, n - 6), -1) if _low(w, k) == "among"), -1)
        if among > 0 and _low(w, among + 1) in {"them", "whom"} and w.heads[n] < among and w.texts[among - 1] == ",":
            w.relations[n] = "parataxis"
