"""Reports without a date, read whole, among dated ones: the days on which they can have come out."""

from __future__ import annotations

from dateline.pipeline import linked, read_one
from dateline.report.load import from_text
from stories import read_of

COUP = ("2031-06-12", "Soldiers in Guinea-Bissau seized power on Thursday and detained President Umaro Sanha.")
FIRE = ("2031-08-04", "A wildfire that broke out on Sunday forced 4,000 people from their homes near Kelowna.")


def days(text: str, *dated: tuple[str, str]) -> str | None:
    reads = {f"r{n}": read_of(told, day, f"r{n}") for n, (day, told) in enumerate(dated)}
    reads["leaf"] = read_one(from_text(text, id="leaf"))
    return linked(reads).dates["leaf"].published.edtf


def test_a_weekday_told_as_one_day_after_what_another_report_dates_is_of_that_week():
    text = "The regional bloc suspended Guinea-Bissau on {}, {} soldiers seized power and detained President Sanha."
    assert days(text.format("Friday", "a day after"), COUP) == "2031-06-13/2031-06-20"
    assert days(text.format("Saturday", "two days after"), COUP) == "2031-06-14/2031-06-21"
    assert days(text.format("Monday", "a day after"), COUP) == "2031-06-11/.."  # no Monday comes after a Thursday


def test_a_day_to_come_bounds_a_report_that_tells_no_day_of_the_past():
    text = "Residents of Kelowna who fled the wildfire will be allowed to return home on August 14, the city said."
    assert days(text, FIRE) == "../2031-08-14"
    assert days(text.replace("August 14", "August 14, 2032"), FIRE) == "../2032-08-14"
    assert days(text.replace("August 14", "December 1"), FIRE) is None  # of this year or the one before
