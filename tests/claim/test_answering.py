"""Numbers that somebody puts forward for the one told last, with its noun and unit left out."""

import pytest

from dateline.pipeline import read_one
from dateline.report.load import from_text


def read(text):
    return read_one(from_text(text, id="r", published="2031-03-04")).quantities


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted", "voice"),
    [
        ("The march drew 18,000 people, the league says. Police estimate 9,500.", 9500, "person", "people", "Police"),
        (
            "The mill put the damage at 78 million euros; insurers speak of 50 million.",
            5e7,
            "EUR",
            "damage",
            "insurers",
        ),
        ("The ministry said that 40 people had died. The hospital counted 52.", 52, "person", "people", "The hospital"),
        (
            "The Vale Party says it has raised six million crowns, its rivals say that it was 14.",
            14e6,
            "crown",
            "money",
            "its rivals",
        ),
    ],
)
def test_who_gives_another_number_leaves_out_what_is_counted(text, value, unit, counted, voice):
    first, second = read(text)
    assert (second.low, second.unit, second.counted, second.voice[-1].name) == (value, unit, counted, voice)
    assert (second.answers, second.of) == (first.id, first.of)


@pytest.mark.parametrize(
    "text",
    [
        "Forty ships came. The owner says 2031 was worse.",
        "The hall holds 400 people. Police said 12 guards were there.",
    ],
)
def test_a_number_with_a_noun_or_a_year_answers_nothing(text):
    assert all(q.answers is None for q in read(text))


def test_a_sum_without_its_currency_takes_that_of_the_sum_before():
    _, union = read("The town got 46 million dollars, of which the union gave 12 million.")
    assert (union.low, union.unit) == (12e6, "USD")


def test_nothing_is_counted_by_halves():
    assert read("The mill had gone up to eight percent; the union came down to 12.5.") == ()


@pytest.mark.parametrize(
    ("text", "amount", "unit", "counted", "scope"),
    [
        (
            "The flood raised to 6,600 the number of those driven from their homes.",
            "6,600",
            "person",
            "people",
            "displaced",
        ),
        ("Most came, with 71 percent in favour, to the count.", "71 percent", "percent", "vote", "in favour"),
        ("Some 52 percent of those who voted rejected the plan.", "Some 52 percent", "percent", "vote", "against"),
        ("The driver died, which makes him the eighth victim.", "eighth victim", "person", "victim", "killed"),
        ("Orla asked the bank for 24 million euros.", "24 million euros", "EUR", "money", "sought"),
        ("The city paid a total of 5 million euros.", "a total of 5 million euros", "EUR", "money", "given"),
        (
            "He was thanked for the 18 million euros pledged with the bank.",
            "18 million euros",
            "EUR",
            "money",
            "pledged",
        ),
    ],
)
def test_what_is_counted_may_stand_behind_or_be_left_out(text, amount, unit, counted, scope):
    found = next(q for q in read(text) if q.amount.text == amount)
    assert (found.unit, found.counted, found.scope) == (unit, counted, (scope,))


def test_of_a_sum_told_by_it_nobody_is_counted():
    assert all(q.unit != "person" for q in read("Ten people met. The bank paid the loan, all 24 million of it.")[1:])


@pytest.mark.parametrize(
    ("text", "value", "factuality"),
    [
        ("The paper also wrote that 410 clerks were on leave. The correct number is 401.", 410, "denied"),
        ("The paper also wrote that 410 clerks were on leave. The correct number is 401.", 401, "ongoing"),
        ("A report that 58 percent had voted against was based on an early count and was wrong.", 58, "denied"),
        ("The toll does not include the eight dead of Orsk.", 8, "happened"),
        ("The three men were not killed.", 3, "not_happened"),
    ],
)
def test_a_number_that_is_taken_back_does_not_stand_and_one_that_is_known_does(text, value, factuality):
    assert next(q.factuality for q in read(text) if q.low == value) == factuality


@pytest.mark.parametrize(
    ("text", "amount", "counted", "of", "scope"),
    [
        ("The North Stand, which holds 4,100, was closed on Monday.", "4,100", "seat", "North Stand", "capacity"),
        ("The basin, which can store 186 million litres, was full.", "186 million litres", "basin", None, "capacity"),
        (
            "The ship was then 31 nautical miles off Ras Orla, in open water.",
            "31 nautical miles",
            "ship",
            None,
            "distance",
        ),
        ("The town agreed to a loan to the mill of 5 million euros.", "5 million euros", "loan", None, ""),
    ],
)
def test_rooms_basins_and_loans_have_sizes(text, amount, counted, of, scope):
    found = next(q for q in read(text) if q.amount.text == amount)
    assert (found.counted, found.of, "".join(found.scope)) == (counted, of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "The police have charged 38 with rioting.",
        "The court fined us 900 crowns on Tuesday.",
        "The president will receive the families of the nine victims.",
        "The court ordered 1,100 workers back.",
    ],
)
def test_what_is_done_to_them_makes_nobody_their_owner(text):
    assert all(q.of is None for q in read(text))


def test_ranks_guests_and_papers_are_not_freed_nursed_or_hurt():
    said = read("The second officer was freed. Two agents were admitted. Some 160 ballot papers were burnt.")
    assert not {"released", "hospitalised", "injured"} & {state for q in said for state in q.scope}
