"""What a desk follows over days: it begins, is lifted in part, is cut short, is denied to be over, is called off."""

from __future__ import annotations

import pytest

from stories import Told, lines


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Finance Minister Pavel Rusk was named acting prime minister on Friday.",
            "Pavel Rusk as acting prime minister",
        ),
        ("Defence Minister Ivo Mann was elected president on Friday.", "Ivo Mann as president"),
        (
            "The chairman, Ivo Roth, was appointed interim chief executive on Friday.",
            "Ivo Roth as interim chief executive",
        ),
        ("Parliament elected Speaker Ida Roe president on Friday.", "Ida Roe as president"),
    ],
)
def test_who_is_given_a_post_does_not_begin_the_one_held_before(sentence: str, title: str) -> None:
    assert [x[0] for x in lines(("09", sentence))] == [title]


def test_an_airspace_reopened_to_the_planes_of_a_neighbour_is_ones_own() -> None:
    found = lines(
        ("01", "Poland closed its airspace to Russian airlines on Thursday."),
        ("05", "Russia responded on Monday by shutting its own airspace to Polish planes."),
        ("09", "Poland reopened its airspace to Russian airlines on Friday; Russia has yet to follow."),
    )
    assert found == [
        ("Closure of airspace of Poland to Russian airlines", "ended", "2031-05-01", "2031-05-09"),
        ("Closure of airspace of Russia", "in_force", "2031-05-05", None),
    ]


def test_onion_exports_and_the_export_of_onions_are_one() -> None:
    found = lines(
        ("01", "Kenya will ban the export of onions from May 5, the trade ministry said on Thursday."),
        ("06", "Kenya's ban on onion exports, which took effect on Monday, has driven up prices."),
        ("09", "Kenya extended its ban on onion exports until May 30."),
    )
    assert [x for x in found if "to ban" not in x[0]] == [
        ("Kenya ban on onion exports", "in_force", "2031-05-05", "2031-05-30")
    ]


@pytest.mark.parametrize(
    "later",
    [
        "Power had been restored to 60,000 of the homes by Tuesday evening, the utility said.",
        "Crews restored power to about 60,000 of the homes on Tuesday.",
        "Power was restored to 70 percent of the homes on Tuesday.",
        "Crews restored electricity in the northern half of the county on Tuesday.",
    ],
)
def test_power_that_is_back_for_some_is_still_out(later: str) -> None:
    found = lines(("05", "A storm cut power to 80,000 homes in Westmark county on Monday."), ("06", later))
    assert [x[1] for x in found if "Westmark" in x[0]] == ["in_force"]


def test_power_that_is_back_in_the_county_is_back() -> None:
    found = lines(
        ("05", "A storm cut power in Westmark county on Monday."),
        ("06", "Power was restored in the county on Tuesday."),
    )
    assert found == [("Power outage in Westmark", "ended", "2031-05-05", "2031-05-06")]


def test_a_licence_that_remains_suspended_has_been_so_from_the_first_day() -> None:
    found = lines(
        ("02", "The banking regulator suspended the licence of Corvo Bank on Friday."),
        ("09", "Corvo Bank's licence remains suspended for now, the regulator said."),
    )
    assert [(x[1], x[3]) for x in found] == [("suspended", "2031-05-02")]


def test_a_curfew_that_is_shortened_is_eased() -> None:
    found = lines(
        ("02", "A night curfew was imposed in Sefa on Friday."),
        ("08", "The curfew in Sefa was shortened by two hours on Thursday."),
    )
    assert [x[1] for x in found] == ["suspended"]


