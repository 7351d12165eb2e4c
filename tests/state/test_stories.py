"""What stands after two or three short reports of one story, each of its own day."""

from __future__ import annotations

import pytest

from stories import Told, lines

TRAPPED = ("06", "Nine miners were trapped underground at the Lubo coal mine on Tuesday.")


@pytest.mark.parametrize(
    ("told", "status", "until"),
    [
        ([("08", "All nine miners were rescued on Thursday.")], "ended", "2031-05-08"),
        ([("08", "Rescuers brought out all nine miners alive on Thursday.")], "ended", "2031-05-08"),
        ([("08", "Three of the miners were pulled out alive on Thursday.")], "in_force", None),
        (
            [
                ("08", "Three of the miners were rescued on Thursday."),
                ("09", "The remaining six miners were brought to the surface on Friday."),
            ],
            "ended",
            "2031-05-09",
        ),
    ],
)
def test_who_is_rescued_is_trapped_no_more(told: list[Told], status: str, until: str | None) -> None:
    assert lines(TRAPPED, *told) == [("Nine miners trapped (Lubo)", status, "2031-05-06", until)]


def test_some_of_the_missing_who_are_rescued_end_nothing() -> None:
    found = lines(
        ("04", "Fourteen sailors are missing after the freighter Lisa Grey sank off Dorn on Sunday."),
        ("06", "Six of the sailors were rescued by a fishing boat on Tuesday."),
    )
    assert ("Disappearance of fourteen sailors", "in_force", None, None) in found
    assert not any("six" in title for title, *_ in found)


def test_a_ship_keeps_its_name_behind_what_it_is() -> None:
    assert [x[0] for x in lines(("06", "The tanker Orla Sun ran aground off Dorn on Sunday."))] == [
        "Orla Sun aground or stricken (tanker)"
    ]


def test_a_town_that_is_retaken_has_another_holder() -> None:
    found = lines(
        ("02", "Rebels of the Sarun Front seized the town of Dorle on Friday."),
        ("06", "Government troops retook Dorle on Tuesday, the army said."),
    )
    assert found == [
        ("Control of Dorle (by rebels of the Sarun Front)", "ended", "2031-05-02", "2031-05-06"),
        ("Control of Dorle (by government troops)", "in_force", "2031-05-06", None),
    ]


def test_two_names_of_one_holder_change_nothing() -> None:
    found = lines(
        ("02", "The Sarun Front captured the town of Kessa on Thursday."),
        ("03", "Rebels seized Kessa on Friday and looted shops."),
    )
    assert [x[:2] for x in found] == [("Control of Kessa (by Sarun Front)", "in_force")]


def test_a_resignation_that_is_refused_ends_no_office() -> None:
    first = ("03", "Prime Minister Ilka Brandt offered her resignation on Saturday.")
    refused = ("05", "President Holt rejected the resignation of Ilka Brandt on Monday.")
    left = ("09", "Brandt stepped down on Friday.")
    assert ("Ilka Brandt as prime minister", "in_force", None, None) in lines(first, refused)
    assert ("Ilka Brandt as prime minister", "ended", None, "2031-05-09") in lines(first, refused, left)


def test_who_will_no_longer_observe_a_truce_has_ended_it() -> None:
    found = lines(
        ("02", "The government extended the ceasefire with the Lakan rebels until May 31."),
        ("08", "The Lakan rebels said they would no longer observe the ceasefire."),
    )
    assert [x[:2] for x in found] == [("Ceasefire between government and the Lakan rebels", "ended")]


def test_the_parties_of_talks_keep_their_whole_names() -> None:
    found = lines(("05", "Talks between the government and the Sarun Front opened in Geneva on Monday."))
    assert [x[0] for x in found] == ["Talks between government and the Sarun Front in Geneva"]


def test_a_length_is_counted_once() -> None:
    found = lines(("09", "The Security Council extended the mandate of the peacekeepers in Vesk for six months."))
    assert [x[3] for x in found] == ["2031-11-05"]


def test_a_name_behind_its_post_is_whom_they_arrest() -> None:
    found = lines(("05", "Police arrested opposition leader Samuel Odira on Monday."))
    assert [x[:3] for x in found] == [("Detention of Samuel Odira (opposition leader)", "in_force", "2031-05-05")]


