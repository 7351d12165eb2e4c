"""Which post is taken up or left, by the words beside the name."""

import pytest

from dateline.state.board import board, states
from dateline.state.disputes import offices
from stories import record_from

TOLD = [
    ("The president appointed Lee Wan defence minister on Monday.", {"Lee Wan as defence minister"}),
    (
        "President Oba fired minister Jo Bako on Monday and named Mariam Sow to replace him.",
        {"Jo Bako as minister", "Mariam Sow as minister"},
    ),
    (
        "The foreign minister, Colonel Idris Bako, resigned on Monday and was replaced by Mariam Sow, a former envoy.",
        {"Idris Bako as foreign minister", "Mariam Sow as foreign minister"},
    ),
    (
        "Ana Ruiz succeeded Jo Adu, the company's chief executive.",
        {"Ana Ruiz as chief executive", "Jo Adu as chief executive"},
    ),
    ("Lee Wan, the former chief executive, stepped down from the board.", {"Lee Wan in office"}),
    ("Lee Wan was fired as director in May as the bureau was investigating Norland.", {"Lee Wan as director"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), TOLD)
def test_a_post_is_named_by_whose_it_is_and_never_by_who_gives_it_or_by_one_long_left(text, titles):
    assert {x["title"] for x in board(states(record_from(text))) if x["slot"] == "office"} == titles


def test_two_ministers_named_in_one_week_do_not_hold_one_office():
    told = record_from(
        "Osland's premier named Lee Wan as minister on Monday.",
        "Osland's premier named Ana Ruiz as minister on Friday.",
    )
    assert offices(states(told)) == []


def test_who_appoints_holds_another_post_than_who_is_appointed():
    found = board(states(record_from("Rex Ilo was appointed governor by President Marek Dan on Monday.")))
    assert [x["title"] for x in found] == ["Rex Ilo as governor"]


def test_the_army_and_the_military_in_power_are_one_and_no_rivals():
    record = record_from(
        ("2031-05-09", "Myanmar's military seized power on Monday and detained Petra Lund."),
        ("2031-05-09", "Myanmar's army took power on Monday and closed the airport."),
    )
    found = states(record)
    assert len([s for s in found if s.slot == "office"]) == 1
    assert offices(found) == []


def test_the_arrest_of_the_leader_is_told_beside_the_seizure_of_power():
    record = record_from(
        ("2031-05-09", "Myanmar's military seized power on Monday."),
        ("2031-05-09", "Myanmar's army took power on Monday, arresting elected leader Petra Lund."),
    )
    found = [{record.claims[name].claim.lemma for name in event.claims} for event in record.events]
    assert {"seize power", "take power"} in found
    assert {"arrest"} in found
