"""Lines that say who, what and when as the sentence does."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.claim.read import analyse
from dateline.report.load import from_text
from dateline.sentence import parse
from stories import read_of, record_from, told

ROOT = Path(__file__).parents[2]


def lines_of(text: str) -> dict[str, tuple[str, str | None]]:
    """Per title its standing and its day."""
    return {c.claim.title: (c.claim.factuality, c.when.edtf) for c in record_from(text).claims.values()}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The president of the Orsk River Board, Ana Roe, handed in her resignation on Monday.",
         "Ana Roe handed in her resignation"),
        ("The head of strike-hit Orsk Rail, Dan Coe, resigned on Friday.", "Dan Coe resigned"),
        ("Orsk Marine denied having received a demand for money.",
         "Orsk Marine denied having received demand for money"),
        ("Trains between Orsk and the coast started running on Monday.", "Trains between Orsk and coast began to run"),
        ("Police chief Dan Coe has been suspended since Saturday.", "Dan Coe is suspended"),
    ],
)  # fmt: skip
def test_a_line_names_who_and_what(text: str, title: str):
    assert title in lines_of(text)


def test_what_is_to_begin_and_to_be_completed_is_neither_begun_nor_completed():
    told = lines_of("The recount in 412 polling stations is to begin on March 29 and to be completed by April 5.")
    assert {factuality for factuality, _ in told.values()} == {"planned"}


def test_a_day_behind_two_verbs_is_that_of_both():
    told = lines_of("The Supreme Court jailed Dan Coe and fined Orsk Marine on Monday.")
    assert {day for _, day in told.values()} == {"2032-02-02"}


def test_a_day_before_a_semicolon_stays_with_its_verb():
    told = lines_of("Kamen and Lasht were reopened to passenger cars on January 28; Upper Ford followed a week later.")
    assert told["Kamen and Lasht were reopened to passenger cars"] == ("happened", "2032-01-28")


def test_a_sentence_of_four_years_is_no_time_of_the_sentencing():
    told = lines_of("A court in Narvia sentenced Dan Coe to four years in prison on Monday.")
    assert [day for title, (_, day) in told.items() if "sentenced" in title] == ["2032-02-02"]


def test_a_denial_that_is_told_with_its_day_keeps_it():
    told = lines_of("The insurer, Orsk Marine, denied on Monday that the owner had offered $150 million.")
    assert ("happened", "2032-02-02") in told.values()


def test_what_stands_right_before_a_bare_noun_was_not_done_to_the_noun_before():
    text = "The last 61 of the 422 ships that had waited for the Orsk to be freed passed the Kor Canal on Saturday, "
    assert not any(
        c.sound and "passed" in c.title and c.title.startswith("422") for c in read_of(text + "it said.").claims
    )


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Drivers in Kor threatened on Monday to walk out before the feast.", "to walk out"),
        ("Osland flew out the last nine diplomats on Monday.", "flew out last nine diplomats"),
        ("The broker Ana Roe walked free on Tuesday after a year in jail.", "walked free"),
        ("Osland cut its shilling loose on Monday.", "cut its shilling loose"),
        ("Governor Ann Poe placed the city under a dusk-to-dawn curfew on Sunday.", "under dusk-to-dawn curfew"),
        ("The army shut the gate at Kor again on Monday.", "again"),
        ("Karl Roe took over as national police chief on Friday.", "as national police chief"),
        ("Colonel Karl Roe was relieved of his post on Monday.", "was relieved of his post"),
        ("Issuing visas to citizens of Osland was stopped on Saturday.", "visas to citizens of Osland was stopped"),
    ],
)
def test_little_words_stand_in_the_line(said, line):
    assert any(line in title for title in lines_of(said))


def test_what_is_stopped_is_not_told_as_done():
    assert not any("were issued" in line for line in lines_of("Issuing visas to tourists was stopped on Saturday."))


def test_who_is_the_94th_to_do_it_has_done_it():
    told = lines_of("Osland became the 94th country to recognise Norland on Monday.")
    assert not any(how == "planned" for how, _ in told.values())


def test_who_may_not_leave_has_not_chosen_to_stay():
    told = lines_of("Members of the ousted president's family may not leave the country.")
    assert any("may not leave" in line for line in told)


def test_it_is_no_thing_that_stands_behind_it_or_beside_it_in_its_own_event() -> None:
    """ "It is ... owned by Shoei Kisen Kaisha of Japan" became "Shoei Kisen Kaisha owned Japan" in the demo."""
    page = from_text((ROOT / "examples" / "suez" / "01-canal-wire.txt").read_text(encoding="utf-8"), id="r00")
    told = [t.claim for t in analyse(page, parse.read(page.text)).told if t.claim.lemma in ("own", "operate")]
    assert len(told) == 2
    assert not [c.title for c in told if c.title.endswith(("owned Japan", "operated Japan"))]
    assert all(p.mention.refers is None for c in told for p in c.participants)


def test_what_was_afloat_was_afloat() -> None:
    told = [c.title for c in read_of("The Ever Given was fully afloat at 15:05 on Monday.").claims]
    assert told == ["Ever Given was afloat"]


def test_a_number_in_a_name_likens_nothing_to_another_time():
    told = lines_of("Osland pulled its soldiers from Camp 12 on Monday, ahead of leaving the coast.")
    assert [day for title, (_, day) in told.items() if "pulled" in title] == ["2032-02-02"]
    told = lines_of("Osland raised the rate to 9 percent from 7 percent in April.")
    assert [day for title, (_, day) in told.items() if "raised" in title] == ["../2032-02-03"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The smelter in Halden, shut since January 3, will open in May.", "Smelter in Halden is shut"),
        ("The Orsk road, closed since Friday, was shelled on Monday.", "Orsk road is closed"),
        ("The Orsk road, closed since Friday, was cleared on Monday.", "Orsk road was closed"),  # no more
        ("A UN tribunal probed the killing of the envoy on Monday.", "UN tribunal probed killing of envoy"),
    ],
)
def test_a_bare_participle_tells_how_a_thing_stands_and_a_line_begins_without_an_article(text: str, title: str):
    assert title in lines_of(text)


def test_what_was_expected_is_told_once_as_a_plan():
    found = told("Belmar said the plant was expected to reopen on June 2.")
    assert {factuality for factuality, _ in found.values()} == {"planned"}


def test_a_firm_with_a_surname_for_a_name_is_it_in_its_own_words():
    assert told("Harland said it would cut about 900 jobs over two years.").keys() == {
        "Harland to cut about 900 jobs over two years"
    }
    assert "Harland" not in str(told("Harland said it would rain on Friday.").keys())


def test_a_month_behind_what_is_hoped_for_is_still_to_come():
    found = told("Norvane Mining said it hoped to restart the mine in July.")
    assert not any("2030" in when for _, when in found.values())


def test_a_weekday_behind_what_is_agreed_makes_no_plan_for_it():
    assert {sure for sure, _ in told("The brewer agreed to sell its mill on Monday.").values()} == {"happened"}
    assert "planned" in {sure for sure, _ in told("The two leaders agreed to meet on Monday.").values()}


def test_what_somebody_is_named_as_is_told():
    assert told("The board named finance director Paul Weisser as interim chief executive.").keys() == {
        "Board named finance director Paul Weisser as interim chief executive"
    }


def test_a_name_behind_what_it_is_is_no_second_subject():
    text = "The deadline for bids for bankrupt retailer Maison Aubry has been extended to November 29."
    assert "Deadline for bids for bankrupt retailer Maison Aubry was extended to November 29" in told(text)


def test_what_somebody_bids_for_is_told():
    text = "Veltrane Mining made a $4 billion takeover bid for the copper producer Corvo on Friday."
    assert "Veltrane Mining made $4 billion takeover bid for Corvo" in told(text)


def test_the_day_of_a_strike_that_is_called_for_is_not_that_of_the_call():
    assert {when for _, when in told("Unions called for a strike on Tuesday.").values()} == {"../2031-05-09"}
