"""Finds the hours that open the lines of a live page: "1334 The army enters the town."

In:   the lines of a report.
Out:  the stamps as furniture; the lines then begin behind them.
Room: report.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from dateline.report.lines import Line
from dateline.report.model import Noise

STAMP: Final = re.compile(
    r"([01]\d|2[0-3])[.:]?([0-5]\d)(?: ?(?:GMT|BST|CET|EST|EDT|ET|UTC))?(?: ?[:–—-])? +(?=[A-Z\"“'‘])"
)
LEAST: Final = 5  # lines that open with an hour
HOURS: Final = 3  # different ones among them: years ("2003 The war began") all look like eight in the evening
STEADY: Final = 0.8  # of the lines that follow each other in time, forwards or backwards


def clock_stamps(lines: list[Line]) -> list[Noise]:
    """The hours that open lines, where several do and run one way; none else, for then they may be years or counts."""
    found = [(line, m) for line in lines if line.kind is None and (m := STAMP.match(line.text))]
    times = [(int(m.group(1)), int(m.group(2))) for _, m in found]
    steps = [b >= a for a, b in pairwise(times)]
    one_way = max(sum(steps), len(steps) - sum(steps))
    if len(found) < LEAST or len({h for h, _ in times}) < HOURS or one_way < STEADY * len(steps):
        return []
    marks = []
    for line, m in found:
        marks.append(Noise(line.start, line.start + m.end(), "furniture"))
        line.start, line.text = line.start + m.end(), line.text[m.end() :]
    return marks
