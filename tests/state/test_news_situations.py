"""What an analyst writes down of coups, banks that fail, floods and wrecks: a line, its status and its day.

The names are invented, but for countries that the tables know.
"""

from __future__ import annotations

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from stories import lines, record_from, told

DAY = "2031-05-09"  # a Friday
BY_THEN = "../2031-05-09"


def figures(text):
    return sorted(
        f"{one.title}: {int(p.value[1])}" for one in series(record_from(text, published=DAY)) for p in one.points
    )


@pytest.mark.parametrize(
    ("text", "line", "status"),
    (
        ("The Department of Trade and Innovation closed Lumo Bank on Friday.", "Closure of Lumo Bank", "in_force"),
        (
            "Mercy Hospital closed its maternity ward on Thursday.",
            "Closure of Mercy Hospital maternity ward",
            "in_force",
        ),
        (
            "Niger's rulers closed the land, sea and air borders.",
            "Closure of land, sea and air borders (Niger)",
            "in_force",
        ),
        ("Trading in Lumo shares was halted on Friday.", "Trading in Lumo shares", "suspended"),
        (
            "Trading in the shares of several regional banks was suspended on Monday.",
            "Trading in shares of several regional banks",
            "suspended",
        ),
        ("The Red Cross opened a shelter at Dyal High School.", "Opening of shelter in Dyal High School", "in_force"),
        ("Talvik sued Norlink Rail in federal court over the derailment.", "Lawsuit against Norlink Rail", "in_force"),
        ("Authorities began evacuating residents of Osk on Friday.", "Evacuation for Osk", "in_force"),
    ),
)
def test_a_line_is_of_what_the_deed_was_done_to(text, line, status):
    assert [x[:2] for x in lines(("09", text))] == [(line, status)]


def test_who_only_speaks_in_the_lead_is_no_place_of_an_evacuation():
    lead = "The fire in Kor has grown, fire chief Lena Ostrow said. "
    assert [x[0] for x in lines(("09", lead + "An evacuation order remains in force."))] == ["Evacuation order (Kor)"]


def test_a_curfew_begins_on_the_day_that_is_told_for_its_start():
    laid = "The mayor imposed a curfew in Kor on Thursday. The curfew will begin on Friday at 9 p.m., he said."
    assert lines(("08", laid), ("09", "Shops in Kor stayed open.")) == [
        ("Curfew in Kor", "in_force", "2031-05-09", None)
    ]


@pytest.mark.parametrize(
    ("text", "line", "how"),
    (
        ("The party called on the army to finish the count and recognise Roe as the winner.",
         "Party called on army to finish count and recognise Roe as winner", ("happened", BY_THEN)),
        ("Ana Roe, a former critic of the general, was appointed minister of trade on Thursday.",
         "Ana Roe was appointed minister of trade", ("happened", "2031-05-08")),
        ("The firm said Ana Roe would become its head on June 1, succeeding Tom Beck.",
         "Ana Roe to succeed Tom Beck", ("planned", "2031-05-09/..")),
        ("Lena Ostrow takes over as finance minister on June 5, replacing Tom Beck, the palace said.",
         "Lena Ostrow to replace Tom Beck", ("planned", "2031-05-09/..")),
        ("The ministry said a blast hit the market on Monday, killing nine.",
         "Blast hit market", ("happened", "2031-05-05")),
        ("Osland's rulers reopened the country's land, sea and air borders on Saturday.",
         "Osland's rulers reopened country's land, sea and air borders", ("happened", "2031-05-03")),
    ),
)  # fmt: skip
def test_a_clause_tells_who_does_what_and_when(text, line, how):
    assert told(text).get(line) == how


@pytest.mark.parametrize(
    ("text", "none"),
    (
        ("The party called on the army to finish the count and recognise Roe.", "recognised"),
        ("His wife Sylvia is still under house arrest in Kor.", "House"),
        ("The ferry left on Friday, carrying 40 passengers.", "to carry"),
    ),
)
def test_no_line_tells_what_nobody_did(text, none):
    assert not [line for line in told(text) if none in line]


@pytest.mark.parametrize(
    ("text", "told_of"),
    (
        ("The flood has receded, and the evacuation of the west bank was completed on Tuesday.", []),
        ("About 50 wagons of the train left the tracks.", ["wagons derailed: 50"]),
        (
            "Twenty ships were seized, including four that flew the flag of Palau.",
            ["ships seized: 20", "ships seized: 4"],
        ),
        ("Two hikers who had been reported missing were found on Sunday.", ["hikers found: 2"]),
        ("The agency put the cost of the failure to its fund at $20 billion.", ["cost: 20000000000"]),
    ),
)
def test_a_figure_counts_what_the_sentence_says(text, told_of):
    assert figures(text) == told_of


