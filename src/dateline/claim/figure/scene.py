"""What one sentence is read for figures with, and the Quantity that comes of a counting in it.

In:   a report, one of its sentences with parse, names, times and attributions; an amount and what it counts.
Out:  a Quantity: with its time, its voices, its owner and place.
Room: claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.claim.figure.amounts import Amount
from dateline.claim.figure.counted import Counting, kind_of, phrase_of
from dateline.claim.figure.frames import Around
from dateline.claim.figure.places import Reader
from dateline.claim.figure.times import time_of
from dateline.claim.figure.topics import Topics
from dateline.claim.model import Context, Quantity, QuantityRole, claim_id
from dateline.claim.tree import Tree
from dateline.claim.voice.attribution import Attribution
from dateline.claim.voice.voices import chain
from dateline.report.model import Report
from dateline.sentence.reading import EventWord, Name, Sentence
from dateline.sentence.times.model import TimeExpression
from dateline.terms import Anchor, Factuality, Voice, VoiceKind

TOPIC: Final = 600  # characters of a sentence, and as many before it, that say what a number is about
NEXT: Final = 120  # characters behind it
WORDS: Final = 110  # characters an amount may quote, with its noun
AT_LEAST: Final = re.compile(r"\bat least (?:a )?magnitude[ -]$", re.I)  # "at least magnitude 5.9"


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence is read with."""

    report: Report
    sentence: Sentence
    tree: Tree
    reader: Reader
    names: list[Name]
    times: list[tuple[int, TimeExpression]]  # those of the sentence, with their index
    events: list[EventWord]
    attributions: tuple[Attribution, ...]
    context: Context
    topics: Topics
    since: int  # where the second sentence before begins

    def around(self, amount: Amount) -> Around:
        """The words around an amount of the sentence."""
        text, start, end = self.report.text, self.sentence.start, self.sentence.end
        topic = text[max(self.since, start - TOPIC) : min(end, start + TOPIC) + NEXT]
        return Around(text[start : amount.start], text[amount.end : min(end, amount.end + TOPIC)], topic)


def made(
    scene: Scene, amount: Amount, counting: Counting, words: tuple[int, int], role: QuantityRole, real: Factuality
) -> Quantity:
    """The Quantity of a counting; `words` are the characters it quotes, `real` says how far its clause is real."""
    report, text = scene.report, scene.report.text
    verb = counting.verb if counting.verb is not None else counting.node
    time, relation = time_of(scene.sentence, scene.tree, scene.times, (counting.node, counting.head, verb))
    bound = amount.bound
    if amount.form == "ordinal" and not _final(text, amount):
        bound = bound or "at_least"
    if counting.unit == "magnitude" and AT_LEAST.search(text[max(0, words[0] - 30) : words[0]]):
        bound = bound or "at_least"
    of, where = _topic(scene, counting)
    return Quantity(
        id=claim_id("q", report.id, report.sha256, *words, text[words[0] : words[1]]),
        report=report.id,
        anchor=Anchor.cut(report.id, text, scene.sentence.start, scene.sentence.end),
        amount=Anchor.cut(report.id, text, *words),
        low=round(min(amount.low, amount.high), 6),
        high=round(max(amount.low, amount.high), 6),
        approximate=amount.approximate,
        bound=bound,
        role=role,
        unit=counting.unit,
        counted=counting.counted,
        of=of,
        where=where,
        scope=counting.states[:1] + ((counting.spot,) if counting.spot else ()),
        time=time,
        time_relation=relation,
        tense=next((t.tense for n, t in scene.times if n == time), None),
        factuality=real,
        voice=_voice(scene, amount, counting.teller),
        context=scene.context,
        of_mention=scene.reader.mention_at(counting.of_at) if counting.of_at is not None else None,
        where_mention=scene.reader.mention_at(counting.where_at) if counting.where_at is not None else None,
        kind=counting.kind,
    )


def _voice(scene: Scene, amount: Amount, teller: int | None) -> tuple[Voice, ...]:
    """Who tells the amount; who puts it forward ("the army puts it at 7") is the innermost.

    A speaker cut off by a semicolon tells nothing of it: "the rebels say 60 died; the army puts its losses at 7".
    """
    told = chain(scene.attributions, amount.core[0], amount.core[1])
    if teller is None:
        return told
    tree, text, start = scene.tree, scene.report.text, scene.tree.tokens[teller].start
    told = tuple(v for v in told if ";" not in text[max(v.anchor.end, scene.sentence.start) : start])
    mention = scene.reader.mention_at(teller)
    low, high = phrase_of(tree, teller)
    anchor = mention.anchor if mention is not None and mention.anchor.end - mention.anchor.start <= WORDS else None
    if anchor is None:
        anchor = Anchor.cut(scene.report.id, text, tree.tokens[low].start, tree.tokens[min(high, teller)].end)
    person = (mention is not None and mention.kind == "person") or _person(tree, teller)
    named = mention is not None and mention.named
    kind: VoiceKind = ("person" if named else "anonymous") if person else "organisation"
    if told and told[-1].name.casefold() == anchor.text.casefold():
        return told
    return (*told, Voice(anchor.text, kind, tree.tokens[tree.up(teller) or teller].text, anchor))


def _person(tree: Tree, i: int) -> bool:
    row = kind_of(tree.tokens[i].lemma)
    return row is not None and row["unit"] == "person" and row["family"] != "troop"


def _topic(scene: Scene, counting: Counting) -> tuple[str | None, str | None]:
    """Whose and where, from the report's topic where forces are counted and their own words leave it open."""
    row = kind_of(counting.counted)
    if row is None or row["family"] != "troop" or counting.counted == "sailor":
        return counting.of, counting.where
    of = counting.of or scene.topics.of(scene.tree.tokens[counting.node].start)
    return of, counting.where or scene.topics.where(of, scene.sentence.tokens)


def _final(text: str, amount: Amount) -> bool:
    return "final" in text[amount.core[1] : amount.core[1] + 14].lower()


def witness(scene: Scene, verb: int) -> EventWord | None:
    """The event word at word `verb`, None where the reader saw none."""
    token = scene.sentence.tokens[verb]
    return next((e for e in scene.events if e.start <= token.start < e.end), None)
