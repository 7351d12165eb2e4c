"""Whoever dies holds no office any more, and is neither held nor missing."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import record_from


def lines(*reports):
    return {
        (x["slot"], x["status"], (x["to"] or {}).get("edtf")) for x in board(states(record_from(*reports)), on=None)
    }


@pytest.mark.parametrize(
    ("sentence", "line"),
    (
        (
            "Marek Ilo, who became the rebels' military chief in February, was killed on Monday.",
            ("office", "ended", "2031-05-12"),
        ),
        (
            "Marek Ilo, the rebel chief who was detained on Friday, was shot dead on Sunday.",
            ("detention", "ended", "2031-05-11"),
        ),
    ),
)
def test_a_death_ends_what_the_dead_was_or_suffered(sentence, line):
    assert line in lines(("2031-05-14", sentence))


def test_a_later_report_of_the_death_ends_it():
    found = lines(
        ("2031-05-10", "Ida Roe was kidnapped on Friday."),
        ("2031-05-14", "Ida Roe was found dead on Monday, police said."),
    )
    assert ("detention", "ended", "2031-05-12") in found


def test_a_death_that_is_only_possible_ends_nothing():
    found = lines(
        ("2031-05-10", "Ida Roe went missing on Friday."),
        ("2031-05-14", "Ida Roe might have been killed, police said."),
    )
    assert ("missing", "in_force", None) in found


def test_the_death_of_another_ends_nothing():
    assert ("detention", "in_force", None) in lines(
        ("2031-05-14", "Ida Roe was detained on Friday after two men were killed.")
    )
