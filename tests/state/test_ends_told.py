"""What later words do to a board: the rest are rescued, the town falls, ships sail again, the strike is for Monday."""

from __future__ import annotations

from dateline.state.board import board, states
from stories import record_from


def lines(*reports: tuple[str, str]) -> list[tuple[str, str]]:
    """Title and status of each line, of reports of days of May 2031."""
    found = states(record_from(*((f"2031-05-{day}", text) for day, text in reports)))
    return [(line["title"], line["status"]) for line in board(found)]


def test_a_strike_called_for_a_day_of_the_week_is_still_to_come() -> None:
    assert lines(("09", "The rail union called a strike for Monday.")) == [
        ("Rail union called strike for Monday", "planned")
    ]
    assert lines(("09", "The union had called a strike for Monday, and no tram ran."))[-1][1] != "planned"


def test_who_is_found_alive_is_missing_no_more() -> None:
    first = ("06", "Six hikers went missing on Monday in the Vellin range.")
    assert lines(first, ("08", "The six hikers were found alive on Wednesday.")) == [
        ("Disappearance of six hikers (Vellin range)", "ended")
    ]
    assert lines(first) == [("Disappearance of six hikers (Vellin range)", "in_force")]


def test_some_of_those_trapped_are_rescued_and_nobody_had_gone_missing() -> None:
    first = ("06", "Forty-two miners were trapped on Tuesday when a shaft collapsed at the Brenna mine.")
    some = ("07", "Nine of the miners were rescued overnight, officials said on Wednesday.")
    assert lines(first, some) == [("Forty-two miners trapped", "in_force")]
    last = ("08", "All the remaining miners were rescued on Thursday.")
    assert lines(first, some, last)[0][1] == "ended"
    assert lines(some) == []


def test_of_those_freed_the_rest_is_told_only_with_how_many_there_were() -> None:
    assert lines(("08", "Four of the six hostages were freed on Monday.")) == [
        ("Detention of six hostages", "in_force")
    ]
    assert lines(("08", "Four of the hostages were freed on Monday.")) == [("Detention of four hostages", "ended")]


def test_a_town_that_falls_is_held_no_more_by_who_held_it() -> None:
    text = "The town of Korba, held by rebels since May, fell to the army on Wednesday."
    assert lines(("09", text)) == [
        ("Control of Korba (by rebels)", "ended"),
        ("Control of Korba (by army)", "in_force"),
    ]
    bare = "Besna, controlled by the militia since 2028, was retaken by the army on Sunday."
    assert lines(("09", bare)) == [
        ("Control of Besna (by militia)", "ended"),
        ("Control of Besna (by army)", "in_force"),
    ]


def test_ships_that_move_again_open_the_canal() -> None:
    first = ("06", "The tanker Ostrava ran aground in the Lenz Canal on Monday, blocking the waterway.")
    later = ("08", "Tugs refloated the Ostrava on Wednesday, and ships began moving through the canal again.")
    assert {status for _, status in lines(first, later)} == {"ended"}
    said = "The tanker was refloated on Wednesday and traffic resumed, the canal authority said."
    assert not [title for title, _ in lines(("08", said)) if "Closure" in title or "raffic" in title]


def test_the_port_that_resumed_operations_is_the_one_that_was_shut() -> None:
    first = ("06", "The port of Sund was shut on Monday by a storm.")
    assert lines(first, ("08", "The port resumed operations on Wednesday.")) == [("Closure of port of Sund", "ended")]


def test_a_plant_that_halts_production_is_told_with_its_production() -> None:
    assert lines(("09", "The mill halted production on Tuesday as floods worsened.")) == [
        ("Production of mill", "suspended")
    ]
    assert lines(("09", "The steelworks has suspended output because of high power prices.")) == [
        ("Output of steelworks", "suspended")
    ]


def test_what_happens_meanwhile_is_not_what_is_stopped() -> None:
    assert lines(("09", "The district hospital stopped admitting patients on Monday as dengue cases doubled.")) == []


def test_a_truce_that_is_let_lapse_is_over_once() -> None:
    assert lines(("09", "Osland let its ceasefire with Narvia lapse on Sunday after three months.")) == [
        ("Ceasefire between Osland and Narvia", "ended")
    ]
    assert lines(("09", "The ministry let the export licence expire in March.")) == [("Export licence", "ended")]


def test_the_deadline_of_who_set_it_is_the_one_that_expired() -> None:
    first = ("04", "Rebels gave the governor until Wednesday to free the prisoners.")
    assert [status for _, status in lines(first, ("09", "The rebels' deadline expired on Wednesday."))] == ["ended"]
    other = lines(first, ("09", "The union's deadline expired on Wednesday."))
    assert ("planned" in {status for _, status in other}) and len(other) == 2


def test_many_are_told_as_many() -> None:
    assert lines(("09", "Schools closed on Tuesday as floods spread along the Ostra."))[0][0] == "Closure of schools"
    assert lines(("09", "Regulators in Tovia grounded the Boeing on Sunday."))[0][0] == "Grounding of Boeing"


def test_they_that_are_freed_are_those_who_were_held() -> None:
    text = "Militants who had held 11 road workers since April freed all of them on Tuesday after elders mediated."
    assert lines(("07", text)) == [("Detention of 11 road workers", "ended")]


