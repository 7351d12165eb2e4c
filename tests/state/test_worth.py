"""What seems to begin or end a state and does not: the board is a list of things that stand, not of verbs."""

from __future__ import annotations

import pytest

from dateline.lexicon.tables import table
from dateline.state.board import board, states
from stories import record_from

NO_STATE = (
    "Firefighters freed a man from the rubble of the hotel on Tuesday.",
    "The committee held the banker in contempt on Tuesday.",
    "Several buildings collapsed in Talvik when the quake struck on Monday.",
    "Trucks delivered aid to families in Osland on Friday.",
    "The bank announced emergency aid for the islands on Friday.",
    "He walked to the station on Monday night and helped out until dawn.",
    "No senior executives were arrested.",
    "The charity released $200,000 from its emergency fund on Monday.",
)
STATES = (
    ("Police arrested the editor Ana Ruiz in Talvik on Tuesday.", "detention", "in_force"),
    ("The court released two nurses from custody on Tuesday.", "detention", "ended"),
    ("A landslide closed the coast road to Talvik on Monday.", "road", "in_force"),
    ("Norway suspended its aid to Niger on Friday.", "aid", "suspended"),
    ("The governor imposed a curfew on Monday.", "curfew", "in_force"),
)


def told(*sentences):
    record = record_from(*sentences, published="2031-05-09")
    return [(line["slot"], line["status"]) for line in board(states(record))]


@pytest.mark.parametrize("sentence", NO_STATE)
def test_nothing_stands_or_falls_by_it(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(("sentence", "slot", "status"), STATES)
def test_what_stands_is_still_told(sentence, slot, status):
    assert told(sentence) == [(slot, status)]


def test_what_only_began_long_before_the_first_report_is_background():
    since = "Police arrested the banker Per Lund in Osland on 4 March 2024."
    assert told(since, "The port of Osland was closed on Friday.") == [("port", "in_force")]


@pytest.mark.parametrize("row", table("states_refused"), ids=lambda row: row["example"])
def test_every_refusal_has_a_sentence_of_its_own_that_tells_no_state(row):
    assert row["slot"] not in [slot for slot, _ in told(row["example"])]


def test_a_court_that_orders_a_seizure_seizes_and_leaves_nothing_to_be_done():
    assert told("A court ordered the seizure of the freighter Orla on Monday.") == [("detention", "in_force")]


def test_a_seizure_that_is_lifted_ends():
    pile = (
        "A court ordered the seizure of the freighter Orla on Monday.",
        "The court lifted the seizure of the Orla on Thursday.",
    )
    assert told(*pile) == [("detention", "ended")]


def crowd(sentence):
    """The slots of one sentence among many reports of other things."""
    texts = [sentence, *("The weather stays fine." for _ in range(20))]
    return [line["slot"] for line in board(states(record_from(*texts, published="2031-05-09")))]


def test_in_a_large_pile_a_state_of_nobody_is_no_line():
    assert told("Talks began on Monday.") and not crowd("Talks began on Monday.")
    assert crowd("Talks between Norway and Osland began on Monday.") == ["talks"]
    assert crowd("Police arrested some 35 people on Monday.") == ["detention"]
    assert crowd("The governor imposed a curfew on Monday.") == ["curfew"]


@pytest.mark.parametrize(
    "said",
    (
        "The new cases took the total in Osland to 5,937 on Monday.",
        "Norway is bankrupt, the deputy Ana Roe wrote on Monday.",
        "Treaties and other obligations will be kept in good faith, the ministry of Osland said.",
    ),
)
def test_what_only_sounds_like_a_state_is_none(said):
    found = board(states(record_from(said)))
    assert not [x["title"] for x in found if x["slot"] in ("control", "insolvency", "measure")]


@pytest.mark.parametrize(
    ("said", "status"),
    (
        ("Foreigners may no longer buy farmland in Osland from Monday.", "planned"),
        ("Foreigners may no longer buy farmland in Osland since Monday.", "in_force"),
    ),
)
def test_what_may_be_done_no_longer_is_one_ban_and_has_not_ended(said, status):
    assert [(x["slot"], x["status"]) for x in board(states(record_from(said)))] == [("sanctions", status)]
