"""Who does what to whom, in sentences parsed by hand."""

from __future__ import annotations

import claim_sentences as said
from dateline.claim.event.passive import participle
from dateline.claim.event.roles import Frame, frame, noun_frame
from dateline.claim.tree import tree
from handmade import sentence


def words_of(story: tuple[str, str], verb: str) -> dict[str, list[str]]:
    """The parts of the frame of the word, as words."""
    t = tree(sentence(*story))
    at = next(i for i, token in enumerate(t.tokens) if token.text == verb)
    return named(frame(t, at), [token.text for token in t.tokens])


def named(parts: Frame, words: list[str]) -> dict[str, list[str]]:
    return {
        "subj": [words[i] for i in parts.subj],
        "obj": [words[i] for i in parts.obj],
        "obls": [f"{p} {words[i]}" for p, i in parts.obls],
    }


def test_the_one_who_asks_also_seeks_and_the_one_who_is_asked_leaves():
    assert words_of(said.ASKED_AND_SOUGHT, "asked")["subj"] == ["council"]
    assert words_of(said.ASKED_AND_SOUGHT, "sought")["subj"] == ["council"]
    assert words_of(said.ASKED_AND_SOUGHT, "leave")["subj"] == ["garrison"]


def test_a_finite_verb_that_the_parser_joined_to_an_infinitive_belongs_to_the_verb_above_it():
    text, parse = said.ASKED_AND_SOUGHT
    joined_wrongly = parse.replace("sought seek VERB 3 conj", "sought seek VERB 7 conj")
    assert words_of((text, joined_wrongly), "sought")["subj"] == ["council"]


def test_in_a_passive_the_subject_suffers_and_the_agent_acts():
    parts = words_of(said.ARRESTED, "arrested")
    assert parts["subj"] == ["soldiers"]
    assert parts["obj"] == ["ministers"]


def test_verbs_joined_by_and_share_their_subject():
    assert words_of(said.SEIZED_POWER, "ousted") == {"subj": ["officers"], "obj": ["Ana"], "obls": []}
    assert words_of(said.SEIZED_POWER, "placed")["subj"] == ["officers"]


def test_a_relative_clause_without_an_object_acts_on_its_noun():
    assert words_of(said.HAS_DEPLOYED, "deployed")["obj"] == ["forces"]
    assert words_of(said.HAS_DEPLOYED, "deployed")["subj"] == ["Narvia"]


def test_a_participle_clause_has_the_subject_of_its_governor():
    assert words_of(said.SEVERING, "severing")["subj"] == ["Osland"]


def test_whose_decision_it_is_does_what_was_decided():
    assert words_of(said.DECISION, "close")["subj"] == ["Narvia"]


def test_of_names_what_is_withdrawn_and_by_who_withdraws():
    t = tree(sentence(*said.WITHDRAWAL_BEGAN))
    parts = named(noun_frame(t, 1, "object", "actor"), [w.text for w in t.tokens])
    assert parts == {"subj": [], "obj": ["troops"], "obls": ["from Osland"]}


def test_an_ing_form_is_no_past_participle():
    assert participle("seized", "seize")
    assert not participle("seizing", "seize")


def test_whoever_is_prevented_from_it_would_have_done_it():
    assert words_of(said.PREVENTED, "storming")["subj"] == ["protesters"]
