"""Words hung on the verb beside theirs: an object, a day, a place, a subject.

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.lexis import MONTHS, WEEKDAYS
from dateline.claim.rehang.clauses import Moved, start_of
from dateline.sentence.reading import Token

PHRASE: Final = 8  # words from an infinitive to the head of its object
SPOKEN: Final = frozenset({"interview", "speech", "briefing", "broadcast", "conference", "address"})
SAYING: Final = frozenset({"say", "report", "state", "insist", "maintain", "claim", "add", "announce", "tell"})
ON_ITS_OWN: Final = frozenset(
    {"widen", "extend", "expand", "end", "begin", "start", "suspend", "resume", "launch", "halt", "lift", "intensify",
     "raise", "cut", "shift", "move", "broaden", "step", "shrink", "narrow", "change", "open", "close"}
)  # fmt: skip
OPENING: Final = frozenset({"before", "after", "until", "since", "once"})
SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "csubj"})
TURNED: Final = frozenset(
    {
        "opened",
        "began",
        "resumed",
        "started",
        "collapsed",
        "ended",
        "failed",
        "continued",
        "stalled",
        "concluded",
        "broke",
    }
)  # what talks do by themselves
PUT_OFF: Final = frozenset({"extend", "postpone", "delay", "defer", "prolong", "shorten", "push", "put", "move"})
LENGTHS: Final = frozenset({"day", "week", "fortnight", "month", "year", "hour"})
GIVING: Final = frozenset({"grant", "give", "award", "hand", "offer", "sell", "lend", "deny", "pay", "send", "issue"})
SIGNED: Final = frozenset(
    {"signed", "reached", "concluded", "struck", "agreed", "adopted", "ratified", "brokered", "sealed"}
)
ONE: Final = frozenset({"a", "an", "his", "her", "their", "its"})


def of_the_object(tokens: Sequence[Token], i: int) -> Moved:
    """ "hostage" of "took eight managers hostage"."""
    word, object_ = tokens[i], tokens[i - 1]
    made = word.upos in ("NOUN", "ADJ") and object_.deprel == "obj" and word.head < object_.head < i - 1
    return {i: (object_.head, "xcomp")} if made else {}


def of_the_infinitive(tokens: Sequence[Token], i: int) -> Moved:
    """ "the chief" of "voted to remove the chief"."""
    word = tokens[i]
    thing = word.deprel == "obj" or (word.upos == "NOUN" and tokens[i - 1].upos == "VERB")
    verb = _infinitive_before(tokens, word.head, i) if thing and word.head < i - 2 else None
    return {} if verb is None else {i: (verb, "obj"), **doing_so(tokens, i)}


def doing_so(tokens: Sequence[Token], i: int) -> Moved:
    """ "protesting" of "to disperse students protesting against prices": it goes with the students."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    own = behind is not None and behind.deprel == "advcl" and behind.head == tokens[i].head
    return {i + 1: (i, "acl")} if own and behind is not None and behind.text.endswith("ing") else {}


def of_the_saying(tokens: Sequence[Token], i: int) -> Moved:
    """ "in a speech on Monday" of "he said prices would fall in a speech on Monday"."""
    word = tokens[i]
    said = _said_above(tokens, i) if word.text in SPOKEN else None
    if said is None:
        return {}
    behind = (k for k in range(i, len(tokens)) if tokens[k].head == word.head and "obl" in tokens[k].deprel)
    return {k: (said, tokens[k].deprel) for k in behind}


def of_the_noun_behind(tokens: Sequence[Token], i: int) -> Moved:
    """ "striking" of "had given striking doctors a week"."""
    word = tokens[i]
    noun = tokens[i + 1] if word.text.endswith("ing") and i + 1 < len(tokens) else word
    given = word.head == i - 1 and noun.head == i - 1 and noun.deprel in ("obj", "iobj") and noun.upos == "NOUN"
    return {i: (i + 1, "amod")} if given else {}


