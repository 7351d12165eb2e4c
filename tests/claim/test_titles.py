"""One short sentence for an event, as certain as its report is."""

from __future__ import annotations

import pytest

import claim_sentences as said
from dateline.claim.read import analyse
from dateline.claim.wording.titles import Words, clause, title
from handmade import report

LEAVE = Words("Osland's forces", "leave", "Narvia", (), plural=True)


@pytest.mark.parametrize(
    ("factuality", "line"),
    [
        ("happened", "Osland's forces left Narvia"),
        ("ongoing", "Osland's forces are leaving Narvia"),
        ("habitual", "Osland's forces leave Narvia"),
        ("planned", "Osland's forces to leave Narvia"),
        ("demanded", "Osland's forces asked to leave Narvia"),
        ("conditional", "Osland's forces would leave Narvia"),
        ("possible", "Osland's forces may leave Narvia"),
        ("not_happened", "Osland's forces did not leave Narvia"),
    ],
)
def test_tense_and_mood_follow_factuality(factuality: str, line: str):
    assert title(LEAVE, factuality) == line  # type: ignore[arg-type]


def test_what_is_due_is_due():
    assert title(Words("board's decision", "due", "", ("by next week",), now="set"), "planned").endswith(
        "decision is due by next week"
    )


def test_a_denial_names_who_denies():
    assert title(LEAVE, "denied", speaker="Ann Roe") == "Ann Roe denied that Osland's forces left Narvia"


def test_without_an_actor_the_sentence_is_passive():
    assert title(Words("", "oust", "Ann Roe", ("in Osland",)), "happened") == "Ann Roe was ousted in Osland"
    assert title(Words("", "oust", "Ann Roe", ()), "not_happened", not_yet=True) == "Ann Roe had not yet been ousted"


def test_nobody_was_found_is_told_with_one_negation():
    assert title(Words("", "recover", "No bodies", (), plural=True), "not_happened") == "No bodies were recovered"


def test_what_was_announced_stands_in_the_title():
    assert clause(LEAVE, "planned") == "that Osland's forces would leave Narvia"


NAMES = {"Narvia": "place", "Osland": "place", "Tarsk": "place", "Ana Roe": "person"}


def titles(story: tuple[str, str]) -> list[str]:
    return [c.title for c in analyse(*report(story, names=NAMES)).events]  # type: ignore[arg-type]


def test_titles_hold_who_what_whom_and_where():
    assert titles(said.ARRESTED)[0] == "Soldiers arrested two ministers in Tarsk"
    assert titles(said.HELD_TALKS) == ["Envoys held talks in Osland"]
    assert "Narvia designated takeover as a coup" in titles(said.NAMED_COUP)


def test_a_plan_shows_its_day():
    assert titles(said.WILL_COMPLETE) == ["Narvia to complete its withdrawal from Osland by June"]


def test_a_pronoun_gives_way_to_the_name():
    assert titles(said.SEIZED_POWER)[-1] == "Officers placed Ana Roe under arrest"


def test_the_absence_of_a_plan_is_told_as_that():
    assert "Narvia had no plans to expel envoy" in titles(said.HAS_NO_PLANS)


def test_a_refusal_for_later_stays_in_the_future():
    assert titles(said.WILL_NOT) == ["Narvia will not leave base"]


def test_had_yet_to_is_not_yet():
    assert "Council had not yet asked garrison to leave" in titles(said.YET)


def test_both_ends_of_a_fall_stay_though_the_line_grows_long():
    words = Words(
        "Canal Authority of Orsk",
        "lower",
        "its compensation claim for Sea Lark",
        ("from $9 million", "to $5 million"),
    )
    assert title(words, "happened").endswith("from $9 million to $5 million")


def test_what_is_asked_not_to_be_is_never_told_as_asked_for() -> None:
    """ "The port must not be closed", "told Narvia not to close the border"."""
    assert title(Words("", "close", "port", (), now="not to"), "demanded") == "Port should not be closed"
    assert title(Words("Narvia", "close", "border", (), now="not to"), "demanded") == "Narvia asked not to close border"
