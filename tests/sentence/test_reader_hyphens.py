"""A hyphen inside a name joins its parts; between two names it sets them side by side."""

import pytest

from dateline.sentence import parse


def names(text: str) -> list[str]:
    return [n.text for n in parse.read(text + "\n").names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("U.N. chief Ban Ki-moon arrived on Sunday.", "Ban Ki-moon"),
        ("South Korea and its president, Moon Jae-in, welcomed the talks.", "Moon Jae-in"),
        ("Envoys met the North Korean leader, Kim Jong-un, in May.", "Kim Jong-un"),
        ("Jean-Bertrand Aristide returned to power.", "Jean-Bertrand Aristide"),
        ("The post went to Anne-Marie Slaughter, officials said.", "Anne-Marie Slaughter"),
        ("Alexandria Ocasio-Cortez won the vote.", "Alexandria Ocasio-Cortez"),
        ("Rebels captured Saif Al-Islam Gaddafi on Tuesday.", "Saif Al-Islam Gaddafi"),
        ("Abd-Rabbu Mansour Hadi fled the capital.", "Abd-Rabbu Mansour Hadi"),
        ("Planes landed in Port-au-Prince on Monday.", "Port-au-Prince"),
        ("East Timor, or Timor-Leste, sent aid.", "Timor-Leste"),
    ],
)
def test_a_name_with_a_hyphen_is_one_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The US-China talks went on.", ["US", "China"]),
        ("A Merkel-Macron plan was rejected.", ["Merkel", "Macron"]),
        ("The India-Pakistan border was shut.", ["India", "Pakistan"]),
    ],
)
def test_two_names_with_a_hyphen_between_stay_two(text: str, apart: list[str]) -> None:
    assert names(text)[:2] == apart


def test_what_is_only_called_after_somebody_is_no_part_of_the_name() -> None:
    assert names("Barack Obama-era rules were dropped.")[0] == "Barack Obama"
    assert names("Hugo Chavez-led talks failed.")[0] == "Hugo Chavez"
