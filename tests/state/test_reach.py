"""What newspapers say of things that begin, rest and end, in many words; and what only looks like it."""

from __future__ import annotations

import pytest

from state.test_whose import told

TOLD = (
    ("The council closed the Orla library on Monday.", "site", "in_force"),
    ("The Orla library, shut since May, was opened again on Tuesday.", "site", "ended"),
    ("The emergency department at Talvik hospital shut on Friday.", "site", "in_force"),
    ("The watchdog imposed a fine of two million crowns on Norlink on Monday.", "sanctions", "in_force"),
    ("The league docked Talvik Rovers six points on Monday.", "sanctions", "in_force"),
    ("The league banned the striker Ivo Mann for six matches on Monday.", "sanctions", "in_force"),
    ("The technicians of Norlink joined the picket line on Monday.", "strike", "in_force"),
    ("The nurses of Talvik voted to strike.", "strike", "planned"),
    ("Dana Reyes quit as head of the Talvik museum on Monday.", "office", "ended"),
    ("The deputies removed Dana Reyes from office on Monday.", "office", "ended"),
    ("Premier Dana Reyes lost a vote of confidence on Monday.", "office", "ended"),
    ("The council placed the ombudsman Dana Reyes on leave on Monday.", "office", "suspended"),
    ("Dana Reyes surrendered to police on Monday.", "detention", "in_force"),
    ("Police arrested two men suspected of arson on Monday.", "detention", "in_force"),
    ("The bank pledged forty million dollars in aid to Osland.", "aid", "planned"),
    ("The yard won a contract for two ferries from Norlink on Monday.", "deal", "in_force"),
    ("A judge dismissed the winding-up petition against Norlink on Monday.", "charges", "ended"),
    ("The airline Ventair went into administration on Monday.", "insolvency", "in_force"),
    ("The mill in Talvik obtained a permit on Monday.", "licence", "in_force"),
    ("The town of Amat entered lockdown on Monday.", "curfew", "in_force"),
    ("The broker Ivo Mann faces charges of fraud.", "charges", "in_force"),
    ("Embassies of Osland and Kenya were closed. Kenya restored diplomatic ties with Uganda on Monday.",
     "relations", "in_force"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "slot", "status"), TOLD, ids=[s[:40] for s, _, _ in TOLD])
def test_it_is_told(sentence, slot, status):
    assert (slot, status) in [(s, state) for s, _, state in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "slot"),
    (
        ("The ministry announced emergency services for the islands.", "emergency"),
        ("According to notes released by the premier's aides, the minister was ill.", "aid"),
        ("The navy ordered its ships to leave the bay of Talvik.", "deal"),
        ("The broker Ivo Mann pleaded not guilty on Monday.", "charges"),
        ("The drivers of Norlink rejected a pay offer.", "deal"),
        ("The fans of Talvik went to work on Monday.", "strike"),
        ("The army of Osland could withdraw its troops from Kenya.", "presence"),
        ("Kenya took the helm of the forum in May.", "office"),
    ),
)
def test_it_only_looks_like_it(sentence, slot):
    assert slot not in [s for s, _, _ in told(sentence)]


def test_two_men_held_are_not_the_six_held_elsewhere():
    found = told("Police arrested two men in Talvik on Monday.", "Police arrested six people in Verrin on Tuesday.")
    assert sorted(title for slot, title, _ in found if slot == "detention") == [
        "Detention of six people in Verrin", "Detention of two men in Talvik"
    ]  # fmt: skip


def test_it_means_the_pact_that_was_frozen():
    found = told("The two kingdoms revived their water pact on Monday, years after Osland had frozen it.")
    assert [slot for slot, _, _ in found] == ["accord"]


def test_a_fine_is_not_the_embargo_on_the_same_club():
    found = told("The league placed Norlink under an embargo on Monday.", "The league fined Norlink on Tuesday.")
    assert len([1 for slot, _, _ in found if slot == "sanctions"]) == 2
