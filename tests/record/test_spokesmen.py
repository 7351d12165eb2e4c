"""Reports that rest on one voice go back to one source."""

from __future__ import annotations

from dataclasses import replace

from dateline.record.link import link
from dateline.terms import Voice
from record.piles import Pile, day, reads


def report(name, published, text, speaker, kind="person"):
    pile = Pile(name, text, published)
    mention = pile.mention(speaker, kind)
    pile.mention("Port of Kesh", "facility")
    port = pile.mentions[-1]
    pile.claim(
        "shut" if "shut" in text else "closed",
        "close",
        day(published),
        [("object", port)],
        terms="port kesh close",
        title=text,
    )
    voice = Voice(speaker, kind, "said", mention.anchor)
    pile.claims[0] = replace(pile.claims[0], voice=(voice,))
    return pile


def origins(*piles):
    return {name: o.origin for name, o in linked(*piles).origins.items()}


def linked(*piles):
    return link(reads(*piles), decided={c: when for p in piles for c, when in p.decided.items()})


def test_one_harbour_master_in_two_papers_is_one_origin():
    found = origins(
        report("a", "2024-03-05", "The Port of Kesh has been shut, harbour master Ada Wells said.", "Ada Wells"),
        report("b", "2024-03-05", "Ada Wells told reporters that the Port of Kesh was closed.", "Ada Wells"),
    )
    assert found == {"a": "a", "b": "a"}


def test_two_people_who_say_the_same_are_two_origins():
    found = origins(
        report("a", "2024-03-05", "The Port of Kesh has been shut, harbour master Ada Wells said.", "Ada Wells"),
        report("b", "2024-03-05", "Omar Teal told reporters that the Port of Kesh was closed.", "Omar Teal"),
    )
    assert found == {"a": "a", "b": "b"}


def test_a_voice_heard_again_weeks_later_is_another_statement():
    found = origins(
        report("a", "2024-03-05", "The Port of Kesh has been shut, harbour master Ada Wells said.", "Ada Wells"),
        report("b", "2024-04-06", "Ada Wells told reporters that the Port of Kesh was closed.", "Ada Wells"),
    )
    assert found == {"a": "a", "b": "b"}


def test_the_second_report_says_on_whose_word_it_rests():
    record = linked(
        report("a", "2024-03-05", "The Port of Kesh has been shut, harbour master Ada Wells said.", "Ada Wells"),
        report("b", "2024-03-05", "Ada Wells told reporters that the Port of Kesh was closed.", "Ada Wells"),
    )
    ((name, reason),) = record.origins["b"].derived_from
    assert name == "Ada Wells"
    assert reason.anchor.text == "Ada Wells"
