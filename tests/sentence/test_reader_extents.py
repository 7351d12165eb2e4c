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
        ("Ilse Tarn, 41 years old, has led the port since 2019.", ["2019"]),
        ("The Belmar index closed at 1884.27 on Tuesday.", ["Tuesday"]),
        ("The mill currently employs 300 people.", ["currently"]),
        ("It has now reopened.", ["now"]),
        ("Kerrow has recently sold its mines.", ["recently"]),
        ("In the past it had asked for more.", ["the past"]),
        ("The two valleys had been at war for decades.", ["decades"]),
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


def test_a_word_that_marks_a_time_is_taken_once():
    words = ["for", "years", "in", "the", "past", "two", "weeks", "until", "now"]
    assert extents.overlooked(words, [0] * 9, {3, 4, 5, 6, 8}) == [(2, 1, 1)]
    assert extents.overlooked(words, [0] * 9, ()) == [(2, 1, 1), (0, 8, 8)]  # "the past two weeks" is a longer time
    assert extents.overlooked(["for", "years"], [0, 1], ()) == []  # on another line
    assert extents.overlooked(["in", "the", "future"], [0, 0, 0], ()) == [(0, 1, 2)]


def test_nothing_gives_nothing():
    assert extents.times(np.zeros((0, 9), np.float32), [], []) == []
