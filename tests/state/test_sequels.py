"""What later reports of one story say of a state in words of their own."""

from __future__ import annotations

from datetime import date

from dateline.state.board import board, states
from stories import record_from


def lines(*pile, on=None):
    """The board of reports given as (day, text)."""
    found = board(states(record_from(*pile)), on)
    return [(x["slot"], x["status"], (x["from"] or {}).get("edtf"), (x["to"] or {}).get("edtf")) for x in found]


def test_a_rule_ends_under_another_noun():
    found = lines(
        ("2031-02-05", "Since Monday households in Arlen must sort their glass under a waste order of the council."),
        ("2031-06-12", "Arlen's council scrapped the waste order on Wednesday by a wide margin."),
    )
    assert ("duty", "ended", "2031-02-03", "2031-06-11") in found


def test_an_outbreak_ends_as_an_epidemic():
    found = lines(
        ("2031-04-24", "The ministry declared an outbreak of Korda fever in the Amat valley on Tuesday."),
        (
            "2031-08-07",
            "Amat is free of Korda fever. The ministry on Wednesday announced the end of the epidemic.",
        ),
    )
    assert [x[1] for x in found if x[0] == "outbreak" and x[2]] == ["ended"]


def test_what_another_province_lifts_is_another_rule():
    found = lines(
        ("2031-05-14", "Households in Upper Amat have been told to boil their tap water since Monday."),
        ("2031-05-23", "The utility in Lower Amat withdrew its boil notice on Thursday. The tap water is clean."),
    )
    assert ("warning", "in_force", "2031-05-12", None) in found


def test_two_of_five_walked_free_and_three_are_held():
    found = lines(
        ("2031-09-10", "Gunmen seized five engineers of the firm Brandt near Okara on Monday."),
        (
            "2031-10-01",
            "Two of the engineers seized near Okara walked free on Tuesday. The others remain captive.",
        ),
    )
    assert {x[1] for x in found if x[0] == "detention"} == {"in_force"}


def test_what_might_be_lifted_is_not_lifted():
    found = lines(
        ("2031-05-14", "Households in Upper Amat have been told to boil their tap water since Monday."),
        ("2031-05-23", "The utility in Upper Amat would not say when the boil notice might be withdrawn."),
    )
    assert ("warning", "in_force", "2031-05-12", None) in found


def test_the_stated_term_of_what_stands_is_shown():
    story = ("2031-06-04", "The governor of Arlen declared a state of emergency on Tuesday for 30 days.")
    assert ("emergency", "in_force", "2031-06-03", "2031-07-03") in lines(story, on=date(2031, 6, 10))
    assert ("emergency", "ended", "2031-06-03", "2031-07-03") in lines(story, on=date(2031, 7, 10))


def test_an_opening_put_back_and_then_carried_out():
    pile = (
        ("2031-02-18", "The opening of the Talvik airport is planned for 1 June, its chief executive said."),
        ("2031-05-06", "The opening of Talvik airport has been shifted from 1 June to 5 September."),
        ("2031-09-07", "A jet was the first to touch down at the new Talvik airport on Friday."),
    )
    assert [x[1] for x in lines(*pile[:2], on=date(2031, 5, 7))] == ["planned"]
    assert ("opening", "in_force", "2031-09-05", None) in lines(*pile)
    assert "planned" not in [x[1] for x in lines(*pile)]


def test_a_strike_that_was_averted():
    found = lines(
        ("2031-01-23", "Bus drivers in Talvik will stop work from 3 February, their union said on Thursday."),
        (
            "2031-02-01",
            "Buses will run as usual in Talvik. The drivers' union dropped its call on Friday.",
        ),
    )
    assert [x[1] for x in found if x[0] == "strike"] == ["ended"]


def test_in_a_pile_of_many_reports_nothing_is_joined_by_its_words():
    other = [("2031-05-15", f"The council of Borgo{n} met on Monday.") for n in range(20)]
    found = lines(
        ("2031-02-05", "Since Monday households in Arlen must sort their glass under a waste order of the council."),
        ("2031-06-12", "Arlen's council scrapped the waste order on Wednesday by a wide margin."),
        *other,
    )
    assert ("duty", "in_force", "2031-02-03", None) in found


