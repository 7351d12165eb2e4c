"""A line keeps what its clause says: where putting it together from parts would lose some of it, the report's own words
stand behind the verb."""

from __future__ import annotations

import pytest

from stories import read_of

WHOLE = [
    ("Ana Roe vowed to go after anyone who attacks the port.", "vowed to go after anyone who attacks port"),
    ("Poe scolded the envoys for not doing enough to protect the town.", "for not doing enough to protect town"),
    ("Thousands of people have fled to the neighbouring states of Narvia and Osland.", "states of Narvia and Osland"),
    ("A charity sent an airliner carrying aid and nurses to Kor on Monday.", "airliner carrying aid and nurses to Kor"),
    ("Roe was charged with fraud in Tarsk.", "was charged with fraud in Tarsk"),
    ("The court accused the firm of not acting quickly enough to stop the leak.", "of not acting quickly enough"),
    ("Troops set up checkpoints throughout the city on Friday.", "set up checkpoints throughout city"),
    ("The ministry is warning the council to get its act together.", "to get its act together"),
    ("The port of Kor will be closed on Monday if the strike goes ahead.", "if strike goes ahead"),
    ("The painter Ana Roe was born in Narvia in 1970.", "was born in Narvia"),
    ("Poe denied the notion that a reshuffle is coming.", "denied notion that reshuffle is coming"),
    ("The ministry will tow the ship to Kor instead of Tarsk.", "to tow ship to Kor instead of Tarsk"),
    ("Protesters took to the streets in Kor, Tarsk and Velden on Monday.", "took to streets in Kor, Tarsk and Velden"),
    ("Narvia banned all sales of whale meat and wheat on Monday.", "whale meat and wheat"),
    ("Osland sent three new ships to US bases along the coast of Narvia.", "three new ships to US bases"),
    ("Poe opened the bridge ahead of rallies scheduled for Thursday.", "ahead of rallies scheduled for Thursday"),
    ("The court gave the company 30 days to pay.", "gave company 30 days to pay"),
    ("The union gave Brask a week to answer.", "gave Brask a week to answer"),
    ("The summit planned for Monday was postponed to Friday.", "was postponed to Friday"),
    ("The army closed the road for three days.", "closed road for three days"),
    ("The union called off a strike that was to begin on Monday.", "strike that was to begin on Monday"),
    ("The firm dropped a suit that it had filed in April.", "suit that it had filed in April"),
    ("The firm said it would cut 1,200 jobs, or 8 percent of its staff, in May.", "1,200 jobs, or 8 percent of its"),
]  # fmt: skip
NOT_FURTHER = [
    ("Officers seized the ship in Kor, according to the ministry.", "according"),
    ("Troops entered Tarsk on Monday as thousands of people left the city.", "thousands"),
    ("The bloc urged Narvia to resume talks and offered to host them.", "Narvia to resume talks and"),
    ("Rebels took the town of Kor, which the army had left on Sunday.", "army"),
    ("The ministry said that rain delayed the work, and it will reopen the road to Kor soon.", "soon"),
]


def titles(text: str) -> list[str]:
    return [claim.title for claim in read_of(text, "2031-05-09").claims if claim.sound]


@pytest.mark.parametrize(("text", "part"), WHOLE)
def test_a_line_loses_nothing_that_its_clause_says(text: str, part: str) -> None:
    assert any(part in title for title in titles(text)), titles(text)


@pytest.mark.parametrize(("text", "word"), NOT_FURTHER)
def test_own_words_end_where_another_clause_begins(text: str, word: str) -> None:
    own = [title for title in titles(text) if word in title and not title.lower().startswith(word)]
    assert own == [] and titles(text), titles(text)


def test_without_its_if_a_clause_says_another_thing() -> None:
    told = titles("Aid workers warned that if the camps were too big they could pose problems, including robberies.")
    assert not any("pose" in title for title in told), told


def test_what_it_stands_for_must_be_known() -> None:
    assert not any("accept" in title for title in titles("The council refused to accept it."))


def test_no_line_speaks_of_our_things() -> None:
    assert not any(" our " in title for title in titles("Poe vowed to go after those who attack our ports."))


def test_one_short_syllable_doubles_its_consonant() -> None:
    assert titles("Divers dragged the wreck from the river in Kor on Monday.") == [
        "Divers dragged wreck from river in Kor"
    ]
