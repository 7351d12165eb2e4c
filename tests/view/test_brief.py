"""What comes from a report is text on every page, whatever it holds."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

import dateline
from dateline.view.bounds import MOST, WORDS
from dateline.view.brief import Brief, state_words
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


BAD = '"><img src=x onerror=alert(1)>'
MARKS = f"{BAD} {HOSTILE}"
TOLD = (
    "{ships} ships waited {bad} at Karo on May {n}, the harbour office said. "
    "Governor Ida Brandt imposed a curfew on Karo on May {n}. She spoke {bad} on the radio."
)
ROWS = [
    {
        "id": f"r{n} {MARKS}", "publisher": f"Wire {MARKS}", "title": f"Ships {MARKS}", "byline": MARKS,
        "url": f"http://x/{MARKS}", "published": f"2031-05-{n:02}", "text": TOLD.format(n=n, ships=ships, bad=BAD),
    }
    for n, ships in ((2, 10), (3, 14), (4, 300))
]  # fmt: skip


class Tags(HTMLParser):
    """What a browser would make of a page: the names of its elements, and of their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    with dateline.open(tmp_path_factory.mktemp("hostile") / "x.dateline") as situation:
        situation.add(ROWS)
        assert situation.timeline() and situation.figures() and situation.inforce()
        yield situation


def test_no_field_of_a_report_becomes_a_part_of_the_page(hostile):
    made = Tags(hostile.brief(form="html", title=MARKS, since="2031-05-02"))
    assert {"svg", "table", "blockquote"} <= made.names
    assert not made.names & {"script", "img", "a", "b", "iframe", "object", "link", "form", "input"}
    assert not {name for name in made.attributes if name.startswith("on") or name in ("src", "href", "style")}


def test_no_field_of_a_report_becomes_markup_of_the_text_or_a_notebook(hostile):
    assert "<img" not in hostile.brief(title=MARKS, since="2031-05-02")
    for name in ("sources", "timeline", "figures", "inforce", "entities", "disputes"):
        assert Tags(getattr(hostile, name)()._repr_html_()).names <= {"table", "thead", "tbody", "tr", "th", "td"}


def test_a_brief_that_lies_among_the_reports_is_none_of_them(hostile, tmp_path):
    (tmp_path / "brief.html").write_text(hostile.brief(form="html"), encoding="utf-8")
    with dateline.open(tmp_path / "x.dateline") as situation:
        added = situation.add(tmp_path)
    assert not added.new and "a brief that Dateline wrote" in added.refused[0].reason


def test_a_brief_of_a_day_tells_nothing_that_came_after_it(hostile):
    early, late = hostile.brief(on="2031-05-02"), hostile.brief()
    parts = [text.split("## Timeline")[1].split("## Figures")[0] for text in (early, late)]
    assert "2 May 2031" in parts[0] and "4 May 2031" not in parts[0] and "4 May 2031" in parts[1]


def test_a_brief_of_a_large_record_shows_the_weightiest_lines_and_says_what_prints_the_rest():
    (event,) = a_brief().timeline
    many = [{**event, "id": f"v{n}", "title": f"Ship {n} sailed", "rank": n / 1000} for n in range(1000)]
    brief = Brief("Ships", None, None, None, (), (), many, (), (), ())
    for text in (brief.markdown(), page(brief)):
        assert text.count(" sailed") == MOST
        assert "Ship 999 sailed" in text and "Ship 0 sailed" not in text
        assert text.index("Ship 900 sailed") < text.index("Ship 901 sailed")
        assert f"{1000 - MOST} further lines: " in text and "dateline timeline" in text


def test_a_line_with_many_words_behind_it_shows_the_first_and_the_last():
    (event,) = a_brief().timeline
    (one,) = event["evidence"]
    words = [{**one, "anchor": {**one["anchor"], "text": f"Words {n}."}} for n in range(100)]
    brief = Brief("Ships", None, None, None, (), (), ({**event, "evidence": words},), (), (), ())
    for text in (brief.markdown(), page(brief)):
        assert text.count("“Words ") == WORDS and "“Words 0.”" in text and "“Words 99.”" in text
        assert f"{100 - WORDS} more" in text


def test_a_plan_does_not_end_but_is_carried_out_or_called_off():
    plan = {"title": "Ship to sail", "status": "ended", "outcome": "done", "from": None, "to": None, "evidence": []}
    assert state_words(plan).startswith("Ship to sail: carried out")
    assert state_words({**plan, "outcome": "cancelled"}).startswith("Ship to sail: called off")
    assert state_words({**plan, "status": "planned", "outcome": "overdue"}).startswith("Ship to sail: overdue")
