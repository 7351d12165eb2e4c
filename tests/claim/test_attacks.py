"""Who attacks, and who is attacked; a noun that the parser takes for a verb stays a noun."""

from __future__ import annotations

import pytest

from stories import record_from


def titles(text: str) -> list[str]:
    found = record_from(text, published="2031-05-09").claims.values()
    return [c.headline for c in found if c.claim.sound]


@pytest.mark.parametrize(
    "text",
    [
        "At least 15 people were killed in gang attacks on Monday in Petion-Ville, a suburb of Haiti's capital, "
        "residents said. The United States said it had airlifted more than 30 citizens from Cap-Haitien on Sunday.",
        "The number of people killed in Tuesday's Russian attack on Kharkiv has risen to seven, officials say.",
    ],
)
def test_who_is_killed_in_an_attack_does_not_attack(text: str) -> None:
    assert not any("people attacked" in title for title in titles(text))


def test_a_number_behind_and_before_its_verb_is_who_was_injured() -> None:
    text = (
        "Eight people died, among them a 12-year-old girl, and 26 were injured in the strike of 4 May, officials said."
    )
    assert [t for t in titles(text) if "injured" in t] == ["26 were injured in strike of 4 May"]


def test_the_capture_that_is_claimed_is_no_verb() -> None:
    assert not any("captured of" in t for t in titles("Russia claimed the capture of Avdiivka on Thursday."))


def test_a_title_before_a_name_is_no_new_sentence() -> None:
    assert titles("Antony Blinken met President Xi on Monday in Kor.") == ["Antony Blinken met President Xi in Kor"]
    text = "Rebels captured Damascus on Sunday and President Assad fled the country, two officers said."
    assert sorted(titles(text)) == ["Assad fled country", "Rebels captured Damascus"]
