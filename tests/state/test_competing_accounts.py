"""Small stories told by two sides: which of them are disputes, and which are only news that moved on."""

import pytest

from dateline.state.board import states
from dateline.state.disputes import disputes
from dateline.state.series import series
from stories import record_from


def asked(*pile):
    """The kinds of dispute that reports of days of May 2031 hold."""
    record = record_from(*((f"2031-05-{day:02}", text) for day, text in pile))
    return sorted({line["kind"] for line in disputes(record, states(record), series(record))})


DISPUTED = (
    (
        "figure",
        (6, "The army said its soldiers killed 30 militants in a raid near Orvik."),
        (7, "The militants said only four of their fighters had died in the raid near Orvik."),
    ),
    (
        "figure",
        (6, "Aid groups say 40,000 people have been displaced in Kesh province."),
        (8, "The governor said no more than 12,000 people had been displaced in Kesh province."),
    ),
    (
        "figure",
        (6, "The health ministry reported 12 deaths from the fever."),
        (7, "A charity said 40 people had died of the fever and accused the ministry of hiding the scale of it."),
    ),
    (
        "figure",
        (6, "Turnout was 47 percent, the commission said. Observers put turnout at no more than 30 percent."),
    ),
    ("figure", (6, "Turnout was 47 percent, the commission said. The Civic League put it at 30 percent.")),
    (
        "figure",
        (
            6,
            "The bank lost 40 million dollars in the attack, according to a clerk. The bank said its losses were "
            "12 million dollars.",
        ),
    ),
    (
        "figure",
        (6, "The ferry Princess Amara, built for 250 passengers, was carrying more than 400, survivors said."),
        (7, "The owner of the Princess Amara said it had carried 238 passengers."),
    ),
    (
        "figure",
        (
            6,
            "Israel said its troops had killed 20 gunmen in Jenin. Medics said nine people died, four of them women.",
        ),
    ),
    (
        "factuality",
        (6, "Nigeria's army said it had rescued all 21 schoolgirls abducted in Kaduna."),
        (7, "Parents in Kaduna said seven of the girls were still missing."),
    ),
    (
        "figure",
        (6, "Militants killed 34 soldiers in an attack on a base in Mali on Monday, the army said."),
        (8, "The militants said on Thursday they had killed 70 soldiers in Monday's attack on the base in Mali."),
    ),
    (
        "date",
        (5, "The strike at the port of Lannow began on Sunday, the dockers' union said."),
        (6, "Port managers said the strike in Lannow had begun only on Monday morning."),
    ),
    (
        "factuality",
        (6, "General Sami Okar died of his wounds on Monday, a rebel radio station said."),
        (8, "General Okar is alive and well, his spokesman said."),
    ),
    (
        "factuality",
        (6, "General Sami Okar died of his wounds on Monday, a rebel radio station said."),
        (8, "Reports of the death of General Okar are false, his spokesman said."),
    ),
    (
        "factuality",
        (6, "The rebels said talks in Vienna broke down on Monday."),
        (6, "The government's negotiator insisted the Vienna talks had merely been adjourned."),
    ),
    (
        "factuality",
        (6, "The party said it had expelled Senator Ruth Amal."),
        (7, "Amal said she had resigned from the party before it could expel her."),
    ),
    (
        "state",
        (6, "The army said it had retaken the border post of Jask."),
        (7, "The border post of Jask was still in rebel hands on Wednesday, two residents said."),
    ),
)
UNDISPUTED = (
    (
        (6, "Militants killed 34 soldiers in an attack on a base in Mali on Monday, the army said."),
        (8, "The army said the number of soldiers killed in Monday's attack in Mali had risen to 41."),
    ),
    (
        (6, "Rebels attacked a post near Ossa on Monday, killing four soldiers, the ministry said."),
        (7, "Rebels attacked a post near Ossa on Tuesday, killing two soldiers, the ministry said."),
    ),
    (
        (6, "The unemployment rate in Lorvia was 7.1 percent in March, the labour office said."),
        (8, "Youth unemployment in Lorvia stood at 19.4 percent in March, a think tank said."),
    ),
    (
        (7, "Some 4,000 tonnes of oil have leaked from the Alba Rosa, the coast guard said."),
        (9, "The leak from the Alba Rosa has reached 7,500 tonnes, the environment ministry said."),
    ),
    (
        (6, "The premier's office denied a newspaper report that the cabinet had approved the sale of the airport."),
        (8, "The cabinet approved the sale of the airport on Thursday."),
    ),
    (
        (5, "The government said it controlled 80 percent of the city of Mirsk."),
        (9, "Government troops now control 90 percent of Mirsk, the army said."),
    ),
    (
        (6, "The flood displaced 40,000 people in Kesh province, the Red Cross said."),
        (8, "Fewer than 12,000 people are still displaced in Kesh province, the governor said."),
    ),
)


@pytest.mark.parametrize(("kind", "pile"), [(kind, pile) for kind, *pile in DISPUTED])
def test_two_accounts_that_exclude_each_other_are_a_dispute(kind, pile):
    assert kind in asked(*pile)


@pytest.mark.parametrize("pile", UNDISPUTED)
def test_what_happened_twice_or_grew_or_is_of_others_is_none(pile):
    assert asked(*pile) == []
