"""Two voices that give two numbers one after the other."""

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from stories import record_from


def disputes_of(*pile):
    record = record_from(*pile)
    return disputes(record, states(record), series(record))


def test_a_number_that_one_voice_sets_at_once_against_that_of_another_is_in_dispute():
    told = "At least 23 soldiers were killed in Gorom on Monday, a nurse said. The army said nine soldiers had died."
    assert [sorted(p["answer"] for p in line["positions"]) for line in disputes_of(told)] == [
        ["At least 23 soldiers", "nine soldiers"]
    ]


def test_two_numbers_of_one_voice_are_no_dispute():
    told = "At least 23 soldiers were killed in Gorom on Monday, the army said. The army said nine soldiers had died."
    assert disputes_of(told) == []


# Reports, each with its day or none; the answers in dispute.
SIZES = [
    ((("", "A quake of magnitude 6.1 struck near Gorom."), ("", "The quake near Gorom had a magnitude of 5.9.")),
     [["5.9", "6.1"]]),
    ((("", "A quake of magnitude 6.1 struck near Gorom."), ("", "A quake of at least magnitude 5.9 hit Gorom.")),
     []),
    ((("", "A quake of magnitude 6.1 struck near Gorom."), ("", "An aftershock of magnitude 5.2 shook Gorom.")), []),
    ((("2032-02-03", "A quake of magnitude 6.1 struck near Gorom on Tuesday."),
      ("2032-02-09", "A quake of magnitude 5.2 struck near Gorom on Monday.")), []),
    ((("", "A quake struck Alem island, home to 120,000 people."),
      ("", "The quake was centred near Alem island, home to 200,000 people, the survey said.")),
     [["120,000 people", "200,000 people"]]),
]  # fmt: skip


@pytest.mark.parametrize(("pile", "answers"), SIZES)
def test_sizes_that_do_not_change_contradict_each_other_without_a_day(pile, answers):
    told = disputes_of(*pile)
    assert [sorted(p["answer"] for p in line["positions"]) for line in told] == answers
    assert all("0001" not in line["question"] for line in told)


def test_a_fire_contained_more_by_the_day_is_no_dispute():
    assert not disputes_of(
        ("2031-05-07", "Brask County said the Hollow Fire was 80% contained."),
        ("2031-05-09", "The Hollow Fire was 85% contained, officials said."),
    )


def test_a_toll_told_as_so_many_and_not_so_many_is_put_right():
    assert not disputes_of(
        ("2031-05-07", "The death toll of the Hollow Fire stands at 115, the county said."),
        ("2031-05-09", "The death toll of the Hollow Fire is 97, not 115, Governor Ann Roe said."),
    )


def test_the_hectares_of_a_fire_that_burns_on_are_no_dispute():
    assert (
        disputes_of(
            ("2032-02-03", "A wildfire in central Gorom has scorched 6,500 hectares, the mayor said on Tuesday."),
            ("2032-02-04", "The wildfire in central Gorom has burned 11,200 hectares, a commander said."),
        )
        == []
    )
