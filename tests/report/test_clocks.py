"""Hours that open the lines of a live page are no numbers of the news."""

from __future__ import annotations

from dateline.report.load import from_text
from stories import read_of

LIVE = """1334 The Norwegian army has sent 200 soldiers to Talvik.
1312 Rescuers pulled two miners from the shaft in Brenna.
1256 The mayor of Talvik says the water is safe to drink.
1158 Norway sent two helicopters to Talvik.
1120 The road to Brenna is closed.
"""
YEARS = """2003 The war in Osland began.
2004 The army took Talvik.
2005 The rebels left Brenna.
2006 The two sides signed a truce.
2007 The first vote was held.
"""


def heads(text):
    report = from_text(text, id="r", published="2031-05-09")
    return [text[n.start : n.end].strip() for n in report.noise if n.kind == "furniture"]


def test_the_hours_of_a_live_page_are_furniture():
    assert heads(LIVE) == ["1334", "1312", "1256", "1158", "1120"]


def test_years_that_open_lines_and_a_lone_number_are_not():
    assert heads(YEARS) == heads("1334 The plague is near.\nThe rest of the story is told here at length.") == []


def test_the_lines_are_read_behind_them():
    read = read_of(LIVE, "2031-05-09")
    assert any(c.title.startswith("Norwegian army") for c in read.claims)
    assert {q.low for q in read.quantities} == {200, 2}
