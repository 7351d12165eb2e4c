"""What comes from a report is text on every page, whatever it holds."""

from __future__ import annotations

from dateline.view.brief import Brief
from dateline.view.export import safe
from dateline.view.page import page
from dateline.view.tables import clean

HOSTILE = "<script>alert(1)</script> [link](http://x) \x1b[2J"


def a_brief() -> Brief:
    anchor = {"report": "r1", "start": 0, "end": 5, "text": HOSTILE}
    published = {
        "earliest": "2024-03-22",
        "latest": "2024-03-22",
        "edtf": "2024-03-22",
        "words": None,
        "basis": "stated",
    }
    evidence = {"anchor": anchor, "voice": [], "published": published}
    event = {
        "id": "v1", "when": published, "title": HOSTILE, "factuality": "planned", "reports": ["r1"], "origins": 1,
        "evidence": [evidence],
    }  # fmt: skip
    return Brief(HOSTILE, None, None, None, (), (), (event,), (), (), ())


def test_a_page_runs_nothing_that_a_report_says():
    html = page(a_brief())
    assert "<script>" not in html and "&lt;script&gt;" in html and "\x1b" not in html
    assert "default-src 'none'" in html


def test_markdown_shows_what_a_report_says_and_does_nothing_else():
    text = a_brief().markdown()
    assert "<script>" not in text and "\\[link\\]" in text and "\x1b" not in text


def test_a_spreadsheet_runs_no_cell():
    assert safe("=HYPERLINK(1)") == "'=HYPERLINK(1)" and safe("plain") == "plain"


def test_a_terminal_is_not_moved_by_a_report():
    assert clean("a\x1b[2J\u202eb\nc") == "a[2Jb c"