def test_a_strike_that_is_called_off_before_its_day_never_began() -> None:
    found = lines(("04", "The railway union called off a strike planned for Monday after reaching a deal."))
    assert [x[:2] for x in found] == [("Railway union strike", "not_begun")]


def test_what_stays_shut_until_a_day_has_that_day() -> None:
    found = lines(("06", "Schools in the coastal districts will remain shut until Monday, the ministry said."))
    assert [x[1:] for x in found] == [("in_force", None, "2031-05-12")]
    assert lines(("05", "The roads remain closed until Wednesday."))[0][3] == "2031-05-07"


def test_a_law_that_bans_from_a_day_lies_ahead() -> None:
    found = lines(("01", "Parliament passed a law banning plastic bags from July 1."))
    assert [(status, to) for _, status, _, to in found] == [("planned", "2031-07-01")]


def test_teachers_back_in_class_end_their_strike() -> None:
    strike = ("05", "Teachers across Pelonia began a strike on Monday to demand higher wages.")
    found = lines(strike, ("08", "Teachers in Pelonia returned to their classrooms on Thursday."))
    assert [x[1:] for x in found] == [("ended", "2031-05-05", "2031-05-08")]
    assert lines(("08", "Teachers in Pelonia returned to their classrooms on Thursday.")) == []


def test_a_border_between_two_lands_is_one() -> None:
    found = lines(
        ("05", "Kalvia closed its border with Torma on Monday after gunmen killed four customs officers."),
        ("09", "The frontier between Kalvia and Torma was fully reopened on Friday, officials said."),
    )
    assert found == [("Closure of Torma border (Kalvia)", "ended", "2031-05-05", "2031-05-09")]


def test_who_may_return_was_evacuated_before() -> None:
    found = lines(("08", "Villagers evacuated from around the Kora volcano were allowed to return home on Thursday."))
    assert [x[1:] for x in found] == [("ended", None, "2031-05-08")]


def test_who_approves_a_deal_is_no_party_to_it() -> None:
    assert [x[:2] for x in lines(("03", "Regulators approved Halden's takeover of Brisco."))] == [
        ("Halden takeover of Brisco", "in_force")
    ]


def test_envoys_are_expelled_and_not_their_country() -> None:
    assert [x[0] for x in lines(("05", "Kalvia expelled three Lothrian diplomats on Monday for spying."))] == [
        "Expulsion of three Lothrian diplomats by Kalvia"
    ]


def test_who_is_given_until_a_day_is_not_yet_expelled() -> None:
    text = "The insurgents gave foreign troops until the end of the month to leave the province of Kadu."
    assert [(status, to) for _, status, _, to in lines(("03", text))] == [("planned", "2031-05-31")]


def test_what_is_lifted_in_some_of_the_districts_stands_in_the_others() -> None:
    found = lines(
        ("02", "The army imposed martial law in three northern districts."),
        ("06", "Martial law was lifted in two of the three districts."),
    )
    assert [x[:2] for x in found] == [("Martial law in three northern districts", "in_force")]


def test_two_of_three_men_are_some_of_them() -> None:
    found = lines(
        ("05", "Police arrested three men in Utrecht on Monday."),
        ("07", "Two of the three men were released without charge."),
    )
    assert [x[:2] for x in found] == [("Detention of three men in Utrecht", "in_force")]


def test_who_is_suspended_over_contracts_is_no_contract() -> None:
    assert lines(("01", "Tom Weld was suspended on Monday over a contracts scandal.")) == []


def test_flights_that_resume_open_their_airport() -> None:
    found = lines(("05", "Flights at Kelm airport resumed on Monday evening."))
    assert ("Closure of Kelm airport", "ended", None, "2031-05-05") in found


def test_a_numbered_road_is_not_the_towns_it_joins() -> None:
    found = lines(
        ("08", "Wildfire smoke forced the closure of Interstate 12 between Ansel and Hope."),
        ("09", "Interstate 12 reopened in both directions on Friday morning."),
    )
    assert [x[:2] for x in found] == [("Closure of Interstate 12", "ended")]


