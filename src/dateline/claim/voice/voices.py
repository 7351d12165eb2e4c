"""Who says so: every attribution of a report, and for any of its words the chain of voices that tell them.

In:   a report, its reading and its mentions.
Out:  Attributions in the order of their cues; `chain` gives the voices over a stretch of words, outermost first.
Room: claim. The reader's speech comes first; rules over the parse add what a flat reading cannot hold: who stands
      behind whom ("according to the Gazette, citing two officers").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dateline.claim.model import Mention
from dateline.claim.tree import Trees
from dateline.claim.voice.cues import UNKNOWN_CUE, Cue, cue_in, told
from dateline.claim.voice.names import UNNAMED, Namer
from dateline.claim.voice.quotes import Quotation, quotations
from dateline.claim.voice.rules import said
from dateline.claim.voice.said import Said
from dateline.claim.voice.speakers import fronted, hears, speaker
from dateline.report.model import Report
from dateline.sentence.reading import Reading, Span, Speech
from dateline.terms import Anchor, Voice, VoiceKind
from dateline.terms.voice import CueClass

WIDE: Final = frozenset({"according", "citing", "final", "as"})  # rules that see further than the reader's flat content
BEYOND: Final = frozenset({"citing", "hearsay", "quoted", "saying", "within"})  # rules for what stands behind a voice
FINITE: Final = frozenset({"ccomp", "acl", "conj", "parataxis", "obj", "xcomp", "advcl"})  # clauses, relatives not
SHORT: Final = 20  # letters that may stand beside a tag between two quotations: "on Monday", "in a speech"
NEAR: Final = 60  # attributions looked at on either side of one
DEEPEST: Final = 12  # voices in a chain
BUCKET: Final = 512  # characters
FIRST_PERSON: Final = ("our ", "my ")  # "“It expelled our envoy,” she said": she is nobody out of her own words
NOBODY: Final = frozenset({"it", "there", "this", "that", "which", "what"})  # "it should be noted that"
NONE: Final = frozenset({"no", "nobody", "none", "neither"})  # "nobody in the village believes it"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One speaker, the words that make them speak, and what they say."""

    source: tuple[Span, ...]  # empty where nobody is named
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_text: str
    kind: VoiceKind
    cue_text: str
    cue_class: CueClass
    parent: int | None  # index of the attribution that tells this one
    name: str = UNNAMED  # the resolved name: of "she" the person's, of "reportedly" "unnamed source"
    anchor: Anchor | None = None  # the words in place: the speaker's, or the cue where nobody is named
    stance: str = "neutral"  # how far the content is let stand: see lexicon/cues.tsv
    reach: tuple[Span, ...] = ()  # all words it tells, the cues of inner attributions included; at least the content
    rule: str | None = None  # the rule that found it; None where the reader did
    level: int = 0  # how many attributions stand outside it
    voiced: bool = True  # whether the speaker tells the content; who only wants or orders does not


