"""Attributions from outside the clause: "according to", "as noted by", "..., the Gazette reported".

In:   the tree of a sentence, a word of it.
Out:  `Said`, whose content is what the rest of the sentence tells.
Room: claim. These rules go by the words: a parse often hangs such a tag in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from dateline.claim.people.nouns import is_outlet
from dateline.claim.tree import REACH, Tree
from dateline.claim.voice.cues import SAYS, Cue, cues, noun, verb_at
from dateline.claim.voice.said import Said
from dateline.claim.voice.speakers import NOT_WHO, of_a_thing, phrase, run_head, word_at
from dateline.lexicon.places import place
from dateline.sentence.reading import Span

DASHES: Final = frozenset({"―", "—", "–", "--", "-"})
QUOTE_ENDS: Final = frozenset('”"’»')
SAID: Final = frozenset({"say", "report", "write", "note", "add", "explain", "announce", "state"})  # "said X"

OPENS: Final = frozenset({"when", "because", "after", "before", "until", "although", "though", "while", "if", "unless"})

THESE: Final = frozenset({"the", "a", "an", "its", "his", "her", "their"})

DAYS: Final = frozenset(
    {
        "day",
        "week",
        "month",
        "year",
        "morning",
        "evening",
        "night",
        "statement",
        "interview",
        "today",
        "start",
        "end",
        "middle",
        "beginning",
    }
)


def according(t: Tree, i: int) -> Iterator[Said]:
    """ "according to the Gazette, citing two officers" · "per the log" · "in the words of the mayor"."""
    opened = _opens_prep(t, i)
    if opened is None:
        return
    first, last, cue = opened
    who = _object_of(t, first, last)
    if who is None:
        return
    whole = _whole(t, who, first)
    content = _behind_that(t, who, first) or _set_in(t, who, first) or ((whole,) if whole is not None else None)
    if content is not None:
        span = (t.tokens[first].start, t.tokens[last].end)
        end = phrase(t, who)[1] if t.left[who] >= first else t.tokens[who].end
        source = (t.tokens[last + 1].start, max(end, t.tokens[who].end))
        yield Said((source,), (span,), content, cue.cue_class, cue.stance, "according")


@cache
def _openers() -> frozenset[str]:
    return frozenset(words.split()[0] for words, pos in cues() if pos == "prep")


def _opens_prep(t: Tree, i: int) -> tuple[int, int, Cue] | None:
    """First and last word of a preposition of the table that starts at word `i`."""
    if word_at(t, i) not in _openers():
        return None
    for length in (4, 3, 2, 1):
        words = " ".join(t.low[i : i + length])
        found = cues().get((words, "prep"))
        if found and i + length <= len(t.tokens) and words not in {"citing", "quoting"}:
            return None if words == "per" and not _names(t, i + 1) else (i, i + length - 1, found)
    return None


def _names(t: Tree, i: int) -> bool:
    """Whether a phrase that may speak starts here: "per the log", not "per year"."""
    return i < len(t.tokens) and (t.low[i] in THESE or t.tokens[i].upos == "PROPN")


def _object_of(t: Tree, first: int, last: int) -> int | None:
    """The noun that the preposition governs: by the words, else by the parse."""
    found = run_head(t, last + 1)
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
    earlier = [k for k in range(max(0, first - REACH), first) if tokens[k].text.lower() in {"according", "per"}]
    if first <= 1:
        comma = next((k for k in range(who, min(who + 16, len(tokens))) if tokens[k].text == ","), t.right[who])
        start = comma + 1
        while start < len(tokens) and tokens[start].upos == "PUNCT" and tokens[start].text not in "\"“'‘":
            start += 1
        return t.chars(start, len(tokens) - 1) if start < len(tokens) else None
    start = after_stop(t, first)
    if earlier:
        start = next(
            (k + 1 for k in range(max(start, earlier[-1]), first) if tokens[k].upos == "CCONJ"),
            t.right[earlier[-1]] + 1,
        )
    end = first - 1
    return t.chars(start, end) if start <= end else None


def _behind_that(t: Tree, who: int, first: int) -> tuple[Span, ...] | None:
    """ "told the radio that, according to the clinic, nine were hurt": the rest of what the "that" opens."""
    that = first - 2
    after = next((k for k in range(who + 1, min(who + 8, len(t.tokens))) if t.tokens[k].text == ","), None)
    clause = t.up(that) if word_at(t, that) == "that" and t.tokens[first - 1].text == "," else None
    if after is None or clause is None or t.rel(that) != "mark" or t.right[clause] <= after:
        return None
    return (t.chars(after + 1, t.right[clause]),)


def _set_in(t: Tree, who: int, first: int) -> tuple[Span, ...] | None:
    """ "Pilots, according to the shipping agents, are warning that ...": what stands before and behind the tag."""
    start, after = (
        after_stop(t, first),
        next((k for k in range(who + 1, min(who + 8, len(t.tokens))) if t.tokens[k].text == ","), None),
    )
    if after is None or first <= start + 1 or after + 2 >= len(t.tokens) or t.tokens[first - 1].text != ",":
        return None
    was = t.tokens[first - 2].upos == "AUX"  # "What the army called an accident was, according to two officers, a raid"
    if not was and any(x.upos in {"VERB", "AUX"} and x.deprel not in {"amod", "acl"} for x in t.tokens[start:first]):
        return None
    if not was and t.tokens[after + 1].upos not in {"VERB", "AUX"}:
        return None
    return (t.chars(start, first - 2), t.chars(after + 1, len(t.tokens) - 1))


def after_stop(t: Tree, first: int) -> int:
    """Where the words before `first` start, if two sentences were read as one: after the last full stop outside
    quotation marks."""
    inside = False
    for k in range(first - 1, max(0, first - REACH), -1):
        word = t.tokens[k].text
        if word in {"”", "“"}:
            inside = word == "”"
        elif word == '"':
            inside = not inside
        elif word in {".", "!", "?"} and not inside and k + 1 < first:
            return k + 1
    return 0


def as_noted(t: Tree, i: int) -> Iterator[Said]:
    """ "..., as noted by the ministry" · "As the ministry noted, ..."."""
    if t.low[i] != "as" or i + 2 >= len(t.tokens):
        return
    verb = i + 1
    if t.tokens[verb].upos == "VERB" and t.low[min(verb + 1, len(t.tokens) - 1)] == "by":
        who = run_head(t, verb + 2)
    else:
        who = run_head(t, i + 1)
        verb = len(t.tokens) if who is None else who + 1
        while verb < len(t.tokens) and t.tokens[verb].upos in {"ADV", "AUX"}:
            verb += 1
    if who is None or verb >= len(t.tokens) or t.tokens[verb].upos != "VERB":
        return
    cue = verb_at(t, verb)
    if cue is None or cue.cue_class != "report" or not cue.frames & SAYS or not cue.alone:
        return
    following = t.low[verb + 1] if verb + 1 < len(t.tokens) else ""
    if t.low[who] in NOT_WHO or following == "to":
        return
    after = max(who, verb) + 1
    if i > 1:
        content = t.chars(after_stop(t, i), i - 1)
    elif after < len(t.tokens) - 1 and t.child(verb, "obj", "ccomp") is None:
        content = t.chars(after, len(t.tokens) - 1)
    else:
        return
    span = (t.tokens[verb].start, t.tokens[verb].end)
    yield Said((_flat(t, i + 1 if who < verb else verb + 2, who),), (span,), (content,), "report", cue.stance, "as")


def _flat(t: Tree, first: int, last: int) -> Span:
    return t.chars(first, max(first, last))


def final(t: Tree, i: int) -> Iterator[Said]:
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
    up = t.up(verb)
    beside = t.rel(verb) == "acl" and up is not None and first <= up < verb
    if beside and up is not None and (of_a_thing(t, verb) or noun(t.tokens[up].lemma) is not None):
        return  # "..., a claim the bank denied"
    if cue is None or cue.cue_class != "report" or not (cue.frames & SAYS) or not cue.alone:
        return
    if verb > first and t.child(verb, "aux:pass") is not None:
        return  # "..., four days after the first case was confirmed there"
    lasting = any(t.low[k] in {"been", "are", "were"} for k in t.children(verb, "aux"))
    if (t.low[verb].endswith("ing") and not lasting) or (verb == first and cue.words not in SAID):
        return  # "..., the director, Ann Roe, told reporters": they were told
    who = run_head(t, first) if verb > first else run_head(t, verb + 1)
    if who is None or t.low[who] in NOT_WHO or (verb > first and not first <= who < verb):
        return
    if not _plain(t, first, verb) or not _only_when(t, max(who, verb) + 1, end):
        return
    span = (t.tokens[verb].start, t.tokens[verb].end)
    source = _flat(t, first if verb > first else verb + 1, verb - 1 if verb > first else who)
    yield Said((source,), (span,), (t.chars(after_stop(t, i), i - 1),), "report", cue.stance, "final")


def inverted(t: Tree, i: int) -> Iterator[Said]:
    """ "They have left, say residents reached by telephone, but ...": the speaker stands behind the verb."""
    verb = i + 1
    if t.tokens[i].text not in {",", "”", '"'} or i < 2 or verb + 2 >= len(t.tokens) or t.tokens[verb].upos != "VERB":
        return
    cue = verb_at(t, verb)
    if cue is None or cue.words not in SAID or t.low[verb].endswith("ing"):
        return
    who = run_head(t, verb + 1)
    if who is None or t.low[who] in NOT_WHO or t.tokens[verb + 1].upos == "ADV":
        return
    after = t.tokens[min(who + 1, len(t.tokens) - 1)]
    if after.upos == "AUX" or (after.upos == "VERB" and word_at(t, who + 2) not in {"by", "in", "at"}):
        return  # "Roe, a guard, said the gate was open"
    end = next((k for k in range(who + 1, min(who + 12, len(t.tokens))) if t.tokens[k].text in {",", ";"}), None)
    content = _around_tag(t, i, end) if end is not None else ()
    if content:
        span = (t.tokens[verb].start, t.tokens[verb].end)
        yield Said((_flat(t, verb + 1, who),), (span,), content, "report", cue.stance, "inverted")


def inserted(t: Tree, i: int) -> Iterator[Said]:
    """ "The dam, engineers say, is safe": a tag between a subject and its verb."""
    who = run_head(t, i + 1) if t.tokens[i].text == "," and i > 0 else None
    if who is None or who + 3 >= len(t.tokens) or t.tokens[who + 2].text != "," or t.tokens[who + 1].upos != "VERB":
        return
    cue = verb_at(t, who + 1)
    if cue is None or cue.cue_class != "report" or not cue.frames & SAYS or not cue.alone:
        return
    if word_at(t, i - 1) in OPENS:
        return  # "was held because, the navy said, it carried arms": of the clause behind the tag alone
    content = _around_tag(t, i, who + 2)
    if len(content) == 2 and t.low[who] not in NOT_WHO:
        span = (t.tokens[who + 1].start, t.tokens[who + 1].end)
        yield Said((_flat(t, i + 1, who),), (span,), content, "report", cue.stance, "inserted")


def _around_tag(t: Tree, first: int, last: int) -> tuple[Span, ...]:
    """What a tag between the commas `first` and `last` speaks of: the clause before it; where that is only a subject
    ("and the loft, says the landlord, was locked"), with the verb that follows."""
    start = after_stop(t, first)
    parts = [k for k in range(start, first) if t.tokens[k].text in {",", ";"} or t.tokens[k].upos == "CCONJ"]
    own = parts[-1] + 1 if parts else start
    verbal = any(t.tokens[k].upos in {"VERB", "AUX"} for k in range(own, first))
    if verbal or not own < first:
        behind = (t.chars(last + 1, len(t.tokens) - 1),) if _goes_on(t, first, last) else ()
        return (t.chars(start, first - 1), *behind)
    goes_on = last + 1 < len(t.tokens) and any(x.upos in {"VERB", "AUX"} for x in t.tokens[last + 1 : last + 4])
    named = t.tokens[own].upos in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"}
    return (t.chars(own, first - 1), t.chars(last + 1, len(t.tokens) - 1)) if goes_on and named else ()


def _goes_on(t: Tree, first: int, last: int) -> bool:
    """ "They had no warrant, says Roe, when they came": a clause behind the tag that hangs on what stands before it."""
    opener = last + 1
    clause = t.up(opener) if word_at(t, opener) in OPENS else None
    up = t.up(clause) if clause is not None else None
    return up is not None and up < first and t.rel(opener) in {"mark", "advmod"}


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
        and t.low[k] not in {"who", "which", "that"}
        for k in range(first, verb)
    )


def dashed(t: Tree, i: int) -> Iterator[Said]:
    """ "“We are ready.” — Ann Roe, harbour master": a quotation with its speaker set behind a dash."""
    if t.tokens[i].text not in DASHES or not 2 <= i < len(t.tokens) - 1 or t.tokens[i - 1].text[-1:] not in QUOTE_ENDS:
        return
    if t.tokens[i + 1].upos != "PROPN" or len(t.tokens) - i > 26:
        return
    if any(x.upos in {"VERB", "AUX"} and x.deprel not in {"amod", "compound"} for x in t.tokens[i + 1 :]):
        return
    head = run_head(t, i + 1)
    if head is not None:
        cue = (t.tokens[i].start, t.tokens[i].end)
        yield Said((_flat(t, i + 1, head),), (cue,), (t.chars(0, i - 1),), "report", "neutral", "dash")


def labelled(t: Tree, i: int) -> Iterator[Said]:
    """ "ANN ROE: We are ready.": a turn of a transcript, a quotation under its speaker's name."""
    if t.tokens[i].text != ":" or not 1 <= i <= 5 or len(t.tokens) - i < 4:
        return
    words = [x.text for x in t.tokens[:i]]
    if any(x.upos != "PROPN" for x in t.tokens[:i]) or not all(w[:1].isupper() for w in words):
        return
    capitals = all(len(w) >= 3 and w.isupper() for w in words)
    if not (len(words) >= 2 or capitals or is_outlet(words[0])) or place(" ".join(words)) is not None:
        return
    cue = (t.tokens[i].start, t.tokens[i].end)
    content = t.chars(i + 1, len(t.tokens) - 1)
    yield Said((t.chars(0, i - 1),), (cue,), (content,), "report", "neutral", "label")
