"""Days and figures in words, no more exactly than they are known."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.terms import When
from dateline.view.words import amount_words, clock_words, number_words, when_words


def test_a_part_of_a_month_is_said_as_a_part_of_a_month():
    assert when_words(When.between(date(2024, 9, 11), date(2024, 9, 20))) == "mid-September 2024"
    assert when_words(When.between(date(2024, 9, 1), date(2024, 9, 10))) == "early September 2024"


def test_a_clock_time_keeps_its_zone():
    assert clock_words("2021-03-23T07:40+02:00") == "07:40 (UTC+02:00)"
    assert clock_words("2021-03-23T07:40") == "07:40"


def test_doubt_about_a_figure_is_shown():
    assert amount_words({"low": 100.0, "high": 150.0}) == "100–150"
    assert amount_words({"low": 369.0, "high": 369.0, "bound": "at_least"}) == "≥ 369"
    assert number_words(0) == "0"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 1000))
def test_any_stretch_can_be_said(first: date, days: int):
    words = when_words(When.between(first, first + timedelta(days=days)))
    assert words and "None" not in words
