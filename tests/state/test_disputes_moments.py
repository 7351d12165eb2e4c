"""Two days told of one deed in other words; and deeds that are two, plans that moved, days of speech."""

import re

import pytest

from dateline.lexicon.tables import table
from dateline.state.disputes_contests import of_contest
from dateline.state.disputes_moments import moments
from dateline.state.disputes_scene import scenes
from stories import record_from


def disputes_of(*texts, days=("2031-09-17", "2031-09-18")):
    record = record_from(*zip(days, texts, strict=False))
    found = moments(record, scenes(record))
    return [line for one in found for line in of_contest(one, range(len(one.words)))]


@pytest.mark.parametrize("row", table("days_deeds"), ids=lambda row: row["deed"])
def test_a_deed_is_told_by_its_example(row):
    assert re.search(rf"\b(?:{row['words']})\b", row["example"], re.I)
    assert row["needs"].partition("+")[0] in {"person", "name"}


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        (
            "The toll bridge at Sarn collapsed on Saturday, 13 September, the mayor said.",
            "The ministry said on Thursday that the Sarn bridge fell on Sunday, 14 September.",
            ["2031-09-13", "2031-09-14"],
        ),
        (
            "Officers took the printer Edda Rahl from her flat on 3 September, her sister says.",
            "Edda Rahl was detained on 6 September at a ferry stop, the prosecutor said.",
            ["2031-09-03", "2031-09-06"],
        ),
        (
            "The first case of Velm fever was seen on 9 August, the ministry said.",
            "A team from Orsk dates the first patient with Velm fever to 2 July.",
            ["2031-07-02", "2031-08-09"],
        ),
        (
            "Velcom noticed the intrusion on 20 August, it said in a filing.",
            "A technician at Velcom discovered the breach on 2 August, leaked mails show.",
            ["2031-08-02", "2031-08-20"],
        ),
    ],
)
def test_two_days_for_one_deed_are_in_dispute(one, other, answers):
    (line,) = disputes_of(one, other)
    assert line["kind"] == "date"
    assert sorted(p["answer"] for p in line["positions"]) == answers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The toll bridge at Sarn collapsed on Saturday.", "The rail bridge at Orsk fell on Sunday."),
        ("The ferry Lena will sail from Sarn on Tuesday.", "The ferry Lena sailed from Sarn on Wednesday."),
        ("The ferry Lena sailed from Sarn on Tuesday.", "The ferry Lena sailed from Sarn again on Wednesday."),
        ("Edda Rahl was arrested on Monday.", "Edda Rahl was released on Wednesday."),
        ("A truce took effect in Velm on Monday.", "The truce in Velm collapsed on Thursday."),
        ("The airport in Velm was shut on Monday.", "The airport in Velm reopened on Wednesday but shut on Thursday."),
        ("Radio Sarn lost its licence on Monday.", "The licence of Radio Sarn was restored on Thursday."),
        (
            "Edda Rahl was detained in Velm on Monday.",
            "Edda Rahl was charged in Velm on Thursday, and remanded in custody.",
        ),
        ("Hundreds were evacuated from Velm on Monday.", "Those evacuated from Velm were allowed home on Thursday."),
        ("The strike at the Sarn mill began on Monday.", "The strike at the Sarn mill ended on Thursday."),
        ("A fire broke out at the Sarn mill on Monday.", "The fire at the Sarn mill was put out on Wednesday."),
        ("Rebels seized the town of Velm on Monday.", "The army retook the town of Velm on Thursday."),
        ("Five people died in Velm on Monday.", "Nine people died in Velm on Wednesday."),
        (
            "The trial of Edda Rahl is to open on 2 October.",
            "The trial of Edda Rahl, put off by a week, is to open on 9 October.",
        ),
        (
            "The mill at Velm burned on Monday, its owner said.",
            "The owner of the mill at Velm, which burned down, wept, he said on Wednesday.",
        ),
        (
            "The ferry Lena sank off Velm on Monday.",
            "The toll from the sinking of the ferry Lena off Velm rose to 19 on Tuesday.",
        ),
        (
            "The ferry Lena sank off Velm on Monday.",
            "The captain was arrested over the sinking of the ferry Lena on Tuesday.",
        ),
    ],
)
def test_other_deeds_plans_and_days_of_speech_are_none(one, other):
    assert disputes_of(one, other) == []


def test_two_voices_of_one_report_that_differ_are_two_sides():
    (line,) = disputes_of(
        "Two versions exist of when the ministry was told of the leak at Velm. The operator's log shows a call to the "
        "ministry on 3 September. The ministry says that it was informed only on 11 September."
    )
    assert sorted(p["answer"] for p in line["positions"]) == ["2031-09-03", "2031-09-11"]
