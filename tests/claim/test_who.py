"""Whom a line names where the sentence has a pronoun: the one it stands for, or nobody."""

from __future__ import annotations

import pytest

from stories import read_of

NAMED = [
    (
        "Ines Marsh, a nurse, left Tolm on Monday. Kemala Obi said that guards in Tolm had beaten her on Tuesday.",
        "Guards in Tolm beat",
        "Kemala Obi",
    ),
    ("Some farmers took their pigs to a market in Kor on Monday.", "Some farmers took", "their pigs"),
    ("Police in Kor blocked foreign journalists from leaving their hotel on Friday.", "blocked", "their hotel"),
    ("At least one man was pulled off his horse and beaten.", "At least one man", "off his horse"),
    ('"We expelled two envoys on Monday," said Ann Roe, a harbour board spokeswoman.', "expelled", "board"),
    ("The four-star Roe hotel in Tolm was seized by troops on Monday.", "Troops seized", "hotel"),
    ("The brother of Acme manager Karl Poe was killed on Monday.", "was killed", "Brother of Acme"),
    ("The lawyer of Norland striker Karl Poe was killed on Monday.", "was killed", "Lawyer of"),
    ("Chief of Naval Staff Admiral Karl Poe was killed on Monday.", "was killed", "Karl Poe"),
    (
        "Poe's death came a day after Alan Roe died when he slipped and fell around 200ft from a ridge in the park.",
        "fell",
        "Alan Roe",
    ),
    ("John Roe met Ann Poe on Monday. Mrs. Roe left Kor on Tuesday.", "Roe left Kor", "Roe"),
    (
        "Rebels asked for weapons from Osland, for instance, which has closed its border with Narvia.",
        "closed",
        "Osland",
    ),
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


OF_NOBODY = [
    (
        "Ann Roe of the Watch said the main effect of the report, compiled in May, was to please all.",
        "Roe was compiled",
    ),
    ("Police clashed with some demonstrators on Friday, leaving some dead and others wounded.", "Police were wounded"),
    ("Ann Roe and her aide saw the opera by Ines Marsh, held in a barn in Kor.", "Roe and her aide were held"),
    ("The smuggler Gordon Poe has eluded efforts to arrest General Roe.", "Poe to arrest"),
]


@pytest.mark.parametrize(("text", "never"), OF_NOBODY)
def test_a_deed_is_not_given_to_who_stands_near(text: str, never: str):
    assert not [title for title in told(text) if never in title]


def test_what_will_be_done_beside_help_is_done_by_who_helps():
    text = "Osland will help 900 families stranded in Kor leave the town and will send food to those who stay."
    assert "Osland to send food" in [c.title for c in read_of(text, "2024-03-21").claims]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "President Roe appointed lawyer Karl Poe as governor on Monday. He took over from Ann Marsh.",
            "Karl Poe took over",
        ),
        (
            "A judge granted Karl Poe bail on Monday. He walked out of Luzira prison in the evening.",
            "Karl Poe walked out",
        ),
        ("The premier fired minister Ann Marsh on Monday and named Karl Poe to replace her.", "to replace Ann Marsh"),
        ("He met Karl Poe, whose house in Kor was destroyed in a fire on Monday.", "Karl Poe's house"),
    ],
)
def test_whom_a_pronoun_means_is_seen_by_what_was_done_to_him(text: str, title: str) -> None:
    assert any(title in c.title for c in read_of(text).claims if c.sound)


def test_who_quits_after_a_shooting_was_not_where_it_was() -> None:
    told = read_of("Minister Karl Poe stepped down on Monday after two men were shot dead in Kor.").claims
    assert [c.title for c in told if "Poe" in c.title] == ["Karl Poe stepped down"]
