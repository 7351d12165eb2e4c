"""Attachments that the order of the words rules out are mended."""

from __future__ import annotations

from dateline.sentence.parse import read
from dateline.sentence.reader.near import next_object, within_subject
from dateline.sentence.reader.repair import mended
from sentence.arcs import sentence


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


def test_the_subject_before_the_comma_does_what_is_said():
    w = sentence(
        "Osland/PROPN/6/nsubj will/AUX/2/aux leave/VERB/6/ccomp ,/PUNCT/2/punct its/PRON/5/nmod:poss "
        "minister/NOUN/6/nsubj said/VERB/-1/root"
    )
    mended(w)
    assert (w.heads[0], w.relations[0], w.heads[5]) == (2, "nsubj", 6)


def test_a_verb_joined_on_after_the_saying_goes_on_with_what_is_said():
    w = sentence(
        "Fire/NOUN/1/nsubj killed/VERB/5/ccomp nine/NUM/1/obj ,/PUNCT/5/punct doctors/NOUN/5/nsubj said/VERB/-1/root "
        ",/PUNCT/8/punct and/CCONJ/8/cc hurt/VERB/5/conj six/NUM/8/obj"
    )
    mended(w)
    assert w.heads[8] == 1


def test_a_noun_before_an_inserted_saying_does_what_is_said_after_it():
    w = sentence(
        "The/DET/1/det crews/NOUN/4/ccomp ,/PUNCT/4/punct he/PRON/4/nsubj said/VERB/-1/root ,/PUNCT/6/punct "
        "left/VERB/4/ccomp"
    )
    mended(w)
    assert (w.heads[1], w.relations[1]) == (6, "nsubj")


def test_who_is_told_is_not_who_does_it():
    w = sentence(
        "He/PRON/1/nsubj told/VERB/-1/root his/PRON/3/nmod:poss staff/NOUN/6/nsubj Narvia/PROPN/3/appos "
        "would/AUX/6/aux pay/VERB/1/ccomp"
    )
    mended(w)
    assert (w.heads[3], w.relations[3], w.heads[4], w.relations[4]) == (1, "iobj", 6, "nsubj")
    w = sentence(
        "Nurses/NOUN/1/nsubj told/VERB/-1/root the/DET/3/det Guild/PROPN/6/nsubj that/SCONJ/6/mark guards/NOUN/6/nsubj "
        "slept/VERB/1/ccomp"
    )
    mended(w)
    assert (w.heads[3], w.relations[3]) == (1, "iobj")


def test_a_clause_belongs_to_the_verb_before_its_that():
    w = sentence(
        "It/PRON/1/nsubj said/VERB/-1/root unions/NOUN/3/nsubj claimed/VERB/1/ccomp that/SCONJ/6/mark "
        "guards/NOUN/6/nsubj slept/VERB/1/ccomp"
    )
    mended(w)
    assert w.heads[6] == 3


def test_what_is_a_subject_is_a_noun():
    w = sentence("There/PRON/1/expl were/VERB/-1/root clashes/VERB/1/nsubj in/ADP/4/case Verrin/PROPN/1/obl")
    mended(w)
    assert w.tags[2] == "NOUN"


def test_the_object_before_a_verb_without_a_subject_is_its_subject():
    w = sentence("Floods/NOUN/1/obj killed/VERB/-1/root two/NUM/3/nummod workers/NOUN/1/obj")
    mended(w)
    assert (w.relations[0], w.relations[3]) == ("nsubj", "obj")


def test_a_phrase_begins_with_its_preposition():
    w = sentence(
        "It/PRON/1/nsubj shut/VERB/-1/root on/ADP/6/case Monday/PROPN/6/nmod after/ADP/6/case a/DET/6/det "
        "flood/NOUN/1/obl"
    )
    mended(w)
    assert (w.heads[3], w.relations[3], w.heads[2]) == (1, "obl", 3)


def test_the_owner_of_a_noun_is_no_phrase_of_its_own():
    w = sentence(
        "It/PRON/1/nsubj shut/VERB/-1/root in/ADP/5/case Osland/PROPN/5/nmod:poss 's/PART/3/case east/NOUN/1/obl"
    )
    mended(w)
    assert w.heads[3] == 5


def test_a_bare_noun_behind_an_opening_word_is_the_subject():
    w = sentence(
        "Trains/NOUN/1/nsubj stopped/VERB/-1/root after/SCONJ/4/mark mud/NOUN/4/obl blocked/VERB/0/acl lines/NOUN/4/obj"
    )
    mended(w)
    assert (w.relations[3], w.heads[4], w.relations[4]) == ("nsubj", 1, "advcl")


