"""A pile tells many stories where it has many reports, or some that are long: there loose numbers are no figures."""

from __future__ import annotations

import pytest

from dateline.state.model import ONE_STORY
from dateline.state.pile import FEW, MUCH, many_stories
from dateline.state.series import series
from stories import record_from

WEATHER = "The weather in Ostrel stays fine."
LONG = " ".join([WEATHER] * (MUCH // FEW))


@pytest.mark.parametrize(
    ("reports", "text", "many"),
    [(FEW, LONG * 2, False), (FEW + 4, WEATHER, False), (FEW + 4, LONG, True), (ONE_STORY + 1, WEATHER, True)],
)
def test_many_reports_or_some_long_ones_tell_many_stories(reports, text, many):
    assert many_stories(record_from(*[("2031-05-02", text)] * reports)) is many


@pytest.mark.parametrize("text", [WEATHER, LONG])
def test_a_loose_number_is_a_figure_only_where_one_story_is_told(text):
    loose = "Nine barges traded on Monday."
    found = series(record_from(*(("2031-05-02", t) for t in (loose, *[text] * (FEW + 3)))))
    assert [one.title for one in found] == (["barges"] if text == WEATHER else [])
