"""What is told and is no line of a record: a speaker's own doings, questions, words without what was said."""

from __future__ import annotations

import pytest

from stories import read_of

ASIDES = (
    "I arrived in Talvik on Saturday.",
    "My sister and I returned to Talvik on Saturday.",
    "We arrested 50 men in Talvik on Friday.",
    "Did the minister resign after his visit to Talvik on Friday?",
    "Officials warned on Friday.",
)
LINES = (
    "Police arrested 50 men in Talvik on Friday.",
    "The US withdrew its soldiers from Niger on Friday.",
    "Officials warned residents of Talvik on Friday not to drink the water.",
)


def titles(text):
    return [claim.title for claim in read_of(text, "2031-05-09").claims]


@pytest.mark.parametrize("text", ASIDES)
def test_an_aside_is_no_line(text):
    assert titles(text) == []


@pytest.mark.parametrize("text", LINES)
def test_what_somebody_did_is_one(text):
    assert len(titles(text)) >= 1


def test_what_belongs_to_a_man_is_his():
    assert (
        "his cabinet"
        in titles("President Ann Poe met Karl Roe in Talvik. Karl Roe dismissed his cabinet on Friday.")[-1]
    )


def test_a_trip_to_a_town_is_a_visit_of_it():
    (title,) = titles("Ann Roe spoke of war after her trip to Talvik on Friday.")[-1:]
    assert "visited to" not in title
