"""Attributions inside the clause: "officials said that", "his belief that", "announced plans to", "reportedly".

In:   the tree of a sentence, a word of it.
Out:  `Said`, where the word makes somebody speak.
Room: claim. Which verbs and nouns do is `lexicon/cues.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.claim.tree import Tree, marked_to
from dateline.claim.voice.cues import SAYS, Cue, adverb, noun, verb_at
from dateline.claim.voice.said import Said
from dateline.claim.voice.speakers import is_accused, noun_before, phrase, speaks_not, subject_of, word_at
from dateline.sentence.reading import Span

HEARD: Final = frozenset({"say", "report", "allege", "rumor", "rumour", "think", "believe", "understand"})  # passives
CLAUSES: Final = ("ccomp", "csubj")

OPEN: Final = ("xcomp",)

NAMES_THINGS: Final = frozenset({"announce", "confirm", "deny", "acknowledge", "admit"})  # "announced plans to leave"


MADE: Final = frozenset(
    {"make", "raise", "voice", "express", "share", "repeat", "issue", "level", "advance", "publish"}
)
HELD: Final = frozenset({"belief", "hope", "fear", "conviction", "suspicion", "expectation", "assumption"})


def from_verb(t: Tree, i: int) -> Iterator[Said]:
    """ "officials said that ..." · "the junta vowed to leave" · "asked the troops to go" · "announced plans"."""
    cue = verb_at(t, i)
    if cue is None or not cue.alone or t.tokens[i].deprel == "amod":
        return
    accused = is_accused(t, i)
    source = subject_of(t, i) or (None if accused else noun_before(t, i))
    clause = t.child(i, *CLAUSES)
    if source is not None and speaks_not(t, source) and not _of_the_noun(t, i, clause):
        return
    if clause is not None and clause < i and source is None and t.rel(clause) == "csubj":
        return
    content = _content(t, i, cue, clause) or _that_after(t, i, cue)
    impersonal = accused or t.child(i, "aux:pass") is not None or t.child(i, "nsubj:pass") is not None
    if content is None or (source is None and not impersonal):
        return
    yield Said(
        (source,) if source else (), (_cue_span(t, i),), (content,), cue.cue_class, cue.stance, "verb", tells(cue)
    )


def _of_the_noun(t: Tree, i: int, clause: int | None) -> bool:
    """ "a boat that it said had strayed": the "it" that says so of the noun before is a body."""
    told = clause is not None and clause > i and t.child(clause, "nsubj", "nsubj:pass", "mark") is None
    subject = t.child(i, "nsubj")
    return told and t.tokens[i].deprel == "acl:relcl" and subject is not None and word_at(t, subject) == "it"


def _content(t: Tree, i: int, cue: Cue, clause: int | None) -> Span | None:
    infinitive = clause is not None and marked_to(t, clause) and t.child(clause, "nsubj", "nsubj:pass") is None
    if clause is not None and ("inf" in cue.frames if infinitive else cue.frames & SAYS):
        span = clause_span(t, clause)
        if span[1] - span[0] <= t.tokens[clause].end - t.tokens[clause].start and clause > i:
            return _after(t, i, clause)
        if noun(t.tokens[clause].lemma) is None or span[1] != t.tokens[clause].end:
            return span
        return span[0], t.tokens[_runs_to(t, clause)].end  # "announced plans to ...", taken for a clause
    open_clause = t.child(i, *OPEN)
    if (
        open_clause is not None
        and ("inf" in cue.frames or _hearsay(t, i, open_clause, cue))
        and t.tokens[open_clause].upos in {"VERB", "ADJ", "NOUN"}
    ):
        return clause_span(t, open_clause)
    if "of" in cue.frames and t.rel(i) == "advcl" and t.child(i, "obj") is not None:
        return deed(t, i)  # "Accusing the army of shelling its own men, the rebels ..."
    up = t.up(i)
    apart = up is not None and ";" in t.low[up:i]  # "the army said; the rebels denied it"
    if t.rel(i) == "parataxis" and cue.frames & SAYS and t.child(i, "nsubj") is not None and not apart:
        return _around(t, i)
    finite = not marked_to(t, i)
    if "np" in cue.frames and cue.words in NAMES_THINGS and finite:
        thing = t.child(i, "obj", "nsubj:pass")
        if thing is not None and (noun(t.tokens[thing].lemma) or t.child(thing, "acl", "nmod") is not None):
            first, last = t.phrase(thing, frozenset({"case"}))
            return t.chars(first, max(last, _runs_to(t, thing)))
    return None


def deed(t: Tree, i: int) -> Span | None:
    """ "accuses the other of having cut the line", "had hinted at releasing him", "denies ever having closed it"."""
    for k in t.children(i, "advcl", "xcomp", "obl", "ccomp"):
        marks = {t.low[m] for m in t.children(k, "mark", "case")}
        of = marks & {"of", "at", "to"} or (not marks and t.rel(k) in {"xcomp", "ccomp"})
        first = t.tokens[next(iter(t.children(k, "aux")), k)]
        if k > i and of and t.tokens[k].upos == "VERB" and first.text.lower().endswith("ing"):
            return clause_span(t, k)
    return None


def _hearsay(t: Tree, i: int, clause: int, cue: Cue) -> bool:
    """ "was reported to have fled", "are said to be in hiding": nobody is named who says so."""
    passive = t.child(i, "aux:pass") is not None and t.child(i, "obl:agent") is None
    to = marked_to(t, clause)
    be = any(t.tokens[k].lemma in {"have", "be"} for k in t.children(clause, "aux", "aux:pass", "cop"))
    return passive and to and be and cue.words in HEARD


def _that_after(t: Tree, i: int, cue: Cue) -> Span | None:
    """ "admitted in private that the army killed them": the clause by its "that", wherever the parse hung it."""
    if "that" not in cue.frames or t.child(i, "xcomp") is not None:
        return None
    for k in range(i + 2, min(i + 7, len(t.tokens))):
        if t.low[k] == "that" and t.tokens[k].upos == "SCONJ":
            head = t.up(k)
            return t.chars(k + 1, t.right[head]) if head is not None and k < head and t.left[head] == k else None
        if t.tokens[k].upos in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"}:
            return None
    return None


def _after(t: Tree, verb: int, clause: int) -> Span:
    """The words from a verb of saying to the next stop, where the parse left the clause a single word."""
    first = verb + 1
    while first < clause and t.low[first] in {"that", ",", ":"}:
        first += 1
    end = clause
    while end + 1 < len(t.tokens) and t.tokens[end + 1].upos != "PUNCT":
        end += 1
    return t.chars(first, end)


def _runs_to(t: Tree, thing: int) -> int:
    """The last word of "plans to end ..." by the words alone: up to the next comma."""
    if thing + 1 >= len(t.tokens) or t.low[thing + 1] not in {"to", "for", "of", "that"}:
        return thing
    end = thing + 1
    while end + 1 < len(t.tokens) and t.tokens[end + 1].upos != "PUNCT" and t.low[end + 1] != "according":
        end += 1
    return end


def _around(t: Tree, i: int) -> Span | None:
    """What a verb set into the sentence speaks of: "the road is open, the mayor said": the clause it hangs on."""
    up = t.up(i)
    if up is None:
        return None
    first, last = t.phrase(up)
    low, high = t.left[i], t.right[i]
    if low <= first <= high:
        first = high + 1
    elif low <= last <= high or high < last:
        last = low - 1 if high >= last - 1 else last
    return t.chars(first, last) if first <= last else None


def clause_span(t: Tree, i: int) -> Span:
    """The clause under word `i`, without the "that" that opens it."""
    first, last = t.phrase(i)
    while first < last and (t.tokens[first].upos == "PUNCT" or t.low[first] == "that"):
        first += 1
    return t.chars(first, last)


def tells(cue: Cue) -> bool:
    """Whether the speaker tells the content: says it, or vows it; wanting and ordering are not telling."""
    return cue.cue_class == "report" or cue.voiced


def _cue_span(t: Tree, i: int) -> Span:
    """The verb with its auxiliaries and particle."""
    words = [i, *(k for k in t.children(i, "aux", "compound:prt") if abs(k - i) <= 4)]
    return t.tokens[min(words)].start, t.tokens[max(words)].end


def from_noun(t: Tree, i: int) -> Iterator[Said]:
    """ "his belief that he would be dismissed" · "fears that the dam will burst" · "the decision to leave"."""
    cue = noun(t.tokens[i].lemma)
    if cue is None or t.rel(i) in {"compound", "flat"}:
        return
    by = next((k for k in t.children(i, "nmod") if _case(t, k) == "by"), None)
    clause = next(
        (
            k
            for k in (*t.children(i, "acl", "ccomp"), *(t.children(by, "acl") if by is not None else ()))
            if k > i and (t.tokens[k].deprel != "acl:relcl" or _is_said(t, k))
        ),
        None,
    )
    content = clause_span(t, clause) if clause is not None and _fits(t, clause, cue) else _that(t, i)
    if content is None:
        return
    clause = clause if clause is not None else i + 1
    owner = t.child(i, "nmod:poss")
    if owner is None:
        owner = next((k for k in t.children(i, "nmod") if _case(t, k) in {"of", "by", "from"} and k < clause), None)
    source = phrase(t, owner) if owner is not None else _owner_by_verb(t, i) or _made_by(t, content)
    if (source is None and not cue.alone) or not tells(cue):
        return
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said((source,) if source else (), (span,), (content,), cue.cue_class, cue.stance, "noun", tells(cue))


def _is_said(t: Tree, clause: int) -> bool:
    """Whether a clause taken for a relative one is what is claimed: its "that" leaves no gap, for subject and object
    are both there ("the claim by dockers that the firm sank the tug")."""
    that = t.left[clause]
    subject, thing = t.child(clause, "nsubj"), next((k for k in t.children(clause, "obj") if k != that), None)
    return t.low[that] == "that" and subject not in {None, that} and thing is not None


def _that(t: Tree, i: int) -> Span | None:
    """The clause after "belief that" by the words alone, up to the next stop; none for "claims that were rejected"."""
    if word_at(t, i + 1) != "that" or i + 3 >= len(t.tokens) or t.tokens[i + 2].upos in {"VERB", "AUX"}:
        return None
    if t.rel(i + 1) == "obj":
        return None  # "the claim that the firm made"
    end = i + 2
    while end + 1 < len(t.tokens) and t.tokens[end + 1].text not in {",", ";", ".", "!", "?", "—", "–"}:
        end += 1
    return t.chars(i + 2, end)


def _fits(t: Tree, clause: int, cue: Cue) -> bool:
    marks = {t.low[k] for k in t.children(clause, "mark")}
    if "that" in marks or t.low[t.left[clause]] == "that":
        return True
    if "to" in marks:
        return cue.cue_class != "report"
    return t.rel(clause) == "ccomp"


def _case(t: Tree, k: int) -> str:
    case = t.child(k, "case")
    return t.low[case] if case is not None else ""


def _owner_by_verb(t: Tree, i: int) -> Span | None:
    """ "the junta made the decision to leave", "officials have a plan to": the subject of the light verb."""
    up = t.up(i)
    if (
        up is not None
        and t.rel(i) == "obl"
        and t.tokens[i].lemma in HELD
        and _case(t, i) in {"in", "on", "out", "from"}
    ):
        return subject_of(t, up)  # "acted out of a belief that", "left in the hope that"
    if (
        up is None
        or t.rel(i) != "obj"
        or t.tokens[up].lemma not in {"have", "make", "take", "give", "issue", "announce"}
    ):
        return None
    return subject_of(t, up)


def _made_by(t: Tree, content: Span) -> Span | None:
    """ "the allegation that it armed them was first made by a think tank": the agent of the verb after the clause."""
    inside = t.words_in(*content)
    at = inside[-1] + 1 if inside else len(t.tokens)
    for k in range(at, min(at + 5, len(t.tokens))):
        if t.tokens[k].upos not in {"AUX", "ADV", "PART"}:
            agent = t.child(k, "obl:agent") if t.tokens[k].lemma in MADE else None
            return phrase(t, agent) if agent is not None else None
    return None


def hearsay(t: Tree, i: int) -> Iterator[Said]:
    """ "the general reportedly fled": somebody says so, nobody is named."""
    cue = adverb(t.tokens[i].text)
    up = t.up(i)
    if cue is None or not cue.alone or up is None:
        return
    first, last = t.phrase(up, frozenset({"parataxis"}))
    if first == last:
        return
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said((), (span,), (t.chars(first, last),), cue.cue_class, cue.stance, "hearsay")
