"""Who holds a town on which day, and which truce stands until when."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state.board import board, states
from stories import record_from

Told = tuple[str, str]  # the day of May 2031, the text


def lines(
    *told: Told, on: str | None = None, known_by: str | None = None
) -> list[tuple[str, str, str | None, str | None]]:
    """Title, status, from and to of each line of the board."""
    record = record_from(*((f"2031-05-{day}", text) for day, text in told))
    day, known = (date.fromisoformat(f"2031-05-{d}") if d else None for d in (on, known_by))
    spans = ((x["from"] or {}, x["to"] or {}, x) for x in board(states(record), day, known))
    return [(x["title"], x["status"], a.get("edtf"), b.get("edtf")) for a, b, x in spans]


FELL = ("06", "Rebels of the Sarun Front captured the town of Dorle on Monday after a day of fighting.")
BACK = ("09", "Government troops recaptured Dorle on Friday, four days after rebels seized it, the governor said.")


def test_a_town_retaken_in_the_sentence_that_tells_of_its_loss_has_two_holders() -> None:
    assert lines(BACK) == [
        ("Control of Dorle (by rebels)", "ended", "2031-05-05", "2031-05-09"),
        ("Control of Dorle (by government troops)", "in_force", "2031-05-09", None),
    ]


def test_a_town_that_is_told_to_be_in_other_hands_has_changed_them() -> None:
    later = ("14", "Dorle, which changed hands three times this month, is under rebel control.")
    assert [x[:2] for x in lines(FELL, BACK, later)] == [
        ("Control of Dorle (by rebels of the Sarun Front)", "ended"),
        ("Control of Dorle (by government troops)", "ended"),
        ("Control of Dorle (by rebels)", "in_force"),
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "The M23 rebels captured Goma, the largest city in eastern Congo, on Monday.",
            "Control of Goma (by M23 rebels)",
        ),
        ("The M23 rebels said on Monday they had captured Goma.", "Control of Goma (by M23 rebels)"),
        ("The army recaptured Sake on Thursday.", "Control of Sake (by army)"),
        ("Hodeidah is still in Houthi hands.", "Control of Hodeidah (by Houthi forces)"),
        ("Mariupol is under Russian control.", "Control of Mariupol (by Russia)"),
        ("Hama is now fully in the hands of the rebels, a monitor said.", "Control of Hama (by rebels)"),
        ("Government forces lost the town of Amat to the rebels on Thursday.", "Control of Amat (by rebels)"),
        ("Rebels handed over the town of Amat to the army on Wednesday.", "Control of Amat (by army)"),
        ("The army drove the rebels out of Hama on Thursday.", "Control of Hama (by army)"),
        ("The port passed into the hands of the militia on Tuesday.", "Control of port (by militia)"),
        ("The Taliban seized Kabul on Sunday.", "Control of Kabul (by Taliban)"),
        ("The RSF has taken full control of El Geneina.", "Control of El Geneina (by RSF)"),
    ],
)
def test_who_takes_a_town_holds_it(sentence: str, title: str) -> None:
    assert [x[:2] for x in lines(("09", sentence))] == [(title, "in_force")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army captured Joseph Kony on Friday.",
        "The new chairman took control of the board on Thursday.",
        "Volunteers took control of the situation.",
        "Police captured Milton on Friday.",
    ],
)
def test_neither_a_man_nor_a_board_is_a_town(sentence: str) -> None:
    assert not any(x[0].startswith("Control") for x in lines(("09", sentence)))


def test_who_is_driven_out_or_pulls_out_holds_it_no_more() -> None:
    driven = ("09", "The rebels were driven out of Dorle on Thursday, officials said.")
    left = ("09", "The rebels pulled out of Dorle on Thursday, officials said.")
    for gone in (driven, left):
        assert ("Control of Dorle (by rebels of the Sarun Front)", "ended", "2031-05-05", "2031-05-08") in lines(
            FELL, gone
        )


def test_who_announces_a_truce_of_others_is_no_party_to_it() -> None:
    text = (
        "Egypt announced on Monday that Israel and Hamas had agreed to a ten-day truce in Gaza, starting on Wednesday."
    )
    assert [x[:2] for x in lines(("05", text))] == [("Truce between Hamas and Israel (by 7 May 2031)", "planned")]


def test_a_truce_that_is_to_begin_has_not_begun() -> None:
    text = "Sudan's army and the RSF agreed on Monday to a 72-hour ceasefire, to begin at midnight on Wednesday."
    assert [x[1] for x in lines(("05", text))] == ["planned"]


def test_a_truce_extended_by_some_days_ends_so_many_days_after_its_old_last_day() -> None:
    due = ("05", "The truce, due to expire on Wednesday, was extended for two more days, Qatar said.")
    assert lines(due) == [("Truce", "ended", "../2031-05-05", "2031-05-09")]
    began = ("02", "A four-day truce between Israel and Hamas began on Friday.")
    longer = ("05", "Israel and Hamas extended their truce by two days on Monday.")
    assert [x[2:] for x in lines(began, longer)] == [("2031-05-02", "2031-05-08")]
    until = ("05", "Israel and Hamas extended their truce by two days, until Wednesday.")
    assert [x[3] for x in lines(until)] == ["2031-05-07"]


NORTH = ("02", "A 21-day truce between Israel and Hezbollah came into effect on Friday morning.")
SOUTH = ("05", "Israel and Hamas agreed on Monday to a ten-day truce in Gaza, starting on Wednesday, Egypt said.")


def test_of_two_truces_each_is_told_by_its_place() -> None:
    longer = (
        "15",
        "The truce in Gaza, which was due to expire on Saturday, has been extended by five days, Egypt said.",
    )
    holds = ("16", "In Lebanon the truce was holding, a spokesman for the peacekeepers said.")
    over = ("24", "Fighting has resumed in Gaza after a truce expired on Thursday night.")
    found = [
        x for x in lines(NORTH, SOUTH, longer, holds, over, on="24") if "ruce between" in x[0] and "(by" not in x[0]
    ]
    assert [x[1:] for x in found] == [("ended", "2031-05-02", "2031-05-23"), ("ended", "2031-05-07", "2031-05-22")]


def test_that_a_truce_began_as_planned_is_known_once_it_is_told_to_hold() -> None:
    holds = ("09", "The truce between Israel and Hamas was holding on Friday, officials said.")
    assert [x[1:3] for x in lines(SOUTH, on="08", known_by="08")] == [("planned", "2031-05-05")]
    assert ("in_force", "2031-05-07") in [x[1:3] for x in lines(SOUTH, holds, on="09", known_by="09")]
