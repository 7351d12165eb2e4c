"""Two voices that give two numbers one after the other."""

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from stories import record_from


def disputes_of(text):
    record = record_from(text)
    return disputes(record, states(record), series(record))


def test_a_number_that_one_voice_sets_at_once_against_that_of_another_is_in_dispute():
    told = "At least 23 soldiers were killed in Gorom on Monday, a nurse said. The army said nine soldiers had died."
    assert [sorted(p["answer"] for p in line["positions"]) for line in disputes_of(told)] == [
        ["At least 23 soldiers", "nine soldiers"]
    ]


def test_two_numbers_of_one_voice_are_no_dispute():
    told = "At least 23 soldiers were killed in Gorom on Monday, the army said. The army said nine soldiers had died."
    assert disputes_of(told) == []