def of_the_verb_of_its_own(tokens: Sequence[Token], i: int) -> Moved:
    """ "Widened its strike on Friday to 38 sites": the day is that of the widening."""
    noun = tokens[i].head
    day = tokens[i].text in WEEKDAYS and noun == i - 2 and tokens[i - 1].text == "on"
    own = day and any(t.head == noun and t.deprel == "nmod:poss" and t.upos == "PRON" for t in tokens[:noun])
    verb = tokens[noun].head
    acts = own and tokens[noun].deprel == "obj" and tokens[verb].lemma.lower() in ON_ITS_OWN
    return {i: (verb, "obl")} if acts else {}


def opened_by(tokens: Sequence[Token], i: int) -> Moved:
    """ "Before contracts with the firms expire", with the contracts for when nobody named does; "After the truce with
    Kor collapsed, Osland struck", with the truce for who struck: behind the opening word stands who does."""
    verb = tokens[i].head
    if tokens[i].deprel == "nsubj":
        verb = next((k for k in range(i + 1, verb) if tokens[k].head == verb and tokens[k].deprel == "advcl"), i)
    first = next((k for k in range(i) if tokens[k].head == i and tokens[k].deprel == "case"), None)
    if first is None or tokens[first].text.lower() not in OPENING or not i < verb or tokens[verb].deprel != "advcl":
        return {}
    lone = tokens[verb].upos == "VERB" and not any(t.head == verb and t.deprel in SUBJECT for t in tokens)
    finite = lone and not tokens[verb].text.endswith("ing") and tokens[verb - 1].text not in ("to", ",")
    return {i: (verb, "nsubj"), first: (verb, "mark")} if finite and first == start_of(tokens, i) else {}


def behind_who_it_is(tokens: Sequence[Token], i: int) -> Moved:
    """ "Many of the missing after the fires were found safe", with the fires for a second subject: they say which."""
    verb, first = tokens[i].head, start_of(tokens, i) - 1
    own = next((k for k in range(first) if tokens[k].head == verb and tokens[k].deprel in SUBJECT), None)
    led = first > 0 and tokens[first].text in ("after", "since") and tokens[first].head == verb
    if own is None or not led or tokens[first].deprel != "mark" or not i < verb:
        return {}
    up = tokens[verb].head
    said = tokens[verb].deprel == "advcl" and up > verb and tokens[up].lemma.lower() in SAYING
    clause: Moved = {verb: (up, "ccomp")} if said else {}
    return {i: (own, "nmod"), first: (i, "case"), **clause}


def of_the_first_ing(tokens: Sequence[Token], i: int) -> Moved:
    """ "nine people" of "killing nine people and trapping others"."""
    first = _joined_ing(tokens, i)
    return {} if first is None else {i: (first, "obj"), tokens[i].head: (first, "conj")}


def of_the_subject(tokens: Sequence[Token], i: int) -> Moved:
    """ "accused" of "a general accused of a raid went on trial"; "Norlander" of "Norlander exiles"."""
    word, before = tokens[i], tokens[i - 1]
    if word.upos == "VERB" and word.text.endswith("s") and before.head == i and before.deprel == "nsubj":
        return {i - 1: (i, "compound")}
    which = word.upos == "VERB" and _tells_which(tokens, i)
    return {i - 1: (word.head, word.deprel), i: (i - 1, "acl")} if which else {}


def of_its_noun(tokens: Sequence[Token], i: int) -> Moved:
    """ "of" of "tens of thousands", read as a mark between the two."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    return {i: (i + 1, "case")} if tokens[i].upos == "ADP" and tokens[i].head == i + 1 != behind.head else {}


def of_the_year(tokens: Sequence[Token], i: int) -> Moved:
    """ "in" of "signed in 2026"; in "withdrew from the pact it signed in 2026" the year goes with it."""
    return {i: (i + 1, "case"), i + 1: (tokens[i].head, "obl")} if _before_a_year(tokens, i) else {}


def of_the_verb_before_the_comma(tokens: Sequence[Token], i: int) -> Moved:
    """ "on Monday" of "hit Kor on Monday, killing nine"; of "said the mine closed after a shaft fell on Monday, killing
    nine" the day is that of the fall."""
    if not _past_comma(tokens, i):
        return {}
    above = tokens[tokens[i].head].head
    said = 0 <= above < i and tokens[above].lemma.lower() in SAYING
    near = (k for k in range(i - 1, above, -1) if tokens[k].upos == "VERB" and tokens[k].head in (above, i))
    nearest = next((k for k in near if tokens[k].deprel == "advcl"), above) if said else above
    return {i: (nearest, tokens[i].deprel)}


