"""A line says which one it is: the name or place that the sentence gives is in its title."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from dateline.state.titles import title_of
from stories import record_from


def titles(sentence):
    return [line["title"] for line in board(states(record_from(("2031-05-14", sentence))))]


@pytest.mark.parametrize(
    ("sentence", "title"),
    (
        (
            "Crews called off their search for two anglers missing from the cutter Brenhild on Monday.",
            "Search for two anglers missing from the cutter Brenhild",
        ),
        ("The army suspended its night flights over the Karsin plateau.", "Night flights over the Karsin plateau"),
        ("Markets reopened along the Tessin river after a truce took hold on Monday.", "Truce (Tessin river)"),
        ("Gunmen took nine teachers hostage in Talvik on Monday.", "Detention of nine teachers in Talvik (hostage)"),
    ),
)  # fmt: skip
def test_the_name_that_the_sentence_gives_is_in_the_title(sentence, title):
    assert title in titles(sentence)


def test_the_place_where_it_was_said_is_not_where_it_is():
    assert titles("A truce took hold on Monday, officials in Sennet said.") == ["Truce"]


def test_what_a_side_clause_tells_of_is_not_where_it_is():
    found = titles("The governor imposed a curfew on Monday after looters had come from the hills near Verrin.")
    assert not any("Verrin" in title for title in found)


@pytest.mark.parametrize(
    ("sentence", "title"),
    (
        ("Rebels captured the town of Orsal on Monday.", "Control of Orsal (by rebels)"),
        ("Government forces captured the town of Orsal on Monday.", "Control of Orsal (by government forces)"),
        ("Troops seized the town of Orsal on Monday.", "Control of Orsal"),
    ),
)
def test_who_holds_a_place_is_told_where_the_words_tell_a_side(sentence, title):
    assert title in titles(sentence)


def test_a_thing_whose_place_is_told_gets_no_other_place():
    found = titles("Rebels seized an oil refinery in the city of Velden and took control of Orsal further west.")
    assert "Control of oil refinery in Velden (by rebels)" in found


def test_loose_ends_are_no_part_of_a_title():
    assert titles("Washington has imposed new sanctions over his crackdown, in which hundreds died.") == [
        "US sanction over his crackdown"
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    (
        (
            "Syrian opposition figures are holding talks in Istanbul.",
            "Talks with Syrian opposition figures in Istanbul",
        ),
        ("Libyan rebels signed a deal with Qatar on Monday.", "Deal between Libyan rebels and Qatar"),
        ("Even as fierce fighting persists in Tripoli, diplomats are meeting.", "Fierce fighting in Tripoli"),
        ("Mexico shut schools and museums on Monday.", "Closure of schools and museums (Mexico)"),
        ("Most of Velden is now in rebel hands, a commander said.", "Control of most of Velden (by rebels)"),
    ),
)
def test_titles_say_who_and_what_as_the_sentence_does(sentence, title):
    assert title in titles(sentence)


def test_who_is_called_after_a_country_does_not_act_for_it():
    assert not any("Israel and" in title for title in titles("Israeli protesters and the police agreed a truce."))


def test_a_title_does_not_end_in_the_first_of_two_adjectives():
    found = titles("The ministry opened talks with Osland on the safe and swift return of refugees.")
    assert found and not any("safe" in title for title in found)


def test_what_it_is_over_ends_at_the_comma():
    text = "Nurses at two hospitals voted on Monday to strike over pay, their union said."
    assert [title_of(x) for x in states(record_from(text, published="2031-05-09"))] == ["Nurses strike over pay"]


def test_households_without_power_have_a_power_outage():
    assert titles("A storm left 12,000 homes without electricity in Kent on Monday.") == [
        "Power outage in 12,000 homes"
    ]
