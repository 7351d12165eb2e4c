"""What "the ship" and "the canal authority" stand for."""

from __future__ import annotations

from dateline.record.entities import entities
from dateline.record.lines import event_line
from dateline.record.link import link
from record.piles import Pile, reads


def stands_for(found, of, pile, words):
    mention = next(m for m in pile.mentions if m.anchor.text == words)
    entity = of.get((pile.name, mention.anchor.start, mention.anchor.end))
    return found[entity].name if entity else None


def pile(name, text, *mentions):
    made = Pile(name, text)
    for words, kind in mentions:
        made.mention(words, kind)
    return made


SAYS = pile("a", "Tugs pulled the container ship Sea Lark on Monday.", ("Sea Lark", "misc"))


def test_the_ship_is_the_one_ship_that_the_report_names():
    other = pile("b", "The Sea Lark is stuck. The giant ship leaks.", ("Sea Lark", "misc"), ("The giant ship", None))
    assert stands_for(*entities(reads(SAYS, other)), other, "The giant ship") == "Sea Lark"


def test_a_ship_of_another_sort_stays_nobody():
    other = pile("b", "The Sea Lark is stuck. The grain ship waits.", ("Sea Lark", "misc"), ("The grain ship", None))
    assert stands_for(*entities(reads(SAYS, other)), other, "The grain ship") is None


def test_after_a_second_ship_the_ship_is_nobody():
    text = "The Sea Lark is stuck. Another ship came. The ship leaks."
    other = pile("b", text, ("Sea Lark", "misc"), ("Another ship", None), ("The ship", None))
    assert stands_for(*entities(reads(SAYS, other)), other, "The ship") is None


def test_two_ships_of_the_pile_in_one_report_leave_the_ship_open():
    also = pile("c", "The tanker Corvina burns.", ("Corvina", "misc"))
    text = "The Sea Lark and the Corvina met. The ship leaks."
    other = pile("b", text, ("Sea Lark", "misc"), ("Corvina", "misc"), ("The ship", None))
    assert stands_for(*entities(reads(SAYS, also, other)), other, "The ship") is None


def test_a_report_that_begins_with_a_ship_names_it_in_the_next_sentence():
    other = pile(
        "b", "A container ship ran aground. The Sea Lark lies low.", ("A container ship", None), ("Sea Lark", "misc")
    )
    assert stands_for(*entities(reads(SAYS, other)), other, "A container ship") == "Sea Lark"


def test_the_waterway_is_the_canal():
    other = pile("b", "The Orsk Canal is shut. The waterway is full.", ("Orsk Canal", "place"), ("The waterway", None))
    assert stands_for(*entities(reads(other)), other, "The waterway") == "Orsk Canal"


def test_the_canal_authority_is_the_body_of_that_name():
    full = pile("a", "The Orsk Canal Authority spoke.", ("Orsk Canal Authority", "organisation"))
    other = pile("b", "The canal authority spoke again.", ("The canal authority", "group"))
    other.mentions[0] = other.mentions[0].__class__(other.mentions[0].anchor, "authority", "group", False)
    assert stands_for(*entities(reads(full, other)), other, "The canal authority") == "Orsk Canal Authority"


def test_the_title_names_the_ship():
    other = Pile("b", "The Sea Lark is stuck. The ship was refloated.", "2024-03-05")
    other.mention("Sea Lark", "misc")
    ship = other.mention("The ship")
    other.claim("refloated", "refloat", people=[("object", ship)], title="Ship was refloated")
    record = link(reads(SAYS, other))
    assert [event_line(e, record)["title"] for e in record.events] == ["Sea Lark was refloated"]


def test_the_ousted_president_is_the_one_president_whom_the_pile_names():
    piles = []
    for name in ("a", "b", "c"):
        made = Pile(name, "President Ada Wells was held at home.")
        made.mention("Ada Wells", "person", title="President")
        piles.append(made)
    other = pile("d", "Soldiers held the country's elected president.", ("the country's elected president", "person"))
    assert stands_for(*entities(reads(*piles, other)), other, "the country's elected president") == "Ada Wells"


def test_an_office_read_without_its_name_is_the_person_named_right_behind_it():
    made = Pile("a", "Norland's elected President Ada Wells was held.")
    made.mention("Norland's elected President", "person", named=False)
    made.mention("Ada Wells", "person")
    assert stands_for(*entities(reads(made)), made, "Norland's elected President") == "Ada Wells"


def test_the_country_is_the_only_one_that_the_sentence_has_named():
    made = pile("a", "As Chad votes, the country is calm.", ("Chad", "place"), ("the country", None))
    assert stands_for(*entities(reads(made)), made, "the country") == "Chad"
    both = pile(
        "b", "Chad and Mali voted; the country is calm.", ("Chad", "place"), ("Mali", "place"), ("the country", None)
    )
    assert stands_for(*entities(reads(both)), both, "the country") is None


def test_a_company_that_was_read_as_a_person_is_a_body():
    made = pile("a", "Orsk Lines and Orsk spoke.", ("Orsk Lines", "person"), ("Orsk", "person"))
    other = pile("b", "Orsk said no.", ("Orsk", "person"))
    found, _ = entities(reads(made, other))
    assert {(e.name, e.kind) for e in found.values()} == {("Orsk Lines", "organisation")}


def test_a_headlines_last_word_and_the_first_name_of_the_text_are_two_things():
    text = "Captain held on tanker\n\nThe Greek captain spoke. The tanker leaks."
    other = pile("b", text, ("Greek", "place"), ("The tanker", None))
    assert stands_for(*entities(reads(other)), other, "The tanker") is None


def test_what_stands_behind_the_tanker_is_a_ship_however_like_a_person_it_sounds():
    text = "Guards seized the tanker Amber Roe on Monday. The ship leaks."
    other = pile("b", text, ("Amber Roe", "person"), ("The ship", None))
    assert stands_for(*entities(reads(other)), other, "The ship") == "Amber Roe"