def of_the_first_harm(tokens: Sequence[Token], i: int) -> Moved:
    """ "injured nearly 900" of "killed 200 people and injured nearly 900", read as the people who were injured."""
    word, noun = tokens[i], tokens[i].head
    joined = word.upos == "VERB" and tokens[i - 1].text in ("and", "or", "but") and 0 < noun < i
    if not joined or tokens[noun].deprel != "obj" or not 0 <= tokens[noun].head < noun:
        return {}
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].upos not in ("ADV", "ADJ", "ADP")), i)
    alone = tokens[end].upos == "NUM" and (end + 1 == len(tokens) or tokens[end + 1].upos in ("PUNCT", "CCONJ"))
    return {i: (tokens[noun].head, "conj"), end: (i, "obj")} if alone else {}


def of_the_whole_sentence(tokens: Sequence[Token], i: int) -> Moved:
    """ "struck" of "The quake, Norland's worst in a century, struck on Monday", read as a quake that was struck."""
    word, noun = tokens[i], tokens[i].head
    lone = 0 < noun < i - 3 and tokens[noun].deprel == "root" and tokens[noun].upos == "NOUN"
    aside = lone and tokens[noun + 1].text == "," == tokens[i - 1].text and tokens[0].text in ("The", "A", "An")
    told = aside and word.upos == "VERB" and word.text != word.lemma and not word.text.endswith(("ing", "s"))
    behind = tokens[i + 1].text if i + 1 < len(tokens) else "by"
    if not told or behind == "by" or tokens[-1].text != ".":
        return {}
    between = (k for k in range(noun + 2, i - 1) if tokens[k].head == noun and tokens[k].upos != "PUNCT")
    return {noun: (i, "nsubj"), i: (i, "root"), **dict.fromkeys(between, (noun, "appos"))}


def of_the_talks(tokens: Sequence[Token], i: int) -> Moved:
    """ "opened" of "Talks between the two opened in Sennet.", read as two that were opened: what the talks did."""
    noun = tokens[i].head
    noun = tokens[noun].head if 0 <= noun < i and tokens[noun].deprel == "nmod" else noun
    lone = 0 <= noun < i and tokens[noun].deprel == "root" and tokens[noun].upos == "NOUN" and tokens[-1].text == "."
    turned = lone and tokens[i].text in TURNED and not any(t.upos in ("VERB", "AUX") for t in tokens[:i])
    if not turned or (i + 1 < len(tokens) and tokens[i + 1].text == "by"):
        return {}
    behind = {k: (i, "obl") for k in range(i + 1, len(tokens)) if tokens[k].head == noun and tokens[k].deprel == "nmod"}
    return {noun: (i, "nsubj"), i: (i, "root"), **behind}


def worth(tokens: Sequence[Token], i: int) -> Moved:
    """ "worth" of "sold steel worth $3 billion", read as what was sold: the steel was."""
    verb, goods = tokens[i].head, i - 1
    told = tokens[i].text == "worth" and 0 <= verb < goods and tokens[goods].head == i and tokens[goods].upos == "NOUN"
    if not told:
        return {}
    sums = (k for k in range(i + 1, min(i + 4, len(tokens))) if tokens[k].head == verb and tokens[k].deprel == "obj")
    return {goods: (verb, "obj"), i: (goods, "amod"), **dict.fromkeys(sums, (i, "obl"))}


