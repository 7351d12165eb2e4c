"""Numbers whose noun is left out: the clause alone says what they count."""

import pytest

from stories import read_of


@pytest.mark.parametrize(
    ("text", "amount", "value", "unit", "counted", "scope"),
    [
        ("Floods have driven 9,000 from their homes.", "9,000", 9000, "person", "people", ("displaced",)),
        ("The yard exports some 60,000 barrels a day.", "60,000", 60000, "barrel per day", "exports", ()),
        ("Vessels at the anchorage, of which there are now eleven, wait.", "eleven", 11, "vessel", "vessel", ()),
        ("Sarn Rovers were docked nine points on Tuesday.", "nine", 9, "point", "point", ("lost",)),
        ("Some 17,950 watched them beat Orsk.", "17,950", 17950, "person", "people", ("gathered",)),
        ("The line of trucks reached 14 kilometres.", "14", 14, "km", "line", ("length",)),
        ("Velcom had sales of 2.1 billion euros, up from 1.9 billion.", "1.9", 1.9e9, "EUR", "sale", ()),
        ("It paid 4 billion euros, including debt of 900 million.", "900", 9e8, "EUR", "debt", ()),
        ("The league found losses of 51.3 million pounds.", "51.3", 51.3e6, "GBP", "loss", ()),
    ],
)
def test_a_clause_may_say_by_itself_what_its_number_counts(text, amount, value, unit, counted, scope):
    found = next(q for q in read_of(text, "2031-03-04").quantities if amount in q.amount.text)
    assert (found.low, found.unit, found.counted, found.scope) == (value, unit, counted, scope)