def test_what_was_shut_for_days_and_works_again_is_open() -> None:
    text = "The port of Hamra, shut for six days by a storm, resumed operations on Monday."
    assert [x[:2] for x in lines(("05", text))] == [("Closure of port of Hamra", "ended")]


def test_who_is_found_is_missing_no_more() -> None:
    found = lines(
        ("04", "Ella Voss, 16, has been missing since Friday, police in Dorn said."),
        ("08", "Ella Voss was found safe at a friend's home on Thursday, police said."),
    )
    assert found == [("Disappearance of Ella Voss", "ended", "2031-05-02", "2031-05-08")]


def test_what_follows_talks_is_no_word_on_them() -> None:
    assert lines(("09", "Unity Party returned to the coalition after talks with the prime minister.")) == []


def test_an_overturned_suspension_gives_the_licence_back() -> None:
    found = lines(
        ("02", "The regulator suspended the licence of Blue Air on Friday."),
        ("06", "A court overturned the suspension of Blue Air's licence."),
    )
    assert [x[:2] for x in found] == [("Blue Air licence from regulator", "in_force")]


def test_a_verdict_ends_the_trial() -> None:
    found = lines(
        ("05", "The trial of eleven journalists accused of aiding terrorists began on Monday."),
        ("09", "The journalists were acquitted on Friday."),
    )
    assert [x[1:] for x in found] == [("ended", "2031-05-05", "2031-05-09")]


def test_hours_end_on_their_day() -> None:
    found = lines(("06", "A bomb threat closed the Mirren Bridge for three hours on Monday."))
    assert found == [("Closure of Mirren Bridge", "ended", "2031-05-05", "2031-05-05")]


def test_cancelled_flights_shut_no_airport() -> None:
    assert lines(("05", "Airlines cancelled more than 300 flights on Monday.")) == []


def test_a_place_that_works_again_is_open() -> None:
    found = lines(
        ("04", "Heathrow Airport was closed on Sunday after a fire at an electrical substation."),
        ("05", "Heathrow resumed full operations on Monday."),
    )
    assert found == [("Closure of Heathrow Airport", "ended", "2031-05-04", "2031-05-05")]


def test_who_walks_off_the_job_after_talks_is_on_strike() -> None:
    found = lines(("05", "Canada's postal workers walked off the job on Monday after talks on a new contract failed."))
    assert ("Canada's postal workers strike", "in_force", "2031-05-05") in [x[:3] for x in found]


def test_who_mediates_is_no_party() -> None:
    found = lines(
        ("03", "Qatar said it had suspended its mediation efforts between Israel and Hamas."),
        ("08", "Qatar resumed its mediation."),
    )
    assert [x[:2] for x in found] == [("Mediation between Hamas and Israel", "in_force")]


def test_the_airspace_of_a_land_is_not_the_land() -> None:
    assert [x[0] for x in lines(("03", "Turkey closed its airspace to flights carrying troops."))] == [
        "Closure of airspace of Turkey"
    ]


def test_a_planned_deployment_that_a_court_suspends_is_nowhere() -> None:
    text = "Kenya's High Court suspended the government's planned deployment of police officers to Haiti."
    assert lines(("05", text)) == []


def test_a_parliament_that_votes_to_end_an_emergency_ends_it() -> None:
    found = lines(
        ("02", "Peru declared a 60-day state of emergency in Lima on Friday."),
        ("09", "Peru's Congress voted to end the state of emergency in Lima."),
    )
    assert [x[1] for x in found] == ["ended"]


def test_who_takes_control_of_a_corridor_holds_it() -> None:
    found = lines(("05", "Israel's military said it had taken control of the Philadelphi corridor."))
    assert [x[:2] for x in found] == [("Control of Philadelphi corridor (by Israel's military)", "in_force")]


def test_the_first_to_leave_are_not_all_of_them() -> None:
    found = lines(("09", "The first 300 UN troops left Karmen on Friday."))
    assert [x[:2] for x in found] == [("UN troops military presence in Karmen", "in_force")]


def test_residents_who_are_home_again_are_those_who_were_evacuated() -> None:
    found = lines(
        ("05", "A gas leak forced the evacuation of 400 people from apartment blocks in Larne on Monday."),
        ("06", "Residents returned to their homes in Larne on Tuesday."),
    )
    assert [x[1:] for x in found] == [("ended", "2031-05-05", "2031-05-06")]