def by_how_long(tokens: Sequence[Token], i: int) -> Moved:
    """ "by a month" and "to April 30" of "extended its deadline for them to cancel it by a month, to April 30"."""
    case = next((t.text for t in tokens[max(0, i - 3) : i] if t.head == i and t.deprel == "case"), "")
    length = case == "by" and tokens[i].lemma.lower().removesuffix("s") in LENGTHS
    day = case == "to" and (tokens[i].text in MONTHS or tokens[i - 1].text in MONTHS)
    inner = tokens[i].head
    if not (length or day) or not 0 <= inner < i or tokens[inner].lemma.lower() in PUT_OFF:
        return {}
    up = inner
    for _ in range(3):
        up = tokens[up].head
        if not 0 <= up < inner:
            return {}
        if tokens[up].lemma.lower() in PUT_OFF and tokens[up].upos == "VERB":
            return {i: (up, "obl")}
    return {}


def whom_by_name(tokens: Sequence[Token], i: int) -> Moved:
    """ "Orsk Ports" of "granted the local company Orsk Ports a concession", read as what the company was granted."""
    verb = tokens[i].head
    if tokens[i].upos != "PROPN" or not 0 <= verb < i:
        return {}
    first = next((k for k in range(i, verb, -1) if tokens[k - 1].upos != "PROPN"), i)
    whom = first - 1
    led = whom > verb and tokens[whom].head == verb and tokens[whom].deprel == "iobj" and tokens[whom].upos == "NOUN"
    what = next(
        (k for k in range(i + 1, len(tokens)) if led and tokens[k].head == verb and tokens[k].upos == "NOUN"), 0
    )
    bare = what and not any(t.head == what and t.deprel == "case" for t in tokens[i:what])
    return {i: (whom, "appos"), what: (verb, "obj")} if bare and tokens[what].deprel.startswith("obl") else {}


def what_is_given(tokens: Sequence[Token], i: int) -> Moved:
    """ "a concession" of "granted the local company Orsk Ports a concession", read as where it was granted."""
    verb = tokens[i].head
    given = 0 <= verb < i and tokens[verb].lemma.lower() in GIVING and tokens[i].upos == "NOUN"
    if not given or any(t.head == i and t.deprel in ("case", "mark") for t in tokens[verb:i]):
        return {}
    own = {t.deprel for t in tokens if t.head == verb}
    return {i: (verb, "obj")} if "iobj" in own and "obj" not in own else {}


def when_it_was_signed(tokens: Sequence[Token], i: int) -> Moved:
    """ "in 2030" of "pulled out of an accord signed with Osland in 2030", read as when they pulled out; of what is to
    come, "on Friday" and "by both" as well."""
    verb = tokens[i].head
    if not 0 <= verb < i or tokens[i].upos not in ("NUM", "PROPN", "NOUN"):
        return {}
    case = next((t.text for t in tokens[max(0, i - 4) : i] if t.head == i and t.deprel == "case"), "")
    year = case == "in" and (
        tokens[i].text in MONTHS or (tokens[i].text.isdigit() and len(tokens[i].text) == len("2026"))
    )
    coming = any(t.head == verb and t.text in ("will", "would") for t in tokens[max(0, verb - 4) : verb])
    theirs = coming and (case == "by" or (case == "on" and tokens[i].text.endswith("day")))
    inner = next((k for k in range(i - 1, verb, -1) if tokens[k].upos in ("VERB", "PUNCT")), verb)
    signed = tokens[inner].text in SIGNED and tokens[inner].deprel == "acl"
    return {i: (inner, "obl:agent" if case == "by" else "obl")} if signed and (year or theirs) else {}


def of_the_verb_behind(tokens: Sequence[Token], i: int) -> Moved:
    """ "1,000" of "nine died, three of them Norlanders, and over 1,000 injured", read as so many Norlanders."""
    noun, behind = tokens[i].head, tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    verb = behind.head if behind.upos == "AUX" and behind.text in ("were", "was") else -1
    if verb > i + 1 and noun < i - 1 and tokens[i - 1].text == "and" and tokens[verb].upos == "VERB":
        return {i: (verb, "nsubj:pass" if behind.deprel == "aux:pass" else "nsubj"), i - 1: (verb, "cc")}
    before = noun < i - 1 and tokens[noun].upos in ("NOUN", "PROPN") and tokens[noun].head == i + 1
    return {i: (i + 1, "nsubj:pass")} if before and behind.upos == "VERB" and behind.text.endswith("ed") else {}


