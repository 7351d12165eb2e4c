"""Sources behind an outlet: "the Gazette reported, citing two officers", "the Gazette, which quoted a guard".

In:   the tree of a sentence, a word of it.
Out:  `Said`, whose speaker told the content to the one who cites.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.claim.people.nouns import is_outlet, stands_for
from dateline.claim.tree import Tree
from dateline.claim.voice.cues import SAYS, cues, verb_at
from dateline.claim.voice.inner import clause_span
from dateline.claim.voice.outer import after_stop
from dateline.claim.voice.said import Said
from dateline.claim.voice.speakers import phrase, run_head, subject_of, word_at
from dateline.sentence.reading import Span

CITES: Final = {"citing": "citing", "cited": "citing", "cites": "citing"} | {
    "quoting": "quoting", "quoted": "quoting", "quotes": "quoting",
}  # fmt: skip

LEANS: Final = {"relying": "on", "drawing": "on", "leaning": "on", "referring": "to", "pointing": "to", "going": "by"}

AS_SAYING: Final = frozenset({"quote", "cite", "record"})

PAPERS: Final = frozenset(
    {"cable", "memo", "memorandum", "document", "letter", "statement", "report", "record", "log", "email", "transcript"}
)  # what can be cited as a source


def citing(t: Tree, i: int) -> Iterator[Said]:
    """ "the Gazette reported, citing two officers", "the Gazette, which quoted a guard": these told the Gazette; so
    does "the judge, relying on the doctor, found that"."""
    first = t.low[i]
    leans = first in LEANS and LEANS[first] == word_at(t, i + 1) and i > 1 and word_at(t, i - 1) == ","
    word = "citing" if leans else CITES.get(first, "")
    relative = i > 1 and word_at(t, i - 1) in {"which", "who"}
    if not word or not (relative or first.endswith("ing")):
        return
    at = i + 2 if leans else i + 1
    who = (None if leans else t.child(i, "obj")) or run_head(t, at)
    if who is None or who < i or not _can_speak(t, who, word) or (leans and not _people(t, who)):
        return
    words = _told(t, i - 1 if relative else i, who)
    if words is None:
        return
    cue = cues()[word, "prep"]
    span = (t.tokens[i].start, t.tokens[at - 1].end)
    source = (t.tokens[at].start, max(phrase(t, who)[1] if t.left[who] > i else 0, t.tokens[who].end))
    outer = _nearest_source(t, i)
    yield Said((source,), (span,), (t.chars(*words),), cue.cue_class, cue.stance, "citing", True, outer)


def _people(t: Tree, who: int) -> bool:
    """ "pointing to a study" gives a reason; people and papers that are leant on said so."""
    token = t.tokens[who]
    return token.upos != "PROPN" and (token.lemma in PAPERS or stands_for(token.lemma) is not None)


def quoted_as(t: Tree, i: int) -> Iterator[Said]:
    """ "the agency quoted the general as saying that ...", "the general was quoted by the agency as saying ...": the
    general says so, and the agency tells it."""
    if t.tokens[i].lemma.lower() not in AS_SAYING or t.tokens[i].upos != "VERB":
        return
    saying = _as_saying(t, i)
    clause = t.child(saying, "ccomp") if saying is not None else None
    passive = t.child(i, "nsubj:pass")
    outer = subject_of(t, i) if passive is None else _agent(t, i)
    who = passive if passive is not None else t.child(i, "obj", "iobj")
    content = clause_span(t, clause) if clause is not None else _before_tag(t, i, saying)
    if saying is None or content is None or who is None:
        return
    if outer is not None:
        span = (t.tokens[i].start, t.tokens[i].end)
        yield Said((outer,), (span,), (t.chars(i + 1, t.right[saying]),), "report", "neutral", "quoted")
    cue = (t.tokens[saying].start, t.tokens[saying].end)
    yield Said((phrase(t, who),), (cue,), (content,), "report", "neutral", "saying")


def _agent(t: Tree, i: int) -> Span | None:
    """Who quotes, behind the "by" of a passive."""
    by = (k for k in t.children(i, "obl:agent", "obl") if any(t.low[m] == "by" for m in t.children(k, "case")))
    who = next(by, None)
    return phrase(t, who) if who is not None else None


def _as_saying(t: Tree, i: int) -> int | None:
    """The verb behind "as": "as saying", "as having written"; None where it is no verb of saying."""
    for k in range(i + 1, min(i + 12, len(t.tokens) - 1)):
        if word_at(t, k) == "as":
            verb = k + 2 if word_at(t, k + 1) == "having" else k + 1
            cue = verb_at(t, verb) if verb < len(t.tokens) and t.tokens[verb].upos == "VERB" else None
            return verb if cue is not None and cue.cue_class == "report" and cue.frames & SAYS else None
    return None


def _before_tag(t: Tree, i: int, saying: int | None) -> Span | None:
    """What stands before a tag at the end: "“We are ready,” the agency quoted the mayor as saying." """
    if saying is None or any(x.upos in {"VERB", "AUX"} for x in t.tokens[saying + 1 :]):
        return None
    end = next((k - 1 for k in range(i - 1, 0, -1) if t.tokens[k].text in {",", "”", '"', "’"}), -1)
    start = after_stop(t, end) if end > 0 else 0
    return t.chars(start, end) if end > start else None


def quoted_by(t: Tree, i: int) -> Iterator[Said]:
    """ "sources quoted by the weekly say ...", "the mayor, cited by the weekly, ruled out ...": it tells that."""
    if t.low[i] not in {"quoted", "cited"} or word_at(t, i + 1) != "by":
        return
    up, who = t.up(i), run_head(t, i + 2)
    if up is None or who is None or up > i or not t.tokens[i].deprel.startswith("acl"):
        return
    verb = t.up(up)
    if verb is None or verb < who or t.rel(up) != "nsubj":
        return
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said((t.chars(i + 2, who),), (span,), (t.chars(verb, t.right[verb]),), "report", "neutral", "quoted")


def _told(t: Tree, first: int, who: int) -> tuple[int, int] | None:
    """First and last word of what the cited source told: what stands before the tag, or behind it where the tag opens
    the sentence or parts the one who cites from the words ("the Gazette wrote, quoting a cable, that ...")."""
    last, after = len(t.tokens) - 1, t.right[who] + 1
    if word_at(t, after) == "," and word_at(t, after + 1) == "that" and after + 2 <= last:
        return after + 2, last
    up = t.up(first)
    if up is not None and up < first and t.rel(first) == "acl" and t.rel(up) == "nsubj":
        after = max(after, t.right[first] + 1)
        up = t.up(up)  # it hangs on the subject of what says it
    clause = t.child(up, "ccomp") if up is not None and first < up and word_at(t, after) == "," else None
    if up is not None and clause is not None and up < clause:
        return t.phrase(clause)  # "the Gazette, citing two officers, said ..."
    while first > 0 and t.tokens[first - 1].upos == "PUNCT":
        first -= 1
    start, end = (after, last) if first == 0 else (after_stop(t, first), first - 1)
    return (start, end) if start <= end else None


def _can_speak(t: Tree, who: int, word: str) -> bool:
    """People, bodies, papers and names can be cited as a source; "citing a threat to health" gives a reason. Whoever
    is quoted speaks, if it is one: "quoting a foreman", not "quoting rising prices"."""
    token = t.tokens[who]
    if word == "quoting" and token.upos == "NOUN" and t.child(who, "det") is not None:
        return True
    return token.upos in {"PROPN", "PRON"} or token.lemma in PAPERS or stands_for(token.lemma) is not None


def _nearest_source(t: Tree, i: int) -> Span | None:
    """The name or noun before the word that can be the one who cites: the nearest outlet, else the subject."""
    for k in range(i - 1, max(-1, i - 80), -1):
        if t.tokens[k].upos in {"PROPN", "NOUN"} and is_outlet(t.text(max(0, k - 1), k).removeprefix("the ")):
            return t.tokens[k].start, t.tokens[k].end
    return subject_of(t, i) if t.tokens[i].upos == "VERB" else None
