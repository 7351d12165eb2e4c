"""Looks for all questions to which sentences give answers that exclude each other.

In:   a record, its series.
Out:  Contests, each once.
Room: state.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.record.model import Record
from dateline.state.disputes_contests import Contest
from dateline.state.disputes_counts import counts
from dateline.state.disputes_days import day_pairs
from dateline.state.disputes_figures import figure_disputes
from dateline.state.disputes_moments import moments
from dateline.state.disputes_scene import scenes
from dateline.state.disputes_standing import standings
from dateline.state.pile import many_stories
from dateline.state.series import Series


def contests(record: Record, series: Sequence[Series]) -> list[Contest]:
    """Found once with all that is known, in the order of what they ask."""
    days = day_pairs(record)
    told = [] if many_stories(record) else scenes(record)
    tallied = counts(record, told, list(figure_disputes(series, None, generous=False))) if told else []
    found = {c.name: c for c in (*tallied, *moments(record, told, days), *standings(record, told), *days)}
    return [found[name] for name in sorted(found)]
