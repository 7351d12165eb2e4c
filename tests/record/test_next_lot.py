"""A further deed of one kind is an event of its own; the same one told again is not."""

from __future__ import annotations

import pytest

from stories import record_from

FREED = "Israel freed 30 Palestinian prisoners in return."


def events(*texts: tuple[str, str]) -> int:
    record = record_from(*((f"2031-05-{day}", text) for day, text in texts))
    return len({e.id for e in record.events for c in e.claims if record.claims[c].claim.lemma in ("free", "extend")})


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (("06", FREED), ("10", "Israel freed 30 more prisoners.")),
        (("06", FREED), ("12", "Israel freed the remaining 30 prisoners.")),
        (
            ("06", "The government extended the curfew until Thursday."),
            ("09", "The government extended the curfew until Sunday."),
        ),
    ],
)
def test_more_of_them_and_another_length_tell_a_further_deed(first: tuple[str, str], later: tuple[str, str]) -> None:
    assert events(first, later) == 2


def test_one_release_told_twice_is_one() -> None:
    assert events(("06", FREED), ("07", "Israel on Tuesday freed 30 Palestinian prisoners.")) == 1
    assert events(("06", "Hamas freed four hostages."), ("06", "Four more hostages were freed by Hamas.")) == 1
