"""Names of places and peoples, as news English writes them."""

import pytest

from dateline.lexicon.places import country, demonym, place


@pytest.mark.parametrize("written", ["U.S.", "US", "the United States", "America", "USA", "UNITED STATES"])
def test_one_country_goes_by_many_names(written):
    assert place(written) == country("US")


def test_the_pronoun_us_is_no_country_and_a_turkey_is_a_bird():
    assert place("us") is None
    assert place("Us") is None
    assert place("turkey") is None
    assert place("Turkey") == country("TR")


def test_nigeriens_are_not_nigerians():
    assert demonym("Nigerien") == country("NE")
    assert demonym("Nigerians") == country("NG")
    assert demonym("Nigerien's") == country("NE")
    assert place("Nigerien") is None


@pytest.mark.parametrize(
    ("word", "code"),
    [("French", "FR"), ("Britons", "GB"), ("Emiratis", "AE"), ("Congolese", "CD"), ("Filipino", "PH"), ("Dutch", "NL"),
     ("Swiss", "CH"), ("Yemenis", "YE"), ("Burkinabè", "BF"), ("Palestinians", "PS")],
)  # fmt: skip
def test_peoples_lead_to_their_country(word, code):
    assert demonym(word) == country(code)


def test_a_town_knows_the_country_it_lies_in():
    agadez = place("Agadez")
    assert agadez is not None
    assert (agadez.kind, agadez.country, agadez.within) == ("city", "NE", "Niger")
    assert abs(agadez.lat - 17) < 1
    assert abs(agadez.lon - 8) < 1


def test_the_capital_is_meant_where_towns_share_a_name():
    london, kyiv = place("London"), place("Kiev")
    assert london is not None and (london.kind, london.country) == ("capital", "GB")
    assert kyiv is not None and kyiv.name == "Kyiv"


def test_regions_and_continents_are_places_too():
    sahel, africa, gaza = place("the Sahel"), place("Africa"), place("Gaza Strip")
    assert sahel is not None and (sahel.kind, sahel.country) == ("region", None)
    assert africa is not None and africa.kind == "continent"
    assert gaza is not None and gaza.within == "Palestine"


def test_every_country_of_the_forms_table_is_in_the_cut():
    from dateline.lexicon.tables import table

    assert [row["name"] for row in table("places_forms") if country(row["code"]) is None] == []


@pytest.mark.parametrize("written", ["", " ", "the", "x" * 100_000, "\x00", "’s", "....", "\ud800"])
def test_what_is_no_name_is_no_place(written):
    assert place(written) is None
    assert demonym(written) is None
