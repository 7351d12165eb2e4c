"""Turns the events of one sentence into claims.

In:   a sentence with its tree, the report's mentions, times and attributions.
Out:  one Told per event word: a claim, and whether it is worth a line of a record.
Room: claim.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dateline.claim.events import Happening, happenings, rules_of
from dateline.claim.factuality import factuality
from dateline.claim.lexis import Rule, is_kind, word_list
from dateline.claim.model import Claim, Context, Mention, MentionKind, Participant, Role, TimeRelation, claim_id
from dateline.claim.parties import roles
from dateline.claim.timing import attach
from dateline.claim.titles import plain_phrase, title, words_of
from dateline.claim.tree import Tree, tree
from dateline.claim.types import choose
from dateline.claim.voices import chain
from dateline.claim.worth import worth_a_line
from dateline.lexicon.places import demonym, fold, place
from dateline.report.model import Report
from dateline.sentence.reading import EventWord, Reading, Sentence
from dateline.sentence.times.model import Tense, TimeExpression
from dateline.terms import Anchor

PARTIAL: Final = frozenset({"some", "part", "partially", "partly", "several", "certain", "number", "portion", "most"})
STOP: Final = word_list("be have do the a an of to in on at by for with and or that this it he she they we")
KIND_OF: Final[tuple[tuple[str, MentionKind], ...]] = (
    ("force", "group"), ("person", "person"), ("body", "organisation"), ("accord", "agreement"),
)  # fmt: skip
SPOKEN_ACTS: Final = frozenset({"AGREE", "REJECT", "THREATEN"})
FIRST_PERSON: Final = frozenset({"we", "us", "our", "i", "me", "my", "ours"})
CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Told:
    """One event word as a claim, with what decides whether it becomes a line."""

    claim: Claim
    sentence: int  # index in the reading
    noun: bool  # named by a noun
    worth: bool  # worth a line of the record
    bare: bool  # a noun that only points back to an event told elsewhere: "the withdrawal"


@dataclass(frozen=True, slots=True)
class Page:
    """One report with all that was found on it, looked up by place."""

    report: Report
    reading: Reading
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Any, ...]
    contexts: tuple[Context, ...]  # per sentence
    by_span: dict[tuple[int, int], Mention] = field(default_factory=dict)  # the mentions by their characters

    def root(self, mention: Mention) -> Mention:
        """The mention that names whoever this one stands for; itself where it refers to nothing."""
        if mention.refers is None:
            return mention
        if not self.by_span:
            self.by_span.update({(m.anchor.start, m.anchor.end): m for m in self.mentions})
        for _ in range(4):
            target = self.by_span.get(mention.refers) if mention.refers else None
            if target is None or target is mention:
                break
            mention = target
        return mention


class Scene:
    """One sentence of a page: its tree, and the mention that each word heads."""

    def __init__(self, page: Page, number: int, starts: Sequence[int]) -> None:
        self.page = page
        self.sentence: Sentence = page.reading.sentences[number]
        self.tree: Tree = tree(self.sentence)
        low = bisect_left(starts, self.sentence.start)
        high = bisect_right(starts, self.sentence.end)
        self.heads: dict[int, Mention] = {}
        words = [t.start for t in self.sentence.tokens]
        for mention in page.mentions[low:high]:
            head = self._head(words, mention)
            known = self.heads.get(head) if head is not None else None
            if head is not None and (known is None or (mention.named and not known.named)):
                self.heads[head] = mention

    def _head(self, words: list[int], mention: Mention) -> int | None:
        first = bisect_left(words, mention.anchor.start)
        last = bisect_left(words, mention.anchor.end) - 1
        if first >= len(words) or last < first:
            return None
        inside = range(first, min(last, first + 40) + 1)
        return next((i for i in inside if self.tree.up(i) is None or self.tree.up(i) not in inside), first)

    def known(self, i: int) -> Mention | None:
        """The mention that word `i` heads."""
        return self.heads.get(i)

    def mention(self, i: int) -> Mention:
        """The mention that word `i` heads, made of its noun phrase where nobody found one."""
        found = self.heads.get(i)
        if found is None:
            low, high = plain_phrase(self.tree, i)
            start, end = self.tree.chars(low, high)
            token = self.tree.tokens[i]
            report = self.page.report
            kind = next((made for noun, made in KIND_OF if is_kind(token.lemma.lower(), noun)), None)
            found = Mention(Anchor.cut(report.id, report.text, start, end), token.lemma.lower(), kind, False)
            self.heads[i] = found
        return found


def tell(page: Page, number: int, starts: Sequence[int], witnesses: dict[int, EventWord]) -> tuple[Told, ...]:
    """Every event of one sentence, by place. `starts`: where mentions start; `witnesses`: event words by start."""
    scene = Scene(page, number, starts)
    events = happenings(scene.tree)
    times = [(n, t) for n, t in enumerate(page.times) if scene.sentence.start <= t.start < scene.sentence.end]
    placed = attach(scene.tree, events, times)
    busy = {i for _, t in times for i in _words_in(scene.tree, t.start, t.end)}
    rules = [choose(scene.tree, e.frame, rules_of(e.lemma), scene.known) for e in events]
    parties = [
        [(role, i) for role, i in roles(scene.tree, e, rule, scene.known) if i not in busy]
        for e, rule in zip(events, rules, strict=True)
    ]
    _address(events, rules, parties)
    return tuple(
        _told(scene, number, event, rules[n], parties[n], placed.get(n), busy, witnesses)
        for n, event in enumerate(events)
    )


def _address(
    events: Sequence[Happening], rules: Sequence[Rule | None], parties: Sequence[list[tuple[Role, int]]]
) -> None:
    """ "threatened to shell the town": whom the act spoken of is directed at is addressed by the speaker too."""
    at = {e.carrier: n for n, e in enumerate(events)}
    for n in range(len(events) - 1, -1, -1):
        rule, inf = rules[n], events[n].frame.inf
        if (
            rule is None
            or rule.type not in SPOKEN_ACTS
            or inf not in at
            or any(r == "recipient" for r, _ in parties[n])
        ):
            continue
        inner = parties[at[inf]] if inf is not None else []
        mine = {i for _, i in parties[n]}
        for wanted in ("recipient", "place", "object"):
            found = next((i for role, i in inner if role == wanted and i not in mine), None)
            if found is not None:
                parties[n].append(("recipient" if wanted != "object" else "object", found))
                break


def _words_in(t: Tree, start: int, end: int) -> range:
    words = [w.start for w in t.tokens]
    return range(bisect_left(words, start), bisect_left(words, end))


def _told(
    scene: Scene,
    number: int,
    event: Happening,
    rule: Rule | None,
    parties: list[tuple[Role, int]],
    placed: tuple[int, TimeRelation] | None,
    busy: set[int],
    witnesses: dict[int, EventWord],
) -> Told:
    page, t = scene.page, scene.tree
    report = page.report
    first, last = event.words[0], event.words[-1]
    spread = len(event.words) == 1 or last - first <= 3
    start, end = t.tokens[first].start, t.tokens[last if spread else first].end
    witness = witnesses.get(t.tokens[event.at].start) or witnesses.get(t.tokens[event.carrier].start)
    commitment = factuality(scene.sentence, event.carrier, witness, page.attributions)
    context = page.contexts[number]
    fact, told_as = commitment.factuality, commitment.reported_as
    voice = tuple(chain(page.attributions, start, end))
    time: int | None = placed[0] if placed else None
    how: TimeRelation = placed[1] if placed else "at"
    when = _time_words(page, time)
    name_of = _Namer(page, scene, voice)
    objects = tuple(i for i in event.frame.obj if i not in busy)
    words = words_of(t, event, name_of, when, objects, busy)
    text = title(words, fact, name_of.speaker, _not_yet(scene, commitment.cue))
    lemma = event.lemma
    claim = Claim(
        id=claim_id("c", report.id, report.sha256, start, end, lemma),
        report=report.id,
        anchor=Anchor.cut(report.id, report.text, scene.sentence.start, scene.sentence.end),
        trigger=Anchor.cut(report.id, report.text, start, end),
        lemma=lemma,
        type=rule.type if rule else None,
        factuality=fact,
        factuality_cue=Anchor.cut(report.id, report.text, *commitment.cue) if commitment.cue else None,
        reported_as=told_as,
        voice=voice,
        participants=tuple(Participant(role, scene.mention(i)) for role, i in parties),
        time=time,
        time_relation=how,
        tense=_tense(t, event.carrier),
        context=context,
        title=text,
        partial=_partial(t, event),
        terms=_terms(scene, event, parties),
    )
    worth, bare = worth_a_line(
        scene.tree, event, rule, claim, words, [page.root(p.mention) for p in claim.participants]
    )
    return Told(claim, number, event.noun, worth, bare)


class _Namer:
    """Gives the words of a title for each word of the sentence that stands for somebody."""

    def __init__(self, page: Page, scene: Scene, voice: Sequence[Any]) -> None:
        self.page, self.scene = page, scene
        name: str = voice[-1].name if voice else ""
        self.speaker = name if name != name.lower() else ""

    def __call__(self, i: int) -> str | None:
        """None: the phrase's own words do; "": it cannot be named."""
        mention = self.scene.heads.get(i)
        token = self.scene.tree.tokens[i]
        if mention is None:
            return "" if token.upos == "PRON" else None
        if mention.refers is not None:
            root = self.page.root(mention)
            if root is not mention and (token.upos == "PRON" or root.named):
                return plain_name(root.anchor.text)
        if mention.head.lower() in FIRST_PERSON:
            return self.speaker
        if token.upos == "PRON":
            return ""
        return plain_name(mention.anchor.text) if mention.named and len(mention.anchor.text.split()) <= 8 else None


