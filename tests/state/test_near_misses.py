"""Words that look like those of a state, a part or a title and mean something else."""

from __future__ import annotations

from datetime import date

from dateline.state.board import board, states
from dateline.state.bodies import people
from dateline.state.changes import changes
from dateline.state.series import series
from dateline.state.sides import words_side
from stories import record_from

TODAY = "2031-05-06"


def lines(*pile):
    """Kind, title and status of each line of the board; reports are texts of 6 May 2031 or (day, text)."""
    told = [(TODAY, one) if isinstance(one, str) else one for one in pile]
    return [(x["slot"], x["title"], x["status"]) for x in board(states(record_from(*told)), date(2031, 5, 8))]


def test_only_a_person_is_put_in_another_s_place():
    assert lines("Kordia replaced governor Karl Roe with immediate effect in Port Sarn.") == [
        ("office", "Karl Roe as governor", "ended")
    ]
    assert lines("The president replaced him with great reluctance after Velden Bank collapsed.") == []


def test_the_last_day_of_something_makes_no_part_the_whole():
    kept = ("2031-04-06", "Kordia has kept troops in Sarn since 2029.")
    some = "Kordia withdrew some troops from Sarn on Tuesday, the last day of its mandate."
    assert [status for slot, _, status in lines(kept, some) if slot == "presence"] == ["in_force"]


def test_a_strike_that_somebody_called_may_be_under_way():
    begun = ("2031-05-03", "Nurses in Sarn began a strike on 2 May.")
    assert [x[2] for x in lines(begun, "The union called off the strike called by nurses in Sarn last week.")] == [
        "ended"
    ]
    assert [x[2] for x in lines("The railway union called off a strike set for Friday in Sarn.")] == ["not_begun"]


def test_the_forces_of_two_sides_are_not_one_holder():
    found = lines(
        ("2031-05-03", "The town of Sarn was captured by rebel forces on Friday."),
        "The town of Sarn was captured by government forces on Tuesday.",
    )
    assert [x[1:] for x in found] == [
        ("Control of Sarn (by rebel forces)", "ended"),
        ("Control of Sarn (by government forces)", "in_force"),
    ]


def test_rebels_may_order_an_evacuation_and_soldiers_told_to_go_are_none():
    def told(text):
        return "evacuation" in {slot for slot, *_ in lines(text)}

    assert told("Rebels ordered villagers in Sarn to leave their homes on Monday.")
    assert told("The Coral militia told residents of Sarn to leave the town on Monday.")
    assert not told("The army asked French forces to leave the country on Monday.")
    assert not told("Journalists in Sarn were told to leave the town on Monday.")


def test_whom_the_police_pick_up_is_held_and_whom_a_ship_does_is_not():
    assert [x[0] for x in lines("Police picked up three stranded smugglers in Sarn on Monday.")] == ["detention"]
    assert lines("A cargo ship picked up the crew of the yacht on Monday.") == []


def test_an_airport_that_cancels_all_is_shut_and_one_that_cancels_some_flights_is_not():
    assert [x[0] for x in lines("Dorn airport cancelled all arrivals and departures for 24 hours on Tuesday.")] == [
        "airport"
    ]
    assert lines("Dorn airport cancelled 300 domestic flights on Tuesday.") == []


def test_only_a_number_goes_with_the_first_of_many():
    found = lines("Kordia seized the first privately owned radio station in Sarn on Monday.")
    assert [x[1] for x in found] == ["Control of first privately owned radio station in Sarn (by Kordia)"]


def test_whose_cars_they_are_is_not_what_they_are():
    assert people(words_side("Two of the ministry's cars", "car")).name == "Two of the ministry's cars"
    assert people(words_side("Two of the four climbers", "climber")).name == "Two climbers"


def test_workers_and_passengers_are_each_only_some_of_the_people():
    crash = "A crash killed 12 workers and 15 passengers in Sarn on Monday, police said."
    later = "Twenty people were killed in the crash in Sarn on Monday, the ministry said."
    told = series(record_from((TODAY, crash), ("2031-05-07", later)))
    assert sorted([p.value[0] for p in one.points] for one in told) == [[12], [15], [20]]


def test_what_leaves_the_board_before_its_day_is_not_told_of_any_more():
    sources = [{"id": "r0", "sha256": "1", "title": "", "text": ""}]
    due = {"edtf": "2031-06-01", "earliest": "2031-06-01", "latest": "2031-06-01"}
    line = {"id": "s1", "title": "Strike", "status": "planned", "value": "", "reports": ["r0"], "evidence": []}

    def after(deadline, day):
        held = {"inforce": [line | {"deadline": deadline, "to": None}], "sources": sources}
        (change,) = changes(held, {"inforce": (), "sources": sources}, day)
        return change["kind"], change["after"]

    assert after(due, date(2031, 7, 1)) == ("ended", "its day is long over")
    assert after(due, date(2031, 5, 8)) == ("ended", "not told of any more")
    assert after(None, date(2031, 7, 1)) == ("ended", "not told of any more")
