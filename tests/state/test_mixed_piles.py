"""Series in a pile that tells of many things: other years, other lands, rates, sums of other givers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.record.model import PlacedQuantity
from dateline.state.series import as_of, series
from dateline.state.series_grounds import elsewhere, lands
from dateline.state.series_identity import pace
from dateline.terms import Anchor
from state.test_series import record, told


def said_in(placed: PlacedQuantity, sentence: str) -> PlacedQuantity:
    """The figure with the sentence it stands in."""
    q = placed.quantity
    at = sentence.index(q.amount.text)
    words = Anchor(q.report, at, at + len(q.amount.text), q.amount.text)
    return replace(placed, quantity=replace(q, anchor=Anchor(q.report, 0, len(sentence), sentence), amount=words))


def test_those_killed_long_ago_are_a_series_of_their_own() -> None:
    now = told("r1", "2031-05-02", "40 people", 40, "people", None, None, "killed")
    then = told("r2", "2031-05-03", "9,000 people", 9000, "people", None, None, "killed", true="1998-05-01")
    assert sorted(s.title for s in series(record(now, then))) == ["people killed", "people killed in 1998"]


def test_a_rate_is_no_count_of_what_has_happened() -> None:
    rate = told("r1", "2031-05-02", "9,000 people", 9000, "people", None, None, "killed")
    assert pace(said_in(rate, "Fever kills 9,000 people a year.")) == "a year"
    assert pace(said_in(rate, "Every day it kills 9,000 people.")) == "a day"
    assert pace(said_in(rate, "It killed 9,000 people a year ago.")) == ""
    assert pace(said_in(rate, "Of 9,000 people most live on less than $2 a day.")) == ""


def test_a_figure_told_of_another_land_is_not_led_to_the_only_place() -> None:
    here = [told(f"r{n}", "2031-05-02", "40 people", 40, "people", None, "Mexico", "killed") for n in range(3)]
    there = said_in(told("r4", "2031-05-03", "17 people", 17, "people", None, None, "killed"), "Spain lost 17 people.")
    home = said_in(
        told("r5", "2031-05-03", "18 people", 18, "people", None, None, "killed"), "The fever took 18 people."
    )
    by_title = {s.title: len(s.points) for s in series(record(*here, there, home))}
    assert by_title == {"people killed in Mexico": 4, "people killed": 1}


def test_lands_are_named_by_name_demonym_and_capital() -> None:
    assert lands("Spanish doctors and officials in Paris met.") == {"Spain", "France"}
    assert elsewhere("Nine fell ill in Scotland.", "United Kingdom")
    assert not elsewhere("Nine fell ill in the United Kingdom and Spain.", "United Kingdom")


def test_one_origin_out_of_all_proportion_does_not_stand() -> None:
    many = [
        told(f"r{n}", f"2031-05-{n + 1:02}", f"{40 + n} people", 40 + n, "people", None, "Mali", "killed")
        for n in range(7)
    ]
    other = told("r9", "2031-05-09", "25,000,000 people", 25e6, "people", None, "Mali", "killed")
    (one,) = series(record(*many, other))
    line = as_of(one, date(2031, 5, 9), None)
    assert line is not None
    assert line["latest"]["words"] == "46 people"


def test_in_a_pile_of_many_stories_a_small_number_is_led_nowhere_by_chance() -> None:
    pile = [told(f"x{n:02}", "2031-05-02", f"{n + 50} ships", n + 50, "ship", "Ostra", "Peru") for n in range(21)]
    here = told("r1", "2031-05-02", "40 people", 40, "people", None, "Mexico", "killed")
    there = told("r2", "2031-05-02", "90 people", 90, "people", None, "Chile", "killed")
    open_ = told("r3", "2031-05-03", "90 men", 90, "people", None, None, "killed")
    alone = {s.title: len(s.points) for s in series(record(here, there, open_))}
    mixed = {s.title: len(s.points) for s in series(record(*pile, here, there, open_))}
    assert alone["people killed in Chile"] == 2  # one story: the 90 are those in Chile
    assert mixed["people killed in Chile"] == 1
    assert "people killed" not in mixed  # nobody says where, when or of what


def test_sums_of_unnamed_givers_are_one_line_only_where_they_agree() -> None:
    pile = [told(f"x{n:02}", "2031-05-02", f"{n + 50} ships", n + 50, "ship", "Ostra", "Peru") for n in range(21)]
    gifts = [
        told(f"r{n}", "2031-05-02", f"{size} euros", size, "money", None, None, "given", unit="EUR")
        for n, size in enumerate((5_000_000, 90_000_000))
    ]
    assert "money given" not in {s.title for s in series(record(*pile, *gifts))}
    assert "money given" in {s.title for s in series(record(*gifts))}