def test_a_ban_cut_to_nine_months_does_not_run_for_two_years() -> None:
    found = lines(
        ("01", "The federation banned the sprinter Dina Marsh for two years on Thursday."),
        ("09", "An arbitration panel cut Dina Marsh's ban to nine months on Friday."),
    )
    assert [(x[1], x[3]) for x in found] == [("in_force", None)]


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("His lawyers said the tycoon Oleg Varan had been released, but police denied it.", "disputed"),
        ("His lawyers said the tycoon Oleg Varan had been released, which police denied.", "disputed"),
        ("His lawyers said the tycoon Oleg Varan had been released. Police dismissed the claim.", "disputed"),
        ("His lawyers said the tycoon Oleg Varan had been released, but police denied any mistake.", "ended"),
        ("Police released the tycoon Oleg Varan, who had denied it all, on Friday.", "ended"),
    ],
)
def test_what_one_says_and_another_denies_in_one_breath_is_open(later: str, status: str) -> None:
    found = lines(("03", "Police arrested the tycoon Oleg Varan on Saturday."), ("09", later))
    assert [x[1] for x in found] == [status]


def test_a_strike_called_off_before_its_day_has_not_been() -> None:
    found = lines(
        ("01", "The ground staff at Merle airport said they would walk out on May 7."),
        ("05", "Ground staff at Merle airport called off their strike on Monday after a pay deal."),
    )
    assert [x[0] for x in found if "to walk out" not in x[0]] == []


def test_shareholders_who_approve_a_takeover_take_over_nobody() -> None:
    found = lines(
        ("02", "Norbank agreed on Friday to buy its rival Castel for 3 billion crowns."),
        ("06", "Shareholders of Castel approved the takeover by Norbank on Tuesday."),
        ("09", "The competition authority blocked Norbank's takeover of Castel on Friday."),
    )
    assert [(x[0], x[1]) for x in found] == [("Norbank takeover of Castel", "ended")]


def test_a_travel_warning_is_that_of_its_place_and_country() -> None:
    found = lines(
        ("02", "Canada advised its citizens on Friday against all travel to Kenya."),
        ("03", "Norway warned its citizens on Saturday against travel to the north of Kenya."),
        ("08", "Canada lifted its travel warning for Kenya on Thursday."),
        ("09", "Norway's warning against travel to northern Kenya remains."),
    )
    assert ("Travel warning for Kenya (Canada)", "ended", "2031-05-02", "2031-05-08") in found
    assert [x[1] for x in found if "northern Kenya" in x[0]] == ["in_force"]


def test_an_emergency_in_two_provinces_can_end_in_one() -> None:
    found = lines(
        ("01", "The president declared a state of emergency in the provinces of Arun and Belar on Thursday."),
        ("05", "Parliament lifted the state of emergency in Arun on Monday."),
    )
    assert sorted((x[0], x[1]) for x in found) == [
        ("State of emergency in Arun", "ended"),
        ("State of emergency in Belar province", "in_force"),
    ]


def test_districts_whose_water_is_cleared_are_not_evacuated() -> None:
    text = "Residents can drink their tap water again after the last districts were cleared on Monday."
    assert not any(x[0].startswith("Evacuation") for x in lines(("12", text)))


def test_of_two_who_recalled_their_envoys_one_sends_him_back() -> None:
    found = lines(
        ("02", "Chile and Peru recalled their ambassadors from Bolivia on Friday."),
        ("06", "Peru's ambassador went back to La Paz on Tuesday."),
    )
    assert [x[:2] for x in found] == [
        ("Exchange of ambassadors between Bolivia and Chile", "suspended"),
        ("Exchange of ambassadors between Bolivia and Peru", "in_force"),
    ]


def test_a_strike_that_is_postponed_does_not_rest() -> None:
    found = lines(("05", "The doctors in Veldt postponed their walkout to May 15 after talks with the minister."))
    assert "suspended" not in [x[1] for x in found]


def test_talks_called_after_a_city_are_not_those_of_its_country() -> None:
    assert [x[0] for x in lines(("08", "The FLA walked out of the Oslo talks on Thursday."))] == [
        "Talks with FLA (Oslo)"
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("China's navy began a three-day exercise around Taiwan on Thursday.", "Exercise (Taiwan)"),
        ("A ceasefire took hold in the eastern sector of Nadir province on Thursday.", "Ceasefire in Nadir"),
        (
            "The regulator revoked the licences of 16 savings and loans companies on Thursday.",
            "16 savings and loans companies licence from regulator",
        ),
        ("Egypt suspended poultry imports from France on Thursday.", "Egypt ban on poultry imports from France"),
        ("Belgium told its citizens on Thursday to leave Kenya.", "Travel warning for Kenya (Belgium)"),
    ],
)
def test_a_title_tells_what_the_sentence_said(sentence: str, title: str) -> None:
    assert [x[0] for x in lines(("08", sentence))] == [title]


