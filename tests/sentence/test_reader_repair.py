"""Attachments that the order of the words rules out are mended."""

from __future__ import annotations

from dateline.sentence.reader.repair import Words, mended


def sentence(rows: str) -> Words:
    """Words from "text/TAG/head/relation ..." with heads counted from 0, -1 for the root."""
    cells = [word.split("/") for word in rows.split()]
    return Words([c[0] for c in cells], [c[1] for c in cells], [int(c[2]) for c in cells], [c[3] for c in cells])


def test_a_day_before_the_comma_belongs_to_what_is_said():
    w = sentence(
        "Roads/NOUN/1/nsubj reopened/VERB/6/ccomp on/ADP/3/case Thursday/PROPN/6/obl ,/PUNCT/6/punct "
        "officials/NOUN/6/nsubj said/VERB/-1/root"
    )
    mended(w)
    assert w.heads[3] == 1


def test_a_day_after_the_speech_verb_stays_with_it():
    w = sentence(
        "Roads/NOUN/1/nsubj reopened/VERB/4/ccomp ,/PUNCT/4/punct officials/NOUN/4/nsubj said/VERB/-1/root "
        "on/ADP/6/case Thursday/PROPN/4/obl"
    )
    mended(w)
    assert w.heads[6] == 4


def test_nothing_left_of_a_clauses_opening_word_belongs_to_the_clause():
    w = sentence(
        "It/PRON/1/nsubj closed/VERB/-1/root on/ADP/3/case Friday/PROPN/6/obl after/SCONJ/6/mark water/NOUN/6/nsubj "
        "entered/VERB/1/advcl"
    )
    mended(w)
    assert w.heads[3] == 1


def test_a_particle_belongs_to_its_verb():
    w = sentence("It/PRON/2/nsubj was/AUX/2/aux:pass shut/VERB/-1/root down/ADP/4/compound:prt Friday/PROPN/2/obl")
    mended(w)
    assert w.heads[3] == 2


def test_a_role_and_a_name_side_by_side_are_one_subject():
    w = sentence("Its/PRON/1/nmod:poss operator/NOUN/3/nsubj Enerco/PROPN/3/nsubj said/VERB/-1/root")
    mended(w)
    assert (w.heads[2], w.relations[2]) == (1, "appos")
