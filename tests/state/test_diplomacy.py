"""Accords, talks, tariffs, crossings and deadlines of the same parties, told apart and followed to their end."""

from __future__ import annotations

import pytest

from stories import lines


def board(*told):
    return {title: (status, start, end) for title, status, start, end in lines(*told)}


def test_two_accords_of_the_same_parties_stay_apart():
    found = board(
        ("01", "Chile and Norway signed a fisheries agreement on Thursday."),
        ("02", "Chile and Norway signed a migration agreement on Friday."),
        ("06", "Chile suspended its migration agreement with Norway on Tuesday."),
    )
    assert found == {
        "Fisheries agreement between Chile and Norway": ("in_force", "2031-05-01", None),
        "Migration agreement between Chile and Norway": ("suspended", "2031-05-02", "2031-05-06"),
    }


def test_an_accord_that_is_told_by_its_matter_alone_is_the_one_of_that_matter():
    found = board(
        ("01", "Chile and Norway signed a fisheries agreement on Thursday."),
        ("02", "Chile and Norway signed an agreement on migration on Friday."),
        ("06", "The fisheries agreement was suspended on Monday, the minister said."),
    )
    assert found["Fisheries agreement between Chile and Norway"] == ("suspended", "2031-05-01", "2031-05-05")


def test_a_parliament_that_ratifies_an_accord_is_no_party_to_it():
    found = board(
        ("01", "Chile and Norway signed a fisheries agreement on Thursday."),
        ("06", "Chile's National Assembly ratified the fisheries agreement with Norway on Monday."),
    )
    assert list(found) == ["Fisheries agreement between Chile and Norway"]


@pytest.mark.parametrize(
    "text",
    (
        "Chile gave notice on Tuesday that it was withdrawing from the migration agreement with Norway.",
        "Chile said on Tuesday it was withdrawing from the migration agreement with Norway.",
        "Chile's withdrawal from the migration agreement with Norway will take effect on December 12.",
    ),
)
def test_who_gives_notice_has_not_left_yet(text):
    found = board(("01", "Chile and Norway signed a migration agreement on Thursday."), ("07", text))
    assert found["Migration agreement between Chile and Norway"][0] == "in_force"
    assert "planned" in [status for status, _, _ in found.values()]


def test_talks_on_one_matter_break_off_and_those_on_another_go_on():
    found = board(
        ("01", "Trade talks between Chile and Norway opened in Talvik on Thursday."),
        ("02", "Chile broke off talks with Norway on a bilateral aviation agreement on Friday."),
    )
    assert {t: s for t, (s, _, _) in found.items()} == {
        "Trade talks between Chile and Norway": "in_force",
        "Talks between Chile and Norway on a bilateral aviation agreement": "ended",
    }


def test_a_duty_is_told_by_the_goods_that_it_is_on():
    found = board(
        ("02", "Chile's duties of 20% on Norwegian salmon took effect on Friday."),
        ("06", "Chile scrapped its duty on Norwegian timber on Tuesday."),
    )
    assert found == {
        "Chile duty on Norwegian salmon": ("in_force", "2031-05-02", None),
        "Chile duty on Norwegian timber": ("ended", None, "2031-05-06"),
    }


def test_a_duty_that_is_cut_or_left_in_place_still_stands():
    laid = ("02", "Chile imposed duties of 20% on Norwegian salmon on Friday.")
    for text in ("Chile cut its duty on Norwegian salmon to 10% on Tuesday.", "Chile's salmon duties remain in place."):
        assert {s for s, _, _ in board(laid, ("06", text)).values()} == {"in_force"}


def test_a_tariff_stands_again_once_the_ruling_against_it_is_put_on_hold():
    laid = ("01", "Chile imposed a 25% tariff on Norwegian timber on Thursday.")
    struck = ("05", "A court struck down the 25% tariff on Norwegian timber on Monday.")
    stayed = ("07", "An appeals court on Tuesday put the ruling against the 25% tariff on Norwegian timber on hold.")
    assert board(laid, struck)["Chile tariff on Norwegian timber"] == ("ended", "2031-05-01", "2031-05-05")
    assert board(laid, struck, stayed)["Chile tariff on Norwegian timber"][0] == "in_force"


