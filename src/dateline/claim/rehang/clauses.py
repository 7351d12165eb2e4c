"""Words that the parser hung across the border of a clause: behind a comma, behind a passive, behind "as".

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.lexis import CALENDAR
from dateline.sentence.reading import Token

Moved = dict[int, tuple[int, str]]  # by word, its new head and how it hangs there

REACH: Final = 8  # words looked back from the head of a phrase
OPENS: Final = frozenset({"as", "while", "after", "before", "since", "until"})
# Verbs that are nothing without a second phrase: "brought the fire, which had burned since Sunday, under control".
LEADS: Final[dict[str, tuple[str, ...]]] = {
    "bring": ("under", "to", "into", "before"), "put": ("under", "on", "in", "into"), "place": ("under", "on", "in"),
    "keep": ("under", "in", "at"), "sentence": ("to",), "hand": ("to", "over"), "transfer": ("to",), "move": ("to",),
    "extradite": ("to",), "deport": ("to",), "return": ("to",), "charge": ("with",), "accuse": ("of",),
    "convict": ("of",), "turn": ("into", "over"), "replace": ("with",), "send": ("to",), "ban": ("from",),
}  # fmt: skip
# The same of an -ing form, with what always stands right behind it: "a line was cut, resulting in the loss of power".
LEADS_ON: Final[dict[str, tuple[str, ...]]] = {
    "result": ("in",), "culminate": ("in",), "end": ("in", "with"), "lead": ("to",), "amount": ("to",),
    "protest": ("against", "at", "over"), "demonstrate": ("against", "for"), "campaign": ("for", "against"),
    "call": ("for", "on"), "search": ("for",), "look": ("for",), "wait": ("for",), "belong": ("to",), "stem": ("from",),
    "respond": ("to",), "react": ("to",), "flee": ("from", "to"), "depend": ("on",), "consist": ("of",),
}  # fmt: skip
# What is as well said of the whole: when it was, and beside what.
OF_THE_WHOLE: Final = frozenset({"after", "before", "since", "until", "during", "amid", "despite", "following", "on"})
FINITE: Final = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})
# Nouns behind which "that" says of what.
OF_WHAT: Final = frozenset(
    {"evidence", "proof", "sign", "indication", "suggestion", "doubt", "guarantee", "likelihood"}
)
AHEAD: Final = frozenset({"will", "would", "shall", "'ll", "’ll"})
OPENS_TIME: Final = frozenset({"if", "unless", "when", "once", "until", "before", "after", "while", "because"})
CLAUSES: Final = frozenset({"ccomp", "csubj", "xcomp"})
SPANS: Final = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade"})
DAYS: Final = CALENDAR | {"today", "yesterday"}
WHEN: Final = frozenset({"when", "while", "as", "because", "after", "before", "since"})
FORMS: Final = frozenset({"aux", "aux:pass"})


def start_of(tokens: Sequence[Token], i: int) -> int:
    """The first word of the phrase of word `i`, by what stands before it and hangs on it."""
    first = i
    for k in range(i - 1, max(-1, i - REACH), -1):
        if tokens[k].upos == "PUNCT" or tokens[k].head not in range(k + 1, i + 1):
            break
        first = k
    return first


def _between(tokens: Sequence[Token], low: int, high: int, *texts: str) -> int | None:
    """The last word between the two that is one of the texts."""
    return next((k for k in range(high - 1, low, -1) if tokens[k].text in texts), None)


def across(tokens: Sequence[Token], i: int) -> Moved:
    """The first of the rules below that holds."""
    first = start_of(tokens, i)
    if tokens[i].upos == "NUM" and tokens[i - 1].text == "aged":
        return {i: (i - 1, "obl")}  # "died aged 84"
    if tokens[i].head > i:
        return _split_place(tokens, i, first) or _as_it_was(tokens, i, first)
    if first == i:
        return {}
    rules = (_by_whom, _led_to, _with_whom, _as_it_did, _past_relative, _in_last_clause, _in_apposition, _so_long_there)
    for rule in rules:
        if (head := rule(tokens, i, first)) is not None:
            return head
    return {}


def _split_place(tokens: Sequence[Token], i: int, first: int) -> Moved:
    """ "While in nearby Alem shops stayed shut", with "Alem shops" for one phrase: the shops stayed, in Alem."""
    verb, place = tokens[i].head, i - 1
    if i - first < 2 or verb != i + 1 or tokens[verb].upos != "VERB" or tokens[verb].text.endswith("ing"):
        return {}
    named = tokens[place].upos == "PROPN" and tokens[place].deprel == "compound" and tokens[i].text.endswith("s")
    if (
        not named
        or tokens[first].text not in {"in", "at", "near"}
        or any(t.head == verb and t.deprel.startswith(("nsubj", "aux")) for t in tokens[max(0, first - REACH) : verb])
    ):
        return {}
    own = {k: (place, tokens[k].deprel) for k in range(first, place) if tokens[k].head in (i, place)}
    return {**own, place: (verb, "obl"), i: (verb, "nsubj")}


def _as_it_was(tokens: Sequence[Token], i: int, first: int) -> Moved:
    """ "As the number of cases doubled", with the number for a phrase beside: a noun with an article and no preposition
    in front of a verb that has no subject is one."""
    verb = tokens[i].head
    near = range(max(0, first - REACH), verb)
    marked = tokens[first].upos == "DET" and tokens[first - 1].head == verb and tokens[first - 1].deprel == "mark"
    finite = tokens[verb].upos == "VERB" and not tokens[verb].text.endswith("ing") and tokens[i].upos == "NOUN"
    taken = any(tokens[k].head == verb and tokens[k].deprel.startswith(("nsubj", "expl")) for k in near)
    cased = any(tokens[k].head == i and tokens[k].deprel == "case" for k in range(first, i))
    passive = any(tokens[k].head == verb and tokens[k].deprel == "aux:pass" for k in near)
    fits = marked and finite and not taken and not cased
    return {i: (verb, "nsubj:pass" if passive else "nsubj")} if fits else {}


def _by_whom(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Stabbed two men before being overpowered by guards", with the guards hung on the stabbing: what stands with
    "by" right behind a passive is who did that."""
    verb = first - 1
    inner = tokens[first].text == "by" and tokens[verb].upos == "VERB" and tokens[i].head < verb
    passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens[max(0, verb - 4) : verb])
    return {i: (verb, "obl:agent")} if inner and passive else None


