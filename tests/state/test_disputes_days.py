"""Two days told for one happening, and happenings that are two."""

import pytest

from dateline.state.disputes_contests import of_contest
from dateline.state.disputes_days import day_pairs
from stories import record_from


def disputes_of(*texts, days=("2031-09-17", "2031-09-18")):
    record = record_from(*zip(days, texts, strict=True))
    return [line for pair in day_pairs(record) for line in of_contest(pair, range(len(pair.words)))]


def test_two_days_told_of_one_raid_are_in_dispute():
    (line,) = disputes_of(
        "Gunmen attacked the Orsk barracks in northern Tavria on Monday night.",
        "Gunmen attacked the Orsk barracks in the north of Tavria on Tuesday, the ministry said.",
    )
    assert line["kind"] == "date"
    assert sorted(p["answer"] for p in line["positions"]) == ["2031-09-15", "2031-09-16"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gunmen attacked the Orsk barracks on Monday night.", "Gunmen attacked the Sarn customs house on Tuesday."),
        (
            "Gunmen attacked the Orsk barracks on Monday. Gunmen attacked the Orsk barracks again on Tuesday.",
            "Gunmen attacked the Orsk barracks on Tuesday.",
        ),
        ("Gunmen attacked the Orsk barracks on Monday.", "Gunmen attacked the Orsk barracks on Thursday."),
    ],
)
def test_another_place_a_second_raid_and_a_later_day_are_none(one, other):
    assert disputes_of(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        ("The army sealed the border on Monday.", "Two died since the border was closed on Tuesday.", ["15", "16"]),
        ("The blockade began on Sunday at dawn.", "A navy blockade started on Monday, September 15.", ["14", "15"]),
        (
            "Elections were held in Rusk on Sunday.",
            "He won the election of September 12.",
            ["12", "14"],
        ),
        (
            "A tank blew up at the mill on Monday.",
            "It has stood still since the explosion of Sept. 16.",
            ["15", "16"],
        ),
    ],
)
def test_what_a_story_has_but_once_needs_little_in_common(one, other, answers):
    (line,) = disputes_of(one, other, days=("2031-09-17", "2031-09-18"))
    assert sorted(p["answer"][-2:] for p in line["positions"]) == answers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army sealed the border on Monday.", "The town closed its bridge on Tuesday."),
        ("The blockade began on Sunday.", "The blockade began on Sunday. Rusk held its elections on Monday."),
        ("Rusk sealed the border on Monday.", "Delmar sealed the border on Tuesday."),
        ("Talks were held on Monday.", "He spoke of the talks of September 16."),
    ],
)
def test_other_things_other_sides_and_what_is_done_often_are_none(one, other):
    assert disputes_of(one, other) == []
