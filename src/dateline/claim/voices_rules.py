"""Attributions read off the parse, for those that the reader leaves out.

In:   one sentence and the words of the report.
Out:  `Said`: source, cue and content as spans, with the rule's name; the rules know nothing of other sentences.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.claim.nouns import is_outlet, stands_for
from dateline.claim.tree import Tree
from dateline.claim.voices_cues import SAYS, Cue, adverb, cues, noun, verb_at
from dateline.sentence.reading import Span
from dateline.terms.voice import CueClass

CLAUSES: Final = ("ccomp", "csubj")
OPEN: Final = ("xcomp",)
TOLD: Final = frozenset({"comment", "remark", "interview", "statement", "conversation", "call", "email"})
NAMES_THINGS: Final = frozenset({"announce", "confirm", "deny", "acknowledge", "admit"})  # "announced plans to leave"
SAID: Final = frozenset({"say", "report", "write", "note", "add", "explain", "announce", "state", "tell"})  # "said X"
DAYS: Final = frozenset(
    {"day", "week", "month", "year", "morning", "evening", "night", "statement", "interview", "today"}
)
NOUNS_AND_THEIRS: Final = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
NOT_WHO: Final = frozenset(
    {"i", "we", "you", "it", "that", "which", "what", "this", "me", "us", "one", "nobody", "anyone"}
)


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
    wide = {s.cue[0][1] for s in out if s.rule in {"final", "as"}}
    out = [s for s in out if s.rule != "verb" or s.cue[0][1] not in wide]
    outer = [s.cue[0][0] for s in out if s.rule in {"according", "citing", "as"}]
    out = [replace(s, content=_cut(t, s.content, outer)) if s.rule in {"verb", "noun"} else s for s in out]
    return sorted(out, key=lambda s: (s.cue[0], s.content))


def _cut(t: Tree, content: tuple[Span, ...], outer: list[int]) -> tuple[Span, ...]:
    """What is said ends where somebody else is made to tell it: "plans to leave, according to the Gazette"."""
    start, end = content[0]
    ends = [o for o in outer if start < o < end]
    if not ends:
        return content
    last = [i for i, token in enumerate(t.tokens) if start <= token.start and token.end <= min(ends)]
    return (t.chars(last[0], last[-1]),) if last else content


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
        marks = {t.tokens[k].text.lower() for k in t.children(i, "mark")}
        if rel not in {"conj", "xcomp", "advcl", "parataxis"} or (rel == "advcl" and marks - {"to", "by", "while"}):
            return None
        i = up
    return None


def _before(t: Tree, i: int) -> Span | None:
    """The noun phrase right before an active verb, by the words alone, where the parse gives it no subject."""
    marks = {t.tokens[k].text.lower() for k in t.children(i, "mark")}
    if "to" in marks or t.child(i, "aux:pass") is not None or t.tokens[i].text.lower().endswith("ing"):
        return None
    last = i - 1
    while last > 0 and t.tokens[last].upos in {"AUX", "ADV"}:
        last -= 1
    first = last
    while first >= 0 and (
        t.tokens[first].upos in NOUNS_AND_THEIRS or t.tokens[first].text.lower() in {"of", "'s", "’s"}
    ):
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
    source = _subject(t, verb) or _before(t, verb)
    return None if source is None or _is_speaker_or_hearer(t, source) else source


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
    source = _subject(t, i) or _before(t, i)
    if source is not None and _is_speaker_or_hearer(t, source):
        return
    clause = t.child(i, *CLAUSES)
    if clause is not None and clause < i and source is None and t.rel(clause) == "csubj":
        return
    content = _content(t, i, cue, clause)
    impersonal = t.child(i, "aux:pass") is not None or t.child(i, "nsubj:pass") is not None
    if content is None or (source is None and not impersonal):
        return
    yield Said(
        (source,) if source else (), (_cue_span(t, i),), (content,), cue.cue_class, cue.stance, "verb", _tells(cue)
    )


def _is_speaker_or_hearer(t: Tree, source: Span) -> bool:
    """ "I think", "you know": inside somebody's words, and no voice of the report's."""
    words = [x.text.lower() for x in t.tokens if source[0] <= x.start and x.end <= source[1]]
    return bool(words) and words[-1] in NOT_WHO


def _content(t: Tree, i: int, cue: Cue, clause: int | None) -> Span | None:
    infinitive = (
        clause is not None
        and any(t.tokens[k].text.lower() == "to" for k in t.children(clause, "mark"))
        and t.child(clause, "nsubj", "nsubj:pass") is None
    )
    if clause is not None and ("inf" in cue.frames if infinitive else cue.frames & SAYS):
        span = _clause(t, clause)
        if span[1] - span[0] <= t.tokens[clause].end - t.tokens[clause].start and clause > i:
            return _after(t, i, clause)
        if noun(t.tokens[clause].lemma) is None or span[1] != t.tokens[clause].end:
            return span
        return span[0], t.tokens[_runs_to(t, clause)].end  # "announced plans to ...", taken for a clause
    open_clause = t.child(i, *OPEN)
    if open_clause is not None and "inf" in cue.frames and t.tokens[open_clause].upos in {"VERB", "ADJ", "NOUN"}:
        return _clause(t, open_clause)
    if t.rel(i) == "parataxis" and cue.frames & SAYS and t.child(i, "nsubj") is not None:
        return _around(t, i)
    if "np" in cue.frames and cue.words in NAMES_THINGS:
        thing = t.child(i, "obj", "nsubj:pass")
        if thing is not None and (noun(t.tokens[thing].lemma) or t.child(thing, "acl", "nmod") is not None):
            first, last = t.phrase(thing, frozenset({"case"}))
            return t.chars(first, max(last, _runs_to(t, thing)))
    return None


def _after(t: Tree, verb: int, clause: int) -> Span:
    """The words from a verb of saying to the next stop, where the parse left the clause a single word."""
    first = verb + 1
    while first < clause and t.tokens[first].text.lower() in {"that", ",", ":"}:
        first += 1
    end = clause
    while end + 1 < len(t.tokens) and t.tokens[end + 1].upos != "PUNCT":
        end += 1
    return t.chars(first, end)


def _runs_to(t: Tree, thing: int) -> int:
    """The last word of "plans to end ..." by the words alone: up to the next comma."""
    if thing + 1 >= len(t.tokens) or t.tokens[thing + 1].text.lower() not in {"to", "for", "of", "that"}:
        return thing
    end = thing + 1
    while (
        end + 1 < len(t.tokens) and t.tokens[end + 1].upos != "PUNCT" and t.tokens[end + 1].text.lower() != "according"
    ):
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
        end = _phrase(t, who)[1] if t.left[who] >= first else t.tokens[who].end
        source = (t.tokens[last + 1].start, max(end, t.tokens[who].end))
        yield Said((source,), (span,), (content,), cue.cue_class, cue.stance, "according")


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
    """The noun that the preposition governs: by the words, else by the parse."""
    found = _run(t, last + 1)
    if found is not None:
        return found
    for k in range(first, last + 1):
        up = t.up(k)
        while up is not None and first <= up <= last:
            up = t.up(up)
        if up is not None and up > last and t.tokens[up].upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
            return up
    return None


def _whole(t: Tree, who: int, first: int) -> Span | None:
    """The words that "according to X" speaks of: what stands before it, or, where it opens the sentence, after it."""
    tokens = t.tokens
    earlier = [k for k in range(first) if tokens[k].text.lower() in {"according", "per"}]
    if first <= 1:
        comma = next((k for k in range(who, min(who + 16, len(tokens))) if tokens[k].text == ","), t.right[who])
        start = comma + 1
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
    who = t.child(i, "obj") or _run(t, i + 1)
    if who is None or who < i:
        return
    outer = _nearest_source(t, i)
    first = i
    while first > 0 and t.tokens[first - 1].upos == "PUNCT":
        first -= 1
    start = t.right[who] + 1 if first == 0 else 0
    end = len(t.tokens) - 1 if first == 0 else first - 1
    if start > end:
        return
    cue = cues()[word, "prep"]
    span = (t.tokens[i].start, t.tokens[i].end)
    content = t.chars(start, end)
    source = (t.tokens[i + 1].start, max(_phrase(t, who)[1] if t.left[who] > i else 0, t.tokens[who].end))
    yield Said((source,), (span,), (content,), cue.cue_class, cue.stance, "citing", True, outer)


def _run(t: Tree, first: int) -> int | None:
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


def _nearest_source(t: Tree, i: int) -> Span | None:
    """The name or noun before the word that can be the one who cites: the nearest outlet, else the subject."""
    for k in range(i - 1, -1, -1):
        if t.tokens[k].upos in {"PROPN", "NOUN"} and is_outlet(t.text(max(0, k - 1), k).removeprefix("the ")):
            return t.tokens[k].start, t.tokens[k].end
    return _subject(t, i) if t.tokens[i].upos == "VERB" else None


def _as_noted(t: Tree, i: int) -> Iterator[Said]:
    """ "..., as noted by the ministry" · "As the ministry noted, ..."."""
    if t.tokens[i].text.lower() != "as" or i + 2 >= len(t.tokens):
        return
    verb = i + 1
    if t.tokens[verb].upos == "VERB" and t.tokens[min(verb + 1, len(t.tokens) - 1)].text.lower() == "by":
        who = _run(t, verb + 2)
    else:
        who = _run(t, i + 1)
        verb = len(t.tokens) if who is None else who + 1
        while verb < len(t.tokens) and t.tokens[verb].upos in {"ADV", "AUX"}:
            verb += 1
    if who is None or verb >= len(t.tokens) or t.tokens[verb].upos != "VERB":
        return
    cue = verb_at(t, verb)
    if cue is None or cue.cue_class != "report" or not cue.frames & SAYS or not cue.alone:
        return
    following = t.tokens[verb + 1].text.lower() if verb + 1 < len(t.tokens) else ""
    if t.tokens[who].text.lower() in NOT_WHO or following == "to":
        return
    after = max(who, verb) + 1
    if i > 1:
        content = t.chars(0, i - 1)
    elif after < len(t.tokens) - 1 and t.child(verb, "obj", "ccomp") is None:
        content = t.chars(after, len(t.tokens) - 1)
    else:
        return
    span = (t.tokens[verb].start, t.tokens[verb].end)
    yield Said((_flat(t, i + 1 if who < verb else verb + 2, who),), (span,), (content,), "report", cue.stance, "as")


def _flat(t: Tree, first: int, last: int) -> Span:
    return t.chars(first, max(first, last))


def _final(t: Tree, i: int) -> Iterator[Said]:
    """ "..., the Gazette reported." · "..., said the mayor.": what stands after the last comma speaks for the rest."""
    if t.tokens[i].upos != "PUNCT" or t.tokens[i].text not in {",", "—", "–", "”", '"', ",”"} or i < 3:
        return
    first, end = i + 1, len(t.tokens)
    while end > first and t.tokens[end - 1].upos == "PUNCT":
        end -= 1
    if not 2 <= end - first <= 16:
        return
    verbs = [k for k in range(first, end) if t.tokens[k].upos == "VERB"]
    if len(verbs) != 1 or any(t.tokens[k].text in {",", ";"} for k in range(first, end)):
        return
    verb = verbs[0]
    cue = verb_at(t, verb)
    if cue is None or cue.cue_class != "report" or not (cue.frames & SAYS) or not cue.alone:
        return
    if t.tokens[verb].text.lower().endswith("ing") or (verb == first and cue.words not in SAID):
        return
    who = _run(t, first) if verb > first else _run(t, verb + 1)
    if who is None or t.tokens[who].text.lower() in NOT_WHO or (verb > first and not first <= who < verb):
        return
    if not _plain(t, first, verb) or not _only_when(t, max(who, verb) + 1, end):
        return
    span = (t.tokens[verb].start, t.tokens[verb].end)
    source = _flat(t, first if verb > first else verb + 1, verb - 1 if verb > first else who)
    yield Said((source,), (span,), (t.chars(0, i - 1),), "report", cue.stance, "final")


def _only_when(t: Tree, first: int, end: int) -> bool:
    """Whether nothing but a time or a place to whom stands after the verb: "reported on Monday"."""
    if end - first > 6:
        return False
    return all(
        t.tokens[k].upos in {"ADV", "ADP", "DET", "NUM", "PROPN", "PUNCT", "ADJ"} or t.tokens[k].lemma in DAYS
        for k in range(first, end)
    )


def _plain(t: Tree, first: int, verb: int) -> bool:
    """Only a noun phrase, and perhaps an auxiliary, stands between the comma and the verb."""
    return t.tokens[first].upos not in {"CCONJ", "SCONJ", "ADP", "ADV"} and all(
        t.tokens[k].upos in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "AUX", "ADV", "ADP", "PART", "PUNCT"}
        and t.tokens[k].text.lower() not in {"who", "which", "that"}
        for k in range(first, verb)
    )


def _from_noun(t: Tree, i: int) -> Iterator[Said]:
    """ "his belief that he would be dismissed" · "fears that the dam will burst" · "the decision to leave"."""
    cue = noun(t.tokens[i].lemma)
    if cue is None or t.rel(i) in {"compound", "flat"}:
        return
    clause = next((k for k in t.children(i, "acl", "ccomp") if k > i and t.tokens[k].deprel != "acl:relcl"), None)
    content = _clause(t, clause) if clause is not None and _fits(t, clause, cue) else _that(t, i)
    if content is None:
        return
    clause = clause if clause is not None else i + 1
    owner = t.child(i, "nmod:poss")
    if owner is None:
        owner = next((k for k in t.children(i, "nmod") if _case(t, k) in {"of", "by", "from"} and k < clause), None)
    source = _phrase(t, owner) if owner is not None else _owner_by_verb(t, i)
    if (source is None and not cue.alone) or not _tells(cue):
        return
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said((source,) if source else (), (span,), (content,), cue.cue_class, cue.stance, "noun", _tells(cue))


def _that(t: Tree, i: int) -> Span | None:
    """The clause after "belief that" by the words alone, up to the next stop; none for "claims that were rejected"."""
    if _word(t, i + 1) != "that" or i + 3 >= len(t.tokens) or t.tokens[i + 2].upos in {"VERB", "AUX"}:
        return None
    end = i + 2
    while end + 1 < len(t.tokens) and t.tokens[end + 1].text not in {",", ";", ".", "!", "?", "—", "–"}:
        end += 1
    return t.chars(i + 2, end)


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
    if cue is None or not cue.alone or up is None:
        return
    first, last = t.phrase(up, frozenset({"parataxis"}))
    if first == last:
        return
    span = (t.tokens[i].start, t.tokens[i].end)
    yield Said((), (span,), (t.chars(first, last),), cue.cue_class, cue.stance, "hearsay")


def _told_outlet(t: Tree, i: int) -> Iterator[Said]:
    """ "he told the Gazette", "in comments to the Gazette": the Gazette reports what he said."""
    token = t.tokens[i]
    noun_told = token.upos == "NOUN" and token.lemma in TOLD and _word(t, i + 1) in {"to", "with"}
    verb_told = token.upos == "VERB" and token.lemma in {"tell", "inform"}
    speaking = token.upos == "VERB" and token.lemma in {"speak", "talk"} and _word(t, i + 1) in {"to", "with"}
    if not (noun_told or verb_told or speaking):
        return
    first = i + 1 if verb_told else i + 2
    head = _run(t, first)
    if head is None or not _outlet(t, first, head):
        return
    low = i - 1 if noun_told and _word(t, i - 1) in {"in", "during"} else i
    cue = (t.tokens[low].start, token.end)
    whole = t.chars(0, len(t.tokens) - 1)
    yield Said((t.chars(first, head),), (cue,), (whole,), "report", "neutral", "told")


def _word(t: Tree, i: int) -> str:
    return t.tokens[i].text.lower() if 0 <= i < len(t.tokens) else ""


def _outlet(t: Tree, first: int, head: int) -> bool:
    stands = stands_for(t.tokens[head].lemma)
    common = stands is not None and stands.sort == "outlet" and t.tokens[head].upos == "NOUN"
    return common or is_outlet(" ".join(x.text for x in t.tokens[first : head + 1]))


Rule = Callable[[Tree, int], Iterator[Said]]
RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "VERB": (_citing, _according, _told_outlet, _from_verb),
    "SCONJ": (_as_noted, _according),
    "PUNCT": (_final,),
    "NOUN": (_told_outlet, _from_noun),
    "ADP": (_citing, _as_noted, _according),
    "ADV": (_as_noted, _hearsay),
}
