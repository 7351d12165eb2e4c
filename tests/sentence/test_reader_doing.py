"""Each -ing form has its own subject, or shares that of the verb it belongs to."""

from __future__ import annotations

import pytest

from dateline.sentence.reader.doing import who_does
from sentence.arcs import as_asked, sentence

PUT_RIGHT = {
    "an -ing form behind a semicolon belongs to the verb behind it": (
        "Games/NOUN/1/nsubj went/VERB/-1/root ahead/ADV/1/advmod ;/PUNCT/5/punct guards/NOUN/5/nsubj "
        "walked/VERB/1/conj halls/NOUN/5/obj ,/PUNCT/8/punct sending/VERB/1/advcl fans/NOUN/8/obj home/ADV/8/advmod",
        "sending/5",
    ),
    "an -ing form in front of every semicolon stays": (
        "Guards/NOUN/1/nsubj walked/VERB/-1/root halls/NOUN/1/obj ,/PUNCT/4/punct sending/VERB/1/advcl "
        "fans/NOUN/4/obj home/ADV/4/advmod ;/PUNCT/9/punct shops/NOUN/9/nsubj closed/VERB/1/conj",
        "sending/1",
    ),
    "the noun between with and an -ing form is its subject": (
        "With/SCONJ/2/mark radios/NOUN/2/obj calling/VERB/5/advcl ,/PUNCT/2/punct queues/NOUN/5/nsubj "
        "grew/VERB/-1/root",
        "radios/2/nsubj",
    ),
    "no noun has its -ing clause in front of it": (
        "Rebels/NOUN/1/nsubj fighting/VERB/5/acl to/PART/3/mark end/VERB/1/advcl his/PRON/5/nmod:poss "
        "rule/NOUN/6/nsubj seized/VERB/-1/root towns/NOUN/6/obj",
        "Rebels/6/nsubj fighting/0 rule/3/obj",
    ),
    "an -ing form alone before a verb without a subject is that subject": (
        "Until/SCONJ/1/mark fighting/VERB/6/advcl broke/VERB/6/advcl out/ADP/2/compound:prt ,/PUNCT/2/punct "
        "Osland/PROPN/6/nsubj sold/VERB/-1/root oil/NOUN/6/obj",
        "fighting/NOUN/2/nsubj Until/2",
    ),
    "becoming infected is no becoming that infected": (
        "She/PRON/1/nsubj died/VERB/-1/root after/SCONJ/3/mark becoming/VERB/1/advcl infected/VERB/1/advcl",
        "becoming/VERB/1",
    ),
    "a participle behind what was left tells how it was left": (
        "Defeats/NOUN/1/nsubj left/VERB/-1/root the/DET/3/det general/NOUN/1/obj and/CCONJ/5/cc men/NOUN/3/conj "
        "isolated/VERB/1/advcl",
        "isolated/1/xcomp",
    ),
}


@pytest.mark.parametrize(("rows", "then"), PUT_RIGHT.values(), ids=PUT_RIGHT)
def test_who_does_it_is_put_right(rows: str, then: str):
    w = sentence(rows)
    who_does(w)
    assert as_asked(w, then) == then
