"""Whose a state is and which thing it is of, read from whole sentences."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import record_from


def lines(*sentences):
    pile = [(f"2031-05-{9 + 3 * n:02}", text) for n, text in enumerate(sentences)]
    return board(states(record_from(*pile)))


def told(*sentences):
    return [(line["slot"], line["title"], line["status"]) for line in lines(*sentences)]


def test_nobody_freezes_accounts_of_his_own():
    found = told(
        "The ministry imposed a fine of 4 million euros on Larsund Shipping on Tuesday and froze its accounts."
    )
    assert ("sanctions", "Ministry asset freeze on Larsund Shipping", "in_force") in found


def test_a_line_is_told_apart_by_its_two_ends():
    pile = (
        "Rail traffic between Talvik and Osland was interrupted on Monday.",
        "Trains between Talvik and Osland run again since Thursday over a temporary bridge.",
    )
    assert told(*pile) == [("traffic", "Rail traffic between Talvik and Osland", "in_force")]


def test_a_warning_stands_until_the_water_is_safe():
    warned = "The water board warned residents of Talvik on Wednesday not to drink tap water."
    assert [(s, status) for s, _, status in told(warned)] == [("warning", "in_force")]
    safe = "Tap water in Talvik is safe again, the board said on Sunday."
    assert [(s, status) for s, _, status in told(warned, safe)] == [("warning", "ended")]


def test_a_search_ends_with_whom_it_was_for():
    pile = (
        "The search for a missing skipper was suspended on Wednesday because of the fog.",
        "The skipper was found dead on Saturday.",
    )
    assert [(s, status) for s, _, status in told(*pile)] == [("search", "ended")]
    assert told("A man was found dead in Talvik on Saturday.") == []


def test_a_plan_from_a_day_on_has_that_day():
    text = "The union announced on Wednesday that the dockers would blockade the port again from June 20."
    planned = [line for line in lines(text) if line["status"] == "planned"]
    assert [line["deadline"]["edtf"] for line in planned] == ["2031-06-20"]


@pytest.mark.parametrize(
    ("sentence", "slot", "status"),
    (
        ("The high court overturned the ban on the Harvest Party on Thursday.", "sanctions", "ended"),
        ("The state of emergency in Osland was allowed to lapse on Friday.", "emergency", "ended"),
        ("Miners occupied the Talvik mine on Monday and took six managers hostage.", "detention", "in_force"),
        ("Prosecutors are investigating the operator of the Talvik dam, Orla Power, on suspicion of fraud.",
         "investigation", "in_force"),
    ),
)  # fmt: skip
def test_what_stands_is_told(sentence, slot, status):
    assert (slot, status) in [(s, state) for s, _, state in told(sentence)]


def test_the_body_named_between_commas_is_the_one_that_is_investigated():
    text = "Prosecutors are investigating the operator of the Talvik dam, Orla Power, on suspicion of fraud."
    assert [title for _, title, _ in told(text)] == ["Prosecutors investigation of Orla Power"]


def test_a_part_let_go_is_told_of_the_whole():
    taken = "Gunmen took 14 nurses hostage in Talvik on Monday."
    some = "The gunmen released four of the hostages on Thursday."
    rest = "The remaining ten nurses were freed on Sunday."
    assert told(taken, some) == [("detention", "Detention of 14 nurses in Talvik (hostage)", "in_force")]
    assert told(taken, some, rest) == [("detention", "Detention of 14 nurses in Talvik (hostage)", "ended")]


def test_a_deadline_that_passed_is_the_one_that_was_due():
    pile = (
        "The union gave the port until May 14 to reopen the gate.",
        "The festival in Osland went on.",
        "The deadline set by the union expired on Wednesday.",
    )
    found = [line for line in lines(*pile) if line["slot"] == "deadline"]
    assert [(line["status"], line["value"], line["outcome"]) for line in found] == [
        ("ended", "passed (expired)", "overdue")
    ]


def test_a_demand_told_with_the_order_that_met_it_is_met():
    text = (
        "A court ordered the seizure of the freighter Orla on Monday. "
        "The canal authority demanded that the Orla should be seized."
    )
    assert "planned" not in [status for _, _, status in told(text)]


def test_of_two_who_impose_sanctions_neither_is_under_them():
    found = board(states(record_from("The United States and Britain have imposed sanctions on Syria.")))
    assert [x["title"] for x in found] == ["US sanction on Syria"]


def test_an_airline_called_after_a_country_is_not_that_country():
    (line,) = board(states(record_from("Air France suspended its flights to Mali on Monday.", published="2031-05-09")))
    assert line["title"] == "Air France's flights to Mali"


def test_an_airline_that_flies_again_reopens_no_airport():
    assert states(record_from("Norair resumed most flights on Wednesday.", published="2031-05-09")) == ()


def test_the_short_form_of_a_name_is_not_told_beside_it():
    text = "The US Senate confirmed Kash Patel as director of the FBI on Thursday."
    (line,) = board(states(record_from(text, published="2031-05-09")))
    assert line["title"] == "Kash Patel as director of Federal Bureau of Investigation"
