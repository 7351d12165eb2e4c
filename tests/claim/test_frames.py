"""Figures by the words around them, lengths of time, tallies, and numbers whose noun was told before."""

import pytest

from dateline.claim.figure.quantities import quantities
from dateline.report.model import Report
from dateline.sentence import parse


def figures(text: str) -> list[tuple[float, float, str, str]]:
    report = Report(id="r", sha256="0", text=text)
    return [(q.low, q.high, q.counted, q.unit) for q in quantities(report, parse.read(text), (), (), ())]


@pytest.mark.parametrize(
    ("text", "value", "counted", "unit"),
    [
        ("Polls closed at dusk with a turnout of 71%.", 71, "turnout", "percent"),
        ("The Reds led the poll ahead of the Blues on 15.1%.", 15.1, "vote", "percent"),
        ("She won the run-off by 52.6% to 47.4%.", 47.4, "vote", "percent"),
        ("It foresees a deficit equal to 2.9% of GDP.", 2.9, "deficit", "percent"),
        ("Traders see rates peaking at 4.25% by autumn.", 4.25, "rate", "percent"),
        ("Hotels told of an occupancy of 83%.", 83, "occupancy", "percent"),
        ("The heat goes on: forecasters expect 48C by Tuesday.", 48, "temperature", "°C"),
        ("The thermometer fell to minus 31C overnight.", -31, "thermometer", "°C"),
        ("It rained all day, and 112 millimetres were measured.", 112, "rain", "mm"),
        ("Half a metre of snow fell on the pass.", 0.5, "snow", "m"),
        ("The river stood at 8.12 metres.", 8.12, "water level", "m"),
        ("The slide wiped $3 billion off its market value.", 3e9, "market value", "USD"),
        ("Wheat traded at $6.12 a bushel.", 6.12, "wheat", "USD"),
        ("The jail was built for 600.", 600, "capacity", "capacity"),
        ("He was sentenced to nine years in prison.", 9, "prison sentence", "year"),
        ("She received a four-year prison sentence.", 4, "prison sentence", "year"),
        ("He must do 200 hours of community service.", 200, "community service", "hour"),
        ("Passengers faced delays of 40 minutes.", 40, "delay", "minute"),
        ("The journey takes 52 minutes instead of 75.", 75, "journey time", "minute"),
        ("Parliament passed the bill by 74 votes to 58.", 58, "vote", "vote"),
        ("Lawmakers voted 61-34 to remove the speaker.", 34, "vote", "vote"),
        ("The council rejected the plan by nine votes to six.", 9, "vote", "vote"),
        ("The Reds won 40 seats and the Blues 12.", 12, "seat", "seat"),
        ("The Reds won 88 seats. The Blues took 61.", 61, "seat", "seat"),
        ("The chain closed nine stores and now has 604 in four countries.", 604, "store", "store"),
        ("Norvik will buy 24 jets. The first six are to be delivered in May.", 6, "jet", "aircraft"),
        ("Some 52 people were hurt and 1,300 spent the night in tents.", 1300, "people", "person"),
        ("Eleven people were injured, six seriously.", 6, "people", "person"),
        ("It was the 18th knife attack of the year.", 18, "attack", "attack"),
        ("A 300-strong choir sang for the minister.", 300, "people", "person"),
        ("Output fell to 310,000 tonnes.", 310_000, "output", "tonne"),
        ("The number of people killed has gone up to 14.", 14, "people", "person"),
        ("Nobody was killed when the roof fell.", 0, "person", "person"),
        ("Bakers charge 3.20 crowns for a loaf, up from 2.80.", 2.8, "money", "crown"),
    ],
)
def test_the_words_around_a_number_say_what_it_counts(text, value, counted, unit):
    assert (value, counted, unit) in [(low, what, u) for low, _, what, u in figures(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two crew members are missing. The captain, 58, was questioned and released.", 58),
        ("The strike lasted 14 days.", 14),
        ("Quotes are delayed by at least 15 minutes.", 15),
        ("The test flight lasted four hours.", 4),
        ("Plans are being made to house 400 families.", 600),
        ("They won the match 3-2.", 3),
    ],
)
def test_what_is_no_figure_stays_none(text, value):
    assert value not in [low for low, *_ in figures(text)]


def test_the_two_sides_of_a_vote_are_two_questions():
    report = Report(id="r", sha256="0", text="The senate rejected the treaty by 45 votes to 51.")
    found = quantities(report, parse.read(report.text), (), (), ())
    assert [(q.low, q.scope) for q in found] == [(45, ("in favour",)), (51, ("against",))]


def test_a_range_of_sums_below_another_verb_is_one_figure():
    text = "It warned that annual revenue would come in at between €1.4 billion and €1.6 billion."
    assert figures(text) == [(1.4e9, 1.6e9, "revenue", "EUR")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some $500 million in foreign aid is suspended.", None),
        ("About $442 million in trade and farm assistance will be halted.", None),
        ("About $442 million in farm assistance will be halted.", "farm"),
        ("Its foreign debt came to $9 billion.", "foreign"),
    ],
)
def test_a_kind_is_told_where_it_is_one_and_says_something(text: str, kind: str | None) -> None:
    found = quantities(Report(id="r", sha256="0", text=text), parse.read(text), (), (), ())
    assert [q.kind for q in found] == [kind]