def test_what_stands_inside_commas_belongs_to_the_participle():
    w = sentence(
        "Mills/NOUN/6/nsubj ,/PUNCT/2/punct shut/VERB/0/acl since/ADP/4/case May/PROPN/6/obl ,/PUNCT/4/punct "
        "reopened/VERB/-1/root on/ADP/8/case Monday/PROPN/6/obl"
    )
    mended(w)
    assert (w.heads[4], w.heads[8]) == (2, 6)


def test_whose_owns_the_noun_behind():
    w = sentence(
        "editor/NOUN/-1/root ,/PUNCT/5/punct whose/PRON/5/nsubj office/NOUN/4/compound police/NOUN/5/nsubj "
        "raided/VERB/0/acl:relcl"
    )
    mended(w)
    assert (w.heads[2], w.heads[3], w.relations[3]) == (3, 5, "obj")


def test_a_noun_before_its_verb_is_not_joined_to_it():
    w = sentence(
        "Norland/PROPN/1/nmod:poss ministry/NOUN/2/conj announced/VERB/-1/root Monday/PROPN/2/obl:unmarked "
        "it/PRON/5/nsubj left/VERB/2/ccomp"
    )
    mended(w)
    assert w.relations[1] == "nsubj"


def test_a_day_between_a_participle_of_the_subject_and_the_verb_is_the_participles():
    w = sentence(
        "The/DET/1/det yard/NOUN/6/nsubj crippled/VERB/1/acl by/ADP/4/case fire/NOUN/2/obl:agent "
        "in_March/PROPN/6/obl reopened/VERB/-1/root on/ADP/8/case Friday/PROPN/6/obl"
    )
    within_subject(w)
    assert (w.heads[5], w.heads[8]) == (2, 6)


def test_a_day_behind_a_comma_stays_with_the_main_verb():
    w = sentence(
        "Rebels/NOUN/6/nsubj armed/VERB/0/acl by/ADP/3/case Osland/PROPN/1/obl:agent ,/PUNCT/6/punct "
        "on_Monday/PROPN/6/obl attacked/VERB/-1/root"
    )
    within_subject(w)
    assert w.heads[5] == 6


def test_what_stands_right_behind_a_verb_is_its_object_and_not_that_of_a_verb_before():
    w = sentence(
        "men/NOUN/-1/root joining/VERB/0/acl the/DET/3/det raid/NOUN/1/obj that/PRON/5/nsubj closed/VERB/3/acl:relcl "
        "the/DET/7/det port/NOUN/1/obj"
    )
    next_object(w)
    assert (w.heads[3], w.heads[7]) == (1, 5)


def test_an_object_behind_a_verb_that_has_one_stays_where_it_is():
    w = sentence(
        "They/PRON/1/nsubj told/VERB/-1/root who/PRON/3/nsubj called/VERB/1/ccomp it/PRON/3/obj lies/NOUN/1/obj"
    )
    next_object(w)
    assert w.heads[5] == 1


def test_a_sum_behind_a_name_is_no_part_of_the_name():
    names = [name.text for name in read("The regulator has fined Skarholm Terminals 45 million crowns.").names]
    assert names == ["Skarholm Terminals"]


def test_what_stands_before_words_set_in_does_what_is_said_behind_them():
    w = sentence(
        "The/DET/1/det dam/NOUN/4/nsubj ,/PUNCT/4/punct engineers/NOUN/4/nsubj say/VERB/-1/root ,/PUNCT/4/punct "
        "will/AUX/8/aux be/AUX/8/aux:pass closed/VERB/4/ccomp"
    )
    mended(w)
    assert (w.heads[1], w.relations[1]) == (8, "nsubj:pass")
    assert (w.heads[4], w.relations[4]) == (8, "parataxis")
    assert (w.heads[3], w.heads[8]) == (4, -1)


def test_a_bare_ing_form_before_a_clause_without_a_subject_is_its_subject():
    w = sentence(
        "Officials/NOUN/1/nsubj say/VERB/-1/root dredging/VERB/1/ccomp will/AUX/5/aux not/PART/5/advmod "
        "end/VERB/1/ccomp"
    )
    mended(w)
    assert (w.heads[2], w.relations[2]) == (5, "csubj")


def test_a_bare_noun_behind_a_joined_verb_is_its_object():
    w = sentence(
        "Police/NOUN/1/nsubj raided/VERB/-1/root flats/NOUN/1/obj and/CCONJ/4/cc arrested/VERB/1/conj a/DET/6/det "
        "teacher/NOUN/1/obj on/ADP/8/case Monday/PROPN/1/obl"
    )
    mended(w)
    assert (w.heads[6], w.heads[8]) == (4, 4)


def test_behind_due_to_what_has_an_object_is_a_verb():
    w = sentence(
        "They/PRON/4/nsubj are/AUX/4/cop due/ADJ/4/case to/ADP/2/fixed exchange/NOUN/-1/root prisoners/NOUN/4/obj"
    )
    mended(w)
    assert (w.tags[4], w.relations[1]) == ("VERB", "aux")