def test_a_longer_term_told_in_the_next_sentence():
    pile = (
        ("2031-08-24", "Shipping agent Milan Karo was remanded in custody for 30 days on Sunday in Amat."),
        (
            "2031-09-22",
            "Judges in Amat gave Milan Karo another three months in custody. He must stay until 22 December.",
        ),
    )
    assert ("detention", "in_force", "2031-08-24", "2031-12-22") in lines(*pile, on=date(2031, 10, 1))


def test_a_closure_planned_from_one_day_to_another_began():
    pile = (
        ("2031-02-16", "Talvik station will be closed for repairs from 1 April to 30 September, the railway said."),
        ("2031-04-03", "Trains ran through Talvik station without a stop for the first time on Tuesday."),
    )
    assert "planned" not in [x[1] for x in lines(*pile, on=date(2031, 4, 10)) if x[0] != "traffic"]


def test_a_curfew_lifted_north_of_a_town_is_not_its_own():
    found = lines(
        ("2031-03-12", "Residents of Talvik have been under a night curfew since Monday, when two men were shot."),
        ("2031-04-10", "The army lifted a curfew in Norvik, 200 kilometres north of Talvik, on Tuesday."),
    )
    assert ("curfew", "in_force", "2031-03-10", None) in found


def test_miners_of_another_town_end_no_strike_here():
    found = lines(
        ("2031-03-12", "Some 1,200 miners at the Rudo copper mine have been on strike since Monday over pay."),
        ("2031-04-10", "Miners at Belsa, south of Rudo, ended an eight-day strike on Tuesday."),
    )
    assert ("strike", "in_force", "2031-03-10", None) in found


def test_a_ban_lifted_in_a_tunnel_does_not_open_it():
    found = lines(
        ("2031-03-12", "The Sorrel tunnel was closed on Monday after a fire."),
        ("2031-04-10", "The operator of the Sorrel tunnel lifted its ban on trailers on Tuesday."),
    )
    assert ("road", "in_force", "2031-03-10", None) in found


def test_an_engineer_who_tells_of_a_delay_is_no_other_place():
    found = lines(
        ("2031-03-12", "The new Aldry Bridge will open to traffic on 2 May 2031, the roads agency said on Tuesday."),
        ("2031-04-10", "The opening has been moved to 14 June, engineer Lena Hoch said on Wednesday. Aldry waits."),
    )
    assert ("opening", "planned", "2031-03-12", "2031-06-14") in found


def test_a_suspended_mayor_is_back_at_her_desk():
    found = lines(
        ("2031-03-12", "Mayor Hanne Munk of Port Sella was suspended from office on Monday during an audit."),
        ("2031-04-10", "Mayor Hanne Munk was back at her desk in Port Sella on Tuesday."),
    )
    assert [x[1] for x in found if x[0] == "office"] == ["in_force"]


def test_what_is_denied_is_not_called_off():
    found = lines(
        ("2031-03-12", "Morne will hold its harvest festival on 2 May, the town council said on Tuesday."),
        ("2031-04-10", "The council of Morne denied that the harvest festival had been cancelled."),
    )
    assert [x[1] for x in found if x[0] == "plan"] == ["planned"]


def test_months_are_those_of_the_calendar():
    found = lines(
        ("2031-03-12", "Vesta banned fishing with drift nets in its waters on Monday. The ban runs until 30 June."),
        ("2031-06-11", "The ban on drift nets off Vesta will last three months longer than planned, officials said."),
    )
    assert all(x[3] in (None, "2031-09-30") for x in found if x[1] == "in_force")


def test_a_seizure_lifted_on_the_eve_is_not_the_release():
    found = lines(
        ("2031-07-03", "Port police seized the freighter Anna Berg on Monday."),
        ("2031-07-09", "The port will release the freighter Anna Berg on Friday, 11 July, officials said."),
        ("2031-07-11", "A court lifted the seizure of the freighter Anna Berg on Thursday."),
    )
    assert not [x for x in found if x[1] == "ended" and x[3] == "2031-07-10" and x[2] == "2031-07-09"]
