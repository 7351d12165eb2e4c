"""What every page of a site carries dates none of its reports."""

from __future__ import annotations

from dateline.pipeline import read_one
from dateline.record.dating import date_reports
from dateline.report.load import from_text

FOOTER = "The army of Osland seized power in Tarsk last March and arrested President Ana Roe."


def test_a_sentence_that_two_pages_share_word_for_word_gives_neither_its_day():
    told = from_text(f"The council of Osland met on Monday.\n\n{FOOTER}", id="a", published="2032-05-11")
    bare = from_text(f"Soldiers left the port of Tarsk after a week.\n\n{FOOTER}", id="b")
    dated = date_reports({"a": read_one(told), "b": read_one(bare)})
    assert not any("it says" in reason.why for reason in dated["b"].reasons)
