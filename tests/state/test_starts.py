"""From which day a state stands that is told to start later, and how its title counts what it holds."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state.board import board, states
from stories import record_from

DAY = "2031-05-09"  # a Friday


def lines(text: str, on: date | None = None) -> list[tuple[str, str, str | None]]:
    found = board(states(record_from(text, published=DAY)), on)
    return [(x["title"], x["status"], x["from"] and x["from"]["edtf"]) for x in found]


def test_a_curfew_starting_tomorrow_does_not_stand_today() -> None:
    text = "The governor declared a curfew starting on Saturday."
    assert lines(text, date(2031, 5, 9)) == [("Curfew", "not_begun", "2031-05-10")]
    assert lines(text, date(2031, 5, 11)) == [("Curfew", "in_force", "2031-05-10")]


def test_what_has_ended_began_before_it_ended() -> None:
    found = lines("The ship, which had been stuck for six days, was freed early on Monday.")
    assert [(status, first) for _, status, first in found] == [("ended", "../2031-05-05")]


def test_a_bound_stays_with_its_number() -> None:
    assert lines("Officials said at least 12 miners remain trapped.")[0][0] == "At least 12 miners trapped"
    assert lines("Three tunnels remain closed.")[0][0] == "Closure of three tunnels"


def test_who_calls_for_a_strike_has_not_begun_one() -> None:
    assert lines("The opposition called for a general strike.") == []


def test_who_is_told_to_keep_away_is_not_told_to_stay_in() -> None:
    titles = [title for title, status, _ in lines("Airlines have been told to avoid the area.") if status == "in_force"]
    assert titles == ["Order to keep away for airlines"]


def test_the_closed_airport_of_a_town_is_not_the_town() -> None:
    assert [title for title, _, _ in lines("The airport in Cairo was closed.")] == ["Closure of airport in Cairo"]
    assert [title for title, _, _ in lines("The airport in Kor was closed on Tuesday.")] == [
        "Closure of airport in Kor"
    ]


STRETCHES = [
    ("The government closed schools from May 12 to May 16.", "not_begun", "2031-05-12", "2031-05-16"),
    ("The airport was closed from Monday to Wednesday.", "ended", "2031-05-05", "2031-05-07"),
    ("The city imposed a curfew from May 1 to May 20.", "in_force", "2031-05-01", "2031-05-20"),
    ("The two sides agreed a truce from Saturday to Monday.", "not_begun", "2031-05-10", "2031-05-12"),
    ("The government banned street protests from Monday to Friday.", "not_begun", "2031-05-12", "2031-05-16"),
]


@pytest.mark.parametrize(("text", "status", "first", "last"), STRETCHES)
def test_what_lasts_from_one_day_to_another_has_both_days(text: str, status: str, first: str, last: str) -> None:
    [line] = board(states(record_from(text, published=DAY)), date.fromisoformat(DAY))
    assert (line["status"], line["from"]["edtf"], line["to"]["edtf"]) == (status, first, last)


def test_who_is_appointed_from_august_does_not_hold_the_office_in_may() -> None:
    assert lines("Maria Lopez was appointed finance minister from August.", date.fromisoformat(DAY)) == [
        ("Maria Lopez as finance minister", "not_begun", "2031-08")
    ]
    assert lines("Maria Lopez was elected speaker from January.", date.fromisoformat(DAY))[0][1:] == (
        "in_force",
        "2031-01",
    )


def test_what_is_extended_by_so_many_days_from_a_day_stands_until_they_are_over() -> None:
    record = record_from("Parliament extended martial law by 60 days from May 11.", published=DAY)
    [line] = board(states(record), date.fromisoformat(DAY))
    assert (line["status"], line["to"]["edtf"]) == ("in_force", "2031-07-10")
    assert [c.when.edtf for c in record.claims.values()] == ["../2031-05-09"]  # it is not extended on 11 May


def test_mourning_ends_with_its_days() -> None:
    record = record_from("Kenya declared a week of mourning on Thursday.", published=DAY)
    told = [board(states(record), date(2031, 5, day))[0]["status"] for day in (9, 20)]
    assert told == ["in_force", "ended"]
