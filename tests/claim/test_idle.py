"""What is written like news and tells none, and the titles that keep their point."""

from __future__ import annotations

import pytest

from stories import read_of

IDLE = (
    "Narvia hosts the largest museum of the coast.",
    "A worker carries a fan into the Kor School in Talvik, May 4, 2031.",
    "The Narvian government is prepared to do what is needed.",
    "President Ann Poe opened the door on Sunday.",
    "The rebels are seeking to oust President Ann Poe.",
    "Tune in on Thursday for the latest on President Ann Poe.",
    "General Karl Roe urged on Sunday to obey.",
    "Osland commands two brigades near the border.",
    "Ann Poe buried Karl Roe at the polls on Sunday.",
)
KEPT = (
    ("President Ann Poe opened the door on Sunday to talks with Norland.", "opened door to talk"),
    ("The minister advised travellers on Monday not to go to Talvik.", "not to go to Talvik"),
    ("The envoys asked companies on Monday to start making a new vaccine.", "to start making new vaccine"),
    ("The bank transferred the funds to Norland and Osland on Monday.", "to Norland and Osland"),
    ("Karl Roe was sworn in as health secretary of Norland on Tuesday.", "was sworn in as"),
    ("The council discussed a no-fly zone over Libya on Tuesday.", "no-fly zone"),
)
OURS = (
    (
        "“We cut our presence to two bases on Monday,” said Deputy Navy Press Secretary Ana Roe.",
        "Navy cut its presence",
    ),
    ("“We closed two bases on Monday,” said Libyan Foreign Minister Karl Roe.", "Libya closed two bases"),
    ("“We closed two bases on Monday,” said Ana Roe, the chief executive of Belmar Steel.", "Belmar Steel closed"),
    ("“We are closing the embassy in Talvik,” said Secretary of State Ana Roe on Monday.", "Ana Roe's side is closing"),
)


def titles(text):
    return [claim.title for claim in read_of(text, "2031-05-09").claims]


@pytest.mark.parametrize("text", IDLE)
def test_what_only_stands_shows_or_wishes_is_no_line(text):
    assert titles(text) == []


@pytest.mark.parametrize(("text", "part"), KEPT)
def test_a_title_keeps_its_point(text, part):
    assert any(part in title for title in titles(text)), titles(text)


@pytest.mark.parametrize(("text", "start"), OURS)
def test_we_are_those_for_whom_somebody_speaks(text, start):
    assert any(title.startswith(start) for title in titles(text)), titles(text)


def test_a_zone_with_no_in_its_name_is_not_denied():
    found = read_of("A no-fly zone over Libya was discussed on Tuesday by the council.", "2031-05-09")
    assert {claim.factuality for claim in found.claims} == {"happened"}


def test_thirty_marines_were():
    assert any("were quarantined" in t for t in titles("About 30 Marines at a base in Talvik have been quarantined."))


def test_rulers_who_revoke_an_accord_are_not_revoked():
    found = titles("Osland's rulers revoked with immediate effect the accord that let soldiers in, Ann Poe said.")
    assert any(title.startswith("Osland's rulers revoked accord") for title in found), found


def test_fears_raised_are_no_line_and_at_least_six_are_at_least_six():
    assert titles("The news raised fears of a strike in Talvik on Monday.") == []
    assert any(
        "at least six" in t.lower() for t in titles("At least six states imposed sanctions on Osland on Monday.")
    )


def test_who_said_that_he_would_go_is_he():
    text = "Thomas Cook left Talvik on Friday.\nPremier Gordon Roe said he would meet the council on Tuesday."
    assert any(title.startswith("Gordon Roe to meet") for title in titles(text)), titles(text)


def test_a_demand_is_of_the_name_before_the_comma():
    found = titles(
        "A court seized the ship at the request of the Osland Port Board, which demands $9 million from Roe."
    )
    assert not any(title.startswith("Request") for title in found), found


def test_what_nobody_names_was_operated_by_nobody_knows_what():
    assert titles("It was bought by Belmar Steel.") == []


def test_shipping_that_starts_again_starts_again():
    assert any("started again" in t for t in titles("The ship was refloated and shipping has started again in Talvik."))


def test_who_withdraws_a_report_denies_it():
    found = titles("The agency Belmar Shipping withdrew its earlier report that the ship had been refloated.")
    assert any(title.startswith("Belmar Shipping denied that") for title in found), found


def times(text):
    read = read_of(text, "2031-05-09")
    return {c.lemma: read.times[c.time].text for c in read.claims if c.time is not None}


def test_the_day_something_is_put_off_to_is_not_the_day_it_was_put_off():
    assert "put off" not in times("A plan to raise the ship was put off to Monday, the board said.")


def test_a_day_behind_a_clause_set_off_by_a_comma_is_its_own():
    assert times("Belmar owns the yard, which the Roe Company hired on Wednesday.")["hire"] == "Wednesday"


POINTS = (
    (
        "The Libyan government accused NATO on Monday of killing hundreds of civilians.",
        "of killing hundreds of civilians",
    ),
    ("Belmar Steel vowed on Monday to kill anyone.", "to kill anyone"),
    ("American officials welcomed Karl Roe's decision to step down on Friday.", "decision to step down"),
    ("Osland's government on Sunday ordered banks closed for two days.", "ordered banks closed"),
    ("Karl Roe vowed on Tuesday that he would not surrender.", "vowed that he would not surrender"),
    ("Karl Roe met Ann Poe, who resigned on Monday.", "Ann Poe resigned"),
)


@pytest.mark.parametrize(("text", "part"), POINTS)
def test_of_what_and_to_what(text, part):
    assert any(part in title for title in titles(text)), titles(text)


def test_a_woman_with_a_banner_is_a_picture():
    assert titles("A woman holds a banner at a demonstration in Talvik on February 12.") == []


def test_a_month_behind_a_participle_is_not_that_of_the_perfect_before_it():
    assert "lift" not in times("Talvik City has lifted all restrictions imposed last month.")


BEGUN = (
    ("Osland began shutting down parts of its economy on Monday.", "Osland began to shut down parts"),
    ("The withdrawal of troops from Osland began on Monday.", "Withdrawal of troops from Osland began"),
    ("Narvian troops are continuing to leave Osland.", "are continuing to leave"),
    ("Narvia imposed sanctions on Osland in line with the accord of Talvik.", "in line with accord of Talvik"),
)


@pytest.mark.parametrize(("text", "part"), BEGUN)
def test_what_began_has_only_begun(text, part):
    assert any(part in title for title in titles(text)), titles(text)


def test_only_what_is_done_by_appointment_is_planned_by_a_present_with_a_day():
    texts = ("Divers return on Wednesday.", "A man crosses the border into Osland on Sunday.")
    read = [read_of(text, "2031-05-09") for text in texts]
    told = {claim.lemma: claim.factuality for found in read for claim in found.claims}
    assert told["return"] == "planned"
    assert told.get("cross", "happened") == "happened"
