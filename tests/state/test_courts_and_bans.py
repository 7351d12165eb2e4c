"""Bans that judges rest, people taken off a sanctions list, offices held once, and what is denied of whom."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state.board import board, states
from dateline.state.disputes_denials import matters
from dateline.state.disputes_matters import of_matter
from stories import record_from


def on_board(text: str) -> dict[str, str]:
    """Per title of the board its status."""
    record = record_from(text, published="2031-05-09")
    return {line["title"]: line["status"] for line in board(states(record), date(2031, 5, 9))}


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("High Court Judge Lydia Mwangi on Friday suspended the ban on demonstrations.", "Ban on demonstrations",
         "suspended"),
        ("Former minister Kofi Brew pleaded not guilty on Friday. Judge Emil Tarso denied him bail.",
         "Detention of Kofi Brew", "in_force"),
        ("Ana Roe has long served as acting mayor.", "Ana Roe as acting mayor", "in_force"),
    ],
)  # fmt: skip
def test_who_holds_it_is_told(text: str, title: str, status: str) -> None:
    assert on_board(text).get(title) == status, on_board(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roe served as finance minister from 2022 to 2028.",
        "A court extended the suspension of the ban on rallies until June 20.",
    ],
)
def test_nothing_stands_by_it(text: str) -> None:
    assert on_board(text) == {}


def test_who_is_taken_off_a_sanctions_list_keeps_the_office() -> None:
    found = on_board("The European Union on Monday removed the head of Georgia's water board from its sanctions list.")
    assert not any("office" in title or " as " in title for title in found), found


def test_she_who_was_not_held_is_not_all_that_were() -> None:
    record = record_from(
        ("2031-05-12", "Three people were shot dead in Nairobi. Inspector General Peter Kimani said 64 people had "
         "been arrested."),
        ("2031-05-14", "Opposition leader Martha Kilonzo was placed under house arrest, her party said. Police denied "
         "that she had been detained."),
    )  # fmt: skip
    lines = [line for m in matters(record) for line in of_matter(m, range(len(m.words)))]
    assert [line["question"] for line in lines] == ["Did it happen: Martha Kilonzo was placed under house arrest?"]


def test_a_curfew_in_three_towns_ends_in_those_where_it_is_lifted() -> None:
    record = record_from(
        ("2031-05-13", "Kenya's government imposed a dusk-to-dawn curfew in Nairobi, Kisumu and Mombasa on Tuesday."),
        ("2031-05-18", "President William Barasa on Sunday lifted the curfew in Kisumu and Mombasa."),
    )
    found = {line["title"]: line["status"] for line in board(states(record), date(2031, 5, 19))}
    assert found == {
        "Dusk-to-dawn curfew in Kisumu": "ended",
        "Dusk-to-dawn curfew in Mombasa": "ended",
        "Dusk-to-dawn curfew in Nairobi": "in_force",
    }
