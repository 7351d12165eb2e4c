"""What one side denies and another tells; what is denied and told by nobody is in dispute with nobody."""

import pytest

from dateline.state.disputes_denials import denied_words, matters
from dateline.state.disputes_matters import of_matter
from stories import record_from

RAID = "Gunmen attacked the Orsk barracks on Monday night, two officers said."


def disputes_of(*texts, days=("2031-09-17", "2031-09-18", "2031-09-20")):
    record = record_from(*zip(days, texts, strict=False))
    return [line for m in matters(record) for line in of_matter(m, range(len(m.words)))]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        (RAID, "The defence ministry denied on Wednesday that the Orsk barracks had been attacked."),
        (RAID, "The defence ministry rejected as false reports that the Orsk barracks had been attacked."),
        (
            "Intruders copied the bank details of customers of Velcom.",
            "Velcom denied that any bank details had been copied.",
        ),
        (
            "The director of the Orsk jail was dismissed on Tuesday.",
            "The director of the Orsk jail, Pavel Ruda, denied that he had been dismissed.",
        ),
        (
            "A ransom of two million dollars was paid, a negotiator said.",
            'The company did not pay a ransom, its chief executive said. "Not one cent."',
        ),
        (
            "Envoys of Rusk and Delmar met in Oslo on Monday, a diplomat said.",
            "A spokesman for Delmar denied that any talks had taken place with Rusk.",
        ),
    ],
)
def test_who_denies_what_another_report_tells_is_in_dispute_with_it(told, denied):
    (line,) = disputes_of(told, denied)
    assert line["kind"] == "factuality"
    assert {p["answer"]: p["reports"] for p in line["positions"]} == {"it happened": ["r00"], "denied": ["r01"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RAID, "The defence ministry denied that the airport of Sarn had been attacked."),
        (RAID, "Few would deny that the Orsk barracks had been attacked before."),
        ("No bodies were recovered on Monday, the coast guard said.", "Two bodies were recovered on Wednesday."),
        ("The envoy denied that the minister is resigning.", "The minister resigned on Thursday."),
        ("The mayor denied that he would resign.", "The mayor called on the governor to resign."),
        (
            "The mayor denied that the town hall had been sold.",
            "The mayor did not say whether the town hall might be sold.",
        ),
    ],
)
def test_another_matter_a_later_change_and_what_nobody_tells_are_no_dispute(one, other):
    assert disputes_of(one, other) == []


def test_an_accusation_and_its_denial_in_one_report_are_two_sides():
    (line,) = disputes_of(
        "The union said the mill had dumped acid in the Tarn. The mill denied that it had dumped acid in the Tarn."
    )
    assert [p["answer"] for p in line["positions"]] == ["denied", "it happened"]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("The line denied having sold the ferry.", "having sold the ferry"),
        ("There was no truth, he added, in reports that the plant had been sold.", "the plant had been sold"),
        ("Reports that the miners were shot are false, the firm said.", "the miners were shot"),
        ("The firm said that the miners were safe.", None),
    ],
)
def test_a_denial_is_known_by_its_words(sentence, what):
    found = denied_words(sentence)
    assert (found[1].strip() if found else None) == what


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        (
            "The central bank plans to devalue the lira next week, the Orsk Post reported.",
            "The central bank rejected reports that it would devalue the lira.",
        ),
        (
            "Rusk will close its embassy in Velm next month, a diplomat said.",
            "Rusk has no plans to close its embassy in Velm, the ministry said.",
        ),
        (
            "The company intends to sell its ferries to Velcom next year, a clerk said.",
            "The company denied planning to sell its ferries to Velcom.",
        ),
    ],
)
def test_who_denies_what_another_report_tells_as_planned_is_in_dispute_with_it(told, denied):
    (line,) = disputes_of(told, denied)
    assert line["question"].startswith("Is it planned: ")
    assert {p["answer"]: p["reports"] for p in line["positions"]} == {"planned": ["r00"], "denied": ["r01"]}


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("The government will raise fuel prices in June.", "The ministry has no plans to raise bread prices."),
        ("Rusk closed its embassy in Velm.", "Rusk had no plans to close its embassy in Velm, it had said."),
    ],
)
def test_a_plan_of_something_else_or_what_was_done_is_not_denied_as_planned(told, denied):
    assert disputes_of(told, denied) == []
