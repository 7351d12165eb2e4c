"""Numbers that slipped in a retelling, counts that shrank, numbers put against each other in one report."""

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from state.made import counted, record_of


def disputes_of(*quantities):
    record = record_of(quantities=quantities)
    return disputes(record, states(record), series(record))


def answers(lines):
    return [sorted(p["answer"] for p in line["positions"]) for line in lines]


def beds(report, day, text, amount, value, noun):
    return counted(report, day, text, amount, value, noun, unit=noun)


def test_a_nought_too_many_is_seen_though_the_noun_is_another():
    lines = disputes_of(
        beds(
            "wire",
            "2031-03-04",
            "Halden recalled 84,000 cots with loose rails.",
            "84,000 cots",
            84000,
            "cot",
        ),
        beds("buzz", "2031-03-05", "Halden recalled 840,000 beds over its loose rails!", "840,000 beds", 840000, "bed"),
    )
    assert answers(lines) == [["84,000 cots", "840,000 beds"]]


@pytest.mark.parametrize(
    ("text", "amount", "value", "noun", "day"),
    [
        ("Sarn bought 840,000 shells abroad.", "840,000 shells", 840000, "shell", "2031-03-05"),
        ("Halden recalled 91,000 beds over its loose rails.", "91,000 beds", 91000, "bed", "2031-03-05"),
        ("Halden recalled 840,000 beds over its loose rails.", "840,000 beds", 840000, "bed", "2031-09-05"),
    ],
)
def test_other_things_other_digits_and_other_times_have_not_slipped(text, amount, value, noun, day):
    first = beds("wire", "2031-03-04", "Halden recalled 84,000 cots with loose rails.", "84,000 cots", 84000, "cot")
    assert disputes_of(first, beds("buzz", day, text, amount, value, noun)) == []


def killed(report, day, text, amount, value):
    return counted(report, day, text, amount, value, "person", scope=("killed",))


def test_a_toll_told_smaller_later_is_in_dispute_and_one_that_grows_is_none():
    fourteen = killed("buzz", "2031-03-05", "In all 14 people have died in the blast.", "14 people", 14)
    four = killed("wire", "2031-03-08", "The number of dead stands at four.", "four", 4)
    assert answers(disputes_of(fourteen, four)) == [["14 people", "four"]]
    twenty = killed("wire", "2031-03-08", "The number of dead stands at twenty.", "twenty", 20)
    assert disputes_of(fourteen, twenty) == []


def test_those_killed_overnight_are_not_the_toll_told_smaller():
    fourteen = killed("buzz", "2031-03-05", "In all 14 people have died in the fighting.", "14 people", 14)
    three = killed("wire", "2031-03-08", "Shells fell on the quarter and three people were killed.", "three people", 3)
    assert disputes_of(fourteen, three) == []


def paid(report, day, text, amount, value, state="given"):
    return counted(report, day, text, amount, value, "money", unit="USD", scope=(state,))


def test_two_sums_told_of_one_ransom_are_in_dispute_and_two_gifts_are_none():
    one = paid("wire", "2031-03-04", "The line paid the hackers $2 million for the key.", "$2 million", 2e6)
    other = paid("post", "2031-04-01", "The hackers got $4 million for the key.", "$4 million", 4e6, "received")
    assert answers(disputes_of(one, other)) == [["$2 million", "$4 million"]]
    gift = paid("wire", "2031-03-04", "Norway gave $2 million for the key wells.", "$2 million", 2e6)
    more = paid("post", "2031-04-01", "Sweden gave $4 million for the key wells.", "$4 million", 4e6)
    assert disputes_of(gift, more) == []


def test_a_number_put_against_another_is_in_dispute_with_it():
    one = counted(
        "wire", "2031-03-04", "The crack spilled 900 tonnes of oil.", "900 tonnes", 900, "oil", unit="tonne",
        scope=("spilled",),
    )  # fmt: skip
    other = counted(
        "post", "2031-03-05", "The divers put the spill at 2,500 tonnes.", "2,500 tonnes", 2500, "oil", unit="tonne",
        scope=("spilled",),
    )  # fmt: skip
    assert answers(disputes_of(one, other)) == [["2,500 tonnes", "900 tonnes"]]


def test_other_people_with_the_same_digits_are_no_slip():
    """Doctors are not the homeless, however many noughts lie between them."""
    doctors = "Osland had more than 300 doctors in the quake region, who treat the injured in field hospitals."
    homeless = "In the quake region 300,000 were made homeless and the injured wait for field hospitals, Osland said."
    lines = disputes_of(
        counted("wire", "2031-03-04", doctors, "300 doctors", 300, "doctor"),
        counted("post", "2031-03-05", homeless, "300,000", 300000, "people"),
    )
    assert lines == []


def test_a_depth_is_no_weight_with_noughts_lost():
    """The same channel is told by its depth and by what was cleared from it."""
    deep = "The channel of Sarn has fully reopened on Monday, 700 feet wide and 50 feet deep."
    cleared = "The channel of Sarn has fully reopened, 700 feet wide, after removal of 50,000 tons of debris."
    lines = disputes_of(
        counted("wire", "2031-03-04", deep, "50 feet", 50, "channel", unit="foot"),
        counted("post", "2031-03-05", cleared, "50,000 tons", 50000, "debris", unit="ton"),
    )
    assert lines == []
