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
from typing import Final

from dateline.claim.model import Mention
from dateline.claim.nouns import is_outlet, publisher_name, stands_for
from dateline.claim.quotes import quotations
from dateline.claim.tree import Tree, tree, whole
from dateline.claim.voices_cues import UNKNOWN_CUE, Cue, cue_in, told
from dateline.claim.voices_rules import Said, said, speaker
from dateline.report.model import Report
from dateline.sentence.reading import Reading, Sentence, Span, Speech
from dateline.terms import Anchor, Voice, VoiceKind
from dateline.terms.voice import CueClass

UNNAMED: Final = "unnamed source"
WIDE: Final = frozenset(
    {"according", "citing", "told", "final", "as"}
)  # rules that see further than the reader's flat content
SHORT: Final = 20  # letters that may stand beside a tag between two quotations: "on Monday", "in a speech"
NOBODY: Final = frozenset({"it", "there", "this", "that", "which", "what"})  # "it should be noted that"
LONGEST_NAME: Final = 120  # characters of a descriptor kept as a voice's name


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


def attributions(report: Report, reading: Reading, mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """Every attribution of the report, in the order of their cues, each with the one that tells it."""
    raw = _read(report.text, reading)
    found = _combined(report, raw, [said(tree(s)) for s in whole(reading.sentences)])
    found = _with_quotes(report.text, found)
    who = _Who(report, reading, mentions)
    named = [who.settle(a) for a in found]
    named.sort(key=lambda p: (_first(p[0]), p[0].content))
    return _nested([a for a, _ in named], [under for _, under in named])


def chain(attributions: Sequence[Attribution], start: int, end: int) -> tuple[Voice, ...]:
    """Who tells the words [start, end), outermost first; empty where the report speaks for itself.

    Who says, believes or vows tells the content. Who orders or wants does not: the order is an event of its own.
    """
    over = [a for a in attributions if a.voiced and _covers(a.reach, start, end)]
    over = [a for a in over if not any(s < end and start < e for s, e in a.source)]
    named = any(a.source for a in over)
    over = [a for a in over if a.source or not named]  # "reportedly" beside a named voice says nothing more
    over.sort(key=lambda a: (a.level, -_length(a.reach), _first(a)))
    out: list[Voice] = []
    for a in over:
        if a.anchor is None or (out and out[-1].name.lower() == a.name.lower()):
            continue
        out.append(Voice(a.name, a.kind, a.cue_text, a.anchor, None, a.cue_class))
    return tuple(out)


def flat(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions as the public sets count them: one speaker a word, so what a rule finds inside another's
    words, or outside them, is left out."""
    return tuple(
        a for a in attributions
        if a.rule is None or (a.level == 0 and a.source and a.rule in {"verb", "according", "noun", "final", "as"})
    )  # fmt: skip


def over(attributions: Sequence[Attribution], start: int, end: int) -> list[Attribution]:
    """The attributions that tell the words [start, end), outermost first, acts included."""
    found = [a for a in attributions if _covers(a.reach, start, end)]
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


def _read(text: str, reading: Reading) -> list[Attribution]:
    """The reader's speech, each cue with its row of the table."""
    sentences = whole(reading.sentences)
    starts = [s.start for s in sentences]
    out = []
    for speech in reading.speech:
        if not speech.content:
            continue
        cue, source = _cue_of(sentences, starts, speech)
        reach = _near(text, starts, speech)
        quoted = any(_quoted(text, s, e) for s, e in speech.content)
        out.append(
            Attribution(
                source, speech.cue, speech.content, "", "anonymous", "", cue.cue_class, None,
                stance=cue.stance, reach=reach, voiced=not speech.cue or told(cue, quoted),
            )
        )  # fmt: skip
    return out


def _cue_of(sentences: Sequence[Sentence], starts: list[int], speech: Speech) -> tuple[Cue, tuple[Span, ...]]:
    """The row of the cue's words, and the source: the reader's, else the subject of the cue's verb."""
    for start, end in speech.cue:
        at = bisect_right(starts, start) - 1
        if at < 0:
            continue
        t = tree(sentences[at])
        inside = [i for i, token in enumerate(t.tokens) if token.start < end and start < token.end]
        if inside:
            found = speaker(t, inside[0], inside[-1]) if not speech.source else None
            source = (found,) if found and not _covers(speech.content, *found) else speech.source
            return cue_in(t, inside[0], inside[-1]), source
    return UNKNOWN_CUE, speech.source


def _combined(
    report: Report, read: list[Attribution], ruled: list[list[Said]]
) -> list[tuple[Attribution, Span | None]]:
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
            elif at is not None and rule.rule != "told":
                known, _ = out[at]
                reach = (*known.reach, *rule.content) if rule.rule in WIDE else known.reach
                source = rule.source if rule.rule in WIDE and rule.source else known.source or rule.source
                out[at] = (replace(known, reach=reach, source=source), rule.under)
            elif rule.rule != "told" or not _own_publisher(report, rule):
                out.append((_ruled(rule), rule.under))
    return out


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


def _own_publisher(report: Report, rule: Said) -> bool:
    """Whether the outlet that was told is the one whose report this is."""
    told = " ".join(report.text[s:e] for s, e in rule.source).lower().removeprefix("the ")
    own = [report.publisher or "", report.byline or "", *(c.name for c in report.credits)]
    return any(told and told in name.lower() for name in own)


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


class _Who:
    """Names the speakers: by the mention at the head of the source, resolved to its first full mention."""

    def __init__(self, report: Report, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.report = report
        self.sentences = whole(reading.sentences)
        self.starts = [s.start for s in self.sentences]
        self.mentions = sorted(mentions, key=lambda m: (m.anchor.start, -m.anchor.end))
        self.at = [m.anchor.start for m in self.mentions]
        self.by_span = {(m.anchor.start, m.anchor.end): m for m in self.mentions}

    def settle(self, item: tuple[Attribution, Span | None]) -> tuple[Attribution, Span | None]:
        """The attribution with its words, name, kind and anchor."""
        a, under = item
        text = self.report.text
        a = replace(a, source=tuple(_trim(text, span) for span in a.source))
        cue_text = " ".join(text[s:e] for s, e in a.cue)
        spans = a.source or a.cue or a.content[:1]
        if not a.source:
            anchor = Anchor.cut(self.report.id, text, *spans[0])
            return replace(a, cue_text=cue_text, anchor=anchor), under
        words = " ".join(text[s:e] for s, e in a.source)
        mention, joined = self._mention(a.source[0])
        anchor = mention.anchor if mention else Anchor.cut(self.report.id, text, *a.source[0])
        root = self._root(mention)
        kind = self._kind(root, mention, words)
        name = _name(words, mention, root, joined, kind)
        voiced = a.voiced and words.lower() not in NOBODY
        made = replace(a, source_text=words, cue_text=cue_text, name=name, kind=kind, anchor=anchor, voiced=voiced)
        return made, under

    def _root(self, mention: Mention | None) -> Mention | None:
        seen = 0
        while mention and mention.refers and mention.refers in self.by_span and seen < 5:
            mention, seen = self.by_span[mention.refers], seen + 1
        return mention

    def _mention(self, span: Span) -> tuple[Mention | None, bool]:
        """The mention at the head of the source, and whether more speakers are joined to it by "and"."""
        low = bisect_right(self.at, span[0] - 200)
        inside = []
        for m in self.mentions[low:]:
            if m.anchor.start >= span[1]:
                break
            if m.anchor.end > span[0]:
                inside.append(m)
        at = bisect_right(self.starts, span[0]) - 1
        if at < 0 or not inside:
            return (inside[0] if inside else None), False
        titled = [m for m in inside if m.title and self._leads(span, m)]
        if titled:
            return titled[0], False
        t = tree(self.sentences[at])
        head = head_of(t, span)
        if head is None:
            return inside[0], False
        token = t.tokens[head]
        over = [m for m in inside if m.anchor.start <= token.start and token.end <= m.anchor.end]
        joined = any(
            span[0] <= t.tokens[k].start < span[1] and t.tokens[k].upos in NOUNS for k in t.children(head, "conj")
        )
        best = min(
            over, key=lambda m: (m.anchor.end != token.end, not m.named, m.anchor.end - m.anchor.start), default=None
        )
        return best, joined

    def _leads(self, span: Span, m: Mention) -> bool:
        """Whether nothing but the title and an owner stands before the name: "Niger's foreign minister Ann Roe"."""
        before = self.report.text[span[0] : m.anchor.start].strip(" ,")
        return m.anchor.start >= span[0] and before.endswith(m.title or "") and len(before) <= len(m.title or "") + 24

    def _kind(self, root: Mention | None, mention: Mention | None, words: str) -> VoiceKind:
        if is_outlet(words) or (root and root.kind == "publisher"):
            return "publisher"
        if root is None or mention is None:
            return "anonymous" if words.islower() or not words[:1].isupper() else "organisation"
        if root.named:
            return _NAMED_KIND.get(root.kind or "", "organisation")
        noun = stands_for(root.head)
        if noun is None:
            return "person" if root.head in {"he", "she"} else "anonymous"
        if noun.sort == "office":
            definite = root.anchor.text.lower().startswith(("the ", "his ", "her ", "its ", "their "))
            return (
                "office" if definite or " for " in root.anchor.text or root.anchor.text[:1].isupper() else "anonymous"
            )
        return _NOUN_KIND.get(noun.sort, "anonymous")


_NAMED_KIND: Final[dict[str, VoiceKind]] = {
    "person": "person", "agreement": "document", "publisher": "publisher",
}  # fmt: skip
_NOUN_KIND: Final[dict[str, VoiceKind]] = {
    "body": "organisation", "document": "document", "agreement": "document", "outlet": "publisher",
    "facility": "organisation",
}  # fmt: skip


def _name(words: str, mention: Mention | None, root: Mention | None, joined: bool, kind: VoiceKind) -> str:
    """The speaker's name: in full where it is known, else the descriptor as written."""
    meant = root or mention
    known = publisher_name(meant.anchor.text) if kind == "publisher" and meant else None
    if known:
        return known
    if root is not None and mention is not None and root is not mention:
        return root.anchor.text
    if mention is not None and not joined and (mention.named or len(words) > LONGEST_NAME or kind != "anonymous"):
        return mention.anchor.text
    return words[:LONGEST_NAME].strip(" ,;:") or UNNAMED


NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
NAME_ENDS: Final = frozenset({"ADP", "SCONJ", "VERB", "AUX", "CCONJ"})


def head_of(t: Tree, span: Span) -> int | None:
    """The head noun of who speaks, by the words alone: the last noun before the first preposition, comma or clause."""
    inside = [i for i, token in enumerate(t.tokens) if span[0] <= token.start and token.end <= span[1]]
    head = None
    for i in inside:
        token = t.tokens[i]
        if token.upos in NOUNS and token.text.lower() not in {"who", "which", "that"}:
            head = i
        elif head is not None and (token.upos in NAME_ENDS or token.text in {",", "("} or token.upos == "PRON"):
            break
    return head if head is not None else (inside[0] if inside else None)


def _nested(found: list[Attribution], under: list[Span | None]) -> tuple[Attribution, ...]:
    """Gives each attribution the one that tells it: named by the words, else the narrowest that holds its cue."""
    parents: list[int | None] = [None] * len(found)
    reach = [list(a.reach) for a in found]
    for k, span in enumerate(under):
        if span is not None:
            outer = [j for j, b in enumerate(found) if j != k and any(s < span[1] and span[0] < e for s, e in b.source)]
            near = [j for j in outer if abs(_first(found[j]) - _first(found[k])) < 600]
            if near:
                best = max(near, key=lambda j: (_length(found[j].reach), -j))
                parents[k] = best
                reach[k] = [*found[best].reach]
    for k, a in enumerate(found):
        if parents[k] is None and a.cue:
            start, end = a.cue[0]
            holds = [
                j for j, b in enumerate(found)
                if j != k and b.cue_class == "report" and parents[j] != k and _covers(tuple(reach[j]), start, end)
                and not _covers(tuple(reach[k]), *(b.cue[0] if b.cue else (start, end)))
            ]  # fmt: skip
            if holds:
                parents[k] = min(holds, key=lambda j: (_length(tuple(reach[j])), j))
    out = []
    for k, a in enumerate(found):
        level, at, seen = 0, parents[k], {k}
        while at is not None and at not in seen:
            seen.add(at)
            level, at = level + 1, parents[at]
        out.append(replace(a, parent=parents[k], reach=tuple(reach[k]), level=level))
    return tuple(out)
