"""Who copies whom; a wire story printed twice is told by one source."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.record.model import Dated
from dateline.record.origins import origins
from dateline.report.load import from_text
from dateline.report.model import Report
from dateline.terms import When

WIRE = (
    "The ferry sailed again on Monday after a week of strike, the port office said. Some forty trucks had waited at "
    "the gate since Thursday. The union agreed to talk about wages in April, and the owners promised to hire "
    "twelve more men."
)
OTHER = (
    "Trucks are rolling at the harbour once more. A diplomat told us that the crews went back to work at dawn, having "
    "won a promise of higher pay. Nobody at the union hall would say how much, but two men smiled when they were asked."
)


def pile(*rows: tuple[str, str, str | None, str]) -> dict[str, Report]:
    return {id: from_text(text, id=id, publisher=house, published=day) for id, house, day, text in rows}


def test_two_copies_of_a_wire_story_count_as_one_origin():
    found = origins(
        pile(
            ("h", "Herald", "2024-03-05", WIRE),
            ("c", "Courier", "2024-03-06", WIRE),
            ("g", "Gazette", "2024-03-06", OTHER),
        ),
        {},
    )
    assert {id: o.origin for id, o in found.items()} == {"h": "h", "c": "h", "g": "g"}
    assert found["h"].derived_from == ()


def test_the_words_shared_are_shown():
    reports = pile(("h", "Herald", "2024-03-05", WIRE), ("c", "Courier", "2024-03-06", f"Ferry back\n{WIRE}"))
    source, reason = origins(reports, {})["c"].derived_from[0]
    assert source == "h" and "word for word" in reason.why
    assert reason.anchor is not None
    assert reports["c"].text[reason.anchor.start : reason.anchor.end] == reason.anchor.text
    assert reason.anchor.text in WIRE


def test_an_excerpt_with_another_headline_and_furniture_is_a_copy():
    short = "Trucks move\nSkip to content\n" + WIRE[: WIRE.index("The union")]
    found = origins(pile(("h", "Herald", "2024-03-05", WIRE), ("c", "Courier", None, short)), {})
    assert found["c"].origin == "h" and found["c"].derived_from[0][0] == "h"


def test_a_credit_shows_the_direction_where_dates_do_not():
    found = origins(
        pile(("a", "Courier", None, f"{WIRE}\nThis article first appeared on Herald."), ("b", "Herald", None, WIRE)), {}
    )
    assert [s for s, _ in found["a"].derived_from] == ["b", "Herald"]
    assert found["b"].derived_from == ()


def test_two_reports_that_quote_one_statement_are_two_origins():
    quote = '"We shall not go back to sea before every man has his wages and the owners say so in writing," he said.'
    found = origins(
        pile(
            ("a", "Herald", "2024-03-05", f"The union stayed firm on Friday night after four hours of talks. {quote}"),
            ("b", "Courier", "2024-03-05", f"No ship left the harbour today, as its leader read out a letter. {quote}"),
        ),
        {},
    )
    assert found["a"].origin != found["b"].origin


def test_a_footer_that_two_houses_share_makes_no_copy():
    footer = "This desk belongs to the Tolna league of river papers and keeps to its rules of the year nineteen ninety."
    found = origins(
        pile(
            (
                "a",
                "Herald",
                "2024-03-05",
                f"{WIRE[:150]}. Nobody was hurt, and the gate was open again by noon.\n{footer}",
            ),
            (
                "b",
                "Courier",
                "2024-03-05",
                f"{OTHER[:170]}. She would not say who had paid for the new boats.\n{footer}",
            ),
        ),
        {},
    )
    assert found["a"].origin != found["b"].origin


def test_a_chain_of_small_borrowings_does_not_make_everything_one():
    half = WIRE[: WIRE.index("The union")]
    first, second = OTHER.split(". ", 1)
    found = origins(
        pile(
            ("a", "Herald", "2024-03-05", WIRE),
            ("b", "Courier", "2024-03-06", f"{half} {second}"),
            ("c", "Gazette", "2024-03-07", f"{first}. {second}"),
        ),
        {},
    )
    assert found["b"].origin == "a"
    assert found["c"].origin == "c" and found["c"].derived_from[0][0] == "b"


def test_two_rewrites_of_one_agencys_story_on_one_day_are_one_origin():
    found = origins(
        pile(
            (
                "a",
                "Herald (Reuters)",
                "2024-03-05",
                "Captain Okwu's ferry Marisol sailed for Tolna with forty trucks aboard.",
            ),
            (
                "b",
                "Courier / Reuters",
                "2024-03-05",
                "With forty trucks, the Marisol under Captain Okwu left for Tolna.",
            ),
            (
                "c",
                "Gazette (Reuters)",
                "2024-03-05",
                "Rain fell on the vineyards, and growers fear for this year's harvest.",
            ),
            ("d", "Post", "2024-03-05", "A court heard two witnesses in the case of the stolen bells."),
        ),
        {},
    )
    assert found["a"].origin == found["b"].origin == "a"
    assert found["c"].origin == "c"


@given(st.permutations(["h", "c", "g", "e"]))
def test_the_order_of_arrival_does_not_matter(order):
    reports = pile(
        ("h", "Herald", None, WIRE),
        ("c", "Courier", None, WIRE),
        ("g", "Gazette", "2024-03-06", OTHER),
        ("e", "Echo", "2024-03-06", WIRE[:120]),
    )
    assert origins({id: reports[id] for id in order}, {}) == origins(reports, {})


def test_a_report_whose_date_is_only_bounded_is_no_root_of_one_that_states_its_date():
    words = "The ferry sailed again on Monday after a week of strike, the port office said, and trucks moved off."
    made = {"a": from_text(words, id="a"), "b": from_text(words, id="b", published="2024-03-05")}
    bounded = When.between(date(2020, 1, 1), date(2024, 3, 4), None, "constraint")
    dates = {"a": Dated(bounded, (), False), "b": Dated(made["b"].published, (), True)}
    assert {o.origin for o in origins(made, dates).values()} == {"b"}
