"""Lengths of time: the term of what begins, the days that are left, and what only says how long something has been."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import record_from

TERMS = (
    ("The army and the rebels declared a 72-hour truce in Amat on Monday.", "ceasefire", "2032-02-05"),
    ("The government imposed a 10-day state of emergency in Sund on Monday.", "emergency", "2032-02-12"),
    ("The road to Amat was closed for two weeks on Monday.", "road", "2032-02-16"),
    ("The ministry announced a 30 day suspension of gas exports from Norland.", "output", "2032-03-04"),
)
DESCRIBING = (
    "The port of Sund was shut on Monday, ending the 12-year career of its director.",
    "Rebels who fight Halder's 41-year rule cut off the road to Amat on Monday.",
    "The council, an ally for 20 years, closed the road to Amat on Monday.",
    "The army imposed a curfew on Monday in the 300-year-old town of Amat.",
    "Police arrested Ivo Lind, a 12-year veteran of the council, on Monday.",
)


def lines(text):
    return [
        (x["slot"], (x["deadline"] if x["status"] == "planned" else x["to"]) or {})
        for x in board(states(record_from(text, published="2032-02-03")))
    ]


@pytest.mark.parametrize(("sentence", "slot", "last"), TERMS)
def test_a_length_of_what_begins_is_its_term(sentence, slot, last):
    assert (slot, last) in [(kind, day.get("edtf")) for kind, day in lines(sentence)]


@pytest.mark.parametrize("sentence", DESCRIBING)
def test_a_length_of_something_else_is_no_term(sentence):
    found = lines(sentence)
    assert found
    assert all("edtf" not in day for _, day in found)


def test_a_length_that_only_describes_is_no_deadline():
    told = (
        "Traders anticipated a resumption of oil exports from Norland as an end to a six-month civil war seemed close."
    )
    assert [day for _, day in lines(told)] == [{}]


def test_days_that_are_given_are_a_deadline():
    told = "The junta gave the rebels a 48-hour ultimatum on Monday."
    assert ("deadline", "2032-02-04") in [(slot, day.get("edtf")) for slot, day in lines(told)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Police briefly closed the Karu bridge on Thursday.", "ended"),
        ("Rebels briefly seized the town of Uvira on Thursday.", "ended"),
        ("Police held the mayor of Kor for two hours on Thursday.", "ended"),
        ("The army closed the Norland border on Thursday after clashes that lasted for two hours.", "in_force"),
        ("Police closed the Karu bridge on Thursday.", "in_force"),
    ],
)
def test_what_lasted_for_some_hours_is_over(text: str, status: str) -> None:
    (line,) = board(states(record_from(text, published="2031-05-09")))
    assert line["status"] == status


def test_a_pause_of_some_hours_is_no_state() -> None:
    assert states(record_from("Trading in the shares was briefly suspended on Thursday.", published="2031-05-09")) == ()
