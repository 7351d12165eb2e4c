"""Whom "he", "the 17-year-old" and "who" cannot mean, though he or she is near; and who is only accused."""

from __future__ import annotations

import pytest

from dateline.claim.read import analyse
from dateline.report.load import from_text
from dateline.sentence import parse
from stories import record_from


def meant(text: str, word: str) -> list[str]:
    """Whom the mentions of the word stand for."""
    report = from_text(text, id="r", published="2031-05-09")
    found = analyse(report, parse.read(report.text)).mentions
    spans = [m.refers for m in found if m.anchor.text.lower() == word and m.refers is not None]
    return [report.text[first:last] for first, last in spans]


def lines_of(text: str) -> dict[str, str | None]:
    """Per title that is shown its day."""
    claims = record_from(text, published="2031-05-09").claims.values()
    return {c.claim.title: c.when.edtf for c in claims if c.claim.sound}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('"Petra Lund opened the gate," she told the inquiry.', "she"),
        ("The murder of Karl Vesk shook the town. He told a friend that two men were following him.", "he"),
        ("Two men are accused of killing Nora Blum. On Monday she told the court so.", "she"),
        ("The trial of a Velden teacher opened on Monday. On the stand he told jurors that a friend had lied.", "he"),
    ],
)
def test_nobody_speaks_of_himself_by_name_nor_from_the_grave(text: str, word: str) -> None:
    assert not meant(text, word)


def test_who_was_told_of_before_still_speaks() -> None:
    assert meant("Ivo Marsh resigned on Monday. He said the mayor had misled the council.", "he") == ["Ivo Marsh"]
    assert meant("Ivo Marsh, who found the body, was heard. He said it lay in a ditch.", "he") == ["Ivo Marsh"]


@pytest.mark.parametrize(
    ("text", "aged", "who"),
    [
        ("A shell killed 9-year-old Nora Blum. Jan Korb, 17, was seized. The 9-year-old was playing.", "the 9-year-old",
         ["Nora Blum"]),
        ("Mira Sand, 23, won on Sunday. Her coach, Paul Orde, 51, wept. The 23-year-old will run in Kor.",
         "the 23-year-old", ["Mira Sand"]),
        ("Nora Blum, 9, was hurt. The 17-year-old was arrested.", "the 17-year-old", []),
        ("Paul Orde resigned on Sunday. The 51-year-old will move to Kor.", "the 51-year-old", ["Paul Orde"]),
    ],
)  # fmt: skip
def test_one_of_another_age_is_another(text: str, aged: str, who: list[str]) -> None:
    assert meant(text, aged) == who


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        ("Two men accused in killing Dora Helm in 2029 appeared in court.", "Two men killed Dora Helm", False),
        ("Police arrested a man over stabbing a driver in Tarnby.", "Man stabbed driver", False),
        ("Prosecutors released a film in the trial of two men accused of killing a baker in 2029.",
         "Two men killed baker", False),
        ("A gang leader has confessed to killing a pregnant mom, who died on Friday.", "Pregnant mom died",
         True),
        ("Lena Ostrow died when the brothers Karl Beck, 31, and Tom Beck, 35, were racing cars through Marlow.",
         "Karl Beck and Tom Beck raced cars through Marlow", True),
        ("The clinic was searched on Friday, according to the police.", "Clinic was searched", True),
        ("Ivo Marsh on Tuesday recalled screaming “Somebody stop, my son's been hit.”", "Ivo Marsh recalled", False),
        ("Both drivers were freed after being forced to hand over their trucks.",
         "Both drivers were forced to hand over their trucks", True),
        ("The pilot was forced to land in Kor on Monday.", "Pilot landed in Kor", False),
        ("Norsoft was to release a patch yesterday to fix a flaw.", "Norsoft to release patch to fix flaw", False),
        ("Director Gil Sandor is in negotiations with Norvik Pictures to return for the sequel.",
         "Gil Sandor is in negotiations with Norvik Pictures to return for sequel", True),
        ("Elias Karl Brandt Jr. escaped from a van on Monday. Brandt took two guns.",
         "Elias Karl Brandt Jr. took two guns", True),
        ("A Velden mother of 12 was killed in Kor as she picked her daughter up from school.",
         "Velden mother of 12 picked up her daughter from school", True),
        ("Public defender Paul Orde said then-15-year-old Korb was at the scene of the shooting.",
         "Paul Orde said Korb at scene of shooting", False),
        ("A prisoner who sawed through the bars of his cell was recaptured on Sunday after a motorist spotted him on "
         "the A4.", "Prisoner was recaptured", True),
        ("Jurors heard how Tom Beck, 24, lured the victim to a car park before his friends attacked him.",
         "Tom Beck's friends attacked Tom Beck", False),
        ("Ida Sand, an unaffiliated who votes with the Greens, resigned on Monday.", "Unaffiliated voted with Greens",
         False),
        ("Witnesses said a boy was hit when the guards were firing at a rival.", "Guards are firing at rival", False),
    ],
)  # fmt: skip
def test_who_did_what(text: str, title: str, shown: bool) -> None:
    assert (title in lines_of(text)) == shown, lines_of(text)


@pytest.mark.parametrize(
    ("text", "part", "day"),
    [
        ("Prosecutors have released a film of two guards accused of beating a baker in October 2029.", "released",
         "../2031-05-09"),
        ("The rebels have freed 12 nurses seized in Tarnby in April.", "freed", "../2031-05-09"),
        ("The author has published six novels in 2030.", "published", "2030"),
        ("Two men accused in killing Dora Helm, 41, in 2029 went on trial on Monday.", "went on trial", "2031-05-05"),
        ("Dora Helm was killed on Oct. 21,2029 while walking near a market in Tarnby.", "was killed", "2029-10-21"),
    ],
)  # fmt: skip
def test_a_past_day_is_of_no_perfect(text: str, part: str, day: str) -> None:
    assert [when for title, when in lines_of(text).items() if part in title] == [day], lines_of(text)


def test_whose_mother_she_is_counts_nobody_killed() -> None:
    record = record_from("A Velden mother of 12 was killed in Kor. A father of three was shot dead.")
    assert not [q.quantity.low for q in record.quantities.values()]


def test_whom_the_police_look_for_are_not_the_police() -> None:
    assert (
        meant("Kenyan police are investigating a raid on a mine. They made off with gold worth two million.", "they")
        == []
    )
    assert meant("Officers in Oslo are hunting two men. They fled in a van on Friday.", "they") == []
    said = meant("Police cordoned off the square in Oslo. They arrested nine people.", "they")
    assert said == ["Police"]