def plain_name(text: str) -> str:
    """A name as a title has it: no article, no owner's ending, one line.

    >>> plain_name("the U.S."), plain_name("The Washington Post")
    ('US', 'Washington Post')
    """
    words = " ".join(text.split()).removesuffix("'s").removesuffix("’s")
    for article in ("the ", "The "):
        words = words.removeprefix(article)
    return words.replace("U.S.", "US").replace("U.N.", "UN").replace("U.K.", "UK")


def _time_words(page: Page, time: int | None) -> str:
    """ "by mid-September" for a plan."""
    if time is None:
        return ""
    t = page.times[time]
    return f"{t.preposition} {t.text}" if t.preposition and t.preposition.isascii() else t.text


def _not_yet(scene: Scene, cue: tuple[int, int] | None) -> bool:
    return cue is not None and "yet" in scene.page.report.text[cue[0] : cue[1]].lower().split()


def _tense(t: Tree, i: int) -> Tense | None:
    """The tense of the verb as its form and its auxiliaries show it."""
    helpers = {t.tokens[k].text.lower() for k in t.children(i, "aux", "cop")}
    if helpers & {"will", "'ll", "’ll", "shall", "would"}:
        return "future"
    if helpers & {"was", "were", "had", "did"}:
        return "past"
    if helpers & {"is", "are", "am", "has", "have", "'s", "’s", "'re", "'ve", "does", "do"}:
        return "past" if helpers & {"has", "have", "'ve"} else "present"
    token = t.tokens[i]
    if token.upos != "VERB":
        return None
    if any(t.tokens[k].text.lower() == "to" for k in t.children(i, "mark")):
        return "future"
    word = token.text.lower()
    if word.endswith("ing"):
        return None
    return "present" if word in {token.lemma.lower(), token.lemma.lower() + "s"} or word.endswith("s") else "past"


