"""One tells a deed, another says in other words that it was not done, or what is so instead."""

import pytest

from dateline.state.disputes_contested import deeds, things
from dateline.state.disputes_denials import matters
from dateline.state.disputes_matters import of_matter
from dateline.state.disputes_undone import undone
from stories import record_from


def disputes_of(*texts, days=("2031-09-17", "2031-09-18")):
    record = record_from(*zip(days, texts, strict=False))
    return [line for m in matters(record) for line in of_matter(m, range(len(m.words)))]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        (
            "Thieves copied the files of clients from the servers of the law firm Bastin, the regulator found.",
            "Bastin disputed the finding, saying that no client data had been taken from its servers.",
        ),
        (
            "Planes dropped canisters of chlorine on the hamlet of Sarn on Monday, an aid group said.",
            "The general staff said on Thursday that no gas of any kind was used at Sarn.",
        ),
        (
            "The rebel chief Omar Tessel was killed in a raid near Orsk, the army said.",
            "Omar Tessel is alive, the movement's office said.",
        ),
        (
            "About 50 Ruskian soldiers crossed the border into Delmar on Tuesday, the interior minister said.",
            "Rusk's defence ministry said that none of its troops had entered Delmar.",
        ),
        (
            "Police have arrested Ivo Mann, the driver of the car, an officer said.",
            "Ivo Mann is still at large, the prosecutor said.",
        ),
    ],
)
def test_who_says_in_other_words_that_it_was_not_so_is_in_dispute(told, denied):
    (line,) = disputes_of(told, denied)
    assert line["kind"] == "factuality"
    assert {p["answer"]: p["reports"] for p in line["positions"]} == {"it happened": ["r00"], "denied": ["r01"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The tanker Orla ran aground off Sarn on Monday, the coast guard said.",
            "No one was hurt when the tanker Orla ran aground off Sarn, its owner said.",
        ),
        (
            "An envoy of Rusk met the mayor of Delmar on Monday, a diplomat said.",
            "There was no agreement in the talks with Rusk, the mayor's office said.",
        ),
        (
            "Ivo Mann is still at large, the prosecutor said.",
            "Police have arrested Ivo Mann, the driver of the car, an officer said.",
        ),
        (
            "The army shelled the town of Orsk on Monday, doctors said.",
            "No shells fell on Orsk on Thursday, residents said.",
        ),
        (
            "The bank Norda will close 30 branches, according to a letter.",
            "Norda denied that anybody had been dismissed.",
        ),
    ],
)
def test_another_deed_another_day_and_a_later_change_are_no_dispute(one, other):
    assert disputes_of(one, other) == []


@pytest.mark.parametrize(
    "words",
    [
        "The mill did not comment.",
        "No acid has leaked yet, the mill said.",
        "There was no word on the crew, the owner said.",
        "A no-fly zone was set up, the alliance said.",
        "The mill said that it would not pay.",
        "The flood reached the mill.",
    ],
)
def test_what_is_not_known_not_said_or_not_yet_done_is_not_said_to_be_undone(words):
    assert undone(words) == ()


def test_words_of_one_deed_and_of_one_thing_are_alike():
    assert deeds("had been taken") & deeds("copied") and not deeds("met") & deeds("sank")
    assert things("canisters of chlorine") & things("no gas") and not things("a bridge") & things("a jet")


def test_a_fault_denies_that_the_plane_was_shot_down_and_not_that_it_crashed():
    fault = "The army said the helicopter had come down near Orsk because of a technical fault."
    (line,) = disputes_of("Rebels shot down an army helicopter near Orsk on Monday, they said.", fault)
    assert {p["answer"] for p in line["positions"]} == {"it happened", "denied"}
    assert disputes_of("An army helicopter crashed near Orsk on Monday, the ministry said.", fault) == []


def test_of_three_reports_of_one_town_two_killed_there_and_nobody_killed_there_exclude_each_other():
    (line,) = disputes_of(
        "Police fired in the air when marchers reached the town hall of Ostrel on Monday.",
        "Police opened fire on marchers in Ostrel on Monday, killing two people, a doctor said.",
        "The interior ministry said that nobody had been killed in Ostrel.",
        days=("2031-09-16", "2031-09-16", "2031-09-17"),
    )
    assert {p["answer"]: p["reports"] for p in line["positions"]} == {"it happened": ["r01"], "denied": ["r02"]}


def test_who_denies_a_deed_of_his_own_does_not_deny_that_it_was_done():
    told = "Eleven people were shot dead in the village of Oskela on Monday, local officials said."
    assert disputes_of(told, "The Sons of the River denied carrying out the attack in Oskela.") == []
    told = "The Sons of the River attacked the village of Oskela on Monday, local officials said."
    assert len(disputes_of(told, "The Sons of the River denied attacking the village of Oskela.")) == 1
