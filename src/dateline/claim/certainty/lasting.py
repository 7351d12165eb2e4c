"""What goes on and what is done as a rule: the plain present, "since", "remains closed", "said they were waiting".

In:   the parse and an event's word that its other words leave as told: happened.
Out:  ongoing, habitual or planned where the form says so; None where it tells an act that is done.
Room: claim. The verbs are `lexicon/factuality_words.tsv` (state, situation, lasting, result). The present of English
prose is a rule or a situation; news is told in it only in headlines, in lines with a day or an hour, and by the words
of speaking and deciding.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.certainty.words import IN_A_ROW, words
from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, asked_often, marked_to
from dateline.claim.voice import cues
from dateline.claim.wording.inflect import past, third
from dateline.terms import Factuality

PERCEIVED: Final = word_list("see hear watch let make have help feel notice bid find want like")  # "saw him throw it"
STILL: Final = frozenset({"remain", "stay", "lie"})  # "remained suspended", "stay closed"
NOW: Final = frozenset({"now", "still", "currently"})
SINCE: Final = frozenset({"since"})
SPAN: Final = frozenset({"since", "for"})
ENTERS: Final = frozenset({"when", "once", "after", "until", "before", "while"})
AHEAD: Final = frozenset({"will", "'ll", "’ll", "wo", "shall"})
UNDOING: Final = word_list(
    "reopen open resume restart free release rescue find lift clear refloat return end reinstate acquit retake "
    "recapture escape restore unblock raise bring die kill"
)
NOT_AHEAD: Final = word_list("tend seem appear use continue like have begin start manage fail love hate prefer")
HAVE: Final = frozenset({"has", "have", "had", "'ve", "’ve"})


def lasts(t: Tree, i: int) -> Factuality | None:
    """How a word that reads as done stands by its form: going on, a rule, ahead; None where it is done."""
    if t.tokens[i].upos != "VERB":
        return None
    if _ahead(t, i):
        return "planned"
    if is_plain_present(t, i):
        return _present(t, i)
    beside = {t.low[k] for k in t.children(i, "aux", "aux:pass")}
    lemma = t.tokens[i].lemma.lower()
    ing = t.low[i].endswith("ing")
    if ing and beside & {"was", "were"}:
        return "ongoing" if _indirect(t, i) else None
    if ing or beside & {"being"}:
        return None
    if _undone(t, i) or ("had" in beside and t.full[i] == "acl:relcl"):
        return None  # "miners who had occupied the pit since May left it"
    if lemma in words("lasting") and (_spanned(t, i, SINCE) or (beside & {"is", "are"} and not _agent(t, i))):
        return "ongoing"  # "closed since Monday", "the bridge is closed"
    if beside & {"is", "are"} and beside.isdisjoint(HAVE) and _adverb(t, i):
        return "ongoing"  # "is still guarded"
    over = "had" in beside and t.rel(i) != "ccomp"  # "had been kept there for months": it is over
    if lemma in words("state") and beside & HAVE and not over and _spanned(t, i, SPAN):
        return "ongoing"  # "has stood empty for years"
    return None


def _undone(t: Tree, i: int) -> bool:
    """ "The airport, closed since April, reopened on Thursday", "miners trapped since Monday were rescued": what the
    verb of the sentence brought to its end does not go on."""
    noun = t.up(i) if t.rel(i) == "acl" else None
    verb = t.up(noun) if noun is not None else None
    if verb is None or noun is None or t.rel(noun) not in {"nsubj", "obj"}:
        return False
    past = t.low[verb] != t.tokens[verb].lemma.lower() and not {t.low[k] for k in t.children(verb, "aux")} & AHEAD
    return past and t.tokens[verb].lemma.lower() in UNDOING


@asked_often
def is_plain_present(t: Tree, i: int) -> bool:
    """Whether the verb is a finite present with a subject of its own: "stops", "they stop", not "saw it stop"."""
    word, lemma = t.low[i], t.tokens[i].lemma.lower()
    if t.children(i, "aux", "aux:pass", "cop") or marked_to(t, i):
        return False
    subject = t.child(i, "nsubj")
    if subject is None:
        up = t.up(i)
        return t.rel(i) == "conj" and up is not None and word == third(lemma) != lemma and is_plain_present(t, up)
    if subject > i or word not in {lemma, third(lemma)} or word == past(lemma):
        return False
    up = t.up(i)
    perceived = up is not None and t.tokens[up].lemma.lower() in PERCEIVED and not t.children(i, "mark")
    return word != lemma or not (perceived and t.rel(i) in {"ccomp", "xcomp", "advcl", "obj"})


def _present(t: Tree, i: int) -> Factuality | None:
    lemma = t.tokens[i].lemma.lower()
    if lemma in words("state") or lemma in words("situation"):
        return "ongoing"
    if lemma in words("result") or cues.verb_at(t, i) is not None:
        return None
    return "habitual"


def _ahead(t: Tree, i: int) -> bool:
    """ "will speak when the envoy arrives": a present in a clause of time below a future is not yet."""
    for _ in range(IN_A_ROW):  # "will leave after the vote is held and a government formed"
        up = t.up(i)
        if up is None or t.rel(i) != "conj" or t.child(i, "mark", "aux") is not None:
            break
        i = up
    up = t.up(i)
    if up is None or t.rel(i) != "advcl":
        return False
    opened = any(t.low[k] in ENTERS or t.low[k - 1] == "soon" for k in t.children(i, "mark", "advmod") if k < i)
    now, over = ({t.low[k] for k in t.children(n, "aux", "cop")} for n in (i, up))
    if "had" in now and "would" in over and "have" not in over:
        return opened  # "would be reopened as soon as engineers had declared it safe"
    present = is_plain_present(t, i) or now & {"is", "are", "has", "have"}
    awaited = marked_to(t, up) and t.tokens[t.up(up) or 0].lemma.lower() not in NOT_AHEAD
    return opened and bool(present) and (bool(over & AHEAD) or awaited)  # "certain to come up when she visits"


def _indirect(t: Tree, i: int) -> bool:
    """ "said they were waiting": the past of what is told indirectly is the teller's present, but not that of another
    time: "said they were waiting when the wall fell"."""
    up = t.up(i)
    if up is None or t.rel(i) != "ccomp" or t.tokens[up].upos != "VERB" or _then(t, i):
        return False
    cue = cues.verb_at(t, up)
    return cue is not None and t.low[up] != t.tokens[up].lemma.lower()


def _then(t: Tree, i: int) -> bool:
    """Whether the verb has a clause of "when", or another time before it: "days before the war", "on the day"."""
    clauses = (i, *t.children(i, "advcl"))
    when = any(t.low[m] == "when" for k in clauses for m in t.children(k, "mark", "advmod"))
    return when or any(_timed(t, k) or t.low[k] == "time" for k in t.children(i, "obl") if k < i)


def _spanned(t: Tree, i: int, by: frozenset[str]) -> bool:
    """Whether a "since" or "for" with a time stands with the verb: "for six hours", "since May"."""
    for k in t.children(i, "obl", "advcl"):
        for c in t.children(k, "case", "mark"):
            if t.low[c] in by and (t.low[c] == "since" or _timed(t, k)):
                return True
    return False


def _timed(t: Tree, k: int) -> bool:
    return t.tokens[k].lemma.lower() in {"minute", "hour", "day", "night", "week", "month", "year", "decade", "century"}


def _agent(t: Tree, i: int) -> bool:
    return any(t.tokens[k].deprel == "obl:agent" for k in t.children(i, "obl"))


def _adverb(t: Tree, i: int) -> bool:
    return any(t.low[k] in NOW for k in t.children(i, "advmod"))
