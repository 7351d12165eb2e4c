"""Takeovers from the bid to the closing, and what firms do beside: who buys whom, who looks into it, who locks out."""

from __future__ import annotations

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from stories import lines, record_from

BID = ("02", "Veltrane Mining made a $4 billion takeover bid for the copper producer Corvo on Friday.")
AGREED = ("05", "Corvo has agreed to be bought by its rival Veltrane Mining, the two said on Monday.")


@pytest.mark.parametrize(
    "told",
    [
        "Osland's competition regulator cleared Veltrane Mining's $4 billion takeover of producer Corvo on Thursday.",
        "Corvo agreed to a $4 billion takeover by Veltrane Mining on Thursday.",
        "Corvo shareholders approved the $4 billion takeover by Veltrane Mining on Thursday.",
        "Corvo agreed on Thursday to be taken over by British rival Veltrane Mining.",
        "Veltrane Mining completed its takeover of Corvo on Thursday.",
    ],
)
def test_who_buys_whom_is_told_whoever_acts(told: str) -> None:
    assert [x[0].replace("purchase", "takeover") for x in lines(("08", told))] == ["Veltrane Mining takeover of Corvo"]


def test_a_bid_that_is_turned_down_is_the_bidders() -> None:
    told = "Corvo rejected a $4 billion takeover bid from Veltrane Mining on Thursday."
    assert lines(("08", told)) == [("Veltrane Mining takeover bid for Corvo", "ended", None, "2031-05-08")]


def test_a_bid_ends_with_the_agreement_and_its_closing_is_another_plan() -> None:
    found = lines(
        BID,
        (AGREED[0], f"{AGREED[1]} The deal was expected to be completed by June 30."),
        ("08", "Veltrane Mining said on Thursday it now expected to complete the deal by July 31."),
    )
    assert ("Veltrane Mining bid for Corvo", "ended", "2031-05-02", "2031-05-05") in found
    closing = [(status, to) for title, status, _, to in found if " complete deal " in title]
    assert closing == [("planned", "2031-07-31")]


def test_who_clears_a_takeover_has_ended_the_look_into_it() -> None:
    opened = "The European Commission opened an investigation into Veltrane Mining's takeover of Corvo on Tuesday."
    cleared = "The European Commission cleared Veltrane Mining's takeover of Corvo on Thursday."
    title = "European Commission investigation of Veltrane Mining takeover of Corvo"
    assert (title, "in_force", "2031-05-06", None) in lines(("06", opened))
    assert (title, "ended", "2031-05-06", "2031-05-08") in lines(("06", opened), ("08", cleared))
    other = "Osland's competition regulator cleared Veltrane Mining's takeover of Corvo on Thursday."
    assert (title, "in_force", "2031-05-06", None) in lines(("06", opened), ("08", other))


def test_money_that_settles_an_inquiry_ends_it() -> None:
    found = lines(
        ("06", "Prosecutors opened a criminal investigation into Veltrane Mining on Tuesday."),
        ("08", "Veltrane Mining agreed on Thursday to pay $40 million to settle the criminal investigation."),
    )
    assert [x[1:] for x in found if "investigation" in x[0]] == [("ended", "2031-05-06", "2031-05-08")]


def test_a_lockout_is_no_strike() -> None:
    found = lines(
        ("05", "Dockers at the port of Sarn went on strike on Monday."),
        ("06", "The harbour firm Orsk Marine locked out 300 workers at its yard in Sarn on Tuesday."),
        ("08", "The dockers at the port of Sarn ended their strike on Thursday."),
    )
    assert [(x[1], x[3]) for x in found if "lockout" in x[0]] == [("in_force", None)]
    assert [(x[1], x[3]) for x in found if "lockout" not in x[0]] == [("ended", "2031-05-08")]


def test_a_receiver_is_not_insolvent() -> None:
    assert lines(("08", "The deposit fund Norsafe was appointed receiver on Thursday.")) == []
    found = lines(("08", "The deposit fund Norsafe was appointed receiver of Redbank on Thursday."))
    assert [x[0] for x in found] == ["Insolvency of Redbank"]


