"""Words that the parser hung beside the verb, and are of a noun, of another verb, or of how things stood meanwhile.

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.rehang.clauses import REACH, Moved, start_of
from dateline.lexicon.ordinals import IN_A_ROW
from dateline.sentence.reading import Token

THERE: Final = frozenset({"at", "on", "in", "under", "near", "behind", "inside", "outside", "off", "within", "ahead"})
# What a thing does by where it stands or what is on it, never who is told of before it.
STANDING: Final = frozenset(
    {"separating", "dividing", "linking", "connecting", "bordering", "overlooking", "surrounding", "encircling",
     "flanking", "straddling", "spanning", "housing", "containing", "adjoining", "belonging", "reading", "depicting",
     "bearing", "featuring", "governing", "consisting", "comprising"}
)  # fmt: skip
SO: Final = frozenset({"dead", "unconscious", "hostage", "prisoner", "captive"})
SPANS: Final = frozenset({"minute", "hour", "day", "week", "month", "year", "time"})
SAID_THAT: Final = frozenset(
    {"demand", "insistence", "threat", "pledge", "promise", "condition", "claim", "allegation", "accusation", "fear",
     "hope", "request", "requirement", "vow", "assertion"}
)  # fmt: skip
DOING_SO: Final = frozenset(
    {"see", "hear", "watch", "feel", "notice", "observe", "spot", "keep", "find", "catch", "stop", "prevent", "leave",
     "get", "have", "want", "like", "mind", "imagine", "recall", "remember", "risk", "send", "set", "start", "show",
     "mean", "involve", "avoid", "say", "tell", "know", "report", "film", "picture", "photograph", "bring"}
)  # fmt: skip


def standing_there(tokens: Sequence[Token], i: int) -> Moved:
    """ "Rallied by the fence separating the two towns", "carried a sign reading": the fence does, and the sign."""
    noun = tokens[i - 1]
    own = tokens[i].text in STANDING and noun.upos in ("NOUN", "PROPN") and tokens[i].head < i - 1
    return {i: (i - 1, "acl")} if own else {}


def whom_to_help(tokens: Sequence[Token], i: int) -> Moved:
    """ "Offered to sponsor migrants seeking asylum", read as migrants who do so while somebody offers: it is they who
    are sponsored; "to see prices rising" has no such "they"."""
    doing = tokens[i].head
    if doing != i + 1 or not tokens[doing].text.endswith("ing") or tokens[doing].deprel not in ("advcl", "ccomp"):
        return {}
    first = start_of(tokens, i)
    verb = tokens[first - 1]
    led = first > 1 and verb.upos == "VERB" and tokens[first - 2].text == "to" and verb.lemma.lower() not in DOING_SO
    if not led or any(t.head == first - 1 and t.deprel == "obj" for t in tokens) or tokens[doing].head >= i:
        return {}
    return {i: (first - 1, "obj"), doing: (i, "acl")}


def killed_so(tokens: Sequence[Token], i: int) -> Moved:
    """ "Quit after two men were shot dead in Kor", with "dead" hung on who quit: they were shot so, and there."""
    verb, outer = tokens[i - 1], tokens[i].head
    if (
        tokens[i].text not in SO
        or verb.upos != "VERB"
        or not outer < i - 1
        or verb.deprel not in ("advcl", "acl:relcl")
    ):
        return {}
    place = next((k for k in range(i + 1, min(i + REACH, len(tokens))) if tokens[k].deprel == "obl"), None)
    near = place is not None and tokens[i + 1].deprel == "case" and tokens[i + 1].head == place
    own = {place: (i - 1, "obl")} if near and place is not None and tokens[place].head == outer else {}
    return {i: (i - 1, "xcomp")} | own


def right_behind(tokens: Sequence[Token], i: int) -> Moved:
    """ "Was restored in Kor but remains blocked in Talvik", with the second place hung on the first verb: it stands
    right behind the second."""
    first, head = start_of(tokens, i), tokens[i].head
    verb = tokens[first - 1]
    joined = 0 < first < i and verb.upos == "VERB" and verb.deprel == "conj" and head < first - 1
    ands = joined and any(t.head == first - 1 and t.deprel == "cc" for t in tokens[head:first])
    return {i: (first - 1, "obl")} if ands and tokens[head].upos == "VERB" else {}


def fired_off(tokens: Sequence[Token], i: int) -> Moved:
    """ "Osland test-fired two missiles", with a test for who fired them: it is the name before it that did."""
    verb = i + 2
    tied = tokens[i].head == verb and tokens[i + 1].text == "-" and tokens[i].end == tokens[i + 1].start
    own = [k for k in range(i) if tokens[k].head == i and tokens[k].deprel in ("compound", "nmod", "amod")]
    if not (tied and own) or tokens[i].upos != "NOUN" or tokens[i + 1].end != tokens[verb].start:
        return {}
    rest = (k for k in range(i) if tokens[k].head == i and k != own[-1])
    return {own[-1]: (verb, "nsubj"), i: (verb, "compound"), **{k: (own[-1], tokens[k].deprel) for k in rest}}


def plain_not(tokens: Sequence[Token], i: int) -> Moved:
    """The "not" of a quoted "not to let them in", read as what opens the clause."""
    return {i: (tokens[i].head, "advmod")} if tokens[i].text.lower() in ("not", "never") else {}


def with_all_that(tokens: Sequence[Token], i: int) -> Moved:
    """ "With the rebels at the gates, General Roe, in an order, told his men to leave", with the rebels for who told
    them: who is named first behind the comma did."""
    verb = tokens[i].head
    if tokens[0].text != "With" or tokens[0].head not in (i, verb) or not i < verb or i > REACH:
        return {}
    comma = next((k for k in range(i, verb) if tokens[k].text == ","), verb)
    subject = next((k for k in range(comma + 1, verb) if tokens[k].deprel in ("appos", "nsubj")), None)
    apart = subject is not None and start_of(tokens, subject) == comma + 1
    if subject is None or not apart or (tokens[subject].deprel == "nsubj" and tokens[subject].head != verb):
        return {}
    return {i: (verb, "obl"), 0: (i, "case"), subject: (verb, "nsubj"), **meanwhile(tokens, i)}


def meanwhile(tokens: Sequence[Token], i: int) -> Moved:
    """ "With elections two weeks away, Roe attacked the opposition": how things stood, and not what she did it with;
    "With Norland's help, Osland won" has no such clause."""
    verb = tokens[i].head
    if tokens[0].text != "With" or tokens[0].head not in (i, verb) or not i < verb or i > REACH:
        return {}
    comma = next((k for k in range(i, verb) if tokens[k].text == ","), i)
    held = tokens[1].text not in ("a", "an")  # "With a vote in parliament, Osland ended the ban"
    stands = any(
        (tokens[k].upos == "ADV" and tokens[k].head == i)
        or (tokens[k].head == i and tokens[k].upos == "VERB" and tokens[k].text.endswith("ing"))
        or (tokens[k].upos == "ADP" and tokens[k].text in THERE and tokens[tokens[k].head].head == i and held)
        for k in range(i + 1, comma)
    )
    return {i: (verb, "advcl")} if stands else {}


def days_left(tokens: Sequence[Token], i: int) -> Moved:
    """ "Returned on Monday with four days left to avoid a shutdown", read as why they returned: it is what the days are
    left for."""
    left = i - 2
    own = left > 1 and tokens[i - 1].text == "to" and tokens[left].text in ("left", "remaining", "available")
    return {i: (left, "xcomp")} if own and tokens[left - 1].lemma.lower() in SPANS and tokens[i].head != left else {}


def what_it_was(tokens: Sequence[Token], i: int) -> Moved:
    """ "Will meet Ott on Friday, Ott's first visit to Osland", with the visit for one more who is met: what is joined
    by no "and" and has an owner and a number in a row says what the deed was."""
    head = tokens[i].head
    own = tokens[i].upos == "NOUN" and 0 <= head < i and tokens[head].upos in ("NOUN", "PROPN")
    first = start_of(tokens, i)
    apart = own and first > head + 1 and tokens[first - 1].text == ","
    whose = apart and any(t.deprel == "nmod:poss" and t.head == i for t in tokens[first:i])
    in_row = whose and any(IN_A_ROW.fullmatch(t.text.lower()) for t in tokens[first:i])
    joined = any(t.deprel == "cc" and (t.head == i or tokens[t.head].head == head) for t in tokens[head:])
    return {i: (tokens[head].head, "parataxis")} if in_row and not joined else {}


def fewer_than(tokens: Sequence[Token], i: int) -> Moved:
    """ "To send up to 800 troops, fewer than he had wanted", with the fewer for a second thing to send."""
    than = i + 1 < len(tokens) and tokens[i + 1].text == "than" and tokens[i].text in ("fewer", "more", "less")
    return {i: (tokens[i].head, "advmod")} if than and i and tokens[i - 1].text == "," else {}


def what_is_demanded(tokens: Sequence[Token], i: int) -> Moved:
    """ "Has agreed to drop its demand that the firm rehire them", with the rehiring for what was agreed: what stands
    right behind the demand is what was demanded."""
    that = next((k for k in range(i - 1, max(0, i - REACH), -1) if tokens[k].head == i and tokens[k].text == "that"), 0)
    noun = tokens[that - 1]
    said = that > 1 and noun.upos == "NOUN" and noun.deprel == "obj" and noun.lemma.lower() in SAID_THAT
    led = said and tokens[i].head < noun.head < that and tokens[noun.head].deprel in ("xcomp", "advcl")
    return {i: (that - 1, "acl")} if led else {}


def for_whom(tokens: Sequence[Token], i: int) -> Moved:
    """ "Made a bid for the producer Corvo": what stands behind a preposition behind the verb's object is no subject."""
    verb = tokens[i].head
    case = next((k for k in range(i - 1, verb, -1) if tokens[k].head == i and tokens[k].deprel == "case"), None)
    if case is None or not verb < case - 1:
        return {}
    noun = tokens[case - 1]
    return {i: (verb, "obl")} if noun.head == verb and noun.deprel == "obj" and noun.upos == "NOUN" else {}


