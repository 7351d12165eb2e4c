"""What stands in a disaster and what ends: mourning, emergencies, fires, roads, power; and what is only a number."""

from __future__ import annotations

import pytest

from stories import lines


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "President Ana Ruiz declared three days of national mourning.",
            ("National mourning", "in_force", "2031-05-11"),
        ),
        ("Peru declared a week of mourning.", ("Mourning in Peru", "in_force", "2031-05-15")),
        (
            "The government declared a state of natural disaster for 30 days in Lurano.",
            ("State of natural disaster (Lurano)", "in_force", "2031-06-08"),
        ),
        (
            "Ana Ruiz declared a state of calamity in three districts as a wildfire kept burning.",
            ("State of calamity in three districts", "in_force", None),
        ),
        ("Kyiv was without power on Thursday after a strike on the grid.", ("Power outage in Kyiv", "in_force", None)),
        (
            "Firefighters brought a wildfire near Lurano under control on Thursday.",
            ("Wildfire in Lurano", "suspended", "2031-05-08"),
        ),
    ],
)
def test_what_is_declared_holds_for_its_place_and_its_days(sentence, line):
    assert line in [(x[0], x[1], x[3]) for x in lines(("09", sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 150 people were missing after the quake.",
        "The death toll from the Lurano earthquake stood at 67.",
        "Crews have cleared 20 metres of the 90 metres of blocked tunnel.",
        "Some 44 contacts of the nurse had been listed for follow-up.",
        "A dam near Lurano burst on Sunday.",
        "The last of five miners trapped in the pit has been found dead.",
    ],
)
def test_a_number_or_a_part_cleared_is_nothing_that_stands(sentence):
    assert [x for x in lines(("09", sentence)) if x[1] != "ended"] == []


def test_a_road_by_its_number_is_the_same_road():
    assert lines(("05", "The N238 road was closed on Monday."), ("07", "The N238 reopened on Wednesday.")) == [
        ("Closure of the N238 road", "ended", "2031-05-05", "2031-05-07")
    ]


def test_what_a_firm_said_on_friday_it_had_done_is_done():
    found = lines(
        (
            "09",
            "LIMA, May 9 - Norlink said on Friday it had suspended operations at its mine after a shaft collapsed on "
            "Thursday, killing one worker.",
        )
    )
    assert [x[1] for x in found if "peration" in x[0]] == ["suspended"]
