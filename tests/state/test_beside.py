"""Two voices that give two numbers one after the other."""

from dateline.pipeline import linked, read_one
from dateline.report.load import from_text
from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series


def disputes_of(text):
    record = linked({"r": read_one(from_text(text, id="r", published="2032-02-03"))})
    return disputes(record, states(record), series(record))


def test_a_number_that_one_voice_sets_at_once_against_that_of_another_is_in_dispute():
    told = "At least 23 soldiers were killed in Gorom on Monday, a nurse said. The army said nine soldiers had died."
    assert [sorted(p["answer"] for p in line["positions"]) for line in disputes_of(told)] == [
        ["At least 23 soldiers", "nine soldiers"]
    ]


def test_two_numbers_of_one_voice_are_no_dispute():
    told = "At least 23 soldiers were killed in Gorom on Monday, the army said. The army said nine soldiers had died."
    assert disputes_of(told) == []
