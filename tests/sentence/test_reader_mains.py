"""Main verbs, subjects and objects go where the order of the words puts them."""

from __future__ import annotations

from dateline.sentence.reader.bearings import put_right
from dateline.sentence.reader.clauses import settle
from dateline.sentence.reader.doubles import parted
from dateline.sentence.reader.mains import main_verbs
from sentence.arcs import sentence


def test_behind_climbers_missing_stands_the_main_verb():
    w = sentence(
        "Climbers/NOUN/1/nsubj missing/ADJ/-1/root since/ADP/3/case May/PROPN/1/obl have/AUX/6/aux "
        "been/AUX/6/aux:pass found/VERB/1/ccomp"
    )
    main_verbs(w)
    assert (w.heads[0], w.relations[0]) == (6, "nsubj:pass")
    assert (w.heads[6], w.heads[1]) == (-1, 0)


def test_a_participle_between_commas_is_said_of_the_noun():
    w = sentence(
        "Kern/PROPN/2/nsubj ,/PUNCT/2/punct thought/VERB/-1/root to/PART/4/mark sleep/VERB/2/xcomp ,/PUNCT/2/punct "
        "escaped/VERB/2/ccomp"
    )
    main_verbs(w)
    assert (w.heads[0], w.heads[2], w.heads[6]) == (6, 0, -1)


def test_a_noun_taken_for_the_whole_sentence_is_the_subject():
    w = sentence(
        "Curfews/NOUN/-1/root imposed/VERB/0/acl after/SCONJ/5/mark riots/NOUN/5/nsubj:pass were/AUX/5/aux:pass "
        "lifted/VERB/0/acl"
    )
    main_verbs(w)
    assert (w.heads[0], w.relations[0], w.heads[5]) == (5, "nsubj:pass", -1)
    assert (w.heads[3], w.heads[2]) == (1, 3)


def test_it_was_the_league_that_did_it():
    w = sentence(
        "It/PRON/2/expl was/AUX/2/cop Osland/PROPN/-1/root that/PRON/4/nsubj ended/VERB/2/ccomp talks/NOUN/4/obj"
    )
    main_verbs(w)
    assert (w.heads[4], w.relations[4]) == (2, "acl:relcl")


def test_what_is_announced_belongs_to_the_announcing():
    w = sentence(
        "Osland/PROPN/1/nsubj announced/VERB/6/ccomp it/PRON/3/nsubj left/VERB/6/ccomp ,/PUNCT/6/punct "
        "papers/NOUN/6/nsubj reported/VERB/-1/root"
    )
    main_verbs(w)
    assert w.heads[3] == 1


def test_an_embassy_that_would_not_reopen_is_active():
    w = sentence("Embassies/NOUN/3/nsubj:pass would/AUX/3/aux not/PART/3/advmod reopen/VERB/-1/root")
    put_right(w)
    assert w.relations[0] == "nsubj"


def test_the_clause_of_who_is_the_noun_s_before_it():
    w = sentence(
        "They/PRON/1/nsubj met/VERB/-1/root singers/NOUN/1/obj ,/PUNCT/5/punct who/PRON/5/nsubj died/VERB/1/advcl"
    )
    put_right(w)
    assert (w.heads[5], w.relations[5]) == (2, "acl:relcl")


def test_talks_that_collapsed_are_no_verb():
    w = sentence(
        "They/PRON/1/nsubj left/VERB/-1/root after/SCONJ/3/mark talks/VERB/1/advcl with/ADP/5/case her/PRON/3/nmod "
        "collapsed/VERB/1/advcl"
    )
    put_right(w)
    assert (w.heads[3], w.relations[3], w.tags[3]) == (6, "nsubj", "NOUN")


def test_of_what_she_was_stripped_is_no_part_of_her():
    w = sentence(
        "They/PRON/1/nsubj stripped/VERB/-1/root Roth/PROPN/1/obj of/ADP/5/case her/PRON/5/nmod:poss rank/NOUN/2/nmod"
    )
    put_right(w)
    assert (w.heads[5], w.relations[5]) == (1, "obl")


def test_a_cabinet_is_sworn_in():
    w = sentence(
        "She/PRON/1/nsubj swore/VERB/-1/root in/ADP/4/case a/DET/4/det cabinet/NOUN/1/obl on/ADP/6/case "
        "Monday/PROPN/1/obl"
    )
    put_right(w)
    assert (w.relations[4], w.heads[2], w.relations[2]) == ("obj", 1, "compound:prt")


def test_members_having_resigned_do_not_dissolve():
    w = sentence(
        "Three/NUM/9/nsubj:pass of/ADP/3/case its/PRON/3/nmod:poss members/NOUN/0/nmod having/AUX/5/aux "
        "resigned/VERB/3/acl ,/PUNCT/9/punct it/PRON/9/nsubj:pass was/AUX/9/aux:pass dissolved/VERB/-1/root"
    )
    settle(w)
    assert (w.heads[0], w.relations[0]) == (5, "nsubj")
    assert (w.heads[5], w.relations[5]) == (9, "advcl")


def test_of_two_subjects_the_one_behind_the_saying_does_what_is_said():
    w = sentence(
        "Roth/PROPN/1/nsubj said/VERB/-1/root people/NOUN/1/nsubj have/AUX/4/aux left/VERB/1/ccomp town/NOUN/4/obj"
    )
    parted(w)
    assert (w.heads[2], w.relations[2]) == (4, "nsubj")


def test_a_second_subject_with_a_preposition_is_none():
    w = sentence("Schools/NOUN/4/nsubj:pass in/ADP/2/case Kolm/PROPN/4/nsubj:pass are/AUX/4/aux:pass shut/VERB/-1/root")
    parted(w)
    assert (w.heads[2], w.relations[2]) == (0, "nmod")


def test_a_second_object_behind_and_has_a_verb_of_its_own():
    w = sentence(
        "She/PRON/1/nsubj defended/VERB/-1/root rights/NOUN/1/obj and/CCONJ/5/cc extended/VERB/5/amod "
        "benefits/NOUN/1/obj"
    )
    parted(w)
    assert (w.heads[4], w.relations[4], w.heads[5]) == (1, "conj", 4)