def test_more_time_for_negotiators_is_no_deadline():
    found = board(("09", "Chile on Friday postponed a tariff on Norwegian timber to May 23 to give negotiators time."))
    assert [t for t in found if "Deadline" in t] == []


def test_a_crossing_that_was_closed_to_lorries_is_open_when_it_is_open_to_lorries():
    shut = ("01", "Poland closed its Ostra border crossing with Belarus to lorries on Thursday.")
    opened = ("06", "Poland reopened the Ostra border crossing with Belarus to lorries on Monday.")
    assert [x[1:] for x in lines(shut, opened)] == [("ended", "2031-05-01", "2031-05-05")]
    everybody = ("01", "Poland closed its Ostra border crossing with Belarus on Thursday.")
    assert [x[1] for x in lines(everybody, opened)] == ["in_force"]


def test_the_reopening_that_is_put_off_is_that_of_what_was_shut():
    found = lines(
        ("01", "Poland closed the Ostra crossing on Thursday."),
        ("02", "Poland will reopen the Ostra crossing on May 8, the minister said."),
        ("08", "The reopening of the Ostra crossing was put off to May 15 after a drone fell nearby."),
    )
    assert [(status, end) for _, status, _, end in found] == [("in_force", None), ("planned", "2031-05-15")]


def test_a_capital_without_power_is_a_town_and_not_its_country():
    assert [x[0] for x in lines(("09", "Kyiv was without power on Thursday."))] == ["Power outage in Kyiv"]


def test_an_outage_of_some_hours_is_over():
    for text in ("for six hours on Thursday", "for most of Thursday"):
        assert [x[1:] for x in lines(("09", f"Talvik was without power {text}."))] == [
            ("ended", "2031-05-08", "2031-05-08")
        ]


GIVEN = ("02", "Chile gave Norway until May 9 to hand over the log of the ship.")


def test_a_deadline_that_is_extended_is_due_on_the_new_day():
    moved = ("08", "Chile has extended its deadline for Norway to hand over the log by a week, to May 16.")
    found = [x for x in lines(GIVEN, moved) if x[1] == "planned"]
    assert [end for _, _, _, end in found] == ["2031-05-16"]


def test_who_lets_the_deadline_pass_is_who_was_given_it():
    missed = ("12", "Chile expelled the ambassador of Norway on Monday after Oslo let the deadline pass.")
    assert ("ended", "../2031-05-12") in [(x[1], x[3]) for x in lines(GIVEN, missed) if "until May 9" in x[0]]


def test_who_says_so_is_no_part_of_a_deadline():
    found = lines(("02", "Chile gave Norway until May 9 to hand over the log, Ambassador Ana Roe said on Friday."))
    assert found[0][0] == "Deadline: Chile gave Norway until May 9 to hand over the log"


def test_a_base_is_known_by_where_it_lies():
    found = lines(
        ("02", "A further base, at Sarn, is to be handed over on May 7."),
        ("06", "The handover of the French base at Sarn has been postponed from May 7 to May 14 because of storms."),
        ("15", "France returned its base at Sarn to Chad on Wednesday."),
    )
    assert [(title, status, end) for title, status, _, end in found] == [
        ("Further base at Sarn to be handed over (by 14 May 2031)", "ended", "2031-05-14"),
        ("Control of base in Sarn", "ended", "2031-05-14"),
    ]


def test_an_airspace_ban_is_a_closed_airspace():
    found = lines(("02", "Mali closed its airspace on Friday."), ("06", "Mali lifted its airspace ban on Monday."))
    assert [x[1:] for x in found] == [("ended", "2031-05-02", "2031-05-05")]


