"""Where the rules tie, a few readable weights decide; where the words settle it, nobody asks."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicon.linear import questions as in_file
from dateline.sentence.reading import Reading, TimeExtent
from dateline.sentence.times.find import asked_of, find
from dateline.sentence.times.weigh import leaning

TIES = in_file("dateline.sentence.times", "weights/ties.json")
NOTHING = Reading((), (), (), (), (), "none")


def test_a_full_date_is_nobodys_question() -> None:
    assert asked_of("The ferry sank on 4 May 2021.", NOTHING) == ()


def test_now_is_a_question_and_its_features_can_be_read() -> None:
    (asked,) = asked_of("The ferry now calls here.", NOTHING)
    assert asked.features[:3] == ("word now", "rules say yes", "word now, rules say yes")
    assert "reader: unread" in asked.features


def test_every_weight_is_a_number_and_has_a_bias() -> None:
    for weights in TIES.values():
        assert "always" in weights
        assert all(abs(w) < 10 for w in weights.values())


def test_what_is_not_known_leans_nowhere() -> None:
    assert leaning("counts", ()) == TIES["counts"]["always"]
    assert leaning("unheard of", ("word now",)) == 0.0


def test_the_model_never_makes_a_year_of_a_number_that_the_rules_refuse() -> None:
    text = "Flight 1990 was late."
    seen = replace(NOTHING, times=(TimeExtent(7, 11, "DATE"),))
    assert find(text, NOTHING) == ()
    assert [a.ruled for a in asked_of(text, seen)] in ([], [True])
