"""What stands, told in other words: orders, duties, people at work, trains that stand, what would have ended."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.pipeline import linked, read_one
from dateline.report.load import from_text
from dateline.state.board import board, states
from state.test_whose import told

TOLD = (
    ("Residents of Talvik were told to move out on Monday.", "evacuation", "in_force"),
    ("The order to evacuate Talvik was cancelled on Monday.", "evacuation", "ended"),
    ("The evacuation of Talvik is at an end.", "evacuation", "ended"),
    ("Water from the tap must be boiled.", "warning", "in_force"),
    ("Since Tuesday the whole of Osland has been under a curfew.", "curfew", "in_force"),
    ("The curfew in Talvik will remain for the time being.", "curfew", "in_force"),
    ("The curfew in Talvik expired on Sunday.", "curfew", "ended"),
    ("Passenger trains stood still across Osland on Monday.", "traffic", "suspended"),
    ("Trains to Talvik will not run on Monday.", "traffic", "planned"),
    ("Trains between Talvik and Verrin started running on Tuesday.", "traffic", "in_force"),
    ("The Larsund court fined Norlink 60,000 crowns on Tuesday.", "sanctions", "in_force"),
    ("The ministry prohibited the hiring of sailors for voyages to Osland on Monday.", "sanctions", "in_force"),
    ("The republic suspended its participation in the joint patrols on Monday.", "participation", "suspended"),
    ("The truce has not been breached since February.", "ceasefire", "in_force"),
    ("Dana Reyes has been made acting chief executive of Norlink.", "office", "in_force"),
    ("Police moved the captain Ivo Mann to a prison on Monday.", "detention", "in_force"),
    ("The court halted the inauguration of the mayor on Monday.", "vote", "suspended"),
    ("The counting was finished on Wednesday.", "vote", "ended"),
    ("The challenger Ivo Mann lodged an appeal on Monday.", "appeal", "in_force"),
    ("The challenger Ivo Mann withdrew his appeal on Monday.", "appeal", "ended"),
    ("Police charged 38 with rioting on Tuesday.", "charges", "in_force"),
    ("The judge adjourned the trial until March 3.", "charges", "suspended"),
    ("The health department told people in Talvik not to eat fish from the lake.", "warning", "in_force"),
    ("The two banks have frozen withdrawals.", "sanctions", "in_force"),
    ("The maker called back 40,000 heaters on Thursday.", "recall", "in_force"),
    ("Families below the Talvik dam were moved to safety on Friday.", "evacuation", "in_force"),
    ("Nine miners were trapped underground on Friday.", "trapped", "in_force"),
    ("The merger of Norlink and Ventair fell through on Thursday.", "deal", "ended"),
    ("Norlink has pulled out of the purchase of Ventair.", "deal", "ended"),
    ("The league has thrown Talvik Rovers out of the cup.", "sanctions", "in_force"),
    ("The strike at the port of Talvik is in its tenth week.", "strike", "in_force"),
)


@pytest.mark.parametrize(("sentence", "slot", "status"), TOLD, ids=[s[:40] for s, _, _ in TOLD])
def test_it_is_told(sentence, slot, status):
    assert (slot, status) in [(s, state) for s, _, state in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "slot"),
    (
        ("The minister approved two air strikes on the town of Ket.", "strike"),
        ("Talks aimed at halting the fighting between Osland and Kenya failed on Monday.", "war"),
        ("Norlink Rail has stood down 340 clerks since Monday.", "traffic"),
        ("The director asked for a week to consider the result.", "deadline"),
        ("Half of those who voted rejected the offer.", "deal"),
        ("The singer Ida Roe made an appeal for blankets on Monday.", "appeal"),
        ("The festival in Talvik went into its second day on Friday.", "talks"),
    ),
)
def test_it_only_looks_like_it(sentence, slot):
    assert (slot, "suspended") not in [(s, status) for s, _, status in told(sentence)]
    assert slot == "war" or slot not in [s for s, _, _ in told(sentence)]


def lines(*texts, published="2032-02-03", on=None):
    reports = {f"r{n}": read_one(from_text(t, id=f"r{n}", published=published)) for n, t in enumerate(texts)}
    return board(states(linked(reports)), on)


def test_a_curfew_that_would_have_expired_stands_and_no_plan_ends_it():
    found = lines(
        "The curfew in Talvik, which would have expired on Tuesday, was prolonged until March 20.", on=date(2032, 2, 5)
    )
    assert {line["status"] for line in found if line["slot"] == "curfew"} == {"in_force"}


def test_a_duty_that_is_dropped_is_over():
    found = lines(
        "Water in Talvik must be boiled.", "The obligation to boil tap water in Talvik was dropped on Monday."
    )
    assert [(x["status"], x["to"]["edtf"]) for x in found if x["slot"] == "warning"] == [("ended", "2032-02-02")]


def test_who_is_followed_has_left():
    found = lines("The board named Dana Reyes chair on Monday. Ana Ruiz took over from Jo Adu on Tuesday.")
    assert {(x["subject"], x["status"]) for x in found if x["slot"] == "office"} >= {
        ("Ana Ruiz", "in_force"), ("Jo Adu", "ended"),
    }  # fmt: skip


def test_a_truce_that_was_signed_begins_when_it_takes_effect():
    found = lines("Osland and Kenya signed a truce on Sunday. The ceasefire takes effect at noon on Thursday.")
    assert [(x["from"]["edtf"], x["status"]) for x in found if x["slot"] == "ceasefire"] == [("2032-02-05", "in_force")]


def test_an_order_given_in_one_breath_has_the_day_behind_it():
    found = lines("About 400 people were ordered to leave their homes on Sunday night after a dam gave way.")
    assert [x["from"]["edtf"] for x in found if x["slot"] == "evacuation"] == ["2032-02-01"]


def test_hours_of_the_day_are_no_term_and_no_beginning():
    found = lines("Police imposed a curfew on Talvik on Monday. The curfew in Talvik runs from 7 p.m. to 6 a.m.")
    assert [(x["from"]["edtf"], x["to"]) for x in found if x["slot"] == "curfew"] == [("2032-02-02", None)]


def test_what_is_lifted_with_a_day_of_effect_ends_on_that_day():
    found = lines("Kenya has lifted its ban on fish from Osland, effective March 1.")
    assert [(x["status"], x["to"]["edtf"]) for x in found if x["slot"] == "sanctions"] == [("ended", "2032-03-01")]


def test_an_envoy_called_home_cuts_no_relations():
    found = lines("Osland recalled its ambassador from Kenya on Monday.")
    assert [x["title"] for x in found if x["slot"] == "relations"] == [
        "Exchange of ambassadors between Kenya and Osland"
    ]


def test_a_vote_put_off_from_one_day_to_another_is_planned_for_the_second():
    found = lines("Osland's presidential election has been postponed by two weeks, from June 10 to June 24.")
    assert [x["to"]["edtf"] for x in found if x["slot"] == "vote"] == ["2032-06-24"]


def test_the_post_alone_reaches_the_one_who_is_told_with_it():
    found = lines(
        "Norlink's chief executive, Dana Reyes, said on Monday that the mill would stay open.",
        "The chief executive of Norlink resigned on Tuesday.",
    )
    assert [x["subject"] for x in found if x["slot"] == "office" and x["status"] == "ended"] == ["Dana Reyes"]


def test_a_list_of_places_is_told_of_each_and_one_of_them_can_end():
    found = lines(
        "Police imposed a curfew in Talvik and Verrin on Monday.", "The curfew in Verrin was lifted on Tuesday."
    )
    assert {(x["object"], x["status"]) for x in found if x["slot"] == "curfew"} == {
        ("Talvik", "in_force"), ("Verrin", "ended"),
    }  # fmt: skip


def test_the_next_sentence_gives_the_day_of_the_decision():
    found = lines("The league lifted its embargo on Talvik Rovers. The decision came on Friday.")
    assert [x["to"]["edtf"] for x in found if x["slot"] == "sanctions"] == ["2032-01-30"]


def test_what_was_not_open_until_a_day_opened_on_it():
    found = lines("The port of Talvik was shut on January 4.", "The port of Talvik did not open until January 20.")
    assert [(x["status"], x["to"]["edtf"]) for x in found if x["slot"] == "port"] == [("ended", "2032-01-20")]


def test_two_deeds_of_one_sentence_share_its_day():
    found = lines("Talvik Rovers were charged by the league on Friday and were placed under an embargo.")
    assert [x["from"]["edtf"] for x in found if x["slot"] == "sanctions"] == ["2032-01-30"]


def test_who_stands_in_until_a_successor_is_found_does_so_now():
    found = lines("His assistant, Ivo Mann, will take charge of the team until a successor is found.")
    assert [(x["subject"], x["status"]) for x in found if x["slot"] == "office"] == [("Ivo Mann", "in_force")]


def test_a_host_of_talks_is_no_party_and_a_stake_is_of_its_firm():
    found = lines("Norlink agreed on Monday to buy 90 per cent of Ventair.")
    assert [x["object"] for x in found if x["slot"] == "deal" and x["status"] == "in_force"] == ["Ventair"]
