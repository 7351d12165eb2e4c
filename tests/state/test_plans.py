"""What is planned, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state import plans
from dateline.state.board import board, states
from dateline.terms import When
from stories import record_from


def told(text):
    """The plans of a text that came out on Tuesday, 3 February 2032: titles with their last day."""
    found = board(states(record_from(text, published="2032-02-03")))
    return {x["title"]: (x["deadline"] or {}).get("edtf") for x in found if x["status"] == "planned"}


def test_a_deadline_whose_bounds_exclude_each_other_is_shown_as_it_is():
    day = When(date(2024, 1, 15), date(2024, 1, 1), "2024-01-15/2024-01-01", None, "constraint")
    assert plans._narrowest(day, ()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The decision to close the border with Norland was taken on Monday.", None),
        ("The decision to close the border with Norland on Friday was taken on Monday.", "2032-02-06"),
        ("The plan to close the border with Norland on June 1 was approved on Monday.", "2032-06-01"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_the_deed(text, day):
    assert list(told(text).values()) == [day]


NO_PLANS = (
    "If he is found guilty by a jury in Kor, the editor Ivo Lind could be jailed.",
    "President Halder of Osland will only recognise a government of Norland led by his friend Karl Roe.",
    "Norland's rebels say they have completed moves to cut off roads to Amat.",
    "The party has been given a real shot at ousting President Halder.",
    "The council's manpower to oust President Halder came from the villages.",
    "The envoy Ivo Lind was scheduled to meet ministers from Norland on Monday.",
    "The council asked the general Karl Roe to respond to the claims on Sunday.",
    "Karl Roe denied a deal with the Norland leader, insisting that he must quit.",
    "In a telephone call to state television early on Monday morning, Halder called on his men to fight.",
    "The premier called for the elections in Osland to be free of pressure.",
    "Officials in Osland announced the results of the January 30 elections.",
    "Since launching his White House bid, Ivo Lind has toured Osland.",
    "The weak dollar helped lift crude prices in Norland.",
    "Most provinces of Osland that will hold district contests on March 1 are poor.",
    "It was never meant to be, said the analyst Ana Lind of Karl Roe, who decided to suspend his campaign.",
    "They gave Osland the support and the manpower to oust President Halder.",
    "The editor Ivo Lind of Kor asked why he was arrested.",
    "The oil firm Arvo would have to shut down all production in Norland for months before it felt it.",
    "The worst-case scenario would be that the government of Norland gets overthrown, experts say.",
    "Ivo Lind must prepare to face harder crowds in Norland on Friday.",
)
PLANS = (
    "The envoy Ivo Lind was due to meet ministers from Norland on Thursday.",
    "President Halder of Osland will recognise the government of Norland.",
    "Norland's rebels made plans to cut off roads to Amat.",
    "The general Karl Roe was asked to respond to the claims by Sunday.",
    "The premier called for elections in Osland to be held in spring.",
    "Norland will close its border with Osland if the talks fail.",
)


@pytest.mark.parametrize("text", NO_PLANS)
def test_what_only_sounds_like_a_plan_is_none(text):
    assert told(text) == {}


@pytest.mark.parametrize("text", PLANS)
def test_what_is_meant_or_asked_for_is_a_plan(text):
    assert len(told(text)) == 1


def test_the_day_of_a_plan_is_said_once():
    text = "Most southern provinces of Osland are to hold district contests March 1, the Osland election board said."
    assert all(title.count("March 1") < 2 for title in told(text))


def test_nobody_is_no_party_of_a_state():
    found = board(states(record_from("No Osland executive has been charged.", published="2032-02-03")))
    assert [x for x in found if (x["subject"] or "").startswith("No ")] == []


def test_whose_production_it_is_does_not_resume_it():
    (title,) = told("Limited Chinese gas production ought to resume soon, companies say.")
    assert not title.startswith("Chinese to")


def test_who_is_not_likely_to_take_office_is_on_no_board():
    text = "Ivo Lind is not likely to become president of Osland, an analyst said."
    assert board(states(record_from(text, published="2032-02-03"))) == ()
