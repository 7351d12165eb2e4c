"""What is only said: rumours, claims that nobody is known to make, reports that are called false."""

from __future__ import annotations

import pytest

from stories import read_of


def standing_of(text: str, lemma: str) -> set[str]:
    return {c.factuality for c in read_of(text).claims if c.lemma == lemma}


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The minister smiled when she was asked about claims that the captain had been killed.", "kill"),
        ("There was speculation that the army had closed the airport.", "close"),
        ("A rumour that the governor had been shot spread through the port.", "shoot"),
    ],
)
def test_what_nobody_is_known_to_claim_did_not_simply_happen(text: str, lemma: str):
    assert standing_of(text, lemma) <= {"possible"}


@pytest.mark.parametrize("false", ["false", "incorrect", "groundless", "a hoax"])
def test_what_a_report_called_false_tells_is_denied(false: str):
    assert standing_of(f"Reports that the dam has burst are {false}, the governor said.", "burst") == {"denied"}


def test_what_somebody_claims_is_still_told_as_theirs():
    claims = read_of("The rebels told the radio that they had shot down a jet.").claims
    assert [c.factuality for c in claims if c.lemma == "shoot down"] == ["happened"]


@pytest.mark.parametrize("wrongly", ["wrongly", "falsely", "mistakenly"])
def test_what_is_wrongly_reported_did_not_happen(wrongly: str):
    assert standing_of(f"The paper {wrongly} reported that the minister had resigned.", "resign") == {"not_happened"}


def test_what_is_yet_to_be_decided_is_no_plan():
    found = read_of("The court will decide on Friday whether to extradite the banker.").claims
    assert "Court to decide whether to extradite banker on Friday" in {c.title for c in found}
    assert not any(c.lemma == "extradite" and c.factuality == "planned" for c in found)
