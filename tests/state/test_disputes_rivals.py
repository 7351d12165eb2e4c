"""What is in dispute once some of the figures are known does not depend on how many became known at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.state import disputes_rivals as rivals_of
from dateline.state.disputes_figures import counted
from dateline.state.disputes_rivals import Rivals
from dateline.state.series import series
from dateline.terms import Anchor, Voice
from state import test_series

DAYS = st.integers(0, 200).map(lambda n: date(2024, 1, 1) + timedelta(n))


@st.composite
def counts(draw, n):
    """A count of one body, by one of three voices or in the report's own, of its day or an earlier one."""
    day = draw(DAYS)
    true = draw(st.one_of(st.none(), st.integers(0, 120).map(lambda k: day - timedelta(k))))
    told = test_series.told(
        f"r{n:02}", draw(st.sampled_from([day.isoformat(), f"{day:%Y-%m}"])), f"{n} soldiers in Gao",
        draw(st.sampled_from([100, 104, 150, 240])), "soldier",
        *draw(st.sampled_from([("France", "Mali"), (None, None)])),
        *draw(st.sampled_from([(), (), ("killed",)])), true=true and true.isoformat(),
    )  # fmt: skip
    who = draw(st.sampled_from([None, "the army", "the rebels"]))
    voice = (Voice(who, "organisation", "said", Anchor.cut(told.quantity.report, "x", 0, 1)),) if who else ()
    return replace(told, quantity=replace(told.quantity, voice=voice), voice=voice)


@pytest.mark.parametrize("window", [rivals_of.NEXT, 2])
@given(st.integers(2, 14).flatmap(lambda n: st.tuples(*(counts(i) for i in range(n)))), st.booleans())
@settings(max_examples=150, deadline=None)
def test_rivals_found_one_report_after_the_other_are_those_found_at_once(window, pile, small):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rivals_of, "NEXT", window)
        for one in map(counted, series(test_series.record(*pile))):
            grown = Rivals(one, small)
            reports = sorted({p.quantity.quantity.report for p in one.points}, reverse=True)
            for n in range(1, len(reports) + 1):
                told = [p for p in one.points if p.quantity.quantity.report in reports[:n]]
                moves = n > 5
                grown.learn(told, moves)
                at_once = Rivals(one, small)
                at_once.learn(told, moves)
                assert grown.lines() == at_once.lines()
