"""Guilty and not guilty are two pleas; who keeps to "not guilty" denies nothing of it."""

from __future__ import annotations

from dateline.state.disputes_denials import matters
from stories import record_from


def test_pleading_not_guilty_is_not_denied_by_keeping_to_it() -> None:
    record = record_from(
        "Karl Ott has pleaded not guilty on charges of fraud and other crimes.",
        "Karl Ott continued to maintain his innocence, pleading not guilty to the charges in court on March 8.",
    )
    assert not matters(record)


def test_guilty_and_not_guilty_are_two_lines_that_disagree() -> None:
    record = record_from(
        "Karl Ott has pleaded guilty on charges of fraud and other crimes.",
        "Karl Ott pleaded not guilty to the charges on Monday, his lawyer said.",
    )
    assert len(matters(record)) == 1
    assert len({e.id for e in record.events if any("plead" in record.claims[c].claim.lemma for c in e.claims)}) == 2
