"""Tolls of different attacks and of two sides stay apart, in a pile that tells one story."""

from __future__ import annotations

import pytest

from dateline.state.series import series
from stories import record_from

Told = tuple[str, str]  # the day of May 2031, the text


def told(*texts: Told) -> dict[str, list[int]]:
    """The values of each series, by its title."""
    record = record_from(*((f"2031-05-{day}", text) for day, text in texts))
    return {one.title: [int(p.value[0]) for p in one.points] for one in series(record)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Israeli jets struck Baalbek within hours, killing 11 people, a ministry said.", "people killed in Baalbek"),
        ("Russian missiles hit Odesa on Monday, killing 11 people.", "people killed in Odesa"),
        ("A Russian strike on Odesa killed 11 people on Monday.", "people killed in Odesa"),
    ],
)
def test_what_is_struck_is_where_they_died(text: str, title: str) -> None:
    assert list(told(("06", text))) == [title]


def test_the_dead_of_one_town_are_no_later_number_of_the_whole_land() -> None:
    found = told(
        ("02", "Some 1,974 people have been killed in Lebanon since October, the health ministry said."),
        ("06", "Israeli jets struck Baalbek on Monday, killing 11 people, Lebanon's health ministry said."),
    )
    assert found == {"people killed in Lebanon": [1974], "people killed in Baalbek": [11]}


def test_gang_members_whom_the_police_killed_are_none_of_the_victims() -> None:
    found = told(
        ("02", "Gunmen attacked Petion-Ville on Friday, killing at least 10 people."),
        ("04", "Police said on Sunday they had killed six gang members."),
    )
    assert found["gang members killed"] == [6]


def test_that_no_one_was_hurt_is_said_of_another_attack() -> None:
    found = told(
        ("02", "Drones struck an oil depot in Belgorod on Friday, wounding eight people, the governor said."),
        ("04", "Air defences shot down 15 drones over Belgorod overnight. No one was hurt."),
    )
    assert [v for title, values in found.items() if "injured" in title or "wounded" in title for v in values] == [8]


def test_drones_of_which_some_were_shot_down_are_those_that_were_launched() -> None:
    first = "Russia launched 82 drones at Ukraine overnight. Ukraine's air force said it shot down 61 of the drones."
    found = told(("02", first), ("04", "Russia said it had shot down 15 Ukrainian drones overnight."))
    assert [values for title, values in found.items() if "shot" in title] == [[61], [15]]


def test_the_toll_of_a_town_is_told_by_whose_it_is() -> None:
    found = told(
        ("06", "The number of people killed in Tuesday's attack on Kharkiv has risen to seven, officials said."),
        ("14", "Kharkiv's toll from the May 6 attack stood at nine after a man died in hospital on Tuesday."),
    )
    assert found == {"people killed in Kharkiv": [7, 9]}


def test_hostages_and_prisoners_freed_in_exchange_are_two_counts() -> None:
    text = "Hamas will release 12 hostages in three groups and Israel will free 90 Palestinian prisoners."
    assert sorted(told(("06", text)).values()) == [[12], [90]]


def test_the_soldiers_whom_each_side_says_it_lost_are_two_counts() -> None:
    found = told(("12", "Pakistan's military said 11 soldiers were killed. India said five of its soldiers had died."))
    assert found == {"Pakistani soldiers killed": [11], "Indian soldiers killed": [5]}
