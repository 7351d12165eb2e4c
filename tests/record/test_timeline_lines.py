"""Lines of the timeline as a reader meets them: their day, how certain they are, what of two reports is one."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.record.lines import event_line
from stories import record_from


def told(*pile: str) -> list[dict[str, Any]]:
    """The lines of a record of reports that came out on Tuesday 3 February 2032."""
    record = record_from(*pile)
    return [line for e in record.events if (line := event_line(e, record)) is not None]


def day_of(text: str, words: str) -> str | None:
    """The days of the one line that holds the words."""
    (line,) = (x for x in told(text) if words in x["title"])
    day: str | None = line["when"]["edtf"]
    return day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Nurses in Karo ended their walkout on Monday after the board gave way.", "ended", "2032-02-02"),
        (
            "The mayor survived a vote of no confidence on Sunday, with two councillors absent.",
            "survived",
            "2032-02-01",
        ),
        ("The company fired 60 fitters on Monday who had stopped work last week.", "fired", "2032-02-02"),
        ("Premier Ada Munk, in office since 2029, signed the charter on 29 January.", "signed", "2032-01-29"),
        ("The trial of Leo Brandt, due to open on Thursday, was adjourned.", "adjourned", "../2032-02-03"),
        ("Marines raided the depot early on Sunday, freeing three pilots.", "freed", "2032-02-01"),
        ("A storm crossed Osland on Saturday, burying roads and stranding 90 lorries.", "stranded", "2032-01-31"),
        ("The patrol was ambushed near Karo on Monday; two guards were killed.", "killed", "2032-02-02"),
        ("The council closed the road in November.", "closed", "2031-11"),
        ("The council closed the road in April, but buses still use it.", "closed", "2031-04"),
    ],
)
def test_the_day_is_that_of_the_deed(text: str, words: str, day: str):
    assert day_of(text, words) == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union demanded that the mill be kept open.", "demanded"),
        ("The mayor urged the council to lower the rates.", "urged"),
        ("Growers called for emergency aid.", "called for"),
        ("Opposition members called on the premier to resign.", "called on"),
    ],
)
def test_what_is_demanded_is_not_told_as_done(text: str, words: str):
    assert [x["factuality"] for x in told(text) if words in x["title"]] == ["demanded"]


def test_what_is_ordered_or_asked_of_a_court_was_done():
    (order,) = told("A court in Karo ordered the seizure of the Sea Lark on Monday.")
    assert order["factuality"] == "happened"


def test_a_denial_is_told_as_one():
    (line,) = told("A rebel spokesman denied that the group had lost any of its commanders.")
    assert line["factuality"] == "denied"


def test_a_summer_that_is_asked_for_is_no_day_of_the_asking():
    assert day_of("Parents asked for extra lessons in the summer.", "asked for") == "../2032-02-03"


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("A ferry capsized off Karo on Sunday.", "A passenger ferry overturned near Karo on Sunday.", "ferry"),
        ("A strong quake shook Karo on Sunday.", "An earthquake struck the town of Karo on Sunday.", "quake"),
        (
            "Customs officers seized 90 kilograms of heroin in Karo on Sunday.",
            "Customs officers confiscated the drug in Karo on Sunday.",
            "Customs",
        ),
        (
            "Engineers shut down the second reactor at Karo on Sunday.",
            "The second unit at Karo was switched off on Sunday.",
            "econd",
        ),
    ],
)
def test_two_wordings_of_one_deed_are_one_line(one: str, other: str, words: str):
    assert len([x for x in told(one, other) if words in x["title"]]) == 1


def test_what_was_stopped_is_not_told_as_done():
    (line,) = told("The firm Sanmed stopped selling a similar drug in Osland in March last year.")
    assert line["title"] == "Sanmed stopped selling similar drug in Osland"
    assert line["when"]["edtf"] == "2031-03"


def test_a_call_for_somebody_to_act_names_both():
    (line,) = told("The metalworkers' union called for the state to take over the mill.")
    assert (line["title"], line["factuality"]) == ("Metalworkers' union called for state to take over mill", "demanded")


def test_they_are_the_only_several_of_the_sentence_before():
    leaders, they = told(
        "Leaders of the Lake Union ended their summit in Karo on Sunday. They extended sanctions against Osland."
    )
    assert {leaders["title"].split(" ")[0], they["title"].split(" ")[0]} == {"Leaders"}


def test_they_are_nobody_where_two_can_be_meant():
    lines = told("Police arrested two men on Sunday. They took part in the march.")
    assert not [x for x in lines if "took part" in x["title"]]
