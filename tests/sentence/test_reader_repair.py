"""Attachments that the order of the words rules out are mended."""

from __future__ import annotations

import pytest

from dateline.sentence.parse import read
from dateline.sentence.reader.near import next_object, within_subject
from dateline.sentence.reader.repair import mended
from sentence.arcs import as_asked, sentence

PUT_RIGHT = {
    "a day before the comma belongs to what is said": (
        mended,
        "Roads/NOUN/1/nsubj reopened/VERB/6/ccomp on/ADP/3/case Thursday/PROPN/6/obl ,/PUNCT/6/punct "
        "officials/NOUN/6/nsubj said/VERB/-1/root",
        "Thursday/1",
    ),
    "a day after the speech verb stays with it": (
        mended,
        "Roads/NOUN/1/nsubj reopened/VERB/4/ccomp ,/PUNCT/4/punct officials/NOUN/4/nsubj said/VERB/-1/root "
        "on/ADP/6/case Thursday/PROPN/4/obl",
        "Thursday/4",
    ),
    "nothing left of a clauses opening word belongs to the clause": (
        mended,
        "It/PRON/1/nsubj closed/VERB/-1/root on/ADP/3/case Friday/PROPN/6/obl after/SCONJ/6/mark water/NOUN/6/nsubj "
        "entered/VERB/1/advcl",
        "Friday/1",
    ),
    "a particle belongs to its verb": (
        mended,
        "It/PRON/2/nsubj was/AUX/2/aux:pass shut/VERB/-1/root down/ADP/4/compound:prt Friday/PROPN/2/obl",
        "down/2",
    ),
    "a role and a name side by side are one subject": (
        mended,
        "Its/PRON/1/nmod:poss operator/NOUN/3/nsubj Enerco/PROPN/3/nsubj said/VERB/-1/root",
        "Enerco/1/appos",
    ),
    "who holds a post is named behind the country of the post": (
        mended,
        "envoy/NOUN/5/nsubj to/ADP/3/case Niger/PROPN/3/nmod Ann/PROPN/0/nmod Lee/PROPN/3/flat left/VERB/-1/root",
        "Ann/5/nsubj envoy/3/nmod:desc Niger/0 to/2",
    ),
    "a country alone behind a post names nobody": (
        mended,
        "envoy/NOUN/4/nsubj to/ADP/3/case South/PROPN/3/compound Sudan/PROPN/0/nmod left/VERB/-1/root",
        "envoy/4/nsubj Sudan/0",
    ),
    "the subject before the comma does what is said": (
        mended,
        "Osland/PROPN/6/nsubj will/AUX/2/aux leave/VERB/6/ccomp ,/PUNCT/2/punct its/PRON/5/nmod:poss "
        "minister/NOUN/6/nsubj said/VERB/-1/root",
        "Osland/2/nsubj minister/6",
    ),
    "a verb joined on after the saying goes on with what is said": (
        mended,
        "Fire/NOUN/1/nsubj killed/VERB/5/ccomp nine/NUM/1/obj ,/PUNCT/5/punct doctors/NOUN/5/nsubj said/VERB/-1/root "
        ",/PUNCT/8/punct and/CCONJ/8/cc hurt/VERB/5/conj six/NUM/8/obj",
        "hurt/1",
    ),
    "a noun before an inserted saying does what is said after it": (
        mended,
        "The/DET/1/det crews/NOUN/4/ccomp ,/PUNCT/4/punct he/PRON/4/nsubj said/VERB/-1/root ,/PUNCT/6/punct "
        "left/VERB/4/ccomp",
        "crews/6/nsubj",
    ),
    "who is told is not who does it": (
        mended,
        "He/PRON/1/nsubj told/VERB/-1/root his/PRON/3/nmod:poss staff/NOUN/6/nsubj Narvia/PROPN/3/appos "
        "would/AUX/6/aux pay/VERB/1/ccomp",
        "staff/1/iobj Narvia/6/nsubj",
    ),
    "who is told before a that is not who does it": (
        mended,
        "Nurses/NOUN/1/nsubj told/VERB/-1/root the/DET/3/det Guild/PROPN/6/nsubj that/SCONJ/6/mark "
        "guards/NOUN/6/nsubj slept/VERB/1/ccomp",
        "Guild/1/iobj",
    ),
    "a clause belongs to the verb before its that": (
        mended,
        "It/PRON/1/nsubj said/VERB/-1/root unions/NOUN/3/nsubj claimed/VERB/1/ccomp that/SCONJ/6/mark "
        "guards/NOUN/6/nsubj slept/VERB/1/ccomp",
        "slept/3",
    ),
    "what is a subject is a noun": (
        mended,
        "There/PRON/1/expl were/VERB/-1/root clashes/VERB/1/nsubj in/ADP/4/case Verrin/PROPN/1/obl",
        "clashes/NOUN",
    ),
    "the object before a verb without a subject is its subject": (
        mended,
        "Floods/NOUN/1/obj killed/VERB/-1/root two/NUM/3/nummod workers/NOUN/1/obj",
        "Floods/nsubj workers/obj",
    ),
    "a phrase begins with its preposition": (
        mended,
        "It/PRON/1/nsubj shut/VERB/-1/root on/ADP/6/case Monday/PROPN/6/nmod after/ADP/6/case a/DET/6/det "
        "flood/NOUN/1/obl",
        "Monday/1/obl on/3",
    ),
    "the owner of a noun is no phrase of its own": (
        mended,
        "It/PRON/1/nsubj shut/VERB/-1/root in/ADP/5/case Osland/PROPN/5/nmod:poss 's/PART/3/case east/NOUN/1/obl",
        "Osland/5",
    ),
    "a bare noun behind an opening word is the subject": (
        mended,
        "Trains/NOUN/1/nsubj stopped/VERB/-1/root after/SCONJ/4/mark mud/NOUN/4/obl blocked/VERB/0/acl "
        "lines/NOUN/4/obj",
        "mud/nsubj blocked/1/advcl",
    ),
    "what stands inside commas belongs to the participle": (
        mended,
        "Mills/NOUN/6/nsubj ,/PUNCT/2/punct shut/VERB/0/acl since/ADP/4/case May/PROPN/6/obl ,/PUNCT/4/punct "
        "reopened/VERB/-1/root on/ADP/8/case Monday/PROPN/6/obl",
        "May/2 Monday/6",
    ),
    "whose owns the noun behind": (
        mended,
        "editor/NOUN/-1/root ,/PUNCT/5/punct whose/PRON/5/nsubj office/NOUN/4/compound police/NOUN/5/nsubj "
        "raided/VERB/0/acl:relcl",
        "whose/3 office/5/obj",
    ),
    "a noun before its verb is not joined to it": (
        mended,
        "Norland/PROPN/1/nmod:poss ministry/NOUN/2/conj announced/VERB/-1/root Monday/PROPN/2/obl:unmarked "
        "it/PRON/5/nsubj left/VERB/2/ccomp",
        "ministry/nsubj",
    ),
    "a day between a participle of the subject and the verb is the participles": (
        within_subject,
        "The/DET/1/det yard/NOUN/6/nsubj crippled/VERB/1/acl by/ADP/4/case fire/NOUN/2/obl:agent in_March/PROPN/6/obl "
        "reopened/VERB/-1/root on/ADP/8/case Friday/PROPN/6/obl",
        "in_March/2 Friday/6",
    ),
    "a day behind a comma stays with the main verb": (
        within_subject,
        "Rebels/NOUN/6/nsubj armed/VERB/0/acl by/ADP/3/case Osland/PROPN/1/obl:agent ,/PUNCT/6/punct "
        "on_Monday/PROPN/6/obl attacked/VERB/-1/root",
        "on_Monday/6",
    ),
    "what stands right behind a verb is its object and not that of a verb before": (
        next_object,
        "men/NOUN/-1/root joining/VERB/0/acl the/DET/3/det raid/NOUN/1/obj that/PRON/5/nsubj closed/VERB/3/acl:relcl "
        "the/DET/7/det port/NOUN/1/obj",
        "raid/1 port/5",
    ),
    "an object behind a verb that has one stays where it is": (
        next_object,
        "They/PRON/1/nsubj told/VERB/-1/root who/PRON/3/nsubj called/VERB/1/ccomp it/PRON/3/obj lies/NOUN/1/obj",
        "lies/1",
    ),
    "what stands before words set in does what is said behind them": (
        mended,
        "The/DET/1/det dam/NOUN/4/nsubj ,/PUNCT/4/punct engineers/NOUN/4/nsubj say/VERB/-1/root ,/PUNCT/4/punct "
        "will/AUX/8/aux be/AUX/8/aux:pass closed/VERB/4/ccomp",
        "dam/8/nsubj:pass say/8/parataxis engineers/4 closed/-1",
    ),
    "a bare ing form before a clause without a subject is its subject": (
        mended,
        "Officials/NOUN/1/nsubj say/VERB/-1/root dredging/VERB/1/ccomp will/AUX/5/aux not/PART/5/advmod "
        "end/VERB/1/ccomp",
        "dredging/5/csubj",
    ),
    "a bare noun behind a joined verb is its object": (
        mended,
        "Police/NOUN/1/nsubj raided/VERB/-1/root flats/NOUN/1/obj and/CCONJ/4/cc arrested/VERB/1/conj a/DET/6/det "
        "teacher/NOUN/1/obj on/ADP/8/case Monday/PROPN/1/obl",
        "teacher/4 Monday/4",
    ),
    "behind due to what has an object is a verb": (
        mended,
        "They/PRON/4/nsubj are/AUX/4/cop due/ADJ/4/case to/ADP/2/fixed exchange/NOUN/-1/root prisoners/NOUN/4/obj",
        "exchange/VERB are/aux",
    ),
    "a name before the to of a headline does what follows": (
        mended,
        "Osland/PROPN/-1/root to/PART/2/mark send/VERB/0/parataxis troops/NOUN/2/obj after/ADP/5/case raid/NOUN/2/obl",
        "Osland/2/nsubj send/-1",
    ),
    "what somebody is seen doing is done by them": (
        mended,
        "Men/NOUN/2/nsubj:pass were/AUX/2/aux:pass seen/VERB/-1/root loading/NOUN/4/compound crates/NOUN/2/obj "
        "onto/ADP/6/case carts/NOUN/2/obl",
        "loading/VERB/2 crates/3 carts/3",
    ),
    "a clause before the comma of who tells it has its subject right before its verb": (
        mended,
        "bridges/NOUN/6/nsubj reopened/VERB/6/xcomp on/ADP/3/case Thursday/PROPN/6/obl ,/PUNCT/6/punct "
        "officials/NOUN/6/nsubj said/VERB/-1/root",
        "bridges/1/nsubj reopened/ccomp Thursday/1",
    ),
    "a noun right before a verb without a subject is its subject": (
        mended,
        "The/DET/1/det factory/NOUN/2/obj reopened/VERB/-1/root on/ADP/4/case Thursday/PROPN/2/obl",
        "factory/nsubj",
    ),
    "a verb that has a subject is no adjective of the noun behind it": (
        mended,
        "Belmar/PROPN/1/nsubj suspended/VERB/2/amod services/NOUN/5/nsubj after/SCONJ/5/mark slides/NOUN/5/nsubj "
        "blocked/VERB/-1/root it/PRON/5/obj",
        "suspended/-1 services/1/obj blocked/1",
    ),
    "the noun before a verb that is joined on is its subject": (
        mended,
        "Crews/NOUN/1/nsubj freed/VERB/-1/root it/PRON/1/obj ,/PUNCT/6/punct and/CCONJ/5/cc traffic/NOUN/2/conj "
        "resumed/VERB/1/conj",
        "traffic/6/nsubj and/6",
    ),
    "what fills a length belongs to the length": (
        mended,
        "Soldiers/NOUN/1/nsubj retook/VERB/-1/root Ombo/PROPN/1/obj after/ADP/7/mark four/NUM/5/nummod "
        "days/NOUN/7/obl:unmarked of/ADP/7/mark fighting/VERB/1/advcl",
        "after/5/case days/1/obl of/7/case fighting/5/nmod",
    ),
    "a name whose last word is read as a verb is an object like any other": (
        mended,
        "Tugs/NOUN/1/nsubj freed/VERB/-1/root the/DET/4/det Ever/PROPN/4/compound Bound/VERB/1/obl on/ADP/6/case "
        "Monday/PROPN/1/obl",
        "Bound/PROPN/obj Monday/obl",
    ),
    "a verb that an opening word opens is joined to nothing": (
        mended,
        "It/PRON/2/nsubj will/AUX/2/aux stay/VERB/-1/root until/SCONJ/6/mark ships/NOUN/6/nsubj:pass "
        "are/AUX/6/aux:pass freed/VERB/2/conj",
        "freed/advcl",
    ),
    "a participle behind the noun of an opening phrase is said of it": (
        mended,
        "Under/ADP/2/case a/DET/2/det deal/NOUN/7/obl reached/VERB/7/advcl Thursday/PROPN/3/obl:unmarked "
        ",/PUNCT/3/punct Osland/PROPN/7/nsubj left/VERB/-1/root",
        "reached/2/acl",
    ),
    "a noun behind went on is no predicate": (
        mended,
        "Crews/NOUN/1/nsubj went/VERB/-1/root on/ADP/3/case strike/NOUN/1/xcomp",
        "strike/obl",
    ),
    "a noun behind took is no predicate": (
        mended,
        "Bans/NOUN/1/nsubj took/VERB/-1/root effect/NOUN/1/xcomp",
        "effect/obj",
    ),
    "a noun behind and is joined to the noun that has the preposition": (
        mended,
        "Talks/NOUN/6/nsubj between/ADP/2/case Osland/PROPN/0/nmod and/CCONJ/5/cc the/DET/5/det league/NOUN/0/nmod "
        "began/VERB/-1/root",
        "league/2/conj",
    ),
    "a noun behind a preposition of place is no predicate of an active verb": (
        mended,
        "Strikes/NOUN/1/nsubj ended/VERB/-1/root in/ADP/3/case defeat/NOUN/1/xcomp",
        "defeat/obl",
    ),
    "what stands behind a comma and which is said of what stands before": (
        mended,
        "Crews/NOUN/1/nsubj struck/VERB/6/ccomp ,/PUNCT/6/punct which/PRON/1/obj owners/NOUN/6/nsubj had/AUX/6/aux "
        "feared/VERB/-1/root",
        "struck/-1 feared/1/acl:relcl which/6",
    ),
    "a clause belongs to the participle right before its that": (
        mended,
        "Judges/NOUN/1/nsubj freed/VERB/-1/root him/PRON/1/obj ,/PUNCT/4/punct ruling/VERB/1/advcl that/SCONJ/7/mark "
        "police/NOUN/7/nsubj erred/VERB/1/ccomp",
        "erred/4",
    ),
    "a noun right behind a verb that has its subject is the object and its of belongs to it": (
        mended,
        "Judges/NOUN/1/nsubj jailed/VERB/-1/root captains/NOUN/1/nsubj of/ADP/4/case tankers/NOUN/1/obj",
        "captains/obj tankers/2/nmod",
    ),
    "a name behind half a compound belongs to the preposition": (
        mended,
        "Heads/NOUN/7/nsubj of/ADP/4/case strike/NOUN/4/compound -/PUNCT/2/punct hit/NOUN/0/nmod "
        "Orsk/PROPN/6/compound Rail/PROPN/7/nsubj resigned/VERB/-1/root",
        "Rail/0/nmod of/6",
    ),
    "what stands before a semicolon belongs to no verb behind it": (
        mended,
        "Ports/NOUN/1/nsubj reopened/VERB/-1/root Monday/PROPN/5/obl:unmarked ;/PUNCT/5/punct trains/NOUN/5/nsubj "
        "followed/VERB/1/parataxis",
        "Monday/1",
    ),
    "a span of days can be a subject": (
        mended,
        "Five/NUM/1/nummod days/NOUN/4/obl:unmarked of/ADP/3/case talks/NOUN/1/nmod ended/VERB/-1/root on/ADP/6/case "
        "Friday/PROPN/4/obl",
        "days/nsubj",
    ),
    "a resignation is handed in": (
        mended,
        "She/PRON/1/nsubj handed/VERB/-1/root in/ADP/4/case her/PRON/4/nmod:poss resignation/NOUN/1/obl",
        "in/1/compound:prt resignation/obj",
    ),
    "the second end of between is joined to the first": (
        mended,
        "Ferries/NOUN/5/nsubj between/ADP/2/case Orsk/PROPN/0/nmod and/CCONJ/4/cc islands/NOUN/0/conj "
        "stopped/VERB/-1/root",
        "islands/2",
    ),
    "what and joins to a noun behind another preposition stays with the first": (
        mended,
        "Ferries/NOUN/5/nsubj from/ADP/2/case Orsk/PROPN/0/nmod and/CCONJ/4/cc trains/NOUN/0/conj stopped/VERB/-1/root",
        "trains/0",
    ),
    "what as stands before is no object": (
        mended,
        "It/PRON/1/nsubj dropped/VERB/-1/root as/ADP/3/case leaflets/NOUN/1/obj",
        "leaflets/obl",
    ),
    "an adjective right behind a verb says what became of its subject": (
        mended,
        "Guns/NOUN/1/nsubj fell/VERB/-1/root silent/ADJ/1/advmod",
        "silent/xcomp",
    ),
    "a second object behind a comma and its names the first again": (
        mended,
        "Osland/PROPN/1/nsubj sealed/VERB/-1/root the/DET/3/det crossing/NOUN/1/obj ,/PUNCT/6/punct "
        "its/PRON/6/nmod:poss gateway/NOUN/1/obj ,/PUNCT/9/punct on/ADP/9/case Monday/PROPN/1/obl",
        "gateway/3/appos",
    ),
    "a noun between two verbs behind after begins the second": (
        mended,
        "Guns/NOUN/1/nsubj fell/VERB/-1/root after/SCONJ/4/case a/DET/4/det truce/NOUN/1/nsubj held/VERB/1/advcl",
        "truce/5/nsubj after/5/mark",
    ),
    "what has the was of a passive is a verb": (
        mended,
        "Roe/PROPN/2/nsubj was/AUX/2/cop relieved/ADJ/-1/root of/ADP/5/case his/PRON/5/nmod:poss post/NOUN/2/obl",
        "was/aux:pass relieved/VERB Roe/nsubj:pass",
    ),
    "a noun with a preposition and nothing of a verb is no clause": (
        mended,
        "They/PRON/1/nsubj closed/VERB/-1/root the/DET/3/det book/NOUN/1/obj on/ADP/6/case the/DET/6/det "
        "fire/NOUN/3/acl",
        "fire/nmod",
    ),
    "a bare ing form before a verb without a subject is its subject": (
        mended,
        "Issuing/VERB/6/advcl visas/NOUN/0/obj to/ADP/4/case all/DET/4/det tourists/NOUN/6/obl was/AUX/6/aux:pass "
        "stopped/VERB/-1/root",
        "Issuing/csubj:pass tourists/0",
    ),
    "a bare verb behind and goes with the one that has to": (
        mended,
        "They/PRON/1/nsubj agreed/VERB/-1/root to/PART/3/mark stop/VERB/1/xcomp fighting/VERB/3/xcomp and/CCONJ/6/cc "
        "leave/VERB/4/conj",
        "leave/3",
    ),
    "a name right behind the and a noun is called so": (
        mended,
        "Men/NOUN/1/nsubj boarded/VERB/-1/root the/DET/3/det tanker/NOUN/1/obj Karo/PROPN/5/compound "
        "Star/PROPN/8/flat in/ADP/8/case the/DET/8/det strait/NOUN/1/obl",
        "Star/1/obj tanker/5/nmod:desc the/5",
    ),
    "before a verb that has its subject too": (
        mended,
        "Owners/NOUN/5/nsubj of/ADP/3/case the/DET/3/det brewery/NOUN/0/nmod Altmark/PROPN/5/nsubj voted/VERB/-1/root",
        "Altmark/0/nmod Owners/5/nsubj",
    ),
    "but not before the verb that is the name's own": (
        mended,
        "The/DET/1/det pact/NOUN/5/nsubj:pass Osland/PROPN/3/nsubj signed/VERB/1/acl was/AUX/5/aux:pass "
        "annulled/VERB/-1/root",
        "Osland/3/nsubj pact/5",
    ),
    "what to opens right behind the 94th country says what it does": (
        mended,
        "Osland/PROPN/1/nsubj became/VERB/-1/root the/DET/4/det 94th/ADJ/4/nummod country/NOUN/1/xcomp to/PART/6/mark "
        "recognise/VERB/1/advcl it/PRON/6/obj",
        "recognise/4/acl",
    ),
}


@pytest.mark.parametrize(("mend", "rows", "then"), PUT_RIGHT.values(), ids=PUT_RIGHT)
def test_what_the_reader_made_is_put_right(mend, rows, then):
    w = sentence(rows)
    mend(w)
    assert as_asked(w, then) == then


def test_a_sum_behind_a_name_is_no_part_of_the_name():
    names = [name.text for name in read("The regulator has fined Skarholm Terminals 45 million crowns.").names]
    assert names == ["Skarholm Terminals"]
