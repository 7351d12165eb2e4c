"""Whether a pile of reports may tell many stories.

In:   a record.
Out:  True where words and small numbers of it agree by chance: a number or a denial must then say itself what it is of.
Room: state.
"""

from __future__ import annotations

from typing import Final

from dateline.record.model import Record
from dateline.state.model import ONE_STORY

FEW: Final = 8  # reports; so few are taken to tell one story, however long they are
MUCH: Final = 200  # sentences; one story told twelve times over takes some 130
LONG: Final = 10  # sentences of a report; pieces of one story that came in day by day have some four


def many_stories(record: Record) -> bool:
    """Whether there are many reports, or some and long ones: twenty pages of news tell of more than what brought them
    together."""
    reports = max(len(record.reports), len(record.origins))
    return reports > ONE_STORY or (reports > FEW and _sentences(record) > MUCH)


def long_reports(record: Record) -> bool:
    """Whether they may tell many stories and are long: each of them then has its own strike, ban and road."""
    return many_stories(record) and _sentences(record) > LONG * len(record.reports)


def _sentences(record: Record) -> int:
    return sum(len(read.sentences) for read in record.reports.values())