def as_what(tokens: Sequence[Token], i: int) -> Moved:
    """ "Named Ann Roe as interim chief": what she is named as is told of the naming, and is no other word for her."""
    name = tokens[tokens[i].head]
    led = any(t.head == i and t.deprel == "case" and t.text == "as" for t in tokens[tokens[i].head + 1 : i])
    return {i: (name.head, "obl")} if led and name.deprel in ("obj", "xcomp", "nsubj:pass") else {}


def name_of_its_kind(tokens: Sequence[Token], i: int) -> Moved:
    """ "The deadline for bids for the retailer Corvo was extended", read with two subjects: a name right behind the
    last noun of the first one is the name of that."""
    verb, kind = tokens[i].head, start_of(tokens, i) - 1
    if tokens[i].upos != "PROPN" or verb <= i or kind < 1 or tokens[kind].upos != "NOUN":
        return {}
    first = next((k for k in range(kind) if tokens[k].head == verb and tokens[k].deprel.startswith("nsubj")), None)
    at, steps = kind, 0
    while first is not None and at != first and steps < REACH and tokens[at].head != at:
        at, steps = tokens[at].head, steps + 1
    if first is None or at != first or kind == first:
        return {}
    before = {k: (i, tokens[k].deprel) for k in range(first, kind) if tokens[k].head == kind}
    return {i: (tokens[kind].head, tokens[kind].deprel), kind: (i, "nmod:desc"), **before}


