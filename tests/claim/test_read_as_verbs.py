"""Verbs taken for participles, who is sworn in or named, and days that are given up in the sentence that tells them."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from stories import FRIDAY, record_from, told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Osland's Codel suspended work at its Brae mine on Thursday after a tunnel collapse killed one worker and "
            "trapped five.",
            {"Tunnel collapse killed one worker", "Tunnel collapse trapped five"},
        ),
        (
            "Equinor suspended production at its Peregrino field on Thursday after a fire injured two workers.",
            {"Equinor suspended production at its Peregrino field", "Fire injured two workers"},
        ),
        (
            "Maersk halted sailings through the Red Sea on Friday after rebels attacked one of its ships.",
            {"Maersk halted sailings through Red Sea", "Rebels attacked one of its ships"},
        ),
    ],
)
def test_what_has_an_object_is_a_verb(text: str, lines: set[str]) -> None:
    found = told(text)
    assert lines <= set(found), found
    assert not any("worker trapped" in line or "Work was" in line for line in found), found


def test_a_ship_seized_by_pirates_is_still_that_ship() -> None:
    assert {"Pirates seized ship", "Ship ran aground"} <= set(
        told("Residents fled on Monday after a ship seized by pirates ran aground.")
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Peru's congress swore in its speaker, Jose Jeri, as president hours later.",
            "Jose Jeri as president of Peru",
        ),
        ("Parliament swore in Petra Lund as president on Friday.", "Petra Lund as president"),
        ("The board named its finance chief, Carl Moss, as chief executive on Friday.", "Carl Moss as chief executive"),
    ],
)
def test_who_is_sworn_in_or_named_holds_the_office(text: str, line: str) -> None:
    assert line in {row["title"] for row in board(states(record_from(text, published=FRIDAY)))}


def test_what_a_bill_would_let_somebody_do_is_not_done() -> None:
    for text in (
        "The cabinet approved a bill that would let the army shoot down drones over airports.",
        "Parliament passed a law that lets police search phones.",
        "The deal would have the army leave Kor.",
    ):
        found = told(text)
        assert not any("shot down" in line or "searched" in line or "left" in line for line in found), found


def test_a_day_given_up_in_its_own_sentence_is_not_awaited() -> None:
    for text in (
        "The talks between Kenya and Uganda, due to be held in Nairobi on Saturday, were put off, officials said.",
        "The summit, scheduled for Saturday in Rome, was cancelled, Italy said.",
        "The election, originally scheduled for May 20, has been postponed to June 14.",
    ):
        found = told(text)
        assert not any("be held" in line or "scheduled" in line for line in found), found


def test_what_was_scheduled_for_a_day_is_planned_for_it_and_says_so_once() -> None:
    assert told("The summit was scheduled for Saturday in Rome.") == {
        "Summit was scheduled for Saturday in Rome": ("planned", "2031-05-10")
    }
    assert told("The hearing has been scheduled for May 20, the court said.") == {
        "Hearing is scheduled for May 20": ("planned", "2031-05-20")
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The border with Belarus remains closed to lorries.", "Border with Belarus is closed to lorries"),
        ("The port of Hodeidah remains blocked, the UN said.", "Port of Hodeidah is blocked"),
        ("Six officials remain detained in Bamako.", "Six officials are detained in Bamako"),
        (
            "Poland reopened two crossings on Monday, although the crossing at Kuznica stays shut.",
            "Crossing at Kuznica is shut",
        ),
    ],
)
def test_what_remains_closed_was_not_closed_just_now(text: str, line: str) -> None:
    assert told(text)[line][0] == "ongoing"


def test_who_each_did_it_did_it() -> None:
    assert "Russia and Britain expelled three diplomats" in told("Russia and Britain each expelled three diplomats.")


def test_what_the_army_said_aside_is_only_what_follows() -> None:
    record = record_from(
        "Two men were shot dead by Israeli troops near Jenin on Tuesday after, the army said, they threw stones.",
        published=FRIDAY,
    )
    told_by = [c.claim.voice for c in record.claims.values() if c.claim.lemma == "shoot"]
    assert told_by == [()]


def test_days_given_to_comply_are_no_term_of_the_fine() -> None:
    text = "The European Commission fined Google 2.95 billion euros on Friday and gave the firm 60 days to comply."
    (fine,) = (row for row in board(states(record_from(text, published=FRIDAY))) if "fine on" in row["title"])
    assert fine["to"] is None


def test_what_comes_with_an_accusation_is_accused_too() -> None:
    found = told("Norland accused Osland of firing at two boats off Kor on Tuesday, injuring four sailors.")
    assert not any("injured" in line for line in found), found


def test_who_froze_the_talks_a_day_before_is_not_who_freed_the_men() -> None:
    found = told(
        "Colombia's ELN rebels freed four policemen on Friday, a day after President Gustavo Petro suspended "
        "peace talks with the group for the second time."
    )
    assert found["Gustavo Petro suspended peace talks with group"] == ("happened", "2031-05-08")


def test_days_of_mourning_are_declared() -> None:
    text = "Spain declared three days of mourning after floods that have killed at least 158 people."
    assert "Spain declared three days of mourning" in told(text)
    assert [row["title"] for row in board(states(record_from(text, published=FRIDAY)))] == ["Days of mourning in Spain"]


def test_what_is_kept_closed_is_the_airspace_and_not_its_owner() -> None:
    assert "Pakistan's airspace to be closed to Indian aircraft until June 24" in told(
        "Pakistan will keep its airspace closed to Indian aircraft until June 24."
    )
    assert told("Poland kept its border with Belarus closed on Friday.")["Poland's border is closed"][0] == "ongoing"


def test_an_election_that_is_called_for_a_day_is_to_come() -> None:
    text = "The Dutch government collapsed on Tuesday and an election was called for October 29."
    found = record_from(text, published=FRIDAY)
    assert [s.transitions[0].deadline.edtf for s in states(found) if s.planned and s.transitions[0].deadline] == [
        "2031-10-29"
    ]


def test_who_says_so_lowers_the_toll() -> None:
    found = told(
        "At least 51 inmates died in a fire at a prison in Kor, the prison agency said, lowering a toll of 53."
    )
    assert not any("inmates lowered" in line for line in found), found
    left = told("Twelve people died when a bus fell off a bridge in Kor, police said, leaving 30 children in hospital.")
    assert not any("Police left" in line for line in left), left


def test_which_tells_of_the_name_before_it() -> None:
    text = (
        "Pfizer agreed to buy Metsera for up to $4.9 billion, beating a rival bid from Novo Nordisk, which withdrew "
        "its offer on Saturday."
    )
    assert "Novo Nordisk withdrew its offer" in told(text)


def test_two_subjects_with_an_and_between_do_it_together() -> None:
    text = "Iran and three European powers will meet in Istanbul on Saturday to discuss the programme, a diplomat said."
    assert any(line.startswith("Iran and three European powers to meet") for line in told(text))


def test_by_the_end_of_next_year_ends_nothing() -> None:
    text = "The president said he would call early elections by the end of next year, bowing to months of protests."
    assert not any("to end" in line for line in told(text)), told(text)


def test_an_outbreak_that_was_declared_over_was_not_declared() -> None:
    text = "Officials in Uganda confirmed a new Ebola case, the first since the outbreak was declared over in April."
    assert "Outbreak was declared" not in told(text)
