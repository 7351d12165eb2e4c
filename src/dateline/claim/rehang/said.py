"""Words that the parser hung on the wrong verb around a word of saying: "Osland has left the pact, its envoy said".

In:   the words of a sentence and the index of one.
Out:  which words hang elsewhere, each with its head and relation; empty where nothing does.
Room: claim. Used by `table`, which asks by the relation of the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.rehang.clauses import REACH, Moved
from dateline.sentence.reading import Token

SPEAKING: Final = frozenset(
    {"say", "tell", "state", "add", "announce", "insist", "claim", "warn", "accuse", "vow", "pledge", "promise",
     "threaten", "deny", "demand", "urge", "call", "stress"}
)  # fmt: skip

FINITE: Final = frozenset({"had", "has", "have", "was", "were", "is", "are", "would", "will", "could", "can", "may"})
OPENING: Final = frozenset({"after", "before", "when", "because", "as", "since", "while", "although"})

LEADING: Final = frozenset({"with", "to", "from", "into", "for", "near", "against"})


def told_aside(tokens: Sequence[Token], i: int) -> Moved:
    """ "The ship was held because, the navy said, it carried arms", with the holding for what the navy said: it said
    only what the word before its comma opens."""
    first = tokens[i].head
    said = tokens[first].head if 0 <= first < i and tokens[first].deprel == "ccomp" else -1
    if not first < said < i or tokens[said + 1].text != ",":
        return {}
    opens = next((k for k in range(said - 1, first, -1) if tokens[k].text.lower() in OPENING), 0)
    if not opens or tokens[opens + 1].text != "," or tokens[said].deprel != "root":
        return {}
    return {first: (first, "root"), i: (first, "advcl"), opens: (i, "mark"), said: (i, "parataxis")}


def tagged(tokens: Sequence[Token], i: int) -> Moved:
    """ "Osland" of "Osland has left the pact, its envoy, Ana Roe, said", read as who said so: it left, and she said."""
    said, who = tokens[i].head, i - 1
    while who > 0 and tokens[who].upos in ("AUX", "ADV"):
        who -= 1
    who = tokens[who].head if tokens[who].deprel == "flat" else who
    spoken = i < said - 2 and tokens[said].lemma.lower() in SPEAKING and tokens[who].deprel == "nsubj"
    if not spoken or tokens[who].head != said or tokens[i].upos != "VERB" or tokens[i].text.endswith("ing"):
        return {}
    if any(t.head == i and t.deprel.startswith("nsubj") and not led_in(tokens, k) for k, t in enumerate(tokens[:said])):
        return {}
    last = said - 2 if tokens[said - 1].text == "," else said - 1
    teller = tokens[last].head if tokens[last].deprel == "flat" else last
    apart = tokens[teller].upos in ("NOUN", "PROPN") and any(t.text == "," for t in tokens[i:teller])
    passive = any(t.head == i and t.deprel == "aux:pass" for t in tokens[who:i])
    moved: Moved = {who: (i, "nsubj:pass" if passive else "nsubj")}
    return {**moved, teller: (said, "nsubj")} if apart else {}


def led_in(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun behind its verb has a preposition: "lost contact with the lander", where nothing is its
    subject."""
    verb = tokens[i].head
    return verb < i and any(
        t.head == i and t.deprel == "case" and t.text.lower() in LEADING for t in tokens[verb + 1 : i]
    )


def no_subject(tokens: Sequence[Token], i: int) -> Moved:
    """ "Engineers lost contact with the lander", with the lander for who lost it."""
    own = tokens[tokens[i].head].upos == "VERB" and led_in(tokens, i)
    return {i: (tokens[i].head, "obl")} if own else {}


