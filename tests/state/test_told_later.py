"""What a later sentence or report says of a thing without its name: "the town", "it took effect", "the strike"."""

from __future__ import annotations

from datetime import date

from dateline.state.board import board, states
from stories import record_from


def lines(*pile, on=None):
    """The board of reports given as (day, text)."""
    found = board(states(record_from(*pile)), on)
    return [
        (x["slot"], x["title"], x["status"], (x["from"] or {}).get("edtf"), (x["to"] or {}).get("edtf")) for x in found
    ]


def test_the_town_is_the_one_told_of_before():
    found = lines(
        ("2029-03-11", "Troops encircled the rebel-held town of Ben Amat on Saturday, the United Nations said."),
        ("2029-04-08", "The army took Ben Amat on Saturday and ended a month-long siege of the town."),
    )
    assert ("siege", "Siege of Ben Amat", "ended", "2029-03-10", "2029-04-07") in found


def test_what_is_laid_down_begins_on_the_day_it_takes_effect():
    story = ("2026-03-13", "The European Union imposed an arms embargo on Kenya. The measures take effect on Monday.")
    title = "European Union arms embargo on Kenya"
    assert ("sanctions", title, "not_begun", "2026-03-16", None) in lines(story, on=date(2026, 3, 14))
    assert ("sanctions", title, "in_force", "2026-03-16", None) in lines(story, on=date(2026, 3, 16))


def test_soldiers_of_a_country_no_table_knows_are_those_of_the_country():
    found = lines(
        ("2026-08-03", "Kordland's army said its troops would leave Chad by November."),
        ("2026-12-02", "The last Kordish soldiers left Chad on Sunday."),
    )
    assert ("presence", "Kordland military presence in Chad (soldiers)", "ended", None, "2026-11-29") in found


def test_who_left_of_many_does_not_name_those_who_stay():
    found = lines(
        (
            "2031-05-14",
            "In April Kenya withdrew a small number of non-essential staff from Chad. It kept its troops there.",
        )
    )
    assert not [line for line in found if "non-essential" in line[1]]


def test_a_land_may_be_there():
    found = lines(
        ("2031-05-14", "Kenya agreed with Gabon on a mission in Chad. It has deployed 300 soldiers there since Monday.")
    )
    assert [line[1] for line in found if line[0] == "presence"] == ["Kenya military presence in Chad (soldiers)"]


def test_a_base_at_home_is_no_presence():
    assert not lines(("2031-05-14", "Kenya operates a large air base used by drones, an analyst said."))
    assert lines(("2031-05-14", "Kenya operates a large air base in Chad, an analyst said."))


def test_a_takeover_says_more_than_the_finding_on_it():
    found = lines(
        ("2031-05-14", "Kenya has not made a coup determination, officials said."),
        ("2031-05-20", "Kenya on Monday officially designated the military takeover in Chad a coup."),
    )
    assert [line[1] for line in found if line[0] == "designation"] == ["Kenya designation of military takeover as coup"]


def test_one_strike_told_by_the_workers_and_by_the_place():
    found = lines(
        ("2032-02-03", "Workers at the Orla oil terminal walked off the job on Monday, the union said."),
        ("2032-02-12", "The strike at the Orla oil terminal ended on Wednesday, both sides said."),
    )
    assert [x for x in found if x[0] == "strike"] == [
        ("strike", "Workers strike at the Orla oil terminal", "ended", "2032-02-02", "2032-02-11")
    ]


def test_two_strikes_at_one_port_are_two():
    found = lines(
        ("2031-05-06", "Crane operators at the port of Talvik walked out on Monday, their union said."),
        ("2031-05-09", "Tug crews joined the stoppage on Wednesday."),
        ("2031-05-22", "Tug crews went back to work on May 20. The crane operators said their strike would go on."),
    )
    assert sorted(status for slot, _, status, _, _ in found if slot == "strike") == ["ended", "in_force"]


def test_a_plan_with_a_day_stands_until_a_fortnight_after_it():
    story = ("2031-05-06", "A tribunal in Talvik will hear the case of the harbour master Dana Reyes on May 20.")
    assert [x[0] for x in lines(story, on=date(2031, 5, 10))] == ["plan"]
    assert lines(story, on=date(2031, 7, 1)) == []


def test_who_stands_in_holds_the_office_until_the_old_post_is_taken_up_again():
    found = lines(
        ("2031-05-05", "The director of Norlink, Ida Roe, resigned on Monday. Ivo Mann will act in her place."),
        ("2031-07-05", "Ivo Mann went back to his old job at Norlink on Friday."),
    )
    assert [(status, end) for slot, title, status, _, end in found if title.startswith("Ivo Mann")] == [
        ("ended", "2031-07-04")
    ]


def test_a_ban_that_is_to_end_on_a_day_has_run_out_after_it():
    story = ("2031-11-15", "The ban on ore exports from Osland will end on Monday, the ministry said.")
    shown = {x[2] for x in lines(story, on=date(2031, 11, 20)) if x[0] == "sanctions"}
    assert "ended" in shown


def test_residents_ordered_out_and_allowed_home():
    found = lines(
        ("2027-06-14", "About 3,000 residents of Holm were ordered to leave their homes on Sunday."),
        ("2027-06-22", "Residents of Holm were allowed to return home on Monday."),
    )
    assert [(title, status, end) for slot, title, status, _, end in found if slot == "evacuation"] == [
        ("Evacuation for Holm", "ended", "2027-06-21")
    ]


def test_who_frees_some_of_those_held_still_holds_the_rest():
    text = "Osland released 12 of the 19 sailors of the Amber Coast on Monday."
    [held] = [line for line in board(states(record_from(text))) if line["slot"] == "detention"]
    assert held["status"] == "in_force"


def test_a_month_that_describes_a_noun_is_no_day_of_what_was_done():
    found = lines(("2031-10-11", "Kenya has classified the July takeover in Chad as a coup, a newspaper reported."))
    assert [(line[2], line[3]) for line in found if line[0] == "designation"] == [("in_force", "../2031-10-11")]


def test_an_ultimatum_to_a_general_keeps_his_name():
    found = lines(("2031-10-13", "Leaders of the bloc on Sunday gave Gen. Omar Tessema seven days to step down."))
    assert [line[1] for line in found if line[0] == "deadline"] == [
        "Deadline: Leaders of the bloc on Sunday gave Gen. Omar Tessema seven days to step down (by 19 October 2031)"
    ]
