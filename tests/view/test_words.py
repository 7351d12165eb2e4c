"""Days and figures in words, no more exactly than they are known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.terms import When
from dateline.view.words import according_to, amount_words, clock_words, number_words, when_words


def test_a_part_of_a_month_is_said_as_a_part_of_a_month():
    assert when_words(When.between(date(2024, 9, 11), date(2024, 9, 20))) == "mid-September 2024"
    assert when_words(When.between(date(2024, 9, 1), date(2024, 9, 10))) == "early September 2024"


def test_a_clock_time_keeps_its_zone():
    assert clock_words("2021-03-23T07:40+02:00") == "07:40 (UTC+02:00)"
    assert clock_words("2021-03-23T07:40") == "07:40"


def test_doubt_about_a_figure_is_shown():
    assert amount_words({"low": 100.0, "high": 150.0}) == "100–150"
    assert amount_words({"low": 369.0, "high": 369.0, "bound": "at_least"}) == "≥ 369"
    assert number_words(0) == "0"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 1000))
def test_any_stretch_can_be_said(first: date, days: int):
    words = when_words(When.between(first, first + timedelta(days=days)))
    assert words and "None" not in words


def told(title: str, *voices: list[dict[str, str]], factuality: str = "happened") -> dict[str, Any]:
    return {
        "title": title,
        "factuality": factuality,
        "evidence": [
            {"voice": [{"cue": "said", **v} for v in chain], "trigger": {"text": "captured"}} for chain in voices
        ],
    }


def test_a_line_that_one_side_alone_tells_says_whose_word_it_is():
    rebels = [{"name": "A rebel spokesman", "kind": "anonymous"}]
    assert according_to(told("Village was captured", rebels)) == " (according to a rebel spokesman)"
    assert according_to(told("Village was captured", rebels, [])) == ""  # a report says so in its own voice


def test_who_plans_or_denies_is_not_named_twice():
    line = told("Ministry to open bridge", [{"name": "ministry", "kind": "organisation"}], factuality="planned")
    assert according_to(line) == ""


def test_the_saying_itself_is_no_second_voice():
    line = told("Members voted to strike", [{"name": "Ivo Mann", "kind": "person"}], [])
    line["evidence"][1]["trigger"]["text"] = "said"
    assert according_to(line) == " (according to Ivo Mann)"


def test_one_who_is_called_in_two_ways_is_named_once():
    ways = ["Orsk Marine", "its manager Orsk Marine"]
    line = told("Crew were safe", *([{"name": n, "kind": "organisation"}] for n in ways))
    assert according_to(line) == " (according to Orsk Marine)"


def test_of_many_speakers_two_are_named():
    names = ["Ann Roe", "the army", "the mayor"]
    line = told("Town was shelled", *([{"name": n, "kind": "person"}] for n in names))
    assert according_to(line) == " (according to Ann Roe; the army; and 1 more)"
