"""Attributions read off the parse, for those that the reader leaves out.

In:   one sentence and the words of the report.
Out:  `Said`: source, cue and content as spans, with the rule's name; the rules know nothing of other sentences.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.claim.nouns import is_outlet, stands_for
from dateline.claim.tree import Tree, base
from dateline.claim.voices_cues import SAYS, Cue, adverb, cues, noun, verb_at
from dateline.sentence.reading import Span
from dateline.terms.voice import CueClass

CLAUSES: Final = ("ccomp", "csubj")
OPEN: Final = ("xcomp",)
TOLD: Final = frozenset({"comment", "remark", "interview", "statement", "conversation", "call", "email"})
NAMING: Final = frozenset({"plan", "decision", "intention", "agreement", "deal", "proposal", "threat", "promise"})


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution by rule."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_class: CueClass
    stance: str
    rule: str
    voiced: bool = True
    under: Span | None = (
        None  # the source of the attribution that stands right outside it ("the Post, citing officials")
    )


def said(t: Tree) -> list[Said]:
    """Every attribution of the sentence that a rule finds, in the order of their cues."""
    out: list[Said] = []
    for i, token in enumerate(t.tokens):
        rules = RULES.get(token.upos, ())
        for rule in rules:
            out.extend(rule(t, i))
    return sorted(out, key=lambda s: (s.cue[0], s.content))


def _tells(cue: Cue) -> bool:
    """Whether the speaker tells the content: says it, or vows it; wanting and ordering are not telling."""
    return cue.cue_class == "report" or cue.voiced


def _clause(t: Tree, i: int) -> Span:
    """The clause under word `i`, without the "that" that opens it."""
    first, last = t.phrase(i)
    while first < last and (t.tokens[first].upos == "PUNCT" or t.tokens[first].text.lower() == "that"):
        first += 1
    return t.chars(first, last)


def _phrase(t: Tree, i: int) -> Span:
    """Who speaks: the whole phrase with its apposition, without the preposition before it."""
    first, last = t.phrase(i, frozenset({"case", "acl:relcl", "punct", "parataxis", "advcl", "cc", "ccomp"}))
    conj = t.children(i, "conj")
    if conj:
        last = max(last, *(t.right[k] for k in conj))
    return t.chars(first, last)


def _subject(t: Tree, i: int) -> Span | None:
    """Who does the verb: its subject, its agent, or the subject it shares with the verb it hangs on."""
    for _ in range(8):
        agent = t.child(i, "obl:agent")
        if agent is not None:
            return _phrase(t, agent)
        passive = t.child(i, "aux:pass") is not None
        found = t.child(i, "nsubj", "nsubj:outer", "csubj")
        if found is not None:
            return None if passive else _relative(t, i, found)
        up = t.up(i)
        if up is None or passive:
            return None
        rel = t.rel(i)
        if t.tokens[i].deprel.startswith("acl"):
            return _phrase(t, up)
        if rel not in {"conj", "xcomp", "advcl", "parataxis"}:
            return None
        i = up
    return None


def _relative(t: Tree, i: int, subject: int) -> Span:
    """The subject; of "who said" the noun it stands for."""
    up = t.up(i)
    if (
        t.tokens[subject].text.lower() in {"who", "which", "that"}
        and t.tokens[i].deprel == "acl:relcl"
        and up is not None
    ):
        return t.tokens[up].start, t.tokens[up].end
    return _phrase(t, subject)


def _cue_span(t: Tree, i: int) -> Span:
    """The verb with its auxiliaries and particle."""
    words = [i, *(k for k in t.children(i, "aux", "compound:prt") if abs(k - i) <= 4)]
    return t.tokens[min(words)].start, t.tokens[max(words)].end


def _from_verb(t: Tree, i: int) -> Iterator[Said]:
    """ "officials said that ..." · "the junta vowed to leave" · "asked the troops to go" · "announced plans"."""
    cue = verb_at(t, i)
    if cue is None or not cue.alone or t.tokens[i].deprel == "amod":
        return
    source = _subject(t, i)
    if source is not None and _is_speaker_or_hearer(t, source):
        return
    clause = t.child(i, *CLAUSES)
    if clause is not None and clause < i and source is None and t.rel(clause) == "csubj":
        return
    content = _content(t, i, cue, clause)
    if content is None or (source is None and cue.cue_class != "report"):
        return
    yield Said(
        (source,) if source else (), (_cue_span(t, i),), (content,), cue.cue_class, cue.stance, "verb", _tells(cue)
    )


def _is_speaker_or_hearer(t: Tree, source: Span) -> bool:
    """ "I think", "you know": inside somebody's words, and no voice of the report's."""
    words = [x.text.lower() for x in t.tokens if source[0] <= x.start and x.end <= source[1]]
    return len(words) == 1 and words[0] in {"i", "we", "you", "it", "that", "which", "what", "this"}


def _content(t: Tree, i: int, cue: Cue, clause: int | None) -> Span | None:
    if clause is not None and (cue.frames & SAYS or "inf" in cue.frames):
        return _clause(t, clause)
    open_clause = t.child(i, *OPEN)
    if open_clause is not None and "inf" in cue.frames and t.tokens[open_clause].upos in {"VERB", "ADJ", "NOUN"}:
        return _clause(t, open_clause)
    if t.rel(i) == "parataxis" and cue.frames & SAYS and t.child(i, "nsubj") is not None:
        return _around(t, i)
    if ("np" in cue.frames and cue.stance not in {"neutral"}) or cue.words in {"announce", "report", "declare"}:
        thing = t.child(i, "obj", "nsubj:pass")
        if thing is not None and (noun(t.tokens[thing].lemma) or t.child(thing, "acl", "nmod") is not None):
            return t.chars(*t.phrase(thing, frozenset({"case"})))
    return None


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


def _according(t: Tree, i: int) -> Iterator[Said]:
    """ "according to the Gazette, citing two officers" · "per the log" · "in the words of the mayor"."""
    opened = _opens_prep(t, i)
    if opened is None:
        return
    first, last, cue = opened
    who = _object_of(t, first, last)
    if who is None:
        return
    content = _whole(t, who, first)
    if content is not None:
        span = (t.tokens[first].start, t.tokens[last].end)
        yield Said((_phrase(t, who),), (span,), (content,), cue.cue_class, cue.stance, "according")


def _opens_prep(t: Tree, i: int) -> tuple[int, int, Cue] | None:
    """First and last word of a preposition of the table that starts at word `i`."""
    for length in (4, 3, 2, 1):
        words = " ".join(x.text.lower() for x in t.tokens[i : i + length])
        found = cues().get((words, "prep"))
        if found and i + length <= len(t.tokens) and words not in {"citing", "quoting"}:
            return None if words == "per" and not _names(t, i + 1) else (i, i + length - 1, found)
    return None


def _names(t: Tree, i: int) -> bool:
    """Whether a phrase that may speak starts here: "per the log", not "per year"."""
    return i < len(t.tokens) and (t.tokens[i].text.lower() == "the" or t.tokens[i].upos == "PROPN")


def _object_of(t: Tree, first: int, last: int) -> int | None:
    """The noun that the preposition governs."""
    for k in range(first, last + 1):
        up = t.up(k)
        while up is not None and first <= up <= last:
            up = t.up(up)
        if up is not None and up > last and t.tokens[up].upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
            return up
    for k in range(last + 1, min(last + 6, len(t.tokens))):
        if t.tokens[k].upos in {"NOUN", "PROPN", "PRON"} and base(t.tokens[k].deprel) not in {"compound", "nmod"}:
            return k
    return None


def _whole(t: Tree, who: int, first: int) -> Span | None:
    """The words that "according to X" speaks of: what stands before it, or, where it opens the sentence, after it."""
    tokens = t.tokens
    earlier = [k for k in range(first) if tokens[k].text.lower() in {"according", "per"}]
    if first <= 1:
        start = t.right[who] + 1
        while start < len(tokens) and tokens[start].upos == "PUNCT" and tokens[start].text not in "\"“'‘":
            start += 1
        return t.chars(start, len(tokens) - 1) if start < len(tokens) else None
    start = 0
    if earlier:
        start = next((k + 1 for k in range(earlier[-1], first) if tokens[k].upos == "CCONJ"), t.right[earlier[-1]] + 1)
    end = first - 1
    return t.chars(start, end) if start <= end else None


def _citing(t: Tree, i: int) -> Iterator[Said]:
    """ "the Gazette reported, citing two officers": the officers told the Gazette."""
    word = t.tokens[i].text.lower()
    if word not in {"citing", "quoting"}:
        return
    who = t.child(i, "obj", "ccomp", "obl")
    if who is None:
        return
    outer = _subject(t, i) or _nearest_source(t, i)
    first = t.left[i]
    while first > 0 and t.tokens[first - 1].upos == "PUNCT":
        first -= 1
    if first > 0:
        content = t.chars(0, first - 1)
    else:
        start = t.right[i] + 1
        if start >= len(t.tokens):
            return
        content = t.chars(start, len(t.tokens) - 1)
    cue = cues()[word, "prep"]
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said((_phrase(t, who),), (span,), (content,), cue.cue_class, cue.stance, "citing", True, outer)


def _nearest_source(t: Tree, i: int) -> Span | None:
    for k in range(i - 1, -1, -1):
        if t.tokens[k].upos in {"PROPN", "NOUN"} and base(t.tokens[k].deprel) in {"obl", "nsubj", "obj", "nmod"}:
            return _phrase(t, k)
    return None


def _from_noun(t: Tree, i: int) -> Iterator[Said]:
    """ "his belief that he would be dismissed" · "fears that the dam will burst" · "the decision to leave"."""
    cue = noun(t.tokens[i].lemma)
    if cue is None or t.rel(i) in {"compound", "flat"}:
        return
    clause = next((k for k in t.children(i, "acl", "ccomp") if k > i and t.tokens[k].deprel != "acl:relcl"), None)
    if clause is None or not _fits(t, clause, cue):
        return
    owner = t.child(i, "nmod:poss")
    if owner is None:
        owner = next((k for k in t.children(i, "nmod") if _case(t, k) in {"of", "by", "from"} and k < clause), None)
    source = _phrase(t, owner) if owner is not None else _owner_by_verb(t, i)
    if source is None and not cue.alone:
        return
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said(
        (source,) if source else (), (span,), (_clause(t, clause),), cue.cue_class, cue.stance, "noun", _tells(cue)
    )


def _fits(t: Tree, clause: int, cue: Cue) -> bool:
    marks = {t.tokens[k].text.lower() for k in t.children(clause, "mark")}
    if "that" in marks:
        return True
    if "to" in marks:
        return cue.cue_class != "report"
    return t.rel(clause) == "ccomp"


def _case(t: Tree, k: int) -> str:
    case = t.child(k, "case")
    return t.tokens[case].text.lower() if case is not None else ""


def _owner_by_verb(t: Tree, i: int) -> Span | None:
    """ "the junta made the decision to leave", "officials have a plan to": the subject of the light verb."""
    up = t.up(i)
    if (
        up is None
        or t.rel(i) != "obj"
        or t.tokens[up].lemma not in {"have", "make", "take", "give", "issue", "announce"}
    ):
        return None
    return _subject(t, up)


def _hearsay(t: Tree, i: int) -> Iterator[Said]:
    """ "the general reportedly fled": somebody says so, nobody is named."""
    cue = adverb(t.tokens[i].text)
    up = t.up(i)
    if cue is None or up is None:
        return
    first, last = t.phrase(up, frozenset({"parataxis"}))
    if first == last:
        return
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said((), (span,), (t.chars(first, last),), cue.cue_class, cue.stance, "hearsay")


def _told_outlet(t: Tree, i: int) -> Iterator[Said]:
    """ "he told the Gazette", "in comments to the Gazette": the Gazette reports what he said."""
    token = t.tokens[i]
    if token.upos not in {"PROPN", "NOUN"} or base(token.deprel) not in {"iobj", "obj", "nmod", "obl"}:
        return
    first, last = t.noun_phrase(i)
    name = t.text(first, last)
    stands = stands_for(token.lemma)
    if not is_outlet(name) and not is_outlet(t.text(first, i)) and not (stands and stands.sort == "outlet"):
        return
    up = t.up(i)
    if up is None:
        return
    verb_told = t.tokens[up].lemma in {"tell", "inform"} and base(token.deprel) in {"iobj", "obj"}
    noun_told = t.tokens[up].lemma.lower() in TOLD and _case(t, i) in {"to", "with"}
    speaking = t.tokens[up].lemma in {"speak", "talk"} and _case(t, i) in {"to", "with"}
    if not (verb_told or noun_told or speaking):
        return
    cue_first = t.child(up, "case") if noun_told else None
    cue = (t.tokens[up if cue_first is None else cue_first].start, t.tokens[up].end)
    whole = t.chars(0, len(t.tokens) - 1)
    yield Said(((t.tokens[first].start, t.tokens[last].end),), (cue,), (whole,), "report", "neutral", "told")


Rule = Callable[[Tree, int], Iterator[Said]]
RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "VERB": (_citing, _according, _from_verb),
    "NOUN": (_told_outlet, _from_noun),
    "PROPN": (_told_outlet,),
    "ADP": (_according,),
    "ADV": (_hearsay,),
}
