"""When a report came out: what its page says, and what is made of pages that contradict themselves."""

from datetime import date

import pytest

from dateline.record.dating import date_reports
from dateline.report.load import from_text
from stories import read_of

STORY = "The ferry sailed again on Monday after a week of strike, the port office said."


def published(text: str, **given: object) -> str | None:
    return from_text(text, id="x", **given).published.edtf


def test_a_byline_dates_its_report_and_the_anchor_holds_its_words():
    report = from_text(f"Ferry back\nBy Ana Reis, Harbour News | March 22, 2024\n{STORY}", id="004")
    assert report.published.edtf == "2024-03-22"
    anchor = report.reasons[0].anchor
    assert anchor is not None and report.text[anchor.start : anchor.end] == anchor.text == "March 22, 2024"


def test_a_date_in_the_first_sentence_is_the_events():
    assert published(f"On October 10, 2023, the port declared a strike. {STORY}") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("date 2024-05-08", "2024-05-08"),
        ("Publication Date: 2024-05-15.", "2024-05-15"),
        ("Published: March 3, 2024 at 4:45 pm EST", "2024-03-03"),
        ("Friday, March 22, 2024", "2024-03-22"),
        ("22 March 2024 14:03 GMT", "2024-03-22"),
        ("Posted on 22/03/2024", "2024-03-22"),
    ],
)
def test_a_line_above_the_story_dates_it(line, day):
    assert published(f"{line}\nFerry back\n{STORY}") == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("June 10, 2024 - ", "2024-06-10"),
        ("Monday, May 20, 2024. ", "2024-05-20"),
        ("Mar. 31, 2024 - ", "2024-03-31"),
        ("Harbour Journal, March 18th 2024. ", "2024-03-18"),
        ("Stuttgart, 5 August 2024 - ", "2024-08-05"),
    ],
)
def test_words_before_the_first_sentence_date_it(head, day):
    assert published(f"Ferry back\n{head}{STORY}") == day


def test_a_dateline_without_a_year_waits_for_a_witness_that_has_one():
    text = f"Ferry back\nNIAMEY, Dec. 22 (Xinhua) - {STORY}"
    assert published(text) is None
    assert published(text, published="2023-12") == "2023-12-22"
    report = from_text(text, id="x", published="2023-12-23")
    assert report.published.edtf == "2023-12-23" and report.notes == ()


def test_an_address_may_date_a_report_but_its_parameters_may_not():
    assert published(STORY, url="https://news.example/2024/04/20/ferry") == "2024-04-20"
    assert published(STORY, url="https://news.example/en/202403184053") == "2024-03-18"
    assert published(STORY, url="http://port.example/Notices.aspx?Month=May&Year=2006&date=2006-05-01") is None


def test_a_month_in_one_place_and_a_day_in_another_make_the_day():
    assert published(STORY, published="2024-05", url="https://news.example/2024/05/19/ferry") == "2024-05-19"


def test_a_weekday_that_was_another_day_lowers_the_trust():
    report = from_text(f"Ferry back\nBy Ana Reis | Tuesday May 4, 2023\n{STORY}", id="x")
    assert not report.published.exact
    assert report.published.earliest == date(2023, 5, 2) and report.published.latest == date(2023, 5, 4)
    assert "was a Thursday" in report.notes[0]


def test_a_page_date_months_after_what_was_just_said_is_a_date_of_copying():
    report = from_text(
        "Accord ends\nJuly 13, 2024. The union ended the accord, its leader said on March 17. More follows.", id="x"
    )
    assert not report.published.exact
    assert report.published.earliest == date(2024, 3, 17)
    assert report.notes


def test_a_copy_dated_long_after_its_own_dateline_is_shown_as_doubtful():
    report = from_text(f"Ferry back\nNIAMEY, May 19, 2024 (Wire) - {STORY}", id="x", published="2024-07-13")
    assert (report.published.earliest, report.published.latest) == (date(2024, 5, 19), date(2024, 7, 13))
    assert report.notes[0].startswith("Dates contradict each other")


