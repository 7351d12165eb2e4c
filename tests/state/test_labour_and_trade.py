"""Strikes, duties, export bans, rationing and what is detained in a port: told apart, and followed to their end."""

from __future__ import annotations

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from stories import lines, record_from


def board(*told):
    return {title: (status, start, end) for title, status, start, end in lines(*told)}


def disputed(*told):
    record = record_from(*((f"2031-05-{day}", text) for day, text in told))
    return [line["title"] for line in disputes(record, states(record), series(record))]


def test_talks_on_ending_a_strike_that_break_off_do_not_end_it():
    found = board(
        ("01", "About 900 dockers at the port of Bergen walked off the job on Thursday after pay talks broke down."),
        ("05", "Talks aimed at ending the strike by 900 dockers in Bergen broke off late Saturday without a deal."),
    )
    assert [line[0] for title, line in found.items() if "dockers" in title] == ["in_force"]


@pytest.mark.parametrize(
    "text",
    (
        "The labour minister appointed a mediator on Monday to help end the strike at the port of Bergen.",
        "The government tabled legislation on Monday to end the strike at the port of Bergen.",
        "Talks aimed at ending the strike at the port of Bergen broke off on Monday.",
    ),
)
def test_what_is_done_to_end_a_strike_is_no_plan_of_its_end(text):
    assert not [title for title, line in board(("06", text)).items() if "strike" in title and line[0] == "planned"]


def test_a_union_that_decides_to_end_its_strike_plans_its_end():
    text = "The dockers' union in Bergen decided on Monday to end its strike on Friday."
    assert [line[0] for line in board(("06", text)).values()] == ["planned"]


def test_rationing_of_fuel_and_a_ban_on_grain_exports_are_two_things():
    assert board(
        ("01", "Kenya introduced fuel rationing on Thursday."),
        ("06", "Kenya banned exports of maize until the end of the year, it said on Monday."),
        ("20", "Fuel rationing was lifted on Monday."),
    ) == {
        "Kenya fuel rationing": ("ended", "2031-05-01", "2031-05-19"),
        "Kenya ban on exports of maize": ("in_force", "../2031-05-06", "2031-12-31"),
    }


def test_tariffs_that_are_suspended_leave_a_ban_of_the_same_two_in_force():
    found = board(
        ("02", "Brazil banned exports of niobium to the United States on Friday."),
        ("03", "Brazil imposed a 20 percent tariff on ethanol from the United States on Saturday."),
        ("13", "Brazil and the United States suspended their tariffs on Monday."),
    )
    assert [line[0] for title, line in found.items() if " ban " in title] == ["in_force"]


def test_a_tariff_the_president_put_off_is_met_when_it_takes_effect():
    found = board(
        ("02", "President Ana Costa on Thursday delayed a 25 percent tariff on Brazilian steel by a week, to May 8."),
        ("08", "A 25 percent U.S. tariff on Brazilian steel took effect on Thursday."),
    )
    assert [line[0] for title, line in found.items() if "Costa" in title] == ["ended"]


@pytest.mark.parametrize(
    ("text", "end"),
    (
        ("A judge issued an injunction against the union on Tuesday. The injunction runs until May 25.", "2031-05-25"),
        ("Kenya introduced fuel rationing on Tuesday. The rationing will last until May 30.", "2031-05-30"),
        ("Chile and Norway signed a truce on Tuesday lasting 120 days.", "2031-09-03"),
        ("Kenya imposed a curfew in Nakuru on Tuesday until the end of the month.", "2031-05-31"),
    ),
)
def test_what_is_said_to_run_until_a_day_ends_on_it(text, end):
    assert [line[2] for line in board(("09", text)).values()] == [end]


@pytest.mark.parametrize(
    ("eve", "end"),
    (
        ("a day before it was due to expire", "2031-08-04"),
        ("two days before it expired", "2031-08-05"),
        ("hours before it was set to expire", "2031-08-03/2031-08-04"),
    ),
)
def test_a_truce_extended_on_the_eve_of_its_end_counts_from_that_end(eve, end):
    text = f"Chile and Norway on Monday extended their tariff truce by another 90 days, {eve}."
    assert [line[2] for title, line in board(("05", text)).items() if line[0] == "in_force"] == [end]


def test_a_ship_that_is_allowed_to_sail_is_no_longer_detained():
    found = board(
        ("05", "Authorities detained the freighter Ida in Bergen on Monday."),
        ("08", "The Ida was allowed to sail on Wednesday after repairs."),
    )
    assert [line[0] for title, line in found.items() if title.startswith("Detention")] == ["ended"]


def test_a_number_that_has_risen_is_no_dispute_with_the_next_that_others_tell():
    assert not disputed(
        ("08", "The number of ships waiting off Halifax has risen to 22, according to the employers."),
        ("14", "Twenty-seven ships were waiting off Halifax as of Wednesday, the port authority said."),
    )


def test_what_was_done_so_far_since_a_day_is_no_dispute_with_what_others_told_before():
    assert not disputed(
        ("05", "Bergen hospitals postponed 640 operations after a cyberattack, officials said on Monday."),
        ("07", "More than 1,100 operations have been postponed since the cyberattack, the hospital trust said."),
    )