def led_by_its_case(tokens: Sequence[Token], i: int) -> Moved:
    """ "the fire" of "The man arrested over the fire was released", read as what he arrested: what a preposition right
    behind a participle leads to is no object of it."""
    verb = tokens[i].head
    told = 0 < verb < i and tokens[verb].deprel == "acl" and tokens[verb].text.endswith("ed")
    led = told and tokens[verb + 1].upos == "ADP" and tokens[verb + 1].head == i and tokens[verb + 1].deprel == "case"
    return {i: (verb, "obl")} if led else {}


def past_the_whom(tokens: Sequence[Token], i: int) -> Moved:
    """ "destroyed" of "The fire killed two men, one of whom died on Sunday, and destroyed homes", joined to the dying:
    behind the comma that ends such an aside goes on what was told before it."""
    inner = tokens[i].head
    joined = i > 2 and tokens[i - 1].text == "and" and tokens[i - 2].text == "," and tokens[i].upos == "VERB"
    if not joined or not 0 < inner < i or not tokens[inner].deprel.startswith("acl"):
        return {}
    noun = tokens[inner].head
    aside = 0 <= noun < inner and any(t.text in ("whom", "which", "who") for t in tokens[noun + 1 : inner])
    own = any(t.head == i and t.deprel.startswith("nsubj") for t in tokens[inner:i])
    verb = tokens[noun].head if aside and tokens[noun + 1].text == "," and not own else -1
    return {i: (verb, "conj")} if 0 <= verb < noun and tokens[verb].upos == "VERB" else {}
