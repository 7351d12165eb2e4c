"""Which tellings are one event, and which only look like it."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from dateline.record.entities import entities
from dateline.record.events import events
from dateline.terms import When
from record.piles import Pile, day, placed, reads


def linked(*piles, together=(), apart=()):
    found, of = entities(reads(*piles))
    return events(placed(piles, of), found, together, apart)


def sizes(*piles, **decided):
    return sorted(len(e.claims) for e in linked(*piles, **decided))


def coup(name, text, trigger, lemma, when, **more):
    pile = Pile(name, text, more.pop("published", None))
    people = [("object", pile.mention("the president", "office", named=False))] if "the president" in text else []
    pile.claim(trigger, lemma, when, people, **more)
    return pile


def test_a_seizure_of_power_told_in_four_ways_is_one_event():
    piles = [
        coup(
            "a", "Officers seized power on July 26.", "seized", "seize power", day("2023-07-26"), terms="officer power"
        ),
        coup("b", "Soldiers ousted the president in July.", "ousted", "oust", When.month(2023, 7), terms="soldier"),
        coup("c", "The guard toppled the president.", "toppled", "topple", None, published="2023-08-02"),
        coup("d", "The coup happened in July.", "happened", "happen", When.month(2023, 7), terms="coup"),
    ]
    (event,) = linked(*piles)
    assert len(event.claims) == 4
    assert len(event.why) == 3
    assert all(reason for _, _, reason in event.why)


def attack(name, where, when, published=None, **more):
    pile = Pile(name, f"Gunmen attacked the market in {where}.", published)
    people = [("place", pile.mention(where, "place")), ("object", pile.mention("the market", "facility", named=False))]
    pile.claim("attacked", "attack", when, people, terms="gunman market", **more)
    return pile


def test_a_month_joins_the_day_it_holds():
    (event,) = linked(attack("a", "Gao", day("2024-05-07")), attack("b", "Gao", When.month(2024, 5)))
    assert len(event.claims) == 2


def test_two_days_are_two_events_however_alike_the_words():
    assert sizes(attack("a", "Gao", day("2024-05-07")), attack("b", "Gao", day("2024-05-08"))) == [1, 1]


def test_a_vague_date_does_not_bridge_two_days():
    piles = [
        attack("a", "Gao", day("2024-05-07")),
        attack("b", "Gao", day("2024-05-20")),
        attack("c", "Gao", When.month(2024, 5)),
    ]
    assert sizes(*piles) == [1, 2]


def test_two_towns_are_two_events():
    assert sizes(attack("a", "Lagos", day("2024-05-07")), attack("b", "Kano", day("2024-05-07"))) == [1, 1]


def test_a_plan_and_what_came_of_it_are_two_events_and_so_is_a_denial():
    told = day("2024-05-07")
    piles = [
        attack("a", "Gao", told),
        attack("b", "Gao", told, factuality="planned"),
        attack("c", "Gao", told, factuality="denied"),
        attack("d", "Gao", told),
    ]
    assert sizes(*piles) == [1, 1, 2]


def test_two_governments_that_end_an_accord_are_two_events():
    piles = []
    for name, land in (("a", "Niger"), ("b", "Mali"), ("c", "Niger")):
        pile = Pile(name, f"{land} ended the military accord.")
        pile.claim(
            "ended", "end", When.month(2024, 3), [("actor", pile.mention(land, "place"))], terms="accord military"
        )
        piles.append(pile)
    assert sizes(*piles) == [1, 2]


def test_a_person_outranks_the_rules():
    a, b = attack("a", "Gao", day("2024-05-07")), attack("b", "Gao", day("2024-05-07"))
    c = attack("c", "Kidal", day("2024-06-01"))
    ids = [p.claims[0].id for p in (a, b, c)]
    assert sizes(a, b, c) == [1, 2]
    assert sizes(a, b, c, apart=[frozenset(ids[:2])]) == [1, 1, 1]
    assert sizes(a, b, c, together=[frozenset(ids)]) == [3]


def test_the_id_stays_when_a_later_report_joins():
    early = attack("a", "Gao", day("2024-05-07"), published="2024-05-08")
    late = attack("b", "Gao", day("2024-05-07"), published="2024-05-09")
    assert linked(early)[0].id == linked(early, late)[0].id


TOWNS = ["Gao", "Gao", "Kano", "Gao", "Kano", "Kidal"]
PILE = [attack(str(n), t, When.month(2024, 5) if n % 3 else day("2024-05-07")) for n, t in enumerate(TOWNS)]


@given(st.permutations(PILE))
def test_the_order_of_the_reports_does_not_matter(pile):
    assert linked(*pile) == linked(*PILE)


def test_five_thousand_claims_are_linked_in_seconds():
    chance = random.Random(1)
    towns = ["Gao", "Kano", "Kidal", "Lagos", "Accra", "Dakar", "Abuja", "Bamako"]
    piles = []
    for n in range(5000):
        month = chance.randrange(1, 13)
        when = chance.choice([day(f"2024-{month:02d}-{chance.randrange(1, 28):02d}"), When.month(2024, month)])
        piles.append(attack(f"r{n}", chance.choice(towns), when))
    found, of = entities(reads(*piles))
    claims = placed(piles, of)
    began = time.process_time()
    made = events(claims, found)
    assert sum(len(e.claims) for e in made) == 5000
    assert time.process_time() - began < 60  # bounded work; the figure itself is measured by the benchmark runner


def accord(name, published, when=None, trigger="ended", lemma="end"):
    pile = Pile(name, f"Niger {trigger} the military accord.", published)
    people = [("actor", pile.mention("Niger", "place")), ("object", pile.mention("the military accord", named=False))]
    pile.claim(trigger, lemma, when, people, terms="accord military niger")
    return pile


def test_the_news_of_a_week_does_not_follow_a_later_report_that_misdates_it():
    early = When.between(day("2024-03-01").earliest, day("2024-03-10").latest, "early March", "report-date")
    piles = [
        accord("a", "2024-03-17", day("2024-03-16")),
        accord("b", "2024-03-17", None, "scrapped", "scrap"),
        accord("c", "2024-03-18", None, "cancelled", "cancel"),
        accord("z", "2024-05-20", early),
    ]
    assert sizes(*piles) == [1, 3]


def test_what_opens_a_report_is_not_the_news_of_last_month():
    piles = [
        attack("a", "Gao", day("2024-05-07"), published="2024-05-08"),
        attack("b", "Gao", None, published="2024-05-08"),
        attack("c", "Gao", None, published="2024-08-05"),
    ]
    (first, second) = sorted((e.claims for e in linked(*piles)), key=len)
    assert (len(first), len(second)) == (1, 2)


def test_what_one_signs_is_an_accord_so_the_word_tells_no_accord_from_another():
    piles = []
    for name, words in (("a", "fishing port harbour"), ("b", "uranium mine ore")):
        pile = Pile(name, "A preliminary accord was signed.", "2024-03-17")
        pile.claim("signed", "sign", None, [("object", pile.mention("A preliminary accord", named=False))], terms=words)
        piles.append(pile)
    assert sizes(*piles) == [1, 1]


def test_two_bodies_found_are_not_the_sixth():
    piles = []
    for name, words in (("a", "Two bodies"), ("b", "The sixth body")):
        pile = Pile(name, f"{words} came up from the river.", "2024-03-27")
        pile.claim("came up", "find", None, [("object", pile.mention(words, named=False))], terms="river body")
        piles.append(pile)
    assert sizes(*piles) == [1, 1]


def test_many_condemn_what_happened_and_each_does_so_for_himself():
    piles = []
    for name, who, kind in (("a", "Otto Roe", "person"), ("b", "Niger", "place"), ("c", "Niger", "place")):
        pile = Pile(name, f"{who} condemned the violence at the market.", "2024-05-08")
        what = ("object", pile.mention("the violence", named=False))
        people = [("actor", pile.mention(who, kind)), what]
        pile.claim("condemned", "condemn", day("2024-05-07"), people, terms="violence market")
        piles.append(pile)
    assert sizes(*piles) == [1, 2]


def test_what_a_body_did_is_not_what_a_country_did():
    piles = []
    for name, who, kind in (("a", "ECOWAS", "organisation"), ("b", "France", "place")):
        pile = Pile(name, f"{who} imposed sanctions on Niger.", "2024-05-08")
        people = [("actor", pile.mention(who, kind)), ("recipient", pile.mention("Niger", "place"))]
        pile.claim("imposed", "impose", None, people, terms="sanction niger")
        piles.append(pile)
    assert sizes(*piles) == [1, 1]


def test_some_have_left_and_weeks_later_all_have():
    first = Pile("a", "So far 70 of 90 soldiers have left Kesh.", "2024-03-05")
    second = Pile("b", "The soldiers have left Kesh.", "2024-04-05")
    for one, who in ((first, "70 of 90 soldiers"), (second, "The soldiers")):
        soldiers, kesh = one.mention(who), one.mention("Kesh", "place")
        one.claim("left", "leave", None, [("actor", soldiers), ("object", kesh)], terms="kesh leave soldier")
    assert len(linked(first, second)) == 2


def test_a_noun_alone_in_two_reports_of_one_story_is_one_going_on():
    piles = []
    for name, published in (("a", "2024-03-05"), ("b", "2024-03-06")):
        one = Pile(name, "Norland signed the treaty with Ada Wells. The withdrawal has begun.", published)
        wells = one.mention("Ada Wells", "person")
        people = [("actor", one.mention("Norland", "place")), ("recipient", wells)]
        one.claim("signed", "sign", day("2024-03-04"), people, terms="norland sign treaty wells")
        one.claim("withdrawal", "withdraw", None, [])
        piles.append(one)
    assert [len(e.claims) for e in linked(*piles)] == [2, 2]


def handed_out(name, text, published, terms):
    pile = Pile(name, text, published)
    pile.claim("handed out", "hand out", None, [], terms=terms)
    return pile


def test_the_same_words_in_two_reports_are_one_telling_however_they_were_read():
    one = handed_out(
        "a", "On Monday crews handed out blankets and lamps by the old river gate.", "2024-03-04", "crew blanket"
    )
    two = handed_out(
        "b", "On Monday crews handed out blankets and lamps by the old river gate, it said.", "2024-03-05", "gate"
    )
    late = handed_out(
        "c", "On Monday crews handed out blankets and lamps by the old river gate.", "2024-06-05", "crew blanket"
    )
    assert sizes(one, two) == [2]
    assert sizes(one, late) == [1, 1]


def shot(name, text, whom, published):
    pile = Pile(name, text, published)
    pile.claim("shot", "shoot at", None, [("object", pile.mention(whom, "person", named=False))], terms="shoot people")
    return pile


def test_that_people_were_shot_ties_no_two_shootings_together():
    one = shot("a", "In the north people were shot.", "people", "2024-03-04")
    two = shot("b", "A worker was shot at a building site.", "A worker", "2024-03-05")
    assert sizes(one, two) == [1, 1]