def test_a_convoy_that_enters_a_town_begins_nothing() -> None:
    assert lines(("04", "An aid convoy entered besieged Bafra on Sunday for the first time.")) == []


def test_a_minister_who_returns_to_his_post_is_minister_of_no_post() -> None:
    found = lines(
        ("02", "Defence Minister Rui Tavares was suspended on Friday pending an inquiry."),
        ("08", "Rui Tavares returned to his post on Thursday."),
    )
    assert [x[:2] for x in found] == [("Rui Tavares as defence minister", "in_force")]


@pytest.mark.parametrize(
    ("sentence", "begun"),
    [
        ("The European Union extended its sanctions against Belarus on Tuesday.", "../2031-05-13"),
        ("The curfew imposed in Sefa on May 3 was extended on Tuesday.", "2031-05-03"),
        ("The ban on swimming in Arlen, in place since Monday, was widened on Tuesday.", "2031-05-12"),
    ],
)
def test_what_is_extended_began_before(sentence: str, begun: str) -> None:
    assert [x[1:3] for x in lines(("14", sentence))] == [("in_force", begun)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            (
                ("03", "The Taliban closed the Torkham crossing with Pakistan on Saturday."),
                ("05", "Torkham stayed closed on Monday for a third day, stranding thousands of trucks."),
                ("08", "Torkham reopened a day late, on Thursday, after a dispute over visas."),
            ),
            ("ended", "2031-05-03", "2031-05-08"),
        ),
        (
            (
                ("01", "The trial of the mayor Jean Kabo opened in Abidjan on Thursday."),
                ("06", "The trial of Jean Kabo was adjourned on Tuesday until June 2 because a judge was ill."),
            ),
            ("suspended", "2031-05-01", "2031-05-06"),
        ),
        (
            (
                ("03", "NATO put troops in eastern Poland on alert on Saturday."),
                ("04", "The alert was lifted on Sunday."),
            ),
            ("ended", "2031-05-03", "2031-05-04"),
        ),
        (
            (
                ("02", "Coca growers began a blockade of the Cochabamba highway on Friday."),
                ("05", "Coca growers lifted their blockade of the Cochabamba highway on Monday."),
            ),
            ("ended", "2031-05-02", "2031-05-05"),
        ),
        (
            (
                ("01", "The Philippines banned rice imports for 60 days from May 1."),
                ("07", "The Philippine ban on rice imports has been extended until May 30."),
            ),
            ("in_force", "2031-05-01", "2031-05-30"),
        ),
        (
            (
                ("01", "Bavaria's schools were closed on Thursday."),
                ("07", "Final-year pupils in Bavaria went back to school on Wednesday."),
            ),
            ("in_force", "2031-05-01", None),
        ),
    ],
)
def test_a_story_of_days_has_one_line(told: tuple[Told, ...], expected: tuple[str, str, str | None]) -> None:
    assert [x[1:] for x in lines(*told) if x[1] != "planned"] == [expected]


def test_workers_called_after_a_country_are_not_that_country() -> None:
    found = lines(("02", "Greek dockworkers at Piraeus went on strike on Friday."))
    assert [x[0] for x in found] == ["Greek dockworkers strike at Piraeus"]


def test_an_emergency_is_not_placed_where_a_curfew_is() -> None:
    found = lines(
        ("01", "The president declared a state of emergency in seven provinces and imposed a curfew in Guayaquil.")
    )
    assert "Guayaquil" not in next(x[0] for x in found if "emergency" in x[0])


@pytest.mark.parametrize(
    "sentence",
    [
        "The court dismissed the petition against Anan Chai, allowing him to return to office.",
        "The American embassy in Lima closed its visa section on Friday until further notice.",
    ],
)
def test_who_returns_to_office_and_a_closed_counter_are_no_evacuation_and_no_closed_embassy(sentence: str) -> None:
    assert not [x for x in lines(("09", sentence)) if x[0].startswith(("Evacuation", "Closure"))]


