"""Reports that rest on one voice go back to one source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.pipeline import linked as linked_texts
from dateline.pipeline import read_one
from dateline.record.link import link
from dateline.report.load import from_text
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


HOUSE = "Estara banned the export of rice on Monday, a senior trade official said on condition of anonymity."


def told_after(text, *, publisher="Harbour Wire", days=("2031-05-06", "2031-05-07")):
    own = from_text(HOUSE, id="b", published=days[0], publisher=publisher)
    later = from_text(text, id="a", published=days[1], publisher="Orsa Herald")
    return {n: o.origin for n, o in linked_texts({r.id: read_one(r) for r in (own, later)}).origins.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Estara banned exports of rice on Monday, according to Harbour Wire, citing a senior official.",
        "Estara banned rice exports on Monday, Harbour Wire reported, quoting an official.",
        "According to a report by Harbour Wire, Estara banned the export of rice on Monday.",
    ],
)
def test_news_told_on_the_word_of_a_house_goes_back_to_its_report(text):
    assert told_after(text) == {"a": "b", "b": "b"}


def test_news_of_its_own_of_another_house_or_of_another_thing_does_not():
    mine = "Estara banned exports of rice on Monday, a grain trader said."
    after = "Estara banned exports of rice on Monday, according to Harbour Wire."
    assert told_after(mine)["a"] == "a"
    assert told_after(after, publisher="Coast Radio")["a"] == "a"
    assert told_after(after.replace("Estara banned exports of rice", "A fire burned down the Velsk mill"))["a"] == "a"
    assert told_after(after, days=("2031-05-08", "2031-05-07"))["a"] == "a"
