"""How much of a long list a brief shows: the weightiest lines, and the first and last words behind each.

In:   the lines that a command prints, or the evidence of one.
Out:  those shown, in their order, and how many are left to the command that prints all.
Room: view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, Final

Line = Mapping[str, Any]
MOST: Final = 200  # lines of one part: about eight printed pages; a reader of more asks the record itself
WORDS: Final = 12  # pieces of evidence under one line, half from its beginning and half from its end
WEIGHT: Final[Mapping[str, Callable[[Line], float]]] = {  # by command: what makes a line worth more of the space
    "changes": lambda line: len(line["evidence"]),
    "inforce": lambda line: line["origins"],
    "timeline": lambda line: line.get("rank") or 0,
    "figures": lambda line: len(line["points"]),
    "disputes": lambda line: sum(len(position["reports"]) for position in line["positions"]),
    "sources": lambda line: line["origin"] == line["id"],  # copies last
}


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown of a list."""

    lines: Sequence[Line]  # in the order of the list
    left: int  # how many are not shown
    command: str  # that prints them

    @property
    def further(self) -> str:
        """What stands below them; "" where all are shown."""
        if not self.left:
            return ""
        return f"{self.left:,} further line{'s' if self.left > 1 else ''}: `dateline {self.command}` prints them all."


def part_of(command: str, lines: Sequence[Line]) -> Part:
    """The lines shown of what the command prints: the weightiest, of equal weight the later ones.

    >>> part_of("inforce", [{"origins": n} for n in range(201)]).further
    '1 further line: `dateline inforce` prints them all.'
    """
    if len(lines) <= MOST:
        return Part(lines, 0, command)
    shown = nlargest(MOST, ((WEIGHT[command](line), n) for n, line in enumerate(lines)))
    return Part([lines[n] for _, n in sorted(shown, key=lambda pair: pair[1])], len(lines) - MOST, command)


def shown_of(evidence: Sequence[Line]) -> tuple[list[Line], int]:
    """The evidence shown under a line, and how many pieces are not.

    >>> [len(shown_of([{"anchor": n + 1}] * n)[0]) for n in (3, 40)], shown_of([{"anchor": 1}] * 40)[1]
    ([3, 12], 28)
    """
    words = [one for one in evidence if one.get("anchor")]
    left = len(words) - WORDS
    return (words, 0) if left <= 0 else ([*words[: WORDS // 2], *words[-WORDS // 2 :]], left)
