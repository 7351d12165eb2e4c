"""What is joined to a passive and leaves its helping words out is told as the first is: planned, if that is planned."""

from __future__ import annotations

import pytest

from stories import record_from


def told(sentence: str) -> set[tuple[str, str]]:
    claims = record_from(("2031-05-14", sentence)).claims.values()
    return {(c.claim.lemma, c.claim.factuality) for c in claims}


def titles(sentence: str) -> set[str]:
    return {c.claim.title for c in record_from(("2031-05-14", sentence)).claims.values()}


@pytest.mark.parametrize(
    ("sentence", "deed"),
    (
        ("The airport is to be closed and the borders sealed during the election.", ("seal", "planned")),
        ("Schools will be closed and flights suspended from Monday.", ("suspend", "planned")),
        ("The bridge will be shut and two ferries withdrawn, the council said.", ("withdraw", "planned")),
        ("Troops should be withdrawn and the base handed over, he said.", ("hand over", "demanded")),
        ("Prisoners are due to be freed and the siege lifted on Friday.", ("lift", "planned")),
        ("The airport was closed and the borders sealed on Monday.", ("seal", "happened")),
        ("Officials denied that the border had been closed and trade halted.", ("halt", "denied")),
        ("If the vote fails, the president will step down and elections be held by June.", ("elect", "conditional")),
        ("The ceasefire is due to begin on Monday and hostages to be freed on Tuesday.", ("free", "planned")),
    ),
)
def test_the_second_is_as_certain_as_the_first(sentence, deed):
    assert deed in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "deed"),
    (
        ("Protesters demanded the governor removed and the tax scrapped.", ("scrap", "happened")),
        ("The plan calls for the border to be reopened and troops withdrawn by June.", ("withdraw", "happened")),
        ("The company plans to shut the mill, with 300 jobs lost.", ("lose", "happened")),
    ),
)
def test_what_is_only_wanted_or_planned_is_not_told_as_done(sentence, deed):
    assert deed not in told(sentence)


def test_who_does_something_of_their_own_has_done_it():
    assert ("protest", "happened") in told("The road will be closed and drivers protested on Monday.")


def test_a_bare_number_is_those_it_was_done_to():
    assert "Three were wounded" in titles("Two men were killed and three wounded.")
    assert "Two men were wounded" not in titles("Two men were killed and three wounded.")
