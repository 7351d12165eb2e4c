"""Whom an office stands for, where the words name nobody."""

from __future__ import annotations

from dateline.record.entities import entities
from record.piles import Pile, reads


def entity_of(*piles: Pile, words: str, report: str) -> str | None:
    found, of = entities(reads(*piles))
    texts = {p.name: p.text for p in piles}
    start = texts[report].index(words)
    name = of.get((report, start, start + len(words)))
    return found[name].name if name is not None else None


def named(name: str, text: str, who: str, title: str) -> Pile:
    pile = Pile(name, text)
    pile.mention(who, "person", title=title)
    return pile


def unnamed(name: str, text: str, words: str) -> Pile:
    pile = Pile(name, text)
    pile.mention(words, "person", named=False)
    return pile


ROE = named("a", "Ana Roe, the chief executive of Orsk Lines, resigned.", "Ana Roe", "chief executive of Orsk Lines")


def test_an_office_said_with_its_body_is_the_one_who_holds_it():
    other = unnamed("b", "On Monday Orsk Lines' chief executive stepped down.", "Orsk Lines' chief executive")
    assert entity_of(ROE, other, words="Orsk Lines' chief executive", report="b") == "Ana Roe"


def test_an_office_without_its_body_is_nobody_of_another_report():
    other = unnamed("b", "On Monday the chief executive stepped down.", "the chief executive")
    assert entity_of(ROE, other, words="the chief executive", report="b") is None


def test_in_its_own_report_an_office_is_the_one_named_with_it():
    pile = named(
        "a", "Chief executive Ana Roe spoke. The company's chief executive left.", "Ana Roe", "chief executive"
    )
    pile.mention("The company's chief executive", "person", named=False)
    assert entity_of(pile, words="The company's chief executive", report="a") == "Ana Roe"


def test_an_office_that_two_hold_is_nobodys():
    second = named("c", "Ben Low, chief executive of Orsk Lines, spoke.", "Ben Low", "chief executive of Orsk Lines")
    other = unnamed("b", "On Monday Orsk Lines' chief executive stepped down.", "Orsk Lines' chief executive")
    assert entity_of(ROE, second, other, words="Orsk Lines' chief executive", report="b") is None


def test_a_deputy_is_not_the_one_he_stands_in_for():
    other = unnamed("b", "Orsk Lines' deputy chief executive left.", "Orsk Lines' deputy chief executive")
    assert entity_of(ROE, other, words="Orsk Lines' deputy chief executive", report="b") is None