def test_a_name_before_the_to_of_a_headline_does_what_follows():
    w = sentence(
        "Osland/PROPN/-1/root to/PART/2/mark send/VERB/0/parataxis troops/NOUN/2/obj after/ADP/5/case raid/NOUN/2/obl"
    )
    mended(w)
    assert (w.heads[0], w.relations[0], w.heads[2]) == (2, "nsubj", -1)


def test_what_somebody_is_seen_doing_is_done_by_them():
    w = sentence(
        "Men/NOUN/2/nsubj:pass were/AUX/2/aux:pass seen/VERB/-1/root loading/NOUN/4/compound crates/NOUN/2/obj "
        "onto/ADP/6/case carts/NOUN/2/obl"
    )
    mended(w)
    assert (w.tags[3], w.heads[3], w.heads[4], w.heads[6]) == ("VERB", 2, 3, 3)


def test_a_clause_before_the_comma_of_who_tells_it_has_its_subject_right_before_its_verb():
    w = sentence(
        "bridges/NOUN/6/nsubj reopened/VERB/6/xcomp on/ADP/3/case Thursday/PROPN/6/obl ,/PUNCT/6/punct "
        "officials/NOUN/6/nsubj said/VERB/-1/root"
    )
    mended(w)
    assert (w.heads[0], w.relations[0], w.relations[1], w.heads[3]) == (1, "nsubj", "ccomp", 1)


def test_a_noun_right_before_a_verb_without_a_subject_is_its_subject():
    w = sentence("The/DET/1/det factory/NOUN/2/obj reopened/VERB/-1/root on/ADP/4/case Thursday/PROPN/2/obl")
    mended(w)
    assert w.relations[1] == "nsubj"


def test_a_verb_that_has_a_subject_is_no_adjective_of_the_noun_behind_it():
    w = sentence(
        "Belmar/PROPN/1/nsubj suspended/VERB/2/amod services/NOUN/5/nsubj after/SCONJ/5/mark slides/NOUN/5/nsubj "
        "blocked/VERB/-1/root it/PRON/5/obj"
    )
    mended(w)
    assert (w.heads[1], w.heads[2], w.relations[2], w.heads[5]) == (-1, 1, "obj", 1)


def test_the_noun_before_a_verb_that_is_joined_on_is_its_subject():
    w = sentence(
        "Crews/NOUN/1/nsubj freed/VERB/-1/root it/PRON/1/obj ,/PUNCT/6/punct and/CCONJ/5/cc traffic/NOUN/2/conj "
        "resumed/VERB/1/conj"
    )
    mended(w)
    assert (w.heads[5], w.relations[5], w.heads[4]) == (6, "nsubj", 6)


def test_what_fills_a_length_belongs_to_the_length():
    w = sentence(
        "Soldiers/NOUN/1/nsubj retook/VERB/-1/root Ombo/PROPN/1/obj after/ADP/7/mark four/NUM/5/nummod "
        "days/NOUN/7/obl:unmarked of/ADP/7/mark fighting/VERB/1/advcl"
    )
    mended(w)
    assert [(w.heads[i], w.relations[i]) for i in (3, 5, 6, 7)] == [(5, "case"), (1, "obl"), (7, "case"), (5, "nmod")]


def test_a_name_whose_last_word_is_read_as_a_verb_is_an_object_like_any_other():
    w = sentence(
        "Tugs/NOUN/1/nsubj freed/VERB/-1/root the/DET/4/det Ever/PROPN/4/compound Bound/VERB/1/obl "
        "on/ADP/6/case Monday/PROPN/1/obl"
    )
    mended(w)
    assert (w.relations[4], w.tags[4], w.relations[6]) == ("obj", "PROPN", "obl")


def test_a_verb_that_an_opening_word_opens_is_joined_to_nothing():
    w = sentence(
        "It/PRON/2/nsubj will/AUX/2/aux stay/VERB/-1/root until/SCONJ/6/mark ships/NOUN/6/nsubj:pass "
        "are/AUX/6/aux:pass freed/VERB/2/conj"
    )
    mended(w)
    assert w.relations[6] == "advcl"


def test_a_participle_behind_the_noun_of_an_opening_phrase_is_said_of_it():
    w = sentence(
        "Under/ADP/2/case a/DET/2/det deal/NOUN/7/obl reached/VERB/7/advcl Thursday/PROPN/3/obl:unmarked "
        ",/PUNCT/3/punct Osland/PROPN/7/nsubj left/VERB/-1/root"
    )
    mended(w)
    assert (w.heads[3], w.relations[3]) == (2, "acl")


