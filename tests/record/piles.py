"""Small piles of reports for the tests of the record room, made by hand, without a reader.

A mention is given by its words: the first place in the text after the ones already taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dateline.claim.model import Claim, Mention, Participant, ReadReport, claim_id
from dateline.record.model import PlacedClaim
from dateline.record.place import claims as placed_claims
from dateline.record.place import where
from dateline.report.model import Report
from dateline.terms import Anchor, When


class Pile:
    """One report under construction."""

    def __init__(self, name: str, text: str, published: str | None = None) -> None:
        self.name, self.text = name, text
        self.published = When.day(date.fromisoformat(published)) if published else When()
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self._from: dict[str, int] = {}

    def words(self, words: str, after: str = "") -> Anchor:
        low = self.text.index(after) + len(after) if after else self._from.get(words, 0)
        start = self.text.index(words, low)
        self._from[words] = start + 1
        return Anchor.cut(self.name, self.text, start, start + len(words))

    def mention(self, words: str, kind: Any = None, refers: str | None = None, **more: Any) -> Mention:
        anchor = self.words(words, more.pop("after", ""))
        head = words.rsplit(maxsplit=1)[-1]
        to = None
        if refers:
            at = self.text.index(refers)
            to = (at, at + len(refers))
        made = Mention(anchor, head, kind, more.pop("named", head[:1].isupper()), to, more.pop("title", None))
        self.mentions.append(made)
        return made

    def claim(
        self, trigger: str, lemma: str, when: Any = None, people: Sequence[tuple[Any, Mention]] = (), **more: Any
    ) -> Claim:
        at = self.words(trigger)
        name = claim_id("c", self.name, self.sha, at.start, at.end, lemma)
        factuality = more.pop("factuality", "happened")
        made = Claim(
            id=name, report=self.name, anchor=Anchor.cut(self.name, self.text, 0, len(self.text)), trigger=at,
            lemma=lemma, type=more.pop("type", None), factuality=factuality, factuality_cue=None,
            reported_as=factuality, voice=(), participants=tuple(Participant(r, m) for r, m in people), time=None,
            time_relation="at", tense=more.pop("tense", "past"), context="body",
            title=more.pop("title", self.text[:60]),
            terms=tuple(sorted(more.pop("terms", "").split())),
        )  # fmt: skip
        self.claims.append(made)
        self.decided = {**getattr(self, "decided", {}), **({name: when} if when else {})}
        return made

    @property
    def sha(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def read(self) -> ReadReport:
        report = Report(self.name, self.sha, self.text, published=self.published)
        ordered = tuple(sorted(self.mentions, key=lambda m: (m.anchor.start, m.anchor.end)))
        return ReadReport(report, tuple(self.claims), (), (), ordered, ((0, len(self.text)),), "by hand")


def reads(*piles: Pile) -> dict[str, ReadReport]:
    return {p.name: p.read for p in piles}


def placed(piles: Iterable[Pile], entity_of: dict[tuple[str, int, int], str]) -> dict[str, PlacedClaim]:
    out = {}
    for pile in piles:
        at = where(pile.read, pile.published, (), entity_of, getattr(pile, "decided", {}))
        out.update({c.claim.id: c for c in placed_claims(at)})
    return out


def day(text: str) -> When:
    return When.day(date.fromisoformat(text))
