"""Phrases that the parser took apart: a score, a man behind his club, an object and what it is made, a particle.

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.claim.rehang.clauses import CLAUSES, REACH, Moved, aux_of, start_of
from dateline.sentence.reading import Token

HANDED: Final = frozenset({"give", "offer", "hand", "grant", "send", "show", "issue", "award", "assign", "deny", "pay"})
DETERMINERS: Final = frozenset({"the", "a", "an", "his", "her", "their", "its"})

ORDERING: Final = frozenset({"order", "direct", "instruct", "ask", "tell", "urge", "force", "allow", "task", "command"})

# Verbs that say what somebody or something is: "called the vote a farce".
CALLING: Final = frozenset({"call", "dub", "brand", "label", "deem", "term", "describe", "declare", "pronounce"})


def score(tokens: Sequence[Token], i: int) -> Moved:
    """ "20" of "beat the Dons 20-13 to win the cup", hung on the winning: a score is of the verb before it."""
    scored = tokens[i].head > i + 2 and tokens[i + 1].text in ("-", "–") and tokens[i + 2].upos == "NUM"
    if not scored or not tokens[i].text.isdigit():
        return {}
    verb = next((k for k in range(i - 1, max(-1, i - REACH), -1) if tokens[k].upos in ("VERB", "PUNCT")), i)
    return {i: (verb, "obl:unmarked")} if tokens[verb].upos == "VERB" and verb < i else {}


def tally(tokens: Sequence[Token], i: int) -> Moved:
    """ "122" of "voted 122-0 to remove her", read as what was voted."""
    votes = tokens[i].text.isdigit() and i + 2 < len(tokens) and tokens[tokens[i].head].lemma.lower() == "vote"
    to_none = votes and tokens[i + 1].text in ("-", "–", "to") and tokens[i + 2].upos == "NUM"
    return {i: (tokens[i].head, "obl:unmarked")} if to_none else {}


def whose_man(tokens: Sequence[Token], i: int) -> Moved:
    """ "Lions striker Tom Penn was fined", with Penn for an aside to the Lions: without a comma it is he, of theirs."""
    body, role = tokens[i].head, i - 1
    named = 0 <= body < role and tokens[role].head == i and tokens[role].deprel == "nmod:desc"
    if not named or any(t.upos == "PUNCT" for t in tokens[body:i]) or tokens[body].upos != "PROPN":
        return {}
    before = (k for k in range(body) if tokens[k].head == body and tokens[k].deprel == "case")
    behind = (k for k in range(i + 1, len(tokens)) if tokens[k].head == body)
    outer = {i: (tokens[body].head, tokens[body].deprel), body: (i, "compound")}
    return {**outer, **{k: (i, tokens[k].deprel) for k in (*before, *behind)}}


def past_who(tokens: Sequence[Token], i: int) -> Moved:
    """ "The trial of a man who killed two opened in Kor.", with the opening for what was done to the man: a clause with
    "who" has its own verb, and the next one is that of the whole sentence."""
    root, before = tokens[i].head, i - 1
    while 0 < root < i and tokens[root].deprel == "nmod":
        root = tokens[root].head
    behind = tokens[i + 1].text if i + 1 < len(tokens) else "by"
    whole = 0 < root < i and tokens[root].deprel == "root" and tokens[0].text in ("The", "A", "An")
    past = tokens[i].upos == "VERB" and tokens[i].text != tokens[i].lemma and not tokens[i].text.endswith("ing")
    if not (whole and past) or tokens[root].upos != "NOUN" or behind == "by" or tokens[-1].text != ".":
        return {}
    who = next((k for k in range(i - 1, root, -1) if tokens[k].text in ("who", "that", "which")), i)
    told = tokens[who].head
    if not who < told < i or tokens[told].deprel != "acl:relcl" or tokens[before].upos == "PUNCT":
        return {}
    moved = {k: (i, "obl") for k in range(i + 1, len(tokens)) if tokens[k].head == root and tokens[k].deprel == "nmod"}
    return {root: (i, "nsubj"), i: (i, "root"), **moved}


def state(tokens: Sequence[Token], i: int) -> Moved:
    """ "Tested positive", "was found dead", with the last word hung on the verb outside: it goes with its own."""
    verb = i - 1
    own = tokens[i].upos == "ADJ" and tokens[i].head < verb and tokens[verb].upos == "VERB"
    below = own and tokens[verb].head == tokens[i].head and tokens[verb].deprel in ("advcl", "ccomp", "conj")
    return {i: (verb, "xcomp")} if below else _left_dead(tokens, i)


def _left_dead(tokens: Sequence[Token], i: int) -> Moved:
    """ "Found her guilty of a raid that left two women dead", with "dead" hung on the finding and the women on "dead":
    the verb of the clause with "that" has both."""
    noun = next((k for k in range(i - 1, 0, -1) if tokens[k].deprel.startswith("nsubj") and tokens[k].head == i), 0)
    verb = next((k for k in range(noun - 1, tokens[i].head, -1) if tokens[k].upos == "VERB"), 0)
    inner = noun and verb > 1 and 0 <= tokens[i].head < verb and tokens[verb - 1].text in ("that", "which", "who")
    return {i: (verb, "xcomp"), noun: (verb, "obj")} if inner and tokens[i].upos == "ADJ" else {}


def left_it(tokens: Sequence[Token], i: int) -> Moved:
    """ "Left it on Tuesday", with "it" for no word at all: what stands right behind its verb, with no clause that it
    opens, is the object."""
    verb = i - 1
    behind = verb >= 0 and tokens[verb].upos == "VERB" and tokens[i].head == verb and tokens[i].text in ("it", "them")
    clause = behind and any(t.head == verb and t.deprel in CLAUSES for t in tokens[i + 1 :])
    return {i: (verb, "obj")} if behind and not clause else {}


def over_what(tokens: Sequence[Token], i: int) -> Moved:
    """ "A walkout over pay", with "over" for an adverb and the pay as a second object."""
    head, word = tokens[i].head, tokens[i - 1]
    beside = word.text in ("over", "on", "about") and head < i - 2 and head <= word.head < i
    first = next((k for k in range(head + 1, i - 1) if tokens[k].deprel == "obj" and tokens[k].head == head), None)
    return {i: (first, "nmod"), i - 1: (i, "case")} if beside and first is not None else {}


def of_the_subjects_clause(tokens: Sequence[Token], i: int) -> Moved:
    """ "Protesters who had blocked the gates since Monday dispersed", with Monday hung on the second verb: what stands
    in front of that verb, with no comma between, belongs to the clause that tells which protesters."""
    verb, first = tokens[i].head, start_of(tokens, i)
    if verb <= i or first == i or tokens[first].upos != "ADP" or any(t.text == "," for t in tokens[first:verb]):
        return {}
    low = max(0, first - 2 * REACH)
    inner = [k for k in range(low, first) if tokens[k].deprel == "acl:relcl" and tokens[k].upos == "VERB"]
    subject = tokens[inner[-1]].head if inner else -1
    own = 0 <= subject < first and tokens[subject].head == verb and tokens[subject].deprel.startswith("nsubj")
    return {i: (inner[-1], "obl")} if own and not any(t.text == "," for t in tokens[inner[-1] : first]) else {}


def past_the_aside(tokens: Sequence[Token], i: int) -> Moved:
    """ "Agreed to reopen the crossing, closed since April 24, from May 12", with the second day hung on the closing:
    what stands behind the comma that ends an aside is of the verb before it."""
    inner, case = tokens[i].head, i
    while case > inner and tokens[case].upos in ("PROPN", "NUM", "NOUN"):
        case -= 1
    noun = tokens[inner].head
    aside = 0 < noun < inner < case and tokens[inner].deprel == "acl" and tokens[noun].deprel == "obj"
    if not aside or tokens[case].upos != "ADP" or tokens[case - 1].text != "," or tokens[inner - 1].text != ",":
        return {}
    behind = {k: (i, tokens[k].deprel) for k in range(case, i)}
    return {i: (tokens[noun].head, "obl"), **behind} if 0 <= tokens[noun].head < noun else {}


def called_so(tokens: Sequence[Token], i: int) -> Moved:
    """ "Released the crew of the tanker Astor", with the name for a second object: what stands with no word between
    behind a noun that is no object itself is its name."""
    verb, noun = tokens[i].head, tokens[i - 1]
    beside = verb < i - 2 and tokens[i].upos == "PROPN" and noun.upos == "NOUN" and noun.deprel == "nmod"
    first = next((k for k in range(verb + 1, i - 1) if tokens[k].deprel == "obj" and tokens[k].head == verb), None)
    return {i: (i - 1, "appos")} if beside and first is not None and noun.head == first else {}


def by_passive(tokens: Sequence[Token], i: int) -> Moved:
    """ "Bird flu was detected", with the flu as who detected: what stands before a passive without "by" is found."""
    verb = tokens[i].head
    before = i < verb < i + REACH and not any(t.head == i and t.deprel == "case" for t in tokens[max(0, i - 4) : i])
    passive = before and any(t.head == verb and t.deprel == "aux:pass" for t in tokens[i + 1 : verb])
    lone = passive and not any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens[:verb])
    return {i: (verb, "nsubj:pass")} if lone else {}


def particle(tokens: Sequence[Token], i: int) -> Moved:
    """ "off" of "lifted off from Kor", with both words hung on the place: a particle of the verb."""
    word, verb = tokens[i], tokens[i - 1]
    if word.text != "off" or verb.upos != "VERB" or i + 1 >= len(tokens):
        return {}
    behind = tokens[i + 1]
    return {i: (i - 1, "compound:prt")} if behind.text == "from" and behind.head == word.head else {}


def once_more(tokens: Sequence[Token], i: int) -> Moved:
    """ "Was arrested, the club's second such arrest", with the arrest for what was given: it tells the same again."""
    verb = tokens[i].head
    comma = next((k for k in range(i - 1, verb, -1) if tokens[k].text == ","), -1)
    passive = 0 <= verb < comma and any(t.head == verb and t.deprel == "aux:pass" for t in tokens[:verb])
    such = passive and any(t.head == i and t.text in ("such", "latest") for t in tokens[comma:i])
    inside = such and all(tokens[k].head in range(comma, i + 1) for k in range(comma, i))
    outside = (k for k in range(verb + 1, comma) if tokens[k].head == i and tokens[k].upos != "PUNCT")
    return {i: (verb, "parataxis"), **dict.fromkeys(outside, (verb, "obl"))} if inside else {}


def behind_both(tokens: Sequence[Token], i: int) -> Moved:
    """ "Officers shot and killed a teacher", read as "officers were shot", with the teacher for a second subject: a
    past with a noun on either side and no helping verb is told of the first, and done to the second."""
    verb = tokens[i].head
    if not 0 <= verb < i or tokens[verb].upos != "VERB" or aux_of(tokens, verb):
        return {}
    passive = [k for k in range(verb) if tokens[k].head == verb and tokens[k].deprel == "nsubj:pass"]
    cased = any(t.head == i and t.deprel in {"case", "mark"} for t in tokens[verb:i])
    if not passive or cased or any(t.text in {",", ":", ";"} for t in tokens[verb:i]):
        return {}
    return {i: (verb, "obj"), **dict.fromkeys(passive, (verb, "nsubj"))}


def of_the_aside(tokens: Sequence[Token], i: int) -> Moved:
    """ "Ana Roe, a surgeon and medical correspondent, was hurt", with the correspondent for a second person beside Roe:
    what is joined within one pair of commas is joined to what stands there."""
    name = tokens[i].head
    aside = (
        [k for k in range(name + 2, i) if tokens[k].head == name and tokens[k].deprel == "appos"] if name >= 0 else []
    )
    if not aside or tokens[i].upos != "NOUN" or tokens[name].upos != "PROPN":
        return {}
    one = (
        all(tokens[k].text == tokens[k].lemma for k in (aside[-1], i)) and tokens[i].text != "people"
    )  # but "Roe, his sons and friends of theirs"
    if not one or (i + 1 < len(tokens) and tokens[i + 1].upos == "PROPN"):
        return {}
    opened = any(t.text == "," for t in tokens[name + 1 : aside[0]])
    return {i: (aside[-1], "conj")} if opened and not any(t.text == "," for t in tokens[aside[-1] : i]) else {}


def told_to(tokens: Sequence[Token], i: int) -> Moved:
    """ "It happened on Friday, with Norlink directing a firm to head there", with the heading for the aim of what
    happened: whom one orders, it is to do so."""
    outer, to = tokens[i].head, i - 1
    if to < 1 or tokens[to].text != "to" or not 0 <= outer < to:
        return {}
    whom = tokens[to - 1] if tokens[to - 1].deprel == "obj" else tokens[tokens[to - 1].head]
    ordered = whom.deprel == "obj" and outer < whom.head < to and tokens[whom.head].lemma.lower() in ORDERING
    return {i: (whom.head, "xcomp")} if ordered else {}


def to_whom(tokens: Sequence[Token], i: int) -> Moved:
    """ "Offered Karim Laz the post", with the post for an aside to Laz; "granted Ana Roe asylum", with the asylum hers:
    without a comma, or without "'s", somebody is given something."""
    owned = tokens[i].deprel == "nmod:poss"
    who, given = (i, tokens[i].head) if owned else (tokens[i].head, i)
    hung = tokens[given if owned else who]
    verb = hung.head
    if not 0 <= verb < who < given or tokens[verb].lemma.lower() not in HANDED or tokens[who].upos != "PROPN":
        return {}
    between = tokens[who + 1 : given]
    apart = any(t.upos == "PUNCT" or (t.head == who and t.deprel == "case") for t in between)
    led = owned or any(t.text.lower() in DETERMINERS and t.head == given for t in between)
    if hung.deprel != "obj" or tokens[given].upos != "NOUN" or not led or apart:
        return {}
    behind = (
        k for k in range(given + 1, len(tokens)) if tokens[k].head == who and tokens[k].deprel in ("appos", "nmod")
    )
    of_it = next((k for k in behind if tokens[given + 1].head == k), None)
    return {who: (verb, "iobj"), given: (verb, "obj"), **({} if of_it is None else {of_it: (given, "nmod")})}


def in_the_list(tokens: Sequence[Token], i: int) -> Moved:
    """ "jailed" of "Tom Ott, jailed mayor Ann Roe and Bo Lind", read as what Ott did: between two names of a list a
    participle before a title says what the next one is."""
    up, name = tokens[i].head, next((k for k in range(i + 1, len(tokens)) if tokens[k].head == i), 0)
    before = tokens[i - 2] if i > 1 and tokens[i - 1].text in (",", "and", "or") else tokens[i]
    listed = 0 <= up < i and tokens[up].upos in ("PROPN", "NOUN") and before.upos == "PROPN"
    done = listed and tokens[i].upos == "VERB" and tokens[i].text.endswith(("ed", "en")) and name > i + 1
    titled = done and tokens[name].deprel == "obj" and tokens[name].upos == "PROPN" and tokens[i + 1].upos != "DET"
    inside = [k for k in range(i + 1, name) if tokens[k].head in range(i + 1, name + 1)]
    if not titled or len(inside) < name - i - 1 or all(tokens[k].deprel != "nmod:desc" for k in inside):
        return {}
    behind = (k for k in range(i + 1, len(tokens)) if tokens[k].head == i and k != name and tokens[k].upos != "PUNCT")
    return {i: (name, "amod"), name: (up, "conj"), **dict.fromkeys(behind, (up, "conj"))}


def then(tokens: Sequence[Token], i: int) -> Moved:
    """ "attack" of "may try to cut the road, then attack the port", read as a clause of its own: a bare verb behind
    "then" goes on with the infinitive before it."""
    bare = i > 2 and tokens[i].text in (tokens[i].lemma, "lay") and tokens[i - 1].text == "then"
    low = tokens[i].head
    if not bare or tokens[i].upos != "VERB" or not 0 <= low < i or any(t.head == i for t in tokens[: i - 2]):
        return {}
    verbs = (k for k in range(i - 2, low - 1, -1) if tokens[k].upos == "VERB" and tokens[k - 1].text == "to")
    first = next((k for k in verbs if tokens[k].deprel in ("xcomp", "ccomp", "advcl", "acl")), None)
    return {i: (first, "conj")} if first is not None else {}


def since_then(tokens: Sequence[Token], i: int) -> Moved:
    """ "2010" of "the president, in office since 2010, shut the border", hung on the shutting: between two commas it
    goes with what stands before it, and that with who is meant."""
    first = start_of(tokens, i)
    before, verb = first - 1, tokens[i].head
    end = next((k for k in range(i + 1, verb) if tokens[k].text == ","), verb)
    inside = all(first <= t.head <= end for t in tokens[i + 1 : end])  # "since a coup in 1989"
    aside = i < end < verb and inside and tokens[first].text == "since"
    comma = next((k for k in range(before - 1, max(0, before - 4), -1) if aside and tokens[k].text == ","), 0)
    if not comma or tokens[before].upos not in ("NOUN", "PROPN"):
        return {}
    apart = tokens[before].head == verb and tokens[before].deprel == "obl"
    return {i: (before, "nmod"), **({before: (comma - 1, "nmod")} if apart else {})}


def hyphened(tokens: Sequence[Token], i: int) -> Moved:
    """ "Prince" of "Port-au-Prince", "Roe" of "Ana Asare-Roe", read as another name for the port and for Ana: what
    hyphens tie together is one name."""
    head = tokens[i].head
    last = i - 2 if 0 <= head < i - 2 and tokens[i - 2].head == head and tokens[i - 2].deprel == "flat" else head
    tied = 0 <= head < i - 1 and all(a.end == b.start for a, b in pairwise(tokens[last : i + 1]))
    return {i: (head, "flat")} if tied and tokens[i - 1].text == "-" and tokens[i].upos == "PROPN" else {}


def being_done(tokens: Sequence[Token], i: int) -> Moved:
    """ "handed" of "waited for food being handed out", "sold" of "protested against the mill being sold", with food
    and mill for when or how it was: the noun right before "being" is what it is done to."""
    noun, verb = i - 2, tokens[i].head
    being = noun > verb >= 0 and tokens[i - 1].text == "being" and tokens[i - 1].head == i
    if not being or tokens[noun].upos not in ("NOUN", "PROPN") or tokens[noun].head != verb:
        return {}
    case = next((k for k in range(verb + 1, noun) if tokens[k].head == noun and tokens[k].deprel == "case"), noun)
    if tokens[case].text == "against":
        return {noun: (i, "nsubj:pass"), case: (i, "mark")}
    return {i: (noun, "acl")} if tokens[case].text in ("for", "of", "from", "with") else {}


def each(tokens: Sequence[Token], i: int) -> Moved:
    """ "Russia and Britain each expelled three envoys", with "each" for a second subject: they did."""
    verb, word = tokens[i].head, tokens[i].text.lower()
    floats = word in {"each", "both", "all"} and i < verb < i + 3 and i > 0
    told = floats and any(t.head == verb and t.deprel == tokens[i].deprel for t in tokens[:i])
    return {i: (verb, "advmod")} if told else {}


def not_so(tokens: Sequence[Token], i: int) -> Moved:
    """ "not" of "pleaded not guilty", "was deemed not fit", hung on the verb: what stands behind a verb and before
    what it says denies that alone."""
    verb = i - 1
    behind = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    said_of = tokens[i].text == "not" and tokens[i].head == verb and tokens[verb].upos == "VERB"
    return {i: (i + 1, "advmod")} if said_of and behind.upos == "ADJ" and behind.head == verb else {}


def named_so(tokens: Sequence[Token], i: int) -> Moved:
    """ "one" of "called the vote “one of the worst”", hung on the vote as another word for it: what stands in quotes
    right behind whom one calls, one calls them."""
    thing = tokens[i].head
    quoted = 0 < thing < i - 1 and tokens[thing + 1].text in ('"', "“", "``") and tokens[thing].deprel == "obj"
    verb = tokens[thing].head
    called = quoted and 0 <= verb < thing and tokens[verb].lemma.lower() in CALLING
    return {i: (verb, "xcomp")} if called else {}


def bare_word(tokens: Sequence[Token], i: int) -> Moved:
    """ "guilty" of "pleading not guilty to it", read as a sentence of its own: without a subject or a helping verb an
    adjective is what the verb says."""
    verb = tokens[i].head
    own = any(
        t.head == i and (t.deprel[:5] in ("nsubj", "csubj") or t.deprel in ("cop", "mark", "aux")) for t in tokens
    )
    return {i: (verb, "xcomp")} if tokens[i].upos == "ADJ" and 0 <= verb < i and not own else {}


def by_title(tokens: Sequence[Token], i: int) -> Moved:
    """ "Siddall" of "according to spokeswoman Anne Siddall", hung beside the spokeswoman: a name right behind what
    somebody is, is hers."""
    title = tokens[i - 1]
    bare = tokens[i].upos == "PROPN" and title.upos == "NOUN" and title.deprel == "obl" and title.head == tokens[i].head
    return {i: (i - 1, "appos")} if bare and title.text.islower() else {}


def whose_deed(tokens: Sequence[Token], i: int) -> Moved:
    """ "forces" of "for the first time forces opposed to him crossed the river", read as who was opposed, with the
    crossing as nobody's: a participle behind a noun, with a verb to come that has no other subject, says which."""
    verb = tokens[i].head
    root = tokens[verb].head if verb == i + 1 and tokens[verb].deprel == "advcl" else -1
    if root <= verb + 1 or tokens[i].upos != "NOUN" or not tokens[verb].text.endswith("ed"):
        return {}
    led = tokens[verb + 1].text in ("to", "by", "in", "at", "from", "with") and tokens[root].upos == "VERB"
    parted = any(t.text in (",", ";", ":") for t in tokens[verb:root])
    alone = not any(t.head == root and t.deprel.startswith("nsubj") for t in tokens)
    return {i: (root, "nsubj"), verb: (i, "acl")} if led and alone and not parted else {}


