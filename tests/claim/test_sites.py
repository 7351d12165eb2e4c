"""The place a figure is told of where its own words name none: of its sentence, or of the scene told before."""

import pytest

from dateline.pipeline import read_one
from dateline.report.load import from_text


def sites(text):
    told = read_one(from_text(text, id="r", published="2031-03-04", language="en")).quantities
    return [(q.low, q.site) for q in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A landslide that hit the hill town of Merrano killed 14 people on Monday.", (14, "in Merrano")),
        ("At least 14 people drowned after a ferry sank off Merrano on Monday.", (14, "off Merrano")),
        ("A fire at Merrano prison killed 14 inmates on Monday.", (14, "at Merrano prison")),
        ("Fire swept through a warehouse in the port district of Merrano, killing 14 workers.", (14, "in Merrano")),
        ("The Merrano wind farm has 40 turbines.", (40, "at Merrano wind farm")),
        ("Health authorities in Merrano confirmed 140 cases of measles.", (140, "in Merrano")),
        ("The mill will close its Merrano works with the loss of 300 jobs.", (300, None)),
        ("Nine miners flew home from Merrano.", (9, None)),
        ("Shares in Merrano rose 4 percent.", (4, None)),
        ("China's state media said eight climbers were dead.", (8, None)),
        ("Nine men died in Roman times.", (9, None)),
        ("At least 65 people, most of them in Merrano, have died of the fever.", (65, None)),
    ],
)
def test_the_sentence_tells_the_place(text, expected):
    assert expected in sites(text)


def test_the_scene_told_before_holds_for_those_of_whom_something_is_told():
    told = "An avalanche came down near Merrano on Monday. Nine skiers were killed. Tickets there cost 40 crowns."
    assert sites(told) == [(9, "near Merrano"), (40, None)]


def test_a_sentence_of_a_wider_scope_is_of_no_single_place():
    told = "A fire at Merrano prison killed 14 inmates. Such fires have killed 163 people in the past decade."
    assert sites(told) == [(14, "at Merrano prison"), (163, "")]


def test_who_fled_or_left_is_told_of_no_scene():
    assert sites("A dam burst in Merrano on Monday. Nine people fled.")[-1] == (9, None)


def test_a_place_behind_another_number_is_that_of_the_other():
    told = "The count of people killed has reached 302 - 232 in Merrano, 52 in Ostrel and 18 in Karsk."
    assert dict(sites(told))[302] is None


def test_what_is_counted_over_the_whole_world_is_of_no_place():
    text = (
        "Worldwide, 615 infections have been confirmed, the agency said in Geneva. Ireland reported its first case.\n"
    )
    found = read_one(from_text(text, id="1", published="2031-05-05")).quantities
    assert {q.site for q in found if q.low == 615} == {""}
