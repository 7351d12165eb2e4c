"""Denials that answer what the same report has just told, and who is blamed for what."""

import pytest

from dateline.state.disputes_answers import points_back
from dateline.state.disputes_denials import matters
from dateline.state.disputes_matters import of_matter
from stories import record_from


def disputes_of(*texts):
    record = record_from(*texts)
    return [line for m in matters(record) for line in of_matter(m, range(len(m.words)))]


@pytest.mark.parametrize(
    "text",
    [
        "The army has attacked the Orsk barracks, the rebels said. The army denies this.",
        "The rebels said that the army had attacked the Orsk barracks. The minister called this untrue.",
        "The Orsk Post reported that the army had attacked the barracks. The army rejected the report.",
        "The mill transferred two million crowns to the captors, a clerk said. The owner denies that a cent was paid.",
        "The rebels said that they had captured the town of Orsk, a claim the army denied.",
        "The rebels said they shot down an army helicopter near Orsk on Monday, which the army has denied.",
        "Delmar accused Rusk of shelling a border village on Monday, an accusation rejected by Rusk.",
        "Witnesses said police had fired on the crowd in Orsk. The claim was denied by the ministry.",
        "The opposition said the referendum had been rigged, a charge the government rejected.",
    ],
)
def test_what_is_denied_without_being_said_again_is_what_was_told_before(text):
    (line,) = disputes_of(text)
    assert line["kind"] == "factuality"
    assert {p["answer"] for p in line["positions"]} == {"it happened", "denied"}


@pytest.mark.parametrize(
    "text",
    [
        "The clerk left the town on Monday. The judge rejected her account.",
        "The trial of Ana Ruda opened on Tuesday. She denies the charges.",
        "The Orsk Post reported that the mayor was ill, but he denied the report. The town hall was painted.",
        "A union said that the mill had not paid its bills. The mill denied the claim.",
        "The rebels, which the army denied having met, took Orsk on Monday.",
        "The minister resigned on Monday, which surprised nobody who denied him support.",
    ],
)
def test_a_denial_of_something_else_or_of_a_not_is_none(text):
    assert disputes_of(text) == []


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "The bridge at Orsk was blown up on Thursday. The rebels blamed army sappers. "
            "The army said it knew nothing of the matter.",
            {"army sappers did it", "army sappers did not"},
        ),
        (
            "Two guards were shot dead near Sarn on Monday. Rusk accused Delmar, which denied any involvement.",
            {"Delmar did it", "Delmar did not"},
        ),
        (
            "Two guards were shot dead near Sarn on Monday. Rusk blamed Delmar. Delmar blamed smugglers.",
            {"Delmar did it", "smugglers did it"},
        ),
    ],
)
def test_who_is_blamed_and_denies_it_or_blames_another(text, answers):
    (line,) = disputes_of(text)
    assert (line["kind"], {p["answer"] for p in line["positions"]}) == ("role", answers)


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were shot dead near Sarn on Monday. Rusk blamed Delmar. Delmar, it added, had moved its tanks.",
        "Two guards were shot dead near Sarn on Monday. Delmar, which blames smugglers, denied any role.",
        "Rusk blamed Delmar. Delmar denied any role.",
    ],
)
def test_blame_that_nobody_answers_or_for_nothing_told_is_none(text):
    assert [line for line in disputes_of(text) if line["kind"] == "role"] == []


BLAMED = (
    "Gunmen killed 11 villagers in Orsk on Monday. The government blamed the Sons of the River militia for the attack."
)


@pytest.mark.parametrize(
    "answer",
    [
        "The Sons of the River denied carrying out the attack in Orsk and accused the army of the killing.",
        "The Sons of the River denied any role in the killings in Orsk on Monday.",
        "A spokesman said that the Sons of the River were not behind Monday's attack in Orsk.",
    ],
)
def test_who_is_blamed_in_one_report_and_denies_it_in_another(answer):
    (line,) = disputes_of(("2032-02-03", BLAMED), ("2032-02-04", answer))
    name = "Sons of the River militia"
    assert (line["kind"], {p["answer"] for p in line["positions"]}) == ("role", {f"{name} did it", f"{name} did not"})


@pytest.mark.parametrize(
    "answer",
    [
        "The Sons of the River denied carrying out the robbery in Orsk.",
        "The Sons of the River denied any role in the killings in Velm.",
        "Delmar denied any role in the killings in Orsk.",
    ],
)
def test_a_denial_of_another_deed_or_elsewhere_or_by_another_answers_no_blame(answer):
    assert [
        line for line in disputes_of(("2032-02-03", BLAMED), ("2032-02-04", answer)) if line["kind"] == "role"
    ] == []


def test_what_another_report_tells_of_the_same_event_stands_beside_what_is_denied():
    (line,) = disputes_of(
        "Rebels said that they had captured the town of Orsk on Monday, a claim the army denied.",
        "Rebels captured the town of Orsk on Monday, residents said.",
    )
    told = next(p for p in line["positions"] if p["answer"] == "it happened")
    assert {e["anchor"]["report"] for e in told["evidence"]} == {"r00", "r01"}


def test_a_denial_that_says_what_it_denies_points_back_at_nothing():
    assert points_back("The owner denies that the dam has leaked.") is None
