"""Which words of a sentence name events."""

from __future__ import annotations

import claim_sentences as said
from dateline.claim.event.events import happenings
from dateline.claim.tree import tree
from handmade import sentence


def lemmas(story: tuple[str, str]) -> list[str]:
    return [h.lemma for h in happenings(tree(sentence(*story)))]


def test_a_light_verb_and_its_noun_are_one_event():
    (talks,) = happenings(tree(sentence(*said.HELD_TALKS)))
    assert talks.lemma == "hold talks"
    assert talks.words == (1, 2)


def test_a_withdrawal_that_will_be_completed_is_a_withdrawal():
    (event,) = happenings(tree(sentence(*said.WILL_COMPLETE)))
    assert (event.lemma, event.aspect, event.noun) == ("withdraw", "complete", True)


def test_a_withdrawal_that_began_is_told_by_its_noun():
    (event,) = happenings(tree(sentence(*said.WITHDRAWAL_BEGAN)))
    assert (event.lemma, event.aspect) == ("withdraw", "begin")


def test_what_something_is_called_is_no_event():
    assert "stage coup" not in lemmas(said.NAMED_COUP)
    assert "stage coup" in lemmas(said.THE_COUP)


def test_declaring_that_it_was_a_coup_designates_it():
    assert "designate" in lemmas(said.WAS_A_COUP)


def test_phrases_of_the_table_are_one_verb():
    assert lemmas(said.SEIZED_POWER)[:3] == ["seize power", "oust", "place under arrest"]


def test_a_ring_of_heads_ends():
    text, parse = said.HELD_TALKS
    ring = parse.replace("held hold VERB 0 root", "held hold VERB 3 root")
    assert isinstance(happenings(tree(sentence(text, ring))), tuple)


def test_out_of_is_a_particle_and_its_preposition():
    (event,) = happenings(tree(sentence(*said.PULLED_OUT)))
    assert (event.lemma, event.words) == ("pull out", (3, 4))