def test_who_takes_over_as_president_is_speaker_no_more() -> None:
    found = lines(("05", "Parliament speaker Lena Morse took over as interim president of Narvia on Monday."))
    assert [x[0] for x in found] == ["Lena Morse as interim president of Narvia"]


def test_a_pact_that_enters_into_force_later_is_planned() -> None:
    found = lines(("05", "Kordia's parliament ratified a defence pact on Monday; it enters into force on June 1."))
    assert [(status, to) for _, status, _, to in found] == [("planned", "2031-06-01")]


def test_a_border_opened_to_some_is_shut_to_others() -> None:
    found = lines(
        ("03", "Osland closed its border with Kordia on Friday."),
        ("08", "Osland opened its border with Kordia to women and children."),
    )
    assert [x[1] for x in found] == ["in_force"]


def test_a_deadline_that_expired_was_the_one_that_was_set() -> None:
    found = lines(
        ("05", "The kidnappers of Carl Dane have set a deadline of Friday for payment of a ransom."),
        ("09", "The deadline set by the kidnappers of Carl Dane expired without any word from them."),
    )
    assert [x[1] for x in found] == ["ended"]


def test_services_suspended_there_resume_where_that_was() -> None:
    found = lines(
        ("05", "Osland shut its embassy in Kordia on Monday and suspended all visa services there."),
        ("09", "Osland resumed visa services in Kordia."),
    )
    assert [x[1] for x in found if "visa services" in x[0]] == ["in_force"]


def test_who_is_picked_up_by_a_ship_is_not_detained() -> None:
    assert lines(("05", "The crew of the yacht Seraph were picked up by a cargo ship on Monday.")) == []


def test_an_extended_detention_is_that_of_the_person() -> None:
    found = lines(
        ("05", "A court extended the pre-trial detention of the dancer Ksenia Karelina by three months."),
        ("09", "Russia freed Karelina in a prisoner swap with the United States."),
    )
    assert [x[:2] for x in found] == [("Detention of Ksenia Karelina", "ended")]


def test_who_is_put_in_another_s_place_holds_the_office() -> None:
    found = lines(("05", "Tunisia's president dismissed Prime Minister Kamel Madouri and replaced him with Sarra Roe."))
    assert {x[:2] for x in found} == {
        ("Kamel Madouri as prime minister", "ended"),
        ("Sarra Roe as prime minister", "in_force"),
    }


def test_a_hall_that_is_cleared_of_protesters_is_held_no_more() -> None:
    found = lines(
        ("05", "Protesters occupied the city hall in Novi Sad on Monday."),
        ("07", "Police cleared protesters from the city hall in Novi Sad on Wednesday."),
    )
    assert [x[1:] for x in found] == [("ended", "2031-05-05", "2031-05-07")]


def test_the_last_of_seven_are_all_of_them() -> None:
    found = lines(("05", "The rebels freed the last two of seven hostages on Monday, ending a six-week ordeal."))
    assert [x[1] for x in found] == ["ended"]


def test_one_lane_of_a_road_is_not_the_road() -> None:
    blocked = ("05", "A landslide blocked the main road to Hest on Monday.")
    lane = ("06", "One lane of the Hest road was reopened on Tuesday.")
    whole = ("08", "The Hest road was fully reopened on Thursday.")
    assert [x[1:] for x in lines(blocked, lane, whole)] == [("ended", "2031-05-05", "2031-05-08")]


def test_troops_that_a_minister_sends_are_not_the_minister_s() -> None:
    found = lines(("05", "The defence secretary ruled out sending ground troops to Narvia."))
    assert found == [("Military presence in Narvia (ground troops)", "not_begun", None, None)]


def test_in_light_of_the_calm_is_no_part() -> None:
    found = lines(
        ("02", "The army imposed a curfew in the town of Sund on Friday."),
        ("06", "The curfew was lifted in light of the calm."),
    )
    assert [x[1] for x in found] == ["ended"]