@pytest.mark.parametrize(
    "told",
    [
        "Nine children have been found with elevated levels of lead in their blood.",
        "All 1,500 laid-off workers were recalled on Thursday.",
        "Miners at the Sarn pit rejected the wage offer on Thursday, opening the way to a strike.",
    ],
)
def test_nothing_begins_or_ends_where_the_words_mean_something_else(told: str) -> None:
    assert lines(("08", told)) == []


def test_a_fouled_river_is_polluted() -> None:
    found = lines(("08", "A tailings leak contaminated the Orva River on Thursday."))
    assert [x[0] for x in found] == ["Pollution of Orva River"]


def test_who_drops_a_blocked_bid_ends_it_then() -> None:
    blocked = ("05", "The competition authority blocked Veltrane Mining's takeover of Corvo on Monday.")
    dropped = ("09", "Veltrane Mining dropped its takeover of Corvo on Friday.")
    title = "Veltrane Mining takeover of Corvo"
    assert lines(blocked) == [(title, "ended", None, "2031-05-05")]
    assert [x[0] + " " + str(x[3]) for x in lines(blocked, dropped)] == [f"{title} 2031-05-09"]


def test_a_new_chief_of_a_firm_ends_the_time_of_the_interim_one() -> None:
    found = lines(
        (
            "02",
            "Corvo chief executive Dana Reyes resigned on Friday. The board named Ida Roe as interim chief executive.",
        ),
        ("06", "Corvo named Ivo Mann as chief executive on Tuesday."),
    )
    assert ("Dana Reyes as chief executive of Corvo", "ended", None, "2031-05-02") in found
    assert ("Ida Roe as interim chief executive of Corvo", "ended", "../2031-05-02", "2031-05-06") in found
    assert ("Ivo Mann as chief executive of Corvo", "in_force", "2031-05-06", None) in found


def test_a_new_chief_of_another_firm_ends_nobodys_time() -> None:
    found = lines(
        ("02", "Corvo named Dana Reyes as chief executive on Friday."),
        ("06", "Norbank named Ivo Mann as chief executive on Tuesday."),
    )
    assert [x[1] for x in found] == ["in_force", "in_force"]


def test_who_stays_on_strike_until_a_vote_plans_no_strike() -> None:
    found = lines(
        ("05", "Dockers at the port of Sarn went on strike on Monday."),
        ("08", "The dockers will stay on strike until they vote on Monday."),
    )
    assert [x[1] for x in found if "strike" in x[0]] == ["in_force"]


def test_what_is_to_be_at_the_end_of_the_year_is_due_on_its_last_day() -> None:
    told = "Corvo chief executive Dana Reyes will retire at the end of the month, the company said on Friday."
    assert [(x[1], x[3]) for x in lines(("23", told)) if "retire" in x[0]] == [("planned", "2031-05-31")]


def test_the_steps_of_one_story_are_no_dispute() -> None:
    record = record_from(
        ("2031-05-02", "The retailer Corvo filed for bankruptcy protection on Friday."),
        ("2031-05-08", "A court placed the retailer Corvo in receivership on Thursday."),
        ("2031-05-09", "Veltrane Mining agreed to buy Norbank on Friday."),
        ("2031-05-20", "Veltrane Mining completed its takeover of Norbank on Tuesday."),
    )
    assert not list(disputes(record, states(record), series(record)))


def test_a_strike_that_is_called_for_has_not_begun() -> None:
    assert lines(("09", "Unions called on Friday for a strike at the port of Sarn.")) == []


def test_the_closing_of_a_deal_is_told_of_the_buyer_too() -> None:
    found = lines(
        ("02", "Norbank agreed on Friday to buy Corvo. The deal is expected to close by May 31."),
        ("20", "Norbank completed its takeover of Corvo on Tuesday."),
    )
    assert [x[1:] for x in found if "Deal to close" in x[0]] == [("ended", "2031-05-02", "2031-05-20")]
