"""What is joined by "and" or "but", and what stands right behind a verb or a noun."""

from __future__ import annotations

from dateline.sentence.reader.joints import joined
from dateline.sentence.reader.nouns import by_nouns
from sentence.arcs import sentence


def test_a_clause_with_its_own_but_is_joined():
    w = sentence(
        "Banks/NOUN/1/nsubj stopped/VERB/-1/root short/ADV/1/advmod but/CCONJ/4/cc warned/VERB/1/advcl us/PRON/4/obj"
    )
    joined(w)
    assert (w.heads[4], w.relations[4]) == (1, "conj")


def test_behind_to_stands_a_verb_with_its_object():
    w = sentence(
        "Councils/NOUN/1/nsubj pledged/VERB/-1/root to/PART/3/mark rehouse/NOUN/1/xcomp by/ADP/5/case June/PROPN/1/obl "
        "families/NOUN/1/nsubj"
    )
    joined(w)
    assert (w.tags[3], w.heads[6], w.relations[6], w.heads[5]) == ("VERB", 3, "obj", 3)


def test_had_they_asked_is_no_sentence():
    w = sentence(
        "Had/AUX/2/aux pilots/NOUN/2/nsubj asked/VERB/-1/root ,/PUNCT/2/punct planes/NOUN/6/nsubj would/AUX/6/aux "
        "land/VERB/2/parataxis"
    )
    joined(w)
    assert (w.heads[6], w.heads[2], w.relations[2]) == (-1, 6, "advcl")


def test_who_stands_behind_the_comma_tells_it():
    w = sentence(
        "Ports/NOUN/1/nsubj:pass shelled/VERB/7/ccomp ,/PUNCT/1/punct the/DET/4/det governor/NOUN/1/nsubj:pass "
        ",/PUNCT/4/punct Brandt/PROPN/4/appos wrote/VERB/-1/root"
    )
    joined(w)
    assert (w.heads[4], w.relations[4]) == (7, "nsubj")


def test_no_fewer_than_seven_are_seven():
    w = sentence(
        "No/ADV/1/advmod fewer/ADJ/6/nsubj than/ADP/3/case seven/NUM/1/obl of/ADP/5/case judges/NOUN/3/nmod "
        "signed/VERB/-1/root"
    )
    joined(w)
    assert (w.heads[3], w.relations[3], w.heads[1]) == (6, "nsubj", 3)


def test_a_thing_asks_for_nothing():
    w = sentence(
        "Ministries/NOUN/1/nsubj warned/VERB/-1/root that/SCONJ/5/mark lake/NOUN/5/nsubj was/AUX/5/aux "
        "filling/VERB/1/ccomp and/CCONJ/7/cc urged/VERB/5/conj residents/NOUN/7/obj"
    )
    joined(w)
    assert w.heads[7] == 1


def test_calls_to_leave_are_calls():
    w = sentence(
        "He/PRON/1/nsubj dismissed/VERB/-1/root calls/NOUN/1/obj to/PART/4/mark leave/VERB/1/advcl ./PUNCT/1/punct"
    )
    by_nouns(w)
    assert (w.heads[4], w.relations[4]) == (2, "acl")


def test_talks_that_collapsed_are_no_sentence_without_it():
    w = sentence(
        "Talks/NOUN/-1/root on/ADP/2/case water/NOUN/0/nmod collapsed/VERB/0/acl on/ADP/5/case Sunday/PROPN/0/obl "
        "./PUNCT/0/punct"
    )
    by_nouns(w)
    assert (w.heads[3], w.heads[0], w.relations[0], w.heads[5]) == (-1, 3, "nsubj", 3)


def test_figures_published_on_tuesday():
    w = sentence(
        "Demand/NOUN/1/nsubj fell/VERB/-1/root according/VERB/4/case to/ADP/2/fixed figures/NOUN/1/obl "
        "published/VERB/4/acl on/ADP/7/case Tuesday/PROPN/1/obl"
    )
    by_nouns(w)
    assert w.heads[7] == 5
