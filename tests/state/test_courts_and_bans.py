"""Bans that judges rest, people taken off a sanctions list, offices held once, and what is denied of whom."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state.board import board, states
from dateline.state.disputes import disputes
from dateline.state.disputes_denials import matters
from dateline.state.disputes_matters import of_matter
from dateline.state.series import series
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
        ("The Constitutional Council on Friday struck Ibrahima Diop off the list of candidates for the presidential "
         "election.", "Constitutional Council ban on Ibrahima Diop (the presidential election)", "in_force"),
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


def figures_in_dispute(*pile: tuple[str, str]) -> list[list[str]]:
    """The answers of each dispute over a figure."""
    record = record_from(*pile)
    found = (line for line in disputes(record, states(record), series(record)) if line["kind"] == "figure")
    return sorted(sorted(p["answer"] for p in line["positions"]) for line in found)


def test_one_verdict_told_with_two_sentences_is_in_dispute() -> None:
    assert figures_in_dispute(
        ("2031-09-24", "A court in Accra on Wednesday found former minister Kwame Asare-Boadu guilty of stealing $46 "
         "million and sentenced him to 15 years in prison."),
        ("2031-09-25", "The High Court in Accra has jailed former minister Kwame Asare-Boadu for 12 years over the "
         "theft "
         "of $46 million."),
    ) == [["12 years", "15 years"]]  # fmt: skip


def test_a_sentence_cut_on_appeal_is_in_no_dispute() -> None:
    assert not figures_in_dispute(
        ("2031-09-24", "A court on Wednesday found Kwame Boadu guilty and sentenced him to 15 years in prison."),
        ("2031-11-25", "An appeals court on Tuesday jailed Kwame Boadu for 12 years, cutting his term."),
    )


def test_a_toll_put_at_another_number_in_the_next_sentence_is_in_dispute() -> None:
    assert figures_in_dispute(
        ("2031-05-13", "The Kenya rights board said the death toll from the protests had risen to 11. Police put it at "
         "seven."),
        ("2031-05-19", "At least 27 people have died, according to the national rights board. The police toll stands "
         "at "
         "15."),
    ) == [["11", "seven"], ["15", "At least 27 people"]]  # fmt: skip
