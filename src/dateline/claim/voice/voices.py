"""Who says so: every attribution of a report, and for any of its words the chain of voices that tell them.

In:   a report, its reading and its mentions.
Out:  Attributions in the order of their cues; `chain` gives the voices over a stretch of words, outermost first.
Room: claim. The reader's speech comes first; rules over the parse add what a flat reading cannot hold: who stands
      behind whom ("according to the Gazette, citing two officers").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.model import Mention
from dateline.claim.tree import Trees
from dateline.claim.voice.attribution import BUCKET, Attribution, Attributions, covers, first, length
from dateline.claim.voice.combine import WIDE, combined, told_by_another
from dateline.claim.voice.cues import UNKNOWN_CUE, Cue, cue_in, told
from dateline.claim.voice.names import Namer
from dateline.claim.voice.quotes import Quotation, quotations
from dateline.claim.voice.rules import said
from dateline.claim.voice.speakers import elsewhere, fronted, hears, of_a_thing, speaker
from dateline.claim.voice.within import learned_from
from dateline.report.model import Report
from dateline.sentence.reading import Reading, Span, Speech
from dateline.terms import Anchor, Voice

BEYOND: Final = frozenset({"citing", "hearsay", "quoted", "saying", "within"})  # rules for what stands behind a voice
PERFECT: Final = frozenset({"has", "have", "had"})
FINITE: Final = frozenset({"ccomp", "acl", "conj", "parataxis", "obj", "xcomp", "advcl"})  # clauses, relatives not
SHORT: Final = 20  # letters that may stand beside a tag between two quotations: "on Monday", "in a speech"
NEAR: Final = 60  # attributions looked at on either side of one
DEEPEST: Final = 12  # voices in a chain
FIRST_PERSON: Final = ("our ", "my ")  # "“It expelled our envoy,” she said": she is nobody out of her own words
NOBODY: Final = frozenset({"it", "there", "this", "that", "which", "what"})  # "it should be noted that"
IT_SAID: Final = frozenset(
    {"said", "says", "added", "adds", "announced", "denied", "denies", "claimed", "claims", "stated", "insisted",
     "insists", "warned", "warns", "reported", "wrote", "maintains", "maintained", "confirmed", "argued"}
)  # fmt: skip
BEFORE_IT: Final = frozenset({"after", "as", "when", "since", "while", "before", "because"})
LEADS_OVER: Final = re.compile(r",\s*(?:however|meanwhile|though|in turn|for (?:his|her|its|their) part)[,\s]*\Z")
NONE: Final = frozenset({"no", "nobody", "none", "neither"})  # "nobody in the village believes it"
OPENED: Final = re.compile(rf"\b(?:{'|'.join(sorted(BEFORE_IT))}|although), $")  # of what a tag in it speaks
OPENER: Final = 12  # characters
DEEDS: Final = word_list(  # what an office does by its word
    "annul void nullify invalidate quash overturn repeal revoke rescind scrap dissolve disband ratify adopt impose "
    "lift suspend freeze appoint name nominate install sack dismiss oust depose impeach reinstate extend postpone "
    "prolong adjourn delay commute pardon acquit convict sentence jail free release"
)


def attributions(
    report: Report, reading: Reading, mentions: Sequence[Mention], trees: Trees | None = None
) -> tuple[Attribution, ...]:
    """Every attribution of the report, in the order of their cues, each with the one that tells it."""
    trees = trees or Trees(reading.sentences)
    raw = _read(report.text, reading, trees)
    found = combined(report.text, raw, [said(trees.of(s)) for s in trees.whole])
    found = _with_quotes(report.text, told_by_another(found))
    namer = Namer(report, trees, mentions)
    named = [(_settled(report, namer, a), under) for a, under in found]
    named.sort(key=lambda p: (first(p[0]), p[0].content))
    return Attributions(_nested([a for a, _ in named], [under for _, under in named]))


def chain(attributions: Sequence[Attribution], start: int, end: int) -> tuple[Voice, ...]:
    """Who tells the words [start, end), outermost first; empty where the report speaks for itself.

    Who says, believes or vows tells the content. Who orders or wants does not: the order is an event of its own.
    """
    telling = [
        a for a in over(attributions, start, end)
        if a.voiced and not any(s < end and start < e for s, e in a.source)
    ]  # fmt: skip
    named = any(a.source for a in telling)
    out: list[Voice] = []
    for a in telling:
        if a.anchor is None or (named and not a.source):
            continue  # "reportedly" beside a named voice says nothing more
        if not out or out[-1].name.lower() != a.name.lower():
            out.append(Voice(a.name, a.kind, a.cue_text, a.anchor, None, a.cue_class))
    return tuple(out)


def flat(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions as the public sets count them: one speaker a word, so what a rule finds inside another's
    words, or outside them, is left out."""
    return tuple(
        a for a in attributions
        if a.rule is None or (a.level == 0 and a.source and a.rule not in BEYOND)
    )  # fmt: skip


