"""Golden situations: reports in, what an analyst would write down out; and the record does not depend on the order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dateline
from situations.story import Story, met, read_story

PAGES = sorted(Path(__file__).parent.glob("*.md"))
FLOOR = 0.9  # of the lines of each page; the misses are printed
# Pages not read well enough yet, and what they reach today. Raise these; a page that reaches FLOOR leaves the list.
BELOW: dict[str, float] = {
    **{"lanyard_bid": 0.81, "orange_cloud": 0.88, "locked_port": 0.75, "tower_wards": 0.81, "weavers_points": 0.64},
    **{"amber_keel": 0.68, "cold_sidings": 0.73, "high_sluice": 0.76, "second_count": 0.81, "stone_gate": 0.78},
    **{"bitter_wells": 0.72, "borrowed_water": 0.69, "salt_road": 0.74, "silent_bird": 0.62},
}


@pytest.fixture(scope="module", params=PAGES, ids=[p.stem for p in PAGES])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Story, dateline.Situation]:
    story = read_story(request.param)
    situation = dateline.open(tmp_path_factory.mktemp(story.name) / "s.dateline")
    situation.add(list(story.reports))
    return story, situation


def test_the_record_says_what_an_analyst_would_write_down(told):
    story, situation = told
    missed = [str(one) for one in story.expected if not met(one, situation)]
    floor = BELOW.get(story.name, FLOOR)
    share = round(
        1 - len(missed) / len(story.expected), 2
    )  # as floors are written: 54 lines of 60 are 0.9, 47 of 62 0.76
    assert share >= floor, f"{share} met, not:\n" + "\n".join(missed)


def test_every_line_leads_to_its_exact_words(told):
    _, situation = told
    assert situation.verify() == []


def test_the_order_of_adding_changes_nothing(told, tmp_path):
    story, situation = told
    other = dateline.open(tmp_path / "other.dateline")
    for row in reversed(story.reports):
        other.add([row])
    for name in ("sources", "timeline", "figures", "inforce", "disputes", "entities"):
        assert json.dumps(getattr(other, name)().to_dicts()) == json.dumps(getattr(situation, name)().to_dicts()), name


def test_every_line_has_evidence(told):
    _, situation = told
    for line in [*situation.timeline(), *situation.inforce()]:
        assert line.evidence, line
    assert all(line.points for line in situation.figures())
