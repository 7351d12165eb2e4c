"""In a pile that may tell many stories a series holds what answers its one question, and names no guessed place."""

from __future__ import annotations

import pytest

from dateline.state.model import ONE_STORY
from dateline.state.series import series
from stories import record_from

OTHERS = ["The weather stays fine." for _ in range(ONE_STORY)]  # a large pile


def told(*texts):
    pile = [(f"2031-05-{n % 28 + 1:02}", text) for n, text in enumerate([*texts, *OTHERS])]
    return {one.title: sorted(p.value[1] for p in one.points) for one in series(record_from(*pile))}


def test_a_report_that_gives_two_numbers_for_one_question_speaks_of_two_things():
    first = "Gunmen killed 12 guards in Peru on Monday."
    assert told(first) == {"guards killed in Peru": [12]}
    assert told(f"{first} In Peru 40 guards were killed in the raids of the army.") == {}


def test_of_two_numbers_the_one_that_another_report_tells_stands():
    both = "Gunmen killed 12 guards in Peru on Monday. In Peru 40 guards were killed in the raids of the army."
    assert told(both, "Raids killed 40 guards in Peru, a priest said.") == {"guards killed in Peru": [40, 40]}


def test_what_might_come_is_no_answer_beside_what_is():
    real = "The fever has killed 50 people in Peru."
    assert told(real, "The fever could kill 9,000 people in Peru, a doctor said.") == {"people killed in Peru": [50]}


def test_an_open_toll_of_another_size_is_not_that_of_the_only_place():
    here = [f"Gunmen killed {n} guards in Peru, officials said." for n in (40, 42, 41)]
    assert told(*here, "Gunmen killed three guards.")["guards killed in Peru"] == [40, 41, 42]


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 percent of the workers were injured in Peru.",  # of how many
        "Sales of the firm Ostra rose by 12 percent.",  # a move, and no level
        "Ostra Lines has made four calls.",  # a thing that befell no place
        "Six of the guards were injured in Peru.",  # of how many
        "No guards were injured in Peru.",
        "The team's 40 dogs are barking.",  # whose team
    ],
)
def test_a_share_a_move_or_a_mere_thing_of_one_report_is_no_line(text):
    assert told(text) == {}


@pytest.mark.parametrize("text", ["Turnout was 40 percent in Peru.", "The firm Ostra has a stake of 12 percent."])
def test_a_rate_is_a_line(text):
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The fever could kill millions in Peru.",
        "The clinic has 230 suspected cases.",
        "Some 90 flights a day are landing.",
        "The fever has spread to nine countries.",
        "Ada Lund gave $4 million to Partners In Tarnby.",
    ],
)
def test_what_may_be_none_or_is_somewhere_or_other_is_no_line(text):
    assert [title for title in told(text) if "Tarnby" in title or "Lund" not in title] == []
