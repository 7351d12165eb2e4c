"""Main verbs, subjects and objects go where the order of the words puts them."""

from __future__ import annotations

import pytest

from dateline.sentence.reader.bearings import put_right
from dateline.sentence.reader.clauses import settle
from dateline.sentence.reader.doubles import parted
from dateline.sentence.reader.mains import main_verbs
from sentence.arcs import as_asked, sentence

PUT_RIGHT = {
    "behind climbers missing stands the main verb": (
        main_verbs,
        "Climbers/NOUN/1/nsubj missing/ADJ/-1/root since/ADP/3/case May/PROPN/1/obl have/AUX/6/aux "
        "been/AUX/6/aux:pass found/VERB/1/ccomp",
        "Climbers/6/nsubj:pass found/-1 missing/0",
    ),
    "a participle between commas is said of the noun": (
        main_verbs,
        "Kern/PROPN/2/nsubj ,/PUNCT/2/punct thought/VERB/-1/root to/PART/4/mark sleep/VERB/2/xcomp ,/PUNCT/2/punct "
        "escaped/VERB/2/ccomp",
        "Kern/6 thought/0 escaped/-1",
    ),
    "a noun taken for the whole sentence is the subject": (
        main_verbs,
        "Curfews/NOUN/-1/root imposed/VERB/0/acl after/SCONJ/5/mark riots/NOUN/5/nsubj:pass were/AUX/5/aux:pass "
        "lifted/VERB/0/acl",
        "Curfews/5/nsubj:pass lifted/-1 riots/1 after/3",
    ),
    "it was the league that did it": (
        main_verbs,
        "It/PRON/2/expl was/AUX/2/cop Osland/PROPN/-1/root that/PRON/4/nsubj ended/VERB/2/ccomp talks/NOUN/4/obj",
        "ended/2/acl:relcl",
    ),
    "what is announced belongs to the announcing": (
        main_verbs,
        "Osland/PROPN/1/nsubj announced/VERB/6/ccomp it/PRON/3/nsubj left/VERB/6/ccomp ,/PUNCT/6/punct "
        "papers/NOUN/6/nsubj reported/VERB/-1/root",
        "left/1",
    ),
    "an embassy that would not reopen is active": (
        put_right,
        "Embassies/NOUN/3/nsubj:pass would/AUX/3/aux not/PART/3/advmod reopen/VERB/-1/root",
        "Embassies/nsubj",
    ),
    "the clause of who is the noun s before it": (
        put_right,
        "They/PRON/1/nsubj met/VERB/-1/root singers/NOUN/1/obj ,/PUNCT/5/punct who/PRON/5/nsubj died/VERB/1/advcl",
        "died/2/acl:relcl",
    ),
    "talks that collapsed are no verb": (
        put_right,
        "They/PRON/1/nsubj left/VERB/-1/root after/SCONJ/3/mark talks/VERB/1/advcl with/ADP/5/case her/PRON/3/nmod "
        "collapsed/VERB/1/advcl",
        "talks/NOUN/6/nsubj",
    ),
    "of what she was stripped is no part of her": (
        put_right,
        "They/PRON/1/nsubj stripped/VERB/-1/root Roth/PROPN/1/obj of/ADP/5/case her/PRON/5/nmod:poss rank/NOUN/2/nmod",
        "rank/1/obl",
    ),
    "a cabinet is sworn in": (
        put_right,
        "She/PRON/1/nsubj swore/VERB/-1/root in/ADP/4/case a/DET/4/det cabinet/NOUN/1/obl on/ADP/6/case "
        "Monday/PROPN/1/obl",
        "cabinet/obj in/1/compound:prt",
    ),
    "members having resigned do not dissolve": (
        settle,
        "Three/NUM/9/nsubj:pass of/ADP/3/case its/PRON/3/nmod:poss members/NOUN/0/nmod having/AUX/5/aux "
        "resigned/VERB/3/acl ,/PUNCT/9/punct it/PRON/9/nsubj:pass was/AUX/9/aux:pass dissolved/VERB/-1/root",
        "Three/5/nsubj resigned/9/advcl",
    ),
    "of two subjects the one behind the saying does what is said": (
        parted,
        "Roth/PROPN/1/nsubj said/VERB/-1/root people/NOUN/1/nsubj have/AUX/4/aux left/VERB/1/ccomp town/NOUN/4/obj",
        "people/4/nsubj",
    ),
    "a second subject with a preposition is none": (
        parted,
        "Schools/NOUN/4/nsubj:pass in/ADP/2/case Kolm/PROPN/4/nsubj:pass are/AUX/4/aux:pass shut/VERB/-1/root",
        "Kolm/0/nmod",
    ),
    "a second object behind and has a verb of its own": (
        parted,
        "She/PRON/1/nsubj defended/VERB/-1/root rights/NOUN/1/obj and/CCONJ/5/cc extended/VERB/5/amod "
        "benefits/NOUN/1/obj",
        "extended/1/conj benefits/4",
    ),
}


@pytest.mark.parametrize(("mend", "rows", "then"), PUT_RIGHT.values(), ids=PUT_RIGHT)
def test_what_the_reader_made_is_put_right(mend, rows, then):
    w = sentence(rows)
    mend(w)
    assert as_asked(w, then) == then
