"""The day of a deed that is told by its distance from an event."""

import pytest

from stories import record_from

# Each told on Friday, 9 May 2031: the words, a word of the deed, its days.
TOLD = [
    ("The day before the vote, gunmen killed two clerks. The vote was held on Sunday.", "kill", "2031-05-03"),
    (
        "A quake struck Nepal on Saturday. Two days after the earthquake, crews pulled a girl from a house.",
        "pull",
        "2031-05-05",
    ),
    ("The army chief was dismissed three days after the coup of May 3.", "dismiss", "2031-05-06"),
    ("The minister resigned a day after Tuesday's vote.", "resign", "2031-05-07"),
    ("The mayor was shot dead on the eve of Sunday's election.", "shoot", "2031-05-03"),
    ("The minister resigned two days before Sunday's election.", "resign", "2031-05-09"),
    ("The mayor was arrested within hours of Thursday's ruling.", "arrest", "2031-05-08/2031-05-09"),
    ("The talks resumed a week after the April 20 ceasefire.", "hold talks", "2031-04-24/2031-04-30"),
    ("Since Tuesday's vote, 40 people have been arrested.", "arrest", "2031-05-06/2031-05-09"),
    ("Police arrested 12 people since the vote was rigged.", "arrest", "../2031-05-09"),
    (
        "A day after soldiers took the port, rebels shelled the town. The port was shut on Sunday.",
        "shell",
        "../2031-05-09",
    ),
    (
        "Two days after the storm, troops reached the island. A storm struck on Sunday. A storm struck on Thursday.",
        "reach",
        "../2031-05-09",
    ),
]


@pytest.mark.parametrize(("text", "lemma", "days"), TOLD)
def test_a_deed_told_by_its_distance_from_an_event_has_its_day_where_the_report_dates_the_event(text, lemma, days):
    record = record_from(text, published="2031-05-09")
    found = [c for c in record.claims.values() if c.claim.lemma == lemma]
    assert [c.when.edtf for c in found[:1]] == [days]


def test_the_eve_of_sundays_election_is_today_on_the_saturday():
    record = record_from("Gunmen killed a candidate on the eve of Sunday's election.", published="2031-05-10")
    assert [c.when.edtf for c in record.claims.values()] == ["2031-05-10"]