def test_numbers_that_can_be_read_two_ways_stay_two_ways():
    assert published(f"Ferry back\nPosted on 04/05/2024\n{STORY}") == "2024-04-05/2024-05-04"
    assert (
        published(f"Ferry back\nPosted on 04/05/2024\n{STORY}", url="https://x.example/2024/05/04/ferry")
        == "2024-05-04"
    )


def test_published_and_updated_are_two_dates():
    report = from_text(f"Ferry back\nPublished: March 3, 2024\nUpdated: March 5, 2024\n{STORY}", id="x")
    assert report.published.edtf == "2024-03-03"
    assert report.updated is not None and report.updated.edtf == "2024-03-05"


def test_a_photo_only_says_not_before():
    report = from_text(
        f"FILE - A ferry leaves, Monday, April 16, 2018. (Agency photo / file)\nFerry back\n{STORY}", id="x"
    )
    assert report.published.earliest is None
    assert [(w.kind, w.says) for w in report.witnesses] == [("photo", "not_before")]


def test_a_copyright_year_says_not_after_and_contradicts_nobody():
    report = from_text(f"Ferry back\n{STORY}\nAll rights reserved 2025.", id="x", published="2024-03-05")
    assert report.notes == ()
    assert [(w.kind, w.says) for w in report.witnesses] == [("metadata", "published"), ("copyright", "not_after")]


def test_a_year_of_publication_is_a_whole_year():
    assert published(STORY, published="2024") == "2024"


def test_a_date_that_cannot_be_is_set_aside_and_named():
    report = from_text(STORY, id="x", published="2024-13-45")
    assert report.published.edtf is None
    assert '"2024-13-45" is no date' in report.notes[0]


@pytest.mark.parametrize(
    "head",
    [
        "Ferry back in service Crews end a week of strike Thursday 28 July 2005 18.32 BST ",
        "TOLNA | Thu Jul 28, 2005 3:43 am EDT TOLNA (Reuters) - ",
        "BENGHAZI, Libya | Thu Jul 28, 2005 2:44 pm EDT BENGHAZI, Libya (Reuters) - ",
        "Harbour Tonight: Crews End Strike Aired July 28, 2005 - 17:00 ET THIS IS A RUSH TRANSCRIPT. ",
    ],
)
def test_a_date_printed_amid_the_heads_of_a_page_is_the_pages(head):
    report = from_text(f"{head}{STORY}\nTrucks moved at noon.", id="x")
    assert report.published.edtf == "2005-07-28"
    assert all(report.text[n.start : n.end] not in STORY for n in report.noise)


def test_a_day_and_hour_told_in_a_sentence_are_the_events():
    for told in (
        "The quay broke on Tuesday 26 March 2024 at 01.28 GMT, the office said.",
        "It began Tuesday, March 26, 2024, at 1:28 a.m. EDT when a ferry hit the quay.",
        "On Tuesday 26 March 2024 01.28 GMT was the hour that nobody forgot.",
    ):
        assert published(f"{told} {STORY}") is None, told


def test_a_diary_does_not_date_its_page():
    assert (
        published("March 14 2003: We sailed at noon.\nMarch 15 2003: We lay at the quay.\nMarch 16 2003: Rain.") is None
    )


def test_readers_entries_are_comments_and_date_nothing():
    text = (
        f"{STORY}\nMarch 23, 2011 at 3:38 pm | Reply\nI hope they get more.\nMarch 23, 2011 at 4:02 pm | Ana\nMe too."
    )
    report = from_text(text, id="x")
    assert report.published.earliest is None
    assert {n.kind for n in report.noise} == {"comments"} and report.text[report.noise[0].start :].startswith(
        "March 23"
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ferries sail again, the port announced today (14 October 2030).", "2030-10-14/2030-10-16"),
        ("The port said this morning (14 October 2030) that ferries sail again.", "2030-10-14/2030-10-16"),
        ("The port hired men today, 14 October cranes stood idle.", None),
    ],
)
def test_a_report_that_says_which_day_today_is_is_of_that_day(text, day):
    read = read_of(text, published="")
    assert date_reports({"r00": read})["r00"].published.edtf == day
