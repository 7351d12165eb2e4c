"""Crossings that nobody crosses, talks that open by themselves, and what is to come once something else has."""

from __future__ import annotations

import pytest

from stories import lines, read_of, told


def titles(text: str) -> dict[str, str]:
    return {c.title: c.factuality for c in read_of(text).claims if c.sound}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Poland closed its Ostra border crossing with Belarus to lorries at midnight on Monday.",
            "Poland closed its Ostra border crossing with Belarus to lorries",
        ),
        ("Poland will reopen the Ostra crossing to lorries on July 8.", "Poland to reopen Ostra crossing to lorries"),
        ("Egypt kept the Rafah crossing closed on Sunday.", "Rafah crossing is closed"),
        ("Soldiers were seen in the border region crossing the river.", "Soldiers were seen in border region crossing"),
        ("Talks between the two countries opened in Talvik on Monday.", "Talks opened in Talvik"),
        ("Norway sold gas worth 40 billion euros to Germany in 2026.", "Norway sold gas worth 40 billion euros to"),
        (
            "Chile gave Norway until May 9 to hand over the log of the ship or face the loss of $85 million in aid.",
            "Chile gave Norway until May 9 to hand over log of ship",
        ),
        (
            "Chile granted the local company Orsk Ports a concession for the port of Sarn on Monday.",
            "Chile granted concession for port of Sarn to",
        ),
        ("The visas will be valid again from May 1.", "Visas to be valid"),
        ("Kyiv was without power on Thursday.", "Kyiv was without power"),
        (
            "Chile has extended its deadline for Norway to hand over the log by a month, to April 30.",
            "Chile extended its deadline for Norway to hand over log by a month",
        ),
    ],
)
def test_what_is_done_to_what(text: str, title: str):
    assert any(title in found for found in titles(text)), titles(text)


def test_what_is_waited_for_has_not_happened():
    found = titles("Lins said the duties would be lifted as soon as Chile dropped its plan for a tariff on copper.")
    assert not any(f in ("happened", "ongoing") for f in found.values()), found
    assert "happened" in titles("The ship sank as soon as it left the port on Monday.").values()


def test_what_is_arranged_for_a_month_lies_ahead():
    assert told("Chile is withdrawing from the fisheries agreement in December.")[
        "Chile is withdrawing from fisheries agreement"
    ] == ("ongoing", "2031-12")
    assert lines(("09", "Chile is withdrawing from the fisheries agreement in December."))[0][1] == "planned"


def test_what_a_deadline_is_for_is_demanded():
    found = titles("The deadline for Chile to cancel the concession is May 9.")
    assert all(factuality == "demanded" for title, factuality in found.items() if "cancel" in title), found


def test_a_capital_without_power_is_told_as_so():
    assert titles("Kyiv was without power on Thursday.") == {"Kyiv was without power": "happened"}
