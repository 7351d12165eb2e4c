"""Questions to which sentences give answers that exclude each other.

In:   words of reports, held against each other once, with all that is known.
Out:  Contest; of it the line of `disputes` that some of its words give.
Room: state. The files beside it find them: days of one happening, how a thing stands, numbers of one scene.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dateline.state.disputes_lines import Position, apart, line
from dateline.state.disputes_matters import Word
from dateline.state.model import Line


@dataclass(frozen=True, slots=True)
class Contest:
    """A question with two answers or more."""

    kind: str  # as FORMATS has it: "figure", "date", "state"
    asked: str  # "When"; the question is this with what `title` names
    about: tuple[str, ...]  # ids of events or series; else keys of sentences
    sides: tuple[tuple[str, tuple[Word, ...]], ...]  # an answer, and the words that give it
    title: str = ""  # what is asked of; "" where the first claim that is known tells it
    voices: bool = False  # two voices of one report are enough

    @property
    def name(self) -> str:
        """By which it is known among the others."""
        return " ".join((self.kind, *self.about))

    @property
    def words(self) -> tuple[Word, ...]:
        """All words of all sides."""
        return tuple(w for _, told in self.sides for w in told)


def of_contest(contest: Contest, known: Collection[int]) -> Iterable[Line]:
    """The dispute, from these of its words."""
    held = [w for n, w in enumerate(contest.words) if n in known]
    told = []
    for answer, words in contest.sides:
        mine = [w for w in words if w in held]
        if mine:
            told.append(Position(answer, tuple(w.told for w in mine), frozenset(w.origin for w in mine)))
    if len(told) > 1 and (contest.voices or apart([p.origins for p in told])):
        first = min(held, key=lambda w: (w.claim is None, w.published.sort_key(), w.claim or w.key))
        yield line(contest.kind, f"{contest.asked}: {contest.title or first.title}?", contest.about, told)
