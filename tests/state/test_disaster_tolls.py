"""Quakes, outbreaks and accidents: which numbers are one series, and which are of another quake, town or count."""

from __future__ import annotations

from dateline.state.series import series
from stories import record_from


def figures(*pile):
    return {one.title: [p.value[1] for p in one.points] for one in series(record_from(*pile))}


def test_an_aftershock_is_no_other_number_for_the_quake():
    assert figures(
        (
            "2031-05-05",
            "A 6.8-magnitude earthquake struck Peru on Monday. A magnitude 5.0 aftershock followed at noon.",
        ),
        ("2031-05-06", "The magnitude 6.8 quake in Peru was followed by dozens of aftershocks, the strongest of 5.4."),
    ) == {"earthquake magnitude in Peru": [6.8, 6.8], "aftershock magnitude in Peru": [5.0, 5.4]}


def test_a_second_quake_and_one_of_another_day_have_a_magnitude_each():
    found = figures(
        ("2031-05-05", "A 7.8-magnitude quake struck Peru on Monday. Hours later a second quake of magnitude 7.5 hit."),
        ("2031-05-06", "The 7.8 magnitude quake hit Peru before dawn on Monday."),
        ("2031-05-16", "A 6.4-magnitude quake struck Peru on Thursday."),
        ("2031-05-17", "The magnitude of the quake in Peru on Thursday was put at 6.4."),
    )
    assert {title: set(values) for title, values in found.items()} == {
        "earthquake magnitude in Peru on 5 May": {7.8},
        "earthquake magnitude in Peru on 15 May": {6.4},
        "second earthquake magnitude in Peru": {7.5},
    }


def test_which_quake_measured_so_much_kills_nobody():
    found = figures(("2031-05-05", "The death toll rose to 90. The first quake measured 7.8 and the second 7.5."))
    assert not any(7.5 in values for title, values in found.items() if "killed" in title)


def test_a_later_toll_of_the_first_quake_is_not_that_of_the_second_nor_of_the_town_told_last():
    found = figures(
        ("2031-05-05", "A quake struck eastern Peru on Monday, killing 61 people. In Lurano 19 people were killed."),
        ("2031-05-07", "A second quake hit the Besk valley on Wednesday, killing four people."),
        ("2031-05-08", "The death toll from the earthquake stood at 67 on Thursday."),
        ("2031-05-09", "Crews ended their search in Lurano. The final death toll from the magnitude 6.8 quake is 71."),
    )
    assert [values for title, values in found.items() if 61 in values] == [[61, 67, 71]]
    assert found["people killed in Lurano"] == [19]


def test_the_total_of_several_lands_is_not_that_of_the_last():
    found = figures(
        (
            "2031-05-05",
            "Seven people died in Peru and five in Chile, bringing the total death toll of the floods to 12.",
        ),
    )
    assert found == {"people killed in Peru": [7], "people killed in Chile": [5], "people killed": [12]}


def test_suspected_cases_are_counted_apart_from_confirmed_ones_and_by_their_land():
    found = figures(
        (
            "2031-05-05",
            "Peru reported 14 confirmed cases of cholera. Another 23 suspected cases of cholera are being tested.",
        ),
        ("2031-05-07", "Chile's ministry reported 11 confirmed and 27 suspected cases of cholera in Chile."),
        ("2031-05-08", "Peru's confirmed cholera cases rose to 16 from 14. Chile's outbreak has killed nine people."),
    )
    assert found["cholera cases in Peru"] == [14, 16, 14]
    assert found["cholera cases in Chile"] == [11]
    assert found["suspected cholera cases in Chile"] == [27]
    assert found["people killed in Chile"] == [9]
    assert [values for title, values in found.items() if 23 in values] == [[23]]


def test_the_dead_and_the_cases_of_one_sentence_are_two_counts():
    found = figures(
        ("2031-05-05", "The toll in Peru stood at five dead and 17 confirmed cases of cholera, the ministry said.")
    )
    assert found == {"people killed in Peru": [5], "cholera cases in Peru": [17]}


def test_those_still_without_power_are_households_too():
    found = figures(
        ("2031-05-05", "About 70,000 households in Lurano were without electricity."),
        ("2031-05-07", "Power has been restored to 52,000 households, leaving 18,000 without electricity."),
    )
    assert [values for title, values in found.items() if "without" in title] == [[70000, 18000]]


def test_one_who_is_still_missing_is_not_among_the_dead():
    found = figures(
        (
            "2031-05-05",
            "Three more bodies were recovered on Sunday from a mine in Peru, bringing the dead to five, with one miner "
            "still missing.",
        )
    )
    assert [values for title, values in found.items() if "missing" in title] == [[1]]
    assert [values for title, values in found.items() if "killed" in title] == [[5]]
