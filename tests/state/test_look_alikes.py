"""Sentences that look like what begins, ends or denies a state, and tell something else."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.state.board import board, states
from dateline.state.disputes import disputes
from dateline.state.series import series
from stories import record_from

DAY = "2031-05-09"  # a Friday

# What the report says; the state that is on the board of it, with its status; "" for none.
BOARD = [
    ("Forecasters lifted a storm warning for Ossa on Wednesday, easing travel to Kor.", "Storm warning for Ossa",
     "ended"),
    ("Osland warned against all travel to the north of Velden on Monday.", "Travel warning for northern Velden",
     "in_force"),
    ("The governor said a curfew was imposed in Kor, but protesters rejected it.", "Curfew in Kor", "in_force"),
    ("Karl Ott was charged with fraud on Monday, which he denies.", "Charges against Karl Ott", "in_force"),
    ("Schools in Kor reopened on Monday after most pupils were vaccinated.", "Closure of schools in Kor", "ended"),
    ("The Red Cross handed the bodies of two hostages to their families on Monday.", "", ""),
    ("The union stopped short of saying that the walkout was over.", "", ""),
    ("The mayor did not say that the curfew was over.", "", ""),
    ("Opening the gates would flood the lower town, the board said.", "", ""),
    ("The minister softened her words on the curfew on Monday.", "", ""),
    ("The union called off a strike that began on Monday.", "Strike", "ended"),
    ("The Spanish club's ban on Ivo Mann was lifted on Monday.", "Ban on Ivo Mann", "ended"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "status"), BOARD)
def test_the_board_has_what_the_sentence_says(text: str, title: str, status: str) -> None:
    shown = board(states(record_from(text, published=DAY)), date.fromisoformat(DAY))
    found = [(x["title"], x["status"]) for x in shown]
    assert found == ([(title, status)] if title else [])


def test_who_rejects_what_was_done_does_not_deny_it() -> None:
    pile = record_from("The governor said a curfew was imposed in Kor, but protesters rejected it.", published=DAY)
    assert not disputes(pile, states(pile), series(pile))
    assert not any("rejected Kor" in c.claim.title for c in pile.claims.values())
