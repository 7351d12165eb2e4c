"""Two numbers told of one scene that exclude each other; and numbers that grew, or are of other people or places."""

import pytest

from dateline.lexicon.tables import table
from dateline.state.disputes_contests import of_contest
from dateline.state.disputes_counts import counts
from dateline.state.disputes_scene import scenes
from dateline.state.disputes_tallies import tallies
from stories import record_from


def disputes_of(*texts, days=("2031-09-17", "2031-09-17")):
    record = record_from(*zip(days, texts, strict=False))
    return [line for c in counts(record, scenes(record), []) for line in of_contest(c, range(len(c.words)))]


@pytest.mark.parametrize("row", table("counts_asked"), ids=lambda row: f"{row['question']}, {row['kind']}")
def test_a_number_answers_the_question_of_its_row(row):
    (scene,) = scenes(record_from(("2031-09-17", row["example"])))
    assert row["question"] in {t.question for t in tallies(scene)}


@pytest.mark.parametrize(
    ("texts", "answers"),
    [
        (
            (
                "A bomb at the cattle market in Velm killed 19 people on Tuesday, the ministry said.",
                "Doctors put the toll of the market bombing in Velm at 34 dead.",
            ),
            ["19 people", "34 dead"],
        ),
        (("Police put the crowd in Orsk at 8,000; the organisers spoke of 60,000 marchers.",), ["60,000", "8,000"]),
        (("Police estimated the crowd in Orsk at 8,000. Organisers counted 60,000.",), ["60,000", "8,000"]),
        (
            (
                "The fire at Sarn had burned 4,200 hectares by noon, the forest service said.",
                "Analysts at Orbis calculated the area burned at Sarn at 7,900 hectares.",
            ),
            ["4,200 hectares", "7,900 hectares"],
        ),
        (
            (
                "The grain office told parliament that reserves in Velm would last 90 days. Millers, who know the "
                "silos, calculated that stocks would run out after 35 days.",
            ),
            ["35 days", "90 days"],
        ),
    ],
)
def test_two_voices_with_two_numbers_for_one_scene_are_in_dispute(texts, answers):
    (line,) = disputes_of(*texts)
    assert line["kind"] == "figure"
    told = sorted(p["answer"] for p in line["positions"])
    assert all(said.startswith(answer) for answer, said in zip(answers, told, strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast in Velm killed 19 people, police said.", "The toll of the blast in Velm rose to 34, doctors said."),
        ("The blast in Velm killed 19 soldiers, police said.", "The blast in Velm killed 34 civilians, doctors said."),
        ("The blast in Velm killed 19 people, police said.", "The blast in Velm injured 34 people, doctors said."),
        ("The flood in Velm killed 19 people, police said.", "The flood in Orsk killed 34 people, doctors said."),
        (
            "The storm in Velm destroyed 40 houses, police said.",
            "Across the whole Velm valley 310 houses were lost, the governor said.",
        ),
        ("Police arrested 19 people in Velm, they said.", "Police arrested another 34 people in Velm, lawyers said."),
        ("The mill in Velm will cut 340 jobs, its owner said.", "The mill in Velm cut 900 jobs, the union said."),
    ],
)
def test_what_grew_other_people_other_places_and_plans_are_none(one, other):
    assert disputes_of(one, other) == []


def test_an_answer_is_the_number_with_what_is_counted():
    (line,) = disputes_of(
        "Some 50,000 demonstrators took to the streets of Velm on Monday, according to the league.",
        "Police put the crowd that marched through Velm on Monday at 8,000.",
    )
    assert sorted(p["answer"] for p in line["positions"]) == ["8,000", "Some 50,000 demonstrators"]


def test_children_taken_from_a_school_answer_how_many_are_held():
    (line,) = disputes_of(
        "Gunmen abducted 27 pupils from a school in Gora on Sunday night, the governor said.",
        "Police put the number of children taken from the Gora school at 21.",
        days=("2031-09-16", "2031-09-17"),
    )
    assert sorted(p["answer"] for p in line["positions"]) == ["21", "27 pupils"]
