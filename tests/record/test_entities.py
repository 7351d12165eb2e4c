"""Who is who: spellings, surnames, acronyms, metonyms, peoples."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.record.entities import entities
from record.piles import Pile, reads


def named(piles, *words):
    """Per piece of writing, the names of the entities that hold it."""
    found, _ = entities(reads(*piles))
    return [{e.name for e in found.values() if any(a.text == w for a in e.mentions)} for w in words]


def people(name, text, *mentions, kind="person"):
    pile = Pile(name, text)
    for words in mentions:
        pile.mention(words, kind)
    return pile


def test_a_president_spelled_three_ways_is_one_man():
    piles = [
        people("a", "Mohamed Bazoum was held. Bazoum is well, a friend said.", "Mohamed Bazoum", "Bazoum"),
        people("b", "Mohammed Bazoum wrote a column.", "Mohammed Bazoum"),
        people("c", "President Mohamen Bazoum stays inside.", "President Mohamen Bazoum"),
        people("d", "Bazoum has not resigned.", "Bazoum"),
    ]
    found, of = entities(reads(*piles))
    assert len(found) == 1
    (bazoum,) = found.values()
    assert bazoum.kind == "person"
    assert bazoum.name in {"Mohamed Bazoum", "Mohammed Bazoum"}
    assert len(bazoum.mentions) == 5
    assert set(of.values()) == {bazoum.id}


def test_a_given_name_that_sounds_like_a_surname_joins_nobody():
    piles = [
        people("a", "Amadou Abdramane read the statement. Abdramane did not smile.", "Amadou Abdramane", "Abdramane"),
        people("b", "Abdourahamane Tiani led the guard.", "Abdourahamane Tiani"),
        people("c", "Gen. Abdourahamane Tchiani spoke on television.", "Gen. Abdourahamane Tchiani"),
        people("d", "Abdramane spoke again.", "Abdramane"),
    ]
    found, _ = entities(reads(*piles))
    assert sorted(len(e.mentions) for e in found.values()) == [2, 3]
    assert {frozenset(n for n, _ in e.aliases) for e in found.values()} == {
        frozenset({"Amadou Abdramane", "Abdramane"}),
        frozenset({"Abdourahamane Tiani", "Abdourahamane Tchiani"}),
    }


def test_two_people_of_one_surname_stay_two_and_a_bare_surname_is_neither():
    piles = [
        people("a", "Ruth Miller sued.", "Ruth Miller"),
        people("b", "Owen Miller settled.", "Owen Miller"),
        people("c", "Miller declined to comment.", "Miller"),
        people("d", "Ruth Milner watched.", "Ruth Milner"),
    ]
    found, _ = entities(reads(*piles))
    assert sorted(e.name for e in found.values()) == ["Miller", "Owen Miller", "Ruth Miller", "Ruth Milner"]


def test_a_surname_means_the_person_just_named_in_the_same_report():
    pile = people("a", "Ruth Miller spoke. Owen Miller listened. Miller laughed.", "Ruth Miller", "Owen Miller")
    pile.mention("Miller", "person", after="listened. ")
    found, of = entities(reads(pile))
    assert of[("a", 41, 47)] == of[("a", 19, 30)]
    assert len(found) == 2


def test_an_acronym_is_its_long_name():
    text = "The Harbour Safety Board (HSB) opened a file."
    pile = people("a", text, "Harbour Safety Board", "HSB", kind="organisation")
    other = people("b", "The HSB closed its file.", "HSB", kind="organisation")
    found, _ = entities(reads(pile, other))
    assert [e.name for e in found.values()] == ["Harbour Safety Board"]


def test_the_building_the_department_and_its_letters_are_one_body():
    piles = [
        people("a", "The Pentagon said so.", "Pentagon", kind="organisation"),
        people("b", "The Department of Defense (DOD) agreed.", "Department of Defense", "DOD", kind="organisation"),
        people("c", "ECOWAS met, and CEDEAO is its French name.", "ECOWAS", "CEDEAO", kind="organisation"),
    ]
    found, _ = entities(reads(*piles))
    assert sorted(e.name for e in found.values()) == [
        "Department of Defense",
        "Economic Community of West African States",
    ]


def test_a_short_name_of_a_paper_counts_only_after_the_full_one():
    text = "The Washington Post reported it. The Post named nobody."
    told = people("a", text, "The Washington Post", kind="publisher")
    told.mention("Post", "publisher", after="reported it. The ")
    untold = people("b", "The Post said nothing.", "Post", kind="publisher")
    _, of = entities(reads(told, untold))
    assert of[("a", 37, 41)] == of[("a", 0, 19)]
    assert of[("b", 4, 8)] != of[("a", 0, 19)]


def test_a_country_and_its_people_are_one_place():
    piles = [
        people("a", "The U.S. waits.", "U.S.", kind="place"),
        people("b", "America waits.", "America", kind="place"),
        people("c", "Americans wait.", "Americans", kind="group"),
        people("d", "Niger waits. Nigeria waits.", "Niger", "Nigeria", kind="place"),
    ]
    assert named(piles, "U.S.", "America", "Americans") == [{"United States"}] * 3
    assert named(piles, "Niger", "Nigeria") == [{"Niger"}, {"Nigeria"}]


def test_a_capital_that_acts_is_its_government_and_one_where_things_happen_is_a_town():
    acts = Pile("a", "Washington cut its aid.")
    acts.claim("cut", "cut", people=[("actor", acts.mention("Washington", "place"))])
    there = Pile("b", "Crowds met in Washington.")
    there.claim("met", "meet", people=[("place", there.mention("Washington", "place"))])
    found, of = entities(reads(acts, there))
    assert found[of[("a", 0, 10)]].name == "United States"
    assert found[of[("b", 14, 24)]].name == "Washington"


def test_officials_without_a_name_are_nobody_and_he_is_who_was_named():
    pile = Pile("a", "Ada Roe spoke. She left. U.S. officials stayed.")
    pile.mention("Ada Roe", "person")
    pile.mention("She", "person", refers="Ada Roe", named=False)
    pile.mention("U.S. officials", "group", named=True)
    _, of = entities(reads(pile))
    assert of[("a", 15, 18)] == of[("a", 0, 7)]
    assert ("a", 25, 39) not in of


def test_the_junta_is_the_only_one_the_pile_names():
    pile = Pile("a", "The CNSP closed the border. The junta gave no reason.")
    pile.mention("CNSP", "organisation")
    pile.mention("The junta", "group", named=False)
    _, of = entities(reads(pile))
    assert of[("a", 28, 37)] == of[("a", 4, 8)]


def test_offices_are_kept_with_their_words():
    pile = Pile("a", "Ada Roe, the port's spokeswoman, said so.")
    pile.mention("Ada Roe", "person", title="spokeswoman")
    (ada,) = entities(reads(pile))[0].values()
    assert [(o.title, o.evidence[0].text) for o in ada.offices] == [("spokeswoman", "Ada Roe")]


PILE = [
    people("a", "Mohamed Bazoum met Ada Roe in Niamey.", "Mohamed Bazoum", "Ada Roe"),
    people("b", "Mohammed Bazoum rested.", "Mohammed Bazoum"),
    people("c", "Roe left. Bazoum stayed.", "Roe", "Bazoum"),
    people("d", "Otto Roe arrived.", "Otto Roe"),
]


@given(st.permutations(PILE))
def test_the_order_of_the_reports_does_not_matter(pile):
    assert entities(reads(*pile)) == entities(reads(*PILE))


@given(st.text(max_size=60), st.sampled_from(["person", "organisation", "place", "misc", "group", None]))
def test_no_words_raise(words, kind):
    pile = Pile("a", words + " stood there.")
    if words:
        pile.mention(words, kind, named=True) if words.split() else None
    found, of = entities(reads(pile))
    assert set(of.values()) <= set(found)


def test_a_long_chain_of_pronouns_ends_with_its_name_and_one_without_a_name_with_nobody():
    pile = Pile("a", "Ada Roe spoke. " + "She left. " * 2000)
    pile.mention("Ada Roe", "person")
    last = (0, 7)
    for n in range(2000):
        made = pile.mention("She", "person", named=False)
        pile.mentions[-1] = replace(made, refers=last if n != 1000 else None)
        last = (made.anchor.start, made.anchor.end)
    found, of = entities(reads(pile))
    assert len(of) == 1001
    assert len(found) == 1


def test_a_ship_that_bears_a_towns_name_is_no_town():
    pile = Pile("a", "The Dali left port. Tugs towed the Dali back.")
    pile.mention("Dali", "place")
    pile.mention("Dali", "place")
    (ship,) = entities(reads(pile))[0].values()
    assert (ship.name, ship.kind) == ("Dali", "misc")


def test_a_base_is_told_from_another_by_its_number():
    pile = Pile("a", "Troops left Air Base 101 and then Air Base 201.")
    pile.mention("Air Base", "facility")
    pile.mention("Air Base", "facility")
    assert [e.name for e in entities(reads(pile))[0].values()] in (
        ["Air Base 101", "Air Base 201"],
        ["Air Base 201", "Air Base 101"],
    )


def test_a_team_goes_by_the_end_of_its_name_but_a_council_does_not():
    piles = [
        people("a", "The Harbour City Herons won.", "Harbour City Herons", kind="organisation"),
        people("b", "They cheered the Herons.", "Herons", kind="organisation"),
        people("c", "It told the Port Council so.", "Port Council", kind="organisation"),
        people("d", "It was up to the Council.", "Council", kind="organisation"),
    ]
    found, _ = entities(reads(*piles))
    assert sorted(e.name for e in found.values()) == ["Council", "Harbour City Herons", "Port Council"]


def test_a_word_that_only_opens_a_sentence_is_no_name():
    pile = people("a", "Convoys left at dawn.", "Convoys", kind="organisation")
    assert entities(reads(pile)) == ({}, {})


def test_a_bare_surname_is_the_leader_and_not_his_son():
    piles = [people(f"r{n}", "Omar Sule spoke.", "Omar Sule") for n in range(6)]
    last = people("z", "Omar Sule spoke. His son Idris Sule bowed. Sule left.", "Omar Sule", "Idris Sule")
    last.mention("Sule", "person", after="bowed. ")
    _, of = entities(reads(*piles, last))
    assert of[("z", 43, 47)] == of[("z", 0, 9)]


def bodies(name, text, *mentions):
    return people(name, text, *mentions, kind="organisation")


def test_a_firm_is_called_by_its_first_word_after_its_full_name():
    first = bodies("a", "The Veltrane Mining bid is off. Later Veltrane said no more.", "Veltrane Mining")
    first.mention("Veltrane", "organisation", after="Later ")
    second = bodies("b", "On Friday Veltrane raised its bid.", "Veltrane")
    found, _ = entities(reads(first, second))
    assert [(e.name, len(e.mentions)) for e in found.values()] == [("Veltrane Mining", 3)]


def test_a_body_called_after_a_firm_is_not_the_firm():
    piles = [bodies("a", "The Arlo Labor Union met. Arlo makes cars.", "Arlo Labor Union", "Arlo")]
    assert named(piles, "Arlo", "Arlo Labor Union") == [{"Arlo"}, {"Arlo Labor Union"}]


def test_the_first_letters_of_a_body_stand_for_it():
    piles = [
        bodies("a", "The Federal Deposit Fund Corp paid.", "Federal Deposit Fund Corp"),
        bodies("b", "The FDFC paid.", "FDFC"),
        bodies("c", "Orsk Motors closed a plant. OM would not say why.", "Orsk Motors", "OM"),
    ]
    assert named(piles, "FDFC", "OM") == [{"Federal Deposit Fund Corp"}, {"Orsk Motors"}]
