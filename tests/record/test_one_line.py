"""One event told in other words is one line with all its reports; two of one kind stay two."""

from __future__ import annotations

import pytest

from stories import record_from


def lines(*texts):
    """The reports of each event, the largest first."""
    pile = [("2031-05-06", text) for text in texts]
    record = record_from(*pile)
    told = [sorted({record.claims[c].claim.report for c in e.claims}) for e in record.events]
    return sorted(told, key=lambda reports: (-len(reports), reports))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marek Sol was shot dead in Lindow on Monday.", "Gunmen assassinated Marek Sol on Monday."),
        ("Redvik met King Osric in Tamara on Monday.", "Redvik and Osric held talks in Tamara on Monday."),
        ("Parliament approved the budget on Monday.", "Lawmakers passed the budget on Monday."),
        ("Gunmen killed 11 villagers in Oskela on Monday.", "Eleven people were shot dead in Oskela on Monday."),
        ("A bus plunged into a ravine near Velsk on Monday.", "A coach crashed near Velsk on Monday."),
        ("The firm closed its Lindow plant on Monday.", "The firm shut its Lindow steelworks on Monday."),
        ("A bomb exploded at the market in Belhane on Monday.", "A bomb went off at the market in Belhane on Monday."),
        ("Rusk's visit to Tamara was put off on Monday.", "Rusk's trip to Tamara was postponed on Monday."),
        ("Gil Sandor died in Kor on Monday.", "Gil Sandor, the actor, has died at his home aged 84."),
        ("A fire in Hessel killed 18 workers on Monday.", "Eighteen people died in the fire in Hessel on Monday."),
    ],
)
def test_one_event_in_other_words_is_one_line(one, other):
    assert lines(one, other)[0] == ["r00", "r01"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gunmen killed 11 people in Oskela on Monday.", "Eleven people were shot dead in Velsk on Monday."),
        ("Marek Sol was shot dead in Lindow on Monday.", "Gunmen assassinated Hana Mirsk in Lindow on Monday."),
        ("Parliament approved the budget on Monday.", "Parliament passed the border law on Monday."),
        ("The bank raised its interest rate on Monday.", "The railway raised its fares on Monday."),
        ("A bomb exploded in Belhane on Monday.", "A bomb went off in Karsun on Monday."),
        ("A fire in Hessel killed 18 workers on Monday.", "Three people died in the fire in Velsk on Monday."),
        ("Rebels shot at a bus near Velsk on Monday.", "A rebel was shot dead near Karsun on Monday."),
    ],
)
def test_two_events_of_one_kind_stay_two(one, other):
    assert all(len(reports) == 1 for reports in lines(one, other))


def test_the_village_of_a_name_is_the_one_that_the_name_means():
    record = record_from("Rebels burned huts in the village of Oskela on Monday.", "Troops entered Oskela on Tuesday.")
    places = {e for c in record.claims.values() for role, e, _ in c.entities if role == "place"}
    assert len(places) == 1
    record = record_from("The mayor of the village of Oskela resigned.", "Troops entered Oskela on Tuesday.")
    mayors = [
        e for c in record.claims.values() for role, e, _ in c.entities if role == "actor" and c.claim.lemma == "resign"
    ]
    assert mayors == [None]