def with_whom(tokens: Sequence[Token], i: int) -> Moved:
    """ "board" of "will work with the board set up by the bank", hung on the setting up: what stands behind "with" is
    whom one works with, and the participle says which."""
    verb = tokens[i].head
    outer = tokens[verb].head if verb > i and tokens[verb].deprel == "advcl" else i
    case = next((t.text for t in tokens[max(0, i - 4) : i] if t.head == i and t.deprel == "case"), "by")
    return {i: (outer, "obl"), verb: (i, "acl")} if 0 <= outer < i and case != "by" else {}


def given_to_them(tokens: Sequence[Token], i: int) -> Moved:
    """ "minders" of "reporters were given minders", read as who gave: no "by" stands there."""
    verb = tokens[i].head
    bare = verb < i and not any(t.head == i and t.upos == "ADP" for t in tokens[verb + 1 : i])
    return {i: (verb, "obj")} if bare and tokens[verb].lemma.lower() in HANDED else {}


def of_whom(tokens: Sequence[Token], i: int) -> Moved:
    """ "talks" of "his envoy in the talks, Ida Lind, left Kor", hung on the leaving: between a noun and the name that a
    comma sets behind it stands what the noun is."""
    verb, noun = tokens[i].head, start_of(tokens, i) - 1
    whose = 0 <= noun < i < verb and tokens[noun].head == verb and tokens[noun].deprel.startswith("nsubj")
    named = whose and any(
        t.head == verb and t.deprel.startswith("nsubj") and t.upos == "PROPN" for t in tokens[i + 1 : verb]
    )
    return {i: (noun, "nmod")} if named and tokens[noun].upos == "NOUN" else {}
