"""The states of firms, labour and markets, in the words of agencies; what one line then says."""

from __future__ import annotations

import pytest

from state.test_whose import lines, told

TOLD = (
    ("Retailer Halden crashed into administration on Monday.", "insolvency", "in_force"),
    ("Halden has gone bust, owing two million crowns.", "insolvency", "in_force"),
    ("Norlink put its 300 workers on short time on Monday.", "measure", "in_force"),
    ("Six hundred workers at Tessen have been on short-time work since January.", "measure", "in_force"),
    ("Osland scrapped its golden visa programme on Monday.", "scheme", "ended"),
    ("Osland dropped its currency peg to the euro on Monday.", "measure", "ended"),
    ("The windfall tax on banks has not come into force.", "law", "not_begun"),
    ("The central bank of Osland raised its key interest rate to 5.5 percent on Monday.", "rate", "in_force"),
    ("The European Central Bank kept rates on hold on Monday.", "rate", "in_force"),
    ("Dockers in Velden handed in strike notice on Monday.", "strike", "planned"),
    ("Customs officers in Velden have been working to rule since Monday.", "strike", "in_force"),
    ("The pit at Dunlow closed its doors for good on Monday.", "output", "ended"),
    ("Steelmaker Ormond shut its last blast furnace at Velden on Monday.", "output", "ended"),
    ("Production at Halden's Velden works came to a standstill on Monday.", "output", "suspended"),
    ("Norlink's new battery plant in Velden went into operation on Monday.", "output", "in_force"),
    ("The court handed Norlink an operating licence for its mine on Monday.", "licence", "in_force"),
    ("Ventair took its supplier Gravix to court on Monday.", "charges", "in_force"),
    ("Supermarkets in Osland have been boycotting Norlink milk since Monday.", "sanctions", "in_force"),
    ("The council adopted restrictive measures against three banks of Kenya on Monday.", "sanctions", "in_force"),
    ("Norlink began exporting gas to Kenya on Monday.", "activity", "in_force"),
    ("Norlink stopped exporting gas to Kenya on Monday.", "activity", "ended"),
    ("Halm tore up its merger agreement with Norlink on Monday.", "deal", "ended"),
    ("Norlink made its debut on the Velden stock exchange on Monday.", "listing", "in_force"),
)


@pytest.mark.parametrize(("sentence", "slot", "status"), TOLD, ids=[s[:40] for s, _, _ in TOLD])
def test_it_is_told(sentence, slot, status):
    assert (slot, status) in [(s, state) for s, _, state in told(sentence)]


TITLED = (
    ("Norlink won a contract on Monday for 62 low-floor trams.", "Norlink contract"),
    ("Castell Renovables has agreed to acquire its rival Nordhaven.", "Castell Renovables purchase of Nordhaven"),
    ("The Republic of Lucan abandoned a peg to the U.S. dollar on Monday.", "Republic of Lucan peg to the U.S. dollar"),
    ("Halden halted production at its Velden plant on Monday.", "Production of Halden's Velden plant"),
    ("The board of Norlink has appointed Ivo Mann chairman.", "Ivo Mann as chairman of Norlink"),
    (
        "Beatriz Ferreira took over from Einar Lund as chair of Skagen Foods.",
        "Beatriz Ferreira as chair of Skagen Foods",
    ),
    (
        "The Commission has opened an in-depth inquiry into whether Sollux squeezed out rivals.",
        "investigation of Sollux",
    ),
    ("Soldiers dismantled the checkpoint on the Hadar road on Monday.", "Checkpoint on the Hadar road"),
    ("Ventair took its supplier Gravix to court.", "Lawsuit against Gravix"),
)


@pytest.mark.parametrize(("sentence", "title"), TITLED, ids=[s[:40] for s, _ in TITLED])
def test_a_line_says_what_it_is_of(sentence, title):
    assert any(title in one for _, one, _ in told(sentence))


def test_the_scheme_is_the_one_told_of_before():
    found = told("Farmers can count on a fuel rebate again. The scheme took effect on January 1.")
    assert "Fuel rebate" in [title for _, title, _ in found]


def test_what_goes_along_with_a_deed_is_of_its_day():
    found = lines("The Republic of Lucan cut its crown loose on Monday, abandoning a peg to the euro.")
    assert [x["to"]["edtf"] for x in found if x["slot"] == "measure"] == ["2031-05-05"]


@pytest.mark.parametrize(
    "sentence",
    (
        "The law is an ass.",
        "The navy escorted tankers through the strait on Monday.",
        "Police took down a roadblock.",
        "The scheme began on Monday.",
    ),
)
def test_nothing_in_particular_is_no_measure(sentence):
    assert not {slot for slot, _, _ in told(sentence)} & {"measure", "activity"}
