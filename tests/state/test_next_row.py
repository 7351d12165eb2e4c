"""Where the row that comes first does not speak of what is told, the next one has its turn."""

from __future__ import annotations

import pytest

from dateline.state.transitions import transitions
from stories import record_from

TOLD = (
    # a past form that is another word than its verb
    ("The lights went out in Sarn on Monday.", "power", "begin"),
    ("Phone lines to Sarn went dead on Monday.", "power", "begin"),
    ("The wildfire near Sarn went out on Monday.", "outbreak", "end"),
    ("The sugar levy in Osland went ahead on Monday.", "measure", "begin"),
    # refused by other words, and told by the next row
    ("The Liberals walked out of the ruling coalition in Osland on Monday.", "membership", "end"),
    ("Norbank released the frozen reserves of Osland on Monday.", "sanctions", "end"),
    ("The premier of Osland reinstated the state of emergency on Monday.", "emergency", "resume"),
    ("Police lifted the cordon around the house in Sarn on Monday.", "siege", "end"),
    ("Osland broke relations with Norland on Monday.", "relations", "end"),
    ("Osland resumed food deliveries to Norland on Monday.", "aid", "resume"),
    ("Prosecutors dropped the fraud case against Ida Brandt this morning.", "charges", "end"),
    ("Osland's ambassador returned to his post in Norland on Monday.", "relations", "resume"),
    ("The premier returned to her desk on Monday.", "office", "resume"),
    ("The Reyes cabinet lost a vote of confidence on Monday.", "government", "end"),
    ("The bank fell into the hands of the receivers on Monday.", "insolvency", "begin"),
    ("The port of Sarn passed into the hands of the rebels on Monday.", "control", "begin"),
    ("The Sarn exchange suspended trading in the shares of Halm on Monday.", "listing", "suspend"),
    ("The rebels abandoned the town of Sarn on Monday.", "control", "end"),
    # what stands behind the object or the noun decides
    ("A court in Sarn declared the press law unconstitutional on Monday.", "law", "end"),
    ("The county extended the closure of the Karu tunnel on Monday.", "road", "extend"),
    ("The ministry ordered three days of mourning on Monday.", "mourning", "begin"),
    ("The academy in Sarn sent its pupils home on Monday.", "school", "begin"),
    ("The trial of Ida Brandt opened on Monday.", "charges", "begin"),
    ("The harbour of Sarn is open again.", "port", "end"),
    # what goes on began before
    ("The blockade of Sarn port continues.", "siege", "hold"),
    ("Talks between Osland and Norland are under way in Sarn.", "talks", "hold"),
    ("Fighting continues near Sarn between the army and the rebels.", "war", "hold"),
)


def told(text: str) -> list[tuple[str, str]]:
    return [(t.slot, str(t.kind)) for t in transitions(record_from(text, published="2031-05-09"))]


@pytest.mark.parametrize(("text", "slot", "kind"), TOLD, ids=[t[:40] for t, *_ in TOLD])
def test_it_is_told_by_the_row_that_speaks_of_it(text, slot, kind):
    assert (slot, kind) in told(text)


def test_one_order_that_replaces_another_ends_it_and_begins():
    assert told("The cabinet replaced the curfew in Sarn with a state of emergency on Monday.") == [
        ("curfew", "end"),
        ("emergency", "begin"),
    ]
    assert told("The governor swapped the state of emergency in Sarn for good on Monday.") != [("curfew", "begin")]


def test_a_month_since_which_something_stands_is_never_ahead():
    (since,) = transitions(record_from("Norbank has been in administration since June.", published="2031-05-09"))
    assert since.when.edtf == "2030-06"


@pytest.mark.parametrize(
    "text",
    [
        "The hikers walked out of the hotel in Sarn on Monday.",
        "The singer went home on Monday.",
        "The choir went ahead with its concert in Sarn on Monday.",
        "The painter went dead quiet on Monday.",
    ],
)
def test_what_only_sounds_like_it_begins_and_ends_nothing(text):
    assert not told(text)
