"""Verbs that begin or end something in one sentence and speak of something else in another."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import record_from

PAIRS = (
    (
        "recall",
        "The maker recalled 40,000 heaters on Monday after a fire.",
        "On Monday the captain recalled the night of the storm with pride.",
    ),
    (
        "recognition",
        "Kessel recognised the republic of Orsk on Monday.",
        "Ana Brandt recognised the letter on Monday.",
    ),
    (
        "evacuation",
        "Residents of Kor were ordered to leave their homes on Monday.",
        "Ivo Lind was ordered to leave the mosque on Monday.",
    ),
    (
        "office",
        "Ana Brandt took over as mayor of Kor on Monday.",
        "Ana Brandt, who served as mayor of Kor when the deal was signed, spoke on Monday.",
    ),
    (
        "office",
        "Mayor Ana Brandt cleared her office on Monday.",
        "On Monday Ana Brandt cleared the office of journalists.",
    ),
    (
        "office",
        "Ana Brandt took over as head of the inquiry on Monday.",
        "Ana Brandt took over the inquiry into the mayor of Kor on Monday.",
    ),
    (
        "charges",
        "The banker Ivo Lind was hit with fraud charges on Monday.",
        "On Monday the bank hit its customers with charges for late payments.",
    ),
    (
        "sanctions",
        "Kessel hit Orsk with tariffs on Monday.",
        "Kessel hit the banker Ivo Lind with tax evasion charges on Monday.",
    ),
    (
        "talks",
        "Kessel and Orsk opened peace talks in Kor on Monday.",
        "The editor had a telephone conversation with Kessel on Monday.",
    ),
    (
        "charges",
        "Prosecutors charged the banker Ivo Lind with fraud on Monday.",
        "Ivo Lind leads the agency charged with protecting swimmers since Monday.",
    ),
    (
        "charges",
        "A judge dismissed the charges against the banker Ivo Lind on Monday.",
        "On Monday the candidate dismissed the charges about his past.",
    ),
    (
        "site",
        "The county closed the Talvik museum on Monday.",
        "The biggest stock market of Talvik closed flat on Monday.",
    ),
    (
        "control",
        "Rebels seized the town of Kor on Monday.",
        "On Monday the rebels in Kor seized on the message of the envoy.",
    ),
    (
        "ceasefire",
        "Kessel and Orsk renewed their ceasefire on Monday.",
        "Kessel renewed a ceasefire call to Orsk on Monday.",
    ),
)


def slots(sentence):
    return {line["slot"] for line in board(states(record_from(sentence, published="2031-05-14")))}


@pytest.mark.parametrize(("slot", "tells", "another"), PAIRS)
def test_one_verb_tells_of_a_state_and_of_something_else(slot, tells, another):
    assert slot in slots(tells)
    assert slot not in slots(another)


def test_what_will_not_end_a_war_says_nothing_of_how_it_stands():
    assert "war" not in slots("Pressure alone would not end the war between Kessel and Orsk, analysts said on Monday.")
