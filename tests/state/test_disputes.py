"""Where reports disagree, and where they only tell a change."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from dateline.terms import Anchor, Voice
from state.made import counted, record_of, told


def disputes_of(*pile, quantities=(), known_by=None):
    record = record_of(*pile, quantities=quantities)
    day = date.fromisoformat(known_by) if known_by else None
    return disputes(record, states(record), series(record), day)


def answers(line):
    return [(p["answer"], p["reports"]) for p in line["positions"]]


def troops(report, published, amount, value, **more):
    return counted(
        report, published, f"There are {amount} in Chad.", amount, value, "troop", of="Norway", where="Chad", **more
    )


def test_two_levels_told_of_one_spring_by_two_origins_are_a_dispute():
    lines = disputes_of(
        quantities=[
            troops("herald", "2024-03-22", "1,000 troops", 1000),
            troops("gazette", "2024-03-20/2024-04-10", "1,100 troops", 1100),
        ]
    )
    assert [(line["kind"], line["state"]) for line in lines] == [("figure", "open")]
    assert answers(lines[0]) == [("1,000 troops", ["herald"]), ("1,100 troops", ["gazette"])]


def test_a_level_that_moves_over_the_months_is_a_change():
    pile = [troops("a", "2023-08-02", "1,100 troops", 1100), troops("b", "2024-03-22", "1,000 troops", 1000)]
    assert disputes_of(quantities=pile) == []


def test_a_value_told_before_and_after_another_disputes_it():
    pile = [
        troops("a", "2024-03-01", "1,000 troops", 1000),
        troops("b", "2024-03-20", "1,100 troops", 1100),
        troops("c", "2024-04-02", "1,000 troops", 1000),
    ]
    assert [line["kind"] for line in disputes_of(quantities=pile)] == ["figure"]


def test_a_copy_is_no_second_voice_and_round_numbers_leave_room():
    copy = troops("b", "2024-03-22", "1,100 troops", 1100, origin="a")
    assert disputes_of(quantities=[troops("a", "2024-03-22", "1,000 troops", 1000), copy]) == []
    close = troops("b", "2024-03-22", "about 1,020 troops", 1020, approximate=True)
    assert disputes_of(quantities=[troops("a", "2024-03-22", "1,000 troops", 1000), close]) == []


def test_a_later_level_that_fits_neither_answer_overtakes_the_dispute():
    pile = [
        troops("a", "2024-03-22", "1,000 troops", 1000),
        troops("b", "2024-03-22", "1,100 troops", 1100),
        troops("c", "2024-08-01", "200 troops", 200),
    ]
    assert [line["state"] for line in disputes_of(quantities=pile)] == ["overtaken"]
    assert [line["state"] for line in disputes_of(quantities=pile, known_by="2024-05-01")] == ["open"]


def test_forty_answers_are_shown_and_the_rest_counted():
    pile = [troops(f"r{n:02}", "2024-03-22", f"{n}00 troops", n * 100) for n in range(1, 46)]
    (line,) = disputes_of(quantities=pile)
    assert (len(line["positions"]), line["more"]) == (40, 5)


def said_by(made, name):
    """The figure as told by a speaker."""
    placed, origin = made
    q = placed.quantity
    voice = (Voice(name, "organisation", "said", Anchor.cut(q.report, q.anchor.text, 0, 5)),)
    return replace(placed, quantity=replace(q, voice=voice)), origin


def soldiers(report, published, amount, value, speaker):
    text = f"There are {amount} in the valley."
    return said_by(counted(report, published, text, amount, value, "soldier"), speaker)


def test_two_sides_that_put_another_number_on_a_standing_body_within_a_week_disagree():
    army, rebels = ("a", "2024-03-01", "2,000 soldiers", 2000, "the army"), ("b", "2024-03-06", "2,600", 2600, "rebels")
    assert [x["state"] for x in disputes_of(quantities=[soldiers(*army), soldiers(*rebels)])] == ["open"]
    later = soldiers("b", "2024-04-06", "2,600", 2600, "rebels")
    same = soldiers("b", "2024-03-06", "2,600", 2600, "the army")
    assert disputes_of(quantities=[soldiers(*army), later]) == disputes_of(quantities=[soldiers(*army), same]) == []


def test_two_speakers_of_one_report_disagree_and_one_speaker_lists():
    union, firm = ("a", "2024-03-01", "2,400", 2400, "the union"), ("a", "2024-03-01", "1,900", 1900, "the firm")
    (line,) = disputes_of(quantities=[soldiers(*union), soldiers(*firm)])
    assert (line["state"], [p["answer"] for p in line["positions"]]) == ("open", ["1,900", "2,400"])
    assert disputes_of(quantities=[soldiers(*union), soldiers(*firm[:4], "the union")]) == []


def test_the_length_of_a_named_ship_is_one_whenever_it_is_told():
    def long(report, published, value):
        text = f"The Orla is {value} feet long."
        return counted(report, published, text, f"{value} feet", value, "orla", of="Orla", scope=("length",))

    assert len(disputes_of(quantities=[long("a", "2024-03-01", 948), long("b", "2025-11-01", 984)])) == 1


def signing(report, published, when, event="e1", **more):
    return told(
        report,
        published,
        "Chad and Mali signed a fishing accord.",
        "sign",
        "signed",
        when=when,
        event=event,
        actor=["Chad", "Mali"],
        object="a fishing accord",
        **more,
    )


def test_two_days_for_one_signing_are_a_dispute_and_a_month_that_holds_one_is_not():
    days = [signing("a", "2024-05-20", "2024-05-10"), signing("b", "2024-05-21", "2024-05-16")]
    assert [(line["kind"], len(line["positions"])) for line in disputes_of(*days)][:1] == [("date", 2)]
    vague = [signing("a", "2024-05-20", "2024-05-10"), signing("b", "2024-05-21", "2024-05")]
    assert disputes_of(*vague) == []


def test_a_truce_is_signed_on_one_day_and_holds_from_another():
    signed = told("a", "2024-05-20", "Chad and Mali signed a truce.", "sign", "signed", when="2024-05-10", event="e1",
                  actor=["Chad", "Mali"], object="a truce")  # fmt: skip
    held = told("b", "2024-05-21", "The truce of Chad and Mali took effect.", "take effect", "took", when="2024-05-14",
                event="e2", actor=["Chad", "Mali"], object="The truce")  # fmt: skip
    assert [line for line in disputes_of(signed, held) if line["kind"] == "date"] == []


def test_told_by_one_and_denied_by_another():
    pile = [signing("a", "2024-05-20", "2024-05-10"), signing("b", "2024-05-21", None, factuality="denied")]
    kinds = {line["kind"] for line in disputes_of(*pile)}
    assert "factuality" in kinds


def test_not_yet_and_then_done_is_a_change():
    pile = [
        signing("a", "2024-05-01", None, factuality="not_happened"),
        signing("b", "2024-05-21", "2024-05-20"),
    ]
    assert disputes_of(*pile) == []


def test_two_holders_of_one_office_at_one_time():
    def named(report, person):
        text = f"The board of Norway appointed {person} president of Chad."
        return told(
            report,
            "2024-05-02",
            text,
            "appoint",
            "appointed",
            when="2024-05-01",
            actor="The board of Norway",
            object=[person, "president of Chad"],
            kinds={person: "person", "president of Chad": "office"},
        )

    lines = disputes_of(named("a", "Dana Reyes"), named("b", "Omar Lind"))
    assert [line["question"] for line in lines if line["kind"] == "state"] == ["Who is president?"]


def test_an_ending_that_another_denies_is_disputed_on_the_board():
    from dateline.state.board import board

    pile = [
        told(
            "a",
            "2024-03-17",
            "Chad ended its accord with Norway.",
            "end",
            "ended",
            when="2024-03-16",
            actor="Chad",
            object="its accord with Norway",
        ),
        told(
            "b",
            "2024-03-19",
            "Chad denied it had ended its accord with Norway.",
            "end",
            "ended",
            factuality="denied",
            actor="Chad",
            object="its accord with Norway",
        ),
    ]
    (line,) = board(states(record_of(*pile)), date(2024, 4, 1), None)
    assert line["status"] == "disputed"
    assert "state" in {d["kind"] for d in disputes_of(*pile)}


def toll(report, text, amount, value):
    placed, origin = counted(report, "2024-03-01", text, amount, value, "people")
    quantity = replace(placed.quantity, scope=("killed",), of=None, where=None)
    return replace(placed, quantity=quantity, of=None), origin


FIRE = ("38 people died in the mine fire.", "38", 38)
FLU = ("Flu killed 12 in the port.", "12", 12)


@pytest.mark.parametrize(
    ("one", "other", "disputes"),
    [
        (FIRE, ("The mine fire killed 41.", "41", 41), 1),
        (FIRE, ("Thirteen soldiers were shot dead at a fort.", "Thirteen", 13), 0),
        (FIRE, ("The mine fire killed two others.", "two others", 2), 0),
        (FIRE, ("The mine fire killed 4,000.", "4,000", 4000), 0),
        (FIRE, ("The mine fire killed 16 in the past 24 hours.", "16", 16), 0),
        (FLU, ("In the port flu is behind 90 deaths a year.", "90 deaths", 90), 0),
        (FLU, ("They look into 40 possible flu deaths in the port.", "40 possible", 40), 0),
    ],
)
def test_tolls_without_a_place_disagree_only_about_one_thing(one, other, disputes):
    assert len(disputes_of(quantities=[toll("a", *one), toll("b", *other)])) == disputes
