"""What is told of those counted in a word or two, whose they are by a name beside them, and the part of "another"."""

import pytest

from dateline.pipeline import read_one
from dateline.report.load import from_text


def read(text):
    return read_one(from_text(text, id="r", published="2031-03-04", language="en")).quantities


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("More than 900 people have been moved to higher ground.", "moved"),
        ("Some 45,000 households in Karsk were without power on Sunday.", "without power"),
        ("About 100 students hurled rocks at police officers.", "hurling rocks"),
        ("The two sides exchanged 120 prisoners.", "exchanged"),
        ("The city spent 14 million crowns on new buses last year.", "spent on buses"),
        ("Up to 200 people were on board a barge that caught fire.", "on board"),
        ("Nine miners were killed on Monday.", None),
    ],
)
def test_what_is_told_of_them_in_a_word_or_two(text, deed):
    assert [q.deed for q in read(text)][:1] == [deed]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Shares in battery maker Vagon Cells dropped 12 percent to 38 euros.", "Vagon Cells"),
        ("Profit at Lindmark fell to 84 million crowns.", "Lindmark"),
        ("Former general Okar Beneth came first with 43.2 percent of the vote.", "Okar Beneth"),
        ("Some 300 Lindmark workers walked out.", "Lindmark"),
    ],
)
def test_whose_name_stands_beside(text, of):
    assert {q.of for q in read(text)} == {of}


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("A blast killed nine people. Another 58 were hurt.", 58, "level"),
        ("A blast killed nine people. Another 58 died in hospital.", 58, "change"),
        ("The court heard that he took bribes worth $2 million.", 2e6, "level"),
        ("The Civic Alliance won 88 of the 200 seats.", 88, "level"),
        ("Sixty people had been aboard a craft built for half that many.", 60, "level"),
        ("The airline said another 30 flights would be scrapped on Thursday.", 30, "target"),
    ],
)
def test_the_part_that_a_figure_plays(text, value, role):
    assert [q.role for q in read(text) if q.low == value] == [role]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The government's deficit reached 4.3 percent of gross domestic product.", "deficit"),
        ("The average rent for a flat reached €1,340 in May.", "rent"),
        ("Tarvia's economy grew 2.3 percent last year.", "economy"),
    ],
)
def test_no_time_and_no_whole_is_what_is_counted(text, counted):
    assert {q.counted for q in read(text)} == {counted}


def test_survivors_told_beside_the_dead_are_not_dead():
    assert [q.scope for q in read("The toll stood at 19 dead and 11 survivors.")] == [("killed",), ("survived",)]