def test_a_decision_to_end_what_has_ended_plans_nothing():
    found = lines(
        ("05", "Chad on Monday ended its defence agreement with France."),
        ("06", "France took note of Chad's decision to end the defence agreement and will withdraw by the end of May."),
    )
    assert ("planned",) not in [(status,) for title, status, _, _ in found if "agreement" in title]


def test_some_who_left_a_town_are_no_presence_there():
    assert lines(("09", "Around 150 soldiers left Sarn for Talvik.")) == []


CONCESSION = (
    "Chile granted the Norwegian company Orsk Ports a 30-year concession for the port of Sarn under Law 512 on Monday."
)


def test_what_was_granted_under_a_law_ends_with_the_law():
    found = lines(("06", CONCESSION), ("14", "Chile's Supreme Court struck down Law 512 on Tuesday."))
    assert {(title.split()[-1], status, end) for title, status, _, end in found} == {
        ("Sarn", "ended", "2031-05-13"),
        ("Court)", "ended", "2031-05-13"),
    }


def test_judges_who_voted_to_annul_the_law_plan_nothing():
    text = "Chile's Supreme Court struck down Law 512 on Tuesday. Seven of nine judges voted to annul the law."
    assert [status for _, status, _, _ in lines(("14", text))] == ["ended"]


def test_a_port_belongs_to_whoever_took_it_last():
    found = lines(
        ("02", "Orsk Ports took over the port of Sarn on Thursday."),
        ("15", "The Chile Maritime Authority took control of the port of Sarn on Wednesday."),
    )
    assert [(title, status) for title, status, _, _ in found] == [
        ("Control of Sarn (by Orsk Ports)", "ended"),
        ("Control of Sarn (by Chile Maritime Authority)", "in_force"),
    ]


def test_a_decision_to_end_an_accord_that_is_suspended_leaves_it_in_force():
    found = lines(
        ("01", "Chile said on Thursday that it would end its intelligence pact with Norway on May 9."),
        ("08", "Chile on Thursday suspended its decision to end the intelligence pact with Norway."),
    )
    assert sorted((status, end) for _, status, _, end in found) == [("ended", "2031-05-08"), ("in_force", None)]


def test_talks_of_some_hours_are_over_on_their_day():
    text = "Chilean and Norwegian officials met in Talvik on Thursday for seven hours of talks on export curbs."
    assert [x[1:] for x in lines(("09", text))] == [("ended", "2031-05-08", "2031-05-08")]


def test_a_curb_that_is_lifted_on_one_of_three_goods_still_stands():
    laid = ("01", "Chile's export curbs on three chemicals took effect on Thursday.")
    found = lines(laid, ("09", "Chile lifted its curb on one of the three chemicals on Friday."))
    assert {status for _, status, _, _ in found} == {"in_force"}


def test_a_plan_is_met_by_what_begins_on_its_day():
    found = lines(
        ("01", "Chile will restrict exports of three chemicals to Norway from May 8, the minister said on Thursday."),
        ("09", "Chile's export curbs on three chemicals took effect on Thursday."),
    )
    assert sorted(status for _, status, _, _ in found) == ["ended", "in_force"]


def test_what_was_signed_years_ago_was_not_left_then():
    found = lines(("09", "Chile pulled out of a port agreement signed with Norway in 2025."))
    assert found == [("Port agreement between Chile and Norway", "ended", "2025", "../2031-05-09")]


def test_an_accord_called_after_a_capital_is_not_that_countrys():
    found = lines(("09", "Chile's parliament ratified the Ankara accord with Norway on Thursday."))
    assert [x[0] for x in found] == ["Ankara accord between Chile and Norway"]


def test_an_accord_signed_after_another_ended_is_a_new_one():
    found = lines(
        ("02", "Chile pulled out of its port agreement with Norway on Friday."),
        ("09", "Chile and Norway signed the Talvik accord on Friday."),
    )
    assert sorted((status, start) for _, status, start, _ in found) == [("ended", None), ("in_force", "2031-05-09")]