def _partial(t: Tree, event: Happening) -> bool:
    """Whether only a part of the object is meant: "some troops", "part of the aid", "partially suspended"."""
    near = [*t.children(event.at, "advmod"), *t.children(event.carrier, "advmod")]
    for h in event.frame.obj:
        near += [h, *t.children(h, "det", "amod", "advmod")]
    return any(t.tokens[k].lemma.lower() in PARTIAL for k in near)


def _terms(scene: Scene, event: Happening, parties: list[tuple[Role, int]]) -> tuple[str, ...]:
    """Content lemmas of the event and its participants, names folded to one spelling, sorted."""
    t = scene.tree
    found: set[str] = set(event.lemma.split())
    heads = [i for _, i in parties] + [h for _, h in event.frame.obls] + list(event.frame.subj + event.frame.obj)
    if event.frame.inf is not None:
        heads.append(event.frame.inf)
    for h in heads[:12]:
        low, high = t.noun_phrase(h)
        mention = scene.heads.get(h)
        if mention is not None and mention.refers is not None:
            found.update(folded(w) for w in scene.page.root(mention).anchor.text.split()[:8])
        for i in range(max(low, h - 8), min(high, h + 8) + 1):
            token = t.tokens[i]
            if token.upos in CONTENT:
                found.add(folded(token.text if token.upos == "PROPN" or token.text[:1].isupper() else token.lemma))
    return tuple(sorted(w for w in found if w and w not in STOP and any(c.isalnum() for c in w)))


def folded(word: str) -> str:
    """A word as linking compares it: demonyms become their country.

    >>> folded("Nigerien"), folded("U.S."), folded("Troops")
    ('niger', 'united states', 'troops')
    """
    bare = word.strip("'’\"“”.,;:()").removesuffix("'s").removesuffix("’s")
    known = (demonym(bare) or place(bare if "." not in word else word)) if bare[:1].isupper() else None
    return fold(known.name) if known else fold(bare)
