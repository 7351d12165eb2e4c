"""Series of figures: which figures are answers to one question, and what holds on a day as known by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claim.model import Quantity, QuantityRole
from dateline.record.model import Dated, Origin, PlacedQuantity, Record
from dateline.state.series import as_of, series
from dateline.terms import Anchor, Factuality, When

EMPTY = Record({}, {}, {}, {}, {}, {}, {}, {}, ())


def when(words: str | None) -> When:
    if words is None:
        return When()
    if len(words) == 7:
        return When.month(int(words[:4]), int(words[5:]))
    return When.day(date.fromisoformat(words))


def told(
    report: str,
    published: str | None,
    words: str,
    low: float,
    counted: str = "soldier",
    of: str | None = "France",
    where: str | None = "Mali",
    *scope: str,
    role: QuantityRole = "level",
    true: str | None = None,
    real: Factuality = "happened",
    unit: str = "person",
) -> PlacedQuantity:
    anchor = Anchor(report, 0, len(words), words)
    q = Quantity(
        id=f"q{report}{words}{low}",
        report=report,
        anchor=anchor,
        amount=anchor,
        low=low,
        high=low,
        approximate=False,
        bound=None,
        role=role,
        unit=unit,
        counted=counted,
        of=of,
        where=where,
        scope=scope,
        time=0 if true else None,
        time_relation="at",
        tense=None,
        factuality=real,
        voice=(),
        context="body",
    )
    return PlacedQuantity(q, when(true), when(published), (), None, None)


def record(*placed: PlacedQuantity, origins: dict[str, str] | None = None) -> Record:
    names = {p.quantity.report for p in placed}
    return replace(
        EMPTY,
        quantities={p.quantity.id: p for p in placed},
        origins={n: Origin((origins or {}).get(n, n), ()) for n in names},
        dates={p.quantity.report: Dated(p.published, (), True) for p in placed},
    )


def value(made: Record, on: str | None, known_by: str | None = None, title: str | None = None) -> float | None:
    one = next(s for s in series(made) if title in (None, s.title))
    line = as_of(one, when(on).latest if on else None, when(known_by).latest if known_by else None, False)
    return line["latest"]["low"] if line and line["latest"] else None


def test_loose_words_for_one_body_of_people_stay_in_one_series() -> None:
    (one,) = series(
        record(
            told("a", "2023-10-01", "about 1,000 troops", 1000, "troop"),
            told("b", "2023-10-03", "1,000 French personnel", 1000, "personnel"),
            told("c", "2023-11-01", "900 soldiers", 900),
        )
    )
    assert one.title == "French troops in Mali"
    line = as_of(one, None, None, False)
    assert line and [p["words"] for p in line["points"]] == [
        "about 1,000 troops",
        "1,000 French personnel",
        "900 soldiers",
    ]


def test_another_country_another_series_and_one_base_a_series_under_it() -> None:
    made = series(
        record(
            told("a", "2023-10-01", "1,000 soldiers", 1000),
            told("a", "2023-10-01", "100 soldiers in Chad", 100, "soldier", "France", "Chad"),
            told("b", "2023-10-02", "200 soldiers at Gao", 200, "soldier", "France", "Mali", "at Gao"),
        )
    )
    by_title = {s.title: s for s in made}
    assert set(by_title) == {"French soldiers in Mali", "French soldiers in Chad", "French soldiers in Gao"}
    assert by_title["French soldiers in Gao"].under == by_title["French soldiers in Mali"].id


def test_a_figure_that_does_not_say_where_joins_the_only_series_it_can_mean() -> None:
    known = told("a", "2023-10-01", "1,000 soldiers", 1000)
    open_ = told("b", "2023-10-05", "its 900 soldiers", 900, "soldier", "France", None)
    assert len(series(record(known, open_))) == 1
    elsewhere = told("c", "2023-10-01", "950 soldiers in Chad", 950, "soldier", "France", "Chad")
    assert len(series(record(known, open_, elsewhere))) == 3  # it could mean either; none is guessed


def test_the_newest_level_by_the_day_as_known_by_the_day() -> None:
    made = record(
        told("a", "2023-10-01", "1,000 soldiers", 1000),
        told("b", "2024-02-01", "650 in December", 650, true="2023-12"),
        told("c", "2024-03-01", "800 soldiers", 800),
    )
    assert value(made, "2023-11-01") == 1000
    assert value(made, "2024-01-05", "2023-12-31") == 1000  # not yet told
    assert value(made, "2024-01-05", "2024-02-01") == 650
    assert value(made, "2024-03-02") == 800
    assert value(made, "2023-09-01") is None


def test_a_stale_copy_is_no_new_point_and_earlier_levels_do_not_stand() -> None:
    made = record(
        told("a", "2023-10-01", "1,000 soldiers", 1000),
        told("b", "2023-12-01", "600, down from 1,000", 600),
        told("b", "2023-12-01", "from 1,000", 1000, role="previous"),
        told("c", "2024-01-15", "1,000 soldiers", 1000),
        origins={"c": "a"},
    )
    assert value(made, "2024-02-01") == 600
    (one,) = series(made)
    assert [(p.value[0], p.repeat) for p in one.points if p.quantity.quantity.report == "c"] == [(1000, True)]


def test_a_plan_is_no_level_until_its_day_has_come() -> None:
    made = record(
        told("a", "2024-04-20", "a depth of 20 feet", 20, "channel", None, None, "depth", unit="foot"),
        told("b", "2024-04-24", "35 feet", 35, "channel", None, None, "depth", role="forecast", true="2024-04-28",
             real="planned", unit="foot"),
        told("c", "2024-04-24", "50 feet some day", 50, "channel", None, None, "depth", role="forecast", real="planned",
             unit="foot"),
    )  # fmt: skip
    assert value(made, "2024-04-26") == 20
    assert value(made, "2024-04-29") == 35


def found(report: str, published: str, day: str, words: str = "another body", more: float = 1) -> PlacedQuantity:
    """So many bodies more, on a stated day."""
    return told(report, published, words, more, "body", None, None, "recovered", role="change", true=day)


TWO: Final = told("a", "2024-03-27", "two bodies", 2, "body", None, None, "recovered", true="2024-03-27")


def test_one_more_after_the_count_makes_at_least_one_more() -> None:
    made = record(
        TWO,
        found("b", "2024-05-08", "2024-04-05", "Ruiz's body"),
        found("b", "2024-05-08", "2024-04-16", "Bor's"),
        told("b", "2024-05-08", "all six", 6, "body", None, None, "recovered"),
    )
    assert [value(made, d) for d in ("2024-03-30", "2024-04-10", "2024-04-20", "2024-05-09")] == [2, 3, 4, 6]
    (one,) = series(made)
    line = as_of(one, when("2024-04-20").latest, None, False)
    assert line is not None
    assert (line["latest"]["bound"], line["latest"]["role"], line["latest"]["words"]) == ("at_least", "level", "Bor's")
    assert [a["text"] for a in line["latest"]["sum_of"]] == ["two bodies", "Ruiz's body", "Bor's"]


def test_one_body_told_by_two_reports_of_one_day_or_the_next_is_one() -> None:
    made = record(TWO, found("b", "2024-04-05", "2024-04-05"), found("c", "2024-04-06", "2024-04-06"))
    assert value(made, "2024-04-10") == 3


def test_changes_that_differ_or_are_vague_leave_the_count_open() -> None:
    both = found("b", "2024-04-05", "2024-04-05"), found("c", "2024-04-05", "2024-04-05", "three more", 3)
    vague = replace(both[0], quantity=replace(both[0].quantity, approximate=True))
    assert value(record(TWO, *both), "2024-04-10") is None
    assert value(record(TWO, vague), "2024-04-10") is None


def test_nobody_left_is_a_level() -> None:
    made = record(
        told("a", "2023-12-13", "157 soldiers", 157),
        told("b", "2023-12-23", "the last soldiers left", 0, "troop", true="2023-12-22"),
    )
    assert value(made, "2023-12-20") == 157
    assert value(made, "2023-12-24") == 0


def test_undated_reports_count_from_their_latest_day_or_generously_from_their_earliest() -> None:
    placed = replace(
        told("a", None, "1,000 soldiers", 1000), published=When.between(date(2023, 8, 1), date(2023, 9, 30))
    )
    (one,) = series(record(placed))
    assert as_of(one, None, date(2023, 8, 15), False) is None
    line = as_of(one, None, date(2023, 8, 15), True)
    assert line is not None and len(line["points"]) == 1


PILE = [
    told("a", "2023-10-01", "1,000 soldiers", 1000),
    told("b", "2023-10-02", "1,100 troops", 1100, "troop", "France", None),
    told("c", "2023-11-02", "100 troops in Chad", 100, "troop", "France", "Chad"),
    told("d", None, "some 1,000 personnel", 1000, "personnel", None, "Mali"),
    told("e", "2023-12-02", "nine killed", 9, "miner", None, None, "killed"),
    told("f", "2023-12-03", "12 dead", 12, "dead", None, None, "killed"),
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(PILE))
def test_the_series_do_not_depend_on_the_order_of_reports(pile: list[PlacedQuantity]) -> None:
    assert series(record(*pile)) == series(record(*PILE))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PILE), unique_by=lambda p: p.quantity.id), st.dates(date(2023, 9, 1), date(2024, 1, 1)))
def test_a_later_known_by_never_loses_a_point(pile: list[PlacedQuantity], day: date) -> None:
    for one in series(record(*pile)):
        early, late = as_of(one, day, day, False), as_of(one, day, date(2024, 6, 1), False)
        if early is not None:
            assert late is not None
            assert [p for p in early["points"] if p not in late["points"]] == []


def test_a_headline_that_outruns_its_body_and_parts_that_outgrow_their_whole_are_flagged() -> None:
    head = told("a", "2023-10-01", "900 dead", 900, "dead", None, None, "killed")
    head = replace(head, quantity=replace(head.quantity, context="headline", id="qh"))
    body = told("a", "2023-10-01", "300 people", 300, "people", None, None, "killed")
    (one,) = series(record(head, body))
    line = as_of(one, None, None, False)
    assert line is not None
    assert [(f["kind"], f["why"]) for f in line["flags"]] == [
        ("headline", "the headline says “900 dead”, the text no more than “300 people”")
    ]
    whole = told("b", "2023-10-01", "nine miners", 9, "miner", None, None, "killed")
    parts = [told("b", "2023-10-01", f"{n} of them", n, "miner", None, None, "killed", role="part") for n in (6, 5)]
    (two,) = series(record(whole, *parts))
    line = as_of(two, None, None, False)
    assert line is not None and [f["kind"] for f in line["flags"]] == ["sum"]


def test_the_dead_of_one_day_do_not_stand_for_all_the_dead() -> None:
    made = record(
        told("a", "2022-03-01", "2,000 killed since May", 2000, "civilian", None, None, "killed"),
        told("b", "2022-03-03", "eight killed on Thursday", 8, "civilian", None, None, "killed"),
    )
    assert value(made, "2022-03-05") == 2000
    lowered = record(
        told("a", "2022-03-01", "17 killed", 17, "rebel", None, None, "killed"),
        told("b", "2022-03-03", "lowered to seven", 7, "rebel", None, None, "killed"),
        told("b", "2022-03-03", "from 17", 17, "rebel", None, None, "killed", role="previous"),
    )
    assert value(lowered, "2022-03-05") == 7


def test_once_a_count_was_lowered_later_reports_may_tell_as_few() -> None:
    made = record(
        told("a", "2022-03-01", "17 killed", 17, "rebel", None, None, "killed"),
        told("b", "2022-03-03", "lowered to six", 6, "rebel", None, None, "killed"),
        told("b", "2022-03-03", "from 17", 17, "rebel", None, None, "killed", role="previous"),
        told("c", "2022-03-09", "a seventh died", 7, "rebel", None, None, "killed"),
    )
    assert value(made, "2022-03-10") == 7


def test_nobody_hurt_in_one_night_does_not_heal_those_hurt_before() -> None:
    lying = told("a", "2022-03-01", "19 wounded", 19, "wounded", None, None, "injured")
    night = told("b", "2022-03-02", "no one was hurt", 0, "person", None, None, "injured")
    assert value(record(lying, night), "2022-03-10") == 19


def test_a_toll_told_as_the_toll_outlives_a_larger_number_that_one_report_told() -> None:
    loud = told("a", "2022-03-01", "110 protesters killed", 110, "protester", None, None, "killed")
    later = told("c", "2022-03-09", "14 died in March", 14, "protester", None, None, "killed")
    toll = told("b", "2022-03-03", "the toll rose to 13", 13, "protester", None, None, "killed")
    assert value(record(loud, toll, later), "2022-03-10") == 14
    assert value(record(loud, later), "2022-03-10") == 110
    war = told("a", "2022-03-01", "2,000 protesters killed", 2000, "protester", None, None, "killed")
    assert value(record(war, toll), "2022-03-10") == 2000  # the toll of one day


def test_a_series_knows_the_ids_that_its_open_figures_had() -> None:
    open_ = told("b", "2023-10-05", "its 900 soldiers", 900, "soldier", "France", None)
    (alone,) = series(record(open_))
    (joined,) = series(record(open_, told("a", "2023-10-01", "1,000 soldiers", 1000)))
    assert joined.absorbed == (alone.id,)


def test_a_headline_that_names_a_place_is_held_against_a_body_that_names_none() -> None:
    head = told("a", "2024-05-06", "50,000 flee", 50_000, "person", None, "Mali", "displaced")
    head = replace(head, quantity=replace(head.quantity, context="headline"))
    body = told("a", "2024-05-06", "about 30,000 people", 30_000, "people", None, None, "displaced")
    made = {s.where: as_of(s, None, None) for s in series(record(head, body))}
    flagged = [f["kind"] for line in made.values() if line for f in line["flags"]]
    assert flagged == ["headline"]


def test_parts_in_several_places_may_outgrow_their_whole_and_overlapping_groups_may_not() -> None:
    def sums(first: str, second: str) -> list[str]:
        made = record(
            told("a", "2024-05-06", "40 people", 40, "people", None, None, "killed"),
            told("a", "2024-05-06", "25", 25, first, None, "Mali", "killed", role="part"),
            told("a", "2024-05-06", "18", 18, second, None, "Chad", "killed", role="part"),
        )
        lines = [as_of(s, None, None) for s in series(made)]
        return [f["why"] for line in lines if line for f in line["flags"]]

    assert sums("people", "people") == ["the parts make 43, the whole is “40 people”"]
    assert sums("woman", "people") == []


def test_a_total_told_in_may_says_nothing_of_march() -> None:
    late = told("b", "2024-05-20", "121 in all", 121, "people", None, None, "killed")
    late = replace(late, when=When.between(None, date(2024, 5, 20)))
    made = record(told("a", "2024-03-04", "12 people", 12, "people", None, None, "killed"), late)
    assert [value(made, d) for d in ("2024-03-05", "2024-05-21")] == [12, 121]


def test_at_least_four_speaks_for_five_and_of_equals_the_later_report_is_believed() -> None:
    four = told("a", "2024-04-02", "at least 4", 4, "people", None, None, "killed", true="2024-04-02")
    four = replace(four, quantity=replace(four.quantity, bound="at_least"))
    five = told("b", "2024-04-05", "five", 5, "people", None, None, "killed", true="2024-04-02")
    assert value(record(four, five), "2024-04-06") == 5
    plain = replace(four, quantity=replace(four.quantity, bound=None))
    assert value(record(plain, five), "2024-04-06") == 5
    assert value(record(four, five), "2024-04-06", known_by="2024-04-03") == 4
