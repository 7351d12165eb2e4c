"""The day of an undated report that counts from an event which another report dates."""

from __future__ import annotations

import pytest

from dateline.pipeline import linked, read_one
from dateline.report.load import from_text

DEAL = "BERGEN, May 5 - The dockers' union and the port reached a tentative agreement late on Sunday, both said."
SHIP = "Harbour police detained the freighter Adriana Moon at Bergen on Tuesday."
TARIFFS = "Chile and Norway have agreed to suspend their new tariffs for 90 days, starting on Wednesday, both said."


def days(text, *dated):
    reads = {f"r{n}": read_one(from_text(t, id=f"r{n}", published=day)) for n, (day, t) in enumerate(dated)}
    reads["x"] = read_one(from_text(text, id="x"))
    return linked(reads).dates["x"].published.edtf


@pytest.mark.parametrize(
    ("text", "dated", "found"),
    (
        (
            "Dockers went back to work this morning, two days after their union reached a tentative agreement.",
            ("2031-05-05", DEAL),
            "2031-05-06/2031-05-07",
        ),
        (
            "Norway lifted its ban on salmon exports on Friday, two days after both countries suspended their tariffs.",
            ("2031-05-06", TARIFFS),
            "2031-05-09/2031-05-16",
        ),
        (
            "The captain will appear in court on Tuesday, two weeks after the Adriana Moon was detained at Bergen.",
            ("2031-05-07", SHIP),
            "2031-05-13/2031-05-20",
        ),
    ),
)
def test_news_told_some_days_after_what_is_dated_elsewhere_has_its_day(text, dated, found):
    assert days(text, dated) == found


def test_a_weekday_that_does_not_fit_the_distance_says_nothing():
    text = "Dockers went back to work on Friday, two days after their union reached a tentative agreement."
    assert days(text, ("2031-05-05", DEAL)) != "2031-05-06/2031-05-13"


def test_of_two_dated_events_of_the_kind_neither_is_counted_from():
    text = "The crew left Bergen this morning, two days after the Adriana Moon was detained."
    later = "Harbour police detained the freighter Adriana Moon at Bergen again on Tuesday."
    assert days(text, ("2031-05-07", SHIP), ("2031-05-28", later)) not in (
        "2031-05-08/2031-05-09",
        "2031-05-29/2031-05-30",
    )