def _led_to(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Was cut resulting in the loss of power", with the loss hung on the cut: what the -ing form leads to is its."""
    verb = tokens[first - 1]
    led = verb.upos == "VERB" and verb.text.endswith("ing") and tokens[i].head < first - 1
    return {i: (first - 1, "obl")} if led and tokens[first].text in LEADS_ON.get(verb.lemma.lower(), ()) else None


def _with_whom(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Fell while climbing to a hut with three friends", with the friends hung on the fall: they climbed."""
    if tokens[first].text not in ("with", "to", "into", "from", "towards") or tokens[first - 1].upos == "PUNCT":
        return None
    for k in range(first - 1, max(tokens[i].head, first - 2 * REACH), -1):
        if tokens[k].upos in ("VERB", "PUNCT"):
            while_doing = (
                tokens[k].text.endswith("ing") and tokens[k - 1].text == "while" and tokens[k].deprel == "advcl"
            )
            return {i: (k, "obl")} if while_doing and tokens[k].head == tokens[i].head else None
    return None


def _as_it_did(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Fled as a fire, fanned by wind, swept towards Kor", with "as a fire" for a phrase: the fire swept."""
    if tokens[first].text not in OPENS or i + 1 >= len(tokens) or tokens[i + 1].text != ",":
        return None
    for k in range(i + 2, min(i + 16, len(tokens))):
        word = tokens[k]
        if word.upos == "VERB" and word.deprel == "advcl" and word.head == tokens[i].head:
            alone = tokens[k - 1].text == "," and not word.text.endswith("ing")
            bare = alone and not any(t.head == k and t.deprel.startswith(("nsubj", "aux", "mark")) for t in tokens)
            return {i: (k, "nsubj"), first: (k, "mark")} if bare else None
    return None


def _past_relative(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Brought the fire, which had burned since Sunday, under control": what stands behind the second comma belongs to
    the verb before the first, where that one leads to it."""
    inner = tokens[i].head
    if tokens[first - 1].text != "," or tokens[inner].deprel != "acl:relcl":
        return None
    noun = tokens[inner].head
    outer = tokens[noun].head if 0 <= noun < inner else -1
    opened = _between(tokens, noun, inner, "which", "who", "whom")
    if not 0 <= outer < noun or opened is None or tokens[opened - 1].text != ",":
        return None
    leads = tokens[first].text in LEADS.get(tokens[outer].lemma.lower(), ())
    return {i: (outer, "obl")} if leads and tokens[noun].deprel == "obj" else None


def _in_last_clause(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Opened an inquiry, accused of hiding abuse by priests in his diocese", "lifted the ban, letting them play at
    the games in July": what follows such a clause with no comma stands in it; a day may be that of both."""
    comma = _between(tokens, tokens[i].head, first, ",", ";", "and", "or", "but")
    if comma is None or tokens[comma].text != "," or comma + 1 >= first or tokens[first].text in OF_THE_WHOLE:
        return None
    opens = tokens[comma + 1]
    beside = opens.upos == "VERB" and opens.deprel == "advcl" and opens.head == tokens[i].head
    beside = beside or (opens.upos == "VERB" and opens.deprel == "acl" and tokens[i].head < opens.head < comma)
    if not beside or not opens.text.endswith(("ing", "ed")):
        return None
    verbs = [k for k in range(comma + 1, first) if tokens[k].upos == "VERB" and tokens[k].deprel != "amod"]
    led = tokens[verbs[-1]].deprel == "xcomp" and tokens[verbs[-1] - 1].text == "to"
    low = tokens[i].text.lower()
    timed = low in DAYS or low.isdigit() or tokens[i].lemma.lower() in {"day", "week", "month", "year"}
    return {i: (verbs[-1], "obl")} if led or not timed else None


def _in_apposition(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Will go there in May, the first visit by a pope since 1998", with the year hung on the going: what follows with
    no comma stands in the phrase."""
    comma = _between(tokens, tokens[i].head, first, ",", ";", "–", "-")
    if comma is None or tokens[comma].text != "," or comma + 1 >= first:
        return None
    for n in range(comma + 1, min(comma + REACH, first)):
        word = tokens[n]
        if word.upos == "NOUN" and word.head == tokens[i].head and word.deprel in ("parataxis", "appos"):
            verbal = any(t.upos in ("VERB", "AUX") and t.deprel != "amod" for t in tokens[comma:first])
            return None if verbal else {i: (n, "nmod")}
    return None


def _so_long_there(tokens: Sequence[Token], i: int, first: int) -> Moved | None:
    """ "Were freed after 12 days in captivity", with the captivity hung on the freeing: so long they had been there."""
    span = first - 1
    long = (
        tokens[span].lemma.lower() in SPANS
        and tokens[span].head == tokens[i].head
        and tokens[first].text in ("in", "on")
    )
    after = long and any(t.head == span and t.text.lower() == "after" for t in tokens[max(0, span - 5) : span])
    timed = tokens[i].text.casefold() in DAYS or tokens[i].upos not in ("NOUN", "PROPN")
    return {i: (span, "nmod")} if after and not timed else None


def second_subject(tokens: Sequence[Token], i: int) -> Moved:
    """ "Stripped her of it after a sample tested positive", with the sample hung on the stripping: a subject behind its
    verb that has another one is that of the verb behind it."""
    head = tokens[i].head
    if opened := _behind_when(tokens, i, head):
        return opened
    verb = i + 1
    while verb < len(tokens) and tokens[verb].deprel == "flat" and tokens[verb].head == i:
        verb += 1
    if not 0 <= head < i or verb >= len(tokens) or tokens[verb].upos != "VERB" or tokens[verb].deprel != "advcl":
        return {}
    other = any(t.head == head and t.deprel.startswith("nsubj") for t in tokens[max(0, head - 2 * REACH) : head])
    own = any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens[head:verb])
    if not other or own or tokens[verb].head > head:
        return {}
    marks = {k: (verb, "mark") for k in range(i - 4, i) if tokens[k].deprel == "mark" and tokens[k].head == head}
    opens = start_of(tokens, i) - 1
    if opens > head and tokens[opens].text in ("after", "before") and tokens[opens].deprel == "case":
        marks[opens] = (verb, "mark")  # "on Friday, a day after the premier froze the talks"
    return {i: (verb, "nsubj"), **marks}


def _behind_when(tokens: Sequence[Token], i: int, head: int) -> Moved:
    """ "Lena Ostrow died when the brothers Karl Beck, 31, and Tom Beck, 35, were racing", with the brothers hung on the
    dying: what "when" opens has its own subject."""
    first = start_of(tokens, i) if 0 <= head < i - 1 else 0
    opens = first - 1
    if opens <= head or tokens[opens].text not in WHEN:
        return {}
    near = range(i + 1, min(len(tokens), i + 2 * REACH))
    verb = next((k for k in near if tokens[k].deprel == "advcl" and tokens[k].head == head), None)
    finite = verb is not None and any(tokens[k].head == verb and tokens[k].deprel in FORMS for k in range(i, verb))
    own = finite and any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens)
    other = any(t.head == head and t.deprel.startswith("nsubj") for t in tokens[:opens])
    if verb is None or not finite or own or not other:
        return {}
    passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens[i:verb])
    label = "nsubj:pass" if passive else "nsubj"
    return {i: (verb, label), opens: (verb, tokens[opens].deprel if tokens[opens].deprel == "mark" else "advmod")}


def compound_end(tokens: Sequence[Token], i: int) -> Moved:
    """ "off" of "before lift-off", taken for a particle of the verb: the end of a compound is none."""
    tied = i > 1 and tokens[i - 1].text == "-" and tokens[i - 1].end == tokens[i].start
    return {i: (tokens[i].head, "obl")} if tied and tokens[i].head < i - 2 else {}


def _joined_finite(tokens: Sequence[Token], i: int) -> Moved:
    """ "Will not reopen, the mayor said, and is to be torn down", with the second for what the first leads to: what
    "and" and a form of its own open is joined."""
    head = tokens[i].head
    near = range(max(0, i - REACH), i)
    joined = head < i and any(tokens[k].head == i and tokens[k].deprel == "cc" for k in near)
    finite = joined and any(tokens[k].head == i and tokens[k].text in FINITE for k in near)
    return {i: (head, "conj")} if finite else {}


def clause(tokens: Sequence[Token], i: int) -> Moved:
    """The first of the rules below that holds, of a clause."""
    mark = next(
        (k for k in range(i - 1, max(0, i - 2 * REACH), -1) if tokens[k].deprel == "mark" and tokens[k].head == i), 0
    )
    found = (
        _first_of_two(tokens, i)
        or _that_of_noun(tokens, i, mark)
        or _that_of_verb(tokens, i, mark)
        or _while_doing(tokens, i, mark)
    )
    return found or _joined_finite(tokens, i) or relative(tokens, i)


def _first_of_two(tokens: Sequence[Token], i: int) -> Moved:
    """ "A prisoner who fled was caught on Sunday after a driver saw him", with the catching hung on the seeing, and the
    prisoner with it: what stands before "after" with its own "was" is the sentence, and its subject the first one."""
    main = tokens[i].head
    opens = next((k for k in range(i + 1, min(main, i + REACH)) if tokens[k].text in WHEN), None) if i < main else None
    if opens is None or tokens[main].head not in (main, -1) or tokens[main].upos != "VERB":
        return {}
    was = any(tokens[k].head == i and tokens[k].deprel == "aux:pass" for k in range(max(0, i - 3), i))
    subjects = [k for k in range(main) if tokens[k].head == main and tokens[k].deprel.startswith("nsubj")]
    before, behind = [k for k in subjects if k < i], [k for k in subjects if k > opens]
    own = any(t.head == i and t.deprel.startswith("nsubj") for t in tokens)
    if not was or own or not before or not behind:
        return {}
    inside = {k: (i, tokens[k].deprel) for k in range(i + 1, opens) if tokens[k].head == main}
    whole = (i if tokens[main].head == main else tokens[main].head, tokens[main].deprel)
    return {before[0]: (i, "nsubj:pass"), i: whole, main: (i, "advcl"), opens: (main, "mark"), **inside}


def relative(tokens: Sequence[Token], i: int) -> Moved:
    """ "Ann Roe, who was sacked in March, is to get her job back", with the sacking beside the getting, or "in March"
    hung on it: what stands between the two commas is of her who was sacked."""
    near = range(max(1, i - REACH), i)
    who = next((k for k in near if tokens[k].text in ("who", "which") and tokens[k].head == i), None)
    close = next((k for k in range(i + 1, min(i + 2 * REACH, len(tokens))) if tokens[k].text in (",", ";")), None)
    if who is None or close is None or tokens[who - 1].text != "," or who < 2:
        return {}
    noun = tokens[who - 2].head if tokens[who - 2].deprel == "flat" else who - 2
    own = tokens[i].deprel == "acl:relcl" or tokens[noun].upos not in ("NOUN", "PROPN") or tokens[i].head < close
    out: Moved = {} if own else {i: (noun, "acl:relcl")}
    inside = (k for k in range(i + 1, close) if close < tokens[k].head and tokens[k].upos != "PUNCT")
    return {**out, **{k: (i, tokens[k].deprel) for k in inside}}


def _that_of_noun(tokens: Sequence[Token], i: int, mark: int) -> Moved:
    """ "Insisted there was no evidence that it was spreading", with the last clause hung on the insisting: it says of
    what there was none."""
    noun = mark - 1
    telling = mark and tokens[mark].text == "that" and tokens[noun].upos == "NOUN" and tokens[noun].lemma in OF_WHAT
    return {i: (noun, "acl")} if telling and tokens[i].head < noun else {}


def _that_of_verb(tokens: Sequence[Token], i: int, mark: int) -> Moved:
    """ "Riots broke out after inmates learned that one had died", with the death hung on the riots: it was learned."""
    verb = mark - 1
    learned = mark and tokens[mark].text == "that" and tokens[verb].upos == "VERB" and tokens[i].deprel == "advcl"
    return {i: (verb, "ccomp")} if learned and tokens[i].head < verb else {}


def _while_doing(tokens: Sequence[Token], i: int, mark: int) -> Moved:
    """ "Said that one had died while being moved", with the moving hung on the first verb: what goes on while one does
    a thing, with no subject of its own, stands with the verb right before it."""
    verb = mark - 1
    beside = mark and tokens[mark].text == "while" and tokens[verb].upos == "VERB" and tokens[i].head < verb
    own = any(t.head == i and t.deprel.startswith("nsubj") for t in tokens[mark:i])
    return {i: (verb, "advcl")} if beside and not own else {}


def set_between(tokens: Sequence[Token], i: int) -> Moved:
    """ "The crew, hijacked in March, have been freed", with the crew for the subject of the first: of the verb behind
    the second comma, which has none."""
    verb = tokens[i].head
    if not i < verb or tokens[verb - 1].text != "," or tokens[verb].upos != "VERB" or tokens[i].upos == "PRON":
        return {}
    if any(t.head == verb and t.deprel.startswith("aux") for t in tokens[i:verb]) or tokens[verb].text.endswith("ing"):
        return {}
    close = next((k for k in range(verb + 1, min(verb + 2 * REACH, len(tokens) - 1)) if tokens[k].text == ","), None)
    aux = tokens[close + 1] if close is not None else None
    if aux is None or aux.upos != "AUX" or not 0 <= aux.head < len(tokens) or tokens[aux.head].upos != "VERB":
        return {}
    main = aux.head
    free = not any(t.head == main and t.deprel.startswith("nsubj") for t in tokens)
    passive = any(t.head == main and t.deprel == "aux:pass" for t in tokens[verb:main])
    moved: Moved = {i: (main, "nsubj:pass" if passive else "nsubj"), verb: (i, "acl")}
    if tokens[main].head == verb:  # the second hung on the first
        moved[main] = tokens[verb].head if tokens[verb].head != verb else main, tokens[verb].deprel
    return moved if free else {}


def named_beside(tokens: Sequence[Token], i: int) -> Moved:
    """ "Orlov" of "left the capital, Orlov, on a plane", with the two for things that were left: it is the capital."""
    verb, first = tokens[i].head, i
    while first > 1 and tokens[first - 1].upos == "PROPN" and tokens[first - 1].head in range(first, i + 1):
        first -= 1
    noun = first - 2
    set_off = tokens[i].upos == "PROPN" and noun > verb and tokens[first - 1].text == ","
    one = set_off and tokens[noun].upos == "NOUN" and tokens[noun].deprel == "obj" and tokens[noun].head == verb
    own = one and any(tokens[k].head == noun and tokens[k].text in ("the", "its", "their") for k in range(verb, noun))
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].head != i), i)
    listed = any(t.head == i and t.deprel in ("cc", "conj") for t in tokens[first : i + REACH])
    return {i: (noun, "appos")} if own and not listed and (end == i or tokens[end - 1].text in (",", ".")) else {}


def done_before(tokens: Sequence[Token], i: int) -> Moved:
    """ "ousted" of "freed ousted president Alim Roe from prison", read as a deed beside the freeing: what stands
    between a verb and its object is of the object."""
    verb, word = i - 1, tokens[i]
    beside = word.upos == "VERB" and word.text.endswith("ed") and word.head == verb and tokens[verb].upos == "VERB"
    if not beside or i + 1 >= len(tokens) or tokens[i + 1].upos not in ("NOUN", "PROPN", "ADJ"):
        return {}
    aux = any(
        t.head == verb and t.deprel.startswith("aux") and t.lemma == "be" for t in tokens[max(0, verb - 4) : verb]
    )
    noun = next((k for k in range(i + 1, len(tokens)) if tokens[k].head == i and tokens[k].deprel == "obj"), None)
    if aux or noun is None or (tokens[verb].text.endswith("ing") and tokens[verb].deprel == "amod"):
        return {}
    subject = {k: (verb, "nsubj") for k in range(verb) if tokens[k].head == verb and tokens[k].deprel == "nsubj:pass"}
    behind = (k for k in range(noun + 1, len(tokens)) if tokens[k].head == i)
    return {**subject, i: (noun, "amod"), noun: (verb, "obj"), **{k: (verb, tokens[k].deprel) for k in behind}}


def under_the_condition(tokens: Sequence[Token], i: int) -> Moved:
    """ "Will leave if the talks fail and the army attacks", with the attack joined to the leaving: a present with its
    own subject is joined to the present before it, and not to what is to come."""
    head = tokens[i].head
    if not 0 <= head < i or tokens[i].upos != "VERB" or not aux_of(tokens, head) & AHEAD:
        return {}
    inner = next((k for k in range(i - 1, head, -1) if tokens[k].deprel == "advcl" and tokens[k].head == head), None)
    opened = inner is not None and any(t.head == inner and t.text in OPENS_TIME for t in tokens[head:inner])
    subject = any(t.head == i and t.deprel.startswith("nsubj") for t in tokens[inner or 0 : i])
    if inner is None or not opened or not subject or aux_of(tokens, i):
        return {}
    if any(t.head == i and t.deprel == "mark" for t in tokens[inner:i]) or aux_of(tokens, inner) & AHEAD:
        return {}
    present = tokens[i].text.lower() in {tokens[i].lemma.lower(), f"{tokens[i].lemma.lower()}s"}
    passive = bool(aux_of(tokens, inner) & {"is", "are"})
    return {i: (inner, "conj")} if present or passive else {}


def aux_of(tokens: Sequence[Token], i: int) -> set[str]:
    """The auxiliaries of the verb, as they stand."""
    near = tokens[max(0, i - REACH) : i]
    return {t.text.lower() for t in near if t.head == i and t.deprel.startswith(("aux", "cop"))}