def _said_above(tokens: Sequence[Token], i: int) -> int | None:
    """The verb of saying above the verb that word `i`, an occasion on which one speaks, hangs on."""
    verb = tokens[i].head
    if not 0 <= verb < i or tokens[verb].deprel != "ccomp":
        return None
    said = tokens[verb].head
    case = next((k for k in range(i - 1, max(-1, i - 5), -1) if tokens[k].upos == "ADP"), 0)
    one = tokens[case].text in ("in", "at") and tokens[case + 1].text in ONE
    above = 0 <= said < verb and tokens[said].lemma.lower() in SAYING
    return (
        said if one and above and (tokens[i].text != "conference" or tokens[i - 1].text in ("news", "press")) else None
    )


def _infinitive_before(tokens: Sequence[Token], head: int, i: int) -> int | None:
    """The infinitive below the verb `head` right in front of the phrase of word `i`, where it has no object; so for
    "joining" of "ruled out joining a government"."""
    for k in range(i - 1, max(head + 1, i - PHRASE), -1):
        word = tokens[k]
        if word.upos == "VERB":
            infinitive = tokens[k - 1].text.lower() == "to" or word.text.endswith("ing")
            below = infinitive and word.head == head and word.deprel in ("xcomp", "advcl")
            return k if below and not any(t.deprel == "obj" and t.head == k for t in tokens) else None
        if word.upos in ("PUNCT", "ADP", "SCONJ", "CCONJ"):
            return None
    return None


def _joined_ing(tokens: Sequence[Token], i: int) -> int | None:
    """The first verb of "killing nine people and trapping others", where `i`, the people, is read as who trapped."""
    second = tokens[i].head
    if not (i + 1 < second < len(tokens)) or tokens[i + 1].text != "and" or not tokens[second].text.endswith("ing"):
        return None
    for k in range(i - 1, max(0, i - PHRASE), -1):
        if tokens[k].upos == "VERB":
            lone = tokens[k].text.endswith("ing") and tokens[k].deprel == "advcl" and tokens[k - 1].text == ","
            lone = lone and tokens[k].head != second
            return k if lone and not any(t.deprel == "obj" and t.head == k for t in tokens) else None
        if tokens[k].upos in ("PUNCT", "SCONJ", "CCONJ"):
            return None
    return None


def _before_a_year(tokens: Sequence[Token], i: int) -> bool:
    """ "in" of "an accord that was signed in 2026", where the parser sees a verb "sign in"."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    year = behind is not None and behind.upos == "NUM" and len(behind.text) == len("2026") and behind.text.isdigit()
    year = year or (behind is not None and behind.text in MONTHS)
    verb = up = tokens[i].head
    above = {verb}
    for _ in range(4):
        up = tokens[up].head if 0 <= up < len(tokens) else up
        above.add(up)
    said_of = behind is not None and behind.head in above
    return year and said_of and tokens[i].text == "in"


def _past_comma(tokens: Sequence[Token], i: int) -> bool:
    """ "on Monday" of "hit Kor on Monday, killing nine", "on Monday, having killed nine": what stands before the comma
    hangs on no verb behind it."""
    verb, comma = tokens[i].head, i + 1
    having = verb == i + 3 and tokens[i + 2].text == "having"
    apart = (verb == i + 2 or having) and tokens[comma].text == "," and (having or tokens[verb].text.endswith("ing"))
    return apart and tokens[verb].deprel == "advcl" and 0 <= tokens[verb].head < i


def _tells_which(tokens: Sequence[Token], i: int) -> bool:
    """ "accused" of "a general accused of a raid went on trial", read as the subject, with the general as its own."""
    noun = tokens[i - 1]
    return noun.head == i and noun.deprel.startswith("nsubj") and noun.upos in ("NOUN", "PROPN") and tokens[i].head > i
