"""In a pile that may tell many stories words and numbers agree by chance: a dispute asks for more common ground."""

from __future__ import annotations

import pytest

from dateline.state.disputes import disputes
from dateline.state.disputes_cues import denied_words
from dateline.state.disputes_slips import slips
from dateline.state.disputes_who import subject
from dateline.state.model import ONE_STORY
from dateline.state.series import series
from stories import record_from

OTHERS = ["The weather stays fine." for _ in range(ONE_STORY)]  # a large pile


def asked(*texts, others=OTHERS):
    record = record_from(*((f"2031-05-{n % 28 + 1:02}", text) for n, text in enumerate([*texts, *others])))
    return [line["kind"] for line in disputes(record, (), series(record))]


DENIALS = (
    ("Ostra delivered tanks to Velland in May, a report said.", "Norland did not deliver tanks to Velland, it said."),
    ("Police in Tarnby were called by a neighbour.", "The clerks in Tarnby had not called the police, Ada Lund said."),
    ("Rebels are seeking the removal of Ivo Mann.", "Ivo Mann is not seeking refuge, his office said."),
)


@pytest.mark.parametrize(("told", "denied"), DENIALS)
def test_who_did_it_must_be_who_is_said_not_to_have_done_it(told, denied):
    assert asked(told, denied) == []


def test_what_the_same_one_is_said_not_to_have_done_is_a_dispute():
    told = "Ostra shelled the Orsk barracks on Monday, two officers said."
    assert asked(told, "Ostra denied that it had shelled the Orsk barracks.") == ["factuality"]


def test_to_decline_to_confirm_or_deny_denies_nothing():
    assert denied_words("The mill declined to confirm or deny that its dam had leaked.") is None
    told = "The mine was sold, a union said. The owner declined to confirm or deny the report."
    assert asked(told, others=[]) == []


def slipped(*texts):
    record = record_from(*((f"2031-05-{n % 28 + 1:02}", text) for n, text in enumerate(texts)))
    return {slip.values for slip in slips(series(record))}


def test_one_digit_agrees_by_chance():
    told = ("Two people fell ill in Tarnby.", "In Tarnby 20 people fell ill, doctors said.")
    tolls = [f"Gunmen killed {n} people in Orsk." for n in range(311, 311 + 2 * ONE_STORY, 2)]
    assert (2, 20) in slipped(*told)
    assert (2, 20) not in slipped(*told, *tolls)


def test_who_finds_that_somebody_did_it_did_not_do_it():
    assert not subject("the assessment found Ivo Mann")
    assert subject("the president of Ostra")
