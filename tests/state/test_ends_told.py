"""What later words do to a board: the rest are rescued, the town falls, ships sail again, the strike is for Monday."""

from __future__ import annotations

from dateline.state.board import board, states
from stories import record_from


def lines(*reports: tuple[str, str]) -> list[tuple[str, str]]:
    """Title and status of each line, of reports of days of May 2031."""
    found = states(record_from(*((f"2031-05-{day}", text) for day, text in reports)))
    return [(line["title"], line["status"]) for line in board(found)]


def test_a_strike_called_for_a_day_of_the_week_is_still_to_come() -> None:
    assert lines(("09", "The rail union called a strike for Monday.")) == [
        ("Rail union called strike for Monday", "planned")
    ]
    assert lines(("09", "The union had called a strike for Monday, and no tram ran."))[-1][1] != "planned"


def test_who_is_found_alive_is_missing_no_more() -> None:
    first = ("06", "Six hikers went missing on Monday in the Vellin range.")
    assert lines(first, ("08", "The six hikers were found alive on Wednesday.")) == [
        ("Disappearance of six hikers (Vellin range)", "ended")
    ]
    assert lines(first) == [("Disappearance of six hikers (Vellin range)", "in_force")]


def test_some_of_those_trapped_are_rescued_and_nobody_had_gone_missing() -> None:
    first = ("06", "Forty-two miners were trapped on Tuesday when a shaft collapsed at the Brenna mine.")
    some = ("07", "Nine of the miners were rescued overnight, officials said on Wednesday.")
    assert lines(first, some) == [("Forty-two miners trapped", "in_force")]
    last = ("08", "All the remaining miners were rescued on Thursday.")
    assert lines(first, some, last)[0][1] == "ended"
    assert lines(some) == []


def test_of_those_freed_the_rest_is_told_only_with_how_many_there_were() -> None:
    assert lines(("08", "Four of the six hostages were freed on Monday.")) == [
        ("Detention of six hostages", "in_force")
    ]
    assert lines(("08", "Four of the hostages were freed on Monday.")) == [("Detention of four hostages", "ended")]


def test_a_town_that_falls_is_held_no_more_by_who_held_it() -> None:
    text = "The town of Korba, held by rebels since May, fell to the army on Wednesday."
    assert lines(("09", text)) == [
        ("Control of Korba (by rebels)", "ended"),
        ("Control of Korba (by army)", "in_force"),
    ]
    bare = "Besna, controlled by the militia since 2028, was retaken by the army on Sunday."
    assert lines(("09", bare)) == [("Control of Besna (by army)", "in_force")]


def test_ships_that_move_again_open_the_canal() -> None:
    first = ("06", "The tanker Ostrava ran aground in the Lenz Canal on Monday, blocking the waterway.")
    later = ("08", "Tugs refloated the Ostrava on Wednesday, and ships began moving through the canal again.")
    assert {status for _, status in lines(first, later)} == {"ended"}
    said = "The tanker was refloated on Wednesday and traffic resumed, the canal authority said."
    assert not [title for title, _ in lines(("08", said)) if "Closure" in title or "raffic" in title]


def test_the_port_that_resumed_operations_is_the_one_that_was_shut() -> None:
    first = ("06", "The port of Sund was shut on Monday by a storm.")
    assert lines(first, ("08", "The port resumed operations on Wednesday.")) == [("Closure of port of Sund", "ended")]


def test_a_plant_that_halts_production_is_told_with_its_production() -> None:
    assert lines(("09", "The mill halted production on Tuesday as floods worsened.")) == [
        ("Production of mill", "suspended")
    ]
    assert lines(("09", "The steelworks has suspended output because of high power prices.")) == [
        ("Output of steelworks", "suspended")
    ]


def test_what_happens_meanwhile_is_not_what_is_stopped() -> None:
    assert lines(("09", "The district hospital stopped admitting patients on Monday as dengue cases doubled.")) == []


def test_a_truce_that_is_let_lapse_is_over_once() -> None:
    assert lines(("09", "Osland let its ceasefire with Narvia lapse on Sunday after three months.")) == [
        ("Ceasefire between Osland and Narvia", "ended")
    ]
    assert lines(("09", "The ministry let the export licence expire in March.")) == [("Export licence", "ended")]


def test_the_deadline_of_who_set_it_is_the_one_that_expired() -> None:
    first = ("04", "Rebels gave the governor until Wednesday to free the prisoners.")
    assert [status for _, status in lines(first, ("09", "The rebels' deadline expired on Wednesday."))] == ["ended"]
    other = lines(first, ("09", "The union's deadline expired on Wednesday."))
    assert ("planned" in {status for _, status in other}) and len(other) == 2


def test_many_are_told_as_many() -> None:
    assert lines(("09", "Schools closed on Tuesday as floods spread along the Ostra."))[0][0] == "Closure of schools"
    assert lines(("09", "Regulators in Tovia grounded the Boeing on Sunday."))[0][0] == "Grounding of Boeing"
