"""What is joined by "and" or "but", and what stands right behind a verb or a noun."""

from __future__ import annotations

import pytest

from dateline.sentence.reader.joints import joined
from dateline.sentence.reader.nouns import by_nouns
from sentence.arcs import as_asked, sentence

PUT_RIGHT = {
    "a clause with its own but is joined": (
        joined,
        "Banks/NOUN/1/nsubj stopped/VERB/-1/root short/ADV/1/advmod but/CCONJ/4/cc warned/VERB/1/advcl us/PRON/4/obj",
        "warned/1/conj",
    ),
    "behind to stands a verb with its object": (
        joined,
        "Councils/NOUN/1/nsubj pledged/VERB/-1/root to/PART/3/mark rehouse/NOUN/1/xcomp by/ADP/5/case "
        "June/PROPN/1/obl families/NOUN/1/nsubj",
        "rehouse/VERB families/3/obj June/3",
    ),
    "had they asked is no sentence": (
        joined,
        "Had/AUX/2/aux pilots/NOUN/2/nsubj asked/VERB/-1/root ,/PUNCT/2/punct planes/NOUN/6/nsubj would/AUX/6/aux "
        "land/VERB/2/parataxis",
        "land/-1 asked/6/advcl",
    ),
    "who stands behind the comma tells it": (
        joined,
        "Ports/NOUN/1/nsubj:pass shelled/VERB/7/ccomp ,/PUNCT/1/punct the/DET/4/det governor/NOUN/1/nsubj:pass "
        ",/PUNCT/4/punct Brandt/PROPN/4/appos wrote/VERB/-1/root",
        "governor/7/nsubj",
    ),
    "no fewer than seven are seven": (
        joined,
        "No/ADV/1/advmod fewer/ADJ/6/nsubj than/ADP/3/case seven/NUM/1/obl of/ADP/5/case judges/NOUN/3/nmod "
        "signed/VERB/-1/root",
        "seven/6/nsubj fewer/3",
    ),
    "a thing asks for nothing": (
        joined,
        "Ministries/NOUN/1/nsubj warned/VERB/-1/root that/SCONJ/5/mark lake/NOUN/5/nsubj was/AUX/5/aux "
        "filling/VERB/1/ccomp and/CCONJ/7/cc urged/VERB/5/conj residents/NOUN/7/obj",
        "urged/1",
    ),
    "calls to leave are calls": (
        by_nouns,
        "He/PRON/1/nsubj dismissed/VERB/-1/root calls/NOUN/1/obj to/PART/4/mark leave/VERB/1/advcl ./PUNCT/1/punct",
        "leave/2/acl",
    ),
    "talks that collapsed are no sentence without it": (
        by_nouns,
        "Talks/NOUN/-1/root on/ADP/2/case water/NOUN/0/nmod collapsed/VERB/0/acl on/ADP/5/case Sunday/PROPN/0/obl "
        "./PUNCT/0/punct",
        "collapsed/-1 Talks/3/nsubj Sunday/3",
    ),
    "figures published on tuesday": (
        by_nouns,
        "Demand/NOUN/1/nsubj fell/VERB/-1/root according/VERB/4/case to/ADP/2/fixed figures/NOUN/1/obl "
        "published/VERB/4/acl on/ADP/7/case Tuesday/PROPN/1/obl",
        "Tuesday/5",
    ),
}


@pytest.mark.parametrize(("mend", "rows", "then"), PUT_RIGHT.values(), ids=PUT_RIGHT)
def test_what_the_reader_made_is_put_right(mend, rows, then):
    w = sentence(rows)
    mend(w)
    assert as_asked(w, then) == then
