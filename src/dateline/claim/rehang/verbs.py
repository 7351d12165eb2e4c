"""Verbs that the parser took for participles: "suspended production after a fire injured two workers".

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.rehang.clauses import REACH, Moved
from dateline.sentence.reading import Token

OPENING: Final = frozenset({"after", "before", "as", "when", "since", "until", "once", "because", "while"})
INSIDE: Final = frozenset({"DET", "NUM", "ADJ", "PRON", "NOUN", "PROPN", "ADV"})  # words of what it is done to
NAMING: Final = frozenset(
    {"turn", "name", "call", "title", "dub", "nickname", "give", "offer", "award", "pay", "deny", "make"}
)
STAYING: Final = frozenset({"remain", "stay"})
DAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "last"}
)
REVISING: Final = frozenset(
    {
        "lower",
        "raise",
        "revise",
        "correct",
        "cite",
        "quote",
        "add",
        "call",
        "describe",
        "blame",
        "accuse",
        "refer",
        "urge",
    }
)
AHEAD: Final = frozenset({"beyond", "by", "until", "before", "past"})
LINKING: Final = frozenset(
    {"become", "remain", "stay", "seem", "turn", "call", "name", "elect", "declare", "make", "be"}
)

MAKING: Final = frozenset(
    {"prove", "appear", "consider", "serve", "act", "elect", "appoint", "crown", "feel", "look", "end", "emerge"}
    | {"stand", "rank", "form", "constitute", "represent", "mean", "deem", "find", "think", "begin", "start"}
)  # what stands behind them may be what somebody is


def after_what(tokens: Sequence[Token], i: int) -> Moved:
    """ "Suspended production after a fire injured two workers", with "injured" for which fire: behind a participle
    stands no object, so it is the verb of what came before."""
    opened = _opened(tokens, i)
    outer = _verb_before(tokens, opened) if opened is not None else None
    if opened is None or outer is None or not _has_object(tokens, i):
        return {}
    moved: Moved = {i: (outer, "advcl"), i - 1: (i, "nsubj"), opened: (i, "mark")}
    for k in range(outer + 1, opened):
        if tokens[k].head == i and tokens[k].upos != "PUNCT":
            moved[k] = (outer, tokens[k].deprel)
    return {**moved, **_its_object(tokens, i)}


def its_own_verb(tokens: Sequence[Token], i: int) -> Moved:
    """ "Codelco suspended work after a collapse killed one", with the suspending for what work: between a name and a
    noun a past is what the name did; what has a "because" or "after" before it comes with it."""
    noun, name = tokens[i].head, i - 1
    between = noun > i and name >= 0 and all(tokens[k].upos in INSIDE for k in range(i + 1, noun))
    past = tokens[i].upos == "VERB" and tokens[i].text.endswith("ed") and tokens[name].upos == "PROPN"
    if not (between and past) or tokens[name].head != noun or not tokens[noun].deprel.startswith("nsubj"):
        return {}
    verb = tokens[noun].head
    marks = [k for k in range(noun + 1, verb) if tokens[k].text.lower() in OPENING]
    if not marks or tokens[verb].upos != "VERB":
        return {}
    top = (i, "root") if tokens[verb].deprel == "root" else (tokens[verb].head, tokens[verb].deprel)
    moved: Moved = {name: (i, "nsubj"), i: top, noun: (i, "obj"), verb: (i, "advcl"), marks[-1]: (verb, "mark")}
    before = verb - 1
    if tokens[before].head == verb and tokens[before].deprel in {"advcl", "obl", "compound"}:
        moved[before] = (verb, "nsubj")
    return {**moved, **_its_object(tokens, verb)}


def halted(tokens: Sequence[Token], i: int) -> Moved:
    """ "Halted sailings through the strait", with the sailings for a verb of their own: what several things are called
    right behind a verb that links nothing is its object."""
    verb = tokens[i].head
    several = tokens[i].upos == "NOUN" or tokens[i].text.endswith("ings")  # no verb ends so
    bare = verb == i - 1 and tokens[verb].upos == "VERB" and several
    links = tokens[verb].lemma.lower() in LINKING
    if not bare or not tokens[i].text.endswith("s") or links:
        return _counted(tokens, i)
    return {i: (verb, "obj"), **{k: (verb, "obl") for k, t in enumerate(tokens) if t.head == i and t.deprel == "obl"}}


def _counted(tokens: Sequence[Token], i: int) -> Moved:
    """ "Three days" of "declared three days of mourning", read as what it was declared to be."""
    verb, number = tokens[i].head, i - 1
    one = number > 0 and verb == number - 1 and tokens[number].upos == "NUM" and tokens[number].head == i
    plain = one and tokens[verb].upos == "VERB" and tokens[i].upos == "NOUN"
    return {i: (verb, "obj")} if plain and tokens[verb].lemma.lower() not in {"become", "remain", "be"} else {}


def stays(tokens: Sequence[Token], i: int) -> Moved:
    """ "The border remains closed", with "remains" for a mere helping word, as if somebody had closed it just now."""
    done = tokens[i].head
    behind = i < done < i + 3 and tokens[i].upos == "VERB" and tokens[i].lemma.lower() in STAYING
    if not behind or tokens[done].upos not in {"VERB", "ADJ"}:
        return {}
    root = tokens[done].deprel == "root"
    moved: Moved = {i: (i, "root") if root else (tokens[done].head, tokens[done].deprel), done: (i, "xcomp")}
    for k in range(max(0, i - 3 * REACH), i):
        if tokens[k].head == done:
            moved[k] = (i, "nsubj" if tokens[k].deprel.startswith("nsubj") else tokens[k].deprel)
    return moved


def accused_of_it_too(tokens: Sequence[Token], i: int) -> Moved:
    """ "Accused Osland of firing at a boat, injuring two", with the injuring for what the accuser tells as done: it is
    part of what Osland is accused of."""
    verb = tokens[i].head
    charged = 0 <= verb < i and tokens[verb].lemma.lower() == "accuse" and tokens[i].text.endswith("ing")
    inner = [k for k in range(verb + 2, i) if charged and tokens[k].head == verb and tokens[k - 1].text == "of"]
    return {i: (inner[-1], "advcl")} if inner and tokens[inner[-1]].text.endswith("ing") else {}


def when_it_will(tokens: Sequence[Token], i: int) -> Moved:
    """ "Told the bloc that it will not extend the mission beyond June", with June for when it told so: by what comes
    before the month it is the end of what will be."""
    told, case = tokens[i].head, i - 1
    led = 0 <= told < case and tokens[told].upos == "VERB" and tokens[case].text in AHEAD and tokens[case].head == i
    if not led or tokens[i].upos not in {"PROPN", "NUM"}:
        return {}
    inner = [k for k in range(told + 1, case) if tokens[k].head == told and tokens[k].deprel == "ccomp"]
    will = inner and any(t.head == inner[-1] and t.text in {"will", "would"} for t in tokens[told : inner[-1]])
    return {i: (inner[-1], "obl")} if will else {}


def sworn_in(tokens: Sequence[Token], i: int) -> Moved:
    """ "Swore in its speaker, Ana Roe, as president", with the speaker for where it swore: it swore her in."""
    verb = tokens[i].head
    led = 0 <= verb < i - 1 and tokens[verb].lemma.lower() == "swear" and tokens[verb + 1].text.lower() == "in"
    if not led or tokens[verb + 1].head != i:
        return {}
    as_what = {
        k: (verb, "obl")
        for k in range(i + 1, len(tokens))
        if tokens[k].head == i
        and tokens[k].deprel == "nmod"
        and any(t.head == k and t.text == "as" for t in tokens[i:k])
    }
    return {i: (verb, "obj"), verb + 1: (verb, "compound:prt"), **as_what}


def whom_as_what(tokens: Sequence[Token], i: int) -> Moved:
    """ "Named its finance chief, Carl Moss, as chief executive", with both for what somebody was named: the first is
    who was."""
    verb = tokens[i].head
    if not 0 <= verb < i or tokens[verb].upos != "VERB" or tokens[i].upos not in {"NOUN", "PROPN"}:
        return {}
    if any(t.head == i and t.deprel in {"case", "mark", "cop"} for t in tokens[verb:i]):
        return {}
    others = [t for t in tokens[verb:] if t.head == verb and t.deprel in {"xcomp", "obj"} and t is not tokens[i]]
    second = [k for k in range(i + 1, len(tokens)) if tokens[k] in others and tokens[k].deprel == "xcomp"]
    as_what = any(any(t.head == k and t.text == "as" for t in tokens[i:k]) for k in second)
    return {i: (verb, "obj")} if as_what and len(others) == 1 else {}


def whose_day(tokens: Sequence[Token], i: int) -> Moved:
    """ "Left on Monday after Osland let it go", with Monday for who let it go: the day is of the verb before, and who
    stands behind the "after" does what follows."""
    verb, mark, who = tokens[i].head, i + 1, i + 2
    day = tokens[i].text.lower() in DAYS and tokens[i - 1].upos == "ADP" and who < verb < len(tokens)
    opened = day and tokens[mark].text in OPENING and tokens[mark].head == verb
    outer = tokens[verb].head if opened else -1
    if not 0 <= outer < i or tokens[who].upos not in {"PROPN", "NOUN", "PRON"}:
        return {}
    return {i: (outer, "obl"), who: (verb, "nsubj")}


def the_thing(tokens: Sequence[Token], i: int) -> Moved:
    """ "Will reopen the Terespol crossing", with the crossing for what somebody becomes: what has an article behind a
    verb that makes nobody anything is its object."""
    verb = tokens[i].head
    named = 0 <= verb < i and tokens[verb].upos == "VERB" and tokens[i].upos in {"NOUN", "PROPN"}
    if not named or tokens[verb].lemma.lower() in LINKING | NAMING | MAKING:
        return {}
    own = {t.deprel for t in tokens[verb + 1 : i] if t.head == i}
    alone = not any(t.head == verb and t.deprel in {"obj", "iobj", "xcomp"} and t is not tokens[i] for t in tokens)
    led = not {"det", "nmod:poss"}.isdisjoint(own) and {"case", "mark", "cop"}.isdisjoint(own)
    return {i: (verb, "obj")} if alone and led and tokens[verb].deprel != "aux" else {}


def _opened(tokens: Sequence[Token], i: int) -> int | None:
    """The word before the noun right in front of word `i` that can open a clause."""
    past = tokens[i].upos == "VERB" and tokens[i].text != tokens[i].lemma and not tokens[i].text.endswith("ing")
    if not past or tokens[i - 1].upos not in {"NOUN", "PROPN"} or tokens[i].lemma.lower() in NAMING:
        return None
    for k in range(i - 2, max(-1, i - REACH), -1):
        if tokens[k].text.lower() in OPENING:
            return k
        if tokens[k].upos not in INSIDE:
            return None
    return None


def _verb_before(tokens: Sequence[Token], k: int) -> int | None:
    """The verb that what word `k` opens comes with: the nearest one before it."""
    return next((v for v in range(k - 1, -1, -1) if tokens[v].upos == "VERB" and tokens[v].deprel != "amod"), None)


def _has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun that is no day stands right behind the word."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    return behind.upos in INSIDE - {"ADV"} and behind.text.lower() not in DAYS and _object(tokens, i) is not None


def _object(tokens: Sequence[Token], i: int) -> int | None:
    """The last word of the noun phrase that begins right behind word `i`."""
    end = None
    for k in range(i + 1, min(len(tokens), i + REACH)):
        if tokens[k].upos not in INSIDE:
            break
        end = k if tokens[k].upos in {"NOUN", "PROPN", "NUM", "PRON"} and tokens[k].deprel != "nmod:poss" else end
    return end


def _its_object(tokens: Sequence[Token], i: int) -> Moved:
    """ "One worker" and "trapped five" of "killed one worker and trapped five", wherever they hang."""
    noun = _object(tokens, i)
    if noun is None:
        return {}
    moved: Moved = {noun: (i, "obj")}
    joined = noun + 2
    if joined < len(tokens) and tokens[noun + 1].text.lower() in {"and", "but"} and tokens[joined].upos == "VERB":
        return {**moved, joined: (i, "conj")}
    return moved


def which_did(tokens: Sequence[Token], i: int) -> Moved:
    """ "Beat a bid from Nordisk, which withdrew its offer", with the withdrawing for a deed beside and Nordisk hung on
    it: what "which" opens right behind a name tells of that name."""
    verb, case = tokens[i].head, i - 1
    while case > 0 and tokens[case].deprel in {"compound", "det"} and tokens[case].head == i:
        case -= 1
    opened = i + 2 < verb < len(tokens) and tokens[i + 1].text == "," and tokens[i + 2].text in {"which", "who"}
    if not opened or tokens[i + 2].head != verb or tokens[case].deprel != "case" or tokens[case - 1].upos != "NOUN":
        return {}
    return {i: (case - 1, "nmod"), verb: (i, "acl:relcl")}


def one_more_subject(tokens: Sequence[Token], i: int) -> Moved:
    """ "Iran and three powers will meet", with two subjects and an "and" between: the second is joined to the first."""
    verb = tokens[i].head
    joins = [k for k in range(max(0, i - REACH), i) if tokens[k].head == i and tokens[k].deprel == "cc"]
    if not joins or verb < i:
        return {}
    first = joins[-1] - 1
    first = tokens[first].head if tokens[first].deprel == "flat" else first
    same = first >= 0 and tokens[first].head == verb and tokens[first].deprel == tokens[i].deprel
    return {i: (first, "conj")} if same else {}


def declared_over(tokens: Sequence[Token], i: int) -> Moved:
    """ "Since the outbreak was declared over in April", "declared the outbreak over on Friday", with "over" for a word
    before the day: it was declared so."""
    if tokens[i].text != "over" or i + 1 >= len(tokens) or tokens[i + 1].upos != "ADP":
        return {}
    before = i - 1 if tokens[i - 1].deprel != "obj" else tokens[i - 1].head
    return {i: (before, "xcomp")} if 0 <= before < i and tokens[before].lemma.lower() == "declare" else {}


def revising(tokens: Sequence[Token], i: int) -> Moved:
    """ "Nine died, the agency said, lowering an earlier toll", with the lowering for what the nine did: who says
    so does it."""
    said = i - 2
    behind = said > 0 and tokens[i - 1].text == "," and tokens[said].lemma.lower() in {"say", "report", "announce"}
    revises = tokens[i].lemma.lower() in REVISING and tokens[i].text.endswith("ing")
    return {i: (said, "advcl")} if behind and revises and tokens[i].head < said else {}
