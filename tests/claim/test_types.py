"""Which PLOVER type an act has: by its frame, not by its verb alone."""

from __future__ import annotations

import pytest

import claim_sentences as said
from dateline.claim.read import analyse
from dateline.lexicon.tables import table
from handmade import report

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
}  # fmt: skip
NAMES = {"Narvia": "place", "Osland": "place", "Tarsk": "place", "Ana Roe": "person"}


def types(story: tuple[str, str]) -> dict[str, str | None]:
    found = analyse(*report(story, names=NAMES))  # type: ignore[arg-type]
    return {claim.lemma: claim.type for claim in found.events}


@pytest.mark.parametrize(
    ("story", "lemma", "kind"),
    [
        (said.WITHDREW_FROM, "withdraw", "RETREAT"),
        (said.WITHDREW_TO, "withdraw", "MOBILIZE"),  # into another of its own bases: no retreat from the country
        (said.ENGAGING, "engage", "CONSULT"),  # no use of force
        (said.RESTRICTED, "restrict", None),  # no arrest
        (said.STRUCK_PIER, "strike", None),  # an accident
        (said.STRUCK_DEPOT, "strike", "ASSAULT"),
        (said.SEIZED_POWER, "seize power", "COERCE"),
        (said.AGREEMENT, "agree", "AGREE"),
        (said.THREATENED, "threaten", "THREATEN"),
        (said.RESUMED, "suspend", "SANCTION"),
        (said.SEVERING, "sever", "SANCTION"),
        (said.HELD_TALKS, "hold talks", "CONSULT"),
    ],
)
def test_the_frame_decides(story: tuple[str, str], lemma: str, kind: str | None):
    assert types(story)[lemma] == kind


def test_the_table_holds_nothing_but_plover_types_and_known_marks():
    rows = table("verbs")
    assert len({row["verb"] for row in rows}) >= 900
    assert {row["type"] for row in rows} - {""} == PLOVER
    assert {row["worth"] for row in rows} <= {"act", "weak", "state", "speech", "intent"}


def test_every_kind_that_a_row_asks_for_is_there():
    kinds = {row["kind"] for row in table("nouns_kinds")} | {"who", "place", "person"}
    asked = {part.split("=@")[1] for row in table("verbs") for part in row["when"].split() if "=@" in part}
    assert asked <= kinds
