"""Names the speakers: "she", "the official" and "the Post" by whoever they stand for.

In:   a report, its reading and its mentions; the spans of a source.
Out:  the speaker's name in full where it is known, the kind of voice, the anchor in place.
Room: claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.claim.model import Mention
from dateline.claim.people.nouns import is_outlet, publisher_name, stands_for
from dateline.claim.tree import Tree, Trees
from dateline.report.model import Report
from dateline.sentence.reading import Span
from dateline.terms import Anchor, VoiceKind

LONGEST_NAME: Final = 120  # characters of a descriptor kept as a voice's name
SOME: Final = frozenset({"one", "two", "three", "several", "many", "some", "most", "few", "other", "both", "a", "an"})
LONGEST_PERSON: Final = 5  # words of a person's name
RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
AFTER_NAME: Final = frozenset({"of", "in", "from", "at", "with", "who", "and", "for", "on", "during", "to"})
NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
NAME_ENDS: Final = frozenset({"ADP", "SCONJ", "VERB", "AUX", "CCONJ"})
_NAMED_KIND: Final[dict[str, VoiceKind]] = {
    "person": "person", "agreement": "document", "publisher": "publisher",
}  # fmt: skip
_NOUN_KIND: Final[dict[str, VoiceKind]] = {
    "body": "organisation", "document": "document", "agreement": "document", "outlet": "publisher",
    "facility": "organisation",
}  # fmt: skip
UNNAMED: Final = "unnamed source"


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker: the words of the source, the name in full, the kind, the words in place."""

    words: str
    name: str
    kind: VoiceKind
    anchor: Anchor


class Namer:
    """Names the speakers: by the mention at the head of the source, resolved to its first full mention."""

    def __init__(self, report: Report, trees: Trees, mentions: Sequence[Mention]) -> None:
        self.report = report
        self.trees = trees
        self.sentences = trees.whole
        self.starts = [s.start for s in self.sentences]
        self.mentions = sorted(mentions, key=lambda m: (m.anchor.start, -m.anchor.end))
        self.at = [m.anchor.start for m in self.mentions]
        self.by_span = {(m.anchor.start, m.anchor.end): m for m in self.mentions}
        self.fullest: dict[Span, str] = {}  # of the first mention of a person, the longest name anybody gives them
        for m in self.mentions:
            if m.named and m.kind == "person":
                first = m.refers or (m.anchor.start, m.anchor.end)
                if len(self.fullest.get(first, "").split()) < len(m.anchor.text.split()) <= LONGEST_PERSON:
                    self.fullest[first] = m.anchor.text

    def name(self, source: tuple[Span, ...]) -> Named:
        """Who the words of a source name."""
        words = " ".join(self.report.text[s:e] for s, e in source)
        mention, joined = self._mention(source[0])
        if words.lower() in RELATIVE:
            mention = self._before(source[0][0]) or mention
            anchor = Anchor.cut(self.report.id, self.report.text, *source[0])
            root = self._root(mention)
            known = root or mention
            if known is None or known.anchor.text.lower() in RELATIVE:
                return Named(words, words, "anonymous", anchor)
            return Named(words, self._full(known), self._kind(root, mention, known.anchor.text), anchor)
        anchor = mention.anchor if mention else Anchor.cut(self.report.id, self.report.text, *source[0])
        root = self._root(mention)
        kind = self._kind(root, mention, words)
        name = _name(words, mention, root, joined, kind)
        if root is not None and root.kind == "person" and name == root.anchor.text:
            name = self._full(root)
        return Named(words, name, kind, anchor)

    def _full(self, root: Mention) -> str:
        return self.fullest.get((root.anchor.start, root.anchor.end), root.anchor.text)

    def _before(self, start: int) -> Mention | None:
        """The mention right before "who", a comma at most between."""
        for m in reversed(self.mentions[: bisect_right(self.at, start - 1)][-12:]):
            if not self.report.text[m.anchor.end : start].strip(" ,"):
                return m
        return None

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
        t = self.trees.of(self.sentences[at])
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
        after = self.report.text[m.anchor.end : span[1]].lstrip()
        if after[:1] in {"'", "’"} or (after[:1].isalpha() and after.split()[0] not in AFTER_NAME):
            return False  # "candidate Ann Roe's doctor", "Senator Roe aides"
        return m.anchor.start >= span[0] and before.endswith(m.title or "") and len(before) <= len(m.title or "") + 24

    def _kind(self, root: Mention | None, mention: Mention | None, words: str) -> VoiceKind:
        if is_outlet(words) or (root and root.kind == "publisher"):
            return "publisher"
        if root is None or mention is None:
            bare = words.removeprefix("The ").removeprefix("A ").removeprefix("the ")
            return "organisation" if bare[:1].isupper() else "anonymous"
        if root.named and words.partition(" ")[0].lower() in SOME and root.kind in {"misc", "organisation"}:
            return "anonymous"  # "one Republican", "several Narvians"
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


def _name(words: str, mention: Mention | None, root: Mention | None, joined: bool, kind: VoiceKind) -> str:
    """The speaker's name: in full where it is known, else the descriptor as written."""
    meant = root or mention
    known = publisher_name(meant.anchor.text) if kind == "publisher" and meant else None
    if known:
        return known
    if root is not None and mention is not None and root is not mention:
        return root.anchor.text
    if kind == "anonymous" and words.partition(" ")[0].lower() in SOME:
        return words[:LONGEST_NAME].strip(" ,;:")
    if mention is not None and not joined and (mention.named or len(words) > LONGEST_NAME or kind != "anonymous"):
        return mention.anchor.text
    return words[:LONGEST_NAME].strip(" ,;:") or UNNAMED


def head_of(t: Tree, span: Span) -> int | None:
    """The head noun of who speaks, by the words alone: the last noun before the first preposition, comma or clause."""
    inside = t.words_in(*span)
    head = None
    for i in inside:
        token = t.tokens[i]
        owner = i + 1 < len(t.tokens) and t.tokens[i + 1].text in {"'s", "’s", "'", "’"}
        if token.upos in NOUNS and token.text.lower() not in RELATIVE and not owner:
            head = i
        elif token.deprel in {"amod", "compound"}:
            continue  # "its ruling council"
        elif head is not None and (token.upos in NAME_ENDS or token.text in {",", "("} or token.upos == "PRON"):
            break
    return head if head is not None else (inside[0] if inside else None)
