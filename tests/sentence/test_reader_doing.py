"""Each -ing form has its own subject or shares one; what is joined is joined to its like."""

from __future__ import annotations

import pytest

from dateline.sentence.reader.doing import who_does
from dateline.sentence.reader.joining import well_joined
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
    "an -ing form behind a saying that is set in goes on with what is said": (
        "Troops/NOUN/1/nsubj raided/VERB/5/ccomp houses/NOUN/1/obj ,/PUNCT/1/punct residents/NOUN/5/nsubj "
        "said/VERB/-1/root ,/PUNCT/7/punct arresting/VERB/5/advcl hundreds/NOUN/7/obj",
        "arresting/1",
    ),
    "whoever said it cites somebody": (
        "Banks/NOUN/1/nsubj closed/VERB/4/ccomp ,/PUNCT/1/punct papers/NOUN/4/nsubj said/VERB/-1/root ,/PUNCT/6/punct "
        "citing/VERB/4/advcl envoys/NOUN/6/obj",
        "citing/4",
    ),
    "a to behind the comma that closes a clause with which belongs outside": (
        "Clinics/NOUN/1/nsubj hired/VERB/-1/root Brask/PROPN/1/obj ,/PUNCT/5/punct which/PRON/5/nsubj "
        "makes/VERB/2/acl:relcl masks/NOUN/5/obj ,/PUNCT/5/punct to/PART/9/mark double/VERB/5/xcomp stores/NOUN/9/obj",
        "double/1/advcl",
    ),
    "what a ban is on does what the -ing form behind it says": (
        "Bans/NOUN/4/nsubj on/ADP/2/case lorries/NOUN/0/nmod entering/VERB/0/acl ended/VERB/-1/root",
        "entering/2",
    ),
    "a man in jeans carries what he carries": (
        "Men/NOUN/4/nsubj in/ADP/2/case jeans/NOUN/0/nmod carrying/VERB/0/acl left/VERB/-1/root",
        "carrying/0",
    ),
    "a verb of beginning governs the to right behind it": (
        "He/PRON/1/nsubj walked/VERB/-1/root when/ADV/4/advmod ground/NOUN/4/nsubj began/VERB/1/advcl to/PART/6/mark "
        "shake/VERB/1/advcl",
        "shake/4/xcomp",
    ),
    "no -ing form is passive without being": (
        "Officials/NOUN/3/nsubj:pass have/AUX/3/aux been/AUX/3/aux:pass warning/VERB/-1/root",
        "Officials/nsubj been/aux",
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


JOINED = {
    "behind the comma that closes a name and the joins to whom the name is that of": (
        "Minister/NOUN/9/nsubj ,/PUNCT/2/punct Ann/PROPN/0/appos Roe/PROPN/2/flat ,/PUNCT/7/punct and/CCONJ/7/cc "
        "the/DET/7/det chief/NOUN/2/conj have/AUX/9/aux resigned/VERB/-1/root",
        "chief/0/conj",
    ),
    "a name behind a comma is that of the noun before it": (
        "Mayors/NOUN/7/nsubj:pass and/CCONJ/3/cc his/PRON/3/nmod:poss deputy/NOUN/0/conj ,/PUNCT/5/punct "
        "Karl/PROPN/0/appos Ott/PROPN/5/flat fled/VERB/-1/root",
        "Karl/3",
    ),
    "a name behind a comma with an and of its own is one more of them": (
        "Mayors/NOUN/6/nsubj and/CCONJ/5/cc his/PRON/3/nmod:poss deputy/NOUN/5/nmod:desc ,/PUNCT/5/punct "
        "Karl/PROPN/0/appos fled/VERB/-1/root",
        "Karl/0/conj",
    ),
    "and his joins to the name right before it": (
        "They/PRON/1/nsubj approved/VERB/-1/root sanctions/NOUN/1/obj "
        "against/ADP/4/case Orr/PROPN/2/nmod and/CCONJ/7/cc "
        "his/PRON/7/nmod:poss advisers/NOUN/2/conj",
        "advisers/4/conj",
    ),
    "and other joins to the noun right before it": (
        "It/PRON/1/nsubj sought/VERB/-1/root loans/NOUN/1/obj from/ADP/4/case banks/NOUN/1/obl and/CCONJ/7/cc "
        "other/ADJ/7/amod bodies/NOUN/2/conj",
        "bodies/4/conj",
    ),
    "of two things joined neither gets the other": (
        "Fire/NOUN/1/nsubj destroyed/VERB/-1/root schools/NOUN/1/iobj and/CCONJ/4/cc stores/NOUN/1/obj",
        "schools/1/obj stores/2/conj",
    ),
    "a noun is joined to a noun": (
        "It/PRON/1/nsubj speaks/VERB/-1/root for/ADP/3/case exiles/NOUN/1/obl abroad/ADV/3/advmod and/CCONJ/6/cc "
        "activists/NOUN/1/conj",
        "activists/3/conj",
    ),
    "a noun that has its own verb behind is no second object": (
        "Crews/NOUN/1/nsubj reached/VERB/-1/root sites/NOUN/1/obj and/CCONJ/4/cc inquiries/NOUN/1/conj are/AUX/6/cop "
        "open/ADJ/1/conj",
        "inquiries/1",
    ),
    "what is joined within a clause with which stays within it": (
        "Virus/NOUN/9/nsubj ,/PUNCT/3/punct which/PRON/3/nsubj "
        "carries/VERB/0/acl:relcl proteins/NOUN/3/obj and/CCONJ/6/cc "
        "genes/NOUN/0/conj ,/PUNCT/3/punct has/AUX/9/aux spread/VERB/-1/root",
        "genes/4/conj",
    ),
    "a phrase with of belongs to the noun right before it": (
        "It/PRON/2/nsubj:pass was/AUX/2/aux:pass joined/VERB/-1/root "
        "by/ADP/4/case islanders/NOUN/2/obl:agent of/ADP/7/case "
        "all/DET/7/det ages/NOUN/2/obl",
        "ages/4/nmod",
    ),
    "a verb that takes an of keeps it": (
        "It/PRON/1/nsubj accused/VERB/-1/root banks/NOUN/1/obj of/ADP/4/case fraud/NOUN/1/obl",
        "fraud/1/obl",
    ),
    "a bare form between a verb and its object is part of a name": (
        "Court/NOUN/1/nsubj issues/VERB/-1/root arrest/VERB/1/advcl warrants/NOUN/1/obj",
        "arrest/NOUN/3/compound",
    ),
    "rather than joins": (
        "It/PRON/1/nsubj changed/VERB/-1/root laws/NOUN/1/obj rather/ADV/5/cc than/ADP/3/fixed make/VERB/1/advcl "
        "new/ADJ/7/amod ones/NOUN/5/obj",
        "make/1/conj",
    ),
    "a noun behind a preposition is no object": (
        "She/PRON/1/nsubj called/VERB/-1/root on/ADP/3/case "
        "councils/NOUN/1/obj to/PART/5/mark block/VERB/1/xcomp it/PRON/5/obj",
        "councils/1/obl",
    ),
    "an -ing form that a noun is joined to is a noun": (
        "It/PRON/1/nsubj harassed/VERB/-1/root rebels/NOUN/1/obj "
        "with/SCONJ/4/mark shelling/VERB/1/advcl and/CCONJ/6/cc "
        "fire/NOUN/4/obj",
        "shelling/NOUN/1/obl with/case fire/4/conj",
    ),
    "a participle with an adverb is said of the noun right before": (
        "It/PRON/1/nsubj hit/VERB/-1/root trade/NOUN/1/obj in/ADP/5/case "
        "a/DET/5/det country/NOUN/2/nmod already/ADV/7/advmod "
        "weakened/VERB/2/acl",
        "weakened/5",
    ),
}


@pytest.mark.parametrize(("rows", "then"), JOINED.values(), ids=JOINED)
def test_what_is_joined_is_joined_to_its_like(rows: str, then: str):
    w = sentence(rows)
    well_joined(w)
    assert as_asked(w, then) == then
