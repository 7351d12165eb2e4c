"""In a pile that may tell many stories one incident's toll is not another's."""

from __future__ import annotations

import pytest

from dateline.state.model import ONE_STORY
from dateline.state.series import series
from stories import record_from

OTHERS = ["The weather stays fine." for _ in range(ONE_STORY)]  # a large pile


def told(*texts):
    pile = [(f"2031-05-{n % 28 + 1:02}", text) for n, text in enumerate([*texts, *OTHERS])]
    return {one.title: [p.value[0] for p in one.points] for one in series(record_from(*pile))}


def test_the_dead_of_three_towns_are_three_series():
    found = told(
        "Shells hit Tarnby on Monday. Medics said 35 people were wounded.",
        "In Ostrel, the army said, 33 people were wounded on Tuesday.",
        "A shell fell on the port of Merrano. Nurses said 200 people were wounded.",
    )
    assert found == {
        "people wounded in Tarnby": [35],
        "people wounded in Ostrel": [33],
        "people wounded in Merrano": [200],
    }


def test_a_loose_small_toll_of_one_sentence_is_no_line():
    found = told("One person was killed, they said.", "Clashes in Tarnby killed 40 people.", "Two people were killed.")
    assert found == {"people killed in Tarnby": [40]}


def test_a_toll_of_the_land_is_none_of_the_town_told_before():
    found = told(
        "Police fired on a crowd in Agadez. In all 84 people have been killed in Nigerien protests since March."
    )
    assert found == {"people killed in Niger": [84]}


@pytest.mark.parametrize(
    ("text", "title", "value"),
    [
        ("Thousands of refugees have returned to their homes in Agadez.", "refugees returned", 2000),
        ("The firm made a profit of $1.5 m.", "profit", 1_500_000),
        ("He was jailed for 17 and a half years.", "prison", 17.5),
        ("The storm left thousands homeless.", "homeless displaced", 2000),
        ("Soldiers stationed in Agadez number 300.", "", None),
    ],
)
def test_words_that_were_misread(text, title, value):
    pile = {one.title: one.points[0].value[0] for one in series(record_from(("2031-05-01", text)))}
    found = [v for t, v in pile.items() if title in t]
    assert value is None or found == [value], pile


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Four hurricanes struck the coast.", "on strike"),
        ("The court heard the case of three soldiers from Agadez.", "infected"),
        ("Eight people were infected with the flu but recovered.", "bodies"),
        ("The rebels said they had completed moves to cut off the roads.", "troops"),
        ("The charity released # 50,000 for the town.", "released"),
        ("Their missiles have a range of about 300 km.", "length"),
    ],
)
def test_words_that_say_something_else(text, word):
    titles = [one.title for one in series(record_from(("2031-05-01", text)))]
    assert not any(word in title for title in titles), titles
