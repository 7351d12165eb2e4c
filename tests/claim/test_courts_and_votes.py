"""Verdicts, bail, hearings put off and votes counted: who is found what, who won what, and when."""

from __future__ import annotations

import pytest

from stories import record_from


def lines_of(text: str) -> dict[str, tuple[str, str | None]]:
    """Per title that is shown its standing and its day."""
    claims = (c for c in record_from(text, published="2031-05-09").claims.values() if c.claim.sound)
    return {c.headline: (c.claim.factuality, c.when.edtf) for c in claims}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A court on Wednesday found former energy minister Kwame Asare-Boadu guilty of stealing $46 million from the "
         "port.",
         "Court found former energy minister Kwame Asare-Boadu guilty of stealing $46 million from port"),
        ("Opposition candidate Tina Orlov was declared the winner of Malawi's presidential runoff on Saturday with "
         "52.7% "
         "of the vote.", "Tina Orlov was declared the winner of Malawi's presidential runoff"),
        ("The electoral commission declared Tina Orlov the winner of the presidential election on Friday.",
         "Electoral commission declared Tina Orlov the winner of the presidential election"),
        ("Malawi's electoral commission said on Wednesday it had moved the presidential election from May 20 to June "
         "10 "
         "because of delays in delivering ballot papers.",
         "Malawi's electoral commission moved presidential election from May 20 to June 10 because of delays in "
         "delivering ballot papers"),
        ("One of the girls abducted in Birnin Kor died in captivity on Wednesday, a mediator said.",
         "One of girls died in captivity"),
        ("The extradition hearing of the former energy minister Kwame Asare-Boadu has been postponed to April 7 at the "
         "request of his lawyers, the Attorney General's office said in Kor.",
         "Extradition hearing of former energy minister Kwame Asare-Boadu was postponed at request of Kwame "
         "Asare-Boadu's "
         "lawyers"),
        ("Former minister Kofi Brew pleaded not guilty on Friday. Judge Emil Tarso denied him bail.",
         "Emil Tarso denied Kofi Brew bail"),
        ("President Will Barr on Sunday dismissed Interior Minister Joe Weks. Defence Minister Ama Juma will act in "
         "his "
         "place.", "Ama Juma to act in Joe Weks's place"),
        ("Interior Minister Joe Weks resigned on Sunday. Defence Minister Ama Juma will act in his place.",
         "Ama Juma to act in Joe Weks's place"),
    ],
)  # fmt: skip
def test_a_line_of_a_court_or_a_vote_is_told_whole(text: str, title: str) -> None:
    assert title in lines_of(text)


def test_who_is_named_as_the_source_accords_to_nobody() -> None:
    found = lines_of("At least 27 people have died, according to the national rights board. The police toll is 15.")
    assert "At least 27 people died" in found
    assert not any("accord" in title for title in found), found


def test_a_clock_time_of_what_is_done_is_not_of_a_day_to_come() -> None:
    found = lines_of(
        "A judge on Friday suspended the ban on rallies until May 30. Mobile internet was restored at noon."
    )
    assert found["Mobile internet was restored"] == ("happened", "2031-05-09")


def test_a_deadline_is_not_set_on_its_last_day() -> None:
    found = lines_of("The kidnappers set a deadline of 15 June for the payment, one father said.")
    assert found["Kidnappers set deadline of 15 June for payment"] == ("happened", "../2031-05-09")


def test_those_freed_were_seized_a_week_ago() -> None:
    found = lines_of("Troops freed 31 of the schoolgirls kidnapped in Kor a week ago, the army said on Monday.")
    assert found["Troops freed 31 of schoolgirls kidnapped in Kor a week ago"] == ("happened", "../2031-05-09")


def test_a_town_taken_weeks_ago_was_taken_then() -> None:
    found = lines_of("The army captured the town of Kor three weeks ago.")
    assert found["Army captured town of Kor"] == ("happened", "2031-04-14/2031-04-20")


def test_who_is_replaced_does_nothing_more() -> None:
    found = lines_of(
        "President William Barr on Sunday dismissed Interior Minister Joe Weks. Defence Minister Amina Juma will act "
        "in his "
        "place. He lifted the curfew in Kisumu."
    )
    assert "William Barr lifted curfew in Kisumu" in found, found


def test_of_those_arrested_only_some_are_released() -> None:
    text = (
        "NAIROBI, May 26 (Reuters) - Kenya ended a two-week night curfew in the capital on Monday. The Independent "
        "Policing Oversight Authority said it had opened an inquiry into 31 deaths during the protests.\nSix police "
        "officers have been suspended. Of the 612 people arrested, 590 had been released, police said."
    )
    assert not any("612 people were released" in title for title in lines_of(text)), lines_of(text)


def test_who_clashes_kills_nobody_for_certain() -> None:
    found = lines_of(
        "Opposition leader Tina Orlov filed a petition on Tuesday. Four people were killed in clashes between police "
        "and "
        "opposition supporters in Mzuzu on Monday, police said."
    )
    assert found["Four people were killed in clashes in Mzuzu"] == ("happened", "2031-05-05"), found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All the remaining girls kidnapped from a school in Zamfara have been released.",
         {"All remaining girls were released"}),
        ("The court freed the nine protesters detained during last week's rally.", {"Court freed nine protesters"}),
        ("Police released a man arrested in Kor on Monday.", {"Police released man arrested in Kor"}),
    ],
)  # fmt: skip
def test_of_what_is_undone_the_beginning_is_no_line_of_its_own(text: str, told: set[str]) -> None:
    assert set(lines_of(text)) == told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Police on Thursday charged two men over a fire in which nine people died.", "Nine people died"),
        ("Spain's High Court on Thursday approved the extradition of Karim Belhadj to France, where he is wanted over "
         "an "
         "ambush in which three prison officers were killed.", "Three prison officers were killed"),
    ],
)  # fmt: skip
def test_nobody_died_on_the_day_of_the_charges(text: str, title: str) -> None:
    assert lines_of(text)[title] == ("happened", "../2031-05-09")


def test_what_a_sentence_means_is_no_second_sentence() -> None:
    found = lines_of(
        "A Senegalese court on Wednesday convicted opposition leader Ibrahima Diop of defamation and sentenced him to "
        "18 "
        "months in prison, a verdict that could bar him from the presidential election on April 27."
    )
    assert "Senegalese court sentenced Ibrahima Diop to 18 months in prison" in found, found
