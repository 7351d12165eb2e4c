"""What the store writes, it reads again, value for value."""

from __future__ import annotations

from datetime import date

from dateline.claim.model import ReadReport
from dateline.report.model import Noise, Reason, Report, Witness
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.store.codec import dumps, loads
from dateline.terms import Anchor, Voice, When

TEXT = "The port closed on Monday, officials said."


def a_report() -> Report:
    anchor = Anchor.cut("r1", TEXT, 16, 25)
    return Report(
        id="r1",
        sha256="00",
        text=TEXT,
        published=When.day(date(2024, 3, 22)),
        reasons=(Reason("the byline says so", anchor),),
        witnesses=(Witness("byline", When.month(2024, 3), "a month", anchor),),
        noise=(Noise(0, 3, "share"),),
        extra={"desk": "night", "n": 3},
    )


def test_a_report_comes_back_as_it_was():
    assert loads(Report, dumps(a_report())) == a_report()


def test_what_was_read_comes_back_as_it_was():
    time = TimeExpression(
        16, 25, "on Monday", "DATE", "XXXX-WXX-1", Meaning("weekday", fields=(("weekday", 1),)), "past"
    )
    read = ReadReport(a_report(), (), (), (time,), (), ((0, len(TEXT)),), "reader-1")
    assert loads(ReadReport, dumps(read)).times[0].meaning.get("weekday") == 1


def test_a_record_written_before_a_field_was_added_still_opens():
    assert loads(
        Voice, '{"name":"X","kind":"person","cue":"said","anchor":{"report":"r","start":0,"end":1,"text":"X"}}'
    )


def test_a_field_that_a_newer_version_wrote_is_passed_over():
    assert loads(When, '{"earliest":"2024-03-22","colour":"red"}').earliest == date(2024, 3, 22)
