"""Whether an event happened, is planned, demanded, denied ...: read off the words, speaker's and report's view apart.

In:   a sentence, the event's word, the reader's witness, the attributions of the report.
Out:  a Commitment with the words that decided it.
Room: claim. The words decide; where they are silent the witness may doubt, never affirm more than they do.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.claim.certainty.chain import verdict
from dateline.claim.certainty.words import words
from dateline.claim.tree import Tree
from dateline.claim.voice import cues
from dateline.claim.voice.attribution import Attribution
from dateline.claim.voice.voices import over
from dateline.sentence.reading import EventWord, Sentence, Span
from dateline.terms import Factuality
from dateline.terms.factuality import REAL

STORIES: Final = frozenset({"story", "talk", "version", "tale", "article", "charge", "gossip", "whisper"})
WEAK: Final = frozenset({"weak", "doubt"})
SURE: Final = 0.6  # of the witness, where the words are silent; chosen on the UW and MEANTIME training parts


@dataclass(frozen=True, slots=True)
class Commitment:
    """How far the innermost voice, and the report itself, commit to an event."""

    factuality: Factuality  # the innermost voice's
    cue: Span | None  # the words that decided it; None where they are silent
    reported_as: Factuality  # the report's own
    not_to: bool = False  # what is demanded is that it not be: "must not be closed"


def factuality(
    sentence: Sentence | Tree, i: int, witness: EventWord | None, attributions: Sequence[Attribution]
) -> Commitment:
    """The commitment to the event named by word `i` of the sentence, given by itself or by its tree."""
    t = sentence if isinstance(sentence, Tree) else Tree(sentence)
    if not 0 <= i < len(t.tokens):
        return Commitment("happened", None, "happened")
    found = verdict(t, i)
    label, report, cue = found.label, found.report, found.cue
    token = t.tokens[i]
    for a in reversed(over(attributions, token.start, token.end)):
        if a.stance in WEAK and a.voiced and report in REAL:
            report = "possible"
        elif a.stance == "deny" and label in REAL and not cue and token.upos == "VERB" and a.cue and _denies(t, i, a):
            return Commitment("denied", a.cue[0], "denied")
    if label == "happened" and not cue:
        asked = _asked(t, i)
        if asked is not None:
            return asked
        if witness is not None and token.upos in {"NOUN", "PROPN"} and not _is_without(t, i):
            label, report = _witnessed(witness, label, report)
    not_to = label == "demanded" and any(t.low[k] in words("negation") for k in cue)
    return Commitment(label, _span(t, cue), report, not_to)


def _denies(t: Tree, i: int, a: Attribution) -> bool:
    """Whether the word is the top of what is denied, or of what a story or claim says that is: what hangs below it is
    not denied with it."""
    above = [k for k in t.ancestors(i) for s, e in a.content if s <= t.tokens[k].start and t.tokens[k].end <= e]
    if not above or len(above) > 2:
        return not above
    noun = above[0]
    tells = t.tokens[noun].upos == "NOUN" and (t.tokens[noun].lemma.lower() in STORIES or noun_cue(t, noun))
    opened = "that" in t.low[noun + 1 : i]
    return tells and opened and all(t.tokens[k].upos in {"NOUN", "ADJ"} for k in above)


def _is_without(t: Tree, i: int) -> bool:
    """ "Kyiv was without power": so it was, and no power is denied."""
    case = t.child(i, "case")
    return t.child(i, "cop") is not None and case is not None and t.low[case] == "without"


def noun_cue(t: Tree, k: int) -> bool:
    """Whether the noun can tell something: "claim", "report"."""
    return cues.noun(t.tokens[k].lemma) is not None


def _asked(t: Tree, i: int) -> Commitment | None:
    """A question or an order: "Did they leave?", "Leave the town now"."""
    token, last = t.tokens[i], t.tokens[-1]
    if last.text == "?" and t.rel(i) in {"root", "conj"}:
        return Commitment("possible", (last.start, last.end), "possible")
    bare = token.upos == "VERB" and token.text.lower() == token.lemma.lower()
    if bare and t.rel(i) == "root" and t.left[i] == i == 0 and t.child(i, "obj", "obl") and last.text in {".", "!"}:
        return Commitment("demanded", (token.start, token.end), "demanded")
    return None


def _witnessed(w: EventWord, label: Factuality, report: Factuality) -> tuple[Factuality, Factuality]:
    if w.did_not >= SURE:
        return "not_happened", "not_happened"
    if w.uncertain >= SURE:
        return "possible", "possible"
    return label, report


def _span(t: Tree, cue: tuple[int, ...]) -> Span | None:
    """The deciding words as one stretch; where they lie far apart, the first of them."""
    inside = sorted(k for k in cue if 0 <= k < len(t.tokens))
    if not inside:
        return None
    if inside[-1] - inside[0] > 4:
        inside = inside[:1]
    return t.tokens[inside[0]].start, t.tokens[inside[-1]].end


def bench_label(made: Commitment, witness: EventWord | None) -> tuple[str, float]:
    """The three-way label of the public sets (happened, uncertain, did_not) and a value in [-3, 3].

    Their annotators often take a plan told as settled for a fact, and the words do not say when; so words and witness
    are weighed: log-odds of the classes given our label (`LEANS`) plus `SHARE` of the witness's log-probabilities.
    """
    if witness is None:
        label = THREE[made.reported_as]
        return label, _VALUE[label]
    uncertain, did_not = LEANS["not_happened" if made.not_to else made.factuality]
    weak = made.reported_as != made.factuality
    scores = (
        SHARE * _log(witness.happened),
        SHARE * _log(witness.uncertain) + uncertain + (WEAKENED[0] if weak else 0.0),
        SHARE * _log(witness.did_not) + did_not + (WEAKENED[1] if weak else 0.0),
    )
    best = max(range(3), key=lambda k: scores[k])
    odds = [math.exp(score - max(scores)) for score in scores]
    return CLASSES[best], 3 * (odds[0] - odds[2]) / sum(odds)


def _log(p: float) -> float:
    return math.log(max(p, 0.01))


THREE: Final[dict[Factuality, str]] = {
    "happened": "happened", "ongoing": "happened", "habitual": "happened", "planned": "uncertain",
    "demanded": "uncertain", "conditional": "uncertain", "possible": "uncertain", "not_happened": "did_not",
    "denied": "did_not",
}  # fmt: skip
_VALUE: Final = {"happened": 3.0, "uncertain": 0.0, "did_not": -3.0}
CLASSES: Final = ("happened", "uncertain", "did_not")
# Log-odds of (uncertain, did_not) against happened, given our label: a logistic regression on half of UW's development
# part, tried on the other half (macro-F1 69.6 crossed); run benchmarks/run.py --task factuality after a change. Words
# that say "not" outweigh a witness that is too sure: with 1.5 to 2.2 and 3.5 to 3.7 UW stays and MEANTIME gains.
SHARE: Final = 0.7
LEANS: Final[dict[Factuality, tuple[float, float]]] = {
    "happened": (-0.3, -1.1), "ongoing": (-0.5, -2.7), "habitual": (0.1, -0.5), "planned": (0.1, -1.8),
    "demanded": (1.8, -0.3), "conditional": (2.5, -0.6), "possible": (1.7, 0.1), "not_happened": (1.8, 3.5),
    "denied": (1.7, 1.7),
}  # fmt: skip
WEAKENED: Final = (0.3, 0.1)  # where the report stands less for it than the speaker