def test_a_minister_told_by_his_premier_is_himself() -> None:
    found = lines(("08", "Iva Horvat's finance minister, Marko Babic, quit on Thursday after 5 days in office."))
    assert [x[0].split(" as ")[0] for x in found] == ["Marko Babic"]


def test_judges_of_a_country_who_strike_have_one_strike() -> None:
    found = lines(
        ("02", "Tunisian judges began a week-long strike on Friday."),
        ("09", "The judges extended their strike by a week on Friday."),
    )
    assert [x[1:3] for x in found] == [("in_force", "2031-05-02")]


def test_lorries_barred_from_a_city_are_what_is_barred() -> None:
    found = lines(
        ("03", "Authorities in Delhi barred diesel lorries from the city on Saturday."),
        ("07", "Delhi lifted the ban on diesel lorries on Wednesday as the air improved."),
    )
    assert [x[:2] for x in found] == [("Delhi ban on diesel lorries", "ended")]


def test_who_is_trapped_is_not_the_mine() -> None:
    found = lines(
        ("02", "The 33 miners trapped in the Atacama mine were found alive on Friday."),
        ("09", "The first of the 33 miners was winched to the surface on Friday."),
    )
    assert [x[:2] for x in found if "trapped" in x[0]] == [("33 miners trapped in the Atacama mine", "in_force")]


def test_a_president_impeached_and_suspended_is_not_removed_yet() -> None:
    found = lines(("03", "Parliament impeached President Han Do-yun on Saturday, suspending him from office."))
    assert [x[1] for x in found] == ["suspended", "in_force"]  # his office, and the charges


def test_a_president_impeached_by_one_house_keeps_the_office() -> None:
    found = lines(("09", "The House voted 230-197 on Wednesday to impeach President Ana Roe."))
    assert [x[:3] for x in found] == [("Charges against Ana Roe", "in_force", "2031-05-07")]


def test_a_road_shut_between_two_towns_is_titled_with_both() -> None:
    found = lines(("01", "Flooding closed the A9 motorway between Munich and Ingolstadt on Thursday."))
    assert [x[0] for x in found] == ["Closure of the A9 motorway between Munich and Ingolstadt"]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            (
                ("01", "Serbia's rail operator halted all trains between Belgrade and Novi Sad on Thursday."),
                ("06", "Trains between Belgrade and Novi Sad are running again, the operator said on Tuesday."),
            ),
            ("Trains between Belgrade and Novi Sad", "in_force"),
        ),
        (
            (("03", "Austria reintroduced checks on its border with Slovenia on Saturday for six months."),),
            ("Border checks with Slovenia (Austria)", "in_force"),
        ),
        (
            (("02", "Police cordoned off Karl Square in Prague on Friday after a bomb threat."),),
            ("Closure of Karl Square in Prague", "in_force"),
        ),
    ],
)
def test_what_is_shut_or_checked_is_told_by_its_own_name(told: tuple[Told, ...], line: tuple[str, str]) -> None:
    assert [x[:2] for x in lines(*told)] == [line]


def test_markets_open_in_two_of_three_districts_are_not_all_open() -> None:
    found = lines(("08", "Markets in two of the three districts reopened on Thursday."))
    assert "ended" not in [x[1] for x in found]


def test_who_is_in_talks_is_a_party_to_them() -> None:
    first = ("05", "Director Gil Sandor is in negotiations with Norvik Pictures to return for the sequel.")
    assert [x[0] for x in lines(first)] == ["Talks between Norvik Pictures and Gil Sandor"]
    steel = ("05", "Belmar Steel is in talks with Norvik to sell its smelter in Kor.")
    over = ("09", "Talks between Belmar Steel and Norvik over the smelter collapsed on Thursday.")
    assert [x[:2] for x in lines(steel, over)] == [("Talks between Belmar Steel and Norvik over the smelter", "ended")]
