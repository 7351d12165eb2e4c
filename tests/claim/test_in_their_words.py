"""Things told in somebody's own words, deeds that a vote or a decree does, and days with a year behind their report."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import FRIDAY, record_from, told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Osland launched what it called an anti-smuggling operation in Norvale on Tuesday.",
            'Osland launched "anti-smuggling operation" in Norvale',
        ),
        ("Israel carried out what it described as a limited raid on Rafah.", 'Israel carried out "limited raid"'),
        ("Three people died in what police called a targeted attack.", 'Three people died in "targeted attack"'),
        (
            "Iran fired missiles at what it said was a militant base in Pakistan on Tuesday.",
            'Iran fired missiles at "militant base"',
        ),
        (
            "Pyongyang launched what Japan said appeared to be a ballistic missile on Tuesday.",
            'Pyongyang launched "ballistic missile"',
        ),
        ("Police found what is believed to be the body of the pilot.", 'Police found "body of pilot"'),
    ],
)
def test_what_somebody_calls_a_thing_stands_in_quotation_marks(text: str, line: str) -> None:
    assert line in told(text)


def test_what_somebody_calls_an_attack_has_no_line_of_its_own() -> None:
    found = told("Russia suspended its part in the deal on Saturday after what it called a drone attack on its fleet.")
    assert [line[:32] for line in found] == ["Russia suspended its part in deal"[:32]]


def test_a_question_for_what_a_thing_is_names_no_thing() -> None:
    assert not told("Police asked what would be a fair price.")


def test_residents_who_return_to_their_land_are_named_once() -> None:
    found = told("Residents of the burned area of Lahaina will be allowed to return to their land from September 25.")
    assert [line.count("esidents") for line in found] == [1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('The republic "ceases to exist" on January 1, 2032, the decree says.', "Republic to cease to exist"),
        ("Brask stops production at Kor on January 1, 2032, it said.", "Brask to stop production at Kor"),
        (
            "Ana Roe signed a decree on Thursday dissolving all state institutions by January 1, 2032.",
            "Decree to dissolve all state institutions by January 1, 2032",
        ),
    ],
)
def test_what_a_day_with_its_year_puts_behind_the_report_is_planned(text: str, line: str) -> None:
    planned = [title for title, (factuality, _) in told(text).items() if factuality == "planned"]
    assert [title.startswith(line) for title in planned] == [True]


def test_what_a_vote_does_is_done_and_what_it_only_decides_is_not() -> None:
    done = told("The European Parliament voted on Thursday to reject the trade deal.")
    assert done == {"European Parliament voted to reject trade deal": ("happened", "2031-05-08")}
    assert told("Workers voted to strike.")["Workers to strike"][0] == "planned"


@pytest.mark.parametrize(
    ("text", "line", "factuality"),
    [
        (
            "More than 100 people on the list of 388 missing after the Maui fires have been found safe, the FBI said.",
            "More than 100 people on list of 388 after Maui fires were found safe",
            "happened",
        ),
        (
            "The union will strike if no deals are reached before contracts with Ford expire at 11:59 p.m. on Monday.",
            "Contracts with Ford to expire at 11:59 p.m. on Monday",
            "planned",
        ),
        (
            "After the ceasefire with Hamas collapsed on Tuesday, Israel resumed its strikes.",
            "Ceasefire with Hamas collapsed",
            "happened",
        ),
        (
            "The union widened its strike on Thursday to 38 sites in 20 states.",
            "Union widened its strike to 38 sites in 20 states",
            "happened",
        ),
        (
            "Israel agreed on Thursday to let aid trucks enter Gaza.",
            "Israel agreed to let aid trucks enter Gaza",
            "happened",
        ),
    ],
)
def test_who_it_is_stands_behind_the_opening_word(text: str, line: str, factuality: str) -> None:
    assert told(text)[line][0] == factuality


def test_a_fire_contained_in_part_burns_on() -> None:
    text = "The Lahaina fire was 85% contained, officials said."
    assert list(told(text)) == ["Lahaina fire was 85% contained"]
    assert [(x["title"], x["status"]) for x in board(states(record_from(text)))] == [("Fire (Lahaina)", "in_force")]


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        (
            "Hamas released the last group of hostages on Friday.",
            "Detention of last group of hostages (Hamas)",
            "ended",
        ),
        ("After talks with Iran failed, the United States imposed sanctions.", "Talks with Iran", "ended"),
    ],
)
def test_what_ends_is_titled_by_its_other_side(text: str, title: str, status: str) -> None:
    assert (title, status) in [(x["title"], x["status"]) for x in board(states(record_from(text, published=FRIDAY)))]


def test_a_name_keeps_its_number_and_who_lost_contact_is_told() -> None:
    text = (
        "Engineers have lost contact with the Vega-2 moon lander, three days after launch, Orla Space said Friday.\n"
        "The company said it had last received a signal from the craft at 04:10 GMT. It denied a report by Space Week "
        "that the lander had run out of fuel.\nTeams at ground stations in Peru and Spain are trying to restore "
        "communications."
    )
    assert any(line.startswith("Engineers lost contact with Vega-2 moon lander") for line in told(text))


def test_who_becomes_the_first_to_do_a_thing_does_it() -> None:
    assert "Kenya ratified treaty" in told("Kenya became the first African country to ratify the treaty on Tuesday.")


def test_what_somebody_only_stresses_is_no_line() -> None:
    assert not told("Officials emphasized the generally calm mood in the capital on Friday.")
    assert told("President Ana Roe on Friday reiterated Kenya's support for Ukraine.")
