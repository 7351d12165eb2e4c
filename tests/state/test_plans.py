"""What is planned, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state import plans
from dateline.state.board import board, states
from dateline.terms import When
from stories import record_from


def told(text):
    """The plans of a text that came out on Tuesday, 3 February 2032: titles with their last day."""
    found = board(states(record_from(text, published="2032-02-03")))
    return {x["title"]: (x["deadline"] or {}).get("edtf") for x in found if x["status"] == "planned"}


def test_a_deadline_whose_bounds_exclude_each_other_is_shown_as_it_is():
    day = When(date(2024, 1, 15), date(2024, 1, 1), "2024-01-15/2024-01-01", None, "constraint")
    assert plans._narrowest(day, ()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The decision to close the border with Norland was taken on Monday.", None),
        ("The decision to close the border with Norland on Friday was taken on Monday.", "2032-02-06"),
        ("The plan to close the border with Norland on June 1 was approved on Monday.", "2032-06-01"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_the_deed(text, day):
    assert list(told(text).values()) == [day]