def test_a_noun_behind_went_or_took_is_no_predicate():
    w = sentence("Crews/NOUN/1/nsubj went/VERB/-1/root on/ADP/3/case strike/NOUN/1/xcomp")
    mended(w)
    assert w.relations[3] == "obl"
    w = sentence("Bans/NOUN/1/nsubj took/VERB/-1/root effect/NOUN/1/xcomp")
    mended(w)
    assert w.relations[2] == "obj"


def test_a_noun_behind_and_is_joined_to_the_noun_that_has_the_preposition():
    w = sentence(
        "Talks/NOUN/6/nsubj between/ADP/2/case Osland/PROPN/0/nmod and/CCONJ/5/cc the/DET/5/det league/NOUN/0/nmod "
        "began/VERB/-1/root"
    )
    mended(w)
    assert (w.heads[5], w.relations[5]) == (2, "conj")


def test_a_noun_behind_a_preposition_of_place_is_no_predicate_of_an_active_verb():
    w = sentence("Strikes/NOUN/1/nsubj ended/VERB/-1/root in/ADP/3/case defeat/NOUN/1/xcomp")
    mended(w)
    assert w.relations[3] == "obl"


def test_what_stands_behind_a_comma_and_which_is_said_of_what_stands_before():
    w = sentence(
        "Crews/NOUN/1/nsubj struck/VERB/6/ccomp ,/PUNCT/6/punct which/PRON/1/obj owners/NOUN/6/nsubj had/AUX/6/aux "
        "feared/VERB/-1/root"
    )
    mended(w)
    assert (w.heads[1], w.heads[6], w.relations[6], w.heads[3]) == (-1, 1, "acl:relcl", 6)


def test_a_clause_belongs_to_the_participle_right_before_its_that():
    w = sentence(
        "Judges/NOUN/1/nsubj freed/VERB/-1/root him/PRON/1/obj ,/PUNCT/4/punct ruling/VERB/1/advcl that/SCONJ/7/mark "
        "police/NOUN/7/nsubj erred/VERB/1/ccomp"
    )
    mended(w)
    assert w.heads[7] == 4


def test_a_noun_right_behind_a_verb_that_has_its_subject_is_the_object_and_its_of_belongs_to_it():
    w = sentence("Judges/NOUN/1/nsubj jailed/VERB/-1/root captains/NOUN/1/nsubj of/ADP/4/case tankers/NOUN/1/obj")
    mended(w)
    assert (w.relations[2], w.heads[4], w.relations[4]) == ("obj", 2, "nmod")


def test_a_name_behind_half_a_compound_belongs_to_the_preposition():
    w = sentence(
        "Heads/NOUN/7/nsubj of/ADP/4/case strike/NOUN/4/compound -/PUNCT/2/punct hit/NOUN/0/nmod Orsk/PROPN/6/compound "
        "Rail/PROPN/7/nsubj resigned/VERB/-1/root"
    )
    mended(w)
    assert (w.heads[6], w.relations[6], w.heads[1]) == (0, "nmod", 6)


def test_what_stands_before_a_semicolon_belongs_to_no_verb_behind_it():
    w = sentence(
        "Ports/NOUN/1/nsubj reopened/VERB/-1/root Monday/PROPN/5/obl:unmarked ;/PUNCT/5/punct trains/NOUN/5/nsubj "
        "followed/VERB/1/parataxis"
    )
    mended(w)
    assert w.heads[2] == 1


def test_a_span_of_days_can_be_a_subject():
    w = sentence(
        "Five/NUM/1/nummod days/NOUN/4/obl:unmarked of/ADP/3/case talks/NOUN/1/nmod ended/VERB/-1/root on/ADP/6/case "
        "Friday/PROPN/4/obl"
    )
    mended(w)
    assert w.relations[1] == "nsubj"


def test_a_resignation_is_handed_in():
    w = sentence("She/PRON/1/nsubj handed/VERB/-1/root in/ADP/4/case her/PRON/4/nmod:poss resignation/NOUN/1/obl")
    mended(w)
    assert (w.relations[2], w.heads[2], w.relations[4]) == ("compound:prt", 1, "obj")


def test_the_second_end_of_between_is_joined_to_the_first():
    w = sentence(
        "Ferries/NOUN/5/nsubj between/ADP/2/case Orsk/PROPN/0/nmod and/CCONJ/4/cc islands/NOUN/0/conj "
        "stopped/VERB/-1/root"
    )
    mended(w)
    assert w.heads[4] == 2


def test_what_and_joins_to_a_noun_behind_another_preposition_stays_with_the_first():
    w = sentence(
        "Ferries/NOUN/5/nsubj from/ADP/2/case Orsk/PROPN/0/nmod and/CCONJ/4/cc trains/NOUN/0/conj stopped/VERB/-1/root"
    )
    mended(w)
    assert w.heads[4] == 0
