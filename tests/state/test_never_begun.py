"""What was only planned ends nothing when it is given up; what comes again or is told of several."""

from __future__ import annotations

import pytest

from dateline.state.board import board, states
from dateline.state.transitions import transitions
from stories import record_from

DAY = "2031-05-09"


def told(text: str) -> list[tuple[str, str]]:
    return [(t.slot, str(t.kind)) for t in transitions(record_from(text, published=DAY))]


def lines(*pile: tuple[str, str]) -> dict[str, str]:
    return {line["title"]: line["status"] for line in board(states(record_from(*pile)))}


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Osland scrapped a proposed ban on plastic bags on Monday.", "sanctions"),
        ("Osland dropped its draft press law on Monday.", "law"),
        ("Norland withdrew a threatened embargo on Osland grain on Monday.", "sanctions"),
        ("Osland abandoned a proposed treaty with Norland on Monday.", "accord"),
    ],
)
def test_what_was_only_proposed_has_not_begun_when_it_is_given_up(text, slot):
    assert told(text) == [(slot, "not_begun")]


def test_a_plan_that_is_given_up_ends_nothing():
    assert not told("The cabinet scrapped its plan for a curfew in Sarn on Monday.")
    assert told("The proposed budget scrapped the ban on plastic bags on Monday.") == [("sanctions", "end")]


def test_who_acts_is_not_what_ends():
    assert ("strike", "end") not in told("The strike halted trains carrying ore to Sarn on Friday.")
    assert ("strike", "end") in told("The union halted its strike in Sarn on Friday.")


def test_several_people_of_one_list_are_each_held_and_freed():
    arrested = ("2031-05-05", "Police in Sarn arrested the editors Ivo Roth and Ana Lind on Monday.")
    freed = ("2031-05-08", "Ana Lind was released on Thursday.")
    assert lines(arrested) == {"Detention of Ivo Roth and Ana Lind (editors)": "in_force"}
    assert sorted(lines(arrested, freed).values()) == ["ended", "in_force"]


def test_whose_bodies_are_found_are_missing_no_more():
    missing = ("2031-05-02", "The climbers Ivo Roth and Ana Lind have been missing on Mount Vellin since Thursday.")
    found = ("2031-05-07", "The bodies of Ivo Roth and Ana Lind were found on Wednesday.")
    assert set(lines(missing, found).values()) == {"ended"}
    assert not lines(found)


def test_a_court_that_unfreezes_ends_the_freeze():
    frozen = ("2031-05-02", "A court in Kareth froze the assets of the shipping firm Bellmar on Friday.")
    free = ("2031-05-08", "The Kareth court unfroze Bellmar's assets on Thursday.")
    assert list(lines(frozen, free).values()) == ["ended"]


def test_who_blocks_a_merger_is_no_party_to_it():
    agreed = ("2031-05-04", "Halm Motors and Bellmar agreed to merge on Sunday in a deal worth 3 billion crowns.")
    blocked = ("2031-05-08", "The competition office blocked the merger of Halm Motors and Bellmar on Thursday.")
    assert list(lines(agreed, blocked).values()) == ["ended"]


def test_what_is_put_off_again_is_not_back():
    shut = (
        "2031-05-02",
        "The bridge at Karu will not open before June because of a crack, the builder said on Friday.",
    )
    slipped = ("2031-05-08", "The opening of the Karu bridge was put off again on Thursday, to July 10.")
    assert "ended" not in lines(shut, slipped).values()


def test_what_somebody_hits_back_with_brings_nothing_back():
    laid = ("2031-05-01", "Osland imposed a 20 percent duty on Norland steel on Thursday.")
    back = ("2031-05-06", "Norland hit back on Tuesday with a tax on Osland wine.")
    rests = ("2031-05-08", "Osland suspended its duty on Norland steel on Thursday.")
    assert set(lines(laid, back).values()) == {"in_force"}
    assert sorted(lines(laid, back, rests).values()) == ["in_force", "suspended"]


def test_who_scraps_a_bid_ends_it():
    assert ("deal", "end") in told("Northfell scrapped its bid for Castor Freight on Tuesday.")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Prosecutors opened an investigation into the collapse of the Karu bridge on Monday.",
            "Prosecutors investigation of collapse of the Karu bridge",
        ),
        ("A court in Sarn quashed the conviction of Ida Brandt on Monday.", "Charges against Ida Brandt"),
        ("The ferry Aurora, aground since Friday, was refloated on Sunday and towed to Sarn.", "Aurora aground"),
    ],
)
def test_the_line_names_the_whole_of_what_it_is(text, title):
    assert any(line.startswith(title) and "to Sarn" not in line for line in lines((DAY, text)))


def test_so_much_longer_is_no_last_day():
    asked = transitions(
        record_from("The premier asked parliament on Thursday to extend the curfew by two months.", published=DAY)
    )
    assert asked
    assert all(t.deadline is None for t in asked)


def test_what_is_offered_is_not_held_yet():
    assert lines((DAY, "Laura Benn was offered the job of finance minister on Friday.")) == {
        "Laura Benn was offered job of finance minister": "planned"
    }
    assert lines((DAY, "Venezuela offered asylum to Pavel Orlov on Friday.")) == {
        "Venezuela offered asylum to Pavel Orlov": "planned"
    }
    assert lines((DAY, "The regulator refused Norlink a licence on Friday.")) == {}
    told_twice = lines(
        ("2031-05-03", "Venezuela offered Pavel Orlov asylum on Friday."),
        ("2031-05-08", "Venezuela granted Pavel Orlov asylum on Wednesday."),
    )
    assert told_twice["Asylum of Pavel Orlov"] == "in_force"