def over(attributions: Sequence[Attribution], start: int, end: int) -> list[Attribution]:
    """The attributions that tell the words [start, end), outermost first, acts included."""
    held = attributions if isinstance(attributions, Attributions) else Attributions(attributions)
    near = held.buckets.get(start // BUCKET, ())
    found = [attributions[k] for k in near if covers(attributions[k].reach, start, end)]
    return sorted(found, key=lambda a: (a.level, -length(a.reach), first(a)))


def _trim(text: str, span: Span) -> Span:
    """The span without spaces, commas and stops at its ends; a stop stays with an abbreviation ("U.S.").

    Nor is what only leads over any part of it: "A nurse in Kor, however, said".
    """
    start, end = span
    over = LEADS_OVER.search(text, start, end)
    end = over.start() if over is not None else end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    if end - start > 1 and text[end - 1] == "." and "." not in text[start : end - 1].rpartition(" ")[2]:
        end -= 1
    return start, end


def _near(text: str, starts: list[int], speech: Speech) -> tuple[Span, ...]:
    """The pieces of the content that the cue can reach: those of its own sentence, and quoted words near it."""
    if not speech.cue:
        return speech.content
    home, cue = bisect_right(starts, speech.cue[0][0]), speech.cue[0][0]
    said = speech.source[0][0] if speech.source else cue
    if OPENED.search(text, max(0, said - OPENER), said):  # "It was held because, the navy said, it carried arms"
        return tuple((max(s, said), e) for s, e in speech.content if e > cue)
    ahead = any(s > cue for s, _ in speech.content)  # "It sank; officials said that nobody drowned": that, and no more
    return tuple(
        (s, e) for s, e in speech.content
        if not (ahead and e <= cue and ";" in text[e - 1 : cue] and not _quoted(text, s, e))
        and (bisect_right(starts, s) <= home <= bisect_right(starts, e - 1) or _quoted(text, s, e))
    )  # fmt: skip


def _quoted(text: str, start: int, end: int) -> bool:
    return any(mark in text[max(0, start - 1) : end + 1] for mark in '"“”«»')


def _read(text: str, reading: Reading, trees: Trees) -> list[Attribution]:
    """The reader's speech, each cue with its row of the table."""
    starts = [s.start for s in trees.whole]
    out = []
    for speech in reading.speech:
        if not speech.content:
            continue
        cue, source = _cue_of(trees, starts, speech)
        if cue.stance == "deny" and _of_a_thing(trees, starts, speech):
            continue
        reach = _of_the_thing(trees, starts, speech, _near(text, starts, speech))
        quoted = any(_quoted(text, s, e) for s, e in speech.content)
        clause = _clausal(trees, starts, speech.content)
        if cue is UNKNOWN_CUE and speech.cue and not quoted and not clause and _is_deed(trees, starts, speech):
            continue
        out.append(
            Attribution(
                source, speech.cue, speech.content, "", "anonymous", "", cue.cue_class, None,
                stance=cue.stance, reach=reach, voiced=not speech.cue or told(cue, quoted, clause),
            )
        )  # fmt: skip
    return out


def _of_the_thing(trees: Trees, starts: list[int], speech: Speech, reach: tuple[Span, ...]) -> tuple[Span, ...]:
    """ "Threatened further stoppages after the council froze wages", "promised to hire 200 people but closed the mill",
    "denies the charges and has appealed": who threatens, promises or denies a thing does not tell what went before, nor
    what was done instead or beside it."""
    at = bisect_right(starts, speech.cue[0][0]) - 1 if speech.cue else -1
    if at < 0:
        return reach
    t = trees.of(trees.whole[at])
    verb = next((k for k in t.words_in(*speech.cue[0]) if t.tokens[k].upos == "VERB"), None)
    if verb is None or not t.children(verb, "obj", "xcomp") or t.children(verb, "ccomp"):
        return reach
    own = (k for k in t.children(verb, "advcl") if t.children(k, "nsubj") and not t.low[k].endswith("ing"))
    ends = [t.left[k] for k in own if any(t.low[m] in BEFORE_IT for m in t.children(k, "mark"))]
    beside = [c for c in t.children(verb, "conj") if any(t.low[k] in PERFECT for k in t.children(c, "aux"))]
    ends += [k for c in t.children(verb, "conj") for k in t.children(c, "cc") if c in beside or t.low[k] == "but"]
    cut = min((t.tokens[k].start for k in ends if k > verb), default=None)
    return reach if cut is None else tuple((s, min(e, cut)) for s, e in reach if s < cut)


def _is_deed(trees: Trees, starts: list[int], speech: Speech) -> bool:
    """ "The court annulled the vote": a verb of what an office does by its word, and what it is done to."""
    at = bisect_right(starts, speech.cue[0][0]) - 1
    t = trees.of(trees.whole[at]) if at >= 0 else None
    words = t.words_in(*speech.cue[0]) if t is not None else ()
    if t is None or len(words) != 1 or t.tokens[words[0]].lemma.lower() not in DEEDS:
        return False
    done_to = t.child(words[0], "obj")
    return done_to is not None and any(s <= t.tokens[done_to].start < e for s, e in speech.content)


def _of_a_thing(trees: Trees, starts: list[int], speech: Speech) -> bool:
    """Whether the cue only says of a noun behind the content what somebody says of it: "..., charges he denied"."""
    at = bisect_right(starts, speech.cue[0][0]) - 1 if speech.cue else -1
    if at < 0:
        return False
    t = trees.of(trees.whole[at])
    inside = t.words_in(*speech.cue[0])
    verb = next((k for k in inside if t.tokens[k].upos == "VERB" and of_a_thing(t, k)), None)
    thing = t.up(verb) if verb is not None else None
    return thing is not None and all(e <= t.tokens[thing].start for _, e in speech.content)


def _clausal(trees: Trees, starts: list[int], content: tuple[Span, ...]) -> bool:
    """Whether something is said of something in the content: a clause, not only a thing."""
    for start, end in content:
        at = bisect_right(starts, start) - 1
        if at < 0:
            continue
        t = trees.of(trees.whole[at])
        inside = t.words_in(start, end)
        for i in inside:
            top = (up := t.up(i)) is None or up not in inside
            if top and (t.child(i, "nsubj", "csubj", "cop", "mark", "expl") is not None or t.low[i] == "that"):
                return True
            if top and t.rel(i) == "ccomp" and up is not None and t.tokens[up].deprel == "acl:relcl":
                return True  # "three bankers it says embezzled a fund": the subject stands before
            if t.tokens[i].upos == "VERB" and t.rel(i) in FINITE and t.child(i, "nsubj", "nsubj:pass") in inside:
                return True
    return False


def _cue_of(trees: Trees, starts: list[int], speech: Speech) -> tuple[Cue, tuple[Span, ...]]:
    """The row of the cue's words, and the source: the reader's, else the subject of the cue's verb."""
    for start, end in speech.cue:
        at = bisect_right(starts, start) - 1
        if at < 0:
            continue
        t = trees.of(trees.whole[at])
        inside = t.words_in(start, end)
        if inside:
            if hears(t, inside[0], inside[-1], speech.source):
                return cue_in(t, inside[0], inside[-1]), ()
            told_by = learned_from(t, inside[0], inside[-1])
            if told_by is not None:
                return cue_in(t, inside[0], inside[-1]), (told_by,)
            asked = not speech.source or fronted(t, speech.source[0]) or elsewhere(t, speech.source, inside)
            found = speaker(t, inside[0], inside[-1]) if asked else None
            source = (found,) if found and not covers(speech.content, *found) else speech.source
            return cue_in(t, inside[0], inside[-1]), source
    return UNKNOWN_CUE, speech.source


def _with_quotes(text: str, found: list[tuple[Attribution, Span | None]]) -> list[tuple[Attribution, Span | None]]:
    """Quotations that nobody speaks yet go to the speaker of the one before, where nothing stands between."""
    out = list(found)
    owners: dict[int, int] = {}  # end of a quotation -> index of its speaker
    quoted = quotations(text)
    for number, q in enumerate(quoted):
        owner = _owner(out, q.start, q.end)
        before = quoted[number - 1] if number else None
        if owner is None and before is not None and before.end in owners and q.end - q.start > 20:
            known, under = out[owners[before.end]]
            if q.runs_on or _only_tag(text, before.end, q.start, known):
                owner = owners[before.end]
                piece = (q.start, q.end)
                out[owner] = (replace(known, content=(*known.content, piece), reach=(*known.reach, piece)), under)
        if owner is not None:
            owners[q.end] = owner
    return _opened_before(quoted, owners, out)


def _opened_before(
    quoted: Sequence[Quotation], owners: dict[int, int], out: list[tuple[Attribution, Span | None]]
) -> list[tuple[Attribution, Span | None]]:
    """Gives a paragraph whose quotation is left open to whoever speaks the paragraph that goes on with it."""
    for before, q in zip(reversed(quoted[:-1]), reversed(quoted[1:]), strict=True):
        if q.runs_on and q.end in owners and before.end not in owners:
            owner = owners[before.end] = owners[q.end]
            known, under = out[owner]
            if known.rule == "label":
                continue
            piece = (before.start, before.end)
            out[owner] = (replace(known, content=(piece, *known.content), reach=(piece, *known.reach)), under)
    return out


def _only_tag(text: str, start: int, end: int, a: Attribution) -> bool:
    """Whether nothing but the speaker's tag stands between two quotations: "said Roe on Monday." """
    between = text[start:end]
    if "\n" in between or len(between) > 200:
        return False
    tag = {i for s, e in (*a.source, *a.cue) for i in range(max(s, start), min(e, end))}
    return sum(text[i].isalnum() for i in range(start, end) if i not in tag) <= SHORT


def _owner(found: list[tuple[Attribution, Span | None]], start: int, end: int) -> int | None:
    """Who speaks most of the words [start, end), at least half of them."""
    best, most = None, (end - start) / 2
    for k, (a, _) in enumerate(found):
        if a.cue_class == "report" and a.rule not in WIDE:
            shared = sum(max(0, min(e, end) - max(s, start)) for s, e in a.content)
            if shared > most:
                best, most = k, shared
    return best


def _settled(report: Report, namer: Namer, a: Attribution) -> Attribution:
    """The attribution with its words, its speaker's name, kind and anchor."""
    text = report.text
    source = tuple(_trim(text, span) for span in a.source)
    cue_text = " ".join(text[s:e] for s, e in a.cue)
    if not source:
        anchor = Anchor.cut(report.id, text, *(a.cue or a.content)[0])
        return replace(a, cue_text=cue_text, anchor=anchor)
    who = namer.name(source)
    if who.name != who.words and who.name.lower().startswith(FIRST_PERSON):
        who = replace(who, name=who.words)
    return replace(
        a, source=source, source_text=who.words, cue_text=cue_text, name=who.name, kind=who.kind, anchor=who.anchor,
        voiced=a.voiced and not _nobody(who.words, who.name, cue_text),
    )  # fmt: skip


def _nobody(words: str, name: str, cue: str) -> bool:
    """Whether the words of a source stand for nobody: "nobody says", "it should be noted"; a body that was named, or
    one that says something, is somebody: "It said that it would reopen"."""
    low, first = words.lower(), words.partition(" ")[0].lower()
    speaks = low == "it" and (name.lower() != "it" or cue.lower().rpartition(" ")[2] in IT_SAID)
    return (low in NOBODY and not speaks) or first in NONE


def _nested(found: list[Attribution], under: list[Span | None]) -> tuple[Attribution, ...]:
    """Gives each attribution the one that tells it: named by the words, else the narrowest that holds its cue."""
    parents: list[int | None] = [None] * len(found)
    reach = [a.reach for a in found]
    for k, span in enumerate(under):
        near = range(max(0, k - NEAR), min(len(found), k + NEAR)) if span is not None else range(0)
        outer = [j for j in near if j != k and span and any(s < span[1] and span[0] < e for s, e in found[j].source)]
        if outer:
            best = max(outer, key=lambda j: (found[j].voiced, found[j].reach == reach[k], length(found[j].reach), -j))
            parents[k] = best
            reach[k] = found[best].reach
    pieces = sorted((s, e, j) for j, spans in enumerate(reach) if found[j].cue_class == "report" for s, e in spans)
    starts = [s for s, _, _ in pieces]
    for k, a in enumerate(found):
        if parents[k] is None and a.cue:
            parents[k] = _teller(found, reach, parents, pieces[: bisect_right(starts, a.cue[0][0])][-NEAR:], k)
    out: list[Attribution] = []
    for k, a in enumerate(found):
        level, at, seen = 0, parents[k], {k}
        while at is not None and at not in seen and level < DEEPEST:
            seen.add(at)
            level, at = level + 1, parents[at]
        out.append(replace(a, parent=parents[k], reach=reach[k], level=level))
    return tuple(out)


def _teller(
    found: list[Attribution], reach: list[tuple[Span, ...]], parents: list[int | None],
    near: list[tuple[int, int, int]], k: int,
) -> int | None:  # fmt: skip
    """Of the attributions that hold the cue of `k`, the narrowest; none whose own cue `k` holds in turn."""
    start, end = found[k].cue[0]
    holds = []
    for _, e, j in near:
        other = found[j].cue[0] if found[j].cue else (start, end)
        if e >= end and j != k and parents[j] != k and not covers(reach[k], *other):
            holds.append(j)
    return min(holds, key=lambda j: (length(reach[j]), j)) if holds else None
