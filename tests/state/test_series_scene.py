"""In a pile that may tell many stories a place told before is that of a figure only where it is a town or a land."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.state.series_scene import surely_there
from dateline.terms import Anchor
from state.test_series import told


@pytest.mark.parametrize(
    ("site", "own", "sentence", "sure"),
    [
        ("outside Peru", True, "Nine died outside Peru.", None),  # everywhere else
        ("in Asia", False, "Nine have died.", None),
        ("at Tarnby airport", False, "Nine have died.", None),
        ("at Tarnby airport", True, "Nine have died at Tarnby airport.", "at Tarnby airport"),
        ("in Lima", False, "Nine have died.", "in Lima"),
        ("in Lima", False, "Nine have died in Chilean towns.", None),
        ("in Lima", False, "Nine have died in Peruvian towns.", "in Peru"),
    ],
)
def test_a_place_told_before_is_the_towns_or_the_lands(site, own, sentence, sure):
    placed = told("r1", "2031-05-02", "Nine", 9, "people", None, None, "killed")
    anchor = Anchor("r1", 0, len(sentence), sentence)
    quantity = replace(placed.quantity, site=site, site_own=own, anchor=anchor)
    assert surely_there(replace(placed, quantity=quantity)).quantity.site == sure
