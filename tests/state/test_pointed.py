"""Words that only point at what was laid down: "the decree", "the move", "the measure"."""

from __future__ import annotations

import pytest

from state.test_politics import lines

LAID = ("2031-04-03", "Premier Ida Roe imposed a curfew in Arlen on Tuesday.")
SHUT = ("2031-04-03", "The harbour authority closed the port of Sennet on Tuesday.")
WORDS = [
    "revoked the decree",
    "lifted the measure",
    "reversed the decision",
    "rescinded the order",
    "scrapped the move",
]


@pytest.mark.parametrize("words", WORDS)
def test_the_only_thing_laid_down_is_meant(words):
    found = lines(LAID, ("2031-04-08", f"Premier Ida Roe {words} on Monday."))
    assert ("curfew", "ended", "2031-04-01", "2031-04-07") in found


@pytest.mark.parametrize("words", WORDS)
def test_of_several_things_the_one_told_just_before_is_meant(words):
    told = "Premier Ida Roe imposed a curfew in Arlen on Saturday. Shops lost trade."
    found = lines(SHUT, ("2031-04-08", f"{told} She {words} on Monday."))
    assert ("curfew", "ended") in [line[:2] for line in found]
    assert ("port", "ended") not in [line[:2] for line in found]


@pytest.mark.parametrize("words", WORDS)
def test_a_word_that_may_mean_two_things_ends_neither(words):
    found = lines(LAID, SHUT, ("2031-04-08", f"Premier Ida Roe {words} on Monday."))
    assert "ended" not in [line[1] for line in found]


def test_what_is_agreed_is_not_taken_back_by_decree():
    truce = ("2031-04-03", "Osland and Verrin signed a truce on Tuesday.")
    found = lines(truce, ("2031-04-08", "Premier Ida Roe revoked the decree on Monday."))
    assert ("ceasefire", "ended") not in [line[:2] for line in found]
