"""Who speaks, by the parse, and by the words where the parse fails.

In:   the tree of a sentence, the word that makes somebody speak.
Out:  the span of the speaker's noun phrase, or None.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.claim.tree import Tree
from dateline.sentence.reading import Span

NOUNS_AND_THEIRS: Final = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})

NOT_WHO: Final = frozenset(
    {"i", "we", "you", "it", "that", "which", "what", "this", "me", "us", "one", "nobody", "anyone"}
)
ACCUSED: Final = frozenset({"accused", "suspected", "alleged", "believed", "thought", "reported", "said"})


def phrase(t: Tree, i: int) -> Span:
    """Who speaks: the whole phrase with its apposition, without the preposition before it."""
    first, last = t.phrase(i, frozenset({"case", "acl:relcl", "punct", "parataxis", "advcl", "cc", "ccomp"}))
    conj = t.children(i, "conj")
    if conj:
        last = max(last, *(t.right[k] for k in conj))
    return t.chars(first, last)


def subject_of(t: Tree, i: int) -> Span | None:
    """Who does the verb: its subject, its agent, or the subject it shares with the verb it hangs on."""
    for _ in range(8):
        agent = t.child(i, "obl:agent")
        if agent is not None:
            return phrase(t, agent)
        passive = t.child(i, "aux:pass") is not None
        found = t.child(i, "nsubj", "nsubj:outer", "csubj")
        if found is not None:
            return None if passive else _relative(t, i, found)
        up = t.up(i)
        if up is None or passive:
            return None
        rel = t.rel(i)
        if is_accused(t, i):
            return None
        if t.tokens[i].deprel.startswith("acl"):
            return t.chars(*t.noun_phrase(up))  # "a policy urging staff to report": not the policy with all it urges
        marks = {t.low[k] for k in t.children(i, "mark")}
        if rel not in {"conj", "xcomp", "advcl", "parataxis"} or (rel == "advcl" and marks - {"to", "by", "while"}):
            return None
        i = up
    return None


def is_accused(t: Tree, i: int) -> bool:
    """ "Two men accused of killing a guard": they are those of whom it is said, and say nothing."""
    bare = t.tokens[i].deprel == "acl" and t.low[i] in ACCUSED
    return bare and t.child(i, "nsubj", "obj", "aux", "mark") is None


def _relative(t: Tree, i: int, subject: int) -> Span:
    """The subject; of "who said" the noun it stands for."""
    up = t.up(i)
    if t.low[subject] in {"who", "which", "that"} and t.tokens[i].deprel == "acl:relcl" and up is not None:
        return t.tokens[up].start, t.tokens[up].end
    return phrase(t, subject)


def noun_before(t: Tree, i: int) -> Span | None:
    """The noun phrase right before an active verb, by the words alone, where the parse gives it no subject."""
    marks = {t.low[k] for k in t.children(i, "mark")}
    if "to" in marks or t.child(i, "aux:pass") is not None or t.low[i].endswith("ing"):
        return None
    last = i - 1
    while last > 0 and t.tokens[last].upos in {"AUX", "ADV"}:
        last -= 1
    first = last
    while first >= 0 and (t.tokens[first].upos in NOUNS_AND_THEIRS or t.low[first] in {"of", "'s", "’s"}):
        first -= 1
    first += 1
    if last < first or t.tokens[last].upos not in {"NOUN", "PROPN", "PRON"} or t.tokens[first].upos == "ADP":
        return None
    return t.chars(first, last)


def speaker(t: Tree, first: int, last: int) -> Span | None:
    """Who speaks by the verb of a cue, words `first` to `last`; None where nobody does."""
    verb = next((k for k in range(first, last + 1) if t.tokens[k].upos == "VERB"), None)
    if verb is None:
        return None
    source = subject_of(t, verb) or noun_before(t, verb)
    return None if source is None or speaks_not(t, source) else source


def speaks_not(t: Tree, source: Span) -> bool:
    """ "I think", "you know": inside somebody's words, and no voice of the report's."""
    words = [t.low[k] for k in t.words_in(*source)]
    return bool(words) and words[-1] in NOT_WHO


def run_head(t: Tree, first: int) -> int | None:
    """The head of the noun phrase that starts at word `first`, by the words alone: the last noun of the first run."""
    head = None
    for k in range(first, min(first + 14, len(t.tokens))):
        if t.tokens[k].upos in {"NOUN", "PROPN", "PRON"}:
            head = k
        elif t.tokens[k].upos not in {"DET", "ADJ", "NUM", "ADV"} and t.tokens[k].text not in {
            "'s",
            "’s",
            "-",
            "–",
            "’",
            "'",
        }:
            break
    return head


def word_at(t: Tree, i: int) -> str:
    """The word in lower case; "" outside the sentence."""
    return t.low[i] if 0 <= i < len(t.tokens) else ""


def fronted(t: Tree, source: Span) -> bool:
    """Whether words set in front of the sentence stand before the speaker: "Outside court, her sister"."""
    inside = t.words_in(*source)
    return (
        bool(inside) and t.tokens[inside[0]].upos in {"ADP", "VERB", "SCONJ"} and "," in t.text(inside[0], inside[-1])
    )


def elsewhere(t: Tree, source: tuple[Span, ...], cue: Sequence[int]) -> bool:
    """Whether the one taken for the speaker stands in another sentence, and the verb has a subject of its own that is
    no pronoun: "The army won, General Roe said. A nurse in Kor, however, said that five had died"."""
    low, high = t.tokens[0].start, t.tokens[-1].end
    own = (k for v in cue if t.tokens[v].upos == "VERB" for k in t.children(v, "nsubj"))
    return all(e <= low or high <= s for s, e in source) and any(t.tokens[k].upos in {"NOUN", "PROPN"} for k in own)


def hears(t: Tree, first: int, last: int, source: tuple[Span, ...]) -> bool:
    """Whether the one taken for the speaker is who was told, by nobody that is named: "the court was told that"."""
    verb = next((k for k in range(first, last + 1) if t.tokens[k].lemma in {"tell", "inform"}), None)
    if verb is None or t.child(verb, "obl:agent") is not None:
        return False
    heard = t.child(verb, "nsubj:pass")
    return heard is not None and any(s <= t.tokens[heard].start < e for s, e in source)


def of_a_thing(t: Tree, verb: int) -> bool:
    """ "He was convicted of fraud, charges he has always denied": what a clause beside a noun says is said of the noun,
    and not of the sentence before it."""
    up = t.up(verb)
    own = (k for k in t.children(verb, "nsubj") if up is not None and up < k < verb)
    return t.rel(verb) == "acl" and up is not None and t.tokens[up].upos == "NOUN" and any(own)
