"""Small stories of two or three reports: which figures are one series, and which answers exclude each other."""

from __future__ import annotations

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.disputes_who import doers
from dateline.state.series import series
from stories import record_from

Pile = tuple[tuple[str, str], ...]


def figures(*pile):
    return {one.title: [p.value[1] for p in one.points] for one in series(record_from(*pile))}


def questions(*pile):
    """Kind and answers of each dispute."""
    record = record_from(*pile)
    found = disputes(record, states(record), series(record))
    return [(line["kind"], sorted(p["answer"] for p in line["positions"])) for line in found]


def test_two_happenings_in_one_town_have_a_toll_each():
    bomb = ("2031-05-05", "A car bomb killed seven people outside a police station in Kelim on Monday.")
    bus = (
        "2031-05-08",
        "At least 12 people died when gunmen opened fire on a bus in Kelim on Thursday, officials said.",
    )
    later = ("2031-05-09", "The death toll from Monday's car bombing in Kelim rose to nine, the hospital said.")
    assert figures(bomb, bus, later) == {
        "people killed in Kelim on 5 May": [7, 9],
        "people killed in Kelim on 8 May": [12],
    }


def test_those_killed_in_all_are_of_no_single_happening():
    ambush = ("2031-05-03", "Two soldiers were killed in an ambush near Besk on Friday, the army said.")
    monday = ("2031-05-06", "Rebels killed five soldiers near Besk on Monday.")
    week = ("2031-05-08", "The army said seven soldiers had been killed near Besk in a week.")
    assert figures(ambush, monday, week)["soldiers killed near Besk"] == [7]
    assert questions(ambush, monday, week) == []  # and the seven killed nobody


def test_a_toll_that_rose_on_a_later_day_is_that_of_one_happening():
    told = figures(
        ("2031-05-05", "Floods killed 20 people in Tarnby on Monday, officials said."),
        ("2031-05-08", "The death toll from the floods in Tarnby rose to 31 on Thursday, officials said."),
        ("2031-05-09", "Floods in Tarnby have killed 35 people."),
    )
    assert told == {"people killed in Tarnby": [20, 31, 35]}


@pytest.mark.parametrize(
    "later",
    (
        "The number of flooded homes in Dunmere has climbed to 740 and some 3,000 people are in tents, he said.",
        "Some 740 homes in Dunmere are now flooded, the governor said.",
    ),
)
def test_what_has_been_done_to_more_by_now_is_no_other_answer(later):
    first = ("2031-05-04", "Heavy rain flooded 300 homes in Dunmere, the mayor said on Sunday.")
    assert questions(first, ("2031-05-06", later)) == []


def test_another_ferry_is_not_the_one_told_before():
    first = ("2031-05-02", "A ferry sank off Dray on Thursday, killing 30 people.")
    assert questions(first, ("2031-05-05", "Another ferry sank off Dray on Monday and 12 people drowned.")) == []


@pytest.mark.parametrize("told", ("Seven soldiers had been killed near Besk.", "The firm is being bought out."))
def test_to_whom_it_was_done_did_not_do_it(told):
    assert doers(told) == ()
