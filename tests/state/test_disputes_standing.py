"""How a thing stands, told in two ways that exclude each other; and what only changed, or is another thing."""

from datetime import date

import pytest

from dateline.lexicon.tables import table
from dateline.state.disputes_contests import of_contest
from dateline.state.disputes_matters import Sentence
from dateline.state.disputes_scene import Scene, scenes
from dateline.state.disputes_stances import stances
from dateline.state.disputes_standing import standings
from dateline.terms import When
from stories import record_from


def disputes_of(*texts, days=("2031-09-17", "2031-09-17")):
    record = record_from(*zip(days, texts, strict=True))
    return [line for one in standings(record, scenes(record)) for line in of_contest(one, range(len(one.words)))]


@pytest.mark.parametrize("row", table("standing"), ids=lambda row: f"{row['group']} {row['side']}: {row['example']}")
def test_a_wording_is_known_by_its_example(row):
    day = When(date(2031, 9, 17), date(2031, 9, 17), "2031-09-17")
    sentence = Sentence("r00", 0, row["example"], day)
    told = stances(Scene(sentence, 0, (), (), {}, "", row["example"], frozenset(), frozenset(), False))
    assert (row["group"], row["side"]) in {(s.group, s.answer) for s in told}


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "The Sarn crossing is open to buses, the customs office said on Wednesday.",
            "Drivers said on Wednesday that the border post at Sarn remained shut.",
            "open or closed",
        ),
        (
            "The siege of Orsk has been lifted, the general staff said.",
            "Aid workers in Orsk said on Wednesday that the siege was still in place.",
            "in force or not",
        ),
        (
            "The Rusk steelworks are running at full load, the owner said.",
            "The Rusk mill has stopped, its union said. Nobody had been let in since dawn, it added.",
            "working or not",
        ),
        (
            "Customs minister Edda Rahl has resigned, two aides said on Wednesday.",
            "Edda Rahl remains in office, the palace said on Wednesday.",
            "in office or gone",
        ),
        (
            "Government troops hold the town of Velm, the army said on Wednesday.",
            "Velm was still in rebel hands on Wednesday, a teacher said by telephone.",
            "in whose control",
        ),
        (
            "Ada Kren is president of the Velm chess league, its board said on Wednesday.",
            "Lev Orr remains the rightful president of the Velm chess league, a court clerk said on Wednesday.",
            "who holds the post",
        ),
    ],
)
def test_two_reports_of_one_day_that_exclude_each_other_are_in_dispute(one, other, question):
    (line,) = disputes_of(one, other)
    assert line["kind"] == "state"
    assert line["question"].endswith(f"{question}?")
    assert len(line["positions"]) == 2


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("The Sarn road is closed.", "The Sarn road is open again.", ("2031-09-15", "2031-09-17")),
        ("The Sarn road is closed.", "The Sarn road was reopened at noon.", ("2031-09-17", "2031-09-17")),
        ("The upper lock at Sarn is closed.", "The lower lock at Sarn is open.", ("2031-09-17", "2031-09-17")),
        ("Part of the Sarn road is closed.", "The Sarn road is open.", ("2031-09-17", "2031-09-17")),
        ("The Sarn road is closed.", "The Sarn road will be open, the mayor said.", ("2031-09-17", "2031-09-17")),
        ("Edda Rahl has resigned.", "Edda Rahl’s brother remains in office.", ("2031-09-17", "2031-09-17")),
        ("The port of Orsk is closed.", "The port of Sarn is open.", ("2031-09-17", "2031-09-17")),
    ],
)
def test_a_change_another_thing_a_part_and_a_plan_are_none(one, other, days):
    assert disputes_of(one, other, days=days) == []


def test_two_who_speak_in_one_report_are_two_sides():
    record = record_from(
        (
            "2031-09-17",
            "The Sarn tunnel is open, the ministry said. Drivers said that the Sarn tunnel was still blocked.",
        )
    )
    (contest,) = standings(record, scenes(record))
    (line,) = of_contest(contest, range(len(contest.words)))
    assert line["question"] == "How does it stand: Sarn tunnel, open or closed?"
    assert line["state"] == "open"


def test_what_is_denied_is_no_stance():
    held = "Police denied on Wednesday that the two reporters missing in Sarn were in custody."
    assert disputes_of(held, "The two reporters seized in Sarn have been freed.") == []