def test_who_walks_out_of_talks_is_not_on_strike() -> None:
    text = "Peace talks between the government and the Coral Front broke off on Thursday after the rebels walked out."
    assert lines(("09", text)) == [("Talks between government and the Coral Front", "ended")]
    assert lines(("09", "The nurses walked out on Thursday over pay.")) == [("Nurses strike", "in_force")]


def test_whom_a_court_orders_held_is_held_and_whom_a_president_orders_arrested_is_not_yet() -> None:
    assert lines(("09", "A judge ordered Ida Roe detained for 15 days on Monday.")) == [
        ("Detention of Ida Roe", "in_force")
    ]
    assert lines(("09", "President Amin ordered General Toru arrested on Monday."))[0][1] == "planned"


def test_envoys_ordered_to_leave_are_expelled() -> None:
    assert lines(("09", "Narvia ordered three Oslandic envoys to leave within 72 hours.")) == [
        ("Expulsion of three Oslandic envoys by Narvia", "in_force")
    ]


def test_a_party_leaves_a_government_and_a_minister_an_office() -> None:
    assert lines(("09", "The Agrarian Union left the government on Wednesday.")) == [
        ("Agrarian Union membership of government", "ended")
    ]
    assert not [t for t, _ in lines(("09", "Ida Roe left the government on Wednesday.")) if "membership" in t]


def test_deliveries_with_an_escort_are_not_deliveries_of_it() -> None:
    first = ("06", "The relief fund suspended deliveries to the northern district of Hame on Monday.")
    later = ("09", "The fund resumed deliveries on Friday with armed escorts.")
    assert lines(first, later) == [("Deliveries to the northern district of Hame", "in_force")]


def test_flights_are_grounded_and_a_zone_lies_over_a_place() -> None:
    assert lines(("09", "A no-fly zone over the eastern provinces came into force at midnight on Monday.")) == [
        ("No-fly zone over eastern provinces", "in_force")
    ]
    text = "Air traffic controllers at Torvik airport walked out on Monday, grounding about 120 flights."
    assert "Grounding of flights (Torvik airport)" in [title for title, _ in lines(("05", text))]


def test_of_some_convicted_the_charges_are_decided() -> None:
    text = "Two of the three men accused of the station bombing were convicted on Thursday."
    assert lines(("08", text)) == [("Charges against two men", "ended")]


def test_a_pass_that_is_cleared_is_open_by_one_lane_too() -> None:
    first = ("04", "Heavy snow closed the Sarn pass on Saturday.")
    later = ("07", "The pass was cleared on Tuesday night, and one lane is open.")
    assert lines(first, later) == [("Closure of the Sarn pass", "ended")]


def test_what_stands_between_a_relative_clause_and_its_main_verb_is_of_the_relative_clause() -> None:
    text = "Protesters who had blocked the refinery gates since Monday dispersed on Thursday after police moved in."
    [line] = board(states(record_from(("2031-05-08", text))))
    assert (line["title"], line["from"]["edtf"]) == ("Closure of refinery gates", "2031-05-05")


def test_a_ship_is_not_let_go_with_its_crew() -> None:
    text = "Iran released the crew of the seized tanker Astor on Tuesday, but the ship itself is still being held."
    assert ("Detention of Astor (tanker)", "ended") not in lines(("08", text))


def test_a_pact_signed_years_ago_is_left_now() -> None:
    text = "Ecuador has withdrawn from the fisheries pact it signed in 2019, the foreign ministry said on Friday."
    [line] = board(states(record_from(("2031-05-09", text))))
    assert (line["status"], line["to"]["edtf"]) == ("ended", "2031-05-09")


def test_elections_called_for_a_day_are_planned_for_it() -> None:
    text = "The Narvian parliament was dissolved on Tuesday and elections were called for July 6."
    found = board(states(record_from(("2031-05-09", text))))
    assert [line["deadline"]["edtf"] for line in found if line["status"] == "planned"] == ["2031-07-06"]


def test_what_is_closed_since_a_day_is_closed_and_reopens_on_another() -> None:
    text = "Pakistan and India agreed on Tuesday to reopen the Wagah crossing, closed since April 24, from May 12."
    found = board(states(record_from(("2031-05-09", text))))
    told = {line["status"]: (line.get("deadline") or line["from"])["edtf"] for line in found}
    assert told == {"planned": "2031-05-12", "in_force": "2031-04-24"}


def test_a_customs_union_with_a_land_is_not_that_land() -> None:
    [line] = lines(("09", "Valdia joined the customs union with Norland and Estria on Wednesday."))
    assert "customs union" in line[0]


def test_a_ban_that_a_judge_lifts_is_not_the_judges() -> None:
    text = "A judge on Wednesday lifted the travel ban on businessman Omid Farr."
    assert lines(("09", text)) == [("Travel ban on Omid Farr", "ended")]


def test_a_village_without_water_has_no_power_outage() -> None:
    assert lines(("09", "The village of Lusk has been without water since Monday.")) == [
        ("Water outage in Lusk", "in_force")
    ]
    both = lines(("09", "The village of Lusk has been without water and electricity since Monday."))
    assert both == [("Power outage in Lusk", "in_force")]


def test_what_expired_is_no_part_of_its_name() -> None:
    text = "A tornado warning for three counties expired at 9 p.m. on Monday without any damage."
    assert lines(("09", text)) == [("Tornado warning for three counties", "ended")]
