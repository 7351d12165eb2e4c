"""Lines of a chronology: the day that opens them is past, and so is what they tell in the present."""

from __future__ import annotations

from stories import record_from

PAGE = """Here is a chronology of the fighting in Osland.
February 24 - Rebels take control of the town of Talvik.
March 2 - The army bombs the town and closes the airport of Brenna.
December 4 - The vote will be held.
"""


def told():
    record = record_from(PAGE, published="2031-10-12")
    return {c.claim.lemma.split()[0]: (c.claim.factuality, c.when.edtf) for c in record.claims.values()}


def test_the_present_of_a_chronology_is_the_past():
    found = told()
    assert found["take"] == ("happened", "2031-02-24")
    assert found["close"] == ("happened", "2031-03-02")


def test_what_it_says_will_be_is_ahead():
    assert told()["vote"] == ("planned", "2031-12-04")