def test_a_notice_that_is_lifted_for_some_homes_stands_for_the_others():
    told = [
        ("05", "Severn Water told 12,000 homes in Leicester to boil tap water on Monday after tests found E. coli."),
        ("08", "Severn Water lifted the boil-water notice for 9,000 homes in Leicester on Thursday."),
        ("12", "The boil-water notice was lifted on Sunday for the last 3,000 homes in Leicester."),
    ]
    assert board(*told[:2]) == {"Water warning for Leicester": ("in_force", "2031-05-05", None)}
    assert board(*told) == {"Water warning for Leicester": ("ended", "2031-05-05", "2031-05-11")}


def test_ten_of_forty_jets_that_may_fly_leave_the_others_grounded():
    text = "The regulator grounded all 40 Norair jets on Tuesday. Ten were cleared to fly again on Thursday."
    assert [line[0] for line in board(("09", text)).values()] == ["in_force"]


def test_a_duty_on_goods_of_the_us_names_them():
    assert "Brazil duty on US ethanol" in board(("09", "Brazil responded on Tuesday with a 20% duty on U.S. ethanol."))


def test_a_visitor_on_a_picket_line_is_not_on_strike():
    text = "President Joe Roe joined a picket line of striking miners in Chile on Tuesday."
    assert not board(("09", text))


def test_a_picket_line_is_a_strike():
    assert list(board(("09", "Technicians joined the picket line at Halden on Tuesday."))) == [
        "Technicians strike at Halden"
    ]


def test_flights_that_a_strike_grounds_close_no_airport():
    text = "A nationwide strike in Argentina grounded 400 flights on Tuesday."
    assert list(board(("09", text))) == ["Grounding of flights in Argentina"]


def test_the_central_bank_is_the_one_whose_rate_is_told():
    assert board(
        ("02", "Kenya's central bank raised its benchmark interest rate by 150 basis points to 14% on Thursday."),
        ("28", "The central bank left interest rates unchanged on Tuesday."),
    ) == {"Kenya's central bank benchmark interest rate": ("in_force", "2031-05-01", None)}


def test_a_sister_ship_is_a_ship_and_is_released_as_one():
    found = board(
        ("07", "The harbour master detained a sister ship, the Adriana Moon, at Bergen on Tuesday."),
        ("09", "A court on Tuesday remanded the firm's manager in custody for eight days, police in Oslo said."),
        ("15", "The Adriana Moon was released on Wednesday after repairs."),
    )
    assert found["Detention of Adriana Moon"] == ("ended", "2031-05-06", "2031-05-14")


def test_ships_ordered_to_remain_in_port_are_grounded():
    text = "Panama's maritime authority on Tuesday ordered all nine ships of Meridian Lines to remain in port."
    assert [line[0] for line in board(("09", text)).values()] == ["in_force"]


def test_what_will_not_reopen_until_sunday_is_shut_until_the_next():
    found = board(("09", "Bergen airport will not reopen until Sunday, officials said."))
    assert found == {"Closure of Bergen airport": ("in_force", None, "2031-05-11")}


def test_a_court_that_suspends_a_strike_is_not_on_strike():
    found = board(
        ("05", "Kenyan lecturers began a strike on Monday over unpaid allowances, their union said."),
        ("08", "A labour court on Thursday suspended the lecturers' strike."),
        ("09", "The labour court on Friday extended its order suspending the strike by two weeks."),
    )
    assert [(title, line[0]) for title, line in found.items()] == [("Kenyan lecturers strike", "suspended")]


def test_strikers_who_have_agreed_to_end_their_strike_end_it():
    found = board(
        ("05", "Kenyan lecturers began a strike on Monday over unpaid allowances, their union said."),
        ("09", "Kenyan lecturers have agreed to end their strike after the government promised to pay them."),
    )
    assert [line[0] for title, line in found.items() if "strike" in title] == ["ended"]


def test_an_offer_of_pay_that_strikers_reject_is_no_takeover():
    assert not [
        t for t in board(("09", "Striking nurses in Chile rejected an offer of 3 percent on Monday.")) if "offer" in t
    ]


def test_what_is_shut_until_at_least_a_day_does_not_end_on_it_by_itself():
    found = board(("09", "The port of Bergen will remain closed until at least May 20, the harbour master said."))
    assert found == {"Closure of port of Bergen": ("in_force", None, None)}


def test_what_lay_on_a_road_was_not_shut_but_the_road():
    assert list(board(("09", "Engineers removed boulders from the coast road near Bergen on Monday."))) == [
        "Closure of coast road near Bergen"
    ]
    assert list(board(("09", "Cranes began clearing debris from the channel on Friday."))) == ["Closure of the channel"]


def test_a_critical_incident_stands_until_it_is_ended():
    told = [("07", "Leicester hospitals declared a critical incident on Tuesday after a cyberattack.")]
    assert [line[0] for line in board(*told).values()] == ["in_force"]
    told.append(("27", "Leicester hospitals ended their critical incident on Monday."))
    assert list(board(*told).values()) == [("ended", "2031-05-06", "2031-05-26")]


def test_a_strike_is_in_a_country_or_region_and_at_a_port():
    assert list(board(("09", "Medical interns in Kenya went on strike on Tuesday."))) == [
        "Medical interns strike in Kenya"
    ]
    assert list(board(("09", "Workers in Tennessee went on strike on Tuesday."))) == ["Workers strike in Tennessee"]
    assert list(board(("09", "Dockers at the port of Bergen walked off the job on Tuesday."))) == [
        "Dockers strike at port of Bergen"
    ]