@pytest.mark.parametrize(
    "told",
    [
        [("06", "A truce between the army and the rebels took effect on Monday."),
         ("09", "The truce collapsed on Thursday.")],
        [("09", "A truce between the army and the rebels took effect on Monday. The truce collapsed on Thursday.")],
    ],
)  # fmt: skip
def test_a_truce_between_sides_that_nobody_names_is_the_one_that_collapsed(told: list[Told]) -> None:
    assert lines(*told) == [("Truce between army and rebels", "ended", "2031-05-05", "2031-05-08")]


def test_who_brokers_a_truce_is_no_party_to_it() -> None:
    found = lines(("06", "The African Union brokered a truce between the army and the rebels on Monday."))
    assert [title for title, *_ in found] == ["Truce between army and rebels (African Union)"]


def test_who_went_on_strike_has_begun_one_on_that_day() -> None:
    told = [
        ("06", "Workers at the Norlink mill in Dorn went on strike on Tuesday."),
        ("09", "The strike ended on Friday."),
    ]
    assert [x[1:] for x in lines(*told)] == [("ended", "2031-05-06", "2031-05-09")]


def test_what_a_flood_halts_is_no_flood() -> None:
    assert [x[:2] for x in lines(("09", "Trains in Arlen were halted by the flood on Tuesday."))] == [
        ("Trains in Arlen", "suspended")
    ]


def test_a_truce_that_is_declared_over_has_ended() -> None:
    found = lines(
        ("06", "The army and the Torva rebels signed a truce on Monday."),
        ("09", "The Torva rebels declared the truce over on Thursday."),
    )
    assert [x[1:] for x in found] == [("ended", "2031-05-05", "2031-05-08")]


def test_lorries_that_roll_again_are_no_aid() -> None:
    assert lines(("09", "Lorries rolled again in Arlen on Wednesday.")) == []


def test_who_a_town_falls_to_holds_it() -> None:
    found = lines(("09", "The town of Jarra fell to opposition forces on Tuesday."))
    assert found == [("Control of Jarra (by opposition forces)", "in_force", "2031-05-06", None)]


def test_what_is_announced_of_a_warning_begins_none() -> None:
    assert lines(("09", "The ministry announced they were easing their warning on travel to Narvia.")) == []


def test_who_is_released_by_her_captors_is_held_no_more() -> None:
    found = lines(
        ("06", "Sarra Mann was kidnapped on May 4 near Arlen."),
        ("09", "Mann arrived back in Kor on Thursday after being released by her captors."),
    )
    assert [x[1] for x in found] == ["ended"]


def test_a_pilot_who_leaves_is_no_measure() -> None:
    assert lines(("09", "The former pilot left the air force of Osland earlier this year.")) == []


def test_who_was_arrested_or_fled_is_not_held() -> None:
    assert lines(("09", "The mayor of Arlen was arrested or fled on Monday, a rebel said.")) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The mayor of Osk declared a state of emergency after the storm left nine dead.", "in_force"),
        ("The army declared a curfew in Osk after clashes left nine dead on Monday.", "in_force"),
        ("The Torva rebels declared the truce with the army over on Thursday.", "ended"),
    ],
)
def test_what_is_declared_has_begun_unless_it_is_declared_over(sentence: str, status: str) -> None:
    assert [x[1] for x in lines(("09", sentence))] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels destroyed two trucks on the road to Karu on Monday.",
        "The president ordered the release of 10 million barrels of oil from the reserve on Monday.",
        "The army doubled guard duty at the Sarn palace on Monday.",
        "Trees formed a cordon around the lake.",
    ],
)
def test_look_alikes_begin_and_end_nothing(sentence: str) -> None:
    assert lines(("09", sentence)) == []


def test_a_limit_that_had_passed_when_it_was_told_was_laid_down_before_it() -> None:
    found = lines(("20", "The council of Arlen gave the traders until May 8 to leave the market."))
    assert [x[2:] for x in found] == [("../2031-05-08", "2031-05-08")]


def test_a_fire_that_burns_out_of_control_has_not_burned_out() -> None:
    fire = ("06", "The forest fire near Dral broke out on Monday.")
    told = ("08", "The forest fire near Dral, which broke out on Monday, was burning out of control.")
    assert lines(fire, told) == [("Forest fire in Dral", "in_force", "2031-05-05", None)]