class Attributions(tuple[Attribution, ...]):
    """The attributions of one report; where each reaches is worked out at the first question and kept."""

    @cached_property
    def buckets(self) -> dict[int, tuple[int, ...]]:
        """By stretch of BUCKET characters, the attributions that reach into it."""
        made: dict[int, list[int]] = {}
        for k, a in enumerate(self):
            for bucket in sorted({b for s, e in a.reach for b in range(s // BUCKET, e // BUCKET + 1)}):
                made.setdefault(bucket, []).append(k)
        return {bucket: tuple(ks) for bucket, ks in made.items()}


def attributions(
    report: Report, reading: Reading, mentions: Sequence[Mention], trees: Trees | None = None
) -> tuple[Attribution, ...]:
    """Every attribution of the report, in the order of their cues, each with the one that tells it."""
    trees = trees or Trees(reading.sentences)
    raw = _read(report.text, reading, trees)
    found = _combined(raw, [said(trees.of(s)) for s in trees.whole])
    found = _with_quotes(report.text, _told_by_another(found))
    namer = Namer(report, trees, mentions)
    named = [(_settled(report, namer, a), under) for a, under in found]
    named.sort(key=lambda p: (_first(p[0]), p[0].content))
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
    found = [attributions[k] for k in near if _covers(attributions[k].reach, start, end)]
    return sorted(found, key=lambda a: (a.level, -_length(a.reach), _first(a)))


def _trim(text: str, span: Span) -> Span:
    """The span without spaces, commas and stops at its ends; a stop stays with an abbreviation ("U.S.")."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    if end - start > 1 and text[end - 1] == "." and "." not in text[start : end - 1].rpartition(" ")[2]:
        end -= 1
    return start, end


def _first(a: Attribution) -> int:
    return min((s for s, _ in (*a.cue, *a.content)), default=0)


def _covers(spans: tuple[Span, ...], start: int, end: int) -> bool:
    return any(s <= start and end <= e for s, e in spans)


def _length(spans: tuple[Span, ...]) -> int:
    return sum(e - s for s, e in spans)


def _near(text: str, starts: list[int], speech: Speech) -> tuple[Span, ...]:
    """The pieces of the content that the cue can reach: those of its own sentence, and quoted words near it."""
    if not speech.cue:
        return speech.content
    home = bisect_right(starts, speech.cue[0][0])
    return tuple(
        (s, e) for s, e in speech.content
        if bisect_right(starts, s) <= home <= bisect_right(starts, e - 1) or _quoted(text, s, e)
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
        reach = _near(text, starts, speech)
        quoted = any(_quoted(text, s, e) for s, e in speech.content)
        clause = _clausal(trees, starts, speech.content)
        out.append(
            Attribution(
                source, speech.cue, speech.content, "", "anonymous", "", cue.cue_class, None,
                stance=cue.stance, reach=reach, voiced=not speech.cue or told(cue, quoted, clause),
            )
        )  # fmt: skip
    return out


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
            if top and (t.child(i, "nsubj", "cop", "mark", "expl") is not None or t.tokens[i].text.lower() == "that"):
                return True
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
            found = speaker(t, inside[0], inside[-1]) if not speech.source or fronted(t, speech.source[0]) else None
            source = (found,) if found and not _covers(speech.content, *found) else speech.source
            return cue_in(t, inside[0], inside[-1]), source
    return UNKNOWN_CUE, speech.source


def _combined(read: list[Attribution], ruled: list[list[Said]]) -> list[tuple[Attribution, Span | None]]:
    """The reader's attributions, widened where a rule sees further, and those that only a rule found."""
    out: list[tuple[Attribution, Span | None]] = [(a, None) for a in read]
    by_cue = sorted((s, e, k) for k, a in enumerate(read) for s, e in a.cue)
    starts = [s for s, _, _ in by_cue]
    for found in ruled:
        for rule in found:
            at = _at_cue(by_cue, starts, rule.cue[0])
            if at is not None and rule.rule == "citing":
                known, _ = out[at]
                out[at] = (replace(known, voiced=False), None)
                out.append((_ruled(rule), rule.under))
            elif at is not None and rule.rule == "quoted":
                out[at] = (replace(out[at][0], voiced=True), rule.under)
            elif at is not None:
                known, _ = out[at]
                reach = (*known.reach, *rule.content) if rule.rule in WIDE else known.reach
                source = rule.source if rule.rule in WIDE and rule.source else known.source or rule.source
                if rule.rule == "verb" and _opened_by_another(found, known.source, rule.source):
                    source = rule.source
                content = known.content
                if (
                    rule.rule == "inverted"
                    and not known.source
                    and any(_meet(piece, s) for piece in content for s in rule.source)
                ):
                    content = reach = rule.content
                out[at] = (replace(known, content=content, reach=reach, source=source), rule.under)
            else:
                out.append((_ruled(rule), rule.under))
    return out


def _told_by_another(found: list[tuple[Attribution, Span | None]]) -> list[tuple[Attribution, Span | None]]:
    """Without the weak cues that nobody else tells: "they feel that" speaks only in somebody's words."""
    pieces = sorted(piece for a, _ in found if a.rule != "within" for piece in a.reach)
    starts = [s for s, _ in pieces]
    out = []
    for a, under in found:
        near = pieces[: bisect_right(starts, a.cue[0][0])][-NEAR:] if a.rule == "within" else []
        if a.rule != "within" or any(a.cue[0][1] <= e for _, e in near):
            out.append((a, under))
    return out


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _opened_by_another(found: list[Said], read: tuple[Span, ...], source: tuple[Span, ...]) -> bool:
    """Whether the reader ran two speakers into one: "According to the ministry, witnesses said ..."."""
    if len(read) != 1 or len(source) != 1 or not (read[0][0] < source[0][0] and source[0][1] <= read[0][1]):
        return False
    return any(_meet(read[0], s) and s[1] < source[0][0] for r in found if r.rule == "according" for s in r.source)


def _ruled(rule: Said) -> Attribution:
    """The attribution that a rule made."""
    return Attribution(
        rule.source, rule.cue, rule.content, "", "anonymous", "", rule.cue_class, None,
        stance=rule.stance, reach=rule.content, rule=rule.rule, voiced=rule.voiced,
    )  # fmt: skip


def _at_cue(by_cue: list[tuple[int, int, int]], starts: list[int], span: Span) -> int | None:
    """The reader's attribution whose cue overlaps the span."""
    at = bisect_right(starts, span[1] - 1) - 1
    while at >= 0 and at >= 0 and span[0] - by_cue[at][0] < 200:
        start, end, k = by_cue[at]
        if start < span[1] and span[0] < end:
            return k
        at -= 1
    return None


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
        voiced=a.voiced and who.words.lower() not in NOBODY and who.words.partition(" ")[0].lower() not in NONE,
    )  # fmt: skip


def _nested(found: list[Attribution], under: list[Span | None]) -> tuple[Attribution, ...]:
    """Gives each attribution the one that tells it: named by the words, else the narrowest that holds its cue."""
    parents: list[int | None] = [None] * len(found)
    reach = [a.reach for a in found]
    for k, span in enumerate(under):
        near = range(max(0, k - NEAR), min(len(found), k + NEAR)) if span is not None else range(0)
        outer = [j for j in near if j != k and span and any(s < span[1] and span[0] < e for s, e in found[j].source)]
        if outer:
            best = max(outer, key=lambda j: (found[j].voiced, found[j].reach == reach[k], _length(found[j].reach), -j))
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
        if e >= end and j != k and parents[j] != k and not _covers(reach[k], *other):
            holds.append(j)
    return min(holds, key=lambda j: (_length(reach[j]), j)) if holds else None
