"""Whom a line names where the sentence has a pronoun: the one it stands for, or nobody."""

from __future__ import annotations

import pytest

from stories import read_of

NAMED = [
    (
        "Ines Marsh, a nurse, left Tolm on Monday. Kemala Obi said that guards in Tolm had beaten her on Tuesday.",
        "Guards beat",
        "Kemala Obi",
    ),
    ("Some farmers took their pigs to a market in Kor on Monday.", "Some farmers took", "their pigs"),
    ("Police in Kor blocked foreign journalists from leaving their hotel on Friday.", "blocked", "their hotel"),
    ("At least one man was pulled off his horse and beaten.", "At least one man", "off his horse"),
    ('"We expelled two envoys on Monday," said Ann Roe, a harbour board spokeswoman.', "expelled", "board"),
    ("The four-star Roe hotel in Tolm was seized by troops on Monday.", "Troops seized", "hotel"),
    ("John Roe met Ann Poe on Monday. Mrs. Roe left Kor on Tuesday.", "Roe left Kor", "Roe"),
]
UNNAMED = [
    ('"We attacked the depot on Monday," explained Gordon Roe, a baker in Kor.', "Roe attacked"),
    ('"Nobody has asked us to mediate," Gordon Roe said on Monday.', "Roe to mediate"),
    ('"He shook hands with everybody in Kor on Monday," Gordon Roe said.', "Roe shook"),
    ('Gordon Roe came to Kor on Friday. "He knows that he will stand trial in May," he told the Gazette.', "Roe to"),
    ("Angry survivors told Ann Roe of the Gazette that they were on the coast when a plane bombed them.", "bombed Ann"),
    ("Activists want to boycott the Harbour Board and may deny him a hearing in May.", "deny Harbour"),
    ("John Roe met Ann Poe on Monday. Mrs. Roe left Kor on Tuesday.", "John Roe left"),
]


def told(text: str) -> list[str]:
    return [c.title for c in read_of(text, "2024-03-21").claims if c.sound]


@pytest.mark.parametrize(("text", "start", "who"), NAMED)
def test_a_pronoun_is_the_one_it_stands_for(text: str, start: str, who: str):
    assert any(start in title and who in title for title in told(text)), told(text)


@pytest.mark.parametrize(("text", "never"), UNNAMED)
def test_a_pronoun_that_may_be_another_names_nobody(text: str, never: str):
    assert not [title for title in told(text) if never in title]
