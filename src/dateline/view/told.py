"""Which words of the reports tell of the events of a list.

In:   lines of the timeline.
Out:  whether an anchor stands within the evidence of one of them.
Room: view.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.state.model import Answer
from dateline.terms import Anchor

Field = tuple[str, str | None]  # a report, and "title" or None for its text


@dataclass(frozen=True, slots=True)
class Told:
    """The stretches of each text that tell of the events, in order and apart."""

    stretches: dict[Field, tuple[tuple[int, int], ...]]

    @classmethod
    def by(cls, lines: Iterable[Answer]) -> Told:
        """The stretches of the lines' evidence."""
        found: dict[Field, set[tuple[int, int]]] = {}
        for anchor in (e["anchor"] for line in lines for e in line["evidence"]):
            spot = (anchor["report"], anchor.get("field"))
            found.setdefault(spot, set()).add((anchor["start"], anchor["end"]))
        return cls({spot: _apart(spans) for spot, spans in found.items()})

    def holds(self, anchor: Anchor) -> bool:
        """Whether the words stand within one of the stretches."""
        spans = self.stretches.get((anchor.report, anchor.field), ())
        at = bisect_right(spans, anchor.start, key=lambda span: span[0]) - 1
        return at >= 0 and anchor.end <= spans[at][1]


def _apart(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches that overlap made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)
