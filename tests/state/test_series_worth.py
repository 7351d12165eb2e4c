"""Which figures are worth a line: those of somebody, somewhere, in some state, or of something that reports count."""

from __future__ import annotations

import pytest

from dateline.state.model import ONE_STORY
from dateline.state.series import series
from stories import record_from

NOTHING = (
    "She planted two leeks in the garden on Monday.",
    "Both men sat within three rows of the stage.",
    "One of my friends was at the concert.",
    "The tablets are 90 percent effective.",
    "No tourists came on Monday.",
    "A ticket costs $12.",
    "About 70 percent of the grain moves by rail.",  # "grain, percent: 70" does not say of what
    "Two missiles hit the harbour on Monday.",  # "missiles: 2" is no count of a thing followed through time
    "The bill came to $50 million.",
    "The missile came down in the desert, injuring no one.",
    "Nine barges traded on Monday.",
)
SOMETHING = (
    "Nine miners were killed on Monday.",
    "The rebels have 700 soldiers.",
    "The fund lost $40 million on Monday.",
    "The railway owns 2,100 locomotives.",
    "Gold rose to $1,900 an ounce.",
    "The site suspended 125,000 accounts.",
    "Gunmen killed 20 people in Tarnby.",
)


OTHERS = ["The weather stays fine." for _ in range(ONE_STORY)]  # a large pile


def titles(*sentences, others=OTHERS):
    pile = [(f"2031-05-{n:02}", text) for n, text in enumerate([*sentences, *others], 1)]
    return [one.title for one in series(record_from(*pile))]


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_number_of_nothing_in_particular_is_no_figure(sentence):
    assert titles(sentence) == []


@pytest.mark.parametrize("sentence", SOMETHING)
def test_a_state_an_owner_or_a_word_that_reports_count_makes_a_figure(sentence):
    assert titles(sentence) != []


def test_people_said_not_to_be_detained_are_no_number_of_detained():
    assert titles("The 25 sailors are not detained, the canal authority said.") == []


def test_two_origins_that_tell_alike_make_any_count_a_figure():
    assert titles("Crews counted 40 leeks in the hold.", "Inspectors found some 45 leeks there.") == ["leeks"]


def test_countries_belong_to_no_country():
    told = ("The fever has spread from Osland to 12 countries.", "It was found in 15 countries, Norway said.")
    assert all("Norw" not in title and "Osland" not in title for title in titles(*told))


def test_a_small_pile_tells_one_story_and_shows_all_its_numbers():
    assert titles("About 1,700 people are staying in sports halls.", others=[]) == ["people staying"]
    assert titles("About 1,700 people are staying in sports halls.") == []
