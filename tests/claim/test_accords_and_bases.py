"""Reports of accords, bases and hostages: who says, asks and wants what, and of which day it is."""

from __future__ import annotations

import pytest

from stories import lines, read_of, record_from


def told(text: str) -> dict[str, str]:
    """Factuality by title of what makes a line."""
    return {c.title: c.factuality for c in read_of(text).claims if c.sound}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Narvia's council called on Osland to withdraw its troops.", "called on Osland to withdraw its troops"),
        ("Belmar urged Osland to reopen its embassy in Kor.", "Belmar urged Osland to reopen its embassy"),
        ("The junta freed ousted president Alim Roe from house arrest on Monday.", "Junta freed ousted president"),
        ("The army released detained journalist Ana Roe on Tuesday.", "Army released detained journalist Ana Roe"),
        ("The envoys left the capital, Orlov, on a military plane on Sunday.", "Envoys left capital on military plane"),
        (
            "Rebels said the sale of the camp broke a truce, and warned that they would defend their camps.",
            "Rebels warned that",
        ),
        (
            "The foreign ministers of Serbia and Kosovo agreed on Sunday to meet.",
            "ministers of Serbia and Kosovo agreed",
        ),
        ("Sudan and South Sudan agreed on Sunday to reopen the border.", "Sudan and South Sudan agreed"),
        (
            "Tibesta has terminated a defence cooperation pact with Osland, its foreign minister, Abder Koulla, said.",
            "Tibesta terminated defence cooperation pact",
        ),
        (
            "The 12 Belmar envoys ordered out of Narvia left the capital on Sunday, a ministry spokesman said.",
            "12 Belmar envoys left capital",
        ),
        (
            "Six employees of an oil services company kidnapped in the state of Orinda were freed on Tuesday.",
            "Six employees of oil services company were kidnapped in",
        ),
        ("Six engineers were freed on Tuesday after 12 days in captivity.", "Six engineers were freed"),
        ("The government does not intend to close its embassy.", "Government not to close its embassy"),
        ("A truce took effect at noon. The army said rebels violated it by shelling Kor.", "Rebels violated truce"),
    ],
)
def test_who_does_what_to_whom(text: str, title: str):
    assert any(title in found for found in told(text)), told(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Osland has not received a formal request to withdraw its forces from Narvia.", "asked to withdraw"),
        ("Nobody has asked Osland to close its consulate, the minister said.", "Osland did not close"),
        ("Osland officials said they did not expect the junta to free the president.", "did not free"),
        ("Osland said all ships sailing to Narvian ports would be considered hostile.", "ships sailed"),
        (
            "Rebels took the town and President Omar Ghazi fled, bringing them close to power.",
            "Ghazi brought",
        ),
        ("Six engineers were freed on Tuesday after 12 days in captivity.", "freed in captivity"),
        ("Narvia will stop any vessels carrying arms to the rebels.", "Vessels carried"),
    ],
)
def test_what_nobody_asked_or_looked_for_is_no_line(text: str, never: str):
    assert not [found for found in told(text) if never in found]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Osland received a request on Monday to extradite General Roe.", "Osland received request"),
        ("The ships sailing to Kor were attacked on Monday.", "Ships were attacked"),
        ("The government does not plan to close the port of Kor.", "Government not to close port of Kor"),
    ],
)
def test_what_was_asked_or_done_stays(text: str, title: str):
    assert any(title in found for found in told(text)), told(text)


def test_who_speaks_stands_in_the_sentence_of_the_saying():
    army = "The army killed eight kidnappers, General Imre Toth said. "
    nurse = "A hospital official in the nearby town of Sidra, however, said that five bodies had been brought there."
    voices = {c.lemma: [v.name for v in c.voice] for c in read_of(army + nurse).claims}
    assert [name.lower() for name in voices["bring"]] == ["a hospital official in the nearby town of sidra"]


@pytest.mark.parametrize(
    ("text", "lemma", "value"),
    [
        ("The mission left its camp on Thursday, the first of 12 bases to be closed, it said.", "leave", "XXXX-WXX-4"),
        ("Osland agreed on Tuesday to sell its yard in Kor, closing a plant there.", "close", None),
        ("Belmar ordered 15 envoys to leave the country on Friday, saying they were spies.", "leave", None),
    ],
)
def test_a_day_is_that_of_its_own_verb(text: str, lemma: str, value: str | None):
    read = read_of(text)
    times = [read.times[c.time].value if c.time is not None else None for c in read.claims if c.lemma == lemma]
    assert times == [value]


def test_a_base_that_is_handed_over_is_not_the_country_it_is_in():
    story = lines(("09", "Osland handed over its last base in Narvia, the drone base at Ugru, on Monday."))
    assert story == [("Control of base in Narvia", "ended", None, "2031-05-05")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norway froze $45 million in security aid to Mali on Monday.", "Norway military aid to Mali"),
        (
            "The 12 Belmar diplomats ordered out of Narvia left on Sunday, an aide said.",
            "Expulsion of 12 Belmar diplomats",
        ),
    ],
)
def test_a_board_line_names_its_sides(text: str, title: str):
    assert any(found[0].startswith(title) for found in lines(("09", text))), lines(("09", text))


@pytest.mark.parametrize(
    "text",
    [
        "The bloc punished 23 officials on Tuesday over what it called the rigging of the May 11 vote.",
        "Narvia stopped enriching uranium in exchange for access to frozen funds.",
    ],
)
def test_what_is_called_so_and_what_is_given_for_it_begin_and_end_nothing(text: str):
    assert [found[0] for found in lines(("09", text)) if "rigging" in found[0] or "xchange" in found[0]] == []


def test_those_killed_in_a_mission_were_not_killed_on_the_day_it_ended():
    record = record_from(
        "The mission closed its camp on Thursday, ending a deployment in which 311 soldiers were killed.",
        published="2031-12-11",
    )
    days = {c.claim.lemma: c.when.edtf for c in record.claims.values()}
    assert (days["close"], days["kill"]) == ("2031-12-11", "../2031-12-11")
