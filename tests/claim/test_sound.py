"""Which titles can stand on a line of the timeline."""

from __future__ import annotations

import pytest

from dateline.claim.model import Claim
from dateline.claim.read import analyse
from dateline.claim.wording.phrases import owner_form
from dateline.claim.wording.sound import _unfinished
from dateline.claim.wording.tidy import tidy
from dateline.claim.wording.titles import Words, title
from handmade import report

NAMES = {"Osland": "place", "Ana Roe": "person"}

NO_OBJECT_CAN_STAND_THERE = (
    "Crowds police clashed in Tarsk.",
    """
    Crowds crowd NOUN 3 obj
    police police NOUN 3 nsubj
    clashed clash VERB 0 root
    in in ADP 5 case
    Tarsk Tarsk PROPN 3 obl
    . . PUNCT 3 punct
    """,
)
THE_MAN = (
    "The man left Osland.",
    """
    The the DET 2 det
    man man NOUN 3 nsubj
    left leave VERB 0 root
    Osland Osland PROPN 3 obj
    . . PUNCT 3 punct
    """,
)
A_MAN = (
    "A man left Osland.",
    """
    A a DET 2 det
    man man NOUN 3 nsubj
    left leave VERB 0 root
    Osland Osland PROPN 3 obj
    . . PUNCT 3 punct
    """,
)
NOT_HELD = (
    "The sailors are not detained in Osland.",
    """
    The the DET 2 det
    sailors sailor NOUN 5 nsubj:pass
    are be AUX 5 aux:pass
    not not PART 5 advmod
    detained detain VERB 0 root
    in in ADP 7 case
    Osland Osland PROPN 5 obl
    . . PUNCT 5 punct
    """,
)
CALLED_ON = (
    "Ana Roe called on the army to leave Osland.",
    """
    Ana Ana PROPN 3 nsubj
    Roe Roe PROPN 1 flat
    called call VERB 0 root
    on on ADP 6 case
    the the DET 6 det
    army army NOUN 3 obl
    to to PART 8 mark
    leave leave VERB 3 xcomp
    Osland Osland PROPN 8 obj
    . . PUNCT 3 punct
    """,
)


def claims(story: tuple[str, str]) -> list[Claim]:
    return list(analyse(*report(story, names=NAMES)).events)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("story", "sound"), [(NO_OBJECT_CAN_STAND_THERE, False), (THE_MAN, False), (A_MAN, True), (CALLED_ON, True)]
)
def test_only_what_can_be_told_well_is_sound(story: tuple[str, str], sound: bool):
    first = analyse(*report(story, names=NAMES)).told[0]  # type: ignore[arg-type]
    assert ("against: misread" in first.signs or "against: of nobody" in first.signs) is not sound


def test_a_verbs_own_preposition_is_said_once():
    assert claims(CALLED_ON)[0].title == "Ana Roe called on army to leave Osland"


def test_what_is_not_so_now_keeps_its_present():
    assert claims(NOT_HELD)[0].title == "Sailors are not detained in Osland"


def test_a_part_that_another_part_says_is_left_out():
    made = tidy(Words("Osland", "issue", "warning for Narvia", ("for Narvia", "on Friday")), "")
    assert made.rest == ("on Friday",)


def test_whose_it_is_stands_as_the_sentence_has_it():
    made = tidy(Words("Ana Roe and Ana Roe's staff", "leave", "", ()), "Roe and her staff left .")
    assert title(made, "happened") == "Ana Roe and her staff left"


def test_days_that_only_the_report_gives_a_meaning_are_left_out():
    assert tidy(Words("", "sentence", "Ana Roe", ("at court martial yesterday",)), "").rest == ("at court martial",)


@pytest.mark.parametrize(
    ("now", "passive", "factuality", "line"),
    [
        ("be", True, "ongoing", "Bridges are closed"),
        ("being", True, "ongoing", "Bridges are being closed"),
        ("plain", False, "ongoing", "Osland controls bridges"),
        ("do", False, "not_happened", "Osland does not control bridges"),
        ("be", True, "not_happened", "Bridges are not closed"),
    ],
)
def test_a_present_is_told_as_the_report_has_it(now: str, passive: bool, factuality: str, line: str):
    made = (
        Words("", "close", "Bridges", (), True, now=now)
        if passive
        else Words("Osland", "control", "bridges", (), now=now)
    )
    assert title(made, factuality) == line  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "Osland joined Narvia as -screen power",
        "Osland left our camp",
        "Osland sent aid of",
        "In Osland was told",
        "Its envoys left Osland",
        "Whose term expired",
        "Osland buried victims of March of March",
    ],
)
def test_a_title_that_breaks_off_stands_on_no_line(line: str):
    assert _unfinished(line)


def test_a_courts_order_is_told_with_what_it_orders_however_long_that_is():
    made = Words(
        "Tribunal for Law of Osland's Sea",
        "order",
        "",
        ("that vessel would be freed against bond of 9 million dollars",),
    )
    assert title(made, "happened").endswith("ordered that vessel would be freed against bond of 9 million dollars")


REFUSED_IT = (
    "The council refused to accept it.",
    """
    The the DET 2 det
    council council NOUN 3 nsubj
    refused refuse VERB 0 root
    to to PART 5 mark
    accept accept VERB 3 xcomp
    it it PRON 5 obj
    . . PUNCT 3 punct
    """,
)
FINED = (
    "The court fined it a million dollars in Tarsk.",
    """
    The the DET 2 det
    court court NOUN 3 nsubj
    fined fine VERB 0 root
    it it PRON 3 iobj
    a a DET 6 det
    million million NUM 7 nummod
    dollars dollar NOUN 3 obj
    in in ADP 9 case
    Tarsk Tarsk PROPN 3 obl
    . . PUNCT 3 punct
    """,
)


@pytest.mark.parametrize("said", [REFUSED_IT, FINED])
def test_what_its_title_cannot_name_stands_on_no_line(said: tuple[str, str]):
    assert not any(c.sound for c in claims(said))


def test_a_plural_noun_owns_with_the_mark_alone():
    assert (owner_form("three soldiers"), owner_form("Ana Lambros")) == ("three soldiers'", "Ana Lambros's")
