"""Times and names are cut as a guideline cuts them."""

import numpy as np
import pytest

from dateline.sentence.parse import read
from dateline.sentence.reader import extents


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mine ran between 1985 and 1987.", ["1985", "1987"]),
        ("The third-quarter results disappointed Kerrow.", ["third-quarter"]),
        ("The bridge stays shut for at least 30 days, the council said.", ["at least 30 days"]),
        ("Repairs will take up to six weeks.", ["up to six weeks"]),
        ("The siege lasted a month or so.", ["a month or so"]),
    ],
)
def test_times_are_cut_as_timex3_cuts_them(text, wanted):
    assert [text[t.start : t.end] for t in read(text).times] == wanted


def test_an_address_is_no_name():
    text = "Write to Tarsk@harbour-news.example or see https://harbour-news.example/Belmar for the list."
    assert [n.text for n in read(text).names] == []


def test_what_bounds_a_time_is_not_taken_from_another_line_or_time():
    assert extents.widened(2, 2, ["at", "least", "today"], [0, 0, 1], 0) == (2, 2)
    assert extents.widened(2, 2, ["at", "least", "today"], [0, 0, 0], 1) == (2, 2)
    assert extents.widened(0, 0, ["today", "or", "so"], [0, 0, 1], 0) == (0, 0)


def test_the_scores_given_are_left_as_they_were():
    scores = np.zeros((1, 9), np.float32)
    scores[0, 1] = 3
    assert extents.names(scores, [0], ["press@harbour.example"]) == []
    assert extents.names(scores, [0], ["Harbour"]) == [(0, 0, 0)]
    assert scores[0, 1] == 3


def test_nothing_gives_nothing():
    assert extents.times(np.zeros((0, 9), np.float32), [], []) == []