def sent_before(tokens: Sequence[Token], i: int) -> Moved:
    """ "The envoys ordered out of Osland left on Sunday, a spokesman said", with both for what was said: they left, and
    the first says which ones."""
    verb, above = i + 1, tokens[i + 1].head if i + 1 < len(tokens) else i
    first = tokens[i].head == verb and tokens[verb].upos == "VERB" and tokens[verb].deprel == "ccomp" and above > verb
    if not first or not tokens[verb].text.endswith("ed"):
        return {}
    for k in range(verb + 1, min(verb + REACH + 2, above)):
        if tokens[k].upos in ("PUNCT", "CCONJ", "SCONJ", "AUX"):
            return {}
        if tokens[k].upos == "VERB" and tokens[k].deprel == "ccomp" and tokens[k].head == above:
            bare = not any(t.head == k and t.deprel.startswith(("nsubj", "mark")) for t in tokens)
            return {i: (k, "nsubj"), verb: (i, "acl")} if bare else {}
    return {}


def said_outside(tokens: Sequence[Token], i: int) -> Moved:
    """ "warned" of "Rebels said the sale broke a truce, and warned that they would fight", with the sale for who
    warned: a word of saying behind a comma and "and", with no subject of its own, goes with the saying outside."""
    inner = tokens[i].head
    joined = tokens[i].lemma.lower() in SPEAKING and tokens[i - 1].text == "and" and tokens[i - 2].text == ","
    if not joined or not 0 <= inner < i or tokens[inner].deprel != "ccomp":
        return {}
    said = tokens[inner].head
    outside = 0 <= said < inner and tokens[said].lemma.lower() in SPEAKING and tokens[said].upos == "VERB"
    own = any(t.head == i and t.deprel.startswith(("nsubj", "aux")) for t in tokens[inner:i])
    return {i: (said, "conj")} if outside and not own and tokens[i].text == tokens[i].text.lower() else {}


def acts_aside(tokens: Sequence[Token], i: int) -> Moved:
    """ "Brask Steel, officials said on Monday, closed its mill", with both as who said so: who stands before the comma
    does what stands behind the other."""
    said = tokens[i].head
    if not i < said or tokens[said].lemma.lower() not in SPEAKING or tokens[said].deprel != "root":
        return {}
    first = next((k for k in range(i) if tokens[k].head == said and tokens[k].deprel == "nsubj"), i)
    verb = next((k for k in range(said + 1, len(tokens)) if tokens[k].head == said and tokens[k].upos == "VERB"), -1)
    aside = any(t.text == "," for t in tokens[first:i])
    behind = verb > 0 and any(t.text == "," for t in tokens[said:verb]) and not tokens[verb].text.endswith("ing")
    own = [t for t in tokens[said:] if t.head == verb and (t.deprel[:5] == "nsubj" or t.deprel in ("mark", "cc"))]
    if not (aside and behind) or own:
        return {}
    passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens[said:verb])
    return {first: (verb, "nsubj:pass" if passive else "nsubj"), verb: (said, "ccomp")}


def said_it_had(tokens: Sequence[Token], i: int) -> Moved:
    """ "suspended" of "The mill said on Friday it had suspended work", read as what it said to do, with both words for
    who said so: what has a helper and a subject of its own behind the saying is what was said."""
    said = tokens[i].head
    if not 0 <= said < i - 1 or tokens[said].lemma.lower() not in SPEAKING or tokens[i].upos != "VERB":
        return {}
    near = [k for k in range(said + 1, i) if tokens[k].head in (said, i)]
    helpers = [k for k in near if tokens[k].deprel.startswith("aux") and tokens[k].text in FINITE]
    own = [k for k in near if tokens[k].deprel.startswith("nsubj")]
    if not helpers or len(own) != 1 or not any(t.head == said and t.deprel == "nsubj" for t in tokens[:said]):
        return {}
    passive = any(t.head == i and t.deprel == "aux:pass" for t in tokens[own[0] : i])
    helped: Moved = {k: (i, tokens[k].deprel) for k in helpers}
    return {**helped, i: (said, "ccomp"), own[0]: (i, "nsubj:pass" if passive else "nsubj")}