def test_silicon_valley_is_not_the_valley():
    text = "Silicon Valley Bank was closed. The bank had about $209 billion in assets."
    assert figures(text) == ["Silicon Valley Bank asset: 209000000000"]


def test_who_denies_the_charges_denies_nothing_that_stood_before_them():
    text = (
        "Osland paused its aid to Velden on Tuesday, its envoy Tom Beck said. A judge charged Ana Roe with fraud on "
        "Thursday. Her lawyer denied the charges."
    )
    record = record_from(text, published=DAY)
    assert disputes(record, states(record), series(record)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    (
        ("The bloc met on Monday. The European ban remains in place.", "European ban"),
        ("Two more charges were filed against Ana Roe.", "Charges against Ana Roe"),
        ("The agency lifted its grounding order on the Corvo 7 jets on Monday.", "Grounding of the Corvo 7 jets"),
        ("Eleven hostages were freed on Monday and 33 Syrians left prison.", "Detention of eleven hostages"),
        ("Premier Ana Roe was named acting president.", "Ana Roe as acting president"),
        ("The elected government of Ana Roe, who was detained at dawn, is gone.", "Detention of Ana Roe"),
    ),
)
def test_a_title_names_whom_it_is_of(text, line):
    assert line in [x[0] for x in lines(("09", text))]


def test_hours_of_each_day_are_no_time_of_the_curfews_beginning():
    text = "The army banned rallies and imposed a curfew in Kor from 8 p.m. to 4 a.m. on Monday."
    assert told(text)["Army imposed curfew in Kor"] == ("happened", "2031-05-05")


def test_what_stands_before_and_with_its_own_subject_is_of_the_verb_before_it():
    text = "Ana Roe will become its head on June 13, and the firm's treasurer Tom Beck will serve until then, it said."
    found = told(text)
    assert found["Ana Roe to become its head on June 13"] == ("planned", "2031-06-13")


def test_how_many_are_freed_for_each_more_day_nobody_says():
    text = "The pause would be extended by a day for each additional 10 hostages released, Osland said."
    assert "happened" not in [how for how, _ in told(text).values()]
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "told_of"),
    (
        ("American Airlines has 24 of the jets.", ["American Airlines jets owned: 24"]),
        ("British Airways cut 10,000 jobs.", ["British Airways jobs laid off: 10000"]),
        ("American forces lost 24 soldiers.", ["US soldiers killed: 24"]),
        ("The general banned gatherings of more than five people.", []),
        ("The envoy spoke of zero tolerance for hazards.", []),
    ),
)
def test_a_number_is_of_the_firm_and_not_of_the_people_it_is_called_after(text, told_of):
    assert figures(text) == told_of


def test_martial_law_is_no_state_of_emergency_and_one_ban_not_another():
    emergency = ("02", "A state of emergency was imposed in Osk for one year.")
    law = ("08", "Martial law was imposed in six townships on Tuesday.")
    assert [x[0] for x in lines(emergency, law)] == ["State of emergency in Osk", "Martial law in six townships"]


@pytest.mark.parametrize(
    ("text", "line", "how"),
    (
        ("The WHO declared an emergency on Monday.",
         "World Health Organization declared emergency", ("happened", "2031-05-05")),
        ("Picketing was suspended, but writers are not to return to work until June.",
         "Writers not to return to work until June", ("not_happened", "../2031-06-30")),
    ),
)  # fmt: skip
def test_a_body_called_who_acts_and_what_is_not_to_be_done_is_no_plan(text, line, how):
    assert told(text).get(line) == how


@pytest.mark.parametrize(
    ("text", "board"),
    (
        ("The minister advised states against closing their borders.", []),
        ("The stars of the film left a London screening on Thursday.", []),
        ("Another outbreak was declared in Mirren on Friday.", ["Outbreak in Mirren"]),
        ("The union's leaders voted on Friday to lift the strike order.", ["Union's leaders strike"]),
    ),
)
def test_what_is_advised_against_or_walked_out_of_stands_nowhere(text, board):
    assert [x[0] for x in lines(("09", text))] == board


def test_a_city_of_two_million_is_no_count_of_cities():
    assert figures("A case was confirmed in Goma, a city of two million.") == []


def test_five_derailed_wagons_are_not_all_that_derailed():
    text = "About 50 wagons left the tracks on Friday. Crews emptied five derailed wagons on Monday."
    record = record_from(text, published=DAY)
    assert disputes(record, states(record), series(record)) == []


def test_what_somebody_advises_against_is_no_line():
    assert list(told("The minister advised states against closing their borders.")) == [
        "Minister advised states against closing their borders"
    ]
